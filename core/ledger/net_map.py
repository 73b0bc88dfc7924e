"""NET_MAP: what mining and reclamation did to each hectare, from the first date to the last."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..base.colours import along
from ..base.dates import Period
from ..base.messages import Message, Term
from ..base.numbers import Floats
from ..mine.mined_land import Use, uses_in
from ..raster.geotiff import write_ramp_style
from ..scan.block import Block
from ..scan.cell_raster import (
    ABOVE_RAMP,
    BELOW_RAMP,
    DIGITS,
    NODATA,
    NONE_COLOUR,
    ValueRaster,
    Written,
    to_digits,
)
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import RasterWriter
from ..scheme.coefficients import Coefficients
from ..scheme.disturbing_classes import DisturbingClasses
from .states import AgeRule, Trajectories, carbon_by_class, net_over

NO_CHANGE = Term("Nothing gained or lost")
# From the largest loss to a gain as large, on one scale: what is nearly nothing looks so.
RAMP = (*BELOW_RAMP[::-1], NONE_COLOUR, *ABOVE_RAMP)
# What is left of sums that come to 0, t C/ha: as good as nothing.
DUST = 1e-6


def without_dust(nets: Floats) -> Floats:
    """t C/ha, 0 for what the arithmetic alone leaves of it."""
    return np.where(np.abs(nets) < DUST, 0.0, nets)


def net_stops(most: float) -> list[tuple[float, str]]:
    """Values and colours of the ramp, by the largest gain or loss in t C/ha, above 0."""
    half = len(RAMP) // 2
    return [(most * step / half, colour) for step, colour in enumerate(RAMP, -half)]


def net_colour(share: float) -> str:
    """The colour of a net, given as a share of the largest gain or loss, -1 to 1."""
    return along(RAMP, (share + 1) / 2)


class NetRaster(ValueRaster):
    """gain + growth - loss of all periods in each cell, t C/ha; 0 on land that is never mined."""

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
        self._drafts = writer.drafts
        title = Message("Net carbon {period}, t C/ha", period=span.name)
        super().__init__(writer.tiff(path, span, title, np.float64, NODATA))

    def finish(self, census: Census) -> None:
        """A row of the legend for each value, unless there are too many; and the ramp, which is
        what QGIS shows."""
        most = max((abs(value) for value, _, _ in self.written.items()), default=0.0)
        if most:
            write_ramp_style(self.tiff.path, self._drafts, net_stops(most), "t C/ha")
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
            nets[land] = to_digits(without_dust(net_over(trajectories, carbon, self._rule)))
        return nets
