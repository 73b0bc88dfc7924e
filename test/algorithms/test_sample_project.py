"""The project and the districts that come with the sample, opened where a user put them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProcessingModelAlgorithm,
    QgsProject,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from carbon_zones.test.helpers import ROOT, SAMPLE, YEARS, read_csv, sample

PROJECT = "carbon_zones_sample.qgz"
DISTRICTS = [
    f"{part} district" for part in ("North-west", "North-east", "South-west", "South-east")
]


@pytest.fixture
def elsewhere(run, tmp_path) -> Path:
    """What Load sample data gave, after its folder was moved and renamed."""
    run("sampledata", FOLDER=str(tmp_path / "here"))
    moved = tmp_path / "somewhere é" / "else"
    moved.parent.mkdir()
    return (tmp_path / "here").rename(moved)


@pytest.fixture
def project(elsewhere):
    """The project, opened, and the provider of its models, as the application has it."""
    from processing.modeler.ProjectProvider import ProjectProvider

    opened = QgsProject()
    opened.models = ProjectProvider(opened)
    assert opened.read(str(elsewhere / PROJECT)), opened.error()
    yield opened
    opened.models.clear()
    opened.clear()


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        assert [name for name in archive.namelist() if not name.endswith(".qgs")] == []
        return archive.read(f"{path.stem}.qgs").decode("utf-8")


def test_layers_are_valid_and_lie_in_the_folder(project, elsewhere):
    layers = list(project.mapLayers().values())
    assert len(layers) == 5
    for layer in layers:
        assert layer.isValid(), layer.name()
        assert Path(layer.source()).parent == elsewhere
        assert layer.crs().authid() == "EPSG:32649"
        assert "synthetic" in layer.name()


def test_groups_by_year_in_order_under_the_districts(project):
    root = project.layerTreeRoot()
    assert [child.name() for child in root.children()] == ["Districts (synthetic)", *YEARS]
    for year in YEARS:
        (node,) = root.findGroup(year).findLayers()
        assert node.layer().source().endswith(f"landuse_{year}.tif")
    assert [layer.name() for layer in root.checkedLayers()] == [
        "Districts (synthetic)",
        "Land use 2018 (synthetic)",
    ]


def test_dates_have_the_schemes_names_and_the_files_colours(project):
    classes = read_csv(ROOT / "resources" / "schemes" / "coal_mine" / "classes.csv")
    names = {int(row["value"]): row["name"] for row in classes}
    for year in YEARS:
        renderer = project.mapLayer(f"landuse_{year}").renderer()
        assert renderer.type() == "paletted"
        assert {int(entry.value): entry.label for entry in renderer.classes()} == names
        with gdal.Open(sample(year)) as file:
            table = file.GetRasterBand(1).GetColorTable()
            for entry in renderer.classes():
                assert entry.color.getRgb() == table.GetColorEntry(int(entry.value))


def test_extent_and_reference_system(project):
    assert project.crs().authid() == "EPSG:32649"
    assert project.filePathStorage() == Qgis.FilePathType.Relative
    view = project.viewSettings().defaultViewExtent()
    land = project.mapLayer("landuse_1986").extent()
    assert view.contains(land)
    assert view.width() < 1.2 * land.width()


def colours(layers, view) -> Counter:
    """How many pixels of a picture have each colour."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setExtent(view)
    settings.setDestinationCrs(view.crs())
    settings.setOutputSize(QSize(300, 300))
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    assert job.errors() == []
    image = job.renderedImage()
    places = product(range(image.width()), range(image.height()))
    return Counter(image.pixelColor(*place).name() for place in places)


def test_a_theme_per_year_shows_that_year(project):
    themes = project.mapThemeCollection()
    assert themes.mapThemes() == [f"Land use {year}" for year in YEARS]
    view = project.viewSettings().defaultViewExtent()
    dumps = []
    for year in YEARS:
        layers = themes.mapThemeVisibleLayers(f"Land use {year}")
        assert [layer.id() for layer in layers] == ["districts_synthetic", f"landuse_{year}"]
        shown = colours(layers, view)
        assert shown["#1a1a1a"] > 200, "outlines of the districts"
        dumps.append(shown["#808394"])
    assert dumps == sorted(dumps), "the dumps grow from date to date"
    assert dumps[-1] > 2000


def test_nothing_in_it_tells_of_the_machine_it_was_made_on():
    text = text_of(SAMPLE / PROJECT)
    # One is empty: that of the layer of annotations, which every project has.
    sources = re.findall(r"<datasource>(.+?)</datasource>", text)
    assert sorted(sources) == ["./districts.geojson", *(f"./landuse_{year}.tif" for year in YEARS)]
    for trace in ("file:", '="/', ">/", "/home/", "/tmp/", "C:\\", "saveUser", "saveDateTime"):
        assert trace not in text, trace
    assert not re.search(r"\b20\d\d-\d\d-\d\dT", text)


def test_the_shipped_model_is_embedded_and_can_run(project):
    (model,) = project.models.algorithms()
    shipped = QgsProcessingModelAlgorithm()
    assert shipped.fromFile(
        str(ROOT / "resources" / "models" / "zones_and_losses_by_district.model3")
    )
    assert model.toVariant() == shipped.toVariant()
    assert model.name() == "Zones and losses by district"
    assert model.canExecute()[0]


def test_the_shipped_project_is_what_its_script_writes(qgis_app, tmp_path):
    shipped = text_of(SAMPLE / PROJECT)
    version = re.search(r' version="([^"]+)"', shipped)[1]
    if version != Qgis.version():
        pytest.skip(f"made with QGIS {version}; another writes other texts")
    for path in SAMPLE.iterdir():
        if path.suffix in (".tif", ".xml", ".geojson"):
            shutil.copy(path, tmp_path)
    made = tmp_path / PROJECT
    command = [sys.executable, "-B", str(ROOT / "tools" / "make_project.py"), str(made)]
    # As in the Makefile: Qt's tables have another order in each run otherwise.
    environment = {**os.environ, "QT_HASH_SEED": "0"}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=600)
    assert text_of(made) == shipped


# Districts


def test_every_cell_is_in_exactly_one_district():
    """By GDAL's own rule of centres."""
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        with gdal.Open(sample("1986")) as land:
            shape = land.RasterYSize, land.RasterXSize
            frame = land.GetGeoTransform(), land.GetProjection()
        times = np.zeros(shape, int)
        with gdal.OpenEx(str(SAMPLE / "districts.geojson"), gdal.OF_VECTOR) as file:
            layer = file.GetLayer(0)
            assert layer.GetSpatialRef().GetAuthorityCode(None) == "32649"
            assert [feature["district"] for feature in layer] == DISTRICTS
            for code in range(1, 5):
                one = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, gdal.GDT_Byte)
                one.SetGeoTransform(frame[0])
                one.SetProjection(frame[1])
                layer.SetAttributeFilter(f"code = {code}")
                gdal.RasterizeLayer(one, [1], layer, burn_values=[1])
                district = one.ReadAsArray()
                assert district.mean() > 0.2
                times += district
    assert (times == 1).all()


def test_the_shipped_districts_are_what_their_script_writes(tmp_path):
    code = (
        "import sys, pathlib, districts;"
        "districts.write_districts(pathlib.Path(sys.argv[1]), (782, 735))"
    )
    made = tmp_path / "made.geojson"
    subprocess.run([sys.executable, "-B", "-c", code, str(made)], cwd=SAMPLE, check=True)
    assert made.read_bytes() == (SAMPLE / "districts.geojson").read_bytes()
