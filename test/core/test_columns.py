"""What tells cells apart: dates, strata and masks of every kind, by runs and cell by cell."""

import math
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan import series_count as count_module
from carbon_zones.core.scan.series_count import (
    CombinationCounter,
    OptionalCombinationCounter,
    count_series,
)
from carbon_zones.core.scan.strata import RasterStrata, rank_values
from carbon_zones.core.scan.units import RasterUnits
from carbon_zones.test.core.passes import all_periods
from carbon_zones.test.core.support import hide, memory_folder, series_in
from carbon_zones.test.helpers import write_raster

SHAPE = 60, 70
PLACES = {
    "metres": {"epsg": 32649},
    "degrees": {"epsg": 4326, "cell": (0.01, 0.01), "origin": (112.0, 40.0)},
}


def patches(seed: int, numbers: list, grain: int) -> np.ndarray:
    """Squares of so many cells a side, each of one of the numbers."""
    size = [-(-side // grain) for side in SHAPE]
    drawn = np.array(numbers)[np.random.default_rng(seed).integers(0, len(numbers), size)]
    return drawn.repeat(grain, axis=0).repeat(grain, axis=1)[: SHAPE[0], : SHAPE[1]]


# How fast numbers are drawn is the machine's matter.
@given(st.lists(st.integers(0, 65535), min_size=1), st.sampled_from([np.uint16, np.int64]))
def test_numbers_by_rank(numbers, dtype):
    held = np.array(numbers, dtype)
    ranks, occurring = rank_values(held)
    assert occurring.tolist() == sorted(set(numbers))
    assert occurring[ranks].tolist() == numbers


@pytest.mark.parametrize(("count_of", "size"), [(255, 1), (256, 1), (257, 2), (32_768, 2)])
def test_ranks_are_as_small_as_may_be(count_of, size):
    ranks, _ = rank_values(np.arange(count_of) * 2)
    assert ranks.itemsize == size
    assert ranks.tolist() == list(range(count_of))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("grain", [1, 9, 100], ids=["noise", "patchy", "constant"])
@pytest.mark.parametrize(
    ("dtype", "values", "declared", "further"),
    [
        pytest.param(np.uint8, [1, 2, 3], None, (), id="bytes"),
        pytest.param(np.uint8, [0, 1, 200, 254, 255], 255, (0,), id="two are no data"),
        pytest.param(np.uint8, [0, 255, 7], None, (255, 0), id="none declared"),
        pytest.param(np.uint8, [*range(256)], None, (), id="all bytes"),
        pytest.param(np.int8, [-128, -2, -1, 0, 127], None, (), id="negative bytes"),
        pytest.param(np.int8, [-128, -2, -1, 0, 127], -1, (-128,), id="-1 is no data"),
        pytest.param(np.int16, [-32768, -1, 0, 32767], 0, (), id="negative"),
        pytest.param(np.uint16, [*range(0, 65536, 97)], 0, (97,), id="hundreds"),
        pytest.param(np.int32, [-(2**31), 150_602, 2**31 - 1, 9], 9, (), id="wide"),
        pytest.param(np.int64, [-(2**62), 2**62, 5], None, (5,), id="wider"),
        pytest.param(np.uint64, [2**63, 1, 2], 2, (), id="widest"),
        pytest.param(np.float32, [-3.0, 0.0, 1e9, math.nan, -9999.0], -9999, (), id="floats"),
    ],
)
@pytest.mark.parametrize("masked", [False, True], ids=["plain", "masked"])
def test_strata_of_every_type_on_every_grain(
    place, grain, dtype, values, declared, further, masked
):
    if masked:
        declared = None  # GDAL has but one of both
    land = [patches(n, [0, 1, 2, 3], max(1, grain // 2)) for n in (1, 2)]
    held = patches(3, values, grain).astype(dtype)
    hidden = np.zeros(SHAPE, bool)
    if masked:
        hidden = patches(4, [0, 0, 1], grain).astype(bool)
        # What a mask hides may be anything.
        held = np.where(hidden, patches(5, values, 1).astype(dtype), held)
    with memory_folder() as folder:
        on = PLACES[place]
        path = write_raster(f"{folder}/d.tif", held, dtype=dtype, nodata=declared, **on)
        if masked:
            hide(path, hidden)
        series = series_in(folder, *land, method="auto", nodata=0, **on)
        strata = RasterStrata(series.align_raster(RasterInput(path, "d", nodata=further), Notes()))
        assert strata.raster.onto is None
        combinations = CombinationCounter(series, strata)
        count_series(series, all_periods(2), [combinations], cells=1500, strata=strata, workers=2)
        each = np.broadcast_to(series.area.cell_hectares(series.window), SHAPE)
    none = {dtype(value) for value in further}
    if declared is not None:
        none.add(dtype(declared))
    cells, hectares = Counter(), defaultdict(list)
    for y, x in np.ndindex(SHAPE):
        value = held[y, x]
        out = hidden[y, x] or value != value or value in none
        key = None if out else int(value), int(land[0][y, x]), int(land[1][y, x])
        if key[1] and key[2]:
            cells[key] += 1
            hectares[key].append(each[y, x])
    names, classes = [None, *strata.sorted_values], [c.value for c in series.classes]
    table = combinations.table
    keys = [
        (names[n], *(classes[number] for number in numbers))
        for n, numbers in zip(table.strata.tolist(), table.classes.tolist())
    ]
    assert dict(zip(keys, table.cells.tolist())) == cells
    assert len(keys) == len(cells)
    for key, found in zip(keys, table.hectares):
        assert found == pytest.approx(math.fsum(hectares[key]), rel=1e-12)


def test_a_fraction_far_into_a_run_is_found_where_it_is(tmp_path):
    series = series_in(tmp_path, *[np.ones(SHAPE)] * 2)
    for grain in (1, 30):
        held = patches(1, [1, 2], grain).astype(np.float32)
        held[31:, 50:] = 2.5
        path = write_raster(tmp_path / f"d{grain}.tif", held, dtype=np.float32)
        strata = RasterStrata(series.align_raster(RasterInput(path, "d"), Notes()))
        with pytest.raises(
            DataError, match=r"^d: non-integer value 2.5 at row 32, column 51; unit rasters"
        ):
            count_series(series, all_periods(2), strata=strata, workers=1)


def by_units(tmp_path, place: str, consumers_of) -> tuple[list, list]:
    """Consumers of a pass with units, and of the same pass without."""
    on = PLACES[place]
    land = [patches(n, [0, 1, 2, 3, 4], 2) for n in (1, 2, 3)]
    path = write_raster(tmp_path / "d.tif", patches(4, [0, 1, 2, 3], 5), nodata=0, **on)
    made = []
    for with_units in (True, False):
        series = series_in(tmp_path, *land, method="auto", nodata=0, **on)
        units = RasterUnits(series, RasterInput(path, "d"), Notes()) if with_units else None
        consumers = consumers_of(series, units)
        count_series(series, all_periods(3), consumers, cells=1000, units=units)
        made.append(consumers)
    return made[0], made[1]


@pytest.mark.parametrize("place", PLACES)
def test_the_combinations_of_all_units_are_those_of_the_whole(tmp_path, place, monkeypatch):
    taken = Counter()
    original = CombinationCounter.process_block

    def take(self, block):
        taken[self.by_stratum] += 1
        return original(self, block)

    monkeypatch.setattr(CombinationCounter, "process_block", take)
    (found,), (wanted,) = by_units(tmp_path, place, lambda series, _: [CombinationCounter(series)])
    assert taken[True] == taken[False] > 1
    assert found.table.classes.tolist() == wanted.table.classes.tolist()
    assert found.table.cells.tolist() == wanted.table.cells.tolist()
    assert found.table.strata.tolist() == wanted.table.strata.tolist() == [0] * 64
    if place == "metres":
        assert found.table.hectares.tolist() == wanted.table.hectares.tolist()
    assert found.table.hectares == pytest.approx(wanted.table.hectares, rel=1e-12)


@pytest.mark.parametrize("sort_at", [8, 1 << 20])
def test_too_many_combinations_are_too_many_with_units_too(tmp_path, monkeypatch, sort_at):
    monkeypatch.setattr(count_module, "MIN_SORTED_ROWS", sort_at)

    def consumers(series, _):
        return [OptionalCombinationCounter(series, most=most) for most in (63, 64)]

    for few, enough in by_units(tmp_path, "metres", consumers):
        assert str(few.too_many).startswith("more than 63 different combinations over 3 dates")
        # The frames of what is kept would keep the rasters open.
        assert few.too_many.__traceback__ is few.too_many.__context__ is None
        assert not hasattr(few, "read_table")
        assert enough.too_many is None
        assert enough.table.cells.size == 64
    with pytest.raises(DataError, match="more than 63 different combinations over 3 dates"):
        by_units(tmp_path, "metres", lambda series, _: [CombinationCounter(series, most=63)])


def test_combinations_by_stratum_are_counted_for_themselves(tmp_path):
    def consumers(series, units):
        return [CombinationCounter(series, units.strata if units else None)]

    (by_stratum,), (whole,) = by_units(tmp_path, "metres", consumers)
    assert set(by_stratum.table.strata.tolist()) == {0, 1, 2, 3}
    assert by_stratum.table.cells.sum() == whole.table.cells.sum()
