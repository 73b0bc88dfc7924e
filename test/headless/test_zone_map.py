"""A zone map by qgis_process, where there is no project and no window."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.test.helpers import qgis_process, write_raster

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
    assert (tmp_path / f"map.{ending}").read_bytes().startswith(STARTS[ending])
    assert not list(tmp_path.glob(".carbon_zones*"))


def test_a_wrong_ending_is_told(tmp_path):
    layer = write_raster(tmp_path / "zones.tif", [[1, 2]])
    done = qgis_process(
        "run", "carbonzones:zonemap", f"--LAYERS={layer}", f"--OUTPUT={tmp_path}/map.docx"
    )
    assert done.returncode == 1
    assert "map.docx' must end in .pdf, .svg or .png" in done.stderr
