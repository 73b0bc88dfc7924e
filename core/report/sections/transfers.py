"""The section on what became of what: the transfer matrix and the flows."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...messages import Message, Term, Text
from ...numbers import percent
from ...results.study import Study
from ..figures import MOST_NUMBERED, Draw, heat_map
from ..flows import chosen_flows, class_parts, group_parts, of_step, sankey
from ..parts import Chart, Row, Section, ShownColumn, Table, known, listed, span_first

# A square of more classes is wider than a page; then the transfers are listed.
MOST_SQUARE = 14

# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 40


def transfer_section(study: Study) -> Section:
    """The transfer matrix of every period, and the flows over all dates."""
    order = span_first(study.cube.periods)
    return Section(
        "transfers",
        Term("Land-use transfers"),
        charts=[_matrix_chart(study, order), _flow_chart(study)],
        tables=[_matrix_table(study, number, number != order[0]) for number in order],
    )


def _matrix_chart(study: Study, order: list[int]) -> Chart:
    """The transfer matrices as heat maps, in this order."""
    cube = study.cube
    variants: list[tuple[Text, Draw]] = []
    widest = 0
    for number in order:
        present = cube.present(cube.cells[number])
        widest = max(widest, len(present))
        square = cube.hectares[number][np.ix_(present, present)]
        areas = [[float(area) for area in row] for row in square]
        before = square.sum(axis=1)
        shares = [[percent(area, before[i]) or 0.0 for area in row] for i, row in enumerate(square)]
        names = [study.classes[n].name for n in present]
        variants.append((cube.periods[number].name, partial(heat_map, names, areas, shares)))
    is_numbered = widest <= MOST_NUMBERED
    return Chart(
        "matrix",
        Term("Transfer matrix, ha"),
        variants,
        note=Term(
            "Rows are the earlier classes, columns the later ones. The colour is the share of "
            "the earlier class, the numbers are hectares."
        )
        if is_numbered
        else Term(
            "Rows are the earlier classes, columns the later ones. The colour is the share of "
            "the earlier class. Point at a cell for its hectares."
        ),
        least_width=max(560, 190 + (42 if is_numbered else 22) * widest),
    )


def _flow_chart(study: Study) -> Chart:
    """The flows from date to date: of all land, of what changed, between groups, of one period."""
    cube, colours, steps, labels = study.cube, study.classes.colours(), study.steps, study.labels
    classes, groups = class_parts(cube, steps), group_parts(cube, steps)
    flows, left_out = chosen_flows(classes, steps)
    changes, _ = chosen_flows(classes, steps, changes_only=True)
    variants: list[tuple[Text, Draw]] = [
        (Term("All land"), partial(sankey, classes, flows, steps, labels))
    ]
    if changes:
        draw = partial(sankey, classes, changes, steps, labels)
        variants.append((Term("Changes only"), draw))
    if len(groups.names) > 1:
        between, _ = chosen_flows(groups, steps)
        variants.append((Term("By group"), partial(sankey, groups, between, steps, labels)))
    for number, period in enumerate(steps if len(steps) > 1 else ()):
        ends = labels[number : number + 2]
        draw = partial(sankey, classes, of_step(flows, number), [period], ends)
        variants.append((period.name, draw))
    present = [
        n
        for n in study.classes.order()
        if any(cells[n].any() or cells[:, n].any() for cells in cube.cells)
    ]
    return Chart(
        "flows",
        Term("Flows of land between the dates"),
        variants,
        [(study.classes[n].name, colours[n]) for n in present],
        left_out or "",
        least_width=max(520, 170 * len(labels)),
    )


def _matrix_table(study: Study, number: int, folded: bool) -> Table:
    """The transfers of a period: square with totals, or listed where classes are many."""
    cube, period = study.cube, study.cube.periods[number]
    swatches = study.classes.colours_by_name()
    present = cube.present(cube.cells[number])
    if len(present) > MOST_SQUARE:
        own = [row for row in study.transfers if row["period"] == period.name]
        return listed(
            f"transfers-{number}",
            Message("Transfers {period}, largest first", period=period.name),
            [
                known("from_class", colours=swatches),
                known("to_class", colours=swatches),
                *(known(name) for name in ("cells", "area_ha", "pct_of_from", "pct_of_to")),
            ],
            sorted(own, key=lambda row: -row["area_ha"]),
            MOST_LISTED,
            "TRANSFERS",
            folded,
        )
    square = cube.hectares[number][np.ix_(present, present)]
    names = [study.classes[n].name for n in present]
    columns = [
        # It heads the rows, and says what the other headings are.
        known("from_class", Term("From (rows), to (columns)"), colours=swatches),
        *(ShownColumn(name, f"to{n}", 2) for n, name in enumerate(names)),
        known("Total"),
    ]
    rows: list[Row] = [
        {
            "from_class": name,
            **{f"to{n}": float(area) for n, area in enumerate(row)},
            "Total": float(row.sum()),
        }
        for name, row in zip(names, square)
    ]
    rows.append(
        {
            "from_class": Term("Total"),
            **{f"to{n}": float(area) for n, area in enumerate(square.sum(axis=0))},
            "Total": float(square.sum()),
            "is_total": True,
        }
    )
    caption = Message("Transfer matrix {period}, ha", period=period.name)
    return Table(f"transfers-{number}", caption, columns, rows, folded)
