"""The pass: counts equal a plain double loop, whatever the files look like."""

import threading
import time
from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import DataError, RunCancelledError
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.reader import RasterReader
from carbon_zones.core.raster.source import Raster, RasterInput, RasterLegend
from carbon_zones.core.scan import block as block_module
from carbon_zones.core.scan import block_combinations as combinations_module
from carbon_zones.core.scan.consumer import BlockConsumer
from carbon_zones.core.scan.scan import CELLS_PER_BLOCK, is_single_block, split_window
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.test.core.passes import all_periods
from carbon_zones.test.core.strategies import LARGEST, cases
from carbon_zones.test.core.support import (
    Expected,
    examples,
    inputs,
    memory_folder,
    pieces_of,
    series_in,
    share,
    tally_of_codes,
    tally_of_pairs,
)
from carbon_zones.test.helpers import write_raster


def count_case(case, folder, entries=None):
    """Series and count of a random case, all pairs of dates as periods."""
    sources = [date.write(folder, number) for number, date in enumerate(case.dates)]
    series = open_series(sources, "planimetric", entries, extent=case.extent)
    periods = all_periods(len(sources))
    found = count_series(series, periods, workers=case.workers, cells=case.cells_per_block)
    return series, found


@pytest.fixture
def paths(monkeypatch):
    """How many blocks were grouped by runs and by cells, and how many counted by pairs of bytes."""
    taken = Counter()
    grouped, counts = block_module.BlockCombinations, combinations_module._count_bins

    def spy_on_runs(columns, lengths):
        taken["cells" if lengths is None else "runs"] += 1
        return grouped(columns, lengths)

    def spy_on_pairs(numbers, bins):
        taken["pairs" if numbers.dtype == np.uint8 else "numbers"] += 1
        return counts(numbers, bins)

    monkeypatch.setattr(block_module, "BlockCombinations", spy_on_runs)
    monkeypatch.setattr(combinations_module, "_count_bins", spy_on_pairs)
    return taken


def test_counts_equal_a_plain_double_loop(paths):
    outcomes = Counter()

    @examples(320)
    @given(case=cases(), data=st.data())
    def check(case, data):
        names, entries = {}, None
        if data.draw(st.booleans()):
            # Several values may be one class; values that the table lacks are their own.
            names = data.draw(
                st.dictionaries(st.sampled_from(case.values or [0]), st.sampled_from("abc"))
            )
            names = names or {1: "a"}
            entries = [(value, LandClass(value, key, key.upper())) for value, key in names.items()]
        pairs = list(combinations(range(len(case.dates)), 2))
        expected = Expected([date.keys(case.window, names) for date in case.dates], pairs)
        with memory_folder() as folder:
            if not expected.valid:
                outcomes["no valid cell"] += 1
                with pytest.raises(DataError, match="no cell is valid at all dates"):
                    count_case(case, folder, entries)
                return
            outcomes["counted"] += 1
            series, found = count_case(case, folder, entries)
        classes = series.classes
        assert [tally_of_codes(own, classes) for own in found.dates.own] == expected.own
        assert [tally_of_codes(c, classes) for c in found.dates.common] == expected.common
        assert [tally_of_pairs(m, classes) for m in found.cube.cells] == expected.pairs
        assert (found.valid_cells, found.excluded_cells) == (expected.valid, expected.excluded)
        assert found.cube.total_cells == expected.valid

    check()
    # Had one of the ways of counting never been taken, nothing would be shown about it.
    assert min(paths["runs"], paths["cells"]) > share(50)
    assert min(paths["pairs"], paths["numbers"]) > share(10)
    assert outcomes["counted"] > share(100)


def _raster(block_width: int, block_height: int) -> Raster:
    grid = Grid(1, 1, (0, 1, 0, 0, 0, -1))
    u1 = np.dtype("u1")
    return Raster(RasterInput("", ""), grid, u1, (), block_width, block_height, RasterLegend())


def _places(piece: Window) -> tuple[slice, slice]:
    rows = slice(piece.row, piece.row + piece.height)
    return rows, slice(piece.column, piece.column + piece.width)


def _rasters(sides) -> st.SearchStrategy:
    return st.lists(st.builds(_raster, sides, sides), min_size=1, max_size=3)


WINDOWS = st.builds(Window, *[st.integers(0, 50)] * 2, *[st.integers(1, 60)] * 2)


