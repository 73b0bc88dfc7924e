"""The map to explore: what a click says, against the rasters by a plain loop and against PROJ."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import pytest
from osgeo import gdal, ogr
from pyproj import Transformer

from carbon_zones.test.browser.conftest import LAYERS, make, with_a_small_mine
from carbon_zones.test.helpers import ROOT, YEARS, read_raster

SHOWN = "document.querySelector('.explore-values:not([hidden])')"
EXPLORED = "document.querySelector('.explore').explored"
CLICKS, SEED = 250, 58
# What is told stands whole on the screen, below the map and not on it.
WHOLE = """(() => {
    const map = document.querySelector(".explore-map").getBoundingClientRect();
    const told = document.querySelector(".explore-values"), box = told.getBoundingClientRect();
    return box.top >= map.bottom && box.bottom <= innerHeight + 1 && map.bottom > 100
        && told.scrollHeight <= told.clientHeight && told.scrollWidth <= told.clientWidth
        && Array.from(told.querySelectorAll("*")).every(
            e => e.getBoundingClientRect().bottom <= box.bottom);
})()"""
# The lines about what is told, from and to, in pixels of the land.
LINES = "Array.from(document.querySelectorAll('.explore-map path')).map(e => e.getAttribute('d'))"
SQUARE_METRES = 10_000


class Explored:
    """A report, its layers, and the rasters that say the same."""

    def __init__(self, folder, layers, **more):
        self.page, self.layers = str(folder / "report.html"), layers
        self.areas = str(folder / "areas.gpkg")
        outputs = {"ZONES_FOLDER": str(folder / "zones"), "IDLE_AREAS": self.areas}
        make("study", LAYERS=layers, REPORT=self.page, **outputs, **more)
        self.status, self.net = str(folder / "status.tif"), str(folder / "net.tif")
        make("reclamation", LAYERS=layers, STATUS_MAP=self.status)
        make("carbonledger", LAYERS=layers, NET_MAP=self.net)
        self.idle = str(folder / "zones" / f"idle_{YEARS[-1]}.tif")
        self.units = more.get("UNITS")
        self.zones = {
            path.stem.replace("zones_", "").replace("_", "-"): str(path)
            for path in (folder / "zones").glob("zones_*.tif")
        }


def names_in(path: str) -> dict[int, str]:
    """What the attribute table of a raster calls its values."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        table = dataset.GetRasterBand(1).GetDefaultRAT()
        usages = [table.GetUsageOfCol(n) for n in range(table.GetColumnCount())]
        value, name = usages.index(gdal.GFU_MinMax), usages.index(gdal.GFU_Name)
        rows = range(table.GetRowCount())
        return {table.GetValueAsInt(n, value): table.GetValueAsString(n, name) for n in rows}


def polygons_in(path: str | None, field: str) -> list[tuple[Any, ogr.Geometry]]:
    """What a field of a file says, each with its polygon."""
    if path is None:
        return []
    with ogr.ExceptionMgr(useExceptions=True), gdal.OpenEx(path) as dataset:
        return [(f[field], f.GetGeometryRef().Clone()) for f in dataset.GetLayer()]


@pytest.fixture(scope="module")
def districts(tmp_path_factory) -> Explored:
    units = {"UNITS": str(ROOT / "resources/sample/districts.geojson"), "UNIT_FIELD": "district"}
    return Explored(tmp_path_factory.mktemp("districts"), LAYERS, **units)


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Explored:
    folder = tmp_path_factory.mktemp("small")
    return Explored(folder, with_a_small_mine(folder)["LAYERS"])


@pytest.fixture(scope="module")
def nine_years(tmp_path_factory) -> str:
    """The report of the sample, whose dates tell what has been idle for nine years."""
    page = str(tmp_path_factory.mktemp("nine_years") / "report.html")
    make("study", LAYERS=LAYERS, IDLE_YEARS=9, REPORT=page)
    return page


def opened(browser, page: str, **how) -> dict:
    """The data of the map of a page, which is opened."""
    browser.open(page, **how)
    browser.wait("document.querySelector('.explore.ready')")
    browser.run("document.querySelector('.explore').scrollIntoView()")
    return browser.run(f"({EXPLORED}).land")


