"""A class has one colour in all layers and runs, also where QGIS draws its colours by lot.

It does so anew for every layer that it opens of a raster whose attribute table has names and no
colours.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QColor

from carbon_zones.bridge.layers import read_layer_legend
from carbon_zones.core.base.colours import hex_to_rgb
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.test.core.test_legend import NAMED, set_table
from carbon_zones.test.helpers import ORIGIN, write_polygons, write_raster

PAPERS = {1: "Arable land", 2: "Forestland", 3: "Grassland", 4: "Open pit"}
NAMES = {**PAPERS, 7: "Solar park", 8: "Heath"}
OWN = {value: (20 * value, 250 - 20 * value, 100) for value in NAMES}
DPI = 72


def write_named(path, cells, names=NAMES, **more) -> str:
    """A raster whose attribute table has names and no colours."""
    write_raster(path, cells, nodata=0, **more)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path), gdal.GA_Update) as dataset:
        set_table(dataset.GetRasterBand(1), NAMED, list(names.items()))
    return str(path)


def cells_of(seed: int) -> np.ndarray:
    return np.kron(np.random.default_rng(seed).choice(list(NAMES), (6, 8)), np.ones((5, 5), int))


@pytest.fixture
def layers(tmp_path) -> list[str]:
    return [write_named(tmp_path / f"land_{year}.tif", cells_of(year)) for year in (1990, 2000)]


@pytest.fixture
def coloured(tmp_path) -> list[str]:
    return [
        write_named(tmp_path / f"own_{year}.tif", cells_of(year), colours=OWN)
        for year in (1990, 2000)
    ]


def colours_of(layer: QgsRasterLayer) -> list[str]:
    return [entry.color.name() for entry in layer.renderer().classes()]


def many_of(path) -> set[tuple[int, int, int]]:
    """The colours, but for grey ones, of which a picture has more than letters have."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        pixels = dataset.ReadAsArray()[:3].reshape(3, -1).T
    shades, counts = np.unique(pixels, axis=0, return_counts=True)
    return {tuple(s) for s, n in zip(shades.tolist(), counts) if n > 500 and len(set(s)) > 1}


def sheet(run, folder, layers) -> Path:
    """A map sheet; to draw it takes QGIS a second."""
    path = folder / "sheet.png"
    run("zonemap", LAYERS=layers, DPI=DPI, OUTPUT=str(path))
    return path


def colours_of_table(run, folder, layers) -> dict[int, tuple[int, int, int]]:
    """Colours by value of the class table that is made of layers."""
    path = str(folder / "scheme.gpkg")
    run("makescheme", LAYERS=layers, OUTPUT=path)
    with gdal.ExceptionMgr(useExceptions=True), gdal.OpenEx(path) as dataset:
        rows = [feature.items() for feature in dataset.GetLayerByName("classes")]
    return {row["value"]: hex_to_rgb(row["colour"]) for row in rows}


def paper() -> dict[str, str]:
    return {c.name: c.colour for _, c in default_classes()}


# --- what is the layer's own ---------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2, 3, 5, 11, 40, 250])
def test_colours_that_qgis_draws_are_not_the_layers(qgis_app, tmp_path, count):
    names = {value: f"Class {value}" for value in range(1, count + 1)}
    path = write_named(tmp_path / "land.tif", [list(names)], names)
    drawn = set()
    for _ in range(20 if count > 11 else 100):
        layer = QgsRasterLayer(path, "land")
        drawn.update(colours_of(layer))
        legend = read_layer_legend(layer)
        assert (legend.names, legend.colours) == (names, {})
    assert len(drawn) > count  # by lot


def test_they_are_not_the_layers_in_a_project_that_was_saved_either(qgis_app, tmp_path, layers):
    project = QgsProject()
    project.addMapLayer(QgsRasterLayer(layers[0], "land"))
    project.write(str(tmp_path / "land.qgz"))
    project.clear()
    project.read(str(tmp_path / "land.qgz"))
    (layer,) = project.mapLayers().values()
    assert len(set(colours_of(layer))) == len(NAMES)
    assert read_layer_legend(layer).colours == {}
    project.clear()


