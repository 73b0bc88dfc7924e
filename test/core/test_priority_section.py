"""Where to begin, on the page of a study: sentences, maps, charts and the table, by hand."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import osr

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Message, MissingResult, translate_message
from carbon_zones.core.raster.area import ELLIPSOIDAL_AREA
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.scan.units import GroundSquares
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.study import priority_maps
from carbon_zones.core.study import priority_section as module
from carbon_zones.core.study.idle_land import IdleRule
from carbon_zones.core.study.priority_section import (
    first_priority_sentence,
    idle_area_section,
    priority_section,
    priority_sentences,
)
from carbon_zones.test.core.pages import CLASSES, cells_of, same, says, study_of, study_page_of
from carbon_zones.test.core.support import holding

pytest.importorskip("jinja2")

# Twenty cells of a hectare, in two squares of a kilometre, in 1990, 2000 and 2010: fields (1) with
# 50 t C/ha of soil and 5 of vegetation, and pits (2).
LAND = ("11111111111111112222", "12111211112222221111", "11111222112222222222")
ARRAYS = [[[int(cell) for cell in row]] for row in LAND]
# Two units, the first in the east.
UNITS = {"east": (10, 20), "west": (0, 10)}
# In the west three fields are pits since 2010 or 2000, one of these unchanged, and one came back:
# after 5 years it has a quarter of its 55 t C. In the east six pits are unchanged; four were pits,
# fields with a quarter, and pits again.
WEST = [4, 3, 1, 1, 25, 220, 13.75, -206.25, 55, 55, 2, 1, 2, 0, 55, None, None, 55, None, None]
EAST = [10, 10, 6, 0, 0, 385, 55, -330, 330, 330, 1, 6, 4, 0, 330, None, None, 330, None, None]


def section_of(folder, arrays=ARRAYS, **given):
    with Drafts() as drafts:
        study = study_of(folder, drafts, arrays, **given)
        return study, priority_section(study)


def sentences_of(folder, *rows, **given) -> str:
    _, section = section_of(folder, [[[int(c) for c in row]] for row in rows], **given)
    return " ".join(translate_message(one, same) for one in section.sentences)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return study_page_of(tmp_path_factory.mktemp("priorities"), arrays=ARRAYS)


def test_rows_of_units_and_squares(tmp_path):
    for units, names in ((UNITS, ["east", "west"]), (None, ["R01C01", "R01C02"])):
        study, _ = section_of(tmp_path / str(units), units=units)
        rows = [list(row.values()) for row in study.priorities.rows]
        wanted = {"R01C01": WEST, "R01C02": EAST, "west": WEST, "east": EAST}
        assert [name for name, *_ in rows] == names
        for name, *numbers in rows:
            assert numbers == pytest.approx(wanted[name]), name
        assert study.priorities.decides == 2000
        assert study.priorities.first["rank"] == 1
        # Of the parts of units there are none.
        for _, part in study.census.units or ():
            assert study.with_census(part).priorities is None


def test_sentences(page):
    says(
        page.text,
        "Area 1 (square R01C02): 6.00 ha of 'A",
        ", unchanged since at least 2000. Maps do not show whether this land is still in use.",
        "In 2010, 7.00 ha of mined land had been unchanged for at least 10 years (idle "
        "land); 6.00 ha changed within this time; 0 ha are undated.",
        # Of 605 t C lost 550 were on land taken since 1990; four more are assumed to have lost 220.
        "Carbon gain in 20 years if area 1 is reclaimed to the former class: 330 t C; all 7.00 ha "
        "of idle land: 385 t C, 50 % of the gross carbon loss to mining (770 t C, of which 220 t C "
        "are assumed for land mined before the first map).",
        "If reclaimed with the class mix of the land reclaimed so far: 385 t C.",
        "squares of 1 km from the north-west corner are used",
    )


def test_the_whole_stands_below_the_units(page):
    total = page.rows("priorities")[-1]
    assert float(total["Carbon gain in 20 years, former class, t C"]) == 385
    assert float(total["Reclaimed, % of cumulative disturbed area"]) == pytest.approx(100 / 14)


def test_maps_and_charts_of_many_units_are_those_of_a_plain_loop(tmp_path, monkeypatch):
    """Of 25 units 20 are drawn, those with most mined land, whatever their rank."""
    monkeypatch.setattr(priority_maps, "select_shown_areas", lambda study, areas: [])
    land = np.random.default_rng(6).choice([1, 2], (3, 12, 125), p=[0.7, 0.3])
    land[:, :, ::5] = 1 + (np.arange(25) % 3 == 0)
    units = {f"unit {n:02}": (5 * n, 5 * n + 5) for n in range(25)}
    study, section = section_of(tmp_path, [*land], units=units)
    maps = [cells_of(drawn, tmp_path) for drawn in section.maps]
    ever, idle = (land == 2).any(axis=0), (land[1:] == 2).all(axis=0)
    rows = {row["unit"]: row for row in study.priorities.rows}
    per_ha = {name: 55.0 * (row["idle_ha"] > 0) for name, row in rows.items()}
    amounts = [
        {name: row["idle_ha"] for name, row in rows.items()},
        per_ha,
        {name: row["uptake_20y_tc"] for name, row in rows.items()},
    ]
    for cells, own in zip(maps, amounts):
        assert cells.shape == idle.shape
        seen = {}
        for y, x in np.ndindex(idle.shape):
            if x and x % 5 == 0:
                assert cells[y, x] == priority_maps.UNIT_EDGE_VALUE
            elif idle[y, x]:
                assert cells[y, x] == priority_maps.IDLE_CELL_VALUE
            else:
                seen.setdefault(int(cells[y, x]), set()).add(round(own[f"unit {x // 5:02}"], 6))
        # Darker for more.
        ranges = [(min(seen[value]), max(seen[value])) for value in sorted(seen)]
        assert all(after[0] > before[1] for before, after in zip(ranges, ranges[1:]))
    sums = {
        name: [int(of[:, first:last].sum()) for of in (ever, idle, land[2] == 2)]
        for name, (first, last) in units.items()
    }
    order = sorted(sums, key=lambda name: -sums[name][0])
    expected = [(sums[n][1], sums[n][2] - sums[n][1], sums[n][0] - sums[n][2]) for n in order]
    by_rank = sorted(study.priorities.rows, key=lambda row: (row["rank"], -row["ever_mined_ha"]))
    assert {row["unit"] for row in by_rank[:20]} != {*order[:20]}
    for chart in section.charts:
        for figure in chart.render_figures(same):
            assert figure["layout"]["yaxis"]["ticktext"] == order[:20]
        rest = sum(sums[name][0] for name in order[20:])
        says(
            translate_message(chart.note, same),
            "Not listed: 5 further units",
            f"{rest:.2f} ha in total",
        )
    bars = [of["x"] for of in section.charts[0].render_figures(same)[0]["data"]]
    assert [*zip(*bars)] == expected[:20]
    assert [row["unit"] for row in section.tables[0].raw[:-1]] == [row["unit"] for row in by_rank]
    charts = section.charts[-1].render_figures(same)
    for figure, own in zip(charts, (amounts[2], amounts[1], amounts[0])):
        assert [*figure["data"][0]["x"]] == pytest.approx([own[name] for name in order[:20]])


@pytest.mark.parametrize("units", [None, UNITS])
def test_maps_have_classes_of_units_and_their_names(tmp_path, units, monkeypatch):
    monkeypatch.setattr(priority_maps, "select_shown_areas", lambda study, areas: [])
    _, section = section_of(tmp_path, units=units)
    assert len(section.maps) == 3
    names = ["R01C01", "R01C02"] if units is None else ["west", "east"]
    for drawn in section.maps:
        placed = sorted(drawn.labels, key=lambda one: one[1])
        assert [(name, down) for name, _, down in placed] == [(name, 50.0) for name in names]
        west, east = (right for _, right, _ in placed)
        assert 15 <= west <= 35
        assert 65 <= east <= 85
    swatches = [swatch for drawn in section.maps for swatch in drawn.legend]
    legend = [translate_message(words, same) for words, _ in (*swatches, *section.map_legend)]
    # From the least to the most; a hectare may take up as much everywhere.
    assert legend == [
        *("1 ha", "6 ha", "55.0 t C/ha", "55 t C", "330 t C"),
        *("Idle land", "No idle land", "Unit boundary"),
    ]
    dark, edge, low, high = 2, 3, 5, 6
    for n, drawn in enumerate(section.maps):
        plain = [low] * 10 + [low if n == 1 else high] * 10
        (cells,) = cells_of(drawn, tmp_path).tolist()
        wanted = [dark if m in {5, *range(10, 16)} else one for m, one in enumerate(plain)]
        wanted[10] = edge
        assert cells == wanted


def test_areas_have_their_ranks_on_the_maps_and_maps_of_their_own(tmp_path):
    """On maps of units an edge about each; by itself each with what is around it."""
    land = np.ones((3, 40, 40), np.uint8)
    land[:, 5:8, 5:9] = land[:, 20:22, 30:32] = land[:, 35, 3] = 2
    study, section = section_of(tmp_path, [*land])
    for drawn in section.maps:
        marks = [label for label in drawn.labels if label[0] in "\u2460\u2461\u2462"]
        where = (16.25, 16.25), (76.25, 51.25), (8.75, 88.75)
        assert marks == [(sign, *at) for sign, at in zip("\u2460\u2461\u2462", where)]
        cells = cells_of(drawn, tmp_path)
        assert (cells[4:9, 4] == priority_maps.AREA_EDGE_VALUE).all()
        assert cells[6, 6] == priority_maps.IDLE_CELL_VALUE
    legend = {translate_message(words, same): colour for words, colour in section.map_legend}
    assert legend["Outline of the highest-ranked idle areas; number: rank"] == "#e6007e"
    areas = idle_area_section(study)
    assert len(areas.maps) == 3
    assert translate_message(areas.map_note, same) == "Land use in 2010"
    words, colour = areas.map_legend[0]
    assert (translate_message(words, same), colour) == ("Outline of the area", "#000000")
    white = max(cells_of(areas.maps[0], tmp_path).ravel().tolist())
    # A dark line about each, and a white one about that.
    for drawn, (rows, columns) in zip(areas.maps, ((3, 4), (2, 2), (1, 1))):
        cells = cells_of(drawn, tmp_path)
        about = (rows + 2) * (columns + 2)
        assert (cells == white - 1).sum() == about - rows * columns
        assert (cells == white).sum() == (rows + 4) * (columns + 4) - about
    assert [row["rank"] for row in areas.tables[0].raw] == [1, 2, 3]
    assert [row["area_ha"] for row in areas.tables[0].raw] == [12, 4, 1]
    # Nothing tells what it was before, nor where on earth it lies.
    assert {row["class_before"] for row in areas.tables[0].raw} == {None}
    assert {row["longitude"] for row in areas.tables[0].raw} == {None}


def test_of_ranks_that_would_lie_on_each_other_the_better_one_is_shown(tmp_path):
    land = np.ones((3, 100, 100), np.uint8)
    # So much was mined once that the maps show all land.
    land[0, 60:] = 2
    # Less than 6.5 per cent of the width apart, and more.
    land[:, 20:24, 20:24] = land[:, 20:23, 26:28] = land[:, 20, 33:35] = 2
    _, section = section_of(tmp_path, [*land])
    for drawn in section.maps:
        marks = [name for name, *_ in drawn.labels if name in "\u2460\u2461\u2462"]
        assert marks == ["\u2460", "\u2462"]
    legend = [translate_message(words, same) for words, _ in section.map_legend]
    assert (
        "Outline of the highest-ranked idle areas; number: rank, omitted where it would overlap a "
        "higher rank"
    ) in legend


def test_the_first_area_of_the_unit_to_begin_in_is_shown(tmp_path):
    """It is the fifth by itself, but its unit has most small ones."""
    land = np.ones((3, 9, 80), np.uint8)
    for n in range(4):
        land[:, 1:4, 10 * n + 2 : 10 * n + 6] = 2
    land[:, ::2, 41::2] = 2
    units = {**{f"w{n}": (10 * n, 10 * n + 10) for n in range(4)}, "many": (40, 80)}
    study, _ = section_of(tmp_path, [*land], units=units)
    assert study.priorities.first["unit"] == "many"
    shown = priority_maps.select_shown_areas(study, study.idle_areas)
    assert len(shown) == 3
    assert [row["unit"] for row, _ in shown].count("many") == 1


def test_land_that_never_came_back_is_taken_for_what_was_taken(tmp_path):
    told = sentences_of(tmp_path, "111", "122", "122")
    says(told, "If reclaimed with the class mix of the land reclaimed so far: 110 t C.")


def test_nothing_unchanged(tmp_path):
    told = sentences_of(tmp_path, "1111", "1122")
    says(told, "None: no mined land has been unchanged for at least 10 years.")
    assert "Carbon gain" not in told
    told = sentences_of(tmp_path / "none", "1222", "1111")
    says(told, "None: no land is mined in 2000.")


@pytest.mark.parametrize(
    ("north", "told"),
    [(70.0, "sides measure 8.09 to 11.8 km"), (0.05, "")],
    ids=["degrees", "small"],
)
def test_squares_that_are_not_alike_on_the_ground_are_told(tmp_path, north, told):
    """From 60 to 70 degrees north, true at 65, where sides across are to each other as the cosines;
    and a tenth of a degree at the equator."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    size = 0.1 if told else 0.001
    grid = Grid(100, 100, (10.0, size, 0.0, north, 0.0, -size), system.ExportToWkt())
    study, _ = section_of(tmp_path)
    squares = GroundSquares.from_window(grid, grid.full_window, ELLIPSOIDAL_AREA, 10)
    sentences = priority_sentences(study, replace(study.priorities, squares=squares))
    whole = " ".join(translate_message(one, same) for one in sentences)
    says(whole, "squares of 10 km", told)
    assert ("map scale distortion" in whole) == bool(told)


