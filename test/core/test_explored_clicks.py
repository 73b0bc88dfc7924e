"""What the map of a page says of a point, in a browser: place, link, class and amounts by row."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
from pyproj import Geod, Transformer

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.report.change_sections import area_share_page
from carbon_zones.core.report.page import write_page
from carbon_zones.test.core.pages import PROVENANCE, results_of, same
from carbon_zones.test.core.test_maps import explored

WGS84 = Geod(ellps="WGS84")
CELLS = np.array([[1, 1, 2, 5], [3, 1, 2, 2], [3, 4, 1, 2]], np.uint8)
# About as wide as high on the ground, so that a pixel is a cell.
LEFT, TOP, WIDE, HIGH = 100.0, 62.0, 4.0, 2.0


def row_hectares(row: int) -> float:
    """The area of a cell of a row from the north, on the ellipsoid."""
    south, steps = TOP - (row + 1) * HIGH, np.linspace(0, WIDE, 2000)
    x = [*(LEFT + steps), *(LEFT + steps[::-1])]
    y = [south] * len(steps) + [south + HIGH] * len(steps)
    return abs(WGS84.polygon_area_perimeter(x, y)[0]) / 10_000


def land_of(folder, is_south_up: bool) -> dict:
    """The map of the cells, of which each hectare has as many tonnes as its class."""
    cells, origin, down = CELLS, (LEFT, TOP), HIGH
    if is_south_up:
        cells, origin, down = CELLS[::-1], (LEFT, TOP - 3 * HIGH), -HIGH
    how = {"epsg": 4326, "origin": origin, "cell": (WIDE, down), "nodata": 0}
    return explored(folder, cells, amounts={"Carbon gain": lambda at: at[0] + 1.0}, **how)


@pytest.mark.parametrize("is_south_up", [False, True])
def test_rows_have_the_hectares_and_latitudes_of_their_place(tmp_path, is_south_up):
    """Those of the north are smaller, whichever row comes first in the file."""
    land = land_of(tmp_path, is_south_up)
    assert land["hectares"] == pytest.approx([row_hectares(row) for row in range(3)], rel=1e-6)
    assert land["hectares"] == sorted(land["hectares"])
    known = np.array(land["positions"])
    last = len(known) - 1
    for j, i in ((0, 0), (0, last), (last, 0), (last, last)):
        expected = LEFT + i / last * 4 * WIDE, TOP - j / last * 3 * HIGH
        assert known[j, i].tolist() == pytest.approx(expected, abs=1e-6)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """One browser for these tests, where there is one."""
    pytest.importorskip("websocket")
    from carbon_zones.test.browser.browser import Browser, program

    if program() is None:
        pytest.skip("no Chromium; make test-browser installs it")
    with Browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("is_projected", [False, True])
def test_a_click_says_the_place_and_the_amounts_of_its_pixel(tmp_path, browser, is_projected):
    """In the text, in the link to a map, in coordinates and by the area of the pixel's row."""
    left, top, wide, high, epsg = LEFT, TOP, WIDE, HIGH, 4326
    land = land_of(tmp_path, False)
    if is_projected:
        left, top, wide, high, epsg = 600_000, 4_400_000, 3000, 3000, 32649
        how = {"epsg": epsg, "origin": (left, top), "cell": (wide, high)}
        amounts = {"Carbon gain": lambda at: at[0] + 1.0}
        land = explored(tmp_path, CELLS, amounts=amounts, **how)
    results = results_of(tmp_path / "results", [CELLS], [("1990", "a")])
    page = area_share_page(results, PROVENANCE, [None])
    page.sections[0].explorable = land
    with Drafts() as drafts:
        write_page(tmp_path / "page.html", drafts, page, same)
        drafts.commit_drafts()
    browser.open(str(tmp_path / "page.html"))
    browser.wait("document.querySelector('.explore.ready')")
    to_degrees = Transformer.from_crs(epsg, 4326, always_xy=True)
    for row, column in ((0, 0), (0, 3), (2, 1)):
        browser.run(
            "void document.querySelector('.explore').explored.map.fire('click', "
            f"{{latlng: L.latLng({2.75 - row}, {column + 0.25})}})"
        )
        panel = "document.querySelector('.explore-values:not([hidden])')"
        browser.wait(panel)
        text = browser.run(f"{panel}.textContent")
        link = urlsplit(browser.run(f"{panel}.querySelector('a').href"))
        browser.run("document.querySelector('.explore-values').hidden = true")
        x, y = left + (column + 0.25) * wide, top - (row + 0.25) * high
        longitude, latitude = to_degrees.transform(x, y)
        asked = {name: float(value) for name, (value,) in parse_qs(link.query).items()}
        assert asked == pytest.approx({"mlat": latitude, "mlon": longitude}, abs=1e-4)
        where = [float(part) for part in link.fragment.split("/")[1:]]
        assert where == pytest.approx([latitude, longitude], abs=1e-4)
        said = [float(part) for part in re.match(r"([\d.]+), ([\d.]+)", text).groups()]
        assert said == pytest.approx([latitude, longitude], abs=1e-4)
        told = re.search(r"x ([\d.]+), y ([\d.]+) \(", text)
        assert (told is not None) == is_projected
        if told:
            assert [*map(float, told.groups())] == pytest.approx([x, y], abs=0.1)
        assert f"1990: {CELLS[row, column]}" in text
        amount, of_hectare = re.search(r"([\d,.]+) t C \(([\d,.]+) t C/ha\)", text).groups()
        density = int(CELLS[row, column])
        assert float(of_hectare) == density
        hectares = wide * high / 10_000 if is_projected else row_hectares(row)
        assert float(amount.replace(",", "")) == pytest.approx(density * hectares, abs=0.5)
    assert browser.complaints == []
