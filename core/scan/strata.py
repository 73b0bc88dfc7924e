"""Parts of the land that are counted apart: inside polygons, or by the values of a raster.

A stratum is a whole number from 1 on; 0 is land in none. The pass takes the strata as one column
beside the dates, which tells cells apart but does not decide which of them count.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..messages import DataError, Notes
from ..raster.alignment import align
from ..raster.grid import Window
from ..raster.reader import VALID
from ..raster.source import Raster, RasterInput, inspect
from .coding import LeftOut, NotWhole, coder_by
from .series import Series

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .block import Cells, InStrata, Mask
    from .kinds import Numbers

# A raster's values get numbers as they get class codes, in the same type.
MOST_VALUES = int(np.iinfo(np.int16).max)


class Strata:
    """Gives the cells of a grid their strata; asked by several threads at a time.

    `raster` is what the pass reads for it along with the dates, if anything.
    """

    raster: Raster | None = None

    def of(
        self, window: Window, *read: tuple[Cells, Mask], inside: NDArray[np.bool_] | None = None
    ) -> InStrata:
        """The strata of a window.

        Args:
            read: values and mask of the window in `raster`, where there is one.
            inside: which cells lie inside the run's mask, where not all do; what the others are
                said to hold does not matter.

        Returns:
            For each cell, in reading order, the place of its stratum among those of the window
            (uint8 or uint16); and these strata's numbers, in the order of the strata.
        """
        raise NotImplementedError

    def ranks(self) -> NDArray[np.int64]:
        """The stratum that each number of a block stands for, among all that turned up so far.

        Numbers may depend on which thread was faster; the order of the strata does not, nor do
        the strata once all cells are read.
        """
        raise NotImplementedError


def by_place(held: NDArray[np.int64]) -> tuple[NDArray[np.int64], Numbers]:
    """The numbers that occur, in their order, and each one's place among them."""
    numbers, places = np.unique(held, return_inverse=True)
    return numbers, places.astype(np.uint8 if numbers.size <= 1 << 8 else np.uint16)


class RasterStrata(Strata):
    """Strata of a raster's values, each value one; nodata and land beyond its edge lie in none."""

    raster: Raster

    def __init__(self, raster: Raster):
        self.raster = raster
        self._values: list[int] = []
        self._left_out = LeftOut(raster)
        self._coder = coder_by(raster, self._learn)

    @classmethod
    def on(cls, series: Series, source: RasterInput, notes: Notes) -> RasterStrata:
        """A raster brought onto the cells of a series.

        Args:
            notes: what was done is added to them.

        Raises:
            DataError: it cannot be used, or does not overlap the cells.
        """
        base = next(raster for raster in series.rasters if raster.onto is None)
        base = replace(base, grid=series.grid)
        return cls(align([base, inspect(source)], 0, notes)[1])

    @property
    def values(self) -> list[int]:
        """The values that occur, in the order of their strata; the first one is stratum 1."""
        return sorted(self._values)

    def ranks(self) -> NDArray[np.int64]:
        values = list(self._values)
        ranks = np.zeros(len(values) + 1, np.int64)
        ranks[1 + np.argsort(np.array(values, object))] = np.arange(1, len(values) + 1)
        return ranks

    def _learn(self, value: float) -> int:
        """The number of a value met for the first time; the coder asks one thread at a time."""
        if self._left_out(value):
            return 0
        if len(self._values) == MOST_VALUES:
            raise DataError(
                "{label} holds more than {limit} different values, too many for units",
                label=self.raster.label,
                limit=MOST_VALUES,
            )
        self._values.append(int(value))
        return len(self._values)

    def of(
        self, window: Window, *read: tuple[Cells, Mask], inside: NDArray[np.bool_] | None = None
    ) -> InStrata:
        ((cells, mask),) = read
        cells = cells.ravel()
        changes = cells[1:] != cells[:-1]
        if mask is not None:
            mask = mask.ravel()
            changes |= mask[1:] != mask[:-1]
        # Units come in patches: values are looked up where they change.
        starts = np.append(0, np.flatnonzero(changes) + 1)
        valid = slice(None) if mask is None else mask[starts] == VALID
        shown = starts[valid]
        held = np.zeros(starts.size, np.int64)
        try:
            held[valid] = self._coder.codes(cells[shown])
        except NotWhole as error:
            place = int(shown[cells[shown] == error.value][0])
            row, column = divmod(place, window.width)
            raise DataError(
                "{label} holds {value:.10g} in row {row}, column {column}; units are whole numbers",
                label=self.raster.label,
                value=error.value,
                row=window.row + row + 1,
                column=window.column + column + 1,
            ) from None
        ranks = self.ranks()
        strata, places = by_place(ranks[held])
        numbers = np.argsort(ranks)[strata]
        return np.repeat(places, np.diff(starts, append=cells.size)), numbers
