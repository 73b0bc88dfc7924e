"""Parts of the land that are counted apart: inside polygons, or by the values of a raster.

A stratum is a whole number from 1 on; 0 is land in none. The pass takes the strata as one column
beside the dates, which tells cells apart but does not decide which of them count.

And polygons that stand for classes: which class and value a cell gets at each date.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from ..base.dates import Date
from ..base.messages import DataError
from ..base.numbers import BoolArray, ByteArray, IntArray, NDArray
from ..raster.geotiff import MAX_EXACT_INTEGER
from ..raster.grid import Grid, Window
from ..raster.source import Raster
from ..scheme.class_table_proposal import ClassFinder, ClassMatch
from ..scheme.classes import LandClass
from .class_codes import FIRST_CLASS_CODE, NoDataFilter, create_coder
from .count_result import CountResult
from .packed_columns import CellColumn, IndexedColumn, RasterColumn, SpanColumn
from .polygon_rasterizer import PolygonEdges
from .series import Series

if TYPE_CHECKING:
    from .block_combinations import Numbers
    from .packed_columns import Cells, Mask

# A raster's values get numbers as they get class codes, in the same type.
MAX_RASTER_VALUES = int(np.iinfo(np.int16).max)
MAX_STRATA = int(np.iinfo(np.uint16).max)
# The lowest value of a class that the layers' classes lack.
MIN_NEW_CLASS_VALUE = 101

# Of whole numbers, the smallest first; unsigned ones before signed ones of the same size.
INTEGER_TYPES = (np.uint8, np.uint16, np.int16, np.uint32, np.int32, np.int64)


class Strata:
    """Gives the cells of a grid their strata; asked by several threads at a time.

    `raster` is what the pass reads for it along with the dates, if anything.
    """

    raster: Raster | None = None

    def make_column(
        self, window: Window, *read: tuple[Cells, Mask], inside: BoolArray | None = None
    ) -> CellColumn:
        """The numbers of the strata of a window's cells.

        Args:
            read: values and mask of the window in `raster`, where there is one.
            inside: which cells lie inside the run's mask, where not all do; the others may be said
                to hold anything.
        """
        raise NotImplementedError

    def stratum_lookup(self) -> IntArray:
        """The stratum that each number of a block stands for, among all that turned up so far.

        Numbers may depend on which thread was faster; the order of the strata does not, nor do
        the strata once all cells are read.
        """
        raise NotImplementedError


def rank_values(values: Numbers) -> tuple[Numbers, IntArray]:
    """Each value's rank among the numbers that occur, and these in their order.

    There are some ten thousand numbers at most: looking which of them occur is several times as
    fast as sorting them.
    """
    occurs = np.zeros(int(values.max(initial=0)) + 1, bool)
    occurs[values] = True
    occurring = np.flatnonzero(occurs)
    kind = np.uint8 if occurring.size <= 1 << 8 else np.uint16
    ranks: NDArray[np.integer] = np.zeros(occurs.size, kind)
    ranks[occurring] = np.arange(occurring.size)
    return ranks[values], occurring


class _StratumColumn(RasterColumn):
    """A raster's values as strata: land without a value is in none."""

    _occurring: IntArray | None = None

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        codes = super().compute_keys(starts)
        if self.is_plain:
            return codes
        # There may be many more strata than occur in a window; what tells cells apart is small.
        ranks, self._occurring = rank_values(codes)
        return ranks

    def decode_keys(self, keys: Numbers) -> Numbers:
        return super().decode_keys(keys) if self._occurring is None else self._occurring[keys]

    def mask_codes(self, mask: ByteArray) -> NDArray[np.uint16]:
        return np.zeros(mask.size, np.uint16)

    def not_integer_error(self, label: str, value: float, row: int, column: int) -> DataError:
        return DataError(
            "{label}: non-integer value {value:.10g} at row {row}, column {column}; unit "
            "rasters must contain integers",
            label=label,
            value=value,
            row=row,
            column=column,
        )


