"""Errors of areas from an accuracy assessment: three tables, as they come.

The map that was assessed is a raster of conversions, whose classes are called `Arable land -> Dump`
with an arrow between the names, or one of zones. A row's error is the standard error of the area
that the sample estimates, set against the area in the map. Of conversions the estimated areas are
kept too, for tonnes by them.

CLASS_ACCURACY has the errors alone. PROPORTIONS has how the areas vary together too: the shares of
the land by class of the map and of the reference, with the samples of each class of the map, which
are the strata. STRATUM_PROPORTIONS has a row for each stratum of a sample, and a column for each
conversion of the reference: the shares of all land that are both, with the samples, cells and
hectares of the stratum. How much of each conversion the map has is not in it; that, and whether the
strata are of the map, is known once the map is counted (core/results/error_adjusted_losses.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Message, Notes
from ..base.numbers import number_in
from ..base.random_draws import Z95
from .area_errors import (
    AreaError,
    AreaErrors,
    AreaEstimate,
    Conversion,
    SampledAreas,
    SampledStratum,
    StratumLand,
    period_of,
    read_area_errors,
    standard_errors,
)
from .classes import CLASS, Classes, Unknown, some
from .disturbance_types import BACK, OF_CLASS, TAKEN, arrow_in, conversion_named
from .table import CELL_LIMITS, HECTARES, ROW_NUMBERS, SAMPLE_LIMITS, Row, Table
from .zone_rules import LASTING_NAMES, Rules, zone_keys, zone_named

Reader = Callable[[Table, Classes, Sequence[Period], Rules], AreaErrors]

NUMBERS = ("mapped_ha", "estimated_ha", "estimated_se_ha")
MAP_CLASS, SUM, SAMPLES, MAPPED = SHARE_COLUMNS = ("map_class", "total", "samples", "mapped_ha")
STRATUM, CELLS = "stratum", "cells"
STRATUM_COLUMNS = (STRATUM, SUM, SAMPLES, CELLS, MAPPED)
# The last row of a table of shares: all land.
TOTAL = "Total"
# Shares that somebody has rounded still add up to 1 within this.
ROUNDED = 0.01


def reader_of(table: Table) -> Reader:
    """What reads a table of errors, by its columns: one that somebody wrote, or an assessment's."""
    columns = set(table.columns)
    if {"class", *NUMBERS} <= columns and "u95_pct" not in columns:
        return read_class_accuracy
    if {STRATUM, SUM, CELLS} <= columns:
        return read_stratum_proportions
    return read_proportions if {MAP_CLASS, SUM} <= columns else read_area_errors


def read_class_accuracy(
    table: Table, classes: Classes, steps: Sequence[Period], rules: Rules, column: str = "class"
) -> AreaErrors:
    """The errors of the areas of conversions, or of zones, by the map that was assessed.

    `steps` are the periods from each date to the next; a column names conversions or zones.
    """
    table.require((column, *NUMBERS))
    reader = _AccuracyReader(table, classes, steps, rules, column)
    for row in table:
        reader.add(row)
    notes = reader.known_notes()
    samples = _samples_by_period(reader.estimates, classes)
    for sample in samples:
        _require_once(table, sample.names, sample.conversions)
    if "period" not in table.columns and len(steps) > 1:
        notes.inform(
            "{table} names no period; its errors are applied to all periods. Add a column "
            "period to distinguish them.",
            table=table.name,
        )
    errors = list(reader.errors.values())
    if any(error.zone for error in errors):
        return AreaErrors(table, errors, rules, reader.estimates, notes=notes)
    return AreaErrors(table, errors, None, reader.estimates, samples, notes)


