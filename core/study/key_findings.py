"""Opening questions of a study's page with one-sentence answers, and its summary section.

An answer has at most three numbers besides dates, except for the priorities.
Assumptions are given next to the number they affect. Without an answer, it states the
reason and the missing input.
"""

from __future__ import annotations

from functools import reduce

from ..base.messages import Message, MessageList, MissingResult, Notes, Term, Text
from ..base.numbers import compute_percent
from ..base.table import Row
from ..ledger.balance import (
    NO_INTERVAL,
    format_carbon_dioxide,
    format_tonnes,
    headline_row,
    interval_half_width,
    interval_sentence,
    isolated_date_sentences,
)
from ..ledger.ledger import Ledger
from ..ledger.ledger_rows import ALL_POOLS, DISTURBED, MINED_BEFORE, find_balance_row
from ..ledger.results import (
    AGES,
    DATE_AGES,
    DENSITY,
    INTERVAL,
    LOSS_FRACTION,
    RECOVERY_RATES,
    RETURNED_DENSITY,
    SHARED_DENSITY,
    SensitivityAnalysis,
)
from ..ledger.stocks import LOSS
from ..mine.mined_land import LandState
from ..mine.rasters import released_area_ha
from ..report.page import Section
from ..report.plotly_figures import ARROW, conversion_label, format_hectares, format_number
from ..report.results_page import checks_summary
from ..results.uncertainty_notes import format_net_interval
from ..scheme.classes import shorten_list
from ..scheme.coefficients import PAPER_SOURCE, SOIL, VEGETATION
from ..scheme.table import ALL_LABEL
from .priority_section import first_priority_sentence, potential_sentence, unavailable_message
from .study import Study

# Sources of uncertainty, as part of a sentence.
UNCERTAINTY_CAUSES = {
    SOIL: Term("soil"),
    VEGETATION: Term("vegetation"),
    LOSS_FRACTION: Term("loss fraction"),
    RECOVERY_RATES: Term("recovery rate"),
    AGES: Term("age of reclaimed land"),
}
NO_CARBON_TEXT = Term("Not applicable: no carbon was estimated.")
# Maximum number of density sources named in a sentence.
MAX_NAMED_SOURCES = 3


def key_findings(study: Study) -> list[tuple[Text, Text]]:
    """Return the questions with their answers."""
    return [
        (Term("How much carbon was lost?"), _carbon_loss_sentence(study)),
        (Term("Which carbon densities were used?"), _density_answer(study)),
        (Term("How uncertain is the result?"), _uncertainty_sentence(study)),
        (Term("Where should reclamation start?"), _priority_sentence(study)),
        (Term("What is the carbon potential?"), _potential_sentence(study)),
    ]


def key_finding_notes(study: Study) -> Notes:
    """Return the answers for the log, a line for each."""
    notes = Notes()
    for question, answer in key_findings(study):
        notes.add_notice("{first} {following}", first=question, following=answer)
    return notes


def _carbon_loss_sentence(study: Study) -> Text:
    """Return the net carbon balance of mined land; without a ledger the total loss."""
    if study.why_no_losses:
        return unavailable_message(
            Message(
                "{why}; assign groups in CLASSES (column 'group') or SCHEME and set TAKING_GROUPS",
                why=study.why_no_losses,
            )
        )
    ledger, lost = study.ledger, study.period_losses(study.full_period)
    if not isinstance(ledger, MissingResult):
        balance, left_out = _balance_sentence(study, ledger), not_estimated_land_text(study)
        if left_out is None or not _has_included_carbon(study, ledger):
            return balance
        return Message("{balance} Not estimated: {land}.", balance=balance, land=left_out)
    half_width = study.loss_half_width(study.full_period)
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
        taker=study.disturbing.sentence_subject,
        area=format_hectares(lost["area_ha"]),
        carbon=format_tonnes(lost["total_loss_tc"], half_width),
        dioxide=format_carbon_dioxide(lost["total_loss_tc"], half_width),
        why=ledger.reason,
    )


def _has_included_carbon(study: Study, ledger: Ledger) -> bool:
    """Return whether any carbon of the land in the headline balance is included."""
    return not {ALL_LABEL, headline_row(study.balance)["land"]} & set(ledger.uncounted_land)