class RasterStrata(Strata):
    """Strata of a raster's values, each value one; nodata and land beyond its edge lie in none."""

    raster: Raster

    def __init__(self, raster: Raster):
        self.raster = raster
        self._values: list[int] = []
        self._ranks = np.zeros(1, np.int64)
        self._left_out = NoDataFilter(raster)
        self._coder = create_coder(raster, self._register_value)

    @property
    def sorted_values(self) -> list[int]:
        """The values that occur, in the order of their strata; the first one is stratum 1."""
        return sorted(self._values)

    @property
    def encountered_values(self) -> list[int]:
        """The values that turned up so far, in the order of their numbers in a block from 1 on."""
        return list(self._values)

    def stratum_lookup(self) -> IntArray:
        ranks, values = self._ranks, self.encountered_values
        if ranks.size <= len(values):
            ranks = np.zeros(len(values) + 1, np.int64)
            ranks[1 + np.argsort(np.array(values, object))] = np.arange(1, len(values) + 1)
            self._ranks = ranks
        return ranks

    def _register_value(self, value: float) -> int:
        """The number of a value met for the first time; the coder asks one thread at a time."""
        if self._left_out(value):
            return 0
        if len(self._values) == MAX_RASTER_VALUES:
            raise DataError(
                "{label}: more than {limit} different values; use fewer units",
                label=self.raster.label,
                limit=MAX_RASTER_VALUES,
            )
        self._values.append(int(value))
        return len(self._values)

    def make_column(
        self, window: Window, *read: tuple[Cells, Mask], inside: BoolArray | None = None
    ) -> CellColumn:
        ((cells, mask),) = read
        return _StratumColumn(window, self.raster, self._coder, cells, mask)


class PolygonStrata(Strata):
    """Strata of polygons: a cell is inside where its centre is.

    A centre on the line between two polygons is in one of them. Where polygons overlap, the first
    has the cell. GDAL's own rasterizing is not for this: for each row of each block it goes
    through all edges of a polygon, which takes 0.1 s for a million cells and a boundary of
    100,000 corners. Places are worked out on the whole grid, so that no cell depends on its block.

    Args:
        polygons: a stratum and one of its polygons, valid and as WKB in the grid's reference
            system.

    Attributes:
        overlapping: cells in more than one polygon, in the windows asked for so far; of those that
            a mask cuts, the cells inside it.
    """

    def __init__(self, polygons: Iterable[tuple[int, bytes]], grid: Grid):
        polygons = list(polygons)
        strata = [stratum for stratum, _ in polygons]
        most = max(strata, default=0)
        if most > MAX_STRATA:
            raise DataError(
                "UNITS: {count} polygons exceed the limit of {limit} units; use UNIT_FIELD "
                "to group them",
                count=most,
                limit=MAX_STRATA,
            )
        self.overlapping = 0
        self._lock = threading.Lock()
        self._strata = np.array(strata, np.int64)
        self._ranks = np.arange(most + 1)
        self._edges = PolygonEdges((wkb for _, wkb in polygons), grid)

    def stratum_lookup(self) -> IntArray:
        return self._ranks

    def make_column(
        self, window: Window, *read: tuple[Cells, Mask], inside: BoolArray | None = None
    ) -> CellColumn:
        begins, ends, polygons = self._edges.find_inside_spans(window)
        strata = self._strata[polygons]
        overlap = np.zeros(begins.size, bool)
        overlap[:-1] = begins[1:] < ends[:-1]
        overlap[1:] |= begins[1:] < np.maximum.accumulate(ends)[:-1]
        inner = np.stack([begins[~overlap], ends[~overlap]], axis=1)
        edges: IntArray = np.append(inner, window.cell_count)
        between = np.zeros(edges.size, np.int64)
        between[1::2] = strata[~overlap]
        filled = np.diff(edges, prepend=0) > 0
        edges = edges[filled]
        keys, occurring = rank_values(np.append(between[filled], strata[overlap]))
        column = SpanColumn(edges, keys[: edges.size], occurring)
        if not overlap.any():
            return column
        cells = column.compute_keys(None)
        begins, ends, keys = begins[overlap], ends[overlap], keys[edges.size :]
        for span in np.argsort(polygons[overlap])[::-1]:
            cells[begins[span] : ends[span]] = keys[span]
        # The cells inside the mask that lie in more than one of the spans.
        edges = np.concatenate([begins, ends])
        order = np.argsort(edges)
        depth = np.cumsum(np.repeat([1, -1], begins.size)[order])
        edges = edges[order]
        if inside is not None:
            edges = np.append(0, np.cumsum(inside))[edges]
        with self._lock:
            self.overlapping += int(np.diff(edges)[depth[:-1] > 1].sum())
        return IndexedColumn(cells, occurring)


