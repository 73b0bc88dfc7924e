"""Sections on areas over time and on what became of what, and charts of stacked bars."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..base.numbers import Floats, percent
from ..base.table import rows_with
from ..results.results import Results
from ..scan.count_result import times_changed
from .chord import chord, ring_of
from .heatmaps import MOST_NUMBERED, Transfers, transfer_legend, transfer_square
from .page import (
    Chart,
    Page,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    Swatches,
    crossed,
    first_rows,
    known,
    span_first,
    width_for,
)
from .plotly_figures import MANY, Bars, Draw, rounded, share_bars, stacked_bars, year_axis
from .results_page import InputFile, dated_page, dates_of, source_section
from .sankey import chosen_flows, class_parts, group_parts, of_step, sankey

# What a chart is of, where it can be chosen.
PER_YEAR, IN_ALL = Term("per year"), Term("total")
ALL_LAND, CHANGED_LAND = Term("All land"), Term("Changed land only")
# A square of more classes is wider than a page; then the transfers are listed.
MOST_SQUARE = 14
SQUARE_NOTE = Term(
    "Rows: earlier class; columns: later class. Colour: changed area, same scale for all "
    "periods; unchanged land is grey and framed."
)
# Where more than this share of the land is the same at both ends, changes are what is shown first.
STILL = 0.9
# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 40


def stacked_chart(
    name: str,
    title: Text,
    labels: Sequence[Text],
    series: Sequence[Bars],
    axis: Text,
    note: Text = "",
    lying: bool = False,
    **how: Any,
) -> Chart:
    """A chart of stacked bars, a place for each label; `how` is what else stacked_bars takes."""
    span_last = how.get("span_last", False)
    lying = lying and year_axis(labels, span_last) is None
    draw = partial(stacked_bars, labels, series, axis, lying=lying, **how)
    width = 0 if lying else width_for(labels, span_last)
    return Chart(name, title, [("", draw)], legend_of(series), note, width)


def with_changed_land(chart: Chart, of_changed: Chart | None) -> Chart:
    """A chart of shares of all land, from which one of the shares of changed land can be chosen."""
    if of_changed is None:
        return chart
    (_, all_land), (_, changed) = chart.variants[0], of_changed.variants[0]
    return replace(chart, variants=[(ALL_LAND, all_land), (CHANGED_LAND, changed)])


def legend_of(series: Sequence[Bars]) -> Swatches:
    """Names and colours of the bars."""
    return [(bars.name, bars.colour) for bars in series]


def by_years(
    years: Sequence[int | None],
    per_year: Text,
    in_all: Text,
    draw: Callable[[Text, Sequence[int]], Draw],
) -> list[tuple[Text, Draw]]:
    """Figures of amounts by period: per year where all periods have years, and in all.

    Where each is of one year, these are the same. The last period may be the whole span.

    `draw`: makes a figure, given the title of its axis and what the amounts are to be divided by.
    """
    undivided = [1] * len(years)
    if not all(years):
        return [("", draw(in_all, undivided))]
    if set(years) == {1} or (len(years) >= MANY and set(years[:-1]) == {1}):
        return [("", draw(per_year, [n or 1 for n in years]))]
    return [(PER_YEAR, draw(per_year, [n or 1 for n in years])), (IN_ALL, draw(in_all, undivided))]


def transfer_section(results: Results, output: Text = "TRANSFERS") -> Section:
    """The transfer matrix of every period, and what flowed where; `output` has all transfers."""
    order = span_first(results.cube.periods)
    charts = [_matrix_chart(results, order), flow_chart(results)]
    if chords := chord_chart(results, order):
        charts.append(chords)
    tables = [_matrix_table(results, n, n != order[0], output) for n in order]
    return Section("transfers", Term("Land-use transfer matrix"), charts=charts, tables=tables)


def _matrix_chart(results: Results, order: list[int]) -> Chart:
    """The transfer matrices as heat maps, in this order, all to one scale of colours."""
    cube = results.cube
    names = [land_class.name for land_class in results.classes]
    changes = ~np.eye(len(names), dtype=bool)
    most = max(float((square * changes).max()) for square in cube.hectares)
    variants, widest = list[tuple[Text, Draw]](), 0
    for period_index in order:
        present, cells = cube.present(cube.cells[period_index]), cube.cells[period_index]
        rows, columns = ([n for n in present if cells.sum(axis=axis)[n]] for axis in (1, 0))
        widest = max(widest, len(rows), len(columns))
        square = cube.hectares[period_index][np.ix_(rows, columns)]
        areas = [[float(area) for area in row] for row in square]
        transfers = Transfers(rows, columns, names, areas, most)
        variants.append((cube.periods[period_index].name, partial(transfer_square, transfers)))
    step = 18 if widest > MOST_NUMBERED else 42
    width = max(560, 190 + step * (widest + 1))
    title = Term("Transfer matrix, ha")
    return Chart("matrix", title, variants, transfer_legend(most), SQUARE_NOTE, width)


def _matrix_table(results: Results, period_index: int, folded: bool, output: Text) -> ShownTable:
    """The transfers of a period: square with totals, or listed where classes are many."""
    cube, period = results.cube, results.cube.periods[period_index]
    swatches = results.classes.colours_by_name()
    present, table_name = cube.present(cube.cells[period_index]), f"transfers-{period_index}"
    if len(present) > MOST_SQUARE:
        transfers: list[Any] = [*rows_with(results.transfers, "period", period.name)]
        transfers.sort(key=lambda row: -row["area_ha"])
        columns = [known(column, colours=swatches) for column in ("from_class", "to_class")]
        columns += map(known, ("cells", "area_ha", "pct_of_from", "pct_of_to"))
        caption = Message("Conversions {period}, largest first", period=period.name)
        return first_rows(table_name, caption, columns, transfers, MOST_LISTED, output, folded)
    square = cube.hectares[period_index][np.ix_(present, present)]
    names = [results.classes[n].name for n in present]
    columns = [
        # It heads the rows, and says what the other headings are.
        known("from_class", Term("From (rows), to (columns)"), colours=swatches),
        *(ShownColumn(name, f"to{n}", 2) for n, name in enumerate(names)),
        known("Total"),
    ]
    # The sum of all cells at once, and not of the sums, has the digits of the other tables.
    total = (Term("Total"), square.sum(axis=0), square.sum())
    lines: list[tuple[Text, Floats, float]] = [*zip(names, square, square.sum(axis=1)), total]
    rows: list[Row] = [
        {
            "from_class": name,
            **{f"to{n}": float(area) for n, area in enumerate(line)},
            "Total": float(sum_of_line),
            "is_total": isinstance(name, Term),
        }
        for name, line, sum_of_line in lines
    ]
    caption = Message("Transfer matrix {period}, ha", period=period.name)
    return ShownTable(table_name, caption, columns, rows, folded)


def flow_chart(results: Results) -> Chart:
    """The flows from date to date: of all land, of what changed, between groups, of one period."""
    cube, steps, labels = results.cube, results.steps, results.labels
    periods = steps
    if len(labels) >= MANY:
        # Columns of so many dates would be a page wide each: of all land the first and the last.
        steps, labels = [results.span], [labels[0], labels[-1]]
    classes, groups = class_parts(cube, steps), group_parts(cube, steps)
    flows, left_out = chosen_flows(classes, steps)
    changes, changes_left_out = chosen_flows(classes, steps, changes_only=True)
    variants: list[tuple[Text, Draw]] = [(ALL_LAND, partial(sankey, classes, flows, steps, labels))]
    # The share of land that has the same class at the first date and at the last.
    total = cube.total_hectares
    is_still = bool(total) and float(np.trace(cube.hectares[-1])) / total > STILL
    if changes:
        draw = partial(sankey, classes, changes, steps, labels)
        # Of land of which nearly all stays what it is, that is all that there is to see.
        variants.insert(0 if is_still else 1, (Term("Changes only"), draw))
    if len(groups.names) > 1:
        between, _ = chosen_flows(groups, steps)
        variants.append((Term("By group"), partial(sankey, groups, between, steps, labels)))
    if steps is not periods:
        classes = class_parts(cube, periods)
        flows, _ = chosen_flows(classes, periods)
        changes, _ = chosen_flows(classes, periods, changes_only=True)
    for period_index, period in enumerate(periods if len(periods) > 1 else ()):
        ends = results.labels[period_index : period_index + 2]
        of_period = of_step(changes if is_still else flows, period_index)
        if of_period:
            draw = partial(sankey, classes, of_period, [period], ends)
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
    """What the classes gave each other, a ring per period in this order; None without changes."""
    periods = results.cube.periods
    parts = class_parts(results.cube, periods)
    of_periods = [(periods[n].name, ring_of(parts.hectares[n], len(order))) for n in order]
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
            share=rounded(missing, 2),
        )
    variants = [(name, partial(chord, parts, ring, name)) for name, ring in rings]
    title = Term("Transitions between classes (chord diagram), ha")
    return Chart("chord", title, variants, note=note, least_width=700)


def share_section(results: Results) -> Section:
    """Areas and shares of the classes by date."""
    labels, colours = results.labels, results.classes.colours_by_row()
    # Per class, its rows date by date.
    classes = list(zip(*results.areas_by_date))
    names = [rows[0]["class"] for rows in classes]
    series = [
        share_bars(name, colours[rows[0]["value"], name], labels, rows)
        for name, rows in zip(names, classes)
    ]

    def chart(bars: Sequence[Bars], axis: Text) -> Chart:
        return stacked_chart("areas", Term("Area shares"), labels, bars, axis, most=100)

    changed = _of_changed_land(results)
    of_changed = chart(changed, Term("Share of the land that changed its class, %"))
    all_land = chart(series, Term("Share of the analysed area, %"))
    column = known("class", colours=results.classes.colours_by_name())
    areas = list(zip(names, ([row["area_ha"] for row in rows] for rows in classes)))
    shares = list(zip(names, ([row["share_pct"] for row in rows] for rows in classes)))
    charts = [with_changed_land(all_land, of_changed if changed else None)]
    tables = [
        crossed("areas-ha", Term("Area by class and date, ha"), column, labels, areas),
        crossed("areas-share", Term("Share by class and date, %"), column, labels, shares),
    ]
    return Section("areas", Term("Area by class and date"), charts=charts, tables=tables)


def _of_changed_land(results: Results) -> list[Bars]:
    """Bars by date of the land that changed its class at any; none where nobody knows it."""
    histories = results.histories
    if not histories or len(results.labels) < 2:
        return []
    has_changed = times_changed(histories.by_date) > 0
    hectares = np.where(has_changed, histories.hectares, 0.0)
    whole = float(hectares.sum())
    if not whole:
        return []
    colours = results.classes.colours_by_row()
    indices = {(c.value, c.name): index for index, c in enumerate(results.classes)}
    bars = []
    for row in results.areas_by_date[0]:
        key = row["value"], row["class"]
        areas = [float(hectares[at == indices[key]].sum()) for at in histories.by_date]
        rows = [{"area_ha": area, "share_pct": percent(area, whole)} for area in areas]
        bars.append(share_bars(row["class"], colours[key], results.labels, rows))
    return bars


def chart_page(results: Results, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of areashares."""
    sections = [share_section(results), source_section(results, provenance, files)]
    return dated_page(
        Term("Area shares"), results, provenance, [], sections, subtitle=dates_of(results)
    )
