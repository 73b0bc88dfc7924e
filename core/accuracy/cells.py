"""Map classes of the cells of a reference, at points or inside polygons.

They are collected, block by block, in the pass that counts the map. The pass counts the
cells by class for each distinct set of sample attributes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..base.messages import DataError, Notes
from ..base.numbers import BoolArray, FloatArray, IntArray
from ..raster.grid import Window
from ..raster.reader import MASKED_CODE, OUTSIDE_CODE
from ..scan.block import Block
from ..scan.consumer import BlockConsumer
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scan.strata import MAX_STRATA, PolygonStrata


class SampleOrigin(NamedTuple):
    """Stratum and map fields of a point drawn by Sample for accuracy; '' if missing."""

    stratum: str = ""
    map_value: str = ""
    stratum_name: str = ""
    stratum_cells: str = ""
    stratum_ha: str = ""


class SampleAttributes(NamedTuple):
    """Attributes of a reference feature: label, map class and stratum; '' if missing.

    `feature` is the id of the first feature with these attributes, `drawn` its origin.
    """

    label: str
    map_class: str
    stratum: str
    feature: int
    drawn: SampleOrigin = SampleOrigin()


class ReferencePoints(NamedTuple):
    """Points of a reference, and their attributes.

    Attributes:
        label: name of the layer in messages.
        attributes: distinct sets of attributes.
        of: index of the attributes of each point, (points,).
        positions: x and y in the CRS of the grid, (points, 2); NaN for a point without a
            position.
    """

    label: str
    attributes: Sequence[SampleAttributes]
    of: IntArray
    positions: FloatArray


class ReferencePolygons(NamedTuple):
    """Reference polygons, first ones on top: attributes, valid shapes as WKB in the grid's CRS."""

    label: str
    attributes: Sequence[SampleAttributes]
    shapes: Sequence[bytes]


class SampleCells(BlockConsumer):
    """Cells of a reference, collected during the pass.

    Attributes:
        label: name of the reference in messages.
        attributes: attributes of its features.
        counts: number of cells by index of the attributes and class code; the codes are
            those of the census.
        strata: strata that the pass must separate, if any.
    """

    label: str
    attributes: Sequence[SampleAttributes]
    strata: PolygonStrata | None = None

    def __init__(self) -> None:
        self.counts: Counter[tuple[int, int]] = Counter()

    def notes(self) -> Notes:
        """Return messages on the cells, after the pass."""
        raise NotImplementedError


class PointCells(SampleCells):
    """Class of the cell at each point.

    Attributes:
        rows, columns: grid cells of the points, (points,); -1 outside the grid.
        codes: class codes by point, after the pass, (points,).
        shared: number of points that share a cell with another one.
    """

    def __init__(self, series: Series, reference: ReferencePoints):
        super().__init__()
        self.label, self.attributes, self._of = reference.label, reference.attributes, reference.of
        x, dx, _, y, _, dy = series.grid.transform
        positions = (reference.positions - (x, y)) / (dx, dy)
        window = series.window
        first = (window.column, window.row)
        end = (window.column + window.width, window.row + window.height)
        # Comparisons with NaN are False.
        inside: BoolArray = np.all((positions >= first) & (positions < end), axis=1)
        cells = np.where(inside[:, None], positions, -1).astype(np.int64)
        self.columns, self.rows = cells.T
        self._order = np.argsort(self.rows, kind="stable")
        self._sorted = self.rows[self._order]
        self.codes: IntArray = np.full(inside.size, OUTSIDE_CODE, np.int64)
        occupied = (self.rows * series.grid.width + self.columns)[inside]
        _, together = np.unique(occupied, return_counts=True)
        self.shared = int(together[together > 1].sum())

    def process_block(self, block: Block) -> tuple[IntArray, IntArray]:
        window = block.window
        ends = np.searchsorted(self._sorted, (window.row, window.row + window.height))
        points: IntArray = self._order[slice(*ends)]
        columns = self.columns[points] - window.column
        within = (columns >= 0) & (columns < window.width)
        points, columns = points[within], columns[within]
        if not points.size:
            return points, points
        codes = block.expand_to_cells(block.codes[0])
        return points, codes[self.rows[points] - window.row, columns].astype(np.int64)

    def merge_block(self, window: Window, part: tuple[IntArray, IntArray]) -> None:
        points, codes = part
        self.codes[points] = codes

    def finalize_results(self, census: CountResult) -> None:
        self.codes = census.codes[self.codes].astype(np.int64)
        self.counts.update(self.list_point_classes())

    def list_point_classes(self) -> Iterator[tuple[int, int]]:
        """Yield the index of the attributes and the class code of each point."""
        return ((int(index), int(code)) for index, code in zip(self._of, self.codes))

    def notes(self) -> Notes:
        notes = Notes()
        if self.shared:
            notes.add_warning(
                "{label}: points that share a cell with another point: {count:,}; all are "
                "included.",
                label=self.label,
                count=self.shared,
            )
        return notes


class PolygonCells(SampleCells):
    """Classes of the cells with centres inside polygons.

    Attributes:
        without_cells: number of polygons without cells: between cell centres, outside the
            map, or covered by others.
    """

    strata: PolygonStrata

    def __init__(self, series: Series, reference: ReferencePolygons):
        super().__init__()
        self.label, self.attributes = reference.label, reference.attributes
        if len(reference.shapes) > MAX_STRATA:
            raise DataError(
                "{label}: {count:,} polygons exceed the limit of {limit:,}; use their "
                "centroids as points",
                label=self.label,
                count=len(reference.shapes),
                limit=MAX_STRATA,
            )
        self.strata = PolygonStrata(enumerate(reference.shapes, 1), series.grid)
        self.without_cells = len(reference.shapes)

    def process_block(self, block: Block) -> Counter[tuple[int, int]]:
        counts: Counter[tuple[int, int]] = Counter()
        if block.strata is None:
            return counts
        # Blocks entirely outside the mask do not separate polygons.
        for stratum, code, cells in zip(block.strata, block.codes[0], block.cells):
            if stratum > 0 and code != MASKED_CODE:
                counts[int(stratum) - 1, int(code)] += int(cells)
        return counts

    def merge_block(self, window: Window, part: Counter[tuple[int, int]]) -> None:
        self.counts.update(part)

    def finalize_results(self, census: CountResult) -> None:
        self.counts = Counter(
            {(index, int(census.codes[code])): n for (index, code), n in self.counts.items()}
        )
        self.without_cells -= len({index for index, _ in self.counts})

    def notes(self) -> Notes:
        notes = Notes()
        notes.add_warning(
            "{label}: each cell in a polygon is a separate sample. Adjacent cells are "
            "spatially correlated, so confidence intervals are too narrow. Cells outside a "
            "mask are excluded.",
            label=self.label,
        )
        if self.without_cells:
            notes.add_warning(
                "{label}: polygons without a map cell centre outside other polygons, "
                "excluded: {count:,}.",
                label=self.label,
                count=self.without_cells,
            )
        if self.strata.overlapping:
            notes.add_notice(
                "{label}: cells in more than one polygon: {cells:,}; assigned to the "
                "labelled polygon with the smallest feature id.",
                label=self.label,
                cells=self.strata.overlapping,
            )
        return notes
