"""Input rasters: opening, checking and describing them, their legends, and detection of results of
this plugin."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Mapping
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

# No raster has class values of more than 64 bits.
MAX_CLASS_VALUE = 2.0**64

# Sidecar files without cell values.
SIDECAR_SUFFIXES = (".aux.xml", ".ovr")

# Metadata item with the id of the algorithm that created a file, and the prefix of this plugin's
# ids.
ALGORITHM_METADATA_KEY, PLUGIN_ALGORITHM_PREFIX = "ALGORITHM", "carbonzones:"
# Creates land use, which is valid as input.
LAND_USE_ALGORITHM = "carbonzones:polygonclasses"


@dataclass
class RasterLegend:
    """Names and colours of raster values, their source, and their `band`, or None if unknown."""

    names: dict[int, str] = field(default_factory=dict)
    colours: dict[int, str] = field(default_factory=dict)
    source: str = ""
    band: int | None = None


def read_legend(band: gdal.Band) -> RasterLegend:
    """Return the legend of a GDAL band: colours, and names (attribute table, else categories)."""
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
    """Return names and colours by value; empty if the rows describe ranges of values."""
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
    """Return row and raster value of the rows of an attribute table with integer values."""
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
    # Without a value column the row index is the value, as written by ERDAS and ArcGIS.
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
    """Raster of one date as given by the user.

    `path` is any GDAL source, opened with `open_options`; `crs` overrides the CRS of the
    file (WKT, or ''); `label` is its name in messages; `nodata` and `nodata_ranges`
    (inclusive) are additional NoData values; `use_declared_nodata` is whether the NoData
    value of the file applies; `style` has the names and colours of the layer style; `date`
    has the year and the layer name.
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
    """Properties of an opened input: grid, data type, NoData values, block size, legend.

    `mask` is the additional NoData mask: a mask band (`mask,1`), the number of an alpha
    band, or None. `onto` is the grid that the raster is resampled to, if any;
    `switched_off` the declared NoData value that is switched off in the layer properties;
    `title` the band description; `is_result` whether this plugin created the file; `files`
    the state of the data files when they were opened.
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


def inspect_raster(
    source: RasterInput, of_values: bool = False, notes: Notes | None = None
) -> Raster:
    """Open and check a raster input and return its properties; scale and offset are allowed only
    with `of_values`, for measured values instead of classes. `notes` name the band of several."""
    with handle_read_errors(source.label):
        raster = _describe_raster(source, of_values, notes or Notes())
    legend, style = raster.legend, source.style
    # Colours set by the user for the layer take precedence over those of the file.
    first, last = (legend, style) if style.band in (None, source.band) else (style, legend)
    colours = {**first.colours, **last.colours}
    named = style if style.names and not legend.names else legend
    return replace(raster, legend=replace(named, colours=colours))


@contextmanager
def handle_read_errors(label: str) -> Generator[None, None, None]:
    """Enable GDAL exceptions and convert them to a DataError for an unreadable layer."""
    try:
        with gdal.ExceptionMgr(useExceptions=True):
            yield
    except RuntimeError as error:
        raise DataError(
            "{label} cannot be read: {reason}", label=label, reason=get_gdal_reason(error)
        ) from error


def _describe_raster(source: RasterInput, of_values: bool, notes: Notes) -> Raster:
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
    # Sidecar files are excluded: viewing a layer may create or change them.
    listed = dataset.GetFileList() or []
    files = [path for path in listed if not path.lower().endswith(SIDECAR_SUFFIXES)]
    declared = band.GetNoDataValue()
    counts = declared is not None and source.use_declared_nodata
    block_width, block_height = band.GetBlockSize()
    bands = [dataset.GetRasterBand(n + 1) for n in range(dataset.RasterCount)]
    count = sum(b.GetColorInterpretation() != gdal.GCI_AlphaBand for b in bands)
    if count > 1:
        notes.add_notice(
            "{label}: only band {band} of {count} is read{title}.",
            label=source.label,
            band=source.band,
            count=count,
            title=f" ({band.GetDescription()})" if band.GetDescription() else "",
        )
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
    """Raise a DataError if a file of the raster has changed since it was opened."""
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
    """Raise a DataError unless cells are rectangles aligned with x and y."""
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
    """Return the mask band as named by gdal.Translate, or None if there is none."""
    # A band with a NoData value has a mask derived from it, even beside an alpha band.
    if dataset.GetRasterBand(band).GetMaskFlags() not in (gdal.GMF_ALL_VALID, gdal.GMF_NODATA):
        return f"mask,{band}"
    for other in range(1, dataset.RasterCount + 1):
        is_alpha = dataset.GetRasterBand(other).GetColorInterpretation() == gdal.GCI_AlphaBand
        if is_alpha and other != band:
            return other
    return None


def convert_to_dtype(value: float, dtype: np.dtype[np.generic]) -> float | None:
    """Return a value converted to a data type as a Python number, None if not representable."""
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return float(np.asarray(value, dtype))
    if isinstance(value, float) and not value.is_integer():
        return None
    info = np.iinfo(dtype.name)
    return int(value) if info.min <= int(value) <= info.max else None


def warn_class_raster(raster: Raster, notes: Notes) -> None:
    """Warn if a raster of values looks like a class map."""
    if raster.legend.names:
        notes.add_warning(
            "{label} has names for its values, like a class map; the mean is not meaningful.",
            label=raster.label,
        )


def report_nodata(rasters: list[Raster], notes: Notes, parameter: str = "NODATA") -> None:
    """Report NoData values that cannot occur in a layer and declared ones that are switched off."""
    for raster in rasters:
        declared = raster.switched_off
        # NaN is never valid.
        if declared is not None and not isnan(declared) and declared not in raster.left_out:
            notes.add_notice(
                "{label}: the NoData value {value} is switched off in the layer properties "
                "and treated as valid.",
                label=raster.label,
                value=f"{declared:.10g}",
            )
    given = dict.fromkeys(value for raster in rasters for value in raster.source.nodata)
    nowhere = [v for v in given if not any(_is_storable(raster, v) for raster in rasters)]
    # NaN may be given to treat all other numbers as valid.
    if not_nan := [value for value in nowhere if not isnan(value)]:
        notes.add_warning(
            "{parameter}: {values} cannot occur in any layer (data types: {types}).",
            parameter=parameter,
            values=_format_values(not_nan),
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
    """Return whether a raster can hold a value; not if finite but overflowing (1e39, float32)."""
    stored = convert_to_dtype(value, raster.dtype)
    return stored is not None and not (isinf(stored) and isfinite(value))


def _format_values(values: list[float]) -> str:
    return ", ".join(str(value) for value in values)


def _data_type_name(raster: Raster) -> str:
    """Return the name of the data type in GDAL and QGIS."""
    name: str = gdal.GetDataTypeName(gdal_array.NumericTypeCodeToGDALTypeCode(raster.dtype))
    return name


def open_band(source: RasterInput) -> tuple[gdal.Dataset, gdal.Band]:
    """Return dataset and band; the dataset must be kept because a band does not keep it alive."""
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
    """Return whether the metadata of an open raster mark it as a result of this plugin."""
    return _is_result_algorithm(str(dataset.GetMetadataItem(ALGORITHM_METADATA_KEY) or ""))


def is_plugin_result_file(path: str) -> bool:
    """Return whether a file is a result of this plugin; False if GDAL cannot open it."""
    return _is_result_algorithm(_read_algorithm_id(path))


def check_replaceable_files(
    paths: Iterable[str | Path], going_on: ContinueCheck = lambda: True
) -> None:
    """Raise a DataError if an output file is in use, or exists and is not from this plugin."""
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
