"""Errors of areas from an accuracy assessment: the table CLASS_ACCURACY, as it comes.

The map that was assessed is a raster of conversions, whose classes are called `Arable land -> Dump`
with an arrow between the names, or one of zones. A row's error is the standard error of the area
that the sample estimates, set against the area in the map. Of conversions the estimated areas are
kept too, for tonnes by them.

Errors of areas from an accuracy assessment: the table PROPORTIONS, as it comes.

It has what CLASS_ACCURACY has, and how the areas vary together: the shares of the land by class of
the map and of the reference, with the samples of each class of the map, which are the strata.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Message, Notes
from ..base.numbers import Floats, number_in
from ..base.random_draws import Z95
from .area_errors import (
    AreaError,
    AreaErrors,
    AreaEstimate,
    Conversion,
    SampledAreas,
    SampledStratum,
    period_of,
    standard_errors,
)
from .classes import CLASS, Classes, Unknown, some
from .table import HECTARES, ROW_NUMBERS, SAMPLE_LIMITS, Row, Table
from .zone_rules import LASTING, Rules, Zone, zone_named

NUMBERS = ("mapped_ha", "estimated_ha", "estimated_se_ha")
# What tells the table from others that have a column `class`.
COLUMNS = ("class", *NUMBERS)
# Between the names of a conversion, as its raster has it and as people type it.
ARROWS = ("\N{RIGHTWARDS ARROW}", "->")
# Values of a raster of conversions are from x 1000 + to; those that cannot be are larger.
FACTOR = 1000
LASTING_NAMES = {name.casefold() for zone in LASTING.values() for name in zone.names}


def arrow_in(text: str) -> str:
    """The arrow in the name of a conversion; '' where there is none."""
    return next((arrow for arrow in ARROWS if arrow in text), "")


def conversion_named(text: str, classes: Classes) -> Conversion:
    """The classes of a conversion; None where it is none, or no class is called so."""
    arrow = arrow_in(text)
    parts = text.split(arrow) if arrow else []
    # A name may have an arrow in it.
    for end in range(1, len(parts)):
        sides = [arrow.join(side) for side in (parts[:end], parts[end:])]
        source, target = map(classes.find, sides)
        if source is not None and target is not None:
            return classes[source], classes[target]
    return None


def unmapped_conversions(mapped: Mapping[int, str]) -> dict[int, str]:
    """The names of the conversions between a map's classes that it does not have, by value.

    Nothing of a map whose values and names are not those of conversions.
    """
    sides: dict[int, str] = {}
    for value, name in mapped.items():
        arrow = arrow_in(name)
        parts = [part.strip() for part in name.split(arrow)] if arrow else []
        if len(parts) != 2:
            return {}
        if 0 <= value < FACTOR * FACTOR:
            for code, part in zip(divmod(value, FACTOR), parts):
                if sides.setdefault(code, part) != part:
                    return {}
    if len(set(sides.values())) < len(sides):
        return {}
    known = {name.casefold() for name in mapped.values()}
    names = {
        source * FACTOR + target: f"{sides[source]} \N{RIGHTWARDS ARROW} {sides[target]}"
        for source in sorted(sides)
        for target in sorted(sides)
    }
    return {
        value: name
        for value, name in names.items()
        if value not in mapped and name.casefold() not in known
    }


def require_once(table: Table, names: Sequence[str], conversions: Sequence[Conversion]) -> None:
    """Refuse two names of one conversion, as labels in two spellings are."""
    seen: dict[tuple[object, object], str] = {}
    for name, pair in zip(names, conversions):
        if pair is None:
            continue
        source, target = pair
        other = seen.setdefault((source.identity, target.identity), name)
        if other != name:
            raise DataError(
                "{table}: '{one}' and '{other}' are both {source} \N{RIGHTWARDS ARROW} {target}; "
                "give its points one label and assess the map again",
                table=table.name,
                one=other,
                other=name,
                source=source.name,
                target=target.name,
            )


def is_class_accuracy(table: Table) -> bool:
    """Whether a table is one of accuracies, and none of errors that somebody wrote."""
    return set(COLUMNS) <= set(table.columns) and "u95_pct" not in table.columns


def read_class_accuracy(
    table: Table,
    classes: Classes,
    steps: Sequence[Period],
    zones: Sequence[Zone],
    rules: Rules,
    column: str = "class",
) -> AreaErrors:
    """The errors of the areas of conversions, or of zones, by the map that was assessed.

    Args:
        steps: the periods from each date to the next.
        zones, rules: those that a table on zones goes by.
        column: what names conversions or zones.
    """
    table.require((column, *NUMBERS))
    reader = _AccuracyReader(table, classes, steps, zones, column)
    for row in table:
        reader.add(row)
    reader.require_known()
    for sample in reader.samples:
        require_once(table, sample.names, sample.conversions)
    if "period" not in table.columns and len(steps) > 1:
        reader.notes.inform(
            "{table} is of one map and names no period, so its errors hold in each of them; in a "
            "column period they can be told apart.",
            table=table.name,
        )
    by_zone = any(error.zone for error in reader.errors)
    return AreaErrors(
        table,
        reader.errors,
        rules if by_zone else None,
        reader.estimates,
        [] if by_zone else reader.samples,
        reader.notes,
    )


class _AccuracyReader:
    """Reads row by row, and keeps what was found."""

    def __init__(
        self,
        table: Table,
        classes: Classes,
        steps: Sequence[Period],
        zones: Sequence[Zone],
        column: str,
    ):
        self.table, self.classes, self.steps, self.zones = table, classes, steps, zones
        self.column = column
        self.errors: list[AreaError] = []
        self.estimates: list[AreaEstimate] = []
        self.notes = Notes()
        self._unknown = Unknown()
        self._rows: dict[tuple[str, str], Row] = {}
        self._zones: dict[tuple[str, str], Row] = {}
        self._parts: dict[tuple[int, str], list[tuple[float, float]]] = {}
        self._nameless: list[str] = []
        self._unsure: list[str] = []
        self._unmapped: list[str] = []
        self._first_zone: Row | None = None
        self._first_conversion: Row | None = None

    def add(self, row: Row) -> None:
        """Take in a row."""
        text = row.needed_text(self.column)
        key = text.casefold(), row.text("period")
        row.once(self._rows, key, Message("'{text}'", text=text))
        mapped, estimated = (
            float(row.real(name, **HECTARES)) for name in ("mapped_ha", "estimated_ha")
        )
        error = row.optional("estimated_se_ha", **HECTARES)
        # Of the 95 % interval of the estimated hectares; None where the sample gives none.
        half = None if error is None else Z95 * error
        if not mapped:
            # What only the sample has may be called as somebody typed it.
            self.estimates.append(
                AreaEstimate(text, period_of(row, self.steps), mapped, estimated, half)
            )
            self._unmapped.append(text)
            return
        sides = self._sides(row, text)
        zone = 0 if sides else self._zone(row, text)
        if self._first_zone and self._first_conversion:
            raise row.error(
                "column '{column}' has conversions and zones, which cannot be of one map; the "
                "other kind is in row {other}",
                column=self.column,
                other=min(self._first_zone.label, self._first_conversion.label),
            )
        period = period_of(row, self.steps)
        self.estimates.append(AreaEstimate(text, period, mapped, estimated, half))
        if sides == ("", ""):
            return
        if half is None:
            self._unsure.append(text)
        if zone:
            self._add_zone(row, zone, text, period, mapped, half or 0.0)
            return
        width = 100.0 * half / mapped if half is not None else 0.0
        source, target = sides or ("", "")
        self.errors.append(AreaError(row.label, source, target, 0, width, period))

    def _add_zone(
        self, row: Row, zone: int, text: str, period: str, mapped: float, half: float
    ) -> None:
        """An error of a zone. A raster has lasting land apart from the rest of the unassigned zone:
        these areas are added up, and their errors as those of independent ones.

        The areas of one sample vary against each other, so that their sum is rather surer.
        """
        if text.casefold() not in LASTING_NAMES:
            key = str(zone), period
            row.once(self._zones, key, Message("'{text}'", text=text))
        parts = self._parts.setdefault((zone, period), [])
        parts.append((mapped, half))
        areas, halves = zip(*parts)
        width = 100.0 * float(np.hypot.reduce(halves)) / sum(areas)
        error = AreaError(row.label, "", "", zone, width, period)
        self.errors = [e for e in self.errors if (e.zone, e.period) != (zone, period)] + [error]

    @property
    def samples(self) -> list[SampledAreas]:
        """The estimates by period, the same of all rows."""
        by_period: dict[str, list[AreaEstimate]] = {}
        for estimate in self.estimates:
            by_period.setdefault(estimate.period, []).append(estimate)
        nan = float("nan")
        return [
            SampledAreas(
                period,
                [e.name for e in own],
                [conversion_named(e.name, self.classes) for e in own],
                np.array([e.mapped_ha for e in own]),
                np.array([e.estimated_ha for e in own]),
                np.array([nan if e.half_width_ha is None else e.half_width_ha for e in own]) / Z95,
            )
            for period, own in by_period.items()
        ]

    def _sides(self, row: Row, text: str) -> tuple[str, str] | None:
        """The keys of the classes of a conversion; None where it is none, empty if left out."""
        arrow = arrow_in(text)
        if not arrow:
            return None
        self._first_conversion = self._first_conversion or row
        conversion = conversion_named(text, self.classes)
        if conversion:
            source, target = (land_class.key.casefold() for land_class in conversion)
            return source, target
        before, _, after = text.partition(arrow)
        names = [before.strip(), after.strip()]
        strange = [name for name in names if self.classes.find(name) is None]
        if all(isinstance(number_in(name), int) for name in strange):
            # Unclassified values; what they are is known after the pass.
            self._nameless.append(text)
            return "", ""
        for name in strange:
            self._unknown.add(CLASS, name, Message("row {row}", row=row.label))
        return "", ""

    def _zone(self, row: Row, text: str) -> int:
        self._first_zone = self._first_zone or row
        value = zone_named(text, self.zones)
        if value is None:
            raise row.error(
                "column '{column}' is '{text}', neither a conversion such as 'Forestland \u2192 "
                "Dump' nor one of the zones {zones}; assess the accuracy of a raster of "
                "conversions or of zones",
                column=self.column,
                text=text,
                zones=", ".join(f"{zone.value} {zone.key}" for zone in self.zones),
            )
        return value

    def require_known(self) -> None:
        """Refuse unknown classes, and say what has no error."""
        self._unknown.require_none(self.table, self.classes)
        if self._unmapped:
            self.notes.inform(
                "{table}: the map has nothing of {classes}; no tonnes of the map go by that.",
                table=self.table.name,
                classes=some(self._unmapped),
            )
        if self._nameless:
            self.notes.warn(
                "{table}: unclassified values in {classes}; their areas are taken as certain.",
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


MAP_CLASS, SUM, SAMPLES, MAPPED = SHARE_COLUMNS = ("map_class", "total", "samples", "mapped_ha")
# The last row: all land.
TOTAL = "Total"
# Shares that somebody has rounded still add up to 1 within this.
ROUNDED = 0.01


def is_proportions(table: Table) -> bool:
    """Whether a table has a row and a column for each class."""
    return {MAP_CLASS, SUM} <= set(table.columns)


def read_proportions(
    table: Table, classes: Classes, steps: Sequence[Period], zones: Sequence[Zone], rules: Rules
) -> AreaErrors:
    """The errors of the areas of conversions, or of zones; arguments as of read_class_accuracy."""
    table.require(SHARE_COLUMNS)
    by_period: dict[str, list[Row]] = {}
    for row in table:
        by_period.setdefault(row.text("period"), []).append(row)
    notes = Notes()
    strata = {period: _strata(rows, notes) for period, rows in by_period.items()}
    cells: list[dict[str, object]] = []
    labels: list[int] = []
    for period, rows in by_period.items():
        own = [row for row in rows if not _is_total(row)]
        areas = sum(stratum.hectares * stratum.shares for stratum in strata[period])
        errors = standard_errors(strata[period], len(own))
        for row, *estimates in zip(own, np.zeros(len(own)) + areas, errors):
            mapped = row.real(MAPPED, **HECTARES)
            values = dict(zip(NUMBERS, (mapped, *map(float, estimates))))
            cells.append({MAP_CLASS: row.text(MAP_CLASS), "period": period, **values})
            labels.append(row.label)
    columns = (MAP_CLASS, *NUMBERS, *(("period",) if "period" in table.columns else ()))
    read = read_class_accuracy(
        Table(table.name, columns, cells, labels=tuple(labels)),
        *(classes, steps, zones, rules),
        column=MAP_CLASS,
    )
    notes.add(read.notes)
    samples = [replace(sample, strata=strata[sample.period]) for sample in read.samples]
    return replace(read, table=table, samples=samples, notes=notes)


def _is_total(row: Row) -> bool:
    return row.needed_text(MAP_CLASS) == TOTAL


def _strata(rows: Sequence[Row], notes: Notes) -> list[SampledStratum]:
    """The strata of a map: its classes, or all land of a simple random sample."""
    own = [row for row in rows if not _is_total(row)]
    shares = np.array([_shares(row, own) for row in own]).reshape(len(own), len(own))
    total = float(shares.sum())
    if abs(total - 1.0) > ROUNDED:
        raise DataError(
            "{table}: the shares of all rows add up to {total:.4g}, not to 1",
            table=rows[0].table.name,
            total=total,
        )
    if not any(row.text(SAMPLES) for row in own):
        whole = [row for row in rows if _is_total(row) and row.text(SAMPLES)]
        if not whole:
            raise rows[0].error(
                "column 'samples' is empty, as of a sample whose strata are not the classes of the "
                "map (STRATUM_FIELD); give CLASS_ACCURACY of the same assessment"
            )
        hectares = sum(float(row.real(MAPPED, **HECTARES)) for row in own)
        count = whole[0].whole(SAMPLES, **SAMPLE_LIMITS)
        return [SampledStratum(TOTAL, hectares, count, shares.sum(axis=0) / total)]
    strata = [
        SampledStratum(
            row.text(MAP_CLASS),
            float(row.real(MAPPED, **HECTARES)),
            row.whole(SAMPLES, **SAMPLE_LIMITS),
            of_row / of_row.sum(),
        )
        for row, of_row in zip(own, shares)
        if of_row.sum() > 0
    ]
    note_single(rows[0].table, strata, notes)
    return strata


def note_single(table: Table, strata: Sequence[SampledStratum], notes: Notes) -> None:
    """Warn of strata with a single sample, whose land is taken as certain."""
    alone = [s for s in strata if s.samples == 1 and s.cells != 1]
    if alone:
        notes.warn(
            "{table}: a single sample tells no spread, so that the land of {strata} is taken as "
            "certain.",
            table=table.name,
            strata=some(
                Message("{name} ({area:,.2f} ha)", name=s.name, area=s.hectares) for s in alone
            ),
        )


def _shares(row: Row, rows: Sequence[Row]) -> Floats:
    """The shares of a row by class of the reference, in the order of the rows, (rows,)."""
    columns = {name.casefold(): name for name in row.table.columns}
    indices = {other.text(MAP_CLASS).casefold(): index for index, other in enumerate(rows)}
    shares = np.zeros(len(rows))
    for name, column in columns.items():
        if name in (*SHARE_COLUMNS, *ROW_NUMBERS, "period"):
            continue
        share = row.optional(column, least=0, most=1) or 0.0
        if name in indices:
            shares[indices[name]] = share
        elif share:
            raise row.error("column '{column}' is no class of 'map_class'", column=column)
    return shares
