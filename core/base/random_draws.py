"""Random draws and random orders, both reproducible from a seed.

Each variable has its own stream of draws, which depends on the seed and the variable
name only, so that an additional variable does not change the draws of others. numpy
guarantees the bit streams of its generators, but not its distributions; these are
computed here by inversion of the distribution function.
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

# Ratio of the half-width of a 95 % interval to the standard deviation.
Z95 = 1.959963984540054

# Half of the smallest step of a uniform draw, as a replacement of 0.
MIN_PROBABILITY = 2.0**-54

# Four are enough for large sizes; small sizes have small digits and mix slowly: with 12 rounds, the
# orders of six numbers are not yet equally likely.
FEISTEL_ROUNDS = 24
GOLDEN_GAMMA = 0x9E3779B97F4A7C15
WORD_MODULUS = 1 << 64
# Words per use, so that different uses share no word.
MAX_WORDS_PER_USE = 1 << 10


def get_z_score(level: float) -> float:
    """Return the z-score of a central interval; `level` in %, between 0 and 100."""
    return Z95 if level == 95 else NormalDist().inv_cdf(0.5 + level / 200.0)


def draw_uniform(seed: int, name: str, size: int) -> FloatArray:
    """Draw uniform numbers in [0, 1) for a named variable, shape (size,); seed >= 0."""
    sequence = np.random.SeedSequence([seed, crc32(name.encode("utf-8"))])
    return np.random.Generator(np.random.PCG64(sequence)).random(size)


def to_standard_normal(drawn: FloatArray) -> FloatArray:
    """Transform uniform to standard normal draws, shape (n,) both."""
    inverse = NormalDist().inv_cdf
    return np.array([inverse(max(float(u), MIN_PROBABILITY)) for u in drawn], np.float64)


def draw_standard_normal(seed: int, name: str, size: int) -> FloatArray:
    """Draw standard normal numbers for a named variable."""
    return to_standard_normal(draw_uniform(seed, name, size))


def normal_cdf(normal: FloatArray) -> FloatArray:
    """Return the standard normal distribution function of values, shape (n,) both."""
    below = NormalDist().cdf
    return np.array([below(float(z)) for z in normal], np.float64)


def to_lognormal(normal: FloatArray, mean: float, relative_sd: float) -> FloatArray:
    """Transform standard normal to lognormal draws with mean above 0, in the same shape.

    sigma^2 = ln(1 + c^2), mu = ln mean - sigma^2/2, with c the relative standard deviation.
    """
    variance = log(1.0 + relative_sd**2)
    draws: FloatArray = np.exp(log(mean) - variance / 2.0 + sqrt(variance) * normal)
    return draws


def to_triangular(drawn: FloatArray, low: float, mode: float, high: float) -> FloatArray:
    """Transform uniform to triangular draws by the inverse distribution function, same shape.

    low + sqrt(u w (mode - low)), or high - sqrt((1 - u) w (high - mode)), w = high - low
    """
    width, rising = high - low, mode - low
    below = low + np.sqrt(drawn * width * rising)
    above = high - np.sqrt((1.0 - drawn) * width * (high - mode))
    draws: FloatArray = np.where(drawn * width < rising, below, above)
    return draws


def triangular_sd(low: float, mode: float, high: float) -> float:
    """Return the triangular SD, sqrt((a^2 + m^2 + b^2 - a b - a m - b m) / 18)."""
    squares = low**2 + mode**2 + high**2
    return sqrt(max(0.0, squares - low * high - low * mode - high * mode) / 18.0)


class RandomPermutation:
    """Random order of the numbers 0 to size - 1 from a seed, computed for single numbers.

    It uses 64-bit integers and is the same in every numpy version and on every machine. It
    is a Feistel network over two digits of unequal bases, like the permutations of any size
    by Black and Rogaway (2002, "Ciphers with arbitrary finite domains"), with rounds mixed
    by the finalizer of splitmix64 (Steele, Lea and Flood 2014). `use` separates orders with
    the same seed.

    The first numbers of any subset in this order are a simple random sample of it without
    replacement. The sample does not depend on how the subset was found, a larger sample
    contains every smaller one, and the first numbers can be listed without reading the
    others.
    """

    def __init__(self, size: int, seed: int, use: int = 0):
        self.size = size
        # A number is high * base + low; the few numbers beyond the size are skipped.
        self._base = isqrt(size - 1) + 1
        self._bases = (-(-size // self._base), self._base)
        self._keys = generate_random_words(FEISTEL_ROUNDS, seed, use)

    def get_ranks(self, values: IntArray) -> IntArray:
        """Return the ranks of numbers in the order, from 0, in the same shape."""
        return self._permute_values(values, range(FEISTEL_ROUNDS), 1)

    def get_values(self, ranks: IntArray) -> IntArray:
        """Return the numbers at given ranks in the order, in the same shape."""
        return self._permute_values(ranks, range(FEISTEL_ROUNDS - 1, -1, -1), -1)

    def _permute_values(self, values: IntArray, rounds: range, sign: int) -> IntArray:
        """Return the permutation, or with reversed rounds and sign its inverse."""
        walked = self._apply_rounds(values, rounds, sign)
        beyond = walked >= self.size
        while beyond.any():
            walked[beyond] = self._apply_rounds(walked[beyond], rounds, sign)
            beyond = walked >= self.size
        return walked

    def _apply_rounds(self, values: IntArray, rounds: range, sign: int) -> IntArray:
        """Apply rounds, each of which adds to one digit a hash of the other, or subtracts it."""
        digits = list(np.divmod(np.asarray(values, np.int64), self._base))
        for round_index in rounds:
            side = round_index % 2
            said = _mix_words(digits[1 - side].astype(np.uint64) + self._keys[round_index])
            step = (said % np.uint64(self._bases[side])).astype(np.int64)
            digits[side] = (digits[side] + sign * step) % self._bases[side]
        joined: IntArray = digits[0] * self._base + digits[1]
        return joined


def generate_random_words(count: int, seed: int, use: int = 0) -> Words:
    """Return random 64-bit words; seed and use as for RandomPermutation."""
    start = int(_mix_words(np.array([seed], np.uint64))[0]) + use * MAX_WORDS_PER_USE * GOLDEN_GAMMA
    words = [(start + n * GOLDEN_GAMMA) % WORD_MODULUS for n in range(1, count + 1)]
    return _mix_words(np.array(words, np.uint64))


def generate_random_fractions(count: int, seed: int, use: int = 0) -> list[float]:
    """Return random numbers in [0, 1), multiples of 2^-53."""
    return [(int(word) >> 11) * 2.0**-53 for word in generate_random_words(count, seed, use)]


def _mix_words(words: Words) -> Words:
    """Mix 64-bit words so that each bit depends on all bits: the finalizer of splitmix64."""
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Words = words ^ (words >> np.uint64(31))
    return mixed