def test_land_in_no_unit_is_called_that(tmp_path):
    _, section = section_of(tmp_path, units={"west": (0, 10)})
    says(
        translate_message(section.sentences[0], same), "Area 1 (land outside all units): 6.00 ha of"
    )


def test_equal_land_has_one_rank_whatever_its_sums_leave_over(tmp_path):
    """Six unchanged pits each, of three histories: 0.1 + 0.2 + 0.3 is more than 0.3 + 0.2 + 0.1."""
    land = (
        *("1112221111" + "1111121111", "1222221111" + "1112221111"),
        *("2222221111" + "2222221111", "2222221111" + "2222221111"),
    )
    arrays = [[[int(cell) for cell in row]] for row in land]
    study, section = section_of(tmp_path, arrays, units=UNITS, stocks=holding(a=(0.1, 0.0)))
    first, second = study.priorities.rows
    assert first["uptake_20y_tc"] == pytest.approx(second["uptake_20y_tc"])
    assert [first["rank"], second["rank"]] == [1, 1]
    swatches = [swatch for drawn in section.maps for swatch in drawn.legend]
    legend = [translate_message(words, same) for words, _ in (*swatches, *section.map_legend)]
    assert [words for words in legend if words.endswith("t C")] == ["1 t C"]


def test_without_land_to_go_by(tmp_path):
    """What was mined at all dates was taken from nobody knows what."""
    told = sentences_of(tmp_path, "2211", "2211")
    says(
        told,
        "Area 1 (square R01C01): 2.00 ha of 'A",
        "no carbon sink disturbed since the first date; former class unknown",
    )


