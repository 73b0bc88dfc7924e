"""Carbon lost where sinks were taken, cell history by history."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .oracle_ledger import ledger_of
from .oracle_names import find
from .oracle_years import dated

CO2_PER_C = 44 / 12
# Groups whose land holds no carbon to speak of.
BARE = ("mine", "bare", "water", "built")


def losses_of(case, names, histories: dict, periods: dict, result) -> None:
    """Losses by period and pair of classes, and refusals, into a result."""
    table = case.losses
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
        ledger_of(case, reader, dated(case, result.cells), result)
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
        words = ("no carbon densities for disturbed sink classes", *(f"'{key}'" for key in missing))
        result.refusals.append(words)
        return
    taken = [h[0] for h in histories if reader.takes(h[-1]) and not reader.takes(h[0])]
    result.is_loss_unknown = any(land.group not in BARE for land in taken) and not any(
        land.group == "sink" for land in taken
    )
    for name, (a, b) in periods.items():
        for history, (_, hectares) in histories.items():
            one, other = history[a], history[b]
            if reader.is_loss(one, other):
                soil, vegetation = reader.densities[one.key.casefold()]
                lost = soil * reader.soil_fractions[one.key.casefold()]
                tonnes = hectares * (lost + vegetation)
                key = ("loss", name, one.name.casefold(), other.name.casefold())
                entry = result.numbers.setdefault(key, [0.0, soil, vegetation, *[0.0] * 4])
                parts = (hectares * lost, hectares * vegetation, tonnes, tonnes * CO2_PER_C)
                for place, part in zip((0, 3, 4, 5, 6), (hectares, *parts)):
                    entry[place] += part


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
        self.soil_fractions: dict = {}
        self.refusals: list = []
        for row in self.table.rows:
            land = find(self.names.listed.values(), row["class"])
            if land is None:
                continue  # a class that the run lacks has no say
            if land.key.casefold() in self.densities:
                self.refusals.append((f"'{row['class']}'", "duplicates row"))
            else:
                columns = ("soil_tc_per_ha", "vegetation_tc_per_ha")
                self.densities[land.key.casefold()] = [float(row[column]) for column in columns]
                fraction = float(row.get("soil_loss_fraction") or 1)
                self.soil_fractions[land.key.casefold()] = fraction

    def takes(self, land) -> bool:
        return land.group.casefold() in self.groups

    def is_loss(self, one, other) -> bool:
        return one.group == "sink" and self.takes(other)
