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

from carbon_zones.test.helpers import as_arguments, qgis_process, read_csv, write_raster
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
    table = gdal.RasterAttributeTable()
    table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
    table.CreateColumn("Land cover", gdal.GFT_String, gdal.GFU_Name)
    for name, usage in (("Red", gdal.GFU_Red), ("Green", gdal.GFU_Green), ("Blue", gdal.GFU_Blue)):
        table.CreateColumn(name, gdal.GFT_Integer, usage)
    for row, value in enumerate(sorted(names, reverse=True)):
        table.SetValueAsInt(row, 0, value)
        table.SetValueAsString(row, 1, names[value])
        for column, channel in enumerate(colours[value]):
            table.SetValueAsInt(row, column + 2, channel)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        dataset.GetRasterBand(1).SetDefaultRAT(table)
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


def by_idrisi(folder, name, values):
    """GDAL's RST driver keeps names in the .rdc and colours in the .smp beside the cells."""
    source = plain(folder, f"source_{name}", values, names=NAMES, colours=COLOURS)
    path = str(folder / name.replace(".tif", ".rst"))
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.Translate(path, source, format="RST").Close()
    assert "Salt marsh" in Path(path).with_suffix(".rdc").read_text()
    return path


def by_erdas(folder, name, values):
    source = plain(folder, f"source_{name}", values, names=NAMES, colours=COLOURS)
    path = str(folder / name.replace(".tif", ".img"))
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.Translate(path, source, format="HFA").Close()
    return path


WAYS = [
    *(by_qml, by_qml_loaded, by_paletted_style, by_classified_style),
    *(by_category_names, by_attribute_table, by_idrisi, by_erdas),
]


def run_layers(run, algorithm: str, layers: dict, **more):
    """A run whose layers belong to a project: one that outlives QGIS crashes it."""
    run.project = QgsProject()
    for value in layers.values():
        for layer in value if isinstance(value, list) else [value]:
            if isinstance(layer, QgsRasterLayer):
                run.project.addMapLayer(layer)
    return run(algorithm, **layers, **more)


def named_pairs(earlier, later) -> dict:
    """Cells by pair of names, one by one."""
    pairs: dict = {}
    for one, other in zip(np.ravel(earlier).tolist(), np.ravel(later).tolist()):
        pairs[one, other] = pairs.get((one, other), 0) + 1
    return pairs


def names_of(values, names: dict = NAMES):
    return [[names[value] for value in row] for row in values.tolist()]


def found_pairs(path) -> dict:
    return {(row["from_class"], row["to_class"]): int(row["cells"]) for row in read_csv(path)}


