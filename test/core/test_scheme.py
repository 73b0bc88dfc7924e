"""The four tables: what is read, what wins, and what each mistake is told as. Coefficients that are
not filled in yet. Tables that are nothing but rows of a default one, whatever form they came in."""

import csv
import re
from dataclasses import replace

import pytest

from carbon_zones.core.base.files import RESOURCE_FOLDER
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.coefficients import (
    CarbonPool,
    Coefficient,
    Coefficients,
    read_coefficients,
)
from carbon_zones.core.scheme.defaults import TABLE_FILES, is_subset_of_default, load_default_table
from carbon_zones.core.scheme.table import Table, read_csv
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones
from carbon_zones.test.core.schemes import (
    CLASSES,
    ZONES,
    four_classes,
    has,
    refused,
    rules,
    zone_of,
    zones,
)
from carbon_zones.test.core.support import holding, listed, paper_classes, table, words

READERS = {
    "classes": (read_classes, CLASSES),
    "zones": (read_zones, ZONES),
    "rules": (
        lambda t: read_rules(t, zones(), four_classes(), Notes()),
        "from,to,zone\n arable,pit,3\n *,*,1",
    ),
    "coefficients": (
        lambda t: read_coefficients(t, four_classes(), Notes()),
        "class,soil_tc_per_ha,vegetation_tc_per_ha\n arable,80,5\n forest,90,15",
    ),
}
NEEDED = {
    "classes": ("value", "class"),
    "zones": ("zone", "key", "name"),
    "rules": ("from", "to", "zone"),
    "coefficients": ("class", "soil_tc_per_ha", "vegetation_tc_per_ha"),
}


@pytest.mark.parametrize(
    ("kind", "column"), [(kind, column) for kind, columns in NEEDED.items() for column in columns]
)
def test_a_missing_column_is_named_with_the_table_and_what_it_has(kind, column):
    read, text = READERS[kind]
    whole = table("my table", text)
    rest = tuple(c for c in whole.columns if c != column)
    said = refused(read, Table("my table", rest, whole.rows))
    assert has(said, f"my table: no column '{column}'; ", *(f"'{other}'" for other in rest))


@pytest.mark.parametrize("kind", READERS)
def test_an_empty_table_is_an_error(kind):
    read, text = READERS[kind]
    assert refused(read, Table("my table", table("", text).columns, [])) == "my table is empty"


def test_a_table_without_any_column_is_told_so():
    assert refused(read_classes, Table("t", (), [])).endswith("'value'; available columns: none")


def refused_with(kind: str, row: int, column: str, cell) -> str:
    """What is said of a table in which a cell of a row holds something else."""
    read, text = READERS[kind]
    whole = table("my table", text)
    whole.rows[row - 1][column] = cell
    return refused(read, whole).removeprefix(f"my table, row {row}: ")


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        *(("classes", column) for column in ("value", "class")),
        *(("zones", column) for column in ("zone", "key")),
        *(("rules", column) for column in ("from", "to", "zone")),
        ("coefficients", "class"),
    ],
)
@pytest.mark.parametrize("empty", ["", "  ", None])
def test_an_empty_cell_is_named_by_row_and_column(kind, column, empty):
    assert refused_with(kind, 2, column, empty) == f"column '{column}' is empty"


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("classes", "value"),
        ("zones", "zone"),
        ("coefficients", "soil_tc_per_ha"),
        ("coefficients", "vegetation_tc_per_ha"),
    ],
)
@pytest.mark.parametrize("text", ["x", "1,5,5", "nan", "inf", "-inf", "1 000", "0x10", "#N/A"])
def test_a_cell_that_is_no_number_is_named_by_row_and_column(kind, column, text):
    assert refused_with(kind, 2, column, text) == f"column '{column}': '{text}' is not a number"


@pytest.mark.parametrize(
    ("kind", "column", "said"),
    [
        ("classes", "value", "value {} is too large"),
        ("zones", "zone", "zone {} is outside the range 1 to 254"),
        ("coefficients", "vegetation_tc_per_ha", "column 'vegetation_tc_per_ha' ({}) is above"),
    ],
)
@pytest.mark.parametrize("cell", ["1e300", 1e300, "9" * 20, 10**20, "9" * 300])
def test_an_absurd_number_is_named_as_it_was_written(kind, column, said, cell):
    shown = "1e+300" if isinstance(cell, float) else str(cell)
    assert refused_with(kind, 2, column, cell).startswith(said.format(shown))


