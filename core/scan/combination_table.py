"""What cells hold at all dates together, as far as it occurs."""

from __future__ import annotations

from dataclasses import dataclass

from ..base.arrays import Floats, Ints


@dataclass(frozen=True)
class CombinationTable:
    """The combinations that occur, by stratum, then by the classes in the tables' order.

    Attributes:
        strata: of each combination, (n,); 0 is land in no stratum, and all land without strata.
        classes: class numbers by combination and date, shape (n, dates).
        cells, hectares: of each combination, (n,).
    """

    strata: Ints
    classes: Ints
    cells: Ints
    hectares: Floats

    @property
    def by_date(self) -> list[Ints]:
        """Class numbers by combination, (n,), for each date."""
        return [self.classes[:, date] for date in range(self.classes.shape[1])]
