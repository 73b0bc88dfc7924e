"""A raster that changes while it is read, or before its checksum is made, is noticed. What a page
tells of the files that results were made from."""

import hashlib
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.files import get_file_state
from carbon_zones.core.base.messages import DataError, Notes, RunCancelledError
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.report.results_page import (
    InputFile,
    _virtual_file_name,
    describe_input_files,
)
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.zonal_statistics import ZonalStatistics, class_kinds
from carbon_zones.test.helpers import write_raster

CELLS = np.arange(2000).reshape(50, 40) % 5


def vrt(folder: Path) -> tuple[str, Path]:
    tile = write_raster(folder / "tile.tif", CELLS)
    path = str(folder / "mosaic.vrt")
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.BuildVRT(path, [tile]).Close()
    return path, Path(tile)


def archive(folder: Path) -> tuple[str, Path]:
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.write(write_raster(folder / "a.tif", CELLS), "deep/a.tif")
    return f"/vsizip/{path}/deep/a.tif", path


def plain(folder: Path) -> tuple[str, Path]:
    path = write_raster(folder / "a.tif", CELLS)
    return path, Path(path)


def longer(path: Path) -> None:
    with open(path, "ab") as file:
        file.write(b"1")


def later(path: Path) -> None:
    """Written again, with as many bytes."""
    before = path.stat()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1000))


KINDS = pytest.mark.parametrize("kind", [plain, vrt, archive], ids=lambda kind: kind.__name__)


@KINDS
@pytest.mark.parametrize("change", [longer, later, None], ids=["longer", "later", "not"])
@pytest.mark.parametrize("is_measured", [False, True])
def test_what_changes_in_the_pass_is_noticed_at_its_end(tmp_path, kind, change, is_measured):
    given, behind = kind(tmp_path)
    land = write_raster(tmp_path / "land.tif", CELLS) if is_measured else given
    series = open_series([RasterInput(land, "land 1990")], "planimetric")
    source = RasterInput(given, "values 1990")
    consumers = [ZonalStatistics(series, source, class_kinds, Notes())] if is_measured else []

    def progress(fraction):
        if change is not None and fraction > 0.5 and not done:
            change(behind)
            done.append(fraction)
        return True

    done: list = []
    label = "values 1990" if is_measured else "land 1990"
    if change is None:
        count_series(series, [], consumers, progress, cells=400)
        return
    with pytest.raises(DataError, match=f"^{label}: the file '.*' was changed or removed while"):
        count_series(series, [], consumers, progress, cells=400)


def test_a_side_file_may_change(tmp_path):
    """QGIS writes statistics into it whenever somebody looks at the layer."""
    path = write_raster(tmp_path / "a.tif", CELLS)
    side = Path(f"{path}.aux.xml")
    side.write_text("<PAMDataset/>")
    series = open_series([RasterInput(path, "a")], "planimetric")
    assert list(series.rasters[0].files) == [path]
    side.write_text("<PAMDataset></PAMDataset>")
    count_series(series, [], [])


@pytest.mark.parametrize("ending", [".ovr", ".OVR", ".Ovr"])
def test_overviews_may_change(tmp_path, ending):
    """Another program may make them; GDAL finds them in any spelling."""
    path = write_raster(tmp_path / "a.tif", CELLS)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        dataset.BuildOverviews("NEAREST", [2])
    Path(f"{path}.ovr").rename(f"{path}{ending}")
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        assert f"{path}{ending}" in dataset.GetFileList()
    series = open_series([RasterInput(path, "a")], "planimetric")
    assert list(series.rasters[0].files) == [path]


def test_what_is_cut_short_in_the_pass_is_called_changed(tmp_path):
    """And not damaged, as it would be if nobody had written to it."""
    path = write_raster(tmp_path / "a.tif", np.zeros((4000, 40)), options=("BLOCKYSIZE=8",))
    series = open_series([RasterInput(path, "a")], "planimetric")

    def progress(fraction):
        os.truncate(path, 1000)
        return True

    with pytest.raises(DataError, match=r"^a: the file 'a\.tif' was changed"):
        count_series(series, [], [], progress, cells=400, workers=1)


@KINDS
def test_a_checksum_is_that_of_what_was_counted_or_there_is_none(tmp_path, kind):
    path, behind = kind(tmp_path)
    state = get_file_state(path)
    (file,) = describe_input_files([path], states=[state])
    assert file.is_list == (kind is vrt)
    later(Path(path) if kind is vrt else behind)
    with pytest.raises(DataError, match="was changed or removed while"):
        describe_input_files([path], states=[state])
    behind.unlink()
    with pytest.raises(DataError, match="was changed or removed while"):
        describe_input_files([path], states=[state])


def test_a_database_changes_by_being_opened_and_is_told_by_its_size(tmp_path):
    path = tmp_path / "a.gpkg"
    path.write_bytes(b"12")
    before = get_file_state(str(path))
    later(path)
    assert get_file_state(str(path)) == before
    longer(path)
    assert get_file_state(str(path)) != before


@pytest.mark.parametrize("path", ["", "nowhere.tif", "/vsimem/a.tif", "/vsicurl/http://a/b.tif"])
def test_what_is_not_on_disk_has_no_state(path):
    assert get_file_state(path) is None


def test_a_file_on_disk_has_its_checksum(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(b"12345")
    assert describe_input_files([str(path), "", "postgres://x"]) == [
        InputFile("a.tif", 5, hashlib.sha256(b"12345").hexdigest()),
        None,
        None,
    ]


def test_a_file_in_an_archive_has_size_and_day(tmp_path):
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        entry = zipfile.ZipInfo("maps/a.tif", (2017, 7, 14, 12, 0, 0))
        made.writestr(entry, b"123")
    assert describe_input_files([f"/vsizip/{archive}/maps/a.tif"]) == [
        InputFile("a.tif", 3, changed="2017-07-14")
    ]


def test_a_file_in_memory_or_gone(tmp_path):
    name = f"/vsimem/{os.getpid()}_a.tif"
    gdal.FileFromMemBuffer(name, b"1234")
    try:
        (found,) = describe_input_files([name])
        assert (found.name, found.size, found.sha256) == (os.path.basename(name), 4, "")
    finally:
        gdal.Unlink(name)
    assert describe_input_files([name, f"/vsizip/{tmp_path}/gone.zip/a.tif"]) == [None, None]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/vsicurl/https://example.org/lc/2020.tif", "2020.tif (example.org)"),
        ("/vsicurl/https://me:secret@example.org:8080/a/b.tif?sig=xyz#z", "b.tif (example.org)"),
        (
            "/vsicurl?max_retry=3&url=https%3A%2F%2Fexample.org%2Fa%2520b.tif",
            "a b.tif (example.org)",
        ),
        ("/vsicurl/https://example.org/a%20b.tif", "a b.tif (example.org)"),
        ("/vsizip//vsicurl/http://example.org/x.zip/m.tif", "m.tif (example.org)"),
        ("/vsis3/bucket/key/c.tif", "c.tif"),
    ],
)
def test_of_an_address_nothing_secret_is_told(path, name):
    assert _virtual_file_name(path) == name


def test_reading_stops_when_asked(tmp_path):
    path = tmp_path / "a.tif"
    path.write_bytes(b"1")
    with pytest.raises(RunCancelledError):
        describe_input_files([str(path)], lambda: False)
