"""The report's maps of the zones against the zone of every single cell. Which groups take land from
the sinks: read from text, and what is said of those that are not. All land that was taken, by
class: what of it counts, and what counts 0, is named."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.report.coefficient_table import disturbed_land_table
from carbon_zones.core.report.report_maps import history_thumbnail
from carbon_zones.core.results.losses import density_warnings, disturbed_land_by_class
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import default_classes, default_zones
from carbon_zones.core.scheme.disturbance_types import (
    DisturbingClasses,
    describe_groups,
    parse_disturbing_classes,
)
from carbon_zones.core.scheme.zone_rules import MapZones, Zone, read_rules, zone_colour
from carbon_zones.core.study.land_sections import zone_section
from carbon_zones.core.study.study import Study, StudyConsumers
from carbon_zones.test.core.pages import cells_of, series_of
from carbon_zones.test.core.schemes import default_rules, has, refused
from carbon_zones.test.core.support import cube_of, listed, table

PAPER = [c for _, c in default_classes()]
BUILT, MINE = ("urban", "rural", "transport"), ("open_pit", "stripping", "dump", "industrial")


def test_unassigned_land_that_stayed_a_mine_or_built_has_a_value_of_its_own():
    rules = default_rules(Classes(PAPER))
    zones, shown = rules.zone_matrix(PAPER), MapZones(rules, PAPER)
    found = shown.zone_matrix(PAPER)
    for i, one in enumerate(PAPER):
        for j, other in enumerate(PAPER):
            wanted = int(zones[i, j])
            if one.key in MINE and other.key in MINE:
                wanted = 6
            if one.key in BUILT and other.key in BUILT:
                wanted = 7
            assert found[i, j] == wanted, (one, other)
    assert [(z.value, str(z.name)) for z in shown.lasting] == [
        (6, "Persistent mined land"),
        (7, "Persistent built-up land"),
    ]
    # The zones themselves know nothing of it.
    assert set(np.unique(rules.zone_matrix(PAPER))) == {1, 2, 3, 4, 5}


def test_land_that_a_rule_assigns_stays_in_its_zone():
    zones = default_zones()
    rules = read_rules(table("r", "from,to,zone\n@mine,@mine,4"), zones, Classes(PAPER), Notes())
    shown = MapZones(rules, PAPER)
    places = [n for n, c in enumerate(PAPER) if c.group == "mine"]
    assert (shown.zone_matrix(PAPER)[np.ix_(places, places)] == 4).all()
    # Built-up land has the same value all the same.
    assert [z.value for z in shown.lasting] == [7]


def test_classes_without_a_mine_have_no_lasting_mined_land_and_the_same_values():
    towns = [c for c in PAPER if c.group != "mine"]
    shown = MapZones(default_rules(Classes(PAPER)), towns)
    assert [(z.key, z.value) for z in shown.lasting] == [("lasting_built", 7)]
    # Nothing becomes a mine either.
    assert [z.value for z in shown.possible] == [1, 2, 3, 5, 7]


@pytest.mark.parametrize(("last", "told"), [(253, 0), (254, 1), (255, 2)])
def test_where_no_value_is_left_they_are_not_told_apart_and_that_is_told(last, told):
    numbers = range(1, last)
    zones = [Zone(n, f"z{n}", f"Z {n}") for n in numbers] + [Zone(last, "unassigned", "U")]
    rules = read_rules(table("r", "from,to,zone\n@sink,=,1"), zones, Classes(PAPER), Notes())
    shown = MapZones(rules, PAPER)
    assert [z.value for z in shown.lasting] == list(range(last + 1, 256))
    assert set(np.unique(shown.zone_matrix(PAPER))) == {1, *range(last, 256)}
    words = [str(note) for note in shown.notes().warnings]
    names = ["Persistent mined land", "Persistent built-up land"][2 - told :]
    assert len(words) == told
    assert all(w.startswith(f"{name} is shown as unassigned") for w, name in zip(words, names))


@pytest.mark.parametrize("is_mined", [True, False])
def test_every_pixel_is_the_zone_of_its_cell(tmp_path, is_mined):
    classes = (
        LandClass(1, "a", "Fields", "sink"),
        LandClass(2, "b", "Pit", "mine"),
        LandClass(3, "c", "Town", "built"),
    )
    random = np.random.default_rng(5)
    arrays = [random.choice([0, 1, 2, 3] if is_mined else [0, 1], (40, 30)) for _ in range(3)]
    labels = [("1990", "a"), ("2000", "b"), ("2010", "c")]
    series = series_of(tmp_path / "in", arrays, labels, classes)
    rules = read_rules(
        table("r", "from,to,zone\n@sink,=,1\n@sink,@mine,4\n@mine,@sink,2"),
        default_zones(),
        series.classes,
        Notes(),
    )
    spans = create_periods(series.dates)
    consumers = StudyConsumers(land=history_thumbnail(series))
    census = count_series(series, spans, consumers.all_consumers)
    study = Study(series, census, rules, {}, DisturbingClasses(), consumers)
    section = zone_section(study)
    maps, legend = section.maps, section.map_legend
    titles = ["1990-2000", "2000-2010", "1990-2010 (full period)"]
    assert [str(drawn.title) for drawn in maps] == titles
    colours = {zone.value: zone_colour(zone) for zone in default_zones()}
    wanted = {(1, 1): colours[1], (1, 2): colours[4], (2, 1): colours[2]}
    wanted |= {(2, 2): "#300201", (3, 3): "#4d5065"}
    for drawn, (one, other) in zip(maps, ((0, 1), (1, 2), (0, 2))):
        cells = cells_of(drawn, tmp_path)
        assert cells.shape == (40, 30)
        palette = {z.value: zone_colour(z) for z in study.map_zones.zones}
        # 0 is a class of no name here, like any other.
        pairs = zip(arrays[one].ravel().tolist(), arrays[other].ravel().tolist())
        for pair, cell in zip(pairs, cells.ravel()):
            assert palette[cell] == wanted.get(pair, colours[5]), pair
    words = {str(name): colour for name, colour in legend}
    lasting = {"Persistent mined land": "#300201", "Persistent built-up land": "#4d5065"}
    # What the maps do not have is not in their legend.
    low_carbon = {zone.name: zone.colour for zone in default_zones() if zone.value == 3}
    mined = {zone.name: zone.colour for zone in default_zones() if zone.value != 3}
    assert not low_carbon.items() & words.items()
    assert words == ({**mined, **lasting} if is_mined else words)
    assert is_mined or set(words) == {"Carbon sink invariant area", "Unassigned"}


def test_the_bars_tell_lasting_land_and_the_tables_of_what_unassigned_land_is_made(tmp_path):
    classes = (LandClass(1, "a", "Fields", "sink"), LandClass(2, "b", "Pit", "mine"))
    arrays = [[[1, 1, 2, 2]], [[1, 2, 2, 2]]]
    series = series_of(tmp_path / "in", arrays, [("1990", "a"), ("2000", "b")], classes)
    rules = default_rules(series.classes)
    census = count_series(series, create_periods(series.dates))
    study = Study(series, census, rules, {}, DisturbingClasses(), StudyConsumers())
    section = zone_section(study)
    assert [(str(name), colour) for name, colour in section.charts[0].legend] == [
        *((z.name, z.colour) for z in default_zones() if z.value in (1, 2, 4)),
        ("Persistent mined land", "#300201"),
    ]
    shares = [(str(row["zone_name"]), row["number0"]) for row in section.tables[0].raw]
    assert shares == [
        ("Carbon sink invariant area", 25),
        ("Carbon sink enhancement area", 0),
        ("Carbon emission control area", 25),
        ("Unassigned", 50),
        ("of which persistent mined land", 50),
        ("Total", 100),
    ]


def test_a_study_without_maps_has_none(tmp_path):
    series = series_of(tmp_path / "in", [[[1]], [[2]]], [("1990", "a"), ("2000", "b")])
    rules = default_rules(series.classes)
    census = count_series(series, create_periods(series.dates))
    study = Study(series, census, rules, {}, DisturbingClasses(), StudyConsumers())
    assert zone_section(study).maps == []


CLASSES = list(
    listed(
        (1, "field", "Field", "sink"),
        (2, "wood", "Wood", "sink"),
        (3, "pit", "Pit", "mine"),
        (4, "town", "Town", "built"),
        (5, "road", "Road", "built"),
        (6, "bare", "Bare"),
    )
)


def without(*groups: str) -> list[LandClass]:
    return [c for c in CLASSES if c.group not in groups]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("", ("mine",)),
        ("  ", ("mine",)),
        ("mine", ("mine",)),
        (" Built ,MINE", ("built", "mine")),
        ("mine;built", ("mine", "built")),
        ("mine,,Mine, mine ,", ("mine",)),
        ("road works\nmine", ("road works", "mine")),
        ("采矿,STRASSE", ("采矿", "strasse")),
    ],
)
def test_groups_are_read_trimmed_and_once(text, groups):
    assert parse_disturbing_classes(text) == DisturbingClasses(groups)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sink", "'sink' is the carbon-sink group"),
        ("mine, SINK", "'sink' is the carbon-sink group"),
        (" , ;", "', ;' contains no group name"),
    ],
)
def test_sinks_and_nothing_are_refused(text, said):
    assert refused(parse_disturbing_classes, text).startswith(f"TAKING_GROUPS: {said}")


def test_a_class_takes_land_by_its_group_only():
    disturbing = DisturbingClasses(("built", "strasse"))
    assert [c.name for c in CLASSES if disturbing.is_disturbing(c)] == ["Town", "Road"]
    assert disturbing.is_disturbing(LandClass(1, "x", "X", "Straße"))


def test_it_is_said_why_there_are_no_losses():
    assert DisturbingClasses().no_loss_reason(CLASSES) is None
    assert DisturbingClasses(("quarry", "built")).no_loss_reason(CLASSES) is None
    no_sink, no_taker = "no class is in the group 'sink'", "TAKING_GROUPS: 'mine'"
    for groups, left_out, words in (
        (
            ("mine",),
            ("mine",),
            (
                "in a disturbing group",
                no_taker,
                "sink (Field, Wood), built (Town, Road), ",
                "(Bare)",
            ),
        ),
        (("quarry", "road"), ("built", ""), ("'quarry', 'road'", "sink (Field, Wood), mine (Pit)")),
        (("mine",), ("sink", ""), (f"{no_sink};", "mine (Pit), built (Town, Road)")),
        (("mine",), ("sink", "mine", "built"), (no_sink, no_taker, "no group (Bare)")),
        (("mine",), ("sink", "mine", "built", ""), (no_sink, no_taker, "groups found: none")),
    ):
        disturbing, classes = DisturbingClasses(groups), without(*left_out)
        why = str(disturbing.no_loss_reason(classes))
        assert has(why, *words)
        assert has(
            refused(disturbing.check_losses_possible, classes), why, "CLASSES (column 'group')"
        )
    DisturbingClasses().check_losses_possible(CLASSES)


def test_a_long_legend_is_cut():
    many = [LandClass(n, str(n), f"C{n}", "x") for n in range(30)]
    assert str(describe_groups(many)).endswith("C18, C19, ...)")


@pytest.mark.parametrize(
    ("groups", "notices", "warnings"),
    [
        (("mine",), [], []),
        (("built",), ["Disturbed land: groups 'built' (Town, Road)."], []),
        (
            ("mine", "quarry", "built", "road"),
            ["Disturbed land: groups 'mine', 'built' (Pit, Town, Road)."],
            ["'quarry', 'road'; "],
        ),
        (("quarry", "mine"), [], ["no class is in 'quarry'; "]),
        # Said as the reason why there are no losses.
        (("quarry", "road"), [], []),
    ],
)
def test_groups_that_no_class_has_are_warned_of(groups, notices, warnings):
    notes = Notes()
    DisturbingClasses(groups).log_groups(CLASSES, notes)
    assert [str(notice) for notice in notes.notices] == notices
    assert len(notes.warnings) == len(warnings)
    for warning, words in zip(notes.warnings, warnings):
        assert has(warning, "TAKING_GROUPS", words, "sink (Field, Wood), mine (Pit), ")


def test_maps_without_a_class_of_mines_hide_them():
    """Towns that take land are no mines, nor is a group of the user's own that no class is in."""
    for groups in ("mine", "mine,built", "Quarry"):
        told = parse_disturbing_classes(groups).hidden_mines_warning(without("mine"))
        has(told, "56 to 77 %", "s41598-025-01959-3", "(polygonclasses)")
    assert "'mine', 'quarry'." in str(
        parse_disturbing_classes("built,mine,quarry").hidden_mines_warning([])
    )
    assert parse_disturbing_classes("mine").hidden_mines_warning(CLASSES) is None
    assert parse_disturbing_classes("mine,quarry").hidden_mines_warning(CLASSES) is None
    assert parse_disturbing_classes("built").hidden_mines_warning(without("mine")) is None
    quarry = [LandClass(7, "quarry", "Quarry", "Quarry")]
    assert parse_disturbing_classes("quarry,mine").hidden_mines_warning(quarry) is None


