"""The page of Accuracy assessment: its numbers are those of the tables, whatever the classes."""

import re

import numpy as np
import pytest

from carbon_zones.core.accuracy import page as accuracy_module
from carbon_zones.core.accuracy.accuracy import Accuracy, AccuracyResults
from carbon_zones.core.accuracy.cells import (
    PointCells,
    PolygonCells,
    ReferencePoints,
    ReferencePolygons,
    SampleAttributes,
)
from carbon_zones.core.accuracy.matching import match_samples, read_strata
from carbon_zones.core.accuracy.page import (
    AGREEMENT_VALUE,
    DISAGREEMENT_VALUE,
    POINT_COLOURS,
    accuracy_page,
    create_accuracy_thumbnail,
)
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.report.page import write_page
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.pages import CLASSES, PROVENANCE, same, series_of
from carbon_zones.test.core.passes import PART, wkb
from carbon_zones.test.core.support import table
from carbon_zones.test.helpers import ORIGIN
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")

X, Y = ORIGIN
CELL = 100.0
# Six fields and three pits; what is seen there: a field is a pit, and so on.
LAND = [[1, 1, 1], [1, 1, 1], [2, 2, 2]]
SEEN = ["1", "1", "2", "1", "", "1", "2", "2", "1"]


def points_at(series, labels: dict, strata=()) -> PointCells:
    """Points in the middle of cells, by row and column, with these labels."""
    places = np.array([(X + (c + 0.5) * CELL, Y - (r + 0.5) * CELL) for r, c in labels])
    said = [
        SampleAttributes(text, "", strata[n] if strata else "", n)
        for n, text in enumerate(labels.values())
    ]
    return PointCells(series, ReferencePoints("r", said, np.arange(len(said)), places))


def assessed(series, cells, design="stratified", strata=None, **more) -> AccuracyResults:
    thumbnail = create_accuracy_thumbnail(series)
    census = count_series(series, [], [cells, thumbnail], strata=cells.strata)
    of_table = read_strata(table("S", strata)) if strata else None
    accuracy = Accuracy(match_samples(cells, series, census, design, of_table), **more)
    facts = [("labels", "labels")]
    return AccuracyResults(series, census, accuracy, "labels", facts, thumbnail)


def page_of(folder, results, cells, tr=same):
    with Drafts() as drafts:
        path = folder / "page.html"
        write_page(path, drafts, accuracy_page(results, cells, PROVENANCE, [None]), tr)
        drafts.commit_drafts()
    return read_page(path)


def made(folder, land=LAND, labels=SEEN, classes=CLASSES, names=(), tr=same, **more):
    """An assessment with a point in each cell of a map, and its page."""
    series = series_of(folder / "in", [land], [("2018", "map_2018")], classes)
    places = [(row, column) for row in range(len(land)) for column in range(len(land[0]))]
    cells = points_at(series, dict(zip(places, labels)), names)
    results = assessed(series, cells, **more)
    return results.accuracy, page_of(folder, results, cells, tr)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return made(tmp_path_factory.mktemp("accuracy"))


def said(number: float, digits: int) -> str:
    return f"{number:,.{digits}f}" if number else "0"


def test_half_widths_stand_beside_their_accuracies(plain):
    accuracy, page = plain
    head, *rows = page.tables["table-accuracy"]
    labels = [label for _, label in head]
    assert labels[-1] == "F1, %"
    halves = [place for place, label in enumerate(labels) if label == "± percentage points"]
    for place, side in zip(halves, ("users", "producers")):
        assert labels[place - 1].startswith(side.capitalize()[:-1])
        shown = [float(row[place][0]) for row in rows]
        assert shown == pytest.approx(
            [row[f"{side}_half_width_pct"] for row in accuracy.class_accuracy]
        )


@pytest.mark.parametrize("side", ["users", "producers"])
def test_the_least_and_the_greatest_accuracy_have_their_classes(plain, side):
    accuracy, page = plain
    told = page.text.partition(f"{side.capitalize()[:-1]}'s accuracy ranges from ")[2]
    told = re.findall(r"([\d.]+) % \(([^)]*)\)", told)[:2]
    shares = {said(r[f"{side}_pct"], 1): r["class"] for r in accuracy.class_accuracy}
    assert [float(share) for share, _ in told] == [f(map(float, shares)) for f in (min, max)]
    assert all(shares[share] == name for share, name in told)


