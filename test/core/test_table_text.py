"""Lists in a text, with what any keyboard writes between their parts. Text files are read in the
encoding that they are in, or not at all. Numbers of a table with a comma before their decimals;
names in one line. Names with a meaning of their own in tables are nobody's; all others work, odd
as they are."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import parse_years
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.base.numbers import parse_nodata, split_list, to_single_line
from carbon_zones.core.change.markov import parse_target_years
from carbon_zones.core.path.emissions import read_activity
from carbon_zones.core.path.path import read_path_years
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.class_table_proposal import ClassFinder, parse_expected_accuracies
from carbon_zones.core.scheme.classes import Classes, LandClass, read_classes
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.disturbance_types import parse_disturbing_classes
from carbon_zones.core.scheme.table import Table, decode_text
from carbon_zones.core.scheme.zone_rules import RuleSideParser, read_zones
from carbon_zones.test.core.paths import shipped, table_of
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import inputs
from carbon_zones.test.helpers import write_raster
from carbon_zones.test.names import ODD, RESERVED

COMMA, SEMICOLON, LIST_COMMA = "\uff0c", "\uff1b", "\u3001"
BETWEEN = [",", ";", COMMA, SEMICOLON, LIST_COMMA]


def wide(text: str) -> str:
    """As a Chinese keyboard writes it where letters are wide: U+FF01 to U+FF5E."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=6), st.data())
def test_parts_in_quotes_come_back_whatever_is_in_them(parts, data):
    """Against the writer of Python's csv, which doubles quotes."""
    line = ""
    for number, part in enumerate(parts):
        quoted = io.StringIO()
        csv.writer(quoted, quoting=csv.QUOTE_ALL, lineterminator="").writerow([part])
        line += (data.draw(st.sampled_from(BETWEEN)) if number else "") + quoted.getvalue()
    assert split_list(line) == [part.strip() for part in parts]


@given(st.lists(st.text("ab c1=\u77ff", max_size=5), min_size=1, max_size=6), st.data())
def test_plain_parts_come_back(parts, data):
    line = parts[0]
    for part in parts[1:]:
        line += data.draw(st.sampled_from(BETWEEN)) + part
    assert split_list(line) == [part.strip() for part in parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", [""]),
        ("a,", ["a", ""]),
        ('"Dump, old"=0.9, b', ["Dump, old=0.9", "b"]),
        ('5" pipe, b', ['5" pipe', "b"]),
        ('"a, b', ['"a', "b"]),
        ("a\nb\r\nc", ["a", "b", "c"]),
    ],
)
def test_parts_by_hand(text, parts):
    assert split_list(text) == parts


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("write", [str, wide])
def test_every_list_takes_every_separator(between, write):
    """And full-width digits and signs where numbers are read."""
    layers = ["a", "b"]
    years = between.join([write("1986"), write("2018")])
    assert parse_years(years, layers) == parse_years(years + between, layers) == ["1986", "2018"]
    assert parse_target_years(years) == [1986, 2018]
    assert parse_nodata(between.join([write("-1.5"), write("255")])) == (-1.5, 255.0)
    activity = read_activity(
        table_of("ACTIVITY", shipped("activity")), load_default_table("factors.csv"), Notes()
    )
    milestones = between.join([write("2030"), write("2050")])
    assert read_path_years(None, 2060, milestones, activity, Notes()).milestones == [2030, 2050]
    assert parse_disturbing_classes(f"mine{between}built").groups == ("mine", "built")
    read = parse_expected_accuracies(f"arable{write('=0.9')}{between}\u77ff{write('=0.7')}")
    assert read.named == [("arable", 0.9), ("\u77ff", 0.7)]
    assert parse_expected_accuracies(write("0.85")).others == 0.85


# Land use as Chinese tables name it. Read as UTF-8, many of these would be one and the same.
WORDS = ("耕地", "林地", "草地", "水域", "建设用地", "未利用地", "露天采场", "排土场", "工业场地")
TEXT = "value,class\n" + "".join(f"{number},{word}\n" for number, word in enumerate(WORDS))


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("gbk", "GB18030"),
        ("gb2312", "GB18030"),
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_every_word_comes_back(codec, name):
    assert decode_text(TEXT.encode(codec)) == (TEXT, name)


