"""The shipped models from two dates to the points of a sample, and from their labels to tonnes."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import Qgis

from carbon_zones.test.algorithms.test_district_model import MODEL, load
from carbon_zones.test.algorithms.test_sample_points import choices, points
from carbon_zones.test.helpers import read_csv, write_csv, write_pair

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
    return write_pair(folder, {2000: before, 2010: after}, names=names)


def files_of_a_sample(folder) -> dict:
    """Where the first model puts what it makes."""
    names = ("conversions.tif", "points.gpkg", "strata.csv")
    return {name.partition(".")[0]: str(folder / name) for name in names}


def labelled(path, seen: dict) -> str:
    """Points of a sample with labels: by their ids what was seen there, else what the map has."""
    with gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE) as dataset:
        layer = dataset.GetLayer(0)
        for feature in layer:
            label = seen.get(feature["id"], feature["map_value"])
            feature["label"] = label
            layer.SetFeature(feature)
    return path


def tonnes(run, folder, **given) -> list[dict]:
    """UNCERTAINTY of the second model."""
    outputs = {
        name: str(folder / f"{name}.csv") for name in ("accuracy_by_class", "losses", "uncertainty")
    }
    model = load(MODEL.with_name("tonnes_by_a_labelled_sample.model3"))
    run(model, **given, **outputs, report=str(folder / "report.html"))
    return read_csv(outputs["uncertainty"])


@pytest.mark.parametrize("name", ["sample_for_tonnes", "tonnes_by_a_labelled_sample"])
def test_they_are_valid_and_tell_what_they_do(qgis_app, name):
    model = load(MODEL.with_name(f"{name}.model3"))
    assert model.validate() == (True, [])
    assert model.canExecute()[0]
    assert "labelled" in model.shortHelpString()


def test_they_ask_for_nothing_that_a_dialog_fills_in(qgis_app):
    legend = {"SCHEME", "CLASSES", "TAKING_GROUPS"}
    for name, own in (
        ("sample_for_tonnes", {"EARLIER", "LATER", "SIZE"}),
        ("tonnes_by_a_labelled_sample", {"EARLIER", "LATER", "POINTS", "COEFFICIENTS"}),
    ):
        model = load(MODEL.with_name(f"{name}.model3"))
        asked = {d.name(): d for d in model.parameterDefinitions() if not d.isDestination()}
        assert set(asked) == own | legend
        optional = Qgis.ProcessingParameterFlag.Optional
        needed = {n for n, d in asked.items() if not d.flags() & optional}
        # The others have a default.
        assert needed - {n for n, d in asked.items() if d.defaultValue() is not None} == (
            own & {"EARLIER", "LATER", "POINTS"}
        )


@pytest.mark.parametrize("densities", ["", WIDTHS])
def test_both_steps_with_labels_between_them(run, tmp_path, densities):
    """All that is mapped is so; of the buffer every fourth point was taken, of 190 cells."""
    pair = pair_of(tmp_path)
    files = files_of_a_sample(tmp_path)
    run(load(MODEL.with_name("sample_for_tonnes.model3")), **pair, SIZE=90, **files)
    strata = {row["class"]: row for row in read_csv(files["strata"])}
    assert {name: int(row["cells"]) for name, row in strata.items()} == {
        "taken: Arable land": 20,
        "buffer": 14 * 15 - 20,
        "stable": 600 - 14 * 15,
    }
    assert {name: int(row["samples"]) for name, row in strata.items()} == {
        "taken: Arable land": 20,
        "buffer": 29,
        "stable": 41,
    }
    rows = points(files["points"])
    buffer = [row for row in rows if row["stratum_name"] == "buffer"]
    taken = {row["id"] for row in buffer[::4]}
    given = {} if not densities else {"COEFFICIENTS": write_csv(tmp_path / "w.csv", densities)}
    seen = labelled(files["points"], dict.fromkeys(taken, 1007))
    found = tonnes(run, tmp_path, **pair, POINTS=seen, **given)
    (row,) = [
        row
        for row in found
        if (row["period"], row["measure"], row["method"], row["areas"])
        == ("", "t C", "approach 1", "adjusted")
    ]
    # Of the paper where none are given, which have no half-widths.
    density = 100 if densities else 82.11 + 5.0
    assert {row["areas"] for row in found} == {"adjusted", *(["mapped"] if densities else [])}
    size, share = len(buffer), len(taken) / len(buffer)
    area = 190 * 0.09
    assert float(row["estimate"]) == pytest.approx(density * (20 * 0.09 + share * area))
    deviation = density * area * (share * (1 - share) / (size - 1) * (1 - size / 190)) ** 0.5
    assert float(row["sd"]) == pytest.approx(deviation)
    assert float(row["high"]) - float(row["estimate"]) > 1.96 * deviation


@pytest.mark.parametrize("size", [1, 30, 5000])
def test_any_size_will_do(run, tmp_path, size):
    """20 points of what was taken, two of each other stratum, or all cells."""
    files = files_of_a_sample(tmp_path)
    model = load(MODEL.with_name("sample_for_tonnes.model3"))
    run(model, **pair_of(tmp_path), SIZE=size, **files)
    assert len(points(files["points"])) == {1: 24, 30: 30, 5000: 600}[size]


@pytest.mark.parametrize(("value", "place"), [(2007, "Open pit"), (2009, "Dump")])
def test_a_conversion_that_the_map_lacks_can_be_labelled_and_counts(run, tmp_path, value, place):
    """Every tenth point of wood, which the map shows as stable, was taken; of dumps the map has
    none at either date."""
    pair = pair_of(tmp_path)
    conversions = str(tmp_path / "conversions.tif")
    run("transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=conversions)
    files = ("points.gpkg", "strata.csv", "shares.csv")
    sample, strata, shares = (str(tmp_path / name) for name in files)
    by_taken = {"SIZE": 90, "STRATA_BY": "taken", "MIN_PER_STRATUM": "stable=5"}
    run("samplepoints", MAP=conversions, **by_taken, SAMPLE=sample, STRATA=strata)
    assert choices(sample)[f"Forestland \N{RIGHTWARDS ARROW} {place}"] == str(value)
    rows = points(sample)
    wood = {row["id"] for row in [row for row in rows if row["map_value"] == 2002][::10]}
    run(
        "accuracy",
        MAP=conversions,
        REFERENCE=labelled(sample, dict.fromkeys(wood, value)),
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
    run(load(MODEL.with_name("sample_for_tonnes.model3")), **pair, **legend, SIZE=90, **files)
    taken, buffer, stable = read_csv(files["strata"])
    assert (taken["cells"], buffer["cells"], stable["cells"]) == ("20", "190", "390")
    rows = tonnes(
        run,
        tmp_path,
        **pair,
        **legend,
        POINTS=labelled(files["points"], {}),
        COEFFICIENTS=write_csv(tmp_path / "widths.csv", WIDTHS),
    )
    adjusted = {float(row["estimate"]) for row in rows if row["areas"] == "adjusted"}
    assert 180 in adjusted


def test_what_a_script_leaves_out_is_what_the_dialog_shows(run, tmp_path):
    """1,500 points: all 300 cells that were taken, and of the rest 28 and 40 of 68."""
    before = np.ones((60, 80), int)
    before[:, 60:] = 2
    after = before.copy()
    after[5:35, 5:15] = 7
    pair = write_pair(tmp_path, {2000: before, 2010: after}, names=NAMES)
    strata = str(tmp_path / "strata.csv")
    others = {"conversions": str(tmp_path / "conversions.tif"), "points": "TEMPORARY_OUTPUT"}
    model = load(MODEL.with_name("sample_for_tonnes.model3"))
    run(model, **pair, strata=strata, **others)
    assert [row["samples"] for row in read_csv(strata)] == ["300", "494", "706"]
    run(model, **pair, strata=strata, **others, SIZE=480)
    assert [row["samples"] for row in read_csv(strata)] == ["129", "145", "206"]
