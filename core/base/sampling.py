"""Random draws that survive edits: one stream per variable, found by its name.

A stream follows from the seed and the name alone, so that a further variable changes no other
one's draws. numpy keeps the bits of its generators for good, not the methods that make
distributions of them; these are made here, by the inverse of the distribution function.
"""

from __future__ import annotations

from math import log, sqrt
from statistics import NormalDist
from zlib import crc32

import numpy as np

from .numbers import Floats

# From the half-width of a 95 % interval to a standard deviation.
Z95 = 1.959963984540054

# Half of the smallest step of a uniform draw, which may be 0.
TINY = 2.0**-54


def z_of(level: float) -> float:
    """Standard deviations on either side of the mean that hold a part of a normal distribution.

    Args:
        level: the part in %, between 0 and 100.
    """
    return Z95 if level == 95 else NormalDist().inv_cdf(0.5 + level / 200.0)


def uniform(seed: int, name: str, size: int) -> Floats:
    """Draws of a variable that lies anywhere between 0 and 1.

    Args:
        seed: of the run, 0 or more.
        name: of the variable.

    Returns:
        Shape (size,), from 0 to below 1.
    """
    sequence = np.random.SeedSequence([seed, crc32(name.encode("utf-8"))])
    return np.random.Generator(np.random.PCG64(sequence)).random(size)


def normal_of(drawn: Floats) -> Floats:
    """Draws of a standard normal variable from uniform ones, shape (n,) both."""
    inverse = NormalDist().inv_cdf
    return np.array([inverse(max(float(u), TINY)) for u in drawn], np.float64)


def standard_normal(seed: int, name: str, size: int) -> Floats:
    """Draws of a standard normal variable; seed and name are as those of uniform."""
    return normal_of(uniform(seed, name, size))


def probability_of(normal: Floats) -> Floats:
    """The part of a standard normal distribution below each of some values, shape (n,) both."""
    below = NormalDist().cdf
    return np.array([below(float(z)) for z in normal], np.float64)


def lognormal(normal: Floats, mean: float, relative_sd: float) -> Floats:
    """Lognormal draws of a mean above 0 from standard normal ones, in the same shape.

    sigma^2 = ln(1 + c^2) and mu = ln mean - sigma^2/2, where c is the relative standard deviation.
    """
    variance = log(1.0 + relative_sd**2)
    draws: Floats = np.exp(log(mean) - variance / 2.0 + sqrt(variance) * normal)
    return draws


def triangular(drawn: Floats, low: float, mode: float, high: float) -> Floats:
    """Triangular draws from uniform ones, in the same shape: the inverse of the distribution
    function, low + sqrt(u w (mode - low)), or high - sqrt((1 - u) w (high - mode)) above the mode;
    w is high - low.
    """
    width, rising = high - low, mode - low
    below = low + np.sqrt(drawn * width * rising)
    above = high - np.sqrt((1.0 - drawn) * width * (high - mode))
    draws: Floats = np.where(drawn * width < rising, below, above)
    return draws


def triangular_sd(low: float, mode: float, high: float) -> float:
    """The standard deviation of a triangular distribution.

    variance = (a^2 + m^2 + b^2 - a b - a m - b m) / 18
    """
    squares = low**2 + mode**2 + high**2
    return sqrt(max(0.0, squares - low * high - low * mode - high * mode) / 18.0)
