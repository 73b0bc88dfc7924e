"""What was given and has no effect is said, once; what dialogs give in any case is not."""

from __future__ import annotations

import re

import pytest

from carbon_zones.provider import ALGORITHMS
from carbon_zones.test.algorithms.bad_inputs import COEFFICIENT_TABLE, half_widths
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import write_csv, write_polygons

# Takes seconds to make, and is asked for as the others are.
PAGE = "REPORT"
REPORT_ONLY = ("TITLE", "AUTHOR", "COMMENT")
# By algorithm and input, the outputs that it is for; each has to be told without all of them.
ONLY_FOR = {
    **{("study", name): ("REPORT", "WORKBOOK") for name in REPORT_ONLY},
    ("study", "TITLE"): ("REPORT", "WORKBOOK", "DISCLOSURE"),
    ("study", "FOCUS"): ("REPORT",),
    ("changeanalysis", "GRADES"): ("INDICES", "REPORT"),
    ("changeanalysis", "PROJECT_TO"): ("PROJECTION", "REPORT"),
    ("changeanalysis", "VALUES"): ("CONTRIBUTIONS", "REPORT"),
    ("classvalues", "COLUMN"): ("CHANGE_MAP", "DENSITY_FOLDER"),
    **{("carbonloss", name): ("UNCERTAINTY", "AREA_ERRORS") for name in ("DRAWS", "SEED", "LEVEL")},
    ("neutralitypath", "MILESTONES"): ("MILESTONE_TABLE", "REPORT"),
}
TABLES = {
    "GRADES": "class,grade\n*,3\n",
    "VALUES": "class,soil\narable,3\nforest,2\ngrass,1\n",
    "AREA_ERRORS": "from_class,to_class,u95_pct\n@sink,@mine,5\n",
}
PLAIN = {
    **dict.fromkeys(REPORT_ONLY, "Ours"),
    "FOCUS": "mine",
    "COLUMN": "vegetation_tc_per_ha",
    "PROJECT_TO": "2020",
    "DRAWS": 100,
    "SEED": 7,
    "LEVEL": 90,
    "MILESTONES": "2030",
}


IGNORED = re.compile(r"\w+(?: \(\w+\))? ignored: ")


def unused(run) -> list[str]:
    """The inputs of the last run that it says it did not use."""
    return [line.split()[0] for line in run.feedback.warnings if IGNORED.match(line)]


def inputs(algorithm, folder, *asked) -> dict:
    """Good ones, and no output that need not be but these."""
    given, contract = good(algorithm, folder), CONTRACTS[algorithm]
    left = set(contract.outputs) - set(contract.required)
    left |= {name for one, name in ONLY_FOR if one == algorithm}
    given = {name: value for name, value in given.items() if name not in left}
    return {**given, **dict.fromkeys(asked, "TEMPORARY_OUTPUT")}


def own(folder, name) -> dict:
    text = TABLES.get(name)
    value = PLAIN[name] if text is None else write_csv(folder / f"{name.lower()}.csv", text)
    return {name: value}


def test_no_other_input_is_for_some_outputs_alone():
    declared = {(a.ID, name): outputs for a in ALGORITHMS for name, outputs in a.ONLY_FOR.items()}
    assert declared == ONLY_FOR


@pytest.mark.parametrize(("algorithm", "name"), ONLY_FOR)
def test_what_is_for_outputs_that_nobody_asks_for_is_said(run, tmp_path, algorithm, name):
    given = {**inputs(algorithm, tmp_path), **own(tmp_path, name)}
    run(algorithm, **given)
    words = "/".join(ONLY_FOR[algorithm, name])
    assert f"{name} ignored: it only applies to {words}." in run.feedback.warnings
    assert set(unused(run)) == {name}


ASKED = sorted({(key[0], output) for key, outputs in ONLY_FOR.items() for output in outputs})


@pytest.mark.parametrize(
    ("algorithm", "output"), [one for one in ASKED if one[1] not in (PAGE, "AREA_ERRORS")]
)
def test_where_one_of_them_is_asked_for_nothing_is_said(run, tmp_path, algorithm, output):
    given = inputs(algorithm, tmp_path, output)
    for (one, name), outputs in ONLY_FOR.items():
        if one == algorithm and output in outputs:
            given |= own(tmp_path, name)
    if algorithm == "carbonloss":
        given |= half_widths(tmp_path)
    if output == "WORKBOOK":
        given[output] = str(tmp_path / "out" / "all.xlsx")
    if output == "UNITS_LAYER":
        given["UNITS_SIZE"] = 1.0
    run(algorithm, **given)
    assert unused(run) == []


