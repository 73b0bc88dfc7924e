"""How many digits of an amount a sentence has: those that its half-width supports, by decimals."""

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.report.plotly_figures import round_to_uncertainty


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
