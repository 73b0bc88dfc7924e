"""Numbers as people write them in tables and fields."""

from __future__ import annotations

import re

WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)


def number_in(text: str) -> int | float | None:
    """The number that a text is, None if it is none.

    Whole numbers come as int, which keeps every digit of a 64-bit code. Python itself would
    also take 1_000, inf and the digits of other scripts.
    """
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else None
