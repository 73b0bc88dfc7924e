"""What became of mined land in each period: RECLAIMED, its checks and the raster RECLAIMED_BY."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..base.arrays import Ints
from ..base.colours import along
from ..base.dates import Date, Period, date_values
from ..base.messages import Message
from ..base.numbers import percent
from ..results.closure import Check
from ..scan.census import Census
from .land import MineConversionRow, MineLand, MineMap
from .states import Use, reclaimed_by, uses_of

NODATA = 0

# From long ago to of late.
RAMP = ("#00441b", "#41ab5d", "#d9f0a3")

KINDS = DIRECT, VIA, REDEVELOPED, FLOODED, OTHER = (
    *("direct", "via", "redeveloped", "flooded", "other"),
)
# What mined land became at the next date, by its use then.
LEFT = {Use.SINK: DIRECT, Use.BUILT: REDEVELOPED, Use.WATER: FLOODED, Use.OTHER: OTHER}


class ReclaimedRow(MineConversionRow):
    """A row of RECLAIMED."""

    pct_of_mine: float | None


def reclaimed_rows(land: MineLand) -> list[ReclaimedRow]:
    """RECLAIMED: what left the mine in each period, and sinks that were mined longer ago.

    Rows stand by period, then by KINDS, then in the order of the classes.
    """
    return [
        {
            **row,
            "pct_of_mine": None
            if row["kind"] == VIA
            else percent(row["area_ha"], land.mined_hectares[step.earlier]),
        }
        for step in land.steps
        for row in land.conversions(step, _kinds(land, step), KINDS)
    ]


def _kinds(land: MineLand, step: Period) -> Ints:
    """The place in KINDS of what happened in a period, (n,); -1 where nothing did."""
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


def reclaimed_map(dates: Sequence[Date], span: Period) -> MineMap:
    """RECLAIMED_BY: the date that first shows the run of sinks which holds at the last one.

    At the first date nothing is known to be reclaimed, so the legend has a row for every other one.
    """
    values = date_values(dates)
    later = list(zip(values, dates))[1:]
    return MineMap(
        Message("Reclaimed by {period}", period=span.name),
        lambda uses: reclaimed_by(uses, len(dates)),
        np.array([NODATA, *values], np.uint16),
        [
            (value, Message("by {date}", date=date.label), along(RAMP, share))
            for (value, date), share in zip(later, np.linspace(0, 1, len(later)))
        ],
    )


def reclaimed_checks(land: MineLand, rows: Sequence[ReclaimedRow], census: Census) -> list[Check]:
    """What left the mine against the matrix of each period.

    Args:
        census: has the periods of `land.steps` first.
    """
    uses = uses_of(list(land.classes), land.disturbing)
    checks = []
    for step, hectares in zip(land.steps, census.cube.hectares):
        for use, kind in LEFT.items():
            expected = hectares[uses == Use.MINE][:, uses == use].sum()
            rows_of_kind = [r for r in rows if (r["period"], r["kind"]) == (step.name, kind)]
            total = sum(row["area_ha"] for row in rows_of_kind)
            checks.append(
                Check(
                    step.name,
                    Message("hectares of {kind} = those of the matrix", kind=kind),
                    expected,
                    total,
                )
            )
    return checks
