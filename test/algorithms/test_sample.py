"""The synthetic mine: the tables and rasters that are written hold the paper's numbers.

That these follow from the cells is proved without QGIS, in test/core/test_sample.py.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsRasterLayer

from carbon_zones.test.core.support import DATA, attribute_table
from carbon_zones.test.helpers import (
    PAIRS_OF_THE_PAPER,
    ROOT,
    pairs_of,
    read_csv,
    read_raster,
    sample,
)
from carbon_zones.test.paper import CELL_HA, LOSSES, PERIODS, SPAN, ZONE_SHARES

SCHEME = ROOT / "resources" / "schemes" / "coal_mine"
ZONES = read_csv(SCHEME / "zones.csv")
VALUES = {row["class"]: int(row["value"]) for row in read_csv(SCHEME / "classes.csv")}
# The paper's zones by from and to, 5 where its Table 1 has none.
TABLE_1 = np.full((12, 12), 5)
for pair in read_csv(PAIRS_OF_THE_PAPER):
    TABLE_1[VALUES[pair["from"]], VALUES[pair["to"]]] = int(pair["zone"])
# What the raster has of it: towns, villages and roads are 4 to 6, pits to industry 7 to 10.
LASTING = TABLE_1.copy()
LASTING[7:11, 7:11], LASTING[4:7, 4:7] = 6, 7


def printed_matrix(period: str) -> dict:
    """Cells by (from, to) value, of the matrix worked out from the trajectories."""
    with open(DATA / f"transition_{period.replace('-', '_')}.csv", newline="") as file:
        rows = list(csv.reader(file))[1:12]
    return {
        (source, target): int(cells)
        for source, row in enumerate(rows, 1)
        for target, cells in enumerate(row[1:12], 1)
        if int(cells)
    }


@pytest.fixture
def tables(sample_study):
    """The rows of a table of the study in a period, or in all, by its name."""
    folder, _ = sample_study

    def rows(name: str, period: str = "") -> list[dict]:
        return [
            row for row in read_csv(folder / f"{name}.csv") if period in ("", row.get("period"))
        ]

    return rows


@pytest.mark.parametrize("period", PERIODS)
def test_zones_are_those_of_the_paper(sample_study, tables, period):
    """Shares as printed, and the raster: cells, grid, names, colours and what its legend counts."""
    rows = tables("zone_shares", period)
    assert [(row["zone"], row["zone_name"]) for row in rows] == [
        (zone["zone"], zone["name"]) for zone in ZONES
    ]
    for row, printed in zip(rows, ZONE_SHARES[period]):
        digits = len(printed.partition(".")[2])
        assert f"{float(row['share_pct']):.{digits}f}" == printed, row["zone_name"]
    path = str(sample_study[0] / f"zones_{period.replace('-', '_')}.tif")
    earlier, later = (read_raster(sample(year)) for year in period.split("-"))
    cells = read_raster(path)
    assert cells.dtype == np.uint8
    np.testing.assert_array_equal(cells, LASTING[earlier, later])
    with gdal.ExceptionMgr(useExceptions=True):
        zones, land = gdal.Open(path), gdal.Open(sample("1986"))
    assert zones.GetGeoTransform() == land.GetGeoTransform()
    assert zones.GetSpatialRef().IsSame(land.GetSpatialRef())
    layer = QgsRasterLayer(path)
    assert layer.renderer().type() == "paletted"
    shown = {(f"{e.value:g}", e.label, e.color.name()) for e in layer.renderer().classes()}
    assert shown >= {(zone["zone"], zone["name"], zone["colour"]) for zone in ZONES}
    assert layer.dataProvider().sourceNoDataValue(1) == 0
    counts = np.bincount(cells.ravel(), minlength=8)
    for own, count in zip(attribute_table(path), counts[1:]):
        assert float(own["Cells"]) == count
        assert float(own["Hectares"]) == pytest.approx(count * CELL_HA)
    # The table has lasting land as unassigned.
    assert [int(row["cells"]) for row in rows] == [*counts[1:5], counts[5:].sum()]


def test_numbers_of_the_span(tables, sample_study):
    results = sample_study[1]
    assert results["TOTAL_LOSS_TCO2"] == pytest.approx(2_386_454.6, abs=0.05)
    assert results["TOTAL_LOSS_TC"] == pytest.approx(LOSSES[SPAN], abs=0.05)
    hectares = 4482.54 + 963.45 + 1648.17
    assert results["OCCUPIED_AREA_HA"] == pytest.approx(hectares, abs=0.005)
    rows = tables("closure")
    assert len(rows) == results["CLOSURE_CHECKS"] > 20
    # Sums of doubles, which are put together in another way, differ in their last digits.
    largest = max(abs(float(row["difference"])) for row in rows)
    assert results["CLOSURE_DIFFERENCE"] == pytest.approx(largest, rel=1e-3)
    assert largest > 0
    assert {row["period"] for row in rows} >= {*PERIODS, SPAN}
    for row in rows:
        assert row["ok"] in ("1", "true"), row


def run_pair(run, folder, earlier: str, later: str) -> None:
    """All that the algorithms on two dates write."""
    pair = {"EARLIER": sample(earlier), "LATER": sample(later)}
    for algorithm, names in (
        ("transfermatrix", ("transfers.csv", "conversions.tif")),
        ("zonereclassification", ("zones.tif", "zone_shares.csv", "unassigned.csv")),
        ("carbonloss", ("losses.csv", "loss_density.tif")),
    ):
        run(algorithm, **pair, **{name[:-4].upper(): str(folder / name) for name in names})


def test_the_pair_algorithms_agree_with_the_study(run, sample_study, tables, tmp_path):
    run_pair(run, tmp_path, "2009", "2018")
    for name in ("transfers", "zone_shares", "losses"):
        assert read_csv(tmp_path / f"{name}.csv") == tables(name, "2009-2018")
    np.testing.assert_array_equal(
        read_raster(tmp_path / "zones.tif"), read_raster(sample_study[0] / "zones_2009_2018.tif")
    )
    printed = printed_matrix("2009-2018")
    assert pairs_of(tmp_path / "unassigned.csv") == {
        pair: cells for pair, cells in printed.items() if TABLE_1[pair] == 5
    }
    rows = read_csv(tmp_path / "unassigned.csv")
    assert sum(float(row["share_pct"]) for row in rows) == pytest.approx(18.6, abs=0.05)
    kinds = {(row["from_class"], row["to_class"]): row["kind"] for row in rows}
    assert kinds["Arable land", "Grassland"] == "sink to a richer sink"


@pytest.fixture
def demo(sample_study, tmp_path):
    """The outputs of the study as the demo has them, and a look at them as it takes it."""
    folder = tmp_path / "demo"
    shutil.copytree(sample_study[0], folder)
    (folder / "zones").mkdir()
    for raster in folder.glob("zones_*.tif"):
        raster.rename(folder / "zones" / raster.name)

    def looked_at() -> tuple[int, str]:
        command = [sys.executable, str(ROOT / "tools" / "check_demo.py"), str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert not done.stderr
        return done.returncode, done.stdout

    return folder, looked_at


def test_the_demo_finds_all_numbers_of_the_paper(demo):
    count = len(read_csv(ROOT / "tools" / "paper_checks.csv"))
    checks = len(read_csv(demo[0] / "closure.csv"))
    code, said = demo[1]()
    assert code == 0, said
    assert f"All {count} numbers agree, and all {checks} consistency checks passed." in said
    assert said.count("  ok\n") == count
    assert "OFF" not in said


@pytest.mark.parametrize(
    ("table", "place", "column", "value", "said"),
    [
        ("losses", 0, "soil_loss_tc", "0", "FAILED: 1 of "),
        ("areas", 0, "area_ha", "32119.0", "Arable land 1986, ha"),
        ("closure", 0, "ok", "false", "FAILED: 0 of "),
    ],
)
def test_the_demo_fails_where_a_number_or_a_check_is_off(demo, table, place, column, value, said):
    path = demo[0] / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[1 + place][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    code, told = demo[1]()
    assert code == 1
    assert said in told
    assert told.count("  OFF\n") == (table != "closure")
    assert told.count("Consistency check failed") == (table == "closure")


@pytest.mark.parametrize("name", ["zones/zones_2000_2009.tif", "zone_shares.csv"])
def test_the_demo_fails_where_the_study_left_something_out(demo, name):
    (demo[0] / name).unlink()
    code, said = demo[1]()
    assert code == 1
    assert name.rpartition("/")[2].removesuffix(".csv") in said
