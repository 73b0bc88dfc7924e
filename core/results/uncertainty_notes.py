"""What is said of uncertainty in the log: what was taken for certain, how wide the interval is."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.messages import Listed, Message, Notes, Term
from ..scheme.area_errors import AreaErrors
from ..scheme.coefficients import LOGNORMAL, MOST_NORMAL, NORMAL
from .tonnes_in_words import bounds_of, tonnes_of
from .uncertainty import (
    ADJUSTED,
    APPROACH_2,
    PER_YEAR,
    Parameter,
    Uncertainty,
    UncertaintyRow,
    Variable,
    Wanted,
    knows_bounds,
)

# The items in the words of a sentence.
WORDS = {"loss": Term("loss"), "gain": Term("gain"), "growth": Term("growth"), "net": Term("net")}
# Areas of which a log tells what a sample says.
MOST_ESTIMATES = 12


def note_areas(errors: AreaErrors | None, notes: Notes) -> None:
    """Say so where areas have no errors."""
    if errors is None:
        notes.inform("Areas are taken as certain, because AREA_ERRORS is not given.")
        return
    notes.add(errors.notes)
    if not errors:
        notes.inform("Areas are taken as certain, because AREA_ERRORS has no half-width.")


def note_unused_areas(errors: AreaErrors | None, notes: Notes) -> None:
    """Say so where areas have errors and there is no uncertainty."""
    if errors:
        notes.warn("AREA_ERRORS is not used, because there is no uncertainty.")


def note_bent(names: Iterable[str], notes: Notes) -> None:
    """Say which parameters do not act in a straight line, as the effects of a model take them."""
    bent = Listed(names)
    if bent.parts:
        notes.warn(
            "Within its interval {names} does not act in a straight line, because topsoil or "
            "rates fill a density; the uncertainty takes it as if it did.",
            names=bent,
        )


def note_distributions(variables: Iterable[Variable], wanted: Wanted, notes: Notes) -> None:
    """Say which densities have an interval that does not fit their distribution."""
    densities = [v for v in variables if isinstance(v, Parameter) and v.pool]
    wide = [p.name for p in densities if p.distribution == NORMAL and p.u95_pct > MOST_NORMAL]
    if wide:
        notes.warn(
            "{names}: a half-width above {most:g} % does not fit a normal distribution, a part of "
            "which lies below 0; write lognormal into the column distribution.",
            names=Listed(wide),
            most=MOST_NORMAL,
        )
    skewed = [p.name for p in densities if p.distribution == LOGNORMAL]
    if skewed and not wanted.draws:
        notes.inform(
            "{names}: lognormal; without random draws the interval is the one of normal "
            "distributions of the same half-widths.",
            names=Listed(skewed),
        )


def note_draws(variables: Iterable[Variable], wanted: Wanted, notes: Notes) -> None:
    """Say which draws are of what cannot be."""
    for variable in variables if wanted.draws else ():
        below = variable.below_zero(wanted) if isinstance(variable, Parameter) else 0.0
        if below:
            notes.warn(
                "{name}: {share:.2f} % of the draws are below 0; nothing is cut off; a lognormal "
                "distribution has none.",
                name=variable.name,
                share=100.0 * below,
            )


def difference_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """Whether a period differs from the one before, per year; by the sample's areas if any.

    Nothing of bounds that samples do not tell.
    """
    notes = Notes()
    for row in differences(uncertainty, item):
        is_known = knows_bounds(uncertainty, item, row["period"], PER_YEAR)
        if row["areas"] == ADJUSTED and not is_known:
            continue
        template = Term(
            "{period}: {item} is {estimate} per year, with {level:g} % {low} to {high}."
        )
        if row["low"] <= 0 <= row["high"]:
            template = Term(
                "{period}: {item} is {estimate} per year, with {level:g} % {low} to {high}, so "
                "that it may be the same."
            )
        notes.inform(
            template,
            period=row["period"],
            level=uncertainty.wanted.level,
            item=WORDS.get(item, item),
            estimate=_more_or_less(row["estimate"]),
            low=_more_or_less(row["low"]),
            high=_more_or_less(row["high"]),
        )
    return notes


def _more_or_less(amount: float) -> Message:
    """A difference in words, which no minus stands before."""
    if amount < 0:
        return Message("{amount:,.1f} t C less", amount=-amount)
    return Message("{amount:,.1f} t C more", amount=amount)


def differences(uncertainty: Uncertainty, item: str) -> list[UncertaintyRow]:
    """The rows that count of the differences of periods, by the sample's areas if any."""
    periods = dict.fromkeys(
        row["period"]
        for row in uncertainty.rows
        if row["measure"] == PER_YEAR and row["item"] == item
    )
    rows = (uncertainty.leading(item, PER_YEAR, period) for period in periods)
    return [row for row in rows if row is not None]


def found_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """What a sample says of the areas, and how wide the interval of an item in all periods is."""
    notes, row = Notes(), uncertainty.best(item)
    if row is None:
        return notes
    if uncertainty.errors is not None:
        _note_estimates(uncertainty.errors, notes)
    template = Term("With {level:g} % {bounds} ({item}, all periods).")
    if any(row["areas"] == ADJUSTED for row in uncertainty.rows):
        template = Term("By the areas of the map, with {level:g} % {bounds} ({item}, all periods).")
    notes.inform(
        template,
        level=uncertainty.wanted.level,
        bounds=bounds_of(item, row["low"], row["high"]),
        item=WORDS.get(item, item),
    )
    if row["method"] == APPROACH_2:
        notes.inform(
            "{draws:,} draws of seed {seed}: their mean is {mean}, with a standard error "
            "of {error:,.1f} t C by chance alone; not drawn: {left_out}.",
            draws=uncertainty.wanted.draws,
            seed=uncertainty.wanted.seed,
            mean=tonnes_of(item, row["estimate"]),
            error=row["sd"] / uncertainty.wanted.draws**0.5,
            left_out=Listed(uncertainty.left_out or [Term("nothing")]),
        )
    return notes


def _note_estimates(errors: AreaErrors, notes: Notes) -> None:
    """What a sample estimates beside what the map has, the largest areas first."""
    largest = sorted(errors.estimates, key=lambda estimate: -estimate.mapped_ha)
    for estimate in largest[:MOST_ESTIMATES]:
        if estimate.half_width_ha == 0:
            notes.inform(
                "{name}: {mapped:,.2f} ha in the map; the sample estimates {estimated:,.2f} ha, "
                "and does not tell how far that may be off.",
                name=estimate.full_name,
                mapped=estimate.mapped_ha,
                estimated=estimate.estimated_ha,
            )
        elif estimate.half_width_ha is not None:
            notes.inform(
                "{name}: {mapped:,.2f} ha in the map; the sample estimates {estimated:,.2f} \u00b1 "
                "{half:,.2f} ha (95 %).",
                name=estimate.full_name,
                mapped=estimate.mapped_ha,
                estimated=estimate.estimated_ha,
                half=estimate.half_width_ha,
            )
    if len(largest) > MOST_ESTIMATES:
        notes.inform(
            "So it is with {count} smaller areas of AREA_ERRORS.",
            count=len(largest) - MOST_ESTIMATES,
        )
