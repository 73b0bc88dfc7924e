"""Estimates from a labelled sample: accuracies, areas and their standard errors.

One estimator serves all designs. With W_h the share of stratum h of the area and means
of indicators within strata,

    Y = sum W_h y_h                     V(Y) = sum W_h^2 (1 - f_h) y_h (1 - y_h) / (n_h - 1)
    R = Y / X                           V(R) = sum W_h^2 (1 - f_h) s_h^2 / X^2
    s_h^2 = (y_h (1 - y_h) + R^2 x_h (1 - x_h) - 2 R y_h (1 - x_h)) / (n_h - 1)    y within x

which is Stehman (2014, Int. J. Remote Sensing 35:4923-4939), with f_h the sampled
fraction of the cells. If the strata are the map classes and f_h is omitted, these are
equations 5 to 10 of Olofsson et al. (2014, Remote Sensing of Environment 148:42-57).
For a simple random sample: proportions of the points, V = p (1 - p) / (n - 1) with n
the number of points that p refers to.

The inputs are the sample counts by map class and reference class, and the sizes of the
strata.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..base.numbers import BoolArray, FloatArray, IntArray, safe_divide
from ..scheme.classes import LandClass

# Sample designs. Strata other than the map classes are given with their sizes.
STRATIFIED, SIMPLE = "stratified", "simple"
DESIGNS = (STRATIFIED, SIMPLE)
# Methods of estimation with strata: the map classes, or other strata.
BY_CLASS, BY_STRATA = "by class", "by strata"


class Stratum(NamedTuple):
    """A stratum: name, cells and hectares."""

    name: str
    cells: int
    hectares: float


class SampleClass(NamedTuple):
    """A class of the map, of the reference, or of both.

    Attributes:
        land_class: name and colour.
        value: value in the map; None if the map has none for it.
        hectares: area in the map; 0 if only the reference has the class.
    """

    land_class: LandClass
    value: int | None
    hectares: float

    @property
    def name(self) -> str:
        return self.land_class.name


class Sample:
    """A labelled sample.

    Args:
        design: STRATIFIED or SIMPLE.
        classes: in the order of the tables.
        strata: strata of the design; a simple sample has one, all land.
        counts: sample counts, shape (strata, classes of the map, classes of the reference).
        by_class: whether the strata are the classes of the map, in their order.

    Attributes:
        goes_by: method of estimation: SIMPLE, BY_CLASS or BY_STRATA.
        matrix: the confusion matrix: map classes (rows) by reference classes, (n, n).
        sizes: sample size by stratum, (strata,).
        hectares: area by stratum, (strata,).
        covered: strata covered by the estimates: with land and at least one sample.
        whole: fully sampled strata, which have no sampling error. Strata with more samples
            than cells are not included, as some cells are sampled twice, others perhaps
            never.
        alone: strata with a single sample, for which no variance can be estimated.
    """

    def __init__(
        self,
        design: str,
        classes: Sequence[SampleClass],
        strata: Sequence[Stratum],
        counts: IntArray,
        by_class: bool,
    ):
        self.design, self.classes, self.strata = design, classes, strata
        self.counts, self.by_class = counts, by_class
        self.goes_by = SIMPLE if design == SIMPLE else BY_CLASS if by_class else BY_STRATA
        self.matrix: IntArray = counts.sum(axis=0)
        self.sizes: IntArray = counts.sum(axis=(1, 2))
        self.hectares: FloatArray = np.array([stratum.hectares for stratum in strata], np.float64)
        self.cells = np.array([stratum.cells for stratum in strata])
        self.covered: BoolArray = (self.sizes > 0) & (self.hectares > 0)
        self.covered_hectares = float(self.hectares[self.covered].sum())
        self.whole: BoolArray = (self.sizes == self.cells) & (design != SIMPLE)
        self.alone: BoolArray = self.covered & (self.sizes == 1) & ~self.whole


class Estimate(NamedTuple):
    """Shares, 0 to 1, and their standard errors, single or by class.

    NaN means undefined or unknown: a share of zero area, or the error of a stratum with a
    single sample.

    Attributes:
        share, error: shape () if single, (classes,) by class.
    """

    share: FloatArray
    error: FloatArray


class Estimates:
    """Estimates from a sample.

    Attributes:
        weights: stratum weights, 0 for strata without samples; their sum is 1, (strata,).
    """

    def __init__(self, sample: Sample):
        self.sample = sample
        covered = np.where(sample.covered, sample.hectares, 0.0)
        self.weights: FloatArray = covered / covered.sum()
        sizes = sample.sizes[:, None]
        self._means = np.nan_to_num(safe_divide(sample.counts, sizes[:, None]))
        # Sum points before dividing, so that shares such as 3/6, 2/6 and 1/6 add up to exactly 1.
        self._reference_means = np.nan_to_num(safe_divide(sample.counts.sum(axis=1), sizes))

    @cached_property
    def proportions(self) -> FloatArray:
        """Shares of the area, 0 to 1, by map class (rows) and reference class, (n, n).

        Olofsson et al. 2014, eq. 4; Stehman 2014, eq. 3.
        """
        return np.asarray(np.tensordot(self.weights, self._means, 1), np.float64)

    @cached_property
    def overall_accuracy(self) -> Estimate:
        """Overall accuracy (Olofsson et al. 2014, eq. 1 and 5; Stehman 2014, eq. 3 and 25)."""
        agree = self._means.trace(axis1=1, axis2=2)
        share = np.array(np.trace(self.proportions))
        return Estimate(share, np.sqrt(self._compute_variance(agree * (1 - agree))))

    @cached_property
    def area_shares(self) -> Estimate:
        """Share of the area of each reference class (Olofsson et al. 2014, eq. 9 and 10)."""
        spread = self._compute_variance((self._reference_means * (1 - self._reference_means)).T)
        return Estimate(self.proportions.sum(axis=0), np.sqrt(spread))

    @cached_property
    def users_accuracy(self) -> Estimate:
        """User's accuracy of each class (Olofsson et al. 2014, eq. 2 and 6; Stehman, 27 and 28)."""
        # If the strata are the map classes, a class is confined to its own stratum.
        return self._estimate_class_accuracy(1, within_class=self.sample.by_class)

    @cached_property
    def producers_accuracy(self) -> Estimate:
        """Producer's accuracy of each class (Olofsson et al. 2014, eq. 3, 7; Stehman, 27, 28)."""
        return self._estimate_class_accuracy(0)

    @cached_property
    def f1_score(self) -> FloatArray:
        """Harmonic mean of user's and producer's accuracy; NaN if either is undefined."""
        sums = self.proportions.sum(axis=0) + self.proportions.sum(axis=1)
        exists = ~np.isnan(self.users_accuracy.share) & ~np.isnan(self.producers_accuracy.share)
        return np.where(exists, safe_divide(2 * np.diag(self.proportions), sums), np.nan)

    @cached_property
    def kappa(self) -> float:
        """Cohen's kappa of the raw counts; NaN if chance agreement is 1."""
        matrix = self.sample.matrix
        total = matrix.sum()
        chance = float(matrix.sum(axis=0) @ matrix.sum(axis=1)) / float(total) ** 2
        agreement = float(np.trace(matrix)) / float(total)
        return (agreement - chance) / (1 - chance) if chance < 1 else float("nan")

    @cached_property
    def disagreement(self) -> tuple[float, float, float]:
        """Quantity, exchange and shift of the estimated shares (Pontius and Santacruz 2014)."""
        p = self.proportions
        of_map, of_reference, agree = p.sum(axis=1), p.sum(axis=0), np.diag(p)
        quantity = np.abs(of_map - of_reference)
        exchange = 2 * (np.minimum(p, p.T).sum(axis=0) - agree)
        shift = of_map + of_reference - 2 * agree - quantity - exchange
        # Rounding may leave a shift of -1e-17 where it is zero.
        halves = [max(float(part.sum()) / 2, 0.0) for part in (quantity, exchange, shift)]
        return halves[0], halves[1], halves[2]

    @cached_property
    def stratum_proportions(self) -> FloatArray:
        """Shares of the area, 0 to 1, by stratum (rows) and class of the reference."""
        return np.asarray(self.weights[:, None] * self._reference_means, np.float64)

    @cached_property
    def variance_shares(self) -> FloatArray:
        """Share of each stratum in the variance of the areas, 0 to 1, (strata,).

        Based on the variances of all classes summed; NaN if one is unknown or the sum is 0.
        """
        means = self._reference_means
        own = self.weights**2 * self._variance_factors * (means * (1 - means)).sum(axis=1)
        return safe_divide(own, own.sum())

    @cached_property
    def _variance_factors(self) -> FloatArray:
        """(1 - f_h) / (n_h - 1) by stratum: 0 if fully sampled, NaN with a single sample."""
        sample, sizes = self.sample, self.sample.sizes
        sampled: FloatArray = np.zeros(sizes.size)
        if sample.design != SIMPLE and not sample.by_class:
            sampled = safe_divide(sizes, sample.cells)
        factors = safe_divide(1 - sampled, sizes - 1)
        return np.where(sample.whole | (self.weights == 0), 0.0, factors)

    def _compute_variance(self, squares: FloatArray) -> FloatArray:
        """Return sum W_h^2 (1 - f_h) / (n_h - 1) squares_h, with strata in the last axis."""
        return np.maximum(squares @ (self.weights**2 * self._variance_factors), 0.0)

    def _estimate_class_accuracy(self, axis: int, within_class: bool = False) -> Estimate:
        """Return the share of each map or reference class on which map and reference agree.

        Args:
            axis: axis of the matrix summed over to get the area of a map class (1) or of a
                reference class (0).
            within_class: whether a class is confined to the stratum with its index.
        """
        if self.sample.design == SIMPLE:
            points = self.sample.matrix.sum(axis=axis)
            share = safe_divide(np.diag(self.sample.matrix), points)
            return Estimate(share, np.sqrt(safe_divide(share * (1 - share), points - 1)))
        within = self._means.sum(axis=axis + 1)
        agree = self._means.diagonal(axis1=1, axis2=2)
        total = self.weights @ within
        share = safe_divide(np.diag(self.proportions), total)
        spreads = agree * (1 - agree) + share**2 * within * (1 - within)
        squares = (spreads - 2 * share * agree * (1 - within)).T
        factors = self.weights**2 * self._variance_factors
        spread = squares.diagonal() * factors if within_class else squares @ factors
        error = np.sqrt(safe_divide(np.maximum(spread, 0.0), total**2))
        return Estimate(share, np.where(np.isnan(share), np.nan, error))
