"""A shuffled order of the numbers below a size, found for any of them without making all of it.

The order follows from the size and a seed alone: whole numbers of 64 bits, the same in every
version of numpy and on every machine. It is a Feistel network over two digits of unequal bases,
as Black and Rogaway (2002, "Ciphers with arbitrary finite domains") build permutations of any
size, in rounds mixed by the finish of splitmix64 (Steele, Lea and Flood 2014).

A simple random sample without replacement of any part of the numbers is those of the part that come
first in the order. So it does not depend on how the part was found, a larger sample holds every
smaller one, and the few that come first can be listed without looking at the others.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from .numbers import Ints, NDArray

if TYPE_CHECKING:
    Words = NDArray[np.uint64]

# Four would do for large sizes; of few numbers, whose digits are small, a round mixes little: with
# 12 the orders of six numbers are not equally likely yet.
ROUNDS = 24
GOLDEN = 0x9E3779B97F4A7C15
WORD = 1 << 64
# Of one use, so that those of several have no word in common.
MOST_WORDS = 1 << 10


class Shuffle:
    """The order of the numbers 0 to size - 1 that a seed gives.

    Args:
        size: how many numbers there are, at least 1.
        seed: 0 or more.
        use: tells orders of one seed apart that are used side by side.
    """

    def __init__(self, size: int, seed: int, use: int = 0):
        self.size = size
        # A number is high * base + low; the few beyond the size are stepped over.
        self._base = isqrt(size - 1) + 1
        self._bases = (-(-size // self._base), self._base)
        self._keys = random_words(ROUNDS, seed, use)

    def ranks(self, values: Ints) -> Ints:
        """Where numbers stand in the order, from 0 on; in the same shape."""
        return self._walk(values, range(ROUNDS), 1)

    def values(self, ranks: Ints) -> Ints:
        """Which numbers stand at some ranks of the order; in the same shape."""
        return self._walk(ranks, range(ROUNDS - 1, -1, -1), -1)

    def _walk(self, values: Ints, rounds: range, sign: int) -> Ints:
        """The permutation or, rounds and sign turned round, its inverse."""
        walked = self._through(values, rounds, sign)
        beyond = walked >= self.size
        while beyond.any():
            walked[beyond] = self._through(walked[beyond], rounds, sign)
            beyond = walked >= self.size
        return walked

    def _through(self, values: Ints, rounds: range, sign: int) -> Ints:
        """Each round adds to one digit what the other one says, or takes it away again."""
        digits = list(np.divmod(np.asarray(values, np.int64), self._base))
        for round_index in rounds:
            side = round_index % 2
            said = _mixed(digits[1 - side].astype(np.uint64) + self._keys[round_index])
            step = (said % np.uint64(self._bases[side])).astype(np.int64)
            digits[side] = (digits[side] + sign * step) % self._bases[side]
        joined: Ints = digits[0] * self._base + digits[1]
        return joined


def random_words(count: int, seed: int, use: int = 0) -> Words:
    """So many random words of 64 bits; seed and use as for an order."""
    start = int(_mixed(np.array([seed], np.uint64))[0]) + use * MOST_WORDS * GOLDEN
    words = [(start + n * GOLDEN) % WORD for n in range(1, count + 1)]
    return _mixed(np.array(words, np.uint64))


def random_parts(count: int, seed: int, use: int = 0) -> list[float]:
    """So many random numbers from 0 to below 1, each a multiple of 2^-53."""
    return [(int(word) >> 11) * 2.0**-53 for word in random_words(count, seed, use)]


def _mixed(words: Words) -> Words:
    """Words of 64 bits with every bit hanging on all of them: the finish of splitmix64."""
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Words = words ^ (words >> np.uint64(31))
    return mixed
