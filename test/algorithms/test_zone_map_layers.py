"""What lies over the maps of a sheet, what it says of its data, and the layout that stays."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLegendStyle,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFontDatabase

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.test_zone_map import (
    COLOURS,
    DPI,
    MM,
    box,
    four,
    is_of,
    make,
    picture,
    words_of,
)
from carbon_zones.test.helpers import sample, write_raster

__all__ = ["four"]  # a fixture
ORIGIN = (600_000.0, 4_400_000.0)
# A square in the middle of the raster of 60 x 40 cells of 30 m that `make` writes.
LEFT, RIGHT, TOP, BOTTOM = (
    *(ORIGIN[0] + 450.0, ORIGIN[0] + 1350.0),
    *(ORIGIN[1] - 300.0, ORIGIN[1] - 900.0),
)
RING = [[LEFT, BOTTOM], [RIGHT, BOTTOM], [RIGHT, TOP], [LEFT, TOP], [LEFT, BOTTOM]]


def vector(path, kind="Polygon", coordinates=(RING,)):
    """A layer of one feature in the rasters' reference system."""
    feature = {
        "type": "Feature",
        "properties": {"name": "A"},
        "geometry": {"type": kind, "coordinates": coordinates},
    }
    system = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32649"}}
    collection = {"type": "FeatureCollection", "crs": system, "features": [feature]}
    path.write_text(json.dumps(collection), "utf-8")
    return str(path)


def dark(found) -> np.ndarray:
    return (found < 90).all(axis=2)


def map_box(found, colour) -> tuple[int, int, int, int]:
    """Rows and columns of the largest area of a colour, what is drawn over it included."""
    mask = is_of(found, colour)
    rows = np.flatnonzero(mask.sum(axis=1) >= 25 * MM)
    columns = np.flatnonzero(mask.sum(axis=0) >= 20 * MM)
    return rows[0], rows[-1] + 1, columns[0], columns[-1] + 1


# --- over the maps --------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2])
def test_an_outline_is_a_line_over_every_map(run, tmp_path, four, count):
    path = tmp_path / "map.png"
    outline = vector(tmp_path / "area.geojson")
    run("zonemap", LAYERS=four[:count], OUTLINE=outline, DPI=DPI, OUTPUT=str(path))
    found = picture(path)
    for value in range(1, count + 1):
        top, bottom, left, right = map_box(found, COLOURS[value])
        inside = found[top:bottom, left:right]
        lines = dark(inside)
        rows = np.flatnonzero(lines.sum(axis=1) > 0.4 * lines.shape[1]) / lines.shape[0]
        columns = np.flatnonzero(lines.sum(axis=0) > 0.4 * lines.shape[0]) / lines.shape[1]
        # From a quarter to three quarters of the raster, both ways.
        assert (rows.min(), rows.max()) == pytest.approx((0.25, 0.75), abs=0.02)
        assert (columns.min(), columns.max()) == pytest.approx((0.25, 0.75), abs=0.02)
        middle = inside[lines.shape[0] // 2, lines.shape[1] // 2]
        assert middle.tolist() == pytest.approx(COLOURS[value], abs=3)  # it hides nothing


def test_what_lies_over_the_maps_stands_in_the_legend(run, tmp_path, four):
    path = tmp_path / "map.pdf"
    outline = vector(tmp_path / "Mining area.geojson")
    road = vector(tmp_path / "Roads [% 1 + 1 %].geojson", "LineString", RING[:2])
    run("zonemap", LAYERS=four[:1], OUTLINE=outline, OVERLAY=[road], DPI=DPI, OUTPUT=str(path))
    words = words_of(path)
    assert words.count("Miningarea") == 1
    assert words.count("Roads[%1+1%]") == 1


def test_a_layer_of_the_project_is_drawn_in_its_own_style_and_left_alone(run, tmp_path, four):
    layer = QgsVectorLayer(vector(tmp_path / "pits.geojson"), "Pits", "ogr")
    symbol = QgsFillSymbol.createSimple({"color": "255,0,255", "outline_style": "no"})
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    project = QgsProject()
    project.addMapLayer(layer)
    run.project = project
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=four[:2], OVERLAY=[layer.id()], DPI=DPI, OUTPUT=str(path))
    found = picture(path)
    for value in (1, 2):
        top, bottom, left, right = map_box(found, COLOURS[value])
        x, y, width, height = box(is_of(found[top:bottom, left:right], (255, 0, 255)))
        assert 2 * width == pytest.approx((right - left) / MM, abs=1.0)
        assert 2 * height == pytest.approx((bottom - top) / MM, abs=1.0)
        assert (x, y) == pytest.approx((width / 2, height / 2), abs=1.0)
    assert layer.name() == "Pits"
    assert list(project.mapLayers()) == [layer.id()]


