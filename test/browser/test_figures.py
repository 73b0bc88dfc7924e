"""Every figure that a page saves drops into a journal, one column wide or two.

No two texts lie on each other, none is cut or beyond the edges, letters have 6 to 9 points, the
drawing fills the width, and swatches of one legend differ.
"""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.colours import rgb_to_hex
from carbon_zones.test.browser.conftest import make
from carbon_zones.test.browser.figures import (
    CATCH,
    Words,
    beyond,
    common,
    measured,
    overlaps,
    picture,
    points_of,
)
from carbon_zones.test.core.eyes import ciede2000, seen_lab
from carbon_zones.test.helpers import write_dates
from carbon_zones.test.long_names import CLASSES

STUDIES = ("report", "long", "long_chinese")
PAGES = (*STUDIES, "analysis", "ledger", "path", "accuracy", "long_accuracy")
# Of small charts beside each other, whose units, where there are some, stand in their titles, and
# of maps with a box of their own.
PANELS = ("pattern_chinese", "speck")
COLUMNS = (84, 170)
# Points, per cent of the width and of the height, and of CIEDE2000.
LETTERS, LEAST_FILLED, LEAST_DIFFERENCE = (6.0, 9.01), 90.0, 8.0
SVG = "{http://www.w3.org/2000/svg}"
# How wide a swatch of a legend is.
SWATCH = "11"


def boxes_of(browser) -> list[tuple[str, str, int]]:
    """Of each figure of the page its box, its buttons, and how many can be chosen there."""
    charts = browser.run(
        "Array.from(document.querySelectorAll('.chart-box'),"
        " e => ['#' + e.id, '.save', e.querySelectorAll('.choose option').length || 1])"
    )
    maps = browser.run(
        "Array.from(document.querySelectorAll('section:has(.map-box)'),"
        " e => ['#' + e.id + ' .map-box', '.save-maps', 1])"
    )
    return charts + maps


def filled(png: bytes) -> tuple[float, float]:
    """How much of the width and the height the pixels span that are not white, in per cent."""
    gdal.FileFromMemBuffer("/vsimem/figure.png", png)
    try:
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open("/vsimem/figure.png") as opened:
            dark = (opened.ReadAsArray()[:3] < 250).any(axis=0)
    finally:
        gdal.Unlink("/vsimem/figure.png")
    ends = [np.flatnonzero(dark.any(axis=axis)) for axis in (0, 1)]
    across, down = (100 * (end[-1] - end[0] + 1) / n for end, n in zip(ends, dark.shape[::-1]))
    return across, down


def on_paper(colour: str) -> str:
    """A colour as styles have it, which paper may shine through, as #rrggbb."""
    *parts, opacity = map(float, [*re.findall(r"[\d.]+", colour), "1"][:4])
    return rgb_to_hex(*(round(opacity * part + 255 * (1 - opacity)) for part in parts))


def faults_of(browser, box: str, button: str, millimetres: int) -> list[object]:
    """What would have to be done to a figure by hand."""
    saved = measured(browser, picture(browser, box, button, millimetres, "svg"))
    assert saved.words
    faults: list[object] = [*overlaps(saved.words), *beyond(saved)]
    faults += [word.text for word in saved.words if "\N{HORIZONTAL ELLIPSIS}" in word.text]
    faults += [] if f'width="{millimetres}mm"' in saved.svg else ["another width"]
    points = points_of(saved, millimetres)
    faults += [pair for pair in points if not LETTERS[0] <= pair[1] <= LETTERS[1]]
    for swatches in legends_of(saved.svg):
        colours = [on_paper(swatch) for swatch in swatches]
        faults += [
            pair
            for pair in combinations(colours, 2)
            if ciede2000(*(seen_lab(one, "normal") for one in pair)) < LEAST_DIFFERENCE
        ]
    return faults


def legends_of(svg: str) -> list[list[str]]:
    """The colours of the swatches of each legend: of the whole, and of single maps."""
    root = ElementTree.fromstring(svg)
    own = [g for g in root.iter(f"{SVG}g") if g.get("class") == "legend"]
    return [
        [box.get("fill") for box in legend.findall(f"{SVG}rect") if box.get("width") == SWATCH]
        for legend in (root, *own)
    ]


@pytest.mark.parametrize("name", [*PAGES, *PANELS])
def test_figures_drop_into_a_journal(browser, request, name):
    """What can be chosen besides is saved in one width, and of the studies from one; PNGs likewise.

    The next is saved in the other width, and from the next study.
    """
    browser.open(request.getfixturevalue(name), before=CATCH)
    browser.unfold()
    found = {}
    for place, (box, button, count) in enumerate(boxes_of(browser)):
        # Charts of a small mine are those of other studies.
        if name == "speck" and button == ".save":
            continue
        for variant in range(count):
            if variant and name in STUDIES and STUDIES[variant % len(STUDIES)] != name:
                continue
            if count > 1:
                browser.choose(box, variant)
            in_turn = COLUMNS[(place + variant) % 2]
            for millimetres in [in_turn] if variant else COLUMNS:
                faults = faults_of(browser, box, button, millimetres)
                if not variant and millimetres == in_turn:
                    png = picture(browser, box, button, millimetres, "png")
                    faults += [part for part in filled(png) if part < LEAST_FILLED]
                if faults:
                    found[box, variant, millimetres] = faults
    assert found == {}
    assert browser.complaints == []


