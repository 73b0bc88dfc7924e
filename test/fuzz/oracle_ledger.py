"""The carbon ledger of a case, history by history, by the loop that the tests of the core use."""

from carbon_zones.test.core.ledger_oracle import LedgerOracle
from carbon_zones.test.core.mining_oracle import spelled

from .cases_years import NAMES
from .oracle_years import by_year_of

USES = ("sink", "built", "water")


def ledger_of(case, reader, dated: dict, result) -> None:
    """The rows of LEDGER, or what is refused for want of coefficients, into a result.

    Args:
        reader: of the coefficients, and which classes take land.
        dated: cells and hectares by what land is at all dates, and its years.
    """
    histories = [lands for lands, *_ in dated]
    lands = {land for history in histories for land in history}
    # Mines that nobody says take land are land like any other.
    others = {land: land.group if land.group in USES else "" for land in lands}
    uses = {land: "mine" if reader.takes(land) else others[land] for land in lands}
    mined = [history for history in histories if any(uses[land] == "mine" for land in history)]
    sinks = {land for history in mined for land in history if uses[land] == "sink"}
    names = {land: land.name.casefold() for land in lands}
    by_year_of(
        case,
        dated,
        lambda lands: spelled([uses[land] for land in lands], ["mine"]),
        lambda lands: [names[land] for land in lands],
        result,
    )
    missing = [land.key for land in sinks if land.key.casefold() not in reader.densities]
    if missing:
        words = ("land mined at any date", *(f"'{key}'" for key in missing))
        result.refusals.append(words)
        return
    groups = {land: ("", use) for land, use in uses.items()}
    columns = ("soil_tc_per_ha", "vegetation_tc_per_ha")
    terms = {land: dict(zip(columns, reader.densities[land.key.casefold()])) for land in sinks}
    cells = dict(enumerate(histories))
    hectares = {place: area for place, (_, area) in enumerate(dated.values())}
    by_raster = [{place: key[n + 1] for place, key in enumerate(dated)} for n in range(len(NAMES))]
    years = list(case.losses.years)
    found = LedgerOracle(cells, hectares, years, groups, names, terms, "mid", *by_raster)
    for key, (carbon, area) in found.rows().items():
        result.numbers[("ledger", *key)] = [area, carbon]
    for (_, year, name), amount in found.lost_in.items():
        for shown in (name, "(all)") if amount else ():
            result.numbers.setdefault(("by year", str(year), shown), [0.0] * 5)[4] += amount