@pytest.mark.parametrize("study", ["districts", "small"])
def test_what_clicks_say_is_what_the_rasters_and_proj_have(browser, study, request):
    study = request.getfixturevalue(study)
    land = opened(browser, study.page)
    random = np.random.default_rng(SEED)
    pixels = random.random((CLICKS, 2)) * (land["width"], land["height"])
    asked = json.dumps(pixels.tolist())
    told = browser.run(
        f"(async () => {{ const e = {EXPLORED}, told = []; for (const [c, r] of {asked})"
        " told.push([e.position(c, r), await e.read(c, r)]); return told; })()"
    )
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(study.layers[0]) as dataset:
        x, wide, _, y, _, high = dataset.GetGeoTransform()
        to_map = Transformer.from_crs("EPSG:4326", dataset.GetProjection(), always_xy=True)
    # A pixel of these maps is a cell.
    assert (land["x"][1], land["y"][1]) == pytest.approx((wide, high))
    across, down = round((land["x"][0] - x) / wide), round((land["y"][0] - y) / high)
    land_use = {y: (read_raster(p), names_in(p)) for y, p in zip(YEARS, study.layers)}
    zones = {period: (read_raster(p), names_in(p)) for period, p in study.zones.items()}
    units, idle = polygons_in(study.units, "district"), read_raster(study.idle)
    areas, in_areas = polygons_in(study.areas, "rank"), 0
    status, net = (read_raster(study.status), names_in(study.status)), read_raster(study.net)
    mined = 0
    for (column, row), (where, lines) in zip(pixels, told):
        cell = down + int(row), across + int(column)
        there = to_map.transform(*where)
        expected = land["x"][0] + column * wide, land["y"][0] + row * high
        assert np.abs(np.subtract(there, expected)).max() <= 0.5 * wide
        by_title = {(subject, title): name for subject, title, name in lines}
        for subject, rasters in (("Land use", land_use), ("Carbon-sink functional zones", zones)):
            for title, (cells, names) in rasters.items():
                value = int(cells[cell])
                assert by_title.pop((subject, title), None) == names.get(value), (title, cell)
        assert by_title.pop(("Status of mined land", YEARS[-1])) == status[1][status[0][cell]]
        state = {0: "Changed in the last 5 years", -1: "Undated", -(1 << 15): None}
        expected = state.get(int(idle[cell]), "Unchanged for at least 5 years")
        assert by_title.pop(("Idle land", YEARS[-1]), None) == expected
        # A cell is in the district of its middle.
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x + (cell[1] + 0.5) * wide, y + (cell[0] + 0.5) * high)
        inside = [name for name, polygon in units if polygon.Contains(point)]
        assert [by_title.pop(("Unit", ""))] == inside if units else ("Unit", "") not in by_title
        own = [f"Area {rank}:" for rank, area in areas if rank <= 10 and area.Contains(point)]
        assert by_title.pop(("", ""), "").split(" ha ")[0].rpartition(" ")[0] == "".join(own)
        in_areas += len(own)
        amounts = [
            float(
                re.match(r"[\d,.]+", by_title.pop((f"Carbon {how}", ""), "0"))[0].replace(",", "")
            )
            for how in ("gain", "loss")
        ]
        hectares = wide * -high / SQUARE_METRES
        # Amounts are told with one digit or two.
        assert amounts[0] - amounts[1] == pytest.approx(net[cell] * hectares, abs=0.11)
        by_title.pop(("Net carbon change", f"{YEARS[0]}-{YEARS[-1]}"), None)
        assert by_title == {}
        mined += amounts != [0, 0]
    assert mined > CLICKS / 10
    assert in_areas > 2
    assert browser.complaints == []
    assert [address for address in browser.requests[1:] if not address.startswith("data:")] == []


# The code, and the middle of the land in map units; cells of 30 m, or as many degrees.
FAR = {
    "UTM 60S": (32760, 766_000.0, 5_900_000.0),
    "round the north pole": (3413, 0.0, 0.0),
    "degrees beyond 180": (4326, 180.0, -17.0),
}