def test_a_file_without_a_style_looks_the_same_each_time(run, tmp_path, four):
    """QGIS makes up a colour at random for each layer that it opens."""
    layers = [
        vector(tmp_path / "areas.geojson"),
        vector(tmp_path / "lines.geojson", "LineString", RING[:3]),
        vector(tmp_path / "points.geojson", "Point", RING[0]),
    ]
    pictures = []
    for name in ("one.png", "two.png"):
        run("zonemap", LAYERS=four[:1], OVERLAY=layers, DPI=DPI, OUTPUT=str(tmp_path / name))
        pictures.append(picture(tmp_path / name))
    assert (pictures[0] == pictures[1]).all()
    top, bottom, left, right = map_box(pictures[0], COLOURS[1])
    assert dark(pictures[0][top:bottom, left:right]).any()


def test_a_raster_over_the_maps_is_drawn_and_not_listed(run, tmp_path, four):
    style = {"names": {9: "Shade"}, "colours": {9: (1, 250, 250)}}
    over = write_raster(tmp_path / "over.tif", np.full((10, 15), 9), **style)
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=four[:1], OVERLAY=[over], DPI=DPI, OUTPUT=str(path))
    assert "Shade" not in words_of(path)
    *_, width, height = box(is_of(picture(path), (1, 250, 250)))
    # 15 of 60 cells, 10 of 40.
    assert width / height == pytest.approx(1.5, rel=0.05)


# --- graticule ------------------------------------------------------------------------------


def lines_in(found, colour) -> tuple[list[float], list[float]]:
    """Where lines cross the map of a colour, as parts of its height and of its width."""
    top, bottom, left, right = map_box(found, colour)
    inside = found[top + 3 : bottom - 3, left + 3 : right - 3].astype(int)
    other = (np.abs(inside - colour) > 6).any(axis=2)

    def places(share, size):
        hit = np.flatnonzero(share > 0.8)
        groups = np.split(hit, np.flatnonzero(np.diff(hit) > 2) + 1)
        return [(group.mean() + 3) / (size + 6) for group in groups if group.size]

    return tuple(places(other.mean(axis=1 - axis), inside.shape[axis]) for axis in (0, 1))


def test_meridians_and_parallels_stand_where_they_belong(run, tmp_path):
    geographic = {"cell": (0.01, 0.01), "origin": (111.1, 40.2), "epsg": 4326}
    layers = [make(tmp_path / f"{n}.tif", n, (70, 100), **geographic) for n in (1, 2)]
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=layers, GRATICULE=True, DPI=100, OUTPUT=str(path))
    found = picture(path)
    for value in (1, 2):
        rows, columns = lines_in(found, COLOURS[value])
        # Every 20 minutes, the most that gives two over 0.7 degrees: 39 40' and 40 N.
        assert rows == pytest.approx([0.2 / 0.7, (0.2 + 1 / 3) / 0.7], abs=0.01)
        east = [111 + 1 / 3, 111 + 2 / 3, 112]
        assert columns == pytest.approx([degree - 111.1 for degree in east], abs=0.01)
    run("zonemap", LAYERS=layers[:1], GRATICULE=True, DPI=DPI, OUTPUT=str(tmp_path / "map.pdf"))
    words = words_of(tmp_path / "map.pdf").replace("\u2032", "'")
    for number in ("111\u00b020'E", "111\u00b040'E", "112\u00b00'E", "39\u00b040'N", "40\u00b00'N"):
        assert words.count(number) == 1, number