@pytest.mark.parametrize(
    ("kind", "column"),
    [("classes", "value"), ("zones", "zone"), ("coefficients", "soil_tc_per_ha")],
)
@pytest.mark.parametrize("cell", ["1e400", "9" * 310, "-" + "9" * 5000])
def test_a_number_beyond_all_floats_is_no_number(kind, column, cell):
    assert refused_with(kind, 2, column, cell) == f"column '{column}': '{cell}' is not a number"


@pytest.mark.parametrize(("kind", "column"), [("classes", "value"), ("zones", "zone")])
@pytest.mark.parametrize("cell", ["1.5", 1.5, "-0.25", "1e-3"])
def test_a_code_with_a_fraction_is_named_by_row_and_column(kind, column, cell):
    said = f"column '{column}': '{cell}' is not an integer"
    assert refused_with(kind, 1, column, cell) == said


def one_class(value) -> Table:
    return Table("t", ("value", "class"), [{"value": value, "class": "a"}])


@pytest.mark.parametrize("cell", ["7", " 7 ", "+7", "7.0", "7e0", 7, 7.0])
def test_a_code_may_be_text_or_any_whole_number(cell):
    # A CSV has text, a spreadsheet doubles, a GeoPackage integers.
    assert [value for value, _ in read_classes(one_class(cell))] == [7]


@pytest.mark.parametrize("value", [2**53 + 1, 2**63 - 1, -(2**63) + 1])
def test_a_64_bit_code_keeps_every_digit(value):
    assert read_classes(one_class(str(value)))[0][0] == value


@pytest.mark.parametrize("value", [2**63, -(2**63), 10**30])
def test_a_code_beyond_64_bits_is_too_large(value):
    said = refused(read_classes, one_class(str(value)))
    assert said == f"t, row 1: value {value} is too large"


def test_a_csv_with_a_byte_order_mark_and_quotes_is_read(tmp_path):
    file = tmp_path / "classes.csv"
    file.write_bytes('\ufeffvalue,class,name\n1,a,"Fields, small"\n'.encode())
    found = read_csv(file)
    assert (found.name, found.columns) == ("classes.csv", ("value", "class", "name"))
    assert found.rows == [{"value": "1", "class": "a", "name": "Fields, small"}]


def test_classes_are_read_with_their_parts():
    (value, arable), *_ = read_classes(table("t", CLASSES))
    assert value == arable.value == 1
    assert (arable.key, arable.name, arable.group) == ("arable", "Arable land", "sink")
    assert arable.colour == "#f5de8c"
    assert arable.listed


def test_only_value_and_class_are_needed():
    found = read_classes(table("t", "value,class\n 1,Fields\n 2,Woods"))
    assert [(v, c.key, c.name, c.group, c.colour) for v, c in found] == [
        (1, "Fields", "Fields", "", ""),
        (2, "Woods", "Woods", "", ""),
    ]


def test_several_values_make_one_class_which_takes_the_first_of_each_part():
    found = read_classes(
        table("t", "value,class,name,group\n 31,crop,,\n 12,CROP,Crops,sink\n 40,crop,Fields,Sink")
    )
    assert [value for value, _ in found] == [31, 12, 40]
    (crop,) = {c for _, c in found}
    assert (crop.value, crop.key, crop.name, crop.group) == (31, "crop", "Crops", "sink")


def test_a_class_is_natural_or_not_where_all_of_its_rows_say_so():
    rows = "1,a,yes\n 2,A,YES\n 3,b,yes\n 4,b,no\n 5,c,no\n 6,c,\n 7,d,No\n 8,e,"
    found = read_classes(table("t", f"value,class,natural\n {rows}"))
    assert [c.natural for _, c in found] == ["yes", "yes", "", "", "", "", "no", ""]
    said = refused(read_classes, table("t", "value,class,natural\n 1,a,yes\n 2,b,maybe"))
    assert said == "t, row 2: column 'natural': 'maybe' is not one of yes, no"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("1,a,A,,\n 2,b,B,,\n 1,c,C,,", "t, row 3: value 1 duplicates row 1"),
        ("1,a,A,,\n 1.0,a,A,,", "t, row 2: value 1 duplicates row 1"),
        (
            "1,a,A,sink,\n 2,b,B,mine,\n 3,A,A,mine,",
            "t, row 3: class 'A' is in both group 'sink' and group 'mine'",
        ),
        ("1,a,Woods,,\n 2,b,woods,,", "t: 'woods' matches both class 'a' and class 'b'"),
        ("1,a,A,,\n 2,b,a,,", "t: 'a' matches both class 'a' and class 'b'"),
        *((f"1,a,A,,{c}", f"t, row 1: colour '{c}' is") for c in ("red", "#12345", "#12345g")),
    ],
)
def test_a_class_table_that_contradicts_itself_is_an_error(rows, message):
    said = refused(read_classes, table("t", "value,class,name,group,colour\n" + rows))
    assert said.startswith(message)