def _balance_sentence(study: Study, ledger: Ledger) -> Text:
    """Return the net carbon balance of mined land, and what is not included."""
    if not _has_included_carbon(study, ledger):
        return Message(
            "Not estimated: COEFFICIENTS has no carbon density for the land disturbed by {taker}.",
            taker=study.disturbing.sentence_subject,
        )
    lead, before = (
        headline_row(study.balance),
        find_balance_row(study.balance, MINED_BEFORE)["area_ha"],
    )
    net, half_width = lead["net_tc"], interval_half_width(lead)
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
    if lead["land"] != DISTURBED:
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
        taker=study.disturbing.sentence_subject,
        disturbed=study.disturbing.disturbed_term,
        area=format_hectares(lead["area_ha"]),
        before=format_hectares(before),
        outcome=Message(outcome, carbon=format_tonnes(abs(net), half_width)),
        emitted=Message(emitted, dioxide=format_carbon_dioxide(net, half_width)),
    )


def density_source_sentence(study: Study) -> Text:
    """Return the source of the carbon densities, and disturbed land without a density."""
    if study.why_no_losses:
        return Term("None: carbon was not estimated.")
    coefficients, left_out = study.coefficients, not_estimated_land_text(study)
    if coefficients.caveat and coefficients.is_partial and left_out:
        return Message(
            "{text} Not included: {left_out}.", text=coefficients.caveat, left_out=left_out
        )
    if coefficients.caveat:
        return coefficients.caveat
    counted = [
        coefficients.class_coefficient(c) for c in study.classes if c.is_sink and c in coefficients
    ]
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
    if sources == [PAPER_SOURCE]:
        words = Term("Carbon densities: Yang et al. (2022), Pingshuo mine; {interval}.")
    elif not sources:
        words = Term("Carbon densities: COEFFICIENTS (no source given); {interval}.")
    return Message(words, sources=shorten_list(sources, MAX_NAMED_SOURCES), interval=interval)


def _density_answer(study: Study) -> Text:
    """Return the source of the carbon densities, and their range over carbon sinks."""
    stocks = [
        sum(pool.density for pool in study.coefficients.class_coefficient(c).pools.values())
        for c in study.possible_classes
        if not study.why_no_losses and c.is_sink and c in study.coefficients
    ]
    if not stocks:
        return density_source_sentence(study)
    ends = MessageList(
        dict.fromkeys(format_number(end(stocks), 1) for end in (min, max)), Term(" to ")
    )
    return Message(
        "{first} Carbon sinks: {range} t C/ha.", first=density_source_sentence(study), range=ends
    )


def _uncertainty_sentence(study: Study) -> Text:
    """Return the interval of the balance with its main cause; without a ledger that of the loss."""
    ledger, uncertainty = study.ledger, study.uncertainty
    if not ledger or uncertainty is None:
        return _loss_interval_sentence(study)
    lead = headline_row(study.balance)
    flows = lead["loss_tc"], lead["gain_tc"], lead["growth_tc"]
    if not _has_included_carbon(study, ledger) or not any(flows):
        return NO_CARBON_TEXT
    low, high = lead["net_low_tc"], lead["net_high_tc"]
    if low is not None and high is not None:
        interval = interval_sentence(low, high, uncertainty)
        cause = _main_uncertainty_cause(study.sensitivity)
        if cause is not None:
            words = Term("{interval} Main source of uncertainty: {cause}.")
            interval = Message(words, interval=interval, cause=cause)
        for sentence in isolated_date_sentences(ledger, interval_half_width(lead)):
            interval = Message("{first} {following}", first=interval, following=sentence)
        return interval
    low, high = ledger.net_range(lead["land"])
    if format_tonnes(low) == format_tonnes(high):
        return NO_INTERVAL
    return Message(
        "{none} Range of this result due to the age of reclaimed land alone: {bounds}.",
        none=NO_INTERVAL,
        bounds=format_net_interval(low, high, format_tonnes),
    )


def _loss_interval_sentence(study: Study) -> Text:
    """Return the interval of the loss over the full period due to densities, without a ledger."""
    if not study.period_losses(study.full_period).get("area_ha"):
        return NO_CARBON_TEXT
    uncertainty = study.loss_uncertainty
    row = uncertainty.best_row(LOSS, period=study.full_period.name)
    if not row or not row["estimate"]:
        return NO_INTERVAL
    return Message(
        "95 % confidence interval of this loss, from carbon densities: {low} to {high} t C. Not "
        "included: {left_out}.",
        low=format_tonnes(max(0.0, row["low"]), row["half_width"]),
        high=format_tonnes(row["high"], row["half_width"]),
        left_out=MessageList(uncertainty.left_out),
    )


