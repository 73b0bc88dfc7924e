"""Random series of rasters that do not match, as files, with all that is needed to check them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from osgeo import gdal, gdal_array, osr

from ..helpers import ORIGIN, UTM_49N, wkt

# Bytes more often than others, because only they have legends here.
TYPES = ("u1", "u1", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8")
SYSTEMS = (UTM_49N, 32650, 3857, 3035, 4326, 4490, 2263)
WORDS = ("Arable", "forest", "Grass", "Water", "Town", "Pit", "Dump", "Reed", "Scrub")
LAYOUTS = (
    (),
    ("BLOCKYSIZE=1",),
    ("BLOCKYSIZE=7", "COMPRESS=LZW"),
    ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"),
    ("TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"),
)


# Layers with a year in their name, and with numbers that are none.
LAYERS = ("lu_{}", "{}", "Landcover{} v2", "lc_30m_{}0615", "V2020_{}", "MCD12Q1.A{}001.h26")
NO_YEARS = ("A", "B", "C", "D", "E", "F")


class Grid(NamedTuple):
    """The cells of a raster."""

    shape: tuple
    transform: tuple
    epsg: int


@dataclass
class Date:
    """One raster of a case: its file, its cells, and which of them hold no data.

    `year` is the one in the name of the layer, or ''; `names` are class names by value.
    """

    path: str
    layer: str
    year: str
    grid: Grid
    values: np.ndarray
    hidden: np.ndarray
    declared: float | None
    names: dict

    @property
    def label(self) -> str:
        return self.year or self.layer


@dataclass
class Case:
    """Two or more dates, earliest first, and how to compare them.

    `given` is the order in which the layers are handed over, `window` the part that counts,
    `table` a class table as names by value in place of the legends, `units` a raster whose values
    are counted apart, `block` how many cells are read at a time, and `mask` polygons as WKT on the
    base's reference system, or None.
    """

    dates: list
    given: list
    base: int
    nodata: tuple
    window: tuple | None
    method: str
    table: dict | None
    units: Date | None
    block: int
    mask: list | None


def random_case(rng: np.random.Generator, folder: Path, length: int = 2) -> Case:
    """A case of small rasters; about a third of them on the cells of the first."""
    cell = float(rng.choice([30.0, 25.0, 30.7, 91.0]))
    # More dates have less land in common: small ones would leave nothing to compare.
    least = 1 if length == 2 else 12
    epsg = int(rng.choice(SYSTEMS)) if rng.random() < 0.4 else UTM_49N
    shape = tuple(int(n) for n in rng.integers(least, 40, 2))
    grid = Grid(shape, _transform(rng, shape, epsg, cell, shift=0.0), epsg)

    def other_date(layer: str, year: str) -> Date:
        own = grid if rng.random() < 0.35 else _other_grid(rng, grid, cell, least)
        return _date(rng, folder, layer, year, own)

    names = [(layer, "") for layer in NO_YEARS[:length]]
    given = list(range(length))
    if rng.random() < 0.5:
        years = sorted(str(year) for year in rng.choice(range(1950, 2060), length, replace=False))
        names = [(str(rng.choice(LAYERS)).format(year), year) for year in years]
        given = rng.permutation(length).tolist()
    dates = [_date(rng, folder, *names[0], grid)]
    dates += [other_date(*name) for name in names[1:]]
    units = other_date("units", "") if rng.random() < 0.4 else None
    nodata = tuple(int(v) for v in rng.choice(20, 2)) if rng.random() < 0.3 else ()
    base = int(rng.integers(0, length))
    window = None
    if rng.random() < 0.3:
        rows, columns = dates[base].grid.shape
        row, column = int(rng.integers(0, rows)), int(rng.integers(0, columns))
        height = int(rng.integers(1, rows - row + 1))
        width = int(rng.integers(1, columns - column + 1))
        window = (column, row, width, height)
    method = str(rng.choice(["auto", "ellipsoidal"]))
    table = _table(rng, dates) if rng.random() < 0.2 else None
    block = int(rng.choice([40, 400, 1 << 20]))
    mask = _mask(rng, dates[base].grid) if rng.random() < 0.3 else None
    return Case(dates, given, base, nodata, window, method, table, units, block, mask)


def _mask(rng, grid: Grid) -> list[str]:
    """A few polygons about a grid, some with a hole, some far beyond its edge."""
    rows, columns = grid.shape
    x, dx, _, y, _, dy = grid.transform
    shapes = []
    for _ in range(rng.integers(1, 5)):
        middle = rng.uniform(-0.2, 1.2, 2) * (columns, rows)
        radius = rng.uniform(0.05, 0.8) * max(rows, columns)
        rings = []
        for part in (1.0, 0.3)[: rng.integers(1, 3)]:
            angles = np.sort(rng.uniform(0, 2 * np.pi, rng.integers(3, 40)))
            reach = radius * part * rng.uniform(0.6, 1.0, angles.size)
            across, down = middle[0] + reach * np.cos(angles), middle[1] + reach * np.sin(angles)
            corners = [f"{x + a * dx:.12f} {y + d * dy:.12f}" for a, d in zip(across, down)]
            rings.append(f"({', '.join([*corners, corners[0]])})")
        shapes.append(f"POLYGON ({', '.join(rings)})")
    return shapes


def _other_grid(rng, grid: Grid, cell: float, least: int) -> Grid:
    shape = tuple(int(n) for n in rng.integers(least, 60, 2))
    epsg = int(rng.choice(SYSTEMS)) if rng.random() < 0.5 else grid.epsg
    shift = float(rng.choice([0.5, 1.0, 7.3, 12.0]))
    size = cell * float(rng.choice([1, 1, 1.7, 0.6]))
    return Grid(shape, _transform(rng, shape, epsg, size, shift), epsg)


def _words(rng, count: int) -> list[str]:
    """Class names, some of them the same but for their case."""
    words = rng.choice(WORDS, count).tolist()
    return [word.upper() if rng.random() < 0.3 else word for word in words]


def _table(rng, dates: list) -> dict:
    """Names of about half of the values that occur."""
    values = sorted({int(v) for d in dates for v in np.unique(d.values) if v == v})
    chosen = rng.permutation(len(values))[: len(values) // 2 + 1]
    return {values[n]: word for n, word in zip(chosen, _words(rng, len(chosen)))} or {1: "Pit"}


def _transform(rng, shape: tuple, epsg: int, cell: float, shift: float) -> tuple:
    """A geotransform about one place on the Earth, so that the dates overlap more or less."""
    target = osr.SpatialReference()
    target.ImportFromEPSG(epsg)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    start = osr.SpatialReference()
    start.ImportFromEPSG(UTM_49N)
    x, y, _ = osr.CoordinateTransformation(start, target).TransformPoint(*ORIGIN)
    unit = np.pi / 180 * 6.37e6 if target.IsGeographic() else target.GetLinearUnits()
    width = cell / unit
    height = width * float(rng.choice([1.0, 1.0, 1.3]))
    dx, dy = rng.uniform(-shift, shift, 2) if shift not in (0.5, 1.0) else (shift, -shift)
    left, above = dx - shape[1] // 2, dy + shape[0] // 2
    return (x + left * width, width, 0.0, y + above * height, 0.0, -height)


def _date(rng, folder: Path, layer: str, year: str, grid: Grid) -> Date:
    dtype = np.dtype(str(rng.choice(TYPES)))
    values = _values(rng, dtype, grid.shape)
    declared = None
    if rng.random() < 0.6:
        declared = values.ravel()[rng.integers(values.size)].item()
        if declared != declared:
            declared = None
    hidden = np.zeros(grid.shape, bool)
    names: dict = {}
    if dtype == np.uint8 and rng.random() < 0.6:
        named = [int(v) for v in np.unique(values)[:9] if v < 60]
        names = dict(zip(named, _words(rng, len(named))))
        if rng.random() < 0.4 and names:
            names.pop(next(iter(names)))
    if rng.random() < 0.2:
        hidden = rng.random(grid.shape) < 0.3
    date = Date(str(folder / f"{layer}.tif"), layer, year, grid, values, hidden, declared, names)
    _write(date, rng)
    return date


def _values(rng, dtype: np.dtype, shape: tuple) -> np.ndarray:
    """Patches or noise of a few codes from anywhere in the type."""
    if dtype.kind == "f":
        codes = np.array([0, 1, 2, 5, -7, 255, 1e6, np.nan], dtype)
    else:
        info = np.iinfo(dtype)
        # The warper carries 64-bit codes as doubles, and refuses what it would round.
        low, high = max(info.min, -(2**52) + 1), min(info.max, 2**52 - 1)
        codes = np.array([0, 1, 2, 5, 9, low, high, high - 1], dtype)
    if rng.random() < 0.5:
        codes = codes[: rng.integers(1, codes.size + 1)]
    patch = int(rng.choice([1, 1, 3, 9]))
    small = rng.choice(codes, (shape[0] // patch + 1, shape[1] // patch + 1))
    return np.repeat(np.repeat(small, patch, 0), patch, 1)[: shape[0], : shape[1]].astype(dtype)


def _write(date: Date, rng) -> None:
    values = date.values
    options = list(LAYOUTS[rng.integers(len(LAYOUTS))])
    with gdal.config_option("GDAL_TIFF_INTERNAL_MASK", "YES"):
        dataset = gdal.GetDriverByName("GTiff").Create(
            date.path,
            values.shape[1],
            values.shape[0],
            1,
            gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype),
            options,
        )
        dataset.SetGeoTransform(date.grid.transform)
        dataset.SetProjection(wkt(date.grid.epsg))
        band = dataset.GetRasterBand(1)
        # Before the cells: GDAL may take blocks of zeros for blocks of nodata afterwards.
        if date.declared is not None:
            band.SetNoDataValue(date.declared)
        band.WriteArray(values)
        if date.hidden.any():
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
            band.GetMaskBand().WriteArray(np.where(date.hidden, 0, 255).astype(np.uint8))
        if date.names:
            band.SetCategoryNames([date.names.get(n, "") for n in range(max(date.names) + 1)])
        dataset.Close()
