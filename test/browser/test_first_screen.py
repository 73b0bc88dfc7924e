"""What is seen first: nothing too small to read, and a map right after the answers."""

from __future__ import annotations

import pytest

from carbon_zones.test.browser.browser import PAGES
from carbon_zones.test.browser.conftest import LAYERS, make
from carbon_zones.test.helpers import ROOT

# Of texts but those in charts, which are drawn, the computed size times what scales it, and what
# they say; of charts so many px as 6 points have.
SIZES = """(() => {
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
# Where things begin and end, in px from the top of the page; the last three from the left.
PLACES = """(() => {
  const header = document.querySelector("header");
  function box(which) { return document.querySelector(which).getBoundingClientRect(); }
  const answers = box(".opening, .headlines"), map = box(".explore-map"), links = box("nav");
  return {
    warnings: box(header.querySelector(".warnings") ? "header .warnings" : "h1").top,
    begin: answers.top, end: answers.bottom, map: map.top, below: map.bottom,
    headings: box("main h2").top, links: links.top, right: map.right, left: links.left };
})()"""


@pytest.fixture(scope="module")
def sure(tmp_path_factory) -> str:
    """The report of the sample with densities that have half-widths."""
    path = str(tmp_path_factory.mktemp("sure") / "report.html")
    widths = str(ROOT / "test" / "data" / "half_widths.csv")
    make("study", LAYERS=LAYERS, COEFFICIENTS=widths, REPORT=path)
    return path


@pytest.fixture(scope="module")
def reclamation(tmp_path_factory) -> str:
    """The report of mine reclamation on the sample."""
    path = str(tmp_path_factory.mktemp("reclamation") / "reclamation.html")
    make("reclamation", LAYERS=LAYERS, REPORT=path)
    return path


@pytest.mark.parametrize(
    "name", [*PAGES, "chinese", "sure", "reclamation", "yearly", "long", "long_chinese"]
)
def test_nothing_is_too_small_to_read_on_a_telephone(browser, request, name):
    browser.open(request.getfixturevalue(name), 390)
    browser.unfold()
    assert browser.run(SIZES) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["report", "chinese", "yearly", "ledger", "reclamation"])
def test_the_first_map_comes_right_after_the_answers(browser, request, name, width):
    browser.open(request.getfixturevalue(name), width)
    browser.wait("document.querySelector('.explore.ready')")
    at = browser.run(PLACES)
    # Between them there is but what of the map to show.
    assert at["warnings"] < at["begin"] < at["end"] < at["map"] < at["end"] + 120
    assert at["map"] < at["headings"]
    # The contents stand beside it, or below.
    if width == 390:
        assert at["links"] > at["below"]
    else:
        assert at["left"] > at["right"]


@pytest.mark.parametrize("name", ["report", "chinese", "sure", "ledger"])
def test_one_loss_leads(browser, request, name):
    """It is the first tile, alone marked, and larger than all others."""
    browser.open(request.getfixturevalue(name), 1280)
    sizes = browser.run(
        "Array.from(document.querySelectorAll('.headlines > div'), tile =>"
        " [tile.className, parseFloat(getComputedStyle(tile.querySelector('dd')).fontSize)])"
    )
    (leading, largest), *others = sizes
    assert leading == "leading"
    assert others
    assert all(kind != "leading" and size <= largest for kind, size in others)
