"""Rules by group, rules as a square, and rules that leave everything unassigned."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.test.algorithms.bad_inputs import left_behind, truncated
from carbon_zones.test.algorithms.forms import FORMS, as_csv, form_name
from carbon_zones.test.algorithms.refusals import sentence_of
from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import read_raster, write_csv, write_pair, write_raster

# --- squares in every form --------------------------------------------------------------------

CLASSES = "value,class,name,group\n1,crop,Cropland,sink\n2,wood,Woods,sink\n3,pit,Open pit,mine\n"
EARLIER = [[1, 1, 1, 2, 2], [2, 3, 3, 3, 2]]
LATER = [[1, 2, 3, 1, 2], [3, 1, 3, 2, 0]]
# Numbers alone, words alone (a sheet whose header OGR takes for a row), and both.
SQUARES = {
    "numbers": "from,=,Woods,@mine,*\n@sink,1,,4,3\ncrop,,2,,\n@MINE,,,,2\n",
    "words": "from,=,woods,@Mine,*\n@sink,invariant,,Emission_Control,low_carbon\n"
    "Cropland,,enhancement,,\n@mine,,,,enhancement\n",
    "both": "from,=,wood,pit,*\n@sink,invariant,,4,low_carbon\ncrop,,2,,\npit,,,,enhancement\n",
}
ZONES = [[1, 2, 4, 3, 1], [4, 2, 2, 2, 0]]


@pytest.fixture
def pair(tmp_path):
    """Two dates of cropland, woods and a pit, without names of their own; 0 is no data."""
    return {
        "EARLIER": write_raster(tmp_path / "land_2000.tif", EARLIER, nodata=0),
        "LATER": write_raster(tmp_path / "land_2020.tif", LATER, nodata=0),
        "CLASSES": as_csv(tmp_path, "CLASSES", CLASSES),
    }


def zones_of(run, tmp_path, **parameters) -> list:
    run(
        "zonereclassification",
        **parameters,
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES=str(tmp_path / "shares.csv"),
    )
    return read_raster(tmp_path / "zones.tif").tolist()


@pytest.mark.parametrize("form", FORMS, ids=form_name)
@pytest.mark.parametrize("cells", SQUARES)
def test_a_square_in_every_form_that_a_table_may_have(run, pair, tmp_path, cells, form):
    rules = form(tmp_path, "RULES", SQUARES[cells])
    assert zones_of(run, tmp_path, **pair, RULES=rules) == ZONES


@pytest.mark.parametrize("cells", SQUARES)
def test_empty_columns_and_rows_of_a_spreadsheet_are_passed_over(run, pair, tmp_path, cells):
    lines = [line + ",," for line in SQUARES[cells].splitlines()]
    rules = write_csv(tmp_path / "rules.csv", "\n".join([*lines, "," * lines[0].count(",")]))
    assert zones_of(run, tmp_path, **pair, RULES=rules) == ZONES


# --- nothing assigned -------------------------------------------------------------------------


def refusal(run, tmp_path, algorithm: str = "zonereclassification", **parameters) -> str:
    out = tmp_path / "out"
    out.mkdir(exist_ok=True)
    names = ["ZONE_SHARES.csv", "ZONES.tif"]
    if algorithm == "study":
        parameters["LAYERS"] = [parameters.pop("EARLIER"), parameters.pop("LATER")]
        names = ["ZONES_FOLDER", *(f"{name}.csv" for name in STUDY_TABLES)]
    outputs = {name.split(".")[0]: str(out / name) for name in names}
    said = sentence_of(run, algorithm, **parameters, **outputs)
    assert left_behind(tmp_path) == []
    return said


@pytest.fixture
def towns(tmp_path):
    """Two dates whose layers name their own classes, none of them one of the scheme."""
    names = {1: "town", 2: "farm", 3: "steppe"}
    return write_pair(
        tmp_path, {2000: [[1, 2, 3, 3]], 2020: [[1, 1, 3, 2]]}, name="own_{}.tif", names=names
    )


@pytest.mark.parametrize("algorithm", ["zonereclassification", "study"])
def test_classes_that_no_default_rule_fits_are_refused_with_what_to_write(
    run, towns, tmp_path, algorithm
):
    said = refusal(run, tmp_path, algorithm, **towns)
    for words in (
        "town (no group), farm (no group), steppe (no group)",
        "@sink, @mine, @built, @water",
        "add a row such as town,=,invariant to RULES",
        "assign groups (CLASSES, SCHEME)",
    ):
        assert words in said
    # Classes of the scheme that no layer names are not those of the run.
    assert "Arable" not in said
    assert "open_pit" not in said


def test_the_row_that_the_refusal_shows_is_enough(run, towns, tmp_path):
    rules = write_csv(tmp_path / "rules.csv", "from,to,zone\ntown,=,invariant\n")
    assert zones_of(run, tmp_path, **towns, RULES=rules) == [[1, 5, 5, 5]]


def test_the_groups_that_the_refusal_asks_for_are_enough(run, towns, tmp_path):
    classes = write_csv(
        tmp_path / "classes.csv", "value,class,group\n1,town,built\n2,farm,sink\n3,steppe,sink\n"
    )
    assert zones_of(run, tmp_path, **towns, CLASSES=classes) == [[7, 3, 1, 5]]
    said = " ".join(run.feedback.infos)
    assert (
        "6 of 8 default rules ignored; classes not in this run: @mine, arable, forest, grass"
        in said
    )


def test_rules_that_fit_nothing_are_refused_before_any_cell_is_read(run, tmp_path):
    parameters = {
        "EARLIER": write_raster(tmp_path / "a_1990.tif", np.ones((300, 200), np.uint8)),
        **truncated("LATER", 0.5)(tmp_path),
        "CLASSES": write_csv(tmp_path / "classes.csv", "value,class\n1,town\n2,farm\n"),
    }
    said = refusal(run, tmp_path, **parameters)
    assert "no rule applies to the classes of this run" in said
    rules = write_csv(tmp_path / "rules.csv", "from,to,zone\n*,=,invariant\n")
    assert "cut_2000" in refusal(run, tmp_path, **parameters, RULES=rules)
