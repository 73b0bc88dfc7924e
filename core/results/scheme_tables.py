"""Templates of the scheme tables derived from rasters: classes, zones, rules, coefficients.

They have the columns of the default tables in the same order. The class table has
further columns that help to complete it: a note, the hectares of each value in each
layer, and whether it is a natural ecosystem, which is optional.
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
from ..scheme.density_sources import pingshuo_caveat
from ..scheme.disturbance_types import ARROWS
from ..scheme.table import Table
from ..scheme.value_classes import TABLE_SOURCE
from .closure import Check

CLASSES, ZONES, RULES, COEFFICIENTS = "classes", "zones", "rules", "coefficients"
CLASS_FIELDS: Sequence[Field] = (
    ("value", ColumnKind.WHOLE),
    *((name, ColumnKind.TEXT) for name in ("class", "name", "group", "colour", "note")),
)
# Side of a rule that is not a class: a group, any class, or the same class.
NON_CLASS_PATTERN = re.compile(r"@.*|\*|=")


@dataclass(frozen=True)
class SchemeTable:
    """Table to be written; empty cells are None, texts may be Messages."""

    name: str
    fields: Sequence[Field]
    rows: Sequence[Mapping[str, object]]


@dataclass(frozen=True)
class RasterValue:
    """Value that occurs in the rasters.

    Attributes:
        meanings: class by date index, for dates with the value; None if unnamed.
        hectares: area at each date, regardless of validity at other dates.
        colour: colour from the rasters, or ''.
    """

    value: int
    meanings: dict[int, LandClass | None] = field(default_factory=dict)
    hectares: list[float] = field(default_factory=list)
    colour: str = ""


def series_by_value(series: Series) -> Series:
    """Return the series with one class per value, named after the value."""
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
    """Return the values that occur, in ascending order."""
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
    """The four scheme tables of a series and related messages.

    Args:
        series: series with the classes of the run.
        census: count of the series by value.
        shipped: built-in legend of the run, with its confidence by value.
    """

    def __init__(
        self,
        series: Series,
        census: CountResult,
        shipped: ShippedLegend | None = None,
        language: str = "",
    ) -> None:
        self._dates, self._tallies, self._language = series.dates, census.dates.own, language
        self._values, self._place = present_values(series, census), series.window_centre
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
        """All tables, classes first.

        Zones, with a number in each row, are last: GDAL 3.10 needs it to detect the header.
        """
        zones = _convert_table(ZONES, load_default_table(f"{ZONES}.csv", self._language))
        rules = _convert_table(RULES, self._split_rules()[0])
        return [self._class_table(), rules, self._coefficient_table(), zones]

    def _class_table(self) -> SchemeTable:
        """Return the class table; `natural`: by the built-in legend, else the class table."""
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

    def _split_rules(self) -> tuple[Table, list[str]]:
        """Return the default rules, and those for missing classes, which RULES must not have."""
        default = load_default_table(f"{RULES}.csv")
        keys = {row.key.casefold() for row in self._proposals}

        def is_there(side: object) -> bool:
            """Return whether a side of a rule can apply; groups may still be filled in."""
            text = str(side).strip()
            return bool(NON_CLASS_PATTERN.fullmatch(text)) or text.casefold() in keys

        rows = [row for row in default.rows if is_there(row["from"]) and is_there(row["to"])]
        omitted = [
            f"{row['from']} {ARROWS[0]} {row['to']}" for row in default.rows if row not in rows
        ]
        return replace(default, rows=rows), omitted

    def _coefficient_table(self) -> SchemeTable:
        """Return a row for each sink and for each class without a group, which may become one."""
        default = load_default_table(f"{COEFFICIENTS}.csv")
        known = {str(row["class"]).casefold(): row for row in default.rows}
        keys = dict.fromkeys(row.key for row in self._proposals if row.group in (SINK, ""))
        empty = dict.fromkeys(default.columns)
        rows = [{**empty, **known.get(key.casefold(), {}), "class": key} for key in keys]
        return _convert_table(COEFFICIENTS, replace(default, rows=rows))

    @property
    def consistency_checks(self) -> list[Check]:
        """Checks, by date, of the area of the values against that of the valid cells."""
        what = Term("sum of areas by value = area of the valid cells of the layer")
        sums = (sum(value.hectares[n] for value in self._values) for n in range(len(self._dates)))
        return [
            Check(date.label, what, float(tally.hectares[FIRST_CLASS_CODE:].sum()), hectares)
            for date, tally, hectares in zip(self._dates, self._tallies, sums)
        ]

    def notes(self) -> Notes:
        """Return messages on proposed groups, cells to check and densities of another place."""
        notes = Notes()
        caveat = self._place and pingshuo_caveat(self._place)
        if caveat and any(row["soil_tc_per_ha"] for row in self._coefficient_table().rows):
            notes.warnings.append(caveat)
        untold = [row for row in self._proposals if not row.group]
        marked = [row for row in self._proposals if row.group and row.notes]
        notes.add_notice(
            "Values found: {count}; group assigned: {assigned}.",
            count=len(self._proposals),
            assigned=len(self._proposals) - len(untold),
        )
        if marked:
            notes.add_notice("See column 'note' for {classes}.", classes=_list_values(marked))
        if untold:
            notes.add_warning(
                "No group recognised for {classes}. Fill in the column group of the table "
                "classes; rules by group do not apply to empty rows.",
                classes=_list_values(untold),
            )
        omitted = self._split_rules()[1]
        if omitted and any(row.name == str(row.value) for row in self._proposals):
            notes.add_warning(
                "Default rules omitted, as values without names may be their classes: {rules}. "
                "Fill in the column class and run again with the table as CLASSES.",
                rules=MessageList(omitted),
            )
        return notes


def _class_candidate(found_value: RasterValue, series: Series) -> ClassCandidate:
    """Return the known properties of a value: class table or built-in legend, else its name."""
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
    """Return the names of a value, each with the index of its first date."""
    names: dict[str, tuple[str, int]] = {}
    for date, land_class in found_value.meanings.items():
        if land_class is not None:
            names.setdefault(land_class.name.casefold(), (land_class.name, date))
    return dict(names.values())


def _check_single_meaning(values: Sequence[RasterValue], dates: Sequence[Date]) -> None:
    """Raise a DataError if names of a value differ in meaning: class tables have a row each."""
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
    """Return notes on a value for manual checking."""
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
    """Return names with the layers that have them."""
    return [
        Message("'{name}' in {layer}", name=name, layer=dates[date].layer)
        for name, date in names.items()
    ]


def _list_values(rows: Sequence[ClassProposal]) -> str:
    """Return a list of values and names, shortened if long."""
    return format_list(
        str(row.value) if row.name == str(row.value) else f"{row.value} '{row.name}'"
        for row in rows
    )


def hectare_columns(dates: Sequence[Date]) -> list[str]:
    """Return column names by date: ha_1986, or with the layer name if the year is not unique."""
    years = [date.year for date in dates]
    columns: list[str] = []
    for date in dates:
        label = date.year if date.year and years.count(date.year) == 1 else date.layer
        column = "_".join(["ha", *re.findall(r"\w+", label)])
        columns.append(unique_key(column, {other.casefold() for other in columns}))
    return columns


def _convert_table(name: str, table: Table) -> SchemeTable:
    """Return a text table with numbers converted and None in empty cells."""
    types: dict[ColumnKind, type] = {ColumnKind.TEXT: str, ColumnKind.REAL: float}
    kinds = {column: _column_kind(table, column) for column in table.columns}
    rows = []
    for row in table.rows:
        cells = ((c, row[c], types.get(kind, int)) for c, kind in kinds.items())
        rows.append({c: None if cell in (None, "") else of(str(cell)) for c, cell, of in cells})
    return SchemeTable(name, list(kinds.items()), rows)


def _column_kind(table: Table, column: str) -> ColumnKind:
    """Return the type of a column: by the data dictionary if all cells are numbers, or text."""
    if column in LEDGER_COLUMNS:
        return ColumnKind.TEXT if column in TEXT_COLUMNS else ColumnKind.REAL
    values = [parse_number(str(row[column])) for row in table.rows if row[column]]
    if None in values or column not in COLUMNS:
        return ColumnKind.TEXT
    return COLUMNS[column].kind
