"""What became of mined land, by the words of the manual (docs/algorithms/reclamation.md).

A history is spelled with a letter a date: M mined, S sink, B built, W water, O the rest.
"""

from __future__ import annotations

import re

from .oracle_losses import groups_of

LETTERS = {"sink": "S", "built": "B", "water": "W"}
BECAME = {"S": "direct", "B": "redeveloped", "W": "flooded", "O": "other"}
STATES = {"M": "active", "S": "reclaimed", "B": "redeveloped", "W": "flooded", "O": "other"}
# In the order of the numbers of STATUS_MAP, from 1.
SHOWN = ("active", "reclaimed", "redeveloped", "flooded", "other", "never_mined")


def mining_of(disturbing: str, names, dates: list, histories: dict, result) -> None:
    """Tables and cells of rasters, and refusals, into a result.

    Args:
        disturbing: the text of TAKING_GROUPS.
        dates: of the case.
    """
    groups = groups_of(disturbing)
    if not groups or "sink" in groups:
        result.refusals.append(("TAKING_GROUPS",))
        return
    spelled = {land: letter(land, groups) for history in histories for land in history}
    letters = {letter(land, groups) for land in names.named}
    if not {"M", "S"} <= letters:
        result.refusals.append(("TAKING_GROUPS", "no class is in"))
        return
    if any(not land.listed for lands in histories for land in lands):
        result.refusals.append(("SCHEME", "of the area analysed are unclassified"))
        return
    labels = [date.label for date in dates]
    for label in labels:
        for word in ("before_mining", *SHOWN):
            result.numbers["status", label, word] = [0, 0.0]
    for lands, (cells, hectares) in histories.items():
        history = "".join(spelled[land] for land in lands)
        words = [land.name.casefold() for land in lands]
        keys = [("status", label, state(history, n)) for n, label in enumerate(labels)]
        keys += _events(history, words, labels)
        if all(date.year for date in dates):
            years = [int(date.year) for date in dates]
            keys += _ages(history, words, years)
            _rasters(history, years, cells, result)
        shown = SHOWN.index(state(history, len(labels) - 1)) + 1
        held = result.numbers.setdefault(("cells that hold", "status_map.tif", str(shown)), [0])
        held[0] += cells
        for key in keys:
            entry = result.numbers.setdefault(key, [0, 0.0])
            entry[0] += cells
            entry[1] += hectares


def letter(land, groups: list) -> str:
    """A class as histories have it."""
    return "M" if land.group.casefold() in groups else LETTERS.get(land.group, "O")


def state(history: str, place: int) -> str:
    """What has become of land by a date."""
    if "M" not in history:
        return "never_mined"
    return STATES[history[place]] if "M" in history[: place + 1] else "before_mining"


def _events(history: str, words: list, labels: list) -> list[tuple]:
    """What was taken and given back, period by period."""
    found = [("disturbed", labels[0], "already", "", words[0])] if history[0] == "M" else []
    for n, (a, b) in enumerate(zip(history, history[1:])):
        period, pair = f"{labels[n]}-{labels[n + 1]}", words[n : n + 2]
        was_mined = "M" in history[:n]
        if a == "M" != b:
            found.append(("reclaimed", period, BECAME[b], *pair))
        elif a != "M" == b:
            kind = "redisturbed" if was_mined else "first"
            found.append(("disturbed", period, kind, *pair))
        elif was_mined and a in "BWO" and b == "S":
            found.append(("reclaimed", period, "via", *pair))
    return found


def last_run(history: str) -> int:
    """Where the run of sinks begins that a history ends with and that follows mining; 0: none."""
    found = re.fullmatch("(.*M.*?)S+", history)
    return len(found[1]) if found else 0


def _ages(history: str, words: list, years: list) -> list[tuple]:
    found = []
    for n, year in enumerate(years):
        start = last_run(history[: n + 1])
        if start:
            ages = (year - years[start], year - years[start - 1])
            found.append(("age", str(year), words[n], words[start - 1], *ages))
    return found


def _rasters(history: str, years: list, cells: int, result) -> None:
    """Cells by what the rasters of years and ages should hold."""
    start = last_run(history)
    held = {"first_mined.tif": years[history.index("M")]} if "M" in history else {}
    if start:
        held["reclaimed_by.tif"] = years[start]
        held["age.tif"] = years[-1] - (years[start] + years[start - 1]) / 2
    for file, value in held.items():
        entry = result.numbers.setdefault(("cells that hold", file, f"{value:.9g}"), [0])
        entry[0] += cells
