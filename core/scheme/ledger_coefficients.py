"""The columns of the coefficient table that a carbon ledger takes besides the densities.

Both pools have them, by the same names: what is lost, how fast, and how it comes back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .recovery import Curve, Ipcc
from .recovery_columns import LONGEST, optional_above_zero, read_curve, unknown
from .table import Table

SOIL, VEGETATION = "soil", "vegetation"
POOLS = (SOIL, VEGETATION)

# The columns of the table, of each pool and of the row, which are all optional.
POOL_TERMS = ("loss_fraction", "half_life", "curve", "p1", "p2", "p3", "rates")
TERM_COLUMNS = (
    *(f"{pool}_{term}" for pool in POOLS for term in POOL_TERMS),
    *(f"u95_{pool}_pct" for pool in POOLS),
    "distribution",
)
# Those that are words; the others are numbers.
WORD_COLUMNS = (
    *(f"{pool}_{term}" for pool in POOLS for term in ("curve", "rates")),
    "distribution",
)

NORMAL, LOGNORMAL = "normal", "lognormal"
DISTRIBUTIONS = (NORMAL, LOGNORMAL)


@dataclass(frozen=True)
class PoolTerms:
    """What the table says of one pool of a class besides its density.

    Attributes:
        loss_fraction: the part that is lost when the land is taken, 0 to 1.
        half_life: in years, of what is lost; None: it is lost at once.
        curve: how it comes back.
        u95_pct: half-width of the density's 95 % interval, in % of it; None: not given.
        is_loss_given, is_curve_given: whether the table says so itself.
    """

    loss_fraction: float = 1.0
    half_life: float | None = None
    curve: Curve = field(default_factory=Ipcc)
    u95_pct: float | None = None
    is_loss_given: bool = False
    is_curve_given: bool = False


def read_terms(table: Table, row: int, pool: str) -> PoolTerms:
    """What a row says of a pool.

    Raises:
        DataError: naming the table, the row and the column.
    """
    fraction = f"{pool}_loss_fraction"
    return PoolTerms(
        loss_fraction=fraction_in(table, row, fraction) if table.text(row, fraction) else 1.0,
        half_life=optional_above_zero(table, row, f"{pool}_half_life", LONGEST),
        curve=read_curve(table, row, pool),
        u95_pct=half_width_in(table, row, f"u95_{pool}_pct"),
        is_loss_given=bool(table.text(row, fraction)),
        is_curve_given=bool(table.text(row, f"{pool}_curve")),
    )


def read_distribution(table: Table, row: int) -> str:
    """The distribution of a row's densities; normal where none is named.

    Raises:
        DataError: another one.
    """
    text = table.text(row, "distribution")
    if text.casefold() not in ("", *DISTRIBUTIONS):
        raise unknown(table, row, "distribution", text, DISTRIBUTIONS)
    return text.casefold() or NORMAL


def fraction_in(table: Table, row: int, column: str) -> float:
    """A fraction, 0 to 1.

    Raises:
        DataError: naming the table, the row and the column.
    """
    number = table.number(row, column)
    if not 0 <= number <= 1:
        raise table.error(
            row,
            "column '{column}' is {text}, not a fraction from 0 to 1",
            column=column,
            text=table.text(row, column),
        )
    return float(number)


def half_width_in(table: Table, row: int, column: str) -> float | None:
    """A half-width in %, 0 or more; None where none is given.

    Raises:
        DataError: naming the table, the row and the column.
    """
    if not table.text(row, column):
        return None
    number = table.number(row, column)
    if number < 0:
        raise table.error(
            row,
            "column '{column}' is {text}, which is negative",
            column=column,
            text=table.text(row, column),
        )
    return float(number)
