"""Results derived from a ledger: SENSITIVITY, intervals and potential carbon stocks.

Every row of SENSITIVITY, except those of areas, is the result of a run with that one
input changed. Mined land is assumed to recover as the mix of classes reclaimed at the
last date, each hectare in proportion. Soil starts from the stored topsoil, vegetation
from zero; both follow the recovery curve of the class to its density on reclaimed land.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypedDict

import numpy as np

from ..base.messages import MessageList, Notes
from ..base.numbers import BoolArray, FloatArray
from ..mine.mined_land import NO_DATE, LandUse, reclamation_dates
from ..results.closure import Check
from ..results.losses import DisturbedLand, disturbed_land_by_class
from ..results.results import Results
from ..results.uncertainty import (
    APPROACH_1,
    APPROACH_2,
    UncertaintyResult,
    UncertaintyRow,
    uncertainty_rows,
)
from ..scan.cell_raster import HistoryThumbnail
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scheme.area_errors import AreaErrors
from ..scheme.coefficients import POOLS, CarbonPool
from ..scheme.recovery_curves import (
    ChapmanRichards,
    ExponentialRecovery,
    LinearRecovery,
    RecoveryCurve,
    RecoveryRates,
)
from ..scheme.table import ALL_LABEL
from .ledger import Ledger
from .ledger_rows import ALL_POOLS, DISTURBED, MINED_BEFORE, NET, BalanceRow, NetRaster
from .stocks import (
    FLOW_SIGNS,
    LOSS,
    AgeRule,
    CarbonByClass,
    Trajectories,
    reapplied_topsoil,
    simulate_carbon,
    simulate_net,
)
from .uncertainty_model import ITEM_SIGNS

DENSITY, SHARED_DENSITY, LOSS_FRACTION = "density", "shared_density", "loss_fraction"
RETURNED_DENSITY = "returned_density"
RECOVERY_YEARS, RECOVERY_RATES, AGES, AREAS = "recovery_years", "recovery_rates", "ages", "areas"

# Minimum share of the cumulative disturbed area, %, for a row on isolated dates.
MIN_SUSPECT_PCT = 5.0
INTERVAL, DATE_AGES, WHAT_IF = ("interval", "ages of the dates", "what if")

# A row of SENSITIVITY; functional syntax because `class` is a Python keyword. Units of values
# depend on the item: t C/ha, fraction, years, multiple of the rates, % of the density or the area.
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


class _SensitivityInput(NamedTuple):
    """Low and high value of an input for a pool of a class.

    Attributes:
        values: low and high value as shown in a row.
        ends: values of the class in PoolByClass for each.
        acts: whether the input has an effect on its own.
    """

    item: str
    values: tuple[float, float]
    ends: Sequence[Mapping[str, object]]
    basis: str = INTERVAL
    acts: bool = True


@dataclass(frozen=True)
class SensitivityAnalysis:
    """Sensitivity analysis of the net of a ledger over all periods, with or without area errors."""

    ledger: Ledger
    errors: AreaErrors | None = None

    @cached_property
    def base_net_tc(self) -> float:
        """Net of the unchanged ledger, t C."""
        return self.ledger.total_net_tc(self.ledger.rule)

    @cached_property
    def rows(self) -> list[SensitivityRow]:
        """SENSITIVITY, sorted by descending effect on the net."""
        lands = self.ledger.lands
        rows = [
            *self._single_class_rows(lands.sinks, _vary_density),
            *self._all_class_rows(lands.sinks, _vary_shared_density, least=1),
            *self._single_class_rows(lands.regrown, _vary_returned_density),
            *self._single_class_rows(lands.disturbed, _vary_loss_fraction),
            *self._all_class_rows(lands.disturbed, _vary_loss_fraction),
            *self._single_class_rows(lands.regrown, _vary_curve),
            *self._all_class_rows(lands.regrown, _vary_recovery_years),
        ]
        if lands.regrown and not self.ledger.has_exact_ages:
            nets = [self.ledger.total_net_tc(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST)]
            rows.append(_sensitivity_row(AGES, ALL_LABEL, ALL_POOLS, (None, None), nets, DATE_AGES))
        rows += self._area_rows(self.errors) if self.errors else []
        for item, (share, net) in self.ledger.isolated_date_nets.items():
            if share > MIN_SUSPECT_PCT:
                rows.append(
                    _sensitivity_row(
                        item, ALL_LABEL, ALL_POOLS, (0.0, share), (self.base_net_tc, net), WHAT_IF
                    )
                )

        def reach(row: SensitivityRow) -> float:
            nets = (row["net_low_tc"], self.base_net_tc, row["net_high_tc"])
            return max(nets) - min(nets)

        return sorted(rows, key=reach, reverse=True)

    def notes(self) -> Notes:
        """Return notes on densities omitted for lack of a half-width."""
        notes = Notes()
        without = [
            f"{self.ledger.land.classes[class_index].name} (u95_{name}_pct)"
            for class_index, name, pool in self._iterate_pools(self.ledger.lands.sinks)
            if pool.density and pool.u95_pct is None
        ]
        if without:
            notes.add_notice(
                "SENSITIVITY omits carbon densities without uncertainty: {names}.",
                names=MessageList(without),
            )
        return notes

    def _iterate_pools(self, class_indices: Iterable[int]) -> Iterator[tuple[int, str, CarbonPool]]:
        for class_index in class_indices:
            land_class = self.ledger.land.classes[class_index]
            for name, pool in self.ledger.coefficients.coefficient_or_zero(
                land_class
            ).pools.items():
                yield class_index, name, pool

    def _single_class_rows(
        self,
        class_indices: Iterable[int],
        input_of: Callable[[CarbonPool], _SensitivityInput | None],
    ) -> Iterator[SensitivityRow]:
        """Yield a row for each class and pool with an effective input."""
        for class_index, name, pool in self._iterate_pools(class_indices):
            own = input_of(pool)
            if own and own.acts:
                class_name = self.ledger.land.classes[class_index].name
                yield self._evaluate_inputs(class_name, name, {class_index: own})

    def _all_class_rows(
        self,
        class_indices: Iterable[int],
        input_of: Callable[[CarbonPool], _SensitivityInput | None],
        least: int = 2,
    ) -> Iterator[SensitivityRow]:
        """Yield a row for each pool with all classes at their low and high values together."""
        pools = list(self._iterate_pools(class_indices))
        for name in POOLS:
            by_class = {index: input_of(pool) for index, of, pool in pools if of == name}
            inputs = {index: own for index, own in by_class.items() if own}
            if sum(own.acts for own in inputs.values()) >= least:
                yield self._evaluate_inputs(ALL_LABEL, name, inputs)

    def _evaluate_inputs(
        self, class_name: str, name: str, inputs: Mapping[int, _SensitivityInput]
    ) -> SensitivityRow:
        """Return the row for inputs of a pool, by class index, at their low and high values."""
        ledger, carbons = self.ledger, [self.ledger.carbon] * 2
        for class_index, own in inputs.items():
            ends = zip(carbons, own.ends)
            carbons = [carbon.replace_values(name, class_index, **end) for carbon, end in ends]
        nets = [
            float((simulate_net(ledger.trajectories, carbon, ledger.rule) * ledger.hectares).sum())
            for carbon in carbons
        ]
        acting = [own for own in inputs.values() if own.acts]
        # Values of several classes are shown only if they are equal.
        (values, *others) = {own.values for own in acting}
        basis = INTERVAL if all(own.basis == INTERVAL for own in acting) else WHAT_IF
        shown = (None, None) if others else values
        return _sensitivity_row(acting[0].item, class_name, name, shown, nets, basis)

    def _area_rows(self, errors: AreaErrors) -> Iterator[SensitivityRow]:
        """Yield a row for each area error: the net with the area varied by its half-width."""
        model = self.ledger.build_model(errors)
        amounts = model.compute_amounts(self.ledger.carbon).sum(axis=0)
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
            ends, of_ends = (
                (100.0 - u95, 100.0 + u95),
                (self.base_net_tc - half, self.base_net_tc + half),
            )
            yield _sensitivity_row(AREAS, f"{what}, {period}", ALL_POOLS, ends, of_ends, INTERVAL)


def _sensitivity_row(
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


def _relative_range(value: float, part: float) -> tuple[float, float]:
    """Return a value minus and plus a fraction of itself, with a minimum of 0."""
    return value * max(0.0, 1.0 - part), value * (1.0 + part)


def _independent_range(
    value: float, u95_pct: float | None, shared_pct: float
) -> tuple[float, float] | None:
    """Return the bounds of a value for the unshared part of its half-width in %, or None."""
    own = float(max(0.0, (u95_pct or 0.0) ** 2 - shared_pct**2) ** 0.5 / 100.0)
    return _relative_range(value, own) if own and value else None


def _vary_density(pool: CarbonPool) -> _SensitivityInput | None:
    values = _independent_range(pool.density, pool.u95_pct, pool.shared_pct)
    if not values:
        return None
    ends = [{"density": pool.density + (end - pool.density)} for end in values]
    return _SensitivityInput(DENSITY, values, ends)


def _vary_shared_density(pool: CarbonPool) -> _SensitivityInput | None:
    """Vary a density, and that of reclaimed land if independent, by the shared half-width."""
    if not pool.density or not pool.shared_pct:
        return None
    half = pool.density * pool.shared_pct / 100.0
    steps = -min(half, pool.density), half
    ends = [{"density": pool.density + step} for step in steps]
    if pool.returned_u95_pct is not None:
        returned = _relative_range(pool.reclaimed_density, pool.shared_pct / 100.0)
        ends = [{**end, "returned": value} for end, value in zip(ends, returned)]
    return _SensitivityInput(SHARED_DENSITY, (-min(pool.shared_pct, 100.0), pool.shared_pct), ends)


def _vary_returned_density(pool: CarbonPool) -> _SensitivityInput | None:
    """Vary the carbon density of reclaimed land."""
    values = _independent_range(pool.reclaimed_density, pool.returned_u95_pct, pool.shared_pct)
    return (
        _SensitivityInput(RETURNED_DENSITY, values, [{"returned": end} for end in values])
        if values
        else None
    )


def _vary_loss_fraction(pool: CarbonPool) -> _SensitivityInput:
    """Vary a loss fraction over its bounds, or from half to double, at most 1."""
    fraction, basis = pool.loss_fraction, INTERVAL if pool.loss_bounds else WHAT_IF
    values = low, high = pool.loss_bounds or (fraction / 2.0, min(1.0, 2.0 * fraction))
    ends = [{"loss_fraction": end} for end in values]
    return _SensitivityInput(LOSS_FRACTION, values, ends, basis, bool(pool.density) and low < high)


def _vary_curve(pool: CarbonPool) -> _SensitivityInput | None:
    """Vary recovery times from half to double, rates by half-width; None without duration."""
    item, basis, curve, times = RECOVERY_YEARS, WHAT_IF, pool.curve, (0.5, 2.0)
    curves: list[RecoveryCurve]
    if isinstance(curve, RecoveryRates):
        item, values = RECOVERY_RATES, times
        if pool.rate_u95_pct is not None:
            values, basis = _relative_range(1.0, pool.rate_u95_pct / 100.0), INTERVAL
        curves = [curve.scale_rates(value) for value in values]
    elif isinstance(curve, LinearRecovery):
        values = times[0] * curve.years, times[1] * curve.years
        curves = [replace(curve, years=value) for value in values]
    elif isinstance(curve, (ExponentialRecovery, ChapmanRichards)):
        values = times[0] * curve.age, times[1] * curve.age
        curves = [replace(curve, age=value) for value in values]
    else:
        return None
    ends = [{"curves": own} for own in curves]
    return _SensitivityInput(
        item, values, ends, basis, bool(pool.reclaimed_density) and values[0] < values[1]
    )


def _vary_recovery_years(pool: CarbonPool) -> _SensitivityInput | None:
    return None if isinstance(pool.curve, RecoveryRates) else _vary_curve(pool)


def add_net_intervals(ledger: Ledger, uncertainty: UncertaintyResult) -> list[BalanceRow]:
    """Return BALANCE with net intervals (mapped areas, UNCERTAINTY draws) if half-widths exist."""
    if uncertainty.best_row(NET) is None:
        return ledger.balance
    was_mine = ledger.trajectories.uses[0] == LandUse.MINE
    periods = [row["period"] for row in ledger.balance]
    intervals: Mapping[str, Mapping[str, UncertaintyRow | None]] = {
        DISTURBED: _net_intervals(ledger, ~was_mine, uncertainty),
        MINED_BEFORE: _net_intervals(ledger, was_mine, uncertainty),
        ALL_LABEL: {period: uncertainty.best_row(NET, period=period) for period in periods},
    }
    rows: list[BalanceRow] = []
    for row in ledger.balance:
        interval = intervals[row["land"]].get(row["period"])
        if interval is not None and row["land"] not in ledger.uncounted_land:
            row = {**row, "net_low_tc": interval["low"], "net_high_tc": interval["high"]}
        rows.append(row)
    return rows


def _net_intervals(
    ledger: Ledger, chosen: BoolArray, uncertainty: UncertaintyResult
) -> dict[str, UncertaintyRow]:
    """Return the interval of the net of selected trajectories by period and for all periods."""
    whole, land = ledger.build_model(uncertainty.errors), ledger.trajectories
    part = replace(whole, land=land.subset(chosen), hectares=ledger.hectares[chosen])
    model, _ = part.build_model(ledger.random_variables(Notes()) or [])
    model = replace(model, items={NET: ITEM_SIGNS[NET]}, years=())
    method = APPROACH_2 if uncertainty.wanted.draws else APPROACH_1
    return {
        row["period"]: row
        for row in uncertainty_rows(model, uncertainty.wanted)
        if (row["method"], row["measure"]) == (method, "t C")
    }


class LedgerResults(Results):
    """Results of a series with the carbon ledger of its mined land.

    Args:
        net_map: raster written in the pass.
        thumbnail: reduced class maps of all dates for the report.
    """

    def __init__(
        self,
        series: Series,
        census: CountResult,
        ledger: Ledger,
        uncertainty: UncertaintyResult,
        net_map: NetRaster | None = None,
        thumbnail: HistoryThumbnail | None = None,
    ):
        super().__init__(series, census)
        self.ledger, self.uncertainty = ledger, uncertainty
        self.net_map, self.thumbnail = net_map, thumbnail

    @cached_property
    def sensitivity(self) -> SensitivityAnalysis:
        return SensitivityAnalysis(self.ledger, self.uncertainty.errors)

    @cached_property
    def disturbed_land(self) -> list[DisturbedLand]:
        """All disturbed land by class."""
        land = self.ledger.land
        return disturbed_land_by_class(
            self.cube, land.periods, self.ledger.coefficients, land.disturbing
        )

    @cached_property
    def balance(self) -> list[BalanceRow]:
        return add_net_intervals(self.ledger, self.uncertainty)

    @cached_property
    def consistency_checks(self) -> list[Check]:
        return [
            *super().consistency_checks,
            *self.ledger.consistency_checks(self.census, self.net_map),
        ]


SHORT_TERM_YEARS = 20.0
# Age in years at which every curve has reached its equilibrium.
EQUILIBRIUM_AGE_YEARS = 1e9


def recovery_mix(ledger: Ledger) -> dict[int, float]:
    """Return the assumed class mix of reclaimed land, as fractions by class index.

    Largest first: of reclaimed land at the last date (sinks without densities have a stock
    of 0, unless they are all of it), else of disturbed sinks; empty if neither exists.
    """
    land, hectares = ledger.trajectories, ledger.hectares
    areas = np.zeros(len(ledger.land.classes))
    if (reclamation_dates(land.uses, len(land.uses)) != NO_DATE).any():
        is_back = reclamation_dates(ledger.all_sinks.uses, len(land.uses)) != NO_DATE
        np.add.at(areas, land.classes[-1][is_back], hectares[is_back])
    else:
        for date_index, before in enumerate(land.classes[:-1], 1):
            is_taken = land.newly_mined_sinks(date_index)
            np.add.at(areas, before[is_taken], hectares[is_taken])
    order = np.argsort(-areas, kind="stable")
    return {int(n): float(areas[n] / areas.sum()) for n in order if areas[n]}


class CarbonTotals(NamedTuple):
    """Loss and gain over all periods, and stored carbon at the last date, t C/ha, (n,)."""

    lost: FloatArray
    regained: FloatArray
    stored: FloatArray


def sum_flows(land: Trajectories, carbon: CarbonByClass, rule: AgeRule) -> CarbonTotals:
    """Return the sums over all periods of the flows included in the net."""
    lost, regained = np.zeros(land.size), np.zeros(land.size)
    stored: FloatArray = np.zeros(land.size)
    for step in simulate_carbon(land, carbon, rule):
        stored = step.stock.stored
        for flow in step.flows:
            if flow.flow in FLOW_SIGNS:
                (lost if flow.flow == LOSS else regained)[flow.land] += flow.amounts
    return CarbonTotals(lost, regained, stored)


def reclaimed_stock(
    class_index: int, carbon: CarbonByClass, stored: FloatArray, age: float
) -> FloatArray:
    """Return t C/ha of land with stored topsoil at an age after reclamation to a class, (n,)."""
    ages, nothing = np.full_like(stored, age), np.zeros_like(stored)
    spread = reapplied_topsoil(carbon.soil, class_index, stored)
    soil = carbon.soil.recovered_stock(class_index, spread, ages)
    return soil + carbon.vegetation.recovered_stock(class_index, nothing, ages)
