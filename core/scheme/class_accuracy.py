"""Errors of areas from an accuracy assessment: the table CLASS_ACCURACY, as it comes.

The map that was assessed is a raster of conversions, whose classes are called `Arable land -> Dump`
with an arrow between the names, or one of zones. A row's error is the standard error of the area
that the sample estimates, set against the area in the map, which tonnes go by.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..base.dates import Period
from ..base.messages import Message, Notes
from ..base.numbers import number_in
from ..base.sampling import Z95
from .area_errors import AreaError, AreaErrors, AreaEstimate, period_of
from .classes import Classes
from .rules import Rules, Zone, zone_named
from .table import Row, Table
from .unknown import CLASS, Unknown, some

# What tells the table from others that have a column `class`.
COLUMNS = ("class", "mapped_ha", "estimated_ha", "estimated_se_ha")
# Between the names of a conversion, as its raster has it and as people type it.
ARROWS = ("\N{RIGHTWARDS ARROW}", "->")


def is_class_accuracy(table: Table) -> bool:
    """Whether a table is one of accuracies, and none of errors that somebody wrote."""
    return set(COLUMNS) <= set(table.columns) and "u95_pct" not in table.columns


def read_class_accuracy(
    table: Table, classes: Classes, steps: Sequence[Period], zones: Sequence[Zone], rules: Rules
) -> AreaErrors:
    """The errors of the areas of conversions, or of zones, by the map that was assessed.

    Args:
        steps: the periods from each date to the next.
        zones, rules: those that a table on zones goes by.

    Raises:
        DataError: an empty table, a row that stands twice or is neither a conversion nor a zone,
            conversions beside zones, unknown classes (all in one sentence), or a number that
            cannot be.
    """
    table.require(COLUMNS)
    reader = _AccuracyReader(table, classes, steps, zones)
    for row in table:
        reader.add(row)
    reader.require_known()
    if "period" not in table.columns and len(steps) > 1:
        reader.notes.inform(
            "{table} is of one map and names no period, so its errors hold in each of them; in a "
            "column period they can be told apart.",
            table=table.name,
        )
    by_zone = any(error.zone for error in reader.errors)
    return AreaErrors(
        table, reader.errors, rules if by_zone else None, reader.estimates, reader.notes
    )


class _AccuracyReader:
    """Reads row by row, and keeps what was found."""

    def __init__(
        self, table: Table, classes: Classes, steps: Sequence[Period], zones: Sequence[Zone]
    ):
        self.table, self.classes, self.steps, self.zones = table, classes, steps, zones
        self.errors: list[AreaError] = []
        self.estimates: list[AreaEstimate] = []
        self.notes = Notes()
        self._unknown = Unknown()
        self._rows: dict[tuple[str, str], Row] = {}
        self._nameless: list[str] = []
        self._unsure: list[str] = []
        self._unmapped: list[str] = []
        self._first_zone: Row | None = None
        self._first_conversion: Row | None = None

    def add(self, row: Row) -> None:
        """Take in a row."""
        text = row.needed_text("class")
        key = text.casefold(), row.text("period")
        row.once(self._rows, key, Message("'{text}'", text=text))
        mapped, estimated = (
            float(row.number(name, least=0)) for name in ("mapped_ha", "estimated_ha")
        )
        error = row.optional("estimated_se_ha", least=0)
        # Of the 95 % interval of the estimated hectares; None where the sample gives none.
        half = None if error is None else Z95 * error
        if not mapped:
            # What only the sample has may be called as somebody typed it, and has no tonnes.
            self.estimates.append(AreaEstimate(text, "", mapped, estimated, half))
            self._unmapped.append(text)
            return
        sides = self._sides(row, text)
        zone = 0 if sides else self._zone(row, text)
        self._require_one_map(row)
        period = period_of(row, self.steps)
        self.estimates.append(AreaEstimate(text, period, mapped, estimated, half))
        if sides == ("", ""):
            return
        if half is None:
            self._unsure.append(text)
        width = 100.0 * half / mapped if half is not None else 0.0
        number = row.label
        source, target = sides or ("", "")
        self.errors.append(AreaError(number, source, target, zone, width, period))

    def _sides(self, row: Row, text: str) -> tuple[str, str] | None:
        """The keys of the classes of a conversion; None where it is none, empty if left out."""
        arrow = next((arrow for arrow in ARROWS if arrow in text), "")
        if not arrow:
            return None
        self._first_conversion = self._first_conversion or row
        parts = text.split(arrow)
        # A name may have an arrow in it.
        for place in range(1, len(parts)):
            names = [arrow.join(side).strip() for side in (parts[:place], parts[place:])]
            numbers = [self.classes.find(name) for name in names]
            if None not in numbers:
                one, other = (self.classes[n].key.casefold() for n in numbers if n is not None)
                return one, other
        names = [parts[0].strip(), arrow.join(parts[1:]).strip()]
        strange = [name for name in names if self.classes.find(name) is None]
        if all(isinstance(number_in(name), int) for name in strange):
            # Values that nobody names; what they are is known after the pass.
            self._nameless.append(text)
            return "", ""
        for name in strange:
            where = Message("row {row}", row=row.label)
            self._unknown.add(CLASS, name, where)
        return "", ""

    def _zone(self, row: Row, text: str) -> int:
        self._first_zone = self._first_zone or row
        number = zone_named(text, self.zones)
        if number is None:
            raise row.error(
                "column 'class' is '{text}', neither a conversion such as 'Forestland \u2192 Dump' "
                "nor one of the zones {zones}; assess the accuracy of a raster of conversions or "
                "of zones",
                text=text,
                zones=", ".join(f"{zone.number} {zone.key}" for zone in self.zones),
            )
        return number

    def _require_one_map(self, row: Row) -> None:
        if self._first_zone and self._first_conversion:
            raise row.error(
                "column 'class' has conversions and zones, which cannot be of one map; the other "
                "kind is in row {other}",
                other=min(self._first_zone.label, self._first_conversion.label),
            )

    def require_known(self) -> None:
        """Refuse unknown classes, and say what has no error."""
        self._unknown.require_none(self.table, self.classes)
        if self._unmapped:
            self.notes.inform(
                "{table}: the map has nothing of {classes}; no tonnes go by that.",
                table=self.table.name,
                classes=some(self._unmapped),
            )
        if self._nameless:
            self.notes.warn(
                "{table}: nobody names the values in {classes}; their areas are taken as certain.",
                table=self.table.name,
                classes=some(self._nameless),
            )
        if self._unsure:
            self.notes.warn(
                "{table} gives no standard error of {classes}, as of a stratum with one point; "
                "their areas are taken as certain.",
                table=self.table.name,
                classes=some(self._unsure),
            )
