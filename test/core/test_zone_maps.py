"""The report's maps of the zones against the zone of every single cell."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.core.base.dates import periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.report.maps import land_thumbnail
from carbon_zones.core.scan.count import count
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import default_classes, default_table, default_zones
from carbon_zones.core.scheme.disturbing_classes import DisturbingClasses
from carbon_zones.core.scheme.rules import Zone, read_rules, read_zones, zone_colour
from carbon_zones.core.study.study import Study
from carbon_zones.core.study.study_consumers import StudyConsumers
from carbon_zones.core.study.zones_section import STAYED_COLOURS, ShownZones, zone_section
from carbon_zones.test.core.pages import cells_of, series_of
from carbon_zones.test.core.support import table

PAPER = [c for _, c in default_classes()]
BUILT, MINE = ("urban", "rural", "transport"), ("open_pit", "stripping", "dump", "industrial")


def default_rules(classes=PAPER):
    return read_rules(default_table("rules.csv"), default_zones(), Classes(classes), Notes())


def test_unassigned_land_that_stayed_a_mine_or_built_has_a_value_of_its_own():
    rules = default_rules()
    zones, shown = rules.zone_table(PAPER), ShownZones(rules)
    values = {kind.group: kind.value for kind in shown.stayed}
    found = shown.table(PAPER)
    for i, one in enumerate(PAPER):
        for j, other in enumerate(PAPER):
            wanted = int(zones[i, j])
            if one.key in MINE and other.key in MINE:
                wanted = values["mine"]
            if one.key in BUILT and other.key in BUILT:
                wanted = values["built"]
            assert found[i, j] == wanted, (one, other)
    assert not set(values.values()) & {zone.number for zone in rules.zones}
    # The zones themselves know nothing of it.
    assert set(np.unique(rules.zone_table(PAPER))) == {1, 2, 3, 4, 5}


def test_land_that_a_rule_assigns_stays_in_its_zone():
    zones = default_zones()
    rules = read_rules(table("r", "from,to,zone\n@mine,@mine,4"), zones, Classes(PAPER), Notes())
    found = ShownZones(rules).table(PAPER)
    places = [n for n, c in enumerate(PAPER) if c.group == "mine"]
    assert (found[np.ix_(places, places)] == 4).all()


def test_where_no_number_is_left_they_are_not_told_apart():
    zones = [Zone(n, f"z{n}", f"Z {n}") for n in range(1, 255)] + [Zone(255, "unassigned", "U")]
    rules = read_rules(table("r", "from,to,zone\n@sink,=,1"), zones, Classes(PAPER), Notes())
    assert ShownZones(rules).stayed == []
    assert set(np.unique(ShownZones(rules).table(PAPER))) == {1, 255}


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
    spans = periods(series.dates)
    consumers = StudyConsumers(land=land_thumbnail(series))
    census = count(series, spans, consumers.all)
    study = Study(series, census, rules, {}, DisturbingClasses(), consumers)
    section = zone_section(study)
    maps, legend = section.maps, section.map_legend
    titles = ["1990-2000", "2000-2010", "1990-2010 (whole span)"]
    assert [str(drawn.title) for drawn in maps] == titles
    colours = {zone.number: zone_colour(zone) for zone in default_zones()}
    wanted = {(1, 1): colours[1], (1, 2): colours[4], (2, 1): colours[2]}
    wanted |= {(2, 2): "#3b1507", (3, 3): "#94999f"}
    for drawn, (one, other) in zip(maps, ((0, 1), (1, 2), (0, 2))):
        cells = cells_of(drawn, tmp_path)
        assert cells.shape == (40, 30)
        palette = ShownZones(rules).colours()
        # 0 is a class of no name here, like any other.
        pairs = zip(arrays[one].ravel().tolist(), arrays[other].ravel().tolist())
        for pair, cell in zip(pairs, cells.ravel()):
            assert palette[cell] == wanted.get(pair, colours[5]), pair
    words = [(str(name), colour) for name, colour in legend]
    # What no map has is not in the legend.
    occurring = [1, 2, 4, 5] if is_mined else [1, 5]
    zones = [(z.name, z.colour) for z in default_zones() if z.number in occurring]
    mine_and_town = [
        ("Unassigned: was and is mined land", "#3b1507"),
        ("Unassigned: was and is built-up land", "#94999f"),
    ]
    assert words == [*zones, *(mine_and_town if is_mined else [])]


def test_a_study_without_maps_has_none(tmp_path):
    series = series_of(tmp_path / "in", [[[1]], [[2]]], [("1990", "a"), ("2000", "b")])
    rules = default_rules(series.classes)
    census = count(series, periods(series.dates))
    study = Study(series, census, rules, {}, DisturbingClasses(), StudyConsumers())
    assert zone_section(study).maps == []


def test_names_are_those_of_the_users_zones():
    zones = read_zones(table("z", "zone,key,name\n1,a,A\n7,unassigned,Left over"))
    rules = read_rules(table("r", "from,to,zone\n@sink,=,1"), zones, Classes(PAPER), Notes())
    assert [str(kind.name) for kind in ShownZones(rules).stayed] == [
        "Left over: was and is mined land",
        "Left over: was and is built-up land",
    ]
    assert [kind.colour for kind in ShownZones(rules).stayed] == list(STAYED_COLOURS.values())
