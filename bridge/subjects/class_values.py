"""Values per hectare: their parameters, the table, and what rasters show of it."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.base.messages import Notes
from ...core.results.value_results import ValueRasters
from ...core.scan.series import Series
from ...core.scheme.classes import LandClass
from ...core.scheme.paper_densities import note_paper
from ...core.scheme.values import (
    CLASS_COLUMN,
    DENSITIES,
    SOURCE,
    ClassValues,
    ValueTable,
    match_values,
    note_counted,
    read_values,
    require_some,
)
from ...text import tr, translate
from ..dated import DatedInputs
from ..loading import show_rasters
from ..run import Run
from ..scheme import place_densities, table_of, with_table


def values_of(inputs: DatedInputs) -> ValueTable:
    """The table of values per hectare."""
    return read_values(table_of(inputs.tables, "VALUES"))


def taken_values(run: Run, inputs: DatedInputs, series: Series) -> ValueTable:
    """The table of values per hectare, which without VALUES may be the densities of the place."""
    densities = place_densities(run, series, "VALUES")
    if densities is None or not densities.classes:
        return values_of(inputs)
    run.log(densities.notes)
    run.provenance = with_table(run.provenance, "VALUES", densities.record, densities.for_people)
    table = densities.table(translate(densities.whose), (CLASS_COLUMN, *DENSITIES, SOURCE))
    return read_values(table) if table.rows else ValueTable(table, DENSITIES, [], ())


def matched_values(run: Run, table: ValueTable, series: Series, index: int = 0) -> ClassValues:
    """The values by class; what is not used goes into the log.

    `index`: of the value that rasters show.
    """
    notes = Notes()
    if table.table.is_default:
        note_paper(notes)
    values = match_values(table, index, series.classes, notes)
    if series.named_classes and table.rows:
        require_some(values, table.table, series.named_classes)
    run.log(notes)
    return values


def tell_counted(
    run: Run, table: ValueTable, values: ClassValues, occurring: Sequence[LandClass]
) -> None:
    """Tell after the pass which of the classes that occur count 0."""
    notes = Notes()
    note_counted(values, table.table, occurring, notes)
    run.log(notes)


def show_densities(run: Run, rasters: ValueRasters, values: ClassValues) -> None:
    """In the application, show the rasters of the dates when the run is over."""
    title = tr("{name} per ha, {year}")
    show_rasters(
        run,
        "DENSITY_FOLDER",
        [
            (str(r.tiff.path), title.format(name=values.shown, year=r.date.label))
            for r in reversed(rasters.densities)
        ],
    )
