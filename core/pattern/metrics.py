"""Landscape metrics, as FRAGSTATS 4 has them (McGarigal, Cushman and Ene 2012).

a is the size of a patch in cells, p its perimeter in sides of cells, A all land, g_ii the sides
between two cells of class i, e_ij those between classes i and j, o_i those of class i at no data
or the edge; each side counts once. What needs sides to be counted is None where cells are no
squares. Sums are of whole numbers, or exactly rounded: they do not hang on their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, isqrt, log, sqrt
from typing import TypedDict

import numpy as np

from ..base.numbers import Ints
from ..scan.class_codes import numbers_of
from .measures import Landscape, Measure, Patches


class PatchMetrics(TypedDict):
    """What a class and a landscape have in common."""

    np: int
    pd_per_100ha: float
    lpi_pct: float
    te_m: float | None
    ed_m_per_ha: float | None
    area_mn_ha: float
    area_sd_ha: float
    lsi: float | None
    shape_mn: float | None
    frac_mn: float | None
    pladj_pct: float | None
    ai_pct: float | None
    cohesion: float | None
    division: float
    mesh_ha: float
    split: float | None
    iji_pct: float | None


class ClassArea(TypedDict):
    """The area of a class."""

    ca_ha: float
    pland_pct: float


class LandscapeArea(TypedDict):
    """The area of a landscape."""

    ta_ha: float


class Diversity(TypedDict):
    """What only a landscape has."""

    pr: int
    shdi: float
    shei: float | None
    sidi: float
    msidi: float
    contag_pct: float | None


class ClassMetrics(ClassArea, PatchMetrics):
    """The metrics of a class."""


class LandscapeMetrics(LandscapeArea, PatchMetrics, Diversity):
    """The metrics of a landscape."""


def least_perimeter(cells: int) -> int:
    """The smallest perimeter that so many cells can have, in sides."""
    m = isqrt(cells)
    if cells == m * m:
        return 4 * m
    return 4 * m + 2 if cells <= m * (m + 1) else 4 * m + 4


def most_like_sides(cells: int) -> int:
    """The largest number of sides between them that so many cells can have."""
    m = isqrt(cells)
    rest = cells - m * m
    if not rest:
        return 2 * m * (m - 1)
    return 2 * m * (m - 1) + 2 * rest - (1 if rest <= m else 2)


@dataclass(frozen=True)
class Pattern:
    """A landscape and how it is measured: its metrics."""

    landscape: Landscape
    measure: Measure

    @cached_property
    def size(self) -> int:
        """All land, in units of size."""
        return sum(patches.size for patches in self.landscape.patches)

    @property
    def hectares(self) -> float:
        return self.size * self.measure.hectares

    @cached_property
    def sides(self) -> Ints:
        """Sides by class and neighbour, as in Landscape, (m, m + 1)."""
        sides: Ints = self.landscape.across + self.landscape.down
        return sides

    @cached_property
    def shares(self) -> list[float]:
        """P: the share of each class in all land."""
        return [patches.size / self.size for patches in self.landscape.patches]

    @cached_property
    def aggregations(self) -> list[float | None]:
        """AI of each class, %; None for a single cell."""
        if self.measure.side is None:
            return [None] * len(self.shares)
        return [
            100.0 * patches.like_sides / most_like_sides(patches.size) if patches.size > 1 else None
            for patches in self.landscape.patches
        ]

    def of_class(self, index: int) -> ClassMetrics:
        """The metrics of a class, by its index in the landscape."""
        patches, sides = self.landscape.patches[index], self.sides[index]
        classes = len(self.shares)
        border = numbers_of(sides[:classes])
        length = self._length(index)
        common = self._common(patches, patches.size, length, int(sides.sum()))
        common["ai_pct"] = self.aggregations[index]
        if self.measure.side is not None and classes > 2:
            common["iji_pct"] = _interspersion(border, classes - 1)
        return {
            "ca_ha": patches.size * self.measure.hectares,
            "pland_pct": 100.0 * patches.size / self.size,
            **common,
        }

    def of_landscape(self) -> LandscapeMetrics:
        """The metrics of the landscape."""
        classes, inner = len(self.shares), self.sides[:, :-1]
        lengths = [self._length(index) for index in range(classes)]
        length = (
            None if None in lengths else fsum(known for known in lengths if known is not None) / 2
        )
        outline = int(np.triu(inner).sum() + self.sides[:, -1].sum())
        common = self._common(self.landscape.all_patches, self.size, length, outline)
        contagion = None
        if self.measure.side is not None:
            common["ai_pct"] = fsum(
                share * (index or 0.0) for share, index in zip(self.shares, self.aggregations)
            )
            if classes > 2:
                pairs = numbers_of(inner[np.triu_indices(classes, 1)])
                common["iji_pct"] = _interspersion(pairs, classes * (classes - 1) // 2)
            contagion = self._contagion()
        squares = fsum(share * share for share in self.shares)
        entropy = abs(fsum(share * log(share) for share in self.shares if share))
        return {
            "ta_ha": self.hectares,
            **common,
            "pr": classes,
            "shdi": entropy,
            "shei": entropy / log(classes) if classes > 1 else None,
            "sidi": 1.0 - squares,
            "msidi": abs(log(squares)),
            "contag_pct": contagion,
        }

    def _length(self, index: int) -> float | None:
        """Metres of the sides between a class and others; None where they are not known."""
        across, down = self.measure.across, self.measure.down
        if across is None or down is None:
            return None
        landscape = self.landscape
        in_rows = int(landscape.across[index, :-1].sum())
        return in_rows * across + int(landscape.down[index, :-1].sum()) * down

    def _common(
        self, patches: Patches, size: int, length: float | None, outline: int
    ) -> PatchMetrics:
        """What a class and a landscape have in common, without AI and IJI.

        `length` is TE, `outline` the sides that LSI takes: between classes, at no data, the edge.
        """
        n, unit, squares = patches.count, self.measure.hectares, patches.squares
        metrics: PatchMetrics = {
            "np": n,
            "pd_per_100ha": 100.0 * n / self.hectares,
            "lpi_pct": 100.0 * int(patches.sizes[-1]) / self.size,
            "te_m": length,
            "ed_m_per_ha": None if length is None else length / self.hectares,
            "area_mn_ha": size / n * unit,
            # Population standard deviation.
            "area_sd_ha": sqrt(n * squares - size * size) / n * unit,
            "lsi": None,
            "shape_mn": None,
            "frac_mn": None,
            "pladj_pct": None,
            "ai_pct": None,
            "cohesion": None,
            "division": (self.size**2 - squares) / self.size**2,
            "mesh_ha": squares / self.size * unit,
            # Land beyond a pole has no area.
            "split": self.size**2 / squares if squares else None,
            "iji_pct": None,
        }
        side = self.measure.side
        if side is not None:
            like_sides = 2 * patches.like_sides
            metrics["lsi"] = outline / least_perimeter(size)
            # The mean of p / min p(a).
            ratios = [p / least_perimeter(a) * times for a, p, times in patches.rows]
            metrics["shape_mn"] = fsum(ratios) / n
            # The mean of 2 ln(0.25 p s) / ln(a s2); 1 where a s2 is not above 1 m2.
            dimensions = [
                times * (2 * log(0.25 * p * side) / log(a * side**2) if a * side**2 > 1 else 1.0)
                for a, p, times in patches.rows
            ]
            metrics["frac_mn"] = fsum(dimensions) / n
            metrics["pladj_pct"] = 100.0 * like_sides / (like_sides + patches.perimeter)
            # (1 - sum p / sum(p sqrt a)) / (1 - 1 / sqrt n) x 100; none for a single cell.
            if self.size > 1:
                weighted = fsum(times * p * sqrt(a) for a, p, times in patches.rows)
                metrics["cohesion"] = (
                    100.0 * (1.0 - patches.perimeter / weighted) / (1.0 - 1.0 / sqrt(self.size))
                )
        return metrics

    def _contagion(self) -> float | None:
        """CONTAG, %; None for one class.

        (1 + sum_i sum_j t ln t / (2 ln m)) x 100, t = P_i g'_ij / sum_k g'_ik; g'_ii = 2 g_ii,
        g'_ij = e_ij (Li and Reynolds 1993).
        """
        classes = len(self.shares)
        if classes < 2:
            return None
        terms: list[float] = []
        for index, (share, patches) in enumerate(zip(self.shares, self.landscape.patches)):
            adjacent = self.sides[index, :-1].copy()
            adjacent[index] = 2 * patches.like_sides
            whole = int(adjacent.sum())
            # A single cell amid no data lies beside nothing.
            parts = [share * count / whole for count in numbers_of(adjacent) if count]
            terms += [part * log(part) for part in parts]
        return 100.0 * (1.0 + fsum(terms) / (2 * log(classes)))


def _interspersion(sides: Sequence[int], pairs: int) -> float | None:
    """IJI, %: how evenly sides spread over so many pairs; None without sides."""
    whole = sum(sides)
    if not whole:
        return None
    shares = [count / whole for count in sides if count]
    return 100.0 * abs(fsum(share * log(share) for share in shares)) / log(pairs)
