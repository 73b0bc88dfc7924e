"""Rules on suspicious trajectories: implausible or impossible sequences of classes.

A rule is a row of a table with the columns `from`, `via`, `to`, `kind` and `why`:

- `from` and `to`: classes at two consecutive dates. They differ, unless `to` is '=',
  the class of `from`.
- `from`, `via` and `to`: classes at three consecutive dates; `via` differs from both.
  If `from` and `via` are '@mine' and '@sink', the land in between is reclaimed land:
  sinks at any number of dates, the last one being `via`.
- `to` alone: class at a date before the opening of the mine.
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

# `from` and `via` of land that was mined and reclaimed.
RECLAIMED_SIDES = (GROUP_PREFIX + MINE, GROUP_PREFIX + SINK)

# Raster values: trajectories without a matching rule, and the first kind. 0 is NoData, and a byte
# limits the number of kinds.
NOT_SUSPECT_VALUE, FIRST_KIND_VALUE = 1, 2
MAX_KINDS = 256 - FIRST_KIND_VALUE


class SuspectRule(NamedTuple):
    """Row with checked sides: class key (case-folded), '@group', '*', '=' or '' for none."""

    row: int
    source: str
    via: str
    target: str
    kind: str
    why: str

    @property
    def class_sides(self) -> list[str]:
        """Sides that name classes or groups."""
        return [
            side for side in (self.source, self.via, self.target) if side not in ("", SAME_CLASS)
        ]


class SuspectTrajectories(NamedTuple):
    """Trajectories that match a rule, from the date `start` to the date `end`."""

    rule: SuspectRule
    start: int
    end: int
    fits: BoolArray


class SuspectRules:
    """Rules applicable to a run, in table order.

    Args:
        kinds: of the whole table, in order of first occurrence.
        dates_before: number of dates before the opening of the mine.
    """

    def __init__(self, rules: Sequence[SuspectRule], kinds: Sequence[str], dates_before: int = 0):
        self.rules = list(rules)
        self._dates_before = dates_before
        asked = {rule.kind for rule in self.rules}
        # Kinds of the applicable rules, by raster value.
        self.kinds = {n: kind for n, kind in enumerate(kinds, FIRST_KIND_VALUE) if kind in asked}

    def has_applicable_rule(self, classes: Sequence[LandClass]) -> bool:
        """Return whether any rule has classes in the list for all of its sides."""
        there = class_indices_by_side(classes)
        return any(all(side in there for side in rule.class_sides) for rule in self.rules)

    def iter_matches(
        self, dates: Sequence[ClassIndices], classes: Sequence[LandClass]
    ) -> Iterator[SuspectTrajectories]:
        """Yield non-empty matches by rule, then time; `dates`: indices, (trajectories,) each."""
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
        """Yield start, end and matching trajectories; the masks are the classes of each side."""
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
            # Further dates of `via` apply to reclaimed land only.
            longest = last if (rule.source, rule.via) == RECLAIMED_SIDES else min(last, start + 2)
            for end in range(start + 2, longest + 1):
                before, after = dates[end - 1], dates[end]
                fits = fits & via[before]
                if not fits.any():
                    break
                yield start, end, fits & (after != before) & _reaches_target(target, first, after)

    def kind_values(self, dates: Sequence[ClassIndices], classes: Sequence[LandClass]) -> ByteArray:
        """Return each trajectory's lowest kind value or NOT_SUSPECT_VALUE, (trajectories,)."""
        kinds = {kind: value for value, kind in self.kinds.items()}
        values = np.full(len(dates[0]), NOT_SUSPECT_VALUE, np.uint8)
        for suspect in self.iter_matches(dates, classes):
            kind = kinds[suspect.rule.kind]
            values[suspect.fits & ((values == NOT_SUSPECT_VALUE) | (values > kind))] = kind
        return values


def _reaches_target(target: BoolArray | None, first: ClassIndices, last: ClassIndices) -> BoolArray:
    """Return which trajectories end in the target; None means the class of the first date."""
    fits: BoolArray = first == last if target is None else target[last]
    return fits


def parse_suspect_rules(
    table: Table, classes: Classes, dates: int, dates_before: int | None, notes: Notes
) -> SuspectRules:
    """Read the rules of a table and check them against the classes of the run.

    Default rules on missing classes or groups are ignored and counted in the notes, as are
    those on the time before the mine opened if `dates_before` is None (unknown).
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
    """Return the number of dates before the opening year of a mine."""
    for date in dates:
        if not date.year.isdecimal():
            raise DataError(
                "OPENING_YEAR requires the year of each layer, but '{layer}' has none; set YEARS",
                layer=date.layer,
            )
    return sum(int(date.year) < opening_year for date in dates)


def _read_rule(row: Row, sides: RuleSideParser) -> SuspectRule | None:
    """Return a row as a rule, or None if its class or group is not in the run."""
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
    """Raise DataError if no rule can match the classes of the run."""
    if not rules.has_applicable_rule(classes):
        named = [f"{c.key} ({GROUP_PREFIX}{c.group})" if c.group else c.key for c in classes]
        raise DataError(
            "{table}: no rule applies to the classes of this run ({classes}); assign groups "
            "(SCHEME, CLASSES) or set SUSPECT_RULES",
            table=table.name,
            classes=shorten_list(named or [Term("none")]),
        )
