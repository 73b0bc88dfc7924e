"""Colours as #rrggbb: their parts, mixtures, and those of what brings none of its own."""

from __future__ import annotations

from collections.abc import Sequence

# Classes and zones without a colour take one of these in turn (the Tableau 10 colours), and then
# one with a share of another in it.
SPARE_COLOURS = (
    *("#4e79a7", "#f28e2b", "#e15759", "#76b7b2", "#59a14f"),
    *("#edc948", "#b07aa1", "#ff9da7", "#9c755f", "#bab0ac"),
)
SHADES = (("#000000", 0.3), ("#ffffff", 0.5), ("#000000", 0.55))


def hex_colour(red: int, green: int, blue: int) -> str:
    """#rrggbb of three numbers from 0 to 255."""
    return f"#{red:02x}{green:02x}{blue:02x}"


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, from 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one in it."""
    pairs = zip(rgb(colour), rgb(other))
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in pairs)
    return hex_colour(red, green, blue)


def spare_colour(number: int) -> str:
    """The spare colour whose turn it is; the first forty differ."""
    turn, place = divmod(number, len(SPARE_COLOURS))
    turn %= len(SHADES) + 1
    return mixed(SPARE_COLOURS[place], *SHADES[turn - 1]) if turn else SPARE_COLOURS[place]


def along(ramp: Sequence[str], share: float) -> str:
    """The colour at a share (0 to 1) of the way along a ramp of two colours or more."""
    place = share * (len(ramp) - 1)
    below = min(int(place), len(ramp) - 2)
    return mixed(ramp[below], ramp[below + 1], place - below)
