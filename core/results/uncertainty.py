"""UNCERTAINTY: how far sums of carbon may be off, by the errors of coefficients and of areas.

What is summed is a model: amounts by period, item and area variable, and what each coefficient adds
to them. A coefficient is one random variable wherever it stands, so what it does is added up before
it is squared; so is an area error, which one row of AREA_ERRORS has in a period.
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
# Of the difference of two periods.
PER_YEAR_MEASURE = "t C per year"

# The period of a row on all of them.
ALL_PERIODS = ""

# Which hectares the tonnes go by: those of the map, or those that a sample of it estimates.
MAPPED_AREAS, ADJUSTED_AREAS = "mapped", "adjusted"

UNCERTAINTY = (
    "period item measure estimate method sd low high half_width half_width_pct draws areas"
)
UncertaintyRow = Row


@dataclass(frozen=True)
class UncertaintySettings:
    """How uncertainty is to be worked out: draws (0 for none), seed, and level in %."""

    draws: int = 10_000
    seed: int = 1
    level: float = 95.0


@dataclass(frozen=True)
class RandomParameter:
    """A density, a rate or a factor as a random variable: above 0, its half-width in % of it.

    Attributes:
        name: such as `soil:arable`, which its stream of draws follows from.
        u95_pct: half-width of its 95 % interval, in % of its value; of a triangular distribution
            that of a normal one that is as wide.
        distribution: normal, lognormal, or triangular within its bounds, with the value as mode.
        pool, shared_pct: the part of the half-width, in %, that all densities of a pool share.
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
        """Of its interval, in its own unit."""
        return self.value * self.u95_pct / 100.0

    @property
    def shared(self) -> float:
        """The part of a half-width that the pool shares, 0 to 1; the squared rest is its own."""
        return self.shared_pct / self.u95_pct if self.shared_pct else 0.0

    def draw_deviations(self, wanted: UncertaintySettings) -> FloatArray:
        """How far draws lie from the estimate, in half-widths, shape (draws,)."""
        relative = self.u95_pct / 100.0
        drawn = draw_uniform(wanted.seed, self.name, wanted.draws)
        is_wide = relative > 0 and self.value > 0
        if self.bounds is not None and is_wide:
            low, high = self.bounds
            factors = to_triangular(drawn, low, self.value, high) / self.value
            return (1.0 / relative) * (factors - 1.0)
        part = self.shared
        if part and self.distribution == LOGNORMAL:
            # The variances of the logarithms are parted, v = ln(1 + c^2).
            variances = [log1p((pct / 100.0 / Z95) ** 2) for pct in (self.shared_pct, self.u95_pct)]
            part = sqrt(variances[0] / variances[1])
        normal = _mix_shared_draws(to_standard_normal(drawn), self.pool, part, wanted)
        if self.distribution == LOGNORMAL and is_wide:
            return (1.0 / relative) * (to_lognormal(normal, 1.0, relative / Z95) - 1.0)
        return (1.0 / Z95) * normal

    def half_width_effect(
        self, low: FloatArray, high: FloatArray, middle: FloatArray
    ) -> tuple[FloatArray, bool]:
        """What a half-width adds to amounts, and whether they bend over its interval.

        It is half of the difference between the ends: exact where the parameter acts in a straight
        line, as all do but where topsoil or rates fill a density.

        Args:
            low, high: the amounts in t C with a half-width taken off, and added.
            middle: those with the parameter as it is; all three of one shape.
        """
        most = np.abs(high + low - 2.0 * middle).max(initial=0)
        return 0.5 * (high - low), bool(most > ROUNDING_TOLERANCE * np.abs(middle).max(initial=0))


