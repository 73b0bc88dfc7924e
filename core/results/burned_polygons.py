"""Burning of polygons into the rasters of a series as classes: replaced land and output rasters.

A cell with its centre in a polygon gets the class of the polygon, unless it has that
class already; all other cells keep their value, and NoData cells remain NoData. Each
date is processed separately, with the polygons valid in its year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..base.colours import assign_class_colours
from ..base.dates import Period
from ..base.messages import Message, Notes, ProgressCallback, Term
from ..base.numbers import FloatArray, IntArray, NDArray
from ..base.table import Table
from ..raster.geotiff import TILE_SIZE, RasterCategory
from ..raster.grid import Window
from ..raster.reader import MASKED_CODE
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import BlockConsumer, RasterWriter
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scan.series_count import count_series
from ..scan.strata import ClassPolygons
from ..scheme.classes import Classes
from ..scheme.value_classes import TABLE_SOURCE, ValueNaming
from .closure import Check

REPLACED = "year from_class to_class cells area_ha"


class ReplacedLand(NamedTuple):
    """Cells and hectares of one former class with their new class and value at one date."""

    was: int
    now: int
    value: int
    cells: int
    hectares: float


class BlockCounts(NamedTuple):
    """Results of one block.

    `class_values` are the values of the classes by index, `values` those of the output
    raster, shape (height, width). Cells and hectares are by class code and stratum, shape
    (codes x strata,); hectares are None if all cells have the same area. `hidden` is the
    number of NoData cells inside polygons, `written` that of cells with data.
    """

    class_values: list[int]
    values: NDArray[np.integer]
    cells: IntArray
    hectares: FloatArray | None
    hidden: int
    written: int


class BurnedRaster(BlockConsumer):
    """Writer of one date with polygons burned in; counts the replaced land.

    The date is scanned separately with every value as a class, so that cells that keep
    their class also keep their value if a class has several values.

    Attributes:
        series: the date as a separate series, for the scan.
        strata: strata of the polygons valid at the date, for the scan.
        land: former and new classes of the cells, once counted.
        inside, hidden, overlapping: number of cells in polygons that already had the class,
            are NoData, and lie in more than one polygon.
        written: number of output cells with data.
    """

    block_height = TILE_SIZE

    def __init__(self, writer: RasterWriter, path: str, date: int, polygons: ClassPolygons):
        whole = writer.series
        self.date = whole.dates[date]
        self.label = whole.rasters[date].label
        # A separate series with unnamed values, so that each value is a class.
        self.series = Series(
            [whole.rasters[date]],
            whole.grid,
            whole.window,
            Classes(),
            [ValueNaming(self.label, {})],
            whole.area,
            mask=whole.mask,
        )
        self._on = on = polygons.polygons_at_date(date)
        self.strata = on.strata
        self.land: list[ReplacedLand] = []
        self.inside = self.hidden = self.written = self.overlapping = 0
        # Dates with the same polygons share the strata and their overlap count.
        self._overlapping_before = 0 if on.strata is None else on.strata.overlapping
        self._classes = polygons.classes
        self._colours = assign_class_colours([(c.value, c.colour) for c in polygons.classes])
        class_indices = {**on.indices, **dict(zip(on.values, on.targets))}
        is_byte = on.dtype == np.uint8  # other colour tables are large, or not to be had
        self.tiff = writer.create_geotiff(
            path,
            Period(date, date, self.date.label),
            Message("Land use {date}", date=self.date.label),
            on.dtype,
            on.nodata,
            {value: self._colours[n] for value, n in class_indices.items()} if is_byte else None,
        )
        self._cells: Counter[tuple[int, int]] = Counter()
        self._hectares = defaultdict[tuple[int, int], float](float)

    def process_block(self, block: Block) -> BlockCounts:
        on, codes = self._on, block.codes[0]
        strata = np.zeros(codes.size, np.int64) if block.strata is None else block.strata
        class_values = [land_class.value for land_class in block.classes]
        values = np.array([on.nodata] * FIRST_CLASS_CODE + class_values, np.int64)[codes]
        was = np.array([-1] * FIRST_CLASS_CODE + [on.indices[value] for value in class_values])[
            codes
        ]
        valid = codes >= FIRST_CLASS_CODE
        replaced = valid & (strata > 0) & (was != np.array([-1, *on.targets])[strata])
        values[replaced] = np.array([0, *on.values], np.int64)[strata[replaced]]
        strata_codes = codes.astype(np.int64) * (len(on.targets) + 1) + strata
        cells, hectares = block.tally_by_code(strata_codes, block.n_codes * (len(on.targets) + 1))
        hidden = (strata > 0) & ~valid & (codes != MASKED_CODE)
        spread = block.expand_to_cells(values.astype(on.dtype))
        counts = int(block.cells[hidden].sum()), int(np.count_nonzero(spread != on.nodata))
        return BlockCounts(class_values, spread, cells, hectares, *counts)

    def merge_block(self, window: Window, part: BlockCounts) -> None:
        self.tiff.write_window(window, part.values)
        self.hidden += part.hidden
        self.written += part.written
        for stratum_code in map(int, np.flatnonzero(part.cells)):
            code, stratum = divmod(stratum_code, len(self._on.targets) + 1)
            key = part.class_values[code - FIRST_CLASS_CODE], stratum
            self._cells[key] += int(part.cells[stratum_code])
            if part.hectares is not None:
                self._hectares[key] += float(part.hectares[stratum_code])

    @property
    def changed_land(self) -> list[ReplacedLand]:
        """Land with a new class."""
        return [land for land in self.land if land.was != land.now]

    def finalize_results(self, census: CountResult) -> None:
        """Set former and new classes, and write the legend with cells and ha by value."""
        on, uniform = self._on, self.series.area.uniform
        for (value, stratum), cells in sorted(self._cells.items()):
            was = now = on.indices[value]
            if stratum:
                now = on.targets[stratum - 1]
                self.inside += cells if now == was else 0
            hectares = self._hectares[value, stratum] if uniform is None else cells * uniform
            shown = value if now == was else on.values[stratum - 1]
            self.land.append(ReplacedLand(was, now, shown, cells, hectares))
        if self.strata is not None:
            self.overlapping = self.strata.overlapping - self._overlapping_before
        # The values of polygon classes are in the legend even without cells.
        rows = {value: (n, 0, 0.0) for value, n in zip(on.values, on.targets)}
        for _, now, value, cells, hectares in self.land:
            _, cells_before, before = rows.get(value, (0, 0, 0.0))
            rows[value] = now, cells_before + cells, before + hectares
        categories = []
        for value, (n, cells, hectares) in sorted(rows.items()):
            # Classes known by value only have no name in the legend.
            name = self._classes[n].name if self._classes[n].listed else ""
            categories.append(RasterCategory(value, name, self._colours[n], cells, hectares))
        self.tiff.set_categories(categories)
        self.tiff.close()


def burn_polygons(
    writer: RasterWriter, paths: Sequence[str], polygons: ClassPolygons, progress: ProgressCallback
) -> list[BurnedRaster]:
    """Write the dates of a series with polygons burned in."""
    rasters: list[BurnedRaster] = []
    for date, path in enumerate(paths):
        raster = BurnedRaster(writer, path, date, polygons)

        def done(part: float, before: int = date) -> bool:
            return progress((before + part) / len(paths))

        count_series(raster.series, [], [raster], done, strata=raster.strata)
        rasters.append(raster)
    return rasters


def replaced_rows(rasters: Sequence[BurnedRaster], polygons: ClassPolygons) -> Table:
    """Return the REPLACED table: a row per date and pair of classes, in table order."""
    rows, classes = [], polygons.classes
    for raster in rasters:
        sums: dict[tuple[int, int], tuple[int, float]] = {}
        for was, now, _, more, hectares in raster.changed_land:
            cells, area = sums.get((was, now), (0, 0.0))
            sums[was, now] = cells + more, area + hectares
        for (was, now), sizes in sorted(sums.items()):
            rows.append((raster.date.year or None, classes[was].name, classes[now].name, *sizes))
    return Table.from_rows(REPLACED, rows)


def replaced_checks(rasters: Sequence[BurnedRaster], census: CountResult) -> list[Check]:
    """Return checks by date that the separate scan matches the count and all cells are written."""
    checks = []
    for raster, tally in zip(rasters, census.dates.own):
        expected = tally.cells[FIRST_CLASS_CODE:]
        counted = np.zeros(expected.size, np.int64)
        for land in raster.land:
            counted[land.was] += land.cells
        label, cells = raster.date.label, expected.sum()
        what = Term("cells by class before burning polygons = cells by class counted")
        checks.append(Check(label, what, cells, np.minimum(counted, expected).sum()))
        what = Term("area before burning polygons = area counted")
        area = tally.hectares[FIRST_CLASS_CODE:].sum()
        checks.append(Check(label, what, area, sum(land.hectares for land in raster.land)))
        what = Term("cells with data in the output raster = valid cells")
        checks.append(Check(label, what, cells, raster.written))
    return checks


def replaced_notes(
    rasters: Sequence[BurnedRaster], polygons: ClassPolygons, series: Series, label: str
) -> Notes:
    """Return log messages on the effect of the polygons."""
    notes = Notes()
    for raster in rasters:
        changed = raster.changed_land
        notes.add_notice(
            "{label}: {cells:,} cells reclassified by polygons ({hectares:,.2f} ha); "
            "{inside:,} cells already had the class.",
            label=raster.label,
            cells=sum(land.cells for land in changed),
            hectares=sum(land.hectares for land in changed),
            inside=raster.inside,
        )
        if raster.hidden:
            notes.add_notice(
                "{label}: {cells:,} NoData cells inside polygons remain NoData.",
                label=raster.label,
                cells=raster.hidden,
            )
        if raster.overlapping:
            notes.add_notice(
                "{label}: cells in more than one polygon: {cells:,}; assigned to the polygon "
                "that started last, then to the smallest feature id.",
                label=raster.label,
                cells=raster.overlapping,
            )
    if not any(raster.changed_land for raster in rasters):
        notes.add_warning("{label}: no cells reclassified at any date.", label=label)
    for land_class in polygons.fresh:
        values = {"name": land_class.name, "value": land_class.value}
        notes.add_notice(
            "Class '{name}' is not in the input layers; it has the value {value} in the output.",
            **values,
        )
        if series.named_by is TABLE_SOURCE:
            notes.add_warning(
                "CLASSES: no row for value {value} ('{name}'); add it before using the table "
                "with the output layers.",
                **values,
            )
    return notes
