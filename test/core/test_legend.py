"""From values to classes: what rasters say of themselves, and how dates share classes."""

from __future__ import annotations

import pytest
from osgeo import gdal

from carbon_zones.core.errors import DataError
from carbon_zones.core.legend import (
    Classes,
    LandClass,
    Legend,
    Naming,
    name_by_legends,
    name_by_table,
    read_legend,
)
from carbon_zones.test.core.support import listed

INTEGER, REAL, STRING = gdal.GFT_Integer, gdal.GFT_Real, gdal.GFT_String
GENERIC, NAME, MIN, MAX, MIN_MAX = (
    *(gdal.GFU_Generic, gdal.GFU_Name),
    *(gdal.GFU_Min, gdal.GFU_Max, gdal.GFU_MinMax),
)
RED, GREEN, BLUE = gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue


@pytest.fixture
def band():
    """A band in memory, to hang legends on."""
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("MEM").Create("", 2, 2, 1)
        yield dataset.GetRasterBand(1)


def set_table(band, columns, rows, binning=None):
    """Give a band an attribute table of (name, type, usage) columns."""
    setters = {INTEGER: "SetValueAsInt", REAL: "SetValueAsDouble", STRING: "SetValueAsString"}
    table = gdal.RasterAttributeTable()
    for column in columns:
        table.CreateColumn(*column)
    table.SetRowCount(len(rows))
    for row, cells in enumerate(rows):
        for place, (cell, (_, kind, _)) in enumerate(zip(cells, columns)):
            getattr(table, setters[kind])(row, place, cell)
    if binning:
        table.SetLinearBinning(*binning)
    band.SetDefaultRAT(table)


# --- attribute tables -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param([("v", INTEGER, MIN_MAX), ("n", STRING, NAME)], id="by usage"),
        pytest.param([("low", INTEGER, MIN), ("n", STRING, NAME)], id="by usage Min"),
        pytest.param([("VALUE", INTEGER, GENERIC), ("Class", STRING, GENERIC)], id="by name"),
        pytest.param([(" value ", REAL, GENERIC), ("Class_Name", STRING, GENERIC)], id="blanks"),
        pytest.param([("Value", INTEGER, GENERIC), ("label", STRING, GENERIC)], id="label"),
        pytest.param([("Value", INTEGER, GENERIC), ("whatever", STRING, GENERIC)], id="only text"),
    ],
)
def test_the_columns_of_an_attribute_table_are_found(band, columns):
    set_table(band, columns, [(1, "Forest"), (30, " Water ")])
    legend = read_legend(band)
    assert legend.names == {1: "Forest", 30: "Water"}
    assert legend.source == "raster attribute table"


def test_usage_goes_before_names_of_columns(band):
    set_table(
        band,
        [
            ("Value", INTEGER, GENERIC),
            ("code", INTEGER, MIN_MAX),
            ("class", STRING, GENERIC),
            ("text", STRING, NAME),
        ],
        [(1, 10, "no", "Forest")],
    )
    assert read_legend(band).names == {10: "Forest"}


def test_a_likely_name_goes_before_other_text(band):
    set_table(
        band,
        [("Value", INTEGER, GENERIC), ("note", STRING, GENERIC), ("class", STRING, GENERIC)],
        [(1, "seen from the road", "Forest")],
    )
    assert read_legend(band).names == {1: "Forest"}


def test_a_column_of_numbers_called_class_is_no_name(band):
    set_table(
        band,
        [("Value", INTEGER, GENERIC), ("class", INTEGER, GENERIC), ("note", STRING, GENERIC)],
        [(1, 7, "Forest")],
    )
    assert read_legend(band).names == {1: "Forest"}


def test_rows_without_a_name_name_nothing(band):
    set_table(
        band, [("v", INTEGER, MIN_MAX), ("n", STRING, NAME)], [(1, "Forest"), (2, ""), (3, "  ")]
    )
    assert read_legend(band).names == {1: "Forest"}


def test_a_row_is_its_place_where_no_column_holds_values(band):
    # As ERDAS and ArcGIS write it.
    set_table(band, [("Class_Name", STRING, NAME)], [("",), ("Forest",), ("Water",)])
    assert read_legend(band).names == {1: "Forest", 2: "Water"}


