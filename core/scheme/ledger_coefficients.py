"""The columns of the coefficient table that a carbon ledger takes besides the densities.

Both pools have them, by the same names: what is lost, how fast, and how it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..messages import DataError
from ..numbers import number_in
from .recovery import (
    IPCC_YEARS,
    ChapmanRichards,
    Curve,
    Exponential,
    Instant,
    Ipcc,
    Rates,
)
from .table import Table

SOIL, VEGETATION = "soil", "vegetation"
POOLS = (SOIL, VEGETATION)

# The curves by their names in tables, with the parameters that each has to have, and may have.
NEEDED: dict[str, Sequence[str]] = {
    "ipcc": (),
    "exponential": ("p1", "p2"),
    "chapman_richards": ("p1", "p2", "p3"),
    "rates": ("rates",),
    "instant": (),
}
ALLOWED: dict[str, Sequence[str]] = {**NEEDED, "ipcc": ("p1",)}
PARAMETERS = ("p1", "p2", "p3", "rates")

NORMAL, LOGNORMAL = "normal", "lognormal"
DISTRIBUTIONS = (NORMAL, LOGNORMAL)

# Ages and half-lives beyond these are slips of the pen, and so are rates.
LONGEST, FASTEST = 1e6, 1e6


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
        loss_fraction=_part(table, row, fraction) if table.text(row, fraction) else 1.0,
        half_life=_optional(table, row, f"{pool}_half_life", LONGEST),
        curve=_curve(table, row, pool),
        u95_pct=_half_width(table, row, f"u95_{pool}_pct"),
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
        raise _unknown(table, row, "distribution", text, DISTRIBUTIONS)
    return text.casefold() or NORMAL


def _curve(table: Table, row: int, pool: str) -> Curve:
    """The curve of a pool; IPCC's 20 years where none is named."""
    column = f"{pool}_curve"
    name = table.text(row, column).casefold()
    filled = [p for p in PARAMETERS if table.text(row, f"{pool}_{p}")]
    if not name:
        if filled:
            raise table.error(
                row,
                "column '{parameter}' is filled in and '{column}' is empty; name a curve: {curves}",
                parameter=f"{pool}_{filled[0]}",
                column=column,
                curves=", ".join(NEEDED),
            )
        return Ipcc()
    if name not in NEEDED:
        raise _unknown(table, row, column, table.text(row, column), tuple(NEEDED))
    for parameter in NEEDED[name]:
        if parameter not in filled:
            raise table.error(
                row,
                "column '{parameter}' is empty, which the curve '{curve}' of '{column}' needs",
                parameter=f"{pool}_{parameter}",
                curve=name,
                column=column,
            )
    for parameter in filled:
        if parameter not in ALLOWED[name]:
            raise table.error(
                row,
                "column '{parameter}' is filled in, which the curve '{curve}' of '{column}' does "
                "not have",
                parameter=f"{pool}_{parameter}",
                curve=name,
                column=column,
            )
    return _made(table, row, pool, name)


def _made(table: Table, row: int, pool: str, name: str) -> Curve:
    """A curve whose parameters are all there."""
    p1, p2, p3, rates = (f"{pool}_{parameter}" for parameter in PARAMETERS)
    if name == "ipcc":
        return Ipcc(_optional(table, row, p1, LONGEST) or IPCC_YEARS)
    if name == "exponential":
        return Exponential(_reached(table, row, p1), _above_zero(table, row, p2, LONGEST))
    if name == "chapman_richards":
        return _chapman_richards(table, row, p1, p2, p3)
    if name == "rates":
        return Rates(_bands(table, row, rates))
    return Instant()


def _chapman_richards(table: Table, row: int, p1: str, p2: str, p3: str) -> Curve:
    reached = _reached(table, row, p1)
    age, power = _above_zero(table, row, p2, LONGEST), _above_zero(table, row, p3, LONGEST)
    if not 0.0 < reached ** (1.0 / power) < 1.0:
        raise table.error(
            row,
            "column '{column}' is {power}, with which the curve never reaches {reached} of the "
            "density",
            column=p3,
            power=table.text(row, p3),
            reached=table.text(row, p1),
        )
    return ChapmanRichards(reached, age, power)


def _bands(table: Table, row: int, column: str) -> tuple[tuple[float, float], ...]:
    """Bands from a text such as `10:2.0;25:1.0;:0.2`."""
    text = table.needed_text(row, column)
    bands: list[tuple[float, float]] = []
    parts = [part.strip() for part in text.split(";")]
    for number, part in enumerate(parts, 1):
        until_text, colon, rate_text = part.partition(":")
        is_last = number == len(parts)
        until = float("inf") if is_last else number_in(until_text.strip())
        rate = number_in(rate_text.strip())
        before = bands[-1][0] if bands else 0.0
        is_open = is_last and not until_text.strip()
        if (
            not colon
            or until is None
            or rate is None
            or is_open is not is_last
            or not before < until
            or not 0 <= rate <= FASTEST
        ):
            raise table.error(
                row,
                "column '{column}' is '{text}', not bands of ages and rates such as "
                "10:2.0;25:1.0;:0.2 (to which age : t C/ha a year, rising ages, no rate below 0, "
                "the last without an age)",
                column=column,
                text=text,
            )
        bands.append((float(until), float(rate)))
    return tuple(bands)


def _part(table: Table, row: int, column: str) -> float:
    """A fraction, 0 to 1."""
    number = table.number(row, column)
    if not 0 <= number <= 1:
        raise table.error(
            row,
            "column '{column}' is {text}, not a fraction from 0 to 1",
            column=column,
            text=table.text(row, column),
        )
    return float(number)


def _reached(table: Table, row: int, column: str) -> float:
    """A fraction that a curve reaches, between 0 and 1."""
    number = table.number(row, column)
    if not 0 < number < 1:
        raise table.error(
            row,
            "column '{column}' is {text}, not a fraction above 0 and below 1",
            column=column,
            text=table.text(row, column),
        )
    return float(number)


def _above_zero(table: Table, row: int, column: str, largest: float) -> float:
    number = table.number(row, column)
    if not 0 < number <= largest:
        raise table.error(
            row,
            "column '{column}' is {text}, not a number above 0 and up to {largest:g}",
            column=column,
            text=table.text(row, column),
            largest=largest,
        )
    return float(number)


def _optional(table: Table, row: int, column: str, largest: float) -> float | None:
    return _above_zero(table, row, column, largest) if table.text(row, column) else None


def _half_width(table: Table, row: int, column: str) -> float | None:
    """A half-width in %, 0 or more; None where none is given."""
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


def _unknown(table: Table, row: int, column: str, text: str, known: Sequence[str]) -> DataError:
    return table.error(
        row,
        "column '{column}' is '{text}', not one of {known}",
        column=column,
        text=text,
        known=", ".join(known),
    )
