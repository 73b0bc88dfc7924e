"""The losses of a count as a model of its coefficients and areas, for their uncertainty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from ..base.messages import Notes, Term
from ..scan.census import Census, TransitionCube
from ..scheme.area_errors import AreaErrors, AreaVariables, area_variables
from ..scheme.coefficients import Coefficients
from ..scheme.disturbing_classes import DisturbingClasses
from .uncertainty import (
    LossFraction,
    Model,
    Parameter,
    Uncertainty,
    UncertaintyRow,
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
)

LOSS = "loss"


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
        parameters, fractions: densities and loss fractions, by pool and class number.
        areas: the errors of areas, by the periods of the cube.
    """
    size = len(areas.names)
    # Hectares that each sink lost, by period and area variable.
    hectares = np.zeros((len(cube.periods), len(cube.classes), size))
    for place, (_, cells, areas_ha) in enumerate(cube.by_period()):
        for source, target in cube.pairs(cells):
            if disturbing.is_loss(cube.classes[source], cube.classes[target]):
                variable = areas.by_period[place][source, target]
                hectares[place, source, variable] += areas_ha[source, target]
    densities = np.zeros(len(cube.classes))
    for number in cube.sources(disturbing.is_loss):
        densities[number] = coefficients.of(cube.classes[number]).lost
    base = (hectares * densities[:, None]).sum(axis=1, keepdims=True)
    effects = []
    for (pool, number), parameter in parameters.items():
        lost = coefficients.of(cube.classes[number]).pools[pool].lost
        effects.append(hectares[:, [number]] * (lost * parameter.u95_pct / 100.0))
    for (pool, number), fraction in fractions.items():
        density = coefficients.of(cube.classes[number]).pools[pool].density
        effects.append(hectares[:, [number]] * (density * fraction.half_width))
    names: Sequence[str] = [period.name for period in cube.periods]
    return Model(
        names,
        {LOSS: np.ones(1)},
        base,
        [*parameters.values(), *fractions.values()],
        effects,
        areas.names,
        areas.u95_pct,
    )


class LossUncertainty:
    """The uncertainty of the losses of a count, and of a unit of it.

    Args:
        census: of the whole run.
        disturbing: the groups that take land.
        errors: of areas; None: all areas are taken as certain.
        wanted: how it is worked out.
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
        self._disturbing, self._errors, self._wanted = disturbing, errors, wanted
        self._notes = Notes()
        classes, sinks = list(census.cube.classes), census.cube.sources(disturbing.is_loss)
        self._parameters = parameters_of(classes, sinks, coefficients, self._notes)
        self._fractions = loss_fractions(classes, sinks, coefficients)
        self._taken = [classes[number] for number in sinks]
        self._areas = area_variables(errors, classes, census.cube.periods)

    def _model(self, census: Census) -> Model | None:
        if self._parameters is None:
            return None
        return loss_model(
            census.cube,
            self._coefficients,
            self._disturbing,
            self._parameters,
            self._areas,
            self._fractions,
        )

    def rows(self, census: Census) -> list[UncertaintyRow]:
        """UNCERTAINTY of the run, or of a unit of it; none where half-widths are missing."""
        model = self._model(census)
        return [] if model is None else uncertainty_rows(model, self._wanted)

    def notes(self) -> Notes:
        """What is taken for granted, and what was found in the whole run, for the log."""
        notes, model = Notes(), self._model(self._census)
        notes.add(self._notes)
        if model is not None:
            note_areas(self._errors, notes)
            note_distributions(model.parameters, self._wanted, notes)
            note_draws(model.parameters, self._wanted, notes)
            rows = self.rows(self._census)
            left_out = certain_losses(self._taken, self._coefficients)
            left_out += [] if self._errors else [Term("areas")]
            found = Uncertainty(rows, self._wanted, self._errors, left_out=left_out)
            notes.add(found_notes(found, LOSS))
        else:
            note_unused_areas(self._errors, notes)
        return notes
