"""A carbon ledger the plain way: cell by cell, year by year; it shares no code with the core.

Terms are plain dicts by class value, as the coefficient table has them.
"""

import math
from collections import defaultdict

# Of a mean over the ages between two dates.
STEPS = 400
AFTER = {"mine": "active", "sink": "reclaimed", "built": "redeveloped", "water": "flooded"}


def returned(terms: dict, pool: str) -> float:
    """What a pool of land that was mined before comes to."""
    return terms.get(f"{pool}_returned_tc_per_ha", terms[f"{pool}_tc_per_ha"])


def regrown(terms: dict, pool: str, start: float, age: float) -> float:
    """The stock of a pool of reclaimed land at an age."""
    full = returned(terms, pool)
    curve, p1, p2, p3 = (terms.get(f"{pool}_{name}") for name in ("curve", "p1", "p2", "p3"))
    if curve == "rates":
        left, stock, begin = age, start, 0.0
        for band in terms[f"{pool}_rates"].split(";"):
            until, rate = band.split(":")
            years = min(left, float(until or "inf") - begin)
            stock += years * float(rate)
            left, begin = left - years, float(until or "inf")
        return min(full, stock)
    if curve == "instant":
        part = 1.0
    elif curve == "exponential":
        part = 1 - (1 - p1) ** (age / p2)
    elif curve == "chapman_richards":
        part = (1 - (1 - p1 ** (1 / p3)) ** (age / p2)) ** p3
    else:
        part = min(1.0, age / (p1 or 20))
    return start * (1 - part) + full * part


class Cell:
    """One cell on its way through the years; `taken` and `given` are the years in which rasters say
    that it was disturbed and reclaimed, None where they say none."""

    def __init__(self, values, years, land, terms, rule, taken=None, given=None):
        self.values, self.years, self.land, self.terms, self.rule = values, years, land, terms, rule
        self.taken, self.given = taken, given
        # (period, flow, pool, class value) -> t C/ha; (date, state, class value, four stocks).
        self.events = defaultdict(float)
        self.stocks = []
        self.slow = []  # [class value, amount, half-life, years gone, year it begins in, dated]
        # t C/ha of loss by year and class value; in equal parts where no year is known.
        self.lost_in = defaultdict(float)
        self.mined = False
        self.spread, self.seen, self.before = 0.0, None, None
        first = self.terms.get(values[0]) if self.group(0) == "sink" else None
        self.soil = first["soil_tc_per_ha"] if first else 0.0
        self.green = first["vegetation_tc_per_ha"] if first else 0.0
        self.stored = 0.0
        self.note(0)
        for place in range(1, len(values)):
            self.go(place)
            self.note(place)

    def group(self, place: int) -> str:
        return self.land.get(self.values[place], ("", ""))[1]

    def book(self, place, flow, pool, value, amount, year=None):
        self.events[place, flow, pool, value] += amount
        if flow == "loss":
            begin, end = self.years[place - 1 : place + 1]
            for of_year in range(begin + 1, end + 1) if year is None else [year]:
                self.lost_in[of_year, value] += amount / (end - begin if year is None else 1)

    def known(self, year, place):
        """A year that lies in the period which ends at a date; else None."""
        begin, end = self.years[place - 1 : place + 1]
        return year if year is not None and begin < year <= end else None

    def note(self, place):
        self.mined = self.mined or self.group(place) == "mine"
        state = AFTER.get(self.group(place), "other") if self.mined else "before_mining"
        left = sum(amount * 0.5 ** (gone / half) for _, amount, half, gone, *_ in self.slow)
        stock = (self.soil, self.green, self.stored, left)
        self.stocks.append((place, state, self.values[place], stock))

    def take(self, place, value):
        """A sink is mined: what is lost at once, what is slow, what is stored or carried off."""
        own, year = self.terms[value], self.known(self.taken, place)
        begin = self.years[place - 1] if year is None else year
        for pool, stock in (("soil", self.soil), ("vegetation", self.green)):
            fraction = own.get(f"{pool}_loss_fraction", 1.0)
            half = own.get(f"{pool}_half_life")
            if half:
                self.slow.append([value, stock * fraction, half, 0, begin, year is not None])
                # The land is in the row even where the period ends with that year.
                self.events[place, "loss", "decaying", value] += 0.0
            else:
                self.book(place, "loss", pool, value, stock * fraction, year)
        carried = 1 - own.get("vegetation_loss_fraction", 1.0)
        if carried > 0:
            self.book(place, "other", "vegetation", value, -carried * self.green)
        self.stored = self.soil * (1 - own.get("soil_loss_fraction", 1.0))
        self.soil = self.green = 0.0

    def regrown(self, own: dict, pool: str, start: float) -> float:
        """The stock by the rule for ages; a mean in many small steps between the bounds."""
        ages = {"mid": (self.seen + self.before) / 2, "youngest": self.seen, "oldest": self.before}
        if self.rule in ages:
            return regrown(own, pool, start, ages[self.rule])
        width = (self.before - self.seen) / STEPS
        at = [self.seen + (n + 0.5) * width for n in range(STEPS)]
        return sum(regrown(own, pool, start, age) for age in at) / STEPS

    def become_sink(self, place, old, new, was):
        own = self.terms[new]
        soil, green = self.soil, self.green
        if not self.mined:
            self.soil, self.green = own["soil_tc_per_ha"], own["vegetation_tc_per_ha"]
            if was != "sink" or old != new:
                flow = "pre_mining" if was == "sink" else "other"
                self.book(place, flow, "soil", old, self.soil - soil)
                self.book(place, flow, "vegetation", old, self.green - green)
            return
        if was != "sink":
            self.seen, self.before = 0, self.years[place] - self.years[place - 1]
            if self.known(self.given, place) is not None:
                self.seen = self.before = self.years[place] - self.given
            self.spread = min(self.stored, returned(own, "soil"))
        self.soil = self.regrown(own, "soil", self.spread)
        self.green = self.regrown(own, "vegetation", 0.0)
        flow = "growth" if was == "sink" else "gain"
        self.book(place, flow, "soil", new, self.soil - soil - self.stored)
        self.book(place, flow, "vegetation", new, self.green - green)
        self.stored = 0.0

    def go(self, place):
        old, new = self.values[place - 1], self.values[place]
        was, now = self.group(place - 1), self.group(place)
        if was == "sink" and now == "mine":
            self.take(place, old)
        for year in range(self.years[place - 1] + 1, self.years[place] + 1):
            for slow in self.slow:
                value, amount, half, gone, begin, is_dated = slow
                if year <= begin:
                    continue
                lost = amount * (0.5 ** (gone / half) - 0.5 ** ((gone + 1) / half))
                self.book(place, "loss", "decaying", value, lost, year if is_dated else None)
                slow[3] += 1
            if self.seen is not None:
                self.seen, self.before = self.seen + 1, self.before + 1
        if now == "sink":
            self.become_sink(place, old, new, was)
        elif now != "mine":
            if was == "sink":
                self.book(place, "other", "soil", old, -self.soil)
                self.book(place, "other", "vegetation", old, -self.green)
            if self.stored > 0:
                self.book(place, "other", "stored_topsoil", old, -self.stored)
            self.soil = self.green = self.stored = 0.0