def test_zones_keep_the_order_of_the_table():
    found = read_zones(table("t", "zone,key,name,colour,description\n 7,b,B,#ABCDEF,why\n 2,a,A,,"))
    assert [(z.value, z.key, z.name) for z in found[:2]] == [(7, "b", "B"), (2, "a", "A")]
    assert (found[0].colour, found[0].description) == ("#abcdef", "why")


@pytest.mark.parametrize(
    ("numbers", "free"), [((1, 2, 3), 4), ((2, 3), 1), ((1, 3), 2), (range(1, 255), 255)]
)
def test_a_table_without_unassigned_gets_it_under_a_free_number(numbers, free):
    text = "\n".join(f"{n},zone{n},Zone {n}" for n in numbers)
    *given_zones, last = read_zones(table("t", "zone,key,name\n" + text))
    assert [zone.value for zone in given_zones] == list(numbers)
    assert (last.value, last.key, last.colour) == (free, "unassigned", "#d9d9d9")


def test_the_table_may_say_which_zone_is_unassigned():
    found = read_zones(table("t", "zone,key,name\n 3,Unassigned,The rest\n 1,a,A"))
    assert [(z.value, z.name) for z in found] == [(3, "The rest"), (1, "A")]
    assert set(zone_of(rules("arable,pit,9")[0], four_classes()).values()) == {9}


@pytest.mark.parametrize("number", [0, -1, 255, 1000])
def test_a_zone_is_1_to_254(number):
    said = refused(read_zones, table("t", f"zone,key,name\n 1,a,A\n {number},b,B"))
    assert said == f"t, row 2: zone {number} is outside the range 1 to 254"


@pytest.mark.parametrize("row", ["1,b,B", "2,a,B", "2,A,B"])
def test_a_zone_stands_once(row):
    number, key, _ = row.split(",")
    said = refused(read_zones, table("t", "zone,key,name\n 1,a,A\n" + row))
    assert said == f"t, row 2: duplicate zone {number} '{key}'"


@pytest.mark.parametrize("colour", ["red", "#12345", "12,34,56"])
def test_a_zone_colour_is_checked_like_a_class_colour(colour):
    # Unchecked, it comes back as a ValueError or a KeyError when the zone raster is begun.
    said = refused(read_zones, table("t", f'zone,key,name,colour\n 1,a,A,"{colour}"'))
    assert said.startswith(f"t, row 1: colour '{colour}'")


def coefficients(text: str, is_default: bool = False):
    header = "class,soil_tc_per_ha,vegetation_tc_per_ha,source\n"
    notes = Notes()
    rows = table("COEFFICIENTS", header + text, is_default)
    found = read_coefficients(rows, four_classes(), notes)
    assert notes.warnings == []
    return found, notes.notices


def test_coefficients_are_found_by_key_or_name():
    found, notices = coefficients("Arable Land,80.5,5,a book\n FOREST,0,1e1,")
    assert found.by_key == {
        "arable": Coefficient(CarbonPool(80.5), CarbonPool(5.0), "a book"),
        "forest": Coefficient(CarbonPool(0.0), CarbonPool(10.0)),
    }
    assert notices == []


def test_coefficients_that_cannot_be_are_named_by_row_and_column():
    found, _ = coefficients("arable,1e4,1,\n forest,1,10000,")
    assert found.by_key["arable"].soil.density == found.by_key["forest"].vegetation.density == 1e4
    for row, parts in (
        ("forest,-1,5,", ("'soil_tc_per_ha': -1 is negative",)),
        ("forest,5,-0.001,", ("'vegetation_tc_per_ha': -0.001 is negative",)),
        ("forest,10001,1,", ("'soil_tc_per_ha' (10001) is above", "10000 t C/ha")),
        ("Arable land,1,1,", ("class 'Arable land' duplicates row 1",)),
    ):
        assert has(refused(coefficients, "arable,1,1,\n" + row), "COEFFICIENTS, row 2: ", *parts)


@pytest.mark.parametrize("is_default", [True, False])
def test_unknown_classes_are_a_notice(is_default):
    text = "arable,1,1,\n steppe,2,2,\n taiga,3,3,\n pit,3,3,"
    found, notices = coefficients(text, is_default=is_default)
    assert set(found.by_key) == {"arable", "pit"}
    (notice,) = notices
    assert has(notice, "COEFFICIENTS", "not in this run: steppe, taiga.")


