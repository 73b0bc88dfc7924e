"""What the coefficients say of each class, as arrays that trajectories are looked up in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..base.arrays import Floats, Ints
from ..scheme.classes import LandClass
from ..scheme.coefficients import SOIL, Coefficients, Pool
from ..scheme.recovery import Curve


@dataclass(frozen=True)
class PoolBook:
    """A pool of carbon, by class number.

    Attributes:
        density: t C/ha.
        lost: the part that is lost when the land is taken, 0 to 1.
        half_life: of what is lost, in years; 0 where it is lost at once.
        curves: how it comes back.
    """

    density: Floats
    lost: Floats
    half_life: Floats
    curves: Sequence[Curve]

    @staticmethod
    def of(pools: Sequence[Pool]) -> PoolBook:
        """The book of a pool of all classes, by class number."""
        return PoolBook(
            np.array([own.density for own in pools], np.float64),
            np.array([own.loss_fraction for own in pools], np.float64),
            np.array([own.half_life or 0.0 for own in pools], np.float64),
            [own.curve for own in pools],
        )


@dataclass(frozen=True)
class Book:
    """Both pools of all classes; one that has no coefficients holds nothing."""

    soil: PoolBook
    vegetation: PoolBook


def topsoil_on(soil: PoolBook, classes: int | Ints, stored: Floats) -> Floats:
    """t C/ha of stored topsoil that land takes, which is reclaimed as such classes: s0 = min(z, D).

    The lower bound of a density may be below 0, where land takes nothing, not less than that.
    """
    taken: Floats = np.minimum(stored, np.maximum(soil.density[classes], 0.0))
    return taken


def book_of(classes: Sequence[LandClass], coefficients: Coefficients) -> Book:
    """The book of a list of classes.

    Whether a class that needs coefficients has any is looked at elsewhere, because it is known
    after the pass.
    """
    own = [coefficients.or_nothing(c) for c in classes]
    return Book(PoolBook.of([c.soil for c in own]), PoolBook.of([c.vegetation for c in own]))


def moved(book: Book, pool: str, number: int, step: float) -> Book:
    """A book with one density changed.

    Args:
        pool, number: of the density, which class number has.
        step: t C/ha that are added.
    """

    def changed(own: PoolBook) -> PoolBook:
        density = own.density.copy()
        density[number] += step
        return replace(own, density=density)

    if pool == SOIL:
        return replace(book, soil=changed(book.soil))
    return replace(book, vegetation=changed(book.vegetation))
