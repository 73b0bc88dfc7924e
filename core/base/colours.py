"""Colours as #rrggbb: components, mixtures and fallback colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import atan2, cos, degrees, exp, hypot, pi, radians, sin, sqrt

# Used in turn for classes and zones without a colour: the Tableau 10 colours, slightly adjusted for
# colour-blind readers, then mixtures of them.
FALLBACK_COLOURS = (
    "#3972c4",
    "#e77602",
    "#d82a2f",
    "#8cccca",
    "#53ab67",
    "#f7d554",
    "#b681af",
    "#ffa69e",
    "#8d6e5f",
    "#a49799",
)
SHADES = (("#000000", 0.3), ("#ffffff", 0.43), ("#000000", 0.55))

# Legend colours with a smaller difference (CIEDE2000) look alike.
MIN_COLOUR_DIFFERENCE = 8.0

# Luminance with equal contrast to black and white: (1 + 0.05) / (x + 0.05) = (x + 0.05) / 0.05.
MIDDLE_LUMINANCE = (1.05 * 0.05) ** 0.5 - 0.05


def rgb_to_hex(red: int, green: int, blue: int) -> str:
    """Return #rrggbb from three numbers from 0 to 255."""
    return f"#{red:02x}{green:02x}{blue:02x}"


def hex_to_rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of #rrggbb, from 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def mix_colours(colour: str, other: str, share: float) -> str:
    """Return a colour mixed with a share (0 to 1) of another one."""
    pairs = zip(hex_to_rgb(colour), hex_to_rgb(other))
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in pairs)
    return rgb_to_hex(red, green, blue)


def get_text_colour(colour: str) -> str:
    """Return black or white, whichever has more contrast with a colour.

    WCAG 2.2 contrast (at least 4.5 for one), from sRGB relative luminance (IEC 61966-2-1).
    """
    parts = [part / 255 for part in hex_to_rgb(colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = sum(weight * p for weight, p in zip((0.2126, 0.7152, 0.0722), linear))
    return "#000000" if luminance > MIDDLE_LUMINANCE else "#ffffff"


def get_fallback_colour(turn_index: int) -> str:
    """Return the fallback colour at an index; the first forty differ."""
    turn, index = divmod(turn_index, len(FALLBACK_COLOURS))
    turn %= len(SHADES) + 1
    return (
        mix_colours(FALLBACK_COLOURS[index], *SHADES[turn - 1]) if turn else FALLBACK_COLOURS[index]
    )


def assign_class_colours(classes: Sequence[tuple[int, str]]) -> list[str]:
    """Return a colour for each class, given as value and own colour, in their order.

    Without one (''), the constant fallback of its value, or the next if used or similar.
    """
    own = [colour for _, colour in classes if colour]
    spare = [
        get_fallback_colour(index) for index in range(len(FALLBACK_COLOURS) * (len(SHADES) + 1))
    ]
    colours = [colour for _, colour in classes]
    for value, index in sorted(
        (value, n) for n, (value, colour) in enumerate(classes) if not colour
    ):
        # Values 10, 20 and 30 get different hues, as 1, 2 and 3 do.
        turn = (value - 1 + (value - 1) // 10) % len(spare)
        further = [colour for colour in spare[turn:] + spare[:turn] if colour not in colours]
        apart = (
            c
            for c in further
            if all(colour_difference(c, other) >= MIN_COLOUR_DIFFERENCE for other in own)
        )
        colours[index] = next(apart, further[0] if further else spare[turn])
    return colours


def _hex_to_lab(colour: str) -> tuple[float, float, float]:
    """Return CIELAB of #rrggbb, under D65."""
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4
        for p in (part / 255 for part in hex_to_rgb(colour))
    )
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    if red == green == blue:
        return 116 * y - 16, 0.0, 0.0  # a grey has no hue, which rounding would make up
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@lru_cache(maxsize=4096)
def colour_difference(colour: str, other: str) -> float:
    """Return the perceptual difference of two colours: CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = _hex_to_lab(colour), _hex_to_lab(other)
    grey = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * (grey / (grey + 25**7)) ** 0.5
    c1, c2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    h1, h2 = atan2(b1, stretch * a1), atan2(b2, stretch * a2)
    turn = (h2 - h1 + pi) % (2 * pi) - pi if c1 and c2 else 0.0
    light, chroma, hue = ((l1 + l2) / 2 - 50) ** 2, (c1 + c2) / 2, h1 + turn / 2
    if not c1:
        hue = h2
    terms = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.2, 4, -63))
    t = 1 - sum(weight * cos(n * hue + radians(shift)) for weight, n, shift in terms)
    lightness = (l2 - l1) / (1 + 0.015 * light / (20 + light) ** 0.5)
    saturation = (c2 - c1) / (1 + 0.045 * chroma)
    tone = 2 * (c1 * c2) ** 0.5 * sin(turn / 2) / (1 + 0.015 * chroma * t)
    blue = 60 * exp(-(((degrees(hue) % 360 - 275) / 25) ** 2))
    rotation = -2 * (chroma**7 / (chroma**7 + 25**7)) ** 0.5 * sin(radians(blue))
    total = lightness**2 + saturation**2 + tone**2 + rotation * saturation * tone
    return sqrt(max(total, 0.0))


def interpolate_ramp(ramp: Sequence[str], share: float) -> str:
    """Return the colour at a position (0 to 1) on a ramp of two or more colours."""
    position = share * (len(ramp) - 1)
    below = min(int(position), len(ramp) - 2)
    return mix_colours(ramp[below], ramp[below + 1], position - below)
