"""Rasters of values per hectare: what land has at a date, and what it has more or less later."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from osgeo import gdal

from ..colours import along
from ..dates import Period
from ..messages import Term, Text
from ..numbers import by_sign
from ..raster.area import CellArea
from ..raster.geotiff import Category
from ..raster.grid import Window
from ..scan.block import Block
from ..scan.cell_raster import CellRaster, PairRaster
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Canvas, Consumer, Part
from ..scheme.classes import LandClass
from ..scheme.values import ClassValues
from .closure import Check

if TYPE_CHECKING:
    from numpy.typing import NDArray

NODATA = -9999.0
# Significant ones: a value then comes through the text of an attribute table as it was, or QGIS
# would find no colour for the cells that hold it.
DIGITS = 12

# Dark is far from 0, which is a neutral; above and below differ in lightness of blue and brown,
# which people who see no red or green can tell apart.
NONE_COLOUR = "#e6e8e2"
ABOVE_RAMP = ("#b7e0d6", "#35978f", "#003c30")
BELOW_RAMP = ("#f1ddb0", "#bf812d", "#543005")

NO_CHANGE = Term("No change")


def rounded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values to DIGITS, and apart from what means no data."""
    different, places = np.unique(values, return_inverse=True)
    written = np.array([float(f"{value:.{DIGITS}g}") for value in different], np.float64)
    written[written == NODATA] = np.nextafter(NODATA, 0)
    return written[places].reshape(values.shape)


class Written:
    """Cells and hectares by the value that a raster was written with."""

    def __init__(self, area: CellArea):
        self._area = area
        self._cells: dict[float, int] = {}
        self._hectares: dict[float, float] = {}

    def counted(self, block: Block, values: NDArray[np.generic]) -> Part:
        """The cells of a block that count, by value; for `add`."""
        found, places = np.unique(values, return_inverse=True)
        return found, block.tally(places.ravel(), found.size)

    def add(self, part: Part) -> None:
        """Add what was counted in a block."""
        found, (cells, hectares) = part
        for place in np.flatnonzero(cells):
            value = float(found[place])
            self._cells[value] = self._cells.get(value, 0) + int(cells[place])
            if hectares is not None:
                self._hectares[value] = self._hectares.get(value, 0.0) + float(hectares[place])

    def items(self) -> list[tuple[float, int, float]]:
        """Value, cells and hectares, from the smallest value to the largest."""
        uniform = self._area.uniform
        return [
            (value, cells, self._hectares[value] if uniform is None else cells * uniform)
            for value, cells in sorted(self._cells.items())
        ]


class _ValueRaster(CellRaster):
    """What both rasters do with their values: they count them, and make a legend of them."""

    written: Written

    def take(self, block: Block) -> Part:
        values = self.values(block)
        return self.by_cell(block, values), self.written.counted(block, values)

    def merge(self, window: Window, part: Part) -> None:
        values, counted = part
        super().merge(window, values)
        self.written.add(counted)

    def label(self, name_of: Callable[[float], str]) -> None:
        """Write the attribute table, a row for each value, with a name; and close."""
        rows = self.written.items()
        colours = value_colours([value for value, _, _ in rows])
        self.tiff.set_categories(
            [
                Category(
                    value, name_of(value), colours[value], cells, hectares, (value * hectares,)
                )
                for value, cells, hectares in rows
            ],
            (("Total", gdal.GFT_Real),),
        )
        self.tiff.close()

    def amounts(self) -> list[float]:
        """Value x hectares, by value."""
        return [value * hectares for value, _, hectares in self.written.items()]


