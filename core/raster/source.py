"""Rasters as they come in: opened, checked, described with the names and colours of their values,
and known as the plugin's own results.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from math import isfinite, isinf, isnan
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array

from ..base.colours import rgb_to_hex
from ..base.dates import Date
from ..base.drafts import check_file_closed
from ..base.files import FileState, get_file_state
from ..base.messages import ContinueCheck, DataError, Notes, Term, Text, get_gdal_reason
from ..base.numbers import to_single_line
from .grid import Grid

# No raster holds a code that is longer than 64 bits.
MAX_CLASS_VALUE = 2.0**64

# Files beside a raster that none of its cells are in.
SIDECAR_SUFFIXES = (".aux.xml", ".ovr")

# Where a file says which algorithm made it, and how those of this plugin begin.
ALGORITHM_METADATA_KEY, PLUGIN_ALGORITHM_PREFIX = "ALGORITHM", "carbonzones:"
# What it makes is land use again.
LAND_USE_ALGORITHM = "carbonzones:polygonclasses"


@dataclass
class RasterLegend:
    """What a raster says of its own values: names and colours by value, and where from.

    `band` is the one that they were made for, where that is known.
    """

    names: dict[int, str] = field(default_factory=dict)
    colours: dict[int, str] = field(default_factory=dict)
    source: str = ""
    band: int | None = None


def read_legend(band: gdal.Band) -> RasterLegend:
    """Names and colours that a GDAL band carries: attribute table, else category names."""
    legend, palette = RasterLegend(), band.GetColorTable()
    if palette is not None:
        entries = (palette.GetColorEntry(value) for value in range(palette.GetCount()))
        legend.colours = {value: rgb_to_hex(*entry[:3]) for value, entry in enumerate(entries)}
    table = band.GetDefaultRAT()
    if table is not None:
        legend.names, colours = _read_attribute_table(table)
        legend.colours.update(colours)
        legend.source = Term("raster attribute table")
    if not legend.names:
        names = map(to_single_line, band.GetCategoryNames() or [])
        legend.names = {value: name for value, name in enumerate(names) if name}
        legend.source = Term("category names") if legend.names else ""
    return legend


def _read_attribute_table(
    table: gdal.RasterAttributeTable,
) -> tuple[dict[int, str], dict[int, str]]:
    """Names and colours by value; none where the rows stand for ranges of values."""
    columns = range(table.GetColumnCount())
    by_usage = {table.GetUsageOfCol(column): column for column in reversed(columns)}
    by_name = {table.GetNameOfCol(column).strip().lower(): column for column in reversed(columns)}
    values = _attribute_row_values(table, by_usage, by_name)
    names, colours = {}, {}
    name = by_usage.get(gdal.GFU_Name)
    if name is None:
        texts = [c for c in columns if table.GetTypeOfCol(c) == gdal.GFT_String]
        likely = [by_name.get(n) for n in ("class", "class_name", "name", "label")]
        name = next(iter([c for c in likely if c in texts] + texts), None)
    if name is not None:
        names = {value: to_single_line(table.GetValueAsString(row, name)) for row, value in values}
        names = {value: text for value, text in names.items() if text}
    usages = (gdal.GFU_Red, gdal.GFU_Green, gdal.GFU_Blue)
    channels = [by_usage[usage] for usage in usages if usage in by_usage]
    if len(channels) == len(usages):
        for row, value in values:
            rgb = (table.GetValueAsInt(row, column) for column in channels)
            colours[value] = rgb_to_hex(*(max(0, min(255, channel)) for channel in rgb))
    return names, colours


def _attribute_row_values(
    table: gdal.RasterAttributeTable, by_usage: dict[int, int], by_name: dict[str, int]
) -> list[tuple[int, int]]:
    """Row and raster value of an attribute table's rows; what is no whole number is no class."""
    rows = range(table.GetRowCount())
    column = by_usage.get(gdal.GFU_MinMax, by_name.get("value"))
    if column is not None:
        return _integer_rows((row, table.GetValueAsDouble(row, column)) for row in rows)
    low, high = by_usage.get(gdal.GFU_Min), by_usage.get(gdal.GFU_Max)
    if low is not None:
        values = [(row, table.GetValueAsDouble(row, low)) for row in rows]
        if high is not None and any(v != table.GetValueAsDouble(r, high) for r, v in values):
            return []
        return _integer_rows(values)
    # Without a column of values a row's index is its value, as ERDAS and ArcGIS write it.
    binned, first, step = table.GetLinearBinning()
    if not binned:
        first, step = 0, 1
    return [(row, int(first + row * step)) for row in rows] if step == 1 else []


