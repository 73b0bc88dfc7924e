"""What mining took and gave back by site, by the histories of the tests of the core."""

from collections import defaultdict

from carbon_zones.test.core.mining_oracle import disclosed, disclosed_once

from .legends import legend
from .oracle_losses import groups_of
from .oracle_mining import letters_of

NOT_KNOWN = "unknown"
KINDS = {"yes": "natural ecosystem converted", "no": "conversion between modified ecosystems"}


def disclosed_of(case, disturbing: str, by_site: dict, result) -> None:
    """The rows of DISCLOSURE into a result.

    Args:
        disturbing: the text of TAKING_GROUPS.
        by_site: by site hectares by what the land is at all dates.
    """
    groups, labels = groups_of(disturbing), [date.label for date in case.dates]
    for site, histories in by_site.items():
        periods = [f"{a}-{b}" for a, b in zip(labels, labels[1:])]
        # The whole span comes last, and begins with the first date as the first period does.
        span, begins = len(periods), [*labels[:-1], labels[0]]
        periods.append(f"{labels[0]}-{labels[-1]}")
        at_start, areas = defaultdict(float), defaultdict(float)
        for lands, hectares in histories.items():
            for place, land in enumerate(lands):
                at_start[place, land] += hectares
            for event in disclosed(letters_of(lands, groups), lands):
                areas[event] += hectares
            once = disclosed_once(letters_of(lands, groups), lands)
            if once and span > 1:
                areas[(span, *once)] += hectares
        for (n, phase, before, after), area in areas.items():
            key = (
                *("disclosure", site, periods[n], begins[n], _kind(case, before), phase),
                *(NOT_KNOWN if before is None else before.name.casefold(),),
                after.name.casefold(),
            )
            is_taken = phase == "active" if n < span else before is not None
            disturbed, given_back = area * is_taken, area * (phase != "active")
            there = at_start[n % span, before]
            pct = 100 * area / there if is_taken and there else 0.0
            numbers = (disturbed, given_back, disturbed - given_back, pct)
            entry = result.numbers.setdefault(key, [0.0] * 4)
            for place, number in enumerate(numbers):
                entry[place] += number


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
