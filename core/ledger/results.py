"""All that a run of the carbon ledger found: results of any series, the ledger, how sure it is.

What mined land would hold if it came back as the land of the run that came back so far.

It is the ledger's own model of what is to come: land comes back as the mix of classes that is
reclaimed at the last date, each hectare as each of them by its part. Soil begins with the topsoil
that is stored on the land, vegetation with nothing, and both follow the curve of the class towards
what returned land of it comes to.

SENSITIVITY: what the net of a ledger hangs on, each input changed by itself.

Every row but those of areas is what a run with that one input changed would give.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Optional, TypedDict

import numpy as np

from ..base.messages import Listed, Notes
from ..base.numbers import Flags, Floats
from ..mine.mined_land import NEVER, Use, reclaimed_by
from ..results.closure import Check
from ..results.losses import TakenLand, taken_land
from ..results.results import Results
from ..results.uncertainty import APPROACH_1, APPROACH_2, Uncertainty, uncertainty_rows
from ..scan.cell_raster import HistoryThumbnail
from ..scan.count_result import Census
from ..scan.series import Series
from ..scheme.area_errors import AreaErrors
from ..scheme.coefficients import POOLS, Pool
from ..scheme.recovery_curves import ChapmanRichards, Exponential, Ipcc, Rates, RecoveryCurve
from ..scheme.table import ALL
from .flows import ALL_POOLS, MINED_BEFORE, NET, TAKEN, BalanceRow, NetRaster
from .ledger import Ledger
from .states import (
    LOSS,
    SIGNS,
    AgeRule,
    CarbonByClass,
    Trajectories,
    net_over,
    simulate,
    topsoil_on,
)
from .uncertainty_model import ITEM_SIGNS

DENSITY, SHARED, LOSS_FRACTION = "density", "shared_density", "loss_fraction"
RETURNED = "returned_density"
RECOVERY_YEARS, RECOVERY_RATES, AGES, AREAS = "recovery_years", "recovery_rates", "ages", "areas"

INTERVAL, BY_DATES, WHAT_IF = ("interval", "ages of the dates", "what if")

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

# The low and the high value of a row; None of what has none.
Values = tuple[Optional[float], Optional[float]]


@dataclass(frozen=True)
class Sensitivity:
    """What the net of a ledger over all periods hangs on, with errors of areas or without."""

    ledger: Ledger
    errors: AreaErrors | None = None

    @property
    def net(self) -> float:
        """t C of the ledger as it is."""
        return self.ledger.net(self.ledger.rule)

    @cached_property
    def rows(self) -> list[SensitivityRow]:
        """SENSITIVITY, what moves the net most first."""
        lands = self.ledger.lands
        rows = [
            *(row for class_index in lands.sinks for row in self._densities(class_index)),
            *self._shared(),
            *(row for class_index in lands.regrown for row in self._returned(class_index)),
            *(row for class_index in lands.disturbed for row in self._losses(class_index)),
            *self._all_losses(),
            *(row for class_index in lands.regrown for row in self._curves(class_index)),
            *self._all_years(),
            *self._ages(),
            *self._areas(),
        ]

        def reach(row: SensitivityRow) -> float:
            nets = (row["net_low_tc"], self.net, row["net_high_tc"])
            return max(nets) - min(nets)

        return sorted(rows, key=reach, reverse=True)

    def notes(self) -> Notes:
        """Which densities take no part, for log and page."""
        notes = Notes()
        without = [
            f"{self.ledger.land.classes[class_index].name} (u95_{name}_pct)"
            for class_index in self.ledger.lands.sinks
            for name, pool in self._pools(class_index).items()
            if pool.density and pool.u95_pct is None
        ]
        if without:
            notes.inform(
                "SENSITIVITY has no row of these densities, because the coefficients give no "
                "half-width of them: {names}.",
                names=Listed(without),
            )
        return notes

    def _pools(self, class_index: int) -> Mapping[str, Pool]:
        ledger = self.ledger
        return ledger.coefficients.or_nothing(ledger.land.classes[class_index]).pools

    def _row(
        self,
        item: str,
        class_index: int | None,
        pool: str,
        values: Values,
        nets: tuple[float, float],
        basis: str,
    ) -> SensitivityRow:
        """A row of a class, or of all of them, with t C at the low and at the high value."""
        low, high = nets
        return {
            "item": item,
            "class": ALL if class_index is None else self.ledger.land.classes[class_index].name,
            "pool": pool,
            "low_value": values[0],
            "high_value": values[1],
            "net_low_tc": low,
            "net_high_tc": high,
            "swing_tc": high - low,
            "basis": basis,
        }

    def _run(
        self,
        item: str,
        class_index: int | None,
        pool: str,
        values: Values,
        carbons: Iterable[CarbonByClass],
        basis: str = INTERVAL,
    ) -> SensitivityRow:
        """The row of runs with the carbon at the low and at the high value."""
        ledger = self.ledger
        low, high = (
            float((net_over(ledger.trajectories, carbon, ledger.rule) * ledger.hectares).sum())
            for carbon in carbons
        )
        return self._row(item, class_index, pool, values, (low, high), basis)

    def _densities(self, class_index: int) -> Iterator[SensitivityRow]:
        """By the part of the half-width that is a density's own; none is below 0."""
        for name, pool in self._pools(class_index).items():
            own = _own_part(pool.u95_pct, pool.shared_pct)
            if own and pool.density:
                ends = pool.density * max(0.0, 1.0 - own), pool.density * (1.0 + own)
                steps = (end - pool.density for end in ends)
                carbons = (self.ledger.carbon.changed(name, class_index, step) for step in steps)
                yield self._run(DENSITY, class_index, name, ends, carbons)

    def _shared(self) -> Iterator[SensitivityRow]:
        """All densities of a pool at once, by the part of their half-widths that they share.

        So are those of land that was mined before, which have a part of it too.
        """
        for name in POOLS:
            shared = {n: self._pools(n)[name] for n in self.ledger.lands.sinks}
            shared = {n: pool for n, pool in shared.items() if pool.density and pool.shared_pct}
            if not shared:
                continue
            low = high = self.ledger.carbon
            for class_index, pool in shared.items():
                part = pool.shared_pct / 100.0
                half = pool.density * pool.shared_pct / 100.0
                low = low.changed(name, class_index, -min(half, pool.density))
                high = high.changed(name, class_index, half)
                if pool.returned_u95_pct is not None:
                    least, most = pool.returned * max(0.0, 1.0 - part), pool.returned * (1.0 + part)
                    low = low.with_values(name, class_index, returned=least)
                    high = high.with_values(name, class_index, returned=most)
            values = _alike((-min(p.shared_pct, 100.0), p.shared_pct) for p in shared.values())
            yield self._run(SHARED, None, name, values, (low, high))

    def _returned(self, class_index: int) -> Iterator[SensitivityRow]:
        """What land comes to that was mined before, by the part that is its own; not below 0."""
        carbon = self.ledger.carbon
        for name, pool in self._pools(class_index).items():
            own = _own_part(pool.returned_u95_pct, pool.shared_pct)
            if own and pool.returned:
                ends = pool.returned * max(0.0, 1.0 - own), pool.returned * (1.0 + own)
                carbons = (carbon.with_values(name, class_index, returned=end) for end in ends)
                yield self._run(RETURNED, class_index, name, ends, carbons)

    def _losses(self, class_index: int) -> Iterator[SensitivityRow]:
        """By the bounds of a loss fraction, else from half of it to double, 1 at most."""
        carbon = self.ledger.carbon
        for name, pool in self._pools(class_index).items():
            ends = low, high = _lost_between(pool)
            if pool.density and low < high:
                carbons = (carbon.with_values(name, class_index, loss_fraction=end) for end in ends)
                basis = INTERVAL if pool.loss_bounds else WHAT_IF
                yield self._run(LOSS_FRACTION, class_index, name, ends, carbons, basis)

    def _all_losses(self) -> Iterator[SensitivityRow]:
        """All loss fractions of a pool at their low bounds at once, and at their high ones."""
        for name in POOLS:
            pools = {n: self._pools(n)[name] for n in self.ledger.lands.disturbed}
            acting = [p for p in pools.values() if p.density and len({*_lost_between(p)}) > 1]
            if len(acting) < 2:
                continue
            low = high = self.ledger.carbon
            for class_index, pool in pools.items():
                least, most = _lost_between(pool)
                low = low.with_values(name, class_index, loss_fraction=least)
                high = high.with_values(name, class_index, loss_fraction=most)
            basis = INTERVAL if all(pool.loss_bounds for pool in acting) else WHAT_IF
            values = _alike(map(_lost_between, acting))
            yield self._run(LOSS_FRACTION, None, name, values, (low, high), basis)

    def _all_years(self) -> Iterator[SensitivityRow]:
        """All curves of a pool that take years, in half and in double the time at once."""
        for name in POOLS:
            low = high = self.ledger.carbon
            years: list[tuple[float, float]] = []
            for class_index in self.ledger.lands.regrown:
                pool = self._pools(class_index)[name]
                half, double = (_changed(pool.curve, times) for times in (0.5, 2.0))
                if half is None or double is None or isinstance(pool.curve, Rates):
                    continue
                low = low.with_values(name, class_index, curves=half[1])
                high = high.with_values(name, class_index, curves=double[1])
                if pool.returned:
                    years.append((half[0], double[0]))
            if len(years) > 1:
                yield self._run(RECOVERY_YEARS, None, name, _alike(years), (low, high), WHAT_IF)

    def _curves(self, class_index: int) -> Iterator[SensitivityRow]:
        """Recovery in half and in double the time; rates by their half-width, else alike."""
        for name, pool in self._pools(class_index).items():
            item = RECOVERY_RATES if isinstance(pool.curve, Rates) else RECOVERY_YEARS
            times, basis = (0.5, 2.0), WHAT_IF
            if isinstance(pool.curve, Rates) and pool.rate_u95_pct is not None:
                part = pool.rate_u95_pct / 100.0
                times, basis = (max(0.0, 1.0 - part), 1.0 + part), INTERVAL
            low, high = (_changed(pool.curve, end) for end in times)
            if pool.returned and low and high and times[0] < times[1]:
                carbons = (
                    self.ledger.carbon.with_values(name, class_index, curves=curve)
                    for _, curve in (low, high)
                )
                yield self._run(item, class_index, name, (low[0], high[0]), carbons, basis)

    def _ages(self) -> Iterator[SensitivityRow]:
        """All reclaimed land as young and as old as the dates allow."""
        if self.ledger.lands.regrown:
            nets = self.ledger.net(AgeRule.YOUNGEST), self.ledger.net(AgeRule.OLDEST)
            yield self._row(AGES, None, ALL_POOLS, (None, None), nets, BY_DATES)

    def _areas(self) -> Iterator[SensitivityRow]:
        """The half-widths of areas, one after the other: net (1 -+ u) of what they are of."""
        if not self.errors:
            return
        model = self.ledger.model(self.errors)
        amounts = model.amounts(self.ledger.carbon).sum(axis=0)
        nets = (ITEM_SIGNS["net"][:, None] * amounts).sum(axis=0)
        errors = {error.row: error for error in self.errors.rows}
        for name, u95_pct, moved in zip(model.areas.names, model.areas.u95_pct, nets):
            u95 = float(u95_pct)
            if not moved or not u95:
                continue
            _, _, row, period = name.split(" ", 3)
            error = errors[int(row)]
            what = f"{error.source} -> {error.target}" if error.source else f"zone {error.zone}"
            half = float(moved) * u95 / 100.0
            ends, of_ends = (100.0 - u95, 100.0 + u95), (self.net - half, self.net + half)
            of_area = self._row(AREAS, None, ALL_POOLS, ends, of_ends, INTERVAL)
            yield {**of_area, "class": f"{what}, {period}"}


