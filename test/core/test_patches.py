"""Patches, sides and places: against a plain search from cell to cell, whatever the blocks."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.pattern.patches import MergedPatches
from carbon_zones.core.pattern.pattern import PatternCounter
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.units import PolygonUnits, RasterUnits
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.passes import PART, count_case, histories, open_case, wkb
from carbon_zones.test.core.pattern_oracle import NOTHING, plain_landscapes
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import examples, memory_folder, own_key, series_in
from carbon_zones.test.helpers import write_raster


def as_plain(landscape, name_of):
    """What the core found, in the oracle's form: patches, sides in rows and columns, places."""
    names = [name_of(number) for number in landscape.class_indices]
    patches = {
        name: Counter(dict(zip(zip(p.sizes.tolist(), p.perimeters.tolist()), p.times.tolist())))
        for name, p in zip(names, landscape.patches)
    }
    sides = []
    for matrix in (landscape.across, landscape.down):
        beside = [*names, NOTHING]
        sides.append(
            Counter(
                {(names[i], beside[j]): int(matrix[i, j]) for i, j in np.argwhere(matrix).tolist()}
            )
        )
    moments = {name_of(number): one for number, one in landscape.moments.items()}
    return patches, *sides, moments


def assert_as_plain(landscape, plain, name_of, row: int = 0, column: int = 0):
    """That a landscape is the one that a plain search finds, its cells counted from a first one."""
    patches, across, down, moments = as_plain(landscape, name_of)
    assert patches == dict(plain.patches)
    assert across == plain.across
    assert down == plain.down
    for name, cells in plain.cells.items():
        ys, xs = [r + row for r, _ in cells], [c + column for _, c in cells]
        found = moments[name]
        assert found.weight == len(cells)
        assert (found.x, found.y) == (sum(xs), sum(ys))
        assert (found.xx, found.yy) == (sum(x * x for x in xs), sum(y * y for y in ys))
        assert found.xy == sum(x * y for x, y in zip(xs, ys))