def test_without_densities(tmp_path):
    told = sentences_of(tmp_path, "1122", "1222", "1222", stocks=holding(b=(1.0, 1.0)))
    says(
        told,
        "Area 1 (square R01C01): 3.00 ha",
        "Not available: no carbon coefficients for sink classes",
    )
    _, section = section_of(tmp_path / "more", stocks=holding(b=(1.0, 1.0)))
    assert [chart.name for chart in section.charts] == ["priority-land"]
    assert [translate_message(drawn.title, same) for drawn in section.maps] == ["Idle land, ha"]


def test_where_the_maps_cannot_tell_no_place_is_named(tmp_path):
    """Ten years apart they do not show whether land is unchanged for five, but for what is so since
    2000; the west has most of that, and the east may have more."""
    land = "11111111112222222222", "22222221112222222222"
    rows = ["1" * 20, *(row.replace("2", "1") for row in land[:1]), land[1]]
    arrays = [[[int(c) for c in row]] for row in rows]
    study, section = section_of(tmp_path, arrays, units=UNITS, rule=IdleRule(5))
    assert study.priorities.first is None
    assert study.priorities.whole["undated_ha"] == 17
    says(
        translate_message(section.sentences[0], same),
        "Ranks are provisional, and no unit is certain to be first: for 17.00 ha of mined land, "
        "the dates are too far apart to determine whether the land was unchanged for at least 5 "
        "years. A map of 2005 would allow this to be determined.",
    )


