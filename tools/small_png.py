"""Make pictures small: PNG files with a palette of the colours that they have most of.

usage: small_png.py PICTURE.png ...

A picture of a window has few colours but for the edges of its letters, where one that is
hardly another is as good. Colours that are there often stay as they are.
"""

from __future__ import annotations

import sys

import numpy as np
from qgis.PyQt.QtGui import QImage

COLOURS = 256
# How far apart the colours of a palette are at least, as the sum over red, green and blue; the
# first distance that leaves few enough is taken.
DISTANCES = (0, 6, 10, 14, 20, 28, 40, 60, 90)
# A colour of such a part of the picture is kept, however near another one is: two kinds of land.
OFTEN = 0.01


def pixels(image: QImage) -> np.ndarray:
    """The colours of a picture, shape (height, width), as numbers 0xrrggbb."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    rows = np.frombuffer(bits, np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & 0xFFFFFF


def parts(colours: np.ndarray) -> np.ndarray:
    """Red, green and blue of colours, shape (n, 3)."""
    return np.stack([colours >> 16, colours >> 8, colours], axis=1).astype(np.int64) & 0xFF


def palette(colours: np.ndarray, kept: int = 0) -> np.ndarray:
    """At most COLOURS colours, which stand in the order of how often they occur.

    Args:
        kept: how many of the first are all to stay; less than a hundred, by OFTEN.
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
    """Write a picture again; returns how many colours it had and has."""
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
