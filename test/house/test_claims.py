"""What the manual claims in numbers that no run prints: worked out again, in both languages."""

import numpy as np
import pytest

from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.recovery_curves import MAX_SOIL_GAINS_TC_HA
from carbon_zones.test.helpers import ROOT
from carbon_zones.tools.accuracy_simulation import OLOFSSON, OLOFSSON_CELLS

(GRASS,) = (r for r in load_default_table("coefficients.csv") if r.text_value("class") == "grass")
SOIL, VEGETATION = GRASS.float_value("soil_tc_per_ha"), GRASS.float_value("vegetation_tc_per_ha")
RIGHT, CHANGED = 0.92, 0.05
BOTH = RIGHT**2
# Of many classes: land that both maps have wrong shows a change, too, but not the true one.
SHOWN_RIGHT = CHANGED * BOTH / (CHANGED + (1 - CHANGED) * (1 - BOTH))
# GJ/t x t C/GJ x 0.98 x 44/12 of China's lists.
DIESEL, GASOLINE = (gj * tc * 0.98 * 44 / 12 for gj, tc in ((43.33, 0.0202), (44.8, 0.0189)))

CLAIMS = {
    "algorithms/carbonledger.md": [
        f"{SOIL:.2f} t C/ha",
        f"{SOIL / 20:.2f} t C/ha",
        f"{(SOIL + VEGETATION) * (1 - 0.05 ** (25 / 30)):.1f} t C/ha",
        *(f"{fastest:.2f}" for fastest in MAX_SOIL_GAINS_TC_HA.values()),
    ],
    "accuracy.md": [f"{100 * BOTH:.0f} %", f"{100 * SHOWN_RIGHT:.0f} %"],
    "scheme_tables.md": [f"{DIESEL:.4f}", f"{GASOLINE:.4f}"],
}


@pytest.mark.parametrize("folder", ["docs", "docs/zh_CN"])
@pytest.mark.parametrize("page", CLAIMS)
def test_the_numbers_stand_in_the_page(folder, page):
    text = (ROOT / folder / page).read_text(encoding="utf-8")
    # In Chinese per cent stand at their number, and hectares have their sign.
    numbers = [
        number if folder == "docs" else number.replace(" %", "%").replace("/ha", "/hm\u00b2")
        for number in CLAIMS[page]
    ]
    assert [number for number in numbers if number not in text] == []


def test_good_practice_tells_the_area_of_a_rare_class_best_and_equal_numbers_worst():
    """As samplepoints.md has it of 600 points; on the land of Olofsson et al. 2014, Table 8."""
    shares = OLOFSSON / np.sum(OLOFSSON, axis=1, keepdims=True)
    weights = np.divide(OLOFSSON_CELLS, sum(OLOFSSON_CELLS))
    rare = shares[:, weights.argmin()]

    def deviation(sizes) -> float:
        return float(np.sqrt((weights**2 * rare * (1 - rare) / sizes).sum()))

    # Both rare classes are below 75 points, the least that they have in the paper.
    rest = 450 * weights[2:] / weights[2:].sum()
    sizes = {"good practice": [75, 75, *rest], "proportional": 600 * weights, "equal": [150] * 4}
    assert sorted(sizes, key=lambda name: deviation(sizes[name])) == list(sizes)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        # GJ/t x kg/GJ of IPCC 2006, volume 2.
        ("diesel_cn", [DIESEL, 43.0 * 0.0741]),
        ("gasoline_cn", [GASOLINE, 44.3 * 0.0693]),
    ],
)
def test_the_bounds_of_fuels_hold_the_other_values_in_use(name, others):
    (row,) = (row for row in load_default_table("factors.csv") if row.text_value("name") == name)
    low, high = row.float_value("low"), row.float_value("high")
    assert all(low <= value <= high * (1 + 1e-12) for value in (row.float_value("value"), *others))
    assert f"{others[0]:.4f}" in row.text_value("source_text")
