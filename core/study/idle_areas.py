"""IDLE_AREAS: connected idle land of one class in one unit, with positions and outlines.

The pass keeps idle land as spans of cells along rows, which are joined to patches at
intervals. Small patches that cannot grow further are dropped, so that memory depends on
the land kept rather than on the raster. Squares on the ground, with a size known only
after all cells are read, split the patches afterwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, Optional

import numpy as np
from osgeo import gdal, ogr

from ..base.messages import Message, Term, Text
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..base.table import Table
from ..ledger.ledger import Ledger
from ..pattern.patches import connected_components
from ..raster.grid import Window
from ..results.closure import Check, balance_check
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS_CODE, group_keys, pack_keys
from ..scan.consumer import BlockConsumer
from ..scan.count_result import CombinationTable, CountResult
from ..scan.series import Series
from ..scan.units import Units
from ..scheme.disturbance_types import DisturbingClasses
from .idle_land import (
    RECENT_VALUE,
    CarbonUptake,
    IdleRule,
    UptakeRows,
    first_unchanged_index,
    former_classes,
)
from .priorities import (
    DEFAULT_UNCERTAINTY_SETTINGS,
    UPTAKE_COLUMNS,
    MinedSquares,
    Priorities,
    rank_by_uptake,
)

IDLE_AREAS = (
    "rank area_ha class since since_first idle_at_least unit class_before uptake_20y_tc "
    "uptake_low_tc uptake_high_tc longitude latitude"
)
# Number of additional spans before they are joined; above MAX_SPANS, some 0.2 GB, or MAX_AREAS,
# each with an outline and an interval, no areas are reported.
MIN_SPANS_TO_MERGE, MAX_SPANS, MAX_AREAS = 1 << 16, 1 << 22, 50_000
# Relative rounding tolerance for the minimum area.
AREA_TOLERANCE = 1e-9
# The outline of a large area is drawn in chunks of this number of cells.
CELLS_PER_CHUNK = 1 << 24


class CellSpans(NamedTuple):
    """Adjacent cells of one combination in a row, (spans,) each.

    Row, first and after last column in the window, index of the combination, and hectares.
    """

    rows: NDArray[Any]
    begins: NDArray[Any]
    ends: NDArray[Any]
    kinds: NDArray[Any]
    hectares: NDArray[Any]

    def select_spans(self, which: IntArray | BoolArray | slice) -> CellSpans:
        return CellSpans(*(of_span[which] for of_span in self))


# Spans of a block, and of their combinations stratum, years if there are rasters, and class codes,
# (1 + 0 or 2 + dates, combinations).
BlockSpans = Optional[tuple[CellSpans, NDArray[np.uint16]]]


def label_patches(spans: CellSpans, keys: IntArray, width: int) -> IntArray:
    """Return the first span of each span's patch (one key, 8-connected); sorted by row, column."""
    # Rows are spaced so that the end of one does not touch the start of the next.
    row_size = width + 2
    begins, ends = (spans.rows * np.int64(row_size) + of for of in (spans.begins, spans.ends))
    first = np.searchsorted(ends, begins - row_size)
    counts = np.searchsorted(begins, ends - row_size, side="right") - first
    lower = np.repeat(np.arange(keys.size), counts)
    upper = np.arange(lower.size) + np.repeat(first - (np.cumsum(counts) - counts), counts)
    is_like = keys[lower] == keys[upper]
    beside = np.flatnonzero((ends[:-1] == begins[1:]) & (keys[:-1] == keys[1:]))
    heads = np.concatenate([lower[is_like], beside + 1])
    return connected_components(keys.size, heads, np.concatenate([upper[is_like], beside]))


