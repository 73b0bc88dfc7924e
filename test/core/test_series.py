"""A dated series: opened, named, counted, and what is told about it. SCHEME: values named by a
shipped legend, and what happens where nobody says what they mean."""

from dataclasses import replace

import numpy as np
import pytest

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.source import RasterInput, RasterLegend
from carbon_zones.core.scan import series as series_module
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import check_named_classes, count_series
from carbon_zones.core.scheme.classes import LandClass, read_classes
from carbon_zones.core.scheme.defaults import load_default_table, load_shipped_legend
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import assert_says, inputs, tally_of_pairs, texts, words
from carbon_zones.test.helpers import write_raster

PAIR = [Period(0, 1, "0-1")]
SCHEME = read_classes(load_default_table("classes.csv"))


@pytest.fixture
def pair(tmp_path):
    """Write two rasters and give their inputs; `each` holds options that differ."""

    def make(one, other, each=({}, {}), **both):
        return inputs(
            write_raster(tmp_path / "date0.tif", one, **both, **each[0]),
            write_raster(tmp_path / "date1.tif", other, **both, **each[1]),
        )

    return make


def test_the_first_date_gives_the_cells_unless_another_is_asked_for(pair):
    sources = pair([[1, 2], [3, 4]], [[1, 2, 3]], ({}, {"cell": (20.0, 40.0)}))
    grid = open_series(sources, "auto").grid
    assert (grid.width, grid.height, grid.cell_width) == (2, 2, 30.0)


def test_what_is_told_of_the_cells_stays_beside_what_is_told_of_the_classes(pair):
    sources = pair([[1]], [[1]], ({"names": {1: "Water"}}, {"epsg": None}))
    warnings = open_series(sources, "auto").notes.warnings
    assert_says(warnings, ("date1 has no CRS",), ("date1: no class names",))


def test_a_class_table_without_colours_takes_those_of_the_layers(pair):
    entries = [(1, LandClass(1, "woods", "Woods", "sink"))]
    sources = pair([[1]], [[1]], names={1: "Water"}, colours={1: (0, 0, 255)})
    series = open_series(sources, "auto", entries)
    assert [c.colour for c in series.classes] == ["#0000ff"]


def test_the_scale_of_the_map_is_looked_at_where_the_extent_lies(pair):
    # Web Mercator from the equator to 60 N: true at its lower edge, four times too large above.
    cells = np.ones((84, 2))
    options = {"epsg": 3857, "cell": (100_000.0, 100_000.0), "origin": (0.0, 8_400_000.0)}
    sources = pair(cells, cells, **options)
    (warning,) = texts(open_series(sources, "auto").notes.warnings)
    assert "Areal scale" in warning
    lowest = (0.0, 0.0, 200_000.0, 100_000.0)
    assert texts(open_series(sources, "auto", extent=lowest).notes.warnings) == []


def test_values_without_any_names_are_classes_called_by_them(pair):
    series = open_series(pair([[7, 200]], [[7, 7]]), "auto")
    assert count_series(series, PAIR).notes.warnings == []
    assert sorted(c.name for c in series.classes) == ["200", "7"]
    assert texts(series.notes.notices)[0].startswith(
        "The layers have no class names; values are used as classes."
    )


def test_a_class_table_goes_before_the_legend_of_the_layer(pair):
    entries = [(1, LandClass(1, "woods", "Woods", "sink"))]
    series = open_series(pair([[1]], [[1]], names={1: "Water"}), "auto", entries, SCHEME)
    assert [c.key for c in series.classes] == ["woods"]


def test_one_named_layer_names_the_others_and_that_is_told(pair):
    names = {1: "Water", 2: "Town"}
    series = open_series(pair([[1, 2]], [[2, 1]], each=({"names": names}, {})), "auto")
    assert texts(series.notes.notices)[0] == "date0: classes are taken from the category names."
    assert_says(series.notes.warnings, ("date1: no class names", "of the other layers are used"))
    found = count_series(series, PAIR)
    assert tally_of_pairs(found.cube.cells[0], series.classes) == {
        ("Water", "Town"): 1,
        ("Town", "Water"): 1,
    }


