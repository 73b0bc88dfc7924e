"""The table of combinations: against a plain double loop, the cube and the dates by themselves.
Values to class codes: the two coders agree with a dict, whatever they met before. What tells
cells apart: dates, strata and masks of every kind, by runs and cell by cell."""

import math
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, Notes, RunCancelledError
from carbon_zones.core.base.numbers import parse_nodata
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.raster.source import Raster, RasterInput, RasterLegend
from carbon_zones.core.scan import series_count as count_module
from carbon_zones.core.scan.block_combinations import BlockCombinations
from carbon_zones.core.scan.class_codes import (
    FIRST_CLASS_CODE,
    NODATA_CODE,
    NotIntegerError,
    SearchCoder,
    TableCoder,
    create_class_coder,
)
from carbon_zones.core.scan.series_count import (
    CombinationCounter,
    OptionalCombinationCounter,
    count_series,
)
from carbon_zones.core.scan.strata import PolygonStrata, RasterStrata, rank_values
from carbon_zones.core.scan.units import RasterUnits
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.value_classes import ValueNaming
from carbon_zones.test.core.passes import (
    all_periods,
    count_case,
    histories,
    open_case,
    polygons,
    strata_by_loop,
    tally_of_combinations,
    wkb,
)
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import (
    examples,
    hide,
    memory_folder,
    own_key,
    series_in,
    share,
    words,
)
from carbon_zones.test.helpers import write_raster


def sums(table, kept, length: int, number) -> tuple[list, list]:
    """Cells and hectares of a table's rows, added up by what `number` makes of their classes."""
    cells, hectares = [0] * length, [0.0] * length
    for place in range(len(table.cells)):
        if kept(place):
            at = number(table.classes[place].tolist())
            cells[at] += int(table.cells[place])
            hectares[at] += float(table.hectares[place])
    return cells, hectares


def assert_closed(table, census):
    """That sums of a table are the dates by themselves and the cube, over all strata."""
    classes = len(census.cube.classes)
    for date, tally in enumerate(census.dates.common):
        cells, hectares = sums(table, lambda _: True, classes, lambda row, date=date: row[date])
        assert cells == tally.cells[FIRST_CLASS_CODE:].tolist()
        assert hectares == pytest.approx(tally.hectares[FIRST_CLASS_CODE:].tolist(), rel=1e-12)
    for period, cells, hectares in census.cube.iterate_periods():
        own = sums(
            table,
            lambda _: True,
            classes * classes,
            lambda row, p=period: row[p.earlier] * classes + row[p.later],
        )
        assert own[0] == cells.ravel().tolist()
        assert own[1] == pytest.approx(hectares.ravel().tolist(), rel=1e-12)
    assert int(table.cells.sum()) == census.valid_cells
    assert math.fsum(table.hectares) == pytest.approx(census.valid_area_ha, rel=1e-12)