def _integer_rows(values: Iterable[tuple[int, float]]) -> list[tuple[int, int]]:
    return [
        (row, int(value))
        for row, value in values
        if value.is_integer() and abs(value) < MAX_CLASS_VALUE
    ]


@dataclass(frozen=True)
class RasterInput:
    """One date as the user gave it.

    `path` is anything GDAL opens, `open_options` how, `crs` the reference system that takes the
    place of the file's own (WKT, or ''), `label` what messages call it, `nodata` further values to
    leave out, `nodata_ranges` spans of them with both ends included, `use_declared_nodata`
    whether the file's own counts, `style` the names and colours of a layer's own style, `date`
    its year and its layer's name.
    """

    path: str
    label: str
    band: int = 1
    nodata: tuple[float, ...] = ()
    nodata_ranges: tuple[tuple[float, float], ...] = ()
    use_declared_nodata: bool = True
    open_options: tuple[str, ...] = ()
    crs: str = ""
    style: RasterLegend = field(default_factory=RasterLegend)
    date: Date = field(default_factory=Date)


@dataclass(frozen=True)
class Raster:
    """What was found on opening an input: cells, type, values left out, blocks, legend.

    `mask` is what marks nodata besides the values: a mask band (`mask,1`), the number of an
    alpha band, or None. `onto` is the grid that the raster
    is read on where that is not its own, `switched_off` the declared nodata value that does not
    count because the layer's properties say so, `title` what its band says it is, `is_result`
    whether this plugin made it, `files` the state of the files with its cells when it was opened.
    """

    source: RasterInput
    grid: Grid
    dtype: np.dtype[np.generic]
    left_out: tuple[float, ...]
    block_width: int
    block_height: int
    legend: RasterLegend
    mask: str | int | None = None
    onto: Grid | None = None
    switched_off: float | None = None
    title: str = ""
    is_result: bool = False
    scale: tuple[float, float] = (1.0, 0.0)
    files: Mapping[str, FileState] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return self.source.label

    @property
    def date(self) -> Date:
        return self.source.date


def inspect_raster(source: RasterInput, of_values: bool = False) -> Raster:
    """Open an input, check that it can be counted, and say what it is; measured values, which are
    no classes, may be scaled."""
    with handle_read_errors(source.label):
        raster = _describe_raster(source, of_values)
    legend, style = raster.legend, source.style
    # Colours that a person chose for the layer go before those of its file.
    first, last = (legend, style) if style.band in (None, source.band) else (style, legend)
    colours = {**first.colours, **last.colours}
    named = style if style.names and not legend.names else legend
    return replace(raster, legend=replace(named, colours=colours))


@contextmanager
def handle_read_errors(label: str) -> Iterator[None]:
    """Lets GDAL raise exceptions, and turns them into the DataError for an unreadable layer."""
    try:
        with gdal.ExceptionMgr(useExceptions=True):
            yield
    except RuntimeError as error:
        raise DataError(
            "{label} cannot be read: {reason}", label=label, reason=get_gdal_reason(error)
        ) from error


