"""Names as labels of charts: shortened or in two lines where long, and still told apart."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

ARROW = "\N{RIGHTWARDS ARROW}"
PLUS_MINUS = "\N{PLUS-MINUS SIGN}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def breadth(text: str) -> int:
    """How broad a text is in Latin letters; an East Asian one is as broad as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def pair_label(source: str, target: str) -> str:
    """What a conversion is called."""
    return f"{source} {ARROW} {target}"


def fitted(labels: Sequence[str], longest: int) -> list[str]:
    """Labels that are no broader than so many Latin letters.

    What is too long loses its end, or, where another label begins as it does, its middle.
    """
    short = []
    for label in labels:
        start = _start(label, longest - 1)
        if breadth(label) <= longest:
            short.append(label)
        elif all(other == label or not other.startswith(start) for other in labels):
            short.append(start.rstrip() + ELLIPSIS)
        else:
            tail = (longest - 1) // 2
            end = _start(label[::-1], tail)[::-1]
            start = _start(label, longest - 1 - tail)
            short.append(start.rstrip() + ELLIPSIS + end.lstrip())
    return short


def in_lines(labels: Sequence[str], longest: int) -> list[list[str]]:
    """Labels as one line, or as two where they are broader than so many Latin letters.

    A conversion is broken at its arrow, another label at the blank nearest to its middle.
    """
    broken = [_broken(label, longest) for label in labels]
    firsts = iter(fitted([lines[0] for lines in broken], longest))
    rests = iter(fitted([lines[1] for lines in broken if len(lines) > 1], longest))
    return [[next(firsts), *([next(rests)] if len(lines) > 1 else [])] for lines in broken]


def _broken(label: str, longest: int) -> list[str]:
    if breadth(label) <= longest:
        return [label]
    source, arrow, target = label.partition(f" {ARROW} ")
    if arrow:
        return [f"{source} {ARROW}", target]
    blanks = [position for position, letter in enumerate(label) if letter == " " and position > 0]
    if not blanks:
        return [label]
    middle = min(blanks, key=lambda position: abs(2 * breadth(label[:position]) - breadth(label)))
    return [label[:middle], label[middle + 1 :]]


def _start(text: str, room: int) -> str:
    """As much of a text as there is room for."""
    start = ""
    for letter in text:
        if breadth(start + letter) > room:
            break
        start += letter
    return start
