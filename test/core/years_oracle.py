"""Years of disturbance and recovery the plain way, cell by cell; none of it is the core's code."""

import math
from collections import defaultdict

from carbon_zones.test.core.mining_oracle import last_run


def year_of(stored, nodata, offset):
    """The year that a stored value says, None where it says none."""
    if stored == nodata or stored == 0 or math.isnan(stored) or stored != int(stored):
        return None
    return int(stored) + offset


def is_usable(year, begin, end) -> bool:
    """Whether land changed in this year, if it changed after one date and by the next."""
    return year is not None and begin < year <= end


def changes(history: str):
    """What befell land: the number of the date by which, and what; M disturbed, S reclaimed."""
    for n in range(1, len(history)):
        a, b = history[n - 1 : n + 1]
        if a != "M" == b:
            yield n, "M"
        elif a != "S" == b and "M" in history[:n]:
            yield n, "S"


def age(history: str, years, place: int, recovery):
    """The least, middle and greatest age of reclaimed land at a date; None where it is not."""
    since = last_run(history[: place + 1])
    if not since:
        return None
    begin, end, now = years[since - 1], years[since], years[place]
    if is_usable(recovery, begin, end):
        begin = end = recovery
    return now - end, now - (begin + end) / 2, now - begin


class YearsOracle:
    """The hectares of BY_YEAR, the rows of AGES, and how much land has a year that can be used.

    Args:
        cells: history in letters, and names of classes by date, by place.
        hectares: by place.
        disturbance, recovery: years by place, as year_of says; None where there is no raster.
    """

    def __init__(self, cells, hectares, years, disturbance=None, recovery=None):
        # By M or S, year and class: hectares in all, and those of them that are spread.
        self.first, self.last = years[0], years[-1]
        self.hectares = defaultdict(float)
        self.spread = defaultdict(float)
        # By M or S, number of the later date, and usable, outside or missing.
        self.counts = defaultdict(float)
        self.ages = defaultdict(float)
        rasters = {"M": disturbance, "S": recovery}
        for spot, (history, names) in cells.items():
            for place, kind in changes(history):
                name = names[place - 1] if kind == "M" else names[place]
                begin, end = years[place - 1 : place + 1]
                year = None if rasters[kind] is None else rasters[kind].get(spot)
                self.add(kind, name, begin, end, year, hectares[spot])
                state = "missing" if year is None else "outside"
                state = "usable" if is_usable(year, begin, end) else state
                self.counts[kind, place, state] += hectares[spot]
            for place in range(len(years)):
                own = None if recovery is None else recovery.get(spot)
                found = age(history, years, place, own)
                if found:
                    key = years[place], names[: place + 1], found
                    self.ages[key] += hectares[spot]

    def add(self, kind, name, begin, end, year, area):
        if is_usable(year, begin, end):
            self.hectares[kind, year, name] += area
            return
        for every in range(begin + 1, end + 1):
            self.hectares[kind, every, name] += area / (end - begin)
            self.spread[kind, every, name] += area / (end - begin)