def legend_of(path) -> dict:
    """(red, green, blue) by From and To of a conversion raster's attribute table."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        table = dataset.GetRasterBand(1).GetDefaultRAT()
        columns = {table.GetNameOfCol(n): n for n in range(table.GetColumnCount())}
        return {
            tuple(table.GetValueAsString(row, columns[name]) for name in ("From", "To")): tuple(
                table.GetValueAsInt(row, columns[name]) for name in ("Red", "Green", "Blue")
            )
            for row in range(table.GetRowCount())
        }


def is_tint(found: tuple, colour: tuple) -> bool:
    """Whether a colour is another one mixed with white."""
    missing, whole = 255 - np.array(found), 255 - np.array(colour)
    share = missing.sum() / whole.sum()
    return bool(0.1 < share < 0.9 and np.abs(missing - share * whole).max() <= 2)


def bars_of(path) -> dict:
    """Colour by class name of a chart."""
    (figure,) = read_page(path).figures["chart-areas"]
    return {bars["name"]: bars["marker"]["color"] for bars in figure["data"]}


def hexadecimal(colour: tuple) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


@pytest.mark.parametrize("way", WAYS)
def test_names_and_colours(run, tmp_path, way):
    layers = {
        "EARLIER": way(tmp_path, "land_1990.tif", EARLIER),
        "LATER": way(tmp_path, "land_2000.tif", LATER),
    }
    run_layers(
        run,
        "transfermatrix",
        layers,
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    expected = named_pairs(names_of(EARLIER), names_of(LATER))
    assert found_pairs(tmp_path / "transfers.csv") == expected
    legend = legend_of(tmp_path / "conversions.tif")
    assert set(legend) == set(expected)
    for value, name in NAMES.items():
        assert is_tint(legend[name, name], COLOURS[value])
    # Conversions into one class differ, and are nearer to that class than to any other.
    assert len(set(legend.values())) == len(legend)
    for (_, to), colour in legend.items():
        distances = {
            NAMES[value]: np.abs(np.array(colour) - own).sum() for value, own in COLOURS.items()
        }
        if (to, to) in legend and colour != legend[to, to]:
            assert min(distances, key=distances.get) == to


@pytest.mark.parametrize("way", WAYS)
def test_colours_of_the_chart(run, tmp_path, way):
    pytest.importorskip("plotly")
    layers = {"LAYERS": [way(tmp_path, "land_1990.tif", EARLIER)]}
    run_layers(
        run,
        "areashares",
        layers,
        SHARES=str(tmp_path / "shares.csv"),
        CHART=str(tmp_path / "chart.html"),
    )
    found = {row["class"]: int(row["cells"]) for row in read_csv(tmp_path / "shares.csv")}
    cells = EARLIER.ravel().tolist()
    assert found == {name: cells.count(value) for value, name in NAMES.items()}
    expected = {name: hexadecimal(COLOURS[value]) for value, name in NAMES.items()}
    assert bars_of(tmp_path / "chart.html") == expected


@pytest.mark.parametrize("names", [{}, {0: "Sea", 3: "Dune"}], ids=["no names", "some names"])
def test_colours_of_values_without_names(run, tmp_path, names):
    """A colour table alone is the legend of many land-use rasters."""
    pytest.importorskip("plotly")
    options = {"colours": COLOURS, "names": names or None}
    paths = [
        plain(tmp_path, "land_1990.tif", EARLIER, **options),
        plain(tmp_path, "land_2000.tif", LATER, **options),
    ]
    run(
        "transfermatrix",
        EARLIER=paths[0],
        LATER=paths[1],
        TRANSFERS="TEMPORARY_OUTPUT",
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    run("areashares", LAYERS=paths, SHARES="TEMPORARY_OUTPUT", CHART=str(tmp_path / "chart.html"))
    expected = {names.get(value, str(value)): colour for value, colour in COLOURS.items()}
    legend = legend_of(tmp_path / "conversions.tif")
    assert all(is_tint(legend[name, name], colour) for name, colour in expected.items())
    bars = {name: hexadecimal(colour) for name, colour in expected.items()}
    assert bars_of(tmp_path / "chart.html") == bars


@pytest.mark.parametrize("way", [by_category_names, by_attribute_table, by_idrisi, by_qml])
def test_names_headless(tmp_path, way):
    done = qgis_process(
        "run",
        "carbonzones:transfermatrix",
        *as_arguments(
            {
                "EARLIER": way(tmp_path, "land_1990.tif", EARLIER),
                "LATER": way(tmp_path, "land_2000.tif", LATER),
                "TRANSFERS": tmp_path / "transfers.csv",
            }
        ),
    )
    assert done.returncode == 0, done.stderr
    expected = named_pairs(names_of(EARLIER), names_of(LATER))
    assert found_pairs(tmp_path / "transfers.csv") == expected
    assert "classes from its" in done.stdout


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
    run_layers(
        run,
        "transfermatrix",
        {"EARLIER": layer, "LATER": plain(tmp_path, "land_2000.tif")},
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    bare = {value: str(value) for value in VALUES}
    expected = named_pairs(names_of(EARLIER, bare), names_of(LATER, bare))
    assert found_pairs(tmp_path / "transfers.csv") == expected


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
            (1, 5, 9),
            {1: "Sea", 5: "Dune", float("inf"): "All above"},
            {1: "Sea", 5: "Dune", 9: "9"},
        ),
    ],
    ids=["closed", "open", "open with gaps"],
)
@pytest.mark.parametrize("as_file", [False, True], ids=["layer", "qml"])
def test_a_discrete_style_with_names_is_a_legend(run, tmp_path, values, names, expected, as_file):
    earlier, later = (np.random.default_rng(n).choice(values, (12, 15)) for n in (1, 2))
    layers = {}
    for role, name, cells in (("EARLIER", "a_1990.tif", earlier), ("LATER", "a_2000.tif", later)):
        layer = styled(plain(tmp_path, name, cells), lambda own: classified(own, DISCRETE, names))
        layers[role] = layer
        if as_file:
            layer.saveDefaultStyle(QgsRasterLayer.StyleCategory.AllStyleCategories)
            layers[role] = layer.source()
    run_layers(run, "transfermatrix", layers, TRANSFERS=str(tmp_path / "transfers.csv"))
    found = found_pairs(tmp_path / "transfers.csv")
    assert found == named_pairs(names_of(earlier, expected), names_of(later, expected))


# Two dates, two legends

OTHER = {0: "dune", 3: "SEA", 20: "Forest"}


@pytest.mark.parametrize("ways", [("table", "names"), ("style", "table"), ("names", "style")])
def test_dates_with_other_values_for_the_same_names(run, tmp_path, ways):
    """Matched by name, whatever the value and the case of its letters."""

    def made(way, name, values, names):
        if way == "names":
            return plain(tmp_path, name, values, names=names)
        path = plain(tmp_path, name, values)
        if way == "table":
            attribute_table(path, names)
            return path
        return styled(path, lambda layer: paletted(layer, names))

    run_layers(
        run,
        "transfermatrix",
        {
            "EARLIER": made(ways[0], "land_1990.tif", EARLIER, NAMES),
            "LATER": made(ways[1], "land_2000.tif", LATER, OTHER),
        },
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CLASS_CHANGE=str(tmp_path / "change.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    later = names_of(LATER, {0: "Dune", 3: "Sea", 20: "Forest"})
    expected = named_pairs(names_of(EARLIER), later)
    assert found_pairs(tmp_path / "transfers.csv") == expected
    changes = {row["class"]: row for row in read_csv(tmp_path / "change.csv")}
    assert set(changes) == {"Sea", "Dune", "Salt marsh", "Forest"}
    assert float(changes["Sea"]["persistence_ha"]) == expected["Sea", "Sea"]
    lines = [line for line in run.feedback.warnings if line.startswith("Legends differ")]
    assert len(lines) == 3
    for line, value in zip(lines, VALUES):
        assert f"the value {value} is" in line
        assert f"'{NAMES[value]}' in EARLIER 'land_1990'" in line
        assert f"'{OTHER[value]}' in LATER 'land_2000'" in line
    # Every cell's pair can be read back from the raster's attribute table.
    written = legend_of(tmp_path / "conversions.tif")
    assert set(written) == set(expected)


def test_equal_legends_are_not_talked_about(run, tmp_path):
    run(
        "transfermatrix",
        EARLIER=by_category_names(tmp_path, "land_1990.tif", EARLIER),
        LATER=by_attribute_table(tmp_path, "land_2000.tif", LATER),
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    assert run.feedback.warnings == []


@pytest.mark.parametrize("named", ["EARLIER", "LATER"])
def test_names_at_one_date_only(run, tmp_path, named):
    """The other date's values are named as in the first."""
    make = {
        "EARLIER": ("land_1990.tif", EARLIER),
        "LATER": ("land_2000.tif", LATER),
    }
    layers = {
        role: (by_attribute_table if role == named else plain)(tmp_path, *place)
        for role, place in make.items()
    }
    run("transfermatrix", **layers, TRANSFERS=str(tmp_path / "transfers.csv"))
    expected = named_pairs(names_of(EARLIER), names_of(LATER))
    assert found_pairs(tmp_path / "transfers.csv") == expected
    (line,) = run.feedback.warnings
    assert line.startswith("LATER" if named == "EARLIER" else "EARLIER")
    assert "named as in the other" in line