def test_linear_binning_moves_the_first_row(band):
    set_table(band, [("n", STRING, NAME)], [("Forest",), ("Water",)], binning=(10, 1))
    assert read_legend(band).names == {10: "Forest", 11: "Water"}


@pytest.mark.parametrize(
    ("columns", "rows", "binning"),
    [
        pytest.param(
            [("low", REAL, MIN), ("high", REAL, MAX), ("n", STRING, NAME)],
            [(0, 10, "Low"), (10, 20, "High")],
            None,
            id="from and to",
        ),
        pytest.param([("n", STRING, NAME)], [("Low",), ("High",)], (0, 10), id="wide bins"),
    ],
)
def test_ranges_of_values_are_no_classes(band, columns, rows, binning):
    set_table(band, columns, rows, binning)
    assert read_legend(band).names == {}


def test_colours_of_an_attribute_table(band):
    columns = [("v", INTEGER, MIN_MAX), ("n", STRING, NAME)]
    columns += [(c, INTEGER, usage) for c, usage in zip("rgb", (RED, GREEN, BLUE))]
    set_table(band, columns, [(1, "Forest", 0, 128, 255), (2, "", 300, -5, 7)])
    legend = read_legend(band)
    assert legend.colours == {1: "#0080ff", 2: "#ff0007"}


# --- category names and colour tables ---------------------------------------------------------


def test_category_names_are_by_place(band):
    band.SetCategoryNames(["", "Forest", " Water ", "  "])
    legend = read_legend(band)
    assert legend.names == {1: "Forest", 2: "Water"}
    assert legend.source == "category names"


def test_an_attribute_table_goes_before_category_names(band):
    band.SetCategoryNames(["", "Old"])
    set_table(band, [("v", INTEGER, MIN_MAX), ("n", STRING, NAME)], [(1, "New")])
    assert read_legend(band).names == {1: "New"}


def test_an_attribute_table_without_names_leaves_the_word_to_category_names(band):
    # GDAL keeps histograms in attribute tables too.
    band.SetCategoryNames(["", "Forest"])
    set_table(band, [("v", INTEGER, MIN_MAX), ("Count", INTEGER, gdal.GFU_PixelCount)], [(1, 99)])
    legend = read_legend(band)
    assert legend.names == {1: "Forest"}
    assert legend.source == "category names"


def test_a_colour_table_colours_and_the_attribute_table_has_the_last_word(band):
    colours = gdal.ColorTable()
    colours.SetColorEntry(1, (1, 2, 3, 255))
    colours.SetColorEntry(2, (10, 20, 30, 255))
    band.SetColorTable(colours)
    assert read_legend(band).colours == {0: "#000000", 1: "#010203", 2: "#0a141e"}
    columns = [("v", INTEGER, MIN_MAX), ("n", STRING, NAME)]
    columns += [(c, INTEGER, usage) for c, usage in zip("rgb", (RED, GREEN, BLUE))]
    set_table(band, columns, [(2, "Water", 0, 0, 255)])
    assert read_legend(band).colours == {0: "#000000", 1: "#010203", 2: "#0000ff"}


def test_a_band_that_says_nothing_has_an_empty_legend(band):
    assert read_legend(band) == Legend()


# --- classes that dates share ----------------------------------------------------------------

SCHEME = [
    LandClass(1, "forest", "Forestland", "sink", "#008000"),
    LandClass(2, "pit", "Open pit", "mine"),
]


def classes_by_value(naming: Naming, classes: Classes) -> dict:
    """Keys of the classes by value."""
    return {value: classes[number].key for value, number in naming.numbers.items()}


@pytest.mark.parametrize("name", ["forest", "FOREST", "Forestland", "forestLAND"])
def test_a_name_is_the_scheme_class_of_that_key_or_name(name):
    classes, (naming,) = name_by_legends(["a"], [Legend({41: name}, {41: "#123456"})], SCHEME)
    forest = classes[naming.numbers[41]]
    assert (forest.key, forest.name, forest.group) == ("forest", "Forestland", "sink")
    # Its value and its colour are those of the raster.
    assert (forest.value, forest.colour) == (41, "#123456")


def test_a_scheme_class_keeps_its_colour_where_the_legend_has_none():
    classes, (naming,) = name_by_legends(["a"], [Legend({41: "forest"})], SCHEME)
    assert classes[naming.numbers[41]].colour == "#008000"


