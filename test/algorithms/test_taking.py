"""TAKING_GROUPS: which classes take land from the sinks, and what is so where none does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import read_csv, read_raster, write_csv, write_raster
from carbon_zones.test.pages import read_page

CELL_HA = 0.09
NAMES = {1: "Field", 2: "Wood", 3: "Pit", 4: "Town", 5: "Rock"}
CLASSES = """
    value,class,name,group
    1,field,Field,sink
    2,wood,Wood,sink
    3,pit,Pit,mine
    4,town,Town,built
    5,rock,Rock,
"""
NO_MINE = CLASSES.replace("3,pit,Pit,mine", "3,pond,Pond,water")
COEFFICIENTS = "class,soil_tc_per_ha,vegetation_tc_per_ha\nfield,80,5\nwood,90,20"
YEARS = (1990, 2000, 2010, 2020)
NO_LOSSES = (
    "Carbon losses not calculated: no class is in a disturbing group (TAKING_GROUPS: "
    "'mine'); groups found: sink (Field, Wood), water (Pond), built (Town), no group (Rock)."
)


def cells_by_date() -> np.ndarray:
    """Four dates of 12 x 15 cells, some of which are taken, given back and taken again."""
    return np.random.default_rng(13).choice(
        [1, 2, 3, 4, 5], (4, 12, 15), p=[0.3, 0.2, 0.2, 0.2, 0.1]
    )


def scheme(folder: Path, classes: str = CLASSES, rules: str = "@sink,@built,3") -> dict:
    """A class table of one's own, with what goes with it."""
    return {
        "CLASSES": write_csv(folder / "classes.csv", classes),
        "RULES": write_csv(folder / "rules.csv", f"from,to,zone\n{rules}"),
        "COEFFICIENTS": write_csv(folder / "coefficients.csv", COEFFICIENTS),
    }


def series(folder: Path, dates=None) -> list[str]:
    dates = cells_by_date() if dates is None else dates
    return [write_raster(folder / f"lu_{year}.tif", own) for year, own in zip(YEARS, dates)]


def outputs(folder: Path, *further: str) -> dict:
    files = {name: str(folder / f"{name.lower()}.csv") for name in (*STUDY_TABLES, *further)}
    return {**files, "ZONES_FOLDER": str(folder / "zones")}


def of_losses(path) -> list[dict]:
    """The checks of carbon losses, not of losses of classes to each other."""
    rows = [row for row in read_csv(path) if "loss" in row["check"]]
    return [row for row in rows if "intensities" not in row["check"]]


def without_coefficients(parameters: dict) -> dict:
    return {name: value for name, value in parameters.items() if name != "COEFFICIENTS"}


