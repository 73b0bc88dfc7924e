"""Messages on uncertainty: assumptions, and width of the confidence interval.

Also error-adjusted amounts with their warnings. In sentences a net change is a loss or
a gain without a minus sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from ..base.messages import Message, MessageList, Notes, Term, Text
from ..base.numbers import to_half_width
from ..scheme.area_errors import AreaErrors, AreaEstimate
from ..scheme.coefficients import LOGNORMAL, MAX_NORMAL_U95_PCT, NORMAL
from .uncertainty import (
    ADJUSTED_AREAS,
    ALL_PERIODS,
    APPROACH_1,
    APPROACH_2,
    AREA_PART,
    PER_YEAR_MEASURE,
    ROUNDING_TOLERANCE,
    OmissionBound,
    RandomParameter,
    RandomVariable,
    UncertaintyResult,
    UncertaintyRow,
    UncertaintySettings,
    has_known_bounds,
)

# Note on the rounding of amounts with an interval.
ROUNDING_NOTE = Term(
    "Amounts in sentences and tiles are rounded to the second digit of the half-width of "
    "their confidence interval (JCGM 100:2008, 7.2.6); tables are not rounded."
)


def format_net_change(net: float) -> Text:
    """Return a net change in t C as formatted in the log; positive is a gain."""
    if not net:
        return Term("no net change (0 t C)")
    if net < 0:
        return Message("net loss of {amount:,.1f} t C", amount=-net)
    return Message("net gain of {amount:,.1f} t C", amount=net)


def format_net_interval(low: float, high: float, format_amount: Callable[[float], str]) -> Text:
    """Return the range of a net change in t C, positive for a gain, formatted by a function."""
    if not low and not high:
        return "0 t C"
    if high <= 0:
        return Message(
            "net loss of {least} to {most} t C",
            least=format_amount(abs(high)),
            most=format_amount(-low),
        )
    if low >= 0:
        return Message(
            "net gain of {least} to {most} t C", least=format_amount(low), most=format_amount(high)
        )
    return Message(
        "net loss of {lost} t C to net gain of {gained} t C",
        lost=format_amount(-low),
        gained=format_amount(high),
    )


def format_item_amount(item: str, amount: float) -> Text:
    """Return a loss, gain, growth or net change in t C as formatted in the log."""
    return format_net_change(amount) if item == "net" else f"{amount:,.1f} t C"


def format_item_bounds(item: str, low: float, high: float) -> Text:
    """Return the range of an item as formatted in the log."""
    if item == "net":
        return format_net_interval(low, high, "{:,.1f}".format)
    return Message("{low:,.1f} to {high:,.1f} t C", low=low, high=high)


# Labels of the items in sentences.
ITEM_LABELS = {
    "loss": Term("loss"),
    "gain": Term("gain"),
    "growth": Term("growth"),
    "net": Term("net"),
}
# In a stratum with disturbed points, an omission bound above so many half-widths is large.
MIN_OMISSION_RATIO = 1.5


def report_area_errors(errors: AreaErrors | None, notes: Notes) -> None:
    """Report that areas are treated as exact if no errors are given."""
    if errors is not None:
        notes.add_notes(errors.notes)
    if not errors:
        notes.add_notice("Areas are treated as exact: no margins of error given (AREA_ERRORS).")


def warn_unused_area_errors(errors: AreaErrors | None, notes: Notes) -> None:
    """Warn if area errors are given but no uncertainty is calculated."""
    if errors:
        notes.add_warning("AREA_ERRORS ignored: no uncertainty is calculated.")


def warn_nonlinear_parameters(names: Iterable[str], notes: Notes) -> None:
    """Warn of parameters with non-linear effects, which the model treats as linear."""
    bent = MessageList(names)
    if bent.parts:
        notes.add_warning(
            "{names}: non-linear effect within the interval, because topsoil or growth "
            "reaches the density; uncertainty is calculated as if linear.",
            names=bent,
        )


def report_distributions(
    variables: Iterable[RandomVariable], wanted: UncertaintySettings, notes: Notes
) -> None:
    """Report densities with an interval that does not fit their distribution."""
    densities = [v for v in variables if isinstance(v, RandomParameter) and v.pool]
    wide = [
        p.name for p in densities if p.distribution == NORMAL and p.u95_pct > MAX_NORMAL_U95_PCT
    ]
    skewed = [p.name for p in densities if p.distribution == LOGNORMAL]
    if wide:
        notes.add_warning(
            "{names}: margins of error above {most:g} % are incompatible with a normal "
            "distribution (negative values); use lognormal in the distribution column.",
            names=MessageList(wide),
            most=MAX_NORMAL_U95_PCT,
        )
    if skewed and not wanted.draws:
        notes.add_notice(
            "{names}: treated as lognormal in the Monte Carlo simulation only; these "
            "intervals assume normal distributions with the same margins of error.",
            names=MessageList(skewed),
        )


def warn_negative_draws(
    variables: Iterable[RandomVariable], wanted: UncertaintySettings, notes: Notes
) -> None:
    """Warn of variables with negative draws."""
    for variable in variables if wanted.draws else ():
        if not isinstance(variable, RandomParameter):
            continue
        drawn = 1.0 + variable.u95_pct / 100.0 * variable.draw_deviations(wanted)
        if (drawn < 0).any():
            notes.add_warning(
                "{name}: {share:.2f} % of the Monte Carlo draws are negative and are not "
                "truncated; use a lognormal distribution.",
                name=variable.name,
                share=100.0 * float((drawn < 0).mean()),
            )


def difference_notes(uncertainty: UncertaintyResult, item: str) -> Notes:
    """Return messages on the annual difference of each period from the previous one.

    Sample-based areas are preferred; intervals that samples do not determine are skipped.
    """

    def in_words(amount: float, half_width: float) -> Message:
        rounded, digits = to_half_width(abs(amount), half_width, 1)
        text = f"{rounded:,.{digits}f}"
        if amount < 0:
            return Message("decrease of {amount} t C", amount=text)
        return Message("increase of {amount} t C", amount=text)

    notes = Notes()
    for row in difference_rows(uncertainty, item):
        is_known = has_known_bounds(uncertainty, item, row["period"], PER_YEAR_MEASURE)
        if row["areas"] == ADJUSTED_AREAS and not is_known:
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
        notes.add_notice(
            template,
            period=row["period"],
            level=uncertainty.wanted.level,
            item=ITEM_LABELS.get(item, item),
            **{n: in_words(row[n], row["half_width"]) for n in ("estimate", "low", "high")},
        )
    return notes


def difference_rows(uncertainty: UncertaintyResult, item: str) -> list[UncertaintyRow]:
    """Return the reported rows of period differences, from sample-based areas if available."""
    periods = [
        row["period"] for row in uncertainty.select_rows(item=item, measure=PER_YEAR_MEASURE)
    ]
    rows = (
        uncertainty.preferred_row(item, PER_YEAR_MEASURE, period)
        for period in dict.fromkeys(periods)
    )
    return [row for row in rows if row is not None]


def interval_notes(uncertainty: UncertaintyResult, item: str) -> Notes:
    """Return log messages on the interval of an item over all periods."""
    notes, row = Notes(), uncertainty.best_row(item)
    if row is None:
        return notes
    template = Term("{level:g} % confidence interval: {bounds} ({item}, all periods).")
    if uncertainty.select_rows(areas=ADJUSTED_AREAS):
        template = Term(
            "{level:g} % confidence interval from mapped areas: {bounds} ({item}, all periods)."
        )
    notes.add_notice(
        template,
        level=uncertainty.wanted.level,
        bounds=format_item_bounds(item, row["low"], row["high"]),
        item=ITEM_LABELS.get(item, item),
    )
    if row["method"] == APPROACH_2:
        notes.add_notice(
            "Monte Carlo simulation ({draws:,} draws, seed {seed}): mean {mean}; standard "
            "error of the simulation {error:,.1f} t C; not included: {left_out}.",
            draws=uncertainty.wanted.draws,
            seed=uncertainty.wanted.seed,
            mean=format_item_amount(item, row["estimate"]),
            error=row["sd"] / uncertainty.wanted.draws**0.5,
            left_out=MessageList(uncertainty.left_out or [Term("none")]),
        )
    return notes


def _sort_by_area(estimates: Iterable[AreaEstimate]) -> list[AreaEstimate]:
    return sorted(estimates, key=lambda estimate: -estimate.mapped_ha)


def _estimate_values(estimate: AreaEstimate) -> dict[str, object]:
    """Return the values of an area estimate for messages."""
    return {
        "name": estimate.full_name,
        "mapped": estimate.mapped_ha,
        "estimated": estimate.estimated_ha,
        "half": estimate.half_width_ha,
    }


# Short form without the reason.
BOUNDS_UNKNOWN = Term("Confidence limits: not estimable from this sample")
# Confidence limits of sample-based amounts without variation among points.
INTERVAL_UNKNOWN = Term(
    "not estimable from this sample: no variation among the points within any stratum that "
    "has more cells than points"
)


def headline_notes(uncertainty: UncertaintyResult, item: str) -> Notes:
    """Return key messages on error-adjusted, then mapped amounts of all (or sampled) periods."""
    notes = Notes()
    for row in adjusted_rows(uncertainty, item):
        period = row["period"]
        interval = uncertainty.best_row(item, period=period, areas=ADJUSTED_AREAS) or row
        values = {
            "estimate": format_item_amount(item, row["estimate"]),
            "mapped": format_item_amount(item, uncertainty.mapped_tc[period]),
            "item": ITEM_LABELS.get(item, item),
            "period": period or Term("all periods"),
        }
        if not has_known_bounds(uncertainty, item, period):
            notes.add_notice(
                "Error-adjusted areas: {estimate} ({item}, {period}); {bounds}. Mapped "
                "areas: {mapped}.",
                bounds=unknown_bounds_message(
                    uncertainty, item, interval, partial(format_item_amount, item)
                ),
                **values,
            )
            continue
        sentence = Message(
            "Error-adjusted areas: {estimate}, {level:g} % confidence interval: {bounds} "
            "({item}, {period}). Mapped areas: {mapped}.",
            level=uncertainty.wanted.level,
            bounds=format_item_bounds(item, interval["low"], interval["high"]),
            **values,
        )
        notes.notices.append(append_undrawn_errors(sentence, interval, uncertainty))
    notes.notices += interval_width_messages(uncertainty, item)
    return notes


def larger_loss_bound(item: str, row: UncertaintyRow) -> float:
    """Return the limit of the larger loss, which omission bounds widen."""
    return float(row["low" if item == "net" else "high"])


def unknown_bounds_message(
    uncertainty: UncertaintyResult,
    item: str,
    row: UncertaintyRow,
    format_amount: Callable[[float], Text],
) -> Message:
    """Return a message on limits if points do not vary: only the larger loss's may be known."""
    worst = larger_loss_bound(item, row)
    if abs(worst - row["estimate"]) <= ROUNDING_TOLERANCE * abs(row["estimate"]):
        return Message("confidence limits are {unknown}", unknown=INTERVAL_UNKNOWN)
    return Message(
        "{level:g} % confidence limit on the side of the larger loss: {worst}; the other "
        "limit is {unknown}",
        level=uncertainty.wanted.level,
        worst=format_amount(worst),
        unknown=INTERVAL_UNKNOWN,
    )


