"""What belongs to every algorithm is there; one that lacks a part fails here, by name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsApplication

from carbon_zones.provider import ALGORITHMS
from carbon_zones.test import manual
from carbon_zones.test.contract import Contract
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import ROOT

IDS = {algorithm.ID: algorithm for algorithm in ALGORITHMS}
GROUPS = {
    "study": "Study",
    "change": "Land-use change",
    "carbon": "Carbon zones and balance",
    "mine": "Mining areas",
    "accuracy": "Accuracy",
    "tables": "Maps and tables",
}

# What each algorithm needs besides its own file, and whether it has it.
FILES = {
    "a Chinese page": lambda name: (
        ROOT / "docs" / "zh_CN" / "algorithms" / f"{name}.md"
    ).is_file(),
    "its place in the manual": lambda name: (
        f"algorithms/{name}.md)" in manual.text_of(ROOT / "docs" / "README.md")
    ),
}


def lacking(name: str, contract: Contract) -> list[str]:
    """What is missing in a contract of an algorithm."""
    missing = [part for part in ("plain_run", "bad_inputs") if not getattr(contract, part)]
    algorithm = IDS[name]().create()
    destinations = algorithm.destinationParameterDefinitions()
    tables = [output.name() for output in destinations if output.type() == "sink"]
    return missing + [f"columns of {name}" for name in tables if name not in contract.fields]


@pytest.mark.parametrize("part", FILES)
@pytest.mark.parametrize("name", IDS)
def test_an_algorithm_has(name, part):
    assert FILES[part](name), f"{name} lacks {part}"


def test_the_readme_counts_the_algorithms():
    """`make inputs` brings it up to date."""
    heading = f"## What its {len(ALGORITHMS)} algorithms answer\n"
    assert heading in manual.text_of(ROOT / "README.md")


@pytest.mark.parametrize("name", IDS)
def test_a_contract_is_whole(qgis_app, name):
    assert name in CONTRACTS, f"{name} lacks a contract, test/contract/{name}.py"
    assert lacking(name, CONTRACTS[name]) == []


def test_a_contract_that_says_nothing_lacks_every_part(qgis_app):
    """Or the test above could not fail."""
    empty = replace(CONTRACTS["carbonledger"], columns={}, plain_run=None, bad_inputs=())
    tables = ("LEDGER", "STOCKS", "SENSITIVITY")
    missing = ["plain_run", "bad_inputs", *(f"columns of {name}" for name in tables)]
    assert lacking("carbonledger", empty) == missing


@pytest.mark.parametrize("name", IDS)
def test_an_algorithm_is_in_a_group(qgis_app, name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")
    assert algorithm.group() == GROUPS[algorithm.groupId()]
