"""Scheme tables are known by their columns, and any change of one is seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.change.change_analysis import GRADE_COLUMNS
from carbon_zones.core.path.emissions import ACTIVITY_COLUMNS, FACTOR_COLUMNS
from carbon_zones.core.path.scenarios import SCENARIO_COLUMNS
from carbon_zones.core.scheme.defaults import (
    LANGUAGES,
    REQUIRED_COLUMNS,
    TABLE_FILES,
    is_default_table,
    load_default_table,
    match_scheme_tables,
)
from carbon_zones.test.contracts import CONTRACTS, FIXED_TABLES

TABLES = [load_default_table(f, language) for f in TABLE_FILES for language in ("", *LANGUAGES)]
# Cells as a GeoPackage or a workbook hands them back.
NUMBERS = {"5": 5, "82.11": 82.11, "1": 1.0, "": None}


def changed(table, row, **cells):
    rows = [dict(one) for one in table.rows]
    rows[row] |= cells
    return replace(table, rows=rows)


@pytest.mark.parametrize("file", TABLE_FILES)
def test_each_is_known_and_shipped(file):
    for language in ("", *LANGUAGES):
        table = load_default_table(file, language)
        assert file in match_scheme_tables(table.columns)
        assert is_default_table(table)
        typed = [{c: NUMBERS.get(v, v) for c, v in row.items()} for row in table.rows]
        assert is_default_table(replace(table, rows=typed, columns=table.columns[::-1]))


def test_what_is_needed_is_what_the_subjects_readers_need():
    read = (ACTIVITY_COLUMNS, FACTOR_COLUMNS, GRADE_COLUMNS, SCENARIO_COLUMNS)
    files = ("activity.csv", "factors.csv", "grades.csv", "scenarios.csv")
    assert tuple(REQUIRED_COLUMNS[file] for file in files) == read


@given(st.data())
def test_any_other_cell_row_or_column_is_seen(data):
    table = data.draw(st.sampled_from(TABLES))
    row = data.draw(st.integers(0, len(table.rows) - 1))
    column = data.draw(st.sampled_from(table.columns))
    text = data.draw(st.text("ab1. ", min_size=1).filter(lambda t: t.strip()))
    other = changed(table, row, **{column: text})
    assert is_default_table(other) == (str(table.rows[row][column] or "").strip() == text.strip())
    assert not is_default_table(replace(table, rows=[*table.rows, {table.columns[0]: text}]))
    fewer = [one for place, one in enumerate(table.rows) if place != row]
    assert not is_default_table(replace(table, rows=fewer))
    assert not is_default_table(replace(table, columns=(*table.columns, "remark")))


def test_a_table_of_ones_own_is_known():
    for columns in (
        ["value", "class", "group"],
        ["class", "value", "name", "ha_1990", "remark"],
        ["class", "grade"],
        ["class", "soil_tc_per_ha", "vegetation_tc_per_ha"],
    ):
        assert match_scheme_tables(columns)


@pytest.mark.parametrize(("name", "output"), FIXED_TABLES)
def test_no_result_is_taken_for_one(name, output):
    """But the table that is made to be filled in, which is known by its own rules."""
    if (name, output) == ("carbondensities", "COEFFICIENTS"):
        return
    assert match_scheme_tables(CONTRACTS[name].fields[output]) == []
