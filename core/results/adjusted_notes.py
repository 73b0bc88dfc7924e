"""What is said of tonnes by the areas that a sample estimates: first, and what to beware of."""

from __future__ import annotations

from dataclasses import asdict

from ..base.messages import Listed, Message, Notes, Term
from .tonnes_in_words import bounds_of, tonnes_of
from .uncertainty import (
    ADJUSTED,
    ALL_PERIODS,
    APPROACH_1,
    APPROACH_2,
    AREA_PART,
    ROUNDING,
    Uncertainty,
    UncertaintyRow,
    knows_bounds,
)
from .uncertainty_notes import WORDS
from .unseen import Unseen

# Where there is no room for why.
NOT_TOLD = Term("Bounds: not known from this sample")
# Bounds of tonnes by areas of a sample without a spread.
NOT_KNOWN = Term(
    "not known from this sample: within each stratum that has more cells than points, all points "
    "tell the same"
)


def first_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """What is to be known before the tonnes by the areas that a sample estimates."""
    return Notes(warnings=list(unseen_warnings(uncertainty, item)))


def lead_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """What comes first where a sample estimates areas: the tonnes by them, then those of the map.

    Of all periods, or of those that have a sample.
    """
    notes = Notes()
    for row in adjusted_rows(uncertainty, item):
        period = row["period"]
        mapped = uncertainty.by_method(item, period=period)[APPROACH_1]
        interval = uncertainty.best(item, period=period, areas=ADJUSTED) or row
        if not knows_bounds(uncertainty, item, period):
            notes.inform(
                "By the areas that the sample estimates: {estimate} ({item}, {period}); its bounds "
                "are {unknown}. By the areas of the map {mapped}.",
                estimate=tonnes_of(item, row["estimate"]),
                item=WORDS.get(item, item),
                period=period or Term("all periods"),
                unknown=NOT_KNOWN,
                mapped=tonnes_of(item, mapped["estimate"]),
            )
            continue
        told = Message(
            "By the areas that the sample estimates: {estimate}, with {level:g} % {bounds} "
            "({item}, {period}); by the areas of the map {mapped}.",
            estimate=tonnes_of(item, row["estimate"]),
            level=uncertainty.wanted.level,
            bounds=bounds_of(item, interval["low"], interval["high"]),
            item=WORDS.get(item, item),
            period=period or Term("all periods"),
            mapped=tonnes_of(item, mapped["estimate"]),
        )
        notes.notices.append(with_left_out(told, interval, uncertainty))
    notes.notices += unseen_sentences(uncertainty, item)
    return notes


def unseen_warnings(uncertainty: Uncertainty, item: str) -> list[Message]:
    """Where more may lie unseen than an interval has in it: the truth is likely more."""
    return [
        Message(
            "{period}: more was likely lost than these tonnes tell. None of the {samples:,} "
            "points in the stratum '{stratum}' shows land that was taken, which up to "
            "{hectares:,.2f} ha of it may be all the same (3 / {samples:,}, the rule of three): "
            "{tonnes:,.1f} t C, more than half of the interval of the sample's areas, which is "
            "{half}. Draw more points there (MIN_PER_STRATUM of Sample for accuracy), and stable "
            "land near to taken land by itself (BUFFER).",
            half=Message("{half:,.1f} t C", half=half) if half else NOT_KNOWN,
            **asdict(unseen),
        )
        for unseen, half in _with_halves(uncertainty, item)
        if unseen.tonnes > half
    ]


def unseen_sentences(uncertainty: Uncertainty, item: str) -> list[Message]:
    """What may lie unseen where the interval is wider than that."""
    return [
        Message(
            "{period}: none of the {samples:,} points in the stratum '{stratum}' shows land that "
            "was taken; up to {hectares:,.2f} ha of it, {tonnes:,.1f} t C, may be all the same "
            "(3 / {samples:,}, the rule of three).",
            **asdict(unseen),
        )
        for unseen, half in _with_halves(uncertainty, item)
        if unseen.tonnes <= half
    ]


