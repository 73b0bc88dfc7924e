"""DISTURBED and RECLAIMED, areas disturbed and released by period, with their rasters and maps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from ..base.colours import interpolate_ramp
from ..base.dates import Date, Period, get_date_values
from ..base.messages import ContinueCheck, Message, Term
from ..base.numbers import BoolArray, IntArray, safe_divide
from ..base.table import Table, filter_rows
from ..report.report_maps import LandMaps, MapFocus
from ..results.closure import Check
from ..scan.cell_raster import HistoryThumbnail
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scheme.disturbance_types import DisturbingClasses
from .mined_land import (
    NO_DATE,
    LandUse,
    MinedLand,
    MinedLandMap,
    first_mined_dates,
    reclamation_dates,
    uses_by_class,
)

NODATA = 0

# From early to late.
DISTURBED_RAMP = ("#3f007d", "#9e6fb8", "#fdae6b")

DISTURBED_KINDS = ALREADY_MINED, FIRST_DISTURBED, REDISTURBED = ("already", "first", "redisturbed")


class DisturbedRow(TypedDict):
    """A row of DISTURBED; land mined at the first date has no from_class and no rate."""

    period: str
    kind: str
    from_class: str | None
    to_class: str
    cells: int
    area_ha: float
    ha_per_year: float | None


def disturbed_rows(land: MinedLand) -> Table:
    """Return DISTURBED by kind and class: land mined at the first date or disturbed later."""
    (target,), cells, area = land.sum_by_keys(land.first_mined_dates == 1, land.table.classes[:, 0])
    already = {"period": land.dates[0].label, "kind": ALREADY_MINED, "from_class": None}
    amounts = {"cells": cells, "area_ha": area, "ha_per_year": None}
    tables = [Table({"to_class": land.class_names[target], **already, **amounts})]
    again, first = DISTURBED_KINDS.index(REDISTURBED), DISTURBED_KINDS.index(FIRST_DISTURBED)
    for step in land.periods:
        kinds = np.where(land.first_mined_dates <= step.earlier, again, first)
        kinds = np.where(disturbed_in_period(land, step), kinds, -1)
        tables.append(land.conversion_table(step, kinds, DISTURBED_KINDS))
    return Table.concatenate_tables(tables, " ".join(DisturbedRow.__annotations__))


def disturbed_in_period(land: MinedLand, step: Period) -> BoolArray:
    """Return which combinations are mined at the second date of a period but not at the first."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    is_taken: BoolArray = (before != LandUse.MINE) & (after == LandUse.MINE)
    return is_taken


def disturbed_area_ha(rows: Table, period: str) -> float:
    """Return hectares disturbed in a period, for the first time or again."""
    own = filter_rows(rows, "period", period)
    return float(sum(row["area_ha"] for row in own if row["kind"] != ALREADY_MINED))


def first_mined_map(dates: Sequence[Date], span: Period) -> MinedLandMap:
    """Return FIRST_MINED: the first date at which each cell is mined."""
    values = get_date_values(dates)
    # Land mined at the first date may have been mined long before.
    words = [Message("no later than {date}", date=dates[0].label)]
    words += [Message("by {date}", date=date.label) for date in dates[1:]]
    colours = [interpolate_ramp(DISTURBED_RAMP, share) for share in np.linspace(0, 1, len(dates))]
    return MinedLandMap(
        Message("Date of first mining {period}", period=span.name),
        first_mined_dates,
        np.array([NODATA, *values], np.uint16),
        list(zip(values, words, colours)),
    )


def disturbed_checks(land: MinedLand, rows: Table, census: CountResult) -> list[Check]:
    """Return checks by cumulative area and transfer matrices (first those of the periods)."""
    is_mine = uses_by_class(list(land.classes), land.disturbing) == LandUse.MINE
    once = sum(row["area_ha"] for row in rows if row["kind"] != REDISTURBED)
    ever = land.sum_hectares(land.first_mined_dates != NO_DATE)
    checks = [
        Check(
            land.full_period,
            Term("mined at the first date + first disturbed = cumulative disturbed area"),
            ever,
            once,
        )
    ]
    what = Term("newly disturbed area = area in the transfer matrix")
    for step, hectares in zip(land.periods, census.cube.hectares):
        expected = hectares[~is_mine][:, is_mine].sum()
        checks.append(Check(step.name, what, expected, disturbed_area_ha(rows, step.name)))
    return checks