def _own_part(u95_pct: float | None, shared_pct: float) -> float:
    """The part of a half-width, given in %, that no other class shares; of the value, not in %."""
    return float(max(0.0, (u95_pct or 0.0) ** 2 - shared_pct**2) ** 0.5 / 100.0)


def _lost_between(pool: Pool) -> tuple[float, float]:
    """The bounds of a loss fraction, else half and double of it, 1 at most."""
    return pool.loss_bounds or (pool.loss_fraction / 2.0, min(1.0, 2.0 * pool.loss_fraction))


def _alike(values: Iterable[tuple[float, float]]) -> Values:
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


def with_bounds(ledger: Ledger, uncertainty: Uncertainty) -> list[BalanceRow]:
    """BALANCE with the interval of each net, by the areas of the map and the draws of UNCERTAINTY.

    Without half-widths there are none.
    """
    if not uncertainty.rows:
        return ledger.balance
    was_mine = ledger.trajectories.uses[0] == Use.MINE
    of_parts = {
        TAKEN: _bounds(ledger, ~was_mine, uncertainty),
        MINED_BEFORE: _bounds(ledger, was_mine, uncertainty),
    }
    rows: list[BalanceRow] = []
    for row in ledger.balance:
        period, low, high = row["period"], None, None
        if row["land"] in ledger.uncounted:
            pass
        elif row["land"] == ALL:
            best = uncertainty.best(NET, period=period)
            if best is not None:
                low, high = best["low"], best["high"]
        else:
            low, high = of_parts[row["land"]][period]
        rows.append({**row, "net_low_tc": low, "net_high_tc": high})
    return rows


