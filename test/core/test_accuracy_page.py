"""The page of Accuracy assessment: its numbers are those of the tables, whatever the classes."""

from __future__ import annotations

import re

import numpy as np
import pytest

from carbon_zones.core.accuracy import map_section as accuracy_map
from carbon_zones.core.accuracy.accuracy import Accuracy, AccuracyResults
from carbon_zones.core.accuracy.cells import (
    PointCells,
    PolygonCells,
    ReferencePoints,
    ReferencePolygons,
    SampleAttributes,
)
from carbon_zones.core.accuracy.map_section import (
    AGREE,
    COLOURS,
    DISAGREE,
    MOST_CLASSES,
    accuracy_thumbnail,
)
from carbon_zones.core.accuracy.matching import matched
from carbon_zones.core.accuracy.page import accuracy_page
from carbon_zones.core.accuracy.strata import read_strata
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.report.page import write_page
from carbon_zones.core.scan.count import count
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.pages import CLASSES, NASTY, PROVENANCE, same, series_of
from carbon_zones.test.core.passes import PART, wkb
from carbon_zones.test.core.support import table
from carbon_zones.test.helpers import ORIGIN
from carbon_zones.test.pages import read_page

pytest.importorskip("plotly")
pytest.importorskip("jinja2")

X, Y = ORIGIN
CELL = 100.0
SIGN = "\N{SECTION SIGN}"
# Six fields and three pits; what is seen there: a field is a pit, and so on.
LAND = [[1, 1, 1], [1, 1, 1], [2, 2, 2]]
SEEN = ["1", "1", "2", "1", "", "1", "2", "2", "1"]


def points_of(series, labels, strata=()) -> PointCells:
    """A point in each cell of a map of three columns, with these labels."""
    rows, columns = np.divmod(np.arange(len(labels)), series.grid.width)
    places = np.stack([X + (columns + 0.5) * CELL, Y - (rows + 0.5) * CELL], axis=1)
    marks = [
        SampleAttributes(text, "", strata[n] if strata else "", n) for n, text in enumerate(labels)
    ]
    return PointCells(series, ReferencePoints("r", marks, np.arange(len(marks)), places))


def made(
    folder,
    land=LAND,
    labels=SEEN,
    classes=CLASSES,
    design="stratified",
    strata=None,
    tr=same,
    **more,
):
    """An assessment, and its page."""
    series = series_of(folder / "in", [land], [("2018", "map_2018")], classes)
    names = more.pop("names", ())
    cells = more.pop("cells", None) or points_of(series, labels, names)
    thumbnail = accuracy_thumbnail(series)
    census = count(series, [], [cells, thumbnail])
    found = read_strata(table("S", strata)) if strata else None
    accuracy = Accuracy(matched(cells, series, census, design, found), **more)
    facts = [("Reference", "labels")]
    results = AccuracyResults(series, census, accuracy, "labels", facts, thumbnail)
    with Drafts() as drafts:
        path = folder / "page.html"
        write_page(path, drafts, accuracy_page(results, cells, PROVENANCE, [None]), tr)
        drafts.finish()
    return accuracy, read_page(path)


def test_tables_of_the_page_are_those_of_the_run(tmp_path):
    accuracy, page = made(tmp_path)
    found = page.rows("confusion")
    assert [[row[name] for name in ("Fields", NASTY, "Total")] for row in found] == [
        ["4", "1", "5"],
        ["1", "2", "3"],
        ["5", "3", "8"],
    ]
    shares = page.rows("shares")
    for row, own in zip(shares, accuracy.proportions.rows):
        assert float(row["Fields"]) == pytest.approx(100 * own["Fields"])
        assert float(row["Total"]) == pytest.approx(100 * own["total"])
    for row, own in zip(page.rows("accuracy"), accuracy.rows):
        assert float(row["User's accuracy, %"]) == pytest.approx(own["users_pct"])
        assert float(row["F1, %"]) == pytest.approx(own["f1_pct"])
    for row, own in zip(page.rows("areas"), accuracy.rows):
        assert float(row["Estimated, ha"]) == pytest.approx(own["estimated_ha"])
        assert float(row["Standard error, ha"]) == pytest.approx(own["estimated_se_ha"])