@pytest.mark.parametrize("there", FAR)
def test_the_map_tells_where_it_is_across_180_degrees_and_round_a_pole(browser, there, tmp_path):
    """Of any pixel, in the panel and its link, at markers, and under the pointer."""
    epsg, x, y = FAR[there]
    layers = []
    for path in LAYERS:
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
            wide, high = dataset.RasterXSize, dataset.RasterYSize
            step = 30.0 if epsg != 4326 else 30.0 / 111_000
            west, north = x - step * wide / 2, y + step * high / 2
            corners = [west, north, west + step * wide, north - step * high]
            layers.append(str(tmp_path / f"far_{path[-8:]}"))
            gdal.Translate(layers[-1], dataset, outputSRS=f"EPSG:{epsg}", outputBounds=corners)
    study = Explored(tmp_path, layers)
    land = opened(browser, study.page)
    to_degrees = Transformer.from_crs(epsg, "EPSG:4326", always_xy=True)
    to_map = Transformer.from_crs("EPSG:4326", epsg, always_xy=True)

    def is_at(column: float, row: float, where: tuple) -> None:
        """Whether degrees are those of a pixel, to half its size, and no others."""
        assert -180 <= where[0] <= 180
        assert -90 <= where[1] <= 90
        place = land["x"][0] + column * land["x"][1], land["y"][0] + row * land["y"][1]
        wanted, turn = np.array(to_degrees.transform(*place)), np.zeros(2)
        if epsg == 4326:
            turn[0] = 360 * round((place[0] - where[0]) / 360)
        assert np.abs(np.add(to_map.transform(*where), turn) - place).max() <= 0.5 * step
        assert abs((where[0] - wanted[0] + 180) % 360 - 180) * np.cos(np.radians(wanted[1])) < 1e-3

    asked = np.random.default_rng(SEED).random((CLICKS, 2)) * (land["width"], land["height"])
    told = browser.run(f"{json.dumps(asked.tolist())}.map(p => ({EXPLORED}).position(...p))")
    for pixel, where in zip(asked, told):
        is_at(*pixel, where)
    assert len({where[0] > 0 for where in told}) == 2
    with gdal.ExceptionMgr(useExceptions=True), gdal.OpenEx(study.areas) as dataset:
        rows = {f["rank"]: (f["longitude"], f["latitude"]) for f in dataset.GetLayer()}
    assert len(land["areas"]) == min(10, len(rows)) > 2
    for rank, _, column, row in land["areas"]:
        is_at(column, row, rows[rank])
        browser.run(f"document.querySelectorAll('.leaflet-marker-icon')[{rank - 1}].click()")
        browser.wait(SHOWN)
        link = "new URL(document.querySelector('.explore-values a').href).searchParams.get('m{}')"
        is_at(column, row, [float(browser.run(link.format(axis))) for axis in ("lon", "lat")])
        latitude, longitude = map(float, re.findall(r"(-?\d+\.\d{5})", told_by(browser))[:2])
        is_at(column, row, (longitude, latitude))
    assert browser.complaints == []


def legend(browser) -> list[list[str]]:
    """The name, the kind and the background of each entry of the legend that is seen."""
    return browser.run(
        "Array.from(document.querySelectorAll('.explore-legend li')).filter(e => e.offsetHeight)"
        ".map(e => [e.lastChild.textContent, e.firstChild.className,"
        " getComputedStyle(e.firstChild).background])"
    )


def middle(browser) -> tuple[float, float]:
    return browser.run(
        "(() => { const r = document.querySelector('.explore-map').getBoundingClientRect();"
        " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
    )


def told_by(browser) -> str:
    """What a click told; a click beside the land then ends that."""
    browser.wait(SHOWN)
    text = browser.run("document.querySelector('.explore-values').textContent")
    browser.run(f"void ({EXPLORED}).map.fire('click', {{latlng: L.latLng(-9, -9)}})")
    browser.wait("document.querySelector('.explore-values[hidden]')")
    assert browser.run(LINES) == []
    return text


