"""What a labelled sample says about all land: accuracies, areas, and how far they may be off.

One estimator serves all designs. With W_h the share of stratum h of the area and means of
indicators within strata,

    Y = sum W_h y_h                     V(Y) = sum W_h^2 (1 - f_h) y_h (1 - y_h) / (n_h - 1)
    R = Y / X                           V(R) = sum W_h^2 (1 - f_h) s_h^2 / X^2
    s_h^2 = (y_h (1 - y_h) + R^2 x_h (1 - x_h) - 2 R y_h (1 - x_h)) / (n_h - 1)    y within x

which is Stehman (2014, Int. J. Remote Sensing 35:4923-4939), with f_h the part of the cells that
was sampled, and where the strata are the classes of the map and f_h is left out equations 5 to 10
of Olofsson et al. (2014, Remote Sensing of Environment 148:42-57). A simple random sample is taken
as it is: proportions of the points, V = p (1 - p) / (n - 1) with the n points that p is of.

All of it is read off a sample, how often each class of the map is which class of the reference, and
the sizes of the strata.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..base.numbers import BoolArray, FloatArray, IntArray, safe_divide
from ..scheme.classes import LandClass

# Designs of a sample. Strata other than the classes of the map are given with their sizes.
STRATIFIED, SIMPLE = "stratified", "simple"
DESIGNS = (STRATIFIED, SIMPLE)
# By what estimates go: all points alike, the classes of the map, or other strata.
BY_CLASS, BY_STRATA = "by class", "by strata"


class Stratum(NamedTuple):
    """A part of the land that was sampled by itself: what it is called, its cells and hectares."""

    name: str
    cells: int
    hectares: float


class SampleClass(NamedTuple):
    """A class of the map, of the reference, or of both.

    Attributes:
        land_class: what it is called, and its colour.
        value: its value in the map; None where the map has none for it.
        hectares: of the map; 0 where only the reference has it.
    """

    land_class: LandClass
    value: int | None
    hectares: float

    @property
    def name(self) -> str:
        return self.land_class.name


class Sample:
    """A sample with labels.

    Args:
        design: STRATIFIED or SIMPLE.
        classes: in the order of the tables.
        strata: of the design; one, all land, for a simple sample.
        counts: how many of the sample, shape (strata, classes of the map, classes of the
            reference).
        by_class: whether the strata are the classes of the map, in their order.

    Attributes:
        goes_by: SIMPLE, BY_CLASS or BY_STRATA.
        matrix: the confusion matrix: classes of the map (rows) by those of the reference, (n, n).
        sizes: how many of the sample each stratum has, (strata,).
        hectares: of the strata, (strata,).
        covered: which strata the estimates are about: those with land of which something was
            sampled.
        whole: of which strata all cells were sampled, so that nothing about them is uncertain.
            Those with more samples than cells have some twice, and maybe others not at all.
        alone: which strata have one of the sample, which tells nothing about their spread.
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
    """Shares, 0 to 1, and their standard errors, of one thing or of each class.

    NaN stands for what does not exist, or is not known: a share of nothing, the error of a stratum
    of which one point was sampled.

    Attributes:
        share, error: shape () for one thing, (classes,) for each class.
    """

    share: FloatArray
    error: FloatArray


