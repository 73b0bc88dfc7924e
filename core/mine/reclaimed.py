"""What became of mined land in each period: RECLAIMED, its checks and the raster RECLAIMED_BY."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from ..base.arrays import Ints, NDArray
from ..base.colours import along
from ..base.dates import Period, date_values, years_between
from ..base.messages import Message, Text
from ..base.numbers import percent
from ..results.closure import Check, written_checks
from ..scan.block import Block
from ..scan.census import Census
from ..scan.consumer import Canvas
from ..scheme.taking import Taking
from .land import MineLand, MineRaster
from .states import Use, reclaimed_by, uses_of

NODATA = 0

# From long ago to of late.
RAMP = ("#00441b", "#41ab5d", "#d9f0a3")

KINDS = DIRECT, VIA, REDEVELOPED, FLOODED, OTHER = (
    *("direct", "via", "redeveloped", "flooded", "other"),
)
# What mined land became at the next date, by its use then.
LEFT = {
    Use.SINK: DIRECT,
    Use.BUILT: REDEVELOPED,
    Use.WATER: FLOODED,
    Use.OTHER: OTHER,
}


class ReclaimedRow(TypedDict):
    """A row of RECLAIMED."""

    period: str
    kind: str
    from_class: str
    to_class: str
    cells: int
    area_ha: float
    ha_per_year: float | None
    pct_of_mine: float | None


def reclaimed_rows(land: MineLand) -> list[ReclaimedRow]:
    """RECLAIMED: what left the mine in each period, and sinks that were mined longer ago.

    Rows stand by period, then by KINDS, then in the order of the classes.
    """
    names = [land_class.name for land_class in land.classes]
    rows: list[ReclaimedRow] = []
    for step in land.steps:
        kinds, years = _kinds(land, step), years_between(land.dates, step)
        mined = land.mined_hectares[step.earlier]
        earlier, later = (land.table.classes[:, n] for n in (step.earlier, step.later))
        for (kind, source, target), cells, area in land.sums(kinds >= 0, kinds, earlier, later):
            rows.append(
                {
                    "period": step.name,
                    "kind": KINDS[kind],
                    "from_class": names[source],
                    "to_class": names[target],
                    "cells": cells,
                    "area_ha": area,
                    "ha_per_year": area / years if years else None,
                    "pct_of_mine": None if KINDS[kind] == VIA else percent(area, mined),
                }
            )
    return rows


def _kinds(land: MineLand, step: Period) -> Ints:
    """The place in KINDS of what happened in a period, by combination; -1 where nothing did."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    kinds = np.full(len(before), -1)
    for use, kind in LEFT.items():
        kinds[(before == Use.MINE) & (after == use)] = KINDS.index(kind)
    was_mined = (land.first_mined > 0) & (land.first_mined <= step.earlier)
    between = was_mined & (before != Use.MINE) & (before != Use.SINK)
    kinds[between & (after == Use.SINK)] = KINDS.index(VIA)
    return kinds


def left_hectares(rows: Iterable[ReclaimedRow], period: str) -> float:
    """Hectares that left the mine in a period."""
    return sum(r["area_ha"] for r in rows if r["period"] == period and r["kind"] != VIA)


class ReclaimedRaster(MineRaster):
    """The date by which the run of sinks that holds at the last date was seen, after mining."""

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
        # At the first date nothing is known to be reclaimed.
        later = list(zip(date_values(dates), dates))[1:]
        self._entries = [
            (value, translate(Message("by {date}", date=date.label)), along(RAMP, share))
            for (value, date), share in zip(later, np.linspace(0, 1, len(later)))
        ]
        title = Message("Reclaimed by {period}", period=span.name)
        super().__init__(canvas, canvas.tiff(path, span, title, np.uint16, NODATA), taking)

    def values(self, block: Block) -> NDArray[np.uint16]:
        return self._values[reclaimed_by(self.uses(block), len(block.codes))]

    def finish(self, census: Census) -> None:
        """A row of the legend for every date but the first."""
        self.label(self._entries, census)
        super().finish(census)


def reclaimed_checks(
    land: MineLand, rows: Sequence[ReclaimedRow], census: Census, raster: ReclaimedRaster | None
) -> list[Check]:
    """What left the mine against the matrix of each period, and what the raster was written with.

    Args:
        census: has the periods of `land.steps` first.
    """
    uses = uses_of(list(land.classes), land.taking)
    checks = []
    for step, hectares in zip(land.steps, census.cube.hectares):
        for use, kind in LEFT.items():
            expected = hectares[uses == Use.MINE][:, uses == use].sum()
            own = [r for r in rows if (r["period"], r["kind"]) == (step.name, kind)]
            found = sum(row["area_ha"] for row in own)
            checks.append(
                Check(
                    step.name,
                    Message("hectares of {kind} = those of the matrix", kind=kind),
                    expected,
                    found,
                )
            )
    if raster is not None:
        values = np.array([NODATA, *date_values(land.dates)])
        held = values[reclaimed_by(land.uses, len(land.dates))]
        checks += written_checks(land.span, "RECLAIMED_BY", raster, held, land.table.cells)
    return checks
