"""An inventory the plain way: land in as many pieces as there are ways to convert, year by year.

Of a trajectory every combination of years in which it may have converted is a piece by itself,
with the same share of its hectares; a piece has one class in each year. It shares no code with the
core.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

FOREST = "Forest land"
CO2_PER_C = 44 / 12


@dataclass(frozen=True)
class Holding:
    """What a class is, and what a hectare of it holds.

    Attributes:
        land: its category in the land matrix, managed or not.
        densities: t C/ha of soil and biomass; None: nobody knows.
        stock: of forest, t C/ha of biomass so many years after it was planted.
    """

    category: str
    land: str
    densities: tuple[float, float] | None = None
    stock: Callable[[int], float] | None = None


def pieces(history, years):
    """The years in which a piece converted, and to what, for all pieces of a trajectory."""
    ways = []
    for old, new, begin, end in zip(history, history[1:], years, years[1:]):
        ways.append([None] if old == new else [(y, new) for y in range(begin + 1, end + 1)])
    for way in product(*ways):
        yield [step for step in way if step is not None]


class Piece:
    """A hectare on its way through the years.

    Args:
        first: its class at the first date.
        facts: Holding by class.
    """

    def __init__(self, first, facts, transition):
        self.facts, self.transition = facts, transition
        self.now, self.came_from, self.came_in, self.turned_in = first, None, None, None
        # Soil: what it holds, what it goes to, and in how many years more.
        densities = facts[first].densities
        self.soil = self.goes_to = densities[0] if densities else None
        self.left, self.starts_known = 0, True
        self.planted, self.is_booked = None, False
        self.biomass = densities[1] if densities else None

    def convert(self, new, year, book):
        one, other = self.facts[self.now], self.facts[new]
        was, becomes = one.category, other.category
        if was != becomes:
            self.came_from, self.came_in = was, year
        before, after = one.densities, other.densities
        self.is_booked = bool(before and after) and not was == becomes == FOREST
        self.planted = year if becomes == FOREST and was != FOREST else None
        if self.is_booked:
            book("loss", self.biomass)
            if self.planted is None:
                book("gain", after[1])
        self.biomass = (0.0 if self.planted else after[1]) if after else None
        self.starts_known = self.soil is not None and after is not None
        self.goes_to = after[0] if after else None
        self.left, self.turned_in = self.transition, year
        self.now = new

    def live(self, year, book):
        """A year, after a conversion in it."""
        if self.left:
            if self.starts_known:
                change = (self.goes_to - self.soil) / self.left
                self.soil += change
                book("soil", change)
                book("soil_area", 1.0)
            else:
                self.soil = None
            self.left -= 1
            if not self.left:
                self.soil = self.goes_to
        if self.planted is not None and self.biomass is not None:
            stock = self.facts[self.now].stock(year - self.planted + 1)
            if self.is_booked:
                book("gain", stock - self.biomass)
            self.biomass = stock
        if self.is_booked and (self.planted is not None or year < self.turned_in + self.transition):
            book("biomass_area", 1.0)

    def row(self, year):
        """Where the table has it: category, and the one before while it is converted."""
        is_converted = self.came_in is not None and year < self.came_in + self.transition
        return self.facts[self.now].category, self.came_from if is_converted else None


def inventory(histories, years, facts, transition):
    """The rows of the table by (year, category, category before), and the matrix by year, from, to.

    A row has its kha, its kt C of biomass gained and lost and of soil, kt CO2, and t C/ha of
    biomass and soil; None is not estimated.

    Args:
        histories: hectares by tuple of classes.
        facts: Holding by class.
    """
    sums, matrix = defaultdict(lambda: defaultdict(float)), defaultdict(float)
    for history, hectares in histories.items():
        ways = list(pieces(history, years))
        for way in ways:
            share, steps = hectares / len(ways) / 1000, dict(way)
            piece = Piece(history[0], facts, transition)
            for year in range(years[0] + 1, years[-1] + 1):
                booked = []
                old = facts[piece.now].land
                if year in steps:
                    piece.convert(steps[year], year, lambda *what, b=booked: b.append(what))
                piece.live(year, lambda *what, b=booked: b.append(what))
                matrix[year, old, facts[piece.now].land] += share
                own = sums[(year, *piece.row(year))]
                own["area"] += share
                for what, amount in booked:
                    own[what] += share * amount
    return {key: _row(own) for key, own in sums.items()}, dict(matrix)


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
