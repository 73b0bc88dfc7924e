"""No result depends on which thread was faster, not even in the last digit of a sum or a draw."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date, Period, create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.change.conversions import ConversionRaster
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.ledger_rows import NetRaster
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.pattern.pattern import PatternCounter
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.results.transfers import (
    class_change_rows,
    matrix_table,
    share_rows,
    transfer_rows,
)
from carbon_zones.core.results.uncertainty import APPROACH_2, UncertaintySettings
from carbon_zones.core.scan.cell_raster import HistoryThumbnail
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scan.units import RasterUnits
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import ENTRIES
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import inputs, series_in, slow_threads, table, writing
from carbon_zones.test.helpers import ORIGIN, read_raster, write_raster


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
    # Blocks meet the same districts in another order; two of them are no data.
    draw = np.random.default_rng(6)
    district = draw.permutation(60)[draw.integers(0, 60, (200, 37))]
    district = district if dtype == np.uint8 else 90_000 - district
    path = write_raster(tmp_path / "d.tif", district, dtype=dtype, options=options, **on)
    results = set()
    for workers, seed in ((1, 0), (2, 1), (4, 2), (4, 3)):
        slow_threads(monkeypatch, seed)
        series = series_in(tmp_path, *land, method="auto", dtype=dtype, options=options, **on)
        period = Period(0, 1, "p")
        target = tmp_path / f"{workers}_{seed}.tif"
        with writing(series) as writer:
            raster = ConversionRaster(writer, target, period)
            patterns = PatternCounter(series)
            units = RasterUnits(series, RasterInput(path, "d", nodata=(0, 7)), Notes())
            counts = CombinationCounter(series, units.strata)
            made = [raster, patterns, counts]
            census = count_series(series, [period], made, workers=workers, cells=592, units=units)
        dates = [Date("1990", "a"), Date("2000", "b")]
        landscapes = [at_date.get_landscape() for at_date in patterns.landscapes]
        tables = (
            transfer_rows(census.cube),
            class_change_rows(census.cube),
            matrix_table(census.cube),
            share_rows(dates, census.cube.classes, census.dates.common),
            census.valid_area_ha,
            [{**vars(of), "patches": [vars(own) for own in of.patches]} for of in landscapes],
            units.strata.sorted_values,
        )
        table = counts.table
        sums = [tally.hectares for tally in census.dates.common]
        sums += [table.strata, table.classes, table.cells, table.hectares]
        sums += [part.cube.hectares[0] for _, part in census.units]
        cells = read_raster(target).tobytes()
        results.add((repr(tables), cells, *(one.tobytes() for one in sums)))
    assert len(results) == 1


YEARS = (1990, 2000, 2009, 2018)


TERMS = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_curve,soil_p1,soil_p2,soil_half_life,"
    "u95_soil_pct,u95_vegetation_pct,distribution\n"
    "field,82.11,5,exponential,0.95,30,7,20,30,\nwood,92.67,15.5,,,,,20,30,lognormal\n"
    "meadow,88.35,6.398,instant,,,,20,30,\n"
)
ERRORS = "from_class,to_class,u95_pct\nfield,@mine,5\nwood,@mine,7\n@mine,@sink,9\n"


def test_ledger_and_draws_are_the_same_on_one_thread_and_on_four(tmp_path, monkeypatch):
    """To the last digit, where cells differ in area and each block meets new values."""
    draw = np.random.default_rng(5)
    bands = np.arange(40).repeat(4)[:, None] % 9
    files = [
        write_raster(
            tmp_path / f"land_{year}.tif",
            (bands + draw.integers(0, 9, (160, 37))) % 9 + 1,
            cell=(0.01, 0.01),
            epsg=4326,
            origin=(112, 40),
            options=("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"),
        )
        for year in YEARS
    ]
    found = set()
    for workers, seed in ((1, 0), (2, 1), (4, 2), (4, 3)):
        slow_threads(monkeypatch, seed)
        series = open_series(inputs(*files), "auto", ENTRIES)
        spans, disturbing = create_periods(series.dates), DisturbingClasses()
        read = read_coefficients(table("C", TERMS), series.classes, Notes())
        rules = default_rules(series.classes)
        errors = read_area_errors(table("E", ERRORS), series.classes, spans[:-1], rules)
        path = tmp_path / f"net_{workers}_{seed}.tif"
        with Drafts() as drafts:
            writer = RasterWriter(series, drafts)
            net_map = NetRaster(writer, path, spans[-1], read, disturbing, AgeRule.MEAN)
            combinations, small = CombinationCounter(series), HistoryThumbnail(series, (50, 20))
            consumers = [combinations, net_map, small]
            count_series(series, spans, consumers, workers=workers, cells=16 * 37)
            drafts.commit_drafts()
        land = MinedLand(combinations.table, series.dates, series.classes, disturbing)
        ledger = Ledger(land, read, AgeRule.MEAN)
        uncertainty = ledger.uncertainty(errors, UncertaintySettings(draws=500, seed=3))
        drawn = {row["method"] for row in uncertainty.rows}
        assert APPROACH_2 in drawn
        tables = (ledger.rows, ledger.stocks, ledger.key_figures, uncertainty.rows)
        found.add((repr(tables), path.read_bytes(), small.classes[:, small.combinations].tobytes()))
    assert len(found) == 1
