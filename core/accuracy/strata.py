"""STRATA: the strata of a sample that are not the classes of the map, from a plain table.

It is the table that Sample for accuracy writes: `value`, `class`, `cells`, `area_ha`, `weight`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from ..base.messages import DataError
from ..base.numbers import number_in
from ..scheme.table import Table
from .sample import Stratum

NAMES = ("value", "class")
# How far rounding may take the sum of weights from 1, and rounding of that sum.
MOST_OFF = 0.01 + 1e-9


@dataclass(frozen=True)
class StrataTable:
    """The strata of a table, and how their names in a field of the sample are found.

    Attributes:
        strata: their hectares are, unless `has_hectares`, numbers that the map's area is shared by.
    """

    label: str
    strata: Sequence[Stratum]
    has_hectares: bool
    places: Mapping[str, int]

    def place(self, text: str) -> int | None:
        """The place of the stratum with this value or name; None where there is none."""
        return self.places.get(_folded(text))

    def on(self, map_hectares: float) -> list[Stratum]:
        """The strata of a map with so much land that counts."""
        if self.has_hectares:
            return list(self.strata)
        total = sum(stratum.hectares for stratum in self.strata)
        return [replace(s, hectares=s.hectares / total * map_hectares) for s in self.strata]

    def require_cells(self, samples: Iterable[int], reference: str) -> None:
        """Refuse a stratum with fewer cells than samples: it would count as seen to the last cell.

        Args:
            samples: how many each stratum has.
            reference: what messages call their layer.

        Raises:
            DataError: there is one.
        """
        for stratum, count in zip(self.strata, samples):
            if stratum.cells < count:
                raise DataError(
                    "{table}: the stratum '{name}' has {cells:,} cells, fewer than its {count:,} "
                    "samples in {reference}",
                    table=self.label,
                    name=stratum.name,
                    cells=stratum.cells,
                    count=count,
                    reference=reference,
                )


def read_strata(table: Table) -> StrataTable:
    """The strata of a table.

    Their sizes are those of `area_ha`; without it `weight`, the share of the area, 0 to 1 or in per
    cent; without that `cells`.

    Raises:
        DataError: a column is missing, the table is empty, a stratum has no name or that of
            another, sizes are none, or weights are no shares.
    """
    names = [column for column in NAMES if column in table.columns]
    table.require([*(names or ["value"]), "cells"])
    sized_by = next((c for c in ("area_ha", "weight") if c in table.columns), "cells")
    strata: list[Stratum] = []
    places: dict[str, int] = {}
    rows = list(table)
    for place, row in enumerate(rows):
        texts = [text for text in map(row.text, names) if text]
        if not texts:
            raise row.error("the stratum has no {columns}", columns=" / ".join(names))
        for text in texts:
            other = places.setdefault(_folded(text), place)
            if other != place:
                raise row.error(
                    "the stratum '{text}' stands in row {other} already",
                    text=text,
                    other=rows[other].label,
                )
        cells, size = row.whole("cells"), float(row.number(sized_by))
        for column in ("cells", sized_by):
            row.number(column, least=0)
        if bool(cells) != bool(size):
            raise row.error(
                "cells is {cells} and {column} is {size}; one is 0 and the other not",
                cells=cells,
                column=sized_by,
                size=row.text(sized_by),
            )
        strata.append(Stratum(texts[-1], cells, size))
    total = sum(stratum.hectares for stratum in strata)
    if not total:
        raise DataError("{table}: no stratum has any cells", table=table.name)
    if sized_by == "weight" and min(abs(total - 1), abs(total / 100 - 1)) > MOST_OFF:
        raise DataError(
            "{table}: column 'weight' adds up to {total:g}, not to 1, or to 100 in per cent",
            table=table.name,
            total=total,
        )
    return StrataTable(table.name, strata, sized_by == "area_ha", places)


def _folded(text: str) -> str:
    """A name as it is compared: 3, 3.0 and ' 3' are one, and so are A and a."""
    number = number_in(text.strip())
    if number is not None and isfinite(number) and number == int(number):
        return str(int(number))
    return text.strip().casefold()
