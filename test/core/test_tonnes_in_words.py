"""Balances in words, which tell their sense without a sign."""

import pytest

from carbon_zones.core.results.uncertainty_notes import (
    between,
    bounds_of,
    lost_or_gained,
    tonnes_of,
)


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
    """From the smaller amount to the larger one."""
    assert str(bounds_of("net", low, high)) == words


def test_whole_tonnes_on_pages():
    assert str(between(-1234.56, 9.9, "{:,.0f}".format)) == (
        "net loss of 1,235 t C to net gain of 10 t C"
    )


def test_a_loss_keeps_its_own_words():
    assert str(tonnes_of("loss", 5.04)) == "5.0 t C"
    assert str(bounds_of("loss", 4, 1e4)) == "4.0 to 10,000.0 t C"
    assert [str(tonnes_of("net", net)) for net in (-5, 5)] == [
        "net loss of 5.0 t C",
        "net gain of 5.0 t C",
    ]


def test_a_balance_of_0_is_neither_lost_nor_gained():
    assert str(lost_or_gained(-0.0)) == "no net change (0 t C)"
    assert str(bounds_of("net", -0.0, 0)) == "0 t C"
    assert str(bounds_of("net", -5, -0.0)) == "net loss of 0.0 to 5.0 t C"
