"""The checks that all results of a run agree: nothing that does not close is handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypedDict

import numpy as np

from ..dates import Dated
from ..messages import DataError
from ..scan.coding import FIRST_CLASS
from ..scan.cube import TransitionCube
from ..scan.tally import DateCounter
from .losses import LossRow, is_loss
from .zones import ZoneRaster, ZoneRow

# Sums of doubles differ in their last digits with the order of adding.
ROUNDING = 1e-9


class CheckRow(TypedDict):
    """A row of CLOSURE."""

    period: str
    check: str
    expected: float
    found: float
    difference: float
    ok: bool


@dataclass(frozen=True)
class Check:
    """One line of the closure: two numbers, found in two ways, that must agree."""

    period: str
    check: str
    expected: float
    found: float

    @property
    def difference(self) -> float:
        return self.found - self.expected

    @property
    def ok(self) -> bool:
        if not isfinite(self.expected):
            return False
        return bool(abs(self.difference) <= ROUNDING * max(1.0, abs(self.expected)))

    def row(self) -> CheckRow:
        """The check as a row of CLOSURE."""
        return {
            "period": self.period,
            "check": self.check,
            "expected": float(self.expected),
            "found": float(self.found),
            "difference": float(self.difference),
            "ok": self.ok,
        }


def date_checks(dates: list[Dated], counter: DateCounter, grid_cells: int) -> list[Check]:
    """Per date: valid cells and cells left out are all cells; common cells are the same."""
    valid = counter.common[0].cells[FIRST_CLASS:].sum()
    area = counter.own[0].hectares.sum()
    checks = []
    for (year, layer), own, common in zip(dates, counter.own, counter.common):
        name = year or layer
        for what, expected, found in (
            ("valid cells + cells left out = cells of the grid", grid_cells, own.cells.sum()),
            ("hectares of all cells = those of the first date", area, own.hectares.sum()),
            ("cells by class = cells valid at all dates", valid, common.cells.sum()),
        ):
            checks.append(Check(name, what, expected, found))
    return checks


def matrix_checks(cube: TransitionCube, dates: list[Dated], counter: DateCounter) -> list[Check]:
    """Per period: the matrix against the classes counted at either date, and its chain."""
    checks = []
    for period, cells, hectares in cube.by_period():
        for date, axis, what in ((period.earlier, 1, "row"), (period.later, 0, "column")):
            year, layer = dates[date]
            alone = counter.common[date]
            agree = np.minimum(cells.sum(axis=axis), alone.cells[FIRST_CLASS:]).sum()
            checks.append(
                Check(
                    period.name,
                    f"cells of {what} sums that are the class areas of {year or layer}",
                    cube.total_cells,
                    agree,
                )
            )
            agree = np.minimum(hectares.sum(axis=axis), alone.hectares[FIRST_CLASS:]).sum()
            checks.append(
                Check(
                    period.name,
                    f"hectares of {what} sums that are the class areas of {year or layer}",
                    cube.total_hectares,
                    agree,
                )
            )
        checks.append(
            Check(period.name, "matrix total = valid cells", cube.total_cells, cells.sum())
        )
    chain = list(zip(cube.periods, cube.cells))
    for (before, earlier), (after, later) in zip(chain, chain[1:]):
        if before.later == after.earlier:
            agree = np.minimum(earlier.sum(axis=0), later.sum(axis=1)).sum()
            checks.append(
                Check(
                    after.name,
                    f"cells of row sums that are column sums of {before.name}",
                    cube.total_cells,
                    agree,
                )
            )
    return checks


def zone_checks(
    cube: TransitionCube, zone_rows: list[ZoneRow], rasters: Sequence[ZoneRaster]
) -> list[Check]:
    """Per period: zones against the matrix total, and against the cells of the zone raster."""
    checks = []
    written = {raster.period.name: raster.cells for raster in rasters}
    for period in cube.periods:
        own = [row for row in zone_rows if row["period"] == period.name]
        checks.append(
            Check(
                period.name,
                "hectares of all zones = hectares of the matrix",
                cube.total_hectares,
                sum(row["area_ha"] for row in own),
            )
        )
        if cube.total_cells:
            shares = sum(row["share_pct"] or 0.0 for row in own)
            checks.append(Check(period.name, "zone shares = 100 %", 100.0, shares))
        for row in own if period.name in written else []:
            checks.append(
                Check(
                    period.name,
                    f"cells of the zone raster with zone {row['zone']} = cells of the table",
                    row["cells"],
                    written[period.name][row["zone"]],
                )
            )
    return checks


def loss_checks(cube: TransitionCube, losses: list[LossRow]) -> list[Check]:
    """Per period: the ledger's hectares against the matrix, its parts against its total."""
    taken = np.array([[is_loss(a, b) for b in cube.classes] for a in cube.classes], bool)
    checks = []
    for period, _, hectares in cube.by_period():
        own = [row for row in losses if row["period"] == period.name]
        checks.append(
            Check(
                period.name,
                "hectares of the losses = hectares of sinks that became mined land",
                hectares[taken].sum(),
                sum(row["area_ha"] for row in own),
            )
        )
        checks.append(
            Check(
                period.name,
                "soil + vegetation loss = total loss in t C",
                sum(row["total_loss_tc"] for row in own),
                sum(row["soil_loss_tc"] + row["vegetation_loss_tc"] for row in own),
            )
        )
    return checks


def largest_difference(checks: list[Check]) -> float:
    """The largest difference among the checks, without its sign."""
    return float(max(abs(check.difference) for check in checks))


def require_closure(checks: list[Check]) -> None:
    """Nothing that does not close is ever handed out.

    Raises:
        DataError: naming the first check that is not met.
    """
    for check in checks:
        if not check.ok:
            raise DataError(
                "the results do not close, so none are written: {period}, {check}: expected "
                "{expected:.10g}, found {found:.10g}; this is a fault of the program",
                period=check.period,
                check=check.check,
                expected=check.expected,
                found=check.found,
            )
