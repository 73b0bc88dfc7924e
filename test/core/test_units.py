"""Units: what is counted in each against a plain double loop, names, order, and that all add up.
What became of every cell at each date: the audit against a plain loop over the cells."""

import math
import re
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.data_dictionary import ColumnKind
from carbon_zones.core.base.dates import Date, Period
from carbon_zones.core.base.messages import DataError, Message, Notes
from carbon_zones.core.raster.source import RasterInput, RasterLegend
from carbon_zones.core.results import results as results_module
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.results import (
    UnitRows,
    audit_rows,
    polygon_fields,
    polygon_rows,
    results_by_unit,
    unit_checks,
)
from carbon_zones.core.results.transfers import (
    TRANSFERS,
    class_change_rows,
    matrix_table,
    transfer_rows,
)
from carbon_zones.core.scan import units as units_module
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.scan import CELLS_PER_BLOCK
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scan.series_count import check_named_classes, count_series
from carbon_zones.core.scan.units import OUTSIDE_LABEL, PolygonUnits, RasterUnits, UnitColumns
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.defaults import load_shipped_legend
from carbon_zones.test.core.geodesic import cell_hectares
from carbon_zones.test.core.passes import (
    all_periods,
    count_case,
    histories,
    open_case,
    polygons_on_land,
    rectangle,
    strata_by_loop,
    wkb,
)
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import (
    assert_says,
    examples,
    inputs,
    memory_folder,
    own_key,
    series_in,
    share,
    tally_of_codes,
    tally_of_pairs,
    texts,
    words,
)
from carbon_zones.test.helpers import ORIGIN, wkt, write_raster

# Of the numbers that polygons are drawn with; two of them are one unit.
NAMES = {1: "north", 2: "south", 3: "north", 7: "0", 300: 'Ünit, "x"', 65535: " "}


def by_loop(case, series, rows, where) -> tuple[dict, dict]:
    """Cells by what they hold at all dates, and hectares, of each unit, cell after cell."""
    window = case.window
    each = np.broadcast_to(series.area.cell_hectares(window), (window.height, window.width))
    cells, hectares = defaultdict(Counter), defaultdict(list)
    for row, column in np.ndindex(window.height, window.width):
        keys, (stratum, _) = rows[row][column], where[row][column]
        if keys is not None:
            name = NAMES[stratum] if stratum else OUTSIDE_LABEL
            cells[name][keys] += 1
            hectares[name].append(float(each[row, column]))
    return cells, hectares


@pytest.mark.parametrize("place", ["metres", "degrees"])
def test_units_equal_a_plain_double_loop(place, monkeypatch):
    ways = Counter()

    @examples(120)
    @given(case=cases(most_dates=4), data=st.data())
    def check(case, data):
        # Each unit by itself, some of them together, or all at once.
        monkeypatch.setattr(units_module, "MAX_BINS", data.draw(st.sampled_from([1, 60, 1 << 20])))
        with memory_folder() as folder:
            series = open_case(case, folder, place)
            drawn = data.draw(polygons_on_land(series.grid, most=4))
            if drawn and data.draw(st.booleans()):
                # The same once more, of another name: a later one has no cell of an earlier one.
                drawn.append((65535, drawn[0][1]))
            where, rows = strata_by_loop(case.window, drawn), histories(case)
            on_a_line = any(cell is None for row in where for cell in row)
            if on_a_line or not any(keys for row in rows for keys in row):
                ways["not for this"] += 1
                return
            cells, hectares = by_loop(case, series, rows, where)
            named = [(NAMES[number], wkb(series.grid, rings)) for number, rings in drawn]
            census = count_case(case, series, units=PolygonUnits("UNITS 'u'", named, series.grid))
            plain = count_case(case, open_case(case, folder, place))
        ways["counted"] += 1
        order = [u for u in [*dict.fromkeys(n for n, _ in named), OUTSIDE_LABEL] if u in cells]
        assert [name for name, _ in census.units] == order
        classes = census.cube.classes
        for name, part in census.units:
            pairs = zip(all_periods(len(case.dates)), part.cube.cells)
            for period, matrix in pairs:
                wanted = Counter()
                for keys, number in cells[name].items():
                    wanted[keys[period.earlier], keys[period.later]] += number
                assert tally_of_pairs(matrix, classes) == wanted
            for date, tally in enumerate(part.dates.common):
                wanted = Counter()
                for keys, number in cells[name].items():
                    wanted[keys[date]] += number
                assert tally_of_codes(tally, classes) == wanted
                assert tally.hectares.sum() == pytest.approx(math.fsum(hectares[name]), rel=1e-12)
            assert part.valid_cells == sum(cells[name].values()) == part.cube.total_cells
            assert part.valid_area_ha == pytest.approx(math.fsum(hectares[name]), rel=1e-12)
        # The whole is what it is without units, cell by cell.
        assert [own_key(c) for c in classes] == [own_key(c) for c in plain.cube.classes]
        for one, other in zip(census.cube.cells, plain.cube.cells):
            assert (one == other).all()
        assert (census.valid_cells, census.excluded_cells) == (
            plain.valid_cells,
            plain.excluded_cells,
        )
        raise_failed_check(unit_checks(census, series.dates))
        several = sum(cell[1] > 1 for row in where for cell in row)
        messages = [note for note in census.notes.warnings if "more than one polygon" in str(note)]
        assert [note.values["cells"] for note in messages] == ([several] if several else [])
        ways["overlaps"] += bool(several)

    check()
    assert ways["counted"] > share(12)
    assert ways["overlaps"] > share(2)