@examples(400)
@given(window=WINDOWS, rasters=_rasters(st.integers(1, 80)), cells=st.integers(1, 3000))
def test_groups_cover_the_window_once_in_reading_order(window, rasters, cells):
    whole = split_window(window, rasters, cells)
    covered, wanted = np.zeros((2, 120, 120), int)
    for piece in (piece for group in whole for piece in group):
        assert piece.width > 0
        assert piece.height > 0
        covered[_places(piece)] += 1
    wanted[_places(window)] = 1
    assert (covered == wanted).all()
    for stretch in (*whole, [group[0] for group in whole]):
        corners = [(piece.row, piece.column) for piece in stretch]
        assert corners == sorted(corners)


# Blocks of all these sizes end together soon enough.
SIZES = [1, 5, 8, 12, 16, 120]


@examples(400)
@given(window=WINDOWS, rasters=_rasters(st.sampled_from(SIZES)), cells=st.integers(1, 3000))
def test_no_block_lies_in_two_groups(window, rasters, cells):
    owners = {}
    for number, group in enumerate(split_window(window, rasters, cells)):
        for piece, raster in product(group, rasters):
            if is_single_block(raster, window):
                continue
            rows = _blocks(piece.row, piece.height, raster.block_height)
            columns = _blocks(piece.column, piece.width, raster.block_width)
            for place in product(rows, columns):
                assert owners.setdefault((id(raster), place), number) == number