@pytest.mark.parametrize("algorithm", sorted({algorithm for algorithm, _ in ONLY_FOR}))
def test_what_a_dialog_gives_in_any_case_is_nothing_to_tell(qgis_app, run, tmp_path, algorithm):
    given = inputs(algorithm, tmp_path)
    registry = qgis_app.processingRegistry()
    asked = registry.createAlgorithmById(f"carbonzones:{algorithm}")
    for definition in asked.parameterDefinitions():
        if not definition.isDestination():
            given.setdefault(definition.name(), definition.defaultValue())
    run(algorithm, **given)
    assert unused(run) == []


@pytest.mark.parametrize("draws", [0, 9])
@pytest.mark.parametrize("algorithm", ["carbonledger", "neutralitypath"])
def test_a_seed_without_draws(run, tmp_path, algorithm, draws):
    run(algorithm, **inputs(algorithm, tmp_path), DRAWS=draws, SEED=7)
    assert unused(run) == ([] if draws else ["SEED"])


def test_errors_of_areas_are_used_though_no_table_is_asked_for(run, tmp_path):
    """For the numbers and the log."""
    given = {**inputs("carbonloss", tmp_path), **own(tmp_path, "AREA_ERRORS"), "DRAWS": 100}
    run("carbonloss", **{**given, **half_widths(tmp_path)})
    assert unused(run) == []
    assert any("Monte Carlo simulation (100 draws, seed " in line for line in run.feedback.infos)


@pytest.mark.parametrize("algorithm", ["carbonledger", "carbonloss"])
def test_errors_of_areas_where_coefficients_have_none(run, tmp_path, algorithm):
    given = {**inputs(algorithm, tmp_path, "UNCERTAINTY"), **own(tmp_path, "AREA_ERRORS")}
    given["COEFFICIENTS"] = write_csv(tmp_path / "coefficients.csv", COEFFICIENT_TABLE)
    run(algorithm, **given)
    assert unused(run) == ["AREA_ERRORS"]
    run(algorithm, **{**given, **half_widths(tmp_path)})
    assert unused(run) == []


PLACE = {"SCHEME": "coal_mine", "CLIMATE": "cool_temperate_dry", "FOREST_ZONE": "tropical_dry"}
# Of densities: what was given, and what of it is for something that was not.
FOR_OTHERS = [
    ({"BAND": 2, "MEASURED": "TEMPORARY_OUTPUT"}, "MAP"),
    ({"NODATA": "0", "AREA_METHOD": "planimetric", "EXTENT": "0,1,0,1"}, "MAP/LAYERS"),
    ({"MASK": "mask.csv"}, "MAP/LAYERS"),
    ({"SITE": "TEMPORARY_OUTPUT"}, "PLACE/MAP/LAYERS"),
    *(
        ({f"{name}_{what}": value for what, value in values.items()}, name)
        for name in ("SOIL_MAP", "BIOMASS_MAP")
        for values in [{"BAND": 2, "NODATA": "-9999", "FACTOR": 3.0, "U95": 0}]
    ),
    ({"ROOT_SHOOT": 0}, "BIOMASS_MAP"),
    ({"CLIMATE": None, "SOIL": "sandy", "HALF_WIDTH": "mean"}, "CLIMATE"),
    (
        {"FOREST_ZONE": None, "CONTINENT": "asia", "LEAF": "broadleaf", "FOREST": "plantation"},
        "FOREST_ZONE",
    ),
    ({"FOREST_ZONE": None, "RETURNED": "natural"}, "FOREST_ZONE"),
    ({"CLIMATE": None, "FOREST_ZONE": None, "EDITION": "2006"}, "CLIMATE/FOREST_ZONE"),
    ({"CLIMATE": None, "FOREST_ZONE": None, "LITTER": "litter"}, "FOREST_ZONE/CLIMATE"),
]


@pytest.mark.parametrize(("given", "other"), FOR_OTHERS)
def test_densities_say_what_is_for_inputs_that_were_not_given(run, tmp_path, given, other):
    if "MASK" in given:
        square = "POLYGON ((0 0, 0 1, 1 1, 0 0))"
        given = {**given, "MASK": write_polygons(tmp_path / "mask.geojson", [square])}
    run("carbondensities", **{**PLACE, **given}, COEFFICIENTS="TEMPORARY_OUTPUT")
    names = [name for name, value in given.items() if value is not None]
    told = [f"{name} ignored: it only applies to {other}." for name in names]
    assert sorted(line for line in run.feedback.warnings if "only applies" in line) == sorted(told)


def fields_and(folder, key: str) -> str:
    """A class table of fields, and trees where a key is given."""
    trees = f"5,{key},Trees,sink\n" if key else ""
    return write_csv(
        folder / "classes.csv", f"value,class,name,group\n1,arable,Fields,sink\n{trees}"
    )


