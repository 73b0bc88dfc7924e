"""A zone map by qgis_process, where there is no project and no window."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.test.helpers import SAMPLE, as_arguments, qgis_process, write_raster

STARTS = {"pdf": b"%PDF-", "svg": b"<?xml", "png": b"\x89PNG"}


@pytest.mark.parametrize(
    "ending", ["pdf", *(pytest.param(ending, marks=pytest.mark.slow) for ending in ("svg", "png"))]
)
def test_every_format_with_all_that_lies_over_the_maps(tmp_path, ending):
    districts, path = SAMPLE / "districts.geojson", tmp_path / f"map.{ending}"
    layers = [
        write_raster(tmp_path / f"zones_{n}_{n + 9}.tif", np.full((20, 30), 1 + n % 2))
        for n in (1990, 1999)
    ]
    shown = {"LAYERS": layers, "OVERLAY": districts, "OUTLINE": districts, "GRATICULE": "true"}
    arguments = as_arguments({**shown, "DPI": 60, "OUTPUT": path})
    done = qgis_process("run", "carbonzones:zonemap", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert path.read_bytes().startswith(STARTS[ending])
    assert not list(tmp_path.glob(".c*"))


def test_no_layout_can_stay_where_nobody_saves_the_project(tmp_path):
    layer, path = write_raster(tmp_path / "zones.tif", [[1, 2]]), tmp_path / "map.pdf"
    arguments = as_arguments({"LAYERS": layer, "LAYOUT_NAME": "Sheet", "OUTPUT": path})
    done = qgis_process("run", "carbonzones:zonemap", *arguments)
    assert done.returncode == 1
    assert "LAYOUT_NAME: layout 'Sheet' cannot be stored in the project" in done.stderr
    assert not path.exists()