def _blocks(start: int, length: int, size: int) -> range:
    return range(start // size, (start + length - 1) // size + 1)


@pytest.mark.parametrize(
    ("rasters", "cells", "most"),
    [
        pytest.param([(1000, 1)], 50_000, 50_000, id="one-row strips"),
        pytest.param([(1000, 100)], 50_000, 50_000, id="large strips"),
        pytest.param([(1000, 1000)], 50_000, 50_000, id="one block as large as the raster"),
        pytest.param([(256, 256)], 300_000, 300_000, id="rows of tiles"),
        pytest.param([(256, 256)], 100_000, 256 * 256, id="single tiles"),
        pytest.param([(512, 512)], 10_000, 10_240, id="parts of tiles"),
        pytest.param([(256, 256), (1000, 8)], 100_000, 256 * 256, id="tiles and strips"),
    ],
)
def test_a_piece_does_not_grow_with_the_raster(rasters, cells, most):
    # Memory follows from the largest piece, so it must not follow from the raster.
    whole = pieces_of(Window(0, 0, 1000, 1000), [_raster(*raster) for raster in rasters], cells)
    assert max(piece.cell_count for piece in whole) <= most


def _edges(places) -> tuple[set, set]:
    first = [place[0] if isinstance(place, list) else place for place in places]
    return {piece.column for piece in first}, {piece.row for piece in first}


@pytest.mark.parametrize(
    ("window", "rasters", "cells", "columns", "rows"),
    [
        # No tile is decoded twice, also where the window begins within one.
        ((10, 20, 150, 100), [(16, 16), (64, 32)], 2048, {10, 64, 128}, {20, 32, 64, 96}),
        # Blocks of different sizes end together.
        ((0, 0, 100, 96), [(16, 16), (24, 24)], 100, {0, 48, 96}, {0, 48}),
        # A raster that is one block is decoded once whatever the pieces; the other's tiles are not.
        ((0, 0, 1000, 90), [(1000, 1000), (64, 32)], 2048, {*range(0, 1000, 64)}, {0, 32, 64}),
        ((0, 0, 128, 128), [(64, 64), (64, 64)], 1024, {0, 64}, {0, 64}),
    ],
)
def test_groups_end_where_blocks_of_all_rasters_end(window, rasters, cells, columns, rows):
    whole = split_window(Window(*window), [_raster(*raster) for raster in rasters], cells)
    assert _edges(whole) == (columns, rows)
    if cells == 2048:
        assert {len(group) for group in whole} == {1}


def counted(tmp_path, *arrays, workers=None, cells=CELLS_PER_BLOCK, **options):
    files = [write_raster(tmp_path / f"date{n}.tif", a, **options) for n, a in enumerate(arrays)]
    series = open_series(inputs(*files), "planimetric")
    census = count_series(series, all_periods(len(arrays)), workers=workers, cells=cells)
    return [tally_of_codes(tally, series.classes) for tally in census.dates.own]


@pytest.mark.parametrize(
    ("dtype", "value"), [("u8", LARGEST + 1), ("i8", -LARGEST - 1), ("f4", 2.0**63), ("f8", -1e300)]
)
def test_a_value_beyond_64_signed_bits_is_no_class(tmp_path, dtype, value):
    with pytest.raises(DataError, match=r"^date0: value -?\d+ is too large$"):
        counted(tmp_path, [[1, value]], [[1, 1]], dtype=dtype)


def test_a_value_beyond_64_signed_bits_may_be_nodata(tmp_path):
    cells = [[1, 2**64 - 1]]
    tally, _ = counted(tmp_path, cells, cells, dtype=np.uint64, nodata=2**64 - 1)
    assert tally == {1: 1, None: 1}


class Recorder(BlockConsumer):
    """Notes what was handed over, where, and in which order."""

    def __init__(self, delay=lambda window: 0.0):
        self.delay = delay
        self.merged, self.merging, self.counting, self.finished = [], set(), set(), []

    def process_block(self, block):
        self.counting.add(threading.get_ident())
        time.sleep(self.delay(block.window))
        return block.window

    def merge_block(self, window, part):
        self.merging.add(threading.get_ident())
        assert part == window
        self.merged.append(window)

    def finalize_results(self, census):
        self.finished.append((len(self.merged), census))


@pytest.fixture
def striped(tmp_path):
    """A pair of rasters of 60 one-row strips of 8 cells."""
    cells = np.arange(60 * 8).reshape(60, 8) % 5
    return series_in(tmp_path, cells, cells, options=["BLOCKYSIZE=1"])


PAIR = [Period(0, 1, "0-1")]


def test_parts_are_merged_in_reading_order_by_the_caller(striped):
    # The first two blocks wait for each other, so that they are at work in two threads. Early
    # blocks take longest, so that later ones are ready before them.
    both = threading.Barrier(2, timeout=600)

    def delay(window):
        if window.row < 2:
            both.wait()
        return 0.01 if window.row % 4 == 0 else 0.0

    recorder = Recorder(delay)
    count_series(striped, PAIR, [recorder], workers=4, cells=8)
    assert [window.row for window in recorder.merged] == list(range(60))
    assert recorder.merging == {threading.get_ident()}
    assert threading.get_ident() not in recorder.counting
    assert len(recorder.counting) > 1


def test_what_took_part_is_finished_once_with_what_the_count_found(striped):
    one, other = Recorder(), Recorder()
    census = count_series(striped, PAIR, [one, other], workers=4, cells=8)
    assert one.finished == other.finished == [(60, census)]
    assert census.notes.notices  # all is told by then


def test_what_took_part_in_a_count_that_fails_is_not_finished(striped):
    recorder = Recorder()
    with pytest.raises(RunCancelledError):
        count_series(striped, PAIR, [recorder], lambda fraction: fraction < 1, cells=8)
    striped.rasters = [replace(raster, left_out=tuple(range(5))) for raster in striped.rasters]
    with pytest.raises(DataError, match="no cell is valid at all dates"):
        count_series(striped, PAIR, [recorder], cells=8)
    assert len(recorder.merged) == 120
    assert recorder.finished == []


def test_progress_moves_evenly_to_the_end_in_the_calling_thread(striped):
    seen, threads = [], set()

    def progress(fraction):
        seen.append(fraction)
        threads.add(threading.get_ident())
        return True

    count_series(striped, PAIR, progress=progress, workers=3, cells=8)
    assert seen == pytest.approx([(n + 1) / 60 for n in range(60)])
    assert seen[-1] == 1.0
    assert threads == {threading.get_ident()}


@pytest.mark.parametrize("workers", [1, 4])
def test_cancelling_stops_within_a_few_blocks(striped, monkeypatch, workers):
    read = []
    original = RasterReader.read_window
    monkeypatch.setattr(
        RasterReader,
        "read_window",
        lambda self, window: (read.append(window), original(self, window))[1],
    )
    fractions = []
    with pytest.raises(RunCancelledError):
        count_series(
            striped, PAIR, (), lambda f: fractions.append(f) or len(fractions) < 3, workers, cells=8
        )
    assert len(fractions) == 3
    # Three blocks were merged; each thread had at most a few more at hand, for two dates.
    assert len(read) <= 2 * (3 + 2 * workers + 2)


def test_no_thread_outlives_the_pass(striped):
    before = threading.active_count()
    count_series(striped, PAIR, workers=4, cells=8)
    assert threading.active_count() == before

    class Failing(Recorder):
        def process_block(self, block):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        count_series(striped, PAIR, [Failing()], workers=4, cells=8)
    assert threading.active_count() == before


def test_the_class_list_hands_out_one_number_per_value_to_many_threads():
    classes, numbers = Classes(), [[] for _ in range(8)]
    start = threading.Barrier(8)

    def ask(own):
        start.wait()
        own.extend(classes.add_unnamed_value(value) for value in range(500))

    threads = [threading.Thread(target=ask, args=(own,)) for own in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(classes) == 500
    assert all(own == numbers[0] for own in numbers)
    assert [classes[n].value for n in numbers[0]] == list(range(500))
