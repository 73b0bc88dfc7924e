"""The questions that a study's page opens with, answered in a sentence each; its first section.

A sentence has at most three numbers besides dates, but on where to begin. An assumption stands
beside the number that rests on it. Where a question has no answer it says why, and what to give.
What else the study found, in words, follows in the section "In short".
"""

from __future__ import annotations

from functools import reduce

from ..base.messages import Listed, Message, Missing, Notes, Term, Text
from ..base.numbers import percent
from ..base.table import Row
from ..ledger.balance import (
    dioxide,
    half_width_of,
    interval_sentence,
    led_by,
    suspect_sentences,
    tonnes,
)
from ..ledger.flows import ALL_POOLS, MINED_BEFORE, TAKEN, balance_of
from ..ledger.ledger import Ledger
from ..ledger.results import (
    AGES,
    BY_DATES,
    DENSITY,
    INTERVAL,
    LOSS_FRACTION,
    RECOVERY_RATES,
    RETURNED,
    SHARED,
    Sensitivity,
)
from ..ledger.states import LOSS, AgeRule
from ..mine.mined_land import State
from ..mine.rasters import left_hectares
from ..report.page import Section
from ..report.plotly_figures import ARROW, pair_label, rounded, told_hectares
from ..report.results_page import checks_met
from ..results.uncertainty_notes import between
from ..scheme.classes import some
from ..scheme.coefficients import PAPER, SOIL, VEGETATION
from ..scheme.table import ALL
from .priority_section import carbon_potential, not_told, where_to_begin
from .study import Study

# What the width of an interval comes from, for the middle of a sentence.
CAUSES = {
    SOIL: Term("soil"),
    VEGETATION: Term("vegetation"),
    LOSS_FRACTION: Term("loss fraction"),
    RECOVERY_RATES: Term("recovery rate"),
    AGES: Term("age of reclaimed land"),
}
NO_TONNES = Term("Not applicable: no carbon was estimated.")
# Sources of densities that a sentence names.
MOST_SOURCES = 3


def opening(study: Study) -> list[tuple[Text, Text]]:
    """The questions with their answers."""
    return [
        (Term("How much carbon was lost?"), _cost(study)),
        (Term("Which carbon densities were used?"), density_source(study)),
        (Term("How uncertain is the result?"), _uncertainty(study)),
        (Term("Where should reclamation start?"), _where_to_begin(study)),
        (Term("What is the carbon potential?"), _potential(study)),
    ]


def opening_notes(study: Study) -> Notes:
    """The same for the log, a line for each."""
    notes = Notes()
    for question, answer in opening(study):
        notes.inform("{first} {following}", first=question, following=answer)
    return notes


def _cost(study: Study) -> Text:
    """What mined land lost or gained on balance; without a ledger what was lost over the span."""
    if study.why_no_losses:
        return not_told(
            Message(
                "{why}; assign groups in CLASSES (column 'group') or SCHEME and set TAKING_GROUPS",
                why=study.why_no_losses,
            )
        )
    ledger, lost = study.ledger, study.losses_of(study.span)
    if not isinstance(ledger, Missing):
        return _balance(study, ledger)
    half_width = study.loss_half_width(study.span)
    words = Term(
        "From {first} to {last}, {taker} disturbed {area} ha of carbon sinks, with a carbon "
        "loss of {carbon} t C ({dioxide} t CO₂ emitted)."
    )
    if not lost["area_ha"]:
        words = Term("From {first} to {last}, {taker} disturbed no carbon sinks.")
    elif ledger.reason:
        words = Term(
            "From {first} to {last}, {taker} disturbed {area} ha of carbon sinks, with a "
            "carbon loss of {carbon} t C ({dioxide} t CO₂ emitted). Carbon gain since then "
            "not available: {why}."
        )
    return Message(
        words,
        **study.ends,
        taker=study.disturbing.subject,
        area=told_hectares(lost["area_ha"]),
        carbon=tonnes(lost["total_loss_tc"], half_width),
        dioxide=dioxide(lost["total_loss_tc"], half_width),
        why=ledger.reason,
    )


def _is_counted(study: Study, ledger: Ledger) -> bool:
    """Whether any carbon is counted of the land whose balance leads."""
    return not {ALL, led_by(study.balance)["land"]} & set(ledger.uncounted)


