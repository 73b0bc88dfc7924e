"""Numbers: their array types, as people write them and in lists, and classes by natural breaks."""

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

ItemT = TypeVar("ItemT")
FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
ByteArray = NDArray[np.uint8]

# There can be hundreds of things to list; a sentence should not have so many.
MAX_LISTED_ITEMS = 20

# What a keyboard writes between the parts of a list, a Chinese one among them.
COMMA_CHARS = ",\uff0c\u3001"
LIST_SEPARATORS = COMMA_CHARS + ";\uff1b\r\n"
# What it writes as numbers where letters are as wide as Chinese ones.
FULL_WIDTH_CHARS = {0xFEE0 + code: code for code in map(ord, "0123456789+-.=")}

INTEGER_PATTERN = re.compile(r"[+-]?\d+", re.ASCII)
DECIMAL_PATTERN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
NON_FINITE_PATTERN = re.compile(r"nan|[+-]?inf", re.IGNORECASE)

# One with a comma before its decimals, and one that may as well have it between thousands.
DECIMAL_COMMA_PATTERN = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?", re.ASCII)
THOUSANDS_PATTERN = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
# Commas or points between thousands.
GROUPED_DIGITS_PATTERN = re.compile(r"[+-]?\d{1,3}([,.]\d{3})+([,.]\d*)?", re.ASCII)

# Longer whole numbers may be too large for a float, and far longer ones Python does not read.
MAX_DIGITS = 300

# Of more different numbers so many that stand for them are looked at.
MAX_BREAK_VALUES = 1000

# What ends a line or cannot be shown, with the blanks about it; XML has no room for most of it.
CONTROL_CHARS_PATTERN = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029][\s\x00-\x1f\x7f-\x9f]*")


def to_half_width(value: float, half_width: float | None, digits: int) -> tuple[float, int]:
    """A value to the second digit of its half-width (JCGM 100:2008, 7.2.6), and its decimals.

    One digit is left at least. There are `digits` decimals at most, and without a half-width.
    """
    if not half_width or not value:
        return value, digits
    supported = max(1 - floor(log10(half_width)), -floor(log10(abs(value))))
    return round(value, min(digits, supported)), max(0, min(digits, supported))


def to_single_line(text: str) -> str:
    """A name or another text as it stands in tables, sentences and legends: in one line, trimmed.

    Cells of spreadsheets have line breaks where a name is long.
    """
    return (text if text.isprintable() else CONTROL_CHARS_PATTERN.sub(" ", text)).strip()


def to_ascii_digits(text: str) -> str:
    """A text of numbers with each digit and sign as narrow as programs have it."""
    return text.translate(FULL_WIDTH_CHARS)


def split_list(text: str, separators: str = LIST_SEPARATORS) -> list[str]:
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


def truncate_list(parts: Iterable[ItemT], most: int = MAX_LISTED_ITEMS) -> list[ItemT | str]:
    """All parts, or the first of them and three dots where there are more than so many."""
    every = list(parts)
    return [*every[:most], *(["..."] if every[most:] else [])]


