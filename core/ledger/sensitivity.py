"""SENSITIVITY: what the net of a ledger hangs on, each input changed by itself.

Every row but those of areas is what a run with that one input changed would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
RETURNED = "returned_density"
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
            *(row for number in self.ledger.lands.sinks for row in self._densities(number)),
            *self._shared(),
            *(row for number in self.ledger.lands.regrown for row in self._returned(number)),
            *(row for number in self.ledger.lands.taken for row in self._losses(number)),
            *self._all_losses(),
            *(row for number in self.ledger.lands.regrown for row in self._curves(number)),
            *self._all_years(),
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
            for number in self.ledger.lands.sinks
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
            own = _own_part(pool.u95_pct, pool.shared_pct)
            if own and pool.density:
                low, high = pool.density * max(0.0, 1.0 - own), pool.density * (1.0 + own)
                nets = self._nets(
                    self.ledger.carbon.changed(name, number, low - pool.density),
                    self.ledger.carbon.changed(name, number, high - pool.density),
                )
                yield self._row(DENSITY, number, name, (low, high), nets, INTERVAL)

    def _shared(self) -> Iterator[SensitivityRow]:
        """All densities of a pool at once, by the part of their half-widths that they share.

        So are those of land that was mined before, which have a part of it too.
        """
        for name in POOLS:
            shared = {number: self._pools(number)[name] for number in self.ledger.lands.sinks}
            shared = {n: pool for n, pool in shared.items() if pool.density and pool.shared_pct}
            if not shared:
                continue
            low = high = self.ledger.carbon
            for number, pool in shared.items():
                half = pool.density * pool.shared_pct / 100.0
                low = low.changed(name, number, -min(half, pool.density))
                high = high.changed(name, number, half)
                if pool.returned_u95_pct is not None:
                    part = pool.shared_pct / 100.0
                    low = low.with_returned(name, number, pool.returned * max(0.0, 1.0 - part))
                    high = high.with_returned(name, number, pool.returned * (1.0 + part))
            parts = {pool.shared_pct for pool in shared.values()}
            pct = parts.pop() if len(parts) == 1 else None
            values = (None, None) if pct is None else (-min(pct, 100.0), pct)
            yield self._row(SHARED, None, name, values, self._nets(low, high), INTERVAL)

    def _returned(self, number: int) -> Iterator[SensitivityRow]:
        """What land comes to that was mined before, by the part that is its own; not below 0."""
        for name, pool in self._pools(number).items():
            own = _own_part(pool.returned_u95_pct, pool.shared_pct)
            if own and pool.returned:
                values = pool.returned * max(0.0, 1.0 - own), pool.returned * (1.0 + own)
                nets = self._nets(
                    *(self.ledger.carbon.with_returned(name, number, value) for value in values)
                )
                yield self._row(RETURNED, number, name, values, nets, INTERVAL)

    def _losses(self, number: int) -> Iterator[SensitivityRow]:
        """By the bounds of a loss fraction, else from half of it to double, 1 at most."""
        for name, pool in self._pools(number).items():
            low, high = _lost_between(pool)
            if pool.density and low < high:
                nets = self._nets(
                    self.ledger.carbon.with_lost(name, number, low),
                    self.ledger.carbon.with_lost(name, number, high),
                )
                basis = INTERVAL if pool.loss_bounds else WHAT_IF
                yield self._row(LOSS_FRACTION, number, name, (low, high), nets, basis)

    def _all_losses(self) -> Iterator[SensitivityRow]:
        """All loss fractions of a pool at their low bounds at once, and at their high ones."""
        for name in POOLS:
            pools = {number: self._pools(number)[name] for number in self.ledger.lands.taken}
            acting = [p for p in pools.values() if p.density and len({*_lost_between(p)}) > 1]
            if len(acting) < 2:
                continue
            low = high = self.ledger.carbon
            for number, pool in pools.items():
                least, most = _lost_between(pool)
                low = low.with_lost(name, number, least)
                high = high.with_lost(name, number, most)
            basis = INTERVAL if all(pool.loss_bounds for pool in acting) else WHAT_IF
            values = _alike(map(_lost_between, acting))
            yield self._row(LOSS_FRACTION, None, name, values, self._nets(low, high), basis)

    def _all_years(self) -> Iterator[SensitivityRow]:
        """All curves of a pool that take years, in half and in double the time at once."""
        for name in POOLS:
            low = high = self.ledger.carbon
            years: list[tuple[float, float]] = []
            for number in self.ledger.lands.regrown:
                pool = self._pools(number)[name]
                half, double = (_changed(pool.curve, times) for times in (0.5, 2.0))
                if half is None or double is None or isinstance(pool.curve, Rates):
                    continue
                low = low.with_curve(name, number, half[1])
                high = high.with_curve(name, number, double[1])
                if pool.returned:
                    years.append((half[0], double[0]))
            if len(years) > 1:
                nets = self._nets(low, high)
                yield self._row(RECOVERY_YEARS, None, name, _alike(years), nets, WHAT_IF)

    def _curves(self, number: int) -> Iterator[SensitivityRow]:
        """Recovery in half and in double the time; rates by their half-width, else alike."""
        for name, pool in self._pools(number).items():
            if isinstance(pool.curve, Rates) and pool.rate_u95_pct is not None:
                part = pool.rate_u95_pct / 100.0
                ends = max(0.0, 1.0 - part), 1.0 + part
                nets = self._nets(
                    *(
                        self.ledger.carbon.with_curve(name, number, pool.curve.times(end))
                        for end in ends
                    )
                )
                if pool.returned and part:
                    yield self._row(RECOVERY_RATES, number, name, ends, nets, INTERVAL)
                continue
            half, double = (_changed(pool.curve, times) for times in (0.5, 2.0))
            if pool.returned and half is not None and double is not None:
                nets = self._nets(
                    self.ledger.carbon.with_curve(name, number, half[1]),
                    self.ledger.carbon.with_curve(name, number, double[1]),
                )
                item = RECOVERY_RATES if isinstance(pool.curve, Rates) else RECOVERY_YEARS
                yield self._row(item, number, name, (half[0], double[0]), nets, WHAT_IF)

    def _ages(self) -> Iterator[SensitivityRow]:
        """All reclaimed land as young and as old as the dates allow."""
        if self.ledger.lands.regrown:
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


def _own_part(u95_pct: float | None, shared_pct: float) -> float:
    """The part of a half-width, given in %, that no other class shares; of the value, not in %."""
    return float(max(0.0, (u95_pct or 0.0) ** 2 - shared_pct**2) ** 0.5 / 100.0)


def _lost_between(pool: Pool) -> tuple[float, float]:
    """The bounds of a loss fraction, else half and double of it, 1 at most."""
    return pool.loss_bounds or (pool.loss_fraction / 2.0, min(1.0, 2.0 * pool.loss_fraction))


def _alike(values: Iterable[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The values of several classes where all have the same."""
    known = set(values)
    return known.pop() if len(known) == 1 else (None, None)


def _changed(curve: RecoveryCurve, times: float) -> tuple[float, RecoveryCurve] | None:
    """A curve that takes so many times as long, or has so many times the rates, and by what value.

    None of one that takes no time.
    """
    if isinstance(curve, Ipcc):
        return times * curve.years, replace(curve, years=times * curve.years)
    if isinstance(curve, (Exponential, ChapmanRichards)):
        return times * curve.age, replace(curve, age=times * curve.age)
    if isinstance(curve, Rates):
        return times, curve.times(times)
    return None