def test_a_key_of_the_scheme_goes_before_a_name():
    scheme = [LandClass(1, "wood", "Forest", "sink"), LandClass(2, "forest", "Shrub", "mine")]
    classes, (naming,) = name_by_legends(["a"], [Legend({5: "Forest"})], scheme)
    assert classes[naming.numbers[5]].key == "forest"


def test_classes_of_the_scheme_that_no_date_has_can_still_be_named():
    classes, _ = name_by_legends(["a"], [Legend({41: "Forest"})], SCHEME)
    assert classes.find("Open pit") is not None


def test_dates_with_other_values_for_one_name_share_the_class():
    legends = [Legend({1: "Water", 2: "Town"}), Legend({7: "town", 2: "WATER", 9: "Field"})]
    classes, (one, other) = name_by_legends(["a", "b"], legends)
    assert classes_by_value(one, classes) == {1: "Water", 2: "Town"}
    assert classes_by_value(other, classes) == {2: "Water", 7: "Town", 9: "Field"}
    assert [c.key for c in classes] == ["Water", "Town", "Field"]


def test_two_values_of_one_name_are_one_class():
    classes, (naming,) = name_by_legends(["a"], [Legend({1: "Water", 2: "water", 3: "Town"})])
    assert classes_by_value(naming, classes) == {1: "Water", 2: "Water", 3: "Town"}


def test_a_date_without_names_borrows_those_of_the_others_by_value():
    legends = [Legend(), Legend({1: "Water", 3: "Town"}), Legend({1: "Sea", 4: "Field"})]
    classes, (first, *_) = name_by_legends(["a", "b", "c"], legends)
    # Of two names for one value, that of the earlier date.
    assert classes_by_value(first, classes) == {1: "Water", 3: "Town", 4: "Field"}


def test_a_value_without_a_name_becomes_a_class_called_by_its_number():
    classes, (one, other) = name_by_legends(["a", "b"], [Legend({1: "Water"}), Legend({1: "Sea"})])
    numbers = {naming.resolve(99, classes) for naming in (one, other)}
    assert len(numbers) == 1
    stranger = classes[numbers.pop()]
    assert (stranger.value, stranger.key, stranger.name) == (99, "99", "99")
    assert (stranger.group, stranger.listed) == ("", False)


def test_a_class_called_by_a_number_is_not_the_value_of_that_number():
    # A legend may call value 1 "2"; the cells of 2 are something else.
    classes, (naming,) = name_by_legends(["a"], [Legend({1: "2"})])
    assert naming.resolve(1, classes) != naming.resolve(2, classes)


def test_a_table_is_the_same_for_every_date():
    woods, water = LandClass(3, "woods", "Woods"), LandClass(5, "water", "Water")
    classes, namings = name_by_table(["a", "b"], [(3, woods), (4, woods), (5, water)])
    assert [c.key for c in classes] == ["woods", "water"]
    for label, naming in zip("ab", namings):
        assert naming.label == label
        assert classes_by_value(naming, classes) == {3: "woods", 4: "woods", 5: "water"}


def test_tables_list_the_classes_as_listed_and_then_the_others_by_value():
    classes = listed((9, "nine"), (2, "two"))
    for value in (70, -5, 8):
        classes.of_value(value)
    assert [classes[n].key for n in classes.order()] == ["nine", "two", "-5", "8", "70"]


@pytest.mark.parametrize("text", ["forest", " Forest ", "FORESTLAND"])
def test_find_goes_by_key_or_name(text):
    classes = listed((1, "pit", "Open pit"), (2, "forest", "Forestland"))
    assert classes.find(text) == 1


def test_find_prefers_the_key_wherever_it_stands():
    classes = listed((1, "wood", "Forest"), (2, "forest", "Shrub"))
    assert classes.find("forest") == 1
    assert classes.find("Shrub") == 1
    assert classes.find("wood") == 0
    assert classes.find("steppe") is None


def test_a_class_list_of_thousands_is_refused():
    classes = Classes()
    for value in range(2048):
        classes.of_value(value)
    assert classes.of_value(7) == 7
    with pytest.raises(DataError, match="more than 2048 different values"):
        classes.of_value(2048)
