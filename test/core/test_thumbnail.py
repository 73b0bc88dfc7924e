"""The small picture made in the pass against the classes of single cells."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carbon_zones.core.scan.cell_raster import HistoryThumbnail, Thumbnail
from carbon_zones.core.scan.count_result import count_changes
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.passes import count_case, histories, open_case
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import examples, memory_folder, own_key, series_in


def thumbnail_of(series, shape):
    """A picture of how often cells changed."""
    return Thumbnail(
        series.window, shape, lambda block: count_changes(block.codes).astype(np.uint8), 255
    )


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
        thumbnail = thumbnail_of(series, (high, wide))
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
            numbers = history.classes[:, history.combinations[i, j]]
            if keys is None:
                assert (numbers == HistoryThumbnail.NONE).all()
            else:
                assert tuple(names[n] for n in numbers) == keys


@pytest.mark.parametrize("longest", [1, 6, 200])
def test_cells_are_found_in_runs_and_one_by_one(tmp_path, longest):
    """Whichever way the pass groups the cells: by runs, by bytes, by wider numbers."""
    land = np.random.default_rng(longest).integers(1, 3, (3, 60, 500))
    land = land.repeat(longest, axis=2)[:, :, :500]
    series = series_in(tmp_path, *land)
    thumbnail = thumbnail_of(series, (20, 125))
    count_series(series, [], [thumbnail])
    # Of 3 rows the second, of 4 columns the third.
    wanted = (land[1:] != land[:-1]).sum(axis=0)
    assert np.array_equal(thumbnail.cells, wanted[1::3, 2::4])
