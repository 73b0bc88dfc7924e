"""Pictures of the manual get small without looking otherwise."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtGui import QColor, QImage

from carbon_zones.tools.small_png import COLOURS, pixels, shrink


def picture(path, values: np.ndarray) -> str:
    """A PNG of colours 0xrrggbb, shape (height, width)."""
    image = QImage(values.shape[1], values.shape[0], QImage.Format.Format_RGB32)
    for (row, column), colour in np.ndenumerate(values):
        image.setPixelColor(column, row, QColor(int(colour) | 0xFF000000))
    assert image.save(str(path))
    return str(path)


@pytest.mark.parametrize("width", [1, 5, 7, 8])
def test_few_colours_stay_as_they_are(tmp_path, width):
    values = np.arange(3 * width).reshape(3, width) * 0x10305
    path = picture(tmp_path / "a.png", values)
    assert shrink(path) == (3 * width, 3 * width)
    small = QImage(path)
    assert small.format() == QImage.Format.Format_Indexed8
    assert np.array_equal(pixels(small), values)


def test_many_colours_become_their_neighbours(tmp_path):
    """Ground in two colours that must stay, and a thousand shades of grey and blue on it."""
    values = np.full((40, 60), 0xFDF1D8)
    values[20:] = 0x009E73
    shades = np.arange(1000) % 250
    values[:20, :50] = (shades * 0x010101 | (np.arange(1000) // 250)).reshape(20, 50)
    path = picture(tmp_path / "a.png", values)
    had, has = shrink(path)
    assert had > COLOURS >= has
    found = pixels(QImage(path))
    assert np.array_equal(found[20:], values[20:])
    assert np.array_equal(found[:20, 50:], values[:20, 50:])
    parts = [(values >> shift & 0xFF) - (found >> shift & 0xFF) for shift in (16, 8, 0)]
    assert np.abs(parts).sum(axis=0).max() <= 10


def test_large_grounds_stay_apart_however_near(tmp_path):
    """White and a pale pink, as of two zones, among more colours than stay."""
    values = np.full((40, 60), 0xFFFFFF)
    values[20:] = 0xF9E9FB
    values[:5] = np.arange(300).reshape(5, 60) * 0xDA17 % 0xF0F0F0
    path = picture(tmp_path / "a.png", values)
    assert shrink(path)[1] <= COLOURS
    found = pixels(QImage(path))
    assert np.array_equal(found[5:], values[5:])


def test_a_picture_that_is_none_is_told_of(tmp_path):
    with pytest.raises(OSError, match="cannot be read"):
        shrink(str(tmp_path / "none.png"))
