"""Maps of a yearly series whose mine is a speck: chosen, printed, and saved."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from carbon_zones.test.browser.test_saving import SVG, saved_by, squeezed, words_of

SHOWN = (
    "Array.from(document.querySelectorAll('#land .map')).filter(e => e.offsetHeight)"
    ".map(e => e.querySelector('figcaption').textContent)"
)
EIGHT = ["1986", "1991", "1996", "2001", "2006", "2011", "2016", "2021"]


def legend(browser) -> list[str]:
    return browser.run(
        "Array.from(document.querySelectorAll('#land > .legend li')).filter(e => e.offsetHeight)"
        ".map(e => e.textContent.trim())"
    )


def test_eight_maps_are_shown_and_the_others_by_choice(browser, yearly_speck):
    browser.open(yearly_speck)
    assert browser.run(SHOWN) == EIGHT
    browser.wait("document.querySelectorAll('#land > .legend li[hidden]').length")
    assert "Dump" in legend(browser)
    assert "Urban land" not in legend(browser)
    browser.choose("#land .map-box", 2, 1)
    assert browser.run(SHOWN) == [str(year) for year in range(1994, 2002)]
    options = "document.querySelectorAll('#land .map-box .choose')[1].options"
    assert browser.run(f"{options}[{options}.length - 1].text") == "Full extent"
    browser.choose("#land .map-box", 6, 1)
    assert browser.run(SHOWN) == EIGHT
    browser.wait("document.querySelectorAll('#land > .legend li[hidden]').length == 0")
    assert "Urban land" in legend(browser)
    bars = (
        "Array.from(document.querySelectorAll('#land .swipe')).filter(e => e.offsetHeight)"
        ".map(e => e.querySelector('.scale').textContent.trim())"
    )
    assert browser.run(bars) == ["500 m"]
    browser.choose("#land .map-box", 1, 0)
    assert browser.run(bars) == ["5 km"]
    assert browser.complaints == []


def test_without_scripts_and_on_paper_there_are_the_eight(browser, yearly_speck):
    with browser.without_scripts():
        browser.open(yearly_speck)
        assert browser.run(SHOWN) == EIGHT
        assert browser.run("document.querySelectorAll('.choose:not([hidden])').length") == len(
            browser.run("Array.from(document.querySelectorAll('.chart-box .choose'), e => e.value)")
        )
        assert browser.run("document.querySelector('.map-tools .shown').offsetHeight") > 0
    browser.open(yearly_speck)
    with browser.printing():
        assert browser.run(SHOWN) == EIGHT
        assert browser.run("document.querySelector('.map-tools .shown').textContent") == (
            "Mined land and surroundings"
        )


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_bars_of_many_dates_scroll(browser, yearly_speck, width):
    browser.open(yearly_speck, width)
    browser.unfold()
    bars = (
        "Array.from(document.querySelectorAll('.chart-box')).filter(e => e.querySelector('.bars'))"
    )
    wide = browser.run(
        f"{bars}.map(e => e.querySelector('.scroll'))"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.closest('.chart-box').id)"
    )
    assert wide == []
    # Words at an axis of years do not touch each other.
    rows = browser.run(
        "['chart-taken', 'chart-carbon', 'chart-zone-shares', 'chart-areas'].map(id => Array.from("
        "document.querySelectorAll(`#${id} .xtick text`), e => e.getBoundingClientRect())"
        ".map(box => [box.left, box.right]))"
    )
    for boxes in rows:
        assert len(boxes) > 3
        boxes.sort()
        assert all(before[1] < after[0] for before, after in zip(boxes, boxes[1:])), boxes


def test_maps_are_saved_with_north_scale_and_legend(browser, yearly_speck, tmp_path):
    browser.open(yearly_speck, 390)
    browser.wait("document.querySelectorAll('#land > .legend li[hidden]').length")
    button = "#land .map-box + .map-box .save-maps[data-format=svg]"
    path = saved_by(browser, tmp_path, button)
    root = ElementTree.parse(path).getroot()
    assert root.get("width") == "170mm"
    words = words_of(path)
    for word in (*EIGHT, "N", "500 m", *legend(browser), "(a)", "(h)"):
        assert word in words
    assert "Urban land" not in words
    inner = root.find(f"{SVG}svg")
    images = inner.findall(f"{SVG}image")
    # The ninth says where they lie, and a red frame on it the box.
    assert len(images) == 9
    (box,) = (one for one in inner.findall(f"{SVG}rect") if one.get("class") == "box")
    place = browser.run(
        "(() => { const place = document.querySelector('#land .locator .box').style;"
        " return [place.left, place.top, place.width, place.height].map(parseFloat); })()"
    )
    around = [float(images[8].get(name)) for name in ("x", "y", "width", "height")]
    found = [float(box.get(name)) for name in ("x", "y", "width", "height")]
    assert found == pytest.approx(
        [around[n] * (n < 2) + place[n] * around[2 + n % 2] / 100 for n in range(4)]
    )
    assert all(image.get("href").startswith("data:image/png") for image in images)
    # The bar is half a kilometre of cells of 30 m, on maps of as many cells as the frame has.
    bar = next(p.get("d") for p in inner.findall(f"{SVG}path") if "v8h" in p.get("d"))
    long = float(bar.partition("v8h")[2].partition("v")[0])
    cells = browser.run("document.querySelector('#land .swipe img').naturalWidth")
    assert long / float(images[0].get("width")) == pytest.approx(500 / 30 / cells, rel=0.01)
    assert browser.complaints == []


@pytest.mark.parametrize("name", ["report", "chinese", "ledger"])
def test_saved_maps_name_what_they_show_and_its_unit(browser, request, tmp_path, name):
    """The title of a single map or of each, and of maps of dates what they are of."""
    browser.open(request.getfixturevalue(name))
    browser.unfold()
    boxes = browser.run(
        "Array.from(document.querySelectorAll('.map-box'), (box, n) => {"
        " box.id = box.id || `maps-${n}`; const shown = '.map:not([hidden]), .side';"
        " return [box.id, box.dataset.quantity, Array.from(box.querySelectorAll(shown), e =>"
        " e.querySelector('figcaption, .year').textContent.trim())]; })"
    )
    assert boxes
    for box, quantity, titles in boxes:
        words = words_of(saved_by(browser, tmp_path, f"#{box} .save-maps[data-format=svg]"))
        assert all(squeezed(title) in squeezed(words) for title in titles), box
        # Years alone say nothing of what is shown.
        are_dates = all(title[:4].isdigit() for title in titles)
        assert bool(quantity) == are_dates, (box, titles)
        assert quantity in words
        if box == "maps-net-map":
            assert "t C/ha" in words
    assert browser.complaints == []


def test_maps_of_other_amounts_have_a_legend_each(browser, report, tmp_path):
    browser.open(report)
    path = saved_by(browser, tmp_path, "#maps-priorities .save-maps[data-format=svg]")
    root = ElementTree.parse(path).getroot()
    legends = [
        [text.text for text in group.iter(f"{SVG}text")]
        for group in root.iter(f"{SVG}g")
        if group.get("class") == "legend"
    ]
    assert len(legends) == 3
    for words, unit in zip(legends, (" ha", " t C/ha", " t C")):
        assert words
        assert all(word.endswith(unit) for word in words)
    common = [text.text for text in root.findall(f"{SVG}text")]
    assert common[0] == "Idle land"
    assert not [word for word in common if word.endswith((" ha", " t C"))]
