"""Zone maps as a reader sees them: pixels of the sheet, in every format."""

from __future__ import annotations

import os
import re
import zlib
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
    QgsReadWriteContext,
)
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtXml import QDomDocument

from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.report.report_maps import create_picture as report_picture
from carbon_zones.core.report.report_maps import picture_shape
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import ROOT, closed_folder, small_disk, write_raster

DPI = 72
MM = DPI / 25.4
PAPER = {"A4": (297, 210), "A3": (420, 297)}
SWATCH = (7.0, 4.2)
COLOURS = {1: (200, 30, 40), 2: (20, 120, 60), 3: (30, 60, 190), 4: (240, 170, 20)}
UNITS = {"m": 1.0, "km": 1000.0}
MODIS = "+proj=sinu +R=6371007.181 +units=m"
LOCAL = 'LOCAL_CS["the mine",UNIT["foot",0.3048]]'
NAMES = {1: "First", 2: "Second zone", 3: "Third zone", 4: "The fourth of the zones"}


def make(path, value, shape=(40, 60), **options):
    """A raster all of one category; no colour of another one is in its map."""
    style = {"names": NAMES, "colours": COLOURS, "nodata": 0, **options}
    return write_raster(path, np.full(shape, value), **style)


@pytest.fixture
def four(tmp_path):
    return [make(tmp_path / f"zones_{1980 + n}_{1990 + n}.tif", n) for n in (1, 2, 3, 4)]


