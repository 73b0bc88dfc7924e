"""What follows from a ledger: SENSITIVITY, the intervals of BALANCE, and what land may hold again.

Every row of SENSITIVITY but those of areas is what a run with that one input changed would give.

Mined land is taken to come back as the mix of classes that is reclaimed at the last date, each
hectare as each of them by its part. Soil begins with the topsoil that is stored on the land,
vegetation with nothing, and both follow the curve of the class towards what returned land of it
comes to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypedDict

import numpy as np

from ..base.messages import Listed, Notes
from ..base.numbers import Flags, Floats
from ..mine.mined_land import NEVER, Use, reclaimed_by
from ..results.closure import Check
from ..results.losses import TakenLand, taken_land
from ..results.results import Results
from ..results.uncertainty import (
    APPROACH_1,
    APPROACH_2,
    Uncertainty,
    UncertaintyRow,
    uncertainty_rows,
)
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

# What dates may show wrongly has a row above so many per cent of the hectares ever mined.
LEAST_SUSPECT_PCT = 5.0
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


class _Input(NamedTuple):
    """A number of a pool of a class at the low and the high end of what it may be.

    Attributes:
        values: both, as a row has them.
        ends: what PoolByClass holds of the class at each.
        acts: whether it moves anything by itself.
    """

    item: str
    values: tuple[float, float]
    ends: Sequence[Mapping[str, object]]
    basis: str = INTERVAL
    acts: bool = True


@dataclass(frozen=True)
class Sensitivity:
    """What the net of a ledger over all periods hangs on, with errors of areas or without."""

    ledger: Ledger
    errors: AreaErrors | None = None

    @cached_property
    def net(self) -> float:
        """t C of the ledger as it is."""
        return self.ledger.net(self.ledger.rule)

    @cached_property
    def rows(self) -> list[SensitivityRow]:
        """SENSITIVITY, what moves the net most first."""
        lands = self.ledger.lands
        rows = [
            *self._one_by_one(lands.sinks, _density),
            *self._together(lands.sinks, _shared, least=1),
            *self._one_by_one(lands.regrown, _returned),
            *self._one_by_one(lands.disturbed, _loss_fraction),
            *self._together(lands.disturbed, _loss_fraction),
            *self._one_by_one(lands.regrown, _curve),
            *self._together(lands.regrown, _recovery_years),
        ]
        if lands.regrown and not self.ledger.are_ages_exact:
            nets = [self.ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST)]
            rows.append(_row(AGES, ALL, ALL_POOLS, (None, None), nets, BY_DATES))
        rows += self._areas(self.errors) if self.errors else []
        for item, (share, net) in self.ledger.suspects.items():
            if share > LEAST_SUSPECT_PCT:
                rows.append(_row(item, ALL, ALL_POOLS, (0.0, share), (self.net, net), WHAT_IF))

        def reach(row: SensitivityRow) -> float:
            nets = (row["net_low_tc"], self.net, row["net_high_tc"])
            return max(nets) - min(nets)

        return sorted(rows, key=reach, reverse=True)

    def notes(self) -> Notes:
        """Which densities take no part, for log and page."""
        notes = Notes()
        without = [
            f"{self.ledger.land.classes[class_index].name} (u95_{name}_pct)"
            for class_index, name, pool in self._pools(self.ledger.lands.sinks)
            if pool.density and pool.u95_pct is None
        ]
        if without:
            notes.inform(
                "SENSITIVITY omits carbon densities without uncertainty: {names}.",
                names=Listed(without),
            )
        return notes

    def _pools(self, class_indices: Iterable[int]) -> Iterator[tuple[int, str, Pool]]:
        for class_index in class_indices:
            land_class = self.ledger.land.classes[class_index]
            for name, pool in self.ledger.coefficients.or_nothing(land_class).pools.items():
                yield class_index, name, pool

    def _one_by_one(
        self, class_indices: Iterable[int], input_of: Callable[[Pool], _Input | None]
    ) -> Iterator[SensitivityRow]:
        """A row of each class and pool whose input acts."""
        for class_index, name, pool in self._pools(class_indices):
            own = input_of(pool)
            if own and own.acts:
                class_name = self.ledger.land.classes[class_index].name
                yield self._run(class_name, name, {class_index: own})

    def _together(
        self,
        class_indices: Iterable[int],
        input_of: Callable[[Pool], _Input | None],
        least: int = 2,
    ) -> Iterator[SensitivityRow]:
        """A row of each pool, all classes at their low ends at once, and at their high ones."""
        pools = list(self._pools(class_indices))
        for name in POOLS:
            by_class = {index: input_of(pool) for index, of, pool in pools if of == name}
            inputs = {index: own for index, own in by_class.items() if own}
            if sum(own.acts for own in inputs.values()) >= least:
                yield self._run(ALL, name, inputs)

    def _run(self, class_name: str, name: str, inputs: Mapping[int, _Input]) -> SensitivityRow:
        """The row of a run with inputs of a pool, by class index, at either end."""
        ledger, carbons = self.ledger, [self.ledger.carbon] * 2
        for class_index, own in inputs.items():
            ends = zip(carbons, own.ends)
            carbons = [carbon.with_values(name, class_index, **end) for carbon, end in ends]
        nets = [
            float((net_over(ledger.trajectories, carbon, ledger.rule) * ledger.hectares).sum())
            for carbon in carbons
        ]
        acting = [own for own in inputs.values() if own.acts]
        # Those of several classes are told where all have the same.
        (values, *others) = {own.values for own in acting}
        basis = INTERVAL if all(own.basis == INTERVAL for own in acting) else WHAT_IF
        shown = (None, None) if others else values
        return _row(acting[0].item, class_name, name, shown, nets, basis)

    def _areas(self, errors: AreaErrors) -> Iterator[SensitivityRow]:
        """The half-widths of areas, one after the other: net (1 -+ u) of what they are of."""
        model = self.ledger.model(errors)
        amounts = model.amounts(self.ledger.carbon).sum(axis=0)
        nets = (ITEM_SIGNS["net"][:, None] * amounts).sum(axis=0)
        by_row = {error.row: error for error in errors.rows}
        for name, u95_pct, moved in zip(model.areas.names, model.areas.u95_pct, nets):
            u95 = float(u95_pct)
            if not moved or not u95:
                continue
            _, _, row, period = name.split(" ", 3)
            error = by_row[int(row)]
            what = f"{error.source} -> {error.target}" if error.source else f"zone {error.zone}"
            half = float(moved) * u95 / 100.0
            ends, of_ends = (100.0 - u95, 100.0 + u95), (self.net - half, self.net + half)
            yield _row(AREAS, f"{what}, {period}", ALL_POOLS, ends, of_ends, INTERVAL)


def _row(
    item: str,
    class_name: str,
    pool: str,
    values: tuple[float | None, float | None],
    nets: Sequence[float],
    basis: str,
) -> SensitivityRow:
    low, high = nets
    return {
        "item": item,
        "class": class_name,
        "pool": pool,
        "low_value": values[0],
        "high_value": values[1],
        "net_low_tc": low,
        "net_high_tc": high,
        "swing_tc": high - low,
        "basis": basis,
    }


def _around(value: float, part: float) -> tuple[float, float]:
    """A part of a value less than it, but not below 0, and more than it."""
    return value * max(0.0, 1.0 - part), value * (1.0 + part)


def _own_ends(value: float, u95_pct: float | None, shared_pct: float) -> tuple[float, float] | None:
    """A value at the ends of the part of its half-width, given in %, that no other class shares."""
    own = float(max(0.0, (u95_pct or 0.0) ** 2 - shared_pct**2) ** 0.5 / 100.0)
    return _around(value, own) if own and value else None


def _density(pool: Pool) -> _Input | None:
    values = _own_ends(pool.density, pool.u95_pct, pool.shared_pct)
    if not values:
        return None
    ends = [{"density": pool.density + (end - pool.density)} for end in values]
    return _Input(DENSITY, values, ends)


def _shared(pool: Pool) -> _Input | None:
    """By the part that all classes share, as what land comes to that was mined before has it."""
    if not pool.density or not pool.shared_pct:
        return None
    half = pool.density * pool.shared_pct / 100.0
    steps = -min(half, pool.density), half
    ends = [{"density": pool.density + step} for step in steps]
    if pool.returned_u95_pct is not None:
        returned = _around(pool.returned, pool.shared_pct / 100.0)
        ends = [{**end, "returned": value} for end, value in zip(ends, returned)]
    return _Input(SHARED, (-min(pool.shared_pct, 100.0), pool.shared_pct), ends)


def _returned(pool: Pool) -> _Input | None:
    """What land comes to that was mined before."""
    values = _own_ends(pool.returned, pool.returned_u95_pct, pool.shared_pct)
    return _Input(RETURNED, values, [{"returned": end} for end in values]) if values else None


def _loss_fraction(pool: Pool) -> _Input:
    """By its bounds, else from half of it to double, 1 at most."""
    fraction, basis = pool.loss_fraction, INTERVAL if pool.loss_bounds else WHAT_IF
    values = low, high = pool.loss_bounds or (fraction / 2.0, min(1.0, 2.0 * fraction))
    ends = [{"loss_fraction": end} for end in values]
    return _Input(LOSS_FRACTION, values, ends, basis, bool(pool.density) and low < high)


def _curve(pool: Pool) -> _Input | None:
    """Recovery in half and in double the time; rates by their half-width, else alike.

    None of a curve that takes no time.
    """
    item, basis, curve, times = RECOVERY_YEARS, WHAT_IF, pool.curve, (0.5, 2.0)
    curves: list[RecoveryCurve]
    if isinstance(curve, Rates):
        item, values = RECOVERY_RATES, times
        if pool.rate_u95_pct is not None:
            values, basis = _around(1.0, pool.rate_u95_pct / 100.0), INTERVAL
        curves = [curve.times(value) for value in values]
    elif isinstance(curve, Ipcc):
        values = times[0] * curve.years, times[1] * curve.years
        curves = [replace(curve, years=value) for value in values]
    elif isinstance(curve, (Exponential, ChapmanRichards)):
        values = times[0] * curve.age, times[1] * curve.age
        curves = [replace(curve, age=value) for value in values]
    else:
        return None
    ends = [{"curves": own} for own in curves]
    return _Input(item, values, ends, basis, bool(pool.returned) and values[0] < values[1])


def _recovery_years(pool: Pool) -> _Input | None:
    return None if isinstance(pool.curve, Rates) else _curve(pool)


def with_bounds(ledger: Ledger, uncertainty: Uncertainty) -> list[BalanceRow]:
    """BALANCE with the interval of each net, by the areas of the map and the draws of UNCERTAINTY.

    Without half-widths there are none.
    """
    if uncertainty.best(NET) is None:
        return ledger.balance
    was_mine = ledger.trajectories.uses[0] == Use.MINE
    periods = [row["period"] for row in ledger.balance]
    intervals: Mapping[str, Mapping[str, UncertaintyRow | None]] = {
        TAKEN: _intervals(ledger, ~was_mine, uncertainty),
        MINED_BEFORE: _intervals(ledger, was_mine, uncertainty),
        ALL: {period: uncertainty.best(NET, period=period) for period in periods},
    }
    rows: list[BalanceRow] = []
    for row in ledger.balance:
        interval = intervals[row["land"]].get(row["period"])
        if interval is not None and row["land"] not in ledger.uncounted:
            row = {**row, "net_low_tc": interval["low"], "net_high_tc": interval["high"]}
        rows.append(row)
    return rows


def _intervals(
    ledger: Ledger, chosen: Flags, uncertainty: Uncertainty
) -> dict[str, UncertaintyRow]:
    """The interval of the net of some trajectories by period, and of all periods."""
    whole, land = ledger.model(uncertainty.errors), ledger.trajectories
    part = replace(whole, land=land.chosen(chosen), hectares=ledger.hectares[chosen])
    model, _ = part.model(ledger.variables(Notes()) or [])
    model = replace(model, items={NET: ITEM_SIGNS[NET]}, years=())
    method = APPROACH_2 if uncertainty.wanted.draws else APPROACH_1
    return {
        row["period"]: row
        for row in uncertainty_rows(model, uncertainty.wanted)
        if (row["method"], row["measure"]) == (method, "t C")
    }


class LedgerResults(Results):
    """The results of a series, and the carbon ledger of its mined land.

    Args:
        net_map: the raster that was written in the pass.
        thumbnail: what land was at all dates, small, for the report.
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
        return with_bounds(self.ledger, self.uncertainty)

    @cached_property
    def checks(self) -> list[Check]:
        return [*super().checks, *self.ledger.checks(self.census, self.net_map)]


