"""Base classes of algorithms on dated rasters: one map, a series or a pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from qgis.core import Qgis, QgsMapLayer, QgsProcessingContext, QgsProject, QgsRasterLayer

from ..core.base.dates import (
    Date,
    Period,
    create_pair_period,
    find_first_last_indices,
    find_year,
    find_years,
    format_date_range,
    resolve_date_labels,
    sort_by_year,
)
from ..core.base.messages import DataError, Notes
from ..core.base.numbers import parse_nodata
from ..core.raster.source import is_plugin_result_file
from ..core.results.class_values import present_classes
from ..core.results.closure import Check, largest_difference, raise_failed_check
from ..core.results.legend_check import legend_proposal, legend_questions
from ..core.results.results import AUDIT, ColumnSpec, Results, RowBuilder, results_by_unit
from ..core.scan.consumer import BlockConsumer, RasterWriter
from ..core.scan.count_result import CountResult
from ..core.scan.polygon_rasterizer import CellMask
from ..core.scan.series import Series, open_series
from ..core.scan.series_count import check_named_classes, count_series
from ..core.scan.strata import Strata
from ..core.scan.units import MAX_REPORTED_SQUARES, MAX_SQUARES, RasterUnits, UnitColumns, Units
from ..core.scheme.classes import read_classes
from ..core.scheme.defaults import default_classes
from ..core.scheme.zone_rules import ZoneRules
from ..text import interface_language, tr
from .algorithm import CarbonZonesAlgorithm
from .change_years import check_year_rasters, open_year_rasters, read_year_rasters
from .dialog import WidgetWrapperFactory, hook_widget_creation
from .layers import (
    DatedLayer,
    create_raster_input,
    get_full_layer_name,
    get_layer_names,
    get_layer_source,
    get_map_layer,
    get_raster_layer,
    get_raster_layers,
    read_extent,
)
from .parameters import RunParameters
from .polygons import (
    UNITS,
    UNITS_LAYER,
    UNITS_SIZE,
    SquareUnitLayer,
    UnitLayer,
    check_unit_parameters,
    create_polygon_units,
    read_polygon_inputs,
    read_polygons,
    read_unit_raster,
    write_unit_layer,
)
from .provenance import create_provenance, record_class_source
from .run_context import RunContext
from .scheme import (
    DatedInputs,
    get_scheme_legend,
    parse_disturbing_groups,
    read_density_choice,
    read_tables,
    read_uncertainty_options,
)

# The pass over the cells is nearly all of the work; the rest is table output.
PASS_PROGRESS_SHARE = 0.98
MAP, BAND = "MAP", "BAND"
# Cell counts reported for each date of a pair.
AUDIT_COLUMNS = ("valid_cells", "nodata_cells", "outside_cells", "unlisted_cells")


class DatedAlgorithm(CarbonZonesAlgorithm):
    """An algorithm on dated rasters.

    Attributes:
        NEEDS_SCHEME: whether classes must be those of the scheme, with groups; otherwise
            any values and names are accepted.
        NEEDS_ALL_NAMED: whether, with a required scheme, all valid cells must have a class.
        USES_SCHEME: whether class names of the scheme define groups where none are
            required.
        TAKES_UNITS: whether its tables can be broken down by unit.
        SHOWS_UNITS: whether REPORT and WORKBOOK also contain all tables by unit.
        HAS_SQUARES: whether it uses its own squares if no units are given.
        TAKES_EXTENT: whether it can be limited to an extent.
        ROLES: the parameters of the dates, where each date has its own.
    """

    NEEDS_SCHEME = False
    NEEDS_ALL_NAMED = False
    USES_SCHEME = False
    TAKES_UNITS = False
    SHOWS_UNITS = False
    HAS_SQUARES = False
    TAKES_EXTENT = True
    ROLES: tuple[str, ...] = ()

    def check_parameters(self, parameters: RunParameters) -> None:
        if self.TAKES_UNITS:
            check_unit_parameters(parameters, self.HAS_SQUARES)
        check_year_rasters(parameters)

    def needs_scheme(self, parameters: RunParameters) -> bool:
        """Return whether this run needs classes with groups, given its parameters."""
        return self.NEEDS_SCHEME

    def read_dated_layers(self, parameters: RunParameters) -> list[DatedLayer]:
        """Return the layers of the dates, in processing order."""
        raise NotImplementedError

    def base_layer_index(self, parameters: RunParameters) -> int:
        """Return the index of the date that defines the grid; by default the first."""
        return 0

    def format_full_period(self, dates: Sequence[Date]) -> str:
        """Return the full period of the run, such as 1986-2018, or '' if there is none."""
        return format_date_range([date.year for date in dates])

    def read_inputs(self, parameters: RunParameters) -> DatedInputs:
        disturbing = parse_disturbing_groups(parameters)
        nodata = parse_nodata(parameters.text_value("NODATA"))
        layers = self.read_dated_layers(parameters)
        dates = [layer.date for layer in layers]
        sources = [get_layer_source(layer.layer) for layer in layers]
        rasters = [create_raster_input(layer, nodata) for layer in layers]
        tables, base = read_tables(parameters), self.base_layer_index(parameters)
        has_extent = self.TAKES_EXTENT and bool(layers)
        return DatedInputs(
            provenance=create_provenance(
                parameters, dates, sources, tables, self.format_full_period(dates)
            ),
            dates=dates,
            rasters=rasters,
            base=base,
            extent=read_extent(parameters, layers[base].layer) if has_extent else None,
            area_method=parameters.enum_value("AREA_METHOD"),
            tables=tables,
            shipped=get_scheme_legend(parameters),
            needs_scheme=self.needs_scheme(parameters),
            disturbing=disturbing,
            densities=read_density_choice(parameters),
            polygons=read_polygon_inputs(parameters),
            unit_raster=read_unit_raster(parameters) if self.TAKES_UNITS else None,
            units_size=parameters.optional_float_value(UNITS_SIZE),
            wanted=read_uncertainty_options(parameters),
            years=read_year_rasters(parameters, dates),
        )

    def load_series(self, run: RunContext, inputs: DatedInputs) -> Series:
        """Open the series with its classes, and log the notes of opening it."""
        table = inputs.tables.get("CLASSES")
        used = inputs.needs_scheme or self.USES_SCHEME or inputs.shipped is not None
        series = open_series(
            inputs.rasters,
            inputs.area_method,
            None if table is None else read_classes(table),
            default_classes(interface_language()) if used else None,
            inputs.extent,
            inputs.base,
            inputs.shipped,
            inputs.needs_scheme,
        )
        run.log_notes(series.notes)
        if table is None:
            run.provenance = record_class_source(run.provenance, series.named_by)
        if mask := inputs.polygons.get("MASK"):
            shapes = [shape.wkb for shape in read_polygons(run, mask, series)]
            series.mask = CellMask(shapes, series.grid, mask.label)
        open_year_rasters(run, series, inputs.years, inputs.disturbing)
        return series

    def create_raster_writer(self, run: RunContext, series: Series) -> RasterWriter:
        """Return the writer for the output rasters of the run."""
        return RasterWriter(series, run.drafts, run.provenance.record, run.periods, tr)

    def create_units(self, run: RunContext, inputs: DatedInputs, series: Series) -> Units | None:
        """Return the units of the tables (raster, squares or polygons), or None."""
        if inputs.unit_raster is not None:
            notes = Notes()
            units = RasterUnits(series, inputs.unit_raster, notes)
            run.log_notes(notes)
            return units
        if inputs.units_size is not None:
            is_shown = self.SHOWS_UNITS and run.has_value("REPORT", "WORKBOOK")
            most = MAX_REPORTED_SQUARES if is_shown else MAX_SQUARES
            return SquareUnitLayer(series, inputs.units_size, most)
        polygons, shown = inputs.polygons.get(UNITS), run.has_value(UNITS_LAYER)
        if polygons is None:
            return None
        shapes = read_polygons(run, polygons, series, with_own=shown)
        return create_polygon_units(polygons, shapes, series.grid, shown)

    def count_cells(
        self,
        run: RunContext,
        inputs: DatedInputs,
        series: Series,
        periods: list[Period],
        consumers: Sequence[BlockConsumer | None] = (),
        share: float = PASS_PROGRESS_SHARE,
        units: Units | None = None,
        strata: Strata | None = None,
        rules: ZoneRules | None = None,
    ) -> CountResult:
        """Count all cells in one pass and log the findings; `share` is its part of the progress.

        The legend is checked against the layers first, or proposed if there is none. `strata`
        separate cells for the consumers in place of units; `rules` are the zone rules, if any.
        """
        census = count_series(
            series,
            periods,
            [consumer for consumer in consumers if consumer is not None],
            lambda part: run.report_progress(share * part),
            strata=strata,
            units=units,
        )
        proposal = legend_proposal(series, census)
        doubts = legend_questions(series, census, rules)
        run.log_notes(Notes([proposal] if proposal else [], doubts), census.notes)
        if inputs.needs_scheme:
            check_named_classes(series, census, self.NEEDS_ALL_NAMED)
        if run.densities is not None:
            run.log_notes(run.densities.missing_notes(present_classes(census)))
        return census

    def write_result_table(
        self,
        run: RunContext,
        name: str,
        table: ColumnSpec,
        census: CountResult,
        rows_of: RowBuilder,
    ) -> None:
        """Write a table if requested, by unit if any; `rows_of` returns a count's rows."""
        if run.has_value(name):
            run.write_output_table(name, *results_by_unit(census, table, rows_of))

    def write_units(
        self, run: RunContext, units: Units | None, census: CountResult, *columns: UnitColumns
    ) -> None:
        """Write UNITS_LAYER if requested, as a choropleth of the first of `columns`."""
        if isinstance(units, (UnitLayer, SquareUnitLayer)):
            write_unit_layer(run, units, census, columns)

    def write_audit(self, run: RunContext, results: Results, checks: Sequence[Check]) -> None:
        """Write AUDIT and the area and cell count outputs; raise an error if a check failed."""
        raise_failed_check(checks)
        run.write_output_table("AUDIT", AUDIT, results.audit)
        census = results.census
        run.set_numeric_outputs(
            {
                "TOTAL_AREA_HA": census.valid_area_ha,
                "EXCLUDED_AREA_HA": census.excluded_area_ha,
                "VALID_CELLS": census.valid_cells,
                "EXCLUDED_CELLS": census.excluded_cells,
                "CLOSURE_CHECKS": len(checks),
                "CLOSURE_DIFFERENCE": largest_difference(checks),
            }
        )
        for role, row in zip(self.ROLES, results.audit):
            cells: Mapping[str, Any] = {k: v for k, v in row.items() if k in AUDIT_COLUMNS}
            run.set_numeric_outputs({f"{role}_{name.upper()}": n for name, n in cells.items()})