def test_it_is_zoomed_switched_and_asked_by_mouse_keyboard_and_touch(browser, small):
    opened(browser, small.page)
    zoom = browser.run(f"({EXPLORED}).map.getZoom()")
    browser.run("document.querySelector('.leaflet-control-zoom-in').click()")
    browser.wait(f"({EXPLORED}).map.getZoom() > {zoom}")
    choose = "document.querySelector('.explore-layer')"
    assert browser.run(f"{choose}.selectedOptions[0].text") == f"Land use, {YEARS[-1]}"
    browser.run(
        f"{choose}.value = {choose}.length - 1; {choose}.dispatchEvent(new Event('change'))"
    )
    assert browser.run(f"{choose}.selectedOptions[0].text").startswith(
        "Net carbon change, 1986-2018"
    )
    # The ends of the scale, what is between them, the line, and what the number on the map is.
    assert len(legend(browser)) == 5
    ticks = "document.querySelector('.explore-outlines input')"
    pictures = "document.querySelectorAll('.explore .leaflet-image-layer').length"
    before = browser.run(pictures)
    browser.run(f"{ticks}.click()")
    assert browser.run(pictures) == before - 1
    assert len(legend(browser)) == 4
    x, y = middle(browser)
    for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
        browser.call(
            *("Input.dispatchMouseEvent",), type=kind, x=x, y=y, button="left", clickCount=1
        )
    pointed = browser.run("document.querySelector('.explore-pointer').textContent")
    assert re.fullmatch(r"39\.\d{5}, 112\.\d{5}", pointed)
    told = told_by(browser)
    assert told.startswith(pointed[:6])
    assert "Open in OpenStreetMap" in told
    browser.run("document.querySelector('.explore-map').focus()")
    browser.press("Enter", 13)
    assert "Land use1986: " in told_by(browser)
    for key, code, moved in (("+", 187, "getZoom()"), ("ArrowRight", 39, "getCenter().lng")):
        # Keys are not heard while the map moves.
        browser.wait(f"(m => !m._animatingZoom && !m._panAnim?._inProgress)(({EXPLORED}).map)")
        before = browser.run(f"({EXPLORED}).map.{moved}")
        browser.press(key, code)
        browser.wait(f"({EXPLORED}).map.{moved} > {before}")
    opened(browser, small.page, width=390, height=800)
    x, y = middle(browser)
    browser.call("Emulation.setTouchEmulationEnabled", enabled=True)
    browser.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
    browser.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    assert "Land use" in told_by(browser)
    browser.call("Emulation.setTouchEmulationEnabled", enabled=False)
    assert browser.run("document.documentElement.scrollWidth") <= 390
    assert browser.complaints == []


def test_without_scripts_and_on_paper_the_maps_that_do_not_move_stand_alone(browser, small):
    height = "document.querySelector('.explore').offsetHeight"
    opened(browser, small.page)
    assert browser.run(height) > 0
    with browser.printing():
        assert browser.run(height) == 0
        assert browser.run("document.querySelector('#land .pair').offsetHeight") > 0
    with browser.without_scripts():
        browser.open(small.page)
        assert browser.run(height) == 0
        assert browser.run("document.querySelector('#land .pair').offsetHeight") > 0


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(("page", "years"), [("nine_years", 9), ("small", 5)])
def test_the_link_beside_the_answer_shows_the_area_on_the_map(browser, page, years, width, request):
    page = request.getfixturevalue(page)
    land = opened(browser, getattr(page, "page", page), width=width)
    names = [name for name, *_ in legend(browser)]
    assert names[names.index("Disturbed land") :][1:2] == ["Idle area, number: rank"]
    # Where areas lie close to each other, that of the best rank is on top.
    heights = browser.run(
        "Array.from(document.querySelectorAll('.leaflet-marker-icon')).map(e => +e.style.zIndex)"
    )
    assert len(heights) == len(land["areas"])
    assert heights == sorted(heights, reverse=True)
    answer = "document.querySelector('.opening dd:has(.to-map)').textContent"
    rank, hectares, name, latitude, longitude = re.search(
        r"Area (\d+) .*: ([\d,.]+) ha of '(.+)' at ([\d.]+)\D+([\d.]+)\D", browser.run(answer)
    ).groups()
    (area,) = (area for area in land["areas"] if area[0] == int(rank))
    assert area[1] == f"Area {rank}: {hectares} ha of {name}"
    on_map = "document.querySelector('.explore-map').getBoundingClientRect()"
    # Once more it comes to the map, though the page's address is the same.
    for _ in range(2):
        browser.run("scrollTo(0, 0)")
        assert browser.run(f"{on_map}.top > 200")
        browser.run("document.querySelector('a.to-map').click()")
        browser.wait(
            f"document.querySelector('.explore-values:not([hidden])') && {on_map}.top < 200"
        )
        browser.wait(WHOLE)
        told = told_by(browser)
        assert told.startswith(area[1])
        where = re.match(r"([\d.]+), ([\d.]+)", told[len(area[1]) :]).groups()
        assert [f"{float(part):.3f}" for part in where] == [latitude, longitude]
        assert f"{YEARS[-1]}: {name}" in told
        # Idle land is not said to be at work.
        assert f"Status of mined land{YEARS[-1]}: MinedIdle land" in told
        assert f"Idle land{YEARS[-1]}: Unchanged for at least {years} years" in told
    assert browser.complaints == []


