"""BALANCE through QGIS: made-up mines of other authors; study and ledger say one interval."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_carbon_ledger import coefficients
from carbon_zones.test.core.test_balance_table import CASES, case_coefficients
from carbon_zones.test.helpers import (
    ROOT,
    SAMPLE,
    YEARS,
    as_arguments,
    qgis_process,
    read_csv,
    sample,
    write_csv,
    write_raster,
)

pytestmark = pytest.mark.usefixtures("qgis_app")

LAYERS = [sample(year) for year in YEARS]
SCHEME = ROOT / "resources" / "schemes" / "coal_mine"
WIDTHS = {"u95_soil_pct": 20, "u95_vegetation_pct": 30, "distribution": "lognormal"}


def case_files(folder, case) -> dict:
    """The layers and tables of a made-up mine, of cells of a hectare."""
    keys = list(CASES["groups"])
    rows = [f"{n},{key},{key},{CASES['groups'][key]}" for n, key in enumerate(keys, 1)]
    cells = np.repeat(
        [[keys.index(key) + 1 for key in one["classes"]] for one in case["trajectories"]],
        [int(one["area_ha"]) for one in case["trajectories"]],
        axis=0,
    ).astype(np.uint8)
    return {
        "LAYERS": [
            write_raster(folder / f"land_{year}.tif", [column], cell=(100, 100))
            for year, column in zip(case["years"], cells.T)
        ],
        "CLASSES": write_csv(folder / "classes.csv", "\n".join(["value,class,name,group", *rows])),
        "COEFFICIENTS": write_csv(folder / "coefficients.csv", case_coefficients(case["carbon"])),
        "AREA_METHOD": "planimetric",
    }


def assert_balance(rows: list[dict], case: dict):
    assert len(rows) == len(case["balance"])
    for row, wanted in zip(rows, case["balance"]):
        for column, value in wanted.items():
            if isinstance(value, str):
                assert row[column] == value
            else:
                assert float(row[column]) == pytest.approx(value, rel=1e-6, abs=1e-6), column


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["years"][0]))
def test_made_up_mines(tmp_path, case):
    out = tmp_path / "balance.csv"
    results = make_run()("carbonledger", BALANCE=str(out), **case_files(tmp_path, case))
    rows = read_csv(out)
    assert_balance(rows, case)
    nets = {row["land"]: float(row["net_tc"]) for row in rows if not row["period"]}
    assert results["NET_TAKEN_TC"] == pytest.approx(nets["taken"], rel=1e-9)
    assert results["NET_MINED_BEFORE_TC"] == pytest.approx(nets["mined_before"], rel=1e-9)
    assert results["NET_TC"] == pytest.approx(nets["(all)"], rel=1e-9)


def test_a_made_up_mine_by_qgis_process(tmp_path):
    (case, *_) = CASES["cases"]
    out = tmp_path / "balance.csv"
    files = {**case_files(tmp_path, case), "BALANCE": str(out)}
    done = qgis_process("run", "carbonzones:carbonledger", *as_arguments(files))
    assert done.returncode == 0, done.stderr
    assert_balance(read_csv(out), case)


def test_study_and_ledger_say_one_interval_of_one_number(tmp_path):
    """Without errors of areas, 10,000 draws of seed 1: bounds of every row are the same."""
    own = coefficients(tmp_path, **WIDTHS)
    found = {}
    for algorithm in ("carbonledger", "study"):
        out = tmp_path / f"{algorithm}.csv"
        make_run()(algorithm, LAYERS=LAYERS[1:], COEFFICIENTS=own, BALANCE=str(out))
        found[algorithm] = read_csv(out)
    assert found["study"] == found["carbonledger"]
    assert len({row["net_low_tc"] for row in found["study"]}) == 9


def test_the_balances_of_units_add_up_to_that_of_the_run(tmp_path):
    whole, by_unit = tmp_path / "whole.csv", tmp_path / "units.csv"
    make_run()("study", LAYERS=LAYERS[1:], BALANCE=str(whole))
    units = str(SAMPLE / "districts.geojson")
    make_run()("study", LAYERS=LAYERS[1:], BALANCE=str(by_unit), UNITS=units)
    rows = read_csv(by_unit)
    assert len({row["unit"] for row in rows}) > 2
    summed = ("area_ha", "stock_before_tc", "loss_tc", "growth_tc", "net_tc", "reclaimed_ha")
    for wanted in read_csv(whole):
        key = wanted["period"], wanted["land"]
        own = [row for row in rows if (row["period"], row["land"]) == key]
        for column in summed:
            total = sum(float(row[column]) for row in own)
            assert total == pytest.approx(float(wanted[column]), rel=1e-9, abs=1e-6), (key, column)


def test_the_debt_of_the_sample(tmp_path):
    """2,817,337 t CO2 by the base year, which the sample's scenarios never pay back."""
    balance, out = tmp_path / "balance.csv", tmp_path / "path.csv"
    make_run()("carbonledger", LAYERS=LAYERS, BALANCE=str(balance))
    make_run()(
        "neutralitypath",
        ACTIVITY=str(SCHEME / "activity.csv"),
        SCENARIOS=str(SCHEME / "scenarios.csv"),
        BALANCE=str(balance),
        PATH=str(out),
        DRAWS=0,
    )
    rows = read_csv(out)
    assert {round(float(row["debt_tco2"])) for row in rows} == {2_817_337}
    assert {row["paid_back_year"] for row in rows} == {""}
    for row in rows:
        owed = float(row["cumulative_tco2e"]) + 2_817_336.71968
        assert float(row["cumulative_with_debt_tco2e"]) == pytest.approx(owed)
