"""What a carbon ledger takes for granted where its coefficients do not say it, for the log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..base.messages import Listed, Notes
from ..scheme.classes import LandClass
from ..scheme.coefficients import Coefficient
from ..scheme.ledger_coefficients import PoolTerms

# The fastest of the published gains of reclaimed soils, in t C/ha a year: forest in the review of
# Yuan et al. 2016.
FASTEST_SOIL = 6.27


def note_assumptions(
    taken: Sequence[LandClass],
    regrown: Sequence[LandClass],
    coefficients: Mapping[str, Coefficient],
    notes: Notes,
) -> None:
    """Say what is taken for granted where the coefficient table does not say it itself.

    Args:
        taken: the sinks of which land was taken.
        regrown: the sinks that land was reclaimed as.
        coefficients: by class key (case-folded), of all of them.
    """
    lost = [c.name for c in taken if not all(t.is_loss_given for t in _terms(c, coefficients))]
    if lost:
        notes.inform(
            "Where the coefficients give no loss fraction it is 1: all carbon of land that is "
            "taken counts as lost, which is the method of Yang et al. 2022 and no measurement. So "
            "it is for {classes}.",
            classes=Listed(lost),
        )
    plain = [c.name for c in regrown if not all(t.is_curve_given for t in _terms(c, coefficients))]
    if plain:
        notes.inform(
            "Where the coefficients name no curve, reclaimed land regains its density in equal "
            "steps over 20 years (IPCC 2006, volume 4, equation 2.25). So it is for {classes}.",
            classes=Listed(plain),
        )
    for land_class in regrown:
        own = coefficients[land_class.key.casefold()]
        rate = own.soil_terms.curve.steepest(own.soil)
        if rate > FASTEST_SOIL:
            notes.warn(
                "{name}: by its curve the soil gains up to {rate:.2f} t C/ha a year, and no "
                "published rate on reclaimed land is above {fastest} t C/ha a year.",
                name=land_class.name,
                rate=rate,
                fastest=FASTEST_SOIL,
            )


def _terms(
    land_class: LandClass, coefficients: Mapping[str, Coefficient]
) -> tuple[PoolTerms, PoolTerms]:
    own = coefficients[land_class.key.casefold()]
    return own.soil_terms, own.vegetation_terms
