"""A zone map by qgis_process, where there is no project and no window."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest

from carbon_zones.test.helpers import ROOT, qgis_process, write_raster

STARTS = {"pdf": b"%PDF-", "svg": b"<?xml", "png": b"\x89PNG"}


@pytest.mark.parametrize("ending", STARTS)
def test_every_format(tmp_path, ending):
    layers = [
        write_raster(tmp_path / f"zones_{n}_{n + 9}.tif", np.full((20, 30), 1 + n % 2))
        for n in (1990, 1999)
    ]
    done = qgis_process(
        "run",
        "carbonzones:zonemap",
        *(f"--LAYERS={layer}" for layer in layers),
        "--DPI=60",
        f"--OUTPUT={tmp_path}/map.{ending}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert (tmp_path / f"map.{ending}").read_bytes().startswith(STARTS[ending])
    assert not list(tmp_path.glob(".carbon_zones*"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".png", "OUTPUT: '{}' is only an ending; put a name before it"),
        ("map.docx", "OUTPUT: '{}' must end in .pdf, .svg or .png"),
    ],
)
def test_a_wrong_name_is_told(tmp_path, name, said):
    layer = write_raster(tmp_path / "zones.tif", [[1, 2]])
    path = tmp_path / name
    done = qgis_process("run", "carbonzones:zonemap", f"--LAYERS={layer}", f"--OUTPUT={path}")
    assert done.returncode == 1
    assert said.format(path) in map(str.strip, done.stderr.replace("ERROR:", "").splitlines())


def test_texts_are_not_calculated(tmp_path):
    """Signs of XML and of expressions in a title: the file has them as they are."""
    layer = write_raster(tmp_path / "zones.tif", [[1, 2]], names={1: "<&", 2: "[% env('HOME') %]"})
    path, title = tmp_path / "map.svg", "A & <B> [% env('HOME') %]"
    done = qgis_process(
        "run", "carbonzones:zonemap", f"--LAYERS={layer}", f"--TITLE={title}", f"--OUTPUT={path}"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert ElementTree.parse(path).getroot().findtext("{*}title") == title


def test_no_layout_can_stay_where_nobody_saves_the_project(tmp_path):
    layer = write_raster(tmp_path / "zones.tif", [[1, 2]])
    path = tmp_path / "map.pdf"
    done = qgis_process(
        "run",
        "carbonzones:zonemap",
        f"--LAYERS={layer}",
        "--LAYOUT_NAME=Sheet",
        f"--OUTPUT={path}",
    )
    assert done.returncode == 1
    assert "LAYOUT_NAME: there is no project in which a layout could stay" in done.stderr
    assert not path.exists()


def test_a_sheet_with_all_that_lies_over_the_maps(tmp_path):
    layer = write_raster(tmp_path / "zones.tif", [[1, 2]])
    districts = ROOT / "resources" / "sample" / "districts.geojson"
    path = tmp_path / "map.pdf"
    done = qgis_process(
        "run",
        "carbonzones:zonemap",
        f"--LAYERS={layer}",
        f"--OVERLAY={districts}",
        f"--OUTLINE={districts}",
        "--GRATICULE=true",
        f"--OUTPUT={path}",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert path.read_bytes().startswith(b"%PDF")
