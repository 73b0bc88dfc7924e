"""Every kind of value and every kind of source: counts by a plain loop over the arrays."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProject,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterRange,
)

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.helpers import (
    ORIGIN,
    brought,
    counted_pairs,
    pairs_of,
    read_raster,
    write_csv,
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


def refusal(run, folder, earlier, later, **more) -> str:
    """The sentence with which a pair is refused."""
    try:
        run_pair(run, folder, earlier, later, **more)
    except QgsProcessingException as error:
        sentence = str(error).removeprefix("Unable to execute algorithm\n")
    else:
        sentence = ""
    assert is_one_sentence(sentence), sentence
    assert not (folder / "transfers.csv").exists()
    return sentence


PLACES = {"same cells": ORIGIN, "other cells": SHIFTED}
on_both = pytest.mark.parametrize("place", PLACES)


def check(run, folder, paths: list, left_out: list, place: str, layers=None, **more) -> dict:
    """Count a pair and compare: `left_out` says per date which cells do not count."""
    results = run_pair(run, folder, *(layers or paths), **more)
    values, good = [], np.ones((ROWS, COLUMNS), bool)
    for path, out in zip(paths, left_out):
        own, beyond = brought(path, paths[0])
        # Where the cells that are left out lie on the first date's cells.
        mask = write_raster(folder / "mask.tif", out, **place_of(path))
        good &= ~beyond & (brought(mask, paths[0])[0] == 0)
        values.append(np.where(beyond | (own != own), 0, own).astype(np.int64))
    assert good.any()
    assert pairs_of(folder / "transfers.csv") == counted_pairs(*values, good)
    assert results["VALID_CELLS"] == good.sum()
    return results


def place_of(path: str) -> dict:
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        x, dx, _, y, _, dy = dataset.GetGeoTransform()
    return {"origin": (x, y), "cell": (dx, -dy)}


# Values


TYPES = {
    "int8": (np.int8, (-128, -5, -1, 0, 1, 127), -128),
    "int16": (np.int16, (-32768, -2, 0, 5, 32767), -32768),
    "int32": (np.int32, (-2147483648, -1, 0, 7, 2147483647), 2147483647),
    "int64": (np.int64, (-(2**51), -1, 0, 3, 2**51), 2**51),
    "uint64": (np.uint64, (0, 1, 2**51, 2**40), 2**40),
    "uint32": (np.uint32, (0, 1, 4294967295), 4294967295),
    "float32": (np.float32, (-3, 0, 1, 2, 1e6), -3),
    "float64": (np.float64, (-3, 0, 1, 2, 1e12), 1e12),
}


@on_both
@pytest.mark.parametrize("nodata", [False, True], ids=["no nodata", "nodata"])
@pytest.mark.parametrize("kind", TYPES)
def test_every_type_with_its_extremes(run, tmp_path, kind, nodata, place):
    dtype, values, declared = TYPES[kind]
    paths = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            noise(year, values, dtype),
            dtype=dtype,
            cell=CELL,
            origin=origin,
            nodata=declared if nodata else None,
        )
        for year, origin in ((1990, ORIGIN), (2000, PLACES[place]))
    ]
    out = [(read_raster(path) == declared) & nodata for path in paths]
    check(run, tmp_path, paths, out, place)


@pytest.mark.parametrize("value", [2**52, 2**53 + 1, -(2**60)])
def test_64_bit_codes_that_the_warper_would_round_are_refused(run, tmp_path, value):
    paths = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            noise(year, (1, 2, value), np.int64),
            dtype=np.int64,
            cell=CELL,
            origin=origin,
        )
        for year, origin in ((1990, ORIGIN), (2000, SHIFTED))
    ]
    sentence = refusal(run, tmp_path, *paths)
    assert "LATER 'land_2000'" in sentence
    assert "renumber" in sentence


@on_both
@pytest.mark.parametrize("declared", [None, float("nan"), -1])
def test_nan_is_left_out_declared_or_not(run, tmp_path, declared, place):
    paths = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            noise(year, (1, 2, -1, np.nan), np.float32),
            dtype=np.float32,
            cell=CELL,
            origin=origin,
            nodata=declared,
        )
        for year, origin in ((1990, ORIGIN), (2000, PLACES[place]))
    ]
    values = [read_raster(path) for path in paths]
    out = [np.isnan(v) | (v == -1 if declared == -1 else False) for v in values]
    check(run, tmp_path, paths, out, place)


@on_both
def test_nodata_of_the_file_of_the_user_and_of_the_run_together(run, tmp_path, place):
    """255 is declared, 4 to 6 and 9 are set in QGIS, 7 is given in NODATA."""
    every = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255)
    paths = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            noise(year, every),
            cell=CELL,
            origin=origin,
            nodata=255,
        )
        for year, origin in ((1990, ORIGIN), (2000, PLACES[place]))
    ]
    layer = QgsRasterLayer(paths[1], "land_2000")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(4, 6), QgsRasterRange(9, 9)])
    one, other = (read_raster(path) for path in paths)
    out = [np.isin(one, (255, 7)), np.isin(other, (255, 7, 4, 5, 6, 9))]
    check(run, tmp_path, paths, out, place, [paths[0], layer], NODATA="7")


BOUNDS = {
    "both": (QgsRasterRange.BoundsType.IncludeMinAndMax, (3, 4, 5)),
    "low": (QgsRasterRange.BoundsType.IncludeMin, (3, 4)),
    "high": (QgsRasterRange.BoundsType.IncludeMax, (4, 5)),
    "neither": (QgsRasterRange.BoundsType.Exclusive, (4,)),
}


@pytest.mark.parametrize("bounds", BOUNDS)
def test_ends_of_a_nodata_range(run, tmp_path, bounds):
    kind, inside = BOUNDS[bounds]
    paths = [
        write_raster(tmp_path / f"land_{year}.tif", noise(year, range(1, 8)), cell=CELL)
        for year in (1990, 2000)
    ]
    layer = QgsRasterLayer(paths[1], "land_2000")
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(3, 5, kind)])
    one, other = (read_raster(path) for path in paths)
    out = [np.zeros_like(one), np.isin(other, inside)]
    check(run, tmp_path, paths, out, "same cells", [paths[0], layer])


@on_both
def test_the_files_nodata_switched_off_in_qgis(run, tmp_path, place):
    paths = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            noise(year, (0, 1, 2)),
            cell=CELL,
            origin=origin,
            nodata=0,
        )
        for year, origin in ((1990, ORIGIN), (2000, PLACES[place]))
    ]
    layer = QgsRasterLayer(paths[1], "land_2000")
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    one = read_raster(paths[0])
    check(run, tmp_path, paths, [one == 0, np.zeros_like(one)], place, [paths[0], layer])


def with_mask(path: str, hidden: np.ndarray, how: str) -> str:
    """Hide cells by an alpha band, or by a mask inside or beside the file."""
    shown = np.where(hidden, 0, 255).astype(np.uint8)
    values = read_raster(path)
    place = place_of(path)
    inside = "YES" if how == "internal mask" else "NO"
    with gdal.ExceptionMgr(useExceptions=True):
        if how == "alpha":
            dataset = gdal.GetDriverByName("GTiff").Create(
                path, COLUMNS, ROWS, 2, gdal.GDT_Byte, ["ALPHA=YES", "PHOTOMETRIC=MINISBLACK"]
            )
            (x, y), (dx, dy) = place["origin"], place["cell"]
            dataset.SetGeoTransform((x, dx, 0, y, 0, -dy))
            dataset.SetProjection(QgsCoordinateReferenceSystem("EPSG:32649").toWkt())
            dataset.GetRasterBand(1).WriteArray(values)
            dataset.GetRasterBand(2).WriteArray(shown)
            dataset.Close()
        else:
            with (
                gdal.config_option("GDAL_TIFF_INTERNAL_MASK", inside),
                gdal.Open(path, gdal.GA_Update) as dataset,
            ):
                dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
                dataset.GetRasterBand(1).GetMaskBand().WriteArray(shown)
    return path


@on_both
@pytest.mark.parametrize("how", ["alpha", "internal mask", "external mask"])
def test_masks_hide_cells(run, tmp_path, how, place):
    hidden = noise(5, (0, 0, 1)).astype(bool)
    paths = [
        write_raster(tmp_path / "land_1990.tif", noise(1, (0, 1, 2)), cell=CELL),
        write_raster(
            tmp_path / "land_2000.tif", noise(2, (0, 1, 2)), cell=CELL, origin=PLACES[place]
        ),
    ]
    with_mask(paths[1], hidden, how)
    check(run, tmp_path, paths, [np.zeros_like(hidden), hidden], place)


@pytest.mark.parametrize("how", ["alpha", "internal mask"])
def test_masks_hide_cells_of_the_layer_that_gives_the_cells(run, tmp_path, how):
    hidden = noise(5, (0, 0, 1)).astype(bool)
    paths = [
        write_raster(tmp_path / "land_1990.tif", noise(1, (0, 1, 2)), cell=CELL),
        write_raster(tmp_path / "land_2000.tif", noise(2, (0, 1, 2)), cell=CELL, origin=SHIFTED),
    ]
    with_mask(paths[0], hidden, how)
    check(run, tmp_path, paths, [hidden, np.zeros_like(hidden)], "other cells")


def test_values_that_the_class_table_does_not_list_are_counted_and_warned_of(run, tmp_path):
    """255 is meant as nodata, but nobody says so; with NODATA it is left out."""
    paths = [
        write_raster(tmp_path / f"land_{year}.tif", noise(year, (0, 1, 255)), cell=CELL)
        for year in (1990, 2000)
    ]
    table = write_csv(tmp_path / "classes.csv", "value,class\n0,water\n1,land")
    none = np.zeros((ROWS, COLUMNS), bool)
    results = check(run, tmp_path, paths, [none, none], "same cells", CLASSES=table)
    for role, path in zip(("EARLIER", "LATER"), paths):
        cells = int((read_raster(path) == 255).sum())
        assert results[f"{role}_UNLISTED_CELLS"] == cells
        (line,) = (line for line in run.feedback.warnings if line.startswith(role))
        assert "255" in line
        assert str(cells) in line
    (tmp_path / "transfers.csv").unlink()
    out = [read_raster(path) == 255 for path in paths]
    results = check(run, tmp_path, paths, out, "same cells", CLASSES=table, NODATA="255")
    assert results["LATER_UNLISTED_CELLS"] == 0
    assert run.feedback.warnings == []


@on_both
def test_a_thousand_classes(run, tmp_path, place):
    size = np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS)
    paths = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            size * step % 1000 + 300,
            dtype=np.uint16,
            cell=CELL,
            origin=origin,
        )
        for year, step, origin in ((1990, 1, ORIGIN), (2000, 7, PLACES[place]))
    ]
    none = np.zeros((ROWS, COLUMNS), bool)
    check(run, tmp_path, paths, [none, none], place, CONVERSIONS=str(tmp_path / "conversions.tif"))
    # Values beyond 999 cannot be read as from x 1000 + to; the attribute table tells them.
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(tmp_path / "conversions.tif")) as d:
        table = d.GetRasterBand(1).GetDefaultRAT()
        names = {table.GetNameOfCol(n): n for n in range(table.GetColumnCount())}
        told = {
            table.GetValueAsInt(row, names["Value"]): (
                int(table.GetValueAsString(row, names["From"])),
                int(table.GetValueAsString(row, names["To"])),
            )
            for row in range(table.GetRowCount())
        }
    written = read_raster(tmp_path / "conversions.tif")
    found: dict = {}
    for code in written[written >= 0].tolist():
        found[told[code]] = found.get(told[code], 0) + 1
    assert found == pairs_of(tmp_path / "transfers.csv")


@pytest.mark.parametrize("setter", ["SetScale", "SetOffset"])
def test_a_scaled_band_is_refused(run, tmp_path, setter):
    paths = [
        write_raster(tmp_path / f"land_{year}.tif", noise(year, (1, 2)), cell=CELL)
        for year in (1990, 2000)
    ]
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(paths[1], gdal.GA_Update) as dataset:
        getattr(dataset.GetRasterBand(1), setter)(0.5)
    sentence = refusal(run, tmp_path, *paths)
    assert "LATER 'land_2000'" in sentence
    assert "scale" in sentence


def test_a_nodata_value_that_the_type_cannot_hold_hides_nothing(run, tmp_path):
    paths = [
        write_raster(tmp_path / f"land_{year}.tif", noise(year, (0, 1, 255)), cell=CELL, nodata=0)
        for year in (1990, 2000)
    ]
    vrt = Path(as_vrt(paths[1], tmp_path))
    declared = "<NoDataValue>0</NoDataValue>"
    assert declared in vrt.read_text()
    vrt.write_text(vrt.read_text().replace(declared, "<NoDataValue>-9999</NoDataValue>"))
    layers = [paths[0], str(vrt)]
    none = np.zeros((ROWS, COLUMNS), bool)
    check(run, tmp_path, paths, [read_raster(paths[0]) == 0, none], "same cells", layers)


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
    paths = [
        write_raster(tmp_path / "land_1990.tif", noise(1, (1, 2, 3)), cell=CELL),
        write_raster(tmp_path / "plain.tif", noise(2, (1, 2, 3)), cell=CELL, origin=PLACES[place]),
    ]
    none = np.zeros((ROWS, COLUMNS), bool)
    given = source(paths[1], tmp_path)
    check(run, tmp_path, paths, [none, none], place, [paths[0], given])
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
    values, _, cog = cog_of(tmp_path)
    earlier = write_raster(tmp_path / "land_1990.tif", values[::-1], cell=CELL)
    run_pair(run, tmp_path, earlier, cog)
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(values[::-1], values)


def test_a_cog_is_read_at_full_resolution_onto_coarser_cells(run, tmp_path):
    _, plain, cog = cog_of(tmp_path)
    coarse = write_raster(tmp_path / "land_1990.tif", np.ones((100, 100)), cell=(1100, 1100))
    run_pair(run, tmp_path, coarse, cog)
    later, beyond = brought(plain, coarse)
    expected = counted_pairs(np.ones((100, 100), int), later, ~beyond)
    assert pairs_of(tmp_path / "transfers.csv") == expected


def virtual_layer(path: str, origin: tuple, formula: str = '"land@1"') -> QgsRasterLayer:
    """A layer of QGIS's virtual raster provider over a file."""
    parameters = QgsRasterDataProvider.VirtualRasterParameters()
    parameters.crs = QgsCoordinateReferenceSystem("EPSG:32649")
    extent = QgsRasterLayer(path, "land").extent()
    parameters.extent = extent
    parameters.width, parameters.height = COLUMNS, ROWS
    parameters.formula = formula
    inner = QgsRasterDataProvider.VirtualRasterInputLayers()
    inner.name, inner.provider, inner.uri = "land", "gdal", path
    parameters.rInputLayers = [inner]
    uri = QgsRasterDataProvider.encodeVirtualRasterProviderUri(parameters)
    layer = QgsRasterLayer(uri, "land 2000", "virtualraster")
    assert layer.isValid()
    return layer


