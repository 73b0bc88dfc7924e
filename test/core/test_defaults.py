"""Tables that are nothing but rows of a default one, whatever form they came in."""

import csv
import re

import pytest

from carbon_zones.core.base.files import RESOURCE_FOLDER
from carbon_zones.core.scheme.defaults import is_subset_of_default, load_default_table
from carbon_zones.core.scheme.table import Table

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
