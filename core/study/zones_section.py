"""The section on the carbon zones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ..base.messages import Term, Text
from ..base.numbers import percent
from ..report.charts import stacked_chart
from ..report.figures import share_bars
from ..report.parts import Row, Section, ShownColumn, ShownTable, crossed, known
from ..results.zones import enhancement_parts
from ..scheme.zones import zone_colour
from .study import Study
from .zone_maps import zone_pictures


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
        return crossed(name, caption, column, periods, numbers, parts, has_span)

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
            *_descriptions(study, dict(legend)),
        ],
    )


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
