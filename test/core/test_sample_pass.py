"""Cells drawn from strata, and those of a lattice: the same however the raster is read."""

from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from osgeo import ogr

from carbon_zones.core.scan import sample_pass
from carbon_zones.core.scan.coding import FIRST_CLASS
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.edges import CellMask
from carbon_zones.core.scan.sample_pass import Lattice, Lines, draw_first, draw_lattice
from carbon_zones.test.core.shuffled import chi_square_is_usual, first_cells
from carbon_zones.test.core.support import series_in
from carbon_zones.test.helpers import ORIGIN

LAYOUTS = {
    "strips": ("BLOCKYSIZE=3",),
    "tiles": ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=32", "COMPRESS=DEFLATE"),
    "one": ("BLOCKYSIZE=90",),
}
# About so many cells at a time, and threads.
WAYS = [(40, 1), (333, 3), (1 << 20, 2)]


def land(shape=(90, 70), seed=4) -> np.ndarray:
    """Mostly 1 in patches with 2, a little 3, five cells of 4, and no data (0)."""
    random = np.random.default_rng(seed)
    cells = np.where(random.random(shape) < 0.7, 1, 2)
    cells[20:45, 10:60] = 1
    cells[random.random(shape) < 0.01] = 3
    cells.ravel()[random.choice(cells.size, 5, replace=False)] = 4
    cells[:, :3] = 0
    return cells


def opened(folder, cells, layout="strips", mask=None, dtype=np.uint8):
    """The raster as a series that has been counted, and how many cells each class has."""
    series = series_in(folder, cells, dtype=dtype, nodata=0, options=LAYOUTS[layout])
    if mask is not None:
        series.mask = CellMask([mask], series.grid)
    census = count(series, [])
    return series, census.dates.common[0].cells[FIRST_CLASS:].tolist()


def places(points) -> set:
    return set(zip(points.rows.tolist(), points.columns.tolist()))


def by_class(series, wanted: dict) -> tuple[list, list]:
    """Strata, one for each value that cells are wanted of, and how many."""
    values = sorted(wanted)
    strata = [values.index(c.value) if c.value in values else -1 for c in series.classes]
    return strata, [wanted[value] for value in values]


def drawn(series, totals, wanted: dict, seed: int, **options):
    """So many cells of the class of each value."""
    return draw_first(series, totals, *by_class(series, wanted), seed, **options)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", [np.uint8, np.int32])
def test_the_first_cells_of_each_class(tmp_path, layout, dtype):
    cells, wanted = land(), {1: 9, 2: 20, 3: 12, 4: 99}
    series, totals = opened(tmp_path, cells, layout, dtype=dtype)
    expected = first_cells(cells.tolist(), wanted, seed=8)
    for size, workers in WAYS:
        points = drawn(series, totals, wanted, 8, workers=workers, cells=size)
        assert places(points) == expected
        held = cells[points.rows, points.columns].tolist()
        assert Counter(held) == {1: 9, 2: 20, 3: 12, 4: 5}
        assert [series.classes[n].value for n in points.classes.tolist()] == held
        assert points.strata.tolist() == [value - 1 for value in held]
        in_order = points.rows * 70 + points.columns
        assert (np.diff(in_order) > 0).all()


def test_one_stratum_of_all_classes(tmp_path):
    cells = land()
    series, totals = opened(tmp_path, cells, "tiles")
    expected = first_cells(np.where(cells > 0, 0, -1).tolist(), {0: 40}, seed=1)
    points = draw_first(series, totals, [0] * len(totals), [40], 1, cells=100)
    assert places(points) == expected
    assert points.strata.tolist() == [0] * 40


def test_classes_that_are_not_wanted_have_no_points(tmp_path):
    cells = land()
    points = drawn(*opened(tmp_path, cells), {2: 30, 3: 0}, 1)
    assert cells[points.rows, points.columns].tolist() == [2] * 30


def test_no_data_beside_a_single_class(tmp_path):
    """There are fewer classes than kinds of cells that are left out."""
    cells = np.where(land() == 1, 1, 0)
    series, totals = opened(tmp_path, cells, "tiles")
    for wanted in (30, 5000):
        expected = first_cells(cells.tolist(), {1: wanted}, seed=2)
        assert places(draw_first(series, totals, [0], [wanted], 2, cells=200)) == expected


def test_a_mask_hides_cells(tmp_path):
    cells, wanted = land(), {1: 9, 2: 20, 3: 4}
    x, y = ORIGIN
    left, right, bottom = x + 900, x + 2100, y - 1500
    ring = f"{left} {y}, {right} {y}, {right} {bottom}, {left} {bottom}, {left} {y}"
    mask = bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb())
    series, totals = opened(tmp_path, cells, "tiles", mask)
    inside = np.full(cells.shape, 0)
    inside[:50, 30:70] = cells[:50, 30:70]
    expected = first_cells(inside.tolist(), wanted, seed=3)
    for size, workers in WAYS:
        points = drawn(series, totals, wanted, 3, workers=workers, cells=size)
        assert places(points) == expected


