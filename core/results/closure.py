"""Consistency checks of the results of a run; no results are written if one fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from ..base.messages import DataError, Message, Term, Text
from ..base.numbers import IntArray, NDArray
from ..base.table import Row
from ..scan.cell_raster import FixedLegendRaster

# Positive and negative values are summed separately, because they may cancel out.
SIGN_LABELS = (Term("positive values"), Term("negative values"))

# Floating-point sums depend on the order of summation.
ROUNDING_TOLERANCE = 1e-9


CLOSURE = "period check expected found difference ok"


@dataclass(frozen=True)
class Check:
    """Consistency check of two numbers calculated differently; `text` is translated when shown."""

    period: str
    text: Text
    expected: float
    actual: float

    @property
    def check_text(self) -> str:
        """Untranslated description of the check, as in the table."""
        return str(self.text)

    @property
    def difference(self) -> float:
        return self.actual - self.expected

    @property
    def is_met(self) -> bool:
        most = ROUNDING_TOLERANCE * max(1.0, abs(self.expected))
        return isfinite(self.expected) and bool(abs(self.difference) <= most)

    def to_row(self) -> Row:
        """Return the check as a row of CLOSURE."""
        sums = map(float, (self.expected, self.actual, self.difference))
        return dict(zip(CLOSURE.split(), (self.period, self.check_text, *sums, self.is_met)))


def translatable_rows(checks: Sequence[Check]) -> list[Row]:
    """Return checks as rows of CLOSURE with translatable descriptions, for a page or sheet."""
    return [{**check.to_row(), "check": check.text} for check in checks]


def balance_check(period: str, text: Text, left: Sequence[float], right: Sequence[float]) -> Check:
    """Return a check that two sums are equal, with negative numbers moved to the other side.

    The sums are then as large as their terms, so that rounding is no error.
    """
    signed = [*left, *(-amount for amount in right)]
    expected = sum(amount for amount in signed if amount > 0)
    return Check(period, text, expected, -sum(amount for amount in signed if amount < 0))


def cell_count_text(output: str, value: str) -> Message:
    """Return the description of a check of the number of raster cells with a value."""
    return Message(
        "{output}: cells with value {value} = cells in table", output=output, value=value
    )


def written_cell_checks(
    period: str,
    output: str,
    raster: FixedLegendRaster,
    values: NDArray[np.integer],
    cells: IntArray,
) -> list[Check]:
    """Return checks, by value, of the cells written to a raster against those of a table.

    Args:
        output: name of the raster.
        values: raster value of each table row, shape (rows,); NoData is ignored.
        cells: number of cells of each row, shape (rows,).
    """
    counted = np.bincount(values, cells)
    return [
        Check(period, cell_count_text(output, str(value)), counted[value], raster.cell_count(value))
        for value in map(int, np.flatnonzero(counted))
        if value != raster.tiff.nodata
    ]


def largest_difference(checks: Sequence[Check]) -> float:
    """Return the largest absolute difference of the checks."""
    return float(max(abs(check.difference) for check in checks))


def raise_failed_check(checks: Sequence[Check]) -> None:
    """Raise a DataError if a check fails."""
    for check in checks:
        if not check.is_met:
            raise DataError(
                "consistency check failed: {period}, {check}: expected {expected:.10g}, "
                "found {found:.10g}; no results were written (program error)",
                period=check.period,
                check=check.text,
                expected=check.expected,
                found=check.actual,
            )
