"""Values per hectare by class: carbon pools, service values, emissions or others.

A table has the column `class`, numeric columns, each of them a named value, and
optionally the text column `source`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..base.messages import DataError, Message, Notes
from ..base.numbers import FloatArray, parse_number
from .classes import CLASS_TERM, Classes, LandClass, UnknownNames, shorten_list
from .coefficients import LEDGER_COLUMNS, source_term
from .table import ROW_ID_COLUMNS, Row, Table

CLASS_COLUMN, SOURCE_COLUMN = "class", "source"
NON_VALUE_COLUMNS = (CLASS_COLUMN, SOURCE_COLUMN, *ROW_ID_COLUMNS)

# Columns that identify a table of carbon coefficients.
DENSITY_COLUMNS = ("soil_tc_per_ha", "vegetation_tc_per_ha")

# Far above any value per hectare, and far below where sums lose precision or overflow.
MAX_VALUE = 1e12


class ValueRow(NamedTuple):
    """Row of the table: label, class as written, and a number per value."""

    label: int
    text: str
    values: tuple[float, ...]
    source: str  # where they are from, in the words of the table, or ''


@dataclass(frozen=True)
class ValueTable:
    """Table that is valid in itself; its classes are matched separately."""

    table: Table
    names: tuple[str, ...]  # of the values, in the order of the columns
    rows: Sequence[ValueRow]  # one per class
    unused: tuple[str, ...]  # columns that hold no number
    terms: tuple[str, ...] = ()  # columns of carbon coefficients that a ledger takes

    @property
    def sources(self) -> list[str]:
        """Unique texts in the column `source`."""
        return list(dict.fromkeys(row.source for row in self.rows if row.source))

    def value_index(self, column: str) -> int:
        """Return the index of a value in `names`; the first one if no column is given."""
        wanted = column.strip().casefold()
        names = [name.casefold() for name in self.names]
        if wanted and wanted not in names:
            raise DataError(
                "COLUMN: {table} has no numeric column '{column}'; numeric columns: {names}",
                table=self.table.name,
                column=column.strip(),
                names=shorten_list(f"'{name}'" for name in self.names),
            )
        return names.index(wanted) if wanted else 0


class ClassValues:
    """Values per ha of a run's classes, 0 without a row; `shown`, `shown_index`: in rasters."""

    def __init__(
        self, names: tuple[str, ...], shown_index: int, by_class: dict[tuple[bool, str], ValueRow]
    ):
        self.names, self.shown_index, self.shown = names, shown_index, names[shown_index]
        self._by_class = by_class
        self.has_sources = any(row.source for row in by_class.values())
        # Unnamed values with a row, as text.
        self.unnamed = {key for listed, key in by_class if not listed}

    def has_class(self, land_class: LandClass) -> bool:
        """Return whether the table has a row for this class."""
        return land_class.identity in self._by_class

    def source(self, land_class: LandClass) -> str | None:
        """Return the source of the values of a class, '' if empty; None without a row."""
        row = self._by_class.get(land_class.identity)
        return row.source if row else None

    def values_per_hectare(self, classes: Sequence[LandClass] | Classes) -> FloatArray:
        """Return the values by class and name, shape (classes, names)."""
        known = [self._by_class.get(c.identity) for c in classes]
        rows = [row.values if row else (0.0,) * len(self.names) for row in known]
        return np.array(rows, np.float64).reshape(len(rows), len(self.names))


def parse_value_table(table: Table) -> ValueTable:
    """Read and check a table of values."""
    table.check_columns([CLASS_COLUMN])
    # In a table of coefficients, loss and recovery columns are not values.
    terms = LEDGER_COLUMNS if set(DENSITY_COLUMNS) <= set(table.columns) else ()
    columns = [column for column in table.columns if column not in (*NON_VALUE_COLUMNS, *terms)]
    names = [c for c in columns if any(row.is_number(c) for row in table)]
    if not names:
        raise DataError(
            "{table}: no numeric column; columns: {columns}",
            table=table.name,
            columns=shorten_list(f"'{column}'" for column in table.columns),
        )
    return ValueTable(
        table,
        tuple(names),
        [
            ValueRow(
                row.label,
                row.required_text(CLASS_COLUMN),
                tuple(_read_value(row, name) for name in names),
                source_term(row.text_value(SOURCE_COLUMN)),
            )
            for row in table
        ],
        tuple(column for column in columns if column not in names),
        tuple(column for column in table.columns if column in terms),
    )


