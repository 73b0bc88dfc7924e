"""From where each class gained, and to where it lost, against all other land alike."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import TypedDict, cast

import numpy as np

from ..base.messages import Term
from ..base.numbers import Floats, NDArray, or_nones, quotients
from ..results.closure import Check
from ..scan.matrices import PeriodMatrices
from .intensity import AVOIDS, TARGETS, sides, stationary, words_of

Indices = NDArray[np.intp]

GAINED = Term("gain intensities of the transitions by their areas = uniform")
LOST = Term("loss intensities of the transitions by their areas = uniform")


class TransitionRow(TypedDict):
    """A row of TRANSITIONS."""

    period: str
    from_value: int
    from_class: str
    to_value: int
    to_class: str
    area_ha: float
    gain_intensity_pct: float | None
    gain_uniform_pct: float | None
    gain_tendency: str | None
    gain_stationary: bool | None
    loss_intensity_pct: float | None
    loss_uniform_pct: float | None
    loss_tendency: str | None
    loss_stationary: bool | None
    gain_expected_ha: float | None
    loss_expected_ha: float | None


class TransitionLevel:
    """The transition level of an interval: the gain of each class from each of the others.

    The losses of the classes are the gains of the matrix turned over, with its end for its start.

    Args:
        moved: hectares that changed, by from-class (rows) and to-class, shape (n, n).
        size: hectares of the from-classes, shape (n,).
        years: of the interval, or None.

    Attributes:
        gain: per to-class, hectares that it gained, shape (n,).
        others: per to-class, hectares of all land that was not of it, shape (n,).
        uniform: their quotient, a share from 0 to 1, shape (n,).
        side: of that line, shape (n, n).
    """

    def __init__(self, moved: Floats, size: Floats, years: int | None):
        self.moved, self.size = moved, size
        self._percent = 100.0 / years if years else np.nan
        self.gain = moved.sum(axis=0)
        # A sum of the others: where there are none, a difference might leave a rest.
        self.others = (1.0 - np.eye(len(size))) @ size
        self.uniform = quotients(self.gain, self.others)
        self.side = sides(quotients(moved, size[:, None]), self.uniform)

    def columns(self, i: Indices, j: Indices) -> tuple[Sequence[object], ...]:
        """What there is to say of the gains of j from i.

        Args:
            i, j: indices of the from-classes and the to-classes, shape (pairs,).

        Returns:
            Gains, % of the land of i per year; the uniform ones, % of all other land per year;
            whether j takes more of i than of all other land alike; and hectares that it would gain
            if it took that alike.
        """
        uniform = self.uniform[j]
        return (
            or_nones(self._percent * quotients(self.moved[i, j], self.size[i])),
            or_nones(self._percent * uniform),
            words_of(self.side[i, j], TARGETS, AVOIDS),
            or_nones(uniform * self.size[i]),
        )


class TransitionRows(Collection[TransitionRow]):
    """TRANSITIONS: a row per interval and pair of different classes.

    Aldwaik and Pontius 2012. The gain of a class is set against land that was not of that class at
    the start of the interval, the loss of a class against land that was not of it at the end. The
    expected areas are those of Pontius, Shusas and McEachern 2004: random gain, random loss.

    Rows are made when they are asked for, those of an interval by arrays: of many classes there
    are millions.
    """

    def __init__(self, matrices: PeriodMatrices):
        self._matrices = matrices
        intervals = matrices.intervals
        self.gains = [
            TransitionLevel(matrix.moved, matrix.before, matrix.years) for matrix in intervals
        ]
        self.losses = [
            TransitionLevel(matrix.moved.T, matrix.after, matrix.years) for matrix in intervals
        ]

    def __len__(self) -> int:
        size = len(self._matrices.classes)
        return len(self.gains) * size * (size - 1)

    def __iter__(self) -> Iterator[TransitionRow]:
        pairs = np.nonzero(~np.eye(len(self._matrices.classes), dtype=bool))
        for interval in range(len(self.gains)):
            yield from self._rows(interval, *pairs)

    def __contains__(self, row: object) -> bool:
        return any(row == other for other in self)

    def largest(self, interval: int, most: int) -> list[TransitionRow]:
        """The rows of the largest transitions of an interval that occur, largest first."""
        moved = self.gains[interval].moved
        order = np.argsort(-moved, axis=None, kind="stable")[:most]
        i, j = np.divmod(order[moved.flat[order] > 0], len(moved))
        return list(self._rows(interval, i, j))

    @cached_property
    def _stationary(self) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
        """Of gains and losses, by from-class and to-class."""
        gains, losses = ([level.side for level in levels] for levels in (self.gains, self.losses))
        return stationary(gains), stationary(losses).T

    def _rows(self, interval: int, i: Indices, j: Indices) -> Iterator[TransitionRow]:
        """The rows of pairs, by the indices of their from-classes and to-classes."""
        classes, name = self._matrices.classes, self._matrices.intervals[interval].name
        gain, loss = self.gains[interval], self.losses[interval]
        gain_pct, gain_uniform, gain_words, gain_expected = gain.columns(i, j)
        loss_pct, loss_uniform, loss_words, loss_expected = loss.columns(j, i)
        gain_stationary, loss_stationary = self._stationary
        columns: dict[str, Sequence[object]] = {
            "period": [name] * len(i),
            "from_value": [classes[index].value for index in i],
            "from_class": [classes[index].name for index in i],
            "to_value": [classes[index].value for index in j],
            "to_class": [classes[index].name for index in j],
            "area_ha": or_nones(gain.moved[i, j]),
            "gain_intensity_pct": gain_pct,
            "gain_uniform_pct": gain_uniform,
            "gain_tendency": gain_words,
            "gain_stationary": list(gain_stationary[i, j]),
            "loss_intensity_pct": loss_pct,
            "loss_uniform_pct": loss_uniform,
            "loss_tendency": loss_words,
            "loss_stationary": list(loss_stationary[i, j]),
            "gain_expected_ha": gain_expected,
            "loss_expected_ha": loss_expected,
        }
        rows = (dict(zip(columns, row)) for row in zip(*columns.values()))
        return cast("Iterator[TransitionRow]", rows)


def transition_checks(matrices: PeriodMatrices, rows: TransitionRows) -> list[Check]:
    """Per interval: the intensities, weighted by the areas, are the uniform ones of the classes."""
    checks = []
    for matrix, gain, loss in zip(matrices.intervals, rows.gains, rows.losses):
        for what, level in ((GAINED, gain), (LOST, loss)):
            intensities = quotients(level.moved, level.size[:, None])
            weighted = np.nansum(intensities * level.size[:, None])
            uniform = np.nansum(level.uniform * level.others)
            checks.append(Check(matrix.name, what, float(uniform), float(weighted)))
    return checks
