"""Which side of a uniform intensity others lie on, and whether they stay there.

Aldwaik and Pontius 2012: an intensity above the uniform one is active, or targets; one below is
dormant, or avoids. It is stationary where it lies on one side in all intervals.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..base.arrays import NDArray
from ..base.messages import Term

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
    """BELOW, ON or ABOVE the line; UNKNOWN where an intensity or the line is NaN.

    Args:
        intensities: of any shape and unit.
        line: the uniform intensity in that unit, or one for each of the intensities.

    Returns:
        A side for each intensity, of their shape.
    """
    numbers, lines = np.broadcast_arrays(np.asarray(intensities, float), np.asarray(line, float))
    difference = numbers - lines
    known = ~np.isnan(difference)
    apart = np.zeros(numbers.shape, bool)
    largest = np.maximum(np.abs(numbers), np.abs(lines))
    apart[known] = (np.abs(difference) > ROUNDING * largest)[known]
    result = np.full(numbers.shape, UNKNOWN, np.int8)
    result[known] = np.where(apart, np.sign(difference), ON)[known]
    return result


def words_of(side: Sides, above: str, below: str) -> list[str | None]:
    """Sides in a table's words; None where one is not known."""
    words = {ABOVE: above, BELOW: below, ON: UNIFORM}
    return [words.get(one) for one in side.ravel().tolist()]


def stationary(by_interval: ArrayLike) -> NDArray[np.object_]:
    """Whether things lie on one side of the line in all intervals; None with fewer than two.

    What lies on the line is on neither side. Intervals where it is not known do not count.

    Args:
        by_interval: sides, the intervals along the first axis.

    Returns:
        True, False or None, of the shape of one interval.
    """
    side = np.asarray(by_interval)
    known, below, above = ((side != UNKNOWN).sum(0), (side == BELOW).sum(0), (side == ABOVE).sum(0))
    result = np.asarray(np.maximum(below, above) == known, object)
    result[known < 2] = None
    return result