class ClassRasterAlgorithm(DatedAlgorithm):
    """An algorithm on one raster of classes, zones, conversions or states."""

    TAKES_EXTENT = False

    def check_parameters(self, parameters: RunParameters) -> None:
        get_raster_layer(parameters, MAP)
        super().check_parameters(parameters)

    def read_dated_layers(self, parameters: RunParameters) -> list[DatedLayer]:
        return [get_map_layer(parameters)]


class SeriesAlgorithm(DatedAlgorithm):
    """An algorithm on a series of at least LEAST_LAYERS dates."""

    LEAST_LAYERS = 1
    # Resolves the years of the layers from the text of YEARS and the layer names; '' for none.
    years_of = staticmethod(resolve_date_labels)

    def check_parameters(self, parameters: RunParameters) -> None:
        # The check by QGIS would only report an invalid value.
        count = len(get_raster_layers(parameters, "LAYERS"))
        if count < self.LEAST_LAYERS:
            raise DataError(
                "{name}: {given} given, at least {least} required",
                name="LAYERS",
                given=count,
                least=self.LEAST_LAYERS,
            )
        super().check_parameters(parameters)

    def read_dated_layers(self, parameters: RunParameters) -> list[DatedLayer]:
        layers = get_raster_layers(parameters, "LAYERS")
        sources = [get_layer_source(layer) for layer in layers]
        for index, source in enumerate(sources):
            if source in sources[:index]:
                raise DataError(
                    "{name}: '{layer}' is given twice", name="LAYERS", layer=layers[index].name()
                )
        names = get_layer_names(layers)
        years = self.years_of(
            parameters.text_value("YEARS"), [get_full_layer_name(layer) for layer in layers]
        )
        order = sort_by_year(years)
        if order != sorted(order):
            parameters.add_warning("Layers were sorted by year.")
        return [
            DatedLayer("LAYERS", layers[index], date=Date(years[index], names[index]))
            for index in order
        ]


