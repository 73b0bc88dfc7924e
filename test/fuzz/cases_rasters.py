"""Random rasters as files: where they lie, what they hold, and what they call it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from osgeo import gdal, osr

from ..helpers import ORIGIN, UTM_49N, write_raster
from .cases_names import Palette, random_words

# Bytes more often than others, because only they have legends of any names; none of 64 bits, of
# which QGIS knows not all values.
TYPES = ("u1", "u1", "u1", "i1", "u2", "i2", "u4", "i4", "f4", "f8")
SYSTEMS = (UTM_49N, 32650, 3857, 3035, 4326, 4490, 2263)
# Systems, and places in them on the 180th meridian, beyond it and at a pole.
FAR = (
    (32760, 766_000.0, 5_900_000.0),
    (32601, 300_000.0, 6_000_000.0),
    (3413, 0.0, 0.0),
    (3031, 0.0, 0.0),
    (3995, 0.0, 2_000_000.0),
    (4490, 180.0, -17.0),
    (4490, 186.0, 61.0),
)
LAYOUTS = (
    (),
    ("BLOCKYSIZE=1",),
    ("BLOCKYSIZE=7", "COMPRESS=LZW"),
    ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"),
    ("TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"),
)


class Grid(NamedTuple):
    """The cells of a raster."""

    shape: tuple
    transform: tuple
    epsg: int


@dataclass
class Date:
    """One raster of a case: its file, its cells, and which of them hold no data.

    `year` is the one in the name of the layer, or ''; `names` are class names by value, `colours`
    #rrggbb by value.
    """

    path: str
    layer: str
    year: str
    grid: Grid
    values: np.ndarray
    hidden: np.ndarray
    declared: float | None
    names: dict
    colours: dict

    @property
    def label(self) -> str:
        return self.year or self.layer


def other_grid(rng, grid: Grid, cell: float, least: int) -> Grid:
    """Other cells about the same place."""
    shape = tuple(int(n) for n in rng.integers(least, 60, 2))
    epsg = int(rng.choice(SYSTEMS)) if rng.random() < 0.5 else grid.epsg
    shift = float(rng.choice([0.5, 1.0, 7.3, 12.0]))
    size = cell * float(rng.choice([1, 1, 1.7, 0.6]))
    return Grid(shape, transform(rng, shape, epsg, size, shift), epsg)


def transform(rng, shape: tuple, epsg: int, cell: float, shift: float, place: tuple = ()) -> tuple:
    """A geotransform about one place on the Earth, so that the dates overlap more or less.

    Args:
        place: x and y of another place.
    """
    target = osr.SpatialReference()
    target.ImportFromEPSG(epsg)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    start = osr.SpatialReference()
    start.ImportFromEPSG(UTM_49N)
    x, y, _ = osr.CoordinateTransformation(start, target).TransformPoint(*ORIGIN)
    x, y = place or (x, y)
    unit = np.pi / 180 * 6.37e6 if target.IsGeographic() else target.GetLinearUnits()
    width = cell / unit
    height = width * float(rng.choice([1.0, 1.0, 1.3]))
    dx, dy = rng.uniform(-shift, shift, 2) if shift not in (0.5, 1.0) else (shift, -shift)
    left, above = dx - shape[1] // 2, dy + shape[0] // 2
    return (x + left * width, width, 0.0, y + above * height, 0.0, -height)


def random_date(rng, folder: Path, layer: str, year: str, grid: Grid, palette: Palette) -> Date:
    """A raster with values from a palette."""
    dtype = np.dtype(str(rng.choice(TYPES)))
    codes = _any_codes(rng, dtype) if palette.is_any else _codes(rng, dtype, palette.codes)
    values = _patches(rng, codes, grid.shape)
    declared = None
    if rng.random() < (0.6 if palette.is_any else 0.3):
        declared = values.ravel()[rng.integers(values.size)].item()
        if declared != declared:
            declared = None
    hidden = np.zeros(grid.shape, bool)
    names: dict = {}
    if palette.is_any and dtype == np.uint8 and rng.random() < 0.6:
        named = [int(v) for v in np.unique(values)[:9] if v < 60]
        names = dict(zip(named, random_words(rng, len(named))))
        if rng.random() < 0.4 and names:
            names.pop(next(iter(names)))
    elif palette.names and rng.random() < 0.7:
        kept = {v: name for v, name in palette.names.items() if v >= 0 and rng.random() < 0.9}
        names = kept
    if rng.random() < 0.2:
        hidden = rng.random(grid.shape) < 0.3
    colours = palette.colours if dtype == np.uint8 and rng.random() < 0.7 else {}
    path = str(folder / f"{layer}.tif")
    date = Date(path, layer, year, grid, values, hidden, declared, names, dict(colours))
    write(date, LAYOUTS[rng.integers(len(LAYOUTS))])
    return date


def _any_codes(rng, dtype: np.dtype) -> np.ndarray:
    """A few codes from anywhere in a type."""
    if dtype.kind == "f":
        codes = np.array([0, 1, 2, 5, -7, 255, 1e6, np.nan], dtype)
    else:
        info = np.iinfo(dtype)
        codes = np.array([0, 1, 2, 5, 9, info.min, info.max, info.max - 1], dtype)
    if rng.random() < 0.5:
        codes = codes[: rng.integers(1, codes.size + 1)]
    return codes


def _codes(rng, dtype: np.dtype, codes: list) -> np.ndarray:
    """Those of some codes that a type can hold, or other ones where it holds none."""
    held = list(codes)
    if dtype.kind == "f":
        held += [np.nan] if rng.random() < 0.2 else []
    else:
        info = np.iinfo(dtype)
        held = [code for code in codes if info.min <= code <= info.max] or [1, 2]
    return np.array(held, dtype)


def _patches(rng, codes: np.ndarray, shape: tuple) -> np.ndarray:
    """Patches or noise of some codes."""
    patch = int(rng.choice([1, 1, 3, 9]))
    small = rng.choice(codes, (shape[0] // patch + 1, shape[1] // patch + 1))
    return np.repeat(np.repeat(small, patch, 0), patch, 1)[: shape[0], : shape[1]]


def write(date: Date, options: tuple) -> None:
    """The file of a date, with GTiff's creation options."""
    x, width, _, y, _, height = date.grid.transform
    write_raster(
        date.path,
        date.values,
        dtype=date.values.dtype,
        nodata=date.declared,
        cell=(width, -height),
        origin=(x, y),
        epsg=date.grid.epsg,
        names=date.names,
        colours={value: bytes.fromhex(colour[1:]) for value, colour in date.colours.items()},
        options=options,
    )
    if date.hidden.any():
        internal = gdal.config_option("GDAL_TIFF_INTERNAL_MASK", "YES")
        with internal, gdal.Open(date.path, gdal.GA_Update) as dataset:
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
            mask = dataset.GetRasterBand(1).GetMaskBand()
            mask.WriteArray(np.where(date.hidden, 0, 255).astype(np.uint8))
