"""What a carbon ledger takes for granted where its coefficients do not say it, for the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..base.messages import Listed, Notes
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficients, Pool

# The fastest of the published gains of reclaimed soils, in t C/ha a year: forest in the review of
# Yuan et al. 2016.
FASTEST_SOIL = 6.27


def note_assumptions(
    taken: Sequence[LandClass],
    regrown: Sequence[LandClass],
    coefficients: Coefficients,
    notes: Notes,
) -> None:
    """Say what is taken for granted where the coefficient table does not say it itself.

    Args:
        taken: the sinks of which land was taken.
        regrown: the sinks that land was reclaimed as.
        coefficients: of all of them.
    """

    def pools(land_class: LandClass) -> Iterable[Pool]:
        return coefficients.of(land_class).pools.values()

    lost = [c.name for c in taken if not all(p.is_loss_given for p in pools(c))]
    if lost:
        notes.inform(
            "Where the coefficients give no loss fraction it is 1: all carbon of land that is "
            "taken counts as lost, which is the method of Yang et al. 2022 and no measurement. So "
            "it is for {classes}.",
            classes=Listed(lost),
        )
    plain = [c.name for c in regrown if not all(p.is_curve_given for p in pools(c))]
    if plain:
        notes.inform(
            "Where the coefficients name no curve, reclaimed land regains its density in equal "
            "steps over 20 years (IPCC 2006, volume 4, equation 2.25). So it is for {classes}.",
            classes=Listed(plain),
        )
    for land_class in regrown:
        soil = coefficients.of(land_class).soil
        rate = soil.curve.steepest(soil.density)
        if rate > FASTEST_SOIL:
            notes.warn(
                "{name}: by its curve the soil gains up to {rate:.2f} t C/ha a year, and no "
                "published rate on reclaimed land is above {fastest} t C/ha a year.",
                name=land_class.name,
                rate=rate,
                fastest=FASTEST_SOIL,
            )
