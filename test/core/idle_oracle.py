"""Idle land cell by cell: its state, what it would take up, and its areas by a flood of its own."""

from __future__ import annotations

from collections import Counter, defaultdict

from carbon_zones.test.core.histories import LAND
from carbon_zones.test.core.ledger_oracle import Cell, regrown, returned

IDLE, RECENT, UNDATED = "idle", "recent", "undated"


def group(value) -> str:
    return LAND.get(value, ("", ""))[1]


def first_mined(values) -> int | None:
    return next((n for n, value in enumerate(values) if group(value) == "mine"), None)


def since(values) -> int:
    """The index of the earliest date from which a cell is what it is at the last one."""
    index = len(values) - 1
    while index and values[index - 1] == values[-1]:
        index -= 1
    return index


def state(values, years, least) -> str | None:
    """Idle, recent or undated; None of what is not mined at the last date."""
    if group(values[-1]) != "mine":
        return None
    k = since(values)
    if years[-1] - years[k] >= least:
        return IDLE
    if k and years[-1] - years[k - 1] <= least:
        return RECENT
    return UNDATED


class Mine:
    """What idle land of units would take up, cell by cell.

    Args:
        unit_of: the unit of a cell by row and column.
        taken, given: by cell, the year of disturbance and of recovery that a raster has.
    """

    def __init__(self, land, hectares, terms, unit_of, least=5, taken=None, given=None):
        self.land, self.hectares, self.terms, self.unit_of = land, hectares, terms, unit_of
        self.changed_in = taken or {}, given or {}
        self.states = {spot: state(v, land.years, least) for spot, v in land.cells.items()}
        self.taken, self.back, self.ever = (defaultdict(Counter) for _ in range(3))
        for spot, values in land.cells.items():
            first = first_mined(values)
            if first is None:
                continue
            area = hectares[spot]
            for where in (unit_of(*spot), None):
                self.ever[where][0] += area
                if first:
                    self.taken[where][values[first - 1]] += area
                if group(values[-1]) == "sink":
                    self.back[where][values[-1]] += area
        # Whether any class that land was before it was mined has carbon.
        self.known = any(value in terms for value in self.taken[None])
        self.as_taken = Counter()
        for spot, values in land.cells.items():
            for before, after in zip(values, values[1:]):
                if (group(before), group(after)) == ("sink", "mine"):
                    self.as_taken[before] += hectares[spot]

    def as_class(self, spot, value) -> float:
        """t C/ha more than the stored topsoil, 20 years after the land became a class."""
        own = self.terms.get(value)
        if own is None:
            return 0.0
        years = [of.get(spot) for of in self.changed_in]
        cell = Cell(self.land.cells[spot], self.land.years, LAND, self.terms, "mid", *years)
        spread = min(cell.stored, returned(own, "soil"))
        held = regrown(own, "soil", spread, 20.0) + regrown(own, "vegetation", 0.0, 20.0)
        return held - cell.stored

    def mixed(self, spot, mix) -> float:
        whole = sum(mix.values())
        return sum(area / whole * self.as_class(spot, value) for value, area in mix.items())

    def as_before(self, spot) -> float | None:
        """t C that a cell takes up as what it was before it was mined."""
        values = self.land.cells[spot]
        first = first_mined(values)
        if first:
            return self.hectares[spot] * self.as_class(spot, values[first - 1])
        mix = self.taken[self.unit_of(*spot)] or self.taken[None]
        return self.hectares[spot] * self.mixed(spot, mix) if mix else None

    def as_returned(self, spot) -> float | None:
        unit = self.unit_of(*spot)
        own = sum(self.back[unit].values())
        mix = self.back[None] or self.as_taken
        if own >= 10 and own >= 0.05 * self.ever[unit][0]:
            mix = self.back[unit]
        return self.hectares[spot] * self.mixed(spot, mix) if mix else None

    def rows(self) -> dict:
        """The sums of PRIORITIES by unit."""
        sums = {unit: Counter() for unit in self.ever if unit is not None}
        for spot, state in self.states.items():
            if state is None:
                continue
            row = sums[self.unit_of(*spot)]
            row[f"{state}_ha"] += self.hectares[spot]
            if state == IDLE:
                row["uptake_20y_tc"] += self.as_before(spot) or 0.0
                row["uptake_as_returned_20y_tc"] += self.as_returned(spot) or 0.0
        return sums

    def areas(self, least_ha) -> tuple[list[dict], float]:
        """The areas, and the hectares of what is too small."""
        left = {spot for spot, state in self.states.items() if state == IDLE}
        found, small = [], 0.0
        while left:
            patch, edge = set(), [min(left)]
            left.remove(edge[0])
            kind = self.kind(edge[0])
            while edge:
                row, column = edge.pop()
                patch.add((row, column))
                for spot in ((row + r, column + c) for r in (-1, 0, 1) for c in (-1, 0, 1)):
                    if spot in left and self.kind(spot) == kind:
                        left.remove(spot)
                        edge.append(spot)
            area = sum(self.hectares[spot] for spot in patch)
            if area < least_ha * (1 - 1e-9):
                small += area
                continue
            first = [since(self.land.cells[spot]) for spot in patch]
            before = Counter()
            for spot in patch:
                values = self.land.cells[spot]
                n = first_mined(values)
                before[values[n - 1] if n else None] += self.hectares[spot]
            found.append(
                {
                    "cells": patch,
                    "unit": kind[0],
                    "class": kind[1],
                    "area_ha": area,
                    "since": self.land.labels[max(first)],
                    "since_first": self.land.labels[min(first)],
                    "idle_at_least": self.land.years[-1] - self.land.years[max(first)],
                    "before": before,
                    "uptake_20y_tc": sum(self.as_before(spot) or 0.0 for spot in patch),
                }
            )
        return found, small

    def kind(self, spot) -> tuple:
        return self.unit_of(*spot), self.land.cells[spot][-1]
