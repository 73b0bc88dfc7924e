"""Colours as #rrggbb: their parts, mixtures, and those of what brings none of its own."""

from __future__ import annotations

# Classes and zones without a colour take one of these in turn (the Tableau 10 colours).
SPARE_COLOURS = (
    *("#4e79a7", "#f28e2b", "#e15759", "#76b7b2", "#59a14f"),
    *("#edc948", "#b07aa1", "#ff9da7", "#9c755f", "#bab0ac"),
)


def hex_colour(red: int, green: int, blue: int) -> str:
    """#rrggbb of three numbers from 0 to 255."""
    return f"#{red:02x}{green:02x}{blue:02x}"


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of #rrggbb, from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share (0 to 1) of another one in it."""
    pairs = zip(rgb(colour), rgb(other))
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in pairs)
    return hex_colour(red, green, blue)


def spare_colour(number: int) -> str:
    """The spare colour whose turn it is."""
    return SPARE_COLOURS[number % len(SPARE_COLOURS)]
