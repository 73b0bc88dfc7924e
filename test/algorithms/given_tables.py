"""The tables that any algorithm reads, found by the definitions of its parameters."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis

from carbon_zones.provider import ALGORITHMS
from carbon_zones.test.contract.accuracy import STRATA_TABLE, strata
from carbon_zones.test.contracts import good
from carbon_zones.test.helpers import ROOT, write_csv

DEFAULTS = ROOT / "resources" / "schemes" / "coal_mine"
# Of those whose default table would be another one here, or a form to be filled in.
OWN = {
    "AREA_ERRORS": "from_class,to_class,u95_pct\n*,*,3\n@sink,@mine,5.5",
    "VALUES": "class,x\narable,1\nforest,2.5",
}


def takers(is_table: bool) -> dict[str, str]:
    """An algorithm for each table, or each layer, since all read one of a name in the same way."""
    found = {}
    for kind in sorted(ALGORITHMS, key=lambda kind: kind.ID):
        algorithm = kind()
        algorithm.initAlgorithm()
        for definition in algorithm.parameterDefinitions():
            if definition.type() == "source":
                kinds = definition.dataTypes()
                if (kinds == [int(Qgis.ProcessingSourceType.Vector)]) is is_table:
                    found[definition.name()] = algorithm.ID
    return found


TABLES, LAYERS = takers(True), takers(False)


def with_table(name: str, folder: Path) -> tuple[str, dict]:
    """An algorithm with good inputs, among them the table as a file."""
    algorithm = TABLES[name]
    parameters = good(algorithm, folder)
    if name == "STRATA":
        parameters |= strata(STRATA_TABLE)(folder)
    if name in OWN:
        parameters[name] = write_csv(folder / f"{name.lower()}.csv", OWN[name])
    elif name not in parameters:
        file = "zones" if name == "ZONE_TABLE" else name.lower()
        parameters[name] = str(DEFAULTS / f"{file}.csv")
    return algorithm, parameters