def test_a_hundred_unknown_classes_make_a_sentence_of_bounded_length():
    _, (notice,) = coefficients("\n".join(f"c{n},1,1," for n in range(100)))
    assert has(notice, "c0, c1,", "c19, ....")
    assert "c20" not in str(notice)


SINKS = ("arable", "forest", "grass")
BUILT = ("urban", "rural", "transport")
MINES = ("open_pit", "stripping", "dump", "industrial")


def test_the_default_classes_are_the_papers_eleven():
    found = read_classes(load_default_table("classes.csv"))
    assert [(value, c.key, c.group) for value, c in found] == [
        *((n, key, "sink") for n, key in enumerate(SINKS, 1)),
        *((n, key, "built") for n, key in enumerate(BUILT, 4)),
        *((n, key, "mine") for n, key in enumerate(MINES, 7)),
        (11, "water", "water"),
    ]
    assert len({c.colour for _, c in found}) == 11


def test_the_default_zones_are_the_papers_four_and_unassigned():
    found = read_zones(load_default_table("zones.csv"))
    assert [(zone.value, zone.key) for zone in found] == [
        (1, "invariant"),
        (2, "enhancement"),
        (3, "low_carbon"),
        (4, "emission_control"),
        (5, "unassigned"),
    ]
    assert all(re.fullmatch("#[0-9a-f]{6}", zone.colour) for zone in found)


def test_the_default_coefficients_are_the_papers():
    notes = Notes()
    found = read_coefficients(load_default_table("coefficients.csv"), paper_classes(), notes)
    assert {key: (c.soil.density, c.vegetation.density) for key, c in found.by_key.items()} == {
        "arable": (82.11, 5.0),
        "forest": (92.67, 15.5),
        "grass": (88.35, 6.398),
    }
    assert all("Yang et al." in c.source for c in found.by_key.values())
    assert notes == Notes()


@pytest.mark.parametrize("file", TABLE_FILES)
def test_the_default_tables_carry_their_file_names(file):
    found = load_default_table(file)
    assert found.name == file
    assert found.is_default
    assert found.rows


FURTHER_CLASSES = listed(
    (1, "arable", "Arable land", "sink"), (2, "rubber", "", "sink"), (3, "shrub")
)
HEAD = "class,soil_tc_per_ha,vegetation_tc_per_ha,source\n"


def read(rows: str) -> tuple:
    notes = Notes()
    return read_coefficients(table("COEFFICIENTS", HEAD + rows), FURTHER_CLASSES, notes), notes


def test_a_row_without_densities_is_none_and_is_told():
    found, notes = read("rubber,,,\narable,80,5,me\nshrub, ,,to do")
    known = {"arable": Coefficient(CarbonPool(80.0), CarbonPool(5.0), "me")}
    assert found == Coefficients(known, unfilled=frozenset(("rubber", "shrub")))
    assert [str(note) for note in notes.notices] == [
        "COEFFICIENTS: rows without densities ignored: rubber, shrub."
    ]


@pytest.mark.parametrize(
    ("row", "column"), [("rubber,80,,", "vegetation_tc_per_ha"), ("rubber,,5,", "soil_tc_per_ha")]
)
def test_a_row_with_one_of_them_is_none_and_is_warned_of(row, column):
    found, notes = read(f"arable,80,5,\n{row}")
    assert set(found.by_key) == {"arable"}
    (warning,) = notes.warnings
    assert f"rubber ({column})" in str(warning)
    # An inventory takes them for conversions of any kind.
    assert "disturbed" not in str(warning)
    assert [str(one) for one in found.missing_class_labels(FURTHER_CLASSES)] == [
        *(f"'rubber' ({column} is empty)", "'shrub'")
    ]


SUPPLEMENTED = listed(
    (1, "arable", "Arable land", "sink"),
    (2, "pit", "Pit", "mine"),
    (3, "dump", "Dump", "mine"),
    (4, "town", "Town", ""),
)


def read_supplement(rows: str, notes: Notes) -> Coefficients:
    text = f"class,soil_tc_per_ha,vegetation_tc_per_ha\n{rows}"
    return read_coefficients(table("COEFFICIENTS", text), SUPPLEMENTED, notes, supplements=True)