def _balance(study: Study, ledger: Ledger) -> Text:
    """What mined land lost or gained on balance, and what is in no map."""
    if not _is_counted(study, ledger):
        return Message(
            "Not estimated: COEFFICIENTS has no carbon density for the land disturbed by {taker}.",
            taker=study.disturbing.subject,
        )
    lead, before = led_by(study.balance), balance_of(study.balance, MINED_BEFORE)["area_ha"]
    net, half_width = lead["net_tc"], half_width_of(lead)
    outcome = Term("had a net carbon loss of {carbon} t C")
    emitted = Term("{dioxide} t CO\u2082 emitted")
    if net > 0:
        outcome = Term("had a net carbon gain of {carbon} t C")
        emitted = Term("{dioxide} t CO₂ removed")
    if not round(net):
        outcome = Term("had no net carbon change")
    words = Term(
        "From {first} to {last}, the {area} ha disturbed by {taker} {outcome} ({emitted})."
    )
    if lead["land"] != TAKEN:
        words = Term(
            "From {first} to {last}, the {area} ha {disturbed} before the first map "
            "{outcome}. Not included: earlier losses."
        )
    elif before:
        words = Term(
            "From {first} to {last}, the {area} ha disturbed by {taker} {outcome}. Not included: "
            "losses on {before} ha {disturbed} before the first map."
        )
    elif not round(net):
        words = Term("From {first} to {last}, the {area} ha disturbed by {taker} {outcome}.")
    return Message(
        words,
        first=ledger.land.dates[0].label,
        last=ledger.land.dates[-1].label,
        taker=study.disturbing.subject,
        disturbed=study.disturbing.happened,
        area=told_hectares(lead["area_ha"]),
        before=told_hectares(before),
        outcome=Message(outcome, carbon=tonnes(abs(net), half_width)),
        emitted=Message(emitted, dioxide=dioxide(net, half_width)),
    )


def density_source(study: Study) -> Text:
    """Whose densities the tonnes are by, and which of the land taken has none of the place."""
    if study.why_no_losses:
        return Term("None: carbon was not estimated.")
    coefficients, left_out = study.coefficients, uncounted_words(study)
    if coefficients.caveat and coefficients.is_partial and left_out:
        return Message(
            "{told} Not included: {left_out}.", told=coefficients.caveat, left_out=left_out
        )
    if coefficients.caveat:
        return coefficients.caveat
    counted = [coefficients.of(c) for c in study.classes if c.is_sink and c in coefficients]
    if not counted:
        return Term("None: COEFFICIENTS has no densities for the carbon sinks of this run.")
    pools = [pool for coefficient in counted for pool in coefficient.pools.values() if pool.density]
    known = sum(pool.u95_pct is not None for pool in pools)
    interval = Term("95 % confidence intervals given")
    if not known:
        interval = Term("no uncertainty given")
    elif known < len(pools):
        interval = Term("95 % confidence intervals given in part")
    sources = list(dict.fromkeys(c.source for c in counted if c.source))
    words = Term("Carbon densities: COEFFICIENTS ({sources}); {interval}.")
    if sources == [PAPER]:
        words = Term("Carbon densities: Yang et al. (2022), Pingshuo mine; {interval}.")
    elif not sources:
        words = Term("Carbon densities: COEFFICIENTS (no source given); {interval}.")
    return Message(words, sources=some(sources, MOST_SOURCES), interval=interval)


def _uncertainty(study: Study) -> Text:
    """The interval of the balance, and what it comes from; else that of the loss of the span."""
    ledger, uncertainty = study.ledger, study.uncertainty
    if not ledger or uncertainty is None:
        return _loss_interval(study)
    lead = led_by(study.balance)
    flows = lead["loss_tc"], lead["gain_tc"], lead["growth_tc"]
    if not _is_counted(study, ledger) or not any(flows):
        return NO_TONNES
    low, high = lead["net_low_tc"], lead["net_high_tc"]
    if low is not None and high is not None:
        interval = interval_sentence(low, high, uncertainty)
        cause = _widest(study.sensitivity)
        if cause is not None:
            words = Term("{interval} Main source of uncertainty: {cause}.")
            interval = Message(words, interval=interval, cause=cause)
        for sentence in suspect_sentences(ledger, half_width_of(lead)):
            interval = Message("{first} {following}", first=interval, following=sentence)
        return interval
    low, high = sorted(ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST))
    none = _no_interval(study)
    if tonnes(low) == tonnes(high):
        return none
    return Message(
        "{none} Range due to the age of reclaimed land alone, all {land}: {bounds}.",
        none=none,
        land=study.disturbing.land,
        bounds=between(low, high, tonnes),
    )


def _no_interval(study: Study) -> Text:
    if study.coefficients.has_half_widths:
        return Term(
            "No confidence interval: uncertainty is not given for all densities (u95_soil_pct and "
            "u95_vegetation_pct in COEFFICIENTS)."
        )
    return Term(
        "No confidence interval: no uncertainty is given for the densities (u95_soil_pct and "
        "u95_vegetation_pct in COEFFICIENTS)."
    )


