"""Numbers: array types, parsing and formatting, lists in texts, and natural breaks."""

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

# Limits the number of items listed in a message.
MAX_LISTED_ITEMS = 20

# Separators in typed lists, including Chinese ones.
COMMA_CHARS = ",\uff0c\u3001"
LIST_SEPARATORS = COMMA_CHARS + ";\uff1b\r\n"
# Full-width digits and signs.
FULL_WIDTH_CHARS = {0xFEE0 + code: code for code in map(ord, "0123456789+-.=")}

INTEGER_PATTERN = re.compile(r"[+-]?\d+", re.ASCII)
DECIMAL_PATTERN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
NON_FINITE_PATTERN = re.compile(r"nan|[+-]?inf", re.IGNORECASE)

# A number with a comma before its decimals, and one in which it may separate thousands.
DECIMAL_COMMA_PATTERN = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?", re.ASCII)
THOUSANDS_PATTERN = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
# Commas or points between thousands.
GROUPED_DIGITS_PATTERN = re.compile(r"[+-]?\d{1,3}([,.]\d{3})+([,.]\d*)?", re.ASCII)

# Longer integers may be too large for a float, and Python refuses to parse very long ones.
MAX_DIGITS = 300

# More distinct values are represented by this many evenly spaced ones.
MAX_BREAK_VALUES = 1000

# Line breaks and control characters with adjacent spaces; XML does not allow most of them.
CONTROL_CHARS_PATTERN = re.compile(r"\s*[\x00-\x1f\x7f-\x9f\u2028\u2029][\s\x00-\x1f\x7f-\x9f]*")


def to_half_width(value: float, half_width: float | None, digits: int) -> tuple[float, int]:
    """Round a value to the second digit of its half-width (JCGM 100:2008, 7.2.6).

    Also return the number of decimals: at most `digits`, which also apply without a
    half-width. At least one significant digit is kept.
    """
    if not half_width or not value:
        return value, digits
    supported = max(1 - floor(log10(half_width)), -floor(log10(abs(value))))
    return round(value, min(digits, supported)), max(0, min(digits, supported))


def to_single_line(text: str) -> str:
    """Return a text on a single line, trimmed; spreadsheet cells contain line breaks."""
    return (text if text.isprintable() else CONTROL_CHARS_PATTERN.sub(" ", text)).strip()


def to_ascii_digits(text: str) -> str:
    """Convert full-width digits and signs to ASCII."""
    return text.translate(FULL_WIDTH_CHARS)


def split_list(text: str, separators: str = LIST_SEPARATORS) -> list[str]:
    """Split a list; double quotes protect separators, doubled are one; empty parts are kept."""
    parts: list[str] = []
    rest = f"([^{separators}]*)"
    # A quoted part and the text after it, or an unquoted part; and the separator.
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
    """Return the first parts, followed by three dots if there are more than `most`."""
    every = list(parts)
    return [*every[:most], *(["..."] if every[most:] else [])]


def make_distinct_names(
    names: Iterable[str], spelled: Callable[[str, int], str], reserved: Iterable[str] = ()
) -> list[str]:
    """Return names unique regardless of case, each as similar to its original as possible.

    Args:
        spelled: returns a name with a number, 2 and so on; with 1 the original.
        reserved: names that must not be used.
    """
    used = {name.casefold() for name in reserved}
    distinct = []
    for name in names:
        tries = (spelled(name, suffix) for suffix in count(1))
        distinct.append(next(spelling for spelling in tries if spelling.casefold() not in used))
        used.add(distinct[-1].casefold())
    return distinct


def format_list(parts: Iterable[object], most: int = MAX_LISTED_ITEMS) -> str:
    """Format a list that needs no translation, such as numbers."""
    return ", ".join(map(str, truncate_list(parts, most)))


def parse_number(text: str) -> int | float | None:
    """Return the number in a text, or None if it is not a number.

    int for 64-bit codes, infinite beyond floats; 1_000, inf and other scripts are rejected.
    """
    if INTEGER_PATTERN.fullmatch(text) and len(text) <= MAX_DIGITS:
        return int(text)
    return float(text) if DECIMAL_PATTERN.fullmatch(text) else None


