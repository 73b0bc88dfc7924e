"""Random draws that survive edits, and shuffled orders: both follow from a seed.

Draws: one stream per variable, found by its name. It follows from the seed and the name alone, so
that a further variable changes no other one's draws. numpy keeps the bits of its generators for
good, not the methods that make distributions of them; these are made here, by the inverse of the
distribution function.
"""

from __future__ import annotations

from math import isqrt, log, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from .numbers import FloatArray, IntArray, NDArray

if TYPE_CHECKING:
    Words = NDArray[np.uint64]

# From the half-width of a 95 % interval to a standard deviation.
Z95 = 1.959963984540054

# Half of the smallest step of a uniform draw, which may be 0.
MIN_PROBABILITY = 2.0**-54

# Four would do for large sizes; of few numbers, whose digits are small, a round mixes little: with
# 12 the orders of six numbers are not equally likely yet.
FEISTEL_ROUNDS = 24
GOLDEN_GAMMA = 0x9E3779B97F4A7C15
WORD_MODULUS = 1 << 64
# Of one use, so that those of several have no word in common.
MAX_WORDS_PER_USE = 1 << 10


def get_z_score(level: float) -> float:
    """Standard deviations on either side of the mean that hold a part of a normal distribution, in
    %, between 0 and 100."""
    return Z95 if level == 95 else NormalDist().inv_cdf(0.5 + level / 200.0)


def draw_uniform(seed: int, name: str, size: int) -> FloatArray:
    """Draws of the variable of that name, from 0 to below 1, shape (size,); a seed is 0 or more."""
    sequence = np.random.SeedSequence([seed, crc32(name.encode("utf-8"))])
    return np.random.Generator(np.random.PCG64(sequence)).random(size)


def to_standard_normal(drawn: FloatArray) -> FloatArray:
    """Draws of a standard normal variable from uniform ones, shape (n,) both."""
    inverse = NormalDist().inv_cdf
    return np.array([inverse(max(float(u), MIN_PROBABILITY)) for u in drawn], np.float64)


def draw_standard_normal(seed: int, name: str, size: int) -> FloatArray:
    """Draws of a standard normal variable."""
    return to_standard_normal(draw_uniform(seed, name, size))


def normal_cdf(normal: FloatArray) -> FloatArray:
    """The part of a standard normal distribution below each of some values, shape (n,) both."""
    below = NormalDist().cdf
    return np.array([below(float(z)) for z in normal], np.float64)


def to_lognormal(normal: FloatArray, mean: float, relative_sd: float) -> FloatArray:
    """Lognormal draws of a mean above 0 from standard normal ones, in the same shape.

    sigma^2 = ln(1 + c^2) and mu = ln mean - sigma^2/2, where c is the relative standard deviation.
    """
    variance = log(1.0 + relative_sd**2)
    draws: FloatArray = np.exp(log(mean) - variance / 2.0 + sqrt(variance) * normal)
    return draws


def to_triangular(drawn: FloatArray, low: float, mode: float, high: float) -> FloatArray:
    """Triangular draws from uniform ones, in the same shape: the inverse of the distribution
    function, low + sqrt(u w (mode - low)), or high - sqrt((1 - u) w (high - mode)) above the mode;
    w is high - low.
    """
    width, rising = high - low, mode - low
    below = low + np.sqrt(drawn * width * rising)
    above = high - np.sqrt((1.0 - drawn) * width * (high - mode))
    draws: FloatArray = np.where(drawn * width < rising, below, above)
    return draws


def triangular_sd(low: float, mode: float, high: float) -> float:
    """The standard deviation of a triangular distribution.

    variance = (a^2 + m^2 + b^2 - a b - a m - b m) / 18
    """
    squares = low**2 + mode**2 + high**2
    return sqrt(max(0.0, squares - low * high - low * mode - high * mode) / 18.0)


class RandomPermutation:
    """The order of the numbers 0 to size - 1 that a seed gives, found for any without making all of
    it: whole numbers of 64 bits, the same in every version of numpy and on every machine.

    It is a Feistel network over two digits of unequal bases, as Black and Rogaway (2002, "Ciphers
    with arbitrary finite domains") build permutations of any size, in rounds mixed by the finish of
    splitmix64 (Steele, Lea and Flood 2014). `use` tells orders of one seed apart.

    A simple random sample without replacement of any part of the numbers is those of the part that
    come first. So it does not depend on how the part was found, a larger sample holds every smaller
    one, and the few that come first can be listed without looking at the others.
    """

    def __init__(self, size: int, seed: int, use: int = 0):
        self.size = size
        # A number is high * base + low; the few beyond the size are stepped over.
        self._base = isqrt(size - 1) + 1
        self._bases = (-(-size // self._base), self._base)
        self._keys = generate_random_words(FEISTEL_ROUNDS, seed, use)

    def get_ranks(self, values: IntArray) -> IntArray:
        """Where numbers stand in the order, from 0 on; in the same shape."""
        return self._permute_values(values, range(FEISTEL_ROUNDS), 1)

    def get_values(self, ranks: IntArray) -> IntArray:
        """Which numbers stand at some ranks of the order; in the same shape."""
        return self._permute_values(ranks, range(FEISTEL_ROUNDS - 1, -1, -1), -1)

    def _permute_values(self, values: IntArray, rounds: range, sign: int) -> IntArray:
        """The permutation or, rounds and sign turned round, its inverse."""
        walked = self._apply_rounds(values, rounds, sign)
        beyond = walked >= self.size
        while beyond.any():
            walked[beyond] = self._apply_rounds(walked[beyond], rounds, sign)
            beyond = walked >= self.size
        return walked

    def _apply_rounds(self, values: IntArray, rounds: range, sign: int) -> IntArray:
        """Each round adds to one digit what the other one says, or takes it away again."""
        digits = list(np.divmod(np.asarray(values, np.int64), self._base))
        for round_index in rounds:
            side = round_index % 2
            said = _mix_words(digits[1 - side].astype(np.uint64) + self._keys[round_index])
            step = (said % np.uint64(self._bases[side])).astype(np.int64)
            digits[side] = (digits[side] + sign * step) % self._bases[side]
        joined: IntArray = digits[0] * self._base + digits[1]
        return joined


def generate_random_words(count: int, seed: int, use: int = 0) -> Words:
    """So many random words of 64 bits; seed and use as for an order."""
    start = int(_mix_words(np.array([seed], np.uint64))[0]) + use * MAX_WORDS_PER_USE * GOLDEN_GAMMA
    words = [(start + n * GOLDEN_GAMMA) % WORD_MODULUS for n in range(1, count + 1)]
    return _mix_words(np.array(words, np.uint64))


def generate_random_fractions(count: int, seed: int, use: int = 0) -> list[float]:
    """So many random numbers from 0 to below 1, each a multiple of 2^-53."""
    return [(int(word) >> 11) * 2.0**-53 for word in generate_random_words(count, seed, use)]


def _mix_words(words: Words) -> Words:
    """Words of 64 bits with every bit hanging on all of them: the finish of splitmix64."""
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Words = words ^ (words >> np.uint64(31))
    return mixed