def omission_warnings(uncertainty: UncertaintyResult, item: str) -> list[Message]:
    """Return warnings of strata with omission bounds larger than the interval includes."""
    return [
        Message(
            "{period}: the carbon loss may be underestimated. Stratum '{stratum}': disturbed "
            "land at {seen:,} of {samples:,} points; up to {hectares:,.2f} ha more "
            "({tonnes:,.1f} t C) may be disturbed (95 %), which widens the limit of the "
            "larger loss. Increase MIN_PER_STRATUM for this stratum.",
            **unseen._asdict(),
        )
        for unseen, half in _omission_half_widths(uncertainty, item)
        if _is_large_omission(unseen, half)
    ]


def interval_width_messages(uncertainty: UncertaintyResult, item: str) -> list[Message]:
    """Return messages on the maximum half-width over all periods and on omission bounds.

    For several sampled periods: half-widths of independent samples add in quadrature, of the
    same points fully at most. Bounds: those in the interval.
    """
    whole = uncertainty.best_row(item, areas=ADJUSTED_AREAS)
    adjusted = uncertainty.select_rows(
        item=item, measure="t C", method=APPROACH_1, areas=ADJUSTED_AREAS
    )
    periods = [row["period"] for row in adjusted if row["period"] != ALL_PERIODS]
    halves = [
        row["half_width"]
        for p in periods
        if (row := uncertainty.best_row(item, period=p, areas=ADJUSTED_AREAS))
    ]
    sentences = []
    if whole is not None and len(halves) > 1 and has_known_bounds(uncertainty, item):
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
        for unseen, half in _omission_half_widths(uncertainty, item)
        if not _is_large_omission(unseen, half)
    ]