@dataclass(frozen=True)
class LossFraction:
    """A loss fraction as one: triangular between its bounds, and 0 too, which has no per cent.

    Attributes:
        shared: s, the part of it that all classes have in common, as a mine strips in one way:
            z = s z0 + sqrt(1 - s^2) zi, and the fraction is its quantile of Phi(z).
    """

    name: str
    value: float
    bounds: tuple[float, float]
    pool: str
    shared: float = 0.0

    @property
    def half_width(self) -> float:
        """That of a normal distribution that is as wide."""
        low, high = self.bounds
        return Z95 * triangular_sd(low, self.value, high)

    def draw_deviations(self, wanted: UncertaintySettings) -> FloatArray:
        """How far draws lie from the estimate, in half-widths, shape (draws,)."""
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
        """What a half-width adds to amounts, and whether they bend between the bounds.

        By the change from bound to bound, between which the fraction may not be in the middle.

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
    """Draws of standard normal variables, of its own and of its pool, as one, shape (draws,)."""
    if not part:
        return own
    common = draw_standard_normal(wanted.seed, f"{pool}:shared", wanted.draws)
    mixed: FloatArray = part * common + sqrt(max(0.0, 1.0 - part**2)) * own
    return mixed


@dataclass(frozen=True)
class ReclamationTimes:
    """When in the interval between two dates land was reclaimed, as a random variable.

    Attributes:
        name: which its stream of draws follows from.
        at: parts of the interval, from 0 to 1, in their order, shape (moments,).
        amounts: what each adds to the base of a model, in t C, of that shape before the base's.
    """

    name: str
    at: FloatArray
    amounts: Sequence[FloatArray]

    def draw_times(self, wanted: UncertaintySettings) -> FloatArray:
        """Moments, shape (draws,): any is as likely as any other."""
        return draw_uniform(wanted.seed, self.name, wanted.draws)


class OmissionBound(NamedTuple):
    """Land of a stratum that may have been taken besides what its points show, with 95 %.

    Attributes:
        period: of the sample, as the run calls it.
        stratum, samples: its points; seen: those that show land that was taken.
        hectares, tonnes: at most, t C lost.
    """

    period: str
    stratum: str
    samples: int
    seen: int
    hectares: float
    tonnes: float


@dataclass(frozen=True)
class UncertaintyModel:
    """Amounts in t C, and what moves them.

    Attributes:
        periods: names of the first axis.
        items: which sums of the second axis are asked for, by name, with their signs, shape
            (items,).
        base: amounts, shape (periods, items, area variables), the first of which is certain.
        parameters: the coefficients.
        effects: of each parameter, what one half-width of it adds to base, of the same shape.
        area_names, area_u95_pct: of the area variables; half-widths in %, shape (area variables,).
        area_means: what they are on the average, of the same shape; () where all are 1. One of
            mean 0 adds nothing to an estimate.
        areas: MAPPED or ADJUSTED.
        years: of the periods, where their differences per year are asked for.
        untold: indices of periods of which not all is known; there are no rows of them.
        moments: of the reclamation of land, which approach 2 alone draws.
        samples: that the areas are from, by period; () where they are those of the map.
        unseen: what may lie unseen in each stratum of the samples.
        area_strata: the index in unseen of the stratum of each area variable but the first.
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
        """The losses that may lie unseen, t C, by period and stratum, (periods, strata)."""
        amounts = np.zeros((len(self.periods), len(self.unseen)))
        for index, unseen in enumerate(self.unseen):
            amounts[self.periods.index(unseen.period), index] = unseen.tonnes
        return amounts

    @property
    def area_variable_means(self) -> FloatArray:
        means = self.area_means if len(self.area_means) else np.ones(len(self.area_names))
        return np.asarray(means)


# What an interval leaves out where half-widths are not given.
CERTAIN_DENSITIES_LABEL = Term("densities without margins of error")
CERTAIN_DENSITIES_NOTE = Term(
    "Densities without margins of error are treated as exact: {classes}. Their intervals "
    "from sample-based areas include the sampling error only."
)
# Differences of sums of doubles that are none.
ROUNDING_TOLERANCE = 1e-9


@dataclass(frozen=True)
class UncertaintyResult:
    """How far sums may be off, as it was worked out.

    Attributes:
        rows: UNCERTAINTY; none where half-widths are missing.
        wanted: how it was to be worked out.
        errors: of areas; None: all areas are taken as certain.
        notes: what was taken for granted, for log and page.
        left_out: what has errors that the intervals leave out, for a list in a sentence.
        unseen: of each period that has one the stratum that widens the bound of the larger loss
            the most, of tonnes by the areas that a sample estimates.
        mapped_tc: the item by the areas of the map, by period, where `rows` may not have it.
    """

    rows: list[UncertaintyRow] = field(default_factory=list)
    wanted: UncertaintySettings = field(default_factory=UncertaintySettings)
    errors: AreaErrors | None = None
    notes: Notes = field(default_factory=Notes)
    left_out: Sequence[Text] = ()
    unseen: Sequence[OmissionBound] = ()
    mapped_tc: Mapping[str, float] = field(default_factory=dict)

    def select_rows(self, **cells: str) -> list[UncertaintyRow]:
        """The rows that have these cells."""
        return [r for r in self.rows if all(r[name] == cell for name, cell in cells.items())]

    def rows_by_method(
        self, item: str, measure: str = "t C", period: str = ALL_PERIODS, areas: str = MAPPED_AREAS
    ) -> dict[str, UncertaintyRow]:
        """The rows of an item in a period, or in all of them."""
        rows = self.select_rows(item=item, measure=measure, period=period, areas=areas)
        return {row["method"]: row for row in rows}

    def best_row(
        self, item: str, measure: str = "t C", period: str = ALL_PERIODS, areas: str = MAPPED_AREAS
    ) -> UncertaintyRow | None:
        """The row whose interval counts: of approach 2 where there is one, else of approach 1."""
        by_method = self.rows_by_method(item, measure, period, areas)
        return by_method.get(APPROACH_2, by_method.get(APPROACH_1))

    def preferred_row(
        self, item: str, measure: str = "t C", period: str = ALL_PERIODS
    ) -> UncertaintyRow | None:
        """The same by the areas that a sample estimates where there is one, else by the map's."""
        return self.best_row(item, measure, period, ADJUSTED_AREAS) or self.best_row(
            item, measure, period
        )


