"""UNCERTAINTY table: uncertainty of carbon sums from errors of coefficients and areas.

Sums are modelled by amounts by period, item and area variable, and the effects of each
coefficient on them. A coefficient is the same random variable wherever it occurs, so
its effects are summed before squaring; the same applies to an area error, given by a
row of AREA_ERRORS, within a period.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import log1p, sqrt
from operator import itemgetter
from typing import NamedTuple, Union

import numpy as np

from ..base.messages import ContinueCheck, MessageList, Notes, Term, Text, iter_until_cancelled
from ..base.numbers import FloatArray, IntArray
from ..base.random_draws import (
    Z95,
    draw_standard_normal,
    draw_uniform,
    get_z_score,
    normal_cdf,
    to_lognormal,
    to_standard_normal,
    to_triangular,
    triangular_sd,
)
from ..base.table import Row
from ..scheme.area_errors import CERTAIN_VARIABLE, AreaErrors, SampledAreas
from ..scheme.classes import LandClass
from ..scheme.coefficients import CO2_PER_C, LOGNORMAL, Coefficients

APPROACH_1 = "approach 1"
COEFFICIENT_PART = "approach 1: coefficients"
AREA_PART = "approach 1: areas"
CORRELATED_APPROACH_1 = "approach 1, correlation 1"
APPROACH_2 = "approach 2"

MEASURE_FACTORS: Mapping[str, float] = {"t C": 1.0, "t CO2": CO2_PER_C}
# Measure of the difference of two periods.
PER_YEAR_MEASURE = "t C per year"

# Period of a row for all periods.
ALL_PERIODS = ""

# Areas that amounts are based on: mapped, or estimated from a sample.
MAPPED_AREAS, ADJUSTED_AREAS = "mapped", "adjusted"

UNCERTAINTY = (
    "period item measure estimate method sd low high half_width half_width_pct draws areas"
)
UncertaintyRow = Row


@dataclass(frozen=True)
class UncertaintySettings:
    """Settings of the uncertainty analysis: number of draws (0 for none), seed, and level in %."""

    draws: int = 10_000
    seed: int = 1
    level: float = 95.0


@dataclass(frozen=True)
class RandomParameter:
    """Density, rate or factor as a random variable, positive, with a half-width in % of its value.

    Attributes:
        name: name such as `soil:arable`, which determines its random stream.
        u95_pct: half-width of the 95 % interval, in % of the value; for a triangular
            distribution that of a normal one with the same standard deviation.
        distribution: normal, lognormal, or triangular within its bounds, with the value as
            mode.
        pool, shared_pct: part of the half-width, in %, that all densities of a pool share.
    """

    name: str
    value: float
    u95_pct: float
    distribution: str
    bounds: tuple[float, float] | None = None
    pool: str = ""
    shared_pct: float = 0.0

    @property
    def half_width(self) -> float:
        """Half-width of the interval in the unit of the value."""
        return self.value * self.u95_pct / 100.0

    @property
    def shared(self) -> float:
        """Share of the half-width common to the pool, 0 to 1; the squared rest is independent."""
        return self.shared_pct / self.u95_pct if self.shared_pct else 0.0

    def draw_deviations(self, wanted: UncertaintySettings) -> FloatArray:
        """Return the deviations of draws from the estimate, in half-widths, shape (draws,)."""
        relative = self.u95_pct / 100.0
        drawn = draw_uniform(wanted.seed, self.name, wanted.draws)
        is_wide = relative > 0 and self.value > 0
        if self.bounds is not None and is_wide:
            low, high = self.bounds
            factors = to_triangular(drawn, low, self.value, high) / self.value
            return (1.0 / relative) * (factors - 1.0)
        part = self.shared
        if part and self.distribution == LOGNORMAL:
            # The variances of the logarithms are split, v = ln(1 + c^2).
            variances = [log1p((pct / 100.0 / Z95) ** 2) for pct in (self.shared_pct, self.u95_pct)]
            part = sqrt(variances[0] / variances[1])
        normal = _mix_shared_draws(to_standard_normal(drawn), self.pool, part, wanted)
        if self.distribution == LOGNORMAL and is_wide:
            return (1.0 / relative) * (to_lognormal(normal, 1.0, relative / Z95) - 1.0)
        return (1.0 / Z95) * normal

    def half_width_effect(
        self, low: FloatArray, high: FloatArray, middle: FloatArray
    ) -> tuple[FloatArray, bool]:
        """Return the effect of a half-width on amounts, and whether it is non-linear.

        It is half of the difference between the ends: exact for linear parameters, which are
        all except where topsoil or growth reaches a density.

        Args:
            low, high: amounts in t C with the parameter reduced and increased by a half-width.
            middle: amounts with the parameter unchanged; all three of the same shape.
        """
        most = np.abs(high + low - 2.0 * middle).max(initial=0)
        return 0.5 * (high - low), bool(most > ROUNDING_TOLERANCE * np.abs(middle).max(initial=0))


@dataclass(frozen=True)
class LossFraction:
    """Loss fraction as a random variable, triangular between its bounds; it may be 0.

    Attributes:
        shared: s, weight of the part common to all classes of a pool, as stripping is
            similar across a mine: z = s z0 + sqrt(1 - s^2) zi, and the fraction is its
            quantile at Phi(z).
    """

    name: str
    value: float
    bounds: tuple[float, float]
    pool: str
    shared: float = 0.0

    @property
    def half_width(self) -> float:
        """Half-width of a normal distribution with the same standard deviation."""
        low, high = self.bounds
        return Z95 * triangular_sd(low, self.value, high)

    def draw_deviations(self, wanted: UncertaintySettings) -> FloatArray:
        """Return the deviations of draws from the estimate, in half-widths, shape (draws,)."""
        low, high = self.bounds
        drawn = draw_uniform(wanted.seed, self.name, wanted.draws)
        if self.shared:
            drawn = normal_cdf(
                _mix_shared_draws(to_standard_normal(drawn), self.pool, self.shared, wanted)
            )
        far: FloatArray = to_triangular(drawn, low, self.value, high) - self.value
        return (1.0 / self.half_width) * far

    def half_width_effect(
        self, low: FloatArray, high: FloatArray, middle: FloatArray
    ) -> tuple[FloatArray, bool]:
        """Return the effect of a half-width on amounts, and whether it is non-linear.

        It is based on the change from bound to bound, as the fraction may not be in the middle.

        Args:
            low, high: the amounts in t C at the bounds. middle: at the fraction itself.
        """
        least, most = self.bounds
        slope: FloatArray = (1.0 / (most - least)) * (high - low)
        far = np.abs(low + slope * (self.value - least) - middle).max(initial=0)
        return slope * self.half_width, bool(
            far > ROUNDING_TOLERANCE * np.abs(middle).max(initial=0)
        )


RandomVariable = Union[RandomParameter, LossFraction]


def _mix_shared_draws(
    own: FloatArray, pool: str, part: float, wanted: UncertaintySettings
) -> FloatArray:
    """Return standard normal draws combined from own and shared draws, shape (draws,)."""
    if not part:
        return own
    common = draw_standard_normal(wanted.seed, f"{pool}:shared", wanted.draws)
    mixed: FloatArray = part * common + sqrt(max(0.0, 1.0 - part**2)) * own
    return mixed


@dataclass(frozen=True)
class ReclamationTimes:
    """Time of reclamation within the interval between two dates, as a random variable.

    Attributes:
        name: name, which determines its random stream.
        at: times as fractions of the interval, ascending from 0 to 1, shape (moments,).
        amounts: effect of each time on the base of a model, t C; first axis as `at`, then
            as the base.
    """

    name: str
    at: FloatArray
    amounts: Sequence[FloatArray]

    def draw_times(self, wanted: UncertaintySettings) -> FloatArray:
        """Return uniformly distributed times, shape (draws,)."""
        return draw_uniform(wanted.seed, self.name, wanted.draws)


class OmissionBound(NamedTuple):
    """Upper 95 % bound of disturbed land in a stratum beyond that observed at its points.

    Attributes:
        period: period of the sample, as named in the run.
        stratum, samples: its points; seen: those with disturbed land.
        hectares, tonnes: upper bound, in ha and t C lost.
    """

    period: str
    stratum: str
    samples: int
    seen: int
    hectares: float
    tonnes: float


@dataclass(frozen=True)
class UncertaintyModel:
    """Amounts in t C and their sources of uncertainty.

    Attributes:
        periods: names of the first axis.
        items: sums over the second axis by name, with their signs, shape (items,).
        base: amounts, shape (periods, items, area variables); the first variable is
            certain.
        parameters: coefficients as random variables.
        effects: effect of one half-width of each parameter on base, in the same shape.
        area_names, area_u95_pct: area variables; half-widths in %, shape (area variables,).
        area_means: their means, in the same shape; () if all are 1. A variable with mean 0
            adds nothing to an estimate.
        areas: MAPPED_AREAS or ADJUSTED_AREAS.
        years: length of the periods, if differences per year are requested.
        untold: indices of periods with incomplete data, for which there are no rows.
        moments: times of reclamation, used by approach 2 only.
        samples: samples that the areas are estimated from, by period; () for mapped areas.
        unseen: omission bounds of each stratum of the samples.
        area_strata: index in `unseen` of the stratum of each area variable but the first.
    """

    periods: Sequence[str]
    items: Mapping[str, FloatArray]
    base: FloatArray
    parameters: Sequence[RandomVariable]
    effects: Sequence[FloatArray]
    area_names: Sequence[str]
    area_u95_pct: FloatArray
    area_means: FloatArray | tuple[()] = ()
    areas: str = MAPPED_AREAS
    years: Sequence[float] = ()
    untold: Collection[int] = ()
    moments: Sequence[ReclamationTimes] = ()
    samples: Sequence[SampledAreas | None] = ()
    unseen: Sequence[OmissionBound] = ()
    area_strata: IntArray | tuple[()] = ()

    @property
    def omission_bounds_tc(self) -> FloatArray:
        """Omission bounds, t C lost, by period and stratum, (periods, strata)."""
        amounts = np.zeros((len(self.periods), len(self.unseen)))
        for index, unseen in enumerate(self.unseen):
            amounts[self.periods.index(unseen.period), index] = unseen.tonnes
        return amounts

    @property
    def area_variable_means(self) -> FloatArray:
        means = self.area_means if len(self.area_means) else np.ones(len(self.area_names))
        return np.asarray(means)


# Listed as not included in an interval if half-widths are missing.
CERTAIN_DENSITIES_LABEL = Term("densities without margins of error")
CERTAIN_DENSITIES_NOTE = Term(
    "Densities without margins of error are treated as exact: {classes}. Their intervals "
    "from sample-based areas include the sampling error only."
)
# Tolerance for differences of floating-point sums.
ROUNDING_TOLERANCE = 1e-9


@dataclass(frozen=True)
class UncertaintyResult:
    """Results of the uncertainty analysis.

    Attributes:
        rows: UNCERTAINTY; empty without half-widths.
        wanted: settings of the analysis.
        errors: area errors; None if all areas are treated as exact.
        notes: assumptions, for log and page.
        left_out: sources of error not included in the intervals, to be listed in a
            sentence.
        unseen: by period, the stratum that widens the limit of the larger loss most, if
            any, for sample-based areas.
        mapped_tc: the item with mapped areas by period, which `rows` may lack.
    """

    rows: list[UncertaintyRow] = field(default_factory=list)
    wanted: UncertaintySettings = field(default_factory=UncertaintySettings)
    errors: AreaErrors | None = None
    notes: Notes = field(default_factory=Notes)
    left_out: Sequence[Text] = ()
    unseen: Sequence[OmissionBound] = ()
    mapped_tc: Mapping[str, float] = field(default_factory=dict)

    def select_rows(self, **cells: str) -> list[UncertaintyRow]:
        """Return the rows with these field values."""
        return [r for r in self.rows if all(r[name] == cell for name, cell in cells.items())]

    def rows_by_method(
        self, item: str, measure: str = "t C", period: str = ALL_PERIODS, areas: str = MAPPED_AREAS
    ) -> dict[str, UncertaintyRow]:
        """Return the rows of an item in a period, or in all periods, by method."""
        rows = self.select_rows(item=item, measure=measure, period=period, areas=areas)
        return {row["method"]: row for row in rows}

    def best_row(
        self, item: str, measure: str = "t C", period: str = ALL_PERIODS, areas: str = MAPPED_AREAS
    ) -> UncertaintyRow | None:
        """Return the row with the reported interval: approach 2 if available, else approach 1."""
        by_method = self.rows_by_method(item, measure, period, areas)
        return by_method.get(APPROACH_2, by_method.get(APPROACH_1))

    def preferred_row(
        self, item: str, measure: str = "t C", period: str = ALL_PERIODS
    ) -> UncertaintyRow | None:
        """Return the same for sample-based areas if available, else for mapped areas."""
        return self.best_row(item, measure, period, ADJUSTED_AREAS) or self.best_row(
            item, measure, period
        )


def has_known_bounds(
    uncertainty: UncertaintyResult, item: str, period: str = ALL_PERIODS, measure: str = "t C"
) -> bool:
    """Return whether a sample determines the confidence interval of error-adjusted amounts.

    Not if in every stratum points do not vary or are all cells: the width is falsely 0.
    """
    part = uncertainty.rows_by_method(item, measure, period, ADJUSTED_AREAS).get(AREA_PART)
    return part is None or part["half_width"] > ROUNDING_TOLERANCE * abs(part["estimate"])


def coefficient_parameters(
    classes: Sequence[LandClass],
    class_indices: Sequence[int],
    coefficients: Coefficients,
    notes: Notes,
    may_be_certain: bool = False,
) -> dict[tuple[str, int], RandomParameter] | None:
    """Return the coefficients of some classes as random variables, by pool and class index.

    Args:
        may_be_certain: whether densities without half-widths are treated as exact, with a
            note.

    Returns:
        None, with the reason in `notes`, if a non-zero density has no half-width.
    """
    parameters: dict[tuple[str, int], RandomParameter] = {}
    missing: list[str] = []
    for class_index in class_indices:
        land_class = classes[class_index]
        coefficient = coefficients.class_coefficient(land_class)
        for name, pool in coefficient.pools.items():
            if not pool.density:
                continue
            if pool.u95_pct is None:
                missing.append(f"{land_class.name} (u95_{name}_pct)")
                continue
            own = f"{name}:{land_class.key.casefold()}", pool.density, pool.u95_pct
            parameters[name, class_index] = RandomParameter(
                *own, coefficient.distribution, pool=name, shared_pct=pool.shared_pct
            )
    if missing and may_be_certain:
        notes.add_warning(CERTAIN_DENSITIES_NOTE, classes=MessageList(missing))
    elif missing:
        notes.add_notice(
            "Uncertainty not estimated: no margin of error given for {classes}.",
            classes=MessageList(missing),
        )
        return None
    return parameters


def bounded_loss_fractions(
    classes: Sequence[LandClass], class_indices: Iterable[int], coefficients: Coefficients
) -> dict[tuple[str, int], LossFraction]:
    """Return the loss fractions with bounds, by pool and class index; others are exact."""
    return {
        (name, class_index): LossFraction(
            f"{name}_loss:{classes[class_index].key.casefold()}",
            pool.loss_fraction,
            pool.loss_bounds,
            f"{name}_loss",
            pool.loss_shared,
        )
        for class_index in class_indices
        for name, pool in coefficients.class_coefficient(classes[class_index]).pools.items()
        if pool.density and pool.loss_bounds and pool.loss_bounds[0] < pool.loss_bounds[1]
    }


def unbounded_fraction_labels(sinks: Iterable[LandClass], coefficients: Coefficients) -> list[Text]:
    """Return the label of loss fractions of disturbed land without bounds, if any."""
    known = [coefficients.class_coefficient(c).pools.values() for c in sinks if c in coefficients]
    bounds = [pool.loss_bounds for pools in known for pool in pools if pool.density]
    if all(bounds):
        return []
    return [Term("loss fractions without bounds") if any(bounds) else Term("loss fractions")]


def uncertainty_rows(model: UncertaintyModel, wanted: UncertaintySettings) -> list[UncertaintyRow]:
    """Return the rows by period, all periods and differences; by item, measure and method."""
    drawn = MonteCarloDraws(model, wanted) if wanted.draws else None
    rows: list[UncertaintyRow] = []
    for period, measures, of_periods in _requested_periods(model):
        for item, signs in model.items.items():
            amounts = _item_amounts(of_periods(model.base), signs)
            effects = [_item_amounts(of_periods(effect), signs) for effect in model.effects]
            beyond = _omission_excess(
                model, amounts, signs[0] * of_periods(model.omission_bounds_tc), wanted.level
            )
            intervals = propagate_errors(model, amounts, effects, wanted.level)
            if drawn is not None:
                moments = [
                    np.array([_item_amounts(of_periods(added), signs) for added in m.amounts])
                    for m in model.moments
                ]
                intervals.append(drawn.estimate_interval(amounts, effects, wanted, moments))
            intervals = [
                i if i.method == COEFFICIENT_PART else i.widen_bounds(*beyond) for i in intervals
            ]
            rows += [
                interval.to_row(period, item, measure, factor, model.areas)
                for measure, factor in measures.items()
                for interval in intervals
            ]
    return rows


def _omission_excess(
    model: UncertaintyModel, amounts: FloatArray, unseen: FloatArray, level: float
) -> tuple[float, float]:
    """Return the omission terms to add to the squared distances to the lower and upper bound.

    U^2 = sum over strata of max(1.96 s_h, omission bound)^2. For a level other than 95 % it
    is scaled in proportion.

    Args:
        unseen: omission bound of each stratum, t C; negative if it moves the lower bound.
    """
    if not unseen.size:
        return 0.0, 0.0
    own = np.bincount(
        np.asarray(model.area_strata),
        (np.asarray(model.area_u95_pct)[1:] / 100.0 * amounts[1:]) ** 2,
        unseen.size,
    )
    lacking = np.maximum(unseen**2 - own, 0.0) * (get_z_score(level) / Z95) ** 2
    return float(lacking[unseen < 0].sum()), float(lacking[unseen > 0].sum())


# Aggregation of amounts by period, (periods, ...).
PeriodAggregate = Callable[[FloatArray], FloatArray]


def _requested_periods(
    model: UncertaintyModel,
) -> Iterator[tuple[str, Mapping[str, float], PeriodAggregate]]:
    """Yield name, measures and aggregation function of each row group.

    These are the periods, their total, and annual differences from the previous period.
    """
    known = [index for index in range(len(model.periods)) if index not in model.untold]
    for index in known:
        yield model.periods[index], MEASURE_FACTORS, itemgetter(index)
    if len(known) == len(model.periods):
        yield ALL_PERIODS, MEASURE_FACTORS, partial(np.sum, axis=0)
    for index in known[1:] if model.years else ():
        if index - 1 in known:
            name = f"{model.periods[index]} - {model.periods[index - 1]}"
            yield name, {PER_YEAR_MEASURE: 1.0}, partial(_yearly_difference, index, model.years)


def _item_amounts(amounts: FloatArray, signs: FloatArray) -> FloatArray:
    """Return an item by area variable, given amounts of shape (items, area variables)."""
    picked: FloatArray = (signs[:, None] * amounts).sum(axis=0)
    return picked


def _yearly_difference(index: int, years: Sequence[float], amounts: FloatArray) -> FloatArray:
    """Return the difference of a period from the previous one, per year."""
    less: FloatArray = amounts[index] / years[index] - amounts[index - 1] / years[index - 1]
    return less


class ConfidenceInterval(NamedTuple):
    """Estimate and confidence interval of a sum by one method, in t C.

    `half` is the half-width without omission bounds.
    """

    method: str
    estimate: float
    sd: float
    low: float
    high: float
    draws: int | None = None
    half: float | None = None

    def widen_bounds(self, below: float, above: float) -> ConfidenceInterval:
        """Return the interval with squares added to the squared distances to its bounds."""
        if not below and not above:
            return self
        return self._replace(
            low=self.estimate - sqrt((self.estimate - self.low) ** 2 + below),
            high=self.estimate + sqrt((self.high - self.estimate) ** 2 + above),
            half=(self.high - self.low) / 2.0,
        )

    def to_row(
        self, period: str, item: str, measure: str, factor: float, areas: str
    ) -> UncertaintyRow:
        """Return the UNCERTAINTY row in a measure; `factor` converts from t C."""
        half = (self.high - self.low) / 2.0 if self.half is None else self.half
        first = period, item, measure, self.estimate * factor, self.method
        widths = (amount * factor for amount in (self.sd, self.low, self.high, half))
        half_pct = 100.0 * half / abs(self.estimate) if self.estimate else None
        cells = *first, *widths, half_pct, self.draws, areas
        return dict(zip(UNCERTAINTY.split(), cells))


def propagate_errors(
    model: UncertaintyModel, amounts: FloatArray, effects: Sequence[FloatArray], level: float
) -> list[ConfidenceInterval]:
    """Return intervals by IPCC 2006, volume 1, equations 3.1 and 3.2.

    Shared terms are summed before squaring:

    half^2 = sum over coefficients of (1 - r^2) (effect of a half-width of each)^2
           + sum over pools of (sum of r times the effect of a half-width of each)^2
           + sum over area errors of (u x)^2

    r is the part of the half-width that all densities of a pool share.

    Args:
        amounts, effects: as in MonteCarloDraws.draw_totals.
        level: level of the intervals, in %.

    Returns:
        The interval by all errors first, then those of the parts.
    """
    estimate = float((model.area_variable_means * amounts).sum())
    moved = [float((model.area_variable_means * effect).sum()) for effect in effects]
    by_pool: dict[str, list[float]] = {}
    for variable, half in zip(model.parameters, moved):
        by_pool.setdefault(variable.pool, []).append(variable.shared * half)
    coefficients = sum(
        half**2 * (1.0 - variable.shared**2) for variable, half in zip(model.parameters, moved)
    ) + sum(sum(common) ** 2 for common in by_pool.values())
    areas = float(((model.area_u95_pct / 100.0 * amounts) ** 2).sum())
    halves = {APPROACH_1: coefficients + areas, COEFFICIENT_PART: coefficients}
    if len(model.area_names) > 1 or model.areas == ADJUSTED_AREAS:
        halves[AREA_PART] = areas
    halves[CORRELATED_APPROACH_1] = sum(moved) ** 2 + areas
    z, sds = get_z_score(level), {method: squared**0.5 / Z95 for method, squared in halves.items()}
    return [
        ConfidenceInterval(method, estimate, sd, estimate - sd * z, estimate + sd * z)
        for method, sd in sds.items()
    ]


class MonteCarloDraws:
    """Draws of all variables, the same for every item, period and side of a difference."""

    def __init__(
        self,
        model: UncertaintyModel,
        wanted: UncertaintySettings,
        going_on: ContinueCheck = lambda: True,
    ):
        self.draws = wanted.draws
        self.coefficients = [
            v.draw_deviations(wanted) for v in iter_until_cancelled(model.parameters, going_on)
        ]
        self.moments = [(m.draw_times(wanted), m.at) for m in model.moments]
        # A table may list hundreds of areas without any loss or gain.
        terms = [model.base, *model.effects, *(a for m in model.moments for a in m.amounts)]
        occurs = np.logical_or.reduce([(term != 0).any(axis=(0, 1)) for term in terms])
        means, relative_sd = model.area_variable_means, model.area_u95_pct / 100.0 / Z95
        self.areas = {CERTAIN_VARIABLE: np.ones(wanted.draws)} if occurs[CERTAIN_VARIABLE] else {}
        for index in map(int, np.flatnonzero(occurs[1:]) + 1):
            normal = draw_standard_normal(wanted.seed, model.area_names[index], wanted.draws)
            self.areas[index] = means[index] + relative_sd[index] * normal

    def draw_totals(
        self, amounts: FloatArray, effects: Sequence[FloatArray], moments: Sequence[FloatArray] = ()
    ) -> FloatArray:
        """Return the draws of an item in t C, shape (draws,).

        Args:
            amounts: amounts of the item, shape (area variables,), t C.
            effects: effect of one half-width of each parameter on them, in the same shape.
            moments: effect of each time of each interval on them, (moments, area variables).
        """
        total = np.zeros(self.draws)
        # Summed one by one: the sums of a matrix product depend on processor and threads.
        for index, area in self.areas.items():
            of_area = np.full(self.draws, amounts[index])
            for deviation, effect in zip(self.coefficients, effects):
                if effect[index]:
                    of_area += deviation * effect[index]
            for (drawn, at), added in zip(self.moments, moments):
                of_area += np.interp(drawn, at, added[:, index])
            total += area * of_area
        return total

    def estimate_interval(
        self,
        amounts: FloatArray,
        effects: Sequence[FloatArray],
        wanted: UncertaintySettings,
        moments: Sequence[FloatArray] = (),
    ) -> ConfidenceInterval:
        """Return mean, SD, quantile interval of draws (IPCC 2006, vol. 1, ch. 3: approach 2)."""
        total = self.draw_totals(amounts, effects, moments)
        tail = (100.0 - wanted.level) / 200.0
        low, high = np.quantile(total, [tail, 1.0 - tail])
        sd = float(total.std(ddof=1)) if wanted.draws > 1 else 0.0
        mean = float(total.mean())
        return ConfidenceInterval(APPROACH_2, mean, sd, float(low), float(high), wanted.draws)
