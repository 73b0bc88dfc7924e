"""Where to begin, on the page of a study: sentences, maps, charts and the table, by hand."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from osgeo import osr

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Message, Missing, translated
from carbon_zones.core.raster.area import ELLIPSOIDAL
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.scan.units import GroundSquares
from carbon_zones.core.study import priority_section as module
from carbon_zones.core.study.priority_section import priority_section, priority_sentences
from carbon_zones.test.core.pages import cells_of, same, says, study_of, study_page_of
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
WEST = [4, 3, 1, 1, 25, 220, 13.75, -206.25, 55, 55, 2]
EAST = [10, 10, 6, 0, 0, 385, 55, -330, 330, 330, 1]


def section_of(folder, arrays=ARRAYS, **given):
    with Drafts() as drafts:
        study = study_of(folder, drafts, arrays, **given)
        return study, priority_section(study)


def sentences_of(folder, *rows, **given) -> str:
    _, section = section_of(folder, [[[int(c) for c in row]] for row in rows], **given)
    return " ".join(translated(one, same) for one in section.sentences)


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
        assert study.priorities.since == "2000"
        assert study.priorities.first["rank"] == 1
        # Of the parts of units there are none.
        for _, part in study.census.units or ():
            assert study.of(part).priorities is None


def test_sentences(page):
    says(
        page.text,
        "Begin in square R01C02: the 6.00 ha of mined land there that have not changed since 2000, "
        "idle or still worked, which a map cannot tell, would hold 330 t C after 20 years if they "
        "came back as reclaimed land here has so far.",
        "All 7.00 ha of such land would hold 385 t C after 20 years, 63.6 % of the carbon that "
        "mining took, and 385 t C in the end, if they came back as reclaimed land here has so far: "
        "Fields 100.0 %.",
        "Unchanged is land that is mined in 2010 and had the same class in 2000;",
        "its land is cut into squares of 1 km from the north-west corner on",
    )


def test_the_whole_stands_below_the_units(page):
    total = page.rows("priorities")[-1]
    assert float(total["Potential after 20 years, t C"]) == 385
    assert float(total["Reclaimed, % of ever mined"]) == pytest.approx(100 / 14)


def test_maps_and_charts_of_many_units_are_those_of_a_plain_loop(tmp_path):
    """Of 25 units 20 are drawn, those with most mined land, whatever their rank."""
    land = np.random.default_rng(6).choice([1, 2], (3, 12, 125), p=[0.7, 0.3])
    land[:, :, ::5] = 1 + (np.arange(25) % 3 == 0)
    units = {f"unit {n:02}": (5 * n, 5 * n + 5) for n in range(25)}
    study, section = section_of(tmp_path, [*land], units=units)
    net, potential = (cells_of(drawn, tmp_path) for drawn in section.maps)
    ever, idle = (land == 2).any(axis=0), (land[1:] == 2).all(axis=0)
    assert net.shape == ever.shape
    for y, x in np.ndindex(ever.shape):
        beside = [(y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)]
        inner = all(ever[p] for p in beside if 0 <= p[0] < 12 and 0 <= p[1] < 125)
        assert (net[y, x] == module.DARK_VALUE) == (ever[y, x] and not inner)
        assert (potential[y, x] == module.DARK_VALUE) == idle[y, x]
    sums = {
        name: [int(of[:, first:last].sum()) for of in (ever, idle, land[2] == 2)]
        for name, (first, last) in units.items()
    }
    order = sorted(sums, key=lambda name: -sums[name][0])
    expected = [(sums[n][1], sums[n][2] - sums[n][1], sums[n][0] - sums[n][2]) for n in order]
    by_rank = sorted(study.priorities.rows, key=lambda row: (row["rank"], -row["ever_mined_ha"]))
    assert {row["unit"] for row in by_rank[:20]} != {*order[:20]}
    for chart in section.charts:
        (figure,) = chart.figures(same)
        assert figure["layout"]["yaxis"]["ticktext"] == order[:20]
        rest = sum(sums[name][0] for name in order[20:])
        says(translated(chart.note, same), "Left out: 5 units with less", f"{rest:.2f} ha")
    bars = [of["x"] for of in section.charts[0].figures(same)[0]["data"]]
    assert [*zip(*bars)] == expected[:20]
    assert [row["unit"] for row in section.tables[0].raw[:-1]] == [row["unit"] for row in by_rank]


@pytest.mark.parametrize("units", [None, UNITS])
def test_maps_have_classes_of_units_and_their_names(tmp_path, units):
    _, section = section_of(tmp_path, units=units)
    net, potential = section.maps
    names = ["R01C01", "R01C02"] if units is None else ["west", "east"]
    assert [(name, down) for name, _, down in sorted(net.labels, key=lambda one: one[1])] == [
        (name, 50.0) for name in names
    ]
    west, east = sorted(right for _, right, _ in net.labels)
    assert 15 <= west <= 35
    assert 65 <= east <= 85
    legend = [translated(words, same) for words, _ in section.map_legend]
    # From the least that was lost to the most; the west lost less, and may bring less.
    assert legend == [
        *("Lost: 206 t C", "Lost: 330 t C", "Ever mined"),
        *("Potential: 55 t C", "Potential: 330 t C", "Mined, unchanged since 2000"),
        "No mined land",
    ]
    dark, low, high = 2, 3, 4
    plain = [low] * 10 + [high] * 10
    # Of what was ever mined the outline, of what did not change all.
    for drawn, mined in ((net, {1, 5, 7, 10}), (potential, {5, *range(10, 16)})):
        (cells,) = cells_of(drawn, tmp_path).tolist()
        assert cells == [dark if n in mined else one for n, one in enumerate(plain)]


def test_land_that_never_came_back_is_taken_for_what_was_taken(tmp_path):
    told = sentences_of(tmp_path, "111", "122", "122")
    says(told, "would hold 110 t C after 20 years if they came back as what was taken, because")


def test_nothing_unchanged(tmp_path):
    told = sentences_of(tmp_path, "1111", "1122")
    says(told, "No land that is mined in 2000 had the same class in 1990")
    assert "Begin" not in told
    told = sentences_of(tmp_path / "none", "1222", "1111")
    says(told, "No land is mined in 2000: the map shows none that may lie idle.")


@pytest.mark.parametrize(
    ("north", "told"), [(70.0, "are 8.09 to 11.8 km long"), (0.05, "")], ids=["degrees", "small"]
)
def test_squares_that_are_not_alike_on_the_ground_are_told(tmp_path, north, told):
    """From 60 to 70 degrees north, true at 65, where sides across are to each other as the cosines;
    and a tenth of a degree at the equator."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    size = 0.1 if told else 0.001
    grid = Grid(100, 100, (10.0, size, 0.0, north, 0.0, -size), system.ExportToWkt())
    study, _ = section_of(tmp_path)
    squares = GroundSquares.of(grid, grid.whole, ELLIPSOIDAL, 10)
    sentences = priority_sentences(study, replace(study.priorities, squares=squares))
    whole = " ".join(translated(one, same) for one in sentences)
    says(whole, "squares of 10 km", told)
    assert ("not the same everywhere" in whole) == bool(told)


