"""What the manual claims in numbers that no run prints: worked out again, in both languages."""

from __future__ import annotations

import pytest

from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.test.helpers import ROOT

GRASS_SOIL, YEARS = 88.35, 20
RIGHT, CHANGED = 0.92, 0.05
BOTH = RIGHT**2
# Of many classes: land that both maps have wrong shows a change, too, but not the true one.
SHOWN_RIGHT = CHANGED * BOTH / (CHANGED + (1 - CHANGED) * (1 - BOTH))

CLAIMS = {
    "algorithms/carbonledger.md": [f"{GRASS_SOIL / YEARS:.2f}", "3.37", "6.27"],
    "accuracy.md": [f"{100 * BOTH:.0f} %", f"{100 * SHOWN_RIGHT:.0f} %"],
    "algorithms/samplepoints.md": ["36.6 %", "30.5 %", "28.6 %"],
    "sources.md": ["107 t C/ha", "21 t C/ha", "86.1 t C/ha"],
    "scheme_tables.md": ["3.1451", "3.0425"],
}


@pytest.mark.parametrize("folder", ["docs", "docs/zh_CN"])
@pytest.mark.parametrize("page", CLAIMS)
def test_the_numbers_stand_in_the_page(folder, page):
    text = (ROOT / folder / page).read_text(encoding="utf-8")
    # In Chinese per cent stand at their number, and hectares have their sign.
    told = [
        number if folder == "docs" else number.replace(" %", "%").replace("/ha", "/hm\u00b2")
        for number in CLAIMS[page]
    ]
    assert [number for number in told if number not in text] == []


@pytest.mark.parametrize(
    ("name", "others"),
    [
        # GJ/t x t C/GJ x 0.98 x 44/12 of China's lists, GJ/t x kg/GJ of IPCC 2006, volume 2.
        ("diesel_cn", [43.33 * 0.0202 * 0.98 * 44 / 12, 43.0 * 0.0741]),
        ("gasoline_cn", [44.8 * 0.0189 * 0.98 * 44 / 12, 44.3 * 0.0693]),
    ],
)
def test_the_bounds_of_fuels_hold_the_other_values_in_use(name, others):
    (row,) = (row for row in default_table("factors.csv") if row.text("name") == name)
    low, high = row.real("low"), row.real("high")
    assert all(low <= value <= high * (1 + 1e-12) for value in (row.real("value"), *others))
    assert f"{others[0]:.4f}" in row.text("source_text")
