"""Area errors from an accuracy assessment, read from any of its three tables.

The assessed map is a raster of conversions, with class names such as `Arable land ->
Dump` and an arrow between the names, or one of zones. The error of a row is the
standard error of the estimated area, relative to the mapped area. For conversions the
estimated areas are kept too, for error-adjusted carbon.

CLASS_ACCURACY contains the errors only. PROPORTIONS also contains the covariances of
areas: the shares of the land by map class and reference class, with the samples of each
map class, which are the strata. STRATUM_PROPORTIONS has a row for each stratum of a
sample, and a column for each reference conversion: the shares of all land in both, with
the samples, cells and hectares of the stratum. It lacks the mapped areas of the
conversions; these, and whether the strata match the map, are known once the map is
counted (core/results/error_adjusted_losses.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Message, Notes
from ..base.numbers import parse_number
from ..base.random_draws import Z95
from .area_errors import (
    AreaError,
    AreaErrors,
    AreaEstimate,
    Conversion,
    SampledAreas,
    SampledStratum,
    StratumChange,
    read_area_errors,
    read_period,
    standard_errors,
)
from .classes import CLASS_TERM, Classes, UnknownNames, shorten_list
from .disturbance_types import (
    CLASS_SEPARATOR,
    DISTURBED_STRATUM,
    RECLAIMED_STRATUM,
    find_arrow,
    parse_conversion,
)
from .table import (
    AREA_HA_BOUNDS,
    CELL_COUNT_BOUNDS,
    ROW_ID_COLUMNS,
    SAMPLE_COUNT_BOUNDS,
    Row,
    Table,
)
from .zone_rules import LASTING_ZONE_NAMES, ZoneRules, find_zone, zone_labels

AreaErrorReader = Callable[[Table, Classes, Sequence[Period], ZoneRules], AreaErrors]

ESTIMATE_COLUMNS = ("mapped_ha", "estimated_ha", "estimated_se_ha")
MAP_CLASS_COLUMN, TOTAL_COLUMN, SAMPLES_COLUMN, MAPPED_AREA_COLUMN = SHARE_COLUMNS = (
    "map_class",
    "total",
    "samples",
    "mapped_ha",
)
STRATUM_COLUMN, CELLS_COLUMN = "stratum", "cells"
STRATUM_COLUMNS = (STRATUM_COLUMN, TOTAL_COLUMN, SAMPLES_COLUMN, CELLS_COLUMN, MAPPED_AREA_COLUMN)
# Last row of a table of shares: all land.
TOTAL_LABEL = "Total"
# Tolerance for the sum of rounded shares.
SHARE_TOLERANCE = 0.01


def select_reader(table: Table) -> AreaErrorReader:
    """Return the reader of a table of errors by its columns: user table or accuracy assessment."""
    columns = set(table.columns)
    if {"class", *ESTIMATE_COLUMNS} <= columns and "u95_pct" not in columns:
        return read_class_accuracy
    if {STRATUM_COLUMN, TOTAL_COLUMN, CELLS_COLUMN} <= columns:
        return read_stratum_proportions
    return read_proportions if {MAP_CLASS_COLUMN, TOTAL_COLUMN} <= columns else read_area_errors


def read_class_accuracy(
    table: Table, classes: Classes, steps: Sequence[Period], rules: ZoneRules, column: str = "class"
) -> AreaErrors:
    """Read errors of conversions or zones in `column` of a map assessment; `steps`: periods."""
    table.check_columns((column, *ESTIMATE_COLUMNS))
    reader = _AccuracyReader(table, classes, steps, rules, column)
    for row in table:
        reader.add_row(row)
    notes = reader.collect_notes()
    samples = _samples_by_period(reader.estimates, classes)
    for sample in samples:
        _check_duplicate_names(table, sample.names, sample.conversions)
    if "period" not in table.columns and len(steps) > 1:
        notes.add_notice(
            "{table} names no period; its errors are applied to all periods. Add a column "
            "period to distinguish them.",
            table=table.name,
        )
    errors = list(reader.errors.values())
    if any(error.zone for error in errors):
        return AreaErrors(table, errors, rules, reader.estimates, notes=notes)
    return AreaErrors(table, errors, None, reader.estimates, samples, notes)


class _AccuracyReader:
    """Reads rows and collects errors, estimates and notes."""

    def __init__(
        self, table: Table, classes: Classes, steps: Sequence[Period], rules: ZoneRules, column: str
    ):
        self.table, self.classes, self.steps, self.column = table, classes, steps, column
        self.zones = rules.zones
        # By row label of a conversion, or by zone and period.
        self.errors: dict[object, AreaError] = {}
        self.estimates: list[AreaEstimate] = []
        self._unknown = UnknownNames()
        self._rows: dict[tuple[str, str], Row] = {}
        self._zones: dict[tuple[int, str], Row] = {}
        self._parts: dict[tuple[int, str], list[tuple[float, float]]] = {}
        self._nameless: list[str] = []
        self._unsure: list[str] = []
        self._unmapped: list[str] = []
        # First row with zones (False) and with conversions (True).
        self._first: dict[bool, Row] = {}

    def add_row(self, row: Row) -> None:
        """Add a row."""
        text = row.required_text(self.column)
        row.check_unique(
            self._rows, (text.casefold(), row.text_value("period")), Message("'{text}'", text=text)
        )
        mapped, estimated = (
            row.float_value(name, **AREA_HA_BOUNDS) for name in ESTIMATE_COLUMNS[:2]
        )
        error = row.optional_float(ESTIMATE_COLUMNS[2], **AREA_HA_BOUNDS)
        # Half-width of the 95 % interval of the estimated hectares; None if the sample gives none.
        half = None if error is None else Z95 * error
        # Names of classes that are only in the sample may be spelled freely.
        is_conversion = bool(find_arrow(text))
        sides = self._conversion_keys(row, text) if mapped and is_conversion else None
        zone = find_zone(text, self.zones) if mapped and not is_conversion else 0
        if zone is None:
            raise row.make_error(
                "column '{column}': '{text}' is neither a conversion such as 'Forestland → "
                "Dump' nor one of the zones {zones}; assess a raster of conversions or zones",
                column=self.column,
                zones=", ".join(zone_labels(self.zones)),
            )
        if mapped:
            self._first.setdefault(is_conversion, row)
        if len(self._first) > 1:
            raise row.make_error(
                "column '{column}' contains both conversions and zones (other kind in row "
                "{other}); use one kind only",
                column=self.column,
                other=min(first.label for first in self._first.values()),
            )
        period = read_period(row, self.steps)
        self.estimates.append(AreaEstimate(text, period, mapped, estimated, half))
        if not mapped:
            self._unmapped.append(text)
        elif half is None and (zone or sides):
            self._unsure.append(text)
        if zone:
            self._add_zone_error(row, zone, text, period, mapped, half or 0.0)
        elif sides:
            width = 0.0 if half is None else 100.0 * half / mapped
            self.errors[row.label] = AreaError(row.label, *sides, 0, width, period)

    def _add_zone_error(
        self, row: Row, zone: int, text: str, period: str, mapped: float, half: float
    ) -> None:
        """Add the error of a zone.

        A raster's persistent land is added to the unassigned zone, with errors as independent:
        conservative, as the areas of one sample are negatively correlated.
        """
        key = zone, period
        if text.casefold() not in map(str.casefold, LASTING_ZONE_NAMES):
            row.check_unique(self._zones, key, Message("'{text}'", text=text))
        parts = self._parts.setdefault(key, [])
        parts.append((mapped, half))
        areas, halves = zip(*parts)
        width = 100.0 * float(np.hypot.reduce(halves)) / sum(areas)
        # Reinserted, so that the order follows the last row of the zone.
        self.errors.pop(key, None)
        self.errors[key] = AreaError(row.label, "", "", zone, width, period)

    def _conversion_keys(self, row: Row, text: str) -> tuple[str, str] | None:
        """Return the class keys of a conversion; None, with a note, if a class is unknown."""
        conversion = parse_conversion(text, self.classes)
        if conversion:
            source, target = (land_class.key.casefold() for land_class in conversion)
            return source, target
        names = [name.strip() for name in text.split(find_arrow(text), 1)]
        strange = [name for name in names if self.classes.find_class(name) is None]
        if all(isinstance(parse_number(name), int) for name in strange):
            # Unclassified values, which are known only after the pass.
            self._nameless.append(text)
            return None
        for name in strange:
            self._unknown.add_name(CLASS_TERM, name, Message("row {row}", row=row.label))
        return None

    def collect_notes(self) -> Notes:
        """Raise DataError for unknown classes, and return notes on rows without an error."""
        self._unknown.require_empty(self.table, self.classes)
        notes = Notes()
        if self._unmapped:
            notes.add_notice(
                "{table}: {classes} not in the map; carbon of the mapped area is not affected.",
                table=self.table.name,
                classes=shorten_list(self._unmapped),
            )
        if self._nameless:
            notes.add_warning(
                "{table}: unclassified values in {classes}; their areas are treated as exact.",
                table=self.table.name,
                classes=shorten_list(self._nameless),
            )
        if self._unsure:
            notes.add_warning(
                "{table}: no standard error for {classes}; their areas are treated as exact.",
                table=self.table.name,
                classes=shorten_list(self._unsure),
            )
        return notes


def _samples_by_period(estimates: Sequence[AreaEstimate], classes: Classes) -> list[SampledAreas]:
    """Return the estimates of a table by period."""
    by_period: dict[str, list[AreaEstimate]] = {}
    for estimate in estimates:
        by_period.setdefault(estimate.period, []).append(estimate)
    return [
        SampledAreas(
            period,
            [e.name for e in own],
            [parse_conversion(e.name, classes) for e in own],
            np.array([e.mapped_ha for e in own]),
            np.array([e.estimated_ha for e in own]),
            np.array([np.nan if e.half_width_ha is None else e.half_width_ha for e in own]) / Z95,
        )
        for period, own in by_period.items()
    ]


def read_proportions(
    table: Table, classes: Classes, steps: Sequence[Period], rules: ZoneRules
) -> AreaErrors:
    """Read area errors of conversions or zones from shares; arguments as in read_class_accuracy."""
    table.check_columns(SHARE_COLUMNS)
    by_period: dict[str, list[Row]] = {}
    for row in table:
        by_period.setdefault(row.text_value("period"), []).append(row)
    notes = Notes()
    strata = {period: _read_strata(rows, notes) for period, rows in by_period.items()}
    cells: list[dict[str, object]] = []
    labels: list[int] = []
    for period, rows in by_period.items():
        own = [row for row in rows if not _is_total_row(row)]
        areas = sum((s.hectares * s.shares for s in strata[period]), np.zeros(len(own)))
        errors = standard_errors(strata[period], len(own))
        for row, area, error in zip(own, map(float, areas), map(float, errors)):
            values = dict(
                zip(
                    ESTIMATE_COLUMNS,
                    (row.float_value(MAPPED_AREA_COLUMN, **AREA_HA_BOUNDS), area, error),
                )
            )
            cells.append(
                {MAP_CLASS_COLUMN: row.text_value(MAP_CLASS_COLUMN), "period": period, **values}
            )
            labels.append(row.label)
    columns = (
        MAP_CLASS_COLUMN,
        *ESTIMATE_COLUMNS,
        *(("period",) if "period" in table.columns else ()),
    )
    estimated = Table(table.name, columns, cells, labels=tuple(labels))
    read = read_class_accuracy(estimated, classes, steps, rules, MAP_CLASS_COLUMN)
    notes.add_notes(read.notes)
    samples = [replace(sample, strata=strata[sample.period]) for sample in read.samples]
    return replace(read, table=table, samples=samples, notes=notes)


def _is_total_row(row: Row) -> bool:
    return row.required_text(MAP_CLASS_COLUMN) == TOTAL_LABEL


def _read_strata(rows: Sequence[Row], notes: Notes) -> list[SampledStratum]:
    """Return the strata of a map: its classes, or all land of a simple random sample."""
    table, own = rows[0].table, [row for row in rows if not _is_total_row(row)]
    indices = {row.text_value(MAP_CLASS_COLUMN).casefold(): index for index, row in enumerate(own)}
    # Reference shares of each row, in the order of the rows.
    shares = np.zeros((len(own), len(own)))
    for row, of_row in zip(own, shares):
        for column in _reference_class_columns(table, SHARE_COLUMNS):
            share = row.optional_float(column, least=0, most=1) or 0.0
            if column.casefold() in indices:
                of_row[indices[column.casefold()]] = share
            elif share:
                raise row.make_error(
                    "column '{column}' is not a class of 'map_class'", column=column
                )
    total = float(shares.sum())
    _check_share_total(table, total)
    if not any(row.text_value(SAMPLES_COLUMN) for row in own):
        whole = [row for row in rows if _is_total_row(row) and row.text_value(SAMPLES_COLUMN)]
        if not whole:
            raise rows[0].make_error(
                "column 'samples' is empty; use CLASS_ACCURACY of the same assessment"
            )
        hectares = sum(row.float_value(MAPPED_AREA_COLUMN, **AREA_HA_BOUNDS) for row in own)
        count = whole[0].int_value(SAMPLES_COLUMN, **SAMPLE_COUNT_BOUNDS)
        return [SampledStratum(TOTAL_LABEL, hectares, count, shares.sum(axis=0) / total)]
    strata = [
        SampledStratum(
            row.text_value(MAP_CLASS_COLUMN),
            row.float_value(MAPPED_AREA_COLUMN, **AREA_HA_BOUNDS),
            row.int_value(SAMPLES_COLUMN, **SAMPLE_COUNT_BOUNDS),
            of_row / of_row.sum(),
        )
        for row, of_row in zip(own, shares)
        if of_row.sum() > 0
    ]
    _warn_single_samples(table, strata, notes)
    return strata


def _reference_class_columns(table: Table, besides: Sequence[str]) -> list[str]:
    """Return the columns of the reference classes."""
    others = (*besides, *ROW_ID_COLUMNS, "period")
    return [column for column in table.columns if column.casefold() not in others]


def read_stratum_proportions(
    table: Table, classes: Classes, steps: Sequence[Period], rules: ZoneRules
) -> AreaErrors:
    """Read conversion areas from the strata of a sample; arguments as in read_class_accuracy."""
    table.check_columns(STRATUM_COLUMNS)
    columns = _reference_class_columns(table, STRATUM_COLUMNS)
    conversions = [parse_conversion(column, classes) for column in columns]
    _check_duplicate_names(table, columns, conversions)
    # Column names are in lower case.
    names = [
        column if pair is None else f"{pair[0].name} \N{RIGHTWARDS ARROW} {pair[1].name}"
        for column, pair in zip(columns, conversions)
    ]
    by_period: dict[str, list[SampledStratum]] = {}
    sums: dict[str, float] = {}
    rows: dict[tuple[str, str], Row] = {}
    for row in table:
        name = row.required_text(STRATUM_COLUMN)
        if name.casefold() == TOTAL_LABEL.casefold():
            continue
        period = read_period(row, steps)
        row.check_unique(rows, (name.casefold(), period), Message("'{text}'", text=name))
        stratum, total = _read_stratum(row, columns, classes)
        sums[period] = sums.get(period, 0.0) + total
        if stratum.hectares:
            by_period.setdefault(period, []).append(stratum)
    for total in sums.values():
        _check_share_total(table, total)
    notes = Notes()
    strange = [name for name, pair in zip(names, conversions) if pair is None]
    if len(strange) == len(names) and not any(map(find_arrow, strange)):
        raise DataError(
            "{table}: no column is a conversion such as 'Forestland → Dump'; assess a raster "
            "of conversions",
            table=table.name,
        )
    if strange:
        notes.add_warning(
            "{table}: conversions ignored because their classes do not occur in this run: {names}.",
            table=table.name,
            names=shorten_list(strange),
        )
    for strata in by_period.values():
        _warn_single_samples(table, strata, notes)
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


def _read_stratum(
    row: Row, columns: Sequence[str], classes: Classes
) -> tuple[SampledStratum, float]:
    """Return the stratum of a row, and its share of all land."""
    name = row.required_text(STRATUM_COLUMN)
    shares = np.array([row.optional_float(c, least=0, most=1) or 0.0 for c in columns])
    hectares = row.float_value(MAPPED_AREA_COLUMN, **AREA_HA_BOUNDS)
    cells = row.int_value(CELLS_COLUMN, **CELL_COUNT_BOUNDS)
    samples = row.int_value(SAMPLES_COLUMN, **{**SAMPLE_COUNT_BOUNDS, "least": 0})
    total = float(shares.sum())
    if samples > cells:
        raise row.make_error(
            "samples ({samples:,}) must not exceed cells ({cells:,})", samples=samples, cells=cells
        )
    if bool(samples and hectares) != bool(total):
        raise row.make_error(
            "samples is {samples:,} but the shares sum to {total:g}; both or neither must be 0",
            samples=samples,
            total=total,
        )
    shares = shares / total if total else shares
    land = _parse_stratum_name(name, classes)
    return SampledStratum(name, hectares, samples, shares, cells, land), total


def _parse_stratum_name(name: str, classes: Classes) -> StratumChange | None:
    """Return the land that a stratum represents, by its name; None for other strata."""
    kind, _, source = name.partition(CLASS_SEPARATOR)
    if kind.casefold() == RECLAIMED_STRATUM:
        return StratumChange(RECLAIMED_STRATUM)
    if kind.casefold() == DISTURBED_STRATUM:
        class_index = classes.find_class(source)
        return StratumChange(
            DISTURBED_STRATUM, None if class_index is None else classes[class_index], source
        )
    pair = parse_conversion(name, classes)
    return None if pair is None else StratumChange("", conversion=pair)


def _check_share_total(table: Table, total: float) -> None:
    if abs(total - 1.0) > SHARE_TOLERANCE:
        raise DataError(
            "{table}: the shares of all rows sum to {total:.4g} instead of 1",
            table=table.name,
            total=total,
        )


def _check_duplicate_names(
    table: Table, names: Sequence[str], conversions: Sequence[Conversion]
) -> None:
    """Raise DataError if two names denote the same conversion, such as different spellings."""
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


def _warn_single_samples(table: Table, strata: Sequence[SampledStratum], notes: Notes) -> None:
    """Warn of strata with a single sample, which are treated as exact."""
    alone = [s for s in strata if s.samples == 1 and s.cells != 1]
    if alone:
        notes.add_warning(
            "{table}: the variance of strata with a single sample is unknown; the area of "
            "{strata} is treated as exact.",
            table=table.name,
            strata=shorten_list(
                Message("{name} ({area:,.2f} ha)", name=s.name, area=s.hectares) for s in alone
            ),
        )