def _is_large_omission(unseen: OmissionBound, half: float) -> bool:
    """Return whether to warn of an omission bound; thresholds are higher with disturbed points."""
    return unseen.tonnes > half * (MIN_OMISSION_RATIO if unseen.seen else 1.0)


def _omission_half_widths(
    uncertainty: UncertaintyResult, item: str
) -> list[tuple[OmissionBound, float]]:
    """Return the omission bound of each period with the half-width of its interval."""
    halves = []
    for unseen in uncertainty.unseen:
        row = uncertainty.best_row(item, period=unseen.period, areas=ADJUSTED_AREAS)
        if row is not None:
            is_known = has_known_bounds(uncertainty, item, unseen.period)
            halves.append((unseen, row["half_width"] if is_known else 0.0))
    return halves


def append_undrawn_errors(
    sentence: Message, row: UncertaintyRow, uncertainty: UncertaintyResult
) -> Message:
    """Return a message with the error sources not included in its Monte Carlo interval, if any."""
    if row["method"] != APPROACH_2 or not uncertainty.left_out:
        return sentence
    return Message(
        "{text} Not included: {left_out}.",
        text=sentence,
        left_out=MessageList(uncertainty.left_out),
    )


def adjusted_rows(uncertainty: UncertaintyResult, item: str) -> list[UncertaintyRow]:
    """Return rows of approach 1, t C, sample-based areas: all periods, or the sampled ones."""
    rows = uncertainty.select_rows(
        item=item, measure="t C", method=APPROACH_1, areas=ADJUSTED_AREAS
    )
    return [row for row in rows if row["period"] == ALL_PERIODS] or rows