def test_land_in_no_unit_is_called_that(tmp_path):
    _, section = section_of(tmp_path, units={"west": (0, 10)})
    says(translated(section.sentences[0], same), "Begin in the land in no unit: the 6.00 ha of")


def test_equal_land_has_one_rank_whatever_its_sums_leave_over(tmp_path):
    """Six unchanged pits each, of three histories: 0.1 + 0.2 + 0.3 is more than 0.3 + 0.2 + 0.1."""
    land = (
        *("1112221111" + "1111121111", "1222221111" + "1112221111"),
        *("2222221111" + "2222221111", "2222221111" + "2222221111"),
    )
    arrays = [[[int(cell) for cell in row]] for row in land]
    study, section = section_of(tmp_path, arrays, units=UNITS, stocks=holding(a=(0.1, 0.0)))
    first, second = study.priorities.rows
    assert first["potential_20y_tc"] != second["potential_20y_tc"]
    assert first["potential_20y_tc"] == pytest.approx(second["potential_20y_tc"])
    assert [first["rank"], second["rank"]] == [1, 1]
    legend = [translated(words, same) for words, _ in section.map_legend]
    assert [words for words in legend if words.startswith("Potential")] == ["Potential: 1 t C"]


def test_without_land_to_go_by(tmp_path):
    """What was mined at all dates was taken from nobody knows what."""
    told = sentences_of(tmp_path, "2211", "2211")
    says(
        told,
        "Begin in square R01C01: 2.00 ha of mined land there have not changed since 1990; whether "
        "they lie idle or are still worked a map cannot tell.",
        "no land was taken from a carbon sink or came back as one",
    )


