"""How often land changed its class, with the raster of it; and the one of when it did last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from ..base.colours import along
from ..base.dates import Date, Period, date_values, note_values
from ..base.messages import DataError, Message, Notes, Term
from ..base.numbers import Bytes, NDArray, percent
from ..scan.block import Block
from ..scan.cell_raster import TalliedRaster
from ..scan.census import NEVER, CombinationTable, last_changed, times_changed
from ..scan.consumer import RasterWriter
from .closure import Check, written_checks

NODATA = 255

# Land that never changed is a neutral; then from seldom to often.
NEVER_COLOUR = "#e6e8e2"
RAMP = ("#fdcc8a", "#fc8d59", "#b30000")


class ChangeCountRow(TypedDict):
    """A row of CHANGE_COUNTS."""

    times_changed: int
    cells: int
    area_ha: float
    share_pct: float | None


def change_count_rows(table: CombinationTable) -> list[ChangeCountRow]:
    """CHANGE_COUNTS: the land by how often it changed its class, as far as it occurs."""
    times = times_changed(table.by_date)
    total = float(table.hectares.sum())
    rows: list[ChangeCountRow] = []
    for count in map(int, np.unique(times)):
        area = float(table.hectares[times == count].sum())
        rows.append(
            {
                "times_changed": count,
                "cells": int(table.cells[times == count].sum()),
                "area_ha": area,
                "share_pct": percent(area, total),
            }
        )
    return rows


def changed_hectares(rows: Sequence[ChangeCountRow]) -> tuple[float, float, float]:
    """Hectares that never changed their class, that changed it once, and more often."""
    areas = {row["times_changed"]: row["area_ha"] for row in rows}
    often = sum(area for times, area in areas.items() if times > 1)
    return areas.get(0, 0.0), areas.get(1, 0.0), float(often)


def times_colours(most: int) -> dict[int, str]:
    """A colour for each number of changes that there could be."""
    return {
        times: along(RAMP, (times - 1) / max(1, most - 1)) if times else NEVER_COLOUR
        for times in range(most + 1)
    }


class TimesChangedRaster(TalliedRaster):
    """How often each cell changed its class, over the whole series.

    The legend has a row for every number of changes that there could be.

    Raises:
        DataError: there are more dates than a byte can count changes of.
    """

    def __init__(self, writer: RasterWriter, path: str | Path, span: Period):
        most = len(writer.series.rasters) - 1
        if most >= NODATA:
            raise DataError(
                "TIMES_CHANGED can tell {most} changes, and {dates} dates may have more",
                most=NODATA - 1,
                dates=most + 1,
            )
        colours = times_colours(most)
        title = Message("Times changed {period}", period=span.name)
        tiff = writer.tiff(path, span, title, np.uint8, NODATA, colours)
        super().__init__(writer, tiff, [(n, str(n), colour) for n, colour in colours.items()])

    def values(self, block: Block) -> Bytes:
        return times_changed(block.codes).astype(np.uint8)


def change_count_checks(
    table: CombinationTable,
    rows: Sequence[ChangeCountRow],
    span: str,
    raster: TimesChangedRaster | None,
) -> list[Check]:
    """CHANGE_COUNTS against the combinations, and what the raster was written with."""
    what, hectares = Term("hectares by number of changes = all hectares"), table.hectares.sum()
    checks = [Check(span, what, hectares, sum(row["area_ha"] for row in rows))]
    if raster is not None:
        times = times_changed(table.by_date)
        checks += written_checks(span, "TIMES_CHANGED", raster, times, table.cells)
    return checks


def change_count_notes(rows: Sequence[ChangeCountRow]) -> Notes:
    """The land by number of changes, for the log."""
    notes = Notes()
    for row in rows:
        notes.inform(
            "Changes of class: {times}; area: {area:,.2f} ha ({share:.2f} %).",
            times=row["times_changed"],
            area=row["area_ha"],
            share=row["share_pct"] or 0.0,
        )
    return notes


# From long ago to of late.
YEAR_RAMP = ("#c7e9b4", "#41b6c4", "#253494")


class LastChangedRaster(TalliedRaster):
    """The date by which each cell's last change was seen; no data where it never changed.

    The legend has a row for every date but the first.
    """

    def __init__(self, writer: RasterWriter, path: str | Path, span: Period):
        dates = writer.series.dates
        self._values = date_values(dates)
        # Two layers of one year have one value.
        labels = dict(zip(self._values[1:], (date.label for date in dates[1:])))
        last = max(1, len(labels) - 1)
        legend = [
            (value, label, along(YEAR_RAMP, rank / last))
            for rank, (value, label) in enumerate(labels.items())
        ]
        title = Message("Last changed {period}", period=span.name)
        super().__init__(writer, writer.tiff(path, span, title, np.uint16, NEVER), legend)

    def values(self, block: Block) -> NDArray[np.uint16]:
        return last_changed(block.codes, self._values)


def last_change_checks(
    table: CombinationTable, dates: Sequence[Date], span: str, raster: LastChangedRaster
) -> list[Check]:
    """What the raster was written with against the combinations."""
    last = last_changed(table.by_date, date_values(dates))
    return written_checks(span, "LAST_CHANGED", raster, last, table.cells)


def last_change_notes(dates: Sequence[Date], never_ha: float) -> Notes:
    """What the values of the raster are, for the log."""
    notes = Notes()
    notes.inform(
        "LAST_CHANGED: land that never changed ({area:,.2f} ha) is no data there.", area=never_ha
    )
    note_values("LAST_CHANGED", dates, notes)
    return notes
