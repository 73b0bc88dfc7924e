"""Units: named parts of the land, and the counts in each of them.

They are polygons, raster values, or squares on the ground.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from ..base.dates import Date, Period
from ..base.messages import ContinueCheck, DataError, Message, Notes, Text, iter_until_cancelled
from ..base.numbers import BoolArray, IntArray, format_list
from ..raster.area import ELLIPSOIDAL_AREA, CellArea, MapScale, metres_per_unit
from ..raster.grid import Grid, Window
from ..raster.source import RasterInput
from ..scheme.table import OUTSIDE_LABEL, check_reserved_name
from .class_codes import FIRST_CLASS_CODE
from .count_result import ClassTally, CombinationTable, CountResult, DateTallies, TransitionCube
from .packed_columns import CellColumn, SpanColumn
from .series import Series
from .strata import MAX_RASTER_VALUES, PolygonStrata, RasterStrata, Strata, rank_values

if TYPE_CHECKING:
    from .packed_columns import Cells, Mask

    # Names, and for each stratum from 0 the index of its unit among them.
    Named = tuple[list[str], IntArray]

# Units are summed together up to this total number of matrix entries.
MAX_BINS = 1 << 20

# The counts of all units are cached up to this many numbers, some 30 MB. The objects of a unit need
# the memory of UNIT_OVERHEAD further numbers.
MAX_CACHE_SIZE, UNIT_OVERHEAD = 1 << 22, 400

# The number of raster values that can be distinguished; and the number for which a report and a
# workbook, with all tables by unit, are written within a minute and a gigabyte.
MAX_SQUARES, MAX_REPORTED_SQUARES = MAX_RASTER_VALUES, 4_000
# Tolerance for square edges on cell centres, as a fraction of the side.
EDGE_TOLERANCE = 1e-9
# Relative deviation of side lengths on the map that is reported.
MIN_SIDE_DEVIATION = 0.01


class Units:
    """Base class of named units of strata; `may_be_empty`: some may be without valid cells."""

    label: str
    names: list[str]
    strata: Strata
    may_be_empty = False

    def list_units(self) -> Named:
        """Return the units in order, land outside all units last; valid after the count."""
        return [*self.names, OUTSIDE_LABEL], np.roll(np.arange(len(self.names) + 1), 1)

    def unit_codes(self) -> IntArray:
        """Return the unit number for each stratum number of blocks; valid during the count."""
        return self.strata.stratum_lookup()

    def notes(self) -> Notes:
        """Return further messages after the count."""
        return Notes()


class PolygonUnits(Units):
    """Units of polygons; polygons of the same name form one unit, at the position of the first.

    They are valid, sorted by id, WKB in the CRS of the grid; the first at a place applies.
    """

    strata: PolygonStrata

    def __init__(self, label: str, polygons: Sequence[tuple[str, bytes]], grid: Grid):
        self.label = label
        self.names = list(dict.fromkeys(name for name, _ in polygons))
        strata = {name: stratum for stratum, name in enumerate(self.names, 1)}
        self.strata = PolygonStrata(((strata[name], wkb) for name, wkb in polygons), grid)

    def notes(self) -> Notes:
        notes = Notes()
        if self.strata.overlapping:
            notes.add_warning(
                "{label}: cells in more than one polygon: {cells:,}; assigned to the polygon "
                "with the smallest feature id.",
                label=self.label,
                cells=self.strata.overlapping,
            )
        return notes


class RasterUnits(Units):
    """Units by raster value, in the order of the values; values of the same name form one unit."""

    strata: RasterStrata

    def __init__(self, series: Series, source: RasterInput, notes: Notes):
        self.label = source.label
        self.strata = RasterStrata(series.align_raster(source, notes))
        # Names in the style of the layer have priority over those in its file.
        self._names = source.style.names or self.strata.raster.legend.names

    def list_units(self) -> Named:
        values = self.strata.sorted_values
        given = {self._names[value] for value in values if value in self._names}
        units: dict[str, int] = {}
        indices = []
        for value in values:
            name = self._names.get(value, "")
            what = Message("{label}: value {value}", label=self.label, value=value)
            check_reserved_name(name, what, in_rules=False)
            # Values without a name are named by the value.
            by_itself = f"value {value}" if str(value) in given else str(value)
            indices.append(units.setdefault(name or by_itself, len(units)))
        return [*units, OUTSIDE_LABEL], np.array([len(units), *indices], np.int64)

    def unit_codes(self) -> IntArray:
        values = self.strata.encountered_values
        first: dict[str | int, int] = {}
        by_name = [first.setdefault(self._names.get(v) or v, n) for n, v in enumerate(values, 1)]
        return np.array([0, *by_name], np.int64)

    def notes(self) -> Notes:
        notes = Notes()
        nameless = [value for value in self.strata.sorted_values if value not in self._names]
        if nameless:
            notes.add_notice(
                "{label}: unclassified values, each treated as a separate unit: {values}.",
                label=self.label,
                values=format_list(nameless),
            )
        return notes


@dataclass
class GroundSquares:
    """Squares of one size over a window, assigned to cells by their centres.

    The first square starts at the north-west corner of the window, and all are aligned with
    the map axes. With ellipsoidal areas, the side length is exact on the ground at the
    window centre; elsewhere it is constant in map units, so that the squares form rows and
    columns.

    Attributes:
        size_km: side length.
        width, height: of a square, in map units.
        rows: row of squares for each row of cells, from 0 in the north, (height,).
        columns: column of squares for each column of cells, from 0 in the west, (width,).
        shape: numbers of rows and columns of squares.
    """

    grid: Grid
    window: Window
    size_km: float
    width: float
    height: float

    def __post_init__(self) -> None:
        rows = _square_indices(self.window.height, self.grid.cell_height / self.height)
        columns = _square_indices(self.window.width, self.grid.cell_width / self.width)
        self.rows = rows if self.grid.transform[5] < 0 else rows[::-1]
        self.columns = columns if self.grid.transform[1] > 0 else columns[::-1]
        self.shape = int(self.rows.max()) + 1, int(self.columns.max()) + 1

    @classmethod
    def from_window(cls, grid: Grid, window: Window, method: str, size_km: float) -> GroundSquares:
        """Create squares over a window for an area method."""
        reference = grid.spatial_reference()
        x0, y0, x1, y1 = grid.window_corners(window)
        scale = None
        if method == ELLIPSOIDAL_AREA:
            scale = metres_per_unit(reference, (x0 + x1) / 2, (y0 + y1) / 2)
        if scale is None and reference is not None:
            on_earth = reference.IsGeographic() or reference.IsProjected()
            unit = MapScale(reference).unit if on_earth else reference.GetLinearUnits()
            scale = unit, unit
        across, along = scale or (1.0, 1.0)
        return cls(grid, window, size_km, 1000.0 * size_km / across, 1000.0 * size_km / along)

    @property
    def uneven_side_range_km(self) -> tuple[float, float] | None:
        """Shortest and longest ground side at 9 points, km; None if unknown or nearly equal."""
        x0, y0, x1, y1 = self.grid.window_corners(self.window)
        reference, sides = self.grid.spatial_reference(), list[float]()
        for x, y in product((x0, (x0 + x1) / 2, x1), (y0, (y0 + y1) / 2, y1)):
            scale = metres_per_unit(reference, x, y)
            if scale is not None:
                sides += [self.width * scale[0] / 1000.0, self.height * scale[1] / 1000.0]
        off = max((abs(side / self.size_km - 1.0) for side in sides), default=0.0)
        return (min(sides), max(sides)) if off > MIN_SIDE_DEVIATION else None

    def square_name(self, row: int, column: int) -> str:
        """Return the name of a square: R01C01 in the north-west, with equal numbers of digits."""
        digits = max(2, len(str(max(self.shape))))
        return f"R{row + 1:0{digits}d}C{column + 1:0{digits}d}"

    @property
    def square_names(self) -> list[str]:
        """Names of all squares, row by row."""
        return [self.square_name(row, column) for row, column in product(*map(range, self.shape))]

    def square_bounds(self, row: int, column: int) -> tuple[float, float, float, float]:
        """Return the extent of a square on the map: minimum x and y, maximum x and y."""
        x0, y0, x1, y1 = self.grid.window_corners(self.window)
        west, north = min(x0, x1) + column * self.width, max(y0, y1) - row * self.height
        return west, north - self.height, west + self.width, north


def _square_indices(cells: int, part: float) -> IntArray:
    """Return the square index of each cell in a line; `part` is cell size / square side."""
    return np.floor((np.arange(cells) + 0.5) * part + EDGE_TOLERANCE).astype(np.int64)


class SquareStrata(Strata):
    """Strata of squares, numbered row by row from the north-west; every cell is in one."""

    def __init__(self, squares: GroundSquares):
        self._window = squares.window
        self._rows, self._columns = squares.rows, squares.columns
        rows, self._across = squares.shape
        self._ranks = np.arange(rows * self._across + 1)

    def stratum_lookup(self) -> IntArray:
        return self._ranks

    def make_column(
        self, window: Window, *read: tuple[Cells, Mask], inside: BoolArray | None = None
    ) -> CellColumn:
        down, across = window.to_slices(self._window)
        rows, columns = self._rows[down], self._columns[across]
        ends = np.append(np.flatnonzero(np.diff(columns)) + 1, window.width)
        strata = (rows[:, None] * self._across + columns[ends - 1] + 1).ravel()
        edges = (np.arange(window.height)[:, None] * window.width + ends).ravel()
        # Rows of cells in the same square form one span.
        is_last = np.append(strata[1:] != strata[:-1], True)
        return SpanColumn(edges[is_last], *rank_values(strata[is_last]))


class SquareUnits(Units):
    """Units of squares on the ground, named by row and column from the north-west."""

    may_be_empty = True

    def __init__(self, series: Series, size_km: float, most: int = MAX_SQUARES):
        self.label = f"UNITS_SIZE {size_km:g} km"

        def squares_of(side_km: float) -> GroundSquares:
            return GroundSquares.from_window(
                series.grid, series.window, series.area.method, side_km
            )

        self.squares = squares_of(size_km)
        count = prod(self.squares.shape)
        if count > most:
            larger, size = count, size_km
            while larger > most:
                # Rounded as in the message; in small steps, as rows and columns change one at a
                # time.
                size = float(f"{size * max(1.01, 0.5 * (larger / most) ** 0.5):.3g}")
                larger = prod(squares_of(size).shape)
            raise DataError(
                "UNITS_SIZE: squares of {size:g} km give {count:,} units (at most {most:,}); "
                "use {larger:g} km or larger",
                size=size_km,
                count=count,
                most=most,
                larger=size,
            )
        self.names, self.strata = self.squares.square_names, SquareStrata(self.squares)

    def notes(self) -> Notes:
        notes, squares = Notes(), self.squares
        rows, columns = squares.shape
        notes.add_notice(
            "{label}: squares in {rows:,} rows and {columns:,} columns from the north-west "
            "corner; first square: {name}; size {width:.10g} × {height:.10g} map units.",
            label=self.label,
            rows=rows,
            columns=columns,
            name=squares.square_name(0, 0),
            width=squares.width,
            height=squares.height,
        )
        uneven = squares.uneven_side_range_km
        if uneven is not None:
            notes.add_notice(
                "{label}: because of map scale distortion, sides measure {least:.3g} to "
                "{most:.3g} km on the ground.",
                label=self.label,
                least=uneven[0],
                most=uneven[1],
            )
        return notes


class UnitCounts:
    """Counts in each unit with valid cells, in unit order; computed on demand.

    From combinations by stratum, cached if small; iteration checks for cancellation.
    """

    def __init__(
        self,
        units: Units,
        table: CombinationTable,
        census: CountResult,
        area: CellArea,
        going_on: ContinueCheck = lambda: True,
    ):
        self._going_on = going_on
        self._kept: list[tuple[str, CountResult]] | None = None
        self.names, unit_of = units.list_units()
        self._census, self._area = census, area
        unit_of_row = unit_of[table.strata]
        order = np.argsort(unit_of_row, kind="stable")
        # Combinations, with the indices of the names as strata.
        self.table = replace(table.select_rows(order), strata=unit_of_row[order])
        self._classes, self._cells = self.table.classes, self.table.cells
        self._hectares = self.table.hectares
        self._edges = np.searchsorted(self.table.strata, np.arange(len(self.names) + 1))
        # Valid cells by unit; 0 if there are none.
        sums = np.append(0, np.cumsum(self._cells))[self._edges]
        self.cells: Mapping[str, int] = dict(zip(self.names, map(int, np.diff(sums))))

    def __iter__(self) -> Iterator[tuple[str, CountResult]]:
        if self._kept is None:
            codes = len(self._census.cube.classes) + FIRST_CLASS_CODE
            tables = codes * codes * len(self._census.cube.periods) + codes * self._classes.shape[1]
            # Memory of the counts of all units, in numbers.
            size = (2 * tables + UNIT_OVERHEAD) * np.count_nonzero(np.diff(self._edges))
            if size <= MAX_CACHE_SIZE:
                self._kept = list(self._iter_counts())
        return iter_until_cancelled(
            self._iter_counts() if self._kept is None else self._kept, self._going_on
        )

    def _iter_counts(self) -> Iterator[tuple[str, CountResult]]:
        bins = (len(self._census.cube.classes) + FIRST_CLASS_CODE) ** 2
        together = max(1, MAX_BINS // bins)
        for first in range(0, len(self.names), together):
            yield from self._count_units(first, min(first + together, len(self.names)))

    def _count_units(self, first: int, end: int) -> Iterator[tuple[str, CountResult]]:
        """Yield the counts of a range of units; they do not include excluded cells."""
        edges = self._edges[first : end + 1]
        rows, sizes = slice(edges[0], edges[-1]), np.diff(edges)
        unit_of_row = np.repeat(np.arange(end - first), sizes)
        classes, cells, hectares = self._classes[rows], self._cells[rows], self._hectares[rows]
        whole, units = self._census.cube, end - first
        bins = len(whole.classes) + FIRST_CLASS_CODE

        def tallies(*dates: int) -> list[ClassTally]:
            """Return cells and hectares of each unit by the classes at one or two dates."""
            codes, shape, of_all = unit_of_row, (bins,) * len(dates), units * bins ** len(dates)
            for date in dates:
                codes = codes * bins + classes[:, date] + FIRST_CLASS_CODE
            counted = np.bincount(codes, cells, of_all).astype(np.int64).reshape(units, *shape)
            if self._area.uniform is not None:
                areas = counted * np.float64(self._area.uniform)
            else:
                areas = np.bincount(codes, hectares, of_all).astype(np.float64)
                areas = areas.reshape(units, *shape)
            by_unit = [ClassTally(len(dates)) for _ in range(units)]
            for tally, of_cells, of_areas in zip(by_unit, counted, areas):
                tally.cells, tally.hectares = of_cells, of_areas
            return by_unit

        periods: list[Period] = whole.periods
        matrices = [tallies(period.earlier, period.later) for period in periods]
        common = [tallies(date) for date in range(classes.shape[1])]
        for unit in map(int, np.flatnonzero(sizes)):
            here = slice(edges[unit] - edges[0], edges[unit + 1] - edges[0])
            at_dates = [of_units[unit] for of_units in common]
            cube = TransitionCube(whole.classes, periods, [of_units[unit] for of_units in matrices])
            dates, valid = DateTallies(at_dates, at_dates), int(cells[here].sum())
            nowhere = np.zeros(sizes[unit], np.int64)
            of_unit = self.table.select_rows(slice(edges[unit], edges[unit + 1]))
            table = replace(of_unit, strata=nowhere)
            name = self.names[first + unit]
            yield name, CountResult(cube, dates, valid, 0, Notes(), histories=table, unit=name)


def unit_notes(units: Units, counts: UnitCounts) -> Notes:
    """Return log messages on the number of units and on units without valid cells."""
    notes = units.notes()
    names = [name for name in counts.names if name != OUTSIDE_LABEL]
    empty = [name for name in names if not counts.cells[name]]
    notes.add_notice(
        "{label}: {count:,} units; valid cells outside all units: {cells:,}.",
        label=units.label,
        count=len(names),
        cells=counts.cells[OUTSIDE_LABEL],
    )
    if len(empty) == len(names):
        notes.add_warning("{label}: no valid cells inside the units.", label=units.label)
    elif empty and not units.may_be_empty:
        notes.add_warning(
            "{label}: units without valid cells: {count:,} ({names}).",
            label=units.label,
            count=len(empty),
            names=format_list(empty),
        )
    return notes


@dataclass(frozen=True)
class UnitColumns:
    """Floating-point columns on one subject.

    Attributes:
        names, headings: such as changed_pct_1986_2000, and the same in words.
        of: function that returns the values of a unit's count; None for no value.
        digits: number of decimals shown.
        measure: unit of measurement of the values.
        shown: index of the column used to colour polygons.
    """

    names: Sequence[str]
    headings: Sequence[Text]
    of: Callable[[CountResult], Sequence[float | None]]
    digits: int
    measure: str
    shown: int = -1


def sanitize_key(key: str) -> str:
    """Convert a key to a part of a column name."""
    return re.sub(r"\W+", "_", key).strip("_")


def period_suffix(period: Period) -> str:
    """Return a period as part of a column name: 1986_2000."""
    return sanitize_key(period.name)


def date_suffixes(dates: Sequence[Date]) -> list[str]:
    """Return the dates as parts of column names: years, or numbers for dates without year."""
    return [sanitize_key(date.year) or str(n) for n, date in enumerate(dates, 1)]
