"""What mining took and gave back in each period, DISTURBED and RECLAIMED, with rasters of the same;
and maps of the land, framed on what is mined where that is little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from ..base.colours import along
from ..base.dates import Date, Period, date_values
from ..base.messages import GoingOn, Message, Term
from ..base.numbers import Flags, Ints, quotients
from ..base.table import Table, rows_with
from ..report.report_maps import Focus, LandMaps
from ..results.closure import Check
from ..scan.cell_raster import HistoryThumbnail
from ..scan.count_result import Census
from ..scan.series import Series
from ..scheme.disturbance_types import DisturbingClasses
from .mined_land import NEVER, MineLand, MineMap, Use, first_mined, reclaimed_by, uses_of

NODATA = 0

# From long ago to of late.
DISTURBED_RAMP = ("#3f007d", "#9e6fb8", "#fdae6b")

DISTURBED_KINDS = ALREADY, FIRST, AGAIN = ("already", "first", "redisturbed")


class DisturbedRow(TypedDict):
    """A row of DISTURBED; what was mined at the first date has no from-class and no rate."""

    period: str
    kind: str
    from_class: str | None
    to_class: str
    cells: int
    area_ha: float
    ha_per_year: float | None


def disturbed_rows(land: MineLand) -> Table:
    """DISTURBED: what was mined at the first date, and what mining took in each period, by kind,
    then in the order of the classes."""
    (target,), cells, area = land.sums(land.first_mined == 1, land.table.classes[:, 0])
    already = {"period": land.dates[0].label, "kind": ALREADY, "from_class": None}
    amounts = {"cells": cells, "area_ha": area, "ha_per_year": None}
    tables = [Table({"to_class": land.names[target], **already, **amounts})]
    again, first = DISTURBED_KINDS.index(AGAIN), DISTURBED_KINDS.index(FIRST)
    for step in land.steps:
        kinds = np.where(land.first_mined <= step.earlier, again, first)
        kinds = np.where(taken_in(land, step), kinds, -1)
        tables.append(land.conversions(step, kinds, DISTURBED_KINDS))
    return Table.joined(tables, " ".join(DisturbedRow.__annotations__))


def taken_in(land: MineLand, step: Period) -> Flags:
    """Which combinations are mined land at the second date of a period, and not at the first."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    is_taken: Flags = (before != Use.MINE) & (after == Use.MINE)
    return is_taken


def taken_hectares(rows: Table, period: str) -> float:
    """Hectares that mining took in a period, for the first time or again."""
    own = rows_with(rows, "period", period)
    return float(sum(row["area_ha"] for row in own if row["kind"] != ALREADY))


def first_mined_map(dates: Sequence[Date], span: Period) -> MineMap:
    """FIRST_MINED: the date by which each cell was first seen as mined land."""
    values = date_values(dates)
    # What is mined at the first date may have been so for long.
    words = [Message("no later than {date}", date=dates[0].label)]
    words += [Message("by {date}", date=date.label) for date in dates[1:]]
    colours = [along(DISTURBED_RAMP, share) for share in np.linspace(0, 1, len(dates))]
    return MineMap(
        Message("Date of first mining {period}", period=span.name),
        first_mined,
        np.array([NODATA, *values], np.uint16),
        list(zip(values, words, colours)),
    )


def disturbed_checks(land: MineLand, rows: Table, census: Census) -> list[Check]:
    """What was taken against all mined land and the matrices; a census has these periods first."""
    is_mine = uses_of(list(land.classes), land.disturbing) == Use.MINE
    once = sum(row["area_ha"] for row in rows if row["kind"] != AGAIN)
    ever = land.hectares_of(land.first_mined != NEVER)
    checks = [
        Check(
            land.span,
            Term("mined at the first date + first disturbed = cumulative disturbed area"),
            ever,
            once,
        )
    ]
    what = Term("newly disturbed area = area in the transfer matrix")
    for step, hectares in zip(land.steps, census.cube.hectares):
        expected = hectares[~is_mine][:, is_mine].sum()
        checks.append(Check(step.name, what, expected, taken_hectares(rows, step.name)))
    return checks


# From long ago to of late.
RECLAIMED_RAMP = ("#00441b", "#41ab5d", "#d9f0a3")

