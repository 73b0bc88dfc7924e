"""Random pairs of rasters that do not match, as files, with all that is needed to check them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, osr

from ..helpers import ORIGIN, UTM_49N, wkt

TYPES = ("u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8")
SYSTEMS = (UTM_49N, 32650, 3857, 3035, 4326, 4490, 2263)
WORDS = ("Arable", "forest", "Grass", "Water", "Town", "Pit", "Dump", "Reed", "Scrub")
LAYOUTS = (
    (),
    ("BLOCKYSIZE=1",),
    ("BLOCKYSIZE=7", "COMPRESS=LZW"),
    ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"),
    ("TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"),
)


@dataclass
class Date:
    """One raster of a case: its file, its cells, and which of them hold no data."""

    path: str
    values: np.ndarray
    hidden: np.ndarray
    transform: tuple
    epsg: int
    declared: float | None
    names: dict


@dataclass
class Case:
    """A pair of dates and how to compare them."""

    earlier: Date
    later: Date
    base: int
    nodata: tuple
    window: tuple | None
    method: str

    @property
    def dates(self) -> tuple:
        return self.earlier, self.later


def random_case(rng: np.random.Generator, folder: Path) -> Case:
    """A case of small rasters; about a third of them on the same cells."""
    shape = tuple(int(n) for n in rng.integers(1, 40, 2))
    cell = float(rng.choice([30.0, 25.0, 30.7, 91.0]))
    epsg = int(rng.choice(SYSTEMS)) if rng.random() < 0.4 else UTM_49N
    transform = _transform(rng, epsg, cell, shift=0.0)
    earlier = _date(rng, folder / "earlier.tif", shape, transform, epsg)
    same = rng.random() < 0.35
    if not same:
        shape = tuple(int(n) for n in rng.integers(1, 60, 2))
        if rng.random() < 0.5:
            epsg = int(rng.choice(SYSTEMS))
        shift = float(rng.choice([0.5, 1.0, 7.3, 12.0]))
        transform = _transform(rng, epsg, cell * float(rng.choice([1, 1, 1.7, 0.6])), shift)
    later = _date(rng, folder / "later.tif", shape, transform, epsg)
    nodata = tuple(int(v) for v in rng.choice(20, 2)) if rng.random() < 0.3 else ()
    base = int(rng.integers(0, 2))
    rows, columns = (earlier, later)[base].values.shape
    window = None
    if rng.random() < 0.3:
        row, column = int(rng.integers(0, rows)), int(rng.integers(0, columns))
        height = int(rng.integers(1, rows - row + 1))
        width = int(rng.integers(1, columns - column + 1))
        window = (column, row, width, height)
    method = str(rng.choice(["auto", "ellipsoidal"]))
    return Case(earlier, later, base, nodata, window, method)


def _transform(rng, epsg: int, cell: float, shift: float) -> tuple:
    """A geotransform near one place on the Earth, so that the dates overlap more or less."""
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
    return (x + dx * width, width, 0.0, y + dy * height, 0.0, -height)


def _date(rng, path: Path, shape: tuple, transform: tuple, epsg: int) -> Date:
    dtype = np.dtype(str(rng.choice(TYPES)))
    values = _values(rng, dtype, shape)
    declared = None
    if rng.random() < 0.6:
        declared = values.ravel()[rng.integers(values.size)].item()
        if declared != declared:
            declared = None
    hidden = np.zeros(shape, bool)
    names: dict = {}
    if dtype == np.uint8 and rng.random() < 0.6:
        words = [str(word) for word in rng.permutation(WORDS)]
        names = {int(v): words[i] for i, v in enumerate(np.unique(values)[:9]) if v < 60}
        if rng.random() < 0.4 and names:
            names.pop(next(iter(names)))
    if rng.random() < 0.2:
        hidden = rng.random(shape) < 0.3
    _write(path, values, transform, epsg, declared, hidden, names, rng)
    return Date(str(path), values, hidden, transform, epsg, declared, names)


def _values(rng, dtype: np.dtype, shape: tuple) -> np.ndarray:
    """Patches or noise of a few codes from anywhere in the type."""
    if dtype.kind == "f":
        codes = np.array([0, 1, 2, 5, -7, 255, 1e6, np.nan], dtype)
    else:
        info = np.iinfo(dtype)
        # The warper carries 64-bit codes as doubles, and refuses what it would round.
        low, high = max(info.min, -(2**52) + 1), min(info.max, 2**52 - 1)
        codes = np.array([0, 1, 2, 5, 9, low, high, high - 1], dtype)
    codes = codes[: rng.integers(1, codes.size + 1)]
    patch = int(rng.choice([1, 1, 3, 9]))
    small = rng.choice(codes, (shape[0] // patch + 1, shape[1] // patch + 1))
    return np.repeat(np.repeat(small, patch, 0), patch, 1)[: shape[0], : shape[1]].astype(dtype)


def _write(path, values, transform, epsg, declared, hidden, names, rng) -> None:
    options = list(LAYOUTS[rng.integers(len(LAYOUTS))])
    with gdal.config_option("GDAL_TIFF_INTERNAL_MASK", "YES"):
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(path),
            values.shape[1],
            values.shape[0],
            1,
            gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype),
            options,
        )
        dataset.SetGeoTransform(transform)
        dataset.SetProjection(wkt(epsg))
        band = dataset.GetRasterBand(1)
        # Before the cells: GDAL may take blocks of zeros for blocks of nodata afterwards.
        if declared is not None:
            band.SetNoDataValue(declared)
        band.WriteArray(values)
        if hidden.any():
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
            band.GetMaskBand().WriteArray(np.where(hidden, 0, 255).astype(np.uint8))
        if names:
            band.SetCategoryNames([names.get(n, "") for n in range(max(names) + 1)])
        dataset.Close()
