"""Classes of numbers by natural breaks."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .numbers import Floats

# Of more different numbers so many that stand for them are looked at.
MOST_LOOKED_AT = 1000


def natural_breaks(values: Iterable[float], most: int) -> list[tuple[float, float]]:
    """The least and largest value of each class, from the lowest on.

    Of all ways to cut the values into so many classes it is that with the least sum of squared
    distances from the means of the classes (Fisher 1958; Jenks' natural breaks).

    Args:
        most: classes; fewer where there are fewer different values.
    """
    ordered = np.sort(np.array(list(values), np.float64))
    different, counts = np.unique(ordered, return_counts=True)
    if different.size > MOST_LOOKED_AT:
        looked_at = np.linspace(0, ordered.size - 1, MOST_LOOKED_AT).round().astype(int)
        different, counts = np.unique(ordered[looked_at], return_counts=True)
    size, classes = different.size, min(most, different.size)
    if not classes:
        return []
    # Squares of numbers about their mean keep the digits of small differences.
    about = different - np.average(different, weights=counts)
    sizes, first, second = (np.append(0.0, np.cumsum(counts * about**power)) for power in (0, 1, 2))

    def spread(end: int) -> Floats:
        """Of the values from each index before `end` on up to there."""
        n, s = sizes[end] - sizes[:end], first[end] - first[:end]
        squares: Floats = second[end] - second[:end] - s * s / n
        return squares

    # best[k][e]: the least sum of the first e values in k classes, the last of which begins at
    # cut[k][e].
    best = np.full((classes + 1, size + 1), np.inf)
    cut = np.zeros((classes + 1, size + 1), np.int64)
    best[0][0] = 0.0
    for end in range(1, size + 1):
        squares = spread(end)
        for count in range(1, classes + 1):
            sums = best[count - 1][:end] + squares
            cut[count][end] = np.argmin(sums)
            best[count][end] = sums[cut[count][end]]
    edges, end = [size], size
    for count in range(classes, 0, -1):
        end = int(cut[count][end])
        edges.append(end)
    edges.reverse()
    return [
        (float(different[start]), float(different[stop - 1]))
        for start, stop in zip(edges, edges[1:])
    ]


def class_of(value: float, breaks: list[tuple[float, float]]) -> int:
    """The index of the class that a value is in: the first one whose largest is not below it."""
    return next((index for index, (_, most) in enumerate(breaks) if value <= most), len(breaks) - 1)
