"""What rasters of values hold by class, age and status of the land, in a plain loop over its cells,
by the words of the manual (docs/algorithms/rastervalues.md)."""

from __future__ import annotations

from math import fsum, sqrt

from .oracle_cells import brought
from .oracle_losses import groups_of
from .oracle_mining import last_run, letter, state

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


def moments(cells: list) -> list:
    """Cells, those without a value, hectares, mean, standard deviation, least and largest."""
    values = [value for _, _, _, value in cells if value is not None]
    size = [len(cells), len(cells) - len(values), fsum(hectares for _, hectares, _, _ in cells)]
    if not values:
        return [*size, None, None, None, None]
    mean = fsum(value / len(values) for value in values)
    # Of what is beyond all measure squares are, too.
    squares = fsum((value - mean) * (value - mean) for value in values)
    sd = sqrt(squares / (len(values) - 1)) if len(values) > 1 else None
    return [*size, mean, sd, min(values), max(values)]


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
        kinds: dict = {}
        for cell in cells:
            lands = cell[0][: place + 1]
            history = "".join(letter(land, groups) for land in lands)
            own = "never_mined" if "M" not in history else state(history, len(history) - 1)
            start = last_run(history)
            age = (year - years[start], year - years[start - 1]) if start else ()
            kinds.setdefault((lands[-1].name.casefold(), own, age), []).append(cell)
        ages = _tables(raster, str(year), str(years[place]), kinds, result)
        if year >= max(measured.years):
            last = ages
    result.recovered = None
    if last and all(share is not None for _, share in last):
        whole = fsum(area for area, _ in last)
        result.recovered = fsum(area * share for area, share in last) / whole


def _tables(raster, year: str, land_year: str, kinds: dict, result) -> list:
    """The rows of a raster; hectares and per cent of undisturbed land of each age."""
    own, ages = (year, raster.date.layer), []
    for name in {name for name, _, _ in kinds}:
        whole = moments([c for key, cells in kinds.items() if key[0] == name for c in cells])
        result.numbers[("by class", *own, land_year, name)] = whole
        undisturbed = moments(kinds.get((name, "never_mined", ()), []))[3]
        for (other, _, age), cells in kinds.items():
            if other == name and age:
                *size, mean, sd, _, _ = moments(cells)
                share = 100 * mean / undisturbed if undisturbed and mean is not None else None
                numbers = [sum(age) / 2, *size, mean, sd, undisturbed, share]
                result.numbers[("by age", *own, name, *age)] = numbers
                # An age without any value has no say.
                ages += [(size[2], share)] if mean is not None else []
        for status in {status for other, status, _ in kinds if other == name}:
            same = [c for key, cells in kinds.items() if key[:2] == (name, status) for c in cells]
            result.numbers[("by status", *own, status, name)] = moments(same)[:5]
    return ages


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
