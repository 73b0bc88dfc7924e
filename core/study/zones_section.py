"""The section on the carbon zones: maps, and shares by period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from ..base.messages import Message, Term, Text
from ..base.numbers import Bytes, Ints, percent
from ..report.charts import stacked_chart, with_changed_land
from ..report.coefficients import zone_table
from ..report.figures import Bars, SharedRow, share_bars
from ..report.maps import LARGEST_SIDE, Frame, Picture
from ..report.parts import Chart, Section, ShownTable, crossed, known
from ..report.years import FEW, MANY, evenly
from ..results.zones import RECLAIMED, ZoneRow, enhancement_parts, rows_of
from ..scan.census import TransitionCube
from ..scheme.rules import zone_colour
from .study import Study

LASTING_PARTS = {
    "lasting_mined": Term("of which lasting mined land"),
    "lasting_built": Term("of which lasting built-up land"),
}


def add_zone_maps(section: Section, study: Study) -> None:
    """The maps of the periods, as far as the study has any, and what their colours mean."""
    maps, zones, periods = study.maps, study.shown_zones, study.cube.periods
    if maps is None:
        return
    table = zones.table(study.classes)
    colours = {zone.value: zone_colour(zone) for zone in zones.zones}
    shown_numbers: set[int] = set()

    def draw(index: int, frame: Frame, side: int) -> Picture:
        period = periods[index]

        def values(classes: Ints) -> Bytes:
            of_histories: Bytes = table[classes[period.earlier], classes[period.later]]
            shown_numbers.update(map(int, np.unique(of_histories[1:])))
            # No zone has the number 0.
            of_histories[0] = 0
            return of_histories

        title: Text = period.name
        if index and period == study.span:
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
    section.frame(maps)
    section.map_legend = [
        (zone.name, zone_colour(zone)) for zone in zones.zones if zone.value in shown_numbers
    ]


def zone_section(study: Study) -> Section:
    """Maps of the zones, and their shares by period."""
    periods, shown = [period.name for period in study.cube.periods], study.shown_zones
    has_span = len(periods) > 1
    zones = study.possible_zones
    legend = [(zone.name, zone_colour(zone)) for zone in zones]
    by_zone = {(row["zone"], row["period"]): row for row in study.zones}
    rows = [[by_zone[zone.value, period] for period in periods] for zone in zones]
    enhancement, enhanced, unknown = _enhanced(study)
    total = study.cube.total_hectares
    # The zones hold things that are of different use to whoever plans: say which is which.
    drawn = _by_zone(study, study.cube)
    lasting: list[tuple[Text, list[float | None]]] = [
        (LASTING_PARTS[zone.key], [row["area_ha"] for row in by_period])
        for zone, by_period in zip(shown.possible, drawn)
        if zone in shown.lasting
    ]
    parts_of = {enhancement: list(enhanced.items()), shown.unassigned: lasting}
    series, changed = _bars(study, drawn), _of_changed_land(study)

    def table(name: str, caption: Text, field: Literal["share_pct", "area_ha"]) -> ShownTable:
        values = [
            (zone.name, [row[field] for row in by_period]) for zone, by_period in zip(zones, rows)
        ]

        def in_field(areas: list[float | None]) -> list[float | None]:
            if field == "area_ha":
                return areas
            return [None if area is None else percent(area, total) for area in areas]

        parts = {
            index: [(name, in_field(areas)) for name, areas in parts_of.get(zone.value, ())]
            for index, zone in enumerate(zones)
        }
        column = known("zone_name", colours=dict(legend))
        return crossed(name, caption, column, periods, values, parts, has_span, unknown)

    def chart_of(bars: Sequence[Bars], axis: Text) -> Chart:
        title = Term("Zone shares by period, %")
        return stacked_chart(
            "zone-shares", title, periods, bars, axis, lying=True, most=100, span_last=has_span
        )

    section = Section(
        "zones",
        Term("Carbon-sink functional zones"),
        charts=[
            with_changed_land(
                chart_of(series, Term("Share of the area analysed, %")),
                chart_of(changed, Term("Share of the land that changed its class, %"))
                if changed
                else None,
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
    add_zone_maps(section, study)
    return section


def _by_zone(study: Study, cube: TransitionCube) -> list[tuple[ZoneRow, ...]]:
    """Areas of what the maps show, zone by zone, for each period of a cube."""
    zones = study.shown_zones
    table = zones.table(cube.classes)
    return list(zip(*(rows_of(cube, n, zones.possible, table) for n in range(len(cube.periods)))))


def _bars(study: Study, by_zone: Sequence[Sequence[SharedRow]]) -> list[Bars]:
    """Bars of what the maps show, by period."""
    periods = [period.name for period in study.cube.periods]
    return [
        share_bars(zone.name, zone_colour(zone), periods, rows)
        for zone, rows in zip(study.shown_zones.possible, by_zone)
    ]


def _of_changed_land(study: Study) -> list[Bars]:
    """Bars of the land that changed its class in a period; none where no land did."""
    cube = study.cube.of_changed_land
    sums = [float(hectares.sum()) for hectares in cube.hectares]
    if not any(sums):
        return []
    by_zone: list[list[SharedRow]] = [
        [
            {"area_ha": row["area_ha"], "share_pct": percent(row["area_ha"], whole)}
            for row, whole in zip(rows, sums)
        ]
        for rows in _by_zone(study, cube)
    ]
    return _bars(study, by_zone)


def _enhanced(study: Study) -> tuple[int, dict[Text, list[float | None]], Text]:
    """The number of the zone of enhancement, its parts by period, and what is not known of them."""
    value, areas = enhancement_parts(study.cube, study.rules)
    parts: dict[Text, list[float | None]] = {name: [*part] for name, part in areas.items()}
    reclaimed = parts.get(RECLAIMED)
    if reclaimed is None or reclaimed[-1]:
        return value, parts, ""
    # It is in some period, or it would be no part.
    reclaimed[-1] = None
    why = Message(
        "A dash: land that was mined and reclaimed between {first} and {last} is not known by "
        "these two dates.",
        first=study.labels[0],
        last=study.labels[-1],
    )
    return value, parts, why
