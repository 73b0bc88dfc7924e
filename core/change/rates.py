"""Rates of change of the classes, per year: dynamic degree, compound and continuous rates."""

from __future__ import annotations

from math import log
from typing import TypedDict

from ..base.numbers import percent
from ..scan.matrices import PeriodMatrices

# Written so because `class` is a word of Python.
RateRow = TypedDict(
    "RateRow",
    {
        "period": str,
        "years": "int | None",
        "value": int,
        "class": str,
        "dynamic_degree_pct": "float | None",
        "compound_pct": "float | None",
        "puyravaud_pct": "float | None",
        "out_pct": "float | None",
        "in_pct": "float | None",
    },
)


def rate_rows(matrices: PeriodMatrices) -> list[RateRow]:
    """RATES: a row per period and class, in % per year; empty where there are no years.

    With the areas U_a and U_b at both dates and T years: dynamic degree K = (U_b - U_a) / U_a / T,
    which is what came in less what went out; compound rate (U_b / U_a)^(1/T) - 1; Puyravaud 2003
    ln(U_b / U_a) / T.
    """
    rows: list[RateRow] = []
    for matrix in matrices.all:
        years = matrix.years
        for class_index, land_class in enumerate(matrices.classes):
            before, after = float(matrix.before[class_index]), float(matrix.after[class_index])
            gain, loss = float(matrix.gain[class_index]), float(matrix.loss[class_index])
            compound = continuous = None
            if years and before:
                compound = 100.0 * ((after / before) ** (1.0 / years) - 1.0)
                # Of a class that is gone, the logarithm has no bound.
                continuous = 100.0 * log(after / before) / years if after else None
            whole = before * (years or 0)
            rows.append(
                {
                    "period": matrix.name,
                    "years": years,
                    "value": land_class.value,
                    "class": land_class.name,
                    "dynamic_degree_pct": percent(gain - loss, whole),
                    "compound_pct": compound,
                    "puyravaud_pct": continuous,
                    "out_pct": percent(loss, whole),
                    "in_pct": percent(gain, whole),
                }
            )
    return rows
