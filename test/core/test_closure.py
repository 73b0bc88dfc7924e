"""The checks that stop what does not close: each goes red when its table is broken."""

from types import SimpleNamespace

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date, create_periods
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.area import PLANIMETRIC_AREA, CellArea
from carbon_zones.core.results.closure import Check, largest_difference, raise_failed_check
from carbon_zones.core.results.losses import loss_checks, loss_rows
from carbon_zones.core.results.results import date_checks
from carbon_zones.core.results.transfers import matrix_checks
from carbon_zones.core.results.zones import zone_checks, zone_share_rows
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.count_result import DateTallies
from carbon_zones.core.scan.series_count import DateCounter
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones
from carbon_zones.test.core.support import cube_of, holding, listed, table, tally_of


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
    assert check.is_met is ok
    assert check.to_row() == {
        "period": "p",
        "check": "what",
        "expected": expected,
        "found": found,
        "difference": found - expected,
        "ok": ok,
    }


AREA = CellArea(PLANIMETRIC_AREA, 0.5)


def counted(own: list, common: list) -> DateTallies:
    """A closed count of dates, from cells without data, beyond the edge, of A, of B, of C.

    None lies outside a mask.
    """
    counter = DateCounter(len(own))
    counter.own, counter.common = (
        [tally_of([*c[:2], 0, *c[2:]]) for c in counts] for counts in (own, common)
    )
    return counter.to_final_codes(np.arange(6), AREA)


DATES = [Date("1990", "x"), Date("2000", "y"), Date("2010", "z")]
# Ten cells; at the second date one has no data and one lies beyond the edge, so 8 count.
#                 from a: to a, b, c   from b              from c
FIRST = [[3, 1, 0], [0, 2, 0], [0, 1, 1]]
SECOND = [[3, 0, 0], [0, 3, 1], [0, 0, 1]]
SPAN = [[3, 1, 0], [0, 1, 1], [0, 1, 1]]
COMMON = [[0, 0, 4, 2, 2], [0, 0, 3, 4, 1], [0, 0, 3, 3, 2]]
OWN = [[0, 0, 5, 2, 3], [1, 1, 3, 4, 1], [0, 0, 4, 4, 2]]


def failures(checks) -> list:
    return [(check.period, check.check_text) for check in checks if not check.is_met]


def test_nothing_that_does_not_close_is_handed_out():
    good, bad = Check("p", "this", 1, 1), Check("q", "that", 100.0, 99.5)
    raise_failed_check([good])
    with pytest.raises(
        DataError,
        match=r"^consistency check failed: q, that: expected 100, found 99\.5; no results were wr",
    ):
        raise_failed_check([good, bad])


class Results:
    """A whole run over three dates: all that the checks look at, ready to be broken."""

    def __init__(self):
        self.classes = listed((1, "a", "A", "sink"), (2, "b", "B", "sink"), (3, "c", "C", "mine"))
        self.dates = counted(OWN, COMMON)
        self.cube = cube_of(self.classes, FIRST, SECOND, SPAN, hectares=0.5)
        self.cube.periods = create_periods(DATES)
        zones = read_zones(table("Z", "zone,key,name\n 1,kept,Kept\n 2,lost,Lost"))
        rules = "from,to,zone\n a,a,1\n b,b,1\n @sink,c,2"
        self.rules = read_rules(table("R", rules), zones, self.classes, Notes())
        self.zone_rows = list(zone_share_rows(self.cube, self.rules))
        self.rasters = []
        numbers = self.rules.zone_matrix(self.classes)
        for period, cells in zip(self.cube.periods, self.cube.cells):
            written = np.zeros(256, np.int64)
            np.add.at(written, numbers.ravel(), cells.ravel())
            self.rasters.append(SimpleNamespace(period=period, cells_by_zone=written))
        coefficients = holding(a=(80.0, 5.0), b=(90.0, 15.0))
        self.losses = list(loss_rows(self.cube, coefficients, DisturbingClasses()))

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
    raise_failed_check(checks)
    # 3 a date; 5 a period and the chain; 2 and one per zone a period; 2 a period.
    assert len(checks) == 9 + 15 + 1 + 3 * (2 + 3) + 3 * 2
    assert len({(c.period, c.check_text) for c in checks}) == len(checks)


