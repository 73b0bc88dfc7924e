"""How fast land changed in each interval, against the pace of all intervals together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from ..base.messages import Notes, Term
from ..base.numbers import percent
from ..results.closure import Check
from ..scan.census import changed_land
from ..scan.matrices import PeriodMatrices, PeriodMatrix
from .uniform import FAST, SLOW, WORDS, sides, words_of


class IntervalRow(TypedDict):
    """A row of INTERVALS."""

    period: str
    years: int | None
    change_ha: float
    change_pct: float | None
    annual_pct: float | None
    uniform_pct: float | None
    pace: str | None
    quantity_ha: float
    exchange_ha: float
    shift_ha: float
    gross_degree_pct: float | None
    net_degree_pct: float | None


def uniform_percent(matrices: PeriodMatrices) -> float | None:
    """The uniform intensity U of all intervals, % per year: what changed in them, by their years.

    Aldwaik and Pontius 2012. None where the years of an interval are not known.
    """
    changed = sum(matrix.changed for matrix in matrices.intervals)
    return percent(changed, matrices.span.total * (matrices.years or 0))


def interval_rows(matrices: PeriodMatrices) -> list[IntervalRow]:
    """INTERVALS: a row per interval; the span from the first date to the last is none.

    Both published readings of the comprehensive dynamic degree are given: gross, by the land that
    changed, half of the annual intensity; net, by the net change of the classes.
    """
    uniform = uniform_percent(matrices)
    return [_row(matrix, uniform) for matrix in matrices.intervals]


def _row(matrix: PeriodMatrix, uniform: float | None) -> IntervalRow:
    whole = matrix.total * (matrix.years or 0)
    annual = percent(matrix.changed, whole)
    quantity = float(matrix.quantity.sum()) / 2
    pace = None
    if annual is not None and uniform is not None:
        (pace,) = words_of(sides(annual, uniform), FAST, SLOW)
    return {
        "period": matrix.name,
        "years": matrix.years,
        "change_ha": matrix.changed,
        "change_pct": percent(matrix.changed, matrix.total),
        "annual_pct": annual,
        "uniform_pct": uniform,
        "pace": pace,
        "quantity_ha": quantity,
        "exchange_ha": float(matrix.exchange.sum()) / 2,
        "shift_ha": float(matrix.shift.sum()) / 2,
        "gross_degree_pct": percent(matrix.changed, 2 * whole),
        "net_degree_pct": percent(quantity, whole),
    }


def interval_checks(matrices: PeriodMatrices, rows: Sequence[IntervalRow]) -> list[Check]:
    """The intensities of the intervals, weighted by their years, are the uniform one."""
    if any(row["annual_pct"] is None for row in rows):
        return []
    weighted = sum((row["annual_pct"] or 0.0) * (row["years"] or 0) for row in rows)
    uniform = (rows[0]["uniform_pct"] or 0.0) * (matrices.years or 0)
    what = Term("intensities of the intervals by their years = uniform")
    return [Check(matrices.span.name, what, uniform, weighted)]


def interval_notes(rows: Sequence[IntervalRow]) -> Notes:
    """What changed in each interval, for the log."""
    notes = Notes()
    for row in rows:
        notes.notices.append(changed_land(row["period"], row["change_ha"], row["change_pct"]))
        if row["pace"] is not None:
            notes.inform(
                "{period}: {annual:.4f} % a year, {pace} against {uniform:.4f} % of all intervals.",
                period=row["period"],
                annual=row["annual_pct"],
                pace=WORDS[row["pace"]],
                uniform=row["uniform_pct"],
            )
    return notes
