"""Curves of recovery: worked examples, and means against sums of many ages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.scheme.recovery import ChapmanRichards, Exponential, Instant, Ipcc, Rates

K95 = Exponential(0.95, 30)
BANDS = Rates(((10, 2.0), (25, 1.0), (np.inf, 0.2)))


def at(curve, age, full=1.0, start=0.0) -> float:
    return float(curve.stock(np.array([start]), full, np.array([float(age)]))[0])


@pytest.mark.parametrize(
    ("curve", "age", "part"),
    [
        # Examples E8 and E11 of the definitions.
        (K95, 4.5, 0.361963534),
        (K95, 9, 0.592909468),
        (K95, 10, 0.631596850),
        (K95, 13.5, 0.740261396),
        (K95, 20, 0.864279119),
        (K95, 30, 0.95),
        (ChapmanRichards(0.95, 30, 2), 10, 0.498935613),
        (ChapmanRichards(0.95, 30, 2), 30, 0.95),
        (Ipcc(), 10, 0.5),
        (Ipcc(), 25, 1),
        (Ipcc(50), 25, 0.5),
        (Instant(), 0, 1),
        # Example E12: Dongtan, 76 % in 13 years, and MAgPIE, 15 % a year.
        (Exponential(0.76, 13), 27.28895888712099, 0.95),
        (Exponential(0.15, 1), 10, 0.803125596),
        (Exponential(0.15, 1), 20, 0.961240469),
    ],
)
def test_a_curve_is_so_far_at_an_age(curve, age, part):
    assert at(curve, age) == pytest.approx(part, abs=6e-10)


def test_the_numbers_of_the_curves():
    """Examples E11 and E12."""
    assert K95.rate == pytest.approx(0.0998577425, abs=6e-11)
    assert ChapmanRichards(0.95, 30, 2).rate == pytest.approx(0.122537945, abs=6e-10)
    assert Exponential(21 / 94.748, 25).rate == pytest.approx(0.010022674, abs=6e-10)
    assert Exponential(107 / 108.17, 25).rate == pytest.approx(0.181068013, abs=6e-10)
    assert Exponential(0.76, 13).rate == pytest.approx(0.109778181, abs=6e-10)
    assert K95.steepest(92.67) == pytest.approx(9.253817, abs=6e-7)


@pytest.mark.parametrize(("age", "stock"), [(0, 0), (4.5, 9), (13.5, 23.5), (40, 38)])
def test_rates_by_bands_of_ages(age, stock):
    """Example E11."""
    assert at(BANDS, age, 88.35) == pytest.approx(stock)


def test_a_stock_begins_with_the_topsoil_and_ends_with_the_density():
    assert at(K95, 0, 80, 30) == 30
    assert at(K95, 30, 80, 30) == pytest.approx(30 + 50 * 0.95)
    # A class of a lower density than the topsoil: it goes down.
    assert at(Ipcc(), 10, 20, 30) == 25
    assert at(BANDS, 4.5, 88.35, 30) == 39
    assert at(BANDS, 1000, 88.35, 30) == 88.35
    assert at(Instant(), 0, 80, 30) == 80


@pytest.mark.parametrize(
    ("youngest", "oldest", "mean"), [(0, 9, 0.340273191), (9, 18, 0.731431462)]
)
def test_means_of_an_exponential_curve(youngest, oldest, mean):
    """Section 8 of the definitions."""
    found = K95.mean_stock(np.zeros(1), 1.0, np.array([youngest]), np.array([oldest]))
    assert found == pytest.approx(mean, abs=6e-10)


part = st.floats(0.05, 0.99)
years = st.floats(1, 80)
curves = st.one_of(
    st.builds(Ipcc, years),
    st.builds(Exponential, part, years),
    st.builds(ChapmanRichards, part, years, st.floats(0.3, 6)),
    st.just(Instant()),
    st.builds(
        lambda ages, rates: Rates(tuple(zip([*sorted(ages), np.inf], rates))),
        st.lists(st.integers(1, 40), min_size=2, max_size=2, unique=True),
        st.lists(st.sampled_from([0.0, 0.3, 1.5, 8.0]), min_size=3, max_size=3),
    ),
)


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
    if isinstance(curve, Instant):
        return
    ages = np.arange(0.0, 100.0)
    stocks = curve.stock(np.zeros_like(ages), full, ages)
    gained = np.diff(stocks)
    assert (gained >= -1e-9).all()
    assert gained.max() <= curve.steepest(full) * (1 + 1e-9) + 1e-9
