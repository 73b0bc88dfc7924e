"""Sizes and sides of cells, centroids and landscape counts, in integer units.

Sums of integers do not depend on their order: patch measures are independent of the
division of the raster into blocks. If all cells are equal, the unit is the cell or its
side.

Centroids are the means of the cell centres. The ellipse is that of the covariance
(Yuill 1971; Lefever 1926): its semi-axes are sqrt 2 times the square roots of the
eigenvalues, i.e. sqrt 2 times the standard deviations along them, as in ArcGIS since
version 10. All results are derived from exact integers, so that large coordinates cause
no loss of precision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import atan2, degrees, hypot, sqrt
from typing import NamedTuple

import numpy as np
from osgeo import osr

from ..base.data_dictionary import get_table_fields
from ..base.dates import Date, Period, interval_years
from ..base.messages import Notes
from ..base.numbers import FloatArray, IntArray, NDArray
from ..base.table import Table
from ..raster.area import CellArea, Ellipsoid, inverse_geodesic
from ..raster.grid import Grid, Window
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS_CODE, sum_by_key, to_python_ints
from ..scan.consumer import BlockConsumer
from ..scan.count_result import CountResult
from ..scan.series import Series
from .patches import MergedPatches, cell_moments

# Maximum relative difference between the sides of square cells, and the maximum that needs no note.
SQUARE_TOLERANCE, EXACT_SQUARE_TOLERANCE = 1e-3, 1e-6

# Maximum bits of the largest cell or side, so that sums of a block stay below 2**53, exact in
# doubles, and those of a raster below 2**63, even if some cells are larger.
MAX_CELL_BITS, MAX_SUM_BITS = 30, 58

# Gauss-Legendre quadrature along the meridian of a cell; this order is exact to double precision
# for one degree.
ARC_POINTS, ARC_WEIGHTS = np.polynomial.legendre.leggauss(8)


@dataclass(frozen=True)
class CellMeasure:
    """Sizes and side lengths of the cells of a grid.

    Attributes:
        hectares: hectares per unit of size; one unit per cell if all cells are equal.
        across, down: metres per unit of the sides between neighbours in a row, and in a
            column; None if their true length is unknown.
        metres: metres per map unit; None in degrees.
        side: side of square cells, m, the mean of both if they differ slightly; None if
            sides cannot be counted.
        area: sizes of cells if they differ, else None.
        across_by_row: units of the side between neighbours in a row, (rows,); None if each
            side is one unit.
        down_by_row: units of the sides above each row of the grid, (rows,).
        ellipsoid: ellipsoid of a grid in degrees, else None.
        radians: radians per map unit of such a grid.
    """

    grid: Grid
    hectares: float
    across: float | None
    down: float | None
    metres: float | None
    side: float | None = None
    area: CellArea | None = None
    across_by_row: IntArray | None = None
    down_by_row: IntArray | None = None
    ellipsoid: Ellipsoid | None = None
    radians: float = 0.0

    @property
    def varies_by_row(self) -> bool:
        """Whether cells are equal within rows but differ between rows."""
        return self.area is not None and self.area.by_row

    def cell_sizes(self, window: Window) -> IntArray | None:
        """Return units of size of cells, (height, 1) or (height, width); None: one each."""
        if self.area is None:
            return None
        units: IntArray = np.rint(self.area.cell_hectares(window) / self.hectares).astype(np.int64)
        return units


def measure_cells(grid: Grid, area: CellArea, window: Window) -> CellMeasure:
    """Return the cell measures of a series that uses a window of its grid."""
    reference = grid.spatial_reference()
    parts = 1 << min(MAX_CELL_BITS, MAX_SUM_BITS - window.cell_count.bit_length())
    if reference is not None and reference.IsGeographic():
        return _measure_geographic(grid, area, window, reference, parts)
    metres = 1.0 if reference is None else reference.GetLinearUnits()
    width, height = grid.cell_width * metres, grid.cell_height * metres
    if area.uniform is None:
        # Equal-area cells of a map with varying scale; lengths on the map are not true.
        middle = Window(window.column + window.width // 2, window.row + window.height // 2, 1, 1)
        hectares = float(area.cell_hectares(middle)[0, 0]) / parts
        return CellMeasure(grid, hectares, None, None, metres, area=area)
    is_square = _side_difference(grid) <= SQUARE_TOLERANCE
    return CellMeasure(
        grid, area.uniform, height, width, metres, (width + height) / 2 if is_square else None
    )


def _side_difference(grid: Grid) -> float:
    """Return the relative difference between the sides of a cell."""
    width, height = grid.cell_width, grid.cell_height
    return abs(width - height) / max(width, height)


def _measure_geographic(
    grid: Grid, area: CellArea, window: Window, reference: osr.SpatialReference, parts: int
) -> CellMeasure:
    """Return sides along parallels and meridians on the CRS ellipsoid (Snyder 1987, eq. 4-18)."""
    ellipsoid, radians = Ellipsoid.from_crs(reference), reference.GetAngularUnits()
    edges = (grid.transform[3] + np.arange(grid.height + 1) * grid.transform[5]) * radians
    edges = np.clip(edges, -np.pi / 2, np.pi / 2)
    e2 = ellipsoid.eccentricity2
    normal = ellipsoid.major / np.sqrt(1 - e2 * np.sin(edges) ** 2)
    down = normal * np.cos(edges) * grid.cell_width * radians
    middle, half = (edges[1:] + edges[:-1]) / 2, np.abs(np.diff(edges)) / 2
    latitudes = middle[:, None] + half[:, None] * ARC_POINTS
    curvature = ellipsoid.major * (1 - e2) / (1 - e2 * np.sin(latitudes) ** 2) ** 1.5
    across = half * (curvature @ ARC_WEIGHTS)
    unit = float(max(across.max(), down.max())) / parts
    return CellMeasure(
        grid,
        float(area.cell_hectares(window).max()) / parts,
        unit,
        unit,
        None,
        area=area,
        across_by_row=_round_to_units(across, unit),
        down_by_row=_round_to_units(down[:-1], unit),
        ellipsoid=ellipsoid,
        radians=radians,
    )


def _round_to_units(lengths: FloatArray, unit: float) -> IntArray:
    """Round lengths to whole units."""
    units: IntArray = np.rint(lengths / unit).astype(np.int64)
    return units


def measure_notes(measured: CellMeasure) -> Notes:
    """Return notes on the measurement of cells and on unavailable metrics, for the log."""
    notes = Notes()
    if measured.ellipsoid is not None:
        notes.add_notice(
            "Geographic CRS: areas and lengths are ellipsoidal, centroids area-weighted, "
            "distances geodesic. LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI, CONTAG and the "
            "ellipses require square cells and are empty; use a projected CRS."
        )
    elif measured.across is None:
        notes.add_notice(
            "Areas are ellipsoidal, but edge lengths are available only in the map "
            "projection: TE, ED, LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are "
            "empty. Set AREA_METHOD to planimetric to compute all metrics in the map "
            "projection."
        )
    elif measured.side is None:
        notes.add_notice(
            "Cells are not square ({width:.10g} x {height:.10g}): TE and ED use true side "
            "lengths; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and CONTAG are empty.",
            width=measured.grid.cell_width,
            height=measured.grid.cell_height,
        )
    elif _side_difference(measured.grid) > EXACT_SQUARE_TOLERANCE:
        notes.add_notice(
            "Cell sides differ by {percent:.2g} % ({width:.10g} x {height:.10g}): areas, TE "
            "and ED use true side lengths; LSI, SHAPE, FRAC, PLADJ, AI, COHESION, IJI and "
            "CONTAG assume square cells with the mean side length.",
            percent=100 * _side_difference(measured.grid),
            width=measured.grid.cell_width,
            height=measured.grid.cell_height,
        )
    return notes


# Maximum difference of equal axes, relative to the larger variance; equal axes have no orientation.
AXIS_TOLERANCE = 1e-12

CENTRES_COLUMNS = (
    "year layer value class x y moved_m direction_deg m_per_year major_m minor_m rotation_deg"
)
CENTRES = get_table_fields(CENTRES_COLUMNS)


class Moments(NamedTuple):
    """Exact sums over a class by column x and row y; `weight`: cells, or their units of size."""

    weight: int
    x: int
    y: int
    xx: int
    yy: int
    xy: int


class ClassCentroid:
    """Centroid of a class from the moments of its cells.

    Attributes:
        position: x and y in map units.
    """

    def __init__(self, moments: Moments, measure: CellMeasure):
        self.moments, self.measure = moments, measure
        x, self._dx, _, y, _, self._dy = measure.grid.transform
        across, down = moments.x / moments.weight + 0.5, moments.y / moments.weight + 0.5
        self.position = x + across * self._dx, y + down * self._dy

    @property
    def deviational_ellipse(self) -> tuple[float | None, float | None, float | None]:
        """Semi-axes, m, and rotation of the major axis, degrees clockwise from north (0 to 180).

        The rotation is None for equal axes; all values are None in degrees.
        """
        metres = self.measure.metres
        if metres is None:
            return None, None, None
        m, dx, dy = self.moments, self._dx * metres, self._dy * metres
        n = m.weight
        xx = (n * m.xx - m.x * m.x) / (n * n) * dx * dx
        yy = (n * m.yy - m.y * m.y) / (n * n) * dy * dy
        xy = (n * m.xy - m.x * m.y) / (n * n) * dx * dy
        middle, spread = (xx + yy) / 2, hypot((xx - yy) / 2, xy)
        rotation = None
        if spread > AXIS_TOLERANCE * middle:
            # Convert from counterclockwise from east to clockwise from north.
            rotation = _normalize_angle(90.0 - degrees(atan2(2 * xy, xx - yy)) / 2, 180.0)
        return sqrt(2 * (middle + spread)), sqrt(2 * max(middle - spread, 0.0)), rotation

    def measure_movement(self, before: ClassCentroid) -> tuple[float | None, float | None]:
        """Return the distance from a centroid, m, and direction, degrees clockwise from north.

        Directions are 0 to 360, None without movement; values are None if unknown.
        """
        old, new = before.moments, self.moments
        both = old.weight * new.weight
        columns = (new.x * old.weight - old.x * new.weight) / both
        rows = (new.y * old.weight - old.y * new.weight) / both
        if columns == 0 and rows == 0:
            return 0.0, None
        measured = self.measure
        if measured.metres is not None:
            east, north = (
                columns * (self._dx * measured.metres),
                rows * (self._dy * measured.metres),
            )
            return hypot(east, north), _normalize_angle(degrees(atan2(east, north)), 360.0)
        if measured.ellipsoid is None:
            return None, None
        radians = measured.radians
        ends = [(x * radians, y * radians) for x, y in (before.position, self.position)]
        line = inverse_geodesic(measured.ellipsoid, *ends)
        return (
            (None, None) if line is None else (line[0], _normalize_angle(degrees(line[1]), 360.0))
        )


def _normalize_angle(angle: float, whole: float) -> float:
    """Return an angle normalized to 0 <= angle < `whole`."""
    # An angle slightly below 0 is rounded to `whole` by the first modulo.
    return angle % whole % whole


def centroid_rows(
    dates: Sequence[Date],
    moments: Sequence[Mapping[int, Moments]],
    measure: CellMeasure,
    names: Sequence[tuple[int | None, str]],
) -> Table:
    """Return CENTRES: a row per date and class that occurs.

    Movement is from the previous date; None if the class did not occur then.

    Args:
        moments: moments of each class that occurs, by date.
        names: value and name by class index.
    """
    rows: list[tuple[object, ...]] = []
    earlier: dict[int, ClassCentroid] = {}
    for date_index, (date, of_date) in enumerate(zip(dates, moments)):
        period = Period(date_index - 1, date_index, "")
        years = interval_years(dates, period) if date_index else None
        # Land beyond a pole has no weight and no centroid.
        here = {n: ClassCentroid(of_date[n], measure) for n in sorted(of_date) if of_date[n].weight}
        for n, centre in here.items():
            distance, direction = (
                centre.measure_movement(earlier[n]) if n in earlier else (None, None)
            )
            pace = distance / years if distance is not None and years else None
            head = date.year or None, date.layer, *names[n], *centre.position
            rows.append((*head, distance, direction, pace, *centre.deviational_ellipse))
        earlier = here
    return Table.from_rows(CENTRES_COLUMNS, rows)


class CentroidCounter(BlockConsumer):
    """Positions of all dates' valid cells summed; `moments`, when finished, by date and class."""

    moments: Sequence[Mapping[int, Moments]]

    def __init__(self, series: Series):
        self.measure = measure_cells(series.grid, series.area, series.window)
        self._sums: list[dict[int, NDArray[np.object_]]] = [{} for _ in series.rasters]

    def process_block(self, block: Block) -> list[NDArray[np.object_]]:
        sizes = self.measure.cell_sizes(block.window) if self.measure.varies_by_row else None
        small = np.min_scalar_type(block.n_codes)
        parts = []
        for codes in block.codes:
            valid = codes if block.valid is None else np.where(block.valid, codes, 0)
            cells = block.expand_to_cells(valid.astype(small))
            parts.append(shift_moments(cell_moments(cells, block.n_codes, sizes), block.window))
        return parts

    def merge_block(self, window: Window, part: list[NDArray[np.object_]]) -> None:
        for sums, moments in zip(self._sums, part):
            for code in range(FIRST_CLASS_CODE, moments.shape[1]):
                if moments[0, code]:
                    sums[code] = sums.get(code, 0) + moments[:, code]

    def finalize_results(self, census: CountResult) -> None:
        """Number the classes in table order."""
        indices = census.codes.astype(np.int64) - FIRST_CLASS_CODE
        self.moments = [
            {int(indices[code]): Moments(*sums[code]) for code in sorted(sums)}
            for sums in self._sums
        ]


