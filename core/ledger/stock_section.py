"""The section on the carbon that mined land holds, by date and by what has become of it."""

from __future__ import annotations

from typing import cast

from ..base.messages import Term
from ..mine.states import KEYS
from ..mine.status import SWATCHES, WORDS
from ..report.parts import AreaRow, Section, known, listed
from .balance import stock_chart, stock_table
from .results import LedgerResults

MOST_ROWS = 60
COLUMNS = (
    *("area_ha", "soil_tc", "vegetation_tc", "stored_topsoil_tc", "decaying_tc"),
    *("total_tc", "youngest_tc", "oldest_tc"),
)


def stock_section(results: LedgerResults) -> Section:
    """Stocks by date and state, with their range."""
    ledger = results.ledger
    words = {key: WORDS[state] for state, key in KEYS.items()}
    rows = [{**row, "status": words[row["status"]]} for row in ledger.stocks]
    # A pool that nothing lies in tells nothing.
    shown = [
        column
        for column in COLUMNS
        if column not in ("stored_topsoil_tc", "decaying_tc")
        or any(row[column] for row in ledger.stocks)  # type: ignore[literal-required]
    ]
    return Section(
        "carbon-stocks",
        Term("Carbon on the land"),
        [
            Term(
                "All land that is mined at some date, before mining too. A sink that never was "
                "mined has the density of its class; reclaimed land what its curve gives at its "
                "age; topsoil in store counts where it lies."
            )
        ],
        charts=[stock_chart(ledger)],
        tables=[
            stock_table(ledger),
            listed(
                "carbon-stocks-full",
                Term("Carbon on the land by date, state and class"),
                [
                    known("year"),
                    known("status", colours=SWATCHES),
                    known("class", colours=ledger.land.classes.colours_by_name()),
                    *map(known, shown),
                ],
                cast("list[AreaRow]", rows),
                MOST_ROWS,
                "STOCKS",
                folded=True,
            ),
        ],
    )
