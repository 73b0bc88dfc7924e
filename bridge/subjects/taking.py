"""What algorithms that count carbon losses read besides the rest: which groups take land."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.scheme.taking import Taking
from ..dated import DatedAlgorithm, DatedInputs
from ..given import Given
from ..scheme import taking_groups_of


@dataclass(frozen=True)
class LossInputs(DatedInputs):
    """What a run on dated rasters works with, and the classes that take land from the sinks."""

    taking: Taking


class LossReader(DatedAlgorithm):
    """An algorithm that counts losses; named before PairAlgorithm or SeriesAlgorithm as a base."""

    def read(self, given: Given) -> LossInputs:
        taking = taking_groups_of(given)
        return LossInputs(**vars(super().read(given)), taking=taking)
