"""Projection: the areas of the classes in years to come, were the last period to go on (Markov)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from ..base.arrays import Floats
from ..base.dates import Date
from ..base.lists import half_width, parts_of
from ..base.messages import DataError, Message, Notes
from ..results.closure import Check
from ..scan.matrices import PeriodMatrices, PeriodMatrix

INTERPOLATED, ROOT = "interpolated", "annual root"

# An entry of a root that is as little below zero comes of rounding; a root whose power misses the
# matrix by more is none.
ROUNDING = 1e-9

# The time to find a root grows with the third power of the classes: of so many it is seconds.
MOST_FOR_ROOT = 500

# Written so because `class` is a word of Python.
ProjectionRow = TypedDict(
    "ProjectionRow", {"year": str, "value": int, "class": str, "area_ha": float, "method": str}
)


def parse_targets(text: str) -> list[int]:
    """The years of a text such as `2030,2050`, in its order.

    Raises:
        DataError: one has not four digits, or stands twice.
    """
    years: list[int] = []
    for part in " ".join(parts_of(half_width(text))).split():
        if not re.fullmatch(r"\d{4}", part):
            raise DataError("PROJECT_TO: '{year}' is not a four-digit year", year=part)
        if int(part) in years:
            raise DataError("PROJECT_TO: {year} stands twice", year=part)
        years.append(int(part))
    return years


def require_later(targets: Sequence[int], dates: Sequence[Date]) -> None:
    """Check that the years lie after the last date.

    Raises:
        DataError: one does not, or one of the last two dates has no year.
    """
    for date in dates[-2:] if targets else ():
        if not re.fullmatch(r"\d{4}", date.year):
            raise DataError(
                "PROJECT_TO needs the years of the last two layers, and '{layer}' has none; give "
                "YEARS",
                layer=date.layer,
            )
    for year in targets:
        if year <= int(dates[-1].year):
            raise DataError(
                "PROJECT_TO: {year} is not after the last date, {last}",
                year=year,
                last=dates[-1].year,
            )


@dataclass(frozen=True)
class AnnualRoot:
    """The matrix of one year, the power of which is that of the period.

    Attributes:
        matrix: shares a year, shape (n, n); None where there is none without an entry below zero.
        lowest: the smallest entry of the root; NaN where none was found.
    """

    matrix: Floats | None
    lowest: float


def probabilities(matrix: PeriodMatrix) -> Floats:
    """The share of each class (rows) that became each other one, shape (n, n).

    Absent classes stay themselves.
    """
    before = matrix.before[:, None]
    shares = matrix.hectares / np.where(before > 0, before, 1.0)
    return np.where(before > 0, shares, np.eye(len(before)))


def annual_root(shares: Floats, years: int) -> AnnualRoot:
    """The principal root A of a matrix, A^years = P, by its eigenvalues.

    P has the share of each class (rows) that became each other one. A need not be a matrix of
    probabilities: Takada, Miyamoto and Hasegawa 2010. Of more than MOST_FOR_ROOT classes it is not
    looked for.
    """
    none = AnnualRoot(None, np.nan)
    if len(shares) > MOST_FOR_ROOT:
        return none
    values, vectors = np.linalg.eig(shares.astype(complex))
    # With too few eigenvectors numbers run out of bounds, and the power does not come out right.
    with np.errstate(all="ignore"):
        try:
            root = (vectors * values ** (1.0 / years)) @ np.linalg.inv(vectors)
        except np.linalg.LinAlgError:
            return none
        real = root.real
        missed = np.abs(np.linalg.matrix_power(real, years) - shares).max()
        is_root = np.abs(root.imag).max() <= ROUNDING and missed <= ROUNDING
    if not is_root:
        return none
    lowest = float(real.min())
    if lowest < -ROUNDING:
        return AnnualRoot(None, lowest)
    clipped = np.maximum(real, 0.0)
    return AnnualRoot(clipped / clipped.sum(axis=1, keepdims=True), lowest)


class Projection:
    """The areas of the classes in years after the last date, by the last interval's matrix.

    Between whole periods the areas are interpolated, so they never fall below zero and add up to
    all land. Where the matrix has an annual root without entries below zero, the areas by it stand
    beside them.
    """

    def __init__(self, matrices: PeriodMatrices, dates: Sequence[Date], targets: Sequence[int]):
        self._last, self._years = matrices.intervals[-1], matrices.intervals[-1].years or 0
        self._start = int(dates[-1].year)
        self._shares = probabilities(self._last)
        self.root = annual_root(self._shares, self._years)
        self.rows: list[ProjectionRow] = [
            {
                "year": str(year),
                "value": land_class.value,
                "class": land_class.name,
                "area_ha": float(area),
                "method": method,
            }
            for year in targets
            for method, areas in (
                (INTERPOLATED, self.interpolated(year)),
                (ROOT, self._by_root(year)),
            )
            if areas is not None
            for land_class, area in zip(matrices.classes, areas)
        ]

    def interpolated(self, year: int) -> Floats:
        """Hectares by class, (n,), between those after some whole periods and one more."""
        periods, rest = divmod(year - self._start, self._years)
        here = self._last.after @ np.linalg.matrix_power(self._shares, periods)
        part = rest / self._years
        return np.asarray((1.0 - part) * here + part * (here @ self._shares))

    def _by_root(self, year: int) -> Floats | None:
        """Hectares by class, (n,), year by year; None without a root."""
        if self.root.matrix is None:
            return None
        power = np.linalg.matrix_power(self.root.matrix, year - self._start)
        return np.asarray(self._last.after @ power)

    def checks(self) -> list[Check]:
        """All land is there in every year, by either method."""
        areas: dict[tuple[str, str], float] = {}
        for row in self.rows:
            key = row["year"], row["method"]
            areas[key] = areas.get(key, 0.0) + row["area_ha"]
        return [
            Check(
                year,
                Message("hectares projected ({method}) = all hectares", method=method),
                self._last.total,
                area,
            )
            for (year, method), area in areas.items()
        ]

    def notes(self) -> Notes:
        """What a projection is, and what became of the annual root, for the log."""
        notes = Notes()
        notes.inform(
            "Projection: a Markov chain carries the change of {period} on as it was. It knows no "
            "other policy than that of those years, and no limit such as the end of a pit.",
            period=self._last.name,
        )
        values = {"period": self._last.name, "method": ROOT}
        if self.root.matrix is None and np.isnan(self.root.lowest):
            notes.inform(
                "Projection: no real annual root of the matrix of {period} was found; the method "
                "'{method}' is left out.",
                **values,
            )
        elif self.root.matrix is None:
            notes.inform(
                "Projection: the annual root of the matrix of {period} has an entry below zero "
                "({lowest:.6f}); the method '{method}' is left out.",
                lowest=self.root.lowest,
                **values,
            )
        return notes
