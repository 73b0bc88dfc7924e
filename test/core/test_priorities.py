"""PRIORITIES by a plain loop over the cells: units, squares on the ground, and none reclaimed."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.study import priorities as mined_squares
from carbon_zones.core.study.priorities import (
    MAX_SQUARES,
    PRIORITIES,
    MinedSquares,
    rank_by_uptake,
    rank_priorities,
)
from carbon_zones.test.core.histories import ENTRIES, LAND, lands
from carbon_zones.test.core.idle_oracle import group
from carbon_zones.test.core.ledger_oracle import Cell, regrown, returned
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.support import examples, inputs, memory_folder
from carbon_zones.test.core.test_ledger import MINE, TERMS_OF_CLASSES, coefficients_of
from carbon_zones.test.helpers import write_raster

FOR_EVER = 1e12
# The last columns, and the rank, are in test_idle_land.py.
IDLE_COLUMNS = PRIORITIES.split()[12:]


def mix_of(cells, hectares) -> dict:
    """Hectares by class that came back, else that were taken."""
    back, taken = defaultdict(float), defaultdict(float)
    for spot, values in cells.items():
        groups = [group(value) for value in values]
        if "mine" not in groups:
            continue
        if groups[-1] == "sink":
            back[values[-1]] += hectares[spot]
        for value, before, after in zip(values, groups, groups[1:]):
            if (before, after) == ("sink", "mine"):
                taken[value] += hectares[spot]
    return dict(back or taken)


def expected(land, hectares, terms, unit_of) -> dict:
    """The rows by unit, cell by cell."""
    mix = mix_of(land.cells, hectares)
    whole = sum(mix.values())
    sums = defaultdict(lambda: defaultdict(float))
    for spot, values in land.cells.items():
        groups = [group(value) for value in values]
        if "mine" not in groups:
            continue
        cell, area = Cell(values, land.years, LAND, terms, "mid"), hectares[spot]
        row = sums[unit_of(*spot)]
        row["ever_mined_ha"] += area
        row["active_ha"] += area * (groups[-1] == "mine")
        row["reclaimed_ha"] += area * (groups[-1] == "sink")
        for (_, flow, *_), amount in cell.events.items():
            row["loss_tc"] += area * amount * (flow == "loss")
            row["regained_tc"] += area * amount * (flow in ("gain", "growth"))
        if groups[-1] != "mine" or values[-1] != values[-2]:
            continue
        row["unchanged_ha"] += area
        for column, age in (("potential_20y_tc", 20.0), ("potential_tc", FOR_EVER)):
            for value, part in mix.items():
                spread = min(cell.stored, returned(terms[value], "soil"))
                held = regrown(terms[value], "soil", spread, age)
                held += regrown(terms[value], "vegetation", 0.0, age)
                row[column] += area * part / whole * held
    for row in sums.values():
        row["net_tc"] = row["regained_tc"] - row["loss_tc"]
        row["reclaimed_pct"] = 100 * row["reclaimed_ha"] / row["ever_mined_ha"]
    return sums, bool(mix)


def lost_to_mining(land, hectares, terms) -> float:
    """What the land taken since the first date lost, and as much a hectare of that mined before."""
    lost = first_lost = taken = before = 0.0
    for spot, values in land.cells.items():
        groups = [group(value) for value in values]
        if "mine" not in groups:
            continue
        area = hectares[spot]
        if groups[0] == "mine":
            before += area
            continue
        cell = Cell(values, land.years, LAND, terms, "mid")
        lost += area * sum(a for (_, flow, *_), a in cell.events.items() if flow == "loss")
        taken += area
        own = terms.get(values[groups.index("mine") - 1])
        for pool in ("soil", "vegetation") if own else ():
            first_lost += area * own.get(f"{pool}_loss_fraction", 1) * own[f"{pool}_tc_per_ha"]
    return lost + (before * first_lost / taken if taken else 0.0)


def agree(found, sums, has_mix) -> None:
    """That the rows are those, and their ranks what follows from them."""
    assert {row["unit"] for row in found.rows} == set(sums)
    for row in found.rows:
        for column, amount in row.items():
            if column in ("unit", "rank", *IDLE_COLUMNS):
                continue
            if column.startswith("potential") and not has_mix:
                assert amount is None
                continue
            wanted = sums[row["unit"]][column]
            assert amount == pytest.approx(wanted, rel=1e-9, abs=1e-6), (row["unit"], column)


def smallest_size(land, squares) -> int:
    """The smallest of 1, 2, 5, 10, ... km of which at most twelve hold mined land."""
    mined = [spot for spot, values in land.cells.items() if "mine" in map(group, values)]
    km = squares.size_km
    width, height = squares.width / km, squares.height / km
    _, _, cell = PLACES[land.place]
    for power in range(6):
        for step in (1, 2, 5):
            size = step * 10**power
            held = {
                (
                    math.floor((row + 0.5) * cell / (size * height)),
                    math.floor((column + 0.5) * cell / (size * width)),
                )
                for row, column in mined
            }
            if len(held) <= 12:
                return size
    raise AssertionError


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=9))
def test_ranks_go_by_uptake_and_then_by_hectares(units):
    """Equal ones share a rank, and the next has that of its place."""
    uptake, hectares = (np.array(own, np.float64) for own in zip(*units))
    for amounts, found in (
        (units, rank_by_uptake(uptake, hectares)),
        ([own[1:] for own in units], rank_by_uptake(None, hectares)),
    ):
        assert found.tolist() == [1 + sum(other > own for other in amounts) for own in amounts]


@examples(100)
@given(lands(5), TERMS_OF_CLASSES, st.integers(1, 9), st.booleans(), st.sampled_from([0, 1 << 20]))
def test_priorities_are_those_of_a_plain_loop(land, terms, width, comes_back, bins):
    """By units that are stripes of columns, and by squares, which are counted or sorted."""
    if not comes_back:
        # What was mined is mined for ever, or becomes a town.
        for date, after in zip(land.dates, land.dates[1:]):
            was_mined = np.isin(date, [5, 6])
            after[was_mined & np.isin(after, [1, 2, 3])] = 5
    coefficients = coefficients_of(terms)
    with memory_folder() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(mined_squares, "MAX_BINS", bins)
        series = land.open(folder)
        hectares = land.hectares(series)
        squares, all_dates = MinedSquares(series, MINE), CombinationCounter(series)
        count_series(
            series,
            create_periods(series.dates),
            [squares, all_dates],
            workers=land.workers,
            cells=50,
        )
    mined = MinedLand(all_dates.table, series.dates, series.classes, MINE)
    if not mined.sum_hectares(mined.first_mined_dates > 0):
        assert not squares.names
        return
    ledger = Ledger(mined, coefficients, AgeRule.MID)
    found = rank_priorities(mined, ledger, squares.names, squares.table, squares.squares)
    raise_failed_check(found.consistency_checks("span"))
    size = squares.squares
    assert size.size_km == smallest_size(land, size)
    agree(
        found,
        *expected(
            land, hectares, terms, lambda r, c: size.square_name(size.rows[r], size.columns[c])
        ),
    )
    assert len(found.rows) <= MAX_SQUARES
    # Without a density the ledger has no figures, and the table has 0.
    figures = {"LOSS_TC": 0.0, "REGAINED_TC": 0.0, **ledger.key_figures}
    assert found.whole["loss_tc"] == pytest.approx(figures["LOSS_TC"])
    assert found.whole["regained_tc"] == pytest.approx(figures["REGAINED_TC"], abs=1e-6)
    uptake = found.whole["uptake_20y_tc"]
    assert found.mining_tc == pytest.approx(
        lost_to_mining(land, hectares, terms), rel=1e-9, abs=1e-6
    )
    if uptake is not None and found.mining_tc:
        assert found.potential_pct_of_loss == pytest.approx(100 * uptake / found.mining_tc)
    # Units are stripes of columns.
    each = {f"{n}": table_of(land, n, width, series, hectares) for n in range(0, 24, width)}
    parts = {name: table for name, table in each.items() if table is not None}
    found = rank_priorities(mined, ledger, list(parts), joined(parts.values()), None)
    raise_failed_check(found.consistency_checks("span"))
    agree(found, *expected(land, hectares, terms, lambda r, c: str(c // width * width)))


def joined(parts) -> CombinationTable:
    sizes = [part.cells.size for part in parts]
    columns = ("classes", "cells", "hectares")
    every = (np.concatenate([getattr(part, name) for part in parts]) for name in columns)
    return CombinationTable(np.repeat(np.arange(len(sizes)), sizes), *every)


def table_of(land, first, width, series, hectares) -> CombinationTable | None:
    spots = [spot for spot in land.cells if first <= spot[1] < first + width]
    if not spots:
        return None
    numbers = {one.value: number for number, one in enumerate(series.classes)}
    classes = [[numbers[value] for value in land.cells[spot]] for spot in spots]
    return CombinationTable(
        np.zeros(len(spots), np.int64),
        np.array(classes),
        np.ones(len(spots), np.int64),
        np.array([hectares[spot] for spot in spots]),
    )


def series_of(folder, *dates):
    paths = [
        write_raster(
            folder / f"land_{year}.tif", np.array(date, np.uint8), cell=(1000.0, 1000.0), epsg=None
        )
        for year, date in zip((1990, 2000, 2010), dates)
    ]
    return open_series(inputs(*paths), "auto", ENTRIES)


FIELD, MEADOW, PIT = 1, 3, 5


def of_three_that_came_back(folder, terms, counted=MINE):
    """Of five fields that were mined two are fields again and one is a meadow.

    Args:
        counted: what takes land, and whose carbon counts in the ledger.
    """
    then, mined = [FIELD] * 5, [PIT] * 5
    series = series_of(folder, [then], [mined], [[FIELD, FIELD, MEADOW, PIT, PIT]])
    squares, all_dates = MinedSquares(series, MINE), CombinationCounter(series)
    count_series(series, create_periods(series.dates), [squares, all_dates])
    mined_land = MinedLand(all_dates.table, series.dates, series.classes, MINE)
    ledger = Ledger(replace(mined_land, disturbing=counted), coefficients_of(terms), AgeRule.MID)
    return rank_priorities(mined_land, ledger, squares.names, squares.table, squares.squares)


def test_what_came_back_has_its_part_where_its_carbon_is_not_counted(tmp_path):
    terms = {FIELD: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 4}}
    found = of_three_that_came_back(tmp_path, terms, MINE.exclude_sinks(["meadow"]))
    assert found.whole["potential_tc"] == pytest.approx(200 * 2 / 3 * 84)


@pytest.mark.parametrize(
    ("spots", "size", "names"),
    [
        # Two cells far apart are two squares, however fine.
        ([(0, 0), (130, 150)], 1, ["R001C001", "R131C151"]),
        # Thirteen neighbours: seven squares of 2 km.
        ([(0, n) for n in range(13)], 2, [f"R01C{n:02d}" for n in range(1, 8)]),
        # Forty every 7 km: 28 of 10 km, 14 of 20, six of 50.
        ([(7 * n, 0) for n in range(40)], 50, [f"R{n:02d}C01" for n in range(1, 7)]),
    ],
)
def test_the_smallest_squares_of_which_few_hold_mined_land(
    tmp_path, monkeypatch, spots, size, names
):
    monkeypatch.setattr("carbon_zones.core.scan.series_count.MIN_SORTED_ROWS", 2)
    date = np.full((1 + max(r for r, _ in spots), 1 + max(c for _, c in spots)), FIELD)
    after = date.copy()
    for spot in spots:
        after[spot] = PIT
    series = series_of(tmp_path, date, after, after)
    held = []

    class Watched(MinedSquares):
        def merge_block(self, window, part):
            super().merge_block(window, part)
            held.append(self._rows)

    squares = Watched(series, MINE)
    # A block for each row of cells.
    count_series(series, create_periods(series.dates), [squares], cells=5, workers=2)
    assert squares.squares.size_km == size
    assert squares.names == names
    assert squares.table.cells.sum() == len(spots)
    by_name = np.bincount(squares.table.strata, squares.table.cells)
    assert by_name.sum() == len(spots)
    # Not after the last block alone, before which they would fill the memory.
    assert max(held) < 30
