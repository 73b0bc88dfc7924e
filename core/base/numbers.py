"""Numbers as people write them: in tables and fields, and round ones on scale bars.

And names of array types, for signatures.

Lists that people write into a text (years, groups, numbers, titles), and lists in sentences.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import count
from math import floor, fsum, isnan, log10
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray as NDArray  # others have it from here

from .messages import DataError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

Item = TypeVar("Item")

# There can be hundreds of things to list; a sentence should not have so many.
MOST_LISTED = 20

# What a keyboard writes between the parts of a list, a Chinese one among them.
COMMAS = ",\uff0c\u3001"
SEPARATORS = COMMAS + ";\uff1b\r\n"
# What it writes as numbers where letters are as wide as Chinese ones.
WIDE = {0xFEE0 + code: code for code in map(ord, "0123456789+-.=")}


# What ends a line or cannot be shown, with the blanks about it; XML has no room for most of it.
UNSHOWN = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029][\s\x00-\x1f\x7f-\x9f]*")


def one_line(text: str) -> str:
    """A name or another text as it stands in tables, sentences and legends: in one line, trimmed.

    Cells of spreadsheets have line breaks where a name is long.
    """
    return (text if text.isprintable() else UNSHOWN.sub(" ", text)).strip()


def half_width(text: str) -> str:
    """A text of numbers with each digit and sign as narrow as programs have it."""
    return text.translate(WIDE)


def parts_of(text: str, separators: str = SEPARATORS) -> list[str]:
    """The parts of a list in a text; one that begins with a double quote ends with the next one.

    Two quotes within quotes are one. What is empty is a part too; a last separator begins one.
    """
    parts: list[str] = []
    rest = f"([^{separators}]*)"
    # What is in quotes, and what follows on it, or all of it; and what ends it.
    pattern = re.compile(rf'\s*(?:"((?:[^"]|"")*)"{rest}|{rest})([{separators}]?)')
    start, last = 0, ","
    while last:
        match = pattern.match(text, start)
        if match is None:
            break
        quoted, behind, plain, last = match.groups()
        parts.append(plain if quoted is None else quoted.replace('""', '"') + behind)
        start = match.end()
    return [part.strip() for part in parts]


def first_of(parts: Iterable[Item], most: int = MOST_LISTED) -> list[Item | str]:
    """All parts, or the first of them and three dots where there are more than so many."""
    every = list(parts)
    return [*every[:most], *(["..."] if every[most:] else [])]


def apart(
    names: Iterable[str], spelled: Callable[[str, int], str], reserved: Iterable[str] = ()
) -> list[str]:
    """Names that differ without regard to case, each as near to the one wished for as may be.

    Args:
        spelled: a name with a number, 2 and so on; with 1 as it is wished for.
        reserved: what none of them may be.
    """
    used = {name.casefold() for name in reserved}
    distinct = []
    for name in names:
        tries = (spelled(name, suffix) for suffix in count(1))
        distinct.append(next(spelling for spelling in tries if spelling.casefold() not in used))
        used.add(distinct[-1].casefold())
    return distinct


def listed(parts: Iterable[object], most: int = MOST_LISTED) -> str:
    """The first parts as a text that no language changes, such as of numbers."""
    return ", ".join(map(str, first_of(parts, most)))


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


def by_sign(values: Iterable[float]) -> tuple[float, float]:
    """The sum of the numbers above 0, and that of those below 0, each rounded but once."""
    values = list(values)
    return fsum(n for n in values if n > 0), fsum(n for n in values if n < 0)
