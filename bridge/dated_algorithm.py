"""Algorithms on dated rasters: what those on one map, on a series and on a pair share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from qgis.core import Qgis, QgsMapLayer, QgsProcessingContext, QgsProject, QgsRasterLayer

from ..core.base.dates import (
    Date,
    Period,
    first_and_last,
    labels_of,
    order_by_year,
    pair_period,
    span_of,
    year_in,
    years_in,
)
from ..core.base.messages import DataError, Notes
from ..core.base.numbers import parse_nodata
from ..core.raster.source import is_result_at
from ..core.results.closure import Check, largest_difference, require_closure
from ..core.results.legend_check import legend_doubts, legend_proposal
from ..core.results.results import AUDIT, Columns, Results, RowsOf, by_unit
from ..core.scan.consumer import Consumer, RasterWriter
from ..core.scan.count import count, require_named
from ..core.scan.count_result import Census
from ..core.scan.polygon_rasterizer import CellMask
from ..core.scan.series import Series, open_series
from ..core.scan.strata import Strata
from ..core.scan.units import MOST_REPORTED, MOST_SQUARES, RasterUnits, UnitColumns, Units
from ..core.scheme.classes import read_classes
from ..core.scheme.defaults import default_classes
from ..core.scheme.zone_rules import Rules
from ..text import language, tr
from .algorithm import CarbonZonesAlgorithm
from .change_years import check_years, open_years, year_inputs
from .dialog import InWords, on_creation
from .layers import (
    DatedLayer,
    extent,
    full_name,
    map_layer,
    names_apart,
    raster_input,
    raster_layer,
    raster_layers,
    source_of,
)
from .parameters import RunParameters
from .polygons import (
    LAYER,
    SIZE,
    UNITS,
    ShownSquares,
    ShownUnits,
    check_units,
    polygon_inputs,
    polygon_units,
    polygons_of,
    unit_raster,
    write_unit_layer,
)
from .provenance import provenance_of, with_classes
from .run_context import Run
from .scheme import (
    DatedInputs,
    density_choice,
    disturbing_classes_of,
    legend_of,
    read_tables,
    wanted_of,
)

# The pass over the cells is nearly all of the work; the rest is for the tables.
SHARE_OF_PASS = 0.98
MAP, BAND = "MAP", "BAND"
# What is given of each date of a pair.
AUDITED = ("valid_cells", "nodata_cells", "outside_cells", "unlisted_cells")


class DatedAlgorithm(CarbonZonesAlgorithm):
    """An algorithm on dated rasters.

    Attributes:
        NEEDS_SCHEME: whether classes must be those of the scheme, with groups; where not,
            any values and names will do.
        NEEDS_ALL_NAMED: whether, where a scheme is needed, all land that counts must have a class.
        USES_SCHEME: whether names that are those of the scheme give groups where none is needed.
        TAKES_UNITS: whether its tables can be broken down by unit.
        SHOWS_UNITS: whether REPORT and WORKBOOK have all tables by unit too.
        HAS_SQUARES: whether without units it has squares of its own.
        TAKES_EXTENT: whether it can work on a part of the cells.
        ROLES: the dates' parameters, where there is one for each.
    """

    NEEDS_SCHEME = False
    NEEDS_ALL_NAMED = False
    USES_SCHEME = False
    TAKES_UNITS = False
    SHOWS_UNITS = False
    HAS_SQUARES = False
    TAKES_EXTENT = True
    ROLES: tuple[str, ...] = ()

    def check(self, parameters: RunParameters) -> None:
        if self.TAKES_UNITS:
            check_units(parameters, self.HAS_SQUARES)
        check_years(parameters)

    def needs_scheme(self, parameters: RunParameters) -> bool:
        """Whether this run needs classes with groups, by what it was asked for."""
        return self.NEEDS_SCHEME

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        """The layers of the dates, in the order in which the run takes them."""
        raise NotImplementedError

    def base(self, parameters: RunParameters) -> int:
        """Which date gives the cells that the others are brought onto: the first."""
        return 0

    def span(self, dates: Sequence[Date]) -> str:
        """The period of the whole run, such as 1986-2018, or '' where there is none."""
        return span_of([date.year for date in dates])

    def read(self, parameters: RunParameters) -> DatedInputs:
        disturbing = disturbing_classes_of(parameters)
        nodata = parse_nodata(parameters.text("NODATA"))
        layers = self.layers(parameters)
        dates = [layer.date for layer in layers]
        sources = [source_of(layer.layer) for layer in layers]
        rasters = [raster_input(layer, nodata) for layer in layers]
        tables, base = read_tables(parameters), self.base(parameters)
        has_extent = self.TAKES_EXTENT and bool(layers)
        return DatedInputs(
            provenance=provenance_of(parameters, dates, sources, tables, self.span(dates)),
            dates=dates,
            rasters=rasters,
            base=base,
            extent=extent(parameters, layers[base].layer) if has_extent else None,
            area_method=parameters.choice("AREA_METHOD"),
            tables=tables,
            shipped=legend_of(parameters),
            needs_scheme=self.needs_scheme(parameters),
            disturbing=disturbing,
            densities=density_choice(parameters),
            polygons=polygon_inputs(parameters),
            unit_raster=unit_raster(parameters) if self.TAKES_UNITS else None,
            units_size=parameters.optional_real(SIZE),
            wanted=wanted_of(parameters),
            years=year_inputs(parameters, dates),
        )

    def open(self, run: Run, inputs: DatedInputs) -> Series:
        """The series with its classes; what opening it has to report goes into the log."""
        table = inputs.tables.get("CLASSES")
        used = inputs.needs_scheme or self.USES_SCHEME or inputs.shipped is not None
        series = open_series(
            inputs.rasters,
            inputs.area_method,
            None if table is None else read_classes(table),
            default_classes(language()) if used else None,
            inputs.extent,
            inputs.base,
            inputs.shipped,
            inputs.needs_scheme,
        )
        run.log(series.notes)
        if table is None:
            run.provenance = with_classes(run.provenance, series.named_by)
        if mask := inputs.polygons.get("MASK"):
            shapes = [shape.wkb for shape in polygons_of(run, mask, series)]
            series.mask = CellMask(shapes, series.grid, mask.label)
        open_years(run, series, inputs.years, inputs.disturbing)
        return series

    def writer(self, run: Run, series: Series) -> RasterWriter:
        """What the rasters of the run are made with."""
        return RasterWriter(series, run.drafts, run.provenance.record, run.periods, tr)

    def units(self, run: Run, inputs: DatedInputs, series: Series) -> Units | None:
        """What the tables are broken down by: raster, squares or polygons; None without units."""
        if inputs.unit_raster is not None:
            notes = Notes()
            units = RasterUnits(series, inputs.unit_raster, notes)
            run.log(notes)
            return units
        if inputs.units_size is not None:
            is_shown = self.SHOWS_UNITS and run.has("REPORT", "WORKBOOK")
            most = MOST_REPORTED if is_shown else MOST_SQUARES
            return ShownSquares(series, inputs.units_size, most)
        polygons, shown = inputs.polygons.get(UNITS), run.has(LAYER)
        if polygons is None:
            return None
        shapes = polygons_of(run, polygons, series, with_own=shown)
        return polygon_units(polygons, shapes, series.grid, shown)

    def count(
        self,
        run: Run,
        inputs: DatedInputs,
        series: Series,
        periods: list[Period],
        consumers: Sequence[Consumer | None] = (),
        share: float = SHARE_OF_PASS,
        units: Units | None = None,
        strata: Strata | None = None,
        rules: Rules | None = None,
    ) -> Census:
        """The pass, a share of the work; what it found out about the cells goes into the log.

        Whether the legend is that of the layers is asked before all else; where there is none, one
        is proposed. `strata` tell cells apart for the consumers, where there are no units; `rules`
        are those by which conversions come to zones, where they do.
        """
        census = count(
            series,
            periods,
            [consumer for consumer in consumers if consumer is not None],
            lambda part: run.progress(share * part),
            strata=strata,
            units=units,
        )
        proposal = legend_proposal(series, census)
        doubts = legend_doubts(series, census, rules)
        run.log(Notes([proposal] if proposal else [], doubts), census.notes)
        if inputs.needs_scheme:
            require_named(series, census, self.NEEDS_ALL_NAMED)
        return census

    def write(self, run: Run, name: str, table: Columns, census: Census, rows_of: RowsOf) -> None:
        """Write a table where it is asked for, by unit where there are units.

        `rows_of`: gives the rows of a count, of the whole or of a unit.
        """
        if run.has(name):
            run.write(name, *by_unit(census, table, rows_of))

    def write_units(
        self, run: Run, units: Units | None, census: Census, *columns: UnitColumns
    ) -> None:
        """Write UNITS_LAYER where it is asked for; the first of the columns is shown in colours."""
        if isinstance(units, (ShownUnits, ShownSquares)):
            write_unit_layer(run, units, census, columns)

    def audit(self, run: Run, results: Results, checks: Sequence[Check]) -> None:
        """AUDIT, and the numbers that say what counts and that the results close."""
        require_closure(checks)
        run.write("AUDIT", AUDIT, results.audit)
        census = results.census
        run.write_key_figures(
            {
                "TOTAL_AREA_HA": census.total_hectares,
                "EXCLUDED_AREA_HA": census.excluded_hectares,
                "VALID_CELLS": census.valid_cells,
                "EXCLUDED_CELLS": census.excluded_cells,
                "CLOSURE_CHECKS": len(checks),
                "CLOSURE_DIFFERENCE": largest_difference(checks),
            }
        )
        for role, row in zip(self.ROLES, results.audit):
            cells: Mapping[str, Any] = {k: v for k, v in row.items() if k in AUDITED}
            run.write_key_figures({f"{role}_{name.upper()}": n for name, n in cells.items()})


class MapAlgorithm(DatedAlgorithm):
    """An algorithm on one raster of classes, zones, conversions or states."""

    TAKES_EXTENT = False

    def check(self, parameters: RunParameters) -> None:
        raster_layer(parameters, MAP)
        super().check(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        return [map_layer(parameters)]


class SeriesAlgorithm(DatedAlgorithm):
    """An algorithm on a series, of LEAST_LAYERS dates at least."""

    LEAST_LAYERS = 1
    # The years of the layers, from the text of YEARS and their names; '' for none.
    years_of = staticmethod(labels_of)

    def check(self, parameters: RunParameters) -> None:
        # QGIS's own check would only say that the value is wrong.
        count = len(raster_layers(parameters, "LAYERS"))
        if count < self.LEAST_LAYERS:
            raise DataError(
                "{name}: {given} given, at least {least} required",
                name="LAYERS",
                given=count,
                least=self.LEAST_LAYERS,
            )
        super().check(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        layers = raster_layers(parameters, "LAYERS")
        sources = [source_of(layer) for layer in layers]
        for index, source in enumerate(sources):
            if source in sources[:index]:
                raise DataError(
                    "{name}: '{layer}' is given twice", name="LAYERS", layer=layers[index].name()
                )
        names = names_apart(layers)
        years = self.years_of(parameters.text("YEARS"), [full_name(layer) for layer in layers])
        order = order_by_year(years)
        if order != sorted(order):
            parameters.warn("Layers were sorted by year.")
        return [
            DatedLayer("LAYERS", layers[index], date=Date(years[index], names[index]))
            for index in order
        ]


EARLIER, LATER = "EARLIER", "LATER"
# Of bands that hold classes. Others are measurements or pictures.
WHOLE_NUMBERS = (
    Qgis.DataType.Byte,
    Qgis.DataType.Int8,
    Qgis.DataType.UInt16,
    Qgis.DataType.Int16,
    Qgis.DataType.UInt32,
    Qgis.DataType.Int32,
)


class ByYear(InWords):
    """Presets a date's raster by its year."""

    @staticmethod
    def preset(wrapper: Any, is_later: bool = False) -> None:
        def choose(widget: object, context: QgsProcessingContext) -> None:
            dates = dates_in(wrapper.widgetContext().project())
            if dates is not None:
                wrapper.setParameterValue(dates[is_later].id(), context)

        on_creation(wrapper, choose)