@dataclass(frozen=True)
class ClassPolygon:
    """A valid polygon that stands for a class, in the reference system of the cells.

    `feature` is its id, `text` what is said of its class: a value, a key or a name; `first` and
    `last` are the years in which it holds, both included; None where it is open.
    """

    feature: int
    wkb: bytes
    text: str
    first: int | None = None
    last: int | None = None

    def is_valid_at_date(self, date: Date) -> bool:
        """Whether it holds at a date, which has a year if the polygon has one."""
        after = self.first is None or self.first <= int(date.year)
        return after and (self.last is None or int(date.year) <= self.last)


@dataclass(frozen=True)
class DatePolygons:
    """What the polygons are at one date.

    Attributes:
        strata: of the polygons that hold, numbered by their classes from 1 on; None where none
            does.
        indices: class index by value, of all values that cells may hold.
        targets: class indices of the polygons, that of stratum 1 first.
        values: the value of each target at this date.
        dtype, nodata: of a raster that can hold the values of cells and polygons.
    """

    strata: PolygonStrata | None
    indices: Mapping[int, int]
    targets: Sequence[int]
    values: Sequence[int]
    dtype: np.dtype[np.generic]
    nodata: int


class ClassPolygons:
    """Polygons that stand for classes, on the dates of a series that has been counted.

    Where polygons overlap, the one that began last has the cell; of several that began then, the
    one with the smallest feature id. Names of classes that the series lacks are in a `language`.

    Attributes:
        classes: those of the series, and after them those that it lacks.
        fresh: those of them that are no class of any layer, with the value that they were given.
    """

    def __init__(
        self,
        series: Series,
        census: CountResult,
        polygons: Sequence[ClassPolygon],
        label: str,
        language: str = "",
    ):
        self._series, self._label = series, label
        self._left_out = [NoDataFilter(raster) for raster in series.rasters]
        # Class index by value at each date, without values that mean no data.
        self._indices: list[dict[int, int]] = []
        for naming, tally, is_left_out in zip(series.namings, census.dates.own, self._left_out):
            cells = tally.cells[FIRST_CLASS_CODE:]
            unnamed = (n for n, c in enumerate(series.classes) if not c.listed and cells[n])
            values = {series.classes[index].value: index for index in unnamed}
            values.update(naming.class_indices)
            self._indices.append(
                {value: n for value, n in values.items() if not is_left_out(value)}
            )
        self.classes = list(series.classes)
        self.fresh: list[LandClass] = []
        by_text = self._index_classes(polygons, language)
        self._targets = sorted(set(by_text.values()))
        strata = {class_index: stratum for stratum, class_index in enumerate(self._targets, 1)}
        # A polygon that is open began before all others.
        ordered = sorted(polygons, key=lambda p: (inf if p.first is None else -p.first, p.feature))
        self._polygons = [(strata[by_text[polygon.text]], polygon) for polygon in ordered]
        # What was made of the polygons that held at the date before, which may well hold again.
        self._holding: list[int] = []
        self._strata: PolygonStrata | None = None

    def _index_classes(self, polygons: Sequence[ClassPolygon], language: str) -> dict[str, int]:
        """Class index by text; classes that no layer has get theirs, and a value."""
        labels = [raster.label for raster in self._series.rasters]
        finder = ClassFinder(self._series.classes, labels, self._indices, language)
        matches: dict[str, ClassMatch] = {}
        for polygon in polygons:
            if polygon.text not in matches:
                matches[polygon.text] = self._match_class(finder, polygon)
        used = {index for indices in self._indices for index in indices.values()}
        by_key: dict[str, int] = {}
        # Values that were named as such first, so that no other class gets them.
        for each in sorted(matches.values(), key=lambda f: (f.land_class.listed, f.rank)):
            key = each.land_class.key.casefold()
            if each.class_index is None and key not in by_key:
                by_key[key] = len(self.classes)
                self.classes.append(self._assign_value(each.land_class))
            elif each.class_index is not None and each.class_index not in used:
                used.add(each.class_index)
                self.classes[each.class_index] = self._assign_value(each.land_class)
        return {
            text: by_key[each.land_class.key.casefold()]
            if each.class_index is None
            else each.class_index
            for text, each in matches.items()
        }

    def _match_class(self, finder: ClassFinder, polygon: ClassPolygon) -> ClassMatch:
        try:
            match = finder.match(polygon.text)
            if match.class_index is None and not match.land_class.listed:
                value = match.land_class.value
                for raster, is_left_out in zip(self._series.rasters, self._left_out):
                    if is_left_out(value):
                        raise DataError(
                            "value {value} is NoData in {label}", value=value, label=raster.label
                        )
        except DataError as error:
            raise DataError(
                "{label}, feature {feature}: {what}",
                label=self._label,
                feature=polygon.feature,
                what=error.message,
            ) from None
        return match

    def _assign_value(self, land_class: LandClass) -> LandClass:
        """A class that no layer has, with a value that no layer has: its own if it is one."""
        value = land_class.value
        if land_class.listed:
            used = {fresh.value for fresh in self.fresh}.union(*self._indices)
            value = next(
                free
                for free in count(MIN_NEW_CLASS_VALUE)
                if free not in used and not any(is_left_out(free) for is_left_out in self._left_out)
            )
        self.fresh.append(replace(land_class, value=value))
        return self.fresh[-1]

    def polygons_at_date(self, date: int) -> DatePolygons:
        """What the polygons are at a date."""
        indices = self._indices[date]
        values: list[int] = []
        for class_index in self._targets:
            values.append(self._find_class_value(date, class_index, values))
        raster = self._series.rasters[date]
        # What means no data there already: declared, given, or by the product.
        spans = (low for low, high in raster.source.nodata_ranges if low == high)
        wished = next(iter([*raster.left_out, *spans]), None)
        dtype, nodata = smallest_dtype({*indices, *values}, wished)
        holding = [
            n
            for n, (_, polygon) in enumerate(self._polygons)
            if polygon.is_valid_at_date(raster.date)
        ]
        if holding != self._holding:
            chosen = (self._polygons[n] for n in holding)
            polygons = ((stratum, polygon.wkb) for stratum, polygon in chosen)
            self._holding = holding
            self._strata = PolygonStrata(polygons, self._series.grid) if holding else None
        return DatePolygons(self._strata, indices, self._targets, values, dtype, nodata)

    def _find_class_value(self, date: int, class_index: int, given: Sequence[int]) -> int:
        """The value of a class at a date: its own there, else the one that it has elsewhere.

        It is none of those `given` to other classes.
        """
        land_class = self.classes[class_index]
        for other in [date, *range(len(self._indices))]:
            values = [value for value, n in self._indices[other].items() if n == class_index]
            chosen = land_class.value if land_class.value in values else min(values, default=None)
            if chosen is None or chosen in given or self._left_out[date](chosen):
                continue
            if abs(chosen) > MAX_EXACT_INTEGER:
                continue  # a class without a name is not put into anything
            if self._indices[date].get(chosen, class_index) == class_index:
                return chosen
        if land_class not in self.fresh:
            self.classes[class_index] = land_class = self._assign_value(land_class)
        return land_class.value


def smallest_dtype(
    values: Collection[int], nodata: float | None = None
) -> tuple[np.dtype[np.generic], int]:
    """The smallest type that holds some values and one more for no data; and this one.

    None of the values is -2**63. One of the type's ends is no data where `nodata` cannot be.
    """
    low, high = min(values, default=0), max(values, default=0)
    wished = [int(nodata)] if nodata is not None and float(nodata).is_integer() else []
    for kind in INTEGER_TYPES:
        info = np.iinfo(kind)
        if info.min <= low and high <= info.max:
            ends = [info.max, info.min] if info.min == 0 else [info.min, info.max]
            for free in [value for value in [*wished, *ends] if value not in values]:
                if info.min <= free <= info.max:
                    return np.dtype(kind), int(free)
    raise ValueError(f"no type holds {low} to {high}")
