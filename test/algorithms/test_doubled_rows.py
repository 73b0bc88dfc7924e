"""A row twice in a table: refused, told, or of no consequence, but never counted in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingException

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.contract.accuracy import STRATA_TABLE, strata
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import ROOT, write_csv

DEFAULTS = ROOT / "resources" / "schemes" / "coal_mine"
REFUSED, TOLD, SAME = "refused", "told", "same"
# What becomes of a doubled row. Two rows of activity can be meant, two of rules change nothing.
OUTCOMES = {
    **dict.fromkeys(("CLASSES", "ZONE_TABLE", "COEFFICIENTS", "GRADES", "VALUES"), REFUSED),
    **dict.fromkeys(("SUSPECT_RULES", "AREA_ERRORS", "FACTORS", "SCENARIOS"), REFUSED),
    **dict.fromkeys(("AGES", "STATUS", "DISTURBED", "STRATA"), REFUSED),
    "ACTIVITY": TOLD,
    "RULES": SAME,
}
# Of those whose default table would be another one here, or a form to be filled in.
OWN = {
    "AREA_ERRORS": "from_class,to_class,u95_pct\n*,*,3\n@sink,@mine,5",
    "VALUES": "class,x\narable,1\nforest,2",
}


def takes_tables(algorithm: str, name: str) -> bool:
    registry = QgsApplication.processingRegistry()
    definition = registry.algorithmById(f"carbonzones:{algorithm}").parameterDefinition(name)
    return definition.dataTypes() == [int(Qgis.ProcessingSourceType.Vector)]


def first_takers() -> dict[str, str]:
    """An algorithm for each table, since all read a table in the same way."""
    return {
        name: algorithm
        for algorithm, contract in CONTRACTS.items()
        for name, (kind, *_) in contract.parameters.items()
        if kind == "source"
    }


def test_no_table_is_forgotten(qgis_app):
    tables = {name for name, algorithm in first_takers().items() if takes_tables(algorithm, name)}
    assert tables == set(OUTCOMES)


def with_table(name: str, folder: Path) -> tuple[str, dict]:
    """An algorithm with good inputs, among them the table as a file."""
    algorithm = first_takers()[name]
    parameters = good(algorithm, folder)
    if name == "STRATA":
        parameters |= strata(STRATA_TABLE)(folder)
    if name in OWN:
        parameters[name] = write_csv(folder / f"{name.lower()}.csv", OWN[name])
    elif name not in parameters:
        file = "zones" if name == "ZONE_TABLE" else name.lower()
        parameters[name] = str(DEFAULTS / f"{file}.csv")
    return algorithm, parameters


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_row_twice(run, tmp_path, name):
    algorithm, parameters = with_table(name, tmp_path)
    files = {}
    if OUTCOMES[name] == SAME:
        run(algorithm, **parameters)
        files = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.csv")}
        shutil.rmtree(tmp_path / "out")
        (tmp_path / "out").mkdir()
    lines = Path(parameters[name]).read_text(encoding="utf-8").rstrip().splitlines()
    doubled = tmp_path / "doubled" / Path(parameters[name]).name
    doubled.parent.mkdir()
    parameters[name] = write_csv(doubled, "\n".join([*lines, lines[-1]]))
    numbers = (str(len(lines) - 1), str(len(lines)))
    if OUTCOMES[name] == REFUSED:
        with pytest.raises(QgsProcessingException) as caught:
            run(algorithm, **parameters)
        message = str(caught.value)
        assert is_one_sentence(message)
        assert name in message
        assert all(number in message for number in numbers)
        assert left_behind(tmp_path) == []
        return
    run(algorithm, **parameters)
    if OUTCOMES[name] == SAME:
        assert {path: path.read_bytes() for path in files} == files
    else:
        (told,) = (text for text in run.feedback.warnings if name in text)
        assert f"rows {numbers[0]} and {numbers[1]} are the same, and both count" in told
