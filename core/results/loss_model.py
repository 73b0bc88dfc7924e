"""Uncertainty model of carbon losses, by coefficients and areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

import numpy as np

from ..base.messages import Notes, Term
from ..scan.count_result import CountResult, TransitionCube
from ..scheme.area_errors import AreaErrors, AreaVariables, make_area_variables
from ..scheme.classes import LandClass
from ..scheme.coefficients import CarbonPool, Coefficients
from ..scheme.disturbance_types import DisturbingClasses
from .error_adjusted_losses import (
    ConversionVariables,
    add_mapped_areas,
    error_adjusted_model,
    has_missing_densities,
    omission_bounds,
    select_period_samples,
    widest_omission_bounds,
)
from .uncertainty import (
    ALL_PERIODS,
    CERTAIN_DENSITIES_LABEL,
    LossFraction,
    OmissionBound,
    RandomParameter,
    RandomVariable,
    UncertaintyModel,
    UncertaintyResult,
    UncertaintyRow,
    UncertaintySettings,
    bounded_loss_fractions,
    coefficient_parameters,
    unbounded_fraction_labels,
    uncertainty_rows,
)
from .uncertainty_notes import (
    interval_notes,
    map_sample_conflict_notes,
    report_area_errors,
    report_distributions,
    warn_negative_draws,
    warn_unused_area_errors,
)

LOSS_ITEM = "loss"
NO_INTERVALS_NOTE = Term("No confidence intervals: none of this land is included.")


def loss_model(
    cube: TransitionCube,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
    parameters: Mapping[tuple[str, int], RandomParameter],
    areas: AreaVariables,
    fractions: Mapping[tuple[str, int], LossFraction] = MappingProxyType({}),
) -> UncertaintyModel:
    """Return the model of LOSSES in t C: hectares times lost density.

    Args:
        parameters, fractions: densities and loss fractions, by pool and class index.
        areas: area errors, by period of the cube.
    """
    size = len(areas.names)
    # Hectares lost by each sink, by period and area variable.
    hectares = np.zeros((len(cube.periods), len(cube.classes), size))
    for period_index, (_, cells, areas_ha) in enumerate(cube.iterate_periods()):
        for source, target in cube.present_pairs(cells):
            if disturbing.is_loss(cube.classes[source], cube.classes[target]):
                variable = areas.by_period[period_index][source, target]
                hectares[period_index, source, variable] += areas_ha[source, target]
    densities = np.zeros(len(cube.classes))
    for class_index in cube.source_classes(disturbing.is_loss):
        densities[class_index] = coefficients.class_coefficient(
            cube.classes[class_index]
        ).lost_density
    base = (hectares * densities[:, None]).sum(axis=1, keepdims=True)
    moves = _half_width_effects(parameters, fractions, list(cube.classes), coefficients)
    effects = [hectares[:, [class_index]] * moved for class_index, moved in moves]
    names = [period.name for period in cube.periods]
    rows: list[RandomVariable] = [*parameters.values(), *fractions.values()]
    return UncertaintyModel(
        names, {LOSS_ITEM: np.ones(1)}, base, rows, effects, areas.names, areas.u95_pct
    )


def _half_width_effects(
    parameters: Mapping[tuple[str, int], RandomParameter],
    fractions: Mapping[tuple[str, int], LossFraction],
    classes: Sequence[LandClass],
    coefficients: Coefficients,
) -> list[tuple[int, float]]:
    """Return the class index of each variable and the effect of its half-width, t C/ha."""

    def pool_of(key: tuple[str, int]) -> CarbonPool:
        return coefficients.class_coefficient(classes[key[1]]).pools[key[0]]

    return [
        *((key[1], pool_of(key).lost_density * p.u95_pct / 100.0) for key, p in parameters.items()),
        *((key[1], pool_of(key).density * f.half_width) for key, f in fractions.items()),
    ]


def error_adjusted_loss_model(
    cube: TransitionCube,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
    errors: AreaErrors | None,
    notes: Notes,
) -> UncertaintyModel | None:
    """Return the loss model with sample-based areas, or None if unavailable (reason: `notes`)."""
    classes, is_loss = list(cube.classes), disturbing.is_loss
    samples = select_period_samples(
        errors, classes, cube.periods, cube.hectares, is_loss, disturbing, notes
    )
    if not any(samples):
        return None
    variables = ConversionVariables(samples)
    losing = [
        (period_index, variables.starts[period_index] + k, pair[0])
        for period_index, sample in enumerate(samples)
        if sample is not None
        for k, pair in enumerate(sample.conversions)
        if pair is not None and disturbing.is_loss(*pair) and sample.estimated_ha[k]
    ]
    sinks = list(dict.fromkeys(sink for *_, sink in losing))
    if has_missing_densities(sinks, coefficients, notes):
        return None
    parameters = coefficient_parameters(sinks, range(len(sinks)), coefficients, notes, True) or {}
    fractions = bounded_loss_fractions(sinks, range(len(sinks)), coefficients)
    moves = _half_width_effects(parameters, fractions, sinks, coefficients)
    # Per hectare of each conversion.
    base = np.zeros((len(samples), 1, variables.size))
    effects = [np.zeros_like(base) for _ in moves]
    for period_index, variable, sink in losing:
        base[period_index, 0, variable] = coefficients.class_coefficient(sink).lost_density
        for effect, (sink_index, moved) in zip(effects, moves):
            if sinks[sink_index] == sink:
                effect[period_index, 0, variable] = moved
    names = [period.name for period in cube.periods]
    rows: list[RandomVariable] = [*parameters.values(), *fractions.values()]
    model = UncertaintyModel(names, {LOSS_ITEM: np.ones(1)}, base, rows, effects, [], np.zeros(0))
    unseen = omission_bounds(samples, cube.periods, coefficients, disturbing)
    return error_adjusted_model(model, np.ones(variables.size), variables, unseen)


class LossUncertainty:
    """Uncertainty of losses of a count and its units, the latter without sample-based areas."""

    def __init__(
        self,
        census: CountResult,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
        errors: AreaErrors | None,
        wanted: UncertaintySettings,
    ):
        self._census, self._coefficients = census, coefficients
        self._disturbing, self._wanted = disturbing, wanted
        cube, classes, self._notes = census.cube, list(census.cube.classes), Notes()
        sinks = cube.source_classes(disturbing.is_loss)
        self._errors = add_mapped_areas(errors, classes, cube.periods, cube.hectares)
        self._parameters = coefficient_parameters(classes, sinks, coefficients, self._notes)
        self._fractions = bounded_loss_fractions(classes, sinks, coefficients)
        self._sinks = [classes[class_index] for class_index in sinks]
        self._is_counted = bool(sinks) or not cube.source_classes(
            lambda source, target: source.is_sink and disturbing.is_disturbing(target)
        )
        self._areas = make_area_variables(self._errors, classes, cube.periods)

    def _mapped_model(self, census: CountResult) -> UncertaintyModel:
        """Return the model with mapped areas."""
        densities = self._coefficients, self._disturbing, self._parameters or {}
        return loss_model(census.cube, *densities, self._areas, self._fractions)

    @property
    def _has_half_widths(self) -> bool:
        """Whether half-widths and densities are available."""
        return self._parameters is not None and self._is_counted

    def _mapped_rows(self, census: CountResult) -> list[UncertaintyRow]:
        return (
            uncertainty_rows(self._mapped_model(census), self._wanted)
            if self._has_half_widths
            else []
        )

    def build_rows(self, census: CountResult) -> list[UncertaintyRow]:
        """Return the UNCERTAINTY rows of the run or a unit; empty without half-widths."""
        return self.run_uncertainty.rows if census is self._census else self._mapped_rows(census)

    @cached_property
    def run_uncertainty(self) -> UncertaintyResult:
        """Uncertainty of the whole run, with notes on the sample."""
        notes, rows, unseen = Notes(), self._mapped_rows(self._census), list[OmissionBound]()
        mapped_tc: dict[str, float] = {}
        if self._is_counted:
            by = self._coefficients, self._disturbing
            adjusted = error_adjusted_loss_model(self._census.cube, *by, self._errors, notes)
            if adjusted is not None:
                rows += uncertainty_rows(adjusted, self._wanted)
                unseen = widest_omission_bounds(adjusted)
                tonnes = self._mapped_model(self._census).base.sum(axis=(1, 2)).tolist()
                mapped_tc = {ALL_PERIODS: sum(tonnes), **dict(zip(adjusted.periods, tonnes))}
        left_out = unbounded_fraction_labels(self._sinks, self._coefficients)
        left_out += [] if self._parameters is not None else [CERTAIN_DENSITIES_LABEL]
        left_out += [] if self._errors else [Term("map errors")]
        return UncertaintyResult(
            rows, self._wanted, self._errors, notes, left_out, unseen, mapped_tc
        )

    def notes(self) -> Notes:
        """Return log messages on assumptions and results for the whole run."""
        notes = Notes()
        if self.run_uncertainty.rows:
            densities = (self._parameters or {}).values()
            parameters: list[RandomVariable] = [*densities, *self._fractions.values()]
            notes.add_notes(self._notes if self._has_half_widths else Notes())
            report_area_errors(self._errors, notes)
            report_distributions(parameters, self._wanted, notes)
            warn_negative_draws(parameters, self._wanted, notes)
            notes.add_notes(self.run_uncertainty.notes)
            notes.add_notes(map_sample_conflict_notes(self.run_uncertainty, LOSS_ITEM))
            notes.add_notes(interval_notes(self.run_uncertainty, LOSS_ITEM))
        else:
            notes.add_notes(self._notes)
            notes.add_notes(self.run_uncertainty.notes)
            warn_unused_area_errors(self._errors, notes)
        if not self._is_counted:
            notes.add_notice(NO_INTERVALS_NOTE)
        return notes
