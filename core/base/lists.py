"""Lists that people write into a text (years, groups, numbers, titles), and lists in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import count
from typing import TypeVar

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
