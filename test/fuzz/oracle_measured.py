"""What rasters of values hold by class, age and status of the land, in a plain loop over its cells,
by the words of the manual (docs/algorithms/rastervalues.md)."""

from __future__ import annotations

from math import fsum

from carbon_zones.test.core.measured_oracle import measured_tables
from carbon_zones.test.core.mining_oracle import last_run, state

from .oracle_cells import brought
from .oracle_losses import groups_of
from .oracle_mining import letters_of

# Beyond what is measured of land in any unit.
BEYOND = 1e20
# Sums of squares of more may overflow.
LARGEST = 1e30


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
        result.refusals.append(("SCHEME", "are unclassified"))
    for raster, year in zip(measured.rasters, measured.years):
        if year < years[0]:
            words = (f"'{raster.date.layer}' is of {year}", str(years[0]))
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
    """Numbers that usually mean no data, where nothing else says so, must be refused."""
    numbers = sorted({number for _, _, number, _ in cells if number is not None})
    if not numbers:
        return
    is_beyond = max(-numbers[0], numbers[-1]) >= 0.9999 * BEYOND
    is_largest = numbers[-1] == 65535 and raster.date.values.dtype == "u2"
    is_alone = is_largest and all(number <= 32767 for number in numbers[:-1])
    if is_beyond or numbers[0] in (-9999, -32768) or is_alone:
        result.refusals.append(("VALUE_LAYERS", f"'{raster.date.layer}'"))
