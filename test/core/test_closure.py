"""The checks that stop what does not close: each goes red when its table is broken."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date, periods
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.area import PLANIMETRIC, CellArea
from carbon_zones.core.results.audit import date_checks
from carbon_zones.core.results.closure import Check, largest_difference, require_closure
from carbon_zones.core.results.losses import loss_checks, loss_rows
from carbon_zones.core.results.transfers import matrix_checks
from carbon_zones.core.results.zones import zone_checks, zone_share_rows
from carbon_zones.core.scan.coding import FIRST_CLASS
from carbon_zones.core.scan.counters import DateCounter
from carbon_zones.core.scan.tally import DateTallies
from carbon_zones.core.scheme.disturbing_classes import DisturbingClasses
from carbon_zones.core.scheme.rules import read_rules
from carbon_zones.core.scheme.zones import read_zones
from carbon_zones.test.core.support import cube_of, holding, listed, table, tally_of

CLASSES = listed((1, "a", "A"), (2, "b", "B"), (3, "c", "C"))


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
        # A number below one is compared as if it were one.
        (0.0, 1e-9, True),
        (0.0, 1.1e-9, False),
        (0.5, 0.5 + 0.9e-9, True),
        (-1e9, -1e9 - 0.5, True),
        (-1e9, -1e9 - 2, False),
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


AREA = CellArea(PLANIMETRIC, 0.5)


def counted(own: list, common: list) -> DateTallies:
    """A closed count of dates, from cells without data, beyond the edge, of A, of B, of C.

    None lies outside a mask.
    """
    counter = DateCounter(len(own))
    counter.own, counter.common = (
        [tally_of([*c[:2], 0, *c[2:]]) for c in counts] for counts in (own, common)
    )
    return counter.closed(np.arange(6), AREA)


DATES = [Date("1990", "x"), Date("2000", "y"), Date("2010", "z")]
# Ten cells; at the second date one has no data and one lies beyond the edge, so 8 count.
#                 from a: to a, b, c   from b              from c
FIRST = [[3, 1, 0], [0, 2, 0], [0, 1, 1]]
SECOND = [[3, 0, 0], [0, 3, 1], [0, 0, 1]]
SPAN = [[3, 1, 0], [0, 1, 1], [0, 1, 1]]
COMMON = [[0, 0, 4, 2, 2], [0, 0, 3, 4, 1], [0, 0, 3, 3, 2]]
OWN = [[0, 0, 5, 2, 3], [1, 1, 3, 4, 1], [0, 0, 4, 4, 2]]


def cube(first=FIRST, second=SECOND, span=SPAN):
    made = cube_of(CLASSES, first, second, span, hectares=0.5)
    made.periods = periods(DATES)
    return made


def failures(checks) -> list:
    return [(check.period, check.check) for check in checks if not check.ok]


def test_a_series_that_closes_passes_every_check():
    found = counted(OWN, COMMON)
    checks = date_checks(DATES, found, 10) + matrix_checks(cube(), DATES, found)
    assert failures(checks) == []
    require_closure(checks)
    assert len(checks) == 9 + 15 + 1


def test_a_cell_missing_at_a_date_is_found():
    found = counted([OWN[0], [1, 1, 3, 4, 0], OWN[2]], COMMON)
    assert failures(date_checks(DATES, found, 10)) == [
        ("2000", "valid cells + cells left out = cells of the grid"),
        ("2000", "hectares of all cells = those of the first date"),
    ]
    found = counted(OWN, [COMMON[0], [0, 0, 3, 4, 0], COMMON[2]])
    (failure,) = failures(date_checks(DATES, found, 10))
    assert failure == ("2000", "cells by class = cells valid at all dates")


def test_two_cells_of_one_class_too_many_and_of_another_too_few_are_found():
    # The total is right; only class by class does it not agree.
    found = counted(OWN, [COMMON[0], [0, 0, 4, 3, 1], COMMON[2]])
    assert failures(matrix_checks(cube(), DATES, found)) == [
        ("1990-2000", "cells of column sums that are the class areas of 2000"),
        ("1990-2000", "hectares of column sums that are the class areas of 2000"),
        ("2000-2010", "cells of row sums that are the class areas of 2000"),
        ("2000-2010", "hectares of row sums that are the class areas of 2000"),
    ]


def test_periods_that_do_not_follow_from_each_other_are_found():
    # Alone, each matrix has the right total; the first one's columns are not the second's rows.
    shifted = [[3, 0, 0], [0, 2, 1], [0, 1, 1]]
    found = counted(OWN, [COMMON[0], [0, 0, 3, 4, 1], COMMON[2]])
    failed = failures(matrix_checks(cube(second=shifted), DATES, found))
    assert ("2000-2010", "cells of row sums that are column sums of 1990-2000") in failed


def test_a_matrix_that_lost_a_cell_is_found():
    short = [[3, 1, 0], [0, 0, 1], [0, 1, 1]]
    found = failures(matrix_checks(cube(span=short), DATES, counted(OWN, COMMON)))
    assert ("1990-2010", "matrix total = valid cells") in found


def test_zones_are_checked_against_the_matrix_and_the_raster():
    zones = read_zones(table("Z", "zone,key,name\n 1,kept,Kept"))
    text = "from,to,zone\n a,a,1\n b,b,1\n c,c,1"
    rules = read_rules(table("R", text), zones, CLASSES, Notes())
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


# --- every check goes red ---------------------------------------------------------------------


class Results:
    """A whole run over three dates: all that the checks look at, ready to be broken."""

    def __init__(self):
        self.classes = listed((1, "a", "A", "sink"), (2, "b", "B", "sink"), (3, "c", "C", "mine"))
        self.dates = counted(OWN, COMMON)
        self.cube = cube()
        self.cube.classes = self.classes
        zones = read_zones(table("Z", "zone,key,name\n 1,kept,Kept\n 2,lost,Lost"))
        rules = "from,to,zone\n a,a,1\n b,b,1\n @sink,c,2"
        self.rules = read_rules(table("R", rules), zones, self.classes, Notes())
        self.zone_rows = zone_share_rows(self.cube, self.rules)
        self.rasters = []
        numbers = self.rules.zone_table(self.classes)
        for period, cells in zip(self.cube.periods, self.cube.cells):
            written = np.zeros(256, np.int64)
            np.add.at(written, numbers.ravel(), cells.ravel())
            self.rasters.append(SimpleNamespace(period=period, cells=written))
        coefficients = holding(a=(80.0, 5.0), b=(90.0, 15.0))
        self.losses = loss_rows(self.cube, coefficients, DisturbingClasses())

    def checks(self) -> list:
        return [
            *date_checks(DATES, self.dates, 10),
            *matrix_checks(self.cube, DATES, self.dates),
            *zone_checks(self.cube, self.zone_rows, self.rasters),
            *loss_checks(self.cube, self.losses, DisturbingClasses()),
        ]


def test_a_whole_run_closes():
    run = Results()
    checks = run.checks()
    assert failures(checks) == []
    assert largest_difference(checks) == 0
    require_closure(checks)
    # 3 a date; 5 a period and the chain; 2 and one per zone a period; 2 a period.
    assert len(checks) == 9 + 15 + 1 + 3 * (2 + 3) + 3 * 2
    assert len({(c.period, c.check) for c in checks}) == len(checks)


def of_own(run, date):
    run.dates.own[date].cells[FIRST_CLASS] += 1


def of_own_hectares(run, date):
    run.dates.own[date].hectares[0] += 0.25


def of_common(run, date):
    run.dates.common[date].cells[FIRST_CLASS + 1] -= 1


def of_common_swapped(run, date):
    cells = run.dates.common[date].cells
    cells[[FIRST_CLASS, FIRST_CLASS + 1]] += 1, -1


def of_common_hectares(run, date):
    run.dates.common[date].hectares[[FIRST_CLASS, FIRST_CLASS + 1]] += 0.25, -0.25


def of_matrix(run, period):
    run.cube.cells[period][0, 0] += 1


def of_matrix_swapped(run, period):
    # The total stays; two cells went to another class.
    run.cube.cells[period][0, [0, 1]] += 2, -2


def of_matrix_transposed(run, period):
    run.cube.cells[period][...] = run.cube.cells[period].T.copy()


def of_matrix_hectares(run, period):
    run.cube.hectares[period][0, [0, 1]] += 0.5, -0.5


def of_hectares_lost(run, period):
    run.cube.hectares[period][1, 1] *= 1 - 1e-6


def of_zone_hectares(run, period):
    run.zone_rows[3 * period]["area_ha"] += 1e-6


def of_zone_shares(run, period):
    run.zone_rows[3 * period]["share_pct"] += 1e-5


def of_zone_cells(run, period):
    run.zone_rows[3 * period + 1]["cells"] += 1


def of_a_zone_that_is_missing(run, period):
    del run.zone_rows[3 * period]


def of_zone_raster(run, period):
    run.rasters[period].cells[[1, 2]] += 1, -1


def of_a_loss_that_is_missing(run, period):
    own = [row for row in run.losses if row["period"] == run.cube.periods[period].name]
    assert own
    run.losses.remove(own[0])


def of_a_loss_twice(run, period):
    own = [row for row in run.losses if row["period"] == run.cube.periods[period].name]
    run.losses.append(dict(own[0]))


def of_loss_parts(run, period):
    own = [row for row in run.losses if row["period"] == run.cube.periods[period].name]
    own[0]["soil_loss_tc"] += 1e-5


def of_loss_totals(run, period):
    own = [row for row in run.losses if row["period"] == run.cube.periods[period].name]
    own[0]["total_loss_tc"] -= 1e-5


BREAKS = {
    of_own: "valid cells + cells left out = cells of the grid",
    of_own_hectares: "hectares of all cells = those of the first date",
    of_common: "cells by class = cells valid at all dates",
    of_common_swapped: "sums that are the class areas of",
    of_common_hectares: "hectares of",
    of_matrix: "matrix total = valid cells",
    of_matrix_swapped: "cells of column sums that are the class areas of",
    of_matrix_transposed: "cells of row sums that are",
    of_matrix_hectares: "hectares of column sums that are the class areas of",
    of_hectares_lost: "hectares of",
    of_zone_hectares: "hectares of all zones = hectares of the matrix",
    of_zone_shares: "zone shares = 100 %",
    of_zone_cells: "cells of the zone raster with zone 2 = cells of the table",
    of_a_zone_that_is_missing: "hectares of all zones = hectares of the matrix",
    of_zone_raster: "cells of the zone raster with zone 1 = cells of the table",
    of_a_loss_that_is_missing: "hectares of the losses = hectares of sinks that became mined",
    of_a_loss_twice: "hectares of the losses = hectares of sinks that became mined",
    of_loss_parts: "soil + vegetation loss = total loss in t C",
    of_loss_totals: "soil + vegetation loss = total loss in t C",
}


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(
    ("damage", "check"), BREAKS.items(), ids=[damage.__name__ for damage in BREAKS]
)
def test_a_break_in_any_table_at_any_place_stops_the_run(damage, check, place):
    run = Results()
    if damage in (of_a_loss_that_is_missing, of_a_loss_twice, of_loss_parts, of_loss_totals):
        # No sink was mined in the first period.
        place = max(place, 1)
    damage(run, place)
    checks = run.checks()
    with pytest.raises(DataError, match=r"^the results do not close, so none are written: "):
        require_closure(checks)
    found = failures(checks)
    assert largest_difference(checks) > 0
    # The total of the first period is what the others are measured against.
    assert any(check in name for _, name in found) or (damage, place) == (of_matrix, 0), found


def test_one_square_metre_in_a_country_is_above_rounding():
    assert Check("p", "x", 50_000.0, 50_000.0 + 1e-4).ok is False
    assert Check("p", "x", 50_000.0, 50_000.0 + 1e-5).ok is True
    assert Check("p", "x", 960_000_000.0, 960_000_000.0 - 1).ok is False


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_does_not_close(number):
    assert not Check("p", "x", 1.0, number).ok
    assert not Check("p", "x", number, 1.0).ok
