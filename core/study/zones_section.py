"""The section on the carbon zones; its small maps tell two kinds of unassigned land apart.

On a map of zones the land that no rule names is not all alike to a reader: what was a mine and
still is one is the mine, what was built and still is so is the town, and the rest is of no
concern. The zones, their numbers and their rasters know nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..base.arrays import Bytes
from ..base.dates import Period
from ..base.messages import Message, Term, Text
from ..base.numbers import percent
from ..mine.states import BUILT
from ..report.charts import stacked_chart
from ..report.figures import share_bars
from ..report.maps import Picture, picture, picture_shape
from ..report.parts import Section, ShownTable, crossed, known
from ..report.zones import zone_table
from ..results.zones import RECLAIMED, enhancement_parts
from ..scan.cell_raster import PairValues
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.classes import MINE, LandClass
from ..scheme.rules import Rules, unassigned_zone, zone_colour
from .study import Study

# What the maps of the periods are kept under, before their names.
ZONES = "zones "
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


def zone_thumbnails(
    series: Series, periods: Sequence[Period], rules: Rules
) -> dict[str, Thumbnail]:
    """A small map of the zones for each period."""
    table = ShownZones(rules).table
    shape = picture_shape(series.grid, series.window)
    return {
        ZONES + period.name: Thumbnail(series.window, shape, PairValues(period, table).of)
        for period in periods
    }


def zone_pictures(study: Study) -> tuple[list[Picture], list[tuple[Text, str]]]:
    """The maps of the periods, as far as the study has any, and what their colours mean."""
    zones = ShownZones(study.rules)
    colours, series = zones.colours(), study.series
    maps: list[Picture] = []
    held: set[int] = set()
    for period in study.cube.periods:
        thumbnail = study.consumers.thumbnails.get(ZONES + period.name)
        if thumbnail is not None:
            held |= set(np.unique(thumbnail.cells).tolist())
            cells = thumbnail.cells.astype(np.uint8)
            title: Text = period.name
            if maps and period == study.span:
                title = Message("{period} (whole span)", period=period.name)
            maps.append(picture(title, cells, colours, series.grid, series.window))
    legend: list[tuple[Text, str]] = [(z.name, zone_colour(z)) for z in study.rules.zones]
    legend += [(kind.name, kind.colour) for kind in zones.stayed if kind.value in held]
    return maps, legend


def zone_section(study: Study) -> Section:
    """Maps of the zones, and their shares by period."""
    periods = [period.name for period in study.cube.periods]
    zones, has_span = study.rules.zones, len(periods) > 1
    legend = [(zone.name, zone_colour(zone)) for zone in zones]
    by_zone = {(row["zone"], row["period"]): row for row in study.zones}
    rows = [[by_zone[zone.number, period] for period in periods] for zone in zones]
    # The zone holds two things that are of different use to whoever plans: say which is which.
    number, enhanced, unknown = _enhanced(study)
    total = study.cube.total_hectares
    areas = list(enhanced.items())
    shares = [
        (name, [None if area is None else percent(area, total) for area in by_period])
        for name, by_period in areas
    ]
    series = [
        share_bars(name, colour, periods, by_period)
        for (name, colour), by_period in zip(legend, rows)
    ]
    maps, map_legend = zone_pictures(study)

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
        return crossed(name, caption, column, periods, numbers, parts, has_span, unknown)

    return Section(
        "zones",
        Term("Carbon-sink functional zones"),
        maps=maps,
        map_legend=map_legend,
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
            zone_table(
                "zone-descriptions", Term("What the zones are, and what to do there"), zones
            ),
        ],
    )


def _enhanced(study: Study) -> tuple[int, dict[Term, list[float | None]], Text]:
    """The number of the zone of enhancement, its parts by period, and what is not known of them."""
    number, areas = enhancement_parts(study.cube, study.rules)
    parts: dict[Term, list[float | None]] = {name: [*part] for name, part in areas.items()}
    reclaimed = parts.get(RECLAIMED)
    if reclaimed is None or reclaimed[-1]:
        return number, parts, ""
    # It is in some period, or it would be no part.
    reclaimed[-1] = None
    why = Message(
        "A dash: land that was mined and reclaimed between {first} and {last} is not known by "
        "these two dates.",
        first=study.labels[0],
        last=study.labels[-1],
    )
    return number, parts, why