class IdleSpanCollector(BlockConsumer):
    """Collects the idle land of a run, without patches that are too small for an area.

    Attributes:
        too_many: why there are no areas, if there are too many; otherwise ''.
        small_ha: hectares of the patches dropped.
    """

    def __init__(
        self,
        series: Series,
        disturbing: DisturbingClasses,
        rule: IdleRule,
        units: Units | None,
        squares: MinedSquares | None,
    ):
        self._series, self.rule = series, rule
        self._given = disturbing, [int(raster.source.date.year) for raster in series.rasters]
        self._units, self._squares = units, squares
        self.too_many: Text = ""
        self.small_ha = 0.0
        none = np.zeros(0, np.int32)
        self._spans = [CellSpans(none, none, none, none, np.zeros(0))]
        self._codes: list[NDArray[np.uint16]]
        head = 1 if series.years is None else 3
        self._codes = [np.zeros((head + len(series.rasters), 0), np.uint16)]
        # Completed patches, with the codes of their combinations.
        self._closed: list[tuple[CellSpans, NDArray[np.uint16]]] = []
        self._count = self._kinds = self._closed_count = 0
        self._count_to_join = MIN_SPANS_TO_MERGE
        # First unread row by column; columns outside the window count as read.
        self._read: IntArray = np.zeros(series.window.width + 2, np.int64)
        self._read[[0, -1]] = series.window.height

    def process_block(self, block: Block) -> BlockSpans:
        is_idle: BoolArray = self.rule.classify_block(block, *self._given) > RECENT_VALUE
        if self.too_many or not is_idle.any():
            return None
        window, area = block.window, self._series.area
        cells = block.cell_positions(is_idle)
        kinds = block.cell_values(np.cumsum(is_idle) - 1, cells)
        rows, columns = np.divmod(cells, window.width)
        down, across = window.to_slices(self._series.window)
        is_first = np.ones(cells.size, np.bool_)
        is_first[1:] = (np.diff(cells) != 1) | (np.diff(kinds) != 0) | (columns[1:] == 0)
        if self._squares is not None:
            of_squares = self._squares.finest.columns[across]
            is_first[1:] |= np.diff(of_squares[columns]) != 0
        starts = np.flatnonzero(is_first)
        begins, lengths = columns[starts] + across.start, np.diff(starts, append=cells.size)
        if area.uniform is not None:
            hectares = lengths * np.float64(area.uniform)
        else:
            by_cell = np.broadcast_to(area.cell_hectares(window), (window.height, window.width))
            hectares = np.add.reduceat(by_cell[rows, columns], starts)
        strata = np.zeros(is_idle.size) if block.strata is None else block.strata
        years = () if block.years is None else block.years
        codes = np.array([of[is_idle] for of in (strata, *years, *block.codes)], np.uint16)
        cells = np.array([rows[starts] + down.start, begins, begins + lengths, kinds[starts]])
        return CellSpans(*cells.astype(np.int32), hectares), codes  # type: ignore[call-arg]

    def merge_block(self, window: Window, part: BlockSpans) -> None:
        down, across = window.to_slices(self._series.window)
        self._read[across.start + 1 : across.stop + 1] = down.stop
        if part is None or self.too_many:
            return
        spans, codes = part
        self._spans.append(spans._replace(kinds=spans.kinds + np.int32(self._kinds)))
        self._codes.append(codes)
        self._kinds += codes.shape[1]
        self._count += spans.rows.size
        if self._count > self._count_to_join:
            self._drop_small_patches()

    def _take_merged_spans(self) -> tuple[CellSpans, NDArray[np.uint16]]:
        """Return all spans by row with their combinations, and clear the stored ones."""
        spans = CellSpans(*map(np.concatenate, zip(*self._spans)))
        codes = np.concatenate(self._codes, axis=1)
        self._spans, self._codes = [], []
        order, is_first = group_keys(pack_keys(codes[::-1]))
        kinds = np.empty(order.size, np.int32)
        kinds[order] = np.cumsum(is_first) - 1
        row_size = np.int64(self._series.window.width + 2)
        spans = spans.select_spans(np.argsort(spans.rows * row_size + spans.begins, kind="stable"))
        return spans._replace(kinds=kinds[spans.kinds]), codes[:, order[is_first]]

    def _drop_small_patches(self) -> None:
        """Drop patches that are too small and cannot grow further."""
        spans, codes = self._take_merged_spans()
        units = self._units.unit_codes()[codes[0]] if self._units else np.zeros(codes.shape[1], int)
        keys = (units << 16 | codes[-1])[spans.kinds]
        patches = label_patches(spans, keys, self._series.window.width)
        # Neighbours below, and beside in the last row read.
        read, last = self._read, self._series.window.height - 1
        about = read[spans.begins], read[spans.begins + 1], read[spans.ends + 1]
        may_grow = np.minimum.reduce(about) <= np.minimum(spans.rows + 1, last)
        is_open = np.zeros(keys.size, np.bool_)
        is_open[patches[may_grow]] = True
        is_large = self._has_min_area(np.bincount(patches, spans.hectares, keys.size))
        is_open, is_done = is_open[patches], (is_large & ~is_open)[patches]
        self.small_ha += float(spans.hectares[~is_open & ~is_done].sum())
        self._closed.append((spans.select_spans(is_done), codes))
        self._spans, self._codes, self._kinds = (
            [spans.select_spans(is_open)],
            [codes],
            codes.shape[1],
        )
        open_count = int(is_open.sum())
        self._closed_count += int(is_done.sum())
        self._count_to_join = open_count + MIN_SPANS_TO_MERGE
        self._count = open_count
        if open_count + self._closed_count > MAX_SPANS:
            self._stop_collecting()

    def _stop_collecting(self) -> None:
        self._spans, self._codes, self._closed = [], [], []
        self.too_many = Message(
            "IDLE_MIN_HA: more than {most:,} idle areas of at least {least:g} ha, or "
            "outlines too complex; increase IDLE_MIN_HA",
            least=self.rule.min_ha,
            most=MAX_AREAS,
        )

    def _has_min_area(self, hectares: NDArray[Any]) -> BoolArray:
        least = self.rule.min_ha * (1.0 - AREA_TOLERANCE)
        # Labels of joined patches have no land.
        return (hectares > 0) & (hectares >= least)

    def finalize_results(self, census: CountResult) -> None:
        """Store the class numbers in table order; patches are made on demand."""
        self._final = census.codes.astype(np.int64) - FIRST_CLASS_CODE

    def make_patches(self, names: Sequence[str]) -> IdlePatches | None:
        """Return the areas after the count, by unit index in `names`; None if too many."""
        if self.too_many:
            return None
        indices = {name: index for index, name in enumerate(names)}
        left, self._closed = [self._take_merged_spans(), *self._closed], []
        parts, combinations, area_count = list[Part](), list[NDArray[np.uint16]](), 0
        while left:
            spans, codes = left.pop()
            parts.append(self._select_large_patches(spans, codes, indices))
            combinations.append(codes)
            area_count += parts[-1].hectares.size
            if area_count > MAX_AREAS:
                self._stop_collecting()
                return None
        sizes = [codes.shape[1] for codes in combinations]
        _, years, classes = np.split(
            np.concatenate(combinations, axis=1), [1, -len(self._series.rasters)]
        )
        nowhere, of_years = np.zeros(classes.shape[1], np.int64), years.T if years.size else None
        areas = nowhere.astype(np.float64)
        table = CombinationTable(nowhere, self._final[classes].T, nowhere, areas, of_years)
        return IdlePatches(self._series, parts, sizes, table, self.small_ha)

    def _select_large_patches(
        self, spans: CellSpans, codes: NDArray[np.uint16], indices: Mapping[str, int]
    ) -> Part:
        """Return the patches that are large enough."""
        if self._squares is not None:
            squares = self._squares.squares
            strata = squares.rows[spans.rows] * squares.shape[1] + squares.columns[spans.begins]
            unit_names = squares.square_names
            unit_of: IntArray = np.arange(len(unit_names))
        elif self._units is not None:
            strata = self._units.strata.stratum_lookup()[codes[0]][spans.kinds]
            unit_names, unit_of = self._units.list_units()
        of_names: IntArray = np.array([indices.get(name, -1) for name in unit_names], np.int64)
        units = of_names[unit_of[strata]]
        keys = units << 16 | self._final[codes[-1]][spans.kinds]
        patches = label_patches(spans, keys, self._series.window.width)
        is_area = self._has_min_area(np.bincount(patches, spans.hectares, keys.size))
        self.small_ha += float(spans.hectares[~is_area[patches]].sum())
        kept = np.flatnonzero(is_area[patches])
        areas = (np.cumsum(is_area) - 1)[patches[kept]]
        order = np.argsort(areas, kind="stable")
        kept, areas = kept[order], areas[order]
        starts = np.flatnonzero(np.diff(areas, prepend=-1))
        return make_part(
            spans.select_spans(kept), areas, starts, units[kept[starts]], codes.shape[1]
        )