def picture(path) -> np.ndarray:
    """Rows, columns, (red, green, blue) of a map at DPI, whatever its format."""
    path = str(path)
    if path.endswith(".svg"):
        from qgis.PyQt.QtSvg import QSvgRenderer

        renderer = QSvgRenderer(path)
        assert renderer.isValid()
        image = QImage(round(297 * MM), round(210 * MM), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        path = f"{path}.png"
        image.save(path)
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.OpenEx(path, open_options=[f"DPI={DPI}"] if path.endswith(".pdf") else [])
        assert not dataset.GetSubDatasets()  # GDAL lists the pages of a PDF that has several
        return np.moveaxis(dataset.ReadAsArray()[:3], 0, -1)


def parts(found, colour, least_mm=25.0) -> tuple:
    """Where a colour is: the box of the map and that of the legend's swatch, x, y, w, h in mm."""
    mask = is_of(found, colour)
    rows = mask.sum(axis=1) >= least_mm * MM
    columns = mask.sum(axis=0) >= least_mm * MM
    # A line of half-covered pixels along an edge of the map is no swatch.
    near = [np.convolve(line, np.ones(5), "same") > 0 for line in (rows, columns)]
    return box(mask & np.outer(rows, columns)), box(mask & ~np.outer(*near))


def box(mask) -> tuple:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    assert rows.size, "the colour is not there"
    width, height = columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1
    assert mask.sum() >= 0.9 * width * height, "not one rectangle"
    return tuple(n / MM for n in (columns[0], rows[0], width, height))


def is_of(found, colour) -> np.ndarray:
    """Where a picture has a colour."""
    return (np.abs(found.astype(int) - colour) <= 3).all(axis=2)


@pytest.mark.parametrize(("ending", "count"), [("png", 1), ("png", 4), ("pdf", 3), ("svg", 2)])
def test_maps_and_legend_show_the_colours(run, tmp_path, four, count, ending):
    path = tmp_path / f"map.{ending}"
    results = run("zonemap", LAYERS=four[:count], DPI=DPI, OUTPUT=str(path))
    assert results == {"OUTPUT": str(path), "WARNINGS": ""}
    found = picture(path)
    assert found.shape[:2] == pytest.approx((210 * MM, 297 * MM), abs=1)
    sizes, places = [], []
    for value in range(1, count + 1):
        shown, swatch = parts(found, COLOURS[value])
        # A pixel of the frame on either side, and one that is cut.
        assert swatch[2:] == pytest.approx(SWATCH, abs=3 / MM)
        assert shown[2] / shown[3] == pytest.approx(60 / 40, rel=0.05)
        sizes.append(shown[2])
        places.append(shown[:2])
    assert max(sizes) - min(sizes) <= 1.0
    assert places == sorted(places, key=lambda place: (round(place[1] / 5), place[0]))
    assert not any(is_of(found, COLOURS[value]).any() for value in range(count + 1, 5))
    # Nothing else beside it: no world file, no side file, no draft.
    assert {file.name for file in tmp_path.glob("map*")} <= {path.name, f"{path.name}.png"}
    assert not list(tmp_path.glob(".c*"))


def test_a_pdf_is_one_page_of_its_paper(run, tmp_path, four):
    for paper, (width, height) in PAPER.items():
        path = tmp_path / f"{paper}.pdf"
        run("zonemap", LAYERS=four, PAPER=paper, DPI=DPI, OUTPUT=str(path))
        data = path.read_bytes()
        assert re.findall(rb"/Count (\d+)", data) == [b"1"]
        media = [float(n) for n in re.search(rb"/MediaBox\s*\[([^\]]+)\]", data)[1].split()]
        assert media[2:] == pytest.approx([width * 72 / 25.4, height * 72 / 25.4], abs=1.0)
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
            metadata = dataset.GetMetadata()
        assert metadata["TITLE"] == "1981-1991, 1982-1992, 1983-1993, 1984-1994"
        assert "AUTHOR" not in metadata  # not the login name of whoever drew it


ODD = "A & B <c> \"d\" 'e' [% env('HOME') %]"
CALCULATED = "[% env('HOME') %]"


def words_of(path) -> str:
    """The texts that a PDF of Qt draws, in their order, without blanks."""
    objects = dict(re.findall(rb"\n(\d+) 0 obj\s(.*?)endobj", path.read_bytes(), re.DOTALL))

    def stream(number):
        raw = re.search(rb"stream\r?\n(.*?)\r?\nendstream", objects[number], re.DOTALL)[1]
        return zlib.decompress(raw) if b"FlateDecode" in objects[number] else raw

    signs = {}
    for number, font in objects.items():
        if table := re.search(rb"/ToUnicode (\d+)", font):
            points = re.search(rb"<0001> <\w+> \[?([^\]\n]*)", stream(table[1]))[1]
            codes = re.findall(rb"<(\w+)>", points)
            signs[number] = ["", *(chr(int(code, 16)) for code in codes)]
    (page,) = re.findall(rb"/Contents (\d+)", b" ".join(objects.values()))[:1]
    drawn = re.findall(rb"/F(\d+) [\d.]+ Tf|<(\w{4})> Tj", stream(page))
    words, font = "", b""
    for chosen, glyph in drawn:
        font = chosen or font
        words += signs[font][int(glyph, 16)] if glyph else ""
    return "".join(words.split())


@pytest.mark.parametrize("given", [{"TITLE": ODD}, {"TITLES": ODD}])
def test_a_title_of_any_signs_is_that_of_the_file(run, tmp_path, given):
    """QGIS writes it into an SVG as it is, where it breaks the XML."""
    layers = [make(tmp_path / f"a & <b> {n}.tif", n, names={1: "<&", 2: "&"}) for n in (1, 2)]
    if "TITLES" in given:
        doubled = ODD.replace('"', '""')
        given = {"TITLES": f'"{doubled}","{doubled}"'}
    title = given.get("TITLE", f"{ODD}, {ODD}")
    for ending in ("svg", "pdf"):
        path = tmp_path / f"map.{ending}"
        run("zonemap", LAYERS=layers, SOURCE="S & <T>", DPI=DPI, OUTPUT=str(path), **given)
        parts(picture(path), COLOURS[1])
    svg = ElementTree.parse(tmp_path / "map.svg").getroot()
    assert [element.text for element in svg.findall("{*}title")] == [title]
    assert [element.text for element in svg.findall(".//{*}Work/{*}title")] == [title]
    (about,) = svg.findall(".//{*}Description")
    assert [v for k, v in about.attrib.items() if k.endswith("}title")] == [title]
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(tmp_path / "map.pdf")) as dataset:
        assert dataset.GetMetadataItem("TITLE") == title


def test_a_title_that_xml_cannot_hold(run, tmp_path, four):
    path = tmp_path / "map.svg"
    run("zonemap", LAYERS=four[:1], TITLE="one\x07\ntwo", DPI=DPI, OUTPUT=str(path))
    assert ElementTree.parse(path).getroot().findtext("{*}title") == "one two"