DIRECT, VIA, REDEVELOPED, FLOODED, OTHER = "direct", "via", "redeveloped", "flooded", "other"
RECLAIMED_KINDS = (DIRECT, VIA, REDEVELOPED, FLOODED, OTHER)
# What mined land became at the next date, by its use then.
LEFT = {Use.SINK: DIRECT, Use.BUILT: REDEVELOPED, Use.WATER: FLOODED, Use.OTHER: OTHER}


class ReclaimedRow(DisturbedRow):
    """A row of RECLAIMED."""

    pct_of_mine: float | None


def reclaimed_rows(land: MineLand) -> Table:
    """RECLAIMED: what left the mine in each period, and sinks that were mined longer ago, by kind,
    then in the order of the classes."""
    tables = []
    for step in land.steps:
        rows = land.conversions(step, reclaimed_kinds(land, step), RECLAIMED_KINDS)
        mined_ha = land.hectares_of(land.uses[step.earlier] == Use.MINE)
        of_mine = quotients(100.0 * rows["area_ha"], mined_ha)
        of_mine[rows["kind"] == VIA] = np.nan
        tables.append(Table({**rows.columns, "pct_of_mine": of_mine}))
    return Table.joined(tables, " ".join(ReclaimedRow.__annotations__))


def reclaimed_kinds(land: MineLand, step: Period) -> Ints:
    """The index in RECLAIMED_KINDS of what happened in a period, (n,); -1 where nothing did."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    kinds = np.full(len(before), -1)
    for use, kind in LEFT.items():
        kinds[(before == Use.MINE) & (after == use)] = RECLAIMED_KINDS.index(kind)
    was_mined = (land.first_mined > 0) & (land.first_mined <= step.earlier)
    between = was_mined & (before != Use.MINE) & (before != Use.SINK)
    kinds[between & (after == Use.SINK)] = RECLAIMED_KINDS.index(VIA)
    return kinds


def left_hectares(rows: Table, period: str) -> float:
    """Hectares that left the mine in a period."""
    own = rows_with(rows, "period", period)
    return float(sum(row["area_ha"] for row in own if row["kind"] != VIA))


def reclaimed_map(dates: Sequence[Date], span: Period) -> MineMap:
    """RECLAIMED_BY: the date by which land was reclaimed that is so at the last one.

    At the first date nothing is known to be reclaimed, so the legend has a row for every other one.
    """
    values = date_values(dates)
    later = list(zip(values, dates))[1:]
    return MineMap(
        Message("Date of reclamation {period}", period=span.name),
        lambda uses: reclaimed_by(uses, len(dates)),
        np.array([NODATA, *values], np.uint16),
        [
            (value, Message("by {date}", date=date.label), along(RECLAIMED_RAMP, share))
            for (value, date), share in zip(later, np.linspace(0, 1, len(later)))
        ],
    )


def reclaimed_checks(land: MineLand, rows: Table, census: Census) -> list[Check]:
    """What left the mine against the matrices; a census has the periods of the steps first."""
    uses = uses_of(list(land.classes), land.disturbing)
    checks = []
    for step, hectares in zip(land.steps, census.cube.hectares):
        for use, kind in LEFT.items():
            expected = hectares[uses == Use.MINE][:, uses == use].sum()
            rows_of_kind = [r for r in rows if (r["period"], r["kind"]) == (step.name, kind)]
            total = sum(row["area_ha"] for row in rows_of_kind)
            what = Message("area of {kind} = area in the transfer matrix", kind=kind)
            checks.append(Check(step.name, what, expected, total))
    return checks


def mined_maps(
    series: Series,
    history: HistoryThumbnail,
    disturbing: DisturbingClasses,
    focus: Focus = Focus.AUTO,
    going_on: GoingOn = lambda: True,
) -> LandMaps:
    """Maps of the land that are framed on what is mined at any date, where there is any.

    What the frame holds is read once more where the land is too large to be seen in it.
    """
    is_mined = uses_of(list(series.classes), disturbing) == Use.MINE
    maps = LandMaps(series, history, is_mined, focus)
    maps.look_closer(lambda part: going_on())
    return maps
