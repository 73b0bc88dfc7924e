"""No result depends on which thread was faster, not even in the last digit of a sum."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date, Period
from carbon_zones.core.change.conversions import ConversionRaster
from carbon_zones.core.pattern.pattern import PatternCounter
from carbon_zones.core.results.transfers import (
    class_change_rows,
    matrix_table,
    share_rows,
    transfer_rows,
)
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import series_in, slow_threads, writing
from carbon_zones.test.helpers import ORIGIN, read_raster


@pytest.fixture
def pair():
    """Bands of rows with values of their own, so that each block meets new ones."""
    draw = np.random.default_rng(5)
    bands = np.arange(40).repeat(5)[:, None] * 3
    return [bands + draw.integers(0, 4, (200, 37)) for _ in range(2)]


@pytest.mark.parametrize("dtype", [np.uint8, np.int32])
@pytest.mark.parametrize(("epsg", "cell"), [(32649, (30, 30)), (4326, (0.01, 0.01))])
def test_tables_and_rasters_are_the_same_whatever_thread_is_slow(
    tmp_path, monkeypatch, pair, dtype, epsg, cell
):
    on = {"epsg": epsg, "cell": cell, "origin": (112, 40) if epsg == 4326 else ORIGIN}
    options = ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16")
    # Values beyond 999 make the conversions be numbered as they turn up.
    land = pair if dtype == np.uint8 else [values * 1000 - 7 for values in pair]
    results = set()
    for workers, seed in ((1, 0), (2, 1), (4, 2), (4, 3)):
        slow_threads(monkeypatch, seed)
        series = series_in(tmp_path, *land, method="auto", dtype=dtype, options=options, **on)
        period = Period(0, 1, "p")
        target = tmp_path / f"{workers}_{seed}.tif"
        with writing(series) as writer:
            raster = ConversionRaster(writer, target, period)
            patterns = PatternCounter(series)
            census = count_series(series, [period], [raster, patterns], workers=workers, cells=592)
        dates = [Date("1990", "a"), Date("2000", "b")]
        landscapes = [at_date.get_landscape() for at_date in patterns.landscapes]
        tables = (
            transfer_rows(census.cube),
            class_change_rows(census.cube),
            matrix_table(census.cube),
            share_rows(dates, census.cube.classes, census.dates.common),
            census.valid_area_ha,
            [{**vars(of), "patches": [vars(own) for own in of.patches]} for of in landscapes],
        )
        results.add((repr(tables), read_raster(target).tobytes()))
    assert len(results) == 1