@pytest.mark.parametrize("count", [1, 2])
def test_texts_are_drawn_as_they_stand(run, tmp_path, count):
    """QGIS would calculate them: names come from other people's files."""
    names = {1: f"{CALCULATED} 1", 2: "$CURRENT_DATE(yyyy) [%"}
    layers = [make(tmp_path / f"{n} {CALCULATED}.tif", n, names=names) for n in (1, 2)][:count]
    texts = {"TITLE": f"T {CALCULATED}", "SOURCE": f"S {CALCULATED} $CURRENT_DATE(yyyy)"}
    titles = [f"M {CALCULATED} {n}" for n in range(count)] if count > 1 else []
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=layers, TITLES=",".join(titles), DPI=DPI, OUTPUT=str(path), **texts)
    words = words_of(path)
    assert os.environ["HOME"] not in words
    expected = [*texts.values(), *(names[n + 1] for n in range(count))]
    for text in [*expected, *(titles or [Path(layer).stem for layer in layers])]:
        assert "".join(text.split()) in words


@pytest.mark.parametrize(("paper", "dpi"), [("A4", 50), ("A3", 90)])
def test_a_png_is_paper_times_dpi(run, tmp_path, four, paper, dpi):
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=four[:1], PAPER=paper, DPI=dpi, OUTPUT=str(path))
    image = QImage(str(path))
    wanted = [side / 25.4 * dpi for side in PAPER[paper]]
    assert [image.width(), image.height()] == pytest.approx(wanted, abs=1)
    assert image.dotsPerMeterX() == pytest.approx(dpi / 0.0254, abs=1)


def test_a_style_of_the_project_is_drawn_and_left_alone(run, tmp_path, four):
    from qgis.core import QgsPalettedRasterRenderer
    from qgis.PyQt.QtGui import QColor

    layer = QgsRasterLayer(four[0], "zones_1981_1991")
    classes = [QgsPalettedRasterRenderer.Class(1, QColor(1, 2, 3), "Mine")]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    project = QgsProject()
    project.addMapLayer(layer)
    run.project = project
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=[layer.id()], DPI=DPI, OUTPUT=str(path))
    parts(picture(path), (1, 2, 3))
    assert [entry.label for entry in layer.renderer().classes()] == ["Mine"]
    assert list(project.mapLayers()) == [layer.id()]
    assert not project.layoutManager().layouts()


def test_another_reference_system_is_shown_in_the_first(run, tmp_path):
    """Half a degree of longitude in geographic coordinates, and its middle in metres."""
    first = make(tmp_path / "a.tif", 1, (50, 50), cell=(0.01, 0.01), origin=(111, 40), epsg=4326)
    other = make(tmp_path / "b.tif", 2, (50, 50), cell=(400, 400), origin=(511_000, 4_415_000))
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=[first, other], DPI=DPI, OUTPUT=str(path))
    found = picture(path)
    one, _ = parts(found, COLOURS[1])
    two = is_of(found, COLOURS[2])
    assert one[2] == pytest.approx(one[3], rel=0.03)
    # 20 km are 0.234 degrees of longitude and 0.18 of latitude there.
    columns = np.flatnonzero(two.sum(axis=0) > 10 * MM)
    assert columns.size / MM == pytest.approx(one[2] * 0.234 / 0.5, rel=0.06)


def test_layers_without_a_reference_system_and_with_long_names(run, tmp_path):
    names = {1: "A_name_without_blanks_" * 6, 2: "A name with blanks " * 9}
    layers = [
        make(tmp_path / f"{'long_name_' * 12}{n}.tif", n, names=names, epsg=0) for n in (1, 2)
    ]
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=layers, DPI=DPI, TITLE="Long " * 80, SOURCE="s" * 400, OUTPUT=str(path))
    found = picture(path)
    for value in (1, 2):
        _, swatch = parts(found, COLOURS[value])
        assert swatch[2:] == pytest.approx(SWATCH, abs=1.0)
    margin = round(10 * MM)
    for edge in (found[:margin], found[-margin:], found[:, :margin], found[:, -margin:]):
        assert (edge == 255).all()


