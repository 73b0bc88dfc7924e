"""Numbers as people write them: in tables and fields, and round ones on scale bars.

And names of array types, for signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import floor, fsum, isnan, log10
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray as NDArray  # others have it from here

from .lists import half_width, parts_of
from .messages import DataError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
NOT_FINITE = re.compile(r"nan|[+-]?inf", re.IGNORECASE)

# One with a comma before its decimals, and one that may as well have it between thousands.
DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?", re.ASCII)
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
# Commas or points between thousands.
GROUPED = re.compile(r"[+-]?\d{1,3}([,.]\d{3})+([,.]\d*)?", re.ASCII)

# Longer whole numbers may be too large for a float, and far longer ones Python does not read.
MOST_DIGITS = 300


def number_in(text: str) -> int | float | None:
    """The number that a text is, None if it is none.

    Whole numbers come as int, which keeps every digit of a 64-bit code. Python itself would
    also take 1_000, inf and the digits of other scripts. A whole number that a float cannot hold is
    infinite.
    """
    if WHOLE.fullmatch(text) and len(text) <= MOST_DIGITS:
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else None


def is_decimal_comma(text: str) -> bool:
    """Whether a text is a number with a comma that can stand before its decimals alone."""
    return bool(DECIMAL_COMMA.fullmatch(text)) and not THOUSANDS.fullmatch(text)


def with_point(text: str) -> str:
    """A text, with a point for the comma where it is a number with one before its decimals."""
    return text.replace(",", ".") if DECIMAL_COMMA.fullmatch(text) else text


def round_length(longest: float) -> float:
    """The largest of 1, 2 or 5 times a power of ten that is not longer; `longest` is above 0."""
    power = 10.0 ** floor(log10(longest))
    # Logarithms of powers of ten are not always whole.
    return power * next(step for step in (5, 2, 1) if step * power <= longest * (1 + 1e-9))


def parse_nodata(text: str, parameter: str = "NODATA") -> tuple[float, ...]:
    """Numbers from a text such as `0`, `0,255` or `nan,-inf`.

    Args:
        parameter: that the text was given in.

    Raises:
        DataError: a part is not a number.
    """
    values: list[float] = []
    for part in parts_of(half_width(text or "")):
        value = float(part) if NOT_FINITE.fullmatch(part) else number_in(part)
        if value is not None:
            values.append(value)
        elif part:
            raise DataError("{parameter}: '{part}' is not a number", parameter=parameter, part=part)
    return tuple(values)


def percent(part: float, whole: float) -> float | None:
    """part in per cent of whole; None where there is no whole."""
    return float(100.0 * part / whole) if whole else None


def quotients(parts: ArrayLike, wholes: ArrayLike) -> Floats:
    """parts / wholes, of arrays that fit each other (broadcast); NaN where there is no whole."""
    parts, wholes = np.broadcast_arrays(np.asarray(parts, float), np.asarray(wholes, float))
    return np.asarray(np.divide(parts, wholes, out=np.full(parts.shape, np.nan), where=wholes != 0))


def or_none(value: float) -> float | None:
    """A number as a table has it: a cell is empty where it is NaN."""
    return None if isnan(value) else float(value)


def or_nones(values: Floats) -> list[float | None]:
    """Numbers, shape (n,), as a table has them: cells are empty where they are NaN."""
    cells = values.astype(object)
    cells[np.isnan(values)] = None
    return list(cells)


def by_sign(values: Iterable[float]) -> tuple[float, float]:
    """The sum of the numbers above 0, and that of those below 0, each rounded but once."""
    values = list(values)
    return fsum(n for n in values if n > 0), fsum(n for n in values if n < 0)