@pytest.mark.parametrize(
    ("count", "end"), [(1, "0."), (20, "Stranger 19."), (21, "Stranger 19, ...."), (30, ", ....")]
)
def test_names_outside_the_default_list_are_told_in_a_scheme_job_up_to_twenty(pair, count, end):
    names = {100 + n: f"Stranger {n}" for n in range(count)}
    sources = pair([[1]], [[1]], names={1: "Forest", **names})
    (warning,) = texts(open_series(sources, "auto", None, SCHEME).notes.warnings)
    assert warning.startswith(f"{count} class names are not in the default class list")
    told, way_out, _ = warning.partition(" Assign groups in a class table (CLASSES)")
    assert "have no group: Stranger 0" in told
    assert told.endswith(end)
    assert way_out
    assert open_series(sources, "auto").notes.warnings == []


def test_classes_that_the_default_list_calls_otherwise_are_told_once_each(pair):
    # Two keys, a name in other letters, and a name outside the list; the same at both dates.
    names = {1: "arable", 2: "open_pit", 3: "FORESTLAND", 4: "Salt lake"}
    series = open_series(pair([[1, 2]], [[3, 4]], names=names), "auto", None, SCHEME)
    messages = [
        text for text in texts(series.notes.notices) if "follow the default class list" in text
    ]
    assert_says(messages, ("list: 'arable' = Arable land, 'open_pit' = Open pit.",))
    plain = open_series(pair([[1, 2]], [[3, 4]], names={1: "Forestland"}), "auto", None, SCHEME)
    assert not any("follow the default class list" in text for text in texts(plain.notes.notices))


@pytest.mark.parametrize(
    ("count", "end"), [(20, "'n19' = Class 19."), (21, ", ...."), (25, ", ....")]
)
def test_of_many_classes_that_are_called_otherwise_twenty_are_told(pair, count, end):
    known = [(n, LandClass(n, f"n{n}", f"Class {n}", "sink")) for n in range(count)]
    names = {n: f"n{n}" for n in range(count)}
    series = open_series(pair([[1]], [[1]], names=names), "auto", None, known)
    (line,) = [t for t in texts(series.notes.notices) if "follow the default class list" in t]
    assert line.count(" = Class ") == 20
    assert line.endswith(end)


def test_the_named_classes_are_those_of_the_layers_in_the_tables_order(pair):
    # The scheme has eleven classes; the dates name three of them and one of their own.
    each = ({"names": {1: "Water", 2: "Forestland"}}, {"names": {9: "Salt lake", 3: "Water"}})
    series = open_series(pair([[1, 2]], [[9, 3]], each=each), "auto", None, SCHEME)
    assert [c.name for c in series.named_classes] == ["Water", "Forestland", "Salt lake"]
    assert len(series.classes) == 12


def test_a_value_that_no_name_covers_is_counted_and_told_with_its_cells(pair):
    sources = pair([[1, 9, 9]], [[1, 9, 7]], names={1: "Water"})
    series = open_series(sources, "auto")
    found = count_series(series, PAIR)
    nameless = ("date0", "9", "cells: 2"), ("date1", "7", "cells: 1"), ("date1", "9", "cells: 1")
    assert_says(found.notes.warnings, *[(*one, "has no class name") for one in nameless])
    assert tally_of_pairs(found.cube.cells[0], series.classes) == {
        ("Water", "Water"): 1,
        (9, 9): 1,
        (9, 7): 1,
    }


def test_a_0_that_is_not_declared_is_told_where_nothing_has_a_name(pair):
    # Declared at the first date, not at the second.
    sources = pair([[0, 5, 5, 6]], [[5, 0, 0, 6]], each=({"nodata": 0}, {}))
    warnings = count_series(open_series(sources, "auto"), PAIR).notes.warnings
    assert_says(warnings, ("date1: value 0 is treated as a class (cells: 2)", "set NODATA to 0."))
    both = [replace(source, nodata=(0,)) for source in sources]
    assert count_series(open_series(both, "auto"), PAIR).notes.warnings == []


