"""Every kind of value and every kind of source: counts by a plain loop over the arrays."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterRange,
)

from carbon_zones.test.algorithms.refusals import sentence_of
from carbon_zones.test.helpers import (
    ORIGIN,
    brought,
    counted_pairs,
    pairs_of,
    read_raster,
    write_raster,
)

X, Y = ORIGIN
ROWS, COLUMNS = 30, 40
CELL = (100.0, 100.0)
SHIFTED = (X + 330, Y - 240)


def noise(seed: int, values, dtype=np.uint8) -> np.ndarray:
    return np.random.default_rng(seed).choice(np.array(values, dtype), (ROWS, COLUMNS))


def run_pair(run, folder, earlier, later, **more) -> dict:
    """Results of a transfer matrix; layers among the inputs are given to a project.

    QGIS keeps what a failing run was given, and a layer that outlives QGIS crashes it.
    """
    run.project = QgsProject()
    for layer in (earlier, later):
        if isinstance(layer, QgsRasterLayer):
            run.project.addMapLayer(layer)
    return run(
        "transfermatrix",
        EARLIER=earlier,
        LATER=later,
        TRANSFERS=str(folder / "transfers.csv"),
        **more,
    )


PLACES = {"same cells": ORIGIN, "other cells": SHIFTED}
on_both = pytest.mark.parametrize("place", PLACES)


NONE = np.zeros((ROWS, COLUMNS), bool)


def dates(folder, values, place: str = "same cells", **options) -> list[str]:
    """Two dates of such values, the later one in a place."""
    return [
        write_raster(
            folder / f"land_{year}.tif",
            noise(year, values, options.get("dtype", np.uint8)),
            cell=CELL,
            origin=origin,
            **options,
        )
        for year, origin in ((1990, ORIGIN), (2000, PLACES[place]))
    ]


def check(run, folder, paths: list, left_out: list, layers=None, **more) -> dict:
    """Count a pair and compare: `left_out` says per date which cells do not count."""
    results = run_pair(run, folder, *(layers or paths), **more)
    values, good = [], np.ones((ROWS, COLUMNS), bool)
    for path, out in zip(paths, left_out):
        cells, beyond = brought(path, paths[0])
        # Where the cells that are left out lie on the first date's cells.
        mask = write_raster(folder / "mask.tif", out, **place_of(path))
        good &= ~beyond & (brought(mask, paths[0])[0] == 0)
        values.append(np.where(beyond | (cells != cells), 0, cells).astype(np.int64))
    assert good.any()
    assert pairs_of(folder / "transfers.csv") == counted_pairs(*values, good)
    assert results["VALID_CELLS"] == good.sum()
    return results


def place_of(path: str) -> dict:
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        x, dx, _, y, _, dy = dataset.GetGeoTransform()
    return {"origin": (x, y), "cell": (dx, -dy)}


# Values


@on_both
def test_nodata_of_the_file_of_the_user_and_of_the_run_together(run, tmp_path, place):
    """255 is declared, 4 to 6 and 9 are set in QGIS, 7 is given in NODATA."""
    paths = dates(tmp_path, (*range(10), 255), place, nodata=255)
    layer = QgsRasterLayer(paths[1], "land_2000")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(4, 6), QgsRasterRange(9, 9)])
    one, other = (read_raster(path) for path in paths)
    out = [np.isin(one, (255, 7)), np.isin(other, (255, 7, 4, 5, 6, 9))]
    check(run, tmp_path, paths, out, [paths[0], layer], NODATA="7")


def test_a_nodata_value_that_the_type_cannot_hold_hides_nothing(run, tmp_path):
    paths = dates(tmp_path, (0, 1, 255), nodata=0)
    vrt = Path(as_vrt(paths[1], tmp_path))
    declared = "<NoDataValue>0</NoDataValue>"
    assert declared in vrt.read_text()
    vrt.write_text(vrt.read_text().replace(declared, "<NoDataValue>-9999</NoDataValue>"))
    check(run, tmp_path, paths, [read_raster(paths[0]) == 0, NONE], [paths[0], str(vrt)])


# Sources


def translated(path: str, to: str, driver: str, *options: str) -> str:
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.Translate(to, path, format=driver, creationOptions=list(options)).Close()
    return to


def as_vrt(path: str, folder: Path) -> str:
    return translated(path, str(folder / "land_2000.vrt"), "VRT")


def as_zip(path: str, folder: Path) -> str:
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        archive.write(path, "deep/land_2000.tif")
    return f"/vsizip/{folder}/archive.zip/deep/land_2000.tif"


def as_geopackage(path: str, folder: Path) -> str:
    return translated(path, str(folder / "land_2000.gpkg"), "GPKG", "TILE_FORMAT=PNG")


def as_geopackage_table(path: str, folder: Path) -> str:
    return f"GPKG:{as_geopackage(path, folder)}:land_2000"


def as_geopackage_of_two(path: str, folder: Path) -> str:
    to = str(folder / "rasters.gpkg")
    translated(path, to, "GPKG", "RASTER_TABLE=other", "TILE_FORMAT=PNG")
    translated(path, to, "GPKG", "RASTER_TABLE=land", "TILE_FORMAT=PNG", "APPEND_SUBDATASET=YES")
    return f"GPKG:{to}:land"


def as_netcdf(path: str, folder: Path) -> str:
    if gdal.GetDriverByName("netCDF") is None:
        pytest.skip("this GDAL has no netCDF driver")
    return f'NETCDF:"{translated(path, str(folder / "land_2000.nc"), "netCDF")}":Band1'


def as_memory_file(path: str, folder: Path) -> str:
    return translated(path, "/vsimem/land_2000.tif", "GTiff")


def as_idrisi(path: str, folder: Path) -> str:
    return translated(path, str(folder / "land_2000.rst"), "RST")


def as_erdas(path: str, folder: Path) -> str:
    return translated(path, str(folder / "land_2000.img"), "HFA")


SOURCES = [
    *(as_vrt, as_zip, as_netcdf, as_memory_file, as_idrisi, as_erdas),
    *(as_geopackage, as_geopackage_table, as_geopackage_of_two),
]


@on_both
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.__name__)
def test_what_gdal_opens(run, tmp_path, source, place):
    paths = dates(tmp_path, (1, 2, 3), place)
    plain = str(Path(paths[1]).rename(tmp_path / "plain.tif"))
    given = source(plain, tmp_path)
    check(run, tmp_path, [paths[0], plain], [NONE, NONE], [paths[0], given])
    if given.startswith("/vsimem/"):
        gdal.Unlink(given)


def test_a_layer_with_open_options_is_read_with_them(run, tmp_path):
    # Without its place on the ground every cell is one unit of the map, a square metre.
    layers = []
    for n, name in enumerate(("land_1990", "land_2000")):
        path = write_raster(tmp_path / f"{name}.tif", noise(n, (1, 2, 3)), cell=CELL)
        layers.append(QgsRasterLayer(f"{path}|option:GEOREF_SOURCES=NONE", name))
    results = run_pair(run, tmp_path, *layers)
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(
        noise(0, (1, 2, 3)), noise(1, (1, 2, 3))
    )
    assert results["TOTAL_AREA_HA"] == pytest.approx(ROWS * COLUMNS / 10_000)


SIZE = 1100


def cog_of(folder) -> tuple[np.ndarray, str, str]:
    """Values, a plain raster and a COG of them; its overviews hold another class altogether."""
    values = np.random.default_rng(3).integers(1, 4, (SIZE, SIZE), dtype=np.uint8)
    plain = write_raster(folder / "plain.tif", values, cell=CELL)
    cog = translated(plain, str(folder / "land_2000.tif"), "COG", "RESAMPLING=MODE")
    options = ["IGNORE_COG_LAYOUT_BREAK=YES"]
    with (
        gdal.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(cog, gdal.OF_UPDATE, open_options=options) as dataset,
    ):
        band = dataset.GetRasterBand(1)
        assert band.GetOverviewCount() > 0
        for n in range(band.GetOverviewCount()):
            overview = band.GetOverview(n)
            overview.WriteArray(np.full((overview.YSize, overview.XSize), 9, np.uint8))
    return values, plain, cog


def test_a_cog_is_read_at_full_resolution(run, tmp_path):
    """On cells of its own, and onto coarser ones."""
    values, plain, cog = cog_of(tmp_path)
    earlier = write_raster(tmp_path / "land_1990.tif", values[::-1], cell=CELL)
    run_pair(run, tmp_path, earlier, cog)
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(values[::-1], values)
    coarse = write_raster(tmp_path / "coarse.tif", np.ones((100, 100)), cell=(1100, 1100))
    run_pair(run, tmp_path, coarse, cog)
    later, beyond = brought(plain, coarse)
    expected = counted_pairs(np.ones((100, 100), int), later, ~beyond)
    assert pairs_of(tmp_path / "transfers.csv") == expected


def virtual_layer(path: str) -> QgsRasterLayer:
    """A layer of QGIS's virtual raster provider over a file."""
    parameters = QgsRasterDataProvider.VirtualRasterParameters()
    parameters.crs = QgsCoordinateReferenceSystem("EPSG:32649")
    parameters.extent = QgsRasterLayer(path, "land").extent()
    parameters.width, parameters.height = COLUMNS, ROWS
    parameters.formula = '"land@1"'
    inner = QgsRasterDataProvider.VirtualRasterInputLayers()
    inner.name, inner.provider, inner.uri = "land", "gdal", path
    parameters.rInputLayers = [inner]
    uri = QgsRasterDataProvider.encodeVirtualRasterProviderUri(parameters)
    layer = QgsRasterLayer(uri, "land 2000", "virtualraster")
    assert layer.isValid()
    return layer