def test_without_being_asked_for_there_is_none(run, tmp_path, four):
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=four[:2], GRATICULE="false", DPI=DPI, OUTPUT=str(path))
    assert lines_in(picture(path), COLOURS[1]) == ([], [])


def test_in_metres_the_degrees_are_those_of_the_datum(run, tmp_path, four):
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=four[:1], GRATICULE=True, DPI=DPI, OUTPUT=str(path))
    words = words_of(path).replace("\u2033", '"').replace("\u2032", "'")
    # 1.8 x 1.2 km at 112.17 E, 39.74 N: parallels and meridians every 15 seconds.
    assert "112\u00b010'" in words
    assert "39\u00b044'" in words


@pytest.mark.parametrize("system", ["", 'LOCAL_CS["mine grid",UNIT["metre",1]]'])
def test_where_the_ground_is_not_known_the_lines_are_in_map_units(run, tmp_path, system):
    """They say which, where it is known."""
    layer, path = make(tmp_path / "a.tif", 1, epsg=None), tmp_path / "map.pdf"
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(layer, gdal.GA_Update) as dataset:
        dataset.SetProjection(system)
    run("zonemap", LAYERS=[layer], GRATICULE=True, DPI=DPI, OUTPUT=str(path))
    words = words_of(path)
    numbers = ("600,500m", "4,399,000m") if system else ("600500", "4399000")
    assert all(number in words for number in numbers)
    assert "\u00b0" not in words


# --- what the sheet says --------------------------------------------------------------------


def test_a_source_is_the_rights_of_a_layer_or_else_its_name(run, tmp_path, four):
    layer = QgsRasterLayer(four[0], "zones of the pit")
    metadata = layer.metadata()
    metadata.setRights(["Survey of Shanxi, CC BY 4.0"])
    layer.setMetadata(metadata)
    project = QgsProject()
    project.addMapLayer(layer)
    run.project = project
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=[layer.id(), four[1], four[1]], DPI=DPI, OUTPUT=str(path))
    assert "Source:SurveyofShanxi,CCBY4.0,zones_1982_1992" in words_of(path)
    run("zonemap", LAYERS=[layer.id()], SOURCE="Mine", DPI=DPI, OUTPUT=str(path))
    assert "Survey" not in words_of(path)


# --- the layout that stays ------------------------------------------------------------------


