"""Carbon amounts from sample-based instead of mapped areas, and bounds of possible omissions.

T = sum of x_k A_k over the conversions k, with x_k the t C per hectare and A_k the
estimated hectares. One sample estimates all A_k of a period, so their errors are
correlated. With H_h the hectares of a stratum, q_hk the share of conversion k in it and
n_h its samples

    V(T) = sum over h of H_h^2 (sum_k q_hk x_k^2 - (sum_k q_hk x_k)^2) / (n_h - 1)

each times 1 - n_h / N_h if the numbers of cells N_h of the strata are known,

which is the variance of the stratified estimator of a sum (Cochran 1977, eq. 5.7). With
independent standard normal variables z

    A_k = estimate + sum over h of H_h / sqrt(n_h - 1) d_hk
    d_hk = sqrt(q_hk) z_hk - q_hk sum_j sqrt(q_hj) z_hj

has this variance for any x, so T is a sum of amounts times independent variables, like
all models. If only standard errors are known, those of losses are treated as
independent, and so are those of gains; losses and gains together are treated as
opposite errors, which adds their half-widths.
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

# Areas of a table and of a run that differ by more than this share refer to different land.
MAX_AREA_MISMATCH = 0.001
# Half-width of a standard normal variable, in %, that represents an area error.
STANDARD_U95_PCT = 100.0 * Z95
# Upper 95 % limits of Poisson counts of 0, 1, 2 ... points, which are quantiles of gamma
# distributions (Garwood 1936, Biometrika 28:437-442).
POISSON_UPPER_LIMITS = (
    *(2.995732, 4.743865, 6.295794, 7.753657, 9.153519, 10.513035),
    *(11.842396, 13.148114, 14.434650, 15.705216, 16.962219),
)

# Whether a conversion contributes to the amount, by the classes before and after.
ConversionFilter = Callable[[LandClass, LandClass], bool]


def add_mapped_areas(
    errors: AreaErrors | None,
    classes: Sequence[LandClass],
    steps: Sequence[Period],
    hectares: Sequence[FloatArray],
) -> AreaErrors | None:
    """Return the errors with mapped areas by conversion, if the table does not give them."""
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
                # The error of an area without sample points is unknown.
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
    """Return the sample of each period, or None if it has no matching one; reasons are in `notes`.

    `hectares` are by class before and after, (classes, classes), by period.
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
        message_values = {"period": step.name, "table": errors.table.name}
        here = sample, classes, hectares[index]
        why = _mismatch_reason(*here, counts, message_values) or _strata_mismatch(
            *here, disturbing, message_values
        )
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
    message_values: Mapping[str, str],
) -> Message | None:
    """Return why a sample does not match the land of a period or lacks standard errors, or None."""
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
                **message_values,
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
            **message_values,
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
            **message_values,
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
        **message_values,
    )


def _strata_mismatch(
    sample: SampledAreas,
    classes: Sequence[LandClass],
    hectares: FloatArray,
    disturbing: DisturbingClasses,
    message_values: Mapping[str, str],
) -> Message | None:
    """Return why the strata of a sample do not match the run, or None.

    Only disturbed and reclaimed land are compared: the total is the same in all periods.
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
            **message_values,
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
        **message_values,
    )


def mapped_hectares(
    sample: SampledAreas, classes: Sequence[LandClass], hectares: FloatArray
) -> FloatArray:
    """Return the hectares of the sampled conversions in a run, (conversions,).

    NaN: classes unknown; 0: one is not in the run. `hectares`: by class before and after.
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
    """Return whether some classes lack a density; they are listed in `notes`."""
    lacking = [c.name for c in dict.fromkeys(classes) if c not in coefficients]
    if lacking:
        notes.add_warning(
            "The sample includes disturbed or reclaimed land of {classes}, which have no "
            "carbon density; error-adjusted carbon estimates are not available.",
            classes=MessageList(lacking),
        )
    return bool(lacking)


class ConversionVariables:
    """Area variables by conversion: CERTAIN_VARIABLE, then by period (just one without sample)."""

    def __init__(self, samples: Sequence[SampledAreas | None]):
        self.samples = samples
        sizes = [1 if sample is None else len(sample.names) for sample in samples]
        *self.starts, self.size = accumulate(sizes, initial=CERTAIN_VARIABLE + 1)

    def period_slice(self, period_index: int) -> slice:
        """Return the slice of variables of a period."""
        return slice(self.starts[period_index], [*self.starts, self.size][period_index + 1])

    def build_area_variables(self, classes: Sequence[LandClass]) -> AreaVariables:
        """Return the variable of each conversion in each period."""
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
    """Return a model with the sample-based areas.

    Args:
        model: model by conversion, with the given variables.
        hectares: area of each variable that the amounts of the model refer to,
            (variables,); above 0.
        unseen: omission bounds by period and stratum of its sample; () for none.
    """
    added = [a for moments in model.moments for a in moments.amounts]
    amounts = [model.base, *model.effects, *added]
    # Constant part of each amount, then the effect of one standard error of each independent error.
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
    """Return the effect, t C, of a standard error of each part, (periods, items, parts).

    The parts are independent.

    Args:
        x: t C per hectare of each conversion, (periods, items, conversions), or the effect
            of a half-width of a coefficient on it.
        middle: t C per hectare itself.
        ways: signs with which the items are combined, (items,).
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
    """Return the omission bounds by period and stratum of its sample.

    With few points variances are uncertain, with none 0: normal intervals are too narrow.
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
    """Return the bound (u_k - k) / n x root(1 - n / N) of a stratum with k of n points disturbed.

    Its tonnes are the mean loss of its sinks over all land of the stratum.
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
    """Return, by period, the stratum that widens the limit of the larger loss most, if any."""
    signs, widest = next(iter(model.items.values())), dict[str, tuple[float, OmissionBound]]()
    for index, unseen in enumerate(model.unseen):
        own = np.flatnonzero(np.asarray(model.area_strata) == index) + 1
        amounts = (signs[:, None] * model.base[model.periods.index(unseen.period)]).sum(axis=0)
        spread = float(((model.area_u95_pct[own] / 100.0 * amounts[own]) ** 2).sum())
        more = unseen.tonnes**2 - spread
        if more > widest.get(unseen.period, (0.0, unseen))[0]:
            widest[unseen.period] = more, unseen
    return [unseen for _, unseen in widest.values()]
