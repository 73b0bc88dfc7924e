"""The tables of a scheme made from what rasters hold: classes, zones, rules, coefficients.

They have the columns of the default tables, in their order. Those of the classes are followed by
what a person needs to fill them in: a note, and the hectares of each value in each layer; and by
what nobody has to fill in, whether it is a natural ecosystem.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..base.data_dictionary import COLUMNS, ColumnKind, Field
from ..base.dates import Date
from ..base.messages import DataError, Message, MessageList, Notes, Term, Text
from ..base.numbers import format_list, parse_number
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scheme.class_table_proposal import (
    ClassCandidate,
    ClassProposal,
    infer_class,
    propose_classes,
    unique_key,
)
from ..scheme.classes import SINK, Classes, LandClass, shorten_list
from ..scheme.coefficients import LEDGER_COLUMNS, TEXT_COLUMNS
from ..scheme.defaults import ShippedLegend, load_default_table
from ..scheme.table import Table
from ..scheme.value_classes import TABLE_SOURCE
from .closure import Check

CLASSES, ZONES, RULES, COEFFICIENTS = "classes", "zones", "rules", "coefficients"
CLASS_FIELDS: Sequence[Field] = (
    ("value", ColumnKind.WHOLE),
    *((name, ColumnKind.TEXT) for name in ("class", "name", "group", "colour", "note")),
)
# A rule's side that is no class: a group, any class, the same class.
NON_CLASS_PATTERN = re.compile(r"@.*|\*|=")


@dataclass(frozen=True)
class SchemeTable:
    """One of the tables, to be written; an empty cell is None, a text may be a Message."""

    name: str
    fields: Sequence[Field]
    rows: Sequence[Mapping[str, object]]


@dataclass(frozen=True)
class RasterValue:
    """A value that rasters hold.

    Attributes:
        meanings: by the index of a date that holds it: the class that it is there, None where
            nobody names it.
        hectares: per date, whatever the other dates hold.
        colour: the rasters' own, or ''.
    """

    value: int
    meanings: dict[int, LandClass | None] = field(default_factory=dict)
    hectares: list[float] = field(default_factory=list)
    colour: str = ""


def series_by_value(series: Series) -> Series:
    """The same series with a class for every value, called as the value is."""
    classes = Classes()
    namings = []
    for naming in series.namings:
        class_indices = {
            value: classes.add_class(LandClass(value, str(value), series.classes[class_index].name))
            for value, class_index in naming.class_indices.items()
        }
        namings.append(replace(naming, class_indices=class_indices))
    return replace(series, classes=classes, namings=namings)


def present_values(series: Series, census: CountResult) -> list[RasterValue]:
    """The values that occur, from the smallest."""
    values: dict[int, RasterValue] = {}
    none = [0.0] * len(series.namings)
    for code, value in enumerate((c.value for c in census.cube.classes), FIRST_CLASS_CODE):
        for date, (naming, tally) in enumerate(zip(series.namings, census.dates.own)):
            if not tally.cells[code]:
                continue
            known = naming.class_indices.get(value)
            if value not in values:
                values[value] = RasterValue(value, {}, [*none], naming.colours.get(value, ""))
            values[value].meanings[date] = None if known is None else series.classes[known]
            values[value].hectares[date] += float(tally.hectares[code])
    return [values[value] for value in sorted(values)]


class SchemeTables:
    """The four tables of a series, and what there is to say of them.

    Args:
        series: with the classes of the run.
        census: the count of the series by value.
        shipped: the shipped legend of the run, which says of what it is not certain.
    """

    def __init__(
        self,
        series: Series,
        census: CountResult,
        shipped: ShippedLegend | None = None,
        language: str = "",
    ) -> None:
        self._dates, self._tallies, self._language = series.dates, census.dates.own, language
        self._values = present_values(series, census)
        _check_single_meaning(self._values, self._dates)
        confidence = {} if shipped is None else shipped.confidence
        unsure = {value for value, how in confidence.items() if how == "low"}
        proposals = propose_classes(
            [_class_candidate(found_value, series) for found_value in self._values]
        )
        self._proposals = [
            replace(row, notes=(*row.notes, *_value_notes(found_value, self._dates, unsure)))
            for row, found_value in zip(proposals, self._values)
        ]
        self._natural = {} if shipped is None else shipped.natural

    @property
    def tables(self) -> list[SchemeTable]:
        """All of them, the classes first.

        The zones come last, which have a number in every row: of the last sheet of a workbook GDAL
        3.10 finds the header only if the first row below it looks otherwise.
        """
        zones = _convert_table(ZONES, load_default_table(f"{ZONES}.csv", self._language))
        return [self._class_table(), self._rule_table(), self._coefficient_table(), zones]

    def _class_table(self) -> SchemeTable:
        """Whether natural: what the shipped legend says of the code, else the class table."""
        columns = hectare_columns(self._dates)
        rows = [
            {
                "value": row.value,
                "class": row.key,
                "name": row.name,
                "group": row.group or None,
                "colour": row.colour,
                "note": MessageList(row.notes, Term("; ")) if row.notes else None,
                **dict(zip(columns, found_value.hectares)),
                "natural": self._natural.get(found_value.value)
                or next((c.natural for c in found_value.meanings.values() if c is not None), None)
                or None,
            }
            for row, found_value in zip(self._proposals, self._values)
        ]
        hectare_fields = ((column, ColumnKind.REAL) for column in columns)
        return SchemeTable(
            CLASSES, [*CLASS_FIELDS, *hectare_fields, ("natural", ColumnKind.TEXT)], rows
        )

    def _rule_table(self) -> SchemeTable:
        """The default rules, without those for classes that are not there."""
        default = load_default_table(f"{RULES}.csv")
        keys = {row.key.casefold() for row in self._proposals}

        def is_there(side: object) -> bool:
            """Whether a side of a rule can mean something; groups may be filled in."""
            text = str(side).strip()
            return bool(NON_CLASS_PATTERN.fullmatch(text)) or text.casefold() in keys

        rows = [row for row in default.rows if is_there(row["from"]) and is_there(row["to"])]
        return _convert_table(RULES, replace(default, rows=rows))

    def _coefficient_table(self) -> SchemeTable:
        """A row for each sink, and for each class that may turn out to be one."""
        default = load_default_table(f"{COEFFICIENTS}.csv")
        known = {str(row["class"]).casefold(): row for row in default.rows}
        keys = dict.fromkeys(row.key for row in self._proposals if row.group in (SINK, ""))
        empty = dict.fromkeys(default.columns)
        rows = [{**empty, **known.get(key.casefold(), {}), "class": key} for key in keys]
        return _convert_table(COEFFICIENTS, replace(default, rows=rows))

    @property
    def consistency_checks(self) -> list[Check]:
        """Per date: the hectares of the values are those of its valid cells."""
        what = Term("sum of areas by value = area of the valid cells of the layer")
        sums = (sum(value.hectares[n] for value in self._values) for n in range(len(self._dates)))
        return [
            Check(date.label, what, float(tally.hectares[FIRST_CLASS_CODE:].sum()), hectares)
            for date, tally, hectares in zip(self._dates, self._tallies, sums)
        ]

    def notes(self) -> Notes:
        """What was proposed, what has to be looked at, and what has to be filled in."""
        notes = Notes()
        untold = [row for row in self._proposals if not row.group]
        marked = [row for row in self._proposals if row.group and row.notes]
        notes.add_notice(
            "Values found: {count}; group assigned: {told}.",
            count=len(self._proposals),
            told=len(self._proposals) - len(untold),
        )
        if marked:
            notes.add_notice("Check the column note for {classes}.", classes=_list_values(marked))
        if untold:
            notes.add_warning(
                "No group recognised for {classes}. Fill in the column group of the table "
                "classes; rules by group do not apply to empty rows.",
                classes=_list_values(untold),
            )
        return notes


def _class_candidate(found_value: RasterValue, series: Series) -> ClassCandidate:
    """What is known of a value: by the class table or shipped legend, else by its name."""
    land_class = next((c for c in found_value.meanings.values() if c is not None), None)
    if land_class is None:
        return ClassCandidate(found_value.value, colour=found_value.colour)
    is_given = (
        series.named_by == TABLE_SOURCE or land_class.group or land_class.key != land_class.name
    )
    return ClassCandidate(
        found_value.value,
        land_class.name,
        land_class.key if is_given else "",
        land_class.group,
        land_class.colour or found_value.colour,
    )


def _value_names(found_value: RasterValue) -> dict[str, int]:
    """The names of a value, each with the index of the first date that has it."""
    names: dict[str, tuple[str, int]] = {}
    for date, land_class in found_value.meanings.items():
        if land_class is not None:
            names.setdefault(land_class.name.casefold(), (land_class.name, date))
    return dict(names.values())


def _check_single_meaning(values: Sequence[RasterValue], dates: Sequence[Date]) -> None:
    """A class table goes by values: two names of one must mean the same."""
    wrong = []
    for found_value in values:
        names = _value_names(found_value)
        keys = {infer_class(name).key for name in names}
        if len(names) > 1 and (len(keys) > 1 or not all(keys)):
            listed_names = MessageList(_names_with_layers(names, dates))
            wrong.append(Message("{value}: {names}", value=found_value.value, names=listed_names))
    if wrong:
        raise DataError(
            "LAYERS: the layers give different class names to the same value: {values}; set "
            "CLASSES or SCHEME",
            values=shorten_list(wrong, between=Term("; ")),
        )


def _value_notes(found_value: RasterValue, dates: Sequence[Date], unsure: set[int]) -> list[Text]:
    """What a person should know of a value besides what its name tells."""
    notes: list[Text] = []
    names = _value_names(found_value)
    if found_value.value in unsure:
        notes.append(Term("uncertain in the built-in legend"))
    notes += _names_with_layers(names, dates)[1:]
    nameless = [dates[date].layer for date, known in found_value.meanings.items() if known is None]
    if nameless and names:
        notes.append(Message("no name in {layers}", layers=", ".join(nameless)))
    return notes


def _names_with_layers(names: Mapping[str, int], dates: Sequence[Date]) -> list[Message]:
    """Names with the layers that have them."""
    return [
        Message("'{name}' in {layer}", name=name, layer=dates[date].layer)
        for name, date in names.items()
    ]


def _list_values(rows: Sequence[ClassProposal]) -> str:
    """Values and names, the first of them where there are many."""
    return format_list(
        str(row.value) if row.name == str(row.value) else f"{row.value} '{row.name}'"
        for row in rows
    )


def hectare_columns(dates: Sequence[Date]) -> list[str]:
    """A column for each date: ha_1986, or by the layer where its year does not tell it."""
    years = [date.year for date in dates]
    columns: list[str] = []
    for date in dates:
        label = date.year if date.year and years.count(date.year) == 1 else date.layer
        column = "_".join(["ha", *re.findall(r"\w+", label)])
        columns.append(unique_key(column, {other.casefold() for other in columns}))
    return columns


def _convert_table(name: str, table: Table) -> SchemeTable:
    """A table of texts with its numbers as numbers, and None in empty cells."""
    types: dict[ColumnKind, type] = {ColumnKind.TEXT: str, ColumnKind.REAL: float}
    kinds = {column: _column_kind(table, column) for column in table.columns}
    rows = []
    for row in table.rows:
        cells = ((c, row[c], types.get(kind, int)) for c, kind in kinds.items())
        rows.append({c: None if cell in (None, "") else of(str(cell)) for c, cell, of in cells})
    return SchemeTable(name, list(kinds.items()), rows)


def _column_kind(table: Table, column: str) -> ColumnKind:
    """What a column holds: numbers where the data dictionary says so and all its cells are some."""
    if column in LEDGER_COLUMNS:
        return ColumnKind.TEXT if column in TEXT_COLUMNS else ColumnKind.REAL
    values = [parse_number(str(row[column])) for row in table.rows if row[column]]
    if None in values or column not in COLUMNS:
        return ColumnKind.TEXT
    return COLUMNS[column].kind
