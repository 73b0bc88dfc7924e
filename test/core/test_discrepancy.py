"""What lies between the losses of the periods and that of the span, by hand and by a loop."""

import math

import numpy as np
import pytest

from carbon_zones.core.base.dates import periods
from carbon_zones.core.results.closure import require_closure
from carbon_zones.core.results.discrepancy import (
    MINED,
    TAKEN,
    Discrepancy,
    DiscrepancyCounter,
    DiscrepancyRow,
    discrepancy_checks,
    discrepancy_rows,
)
from carbon_zones.core.results.losses import (
    loss_checks,
    loss_rows,
    loss_totals,
    require_coefficients,
)
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.coefficients import Coefficient, Coefficients, Pool
from carbon_zones.core.scheme.disturbing_classes import DisturbingClasses
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
    {"field": Coefficient(Pool(150.0, 0.5), Pool(5.0)), "wood": Coefficient(Pool(90.0), Pool(20.0))}
)
GONE, AGAIN, SINK, NO_SINK, DETOUR = MINED
MINING, MINES_AND_TOWNS = DisturbingClasses(), DisturbingClasses(("mine", "built"))


def discrepancy_of(
    folder, histories, each=None, area="planimetric", disturbing=MINING, **options
) -> Discrepancy:
    """The gap of cells (of a hectare if nothing else is said) with these classes by date."""
    folder.mkdir(exist_ok=True)
    options = {"cell": (100, 100), "options": ("BLOCKYSIZE=1",), **options}
    columns = np.array(histories).T.reshape(len(histories[0]), -1, each or len(histories))
    files = [
        write_raster(folder / f"{n}.tif", cells, nodata=NODATA, **options)
        for n, cells in enumerate(columns)
    ]
    series = open_series(inputs(*files), area, [(c.value, c) for c in CLASSES])
    counter = DiscrepancyCounter(series, disturbing)
    cube = count(series, periods(series.dates), [counter], cells=64).cube
    require_coefficients(table("T", "class\n x"), cube, COEFFICIENTS, disturbing)
    losses = loss_rows(cube, COEFFICIENTS, disturbing)
    require_closure(loss_checks(cube, losses, disturbing))
    by_period = [loss_totals(losses, period.name)["total_loss_tc"] for period in cube.periods]
    rows = discrepancy_rows(cube, counter, COEFFICIENTS, disturbing)
    discrepancy = Discrepancy(sum(by_period[:-1]), by_period[-1], rows)
    require_closure(discrepancy_checks(discrepancy, "span"))
    assert sum(row.carbon_tc for row in rows) == pytest.approx(discrepancy.carbon_tc, abs=1e-6)
    return discrepancy


@pytest.mark.parametrize(
    ("history", "parts"),
    [
        # Nothing lies between them.
        ((FIELD, FIELD, PIT), []),
        ((FIELD, PIT, DUMP), []),
        ((PIT, PIT, PIT), []),
        ((TOWN, TOWN, PIT), []),
        ((FIELD, WOOD, TOWN), []),
        ((BARE, PIT, WOOD), []),
        # (a) Mined and no longer mine: all its losses, however many.
        ((FIELD, PIT, FIELD), [(GONE, 1, 80)]),
        ((WOOD, PIT, TOWN), [(GONE, 1, 110)]),
        ((PIT, FIELD, PIT, FIELD), [(GONE, 1, 80)]),
        ((FIELD, PIT, WOOD, DUMP, TOWN), [(GONE, 2, 190)]),
        # (b) Mined twice and mine at the end.
        ((FIELD, PIT, FIELD, PIT), [(AGAIN, 1, 80)]),
        ((FIELD, PIT, WOOD, PIT, FIELD, DUMP), [(AGAIN, 2, 190)]),
        # (c) The class that was lost is not that of the first date.
        ((FIELD, WOOD, PIT), [(SINK, 1, 30)]),
        ((WOOD, FIELD, PIT), [(SINK, 1, -30)]),
        ((TOWN, FIELD, PIT), [(NO_SINK, 1, 80)]),
        ((BARE, WOOD, DUMP, PIT), [(NO_SINK, 1, 110)]),
        ((PIT, FIELD, PIT), [(NO_SINK, 1, 80)]),
        # (d) Over other land into the mine: lost in no period.
        ((FIELD, TOWN, PIT), [(DETOUR, 1, -80)]),
        ((WOOD, BARE, BARE, DUMP), [(DETOUR, 1, -110)]),
        # Several at once.
        ((FIELD, PIT, WOOD, PIT), [(AGAIN, 1, 80), (SINK, 1, 30)]),
        ((TOWN, WOOD, PIT, FIELD, PIT), [(AGAIN, 1, 110), (NO_SINK, 1, 80)]),
        # Mined from a sink once, and from other land in the end: as often as in the span.
        ((FIELD, PIT, TOWN, PIT), []),
    ],
)
def test_every_way_into_and_out_of_the_mine(tmp_path, history, parts):
    discrepancy = discrepancy_of(tmp_path, [history])
    assert discrepancy.rows == [DiscrepancyRow(*part) for part in parts]
    assert discrepancy.is_open == bool(parts)
    assert discrepancy.carbon_tc == sum(carbon for _, _, carbon in parts)