class DensityRaster(_ValueRaster):
    """The value per hectare of each cell at one date."""

    def __init__(self, canvas: Canvas, path: str | Path, place: int, values: ClassValues):
        self.date = canvas.series.dates[place]
        self._place, self._values = place, values
        self.written = Written(canvas.series.area)
        # The list that the pass adds to; the series has another one afterwards.
        self._classes = canvas.series.classes
        title = f"{values.shown} per ha, {self.date.label}"
        period = Period(place, place, self.date.label)
        super().__init__(canvas.tiff(path, period, title, np.float64, NODATA))
        # In the application a date shows until the next one.
        for later in canvas.series.dates[place + 1 : place + 2]:
            name = f"{self.date.label}-{later.label}"
            canvas.periods[str(path)] = Period(place, place + 1, name)

    def values(self, block: Block) -> NDArray[np.float64]:
        table = np.zeros(block.n_codes)
        classes = list(self._classes)[: block.n_codes - FIRST_CLASS]
        table[FIRST_CLASS:] = _shown(self._values, classes)
        return table[block.codes[self._place]]

    def finish(self, census: Census) -> None:
        """A row of the legend for each value, with the classes that have it."""
        classes, cells = census.cube.classes, census.dates.common[self._place].cells[FIRST_CLASS:]
        shown = _shown(self._values, list(classes))
        names: dict[float, list[str]] = {}
        for number in classes.order():
            if cells[number]:
                names.setdefault(float(shown[number]), []).append(classes[number].name)
        self.label(lambda value: f"{', '.join(names[value])}, {value:.{DIGITS}g}")


class ChangeRaster(_ValueRaster, PairRaster):
    """What each cell has more per hectare at the end of a period than at its start."""

    def __init__(
        self,
        canvas: Canvas,
        path: str | Path,
        period: Period,
        values: ClassValues,
        translate: Callable[[Text], str] = str,
    ):
        self.written = Written(canvas.series.area)
        self._no_change = translate(NO_CHANGE)

        def table(classes: list[LandClass]) -> NDArray[np.float64]:
            own = values.per_hectare(classes)[:, values.place]
            return rounded(own[np.newaxis, :] - own[:, np.newaxis])

        title = f"Change of {values.shown} per ha, {period.name}"
        tiff = canvas.tiff(path, period, title, np.float64, NODATA)
        PairRaster.__init__(self, canvas, period, tiff, table)

    def finish(self, census: Census) -> None:
        """A row of the legend for each change."""
        self.label(lambda value: f"{value:+.{DIGITS}g}" if value else self._no_change)


def _shown(values: ClassValues, classes: list[LandClass]) -> NDArray[np.float64]:
    """By class, what a raster shows."""
    return rounded(values.per_hectare(classes)[:, values.place])


def value_colours(values: Sequence[float]) -> dict[float, str]:
    """Colours by value: a neutral for 0, else along a ramp above it and one below it, by rank."""
    colours = {0.0: NONE_COLOUR}
    for ramp, own in (
        (ABOVE_RAMP, sorted(v for v in values if v > 0)),
        (BELOW_RAMP, sorted((v for v in values if v < 0), reverse=True)),
    ):
        for rank, value in enumerate(own, 1):
            colours[value] = along(ramp, rank / len(own))
    return colours


@dataclass(frozen=True)
class ValueRasters:
    """Those that a run writes: one per date, and that of the change."""

    densities: Sequence[DensityRaster]
    change: ChangeRaster | None

    @property
    def made(self) -> list[Consumer]:
        return [*self.densities, *([self.change] if self.change else [])]


def value_rasters(
    canvas: Canvas,
    path: str,
    folder: str,
    span: Period,
    values: ClassValues,
    translate: Callable[[Text], str] = str,
) -> ValueRasters:
    """The rasters of a run; '' in place of a path is for none.

    Args:
        path: where that of the change over the span goes.
        folder: gets those of the dates, called after their years, or their numbers where one has
            none.
        translate: gives the words of legends in the user's language.
    """
    densities = []
    for place, date in enumerate(canvas.series.dates if folder else ()):
        label = date.year.replace("-", "_") or str(place + 1)
        file = os.path.join(folder, f"density_{label}.tif")
        densities.append(DensityRaster(canvas, file, place, values))
    change = ChangeRaster(canvas, path, span, values, translate) if path else None
    return ValueRasters(densities, change)


def raster_checks(
    period: str, output: str, raster: _ValueRaster, amounts: Iterable[float]
) -> list[Check]:
    """Value x hectares of the cells that were written against the amounts of a table.

    Args:
        period: the period, or the date.
        amounts: of the classes or conversions; what is below 0 is added up apart, since both may
            cancel each other.
    """
    signs = ("above 0", "below 0")
    return [
        Check(period, f"value x hectares of {output} {sign} = table", expected, found)
        for sign, expected, found in zip(signs, by_sign(amounts), by_sign(raster.amounts()))
    ]