def test_a_list_that_was_too_short_is_made_longer(tmp_path, monkeypatch):
    cells, wanted = land(), {1: 200, 2: 100, 3: 12}
    series, totals = opened(tmp_path, cells)
    expected = first_cells(cells.tolist(), wanted, seed=8)
    monkeypatch.setattr(sample_pass, "DEVIATIONS", -3.0)
    monkeypatch.setattr(sample_pass, "BESIDES", 0)
    passes = []
    original = sample_pass.scan
    monkeypatch.setattr(sample_pass, "scan", lambda *a, **k: passes.append(1) or original(*a, **k))
    assert places(drawn(series, totals, wanted, 8)) == expected
    assert len(passes) > 1


def test_many_parts_are_sorted_out_on_the_way(tmp_path, monkeypatch):
    series, totals = opened(tmp_path, land())
    wanted = {1: 9, 2: 20, 3: 12}
    whole = drawn(series, totals, wanted, 8)
    monkeypatch.setattr(sample_pass, "LEAST_FOUND", 3)
    assert places(drawn(series, totals, wanted, 8, cells=100)) == places(whole)


# --- randomness --------------------------------------------------------------------------------


def test_cells_of_a_stratum_are_equally_likely(tmp_path):
    """Each stratum by itself: one of many cells, of some, and a rare one."""
    cells = land((24, 30))
    series, totals = opened(tmp_path, cells, "tiles")
    wanted = {1: 10, 2: 15, 3: 2}
    counts, runs = np.zeros(cells.shape), 400
    for seed in range(runs):
        points = drawn(series, totals, wanted, seed)
        counts[points.rows, points.columns] += 1
    for value, number in wanted.items():
        of_stratum = counts[cells == value]
        size = of_stratum.size
        chance = number / size
        assert of_stratum.sum() == runs * number
        # Without replacement a cell's count has the variance of a binomial one, and the counts of
        # a stratum hang together by their sum alone.
        square = ((of_stratum - runs * chance) ** 2).sum() / (runs * chance * (1 - chance))
        assert chi_square_is_usual(square * (size - 1) / size, size - 1), value


def test_pairs_of_cells_are_equally_likely(tmp_path):
    """So cells next to each other are drawn together no more often than others."""
    cells = np.array([[1, 1, 1, 2, 2, 2, 2], [1, 1, 2, 2, 2, 2, 1]])
    series, totals = opened(tmp_path, cells)
    runs = 600
    pairs = Counter(
        tuple(sorted(places(drawn(series, totals, {1: 2, 2: 0}, seed)))) for seed in range(runs)
    )
    every = list(combinations(zip(*(axis.tolist() for axis in np.nonzero(cells == 1))), 2))
    expected = runs / len(every)
    square = sum((pairs[pair] - expected) ** 2 / expected for pair in every)
    assert chi_square_is_usual(square, len(every) - 1)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_stratum_is_drawn_from_all_of_it(tmp_path, seed):
    """A million cells, one sample: as many points in each part of the stratum as it has cells."""
    cells = land((1000, 1000))
    points = drawn(*opened(tmp_path, cells, "tiles"), {1: 4000, 2: 4000}, seed)
    part = points.rows // 125 * 8 + points.columns // 125
    rows, columns = np.indices(cells.shape)
    for value in (1, 2):
        own = cells[points.rows, points.columns] == value
        sample = np.bincount(part[own], minlength=64)
        whole = np.bincount((rows // 125 * 8 + columns // 125)[cells == value], minlength=64)
        expected = 4000 * whole / whole.sum()
        assert chi_square_is_usual(float(((sample - expected) ** 2 / expected).sum()), 63)


# --- systematic --------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_cells_of_a_lattice(tmp_path, layout):
    cells = land()
    series, _ = opened(tmp_path, cells, layout)
    lattice = Lattice(Lines(2.3, 7.7), Lines(0.1, 5.25))
    rows = [int(2.3 + n * 7.7) for n in range(12) if 2.3 + n * 7.7 < 90]
    columns = [int(0.1 + n * 5.25) for n in range(14) if 0.1 + n * 5.25 < 70]
    expected = [(r, c) for r in rows for c in columns if cells[r, c]]
    for size, workers in WAYS:
        points = draw_lattice(series, lattice, workers=workers, cells=size)
        assert list(zip(points.rows.tolist(), points.columns.tolist())) == expected
        held = [series.classes[n].value for n in points.classes.tolist()]
        assert held == cells[points.rows, points.columns].tolist()
        assert set(points.strata.tolist()) == {0}


def test_a_lattice_that_meets_no_cell(tmp_path):
    cells = np.zeros((30, 30), int)
    cells[4, 4] = 1
    series, _ = opened(tmp_path, cells)
    assert len(draw_lattice(series, Lattice(Lines(9.0, 20.0), Lines(9.0, 20.0)))) == 0


@pytest.mark.parametrize("step", [1.0, 1.5, 7.0, 7.3, 100.0])
def test_lines_are_the_same_however_they_are_cut(step):
    lines = Lines(0.37 * step, step)
    whole = lines.within(0, 1000).tolist()
    assert whole == [
        int(0.37 * step + n * step) for n in range(1001) if 0.37 * step + n * step < 1000
    ]
    for size in (1, 7, 64, 333):
        parts = [lines.within(first, min(size, 1000 - first)) for first in range(0, 1000, size)]
        assert np.concatenate(parts).tolist() == whole


def test_every_line_is_equally_likely():
    counts = np.zeros(50)
    for start in np.linspace(0, 7.3, 7300, endpoint=False):
        counts[Lines(float(start), 7.3).within(0, 50)] += 1
    assert np.abs(counts - 1000).max() <= 2
