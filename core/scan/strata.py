"""Strata: parts of the land counted separately, from polygons or raster values.

A stratum is an integer from 1; 0 is land outside all strata. The pass reads the strata
as one column besides the dates; it splits cells but does not affect their validity. The
module also contains the polygons that assign classes to cells, with class and value at
each date.
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

# Raster values are numbered like class codes, in the same type.
MAX_RASTER_VALUES = int(np.iinfo(np.int16).max)
MAX_STRATA = int(np.iinfo(np.uint16).max)
# Lowest value of a class that is not among the classes of the layers.
MIN_NEW_CLASS_VALUE = 101

# Integer types, smallest first; unsigned before signed of the same size.
INTEGER_TYPES = (np.uint8, np.uint16, np.int16, np.uint32, np.int32, np.int64)


class Strata:
    """Base class assigning strata to cells, in several threads; `raster`: read for it, if any."""

    raster: Raster | None = None

    def make_column(
        self, window: Window, *read: tuple[Cells, Mask], inside: BoolArray | None = None
    ) -> CellColumn:
        """Return the numbers of the strata of the cells in a window.

        Args:
            read: values and mask of the window in `raster`, if there is one.
            inside: cells inside the mask of the run, unless all are; results for other cells
                are arbitrary.
        """
        raise NotImplementedError

    def stratum_lookup(self) -> IntArray:
        """Return the stratum for each number used in blocks so far.

        Numbers may depend on thread order, but not the order of strata, nor strata in the end.
        """
        raise NotImplementedError


def rank_values(values: Numbers) -> tuple[Numbers, IntArray]:
    """Return the rank of each value among the numbers that occur, and these in order.

    Values are below about ten thousand; flagging is several times faster than sorting.
    """
    occurs = np.zeros(int(values.max(initial=0)) + 1, bool)
    occurs[values] = True
    occurring = np.flatnonzero(occurs)
    kind = np.uint8 if occurring.size <= 1 << 8 else np.uint16
    ranks: NDArray[np.integer] = np.zeros(occurs.size, kind)
    ranks[occurring] = np.arange(occurring.size)
    return ranks[values], occurring


class _StratumColumn(RasterColumn):
    """Raster values as strata; NoData cells are in none."""

    _occurring: IntArray | None = None

    def compute_keys(self, starts: IntArray | None) -> Numbers:
        codes = super().compute_keys(starts)
        if self.is_plain:
            return codes
        # Keys are kept small, as there may be many more strata than occur in a window.
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
    """Strata by raster value; NoData and cells outside the extent are in none."""

    raster: Raster

    def __init__(self, raster: Raster):
        self.raster = raster
        self._values: list[int] = []
        self._ranks = np.zeros(1, np.int64)
        self._left_out = NoDataFilter(raster)
        self._coder = create_coder(raster, self._register_value)

    @property
    def sorted_values(self) -> list[int]:
        """Values that occur, in the order of their strata; the first is stratum 1."""
        return sorted(self._values)

    @property
    def encountered_values(self) -> list[int]:
        """Values found so far, in the order of their numbers in blocks from 1."""
        return list(self._values)

    def stratum_lookup(self) -> IntArray:
        ranks, values = self._ranks, self.encountered_values
        if ranks.size <= len(values):
            ranks = np.zeros(len(values) + 1, np.int64)
            ranks[1 + np.argsort(np.array(values, object))] = np.arange(1, len(values) + 1)
            self._ranks = ranks
        return ranks

    def _register_value(self, value: float) -> int:
        """Return the number of a new value; the coder calls this from one thread at a time."""
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
    """Strata of polygons, by cell centre.

    A centre on the border of two polygons is in one of them; where polygons overlap, the
    first one applies. GDAL's rasterizer is not used: for each row of each block it visits
    all edges of a polygon, which takes 0.1 s for a million cells and a boundary of 100,000
    vertices. Positions are computed on the whole grid, so that no cell depends on its
    block.

    Args:
        polygons: pairs of stratum and polygon, valid and as WKB in the CRS of the grid.
    Attributes:
        overlapping: number of cells in more than one polygon, in the windows processed so
            far, and inside the mask if there is one.
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
        # Cells inside the mask that are in more than one span.
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
    """Valid polygon that assigns a class, in the CRS of the grid.

    `feature`: id; `text`: class value, key or name; `first`, `last`: valid years or None.
    """

    feature: int
    wkb: bytes
    text: str
    first: int | None = None
    last: int | None = None

    def is_valid_at_date(self, date: Date) -> bool:
        """Return whether the polygon is valid at a date; dated polygons need a date with a year."""
        after = self.first is None or self.first <= int(date.year)
        return after and (self.last is None or int(date.year) <= self.last)


@dataclass(frozen=True)
class DatePolygons:
    """Polygons at one date.

    Attributes:
        strata: strata of the valid polygons, numbered by class from 1; None if there are
            none.
        indices: class index by value, for all values that cells may have.
        targets: class indices of the polygons, that of stratum 1 first.
        values: value of each target at this date.
        dtype, nodata: of a raster that can hold the values of cells and polygons.
    """

    strata: PolygonStrata | None
    indices: Mapping[int, int]
    targets: Sequence[int]
    values: Sequence[int]
    dtype: np.dtype[np.generic]
    nodata: int


class ClassPolygons:
    """Polygons that assign classes, on the dates of a counted series.

    Where polygons overlap, the one with the latest first year applies; for equal years, the
    one with the smallest feature id. Names of classes missing in the series are in
    `language`.

    Attributes:
        classes: classes of the series, followed by the classes missing in it.
        fresh: classes that are in no layer, with their assigned values.
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
        # Class index by value at each date, without NoData values.
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
        # A polygon without a first year precedes all others.
        ordered = sorted(polygons, key=lambda p: (inf if p.first is None else -p.first, p.feature))
        self._polygons = [(strata[by_text[polygon.text]], polygon) for polygon in ordered]
        # Strata of the polygons at the previous date are kept, as the same ones are often valid
        # again.
        self._holding: list[int] = []
        self._strata: PolygonStrata | None = None

    def _index_classes(self, polygons: Sequence[ClassPolygon], language: str) -> dict[str, int]:
        """Return the class index by text, adding classes missing in the layers with a value."""
        labels = [raster.label for raster in self._series.rasters]
        finder = ClassFinder(self._series.classes, labels, self._indices, language)
        matches: dict[str, ClassMatch] = {}
        for polygon in polygons:
            if polygon.text not in matches:
                matches[polygon.text] = self._match_class(finder, polygon)
        used = {index for indices in self._indices for index in indices.values()}
        by_key: dict[str, int] = {}
        # Values given explicitly first, so that no other class gets them.
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
        """Return a class missing in the layers with an unused value: its own if named by value."""
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
        """Return the polygons at a date."""
        indices = self._indices[date]
        values: list[int] = []
        for class_index in self._targets:
            values.append(self._find_class_value(date, class_index, values))
        raster = self._series.rasters[date]
        # Existing NoData value of the date: declared, given by the user, or of the product.
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
        """Return a class's value at a date, else at another; `given`: others' values, excluded."""
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
    """Return the smallest data type that holds the values and a NoData value, and this value.

    No value may be -2**63. An impossible `nodata` becomes the type's minimum or maximum.
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
