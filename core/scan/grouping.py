"""Columns of small numbers as few keys to sort by, and what is equal in all of them together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from ..base.numbers import Flags, Ints, NDArray

LARGEST_KEY = 2**63 - 1


def packed(rows: Iterable[NDArray[np.integer]]) -> list[Ints]:
    """Keys for np.lexsort that order columns as the rows themselves would, but fewer of them.

    As many rows as 63 bits hold are digits of one key, the last row its first digit: a key is
    sorted several times as fast as its rows, and takes less memory than they do.
    """
    keys: list[Ints] = []
    bins = 1
    for row in rows:
        size = int(row.max(initial=0)) + 1
        if not keys or bins * size > LARGEST_KEY:
            keys.append(row.astype(np.int64))
            bins = size
        else:
            keys[-1] += bins * row.astype(np.int64)
            bins *= size
    return keys


def grouped(keys: list[Ints], stable: bool = True) -> tuple[Ints, Flags]:
    """The order that the keys give, and which in it are the first of those that are equal.

    The keys are let go on the way, each as soon as it has done its work. Equal ones keep their
    order if it is to be stable; a single key is sorted in a third of the time if they need not.
    """
    order: Ints = np.lexsort(keys) if stable or len(keys) > 1 else np.argsort(keys[0])
    is_first = np.zeros(order.size, bool)
    is_first[:1] = True
    while keys:
        key = keys.pop()[order]
        is_first[1:] |= key[1:] != key[:-1]
    return order, is_first


def summed(keys: Ints, weights: Ints) -> tuple[Ints, Ints]:
    """One row for those of equal keys, sorted by the first key, then the next, their weights added.

    Keys are whole numbers from 0 on, (keys, rows), weights (weights, rows).
    """
    if not keys.shape[1]:
        return keys, weights
    # Whole numbers add up to the same in any order: it need not be a stable one.
    order, is_first = grouped(packed(keys[::-1]), stable=False)
    firsts = np.flatnonzero(is_first)
    return keys[:, order[firsts]], np.add.reduceat(weights[:, order], firsts, axis=1)


def numbers_of(values: Ints) -> list[int]:
    """The numbers of an array, (n,), as Python has them."""
    numbers_in_python: list[int] = values.tolist()  # type: ignore[assignment]  # how deep it is
    return numbers_in_python
