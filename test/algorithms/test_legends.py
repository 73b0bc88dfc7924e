"""Names and colours from wherever a raster keeps them, matched between the dates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsColorRampShader,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtGui import QColor

from carbon_zones.test.core import support
from carbon_zones.test.core.test_legend import COLOURED, set_table
from carbon_zones.test.helpers import (
    as_arguments,
    counted_pairs,
    qgis_process,
    read_csv,
    write_raster,
)
from carbon_zones.test.pages import read_page

VALUES = (0, 3, 20)
EARLIER = np.random.default_rng(1).choice(VALUES, (12, 15))
LATER = np.random.default_rng(2).choice(VALUES, (12, 15))
NAMES = {0: "Sea", 3: "Dune", 20: "Salt marsh"}
COLOURS = {0: (30, 60, 200), 3: (240, 220, 80), 20: (20, 130, 40)}


def plain(folder, name: str, values=LATER, **options) -> str:
    return write_raster(folder / name, values, cell=(100, 100), **options)


def paletted(layer: QgsRasterLayer, names: dict = NAMES, colours: dict = COLOURS) -> None:
    entries = [
        QgsPalettedRasterRenderer.Class(value, QColor(*colours[value]), name)
        for value, name in names.items()
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))


def classified(layer: QgsRasterLayer, kind=QgsColorRampShader.Type.Exact, names=NAMES) -> None:
    """A style of one colour by value: singleband pseudocolor, exact."""
    function = QgsColorRampShader()
    function.setColorRampType(kind)
    function.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(value, QColor(*COLOURS.get(value, (9, 9, 9))), name)
            for value, name in names.items()
        ]
    )
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))


def styled(path: str, style=paletted) -> QgsRasterLayer:
    """A layer with a style of the user's own."""
    layer = QgsRasterLayer(path, Path(path).stem)
    style(layer)
    return layer


def attribute_table(path: str, names: dict = NAMES, colours: dict = COLOURS) -> None:
    """Give a raster an attribute table; GDAL keeps it in the .aux.xml beside the file."""
    rows = [(value, names[value], *colours[value]) for value in sorted(names, reverse=True)]
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        set_table(dataset.GetRasterBand(1), COLOURED, rows)
    assert Path(f"{path}.aux.xml").exists()


# Ways to have a legend: each takes folder, file name and cells, and gives path or layer.


def by_qml(folder, name, values):
    path = plain(folder, name, values)
    styled(path).saveDefaultStyle(QgsRasterLayer.StyleCategory.AllStyleCategories)
    assert Path(path).with_suffix(".qml").exists()
    return path


def by_qml_loaded(folder, name, values):
    """As the application loads it."""
    layer = QgsRasterLayer(by_qml(folder, name, values), Path(name).stem)
    assert layer.renderer().type() == "paletted"
    return layer


def by_paletted_style(folder, name, values):
    return styled(plain(folder, name, values))


def by_classified_style(folder, name, values):
    return styled(plain(folder, name, values), classified)


def by_category_names(folder, name, values):
    return plain(folder, name, values, names=NAMES, colours=COLOURS)


def by_attribute_table(folder, name, values):
    path = plain(folder, name, values)
    attribute_table(path)
    return path


def by_driver(folder, name, values, driver: str, ending: str) -> str:
    source = by_category_names(folder, f"source_{name}", values)
    path = str(folder / name.replace(".tif", ending))
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.Translate(path, source, format=driver).Close()
    return path


def by_idrisi(folder, name, values):
    """GDAL's RST driver keeps names in the .rdc and colours in the .smp beside the cells."""
    path = by_driver(folder, name, values, "RST", ".rst")
    assert "Salt marsh" in Path(path).with_suffix(".rdc").read_text()
    return path


def by_erdas(folder, name, values):
    return by_driver(folder, name, values, "HFA", ".img")


WAYS = [
    *(by_qml, by_qml_loaded, by_paletted_style, by_classified_style),
    *(by_category_names, by_attribute_table, by_idrisi, by_erdas),
]


def matrix(run, folder, earlier, later, **more) -> dict:
    """Cells by names from and to; layers belong to a project: one that outlives QGIS crashes it."""
    run.project = QgsProject()
    for layer in (earlier, later):
        if isinstance(layer, QgsRasterLayer):
            run.project.addMapLayer(layer)
    path = folder / "transfers.csv"
    run("transfermatrix", EARLIER=earlier, LATER=later, TRANSFERS=str(path), **more)
    return {(row["from_class"], row["to_class"]): int(row["cells"]) for row in read_csv(path)}


def named_pairs(earlier=NAMES, later=NAMES, dates=(EARLIER, LATER)) -> dict:
    """Cells by pair of names, one by one."""
    named = [
        [[names[value] for value in row] for row in date.tolist()]
        for names, date in zip((earlier, later), dates)
    ]
    return counted_pairs(*named)


def legend_of(path) -> dict:
    """(red, green, blue) by From and To of a conversion raster's attribute table."""
    return {
        (row["From"], row["To"]): tuple(int(row[name]) for name in ("Red", "Green", "Blue"))
        for row in support.attribute_table(path)
    }


def is_tint(found: tuple, colour: tuple) -> bool:
    """Whether a colour is another one mixed with white."""
    missing, whole = 255 - np.array(found), 255 - np.array(colour)
    share = missing.sum() / whole.sum()
    return bool(0.1 < share < 0.9 and np.abs(missing - share * whole).max() <= 2)


