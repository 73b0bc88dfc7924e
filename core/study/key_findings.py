"""The five questions that a study's page opens with, each answered in one sentence.

A sentence has at most three numbers besides dates. An assumption stands beside the number that
rests on it. Where a question has no answer it says why, and what to give.

The section that a study begins with: what else it found, in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from ..base.messages import Listed, Message, Missing, Term, Text
from ..base.numbers import percent
from ..ledger.balance import led_by, tonnes
from ..ledger.flows import ALL_POOLS, MINED_BEFORE, TAKEN, balance_of
from ..ledger.ledger import Ledger
from ..ledger.results import (
    AGES,
    AS_TAKEN,
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
from ..results.uncertainty_notes import between
from ..scheme.classes import some
from ..scheme.coefficients import CO2_PER_C, PAPER, SOIL, VEGETATION
from ..scheme.table import ALL
from .priorities import in_words
from .study import Study


def story_section(study: Study) -> Section:
    """A few sentences per subject; nothing on those that the study does not have."""
    subjects: Sequence[tuple[Text, Callable[[Study], list[Text]]]] = (
        (Term("Land use"), _change),
        (Term("Mined land"), _mining),
        (Term("Carbon"), _carbon),
        (Term("Zones"), _zones),
        (Term("Checks"), _checks),
    )

    def joined(first: Text, following: Text) -> Text:
        return Message("{first} {following}", first=first, following=following)

    facts: list[tuple[object, object]] = [
        (name, reduce(joined, sentences)) for name, tell in subjects if (sentences := tell(study))
    ]
    return Section("story", Term("In short"), facts=facts)


def _change(study: Study) -> list[Text]:
    """What changed over the span, and most of all."""
    ends = {"first": study.labels[0], "last": study.labels[-1]}
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    transfers = [
        row
        for row in study.transfers
        if row["period"] == study.span.name
        # Two classes may have one name.
        and (row["from_value"], row["from_class"]) != (row["to_value"], row["to_class"])
    ]
    if not transfers:
        return [Message("From {first} to {last} no land changed its class.", **ends)]
    largest = max(transfers, key=lambda row: row["area_ha"])
    total = study.census.total_hectares
    return [
        Message(
            "From {first} to {last}, {changed} ha of {total} ha changed their class, {share} %.",
            **ends,
            changed=told_hectares(changed),
            total=told_hectares(total),
            share=rounded(percent(changed, total), 1),
        ),
        Message(
            "The largest transfer is {transfer}, {area} ha.",
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
    return [
        Term("Mining gave nothing back.")
        if not left
        else Message(
            "Mining gave {left} ha back; {reclaimed} ha of these became a carbon sink again.",
            left=told_hectares(left),
            reclaimed=told_hectares(sum(mined.reclaimed_by_period)),
        ),
        Message(
            "In {last}, {active} ha are mined and {reclaimed} ha are reclaimed, {share} % of all "
            "that was mined at some date.",
            last=study.labels[-1],
            active=told_hectares(mined.hectares(State.ACTIVE)),
            reclaimed=told_hectares(mined.reclaimed_hectares),
            share=rounded(mined.reclaimed_pct, 1),
        ),
        *mined.land.disturbing.mined_words,
    ]


def _carbon(study: Study) -> list[Text]:
    """Where the loss is from, what is not in it, and what the method of the paper gives."""
    losses, ledger = study.losses_of(study.span), study.ledger
    if not losses:
        return []
    if ledger and study.balance:
        return [*_origin(ledger), _compared(study)]
    sentences: list[Text] = []
    if len(study.steps) > 1 and losses["total_loss_tc"]:
        by_period = sum(study.losses_of(step)["total_loss_tc"] for step in study.steps)
        sentences.append(
            Message(
                "That is first against last date only, the method of Yang et al. 2022; period "
                "by period it is {periods} t C, as land counts each time that it is taken.",
                periods=tonnes(by_period),
            )
        )
    if left_out := uncounted_words(study):
        sentences.append(Message("Not in it: {left_out}.", left_out=Listed(left_out)))
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


def _compared(study: Study) -> Text:
    """What is not in the balance, and in a clause what the method of Yang et al. 2022 gives."""
    losses, left_out = study.losses_of(study.span), uncounted_words(study)
    if left_out and not losses["area_ha"]:
        return Message("Not in it: {left_out}.", left_out=Listed(left_out))
    paper = Message(
        "first against last date only, the method of Yang et al. 2022, {takers} took {carbon} t C",
        takers=study.disturbing.or_words,
        carbon=tonnes(losses["total_loss_tc"]),
    )
    if left_out:
        return Message("Not in it: {left_out}; {paper}.", left_out=Listed(left_out), paper=paper)
    return Message("By comparison, {paper}.", paper=paper)


def uncounted_words(study: Study) -> list[Text]:
    """The land that was taken and counts 0, with its part of what was taken."""
    uncounted = [land for land in study.taken_by_class if land.is_uncounted]
    if not uncounted:
        return []
    return [
        Message(
            "{area} ha of {classes}, {share} % of what was taken, which have no density",
            area=told_hectares(sum(land.area_ha for land in uncounted)),
            classes=Listed(land.land_class.name for land in uncounted),
            share=rounded(sum(land.share_pct for land in uncounted), 1),
        )
    ]


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
    whole = Message(
        "Of all land, {period}: {shares}.", period=f" {ARROW} ".join(periods), shares=Listed(shares)
    )
    return [whole, *_without_rule(study)]


def _without_rule(study: Study) -> list[Text]:
    """The largest change of class over the span that is in no zone."""
    for row in study.unassigned:
        is_change = (row["from_value"], row["from_class"]) != (row["to_value"], row["to_class"])
        if row["period"] == study.span.name and is_change:
            return [
                Message(
                    "The largest conversion that no rule has: {transfer}, {area} ha from {first} "
                    "to {last}.",
                    transfer=pair_label(row["from_class"], row["to_class"]),
                    area=told_hectares(row["area_ha"]),
                    first=study.labels[0],
                    last=study.labels[-1],
                )
            ]
    return []


def _checks(study: Study) -> list[Text]:
    """How many checks are met."""
    return [
        Message(
            "{met} of {count} checks are met: the tables agree with each other.",
            met=rounded(sum(check.ok for check in study.checks)),
            count=rounded(len(study.checks)),
        )
    ]


NO_HALF_WIDTHS = Term(
    "Nobody has said how far these densities may be off: give u95_soil_pct and u95_vegetation_pct "
    "in COEFFICIENTS."
)
SOME_HALF_WIDTHS = Term(
    "How far these densities may be off is not given for all of them: give all of u95_soil_pct and "
    "u95_vegetation_pct in COEFFICIENTS."
)
# What the width of an interval comes from, for the middle of a sentence.
CAUSES = {
    SOIL: Term("soil"),
    VEGETATION: Term("vegetation"),
    LOSS_FRACTION: Term("the part that is lost"),
    RECOVERY_RATES: Term("how fast carbon comes back"),
    AGES: Term("the ages of reclaimed land"),
}
NO_TONNES = Term("There are no tonnes that could be off.")
# Sources of densities that a sentence names.
MOST_SOURCES = 3


def opening(study: Study) -> list[tuple[Text, Text]]:
    """The questions with their answers."""
    question: Text = Term("What did the mine cost?")
    if study.why_no_losses:
        question = Term("What did it cost that land was taken?")
    elif isinstance(study.ledger, Missing) and not study.disturbing.is_mining:
        question = Message("What did {takers} cost?", takers=study.disturbing.or_words)
    return [
        (question, _cost(study)),
        (Term("Whose carbon is that?"), _whose(study)),
        (Term("How sure is that?"), _how_sure(study)),
        (Term("Where to begin?"), _where(study)),
        (Term("What would it bring?"), _what_comes(study)),
    ]


def _not_told(why: object) -> Text:
    return Message("That cannot be told: {why}.", why=why)


def _cost(study: Study) -> Text:
    if study.why_no_losses:
        return _not_told(
            Message(
                "{why}; give the classes groups in a class table (CLASSES, column 'group') or by "
                "SCHEME, and name those that take land in TAKING_GROUPS",
                why=study.why_no_losses,
            )
        )
    ledger = study.ledger
    if ledger and study.balance:
        return _balance(study, ledger)
    lost = study.losses_of(study.span)
    values = {
        "first": study.labels[0],
        "last": study.labels[-1],
        "taker": study.disturbing.subject,
        "area": told_hectares(lost["area_ha"]),
        "carbon": tonnes(lost["total_loss_tc"]),
        "dioxide": tonnes(lost["total_loss_tco2"]),
    }
    if not lost["area_ha"]:
        return Message("From {first} to {last} {taker} took no land of a carbon sink.", **values)
    if isinstance(ledger, Missing) and ledger.reason:
        return Message(
            "From {first} to {last} {taker} took {area} ha of carbon sinks, which lost {carbon} t "
            "C, {dioxide} t CO\u2082 emitted; what came back since cannot be told: {why}.",
            why=ledger.reason,
            **values,
        )
    return Message(
        "From {first} to {last} {taker} took {area} ha of carbon sinks, which lost {carbon} t C, "
        "{dioxide} t CO\u2082 emitted.",
        **values,
    )


def _is_counted(study: Study, ledger: Ledger) -> bool:
    """Whether any carbon is counted of the land whose balance leads."""
    return not {ALL, led_by(study.balance)["land"]} & set(ledger.uncounted)


def _balance(study: Study, ledger: Ledger) -> Text:
    """What mined land lost or gained on balance, and what is in no map."""
    if not _is_counted(study, ledger):
        return Term(
            "That is not counted: nobody says what a hectare of the land that mining took holds "
            "(COEFFICIENTS may)."
        )
    lead, before = led_by(study.balance), balance_of(study.balance, MINED_BEFORE)["area_ha"]
    net = lead["net_tc"]
    values = {"carbon": tonnes(abs(net)), "dioxide": tonnes(abs(net) * CO2_PER_C)}
    outcome: Text = Message("lost {carbon} t C on balance", **values)
    emitted: Text = Message("{dioxide} t CO\u2082 emitted", **values)
    if net > 0:
        outcome = Message("gained {carbon} t C on balance", **values)
        emitted = Message("{dioxide} t CO\u2082 taken up", **values)
    if not round(net):
        outcome, emitted = Term("gained as much carbon as they lost"), ""
    told = {
        "first": ledger.land.dates[0].label,
        "last": ledger.land.dates[-1].label,
        "area": told_hectares(lead["area_ha"]),
        "before": told_hectares(before),
        "outcome": outcome,
        "emitted": emitted,
    }
    if lead["land"] != TAKEN:
        return Message(
            "From {first} to {last} the {area} ha that were mined before the first map {outcome}; "
            "what they lost before is in no map.",
            **told,
        )
    if before:
        return Message(
            "From {first} to {last} the {area} ha that mining took {outcome}; {before} ha were "
            "mined before the first map, and what they lost is in no map.",
            **told,
        )
    if not emitted:
        return Message("From {first} to {last} the {area} ha that mining took {outcome}.", **told)
    return Message(
        "From {first} to {last} the {area} ha that mining took {outcome}, {emitted}.", **told
    )


def _whose(study: Study) -> Text:
    """Whose densities the tonnes are by, and which of the land taken has none of the place."""
    if study.why_no_losses:
        return Term("Nobody's: no tonnes are counted.")
    caveat, left_out = study.coefficients.caveat, uncounted_words(study)
    if caveat and study.coefficients.is_partial and left_out:
        return Message("{whose} Not in it: {left_out}.", whose=caveat, left_out=Listed(left_out))
    if caveat:
        return caveat
    counted = [
        study.coefficients.of(land_class)
        for land_class in study.classes
        if land_class.is_sink and land_class in study.coefficients
    ]
    if not counted:
        return Term("Nobody's: COEFFICIENTS has no densities of the sinks of this land.")
    pools = [pool for coefficient in counted for pool in coefficient.pools.values() if pool.density]
    known = sum(pool.u95_pct is not None for pool in pools)
    interval = Term("with 95 % intervals")
    if not known:
        interval = Term("without an interval")
    elif known < len(pools):
        interval = Term("some of them with 95 % intervals")
    sources = list(dict.fromkeys(c.source for c in counted if c.source))
    if sources == [PAPER]:
        return Message(
            "Densities are those of Yang et al. 2022 for the mine of Pingshuo, {interval}.",
            interval=interval,
        )
    if not sources:
        return Message(
            "Densities are those of COEFFICIENTS, which names no source, {interval}.",
            interval=interval,
        )
    return Message(
        "Densities are those of COEFFICIENTS ({sources}), {interval}.",
        sources=some(sources, MOST_SOURCES),
        interval=interval,
    )


def _how_sure(study: Study) -> Text:
    """The interval of what was lost, and what it comes from."""
    ledger, uncertainty = study.ledger, study.uncertainty
    if not ledger or uncertainty is None or not study.balance:
        return _loss_interval(study)
    if not _is_counted(study, ledger):
        return NO_TONNES
    lead = led_by(study.balance)
    low, high = lead["net_low_tc"], lead["net_high_tc"]
    if not any((lead["loss_tc"], lead["gain_tc"], lead["growth_tc"])):
        return NO_TONNES
    if low is not None and high is not None:
        told = Message(
            "With {level} % the balance lies {bounds}",
            level=f"{uncertainty.wanted.level:g}",
            bounds=between(low, high, tonnes),
        )
        cause = _widest(study.sensitivity)
        if cause is None:
            return Message("{told}.", told=told)
        return Message("{told}; most of that width is {cause}.", told=told, cause=cause)
    low, high = sorted(ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST))
    bounds = between(low, high, tonnes)
    if tonnes(low) == tonnes(high):
        return _no_interval(study)
    if study.coefficients.has_half_widths:
        return Message(
            "How far these densities may be off is not given for all of them (u95_soil_pct and "
            "u95_vegetation_pct in COEFFICIENTS); by the ages of reclaimed land alone the balance "
            "of all mined land lies {bounds}.",
            bounds=bounds,
        )
    return Message(
        "Nobody has said how far these densities may be off (u95_soil_pct and u95_vegetation_pct "
        "in COEFFICIENTS); by the ages of reclaimed land alone the balance of all mined land lies "
        "{bounds}.",
        bounds=bounds,
    )


def _no_interval(study: Study) -> Text:
    return SOME_HALF_WIDTHS if study.coefficients.has_half_widths else NO_HALF_WIDTHS


def _loss_interval(study: Study) -> Text:
    """The interval of the loss of the span, where nothing is followed since."""
    if study.why_no_losses or not study.losses_of(study.span)["area_ha"]:
        return NO_TONNES
    row = study.loss_interval
    if row is None or not row["estimate"]:
        return _no_interval(study)
    return Message(
        "With 95 % this loss lies between {low} and {high} t C, by the densities alone.",
        low=tonnes(max(0.0, row["low"])),
        high=tonnes(row["high"]),
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


def _where(study: Study) -> Text:
    """Where mined land lies unchanged that would hold most."""
    priorities, last = study.priorities, study.labels[-1]
    if study.why_no_losses:
        return Term("That cannot be told either.")
    if study.disturbing.mined is None:
        return Message(
            "That is not asked of {takers}, which is there to stay (TAKING_GROUPS: {groups}).",
            takers=study.disturbing.or_words,
            groups=study.disturbing.quoted,
        )
    if priorities is None:
        why = study.histories.reason if isinstance(study.histories, Missing) else None
        return _not_told(why or Term("no land is mined at any date"))
    first, since = priorities.first, priorities.since
    if first is None and not priorities.whole["active_ha"]:
        return Message("Nowhere: no land is mined in {last}.", last=last)
    if first is None and len(study.dates) == 2:
        return Message(
            "Nowhere yet: no land is mined in {since} and in {last} and of the same class; a date "
            "between them (LAYERS) may show some.",
            last=last,
            since=since,
        )
    if first is None:
        return Message(
            "Nowhere yet: no land that is mined in {last} had the same class in {since}.",
            last=last,
            since=since,
        )
    area = told_hectares(first["unchanged_ha"])
    values = {"unit": in_words(first["unit"]), "area": area, "since": since}
    if priorities.squares is None:
        return Message(
            "In {unit}, where {area} ha of mined land have not changed since {since}; a map cannot "
            "tell whether they are still worked.",
            **values,
        )
    return Message(
        "In square {unit}, where {area} ha of mined land have not changed since {since}; a map "
        "cannot tell whether they are still worked.",
        **values,
    )


def _what_comes(study: Study) -> Text:
    """What unchanged mined land would hold, by which assumption."""
    priorities = study.priorities
    if study.disturbing.mined is None:
        return Term("That is not asked of it either.")
    if priorities is None or priorities.first is None:
        return Term("Nothing, as long as no mined land is found that lies unchanged.")
    potential = priorities.whole["potential_20y_tc"]
    if potential is None:
        why: Text | None = study.ledger.reason if isinstance(study.ledger, Missing) else None
        if study.ledger and study.ledger.land.disturbing.uncounted:
            why = Term(
                "nobody says what a hectare of the land that was taken, or came back, holds "
                "(COEFFICIENTS may)"
            )
        return _not_told(why or Term("no land was taken from a carbon sink, or came back as one"))
    as_what: Text = Term("as the land of this mine has so far")
    if priorities.comeback.basis == AS_TAKEN:
        as_what = Term("as the sinks that were taken, for none has come back so far")
        if study.ledger and study.ledger.came_back_uncounted:
            as_what = Term("as the sinks that were taken, for what came back so far has no density")
    values = {
        "area": told_hectares(priorities.whole["unchanged_ha"]),
        "as_what": as_what,
        "carbon": tonnes(potential),
    }
    if priorities.pct_of_loss is None:
        return Message(
            "If all {area} ha of such land came back {as_what}, they would hold {carbon} t C in 20 "
            "years.",
            **values,
        )
    return Message(
        "If all {area} ha of such land came back {as_what}, they would hold {carbon} t C in 20 "
        "years, {share} % of the carbon that mining took.",
        share=rounded(priorities.pct_of_loss, 0),
        **values,
    )
