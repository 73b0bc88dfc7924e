"""The section on the carbon zones."""

from __future__ import annotations

from collections.abc import Mapping

from ..base.messages import Term
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
    places = [place for place, zone in enumerate(zones) if zone.number == number]
    areas = {place: list(enhanced.items()) for place in places}
    shares = {
        place: [(name, [percent(area, total) for area in own]) for name, own in enhanced.items()]
        for place in places
    }
    series = [share_bars(name, colour, periods, own) for (name, colour), own in zip(legend, rows)]
    maps, map_legend = zone_pictures(study)
    column = known("zone_name", colours=dict(legend))
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
            crossed(
                "zones-share",
                Term("Zone shares by period, %"),
                column,
                periods,
                [(zone.name, [row["share_pct"] for row in own]) for zone, own in zip(zones, rows)],
                shares,
                has_span,
            ),
            crossed(
                "zones-ha",
                Term("Zone areas by period, ha"),
                column,
                periods,
                [(zone.name, [row["area_ha"] for row in own]) for zone, own in zip(zones, rows)],
                areas,
                has_span,
            ),
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
