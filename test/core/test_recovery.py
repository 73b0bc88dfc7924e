"""Curves of recovery: stocks by the formulas of the ledger's oracle, means by many ages."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.scheme.recovery_curves import (
    ChapmanRichards,
    ExponentialRecovery,
    InstantRecovery,
    LinearRecovery,
    RecoveryRates,
)
from carbon_zones.test.core.ledger_oracle import regrown

part = st.floats(0.05, 0.99)
years = st.floats(1, 80)
curves = st.one_of(
    st.builds(LinearRecovery, years),
    st.builds(ExponentialRecovery, part, years),
    st.builds(ChapmanRichards, part, years, st.floats(0.3, 6)),
    st.just(InstantRecovery()),
    st.builds(
        lambda ages, rates: RecoveryRates(tuple(zip([*sorted(ages), np.inf], rates))),
        st.lists(st.integers(1, 40), min_size=2, max_size=2, unique=True),
        st.lists(st.sampled_from([0.0, 0.3, 1.5, 8.0]), min_size=3, max_size=3),
    ),
)


def terms_of(curve) -> dict:
    if isinstance(curve, RecoveryRates):
        bands = (f"{until if until < np.inf else ''}:{rate}" for until, rate in curve.bands)
        return {"soil_curve": "rates", "soil_rates": ";".join(bands)}
    name = {ChapmanRichards: "chapman_richards"}.get(
        type(curve), type(curve).__name__.removesuffix("Recovery").lower()
    )
    return {"soil_curve": name, **{f"soil_p{n}": p for n, p in enumerate(vars(curve).values(), 1)}}


@given(curves, st.floats(0, 60), st.floats(0, 60), st.integers(0, 80))
@example(ExponentialRecovery(0.95, 30), 30.0, 80.0, 0)
@example(RecoveryRates(((10, 2.0), (25, 1.0), (np.inf, 0.2))), 0.0, 88.35, 13)
@example(LinearRecovery(), 30.0, 20.0, 10)
def test_a_stock_is_that_of_a_plain_formula(curve, start, full, age):
    """From the topsoil, which may be more than the class holds, to the density."""
    found = curve.stock(np.array([start]), full, np.array([float(age)]))[0]
    terms = {**terms_of(curve), "soil_tc_per_ha": full}
    assert found == pytest.approx(regrown(terms, "soil", start, float(age)), rel=1e-9, abs=1e-9)


@given(curves, st.floats(1, 60), st.lists(st.just(0.0) | st.floats(1e-3, 1), min_size=1))
@example(RecoveryRates(((4, 6.0), (20, 1.0), (np.inf, 0.0))), 66.003, [n / 99 for n in range(99)])
def test_an_age_at_a_stock_is_the_first_that_has_it(curve, full, parts):
    """Of several stocks at once, on each band of a curve."""
    if isinstance(curve, InstantRecovery):
        return
    rates = isinstance(curve, RecoveryRates)
    ever = float(curve.stock(np.zeros(1), full, np.array([1e6]))[0]) if rates else full
    wanted = np.minimum(full * np.array(parts), 0.999 * ever)
    found = curve.age_at_stock(wanted, full)
    assert curve.stock(np.zeros_like(found), full, found) == pytest.approx(wanted, rel=1e-9)
    before = curve.stock(np.zeros_like(found), full, found * 0.999)
    assert ((before < wanted) | (wanted == 0)).all()


def test_the_steepest_of_an_exponential_curve_is_its_first_moment():
    """Example E11 of the definitions."""
    assert ExponentialRecovery(0.95, 30).max_gain(92.67) == pytest.approx(9.253817, abs=6e-7)


@pytest.mark.parametrize(
    "curve",
    [
        LinearRecovery(20),
        ExponentialRecovery(0.95, 30),
        *(ChapmanRichards(0.95, 30, power) for power in (1.0, 1.3, 2.0, 3.5, 6.0)),
        RecoveryRates(((4, 1.0), (20, 2.5), (np.inf, 0.5))),
    ],
)
def test_the_steepest_is_the_largest_gain_of_many_small_steps(curve):
    ages, full = np.linspace(0, 60, 600_001), 92.67
    gains = np.diff(curve.stock(np.zeros_like(ages), full, ages)) * 10_000
    assert curve.max_gain(full) == pytest.approx(gains.max(), rel=1e-4)


def test_the_steepest_of_a_curve_that_begins_upright_is_its_first_year():
    curve = ChapmanRichards(0.95, 30, 0.5)
    (first,) = curve.stock(np.zeros(1), 92.67, np.ones(1))
    assert curve.max_gain(92.67) == pytest.approx(first)


@given(curves, st.floats(0, 60), st.floats(0, 60), st.integers(0, 40), st.integers(1, 30))
def test_a_mean_is_the_sum_of_many_ages(curve, start, full, youngest, length):
    steps = 40_000
    ages = youngest + (np.arange(steps) + 0.5) * length / steps
    stocks = curve.stock(np.full(steps, start), full, ages)
    found = curve.mean_stock(
        np.array([start]), full, np.array([float(youngest)]), np.array([float(youngest + length)])
    )
    assert found[0] == pytest.approx(stocks.mean(), rel=1e-4, abs=1e-4)
    # Within what it is the mean of.
    assert stocks.min() - 1e-6 * 60 <= found[0] <= stocks.max() + 1e-6 * 60


@given(curves, st.floats(1, 60))
def test_no_year_gains_more_than_the_steepest(curve, full):
    if isinstance(curve, InstantRecovery):
        return
    ages = np.arange(0.0, 100.0)
    stocks = curve.stock(np.zeros_like(ages), full, ages)
    gained = np.diff(stocks)
    assert (gained >= -1e-9).all()
    assert gained.max() <= curve.max_gain(full) * (1 + 1e-9) + 1e-9
