"""What is open on arrival and what is folded: how long, how it is opened, drawn and printed."""

from __future__ import annotations

import urllib.parse
from pathlib import Path

import pytest

from carbon_zones.test.browser.test_print import printed

OPEN = ["story", "priorities", "idle-areas", "land", "taken", "mine-carbon", "losses", "zones"]
PROOF = ["method", "closure", "audit", "parameters", "sources"]
# The most pixels on arrival by the width of the window.
MOST = {1280: 12000, 390: 15000}
READY = "document.querySelector('#chart-matrix').classList.contains('ready')"


@pytest.mark.parametrize("width", MOST)
@pytest.mark.parametrize("name", ["report", "chinese", "speck"])
def test_the_page_is_short_on_arrival(browser, request, name, width):
    browser.open(request.getfixturevalue(name), width)
    assert browser.run("document.documentElement.scrollHeight") <= MOST[width]


def names_of(browser, which: str) -> list[str]:
    return browser.run(f"Array.from(document.querySelectorAll('{which}'), one => one.id)")


def test_what_a_reader_came_for_is_open_and_all_else_one_click_away(browser, report):
    browser.open(report)
    assert names_of(browser, "section:has(> h2)") == OPEN
    folded = names_of(browser, "section:has(> .section-fold:not([open]) > summary h2)")
    assert folded == names_of(browser, "section[id]")[len(OPEN) :]
    assert folded[0] == "damage"
    assert folded[-5:] == PROOF


def test_long_pages_of_others_have_their_proof_folded_and_short_ones_nothing(
    browser, analysis, ledger, accuracy
):
    for page in (analysis, ledger):
        browser.open(page)
        assert names_of(browser, "section:has(> .section-fold)") == ["closure", "audit", "sources"]
    browser.open(accuracy)
    assert browser.run("document.querySelectorAll('.section-fold').length") == 0


def test_charts_are_drawn_when_they_are_opened(browser, report):
    browser.open(report)
    assert names_of(browser, ".chart-box.ready") == names_of(browser, "section > .chart-box")
    assert browser.run("document.querySelectorAll('details .main-svg').length") == 0
    browser.run("document.querySelector('#transfers summary').click()")
    browser.wait(READY)
    # One that lies in an open section.
    browser.run("document.querySelector('.chart-fold:has(#chart-stocks) > summary').click()")
    browser.wait("document.querySelector('#chart-stocks .main-svg')")
    # As wide as the window is when it is opened again.
    browser.run("document.querySelector('#transfers summary').click()")
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=900,
        height=900,
        deviceScaleFactor=1,
        mobile=False,
    )
    browser.run("document.querySelector('#transfers summary').click()")
    browser.wait(
        "document.querySelector('#chart-matrix .main-svg').getBoundingClientRect().width"
        " === document.querySelector('#chart-matrix .chart').offsetWidth"
    )
    assert browser.complaints == []


SEEN = "(e => { const box = e.getBoundingClientRect(); return box.top > -2 && box.top < 450; })"


@pytest.mark.parametrize("name", ["transfers", "chart-matrix", "table-transfers-1"])
def test_a_link_opens_what_it_leads_to(browser, report, name):
    browser.open(report)
    link = f"<a id=go href=#{name}>.</a>"
    browser.run(f"document.querySelector('nav').insertAdjacentHTML('beforeend', '{link}')")
    for _ in range(2):
        browser.run("document.querySelector('#go').click()")
        browser.wait(f"{READY} && {SEEN}(document.querySelector('#{name}'))")
        assert browser.run("document.querySelector('#transfers > details').open")
        assert browser.run(f"document.querySelector('#{name}').open !== false")
        # Folded again, it opens again, though the page's address is the same.
        browser.run("document.querySelector('#transfers > details').open = false; scrollTo(0, 0)")


def test_an_address_opens_what_it_leads_to(browser, report):
    browser.open(report)
    browser.call("Page.navigate", url=f"{Path(report).as_uri()}?anew#closure")
    browser.wait("document.querySelector('#closure > [open]')")
    browser.wait(f"{SEEN}(document.querySelector('#closure'))")


def test_the_browser_s_search_opens_what_it_finds(browser, report):
    """By a link to a text, which the browser looks for as for what is typed into its search."""
    browser.open(report)
    text = urllib.parse.quote("Zone number by conversion")
    assert not browser.run("document.querySelector('#method > details').open")
    browser.call("Page.navigate", url=f"{Path(report).as_uri()}?#:~:text={text}")
    browser.wait("document.querySelector('#method > details[open]')")


WATCH = (
    "window.print = () => { dispatchEvent(new Event('beforeprint'));"
    " window.folded = document.querySelectorAll('details:not([open])').length;"
    " window.undrawn = document.querySelectorAll('.chart-box:not(.ready)').length;"
    " dispatchEvent(new Event('afterprint')); };"
)


def test_print_all_opens_all_and_folds_it_again(browser, report):
    browser.open(report, before=WATCH)
    before = names_of(browser, "details:not([open])")
    assert len(before) > 30
    browser.run("document.querySelector('.print-all').click()")
    browser.wait("window.folded !== undefined")
    assert browser.run("[folded, undrawn]") == [0, 0]
    assert names_of(browser, "details:not([open])") == before
    assert browser.complaints == []


@pytest.mark.parametrize("name", ["report", "chinese"])
def test_print_has_what_is_open_and_all_where_the_address_asks_for_it(
    browser, request, name, tmp_path
):
    browser.open(request.getfixturevalue(name))
    heading = "Array.from(document.querySelectorAll('main h2'), e => e.textContent)"
    headings = browser.run(heading)
    last = browser.run("document.querySelector('#table-sources-files .caption').textContent")
    pages = printed(browser, tmp_path)
    text = "".join("".join(pages).split())
    # What is folded is named, and not there.
    assert all("".join(words.split()) in text for words in headings)
    assert "".join(last.split()) not in text
    browser.run("location.search = '?all'")
    browser.wait(
        "location.search == '?all' && document.querySelector('.chart-box')"
        " && !document.querySelector('.chart-box:not(.ready)')"
    )
    every = printed(browser, tmp_path)
    assert len(every) > len(pages)
    assert "".join(last.split()) in "".join("".join(every).split())
