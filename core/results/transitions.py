"""From where each class gained, and to where it lost, against all other land alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict, overload

import numpy as np

from ..messages import Term
from ..numbers import or_none, quotients
from ..scan.matrices import PeriodMatrices
from ..uniform import AVOIDS, TARGETS, sides, stationary, word_of
from .closure import Check

if TYPE_CHECKING:
    from numpy.typing import NDArray


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


class Level:
    """The transition level of an interval: the gain of each class from each of the others.

    The losses of the classes are the gains of the matrix turned over, with its end for its start.

    Args:
        moved: hectares that changed, by from-class (rows) and to-class, shape (n, n).
        size: hectares of the from-classes.
        years: of the interval, or None.

    Attributes:
        uniform: per to-class, its gain by all land that was not of that class.
        side: of that line, shape (n, n).
    """

    def __init__(self, moved: NDArray[np.float64], size: NDArray[np.float64], years: int | None):
        self.moved, self.size = moved, size
        self._percent = 100.0 / years if years else np.nan
        self.gain = moved.sum(axis=0)
        # A sum of the others: where there are none, a difference might leave a rest.
        self.others = (1.0 - np.eye(len(size))) @ size
        self.uniform = quotients(self.gain, self.others)
        self.side = sides(quotients(moved, size[:, None]), self.uniform)

    def intensity_pct(self, i: int, j: int) -> float | None:
        """The gain of j from i, % of the land of i per year."""
        return or_none(self._percent * float(quotients(self.moved[i, j], self.size[i])))

    def uniform_pct(self, j: int) -> float | None:
        """The gain of j, % of all other land per year."""
        return or_none(self._percent * float(self.uniform[j]))

    def expected(self, i: int, j: int) -> float | None:
        """Hectares that j would gain from i if it took all other land alike."""
        return or_none(float(self.uniform[j] * self.size[i]))


class TransitionRows(Sequence[Mapping[str, object]]):
    """TRANSITIONS: a row per interval and pair of different classes.

    Aldwaik and Pontius 2012. The gain of a class is set against land that was not of that class at
    the start of the interval, the loss of a class against land that was not of it at the end. The
    expected areas are those of Pontius, Shusas and McEachern 2004: random gain, random loss.

    Rows are made when they are asked for: of many classes there are millions.
    """

    def __init__(self, matrices: PeriodMatrices):
        self._matrices = matrices
        intervals = matrices.intervals
        self.gains = [Level(one.moved, one.before, one.years) for one in intervals]
        self.losses = [Level(one.moved.T, one.after, one.years) for one in intervals]

    def __len__(self) -> int:
        size = len(self._matrices.classes)
        return len(self.gains) * size * (size - 1)

    @overload
    def __getitem__(self, place: int) -> TransitionRow: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[TransitionRow]: ...

    def __getitem__(self, place: int | slice) -> TransitionRow | Sequence[TransitionRow]:
        places = range(len(self))[place]
        if isinstance(places, range):
            return [self[one] for one in places]
        size = len(self._matrices.classes)
        interval, pair = divmod(places, size * (size - 1))
        i, j = divmod(pair, size - 1)
        return self._row(interval, i, j + (j >= i))

    def largest(self, interval: int, most: int) -> list[TransitionRow]:
        """The rows of the largest transitions of an interval that occur, largest first."""
        moved = self.gains[interval].moved
        order = np.argsort(-moved, axis=None, kind="stable")[:most]
        pairs = [divmod(int(place), len(moved)) for place in order]
        return [self._row(interval, i, j) for i, j in pairs if moved[i, j] > 0]

    def _row(self, interval: int, i: int, j: int) -> TransitionRow:
        source, target = self._matrices.classes[i], self._matrices.classes[j]
        gain, loss = self.gains[interval], self.losses[interval]
        return {
            "period": self._matrices.intervals[interval].name,
            "from_value": source.value,
            "from_class": source.name,
            "to_value": target.value,
            "to_class": target.name,
            "area_ha": float(gain.moved[i, j]),
            "gain_intensity_pct": gain.intensity_pct(i, j),
            "gain_uniform_pct": gain.uniform_pct(j),
            "gain_tendency": word_of(gain.side[i, j], TARGETS, AVOIDS),
            "gain_stationary": stationary([one.side[i, j] for one in self.gains]),
            "loss_intensity_pct": loss.intensity_pct(j, i),
            "loss_uniform_pct": loss.uniform_pct(i),
            "loss_tendency": word_of(loss.side[j, i], TARGETS, AVOIDS),
            "loss_stationary": stationary([one.side[j, i] for one in self.losses]),
            "gain_expected_ha": gain.expected(i, j),
            "loss_expected_ha": loss.expected(j, i),
        }


def transition_checks(matrices: PeriodMatrices, rows: TransitionRows) -> list[Check]:
    """Per interval: the intensities, weighted by the areas, are the uniform ones of the classes."""
    checks = []
    for matrix, gain, loss in zip(matrices.intervals, rows.gains, rows.losses):
        for what, level in ((GAINED, gain), (LOST, loss)):
            intensities = quotients(level.moved, level.size[:, None])
            found = np.nansum(intensities * level.size[:, None])
            expected = np.nansum(level.uniform * level.others)
            checks.append(Check(matrix.name, what, float(expected), float(found)))
    return checks
