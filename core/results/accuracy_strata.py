"""STRATA: the strata of a sample that are not the classes of the map, from a plain table.

It is the table that Sample for accuracy writes: `value`, `class`, `cells`, `area_ha`, `weight`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from ..messages import DataError
from ..numbers import number_in
from ..scheme.table import Table
from .accuracy_sample import Stratum

NAMES = ("value", "class")


@dataclass(frozen=True)
class StrataTable:
    """The strata of a table, and how their names in a field of the sample are found."""

    label: str
    strata: Sequence[Stratum]
    places: dict[str, int]

    def place(self, text: str) -> int | None:
        """The place of the stratum with this value or name; None where there is none."""
        return self.places.get(_folded(text))


def read_strata(table: Table, map_hectares: float) -> StrataTable:
    """The strata of a table.

    Their sizes are those of `area_ha`; without it `weight`, the share of the area, times the area
    of the map; without that the area of the map shared by cells.

    Args:
        map_hectares: of the land that counts.

    Raises:
        DataError: a column is missing, the table is empty, a stratum has no name or that of
            another, or sizes are none.
    """
    names = [column for column in NAMES if column in table.columns]
    table.require([*(names or ["value"]), "cells"])
    sized_by = next((c for c in ("area_ha", "weight") if c in table.columns), "cells")
    cells: list[int] = []
    sizes: list[float] = []
    titles: list[str] = []
    places: dict[str, int] = {}
    for row in range(1, len(table.rows) + 1):
        texts = [text for text in (table.text(row, name) for name in names) if text]
        if not texts:
            raise table.error(row, "the stratum has no {columns}", columns=" / ".join(names))
        for text in texts:
            other = places.setdefault(_folded(text), row - 1)
            if other != row - 1:
                raise table.error(
                    row,
                    "the stratum '{text}' stands in row {other} already",
                    text=text,
                    other=table.number_of(other + 1),
                )
        titles.append(texts[-1])
        cells.append(table.whole(row, "cells"))
        sizes.append(float(table.number(row, sized_by)))
        for column, size in (("cells", cells[-1]), (sized_by, sizes[-1])):
            if size < 0:
                raise table.error(
                    row,
                    "column '{column}' is {text}, which is negative",
                    column=column,
                    text=table.text(row, column),
                )
        if bool(cells[-1]) != bool(sizes[-1]):
            raise table.error(
                row,
                "cells is {cells} and {column} is {size}; one is 0 and the other not",
                cells=cells[-1],
                column=sized_by,
                size=table.text(row, sized_by),
            )
    total = sum(sizes)
    if not total:
        raise DataError("{table}: no stratum has any cells", table=table.name)
    if sized_by != "area_ha":
        sizes = [size / total * map_hectares for size in sizes]
    return StrataTable(
        table.name,
        [Stratum(name, count, size) for name, count, size in zip(titles, cells, sizes)],
        places,
    )


def _folded(text: str) -> str:
    """A name as it is compared: 3, 3.0 and ' 3' are one, and so are A and a."""
    number = number_in(text.strip())
    if number is not None and isfinite(number) and number == int(number):
        return str(int(number))
    return text.strip().casefold()