def about_nodata(*sources) -> tuple[list[str], list[str]]:
    """Notices and warnings on no data of a series."""
    notes = open_series(sources, "auto").notes
    return tuple(
        [text for text in texts(messages) if "NODATA" in text or "the NoData value" in text]
        for messages in (notes.notices, notes.warnings)
    )


def typed(folder, *dtypes, **options) -> list[RasterInput]:
    return [
        RasterInput(write_raster(folder / f"{name}.tif", [[1, 2]], dtype=dtype), name, **options)
        for name, dtype in zip("ab", dtypes)
    ]


@pytest.mark.parametrize(
    ("dtypes", "nodata", "notice", "warning"),
    [
        (("u1", "u1"), (0, 255, 7.0), (), ()),
        (("u1", "i2"), (300, -1, 0), ("a: 300, -1 of NODATA", "Byte"), ()),
        (("u1", "u1"), (300, 0.5, 0, 300), (), ("NODATA: 300, 0.5 can", "data types: Byte)")),
        (("u1", "i2"), (300, 70000), ("a: 300 of", "Byte"), ("NODATA: 70000", "Byte, Int16).")),
        (("u2", "f4"), (0.5, float("nan"), -9999), ("a: 0.5, nan, -9999 of", "UInt16"), ()),
        (("f4", "f8"), (1e39,), ("a: 1e+39 of NODATA", "Float32"), ()),
        (("i8", "i8"), (2**63 - 1,), (), ()),
        # NaN says that all other numbers are values.
        (("u1", "i2"), (float("nan"),), (), ()),
    ],
)
def test_no_data_values_that_a_data_type_cannot_hold_are_told(
    tmp_path, dtypes, nodata, notice, warning
):
    notices, warnings = about_nodata(*typed(tmp_path, *dtypes, nodata=nodata))
    assert_says(notices, *filter(None, [notice]))
    assert_says(warnings, *filter(None, [warning]))


@pytest.mark.parametrize(
    ("declared", "dtype", "further", "told"),
    [
        (0, "u1", (), "0"),
        (-9999, "i2", (7,), "-9999"),
        (0.5, "f4", (), "0.5"),
        (0, "u1", (0,), ""),  # left out all the same
        (float("nan"), "f4", (), ""),  # as NaN always is
        (None, "u1", (), ""),
    ],
)
def test_a_declared_value_that_is_switched_off_is_told(tmp_path, declared, dtype, further, told):
    file = write_raster(tmp_path / "a.tif", [[1, 2]], dtype=dtype, nodata=declared)
    ticked = RasterInput(file, "a", nodata=further)
    notices, warnings = about_nodata(ticked, replace(ticked, label="b", use_declared_nodata=False))
    assert_says(notices, *[(f"b: the NoData value {told} is switched off",)][: bool(told)])
    assert warnings == []


def test_names_that_a_style_gives_to_another_band_are_warned_of(tmp_path):
    file = write_raster(tmp_path / "a.tif", [[1, 2]])
    one, other = (
        RasterInput(file, label, style=RasterLegend({1: "Water", 2: "Town"}, {}, "style", band))
        for label, band in (("a", 1), ("b", 3))
    )
    assert_says(
        open_series([one, other], "auto").notes.warnings,
        ("b:", "uses band 3", "band 1 is analysed"),
    )
    entries = [(1, LandClass(1, "water", "Water"))]
    assert open_series([one, other], "auto", entries).notes.warnings == []
    # The file's own names go before the style's.
    named = write_raster(tmp_path / "named.tif", [[1, 2]], names={1: "Water", 2: "Town"})
    assert open_series([one, replace(other, path=named)], "auto").notes.warnings == []


def told_of_one_class(sources, *options) -> list[str]:
    notices = texts(open_series(sources, "auto", *options).notes.notices)
    return [text for text in notices if "everal values are merged into one class" in text]


