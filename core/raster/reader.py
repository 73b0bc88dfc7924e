"""Rasters read a window at a time, on their own cells or brought onto another grid's."""

from __future__ import annotations

import threading
from typing import Optional

import numpy as np
from osgeo import gdal

from ..base.messages import DataError
from ..base.numbers import Bytes, NDArray
from .grid import Grid, Window
from .mosaic import reason_at
from .source import Raster, open_band, reading

# What a cell can be besides a class: without data, beyond the raster's edge, outside the run's mask
# (which no raster's own mask holds), or one that counts.
NODATA, OUTSIDE, MASKED, VALID = 0, 1, 2, 3

# Values and mask of a window, as a reader gives them.
Read = tuple[NDArray[np.generic], Optional[Bytes]]


class Reader:
    """A handle of one thread on one raster, read on its own cells or on another grid's."""

    def __init__(self, raster: Raster):
        self._raster = raster
        self._memory = np.empty(0, raster.dtype)
        self._mask: gdal.Band | None = None
        self._coverage: gdal.Band | None = None
        # Kept because GDAL's bands live no longer than what they are of.
        self._plain: gdal.Dataset | None = None
        self._warped: gdal.Dataset | None = None
        self._holds_blocks = False
        with reading(raster.label):
            self._dataset, self._band = open_band(raster.source)
            if isinstance(raster.mask, int):
                self._mask = self._dataset.GetRasterBand(raster.mask)
            elif raster.mask:
                self._mask = self._band.GetMaskBand()
            if raster.onto is not None:
                self._warp(raster.onto)

    def _warp(self, grid: Grid) -> None:
        """Read through GDAL's warper, nearest neighbour, every cell's position worked out."""
        # Values and mask are warped as plain bands, so that every value, nodata or not, stays what
        # it is; the warper's own alpha band then says where the raster reaches.
        bands: list[int | str] = [self._raster.source.band]
        if self._raster.mask is not None:
            bands.append(self._raster.mask)
        self._plain = gdal.Translate("", self._dataset, format="VRT", bandList=bands, noData="none")
        x0, y0, x1, y1 = grid.corners(grid.whole)
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

    def read(self, window: Window) -> tuple[NDArray[np.generic], Bytes | None]:
        """The values of a window and what its cells are.

        Returns:
            Values, shape (height, width), in the raster's own type, good until the next call;
            and the same shape of NODATA, OUTSIDE or VALID (uint8), or None where only the values
            tell.

        Raises:
            DataError: the cells cannot be read (a truncated or damaged file, say).
        """
        span = (window.column, window.row, window.width, window.height)
        try:
            with gdal.ExceptionMgr(useExceptions=True):
                # The same memory for every window, because new memory is slow.
                if self._memory.size < window.cells:
                    self._memory = np.empty(window.cells, self._raster.dtype)
                room = self._memory[: window.cells].reshape(window.height, window.width)
                values = self._band.ReadAsArray(*span, buf_obj=room)
                mask = self._read_mask(span, values)
                self._holds_blocks = True
                if self._is_whole(window):
                    self.let_go()
                return values, mask
        except RuntimeError as error:
            raise DataError(
                "{label} cannot be read at rows {first} to {last}: {reason}",
                label=self._raster.label,
                first=window.row + 1,
                last=window.row + window.height,
                reason=reason_at(self._raster, window, error),
            ) from error

    def _read_mask(
        self, span: tuple[int, int, int, int], values: NDArray[np.generic]
    ) -> Bytes | None:
        """What cells are besides their values; None where only the values tell."""
        if self._mask is None and self._coverage is None:
            return None
        mask = np.full(values.shape, VALID, np.uint8)
        if self._mask is not None:
            mask[self._mask.ReadAsArray(*span) == 0] = NODATA
        if self._coverage is not None:
            mask[self._coverage.ReadAsArray(*span) == 0] = OUTSIDE
            # The warper carries 64-bit integers as doubles and adds a half to round them.
            is_wide = values.dtype in (np.int64, np.uint64)
            if is_wide and max(abs(int(values.max())), abs(int(values.min()))) >= 2**52:
                raise DataError(
                    "{label} holds values beyond 2**52, which cannot be brought onto another grid "
                    "exactly; renumber its classes",
                    label=self._raster.label,
                )
        return mask

    def _is_whole(self, window: Window) -> bool:
        """Whether a window has no block in common with any other of the pass."""
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

    def let_go(self) -> None:
        """Drop the blocks read so far from GDAL's cache.

        They will not be asked for again, so keeping them would fill the memory, and taking
        fresh memory for every block costs more than decoding into the same place again.
        """
        if self._holds_blocks and self._raster.onto is None:
            self._band.FlushCache()
            # A side file's blocks may be others, and then they are not done with yet.
            if self._mask is not None and self._mask.GetBlockSize() == self._band.GetBlockSize():
                self._mask.FlushCache()
        self._holds_blocks = False


class SharedReader(Reader):
    """One handle of all threads, on a raster whose one block each of them needs."""

    def __init__(self, raster: Raster):
        super().__init__(raster)
        self._turn = threading.Lock()

    def read(self, window: Window) -> tuple[NDArray[np.generic], Bytes | None]:
        with self._turn:
            values, mask = super().read(window)
            return values.copy(), mask

    def let_go(self) -> None:
        """Keep the block: others still need it."""
