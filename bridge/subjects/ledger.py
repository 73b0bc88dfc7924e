"""What a carbon ledger reads besides the rest: by which rule land has its age."""

from __future__ import annotations

from dataclasses import dataclass

from ...core.ledger.states import AgeRule
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dialog.choices import choice_parameter
from ..given import Given
from .uncertainty import UncertainInputs, UncertaintyReader


@dataclass(frozen=True)
class LedgerInputs(UncertainInputs):
    """What an uncertain run works with, and the rule for the ages of reclaimed land."""

    rule: AgeRule


class LedgerReader(UncertaintyReader):
    """An algorithm that keeps a carbon ledger; named before SeriesAlgorithm as a base."""

    def read(self, given: Given) -> LedgerInputs:
        rule = AgeRule(given.choice("AGE_RULE"))
        return LedgerInputs(**vars(super().read(given)), rule=rule)


def add_age_parameter(algorithm: CarbonZonesAlgorithm) -> None:
    """AGE_RULE."""
    algorithm.add(
        choice_parameter(
            "AGE_RULE",
            tr("Age of reclaimed land"),
            {
                AgeRule.MID.value: tr("Reclaimed in the middle between two dates"),
                AgeRule.MEAN.value: tr("Mean of all moments between two dates"),
                AgeRule.YOUNGEST.value: tr("As young as it can be"),
                AgeRule.OLDEST.value: tr("As old as it can be"),
            },
            AgeRule.MID.value,
        ),
        tr(
            "Land was reclaimed some time between the date that shows it and the date before. mid: "
            "in the middle. mean: the mean of the stocks over all moments between. youngest, "
            "oldest: the bounds, which Stocks has in any case."
        ),
    )
