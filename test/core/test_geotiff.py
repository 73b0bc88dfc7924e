"""Raster outputs: what is written is read back, and appears complete or not at all."""

import os
import subprocess
import sys
from contextlib import contextmanager, suppress

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base import drafts as moving
from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.geotiff import GeoTiffWriter, RasterCategory
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.test.core.support import IS_WINE, PIPES, attribute_table, series_on, words
from carbon_zones.test.core.test_drafts import names_in
from carbon_zones.test.helpers import read_raster, wkt, write_raster

GRID = Grid(6, 4, (600_000.0, 30.0, 0.0, 4_400_000.0, 0.0, -30.0), wkt(32649))
CELLS = np.arange(24, dtype=np.uint8).reshape(4, 6)
CATEGORIES = [
    RasterCategory(1, "Forêt", "#102030", 20, 1.8, (97.5,)),
    RasterCategory(3, "Water", "#ff0080", 4, 0.36, (2.5,)),
]


def begin(path, drafts, window=None, dtype=np.uint8, nodata=0, colours=None) -> GeoTiffWriter:
    cells = GRID, window or GRID.full_window
    return GeoTiffWriter(path, drafts, *cells, dtype, nodata, "What it shows", colours)


@contextmanager
def whole(path, **options):
    with Drafts() as drafts:
        tiff = begin(path, drafts, **options)
        tiff.write_window(GRID.full_window, CELLS)
        yield tiff


@contextmanager
def written(path, **options):
    """A raster that comes to its final name when the block ends."""
    with Drafts() as drafts:
        tiff = begin(path, drafts, **options)
        yield tiff
        tiff.close()
        drafts.commit_drafts()


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_not_finished_leaves_nothing(tmp_path, closed):
    with whole(tmp_path / "out.tif") as tiff:
        tiff.set_categories(CATEGORIES)
        if closed:
            tiff.close()
            tiff.close()  # once more
    assert names_in(tmp_path) == []


@pytest.mark.skipif(IS_WINE or not os.path.exists("/proc/self/fd"), reason="no list of open files")
def test_an_unfinished_raster_is_let_go_of_before_it_is_removed(tmp_path, monkeypatch):
    # Some systems remove no file that is open.
    seen = []

    def remove(folder, **options):
        seen.append([f for f in open_files() if f.startswith(str(tmp_path))])
        original(folder, **options)

    def open_files():
        for number in os.listdir("/proc/self/fd"):
            with suppress(OSError):
                yield os.readlink(f"/proc/self/fd/{number}")

    original = moving.shutil.rmtree
    monkeypatch.setattr(moving.shutil, "rmtree", remove)
    with whole(tmp_path / "out.tif"):
        assert any(f.endswith("out.tif") for f in open_files())
    assert seen == [[]]
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("record", [{}, {"LAYERS": "lu_1986, lu_2000"}], ids=["none", "some"])
def test_a_raster_of_a_run_says_what_it_is_and_how_it_was_made(tmp_path, record):
    final = tmp_path / "out.tif"
    with Drafts() as drafts:
        writer = RasterWriter(series_on(GRID, Classes()), drafts, record)
        period = Period(0, 1, "1986-2000")
        tiff = writer.create_geotiff(final, period, "What it shows", np.uint8, 9, {1: "#102030"})
        tiff.write_window(GRID.full_window, CELLS)
        tiff.close()
        drafts.commit_drafts()
    assert (read_raster(final) == CELLS).all()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(final))
        band = dataset.GetRasterBand(1)
        assert dataset.GetGeoTransform() == GRID.transform
        assert (band.GetDescription(), band.GetNoDataValue()) == ("What it shows", 9)
        assert band.GetColorTable().GetColorEntry(1) == (16, 32, 48, 255)
        told = dataset.GetMetadata()
    assert told.pop("AREA_OR_POINT") == "Area"
    title = {"TIFFTAG_IMAGEDESCRIPTION": "What it shows", "PERIOD": "1986-2000"}
    assert told == ({**title, **record} if record else {})


def test_a_raster_that_cannot_be_made_is_named_and_leaves_nothing(tmp_path):
    final = tmp_path / f"{'z' * 300}.tif"
    with Drafts() as drafts, pytest.raises(DataError, match=r"z\.tif cannot be written"):
        begin(final, drafts)
    assert names_in(tmp_path) == []


def test_a_window_keeps_its_place_on_the_ground(tmp_path):
    window = Window(2, 1, 3, 2)
    with written(tmp_path / "out.tif", window=window) as tiff:
        # Written in two pieces, each named by its place on the grid.
        tiff.write_window(Window(2, 1, 3, 1), CELLS[1:2, 2:5])
        tiff.write_window(Window(2, 2, 3, 1), CELLS[2:3, 2:5])
    assert (read_raster(tmp_path / "out.tif") == CELLS[1:3, 2:5]).all()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        assert dataset.GetGeoTransform() == (600_060.0, 30.0, 0.0, 4_399_970.0, 0.0, -30.0)
        assert 'ID["EPSG",32649]' in dataset.GetSpatialRef().ExportToWkt(["FORMAT=WKT2"])


