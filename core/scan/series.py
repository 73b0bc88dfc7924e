"""Series of dated rasters: opened, aligned to one grid, with class names for their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from ..base.dates import Date
from ..base.messages import DataError, Message, Notes
from ..base.numbers import format_list
from ..raster.area import CellArea, create_cell_area
from ..raster.grid import Grid, Window
from ..raster.reader import VALID_CODE, Bounds, RasterReader, align_rasters, exclude_missing_tiles
from ..raster.source import Raster, RasterInput, inspect_raster, report_nodata
from ..scheme.classes import MAX_CLASSES, ClassEntry, Classes, LandClass, shorten_list
from ..scheme.defaults import ShippedLegend, default_zones, matching_legends
from ..scheme.table import check_reserved_name, reserved_meaning
from ..scheme.value_classes import (
    VALUE_SOURCE,
    ClassSource,
    ValueNaming,
    has_class_names,
    name_classes,
)
from .class_codes import NoDataFilter, NotIntegerError
from .polygon_rasterizer import CellMask

# Rasters up to this size are read in full; of larger ones, squares with this number per side and
# this side length in cells.
MAX_FULL_READ_CELLS = 1 << 24
CELLS_PER_READ = 1 << 20
SQUARES_PER_SIDE, SQUARE_SIDE_CELLS = 8, 256

# More matching legends than this are likely to match by chance.
MAX_LISTED_LEGENDS = 5
MAX_LISTED_VALUES = 12
# Values that usually mark background.
BACKGROUND_VALUES = {0, 255, 65535, -9999, -32768}


@dataclass
class Series:
    """Dates of a run on their common grid, with their classes.

    `notes`: on opening them; `shipped`: legend naming values; `years`: ChangeYears, if any.
    """

    rasters: list[Raster]
    grid: Grid
    window: Window
    classes: Classes
    namings: list[ValueNaming]
    area: CellArea
    notes: Notes = field(default_factory=Notes)
    named_by: ClassSource = VALUE_SOURCE
    mask: CellMask | None = None
    shipped: ShippedLegend | None = None
    years: Any = None

    @property
    def dates(self) -> list[Date]:
        return [raster.date for raster in self.rasters]

    @property
    def window_centre(self) -> tuple[float, float] | None:
        """Longitude and latitude of the window centre in degrees; None if unknown."""
        return self.grid.window_centre(self.window)

    def align_raster(self, source: RasterInput, notes: Notes, of_values: bool = False) -> Raster:
        """Align a further raster to the grid; messages are added to the notes."""
        base = next(raster for raster in self.rasters if raster.onto is None)
        base = replace(base, grid=self.grid)
        raster = align_rasters([base, inspect_raster(source, of_values, notes)], 0, notes)[1]
        return exclude_missing_tiles(raster, self.window, notes)

    @property
    def named_classes(self) -> list[LandClass]:
        """Classes named by a layer or the class table, without the other classes of the scheme."""
        # With a class table, all dates share the same mapping.
        by_value = {id(naming.class_indices): naming.class_indices for naming in self.namings}
        indices = {index for indices in by_value.values() for index in indices.values()}
        return [self.classes[index] for index in sorted(indices)]


def open_series(
    inputs: Sequence[RasterInput],
    area_method: str,
    class_entries: list[ClassEntry] | None = None,
    scheme_entries: list[ClassEntry] | None = None,
    extent: Bounds | None = None,
    base: int = 0,
    shipped: ShippedLegend | None = None,
    needs_scheme: bool = True,
) -> Series:
    """Open the rasters of a series and assign classes to their values.

    Args:
        inputs: the dates, earliest first.
        class_entries: (value, LandClass) of the user's class table; None to use legends.
        scheme_entries: (value, LandClass) of the default class table, for algorithms that
            need or can use a scheme; class names of legends are matched with it. None for
            algorithms that accept any classes and unnamed values.
        extent: part to analyse, in the CRS of the raster that defines the grid.
        base: index of the raster that defines the grid; the others are aligned to it.
        shipped: built-in legend that names the values; its NoData values are excluded.
        needs_scheme: whether an algorithm with scheme_entries requires them; if not,
            legends without any of their names are left as they are.
    """
    notes = Notes()
    if shipped is not None:
        # As ranges: values given as NODATA are separate and may be reported as unused.
        spans = tuple((float(value), float(value)) for value in shipped.nodata)
        inputs = [replace(i, nodata_ranges=i.nodata_ranges + spans) for i in inputs]
    rasters = [inspect_raster(source, notes=notes) for source in inputs]
    rasters = align_rasters(rasters, base, notes, are_dates=True)
    grid = rasters[base].grid
    if not grid.crs:
        # If the grid has no CRS, use that of another layer on the same cells.
        grid = replace(grid, crs=next((r.grid.crs for r in rasters if r.grid.crs), ""))
    report_nodata(rasters, notes)
    if shipped is not None or (needs_scheme and scheme_entries is not None):
        warn_result_rasters(rasters, notes)
    window = grid.full_window if extent is None else grid.window_from_extent(*extent)
    _check_rows_beyond_poles(grid, window, notes)
    rasters = [exclude_missing_tiles(raster, window, notes) for raster in rasters]
    is_told = class_entries is not None or shipped is not None
    if scheme_entries is not None and not is_told:
        legends = [raster.legend for raster in rasters]
        if needs_scheme and not any(legend.names for legend in legends):
            raise unnamed_values_error(rasters, window)
        if not needs_scheme and not has_class_names(legends, scheme_entries):
            scheme_entries = None
    classes, namings, named_by = name_classes(
        rasters, class_entries, scheme_entries, notes, shipped
    )
    _check_reserved_names(rasters, namings, classes)
    area = create_cell_area(grid, area_method, notes, window)
    return Series(rasters, grid, window, classes, namings, area, notes, named_by, shipped=shipped)


def _check_rows_beyond_poles(grid: Grid, window: Window, notes: Notes) -> None:
    """Warn of rows beyond the poles; raise DataError if all rows are."""
    rows = int(grid.rows_beyond_poles(window).sum())
    reference = grid.spatial_reference() if rows else None
    if reference is None:
        return
    if rows == window.height:
        raise DataError(
            "LAYERS: all cells lie beyond the poles in {crs}; assign the correct CRS to the layers",
            crs=reference.GetName(),
        )
    notes.add_warning(
        "{cells:,} cells beyond 90° latitude in {crs} are excluded; check the CRS of the layers.",
        cells=rows * window.width,
        crs=reference.GetName(),
    )


def _check_reserved_names(
    rasters: Sequence[Raster], namings: Sequence[ValueNaming], classes: Classes
) -> None:
    """Raise DataError for reserved class names, except those of NoData values."""
    reserved = {index for index, c in enumerate(classes) if reserved_meaning(c.name)}
    for raster, naming in zip(rasters, namings):
        is_left_out = NoDataFilter(raster)
        # A class table may have 100,000 values for each date.
        values = naming.class_indices.items() if reserved else ()
        for value, index in sorted(values):
            if index in reserved and not is_left_out(value):
                what = Message("{label}: value {value}", label=naming.label, value=value)
                check_reserved_name(classes[index].name, what)


def warn_result_rasters(rasters: Sequence[Raster], notes: Notes) -> None:
    """Warn if a land-use raster is a Carbon Zones result, by metadata, or else by zone names."""
    zones = {name for zone in default_zones() for name in zone.names}
    for raster in rasters:
        names = set(raster.legend.names.values())
        if raster.is_result or (names and names <= zones):
            notes.add_warning(
                "{label} is a result of Carbon Zones{title}, not a land-use map; its values "
                "are treated as land-use classes.",
                label=raster.label,
                title=f" ({raster.title})" if raster.title else "",
            )


def unnamed_values_error(
    rasters: list[Raster], window: Window, values: Sequence[int] = ()
) -> DataError:
    """Return the error for rasters with unnamed values where groups are required."""
    listed = format_list(values, MAX_LISTED_VALUES)
    if values and BACKGROUND_VALUES.issuperset(values):
        return DataError(
            "SCHEME: unclassified values {values} in the analysed area; if they mean NoData, set "
            "NODATA to {values}",
            values=listed,
        )
    hint = match_raster_legends(rasters, window).message
    if not values:
        return DataError(
            "SCHEME: the layers have no class names; choose a built-in legend or create CLASSES "
            "with Scheme tables from layers ({hint})",
            hint=hint,
        )
    return DataError(
        "SCHEME: unclassified values {values} in the analysed area; choose a built-in legend "
        "or create CLASSES with Scheme tables from layers ({hint})",
        values=listed,
        hint=hint,
    )


@dataclass(frozen=True)
class LegendMatch:
    """Built-in legends that match the values of rasters, most likely first.

    `cells`: sampled, by value, in order; `by`: more evidence, 'colours', 'names' or ''.
    """

    cells: dict[int, int]
    legends: list[str]
    by: str

    @property
    def message(self) -> Message:
        """The match as part of a sentence."""
        legends = shorten_list(self.legends, MAX_LISTED_LEGENDS)
        if self.by == "colours":
            return Message("values and colours match {legends}", legends=legends)
        if self.by == "names":
            return Message("values and names match {legends}", legends=legends)
        values = format_list(self.cells, MAX_LISTED_VALUES)
        if self.legends:
            return Message(
                "only the values ({values}) match {legends}", values=values, legends=legends
            )
        return Message("no built-in legend has all values ({values})", values=values)


def match_raster_legends(rasters: Sequence[Raster], window: Window) -> LegendMatch:
    """Return the built-in legends that match sampled values of the rasters."""
    cells: Counter[int] = Counter()
    for raster in rasters:
        cells.update(_count_sampled_values(raster, window))
    return match_value_legends(cells, rasters)


def match_value_legends(cells: Mapping[int, int], rasters: Sequence[Raster]) -> LegendMatch:
    """Return the built-in legends that match these values, with colours or names if available."""
    by_value = dict(sorted(cells.items()))
    # If several layers have an entry for a value, the first one is used.
    known = [raster.legend for raster in reversed(rasters)]
    colours = {v: of.colours[v] for of in known for v in by_value if v in of.colours}
    names = {v: of.names[v] for of in known for v in by_value if v in of.names}
    for by, legends in (
        ("colours", matching_legends(by_value, colours) if colours else []),
        ("names", matching_legends(by_value, {}, names) if names else []),
    ):
        if legends:
            return LegendMatch(by_value, legends, by)
    return LegendMatch(by_value, matching_legends(by_value, {}), "")


def _count_sampled_values(raster: Raster, window: Window) -> Counter[int]:
    """Count the integer values of a raster in a window, from a sample if it is large."""
    reader, is_left_out = RasterReader(raster), NoDataFilter(raster)
    seen: Counter[float] = Counter()
    for piece in sample_windows(window):
        values, mask = reader.read_window(piece)
        shown = values if mask is None else values[mask == VALID_CODE]
        values, cells = np.unique(shown, return_counts=True)
        seen.update(dict(zip(values.tolist(), cells.tolist())))
        reader.flush_cache()
        if len(seen) > MAX_CLASSES:
            break  # no land use
    whole: Counter[int] = Counter()
    for value, count in seen.items():
        try:
            if value == value and not is_left_out(value):
                whole[int(value)] += count
        except NotIntegerError:
            continue
    return whole


def sample_windows(window: Window) -> Iterator[Window]:
    """Yield strips covering a window, or evenly spaced squares of a large one."""
    column, row, width, height = window.column, window.row, window.width, window.height
    if window.cell_count <= MAX_FULL_READ_CELLS:
        rows = max(1, CELLS_PER_READ // width)
        for top in range(0, height, rows):
            yield Window(column, row + top, width, min(rows, height - top))
        return
    for down in range(SQUARES_PER_SIDE):
        for across in range(SQUARES_PER_SIDE):
            left = (width - min(SQUARE_SIDE_CELLS, width)) * across // (SQUARES_PER_SIDE - 1)
            top = (height - min(SQUARE_SIDE_CELLS, height)) * down // (SQUARES_PER_SIDE - 1)
            yield Window(
                column + left,
                row + top,
                min(SQUARE_SIDE_CELLS, width),
                min(SQUARE_SIDE_CELLS, height),
            )