class _AccuracyReader:
    """Reads row by row, and keeps what was found."""

    def __init__(
        self, table: Table, classes: Classes, steps: Sequence[Period], rules: Rules, column: str
    ):
        self.table, self.classes, self.steps, self.column = table, classes, steps, column
        self.zones = rules.zones
        # By row of a conversion, or by zone and period.
        self.errors: dict[object, AreaError] = {}
        self.estimates: list[AreaEstimate] = []
        self._unknown = Unknown()
        self._rows: dict[tuple[str, str], Row] = {}
        self._zones: dict[tuple[int, str], Row] = {}
        self._parts: dict[tuple[int, str], list[tuple[float, float]]] = {}
        self._nameless: list[str] = []
        self._unsure: list[str] = []
        self._unmapped: list[str] = []
        # Of zones and of conversions.
        self._first: dict[bool, Row] = {}

    def add(self, row: Row) -> None:
        """Take in a row."""
        text = row.needed_text(self.column)
        row.once(self._rows, (text.casefold(), row.text("period")), Message("'{text}'", text=text))
        mapped, estimated = (row.real(name, **HECTARES) for name in NUMBERS[:2])
        error = row.optional(NUMBERS[2], **HECTARES)
        # Of the 95 % interval of the estimated hectares; None where the sample gives none.
        half = None if error is None else Z95 * error
        # What only the sample has may be called as somebody typed it.
        is_conversion = bool(arrow_in(text))
        sides = self._sides(row, text) if mapped and is_conversion else None
        zone = zone_named(text, self.zones) if mapped and not is_conversion else 0
        if zone is None:
            raise row.error(
                "column '{column}': '{text}' is neither a conversion such as 'Forestland → "
                "Dump' nor one of the zones {zones}; assess a raster of conversions or zones",
                column=self.column,
                zones=", ".join(zone_keys(self.zones)),
            )
        if mapped:
            self._first.setdefault(is_conversion, row)
        if len(self._first) > 1:
            raise row.error(
                "column '{column}' contains both conversions and zones (other kind in row "
                "{other}); use one kind only",
                column=self.column,
                other=min(first.label for first in self._first.values()),
            )
        period = period_of(row, self.steps)
        self.estimates.append(AreaEstimate(text, period, mapped, estimated, half))
        if not mapped:
            self._unmapped.append(text)
        elif half is None and (zone or sides):
            self._unsure.append(text)
        if zone:
            self._add_zone(row, zone, text, period, mapped, half or 0.0)
        elif sides:
            width = 0.0 if half is None else 100.0 * half / mapped
            self.errors[row.label] = AreaError(row.label, *sides, 0, width, period)

    def _add_zone(
        self, row: Row, zone: int, text: str, period: str, mapped: float, half: float
    ) -> None:
        """An error of a zone. A raster has lasting land apart from the rest of the unassigned zone:
        these areas are added up, and their errors as those of independent ones.

        The areas of one sample vary against each other, so that their sum is rather surer.
        """
        key = zone, period
        if text.casefold() not in map(str.casefold, LASTING_NAMES):
            row.once(self._zones, key, Message("'{text}'", text=text))
        parts = self._parts.setdefault(key, [])
        parts.append((mapped, half))
        areas, halves = zip(*parts)
        width = 100.0 * float(np.hypot.reduce(halves)) / sum(areas)
        # The last row that is of it.
        self.errors.pop(key, None)
        self.errors[key] = AreaError(row.label, "", "", zone, width, period)

    def _sides(self, row: Row, text: str) -> tuple[str, str] | None:
        """The keys of the classes of a conversion; None, noted, where one is no class."""
        conversion = conversion_named(text, self.classes)
        if conversion:
            source, target = (land_class.key.casefold() for land_class in conversion)
            return source, target
        names = [name.strip() for name in text.split(arrow_in(text), 1)]
        strange = [name for name in names if self.classes.find(name) is None]
        if all(isinstance(number_in(name), int) for name in strange):
            # Unclassified values; what they are is known after the pass.
            self._nameless.append(text)
            return None
        for name in strange:
            self._unknown.add(CLASS, name, Message("row {row}", row=row.label))
        return None

    def known_notes(self) -> Notes:
        """What has no error, once there are no unknown classes."""
        self._unknown.require_none(self.table, self.classes)
        notes = Notes()
        if self._unmapped:
            notes.inform(
                "{table}: {classes} not in the map; carbon of the mapped area is not affected.",
                table=self.table.name,
                classes=some(self._unmapped),
            )
        if self._nameless:
            notes.warn(
                "{table}: unclassified values in {classes}; their areas are treated as exact.",
                table=self.table.name,
                classes=some(self._nameless),
            )
        if self._unsure:
            notes.warn(
                "{table}: no standard error for {classes}; their areas are treated as exact.",
                table=self.table.name,
                classes=some(self._unsure),
            )
        return notes