def test_values_of_one_name_are_one_class_and_told(pair):
    water = {1: "Water", 2: "Town", 5: "water", 7: "Water", 8: "Town"}
    each = ({"names": water}, {"names": {1: "Water", 2: "Town"}})
    told = told_of_one_class(pair([[1]], [[1]], each=each))
    assert_says(told, ("date0: several", ": Water (1, 5, 7), Town (2, 8)."))
    # By the default class list these are one class too.
    sources = pair([[1]], [[1]], each=({"names": {1: "Water", 3: "\u6c34\u57df"}}, {}))
    chinese = [(4, LandClass(4, "water", "Water", aliases=("\u6c34\u57df",)))]
    assert_says(told_of_one_class(sources, None, chinese), ("date0", ": Water (1, 3)."))


def test_values_of_one_class_in_the_class_table_are_told_once_and_up_to_twenty(pair):
    water, sources = LandClass(1, "water", "Water"), pair([[1]], [[1]])
    entries = [(1, water), (2, LandClass(2, "town", "Town")), (4, water)]
    assert_says(
        told_of_one_class(sources, entries), ("CLASSES: several values are", ": Water (1, 4).")
    )
    assert told_of_one_class(sources, entries[:2]) == []
    many = [(value, water) for value in range(1, 22)]
    assert_says(told_of_one_class(sources, many), ("19, 20, ...).",))


def test_different_nodata_at_the_dates_is_left_out(pair):
    sources = pair(
        [[0, 1, 2], [1, 1, 1]],
        [[1, 255, 255], [1, 2, 2]],
        each=({"nodata": 0}, {"nodata": 255}),
        cell=(100.0, 50.0),
    )
    found = count_series(open_series(sources, "auto"), PAIR)
    assert (found.valid_cells, found.excluded_cells) == (3, 3)
    assert_says(
        found.notes.notices, ("at all dates: 3 cells (1.50 ha)", "excluded: 3 cells (1.50 ha)")
    )
    assert found.valid_area_ha == pytest.approx(1.5)
    assert found.excluded_area_ha == pytest.approx(1.5)
    # Of the three, one stayed 1 and two went from 1 to 2.
    assert found.unchanged_area_ha() == pytest.approx(0.5)
    assert found.changed_area_ha() == pytest.approx(1.0)


def test_no_cell_valid_at_all_dates_is_an_error_with_the_counts(pair):
    sources = pair([[0, 1, 0]], [[1, 0, 1]], nodata=0)
    message = words("no cell is valid", "date0: 2 of 3 cells", "date1: 1 of 3 cells excluded")
    with pytest.raises(DataError, match=message):
        count_series(open_series(sources, "auto"), PAIR)


CLCD, COAL_MINE = load_shipped_legend("clcd"), load_shipped_legend("coal_mine")


def test_without_names_a_scheme_job_is_refused_and_told_what_the_values_fit(pair):
    said = refused(open_series, pair([[1, 11]], [[7, 2]]), "auto", None, SCHEME)
    assert has(said, "SCHEME: ", "(1, 2, 7, 11) match coal_mine, esri, mcd12q1, corine_grid")


def test_colours_tell_which_legend_the_values_are_from(pair):
    colours = {value: tuple(bytes.fromhex(c.colour[1:])) for value, c in CLCD.entries}
    sources = pair([[1, 2, 8]], [[1, 9, 8]], colours=colours)
    assert refused(open_series, sources, "auto", None, SCHEME).endswith("and colours match clcd)")


def test_values_of_no_shipped_legend_are_told(pair):
    sources = pair([[1, 77]], [[199, 1]], nodata=0)
    assert has(
        refused(open_series, sources, "auto", None, SCHEME), "no built-in legend", "(1, 77, 199)"
    )


def test_of_a_large_raster_squares_are_looked_at(tmp_path, monkeypatch):
    cells = np.full((300, 700), 2)
    cells[:256, :256] = 1
    cells[-1, -1] = 9
    cells[120, 300] = 77  # between the squares
    monkeypatch.setattr(series_module, "MAX_FULL_READ_CELLS", 1000)
    monkeypatch.setattr(series_module, "SQUARE_SIDE_CELLS", 16)
    sources = inputs(write_raster(tmp_path / "a.tif", cells))
    assert "only the values (1, 2, 9) match" in refused(open_series, sources, "auto", None, SCHEME)