def test_the_first_numbers_and_the_sentence_on_areas(plain):
    accuracy, page = plain
    quantity, exchange, shift = (100 * part for part in accuracy.estimates.disagreement)
    for words in (
        f"Overall accuracy {said(accuracy.overall_pct, 1)} \N{PLUS-MINUS SIGN} "
        f"{said(accuracy.overall_half_width_pct, 1)} %",
        f"Quantity disagreement {said(quantity, 1)} %",
        f"Exchange disagreement {said(exchange, 1)} %",
        f"Shift disagreement {said(shift, 1)} %",
        f"Kappa {accuracy.key_figures['KAPPA']:.2f}",
        # Of nine points one has no label.
        "Samples 8 ",
        "the estimates cover 9.00 ha.",
    ):
        assert words in page.text, words
    assert exchange > 0


def test_bars_of_areas_say_what_they_are(plain):
    accuracy, page = plain
    (figure,) = page.figures["chart-areas"]
    for row, text in zip(accuracy.class_accuracy, figure["data"][2]["hovertext"]):
        half = said(row["estimated_half_width_ha"], 2)
        words = f"{said(row['estimated_ha'], 2)} \N{PLUS-MINUS SIGN} {half} ha"
        assert text.endswith(f"<br>estimated: {words}")


def test_the_matrix_is_drawn_as_samples_and_as_shares(plain):
    accuracy, page = plain
    samples, shares = (figure["data"][0] for figure in page.figures["chart-matrix"])
    assert samples["text"] == [["4", "1"], ["1", "2"]]
    # A share of the area in each cell, the same colours.
    assert samples["z"] == shares["z"] == [[80.0, 20.0], [33.33, 66.67]]
    assert shares["text"][0][0] == f"{100 * accuracy.proportions.rows[0]['Fields']:.2f}"


def test_bars_have_their_intervals(plain):
    accuracy, page = plain
    columns = {n: [row[n] for row in accuracy.class_accuracy] for n in accuracy.class_accuracy[0]}
    (figure,) = page.figures["chart-accuracy"]
    users, _, producers, _ = figure["data"]
    assert users["x"] == columns["users_pct"]
    assert users["error_x"]["array"] == columns["users_half_width_pct"]
    assert producers["x"] == columns["producers_pct"]
    assert figure["layout"]["xaxis"]["range"] == [0, 100.0]
    (figure,) = page.figures["chart-areas"]
    mapped, _, estimated, lines = figure["data"]
    assert mapped["x"] == [6.0, 3.0]
    assert not mapped["error_x"]["visible"]
    assert estimated["x"] == columns["estimated_ha"]
    halves = columns["estimated_half_width_ha"]
    assert estimated["error_x"]["array"] == lines["error_x"]["array"] == halves
    assert lines["error_x"]["visible"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, ("stratified by its 2 classes", "3 to 5 per class", "Olofsson et al. 2014")),
        ({"design": "simple"}, ("equal probability from the whole area", "are sample proportions")),
        (
            {"strata": "class,cells\na,5\nb,4\n", "names": "aaaabbbbb"},
            ("from 2 strata", "4 to 4 per stratum", "Stehman 2014", "differ from the map classes"),
        ),
    ],
)
def test_one_paragraph_for_a_methods_section(tmp_path, options, words):
    accuracy, page = made(tmp_path, **options)
    disagreement = zip(accuracy.estimates.disagreement, ("quantity", "exchange", "shift"))
    for part in (
        *words,
        f"Overall accuracy: {accuracy.overall_pct:.1f} ±",
        *("95 % confidence intervals", "z = 1.96"),
        "Samples excluded: 1 without a label.",
        *(f"{f'{100 * part:.1f}' if part else '0'} % {word}" for part, word in disagreement),
        *(f"{accuracy.key_figures['KAPPA']:.3f}", "Pontius and Millones 2011"),
        "fewer than 5 reference samples omitted by the map",
    ):
        assert part in page.text