def one_date(folder, values, **options):
    return series_in(folder, values, method="auto", **options)


def raster_units(folder, values, series, names=None, style=None, **options):
    path = write_raster(folder / "slope.tif", values, names=names, **options)
    (source,) = inputs(path)
    return RasterUnits(series, replace(source, style=RasterLegend(style or {})), Notes())


def cells_by_unit(census) -> dict:
    return {name: part.valid_cells for name, part in census.units}


def test_values_of_one_name_are_one_unit_in_the_place_of_the_first(tmp_path):
    series = one_date(tmp_path, np.ones((1, 7)))
    slopes = [[9, 3, 5, 5, 0, 9, 1]]
    names = {1: "steep", 3: "flat", 9: "steep"}
    units = raster_units(tmp_path, slopes, series, names, nodata=0)
    census = count_series(series, [], units=units)
    assert list(cells_by_unit(census).items()) == [
        *(("steep", 3), ("flat", 1), ("5", 2)),
        (OUTSIDE_LABEL, 1),
    ]
    assert_says(census.notes.notices[-2:-1], ("unclassified values", ": 5"))


def test_a_layers_own_style_names_the_units(tmp_path):
    series = one_date(tmp_path, np.ones((1, 3)))
    units = raster_units(tmp_path, [[1, 2, 2]], series, {1: "a", 2: "b"}, {1: "A", 2: "B"})
    assert cells_by_unit(count_series(series, [], units=units)) == {"A": 1, "B": 2}


def test_a_value_without_a_name_is_not_taken_for_one_that_is_called_so(tmp_path):
    """Classes of slope may well be called by their limits."""
    series = one_date(tmp_path, np.ones((1, 4)))
    units = raster_units(tmp_path, [[1, 5, 5, 2]], series, {1: "5", 2: "15"})
    assert cells_by_unit(count_series(series, [], units=units)) == {"5": 1, "15": 1, "value 5": 2}


@pytest.mark.parametrize("name", [OUTSIDE_LABEL, "(Outside)", "(all)"])
def test_a_raster_unit_called_as_rows_of_tables_is_refused(tmp_path, name):
    series = one_date(tmp_path, np.ones((1, 2)))
    units = raster_units(tmp_path, [[1, 2]], series, {1: "a", 2: name})
    with pytest.raises(DataError, match=words("slope: value 2", f"'{name}'", "is reserved for")):
        count_series(series, [], units=units)


@pytest.mark.parametrize("name", ["*", "=", "@x", "Total"])
def test_a_unit_may_be_called_as_no_rule_names_it(tmp_path, name):
    series = one_date(tmp_path, np.ones((1, 2)))
    units = raster_units(tmp_path, [[1, 2]], series, {1: "a", 2: name})
    assert cells_by_unit(count_series(series, [], units=units)) == {"a": 1, name: 1}


