"""What a carbon ledger takes besides the rest: by which rule land has its age."""

from __future__ import annotations

from ...core.ledger.states import AgeRule
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dialog.choices import choice_parameter


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
