"""How many digits of an amount a sentence has: those that its half-width supports, by decimals.
Round lengths of scale bars; how numbers are read is tested with the tables. Balances in words,
which tell their sense without a sign."""

import math
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.base.numbers import get_round_length
from carbon_zones.core.report.plotly_figures import round_to_uncertainty
from carbon_zones.core.results.uncertainty_notes import (
    format_item_amount,
    format_item_bounds,
    format_net_change,
    format_net_interval,
)


@pytest.mark.parametrize(
    ("value", "half_width", "told"),
    [
        # With 50 %, and with the interval of a place: to ten thousands.
        (282_823, 141_411.5, "280,000"),
        (282_823, (468_504 - 160_908) / 2, "280,000"),
        (160_908, (468_504 - 160_908) / 2, "160,000"),
        # With 13 % to thousands, with 0.1 % to tens; never finer than tonnes.
        (616_733.3, 77_949.8, "617,000"),
        (616_733.3, 616.7, "616,730"),
        (616_733.3, 0.4, "616,733"),
        # One digit is left of what is next to nothing.
        (512, 77_949.8, "500"),
        (-512, 77_949.8, "\N{MINUS SIGN}500"),
        (0, 77_949.8, "0"),
        # Nothing is known, or nothing is off.
        (616_733.3, None, "616,733"),
        (616_733.3, 0.0, "616,733"),
    ],
)
def test_an_amount_has_the_digits_that_its_half_width_supports(value, half_width, told):
    assert round_to_uncertainty(value, half_width) == told


def test_decimals_go_as_well():
    assert round_to_uncertainty(12.3456, 0.5, 3) == "12.35"
    assert round_to_uncertainty(12.3456, 5.0, 3) == "12.3"
    assert round_to_uncertainty(12.3456, 60.0, 3) == "12"
    assert round_to_uncertainty(12.3456, None, 3) == "12.346"


@given(st.floats(1, 1e9), st.floats(0.001, 1e9))
@example(95.0, 99.99)
def test_rounding_moves_it_by_a_twentieth_of_the_half_width_at_most(value, half_width):
    told = Decimal(round_to_uncertainty(value, half_width).replace(",", ""))
    off = abs(told - Decimal(value))
    coarse = Decimal(half_width) / 20
    # No finer than tonnes, and not so coarse that no digit is left.
    first = Decimal(1).scaleb(Decimal(value).adjusted())
    assert off <= max(Decimal("0.5"), min(coarse, first / 2)) * (1 + Decimal("1e-9"))
    step = max(Decimal(1), min(first, Decimal(1).scaleb(Decimal(half_width).adjusted() - 1)))
    assert told == (told / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step


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


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-1234.56, -0.04, "net loss of 0.0 to 1,234.6 t C"),
        (-9.5, -2, "net loss of 2.0 to 9.5 t C"),
        (2, 9.5, "net gain of 2.0 to 9.5 t C"),
        (-3, 4.25, "net loss of 3.0 t C to net gain of 4.2 t C"),
    ],
)
def test_bounds_tell_what_is_lost_and_what_is_gained(low, high, words):
    assert str(format_item_bounds("net", low, high)) == words


def test_whole_tonnes_on_pages():
    assert str(format_net_interval(-1234.56, 9.9, "{:,.0f}".format)) == (
        "net loss of 1,235 t C to net gain of 10 t C"
    )


def test_a_loss_keeps_its_own_words():
    assert str(format_item_amount("loss", 5.04)) == "5.0 t C"
    assert str(format_item_bounds("loss", 4, 1e4)) == "4.0 to 10,000.0 t C"
    assert [str(format_item_amount("net", net)) for net in (-5, 5)] == [
        "net loss of 5.0 t C",
        "net gain of 5.0 t C",
    ]


def test_a_balance_of_0_is_neither_lost_nor_gained():
    assert str(format_net_change(-0.0)) == "no net change (0 t C)"
    assert str(format_item_bounds("net", -0.0, 0)) == "0 t C"
    assert str(format_item_bounds("net", -5, -0.0)) == "net loss of 0.0 to 5.0 t C"
