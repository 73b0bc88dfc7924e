"""What mining took and gave back by site, by the words of the manual (reclamation.md, DISCLOSURE).

Histories are spelled as in oracle_mining.
"""

from __future__ import annotations

from collections import defaultdict

from .legends import legend
from .oracle_losses import groups_of
from .oracle_mining import STATES, letter

NOT_KNOWN = "not known"
KINDS = {"yes": "natural converted", "no": "modified to modified"}


def disclosed_of(case, disturbing: str, by_site: dict, result) -> None:
    """The rows of DISCLOSURE into a result.

    Args:
        disturbing: the text of TAKING_GROUPS.
        by_site: by site hectares by what the land is at all dates.
    """
    groups, labels = groups_of(disturbing), [date.label for date in case.dates]
    for site, histories in by_site.items():
        for n, period in enumerate(f"{a}-{b}" for a, b in zip(labels, labels[1:])):
            at_start, areas = defaultdict(float), defaultdict(float)
            for lands, hectares in histories.items():
                at_start[lands[n]] += hectares
                spelled = "".join(letter(land, groups) for land in lands[: n + 2])
                event = _event(spelled)
                if event is not None:
                    phase, taken = event
                    before = None if taken is None else lands[taken - 1]
                    areas[phase, before, lands[n + 1]] += hectares
            for (phase, before, after), area in areas.items():
                key = (
                    *("disclosure", site, period, labels[n], _kind(case, before), phase),
                    *(NOT_KNOWN if before is None else before.name.casefold(),),
                    after.name.casefold(),
                )
                is_taken = phase == "active"
                numbers = (area, 0.0, area, 100 * area / at_start[before]) if is_taken else ()
                entry = result.numbers.setdefault(key, [0.0] * 4)
                for place, number in enumerate(numbers or (0.0, area, -area, 0.0)):
                    entry[place] += number


def _event(spelled: str) -> tuple[str, int | None] | None:
    """What became of land in the last period of a history, and since when mining had it, if any.

    That is the date of the history by which it was taken the last time; None: it was mined at the
    first date.
    """
    a, b = spelled[-2:]
    turns = [n for n in range(1, len(spelled)) if spelled[n - 1] != "M" == spelled[n]]
    since = turns[-1] if turns else None
    if "M" not in spelled or a == b == "M":
        return None
    if b == "M":
        return "active", since
    is_new = b == "S" and a in "BWO" and "M" in spelled[:-2]
    return (STATES[b], since) if a == "M" or is_new else None


def _kind(case, land) -> str:
    """Whether the class before is a natural ecosystem: where all rows of it say the same."""
    if land is None:
        return NOT_KNOWN
    if case.table is not None:
        rows = case.table
    else:
        rows = [] if case.scheme is None else legend(case.scheme)
        rows = [row for row in rows if row["role"] == "class"]
    key = land.key.casefold()
    told = {row.get("natural", "") for row in rows if row["class"].casefold() == key}
    return KINDS.get(told.pop(), NOT_KNOWN) if len(told) == 1 else NOT_KNOWN