def _main_uncertainty_cause(sensitivity: SensitivityAnalysis | None) -> Text | None:
    """Return the source of more than half of the variance of a balance; None if there is none."""
    parts: dict[str, float] = {}
    for row in sensitivity.rows if sensitivity else ():
        item, is_of_all = row["item"], row["class"] == ALL_LABEL
        if row["basis"] not in (INTERVAL, DATE_AGES) or (
            is_of_all and item not in (SHARED_DENSITY, AGES)
        ):
            continue
        cause = row["pool"] if item in (DENSITY, SHARED_DENSITY, RETURNED_DENSITY) else item
        parts[cause] = parts.get(cause, 0.0) + row["swing_tc"] ** 2
    widest = max(parts, key=lambda cause: parts[cause], default="")
    if not widest or 2 * parts[widest] <= sum(parts.values()):
        return None
    return UNCERTAINTY_CAUSES.get(widest)


def _priority_sentence(study: Study) -> Text:
    if study.why_no_losses:
        return unavailable_message(study.why_no_losses)
    if study.priorities is None:
        why = study.histories.reason if isinstance(study.histories, MissingResult) else None
        never = Message(
            "no land is {disturbed} at any date", disturbed=study.disturbing.disturbed_term
        )
        return unavailable_message(why or never)
    return first_priority_sentence(study, study.priorities)


def _potential_sentence(study: Study) -> Text:
    if study.priorities is None or not study.priorities.whole["idle_ha"]:
        return unavailable_message(
            Message("no idle {land} identified", land=study.disturbing.land_term)
        )
    return potential_sentence(study, study.priorities)


def summary_section(study: Study) -> Section:
    """Return the summary section, with a few sentences on each subject of the study."""
    mined_land = Term("Mined land") if study.disturbing.is_mining_only else Term("Disturbed land")
    subjects: list[tuple[Term, list[Text]]] = [
        (Term("Land use"), _change_sentences(study)),
        (mined_land, _mining_sentences(study)),
        (Term("Carbon"), _carbon_sentences(study)),
        (Term("Zones"), _zone_sentences(study)),
        (Term("Checks"), [checks_summary(study.consistency_checks)]),
    ]

    def joined(first: Text, following: Text) -> Text:
        return Message("{first} {following}", first=first, following=following)

    facts: list[tuple[object, object]] = [
        (name, reduce(joined, sentences)) for name, sentences in subjects if sentences
    ]
    return Section("story", Term("Summary"), facts=facts)


def _is_conversion(row: Row) -> bool:
    """Return whether the class changed; two classes may have the same name."""
    return (row["from_value"], row["from_class"]) != (row["to_value"], row["to_class"])


def _change_sentences(study: Study) -> list[Text]:
    """Return sentences on the change over the full period and the largest conversion."""
    of_span = (row for row in study.transfers if row["period"] == study.full_period.name)
    largest = max(filter(_is_conversion, of_span), key=lambda row: row["area_ha"], default=None)
    if largest is None:
        return [Message("No land-use change from {first} to {last}.", **study.ends)]
    changed = study.census.changed_area_ha(len(study.cube.periods) - 1)
    total = study.census.valid_area_ha
    return [
        Message(
            "From {first} to {last}, {changed} ha of {total} ha ({share} %) changed class.",
            **study.ends,
            changed=format_hectares(changed),
            total=format_hectares(total),
            share=format_number(compute_percent(changed, total), 1),
        ),
        Message(
            "Largest conversion: {transfer}, {area} ha.",
            transfer=conversion_label(largest["from_class"], largest["to_class"]),
            area=format_hectares(largest["area_ha"]),
        ),
    ]


def _mining_sentences(study: Study) -> list[Text]:
    """Return sentences on released and reclaimed land, or the warning on maps without mines."""
    mined = study.mined_land
    if study.hidden_mines is not None:
        return [study.hidden_mines]
    if mined is None:
        return []
    left = sum(released_area_ha(mined.reclaimed_rows, step.name) for step in mined.land.periods)
    back, released = (format_hectares(area) for area in (sum(mined.reclaimed_ha_by_period), left))
    given_back = Term(
        "{left} ha of disturbed land were released, including {reclaimed} ha reclaimed as carbon "
        "sinks."
    )
    if not left:
        given_back = Term("No disturbed land was released.")
    elif back == released:
        given_back = Term(
            "{left} ha of disturbed land were released and reclaimed as carbon sinks."
        )
    return [
        Message(given_back, left=released, reclaimed=back),
        Message(
            "In {last}, {active} ha were {disturbed} and {reclaimed} ha were reclaimed "
            "({share} % of the cumulative {disturbed} area).",
            last=study.labels[-1],
            disturbed=study.disturbing.disturbed_term,
            active=format_hectares(mined.state_area_ha(LandState.ACTIVE)),
            reclaimed=format_hectares(mined.reclaimed_ha),
            share=format_number(mined.reclaimed_pct, 1),
        ),
        *mined.land.disturbing.mined_land_sentences,
    ]


