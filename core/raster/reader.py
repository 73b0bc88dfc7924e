"""Windowed reading of rasters on their own grid or resampled to another one, and detection of
missing remote tiles in VRT mosaics."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from math import ceil, floor, isfinite, isnan
from typing import Any, Optional
from urllib.parse import unquote, urlsplit

import numpy as np
from osgeo import gdal, osr

from ..base.messages import DataError, Message, Notes, Text, get_gdal_reason
from ..base.numbers import ByteArray, NDArray, format_list
from .grid import CORNER_TOLERANCE, Grid, Window
from .source import Raster, handle_read_errors, open_band

# Maximum block side, in cells, for which GDAL's warper reads the source at once.
WARP_BLOCK_SIZE = 512

# x_min, y_min, x_max, y_max.
Bounds = tuple[float, float, float, float]

VSICURL_PREFIX = "/vsicurl"
# XML node as parsed by GDAL: [type, name, *children]; attributes, elements and texts are children.
XmlNode = list[Any]
# Server responses for a missing file. 403 is not included: it may also mean that an existing tile
# requires payment or a signature.
NOT_FOUND_RESPONSES = ("HTTP response code: 404", "HTTP response code: 410")
# Length of a node without children.
EMPTY_NODE_LENGTH = 2
# Requests mostly wait for the server, so they run in parallel.
MAX_PARALLEL_REQUESTS = 8
# Maximum shift of equal cells: a tenth, with rounding.
MAX_SHIFT_CELLS = 0.1 + 1e-6

# Cell status: NoData, outside the extent of the raster, outside the mask of the run (never in the
# mask of a raster itself), or valid.
NODATA_CODE, OUTSIDE_CODE, MASKED_CODE, VALID_CODE = 0, 1, 2, 3

# Values and mask of a window, as returned by a reader.
WindowData = tuple[NDArray[np.generic], Optional[ByteArray]]


def align_rasters(
    rasters: list[Raster], base: int, notes: Notes, are_dates: bool = False
) -> list[Raster]:
    """Return the rasters to be read on the grid of `rasters[base]`; `notes` reports resampling,
    but not from other cells if they are dates: the count warns of it."""
    first, aligned = rasters[base], []
    grid = first.grid
    for raster in rasters:
        bare, other = (raster, first) if grid.crs else (first, raster)
        if bool(grid.crs) != bool(raster.grid.crs):
            if apart := grid.describe_cell_difference(raster.grid):
                raise DataError(
                    "{bare} has no CRS, {other} has one, and their grids differ: "
                    "{difference}; assign a CRS to the layer",
                    bare=bare.label,
                    other=other.label,
                    difference=apart,
                )
            notes.add_warning(
                "{bare} has no CRS and {other} has one: cells are compared without reprojection.",
                bare=bare.label,
                other=other.label,
            )
        elif grid.describe_difference(raster.grid):
            _check_overlap(first, raster)
            raster = replace(raster, onto=grid)
            if not are_dates or not has_other_cells(raster):
                notes.notices.append(resampling_message(first, raster))
        aligned.append(raster)
    return aligned


@np.errstate(invalid="ignore")  # of infinite bounds
def has_other_cells(raster: Raster) -> bool:
    """Return whether a raster is resampled from cells of another size, or of a position that
    differs by more than MAX_SHIFT_CELLS, apart from whole cells, where it overlaps the grid."""
    if (grid := raster.onto) is None:
        return False
    x0, y0, x1, y1 = _reproject_bounds(raster, grid)
    x, dx, _, y, _, dy = grid.transform
    # By axis, in columns and rows of the grid: ends of the raster, and size of its cells.
    ends = np.sort([[(x0 - x) / dx, (x1 - x) / dx], [(y0 - y) / dy, (y1 - y) / dy]])
    sizes = np.diff(ends) / [[raster.grid.width], [raster.grid.height]]
    overlap = np.clip(ends, 0, [[grid.width], [grid.height]])
    # Cells of the grid less cells of the raster, up to the ends of the overlap.
    offsets = overlap - (overlap - ends[:, :1]) / sizes
    is_near = abs(offsets - offsets[:, :1].round()).max() <= MAX_SHIFT_CELLS
    return not (is_near and abs(sizes - 1).max() <= CORNER_TOLERANCE)


def cell_area_ratio(raster: Raster, grid: Grid) -> float:
    """Return the approximate area of a raster cell, in cells of the target grid."""
    x0, y0, x1, y1 = _reproject_bounds(replace(raster, grid=grid), raster.grid)
    theirs = raster.grid.cell_width * raster.grid.cell_height
    return theirs * grid.width * grid.height / ((x1 - x0) * (y1 - y0))


def source_window(raster: Raster, window: Window) -> Window:
    """Return the source cells of a raster that are read for a window of its target grid.

    They may be slightly too many: the full extent if they cannot be computed.
    """
    grid, onto = raster.grid, raster.onto
    if onto is None:
        return window
    read = window.expand(WARP_BLOCK_SIZE, onto.full_window)
    part = Grid(read.width, read.height, onto.window_geotransform(read), onto.crs)
    x0, y0, x1, y1 = _reproject_bounds(replace(raster, grid=part), grid)
    # Across the antimeridian, x0 is larger than x1.
    if not all(map(isfinite, (x0, y0, x1, y1))) or x0 > x1:
        return grid.full_window
    x, dx, _, y, _, dy = grid.transform
    columns = sorted((edge - x) / dx for edge in (x0, x1))
    rows = sorted((edge - y) / dy for edge in (y0, y1))
    column, row = max(floor(columns[0]) - 1, 0), max(floor(rows[0]) - 1, 0)
    width = min(ceil(columns[1]) + 1, grid.width) - column
    height = min(ceil(rows[1]) + 1, grid.height) - row
    return Window(column, row, max(width, 0), max(height, 0))


def _check_overlap(first: Raster, raster: Raster) -> None:
    """Raise a DataError if a raster does not overlap the target grid or that is not north up."""
    if first.grid.transform[5] > 0 or first.grid.transform[1] < 0:
        raise DataError(
            "{label} defines the grid but is not north up, and {other} differs from it: "
            "{difference}; make {label} north up",
            label=first.label,
            other=raster.label,
            difference=first.grid.describe_difference(raster.grid),
        )
    ours, theirs = _grid_bounds(first.grid), _reproject_bounds(raster, first.grid)
    # Bounds of a global raster are meaningless in a local CRS, but those of a small part are not;
    # so test both directions.
    if not _has_overlap(ours, theirs) and not _has_overlap(
        _reproject_bounds(first, raster.grid), _grid_bounds(raster.grid)
    ):
        raise DataError(
            "{label} and {first} do not overlap: {label} extends over {theirs}, {first} over "
            "{ours}",
            label=raster.label,
            first=first.label,
            theirs=_format_bounds(theirs),
            ours=_format_bounds(ours),
        )


def _has_overlap(ours: Bounds, theirs: Bounds) -> bool:
    """Return whether two rectangles share more than an edge."""
    across = ours[0] < theirs[2] and theirs[0] < ours[2]
    return across and ours[1] < theirs[3] and theirs[1] < ours[3]


def _grid_bounds(grid: Grid) -> Bounds:
    x0, y0, x1, y1 = grid.window_corners(grid.full_window)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _reproject_bounds(raster: Raster, grid: Grid) -> Bounds:
    """Return the bounds of a raster in the CRS of a grid; DataError without a transformation."""
    bounds = _grid_bounds(raster.grid)
    here, there = raster.grid.spatial_reference(), grid.spatial_reference()
    if here is None or there is None or here.IsSame(there):
        return bounds
    try:
        with osr.ExceptionMgr(useExceptions=True):
            change = osr.CoordinateTransformation(here, there)
            brought: Bounds = change.TransformBounds(*bounds, 21)
            return brought
    except RuntimeError as error:
        raise DataError(
            "{label} cannot be transformed from {here} to {there}: {reason}",
            label=raster.label,
            here=here.GetName(),
            there=there.GetName(),
            reason=get_gdal_reason(error),
        ) from error


def _format_bounds(bounds: Bounds) -> Message:
    x0, y0, x1, y1 = bounds
    return Message("{x0:.10g}, {y0:.10g} to {x1:.10g}, {y1:.10g}", x0=x0, y0=y0, x1=x1, y1=y1)


def resampling_message(first: Raster, raster: Raster, advice: Text = "") -> Message:
    """Return a sentence on the cells of a raster and of the grid that it is resampled to."""
    ours, theirs = first.grid, raster.grid
    x, y = ours.transform[0], ours.transform[3]
    theirs_on = _reproject_bounds(raster, ours)
    return Message(
        "{label} is resampled to the grid of {first} (nearest neighbour): {difference}. "
        "Cells of {theirs} become {ours}; the upper left corner is offset by {dx:.3f} cells "
        "east and {dy:.3f} cells south.{advice}",
        label=raster.label,
        first=first.label,
        difference=ours.describe_difference(theirs),
        theirs=theirs.describe_cells(),
        ours=ours.describe_cells(),
        dx=(theirs_on[0] - x) / ours.cell_width,
        dy=(y - theirs_on[3]) / ours.cell_height,
        advice=advice,
    )


def exclude_missing_tiles(raster: Raster, window: Window, notes: Notes) -> Raster:
    """Return a raster without the remote VRT tiles that are missing on their server.

    Only tiles in the window are checked, because global mosaics have thousands. Missing
    local files are kept, so that reading fails: they existed when the mosaic was made.
    `raster` must already be aligned to the grid of the window; missing tiles are reported
    in `notes`.
    """
    root, fill = _read_vrt(raster)
    tiles = _remote_tiles(root, source_window(raster, window))
    with ThreadPoolExecutor(MAX_PARALLEL_REQUESTS) as pool:
        missing = [tile for tile, lacks in zip(tiles, pool.map(_is_missing_tile, tiles)) if lacks]
    if not missing:
        return raster
    values = {
        "label": raster.label,
        "count": len(missing),
        "tiles": len(tiles),
        "names": format_list(map(_tile_name, missing)),
    }
    if missing == tiles:
        raise DataError(
            "{label}: all tiles of this area ({tiles}) return HTTP 404: {names}; check the "
            "addresses in the virtual raster",
            **values,
        )
    _check_fill_value(raster, fill, values)
    notes.add_warning(
        "{label}: {count} of {tiles} tiles of this area return HTTP 404; their cells are "
        "NoData: {names}.",
        **values,
    )
    for parent in list(_iterate_elements(root)):
        lacking = [element for element in parent[2:] if _source_filename(element) in missing]
        parent[2:] = [element for element in parent[2:] if element not in lacking]
    source = replace(raster.source, path=gdal.SerializeXMLTree(root), open_options=())
    return replace(raster, source=source)


def read_failure_reason(raster: Raster, window: Window, error: Exception) -> Text:
    """Return why a window cannot be read, naming the remote tile that caused it if there is one."""
    try:
        root, _ = _read_vrt(raster)
    except DataError:
        return get_gdal_reason(error)
    for tile in _remote_tiles(root, source_window(raster, window)):
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                gdal.OpenEx(tile, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        except RuntimeError as of_tile:
            reason = get_gdal_reason(of_tile)
            return Message("tile {tile}: {reason}", tile=_tile_name(tile), reason=reason)
    return get_gdal_reason(error)


def _read_vrt(raster: Raster) -> tuple[XmlNode, float]:
    """Return a VRT as XML with absolute file names, and fill value; else an empty tree and 0."""
    with handle_read_errors(raster.label):
        dataset, band = open_band(raster.source)
        if dataset.GetDriver().ShortName != "VRT":
            return [gdal.CXT_Element, "none"], 0.0
        root: XmlNode = gdal.ParseXMLString(dataset.GetMetadata("xml:VRT")[0])
        fill = band.GetNoDataValue()
    folder = os.path.dirname(raster.source.path)
    for element in _iterate_elements(root):
        relative = _find_child(element, "relativeToVRT")
        if _node_text(relative) == "1":
            relative[2:] = [[gdal.CXT_Text, "0"]]
            name = _node_text(element)
            own = [part for part in element[2:] if part[0] != gdal.CXT_Text]
            element[2:] = [*own, [gdal.CXT_Text, f"{folder}/{name}" if folder else name]]
    return root, 0.0 if fill is None else fill


def _remote_tiles(root: XmlNode, window: Window) -> list[str]:
    """Return the GDAL names of the remote files of a VRT that intersect a window."""
    tiles = []
    for element in _iterate_elements(root):
        name, rectangle = _source_filename(element), _find_child(element, "DstRect")
        if not name.startswith(VSICURL_PREFIX) or len(rectangle) == EMPTY_NODE_LENGTH:
            continue
        left, top, width, height = (
            float(_node_text(_find_child(rectangle, edge)) or 0)
            for edge in ("xOff", "yOff", "xSize", "ySize")
        )
        is_across = left < window.column + window.width and window.column < left + width
        if is_across and top < window.row + window.height and window.row < top + height:
            tiles.append(name)
    return list(dict.fromkeys(tiles))


def _iterate_elements(node: XmlNode) -> Iterator[XmlNode]:
    """Yield an element and all its descendants."""
    yield node
    for part in node[2:]:
        if part[0] == gdal.CXT_Element:
            yield from _iterate_elements(part)


def _find_child(node: XmlNode, name: str) -> XmlNode:
    """Return the child attribute or element of this name, or an empty element."""
    return next((part for part in node[2:] if part[1] == name), [gdal.CXT_Element, name])


def _node_text(node: XmlNode) -> str:
    return "".join(part[1] for part in node[2:] if part[0] == gdal.CXT_Text)


def _source_filename(node: XmlNode) -> str:
    """Return the source file name of a VRT element, or ''."""
    return _node_text(_find_child(node, "SourceFilename"))


def _is_missing_tile(tile: str) -> bool:
    """Return whether the server reports the tile as missing; other errors give False."""
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        gdal.ErrorReset()
        if gdal.VSIStatL(tile, gdal.VSI_STAT_EXISTS_FLAG) is not None:
            return False
        # GDAL before 3.9 reports the reason only for the first request.
        gdal.VSICurlPartialClearCache(tile)
        gdal.OpenEx(tile, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        return str(gdal.GetLastErrorMsg()).startswith(NOT_FOUND_RESPONSES)


def _check_fill_value(raster: Raster, fill: float, values: dict[str, object]) -> None:
    """Raise a DataError if the fill value of missing tiles would be read as a valid value."""
    is_left_out = any(fill == value or isnan(fill) for value in raster.left_out)
    is_left_out |= any(low <= fill <= high for low, high in raster.source.nodata_ranges)
    if not is_left_out and raster.mask is None:
        raise DataError(
            "{label}: {count} of {tiles} tiles return HTTP 404: {names}. Their cells would "
            "be read as the valid value {fill}; rebuild the virtual raster with a NoData "
            "value (gdalbuildvrt -vrtnodata) or declare {fill} as NoData",
            fill=f"{fill:.10g}",
            **values,
        )


def _tile_name(tile: str) -> str:
    """Return the file name of a tile, without possible secrets in its address."""
    address = unquote(tile)
    return os.path.basename(urlsplit(address[max(address.find("http"), 0) :]).path)


class RasterReader:
    """Single-threaded reader of one raster, on its own grid or resampled to another."""

    def __init__(self, raster: Raster):
        self._raster = raster
        self._memory = np.empty(0, raster.dtype)
        self._mask: gdal.Band | None = None
        self._coverage: gdal.Band | None = None
        # Kept because GDAL bands are invalid after their dataset is closed.
        self._plain: gdal.Dataset | None = None
        self._warped: gdal.Dataset | None = None
        self._holds_blocks = False
        grid = raster.onto or raster.grid
        self._is_beyond = grid.rows_beyond_poles(grid.full_window)
        with handle_read_errors(raster.label):
            self._dataset, self._band = open_band(raster.source)
            if isinstance(raster.mask, int):
                self._mask = self._dataset.GetRasterBand(raster.mask)
            elif raster.mask:
                self._mask = self._band.GetMaskBand()
            if raster.onto is not None:
                self._open_warped(raster.onto)

    def _open_warped(self, grid: Grid) -> None:
        """Open a GDAL warped VRT: nearest neighbour, with exact transformation of every cell."""
        # Values and mask are warped as plain bands so that all values, including NoData, stay
        # unchanged; the alpha band of the warper then marks the extent of the raster.
        bands: list[int | str] = [self._raster.source.band]
        if self._raster.mask is not None:
            bands.append(self._raster.mask)
        self._plain = gdal.Translate("", self._dataset, format="VRT", bandList=bands, noData="none")
        x0, y0, x1, y1 = grid.window_corners(grid.full_window)
        self._warped = gdal.Warp(
            "",
            self._plain,
            format="VRT",
            srcSRS=self._raster.grid.crs or None,
            dstSRS=grid.crs or None,
            outputBounds=(x0, y1, x1, y0),
            width=grid.width,
            height=grid.height,
            resampleAlg="near",
            errorThreshold=0,
            overviewLevel="NONE",
            dstAlpha=True,
        )
        self._band = self._warped.GetRasterBand(1)
        self._mask = self._warped.GetRasterBand(2) if self._raster.mask else None
        self._coverage = self._warped.GetRasterBand(len(bands) + 1)

    def read_window(self, window: Window) -> tuple[NDArray[np.generic], ByteArray | None]:
        """Return values and mask of a window, both of shape (height, width).

        Values have the raster's data type and are overwritten by the next call. The mask
        holds NODATA_CODE, OUTSIDE_CODE or VALID_CODE; None if only values mark NoData.
        """
        span = (window.column, window.row, window.width, window.height)
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                # The buffer is reused because allocating memory is slow.
                if self._memory.size < window.cell_count:
                    self._memory = np.empty(window.cell_count, self._raster.dtype)
                room = self._memory[: window.cell_count].reshape(window.height, window.width)
                values = self._band.ReadAsArray(*span, buf_obj=room)
                mask = self._read_mask(span, values)
                is_beyond = self._is_beyond[window.row : window.row + window.height]
                if is_beyond.any():
                    mask = np.full(values.shape, VALID_CODE, np.uint8) if mask is None else mask
                    mask[is_beyond] = OUTSIDE_CODE
                self._holds_blocks = True
                if self._has_own_blocks(window):
                    self.flush_cache()
                return values, mask
        except RuntimeError as error:
            raise DataError(
                "{label} cannot be read at rows {first} to {last}: {reason}",
                label=self._raster.label,
                first=window.row + 1,
                last=window.row + window.height,
                reason=read_failure_reason(self._raster, window, error),
            ) from error

    def _read_mask(
        self, span: tuple[int, int, int, int], values: NDArray[np.generic]
    ) -> ByteArray | None:
        """Return the mask of a window, or None if only the values mark NoData."""
        if self._mask is None and self._coverage is None:
            return None
        mask = np.full(values.shape, VALID_CODE, np.uint8)
        if self._mask is not None:
            mask[self._mask.ReadAsArray(*span) == 0] = NODATA_CODE
        if self._coverage is not None:
            mask[self._coverage.ReadAsArray(*span) == 0] = OUTSIDE_CODE
            # The warper converts 64-bit integers to doubles and adds 0.5 to round them.
            is_wide = values.dtype in (np.int64, np.uint64)
            if is_wide and max(abs(int(values.max())), abs(int(values.min()))) >= 2**52:
                raise DataError(
                    "{label}: values beyond 2**52 cannot be resampled exactly; renumber the "
                    "classes",
                    label=self._raster.label,
                )
        return mask

    def _has_own_blocks(self, window: Window) -> bool:
        """Return whether a window shares no block with any other window of the scan."""
        raster = self._raster
        return all(
            edge % step == 0 or edge == end
            for edge, step, end in (
                (window.row, raster.block_height, 0),
                (window.row + window.height, raster.block_height, raster.grid.height),
                (window.column, raster.block_width, 0),
                (window.column + window.width, raster.block_width, raster.grid.width),
            )
        )

    def flush_cache(self) -> None:
        """Drop the blocks read so far from GDAL's cache.

        Unneeded, they would fill memory; allocating it costs more than decoding into it.
        """
        if self._holds_blocks and self._raster.onto is None:
            self._band.FlushCache()
            # The blocks of a sidecar mask may differ and still be needed.
            if self._mask is not None and self._mask.GetBlockSize() == self._band.GetBlockSize():
                self._mask.FlushCache()
        self._holds_blocks = False


class SharedRasterReader(RasterReader):
    """Reader shared by all threads, for a raster with a single block that all of them need."""

    def __init__(self, raster: Raster):
        super().__init__(raster)
        self._turn = threading.Lock()

    def read_window(self, window: Window) -> tuple[NDArray[np.generic], ByteArray | None]:
        with self._turn:
            values, mask = super().read_window(window)
            return values.copy(), mask

    def flush_cache(self) -> None:
        """Keep the block, which other threads still need."""
