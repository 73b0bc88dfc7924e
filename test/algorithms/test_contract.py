"""The names that people script against: they never change once released."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from carbon_zones.core.base.data_dictionary import COLUMNS, ColumnKind
from carbon_zones.test.contracts import CONTRACTS, FIXED_TABLES
from carbon_zones.test.helpers import write_pair

Flag = Qgis.ProcessingParameterFlag

TYPES = {
    ColumnKind.TEXT: QMetaType.Type.QString,
    ColumnKind.WHOLE: QMetaType.Type.LongLong,
    ColumnKind.REAL: QMetaType.Type.Double,
    ColumnKind.YES_NO: QMetaType.Type.Bool,
}
ALL = pytest.mark.parametrize("name", CONTRACTS)


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Small layers: arable land stays, or becomes an open pit; a pit arable; forest to grass."""
    cells = {1990: [[1, 1, 2, 7]], 2000: [[1, 7, 3, 1]]}
    return write_pair(tmp_path_factory.mktemp("pair"), cells)


def test_every_algorithm_and_no_other(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert provider.name() == "Carbon Zones"
    assert {algorithm.name() for algorithm in provider.algorithms()} == set(CONTRACTS)


@ALL
def test_names(qgis_app, name):
    contract = CONTRACTS[name]
    algorithm = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")
    assert (algorithm.displayName(), algorithm.groupId()) == (contract.display_name, contract.group)
    assert algorithm.group()
    assert len(algorithm.displayName().split()) <= 6
    assert algorithm.shortHelpString()
    assert algorithm.shortDescription().endswith(".")
    assert algorithm.tags()
    assert Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().isNull()
    assert all(definition.help() for definition in algorithm.parameterDefinitions())
    parameters = {
        d.name(): (
            d.type(),
            d.defaultValue(),
            bool(d.flags() & Flag.Optional),
            bool(d.flags() & Flag.Advanced),
        )
        for d in algorithm.parameterDefinitions()
    }
    assert parameters == contract.parameters
    outputs = algorithm.outputDefinitions()
    numbers = contract.numbers | set(contract.rare_results.split())
    assert {o.name() for o in outputs if o.type() == "outputNumber"} == numbers
    destinations = {d.name() for d in algorithm.destinationParameterDefinitions()}
    assert destinations <= {output.name() for output in outputs}


@pytest.mark.parametrize(("name", "table"), FIXED_TABLES)
def test_fields_of_tables(run, pair, tmp_path, name, table):
    contract = CONTRACTS[name]
    outputs = dict.fromkeys(contract.required, "TEMPORARY_OUTPUT")
    outputs[table] = str(tmp_path / "table.gpkg")
    results = run(name, **contract.inputs(list(pair.values()), tmp_path), **outputs)
    layer = QgsVectorLayer(results[table], table, "ogr")
    fields = [field for field in layer.fields() if field.name() != "fid"]
    assert [field.name() for field in fields] == contract.fields[table]
    assert layer.isSpatial() is (table in contract.spatial)
    # Of two dates none shows land that lies idle.
    assert layer.featureCount() > 0 or table == "IDLE_AREAS"
    for field in fields:
        # The site's is a text; what checks find is a number.
        is_text = (table, field.name()) == ("SITE", "found")
        kind = ColumnKind.TEXT if is_text else COLUMNS[field.name()].kind
        assert field.type() == TYPES[kind], field.name()


@ALL
def test_results_hold_the_outputs_asked_for_and_no_others(run, pair, tmp_path, name):
    contract = CONTRACTS[name]
    wanted = dict.fromkeys(contract.required, "TEMPORARY_OUTPUT")
    if "FOLDER" in contract.parameters:
        wanted["FOLDER"] = str(tmp_path / "folder")
    results = run(name, **contract.inputs(list(pair.values()), tmp_path), **wanted)
    further = {"WARNINGS", *contract.further_results.split()}
    assert set(results) == set(wanted) | contract.numbers | further
    for number in contract.numbers:
        assert isinstance(results[number], (int, float))