EARLIER, LATER = "EARLIER", "LATER"
# Data types of bands that can hold classes; others are measurements or images.
INTEGER_DATA_TYPES = (
    Qgis.DataType.Byte,
    Qgis.DataType.Int8,
    Qgis.DataType.UInt16,
    Qgis.DataType.Int16,
    Qgis.DataType.UInt32,
    Qgis.DataType.Int32,
)


class DateLayerPreset(WidgetWrapperFactory):
    """Widget factory that presets the raster of a date by its year."""

    @staticmethod
    def set_initial_value(wrapper: Any, is_later: bool = False) -> None:
        def choose(widget: object, context: QgsProcessingContext) -> None:
            dates = find_pair_rasters(wrapper.widgetContext().project())
            if dates is not None:
                wrapper.setParameterValue(dates[is_later].id(), context)

        hook_widget_creation(wrapper, choose)


class PairAlgorithm(DatedAlgorithm):
    """An algorithm on two dates."""

    ROLES = (EARLIER, LATER)
    WIDGETS: ClassVar = {
        **DatedAlgorithm.WIDGETS,
        EARLIER: (DateLayerPreset, {"is_later": False}),
        LATER: (DateLayerPreset, {"is_later": True}),
    }

    def check_parameters(self, parameters: RunParameters) -> None:
        earlier, later = _read_layer_pair(parameters)
        if earlier.band == later.band and get_layer_source(earlier.layer) == get_layer_source(
            later.layer
        ):
            raise DataError(
                "EARLIER and LATER are the same band of layer '{layer}'; choose two dates",
                layer=earlier.layer.name(),
            )
        super().check_parameters(parameters)

    def read_dated_layers(self, parameters: RunParameters) -> list[DatedLayer]:
        earlier, later = _read_layer_pair(parameters)
        for dated in (earlier, later):
            years = find_years(get_full_layer_name(dated.layer))
            if len(years) > 1:
                parameters.add_warning(
                    "Layer '{layer}': several possible years in its name ({years}); none is "
                    "used, and the period is named after the layers.",
                    layer=dated.date.layer,
                    years=", ".join(years),
                )
        if earlier.date.year and later.date.year and earlier.date.year > later.date.year:
            parameters.add_warning(
                tr("Layer names suggest that EARLIER ({0}) and LATER ({1}) are swapped.").format(
                    earlier.date.year, later.date.year
                )
            )
        return [earlier, later]

    def base_layer_index(self, parameters: RunParameters) -> int:
        return ("earlier", "later").index(parameters.enum_value("GRID"))

    def format_full_period(self, dates: Sequence[Date]) -> str:
        return create_pair_period(*dates).name


