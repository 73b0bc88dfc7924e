"""Pages of yearly series, and of mines that are a speck: which maps they show, and of what land."""

from itertools import combinations

import numpy as np
import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Term
from carbon_zones.core.report.change_sections import (
    PER_YEAR_LABEL,
    TOTAL_LABEL,
    flow_chart,
    per_year_variants,
    share_section,
)
from carbon_zones.core.report.page import ReportTable, Section, cross_table, dictionary_column
from carbon_zones.core.report.plotly_figures import BarSeries, stacked_bars
from carbon_zones.core.report.report_maps import (
    SMALL_MAP_SIDE_PX,
    MapFocus,
    format_km,
    history_thumbnail,
    smallest_box,
)
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.study.land_sections import land_use_section, zone_section
from carbon_zones.core.study.study import Study, StudyConsumers
from carbon_zones.test.core.pages import CLASSES, MINING, cells_of, series_of, study_of

MINE = (LandClass(1, "a", "Fields", "sink", "#aa5500"), LandClass(2, "b", "Pit", "mine", "#222222"))


def study_with_maps(folder, arrays, classes=CLASSES, focus=MapFocus.AUTO) -> Study:
    """A study of yearly arrays that has no zones."""
    dates = [(str(1990 + n), f"d{n}") for n in range(len(arrays))]
    series = series_of(folder / "in", arrays, dates, classes)
    history = history_thumbnail(series)
    census = count_series(series, create_periods(series.dates), [history])
    return Study(series, census, {}, {}, MINING, StudyConsumers(land=history, focus=focus))


@pytest.mark.parametrize("dates", [2, 3, 8, 9, 36])
def test_of_many_dates_a_few_maps_are_shown_and_the_others_by_choice(tmp_path, dates):
    land = [np.roll(np.arange(9000).reshape(10, 900) % 2 + 1, n) for n in range(dates)]
    study = study_with_maps(tmp_path, land)
    section = land_use_section(study)
    assert [drawn.title for drawn in section.maps] == ([] if dates == 2 else study.labels)
    if dates < 9:
        assert not section.map_choices
        return
    shown = section.map_choices[0].pictures
    assert (shown[0], shown[-1], len(shown)) == (0, dates - 1, 8)
    assert np.ptp(np.diff(shown)) <= 1
    assert [n for choice in section.map_choices[1:] for n in choice.pictures] == [*range(dates)]
    # Together they are no larger than six of the full size.
    assert 8 * section.maps[0].width ** 2 <= 1.01 * 6 * SMALL_MAP_SIDE_PX**2


def speck(rows, columns) -> np.ndarray:
    """Land of 60 by 80 cells, of which these are mined."""
    land = np.ones((60, 80), np.uint8)
    land[rows, columns] = 2
    return land


def test_maps_are_framed_on_mined_land_that_is_little(tmp_path):
    """Eight rows and twelve columns are mined at any date: all but the first of these, with less
    than 5 % of it, are shown, and two cells around them."""
    one, other = speck(slice(20, 28), slice(70, 76)), speck(slice(22, 24), slice(64, 70))
    section = land_use_section(study_with_maps(tmp_path, [speck([], []), one, other], MINE))
    drawn = [cells_of(picture, tmp_path) for picture in section.then_now]
    assert [choice.pictures for choice in section.pair_choices] == [[0], [1]]
    assert [choice.is_whole for choice in section.pair_choices] == [False, True]
    assert np.array_equal(drawn[1], other[18:30, 63:78])
    assert np.array_equal(drawn[3], other)
    assert [choice.pictures for choice in section.map_choices] == [range(3), range(3, 6)]
    assert np.array_equal(cells_of(section.maps[1], tmp_path), one[18:30, 63:78])
    assert np.array_equal(cells_of(section.maps[4], tmp_path), one)
    # The bar of a part is a shorter one.
    assert [picture.bar_label for picture in section.then_now[::2]] == ["", ""]
    # The small map has all land and what is mined of it at any date.
    place = section.locator
    assert np.array_equal(cells_of(place.map, tmp_path), np.maximum(one, other))
    sides = (place.left, place.top, place.width, place.height)
    assert sides == pytest.approx((6300 / 80, 1800 / 60, 1500 / 80, 1200 / 60))
    assert "100 % of the cumulative disturbed area" in str(section.map_note)


MUCH = [(slice(20, 40), slice(20, 50))]
# Two specks, and what nobody would see of them on a map of all that is mined.
SPECKS = [(slice(10, 20), slice(10, 20)), (slice(59, 60), slice(79, 80))]