def test_a_table_that_supplements_has_rows_on_groups():
    """A class wins over its group, in whatever order; a group that nothing is in is told."""
    for rows in ("@Mine,4,1\ndump,7,2", "dump,7,2\n@ mine,4,1\n@bog,1,1"):
        notes = Notes()
        found = read_supplement(rows, notes)
        densities = {key: (c.soil.density, c.vegetation.density) for key, c in found.by_key.items()}
        assert densities == {"pit": (4.0, 1.0), "dump": (7.0, 2.0)}
        assert ["@bog" in str(notice) for notice in notes.notices] == [True] * ("@bog" in rows)


def test_two_rows_on_a_group_are_refused():
    with pytest.raises(DataError, match=words("row 2", "'@mine'", "row 1")):
        read_supplement("@mine,4,1\n@mine,7,2", Notes())


def test_where_a_supplement_is_not_filled_in_the_others_count():
    notes = Notes()
    own = read_supplement("@mine,4,\narable,,\n", notes)
    others = holding(arable=(80.0, 5.0), pit=(3.0, 1.0))
    both = own.with_fallback(others)
    assert both.by_key == others.by_key
    assert both.half_known == {"dump": "vegetation_tc_per_ha"}
    # Of what nobody filled in: what either table lacks and neither has.
    lacking = replace(others, unfilled=frozenset({"grass", "pit"}))
    assert replace(own, unfilled=frozenset({"arable", "wood"})).with_fallback(lacking).unfilled == {
        "grass",
        "wood",
    }
    assert "COEFFICIENTS: rows with an empty density ignored, DENSITIES used instead" in str(
        notes.warnings[0]
    )


def test_a_supplement_wins_over_the_others():
    others = holding(arable=(80.0, 5.0), dump=(3.0, 1.0))
    both = read_supplement("@mine,4,1\n", Notes()).with_fallback(others)
    assert {key: c.soil.density for key, c in both.by_key.items()} == {
        "arable": 80.0,
        "pit": 4.0,
        "dump": 4.0,
    }


RULES = load_default_table("rules.csv")
COEFFICIENTS = load_default_table("coefficients.csv")


def typed(table: Table, **changes) -> Table:
    """A table as a database gives it: numbers as numbers, a column of its own before the others."""
    rows = []
    for n, row in enumerate(table.rows, 1):
        cells = {name: float(c) if c.replace(".", "").isdigit() else c for name, c in row.items()}
        rows.append({"fid": n, **cells, **changes})
    return Table("RULES", ("fid", *table.columns), rows)


@pytest.mark.parametrize("default", [RULES, COEFFICIENTS])
def test_a_default_table_and_parts_of_it(default):
    assert is_subset_of_default(default, default)
    assert is_subset_of_default(typed(default), default)
    commas = [
        {c: re.sub(r"^(\d+)\.(\d+)$", r"\1,\2", str(v)) for c, v in r.items()} for r in default.rows
    ]
    assert is_subset_of_default(Table("t", default.columns, commas), default)
    some = typed(default)
    assert is_subset_of_default(Table("t", some.columns, [*some.rows][1:]), default)
    assert is_subset_of_default(Table("t", some.columns, [*some.rows][::-1]), default)


@pytest.mark.parametrize("default", [RULES, COEFFICIENTS])
def test_any_other_row_makes_it_another_table(default):
    column = default.columns[-1]
    assert not is_subset_of_default(typed(default, **{column: "9"}), default)
    one = typed(default)
    more = Table("t", one.columns, [*one.rows, {**one.rows[0], default.columns[0]: "swamp"}])
    assert not is_subset_of_default(more, default)


def test_coefficients_with_further_columns_filled_in_are_other_ones():
    """An export from before these columns were there is the default; one with a curve is not."""
    few = COEFFICIENTS.columns[:4]
    before = [{name: row[name] for name in few} for row in COEFFICIENTS.rows]
    assert is_subset_of_default(Table("t", few, before), COEFFICIENTS)
    filled = [{**row, "soil_curve": "instant"} for row in COEFFICIENTS.rows]
    assert not is_subset_of_default(Table("t", COEFFICIENTS.columns, filled), COEFFICIENTS)
    assert not is_subset_of_default(Table("t", (*few, "soil_curve"), filled), COEFFICIENTS)


def test_a_table_without_rows_or_columns_is_none():
    assert not is_subset_of_default(Table("t", RULES.columns, []), RULES)
    columns = RULES.columns[:2]
    rows = [{name: row[name] for name in columns} for row in RULES.rows]
    assert not is_subset_of_default(Table("t", columns, rows), RULES)


@pytest.mark.parametrize("path", sorted(RESOURCE_FOLDER.rglob("*.csv")), ids=lambda path: path.stem)
def test_shipped_rows_are_as_long_as_their_headers(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert {len(row) for row in rows} == {len(header)}
