"""The transfer matrix, as a list of transfers and as a square.

What each class gained, lost and kept.

Areas and shares of every class at every date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypedDict

import numpy as np

from ..base.data_dictionary import Field, Kind, unique_names
from ..base.dates import Date, Period, date_words
from ..base.messages import Listed, Message, Notes, Term
from ..base.numbers import percent
from ..scan.class_codes import FIRST_CLASS
from ..scan.count_result import Census, DateTallies, PeriodMatrix, Tally, TransitionCube
from ..scan.units import UnitColumns, date_parts, period_part
from ..scheme.classes import Classes, LandClass
from .closure import Check

# Written so because `class` is a word of Python.
ChangeRow = TypedDict(
    "ChangeRow",
    {
        "period": str,
        "value": int,
        "class": str,
        "area_before_ha": float,
        "area_after_ha": float,
        "persistence_ha": float,
        "gain_ha": float,
        "loss_ha": float,
        "net_ha": float,
        "swap_ha": float,
    },
)


def class_change_rows(cube: TransitionCube) -> list[ChangeRow]:
    """CLASS_CHANGE: persistence, gain, loss, net change and swap of each class.

    Pontius, Shusas and McEachern 2004: gain is what came in, loss what went out, swap twice
    the smaller of both. `net_ha` is signed here: gain less loss.
    """
    return [
        change_row(PeriodMatrix(period, None, hectares), cube.classes[index], index)
        for period, cells, hectares in cube.by_period()
        for index in cube.present(cells)
    ]


def change_row(matrix: PeriodMatrix, land_class: LandClass, index: int) -> ChangeRow:
    """The row of a class."""
    gain, loss = float(matrix.gain[index]), float(matrix.loss[index])
    return {
        "period": matrix.name,
        "value": land_class.value,
        "class": land_class.name,
        "area_before_ha": float(matrix.before[index]),
        "area_after_ha": float(matrix.after[index]),
        "persistence_ha": float(matrix.stays[index]),
        "gain_ha": gain,
        "loss_ha": loss,
        "net_ha": gain - loss,
        "swap_ha": 2 * min(gain, loss),
    }


def changed_columns(periods: Sequence[Period]) -> UnitColumns:
    """Of a unit: per cent of its land that changed its class, by period."""

    def changed(census: Census) -> list[float | None]:
        total = census.total_hectares
        indices = [census.cube.periods.index(period) for period in periods]
        return [percent(census.changed_hectares(index), total) for index in indices]

    return UnitColumns(
        [f"changed_pct_{period_part(period)}" for period in periods],
        [Message("Changed {period}, %", period=period.name) for period in periods],
        changed,
        digits=2,
        measure="%",
    )


class TransferRow(TypedDict):
    """A row of TRANSFERS."""

    period: str
    from_value: int
    from_class: str
    to_value: int
    to_class: str
    cells: int
    area_ha: float
    pct_of_total: float | None
    pct_of_from: float | None
    pct_of_to: float | None
    pct_of_out: float | None


def transfer_rows(cube: TransitionCube) -> list[TransferRow]:
    """TRANSFERS: one row per period and pair of classes that occurs; shares are of area.

    With C_ij the hectares from i to j, in %: of all land C_ij / sum C, of what it was C_ij / C_i+,
    of what it became C_ij / C_+j, and of what left i C_ij / (C_i+ - C_ii), as Yang et al. 2022
    print them.
    """
    rows: list[TransferRow] = []
    for period, cells, hectares in cube.by_period():
        before, after, total = hectares.sum(axis=1), hectares.sum(axis=0), hectares.sum()
        out = np.where(np.eye(len(hectares), dtype=bool), 0.0, hectares).sum(axis=1)
        for i, j in cube.pairs(cells):
            area = float(hectares[i, j])
            rows.append(
                {
                    "period": period.name,
                    "from_value": cube.classes[i].value,
                    "from_class": cube.classes[i].name,
                    "to_value": cube.classes[j].value,
                    "to_class": cube.classes[j].name,
                    "cells": int(cells[i, j]),
                    "area_ha": area,
                    "pct_of_total": percent(area, total),
                    "pct_of_from": percent(area, before[i]),
                    "pct_of_to": percent(area, after[j]),
                    "pct_of_out": None if i == j else percent(area, out[i]),
                }
            )
    return rows


TOTAL = "Total"

# Columns that no class can have in a matrix, and in one by unit.
USED_COLUMNS = ("fid", "period", "from_class", TOTAL)
USED_COLUMNS_BY_UNIT = ("unit", *USED_COLUMNS)


def matrix_table(
    cube: TransitionCube, index: int = 0, whole: TransitionCube | None = None
) -> tuple[list[str], list[dict[str, str | float]]]:
    """MATRIX: the square matrix of one period in hectares, with totals.

    Args:
        whole: the matrices of the whole run where this is of a unit: its classes have the columns.

    Returns:
        The names of the columns that hold hectares (one per class, then the total), and the
        rows: `from_class` and those columns, one row per class that occurs, then the column totals.
    """
    present = cube.present(cube.cells[index])
    order = present if whole is None else whole.present(whole.cells[index])
    names = [cube.classes[class_index].name for class_index in order]
    columns = [*unique_names(names, USED_COLUMNS if whole is None else USED_COLUMNS_BY_UNIT), TOTAL]
    square = cube.hectares[index][np.ix_(order, order)]
    square = np.vstack([square, square.sum(axis=0)])
    square = np.hstack([square, square.sum(axis=1)[:, None]])
    rows = [
        {"from_class": name, **dict(zip(columns, hectares.tolist()))}
        for name, class_index, hectares in zip([*names, TOTAL], [*order, TOTAL], square)
        if class_index == TOTAL or class_index in present
    ]
    return columns, rows


def matrix_fields(columns: Iterable[str]) -> list[Field]:
    """The fields of MATRIX, whose columns are named after the classes."""
    return [("from_class", Kind.TEXT), *((column, Kind.REAL) for column in columns)]


def matrix_checks(cube: TransitionCube, dates: Sequence[Date], tallies: DateTallies) -> list[Check]:
    """Per period: the matrix against the classes counted at either date, and its chain."""
    checks = []
    for period, cells, hectares in cube.by_period():
        for date, axis, line in (
            (period.earlier, 1, Term("row")),
            (period.later, 0, Term("column")),
        ):
            alone, of = tallies.common[date], {"line": line, "date": date_words(dates[date].label)}
            agree = np.minimum(cells.sum(axis=axis), alone.cells[FIRST_CLASS:]).sum()
            what = Message("cells of {line} sums that are the class areas of {date}", **of)
            checks.append(Check(period.name, what, cube.total_cells, agree))
            agree = np.minimum(hectares.sum(axis=axis), alone.hectares[FIRST_CLASS:]).sum()
            what = Message("hectares of {line} sums that are the class areas of {date}", **of)
            checks.append(Check(period.name, what, cube.total_hectares, agree))
        total = Term("matrix total = valid cells")
        checks.append(Check(period.name, total, cube.total_cells, cells.sum()))
    chain = list(zip(cube.periods, cube.cells))
    for (before, earlier), (after, later) in zip(chain, chain[1:]):
        if before.later == after.earlier:
            agree = np.minimum(earlier.sum(axis=0), later.sum(axis=1)).sum()
            what = Message("cells of row sums that are column sums of {period}", period=before.name)
            checks.append(Check(after.name, what, cube.total_cells, agree))
    return checks


# So many classes of a date are named in the log.
MOST_NOTED = 8

# A row of SHARES and AREAS; written so because `class` is a word of Python.
ShareRow = TypedDict(
    "ShareRow",
    {
        "year": "str | None",
        "layer": str,
        "value": int,
        "class": str,
        "cells": int,
        "area_ha": float,
        "share_pct": "float | None",
        "change_ha": "float | None",
        "change_points": "float | None",
    },
)


def share_rows(dates: Sequence[Date], classes: Classes, tallies: Sequence[Tally]) -> list[ShareRow]:
    """SHARES and AREAS: cells, hectares and share of each class at each date.

    Args:
        tallies: per date, the closed tally by class code over the cells valid at all dates.

    Returns:
        A row for every date and every class that occurs at any date. Changes are against the
        date before; None at the first.
    """
    cells = [tally.cells[FIRST_CLASS:] for tally in tallies]
    hectares = [tally.hectares[FIRST_CLASS:] for tally in tallies]
    present = [n for n in classes.order() if any(of_date[n] for of_date in cells)]
    rows: list[ShareRow] = []
    for date_index, date in enumerate(dates):
        total = hectares[date_index].sum()
        for class_index in present:
            area = float(hectares[date_index][class_index])
            change = area - float(hectares[date_index - 1][class_index]) if date_index else None
            rows.append(
                {
                    "year": date.year or None,
                    "layer": date.layer,
                    "value": classes[class_index].value,
                    "class": classes[class_index].name,
                    "cells": int(cells[date_index][class_index]),
                    "area_ha": area,
                    "share_pct": percent(area, total),
                    "change_ha": change,
                    "change_points": None if change is None else percent(change, total),
                }
            )
    return rows


def share_notes(rows_by_date: Sequence[Sequence[ShareRow]]) -> Notes:
    """What share of the land the largest classes have at each date, for the log."""
    notes = Notes()
    for rows in rows_by_date:
        there = sorted((row for row in rows if row["cells"]), key=lambda row: -row["cells"])
        shown = [_share(row["class"], [row]) for row in there[:MOST_NOTED]]
        if there[MOST_NOTED:]:
            shown.append(_share(Term("others"), there[MOST_NOTED:]))
        if there:
            date = there[0]["year"] or there[0]["layer"]
            notes.inform("{date}: {classes}.", date=date, classes=Listed(shown))
    return notes


def _share(name: str, rows: Sequence[ShareRow]) -> Message:
    share = sum(row["share_pct"] or 0.0 for row in rows)
    return Message("{name} {share:.2f} %", name=name, share=share)


def share_columns(dates: Sequence[Date], census: Census) -> UnitColumns:
    """Of a unit: the shares of the classes that the whole run has, by date."""
    classes, present = census.cube.classes, census.present

    def shares(part: Census) -> list[float | None]:
        hectares = [tally.hectares[FIRST_CLASS:] for tally in part.dates.common]
        return [percent(float(areas[n]), float(areas.sum())) for areas in hectares for n in present]

    return UnitColumns(
        [f"share_pct_{date}_{classes[n].value}" for date in date_parts(dates) for n in present],
        [
            Message("{land} {date}, %", land=classes[n].name, date=date.label)
            for date in dates
            for n in present
        ],
        shares,
        digits=2,
        measure="%",
        # The first class at the last date.
        shown=-len(present),
    )