@pytest.mark.parametrize(
    ("focus", "mined", "shown"),
    [
        ("auto", [(slice(0, 0), slice(0, 0))], None),
        ("mine", [(slice(0, 0), slice(0, 0))], None),
        ("auto", MUCH, None),
        # Without its last row, which is 5 % of it.
        ("mine", MUCH, (slice(15, 44), slice(15, 55))),
        ("all", SPECKS, None),
        # 95 % of it lie in the first of them.
        ("auto", SPECKS, (slice(8, 22), slice(8, 22))),
        ("mine", [(slice(0, 60), slice(0, 80))], None),
        # Far and wide: a frame would show nearly all.
        ("auto", [(slice(0, 60, 4), slice(0, 80, 4))], None),
    ],
)
def test_who_wants_to_see_the_mine_or_all_land_does(tmp_path, focus, mined, shown):
    land = speck([], [])
    for rows, columns in mined:
        land[rows, columns] = 2
    area = (land == 2).sum()
    study = study_with_maps(tmp_path, [speck([], []), land, land], MINE, MapFocus(focus))
    section = land_use_section(study)
    first = cells_of(section.then_now[1], tmp_path)
    assert np.array_equal(first, land if shown is None else land[shown])
    if shown is None:
        assert (section.pair_choices, section.map_choices) == ([], [])
        assert section.locator is None
        assert ("FOCUS: no mined land" in str(section.map_note)) == (focus == "mine" and not area)
    else:
        assert np.array_equal(cells_of(section.then_now[3], tmp_path), land)


@pytest.mark.parametrize("seed", range(6))
def test_the_smallest_box_is_that_of_all_boxes(seed):
    random = np.random.default_rng(seed)
    marked = random.random((9, 13)) < random.choice([0.05, 0.3])
    marked[4, 5] = True
    share = random.choice([0.5, 0.9, 0.95, 1.0])
    areas = {
        (bottom - top) * (right - left)
        for top, bottom in combinations(range(10), 2)
        for left, right in combinations(range(14), 2)
        if marked[top:bottom, left:right].sum() >= share * marked.sum()
    }
    rows, columns = smallest_box(marked, share)
    assert marked[rows, columns].sum() >= share * marked.sum()
    assert (rows.stop - rows.start) * (columns.stop - columns.start) == min(areas)


@pytest.mark.parametrize(
    ("metres", "told"),
    [(450, "0.45"), (1840, "1.8"), (9940, "9.9"), (9960, "10"), (1.5e5, "150"), (2.4e6, "2,400")],
)
def test_kilometres_are_written_out(metres, told):
    assert format_km(metres) == told


def test_of_land_that_is_large_the_cells_around_the_mine_are_read_once_more(tmp_path):
    """Seen on all land a pixel is three cells wide; around the mine each cell is seen."""
    land = np.ones((30, 4800), np.uint8)
    land[10:20, 1000:1011:2] = 2
    study = study_with_maps(tmp_path, [np.ones_like(land), land], MINE)
    # Those of the last date, around the mine and of all land.
    pictures = land_use_section(study).then_now[1::2]
    first, whole = (cells_of(picture, tmp_path) for picture in pictures)
    assert whole.shape[1] == 700
    assert first.shape[1] <= 700
    columns = np.flatnonzero((first == 2).any(axis=0))
    assert np.diff(columns).tolist() == [2] * 5


def bars_of(labels, **how) -> dict:
    """A chart of bars of height 1, as it is drawn."""
    bars = BarSeries("a", "#111111", [1.0] * len(labels), [("x",)] * len(labels))
    return stacked_bars(labels, [bars], "t", lambda text: text, **how)


def test_bars_of_many_dates_stand_at_their_years():
    years = [1985, 1990, 1995, *range(2000, 2007)]
    made = bars_of([str(year) for year in years])
    assert list(made["data"][0]["x"]) == years
    assert max(made["data"][0]["width"]) < 1
    axis = made["layout"]["xaxis"]
    assert axis["ticktext"] == [str(tick) for tick in axis["tickvals"]]
    assert 3 <= len(axis["tickvals"]) <= 8
    assert axis["range"][0] < 1985 < 2006 < axis["range"][1]


def test_bars_of_many_periods_cover_their_years_and_the_span_stands_apart():
    years = [1985, 1990, 1995, *range(2000, 2007)]
    labels = [f"{a}-{b}" for a, b in zip(years, years[1:])]
    made = bars_of([*labels, "1985-2006"], span_last=True, tops=["t"] * (len(labels) + 1))
    bars = made["data"][0]
    for spot, width, start, end in zip(bars["x"], bars["width"], years, years[1:]):
        assert start < spot - width / 2 < spot + width / 2 < end
    (line,) = made["layout"]["shapes"]
    assert 2006 < line["x0"] < bars["x"][-1] - bars["width"][-1] / 2
    assert made["layout"]["xaxis"]["ticktext"][-1] == "1985-2006<br>full period"
    # Of so many only the span has room for a number.
    assert [note["x"] for note in made["layout"]["annotations"]] == [bars["x"][-1]]


@pytest.mark.parametrize(
    "labels",
    [
        [str(1990 + n) for n in range(8)],
        [f"{1990 + n}-{1991 + n}" for n in range(7)],
        [f"land {n}" for n in range(20)],
        ["1990", *(f"{1990 + n}" for n in range(9))],
    ],
)
def test_few_dates_and_what_is_no_year_have_a_place_each(labels):
    assert list(bars_of(labels)["data"][0]["x"]) == [*range(len(labels))]