@pytest.mark.parametrize("place", ["metres", "degrees"])
@pytest.mark.parametrize("with_table", [False, True], ids=["no names", "class table"])
def test_combinations_equal_a_plain_double_loop(place, with_table):
    ways = Counter()

    @examples(120)
    @given(case=cases(most_dates=5), data=st.data(), sort_at=st.sampled_from([0, 7, 100, 10**6]))
    def check(case, data, sort_at):
        names, entries = {}, None
        if with_table:
            # Several values may be one class; values that the table lacks are their own.
            values = st.sampled_from(case.values or [0])
            names = data.draw(st.dictionaries(values, st.sampled_from("abc"))) or {1: "a"}
            entries = [(value, LandClass(value, key, key.upper())) for value, key in names.items()]
        cells, areas = Counter(), defaultdict(list)
        with memory_folder() as folder:
            series = open_case(case, folder, place, entries)
            grid, window = series.grid, case.window
            drawn = data.draw(polygons(grid, most=3))
            where = strata_by_loop(window, drawn)
            rows = histories(case, names)
            if not any(keys for row in rows for keys in row):
                return
            if any(cell is None for row in where for cell in row):
                drawn, where = [], [[(0, 0)] * window.width] * window.height
                ways["a centre on a line"] += 1
            each = np.broadcast_to(series.area.cell_hectares(window), (window.height, window.width))
            for row, column in np.ndindex(window.height, window.width):
                if rows[row][column] is not None:
                    key = where[row][column][0], rows[row][column]
                    cells[key] += 1
                    areas[key].append(float(each[row, column]))
            strata = PolygonStrata([(n, wkb(grid, rings)) for n, rings in drawn], grid)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(count_module, "MIN_SORTED_ROWS", sort_at)
                by_stratum, by_classes = (CombinationCounter(series, s) for s in (strata, None))
                census = count_case(case, series, [by_stratum, by_classes], strata)
        ways["counted"] += 1
        table = by_stratum.table
        assert tally_of_combinations(table, series.classes) == cells
        keys = [own_key(c) for c in series.classes]
        for stratum, numbers, hectares in zip(table.strata, table.classes, table.hectares):
            wanted = math.fsum(areas[stratum, tuple(keys[n] for n in numbers)])
            assert hectares == pytest.approx(wanted, rel=1e-12)
        order = [(s, *numbers) for s, numbers in zip(table.strata, table.classes.tolist())]
        assert order == sorted(order)
        assert_closed(table, census)
        assert_closed(by_classes.table, census)
        assert set(by_classes.table.strata.tolist()) == {0}
        assert len(by_classes.table.cells) == len({keys for _, keys in cells})
        shapes = (table.strata, table.classes, table.cells, table.hectares)
        assert [a.dtype for a in shapes] == [np.int64, np.uint16, np.int64, np.float64]
        assert table.classes.shape == (len(cells), len(case.dates))

    check()
    assert ways["counted"] > share(12)
    assert ways["a centre on a line"] < ways["counted"]


def noisy(folder, classes: int, side: int = 64):
    """A series of noise in strips of a row, three dates."""
    cells = np.random.default_rng(classes).integers(1, classes + 1, (3, side, side))
    return series_in(folder, *cells, options=("BLOCKYSIZE=1",))


def test_when_rows_are_sorted_does_not_show(tmp_path, monkeypatch):
    cells = np.random.default_rng(1).integers(1, 6, (3, 90, 40))
    on = {"epsg": 4326, "origin": (10, 50), "cell": (0.1, 0.1), "options": ("BLOCKYSIZE=1",)}
    hectares = set()
    for sort_at in (0, 50, 100, 777, 10**6):
        monkeypatch.setattr(count_module, "MIN_SORTED_ROWS", sort_at)
        series = series_in(tmp_path, *cells, method="auto", **on)
        combinations = CombinationCounter(series)
        count_series(series, all_periods(3), [combinations], cells=40)
        assert len(combinations.table.cells) == 125
        hectares.add(combinations.table.hectares.tobytes())
    assert len(hectares) == 1


@pytest.mark.parametrize("with_units", [False, True])
def test_so_many_combinations_are_listed_and_not_one_more(tmp_path, with_units):
    told = ("more than 63", "over 3 dates", "fewer dates, classes or units")
    for most in (64, 63):
        series = noisy(tmp_path, 4)
        strata = PolygonStrata([], series.grid) if with_units else None
        combinations = CombinationCounter(series, strata, most=most)
        if most == 64:
            count_series(series, all_periods(3), [combinations], strata=strata)
            assert len(combinations.table.cells) == 64
            continue
        with pytest.raises(DataError, match=words(*told)):
            count_series(series, all_periods(3), [combinations], strata=strata)