def _read_layer_pair(parameters: RunParameters) -> list[DatedLayer]:
    """Return the two layers in the order given."""
    layers = [get_raster_layer(parameters, role) for role in (EARLIER, LATER)]
    return [
        DatedLayer(
            role,
            layer,
            parameters.int_value(f"{role}_BAND"),
            Date(find_year(get_full_layer_name(layer)), name),
        )
        for role, layer, name in zip((EARLIER, LATER), layers, get_layer_names(layers))
    ]


def find_pair_rasters(project: QgsProject | None) -> tuple[QgsRasterLayer, QgsRasterLayer] | None:
    """Return a project's earliest and latest year rasters, or None (QGIS default) if ambiguous."""
    if project is None:
        return None
    layers = [layer for layer in project.mapLayers().values() if _is_land_use_candidate(layer)]
    positions = find_first_last_indices([find_year(get_full_layer_name(layer)) for layer in layers])
    return None if positions is None else (layers[positions[0]], layers[positions[1]])


def _is_land_use_candidate(layer: QgsMapLayer) -> bool:
    """Return whether a layer is a single-band integer raster of a year, but no plugin result."""
    if (
        not isinstance(layer, QgsRasterLayer)
        or not layer.isValid()
        or not find_year(get_full_layer_name(layer))
    ):
        return False
    provider, source = layer.dataProvider(), layer.source().split("|", 1)[0]
    if provider.bandCount() != 1 or provider.dataType(1) not in INTEGER_DATA_TYPES:
        return False
    # Do not read remote files: the dialog should open without delay.
    is_file = layer.providerType() == "gdal" and not source.startswith("/vsi")
    return not (is_file and is_plugin_result_file(source))
