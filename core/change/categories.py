"""How intensely each class gained and lost, against the change of all land in the interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict, cast

import numpy as np

from ..base.arrays import Floats
from ..base.messages import Term
from ..base.numbers import or_nones, percent, quotients
from ..results.closure import Check
from ..scan.matrices import PeriodMatrices, PeriodMatrix
from .uniform import ACTIVE, DORMANT, sides, stationary, words_of

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
        stationary([one.side for one in levels]) for levels in (gains, losses)
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
        made = (dict(zip(columns, row)) for row in zip(*columns.values()))
        rows += cast("Iterator[CategoryRow]", made)
    return rows


def category_checks(matrices: PeriodMatrices, rows: Sequence[CategoryRow]) -> list[Check]:
    """Per interval: the intensities of the classes, weighted by their areas, are the annual one."""
    checks = []
    size = len(matrices.classes)
    for place, matrix in enumerate(matrices.intervals):
        rows_of_interval = rows[place * size : (place + 1) * size]
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
