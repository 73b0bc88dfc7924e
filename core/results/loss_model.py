"""The losses of a count as a model of its coefficients and areas, for their uncertainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

import numpy as np

from ..base.messages import Notes, Term
from ..scan.count_result import Census, TransitionCube
from ..scheme.area_errors import AreaErrors, AreaVariables, area_variables
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficients, Pool
from ..scheme.disturbance_types import DisturbingClasses
from .error_adjusted_losses import (
    ConversionVariables,
    adjusted_model,
    on_map,
    samples_of,
    unseen_of,
    widest_unseen,
    without_densities,
)
from .uncertainty import (
    ALL_PERIODS,
    CERTAIN_DENSITIES,
    LossFraction,
    Model,
    Parameter,
    Uncertainty,
    UncertaintyRow,
    Unseen,
    Variable,
    Wanted,
    certain_losses,
    loss_fractions,
    parameters_of,
    uncertainty_rows,
)
from .uncertainty_notes import (
    found_notes,
    note_areas,
    note_distributions,
    note_draws,
    note_unused_areas,
    sample_notes,
)

LOSS = "loss"
NO_INTERVALS = Term("No confidence intervals: none of this land is included.")


def loss_model(
    cube: TransitionCube,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
    parameters: Mapping[tuple[str, int], Parameter],
    areas: AreaVariables,
    fractions: Mapping[tuple[str, int], LossFraction] = MappingProxyType({}),
) -> Model:
    """The model of LOSSES in t C: hectares times what is lost of the densities.

    Args:
        parameters, fractions: densities and loss fractions, by pool and class index.
        areas: the errors of areas, by the periods of the cube.
    """
    size = len(areas.names)
    # Hectares that each sink lost, by period and area variable.
    hectares = np.zeros((len(cube.periods), len(cube.classes), size))
    for period_index, (_, cells, areas_ha) in enumerate(cube.by_period()):
        for source, target in cube.pairs(cells):
            if disturbing.is_loss(cube.classes[source], cube.classes[target]):
                variable = areas.by_period[period_index][source, target]
                hectares[period_index, source, variable] += areas_ha[source, target]
    densities = np.zeros(len(cube.classes))
    for class_index in cube.sources(disturbing.is_loss):
        densities[class_index] = coefficients.of(cube.classes[class_index]).lost
    base = (hectares * densities[:, None]).sum(axis=1, keepdims=True)
    moves = _moves(parameters, fractions, list(cube.classes), coefficients)
    effects = [hectares[:, [class_index]] * moved for class_index, moved in moves]
    names = [period.name for period in cube.periods]
    rows: list[Variable] = [*parameters.values(), *fractions.values()]
    return Model(names, {LOSS: np.ones(1)}, base, rows, effects, areas.names, areas.u95_pct)


def _moves(
    parameters: Mapping[tuple[str, int], Parameter],
    fractions: Mapping[tuple[str, int], LossFraction],
    classes: Sequence[LandClass],
    coefficients: Coefficients,
) -> list[tuple[int, float]]:
    """The class index of each variable, and what its half-width adds to a loss, t C/ha."""

    def pool_of(key: tuple[str, int]) -> Pool:
        return coefficients.of(classes[key[1]]).pools[key[0]]

    return [
        *((key[1], pool_of(key).lost * p.u95_pct / 100.0) for key, p in parameters.items()),
        *((key[1], pool_of(key).density * f.half_width) for key, f in fractions.items()),
    ]


def adjusted_loss_model(
    cube: TransitionCube,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
    errors: AreaErrors | None,
    notes: Notes,
) -> Model | None:
    """The model of losses by the areas that a sample estimates; None, and why, without any."""
    classes, is_loss = list(cube.classes), disturbing.is_loss
    samples = samples_of(errors, classes, cube.periods, cube.hectares, is_loss, disturbing, notes)
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
    if without_densities(sinks, coefficients, notes):
        return None
    parameters = parameters_of(sinks, range(len(sinks)), coefficients, notes, True) or {}
    fractions = loss_fractions(sinks, range(len(sinks)), coefficients)
    moves = _moves(parameters, fractions, sinks, coefficients)
    # Of a hectare of each conversion.
    base = np.zeros((len(samples), 1, variables.size))
    effects = [np.zeros_like(base) for _ in moves]
    for period_index, variable, sink in losing:
        base[period_index, 0, variable] = coefficients.of(sink).lost
        for effect, (sink_index, moved) in zip(effects, moves):
            if sinks[sink_index] == sink:
                effect[period_index, 0, variable] = moved
    names = [period.name for period in cube.periods]
    rows: list[Variable] = [*parameters.values(), *fractions.values()]
    model = Model(names, {LOSS: np.ones(1)}, base, rows, effects, [], np.zeros(0))
    unseen = unseen_of(samples, cube.periods, coefficients, disturbing)
    return adjusted_model(model, np.ones(variables.size), variables, unseen)


class LossUncertainty:
    """The uncertainty of the losses of a count, and of a unit of it.

    A sample tells of all land: a unit has no rows by the areas that one estimates.
    """

    def __init__(
        self,
        census: Census,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
        errors: AreaErrors | None,
        wanted: Wanted,
    ):
        self._census, self._coefficients = census, coefficients
        self._disturbing, self._wanted = disturbing, wanted
        cube, classes, self._notes = census.cube, list(census.cube.classes), Notes()
        sinks = cube.sources(disturbing.is_loss)
        self._errors = on_map(errors, classes, cube.periods, cube.hectares)
        self._parameters = parameters_of(classes, sinks, coefficients, self._notes)
        self._fractions = loss_fractions(classes, sinks, coefficients)
        self._sinks = [classes[class_index] for class_index in sinks]
        self._is_counted = bool(sinks) or not cube.sources(
            lambda source, target: source.is_sink and disturbing.takes(target)
        )
        self._areas = area_variables(self._errors, classes, cube.periods)

    def _model(self, census: Census) -> Model:
        """By the areas of the map."""
        densities = self._coefficients, self._disturbing, self._parameters or {}
        return loss_model(census.cube, *densities, self._areas, self._fractions)

    @property
    def _is_known(self) -> bool:
        """Whether half-widths are given, and densities at all."""
        return self._parameters is not None and self._is_counted

    def _mapped(self, census: Census) -> list[UncertaintyRow]:
        return uncertainty_rows(self._model(census), self._wanted) if self._is_known else []

    def rows(self, census: Census) -> list[UncertaintyRow]:
        """UNCERTAINTY of the run, or of a unit of it; none where half-widths are missing."""
        return self.whole.rows if census is self._census else self._mapped(census)

    @cached_property
    def whole(self) -> Uncertainty:
        """That of the whole run, with what there is to say of the sample."""
        notes, rows, unseen = Notes(), self._mapped(self._census), list[Unseen]()
        mapped_tc: dict[str, float] = {}
        if self._is_counted:
            by = self._coefficients, self._disturbing
            adjusted = adjusted_loss_model(self._census.cube, *by, self._errors, notes)
            if adjusted is not None:
                rows += uncertainty_rows(adjusted, self._wanted)
                unseen = widest_unseen(adjusted)
                tonnes = self._model(self._census).base.sum(axis=(1, 2)).tolist()
                mapped_tc = {ALL_PERIODS: sum(tonnes), **dict(zip(adjusted.periods, tonnes))}
        left_out = certain_losses(self._sinks, self._coefficients)
        left_out += [] if self._parameters is not None else [CERTAIN_DENSITIES]
        left_out += [] if self._errors else [Term("map errors")]
        return Uncertainty(rows, self._wanted, self._errors, notes, left_out, unseen, mapped_tc)

    def notes(self) -> Notes:
        """What is taken for granted, and what was found in the whole run, for the log."""
        notes = Notes()
        if self.whole.rows:
            densities = (self._parameters or {}).values()
            parameters: list[Variable] = [*densities, *self._fractions.values()]
            notes.add(self._notes if self._is_known else Notes())
            note_areas(self._errors, notes)
            note_distributions(parameters, self._wanted, notes)
            note_draws(parameters, self._wanted, notes)
            notes.add(self.whole.notes)
            notes.add(sample_notes(self.whole, LOSS))
            notes.add(found_notes(self.whole, LOSS))
        else:
            notes.add(self._notes)
            notes.add(self.whole.notes)
            note_unused_areas(self._errors, notes)
        if not self._is_counted:
            notes.inform(NO_INTERVALS)
        return notes
