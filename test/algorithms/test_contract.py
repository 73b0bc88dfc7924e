"""The names that people script against: they never change once released."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from carbon_zones.test.contract import KINDS, REAL, TEXT, WHOLE, YES_NO
from carbon_zones.test.contracts import CONTRACTS, DATED, FIXED_TABLES
from carbon_zones.test.helpers import YEARS, read_csv, write_raster

Flag = Qgis.ProcessingParameterFlag

TYPES = {
    TEXT: QMetaType.Type.QString,
    WHOLE: QMetaType.Type.LongLong,
    REAL: QMetaType.Type.Double,
    YES_NO: QMetaType.Type.Bool,
}
ALL = pytest.mark.parametrize("name", CONTRACTS)


@pytest.fixture
def algorithm(qgis_app):
    """An algorithm of the registry, by its name."""

    def get(name):
        return QgsApplication.processingRegistry().algorithmById(f"carbonzones:{name}")

    return get


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Small layers: arable land stays, or becomes an open pit; a pit arable; forest to grass."""
    folder = tmp_path_factory.mktemp("pair")
    return {
        "EARLIER": write_raster(folder / "land_1990.tif", [[1, 1, 2, 7]]),
        "LATER": write_raster(folder / "land_2000.tif", [[1, 7, 3, 1]]),
    }


def test_every_algorithm_and_no_other(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert {algorithm.name() for algorithm in provider.algorithms()} == set(CONTRACTS)


@ALL
def test_display_name(algorithm, name):
    assert algorithm(name).displayName() == CONTRACTS[name].display_name


@ALL
def test_group(algorithm, name):
    assert algorithm(name).groupId() == CONTRACTS[name].group
    assert algorithm(name).group()


def test_provider_id_and_name(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert provider.name() == "Carbon Zones"


@ALL
def test_parameters(algorithm, name):
    found = {
        d.name(): (
            d.type(),
            d.defaultValue(),
            bool(d.flags() & Flag.Optional),
            bool(d.flags() & Flag.Advanced),
        )
        for d in algorithm(name).parameterDefinitions()
    }
    assert found == CONTRACTS[name].parameters


@pytest.mark.parametrize("name", [name for name, one in CONTRACTS.items() if one.is_pair])
def test_choices_of_a_pair_are_static_strings(algorithm, name):
    grid = algorithm(name).parameterDefinition("GRID")
    assert grid.usesStaticStrings()
    assert grid.options() == ["earlier", "later"]


@pytest.mark.parametrize("name", DATED)
def test_choices_of_how_areas_are_found_are_static_strings(algorithm, name):
    method = algorithm(name).parameterDefinition("AREA_METHOD")
    assert method.usesStaticStrings()
    assert method.options() == ["auto", "ellipsoidal", "planimetric"]


@ALL
def test_numeric_outputs(algorithm, name):
    outputs = algorithm(name).outputDefinitions()
    assert {o.name() for o in outputs if o.type() == "outputNumber"} == CONTRACTS[name].numbers


@ALL
def test_every_destination_is_an_output(algorithm, name):
    destinations = {d.name() for d in algorithm(name).destinationParameterDefinitions()}
    outputs = {output.name() for output in algorithm(name).outputDefinitions()}
    assert destinations <= outputs


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
    assert layer.featureCount() > 0
    for field in fields:
        assert field.type() == TYPES[KINDS.get(field.name(), REAL)], field.name()


def test_matrix_columns(run, pair, tmp_path):
    run(
        "transfermatrix",
        **pair,
        TRANSFERS="TEMPORARY_OUTPUT",
        MATRIX=str(tmp_path / "matrix.csv"),
    )
    rows = read_csv(tmp_path / "matrix.csv")
    assert list(rows[0]) == ["from_class", "1", "2", "3", "7", "Total"]
    assert [row["from_class"] for row in rows] == ["1", "2", "3", "7", "Total"]


@ALL
def test_results_hold_the_outputs_asked_for_and_no_others(run, pair, tmp_path, name):
    contract = CONTRACTS[name]
    wanted = dict.fromkeys(contract.required, "TEMPORARY_OUTPUT")
    if "FOLDER" in contract.parameters:
        wanted["FOLDER"] = str(tmp_path / "folder")
    results = run(name, **contract.inputs(list(pair.values()), tmp_path), **wanted)
    assert set(results) == set(wanted) | contract.numbers | set(contract.further_results.split())
    for number in contract.numbers:
        assert isinstance(results[number], (int, float))


def test_zone_rasters_are_named_by_their_period(sample_study):
    folder, _ = sample_study
    assert sorted(path.name for path in folder.glob("*.tif")) == [
        "first_mined.tif",
        "reclaimed_by.tif",
        "status_2018.tif",
        *sorted(f"zones_{a}_{b}.tif" for a, b in [*zip(YEARS, YEARS[1:]), ("1986", "2018")]),
    ]
