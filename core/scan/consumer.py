"""What takes part in the pass, from its making to its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..base.dates import Period
from ..base.drafts import Drafts
from ..base.messages import Text, Translate, translated
from ..base.numbers import Bytes, NDArray
from ..raster.geotiff import GeoTiff
from ..raster.grid import Window
from ..raster.source import Raster
from .block import Block
from .census import Census
from .series import Series

if TYPE_CHECKING:
    from numpy.typing import DTypeLike

    from .near import Near

# What a consumer makes of a block: whatever its own `merge` takes.
Part = Any


class Consumer:
    """Takes part in the pass: `take` in a worker, `merge` in order in the caller, then `finish`.

    Attributes:
        block_height: of the blocks that it writes, where it writes any.
        measures: a raster of values that the pass reads along with the dates for it, if any.
        near: tells the near cells of each block that it takes, where it asks for them.
    """

    block_height = 1
    measures: Raster | None = None
    near: Near | None = None

    def take(self, block: Block) -> Part:
        """What this consumer needs of a block, worked out in a worker thread."""
        raise NotImplementedError

    def take_values(self, block: Block, values: NDArray[np.generic], mask: Bytes | None) -> Part:
        """What it needs of a block with the values and mask of its raster, (height, width).

        `take` is for where the run's mask hides all.
        """
        raise NotImplementedError

    def merge(self, window: Window, part: Part) -> None:
        """Take in what `take` gave for a window; called in reading order."""
        raise NotImplementedError

    def finish(self, census: Census) -> None:
        """Called when all is counted: write what only the count knows, and close."""


@dataclass(frozen=True)
class RasterWriter:
    """What all rasters that a run writes are made with.

    Attributes:
        series: has the cells and the classes.
        drafts: say where files are written until all of them are whole.
        record: what a file says of its making, text by name.
        periods: gets the period of each file, by its path.
        tr: gives texts in the reader's language: names of bands, words of legends.
    """

    series: Series
    drafts: Drafts
    record: Mapping[str, str] = field(default_factory=dict)
    periods: dict[Path, Period] = field(default_factory=dict)
    tr: Translate = str

    def words(self, text: Text) -> str:
        """A text in the reader's language."""
        return translated(text, self.tr)

    def tiff(
        self,
        path: str | Path,
        period: Period,
        title: Text,
        dtype: DTypeLike,
        nodata: float,
        colours: Mapping[int, str] | None = None,
    ) -> GeoTiff:
        """A GeoTIFF on the run's cells that says what it is and how it was made."""
        self.periods[Path(path)] = period
        grid, window = self.series.grid, self.series.window
        tiff = GeoTiff(path, self.drafts, grid, window, dtype, nodata, self.words(title))
        if colours:
            tiff.set_colours(colours)
        if self.record:
            # The record is the same in every language, what it is a record of too.
            what = {"TIFFTAG_IMAGEDESCRIPTION": str(title)}
            tiff.set_metadata({**what, **self.record, "PERIOD": period.name})
        return tiff