def make_distinct_names(
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


def format_list(parts: Iterable[object], most: int = MAX_LISTED_ITEMS) -> str:
    """The first parts as a text that no language changes, such as of numbers."""
    return ", ".join(map(str, truncate_list(parts, most)))


def parse_number(text: str) -> int | float | None:
    """The number that a text is, None if it is none.

    Whole numbers come as int, which keeps every digit of a 64-bit code. Python itself would
    also take 1_000, inf and the digits of other scripts. A whole number that a float cannot hold is
    infinite.
    """
    if INTEGER_PATTERN.fullmatch(text) and len(text) <= MAX_DIGITS:
        return int(text)
    return float(text) if DECIMAL_PATTERN.fullmatch(text) else None


def has_decimal_comma(text: str) -> bool:
    """Whether a text is a number with a comma that can stand before its decimals alone."""
    return bool(DECIMAL_COMMA_PATTERN.fullmatch(text)) and not THOUSANDS_PATTERN.fullmatch(text)


def decimal_comma_to_point(text: str) -> str:
    """A text, with a point for the comma where it is a number with one before its decimals."""
    return text.replace(",", ".") if DECIMAL_COMMA_PATTERN.fullmatch(text) else text


def get_round_length(longest: float) -> float:
    """The largest of 1, 2 or 5 times a power of ten that is not longer; `longest` is above 0."""
    power = 10.0 ** floor(log10(longest))
    # Logarithms of powers of ten are not always whole.
    return power * next(step for step in (5, 2, 1) if step * power <= longest * (1 + 1e-9))


def parse_nodata(text: str, parameter: str = "NODATA") -> tuple[float, ...]:
    """Numbers from the text of a parameter, such as `0`, `0,255` or `nan,-inf`."""
    values: list[float] = []
    for part in split_list(to_ascii_digits(text or "")):
        value = float(part) if NON_FINITE_PATTERN.fullmatch(part) else parse_number(part)
        if value is not None:
            values.append(value)
        elif part:
            raise DataError("{parameter}: '{part}' is not a number", parameter=parameter, part=part)
    return tuple(values)


def compute_percent(part: float, whole: float) -> float | None:
    """part in per cent of whole; None where there is no whole."""
    return float(100.0 * part / whole) if whole else None


def safe_divide(parts: ArrayLike, wholes: ArrayLike) -> FloatArray:
    """parts / wholes, of arrays that fit each other (broadcast); NaN where there is no whole."""
    parts, wholes = np.asarray(parts, float), np.asarray(wholes, float)
    out = np.full(np.broadcast(parts, wholes).shape, np.nan)
    return np.asarray(np.divide(parts, wholes, out=out, where=wholes != 0))


def nan_to_none(value: float) -> float | None:
    """A number as a table has it: a cell is empty where it is NaN."""
    return None if isnan(value) else float(value)


def sum_by_sign(values: Iterable[float]) -> tuple[float, float]:
    """The sum of the numbers above 0, and that of those below 0, each rounded but once."""
    values = list(values)
    return fsum(n for n in values if n > 0), fsum(n for n in values if n < 0)


def natural_breaks(values: Iterable[float], most: int) -> list[tuple[float, float]]:
    """The least and largest value of each class, from the lowest on.

    Of all ways to cut the values into so many classes it is that with the least sum of squared
    distances from the means of the classes (Fisher 1958; Jenks' natural breaks).

    Args:
        most: classes; fewer where there are fewer different values.
    """
    ordered = np.sort(np.array(list(values), np.float64))
    different, counts = np.unique(ordered, return_counts=True)
    if different.size > MAX_BREAK_VALUES:
        looked_at = np.linspace(0, ordered.size - 1, MAX_BREAK_VALUES).round().astype(int)
        different, counts = np.unique(ordered[looked_at], return_counts=True)
    size, classes = different.size, min(most, different.size)
    if not classes:
        return []
    # Squares of numbers about their mean keep the digits of small differences.
    about = different - np.average(different, weights=counts)
    sizes, first, second = (np.append(0.0, np.cumsum(counts * about**power)) for power in (0, 1, 2))

    def spread(end: int) -> FloatArray:
        """Of the values from each index before `end` on up to there."""
        n, s = sizes[end] - sizes[:end], first[end] - first[:end]
        squares: FloatArray = second[end] - second[:end] - s * s / n
        return squares

    # best[k][e]: the least sum of the first e values in k classes, the last of which begins at
    # cut[k][e].
    best = np.full((classes + 1, size + 1), np.inf)
    cut = np.zeros((classes + 1, size + 1), np.int64)
    best[0][0] = 0.0
    for end in range(1, size + 1):
        squares = spread(end)
        for used in range(1, classes + 1):
            sums = best[used - 1][:end] + squares
            cut[used][end] = np.argmin(sums)
            best[used][end] = sums[cut[used][end]]
    edges, end = [size], size
    for used in range(classes, 0, -1):
        end = int(cut[used][end])
        edges.append(end)
    edges.reverse()
    return [
        (float(different[start]), float(different[stop - 1]))
        for start, stop in zip(edges, edges[1:])
    ]


def find_class_index(value: float, breaks: list[tuple[float, float]]) -> int:
    """The index of the class that a value is in: the first one whose largest is not below it."""
    return next((index for index, (_, most) in enumerate(breaks) if value <= most), len(breaks) - 1)