def polygon_units(grid, *shapes):
    """Units of named boxes of a grid's cells."""
    named = [(name, rectangle(grid, *corners)) for name, *corners in shapes]
    return PolygonUnits("UNITS 'u'", named, grid)


def test_units_without_cells_are_named_in_the_log(tmp_path):
    series = one_date(tmp_path, [[1, 1, 0, 0]], nodata=0)
    shapes = ("here", 0, 0, 1, 1), ("nodata", 2, 0, 4, 1), ("away", 9, 9, 10, 10)
    census = count_series(series, [], units=polygon_units(series.grid, *shapes))
    assert cells_by_unit(census) == {"here": 1, OUTSIDE_LABEL: 1}
    notes = census.notes
    messages = [text for text in texts(notes.warnings) if "unit" in text]
    assert_says(messages, ("UNITS 'u': units without valid cells: 2 (nodata, away).",))
    assert any(
        text.startswith("UNITS 'u': 3 units; valid cells outside all units: ")
        for text in texts(notes.notices)
    )


def test_many_units_without_cells_are_named_up_to_twenty(tmp_path):
    series = one_date(tmp_path, np.ones((1, 1)))
    shapes = [(f"u{n}", n, 0, n + 1, 1) for n in range(25)]
    census = count_series(series, [], units=polygon_units(series.grid, *shapes))
    (message,) = [text for text in texts(census.notes.warnings) if "without valid cells" in text]
    assert message.endswith(
        f": units without valid cells: 24 ({', '.join(f'u{n}' for n in range(1, 21))}, ...)."
    )


def test_where_no_unit_has_a_cell_the_log_warns(tmp_path):
    series = one_date(tmp_path, [[1, 1]])
    census = count_series(series, [], units=polygon_units(series.grid, ("away", 9, 9, 10, 10)))
    assert cells_by_unit(census) == {OUTSIDE_LABEL: 2}
    assert "UNITS 'u': no valid cells inside the units." in texts(census.notes.warnings)


@pytest.fixture
def halves(tmp_path):
    """Two dates of 2 x 4 cells, a left and a right half."""
    land = [[1, 1, 2, 2], [1, 2, 2, 3]], [[1, 2, 2, 1], [2, 2, 2, 3]]
    files = [
        write_raster(tmp_path / f"land_{year}.tif", values, names={1: "a", 2: "b", 3: "unit"})
        for year, values in zip((1990, 2000), land)
    ]
    series = open_series(inputs(*files), "auto")
    units = polygon_units(series.grid, ("left", 0, 0, 2, 2), ("right", 2, 0, 4, 2))
    return series, count_series(series, all_periods(2), units=units)


def test_rows_are_of_one_unit_and_percentages_are_of_it(halves):
    _, census = halves
    rows = UnitRows(census, lambda part: transfer_rows(part.cube))
    assert [(r["unit"], r["from_class"], r["to_class"], r["cells"]) for r in rows] == [
        *(("left", "a", "a", 1), ("left", "a", "b", 2), ("left", "b", "b", 1)),
        *(("right", "b", "a", 1), ("right", "b", "b", 2), ("right", "unit", "unit", 1)),
    ]
    assert [r["pct_of_total"] for r in rows] == pytest.approx([25, 50, 25, 25, 50, 25])
    assert rows[1]["pct_of_from"] == pytest.approx(200 / 3)
    changes = UnitRows(census, lambda part: class_change_rows(part.cube))
    assert [(r["unit"], r["class"]) for r in changes] == [
        *(("left", "a"), ("left", "b")),
        *(("right", "a"), ("right", "b"), ("right", "unit")),
    ]
    fields, _ = results_by_unit(census, TRANSFERS, lambda part: transfer_rows(part.cube))
    assert [name for name, _ in fields] == list(rows[0])