def _bounds(
    ledger: Ledger, chosen: Flags, uncertainty: Uncertainty
) -> dict[str, tuple[float, float]]:
    """The interval of the net of some trajectories by period, and of all periods."""
    whole, land = ledger.model(uncertainty.errors), ledger.trajectories
    of_land = Trajectories(
        [own[chosen] for own in land.classes], [use[chosen] for use in land.uses], land.years
    )
    part = replace(whole, land=of_land, hectares=ledger.hectares[chosen])
    model, _ = part.model(ledger.variables(Notes()) or [])
    model = replace(model, items={NET: ITEM_SIGNS[NET]}, years=())
    method = APPROACH_2 if uncertainty.wanted.draws else APPROACH_1
    return {
        row["period"]: (row["low"], row["high"])
        for row in uncertainty_rows(model, uncertainty.wanted)
        if (row["method"], row["measure"]) == (method, "t C")
    }


class LedgerResults(Results):
    """The results of a series, and the carbon ledger of its mined land.

    Args:
        ledger: of the whole run.
        net_map: the raster that was written in the pass.
        thumbnail: what land was at all dates, small, for the report.
        uncertainty: how far the sums may be off.
    """

    def __init__(
        self,
        series: Series,
        census: Census,
        ledger: Ledger,
        uncertainty: Uncertainty,
        net_map: NetRaster | None = None,
        thumbnail: HistoryThumbnail | None = None,
    ):
        super().__init__(series, census)
        self.ledger, self.uncertainty = ledger, uncertainty
        self.net_map, self.thumbnail = net_map, thumbnail

    @cached_property
    def sensitivity(self) -> Sensitivity:
        return Sensitivity(self.ledger, self.uncertainty.errors)

    @cached_property
    def taken_land(self) -> list[TakenLand]:
        """All land that was taken, by class."""
        land = self.ledger.land
        return taken_land(self.cube, land.steps, self.ledger.coefficients, land.disturbing)

    @cached_property
    def balance(self) -> list[BalanceRow]:
        """BALANCE."""
        return with_bounds(self.ledger, self.uncertainty)

    @cached_property
    def checks(self) -> list[Check]:
        return [*super().checks, *self.ledger.checks(self.census, self.net_map)]