def test_a_table_of_many_dates_has_a_row_for_each():
    labels = [str(1990 + n) for n in range(9)]
    rows = [("a", [float(n) for n in range(9)]), ("b", [1.0] * 9)]
    made = cross_table(
        "t", "T", dictionary_column("class"), labels, rows, {0: [(Term("of which c"), [0.5] * 9)]}
    )
    assert [str(column.label) for column in made.columns] == ["", "a", "of which c", "b", "Total"]
    shown = [[cell.text for cell in cells] for cells, _ in made.rows]
    assert shown[0] == ["1990", "0", "0.50", "1.00", "1.00"]
    assert shown[8] == ["1998", "8.00", "0.50", "1.00", "9.00"]


def test_what_is_the_same_per_year_and_in_all_is_told_once():
    def draw(title, parts):
        return title, list(parts)

    assert per_year_variants([1] * 12, "a year", "total", draw) == [("", ("a year", [1] * 12))]
    assert [label for label, _ in per_year_variants([1, 2], "a year", "total", draw)] == [
        PER_YEAR_LABEL,
        TOTAL_LABEL,
    ]
    # Beside the sum of many years they would be hairs.
    yearly = per_year_variants([*[1] * 12, 12], "a year", "total", draw)
    assert yearly == [("", ("a year", [*[1] * 12, 12]))]


def test_many_folded_tables_lie_in_one_more_fold():
    tables = [ReportTable(str(n), "T", [], [], folded=n > 0) for n in range(12)]
    section = Section("s", "S", tables=tables)
    assert section.table_groups == (tables, [])
    section.gathers_folded = True
    assert section.table_groups == (tables[:1], tables[1:])
    section.tables = tables[:9]
    assert section.table_groups == (tables[:9], [])


@pytest.mark.parametrize(("changed", "first"), [(9, "Changes only"), (10, "All land")])
def test_where_nearly_all_land_stays_the_changes_are_shown_first(tmp_path, changed, first):
    """Of a hundred cells these change their class and one does so for a while."""
    land = [np.ones((10, 10), np.uint8) for _ in range(3)]
    land[1].flat[99] = 2
    for later in land[1:]:
        later.flat[:changed] = 2
    chart = flow_chart(study_with_maps(tmp_path, land, MINE))
    assert [str(label) for label, _ in chart.variants][:2] == sorted(
        ["All land", "Changes only"], key=lambda label: label != first
    )
    # A period of its own is drawn alike: nothing but the change, or all.
    drawn = chart.variants[3][1](str)
    bars = [trace for trace in drawn["data"] if trace["line"] != {"width": 0}]
    assert len(drawn["data"]) - len(bars) == (1 if first == "Changes only" else 2)


@pytest.mark.parametrize(("changed", "first"), [(9, "Changed land only"), (10, "All land")])
def test_where_nearly_all_land_stays_the_zones_of_changed_land_are_shown_first(
    tmp_path, changed, first
):
    """Else the zone of what stays hides the others. Of a hundred cells these are mined."""
    land = [[[1] * 100], [[2] * changed + [1] * (100 - changed)]]
    with Drafts() as drafts:
        study = study_of(tmp_path, drafts, land)
        zones, classes = zone_section(study).charts[0], share_section(study).charts[0]
    labels = [str(label) for label, _ in zones.variants]
    assert labels == sorted(["All land", "Changed land only"], key=lambda label: label != first)
    figures = dict(zip(labels, zones.render_figures(str)))
    for label, share in (("All land", changed), ("Changed land only", 100)):
        shares = {bars["name"]: list(bars["x"]) for bars in figures[label]["data"]}
        assert shares["Carbon emission control area"] == [share]
    # Classes keep the shares of all land.
    assert str(classes.variants[0][0]) == "All land"


def test_shares_of_changed_land_are_those_of_land_that_changed_at_any_date(tmp_path):
    with Drafts() as drafts:
        study = study_of(tmp_path, drafts, [[[1, 1, 1, 2]], [[1, 2, 1, 2]], [[1, 1, 2, 2]]])
        (chart,) = share_section(study).charts
        zones = zone_section(study).charts[0]
    assert [str(label) for label, _ in chart.variants] == ["All land", "Changed land only"]
    every, changed = chart.render_figures(str)
    assert [list(bars["y"]) for bars in every["data"]] == [[75, 50, 50], [25, 50, 50]]
    # The second and the third cell.
    assert [list(bars["y"]) for bars in changed["data"]] == [[100, 50, 50], [0, 50, 50]]
    _, changed = zones.render_figures(str)
    shares = {bars["name"]: list(bars["x"]) for bars in changed["data"]}
    # Of each period: one cell is taken; one is taken and one given back; one is taken.
    assert shares["Carbon emission control area"] == [100, 50, 100]
    assert shares["Carbon sink invariant area"] == [0, 0, 0]
