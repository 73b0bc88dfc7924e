"""Units: what is counted in each against a plain double loop, names, order, and that all add up."""

import math
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.data_dictionary import ColumnKind
from carbon_zones.core.base.messages import DataError, Message, Notes
from carbon_zones.core.raster.source import RasterLegend
from carbon_zones.core.results import results as results_module
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.results import (
    UnitRows,
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
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scan.units import OUTSIDE_LABEL, PolygonUnits, RasterUnits, UnitColumns
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
from carbon_zones.test.helpers import write_raster

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
        told = [note for note in census.notes.warnings if "more than one polygon" in str(note)]
        assert [note.values["cells"] for note in told] == ([several] if several else [])
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
    told = [text for text in texts(notes.warnings) if "unit" in text]
    assert_says(told, ("UNITS 'u': units without valid cells: 2 (nodata, away).",))
    assert any(
        text.startswith("UNITS 'u': 3 units; valid cells outside all units: ")
        for text in texts(notes.notices)
    )


def test_many_units_without_cells_are_named_up_to_twenty(tmp_path):
    series = one_date(tmp_path, np.ones((1, 1)))
    shapes = [(f"u{n}", n, 0, n + 1, 1) for n in range(25)]
    census = count_series(series, [], units=polygon_units(series.grid, *shapes))
    (told,) = [text for text in texts(census.notes.warnings) if "without valid cells" in text]
    assert told.endswith(
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
