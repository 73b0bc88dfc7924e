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
from ..base.numbers import BoolArray, ByteArray, NDArray
from .classes import MINE, SINK, Classes, LandClass, shorten_list
from .table import GROUP_PREFIX, SAME_CLASS, Row, Table
from .zone_rules import RuleSideParser, class_indices_by_side

# Indices in a list of classes, by trajectory, at one date.
ClassIndices = NDArray[np.integer]

FROM_COLUMN, VIA_COLUMN, TO_COLUMN, KIND_COLUMN, REASON_COLUMN = SUSPECT_COLUMNS = (
    "from",
    "via",
    "to",
    "kind",
    "why",
)

# What `from` and `via` are of land that was mined and reclaimed.
RECLAIMED_SIDES = (GROUP_PREFIX + MINE, GROUP_PREFIX + SINK)

# Values in a raster: of trajectories that no rule fits, and of the first kind. 0 is no data, and a
# byte holds no more kinds.
NOT_SUSPECT_VALUE, FIRST_KIND_VALUE = 1, 2
MAX_KINDS = 256 - FIRST_KIND_VALUE


class SuspectRule(NamedTuple):
    """A row, its sides checked: class key (case-folded), '@group', '*', '=' or '' for none."""

    row: int
    source: str
    via: str
    target: str
    kind: str
    why: str

    @property
    def class_sides(self) -> list[str]:
        """Those that name classes."""
        return [
            side for side in (self.source, self.via, self.target) if side not in ("", SAME_CLASS)
        ]


class SuspectTrajectories(NamedTuple):
    """Which trajectories a rule fits, from the date `start` to the date `end`."""

    rule: SuspectRule
    start: int
    end: int
    fits: BoolArray


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
        self.kinds = {n: kind for n, kind in enumerate(kinds, FIRST_KIND_VALUE) if kind in asked}

    def has_applicable_rule(self, classes: Sequence[LandClass]) -> bool:
        """Whether there is a rule whose sides all have classes among these."""
        there = class_indices_by_side(classes)
        return any(all(side in there for side in rule.class_sides) for rule in self.rules)

    def iter_matches(
        self, dates: Sequence[ClassIndices], classes: Sequence[LandClass]
    ) -> Iterator[SuspectTrajectories]:
        """What each rule fits, rule by rule and then by time, without what fits nothing.

        By date the trajectories' indices in `classes`, (trajectories,).
        """
        indices = class_indices_by_side(classes)
        masks = {
            side: np.zeros(len(classes), bool) for rule in self.rules for side in rule.class_sides
        }
        for side, mask in masks.items():
            mask[indices.get(side, [])] = True
        for rule in self.rules:
            sides = [masks.get(side) for side in (rule.source, rule.via, rule.target)]
            for start, end, fits in self._iter_occurrences(rule, dates, *sides):
                if fits.any():
                    yield SuspectTrajectories(rule, start, end, fits)

    def _iter_occurrences(
        self,
        rule: SuspectRule,
        dates: Sequence[ClassIndices],
        source: BoolArray | None,
        via: BoolArray | None,
        target: BoolArray | None,
    ) -> Iterator[tuple[int, int, BoolArray]]:
        """Start, end, and which trajectories fit; the masks say which classes a side means."""
        last = len(dates) - 1
        if source is None:
            for date in range(min(self._dates_before, len(dates))):
                yield date, date, _reaches_target(target, dates[date], dates[date])
            return
        for start in range(last):
            fits, first, second = source[dates[start]], dates[start], dates[start + 1]
            if via is None:
                changed = first == second if target is None else first != second
                yield start, start + 1, fits & changed & _reaches_target(target, first, second)
                continue
            fits = fits & (first != second)
            # Further dates of `via` are for reclaimed land only.
            longest = last if (rule.source, rule.via) == RECLAIMED_SIDES else min(last, start + 2)
            for end in range(start + 2, longest + 1):
                before, after = dates[end - 1], dates[end]
                fits = fits & via[before]
                if not fits.any():
                    break
                yield start, end, fits & (after != before) & _reaches_target(target, first, after)

    def kind_values(self, dates: Sequence[ClassIndices], classes: Sequence[LandClass]) -> ByteArray:
        """Of each trajectory, (trajectories,), the value of its kind, the first of several ones, or
        NOT_SUSPECT.
        """
        kinds = {kind: value for value, kind in self.kinds.items()}
        values = np.full(len(dates[0]), NOT_SUSPECT_VALUE, np.uint8)
        for suspect in self.iter_matches(dates, classes):
            kind = kinds[suspect.rule.kind]
            values[suspect.fits & ((values == NOT_SUSPECT_VALUE) | (values > kind))] = kind
        return values


