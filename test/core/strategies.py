"""Random dated rasters, small enough to count by a plain double loop."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from carbon_zones.core.raster.grid import Window
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.test.helpers import ORIGIN, write_raster

CELL = 30.0
LARGEST_SIDE = 40
LARGEST = 2**63 - 1  # a class value may be this far from 0 and no further

INTEGERS = (*(np.uint8, np.int8, np.uint16, np.int16), *(np.uint32, np.int32, np.uint64, np.int64))
FLOATS = (np.float32, np.float64)

# Strips, one-row strips, the whole image in one, and tiles, plain and compressed.
LAYOUTS = (
    (),
    ("BLOCKYSIZE=1",),
    ("BLOCKYSIZE=7", "COMPRESS=LZW"),
    (f"BLOCKYSIZE={LARGEST_SIDE}", "COMPRESS=DEFLATE"),
    ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"),
    ("TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"),
    ("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64", "COMPRESS=LZW"),
)


@dataclass
class Date:
    """One date: its cells, and what says which of them are left out."""

    values: np.ndarray
    declared: float | None
    further: tuple
    layout: tuple

    def left_out(self, value) -> bool:
        """Whether a cell of this value is left out, by the plain meaning of the words."""
        return value != value or value == self.declared or value in self.further

    def write(self, folder: str, number: int) -> RasterInput:
        path = f"{folder}/date{number}.tif"
        write_raster(
            path,
            self.values,
            dtype=self.values.dtype,
            nodata=self.declared,
            cell=(CELL, CELL),
            options=self.layout,
        )
        return RasterInput(path, f"date {number}", nodata=self.further)

    def keys(self, window: Window, names: dict) -> list[list]:
        """Rows of class keys of a window: a name, the value itself, or None (left out)."""
        rows = self.values[
            window.row : window.row + window.height, window.column : window.column + window.width
        ].tolist()
        return [[None if self.left_out(v) else names.get(int(v), int(v)) for v in r] for r in rows]


@dataclass
class Case:
    """Dates on one grid, a window of it, and how the pass is to go about it."""

    dates: list
    window: Window
    pieces: int
    workers: int

    @property
    def cells_per_block(self) -> int:
        return max(1, self.window.cell_count // self.pieces)

    @property
    def extent(self) -> tuple:
        """The window as x_min, y_min, x_max, y_max."""
        w = self.window
        x, y = ORIGIN[0] + w.column * CELL, ORIGIN[1] - w.row * CELL
        return x, y - w.height * CELL, x + w.width * CELL, y

    @property
    def values(self) -> list[int]:
        """Every whole number that stands in a cell or is nodata."""
        found = set()
        for date in self.dates:
            found.update(date.values.ravel().tolist())
        return sorted(int(v) for v in found if v == v and float(v).is_integer())


def limits(dtype) -> tuple[int, int]:
    """The smallest and largest class value that a type holds exactly."""
    dtype = np.dtype(dtype)
    if dtype.kind == "f":
        return -(2**62), 2**62
    info = np.iinfo(dtype)
    return max(info.min, -LARGEST), min(info.max, LARGEST)


@st.composite
def class_values(draw, dtype):
    """A class value of a type: its ends, the small numbers that dates share, or any."""
    lowest, highest = limits(dtype)
    usual = [n for n in (1, 2, 3, 0, -1, lowest, lowest + 1, highest - 1, highest) if n >= lowest]
    exact = lowest, highest
    if np.dtype(dtype).kind == "f":
        # Beyond these, not every whole number is a float.
        digits = np.finfo(dtype).nmant + 1
        exact = -(2**digits), 2**digits
        usual = [n for n in usual if int(np.dtype(dtype).type(n)) == n]
    return draw(st.one_of(st.sampled_from(usual), st.integers(*exact)))


def arrange(shape, palette: list, dtype, pattern: str, seed: int) -> np.ndarray:
    """Cells of a palette: in patches, or as noise."""
    random = np.random.default_rng(seed)
    colours = np.array(palette, dtype)
    if pattern == "noise":
        return colours[random.integers(0, len(palette), shape)]
    cells = np.full(shape, colours[0], dtype)
    for _ in range(int(random.integers(0, 9))):
        rows, columns = (np.sort(random.integers(0, side + 1, 2)) for side in shape)
        patch = slice(*rows), slice(*columns)
        cells[patch] = colours[random.integers(0, len(palette))]
    return cells


@st.composite
def dates(draw, shape):
    """A date of any type, with its classes and nodata anywhere in the type."""
    dtype = draw(st.sampled_from(INTEGERS + FLOATS))
    is_float = dtype in FLOATS
    palette = draw(st.lists(class_values(dtype), min_size=1, max_size=6, unique=True))
    if is_float and draw(st.booleans()):
        palette.insert(draw(st.integers(0, len(palette))), math.nan)
    in_palette = st.sampled_from([v for v in palette if v == v] or [0])
    declarable = [st.none(), in_palette, class_values(dtype)]
    if is_float:
        # A fraction is as good a nodata as any, and may then stand in the cells.
        declarable.append(st.sampled_from([math.nan, 0.5, -9999.25]))
    elif np.dtype(dtype).itemsize < 8:
        lowest, highest = limits(dtype)
        declarable.append(st.sampled_from([lowest - 1, highest + 1, -3.4e38]))
    declared = draw(st.one_of(declarable))
    if is_float and declared in (0.5, -9999.25):
        palette.append(declared)
    further = draw(st.lists(st.one_of(in_palette, class_values(dtype)), max_size=2))
    pattern = draw(st.sampled_from(["patches", "noise"]))
    cells = arrange(shape, palette, dtype, pattern, draw(st.integers(0, 10_000)))
    return Date(cells, declared, tuple(further), draw(st.sampled_from(LAYOUTS)))


@st.composite
def windows(draw, height: int, width: int):
    if draw(st.booleans()):
        return Window(0, 0, width, height)
    column, row = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    return Window(
        column, row, draw(st.integers(1, width - column)), draw(st.integers(1, height - row))
    )


@st.composite
def cases(draw, most_dates: int = 4, most_pieces: int = 30):
    """A dated series on one grid."""
    side = st.integers(1, LARGEST_SIDE)
    shape = draw(side), draw(side)
    return Case(
        [draw(dates(shape)) for _ in range(draw(st.integers(2, most_dates)))],
        draw(windows(*shape)),
        draw(st.integers(1, most_pieces)),
        draw(st.integers(1, 4)),
    )