SOON = 20.0
# An age in years at which every curve is at its end.
IN_THE_END = 1e9


def class_mix(ledger: Ledger) -> dict[int, float]:
    """As what land is taken to come back: as what the land of a whole run came back so far, else as
    what it was taken. The part of each class by its index, largest first; none where nobody knows.

    Sinks whose carbon is not counted have their part in what came back, which holds nothing, but
    not where nothing else came back.
    """
    land, hectares = ledger.trajectories, ledger.hectares
    areas = np.zeros(len(ledger.land.classes))
    if (reclaimed_by(land.uses, len(land.uses)) != NEVER).any():
        is_back = reclaimed_by(ledger.all_sinks.uses, len(land.uses)) != NEVER
        np.add.at(areas, land.classes[-1][is_back], hectares[is_back])
    else:
        for date_index, before in enumerate(land.classes[:-1], 1):
            is_taken = land.mined_sinks(date_index)
            np.add.at(areas, before[is_taken], hectares[is_taken])
    order = np.argsort(-areas, kind="stable")
    return {int(n): float(areas[n] / areas.sum()) for n in order if areas[n]}


class Moved(NamedTuple):
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


def held_as(class_index: int, carbon: CarbonByClass, stored: Floats, age: float) -> Floats:
    """t C/ha that land with stored topsoil holds so many years after it became a class, (n,)."""
    ages, nothing = np.full_like(stored, age), np.zeros_like(stored)
    spread = topsoil_on(carbon.soil, class_index, stored)
    soil = carbon.soil.come_back(class_index, spread, ages)
    return soil + carbon.vegetation.come_back(class_index, nothing, ages)