def _samples_by_period(estimates: Sequence[AreaEstimate], classes: Classes) -> list[SampledAreas]:
    """The estimates of a table, period by period."""
    by_period: dict[str, list[AreaEstimate]] = {}
    for estimate in estimates:
        by_period.setdefault(estimate.period, []).append(estimate)
    return [
        SampledAreas(
            period,
            [e.name for e in own],
            [conversion_named(e.name, classes) for e in own],
            np.array([e.mapped_ha for e in own]),
            np.array([e.estimated_ha for e in own]),
            np.array([np.nan if e.half_width_ha is None else e.half_width_ha for e in own]) / Z95,
        )
        for period, own in by_period.items()
    ]


def read_proportions(
    table: Table, classes: Classes, steps: Sequence[Period], rules: Rules
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
        areas = sum((s.hectares * s.shares for s in strata[period]), np.zeros(len(own)))
        errors = standard_errors(strata[period], len(own))
        for row, area, error in zip(own, map(float, areas), map(float, errors)):
            values = dict(zip(NUMBERS, (row.real(MAPPED, **HECTARES), area, error)))
            cells.append({MAP_CLASS: row.text(MAP_CLASS), "period": period, **values})
            labels.append(row.label)
    columns = (MAP_CLASS, *NUMBERS, *(("period",) if "period" in table.columns else ()))
    estimated = Table(table.name, columns, cells, labels=tuple(labels))
    read = read_class_accuracy(estimated, classes, steps, rules, MAP_CLASS)
    notes.add(read.notes)
    samples = [replace(sample, strata=strata[sample.period]) for sample in read.samples]
    return replace(read, table=table, samples=samples, notes=notes)


def _is_total(row: Row) -> bool:
    return row.needed_text(MAP_CLASS) == TOTAL


def _strata(rows: Sequence[Row], notes: Notes) -> list[SampledStratum]:
    """The strata of a map: its classes, or all land of a simple random sample."""
    table, own = rows[0].table, [row for row in rows if not _is_total(row)]
    indices = {row.text(MAP_CLASS).casefold(): index for index, row in enumerate(own)}
    # Of each row by class of the reference, in the order of the rows.
    shares = np.zeros((len(own), len(own)))
    for row, of_row in zip(own, shares):
        for column in _class_columns(table, SHARE_COLUMNS):
            share = row.optional(column, least=0, most=1) or 0.0
            if column.casefold() in indices:
                of_row[indices[column.casefold()]] = share
            elif share:
                raise row.error("column '{column}' is not a class of 'map_class'", column=column)
    total = float(shares.sum())
    _require_whole(table, total)
    if not any(row.text(SAMPLES) for row in own):
        whole = [row for row in rows if _is_total(row) and row.text(SAMPLES)]
        if not whole:
            raise rows[0].error(
                "column 'samples' is empty; use CLASS_ACCURACY of the same assessment"
            )
        hectares = sum(row.real(MAPPED, **HECTARES) for row in own)
        count = whole[0].whole(SAMPLES, **SAMPLE_LIMITS)
        return [SampledStratum(TOTAL, hectares, count, shares.sum(axis=0) / total)]
    strata = [
        SampledStratum(
            row.text(MAP_CLASS),
            row.real(MAPPED, **HECTARES),
            row.whole(SAMPLES, **SAMPLE_LIMITS),
            of_row / of_row.sum(),
        )
        for row, of_row in zip(own, shares)
        if of_row.sum() > 0
    ]
    _note_single(table, strata, notes)
    return strata


def _class_columns(table: Table, besides: Sequence[str]) -> list[str]:
    """The columns of the classes of the reference."""
    others = (*besides, *ROW_NUMBERS, "period")
    return [column for column in table.columns if column.casefold() not in others]


def read_stratum_proportions(
    table: Table, classes: Classes, steps: Sequence[Period], rules: Rules
) -> AreaErrors:
    """The areas of conversions by the strata of a sample; arguments as of read_class_accuracy."""
    table.require(STRATUM_COLUMNS)
    columns = _class_columns(table, STRATUM_COLUMNS)
    conversions = [conversion_named(column, classes) for column in columns]
    _require_once(table, columns, conversions)
    # Columns come in small letters.
    names = [
        column if pair is None else f"{pair[0].name} \N{RIGHTWARDS ARROW} {pair[1].name}"
        for column, pair in zip(columns, conversions)
    ]
    by_period: dict[str, list[SampledStratum]] = {}
    sums: dict[str, float] = {}
    rows: dict[tuple[str, str], Row] = {}
    for row in table:
        name = row.needed_text(STRATUM)
        if name.casefold() == TOTAL.casefold():
            continue
        period = period_of(row, steps)
        row.once(rows, (name.casefold(), period), Message("'{text}'", text=name))
        stratum, total = _stratum(row, columns, classes)
        sums[period] = sums.get(period, 0.0) + total
        if stratum.hectares:
            by_period.setdefault(period, []).append(stratum)
    for total in sums.values():
        _require_whole(table, total)
    notes = Notes()
    strange = [name for name, pair in zip(names, conversions) if pair is None]
    if len(strange) == len(names) and not any(map(arrow_in, strange)):
        raise DataError(
            "{table}: no column is a conversion such as 'Forestland → Dump'; assess a raster "
            "of conversions",
            table=table.name,
        )
    if strange:
        notes.warn(
            "{table}: conversions without classes in this run ignored: {names}.",
            table=table.name,
            names=some(strange),
        )
    for strata in by_period.values():
        _note_single(table, strata, notes)
    samples_by_period = [
        SampledAreas(
            period,
            names,
            conversions,
            np.full(len(names), np.nan),
            sum((s.hectares * s.shares for s in strata), np.zeros(len(names))),
            standard_errors(strata, len(names)),
            strata,
        )
        for period, strata in by_period.items()
    ]
    return AreaErrors(table, [], None, [], samples_by_period, notes, by_strata=True)


def _stratum(row: Row, columns: Sequence[str], classes: Classes) -> tuple[SampledStratum, float]:
    """A row, and the share that its stratum has of all land."""
    name = row.needed_text(STRATUM)
    shares = np.array([row.optional(c, least=0, most=1) or 0.0 for c in columns])
    hectares = row.real(MAPPED, **HECTARES)
    cells = row.whole(CELLS, **CELL_LIMITS)
    samples = row.whole(SAMPLES, **{**SAMPLE_LIMITS, "least": 0})
    total = float(shares.sum())
    if samples > cells:
        raise row.error(
            "samples ({samples:,}) must not exceed cells ({cells:,})", samples=samples, cells=cells
        )
    if bool(samples and hectares) != bool(total):
        raise row.error(
            "samples is {samples:,} but the shares sum to {total:g}; both or neither must be 0",
            samples=samples,
            total=total,
        )
    shares = shares / total if total else shares
    land = _land(name, classes)
    return SampledStratum(name, hectares, samples, shares, cells, land), total


def _land(name: str, classes: Classes) -> StratumLand | None:
    """What land of the map a stratum is by its name; None of other strata."""
    kind, _, source = name.partition(OF_CLASS)
    if kind.casefold() == BACK:
        return StratumLand(BACK)
    if kind.casefold() == TAKEN:
        class_index = classes.find(source)
        return StratumLand(TAKEN, None if class_index is None else classes[class_index], source)
    pair = conversion_named(name, classes)
    return None if pair is None else StratumLand("", conversion=pair)


def _require_whole(table: Table, total: float) -> None:
    if abs(total - 1.0) > ROUNDED:
        raise DataError(
            "{table}: the shares of all rows sum to {total:.4g} instead of 1",
            table=table.name,
            total=total,
        )


def _require_once(table: Table, names: Sequence[str], conversions: Sequence[Conversion]) -> None:
    """Refuse two names of one conversion, as labels in two spellings are."""
    seen: dict[tuple[object, object], str] = {}
    for name, pair in zip(names, conversions):
        if pair is None:
            continue
        source, target = pair
        other = seen.setdefault((source.identity, target.identity), name)
        if other != name:
            raise DataError(
                "{table}: '{one}' and '{other}' are both {source} → {target}; use a single "
                "label and repeat the assessment",
                table=table.name,
                one=other,
                other=name,
                source=source.name,
                target=target.name,
            )


def _note_single(table: Table, strata: Sequence[SampledStratum], notes: Notes) -> None:
    """Warn of strata with a single sample, whose land is taken as certain."""
    alone = [s for s in strata if s.samples == 1 and s.cells != 1]
    if alone:
        notes.warn(
            "{table}: the variance of strata with a single sample is unknown; the area of "
            "{strata} is treated as exact.",
            table=table.name,
            strata=some(
                Message("{name} ({area:,.2f} ha)", name=s.name, area=s.hectares) for s in alone
            ),
        )