def test_a_mark_of_the_other_order_of_bytes():
    assert decode_text(b"\xfe\xff" + TEXT.encode("utf-16-be")) == (TEXT, "UTF-16")
    assert decode_text(b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be")) == (TEXT, "UTF-32")


@pytest.mark.parametrize("text", ["", "value,class\n1,one\n", "Ærø, Größe, 耕地, 😀\n"])
def test_utf8_is_what_it_says(text):
    assert decode_text(text.encode()) == (text, "UTF-8")


@pytest.mark.parametrize(
    "data",
    [
        b"value,class\n1,for\xeat\n2,\xff\n",  # Latin 1
        b"\xff\xfe\x00",  # half a letter
        b"value\0,class\n",
        TEXT.encode("utf-16-le"),  # without a mark
        bytes(range(256)),
    ],
)
def test_other_bytes_are_no_text(data):
    assert decode_text(data) is None


def numbers_in(*cells: object, column: str = "x") -> list[float]:
    table = Table("T", (column,), [{column: cell} for cell in cells])
    return [float(row.float_value(column)) for row in table]


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("82,11", 82.11),
        ("-0,5", -0.5),
        (",25", 0.25),
        ("1,5e-3", 0.0015),
        (" 12,3450 ", 12.345),
        # Between thousands no zero stands first, nor more than three digits.
        ("0,125", 0.125),
        ("1234,567", 1234.567),
    ],
)
def test_a_comma_before_decimals(cell, number):
    assert numbers_in(cell) == [number]


@pytest.mark.parametrize("settling", ["1,25", "0,5", "10,0001"])
def test_another_cell_of_the_column_settles_three_digits(settling):
    assert numbers_in("12,345", settling)[0] == 12.345
    assert numbers_in(settling, "12,345")[1] == 12.345


@pytest.mark.parametrize("others", [(), ("7",), ("1,000", "999,999"), ("word",)])
def test_three_digits_that_nothing_settles(others):
    rows = [{"x": cell, "y": "1,25"} for cell in ("12,345", *others)]
    row = next(iter(Table("T", ("x", "y"), rows)))
    says = r"T, row 1: column 'x': '12,345' is unclear, 12\.345 or 12345; enter one of them"
    with pytest.raises(DataError, match=says):
        row.float_value("x")


@pytest.mark.parametrize("cells", [("1,5", "2.5"), ("2.5", "1,5"), (".5", "0,125")])
@pytest.mark.parametrize("columns", ["xx", "xy"])
def test_both_spellings_in_one_table(cells, columns):
    rows: list[dict[str, object]] = [{}, {}]
    for row, column, cell in zip(rows, columns, cells):
        row[column] = cell
    table = Table("T", ("x", "y"), rows)
    first, second = (row for row in table)
    first.float_value(columns[0])
    says = f"'{cells[0]}' in row 1, column 'x' and '{cells[1]}' in row 2, column '{columns[1]}'"
    with pytest.raises(DataError, match=f"^T: decimal .* are mixed, {re.escape(says)}; use one"):
        second.float_value(columns[1])


@pytest.mark.parametrize("decimals", ["2,5", "2.5"])
def test_whole_numbers_settle_no_spelling(decimals):
    assert numbers_in("7", decimals, "12", "-3") == [7, 2.5, 12, -3]


def test_numbers_of_a_workbook_have_no_spelling():
    assert numbers_in(2.5, "1,5", 3) == [2.5, 1.5, 3.0]


@pytest.mark.parametrize("cell", ["1,234.5", "1.234,5", "1,234,567", "12.345.678,9"])
def test_signs_between_thousands(cell):
    says = f"T, row 1: column 'x': '{cell}' contains thousands separators; remove them"
    with pytest.raises(DataError, match=re.escape(says)):
        numbers_in(cell)


@pytest.mark.parametrize("cell", ["1,2,3", "0,5x", "5,", ",", "1 234,5", "8\N{FULLWIDTH COMMA}5"])
def test_other_commas_are_of_no_number(cell):
    with pytest.raises(DataError, match="not a number"):
        numbers_in(cell)


def test_a_row_that_ends_before_a_needed_column():
    rows = [{"x": "1", "y": None, "z": None}]
    table = Table("T", ("x", "y", "z"), rows, labels=(4,), short={4: (1, ("y", "z"))})
    table.check_columns(["x"])
    with pytest.raises(
        DataError, match=r"T, row 4: required column 'z' is missing \(1 cells in the row\)"
    ):
        table.check_columns(["x", "z"])


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Open\npit", "Open pit"),
        ("Open \r\n\t pit\n", "Open pit"),
        ("\x0bOpen\u2028pit\x85", "Open pit"),
        ("Open  pit", "Open  pit"),
        ("\u9732\u5929\u3000\u91c7\u573a\xa0A", "\u9732\u5929\u3000\u91c7\u573a\xa0A"),
    ],
)
def test_names_stand_in_one_line(text, line):
    assert to_single_line(text) == line
    assert next(iter(Table("T", ("x",), [{"x": text}]))).text_value("x") == line


