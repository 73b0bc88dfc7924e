"""Which class of the map the cells of a reference have: at points, or inside polygons.

The one pass that counts the map looks at them, block by block. What features say of themselves is
a mark; the pass finds how many cells of which class each mark has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..messages import DataError
from ..raster.grid import Window
from ..raster.reader import OUTSIDE
from ..scan.block import Block
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer
from ..scan.polygons import MOST_STRATA, PolygonStrata
from ..scan.series import Series

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]


class Mark(NamedTuple):
    """What a feature of the reference says: its label, class of the map, and stratum; '' for none.

    `feature` is the id of the first one that says so.
    """

    label: str
    map_class: str
    stratum: str
    feature: int


@dataclass(frozen=True)
class ReferencePoints:
    """Points of a reference, and their marks.

    Attributes:
        label: what messages call the layer.
        marks: different ones.
        of: the place of each point's mark among them, shape (points,).
        places: x and y in the reference system of the cells, shape (points, 2); NaN where a point
            has no place there.
    """

    label: str
    marks: Sequence[Mark]
    of: Numbers
    places: NDArray[np.float64]


@dataclass(frozen=True)
class ReferencePolygons:
    """Polygons of a reference: each one's mark, and itself, valid and as WKB in the cells' system.

    Those that come first have the cells where polygons overlap.
    """

    label: str
    marks: Sequence[Mark]
    shapes: Sequence[bytes]


class MarkedCells(Consumer):
    """What the pass finds of a reference.

    Attributes:
        label: what messages call the reference.
        marks: what its features say.
        found: how many of each mark are what, by place of the mark and class code; the codes are
            those of the census.
        strata: what the pass must tell apart for it, if anything.
    """

    label: str
    marks: Sequence[Mark]
    strata: PolygonStrata | None = None

    def __init__(self, series: Series):
        # The list that the pass adds to; the series has another one afterwards.
        self._classes = series.classes
        self.found: Counter[tuple[int, int]] = Counter()

    def _final_codes(self) -> Numbers:
        """The class code of the census by that of the pass."""
        order = self._classes.order()
        codes = np.arange(FIRST_CLASS + len(order))
        codes[np.array(order, np.int64) + FIRST_CLASS] = FIRST_CLASS + np.arange(len(order))
        return codes


class PointCells(MarkedCells):
    """The class of the cell that each point lies in.

    Args:
        series: the map.
        reference: the points.

    Attributes:
        rows, columns: of the cells of the grid that the points lie in; -1 beyond it.
        codes: class codes by point, once all is counted.
        shared: how many points lie in a cell together with another one.
    """

    def __init__(self, series: Series, reference: ReferencePoints):
        super().__init__(series)
        self.label, self.marks, self._of = reference.label, reference.marks, reference.of
        x, dx, _, y, _, dy = series.grid.transform
        places = (reference.places - (x, y)) / (dx, dy)
        window = series.window
        first = (window.column, window.row)
        end = (window.column + window.width, window.row + window.height)
        # Comparing says no to what is not a number.
        inside = ((places >= first) & (places < end)).all(axis=1)
        self.columns, self.rows = np.where(inside[:, None], places, -1).astype(np.int64).T
        self._order = np.argsort(self.rows, kind="stable")
        self._sorted = self.rows[self._order]
        self.codes = np.full(inside.size, OUTSIDE, np.int64)
        cells = (self.rows * series.grid.width + self.columns)[inside]
        _, together = np.unique(cells, return_counts=True)
        self.shared = int(together[together > 1].sum())

    def take(self, block: Block) -> tuple[Numbers, Numbers]:
        window = block.window
        begin, end = np.searchsorted(self._sorted, (window.row, window.row + window.height))
        points = self._order[begin:end]
        columns = self.columns[points] - window.column
        within = (columns >= 0) & (columns < window.width)
        points, columns = points[within], columns[within]
        if not points.size:
            return points, points
        codes = block.expand(block.codes[0])
        return points, codes[self.rows[points] - window.row, columns].astype(np.int64)

    def merge(self, window: Window, part: tuple[Numbers, Numbers]) -> None:
        points, codes = part
        self.codes[points] = codes

    def finish(self, census: Census) -> None:
        self.codes = self._final_codes()[self.codes]
        self.found.update(zip(self._of.tolist(), self.codes.tolist()))


class PolygonCells(MarkedCells):
    """The classes of the cells whose centres lie inside polygons.

    Args:
        series: the map.
        reference: the polygons.

    Attributes:
        without_cells: how many polygons have no cell: they lie between the centres, beyond the
            map, or under others.

    Raises:
        DataError: there are more polygons than the pass can tell apart.
    """

    strata: PolygonStrata

    def __init__(self, series: Series, reference: ReferencePolygons):
        super().__init__(series)
        self.label, self.marks = reference.label, reference.marks
        if len(reference.shapes) > MOST_STRATA:
            raise DataError(
                "{label} has {count} polygons, more than the {limit} that can be told apart; give "
                "their centres as points, or fewer of them",
                label=self.label,
                count=len(reference.shapes),
                limit=MOST_STRATA,
            )
        self.strata = PolygonStrata(enumerate(reference.shapes, 1), series.grid)
        self.without_cells = len(reference.shapes)

    def take(self, block: Block) -> tuple[Numbers, Numbers]:
        strata = block.strata
        if strata is None:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        inside = strata > 0
        keys = strata[inside].astype(np.int64) * block.n_codes + block.codes[0][inside]
        numbers, places = np.unique(keys, return_inverse=True)
        cells = np.bincount(places, block.cells[inside], numbers.size).astype(np.int64)
        polygons, codes = np.divmod(numbers, block.n_codes)
        return np.stack([polygons - 1, codes], axis=1), cells

    def merge(self, window: Window, part: tuple[Numbers, Numbers]) -> None:
        for key, cells in zip(part[0].tolist(), part[1].tolist()):
            self.found[key[0], key[1]] += cells

    def finish(self, census: Census) -> None:
        codes = self._final_codes().tolist()
        by_code = Counter({(place, codes[code]): n for (place, code), n in self.found.items()})
        self.found = by_code
        self.without_cells -= len({place for place, _ in by_code})
