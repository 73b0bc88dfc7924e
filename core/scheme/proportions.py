"""Errors of areas from an accuracy assessment: the table PROPORTIONS, as it comes.

It has what CLASS_ACCURACY has, and how the areas vary together: the shares of the land by class of
the map and of the reference, with the samples of each class of the map, which are the strata.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..base.dates import Period
from ..base.messages import DataError, Message, Notes
from ..base.numbers import Floats
from . import bounds
from .area_errors import AreaErrors
from .class_accuracy import NUMBERS, read_class_accuracy
from .classes import Classes
from .rules import Rules, Zone
from .sampled_areas import SampledStratum, standard_errors
from .table import ROW_NUMBERS, Row, Table
from .unknown import some

MAP_CLASS, SUM, SAMPLES, MAPPED = COLUMNS = ("map_class", "total", "samples", "mapped_ha")
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
    """The errors of the areas of conversions, or of zones; arguments as of read_class_accuracy.

    Raises:
        DataError: what read_class_accuracy raises; no samples, as of strata that are not the
            classes of the map; a row without a column; shares that do not add up to 1.
    """
    table.require(COLUMNS)
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
            mapped = row.real(MAPPED, **bounds.HECTARES)
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
        hectares = sum(float(row.real(MAPPED, **bounds.HECTARES)) for row in own)
        count = whole[0].whole(SAMPLES, **bounds.SAMPLES)
        return [SampledStratum(TOTAL, hectares, count, shares.sum(axis=0) / total)]
    strata = [
        SampledStratum(
            row.text(MAP_CLASS),
            float(row.real(MAPPED, **bounds.HECTARES)),
            row.whole(SAMPLES, **bounds.SAMPLES),
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
        if name in (*COLUMNS, *ROW_NUMBERS, "period"):
            continue
        share = row.optional(column, least=0, most=1) or 0.0
        if name in indices:
            shares[indices[name]] = share
        elif share:
            raise row.error("column '{column}' is no class of 'map_class'", column=column)
    return shares