def class_table(**cells: str) -> Table:
    row = {"value": "7", "class": "one", "name": "One", **cells}
    return Table("CLASSES (c)", tuple(row), [{**row, "value": "3", "class": "a", "name": "A"}, row])


@pytest.mark.parametrize("column", ["class", "name"])
@pytest.mark.parametrize("name", RESERVED)
def test_no_class_of_a_table_is_called_so(name, column):
    said = refused(read_classes, class_table(**{column: name}))
    assert has(said, f"CLASSES (c), row 2: value 7: the name '{name.strip()}' is", RESERVED[name])


@pytest.mark.parametrize("column", ["key", "name"])
@pytest.mark.parametrize("name", RESERVED)
def test_no_zone_is_called_so(name, column):
    row = {"zone": "4", "key": "one", "name": "One", column: name}
    said = refused(read_zones, Table("ZONE_TABLE", tuple(row), [row]))
    assert has(said, f"ZONE_TABLE, row 1: zone 4: the name '{name.strip()}'")


@pytest.mark.parametrize("name", RESERVED)
def test_no_class_beside_a_polygon_or_point_is_called_so(name):
    finder = ClassFinder(Classes([LandClass(1, "a", "A")]), ["m"], [{1: 0}])
    assert f"is reserved for {RESERVED[name]}" in refused(finder.match, name)


@pytest.mark.parametrize("name", RESERVED)
def test_no_class_of_a_layer_is_called_so(tmp_path, name):
    """GDAL trims no names, so a legend has them with their blanks."""
    first = write_raster(tmp_path / "a_1990.tif", [[1, 2]], names={1: "A", 2: "B"})
    path = write_raster(tmp_path / "b_2000.tif", [[1, 3]], names={1: "A", 3: name})
    said = refused(open_series, inputs(first, path), "auto", needs_scheme=False)
    assert has(said, "b_2000", "value 3", f"'{name.strip()}'", RESERVED[name])


def test_a_name_of_what_is_no_data_or_of_another_table_is_nobodys(tmp_path):
    names = {0: "(outside)", 1: "A", 2: "*"}
    path = write_raster(tmp_path / "a_1990.tif", [[0, 1, 2]], nodata=0, names=names)
    own = [(1, LandClass(1, "a", "A")), (2, LandClass(2, "b", "B"))]
    series = open_series(inputs(path), "auto", own)
    assert [c.name for c in series.classes] == ["A", "B"]
    said = refused(open_series, inputs(path), "auto", needs_scheme=False)
    assert "value 2: the name '*' is reserved" in said


def is_reserved(name: str) -> bool:
    text = to_single_line(name).casefold()
    return text in ("(all)", "(outside)", "*", "=") or text[:1] == "@"


# Not the key of the other class.
names = st.text().filter(lambda name: to_single_line(name).casefold() not in ("", "a"))
names |= st.sampled_from([*RESERVED, *ODD])


@given(name=names)
def test_a_name_is_refused_or_means_its_class_and_nothing_else(name):
    """In rules a name that is taken is the class that is called so, whatever else it looks like."""
    try:
        entries = read_classes(class_table(**{"class": name}))
    except DataError:
        assert is_reserved(name)
        return
    assert not is_reserved(name)
    classes = Classes(c for _, c in entries)
    table = Table("t", ("from",), [{"from": name}])
    (row,) = table
    assert RuleSideParser(table, classes).parse_cell(row, "from") == to_single_line(name).casefold()
    assert classes[classes.find_class(name)].value == 7


@pytest.mark.parametrize("name", ODD)
def test_odd_names_work(name):
    (_, land_class) = read_classes(class_table(**{"class": name, "name": ""}))[1]
    assert (land_class.key, land_class.name) == (to_single_line(name), to_single_line(name))


def test_a_value_that_nobody_names_is_not_taken_for_a_class_that_is_called_so():
    classes = Classes([LandClass(1, "7", "7")])
    own = classes.add_unnamed_value(7)
    assert own == classes.add_unnamed_value(7) == 1
    assert [(c.value, c.name) for c in classes] == [(1, "7"), (7, "value 7")]
    assert classes[classes.add_unnamed_value(8)].name == "8"
    assert classes.find_class("7") == 0
    # Maps of smaller extents read the land again with a copy.
    copied = Classes(classes)
    assert [copied.add_unnamed_value(value) for value in (7, 8)] == [1, 2]
    assert list(copied) == list(classes)
