"""The transition cube: cells by period, from-class and to-class, and the tables read off it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..base.arrays import Floats, Ints
from ..base.dates import Period
from ..scheme.classes import Classes, LandClass
from .coding import FIRST_CLASS
from .tally import Tally


class TransitionCube:
    """Cells and hectares by period, from-class and to-class.

    Attributes:
        classes: the class list; the arrays' axes follow it.
        periods: the periods, in the order of the arrays.
        cells: per period, an int64 array of shape (n classes, n classes).
        hectares: per period, a float64 array of the same shape.
        total_cells, total_hectares: what counts, the same in every period.
    """

    def __init__(self, classes: Classes, periods: list[Period], tallies: list[Tally]):
        self.classes = classes
        self.periods = periods
        self.cells = [tally.cells[FIRST_CLASS:, FIRST_CLASS:] for tally in tallies]
        self.hectares = [tally.hectares[FIRST_CLASS:, FIRST_CLASS:] for tally in tallies]
        self.total_cells = int(self.cells[0].sum()) if tallies else 0
        self.total_hectares = float(self.hectares[0].sum()) if tallies else 0.0

    def by_period(self) -> Iterator[tuple[Period, Ints, Floats]]:
        """Period, cells and hectares, one after the other."""
        return zip(self.periods, self.cells, self.hectares)

    def present(self, cells: Ints) -> list[int]:
        """The numbers of the classes that occur in a matrix, in the tables' order."""
        occurring = (cells.sum(axis=0) + cells.sum(axis=1)) > 0
        return [number for number in self.classes.order() if occurring[number]]

    def pairs(self, cells: Ints) -> list[tuple[int, int]]:
        """From-number and to-number of the pairs that occur, in the tables' order."""
        order = self.present(cells)
        return [(i, j) for i in order for j in order if cells[i, j]]

    def sources(self, of: Callable[[LandClass, LandClass], bool]) -> list[int]:
        """The numbers of the classes that conversions of a kind come from, in the tables' order.

        Args:
            of: whether a conversion is of the kind, by from-class and to-class.
        """
        pairs = {pair for cells in self.cells for pair in self.pairs(cells)}
        numbers = {i for i, j in pairs if of(self.classes[i], self.classes[j])}
        return [number for number in self.classes.order() if number in numbers]