@pytest.mark.parametrize("changed", ["one colour", "all colours"])
def test_a_colour_that_a_person_chose_makes_them_the_layers(qgis_app, layers, changed):
    layer = QgsRasterLayer(layers[0], "land")
    entries = layer.renderer().classes()
    for entry in entries[:1] if changed == "one colour" else entries:
        entry.color = QColor(*OWN[int(entry.value)])
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    assert list(read_layer_legend(layer).colours.values()) == [
        entry.color.name() for entry in entries
    ]


def test_a_style_without_classes_says_nothing(qgis_app, layers):
    layer = QgsRasterLayer(layers[0], "land")
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, []))
    legend = read_layer_legend(layer)
    assert (legend.names, legend.colours) == ({}, {})


def test_colours_of_the_file_are_the_layers_though_qgis_draws_others(run, tmp_path, coloured):
    assert {
        hex_to_rgb(colour) for colour in colours_of(QgsRasterLayer(coloured[0], "land"))
    }.isdisjoint(OWN.values())
    assert many_of(sheet(run, tmp_path, coloured)) == set(OWN.values())


def test_a_layers_style_goes_before_its_file_in_all_algorithms(run, tmp_path, coloured):
    """What a person chose in the project is what a page shows, as the map sheet does."""
    mine = {value: (250, 10 * value, 7) for value in NAMES}
    layers = [QgsRasterLayer(path, Path(path).stem) for path in coloured]
    for layer in layers:
        entries = layer.renderer().classes()
        for entry in entries:
            entry.color = QColor(*mine[int(entry.value)])
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    assert many_of(sheet(run, tmp_path, layers)) == set(mine.values())
    assert colours_of_table(run, tmp_path, layers) == mine


# --- the same each time --------------------------------------------------------------------------


def test_a_study_is_the_same_each_time(run, layers, tmp_path):
    """Whole studies, because it is their bytes that are promised."""
    made = []
    for _ in range(2):
        outputs = {"REPORT": tmp_path / "r.html", "WORKBOOK": tmp_path / "w.xlsx"}
        run("study", LAYERS=layers, **{key: str(path) for key, path in outputs.items()})
        page, book = (path.read_bytes() for path in outputs.values())
        made.append((re.sub(rb"\d\d:\d\d(:\d\d)?", b"", page), book))
    assert made[0] == made[1]


def test_polygons_come_into_the_same_rasters_each_time(run, layers, tmp_path):
    x, y = ORIGIN
    shape = f"POLYGON (({x} {y}, {x + 90} {y}, {x + 90} {y - 90}, {x} {y - 90}, {x} {y}))"
    polygons = write_polygons(tmp_path / "dumps.gpkg", [shape])
    contents = []
    for name in ("one", "two"):
        parameters = {"POLYGONS": polygons, "CLASS": "dump", "FOLDER": str(tmp_path / name)}
        made = run("polygonclasses", LAYERS=layers, **parameters)["CHANGED_LAYERS"]
        contents.append([Path(path).read_bytes() for path in made])
    assert contents[0] == contents[1]
    legend = dict(zip((*NAMES.values(), "Dump"), colours_of(QgsRasterLayer(made[0], "made"))))
    assert legend["Forestland"] == paper()["Forestland"]
    assert len(set(legend.values())) == len(NAMES) + 1


# --- the same everywhere -------------------------------------------------------------------------


def test_a_class_has_one_colour_on_all_maps_and_stands_once_in_the_legend(run, layers, tmp_path):
    """That of the paper's classes is the paper's; no other colour is on the sheets."""
    two = many_of(sheet(run, tmp_path, layers))
    before = (tmp_path / "sheet.png").read_bytes()
    assert sheet(run, tmp_path, layers).read_bytes() == before
    assert many_of(sheet(run, tmp_path, layers[1:])) == two
    assert two == set(colours_of_table(run, tmp_path, layers).values())
    assert len(two) == len(NAMES)
    assert two > {hex_to_rgb(paper()[name]) for name in PAPERS.values()}