TAKEN_CLASSES = (
    LandClass(1, "forest", "Forest", "sink"),
    LandClass(2, "wetland", "Wetland", "wetland", aliases=("Inland marshes", "Peat bogs")),
    LandClass(3, "rock", "Rock", "bare"),
    LandClass(4, "pit", "Pit", "mine"),
    LandClass(5, "dump", "Dump", "mine"),
    LandClass(6, "scrub", "Scrub", ""),
)
FOREST, WETLAND, ROCK, PIT, DUMP, SCRUB = range(6)


def land(*by_period: dict):
    """The land that was taken, of hectares by class before and after, period by period."""
    classes, matrices = Classes(TAKEN_CLASSES), []
    for conversions in by_period:
        matrix = np.zeros((len(TAKEN_CLASSES), len(TAKEN_CLASSES)), int)
        for pair, area in conversions.items():
            matrix[pair] = area
        matrices.append(matrix)
    cube = cube_of(classes, *matrices)
    coefficients = read_coefficients(
        table("COEFFICIENTS", "class,soil_tc_per_ha,vegetation_tc_per_ha,source\nforest,80,20,Me"),
        classes,
        Notes(),
    )
    return disturbed_land_by_class(cube, cube.periods, coefficients, DisturbingClasses())


def test_land_counts_as_often_as_it_was_taken_and_from_mine_to_mine_it_is_not():
    taken = land(
        {(FOREST, PIT): 30, (WETLAND, DUMP): 12, (PIT, DUMP): 7, (ROCK, PIT): 3, (PIT, FOREST): 2},
        {(FOREST, DUMP): 10, (SCRUB, PIT): 5, (FOREST, FOREST): 100},
    )
    assert [(one.land_class.key, one.area_ha) for one in taken] == [
        ("forest", 40),
        ("wetland", 12),
        ("scrub", 5),
        ("rock", 3),
    ]
    assert [one.share_pct for one in taken] == pytest.approx([100 * n / 60 for n in (40, 12, 5, 3)])
    assert [one.land_class.key for one in taken if one.is_not_estimated] == ["wetland", "scrub"]