class Estimates:
    """The estimates of a sample.

    Attributes:
        weights: of its strata, 0 for those without anything sampled; they add up to 1, (strata,).
    """

    def __init__(self, sample: Sample):
        self.sample = sample
        covered = np.where(sample.covered, sample.hectares, 0.0)
        self.weights: FloatArray = covered / covered.sum()
        sizes = sample.sizes[:, None]
        self._means = np.nan_to_num(safe_divide(sample.counts, sizes[:, None]))
        # Points are added up before they are divided: 3, 2 and 1 sixths are not quite the whole.
        self._reference_means = np.nan_to_num(safe_divide(sample.counts.sum(axis=1), sizes))

    @cached_property
    def proportions(self) -> FloatArray:
        """Shares of the area, 0 to 1, by class of the map (rows) and of the reference, (n, n).

        Olofsson et al. 2014, eq. 4; Stehman 2014, eq. 3.
        """
        return np.asarray(np.tensordot(self.weights, self._means, 1), np.float64)

    @cached_property
    def overall_accuracy(self) -> Estimate:
        """The overall accuracy (Olofsson et al. 2014, eq. 1 and 5; Stehman 2014, eq. 3 and 25)."""
        agree = self._means.trace(axis1=1, axis2=2)
        share = np.array(np.trace(self.proportions))
        return Estimate(share, np.sqrt(self._compute_variance(agree * (1 - agree))))

    @cached_property
    def area_shares(self) -> Estimate:
        """Share of the area of each class of the reference (Olofsson et al. 2014, eq. 9 and 10)."""
        spread = self._compute_variance((self._reference_means * (1 - self._reference_means)).T)
        return Estimate(self.proportions.sum(axis=0), np.sqrt(spread))

    @cached_property
    def users_accuracy(self) -> Estimate:
        """User's accuracy of each class (Olofsson et al. 2014, eq. 2 and 6; Stehman, 27 and 28)."""
        # Where the strata are the classes, a class can lie in no other stratum.
        return self._estimate_class_accuracy(1, within_class=self.sample.by_class)

    @cached_property
    def producers_accuracy(self) -> Estimate:
        """Producer's accuracy of each class (Olofsson et al. 2014, eq. 3, 7; Stehman, 27, 28)."""
        return self._estimate_class_accuracy(0)

    @cached_property
    def f1_score(self) -> FloatArray:
        """Harmonic mean of user's and producer's accuracy; NaN where either does not exist."""
        sums = self.proportions.sum(axis=0) + self.proportions.sum(axis=1)
        exists = ~np.isnan(self.users_accuracy.share) & ~np.isnan(self.producers_accuracy.share)
        return np.where(exists, safe_divide(2 * np.diag(self.proportions), sums), np.nan)

    @cached_property
    def kappa(self) -> float:
        """Cohen's kappa of the raw counts; NaN where chance alone would always agree."""
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
        # Rounding leaves a shift of -1e-17 where there is none.
        halves = [max(float(part.sum()) / 2, 0.0) for part in (quantity, exchange, shift)]
        return halves[0], halves[1], halves[2]

    @cached_property
    def stratum_proportions(self) -> FloatArray:
        """Shares of the area, 0 to 1, by stratum (rows) and class of the reference."""
        return np.asarray(self.weights[:, None] * self._reference_means, np.float64)

    @cached_property
    def variance_shares(self) -> FloatArray:
        """The part that each stratum has in the variance of the areas, 0 to 1, (strata,).

        Of the variances of all classes added up; NaN where one is not known, or there is none.
        """
        means = self._reference_means
        own = self.weights**2 * self._variance_factors * (means * (1 - means)).sum(axis=1)
        return safe_divide(own, own.sum())

    @cached_property
    def _variance_factors(self) -> FloatArray:
        """(1 - f_h) / (n_h - 1) by stratum: 0 where all of it was sampled, NaN where one was."""
        sample, sizes = self.sample, self.sample.sizes
        sampled: FloatArray = np.zeros(sizes.size)
        if sample.design != SIMPLE and not sample.by_class:
            sampled = safe_divide(sizes, sample.cells)
        factors = safe_divide(1 - sampled, sizes - 1)
        return np.where(sample.whole | (self.weights == 0), 0.0, factors)

    def _compute_variance(self, squares: FloatArray) -> FloatArray:
        """sum W_h^2 (1 - f_h) / (n_h - 1) squares_h, strata in the last axis."""
        return np.maximum(squares @ (self.weights**2 * self._variance_factors), 0.0)

    def _estimate_class_accuracy(self, axis: int, within_class: bool = False) -> Estimate:
        """What part of a class has it in map and reference both, class by class.

        Args:
            axis: of the matrix, along which the cells of a class of the map (1), or of the
                reference (0), are added up.
            within_class: whether a class lies in the stratum of its index alone.
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
