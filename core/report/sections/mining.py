"""The sections on mined land and on the carbon that was lost to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import Translate
from ...results.losses import SUMMED, loss_totals
from ...scheme.classes import MINE
from ..figures import Bars, hover, stacked_bars
from ..parts import Chart, Column, Row, Section, Table, listed, width_for
from ..rounding import shown
from .shares import by_date

if TYPE_CHECKING:
    from ..study import Results

# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LOSSES = 60


def damage_section(results: Results, tr: Translate) -> Section:
    """Mined land by class and date."""
    colours = results.classes.colours_by_row()
    mined = {(c.value, c.name) for c in results.classes if c.group == MINE}
    dates = by_date(results.areas)
    spots = [p for p, row in enumerate(dates[0]) if (row["value"], row["class"]) in mined]
    section = Section("damage", tr("Damaged land"))
    if not spots:
        section.sentences = [tr("No land is mined at any date.")]
        return section
    sums = [sum(date[p]["area_ha"] for p in spots) for date in dates]
    shares = [100 * area / results.cube.total_hectares for area in sums]
    series = []
    for p in spots:
        name = dates[0][p]["class"]
        own = [date[p] for date in dates]
        series.append(
            Bars(
                name,
                colours[own[0]["value"], name],
                [row["area_ha"] for row in own],
                [
                    hover(
                        f"{name}, {label}",
                        f"{shown(row['area_ha'], 1)} ha",
                        tr("{share} % of the area that counts").format(
                            share=shown(row["share_pct"], 2)
                        ),
                    )
                    for row, label in zip(own, results.labels)
                ],
            )
        )
    figure = stacked_bars(
        results.labels,
        series,
        tr("Mined land, ha"),
        tops=[f"{shown(area, 0)} ha\n{shown(share, 1)} %" for area, share in zip(sums, shares)],
    )
    legend = [(bars.name, bars.colour) for bars in series]
    columns = [
        Column(tr("Class"), "class", colours=dict(legend)),
        *(Column(f"{label}, ha", f"date{n}", 2) for n, label in enumerate(results.labels)),
        *(Column(f"{label}, %", f"share{n}", 2) for n, label in enumerate(results.labels)),
    ]
    rows: list[Row] = [
        {
            "class": dates[0][p]["class"],
            **{f"date{n}": date[p]["area_ha"] for n, date in enumerate(dates)},
            **{f"share{n}": date[p]["share_pct"] for n, date in enumerate(dates)},
        }
        for p in spots
    ]
    rows.append(
        {
            "class": tr("Total"),
            **{f"date{n}": area for n, area in enumerate(sums)},
            **{f"share{n}": share for n, share in enumerate(shares)},
            "total": True,
        }
    )
    section.sentences = [tr("Damaged land is the land of all classes of group 'mine'.")]
    section.charts = [
        Chart(
            "damaged",
            tr("Mined land by date, ha"),
            [("", figure)],
            legend,
            least_width=width_for(len(dates)),
        )
    ]
    section.tables = [Table("damage-areas", tr("Mined land by class and date"), columns, rows)]
    return section


def loss_section(results: Results, tr: Translate) -> Section:
    """Carbon lost by sink class and period."""
    section = Section("losses", tr("Carbon losses"))
    if not results.losses:
        section.sentences = [tr("In no period did mining take land of a carbon sink.")]
        return section
    periods = [period.name for period in results.cube.periods]
    colours = results.classes.colours_by_name()
    sinks = list(dict.fromkeys(row["from_class"] for row in results.losses))
    sums = {
        (period, sink): loss_totals(
            [row for row in results.losses if row["from_class"] == sink], period
        )
        for period in periods
        for sink in sinks
    }
    series = [
        Bars(
            sink,
            colours[sink],
            [sums[period, sink]["total_loss_tc"] for period in periods],
            [
                hover(
                    f"{sink}, {period}",
                    f"{shown(sums[period, sink]['total_loss_tc'], 1)} t C",
                    f"{shown(sums[period, sink]['total_loss_tco2'], 1)} t CO\u2082",
                    f"{shown(sums[period, sink]['area_ha'], 1)} ha",
                )
                for period in periods
            ],
        )
        for sink in sinks
    ]
    totals = {period: loss_totals(results.losses, period) for period in periods}
    figure = stacked_bars(
        periods,
        series,
        tr("Carbon lost, t C"),
        tops=[shown(totals[period]["total_loss_tc"], 0) for period in periods],
    )
    labels = {
        "area_ha": (tr("Area, ha"), 2),
        "soil_loss_tc": (tr("Soil, t C"), 1),
        "vegetation_loss_tc": (tr("Vegetation, t C"), 1),
        "total_loss_tc": (tr("Total, t C"), 1),
        "total_loss_tco2": (tr("Total, t CO\u2082"), 1),
    }
    numbers = [Column(labels[name][0], name, labels[name][1]) for name in SUMMED]
    rows: list[Row] = []
    for period in periods:
        rows += [{"period": period, "class": sink, **sums[period, sink]} for sink in sinks]
        rows.append({"period": period, "class": tr("Total"), **totals[period], "total": True})
    by_sink = [Column(tr("Period"), "period"), Column(tr("Sink class"), "class", colours=colours)]
    in_full = [
        Column(tr("Period"), "period"),
        Column(tr("Sink class"), "from_class", colours=colours),
        Column(tr("Taken by"), "to_class", colours=colours),
        numbers[0],
        Column(tr("Soil, t C/ha"), "soil_tc_per_ha", 3),
        Column(tr("Vegetation, t C/ha"), "vegetation_tc_per_ha", 3),
        *numbers[1:],
    ]
    section.sentences = [
        tr(
            "Carbon is lost where mining took land of a carbon sink: hectares times the densities "
            "of soil and vegetation. A tonne of carbon is 44/12 tonnes of carbon dioxide."
        )
    ]
    if len(periods) > 1:
        section.sentences.append(
            tr(
                "The losses of the periods do not add up to that of the span: land is mined, "
                "reclaimed and mined again."
            )
        )
    in_order = results.losses
    if len(in_order) > MOST_LOSSES:
        in_order = sorted(in_order, key=lambda row: -row["area_ha"])
    legend = [(sink, colours[sink]) for sink in sinks]
    section.charts = [
        Chart(
            "carbon",
            tr("Carbon lost by period, t C"),
            [("", figure)],
            legend,
            least_width=width_for(len(periods)),
        )
    ]
    section.tables = [
        Table(
            "losses-sinks", tr("Carbon losses by period and sink class"), [*by_sink, *numbers], rows
        ),
        listed(
            "losses-full",
            tr("Carbon losses by sink class and mine class"),
            in_full,
            in_order,
            MOST_LOSSES,
            "LOSSES",
            tr,
            folded=True,
        ),
    ]
    return section
