"""What arrives in the project when an algorithm is run from its dialog."""

from __future__ import annotations

import pytest

from carbon_zones.test.helpers import ROOT, SAMPLE, YEARS, read_csv

SCHEME = ROOT / "resources" / "schemes" / "coal_mine"


def rasters(found):
    return {layer["name"]: layer for layer in found["layers"] if layer["kind"] == "raster"}


def tables(found):
    return {layer["name"]: layer for layer in found["layers"] if layer["kind"] == "table"}


def test_sample_arrives_with_the_classes_of_the_scheme(step):
    found = step("sample")
    assert found["ok"], found["log"]
    classes = {
        row["value"]: [row["name"], row["colour"].lower()]
        for row in read_csv(SCHEME / "classes.csv")
    }
    arrived = rasters(found)
    assert sorted(arrived) == [f"Land use {year} (synthetic)" for year in YEARS]
    for layer in arrived.values():
        assert layer["renderer"] == "paletted"
        assert layer["labels"] == classes
    assert (SAMPLE / "landuse_1986.tif").exists()


def test_study_runs_from_its_dialog(step):
    found = step("study")
    assert found["ok"], found["log"]
    assert found["tab"] == "Log"
    assert float(found["results"]["TOTAL_LOSS_TCO2"]) == pytest.approx(2_386_454.60922, abs=1e-3)
    assert float(found["results"]["CLOSURE_CHECKS"]) == 206
    assert "not correctly generated" not in found["log"]


def test_the_report_is_one_click_away(step):
    """That of the last run alone, also one that nobody asked for, in a temporary file."""
    for found, name in (
        (step("study"), "Carbon zone study"),
        (step("assessed"), "Accuracy assessment"),
    ):
        (offer,) = found["offers"]
        # QGIS's own, that the run has ended, lies below it.
        assert offer["on_top"]
        assert offer["title"] == name
        assert offer["text"] == (
            "The report is ready. It is a temporary file that is deleted when QGIS is closed."
        )
        assert offer["file"] == found["results"]["REPORT"]
        assert f"<title>{name}" in offer["page"]


def test_every_layer_that_arrives_stands_in_the_legend(step):
    runs = [step("sample"), step("study"), step("scheme"), *step("rasters").values()]
    for found in runs:
        assert found["layers"]
        for layer in found["layers"]:
            assert layer["in_legend"], layer["name"]


def test_the_tables_of_a_scheme_arrive_with_lists_to_choose_from(step):
    found = step("scheme")
    assert found["ok"], found["log"]
    assert sorted(tables(found)) == ["Classes", "Coefficients", "Rules", "Zones"]
    assert all(layer["valid"] and layer["in_legend"] for layer in found["layers"])
    lists = found["lists"]
    groups = lists["Classes"]["group"]
    assert [label.split(":")[0] for label in groups] == [
        *("(none)", "sink", "mine", "built", "water", "wetland", "bare", "snow")
    ]
    zones = [f"{row['zone']} {row['name']}" for row in read_csv(SCHEME / "zones.csv")]
    assert lists["Rules"]["zone"] == zones
    assert {"@sink", "@mine", "arable (Arable land)"} <= set(lists["Rules"]["from"])
    assert "= (same class)" in lists["Rules"]["to"]


def test_ten_points_of_a_sample_are_labelled_in_the_form(step):
    """Blind: neither form nor table shows what the map says."""
    found = step("labelled")
    assert found["ok"], found["log"]
    assert "temporary" not in found["log"]
    arrived = tables(found)
    assert sorted(arrived) == ["Sample 2018", "Strata 2018"]
    assert arrived["Sample 2018"]["rows"] == 33
    classes = [row["name"] for row in read_csv(SCHEME / "classes.csv")]
    for point in found["chosen"]:
        assert point["names"] == ["(not labelled)", *classes]
        assert "label" in point["shown"]
        assert not {"stratum", "map_value", "map_class", "weight"} & set(point["shown"])
        assert point["saved"]
    assert found["saved"]
    values = [point["value"] for point in found["chosen"]]
    assert found["labels"] == [*values, *[None] * 23]
    assert found["legend"] == ["Not labelled", "Labelled"]
    assert "Reference class" in found["columns"]
    assert not {"Stratum", "Map class", "Map value"} & set(found["columns"])


def test_the_labelled_points_are_assessed(step):
    """Ten of 33 have a label; the dialog takes the field by its name."""
    found = step("assessed")
    assert found["ok"], found["log"]
    assert "Samples: 33; included: 10." in found["log"]
    assert "23 without a label" in found["log"]
    assert sorted(tables(found)) == ["Accuracy by class 2018", "Confusion matrix 2018"]
    values = {row["name"]: int(row["value"]) for row in read_csv(SCHEME / "classes.csv")}
    right = [values[name] == label for name, label in found["points"]]
    assert len(right) == 10
    assert 0 < sum(right) < 10
    assert float(found["results"]["SAMPLES"]) == 10