def test_too_many_combinations_stop_the_pass_early(tmp_path, monkeypatch):
    series = noisy(tmp_path, 200, side=256)
    monkeypatch.setattr(count_module, "MIN_SORTED_ROWS", 1000)
    seen = []
    with pytest.raises(DataError, match="different combinations over 3 dates"):
        count_series(
            series,
            all_periods(3),
            [CombinationCounter(series, most=3000)],
            lambda part: seen.append(part) or True,
            cells=256,
        )
    # Every cell is a combination of its own.
    assert seen[-1] < 0.1


def test_memory_is_bounded_by_the_combinations_and_not_by_the_cells(tmp_path, monkeypatch):
    monkeypatch.setattr(count_module, "MIN_SORTED_ROWS", 500)
    series, most = noisy(tmp_path, 3, side=256), []
    combinations = CombinationCounter(series)
    merge = combinations.merge_block

    def watched(window, part):
        merge(window, part)
        most.append(sum(rows.size for _, rows, _ in combinations._parts))

    combinations.merge_block = watched
    count_series(series, all_periods(3), [combinations], cells=256)
    assert len(most) == 256
    assert max(most) <= 500
    assert sum(combinations.table.cells) == 256 * 256


def test_a_cancelled_count_has_no_table(tmp_path):
    series = noisy(tmp_path, 3)
    combinations = CombinationCounter(series)
    with pytest.raises(RunCancelledError):
        count_series(series, all_periods(3), [combinations], lambda part: part < 0.5, cells=64)
    assert not hasattr(combinations, "read_table")


def test_the_order_is_that_of_the_class_table_whatever_the_values(tmp_path):
    entries = [(9, LandClass(9, "forest", "Forest")), (2, LandClass(2, "mine", "Mine"))]
    land = [[2, 9, 9, 4, 3, 9]], [[2, 2, 9, 4, 9, 9]]
    series = series_in(tmp_path, *land, entries=entries)
    combinations = CombinationCounter(series)
    count_series(series, all_periods(2), [combinations])
    table = combinations.table
    named = [[own_key(series.classes[n]) for n in row] for row in table.classes]
    wanted = ["forest", "forest"], ["forest", "mine"], ["mine", "mine"], [3, "forest"], [4, 4]
    assert named == [*wanted]
    assert table.cells.tolist() == [2, 1, 1, 1, 1]
    assert table.hectares == pytest.approx([0.18, 0.09, 0.09, 0.09, 0.09])


def test_2048_classes_and_65535_strata_keep_their_numbers(tmp_path):
    cells = np.arange(2048).reshape(32, 64)
    series = series_in(tmp_path, cells, cells, dtype=np.uint16)
    grid = series.grid
    shape = wkb(grid, [[(0, 0), (64 * 16, 0), (64 * 16, 16 * 16), (0, 16 * 16)]])
    strata = PolygonStrata([(65535, shape)], grid)
    combinations = CombinationCounter(series, strata)
    count_series(series, [], [combinations], strata=strata)
    table = combinations.table
    values = [series.classes[n].value for n in table.classes[:, 0]]
    assert values == [*range(1024, 2048), *range(1024)]
    assert (table.classes[:, 0] == table.classes[:, 1]).all()
    assert table.strata.tolist() == [0] * 1024 + [65535] * 1024


@pytest.mark.parametrize("by_run", [False, True], ids=["cells", "runs"])
def test_a_block_with_nearly_as_many_combinations_as_cells(by_run):
    """20 dates of 11 classes each: too many for a bin each, and for one number of 64 bits."""
    random = np.random.default_rng(20)
    columns = [random.integers(1, 12, 9000).astype(np.uint8) for _ in range(20)]
    for column in columns:
        column[8000:] = column[:1000]
    lengths = random.integers(1, 9, 9000) if by_run else None
    each = np.ones(9000, np.int64) if lengths is None else lengths
    hectares = random.random(9000)
    found = BlockCombinations(columns, lengths)
    rows = [*zip(*(column.tolist() for column in columns))]
    cells, areas = Counter(), Counter()
    for row, count_of_run, area in zip(rows, each.tolist(), hectares.tolist()):
        cells[row] += count_of_run
        areas[row] += area
    order = sorted(cells)
    assert [*zip(*(column.tolist() for column in found.columns))] == order
    assert found.cells.tolist() == [cells[row] for row in order]
    assert found.sum_by_combination(hectares).tolist() == [areas[row] for row in order]
    number_of = dict(zip(order, range(len(order))))
    by_cell = np.repeat([number_of[row] for row in rows], each)
    numbers = np.arange(len(order))
    assert found.expand_to_cells(numbers).tolist() == by_cell.tolist()
    places = random.integers(0, by_cell.size, 50)
    assert found.cell_values(numbers, places).tolist() == by_cell[places].tolist()


