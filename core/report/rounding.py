"""Numbers as people read them; the tables of a page keep the exact ones beside them."""

from __future__ import annotations

import re

from ..base.messages import Message

MINUS = "\N{MINUS SIGN}"
NOTHING = "\N{EN DASH}"


def rounded(value: float | None, digits: int = 0) -> str:
    """A number rounded, with thousands separators; what rounds to 0 without being 0 says so."""
    if value is None:
        return NOTHING
    if value == 0:
        return "0"
    if abs(value) < 0.5 * 10**-digits:
        # What two ways of adding up differ by in the last digits is shown by its size.
        if abs(value) < 10 ** -(digits + 4):
            return f"{value:.0e}".replace("-", MINUS)
        return f"{'<' if value > 0 else f'>{MINUS}'}{10**-digits:.{digits}f}"
    text = f"{value:,.{digits}f}"
    return text.replace("-", MINUS)


# Of fewer hectares than this a sentence has the digits too.
FEW_HECTARES = 100


def told_hectares(area: float) -> str:
    """Hectares as a sentence has them."""
    return rounded(area, 0 if area >= FEW_HECTARES else 2)


def with_minus_signs(text: str) -> str:
    """A sentence with a minus sign, in place of a hyphen, before each number below 0.

    The half of a width, +-5, has a sign of its own.
    """
    text = re.sub(r"\+-(?=\d)", "\N{PLUS-MINUS SIGN}", text)
    return re.sub(r"(?<![\w.,)/-])-(?=\d)", MINUS, text)


def hectares(area: float | None, digits: int = 2) -> Message:
    """An area with its unit, in the reader's words."""
    return Message("{area} ha", area=rounded(area, digits))


def size_words(size: float) -> str:
    """The size of a file, such as 1.2 MB."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} TB"


def exact(value: object) -> str:
    """A value at full precision, as it is copied; the tables of files have the same digits."""
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)
