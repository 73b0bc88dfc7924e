"""The rasters that are measured: made once under build/bench/rasters, and used again."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, osr

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
YEARS = ("1986", "2000", "2009", "2018")

UTM_49N, LONGITUDE_LATITUDE = 32649, 4326
# Upper left corner and cell size: 30 m, and about 30 m.
PLACES = {
    UTM_49N: (300_000.0, 4_800_000.0, 30.0),
    LONGITUDE_LATITUDE: (100.0, 45.0, 0.00025),
}

# The eleven classes of the sample as codes with gaps, like those of CORINE land cover.
GAPPED = np.array([0, 111, 112, 121, 131, 211, 231, 311, 321, 332, 512, 523], np.uint16)

NOISE_CLASSES = 12
MANY_CLASSES = 45
# Rows that are made and written at a time.
BAND = 1024


@dataclass(frozen=True)
class Kind:
    """What a set of rasters, one per date, is like.

    Attributes:
        texture: patchy (the sample, repeated), fine (the sample shrunk, repeated) or noise.
        width, height: in cells.
        codes: plain (the sample's 1 to 11), many (45 classes) or gapped (16 bits).
        epsg: reference system.
        block: side of the tiles; 0 for strips of one row.
        dates: how many.
    """

    texture: str
    width: int
    height: int
    codes: str = "plain"
    epsg: int = UTM_49N
    block: int = 256
    dates: int = 2

    @property
    def cells(self) -> int:
        return self.width * self.height

    @property
    def name(self) -> str:
        layout = f"tiles{self.block}" if self.block else "rows"
        return (
            f"{self.texture}_{self.codes}_{self.width}x{self.height}_{self.epsg}_{layout}"
            f"_{self.dates}dates"
        )


def make(kind: Kind, say=lambda text: None) -> list[str]:
    """The paths of a set, earliest date first; written only where they aren't there already."""
    folder = FOLDER / "rasters" / kind.name
    # A pair is the sample's first and last date, which differ most.
    years = YEARS if kind.dates == len(YEARS) else (YEARS[0], YEARS[-1])
    paths = [folder / f"landuse_{year}.tif" for year in years]
    record, made_of = folder / "made.json", {**asdict(kind), "source": _fingerprint()}
    if record.exists() and json.loads(record.read_text(encoding="utf-8")) == made_of:
        return [str(path) for path in paths]
    say(f"making {kind.name.replace('_', ' ')}")
    folder.mkdir(parents=True, exist_ok=True)
    record.unlink(missing_ok=True)
    for place, (year, path) in enumerate(zip(years, paths)):
        _write(kind, path, _bands(kind, year, place))
    # Last of all, so that a set which was broken off is made again.
    record.write_text(json.dumps(made_of), encoding="utf-8")
    return [str(path) for path in paths]


def _fingerprint() -> str:
    """What the rasters follow from: this file and the sample."""
    files = [Path(__file__), *(_sample_path(year) for year in YEARS)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _sample_path(year: str) -> Path:
    return ROOT / "resources" / "sample" / f"landuse_{year}.tif"


def _sample(year: str) -> np.ndarray:
    with gdal.ExceptionMgr(useExceptions=True):
        return gdal.Open(str(_sample_path(year))).ReadAsArray()


# Two rows and columns of five leave runs of about five cells in a pair, half those of the sample.
SHRINK = 2.5


def _bands(kind: Kind, year: str, place: int):
    """The first row and the values of one band of rows after another."""
    if kind.texture == "noise":
        random = np.random.default_rng(place)
        for row in range(0, kind.height, BAND):
            size = (min(BAND, kind.height - row), kind.width)
            yield row, random.integers(1, NOISE_CLASSES + 1, size, np.uint8)
        return
    tile = _sample(year)
    if kind.texture == "fine":
        kept = [np.arange(0, size, SHRINK).astype(int) for size in tile.shape]
        tile = tile[np.ix_(*kept)]
    if kind.codes == "gapped":
        tile = GAPPED[tile]
    high, wide = tile.shape
    repeats = -(-kind.width // wide)
    for row in range(0, kind.height, BAND):
        rows = np.arange(row, min(row + BAND, kind.height))
        values = np.tile(tile[rows % high], (1, repeats))[:, : kind.width]
        if kind.codes == "many":
            _spread(values, rows // high, np.arange(kind.width) // wide)
        yield row, np.ascontiguousarray(values)


def _spread(values: np.ndarray, down: np.ndarray, across: np.ndarray) -> None:
    """Give neighbouring repeats of the sample other classes, 45 in all.

    Args:
        down, across: which repeat a row and a column lie in.
    """
    number = (down[:, None] + across) % 8
    values += (11 * (number % 4)).astype(np.uint8)
    values[(number == 7) & (values == 44)] = MANY_CLASSES


def _write(kind: Kind, path: Path, bands) -> None:
    layout = (
        ["TILED=YES", f"BLOCKXSIZE={kind.block}", f"BLOCKYSIZE={kind.block}"]
        if kind.block
        else ["TILED=NO", "BLOCKYSIZE=1"]
    )
    left, top, cell = PLACES[kind.epsg]
    dtype = np.dtype(np.uint16 if kind.codes == "gapped" else np.uint8)
    with gdal.ExceptionMgr(useExceptions=True), osr.ExceptionMgr(useExceptions=True):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(kind.epsg)
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(path),
            kind.width,
            kind.height,
            1,
            gdal_array.NumericTypeCodeToGDALTypeCode(dtype),
            [*layout, "COMPRESS=DEFLATE", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER"],
        )
        dataset.SetGeoTransform((left, cell, 0.0, top, 0.0, -cell))
        dataset.SetProjection(reference.ExportToWkt())
        band = dataset.GetRasterBand(1)
        band.SetNoDataValue(0)
        for row, values in bands:
            band.WriteArray(values, 0, row)
        dataset.Close()


def mean_run(paths: list[str], rows: int = 2048) -> float:
    """Cells between two places where any date changes, in the first rows, along the rows."""
    with gdal.ExceptionMgr(useExceptions=True):
        dates = []
        for path in paths:
            dataset = gdal.Open(path)
            dates.append(dataset.ReadAsArray(0, 0, None, min(rows, dataset.RasterYSize)).ravel())
    changes = np.zeros(dates[0].size, bool)
    changes[0] = True
    for values in dates:
        changes[1:] |= values[1:] != values[:-1]
    return float(changes.size / np.count_nonzero(changes))


def warm(paths: list[str]) -> None:
    """Read files once, so that all sides find them in the system's cache."""
    for path in paths:
        if os.path.isfile(path):
            with open(path, "rb", buffering=0) as file:
                while file.read(1 << 24):
                    pass