def test_without_densities(tmp_path):
    told = sentences_of(tmp_path, "1122", "1222", "1222", stocks=holding(b=(1.0, 1.0)))
    says(told, "Begin in square R01C01: 3.00 ha", "What it would bring in carbon is not told: the")
    _, section = section_of(tmp_path / "more", stocks=holding(b=(1.0, 1.0)))
    assert [chart.name for chart in section.charts] == ["priority-land"]
    assert section.maps == []


def test_no_mined_land_no_section(tmp_path):
    assert section_of(tmp_path, [[[1, 1]], [[1, 1]]])[1] is None


def test_of_names_that_would_lie_on_each_other_the_better_rank_is_shown(tmp_path):
    """Two cells each, side by side: in the first a pit is unchanged, in the second two are new."""
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
def test_names_on_maps_have_room(tmp_path, west, east, shown):
    """Of two units side by side the east may bring more."""
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


def test_a_narrow_unit_at_the_edge_has_its_name_beside_it(tmp_path):
    """The best one is a column of 40, with 2.5 per cent of the width."""
    land = "2" + "1" * 39, "2" * 3 + "1" * 37, "2" * 2 + "1" * 38
    units = {"narrow": (0, 1), "other": (1, 40)}
    _, section = section_of(tmp_path, [[[int(c) for c in row]] for row in land], units=units)
    for picture in section.maps:
        assert "narrow" in {name for name, _, _ in picture.labels}


def test_a_map_of_nothing_but_0_is_not_drawn(tmp_path):
    """In a colour it would say that land gained, or may bring most."""
    new = [[[1, 1, 1, 1]], [[1, 1, 1, 1]], [[1, 1, 2, 2]]]
    _, section = section_of(tmp_path / "new", new)
    (net,) = section.maps
    says(translated(net.title, same), "Net carbon")
    legend = [translated(words, same) for words, _ in section.map_legend]
    assert legend == ["Lost: 110 t C", "Ever mined", "No mined land"]
    still = [[[1, 1, 2, 2]]] * 3
    _, section = section_of(tmp_path / "still", still)
    assert list(section.maps) == list(section.map_legend) == list(section.map_choices) == []
    assert [chart.name for chart in section.charts] == ["priority-land"]


def test_a_unit_that_neither_lost_nor_gained_has_a_colour_of_its_own(tmp_path):
    land = ("1122", "1222", "1222")
    units = {"lost": (0, 2), "still": (2, 4)}
    _, section = section_of(tmp_path, [[[int(c) for c in row]] for row in land], units=units)
    colours = {translated(words, same): colour for words, colour in section.map_legend}
    assert "Gained: 0 t C" not in colours
    assert colours["Neither lost nor gained"] == module.NEITHER
    (cells,) = cells_of(section.maps[0], tmp_path).tolist()
    # The outline of what was mined, between the lost one and the other.
    assert cells[0] != cells[-1]
    assert len({cells[0], cells[-1], module.DARK_VALUE, module.NO_MINE_VALUE}) == 4


def uncounted_ledger() -> SimpleNamespace:
    """What is asked of a ledger whose land has classes without a density."""
    return SimpleNamespace(land=SimpleNamespace(disturbing=SimpleNamespace(uncounted=[1])))


@pytest.mark.parametrize(
    ("ledger", "answer", "sentence"),
    [
        (
            Missing(Message("not all layers have years")),
            "That cannot be told: not all layers have years.",
            "What it would bring in carbon is not told: not all layers have years. Ranks are by "
            "the hectares that did not change.",
        ),
        (
            uncounted_ledger(),
            "That cannot be told: nobody says what a hectare of the land that was taken, or came "
            "back, holds (COEFFICIENTS may).",
            "What it would bring in carbon is not told: nobody says what a hectare of the land "
            "that was taken, or came back, holds (COEFFICIENTS may). Ranks are by the hectares "
            "that did not change.",
        ),
        (
            Missing(),
            "That cannot be told: no land was taken from a carbon sink, or came back as one.",
            "What it would bring in carbon is not told: no land was taken from a carbon sink or "
            "came back as one. Ranks are by the hectares that did not change.",
        ),
    ],
)
def test_why_there_is_no_potential_is_said_first_and_in_the_section(ledger, answer, sentence):
    assert tuple(map(str, module._why_no_potential(ledger))) == (answer, sentence)