def test_no_mined_land_no_section(tmp_path):
    assert section_of(tmp_path, [[[1, 1]], [[1, 1]]])[1] is None


def test_of_names_that_would_lie_on_each_other_the_better_rank_is_shown(tmp_path, monkeypatch):
    """Two cells each, side by side: in the first a pit is unchanged, in the second two are new."""
    monkeypatch.setattr(priority_maps, "select_shown_areas", lambda study, areas: [])
    units = {"worse": (6, 8), "better": (4, 6), "far": (10, 20)}
    study, section = section_of(tmp_path, units=units)
    assert {row["unit"] for row in study.priorities.rows} >= set(units)
    for picture in section.maps:
        assert {name for name, _, _ in picture.labels} & set(units) == {"better", "far"}


@pytest.mark.parametrize(
    ("west", "east", "shown"),
    [
        # Beside each other where there is room for both.
        ("A place in W", "A place in E", {"A place in W", "A place in E"}),
        # So long that they would lie on each other; and Chinese, which is as broad in half the
        # letters.
        ("A district in the west", "A district in the east", {"A district in the east"}),
        ("太原市万柏林区西部排土场及周边地区", "东部", {"东部"}),
        # So long that it would stand in the middle of the other one, or be cut.
        ("A district that is called after all that lies in the west", "E", {"E"}),
    ],
)
def test_names_on_maps_have_room(tmp_path, west, east, shown, monkeypatch):
    """Of two units side by side the east may bring more."""
    monkeypatch.setattr(priority_maps, "select_shown_areas", lambda study, areas: [])
    _, section = section_of(tmp_path, units={west: (0, 10), east: (10, 20)})
    for picture in section.maps:
        assert {name for name, _, _ in picture.labels} == shown
        for name, right, _ in picture.labels:
            assert (right < 50) == (name == west)