def _loss_interval(study: Study) -> Text:
    """The interval of the loss of the span, by the densities, where nothing is followed since."""
    if not study.losses_of(study.span).get("area_ha"):
        return NO_TONNES
    uncertainty = study.loss_uncertainty
    row = uncertainty.best(LOSS, period=study.span.name)
    if not row or not row["estimate"]:
        return _no_interval(study)
    return Message(
        "95 % confidence interval of this loss, from carbon densities: {low} to {high} t C. Not "
        "included: {left_out}.",
        low=tonnes(max(0.0, row["low"]), row["half_width"]),
        high=tonnes(row["high"], row["half_width"]),
        left_out=Listed(uncertainty.left_out),
    )


def _widest(sensitivity: Sensitivity | None) -> Text | None:
    """What most of the variance of a balance is of; None where nothing has more than half."""
    parts: dict[str, float] = {}
    for row in sensitivity.rows if sensitivity else ():
        item, is_of_all = row["item"], row["class"] == ALL
        if row["basis"] not in (INTERVAL, BY_DATES) or (is_of_all and item not in (SHARED, AGES)):
            continue
        cause = row["pool"] if item in (DENSITY, SHARED, RETURNED) else item
        parts[cause] = parts.get(cause, 0.0) + row["swing_tc"] ** 2
    widest = max(parts, key=lambda cause: parts[cause], default="")
    if not widest or 2 * parts[widest] <= sum(parts.values()):
        return None
    return CAUSES.get(widest)


def _where_to_begin(study: Study) -> Text:
    if study.why_no_losses:
        return not_told(study.why_no_losses)
    if study.priorities is None:
        why = study.histories.reason if isinstance(study.histories, Missing) else None
        never = Message("no land is {disturbed} at any date", disturbed=study.disturbing.happened)
        return not_told(why or never)
    return where_to_begin(study, study.priorities)


def _potential(study: Study) -> Text:
    if study.priorities is None or not study.priorities.whole["idle_ha"]:
        return not_told(Message("no idle {land} identified", land=study.disturbing.land))
    return carbon_potential(study, study.priorities)


def story_section(study: Study) -> Section:
    """A few sentences per subject; nothing on those that the study does not have."""
    mined_land = Term("Mined land") if study.disturbing.is_mining else Term("Disturbed land")
    subjects: list[tuple[Term, list[Text]]] = [
        (Term("Land use"), _change(study)),
        (mined_land, _mining(study)),
        (Term("Carbon"), _carbon(study)),
        (Term("Zones"), _zones(study)),
        (Term("Checks"), [checks_met(study.checks)]),
    ]

    def joined(first: Text, following: Text) -> Text:
        return Message("{first} {following}", first=first, following=following)

    facts: list[tuple[object, object]] = [
        (name, reduce(joined, sentences)) for name, sentences in subjects if sentences
    ]
    return Section("story", Term("Summary"), facts=facts)


def _is_change(row: Row) -> bool:
    """Whether land changed its class; two classes may have one name."""
    return (row["from_value"], row["from_class"]) != (row["to_value"], row["to_class"])


def _change(study: Study) -> list[Text]:
    """What changed over the span, and most of all."""
    of_span = (row for row in study.transfers if row["period"] == study.span.name)
    largest = max(filter(_is_change, of_span), key=lambda row: row["area_ha"], default=None)
    if largest is None:
        return [Message("No land-use change from {first} to {last}.", **study.ends)]
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    total = study.census.total_hectares
    return [
        Message(
            "From {first} to {last}, {changed} ha of {total} ha ({share} %) changed class.",
            **study.ends,
            changed=told_hectares(changed),
            total=told_hectares(total),
            share=rounded(percent(changed, total), 1),
        ),
        Message(
            "Largest conversion: {transfer}, {area} ha.",
            transfer=pair_label(largest["from_class"], largest["to_class"]),
            area=told_hectares(largest["area_ha"]),
        ),
    ]