def _with_halves(uncertainty: Uncertainty, item: str) -> list[tuple[Unseen, float]]:
    """What may lie unseen in each period, and half of the interval of its tonnes."""
    rows = [
        (unseen, uncertainty.best(item, period=unseen.period, areas=ADJUSTED))
        for unseen in uncertainty.unseen
    ]
    return [
        (unseen, row["half_width"] if knows_bounds(uncertainty, item, unseen.period) else 0.0)
        for unseen, row in rows
        if row is not None
    ]


def with_left_out(told: Message, row: UncertaintyRow, uncertainty: Uncertainty) -> Message:
    """A sentence on a row, with what its draws leave out if it is of draws."""
    if row["method"] != APPROACH_2 or not uncertainty.left_out:
        return told
    return Message(
        "{told} Not drawn: {left_out}.", told=told, left_out=Listed(uncertainty.left_out)
    )


def adjusted_rows(uncertainty: Uncertainty, item: str) -> list[UncertaintyRow]:
    """The rows of approach 1, in t C, by the areas that a sample estimates.

    That of all periods, or those of the periods that have a sample where others have none.
    """
    rows = [
        row
        for row in uncertainty.rows
        if (row["item"], row["measure"], row["method"], row["areas"])
        == (item, "t C", APPROACH_1, ADJUSTED)
    ]
    return [row for row in rows if row["period"] == ALL_PERIODS] or rows


def adjusted_numbers(
    uncertainty: Uncertainty, item: str, name: str, bound: str
) -> dict[str, float]:
    """The tonnes of all periods by estimated areas, with their bounds; {} where there are none.

    Bounds that the sample does not tell are left out.

    Args:
        name: of the number.
        bound: of its bounds, with a place for LOW and HIGH.
    """
    estimate = uncertainty.by_method(item, areas=ADJUSTED).get(APPROACH_1)
    interval = uncertainty.best(item, areas=ADJUSTED)
    if estimate is None or interval is None:
        return {}
    if not knows_bounds(uncertainty, item):
        return {name: estimate["estimate"]}
    return {
        name: estimate["estimate"],
        bound.format("LOW"): interval["low"],
        bound.format("HIGH"): interval["high"],
    }


def sample_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """Where map and sample contradict each other, and where no sample shows an error."""
    notes, errors = Notes(), uncertainty.errors
    outside = [] if errors is None else [e for e in errors.estimates if e.is_outside]
    if outside:
        notes.warn(
            "The map lies outside the 95 % interval of the sample: {areas}.",
            areas=Listed(
                (
                    Message(
                        Term(
                            "{name}: {mapped:,.2f} ha in the map, {estimated:,.2f} \u00b1 "
                            "{half:,.2f} ha by the sample"
                        )
                        if estimate.half_width_ha
                        else Term(
                            "{name}: {mapped:,.2f} ha in the map, {estimated:,.2f} ha by the sample"
                        ),
                        name=estimate.full_name,
                        mapped=estimate.mapped_ha,
                        estimated=estimate.estimated_ha,
                        half=estimate.half_width_ha,
                    )
                    for estimate in sorted(outside, key=lambda e: -e.mapped_ha)
                ),
                Term("; "),
            ),
        )
    sure = [
        row["period"]
        for row in uncertainty.rows
        if (row["item"], row["method"], row["areas"]) == (item, AREA_PART, ADJUSTED)
        and row["period"]
        and row["measure"] == "t C"
        and row["half_width"] <= ROUNDING * abs(row["estimate"])
    ]
    if sure:
        notes.warn(
            "{periods}: within each stratum that has more cells than points, all points tell the "
            "same of what {item} goes by, so that areas add nothing to its interval. No error seen "
            "is not none: more points may find some.",
            periods=Listed(sure),
            item=WORDS.get(item, item),
        )
    return notes