def test_the_matrix_is_drawn_as_samples_and_as_shares(tmp_path):
    accuracy, page = made(tmp_path)
    samples, shares = (figure["data"][0] for figure in page.figures["chart-matrix"])
    assert samples["text"] == [["4", "1"], ["1", "2"]]
    assert samples["z"] == [[80.0, 20.0], [33.33, 66.67]]
    # A share of the area in each cell, the same colours.
    assert shares["z"] == samples["z"]
    assert shares["text"][0][0] == f"{100 * accuracy.proportions.rows[0]['Fields']:.2f}"


def test_bars_have_their_intervals(tmp_path):
    accuracy, page = made(tmp_path)
    (figure,) = page.figures["chart-accuracy"]
    users, _, producers, _ = figure["data"]
    assert users["x"] == [row["users_pct"] for row in accuracy.rows]
    assert users["error_x"]["array"] == [row["users_half_width_pct"] for row in accuracy.rows]
    assert producers["x"] == [row["producers_pct"] for row in accuracy.rows]
    assert figure["layout"]["xaxis"]["range"] == [0, 100.0]
    (figure,) = page.figures["chart-areas"]
    mapped, _, estimated, lines = figure["data"]
    assert mapped["x"] == [6.0, 3.0]
    assert not mapped["error_x"]["visible"]
    assert estimated["x"] == [row["estimated_ha"] for row in accuracy.rows]
    halves = [row["estimated_half_width_ha"] for row in accuracy.rows]
    assert estimated["error_x"]["array"] == lines["error_x"]["array"] == halves
    assert lines["error_x"]["visible"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, ("each of its 2 classes by itself, 3 to 5 of each", "Olofsson et al. 2014")),
        ({"design": "simple"}, ("from all land alike", "are the proportions of the samples")),
        (
            {"strata": "class,cells\na,5\nb,4\n", "names": "aaaabbbbb"},
            ("each of 2 strata by itself, 4 to 4 of each", "Stehman 2014", "not the classes"),
        ),
    ],
)
def test_one_paragraph_for_a_methods_section(tmp_path, options, words):
    accuracy, page = made(tmp_path, **options)
    text = page.text
    for part in words:
        assert part in text
    assert f"The overall accuracy is {accuracy.overall_pct:.1f} ±" in text
    assert "95 % confidence intervals here and in what follows, 1.96 standard errors" in text
    assert "Samples left out: 1 without a label." in text
    assert "are estimated to have another class than the map shows" in text
    assert f"{accuracy.numbers['KAPPA']:.3f}" in text
    assert "Pontius and Millones 2011" in text
    assert "Fewer than 5 samples" in text
    for part, words in zip(accuracy.estimates.disagreement, ("quantity", "exchange", "shift")):
        assert f"{f'{100 * part:.1f}' if part else '0'} % by {words}" in text


def test_another_level_is_told(tmp_path):
    text = made(tmp_path, level=90.0)[1].text
    assert "90 % confidence intervals here and in what follows, 1.64 standard errors" in text
    assert "Lines are 90 % confidence intervals." in text


def test_a_page_without_an_interval(tmp_path):
    labels = ["1", "2", "1", "", "", "", "2", "", ""]
    accuracy, page = made(tmp_path, labels=labels)
    assert accuracy.overall_half_width_pct is None
    assert "it has no confidence interval, because a stratum has but one sample" in page.text
    assert "Strata with one sample" in page.text
    assert page.rows("areas")[0]["± ha"] == "\N{EN DASH}"


