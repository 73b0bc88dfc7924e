"""Land-use transfer matrix as list and square; gains and losses, areas and shares of classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..base.data_dictionary import ColumnKind, Field, make_unique_names
from ..base.dates import Date, Period, format_date
from ..base.messages import Message, Term
from ..base.numbers import FloatArray, compute_percent
from ..base.table import Table
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import ClassTally, CountResult, DateTallies, PeriodMatrix, TransitionCube
from ..scan.units import UnitColumns, date_suffixes, period_suffix
from ..scheme.classes import Classes
from .closure import Check

TRANSFERS = (
    "period from_value from_class to_value to_class cells area_ha pct_of_total pct_of_from "
    "pct_of_to pct_of_out"
)
CLASS_CHANGE = (
    "period value class area_before_ha area_after_ha persistence_ha gain_ha loss_ha net_ha swap_ha"
)
# SHARES of the summary, AREAS of the study.
SHARES = "year layer value class cells area_ha share_pct change_ha change_points"


def transfer_rows(cube: TransitionCube) -> Table:
    """Return the TRANSFERS table: one row per period and pair of classes that occurs.

    Shares are of area. With C_ij the hectares from i to j, in %: of all land C_ij / sum C,
    of the former class C_ij / C_i+, of the later class C_ij / C_+j, and of the losses of i
    C_ij / (C_i+ - C_ii), as in Yang et al. 2022.
    """
    rows = []
    for period, cells, hectares in cube.iterate_periods():
        before, after, total = hectares.sum(axis=1), hectares.sum(axis=0), hectares.sum()
        out = np.where(np.eye(len(hectares), dtype=bool), 0.0, hectares).sum(axis=1)
        for i, j in cube.present_pairs(cells):
            area, source, target = float(hectares[i, j]), cube.classes[i], cube.classes[j]
            head = (period.name, source.value, source.name, target.value, target.name)
            shares = [compute_percent(area, whole) for whole in (total, before[i], after[j])]
            of_out = None if i == j else compute_percent(area, out[i])
            rows.append((*head, int(cells[i, j]), area, *shares, of_out))
    return Table.from_rows(TRANSFERS, rows)


def class_change_rows(cube: TransitionCube) -> Table:
    """Return the CLASS_CHANGE table: persistence, gain, loss, net change and swap of each class.

    Pontius, Shusas and McEachern 2004: swap is 2 x min(gain, loss); `net_ha`: gain - loss.
    """
    parts = []
    for period, cells, hectares in cube.iterate_periods():
        present, m = cube.present_classes(cells), PeriodMatrix(period, None, hectares)
        by_class = {
            "area_before_ha": m.before,
            "area_after_ha": m.after,
            "persistence_ha": m.stays,
            "gain_ha": m.gain,
            "loss_ha": m.loss,
            "net_ha": m.gain - m.loss,
            "swap_ha": 2 * np.minimum(m.gain, m.loss),
        }
        columns = {"period": period.name, **_class_columns(cube.classes, present)}
        parts.append(Table({**columns, **{name: of[present] for name, of in by_class.items()}}))
    return Table.concatenate_tables(parts, CLASS_CHANGE)


def _class_columns(classes: Classes, indices: Sequence[int]) -> dict[str, object]:
    """Return the value and class columns."""
    names = [classes[n].name for n in indices]
    return {"value": [classes[n].value for n in indices], "class": names}


def changed_share_columns(periods: Sequence[Period]) -> UnitColumns:
    """Return the columns of a unit with its share of changed land by period, %."""

    def changed(census: CountResult) -> list[float | None]:
        total = census.valid_area_ha
        indices = [census.cube.periods.index(period) for period in periods]
        return [compute_percent(census.changed_area_ha(index), total) for index in indices]

    names = [f"changed_pct_{period_suffix(period)}" for period in periods]
    headings = [Message("Changed area, {period}, %", period=period.name) for period in periods]
    return UnitColumns(names, headings, changed, digits=2, measure="%")


TOTAL_COLUMN = "Total"

# Column names that no class may have in a matrix, and in one by unit.
RESERVED_COLUMNS = ("fid", "period", "from_class", TOTAL_COLUMN)
RESERVED_COLUMNS_BY_UNIT = ("unit", *RESERVED_COLUMNS)


def matrix_table(
    cube: TransitionCube, index: int = 0, whole: TransitionCube | None = None
) -> tuple[list[str], list[dict[str, str | float]]]:
    """Return columns and rows of MATRIX: the square matrix of one period in hectares, with totals.

    Columns (ha): one per class that occurs, then total; rows: `from_class` first, one per
    class, then totals. If `cube` is a unit's, columns follow classes of `whole`, the run's.
    """
    present = cube.present_classes(cube.cells[index])
    order = present if whole is None else whole.present_classes(whole.cells[index])
    names = [cube.classes[class_index].name for class_index in order]
    columns = [
        *make_unique_names(names, RESERVED_COLUMNS if whole is None else RESERVED_COLUMNS_BY_UNIT),
        TOTAL_COLUMN,
    ]
    square = cube.hectares[index][np.ix_(order, order)]
    square = np.vstack([square, square.sum(axis=0)])
    square = np.hstack([square, square.sum(axis=1)[:, None]])
    rows = [
        {"from_class": name, **dict(zip(columns, hectares.tolist()))}
        for name, class_index, hectares in zip(
            [*names, TOTAL_COLUMN], [*order, TOTAL_COLUMN], square
        )
        if class_index == TOTAL_COLUMN or class_index in present
    ]
    return columns, rows


def matrix_fields(columns: Iterable[str]) -> list[Field]:
    """Return the fields of MATRIX, with columns named after the classes."""
    return [("from_class", ColumnKind.TEXT), *((column, ColumnKind.REAL) for column in columns)]


def matrix_checks(cube: TransitionCube, dates: Sequence[Date], tallies: DateTallies) -> list[Check]:
    """Return checks by period of the matrix: classes at both dates, adjacent matrices."""
    checks = []
    for period, cells, hectares in cube.iterate_periods():
        ends = (period.earlier, 1, Term("row")), (period.later, 0, Term("column"))
        for date, axis, line in ends:
            alone, of = tallies.common[date], {"line": line, "date": format_date(dates[date].label)}
            agree = np.minimum(cells.sum(axis=axis), alone.cells[FIRST_CLASS_CODE:]).sum()
            what = Message("{line} totals equal to class areas of {date}, cells", **of)
            checks.append(Check(period.name, what, cube.total_cells, agree))
            agree = np.minimum(hectares.sum(axis=axis), alone.hectares[FIRST_CLASS_CODE:]).sum()
            what = Message("{line} totals equal to class areas of {date}, ha", **of)
            checks.append(Check(period.name, what, cube.total_hectares, agree))
        total = Term("matrix total = valid cells")
        checks.append(Check(period.name, total, cube.total_cells, cells.sum()))
    chain = list(zip(cube.periods, cube.cells))
    for (before, earlier), (after, later) in zip(chain, chain[1:]):
        if before.later == after.earlier:
            agree = np.minimum(earlier.sum(axis=0), later.sum(axis=1)).sum()
            what = Message(
                "row totals equal to column totals of {period}, cells", period=before.name
            )
            checks.append(Check(after.name, what, cube.total_cells, agree))
    return checks


def share_rows(dates: Sequence[Date], classes: Classes, tallies: Sequence[ClassTally]) -> Table:
    """Return the SHARES (AREAS) table: cells, hectares and share of each class at each date.

    A row for every date and every class that occurs at any date. Changes refer to the
    previous date; None at the first. Tallies are over cells valid at all dates.
    """
    present = [
        n for n in classes.table_order() if any(t.cells[n + FIRST_CLASS_CODE] for t in tallies)
    ]
    rows: list[tuple[object, ...]] = []
    before: FloatArray | None = None
    for date, tally in zip(dates, tallies):
        cells, hectares = tally.cells[FIRST_CLASS_CODE:], tally.hectares[FIRST_CLASS_CODE:]
        total = hectares.sum()
        for n in present:
            area = float(hectares[n])
            change = None if before is None else area - float(before[n])
            points = None if change is None else compute_percent(change, total)
            head = (date.year or None, date.layer, classes[n].value, classes[n].name)
            rows.append((*head, int(cells[n]), area, compute_percent(area, total), change, points))
        before = hectares
    return Table.from_rows(SHARES, rows)


def share_columns(dates: Sequence[Date], census: CountResult) -> UnitColumns:
    """Return the columns of a unit with the shares of the classes of the run by date."""
    classes, present = census.cube.classes, census.present_classes

    def shares(part: CountResult) -> list[float | None]:
        hectares = [tally.hectares[FIRST_CLASS_CODE:] for tally in part.dates.common]
        return [
            compute_percent(float(areas[n]), float(areas.sum()))
            for areas in hectares
            for n in present
        ]

    shown = [classes[n] for n in present]
    names = [f"share_pct_{date}_{c.value}" for date in date_suffixes(dates) for c in shown]
    template = Term("{land} {date}, %")
    headings = [Message(template, land=c.name, date=date.label) for date in dates for c in shown]
    # The layer is coloured by the first class at the last date.
    return UnitColumns(names, headings, shares, digits=2, measure="%", shown=-len(present))
