"""How often land changed its class, and when last, read off what it was at every date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..base.arrays import Ints, NDArray

if TYPE_CHECKING:
    # Classes of several trajectories at one date, as numbers or codes, whichever.
    AtDate = NDArray[np.integer]

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