def shift_moments(moments: NDArray[np.object_], window: Window) -> NDArray[np.object_]:
    """Convert sums by cell of a block to sums by cell of the grid, (6, keys)."""
    n, x, y, xx, yy, xy = moments
    x0, y0 = window.column, window.row
    return np.stack(
        [
            n,
            x + n * x0,
            y + n * y0,
            xx + 2 * x * x0 + n * x0 * x0,
            yy + 2 * y * y0 + n * y0 * y0,
            xy + x * y0 + y * x0 + n * x0 * y0,
        ]
    )


class Patches:
    """Patches by size and perimeter, sorted by both.

    Args:
        sizes: units of size, (n,); cells if all are equal.
        perimeters: cell sides not shared within the patch, (n,); 0 if not counted.
        times: number of such patches, (n,).

    Attributes:
        size: total units of size.
        like_sides: sides between two cells of the same patch.
    """

    def __init__(self, sizes: IntArray, perimeters: IntArray, times: IntArray):
        self.sizes, self.perimeters, self.times = sizes, perimeters, times
        self.count, self.size = int(times.sum()), int((sizes * times).sum())
        self.perimeter = int((perimeters * times).sum())
        self.like_sides = (4 * self.size - self.perimeter) // 2

    @cached_property
    def squared_size_sum(self) -> int:
        """Sum of squared sizes, which may exceed 64 bits."""
        sizes = self.sizes.astype(object)
        return int((sizes * sizes * self.times).sum())

    @property
    def rows(self) -> Iterator[tuple[int, int, int]]:
        """Size, perimeter and number of patches."""
        return zip(*map(to_python_ints, (self.sizes, self.perimeters, self.times)))


