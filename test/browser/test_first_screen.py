"""What is seen first: a leading number, and a map right after the answers."""

from __future__ import annotations

import pytest

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
