"""What became of mined land, history by history, by the words of the manual (reclamation.md).

A history is spelled with a letter a date: M mined, S sink, B built, W water, O the rest. It shares
no code with the core.
"""

from __future__ import annotations

import re

LETTERS = {"sink": "S", "built": "B", "water": "W"}
BECAME = {"S": "direct", "B": "redeveloped", "W": "flooded", "O": "other"}
STATES = {"M": "active", "S": "reclaimed", "B": "redeveloped", "W": "flooded", "O": "other"}
# In the order of the numbers of STATUS_MAP, from 1.
SHOWN = ("active", "reclaimed", "redeveloped", "flooded", "other", "never_mined")


def spelled(groups, disturbing) -> str:
    """A history by the groups of its classes and those that take land."""
    return "".join("M" if g in disturbing else LETTERS.get(g, "O") for g in groups)


def state(history: str, place: int) -> str:
    """What has become of land by a date."""
    if "M" not in history:
        return "never_mined"
    return STATES[history[place]] if "M" in history[: place + 1] else "before_mining"


def last_run(history: str) -> int:
    """Where the run of sinks begins that a history ends with and that follows mining; 0: none."""
    found = re.fullmatch("(.*M.*?)S+", history)
    return len(found[1]) if found else 0


def is_given_back(history: str, place: int) -> bool:
    """Whether land is mined no longer from a date to the next, or becomes a sink at last."""
    a, b = history[place : place + 2]
    return a == "M" != b or ("M" in history[:place] and a in "BWO" and b == "S")


def events(history: str, classes, labels) -> list[tuple]:
    """What was taken and given back: table, period, kind, class before (None: not known), after."""
    found = [("disturbed", labels[0], "already", None, classes[0])] if history[0] == "M" else []
    for n, (a, b) in enumerate(zip(history, history[1:])):
        period, pair = f"{labels[n]}-{labels[n + 1]}", classes[n : n + 2]
        if a != "M" == b:
            kind = "redisturbed" if "M" in history[:n] else "first"
            found.append(("disturbed", period, kind, *pair))
        elif is_given_back(history, n):
            found.append(("reclaimed", period, BECAME[b] if a == "M" else "via", *pair))
    return found


def disclosed(history: str, classes) -> list[tuple]:
    """The same for DISCLOSURE: number of the period, phase, class before mining, class after.

    The class before is that before the last mining; None: it was mined at the first date.
    """
    found = []
    for n, b in enumerate(history[1:]):
        if history[n] != "M" == b:
            found.append((n, "active", *classes[n : n + 2]))
        elif is_given_back(history, n):
            run = history[: history.rindex("M", 0, n + 1) + 1].rstrip("M")
            found.append((n, STATES[b], classes[len(run) - 1] if run else None, classes[n + 1]))
    return found


def disclosed_once(history: str, classes) -> tuple | None:
    """The same over the whole span: phase at the last date, class before the first mining, None of
    land that was mined at the first date, class at the last date. None where nothing is disclosed.
    """
    if "M" not in history or (history[0] == "M" == history[-1]):
        return None
    before = classes[history.index("M") - 1] if history[0] != "M" else None
    return "active" if history[-1] == "M" else STATES[history[-1]], before, classes[-1]
