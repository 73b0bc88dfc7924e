"""A sample of a map with labels: how often each class of the map is which class of the reference.

Everything that accuracy tells is read off these counts and the sizes of the strata.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..base.arrays import Flags, Floats, Ints
from ..scheme.classes import LandClass

# Designs of a sample. Strata other than the classes of the map are given with their sizes.
STRATIFIED, SIMPLE = "stratified", "simple"
DESIGNS = (STRATIFIED, SIMPLE)


@dataclass(frozen=True)
class Stratum:
    """A part of the land that was sampled by itself: what it is called, its cells and hectares."""

    name: str
    cells: int
    hectares: float


@dataclass(frozen=True)
class SampleClass:
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


@dataclass(frozen=True)
class Sample:
    """A sample with labels.

    Attributes:
        design: STRATIFIED or SIMPLE.
        classes: in the order of the tables.
        strata: of the design; one, all land, for a simple sample.
        counts: how many of the sample, shape (strata, classes of the map, classes of the
            reference).
        by_class: whether the strata are the classes of the map, in their order.
    """

    design: str
    classes: Sequence[SampleClass]
    strata: Sequence[Stratum]
    counts: Ints
    by_class: bool

    @property
    def matrix(self) -> Ints:
        """The confusion matrix: classes of the map (rows) by those of the reference, (n, n)."""
        return np.asarray(self.counts.sum(axis=0))

    @property
    def sizes(self) -> Ints:
        """How many of the sample each stratum has, shape (strata,)."""
        return np.asarray(self.counts.sum(axis=(1, 2)))

    @property
    def hectares(self) -> Floats:
        """Hectares of the strata, shape (strata,)."""
        return np.array([stratum.hectares for stratum in self.strata], np.float64)

    @property
    def covered(self) -> Flags:
        """Which strata the estimates are about: those with land of which something was sampled."""
        return np.asarray((self.sizes > 0) & (self.hectares > 0))

    @property
    def covered_hectares(self) -> float:
        """The land that the estimates are about."""
        return float(self.hectares[self.covered].sum())

    @property
    def whole(self) -> Flags:
        """Of which strata all cells were sampled, so that nothing about them is uncertain.

        Those with more samples than cells have some twice, and maybe others not at all.
        """
        cells = np.array([stratum.cells for stratum in self.strata])
        return np.asarray((self.sizes == cells) & (self.design != SIMPLE))

    @property
    def alone(self) -> Flags:
        """Which strata have one of the sample, which tells nothing about their spread."""
        return np.asarray(self.covered & (self.sizes == 1) & ~self.whole)
