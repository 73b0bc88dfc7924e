"""What cells hold at all dates together, how often that changed and when last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Floats, Ints, NDArray

if TYPE_CHECKING:
    # Classes of several trajectories at one date, as numbers or codes, whichever.
    AtDate = NDArray[np.integer]


@dataclass(frozen=True)
class CombinationTable:
    """The combinations that occur, by stratum, then by the classes in the tables' order.

    Attributes:
        strata: of each combination, (n,); 0 is land in no stratum, and all land without strata.
        classes: class numbers by combination and date, shape (n, dates).
        cells, hectares: of each combination, (n,).
    """

    strata: Ints
    classes: Ints
    cells: Ints
    hectares: Floats

    @property
    def by_date(self) -> list[Ints]:
        """Class numbers by combination, (n,), for each date."""
        return [self.classes[:, date] for date in range(self.classes.shape[1])]


# What land has that never changed, in place of a date.
NEVER = 0


def times_changed(dates: Sequence[AtDate]) -> Ints:
    """How often the class is another one than at the date before, (trajectories,)."""
    times = np.zeros(len(dates[0]), np.int64)
    for before, after in zip(dates, dates[1:]):
        times += before != after
    return times


def last_changed(dates: Sequence[AtDate], values: Sequence[int]) -> NDArray[np.uint16]:
    """The value of the date by which the last change was seen, (trajectories,); NEVER: none.

    Args:
        dates: classes at each, (trajectories,).
        values: of the dates, such as their years.
    """
    last = np.full(len(dates[0]), NEVER, np.uint16)
    for before, after, value in zip(dates, dates[1:], values[1:]):
        last[before != after] = value
    return last
