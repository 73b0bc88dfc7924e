"""Consumers of the scan, and detection of cells near land of some classes across blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..base.dates import Period
from ..base.drafts import Drafts
from ..base.messages import Text, Translator, translate_message
from ..base.numbers import BoolArray, ByteArray, NDArray
from ..raster.geotiff import GeoTiffWriter
from ..raster.grid import Window
from ..raster.reader import VALID_CODE, RasterReader, WindowData
from ..raster.source import Raster
from ..scheme.classes import LandClass
from .block import Block, BufferCells
from .class_codes import FIRST_CLASS_CODE, NoDataFilter
from .count_result import CountResult
from .series import Series

if TYPE_CHECKING:
    from numpy.typing import DTypeLike

    # Block and the values read for consumers.
    ReadBlock = tuple[Block, list[WindowData]]

# Result of a block, as accepted by merge_block() of the same consumer.
BlockPart = Any

# Number of columns read at a time from the margin of a band.
MAX_CHUNK_COLUMNS = 1 << 12

# Whether land of a class has a buffer.
BufferPredicate = Callable[[LandClass], bool]


class BlockConsumer:
    """Consumer of the blocks of the scan.

    process_block() is called in a worker, merge_block() in order in the caller, and finally
    finalize_results().

    Attributes:
        block_height: height of the blocks that it writes, if any.
        measures: raster of values to read along with the dates, if any.
        near: detector of buffer cells in each block, if needed.
    """

    block_height = 1
    measures: Raster | None = None
    near: BufferDetector | None = None

    def process_block(self, block: Block) -> BlockPart:
        """Return the consumer's result for a block; called in a worker thread."""
        raise NotImplementedError

    def process_values(
        self, block: Block, values: NDArray[np.generic], mask: ByteArray | None
    ) -> BlockPart:
        """Return the result for a block with values and mask of `measures`, (height, width).

        process_block() is called instead for blocks entirely outside the mask of the run.
        """
        raise NotImplementedError

    def merge_block(self, window: Window, part: BlockPart) -> None:
        """Add the result of process_block() for a window; called in reading order."""
        raise NotImplementedError

    def finalize_results(self, census: CountResult) -> None:
        """Write results that depend on the complete count, and close; called after the scan."""


@dataclass(frozen=True)
class RasterWriter:
    """Shared settings of all rasters that a run writes.

    Attributes:
        series: series with grid and classes.
        drafts: temporary locations of files until all are complete.
        record: metadata on the creation of a file, text by name.
        periods: period of each file, by path; filled when files are created.
        tr: translator of band and legend texts.
    """

    series: Series
    drafts: Drafts
    record: Mapping[str, str] = field(default_factory=dict)
    periods: dict[Path, Period] = field(default_factory=dict)
    tr: Translator = str

    def translate(self, text: Text) -> str:
        return translate_message(text, self.tr)

    def create_geotiff(
        self,
        path: str | Path,
        period: Period,
        title: Text,
        dtype: DTypeLike,
        nodata: float,
        colours: Mapping[int, str] | None = None,
    ) -> GeoTiffWriter:
        """Return a GeoTIFF on the grid of the run with a title and metadata."""
        self.periods[Path(path)] = period
        # Record and description are the same in every language.
        what = {"TIFFTAG_IMAGEDESCRIPTION": str(title)}
        metadata = {**what, **self.record, "PERIOD": period.name} if self.record else None
        grid, window, shown = self.series.grid, self.series.window, self.translate(title)
        return GeoTiffWriter(
            path, self.drafts, grid, window, dtype, nodata, shown, colours, metadata
        )