def _carbon_sentences(study: Study) -> list[Text]:
    """Return sentences on the origin of the loss, exclusions, and the method of the paper."""
    losses, left_out = study.period_losses(study.full_period), not_estimated_land_text(study)
    if not losses:
        return []
    carbon, half_width = losses["total_loss_tc"], study.loss_half_width(study.full_period)
    sentences: list[Text] = _loss_origin_sentences(study.ledger) if study.ledger else []
    if study.ledger and (losses["area_ha"] or not left_out):
        paper = Message(
            "first-to-last carbon loss to {takers} (method of Yang et al. 2022), {carbon} t C",
            takers=study.disturbing.alternative_names,
            carbon=format_tonnes(carbon, half_width),
        )
        if not left_out:
            return [*sentences, Message("For comparison: {paper}.", paper=paper)]
        words = Term("Not included: {left_out}. For comparison: {paper}.")
        return [*sentences, Message(words, left_out=left_out, paper=paper)]
    if not study.ledger and len(study.steps) > 1 and carbon:
        by_period = sum(study.period_losses(step)["total_loss_tc"] for step in study.steps)
        sentences.append(
            Message(
                "This is the first-to-last loss (method of Yang et al. 2022); the sum of "
                "period losses is {periods} t C, because land is counted each time it is "
                "disturbed.",
                periods=format_tonnes(by_period, half_width),
            )
        )
    if left_out:
        sentences.append(Message("Not included: {left_out}.", left_out=left_out))
    return sentences


def _loss_origin_sentences(ledger: Ledger) -> list[Text]:
    """Return a sentence on the class with most of the loss, or with the largest part of it."""
    lost: dict[str, float] = {}
    for row in ledger.rows:
        if (row["flow"], row["pool"]) == (LOSS, ALL_POOLS) and row["class"] != ALL_LABEL:
            lost[row["class"]] = lost.get(row["class"], 0.0) + row["tc"]
    if not any(lost.values()):
        return []
    largest = max(lost, key=lambda name: lost[name])
    if 2 * lost[largest] > sum(lost.values()):
        return [Message("Most of the loss is from '{name}'.", name=largest)]
    return [Message("The largest part of the loss is from '{name}'.", name=largest)]


def not_estimated_land_text(study: Study) -> Message | None:
    """Return disturbed land without density, with its share of disturbed land; None if none."""
    uncounted = [land for land in study.disturbed_by_class if land.is_not_estimated]
    if not uncounted:
        return None
    return Message(
        "{area} ha of {classes} without carbon density ({share} % of the disturbed land)",
        area=format_hectares(sum(land.area_ha for land in uncounted)),
        classes=MessageList(Message("'{name}'", name=land.land_class.name) for land in uncounted),
        share=format_number(sum(land.share_pct for land in uncounted), 1),
    )


def _zone_sentences(study: Study) -> list[Text]:
    """Return sentences on the zone shares and the largest unassigned conversion."""
    periods = list(dict.fromkeys((study.steps[0].name, study.steps[-1].name)))
    by_zone: dict[str, list[str]] = {}
    for row in study.zone_shares:
        if row["period"] in periods:
            by_zone.setdefault(row["zone_name"], []).append(format_number(row["share_pct"], 1))
    shares = [
        Message("{zone} {shares}\N{NO-BREAK SPACE}%", zone=name, shares=f" {ARROW} ".join(values))
        for name, values in by_zone.items()
        if set(values) != {"0"}
    ]
    period = f" {ARROW} ".join(periods)
    sentences: list[Text] = [
        Message(
            "Share of total area, {period}: {shares}.", period=period, shares=MessageList(shares)
        )
    ]
    of_span = (
        row for row in study.unassigned_conversions if row["period"] == study.full_period.name
    )
    largest = next(filter(_is_conversion, of_span), None)
    if largest is not None:
        sentences.append(
            Message(
                "Largest unassigned conversion ({first}-{last}): {transfer}, {area} ha.",
                transfer=conversion_label(largest["from_class"], largest["to_class"]),
                area=format_hectares(largest["area_ha"]),
                **study.ends,
            )
        )
    return sentences