@dataclass(frozen=True)
class Landscape:
    """A landscape at one date.

    Attributes:
        class_indices: indices of the classes that occur, in table order, (m,).
        patches: patches of each class.
        across, down: units of the sides between two classes, between neighbours in rows and
            in columns, (m, m + 1); the last column has the sides at NoData, other units and
            the edge. The diagonal is 0.
        moments: moments of each class by its index.
    """

    class_indices: Sequence[int]
    patches: Sequence[Patches]
    across: IntArray
    down: IntArray
    moments: Mapping[int, Moments]

    @cached_property
    def all_patches(self) -> Patches:
        """Patches of all classes together."""
        rows = [np.stack([part.sizes, part.perimeters, part.times]) for part in self.patches]
        of_all = np.concatenate(rows, axis=1)
        keys, times = sum_by_key(of_all[:2], of_all[2:])
        return Patches(keys[0], keys[1], times[0])


class UnitLandscapes:
    """Landscapes of one date by unit index, created on demand.

    Args:
        joined: all patches and sides by key.
        units: unit index of each stratum.
        class_indices: class index of each code.
        code_bits: number of bits of the code in a key; the stratum is above.
    """

    def __init__(
        self,
        joined: MergedPatches,
        moments: Mapping[int, NDArray[np.object_]],
        units: IntArray,
        class_indices: IntArray,
        code_bits: int,
    ):
        code = (1 << code_bits) - 1
        # Index of non-class neighbours, above all class indices: NoData, another unit, the edge.
        border = class_indices.size

        def unit_and_class(keys: IntArray) -> IntArray:
            """Return the indices of unit and class, (2, keys)."""
            return np.stack(
                [units[keys >> code_bits], np.where(keys, class_indices[keys & code], border)]
            )

        (keys, sizes, perimeters), (times,) = joined.patches.sorted_rows()
        patches = np.concatenate([unit_and_class(keys), [sizes, perimeters]])
        order = np.lexsort(patches[::-1])
        self._patches, self._times = patches[:, order], times[order]
        (smaller, larger), sides = joined.sides.sorted_rows()
        (unit, of_class), (beyond, neighbour) = unit_and_class(smaller), unit_and_class(larger)
        is_land, apart = smaller > 0, unit != beyond
        # In both directions; cells outside a unit are NoData for it.
        there = np.stack([beyond, neighbour, np.where(apart | ~is_land, border, of_class)])
        here = np.stack([unit, of_class, np.where(apart, border, neighbour)])[:, is_land]
        self._pairs, self._sides = sum_by_key(
            np.concatenate([there, here], axis=1),
            np.concatenate([sides, sides[:, is_land]], axis=1),
        )
        self._moments = {
            (int(units[key >> code_bits]), int(class_indices[key & code])): Moments(*sums)
            for key, sums in moments.items()
        }

    def class_sizes(self, classes: int) -> IntArray:
        """Return units of size of the patches in all units by class, (classes,)."""
        sizes = np.zeros(classes, np.int64)
        np.add.at(sizes, self._patches[1], self._patches[2] * self._times)
        return sizes

    @property
    def total_perimeter(self) -> int:
        """Total perimeter of all patches, in sides."""
        return int((self._patches[3] * self._times).sum())

    @property
    def total_sides(self) -> int:
        """Total units of sides at other classes and borders; sides of two classes count twice."""
        return int(self._sides.sum())

    def get_landscape(self, unit: int = 0) -> Landscape:
        """Return the landscape of a unit by its index; a run without units has one."""
        rows = slice(*np.searchsorted(self._patches[0], (unit, unit + 1)))
        classes, sizes, perimeters = self._patches[1:, rows]
        times = self._times[rows]
        present, firsts = np.unique(classes, return_index=True)
        ends = np.append(firsts, classes.size)
        pairs = slice(*np.searchsorted(self._pairs[0], (unit, unit + 1)))
        rows_and_columns = np.searchsorted(present, self._pairs[1:, pairs])
        matrices = np.zeros((2, present.size, present.size + 1), np.int64)
        matrices[:, rows_and_columns[0], rows_and_columns[1]] = self._sides[:, pairs]
        edges = to_python_ints(ends)
        return Landscape(
            to_python_ints(present),
            [Patches(sizes[a:b], perimeters[a:b], times[a:b]) for a, b in zip(edges, edges[1:])],
            matrices[0],
            matrices[1],
            {index: self._moments[unit, index] for index in to_python_ints(present)},
        )
