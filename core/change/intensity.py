"""Intensity analysis (Aldwaik and Pontius 2012) by interval and by class; by pair: transitions.

How fast land changed in each interval, against the pace of all intervals together; how intensely
each class gained and lost, against the change of all land in the interval. An intensity above the
uniform one is active, or targets; one below is dormant, or avoids. It is stationary where it lies
on one side in all intervals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict, cast

import numpy as np
from numpy.typing import ArrayLike

from ..base.messages import Notes, Term
from ..base.numbers import Floats, NDArray, or_nones, percent, quotients
from ..results.closure import Check
from ..scan.census import changed_land
from ..scan.matrices import PeriodMatrices, PeriodMatrix

Sides = NDArray[np.int8]

# What lies above and below is called, in the tables of each level; never translated there.
FAST, SLOW = "fast", "slow"
ACTIVE, DORMANT = "active", "dormant"
TARGETS, AVOIDS = "targets", "avoids"
UNIFORM = "uniform"
# The same for people.
WORDS = {
    FAST: Term("fast"),
    SLOW: Term("slow"),
    ACTIVE: Term("active"),
    DORMANT: Term("dormant"),
    TARGETS: Term("targets"),
    AVOIDS: Term("avoids"),
    UNIFORM: Term("uniform"),
}

BELOW, ON, ABOVE = -1, 0, 1
UNKNOWN = 2

# Sums of doubles differ in their last digits with the order of adding.
ROUNDING = 1e-9


def sides(intensities: ArrayLike, line: ArrayLike) -> Sides:
    """The side of the line that each intensity is on: BELOW, ON or ABOVE; UNKNOWN where one is NaN.

    Args:
        intensities: of any shape and unit.
        line: the uniform intensity in that unit, or one for each of the intensities.
    """
    values, lines = np.broadcast_arrays(np.asarray(intensities, float), np.asarray(line, float))
    difference = values - lines
    known = ~np.isnan(difference)
    apart = np.zeros(values.shape, bool)
    largest = np.maximum(np.abs(values), np.abs(lines))
    apart[known] = (np.abs(difference) > ROUNDING * largest)[known]
    result = np.full(values.shape, UNKNOWN, np.int8)
    result[known] = np.where(apart, np.sign(difference), ON)[known]
    return result


def words_of(side: Sides, above: str, below: str) -> list[str | None]:
    """Sides in a table's words; None where one is not known."""
    words = {ABOVE: above, BELOW: below, ON: UNIFORM}
    return [words.get(value) for value in side.ravel().tolist()]