def test_a_square_matrix_by_unit_has_the_columns_of_the_whole(halves):
    _, census = halves
    columns, _ = matrix_table(census.cube, whole=census.cube)
    # A class that is called as the first column gets a number.
    assert columns == ["a", "b", "unit 2", "Total"]
    rows = UnitRows(census, lambda part: matrix_table(part.cube, whole=census.cube)[1])
    assert [(r["unit"], r["from_class"], *(round(r[c] / 0.09) for c in columns)) for r in rows] == [
        ("left", "a", 1, 2, 0, 3),
        ("left", "b", 0, 1, 0, 1),
        ("left", "Total", 1, 3, 0, 4),
        ("right", "a", 0, 0, 0, 0),
        ("right", "b", 1, 2, 0, 3),
        ("right", "unit", 0, 0, 1, 1),
        ("right", "Total", 1, 2, 1, 4),
    ]


@pytest.mark.parametrize(("most", "times"), [(6, 1), (5, 4), (3, 4)])
def test_few_rows_are_made_once_and_others_again_and_are_the_same(halves, monkeypatch, most, times):
    _, census = halves
    kept = list(UnitRows(census, lambda part: transfer_rows(part.cube)))
    monkeypatch.setattr(results_module, "MAX_KEPT_ROWS", most)
    made = Counter()

    def rows_of(part):
        made[part.valid_cells, part.cube.cells[0].tobytes()] += 1
        return transfer_rows(part.cube)

    rows = UnitRows(census, rows_of)
    assert (len(rows), list(rows), rows[-1], rows[1:3]) == (6, kept, kept[-1], kept[1:3])
    assert max(made.values()) == times


@pytest.mark.parametrize(("most", "kept"), [(992, True), (991, False)])
def test_counts_of_units_are_kept_where_they_take_little_memory(halves, monkeypatch, most, kept):
    """Two units' 6 x 6 pairs and 2 x 6 classes, in cells and hectares, and 400 numbers besides."""
    _, census = halves
    monkeypatch.setattr(units_module, "MAX_CACHE_SIZE", most)
    first, again = list(census.units), list(census.units)
    assert [one is other for one, other in zip(first, again)] == [kept, kept]
    for (name, part), (other, same) in zip(first, again):
        assert name == other
        assert part.cube.cells[0].tolist() == same.cube.cells[0].tolist()
        assert part.histories.cells.tolist() == same.histories.cells.tolist()


def test_fields_may_be_those_of_the_run(halves):
    _, census = halves
    fields, _ = results_by_unit(census, [("a", ColumnKind.REAL)], lambda part: [])
    assert fields == [("unit", ColumnKind.TEXT), ("a", ColumnKind.REAL)]


def test_polygons_tell_the_columns_of_all_subjects(halves):
    _, census = halves

    def columns(values, *names):
        return UnitColumns(names, [Message(name) for name in names], values, 2, "%")

    both = [
        columns(lambda part: [part.valid_cells / 2, None], "half", "none"),
        # Two names that a layer would take for one.
        columns(lambda part: [part.valid_area_ha], "HALF"),
    ]
    names = ["unit", "cells", "area_ha", "half", "none", "HALF 2"]
    assert [name for name, _ in polygon_fields(both)] == names
    assert {kind for _, kind in polygon_fields(both)[3:]} == {ColumnKind.REAL}
    area = pytest.approx(4 * 0.09)
    assert polygon_rows(["right", "none", "left"], census, both) == [
        dict(zip(names, ("right", 4, area, 2.0, None, area))),
        dict(zip(names, ("none", 0, 0.0, None, None, None))),
        dict(zip(names, ("left", 4, area, 2.0, None, area))),
    ]


def test_units_that_do_not_add_up_are_told(halves):
    series, census = halves
    raise_failed_check(unit_checks(census, series.dates))
    assert [(c.period, c.check_text, c.expected) for c in unit_checks(census, series.dates)] == [
        *((year, "unit areas sum to class areas, cells", 8) for year in ("1990", "2000")),
        ("0-1", "unit totals equal to the matrix, cells", 8),
        ("1990", "sum of unit areas = total area", pytest.approx(8 * 0.09)),
    ]
    broken = replace(census, units=list(census.units)[:1])
    for check in unit_checks(broken, series.dates):
        assert not check.is_met, check
    assert unit_checks(replace(census, units=None), series.dates) == []


PAIR = [Period(0, 1, "a-b")]
DATES = [Date("1990", "a"), Date("", "b")]