def test_two_values_of_one_name_are_one_class(run, tmp_path):
    names = {0: "Water", 3: "Land", 20: "Water"}
    run(
        "transfermatrix",
        EARLIER=plain(tmp_path, "land_1990.tif", EARLIER, names=names),
        LATER=plain(tmp_path, "land_2000.tif", LATER, names=names),
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    expected = named_pairs(names_of(EARLIER, names), names_of(LATER, names))
    assert found_pairs(tmp_path / "transfers.csv") == expected
    told = [text for text in run.feedback.infos if "makes one class" in text]
    assert told == [
        f"{role}: its legend makes one class of several values: Water (0, 20)."
        for role in ("EARLIER 'land_1990'", "LATER 'land_2000'")
    ]


def test_names_on_other_cells(run, tmp_path):
    """Bringing a layer onto other cells takes nothing of its legend."""
    half = write_raster(
        tmp_path / "land_1990.tif", EARLIER, cell=(100, 100), names=OTHER, origin=(600_040, 4.4e6)
    )
    run(
        "transfermatrix",
        EARLIER=half,
        LATER=by_category_names(tmp_path, "land_2000.tif", LATER),
        GRID="later",
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    earlier = names_of(EARLIER, {0: "Dune", 3: "Sea", 20: "Forest"})
    found = {
        tuple(name.capitalize() for name in pair): cells
        for pair, cells in found_pairs(tmp_path / "transfers.csv").items()
    }
    assert found == named_pairs(earlier, names_of(LATER))
