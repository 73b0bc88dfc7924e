"""What the dialogs are made of: which outputs they ask for, in which order, choices in words."""

from __future__ import annotations

import re

import pytest
from qgis.core import Qgis, QgsApplication

from carbon_zones.bridge.algorithm import CarbonZonesAlgorithm
from carbon_zones.bridge.dialog import get_choice_labels
from carbon_zones.core.accuracy.estimates import DESIGNS as DESIGNS_OF_ACCURACY
from carbon_zones.core.base.messages import Term
from carbon_zones.core.densities.ipcc import (
    CLIMATES,
    CONTINENTS,
    EDITIONS,
    FOREST_TYPES,
    FOREST_ZONES,
    HALF_WIDTH_TYPES,
    LEAF_TYPES,
    LITTER_OPTIONS,
    PERENNIAL_CROPS,
    REGROWTH_FOREST_TYPES,
    SOIL_TYPES,
)
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.path.emissions import GWP_NAMES
from carbon_zones.core.raster.area import AREA_METHODS
from carbon_zones.core.results.sample_design import ALLOCATIONS, DESIGNS
from carbon_zones.core.scheme.defaults import SCHEMES
from carbon_zones.core.sheet.sheet_layout import PAPER_SIZES
from carbon_zones.test.contracts import CONTRACTS

ALL = pytest.mark.parametrize("name", CONTRACTS)
# The strings of each choice, as the core knows them.
CHOICES = {
    "FOCUS": ["auto", "all", "mine"],
    "SCHEME": ("auto", *SCHEMES),
    "AREA_METHOD": AREA_METHODS,
    "GRID": ("earlier", "later"),
    "AGE_RULE": tuple(rule.value for rule in AgeRule),
    "GWP": GWP_NAMES,
    "ALLOCATION": ALLOCATIONS,
    "PAPER": tuple(PAPER_SIZES),
    "DENSITIES": ("auto", "paper", "place"),
    "CLIMATE": (*CLIMATES, "place", "none"),
    "SOIL": (*SOIL_TYPES, "place", "none"),
    "FOREST_ZONE": (*FOREST_ZONES, "place", "none"),
    "CONTINENT": (*CONTINENTS, "place", "none"),
    "LEAF": (*LEAF_TYPES, "place", "none"),
    "FOREST": FOREST_TYPES,
    "RETURNED": REGROWTH_FOREST_TYPES,
    "LITTER": LITTER_OPTIONS,
    "PERENNIAL": PERENNIAL_CROPS,
    "EDITION": EDITIONS,
    "HALF_WIDTH": HALF_WIDTH_TYPES,
    "BY": ("class", "group"),
    "STRATA_BY": ("class", "taken"),
}
DESIGN = {"samplepoints": DESIGNS, "accuracy": DESIGNS_OF_ACCURACY}
# In this order, where an algorithm has them.
IN_ORDER = ("YEARS", "SCHEME", "CLASSES", "UNITS", "UNIT_FIELD", "UNITS_SIZE")
ADVANCED = {
    *("AREA_METHOD", "EXTENT", "NODATA", "GRID", "EARLIER_BAND", "LATER_BAND", "BAND"),
    *("UNITS_RASTER", "UNITS_BAND", "MASK"),
}


@pytest.fixture
def algorithm(qgis_app):
    """An algorithm of the registry, by its name."""

    def get(name):
        return QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")

    return get


def is_advanced(parameter) -> bool:
    return bool(parameter.flags() & Qgis.ProcessingParameterFlag.Advanced)


def choices_of(algorithm) -> list:
    return [one for one in algorithm.parameterDefinitions() if one.type() == "enum"]


@ALL
def test_what_a_dialog_asks_for_by_itself(algorithm, name):
    destinations = algorithm(name).destinationParameterDefinitions()
    assert {one.name() for one in destinations if one.createByDefault()} == CONTRACTS[name].shown


def shown_by(algorithm) -> list:
    """The inputs that a dialog shows at first, from top to bottom."""
    every = algorithm.parameterDefinitions()
    return [one for one in every if not one.isDestination() and not is_advanced(one)]


