"""What is said of uncertainty: what was taken for certain, and how wide the interval is.

Of tonnes by the areas that a sample estimates: what comes first, and what to beware of. In words a
balance is lost or gained, with no minus before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from ..base.messages import Listed, Message, Notes, Term, Text
from ..base.numbers import to_half_width
from ..scheme.area_errors import AreaErrors, AreaEstimate
from ..scheme.coefficients import LOGNORMAL, MOST_NORMAL, NORMAL
from .uncertainty import (
    ADJUSTED,
    ALL_PERIODS,
    APPROACH_1,
    APPROACH_2,
    AREA_PART,
    PER_YEAR,
    ROUNDING,
    Parameter,
    Uncertainty,
    UncertaintyRow,
    Unseen,
    Variable,
    Wanted,
    knows_bounds,
)

# How amounts with an interval are told.
TOLD_AS = Term(
    "Amounts in sentences and tiles are rounded to the second digit of the half-width of "
    "their confidence interval (JCGM 100:2008, 7.2.6); tables are not rounded."
)


def lost_or_gained(net: float) -> Text:
    """A balance as a log has it; t C, above 0 where the land gained."""
    if not net:
        return Term("no net change (0 t C)")
    if net < 0:
        return Message("net loss of {amount:,.1f} t C", amount=-net)
    return Message("net gain of {amount:,.1f} t C", amount=net)


def between(low: float, high: float, told: Callable[[float], str]) -> Text:
    """What a balance lies between; t C, above 0 where the land gained, written by `told`."""
    if not low and not high:
        return "0 t C"
    if high <= 0:
        return Message("net loss of {least} to {most} t C", least=told(abs(high)), most=told(-low))
    if low >= 0:
        return Message("net gain of {least} to {most} t C", least=told(low), most=told(high))
    return Message(
        "net loss of {lost} t C to net gain of {gained} t C", lost=told(-low), gained=told(high)
    )


def tonnes_of(item: str, amount: float) -> Text:
    """t C of a loss, a gain, growth, or the net of them, as a log has them."""
    return lost_or_gained(amount) if item == "net" else f"{amount:,.1f} t C"


def bounds_of(item: str, low: float, high: float) -> Text:
    """What an item lies between, as a log has it."""
    if item == "net":
        return between(low, high, "{:,.1f}".format)
    return Message("{low:,.1f} to {high:,.1f} t C", low=low, high=high)


# The items in the words of a sentence.
WORDS = {"loss": Term("loss"), "gain": Term("gain"), "growth": Term("growth"), "net": Term("net")}
# Where some points of a stratum show taken land, so many half-widths that may lie unseen are much.
WIDER = 1.5


def note_areas(errors: AreaErrors | None, notes: Notes) -> None:
    """Say so where areas have no errors."""
    if errors is not None:
        notes.add(errors.notes)
    if not errors:
        notes.inform("Areas are treated as exact: no margins of error given (AREA_ERRORS).")


def note_unused_areas(errors: AreaErrors | None, notes: Notes) -> None:
    """Say so where areas have errors and there is no uncertainty."""
    if errors:
        notes.warn("AREA_ERRORS ignored: no uncertainty is calculated.")


def note_bent(names: Iterable[str], notes: Notes) -> None:
    """Say which parameters do not act in a straight line, as the effects of a model take them."""
    bent = Listed(names)
    if bent.parts:
        notes.warn(
            "{names}: non-linear effect within the interval, because topsoil or growth "
            "reaches the density; uncertainty is calculated as if linear.",
            names=bent,
        )


def note_distributions(variables: Iterable[Variable], wanted: Wanted, notes: Notes) -> None:
    """Say which densities have an interval that does not fit their distribution."""
    densities = [v for v in variables if isinstance(v, Parameter) and v.pool]
    wide = [p.name for p in densities if p.distribution == NORMAL and p.u95_pct > MOST_NORMAL]
    skewed = [p.name for p in densities if p.distribution == LOGNORMAL]
    if wide:
        notes.warn(
            "{names}: margins of error above {most:g} % are incompatible with a normal "
            "distribution (negative values); use lognormal in the distribution column.",
            names=Listed(wide),
            most=MOST_NORMAL,
        )
    if skewed and not wanted.draws:
        notes.inform(
            "{names}: treated as lognormal in the Monte Carlo simulation only; these "
            "intervals assume normal distributions with the same margins of error.",
            names=Listed(skewed),
        )


def note_draws(variables: Iterable[Variable], wanted: Wanted, notes: Notes) -> None:
    """Say which draws are of what cannot be."""
    for variable in variables if wanted.draws else ():
        if not isinstance(variable, Parameter):
            continue
        drawn = 1.0 + variable.u95_pct / 100.0 * variable.deviations(wanted)
        if (drawn < 0).any():
            notes.warn(
                "{name}: {share:.2f} % of the Monte Carlo draws are negative and are not "
                "truncated; use a lognormal distribution.",
                name=variable.name,
                share=100.0 * float((drawn < 0).mean()),
            )


def difference_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """Whether a period differs from the one before, per year; by the sample's areas if any.

    Nothing of bounds that samples do not tell.
    """

    def in_words(amount: float, half_width: float) -> Message:
        rounded, digits = to_half_width(abs(amount), half_width, 1)
        told = f"{rounded:,.{digits}f}"
        if amount < 0:
            return Message("decrease of {amount} t C", amount=told)
        return Message("increase of {amount} t C", amount=told)

    notes = Notes()
    for row in differences(uncertainty, item):
        is_known = knows_bounds(uncertainty, item, row["period"], PER_YEAR)
        if row["areas"] == ADJUSTED and not is_known:
            continue
        template = Term(
            "{period}: difference in annual {item}: {estimate} ({level:g} % confidence "
            "interval: {low} to {high})."
        )
        if row["low"] <= 0 <= row["high"]:
            template = Term(
                "{period}: difference in annual {item}: {estimate} ({level:g} % confidence "
                "interval: {low} to {high}), not significant."
            )
        notes.inform(
            template,
            period=row["period"],
            level=uncertainty.wanted.level,
            item=WORDS.get(item, item),
            **{n: in_words(row[n], row["half_width"]) for n in ("estimate", "low", "high")},
        )
    return notes


def differences(uncertainty: Uncertainty, item: str) -> list[UncertaintyRow]:
    """The rows that count of the differences of periods, by the sample's areas if any."""
    periods = [row["period"] for row in uncertainty.where(item=item, measure=PER_YEAR)]
    rows = (uncertainty.leading(item, PER_YEAR, period) for period in dict.fromkeys(periods))
    return [row for row in rows if row is not None]


