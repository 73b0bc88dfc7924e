"""What a page tells of the files that results were made from."""

import hashlib
import os
import zipfile

import pytest
from osgeo import gdal

from carbon_zones.core.base.messages import RunCancelledError
from carbon_zones.core.report.results_page import (
    InputFile,
    _virtual_file_name,
    describe_input_files,
)


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
