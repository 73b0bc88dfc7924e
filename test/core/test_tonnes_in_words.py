"""Balances in words, which tell their sense without a sign."""

import pytest

from carbon_zones.core.results.uncertainty_notes import (
    format_item_amount,
    format_item_bounds,
    format_net_change,
    format_net_interval,
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