def test_what_counts_0_is_warned_of_with_hectares_and_per_cent_and_peat_by_its_name():
    taken = land({(FOREST, PIT): 36, (WETLAND, PIT): 12, (SCRUB, PIT): 2})
    (warning,) = map(str, density_warnings(taken))
    assert warning.startswith("14.00 ha of disturbed land (28.0 %) have a carbon loss of 0")
    assert "Wetland 12.00 ha (24.0 %), possibly peat (Peat bogs)" in warning
    assert "Scrub 2.00 ha (4.0 %)" in warning


def test_where_all_counts_nothing_is_warned_of():
    assert density_warnings(land({(FOREST, PIT): 36, (ROCK, PIT): 4})) == []
    assert density_warnings(land({(PIT, DUMP): 4})) == []


def test_the_table_of_a_page_says_which_land_has_no_density():
    taken = land({(FOREST, PIT): 36, (WETLAND, PIT): 12})
    table = disturbed_land_table(taken, {})
    rows, fields = table.raw, [column.field for column in table.columns]
    assert len(fields) == len({*fields})
    assert [str(row["source"]) for row in rows] == ["Me", "not estimated: no carbon density"]
    assert [row["soil_tc_per_ha"] for row in rows] == [80, None]
    assert np.isclose(sum(row["area_ha"] for row in rows), 48)
