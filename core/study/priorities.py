"""PRIORITIES: where reclamation would bring most, by units or by squares on the ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypedDict, cast

import numpy as np

from ..base.columns import COLUMNS, fields_of
from ..base.messages import Message, Term, Text
from ..base.numbers import Floats, Ints, percent
from ..ledger.ledger import Ledger
from ..ledger.potential import IN_THE_END, SOON, Comeback, comeback_of, moved, would_hold
from ..ledger.states import Trajectories
from ..mine.land import MineLand
from ..mine.states import NEVER, Use, reclaimed_by
from ..raster.ground_squares import GroundSquares
from ..results.closure import Check, balanced
from ..scan.census import Census, CombinationTable
from ..scan.units import UnitColumns
from ..scheme.reserved import ALL, OUTSIDE


class PriorityRow(TypedDict):
    """A row of PRIORITIES. Tonnes are None where the carbon of the land is not followed."""

    unit: str
    ever_mined_ha: float
    active_ha: float
    unchanged_ha: float
    reclaimed_ha: float
    reclaimed_pct: float | None
    loss_tc: float | None
    regained_tc: float | None
    net_tc: float | None
    potential_20y_tc: float | None
    potential_tc: float | None
    rank: int | None


# The columns that are sums over the land of a unit.
SUMS = ("ever_mined_ha", "active_ha", "unchanged_ha", "reclaimed_ha")
TONNES = ("loss_tc", "regained_tc", "net_tc", "potential_20y_tc", "potential_tc")
# Amounts whose difference is less than this part of the largest are as much: what the same hectares
# come to hangs in its last digits on the order in which they are added up.
RANK_PRECISION = 1e-9


@dataclass(frozen=True)
class Priorities:
    """Where to begin.

    Attributes:
        rows: of the units that hold mined land, in their order.
        whole: the same of the whole run; its unit is ALL, it has no rank.
        since: the label of the date since which unchanged land is of the same class.
        comeback: what the potential rests on; its basis is '' where there is none.
        mix: the classes of that by their names, and the part of each.
        squares: those on the ground that the rows are of; None where the run has units.
    """

    rows: list[PriorityRow]
    whole: PriorityRow
    since: str
    comeback: Comeback
    mix: Sequence[tuple[str, float]]
    squares: GroundSquares | None

    @property
    def first(self) -> PriorityRow | None:
        """Where to begin; None where no mined land lay unchanged."""
        if not self.whole["unchanged_ha"]:
            return None
        return min(self.rows, key=lambda row: (row["rank"] or 0, -row["unchanged_ha"]))

    @property
    def pct_of_loss(self) -> float | None:
        """What all unchanged land would hold after 20 years, in per cent of all that was lost."""
        potential, lost = self.whole["potential_20y_tc"], self.whole["loss_tc"]
        return None if potential is None or not lost else percent(potential, lost)

    @cached_property
    def by_unit(self) -> Mapping[str, PriorityRow]:
        """The rows by the names of their units."""
        return {row["unit"]: row for row in self.rows}

    def checks(self, span: str) -> list[Check]:
        """That the units add up to the run; net follows from what was lost and regained.

        Args:
            span: the first date and the last.
        """
        whole: dict[str, Any] = dict(self.whole)
        return [
            balanced(
                span,
                Message("{column} of all rows of PRIORITIES = that of the run", column=column),
                [whole[column]],
                [row[column] for row in self.rows],  # type: ignore[literal-required]
            )
            for column in (*SUMS, *TONNES)
            if whole[column] is not None and column != "net_tc"
        ]


def in_words(unit: str) -> Text:
    """A unit in a sentence."""
    return Term("the land in no unit") if unit == OUTSIDE else unit


def ranks_of(amounts: Floats) -> Ints:
    """Of each amount how many are larger, and one; those with as much have one rank."""
    order = np.argsort(-amounts, kind="stable")
    is_less = -np.diff(amounts[order]) > RANK_PRECISION * np.max(amounts, initial=0.0)
    firsts = np.maximum.accumulate(np.where(np.append(True, is_less), np.arange(order.size), 0))
    ranks = np.empty(order.size, np.int64)
    ranks[order] = 1 + firsts
    return ranks


def joined(tables: Iterable[CombinationTable]) -> CombinationTable:
    """The combinations of several parts, whose strata are the indices of the parts."""
    parts = list(tables)
    return CombinationTable(
        np.repeat(np.arange(len(parts)), [part.cells.size for part in parts]),
        np.concatenate([part.classes for part in parts]),
        np.concatenate([part.cells for part in parts]),
        np.concatenate([part.hectares for part in parts]),
    )


def priorities_of(
    land: MineLand,
    ledger: Ledger | None,
    units: Sequence[str],
    table: CombinationTable,
    squares: GroundSquares | None,
) -> Priorities:
    """What mined land is and was by unit, and what would come of it.

    Args:
        land: of the whole run.
        ledger: of the whole run; None where its carbon is not followed.
        units: their names.
        table: the combinations of the units; strata are indices in units.
    """
    comeback = comeback_of(ledger) if ledger is not None else Comeback("", {})
    rows = _rows(replace(land, table=table), ledger, comeback, units)
    whole = replace(land.table, strata=np.zeros_like(land.table.strata))
    (total,) = _rows(replace(land, table=whole), ledger, comeback, [ALL])
    total["rank"] = None
    mix = [(land.classes[class_index].name, part) for class_index, part in comeback.mix.items()]
    return Priorities(rows, total, land.dates[-2].label, comeback, mix, squares)


def _rows(
    land: MineLand, ledger: Ledger | None, comeback: Comeback, units: Sequence[str]
) -> list[PriorityRow]:
    """The rows of the units that hold mined land."""
    ever = land.first_mined > 0
    strata, hectares = land.table.strata[ever], land.table.hectares[ever]
    uses = [use[ever] for use in land.uses]
    classes = [of_date[ever] for of_date in land.table.by_date]
    active = uses[-1] == Use.MINE
    unchanged = active & (classes[-1] == classes[-2])
    reclaimed = reclaimed_by(uses, len(uses)) != NEVER
    size = len(units)

    def sums(amounts: Floats) -> list[float]:
        return [float(amount) for amount in np.bincount(strata, amounts, size)]

    ever_mined, back = sums(hectares), sums(hectares * reclaimed)
    by_column: dict[str, Sequence[float | None]] = {
        "ever_mined_ha": ever_mined,
        "active_ha": sums(hectares * active),
        "unchanged_ha": sums(hectares * unchanged),
        "reclaimed_ha": back,
        "reclaimed_pct": [percent(part, whole) for part, whole in zip(back, ever_mined)],
        **dict.fromkeys(TONNES, [None] * size),
    }
    if ledger is not None:
        counted = replace(ledger.land, table=land.table)
        years = ledger.trajectories.years
        trajectories = Trajectories(classes, [use[ever] for use in counted.uses], years)
        carbon = moved(trajectories, ledger.carbon, ledger.rule)
        lost, regained = sums(hectares * carbon.lost), sums(hectares * carbon.regained)
        by_column["loss_tc"], by_column["regained_tc"] = lost, regained
        by_column["net_tc"] = [back - away for back, away in zip(regained, lost)]
        if comeback.basis:
            for column, age in (("potential_20y_tc", SOON), ("potential_tc", IN_THE_END)):
                density = would_hold(comeback, ledger.carbon, carbon.stored, age)
                by_column[column] = sums(hectares * unchanged * density)
    held_in = np.flatnonzero(np.bincount(strata, minlength=size))
    by = np.array(by_column["potential_20y_tc" if comeback.basis else "unchanged_ha"], np.float64)
    ranks = np.zeros(size, np.int64)
    ranks[held_in] = ranks_of(by[held_in])
    columns = [name for name, _ in fields_of(PriorityRow) if name in by_column]
    return [
        cast(
            PriorityRow,
            {
                "unit": units[unit_index],
                **{column: by_column[column][unit_index] for column in columns},
                "rank": int(ranks[unit_index]),
            },
        )
        for unit_index in map(int, held_in)
    ]


def priority_columns(priorities: Priorities) -> list[UnitColumns]:
    """What the polygon of a unit tells of it: hectares, per cent, tonnes, rank.

    Of a unit without mined land the hectares are 0 and the rest is empty.
    """
    nothing = dict.fromkeys(SUMS, 0.0)

    def columns(names: Sequence[str], digits: int, measure: str) -> UnitColumns:
        def of(census: Census) -> list[float | None]:
            row = priorities.by_unit.get(census.unit, nothing) if census.unit else priorities.whole
            return [row.get(name) for name in names]  # type: ignore[misc]

        headings = [COLUMNS[name].heading for name in names]
        return UnitColumns(names, headings, of, digits, measure)

    return [
        columns(SUMS, 2, "ha"),
        columns(("reclaimed_pct",), 2, "%"),
        columns(TONNES, 1, "t C"),
        columns(("rank",), 0, ""),
    ]