@pytest.mark.parametrize("own", [True, False], ids=["own coefficients", "default ones"])
def test_a_study_without_a_class_that_takes_land_has_no_losses(run, tmp_path, own):
    """They do not exist, which is not a loss of 0: not in results, tables, log or report."""
    tables, page = scheme(tmp_path, NO_MINE), tmp_path / "report.html"
    results = run(
        "study",
        LAYERS=series(tmp_path),
        **(tables if own else without_coefficients(tables)),
        **outputs(tmp_path),
        REPORT=str(page),
    )
    assert not {"OCCUPIED_AREA_HA", "TOTAL_LOSS_TC", "TOTAL_LOSS_TCO2"} & set(results)
    assert results["VALID_CELLS"] == 180
    assert read_csv(tmp_path / "losses.csv") == []
    header = (tmp_path / "losses.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header[0].startswith("period,from_class,to_class,area_ha")
    assert not of_losses(tmp_path / "closure.csv")
    assert (tmp_path / "zones" / "zones_1990_2000.tif").exists()
    assert run.feedback.warnings.count(NO_LOSSES) == 1
    unused = "COEFFICIENTS (coefficients) ignored: carbon losses are not calculated."
    assert (unused in run.feedback.warnings) is own
    # The table without rows is named, and the answers say why there is none.
    others = ("Input", "Results", "Written: ", "How ", "Which ", "Where ", "What ")
    told = [line for line in run.feedback.infos if not line.startswith(others)]
    assert not [line for line in told if "loss" in line or "coefficient" in line]
    assert NO_LOSSES.removeprefix("Carbon losses not calculated:") in read_page(page).text


def test_a_known_class_that_took_nothing_makes_a_loss_of_0(run, tmp_path):
    dates = np.array([[[1, 2, 4]], [[2, 1, 4]], [[2, 1, 4]]])
    results = run("study", LAYERS=series(tmp_path, dates), **scheme(tmp_path), **outputs(tmp_path))
    names = ("OCCUPIED_AREA_HA", "TOTAL_LOSS_TC", "TOTAL_LOSS_TCO2")
    assert [results[name] for name in names] == [0] * 3
    assert read_csv(tmp_path / "losses.csv") == []
    checked = of_losses(tmp_path / "closure.csv")
    assert len(checked) == 7


@pytest.mark.parametrize(
    ("groups", "takers", "by_unit"),
    [("mine", {3}, True), ("built", {4}, False), ("mine,built", {3, 4}, True)],
)
def test_a_study_means_the_groups_as_reclamation_and_ledger_do(
    run, tmp_path, groups, takers, by_unit
):
    """In tables, rasters, numbers and words; how much is disturbed is counted by a loop."""
    told = [f" {name}" for name in groups.split(",")] if by_unit else groups
    given = {"LAYERS": series(tmp_path), "TAKING_GROUPS": told}
    tables = scheme(tmp_path)
    units = {"UNITS_SIZE": 0.2} if by_unit else {}
    files = outputs(tmp_path, "PRIORITIES", "DISCLOSURE")
    results = run("study", **given, **tables, **units, **files, REPORT=str(tmp_path / "page.html"))
    assert {row["to_class"] for row in read_csv(files["LOSSES"])} == {NAMES[n] for n in takers}
    classes = {"CLASSES": tables["CLASSES"]}
    names = {"STATUS_MAP": "status_2020", "FIRST_MINED": "first_mined"}
    names["RECLAIMED_BY"] = "reclaimed_by"
    rasters = {name: str(tmp_path / f"{file}.tif") for name, file in names.items()}
    alone = str(tmp_path / "reclamation.csv")
    run("reclamation", **given, **classes, **units, **rasters, DISCLOSURE=alone)
    assert read_csv(alone) == read_csv(files["DISCLOSURE"]) != []
    said = " ".join(run.feedback.infos)
    for file in names.values():
        expected = read_raster(tmp_path / f"{file}.tif")
        assert np.array_equal(read_raster(tmp_path / "zones" / f"{file}.tif"), expected)
    stocks = {"COEFFICIENTS": tables["COEFFICIENTS"], "BALANCE": str(tmp_path / "ledger.csv")}
    ledger = run("carbonledger", **given, **classes, **stocks)
    own = ("NET_TAKEN_TC", "NET_MINED_BEFORE_TC", "ASSUMED_LOSS_TC")
    assert [results[name] for name in own] == [ledger[name] for name in own]
    sums: Counter[tuple[str, ...]] = Counter()
    for row in read_csv(files["BALANCE"]):
        for column in ("area_ha", "loss_tc", "growth_tc", "stock_after_tc", "net_tc"):
            sums[row["period"], row["land"], column] += float(row[column])
    for row in read_csv(stocks["BALANCE"]):
        of_land = {
            key[2]: total for key, total in sums.items() if key[:2] == (row["period"], row["land"])
        }
        assert of_land == pytest.approx({column: float(row[column]) for column in of_land})
    assert len(sums) == 12 * 5
    is_disturbed = np.isin(cells_by_date(), list(takers))
    ranked = read_csv(files["PRIORITIES"])
    wanted = {"ever_mined_ha": is_disturbed.any(axis=0), "active_ha": is_disturbed[-1]}
    for column, cells in wanted.items():
        total = sum(float(row[column]) for row in ranked)
        assert total == pytest.approx(CELL_HA * np.count_nonzero(cells))
    ever = CELL_HA * np.count_nonzero(wanted["ever_mined_ha"])
    assert f"Cumulative disturbed area: {ever:.2f} ha" in said
    record = gdal.Info(str(tmp_path / "zones" / "zones_1990_2000.tif"), format="json")["metadata"]
    assert record[""]["TAKING_GROUPS"].replace(" ", "") == groups
    page = read_page(tmp_path / "page.html").text
    land = "mined land" if groups == "mine" else "disturbed land"
    for title in ("Carbon balance of", "Status of", "ha of"):
        assert f"{title} {land}" in page
    assert "How much carbon was lost?" in page
