"""What belongs to every algorithm is there; one that lacks a part fails here, by name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsApplication

from carbon_zones.core.base.columns import COLUMNS
from carbon_zones.provider import ALGORITHMS
from carbon_zones.test import manual
from carbon_zones.test.contract import Contract
from carbon_zones.test.contracts import CONTRACTS, FIXED_TABLES
from carbon_zones.test.helpers import ROOT

IDS = {algorithm.ID: algorithm for algorithm in ALGORITHMS}
GROUPS = {
    "study": "Study",
    "change": "Land-use change",
    "carbon": "Carbon zones and balance",
    "mine": "Mine land",
    "accuracy": "Accuracy",
    "tables": "Maps and tables",
}

# What each algorithm needs besides its own file, and whether it has it.
FILES = {
    "an icon": lambda name: (ROOT / "resources" / "icons" / f"{name}.svg").is_file(),
    "a page": lambda name: (ROOT / "docs" / "algorithms" / f"{name}.md").is_file(),
    "a Chinese page": lambda name: (
        ROOT / "docs" / "zh_CN" / "algorithms" / f"{name}.md"
    ).is_file(),
    "its place in the manual": lambda name: (
        f"algorithms/{name}.md)" in manual.text_of(ROOT / "docs" / "README.md")
    ),
    "a contract": lambda name: name in CONTRACTS,
}


# The table on the cells, which all algorithms on dated rasters have, is tried in test_audit.py, the
# polygons of units in test_unit_layer.py.
WITHOUT_A_FILE = ("AUDIT", "UNITS_LAYER")


def lacking(name: str, contract: Contract) -> list[str]:
    """What is missing in a contract of an algorithm."""
    algorithm = IDS[name]().create()
    found = [] if contract.plain_run else ["plain_run"]
    found += [] if contract.bad_inputs else ["bad_inputs"]
    for destination in algorithm.destinationParameterDefinitions():
        output = destination.name()
        if destination.type() == "sink" and output not in contract.fields:
            found.append(f"fields of {output}")
        if output not in contract.outputs and output not in WITHOUT_A_FILE:
            found.append(f"outputs: a file for {output}")
    return found


@pytest.mark.parametrize("part", FILES)
@pytest.mark.parametrize("name", IDS)
def test_an_algorithm_has(name, part):
    assert FILES[part](name), f"{name} lacks {part}"


@pytest.mark.parametrize("part", FILES)
def test_one_that_is_not_there_has_no_part(part):
    """Or the test above could not fail."""
    assert not FILES[part]("nosuchalgorithm")


@pytest.mark.parametrize("name", IDS)
def test_a_contract_is_whole(qgis_app, name):
    assert name in CONTRACTS, f"{name} lacks a contract, test/contract/{name}.py"
    assert lacking(name, CONTRACTS[name]) == []


def test_a_contract_that_says_nothing_lacks_every_part(qgis_app):
    """Or the test above could not fail."""
    empty = replace(CONTRACTS["carbonloss"], fields={}, outputs={}, plain_run=None, bad_inputs=())
    assert lacking("carbonloss", empty) == [
        "plain_run",
        "bad_inputs",
        "fields of LOSSES",
        "outputs: a file for LOSSES",
        "fields of UNCERTAINTY",
        "outputs: a file for UNCERTAINTY",
        "outputs: a file for LOSS_DENSITY",
        "fields of UNITS_LAYER",
        "fields of AUDIT",
    ]


@pytest.mark.parametrize("name", IDS)
def test_an_algorithm_is_in_a_group(qgis_app, name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")
    assert algorithm.group() == GROUPS[algorithm.groupId()]


@pytest.mark.parametrize(("name", "output"), FIXED_TABLES)
def test_fields_of_the_contract_are_in_the_data_dictionary(name, output):
    contract = CONTRACTS[name]
    for column in contract.fields[output]:
        assert contract.kind_of(column) == COLUMNS[column].kind.name, column
