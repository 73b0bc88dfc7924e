"""Half-widths that classes share, against the numbers of a worked example."""

import numpy as np
import pytest

from carbon_zones.core.results.uncertainty import (
    MonteCarloDraws,
    RandomParameter,
    UncertaintyModel,
    UncertaintySettings,
    propagate_errors,
)
from carbon_zones.core.scheme.coefficients import LOGNORMAL, NORMAL

# t C, half-width and the shared part of it, in %.
ARABLE, FOREST, GRASS = (3000.0, 50.0, 40.0), (2000.0, 41.0, 40.0), (1000.0, 85.0, 40.0)
FIELD = (-3000.0, 50.0, 40.0)
GROWN = (4000.0, 41.0, 40.0)


def model_of(*rows, distribution: str = NORMAL) -> UncertaintyModel:
    parameters = [
        RandomParameter(f"soil:{n}", abs(tc), u95, distribution, pool="soil", shared_pct=shared)
        for n, (tc, u95, shared) in enumerate(rows)
    ]
    tonnes = sum(tc for tc, _, _ in rows)
    effects = [np.array([[[tc * u95 / 100]]]) for tc, u95, _ in rows]
    return UncertaintyModel(
        ["p"], {"loss": np.ones(1)}, np.array([[[tonnes]]]), parameters, effects, [""], np.zeros(1)
    )


def half_width(*rows) -> float:
    model = model_of(*rows)
    effects = [effect[0, 0] for effect in model.effects]
    interval = propagate_errors(model, model.base[0, 0], effects, 95.0)[0]
    return (interval.high - interval.low) / 2


def alone(*rows):
    return [(tc, u95, 0.0) for tc, u95, _ in rows]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([ARABLE, FOREST], "2200.545"),
        (alone(ARABLE, FOREST), "1709.503"),
        ([ARABLE, FOREST, GRASS], "2676.733"),
        (alone(ARABLE, FOREST, GRASS), "1909.162"),
        ([FIELD, GROWN], "1048.618"),
        (alone(FIELD, GROWN), "2222.521"),
    ],
)
def test_half_widths_of_the_worked_example(rows, expected):
    assert f"{half_width(*rows):.3f}" == expected


@pytest.mark.parametrize(
    ("shared", "expected"), [(85.0, "85.000"), (80.0, "81.701"), (0.0, "49.075")]
)
def test_three_alike_classes(shared, expected):
    assert f"{100 * half_width(*[(100.0, 85.0, shared)] * 3) / 300:.3f}" == expected


@pytest.mark.parametrize("distribution", [NORMAL, LOGNORMAL])
@pytest.mark.parametrize("rows", [(ARABLE, FOREST, GRASS), ((100.0, 85.0, 85.0),) * 3])
def test_draws_are_as_wide_as_approach_1(rows, distribution):
    """Within 1 %, of the sd; the draws of a shared part are the same for all rows."""
    model, wanted = model_of(*rows, distribution=distribution), UncertaintySettings(200_000, 3)
    effects = [effect[0, 0] for effect in model.effects]
    drawn = MonteCarloDraws(model, wanted).estimate_interval(model.base[0, 0], effects, wanted)
    expected = propagate_errors(model, model.base[0, 0], effects, 95.0)[0].sd
    if distribution == LOGNORMAL and rows[0] == ARABLE:
        # Covariances of log-normal factors: exp(sqrt(v0 v0')) - 1, by hand.
        v0 = [np.log1p((s / 100 / 1.959963984540054) ** 2) for _, _, s in rows]
        v = [np.log1p((u / 100 / 1.959963984540054) ** 2) for _, u, _ in rows]
        tc = [row[0] for row in rows]
        pairs = [
            tc[i] * tc[j] * np.expm1(v[i] if i == j else np.sqrt(v0[i] * v0[j]))
            for i in range(3)
            for j in range(3)
        ]
        expected = np.sqrt(sum(pairs))
    assert drawn.sd == pytest.approx(expected, rel=0.01)
