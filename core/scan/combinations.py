"""Cells and hectares by stratum and by the classes at all dates, as far as they occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import DataError
from ..base.numbers import Floats, Ints, NDArray
from ..raster.grid import Window
from .block import Block
from .class_codes import FIRST_CLASS, grouped, packed
from .consumer import Consumer
from .count_result import Census, CombinationTable
from .series import Series
from .strata import Strata

if TYPE_CHECKING:
    from collections.abc import Callable

    # Numbers of strata and, date by date, of classes (a row each), cells, and hectares where
    # cells differ; any combination may stand there several times.
    Counts = tuple[NDArray[np.uint16], Ints, Floats | None]

# Land use that is classified in patches has some thousand combinations. A million are about as many
# rows as a spreadsheet shows, and take some 50 MB at four dates, some 100 MB while being sorted.
MOST_COMBINATIONS = 1_000_000

# Fewer rows than these are not worth sorting.
ROWS_TO_SORT = 1 << 16


class Combinations(Consumer):
    """Counts what cells hold at all dates together, of those that are valid at all dates.

    Where the same pass counts them by stratum too, `gather` adds these up, and no block is taken.

    Args:
        strata: those of the run, to count by; None to count whatever the stratum.
        most: combinations; more of them are an error.

    Attributes:
        by_stratum: whether they are counted by stratum.
        table: the whole count, once it is finished.
    """

    table: CombinationTable

    def __init__(self, series: Series, strata: Strata | None = None, most: int = MOST_COMBINATIONS):
        self._area = series.area
        self._dates = len(series.rasters)
        self._strata = strata
        self.by_stratum = strata is not None
        self._most = most
        self._parts: list[Counts] = []
        self._rows, self._rows_to_sort = 0, ROWS_TO_SORT

    def take(self, block: Block) -> Counts:
        columns = np.zeros((1 + self._dates, block.cells.size), np.uint16)
        if self._strata is not None and block.strata is not None:
            columns[0] = block.strata
        for row, codes in zip(columns[1:], block.codes):
            row[:] = codes
        if block.valid is None:
            return columns, block.cells, block.hectares
        hectares = None if block.hectares is None else block.hectares[block.valid]
        return columns[:, block.valid], block.cells[block.valid], hectares

    def merge(self, window: Window, part: Counts) -> None:
        self._parts.append(part)
        self._rows += part[1].size
        # Sorting now and then, ever more rows at a time, costs less than looking each row up.
        if self._rows > self._rows_to_sort:
            self._add_up()
            self._rows_to_sort = max(ROWS_TO_SORT, self._rows + self._rows // 2)

    def _add_up(self) -> None:
        """Make one row of those of one combination."""
        # Each array is let go as soon as it has done its work: they are what takes memory here.
        parts, self._parts = self._parts, []
        columns = np.concatenate([part[0] for part in parts], axis=1)
        cells = np.concatenate([part[1] for part in parts])
        each: Floats | None = None
        if self._area.uniform is None:
            each = np.concatenate([part[2] for part in parts if part[2] is not None])
        parts.clear()
        # In reading order, each added to the sum of those before: when this is done does not show.
        order, is_first = grouped(packed(columns))
        firsts = np.flatnonzero(is_first)
        if firsts.size > self._most:
            raise self._too_many()
        columns = columns[:, order[firsts]]
        cells = np.add.reduceat(cells[order], firsts)
        hectares: Floats | None = None
        if each is not None:
            added = np.bincount(np.cumsum(is_first) - 1, each[order])
            hectares = added.astype(np.float64, copy=False)  # numpy's types know no weights
        self._parts = [(columns, cells, hectares)]
        self._rows = firsts.size

    def _too_many(self) -> DataError:
        if self._strata is None:
            return DataError(
                "the {dates} dates hold more than {limit} different combinations of classes, too "
                "many for a table; take fewer dates, a class table with fewer classes (CLASSES) "
                "or a part of the layers (EXTENT)",
                dates=self._dates,
                limit=self._most,
            )
        return DataError(
            "the {dates} dates hold more than {limit} different combinations of units and classes, "
            "too many for a table; take fewer dates, a class table with fewer classes (CLASSES), "
            "fewer units or a part of the layers (EXTENT)",
            dates=self._dates,
            limit=self._most,
        )

    def finish(self, census: Census) -> None:
        """Number strata and classes as tables list them, and fill in the hectares."""
        self._add_up()
        columns, cells, hectares = self._parts.pop()
        if self._strata is not None:
            columns[0] = self._strata.ranks()[columns[0]]
        final = census.codes - FIRST_CLASS
        # One by one: what numpy makes of small numbers to look up by takes four times their memory.
        for codes in columns[1:]:
            codes[:] = final[codes]
        if hectares is None:
            hectares = cells * np.float64(self._area.uniform)
        # By stratum first, then date by date: the last key counts most.
        order = np.lexsort(packed(columns[::-1]))
        self.table = CombinationTable(
            columns[0, order].astype(np.int64), columns[1:, order].T, cells[order], hectares[order]
        )

    def gather(self, table: CombinationTable) -> None:
        """Make the whole count of one by stratum, in place of taking blocks."""
        order, is_first = grouped(packed(table.classes.T[::-1]))
        firsts = np.flatnonzero(is_first)
        if firsts.size > self._most:
            raise self._too_many()
        cells = np.add.reduceat(table.cells[order], firsts)
        if self._area.uniform is None:
            hectares = np.add.reduceat(table.hectares[order], firsts)
        else:
            hectares = cells * np.float64(self._area.uniform)
        nowhere = np.zeros(firsts.size, np.int64)
        self.table = CombinationTable(nowhere, table.classes[order[firsts]], cells, hectares)


class FewCombinations(Combinations):
    """Combinations for a run that does without where there are too many (`too_many` says it)."""

    too_many: DataError | None = None

    def take(self, block: Block) -> Counts | None:  # type: ignore[override]
        return None if self.too_many else super().take(block)

    def merge(self, window: Window, part: Counts | None) -> None:
        if part is not None:
            self._unless_too_many(super().merge, window, part)

    def finish(self, census: Census) -> None:
        self._unless_too_many(super().finish, census)

    def gather(self, table: CombinationTable) -> None:
        self._unless_too_many(super().gather, table)

    def _unless_too_many(self, work: Callable[..., None], *arguments: object) -> None:
        if self.too_many:
            return
        try:
            work(*arguments)
        except DataError as error:
            # Without its frames, which hold the rasters open.
            self.too_many, self._parts = error.with_traceback(None), []
