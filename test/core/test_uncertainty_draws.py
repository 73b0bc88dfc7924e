"""Random draws of random ledgers against the closed form; the same whatever thread is slow."""

import random
import time

import numpy as np

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.ledger_rows import NetRaster
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.uncertainty import APPROACH_2, UncertaintySettings
from carbon_zones.core.scan import scan as scan_module
from carbon_zones.core.scan.cell_raster import HistoryThumbnail
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import ENTRIES
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import inputs, table
from carbon_zones.test.helpers import write_raster

YEARS = (1990, 2000, 2009, 2018)


# --- threads -------------------------------------------------------------------------------------

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
    original = scan_module.create_block
    found = set()
    for workers, seed in ((1, 0), (2, 1), (4, 2), (4, 3)):
        waits = random.Random(seed)

        def slow(*arguments, waits=waits):
            time.sleep(waits.random() * 0.004)
            return original(*arguments)

        monkeypatch.setattr(scan_module, "create_block", slow)
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
