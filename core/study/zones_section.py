"""The section on the carbon zones: maps, and shares by period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from ..base.dates import Period
from ..base.messages import Message, Term, Text
from ..base.numbers import percent
from ..report.charts import stacked_chart
from ..report.figures import share_bars
from ..report.maps import Picture, picture, picture_shape
from ..report.parts import Row, Section, ShownColumn, ShownTable, crossed, known
from ..results.zones import RECLAIMED, ZoneRow, enhancement_parts, rows_of
from ..scan.cell_raster import PairValues
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.rules import Rules, zone_colour
from ..scheme.shown_zones import ShownZones
from .study import Study

# What the maps of the periods are kept under, before their names.
ZONES = "zones "
LASTING_PARTS = {
    "lasting_mined": Term("of which lasting mined land"),
    "lasting_built": Term("of which lasting built-up land"),
}


def zone_thumbnails(
    series: Series, periods: Sequence[Period], rules: Rules
) -> dict[str, Thumbnail]:
    """A small map of the zones for each period."""
    table = ShownZones(rules, series.named_classes).table
    shape = picture_shape(series.grid, series.window)
    return {
        ZONES + period.name: Thumbnail(series.window, shape, PairValues(period, table).of)
        for period in periods
    }


def zone_pictures(study: Study) -> tuple[list[Picture], list[tuple[Text, str]]]:
    """The maps of the periods, as far as the study has any, and what their colours mean."""
    zones, series = study.shown_zones.zones, study.series
    colours = {zone.number: zone_colour(zone) for zone in zones}
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
    return maps, [(zone.name, zone_colour(zone)) for zone in zones if zone.number in held]


def zone_section(study: Study) -> Section:
    """Maps of the zones, and their shares by period."""
    periods, shown = [period.name for period in study.cube.periods], study.shown_zones
    has_span = len(periods) > 1
    zones = study.possible_zones
    legend = [(zone.name, zone_colour(zone)) for zone in zones]
    by_zone = {(row["zone"], row["period"]): row for row in study.zones}
    rows = [[by_zone[zone.number, period] for period in periods] for zone in zones]
    number, enhanced, unknown = _enhanced(study)
    total = study.cube.total_hectares
    # The zones hold things that are of different use to whoever plans: say which is which.
    drawn = _drawn(study)
    lasting: list[tuple[Text, list[float | None]]] = [
        (LASTING_PARTS[zone.key], [row["area_ha"] for row in by_period])
        for zone, by_period in zip(shown.possible, drawn)
        if zone in shown.lasting
    ]
    held = {number: list(enhanced.items()), shown.unassigned: lasting}
    series = [
        share_bars(zone.name, zone_colour(zone), periods, by_period)
        for zone, by_period in zip(shown.possible, drawn)
    ]
    maps, map_legend = zone_pictures(study)

    def table(name: str, caption: Text, field: Literal["share_pct", "area_ha"]) -> ShownTable:
        numbers = [
            (zone.name, [row[field] for row in by_period]) for zone, by_period in zip(zones, rows)
        ]
        parts = {
            place: [
                (name, [_percent(area, total) for area in areas] if field == "share_pct" else areas)
                for name, areas in held.get(zone.number, ())
            ]
            for place, zone in enumerate(zones)
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
                Term("Share of the area analysed, %"),
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


def _drawn(study: Study) -> list[list[ZoneRow]]:
    """Areas and shares of what the maps show, by period."""
    zones, cube = study.shown_zones, study.cube
    table = zones.table(cube.classes)
    of_periods = (rows_of(cube, n, zones.possible, table) for n in range(len(cube.periods)))
    return [list(rows) for rows in zip(*of_periods)]


def _enhanced(study: Study) -> tuple[int, dict[Text, list[float | None]], Text]:
    """The number of the zone of enhancement, its parts by period, and what is not known of them."""
    number, areas = enhancement_parts(study.cube, study.rules)
    parts: dict[Text, list[float | None]] = {name: [*part] for name, part in areas.items()}
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


def _percent(area: float | None, total: float) -> float | None:
    return None if area is None else percent(area, total)


def _descriptions(study: Study, colours: Mapping[str, str]) -> list[ShownTable]:
    """What the zone table says of each zone, where it says anything."""
    rows: list[Row] = [
        {"zone_name": zone.name, "description": zone.description or None}
        for zone in study.possible_zones
        if zone.description
    ]
    if not rows:
        return []
    caption = Term("What the zones are, and what to do there")
    description = ShownColumn(Term("Description"), "description")
    columns = [known("zone_name", colours=colours), description]
    return [ShownTable("zone-descriptions", caption, columns, rows)]
