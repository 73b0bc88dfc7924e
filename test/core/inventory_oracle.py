"""An inventory the plain way: land in as many pieces as there are ways to convert, year by year.

Of a trajectory every combination of years in which it may have converted is a piece by itself,
with the same share of its hectares; a piece has one class in each year. It shares no code with the
core.
"""

from collections import defaultdict
from itertools import product


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
        facts: by class its category, whether that is managed, t C/ha of soil and biomass (None:
            no densities) and the years that its forest takes to grow.
    """

    def __init__(self, first, facts, transition):
        self.facts, self.transition = facts, transition
        self.now, self.came_from, self.came_in = first, None, None
        # Soil: what it holds, what it goes to, and in how many years more.
        densities = facts[first]["densities"]
        self.soil = self.goes_to = densities[0] if densities else None
        self.left, self.starts_known = 0, True
        self.planted, self.is_booked = None, False
        self.biomass = densities[1] if densities else None

    def convert(self, new, year, book):
        old, facts = self.now, self.facts
        was, becomes = facts[old]["category"], facts[new]["category"]
        if was != becomes:
            self.came_from, self.came_in = was, year
        before, after = facts[old]["densities"], facts[new]["densities"]
        self.is_booked = bool(before and after) and not was == becomes == "forest"
        self.planted = year if becomes == "forest" and was != "forest" else None
        if self.is_booked:
            book("loss", self.biomass)
            if self.planted is None:
                book("gain", after[1])
        self.biomass = (0.0 if self.planted else after[1]) if after else None
        self.starts_known = self.soil is not None and after is not None
        self.goes_to = after[0] if after else None
        self.left = self.transition
        self.now = new

    def live(self, year, book):
        """A year, after a conversion in it."""
        if self.left:
            if self.starts_known:
                change = (self.goes_to - self.soil) / self.left
                self.soil += change
                book("soil", change)
            else:
                self.soil = None
            self.left -= 1
            if not self.left:
                self.soil = self.goes_to
        if self.planted is not None and self.biomass is not None:
            full, takes = self.facts[self.now]["densities"][1], self.facts[self.now]["grows"]
            stock = full * min(1.0, (year - self.planted + 1) / takes)
            if self.is_booked:
                book("gain", stock - self.biomass)
            self.biomass = stock

    def row(self, year):
        """Where the table has it: category, and the one before while it is converted."""
        is_converted = self.came_in is not None and year < self.came_in + self.transition
        return self.facts[self.now]["category"], self.came_from if is_converted else None


def inventory(histories, years, facts, transition):
    """Sums by (year, category, category before, what), and the matrix by year, from and to.

    Args:
        histories: hectares by tuple of classes.
    """
    sums, matrix = defaultdict(float), defaultdict(float)
    for history, hectares in histories.items():
        ways = list(pieces(history, years))
        for way in ways:
            share, steps = hectares / len(ways), dict(way)
            piece = Piece(history[0], facts, transition)
            for year in range(years[0] + 1, years[-1] + 1):
                booked = []
                old = facts[piece.now]["land"]
                if year in steps:
                    piece.convert(steps[year], year, lambda *what, b=booked: b.append(what))
                piece.live(year, lambda *what, b=booked: b.append(what))
                matrix[year, old, facts[piece.now]["land"]] += share
                row = piece.row(year)
                sums[(year, *row, "area")] += share
                for what, amount in booked:
                    sums[(year, *row, what)] += share * amount
    return sums, matrix
