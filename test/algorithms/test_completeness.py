"""What belongs to every algorithm is there; one that lacks a part fails here, by name."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication

from carbon_zones.core.columns import COLUMNS
from carbon_zones.provider import ALGORITHMS
from carbon_zones.test import manual
from carbon_zones.test.algorithms import test_contract as kinds
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import ROOT

IDS = [algorithm.ID for algorithm in ALGORITHMS]
GROUPS = {
    "study": "Study",
    "change": "Land-use change",
    "carbon": "Carbon zones and balance",
    "mine": "Mine land",
    "accuracy": "Accuracy",
    "tables": "Maps and tables",
}

# What each algorithm needs besides its own file, and whether it has it.
PARTS = {
    "an icon": lambda name: (ROOT / "resources" / "icons" / f"{name}.svg").is_file(),
    "a page": lambda name: (ROOT / "docs" / "algorithms" / f"{name}.md").is_file(),
    "its place in the manual": lambda name: _is_named(ROOT / "docs" / "README.md", name),
    "its place in the README": lambda name: _is_named(ROOT / "README.md", name),
    "a contract": lambda name: name in CONTRACTS,
    "a plain run": lambda name: name in CONTRACTS and CONTRACTS[name].plain_run is not None,
    "bad inputs": lambda name: name in CONTRACTS and bool(CONTRACTS[name].bad_inputs),
}


def _is_named(page, name: str) -> bool:
    return f"algorithms/{name}.md)" in manual.text_of(page)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", IDS)
def test_an_algorithm_has(name, part):
    assert PARTS[part](name), f"{name} lacks {part}"


@pytest.mark.parametrize("part", PARTS)
def test_one_that_is_not_there_has_no_part(part):
    """Or the test above could not fail."""
    assert not PARTS[part]("nosuchalgorithm")


@pytest.mark.parametrize("name", IDS)
def test_an_algorithm_is_in_a_group(qgis_app, name):
    algorithm = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")
    assert algorithm.group() == GROUPS[algorithm.groupId()]


@pytest.mark.parametrize(
    ("name", "output"),
    [(name, output) for name, contract in CONTRACTS.items() for output in contract.fields],
)
def test_fields_of_the_contract_are_in_the_data_dictionary(name, output):
    for field in CONTRACTS[name].fields[output]:
        kind = kinds.KINDS.get(field, kinds.REAL)
        assert KIND_NAMES[kind] == COLUMNS[field].kind.name, field


KIND_NAMES = {
    kinds.TEXT: "TEXT",
    kinds.WHOLE: "WHOLE",
    kinds.REAL: "REAL",
    kinds.KINDS["ok"]: "YES_NO",
}
