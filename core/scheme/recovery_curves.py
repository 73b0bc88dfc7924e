"""How carbon comes back on reclaimed land: a stock by the land's age, for each class and pool.

A curve goes from what there was when the land was reclaimed (the topsoil that was spread, else
nothing) towards the density of the class. All amounts are in t C/ha, all ages in years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from ..base.numbers import FloatArray

# IPCC 2006, volume 4, equation 2.25: soil carbon is taken to reach its new level in 20 years.
IPCC_TRANSITION_YEARS = 20.0

# The fastest gains of reclaimed soils in the review of Yuan et al. 2016, in t C/ha a year, by class
# key: under forest, under grass, and under anything for all other classes.
MAX_SOIL_GAINS_TC_HA = {"forest": 6.27, "grass": 3.37}

MINUS_SIGN = "\N{MINUS SIGN}"

# Gauss-Legendre points for a mean that has no closed form. Ages are the fourth power of what they
# are points of, so that a curve that begins steeply is smooth in it.
GAUSS_NODES, GAUSS_WEIGHTS = np.polynomial.legendre.leggauss(96)
AGE_POWER = 4


def max_soil_gain(key: str) -> float:
    """The fastest gain of soil that was measured on reclaimed land of a class, t C/ha a year."""
    return MAX_SOIL_GAINS_TC_HA.get(key.casefold(), max(MAX_SOIL_GAINS_TC_HA.values()))


class RecoveryCurve:
    """A way from a start to the full density.

    Most curves are a fraction of the way, the same from whatever start, and have fraction() and
    mean_fraction(). NAME is as tables have it.
    """

    NAME = ""

    @property
    def formula(self) -> str:
        """The curve with its parameters, as people write it, for an age a in years."""
        raise NotImplementedError

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        """The part of the way, 0 to 1, at an age in years, of any shape."""
        raise NotImplementedError

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        """The mean of the part of the way over an interval of ages."""
        raise NotImplementedError

    def stock(self, start: FloatArray, full: float, age: FloatArray) -> FloatArray:
        """The stock at an age, t C/ha, of the shape of the ages, which are 0 or more.

        `start` is that of each piece of land when it was reclaimed.
        """
        return start + (full - start) * self.recovered_fraction(age)

    def mean_stock(
        self, start: FloatArray, full: float, youngest: FloatArray, oldest: FloatArray
    ) -> FloatArray:
        """The mean of the stock over all ages from the youngest to the oldest, which is older."""
        return start + (full - start) * self.mean_recovered_fraction(youngest, oldest)

    def age_at_fraction(self, part: FloatArray) -> FloatArray:
        """The age at which a part of the way, 0 to 1, is behind; infinity where it never is."""
        raise NotImplementedError

    def age_at_stock(self, stock: FloatArray, full: float) -> FloatArray:
        """The age at which land that began with nothing comes to a stock.

        Where it never does: infinity, or an age from which on it gains nothing more.
        """
        if full <= 0:
            return np.zeros_like(stock)
        with np.errstate(divide="ignore"):
            return self.age_at_fraction(np.clip(stock / full, 0.0, 1.0))

    def max_gain(self, full: float) -> float:
        """t C/ha that bare land gains a year where the curve is steepest; 0 without a rate."""
        raise NotImplementedError


@dataclass(frozen=True)
class LinearRecovery(RecoveryCurve):
    """In equal steps over some years: f = min(a/D, 1) (IPCC 2006, volume 4, equation 2.25)."""

    NAME = "ipcc"

    years: float = IPCC_TRANSITION_YEARS

    @property
    def formula(self) -> str:
        return f"min(a / {self.years:g}, 1)"

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        part: FloatArray = np.minimum(age / self.years, 1.0)
        return part

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        return (self._integrate_curve(oldest) - self._integrate_curve(youngest)) / (
            oldest - youngest
        )

    def age_at_fraction(self, part: FloatArray) -> FloatArray:
        return part * self.years

    def max_gain(self, full: float) -> float:
        return full / self.years

    def _integrate_curve(self, age: FloatArray) -> FloatArray:
        """Under the curve, from 0 to an age."""
        rising = np.minimum(age, self.years)
        area: FloatArray = rising**2 / (2.0 * self.years) + (age - rising)
        return area


@dataclass(frozen=True)
class ExponentialRecovery(RecoveryCurve):
    """f = 1 - exp(-k a), with k = -ln(1 - F)/A for a fraction F that is reached at an age A."""

    NAME = "exponential"

    reached: float
    age: float

    @property
    def formula(self) -> str:
        return f"1 {MINUS_SIGN} exp({MINUS_SIGN}{self.rate:.6g} a)"

    @property
    def rate(self) -> float:
        """k, per year."""
        return -log(1.0 - self.reached) / self.age

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        return -np.expm1(-self.rate * age)

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        rate = self.rate
        left = np.exp(-rate * youngest) - np.exp(-rate * oldest)
        mean: FloatArray = 1.0 - left / (rate * (oldest - youngest))
        return mean

    def age_at_fraction(self, part: FloatArray) -> FloatArray:
        age: FloatArray = -np.log1p(-part) / self.rate
        return age

    def max_gain(self, full: float) -> float:
        return full * self.rate


@dataclass(frozen=True)
class ChapmanRichards(RecoveryCurve):
    """f = (1 - exp(-k a))^p, with k = -ln(1 - F^(1/p))/A: slow at first where p is above 1."""

    NAME = "chapman_richards"

    reached: float
    age: float
    power: float

    @property
    def formula(self) -> str:
        return f"(1 {MINUS_SIGN} exp({MINUS_SIGN}{self.rate:.6g} a))^{self.power:g}"

    @property
    def rate(self) -> float:
        """k, per year."""
        return -log(1.0 - float(self.reached ** (1.0 / self.power))) / self.age

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        return (-np.expm1(-self.rate * age)) ** self.power

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        # It has no closed form for any p.
        first, last = (np.asarray(a)[..., None] ** (1.0 / AGE_POWER) for a in (youngest, oldest))
        points = first + (last - first) * (GAUSS_NODES + 1.0) / 2.0
        steps = (last - first) / 2.0 * GAUSS_WEIGHTS * AGE_POWER * points ** (AGE_POWER - 1)
        mean: FloatArray = (self.recovered_fraction(points**AGE_POWER) * steps).sum(axis=-1) / (
            oldest - youngest
        )
        return mean

    def age_at_fraction(self, part: FloatArray) -> FloatArray:
        age: FloatArray = -np.log1p(-(part ** (1.0 / self.power))) / self.rate
        return age

    def max_gain(self, full: float) -> float:
        if self.power < 1.0:
            # Without bounds at first: the first year as a whole.
            return full * float(self.recovered_fraction(np.ones(1))[0])
        return full * self.rate * float((1.0 - 1.0 / self.power) ** (self.power - 1.0))


@dataclass(frozen=True)
class InstantRecovery(RecoveryCurve):
    """f = 1: reclaimed land has the whole density of its class at once."""

    NAME = "instant"

    @property
    def formula(self) -> str:
        return "1"

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        return np.ones_like(age)

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        return np.ones_like(youngest)

    def age_at_fraction(self, part: FloatArray) -> FloatArray:
        return np.zeros_like(part)

    def max_gain(self, full: float) -> float:
        return 0.0


@dataclass(frozen=True)
class RecoveryRates(RecoveryCurve):
    """So much a year, by age: min(full, start + what the years so far have added).

    `bands`: up to which age, youngest first and the last infinity, and t C/ha a year (0 or more).
    """

    NAME = "rates"

    bands: Sequence[tuple[float, float]]

    @property
    def formula(self) -> str:
        """As the table has it: to which age, and t C/ha a year."""
        return ";".join(
            f"{'' if until == float('inf') else format(until, 'g')}:{rate:g}"
            for until, rate in self.bands
        )

    def stock(self, start: FloatArray, full: float, age: FloatArray) -> FloatArray:
        return np.minimum(full, start + self._cumulative_gain(age))

    def mean_stock(
        self, start: FloatArray, full: float, youngest: FloatArray, oldest: FloatArray
    ) -> FloatArray:
        total, begin = np.zeros_like(oldest), 0.0
        for until, rate in self.bands:
            # The part of the interval in this band, where the stock rises in a straight line.
            first, last = np.maximum(youngest, begin), np.minimum(oldest, until)
            width = np.maximum(last - first, 0.0)
            low = np.minimum(full, start + self._cumulative_gain(first))
            # Years of the part until the stock is full.
            rising = np.minimum(width, (full - low) / rate) if rate else width
            high = low + rate * rising
            total += rising * (low + high) / 2.0 + (width - rising) * high
            begin = until
        return total / (oldest - youngest)

    def age_at_stock(self, stock: FloatArray, full: float) -> FloatArray:
        age, missing, begin = np.zeros_like(stock), np.minimum(stock, full), 0.0
        for until, rate in self.bands:
            if rate:
                years = np.minimum(missing / rate, until - begin)
                age = np.where(missing > 0, begin + years, age)
                missing = missing - rate * years
            begin = until
        return age

    def max_gain(self, full: float) -> float:
        return max(rate for _, rate in self.bands)

    def scale_rates(self, factor: float) -> RecoveryRates:
        """The same bands of ages with so many times the rates."""
        return RecoveryRates(tuple((until, factor * rate) for until, rate in self.bands))

    def _cumulative_gain(self, age: FloatArray) -> FloatArray:
        """t C/ha that the years until an age have added."""
        added, begin = np.zeros_like(age), 0.0
        for until, rate in self.bands:
            if rate:
                added += rate * np.clip(age - begin, 0.0, until - begin)
            begin = until
        return added