class Part(NamedTuple):
    """Idle areas of a part of a run.

    Attributes:
        spans: by area, each sorted by row; starts: first span of each area.
        units, hectares: by area; positions: row and column of a cell near the centre, (2,
            n).
        rows: areas, combinations and hectares, aggregated by area and combination.
    """

    spans: CellSpans
    starts: IntArray
    units: IntArray
    hectares: FloatArray
    positions: IntArray
    rows: tuple[IntArray, IntArray, FloatArray]


def make_part(
    spans: CellSpans, areas: IntArray, starts: IntArray, units: IntArray, kind_count: int
) -> Part:
    """Return the areas of sorted spans; `starts` is the first span of each, `units` its unit."""
    hectares = np.bincount(areas, spans.hectares, starts.size).astype(np.float64)
    lengths = (spans.ends - spans.begins).astype(np.float64)
    cells = np.bincount(areas, lengths, starts.size)
    middles = spans.rows, (spans.begins + spans.ends - 1) / 2.0
    row, column = ((np.bincount(areas, lengths * of, starts.size) / cells)[areas] for of in middles)
    nearest = np.clip(np.rint(column), spans.begins, spans.ends - 1)
    far = (spans.rows - row) ** 2 + (nearest - column) ** 2
    best = np.lexsort((far, areas))[starts]
    positions = np.array([spans.rows[best], nearest[best]], np.int64)
    pairs, rows = np.unique(areas * kind_count + spans.kinds, return_inverse=True)
    by_row = np.bincount(rows.ravel(), spans.hectares, pairs.size).astype(np.float64)
    groups, kinds = np.divmod(pairs, max(1, kind_count))
    return Part(spans, starts, units, hectares, positions, (groups, kinds, by_row))