def _mining(study: Study) -> list[Text]:
    """What mining gave back, or what maps without a class of mines make of mines."""
    mined = study.mined
    if study.hidden_mines is not None:
        return [study.hidden_mines]
    if mined is None:
        return []
    left = sum(left_hectares(mined.reclaimed, step.name) for step in mined.land.steps)
    given_back = Term("No disturbed land was released.")
    if left:
        given_back = Term(
            "{left} ha of disturbed land were released, including {reclaimed} ha reclaimed "
            "as carbon sinks."
        )
    back = told_hectares(sum(mined.reclaimed_by_period))
    return [
        Message(given_back, left=told_hectares(left), reclaimed=back),
        Message(
            "In {last}, {active} ha are {disturbed} and {reclaimed} ha are reclaimed "
            "({share} % of the cumulative {disturbed} area).",
            last=study.labels[-1],
            disturbed=study.disturbing.happened,
            active=told_hectares(mined.hectares(State.ACTIVE)),
            reclaimed=told_hectares(mined.reclaimed_hectares),
            share=rounded(mined.reclaimed_pct, 1),
        ),
        *mined.land.disturbing.mined_words,
    ]


def _carbon(study: Study) -> list[Text]:
    """Where the loss is from, what is not in it, and what the method of the paper gives."""
    losses, left_out = study.losses_of(study.span), uncounted_words(study)
    if not losses:
        return []
    carbon, half_width = losses["total_loss_tc"], study.loss_half_width(study.span)
    sentences: list[Text] = _origin(study.ledger) if study.ledger else []
    if study.ledger and (losses["area_ha"] or not left_out):
        paper = Message(
            "first-to-last carbon loss to {takers} (method of Yang et al. 2022), {carbon} t C",
            takers=study.disturbing.or_words,
            carbon=tonnes(carbon, half_width),
        )
        if not left_out:
            return [*sentences, Message("For comparison: {paper}.", paper=paper)]
        words = Term("Not included: {left_out}. For comparison: {paper}.")
        return [*sentences, Message(words, left_out=left_out, paper=paper)]
    if not study.ledger and len(study.steps) > 1 and carbon:
        by_period = sum(study.losses_of(step)["total_loss_tc"] for step in study.steps)
        sentences.append(
            Message(
                "This is the first-to-last loss (method of Yang et al. 2022); the sum of "
                "period losses is {periods} t C, because land is counted each time it is "
                "disturbed.",
                periods=tonnes(by_period, half_width),
            )
        )
    if left_out:
        sentences.append(Message("Not included: {left_out}.", left_out=left_out))
    return sentences


def _origin(ledger: Ledger) -> list[Text]:
    """The class that most of the loss is from, or the largest part of it."""
    lost: dict[str, float] = {}
    for row in ledger.rows:
        if (row["flow"], row["pool"]) == (LOSS, ALL_POOLS) and row["class"] != ALL:
            lost[row["class"]] = lost.get(row["class"], 0.0) + row["tc"]
    if not any(lost.values()):
        return []
    largest = max(lost, key=lambda name: lost[name])
    if 2 * lost[largest] > sum(lost.values()):
        return [Message("Most of the loss is from {name}.", name=largest)]
    return [Message("The largest part of the loss is from {name}.", name=largest)]


def uncounted_words(study: Study) -> Message | None:
    """The land that was taken and counts 0, with its part of what was taken; None without any."""
    uncounted = [land for land in study.taken_by_class if land.is_uncounted]
    if not uncounted:
        return None
    return Message(
        "{area} ha of {classes} without carbon density ({share} % of the disturbed land)",
        area=told_hectares(sum(land.area_ha for land in uncounted)),
        classes=Listed(land.land_class.name for land in uncounted),
        share=rounded(sum(land.share_pct for land in uncounted), 1),
    )


def _zones(study: Study) -> list[Text]:
    """What the shares of the zones became, and the largest conversion that no rule has."""
    periods = list(dict.fromkeys((study.steps[0].name, study.steps[-1].name)))
    by_zone: dict[str, list[str]] = {}
    for row in study.zones:
        if row["period"] in periods:
            by_zone.setdefault(row["zone_name"], []).append(rounded(row["share_pct"], 1))
    shares = [
        Message("{zone} {shares}\N{NO-BREAK SPACE}%", zone=name, shares=f" {ARROW} ".join(values))
        for name, values in by_zone.items()
        if set(values) != {"0"}
    ]
    period = f" {ARROW} ".join(periods)
    sentences: list[Text] = [
        Message("Share of total area, {period}: {shares}.", period=period, shares=Listed(shares))
    ]
    of_span = (row for row in study.unassigned if row["period"] == study.span.name)
    largest = next(filter(_is_change, of_span), None)
    if largest is not None:
        sentences.append(
            Message(
                "Largest unassigned conversion ({first}-{last}): {transfer}, {area} ha.",
                transfer=pair_label(largest["from_class"], largest["to_class"]),
                area=told_hectares(largest["area_ha"]),
                **study.ends,
            )
        )
    return sentences
