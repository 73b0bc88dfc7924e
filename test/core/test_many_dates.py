"""Pages of yearly series, and of mines that are a speck: which maps they show, and of what land."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.core.base.dates import periods
from carbon_zones.core.report.maps import SMALL_SIDE, land_thumbnail
from carbon_zones.core.scan.count import count
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.study.land_section import land_section
from carbon_zones.core.study.study import Study
from carbon_zones.core.study.study_consumers import StudyConsumers
from carbon_zones.test.core.pages import CLASSES, MINING, cells_of, series_of

MINE = (LandClass(1, "a", "Fields", "sink", "#aa5500"), LandClass(2, "b", "Pit", "mine", "#222222"))


def study_with_maps(folder, arrays, classes=CLASSES) -> Study:
    """A study of yearly arrays that has no zones."""
    dates = [(str(1990 + n), f"d{n}") for n in range(len(arrays))]
    series = series_of(folder / "in", arrays, dates, classes)
    history = land_thumbnail(series)
    census = count(series, periods(series.dates), [history])
    return Study(series, census, {}, {}, MINING, StudyConsumers(land=history))


@pytest.mark.parametrize("dates", [2, 3, 8, 9, 36])
def test_of_many_dates_a_few_maps_are_shown_and_the_others_by_choice(tmp_path, dates):
    land = [np.roll(np.arange(9000).reshape(10, 900) % 2 + 1, n) for n in range(dates)]
    study = study_with_maps(tmp_path, land)
    section = land_section(study)
    assert [drawn.title for drawn in section.maps] == ([] if dates == 2 else study.labels)
    if dates < 9:
        assert not section.map_choices
        return
    shown = section.map_choices[0][1]
    assert (shown[0], shown[-1], len(shown)) == (0, dates - 1, 8)
    assert np.ptp(np.diff(shown)) <= 1
    assert [n for _, part in section.map_choices[1:] for n in part] == [*range(dates)]
    # Together they are no larger than six of the full size.
    assert 8 * section.maps[0].width ** 2 <= 1.01 * 6 * SMALL_SIDE**2


def speck(rows, columns) -> np.ndarray:
    """Land of 60 by 80 cells, of which these are mined."""
    land = np.ones((60, 80), np.uint8)
    land[rows, columns] = 2
    return land


def test_maps_are_framed_on_mined_land_that_is_little(tmp_path):
    """Eight rows and twelve columns are mined at any date: three cells around them are shown."""
    one, other = speck(slice(20, 28), slice(70, 76)), speck(slice(22, 24), slice(64, 70))
    section = land_section(study_with_maps(tmp_path, [speck([], []), one, other], MINE))
    drawn = [cells_of(picture, tmp_path) for picture in section.then_now]
    assert [places for _, places in section.pair_choices] == [[0], [1]]
    assert np.array_equal(drawn[1], other[17:31, 61:79])
    assert np.array_equal(drawn[3], other)
    assert [places for _, places in section.map_choices] == [range(3), range(3, 6)]
    assert np.array_equal(cells_of(section.maps[1], tmp_path), one[17:31, 61:79])
    assert np.array_equal(cells_of(section.maps[4], tmp_path), one)
    # The bar of a part is a shorter one.
    assert [picture.bar_label for picture in section.then_now[::2]] == ["", ""]


@pytest.mark.parametrize(
    "mined",
    [
        [(slice(0, 0), slice(0, 0))],
        [(slice(20, 40), slice(20, 50))],
        # Two specks far from each other.
        [(slice(0, 1), slice(0, 1)), (slice(59, 60), slice(79, 80))],
    ],
)
def test_maps_show_all_where_mined_land_is_much_or_everywhere_or_nowhere(tmp_path, mined):
    land = speck([], [])
    for rows, columns in mined:
        land[rows, columns] = 2
    section = land_section(study_with_maps(tmp_path, [speck([], []), land, land], MINE))
    assert np.array_equal(cells_of(section.then_now[1], tmp_path), land)
    assert (section.pair_choices, section.map_choices) == ([], [])
