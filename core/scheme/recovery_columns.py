"""Curves of recovery as the coefficient table has them: a name and its parameters, by pool."""

from __future__ import annotations

from collections.abc import Sequence

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
from .table import Row

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


def read_curve(row: Row, pool: str) -> Curve:
    """The curve of a pool; IPCC's 20 years where none is named."""
    column = f"{pool}_curve"
    name = row.text(column).casefold()
    filled = [p for p in PARAMETERS if row.text(f"{pool}_{p}")]
    if not name:
        if filled:
            raise row.error(
                "column '{parameter}' is filled in and '{column}' is empty; name a curve: {curves}",
                parameter=f"{pool}_{filled[0]}",
                column=column,
                curves=", ".join(NEEDED),
            )
        return Ipcc()
    if name not in NEEDED:
        raise row.unknown(column, tuple(NEEDED))
    for parameter in NEEDED[name]:
        if parameter not in filled:
            raise row.error(
                "column '{parameter}' is empty, which the curve '{curve}' of '{column}' needs",
                parameter=f"{pool}_{parameter}",
                curve=name,
                column=column,
            )
    for parameter in filled:
        if parameter not in ALLOWED[name]:
            raise row.error(
                "column '{parameter}' is filled in, which the curve '{curve}' of '{column}' does "
                "not have",
                parameter=f"{pool}_{parameter}",
                curve=name,
                column=column,
            )
    return _made(row, pool, name)


def _made(row: Row, pool: str, name: str) -> Curve:
    """A curve whose parameters are all there."""
    p1, p2, p3, rates = (f"{pool}_{parameter}" for parameter in PARAMETERS)
    if name == "ipcc":
        return Ipcc(row.optional(p1, above=0, most=LONGEST) or IPCC_YEARS)
    if name == "exponential":
        return Exponential(_reached(row, p1), _above_zero(row, p2))
    if name == "chapman_richards":
        return _chapman_richards(row, p1, p2, p3)
    if name == "rates":
        return Rates(_bands(row, rates))
    return Instant()


def _chapman_richards(row: Row, p1: str, p2: str, p3: str) -> Curve:
    reached = _reached(row, p1)
    age, power = _above_zero(row, p2), _above_zero(row, p3)
    if not 0.0 < reached ** (1.0 / power) < 1.0:
        raise row.error(
            "column '{column}' is {power}, with which the curve never reaches {reached} of the "
            "density",
            column=p3,
            power=row.text(p3),
            reached=row.text(p1),
        )
    return ChapmanRichards(reached, age, power)


def _bands(row: Row, column: str) -> tuple[tuple[float, float], ...]:
    """Bands from a text such as `10:2.0;25:1.0;:0.2`."""
    text = row.needed_text(column)
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
            raise row.error(
                "column '{column}' is '{text}', not bands of ages and rates such as "
                "10:2.0;25:1.0;:0.2 (to which age : t C/ha a year, rising ages, no rate below 0, "
                "the last without an age)",
                column=column,
                text=text,
            )
        bands.append((float(until), float(rate)))
    return tuple(bands)


def _reached(row: Row, column: str) -> float:
    """A fraction that a curve reaches, between 0 and 1."""
    return float(row.number(column, above=0, below=1))


def _above_zero(row: Row, column: str) -> float:
    return float(row.number(column, above=0, most=LONGEST))
