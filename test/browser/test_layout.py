"""What stands where on a page: nothing that is torn apart, hidden, or pushed off without a hint."""

from __future__ import annotations

import io

import numpy as np
import pytest
from osgeo import gdal

ALL_WIDTHS = (390, 768, 1280, 1920)
LANGUAGES = ("report", "chinese")


@pytest.mark.parametrize("width", [1280, 1920])
@pytest.mark.parametrize("name", LANGUAGES)
def test_the_totals_of_the_transfer_matrix_are_seen(browser, request, name, width):
    browser.open(request.getfixturevalue(name), width)
    browser.unfold()
    frames = browser.run(
        "Array.from(document.querySelectorAll('[id^=table-transfers-]'), table => {"
        " table.open = true; const frame = table.querySelector('.scroll');"
        " const last = frame.querySelector('th:last-child').getBoundingClientRect();"
        " return [frame.scrollWidth - frame.clientWidth, last.right, last.width]; })"
    )
    assert len(frames) == 4
    for hidden, right, wide in frames:
        assert hidden <= 0
        assert wide > 20
        assert right <= width


@pytest.mark.parametrize("width", ALL_WIDTHS)
@pytest.mark.parametrize("name", LANGUAGES)
def test_every_period_has_its_label(browser, request, name, width):
    """Tilted ones too, of which the last is that of the whole span."""
    browser.open(request.getfixturevalue(name), width)
    browser.wait("document.body.classList.contains('drawn')")
    labels = browser.run(
        "Array.from(document.querySelectorAll('#chart-carbon .xtick text'))"
        ".filter(e => getComputedStyle(e).opacity > 0 && getComputedStyle(e).display != 'none')"
        ".map(e => e.textContent.slice(0, 9))"
    )
    assert labels == ["1986-2000", "2000-2009", "2009-2018", "1986-2018"]


def test_the_legend_of_centres_tells_what_is_drawn(browser, report):
    """An ellipse where there is one, and of the classes the chosen one."""
    browser.open(report)
    browser.unfold()
    shown = (
        "Array.from(document.querySelectorAll('#chart-centres-map .legend li'))"
        ".filter(e => e.offsetHeight).map(e => e.textContent.trim())"
    )
    marks = ["last date", "raster extent"]
    assert browser.run(shown)[-2:] == marks
    assert len(browser.run(shown)) == 11 + 2
    browser.choose("#chart-centres-map", 1)
    ellipse = "standard deviational ellipse, dotted at earlier dates"
    assert browser.run(shown) == ["Arable land", *marks, ellipse]


@pytest.mark.parametrize("width", ALL_WIDTHS)
def test_what_scrolls_sideways_has_a_shadow_and_what_does_not_has_none(browser, page, width):
    """The pixels at the right edge of every frame are looked at: darker than any row's ground."""
    browser.open(page, width)
    browser.unfold()
    frames = browser.run(
        "Array.from(document.querySelectorAll('.scroll'), e => {"
        " const r = e.getBoundingClientRect(); return [r.left + scrollX, r.top + scrollY,"
        " r.width, r.height, e.scrollWidth - e.clientWidth]; })"
    )
    pixels = seen(browser)
    hinted = 0
    for left, top, wide, high, hidden in frames:
        rows = slice(round(top) + 2, round(top + high) - 2)
        edge = pixels[rows, round(left + wide) - 3].max(axis=1)
        # Most of the edge, for rows may have letters, lines or a ground of their own.
        shaded = float(np.mean(edge < 215))
        # Up to that no more than the edge of a cell is hidden.
        if hidden > 16:
            assert shaded > 0.5
            hinted += 1
        elif hidden <= 0:
            assert shaded < 0.5
    if width == 390 and len(frames) > 4:
        assert hinted


def seen(browser) -> np.ndarray:
    """The pixels of the whole page, shape (height, width, 3)."""
    path = "/vsimem/page.png"
    gdal.FileFromMemBuffer(path, io.BytesIO(browser.picture()).getvalue())
    try:
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as picture:
            return np.moveaxis(picture.ReadAsArray()[:3], 0, -1)
    finally:
        gdal.Unlink(path)


@pytest.mark.parametrize("width", ALL_WIDTHS)
@pytest.mark.parametrize("name", ["report", "chinese", "ledger", "path", "accuracy"])
def test_numbers_of_tiles_stay_with_their_units(browser, request, name, width):
    browser.open(request.getfixturevalue(name), width)
    tiles = browser.run(
        "Array.from(document.querySelectorAll('.headlines dd'), dd => {"
        " const tile = dd.parentElement.getBoundingClientRect();"
        " return Array.from(dd.querySelectorAll('.whole'), part => {"
        "  const box = part.getBoundingClientRect();"
        "  return [part.getClientRects().length, box.right - tile.right, box.height,"
        "   parseFloat(getComputedStyle(part).fontSize)]; }); })"
    )
    assert tiles
    for parts in tiles:
        for lines, beyond, high, size in parts:
            assert lines == 1
            assert beyond < 0
            assert high < 2 * size
            assert size >= 11.5


@pytest.mark.parametrize("width", ALL_WIDTHS)
@pytest.mark.parametrize("name", [*LANGUAGES, "analysis", "ledger"])
def test_periods_and_units_are_not_broken_in_headings(browser, request, name, width):
    browser.open(request.getfixturevalue(name), width)
    browser.unfold()
    broken = browser.run(
        "Array.from(document.querySelectorAll('.whole')).filter(e => e.getClientRects().length > 1)"
        ".map(e => e.textContent)"
    )
    assert broken == []
    assert browser.run("document.querySelectorAll('th .whole').length") > 3