# From early to late.
RECLAIMED_RAMP = ("#00441b", "#41ab5d", "#d9f0a3")

DIRECT, INDIRECT, REDEVELOPED, FLOODED, OTHER = "direct", "via", "redeveloped", "flooded", "other"
RECLAIMED_KINDS = (DIRECT, INDIRECT, REDEVELOPED, FLOODED, OTHER)
# Kind of release by the land use at the next date.
KIND_BY_USE = {
    LandUse.SINK: DIRECT,
    LandUse.BUILT: REDEVELOPED,
    LandUse.WATER: FLOODED,
    LandUse.OTHER: OTHER,
}


class ReclaimedRow(DisturbedRow):
    """A row of RECLAIMED."""

    pct_of_mine: float | None


def reclaimed_rows(land: MinedLand) -> Table:
    """Return RECLAIMED by kind and class: land released by period, or earlier and now a sink."""
    tables = []
    for step in land.periods:
        rows = land.conversion_table(step, reclaimed_kinds(land, step), RECLAIMED_KINDS)
        mined_ha = land.sum_hectares(land.uses[step.earlier] == LandUse.MINE)
        of_mine = safe_divide(100.0 * rows["area_ha"], mined_ha)
        of_mine[rows["kind"] == INDIRECT] = np.nan
        tables.append(Table({**rows.columns, "pct_of_mine": of_mine}))
    return Table.concatenate_tables(tables, " ".join(ReclaimedRow.__annotations__))


def reclaimed_kinds(land: MinedLand, step: Period) -> IntArray:
    """Return the index in RECLAIMED_KINDS for a period, (n,); -1 for land not released."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    kinds = np.full(len(before), -1)
    for use, kind in KIND_BY_USE.items():
        kinds[(before == LandUse.MINE) & (after == use)] = RECLAIMED_KINDS.index(kind)
    was_mined = (land.first_mined_dates > 0) & (land.first_mined_dates <= step.earlier)
    between = was_mined & (before != LandUse.MINE) & (before != LandUse.SINK)
    kinds[between & (after == LandUse.SINK)] = RECLAIMED_KINDS.index(INDIRECT)
    return kinds


def released_area_ha(rows: Table, period: str) -> float:
    """Return hectares released from mining in a period."""
    own = filter_rows(rows, "period", period)
    return float(sum(row["area_ha"] for row in own if row["kind"] != INDIRECT))


def reclaimed_map(dates: Sequence[Date], span: Period) -> MinedLandMap:
    """Return RECLAIMED_BY: the date by which land reclaimed at the last date was reclaimed.

    The legend has every date but the first, when no reclaimed land is known.
    """
    values = get_date_values(dates)
    later = list(zip(values, dates))[1:]
    return MinedLandMap(
        Message("Date of reclamation {period}", period=span.name),
        lambda uses: reclamation_dates(uses, len(dates)),
        np.array([NODATA, *values], np.uint16),
        [
            (value, Message("by {date}", date=date.label), interpolate_ramp(RECLAIMED_RAMP, share))
            for (value, date), share in zip(later, np.linspace(0, 1, len(later)))
        ],
    )


def reclaimed_checks(land: MinedLand, rows: Table, census: CountResult) -> list[Check]:
    """Return checks of released land by transfer matrices (first those of the periods)."""
    uses = uses_by_class(list(land.classes), land.disturbing)
    checks = []
    for step, hectares in zip(land.periods, census.cube.hectares):
        for use, kind in KIND_BY_USE.items():
            expected = hectares[uses == LandUse.MINE][:, uses == use].sum()
            rows_of_kind = [r for r in rows if (r["period"], r["kind"]) == (step.name, kind)]
            total = sum(row["area_ha"] for row in rows_of_kind)
            what = Message("area of {kind} = area in the transfer matrix", kind=kind)
            checks.append(Check(step.name, what, expected, total))
    return checks


def mined_land_maps(
    series: Series,
    history: HistoryThumbnail,
    disturbing: DisturbingClasses,
    focus: MapFocus = MapFocus.AUTO,
    going_on: ContinueCheck = lambda: True,
) -> LandMaps:
    """Return land maps framed on land ever mined, if any, read finer if the land is too large."""
    is_mined = uses_by_class(list(series.classes), disturbing) == LandUse.MINE
    maps = LandMaps(series, history, is_mined, focus)
    maps.refine_first_frame(lambda part: going_on())
    return maps