def test_an_old_map_stays_where_a_run_fails(run, tmp_path):
    path = tmp_path / "map.pdf"
    path.write_bytes(b"old")
    noise = write_raster(tmp_path / "dem.tif", np.arange(400).reshape(20, 20), dtype=np.int16)
    with refuses("'dem': 400 different values"):
        run("zonemap", LAYERS=[noise], OUTPUT=str(path))
    assert path.read_bytes() == b"old"
    assert not list(tmp_path.glob(".c*"))


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["png", "pdf", "svg"])
def test_a_full_disk_is_told(run, tmp_path, ending):
    noise = np.random.default_rng(1).integers(1, 5, (300, 400))
    layer = write_raster(tmp_path / "zones.tif", noise, names=NAMES, colours=COLOURS)
    with small_disk(tmp_path / "disk", "64k") as disk:
        with refuses(f"could not write 'map.{ending}'"):
            run("zonemap", LAYERS=[layer], DPI=100, OUTPUT=str(disk / f"map.{ending}"))
        assert not list(disk.iterdir())


@pytest.mark.parametrize("origin", [(1e300, 1e300), (float("nan"), 0.0), (1e20, 4e6)])
def test_an_extent_that_no_map_can_show(run, tmp_path, origin):
    layer = make(tmp_path / "far.tif", 1, origin=origin)
    with refuses(r"LAYERS: the extent of \S+ x \S+ map units"):
        run("zonemap", LAYERS=[layer], DPI=DPI, OUTPUT=str(tmp_path / "map.pdf"))
    assert not list(tmp_path.glob("map*"))


def test_names_of_any_length(run, tmp_path):
    names = {1: "x" * 20_000, 2: "two words " * 5_000}
    layers = [make(tmp_path / f"{n}.tif", n, names=names) for n in (1, 2)]
    path = tmp_path / "map.pdf"
    run("zonemap", LAYERS=layers, TITLE="t" * 50_000, DPI=DPI, OUTPUT=str(path))
    words = words_of(path)
    assert words.count("…") == 3
    with refuses("TITLES: 1 titles given for 2 layers: ttt"):
        run("zonemap", LAYERS=layers, TITLES="t" * 200_000, OUTPUT=str(path))


def test_titles_are_those_given_or_else_the_years_of_the_layers(qgis_app):
    from carbon_zones.bridge.map_sheet.sheet_run import parse_map_titles

    names = ["zones_1986_2000", "zones_2000_2009", "the pit"]
    assert parse_map_titles("", names) == ["1986-2000", "2000-2009", "the pit"]
    assert parse_map_titles('Before, "Pits, dumps",', names) == ["Before", "Pits, dumps", "the pit"]
    assert parse_map_titles("\u524d\uff0c\u4e2d\uff0c\u540e", names) == [
        "\u524d",
        "\u4e2d",
        "\u540e",
    ]
    # One of three titles has a Chinese comma.
    assert parse_map_titles("a, b\uff0cc, d", names) == ["a", "b\uff0cc", "d"]
    for several_lines in ("a\nb", "a\r\nb", '"a\nb"', "\n a\tb\n"):
        assert parse_map_titles(several_lines, ["x"]) == ["a b"]


def test_a_folder_that_cannot_be_written_to(run, tmp_path, four):
    with closed_folder(tmp_path / "closed") as folder, refuses("closed cannot be written: "):
        run("zonemap", LAYERS=four[:1], OUTPUT=str(Path(folder) / "map.pdf"))


def test_the_template_is_a_layout_of_named_items(qgis_app):
    project = QgsProject()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    document = QDomDocument()
    template = ROOT / "resources" / "layouts" / "zone_maps.qpt"
    document.setContent(template.read_text(encoding="utf-8"))
    items, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    assert loaded
    names = {item.id() for item in items if item.id()}
    numbered = {f"{part}_{n}" for part in ("map", "map_title") for n in range(1, 9)}
    others = {"title", "legend", "scale_bar", "north_arrow", "source", "projection"}
    assert names == numbered | others
    for name, kind in (
        ("map_1", QgsLayoutItemMap),
        ("legend", QgsLayoutItemLegend),
        ("scale_bar", QgsLayoutItemScaleBar),
        ("north_arrow", QgsLayoutItemPicture),
    ):
        assert isinstance(layout.itemById(name), kind)
    page = layout.pageCollection().page(0).pageSize()
    assert (page.width(), page.height()) == (297, 210)
    sheet = layout.pageCollection().page(0).rect().adjusted(-1, -1, 1, 1)
    for item in items:  # all of them on the sheet
        assert sheet.contains(item.mapRectToScene(item.rect()))


