"""From values to classes: what rasters say of themselves, and how dates share classes. Whether a
legend is that of its layers: each kind that is not, and land that is like that."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.grid import Window
from carbon_zones.core.raster.source import RasterInput, RasterLegend, inspect_raster, read_legend
from carbon_zones.core.results.legend_check import format_ranges, legend_proposal, legend_questions
from carbon_zones.core.scan.series import match_raster_legends, open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import (
    default_classes,
    load_legend_table,
    load_shipped_legend,
)
from carbon_zones.core.scheme.value_classes import (
    ValueNaming,
    classes_from_legends,
    classes_from_table,
)
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import assert_says, examples, inputs, listed, tally_of_pairs
from carbon_zones.test.helpers import write_raster

INTEGER, REAL, STRING = gdal.GFT_Integer, gdal.GFT_Real, gdal.GFT_String
GENERIC, NAME, MIN, MAX, MIN_MAX = (
    *(gdal.GFU_Generic, gdal.GFU_Name),
    *(gdal.GFU_Min, gdal.GFU_Max, gdal.GFU_MinMax),
)
RED, GREEN, BLUE = gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue


@pytest.fixture
def band():
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.GetDriverByName("MEM").Create("", 2, 2, 1)
        yield dataset.GetRasterBand(1)


NAMED = [("v", INTEGER, MIN_MAX), ("n", STRING, NAME)]
COLOURED = [*NAMED, *((c, INTEGER, use) for c, use in zip("rgb", (RED, GREEN, BLUE)))]
RANGES = [("low", REAL, MIN), ("high", REAL, MAX), ("n", STRING, NAME)]


def set_table(band, columns, rows, binning=None):
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


CODE, TEXT = ("code", INTEGER, MIN_MAX), ("text", STRING, NAME)
VALUE, CLASS = ("Value", INTEGER, GENERIC), ("class", STRING, GENERIC)
NOTE, NUMBER = ("note", STRING, GENERIC), ("class", INTEGER, GENERIC)


@pytest.mark.parametrize(
    ("columns", "row", "names"),
    [
        pytest.param([VALUE, CODE, CLASS, TEXT], (1, 10, "no", "Forest"), {10: "Forest"}, id="use"),
        pytest.param([VALUE, NOTE, CLASS], (1, "seen", "Forest"), {1: "Forest"}, id="likely name"),
        pytest.param([VALUE, NUMBER, NOTE], (1, 7, "Forest"), {1: "Forest"}, id="number no name"),
    ],
)
def test_which_column_of_an_attribute_table_names_values(band, columns, row, names):
    set_table(band, columns, [row])
    assert read_legend(band).names == names


def test_rows_without_a_name_name_nothing(band):
    set_table(band, NAMED, [(1, "Forest"), (2, ""), (3, "  "), (4, "Open\npit\r\n")])
    assert read_legend(band).names == {1: "Forest", 4: "Open pit"}


@pytest.mark.parametrize("usage", [MIN_MAX, MIN])
@pytest.mark.parametrize("value", [1.5, float("nan"), float("inf"), 1e300])
def test_a_value_that_is_no_whole_number_names_nothing(band, usage, value):
    set_table(band, [("v", REAL, usage), ("n", STRING, NAME)], [(1.0, "Forest"), (value, "No")])
    assert read_legend(band).names == {1: "Forest"}


@pytest.mark.parametrize(("binning", "first"), [(None, 0), ((10, 1), 10)])
def test_a_row_is_its_place_where_no_column_holds_values(band, binning, first):
    # As ERDAS and ArcGIS write it; linear binning moves the first row.
    set_table(band, [("Class_Name", STRING, NAME)], [("",), ("Forest",), ("Water",)], binning)
    assert read_legend(band).names == {first + 1: "Forest", first + 2: "Water"}


@pytest.mark.parametrize(
    ("columns", "rows", "binning", "names"),
    [
        pytest.param(RANGES, [(0, 10, "Low"), (10, 20, "High")], None, {}, id="from and to"),
        pytest.param(
            RANGES, [(5, 5, "Low"), (15, 15, "High")], None, {5: "Low", 15: "High"}, id="one value"
        ),
        pytest.param([("n", STRING, NAME)], [("Low",), ("High",)], (0, 10), {}, id="wide bins"),
    ],
)
def test_ranges_of_values_are_no_classes_unless_each_is_one_value(
    band, columns, rows, binning, names
):
    set_table(band, columns, rows, binning)
    assert read_legend(band).names == names


def test_colours_of_an_attribute_table(band):
    set_table(band, COLOURED, [(1, "Forest", 0, 128, 255), (2, "", 300, -5, 7)])
    assert read_legend(band).colours == {1: "#0080ff", 2: "#ff0007"}


def test_category_names_are_by_place(band):
    band.SetCategoryNames(["", "Forest", " Wa\nter ", "  "])
    legend = read_legend(band)
    assert legend.names == {1: "Forest", 2: "Wa ter"}
    assert legend.source == "category names"


def test_an_attribute_table_goes_before_category_names_where_it_has_names(band):
    band.SetCategoryNames(["", "Old"])
    set_table(band, NAMED, [(1, "New")])
    assert read_legend(band).names == {1: "New"}
    # GDAL keeps histograms in attribute tables too.
    set_table(band, [("v", INTEGER, MIN_MAX), ("Count", INTEGER, gdal.GFU_PixelCount)], [(1, 99)])
    legend = read_legend(band)
    assert (legend.names, legend.source) == ({1: "Old"}, "category names")


def test_a_colour_table_colours_and_the_attribute_table_has_the_last_word(band):
    colours = gdal.ColorTable()
    colours.SetColorEntry(1, (1, 2, 3, 255))
    colours.SetColorEntry(2, (10, 20, 30, 255))
    band.SetColorTable(colours)
    assert read_legend(band).colours == {0: "#000000", 1: "#010203", 2: "#0a141e"}
    set_table(band, COLOURED, [(2, "Water", 0, 0, 255)])
    assert read_legend(band).colours == {0: "#000000", 1: "#010203", 2: "#0000ff"}


def test_a_band_that_says_nothing_has_an_empty_legend(band):
    assert read_legend(band) == RasterLegend()


SCHEME = [
    LandClass(1, "forest", "Forestland", "sink", "#008000"),
    LandClass(2, "pit", "Open pit", "mine"),
]


def classes_by_value(naming: ValueNaming, classes: Classes) -> dict:
    return {value: classes[number].key for value, number in naming.class_indices.items()}


@pytest.mark.parametrize("name", ["forest", "FOREST", "Forestland", "forestLAND"])
def test_a_name_is_the_scheme_class_of_that_key_or_name(name):
    classes, (naming,) = classes_from_legends(
        ["a"], [RasterLegend({41: name}, {41: "#123456"})], SCHEME
    )
    forest = classes[naming.class_indices[41]]
    assert (forest.key, forest.name, forest.group) == ("forest", "Forestland", "sink")
    # Its value and its colour are those of the raster.
    assert (forest.value, forest.colour) == (41, "#123456")


def test_a_scheme_class_keeps_its_colour_where_the_legend_has_none():
    classes, (naming,) = classes_from_legends(["a"], [RasterLegend({41: "forest"})], SCHEME)
    assert classes[naming.class_indices[41]].colour == "#008000"


def test_where_layers_have_none_a_class_has_the_colour_that_its_key_or_name_has_elsewhere():
    """In a job that takes no scheme as in one that does: pages of one layer look alike."""
    paper = {c.key: c.colour for _, c in default_classes()}
    names = {1: "Arable land", 2: "FOREST", 3: "shrub", 4: "Heath"}
    classes, _ = classes_from_legends(["a"], [RasterLegend(names)])
    shrub = next(c.colour for _, c in load_shipped_legend("clcd").entries if c.key == "shrub")
    assert [c.colour for c in classes] == [paper["arable"], paper["forest"], shrub, ""]
    table = [(1, LandClass(1, "dump", "My dump")), (2, LandClass(2, "grass", "G", "", "#010203"))]
    classes, _ = classes_from_table(["a"], table)
    assert [c.colour for c in classes] == [paper["dump"], "#010203"]


COLOURS = st.dictionaries(st.integers(0, 4), st.sampled_from(["#111111", "#222222", "#333333"]))
DATES = st.lists(
    st.tuples(st.dictionaries(st.integers(0, 4), st.sampled_from("ABC"), max_size=4), COLOURS),
    min_size=1,
    max_size=4,
)


@given(DATES, st.sampled_from(["layers", "table"]))
def test_a_class_has_the_first_colour_that_a_date_has_for_it(dates, by):
    """Whatever its values there, against a plain loop over the dates."""
    legends = [RasterLegend(dict(names), dict(colours)) for names, colours in dates]
    first: dict[int, str] = {}
    for names, _ in dates:
        first = {**names, **first}
    if by == "layers":
        meant = [names or first for names, _ in dates]
        classes, _ = classes_from_legends("abcd", legends)
    else:
        meant = [first] * len(dates)
        entries = [(value, LandClass(value, name, name)) for value, name in sorted(first.items())]
        classes, _ = classes_from_table("abcd", entries, legends)
    expected = {name: "" for names in meant for name in names.values()}
    for names, (_, colours) in reversed(list(zip(meant, dates))):
        for value in sorted(names, reverse=True):
            if value in colours:
                expected[names[value]] = colours[value]
    assert {c.name: c.colour for c in classes} == expected


def test_a_key_of_the_scheme_goes_before_a_name():
    scheme = [LandClass(1, "wood", "Forest", "sink"), LandClass(2, "forest", "Shrub", "mine")]
    classes, (naming,) = classes_from_legends(["a"], [RasterLegend({5: "Forest"})], scheme)
    assert classes[naming.class_indices[5]].key == "forest"


def test_classes_of_the_scheme_that_no_date_has_can_still_be_named():
    classes, _ = classes_from_legends(["a"], [RasterLegend({41: "Forest"})], SCHEME)
    assert classes.find_class("Open pit") is not None


def test_dates_with_other_values_for_one_name_share_the_class():
    legends = [
        RasterLegend({1: "Water", 2: "Town"}),
        RasterLegend({7: "town", 2: "WATER", 9: "Field"}),
    ]
    classes, (one, other) = classes_from_legends(["a", "b"], legends)
    assert classes_by_value(one, classes) == {1: "Water", 2: "Town"}
    assert classes_by_value(other, classes) == {2: "Water", 7: "Town", 9: "Field"}
    assert [c.key for c in classes] == ["Water", "Town", "Field"]


def test_a_date_without_names_borrows_those_of_the_others_by_value():
    legends = [
        RasterLegend(),
        RasterLegend({1: "Water", 3: "Town"}),
        RasterLegend({1: "Sea", 4: "Field"}),
    ]
    classes, (first, *_) = classes_from_legends(["a", "b", "c"], legends)
    # Of two names for one value, that of the earlier date.
    assert classes_by_value(first, classes) == {1: "Water", 3: "Town", 4: "Field"}


def test_a_value_without_a_name_becomes_a_class_called_by_its_number():
    classes, (one, other) = classes_from_legends(
        ["a", "b"], [RasterLegend({1: "Water"}), RasterLegend({1: "Sea"})]
    )
    numbers = {naming.resolve_value(99, classes) for naming in (one, other)}
    assert len(numbers) == 1
    stranger = classes[numbers.pop()]
    assert (stranger.value, stranger.key, stranger.name) == (99, "99", "99")
    assert (stranger.group, stranger.listed) == ("", False)


def test_a_class_called_by_a_number_is_not_the_value_of_that_number():
    # A legend may call value 1 "2"; the cells of 2 are something else.
    classes, (naming,) = classes_from_legends(["a"], [RasterLegend({1: "2"})])
    assert naming.resolve_value(1, classes) != naming.resolve_value(2, classes)


def test_a_table_is_the_same_for_every_date():
    woods, water = LandClass(3, "woods", "Woods"), LandClass(5, "water", "Water")
    classes, namings = classes_from_table(["a", "b"], [(3, woods), (4, woods), (5, water)])
    assert [c.key for c in classes] == ["woods", "water"]
    for label, naming in zip("ab", namings):
        assert naming.label == label
        assert classes_by_value(naming, classes) == {3: "woods", 4: "woods", 5: "water"}


def test_tables_list_the_classes_as_listed_and_then_the_others_by_value():
    classes = listed((9, "nine"), (2, "two"))
    for value in (70, -5, 8):
        classes.add_unnamed_value(value)
    assert [classes[n].key for n in classes.table_order()] == ["nine", "two", "-5", "8", "70"]


@pytest.mark.parametrize("text", ["forest", " Forest ", "FORESTLAND"])
def test_find_goes_by_key_or_name(text):
    classes = listed((1, "pit", "Open pit"), (2, "forest", "Forestland"))
    assert classes.find_class(text) == 1


def test_find_prefers_the_key_wherever_it_stands():
    classes = listed((1, "wood", "Forest"), (2, "forest", "Shrub"))
    assert classes.find_class("forest") == 1
    assert classes.find_class("Shrub") == 1
    assert classes.find_class("wood") == 0
    assert classes.find_class("steppe") is None


def test_a_class_list_of_thousands_is_refused():
    classes = Classes()
    for value in range(2048):
        classes.add_unnamed_value(value)
    assert classes.add_unnamed_value(7) == 7
    with pytest.raises(DataError, match="more than 2048 different values; use land-use rasters"):
        classes.add_unnamed_value(2048)


def pairs_of(*files) -> tuple:
    series = open_series(inputs(*files), "planimetric")
    found = count_series(series, [Period(0, 1, "p")])
    return series, tally_of_pairs(found.cube.cells[0], series.classes)


def test_a_line_for_every_value_that_the_legends_name_differently(tmp_path):
    # What only one of them has is no disagreement.
    names = {1: "Water", 2: "Town", 3: "Wood"}, {1: "Town", 2: "Water", 3: "wood", 4: "Field"}
    files = [
        write_raster(tmp_path / f"{name}.tif", [[1, 2]], names=named)
        for name, named in zip(("one", "other"), names)
    ]
    series, pairs = pairs_of(*files)
    assert pairs == {("Water", "Town"): 1, ("Town", "Water"): 1}
    assert_says(
        series.notes.warnings,
        ("Legends differ: value 1 is 'Water' in one, 'Town' in other; classes are",),
        ("Legends differ: value 2 is 'Town' in one, 'Water' in other;",),
    )


@pytest.mark.parametrize(
    ("count", "last"),
    [(20, ("value 20 is", "'old 20' in 0")), (30, ("Legends differ for 10 more values.",))],
)
def test_long_disagreements_end_with_their_number(tmp_path, count, last):
    names = [{n: f"{word} {n}" for n in range(1, count + 1)} for word in ("old", "new")]
    files = [write_raster(tmp_path / f"{n}.tif", [[1]], names=own) for n, own in enumerate(names)]
    warnings = open_series(inputs(*files), "planimetric").notes.warnings
    assert len(warnings) == min(count, 21)
    assert_says(warnings[-1:], last)


def test_three_legends_are_told_in_one_line(tmp_path):
    files = [
        write_raster(tmp_path / f"{n}.tif", [[1]], names={1: name})
        for n, name in zip("abc", ("Water", "Town", "Water"))
    ]
    warnings = open_series(inputs(*files), "planimetric").notes.warnings
    assert_says(warnings, ("value 1 is 'Water' in a, 'Town' in b, 'Water' in c",))


@pytest.mark.parametrize(("band", "expected"), [(1, "#123456"), (None, "#123456"), (2, "#010101")])
def test_a_layers_own_colours_go_before_those_of_its_file(tmp_path, band, expected):
    """But for those of another band, which only fill in what the file leaves out."""
    colours = {1: (1, 1, 1), 2: (2, 2, 2)}
    path = write_raster(tmp_path / "a.tif", [[1, 2]], names={1: "One", 2: "Two"}, colours=colours)
    style = RasterLegend({1: "Uno"}, {1: "#123456", 999: "#654321"}, "layer style", band)
    legend = inspect_raster(RasterInput(path, "a", style=style)).legend
    assert legend.names == {1: "One", 2: "Two"}
    assert [legend.colours[value] for value in (1, 2, 999)] == [expected, "#020202", "#654321"]


def test_a_legend_keeps_its_names_and_colours_on_another_grid(tmp_path):
    said = {"names": {1: "Water", 2: "Wood"}, "colours": {1: (0, 0, 255), 2: (0, 128, 0)}}
    one = write_raster(tmp_path / "one.tif", [[1, 2]])
    other = write_raster(tmp_path / "other.tif", [[1, 2]], **said, cell=(29.0, 31.0))
    series, _ = pairs_of(one, other)
    assert {c.name: c.colour for c in series.classes} == {"Water": "#0000ff", "Wood": "#008000"}


def land(**shares) -> np.ndarray:
    """A hundred cells, so many of each value: v3=95 is 95 cells of the value 3."""
    cells = [int(value[1:]) for value, cells in shares.items() for _ in range(cells)]
    assert len(cells) == 100
    return np.reshape(cells, (10, 10))


def doubts(folder, *dates, scheme=None, entries=None, by_rules=False, known=None, **options):
    options.setdefault("dtype", np.uint16)
    files = [write_raster(folder / f"{1990 + n}.tif", c, **options) for n, c in enumerate(dates)]
    shipped = load_shipped_legend(scheme) if scheme else None
    known = default_classes() if shipped or by_rules or known else None
    series = open_series(inputs(*files), "planimetric", entries, known, shipped=shipped)
    periods = [Period(0, len(dates) - 1, "all")] if len(dates) > 1 else []
    census = count_series(series, periods)
    rules = None
    if by_rules:
        rules = default_rules(series.classes)
    return legend_questions(series, census, rules)


def rgb(name: str) -> dict:
    rows = [row for row in load_legend_table(name).rows if row["role"] == "class"]
    return {int(r["value"]): tuple(bytes.fromhex(str(r["colour"])[1:])) for r in rows}


def product_names(name: str) -> dict:
    return {int(row["value"]): row["product_name"] for row in load_legend_table(name).rows}


def question(scheme: str, dates, fit) -> tuple:
    """What is asked of maps of a product, hundreds of cells by date: words that the question has.

    Args:
        fit: which products fit the values.
    """

    def counted(name: str, cells) -> Counter:
        """Cells by class in a product; None for none."""
        classes = dict(load_shipped_legend(name).entries)
        return Counter(classes.get(value) for value in cells)

    def sinks(by_class: Counter) -> int:
        return sum(n for c, n in by_class.items() if c and c.is_sink)

    by_date = [counted(scheme, date) for date in dates]
    if max(strange := [by_class[None] for by_class in by_date]) > 90:
        labels = ", ".join(str(1990 + n) for n, cells in enumerate(strange) if cells > 90)
        values = {v for d in dates for v in d} - {v for v, _ in load_shipped_legend(scheme).entries}
        shown = f"unclassified values ({format_ranges(values)});"
        return (f"{max(strange)}.0 % of the area ({labels}) has {shown}",)
    others = [
        (counted(name, [value for date in dates for value in date]), 90 * len(dates))
        for name in fit.legends
        if name != scheme
    ]
    if fit.by and scheme in fit.legends:
        return ()
    least = {c: min(by_class[c] for by_class in by_date) for c in by_date[0] if c}
    name, cells = max(((c.name, n) for c, n in least.items()), key=lambda own: own[1])
    if cells > 90 and any(max(by_class.values()) <= most for by_class, most in others):
        return (f"{cells}.0 % of the area is classified as {name} at all dates",)
    share = max(map(sinks, by_date))
    if share < 10 and any(by_class.total() - sinks(by_class) <= most for by_class, most in others):
        return (f"At most {share}.0 % of the area is classified as carbon sink",)
    return ()


# Pasture, soybean and sugar cane of MapBiomas Brazil, of which CLCD has none.
BRAZIL = (*[15] * 60, *[39] * 21, *[20] * 11, *[3] * 8)
# Arable land, forest and grass of the coal mine are three forests of the IGBP.
FIELDS = (*[1] * 50, *[2] * 20, *[3] * 28, 4, 4)
FEWER = (*[1] * 50, *[2] * 20, *[3] * 25, *[12] * 5)
TOWNS = (*[1] * 50, *[2] * 20, *[3] * 20, *[12] * 10)
# A plain of CLCD, arable land with grass, is water with flooded vegetation by Esri.
PLAIN = (*[1] * 95, 4, 4, *[5] * 3)


@st.composite
def maps(draw):
    """A product, and dates of a hundred cells that are mostly one of its values, or another."""
    scheme = draw(st.sampled_from(["clcd", "worldcover", "esri", "mcd12q1", "cnlucc"]))
    value = st.sampled_from([*(value for value, _ in load_shipped_legend(scheme).entries), 15, 39])
    usual, dates = draw(value), []
    for _ in range(draw(st.integers(1, 3))):
        most = draw(st.sampled_from([40, 89, 90, 91, 95, 100]))
        main, one, other = (draw(own) for own in (st.just(usual) | value, value, value))
        part = draw(st.integers(0, 100 - most))
        dates.append([*[main] * most, *[one] * part, *[other] * (100 - most - part)])
    return scheme, dates


@examples(120)
@given(maps(), st.sampled_from(["", "colours", "names"]))
@example(("clcd", [BRAZIL]), "").via("values that a product lacks")
@example(("clcd", [FIELDS, BRAZIL, FIELDS]), "").via("at one date")
@example(("mcd12q1", [FIELDS, FIELDS]), "").via("several classes of another product")
@example(("mcd12q1", [FIELDS, FEWER]), "").via("at each date")
@example(("mcd12q1", [FIELDS, TOWNS]), "").via("at one date only")
@example(("esri", [PLAIN]), "").via("sinks of another product")
@example(("esri", [PLAIN]), "colours").via("in colours of its own")
@example(("clcd", [[*[5] * 90, *[1] * 5, *[6] * 5]]), "").via("just 90 %, of hectares that add up")
@example(("clcd", [[*[1] * 90, *[2] * 5, *[3] * 5]]), "").via("just 90 % that is a sink")
def test_what_is_asked_of_maps_of_a_product(tmp_path_factory, drawn, by):
    scheme, dates = drawn
    given_legend = {"colours": {by: rgb(scheme)}, "names": {by: product_names(scheme)}}.get(by, {})
    folder = tmp_path_factory.mktemp("maps")
    cells = [np.reshape(date, (10, 10)) for date in dates]
    asked = doubts(folder, *cells, scheme=scheme, dtype=np.uint8, **given_legend)
    rasters = open_series(inputs(*sorted(folder.glob("*.tif"))), "planimetric").rasters
    fit = match_raster_legends(rasters, Window(0, 0, 10, 10))
    words = question(scheme, dates, fit)
    whole = format_ranges(value for value, _ in load_shipped_legend(scheme).entries)
    told = (
        f"{load_shipped_legend(scheme).title} (SCHEME).",
        f"Values of the product: {whole}.",
        str(fit.message),
    )
    assert_says(asked, *([(*told, *words)] if words else []))


def test_change_that_is_in_no_zone(tmp_path):
    """From wetland to water by WorldCover, which no rule has."""
    before, after = land(v60=50, v30=40, v90=10), land(v60=50, v30=40, v80=10)
    told = (
        f"All changed land ({10 * 900 / 10000:.2f} ha) is in zone Unassigned",
        "only the values (30, 60, 80, 90) match globeland30, worldcover, from_glc10, esa_cci.",
    )
    given = {"scheme": "worldcover", "by_rules": True}
    assert_says(doubts(tmp_path, before, after, **given), told)
    # And a hundredth of the land from grass into forest, which a rule has.
    grown = land(v60=50, v30=39, v10=1, v80=10)
    assert doubts(tmp_path, before, grown, **given) == []
    assert doubts(tmp_path, before, before, **given) == []


def test_a_class_table_of_other_maps(tmp_path):
    entries = [(1, LandClass(1, "field", "Field", "sink")), (2, LandClass(2, "pit", "Pit", "mine"))]
    told = (
        *(
            "the class table (CLASSES) belongs to these layers.",
            "94.0 % of the area (1990) has uncl",
        ),
        *("Values in the table: 1-2.", "no built-in legend has all values (2, 10, 300)"),
    )
    assert_says(doubts(tmp_path, land(v10=60, v300=34, v2=6), entries=entries), told)


def test_a_class_table_whose_groups_no_rule_knows(tmp_path):
    """Of what it names only sinks are in rules, and none of them changed."""
    groups = {1: "sink", 2: "sink", 3: "lake", 4: "scree"}
    entries = [(v, LandClass(v, f"c{v}", f"C{v}", group)) for v, group in groups.items()]
    before, after = land(v1=40, v2=40, v3=20), land(v1=40, v2=40, v4=20)
    told = ("the class table (CLASSES)", "All changed land (1.80 ha) is in zone")
    assert_says(doubts(tmp_path, before, after, entries=entries, by_rules=True), told)


def test_names_that_no_scheme_knows(tmp_path):
    """The names are those of WorldCover, of which grassland alone is called as in the paper."""
    cells = land(v10=50, v40=30, v60=15, v30=5)
    told = (
        *("whether the names in the layers are class names.", "95.0 % of the area is in classes"),
        *("without a group", "values and names match worldcover", "set SCHEME"),
    )
    assert_says(doubts(tmp_path, cells, names=product_names("worldcover"), known=True), told)


def test_classes_that_the_user_or_the_layers_name(tmp_path):
    """All water by its own name, or by a table: nobody else is asked what it is."""
    lake = np.full((3, 3), 11)
    names = {value: c.name for value, c in default_classes()}
    assert doubts(tmp_path, lake, names=names, known=True, dtype=np.uint8) == []
    assert doubts(tmp_path, lake, entries=default_classes()) == []


def test_values_that_nobody_names_are_proposed_a_product(tmp_path):
    """Nothing where none fits or nearly all do, or where a class has a name."""
    assert doubts(tmp_path, np.reshape(BRAZIL, (10, 10))) == []
    may_be = "The layers have no class names; set SCHEME to a product legend: "

    def proposed(value: int, **options) -> list:
        cells = land(v1=50, **{f"v{value}": 50})
        path = write_raster(tmp_path / "p.tif", cells, dtype=np.uint16, **options)
        series = open_series(inputs(path), "planimetric")
        found = legend_proposal(series, count_series(series, []))
        return [str(found)] if found else []

    assert_says(proposed(62), (f"{may_be}only the values (1, 62) match mapbiomas_brazil.",))
    assert proposed(62, names={1: "Formation"}) == []
    assert proposed(77) == []
    assert proposed(2) == []  # as nearly all products that begin at 1


def test_values_in_a_sentence():
    assert format_ranges([9, 1, 2, 3, 12, 11, 30, 2]) == "1-3, 9, 11-12, 30"
    assert format_ranges(range(0, 40, 2)).endswith("22, ...")
