"""Numbers of a table with a comma before their decimals; names in one line."""

import re

import pytest

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.base.numbers import to_single_line
from carbon_zones.core.scheme.table import Table


def numbers_in(*cells: object, column: str = "x") -> list[float]:
    """The numbers of a column."""
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