def test_strata_and_which_of_them_the_uncertainty_comes_from(tmp_path):
    strata = {"strata": "class,cells\na,5\nb,4\n", "names": "aaaabbbbb"}
    _, page = made(tmp_path, **strata)
    _, *rows = ([text for _, text in row] for row in page.tables["table-strata"])
    # All cells of b were sampled, so that nothing of it is uncertain.
    assert rows == [["a", "4", "5", "5.00", "100.0"], ["b", "4", "4", "4.00", "0"]]
    assert "Stratum a contributes 100.0 % of the total variance" in page.text
    assert "table-strata" not in made(tmp_path / "other")[1].tables


def test_another_level_and_a_page_without_an_interval(tmp_path):
    page = made(tmp_path, level=90.0)[1]
    assert "z = 1.64" in page.text
    bars = ["User's accuracy", "Producer's accuracy"]
    assert page.legends["chart-accuracy"] == [*bars, "90 % confidence interval"]
    labels = ["1", "2", "1", "", "", "", "2", "", ""]
    (tmp_path / "other").mkdir()
    accuracy, page = made(tmp_path / "other", labels=labels)
    assert accuracy.overall_half_width_pct is None
    for words in (
        "no confidence interval; a stratum has only one sample",
        "Strata with one sample",
    ):
        assert words in page.text
    assert page.rows("areas")[0]["± ha"] == "\N{EN DASH}"


def test_points_are_drawn_where_they_lie(tmp_path, monkeypatch):
    """A point that does not count is not drawn."""
    series = series_of(tmp_path / "in", [[[1] * 40] * 40], [("2018", "map_2018")])
    cells = points_at(series, {(5, 5): "1", (5, 30): "2", (30, 5): "", (30, 30): "1"})
    results = assessed(series, cells)
    drawn = []

    def caught(title, picture, colours, grid, window):
        drawn.append((picture.copy(), colours))

    monkeypatch.setattr(accuracy_module, "create_picture", caught)
    section = accuracy_module.point_section(results, cells)
    ((picture, colours),) = drawn
    assert (picture[5, 5], picture[30, 30], picture[5, 30]) == (
        AGREEMENT_VALUE,
        AGREEMENT_VALUE,
        DISAGREEMENT_VALUE,
    )
    assert int((picture == DISAGREEMENT_VALUE).sum()) == 9
    assert int((picture == AGREEMENT_VALUE).sum()) == 18
    # Where nothing was drawn the map is seen, in a pale colour of its class.
    assert colours[int(picture[30, 5])] not in POINT_COLOURS.values()
    assert "agree at 2 points and disagree at 1." in str(section.sentences[0])


def test_polygons_have_no_map_of_points(tmp_path):
    series = series_of(tmp_path / "in", [LAND], [("2018", "map_2018")])
    square = wkb(series.grid, [[(0, 0), (3 * PART, 0), (3 * PART, 3 * PART), (0, 3 * PART)]])
    said = [SampleAttributes("1", "", "", 1)]
    cells = PolygonCells(series, ReferencePolygons("r", said, [square]))
    page = page_of(tmp_path, assessed(series, cells), cells)
    assert "Sample locations" not in page.text
    assert [row["Total"] for row in page.rows("confusion")] == ["6", "3", "9"]


@pytest.mark.parametrize("count_of", [15, 25])
def test_many_classes(tmp_path, monkeypatch, count_of):
    monkeypatch.setattr(accuracy_module, "MAX_CLASSES", 20)
    classes = [LandClass(n, f"c{n}", f"Class {n}") for n in range(1, count_of + 1)]
    land = [[*range(1, count_of + 1)]]
    labels = ["1", *[""] * (count_of - 1)]
    _, page = made(tmp_path, land=land, labels=labels, classes=classes)
    assert "table-confusion" not in page.tables
    assert "see CONFUSION, PROPORTIONS" in page.text
    assert len(page.figures["chart-matrix"]) == 2
    assert ("Sample locations" in page.text) == (count_of == 15)
