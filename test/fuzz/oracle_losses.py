"""Carbon lost where sinks were taken, and why periods and span differ, cell history by history."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .oracle_ledger import ledger_of
from .oracle_names import find

CO2_PER_C = 44 / 12


def losses_of(table, names, histories: dict, periods: dict, result) -> None:
    """Losses by period and pair of classes, the parts of the gap, and refusals, into a result."""
    groups = groups_of(table.disturbing)
    if not groups or "sink" in groups:
        result.refusals.append(("TAKING_GROUPS",))
        return
    reader = _Reader(table, names, groups)
    named = names.named
    can_lose = any(map(reader.takes, named)) and any(land.group == "sink" for land in named)
    if not can_lose and table.is_needed:
        result.refusals.append(("TAKING_GROUPS", "no class is in"))
    if can_lose or table.is_own:
        result.refusals += reader.refusals
    if not can_lose or reader.refusals:
        return
    if table.years:
        ledger_of(reader, histories, table.years, result)
        return
    # Of no other sinks must there be coefficients; the span is one more period.
    lost = {
        history[a]
        for history in histories
        for a, b in periods.values()
        if reader.is_loss(history[a], history[b])
    }
    missing = [land.key for land in lost if land.key.casefold() not in reader.densities]
    if missing:
        words = ("sink classes of which land was taken", *(f"'{key}'" for key in missing))
        result.refusals.append(words)
        return
    for name, (a, b) in periods.items():
        for history, (_, hectares) in histories.items():
            one, other = history[a], history[b]
            if reader.is_loss(one, other):
                soil, vegetation = reader.densities[one.key.casefold()]
                tonnes = hectares * (soil + vegetation)
                key = ("loss", name, one.name.casefold(), other.name.casefold())
                entry = result.numbers.setdefault(key, [0.0, soil, vegetation, *[0.0] * 4])
                parts = (hectares * soil, hectares * vegetation, tonnes, tonnes * CO2_PER_C)
                for place, part in zip((0, 3, 4, 5, 6), (hectares, *parts)):
                    entry[place] += part
    if len(periods) > 1:
        for part, numbers in enumerate(_discrepancy(reader, histories)):
            result.numbers["gap", part] = numbers


def groups_of(text: str) -> list[str]:
    """The groups in a text; without any text that of mines."""
    if not text.strip():
        return ["mine"]
    return [part.strip().casefold() for part in re.split("[,;]", text) if part.strip()]


@dataclass
class _Reader:
    """Coefficients by key, and which classes take land."""

    table: object
    names: object
    groups: list

    def __post_init__(self):
        self.densities: dict = {}
        self.refusals: list = []
        for row in self.table.rows:
            land = find(self.names.listed.values(), row["class"])
            if land is None:
                continue  # a class that the run lacks has no say
            if land.key.casefold() in self.densities:
                self.refusals.append((f"'{row['class']}'", "already"))
            else:
                columns = ("soil_tc_per_ha", "vegetation_tc_per_ha")
                self.densities[land.key.casefold()] = [float(row[column]) for column in columns]

    def takes(self, land) -> bool:
        return land.group.casefold() in self.groups

    def is_loss(self, one, other) -> bool:
        return one.group == "sink" and self.takes(other)

    def stock(self, land) -> float:
        """t C/ha of a sink; other land has none."""
        return sum(self.densities.get(land.key.casefold(), ())) if land.group == "sink" else 0.0


def _discrepancy(reader: _Reader, histories: dict) -> list[list[float]]:
    """Hectares and t C of the parts by which the periods have more than the span.

    Land no longer taken at the end; earlier losses of land taken at the end; its last loss less
    the stock of another sink, or of no sink, at the first date; and land taken at the end over
    other land, which was a sink at the first date.
    """
    parts = [[0.0, 0.0] for _ in range(5)]

    def add(part: int, hectares: float, density: float) -> None:
        parts[part][0] += hectares
        parts[part][1] += hectares * density

    for history, (_, hectares) in histories.items():
        steps = list(zip(history, history[1:]))
        lost = [reader.stock(one) for one, other in steps if reader.is_loss(one, other)]
        first = reader.stock(history[0])
        if not reader.takes(history[-1]):
            for stock in lost:
                add(0, hectares, stock)
        elif lost:
            for stock in lost[:-1]:
                add(1, hectares, stock)
            if history[0].group != "sink":
                add(3, hectares, lost[-1])
            elif lost[-1] != first:
                add(2, hectares, lost[-1] - first)
        elif history[0].group == "sink":
            add(4, hectares, -first)
    return parts