@on_both
@pytest.mark.parametrize("nodata", [None, 2])
def test_a_virtual_raster_of_qgis(run, tmp_path, place, nodata):
    paths = dates(tmp_path, (1, 2, 3), place, nodata=nodata)
    out = [read_raster(path) == nodata for path in paths]
    check(run, tmp_path, paths, out, [paths[0], virtual_layer(paths[1])])


def test_both_dates_are_virtual_rasters(run, tmp_path):
    paths = dates(tmp_path, (1, 2, 3))
    check(run, tmp_path, paths, [NONE, NONE], [virtual_layer(path) for path in paths])


@pytest.mark.parametrize("role", [0, 1])
def test_a_picture_of_a_map_is_refused(run, tmp_path, role):
    url = f"file://{tmp_path}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    layer = QgsRasterLayer(f"type=xyz&url={url}&zmin=0&zmax=3", "map of 2000", "wms")
    assert layer.isValid()
    layers = [write_raster(tmp_path / "land_1990.tif", noise(1, (1, 2)), cell=CELL)]
    layers.insert(role, layer)
    sentence = sentence_of(run_pair, run, tmp_path, *layers)
    assert f"{('EARLIER', 'LATER')[role]} 'map of 2000'" in sentence
    assert "rendered image" in sentence
    assert not (tmp_path / "transfers.csv").exists()
    # The layer belongs to the project still.
    series = {"LAYERS": layers, "SHARES": str(tmp_path / "shares.csv")}
    assert "'map of 2000'" in sentence_of(run, "areashares", **series)
