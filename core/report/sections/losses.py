"""The section on the carbon that was lost to mining."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import Translate
from ...results.losses import SUMMED, loss_totals
from ..figures import Bars, hover, stacked_bars
from ..parts import Chart, Column, Row, Section, Table, listed, width_for
from ..rounding import shown

if TYPE_CHECKING:
    from ..study import Results


# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LOSSES = 60


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
