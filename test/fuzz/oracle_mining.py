"""What became of mined land by the histories of the tests of the core, and what must be refused."""

from __future__ import annotations

from carbon_zones.test.core.mining_oracle import SHOWN, events, last_run, spelled, state
from carbon_zones.test.core.years_oracle import age

from .oracle_losses import groups_of
from .oracle_years import by_year_of


def mining_of(case, names, land: dict, result) -> None:
    """Tables and cells of rasters, and refusals, into a result.

    Args:
        land: cells and hectares by what it is at all dates, and its years, as `dated` gives them.
    """
    groups, dates = groups_of(case.mining), case.dates
    if not groups or "sink" in groups:
        result.refusals.append(("TAKING_GROUPS",))
        return
    letters = letters_of(names.named, groups)
    if not {"M", "S"} <= {*letters}:
        result.refusals.append(("TAKING_GROUPS", "no class is in"))
        return
    if any(not one.listed for lands, *_ in land for one in lands):
        result.refusals.append(("SCHEME", "unclassified values"))
        return
    labels = [date.label for date in dates]
    for label in labels:
        for word in ("before_mining", *SHOWN):
            result.numbers["status", label, word] = [0, 0.0]
    for (lands, _, recovery), (cells, hectares) in land.items():
        history = letters_of(lands, groups)
        words = [one.name.casefold() for one in lands]
        keys = [("status", label, state(history, n)) for n, label in enumerate(labels)]
        keys += [tuple(part or "" for part in key) for key in events(history, words, labels)]
        if all(date.year for date in dates):
            years = [int(date.year) for date in dates]
            keys += _ages(history, words, years, recovery)
            _rasters(history, years, recovery, cells, result)
        shown = SHOWN.index(state(history, len(labels) - 1)) + 1
        held = result.numbers.setdefault(("cells that hold", "status_map.tif", str(shown)), [0])
        held[0] += cells
        for key in keys:
            entry = result.numbers.setdefault(key, [0, 0.0])
            entry[0] += cells
            entry[1] += hectares
    if all(date.year for date in dates):
        by_year_of(
            case,
            land,
            lambda lands: letters_of(lands, groups),
            lambda lands: [one.name.casefold() for one in lands],
            result,
        )


def idle_of(case, groups: list, histories: dict, result) -> None:
    """Hectares of idle, recent and undated land into a result; nothing where none is mined."""
    has_years = all(date.year for date in case.dates)
    years, least = [int(date.year or 0) for date in case.dates], case.idle_years
    areas, is_mined = [0.0, 0.0, 0.0], False
    for lands, (_, hectares) in histories.items():
        letters = letters_of(lands, groups)
        is_mined = is_mined or "M" in letters
        if letters[-1] != "M" or not has_years:
            continue
        first = len(lands) - 1
        while first and lands[first - 1] == lands[-1]:
            first -= 1
        is_idle = years[-1] - years[first] >= least
        is_recent = first > 0 and years[-1] - years[first - 1] <= least
        areas[0 if is_idle else 1 if is_recent else 2] += hectares
    if is_mined:
        result.numbers["idle",] = areas


def letters_of(lands, groups: list) -> str:
    """A history as the oracle of the core spells it."""
    return spelled([land.group.casefold() for land in lands], groups)


def _ages(history: str, words: list, years: list, recovery: int | None) -> list[tuple]:
    found = []
    for n, year in enumerate(years):
        start, ages = last_run(history[: n + 1]), age(history, years, n, recovery)
        if start:
            found.append(("age", str(year), words[n], words[start - 1], ages[0], ages[2]))
    return found


def _rasters(history: str, years: list, recovery: int | None, cells: int, result) -> None:
    """Cells by what the rasters of years and ages should hold."""
    start = last_run(history)
    held = {"first_mined.tif": years[history.index("M")]} if "M" in history else {}
    if start:
        held["reclaimed_by.tif"] = years[start]
        held["age.tif"] = age(history, years, len(years) - 1, recovery)[1]
    for file, value in held.items():
        entry = result.numbers.setdefault(("cells that hold", file, f"{value:.9g}"), [0])
        entry[0] += cells
