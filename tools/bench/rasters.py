"""Test rasters, created once in build/bench/rasters."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
YEARS = ("1986", "2000", "2009", "2018")
# A pair consists of the first and last date of the sample, which differ most.
PAIR = (YEARS[0], YEARS[-1])

# One map per year.
EACH_YEAR = tuple(str(year) for year in range(1981, 2019))

# Number of classes of noise, by texture; the sample has eleven.
NOISE = {"noise": 12, "hundred": 100, "eleven": 11}
# Data types other than byte.
KINDS = {"biomass": gdal.GDT_UInt16, "conversions": gdal.GDT_Int32}
# Value of a conversion: former value times this factor, plus the new value.
FROM = 1000
# Biomass by class, and its scatter within a class, in raster units.
BIOMASS, SCATTER = 20, 32
# Keeping two of five rows and columns gives runs of about five cells in a pair, half of those of
# the sample.
SHRINK = 2.5
# Units across and down (3,000 in total), and corners per side of a unit.
UNITS_ACROSS, UNITS_DOWN, CORNERS = 60, 50, 20
# Rows created and written at a time.
BAND = 1024

gdal.UseExceptions()


@dataclass(frozen=True)
class Rasters:
    """Rasters of one texture and size, one per date, earliest first."""

    texture: str
    cells: int
    paths: tuple[str, ...]

    def __str__(self) -> str:
        dates = f"{len(self.paths)} dates, " if len(self.paths) > len(PAIR) else ""
        return f"{self.texture}, {dates}{self.cells / 1e6:,.0f} million cells"


def make(texture: str, millions: float, years: tuple[str, ...] = PAIR) -> Rasters:
    """Create rasters of about the given million cells, and load them into the system cache.

    Args:
        texture: patchy (the sample, repeated), fine (the sample shrunk, repeated), noise
            (of 12 classes), hundred, eleven (noise of so many classes), biomass (16-bit
            integers) or conversions (of the pair, 32-bit integers, one raster).
    """
    width = math.ceil(math.sqrt(millions * 1e6) / 1024) * 1024
    height = math.ceil(millions * 1e6 / width)
    folder = FOLDER / "rasters" / f"{texture}_{width}x{height}"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"landuse_{year}.tif" for year in years]
    for year, path in zip(years, paths):
        if not path.exists():
            print(f"bench: making {path.relative_to(FOLDER)}", flush=True)
            _write(path, width, height, _bands(texture, year, width, height))
        with open(path, "rb", buffering=0) as file:
            while file.read(1 << 24):
                pass
    return Rasters(texture, width * height, tuple(map(str, paths)))


def units_on(path: str) -> str:
    """Return a layer of polygons with irregular borders that divide a raster, created once."""
    target = Path(path).with_name("units.gpkg")
    if target.exists():
        return str(target)
    with gdal.Open(path) as raster:
        x, dx, _, y, _, dy = raster.GetGeoTransform()
        width, height = raster.RasterXSize * dx, raster.RasterYSize * dy
        system = osr.SpatialReference(raster.GetProjection())
    lines = CORNERS * UNITS_ACROSS + 1, CORNERS * UNITS_DOWN + 1
    random = np.random.default_rng(3000)
    # Corners in multiples of the unit size; those on the edge are fixed.
    corners = np.stack(np.meshgrid(*(np.arange(n) / CORNERS for n in lines), indexing="ij"), -1)
    moved = random.uniform(-0.4, 0.4, corners.shape) / CORNERS
    moved[[0, -1], :, 0] = moved[:, [0, -1], 1] = 0
    corners = (corners + moved) * (width / UNITS_ACROSS, height / UNITS_DOWN) + (x, y)
    draft = target.with_suffix(".part.gpkg")
    with ogr.GetDriverByName("GPKG").CreateDataSource(str(draft)) as dataset:
        layer = dataset.CreateLayer("units", system, ogr.wkbPolygon)
        layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
        dataset.StartTransaction()
        for across, down in np.ndindex(UNITS_ACROSS, UNITS_DOWN):
            left, top = across * CORNERS, down * CORNERS
            own = corners[left : left + CORNERS + 1, top : top + CORNERS + 1]
            ring = np.concatenate([own[:-1, 0], own[-1, :-1], own[:0:-1, -1], own[0, ::-1]])
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["name"] = f"Unit {across}-{down}"
            points = ", ".join(f"{a} {b}" for a, b in ring.tolist())
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({points}))"))
            layer.CreateFeature(feature)
        dataset.CommitTransaction()
    draft.rename(target)
    return str(target)


def _bands(texture: str, year: str, width: int, height: int):
    """Yield first row and values of consecutive bands of rows."""
    random = np.random.default_rng(int(year))
    if texture in NOISE:
        for row in range(0, height, BAND):
            down = min(BAND, height - row)
            yield row, random.integers(1, NOISE[texture] + 1, (down, width), np.uint8)
        return
    sample = _sample(year)
    if texture == "conversions":
        before, after = (_sample(path).astype(np.int32) for path in PAIR)
        sample = np.where((before > 0) & (after > 0), before * FROM + after, 0)
    if texture == "fine":
        sample = sample[np.ix_(*(np.arange(0, size, SHRINK).astype(int) for size in sample.shape))]
    across = np.arange(width) % sample.shape[1]
    for row in range(0, height, BAND):
        down = np.arange(row, min(row + BAND, height)) % sample.shape[0]
        if texture == "biomass":
            scatter = random.integers(0, SCATTER, (down.size, width), np.uint16)
            yield row, sample[np.ix_(down, across)] * np.uint16(BIOMASS) + scatter
        else:
            yield row, sample[np.ix_(down, across)]


def _sample(year: str):
    """Return the land-use cells of the sample in a year."""
    return gdal.Open(str(ROOT / "resources" / "sample" / f"landuse_{year}.tif")).ReadAsArray()


def _write(path: Path, width: int, height: int, bands) -> None:
    """Write a tiled, DEFLATE-compressed GeoTIFF, renamed when complete."""
    draft = path.with_suffix(".part")
    kind = KINDS.get(draft.parent.name.partition("_")[0], gdal.GDT_Byte)
    options = ["TILED=YES", "COMPRESS=DEFLATE", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER"]
    dataset = gdal.GetDriverByName("GTiff").Create(str(draft), width, height, 1, kind, options)
    dataset.SetGeoTransform((300_000, 30, 0, 4_800_000, 0, -30))
    dataset.SetProjection("EPSG:32649")
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    for row, values in bands:
        band.WriteArray(values, 0, row)
    dataset.Close()
    draft.rename(path)