class IdlePatches:
    """Idle areas of a run before ranking.

    Attributes:
        table: combinations, without strata and areas; `sizes`: their numbers by part.
        hectares: by area; unit_of: index of the unit by area.
        positions: row and column of a cell near the centre of each area, (areas, 2).
        rows: areas, combinations and hectares, aggregated by area and combination.
    """

    def __init__(
        self,
        series: Series,
        parts: Sequence[Part],
        sizes: Sequence[int],
        table: CombinationTable,
        small_ha: float,
    ):
        self._parts, self.table, self.small_ha = parts, table, small_ha
        self._grid, self._window = series.grid, series.window
        # First area of each part, and the total number of areas.
        self._firsts = np.cumsum([0, *(part.starts.size for part in parts)])
        self.size = int(self._firsts[-1])
        self.unit_of = np.concatenate([part.units for part in parts])
        self.hectares = np.concatenate([part.hectares for part in parts])
        self.positions = np.concatenate([part.positions for part in parts], axis=1).T
        kinds = np.cumsum([0, *sizes])
        rows = [
            (groups + first, own + kind, hectares)
            for (groups, own, hectares), first, kind in zip(
                (part.rows for part in parts), self._firsts, kinds
            )
        ]
        self.rows = tuple(map(np.concatenate, zip(*rows)))

    def largest_area_positions(self, units: int) -> dict[str, FloatArray]:
        """Return the position of each unit's largest area, by column of PRIORITIES, or NaN."""
        points = np.full((units, 2), np.nan)
        order = np.argsort(-self.hectares, kind="stable")[::-1]
        points[self.unit_of[order]] = self.positions_deg[order]
        return {"longitude": points[:, 0], "latitude": points[:, 1]}

    @cached_property
    def positions_deg(self) -> FloatArray:
        """Longitude and latitude of the positions, (areas, 2); NaN if unknown."""
        x, dx, _, y, _, dy = self._grid.window_geotransform(self._window)
        rows, columns = self.positions.T
        return self._grid.geographic_positions(
            np.stack([x + (columns + 0.5) * dx, y + (rows + 0.5) * dy], axis=1)
        )

    def area_spans(self, area: int) -> CellSpans:
        """Return the spans of an area."""
        index = int(np.searchsorted(self._firsts, area, side="right")) - 1
        part, own = self._parts[index], area - self._firsts[index]
        ends = [*part.starts[own : own + 2], None]
        return part.spans.select_spans(slice(*ends[:2]))

    def area_window(self, area: int) -> Window:
        """Return the window of the grid around an area."""
        spans, window = self.area_spans(area), self._window
        top, left = int(spans.rows.min()), int(spans.begins.min())
        height, width = int(spans.rows.max()) + 1 - top, int(spans.ends.max()) - left
        return Window(window.column + left, window.row + top, width, height)

    def touched_pixels(self, area: int, window: Window, shape: tuple[int, ...]) -> BoolArray:
        """Return the pixels that an area touches in a picture of a window of the grid."""
        spans, (high, wide) = self.area_spans(area), shape
        touched = np.zeros(shape, np.bool_)
        down, across = self._window.row - window.row, self._window.column - window.column
        rows = (spans.rows.astype(np.int64) + down) * high // window.height
        begins, lasts = (
            (of.astype(np.int64) + across) * wide // window.width
            for of in (spans.begins, spans.ends - 1)
        )
        is_seen = (rows >= 0) & (rows < high) & (lasts >= 0) & (begins < wide)
        starts, stops = (
            rows * wide + np.maximum(begins, 0),
            rows * wide + np.minimum(lasts + 1, wide),
        )
        pixels = touched.reshape(-1)
        for start, stop in zip(starts[is_seen].tolist(), stops[is_seen].tolist()):
            pixels[start:stop] = True
        return touched

    def grid_position(self, area: int) -> tuple[float, float]:
        """Return column and row of the position of an area in the full grid."""
        row, column = (float(of) + 0.5 for of in self.positions[area])
        return column + self._window.column, row + self._window.row

    def relative_position_pct(self, area: int, window: Window) -> tuple[float, float]:
        """Return the position of an area in a window of the grid, in % from the left and top."""
        column, row = self.grid_position(area)
        right = 100.0 * (column - window.column) / window.width
        return right, 100.0 * (row - window.row) / window.height

    def outline_wkb(self, area: int) -> bytes:
        """Return an area as a WKB MultiPolygon in the CRS of the grid."""
        box, parts = self.area_window(area), ogr.Geometry(ogr.wkbMultiPolygon)
        step = max(1, CELLS_PER_CHUNK // box.width)
        with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
            for row in range(box.row, box.row + box.height, step):
                height = min(step, box.row + box.height - row)
                window = Window(box.column, row, box.width, height)
                cells = gdal.GetDriverByName("MEM").Create("", box.width, height, 1)
                cells.SetGeoTransform(self._grid.window_geotransform(window))
                band = cells.GetRasterBand(1)
                pixels = self.touched_pixels(area, window, (height, box.width))
                band.WriteRaster(0, 0, box.width, height, pixels.tobytes())
                shapes = ogr.GetDriverByName("Memory").CreateDataSource("")
                layer = shapes.CreateLayer("")
                # Cells that touch at corners are separate parts, so that the geometry is valid.
                gdal.Polygonize(band, band, layer, -1)
                for feature in layer:
                    parts.AddGeometry(feature.GetGeometryRef())
            if step < box.height:
                parts = ogr.ForceToMultiPolygon(parts.UnionCascaded())
        return bytes(parts.ExportToWkb())


@dataclass(frozen=True)
class IdleAreas:
    """Idle areas of a run: IDLE_AREAS by rank, and the index of each among the patches."""

    rows: Table
    patches: IdlePatches
    order: IntArray

    def draw_area_indices(
        self, rows: Sequence[int], window: Window, shape: tuple[int, ...]
    ) -> ByteArray:
        """Return each window pixel's area number, from 1, the first if shared; 0: no area."""
        pixels = np.zeros(shape, np.uint8)
        for index, row in reversed([*enumerate(rows, 1)]):
            pixels[self.patches.touched_pixels(int(self.order[row]), window, shape)] = index
        return pixels

    def consistency_checks(self, span: str, idle_ha: float) -> list[Check]:
        """Return the check that idle areas and smaller patches sum to the idle land."""
        what = Term("area of idle areas and smaller patches = idle land")
        parts = [*self.rows["area_ha"].tolist(), self.patches.small_ha]
        return [balance_check(span, what, [idle_ha], parts)]


def rank_idle_areas(
    patches: IdlePatches, ledger: Ledger | None, priorities: Priorities
) -> IdleAreas:
    """Return IDLE_AREAS: the patches with their attributes and carbon uptake, ranked."""
    land, size, (groups, kinds, hectares) = priorities.land, patches.size, patches.rows
    years = np.array([int(date.year) for date in land.dates])
    since = first_unchanged_index(patches.table.classes_by_date)[kinds]
    latest, earliest = np.zeros(size, np.int64), np.full(size, years.size)
    np.maximum.at(latest, groups, since)
    np.minimum.at(earliest, groups, since)
    names = np.array([*land.class_names, None], object)
    labels = np.array([date.label for date in land.dates], object)
    before = former_classes(replace(land, table=patches.table))[kinds]
    shares = np.zeros((size, names.size))
    np.add.at(shares, (groups, before), hectares)
    columns = {
        **dict.fromkeys(IDLE_AREAS.split()),
        "area_ha": patches.hectares,
        "class": names[patches.table.classes[kinds[np.unique(groups, return_index=True)[1]], -1]],
        "since": labels[latest],
        "since_first": labels[earliest],
        "idle_at_least": years[-1] - years[latest],
        "unit": np.array(priorities.units, object)[patches.unit_of],
        "class_before": names[shares.argmax(axis=1)],
        "longitude": patches.positions_deg[:, 0],
        "latitude": patches.positions_deg[:, 1],
    }
    uptake = None
    if ledger is not None:
        uptake = CarbonUptake(ledger, land, len(priorities.units), patches.table)
    if uptake is not None and uptake.has_before:
        own = UptakeRows(kinds, patches.unit_of[groups], hectares, groups, size)
        amounts = (
            own.sum_by_group(uptake.uptake_as_former_class(own)),
            *uptake.uptake_bounds(own, DEFAULT_UNCERTAINTY_SETTINGS),
        )
        columns |= dict(zip(UPTAKE_COLUMNS, amounts))
    ranks = rank_by_uptake(columns["uptake_20y_tc"], patches.hectares)
    order = np.lexsort((*patches.positions.T[::-1], ranks))
    return IdleAreas(Table({**columns, "rank": ranks})[order], patches, order)
