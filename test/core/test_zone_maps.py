"""The report's maps of the zones against the zone of every single cell."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.report.report_maps import history_thumbnail
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import default_classes, default_zones
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.zone_rules import MapZones, Zone, read_rules, zone_colour
from carbon_zones.core.study.land_sections import zone_section
from carbon_zones.core.study.study import Study, StudyConsumers
from carbon_zones.test.core.pages import cells_of, series_of
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import table

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
