"""What a path begins with: the carbon that land taken before it owes, off BALANCE of the ledger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..base.messages import DataError
from ..ledger.balance_table import MINED_BEFORE, PARTS, TAKEN, BalanceRow
from ..scheme.bounds import CARBON, CARBON_STOCK
from ..scheme.coefficients import CO2_PER_C
from ..scheme.reserved import ALL
from ..scheme.table import Row, Table
from ..scheme.unknown import some

DEBT_COLUMNS = ("period", "land", "net_tc")
# What rows say of their land; all other columns say which land that is.
MEASURED = tuple(c for c in BalanceRow.__annotations__ if c not in ("period", "land"))
YEARS = re.compile(r"\D*(\d{4}).*?(\d{4})\D*$")


@dataclass(frozen=True)
class Debt:
    """What land that was taken before the path begins owes, t CO2.

    Attributes:
        tco2: of the land taken since the first date of the maps.
        assumed_tco2: what land that was mined before then would have lost, which is an assumption;
            None where nobody can say, since no land was taken to go by.
    """

    tco2: float
    assumed_tco2: float | None = 0.0

    @property
    def with_assumed(self) -> float | None:
        return None if self.assumed_tco2 is None else self.tco2 + self.assumed_tco2


def read_debt(table: Table, base: int) -> Debt:
    """The debt at a base year; rows of units are added up.

    What the land taken since has lost less what it has regained, and what of the loss is still to
    decay, never below 0. Net of all land would be too kind: it has the regrowth of land whose loss
    is in no map.

    Args:
        table: BALANCE; its periods after the base year are not looked at.

    Raises:
        DataError: a missing column, two rows on the same land, no row of land taken since, a period
            that has no years, a number that is none, or a base year that is no date of the table.
    """
    table.require(DEBT_COLUMNS)
    lands = [(row, row.one_of("land", (*PARTS, ALL))) for row in table]
    for other, row in table.twins([row for row, _ in lands], MEASURED):
        raise row.error(
            "it is about the same land as row {other}; leave one of them out, or tell parts of the "
            "land apart in a column 'unit'",
            other=other.label,
        )
    taken = [row for row, land in lands if land == TAKEN and row.text("period")]
    if not taken:
        raise DataError(
            "{table}: column 'land' is '{land}' in no row of a period", table=table.name, land=TAKEN
        )
    net = decaying = 0.0
    dates: set[int] = set()
    for row in taken:
        first, last = _years(row)
        dates |= {first, last}
        if last <= base:
            net += row.real("net_tc", **CARBON)
        if last == base and "decaying_tc" in table.columns:
            decaying += row.optional("decaying_tc", **CARBON_STOCK) or 0.0
    if base not in dates:
        raise DataError(
            "BASE_YEAR is {base}, which is no date of {table}; it has {years}",
            base=base,
            table=table.name,
            years=some(sorted(dates)),
        )
    owed, assumed = max(0.0, decaying - net) * CO2_PER_C, 0.0
    for row, land in lands:
        if land == MINED_BEFORE and not row.text("period"):
            lost = row.optional("assumed_loss_tc", **CARBON_STOCK)
            if lost is None:
                return Debt(owed, None)
            assumed += lost
    return Debt(owed, assumed * CO2_PER_C)


def _years(row: Row) -> tuple[int, int]:
    """The first and the last year of a period such as 1986-2000."""
    text = row.text("period")
    match = YEARS.fullmatch(text)
    if match is None:
        raise row.error("column 'period' is '{text}', not a period such as 1986-2000", text=text)
    return int(match[1]), int(match[2])