def numbers_of(svg: str) -> list[str]:
    """The numbers in the cells of a square, without sums: those that lie on a colour."""
    root = ElementTree.fromstring(svg)
    texts = [t for t in root.find(f"{SVG}svg").iter(f"{SVG}text") if t.get("fill")]
    return [text.text for text in texts]


def test_a_square_of_17_classes_has_all_its_numbers(browser, long):
    """At two columns with all classes, at one with the ten largest and what the others are."""
    browser.open(long, before=CATCH)
    browser.unfold()
    wide = measured(browser, picture(browser, "#chart-matrix", ".save", 170, "svg"))
    words = [word.text for word in wide.words]
    assert all(f"{n} {c.english}" in words for n, c in enumerate(CLASSES, 1))
    assert "k: thousand; M: million" in words
    shown = browser.run(
        "JSON.parse(document.querySelector('#chart-matrix .figures').textContent)[0].data[0].z"
    )
    cells = [value for row in shown for value in row if value]
    columns = {j for row in shown for j, value in enumerate(row) if value}
    # With the sums of rows and columns, and of all.
    numbers = numbers_of(wide.svg)
    assert len(numbers) == len(cells) + len(shown) + len(columns) + 1
    assert all(len(number) <= 4 for number in numbers)
    narrow = measured(browser, picture(browser, "#chart-matrix", ".save", 84, "svg"))
    text = " ".join(word.text for word in narrow.words)
    assert "11 other (7)" in text
    rest = re.search(r"other \(7\): (.*?) k: thousand", text)[1].split("; ")
    assert len(rest) == 7
    assert set(rest) <= {c.english for c in CLASSES}
    assert sum(map(read, numbers_of(narrow.svg)[-1:])) == pytest.approx(sum(cells), rel=0.02)


@pytest.mark.parametrize("millimetres", COLUMNS)
def test_every_number_of_a_square_has_a_name(browser, tmp_path, millimetres):
    """Also that of a class which has a column alone, as it has no area at the first date."""
    names = {1: "Field", 2: "Wood", 3: "Heath", 4: "Open pit", 5: "Water"}
    dates = {1990: [[1, 2, 3, 3, 5, 1]], 2000: [[4, 2, 4, 1, 3, 1]]}
    page = str(tmp_path / "report.html")
    make("changeanalysis", LAYERS=write_dates(tmp_path, dates, names=names), REPORT=page)
    browser.open(page, before=CATCH)
    browser.unfold()
    drawn = measured(browser, picture(browser, "#chart-matrix", ".save", millimetres, "svg"))
    text = " ".join(word.text for word in drawn.words)
    for n, name in enumerate(names.values(), 1):
        # Beside the row, or in the key.
        assert len(re.findall(rf"\b{n} {name}\b", text)) == 1, text
    assert overlaps(drawn.words) == []
    assert beyond(drawn) == []


def read(number: str) -> float:
    """What an abbreviated number says."""
    factor = {"k": 1e3, "M": 1e6}.get(number[-1], 1)
    return float(number.rstrip("kM").replace(",", "")) * factor


SHORT = [
    (0, 0, "0"),
    (0.2, 0, "<1"),
    (0.004, 2, "<.01"),
    (1.254, 2, "1.25"),
    (99.96, 2, "100"),
    (9999.4, 0, "9999"),
    (9999.6, 0, "10k"),
    (999_499, 0, "999k"),
    (999_600, 0, "1.0M"),
    (12_345_678, 0, "12M"),
    (-1234, 0, "\u22121234"),
]


def test_a_short_number_has_four_characters(browser, report):
    browser.open(report)
    for value, digits, text in SHORT:
        assert browser.run(f"printedFigure.short({value}, {digits})") == text


def test_the_measure_of_common_ground():
    """Half of a square, nothing, and a square that stands on its corner in another one."""
    square = [(0, 0), (2, 0), (2, 2), (0, 2)]
    assert common(square, [(x + 1, y) for x, y in square]) == pytest.approx(2)
    assert common(square, [(x + 3, y) for x, y in square]) == 0
    assert common(square, [(1, 0), (2, 1), (1, 2), (0, 1)]) == pytest.approx(2)
    apart = [Words("a", square, 9), Words("b", [(x + 1.9, y) for x, y in square], 9)]
    assert overlaps(apart) == []
    assert overlaps([apart[0], Words("b", [(x + 1, y) for x, y in square], 9)]) == [("b", "a", 0.5)]