def test_a_layout_stays_in_the_project(run, tmp_path, four):
    project = QgsProject()
    layer = QgsRasterLayer(four[0], "zones_1981_1991")
    project.addMapLayer(layer)
    project.setTitle("Mine")
    run.project = project
    outline = vector(tmp_path / "area.geojson")
    path = tmp_path / "map.png"
    what = {"LAYERS": [layer.id(), four[1]], "OUTLINE": outline, "GRATICULE": True}
    run("zonemap", **what, LAYOUT_NAME=" My sheet ", DPI=DPI, OUTPUT=str(path))
    assert project.title() == "Mine"
    assert [node.layerId() for node in project.layerTreeRoot().findLayers()] == [layer.id()]
    # It is whole after the project was saved and opened again.
    assert project.write(str(tmp_path / "mine.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "mine.qgz"))
    (layout,) = again.layoutManager().printLayouts()
    assert layout.name() == "My sheet"
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    assert len(maps) == 2
    assert all(len(item.layers()) == 2 for item in maps)
    # They show copies, not what the project has in its tree.
    assert layer.id() not in {shown.id() for item in maps for shown in item.layers()}
    legend = layout.itemById("legend")
    assert isinstance(legend, QgsLayoutItemLegend)
    # Of the layers of one file each is its own: that of the legend has names with shares.
    shown, outlined = (node.layer() for node in legend.model().rootGroup().findLayers())
    assert [entry.label.split("\n")[1] for entry in shown.renderer().classes()] == [
        "100.0 | \N{EN DASH} %",
        "\N{EN DASH} | 100.0 %",
    ]
    assert outlined.name() == "area"
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    settings.exportMetadata = False
    with gdal.quiet_errors():
        QgsLayoutExporter(layout).exportToImage(str(tmp_path / "again.png"), settings)
    one, other = picture(path), picture(tmp_path / "again.png")
    assert (np.abs(one.astype(int) - other).max(axis=2) > 60).mean() < 0.002
    del layout, maps, legend, shown, outlined
    again.clear()


@pytest.mark.parametrize(
    ("language", "letter"), [("", "M15.5 12V2l9 10V2"), ("zh_CN", "M17.3 1.5v12")]
)
def test_arrow_and_letters_are_those_of_the_language(
    run, tmp_path, four, monkeypatch, language, letter
):
    from carbon_zones.bridge.map_sheet import sheet, sheet_legend

    monkeypatch.setattr(sheet, "interface_language", lambda: language)
    monkeypatch.setattr(sheet_legend, "interface_language", lambda: language)
    run.project = project = QgsProject()
    run("zonemap", LAYERS=four[:1], LAYOUT_NAME="Sheet", DPI=DPI, OUTPUT=str(tmp_path / "map.png"))
    (layout,) = project.layoutManager().printLayouts()
    drawn = layout.itemById("north_arrow").picturePath()
    assert letter in b64decode(drawn.partition("base64:")[2]).decode()
    # Lines, which QGIS draws as cells where it is not told so.
    assert layout.itemById("north_arrow").mode() == Qgis.PictureFormat.SVG
    labels = [layout.itemById(name).textFormat() for name in ("source", "scale_bar", "scale")]
    styles = [QgsLegendStyle.Style.Title, QgsLegendStyle.Style.SymbolLabel]
    kept = [layout.itemById("legend").style(style) for style in styles]
    families = {one.font().family() for one in (*labels, *(style.textFormat() for style in kept))}
    chinese = ["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC"]
    there = [family for family in chinese if family in QFontDatabase().families()]
    if there or not language:
        assert families == ({there[0]} if language else {"Sans Serif"})
    else:
        # QGIS 3.40 keeps the name of a font that is not there, 3.44 puts one of its own.
        assert len(families) == 1
        assert families != {"Sans Serif"}
    project.clear()


def test_land_use_and_zones_have_a_legend_each(run, tmp_path, sample_study):
    run.project = project = QgsProject()
    layers = [sample("2009"), sample("2018"), str(sample_study[0] / "zones_2009_2018.tif")]
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=layers, LAYOUT_NAME="Sheet", DPI=DPI, OUTPUT=str(path))
    (layout,) = project.layoutManager().printLayouts()
    legends = [layout.itemById(name) for name in ("legend", "legend_2")]
    share = "Share of the area shown"
    assert [re.sub("<.*?>", "", legend.title()) for legend in legends] == [
        f"Land use\n{share}, by map, %",
        f"Carbon-sink functional zones\n{share}, %",
    ]
    (use,), (zones,) = (legend.model().rootGroup().findLayers() for legend in legends)
    shown = {e.label.split("\n")[0]: e for e in use.layer().renderer().classes()}
    assert shown["Dump"].label == "Dump\n3.9 | 5.5 %"
    lasting = [e.label for e in zones.layer().renderer().classes()][-2:]
    assert lasting == ["Persistent mined land\n5.5 %", "Persistent built-up land\n3.4 %"]
    # Not in the red of emission control.
    assert shown["Urban land"].color.name() == "#830119"
    words = words_of(path)
    for text in ("(a)2009", "(b)2018", "(c)2009-2018", "Scale1:", "(A4)"):
        assert text in words
    boxes = [legend.mapRectToScene(legend.rect()) for legend in legends]
    assert boxes[0].top() == boxes[1].top()
    assert boxes[0].right() < boxes[1].left()
    del layout, legends, use, zones, shown
    project.clear()


def test_a_layout_needs_a_name_that_is_free(run, tmp_path, four):
    project = QgsProject()
    run.project = project
    given = {"LAYERS": four[:1], "LAYOUT_NAME": "Sheet", "DPI": DPI}
    run("zonemap", OUTPUT=str(tmp_path / "one.png"), **given)
    with refuses("LAYOUT_NAME: the project already has a layout 'Sh"):
        run("zonemap", OUTPUT=str(tmp_path / "two.png"), **given)
    assert len(project.layoutManager().layouts()) == 1
    assert not (tmp_path / "two.png").exists()


def test_a_run_that_fails_leaves_no_layout(run, tmp_path, four):
    project = QgsProject()
    run.project = project
    names = {n: f"{n} " + "long " * 30 for n in range(1, 41)}
    many = write_raster(tmp_path / "many.tif", np.arange(1, 41).reshape(4, 10), names=names)
    with refuses("the legend leaves no room"):
        run("zonemap", LAYERS=[many], LAYOUT_NAME="Sheet", OUTPUT=str(tmp_path / "map.png"))
    assert not project.layoutManager().layouts()
    assert not project.mapLayers()


def land(folder, name="zones.tif"):
    """A raster of 40 rows and 60 columns of ones, with 2 in twelve cells in the middle of RING."""
    cells = np.ones((40, 60), np.uint8)
    cells[18:21, 28:32] = 2
    options = {"cell": (30.0, 30.0), "origin": ORIGIN, "epsg": 32649, "colours": COLOURS}
    return write_raster(folder / name, cells, **options)


def test_an_extent_is_what_maps_and_shares_are_of(run, tmp_path):
    """Twenty rows and thirty columns of the forty and sixty, and where they lie on all land."""
    asked = f"{LEFT},{RIGHT},{BOTTOM},{TOP} [EPSG:32649]"
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=[land(tmp_path)], EXTENT=asked, DPI=DPI, OUTPUT=str(path))
    assert f"{100 * 12 / 600:.1f}%" in words_of(path)
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=[land(tmp_path)], EXTENT=asked, DPI=DPI, OUTPUT=str(path))
    found = picture(path)
    first, second = (is_of(found, COLOURS[value]) for value in (1, 2))
    # The large map, and not the small one.
    rows, columns = (np.flatnonzero((first | second).sum(axis=axis) > 60 * MM) for axis in (1, 0))
    (top, high), (left, wide) = ((line[0], line.size) for line in (rows, columns))
    assert wide / high == pytest.approx(900 / 600, rel=0.02)
    down, across = np.nonzero(second[top : top + high, left : left + wide])
    ends = [across.min() / wide, across.max() / wide, down.min() / high, down.max() / high]
    assert ends == pytest.approx([13 / 30, 17 / 30, 8 / 20, 11 / 20], abs=0.01)
    # Red marks what of all land the map shows.
    down, across = np.nonzero(is_of(found, (217, 0, 13)))
    assert np.ptp(across) / np.ptp(down) == pytest.approx(900 / 600, rel=0.15)


