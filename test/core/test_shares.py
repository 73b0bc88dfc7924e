"""Areas and shares by date, and the checks that stop what does not close."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from carbon_zones.core.errors import DataError
from carbon_zones.core.scheme import read_rules, read_zones
from carbon_zones.core.shares import (
    Check,
    date_checks,
    matrix_checks,
    require_closure,
    share_rows,
    zone_checks,
)
from carbon_zones.core.transitions import DateCounter, periods
from carbon_zones.core.zoning import zone_share_rows
from carbon_zones.test.core.support import cube_of, listed, table

CLASSES = listed((1, "a", "A"), (2, "b", "B"), (3, "c", "C"))


def test_shares_and_changes_worked_by_hand():
    dates = [("1990", "lu_1990"), ("2000", "lu_2000"), ("", "now")]
    # Cells left out, of A, of B (C occurs nowhere; the counts may end before it).
    counts = [np.array([5, 6, 2]), np.array([5, 3, 5, 0]), np.array([5, 0, 8, 0])]
    rows = share_rows(dates, CLASSES, counts, 0.5)
    assert [list(row.values()) for row in rows] == [
        # year, layer, value, class, cells, ha, %, change in ha, change in points
        ["1990", "lu_1990", 1, "A", 6, 3.0, 75.0, None, None],
        ["1990", "lu_1990", 2, "B", 2, 1.0, 25.0, None, None],
        ["2000", "lu_2000", 1, "A", 3, 1.5, 37.5, -1.5, -37.5],
        ["2000", "lu_2000", 2, "B", 5, 2.5, 62.5, 1.5, 37.5],
        [None, "now", 1, "A", 0, 0.0, 0.0, -1.5, -37.5],
        [None, "now", 2, "B", 8, 4.0, 100.0, 1.5, 37.5],
    ]


@pytest.mark.parametrize(
    ("expected", "found", "ok"),
    [
        (100.0, 100.0, True),
        (100.0, 100.0 + 1e-8, True),
        (1e9, 1e9 + 0.5, True),
        (100.0, 100.001, False),
        (574_770, 574_769, False),
        (0.0, 0.0, True),
        (0.0, 1.0, False),
        (10, 0, False),
    ],
)
def test_a_check_allows_for_the_last_digits_and_no_more(expected, found, ok):
    check = Check("p", "what", expected, found)
    assert check.ok is ok
    assert check.row() == {
        "period": "p",
        "check": "what",
        "expected": expected,
        "found": found,
        "difference": found - expected,
        "ok": ok,
    }


def counted(own: list, common: list) -> DateCounter:
    counter = DateCounter(len(own))
    counter.own, counter.common = ([np.array(c) for c in counts] for counts in (own, common))
    return counter


DATES = [("1990", "x"), ("2000", "y"), ("2010", "z")]
# Ten cells; 2 are left out at the second date, so 8 count.
#                 from a: to a, b, c   from b              from c
FIRST = [[3, 1, 0], [0, 2, 0], [0, 1, 1]]
SECOND = [[3, 0, 0], [0, 3, 1], [0, 0, 1]]
SPAN = [[3, 1, 0], [0, 1, 1], [0, 1, 1]]
COMMON = [[0, 4, 2, 2], [0, 3, 4, 1], [0, 3, 3, 2]]
OWN = [[0, 5, 2, 3], [2, 3, 4, 1], [0, 4, 4, 2]]


def cube(first=FIRST, second=SECOND, span=SPAN):
    made = cube_of(CLASSES, first, second, span, hectares=0.5)
    made.periods = periods(["1990", "2000", "2010"])
    return made


def failures(checks) -> list:
    return [(check.period, check.check) for check in checks if not check.ok]


def test_a_series_that_closes_passes_every_check():
    counter = counted(OWN, COMMON)
    checks = date_checks(DATES, counter, 10, 8) + matrix_checks(cube(), DATES, counter)
    assert failures(checks) == []
    require_closure(checks)
    assert len(checks) == 6 + 9 + 1


def test_a_cell_missing_at_a_date_is_found():
    counter = counted([[0, 5, 2, 2], *OWN[1:]], COMMON)
    (failure,) = failures(date_checks(DATES, counter, 10, 8))
    assert failure == ("1990", "valid cells + cells left out = cells of the grid")
    counter = counted(OWN, [[0, 4, 2, 1], *COMMON[1:]])
    (failure,) = failures(date_checks(DATES, counter, 10, 8))
    assert failure == ("1990", "cells by class = cells valid at all dates")


def test_two_cells_of_one_class_too_many_and_of_another_too_few_are_found():
    # The total is right; only class by class does it not agree.
    counter = counted(OWN, [COMMON[0], [0, 4, 3, 1], COMMON[2]])
    found = failures(matrix_checks(cube(), DATES, counter))
    assert found == [
        ("1990-2000", "cells of column sums that are the class areas of 2000"),
        ("2000-2010", "cells of row sums that are the class areas of 2000"),
    ]


def test_periods_that_do_not_follow_from_each_other_are_found():
    # Alone, each matrix has the right total; the first one's columns are not the second's rows.
    shifted = [[3, 0, 0], [0, 2, 1], [0, 1, 1]]
    counter = counted(OWN, [COMMON[0], [0, 3, 4, 1], COMMON[2]])
    found = failures(matrix_checks(cube(second=shifted), DATES, counter))
    assert ("2000-2010", "cells of row sums that are column sums of 1990-2000") in found


def test_a_matrix_that_lost_a_cell_is_found():
    short = [[3, 1, 0], [0, 0, 1], [0, 1, 1]]
    found = failures(matrix_checks(cube(span=short), DATES, counted(OWN, COMMON)))
    assert ("1990-2010", "matrix total = valid cells") in found


def test_zones_are_checked_against_the_matrix_and_the_raster():
    zones = read_zones(table("Z", "zone,key,name\n 1,kept,Kept"))
    rules, _ = read_rules(table("R", "from,to,zone\n a,a,1\n b,b,1\n c,c,1"), zones, CLASSES)
    whole = cube()
    rows = zone_share_rows(whole, rules)
    cells = np.zeros(256, np.int64)
    cells[1:3] = 6, 2  # 3 + 2 + 1 cells of the first period stayed
    raster = SimpleNamespace(period=whole.periods[0], cells=cells)
    checks = zone_checks(whole, rows, [raster])
    assert failures(checks) == []
    assert len(checks) == 3 * 2 + 2

    cells[1:3] = 5, 3
    assert failures(zone_checks(whole, rows, [raster])) == [
        ("1990-2000", f"cells of the zone raster with zone {n} = cells of the table")
        for n in (1, 2)
    ]

    rows[0]["area_ha"] += 0.5
    rows[0]["share_pct"] += 6.25
    assert failures(zone_checks(whole, rows, [])) == [
        ("1990-2000", "hectares of all zones = hectares of the matrix"),
        ("1990-2000", "zone shares = 100 %"),
    ]


def test_nothing_that_does_not_close_is_handed_out():
    good, bad = Check("p", "this", 1, 1), Check("q", "that", 100.0, 99.5)
    require_closure([good])
    with pytest.raises(
        DataError, match=r"do not close, so none are written: q, that: expected 100, found 99\.5"
    ):
        require_closure([good, bad])