@on_both
def test_a_virtual_raster_of_qgis(run, tmp_path, place):
    paths = [
        write_raster(tmp_path / "land_1990.tif", noise(1, (1, 2, 3)), cell=CELL),
        write_raster(tmp_path / "plain.tif", noise(2, (1, 2, 3)), cell=CELL, origin=PLACES[place]),
    ]
    none = np.zeros((ROWS, COLUMNS), bool)
    layers = [paths[0], virtual_layer(paths[1], PLACES[place])]
    check(run, tmp_path, paths, [none, none], place, layers)


def test_nodata_of_a_virtual_raster_of_qgis(run, tmp_path):
    paths = [
        write_raster(tmp_path / "land_1990.tif", noise(1, (1, 2, 3)), cell=CELL),
        write_raster(tmp_path / "plain.tif", noise(2, (1, 2, 3)), cell=CELL, nodata=2),
    ]
    out = [np.zeros((ROWS, COLUMNS), bool), read_raster(paths[1]) == 2]
    layers = [paths[0], virtual_layer(paths[1], ORIGIN)]
    check(run, tmp_path, paths, out, "same cells", layers)


def test_both_dates_are_virtual_rasters(run, tmp_path):
    paths = [write_raster(tmp_path / f"{n}.tif", noise(n, (1, 2, 3)), cell=CELL) for n in (1, 2)]
    none = np.zeros((ROWS, COLUMNS), bool)
    layers = [virtual_layer(path, ORIGIN) for path in paths]
    check(run, tmp_path, paths, [none, none], "same cells", layers)


