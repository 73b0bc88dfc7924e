"""A study of four dates reads each raster once and writes each zone raster once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.core.accounting import (
    accounted,
    assert_once,
    gdal_cache,
    needs_proc,
    noise,
    size_of,
)
from carbon_zones.test.helpers import write_raster

pytestmark = [needs_proc, pytest.mark.slow]

YEARS = (1986, 2000, 2009, 2018)
TABLES = (*STUDY_TABLES, "AUDIT")


def study(run, folder, rasters):
    """Run the study into a folder of its own, where all outputs are files."""
    folder.mkdir()
    tables = {name: str(folder / f"{name.lower()}.csv") for name in TABLES}
    run("study", LAYERS=rasters, SCHEME="coal_mine", ZONES_FOLDER=str(folder), **tables)
    return sorted(folder.iterdir())


@pytest.fixture
def warm(run, tmp_path):
    """A study has been run: what QGIS reads when it does so for the first time is no raster."""
    small = [write_raster(tmp_path / f"small_{year}.tif", np.ones((9, 9))) for year in YEARS]
    study(run, tmp_path / "first", small)
    # GDAL's own measure goes by the memory of the machine.
    with gdal_cache(200_000_000):
        yield


def dates(folder) -> list[str]:
    """Four dates of noise, of as many classes as the default table has; core has other layouts."""
    return [
        noise(folder / f"land_{year}.tif", "tiles of 256", number, classes=11)
        for number, year in enumerate(YEARS)
    ]


def opened(paths) -> list:
    """Layers of files. QGIS reads a row of blocks of each on opening it."""
    from qgis.core import QgsRasterLayer

    layers = [QgsRasterLayer(path, Path(path).stem) for path in paths]
    assert all(layer.isValid() for layer in layers)
    return layers


def test_a_study_of_layers_reads_and_writes_each_file_once(warm, run, tmp_path):
    paths = dates(tmp_path)
    layers = opened(paths)
    with accounted() as account:
        outputs = study(run, tmp_path / "out", layers)
    assert [path.suffix for path in outputs].count(".tif") == len(YEARS) + 4
    assert_once(account.read, size_of(*paths))
    assert_once(account.written, size_of(*outputs))