def counted(cells, folder, pieces: int = 1, workers: int = 2, **options):
    """The landscape of one raster, read in about so many pieces, and its classes' values."""
    series = series_in(folder, np.array(cells), nodata=0, **options)
    counter = PatternCounter(series)
    count_series(series, [], [counter], workers=workers, cells=max(1, np.size(cells) // pieces))
    return counter.landscapes[0].get_landscape(), lambda number: series.classes[number].value


def rows_of(cells) -> list[list]:
    return [[value or None for value in row] for row in np.array(cells).tolist()]


def sort_out_always(patch) -> None:
    """Forget the patches that may not grow any more after every block, not now and then."""
    merge = MergedPatches.merge_block

    def merge_and_sort(self, *block):
        merge(self, *block)
        self._count_closed_patches()

    patch.setattr(MergedPatches, "merge_block", merge_and_sort)


@examples(80)
@given(case=cases(most_pieces=60), sorts_always=st.booleans())
def test_patches_equal_a_plain_search(case, sorts_always):
    with memory_folder() as folder, pytest.MonkeyPatch.context() as patch:
        if sorts_always:
            sort_out_always(patch)
        series = open_case(case, folder)
        lived = histories(case)
        if not any(cell for row in lived for cell in row):
            return
        counter = PatternCounter(series)
        count_case(case, series, [counter])
    window = case.window
    for date, landscapes in enumerate(counter.landscapes):
        plain = plain_landscapes([[cell and cell[date] for cell in row] for row in lived])
        assert_as_plain(
            landscapes.get_landscape(),
            plain[""],
            lambda number: own_key(series.classes[number]),
            window.row,
            window.column,
        )


def spiral(size: int) -> np.ndarray:
    """A path of one cell's width that winds to the middle, on land of another class."""
    cells = np.ones((size, size), int)
    row, column, down, across = 0, 0, 0, 1
    cells[0, 0] = 2
    turns = 0
    while turns < 2:
        ahead = row + down, column + across
        further = row + 2 * down, column + 2 * across
        free = all(0 <= place < size for place in ahead) and cells[ahead] == 1
        beyond = all(0 <= place < size for place in further)
        if free and not (beyond and cells[further] == 2):
            row, column = ahead
            cells[row, column] = 2
            turns = 0
        else:
            down, across = across, -down
            turns += 1
    return cells


CHECKERS = np.indices((24, 31)).sum(axis=0) % 2
SHAPES = {
    "one cell": np.array([[3]]),
    "one class": np.full((40, 17), 5),
    "a row": np.array([[1, 1, 0, 2, 2, 1]]),
    "a column": np.array([[1], [1], [0], [2], [1]]),
    "checkerboard": CHECKERS + 1,
    "checkers on no data": CHECKERS,
    "spiral": spiral(41),
    "spiral on no data": spiral(41) * (spiral(41) == 2),
    "stripes": np.indices((30, 30)).sum(axis=0) % 7 // 2,
    "comb": np.where((np.arange(45) % 2 == 0) | (np.arange(29)[:, None] == 28), 1, 2),
    "comb upside down": np.where((np.arange(45) % 2 == 0) | (np.arange(29)[:, None] == 0), 1, 2),
}


@pytest.mark.parametrize(("pieces", "tile"), [(1, None), (4, 16), (37, None), (300, 16)])
@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_that_cross_blocks(tmp_path, monkeypatch, shape, pieces, tile):
    sort_out_always(monkeypatch)
    cells = SHAPES[shape]
    options = ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16") if tile else ()
    landscape, name_of = counted(cells, tmp_path, pieces, options=options)
    assert_as_plain(landscape, plain_landscapes(rows_of(cells))[""], name_of)


@examples(60)
@given(case=cases(most_dates=2, most_pieces=40), data=st.data())
def test_a_unit_cuts_patches_and_land_outside_is_no_data_for_it(case, data):
    """Units of rectangles, some of several polygons, and the same as a raster whose names join."""
    window = case.window
    shape = case.dates[0].values.shape
    held = np.zeros(shape, int)
    with memory_folder() as folder:
        series = open_case(case, folder)
        lived = histories(case)
        if not any(cell for row in lived for cell in row):
            return
        polygons = []
        for number in range(1, data.draw(st.integers(1, 4)) + 1):
            top, bottom = sorted(data.draw(st.integers(0, shape[0])) for _ in range(2))
            left, right = sorted(data.draw(st.integers(0, shape[1])) for _ in range(2))
            if top == bottom or left == right:
                continue
            part = held[top:bottom, left:right]
            part[part == 0] = number
            ring = [(left, top), (right, top), (right, bottom), (left, bottom)]
            rings = [[(x * PART, y * PART) for x, y in ring]]
            polygons.append(("abab"[number - 1], wkb(series.grid, rings)))
        by_polygon = PolygonUnits("units", polygons, series.grid)
        path = write_raster(
            f"{folder}/units.tif", held, cell=(32, 32), origin=(600_000, 4_400_000), epsg=32649
        )
        source = RasterInput(path, "units", nodata=(0,))
        source.style.names.update({1: "a", 2: "b", 3: "a", 4: "b"})
        by_raster = RasterUnits(series, source, Notes())
        names = np.array(["(outside)", *"abab"])[held]
        here = names[
            window.row : window.row + window.height, window.column : window.column + window.width
        ].tolist()
        found = []
        for units in (by_polygon, by_raster):
            counter = PatternCounter(series, units)
            count_series(
                series, [], [counter], workers=case.workers, cells=case.cells_per_block, units=units
            )
            for date, landscapes in enumerate(counter.landscapes):
                plain = plain_landscapes([[c and c[date] for c in row] for row in lived], here)
                places = units.list_units()[0]
                assert set(plain) <= set(places)
                for name, expected in plain.items():
                    assert_as_plain(
                        landscapes.get_landscape(places.index(name)),
                        expected,
                        lambda number: own_key(series.classes[number]),
                        window.row,
                        window.column,
                    )
            found.append(counter)


def test_classes_of_a_group_make_one_patch_and_those_without_stay_by_themselves(tmp_path):
    cells = np.array([[1, 2, 3, 9], [4, 1, 8, 9], [4, 4, 8, 1]])
    entries = [
        (value, LandClass(value, key, key, group))
        for value, key, group in (
            (8, "lake", ""),
            (1, "arable", "sink"),
            (2, "forest", "Sink"),
            (3, "pit", "mine"),
            (4, "dump", "mine"),
            (9, "sand", ""),
        )
    ]
    series = series_in(tmp_path, cells, entries=entries)
    counter = PatternCounter(series, by_group=True)
    count_series(series, [], [counter], cells=3)
    group = {1: "sink", 2: "sink", 3: "mine", 4: "mine", 8: "lake", 9: "sand"}
    plain = plain_landscapes([[group[value] for value in row] for row in cells.tolist()])
    classes = list(series.classes)

    def name_of(number):
        return classes[number].group.lower() or classes[number].key

    assert_as_plain(counter.landscapes[0].get_landscape(), plain[""], name_of)
