"""The sections on the carbon zones and on the land that no rule puts into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import Translate
from ...scheme.zones import zone_colour
from ..figures import Bars, hover, stacked_bars
from ..maps import Picture
from ..parts import Chart, Column, Row, Section, Table
from ..rounding import shown
from .shares import LEAST_NUMBERED, Measure

if TYPE_CHECKING:
    from ..study import Results


def zone_section(results: Results, pictures: list[Picture], tr: Translate) -> Section:
    """Maps of the zones, and their shares by period."""
    periods = [period.name for period in results.cube.periods]
    rows = {(row["period"], row["zone"]): row for row in results.zones}
    zones = results.rules.zones
    legend = [(zone.name, zone_colour(zone)) for zone in zones]
    series = []
    for zone in zones:
        own = [rows[period, zone.number] for period in periods]
        shares = [row["share_pct"] or 0.0 for row in own]
        series.append(
            Bars(
                zone.name,
                zone_colour(zone),
                shares,
                [
                    hover(
                        f"{zone.name}, {row['period']}",
                        f"{shown(row['share_pct'], 2)} %",
                        f"{shown(row['area_ha'], 1)} ha",
                    )
                    for row in own
                ],
                [f"{share:.1f}" if share >= LEAST_NUMBERED else "" for share in shares],
            )
        )
    figure = stacked_bars(
        periods, series, tr("Share of the area that counts, %"), lying=True, most=100
    )
    tables = []
    shown_columns: list[tuple[str, str, Measure]] = [
        ("zones-share", tr("Zone shares by period, %"), "share_pct"),
        ("zones-ha", tr("Zone areas by period, ha"), "area_ha"),
    ]
    for name, caption, column in shown_columns:
        columns = [
            Column(tr("Zone"), "zone", colours=dict(legend)),
            *(Column(period, f"period{n}", 2) for n, period in enumerate(periods)),
        ]
        body: list[Row] = [
            {
                "zone": zone.name,
                **{f"period{n}": rows[p, zone.number][column] for n, p in enumerate(periods)},
            }
            for zone in zones
        ]
        sums = {
            f"period{n}": sum(rows[p, zone.number][column] or 0.0 for zone in zones)
            for n, p in enumerate(periods)
        }
        body.append({"zone": tr("Total"), **sums, "total": True})
        tables.append(Table(name, caption, columns, body))
    return Section(
        "zones",
        tr("Carbon-sink functional zones"),
        maps=pictures,
        map_legend=legend,
        charts=[Chart("zone-shares", tr("Zone shares by period, %"), [("", figure)], legend)],
        tables=tables,
    )