# How the classes were found that land is taken to come back as.
AS_RECLAIMED, AS_TAKEN = "reclaimed", "taken"

SOON = 20.0
# An age in years at which every curve is at its end.
IN_THE_END = 1e9


@dataclass(frozen=True)
class Comeback:
    """What land is taken to come back as.

    Attributes:
        basis: AS_RECLAIMED or AS_TAKEN; '' where nothing was either, and nobody can say.
        mix: part of each class, by its index, largest first; they add up to 1.
    """

    basis: str
    mix: Mapping[int, float]


def comeback_of(ledger: Ledger) -> Comeback:
    """As what the land of a whole run came back so far, else as what it was taken.

    Sinks whose carbon is not counted have their part in what came back, which holds nothing, but
    not where nothing else came back.
    """
    land, hectares = ledger.trajectories, ledger.hectares
    size = len(ledger.land.classes)
    is_counted = reclaimed_by(land.uses, len(land.uses)) != NEVER
    areas, basis = np.zeros(size), AS_RECLAIMED
    if is_counted.any():
        is_back = reclaimed_by(ledger.all_sinks.uses, len(land.uses)) != NEVER
        np.add.at(areas, land.classes[-1][is_back], hectares[is_back])
    else:
        basis = AS_TAKEN
        for date_index, before in enumerate(land.classes[:-1], 1):
            is_taken = land.mined_sinks(date_index)
            np.add.at(areas, before[is_taken], hectares[is_taken])
    whole = areas.sum()
    if not whole:
        return Comeback("", {})
    order = np.argsort(-areas, kind="stable")
    return Comeback(basis, {int(n): float(areas[n] / whole) for n in order if areas[n]})


@dataclass(frozen=True)
class Moved:
    """t C/ha of trajectories over all periods: what was lost and regained, and what is in store at
    the last date, (n,)."""

    lost: Floats
    regained: Floats
    stored: Floats


def moved(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> Moved:
    """The flows of the ledger that make its net, added up over the periods."""
    lost, regained = np.zeros(land.size), np.zeros(land.size)
    stored: Floats = np.zeros(land.size)
    for step in simulate(land, carbon, rule):
        stored = step.stock.stored
        for flow in step.flows:
            if flow.flow in SIGNS:
                (lost if flow.flow == LOSS else regained)[flow.land] += flow.amounts
    return Moved(lost, regained, stored)


def would_hold(comeback: Comeback, carbon: CarbonByClass, stored: Floats, age: float) -> Floats:
    """t C/ha that land with stored topsoil holds so many years after it was reclaimed, (n,)."""
    ages, nothing = np.full_like(stored, age), np.zeros_like(stored)
    carbon_held: Floats = np.zeros_like(stored)
    for class_index, part in comeback.mix.items():
        spread = topsoil_on(carbon.soil, class_index, stored)
        carbon_held += part * carbon.soil.come_back(class_index, spread, ages)
        carbon_held += part * carbon.vegetation.come_back(class_index, nothing, ages)
    return carbon_held
