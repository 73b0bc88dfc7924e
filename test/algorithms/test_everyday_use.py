"""As people run it: from a project, with awkward names, into any table."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from carbon_zones.test.helpers import read_csv, read_raster, write_pair, write_raster


@pytest.fixture
def pair(tmp_path):
    return write_pair(tmp_path, {1990: [[1, 1, 2]], 2000: [[1, 7, 2]]}, cell=(100, 100))


@pytest.fixture
def zones(run, pair):
    """Reclassify the pair by the default scheme."""

    def call(table="TEMPORARY_OUTPUT", raster="TEMPORARY_OUTPUT", **further):
        given = {"SCHEME": "coal_mine", **pair, **further}
        return run("zonereclassification", **given, ZONES=str(raster), ZONE_SHARES=str(table))

    return call


def test_layers_of_a_project_by_id_and_by_name(run, pair, tmp_path):
    run.project = QgsProject()
    earlier = QgsRasterLayer(pair["EARLIER"], "the old map 1990")
    later = QgsRasterLayer(pair["LATER"], "the new map 2000")
    for layer in (earlier, later):
        assert run.project.addMapLayer(layer)
    run(
        "transfermatrix",
        EARLIER=earlier.id(),
        LATER="the new map 2000",
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    run("areashares", LAYERS=[earlier.id(), later.name()], SHARES=str(tmp_path / "shares.csv"))
    assert {row["period"] for row in read_csv(tmp_path / "transfers.csv")} == {"1990-2000"}
    assert {row["layer"] for row in read_csv(tmp_path / "shares.csv")} == {
        "the old map 1990",
        "the new map 2000",
    }


@pytest.mark.parametrize(
    ("sink", "name"),
    [
        *(("memory:", "Zone shares"), ("MEMORY:", "Zone shares")),
        *(("TEMPORARY_OUTPUT", "Zone shares"), ("memory:my shares", "my shares")),
    ],
)
def test_a_table_in_memory_is_a_layer_called_by_its_name(zones, sink, name):
    layer = zones(sink)["ZONE_SHARES"]
    assert layer.name() == name
    assert [feature["cells"] for feature in layer.getFeatures()] == [2, 0, 0, 1, 0]


@pytest.mark.parametrize("folder", ["with space", "Öl & Straße", "矿区", "quote's", "50% {x}"])
def test_awkward_folders(zones, tmp_path, folder):
    place = tmp_path / folder
    place.mkdir()
    awkward = {
        "EARLIER": write_raster(place / "früh 1990.tif", [[1, 1, 2]]),
        "LATER": write_raster(place / "spät 2000.tif", [[1, 7, 2]]),
    }
    (place / "rules.csv").write_text("from,to,zone\n*,*,3\n", encoding="utf-8")
    rules = str(place / "rules.csv")
    zones(place / "shares.csv", place / "zones.tif", **awkward, RULES=rules)
    assert read_raster(place / "zones.tif").tolist() == [[3, 3, 3]]
    assert {row["period"] for row in read_csv(place / "shares.csv")} == {"1990-2000"}


def test_outputs_as_the_toolbox_gives_them(run, pair, tmp_path):
    """Definitions with the project they are to be loaded into, or empty ones; no draft is left."""
    run.project = QgsProject()
    out = tmp_path / "out"
    out.mkdir()

    def destination(file):
        return QgsProcessingOutputLayerDefinition(str(out / file), run.project)

    results = run(
        "transfermatrix",
        **pair,
        TRANSFERS=destination("transfers.csv"),
        MATRIX=QgsProcessingOutputLayerDefinition(""),
        CLASS_CHANGE=None,
        CONVERSIONS=destination("conversions.tif"),
    )
    assert len(read_csv(out / "transfers.csv")) == 3
    assert read_raster(out / "conversions.tif").tolist() == [[1001, 1007, 2002]]
    files = {path.name for path in out.iterdir()}
    assert files == {"conversions.tif", "conversions.tif.aux.xml", "transfers.csv"}
    assert not {"MATRIX", "CLASS_CHANGE"} & set(results)
    names = {details.outputName for details in run.context.layersToLoadOnCompletion().values()}
    assert names == {"TRANSFERS", "CONVERSIONS"}


@pytest.mark.parametrize("way", ["id", "layer", "path"])
@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_unsaved_changes_of_a_table_are_told(run, zones, tmp_path, way, codec):
    """They count, but not where a copy of the file is read; saved ones do."""
    rules = tmp_path / "rules.csv"
    rules.write_bytes("from,to,zone,note\n*,*,3,全部\n".encode(codec))
    layer = QgsVectorLayer(str(rules), "my rules", "ogr")
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    given = {"id": layer.id(), "layer": layer, "path": str(rules)}[way]

    def zone_and_warnings():
        zones(raster=tmp_path / "zones.tif", RULES=given)
        messages = [text for text in run.feedback.warnings if "unsaved" in text]
        return int(read_raster(tmp_path / "zones.tif").max()), messages

    assert layer.startEditing()
    assert zone_and_warnings() == (3, [])
    assert layer.changeAttributeValue(next(layer.getFeatures()).id(), 2, "4")
    zone, (message,) = zone_and_warnings()
    assert message.startswith("RULES: layer 'my rules' has unsaved edits, which are ")
    is_read = codec == "utf-8"
    assert zone == (4 if is_read else 3)
    assert ("which are used in this run; save" in message) == is_read
    assert ("which are not used in this run; save" in message) != is_read
    assert layer.commitChanges()
    assert zone_and_warnings()[1] == []


def test_only_the_selected_rows_of_a_table(run, zones, tmp_path):
    rules = tmp_path / "rules.csv"
    rules.write_text("from,to,zone\n*,*,3\n*,*,4\n")
    layer = QgsVectorLayer(str(rules), "rules", "ogr")
    layer.selectByIds([1])
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    zones(raster=tmp_path / "zones.tif", RULES=selected)
    assert read_raster(tmp_path / "zones.tif").tolist() == [[3, 3, 3]]