def test_more_than_63_bits_of_classes_are_told_apart_and_in_order(tmp_path):
    """Eight dates of some 1,900 classes each: no number of 64 bits holds a combination."""
    cells = np.random.default_rng(8).permutation(8 * 64 * 30).reshape(8, 64, 30) % 1900 * 17
    # Whatever differs at the first and the last date only must not become one.
    cells[1:-1, ::2] = 17
    series = series_in(tmp_path, *cells, dtype=np.uint16)
    combinations = CombinationCounter(series)
    count_series(series, [], [combinations], cells=300)
    table = combinations.table
    values = [[series.classes[n].value for n in row] for row in table.classes]
    expected = Counter(map(tuple, cells.reshape(8, -1).T.tolist()))
    assert values == sorted(map(list, expected))
    assert dict(zip(map(tuple, values), table.cells.tolist())) == expected


GRID = Grid(1, 1, (0, 1, 0, 0, 0, -1))


def make(dtype, left_out=(), numbers=None, classes=None):
    """A coder of a raster type and its class list."""
    classes = Classes() if classes is None else classes
    raster = Raster(RasterInput("", "date"), GRID, np.dtype(dtype), left_out, 1, 1, RasterLegend())
    return create_class_coder(raster, ValueNaming("date", numbers or {}), classes), classes


def names(codes, classes) -> list:
    """The class of each code by its key; None where left out."""
    return [None if c == NODATA_CODE else classes[c - FIRST_CLASS_CODE].key for c in codes.tolist()]


