"""As people run it: in the background, from a project, with awkward names, into any table."""

from __future__ import annotations

import time

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import YEARS, read_csv, read_raster, sample, write_raster
from carbon_zones.test.paper import LOSSES, SPAN


@pytest.fixture
def pair(tmp_path):
    return {
        "EARLIER": write_raster(tmp_path / "land_1990.tif", [[1, 1, 2]], cell=(100, 100)),
        "LATER": write_raster(tmp_path / "land_2000.tif", [[1, 7, 2]], cell=(100, 100)),
    }


def test_in_a_background_task(qgis_app, tmp_path):
    """As the toolbox does it: inputs looked at in the main thread, the work in another."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("carbonzones:study")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    parameters = {
        "LAYERS": [QgsRasterLayer(sample(year), f"land {year}") for year in YEARS],
        **{name: str(tmp_path / f"{name.lower()}.csv") for name in STUDY_TABLES},
        "ZONES_FOLDER": str(tmp_path),
    }
    finished = []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda ok, results: finished.append((ok, results)))
    QgsApplication.taskManager().addTask(task)
    deadline = time.monotonic() + 600
    while not finished and time.monotonic() < deadline:
        QgsApplication.processEvents()
    ok, results = finished[0]
    assert ok, feedback.textLog()
    assert results["TOTAL_LOSS_TC"] == pytest.approx(LOSSES[SPAN], abs=0.05)
    assert len(read_csv(tmp_path / "zone_shares.csv")) == 4 * 5


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


def test_zone_rasters_of_a_study_are_loaded_into_the_project(run, tmp_path):
    run.project = QgsProject()
    run(
        "study",
        LAYERS=[sample(year) for year in YEARS],
        **dict.fromkeys(STUDY_TABLES, "TEMPORARY_OUTPUT"),
        ZONES_FOLDER=str(tmp_path),
    )
    loaded = run.context.layersToLoadOnCompletion()
    assert {path.rsplit("/", 1)[1]: details.name for path, details in loaded.items()} == {
        **{
            f"zones_{a}_{b}.tif": f"Carbon zones {a}-{b}"
            for a, b in [*zip(YEARS, YEARS[1:]), (YEARS[0], YEARS[-1])]
        },
        "status_2018.tif": "Status of mined land 2018",
        "first_mined.tif": "First mined",
        "reclaimed_by.tif": "Reclaimed by",
    }


@pytest.mark.parametrize("sink", ["memory:", "TEMPORARY_OUTPUT"])
def test_table_as_a_temporary_layer(run, pair, sink):
    results = run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        ZONES="TEMPORARY_OUTPUT",
        ZONE_SHARES=sink,
    )
    layer = results["ZONE_SHARES"]
    assert isinstance(layer, QgsVectorLayer)
    assert [feature["cells"] for feature in layer.getFeatures()] == [2, 0, 0, 1, 0]


def test_tables_side_by_side_in_one_geopackage(run, pair, tmp_path):
    package = tmp_path / "results.gpkg"
    results = run(
        "transfermatrix",
        **pair,
        TRANSFERS=f"ogr:dbname='{package}' table=\"transfers\"",
        CLASS_CHANGE=f"ogr:dbname='{package}' table=\"change\"",
    )
    for name, rows in (("TRANSFERS", 3), ("CLASS_CHANGE", 3)):
        layer = QgsVectorLayer(results[name], name, "ogr")
        assert layer.isValid()
        assert layer.featureCount() == rows


@pytest.mark.parametrize("ending", ["csv", "gpkg", "xlsx", "geojson"])
def test_table_formats(run, pair, tmp_path, ending):
    results = run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        ZONES="TEMPORARY_OUTPUT",
        ZONE_SHARES=str(tmp_path / f"shares.{ending}"),
    )
    layer = QgsVectorLayer(results["ZONE_SHARES"], "shares", "ogr")
    assert layer.isValid()
    assert layer.featureCount() == 5


def test_an_unknown_ending_gives_the_id_that_the_table_got(run, pair, tmp_path):
    results = run("carbonloss", SCHEME="coal_mine", **pair, LOSSES=str(tmp_path / "losses.xyz"))
    layer = QgsVectorLayer(results["LOSSES"], "losses", "ogr")
    assert layer.isValid()
    assert layer.featureCount() == 1


@pytest.mark.parametrize("folder", ["with space", "Öl & Straße", "矿区", "quote's", "50% {x}"])
def test_awkward_folders(run, tmp_path, folder):
    place = tmp_path / folder
    place.mkdir()
    pair = {
        "EARLIER": write_raster(place / "früh 1990.tif", [[1, 1, 2]]),
        "LATER": write_raster(place / "spät 2000.tif", [[1, 7, 2]]),
    }
    (place / "rules.csv").write_text("from,to,zone\n*,*,3\n", encoding="utf-8")
    run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        RULES=str(place / "rules.csv"),
        ZONES=str(place / "zones.tif"),
        ZONE_SHARES=str(place / "shares.csv"),
    )
    assert read_raster(place / "zones.tif").tolist() == [[3, 3, 3]]
    assert {row["period"] for row in read_csv(place / "shares.csv")} == {"1990-2000"}


def test_older_results_are_replaced_with_their_side_files(run, pair, tmp_path):
    zones = tmp_path / "zones.tif"
    write_raster(zones, [[9, 9]], names={9: "Nine"})
    (tmp_path / "zones.tif.ovr").write_bytes(b"overviews of the older raster")
    (tmp_path / "shares.csv").write_text("older\n")
    run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        ZONES=str(zones),
        ZONE_SHARES=str(tmp_path / "shares.csv"),
    )
    assert read_raster(zones).tolist() == [[1, 4, 1]]
    assert "Nine" not in (tmp_path / "zones.tif.aux.xml").read_text(encoding="utf-8")
    assert not (tmp_path / "zones.tif.ovr").exists()
    assert len(read_csv(tmp_path / "shares.csv")) == 5


def test_no_drafts_are_left_after_a_run(run, pair, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    run(
        "transfermatrix",
        **pair,
        TRANSFERS=str(out / "transfers.csv"),
        CONVERSIONS=str(out / "conversions.tif"),
    )
    assert sorted(path.name for path in out.iterdir()) == [
        "conversions.tif",
        "conversions.tif.aux.xml",
        "transfers.csv",
    ]


def test_names_of_the_layers_choose_the_scheme_classes(run, tmp_path):
    """Codes of one's own with the paper's names, in any case."""
    names = {10: "ARABLE LAND", 20: "forest", 30: "Open Pit", 40: "Car park"}
    run(
        "zonereclassification",
        EARLIER=write_raster(tmp_path / "a_1990.tif", [[10, 30, 10, 40]], names=names),
        LATER=write_raster(tmp_path / "b_2000.tif", [[30, 20, 20, 40]], names=names),
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES="TEMPORARY_OUTPUT",
    )
    assert read_raster(tmp_path / "zones.tif").tolist() == [[4, 2, 2, 5]]
    assert any("Car park" in text for text in run.feedback.warnings)


def test_outputs_as_the_toolbox_gives_them(run, pair, tmp_path):
    """Definitions with the project they are to be loaded into, instead of plain paths."""
    run.project = QgsProject()

    def destination(file):
        return QgsProcessingOutputLayerDefinition(str(tmp_path / file), run.project)

    run(
        "transfermatrix",
        **pair,
        TRANSFERS=destination("transfers.csv"),
        MATRIX=destination("matrix.csv"),
        CONVERSIONS=destination("conversions.tif"),
    )
    assert len(read_csv(tmp_path / "transfers.csv")) == 3
    assert len(read_csv(tmp_path / "matrix.csv")) == 4
    assert read_raster(tmp_path / "conversions.tif").tolist() == [[1001, 1007, 2002]]
    names = {details.outputName for details in run.context.layersToLoadOnCompletion().values()}
    assert names == {"TRANSFERS", "MATRIX", "CONVERSIONS"}


def test_outputs_that_the_toolbox_leaves_empty(run, pair, tmp_path):
    empty = QgsProcessingOutputLayerDefinition("")
    results = run(
        "transfermatrix",
        **pair,
        TRANSFERS=str(tmp_path / "transfers.csv"),
        MATRIX=empty,
        CLASS_CHANGE=None,
        CONVERSIONS=empty,
    )
    assert not {"MATRIX", "CLASS_CHANGE", "CONVERSIONS"} & set(results)


def test_only_the_selected_rows_of_a_table(run, pair, tmp_path):
    rules = tmp_path / "rules.csv"
    rules.write_text("from,to,zone\n*,*,3\n*,*,4\n")
    layer = QgsVectorLayer(str(rules), "rules", "ogr")
    layer.selectByIds([1])
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    run(
        "zonereclassification",
        SCHEME="coal_mine",
        **pair,
        RULES=QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True),
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES="TEMPORARY_OUTPUT",
    )
    assert read_raster(tmp_path / "zones.tif").tolist() == [[3, 3, 3]]


@pytest.mark.parametrize("form", ["text", "list", "layer"])
def test_one_layer_given_in_several_ways(run, pair, tmp_path, form):
    path = pair["EARLIER"]
    given = {"text": path, "list": [path], "layer": QgsRasterLayer(path, "land_1990")}[form]
    run("areashares", LAYERS=given, SHARES=str(tmp_path / "shares.csv"))
    rows = read_csv(tmp_path / "shares.csv")
    assert [(row["year"], row["layer"], row["cells"]) for row in rows] == [
        ("1990", "land_1990", "2"),
        ("1990", "land_1990", "1"),
    ]
