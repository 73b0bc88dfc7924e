"""The columns of the coefficient table that a carbon ledger takes besides the densities.

Both pools have them, by the same names: what is lost, how fast, and how it comes back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .recovery import Curve, Ipcc
from .recovery_columns import LONGEST, read_curve
from .table import Row

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


def read_terms(row: Row, pool: str) -> PoolTerms:
    """What a row says of a pool.

    Raises:
        DataError: naming the table, the row and the column.
    """
    fraction = row.optional(f"{pool}_loss_fraction", least=0, most=1)
    return PoolTerms(
        loss_fraction=1.0 if fraction is None else fraction,
        half_life=row.optional(f"{pool}_half_life", above=0, most=LONGEST),
        curve=read_curve(row, pool),
        u95_pct=row.optional(f"u95_{pool}_pct", least=0),
        is_loss_given=fraction is not None,
        is_curve_given=bool(row.text(f"{pool}_curve")),
    )


def read_distribution(row: Row) -> str:
    """The distribution of a row's densities; normal where none is named.

    Raises:
        DataError: another one.
    """
    return row.one_of("distribution", DISTRIBUTIONS) if row.text("distribution") else NORMAL
