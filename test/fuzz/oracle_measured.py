"""What rasters of values hold by class, age and status of the land, in a plain loop over its cells,
by the words of the manual (docs/algorithms/rastervalues.md)."""

from __future__ import annotations

from collections import Counter
from math import fsum, isinf

from carbon_zones.test.core.measured_oracle import measured_tables
from carbon_zones.test.core.mining_oracle import last_run, state

from .oracle_cells import brought
from .oracle_losses import groups_of
from .oracle_mining import letters_of

# Beyond what is measured of land in any unit.
BEYOND = 1e20
# Sums of squares of more may overflow.
LARGEST = 1e30
# What usually means no data where it is the least number, and where it is the largest, by type.
LEAST_MARKS = (-999, -9999, -32768, -99999, -2147483648, -1e10)
TOP_MARKS = {"u1": 255, "u2": 65535, "u4": 4294967295}


def cells_with_values(raster, base, cells: list) -> list:
    """Each cell of land with the number that the file has for it and what that stands for.

    Args:
        cells: (row, column, classes by date, hectares).
    """
    date = raster.date
    values, hidden, outside = brought(date, base)
    # A float of four bytes has fewer digits than the number that is declared.
    kind = values.dtype.type if values.dtype.kind == "f" else float
    none = {float(kind(n)) for n in (*raster.left_out, date.declared) if n is not None}
    found = []
    for i, j, lands, hectares in cells:
        number = float(values[i, j])
        if outside[i, j] or hidden[i, j] or number != number or number in none:
            found.append((lands, hectares, None, None))
        else:
            found.append((lands, hectares, number, number * raster.scale + raster.offset))
    return found


def is_beyond_all(cells: list) -> bool:
    """Whether a value is so large that squares may overflow."""
    return any(abs(value) > LARGEST for _, _, _, value in cells if value is not None)


def measured_of(case, names, result) -> None:
    """Tables, and refusals, into a result that has the cells."""
    measured, dates = case.measured, case.dates
    groups = groups_of(measured.disturbing)
    if not groups or "sink" in groups:
        result.refusals.append(("TAKING_GROUPS",))
        return
    years = [int(date.year) for date in dates]
    lands = {land for cell in result.cells for land in cell[2]}
    if measured.by_use and not all(land.listed for land in lands):
        result.refusals.append(("SCHEME", "unclassified values"))
    for raster, year in zip(measured.rasters, measured.years):
        if year < years[0]:
            words = (f"'{raster.date.layer}' ({year}) predates", f"({years[0]})")
            result.refusals.append(("VALUE_LAYERS", *words))
        elif brought(raster.date, dates[case.base])[2].all():
            # Edges may lie over each other where no centre lies inside.
            result.may.append(("VALUE_LAYERS", "do not overlap"))
    if result.refusals:
        for raster in measured.rasters:
            _marks(raster, cells_with_values(raster, dates[case.base], result.cells), result)
        return
    last = []
    for raster, year in zip(measured.rasters, measured.years):
        place = max(n for n, own in enumerate(years) if own <= year)
        cells = cells_with_values(raster, dates[case.base], result.cells)
        _marks(raster, cells, result)
        kinds = []
        for lands, hectares, _, value in cells:
            history = letters_of(lands[: place + 1], groups)
            start = last_run(history)
            age = (year - years[start], year - years[start - 1]) if start else ()
            own = (lands[place].name.casefold(), state(history, place), age)
            kinds.append((*own, hectares, value))
        ages = []
        for (table, *key), numbers in measured_tables(kinds).items():
            place_and_key = (str(years[place]), *key) if table == "by class" else key
            row = (table, str(year), raster.date.layer, *place_and_key)
            result.numbers[row] = numbers
            # An age without any value has no say.
            if table == "by age" and numbers[4] is not None:
                ages.append((numbers[3], numbers[7]))
        if year >= max(measured.years):
            last = ages
    result.recovered = None
    if last and all(share is not None for _, share in last):
        whole = fsum(area for area, _ in last)
        result.recovered = fsum(area * share for area, share in last) / whole


def _marks(raster, cells: list, result) -> None:
    words = judged(raster, cells, result)
    if words is None and is_beyond_all(cells):
        words = (f"'{raster.date.layer}'", "exceed the limit of")
    if words is not None:
        result.refusals.append(("VALUE_LAYERS", *words))


def judged(raster, cells: list, result) -> tuple | None:
    """The words of a refusal for a number that usually means no data, where nothing else says so;
    None where there is none. What may be such a number is to be warned of, and names of values."""
    layer = f"'{raster.date.layer}'"
    if raster.date.names:
        result.facts.append((layer, "has names for its values"))
    counts = Counter(number for _, _, number, _ in cells if number is not None)
    numbers, is_settled = sorted(counts), any(n != n for n in raster.left_out)
    if not numbers:
        return None
    low, *_, high = numbers if len(numbers) > 1 else numbers * 2
    if max(-low, high) >= 0.9999 * BEYOND and (isinf(low) or isinf(high) or not is_settled):
        return (layer,)
    if is_settled:
        return None
    rest = [number for number in numbers if number != high]
    is_top = high in (9999, TOP_MARKS.get(raster.date.values.dtype.str[1:]))
    is_top = is_top and all(number <= high / 2 for number in rest)
    if low in LEAST_MARKS or (is_top and (high == 65535 or any(rest))):
        return layer, "may be undeclared NoData"
    for end, *others in (numbers, numbers[::-1]):
        is_apart = bool(others) and abs(end) > 10 * abs(others[0])
        is_apart = is_apart and counts[end] >= sum(counts.values()) / 1000
        if end < 0 <= max([*others[:1], end]):
            is_apart = is_apart and (end == -1 or end < -900)
        if is_apart and not {*others} <= {0, -end} and not (end > 0 == others[0]):
            result.facts.append((layer, "times the next value"))
    return None
