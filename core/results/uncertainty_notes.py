"""What is said of uncertainty in the log: what was taken for certain, how wide the interval is."""

from __future__ import annotations

from collections.abc import Sequence

from ..messages import Notes
from ..sampling import standard_normal
from ..scheme.area_errors import AreaErrors
from .uncertainty import (
    ALL_PERIODS,
    APPROACH_2,
    Model,
    UncertaintyRow,
    Wanted,
    interval_of,
)

# Areas of which a log tells what a sample says.
MOST_ESTIMATES = 12


def note_areas(errors: AreaErrors | None, notes: Notes) -> None:
    """Say so where areas have no errors, and what a sample estimates where one was taken."""
    if errors is None:
        notes.inform("Areas are taken as certain, because AREA_ERRORS is not given.")
        return
    notes.add(errors.notes)
    if not errors:
        notes.inform("Areas are taken as certain, because AREA_ERRORS has no half-width.")
    largest = sorted(errors.estimates, key=lambda estimate: -estimate.mapped_ha)
    for estimate in largest[:MOST_ESTIMATES]:
        if estimate.half_width_ha is not None:
            notes.inform(
                "{name}: {mapped:.2f} ha in the map, which tonnes go by; the sample estimates "
                "{estimated:.2f} \u00b1 {half:.2f} ha (95 %).",
                name=estimate.name,
                mapped=estimate.mapped_ha,
                estimated=estimate.estimated_ha,
                half=estimate.half_width_ha,
            )
    if len(largest) > MOST_ESTIMATES:
        notes.inform(
            "So it is with {count} smaller areas of AREA_ERRORS.",
            count=len(largest) - MOST_ESTIMATES,
        )


def note_uncertainty(
    model: Model, rows: Sequence[UncertaintyRow], wanted: Wanted, notes: Notes
) -> None:
    """Say how wide the interval of what is asked for last is, and which draws cannot be."""
    item = list(model.items)[-1]
    interval = interval_of(rows, item, "t C")
    if interval is not None:
        notes.inform(
            "With {level:g} % from {low:.1f} to {high:.1f} t C ({item}, all periods).",
            level=wanted.level,
            low=interval[0],
            high=interval[1],
            item=item,
        )
    for row in rows:
        own = row["period"], row["item"], row["measure"], row["method"]
        if own == (ALL_PERIODS, item, "t C", APPROACH_2):
            notes.inform(
                "{draws} draws of seed {seed}: their mean is {mean:.1f} t C, with a standard error "
                "of {error:.1f} t C by chance alone.",
                draws=wanted.draws,
                seed=wanted.seed,
                mean=row["estimate"],
                error=row["sd"] / wanted.draws**0.5,
            )
    for parameter in model.parameters if wanted.draws else ():
        drawn = parameter.deviations(standard_normal(wanted.seed, parameter.name, wanted.draws))
        below = float((1.0 + parameter.u95_pct / 100.0 * drawn < 0).mean())
        if below:
            notes.warn(
                "{name}: {share:.2f} % of the draws are densities below 0; nothing is cut off; a "
                "lognormal distribution has none.",
                name=parameter.name,
                share=100.0 * below,
            )
