"""How carbon comes back on reclaimed land: a stock by the land's age, for each class and pool.

A curve goes from what there was when the land was reclaimed (the topsoil that was spread, else
nothing) towards the density of the class. All amounts are in t C/ha, all ages in years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from ..base.numbers import Floats

# IPCC 2006, volume 4, equation 2.25: soil carbon is taken to reach its new level in 20 years.
IPCC_YEARS = 20.0

# The fastest gains of reclaimed soils in the review of Yuan et al. 2016, in t C/ha a year, by class
# key: under forest, under grass, and under anything for all other classes.
FASTEST_SOIL = {"forest": 6.27, "grass": 3.37}

MINUS = "\N{MINUS SIGN}"

# Gauss-Legendre points for a mean that has no closed form. Ages are the fourth power of what they
# are points of, so that a curve that begins steeply is smooth in it.
NODES, WEIGHTS = np.polynomial.legendre.leggauss(96)
POWER = 4


def fastest_soil(key: str) -> float:
    """The fastest gain of soil that was measured on reclaimed land of a class, t C/ha a year."""
    return FASTEST_SOIL.get(key.casefold(), max(FASTEST_SOIL.values()))


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

    def fraction(self, age: Floats) -> Floats:
        """The part of the way, 0 to 1, at an age in years, of any shape."""
        raise NotImplementedError

    def mean_fraction(self, youngest: Floats, oldest: Floats) -> Floats:
        """The mean of the part of the way over an interval of ages."""
        raise NotImplementedError

    def stock(self, start: Floats, full: float, age: Floats) -> Floats:
        """The stock at an age, t C/ha, of the shape of the ages, which are 0 or more.

        `start` is that of each piece of land when it was reclaimed.
        """
        return start + (full - start) * self.fraction(age)

    def mean_stock(self, start: Floats, full: float, youngest: Floats, oldest: Floats) -> Floats:
        """The mean of the stock over all ages from the youngest to the oldest, which is older."""
        return start + (full - start) * self.mean_fraction(youngest, oldest)

    def age_of(self, part: Floats) -> Floats:
        """The age at which a part of the way, 0 to 1, is behind; infinity where it never is."""
        raise NotImplementedError

    def age_at(self, stock: Floats, full: float) -> Floats:
        """The age at which land that began with nothing comes to a stock.

        Where it never does: infinity, or an age from which on it gains nothing more.
        """
        if full <= 0:
            return np.zeros_like(stock)
        with np.errstate(divide="ignore"):
            return self.age_of(np.clip(stock / full, 0.0, 1.0))

    def steepest(self, full: float) -> float:
        """t C/ha that bare land gains a year where the curve is steepest; 0 without a rate."""
        raise NotImplementedError


@dataclass(frozen=True)
class Ipcc(RecoveryCurve):
    """In equal steps over some years: f = min(a/D, 1) (IPCC 2006, volume 4, equation 2.25)."""

    NAME = "ipcc"

    years: float = IPCC_YEARS

    @property
    def formula(self) -> str:
        return f"min(a / {self.years:g}, 1)"

    def fraction(self, age: Floats) -> Floats:
        part: Floats = np.minimum(age / self.years, 1.0)
        return part

    def mean_fraction(self, youngest: Floats, oldest: Floats) -> Floats:
        return (self._area(oldest) - self._area(youngest)) / (oldest - youngest)

    def age_of(self, part: Floats) -> Floats:
        return part * self.years

    def steepest(self, full: float) -> float:
        return full / self.years

    def _area(self, age: Floats) -> Floats:
        """Under the curve, from 0 to an age."""
        rising = np.minimum(age, self.years)
        area: Floats = rising**2 / (2.0 * self.years) + (age - rising)
        return area


@dataclass(frozen=True)
class Exponential(RecoveryCurve):
    """f = 1 - exp(-k a), with k = -ln(1 - F)/A for a fraction F that is reached at an age A."""

    NAME = "exponential"

    reached: float
    age: float

    @property
    def formula(self) -> str:
        return f"1 {MINUS} exp({MINUS}{self.rate:.6g} a)"

    @property
    def rate(self) -> float:
        """k, per year."""
        return -log(1.0 - self.reached) / self.age

    def fraction(self, age: Floats) -> Floats:
        return -np.expm1(-self.rate * age)

    def mean_fraction(self, youngest: Floats, oldest: Floats) -> Floats:
        rate = self.rate
        left = np.exp(-rate * youngest) - np.exp(-rate * oldest)
        mean: Floats = 1.0 - left / (rate * (oldest - youngest))
        return mean

    def age_of(self, part: Floats) -> Floats:
        age: Floats = -np.log1p(-part) / self.rate
        return age

    def steepest(self, full: float) -> float:
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
        return f"(1 {MINUS} exp({MINUS}{self.rate:.6g} a))^{self.power:g}"

    @property
    def rate(self) -> float:
        """k, per year."""
        return -log(1.0 - float(self.reached ** (1.0 / self.power))) / self.age

    def fraction(self, age: Floats) -> Floats:
        return (-np.expm1(-self.rate * age)) ** self.power

    def mean_fraction(self, youngest: Floats, oldest: Floats) -> Floats:
        # It has no closed form for any p.
        first, last = (np.asarray(a)[..., None] ** (1.0 / POWER) for a in (youngest, oldest))
        points = first + (last - first) * (NODES + 1.0) / 2.0
        steps = (last - first) / 2.0 * WEIGHTS * POWER * points ** (POWER - 1)
        mean: Floats = (self.fraction(points**POWER) * steps).sum(axis=-1) / (oldest - youngest)
        return mean

    def age_of(self, part: Floats) -> Floats:
        age: Floats = -np.log1p(-(part ** (1.0 / self.power))) / self.rate
        return age

    def steepest(self, full: float) -> float:
        if self.power < 1.0:
            # Without bounds at first: the first year as a whole.
            return full * float(self.fraction(np.ones(1))[0])
        return full * self.rate * float((1.0 - 1.0 / self.power) ** (self.power - 1.0))


@dataclass(frozen=True)
class Instant(RecoveryCurve):
    """f = 1: reclaimed land has the whole density of its class at once."""

    NAME = "instant"

    @property
    def formula(self) -> str:
        return "1"

    def fraction(self, age: Floats) -> Floats:
        return np.ones_like(age)

    def mean_fraction(self, youngest: Floats, oldest: Floats) -> Floats:
        return np.ones_like(youngest)

    def age_of(self, part: Floats) -> Floats:
        return np.zeros_like(part)

    def steepest(self, full: float) -> float:
        return 0.0


@dataclass(frozen=True)
class Rates(RecoveryCurve):
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

    def stock(self, start: Floats, full: float, age: Floats) -> Floats:
        return np.minimum(full, start + self._added(age))

    def mean_stock(self, start: Floats, full: float, youngest: Floats, oldest: Floats) -> Floats:
        total, begin = np.zeros_like(oldest), 0.0
        for until, rate in self.bands:
            # The part of the interval in this band, where the stock rises in a straight line.
            first, last = np.maximum(youngest, begin), np.minimum(oldest, until)
            width = np.maximum(last - first, 0.0)
            low = np.minimum(full, start + self._added(first))
            # Years of the part until the stock is full.
            rising = np.minimum(width, (full - low) / rate) if rate else width
            high = low + rate * rising
            total += rising * (low + high) / 2.0 + (width - rising) * high
            begin = until
        return total / (oldest - youngest)

    def age_at(self, stock: Floats, full: float) -> Floats:
        age, missing, begin = np.zeros_like(stock), np.minimum(stock, full), 0.0
        for until, rate in self.bands:
            if rate:
                years = np.minimum(missing / rate, until - begin)
                age = np.where(missing > 0, begin + years, age)
                missing = missing - rate * years
            begin = until
        return age

    def steepest(self, full: float) -> float:
        return max(rate for _, rate in self.bands)

    def times(self, factor: float) -> Rates:
        """The same bands of ages with so many times the rates."""
        return Rates(tuple((until, factor * rate) for until, rate in self.bands))

    def _added(self, age: Floats) -> Floats:
        """t C/ha that the years until an age have added."""
        added, begin = np.zeros_like(age), 0.0
        for until, rate in self.bands:
            if rate:
                added += rate * np.clip(age - begin, 0.0, until - begin)
            begin = until
        return added
