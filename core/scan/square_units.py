"""Units without polygons: squares on the ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..base.messages import DataError, Notes
from ..base.numbers import Flags, Ints
from ..raster.grid import Window
from ..raster.ground_squares import GroundSquares
from ..scheme.reserved import OUTSIDE
from .columns import CellColumn, SpanColumn
from .series import Series
from .strata import Strata, by_rank
from .units import Units

if TYPE_CHECKING:
    from .columns import Cells, Mask
    from .units import Named

MOST_SQUARES = int(np.iinfo(np.int16).max)


class SquareStrata(Strata):
    """Strata of squares, numbered row by row from the north-west; all land lies in one."""

    def __init__(self, squares: GroundSquares):
        self._window = squares.window
        self._rows, self._columns = squares.rows, squares.columns
        rows, self._across = squares.shape
        self._ranks = np.arange(rows * self._across + 1)

    def ranks(self) -> Ints:
        return self._ranks

    def column(
        self, window: Window, *read: tuple[Cells, Mask], inside: Flags | None = None
    ) -> CellColumn:
        down, across = window.within(self._window)
        rows, columns = self._rows[down], self._columns[across]
        ends = np.append(np.flatnonzero(np.diff(columns)) + 1, window.width)
        strata = (rows[:, None] * self._across + columns[ends - 1] + 1).ravel()
        edges = (np.arange(window.height)[:, None] * window.width + ends).ravel()
        # Rows of cells in one square are one span.
        is_last = np.append(strata[1:] != strata[:-1], True)
        return SpanColumn(edges[is_last], *by_rank(strata[is_last]))


class SquareUnits(Units):
    """Units that are squares on the ground of size_km, named by row and column from the north-west.

    Raises:
        DataError: there are more of them than can be told apart.
    """

    may_be_empty = True

    def __init__(self, series: Series, size_km: float):
        self.label = f"UNITS_SIZE {size_km:g} km"
        self.squares = GroundSquares.of(series.grid, series.window, series.area.method, size_km)
        rows, columns = self.squares.shape
        if rows * columns > MOST_SQUARES:
            raise DataError(
                "UNITS_SIZE: squares of {size:g} km are {count:,} units, more than the {most:,} "
                "that can be told apart; take larger ones, from about {larger:.3g} km on, or a "
                "part of the layers (EXTENT)",
                size=size_km,
                count=rows * columns,
                most=MOST_SQUARES,
                larger=1.01 * size_km * (rows * columns / MOST_SQUARES) ** 0.5,
            )
        self.strata = SquareStrata(self.squares)

    def named(self) -> Named:
        names = self.squares.names
        return [*names, OUTSIDE], np.roll(np.arange(len(names) + 1), 1)

    def notes(self) -> Notes:
        notes, squares = Notes(), self.squares
        rows, columns = squares.shape
        notes.inform(
            "{label}: squares in {rows:,} rows and {columns:,} columns from the north-west corner "
            "of the land, the first one {name}; on the map each is {width:.10g} x {height:.10g}.",
            label=self.label,
            rows=rows,
            columns=columns,
            name=squares.name(0, 0),
            width=squares.width,
            height=squares.height,
        )
        if squares.uneven_km is not None:
            least, most = squares.uneven_km
            notes.inform(
                "{label}: as the map's scale is not the same everywhere, the sides are {least:.3g} "
                "to {most:.3g} km long on the ground.",
                label=self.label,
                least=least,
                most=most,
            )
        return notes
