"""PRIORITIES by a plain loop over the cells: units, squares on the ground, and none reclaimed."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import periods
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.states import AgeRule
from carbon_zones.core.mine.land import MineLand
from carbon_zones.core.results.closure import require_closure
from carbon_zones.core.scan.census import CombinationTable
from carbon_zones.core.scan.combinations import Combinations
from carbon_zones.core.scan.count import count
from carbon_zones.core.study.mined_squares import MOST_SQUARES, MinedSquares
from carbon_zones.core.study.priorities import joined, priorities_of
from carbon_zones.test.core.histories import LAND, lands
from carbon_zones.test.core.ledger_oracle import Cell, regrown, returned
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.support import examples, memory_folder
from carbon_zones.test.core.test_ledger import MINE, TERMS_OF_CLASSES, coefficients_of

FOR_EVER = 1e12


def group(value) -> str:
    return LAND.get(value, ("", ""))[1]


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


def agree(found, sums, has_mix) -> None:
    """That the rows are those, and their ranks what follows from them."""
    assert {row["unit"] for row in found.rows} == set(sums)
    for row in found.rows:
        for column, amount in row.items():
            if column in ("unit", "rank"):
                continue
            if column.startswith("potential") and not has_mix:
                assert amount is None
                continue
            wanted = sums[row["unit"]][column]
            assert amount == pytest.approx(wanted, rel=1e-9, abs=1e-6), (row["unit"], column)
        by = "potential_20y_tc" if has_mix else "unchanged_ha"
        assert row["rank"] == 1 + sum(other[by] > row[by] for other in found.rows)


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


@examples(100)
@given(lands(5), TERMS_OF_CLASSES, st.integers(1, 9), st.booleans())
def test_priorities_are_those_of_a_plain_loop(land, terms, width, comes_back):
    """By units that are stripes of columns, and by squares."""
    if not comes_back:
        # What was mined is mined for ever, or becomes a town.
        for date, after in zip(land.dates, land.dates[1:]):
            was_mined = np.isin(date, [5, 6])
            after[was_mined & np.isin(after, [1, 2, 3])] = 5
    coefficients = coefficients_of(terms)
    with memory_folder() as folder:
        series = land.open(folder)
        hectares = land.hectares(series)
        squares, all_dates = MinedSquares(series, MINE), Combinations(series)
        count(series, periods(series.dates), [squares, all_dates], workers=land.workers, cells=50)
    mined = MineLand(all_dates.table, series.dates, series.classes, MINE)
    if not mined.hectares_of(mined.first_mined > 0):
        assert not squares.names
        return
    ledger = Ledger(mined, coefficients, AgeRule.MID)
    found = priorities_of(mined, ledger, squares.names, squares.table, squares.squares)
    require_closure(found.checks("span"))
    size = squares.squares
    assert size.size_km == smallest_size(land, size)
    agree(
        found,
        *expected(land, hectares, terms, lambda r, c: size.name(size.rows[r], size.columns[c])),
    )
    assert len(found.rows) <= MOST_SQUARES
    assert found.whole["loss_tc"] == pytest.approx(ledger.numbers["LOSS_TC"])
    assert found.whole["regained_tc"] == pytest.approx(ledger.numbers["REGAINED_TC"], abs=1e-6)
    # Units are stripes of columns.
    each = {f"{n}": table_of(land, n, width, series, hectares) for n in range(0, 24, width)}
    parts = {name: table for name, table in each.items() if table is not None}
    found = priorities_of(mined, ledger, list(parts), joined(parts.values()), None)
    require_closure(found.checks("span"))
    agree(found, *expected(land, hectares, terms, lambda r, c: str(c // width * width)))


def table_of(land, first, width, series, hectares) -> CombinationTable | None:
    """The cells of some columns, a row of the table each."""
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
