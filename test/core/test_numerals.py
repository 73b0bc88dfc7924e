"""Round lengths of scale bars; how numbers are read is tested with the tables."""

import math

import pytest

from carbon_zones.core.base.numbers import get_round_length


@pytest.mark.parametrize(
    ("longest", "expected"),
    [(1.0, 1), (1.99, 1), (2.0, 2), (4.99, 2), (5.0, 5), (9.99, 5), (7495.0, 5000), (0.03, 0.02)],
)
def test_the_largest_of_1_2_and_5_that_fits(longest, expected):
    assert get_round_length(longest) == pytest.approx(expected)


@pytest.mark.parametrize("power", range(-3, 8))
def test_a_hair_below_a_power_of_ten_its_logarithm_may_be_whole(power):
    below = math.nextafter(10.0**power, 0)
    assert get_round_length(below) in (pytest.approx(10.0**power), pytest.approx(0.5 * 10.0**power))
