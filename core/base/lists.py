"""Lists that people write into a text (years, groups, numbers, titles), and lists in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

Item = TypeVar("Item")

# There can be hundreds of things to list; a sentence should not have so many.
MOST_LISTED = 20

# What a keyboard writes between the parts of a list, a Chinese one among them.
COMMAS = ",\uff0c\u3001"
SEPARATORS = COMMAS + ";\uff1b\r\n"
# What it writes as numbers where letters are as wide as Chinese ones.
WIDE = {0xFEE0 + code: code for code in map(ord, "0123456789+-.=")}


def half_width(text: str) -> str:
    """A text of numbers with each digit and sign as narrow as programs have it."""
    return text.translate(WIDE)


def parts_of(text: str, separators: str = SEPARATORS) -> list[str]:
    """The parts of a list in a text; one that begins with a double quote ends with the next one.

    Two quotes within quotes are one. What is empty is a part too; a last separator begins one.
    """
    parts: list[str] = []
    part, place, last = _part(separators), 0, ","
    while last:
        found = part.match(text, place)
        if found is None:
            break
        quoted, behind, plain, last = found.groups()
        parts.append(plain if quoted is None else quoted.replace('""', '"') + behind)
        place = found.end()
    return [own.strip() for own in parts]


@lru_cache
def _part(separators: str) -> re.Pattern[str]:
    """A part of a list: what is in quotes, and what follows on it, or all of it; what ends it."""
    rest = f"([^{separators}]*)"
    return re.compile(rf'\s*(?:"((?:[^"]|"")*)"{rest}|{rest})([{separators}]?)')


def first_of(parts: Iterable[Item], most: int = MOST_LISTED) -> list[Item | str]:
    """All parts, or the first of them and three dots where there are more than so many."""
    every = list(parts)
    return [*every[:most], *(["..."] if every[most:] else [])]


def listed(parts: Iterable[object], most: int = MOST_LISTED) -> str:
    """The same as a text that no language changes, such as of numbers."""
    return ", ".join(map(str, first_of(parts, most)))
