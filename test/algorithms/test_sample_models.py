"""The shipped models from two dates to the points of a sample, and from their labels to tonnes."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr

from carbon_zones.test.algorithms.test_district_model import MODEL, load
from carbon_zones.test.algorithms.test_sample_points import choices, points
from carbon_zones.test.helpers import read_csv, write_csv, write_polygons, write_raster

NAMES = {1: "Arable land", 2: "Forestland", 7: "Open pit"}
WIDTHS = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha,u95_soil_pct,u95_vegetation_pct\n"
    "arable,90,10,0,0\nforest,150,50,0,0\n"
)


def pair_of(folder, taken_by=7, names=NAMES) -> dict:
    """Two dates of 20 x 30 cells of arable land and forest; 20 cells of the former were taken."""
    before = np.ones((20, 30), int)
    before[:, 20:] = 2
    after = before.copy()
    after[5:9, 5:10] = taken_by
    return {
        name: write_raster(folder / f"land_{year}.tif", cells, names=names)
        for name, year, cells in (("EARLIER", 2000, before), ("LATER", 2010, after))
    }


def files_of_a_sample(folder) -> dict:
    """Where the first model puts what the second one takes."""
    names = ("conversions.tif", "points.gpkg", "strata.csv")
    return {name.partition(".")[0]: str(folder / name) for name in names}


def labelled(folder, rows, seen: dict) -> str:
    """Points of a sample with labels: by their ids what was seen there, else what the map has."""
    shapes = [
        (f"POINT ({row['x']} {row['y']})", [seen.get(row["id"], row["map_value"]), row["stratum"]])
        for row in rows
    ]
    fields = {"label": ogr.OFTInteger, "stratum": ogr.OFTInteger}
    path = folder / "labelled.gpkg"
    return write_polygons(path, shapes, fields=fields, kind=ogr.wkbPoint)


@pytest.mark.parametrize("name", ["sample_for_tonnes", "tonnes_by_a_labelled_sample"])
def test_they_are_valid_and_tell_what_they_do(qgis_app, name):
    model = load(MODEL.with_name(f"{name}.model3"))
    assert model.validate() == (True, [])
    assert model.canExecute()[0]
    assert "labelled" in model.shortHelpString()


def test_both_steps_with_labels_between_them(run, tmp_path):
    """All that is mapped is so; of the buffer every fourth point was taken, of 52 cells."""
    pair = pair_of(tmp_path)
    files = files_of_a_sample(tmp_path)
    model = load(MODEL.with_name("sample_for_tonnes.model3"))
    floors = "taken=10,buffer=28,stable=40"
    run(model, **pair, SIZE=90, MIN_PER_STRATUM=floors, **files)
    strata = {row["class"]: row for row in read_csv(files["strata"])}
    assert {name: int(row["cells"]) for name, row in strata.items()} == {
        "taken: Arable land": 20,
        "buffer": 8 * 9 - 20,
        "stable": 600 - 8 * 9,
    }
    rows = points(files["points"])
    buffer = [row for row in rows if row["stratum"] == int(strata["buffer"]["value"])]
    taken = {row["id"] for row in buffer[::4]}
    seen = labelled(tmp_path, rows, dict.fromkeys(taken, 1007))
    outputs = {
        name: str(tmp_path / f"{name}.csv")
        for name in ("accuracy_by_class", "losses", "uncertainty")
    }
    run(
        load(MODEL.with_name("tonnes_by_a_labelled_sample.model3")),
        **pair,
        CONVERSIONS=files["conversions"],
        POINTS=seen,
        STRATA=files["strata"],
        COEFFICIENTS=write_csv(tmp_path / "widths.csv", WIDTHS),
        report=str(tmp_path / "report.html"),
        **outputs,
    )
    (row,) = [
        row
        for row in read_csv(outputs["uncertainty"])
        if (row["period"], row["measure"], row["method"], row["areas"])
        == ("", "t C", "approach 1", "adjusted")
    ]
    size, share = len(buffer), len(taken) / len(buffer)
    area = 52 * 0.09
    assert float(row["estimate"]) == pytest.approx(100 * (20 * 0.09 + share * area))
    deviation = 100 * area * (share * (1 - share) / (size - 1) * (1 - size / 52)) ** 0.5
    assert float(row["sd"]) == pytest.approx(deviation)


def test_a_conversion_that_the_map_lacks_can_be_labelled_and_counts(run, tmp_path):
    """Every tenth point of wood, which the map shows as stable, was taken."""
    pair = pair_of(tmp_path)
    conversions = str(tmp_path / "conversions.tif")
    run("transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=conversions)
    files = ("points.gpkg", "strata.csv", "shares.csv")
    sample, strata, shares = (str(tmp_path / name) for name in files)
    by_taken = {"SIZE": 90, "STRATA_BY": "taken"}
    run("samplepoints", MAP=conversions, **by_taken, SAMPLE=sample, STRATA=strata)
    taken = "Forestland \N{RIGHTWARDS ARROW} Open pit"
    assert choices(sample)[taken] == "2007"
    rows = points(sample)
    wood = {row["id"] for row in [row for row in rows if row["map_value"] == 2002][::10]}
    run(
        "accuracy",
        MAP=conversions,
        REFERENCE=labelled(tmp_path, rows, dict.fromkeys(wood, 2007)),
        STRATA=strata,
        STRATUM_FIELD="stratum",
        STRATUM_PROPORTIONS=shares,
    )
    results = run(
        "carbonloss",
        **pair,
        COEFFICIENTS=write_csv(tmp_path / "widths.csv", WIDTHS),
        AREA_ERRORS=shares,
        LOSSES="TEMPORARY_OUTPUT",
        UNCERTAINTY="TEMPORARY_OUTPUT",
    )
    stable = sum(row["stratum"] == 2 for row in rows)
    seen = len(wood) / stable * 580 * 0.09
    assert results["ADJUSTED_LOSS_TC"] == pytest.approx(20 * 0.09 * 100 + seen * 200)


@pytest.mark.parametrize("by_table", [False, True])
def test_both_steps_on_rasters_of_a_product_without_names(run, tmp_path, by_table):
    """Cropland (1) and forest (2) of a product whose built-up land (8) takes; no point is wrong."""
    pair = pair_of(tmp_path, taken_by=8, names=None)
    legend = {"SCHEME": "clcd", "TAKING_GROUPS": "built"}
    if by_table:
        classes = (
            "value,class,name,group\n1,arable,Fields,sink\n2,forest,Wood,sink\n8,pit,Pit,mine\n"
        )
        legend = {"CLASSES": write_csv(tmp_path / "classes.csv", classes)}
    files = files_of_a_sample(tmp_path)
    of_sample = {**pair, **legend, "SIZE": 90, "MIN_PER_STRATUM": "taken=10"}
    run(load(MODEL.with_name("sample_for_tonnes.model3")), **of_sample, **files)
    taken, buffer, stable = read_csv(files["strata"])
    assert (taken["cells"], buffer["cells"], stable["cells"]) == ("20", "52", "528")
    seen = labelled(tmp_path, points(files["points"]), {})
    run(
        load(MODEL.with_name("tonnes_by_a_labelled_sample.model3")),
        **pair,
        **legend,
        CONVERSIONS=files["conversions"],
        POINTS=seen,
        STRATA=files["strata"],
        COEFFICIENTS=write_csv(tmp_path / "widths.csv", WIDTHS),
        accuracy_by_class="TEMPORARY_OUTPUT",
        losses="TEMPORARY_OUTPUT",
        uncertainty=str(tmp_path / "uncertainty.csv"),
        report=str(tmp_path / "report.html"),
    )
    rows = read_csv(tmp_path / "uncertainty.csv")
    adjusted = {float(row["estimate"]) for row in rows if row["areas"] == "adjusted"}
    assert 180 in adjusted


def test_what_a_script_leaves_out_is_what_the_dialog_shows(run, tmp_path):
    """1,500 points, 100 of what was taken from each sink, 450 of the buffer."""
    before = np.ones((60, 80), int)
    before[:, 60:] = 2
    after = before.copy()
    after[5:35, 5:15] = 7
    pair = {
        name: write_raster(tmp_path / f"land_{year}.tif", cells, names=NAMES)
        for name, year, cells in (("EARLIER", 2000, before), ("LATER", 2010, after))
    }
    strata = str(tmp_path / "strata.csv")
    others = {"conversions": str(tmp_path / "conversions.tif"), "points": "TEMPORARY_OUTPUT"}
    model = load(MODEL.with_name("sample_for_tonnes.model3"))
    run(model, **pair, strata=strata, **others)
    assert [row["samples"] for row in read_csv(strata)] == ["100", "176", "1224"]
    run(model, **pair, strata=strata, **others, SIZE=480, MIN_PER_STRATUM="")
    assert [row["samples"] for row in read_csv(strata)] == ["30", "18", "432"]