def has_known_bounds(
    uncertainty: UncertaintyResult, item: str, period: str = ALL_PERIODS, measure: str = "t C"
) -> bool:
    """Whether a sample tells how far tonnes by its areas may be off: some points differ.

    Where all points of each stratum are alike, or are all of its cells, the formula gives a width
    of 0, which nobody knows.
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
    """The coefficients of some classes as random variables, by pool and class index.

    Args:
        may_be_certain: densities without half-widths are taken as certain, which the notes say.

    Returns:
        None, and why in the notes, where a half-width is not given of a density that is not 0.
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
    """The loss fractions that have bounds, by pool and class index; others are certain."""
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
    """What the loss fractions of taken land are called that have no bounds, if there are any."""
    known = [coefficients.class_coefficient(c).pools.values() for c in sinks if c in coefficients]
    bounds = [pool.loss_bounds for pools in known for pool in pools if pool.density]
    if all(bounds):
        return []
    return [Term("loss fractions without bounds") if any(bounds) else Term("loss fractions")]


def uncertainty_rows(model: UncertaintyModel, wanted: UncertaintySettings) -> list[UncertaintyRow]:
    """The rows: by period, then of all periods, then of differences; by item, measure, method."""
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
    """What the squares of the distances to the bounds lack for what few points have seen.

    U^2 = sum over strata of max(1.96 s_h, what may lie unseen there)^2. Of an interval of another
    level than 95 % in proportion.

    Args:
        unseen: t C of each stratum; below 0 where it moves the lower bound.
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


# What amounts by period, (periods, ...), come to.
PeriodAggregate = Callable[[FloatArray], FloatArray]


def _requested_periods(
    model: UncertaintyModel,
) -> Iterator[tuple[str, Mapping[str, float], PeriodAggregate]]:
    """What rows are of by name, their measures, and what gives their amounts.

    The periods, all of them together, and each less the one before, per year.
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
    """An item by area variable, from amounts of shape (items, area variables)."""
    picked: FloatArray = (signs[:, None] * amounts).sum(axis=0)
    return picked


def _yearly_difference(index: int, years: Sequence[float], amounts: FloatArray) -> FloatArray:
    """Per year what a period has more than the one before."""
    less: FloatArray = amounts[index] / years[index] - amounts[index - 1] / years[index - 1]
    return less


class ConfidenceInterval(NamedTuple):
    """How sure a sum is by a method; in t C.

    `half` is half of the interval without what few points have seen.
    """

    method: str
    estimate: float
    sd: float
    low: float
    high: float
    draws: int | None = None
    half: float | None = None

    def widen_bounds(self, below: float, above: float) -> ConfidenceInterval:
        """The same with squares added to those of the distances to its bounds."""
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
        """The row of UNCERTAINTY in a measure, which t C times a factor are."""
        half = (self.high - self.low) / 2.0 if self.half is None else self.half
        first = period, item, measure, self.estimate * factor, self.method
        widths = (amount * factor for amount in (self.sd, self.low, self.high, half))
        half_pct = 100.0 * half / abs(self.estimate) if self.estimate else None
        cells = *first, *widths, half_pct, self.draws, areas
        return dict(zip(UNCERTAINTY.split(), cells))


def propagate_errors(
    model: UncertaintyModel, amounts: FloatArray, effects: Sequence[FloatArray], level: float
) -> list[ConfidenceInterval]:
    """IPCC 2006, volume 1, equations 3.1 and 3.2, with shared terms added before they are squared.

    half^2 = sum over coefficients of (1 - r^2) (what a half-width of each adds)^2
           + sum over pools of (sum of r times what a half-width of each adds)^2
           + sum over area errors of (u x)^2

    r is the part of the half-width that all densities of a pool share.

    Args:
        amounts, effects: as those of Drawn.total.
        level: of the intervals, in %.

    Returns:
        First that by all errors, then the parts.
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
        # A table may name areas by the hundred of which nothing was lost or gained.
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
        """An item in t C, draw by draw, shape (draws,).

        Args:
            amounts: of the item, shape (area variables,), t C.
            effects: what one half-width of each parameter adds to them, of the same shape.
            moments: what each moment of each interval adds to them, (moments, area variables).
        """
        total = np.zeros(self.draws)
        # One after the other: sums of a matrix product differ with processor and threads.
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
        """Mean, standard deviation and interval of an item over the draws, by their quantiles.

        IPCC 2006, volume 1, chapter 3: approach 2, Monte Carlo.
        """
        total = self.draw_totals(amounts, effects, moments)
        tail = (100.0 - wanted.level) / 200.0
        low, high = np.quantile(total, [tail, 1.0 - tail])
        sd = float(total.std(ddof=1)) if wanted.draws > 1 else 0.0
        mean = float(total.mean())
        return ConfidenceInterval(APPROACH_2, mean, sd, float(low), float(high), wanted.draws)