class PairAlgorithm(DatedAlgorithm):
    """An algorithm on two dates."""

    ROLES = (EARLIER, LATER)
    WIDGETS: ClassVar = {
        **DatedAlgorithm.WIDGETS,
        EARLIER: (ByYear, {"is_later": False}),
        LATER: (ByYear, {"is_later": True}),
    }

    def check(self, parameters: RunParameters) -> None:
        earlier, later = _pair(parameters)
        if earlier.band == later.band and source_of(earlier.layer) == source_of(later.layer):
            raise DataError(
                "EARLIER and LATER are the same band of layer '{layer}'; choose two dates",
                layer=earlier.layer.name(),
            )
        super().check(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        earlier, later = _pair(parameters)
        for dated in (earlier, later):
            years = years_in(full_name(dated.layer))
            if len(years) > 1:
                parameters.warn(
                    "Layer '{layer}': several possible years in its name ({years}); none is "
                    "used, and the period is named after the layers.",
                    layer=dated.date.layer,
                    years=", ".join(years),
                )
        if earlier.date.year and later.date.year and earlier.date.year > later.date.year:
            parameters.warn(
                tr("Layer names suggest that EARLIER ({0}) and LATER ({1}) are swapped.").format(
                    earlier.date.year, later.date.year
                )
            )
        return [earlier, later]

    def base(self, parameters: RunParameters) -> int:
        return ("earlier", "later").index(parameters.choice("GRID"))

    def span(self, dates: Sequence[Date]) -> str:
        return pair_period(*dates).name


def _pair(parameters: RunParameters) -> list[DatedLayer]:
    """The two layers as they were given."""
    layers = [raster_layer(parameters, role) for role in (EARLIER, LATER)]
    return [
        DatedLayer(
            role, layer, parameters.whole(f"{role}_BAND"), Date(year_in(full_name(layer)), name)
        )
        for role, layer, name in zip((EARLIER, LATER), layers, names_apart(layers))
    ]


def dates_in(project: QgsProject | None) -> tuple[QgsRasterLayer, QgsRasterLayer] | None:
    """The rasters of the earliest and of the latest year in a project.

    None where it is not clear which they are; then QGIS takes whichever it takes.
    """
    if project is None:
        return None
    layers = [layer for layer in project.mapLayers().values() if _may_be_land_use(layer)]
    positions = first_and_last([year_in(full_name(layer)) for layer in layers])
    return None if positions is None else (layers[positions[0]], layers[positions[1]])


def _may_be_land_use(layer: QgsMapLayer) -> bool:
    """Whether a layer is a raster of a year, of one band of whole numbers, and no result."""
    if (
        not isinstance(layer, QgsRasterLayer)
        or not layer.isValid()
        or not year_in(full_name(layer))
    ):
        return False
    provider, source = layer.dataProvider(), layer.source().split("|", 1)[0]
    if provider.bandCount() != 1 or provider.dataType(1) not in WHOLE_NUMBERS:
        return False
    # Of files elsewhere nobody waits for an answer before a dialog opens.
    is_file = layer.providerType() == "gdal" and not source.startswith("/vsi")
    return not (is_file and is_result_at(source))