def test_colours_names_and_attribute_table_are_read_back(tmp_path):
    with written(tmp_path / "out.tif", colours={1: "#102030", 3: "#ff0080"}) as tiff:
        tiff.write_window(GRID.full_window, CELLS)
        tiff.set_categories(CATEGORIES, (("Share_pct", gdal.GFT_Real),))
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        band = dataset.GetRasterBand(1)
        assert band.GetColorInterpretation() == gdal.GCI_PaletteIndex
        colours = band.GetColorTable()
        assert colours.GetColorEntry(1) == (16, 32, 48, 255)
        assert colours.GetColorEntry(3) == (255, 0, 128, 255)
        assert band.GetCategoryNames() == ["", "Forêt", "", "Water"]
        table = band.GetDefaultRAT()
        columns = range(table.GetColumnCount())
        usages = {table.GetNameOfCol(c): table.GetUsageOfCol(c) for c in columns}
    uses = {"Value": gdal.GFU_MinMax, "Name": gdal.GFU_Name, "Cells": gdal.GFU_PixelCount}
    assert {name: usages[name] for name in uses} == uses
    rows = attribute_table(tmp_path / "out.tif")
    texts = [[row[name] for name in ("Value", "Name", "Red", "Green", "Blue")] for row in rows]
    assert texts == [["1", "Forêt", "16", "32", "48"], ["3", "Water", "255", "0", "128"]]
    numbers = [[float(row[name]) for name in ("Cells", "Hectares", "Share_pct")] for row in rows]
    assert numbers == [[20, 1.8, 97.5], [4, 0.36, 2.5]]


def test_large_values_have_an_attribute_table_but_no_list_of_a_million_names(tmp_path):
    with written(tmp_path / "out.tif", dtype=np.int32, nodata=-1) as tiff:
        tiff.write_window(GRID.full_window, CELLS.astype(np.int32))
        tiff.set_categories([RasterCategory(1_000_001, "a to b", "#102030", 1, 0.09)])
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        band = dataset.GetRasterBand(1)
        assert not band.GetCategoryNames()
        assert band.GetDefaultRAT().GetValueAsInt(0, 0) == 1_000_001


@PIPES
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_an_error_and_leaves_nothing(tmp_path):
    def write():
        with Drafts() as drafts:
            # The draft is a link to a device on which every write fails for want of space.
            os.symlink("/dev/full", drafts.draft_path(tmp_path / "other.tif").with_name("out.tif"))
            tiff = begin(tmp_path / "out.tif", drafts)
            tiff.write_window(GRID.full_window, CELLS)
            tiff.close()
            drafts.commit_drafts()

    told = words(f"{tmp_path / 'out.tif'} cannot be written: ", "IO error")
    with gdal.quiet_errors(), pytest.raises(DataError, match=told):
        write()
    assert names_in(tmp_path) == []


# Somewhere around the origin of the helpers' rasters, in web Mercator.
MERCATOR = {"origin": (12_486_360.0, 4_828_840.0), "cell": (60.0, 60.0)}

PROGRAM = """
import sys
import numpy as np
from osgeo import gdal, osr
if sys.argv[2] != "unset":
    for module in (gdal, osr):
        getattr(module, sys.argv[2])()
from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.raster.geotiff import GeoTiffWriter
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.series import open_series
folder = sys.argv[1]
inputs = [RasterInput(f"{folder}/{n}.tif", n) for n in "abc"]
series = open_series(inputs, "ellipsoidal")
found = count_series(series, [Period(0, 1, "a-b")])
with Drafts() as drafts:
    tiff = GeoTiffWriter(f"{folder}/out.tif", drafts, series.grid, series.window, np.uint8, 0)
    tiff.write_window(series.window, np.ones((2, 2), np.uint8))
    tiff.close()
    drafts.commit_drafts()
try:
    open_series([RasterInput(f"{folder}/missing.tif", "d")], "auto")
except Exception as error:
    print(type(error).__name__)
print(found.cube.cells[0].tolist())
"""


@pytest.mark.parametrize("setting", ["unset", "UseExceptions", "DontUseExceptions"])
def test_the_core_does_not_care_how_gdal_reports_errors(tmp_path, setting):
    # QGIS and other plugins set this for the whole process, each as it likes.
    write_raster(tmp_path / "a.tif", [[1, 2], [2, 2]])
    write_raster(tmp_path / "b.tif", [[1, 1], [2, 2]])
    # Web Mercator: brought onto the others' cells through the warper.
    write_raster(tmp_path / "c.tif", np.ones((9, 9)), epsg=3857, **MERCATOR)
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error::FutureWarning", "-c", PROGRAM, str(tmp_path), setting],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("DataError\n[[1, 0], [1, 2]]\n", "")