def counted(*sources, cells=CELLS_PER_BLOCK, **options):
    """Series, census and audit of a pair."""
    dated = [replace(source, date=date) for source, date in zip(sources, DATES)]
    series = open_series(dated, "planimetric", **options)
    found = count_series(series, PAIR, cells=cells)
    return series, found, audit_rows(series, found)


def tallies(*sources, **options) -> list:
    series, found, _ = counted(*sources, **options)
    return [tally_of_codes(own, series.classes) for own in found.dates.own]


@examples(60)
@given(
    seed=st.integers(0, 10_000),
    shifts=st.tuples(st.integers(-6, 6), st.integers(-6, 6)),
    declared=st.sampled_from([None, 0, 3]),
    ranges=st.sampled_from([(), ((4, 5),), ((-1, 0.5), (6.5, 7.5))]),
    further=st.sampled_from([(), (2,), (2, 9)]),
    at_once=st.sampled_from([9, 60, 10_000]),
    base=st.sampled_from([0, 1]),
)
def test_the_audit_is_what_a_plain_loop_counts(
    seed, shifts, declared, ranges, further, at_once, base
):
    random = np.random.default_rng(seed)
    shape = (11, 13)
    arrays = [random.integers(0, 9, shape) for _ in range(2)]
    origins = [ORIGIN, (ORIGIN[0] + shifts[0] * 30.0, ORIGIN[1] - shifts[1] * 30.0)]
    names = RasterLegend({1: "one", 2: "two", 8: "eight"}, {}, "style")
    with memory_folder() as folder:
        sources = [
            RasterInput(
                write_raster(f"{folder}/{n}.tif", cells, nodata=declared, origin=origin),
                "ab"[n],
                nodata=further,
                nodata_ranges=ranges,
                style=names,
            )
            for n, (cells, origin) in enumerate(zip(arrays, origins))
        ]
        # Every cell of the base, and which cell of each date lies there.
        rows = [dict.fromkeys(("valid", "nodata", "outside", "unlisted"), 0) for _ in arrays]
        common = 0
        for row, column in product(range(shape[0]), range(shape[1])):
            valid = []
            for date, cells in enumerate(arrays):
                sign = 0 if date == base else (1 if base else -1)
                r, c = row + sign * shifts[1], column + sign * shifts[0]
                if not (0 <= r < shape[0] and 0 <= c < shape[1]):
                    rows[date]["outside"] += 1
                    continue
                value = int(cells[r, c])
                inside = any(low <= value <= high for low, high in ranges)
                if value == declared or value in further or inside:
                    rows[date]["nodata"] += 1
                    continue
                rows[date]["valid"] += 1
                rows[date]["unlisted"] += value not in names.names
                valid.append(value)
            common += len(valid) == 2
        if not common:
            with pytest.raises(DataError, match="no cell is valid at all dates"):
                counted(*sources, base=base, cells=at_once)
            return
        _, found, audit = counted(*sources, base=base, cells=at_once)
    for n, (own, told) in enumerate(zip(rows, audit)):
        assert told == {
            "year": DATES[n].year or None,
            "layer": DATES[n].layer,
            "grid_cells": 143,
            "valid_cells": own["valid"],
            "nodata_cells": own["nodata"],
            "outside_cells": own["outside"],
            "unlisted_cells": own["unlisted"],
            "counted_cells": common,
            "grid_ha": pytest.approx(143 * 0.09),
            "counted_ha": pytest.approx(common * 0.09),
            "resampled": n != base and shifts != (0, 0),
            "masked_cells": 0,
        }
    assert (found.valid_cells, found.excluded_cells) == (common, 143 - common)
    # Each value that no name covers is warned of, at each date, with its cells.
    warned = [text for text in texts(found.notes.warnings) if "is treated as a" in text]
    for n, own in enumerate(rows):
        own_words = [text for text in warned if text.startswith("ab"[n])]
        cells = [int(re.search(r"\(cells: (\d+)\)", text)[1]) for text in own_words]
        assert sum(cells) == own["unlisted"]


