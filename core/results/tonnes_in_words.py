"""Tonnes in the words of a log: a balance is lost or gained, with no minus before it."""

from __future__ import annotations

from ..base.messages import Message, Text


def lost_or_gained(net: float) -> Text:
    """A balance, t C, above 0 where the land gained."""
    if net < 0:
        return Message("{amount:,.1f} t C lost", amount=-net)
    return Message("{amount:,.1f} t C gained", amount=abs(net))


def tonnes_of(item: str, amount: float) -> Text:
    """t C of a loss, a gain, growth, or the net of them."""
    return lost_or_gained(amount) if item == "net" else Message("{amount:,.1f} t C", amount=amount)


def bounds_of(item: str, low: float, high: float) -> Text:
    """What an item lies between, t C."""
    if item != "net":
        return Message("from {low:,.1f} to {high:,.1f} t C", low=low, high=high)
    if high <= 0:
        return Message("between {least:,.1f} and {most:,.1f} t C lost", least=-high, most=-low)
    if low >= 0:
        return Message("between {least:,.1f} and {most:,.1f} t C gained", least=low, most=high)
    return Message(
        "between {lost:,.1f} t C lost and {gained:,.1f} t C gained", lost=-low, gained=high
    )