def adjusted_totals(
    uncertainty: UncertaintyResult, item: str, name: str, bound: str
) -> dict[str, float]:
    """Return the error-adjusted amount of all periods with its bounds; {} if unavailable.

    `bound`: their name with a place for LOW and HIGH; undetermined ones are left out.
    """
    estimate = uncertainty.rows_by_method(item, areas=ADJUSTED_AREAS).get(APPROACH_1)
    interval = uncertainty.best_row(item, areas=ADJUSTED_AREAS)
    if estimate is None or interval is None:
        return {}
    bounds = {bound.format("LOW"): interval["low"], bound.format("HIGH"): interval["high"]}
    if not has_known_bounds(uncertainty, item):
        middle = estimate["estimate"]
        bounds = {
            name: value
            for name, value in bounds.items()
            if value == larger_loss_bound(item, interval)
            and abs(value - middle) > ROUNDING_TOLERANCE * abs(middle)
        }
    return {name: estimate["estimate"], **bounds}


def map_sample_conflict_notes(uncertainty: UncertaintyResult, item: str) -> Notes:
    """Return messages on contradictions of map and sample, and on samples without variation."""
    notes, outside = Notes(), list[Message]()
    for estimate in _sort_by_area(uncertainty.errors.estimates if uncertainty.errors else ()):
        template = Term("{name}: mapped {mapped:,.2f} ha, estimated {estimated:,.2f} ha")
        if estimate.half_width_ha:
            template = Term(
                "{name}: mapped {mapped:,.2f} ha, estimated {estimated:,.2f} ± {half:,.2f} ha"
            )
        if estimate.is_outside_interval:
            outside.append(Message(template, **_estimate_values(estimate)))
    if outside:
        areas = MessageList(outside, Term("; "))
        notes.add_warning(
            "Mapped area outside the 95 % confidence interval of the sample-based estimate: "
            "{areas}.",
            areas=areas,
        )
    sure = [
        row["period"]
        for row in uncertainty.select_rows(
            item=item, measure="t C", method=AREA_PART, areas=ADJUSTED_AREAS
        )
        if row["period"] and row["half_width"] <= ROUNDING_TOLERANCE * abs(row["estimate"])
    ]
    if sure:
        notes.add_warning(
            "{periods}: {item} does not vary among the points of any incompletely sampled "
            "stratum; the sampling error of the areas is estimated as 0, so the confidence "
            "interval is too narrow. Increase the sample size.",
            periods=MessageList(sure),
            item=ITEM_LABELS.get(item, item),
        )
    return notes
