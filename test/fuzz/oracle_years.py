"""Land by the years that rasters say it was disturbed and reclaimed in, and BY_YEAR of it."""

from __future__ import annotations

from carbon_zones.test.core.inventory_oracle import Dated
from carbon_zones.test.core.years_oracle import YearsOracle, changes, year_of

from .cases_years import NAMES
from .oracle_cells import brought
from .oracle_names import names_of

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


def _judge(case, of_hectares: YearsOracle, of_cells: YearsOracle, maps: list, result) -> None:
    """What must be refused or warned of: no years, or years that hardly any of the changed land
    has; `maps` are the rasters of classes, of which nothing else is said."""
    years = [int(date.year) for date in case.dates]
    for kind, name in zip(COLUMNS, NAMES):
        if name not in (case.year_rasters or {}) or name in maps:
            continue
        own = _all_years(case, case.year_rasters[name])
        fault, words = _no_years(own, case.year_rasters[name].offset, years)
        if fault:
            result.refusals.append((name, *words))
        is_told = bool(words) and not fault
        result.warned[f"{name} '{name.lower()}': values"] = words[0] if is_told else ""
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


def _no_years(own: list[int], offset: int, years: list[int]) -> tuple[bool, tuple]:
    """Whether these must be refused, and what must be said, as none is in the periods."""

    def is_within(values) -> bool:
        return any(years[0] < value <= years[-1] for value in values)

    own = sorted(set(own))
    if not own or is_within(own):
        return False, ()
    said = ["are not years in the periods"]
    if _are_years(own):
        return False, (*said,)
    for other in (0, 2000, 1900):
        moved = [year - offset + other for year in own]
        if own[-1] > offset and _are_years(moved) and is_within(moved):
            return True, (*said, f"offset {other} fits")
    return True, (*said,)


def _is_class_map(case, name: str, cells: list, letters) -> bool:
    """Whether a raster holds the classes of over half of the land, and half of the unchanged land,
    or classes on nearly all of it."""
    given, base = case.year_rasters[name], case.dates[case.base]
    held = brought(given.raster, base)
    keys = {v: land.key.casefold() for named in names_of(case).by_date for v, land in named.items()}
    values = {year - given.offset for year in _all_years(case, given)}
    if not values or 2 * len(values & keys.keys()) < len(values) or _are_years(values):
        return False
    kinds = {kind for kind, other in zip(COLUMNS, NAMES) if other in case.year_rasters}
    count = dict.fromkeys(("class", "own", "still", "still own"), 0)
    for i, j, lands, _ in cells:
        year = _year(given, *held, i, j)
        key = None if year is None else keys.get(year - given.offset)
        is_own = key in {land.key.casefold() for land in lands}
        is_still = not any(kind in kinds for _, kind in changes(letters(lands)))
        count["class"] += key is not None
        count["own"] += is_own
        count["still"] += is_still
        count["still own"] += is_still and is_own
    if count["class"] >= 0.95 * len(cells):
        return True
    return 2 * count["own"] > len(cells) and 2 * count["still own"] >= count["still"]


def _are_years(values) -> bool:
    return 2 * sum(1950 <= value <= 2100 for value in values) >= len(values) > 0


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
    maps = [name for name in rasters if _is_class_map(case, name, result.cells, letters)]
    result.refusals += [(name, "values are classes of the maps") for name in maps]
    _judge(case, oracle, YearsOracle(cells, counts, years, *own), maps, result)
    for amounts, place in ((oracle.hectares, 0), (oracle.spread, 1)):
        for (kind, year, name), area in amounts.items():
            for shown in (name, "(all)"):
                key = ("by year", str(year), shown)
                result.numbers.setdefault(key, [0.0] * 5)[COLUMNS[kind][place]] += area