def test_points_are_drawn_where_they_lie(tmp_path, monkeypatch):
    """A point that does not count is not drawn."""
    land = [[1] * 40 for _ in range(40)]
    places = {(5, 5): "1", (5, 30): "2", (30, 5): "", (30, 30): "1"}
    labels = [places.get((row, column)) for row in range(40) for column in range(40)]
    series = series_of(tmp_path / "in", [land], [("2018", "map_2018")])
    kept = [(n, text) for n, text in enumerate(labels) if text is not None]
    rows, columns = np.divmod(np.array([n for n, _ in kept]), 40)
    xy = np.stack([X + (columns + 0.5) * CELL, Y - (rows + 0.5) * CELL], axis=1)
    marks = [SampleAttributes(text, "", "", n) for n, text in kept]
    cells = PointCells(series, ReferencePoints("r", marks, np.arange(len(marks)), xy))
    thumbnail = accuracy_thumbnail(series)
    census = count(series, [], [cells, thumbnail])
    results = AccuracyResults(
        series, census, Accuracy(matched(cells, series, census, "stratified")), thumbnail=thumbnail
    )
    drawn = []

    def caught(title, picture, colours, grid, window):
        drawn.append((picture.copy(), colours))

    monkeypatch.setattr(accuracy_map, "picture", caught)
    section = accuracy_map.point_section(results, cells)
    ((picture, colours),) = drawn
    assert (picture[5, 5], picture[30, 30], picture[5, 30]) == (AGREE, AGREE, DISAGREE)
    assert int((picture == DISAGREE).sum()) == 9
    assert int((picture == AGREE).sum()) == 18
    # Where nothing was drawn the map is seen, in a pale colour of its class.
    assert colours[int(picture[30, 5])] not in COLOURS.values()
    assert "agree at 2 points, and do not at 1" in str(section.sentences[0])


def test_polygons_have_no_map_of_points(tmp_path):
    series = series_of(tmp_path / "in", [LAND], [("2018", "map_2018")])
    square = wkb(series.grid, [[(0, 0), (3 * PART, 0), (3 * PART, 3 * PART), (0, 3 * PART)]])
    cells = PolygonCells(
        series, ReferencePolygons("r", [SampleAttributes("1", "", "", 1)], [square])
    )
    thumbnail = accuracy_thumbnail(series)
    census = count(series, [], [cells, thumbnail], strata=cells.strata)
    accuracy = Accuracy(matched(cells, series, census, "stratified"))
    results = AccuracyResults(series, census, accuracy, thumbnail=thumbnail)
    with Drafts() as drafts:
        path = tmp_path / "page.html"
        write_page(path, drafts, accuracy_page(results, cells, PROVENANCE, [None]), same)
        drafts.finish()
    page = read_page(path)
    assert "Where the samples lie" not in page.text
    assert [row["Total"] for row in page.rows("confusion")] == ["6", "3", "9"]


@pytest.mark.parametrize("count_of", [15, MOST_CLASSES + 5])
def test_many_classes(tmp_path, count_of):
    classes = [LandClass(n, f"c{n}", f"Class {n}") for n in range(1, count_of + 1)]
    land = [[n % 255 or 1 for n in range(1, count_of + 1)]]
    _, page = made(tmp_path, land=land, labels=["1"] * count_of, classes=classes)
    assert "table-confusion" not in page.tables
    assert "CONFUSION, PROPORTIONS have them" in page.text
    assert len(page.figures["chart-matrix"]) == 2
    assert ("Where the samples lie" in page.text) == (count_of == 15)


def test_names_are_shown_as_they_are(tmp_path):
    _, page = made(tmp_path)
    assert NASTY in page.text
    assert "b" not in page.tags
    assert "<b>" not in "".join(page.figures["chart-accuracy"][0]["layout"]["yaxis"]["ticktext"])


def test_everything_is_translated(tmp_path):
    """Each text that a reader sees went through the translation."""
    _, page = made(tmp_path, tr=lambda text: text and f"{SIGN}{text}")
    for part in ("Confusion matrix", "The map map_2018 was", "Where the samples lie", "Kappa"):
        assert f"{SIGN}{part}" in page.text
    (figure,) = page.figures["chart-areas"]
    assert figure["layout"]["xaxis"]["title"]["text"] == f"{SIGN}ha"


def test_no_section_is_called_as_something_else_of_the_page(tmp_path):
    """Two elements of one id would break the page's script."""
    made(tmp_path)
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
