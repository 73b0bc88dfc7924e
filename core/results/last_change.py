"""When land changed its class last: the raster of the dates by which that was seen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..base.arrays import NDArray
from ..base.colours import along
from ..base.dates import Date, Period, date_values, note_values
from ..base.messages import Message, Notes
from ..scan.block import Block
from ..scan.cell_raster import TalliedRaster
from ..scan.combination_table import NEVER, CombinationTable, last_changed
from ..scan.consumer import RasterWriter
from .closure import Check, written_checks

# Cells that are left out, and those that never changed.
NODATA = NEVER

# From long ago to of late.
RAMP = ("#c7e9b4", "#41b6c4", "#253494")


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
            (value, label, along(RAMP, place / last))
            for place, (value, label) in enumerate(labels.items())
        ]
        title = Message("Last changed {period}", period=span.name)
        super().__init__(writer, writer.tiff(path, span, title, np.uint16, NODATA), legend)

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