def _read_value(row: Row, column: str) -> float:
    value = row.float_value(column)
    if abs(value) > MAX_VALUE:
        raise row.make_error(
            "column '{column}' ({value}) is outside the range -{largest:g} to {largest:g}",
            column=column,
            value=row.text_value(column),
            largest=MAX_VALUE,
        )
    return value


def assign_class_values(
    values: ValueTable, shown_index: int, classes: Classes, notes: Notes
) -> ClassValues:
    """Assign the values of a table to the classes of a run.

    Other integers may be unclassified values of the layers, which only the count can show;
    rows of a default table for classes outside the run are ignored with a note.
    """
    table, name, unknown = values.table, values.table.name, UnknownNames()
    by_class: dict[tuple[bool, str], ValueRow] = {}
    for row in values.rows:
        class_index, value = classes.find_class(row.text), parse_number(row.text)
        if class_index is not None:
            identity = classes[class_index].identity
        elif isinstance(value, int):
            identity = (False, str(value))  # that of a class that only the count may find
        else:
            unknown.add_name(CLASS_TERM, row.text, Message("row {row}", row=row.label))
            continue
        if identity in by_class:
            raise DataError(
                "{table}, row {row}: {what}",
                table=name,
                row=row.label,
                what=Message(
                    "{what} duplicates row {other}",
                    what=Message("class '{text}'", text=row.text),
                    other=by_class[identity].label,
                ),
            )
        by_class[identity] = row
    if not table.is_default:
        unknown.require_empty(table, classes)
    if unknown:
        notes.add_notice(
            "{table}: values ignored for classes not in this run: {names}.",
            table=name,
            names=unknown.names(),
        )
    if values.unused:
        notes.add_notice(
            "{table}: non-numeric columns ignored: {columns}.",
            table=name,
            columns=shorten_list(values.unused),
        )
    filled = [column for column in values.terms if any(row.text_value(column) for row in table)]
    if filled:
        notes.add_notice(
            "{table}: columns reserved for Mine carbon ledger, ignored as values: {columns}.",
            table=name,
            columns=shorten_list(filled),
        )
    if values.sources:
        notes.add_notice(
            "{table}: source of the values: {sources}.",
            table=name,
            sources=shorten_list(values.sources),
        )
    return ClassValues(values.names, shown_index, by_class)


def check_class_values(values: ClassValues, table: Table, classes: Sequence[LandClass]) -> None:
    """Raise DataError if no value applies to the classes of the run."""
    if not any(values.has_class(c) for c in classes):
        raise DataError(
            "{table}: no row applies to the classes of this run ({classes}); set VALUES, "
            "SCHEME or CLASSES",
            table=table.name,
            classes=shorten_list(c.key for c in classes),
        )


def log_unmatched_values(
    values: ClassValues, table: Table, classes: Sequence[LandClass], notes: Notes
) -> None:
    """Log classes set to 0 because they have no row, and rows without valid cells."""
    without = [c.name for c in classes if not values.has_class(c)]
    if without:
        notes.add_notice(
            "{table}: no rows for these classes, counted as 0: {classes}.",
            table=table.name,
            classes=shorten_list(without),
        )
    absent = values.unnamed - {c.key for c in classes if not c.listed}
    if absent:
        notes.add_notice(
            "{table}: rows ignored; no valid cell has the values {values}.",
            table=table.name,
            values=shorten_list(sorted(map(int, absent))),
        )