def add(of, places, amounts):
    """Damage that adds amounts to a table, which `of` finds in a run by date or period."""

    def damage(run, number):
        of(run, number)[places] += amounts

    return damage


def own(run, date):
    return run.dates.own[date]


def common(run, date):
    return run.dates.common[date]


def cells(run, period):
    return run.cube.cells[period]


def hectares(run, period):
    return run.cube.hectares[period]


def transposed(run, period):
    run.cube.cells[period][...] = run.cube.cells[period].T.copy()


def zone_row(number: int):
    return lambda run, period: run.zone_rows[3 * period + number]


def loss_row(run, period):
    """The first loss of a period, or of the next: no sink was mined in the first one."""
    name = run.cube.periods[max(1, period)].name
    return next(row for row in run.losses if row["period"] == name)


CLASS_AREAS = "totals equal to class areas of"
A, B = FIRST_CLASS_CODE, FIRST_CLASS_CODE + 1
OF_LOSSES = "area of carbon loss = area of disturbed carbon sinks"
BREAKS = [
    (add(lambda *at: own(*at).cells, A, 1), "valid cells + excluded cells = grid cells"),
    (add(lambda *at: own(*at).hectares, 0, 0.25), "total area = total area at the first date"),
    (add(lambda *at: common(*at).cells, B, -1), "sum of cells by class = cells valid at all dates"),
    # The total stays: one of A too many, one of B too few.
    (add(lambda *at: common(*at).cells, [A, B], [1, -1]), f"{CLASS_AREAS} ... , cells"),
    (add(lambda *at: common(*at).hectares, [A, B], [0.25, -0.25]), f"{CLASS_AREAS} ... , ha"),
    (add(cells, (0, 0), 1), "matrix total = valid cells"),
    # The total stays; two cells went to another class.
    (add(cells, (0, [0, 1]), [2, -2]), f"column {CLASS_AREAS} ... , cells"),
    (transposed, "row totals equal to ... , cells"),
    (add(cells, ([0, 1], 0), [2, -2]), "row totals equal to column totals of"),
    (add(hectares, (0, [0, 1]), [0.5, -0.5]), f"column {CLASS_AREAS} ... , ha"),
    (add(hectares, (1, 1), -1e-6), f"{CLASS_AREAS} ... , ha"),
    (add(zone_row(0), "area_ha", 1e-6), "sum of zone areas = matrix area"),
    (add(zone_row(0), "share_pct", 1e-5), "sum of zone shares = 100 %"),
    (add(zone_row(1), "cells", 1), "zone raster: cells of zone 2 = cells in table"),
    (lambda run, period: run.zone_rows.pop(3 * period), "sum of zone areas = matrix area"),
    (
        add(lambda run, period: run.rasters[period].cells_by_zone, [1, 2], [1, -1]),
        "zone raster: cells of zone 1 = cells in table",
    ),
    (lambda run, period: run.losses.remove(loss_row(run, period)), OF_LOSSES),
    (lambda run, period: run.losses.append(dict(loss_row(run, period))), OF_LOSSES),
    (add(loss_row, "soil_loss_tc", 1e-5), "soil loss + vegetation loss = total loss, t C"),
    (add(loss_row, "total_loss_tc", -1e-5), "soil loss + vegetation loss = total loss, t C"),
]
# A link of the chain is seen where a period follows another.
ELSEWHERE = {(8, 0), (8, 2)}


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("number", range(len(BREAKS)))
def test_a_break_in_any_table_at_any_place_stops_the_run(number, place):
    damage, check = BREAKS[number]
    run = Results()
    damage(run, place)
    checks = run.checks()
    with pytest.raises(DataError, match=r"^consistency check failed: .*; no results were written"):
        raise_failed_check(checks)
    found = failures(checks)
    assert largest_difference(checks) > 0
    assert (
        any(all(word in name for word in check.split(" ... ")) for _, name in found)
        or (number, place) in ELSEWHERE
    ), found


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_does_not_close(number):
    assert not Check("p", "x", 1.0, number).is_met
    assert not Check("p", "x", number, 1.0).is_met
