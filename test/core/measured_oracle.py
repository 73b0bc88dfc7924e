"""What values hold by class, status and age of the land, by the words of the manual
(docs/algorithms/rastervalues.md): means and deviations of lists of cells."""

from __future__ import annotations

from collections import defaultdict
from math import fsum, sqrt


def moments(cells: list) -> list:
    """Cells, those without a value, hectares, mean, standard deviation, least and largest.

    Args:
        cells: hectares, and the value; None where there is none.
    """
    values = [value for _, value in cells if value is not None]
    size = [len(cells), len(cells) - len(values), fsum(hectares for hectares, _ in cells)]
    if not values:
        return [*size, None, None, None, None]
    mean = fsum(value / len(values) for value in values)
    # Of what is beyond all measure squares are, too.
    squares = fsum((value - mean) * (value - mean) for value in values)
    sd = sqrt(squares / (len(values) - 1)) if len(values) > 1 else None
    return [*size, mean, sd, min(values), max(values)]


def measured_tables(cells: list) -> dict:
    """The numbers of a raster's rows by table and key.

    Args:
        cells: class, status, ages (none, or the least and the most), hectares and value.
    """
    kinds = defaultdict(list)
    for *kind, hectares, value in cells:
        kinds[tuple(kind)].append((hectares, value))

    def of(name: str, status: str | None = None, ages: tuple | None = None) -> list:
        return moments(
            [
                cell
                for (other, own, age), same in kinds.items()
                if other == name and status in (None, own) and ages in (None, age)
                for cell in same
            ]
        )

    found = {}
    for name, status, age in kinds:
        found["by class", name] = of(name)
        found["by status", status, name] = of(name, status)[:5]
        if age:
            *size, mean, sd, _, _ = of(name, ages=age)
            undisturbed = of(name, "never_mined")[3]
            share = 100 * mean / undisturbed if undisturbed and mean is not None else None
            found[("by age", name, *age)] = [sum(age) / 2, *size, mean, sd, undisturbed, share]
    return found
