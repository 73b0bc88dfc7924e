"""The section that a study begins with: what else it found, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce

from ..base.messages import Listed, Message, Term, Text
from ..base.numbers import percent
from ..ledger.balance_words import tonnes
from ..ledger.flows import ALL_POOLS
from ..ledger.ledger import Ledger
from ..ledger.states import LOSS
from ..mine.mined_land import State
from ..mine.rasters import left_hectares
from ..report.labels import ARROW, pair_label
from ..report.parts import Section
from ..report.rounding import rounded, told_hectares
from ..scheme.reserved import ALL
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
