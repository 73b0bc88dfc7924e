"""Algorithms on dated rasters: the parameters, inputs and outputs that pairs and series share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.base.columns import Field
from ..core.base.dates import Date, Period, span_of
from ..core.base.messages import Notes
from ..core.base.numbers import parse_nodata
from ..core.raster.alignment import Bounds
from ..core.raster.source import RasterInput
from ..core.results.closure import Check, largest_difference, require_closure
from ..core.results.results import AuditRow, Results
from ..core.results.units import RowsOf, by_unit
from ..core.results.wrong_legend import legend_doubts, legend_proposal
from ..core.scan.census import Census
from ..core.scan.consumer import Consumer, RasterWriter
from ..core.scan.count import count, require_named
from ..core.scan.series import Series, open_series
from ..core.scan.strata import Strata
from ..core.scan.units import UnitColumns, Units
from ..core.scheme.classes import read_classes
from ..core.scheme.defaults import default_classes
from ..core.scheme.legends import ShippedLegend
from ..core.scheme.rules import Rules
from ..text import language, tr
from .algorithm import CarbonZonesAlgorithm, Inputs
from .layers import DatedLayer, extent, map_layer, raster_input, raster_layer, source_of
from .polygons import PolygonInput, cell_mask, polygon_inputs
from .provenance import provenance_of, with_classes
from .run import Run
from .run_parameters import RunParameters
from .scheme import Tables, disturbing_classes_of, legend_of, read_tables
from .units import (
    UNITS,
    ShownSquares,
    ShownUnits,
    check_units,
    unit_raster,
    units_of,
    write_unit_layer,
)

# The pass over the cells is nearly all of the work; the rest is for the tables.
SHARE_OF_PASS = 0.98
MAP, BAND = "MAP", "BAND"


@dataclass(frozen=True)
class DatedInputs(Inputs):
    """What a run on dated rasters works with.

    Attributes:
        rasters: the dates, in the order in which the run takes them.
        extent: the part to work on, in the reference system of the base, or None.
        tables: of the scheme, by parameter.
        shipped: the shipped legend that names the values, or None.
        polygons: that were given, or points, by parameter.
        unit_raster: what the tables are broken down by where it is no polygons, or None.
    """

    rasters: Sequence[RasterInput]
    extent: Bounds | None
    tables: Tables
    shipped: ShippedLegend | None
    polygons: Mapping[str, PolygonInput]
    unit_raster: RasterInput | None

    @property
    def dates(self) -> list[Date]:
        """Year and layer of each date."""
        return [raster.date for raster in self.rasters]


class DatedAlgorithm(CarbonZonesAlgorithm):
    """An algorithm on dated rasters.

    Attributes:
        NEEDS_SCHEME: whether classes must be those of the scheme, with groups; where not,
            any values and names will do.
        NEEDS_ALL_NAMED: whether, where a scheme is needed, all land that counts must have a class.
        TAKES_UNITS: whether its tables can be broken down by unit.
        TAKES_EXTENT: whether it can work on a part of the cells.
        USES_SCHEME: whether names that are those of the scheme give groups where none is needed.
        ROLES: the dates' parameters, where there is one for each.
    """

    NEEDS_SCHEME = False
    NEEDS_ALL_NAMED = False
    USES_SCHEME = False
    TAKES_UNITS = False
    TAKES_EXTENT = True
    ROLES: tuple[str, ...] = ()

    def check(self, parameters: RunParameters) -> None:
        if self.TAKES_UNITS:
            check_units(parameters)

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
        if parameters.takes("TAKING_GROUPS"):
            disturbing_classes_of(parameters)  # wrong ones are refused before the run
        nodata = parse_nodata(parameters.text("NODATA"))
        layers = self.layers(parameters)
        dates = [layer.date for layer in layers]
        sources = [source_of(layer.layer) for layer in layers]
        rasters = [raster_input(layer, nodata) for layer in layers]
        tables = read_tables(parameters)
        return DatedInputs(
            provenance=provenance_of(parameters, dates, sources, tables, self.span(dates)),
            rasters=rasters,
            extent=extent(parameters, layers[self.base(parameters)].layer)
            if self.TAKES_EXTENT and layers
            else None,
            tables=tables,
            shipped=legend_of(parameters),
            polygons=polygon_inputs(parameters),
            unit_raster=unit_raster(parameters) if self.TAKES_UNITS else None,
        )

    def open(self, run: Run, inputs: DatedInputs) -> Series:
        """The series with its classes; what opening it has to report goes into the log."""
        table = inputs.tables["CLASSES"]
        needed = self.needs_scheme(run)
        used = needed or self.USES_SCHEME or inputs.shipped is not None
        series = open_series(
            inputs.rasters,
            run.choice("AREA_METHOD"),
            None if table is None else read_classes(table),
            default_classes(language()) if used else None,
            inputs.extent,
            self.base(run),
            inputs.shipped,
            needed,
        )
        run.log(series.notes)
        if table is None:
            run.provenance = with_classes(run.provenance, series.named_by)
        series.mask = cell_mask(run, inputs.polygons.get("MASK"), series)
        return series

    def writer(self, run: Run, series: Series) -> RasterWriter:
        """What the rasters of the run are made with."""
        return RasterWriter(series, run.drafts, run.provenance.record, run.periods, tr)

    def units(self, run: Run, inputs: DatedInputs, series: Series) -> Units | None:
        """What the tables are broken down by; what was done is logged. None without units."""
        return units_of(run, inputs.polygons.get(UNITS), inputs.unit_raster, series)

    def count(
        self,
        run: Run,
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
        is proposed.

        Args:
            consumers: None for those that are not wanted.
            strata: tell cells apart for the consumers, where there are no units.
            rules: by which conversions come to zones, where they do.
        """
        census = count(
            series,
            periods,
            [consumer for consumer in consumers if consumer is not None],
            lambda part: run.progress(share * part),
            strata=strata,
            units=units,
        )
        census.doubts.extend(legend_doubts(series, census, rules))
        proposal = legend_proposal(series, census)
        run.log(Notes([proposal] if proposal else [], census.doubts))
        run.log(census.notes)
        if self.needs_scheme(run):
            require_named(series, census, self.NEEDS_ALL_NAMED)
        return census

    def write(
        self, run: Run, name: str, table: type | Sequence[Field], census: Census, rows_of: RowsOf
    ) -> None:
        """Write a table where it is asked for, by unit where there are units.

        Args:
            table: the type of its rows, or its fields where the run decides on them.
            rows_of: gives the rows of a count, of the whole or of a unit.
        """
        if run.wants(name):
            run.write(name, *by_unit(census, table, rows_of))

    def write_units(
        self, run: Run, units: Units | None, census: Census, *columns: UnitColumns
    ) -> None:
        """Write UNITS_LAYER where it is asked for.

        `columns`: what the polygons tell, the first of them shown in colours.
        """
        if isinstance(units, (ShownUnits, ShownSquares)):
            write_unit_layer(run, units, census, columns)

    def audit(self, run: Run, results: Results, checks: Sequence[Check]) -> None:
        """The outputs that add_audit_outputs declares."""
        require_closure(checks)
        run.write("AUDIT", AuditRow, results.audit)
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
            run.write_key_figures(
                {
                    f"{role}_VALID_CELLS": row["valid_cells"],
                    f"{role}_NODATA_CELLS": row["nodata_cells"],
                    f"{role}_OUTSIDE_CELLS": row["outside_cells"],
                    f"{role}_UNLISTED_CELLS": row["unlisted_cells"],
                }
            )


class MapAlgorithm(DatedAlgorithm):
    """An algorithm on one raster of classes, zones, conversions or states."""

    TAKES_EXTENT = False

    def check(self, parameters: RunParameters) -> None:
        raster_layer(parameters, MAP)
        super().check(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        return [map_layer(parameters)]
