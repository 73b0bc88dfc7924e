"""Tables of a scheme, known by their columns, and whether they are as they were handed out."""

from __future__ import annotations

from collections.abc import Iterable

from .area_errors import BY_CLASSES
from .classes import CLASS_COLUMNS
from .coefficients import COEFFICIENT_COLUMNS
from .defaults import LANGUAGES, default_table
from .rule_table import RULE_COLUMNS
from .suspects import SUSPECT_COLUMNS
from .table import Table
from .zones import ZONE_COLUMNS

# What each of the default tables cannot do without; some are read by subjects, which this room does
# not know.
NEEDED = {
    "classes.csv": CLASS_COLUMNS,
    "zones.csv": ZONE_COLUMNS,
    "rules.csv": RULE_COLUMNS,
    "coefficients.csv": COEFFICIENT_COLUMNS,
    "suspects.csv": SUSPECT_COLUMNS,
    "grades.csv": ("class", "grade"),
    "values.csv": COEFFICIENT_COLUMNS,
    "area_errors.csv": BY_CLASSES,
    "factors.csv": ("name", "source", "gas", "value", "unit", "scope"),
    "activity.csv": ("year", "stage", "source", "quantity", "unit"),
    "scenarios.csv": ("scenario", "variable", "year", "value"),
}
# Two columns, such as value and class, are those of many tables.
ALIKE = 3


def is_like(columns: Iterable[str], needed: Iterable[str], known: Iterable[str]) -> bool:
    """Whether a table with some columns is one of a kind: what it needs, and enough of the rest.

    Args:
        known: all columns of that kind.
    """
    there, known = set(columns), set(known)
    return there >= set(needed) and len(there & known) >= min(ALIKE, len(known))


def scheme_tables_like(columns: Iterable[str]) -> list[str]:
    """The default tables, by their files, one of which a table with these columns may be."""
    there = set(columns)
    return [file for file in NEEDED if is_like(there, NEEDED[file], default_table(file).columns)]


def is_shipped(table: Table) -> bool:
    """Whether a table is one of the default ones, in any language, and holds nothing else."""
    return any(
        set(table.columns) == set(default.columns) and _cells(table, default) == _cells(default)
        for file in scheme_tables_like(table.columns)
        for default in (default_table(file, language) for language in ("", *LANGUAGES))
    )


def _cells(table: Table, like: Table | None = None) -> list[list[str]]:
    columns = (like or table).columns
    return [[row.text(c) for c in columns] for row in table]