def found_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """How wide the interval of an item in all periods is, for the log."""
    notes, row = Notes(), uncertainty.best(item)
    if row is None:
        return notes
    template = Term("{level:g} % confidence interval: {bounds} ({item}, all periods).")
    if uncertainty.where(areas=ADJUSTED):
        template = Term(
            "{level:g} % confidence interval from mapped areas: {bounds} ({item}, all periods)."
        )
    notes.inform(
        template,
        level=uncertainty.wanted.level,
        bounds=bounds_of(item, row["low"], row["high"]),
        item=WORDS.get(item, item),
    )
    if row["method"] == APPROACH_2:
        notes.inform(
            "Monte Carlo simulation ({draws:,} draws, seed {seed}): mean {mean}; standard "
            "error of the simulation {error:,.1f} t C; not included: {left_out}.",
            draws=uncertainty.wanted.draws,
            seed=uncertainty.wanted.seed,
            mean=tonnes_of(item, row["estimate"]),
            error=row["sd"] / uncertainty.wanted.draws**0.5,
            left_out=Listed(uncertainty.left_out or [Term("none")]),
        )
    return notes


def _largest_first(estimates: Iterable[AreaEstimate]) -> list[AreaEstimate]:
    return sorted(estimates, key=lambda estimate: -estimate.mapped_ha)


def _values_of(estimate: AreaEstimate) -> dict[str, object]:
    """What a sentence says of an area of the map."""
    return {
        "name": estimate.full_name,
        "mapped": estimate.mapped_ha,
        "estimated": estimate.estimated_ha,
        "half": estimate.half_width_ha,
    }


