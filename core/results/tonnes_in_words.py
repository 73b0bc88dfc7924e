"""Tonnes in words: a balance is lost or gained, with no minus before it."""

from __future__ import annotations

from collections.abc import Callable

from ..base.messages import Message, Term, Text


def lost_or_gained(net: float) -> Text:
    """A balance as a log has it; t C, above 0 where the land gained."""
    if not net:
        return Term("0 t C, neither lost nor gained")
    if net < 0:
        return Message("{amount:,.1f} t C lost", amount=-net)
    return Message("{amount:,.1f} t C gained", amount=net)


def between(low: float, high: float, told: Callable[[float], str]) -> Text:
    """What a balance lies between; t C, above 0 where the land gained.

    Args:
        told: how a number of tonnes is written.
    """
    if not low and not high:
        return Term("at 0 t C")
    if high <= 0:
        values = {"least": told(abs(high)), "most": told(-low)}
        return Message("between {least} and {most} t C lost", **values)
    if low >= 0:
        values = {"least": told(low), "most": told(high)}
        return Message("between {least} and {most} t C gained", **values)
    return Message(
        "between {lost} t C lost and {gained} t C gained", lost=told(-low), gained=told(high)
    )


def tonnes_of(item: str, amount: float) -> Text:
    """t C of a loss, a gain, growth, or the net of them, as a log has them."""
    return lost_or_gained(amount) if item == "net" else Message("{amount:,.1f} t C", amount=amount)


def bounds_of(item: str, low: float, high: float) -> Text:
    """What an item lies between, as a log has it."""
    if item == "net":
        return between(low, high, "{:,.1f}".format)
    return Message("from {low:,.1f} to {high:,.1f} t C", low=low, high=high)