def test_names_on_flat_land_lie_beside_each_other(tmp_path):
    """Forty kilometres by two: the names of two rows of squares are higher than the rows."""
    land = np.ones((20, 400), np.uint8)
    land[5:15, 15:385:90] = 2
    _, section = section_of(tmp_path, [np.ones_like(land), land, land])
    for picture in section.maps:
        places = sorted(right for _, right, _ in picture.labels)
        assert len(places) > 2
        assert all(second - first >= 15 for first, second in zip(places, places[1:]))


def test_a_narrow_unit_at_the_edge_has_its_name_beside_it(tmp_path, monkeypatch):
    """The best one is a column of 40, with 2.5 per cent of the width."""
    monkeypatch.setattr(priority_maps, "select_shown_areas", lambda study, areas: [])
    land = "2" + "1" * 39, "2" * 3 + "1" * 37, "2" * 2 + "1" * 38
    units = {"narrow": (0, 1), "other": (1, 40)}
    _, section = section_of(tmp_path, [[[int(c) for c in row]] for row in land], units=units)
    for picture in section.maps:
        assert "narrow" in {name for name, _, _ in picture.labels}


def test_without_idle_land_there_are_no_maps(tmp_path):
    new = [[[1, 1, 1, 1]], [[1, 1, 1, 1]], [[1, 1, 2, 2]]]
    study, section = section_of(tmp_path / "new", new)
    assert list(section.maps) == list(section.map_legend) == list(section.map_choices) == []
    assert [chart.name for chart in section.charts] == ["priority-land"]
    assert idle_area_section(study) is None


def test_what_counts_nothing_is_named(tmp_path):
    """A hectare of idle land was a village."""
    village = (*CLASSES, LandClass(3, "c", "Village", "built"))
    land = [[[1, 1, 3]], [[2, 2, 2]], [[2, 2, 2]]]
    study, section = section_of(tmp_path, land, classes=village)
    assert study.priorities.uncounted == {"Village": 1.0}
    told = " ".join(translate_message(one, same) for one in section.sentences)
    named = "No carbon density, counted as 0: 1.00 ha of former 'Village'."
    says(told, "110 t C", named)
    # Also beside the area that is ranked first.
    first = translate_message(first_priority_sentence(study, study.priorities), same)
    says(first, "Area 1", named)
    # Also where undated land leaves no unit first.
    west, east = [1, 1, 3, 3, 3], [1, 2, 2, 2, 2]
    dates = [[west + [1] * 5], [[2] * 5 + [1] * 5], [[2] * 5 + east]]
    given = {"units": {"west": (0, 5), "east": (5, 10)}, "rule": IdleRule(5), "classes": village}
    told = section_of(tmp_path / "undecided", dates, **given)[1].sentences
    undecided = translate_message(told[0], same)
    says(undecided, "no unit is certain", "Area 1", named.replace("1.00", "3.00"))


@pytest.mark.parametrize(
    ("ledger", "why"),
    [
        (
            MissingResult(Message("not all layers have years (YEARS)")),
            "not all layers have years (YEARS)",
        ),
        (
            SimpleNamespace(land=SimpleNamespace(disturbing=SimpleNamespace(uncounted=[1]))),
            "the disturbed land has no carbon density (COEFFICIENTS)",
        ),
        (MissingResult(), "no carbon sink disturbed since the first date; former class unknown"),
    ],
)
def test_why_there_is_no_potential_is_told(ledger, why):
    assert str(module._missing_potential_reason(ledger)) == why
