"""Pages on paper: numbered, without half-empty pages, and a summary of two that stands alone."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.test.browser.browser import PAGES
from carbon_zones.test.browser.conftest import make, with_a_small_mine
from carbon_zones.test.helpers import write_raster

FULL = re.compile(rb"/Type /Page\b")
STUDIES = [*PAGES, "chinese", "speck", "unit", "yearly", "yearly_speck"]
SHORT = ("chart", "analysis", "path", "accuracy")


def printed(browser, folder) -> list[str]:
    """What is written on each page of A4."""
    pdf = folder / "page.pdf"
    pdf.write_bytes(browser.pdf())
    command = ["pdftotext", "-layout", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    *pages, rest = done.stdout.split("\f")
    assert not rest.strip()
    assert len(pages) == len(FULL.findall(pdf.read_bytes()))
    return pages


def empty_parts(folder: Path) -> list[float]:
    """Largest white share of each page that `printed` made, between its margins."""
    command = ["pdftoppm", "-r", "30", "-gray", str(folder / "page.pdf"), str(folder / "page")]
    subprocess.run(command, check=True)
    parts = []
    for path in sorted(folder.glob("page-*.pgm")):
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as picture:
            dark = picture.ReadAsArray() < 235
        # Without the margins, of which the lower one has the number of the page.
        high = dark.shape[0]
        rows = dark[round(high * 13 / 297) : round(high * (1 - 16 / 297))].any(axis=1)
        written = np.flatnonzero(np.concatenate([[True], rows, [True]]))
        parts.append(float(np.diff(written).max() - 1) / rows.size)
    return parts


@pytest.mark.parametrize("name", STUDIES)
def test_pages_are_numbered_and_full(browser, request, name, tmp_path):
    browser.open(request.getfixturevalue(name))
    pages = printed(browser, tmp_path)
    lasts = ["".join(text.rstrip().splitlines()[-1].split()) for text in pages]
    assert lasts == [f"{number}/{len(pages)}" for number in range(1, len(pages) + 1)]
    assert name not in ("report", "chinese") or len(pages) <= 14
    # Short pages of other algorithms may not fill a sheet.
    *parts, _ = empty_parts(tmp_path)
    assert name in SHORT or all(part <= 1 / 3 for part in parts), parts


@pytest.mark.parametrize("name", STUDIES)
def test_the_summary_fills_at_most_two_pages(browser, request, name, tmp_path):
    browser.open(request.getfixturevalue(name))
    title = browser.run("document.querySelector('h1').textContent")
    headings = browser.run("Array.from(document.querySelectorAll('h2'), h => h.textContent)")
    browser.run("document.body.classList.add('summary')")
    pages = printed(browser, tmp_path)
    assert 1 <= len(pages) <= 2
    assert title in pages[0]
    assert headings[0] in "".join(pages)
    assert len(headings) < 3 or headings[-1] not in "".join(pages)
    # Pages of other algorithms may have less to say.
    parts = empty_parts(tmp_path)
    assert all(part < 0.5 for part in (parts[:-1] if name in PAGES[1:] else parts)), parts


def test_the_summary_of_the_study_has_the_main_numbers(browser, report, tmp_path):
    browser.open(report)
    browser.run("location.search = '?summary'")
    drawn = "document.body && document.body.classList.contains('drawn')"
    browser.wait(f"location.search == '?summary' && {drawn}")
    text = " ".join(" ".join(printed(browser, tmp_path)).split())
    for words in (
        "had a net carbon loss of 768,365 t C (2,817,337 t CO\u2082 emitted)",
        "A map of 2013 would allow this to be determined",
        "232,417 t C, 27 % of the gross carbon loss to mining (872,724 t C)",
        "Carbon loss and gain by period",
    ):
        assert words in text
    for words in ("full period", "Persistent mined land", "Zone shares"):
        assert words in text
    # The priorities, on a map and as a table.
    for words in ("Idle land, ha", "Squares by rank", "R02C02 1 1,624.05 141,486.8", "Total"):
        assert words in text
    for words in ("Cell counts", "Consistency checks", "Input data and provenance"):
        assert words not in text


# How far the words beside axes reach beyond their drawings, px.
CUT = """Array.from(document.querySelectorAll('.chart .main-svg:first-child'), drawing => {
  const frame = drawing.getBoundingClientRect();
  return Array.from(drawing.closest('.chart').querySelectorAll('.xtitle, .ytitle'), title => {
    const box = title.getBoundingClientRect();
    const ends = [frame.top - box.top, box.bottom - frame.bottom, frame.left - box.left];
    return box.height ? Math.max(...ends) : 0;
  });
}).flat()"""


@pytest.mark.parametrize("which", ["", "summary"])
@pytest.mark.parametrize("name", ["report", "chinese", "speck", "yearly"])
def test_no_title_of_an_axis_is_cut(browser, request, name, which):
    browser.open(request.getfixturevalue(name))
    browser.run(f"document.body.className += ' {which}'")
    with browser.printing():
        browser.run("dispatchEvent(new Event('beforeprint'))")
        beyond = browser.run(CUT)
        browser.run("dispatchEvent(new Event('afterprint'))")
    assert len(beyond) >= 4
    assert max(beyond) < 1


def test_the_button_prints_the_summary_and_gives_the_page_back(browser, report):
    watch = (
        "window.print = () => { dispatchEvent(new Event('beforeprint'));"
        " window.printed = document.body.className; dispatchEvent(new Event('afterprint')); };"
    )
    browser.open(report, before=watch)
    browser.run("document.querySelector('.print-summary').click()")
    assert "summary" in browser.run("window.printed").split()
    assert "summary" not in browser.run("document.body.className").split()
    assert browser.run("document.querySelectorAll('.chart[style*=zoom], .as-wide').length") == 0
    # What was drawn anew for paper is again as it was.
    wide = "document.querySelector('#chart-balance .main-svg').getBoundingClientRect().width"
    assert browser.run(f"{wide} === document.querySelector('#chart-balance .chart').offsetWidth")


@pytest.mark.parametrize("which", ["summary", "all that is open"])
@pytest.mark.parametrize("width", [390, 1280])
def test_bars_are_as_wide_as_the_paper(browser, report, width, which):
    browser.open(report, width)
    browser.run(f"document.body.classList.toggle('summary', {str(which == 'summary').lower()})")
    with browser.printing():
        browser.run("dispatchEvent(new Event('beforeprint'))")
        for name in ("taken", "balance", "zone-shares"):
            box = f"document.querySelector('#chart-{name} .main-svg').getBoundingClientRect()"
            # One may be smaller, so that the page before it is not left empty.
            squeezed = f"document.querySelector('#chart-{name} .chart').dataset.squeezed || 1"
            assert 685 < browser.run(f"{box}.width / ({squeezed})") < 704, name
        browser.run("dispatchEvent(new Event('afterprint'))")


@pytest.fixture
def two_areas(tmp_path) -> str:
    """The report of a mine of three idle areas, of which two are large enough."""
    path = str(tmp_path / "report.html")
    make("study", **with_a_small_mine(tmp_path), IDLE_MIN_HA=10, REPORT=path)
    return path


def test_a_map_that_stands_alone_is_small_on_paper_and_a_pair_is_not_wide(
    browser, ledger, two_areas
):
    widest = (
        "Array.from(document.querySelectorAll('{}'), e => e.getBoundingClientRect().width)"
        ".filter(width => width).map(width => Math.round(width * 25.4 / 96))"
    )
    for page, maps, millimetres in (
        (ledger, ".maps.single", 64),
        (two_areas, "#maps-idle-areas .maps", 140),
    ):
        browser.open(page)
        browser.unfold()
        with browser.printing():
            found = browser.run(widest.format(maps))
            assert found, maps
            assert max(found) == millimetres


def test_maps_of_high_land_are_not_higher_than_the_window_or_a_sheet(browser, tmp_path):
    """A strip 7.5 times as high as wide: its maps were 4,000 px high, and cut on paper."""
    land = np.full((300, 40), 1)
    layers = []
    for year, taken in ((1990, 20), (2020, 60)):
        land[100 : 100 + taken, 10:30] = 9
        names = {1: "Arable land", 9: "Mining land"}
        layers.append(write_raster(tmp_path / f"landuse_{year}.tif", land, names=names))
    page = tmp_path / "report.html"
    make("study", LAYERS=layers, REPORT=str(page))
    height = "Math.max(...Array.from(document.querySelectorAll('figure.map'), e => e.offsetHeight))"
    browser.open(page)
    assert 1000 < browser.run(height) < 2200
    browser.unfold()
    with browser.printing():
        assert browser.run(height) < 265 * 96 / 25.4