def _describe_raster(source: RasterInput, of_values: bool) -> Raster:
    dataset, band = open_band(source)
    if dataset.GetGeoTransform(can_return_null=True) is None and dataset.GetGCPCount():
        raise DataError("{label} has only control points; warp it to a grid", label=source.label)
    grid = Grid.from_dataset(dataset)
    if source.crs:
        grid = replace(grid, crs=source.crs)
    _check_cell_geometry(grid, source.label)
    if gdal.DataTypeIsComplex(band.DataType):
        raise DataError("{label}: complex numbers cannot be used as classes", label=source.label)
    scale = band.GetScale() or 1.0, band.GetOffset() or 0.0
    if scale != (1.0, 0.0) and not of_values:
        raise DataError(
            "{label}: band {band} must not have a scale or an offset",
            label=source.label,
            band=source.band,
        )
    # Beside the cells, and made or changed by whoever looks at a layer.
    files = [path for path in dataset.GetFileList() or [] if not path.endswith(SIDECAR_SUFFIXES)]
    declared = band.GetNoDataValue()
    counts = declared is not None and source.use_declared_nodata
    block_width, block_height = band.GetBlockSize()
    return Raster(
        source,
        grid,
        np.dtype(gdal_array.GDALTypeCodeToNumericTypeCode(band.DataType)),
        ((declared,) if counts else ()) + tuple(source.nodata),
        block_width,
        block_height,
        read_legend(band),
        _find_mask_band(dataset, source.band),
        switched_off=None if counts else declared,
        title=band.GetDescription(),
        is_result=is_plugin_result(dataset),
        scale=scale,
        files={path: state for path in files if (state := get_file_state(path)) is not None},
    )


def check_unchanged_files(raster: Raster) -> None:
    """Check that the files of a raster, which was read, are as they were when it was opened."""
    for path, state in raster.files.items():
        check_file_state(raster.label, path, state)


def check_file_state(label: Text, path: str, state: FileState) -> None:
    if get_file_state(path) != state:
        raise DataError(
            "{label}: the file '{file}' was changed or removed while it was read; run again "
            "when no program writes to it",
            label=label,
            file=os.path.basename(path),
        )


def _check_cell_geometry(grid: Grid, label: str) -> None:
    """Refuse cells that are no rectangles along x and y."""
    if not all(map(isfinite, grid.transform)):
        raise DataError("{label}: the geotransform contains a non-finite number", label=label)
    if grid.transform[2] or grid.transform[4]:
        raise DataError("{label}: the grid is rotated; run Warp (reproject) first", label=label)
    if not grid.cell_width or not grid.cell_height:
        raise DataError(
            "{label}: the cell size {width:.10g} x {height:.10g} has no area",
            label=label,
            width=grid.cell_width,
            height=grid.cell_height,
        )


def _find_mask_band(dataset: gdal.Dataset, band: int) -> str | int | None:
    """The band that hides cells, as GDAL's translation names it; None where there is none."""
    # A band with a nodata value has a mask made of it, even beside an alpha band.
    if dataset.GetRasterBand(band).GetMaskFlags() not in (gdal.GMF_ALL_VALID, gdal.GMF_NODATA):
        return f"mask,{band}"
    for other in range(1, dataset.RasterCount + 1):
        is_alpha = dataset.GetRasterBand(other).GetColorInterpretation() == gdal.GCI_AlphaBand
        if is_alpha and other != band:
            return other
    return None


def convert_to_dtype(value: float, dtype: np.dtype[np.generic]) -> float | None:
    """A value as the type holds it, as a Python number; None where it cannot hold it."""
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return float(np.asarray(value, dtype))
    if isinstance(value, float) and not value.is_integer():
        return None
    info = np.iinfo(dtype.name)
    return int(value) if info.min <= int(value) <= info.max else None


def warn_class_raster(raster: Raster, notes: Notes) -> None:
    """Warn of a raster of values that is a map of classes."""
    if raster.legend.names:
        notes.add_warning(
            "{label} has names for its values, like a class map; the mean is not meaningful.",
            label=raster.label,
        )


