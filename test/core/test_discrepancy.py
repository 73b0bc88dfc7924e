"""What lies between the losses of the periods and that of the span, by hand and by a loop."""

import math

import numpy as np
import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.loss_gap import (
    GAP_CAUSES,
    LossGap,
    LossGapCounter,
    loss_gap_checks,
    loss_gap_rows,
)
from carbon_zones.core.results.losses import (
    exclude_sinks_without_coefficients,
    loss_checks,
    loss_rows,
    loss_totals,
)
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.coefficients import CarbonPool, Coefficient, Coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.support import inputs, listed, table
from carbon_zones.test.helpers import write_raster

FIELD, WOOD, PIT, DUMP, TOWN, BARE, NODATA = 1, 2, 3, 4, 5, 6, 9
CLASSES = listed(
    (FIELD, "field", "Field", "sink"),
    (WOOD, "wood", "Wood", "sink"),
    (PIT, "pit", "Pit", "mine"),
    (DUMP, "dump", "Dump", "mine"),
    (TOWN, "town", "Town", "built"),
    (BARE, "bare", "Bare", ""),
)
STOCKS = {FIELD: 80.0, WOOD: 110.0}
# Half of what the soil of a field holds is lost.
COEFFICIENTS = Coefficients(
    {
        "field": Coefficient(CarbonPool(150.0, 0.5), CarbonPool(5.0)),
        "wood": Coefficient(CarbonPool(90.0), CarbonPool(20.0)),
    }
)
GONE, AGAIN, SINK, NO_SINK, DETOUR = GAP_CAUSES
MINING, MINES_AND_TOWNS = DisturbingClasses(), DisturbingClasses(("mine", "built"))


def discrepancy_of(
    folder, histories, each=None, area="planimetric", disturbing=MINING, **options
) -> LossGap:
    """The gap of cells (of a hectare if nothing else is said) with these classes by date."""
    folder.mkdir(exist_ok=True)
    options = {"cell": (100, 100), "options": ("BLOCKYSIZE=1",), **options}
    columns = np.array(histories).T.reshape(len(histories[0]), -1, each or len(histories))
    files = [
        write_raster(folder / f"{n}.tif", cells, nodata=NODATA, **options)
        for n, cells in enumerate(columns)
    ]
    series = open_series(inputs(*files), area, [(c.value, c) for c in CLASSES])
    counter = LossGapCounter(series, disturbing)
    cube = count_series(series, create_periods(series.dates), [counter], cells=64).cube
    exclude_sinks_without_coefficients(table("T", "class\n x"), cube, COEFFICIENTS, disturbing)
    losses = loss_rows(cube, COEFFICIENTS, disturbing)
    raise_failed_check(loss_checks(cube, losses, disturbing))
    by_period = [loss_totals(losses, period.name)["total_loss_tc"] for period in cube.periods]
    rows = loss_gap_rows(cube, counter, COEFFICIENTS)
    discrepancy = LossGap(sum(by_period[:-1]), by_period[-1], rows)
    raise_failed_check(loss_gap_checks(discrepancy, "span"))
    assert sum(row["total_loss_tc"] for row in rows) == pytest.approx(discrepancy.gap_tc, abs=1e-6)
    return discrepancy


def test_parts_are_called_by_what_became_of_the_land():
    words = (
        "released",
        "more than once",
        "another carbon-sink",
        "to a carbon sink",
        "other land use",
    )
    for part, word in zip(GAP_CAUSES, words):
        assert word in str(part)


def test_parts_that_cancel_leave_no_gap(tmp_path):
    discrepancy = discrepancy_of(tmp_path, [(FIELD, WOOD, PIT), (WOOD, FIELD, PIT)])
    assert discrepancy.gap_tc == 0
    assert not discrepancy.has_gap


def parts_by_loop(history: list[int], takers: set[int]) -> dict[str, tuple]:
    """The parts of a cell as the manual tells them: how often its land counts, and t C/ha."""
    lost = [STOCKS[a] for a, b in zip(history, history[1:]) if a in STOCKS and b in takers]
    first = STOCKS.get(history[0], 0.0)
    if history[-1] not in takers:
        return {GONE: (len(lost), sum(lost))}
    if not lost:
        return {DETOUR: (first > 0, -first)}
    *again, last = lost
    other = SINK if first else NO_SINK
    return {AGAIN: (len(again), sum(again)), other: (last != first, last - first)}


@pytest.mark.parametrize("place", ["metres", "degrees"])
@pytest.mark.parametrize("dates", [3, 4, 7])
@pytest.mark.parametrize("disturbing", [MINING, MINES_AND_TOWNS], ids=["mine", "mine,built"])
def test_random_histories_against_a_plain_loop(tmp_path, place, dates, disturbing):
    rng = np.random.default_rng(dates)
    chosen = [FIELD, WOOD, PIT, DUMP, TOWN, BARE, 7, NODATA]  # nobody names 7
    histories = rng.choice(chosen, (3000, dates), p=[0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.08, 0.02])
    degrees = {"cell": (0.01, 0.01), "origin": (110.0, 40.0), "epsg": 4326}
    options, area = (degrees, "ellipsoidal") if place == "degrees" else ({}, "planimetric")
    gap = discrepancy_of(tmp_path, histories, each=60, area=area, disturbing=disturbing, **options)
    takers = {PIT, DUMP} if disturbing is MINING else {PIT, DUMP, TOWN}
    hectares = np.ones(3000)
    if place == "degrees":
        file = str(tmp_path / "0.tif")
        series = open_series(inputs(file), area)
        hectares = np.broadcast_to(series.area.cell_hectares(series.window), (50, 60)).ravel()
    wanted: dict[str, list[tuple]] = {}
    for history, area_ha in zip(histories.tolist(), hectares):
        if NODATA not in history:
            for part, (times, density) in parts_by_loop(history, takers).items():
                wanted.setdefault(part, []).append((times * area_ha, density * area_ha))
    sums = {part: [math.fsum(own) for own in zip(*rows)] for part, rows in wanted.items()}
    sums = {part: own for part, own in sums.items() if own[1]}
    assert {row["land"] for row in gap.rows} == set(sums)
    for row in gap.rows:
        assert (row["area_ha"], row["total_loss_tc"]) == pytest.approx(
            tuple(sums[row["land"]]), rel=1e-9
        )
    assert len(sums) >= 3
    assert gap.has_gap