@pytest.mark.parametrize("role", [0, 1])
def test_a_picture_of_a_map_is_refused(run, tmp_path, role):
    url = f"file://{tmp_path}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    layer = QgsRasterLayer(f"type=xyz&url={url}&zmin=0&zmax=3", "map of 2000", "wms")
    assert layer.isValid()
    layers = [write_raster(tmp_path / "land_1990.tif", noise(1, (1, 2)), cell=CELL)]
    layers.insert(role, layer)
    sentence = refusal(run, tmp_path, *layers)
    assert f"{('EARLIER', 'LATER')[role]} 'map of 2000'" in sentence
    assert "picture" in sentence


def test_a_picture_of_a_map_in_a_series_is_refused(run, tmp_path):
    url = f"file://{tmp_path}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    layer = QgsRasterLayer(f"type=xyz&url={url}&zmin=0&zmax=3", "map of 2000", "wms")
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    path = write_raster(tmp_path / "land_1990.tif", noise(1, (1, 2)), cell=CELL)
    try:
        run("areashares", LAYERS=[path, layer], SHARES=str(tmp_path / "shares.csv"))
    except QgsProcessingException as error:
        sentence = str(error).removeprefix("Unable to execute algorithm\n")
    else:
        sentence = ""
    assert "'map of 2000'" in sentence
    assert is_one_sentence(sentence)