def test_what_is_no_land_use_is_no_trouble_to_look_at(tmp_path):
    heights = np.random.default_rng(3).normal(900, 50, (100, 100))
    sources = inputs(write_raster(tmp_path / "a.tif", heights, dtype="f4"))
    assert "no built-in legend" in refused(open_series, sources, "auto", None, SCHEME)


def test_a_shipped_legend_names_values_and_leaves_its_nodata_out(pair):
    sources = pair([[1, 2, 0, 3]], [[8, 2, 5, 3]])
    series = open_series(sources, "auto", None, SCHEME, shipped=CLCD)
    found = count_series(series, PAIR)
    assert tally_of_pairs(found.cube.cells[0], series.classes) == {
        ("arable", "built"): 1,
        ("forest", "forest"): 1,
        ("shrub", "shrub"): 1,
    }
    assert (found.valid_cells, found.excluded_cells) == (3, 1)
    assert "SCHEME: values excluded as NoData: 0." in texts(series.notes.notices)


def test_values_that_a_shipped_legend_lacks_are_named_by_the_layer(pair):
    # By a name of the coal mine's, by a name of the legend's own, by a name of neither.
    names = {101: "Open pit", 102: "Cropland", 103: "Tea"}
    sources = pair([[1, 1, 101, 7]], [[101, 102, 103, 104]], names=names)
    series = open_series(sources, "auto", None, SCHEME, shipped=CLCD)
    found = count_series(series, PAIR)
    assert tally_of_pairs(found.cube.cells[0], series.classes) == {
        ("arable", "open_pit"): 1,
        ("arable", "arable"): 1,
        ("open_pit", "Tea"): 1,
        ("bare", 104): 1,
    }
    pit = series.classes[series.classes.find_class("open_pit")]
    assert (pit.value, pit.name, pit.group) == (101, "Open pit", "mine")
    words = "101 Open pit, 102 Arable land, 103 Tea."
    assert any(has(t, "date0: ", "SCHEME") for t in texts(series.notes.notices) if words in t)
    assert any("date1: value 104 has no class name" in text for text in texts(found.notes.warnings))


def test_a_layer_that_names_its_values_otherwise_than_the_scheme_is_warned_of(pair):
    names = {1: "Cropland", 2: "FOREST", 3: "Grassland", 4: "Urban"}
    series = open_series(pair([[1, 3]], [[2, 4]], names=names), "auto", None, SCHEME, shipped=CLCD)
    assert len(series.notes.warnings) == 2
    for n, warning in enumerate(series.notes.warnings):
        assert has(warning, f"date{n}: ", "3 'Grassland' (Shrubland), 4 'Urban' (Grassland). ")


@pytest.mark.parametrize("value", [0, 12, 255])
def test_a_value_that_neither_scheme_nor_layer_names_is_counted_and_warned_of(pair, value):
    sources = pair([[1, 2]], [[3, value]])
    found = count_series(open_series(sources, "auto", None, SCHEME, shipped=COAL_MINE), PAIR)
    (warning,) = [text for text in texts(found.notes.warnings) if f"value {value}" in text]
    assert warning.startswith(f"date1: value {value} ")
    assert ("NODATA" in warning) == (value == 0)


def test_a_scheme_for_other_values_is_refused_after_the_count(pair):
    series = open_series(pair([[11, 21]], [[31, 21]]), "auto", None, SCHEME, shipped=CLCD)
    found = count_series(series, PAIR)
    assert has(
        refused(check_named_classes, series, found),
        "no valid cell has a classified value (11, 21, 31)",
        "CLCD, ",
    )
    whole = open_series(pair([[11, 21]], [[31, 1]]), "auto", None, SCHEME, shipped=CLCD)
    check_named_classes(whole, count_series(whole, PAIR))
