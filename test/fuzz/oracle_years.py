"""Land by the years that rasters say it was disturbed and reclaimed in, and BY_YEAR of it."""

from __future__ import annotations

from carbon_zones.test.core.years_oracle import YearsOracle, year_of

from .cases_years import NAMES
from .oracle_cells import brought

# How a table has what happened, its hectares and those of them that are spread.
COLUMNS = {"M": (0, 1), "S": (2, 3)}


def dated(case, cells: list) -> dict:
    """Cells and hectares by what land is at all dates and its years, None where there are none."""
    base, rasters = case.dates[case.base], case.year_rasters or {}
    own = {name: (rasters[name], *brought(rasters[name].raster, base)) for name in rasters}
    found: dict = {}
    for i, j, lands, hectares in cells:
        years = [_year(*own[name], i, j) if name in own else None for name in NAMES]
        entry = found.setdefault((lands, *years), [0, 0.0])
        entry[0] += 1
        entry[1] += hectares
    return found


def _year(given, values, hidden, outside, i: int, j: int) -> int | None:
    if hidden[i, j] or outside[i, j]:
        return None
    return year_of(float(values[i, j]), given.raster.declared, given.offset)


def by_year_of(case, land: dict, letters, names, result) -> None:
    """BY_YEAR's hectares into a result.

    Args:
        land: as `dated` gives it.
        letters, names: make of what land is at all dates its history, and what tables call it.
    """
    years, rasters = [int(date.year) for date in case.dates], case.year_rasters or {}
    cells = {place: (letters(lands), tuple(names(lands))) for place, (lands, *_) in enumerate(land)}
    hectares = {place: area for place, (_, area) in enumerate(land.values())}
    own = [
        {place: key[n + 1] for place, key in enumerate(land)} if name in rasters else None
        for n, name in enumerate(NAMES)
    ]
    oracle = YearsOracle(cells, hectares, years, *own)
    for amounts, place in ((oracle.hectares, 0), (oracle.spread, 1)):
        for (kind, year, name), area in amounts.items():
            for shown in (name, "(all)"):
                key = ("by year", str(year), shown)
                result.numbers.setdefault(key, [0.0] * 5)[COLUMNS[kind][place]] += area
