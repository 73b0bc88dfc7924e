"""Curves of recovery as the coefficient table has them: a name and its parameters, by pool."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import DataError
from ..base.numbers import number_in
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

# Ages and half-lives beyond these are slips of the pen, and so are rates.
LONGEST, FASTEST = 1e6, 1e6


def read_curve(table: Table, row: int, pool: str) -> Curve:
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
        raise unknown(table, row, column, table.text(row, column), tuple(NEEDED))
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
        return Ipcc(optional_above_zero(table, row, p1, LONGEST) or IPCC_YEARS)
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


def optional_above_zero(table: Table, row: int, column: str, largest: float) -> float | None:
    return _above_zero(table, row, column, largest) if table.text(row, column) else None


def unknown(table: Table, row: int, column: str, text: str, known: Sequence[str]) -> DataError:
    return table.error(
        row,
        "column '{column}' is '{text}', not one of {known}",
        column=column,
        text=text,
        known=", ".join(known),
    )
