"""Raster values by class and age: recovery of reclaimed land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import check_value_rasters, read_value_rasters
from ..core.base.data_dictionary import get_table_fields
from ..core.base.dates import resolve_series_years
from ..core.base.messages import Notes, Term
from ..core.chronosequence.chronosequence import (
    BY_AGE,
    BY_CLASS,
    BY_STATUS,
    Chronosequence,
    recovery_columns,
)
from ..core.chronosequence.value_rasters import (
    check_layer_values,
    note_disturbing_classes,
    prepare_value_layers,
)
from ..core.raster.source import RasterInput
from ..core.results.results import Results


@dataclass(frozen=True)
class ValueInputs(DatedInputs):
    """Inputs of a run: dated land use, and value rasters, earliest first."""

    values: Sequence[RasterInput]


class RasterValues(SeriesAlgorithm):
    """Summary of value rasters by class, status and age of reclaimed land."""

    ID = "rastervalues"
    GROUP = "mine"
    NEEDS_ALL_NAMED = True
    USES_SCHEME = True
    TAKES_UNITS = True
    years_of = staticmethod(resolve_series_years)
    NAME = Term("Raster values by class and age")
    SUMMARY = Term(
        "Compares biomass, NPP or other raster values of reclaimed land, by age, with "
        "never-mined land."
    )
    TAGS = Term(
        "chronosequence,recovery,zonal statistics,biomass,NPP,NDVI,soil carbon,reclamation,age,"
        "space for time,mine"
    )
    HELP = Term(
        "Summarises value rasters, such as biomass, NPP, NDVI or soil carbon (mean, "
        "dispersion, extremes): by class, with or without mines; by status of mined land; "
        "and by years since reclamation, compared with never-mined land of the same class "
        "(chronosequence). Status and age require classes with groups: mined land is group "
        "mine, or the groups in TAKING_GROUPS; reclaimed land is formerly mined land of "
        "group sink.\n\n"
        "Each value raster is combined with the land use of its year, otherwise of the "
        "latest earlier date (see log); status and age refer to its year and use only the "
        "dates up to that year. Values are sampled at the centres of the land-use cells; "
        "coarser value cells are shared by several classes and ages.\n\n"
        "Age classes are different sites, so inferences about recovery depend on how similar "
        "the sites are. Cells must be valid at all land-use dates."
    )
    DECLARES = (
        "LAYERS YEARS @shared VALUE_LAYERS VALUE_YEARS VALUE_BAND VALUE_NODATA @units "
        "TAKING_GROUPS BY_CLASS BY_AGE BY_STATUS REPORT UNITS_LAYER @audit "
        "RECLAIMED_PCT_OF_UNDISTURBED"
    )

    def check_parameters(self, parameters: RunParameters) -> None:
        check_value_rasters(parameters)
        super().check_parameters(parameters)

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return parameters.has_value("BY_AGE", "BY_STATUS")

    def read_inputs(self, parameters: RunParameters) -> ValueInputs:
        inputs = super().read_inputs(parameters)
        return ValueInputs(**vars(inputs), values=read_value_rasters(parameters, inputs.dates))

    def execute(self, run: RunContext, inputs: ValueInputs) -> None:
        page = run.page_path("REPORT")
        series = self.load_series(run, inputs)
        disturbing, notes = inputs.disturbing, Notes()
        if hidden := disturbing.hidden_mines_warning(series.named_classes):
            run.add_warning(hidden)
        note_disturbing_classes(disturbing, series.named_classes, notes)
        layers = prepare_value_layers(series, inputs.values, disturbing, notes)
        run.log_notes(notes)
        units = self.create_units(run, inputs, series)
        census = self.count_cells(
            run, inputs, series, [], [layer.measured for layer in layers], units=units
        )
        run.log_notes(check_layer_values(layers, series, run.should_continue))
        sequence = Chronosequence.from_layers(layers, inputs.dates, series.classes)
        results = Results(series, census, sequence.consistency_checks(census))
        self.write_audit(run, results, results.consistency_checks)
        of = sequence.create_count_lookup(units)
        self.write_result_table(
            run, "BY_CLASS", get_table_fields(BY_CLASS), census, lambda part: of(part).class_table
        )
        self.write_result_table(
            run, "BY_AGE", get_table_fields(BY_AGE), census, lambda part: of(part).age_table
        )
        self.write_result_table(
            run,
            "BY_STATUS",
            get_table_fields(BY_STATUS),
            census,
            lambda part: of(part).status_table,
        )
        self.write_units(run, units, census, recovery_columns(layers, of))
        if page:
            from ..core.chronosequence.page import chronosequence_page

            make = partial(chronosequence_page, results, sequence, disturbing.quoted_groups)
            run.write_page(page, make)
        run.log_notes(sequence.notes())
        run.set_numeric_outputs(sequence.key_figures)
