"""The carbon ledger of a case, history by history, by the loop that the tests of the core use."""

from __future__ import annotations

from carbon_zones.test.core.ledger_oracle import LedgerOracle

USES = ("sink", "built", "water")


def ledger_of(reader, histories: dict, years: list[int], result) -> None:
    """The rows of LEDGER, or what is refused for want of coefficients, into a result.

    Args:
        reader: of the coefficients, and which classes take land.
        histories: cells and hectares by what land is at all dates.
    """
    lands = {land for history in histories for land in history}
    # Mines that nobody says take land are land like any other.
    others = {land: land.group if land.group in USES else "" for land in lands}
    uses = {land: "mine" if reader.takes(land) else others[land] for land in lands}
    mined = [history for history in histories if any(uses[land] == "mine" for land in history)]
    sinks = {land for history in mined for land in history if uses[land] == "sink"}
    missing = [land.key for land in sinks if land.key.casefold() not in reader.densities]
    if missing:
        words = ("land that is mined at some date", *(f"'{key}'" for key in missing))
        result.refusals.append(words)
        return
    names = {land: land.name.casefold() for land in lands}
    groups = {land: ("", use) for land, use in uses.items()}
    columns = ("soil_tc_per_ha", "vegetation_tc_per_ha")
    terms = {land: dict(zip(columns, reader.densities[land.key.casefold()])) for land in sinks}
    cells = dict(enumerate(mined))
    hectares = {place: histories[history][1] for place, history in cells.items()}
    found = LedgerOracle(cells, hectares, years, groups, names, terms, "mid")
    for key, (carbon, area) in found.rows().items():
        result.numbers[("ledger", *key)] = [area, carbon]
