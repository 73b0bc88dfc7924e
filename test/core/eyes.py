"""Colours as different eyes see them, and how much they differ: from the published formulas."""

from collections.abc import Mapping
from itertools import combinations

import numpy as np

from carbon_zones.core.base.colours import hex_to_rgb

# Machado, Oliveira and Fernandes 2009, full severity, for linear red, green and blue.
MACHADO = {
    "protan": [
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ],
    "deutan": [
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ],
    "tritan": [
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ],
}
# Vienot, Brettel and Mollon 1999: linear red, green and blue to cones, and what a dichromat's
# cones say instead.
CONES = np.array(
    [(17.8824, 43.5161, 4.11935), (3.45565, 27.1554, 3.86714), (0.0299566, 0.184309, 1.46709)]
)
WITHOUT = {
    "protan": [(0, 2.02344, -2.52581), (0, 1, 0), (0, 0, 1)],
    "deutan": [(1, 0, 0), (0.494207, 0, 1.24827), (0, 0, 1)],
}
EYES = {
    "normal": np.eye(3),
    **MACHADO,
    **{
        f"{eyes}, Vienot": np.linalg.inv(CONES) @ np.array(cones) @ CONES
        for eyes, cones in WITHOUT.items()
    },
}
# sRGB to XYZ, IEC 61966-2-1.
XYZ = np.array(
    [
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    ]
)


def seen_lab(colour: str, eyes: str) -> np.ndarray:
    """CIELAB of #rrggbb as these eyes see it."""
    share = np.array(hex_to_rgb(colour)) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(EYES[eyes]) @ linear, 0, 1)
    x, y, z = XYZ @ seen / XYZ.sum(axis=1)
    x, y, z = (np.cbrt(t) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def ciede2000(one, other) -> float:
    """The CIEDE2000 difference of two CIELAB colours (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(chroma**7 / (chroma**7 + 25**7)))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dl, dc, dh = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * np.cos(np.radians(h - 30)) + 0.24 * np.cos(np.radians(2 * h))
    t += 0.32 * np.cos(np.radians(3 * h + 6)) - 0.2 * np.cos(np.radians(4 * h - 63))
    sl = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    rt = -2 * np.sqrt(c**7 / (c**7 + 25**7))
    rt *= np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    return float(np.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * dc / sc * dh / sh))


def grey(colour: str) -> float:
    """The lightness (CIELAB, 0 to 100) that a printer without colours gives a colour: Rec. 601."""
    tone = round(float(np.dot((0.299, 0.587, 0.114), hex_to_rgb(colour))))
    return float(seen_lab(f"#{tone:02x}{tone:02x}{tone:02x}", "normal")[0])


def differences(colours: Mapping[str, str], eyes: str) -> dict[tuple[str, str], float]:
    """CIEDE2000 of every pair of colours."""
    seen = {name: seen_lab(colour, eyes) for name, colour in colours.items()}
    return {pair: ciede2000(*(seen[name] for name in pair)) for pair in combinations(seen, 2)}