# Where there is no room for why.
NOT_TOLD = Term("Confidence limits: not estimable from this sample")
# Bounds of tonnes by areas of a sample without a spread.
NOT_KNOWN = Term(
    "not estimable from this sample: no variation among the points within any stratum that "
    "has more cells than points"
)


def lead_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """What comes first where a sample estimates areas: the tonnes by them, then those of the map.

    Of all periods, or of those that have a sample.
    """
    notes = Notes()
    for row in adjusted_rows(uncertainty, item):
        period = row["period"]
        interval = uncertainty.best(item, period=period, areas=ADJUSTED) or row
        values = {
            "estimate": tonnes_of(item, row["estimate"]),
            "mapped": tonnes_of(item, uncertainty.mapped_tc[period]),
            "item": WORDS.get(item, item),
            "period": period or Term("all periods"),
        }
        if not knows_bounds(uncertainty, item, period):
            notes.inform(
                "Error-adjusted areas: {estimate} ({item}, {period}); {bounds}. Mapped "
                "areas: {mapped}.",
                bounds=bounds_unknown(uncertainty, item, interval, partial(tonnes_of, item)),
                **values,
            )
            continue
        told = Message(
            "Error-adjusted areas: {estimate}, {level:g} % confidence interval: {bounds} "
            "({item}, {period}). Mapped areas: {mapped}.",
            level=uncertainty.wanted.level,
            bounds=bounds_of(item, interval["low"], interval["high"]),
            **values,
        )
        notes.notices.append(with_left_out(told, interval, uncertainty))
    notes.notices += sample_sentences(uncertainty, item)
    return notes


def worst_of(item: str, row: UncertaintyRow) -> float:
    """The bound of the larger loss, which what few points have seen widens."""
    return float(row["low" if item == "net" else "high"])


def bounds_unknown(
    uncertainty: Uncertainty, item: str, row: UncertaintyRow, told: Callable[[float], Text]
) -> Message:
    """What is known of bounds where no points disagree: the one of the larger loss, if any."""
    worst = worst_of(item, row)
    if abs(worst - row["estimate"]) <= ROUNDING * abs(row["estimate"]):
        return Message("confidence limits are {unknown}", unknown=NOT_KNOWN)
    return Message(
        "{level:g} % confidence limit of the larger loss: {worst}; the other limit is {unknown}",
        level=uncertainty.wanted.level,
        worst=told(worst),
        unknown=NOT_KNOWN,
    )


def unseen_warnings(uncertainty: Uncertainty, item: str) -> list[Message]:
    """Where more may lie unseen than an interval has in it: the truth may well be more."""
    return [
        Message(
            "{period}: the carbon loss may be underestimated. Stratum '{stratum}': disturbed "
            "land at {seen:,} of {samples:,} points; up to {hectares:,.2f} ha more "
            "({tonnes:,.1f} t C) may be disturbed (95 %), which widens the limit of the "
            "larger loss. Increase MIN_PER_STRATUM for this stratum.",
            **unseen._asdict(),
        )
        for unseen, half in _with_halves(uncertainty, item)
        if _is_much(unseen, half)
    ]


def sample_sentences(uncertainty: Uncertainty, item: str) -> list[Message]:
    """How wide the interval of all periods may be at most, where several have a sample; and what
    may lie unseen where the interval is wider than that.

    Half-widths of independent samples add up in quadrature, those of the same points at most in
    full.
    """
    whole = uncertainty.best(item, areas=ADJUSTED)
    adjusted = uncertainty.where(item=item, measure="t C", method=APPROACH_1, areas=ADJUSTED)
    periods = [row["period"] for row in adjusted if row["period"] != ALL_PERIODS]
    halves = [
        row["half_width"]
        for p in periods
        if (row := uncertainty.best(item, period=p, areas=ADJUSTED))
    ]
    sentences = []
    if whole is not None and len(halves) > 1 and knows_bounds(uncertainty, item):
        sentences.append(
            Message(
                "All periods: the margin of error of {half:,.1f} t C assumes independent "
                "samples; with the same points at all dates it is at most {most:,.1f} t C.",
                half=whole["half_width"],
                most=sum(halves),
            )
        )
    return sentences + [
        Message(
            "{period}: the limit of the larger loss includes possible omissions. Stratum "
            "'{stratum}': disturbed land at {seen:,} of {samples:,} points; up to "
            "{hectares:,.2f} ha more ({tonnes:,.1f} t C) may be disturbed (95 %).",
            **unseen._asdict(),
        )
        for unseen, half in _with_halves(uncertainty, item)
        if not _is_much(unseen, half)
    ]


