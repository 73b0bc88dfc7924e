"""What readers do on a page: choose, copy, print, slide, and read without scripts."""

from __future__ import annotations

import re

import pytest

WIDTHS = (1280, 390)


def test_charts_are_as_wide_as_their_frames(browser, report):
    browser.open(report, 1280)
    browser.unfold()
    widths = browser.run(
        "Array.from(document.querySelectorAll('.chart'),"
        " c => c.querySelector('.main-svg').getBoundingClientRect().width / c.offsetWidth)"
    )
    assert widths == pytest.approx([1.0] * len(widths), abs=0.01)


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


def test_another_period_can_be_chosen(browser, report):
    browser.open(report)
    browser.unfold()
    texts = "document.querySelector('#chart-matrix .chart').data[0].text.flat().join()"
    before = browser.run(texts)
    browser.choose("#chart-matrix", 1)
    browser.wait(f"{texts} != '{before}'")
    assert browser.run("document.querySelector('#chart-matrix .period-shown').textContent") == (
        "1986-2000"
    )
    assert browser.complaints == []


def test_names_that_look_like_markup_are_shown_as_they_are(browser, chart):
    browser.open(chart)
    assert browser.run("document.querySelectorAll('img, .legend b').length") == 0
    legend = browser.run("document.querySelector('.legend').textContent")
    assert "Sand <b>& gravel</b>" in legend
    assert "<img src=x onerror=alert(1)>" in legend


def test_a_table_is_copied_at_full_precision(browser, report):
    watch = (
        "document.addEventListener('copy', e =>"
        " { window.copied = String(document.activeElement.value); });"
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
    )
    browser.open(report, before=watch)
    browser.unfold()
    browser.run("document.querySelector('#table-zones-share .copy').click()")
    browser.wait("window.copied")
    lines = [line.split("\t") for line in browser.run("window.copied").splitlines()]
    assert lines[0] == ["Zone", "1986-2000", "2000-2009", "2009-2018", "1986-2018"]
    assert lines[1][:2] == ["Carbon sink invariant area", "66.7298223637281"]
    browser.wait("document.querySelector('#table-zones-share .copy').textContent == 'Copied'")
    # The button does not close the table that it stands on.
    assert browser.run("document.querySelector('#table-zones-share').open")


def test_a_browser_that_cannot_unpack_says_so_and_shows_the_tables(browser, report):
    browser.open(report, before="delete window.DecompressionStream;")
    assert browser.run("document.querySelector('.script-note').offsetHeight") > 0
    assert browser.run("document.querySelectorAll('svg.main-svg').length") == 0
    fallbacks = browser.run(
        "Array.from(document.querySelectorAll('.fallback'), e => getComputedStyle(e).visibility)"
    )
    assert set(fallbacks) == {"visible"}
    assert "768,364.6" in browser.run("document.querySelector('#table-balance').innerText")


def test_without_scripts_the_tables_are_there(browser, report):
    with browser.without_scripts():
        browser.open(report)
        assert browser.run("document.querySelector('#table-balance').offsetHeight") > 100
        assert browser.run("document.querySelector('#table-balance .copy').offsetHeight") == 0
        assert browser.run("document.querySelectorAll('.fallback').length") > 0


def test_it_prints_on_a4_with_what_is_open_and_no_chart_cut_off(browser, report):
    browser.open(report)
    with browser.printing():
        browser.run("dispatchEvent(new Event('beforeprint'))")
        # Folded tables stay so, with a line that says how many rows are left out.
        said = browser.run(
            "Array.from(document.querySelectorAll('details.folded'))"
            ".filter(d => !d.parentElement.closest('details:not([open])'))"
            ".map(d => [d.querySelector('.left-out').innerText,"
            " d.querySelectorAll('tbody tr').length])"
        )
        assert len(said) > 10
        for words, rows in said:
            assert words == f"{rows} rows not printed; see the report on screen"
        shown = "document.querySelectorAll('details[open] > summary .left-out').values()"
        assert browser.run(f"Array.from({shown}).every(s => s.offsetHeight === 0)")
        widest = browser.run(
            "Math.max(...Array.from(document.querySelectorAll('.ready .chart'),"
            " c => c.getBoundingClientRect().width))"
        )
        assert widest <= 186 / 25.4 * 96  # A4 less its margins
        browser.run("dispatchEvent(new Event('afterprint'))")
    pdf = browser.pdf()
    sizes = re.findall(rb"/MediaBox \[0 0 (\d+)\S* (\d+)\S*\]", pdf)
    assert all(594 <= int(wide) <= 595 and 841 <= int(high) <= 842 for wide, high in sizes)
    assert 4 < len(re.findall(rb"/Type /Page\b", pdf)) < 15


# What lies on top at a quarter of the picture's width, and at three quarters of it.
ON_TOP = (
    "(() => { const pair = document.querySelector('.pair');"
    " pair.scrollIntoView({block: 'center'}); const box = pair.getBoundingClientRect();"
    " return [0.25, 0.75].map(share => document.elementFromPoint("
    "box.left + share * box.width, box.top + box.height / 3).closest('.side')"
    ".querySelector('.year').textContent).join(); })()"
)


@pytest.mark.parametrize("width", WIDTHS)
def test_land_use_then_and_now_is_slid_over_by_keyboard_and_pointer(browser, report, width):
    browser.open(report, width)
    assert browser.run(ON_TOP) == "1986,2018"
    browser.run("document.querySelector('.swipe input').focus()")
    browser.press("End", 35)
    assert browser.run("document.querySelector('.swipe input').value") == "100"
    assert browser.run(ON_TOP) == "1986,1986"
    browser.press("Home", 36)
    assert browser.run(ON_TOP) == "2018,2018"
    browser.press("ArrowRight", 39)
    assert browser.run("document.querySelector('.swipe input').ariaValueText") == (
        "1986: 1 %, 2018: 99 %"
    )
    x, y = browser.run(
        "(() => { const box = document.querySelector('.pair').getBoundingClientRect();"
        " return [box.left + 0.9 * box.width, box.top + box.height / 2]; })()"
    )
    for kind in ("mousePressed", "mouseReleased"):
        browser.call(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1
        )
    assert browser.run(ON_TOP) == "1986,1986"
    assert abs(int(browser.run("document.querySelector('.swipe input').value")) - 90) <= 1
    assert browser.complaints == []


SIDES = (
    "Array.from(document.querySelectorAll('.pair img'), e => e.getBoundingClientRect())"
    ".map(box => [box.left, box.right, box.top])"
)


def test_on_paper_and_without_scripts_then_and_now_stand_side_by_side(browser, report):
    def look():
        (_, end, top), (start, _, other_top) = browser.run(SIDES)
        assert end < start
        assert top == other_top
        assert browser.run("document.querySelector('.swipe input').offsetHeight") == 0
        assert browser.run("document.querySelector('.swipe').innerText.split(/\\s+/)[0]") == "1986"

    browser.open(report)
    with browser.printing():
        look()
    with browser.without_scripts():
        browser.open(report)
        look()
