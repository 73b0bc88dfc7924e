"""The section on what became of what: the transfer matrix and the flows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ..base.messages import Message, Term, Text
from ..base.numbers import Floats
from ..results.results import Results
from .charts import ALL_LAND
from .chord import chord, ring_of
from .figures import Draw
from .flows import chosen_flows, class_parts, group_parts, of_step
from .parts import Chart, Row, Section, ShownColumn, ShownTable, first_rows, known, span_first
from .rounding import rounded
from .sankey import sankey
from .squares import MOST_NUMBERED, Transfers, transfer_legend, transfer_square
from .years import MANY

# A square of more classes is wider than a page; then the transfers are listed.
MOST_SQUARE = 14

# Where more than this share of the land is the same at both ends, changes are what is shown first.
STILL = 0.9

# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 40


def transfer_section(results: Results, output: Text = "TRANSFERS") -> Section:
    """The transfer matrix of every period, and what flowed where.

    Args:
        output: what has all transfers, where a page lists some.
    """
    order = span_first(results.cube.periods)
    charts = [_matrix_chart(results, order), flow_chart(results), chord_chart(results, order)]
    return Section(
        "transfers",
        Term("Land-use transfers"),
        charts=[chart for chart in charts if chart],
        tables=[
            _matrix_table(results, period_index, period_index != order[0], output)
            for period_index in order
        ],
    )


def _matrix_chart(results: Results, order: list[int]) -> Chart:
    """The transfer matrices as heat maps, in this order, all to one scale of colours."""
    cube = results.cube
    names = [land_class.name for land_class in results.classes]
    changes = ~np.eye(len(names), dtype=bool)
    most = max(float((square * changes).max()) for square in cube.hectares)
    variants: list[tuple[Text, Draw]] = []
    widest = 0
    for period_index in order:
        present, cells = cube.present(cube.cells[period_index]), cube.cells[period_index]
        rows, columns = ([n for n in present if cells.sum(axis=axis)[n]] for axis in (1, 0))
        widest = max(widest, len(rows), len(columns))
        square = cube.hectares[period_index][np.ix_(rows, columns)]
        areas = [[float(area) for area in row] for row in square]
        transfers = Transfers(rows, columns, names, areas, most)
        variants.append((cube.periods[period_index].name, partial(transfer_square, transfers)))
    is_numbered = widest <= MOST_NUMBERED
    return Chart(
        "matrix",
        Term("Transfer matrix, ha"),
        variants,
        transfer_legend(most),
        note=Term(
            "Rows are the earlier classes, columns the later ones; the numbers are hectares. The "
            "colour goes by the hectares that changed, in all periods alike; land that kept its "
            "class is grey, in a frame."
        )
        if is_numbered
        else Term(
            "Rows are the earlier classes, columns the later ones. The colour goes by the hectares "
            "that changed, in all periods alike; land that kept its class is grey, in a frame. "
            "Point at a cell for its hectares."
        ),
        least_width=max(560, 190 + (42 if is_numbered else 18) * (widest + 1)),
    )


def _matrix_table(results: Results, period_index: int, folded: bool, output: Text) -> ShownTable:
    """The transfers of a period: square with totals, or listed where classes are many."""
    cube, period = results.cube, results.cube.periods[period_index]
    swatches = results.classes.colours_by_name()
    present = cube.present(cube.cells[period_index])
    if len(present) > MOST_SQUARE:
        transfers = [row for row in results.transfers if row["period"] == period.name]
        return first_rows(
            f"transfers-{period_index}",
            Message("Transfers {period}, largest first", period=period.name),
            [
                known("from_class", colours=swatches),
                known("to_class", colours=swatches),
                *(known(name) for name in ("cells", "area_ha", "pct_of_from", "pct_of_to")),
            ],
            sorted(transfers, key=lambda row: -row["area_ha"]),
            MOST_LISTED,
            output,
            folded,
        )
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
    return ShownTable(f"transfers-{period_index}", caption, columns, rows, folded)


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
            "{note} Of the changes alone, {count} small ones with {area} ha are not drawn, {share} "
            "% of them.",
            **{**changes_left_out.values, "note": note},
        )
    return Chart(
        "flows",
        Term("Flows of land between the dates, ha"),
        variants,
        note=note,
        least_width=max(560, 170 * len(labels) + 120),
    )


def chord_chart(results: Results, order: Sequence[int]) -> Chart | None:
    """What the classes gave each other, a ring per period; None where nothing changed.

    Args:
        order: the numbers of the periods as they are to be chosen from.
    """
    parts = class_parts(results.cube, results.cube.periods)
    rings = [
        (results.cube.periods[period_index].name, ring)
        for period_index in order
        if (ring := ring_of(parts.hectares[period_index], len(order)))
    ]
    if not rings:
        return None
    note: Text = Term(
        "An arc of the ring is what a class lost and gained. Ribbons have the colour of the class "
        "that lost the land, and end short of the ring where it went; land that stayed is not "
        "drawn. Form after Krzywinski et al. 2009."
    )
    missing = max(ring.left_out for _, ring in rings)
    if missing:
        note = Message(
            "{note} Left out of the drawings, not of the tables, are the smallest ones, together "
            "at most {share} % of the land that changed.",
            note=note,
            share=rounded(missing, 2),
        )
    return Chart(
        "chord",
        Term("Transitions between classes (chord diagram), ha"),
        [(name, partial(chord, parts, ring, name)) for name, ring in rings],
        note=note,
        least_width=700,
    )
