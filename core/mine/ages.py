"""How long reclaimed land has been so: AGES, and the raster of the ages at the last date.

Land was reclaimed some time between the first date that shows it and the date before, so that an
age is an interval, and never one year.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from ..base.colours import along
from ..base.dates import Date, Period, have_years
from ..base.messages import DataError, Message, Term
from ..raster.geotiff import Category
from ..results.closure import Check, cells_of
from ..scan.block import Block
from ..scan.census import Census
from ..scan.consumer import Part
from .history import history_text
from .land import MineLand, MineMap, MineRaster, uses_in
from .states import NEVER, reclaimed_by

NODATA = -9999.0

# From young to old.
RAMP = ("#d9f0a3", "#41ab5d", "#00441b")


# A row of AGES, ages in years, source_class what the land was before it was a sink again, history
# what it was at all dates up to the year; written so because `class` is a word of Python.
AgeRow = TypedDict(
    "AgeRow",
    {
        "year": str,
        "class": str,
        "source_class": str,
        "age_min": int,
        "age_mid": float,
        "age_max": int,
        "cells": int,
        "area_ha": float,
        "history": str,
    },
)


def require_ages(output: str, dates: Sequence[Date]) -> None:
    """Refuse an output that goes by years where not all dates have one.

    Raises:
        DataError: naming the output and the first layer without a year.
    """
    for date in dates:
        if not have_years([date]):
            raise DataError(
                "{output} goes by the years of all layers, and '{layer}' has none; give YEARS or "
                "leave {output} out",
                output=output,
                layer=date.layer,
            )


def age_of(dates: Sequence[Date], start: int, number: int) -> tuple[int, float, int]:
    """The least, the middle and the greatest age at a date, in years.

    age_min = t - t_r, age_max = t - t_r-1 and age_mid = t - (t_r-1 + t_r)/2, where t_r is the year
    of the first date of the run of sinks, and t_r-1 that of the date before.

    Args:
        start: the number of that date, 2 or more.
        number: of the date at which the run holds.
    """
    year, seen, before = (int(dates[n - 1].year) for n in (number, start, start - 1))
    return year - seen, year - (before + seen) / 2, year - before


def age_rows(land: MineLand) -> list[AgeRow]:
    """AGES: reclaimed land at every date, youngest first, then in the order of the classes: now,
    before it was a sink again, and from the first date on.

    The dates have years.
    """
    names = [land_class.name for land_class in land.classes]
    rows: list[AgeRow] = []
    for number, date in enumerate(land.dates, 1):
        start = reclaimed_by(land.uses, number)
        # The class before the run; of land without one whichever, since it is not chosen.
        before = np.take_along_axis(land.table.classes, np.maximum(start - 2, 0)[:, None], 1)[:, 0]
        # By rows, in the order of the classes.
        so_far, history = np.unique(land.table.classes[:, :number], axis=0, return_inverse=True)
        keys = (number - start, land.table.classes[:, number - 1], before, history.ravel())
        for (since, now, source, place), cells, area in land.sums(start != NEVER, *keys):
            least, middle, greatest = age_of(land.dates, number - since, number)
            rows.append(
                {
                    "year": date.label,
                    "class": names[now],
                    "source_class": names[source],
                    "age_min": least,
                    "age_mid": middle,
                    "age_max": greatest,
                    "cells": cells,
                    "area_ha": area,
                    "history": history_text(land.dates, [land.classes[n] for n in so_far[place]]),
                }
            )
    return rows


def age_map(dates: Sequence[Date], span: Period) -> MineMap:
    """AGE: the middle of each cell's age at the last date; no data where land is not reclaimed.

    The legend goes by the number of the date at which the run of sinks was seen, with a row for
    every age that there could be, the youngest first.
    """
    last = len(dates)
    ages = {start: age_of(dates, start, last) for start in range(2, last + 1)}
    return MineMap(
        Message("Age of reclaimed land {period}", period=span.name),
        lambda uses: reclaimed_by(uses, last),
        # By the number of the date; nothing is reclaimed at the first one.
        np.array([NODATA, NODATA, *(middle for _, middle, _ in ages.values())], np.float32),
        [
            (
                start,
                Message(
                    "{least} to {greatest} years", least=ages[start][0], greatest=ages[start][2]
                ),
                along(RAMP, place / max(1, last - 2)),
            )
            for place, start in enumerate(reversed(ages))
        ],
    )


class AgeRaster(MineRaster):
    """AGE, whose values are no whole numbers: counted by the number of the date."""

    def take(self, block: Block) -> Part:
        starts, values = self.shown.numbers(uses_in(block, self.disturbing)), self.shown.values
        return self.by_cell(block, values[starts]), self.written.counted(block, starts)

    def finish(self, census: Census) -> None:
        values, cells, hectares = self.shown.values, self.cells, self.hectares
        self.tiff.set_categories(
            [
                Category(float(values[start]), words, colour, cells(start), hectares(start))
                for start, words, colour in self.legend
            ]
        )
        self.tiff.close()

    def checks(self, output: str, land: MineLand) -> list[Check]:
        last = len(land.dates)
        counted = np.bincount(self.shown.numbers(land.uses), land.table.cells, last + 1)
        ages = {start: age_of(land.dates, start, last)[1] for start in range(2, last + 1)}
        return [
            Check(land.span, cells_of(output, f"{age:g}"), counted[start], self.cells(start))
            for start, age in ages.items()
        ]


def age_checks(land: MineLand, rows: Sequence[AgeRow], reclaimed: Sequence[float]) -> list[Check]:
    """The ages of each date against the reclaimed land.

    Args:
        reclaimed: hectares of reclaimed land by date, as STATUS has them.
    """
    checks = []
    for date, expected in zip(land.dates, reclaimed):
        total = sum(row["area_ha"] for row in rows if row["year"] == date.label)
        checks.append(Check(date.label, Term("hectares of all ages = reclaimed"), expected, total))
    return checks
