"""Land that no rule puts into a zone, by conversion and by kind."""

from __future__ import annotations

from typing import TypedDict

from ..base.messages import Listed, Message, Notes, Term, Text
from ..base.numbers import percent
from ..scan.census import TransitionCube
from ..scheme.classes import MINE, SINK, LandClass
from ..scheme.rules import Rules, unassigned_zone


class UnassignedRow(TypedDict):
    """A row of UNASSIGNED."""

    period: str
    kind: str
    from_value: int
    from_class: str
    to_value: int
    to_class: str
    cells: int
    area_ha: float
    share_pct: float | None


def unassigned_rows(
    cube: TransitionCube, rules: Rules, densities: dict[str, float]
) -> list[UnassignedRow]:
    """UNASSIGNED: the conversions that no rule names, largest first, with their kind.

    Args:
        densities: t C/ha by class key (case-folded), to tell a richer sink from a poorer.
    """
    table = rules.zone_table(cube.classes)
    unassigned = unassigned_zone(rules.zones).value
    rows: list[UnassignedRow] = []
    for period, cells, hectares in cube.by_period():
        pairs = [pair for pair in cube.pairs(cells) if table[pair] == unassigned]
        for source, target in sorted(pairs, key=lambda pair: -hectares[pair]):
            before, after = cube.classes[source], cube.classes[target]
            rows.append(
                {
                    "period": period.name,
                    "kind": str(kind_of(before, after, densities)),
                    "from_value": before.value,
                    "from_class": before.name,
                    "to_value": after.value,
                    "to_class": after.name,
                    "cells": int(cells[source, target]),
                    "area_ha": float(hectares[source, target]),
                    "share_pct": percent(hectares[source, target], cube.total_hectares),
                }
            )
    return rows


# The kinds that the groups of the shipped legends can make, a text each for whoever translates;
# tables keep them as they are.
GROUP_KINDS = (
    *(Term("sink to built"), Term("sink to water"), Term("sink to mine"), Term("mine to sink")),
    *(Term("sink to wetland"), Term("sink to bare"), Term("sink to snow")),
    *(Term("mine to built"), Term("mine to water"), Term("mine to wetland")),
    *(Term("mine to bare"), Term("mine to snow"), Term("snow to another class")),
    *(Term("built to another class"), Term("water to another class")),
    *(Term("wetland to another class"), Term("bare to another class")),
    *(Term("sink unchanged"), Term("mine unchanged"), Term("built unchanged")),
    *(Term("water unchanged"), Term("wetland unchanged"), Term("bare unchanged")),
    Term("snow unchanged"),
)
NO_GROUP_UNCHANGED = Term("class without a group, unchanged")
NO_GROUP, SINKS = Term("class without a group"), Term("sink to sink")
MINES = Term("mine to another mine class")
RICHER, POORER = "sink to a richer sink", "sink to a poorer sink"
# What people read of both, which are in tables as they ever were.
IN_WORDS = {
    RICHER: Term("sink to higher carbon density"),
    POORER: Term("sink to lower carbon density"),
}


def kind_of(source: LandClass, target: LandClass, densities: dict[str, float]) -> str:
    """What kind of conversion this is, in words, for the list of unassigned ones."""
    if source == target:
        if not source.group:
            return NO_GROUP_UNCHANGED
        return Term(f"{source.group} unchanged")
    if not source.group or not target.group:
        return NO_GROUP
    if source.is_sink and target.is_sink:
        before = densities.get(source.key.casefold())
        after = densities.get(target.key.casefold())
        if before is None or after is None or before == after:
            return SINKS
        return RICHER if after > before else POORER
    if source.group == MINE and target.group == MINE:
        return MINES
    if source.group in (SINK, MINE):
        return Term(f"{source.group} to {target.group}")
    return Term(f"{source.group} to another class")


def kind_words(kind: str) -> Text:
    """What people read of a kind of conversion; the name of a user's own group stays in it."""
    if kind in IN_WORDS:
        return IN_WORDS[kind]
    if kind in (*GROUP_KINDS, NO_GROUP_UNCHANGED, NO_GROUP, SINKS, MINES):
        return Term(kind)
    for group, own in (
        (kind.removesuffix(" unchanged"), Message("{group} unchanged")),
        (kind.removesuffix(" to another class"), Message("{group} to another class")),
        (kind.removeprefix("sink to "), Message("sink to {group}")),
        (kind.removeprefix("mine to "), Message("mine to {group}")),
    ):
        if group != kind:
            return Message(own.template, group=group)
    return kind


def unassigned_by_kind(rows: list[UnassignedRow], period: str) -> list[tuple[str, float, float]]:
    """Kind, hectares and per cent of all land of the unassigned rows of a period."""
    kinds: dict[str, tuple[float, float]] = {}
    for row in rows:
        if row["period"] == period:
            area, share = kinds.get(row["kind"], (0.0, 0.0))
            kinds[row["kind"]] = (area + row["area_ha"], share + (row["share_pct"] or 0.0))
    return [(kind, *sums) for kind, sums in sorted(kinds.items())]


def unassigned_notes(rows: list[UnassignedRow], period: str) -> Notes:
    """How much land has no zone in a period, by what became of it, for the log."""
    notes = Notes()
    kinds = sorted(unassigned_by_kind(rows, period), key=lambda kind: -kind[1])
    if kinds:
        parts = (
            Message("{kind} {area:,.2f} ha", kind=kind_words(k), area=area) for k, area, _ in kinds
        )
        notes.inform(
            "{period}: unassigned {area:,.2f} ha ({share:.2f} %): {kinds}.",
            period=period,
            area=sum(area for _, area, _ in kinds),
            share=sum(share for _, _, share in kinds),
            kinds=Listed(parts),
        )
    return notes
