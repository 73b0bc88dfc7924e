"""Small rasters and tables for tests, made from arrays that a reader can check by eye."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, ogr, osr

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample"
# The 42 conversions of the paper's Table 1, a rule for each.
PAIRS_OF_THE_PAPER = ROOT / "test" / "data" / "rules_by_pair.csv"
YEARS = ("1986", "2000", "2009", "2018")

UTM_49N = 32649
ORIGIN = (600_000.0, 4_400_000.0)


def wkt(epsg: int) -> str:
    """The WKT of an EPSG code."""
    with osr.ExceptionMgr(useExceptions=True):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        return reference.ExportToWkt()


def write_raster(
    path,
    values,
    *,
    dtype=np.uint8,
    nodata=None,
    cell=(30.0, 30.0),
    origin=ORIGIN,
    epsg=UTM_49N,
    names=None,
    colours=None,
    options=(),
) -> str:
    """Write a one-band GeoTIFF.

    Args:
        values: rows of numbers.
        names: class names by value, written as category names.
        colours: (red, green, blue) by value, written as a colour table.
        options: GTiff creation options, such as TILED=YES.
    """
    array = np.asarray(values, dtype)
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(path),
            array.shape[1],
            array.shape[0],
            1,
            gdal_array.NumericTypeCodeToGDALTypeCode(array.dtype),
            list(options),
        )
        dataset.SetGeoTransform((origin[0], cell[0], 0.0, origin[1], 0.0, -cell[1]))
        if epsg:
            dataset.SetProjection(wkt(epsg))
        band = dataset.GetRasterBand(1)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        if colours:
            table = gdal.ColorTable()
            for value, colour in colours.items():
                table.SetColorEntry(value, (*colour, 255))
            band.SetColorTable(table)
        band.WriteArray(array)
        if names:
            band.SetCategoryNames([names.get(n, "") for n in range(max(names) + 1)])
        dataset.Close()
    return str(path)


def write_dates(folder, cells, name="land_{}.tif", **options) -> list[str]:
    """Rasters of cells by year, by `write_raster`."""
    return [write_raster(folder / name.format(year), own, **options) for year, own in cells.items()]


def write_pair(folder, cells, name="land_{}.tif", **options) -> dict[str, str]:
    """Those of two years, as the parameters of algorithms on two dates."""
    return dict(zip(("EARLIER", "LATER"), write_dates(folder, cells, name, **options)))


def write_polygons(path, shapes, *, epsg=UTM_49N, fields=None, kind=ogr.wkbUnknown) -> str:
    """Write a layer of polygons, GeoPackage, GeoJSON or Shapefile by the ending of its name.

    Args:
        shapes: WKT, or None for a feature without a geometry; or WKT and its fields' values.
        fields: OGR's type by name.
        kind: OGR's type of the geometries.
    """
    drivers = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".shp": "ESRI Shapefile"}
    with gdal.ExceptionMgr(useExceptions=True), ogr.ExceptionMgr(useExceptions=True):
        reference = None
        if epsg:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(epsg)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        driver = gdal.GetDriverByName(drivers[Path(path).suffix])
        dataset = driver.Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
        layer = dataset.CreateLayer(Path(path).stem, reference, kind)
        for name, of_kind in (fields or {}).items():
            layer.CreateField(ogr.FieldDefn(name, of_kind))
        for shape in shapes:
            text, values = (shape, ()) if shape is None or isinstance(shape, str) else shape
            feature = ogr.Feature(layer.GetLayerDefn())
            if text is not None:
                feature.SetGeometry(ogr.CreateGeometryFromWkt(text))
            for place, value in enumerate(values):
                if value is not None:
                    feature.SetField(place, value)
            layer.CreateFeature(feature)
        dataset.Close()
    return str(path)


def read_raster(path) -> np.ndarray:
    """All values of the first band."""
    with gdal.ExceptionMgr(useExceptions=True):
        return gdal.Open(str(path)).ReadAsArray()


def write_csv(path, text: str) -> str:
    """Write a table given as text, one line per row; blanks at line ends do not count."""
    lines = [line.strip() for line in text.strip().splitlines()]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def read_csv(path) -> list[dict]:
    """The rows of a CSV as dicts of text."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read_layer(path) -> list[dict]:
    """The fields of each feature of a layer, and its geometry as `shape`."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.OpenEx(str(path), gdal.OF_VECTOR) as dataset:
        return [
            {**feature.items(), "shape": feature.GetGeometryRef().Clone()}
            for feature in dataset.GetLayer()
        ]


def sample(year: str) -> str:
    """The path of a date of the synthetic mine."""
    return str(SAMPLE / f"landuse_{year}.tif")


def qgis_process(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess:
    """Run qgis_process in the profile of this checkout, with what it printed as text."""
    return subprocess.run(
        [str(ROOT / "tools" / "env.sh"), "qgis_process", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@cache
def said_by_qgis() -> frozenset:
    """What QGIS says here on standard error of itself, running one of its own algorithms."""
    done = qgis_process("run", "native:rasterlayerproperties", f"--INPUT={sample('1986')}")
    assert done.returncode == 0, done.stderr
    return frozenset(done.stderr.splitlines())


def silent(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess:
    """Have qgis_process do something that goes well, of which standard error says nothing."""
    done = qgis_process(*arguments, stdin=stdin)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line not in said_by_qgis()] == []
    return done


def as_arguments(parameters: dict) -> list[str]:
    """Parameters as qgis_process takes them: --NAME=value, lists by repeating the name.

    What is None is not given.
    """
    return [
        f"--{name}={value}"
        for name, values in parameters.items()
        for value in (values if isinstance(values, list) else [values])
        if value is not None
    ]


def brought(path, onto) -> tuple[np.ndarray, np.ndarray]:
    """A raster on the cells of another, found without its values: GDAL warps the cells' numbers.

    Returns:
        The values (anything where the raster does not reach) and where it does not reach.
    """
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as source:
        values = source.GetRasterBand(1).ReadAsArray()
        values = values.astype(np.int64) if values.dtype.kind in "iu" else values
        numbers = gdal.GetDriverByName("MEM").Create(
            "", source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Float64
        )
        numbers.SetGeoTransform(source.GetGeoTransform())
        numbers.SetProjection(source.GetProjection())
        numbers.WriteArray(np.arange(values.size, dtype=float).reshape(values.shape))
        with gdal.Open(str(onto)) as base:
            x, dx, _, y, _, dy = base.GetGeoTransform()
            width, height = base.RasterXSize, base.RasterYSize
            warped = gdal.Warp(
                "",
                numbers,
                format="MEM",
                dstSRS=base.GetProjection() or None,
                outputBounds=(x, y + height * dy, x + width * dx, y),
                width=width,
                height=height,
                resampleAlg="near",
                errorThreshold=0,
                dstNodata=-1,
            ).ReadAsArray()
    outside = warped < 0
    return values.ravel()[np.where(outside, 0, warped).astype(int)], outside


def counted_pairs(earlier, later, counts=None) -> dict:
    """Cells by (from, to), one cell after the other; only those that `counts` says count."""
    pairs: dict = {}
    earlier, later = np.asarray(earlier), np.asarray(later)
    counts = np.ones(earlier.shape, bool) if counts is None else counts
    for one, other, good in zip(earlier.ravel().tolist(), later.ravel().tolist(), counts.ravel()):
        if good:
            pairs[one, other] = pairs.get((one, other), 0) + 1
    return pairs


def pairs_of(path) -> dict:
    """Cells by (from, to) value in a CSV of TRANSFERS."""
    return {
        (int(row["from_value"]), int(row["to_value"])): int(row["cells"]) for row in read_csv(path)
    }


@contextmanager
def calls_counted():
    """How often this thread calls functions of the plugin within the block, in a list of one."""
    own, calls = f"{os.sep}carbon_zones{os.sep}", [0]

    def note(frame, event, _):
        calls[0] += event == "call" and own in frame.f_code.co_filename

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@contextmanager
def small_disk(folder, size: str):
    """A disk of its own in a folder, of such a size; skips the test where it may not be mounted."""
    import pytest

    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount command")
    if done.returncode:
        pytest.skip(f"mounting is not permitted: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        # Lazily, because a failed test may still hold a file there.
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def closed_folder(folder):
    """A folder that cannot be written to, for root too; skips the test where that takes a mount."""
    if os.geteuid() != 0:
        folder = Path(folder)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o555)
        try:
            yield folder
        finally:
            folder.chmod(0o755)
        return
    with small_disk(folder, "64k") as disk:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        yield disk
