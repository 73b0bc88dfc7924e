"""Land by the years that rasters say it was disturbed and reclaimed in, and BY_YEAR of it."""

from __future__ import annotations

from carbon_zones.test.core.inventory_oracle import Dated
from carbon_zones.test.core.years_oracle import YearsOracle, year_of

from .cases_years import NAMES
from .oracle_cells import brought

# How a table has what happened, its hectares and those of them that are spread.
COLUMNS = {"M": (0, 1), "S": (2, 3)}


def dated_cells(case, cells: list) -> list:
    """The cells with what land is at all dates and its years, None where there are none."""
    base, rasters = case.dates[case.base], case.year_rasters or {}
    own = {name: (rasters[name], *brought(rasters[name].raster, base)) for name in rasters}
    found = []
    for i, j, lands, hectares in cells:
        years = [_year(*own[name], i, j) if name in own else None for name in NAMES]
        found.append((i, j, Dated(lands, *years), hectares))
    return found


def dated(case, cells: list) -> dict:
    """Cells and hectares by what land is at all dates and its years."""
    found: dict = {}
    for *_, land, hectares in dated_cells(case, cells):
        entry = found.setdefault(land, [0, 0.0])
        entry[0] += 1
        entry[1] += hectares
    return found


def _year(given, values, hidden, outside, i: int, j: int) -> int | None:
    if hidden[i, j] or outside[i, j]:
        return None
    return year_of(float(values[i, j]), given.raster.declared, given.offset)


def _judge(case, of_hectares: YearsOracle, of_cells: YearsOracle, result) -> None:
    """What must be refused or warned of: years that hardly any of the changed land has."""
    years = [int(date.year) for date in case.dates]
    for kind, name in zip(COLUMNS, NAMES):
        if name not in (case.year_rasters or {}):
            continue
        own = _all_years(case, case.year_rasters[name])
        within = [
            place
            for place in range(1, len(years))
            if own and min(own) <= years[place - 1] + 1 and years[place] <= max(own)
        ]
        sums = [
            [
                sum(of.counts[kind, place, state] for place in within)
                for of in (of_hectares, of_cells)
            ]
            for state in ("usable", "outside", "missing")
        ]
        area, cells = (sum(both[n] for both in sums) for n in range(2))
        share = sums[0][0] / area if cells >= 100 else 1.0
        if share < 0.05:
            result.refusals.append((name, "years do not match the maps"))
        words = "check whether the years match the maps" if 0.05 <= share < 0.5 else ""
        # Half of the land is a matter of rounding.
        if abs(share - 0.5) > 1e-9:
            result.warned[f"{name} '{name.lower()}': check whether the years"] = words


def _all_years(case, given) -> list[int]:
    """The years of a raster on the land, whichever cells of it count."""
    base = case.dates[case.base]
    rows, columns = base.grid.shape
    column, row, width, height = case.window or (0, 0, columns, rows)
    held = brought(given.raster, base)
    cells = [(i, j) for i in range(row, row + height) for j in range(column, column + width)]
    years = [_year(given, *held, i, j) for i, j in cells]
    return [year for year in years if year is not None]


def by_year_of(case, land: dict, letters, names, result) -> None:
    """BY_YEAR's hectares into a result.

    Args:
        land: as `dated` gives it.
        letters, names: make of what land is at all dates its history, and what tables call it.
    """
    years, rasters = [int(date.year) for date in case.dates], case.year_rasters or {}
    cells = {place: (letters(lands), tuple(names(lands))) for place, (lands, *_) in enumerate(land)}
    counts = {place: count for place, (count, _) in enumerate(land.values())}
    hectares = {place: area for place, (_, area) in enumerate(land.values())}
    own = [
        {place: key[n + 1] for place, key in enumerate(land)} if name in rasters else None
        for n, name in enumerate(NAMES)
    ]
    oracle = YearsOracle(cells, hectares, years, *own)
    _judge(case, oracle, YearsOracle(cells, counts, years, *own), result)
    for amounts, place in ((oracle.hectares, 0), (oracle.spread, 1)):
        for (kind, year, name), area in amounts.items():
            for shown in (name, "(all)"):
                key = ("by year", str(year), shown)
                result.numbers.setdefault(key, [0.0] * 5)[COLUMNS[kind][place]] += area