def report_nodata(rasters: list[Raster], notes: Notes, parameter: str = "NODATA") -> None:
    """Report what is given as no data and cannot be, and what is declared and does not count."""
    for raster in rasters:
        declared = raster.switched_off
        # NaN never counts.
        if declared is not None and not isnan(declared) and declared not in raster.left_out:
            notes.add_notice(
                "{label}: the NoData value {value} is switched off in the layer properties "
                "and treated as valid.",
                label=raster.label,
                value=f"{declared:.10g}",
            )
    given = dict.fromkeys(value for raster in rasters for value in raster.source.nodata)
    nowhere = [v for v in given if not any(_is_storable(raster, v) for raster in rasters)]
    # NaN may say that all other numbers are values.
    if told := [value for value in nowhere if not isnan(value)]:
        notes.add_warning(
            "{parameter}: {values} cannot occur in any layer (data types: {types}).",
            parameter=parameter,
            values=_format_values(told),
            types=", ".join(dict.fromkeys(map(_data_type_name, rasters))),
        )
    for raster in rasters:
        foreign = [v for v in given if v in raster.source.nodata and not _is_storable(raster, v)]
        elsewhere = [value for value in foreign if value not in nowhere]
        if elsewhere:
            notes.add_notice(
                "{label}: {values} of {parameter} cannot occur in this layer (data type: {type}).",
                label=raster.label,
                values=_format_values(elsewhere),
                parameter=parameter,
                type=_data_type_name(raster),
            )


def _is_storable(raster: Raster, value: float) -> bool:
    """Whether a value can be in a raster's cells; an infinity, as float32 rounds 1e39, is none."""
    stored = convert_to_dtype(value, raster.dtype)
    return stored is not None and not (isinf(stored) and isfinite(value))


def _format_values(values: list[float]) -> str:
    return ", ".join(str(value) for value in values)


def _data_type_name(raster: Raster) -> str:
    """What GDAL, and so QGIS, calls a raster's data type."""
    name: str = gdal.GetDataTypeName(gdal_array.NumericTypeCodeToGDALTypeCode(raster.dtype))
    return name


def open_band(source: RasterInput) -> tuple[gdal.Dataset, gdal.Band]:
    """Dataset and band; both, because a band does not keep its dataset alive."""
    with handle_read_errors(source.label):
        dataset = gdal.OpenEx(
            source.path,
            gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR,
            open_options=list(source.open_options),
        )
    if not 1 <= source.band <= dataset.RasterCount:
        raise DataError(
            "{label} has no band {band}; number of bands: {count}",
            label=source.label,
            band=source.band,
            count=dataset.RasterCount,
        )
    return dataset, dataset.GetRasterBand(source.band)


def is_plugin_result(dataset: gdal.Dataset) -> bool:
    """Whether an open raster says of itself that it is a result of this plugin."""
    return _is_result_algorithm(str(dataset.GetMetadataItem(ALGORITHM_METADATA_KEY) or ""))


def is_plugin_result_file(path: str) -> bool:
    """The same of whatever GDAL opens; what it cannot open is none."""
    return _is_result_algorithm(_read_algorithm_id(path))


def check_replaceable_files(
    paths: Iterable[str | Path], going_on: ContinueCheck = lambda: True
) -> None:
    """Files that a run names itself, in a folder, replace others of its kind alone."""
    for path in map(str, paths):
        if os.path.exists(path) and not _read_algorithm_id(path).startswith(
            PLUGIN_ALGORITHM_PREFIX
        ):
            raise DataError(
                "'{path}' exists and was not created by this plugin; choose another folder "
                "or delete it",
                path=path,
            )
        check_file_closed(path, going_on)


def _is_result_algorithm(maker: str) -> bool:
    return maker.startswith(PLUGIN_ALGORITHM_PREFIX) and maker != LAND_USE_ALGORITHM


def _read_algorithm_id(path: str) -> str:
    with gdal.ExceptionMgr(useExceptions=False), gdal.quiet_errors():
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        return "" if dataset is None else str(dataset.GetMetadataItem(ALGORITHM_METADATA_KEY) or "")