class LedgerOracle:
    """The tables of a ledger, of cells by place.

    Args:
        cells: values of all dates by place; only those that are mined at some date count.
        hectares: by place.
        years, labels: of the dates.
        land: (key, group) by value.
        names: of the classes by value.
        terms: by value.
        rule: for the ages.
        taken, given: by place, the year that a raster has; no entry is no year.
    """

    def __init__(self, cells, hectares, years, land, names, terms, rule, taken=None, given=None):
        self.tc, self.area = defaultdict(list), defaultdict(dict)
        # t C of loss by place, year and name of the class.
        self.lost_in = defaultdict(float)
        taken, given = taken or {}, given or {}
        self.stocks = defaultdict(lambda: [[], [], [], [], []])
        self.net = defaultdict(float)
        sign = {"loss": -1, "gain": 1, "growth": 1}
        for spot, values in cells.items():
            if not any(land.get(value, ("", ""))[1] == "mine" for value in values):
                continue
            both = taken.get(spot), given.get(spot)
            cell, area = Cell(values, years, land, terms, rule, *both), hectares[spot]
            for (year, value), amount in cell.lost_in.items():
                self.lost_in[spot, year, names[value]] += amount * area
            for (place, flow, pool, value), amount in cell.events.items():
                period = f"{years[place - 1]}-{years[place]}"
                keys = [(flow, p, c) for p in (pool, "all") for c in (names[value], "(all)")]
                tonnes = amount * area
                for key in keys:
                    self.add(spot, area, (period, *key), tonnes)
                if flow in sign:
                    self.net[spot] += sign[flow] * amount
                    for p in (pool, "all"):
                        self.add(spot, area, (period, "net", p, "(all)"), sign[flow] * tonnes)
            for place, state, value, stock in cell.stocks:
                sums = self.stocks[str(years[place]), state, names[value]]
                for own, amount in zip(sums, (area, *(s * area for s in stock))):
                    own.append(amount)

    def add(self, spot, area, key, tonnes):
        self.tc[key].append(tonnes)
        self.area[key][spot] = area

    def rows(self) -> dict:
        """(t C, hectares) by period, flow, pool, class."""
        return {k: (math.fsum(tc), math.fsum(self.area[k].values())) for k, tc in self.tc.items()}
