"""Reduce PNG files to a palette of their most frequent colours.

usage: small_png.py PICTURE.png ...

Screenshots have few colours except at the edges of letters, where a similar colour is sufficient.
Frequent colours mostly remain unchanged.
"""

from __future__ import annotations

import sys

import numpy as np
from qgis.PyQt.QtGui import QImage

COLOURS = 256
# Minimum distances between the colours of a palette, as the sum over red, green and blue; the first
# one that gives few enough colours is used.
DISTANCES = (0, 6, 10, 14, 20, 28, 40, 60, 90)
# Colours with this share of the picture are kept even if similar: they may be different classes.
OFTEN = 0.01


def pixels(image: QImage) -> np.ndarray:
    """Return the colours of a picture, shape (height, width), as numbers 0xrrggbb."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    rows = np.frombuffer(bits, np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & 0xFFFFFF


def parts(colours: np.ndarray) -> np.ndarray:
    """Return red, green and blue of colours, shape (n, 3)."""
    return np.stack([colours >> 16, colours >> 8, colours], axis=1).astype(np.int64) & 0xFF


def palette(colours: np.ndarray, kept: int = 0) -> np.ndarray:
    """Return at most COLOURS colours, from colours sorted by frequency.

    Args:
        kept: number of first colours to be kept, less than a hundred because of OFTEN.
    """
    rgb = parts(colours)
    for distance in DISTANCES:
        chosen = rgb[:kept]
        for colour in rgb[kept:]:
            if not len(chosen) or np.abs(chosen - colour).sum(axis=1).min() > distance:
                chosen = np.append(chosen, colour[None], axis=0)
                if len(chosen) > COLOURS:
                    break
        else:
            return chosen
    return chosen[:COLOURS]


def shrink(path: str) -> tuple[int, int]:
    """Rewrite a picture; return its former and new number of colours."""
    image = QImage(path)
    if image.isNull():
        raise OSError(f"{path} cannot be read")
    colours, index_of, count = np.unique(pixels(image), return_inverse=True, return_counts=True)
    often = np.argsort(-count, kind="stable")
    chosen = palette(colours[often], int((count >= OFTEN * count.sum()).sum()))
    nearest = np.empty(len(colours), np.uint8)
    for index, colour in enumerate(parts(colours)):
        nearest[index] = np.abs(chosen - colour).sum(axis=1).argmin()
    values = np.ascontiguousarray(nearest[index_of].reshape(image.height(), image.width()))
    small = QImage(
        values.tobytes(),
        image.width(),
        image.height(),
        image.width(),
        QImage.Format.Format_Indexed8,
    )
    small.setColorTable([0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in chosen])
    if not small.save(path, "PNG", 0):
        raise OSError(f"{path} cannot be written")
    return len(colours), len(chosen)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for name in sys.argv[1:]:
        shrink(name)