@ALL
def test_what_must_be_given_stands_first(algorithm, name):
    shown = shown_by(algorithm(name))
    optional = Qgis.ProcessingParameterFlag.Optional
    wanted = [one.defaultValue() is None and not one.flags() & optional for one in shown]
    assert wanted == sorted(wanted, reverse=True)
    names = [one.name() for one in shown]
    assert [one for one in names if one in IN_ORDER] == [one for one in IN_ORDER if one in names]
    assert not ADVANCED & set(names)


@ALL
def test_the_product_comes_right_after_what_must_be_given_and_the_years(algorithm, name):
    """What the layers are is asked before anything that is done with them."""
    shown = shown_by(algorithm(name))
    if not any(one.name() == "SCHEME" for one in shown) or name == "neutralitypath":
        return  # that has no layers, but tables of its own
    optional = Qgis.ProcessingParameterFlag.Optional
    names = [
        one.name() for one in shown if one.defaultValue() is not None or one.flags() & optional
    ]
    before = names[: names.index("SCHEME")]
    assert set(before) <= {"YEARS", "MAP", "LAYERS", "EARLIER", "LATER"}


class Declared(CarbonZonesAlgorithm):
    """What need not be given is declared before what must be."""

    ID, GROUP, NAME, HELP = "declared", "tables", Term("Declared"), Term("Nothing.")
    DECLARES = "YEARS SHARES NODATA MAP LATER"


def test_what_must_be_given_is_put_first_by_itself(qgis_app):
    algorithm = Declared()
    algorithm.initAlgorithm()
    names = [one.name() for one in algorithm.parameterDefinitions()]
    assert names == ["MAP", "SHARES", "NODATA", "LATER", "YEARS"]


def test_the_dialog_of_the_study_is_short(algorithm):
    shown = [one.name() for one in shown_by(algorithm("study"))]
    own = ["RULES", "COEFFICIENTS", "TAKING_GROUPS", "DISTURBANCE_YEAR", "RECOVERY_YEAR"]
    assert shown == ["LAYERS", *IN_ORDER, *own]


@ALL
def test_help_calls_parameters_by_their_labels(algorithm, name):
    """With the name behind it, for scripts."""
    made = algorithm(name)
    labels = {one.name(): one.description() for one in made.parameterDefinitions()}
    for text in (made.shortHelpString(), *(one.help() for one in made.parameterDefinitions())):
        for word in re.finditer(r"\b[A-Z][A-Z_]{2,}\b", text):
            if word[0] in labels:
                label = re.split(r"[,(]", labels[word[0]])[0].strip()
                assert text[: word.start()].endswith(f"'{label}' ("), text


@ALL
def test_every_choice_has_words_for_its_strings(algorithm, name):
    for choice in choices_of(algorithm(name)):
        strings = DESIGN[name] if choice.name() == "DESIGN" else CHOICES.get(choice.name())
        assert choice.usesStaticStrings()
        strings = strings or choice.options()
        assert tuple(choice.options()) == tuple(strings)
        words = get_choice_labels(choice)
        assert set(words) == set(strings)
        assert len(set(words.values())) == len(words)
        assert all(word == word.strip() and word for word in words.values())
        if choice.name() != "PAPER":
            assert not [string for string, word in words.items() if word == string]


@ALL
def test_the_help_of_a_choice_lists_its_strings(algorithm, name):
    """For qgis_process help speaks of numbers, which it then refuses."""
    for choice in choices_of(algorithm(name)):
        assert [one for one in choice.options() if one not in choice.help()] == [], choice.name()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("change detection", {"study", "transfermatrix", "changeanalysis", "trajectories"}),
        ("sankey", {"study", "changeanalysis"}),
        ("InVEST", {"study", "classvalues", "carbonloss", "carbonledger"}),
        ("confusion matrix", {"accuracy", "samplepoints", "transfermatrix"}),
    ],
)
def test_the_toolbox_finds(algorithm, words, names):
    """By any part of a tag; QGIS ignores capitals."""

    def is_listed(name):
        return any(words.casefold() in tag.casefold() for tag in algorithm(name).tags())

    assert set(filter(is_listed, CONTRACTS)) == names
