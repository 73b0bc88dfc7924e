"""The checks that all results of a run agree: nothing that does not close is handed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from ..base.messages import DataError, Message, Term, Text
from ..base.numbers import IntArray, NDArray
from ..base.table import Row
from ..scan.cell_raster import FixedLegendRaster

# What is above 0 is added up apart from what is below: both may cancel each other.
SIGN_LABELS = (Term("positive values"), Term("negative values"))

# Sums of doubles differ in their last digits with the order of adding.
ROUNDING_TOLERANCE = 1e-9


CLOSURE = "period check expected found difference ok"


@dataclass(frozen=True)
class Check:
    """One line of the closure: two numbers, found in two ways, that must agree.

    `text` says which, a Term or a Message, to be translated where it is shown.
    """

    period: str
    text: Text
    expected: float
    actual: float

    @property
    def check_text(self) -> str:
        """Which numbers they are, in the words of the table, the same in every language."""
        return str(self.text)

    @property
    def difference(self) -> float:
        return self.actual - self.expected

    @property
    def is_met(self) -> bool:
        most = ROUNDING_TOLERANCE * max(1.0, abs(self.expected))
        return isfinite(self.expected) and bool(abs(self.difference) <= most)

    def to_row(self) -> Row:
        """The check as a row of CLOSURE."""
        sums = map(float, (self.expected, self.actual, self.difference))
        return dict(zip(CLOSURE.split(), (self.period, self.check_text, *sums, self.is_met)))


def translatable_rows(checks: Sequence[Check]) -> list[Row]:
    """Checks as rows of CLOSURE for a page or a sheet, where their words are translated."""
    return [{**check.to_row(), "check": check.text} for check in checks]


def balance_check(period: str, text: Text, left: Sequence[float], right: Sequence[float]) -> Check:
    """A check that two sums are equal, each negative number moved to the other side.

    So what is compared is as large as what was added, and rounding does not look like a fault.
    """
    signed = [*left, *(-amount for amount in right)]
    expected = sum(amount for amount in signed if amount > 0)
    return Check(period, text, expected, -sum(amount for amount in signed if amount < 0))


def cell_count_text(output: str, value: str) -> Message:
    """That a raster holds a value in as many cells as its table says."""
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
    """The cells that a raster was written with, by value, against those of a table.

    Args:
        output: what the raster is called.
        values: what it should hold, by row of the table, shape (rows,); no data is not looked at.
        cells: of the rows, shape (rows,).
    """
    counted = np.bincount(values, cells)
    return [
        Check(period, cell_count_text(output, str(value)), counted[value], raster.cell_count(value))
        for value in map(int, np.flatnonzero(counted))
        if value != raster.tiff.nodata
    ]


def largest_difference(checks: Sequence[Check]) -> float:
    """The largest difference among the checks, without its sign."""
    return float(max(abs(check.difference) for check in checks))


def raise_failed_check(checks: Sequence[Check]) -> None:
    """Nothing that does not close is ever handed out."""
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