RANGES = {
    "one value": (((3, 3),), {3}),
    "both ends": (((2, 4),), {2, 3, 4}),
    "open between whole numbers": (((1.5, 2.5),), {2}),
    "without a whole number": (((1.2, 1.8),), set()),
    "two": (((0, 1), (6, 7)), {0, 1, 6, 7}),
    "overlapping": (((1, 3), (2, 5)), {1, 2, 3, 4, 5}),
    "to infinity": (((5, float("inf")),), {5, 6, 7, 8}),
    "from below the type": (((-1e9, 0),), {0}),
}


@pytest.mark.parametrize(("ranges", "gone"), RANGES.values(), ids=RANGES)
@pytest.mark.parametrize("dtype", ["u1", "i2", "i4", "i8", "f4", "f8"])
def test_spans_of_nodata_have_both_ends(tmp_path, ranges, gone, dtype):
    cells = np.arange(9).reshape(3, 3)
    file = write_raster(tmp_path / "a.tif", cells, dtype=dtype)
    source = RasterInput(file, "a", nodata_ranges=ranges)
    wanted = {value: 1 for value in range(9) if value not in gone}
    if gone:
        wanted[None] = len(gone)
    assert tallies(source, source) == [wanted, wanted]


@pytest.mark.parametrize("dtype", ["u1", "i2", "i4", "f4", "f8"])
def test_a_declared_value_that_is_unticked_is_a_class(tmp_path, dtype):
    file = write_raster(tmp_path / "a.tif", [[0, 1, 2]], dtype=dtype, nodata=0)
    ticked = RasterInput(file, "a")
    unticked = RasterInput(file, "b", use_declared_nodata=False)
    assert tallies(ticked, unticked) == [{None: 1, 1: 1, 2: 1}, {0: 1, 1: 1, 2: 1}]
    # Further values still count, and may be the declared one.
    again = RasterInput(file, "c", use_declared_nodata=False, nodata=(0, 2))
    assert tallies(unticked, again)[1] == {None: 2, 1: 1}


def test_cells_without_an_area_are_refused(tmp_path):
    # What happens to metres under a reference system in degrees.
    sources = [
        RasterInput(write_raster(tmp_path / f"{name}.tif", [[1, 2]], epsg=4326), name)
        for name in "ab"
    ]
    with pytest.raises(DataError, match=words("all cells lie beyond the poles", "WGS 84")):
        count_series(open_series(sources, "auto"), PAIR)


@pytest.mark.parametrize("dtype", ["u1", "f4"])
@pytest.mark.parametrize("top", [91.3, 91.0, 90.7, 90.5, 90.25, 90.2, 90.0, -88.4, -88.75, -89.0])
@pytest.mark.parametrize("at_once", [4, 10_000])
def test_cells_beyond_90_degrees_are_outside_and_counted(tmp_path, dtype, top, at_once):
    """By the latitudes of their centres; half a row that reaches across the pole stays."""
    latitudes = top - 0.5 * (np.arange(6) + 0.5)
    beyond = np.abs(latitudes) > 90
    values = np.random.default_rng(3).integers(1, 4, (6, 4)).astype(dtype)
    if dtype == "f4":
        values[beyond] = 0.5  # nobody reads a class there
    place = {"epsg": 4326, "origin": (10.0, top), "cell": (0.5, 0.5), "dtype": dtype}
    sources = [RasterInput(write_raster(tmp_path / f"{n}.tif", values, **place), n) for n in "ab"]
    series = open_series(sources, "auto")
    census = count_series(series, PAIR, cells=at_once)
    (row, _) = audit_rows(series, census)
    cells = [row[f"{kind}_cells"] for kind in ("grid", "valid", "nodata", "outside", "counted")]
    out = int(beyond.sum()) * 4
    assert cells == [24, 24 - out, 0, out, 24 - out]
    edges = [(max(y - 0.25, -90), min(y + 0.25, 90)) for y in latitudes[~beyond]]
    hectares = sum(4 * cell_hectares(wkt(4326), 10, high, 10.5, low) for low, high in edges)
    assert row["counted_ha"] == pytest.approx(hectares, rel=1e-7)
    messages = [text for text in texts(series.notes.warnings) if "beyond 90° latitude" in text]
    assert len(messages) == bool(out)
    for text in messages:
        assert text.startswith(f"{out} cells beyond 90° latitude in WGS 84 are excluded")


