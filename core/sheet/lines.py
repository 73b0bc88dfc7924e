"""Texts in lines that fit a width."""

from __future__ import annotations

from collections.abc import Callable

# No line begins with these.
NOT_FIRST = (
    ",.;:!?)]}\u2019\u201d\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
)
# No line ends with these.
NOT_LAST = "([\u2018\u201c\u300a\u300c\u300e\uff08"


def broken(text: str, width: float, width_of: Callable[[str], float], most_lines: int) -> list[str]:
    """A text in lines that fit a width, broken between words, else within one; cut with an
    ellipsis where it needs more lines than allowed.

    Args:
        width_of: says how wide a line is.
    """
    lines = [""]
    for index, word in enumerate(text.split()):
        if len(lines) > most_lines:
            break  # a name of thousands of words is measured no further than it is shown
        joined = f"{lines[-1]} {word}" if index else word
        if not lines[-1] or width_of(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
        # Names of files and Chinese sentences have no blanks to break at.
        while width_of(lines[-1]) > width and len(lines[-1]) > 1 and len(lines) <= most_lines:
            line = lines[-1]
            cut = _fitting(line, width, width_of)
            tidy = max(line.rfind(mark, 0, cut) for mark in "_-/.") + 1
            cut = tidy if tidy > cut / 2 else cut
            while cut > 1 and (line[cut] in NOT_FIRST or line[cut - 1] in NOT_LAST):
                cut -= 1
            lines[-1:] = [line[:cut], line[cut:]]
    if len(lines) > most_lines:
        last = lines[most_lines - 1]
        while last and width_of(f"{last}…") > width:
            last = last[:-1]
        lines = [*lines[: most_lines - 1], f"{last.rstrip()}…"]
    return lines


def _fitting(line: str, width: float, width_of: Callable[[str], float]) -> int:
    """How many signs of a line that is too wide fit, at least one."""
    fits, over = 1, 2
    while over < len(line) and width_of(line[:over]) <= width:
        fits, over = over, 2 * over
    over = min(over, len(line))
    while over - fits > 1:
        middle = (fits + over) // 2
        if width_of(line[:middle]) <= width:
            fits = middle
        else:
            over = middle
    return fits