def _is_much(unseen: Unseen, half: float) -> bool:
    """Whether what may lie unseen is a warning; of points that were seen a bound is wider, too."""
    return unseen.tonnes > half * (WIDER if unseen.seen else 1.0)


def _with_halves(uncertainty: Uncertainty, item: str) -> list[tuple[Unseen, float]]:
    """What may lie unseen in each period, and half of the interval of its tonnes."""
    halves = []
    for unseen in uncertainty.unseen:
        row = uncertainty.best(item, period=unseen.period, areas=ADJUSTED)
        if row is not None:
            is_known = knows_bounds(uncertainty, item, unseen.period)
            halves.append((unseen, row["half_width"] if is_known else 0.0))
    return halves


def with_left_out(told: Message, row: UncertaintyRow, uncertainty: Uncertainty) -> Message:
    """A sentence on a row, with what its draws leave out if it is of draws."""
    if row["method"] != APPROACH_2 or not uncertainty.left_out:
        return told
    return Message(
        "{told} Not included: {left_out}.", told=told, left_out=Listed(uncertainty.left_out)
    )


def adjusted_rows(uncertainty: Uncertainty, item: str) -> list[UncertaintyRow]:
    """The rows of approach 1, in t C, by the areas that a sample estimates.

    That of all periods, or those of the periods that have a sample where others have none.
    """
    rows = uncertainty.where(item=item, measure="t C", method=APPROACH_1, areas=ADJUSTED)
    return [row for row in rows if row["period"] == ALL_PERIODS] or rows


def adjusted_numbers(
    uncertainty: Uncertainty, item: str, name: str, bound: str
) -> dict[str, float]:
    """The tonnes of all periods by estimated areas, with their bounds; {} where there are none.

    Bounds, whose name has a place for LOW and HIGH, are left out where the sample does not tell.
    """
    estimate = uncertainty.by_method(item, areas=ADJUSTED).get(APPROACH_1)
    interval = uncertainty.best(item, areas=ADJUSTED)
    if estimate is None or interval is None:
        return {}
    bounds = {bound.format("LOW"): interval["low"], bound.format("HIGH"): interval["high"]}
    if not knows_bounds(uncertainty, item):
        middle = estimate["estimate"]
        bounds = {
            name: value
            for name, value in bounds.items()
            if value == worst_of(item, interval) and abs(value - middle) > ROUNDING * abs(middle)
        }
    return {name: estimate["estimate"], **bounds}


def sample_notes(uncertainty: Uncertainty, item: str) -> Notes:
    """Where map and sample contradict each other, and where no sample shows an error."""
    notes, outside = Notes(), list[Message]()
    for estimate in _largest_first(uncertainty.errors.estimates if uncertainty.errors else ()):
        template = Term("{name}: mapped {mapped:,.2f} ha, estimated {estimated:,.2f} ha")
        if estimate.half_width_ha:
            template = Term(
                "{name}: mapped {mapped:,.2f} ha, estimated {estimated:,.2f} ± {half:,.2f} ha"
            )
        if estimate.is_outside:
            outside.append(Message(template, **_values_of(estimate)))
    if outside:
        areas = Listed(outside, Term("; "))
        notes.warn(
            "Mapped area outside the 95 % confidence interval of the sample: {areas}.", areas=areas
        )
    sure = [
        row["period"]
        for row in uncertainty.where(item=item, measure="t C", method=AREA_PART, areas=ADJUSTED)
        if row["period"] and row["half_width"] <= ROUNDING * abs(row["estimate"])
    ]
    if sure:
        notes.warn(
            "{periods}: no variation of {item} among the points within any stratum that has "
            "more cells than points; areas contribute 0 to its confidence interval. Increase "
            "the sample size.",
            periods=Listed(sure),
            item=WORDS.get(item, item),
        )
    return notes