@pytest.mark.parametrize("study", ["districts", "small"])
def test_the_area_that_is_told_has_a_line_about_it_or_else_the_pixel(browser, study, request):
    study = request.getfixturevalue(study)
    land = opened(browser, study.page)
    assert browser.run(LINES) == []
    (area,) = (polygon for rank, polygon in polygons_in(study.areas, "rank") if rank == 1)
    browser.run("document.querySelector('.leaflet-marker-icon').click()")
    browser.wait(SHOWN)
    white, black = browser.run(LINES)
    assert white == black
    # As many edges of pixels as the polygon has; here a pixel is a cell.
    assert black.count("M") == round(area.Boundary().Length() / land["x"][1])
    left, right, low, high = area.GetEnvelope()
    columns = [(x - land["x"][0]) / land["x"][1] for x in (left, right)]
    rows = [(y - land["y"][0]) / land["y"][1] for y in (high, low)]
    x, y = (
        [int(n) for n in re.findall(f"[ML]{pattern}", black)]
        for pattern in (r"(-?\d+) -?\d+", r"-?\d+ (-?\d+)")
    )
    corners = browser.run(
        f"[[{columns[0]}, {rows[0]}], [{columns[1]}, {rows[1]}]].map(p => {{"
        f" const q = ({EXPLORED}).map.latLngToLayerPoint([{land['height']} - p[1], p[0]]);"
        " return [q.x, q.y]; })"
    )
    assert np.abs(np.subtract([[min(x), min(y)], [max(x), max(y)]], corners)).max() <= 1
    browser.run(f"void ({EXPLORED}).map.fire('click', {{latlng: L.latLng(0.5, 0.5)}})")
    browser.wait(f"({LINES})[0].split('M').length === 5")
    assert browser.complaints == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_number_of_an_area_lies_under_anything(browser, nine_years, width):
    """It stands, or there is a dot of which the legend says what it is; nearer it stands again."""
    opened(browser, nine_years, width=width)

    def dots() -> list[str]:
        markers = browser.run("""Array.from(document.querySelectorAll('.leaflet-marker-icon'),
            e => {
                const box = e.getBoundingClientRect(), map = e.closest('.explore-map');
                const x = box.x + box.width / 2, y = box.y + box.height / 2;
                const top = document.elementFromPoint(x, y);
                return [e.textContent, e.classList.contains('bare'), box.width, x, y,
                    top === e || !map.contains(top) || Boolean(top.closest('.leaflet-control'))];
            })""")
        numbers = [(x, y) for _, is_dot, _, x, y, _ in markers if not is_dot]
        for n, (x, y) in enumerate(numbers):
            assert all(np.hypot(x - left, y - up) >= 25 for left, up in numbers[:n])
        for name, is_dot, wide, *_, is_on_top in markers:
            assert wide == (10 if is_dot else 22), name
            assert is_dot or is_on_top, name
        names = [name for name, *_ in legend(browser)]
        found = [name for name, is_dot, *_ in markers if is_dot]
        assert ("Idle area; zoom in for the number" in names) == bool(found)
        return found

    hidden = dots()
    assert hidden
    assert "1" not in hidden
    browser.run(f"location.hash = '#area-{hidden[0]}'")
    browser.wait(SHOWN)
    browser.run("document.querySelector('.explore').scrollIntoView()")
    assert hidden[0] not in dots()
    assert browser.complaints == []


def test_lines_and_marks_are_in_the_legend_and_apart_from_all_classes(browser, districts):
    opened(browser, districts.page)
    shown = {name: (kind, background) for name, kind, background in legend(browser)}
    for name in ("Disturbed land", "Units"):
        kind, background = shown[name]
        assert kind == "swatch"
        assert "gradient" in background
        assert "rgb(0, 0, 0)" in background
        assert "rgb(255, 255, 255)" in background
    assert shown["Idle area, number: rank"][0] == "explore-area"
    style = "getComputedStyle(document.querySelector('.leaflet-marker-icon:not(.bare)'))"
    assert browser.run(f"[{style}.color, {style}.borderTopColor, {style}.backgroundColor]") == [
        *["rgb(0, 0, 0)"] * 2,
        "rgb(255, 255, 255)",
    ]
    # What units are called lies below the numbers.
    pane = "getComputedStyle(document.querySelector('.leaflet-{}-pane')).zIndex"
    assert browser.run(f"+{pane.format('tooltip')} < +{pane.format('marker')}")
    browser.run("document.querySelectorAll('.explore-outlines input')[1].click()")
    assert "Units" not in [name for name, *_ in legend(browser)]
    assert browser.complaints == []