def _reaches_target(target: BoolArray | None, first: ClassIndices, last: ClassIndices) -> BoolArray:
    """Which trajectories end in the target; None is the class that they began with."""
    fits: BoolArray = first == last if target is None else target[last]
    return fits


def parse_suspect_rules(
    table: Table, classes: Classes, dates: int, dates_before: int | None, notes: Notes
) -> SuspectRules:
    """The rules of a table, checked against the classes of the run.

    The default table may name classes and groups that the run lacks: such rules are left out and
    counted in the notes, as are those on the time before the mine opened where it is not known how
    many dates lie before that (None).
    """
    table.check_columns(SUSPECT_COLUMNS)
    sides = RuleSideParser(table, classes)
    whole = [_read_rule(row, sides) for row in table]
    sides.check_unknown_names()
    rows: dict[tuple[str, ...], Row] = {}
    for row, rule in zip(table, whole):
        if rule is not None:
            row.check_unique(rows, rule[1:], Term("this rule"))
    kinds = list(dict.fromkeys(row.text_value(KIND_COLUMN) for row in table))
    if len(kinds) > MAX_KINDS:
        raise DataError(
            "{table}: {count} kinds exceed the limit of {most}; use fewer kinds",
            table=table.name,
            count=len(kinds),
            most=MAX_KINDS,
        )
    rules = sides.drop_unknown_rules(whole, notes)
    of_table = {"table": table.name, "total": len(whole)}
    on_opening = [rule for rule in rules if not rule.source]
    if dates_before is None and on_opening:
        rules = [rule for rule in rules if rule.source]
        notes.add_notice(
            "{table}: {count} of {total} rules on land before mine opening ignored, because "
            "OPENING_YEAR is not set.",
            count=len(on_opening),
            **of_table,
        )
    elif dates_before is not None and not on_opening:
        notes.add_warning(
            "OPENING_YEAR ignored: {table} has no rule on land before mine opening (empty 'from').",
            table=table.name,
        )
    elif dates_before == 0:
        notes.add_notice("OPENING_YEAR: no layer is dated before this year.")
    if dates < 3 and any(rule.via for rule in rules):
        notes.add_notice(
            "{table}: {count} of {total} rules ignored; they require three dates.",
            count=sum(bool(rule.via) for rule in rules),
            **of_table,
        )
    return SuspectRules(rules, kinds, dates_before or 0)


def count_dates_before_opening(opening_year: int, dates: Sequence[Date]) -> int:
    """How many dates lie before the year in which a mine opened."""
    for date in dates:
        if not date.year.isdecimal():
            raise DataError(
                "OPENING_YEAR requires the year of each layer, but '{layer}' has none; set YEARS",
                layer=date.layer,
            )
    return sum(int(date.year) < opening_year for date in dates)


def _read_rule(row: Row, sides: RuleSideParser) -> SuspectRule | None:
    """A row as a rule, or None where its class or group is not there."""
    kind, has_start, has_via = (
        row.required_text(KIND_COLUMN),
        bool(row.text_value(FROM_COLUMN)),
        bool(row.text_value(VIA_COLUMN)),
    )
    if has_via and not has_start:
        raise row.make_error(
            "column '{via}' is filled in, but '{first}' is empty; only '{to}' may be filled "
            "in alone",
            via=VIA_COLUMN,
            first=FROM_COLUMN,
            to=TO_COLUMN,
        )
    source = sides.parse_cell(row, FROM_COLUMN) if has_start else ""
    via = sides.parse_cell(row, VIA_COLUMN) if has_via else ""
    target = sides.parse_cell(row, TO_COLUMN, may_be_same=has_start)
    if source is None or via is None or target is None:
        return None
    return SuspectRule(row.label, source, via, target, kind, row.text_value(REASON_COLUMN))


def check_applicable_rule(table: Table, rules: SuspectRules, classes: Sequence[LandClass]) -> None:
    """Refuse rules of which none can fit land of the run's classes."""
    if not rules.has_applicable_rule(classes):
        named = [f"{c.key} ({GROUP_PREFIX}{c.group})" if c.group else c.key for c in classes]
        raise DataError(
            "{table}: no rule applies to the classes of this run ({classes}); assign groups "
            "(SCHEME, CLASSES) or set SUSPECT_RULES",
            table=table.name,
            classes=shorten_list(named or [Term("none")]),
        )
