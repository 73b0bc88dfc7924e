"""The scheme: classes, zones and carbon coefficients from plain tables, and the default ones.

The fourth table, the conversion rules, has a file of its own (core/scheme/rules.py).
"""

from __future__ import annotations

import re

from ..messages import DataError
from ..raster.legend import LARGEST_VALUE, ClassEntry, Classes, LandClass
from .table import Table

CLASS_COLUMNS = ("value", "class")

SINK, MINE = "sink", "mine"


def read_classes(table: Table) -> list[ClassEntry]:
    """Value and class, row by row; several values may have one class.

    A class takes its name, group and colour from the first row that gives one; its value is
    that of its first row.

    Raises:
        DataError: a missing column, an empty table, a value that is not a whole number or
            stands twice, a class in two groups, or one name for two classes.
    """
    table.require(CLASS_COLUMNS)
    first_rows: dict[str, tuple[int, str]] = {}  # value and key, by key (case-folded)
    texts: dict[str, dict[str, str]] = {}
    value_rows: dict[int, int] = {}
    keys: list[tuple[int, str]] = []
    for row in range(1, len(table.rows) + 1):
        value = table.whole(row, "value")
        if not -LARGEST_VALUE <= value <= LARGEST_VALUE:
            raise table.error(row, "the value {value} is too large", value=value)
        if value in value_rows:
            raise table.error(
                row,
                "the value {value} stands in row {other} already",
                value=value,
                other=value_rows[value],
            )
        value_rows[value] = table.number_of(row)
        key = table.needed_text(row, "class")
        given = {
            "name": table.text(row, "name"),
            "group": table.text(row, "group").casefold(),
            "colour": _colour(table, row),
        }
        first_rows.setdefault(key.casefold(), (value, key))
        known = texts.setdefault(key.casefold(), {})
        for part, text in given.items():
            first = known.setdefault(part, text) if text else ""
            if part == "group" and first != text:
                raise table.error(
                    row,
                    "class '{key}' is in group '{one}' and in group '{other}'",
                    key=key,
                    one=first,
                    other=text,
                )
        keys.append((value, key.casefold()))
    made = {
        folded: LandClass(
            value=value,
            key=key,
            name=texts[folded].get("name", key),
            group=texts[folded].get("group", ""),
            colour=texts[folded].get("colour", ""),
        )
        for folded, (value, key) in first_rows.items()
    }
    _check_names(table, made)
    return [(value, made[key]) for value, key in keys]


def _colour(table: Table, row: int) -> str:
    """The row's colour as #rrggbb, or ''."""
    colour = table.text(row, "colour").lower()
    if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
        raise table.error(row, "the colour '{colour}' is not of the form #rrggbb", colour=colour)
    return colour


def _check_names(table: Table, classes: dict[str, LandClass]) -> None:
    """No name may mean two classes, or a rule that uses it would be a guess."""
    owner: dict[str, str] = {}
    for key, land_class in classes.items():
        for text in {key, land_class.name.casefold()}:
            other = owner.setdefault(text, key)
            if other != key:
                raise DataError(
                    "{table}: '{text}' is both class '{one}' and class '{other}'",
                    table=table.name,
                    text=land_class.name,
                    one=classes[other].key,
                    other=land_class.key,
                )


def unknown_class(table: Table, row: int, column: str, text: str, classes: Classes) -> DataError:
    """The error for a class that no class table and no legend has."""
    return table.error(
        row,
        "column '{column}' names the unknown class '{text}'; the classes are {classes}",
        column=column,
        text=text,
        classes=", ".join(c.key for c in classes),
    )