def told_alike(series: Series) -> list[str]:
    notes = count_series(series, []).notes
    return [text for text in texts(notes.warnings) if "identical in all cells" in text]


def test_dates_whose_cells_are_all_alike_are_a_warning(tmp_path):
    """Each beside the first that is like it; one cell more or less makes a difference."""
    first = np.random.default_rng(1).integers(0, 4, (150, 100))
    other, without = first.copy(), first.copy()
    other[149, 99] = 3 - first[149, 99]
    without[0, 0] = 0 if first[0, 0] else 1
    dates = {"1990": first, "2000": other, "2010": first, "2015": without, "2020": first}
    paths = [write_raster(tmp_path / f"lu_{y}.tif", cells, nodata=0) for y, cells in dates.items()]
    assert told_alike(open_series(inputs(*paths), "planimetric")) == [
        f"lu_1990 and lu_{year} are identical in all cells; check whether the same map was used "
        "for both dates."
        for year in (2010, 2020)
    ]
    assert told_alike(open_series(inputs(*paths[:2], paths[3]), "planimetric")) == []


def test_a_mask_an_extent_or_few_cells_may_well_be_alike(tmp_path):
    for rows, told in ((100, 1), (99, 0)):
        land = np.full((rows, 100), 2)
        paths = [write_raster(tmp_path / f"lu_{year}.tif", land) for year in (1990, 2000)]
        assert len(told_alike(open_series(inputs(*paths), "planimetric"))) == told
    land = np.full((200, 100), 2)
    paths = [write_raster(tmp_path / f"lu_{year}.tif", land) for year in (1990, 2000)]
    (x, y), size = ORIGIN, 30.0
    extent = (x, y - 199 * size, x + 100 * size, y)
    assert told_alike(open_series(inputs(*paths), "planimetric", extent=extent)) == []
    series = open_series(inputs(*paths), "planimetric")
    everywhere = ogr.CreateGeometryFromWkt("POLYGON ((0 0, 0 1e7, 1e7 1e7, 1e7 0, 0 0))")
    series.mask = CellMask([bytes(everywhere.ExportToWkb())], series.grid, "m")
    assert told_alike(series) == []


@examples(40)
@example([0, 1], [1, 1], {1}, set())
@given(
    one=st.lists(st.integers(0, 5), min_size=8, max_size=8),
    other=st.lists(st.integers(0, 5), min_size=8, max_size=8),
    named=st.sets(st.integers(0, 5), min_size=1),
    given=st.sets(st.integers(0, 5), max_size=2),
)
def test_every_value_of_land_that_counts_has_a_name_or_is_told(one, other, named, given):
    """Land that is no data at the other date does not count, and may hold anything."""
    counting = [pair for pair in zip(one, other) if not given & set(pair)]
    lacking = sorted({value for pair in counting for value in pair} - named)
    if not counting or not named & {value for pair in counting for value in pair}:
        return
    with memory_folder() as folder:
        sources = [
            RasterInput(write_raster(f"{folder}/{name}.tif", [cells]), name, nodata=(*given,))
            for name, cells in (("a", one), ("b", other))
        ]
        entries = [(value, LandClass(value, f"c{value}", f"C{value}")) for value in sorted(named)]
        series, census, _ = counted(*sources, class_entries=entries)
        check_named_classes(series, census)
        said = ""
        try:
            check_named_classes(series, census, every=True)
        except DataError as error:
            said = str(error)
    shown = ", ".join(map(str, lacking))
    assert bool(said) == bool(lacking)
    assert not lacking or f"unclassified values {shown} in the analysed area" in said
    # 0 may be background; a class table is needed for other values.
    assert said.endswith("set NODATA to 0") == (lacking == [0])
    assert ("CLASSES with Scheme tables from layers (" in said) == bool({*lacking} - {0})


def test_the_classes_of_a_shipped_legend_are_listed_though_no_layer_names_them(tmp_path):
    file = write_raster(tmp_path / "a.tif", [[1, 5, 11, 12]])
    sources = RasterInput(file, "a"), RasterInput(file, "b")
    _, _, audit = counted(*sources, shipped=load_shipped_legend("coal_mine"))
    assert [row["unlisted_cells"] for row in audit] == [1, 1]