def has_decimal_comma(text: str) -> bool:
    """Return whether a text is a number with a comma that can only be a decimal comma."""
    return bool(DECIMAL_COMMA_PATTERN.fullmatch(text)) and not THOUSANDS_PATTERN.fullmatch(text)


def decimal_comma_to_point(text: str) -> str:
    """Replace the decimal comma of a number with a point; return other texts unchanged."""
    return text.replace(",", ".") if DECIMAL_COMMA_PATTERN.fullmatch(text) else text


def get_round_length(longest: float) -> float:
    """Return the largest of 1, 2 or 5 times a power of ten up to `longest`, which is above 0."""
    power = 10.0 ** floor(log10(longest))
    # Logarithms of powers of ten are not always exact integers.
    return power * next(step for step in (5, 2, 1) if step * power <= longest * (1 + 1e-9))


def parse_nodata(text: str, parameter: str = "NODATA") -> tuple[float, ...]:
    """Return the numbers in a parameter text such as `0`, `0,255` or `nan,-inf`."""
    values: list[float] = []
    for part in split_list(to_ascii_digits(text or "")):
        value = float(part) if NON_FINITE_PATTERN.fullmatch(part) else parse_number(part)
        if value is not None:
            values.append(value)
        elif part:
            raise DataError("{parameter}: '{part}' is not a number", parameter=parameter, part=part)
    return tuple(values)


def compute_percent(part: float, whole: float) -> float | None:
    """Return part in percent of whole, or None if whole is 0."""
    return float(100.0 * part / whole) if whole else None


def safe_divide(parts: ArrayLike, wholes: ArrayLike) -> FloatArray:
    """Return parts / wholes of broadcastable arrays; NaN where wholes is 0."""
    parts, wholes = np.asarray(parts, float), np.asarray(wholes, float)
    out = np.full(np.broadcast(parts, wholes).shape, np.nan)
    return np.asarray(np.divide(parts, wholes, out=out, where=wholes != 0))


def nan_to_none(value: float) -> float | None:
    """Return a number for a table, with None for NaN."""
    return None if isnan(value) else float(value)


def sum_by_sign(values: Iterable[float]) -> tuple[float, float]:
    """Return the sums of positive and of negative numbers, each rounded only once."""
    values = list(values)
    return fsum(n for n in values if n > 0), fsum(n for n in values if n < 0)


def natural_breaks(values: Iterable[float], most: int) -> list[tuple[float, float]]:
    """Return the lowest and highest value of each class, in ascending order.

    The classes minimize the sum of squared deviations from the class means (Fisher 1958;
    Jenks' natural breaks).

    Args:
        most: number of classes; fewer if there are fewer distinct values.
    """
    ordered = np.sort(np.array(list(values), np.float64))
    different, counts = np.unique(ordered, return_counts=True)
    if different.size > MAX_BREAK_VALUES:
        looked_at = np.linspace(0, ordered.size - 1, MAX_BREAK_VALUES).round().astype(int)
        different, counts = np.unique(ordered[looked_at], return_counts=True)
    size, classes = different.size, min(most, different.size)
    if not classes:
        return []
    # Deviations from the mean preserve the digits of small differences when squared.
    about = different - np.average(different, weights=counts)
    sizes, first, second = (np.append(0.0, np.cumsum(counts * about**power)) for power in (0, 1, 2))

    def spread(end: int) -> FloatArray:
        """Return the squared deviations of the values from each index before `end` up to it."""
        n, s = sizes[end] - sizes[:end], first[end] - first[:end]
        squares: FloatArray = second[end] - second[:end] - s * s / n
        return squares

    # best[k][e]: the minimum sum of the first e values in k classes, the last of which begins at
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
    """Return the index of the class of a value: the first with an upper bound not below it."""
    return next((index for index, (_, most) in enumerate(breaks) if value <= most), len(breaks) - 1)
