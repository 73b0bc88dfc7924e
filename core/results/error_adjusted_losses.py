"""Tonnes by the areas that a sample estimates, in place of those of the map; what it may not show.

T = sum of x_k A_k over the conversions k, with x_k the t C of a hectare of one, and A_k its
estimated hectares. One sample estimates all A_k of a period at once, so their errors go together.
With H_h the hectares of a stratum, q_hk the share of it that is conversion k, n_h its samples

    V(T) = sum over h of H_h^2 (sum_k q_hk x_k^2 - (sum_k q_hk x_k)^2) / (n_h - 1)

each times 1 - n_h / N_h where the N_h cells of the strata are known,

which is that of the stratified estimator of a sum (Cochran 1977, eq. 5.7). With independent
standard normal variables z

    A_k = estimate + sum over h of H_h / sqrt(n_h - 1) d_hk
    d_hk = sqrt(q_hk) z_hk - q_hk sum_j sqrt(q_hj) z_hj

has that variance for any x, so that T is amounts times independent variables, as all models are.
Where standard errors alone are known, those of what is lost are taken as independent, and those of
what is gained; both together as if they were off against each other, which adds their half-widths.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from math import sqrt

import numpy as np

from ..base.dates import Period
from ..base.messages import Message, MessageList, Notes
from ..base.numbers import FloatArray
from ..base.random_draws import Z95
from ..scheme.area_errors import (
    CERTAIN_VARIABLE,
    AreaError,
    AreaErrors,
    AreaEstimate,
    AreaVariables,
    SampledAreas,
    SampledStratum,
)
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficients
from ..scheme.disturbance_types import DISTURBED_STRATUM, RECLAIMED_STRATUM, DisturbingClasses
from .uncertainty import ADJUSTED_AREAS, OmissionBound, UncertaintyModel

# Hectares of a table and of a run that differ by more than this part of the land are of other land.
MAX_AREA_MISMATCH = 0.001
# Half-width of a standard normal variable, in %: one that stands for an error of areas.
STANDARD_U95_PCT = 100.0 * Z95
# Of so many expected points no more than 0, 1, 2 ... are seen with 5 %: upper 95 % limits of
# Poisson counts, which are quantiles of gamma distributions (Garwood 1936, Biometrika 28:437-442).
POISSON_UPPER_LIMITS = (
    *(2.995732, 4.743865, 6.295794, 7.753657, 9.153519, 10.513035),
    *(11.842396, 13.148114, 14.434650, 15.705216, 16.962219),
)

# Whether tonnes go by a conversion, by the classes before and after.
ConversionFilter = Callable[[LandClass, LandClass], bool]


def add_mapped_areas(
    errors: AreaErrors | None,
    classes: Sequence[LandClass],
    steps: Sequence[Period],
    hectares: Sequence[FloatArray],
) -> AreaErrors | None:
    """The errors with what the map has of each conversion, where their table does not tell it."""
    if errors is None or not errors.by_strata or errors.estimates:
        return errors
    rows: list[AreaError] = []
    estimates: list[AreaEstimate] = []
    samples: list[SampledAreas] = []
    by_period = {step.name: of_step for step, of_step in zip(steps, hectares)}
    if len(steps) == 1:
        by_period[""] = hectares[0]
    for sample in errors.samples:
        if sample.period not in by_period:
            samples.append(sample)
            continue
        mapped = np.nan_to_num(mapped_hectares(sample, classes, by_period[sample.period]))
        samples.append(replace(sample, mapped_ha=mapped))
        amounts = (map(float, a) for a in (mapped, sample.estimated_ha, Z95 * sample.errors_ha))
        for name, pair, area, estimated, half in zip(sample.names, sample.conversions, *amounts):
            if area or estimated:
                # Of what no point is nobody knows how far its area may be off.
                known = half if estimated else None
                estimates.append(AreaEstimate(name, sample.period, area, estimated, known))
            if pair is not None and area:
                source, target = (c.key.casefold() for c in pair)
                width = 100.0 * half / area
                rows.append(AreaError(len(rows) + 1, source, target, 0, width, sample.period))
    return replace(errors, rows=rows, estimates=estimates, samples=samples)


def select_period_samples(
    errors: AreaErrors | None,
    classes: Sequence[LandClass],
    steps: Sequence[Period],
    hectares: Sequence[FloatArray],
    counts: ConversionFilter,
    disturbing: DisturbingClasses,
    notes: Notes,
) -> list[SampledAreas | None]:
    """The sample of each period; None where it has none that fits, and why in the notes.

    `hectares` are, as everywhere here, by class before and after, (classes, classes), by period.
    """
    samples: list[SampledAreas | None] = [None] * len(steps)
    if errors is None or not (errors.estimates or errors.by_strata):
        return samples
    if not errors.samples:
        notes.add_notice(
            "{table} contains zones, not conversions; error-adjusted carbon estimates are "
            "not available.",
            table=errors.table.name,
        )
        return samples
    by_period = {sample.period: sample for sample in errors.samples}
    if len(steps) > 1 and set(by_period) == {""}:
        notes.add_notice(
            "{table}: no period given for the sample; error-adjusted carbon estimates are "
            "not available. Give the period of each sample in the column period.",
            table=errors.table.name,
        )
        return samples
    for index, step in enumerate(steps):
        sample = by_period.get(step.name, by_period.get("") if len(steps) == 1 else None)
        if sample is None:
            continue
        told = {"period": step.name, "table": errors.table.name}
        here = sample, classes, hectares[index]
        why = _mismatch_reason(*here, counts, told) or _strata_mismatch(*here, disturbing, told)
        if why is None:
            samples[index] = sample
        else:
            notes.warnings.append(why)
    return samples


def _mismatch_reason(
    sample: SampledAreas,
    classes: Sequence[LandClass],
    hectares: FloatArray,
    counts: ConversionFilter,
    told: Mapping[str, str],
) -> Message | None:
    """Why a sample is of other land than that of a period, or its errors are not known."""
    total, there = float(hectares.sum()), float(sample.mapped_ha.sum())
    if sample.has_cell_counts:
        there = sum(stratum.hectares for stratum in sample.strata)
        empty = [
            Message("{name} ({area:,.2f} ha)", name=s.name, area=s.hectares)
            for s in sample.strata
            if not s.samples
        ]
        if empty:
            return Message(
                "{period}: {table} has no samples in {strata}; error-adjusted carbon "
                "estimates are not available.",
                strata=MessageList(empty),
                **told,
            )
    estimated = float(sample.estimated_ha.sum())
    if max(abs(there - total), abs(estimated - total)) > MAX_AREA_MISMATCH * total:
        return Message(
            "{period}: the area in {table} ({mapped:,.2f} ha mapped, {estimated:,.2f} ha "
            "estimated) differs from the analysed area ({here:,.2f} ha); error-adjusted "
            "carbon estimates are not available.",
            mapped=there,
            estimated=estimated,
            here=total,
            **told,
        )
    here = mapped_hectares(sample, classes, hectares)
    off = np.abs(here - sample.mapped_ha)
    if off[~np.isnan(off)].sum() > MAX_AREA_MISMATCH * total:
        most = int(np.nanargmax(off))
        return Message(
            "{period}: {table} refers to a different map ({name}: {there:,.2f} ha in the "
            "table, {here:,.2f} ha in this run); error-adjusted carbon estimates are not "
            "available.",
            name=sample.names[most],
            there=sample.mapped_ha[most],
            here=here[most],
            **told,
        )
    unsure = [
        name
        for name, pair, error in zip(sample.names, sample.conversions, sample.errors_ha)
        if pair is not None and counts(*pair) and np.isnan(error)
    ]
    if not unsure:
        return None
    return Message(
        "{period}: {table} has no standard error for {classes}; error-adjusted carbon "
        "estimates are not available.",
        classes=MessageList(unsure),
        **told,
    )


def _strata_mismatch(
    sample: SampledAreas,
    classes: Sequence[LandClass],
    hectares: FloatArray,
    disturbing: DisturbingClasses,
    told: Mapping[str, str],
) -> Message | None:
    """Why the strata of a sample have not the land taken and given back that the run has.

    All land is the same in every period; only these strata tell whether a sample is of this one.
    """
    if not sample.has_cell_counts:
        return None
    disturbing = disturbing.with_all_sinks
    there: dict[str, float] = {}
    stratum_of: dict[object, str] = {}
    for stratum in sample.strata:
        land = stratum.land
        if land is None:
            continue
        key: object = land.kind
        if land.conversion is not None:
            source, target = land.conversion
            if not (
                disturbing.is_loss(source, target) or disturbing.is_reclamation(source, target)
            ):
                continue
            key = source.identity, target.identity
        elif land.kind == DISTURBED_STRATUM and land.source_name:
            key = DISTURBED_STRATUM, land.source.identity if land.source else None
        stratum_of[key] = stratum.name
        there[stratum.name] = stratum.hectares
    if not there:
        return Message(
            "{period}: the strata of {table} do not identify disturbed and reclaimed land; "
            "error-adjusted carbon estimates are not available. Give PROPORTIONS of an "
            "unstratified sample, or draw a sample with STRATA_BY taken.",
            **told,
        )
    here: dict[str, float] = dict.fromkeys(there, 0.0)
    for i, j in np.argwhere(hectares > 0):
        source, target = classes[i], classes[j]
        keys: list[object] = [(source.identity, target.identity)]
        if disturbing.is_loss(source, target):
            keys += [(DISTURBED_STRATUM, source.identity), DISTURBED_STRATUM]
        elif disturbing.is_reclamation(source, target):
            keys += [RECLAIMED_STRATUM]
        else:
            continue
        name = f"{source.name} \N{RIGHTWARDS ARROW} {target.name}"
        name = next((stratum_of[key] for key in keys if key in stratum_of), name)
        here[name] = here.get(name, 0.0) + float(hectares[i, j])
    off = {name: abs(here[name] - there.get(name, 0.0)) for name in here}
    if sum(off.values()) <= MAX_AREA_MISMATCH * float(hectares.sum()):
        return None
    most = max(off, key=lambda name: off[name])
    return Message(
        "{period}: the strata of {table} refer to a different map, period or TAKING_GROUPS "
        "({name}: {there:,.2f} ha in the table, {here:,.2f} ha in this run); error-adjusted "
        "carbon estimates are not available.",
        name=most,
        there=there.get(most, 0.0),
        here=here[most],
        **told,
    )


def mapped_hectares(
    sample: SampledAreas, classes: Sequence[LandClass], hectares: FloatArray
) -> FloatArray:
    """Hectares that a run has of the conversions of a sample, (conversions,).

    NaN where no class of a conversion is known. `hectares` are by class before and after.
    """
    class_indices = {c.identity: index for index, c in enumerate(classes)}
    here = np.full(len(sample.names), np.nan)
    for k, pair in enumerate(sample.conversions):
        if pair is not None:
            source, target = (class_indices.get(c.identity) for c in pair)
            known = source is not None and target is not None
            here[k] = hectares[source, target] if known else 0.0
    return here


def has_missing_densities(
    classes: Iterable[LandClass], coefficients: Coefficients, notes: Notes
) -> bool:
    """Whether some classes lack a density; which, in the notes."""
    lacking = [c.name for c in dict.fromkeys(classes) if c not in coefficients]
    if lacking:
        notes.add_warning(
            "The sample includes disturbed or reclaimed land of {classes}, which have no "
            "carbon density; error-adjusted carbon estimates are not available.",
            classes=MessageList(lacking),
        )
    return bool(lacking)


class ConversionVariables:
    """The area variables of a model by conversion: CERTAIN, then those of each period.

    A period with a sample has one for each of the sample's conversions, another one has one.
    """

    def __init__(self, samples: Sequence[SampledAreas | None]):
        self.samples = samples
        sizes = [1 if sample is None else len(sample.names) for sample in samples]
        *self.starts, self.size = accumulate(sizes, initial=CERTAIN_VARIABLE + 1)

    def period_slice(self, period_index: int) -> slice:
        """Those of a period."""
        return slice(self.starts[period_index], [*self.starts, self.size][period_index + 1])

    def build_area_variables(self, classes: Sequence[LandClass]) -> AreaVariables:
        """Which variable each conversion has in each period."""
        class_indices = {c.identity: index for index, c in enumerate(classes)}
        tables = []
        for start, sample in zip(self.starts, self.samples):
            variables = np.full((len(classes),) * 2, start if sample is None else CERTAIN_VARIABLE)
            for k, pair in enumerate(() if sample is None else sample.conversions):
                if pair is not None and all(c.identity in class_indices for c in pair):
                    variables[tuple(class_indices[c.identity] for c in pair)] = start + k
            tables.append(variables)
        return AreaVariables([""] * self.size, np.zeros(self.size), tables)


def error_adjusted_model(
    model: UncertaintyModel,
    hectares: FloatArray,
    variables: ConversionVariables,
    unseen: Sequence[Sequence[OmissionBound]] = (),
) -> UncertaintyModel:
    """A model by the estimated areas.

    Args:
        model: by conversion, as its variables have them.
        hectares: of each of them, that the model's amounts are of, (variables,); above 0.
        unseen: what may lie unseen, by period and stratum of its sample; () for nothing.
    """
    added = [a for moments in model.moments for a in moments.amounts]
    amounts = [model.base, *model.effects, *added]
    # Of each of them what is certain, then what a standard error of each independent part adds.
    columns = [[a[..., [CERTAIN_VARIABLE]]] for a in amounts]
    names, unsampled = [""], np.zeros(len(model.periods), np.bool_)
    starts = [*accumulate(map(len, unseen), initial=0)]
    area_strata: list[int] = []
    for index, (period, sample) in enumerate(zip(model.periods, variables.samples)):
        own = variables.period_slice(index)
        if sample is None:
            unsampled |= (model.base[..., own] != 0).any(axis=(1, 2))
            unsampled[index] = True
            continue
        middle = model.base[..., own] / hectares[own]
        ways = model.items.get("net", np.ones(model.base.shape[1]))
        if sample.strata:
            mixed = [(s, sample.names[k]) for s, indices in sample.mixed_strata for k in indices]
            names += [f"area {period}: {stratum.name}: {name}" for stratum, name in mixed]
            rank = {stratum.name: starts[index] + n for n, stratum in enumerate(sample.strata)}
            area_strata += [rank[stratum.name] for stratum, _ in mixed]
        else:
            names.append(f"area {period}")
        for column, a in zip(columns, amounts):
            x = a[..., own] / hectares[own]
            column[0] += (x * sample.estimated_ha).sum(axis=-1)[..., None]
            column.append(_error_parts(sample, x, middle, ways))
    base, *moved = (np.concatenate(column, axis=-1) for column in columns)
    size = len(model.effects)
    by_moment = iter(moved[size:])
    moments = [replace(m, amounts=[next(by_moment) for _ in m.amounts]) for m in model.moments]
    return replace(
        model,
        base=base,
        effects=moved[:size],
        moments=moments,
        area_names=names,
        area_u95_pct=np.array([0.0, *[STANDARD_U95_PCT] * (len(names) - 1)]),
        area_means=np.array([1.0, *[0.0] * (len(names) - 1)]),
        areas=ADJUSTED_AREAS,
        samples=variables.samples,
        untold=[int(index) for index in np.flatnonzero(unsampled)],
        unseen=[stratum for of_period in unseen for stratum in of_period],
        area_strata=np.array(area_strata, np.int64),
    )


def _error_parts(
    sample: SampledAreas, x: FloatArray, middle: FloatArray, ways: FloatArray
) -> FloatArray:
    """What a standard error of each independent part adds, t C, (periods, items, parts).

    Args:
        x: t C by hectare of each conversion, (periods, items, conversions), or what a half-width
            of a coefficient adds to it.
        middle: the t C by hectare themselves.
        ways: of the items, the signs with which they go together, (items,).
    """
    if not sample.strata:
        errors = np.nan_to_num(sample.errors_ha)
        moved = middle * errors
        width = np.sqrt((moved**2).sum(axis=-1))
        along = (moved * x * errors).sum(axis=-1) / np.where(width > 0, width, 1.0)
        in_one: FloatArray = (ways * along)[..., None]
        return in_one
    parts = [x[..., :0]]
    for stratum, indices in sample.mixed_strata:
        mean = (x * stratum.shares).sum(axis=-1)[..., None]
        parts.append(
            stratum.error_scale_ha * np.sqrt(stratum.shares[indices]) * (x[..., indices] - mean)
        )
    return np.concatenate(parts, axis=-1)


def omission_bounds(
    samples: Sequence[SampledAreas | None],
    steps: Sequence[Period],
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> list[list[OmissionBound]]:
    """What may lie unseen, by period and stratum of its sample.

    An interval of the normal distribution has too little of land of which few points are: their
    variance is not known from them, and is 0 where they are none.
    """
    return [
        [
            _stratum_omission_bound(
                step.name, stratum, sample, coefficients, disturbing.with_all_sinks
            )
            for stratum in sample.strata
        ]
        if sample
        else []
        for step, sample in zip(steps, samples)
    ]


def _stratum_omission_bound(
    period: str,
    stratum: SampledStratum,
    sample: SampledAreas,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> OmissionBound:
    """(u_k - k) / n x root(1 - n / N) of a stratum, k of whose n points show land that was taken.

    Its tonnes are those that its sinks would lose on the average of all its land.
    """
    size, lost, seen = stratum.samples, 0.0, 0.0
    for pair, share in zip(sample.conversions, map(float, stratum.shares)):
        if not share or pair is None:
            continue
        seen += share * size if disturbing.is_loss(*pair) else 0.0
        if pair[0].is_sink and pair[0] in coefficients:
            lost += share * coefficients.class_coefficient(pair[0]).lost_density
    count, part = round(seen), 0.0
    if size and count < len(POISSON_UPPER_LIMITS):
        part = min((POISSON_UPPER_LIMITS[count] - count) / size, 1.0 - count / size)
        part *= sqrt(max(0.0, 1.0 - size / stratum.cells)) if stratum.cells else 1.0
    hectares = part * stratum.hectares
    return OmissionBound(period, stratum.name, size, count, hectares, hectares * lost)


def widest_omission_bounds(model: UncertaintyModel) -> list[OmissionBound]:
    """Of each period the stratum that widens the bound of the larger loss the most, if one does."""
    signs, widest = next(iter(model.items.values())), dict[str, tuple[float, OmissionBound]]()
    for index, unseen in enumerate(model.unseen):
        own = np.flatnonzero(np.asarray(model.area_strata) == index) + 1
        amounts = (signs[:, None] * model.base[model.periods.index(unseen.period)]).sum(axis=0)
        spread = float(((model.area_u95_pct[own] / 100.0 * amounts[own]) ** 2).sum())
        more = unseen.tonnes**2 - spread
        if more > widest.get(unseen.period, (0.0, unseen))[0]:
            widest[unseen.period] = more, unseen
    return [unseen for _, unseen in widest.values()]
