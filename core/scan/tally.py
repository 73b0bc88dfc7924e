"""Cells and hectares by class and by pair of classes, added up block by block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Floats, Ints, NDArray
from ..raster.area import CellArea

if TYPE_CHECKING:
    from typing import TypeVar

    Number = TypeVar("Number", np.int64, np.float64)


class Tally:
    """Cells and hectares by class code or pair of codes, added up block by block.

    The arrays grow with the class list. Where all cells have the same area no hectares are
    added up; they follow from the cells when the count is `closed`.

    Attributes:
        cells, hectares: by code, (codes,), or by code before and after, (codes, codes).
    """

    def __init__(self, dimensions: int):
        self.cells = np.zeros((0,) * dimensions, np.int64)
        self.hectares: Floats = np.zeros((0,) * dimensions)

    def add(self, cells: Ints, hectares: Floats | None) -> None:
        """Add the counts of a block."""
        self.cells = _added(self.cells, cells)
        if hectares is not None:
            self.hectares = _added(self.hectares, hectares)

    def closed(self, codes: NDArray[np.uint16], area: CellArea) -> Tally:
        """The whole count by the final codes of the classes (Census.codes), hectares filled in."""
        whole = Tally(self.cells.ndim)
        shape = (codes.size,) * self.cells.ndim
        whole.cells = _added(np.zeros(shape, np.int64), self.cells)
        if area.uniform is None:
            whole.hectares = _added(np.zeros(shape), self.hectares)
        else:
            whole.hectares = whole.cells * np.float64(area.uniform)
        places = np.ix_(*[np.argsort(codes)] * whole.cells.ndim)
        whole.cells, whole.hectares = whole.cells[places], whole.hectares[places]
        return whole


def _added(total: NDArray[Number], part: NDArray[Number]) -> NDArray[Number]:
    """Two arrays added, the smaller filled up with zeros: class lists grow in a run."""
    if total.shape != part.shape:
        grown = np.zeros(np.maximum(total.shape, part.shape), total.dtype)
        grown[tuple(slice(n) for n in total.shape)] = total
        total = grown
    total[tuple(slice(n) for n in part.shape)] += part
    return total


@dataclass(frozen=True)
class DateTallies:
    """The classes of each date by themselves.

    Attributes:
        own: per date, a tally by class code, whatever the other dates hold.
        common: per date, the same over the cells valid at all dates.
    """

    own: list[Tally]
    common: list[Tally]
