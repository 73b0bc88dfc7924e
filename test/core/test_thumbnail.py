"""The small picture made in the pass against the classes of single cells."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carbon_zones.core.scan.changes import times_changed
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.thumbnail import HistoryThumbnail, Thumbnail
from carbon_zones.test.core.pages import series_of
from carbon_zones.test.core.passes import count_case, histories, open_case
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import examples, memory_folder, own_key


@examples(40)
@given(case=cases(), data=st.data())
def test_a_pixel_is_the_cell_at_its_middle(case, data):
    rows = histories(case)
    assume(any(keys is not None for row in rows for keys in row))
    with memory_folder() as folder:
        series = open_case(case, folder)
        window = series.window
        high = data.draw(st.integers(1, window.height))
        wide = data.draw(st.integers(1, window.width))
        thumbnail = Thumbnail(
            window, (high, wide), lambda block: times_changed(block.codes).astype(np.uint8), 255
        )
        history = HistoryThumbnail(series, (high, wide))
        census = count_case(case, series, [thumbnail, history])
    names = [own_key(land_class) for land_class in census.cube.classes]
    for i in range(high):
        for j in range(wide):
            row = int((i + Fraction(1, 2)) * Fraction(window.height, high))
            column = int((j + Fraction(1, 2)) * Fraction(window.width, wide))
            keys = rows[row][column]
            wanted = 255 if keys is None else sum(a != b for a, b in zip(keys, keys[1:]))
            assert thumbnail.cells[i, j] == wanted
            numbers = history.classes[:, i, j]
            if keys is None:
                assert (numbers == HistoryThumbnail.NONE).all()
            else:
                assert tuple(names[n] for n in numbers) == keys


def test_a_picture_as_large_as_the_land_is_the_land(tmp_path):
    arrays = [[[1, 1, 2], [2, 2, 1]], [[1, 2, 2], [1, 2, 1]]]
    series = series_of(tmp_path / "in", arrays, [("1990", "a"), ("2000", "b")])
    thumbnail = Thumbnail(
        series.window, (2, 3), lambda block: times_changed(block.codes).astype(np.uint8)
    )
    count(series, [], [thumbnail])
    assert thumbnail.cells.tolist() == [[0, 1, 0], [1, 0, 0]]


@pytest.mark.parametrize("longest", [1, 6, 200])
def test_cells_are_found_in_runs_and_one_by_one(tmp_path, longest):
    """Whichever way the pass groups the cells: by runs, by bytes, by wider numbers."""
    random = np.random.default_rng(longest)
    rows, columns, dates = 60, 500, 3
    arrays = [
        np.repeat(random.integers(1, 3, (rows, columns)), longest, axis=1)[:, :columns]
        for _ in range(dates)
    ]
    labels = [(str(1990 + n), f"d{n}") for n in range(dates)]
    series = series_of(tmp_path / "in", arrays, labels)
    thumbnail = Thumbnail(
        series.window, (20, 125), lambda block: times_changed(block.codes).astype(np.uint8)
    )
    count(series, [], [thumbnail])
    wanted = sum((one != other).astype(int) for one, other in zip(arrays, arrays[1:]))
    # Of 3 rows the second, of 4 columns the third.
    assert np.array_equal(thumbnail.cells, wanted[1::3, 2::4])
