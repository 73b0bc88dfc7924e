"""Report sections on areas by date and land-use transfers, and stacked bar charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..base.numbers import FloatArray, compute_percent
from ..base.table import filter_rows
from ..results.results import Results
from ..scan.count_result import count_changes
from .chord_diagram import chord_figure, compute_chord_layout
from .heatmaps import MAX_NUMBERED_CLASSES, TransferMatrix, transfer_heatmap, transfer_legend
from .page import (
    Chart,
    Page,
    ReportTable,
    Section,
    Swatches,
    TableColumn,
    TableRow,
    cross_table,
    dictionary_column,
    min_chart_width,
    page_period_order,
    truncated_table,
)
from .plotly_figures import (
    MIN_COMPACT_DATES,
    BarSeries,
    DrawFunction,
    format_number,
    share_bars,
    stacked_bars,
    year_axis,
)
from .results_page import InputFile, create_results_page, format_dates, source_section
from .sankey import class_parts, group_parts, sankey_figure, select_flows, step_flows

# Labels of chart variants to choose from.
PER_YEAR_LABEL, TOTAL_LABEL = Term("per year"), Term("total")
ALL_LAND_LABEL, CHANGED_LAND_LABEL = Term("All land"), Term("Changed land only")
# A larger matrix is wider than a page, so the transfers are listed instead.
MAX_MATRIX_CLASSES = 14
MATRIX_NOTE = Term(
    "Rows: earlier class; columns: later class. Colour: changed area, same scale for all "
    "periods; unchanged land is grey and framed."
)
# If a larger share of the land is the same at both ends, the changes are shown first.
MIN_PERSISTENT_SHARE = 0.9
# Longer lists are truncated; the remaining rows are summarised.
MAX_LISTED_ROWS = 40


def stacked_chart(
    name: str,
    title: Text,
    labels: Sequence[Text],
    series: Sequence[BarSeries],
    axis: Text,
    note: Text = "",
    lying: bool = False,
    **how: Any,
) -> Chart:
    """Return a chart of stacked bars, one per label; `how` is passed on to stacked_bars."""
    span_last = how.get("span_last", False)
    lying = lying and year_axis(labels, span_last) is None
    draw = partial(stacked_bars, labels, series, axis, lying=lying, **how)
    width = 0 if lying else min_chart_width(labels, span_last)
    return Chart(name, title, [("", draw)], bar_legend(series), note, width)


def add_changed_land_variant(
    chart: Chart, of_changed: Chart | None, is_still: bool = False
) -> Chart:
    """Return a chart of shares of all land with the shares of changed land as a second variant.

    If the land `is_still`, changed land comes first.
    """
    if of_changed is None:
        return chart
    (_, all_land), (_, changed) = chart.variants[0], of_changed.variants[0]
    variants = [(ALL_LAND_LABEL, all_land), (CHANGED_LAND_LABEL, changed)]
    return replace(chart, variants=variants[::-1] if is_still else variants)


def bar_legend(series: Sequence[BarSeries]) -> Swatches:
    """Return the names and colours of bar series."""
    return [(bars.name, bars.colour) for bars in series]


def per_year_variants(
    years: Sequence[int | None],
    per_year: Text,
    in_all: Text,
    draw: Callable[[Text, Sequence[int]], DrawFunction],
) -> list[tuple[Text, DrawFunction]]:
    """Return chart variants of amounts by period: per year if all periods have years, and total.

    If all periods are one year long, both are the same. The last period may be the full
    period.

    `draw`: returns a figure, given its axis title and the divisor of each amount.
    """
    undivided = [1] * len(years)
    if not all(years):
        return [("", draw(in_all, undivided))]
    if set(years) == {1} or (len(years) >= MIN_COMPACT_DATES and set(years[:-1]) == {1}):
        return [("", draw(per_year, [n or 1 for n in years]))]
    return [
        (PER_YEAR_LABEL, draw(per_year, [n or 1 for n in years])),
        (TOTAL_LABEL, draw(in_all, undivided)),
    ]


def transfer_section(results: Results, output: Text = "TRANSFERS") -> Section:
    """Return the section of transfer matrices and flows; `output`: parameter of the full list."""
    order = page_period_order(results.cube.periods)
    charts = [_matrix_chart(results, order), flow_chart(results)]
    if chords := chord_chart(results, order):
        charts.append(chords)
    tables = [_matrix_table(results, n, n != order[0], output) for n in order]
    return Section("transfers", Term("Land-use transfer matrix"), charts=charts, tables=tables)


def _matrix_chart(results: Results, order: list[int]) -> Chart:
    """Return the transfer matrices as heat maps in this order, on a common colour scale."""
    cube = results.cube
    names = [land_class.name for land_class in results.classes]
    changes = ~np.eye(len(names), dtype=bool)
    most = max(float((square * changes).max()) for square in cube.hectares)
    variants, widest = list[tuple[Text, DrawFunction]](), 0
    for period_index in order:
        present, cells = cube.present_classes(cube.cells[period_index]), cube.cells[period_index]
        rows, columns = ([n for n in present if cells.sum(axis=axis)[n]] for axis in (1, 0))
        widest = max(widest, len(rows), len(columns))
        square = cube.hectares[period_index][np.ix_(rows, columns)]
        areas = [[float(area) for area in row] for row in square]
        transfers = TransferMatrix(rows, columns, names, areas, most)
        variants.append((cube.periods[period_index].name, partial(transfer_heatmap, transfers)))
    step = 18 if widest > MAX_NUMBERED_CLASSES else 42
    width = max(560, 190 + step * (widest + 1))
    title = Term("Transfer matrix, ha")
    return Chart("matrix", title, variants, transfer_legend(most), MATRIX_NOTE, width)


def _matrix_table(results: Results, period_index: int, folded: bool, output: Text) -> ReportTable:
    """Return the transfers of a period: a matrix with totals, or a list for many classes."""
    cube, period = results.cube, results.cube.periods[period_index]
    swatches = results.classes.colours_by_name()
    present, table_name = (
        cube.present_classes(cube.cells[period_index]),
        f"transfers-{period_index}",
    )
    if len(present) > MAX_MATRIX_CLASSES:
        transfers: list[Any] = [*filter_rows(results.transfers, "period", period.name)]
        transfers.sort(key=lambda row: -row["area_ha"])
        columns = [
            dictionary_column(column, colours=swatches) for column in ("from_class", "to_class")
        ]
        columns += map(dictionary_column, ("cells", "area_ha", "pct_of_from", "pct_of_to"))
        caption = Message("Conversions {period}, largest first", period=period.name)
        return truncated_table(
            table_name, caption, columns, transfers, MAX_LISTED_ROWS, output, folded
        )
    square = cube.hectares[period_index][np.ix_(present, present)]
    names = [results.classes[n].name for n in present]
    columns = [
        # Heading of the rows; it also explains the other headings.
        dictionary_column("from_class", Term("From (rows), to (columns)"), colours=swatches),
        *(TableColumn(name, f"to{n}", 2) for n, name in enumerate(names)),
        dictionary_column("Total"),
    ]
    # The total is summed over all cells, not over the row sums, so that its digits match other
    # tables.
    total = (Term("Total"), square.sum(axis=0), square.sum())
    lines: list[tuple[Text, FloatArray, float]] = [*zip(names, square, square.sum(axis=1)), total]
    rows: list[TableRow] = [
        {
            "from_class": name,
            **{f"to{n}": float(area) for n, area in enumerate(line)},
            "Total": float(sum_of_line),
            "is_total": isinstance(name, Term),
        }
        for name, line, sum_of_line in lines
    ]
    caption = Message("Transfer matrix {period}, ha", period=period.name)
    return ReportTable(table_name, caption, columns, rows, folded)


def flow_chart(results: Results) -> Chart:
    """Return the flows between dates: all land, changes only, by group, and single periods."""
    cube, steps, labels = results.cube, results.steps, results.labels
    periods = steps
    if len(labels) >= MIN_COMPACT_DATES:
        # So many dates would not fit the page: show all land at the first and last date only.
        steps, labels = [results.full_period], [labels[0], labels[-1]]
    classes, groups = class_parts(cube, steps), group_parts(cube, steps)
    flows, left_out = select_flows(classes, steps)
    changes, changes_left_out = select_flows(classes, steps, changes_only=True)
    variants: list[tuple[Text, DrawFunction]] = [
        (ALL_LAND_LABEL, partial(sankey_figure, classes, flows, steps, labels))
    ]
    # Whether the share of land with the same class at the first and last date exceeds the limit.
    total = cube.total_hectares
    is_still = bool(total) and float(np.trace(cube.hectares[-1])) / total > MIN_PERSISTENT_SHARE
    if changes:
        draw = partial(sankey_figure, classes, changes, steps, labels)
        # Changes come first where nearly all land is unchanged.
        variants.insert(0 if is_still else 1, (Term("Changes only"), draw))
    if len(groups.names) > 1:
        between, _ = select_flows(groups, steps)
        variants.append((Term("By group"), partial(sankey_figure, groups, between, steps, labels)))
    if steps is not periods:
        classes = class_parts(cube, periods)
        flows, _ = select_flows(classes, periods)
        changes, _ = select_flows(classes, periods, changes_only=True)
    for period_index, period in enumerate(periods if len(periods) > 1 else ()):
        ends = results.labels[period_index : period_index + 2]
        of_period = step_flows(changes if is_still else flows, period_index)
        if of_period:
            draw = partial(sankey_figure, classes, of_period, [period], ends)
            variants.append((period.name, draw))
    note: Text = left_out or ""
    if changes_left_out:
        note = Message(
            "{note} Changes only: smaller flows not shown: {count} ({area} ha, {share} % of "
            "the changed area).",
            **{**changes_left_out.values, "note": note},
        )
    title, width = Term("Land-use flows between dates, ha"), max(560, 170 * len(labels) + 120)
    return Chart("flows", title, variants, note=note, least_width=width)


def chord_chart(results: Results, order: Sequence[int]) -> Chart | None:
    """Return the chord diagrams of the periods in this order, or None if there are no changes."""
    periods = results.cube.periods
    parts = class_parts(results.cube, periods)
    of_periods = [
        (periods[n].name, compute_chord_layout(parts.hectares[n], len(order))) for n in order
    ]
    rings = [(name, ring) for name, ring in of_periods if ring]
    if not rings:
        return None
    note: Text = Term(
        "An arc is the area lost and gained by a class. Ribbons have the colour of the class "
        "that lost the area and stop short of the ring at the class that gained it; "
        "unchanged land is not shown. After Krzywinski et al. (2009)."
    )
    missing = max(ring.left_out for _, ring in rings)
    if missing:
        note = Message(
            "{note} The smallest conversions (at most {share} % of the changed area in "
            "total) are listed in the tables only.",
            note=note,
            share=format_number(missing, 2),
        )
    variants = [(name, partial(chord_figure, parts, ring, name)) for name, ring in rings]
    title = Term("Transitions between classes (chord diagram), ha")
    return Chart("chord", title, variants, note=note, least_width=700)


def share_section(results: Results) -> Section:
    """Return the section with areas and shares of the classes by date."""
    labels, colours = results.labels, results.classes.colours_by_row()
    # By class, its rows by date.
    classes = list(zip(*results.areas_by_date))
    names = [rows[0]["class"] for rows in classes]
    series = [
        share_bars(name, colours[rows[0]["value"], name], labels, rows)
        for name, rows in zip(names, classes)
    ]

    def chart(bars: Sequence[BarSeries], axis: Text) -> Chart:
        return stacked_chart("areas", Term("Area shares"), labels, bars, axis, most=100)

    changed = _changed_land_bars(results)
    of_changed = chart(changed, Term("Share of the land that changed its class, %"))
    all_land = chart(series, Term("Share of the analysed area, %"))
    column = dictionary_column("class", colours=results.classes.colours_by_name())
    areas = list(zip(names, ([row["area_ha"] for row in rows] for rows in classes)))
    shares = list(zip(names, ([row["share_pct"] for row in rows] for rows in classes)))
    charts = [add_changed_land_variant(all_land, of_changed if changed else None)]
    tables = [
        cross_table("areas-ha", Term("Area by class and date, ha"), column, labels, areas),
        cross_table("areas-share", Term("Share by class and date, %"), column, labels, shares),
    ]
    return Section("areas", Term("Area by class and date"), charts=charts, tables=tables)


def _changed_land_bars(results: Results) -> list[BarSeries]:
    """Return bars by date of the land that changed its class; empty without land-use histories."""
    histories = results.histories
    if not histories or len(results.labels) < 2:
        return []
    has_changed = count_changes(histories.classes_by_date) > 0
    hectares = np.where(has_changed, histories.hectares, 0.0)
    whole = float(hectares.sum())
    if not whole:
        return []
    colours = results.classes.colours_by_row()
    indices = {(c.value, c.name): index for index, c in enumerate(results.classes)}
    bars = []
    for row in results.areas_by_date[0]:
        key = row["value"], row["class"]
        areas = [float(hectares[at == indices[key]].sum()) for at in histories.classes_by_date]
        rows = [{"area_ha": area, "share_pct": compute_percent(area, whole)} for area in areas]
        bars.append(share_bars(row["class"], colours[key], results.labels, rows))
    return bars


def area_share_page(
    results: Results, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """Return the report page of the areashares algorithm."""
    sections = [share_section(results), source_section(results, provenance, files)]
    return create_results_page(
        Term("Area shares"), results, provenance, [], sections, subtitle=format_dates(results)
    )
