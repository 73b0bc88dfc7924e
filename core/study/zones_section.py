"""The section on the carbon zones; its small maps tell two kinds of unassigned land apart.

On a map of zones the land that no rule names is not all alike to a reader: what was a mine and
still is one is the mine, what was built and still is so is the town, and the rest is of no
concern. The zones, their numbers and their rasters know nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..base.arrays import Bytes
from ..base.messages import Message, Term, Text
from ..base.numbers import percent
from ..mine.states import BUILT
from ..report.charts import stacked_chart
from ..report.figures import share_bars
from ..report.maps import LARGEST_SIDE, Frame, Picture
from ..report.parts import Row, Section, ShownColumn, ShownTable, crossed, known
from ..report.years import FEW, MANY, evenly
from ..results.zones import enhancement_parts
from ..scheme.classes import MINE, LandClass
from ..scheme.rules import Rules, unassigned_zone, zone_colour
from .study import Study

LARGEST_BYTE = 255
# Dark and grey; they differ from the default zones for all eyes, and in grey.
STAYED_COLOURS = {MINE: "#3b1507", BUILT: "#94999f"}


@dataclass(frozen=True)
class Stayed:
    """Unassigned land of one group at both dates; `value` is its number in a map."""

    value: int
    group: str
    name: Text

    @property
    def colour(self) -> str:
        return STAYED_COLOURS[self.group]


class ShownZones:
    """The zones as a map shows them."""

    def __init__(self, rules: Rules):
        self._rules = rules
        self._unassigned = unassigned_zone(rules.zones)
        zone, used = self._unassigned.name, {zone.number for zone in rules.zones}
        names = {
            MINE: Message("{zone}: was and is mined land", zone=zone),
            BUILT: Message("{zone}: was and is built-up land", zone=zone),
        }
        # Where a table has so many zones that no number is left, they are not told apart.
        free = [number for number in range(LARGEST_BYTE, 0, -1) if number not in used]
        self.stayed = [Stayed(value, *kind) for value, kind in zip(free, names.items())]

    def table(self, classes: Iterable[LandClass]) -> Bytes:
        """What a map shows by from-class and to-class, shape (n, n): zone numbers, and values of
        `stayed`."""
        classes = list(classes)
        shown = self._rules.zone_table(classes)
        unassigned = shown == self._unassigned.number
        for kind in self.stayed:
            is_of_group = np.array([one.group == kind.group for one in classes], bool)
            shown[unassigned & is_of_group[:, None] & is_of_group] = kind.value
        return shown

    def colours(self) -> dict[int, str]:
        """#rrggbb by value."""
        zones = {zone.number: zone_colour(zone) for zone in self._rules.zones}
        return {**zones, **{kind.value: kind.colour for kind in self.stayed}}


def add_zone_maps(section: Section, study: Study) -> None:
    """The maps of the periods, as far as the study has any, and what their colours mean."""
    maps, zones, periods = study.maps, ShownZones(study.rules), study.cube.periods
    if maps is None:
        return
    table, colours = zones.table(study.classes), zones.colours()
    held: set[int] = set()

    def draw(place: int, frame: Frame, side: int) -> Picture:
        period = periods[place]
        values = table[maps.classes[period.earlier], maps.classes[period.later]]
        held.update(np.unique(values[1:]).tolist())
        # No zone has the number 0.
        values[0] = 0
        title: Text = period.name
        if place and period == study.span:
            title = Message("{period} (whole span)", period=period.name)
        is_small = section.small_maps
        return maps.drawn(title, values, colours, frame, side if is_small else LARGEST_SIDE)

    # The span is always among those that are shown.
    steps = len(study.steps)
    shown = [*range(steps)]
    if len(study.dates) >= MANY:
        shown, section.small_maps = evenly(steps, FEW - 1), True
    if len(periods) > steps:
        shown.append(steps)
    labels = [period.name for period in periods]
    section.maps, section.map_choices = maps.of_many(labels, shown, draw)
    names: list[tuple[int, Text, str]] = [
        (zone.number, zone.name, zone_colour(zone)) for zone in study.rules.zones
    ]
    names += [(kind.value, kind.name, kind.colour) for kind in zones.stayed]
    section.map_legend = [(name, colour) for value, name, colour in names if value in held]


def zone_section(study: Study) -> Section:
    """Maps of the zones, and their shares by period."""
    periods = [period.name for period in study.cube.periods]
    zones, has_span = study.rules.zones, len(periods) > 1
    legend = [(zone.name, zone_colour(zone)) for zone in zones]
    by_zone = {(row["zone"], row["period"]): row for row in study.zones}
    rows = [[by_zone[zone.number, period] for period in periods] for zone in zones]
    number, enhanced = enhancement_parts(study.cube, study.rules)
    total = study.cube.total_hectares
    # The zone holds two things that are of different use to whoever plans: say which is which.
    areas = list(enhanced.items())
    shares = [(name, [percent(area, total) for area in by_period]) for name, by_period in areas]
    series = [
        share_bars(name, colour, periods, by_period)
        for (name, colour), by_period in zip(legend, rows)
    ]

    def table(name: str, caption: Text, field: Literal["share_pct", "area_ha"]) -> ShownTable:
        numbers = [
            (zone.name, [row[field] for row in by_period]) for zone, by_period in zip(zones, rows)
        ]
        parts = {
            place: shares if field == "share_pct" else areas
            for place, zone in enumerate(zones)
            if zone.number == number
        }
        column = known("zone_name", colours=dict(legend))
        return crossed(name, caption, column, periods, numbers, parts, has_span)

    section = Section(
        "zones",
        Term("Carbon-sink functional zones"),
        charts=[
            stacked_chart(
                "zone-shares",
                Term("Zone shares by period, %"),
                periods,
                series,
                Term("Share of the area that counts, %"),
                lying=True,
                most=100,
                span_last=has_span,
            )
        ],
        tables=[
            table("zones-share", Term("Zone shares by period, %"), "share_pct"),
            table("zones-ha", Term("Zone areas by period, ha"), "area_ha"),
            *_descriptions(study, dict(legend)),
        ],
    )
    add_zone_maps(section, study)
    return section


def _descriptions(study: Study, colours: Mapping[str, str]) -> list[ShownTable]:
    """What the zone table says of each zone, where it says anything."""
    rows: list[Row] = [
        {"zone_name": zone.name, "description": zone.description or None}
        for zone in study.rules.zones
    ]
    if not any(row["description"] for row in rows):
        return []
    caption = Term("What the zones are, and what to do there")
    description = ShownColumn(Term("Description"), "description")
    columns = [known("zone_name", colours=colours), description]
    return [ShownTable("zone-descriptions", caption, columns, rows)]
