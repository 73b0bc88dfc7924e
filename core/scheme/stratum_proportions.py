"""Errors of areas from an accuracy assessment by strata: the table STRATUM_PROPORTIONS.

A row is a stratum of the sample, a column a conversion of the reference: the shares of all land
that are both, with the samples, cells and hectares of the stratum. How much of each conversion the
map has is not in it; that, and whether the strata are of the map, is known once the map is counted
(core/results/adjusted.py).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Message, Notes
from . import bounds
from .area_errors import AreaErrors, period_of
from .change_kinds import BACK, OF_CLASS, TAKEN
from .class_accuracy import ROUNDED, TOTAL, arrow_in, conversion_named, note_single, require_once
from .classes import Classes
from .rules import Rules, Zone
from .sampled_areas import SampledAreas, SampledStratum, StratumLand, standard_errors
from .table import ROW_NUMBERS, Row, Table
from .unknown import some

COLUMNS = ("stratum", "total", "samples", "cells", "mapped_ha")
STRATUM, SUM, SAMPLES, CELLS, MAPPED = COLUMNS


def is_stratum_proportions(table: Table) -> bool:
    """Whether a table has a row for each stratum and a column for each class."""
    return {STRATUM, SUM, CELLS} <= set(table.columns)


def read_stratum_proportions(
    table: Table, classes: Classes, steps: Sequence[Period], zones: Sequence[Zone], rules: Rules
) -> AreaErrors:
    """The areas of conversions by the strata of a sample; arguments as of read_class_accuracy.

    Raises:
        DataError: a missing column, a stratum that stands twice, more samples than cells, shares
            that do not add up to 1, or a number that cannot be.
    """
    table.require(COLUMNS)
    left_out = (*COLUMNS, *ROW_NUMBERS, "period")
    columns = [column for column in table.columns if column.casefold() not in left_out]
    conversions = [conversion_named(column, classes) for column in columns]
    require_once(table, columns, conversions)
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
        if abs(total - 1.0) > ROUNDED:
            raise DataError(
                "{table}: the shares of all rows add up to {total:.4g}, not to 1",
                table=table.name,
                total=total,
            )
    notes = Notes()
    _note_names(table, names, conversions, notes)
    for strata in by_period.values():
        note_single(table, strata, notes)
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
    hectares = float(row.real(MAPPED, **bounds.HECTARES))
    cells = row.whole(CELLS, **bounds.CELLS)
    samples = row.whole(SAMPLES, **{**bounds.SAMPLES, "least": 0})
    total = float(shares.sum())
    if samples > cells:
        raise row.error(
            "samples is {samples:,} and cells is {cells:,}; a stratum has no more samples "
            "than cells",
            samples=samples,
            cells=cells,
        )
    if bool(samples and hectares) != bool(total):
        raise row.error(
            "samples is {samples:,} and the shares add up to {total:g}; one is 0 and the other not",
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


def _note_names(
    table: Table, names: Sequence[str], conversions: Sequence[object], notes: Notes
) -> None:
    """Say which columns are of no conversion between classes of the run; one has to be one."""
    strange = [name for name, pair in zip(names, conversions) if pair is None]
    if len(strange) == len(names) and not any(map(arrow_in, strange)):
        raise DataError(
            "{table}: none of its columns is a conversion such as 'Forestland \u2192 Dump'; assess "
            "the accuracy of a raster of conversions",
            table=table.name,
        )
    if strange:
        notes.warn(
            "{table}: no classes here make the conversions {names}; no tonnes go by them.",
            table=table.name,
            names=some(strange),
        )
