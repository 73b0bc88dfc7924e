"""No result depends on which thread was faster, not even in the last digit of a sum."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date, Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.change.conversions import ConversionRaster
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.results.change import class_change_rows
from carbon_zones.core.results.shares import share_rows
from carbon_zones.core.results.transfers import matrix_table, transfer_rows
from carbon_zones.core.scan import scan as scan_module
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.series import open_series
from carbon_zones.test.helpers import read_raster, write_raster


@pytest.fixture
def pair(tmp_path):
    """Bands of rows with values of their own, so that each block meets new ones."""
    draw = np.random.default_rng(5)
    bands = np.arange(40).repeat(5)[:, None] * 3
    paths = []
    for year in (1990, 2000):
        values = bands + draw.integers(0, 4, (200, 37))
        options = ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16")
        paths.append((year, values, options))
    return paths


@pytest.mark.parametrize("dtype", [np.uint8, np.int32])
@pytest.mark.parametrize(("epsg", "cell"), [(32649, (30, 30)), (4326, (0.01, 0.01))])
def test_tables_and_rasters_are_the_same_whatever_thread_is_slow(
    tmp_path, monkeypatch, pair, dtype, epsg, cell
):
    origin = (112, 40) if epsg == 4326 else (600_000, 4_400_000)
    inputs = [
        RasterInput(
            write_raster(
                tmp_path / f"land_{year}.tif",
                # Values beyond 999 make the conversions be numbered as they turn up.
                values if dtype == np.uint8 else values * 1000 - 7,
                dtype=dtype,
                epsg=epsg,
                cell=cell,
                origin=origin,
                options=options,
            ),
            str(year),
        )
        for year, values, options in pair
    ]
    original = scan_module.make_block
    found = set()
    for workers, seed in ((1, 0), (2, 1), (4, 2), (4, 3), (4, 4)):
        waits = random.Random(seed)

        def slow(*arguments, waits=waits):
            time.sleep(waits.random() * 0.004)
            return original(*arguments)

        monkeypatch.setattr(scan_module, "make_block", slow)
        series = open_series(inputs, "auto")
        period = Period(0, 1, "p")
        target = tmp_path / f"{workers}_{seed}.tif"
        with Drafts() as drafts:
            raster = ConversionRaster(RasterWriter(series, drafts), target, period)
            census = count(series, [period], [raster], workers=workers, cells=16 * 37)
            drafts.finish()
        dates = [Date("1990", "a"), Date("2000", "b")]
        tables = (
            transfer_rows(census.cube),
            class_change_rows(census.cube),
            matrix_table(census.cube),
            share_rows(dates, census.cube.classes, census.dates.common),
            census.total_hectares,
        )
        found.add((repr(tables), read_raster(target).tobytes()))
    assert len(found) == 1