class BufferDetector:
    """Detector of cells within some rows and columns of land of some classes.

    That land is included; land outside the mask is ignored. A thread reads a band of rows
    block by block, from the left to the right edge. Land with a buffer is stored as bits,
    one row of blocks at a time; the buffer in a row of blocks is known once the rows below
    have been read. The margin around the band is read in addition.

    Args:
        series: series of one raster.
        margin: rows and columns, 1 or more.
        has_buffer: whether a class has a buffer; unnamed classes have none.
    """

    def __init__(self, series: Series, margin: int, has_buffer: BufferPredicate):
        ((raster,), (naming,)) = series.rasters, series.namings
        self.margin, self._has_buffer = margin, has_buffer
        # Bits before the first column: whole bytes, because blocks mostly begin at one.
        self._left = -(-margin // 8) * 8
        self._whole, self._mask, self._area = series.window, series.mask, series.area
        is_left_out = NoDataFilter(raster)
        values = [
            v for v, index in naming.class_indices.items() if has_buffer(series.classes[index])
        ]
        buffered = [value for value in values if not is_left_out(value)]
        if raster.dtype.kind in "iu":
            info = np.iinfo(raster.dtype)  # type: ignore[type-var]
            buffered = [value for value in buffered if info.min <= value <= info.max]
        self._values = np.array(buffered, raster.dtype)
        # By class code, for the classes known at the latest call.
        self._by_code: BoolArray = np.zeros(0, bool)

    def mark_blocks(self, blocks: Iterable[ReadBlock], reader: RasterReader) -> Iterator[ReadBlock]:
        """Yield the blocks of a band in reading order, each with its buffer cells."""
        above: ByteArray | None = None
        # Rows waiting for the rows below.
        waiting: deque[tuple[list[ReadBlock], ByteArray]] = deque()
        size = 2 * self.margin + 1
        for row in self._block_rows(blocks, reader):
            if above is None:
                above = row[1]
                continue
            waiting.append(row)
            while sum(len(bits) for _, bits in waiting) - len(waiting[0][1]) >= self.margin:
                in_row, own = waiting.popleft()
                height = len(above) + len(own) + self.margin
                bits = np.concatenate([above, own, *(below for _, below in waiting)])[:height]
                near = _dilate_columns(dilate_rows(bits, size), size) if bits.any() else None
                for block, values in in_row:
                    if near is not None:
                        first = self._left - self.margin + block.window.column - self._whole.column
                        block.near = BufferCells(near, first, block.window.width)
                    yield block, values
                above = np.concatenate([above, own])[-self.margin :]

    def _block_rows(
        self, blocks: Iterable[ReadBlock], reader: RasterReader
    ) -> Iterator[tuple[list[ReadBlock], ByteArray]]:
        """Yield rows of blocks with the bits of their cells, band margins before and after."""
        bottom: int | None = None
        kept = map(_copy_block, blocks)
        for row, in_row in groupby(kept, key=lambda read_block: read_block[0].window.row):
            if bottom is None:
                yield [], self._read_margin_bits(row - self.margin, reader)
            row_blocks: list[ReadBlock] = []
            for block, values in in_row:
                if not row_blocks:
                    bits = self._empty_bits(block.window.height)
                self._mark_block(block, bits)
                row_blocks.append((block, values))
            bottom = row + len(bits)
            yield row_blocks, bits
        if bottom is not None:
            yield [], self._read_margin_bits(bottom, reader)

    def _empty_bits(self, rows: int) -> ByteArray:
        """Return rows of unset bits by cell, with a margin on the left and right."""
        return np.zeros((rows, -(-(self._left + self._whole.width + self.margin) // 8)), np.uint8)

    def _mark_block(self, block: Block, bits: ByteArray) -> None:
        """Set the bits of the cells of a block that have a buffer."""
        by_code = self._by_code
        if by_code.size < block.n_codes:
            by_code = np.zeros(block.n_codes, bool)
            for index, land_class in enumerate(block.classes):
                by_code[index + FIRST_CLASS_CODE] = land_class.listed and self._has_buffer(
                    land_class
                )
            self._by_code = by_code
        buffered = by_code[block.codes[0]]
        if buffered.any():
            cells = np.zeros(block.window.cell_count, bool)
            cells[block.cell_positions(buffered)] = True
            self._set_bits(bits, block.window, cells.reshape(block.window.height, -1))

    def _set_bits(self, bits: ByteArray, window: Window, cells: BoolArray) -> None:
        """Set bits from the cells of some columns."""
        byte, first = divmod(self._left + window.column - self._whole.column, 8)
        if first:
            cells = np.pad(cells, ((0, 0), (first, 0)))
        packed = np.packbits(cells, axis=1, bitorder="little")
        bits[:, byte : byte + packed.shape[1]] |= packed

    def _read_margin_bits(self, row: int, reader: RasterReader) -> ByteArray:
        """Return the bits of the margin rows from `row`, as far as inside the extent."""
        whole, bits = self._whole, self._empty_bits(self.margin)
        first, end = max(row, whole.row), min(row + self.margin, whole.row + whole.height)
        for column in range(0, whole.width if first < end else 0, MAX_CHUNK_COLUMNS):
            width = min(MAX_CHUNK_COLUMNS, whole.width - column)
            part = Window(whole.column + column, first, width, end - first)
            values, mask = reader.read_window(part)
            buffered: BoolArray = np.isin(values, self._values)
            if mask is not None:
                buffered &= mask == VALID_CODE
            if self._mask is not None and buffered.any():
                inside = self._mask.rasterize_window(part)
                if inside is not None:
                    buffered &= inside.reshape(buffered.shape)
            self._set_bits(bits[first - row : end - row], part, buffered)
            reader.flush_cache()
        return bits


def _copy_block(read_block: ReadBlock) -> ReadBlock:
    """Return a copy of a block, as the next read would overwrite its buffers."""
    block, values = read_block
    block.copy_buffers()
    return block, [(of.copy(), mask) for of, mask in values]


def dilate_rows(cells: ByteArray, size: int) -> ByteArray:
    """Return whether any of `size` rows from each row is set; the result has size - 1 fewer."""
    reached = 1
    while reached < size:
        step = min(reached, size - reached)
        cells = cells[:-step] | cells[step:]
        reached += step
    return cells


def _dilate_columns(bits: ByteArray, size: int) -> ByteArray:
    """Return whether any of `size` cells from each cell of a row is set; the last: undefined."""
    # 64 cells at a time.
    words = np.zeros(bits.size // 8 + 2, "<u8")
    words.view(np.uint8)[: bits.size] = bits.ravel()
    reached = 1
    while reached < size:
        step = min(reached, size - reached, 63)
        further = words[1:] << np.uint64(64 - step)
        words[:-1] |= (words[:-1] >> np.uint64(step)) | further
        reached += step
    return words.view(np.uint8)[: bits.size].reshape(bits.shape)
