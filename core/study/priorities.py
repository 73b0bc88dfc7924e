"""PRIORITIES: where reclamation would bring most, by units, else by squares on the ground.

How large the squares are shows when all cells are read: the smallest of 1, 2, 5, 10, ... km of
which at most so many hold mined land. The pass counts by squares of 1 km, of which those of 2, 5
and 10 km are made up; as soon as more of 10 km than may be hold mined land, it goes on by these, of
which those of 20, 50 and 100 km are made up. So it never keeps more than some hundred times as many
squares as there will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import prod
from typing import Any

import numpy as np

from ..base.data_dictionary import COLUMNS
from ..base.messages import Message
from ..base.numbers import Flags, Floats, Ints, NDArray, percent, quotients
from ..base.table import Row, Table
from ..ledger.ledger import Ledger
from ..ledger.results import IN_THE_END, SOON, Comeback, comeback_of, moved, would_hold
from ..mine.mined_land import NEVER, MineLand, Use, reclaimed_by, uses_in
from ..raster.grid import Window
from ..results.closure import Check, balanced
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS, grouped, packed
from ..scan.consumer import Consumer
from ..scan.count import MOST_COMBINATIONS, ROWS_TO_SORT
from ..scan.count_result import Census, CombinationTable
from ..scan.series import Series
from ..scan.units import GroundSquares, UnitColumns
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import ALL

PRIORITIES = (
    "unit ever_mined_ha active_ha unchanged_ha reclaimed_ha reclaimed_pct loss_tc regained_tc "
    "net_tc potential_20y_tc potential_tc rank"
)
# The columns that are sums over the land of a unit; tonnes are empty where the carbon of the land
# is not followed.
SUMS = ("ever_mined_ha", "active_ha", "unchanged_ha", "reclaimed_ha")
TONNES = ("loss_tc", "regained_tc", "net_tc", "potential_20y_tc", "potential_tc")
# Amounts whose difference is less than this part of the largest are as much: what the same hectares
# come to hangs in its last digits on the order in which they are added up.
RANK_PRECISION = 1e-9


@dataclass(frozen=True)
class Priorities:
    """Where to begin.

    Attributes:
        rows: PRIORITIES, of the units that hold mined land, in their order.
        whole: the same of the whole run; its unit is ALL, it has no rank.
        first: the row of the unit to begin in; None where no mined land lay unchanged.
        pct_of_loss: what all unchanged land would hold after 20 years, in % of all that was lost.
        since: the label of the date since which unchanged land is of the same class.
        comeback: what the potential rests on; its basis is '' where there is none.
        mix: the classes of that by their names, and the part of each.
        squares: those on the ground that the rows are of; None where the run has units.
    """

    rows: Table
    whole: Row
    first: Row | None
    pct_of_loss: float | None
    since: str
    comeback: Comeback
    mix: Sequence[tuple[str, float]]
    squares: GroundSquares | None

    def checks(self, span: str) -> list[Check]:
        """That the units add up to the run; net follows from what was lost and regained."""
        return [
            balanced(
                span,
                Message("{column} of all rows of PRIORITIES = that of the run", column=column),
                [self.whole[column]],
                self.rows[column].tolist(),
            )
            for column in (*SUMS, *TONNES)
            if self.whole[column] is not None and column != "net_tc"
        ]


def ranks_of(amounts: Floats) -> Ints:
    """Of each amount how many are larger, and one; those with as much have one rank."""
    order = np.argsort(-amounts, kind="stable")
    is_less = -np.diff(amounts[order]) > RANK_PRECISION * np.max(amounts, initial=0.0)
    firsts = np.maximum.accumulate(np.where(np.append(True, is_less), np.arange(order.size), 0))
    ranks = np.empty(order.size, np.int64)
    ranks[order] = 1 + firsts
    return ranks


def joined(tables: Iterable[CombinationTable]) -> CombinationTable:
    """The combinations of several parts, whose strata are the indices of the parts."""
    parts = list(tables)
    years = [part.years for part in parts if part.years is not None]
    return CombinationTable(
        np.repeat(np.arange(len(parts)), [part.cells.size for part in parts]),
        np.concatenate([part.classes for part in parts]),
        np.concatenate([part.cells for part in parts]),
        np.concatenate([part.hectares for part in parts]),
        np.concatenate(years) if years else None,
    )


def priorities_of(
    land: MineLand,
    ledger: Ledger | None,
    units: Sequence[str],
    table: CombinationTable,
    squares: GroundSquares | None,
) -> Priorities:
    """What mined land is and was by unit, and what would come of it.

    Args:
        ledger: None where the carbon of the land is not followed.
        units: their names.
        table: the combinations of the units; strata are indices in units.
    """
    comeback = comeback_of(ledger) if ledger is not None else Comeback("", {})
    rows = _by_unit(replace(land, table=table), ledger, comeback, units)
    one_stratum = replace(land.table, strata=np.zeros_like(land.table.strata))
    (whole,) = _by_unit(replace(land, table=one_stratum), ledger, comeback, [ALL])
    whole["rank"], potential = None, whole["potential_20y_tc"]
    best = min(rows, key=lambda row: (row["rank"], -row["unchanged_ha"]), default=None)
    first = best if whole["unchanged_ha"] else None
    pct_of_loss = None if potential is None else percent(potential, whole["loss_tc"])
    mix = [(land.classes[class_index].name, part) for class_index, part in comeback.mix.items()]
    since = land.dates[-2].label
    return Priorities(rows, whole, first, pct_of_loss, since, comeback, mix, squares)


def _by_unit(
    land: MineLand, ledger: Ledger | None, comeback: Comeback, units: Sequence[str]
) -> Table:
    """PRIORITIES: a row for each of the units that hold mined land."""
    ever = land.first_mined > 0
    strata, hectares = land.table.strata[ever], land.table.hectares[ever]
    uses = [use[ever] for use in land.uses]
    classes = [of_date[ever] for of_date in land.table.by_date]
    active = uses[-1] == Use.MINE
    unchanged = active & (classes[-1] == classes[-2])
    reclaimed = reclaimed_by(uses, len(uses)) != NEVER

    def sums(amounts: Floats) -> Floats:
        return np.bincount(strata, amounts, len(units)).astype(np.float64)

    ever_mined, back = sums(hectares), sums(hectares * reclaimed)
    columns: dict[str, Any] = {
        "unit": list(units),
        "ever_mined_ha": ever_mined,
        "active_ha": sums(hectares * active),
        "unchanged_ha": sums(hectares * unchanged),
        "reclaimed_ha": back,
        "reclaimed_pct": quotients(100.0 * back, ever_mined),
        **dict.fromkeys(TONNES),
    }
    if ledger is not None:
        counted = replace(ledger.land, table=land.table)
        own = [use[ever] for use in counted.uses]
        changed = None if counted.changed is None else counted.changed[:, ever]
        trajectories = replace(ledger.trajectories, classes=classes, uses=own, changed=changed)
        carbon = moved(trajectories, ledger.carbon, ledger.rule)
        lost, regained = sums(hectares * carbon.lost), sums(hectares * carbon.regained)
        net = regained - lost
        net[np.abs(net) < RANK_PRECISION * lost] = 0.0
        columns |= {"loss_tc": lost, "regained_tc": regained, "net_tc": net}
        if comeback.basis:
            for column, age in (("potential_20y_tc", SOON), ("potential_tc", IN_THE_END)):
                density = would_hold(comeback, ledger.carbon, carbon.stored, age)
                columns[column] = sums(hectares * unchanged * density)
    rows = Table(columns)[np.flatnonzero(np.bincount(strata, minlength=len(units)))]
    ranks = ranks_of(rows["potential_20y_tc" if comeback.basis else "unchanged_ha"])
    return Table({**rows.columns, "rank": ranks})


def priority_columns(priorities: Priorities) -> list[UnitColumns]:
    """What the polygon of a unit tells of it: hectares, per cent, tonnes, rank.

    Of a unit without mined land the hectares are 0 and the rest is empty.
    """
    by_unit = {row["unit"]: row for row in priorities.rows}
    nothing = dict.fromkeys(SUMS, 0.0)

    def columns(names: Sequence[str], digits: int, measure: str) -> UnitColumns:
        def of(census: Census) -> list[float | None]:
            row = by_unit.get(census.unit, nothing) if census.unit else priorities.whole
            return [row.get(name) for name in names]

        headings = [COLUMNS[name].heading for name in names]
        return UnitColumns(names, headings, of, digits, measure)

    return [
        columns(SUMS, 2, "ha"),
        columns(("reclaimed_pct",), 2, "%"),
        columns(TONNES, 1, "t C"),
        columns(("rank",), 0, ""),
    ]


MOST_SQUARES = 12
# Of squares and combinations in a block, where a bin is made for each.
MOST_BINS = 1 << 21
SIZES = (1, 2, 5, 10)

# Rows and columns of squares and, date by date, class codes (a row each); cells; hectares.
Counts = tuple[NDArray[np.uint16], Ints, Floats]


class MinedSquares(Consumer):
    """Counts what mined land is at all dates by squares.

    Attributes, once it is finished:
        squares: those that are shown.
        names: of those that hold mined land, row by row.
        table: their combinations; `strata` are indices in names.
    """

    squares: GroundSquares
    names: list[str]
    table: CombinationTable

    def __init__(self, series: Series, disturbing: DisturbingClasses):
        self._series, self._disturbing = series, disturbing
        finest = 1
        grid, window, method = series.grid, series.window, series.area.method
        while max(GroundSquares.of(grid, window, method, finest).shape) > np.iinfo(np.uint16).max:
            finest *= SIZES[-1]
        self._finest = GroundSquares.of(grid, window, method, finest)
        self._rows, self._columns = self._finest.rows, self._finest.columns
        # Dates, and the years of disturbance and of recovery.
        self._columns_of_land = len(series.rasters) + (0 if series.years is None else 2)
        # How many of the finest squares make up a side of those that are counted.
        self._factor = 1
        self._parts: list[Counts] = []
        self._size, self._size_to_shrink = 0, ROWS_TO_SORT

    def take(self, block: Block) -> Counts | None:
        mined: Flags = np.any([use == Use.MINE for use in uses_in(block, self._disturbing)], axis=0)
        if block.valid is not None:
            mined &= block.valid
        if not mined.any():
            return None
        window, series = block.window, self._series
        # Numbers of the combinations among those that are mined.
        cells, combinations = block.cells_of(mined, np.cumsum(mined) - 1)
        down, across = window.within(series.window)
        rows, columns = self._rows[down], self._columns[across]
        first_row, first_column = rows.min(), columns.min()
        row, column = np.divmod(cells, window.width)
        shape = (
            int(rows.max() - first_row) + 1,
            int(columns.max() - first_column) + 1,
            int(np.count_nonzero(mined)),
        )
        keys = np.ravel_multi_index(
            (rows[row] - first_row, columns[column] - first_column, combinations), shape
        )
        size = prod(shape)
        # Counting is far quicker than sorting, but makes a bin for every possible key.
        if size > max(MOST_BINS, cells.size):
            occurring, keys = np.unique(keys, return_inverse=True)
            keys, size = keys.ravel(), occurring.size
        else:
            occurring = np.arange(size)
        counts = np.bincount(keys, minlength=size)
        is_there = counts > 0
        counts = counts[is_there]
        squares_down, squares_across, combinations = np.unravel_index(occurring[is_there], shape)
        coded = np.zeros((2 + self._columns_of_land, combinations.size), np.uint16)
        coded[0], coded[1] = squares_down + first_row, squares_across + first_column
        for codes, own in zip(
            coded[2:], chain(block.codes, () if block.years is None else block.years)
        ):
            codes[:] = own[mined][combinations]
        if series.area.uniform is not None:
            return coded, counts, counts * np.float64(series.area.uniform)
        area = np.broadcast_to(series.area.of(window), (window.height, window.width))
        hectares = np.bincount(keys, area[row, column], size)[is_there]
        return coded, counts, hectares.astype(np.float64, copy=False)

    def merge(self, window: Window, part: Counts | None) -> None:
        if part is None:
            return
        part[0][:2] //= self._factor
        self._parts.append(part)
        self._size += part[1].size
        if self._size > self._size_to_shrink:
            self._shrink()
            self._size_to_shrink = max(ROWS_TO_SORT, 2 * self._size)

    def _shrink(self) -> None:
        """Sum up the rows of one square and combination, of squares as large as they may be."""
        coded, cells, hectares = (np.concatenate(arrays, axis=-1) for arrays in zip(*self._parts))
        while len(_squares(coded, SIZES[-1])) > MOST_SQUARES:
            coded[:2] //= SIZES[-1]
            self._factor *= SIZES[-1]
        order, is_first = grouped(packed(coded[::-1]))
        firsts = np.flatnonzero(is_first)
        coded = coded[:, order[firsts]]
        summed = np.bincount(np.cumsum(is_first) - 1, hectares[order])
        self._parts = [
            (coded, np.add.reduceat(cells[order], firsts), summed.astype(np.float64, copy=False))
        ]
        self._size = firsts.size
        # Of too many rows even so, the squares become larger than they would be.
        if self._size > MOST_COMBINATIONS and coded[:2].any():
            coded[:2] //= SIZES[-1]
            self._factor *= SIZES[-1]
            self._shrink()

    def finish(self, census: Census) -> None:
        if self._parts:
            self._shrink()
        else:
            none = np.zeros((2 + self._columns_of_land, 0), np.uint16)
            self._parts = [(none, np.zeros(0, np.int64), np.zeros(0))]
        coded, cells, hectares = self._parts.pop()
        size = next(s for s in SIZES if len(_squares(coded, s)) <= MOST_SQUARES)
        squares = _squares(coded, size)
        self.squares = replace(
            self._finest,
            size_km=self._finest.size_km * self._factor * size,
            width=self._finest.width * self._factor * size,
            height=self._finest.height * self._factor * size,
        )
        self.names = [self.squares.name(row, column) for row, column in squares]
        strata_of = {square: stratum for stratum, square in enumerate(squares)}
        strata = np.array(
            [strata_of[int(row), int(column)] for row, column in zip(*coded[:2] // size)], np.int64
        )
        dates = 2 + len(self._series.rasters)
        classes = (census.codes.astype(np.int64) - FIRST_CLASS)[coded[2:dates]]
        years = None if self._series.years is None else coded[dates:].T
        # Which thread numbered the classes must not show, not even in the last digit of a sum.
        order = np.lexsort(packed([*coded[dates:], *classes[::-1], strata]))
        table = CombinationTable(strata, classes.T, cells, hectares, years)
        self.table = table.chosen(order)


def _squares(coded: NDArray[np.uint16], size: int) -> list[tuple[int, int]]:
    """The squares that occur, so many times as large, by row and column, row by row."""
    rows, columns = (coded[:2] // size).astype(np.int64)
    return [divmod(int(key), 1 << 16) for key in np.unique(rows << 16 | columns)]
