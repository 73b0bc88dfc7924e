"""What mining took in each period: DISTURBED, its checks and the raster FIRST_MINED."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from ..base.arrays import Flags, NDArray
from ..base.colours import along
from ..base.dates import Period, date_values, years_between
from ..base.messages import Message, Term, Text
from ..results.closure import Check, written_checks
from ..scan.block import Block
from ..scan.census import Census
from ..scan.consumer import Canvas
from ..scheme.taking import Taking
from .land import MineLand, MineRaster
from .states import NEVER, Use, first_mined, uses_of

NODATA = 0

# From long ago to of late.
RAMP = ("#3f007d", "#9e6fb8", "#fdae6b")

KINDS = ALREADY, FIRST, AGAIN = ("already", "first", "redisturbed")


class DisturbedRow(TypedDict):
    """A row of DISTURBED; what was mined at the first date has no from-class and no rate."""

    period: str
    kind: str
    from_class: str | None
    to_class: str
    cells: int
    area_ha: float
    ha_per_year: float | None


def disturbed_rows(land: MineLand) -> list[DisturbedRow]:
    """DISTURBED: what was mined at the first date, and what mining took in each period.

    Rows stand by period, then by KINDS, then in the order of the classes.
    """
    names = [land_class.name for land_class in land.classes]
    rows: list[DisturbedRow] = [
        {
            "period": land.dates[0].label,
            "kind": ALREADY,
            "from_class": None,
            "to_class": names[target],
            "cells": cells,
            "area_ha": area,
            "ha_per_year": None,
        }
        for (target,), cells, area in land.sums(land.first_mined == 1, land.table.classes[:, 0])
    ]
    for step in land.steps:
        years = years_between(land.dates, step)
        earlier, later = (land.table.classes[:, n] for n in (step.earlier, step.later))
        is_again = (land.first_mined <= step.earlier).astype(np.int64)
        for (again, source, target), cells, area in land.sums(
            _taken(land, step), is_again, earlier, later
        ):
            rows.append(
                {
                    "period": step.name,
                    "kind": AGAIN if again else FIRST,
                    "from_class": names[source],
                    "to_class": names[target],
                    "cells": cells,
                    "area_ha": area,
                    "ha_per_year": area / years if years else None,
                }
            )
    return rows


def _taken(land: MineLand, step: Period) -> Flags:
    """Which combinations are mined land at the second date of a period, and not at the first."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    taken: Flags = (before != Use.MINE) & (after == Use.MINE)
    return taken


def taken_hectares(rows: Iterable[DisturbedRow], period: str) -> float:
    """Hectares that mining took in a period, for the first time or again."""
    return sum(r["area_ha"] for r in rows if r["period"] == period and r["kind"] != ALREADY)


class FirstMinedRaster(MineRaster):
    """The date by which each cell was first seen as mined land."""

    def __init__(
        self,
        canvas: Canvas,
        path: str | Path,
        span: Period,
        taking: Taking,
        translate: Callable[[Text], str] = str,
    ):
        dates = canvas.series.dates
        self._values = np.array([NODATA, *date_values(dates)], np.uint16)
        first, *others = (date.label for date in dates)
        # What is mined at the first date may have been so for long.
        words = [
            Message("no later than {date}", date=first),
            *(Message("by {date}", date=label) for label in others),
        ]
        self._entries = [
            (value, translate(text), along(RAMP, share))
            for value, text, share in zip(date_values(dates), words, np.linspace(0, 1, len(dates)))
        ]
        title = Message("First mined {period}", period=span.name)
        super().__init__(canvas, canvas.tiff(path, span, title, np.uint16, NODATA), taking)

    def values(self, block: Block) -> NDArray[np.uint16]:
        return self._values[first_mined(self.uses(block))]

    def finish(self, census: Census) -> None:
        """A row of the legend for every date."""
        self.label(self._entries, census)
        super().finish(census)


def disturbed_checks(
    land: MineLand, rows: Sequence[DisturbedRow], census: Census, raster: FirstMinedRaster | None
) -> list[Check]:
    """What was taken against the matrices and what is ever mined; what the raster was written with.

    Args:
        census: has the periods of `land.steps` first.
    """
    is_mine = uses_of(list(land.classes), land.taking) == Use.MINE
    once = sum(row["area_ha"] for row in rows if row["kind"] != AGAIN)
    ever = land.hectares_of(land.first_mined != NEVER)
    checks = [Check(land.span, Term("hectares mined already and first = ever mined"), ever, once)]
    for step, hectares in zip(land.steps, census.cube.hectares):
        expected, found = hectares[~is_mine][:, is_mine].sum(), taken_hectares(rows, step.name)
        checks.append(
            Check(step.name, Term("hectares newly mined = those of the matrix"), expected, found)
        )
    if raster is not None:
        held = np.array([NODATA, *date_values(land.dates)])[land.first_mined]
        checks += written_checks(land.span, "FIRST_MINED", raster, held, land.table.cells)
    return checks