def test_parts_are_called_by_what_became_of_the_land():
    words = ("no longer", "more than once", "another sink", "no sink", "over other land")
    for part, taken, word in zip(MINED, TAKEN, words):
        assert word in str(part)
        assert word in str(taken)


def test_parts_that_cancel_leave_no_gap(tmp_path):
    discrepancy = discrepancy_of(tmp_path, [(FIELD, WOOD, PIT), (WOOD, FIELD, PIT)])
    assert discrepancy.carbon_tc == 0
    assert not discrepancy.is_open


def test_cells_that_are_left_out_at_a_date_do_not_count(tmp_path):
    kept = (FIELD, PIT, FIELD)
    discrepancy = discrepancy_of(tmp_path, [kept, (WOOD, PIT, NODATA), (FIELD, NODATA, PIT)])
    assert discrepancy.rows == [DiscrepancyRow(GONE, 1, 80)]


OF_TAKEN = dict(zip(MINED, TAKEN))


def parts_by_loop(history: list[int], takers: set[int]) -> dict[str, float]:
    """The parts of a cell in t C/ha, as the manual tells them."""
    lost = [
        STOCKS[before]
        for before, after in zip(history, history[1:])
        if before in STOCKS and after in takers
    ]
    first = STOCKS.get(history[0], 0.0)
    if history[-1] not in takers:
        return {GONE: sum(lost)}
    if not lost:
        return {DETOUR: -first}
    return {AGAIN: sum(lost[:-1]), (SINK if first else NO_SINK): lost[-1] - first}


@pytest.mark.parametrize("place", ["metres", "degrees"])
@pytest.mark.parametrize("dates", [3, 4, 7])
@pytest.mark.parametrize("disturbing", [MINING, MINES_AND_TOWNS], ids=["mine", "mine,built"])
def test_random_histories_against_a_plain_loop(tmp_path, place, dates, disturbing):
    rng = np.random.default_rng(dates)
    chosen = [FIELD, WOOD, PIT, DUMP, TOWN, BARE, 7, NODATA]  # nobody names 7
    histories = rng.choice(chosen, (3000, dates), p=[0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.08, 0.02])
    degrees = {"cell": (0.01, 0.01), "origin": (110.0, 40.0), "epsg": 4326}
    options, area = (degrees, "ellipsoidal") if place == "degrees" else ({}, "planimetric")
    discrepancy = discrepancy_of(
        tmp_path, histories, each=60, area=area, disturbing=disturbing, **options
    )
    takers = {PIT, DUMP} if disturbing is MINING else {PIT, DUMP, TOWN}
    hectares = np.ones(3000)
    if place == "degrees":
        file = str(tmp_path / "0.tif")
        series = open_series(inputs(file), area)
        hectares = np.broadcast_to(series.area.of(series.window), (50, 60)).ravel()
    wanted: dict[str, list[float]] = {}
    for history, area_ha in zip(histories.tolist(), hectares):
        if NODATA not in history:
            for part, density in parts_by_loop(history, takers).items():
                land = part if disturbing is MINING else OF_TAKEN[part]
                wanted.setdefault(land, []).append(density * area_ha)
    sums = {part: math.fsum(own) for part, own in wanted.items()}
    found = {row.land: row.carbon_tc for row in discrepancy.rows}
    assert found == pytest.approx({part: own for part, own in sums.items() if own}, rel=1e-9)
    assert len(found) >= 3
