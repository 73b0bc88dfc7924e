"""Uncertainty: distributions, shared errors, and draws against the closed form. Half-widths that
classes share, against the numbers of a worked example."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.base.random_draws import Z95, draw_standard_normal, get_z_score, to_lognormal
from carbon_zones.core.results.uncertainty import (
    MonteCarloDraws,
    RandomParameter,
    UncertaintyModel,
    UncertaintyResult,
    UncertaintySettings,
    propagate_errors,
    uncertainty_rows,
)
from carbon_zones.core.results.uncertainty_notes import report_distributions, warn_negative_draws
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.core.scheme.coefficients import LOGNORMAL, NORMAL
from carbon_zones.test.core.schemes import default_rules, has, refused
from carbon_zones.test.core.support import examples, paper_classes, table

STEPS = [Period(0, 1, "1990-2000"), Period(1, 2, "2000-2010")]


@pytest.mark.parametrize(("half_width", "is_wide"), [(60.0, False), (60.5, True)])
@pytest.mark.parametrize("distribution", ["normal", "lognormal"])
def test_a_half_width_above_60_fits_no_normal_distribution(half_width, is_wide, distribution):
    notes = Notes()
    density = RandomParameter("soil:arable", 80.0, half_width, distribution, pool="soil")
    report_distributions([density], UncertaintySettings(), notes)
    messages = [str(line) for line in notes.warnings]
    assert len(messages) == (is_wide and distribution == "normal")
    assert all("soil:arable: margins of error above 60 %" in line for line in messages)


def test_a_lognormal_of_a_given_mean():
    """Example E23: mean 1, half-width 50 %."""
    quantiles = to_lognormal(np.array([-Z95, 0.0, Z95]), 1.0, 0.5 / Z95)
    assert quantiles[[0, 2]] == pytest.approx([0.592345884, 1.585048745], abs=6e-10)
    sigma = np.log(quantiles[2] / quantiles[1]) / Z95
    assert sigma == pytest.approx(0.251096377, abs=6e-10)
    many = to_lognormal(draw_standard_normal(3, "x", 50_000), 5.0, 0.4)
    assert many.mean() == pytest.approx(5, rel=0.01)
    assert many.std() == pytest.approx(2, rel=0.02)


def test_draws_are_the_same_on_every_machine():
    """Streams follow from seed and name alone; these are written down."""
    drawn = draw_standard_normal(42, "soil:arable", 3)
    written = [-1.7260371136650314, 1.1767583753326603, -0.7263589401875118]
    assert drawn == pytest.approx(written, rel=1e-12)
    assert draw_standard_normal(42, "soil:arable", 5)[:3] == pytest.approx(drawn, rel=0)
    assert not set(drawn) & set(draw_standard_normal(42, "soil:forest", 3))
    assert not set(drawn) & set(draw_standard_normal(43, "soil:arable", 3))


def test_levels():
    assert get_z_score(95) == pytest.approx(1.959963984540054, rel=1e-15)
    assert get_z_score(90) == pytest.approx(1.6448536269514722, rel=1e-12)


def model_of(base, effects, areas=(), distribution="normal") -> UncertaintyModel:
    """A model of one item in one period, by area variables; relative half-widths are 100 %."""
    base = np.array(base, float).reshape(1, 1, -1)
    return UncertaintyModel(
        ["1990-2000"],
        {"loss": np.ones(1)},
        base,
        [RandomParameter(f"p{n}", 1.0, 30.0, distribution) for n in range(len(effects))],
        [np.array(own, float).reshape(base.shape) for own in effects],
        ["", *(f"a{n}" for n in range(len(areas)))],
        np.array([0.0, *areas]),
    )


def found(model, **wanted):
    rows = uncertainty_rows(model, UncertaintySettings(**wanted))
    return {r["method"]: r for r in rows if r["measure"] == "t C" and not r["period"]}


def test_shared_errors_are_added_before_they_are_squared():
    """By hand: 3 + 4 of one coefficient, 5 of another; 10 % of 100 and 20 % of 50."""
    rows = found(model_of([0, 100, 50], [[0, 3, 4], [0, 0, -5]], [10, 20]), draws=0)
    assert rows["approach 1: coefficients"]["half_width"] == pytest.approx((49 + 25) ** 0.5)
    assert rows["approach 1: areas"]["half_width"] == pytest.approx(200**0.5)
    assert rows["approach 1"]["half_width"] == pytest.approx(274**0.5)
    assert rows["approach 1, correlation 1"]["half_width"] == pytest.approx((4 + 200) ** 0.5)
    assert rows["approach 1"]["half_width_pct"] == pytest.approx(100 * 274**0.5 / 150)
    assert "approach 2" not in rows


def test_without_area_errors_there_is_no_row_of_them():
    rows = found(model_of([100], [[3]]), draws=0)
    assert list(rows) == ["approach 1", "approach 1: coefficients", "approach 1, correlation 1"]
    # And nothing has no percentage.
    assert found(model_of([0], [[3]]), draws=0)["approach 1"]["half_width_pct"] is None


amounts = st.floats(-100, 100)


@examples(30)
@given(st.data(), st.integers(1, 3), st.integers(0, 3), st.integers(0, 10**6))
def test_draws_meet_the_closed_form(data, coefficients, areas, seed):
    """Within the standard errors of so many draws, with the products that approach 1 leaves out."""
    row = st.lists(amounts, min_size=areas + 1, max_size=areas + 1)
    base, effects = data.draw(row), [data.draw(row) for _ in range(coefficients)]
    widths = data.draw(st.lists(st.floats(0, 50), min_size=areas, max_size=areas))
    rows = found(model_of(base, effects, widths), draws=4000, seed=seed)
    sigma = np.array([0.0, *widths]) / 100 / Z95
    effects = np.array(effects) / Z95
    # Exact: variance of (1 + e)(b + sum of effects), e independent by variable.
    variance = (effects.sum(axis=1) ** 2).sum()
    variance += (sigma**2 * (np.array(base) ** 2 + (effects**2).sum(axis=0))).sum()
    exact, drawn = variance**0.5, rows["approach 2"]
    assert drawn["sd"] == pytest.approx(exact, abs=5 * exact / (2 * 4000) ** 0.5 + 1e-9)
    assert drawn["estimate"] == pytest.approx(sum(base), abs=5 * exact / 4000**0.5 + 1e-9)
    assert drawn["low"] <= drawn["high"]


def test_the_interval_is_that_of_approach_2_where_there_is_one():
    model = model_of([100], [[3]])
    for draws, method in ((0, "approach 1"), (500, "approach 2")):
        rows = uncertainty_rows(model, UncertaintySettings(draws=draws))
        (own,) = (
            row
            for row in rows
            if (row["period"], row["measure"], row["method"]) == ("", "t CO2", method)
        )
        assert UncertaintyResult(rows).best_row("loss", "t CO2") is own
    assert UncertaintyResult([]).best_row("loss", "t CO2") is None


def errors_of(text):
    classes = paper_classes()
    rules = default_rules(classes)
    return read_area_errors(table("AREA_ERRORS", text), classes, STEPS, rules), classes


def test_the_closest_row_has_a_conversion():
    """A class beats a group, a group beats any; a row of the period beats all."""
    errors, classes = errors_of(
        "from_class,to_class,u95_pct,period\n*,*,1,\n@sink,@mine,2,\narable,@mine,3,\n"
        "arable,dump,4,\n*,*,9,2000-2010\n"
    )
    variables = errors.make_variables(list(classes), STEPS)

    def width(step, source, target):
        place = variables.by_period[step][classes.find_class(source), classes.find_class(target)]
        return variables.u95_pct[place]

    assert width(0, "arable", "dump") == 4
    assert width(0, "arable", "open_pit") == 3
    assert width(0, "forest", "open_pit") == 2
    assert width(0, "water", "urban") == 1
    assert width(1, "arable", "dump") == 9
    # Another variable in each period, and the certain one first.
    assert variables.names[0] == ""
    assert len(set(variables.names)) == len(variables.names) == 6


def test_a_row_by_zone_is_one_error_in_each_period():
    errors, classes = errors_of("zone,u95_pct\nemission_control,5\n")
    variables = errors.make_variables(list(classes), STEPS)
    one, other = (
        [
            places[classes.find_class(key), classes.find_class("dump")]
            for key in ("arable", "forest", "water")
        ]
        for places in variables.by_period
    )
    assert one[0] == one[1] != other[0] == other[1]
    assert [variables.u95_pct[place] for place in one] == [5, 5, 0]


def test_two_rows_on_one_conversion_are_refused():
    errors, classes = errors_of(
        "from_class,to_class,u95_pct\narable,@mine,3\n@sink,dump,4\nforest,dump,5\n"
    )
    said = refused(errors.make_variables, list(classes), STEPS)
    assert has(said, "AREA_ERRORS: rows 1 and 2", "Arable land -> Dump")


def test_draws_of_what_cannot_be_are_told_by_their_share():
    """Below 0 lies 2.5 % of a normal distribution whose half-width is its mean."""
    parameters = [
        RandomParameter("wide", 10.0, 100.0, "normal"),
        RandomParameter("narrow", 10.0, 20.0, "normal"),
        RandomParameter("lognormal", 10.0, 100.0, "lognormal"),
    ]
    notes = Notes()
    warn_negative_draws(parameters, UncertaintySettings(draws=10_000), notes)
    (message,) = [str(notice) for notice in notes.warnings]
    assert message.startswith("wide: ")
    # Three standard errors of a share of 10,000 draws.
    assert abs(float(message.split()[1]) - 2.5) < 3 * (2.5 * 97.5 / 10_000) ** 0.5
    notes = Notes()
    warn_negative_draws(parameters, UncertaintySettings(draws=0), notes)
    assert not notes.warnings


# t C, half-width and the shared part of it, in %.
ARABLE, FOREST, GRASS = (3000.0, 50.0, 40.0), (2000.0, 41.0, 40.0), (1000.0, 85.0, 40.0)
FIELD = (-3000.0, 50.0, 40.0)
GROWN = (4000.0, 41.0, 40.0)


def shared_model_of(*rows, distribution: str = NORMAL) -> UncertaintyModel:
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
    model = shared_model_of(*rows)
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
    model, wanted = (
        shared_model_of(*rows, distribution=distribution),
        UncertaintySettings(200_000, 3),
    )
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