def stationary(by_interval: ArrayLike) -> NDArray[np.object_]:
    """Whether things lie on one side of the line in all intervals; None with fewer than two.

    What lies on the line is on neither side. Intervals where it is not known do not count. Sides
    have the intervals along their first axis; the answers have the other ones.
    """
    side = np.asarray(by_interval)
    known, below, above = ((side != UNKNOWN).sum(0), (side == BELOW).sum(0), (side == ABOVE).sum(0))
    result = np.asarray(np.maximum(below, above) == known, object)
    result[known < 2] = None
    return result


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
    rows: list[IntervalRow] = []
    for matrix in matrices.intervals:
        whole = matrix.total * (matrix.years or 0)
        annual = percent(matrix.changed, whole)
        quantity = float(matrix.quantity.sum()) / 2
        pace = None
        if annual is not None and uniform is not None:
            (pace,) = words_of(sides(annual, uniform), FAST, SLOW)
        rows.append(
            {
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
        )
    return rows


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


GAINED = Term("gain intensities of the classes by their areas = uniform")
LOST = Term("loss intensities of the classes by their areas = uniform")

# Written so because `class` is a word of Python.
CategoryRow = TypedDict(
    "CategoryRow",
    {
        "period": str,
        "value": int,
        "class": str,
        "gain_ha": float,
        "gain_intensity_pct": "float | None",
        "gain_state": "str | None",
        "loss_ha": float,
        "loss_intensity_pct": "float | None",
        "loss_state": "str | None",
        "gain_stationary": "bool | None",
        "loss_stationary": "bool | None",
        "annual_pct": "float | None",
        "gain_error_ha": "float | None",
        "loss_error_ha": "float | None",
    },
)


class CategoryLevel:
    """The category level of an interval: gains or losses of the classes, shape (classes,).

    G_tj = g_j / (d_t Z_j), L_ti alike, against S_t: Aldwaik and Pontius 2012.

    Args:
        change, size: hectares gained or lost, and the class's hectares at the end, or the start.

    Attributes:
        change: hectares.
        intensity: % per year; NaN without years, or where the class has no land.
        side: of the line, which is the change of all land; the same with and without years.
        error: hectares by which the map would have to be wrong for the class to lie on the line
            (Aldwaik and Pontius 2013).
    """

    def __init__(self, matrix: PeriodMatrix, change: Floats, size: Floats):
        self.change = change
        share = quotients(change, size)
        self.intensity = np.asarray(100.0 * share / (matrix.years or np.nan), np.float64)
        self.side = sides(share, float(quotients(matrix.changed, matrix.total)))
        # (z - s Z) / (1 - s) with s the share of all land that changed.
        error = quotients(change * matrix.total - matrix.changed * size, matrix.unchanged)
        self.error = np.where(size > 0, error, np.nan)


def category_rows(matrices: PeriodMatrices) -> list[CategoryRow]:
    """CATEGORIES: a row per interval and class.

    Aldwaik and Pontius 2012: a gain by the class's area at the end of the interval, a loss by that
    at its start, per year, against the annual intensity of the interval. Hypothetical errors
    (Aldwaik and Pontius 2013): above 0 commission, below 0 omission.
    """
    gains = [CategoryLevel(matrix, matrix.gain, matrix.after) for matrix in matrices.intervals]
    losses = [CategoryLevel(matrix, matrix.loss, matrix.before) for matrix in matrices.intervals]
    gain_stationary, loss_stationary = (
        stationary([level.side for level in levels]) for levels in (gains, losses)
    )
    rows: list[CategoryRow] = []
    for matrix, gain, loss in zip(matrices.intervals, gains, losses):
        annual = percent(matrix.changed, matrix.total * (matrix.years or 0))
        columns: dict[str, Sequence[object]] = {
            "period": [matrix.name] * len(matrices.classes),
            "value": [land_class.value for land_class in matrices.classes],
            "class": [land_class.name for land_class in matrices.classes],
            "gain_ha": or_nones(gain.change),
            "gain_intensity_pct": or_nones(gain.intensity),
            "gain_state": words_of(gain.side, ACTIVE, DORMANT),
            "loss_ha": or_nones(loss.change),
            "loss_intensity_pct": or_nones(loss.intensity),
            "loss_state": words_of(loss.side, ACTIVE, DORMANT),
            "gain_stationary": list(gain_stationary),
            "loss_stationary": list(loss_stationary),
            "annual_pct": [annual] * len(matrices.classes),
            "gain_error_ha": or_nones(gain.error),
            "loss_error_ha": or_nones(loss.error),
        }
        of_interval = (dict(zip(columns, row)) for row in zip(*columns.values()))
        rows += cast("Iterator[CategoryRow]", of_interval)
    return rows


def category_checks(matrices: PeriodMatrices, rows: Sequence[CategoryRow]) -> list[Check]:
    """Per interval: the intensities of the classes, weighted by their areas, are the annual one."""
    checks = []
    size = len(matrices.classes)
    for interval, matrix in enumerate(matrices.intervals):
        rows_of_interval = rows[interval * size : (interval + 1) * size]
        if matrix.years is None:
            continue
        expected = (rows_of_interval[0]["annual_pct"] or 0.0) * matrix.total
        gains = [row["gain_intensity_pct"] or 0.0 for row in rows_of_interval]
        losses = [row["loss_intensity_pct"] or 0.0 for row in rows_of_interval]
        checks += [
            Check(matrix.name, GAINED, expected, float(np.dot(gains, matrix.after))),
            Check(matrix.name, LOST, expected, float(np.dot(losses, matrix.before))),
        ]
    return checks
