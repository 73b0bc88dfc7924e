"""Areas of conversions as a labelled sample estimates them, with what the estimates vary by.

One sample estimates all areas of a map at once: land that is too much here is too little there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Optional

import numpy as np

from ..base.numbers import Floats, Ints
from .classes import LandClass

# The classes of a conversion, before and after; None: no class is called so.
Conversion = Optional[tuple[LandClass, LandClass]]


@dataclass(frozen=True)
class StratumLand:
    """What land of the map a stratum is, so far as it can be held against another count of it.

    Attributes:
        kind: that of land taken or given back (core/scheme/change_kinds.py), or ''.
        source: the class before, of land taken from one class; None where no class is called so.
        source_name: what the table calls it; '' for all land taken.
        conversion: its one conversion, where it has a single one.
    """

    kind: str
    source: LandClass | None = None
    source_name: str = ""
    conversion: Conversion = None


@dataclass(frozen=True)
class SampledStratum:
    """A part of the land that was sampled by itself, such as a class of the map.

    Attributes:
        name: what it is called.
        hectares: its land.
        samples: how many it has; 1 or more, but of strata that nothing was sampled of.
        shares: of its land that each conversion has in the reference, (conversions,), adding up
            to 1.
        cells: how many it has; 0 where that is not known, and then taken for many.
        land: what land of the map it is, where its name tells.
    """

    name: str
    hectares: float
    samples: int
    shares: Floats
    cells: int = 0
    land: StratumLand | None = None

    @property
    def scale(self) -> float:
        """Hectares by which a share may be off: 0 of a single sample, which tells no spread.

        By the part of the cells that was sampled nothing is uncertain (Cochran 1977, eq. 5.7).
        """
        if self.samples < 2:
            return 0.0
        unseen = 1.0 - self.samples / self.cells if self.cells else 1.0
        return self.hectares * sqrt(unseen / (self.samples - 1))


@dataclass(frozen=True)
class SampledAreas:
    """The areas of the conversions of a map, by a sample of it.

    Attributes:
        period: '' where the table names none.
        names: of the conversions, as the table has them.
        conversions: the classes before and after of each; None where no class is called so.
        mapped_ha, estimated_ha: (conversions,).
        errors_ha: standard errors of the estimates, (conversions,); NaN where none is known.
        strata: of which shares are known; none where there are standard errors alone.
    """

    period: str
    names: Sequence[str]
    conversions: Sequence[Conversion]
    mapped_ha: Floats
    estimated_ha: Floats
    errors_ha: Floats
    strata: Sequence[SampledStratum] = ()

    @property
    def knows_cells(self) -> bool:
        """Whether the cells of its strata are known, as of a table by strata."""
        return any(stratum.cells for stratum in self.strata)

    @property
    def mixed(self) -> list[tuple[SampledStratum, Ints]]:
        """The strata that have several conversions, with the indices of their conversions."""
        conversions = [(stratum, np.flatnonzero(stratum.shares)) for stratum in self.strata]
        return [(stratum, indices) for stratum, indices in conversions if indices.size > 1]


def standard_errors(strata: Sequence[SampledStratum], size: int) -> Floats:
    """Standard errors of the areas of so many conversions, in ha, (size,).

    V(A_k) = sum over strata of H^2 q_k (1 - q_k) / (n - 1), H the hectares of a stratum and q the
    shares (Olofsson et al. 2014, eq. 10).
    """
    variances = np.zeros(size)
    for stratum in strata:
        variances += stratum.scale**2 * stratum.shares * (1.0 - stratum.shares)
    errors: Floats = np.sqrt(variances)
    return errors
