"""The combinations of a run by what mining did to them, and rasters of the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypedDict

import numpy as np

from ..base.dates import Date, Period, years_between
from ..base.messages import Text
from ..base.numbers import Bytes, Flags, Ints, NDArray
from ..results.closure import Check, written_checks
from ..scan.block import Block
from ..scan.cell_raster import TalliedRaster
from ..scan.census import Census, CombinationTable
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import RasterWriter
from ..scheme.classes import Classes
from ..scheme.disturbing_classes import DisturbingClasses
from .states import Use, Uses, first_mined, uses_of

# The keys that rows are told apart by, and the cells and hectares of a row.
Summed = tuple[tuple[int, ...], int, float]


class MineConversionRow(TypedDict):
    """A row of land that went to the mine or left it in a period."""

    period: str
    kind: str
    from_class: str | None
    to_class: str
    cells: int
    area_ha: float
    ha_per_year: float | None


@dataclass(frozen=True)
class MineLand:
    """The n combinations of a run, or of a unit of it, and which land of theirs is mined."""

    table: CombinationTable
    dates: Sequence[Date]
    classes: Classes
    disturbing: DisturbingClasses

    @cached_property
    def uses(self) -> list[Bytes]:
        """The Use of each combination, (n,) for each date."""
        by_class = uses_of(list(self.classes), self.disturbing)
        return [by_class[classes] for classes in self.table.by_date]

    @cached_property
    def first_mined(self) -> Ints:
        """The number of the date at which each combination is mined first, (n,); 0: never."""
        return first_mined(self.uses)

    @property
    def steps(self) -> list[Period]:
        """The periods from each date to the next."""
        labels = [date.label for date in self.dates]
        return [
            Period(date_index, date_index + 1, f"{earlier}-{later}")
            for date_index, (earlier, later) in enumerate(zip(labels, labels[1:]))
        ]

    @cached_property
    def mined_hectares(self) -> list[float]:
        """Hectares of mined land by date."""
        return [self.hectares_of(use == Use.MINE) for use in self.uses]

    @property
    def span(self) -> str:
        """From the first date to the last, in words."""
        return f"{self.dates[0].label}-{self.dates[-1].label}"

    def mined_in(self, census: Census) -> list[float]:
        """Hectares of mined land by date, as the class areas of the whole run have them."""
        is_mine = uses_of(list(self.classes), self.disturbing) == Use.MINE
        return [float(areas.hectares[FIRST_CLASS:][is_mine].sum()) for areas in census.dates.common]

    def conversions(
        self, step: Period, kinds: Ints, words: Sequence[str]
    ) -> list[MineConversionRow]:
        """What happened in a period, by kind, then in the order of the classes.

        Args:
            kinds: the index in words of what happened, (n,); -1 where nothing did.
        """
        names, years = [c.name for c in self.classes], years_between(self.dates, step)
        earlier, later = (self.table.classes[:, n] for n in (step.earlier, step.later))
        return [
            {
                "period": step.name,
                "kind": words[kind],
                "from_class": names[source],
                "to_class": names[target],
                "cells": cells,
                "area_ha": area,
                "ha_per_year": area / years if years else None,
            }
            for (kind, source, target), cells, area in self.sums(kinds >= 0, kinds, earlier, later)
        ]

    def hectares_of(self, chosen: Flags) -> float:
        """Hectares of some of the combinations, chosen by an array of shape (n,)."""
        return float(self.table.hectares[chosen].sum())

    def sums(self, chosen: Flags, *keys: NDArray[np.integer]) -> list[Summed]:
        """Cells and hectares of some combinations by keys, which are small numbers, in order."""
        if not chosen.any():
            return []
        chosen_keys = [key[chosen].astype(np.int64) for key in keys]
        sizes = [int(key.max()) + 1 for key in chosen_keys]
        occurring, rows = np.unique(np.ravel_multi_index(chosen_keys, sizes), return_inverse=True)
        cells = np.bincount(rows, self.table.cells[chosen])
        hectares = np.bincount(rows, self.table.hectares[chosen])
        keys_of_rows = zip(*(map(int, key) for key in np.unravel_index(occurring, sizes)))
        return list(zip(keys_of_rows, map(int, cells), map(float, hectares)))


@dataclass(frozen=True)
class MineMap:
    """What a raster of mined land shows.

    Attributes:
        title: of its band.
        keys: by trajectory, from the uses at all dates: a State, or the number of a date.
        values: what the raster holds, by key; the first one is no data.
        legend: value, words and colour, row by row.
    """

    title: Text
    keys: Callable[[Uses], NDArray[np.integer]]
    values: NDArray[Any]
    legend: Sequence[tuple[int, Text, str]]


class MineRaster(TalliedRaster):
    """A raster of what mining did to land."""

    def __init__(
        self,
        writer: RasterWriter,
        path: str | Path,
        span: Period,
        disturbing: DisturbingClasses,
        shown: MineMap,
    ):
        self.disturbing, self.shown = disturbing, shown
        legend = [(value, writer.words(words), colour) for value, words, colour in shown.legend]
        dtype, nodata = shown.values.dtype, shown.values[0].item()
        # Other colour tables than of bytes are large, or not to be had.
        is_byte = dtype == np.uint8
        colours = {value: colour for value, _, colour in legend} if is_byte else None
        tiff = writer.tiff(path, span, shown.title, dtype, nodata, colours)
        super().__init__(writer, tiff, legend)

    def values(self, block: Block) -> NDArray[np.integer]:
        return self.shown_values(uses_in(block, self.disturbing))

    def shown_values(self, uses: Uses) -> NDArray[np.integer]:
        """What it holds, (n,), of as many trajectories."""
        values: NDArray[np.integer] = self.shown.values[self.shown.keys(uses)]
        return values

    def checks(self, output: str, land: MineLand) -> list[Check]:
        """What was written against the combinations, by what the raster is called."""
        values = self.shown_values(land.uses)
        return written_checks(land.span, output, self, values, land.table.cells)


def uses_in(block: Block, disturbing: DisturbingClasses) -> list[Bytes]:
    """The Use of each combination of a block, (n,) for each date; OTHER where it is left out."""
    by_code = np.zeros(block.n_codes, np.uint8)
    by_code[FIRST_CLASS:] = uses_of(block.classes, disturbing)
    return [by_code[codes] for codes in block.codes]
