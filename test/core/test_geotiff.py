"""Raster outputs appear under their final names complete, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core import geotiff
from carbon_zones.core.errors import DataError
from carbon_zones.core.geotiff import Category, Drafts, GeoTiff, make_folder, rgb
from carbon_zones.core.grid import Grid, Window
from carbon_zones.test.helpers import read_raster, wkt, write_raster

GRID = Grid(6, 4, (600_000.0, 30.0, 0.0, 4_400_000.0, 0.0, -30.0), wkt(32649))
CELLS = np.arange(24, dtype=np.uint8).reshape(4, 6)
CATEGORIES = [
    Category(1, "Forêt", "#102030", 20, 1.8, (97.5,)),
    Category(3, "Water", "#ff0080", 4, 0.36, (2.5,)),
]


def begin(path, window=None, dtype=np.uint8, nodata=0) -> GeoTiff:
    return GeoTiff(path, GRID, window or GRID.whole, dtype, nodata, "What it shows")


def names_in(folder) -> list[str]:
    return sorted(os.listdir(folder))


def test_nothing_stands_under_the_final_name_before_finish(tmp_path):
    final = tmp_path / "out.tif"
    tiff = begin(final)
    tiff.set_colours({1: "#102030"})
    tiff.write(GRID.whole, CELLS)
    tiff.set_categories(CATEGORIES, (("Share_pct", gdal.GFT_Real),))
    assert not final.exists()
    tiff.close()
    assert not final.exists()
    # Meanwhile it lies in the same folder, so that moving it is one step for the file system.
    assert all(name.startswith(".out-") for name in names_in(tmp_path))
    tiff.finish()
    assert names_in(tmp_path) == ["out.tif", "out.tif.aux.xml"]
    assert (read_raster(final) == CELLS).all()


@pytest.mark.parametrize("closed", [False, True])
def test_discard_leaves_nothing(tmp_path, closed):
    tiff = begin(tmp_path / "out.tif")
    tiff.write(GRID.whole, CELLS)
    tiff.set_categories(CATEGORIES)
    if closed:
        tiff.close()
    tiff.discard()
    assert names_in(tmp_path) == []


def test_discard_after_finish_changes_nothing(tmp_path):
    tiff = begin(tmp_path / "out.tif")
    tiff.write(GRID.whole, CELLS)
    tiff.finish()
    tiff.discard()
    assert (read_raster(tmp_path / "out.tif") == CELLS).all()


def test_an_old_result_survives_until_finish_and_is_then_replaced_with_its_side_files(tmp_path):
    final = tmp_path / "out.tif"
    write_raster(final, [[7]], names={7: "old"})
    (tmp_path / "out.tif.ovr").write_bytes(b"old pyramid")
    (tmp_path / "out.tif.msk").write_bytes(b"old mask")
    before = {name: (tmp_path / name).read_bytes() for name in names_in(tmp_path)}
    assert "out.tif.aux.xml" in before

    discarded = begin(final)
    discarded.write(GRID.whole, CELLS)
    discarded.close()
    assert {name: (tmp_path / name).read_bytes() for name in before} == before
    discarded.discard()
    assert {name: (tmp_path / name).read_bytes() for name in names_in(tmp_path)} == before

    tiff = begin(final)
    tiff.write(GRID.whole, CELLS)
    tiff.finish()
    # The old names, pyramid and mask would be read as those of the new raster.
    assert names_in(tmp_path) == ["out.tif"]
    assert (read_raster(final) == CELLS).all()


def test_a_window_keeps_its_place_on_the_ground(tmp_path):
    window = Window(2, 1, 3, 2)
    tiff = begin(tmp_path / "out.tif", window)
    # Written in two pieces, each named by its place on the grid.
    tiff.write(Window(2, 1, 3, 1), CELLS[1:2, 2:5])
    tiff.write(Window(2, 2, 3, 1), CELLS[2:3, 2:5])
    tiff.finish()
    assert (read_raster(tmp_path / "out.tif") == CELLS[1:3, 2:5]).all()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        assert dataset.GetGeoTransform() == (600_060.0, 30.0, 0.0, 4_399_970.0, 0.0, -30.0)
        assert 'ID["EPSG",32649]' in dataset.GetSpatialRef().ExportToWkt(["FORMAT=WKT2"])
        band = dataset.GetRasterBand(1)
        assert band.GetNoDataValue() == 0
        assert band.GetDescription() == "What it shows"


def test_colours_names_and_attribute_table_are_read_back(tmp_path):
    tiff = begin(tmp_path / "out.tif")
    tiff.set_colours({1: "#102030", 3: "#ff0080"})
    tiff.write(GRID.whole, CELLS)
    tiff.set_categories(CATEGORIES, (("Share_pct", gdal.GFT_Real),))
    tiff.finish()
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
        rows = [
            {table.GetNameOfCol(c): table.GetValueAsString(row, c) for c in columns}
            for row in range(table.GetRowCount())
        ]
        usages = {table.GetNameOfCol(c): table.GetUsageOfCol(c) for c in columns}
    assert [(row["Value"], row["Name"]) for row in rows] == [("1", "Forêt"), ("3", "Water")]
    assert [float(row["Cells"]) for row in rows] == [20, 4]
    assert [float(row["Hectares"]) for row in rows] == [1.8, 0.36]
    assert [float(row["Share_pct"]) for row in rows] == [97.5, 2.5]
    assert [(row["Red"], row["Green"], row["Blue"]) for row in rows] == [
        ("16", "32", "48"),
        ("255", "0", "128"),
    ]
    assert usages["Value"] == gdal.GFU_MinMax
    assert usages["Name"] == gdal.GFU_Name
    assert usages["Cells"] == gdal.GFU_PixelCount


def test_large_values_have_an_attribute_table_but_no_list_of_a_million_names(tmp_path):
    tiff = begin(tmp_path / "out.tif", dtype=np.int32, nodata=-1)
    tiff.write(GRID.whole, CELLS.astype(np.int32))
    tiff.set_categories([Category(1_000_001, "a to b", "#102030", 1, 0.09)])
    tiff.finish()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        band = dataset.GetRasterBand(1)
        assert not band.GetCategoryNames()
        assert band.GetDefaultRAT().GetValueAsInt(0, 0) == 1_000_001


@pytest.mark.parametrize("place", ["missing folder", "file as folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    (tmp_path / "file as folder").write_text("")
    final = tmp_path / place / "out.tif"
    with pytest.raises(DataError) as caught:
        begin(final)
    assert str(caught.value).startswith(f"{final} cannot be written: ")
    assert names_in(tmp_path) == ["file as folder"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_an_error_and_leaves_nothing(tmp_path):
    tiff = begin(tmp_path / "out.tif")
    tiff.discard()
    # The draft becomes a link to a device on which every write fails for want of space.
    os.symlink("/dev/full", tiff._draft)
    with gdal.quiet_errors(), gdal.ExceptionMgr(useExceptions=True):
        tiff._dataset = gdal.GetDriverByName("GTiff").Create(str(tiff._draft), 6, 4, 1)
        tiff._band = tiff._dataset.GetRasterBand(1)
    with gdal.quiet_errors(), pytest.raises(DataError, match=r"out\.tif cannot be written: "):
        finish_all(tiff)
    assert names_in(tmp_path) == []


def finish_all(*tiffs, then=lambda: None):
    """Write rasters as a run does; `then` comes between closing and moving them."""
    with Drafts() as drafts:
        for tiff in tiffs:
            drafts.add(tiff)
            tiff.write(GRID.whole, CELLS)
        drafts.close()
        then()
        drafts.finish()


def test_drafts_come_to_their_final_names_together(tmp_path):
    seen = []
    tiffs = [begin(tmp_path / name) for name in ("one.tif", "two.tif")]
    finish_all(*tiffs, then=lambda: seen.extend(names_in(tmp_path)))
    assert len(seen) == 2
    assert all(name.startswith(".") for name in seen)
    assert names_in(tmp_path) == ["one.tif", "two.tif"]
    for name in ("one.tif", "two.tif"):
        assert (read_raster(tmp_path / name) == CELLS).all()


def test_drafts_of_a_run_that_fails_are_all_removed(tmp_path):
    def fail():
        raise ZeroDivisionError

    tiffs = [begin(tmp_path / name) for name in ("one.tif", "two.tif")]
    assert len(names_in(tmp_path)) == 2
    with pytest.raises(ZeroDivisionError):
        finish_all(*tiffs, then=fail)
    assert names_in(tmp_path) == []


def test_drafts_that_nobody_finished_are_removed(tmp_path):
    with Drafts() as drafts:
        drafts.add(begin(tmp_path / "one.tif"))
    assert names_in(tmp_path) == []


def test_folders_made_for_drafts_go_with_them(tmp_path):
    (tmp_path / "kept").mkdir()
    with Drafts() as drafts:
        drafts.folder(tmp_path / "kept" / "new" / "deeper")
        drafts.add(begin(tmp_path / "kept" / "new" / "deeper" / "one.tif"))
    assert names_in(tmp_path) == ["kept"]
    assert names_in(tmp_path / "kept") == []


def test_a_folder_with_a_file_of_somebody_else_stays(tmp_path):
    with Drafts() as drafts:
        drafts.folder(tmp_path / "new")
        (tmp_path / "new" / "note.txt").write_text("mine")
    assert names_in(tmp_path / "new") == ["note.txt"]


def test_folders_of_finished_drafts_stay(tmp_path):
    with Drafts() as drafts:
        drafts.folder(tmp_path / "new")
        drafts.add(begin(tmp_path / "new" / "one.tif"))
        drafts.finish()
    assert names_in(tmp_path / "new") == ["one.tif"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match=r"^the folder .*file/new cannot be made: "):
        make_folder(tmp_path / "file" / "new")


def test_a_raster_that_cannot_be_closed_keeps_the_others_from_appearing(tmp_path, monkeypatch):
    def full():
        raise DataError("disk full")

    one, two = begin(tmp_path / "one.tif"), begin(tmp_path / "two.tif")
    monkeypatch.setattr(two, "close", full)
    with pytest.raises(DataError, match="disk full"):
        finish_all(one, two)
    assert names_in(tmp_path) == []


@pytest.mark.xfail(
    strict=True, reason="Drafts.finish leaves the rasters that it moved before the one that failed"
)
def test_a_raster_that_cannot_be_moved_takes_the_others_back(tmp_path):
    (tmp_path / "two.tif").mkdir()
    with pytest.raises(DataError, match=r"two\.tif cannot be written"):
        finish_all(begin(tmp_path / "one.tif"), begin(tmp_path / "two.tif"))
    assert names_in(tmp_path) == ["two.tif"]


@pytest.mark.xfail(strict=True, reason="finish() removes the old side files before the move")
def test_an_old_result_whose_replacement_fails_keeps_its_side_files(tmp_path, monkeypatch):
    final = tmp_path / "out.tif"
    write_raster(final, [[7]], names={7: "old"})
    before = names_in(tmp_path)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    with pytest.raises(DataError, match="Permission denied"):
        finish_all(begin(final), then=lambda: monkeypatch.setattr(geotiff.os, "replace", refuse))
    assert names_in(tmp_path) == before


def test_two_drafts_of_one_name_do_not_meet(tmp_path):
    one, two = begin(tmp_path / "out.tif"), begin(tmp_path / "out.tif")
    one.write(GRID.whole, CELLS)
    two.write(GRID.whole, CELLS + 1)
    two.finish()
    one.discard()
    assert (read_raster(tmp_path / "out.tif") == CELLS + 1).all()
    assert names_in(tmp_path) == ["out.tif"]


@pytest.mark.parametrize(("colour", "parts"), [("#000000", (0, 0, 0)), ("#ff8001", (255, 128, 1))])
def test_a_colour_is_three_numbers(colour, parts):
    assert rgb(colour) == parts


PROGRAM = """
import sys
import numpy as np
from osgeo import gdal, osr
if sys.argv[2] != "unset":
    for module in (gdal, osr):
        getattr(module, sys.argv[2])()