@pytest.fixture
def bars(monkeypatch):
    """The scale bar of every sheet: map units per unit of its label, and that unit."""
    from carbon_zones.bridge.map_sheet import sheet_run

    drawn, export = [], sheet_run.export_layout

    def spy(layout, project, path, dpi):
        bar = layout.itemById("scale_bar")
        drawn.append((bar.mapUnitsPerScaleBarUnit(), bar.unitLabel()))
        return export(layout, project, path, dpi)

    monkeypatch.setattr(sheet_run, "export_layout", spy)
    return drawn


@pytest.mark.parametrize(
    ("epsg", "origin", "cell"),
    [
        pytest.param(32649, (600_000.0, 4_400_000.0), 30.0, id="metres"),
        pytest.param(4326, (112.0, 60.0), 0.001, id="degrees"),
        pytest.param(3031, (-3000.0, 2000.0), 100.0, id="around a pole"),
        pytest.param(MODIS, (6e6, 5e6), 463.3, id="a system that has no code"),
        pytest.param(LOCAL, (0.0, 0.0), 30.0, id="local"),
    ],
)
def test_the_scale_bars_of_the_sheet_and_of_the_report_measure_alike(
    run, bars, tmp_path, epsg, origin, cell
):
    path = make(tmp_path / "a.tif", 1, cell=(cell, cell), origin=origin, epsg=None)
    system = osr.SpatialReference()
    system.SetFromUserInput(epsg if isinstance(epsg, str) else f"EPSG:{epsg}")
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetProjection(system.ExportToWkt())
        grid = Grid.from_dataset(dataset)
        dataset = None
    cells = np.ones(picture_shape(grid, grid.full_window), np.uint8)
    shown = report_picture("", cells, {}, grid, grid.full_window)
    number, unit = shown.bar_label.split()
    units_per_metre = shown.bar / 100 * 60 * cell / (float(number) * UNITS[unit])
    run("zonemap", LAYERS=[path], DPI=30, OUTPUT=str(tmp_path / "map.png"))
    ((map_units, label),) = bars
    assert map_units / UNITS[label] == pytest.approx(units_per_metre, rel=1e-9)


@pytest.mark.parametrize(
    ("epsg", "origin"),
    [
        pytest.param(None, (600_000.0, 4_400_000.0), id="no system"),
        pytest.param(3035, (1e9, 1e9), id="beyond the map"),
    ],
)
def test_where_the_ground_is_not_known_the_bar_is_in_map_units(run, bars, tmp_path, epsg, origin):
    path = make(tmp_path / "a.tif", 1, origin=origin, epsg=epsg)
    run("zonemap", LAYERS=[path], DPI=30, OUTPUT=str(tmp_path / "map.png"))
    assert bars == [(1.0, "map units")]


@pytest.mark.parametrize(
    ("options", "ground"),
    [
        ({}, 1800.0),
        ({"cell": (0.002, 0.002), "origin": (112, 60), "epsg": 4326}, 60 * 0.002 * 55_800),
    ],
)
def test_the_scale_bar_is_as_long_as_it_says(run, tmp_path, options, ground):
    """Its ends are told by its box, and the length must be one of the round ones."""
    path = tmp_path / "map.png"
    run("zonemap", LAYERS=[make(tmp_path / "a.tif", 1, **options)], DPI=100, OUTPUT=str(path))
    found = picture(path)
    width = np.flatnonzero(is_of(found, COLOURS[1]).sum(axis=0) > 150).size
    # The filled half of the bar is the only dark thing a millimetre high and 7 mm wide.
    dark = (found < 60).all(axis=2).astype(int)
    runs = np.cumsum(np.pad(dark, ((1, 0), (0, 0))), axis=0)
    tall = (runs[5:] - runs[:-5]) == 5
    columns = np.flatnonzero(tall.any(axis=0))
    pieces = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    half = max(map(len, pieces))
    metres = half / width * ground
    power = 10.0 ** np.floor(np.log10(metres * 1.02))
    assert min(abs(metres / power - step) / step for step in (1, 2, 5)) < 0.025


def test_columns_from_east_to_west_are_refused(run, tmp_path):
    """QGIS leaves the map empty."""
    turned = write_raster(tmp_path / "turned_1990.tif", [[1, 2], [3, 5]], cell=(-30.0, 30.0))
    with refuses("'turned_1990' run from east to west"):
        run("zonemap", LAYERS=[turned], OUTPUT=str(tmp_path / "map.svg"), DPI=40)
