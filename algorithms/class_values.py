"""Values per hectare: totals by date, changes, and what each conversion of land contributes."""

from __future__ import annotations

from typing import ClassVar

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.loading import show_rasters
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import matched_values, taken_values, tell_counted
from ..core.base.dates import labels_apart, periods
from ..core.base.messages import Term
from ..core.results.class_values import ValueResults, classes_found, total_columns, value_rasters
from ..core.scheme.values_per_hectare import read_values
from ..text import tr


class ClassValueTotals(SeriesAlgorithm):
    """Hectares of the classes, times what a hectare of each has."""

    ID = "classvalues"
    GROUP = "carbon"
    LEAST_LAYERS = 2
    years_of = staticmethod(labels_apart)
    ONLY_FOR: ClassVar = {"COLUMN": ("CHANGE_MAP", "DENSITY_FOLDER")}
    TAKES_UNITS = True
    # The default values are of classes of the scheme; those of one's own may be of any.
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
        return not parameters.has("VALUES")

    def read(self, parameters: RunParameters) -> DatedInputs:
        inputs = super().read(parameters)
        # A wrong one is refused before the run.
        read_values(inputs.tables["VALUES"]).index_of(parameters.text("COLUMN"))
        return inputs

    def work(self, run: Run, inputs: DatedInputs) -> None:
        path = run.raster("CHANGE_MAP")
        folder = run.wanted_folder("DENSITY_FOLDER")
        series = self.open(run, inputs)
        table = taken_values(run, inputs, series)
        values = matched_values(run, table, series, table.index_of(run.text("COLUMN")))
        spans = periods(inputs.dates)
        if folder:
            run.drafts.folder(folder)
        units = self.units(run, inputs, series)
        writer = self.writer(run, series)
        rasters = value_rasters(writer, path, folder, spans[-1], values)
        consumers = [*rasters.densities, rasters.change]
        census = self.count(run, inputs, series, spans, consumers, units=units)
        results = ValueResults(series, census, values, rasters)
        tell_counted(run, table, values, classes_found(census))
        self.audit(run, results, results.checks)
        for name, rows, attribute in results.TABLES:
            self.write(run, name, rows, census, results.rows(attribute))
        self.write_units(run, units, census, total_columns(results.dates, values))
        title = tr("{name} per ha, {year}")
        shown = [
            (str(r.tiff.path), title.format(name=values.shown, year=r.date.label))
            for r in reversed(rasters.densities)
        ]
        show_rasters(run, "DENSITY_FOLDER", shown)
