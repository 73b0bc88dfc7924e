"""The section on what became of what: the transfer matrix and the flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...messages import Translate, said
from ...numbers import percent
from ..figures import MOST_NUMBERED, heat_map
from ..flows import sankey
from ..parts import Chart, Column, Row, Section, Table, listed
from .change import span_first

if TYPE_CHECKING:
    from ..study import Results


# A square of more classes is wider than a page; then the transfers are listed.
MOST_SQUARE = 14


MOST_LISTED = 40


def transfer_section(results: Results, tr: Translate) -> Section:
    """The transfer matrix of every period, and the flows over all dates."""
    cube, colours = results.cube, results.classes.colours()
    order = span_first(cube.periods)
    variants, widest = [], 0
    for number in order:
        present = cube.present(cube.cells[number])
        widest = max(widest, len(present))
        square = cube.hectares[number][np.ix_(present, present)]
        areas = [[float(area) for area in row] for row in square]
        before = square.sum(axis=1)
        shares = [[percent(area, before[i]) or 0.0 for area in row] for i, row in enumerate(square)]
        names = [results.classes[n].name for n in present]
        variants.append((cube.periods[number].name, heat_map(names, areas, shares, tr)))
    charts = [
        Chart(
            "matrix",
            tr("Transfer matrix, ha"),
            variants,
            note=tr(
                "Rows are the earlier classes, columns the later ones. The colour is the share of "
                "the earlier class, the numbers are hectares."
            )
            if widest <= MOST_NUMBERED
            else tr(
                "Rows are the earlier classes, columns the later ones. The colour is the share of "
                "the earlier class. Point at a cell for its hectares."
            ),
            least_width=max(560, 190 + (42 if widest <= MOST_NUMBERED else 22) * widest),
        )
    ]
    figure, left_out = sankey(cube, results.steps, results.labels, colours)
    shown = [
        n
        for n in results.classes.order()
        if any(cells[n].any() or cells[:, n].any() for cells in cube.cells)
    ]
    charts.append(
        Chart(
            "flows",
            tr("Flows of land between the dates"),
            [("", figure)],
            [(results.classes[n].name, colours[n]) for n in shown],
            said(left_out, tr) if left_out else "",
            least_width=max(520, 170 * len(results.labels)),
        )
    )
    return Section(
        "transfers",
        tr("Land-use transfers"),
        charts=charts,
        tables=[transfer_table(results, n, n != order[0], tr) for n in order],
    )


def transfer_table(results: Results, number: int, folded: bool, tr: Translate) -> Table:
    """The transfers of a period: square with totals, or listed where classes are many."""
    cube, period = results.cube, results.cube.periods[number]
    swatches = results.classes.colours_by_name()
    present = cube.present(cube.cells[number])
    if len(present) > MOST_SQUARE:
        own = [row for row in results.transfers if row["period"] == period.name]
        columns = [
            Column(tr("From"), "from_class", colours=swatches),
            Column(tr("To"), "to_class", colours=swatches),
            Column(tr("Cells"), "cells", 0),
            Column(tr("Area, ha"), "area_ha", 2),
            Column(tr("Of the earlier class, %"), "pct_of_from", 2),
            Column(tr("Of the later class, %"), "pct_of_to", 2),
        ]
        caption = tr("Transfers {period}, largest first").format(period=period.name)
        largest_first = sorted(own, key=lambda row: -row["area_ha"])
        return listed(
            f"transfers-{number}",
            caption,
            columns,
            largest_first,
            MOST_LISTED,
            "TRANSFERS",
            tr,
            folded,
        )
    square = cube.hectares[number][np.ix_(present, present)]
    names = [results.classes[n].name for n in present]
    columns = [
        Column(tr("From (rows), to (columns)"), "class", colours=swatches),
        *(Column(name, f"to{n}", 2) for n, name in enumerate(names)),
        Column(tr("Total"), "sum", 2),
    ]
    rows: list[Row] = [
        {"class": name, **{f"to{n}": float(a) for n, a in enumerate(row)}, "sum": float(row.sum())}
        for name, row in zip(names, square)
    ]
    sums = {f"to{n}": float(area) for n, area in enumerate(square.sum(axis=0))}
    rows.append({"class": tr("Total"), **sums, "sum": float(square.sum()), "total": True})
    caption = tr("Transfer matrix {period}, ha").format(period=period.name)
    return Table(f"transfers-{number}", caption, columns, rows, folded)
