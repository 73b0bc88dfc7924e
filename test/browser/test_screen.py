"""Expanded pages on screens of several widths: nothing is cut, broken or too small."""

from __future__ import annotations

import re

import numpy as np
import pytest
from osgeo import gdal

LOCAL = ("file:", "data:", "blob:")
NARROW, LAPTOP = 390, 1280
# Pages by the widths at which they are opened, px.
PAGES = {
    (NARROW, 768, LAPTOP, 1920): ("report", "chinese"),
    (NARROW, LAPTOP): ("ledger", "analysis", "path", "accuracy", "chart"),
    (NARROW,): ("sure", "reclamation", "yearly", "long", "long_chinese", "long_accuracy"),
}
SCREENS = [(name, width) for widths, names in PAGES.items() for name in names for width in widths]
STUDIES = ("report", "chinese")
UNIT = re.compile(
    r"\bha\b|hm\u00b2|%|\bt\b|CO\u2082e|\bm\b|\u00b0|\bmap units\b|[Yy]ears? |\u5e74|\bkt\b"
)
# Texts below 12 px, and texts of charts below 8 px (6 points), with their size after scaling.
SMALL_TEXTS = """(() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement, range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!node.textContent.trim() || !box.width || !box.height) continue;
    if (parent.closest("option, script")) continue;
    const svg = parent.closest("svg"), matrix = svg && parent.getScreenCTM();
    let size = parseFloat(getComputedStyle(parent).fontSize);
    if (matrix) size *= Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
    if (size < (svg ? 8 : 12) - 0.01) found.push([size, node.textContent.trim().slice(0, 40)]);
  }
  return found;
})()"""


@pytest.fixture(scope="module", params=SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
def screen(request, browser):
    """Name and width of a page that the browser shows; tests only read it."""
    name, width = request.param
    browser.open(request.getfixturevalue(name), width)
    browser.unfold()
    return name, width


def test_every_chart_is_drawn_without_errors_or_requests(browser, screen):
    assert browser.complaints == []
    assert [url for url in browser.requests if not url.startswith(LOCAL)] == []
    shapes = browser.run(
        "Array.from(document.querySelectorAll('.chart'), chart => chart.querySelectorAll("
        "'svg.main-svg .bars path, svg.main-svg .hm image, svg.main-svg .sankey-link, "
        "svg.main-svg .scatterlayer path').length)"
    )
    assert shapes
    assert all(shapes)
    assert browser.run("document.querySelectorAll('.fallback').length") == 0


def test_nothing_extends_beyond_the_page(browser, screen):
    _, width = screen
    assert browser.run("document.documentElement.scrollWidth") <= width
    # Wide tables scroll in their own frame.
    beyond = browser.run(
        "Array.from(document.querySelectorAll('body *')).filter(e => !e.closest('.scroll')"
        " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))"
    )
    assert beyond == []


def test_totals_of_the_transfer_matrix_are_visible(browser, screen):
    name, width = screen
    if name not in STUDIES or width < LAPTOP:
        return
    frames = browser.run(
        "Array.from(document.querySelectorAll('[id^=table-transfers-]'), table => {"
        " const frame = table.querySelector('.scroll');"
        " const last = frame.querySelector('th:last-child').getBoundingClientRect();"
        " return [frame.scrollWidth - frame.clientWidth, last.right, last.width]; })"
    )
    assert len(frames) == 4
    for hidden, right, wide in frames:
        assert hidden <= 0
        assert wide > 20
        assert right <= width


def test_every_period_has_its_label(browser, screen):
    """Also where labels are tilted, and for the full period."""
    if screen[0] not in STUDIES:
        return
    labels = browser.run(
        "Array.from(document.querySelectorAll('#chart-carbon .xtick text'))"
        ".filter(e => getComputedStyle(e).opacity > 0 && getComputedStyle(e).display != 'none')"
        ".map(e => e.textContent.slice(0, 9))"
    )
    assert labels == ["1986-2000", "2000-2009", "2009-2018", "1986-2018"]


def test_only_frames_that_scroll_sideways_have_a_shadow(browser, screen):
    """By the pixels at the right edge of each frame, which a shadow makes darker than any row."""
    name, width = screen
    # Pictures of higher pages take long, and have at most 16,384 rows.
    if name not in ("report", "ledger", "analysis", "path", "accuracy", "chart") or width not in (
        NARROW,
        LAPTOP,
    ):
        return
    frames = browser.run(
        "Array.from(document.querySelectorAll('.scroll'), e => {"
        " const r = e.getBoundingClientRect(); return [r.left + scrollX, r.top + scrollY,"
        " r.width, r.height, e.scrollWidth - e.clientWidth]; })"
    )
    pixels = read_pixels(browser.picture())
    hinted = 0
    for left, top, wide, high, hidden in frames:
        rows = slice(round(top) + 2, round(top + high) - 2)
        edge = pixels[rows, round(left + wide) - 3].max(axis=1)
        # Most of the edge, because rows can contain letters, lines or a background.
        shaded = float(np.mean(edge < 215))
        # Below 16 px, only the edge of a cell is hidden.
        if hidden > 16:
            assert shaded > 0.5
            hinted += 1
        elif hidden <= 0:
            assert shaded < 0.5
    if width == NARROW and len(frames) > 4:
        assert hinted


def read_pixels(png: bytes) -> np.ndarray:
    """Pixels of a picture, shape (height, width, 3)."""
    path = "/vsimem/page.png"
    gdal.FileFromMemBuffer(path, png)
    try:
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as picture:
            return np.moveaxis(picture.ReadAsArray()[:3], 0, -1)
    finally:
        gdal.Unlink(path)


def test_numbers_of_tiles_stay_with_their_units(browser, screen):
    tiles = browser.run(
        "Array.from(document.querySelectorAll('.headlines dd'), dd => {"
        " const tile = dd.parentElement.getBoundingClientRect();"
        " return Array.from(dd.querySelectorAll('.whole'), part => {"
        "  const box = part.getBoundingClientRect();"
        "  return [part.getClientRects().length, box.right - tile.right, box.height,"
        "   parseFloat(getComputedStyle(part).fontSize)]; }); })"
    )
    assert tiles or screen[0] == "chart"
    for parts in tiles:
        for lines, beyond, high, size in parts:
            assert lines == 1
            assert beyond < 0
            assert high < 2 * size
            assert size >= 11.5


def test_periods_and_units_are_not_broken_in_headings(browser, screen):
    broken = browser.run(
        "Array.from(document.querySelectorAll('.whole')).filter(e => e.getClientRects().length > 1)"
        ".map(e => e.textContent)"
    )
    assert broken == []
    if screen[0] in (*STUDIES, "analysis", "ledger"):
        assert browser.run("document.querySelectorAll('th .whole').length") > 3


def test_no_text_is_too_small_on_a_phone(browser, screen):
    if screen[1] == NARROW:
        assert browser.run(SMALL_TEXTS) == []


def test_every_axis_of_amounts_has_a_unit(browser, screen):
    titles = browser.run(
        "Array.from(document.querySelectorAll('.chart-box .figures')).flatMap(e =>"
        " JSON.parse(e.textContent).flatMap(f => Object.entries(f.layout)"
        " .filter(([key, axis]) => /^[xy]axis/.test(key) && axis.visible !== false"
        " && !axis.ticktext).map(([key, axis]) => axis.title.text)))"
    )
    assert titles
    assert [title for title in titles if not UNIT.search(title)] == []