@pytest.mark.parametrize("way", WAYS)
def test_names_and_colours(run, tmp_path, way):
    layers = way(tmp_path, "land_1990.tif", EARLIER), way(tmp_path, "land_2000.tif", LATER)
    path = tmp_path / "conversions.tif"
    expected = named_pairs()
    assert matrix(run, tmp_path, *layers, CONVERSIONS=str(path)) == expected
    legend = legend_of(path)
    assert set(legend) == set(expected)
    for value, name in NAMES.items():
        assert is_tint(legend[name, name], COLOURS[value])
    # Conversions into one class differ, and are nearer to that class than to any other.
    assert len(set(legend.values())) == len(legend)
    for (source, to), colour in legend.items():
        distances = {NAMES[n]: np.abs(np.array(colour) - c).sum() for n, c in COLOURS.items()}
        assert source == to or min(distances, key=distances.get) == to


@pytest.mark.parametrize("names", [{}, {0: "Sea", 3: "Dune"}], ids=["no names", "some names"])
def test_colours_of_values_without_names(run, tmp_path, names):
    """A colour table alone is the legend of many land-use rasters; the chart has it too."""
    paths = [
        plain(tmp_path, file, cells, colours=COLOURS, names=names or None)
        for file, cells in (("land_1990.tif", EARLIER), ("land_2000.tif", LATER))
    ]
    matrix(run, tmp_path, *paths, CONVERSIONS=str(tmp_path / "conversions.tif"))
    run("areashares", LAYERS=paths, SHARES="TEMPORARY_OUTPUT", CHART=str(tmp_path / "chart.html"))
    expected = {names.get(value, str(value)): colour for value, colour in COLOURS.items()}
    legend = legend_of(tmp_path / "conversions.tif")
    assert all(is_tint(legend[name, name], colour) for name, colour in expected.items())
    (figure,) = read_page(tmp_path / "chart.html").figures["chart-areas"]
    bars = {bars["name"]: bars["marker"]["color"] for bars in figure["data"]}
    assert bars == {name: "#{:02x}{:02x}{:02x}".format(*c) for name, c in expected.items()}


# A process of its own takes seconds, and it alone shows that a style beside a file is read there.
def test_names_headless(tmp_path):
    layers = {
        "EARLIER": by_attribute_table(tmp_path, "land_1990.tif", EARLIER),
        "LATER": by_qml(tmp_path, "land_2000.tif", LATER),
        "TRANSFERS": tmp_path / "transfers.csv",
    }
    done = qgis_process("run", "carbonzones:transfermatrix", *as_arguments(layers))
    assert done.returncode == 0, done.stderr
    rows = read_csv(tmp_path / "transfers.csv")
    found = {(row["from_class"], row["to_class"]): int(row["cells"]) for row in rows}
    assert found == named_pairs()
    assert "classes are taken from the" in done.stdout


DISCRETE = QgsColorRampShader.Type.Discrete


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Qgis.ShaderInterpolationMethod.Linear, NAMES),
        (DISCRETE, {0.5: "Sea", 3: "Dune", 20: "Salt marsh"}),
        (DISCRETE, {float("-inf"): "Sea", 3: "Dune", 20: "Salt marsh"}),
        # As QGIS labels them by itself.
        (DISCRETE, {0: "<= 0", 3: "0 - 3", 20: "3 - 20"}),
        (DISCRETE, {0: "<= 0 m", 3: "0 - 3 m", float("inf"): "> 3 m"}),
        (DISCRETE, {0: "0", 3: "3", 20: "20"}),
    ],
    ids=["ramp", "fraction", "no end below", "ranges", "ranges with a unit", "numbers"],
)
def test_a_style_of_ranges_names_nothing(run, tmp_path, kind, names):
    """Its colours stand for everything between two values, which are no classes."""
    path = plain(tmp_path, "land_1990.tif", EARLIER)
    layer = styled(path, lambda own: classified(own, kind, names))
    bare = {value: str(value) for value in VALUES}
    assert matrix(run, tmp_path, layer, plain(tmp_path, "land_2000.tif")) == named_pairs(bare, bare)


@pytest.mark.parametrize(
    ("values", "names", "expected"),
    [
        (VALUES, NAMES, NAMES),
        # An end that is open is for the number after the last where they go one by one, and else
        # for none.
        (
            (1, 2, 3),
            {2: "Dune", 1: "Sea", float("inf"): "Salt marsh"},
            {1: "Sea", 2: "Dune", 3: "Salt marsh"},
        ),
        (
            (1, 5, 6),
            {1: "Sea", 5: "Dune", float("inf"): "All above"},
            {1: "Sea", 5: "Dune", 6: "6"},
        ),
    ],
    ids=["closed", "open", "open with gaps"],
)
@pytest.mark.parametrize("as_file", [False, True], ids=["layer", "qml"])
def test_a_discrete_style_with_names_is_a_legend(run, tmp_path, values, names, expected, as_file):
    dates = [np.random.default_rng(n).choice(values, (12, 15)) for n in (1, 2)]
    layers = []
    for name, cells in zip(("a_1990.tif", "a_2000.tif"), dates):
        layer = styled(plain(tmp_path, name, cells), lambda own: classified(own, DISCRETE, names))
        if as_file:
            layer.saveDefaultStyle(QgsRasterLayer.StyleCategory.AllStyleCategories)
        layers.append(layer.source() if as_file else layer)
    assert matrix(run, tmp_path, *layers) == named_pairs(expected, expected, dates)


def test_equal_legends_are_not_talked_about(run, tmp_path):
    earlier = by_category_names(tmp_path, "land_1990.tif", EARLIER)
    matrix(run, tmp_path, earlier, by_attribute_table(tmp_path, "land_2000.tif", LATER))
    assert run.feedback.warnings == []