@pytest.mark.parametrize(
    ("edition", "trees", "why"),
    [
        ("2006", "orchard", "EDITION 2006 has a single value for all perennial crops"),
        ("2006", "", "EDITION 2006 has a single value for all perennial crops"),
        ("2019", "Orchard", ""),
        ("2019", "forest", "no class has the key orchard"),
    ],
)
def test_perennial_crops_need_an_orchard_and_an_edition_that_has_kinds(
    run, tmp_path, edition, trees, why
):
    given = {**PLACE, "CLASSES": fields_and(tmp_path, trees)}
    given.update(EDITION=edition, PERENNIAL="vine", COEFFICIENTS="TEMPORARY_OUTPUT")
    run("carbondensities", **given)
    said = [line for line in run.feedback.warnings if IGNORED.match(line)]
    assert said == ([f"PERENNIAL ignored: {why}."] if why else [])
    run("carbondensities", **{**given, "PERENNIAL": "orchard"})
    assert unused(run) == []


@pytest.mark.parametrize(
    ("given", "trees", "is_used"),
    [
        ({"FOREST_ZONE": "tropical_dry"}, "forest", True),
        ({"FOREST_ZONE": "none"}, "forest", False),
        # The desert of Atacama has no forest zone, and Amapa has one.
        ({"FOREST_ZONE": "place", "PLACE": "-69.07,-24.27"}, "forest", False),
        ({"FOREST_ZONE": "place", "PLACE": "-51.6,2.3"}, "forest", True),
        ({"FOREST_ZONE": "tropical_dry"}, "", False),
        ({"CLIMATE": "tropical_wet", "FOREST_ZONE": None}, "mangrove", True),
        ({"CLIMATE": "boreal_dry", "FOREST_ZONE": None}, "mangrove", False),
    ],
)
def test_litter_needs_a_forest_with_a_zone_or_mangroves_with_a_climate(
    run, tmp_path, given, trees, is_used
):
    given = {**PLACE, **given, "CLASSES": fields_and(tmp_path, trees)}
    run("carbondensities", **given, LITTER="litter", COEFFICIENTS="TEMPORARY_OUTPUT")
    assert unused(run) == ([] if is_used else ["LITTER"])


CHOSEN = {**PLACE, "SOIL": "sandy", "PLACE": "-51.6,2.3"}


@pytest.mark.parametrize(
    ("given", "is_used"),
    [
        ({}, True),  # the continent
        ({"CONTINENT": "africa"}, False),
        ({"CONTINENT": "africa", "LEAF": "place"}, False),
        ({"FOREST_ZONE": "boreal_coniferous"}, False),
        ({"FOREST_ZONE": "none"}, False),
        ({"FOREST_ZONE": "none", "SOIL": None}, True),
        ({"FOREST_ZONE": "temperate_oceanic"}, True),
        ({"FOREST_ZONE": "temperate_oceanic", "LEAF": "broadleaf"}, False),
        ({"CONTINENT": "africa", "SITE": "TEMPORARY_OUTPUT"}, True),
    ],
)
def test_a_place_needs_something_that_the_maps_are_to_choose(run, given, is_used):
    run("carbondensities", **{**CHOSEN, **given}, COEFFICIENTS="TEMPORARY_OUTPUT")
    assert ("PLACE" in unused(run)) != is_used


@pytest.mark.parametrize(
    ("choice", "zone", "edition", "is_used"),
    [
        ({"CONTINENT": "americas"}, "tropical_dry", "2019", True),
        # Forest there is of all, and comes back as that of the continent does.
        ({"CONTINENT": "asia"}, "tropical_dry", "2019", True),
        ({"CONTINENT": "americas"}, "tropical_dry", "2006", False),
        ({"CONTINENT": "asia"}, "temperate_oceanic", "2019", False),
        ({"LEAF": "broadleaf"}, "temperate_oceanic", "2019", True),
        ({"LEAF": "broadleaf"}, "tropical_dry", "2019", False),
        ({"LEAF": "broadleaf", "LITTER": "litter"}, "tropical_dry", "2006", True),
    ],
)
def test_densities_say_which_choice_decides_nothing(run, choice, zone, edition, is_used):
    given = {**PLACE, "FOREST_ZONE": zone, "EDITION": edition, **choice}
    if zone == "temperate_oceanic":
        given["LEAF"] = "broadleaf"
    run("carbondensities", **given, COEFFICIENTS="TEMPORARY_OUTPUT")
    assert unused(run) == ([] if is_used else [*choice])
    said = f"for this forest in FOREST_ZONE {zone} (EDITION {edition}) applies to all"
    assert any(said in line for line in run.feedback.warnings) != is_used