@pytest.mark.parametrize("name", ["OUTLINE", "OVERLAY"])
def test_unsaved_changes_over_the_maps_are_told(run, tmp_path, name):
    """What is drawn is what is saved."""
    layer = QgsVectorLayer(vector(tmp_path / "pits.geojson"), "Pits", "ogr")
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    path = str(tmp_path / "map.png")
    given = {"LAYERS": [land(tmp_path)], name: layer.id(), "DPI": DPI, "OUTPUT": path}
    run("zonemap", **given)
    assert run.feedback.warnings == []
    before = Path(path).read_bytes()
    assert layer.startEditing()
    assert layer.deleteFeature(next(layer.getFeatures()).id())
    run("zonemap", **given)
    words = f"{name}: layer 'Pits' has unsaved edits, which are not used in this run; save"
    (warning,) = run.feedback.warnings
    assert warning.startswith(words)
    assert Path(path).read_bytes() == before
    assert layer.rollBack()


@pytest.mark.parametrize("field", ["unit", "name"])
def test_units_bear_their_names(run, tmp_path, field):
    """Those of a layer that says which field is the unit's name."""
    outline = tmp_path / "units.geojson"
    text = Path(vector(tmp_path / "a.geojson")).read_text("utf-8")
    outline.write_text(text.replace('"name": "A"', f'"{field}": "Heidaigou"'), "utf-8")
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=[land(tmp_path)], OUTLINE=str(outline), DPI=DPI, OUTPUT=str(path))
    assert ("Heidaigou" in words_of(path)) == (field == "unit")
