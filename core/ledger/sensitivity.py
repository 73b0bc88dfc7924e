"""SENSITIVITY: what the net of a ledger hangs on, each input changed by itself.

Every row but those of areas is what a run with that one input changed would give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypedDict

import numpy as np

from ..base.messages import Listed, Notes
from ..scheme.area_errors import AreaErrors, area_variables
from ..scheme.coefficients import POOLS, Pool
from ..scheme.recovery import ChapmanRichards, Exponential, Ipcc, Rates, RecoveryCurve
from ..scheme.reserved import ALL
from .flows import ALL_POOLS
from .ledger import Ledger
from .model import SIGNS, LedgerModel
from .states import AgeRule, CarbonByClass, net_of, simulate

DENSITY, SHARED, LOSS_FRACTION = "density", "shared_density", "loss_fraction"
RECOVERY_YEARS, RECOVERY_RATES, AGES, AREAS = "recovery_years", "recovery_rates", "ages", "areas"

INTERVAL, BY_DATES, WHAT_IF = BASES = ("interval", "ages of the dates", "what if")

# A row of SENSITIVITY; written so because `class` is a word of Python. Values are in the unit of
# the item: t C/ha, parts from 0 to 1, years, times the rates, % of the density or the area.
SensitivityRow = TypedDict(
    "SensitivityRow",
    {
        "item": str,
        "class": str,
        "pool": str,
        "low_value": "float | None",
        "high_value": "float | None",
        "net_low_tc": float,
        "net_high_tc": float,
        "swing_tc": float,
        "basis": str,
    },
)


@dataclass(frozen=True)
class Sensitivity:
    """What the net of a ledger, all periods together, hangs on.

    Attributes:
        ledger: as it is.
        errors: of areas; None where there are none.
    """

    ledger: Ledger
    errors: AreaErrors | None = None

    @property
    def net(self) -> float:
        """t C of the ledger as it is."""
        return self.ledger.net(self.ledger.rule)

    @cached_property
    def rows(self) -> list[SensitivityRow]:
        """SENSITIVITY, what moves the net most first."""
        rows = [
            *(row for number in self.ledger.sinks for row in self._densities(number)),
            *self._shared(),
            *(row for number in self.ledger.taken for row in self._losses(number)),
            *(row for number in self.ledger.regrown for row in self._curves(number)),
            *self._ages(),
            *self._areas(),
        ]
        return sorted(rows, key=self._reach, reverse=True)

    def _reach(self, row: SensitivityRow) -> float:
        nets = (row["net_low_tc"], self.net, row["net_high_tc"])
        return max(nets) - min(nets)

    def notes(self) -> Notes:
        """Which densities take no part, for log and page."""
        notes = Notes()
        without = [
            f"{self.ledger.land.classes[number].name} (u95_{name}_pct)"
            for number in self.ledger.sinks
            for name, pool in self._pools(number).items()
            if pool.density and pool.u95_pct is None
        ]
        if without:
            notes.inform(
                "SENSITIVITY has no row of these densities, because the coefficients give no "
                "half-width of them: {names}.",
                names=Listed(without),
            )
        return notes

    def _pools(self, number: int) -> Mapping[str, Pool]:
        ledger = self.ledger
        return ledger.coefficients.or_nothing(ledger.land.classes[number]).pools

    def _net(self, carbon: CarbonByClass) -> float:
        """t C with other coefficients."""
        land, size = self.ledger.trajectories, self.ledger.hectares.size
        net = np.zeros(size)
        for step in simulate(land, carbon, self.ledger.rule):
            net += net_of(step.flows, size)
        return float((net * self.ledger.hectares).sum())

    def _nets(self, low: CarbonByClass, high: CarbonByClass) -> tuple[float, float]:
        """t C with some coefficient at its low value, and at its high one."""
        return self._net(low), self._net(high)

    def _row(
        self,
        item: str,
        number: int | None,
        pool: str,
        values: tuple[float | None, float | None],
        nets: tuple[float, float],
        basis: str,
    ) -> SensitivityRow:
        low, high = nets
        return {
            "item": item,
            "class": ALL if number is None else self.ledger.land.classes[number].name,
            "pool": pool,
            "low_value": values[0],
            "high_value": values[1],
            "net_low_tc": low,
            "net_high_tc": high,
            "swing_tc": high - low,
            "basis": basis,
        }

    def _densities(self, number: int) -> Iterator[SensitivityRow]:
        """By the part of the half-width that is a density's own; none is below 0."""
        for name, pool in self._pools(number).items():
            own = max(0.0, (pool.u95_pct or 0.0) ** 2 - pool.shared_pct**2) ** 0.5 / 100.0
            if own and pool.density:
                low, high = pool.density * max(0.0, 1.0 - own), pool.density * (1.0 + own)
                nets = self._nets(
                    self.ledger.carbon.changed(name, number, low - pool.density),
                    self.ledger.carbon.changed(name, number, high - pool.density),
                )
                yield self._row(DENSITY, number, name, (low, high), nets, INTERVAL)

    def _shared(self) -> Iterator[SensitivityRow]:
        """All densities of a pool at once, by the part of their half-widths that they share."""
        for name in POOLS:
            shared = {number: self._pools(number)[name] for number in self.ledger.sinks}
            shared = {n: pool for n, pool in shared.items() if pool.density and pool.shared_pct}
            if not shared:
                continue
            low = high = self.ledger.carbon
            for number, pool in shared.items():
                half = pool.density * pool.shared_pct / 100.0
                low = low.changed(name, number, -min(half, pool.density))
                high = high.changed(name, number, half)
            parts = {pool.shared_pct for pool in shared.values()}
            pct = parts.pop() if len(parts) == 1 else None
            values = (None, None) if pct is None else (-min(pct, 100.0), pct)
            yield self._row(SHARED, None, name, values, self._nets(low, high), INTERVAL)

    def _losses(self, number: int) -> Iterator[SensitivityRow]:
        """By the bounds of a loss fraction, else from half of it to double, 1 at most."""
        for name, pool in self._pools(number).items():
            lost = pool.loss_fraction
            low, high = pool.loss_bounds or (lost / 2.0, min(1.0, 2.0 * lost))
            if pool.density and low < high:
                nets = self._nets(
                    self.ledger.carbon.with_lost(name, number, low),
                    self.ledger.carbon.with_lost(name, number, high),
                )
                basis = INTERVAL if pool.loss_bounds else WHAT_IF
                yield self._row(LOSS_FRACTION, number, name, (low, high), nets, basis)

    def _curves(self, number: int) -> Iterator[SensitivityRow]:
        """Recovery in half and in double the time, or by half and by double the rates."""
        for name, pool in self._pools(number).items():
            half, double = (_changed(pool.curve, times) for times in (0.5, 2.0))
            if pool.density and half is not None and double is not None:
                nets = self._nets(
                    self.ledger.carbon.with_curve(name, number, half[1]),
                    self.ledger.carbon.with_curve(name, number, double[1]),
                )
                item = RECOVERY_RATES if isinstance(pool.curve, Rates) else RECOVERY_YEARS
                yield self._row(item, number, name, (half[0], double[0]), nets, WHAT_IF)

    def _ages(self) -> Iterator[SensitivityRow]:
        """All reclaimed land as young and as old as the dates allow."""
        if self.ledger.regrown:
            nets = self.ledger.net(AgeRule.YOUNGEST), self.ledger.net(AgeRule.OLDEST)
            yield self._row(AGES, None, ALL_POOLS, (None, None), nets, BY_DATES)

    def _areas(self) -> Iterator[SensitivityRow]:
        """The half-widths of areas, one after the other: net (1 -+ u) of what they are of."""
        if not self.errors:
            return
        land, ledger = self.ledger.land, self.ledger
        areas = area_variables(self.errors, list(land.classes), land.steps)
        model = LedgerModel(
            ledger.trajectories, ledger.hectares, ledger.rule, ledger.carbon, areas, land.steps
        )
        amounts = model.amounts(ledger.carbon).sum(axis=0)
        nets = (SIGNS["net"][:, None] * amounts).sum(axis=0)
        names = {error.row: error for error in self.errors.rows}
        for variable, moved in enumerate(nets):
            u95 = float(areas.u95_pct[variable])
            if not moved or not u95:
                continue
            _, _, row, period = areas.names[variable].split(" ", 3)
            error = names[int(row)]
            what = f"{error.source} -> {error.target}" if error.source else f"zone {error.zone}"
            half = float(moved) * u95 / 100.0
            yield {
                **self._row(
                    AREAS,
                    None,
                    ALL_POOLS,
                    (100.0 - u95, 100.0 + u95),
                    (self.net - half, self.net + half),
                    INTERVAL,
                ),
                "class": f"{what}, {period}",
            }


def _changed(curve: RecoveryCurve, times: float) -> tuple[float, RecoveryCurve] | None:
    """A curve that takes so many times as long, or has so many times the rates, and by what value.

    None of one that takes no time.
    """
    if isinstance(curve, Ipcc):
        return times * curve.years, replace(curve, years=times * curve.years)
    if isinstance(curve, (Exponential, ChapmanRichards)):
        return times * curve.age, replace(curve, age=times * curve.age)
    if isinstance(curve, Rates):
        return times, Rates(tuple((until, times * rate) for until, rate in curve.bands))
    return None
