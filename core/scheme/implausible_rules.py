"""Rules on suspicious trajectories: what land can hardly have been one after another, or cannot.

A rule is a row of a table with the columns `from`, `via`, `to`, `kind` and `why`:

- `from` and `to`: the classes at two dates that follow each other. They differ, but where `to` is
  '=', the class of `from`.
- `from`, `via` and `to`: the classes at three dates that follow each other; `via` differs from
  both. Where `from` and `via` are '@mine' and '@sink', the land in between is reclaimed land: sinks
  at any number of dates, the last of which stands for `via`.
- `to` alone: the class at a date before the mine opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..base.dates import Date
from ..base.messages import DataError, Notes, Term
from ..base.numbers import Bytes, Flags, NDArray
from .classes import MINE, SINK, Classes, LandClass, some
from .table import GROUP_MARK, SAME, Row, Table
from .zone_rules import Sides, members

# Indices in a list of classes, by trajectory, at one date.
AtDate = NDArray[np.integer]

FROM, VIA, TO, KIND, WHY = SUSPECT_COLUMNS = ("from", "via", "to", "kind", "why")

# What `from` and `via` are of land that was mined and reclaimed.
RECLAIMED = (GROUP_MARK + MINE, GROUP_MARK + SINK)

# Values in a raster: of trajectories that no rule fits, and of the first kind. 0 is no data, and a
# byte holds no more kinds.
NOT_SUSPECT, FIRST_KIND = 1, 2
MOST_KINDS = 256 - FIRST_KIND


class SuspectRule(NamedTuple):
    """A row, its sides checked: class key (case-folded), '@group', '*', '=' or '' for none."""

    row: int
    source: str
    via: str
    target: str
    kind: str
    why: str

    @property
    def sides(self) -> list[str]:
        """Those that name classes."""
        return [side for side in (self.source, self.via, self.target) if side not in ("", SAME)]


class SuspectTrajectories(NamedTuple):
    """Which trajectories a rule fits, from the date `start` to the date `end`."""

    rule: SuspectRule
    start: int
    end: int
    fits: Flags


class SuspectRules:
    """The rules that a run can be asked by, in the order of their table.

    Args:
        kinds: of the whole table, in the order in which it has them first.
        dates_before: how many dates, of the first ones, lie before the mine opened.
    """

    def __init__(self, rules: Sequence[SuspectRule], kinds: Sequence[str], dates_before: int = 0):
        self.rules = list(rules)
        self._dates_before = dates_before
        asked = {rule.kind for rule in self.rules}
        # The kinds that the run can be asked by, by their value in a raster.
        self.kinds = {n: kind for n, kind in enumerate(kinds, FIRST_KIND) if kind in asked}

    def are_met_by(self, classes: Sequence[LandClass]) -> bool:
        """Whether there is a rule whose sides all have classes among these."""
        there = members(classes)
        return any(all(side in there for side in rule.sides) for rule in self.rules)

    def matches(
        self, dates: Sequence[AtDate], classes: Sequence[LandClass]
    ) -> Iterator[SuspectTrajectories]:
        """What each rule fits, rule by rule and then by time, without what fits nothing.

        By date the trajectories' indices in `classes`, (trajectories,).
        """
        indices = members(classes)
        masks = {side: np.zeros(len(classes), bool) for rule in self.rules for side in rule.sides}
        for side, mask in masks.items():
            mask[indices.get(side, [])] = True
        for rule in self.rules:
            sides = [masks.get(side) for side in (rule.source, rule.via, rule.target)]
            for start, end, fits in self._occurrences(rule, dates, *sides):
                if fits.any():
                    yield SuspectTrajectories(rule, start, end, fits)

    def _occurrences(
        self,
        rule: SuspectRule,
        dates: Sequence[AtDate],
        source: Flags | None,
        via: Flags | None,
        target: Flags | None,
    ) -> Iterator[tuple[int, int, Flags]]:
        """Start, end, and which trajectories fit; the masks say which classes a side means."""
        last = len(dates) - 1
        if source is None:
            for date in range(min(self._dates_before, len(dates))):
                yield date, date, _reach(target, dates[date], dates[date])
            return
        for start in range(last):
            fits, first, second = source[dates[start]], dates[start], dates[start + 1]
            if via is None:
                changed = first == second if target is None else first != second
                yield start, start + 1, fits & changed & _reach(target, first, second)
                continue
            fits = fits & (first != second)
            # Further dates of `via` are for reclaimed land only.
            longest = last if (rule.source, rule.via) == RECLAIMED else min(last, start + 2)
            for end in range(start + 2, longest + 1):
                before, after = dates[end - 1], dates[end]
                fits = fits & via[before]
                if not fits.any():
                    break
                yield start, end, fits & (after != before) & _reach(target, first, after)

    def values(self, dates: Sequence[AtDate], classes: Sequence[LandClass]) -> Bytes:
        """Of each trajectory, (trajectories,), the value of its kind, the first of several ones, or
        NOT_SUSPECT.
        """
        kinds = {kind: value for value, kind in self.kinds.items()}
        values = np.full(len(dates[0]), NOT_SUSPECT, np.uint8)
        for suspect in self.matches(dates, classes):
            kind = kinds[suspect.rule.kind]
            values[suspect.fits & ((values == NOT_SUSPECT) | (values > kind))] = kind
        return values


def _reach(target: Flags | None, first: AtDate, last: AtDate) -> Flags:
    """Which trajectories end in the target; None is the class that they began with."""
    fits: Flags = first == last if target is None else target[last]
    return fits


def read_suspects(
    table: Table, classes: Classes, dates: int, dates_before: int | None, notes: Notes
) -> SuspectRules:
    """The rules of a table, checked against the classes of the run.

    The default table may name classes and groups that the run lacks: such rules are left out and
    counted in the notes, as are those on the time before the mine opened where it is not known how
    many dates lie before that (None).
    """
    table.require(SUSPECT_COLUMNS)
    sides = Sides(table, classes)
    whole = [_read_rule(row, sides) for row in table]
    sides.require_known()
    rows: dict[tuple[str, ...], Row] = {}
    for row, rule in zip(table, whole):
        if rule is not None:
            row.once(rows, rule[1:], Term("this rule"))
    kinds = list(dict.fromkeys(row.text(KIND) for row in table))
    if len(kinds) > MOST_KINDS:
        raise DataError(
            "{table}: {count} kinds exceed the limit of {most}; use fewer kinds",
            table=table.name,
            count=len(kinds),
            most=MOST_KINDS,
        )
    rules = sides.known(whole, notes)
    of_table = {"table": table.name, "total": len(whole)}
    on_opening = [rule for rule in rules if not rule.source]
    if dates_before is None and on_opening:
        rules = [rule for rule in rules if rule.source]
        notes.inform(
            "{table}: {count} of {total} rules on land before mine opening ignored, because "
            "OPENING_YEAR is not set.",
            count=len(on_opening),
            **of_table,
        )
    elif dates_before is not None and not on_opening:
        notes.warn(
            "OPENING_YEAR ignored: {table} has no rule on land before mine opening (empty 'from').",
            table=table.name,
        )
    elif dates_before == 0:
        notes.inform("OPENING_YEAR: no layer is dated before this year.")
    if dates < 3 and any(rule.via for rule in rules):
        notes.inform(
            "{table}: {count} of {total} rules ignored; they require three dates.",
            count=sum(bool(rule.via) for rule in rules),
            **of_table,
        )
    return SuspectRules(rules, kinds, dates_before or 0)


def dates_before(opening_year: int, dates: Sequence[Date]) -> int:
    """How many dates lie before the year in which a mine opened."""
    for date in dates:
        if not date.year.isdecimal():
            raise DataError(
                "OPENING_YEAR requires the year of each layer, but '{layer}' has none; set YEARS",
                layer=date.layer,
            )
    return sum(int(date.year) < opening_year for date in dates)


def _read_rule(row: Row, sides: Sides) -> SuspectRule | None:
    """A row as a rule, or None where its class or group is not there."""
    kind, has_start, has_via = row.needed_text(KIND), bool(row.text(FROM)), bool(row.text(VIA))
    if has_via and not has_start:
        raise row.error(
            "column '{via}' is filled in, but '{first}' is empty; only '{to}' may be filled "
            "in alone",
            via=VIA,
            first=FROM,
            to=TO,
        )
    source = sides.cell(row, FROM) if has_start else ""
    via = sides.cell(row, VIA) if has_via else ""
    target = sides.cell(row, TO, may_be_same=has_start)
    if source is None or via is None or target is None:
        return None
    return SuspectRule(row.label, source, via, target, kind, row.text(WHY))


def require_a_rule(table: Table, rules: SuspectRules, classes: Sequence[LandClass]) -> None:
    """Refuse rules of which none can fit land of the run's classes."""
    if not rules.are_met_by(classes):
        named = [f"{c.key} ({GROUP_MARK}{c.group})" if c.group else c.key for c in classes]
        raise DataError(
            "{table}: no rule applies to the classes of this run ({classes}); assign groups "
            "(SCHEME, CLASSES) or set SUSPECT_RULES",
            table=table.name,
            classes=some(named or [Term("none")]),
        )
