"""Carbon recovery on reclaimed land: stock by age of the land, for each class and pool.

A curve leads from the initial stock at reclamation (reapplied topsoil, otherwise zero)
towards the density of the class. All amounts are in t C/ha, all ages in years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from ..base.numbers import FloatArray

# IPCC 2006, volume 4, equation 2.25: soil carbon reaches its new equilibrium in 20 years.
IPCC_TRANSITION_YEARS = 20.0

# Highest gains of reclaimed soils in the review of Yuan et al. 2016, in t C/ha per year, by class
# key: under forest, under grass, and the overall maximum for all other classes.
MAX_SOIL_GAINS_TC_HA = {"forest": 6.27, "grass": 3.37}

MINUS_SIGN = "\N{MINUS SIGN}"

# Stocks that differ by less than this fraction are equal.
RELATIVE_TOLERANCE = 1e-12

# Gauss-Legendre nodes for means without a closed form. Ages are the fourth power of the integration
# variable, which smooths curves that start steeply.
GAUSS_NODES, GAUSS_WEIGHTS = np.polynomial.legendre.leggauss(96)
AGE_POWER = 4


def max_soil_gain(key: str) -> float:
    """Return the highest soil carbon gain measured on reclaimed land, t C/ha per year."""
    return MAX_SOIL_GAINS_TC_HA.get(key.casefold(), max(MAX_SOIL_GAINS_TC_HA.values()))


class RecoveryCurve:
    """Base class of curves from an initial stock to the full density.

    Most are a fraction of this difference, independent of the initial stock, and implement
    recovered_fraction() and mean_recovered_fraction(). NAME is the name in tables.
    """

    NAME = ""

    @property
    def formula(self) -> str:
        """Formula with its parameters, for an age a in years."""
        raise NotImplementedError

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        """Return the recovered fraction, 0 to 1, at ages in years, of any shape."""
        raise NotImplementedError

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        """Return the mean recovered fraction over an interval of ages."""
        raise NotImplementedError

    def stock(self, start: FloatArray, full: float, age: FloatArray) -> FloatArray:
        """Return the stock at ages >= 0, t C/ha, in their shape; `start`: at reclamation."""
        return start + (full - start) * self.recovered_fraction(age)

    def mean_stock(
        self, start: FloatArray, full: float, youngest: FloatArray, oldest: FloatArray
    ) -> FloatArray:
        """Return the mean stock over all ages from the youngest to the oldest, which is older."""
        return start + (full - start) * self.mean_recovered_fraction(youngest, oldest)

    def age_at_fraction(self, part: FloatArray) -> FloatArray:
        """Return the age at which a fraction, 0 to 1, is recovered; infinity if never."""
        raise NotImplementedError

    def age_at_stock(self, stock: FloatArray, full: float) -> FloatArray:
        """Return the age at a stock, from 0; if never: infinity, or the age of the last gain."""
        if full <= 0:
            return np.zeros_like(stock)
        with np.errstate(divide="ignore"):
            return self.age_at_fraction(np.clip(stock / full, 0.0, 1.0))

    def max_gain(self, full: float) -> float:
        """Return the highest annual gain of bare land, t C/ha; 0 for a curve without a rate."""
        raise NotImplementedError


@dataclass(frozen=True)
class LinearRecovery(RecoveryCurve):
    """Linear recovery: f = min(a/D, 1) (IPCC 2006, volume 4, equation 2.25)."""

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
        """Integrate the curve from 0 to an age."""
        rising = np.minimum(age, self.years)
        area: FloatArray = rising**2 / (2.0 * self.years) + (age - rising)
        return area


@dataclass(frozen=True)
class ExponentialRecovery(RecoveryCurve):
    """Exponential recovery: f = 1 - exp(-k a), k = -ln(1 - F)/A for a fraction F at age A."""

    NAME = "exponential"

    reached: float
    age: float

    @property
    def formula(self) -> str:
        return f"1 {MINUS_SIGN} exp({MINUS_SIGN}{self.rate:.6g} a)"

    @property
    def rate(self) -> float:
        """Rate constant k, per year."""
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
    """Chapman-Richards: f = (1 - exp(-k a))^p, k = -ln(1 - F^(1/p))/A; slow initially if p > 1."""

    NAME = "chapman_richards"

    reached: float
    age: float
    power: float

    @property
    def formula(self) -> str:
        return f"(1 {MINUS_SIGN} exp({MINUS_SIGN}{self.rate:.6g} a))^{self.power:g}"

    @property
    def rate(self) -> float:
        """Rate constant k, per year."""
        return -log(1.0 - float(self.reached ** (1.0 / self.power))) / self.age

    def recovered_fraction(self, age: FloatArray) -> FloatArray:
        return (-np.expm1(-self.rate * age)) ** self.power

    def mean_recovered_fraction(self, youngest: FloatArray, oldest: FloatArray) -> FloatArray:
        # There is no closed form for arbitrary p.
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
            # The initial rate is infinite; the gain of the first year is used instead.
            return full * float(self.recovered_fraction(np.ones(1))[0])
        return full * self.rate * float((1.0 - 1.0 / self.power) ** (self.power - 1.0))


@dataclass(frozen=True)
class InstantRecovery(RecoveryCurve):
    """Instant recovery, f = 1: reclaimed land has the full density of its class immediately."""

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
    """Constant annual gains by age band: min(full, start + cumulative gain).

    `bands`: maximum age, ascending to infinity, and gain in t C/ha per year (0 or more).
    """

    NAME = "rates"

    bands: Sequence[tuple[float, float]]

    @property
    def formula(self) -> str:
        """Bands as in the table: maximum age and t C/ha per year."""
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
            # Part of the interval in this band, where the stock is linear.
            first, last = np.maximum(youngest, begin), np.minimum(oldest, until)
            width = np.maximum(last - first, 0.0)
            low = np.minimum(full, start + self._cumulative_gain(first))
            # Years in this part until the stock is full.
            rising = np.minimum(width, (full - low) / rate) if rate else width
            high = low + rate * rising
            total += rising * (low + high) / 2.0 + (width - rising) * high
            begin = until
        return total / (oldest - youngest)

    def age_at_stock(self, stock: FloatArray, full: float) -> FloatArray:
        age, stock = np.zeros_like(stock), np.minimum(stock, full)
        begin = reached = 0.0
        for until, rate in self.bands:
            if rate:
                # A stock reached in an earlier band may exceed it by a rounding error.
                rises = stock > reached * (1.0 + RELATIVE_TOLERANCE)
                years = np.minimum((stock - reached) / rate, until - begin)
                age = np.where(rises, begin + years, age)
                reached += rate * (until - begin)
            begin = until
        return age

    def max_gain(self, full: float) -> float:
        return max(rate for _, rate in self.bands)

    def scale_rates(self, factor: float) -> RecoveryRates:
        """Return the same age bands with rates multiplied by a factor."""
        return RecoveryRates(tuple((until, factor * rate) for until, rate in self.bands))

    def _cumulative_gain(self, age: FloatArray) -> FloatArray:
        """Return the cumulative gain until an age, t C/ha."""
        added, begin = np.zeros_like(age), 0.0
        for until, rate in self.bands:
            if rate:
                added += rate * np.clip(age - begin, 0.0, until - begin)
            begin = until
        return added
