"""Values per hectare: totals by date, changes, and the contribution of each conversion."""

from __future__ import annotations

from typing import ClassVar

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.loading import load_rasters
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import log_zero_values, match_class_values, read_value_table
from ..core.base.dates import create_periods, resolve_unique_labels
from ..core.base.messages import Term
from ..core.results.class_values import (
    ValueResults,
    create_value_rasters,
    present_classes,
    total_columns,
)
from ..core.scheme.values_per_hectare import parse_value_table
from ..text import tr


class ClassValueTotals(SeriesAlgorithm):
    """Totals of values per hectare by class area."""

    ID = "classvalues"
    GROUP = "carbon"
    LEAST_LAYERS = 2
    years_of = staticmethod(resolve_unique_labels)
    ONLY_FOR: ClassVar = {"COLUMN": ("CHANGE_MAP", "DENSITY_FOLDER")}
    TAKES_UNITS = True
    # The default values apply to classes of the scheme; the user's own tables may use any classes.
    USES_SCHEME = True
    NAME = Term("Values per hectare")
    SUMMARY = Term(
        "Calculates totals of any per-hectare values by class, and the contribution of each "
        "conversion to their change."
    )
    TAGS = Term(
        "value,density,carbon,stock,pool,ecosystem service,emission,coefficient,contribution,"
        "InVEST,land use"
    )
    HELP = Term(
        "Calculates totals of per-hectare values, such as carbon densities, ecosystem "
        "service values or emissions, from land use of two or more dates. The values are "
        "given by class in a table with any number of numeric columns.\n\n"
        "Totals: area (ha) x value of each class at each date. Changes: totals of all land "
        "before and after each period, and over the full period. Contributions: change by "
        "conversion, as a percentage of the sum of absolute changes. The rasters show one of "
        "the values per hectare at each date and its change from the first to the last "
        "date.\n\n"
        "Classes missing from the table count as 0 and are listed in the log. Default "
        "values: soil and vegetation carbon densities of arable land, forest and grassland "
        "(t C/ha), from Yang et al. 2022 near their mine, elsewhere site-specific IPCC "
        "defaults. Values are the same at all dates.\n\n"
        "Cells must be valid at all dates."
    )
    DECLARES = (
        "LAYERS YEARS @shared @units VALUES DENSITIES COLUMN TOTALS CHANGES CONTRIBUTIONS "
        "CHANGE_MAP DENSITY_FOLDER UNITS_LAYER @audit"
    )

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return not parameters.has_value("VALUES")

    def read_inputs(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read_inputs(parameters)
        # Refuse an unknown column before the run.
        parse_value_table(inputs.tables["VALUES"]).value_index(parameters.text_value("COLUMN"))
        return inputs

    def execute(self, run: RunContext, inputs: DatedInputs) -> None:
        path = run.raster_path("CHANGE_MAP")
        folder = run.optional_folder_path("DENSITY_FOLDER")
        series = self.load_series(run, inputs)
        table = read_value_table(run, inputs, series)
        values = match_class_values(run, table, series, table.value_index(run.text_value("COLUMN")))
        spans = create_periods(inputs.dates)
        if folder:
            run.drafts.stage_folder(folder)
        units = self.create_units(run, inputs, series)
        writer = self.create_raster_writer(run, series)
        rasters = create_value_rasters(writer, path, folder, spans[-1], values)
        consumers = [*rasters.densities, rasters.change]
        census = self.count_cells(run, inputs, series, spans, consumers, units=units)
        results = ValueResults(series, census, values, rasters)
        log_zero_values(run, table, values, present_classes(census))
        self.write_audit(run, results, results.consistency_checks)
        for name, rows, attribute in results.TABLES:
            self.write_result_table(run, name, rows, census, results.row_builder(attribute))
        self.write_units(run, units, census, total_columns(results.dates, values))
        title = tr("{name} per ha, {year}")
        shown = [
            (str(r.tiff.path), title.format(name=values.shown, year=r.date.label))
            for r in reversed(rasters.densities)
        ]
        load_rasters(run, "DENSITY_FOLDER", shown)
