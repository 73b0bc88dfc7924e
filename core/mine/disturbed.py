"""What mining took in each period: DISTURBED, its checks and the raster FIRST_MINED."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from ..base.arrays import Flags
from ..base.colours import along
from ..base.dates import Date, Period, date_values
from ..base.messages import Message, Term
from ..results.closure import Check
from ..scan.census import Census
from .land import MineConversionRow, MineLand, MineMap
from .states import NEVER, Use, first_mined, uses_of

NODATA = 0

# From long ago to of late.
RAMP = ("#3f007d", "#9e6fb8", "#fdae6b")

KINDS = ALREADY, FIRST, AGAIN = ("already", "first", "redisturbed")


class DisturbedRow(MineConversionRow):
    """A row of DISTURBED; what was mined at the first date has no from-class and no rate."""


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
        kinds = np.where(land.first_mined <= step.earlier, KINDS.index(AGAIN), KINDS.index(FIRST))
        rows += land.conversions(step, np.where(_taken(land, step), kinds, -1), KINDS)
    return rows


def _taken(land: MineLand, step: Period) -> Flags:
    """Which combinations are mined land at the second date of a period, and not at the first."""
    before, after = land.uses[step.earlier], land.uses[step.later]
    taken: Flags = (before != Use.MINE) & (after == Use.MINE)
    return taken


def taken_hectares(rows: Iterable[DisturbedRow], period: str) -> float:
    """Hectares that mining took in a period, for the first time or again."""
    return sum(r["area_ha"] for r in rows if r["period"] == period and r["kind"] != ALREADY)


def first_mined_map(dates: Sequence[Date], span: Period) -> MineMap:
    """FIRST_MINED: the date by which each cell was first seen as mined land."""
    first, *others = (date.label for date in dates)
    # What is mined at the first date may have been so for long.
    words = [
        Message("no later than {date}", date=first),
        *(Message("by {date}", date=label) for label in others),
    ]
    values = date_values(dates)
    colours = [along(RAMP, share) for share in np.linspace(0, 1, len(dates))]
    return MineMap(
        Message("First mined {period}", period=span.name),
        first_mined,
        np.array([NODATA, *values], np.uint16),
        list(zip(values, words, colours)),
    )


def disturbed_checks(land: MineLand, rows: Sequence[DisturbedRow], census: Census) -> list[Check]:
    """What was taken against the matrices and what is ever mined.

    Args:
        census: has the periods of `land.steps` first.
    """
    is_mine = uses_of(list(land.classes), land.disturbing) == Use.MINE
    once = sum(row["area_ha"] for row in rows if row["kind"] != AGAIN)
    ever = land.hectares_of(land.first_mined != NEVER)
    checks = [Check(land.span, Term("hectares mined already and first = ever mined"), ever, once)]
    for step, hectares in zip(land.steps, census.cube.hectares):
        expected, taken = hectares[~is_mine][:, is_mine].sum(), taken_hectares(rows, step.name)
        checks.append(
            Check(step.name, Term("hectares newly mined = those of the matrix"), expected, taken)
        )
    return checks
