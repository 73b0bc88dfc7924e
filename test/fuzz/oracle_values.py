"""What land holds by values per hectare, history by history, and what the rasters should show."""

import re
from itertools import product

from .oracle_names import find


def values_of(table, names, dates: list, histories: dict, periods: dict, result) -> None:
    """Totals, changes, contributions and cells of rasters, and refusals, into a result.

    Args:
        dates: of the case.
    """
    per_ha = _by_class(table, names, result)
    if names.named and not any(_identity(land) in per_ha for land in names.named):
        result.refusals.append(("no row applies to the classes of this run",))
    nothing = dict.fromkeys(table.names, 0.0)
    lands = {land for history in histories for land in history}
    worth = {land: per_ha.get(_identity(land), nothing) for land in lands}
    for (place, date), name in product(enumerate(dates), table.names):
        for land in lands:
            area = sum(a for history, (_, a) in histories.items() if history[place] == land)
            key = ("total", date.label, name.lower(), land.name.casefold())
            own = worth[land][name]
            result.numbers[key] = [area, own, area * own]
    for (period, (a, b)), name in product(periods.items(), table.names):
        _change(worth, name, period, (a, b), histories, result)
    _rasters(table.shown, worth, dates, histories, result)


def _by_class(table, names, result) -> dict:
    """The values of a row by what its class means."""
    found: dict = {}
    for row in table.rows:
        land = find(names.listed.values(), row["class"])
        if land is not None:
            identity: tuple = ("class", land.key.casefold())
        elif re.fullmatch("-?[0-9]+", row["class"]):
            identity = ("value", int(row["class"]))
        elif table.is_own:
            result.refusals.append(("VALUES", f"'{row['class']}'"))
            continue
        else:
            continue
        if identity in found:
            result.refusals.append(("VALUES", f"'{row['class']}'", "duplicates row"))
        found.setdefault(identity, {name: float(row[name]) for name in table.names})
    return found


def _identity(land) -> tuple:
    return ("class", land.key.casefold()) if land.listed else ("value", land.value)


def _change(worth, name: str, period: str, ends: tuple, histories: dict, result) -> None:
    """What all land has before and after, and what each conversion adds."""
    before = after = 0.0
    pairs: dict = {}
    for history, (_, area) in histories.items():
        one, other = (history[end] for end in ends)
        before += area * worth[one][name]
        after += area * worth[other][name]
        if one != other:
            entry = pairs.setdefault((one, other), [0.0, 0.0])
            entry[0] += area
            entry[1] += area * (worth[other][name] - worth[one][name])
    result.numbers["value change", period, name.lower()] = [before, after, after - before]
    whole = sum(abs(change) for _, change in pairs.values())
    for (one, other), (area, change) in pairs.items():
        words = (one.name.casefold(), other.name.casefold())
        share = 100 * change / whole if whole else 0.0
        result.numbers[("contribution", period, name.lower(), *words)] = [area, change, share]


def _rasters(shown: str, worth: dict, dates: list, histories: dict, result) -> None:
    """Cells by the value that they should hold, of each raster."""
    for history, (cells, _) in histories.items():
        own = [worth[land][shown] for land in history]
        files = {
            f"density_{date.year or place + 1}.tif": value
            for place, (date, value) in enumerate(zip(dates, own))
        }
        for file, value in {**files, "change_map.tif": own[-1] - own[0]}.items():
            entry = result.numbers.setdefault(("cells that hold", file, told(value)), [0])
            entry[0] += cells


def told(value: float) -> str:
    """A value of a raster, which has twelve digits, by fewer."""
    return f"{float(f'{value:.9g}') + 0.0:.9g}"
