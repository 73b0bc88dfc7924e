"""What was counted in a landscape: its patches, the sides between classes, where these lie."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..base.numbers import Ints, NDArray
from ..scan.grouping import numbers_of, summed
from .centres import Moments
from .patches import JoinedPatches


@dataclass(frozen=True)
class Patches:
    """Patches by size and perimeter, sorted by both.

    Attributes:
        sizes: units of size, (n,); cells where all are alike.
        perimeters: sides of cells at anything else, (n,); 0 where they were not counted.
        times: how many patches are so, (n,).
    """

    sizes: Ints
    perimeters: Ints
    times: Ints

    @cached_property
    def count(self) -> int:
        return int(self.times.sum())

    @cached_property
    def size(self) -> int:
        """Units of size of all."""
        return int((self.sizes * self.times).sum())

    @cached_property
    def squares(self) -> int:
        """The sum of squared sizes, which may pass 64 bits."""
        sizes = self.sizes.astype(object)
        return int((sizes * sizes * self.times).sum())

    @cached_property
    def perimeter(self) -> int:
        return int((self.perimeters * self.times).sum())

    @property
    def rows(self) -> Iterator[tuple[int, int, int]]:
        """Size, perimeter and how many."""
        return zip(*map(numbers_of, (self.sizes, self.perimeters, self.times)))

    @property
    def like_sides(self) -> int:
        """Sides between two cells of the same patch."""
        return (4 * self.size - self.perimeter) // 2

    @classmethod
    def of_all(cls, parts: Sequence[Patches]) -> Patches:
        """Those of several classes together."""
        rows = [np.stack([part.sizes, part.perimeters, part.times]) for part in parts]
        of_all = np.concatenate(rows, axis=1)
        keys, times = summed(of_all[:2], of_all[2:])
        return cls(keys[0], keys[1], times[0])


@dataclass(frozen=True)
class Landscape:
    """A landscape at one date.

    Attributes:
        class_indices: those of the classes that it has, in the tables' order, (m,).
        patches: of each class.
        across, down: units of the sides between two classes, between neighbours in rows and in
            columns, (m, m + 1); the last column has the sides at no data, at another unit and at
            the edge. A class has none with itself.
        moments: of each class, by its index.
    """

    class_indices: Sequence[int]
    patches: Sequence[Patches]
    across: Ints
    down: Ints
    moments: Mapping[int, Moments]

    @cached_property
    def all_patches(self) -> Patches:
        return Patches.of_all(self.patches)


class Landscapes:
    """The landscapes of one date by the index of their unit; made when asked for.

    Args:
        joined: all patches and sides by key.
        units: the index of the unit of each stratum.
        class_indices: the class of each code.
        code_bits: how many bits of a key are its code; the stratum stands above.
    """

    def __init__(
        self,
        joined: JoinedPatches,
        moments: Mapping[int, NDArray[np.object_]],
        units: Ints,
        class_indices: Ints,
        code_bits: int,
    ):
        code = (1 << code_bits) - 1
        # The index of what is no class, above all others: no data, another unit, the edge.
        border = class_indices.size

        def unit_and_class(keys: Ints) -> Ints:
            """Indices of the unit and of the class, (2, keys)."""
            return np.stack(
                [units[keys >> code_bits], np.where(keys, class_indices[keys & code], border)]
            )

        (keys, sizes, perimeters), (times,) = joined.patches.table()
        patches = np.concatenate([unit_and_class(keys), [sizes, perimeters]])
        order = np.lexsort(patches[::-1])
        self._patches, self._times = patches[:, order], times[order]
        (smaller, larger), sides = joined.sides.table()
        (unit, of_class), (beyond, neighbour) = unit_and_class(smaller), unit_and_class(larger)
        is_land, apart = smaller > 0, unit != beyond
        # Both ways; what lies outside a unit is no data for it.
        there = np.stack([beyond, neighbour, np.where(apart | ~is_land, border, of_class)])
        here = np.stack([unit, of_class, np.where(apart, border, neighbour)])[:, is_land]
        self._pairs, self._sides = summed(
            np.concatenate([there, here], axis=1),
            np.concatenate([sides, sides[:, is_land]], axis=1),
        )
        self._moments = {
            (int(units[key >> code_bits]), int(class_indices[key & code])): Moments(*sums)
            for key, sums in moments.items()
        }

    def sizes(self, classes: int) -> Ints:
        """Units of size of all patches by class, of all units, (classes,)."""
        sizes = np.zeros(classes, np.int64)
        np.add.at(sizes, self._patches[1], self._patches[2] * self._times)
        return sizes

    @property
    def perimeter(self) -> int:
        """The perimeters of all patches, in sides."""
        return int((self._patches[3] * self._times).sum())

    @property
    def sides(self) -> int:
        """Units of all sides at something else, those between two classes from both of them."""
        return int(self._sides.sum())

    def of(self, unit: int = 0) -> Landscape:
        """What was counted in a unit, by its index; of a run without units there is one."""
        rows = slice(*np.searchsorted(self._patches[0], (unit, unit + 1)))
        classes, sizes, perimeters = self._patches[1:, rows]
        times = self._times[rows]
        present, firsts = np.unique(classes, return_index=True)
        ends = np.append(firsts, classes.size)
        pairs = slice(*np.searchsorted(self._pairs[0], (unit, unit + 1)))
        rows_and_columns = np.searchsorted(present, self._pairs[1:, pairs])
        matrices = np.zeros((2, present.size, present.size + 1), np.int64)
        matrices[:, rows_and_columns[0], rows_and_columns[1]] = self._sides[:, pairs]
        edges = numbers_of(ends)
        return Landscape(
            numbers_of(present),
            [Patches(sizes[a:b], perimeters[a:b], times[a:b]) for a, b in zip(edges, edges[1:])],
            matrices[0],
            matrices[1],
            {index: self._moments[unit, index] for index in numbers_of(present)},
        )
