"""Round lengths and angles: of the scale bar, and between the lines of the graticule."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from ..base.numbers import round_length

# Degrees that a graticule may be apart, in seconds: round ones as maps have them. What is finer
# is as round as a length.
SECONDS = (
    *(1, 2, 5, 10, 15, 30),
    *(60 * minutes for minutes in (1, 2, 5, 10, 15, 20, 30)),
    *(3600 * degrees for degrees in (1, 2, 5, 10, 15, 20, 30, 45, 60)),
)
# A graticule has at least so many lines over the shorter side of a map.
FEWEST_LINES = 2


@dataclass(frozen=True)
class ScaleBar:
    """Two segments of a round length; `metres` is that of one, `number` the same in `unit`."""

    metres: float
    value: float
    unit: str


def scale_bar(metres_per_mm: float, longest_mm: float) -> ScaleBar:
    """The longest bar of two segments of 1, 2 or 5 times a power of ten that fits."""
    metres = round_length(metres_per_mm * longest_mm / 2)
    # The bar's own end decides: 500 m and 1 km read better in one unit.
    if 2 * metres >= 1000:
        return ScaleBar(metres, metres / 1000, "km")
    return ScaleBar(metres, metres, "m")


def scale_number(metres_per_mm: float) -> str:
    """What one unit of the paper is on the ground, to three digits, such as 1:106,000."""
    denominator = 1000 * metres_per_mm
    digits = max(0, floor(log10(denominator)) - 2) if denominator > 0 else 0
    return f"1:{round(denominator, -digits):,.0f}"


def degrees_apart(shorter: float) -> float:
    """How far apart the lines of a graticule stand, degrees.

    Args:
        shorter: the shorter side of what a map shows, degrees of longitude or latitude.
    """
    most = 3600 * shorter / FEWEST_LINES
    fitting = [step for step in SECONDS if step <= most * (1 + 1e-9)]
    return (fitting[-1] if fitting else round_length(most)) / 3600


def units_apart(shorter: float) -> float:
    """How far apart lines stand in the units of a map that lies nowhere on the globe."""
    return round_length(shorter / FEWEST_LINES)
