"""NET_MAP: what mining and reclamation did to each hectare, from the first date to the last."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..base.arrays import Floats
from ..base.dates import Period
from ..base.messages import Message, Term
from ..mine.land import uses_in
from ..mine.states import Use
from ..scan.block import Block
from ..scan.cell_raster import DIGITS, NODATA, ValueRaster, Written, rounded
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import RasterWriter
from ..scheme.coefficients import Coefficients
from ..scheme.disturbing_classes import DisturbingClasses
from .states import AgeRule, Trajectories, carbon_by_class, net_of, simulate

NO_CHANGE = Term("Nothing gained or lost")


class NetRaster(ValueRaster):
    """gain + growth - loss of all periods in each cell, t C/ha; 0 on land that is never mined.

    Args:
        writer, path: as for all rasters.
        span: the first date and the last.
        disturbing: the groups that are mined land.
        rule: for the ages of reclaimed land.
    """

    def __init__(
        self,
        writer: RasterWriter,
        path: str | Path,
        span: Period,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
        rule: AgeRule,
    ):
        self._years = [int(date.year) for date in writer.series.dates]
        self._coefficients, self._disturbing, self._rule = coefficients, disturbing, rule
        self.written = Written(writer.series.area)
        self._no_change = writer.words(NO_CHANGE)
        title = Message("Net carbon {period}, t C/ha", period=span.name)
        super().__init__(writer.tiff(path, span, title, np.float64, NODATA))

    def finish(self, census: Census) -> None:
        """A row of the legend for each value, unless there are too many for a legend."""
        self.label(lambda value: f"{value:+.{DIGITS}g} t C/ha" if value else self._no_change)

    def values(self, block: Block) -> Floats:
        """t C/ha of each combination of a block, (n,)."""
        nets = np.zeros(block.cells.size)
        uses = uses_in(block, self._disturbing)
        mined = np.logical_or.reduce([use == Use.MINE for use in uses])
        if block.valid is not None:
            mined &= block.valid
        land = np.flatnonzero(mined)
        if land.size:
            trajectories = Trajectories(
                [codes[land].astype(np.int64) - FIRST_CLASS for codes in block.codes],
                [use[land] for use in uses],
                self._years,
            )
            carbon = carbon_by_class(block.classes, self._coefficients)
            net = np.zeros(land.size)
            for step in simulate(trajectories, carbon, self._rule):
                net += net_of(step.flows, land.size)
            nets[land] = rounded(net)
        return nets
