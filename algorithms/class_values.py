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
from ..core.results.class_values import (
    ValueResults,
    classes_found,
    total_columns,
    value_notes,
    value_rasters,
)
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
        "Adds up any values per hectare by class, and tells which conversions changed them."
    )
    TAGS = Term(
        "value,density,carbon,stock,pool,ecosystem service,emission,coefficient,contribution,"
        "InVEST,land use"
    )
    HELP = Term(
        "Carbon densities, values of ecosystem services, emissions: whatever a hectare of each "
        "class has goes in as a table, with as many columns of numbers as you like. Works on land "
        "use of two dates or more.\n\n"
        "Totals: hectares x value of each class at each date. Changes: what all land has before "
        "and after each period, and over the whole span. Contributions: the change by each "
        "conversion, in per cent of all changes without their signs. The rasters show one of the "
        "values per hectare, at every date, and its change from the first date to the last.\n\n"
        "A class that the table does not name counts 0, and the log names it. Without a table the "
        "values are the carbon densities of soil and vegetation of arable land, forest and grass, "
        "in t C/ha: those of Yang et al. 2022 near their mine, elsewhere those of IPCC for the "
        "place. Values are the same at all dates: only land use changes.\n\n"
        "A cell counts when it is valid at all dates."
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
        run.log(value_notes(results.value_changes))
        for name, rows, attribute in results.TABLES:
            self.write(run, name, rows, census, results.rows(attribute))
        self.write_units(run, units, census, total_columns(results.dates, values))
        title = tr("{name} per ha, {year}")
        shown = [
            (str(r.tiff.path), title.format(name=values.shown, year=r.date.label))
            for r in reversed(rasters.densities)
        ]
        show_rasters(run, "DENSITY_FOLDER", shown)
