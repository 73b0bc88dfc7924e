"""Raster values by class and age: what comes back on reclaimed land, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..bridge.dated_algorithm import SeriesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.scheme import DatedInputs
from ..bridge.subjects.subject_inputs import check_values, value_inputs
from ..core.base.data_dictionary import fields_of
from ..core.base.dates import series_years
from ..core.base.messages import Notes, Term
from ..core.chronosequence.chronosequence import (
    BY_AGE,
    BY_CLASS,
    BY_STATUS,
    Chronosequence,
    recovered_columns,
)
from ..core.chronosequence.value_rasters import note_mines, require_values, value_layers
from ..core.raster.source import RasterInput
from ..core.results.results import Results


@dataclass(frozen=True)
class ValueInputs(DatedInputs):
    """What a run works with: land use by date, and rasters of values, earliest first."""

    values: Sequence[RasterInput]


class RasterValues(SeriesAlgorithm):
    """Measures rasters of values by class, by state, and by the age of reclaimed land."""

    ID = "rastervalues"
    GROUP = "mine"
    NEEDS_ALL_NAMED = True
    USES_SCHEME = True
    TAKES_UNITS = True
    years_of = staticmethod(series_years)
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

    def check(self, parameters: RunParameters) -> None:
        check_values(parameters)
        super().check(parameters)

    def needs_scheme(self, parameters: RunParameters) -> bool:
        return parameters.has("BY_AGE", "BY_STATUS")

    def read(self, parameters: RunParameters) -> ValueInputs:
        inputs = super().read(parameters)
        return ValueInputs(**vars(inputs), values=value_inputs(parameters, inputs.dates))

    def work(self, run: Run, inputs: ValueInputs) -> None:
        page = run.page("REPORT")
        series = self.open(run, inputs)
        disturbing, notes = inputs.disturbing, Notes()
        if hidden := disturbing.hidden_mines(series.named_classes):
            run.warn(hidden)
        note_mines(disturbing, series.named_classes, notes)
        layers = value_layers(series, inputs.values, disturbing, notes)
        run.log(notes)
        units = self.units(run, inputs, series)
        census = self.count(
            run, inputs, series, [], [layer.measured for layer in layers], units=units
        )
        run.log(require_values(layers, series, run.going_on))
        sequence = Chronosequence.of(layers, inputs.dates, series.classes)
        results = Results(series, census, sequence.checks(census))
        self.audit(run, results, results.checks)
        of = sequence.by_count(units)
        self.write(run, "BY_CLASS", fields_of(BY_CLASS), census, lambda part: of(part).by_class)
        self.write(run, "BY_AGE", fields_of(BY_AGE), census, lambda part: of(part).by_age)
        self.write(run, "BY_STATUS", fields_of(BY_STATUS), census, lambda part: of(part).by_status)
        self.write_units(run, units, census, recovered_columns(layers, of))
        if page:
            from ..core.chronosequence.page import chronosequence_page

            make = partial(chronosequence_page, results, sequence, disturbing.quoted)
            run.write_page(page, make)
        run.log(sequence.notes())
        run.write_key_figures(sequence.key_figures)
