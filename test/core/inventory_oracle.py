"""An inventory the plain way: land in as many pieces as there are ways to convert, year by year.

Of a trajectory every combination of years in which it may have converted is a piece by itself,
with the same share of its hectares; a piece has one class in each year. It is written from the
manual, docs/algorithms/landinventory.md, and shares no code with the core.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

FOREST, BARE = "Forest land", ("Settlements", "Other land")
CO2_PER_C = 44 / 12


@dataclass(frozen=True)
class Holding:
    """What a class is, and what a hectare of it holds.

    Attributes:
        land: its category in the land matrix, managed or not.
        densities: t C/ha of soil and biomass; None: nobody knows.
        stock: t C/ha of biomass so many years after it was planted, by its curve.
        is_perennial: whether it is a class of cropland that grows by that.
        is_mined: whether it is mined land.
        is_sink: whether it is one.
    """

    category: str
    land: str
    densities: tuple[float, float] | None = None
    stock: Callable[[float], float] | None = None
    is_perennial: bool = False
    is_mined: bool = False
    is_sink: bool = False

    @property
    def is_bare(self) -> bool:
        return self.densities is None and self.category in BARE


@dataclass(frozen=True)
class Terms:
    """What the parameters say."""

    transition: int
    bare_biomass: str = "zero"
    bare_soil: str = "not_estimated"


class Dated(NamedTuple):
    """A trajectory, and the years that rasters have of its disturbance and recovery, or None."""

    history: tuple
    disturbance: int | None = None
    recovery: int | None = None

    def years_by(self, facts):
        """What knows the years of land that is mined, or reclaimed, by what its classes are."""

        def year_of(old, new):
            if facts[old].is_sink and facts[new].is_mined:
                return self.disturbance
            return self.recovery if facts[old].is_mined and facts[new].is_sink else None

        return year_of


def pieces(history, years, year_of=lambda old, new: None):
    """The years in which a piece converted, and to what, for all pieces of a trajectory; `year_of`
    knows of two classes the year in which one became the other, or not."""
    ways = []
    for old, new, begin, end in zip(history, history[1:], years, years[1:]):
        when, known = range(begin + 1, end + 1), year_of(old, new)
        when = [known] if known in when else when
        ways.append([None] if old == new else [(y, new) for y in when])
    for way in product(*ways):
        yield [step for step in way if step is not None]


def age_with(stock: Callable[[float], float], wanted: float) -> float:
    """The first age at which a curve has a stock, by halving; infinity where it never has."""
    wanted *= 1 - 1e-13
    if wanted <= 0:
        return 0.0
    low, high = 0.0, 1.0
    while stock(high) < wanted:
        low, high = high, 2 * high
        if high > 1e9:
            return float("inf")
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if stock(middle) < wanted else (low, middle)
    return high


class Piece:
    """A hectare on its way through the years.

    Args:
        first: its class at the first date.
        facts: Holding by class.
    """

    def __init__(self, first, facts, terms):
        self.facts, self.terms = facts, terms
        self.now, self.came_from, self.came_in, self.turned_in = first, None, None, None
        densities = facts[first].densities
        # Soil: what it holds, what it goes to, and in how many years more; None: not known.
        self.soil = self.goes_to = densities[0] if densities else None
        self.left = 0
        self.biomass = self.full_biomass(first)
        # Of land that grows: the years since it converted, its age then, and its stock then.
        self.grows = None
        self.is_booked = False

    def full_biomass(self, name):
        holding = self.facts[name]
        if holding.densities:
            return holding.densities[1]
        return 0.0 if holding.is_bare and self.terms.bare_biomass == "zero" else None

    def soil_after(self, one, other):
        """What the soil goes to on land that was one class and becomes another."""
        if other.densities:
            return other.densities[0]
        way = self.terms.bare_soil if other.is_bare else None
        if way == "removed" and other.category == "Other land":
            return 0.0
        if self.soil is None:
            return None
        if way == "paved" and other.category == "Settlements":
            is_paved = one.is_bare and one.category == "Settlements"
            return self.goes_to if is_paved else 0.8 * self.soil
        return self.soil if way == "unchanged" else None

    def convert(self, new, year, book):
        one, other = self.facts[self.now], self.facts[new]
        is_planted = self.grows is not None and one.category == FOREST
        among_forest = one.category == other.category == FOREST
        if one.category != other.category:
            self.came_from, self.came_in = one.category, year
        before, after = self.biomass, self.full_biomass(new)
        self.is_booked = None not in (before, after)
        if among_forest and not is_planted:
            self.is_booked, self.grows, self.biomass = False, None, after
        elif other.category == FOREST or other.is_perennial:
            start = None if after is None else 0.0
            if among_forest:
                start = None if None in (before, after) else min(before, after)
            age = 0.0 if start is None else age_with(other.stock, start)
            self.grows, self.biomass = (0, age, start), start
        else:
            self.grows, self.biomass = None, after
        if self.is_booked:
            book("loss", before - (self.biomass if self.grows else 0.0))
            book("gain", 0.0 if self.grows else after)
        self.goes_to = self.soil_after(one, other)
        self.left, self.turned_in, self.now = self.terms.transition, year, new

    def live(self, year, book):
        """A year, after a conversion in it."""
        has_soil = has_biomass = False
        if self.left:
            has_soil = None not in (self.soil, self.goes_to)
            if has_soil:
                change = (self.goes_to - self.soil) / self.left
                self.soil += change
                book("soil", change)
                book("soil_area", 1.0)
            else:
                self.soil = None
            self.left -= 1
            if not self.left:
                self.soil = self.goes_to
        if self.grows is not None and self.biomass is not None:
            years, age, start = self.grows
            self.grows = (years + 1, age, start)
            stock = start
            if age != float("inf"):
                stock = max(start, self.facts[self.now].stock(age + years + 1))
            if self.is_booked:
                book("gain", stock - self.biomass)
            self.biomass = stock
        in_time = self.turned_in is not None and year < self.turned_in + self.terms.transition
        if self.is_booked and (self.grows is not None or in_time):
            book("biomass_area", 1.0)
            has_biomass = True
        if self.origin(year) and not (has_soil and has_biomass):
            book("missing", 1.0)

    def origin(self, year):
        """The category before of converted land; None where it remains."""
        is_converted = self.came_in is not None and year < self.came_in + self.terms.transition
        return self.came_from if is_converted else None


def inventory(histories, years, facts, terms):
    """The rows of the table by (year, category, category before), and the matrix by year, from, to.

    A row has its kha, its kt C of biomass gained and lost and of soil, kt CO2, and t C/ha of
    biomass and soil; None is not estimated. And the kha of converted land of the last year of
    which biomass or soil is not known.

    Args:
        histories: hectares by tuple of classes, or by Dated.
        facts: Holding by class.
    """
    sums, matrix = defaultdict(lambda: defaultdict(float)), defaultdict(float)
    for history, hectares in histories.items():
        dated = history if isinstance(history, Dated) else Dated(history)
        ways = list(pieces(dated.history, years, dated.years_by(facts)))
        for way in ways:
            share, steps = hectares / len(ways) / 1000, dict(way)
            piece = Piece(dated.history[0], facts, terms)
            for year in range(years[0] + 1, years[-1] + 1):
                booked = []
                old = facts[piece.now].land
                if year in steps:
                    piece.convert(steps[year], year, lambda *what, b=booked: b.append(what))
                piece.live(year, lambda *what, b=booked: b.append(what))
                matrix[year, old, facts[piece.now].land] += share
                own = sums[(year, facts[piece.now].category, piece.origin(year))]
                own["area"] += share
                for what, amount in booked:
                    own[what] += share * amount
    missing = sum(own["missing"] for key, own in sums.items() if key[0] == years[-1])
    return {key: _row(own) for key, own in sums.items()}, dict(matrix), missing


def _row(own: dict) -> list:
    has_biomass, has_soil = own["biomass_area"] > 0, own["soil_area"] > 0
    biomass = own["gain"] - own["loss"] if has_biomass else None
    soil = own["soil"] if has_soil else None
    change = (biomass or 0.0) + (soil or 0.0)
    return [
        own["area"],
        own["gain"] if has_biomass else None,
        own["loss"] if has_biomass else None,
        soil,
        -CO2_PER_C * change if has_biomass or has_soil else None,
        biomass / own["area"] if has_biomass else None,
        soil / own["area"] if has_soil else None,
    ]


def gone_back(histories, facts):
    """Kha of the conversions among categories of all periods but the last, and of them that of
    which land is again the class before at a later date, without having been mined in between."""
    converted = returned = 0.0
    for history, hectares in histories.items():
        for date in range(len(history) - 2):
            old, new = history[date], history[date + 1]
            if facts[old].category == facts[new].category:
                continue
            converted += hectares / 1000
            for later in history[date + 1 :]:
                if facts[later].is_mined and later != old:
                    break
                if later == old:
                    returned += hectares / 1000
                    break
    return converted, returned