from carbon_zones.core.geotiff import GeoTiff
from carbon_zones.core.series import count, open_series
from carbon_zones.core.rasters import RasterInput
from carbon_zones.core.transitions import Period
folder = sys.argv[1]
inputs = [RasterInput(f"{folder}/{n}.tif", n) for n in "ab"]
series = open_series(inputs, "auto")
found = count(series, [Period(0, 1, "a-b")])
tiff = GeoTiff(f"{folder}/out.tif", series.grid, series.window, np.uint8, 0)
tiff.write(series.window, np.ones((2, 2), np.uint8))
tiff.finish()
try:
    open_series([RasterInput(f"{folder}/missing.tif", "c")], "auto")
except Exception as error:
    print(type(error).__name__)
print(found.cube.cells[0].tolist())
"""


@pytest.mark.parametrize("setting", ["unset", "UseExceptions", "DontUseExceptions"])
def test_the_core_does_not_care_how_gdal_reports_errors(tmp_path, setting):
    # QGIS and other plugins set this for the whole process, each as it likes.
    write_raster(tmp_path / "a.tif", [[1, 2], [2, 2]])
    write_raster(tmp_path / "b.tif", [[1, 1], [2, 2]])
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error::FutureWarning", "-c", PROGRAM, str(tmp_path), setting],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("DataError\n[[1, 0], [1, 2]]\n", "")