@pytest.mark.parametrize("dtype", ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8"])
def test_values_met_in_any_order_keep_their_class(dtype):
    encode, classes = make(dtype, left_out=(9,))
    # Narrow types are looked up, wide ones searched.
    assert isinstance(encode, TableCoder if dtype[1] in "12" else SearchCoder)
    # New values before, between and after the known ones, and nodata all along.
    for values in ([5], [9, 7], [1, 5, 7], [6, 1, 9], [100, 0, 5], []):
        wanted = [None if value == 9 else str(value) for value in values]
        assert names(encode.encode_values(np.array(values, dtype)), classes) == wanted
    assert [c.key for c in classes] == ["5", "7", "1", "6", "0", "100"]


@pytest.mark.parametrize("dtype", ["i1", "i2", "i4", "i8", "f4", "f8"])
def test_negative_values_are_not_taken_for_large_ones(dtype):
    encode, classes = make(dtype)
    assert names(encode.encode_values(np.array([-1, 127, -128, 1], dtype)), classes) == [
        *("-1", "127", "-128", "1")
    ]


@pytest.mark.parametrize("dtype", ["u1", "i4", "f8"])
def test_values_of_one_class_share_its_code(dtype):
    classes = Classes([LandClass(1, "forest", "Forest"), LandClass(2, "water", "Water")])
    encode, _ = make(dtype, numbers={3: 0, 4: 0, 8: 1}, classes=classes)
    codes = encode.encode_values(np.array([4, 8, 3, 5], dtype))
    assert names(codes, classes) == ["forest", "water", "forest", "5"]
    assert codes.dtype == np.int16


@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_nan_is_left_out_though_nobody_declared_it(dtype):
    encode, classes = make(dtype)
    for values in ([math.nan], [1, math.nan, 2], [math.nan, 3]):
        wanted = [None if value != value else str(value) for value in values]
        assert names(encode.encode_values(np.array(values, dtype)), classes) == wanted


@pytest.mark.parametrize("value", [0.5, -1.25, math.inf, -math.inf])
@pytest.mark.parametrize("dtype", ["f4", "f8"])
def test_fractions_and_infinity_are_no_classes(dtype, value):
    encode, _ = make(dtype)
    with pytest.raises(NotIntegerError) as caught:
        encode.encode_values(np.array([1, value], dtype))
    assert caught.value.value == value


# As written by a person, the last ones are no float32; the cells hold the nearest one.
@pytest.mark.parametrize("value", [0.5, math.inf, -math.inf, 0.1, -3.4e38, 1e10 / 3])
def test_fractions_and_infinity_may_be_nodata_and_mean_what_the_type_holds(value):
    encode, classes = make("f4", left_out=(value,))
    assert names(encode.encode_values(np.array([1, value], "f4")), classes) == ["1", None]


@pytest.mark.parametrize(("dtype", "left_out"), [("u4", -1), ("i4", 2**31), ("i4", -(2**40))])
def test_whole_nodata_beyond_a_wide_type_leaves_nothing_out(dtype, left_out):
    encode, classes = make(dtype, left_out=(left_out,))
    assert names(encode.encode_values(np.array([0, 2**31 - 1], dtype)), classes) == [
        "0",
        str(2**31 - 1),
    ]


@pytest.mark.parametrize("left_out", [1e300, -1e300])
def test_nodata_beyond_a_float_is_infinite_without_a_warning(left_out):
    encode, classes = make("f4", left_out=(left_out,))
    values = np.array([1, math.copysign(math.inf, left_out)], "f4")
    assert names(encode.encode_values(values), classes) == ["1", None]


@pytest.mark.parametrize("left_out", [-1, 256, -9999.0, 0.5, 1e300, math.nan, math.inf])
def test_nodata_that_the_type_cannot_hold_leaves_nothing_out(left_out):
    # 256 and -1 would be 0 and 255 if they were squeezed into a byte.
    encode, classes = make("u1", left_out=(left_out,))
    assert names(encode.encode_values(np.array([0, 255, 1], "u1")), classes) == ["0", "255", "1"]


@pytest.mark.parametrize(
    ("dtype", "value"), [("i8", 2**63 - 1), ("i8", 2**53 + 1), ("u8", 2**53 + 1)]
)
def test_64_bit_nodata_keeps_every_digit(dtype, value):
    encode, classes = make(dtype, left_out=(value,))
    found = names(encode.encode_values(np.array([value, value - 1], dtype)), classes)
    assert found == [None, str(value - 1)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        (" ", ()),
        ("0", (0,)),
        ("0,255", (0, 255)),
        (" 0 ; -9999 ,", (0, -9999)),
        ("9223372036854775807", (2**63 - 1,)),
        ("-3.4e38, 0.5", (-3.4e38, 0.5)),
        ("9" * 5000 + ",1e400", (math.inf, math.inf)),
        ("inf;-INF", (math.inf, -math.inf)),
    ],
)
def test_nodata_is_a_list_of_numbers(text, numbers):
    assert parse_nodata(text) == numbers


def test_nodata_may_be_nan():
    (number,) = parse_nodata("NaN")
    assert math.isnan(number)


@pytest.mark.parametrize(("text", "part"), [("none", "none"), ("0, x", "x"), ("0 255", "0 255")])
def test_nodata_that_is_no_number_is_named(text, part):
    with pytest.raises(DataError, match=f"^NODATA: '{part}' is not a number$"):
        parse_nodata(text)
    with pytest.raises(DataError, match=f"^VALUE_NODATA: '{part}' is not a number$"):
        parse_nodata(text, "VALUE_NODATA")


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
