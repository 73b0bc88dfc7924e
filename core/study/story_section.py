"""The section that a study begins with: what it found, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from ..base.dates import interval_years
from ..base.messages import Listed, Message, Term, Text
from ..base.numbers import percent
from ..ledger.balance import interval_sentence, net_sentence, tonnes
from ..ledger.flows import total_of
from ..ledger.ledger import Ledger
from ..ledger.states import LOSS, AgeRule
from ..mine.conversions import left_hectares, taken_hectares
from ..mine.reclamation import Reclamation
from ..mine.states import State
from ..report.labels import ARROW, pair_label
from ..report.parts import Section
from ..report.rounding import rounded, told_hectares
from ..scheme.coefficients import LOGNORMAL
from .study import Study

# Of more periods only those with the least and with the most are named.
MOST_PERIODS = 4


def story_section(study: Study) -> Section:
    """A few sentences per subject; nothing on those that the study does not have."""
    subjects: Sequence[tuple[Text, Callable[[Study], list[Text]]]] = (
        (Term("Land use"), _change),
        (Term("Mined land"), _mining),
        (Term("Carbon"), _carbon),
        (Term("Zones"), _zones),
        (Term("Checks"), _checks),
    )
    facts: list[tuple[object, object]] = [
        (name, _paragraph(sentences)) for name, tell in subjects if (sentences := tell(study))
    ]
    return Section("story", Term("In short"), facts=facts)


def _paragraph(sentences: Sequence[Text]) -> Text:
    return reduce(
        lambda first, following: Message("{first} {following}", first=first, following=following),
        sentences,
    )


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
    """What mining took and gave back; nothing where no land is mined, or nothing is known of it."""
    mined = study.mined
    if mined is None:
        return []
    taken = _all_steps(mined, lambda step: taken_hectares(mined.disturbed, step))
    left = _all_steps(mined, lambda step: left_hectares(mined.reclaimed, step))
    return [
        Message("Mining took {taken} ha and gave nothing back.", taken=told_hectares(taken))
        if not left
        else Message(
            "Mining took {taken} ha and gave {left} ha back; {reclaimed} ha of these became a "
            "carbon sink again.",
            taken=told_hectares(taken),
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


def _all_steps(mined: Reclamation, hectares: Callable[[str], float]) -> float:
    return sum(hectares(step.name) for step in mined.land.steps)


def _carbon(study: Study) -> list[Text]:
    """Whose densities they are, and the balance with its interval, else what was lost.

    Nothing without losses.
    """
    sentences, caveat = _tonnes_of_carbon(study), study.coefficients.caveat
    return [caveat, *sentences] if sentences and caveat else sentences


def _tonnes_of_carbon(study: Study) -> list[Text]:
    ledger, losses = study.ledger, study.losses_of(study.span)
    if not losses:
        return []
    lost = {
        "first": study.labels[0],
        "last": study.labels[-1],
        "area": told_hectares(losses["area_ha"]),
        "takers": study.disturbing.takers,
        "carbon": tonnes(losses["total_loss_tc"]),
        "dioxide": tonnes(losses["total_loss_tco2"]),
    }
    if ledger is not None:
        # The ledger is of mined land alone; towns, where they take land too, are not in it.
        compared = Message(
            "First against last date only, the method of the paper, carbon sinks of {first} lost "
            "{area} ha to {takers} by {last}, and with them {carbon} t C, which is {dioxide} t "
            "CO\u2082: the balance of mined land counts each period and what regrew, this "
            "compares two dates.",
            **lost,
        )
        return [*_balance(study, ledger), *_yearly(study), compared, *_loss_interval(study)]
    told = Message(
        "From {first} to {last} carbon sinks lost {area} ha to {takers}, and with them {carbon} t "
        "C, which is {dioxide} t CO\u2082.",
        **lost,
    )
    if len(study.steps) > 1 and losses["total_loss_tc"]:
        told = Message(
            "First against last date only, the method of the paper, carbon sinks of {first} lost "
            "{area} ha to {takers} by {last}, and with them {carbon} t C, which is {dioxide} t "
            "CO\u2082; period by period it is {periods} t C, as land counts each time that it is "
            "taken.",
            **lost,
            periods=tonnes(sum(_lost(study, place) for place in range(len(study.steps)))),
        )
    return [told, *_loss_interval(study), *(_yearly(study) if losses["total_loss_tc"] else [])]


def _loss_interval(study: Study) -> list[Text]:
    """How sure the loss of the span is, where the densities have half-widths."""
    row = study.loss_interval
    if row is None or not row["estimate"]:
        return []
    return [
        Message(
            "With 95 % this loss lies between {low} and {high} t C, by the densities alone.",
            low=tonnes(row["low"]),
            high=tonnes(row["high"]),
        )
    ]


def _balance(study: Study, ledger: Ledger) -> list[Text]:
    """The net of mined land, what it is made of, and how sure it is."""
    sentences: list[Text] = [net_sentence(ledger)]
    if study.uncertainty is not None:
        sentences.append(interval_sentence(study.uncertainty))
        sinks = [ledger.land.classes[number] for number in ledger.lands.sinks]
        drawn = map(ledger.coefficients.of, sinks)
        if study.uncertainty.rows and any(one.distribution == LOGNORMAL for one in drawn):
            sentences.append(
                Term(
                    "Densities are lognormal: the true interval reaches further on the side of "
                    "larger tonnes. Mine carbon ledger draws it at random."
                )
            )
    low, high = sorted(ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST))
    if tonnes(low) != tonnes(high):
        sentences.append(
            Message(
                "By the ages that the dates allow for reclaimed land it lies between {low} and "
                "{high} t C.",
                low=tonnes(low),
                high=tonnes(high),
            )
        )
    return sentences


def _yearly(study: Study) -> list[Text]:
    """What was lost per year in each period; nothing where not all have years."""
    years = [interval_years(study.dates, step) for step in study.steps]
    if len(study.steps) < 2 or not all(years):
        return []
    yearly = [(_lost(study, place) / n, study.steps[place]) for place, n in enumerate(years) if n]
    if len(yearly) > MOST_PERIODS:
        yearly.sort(key=lambda rate: rate[0])
    rates = [
        Message("{amount} t C in {period}", amount=tonnes(amount), period=step.name)
        for amount, step in yearly
    ]
    takers = (study.ledger.land if study.ledger else study).disturbing.takers
    if len(rates) <= MOST_PERIODS:
        return [Message("Lost per year to {takers}: {rates}.", takers=takers, rates=Listed(rates))]
    return [
        Message(
            "Lost per year to {takers}: from {least} to {most}.",
            takers=takers,
            least=rates[0],
            most=rates[-1],
        )
    ]


def _lost(study: Study, number: int) -> float:
    """t C that were lost in a period, as the sentences before count it."""
    step = study.steps[number]
    if study.ledger is not None:
        return total_of(study.ledger.rows, LOSS, step.name)
    return study.losses_of(step)["total_loss_tc"]


def _zones(study: Study) -> list[Text]:
    """What the shares of the zones became, and the largest conversion that no rule has."""
    periods = list(dict.fromkeys((study.steps[0].name, study.steps[-1].name)))
    by_zone: dict[str, list[str]] = {}
    for row in study.zones:
        if row["period"] in periods:
            by_zone.setdefault(row["zone_name"], []).append(rounded(row["share_pct"], 1))
    shares = [
        f"{name} {f' {ARROW} '.join(numbers)}\N{NO-BREAK SPACE}%"
        for name, numbers in by_zone.items()
        if set(numbers) != {"0"}
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
