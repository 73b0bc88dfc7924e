"""What an algorithm on values per hectare reads besides the rest: the table, and which is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsProcessingParameterString

from ...core.base.messages import Notes
from ...core.results.value_rasters import ValueRasters
from ...core.scan.series import Series
from ...core.scheme.classes import LandClass
from ...core.scheme.values import (
    ClassValues,
    ValueTable,
    match_values,
    note_counted,
    read_values,
    require_some,
)
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dated import DatedAlgorithm, DatedInputs
from ..given import Given
from ..loading import show_rasters
from ..run import Run
from ..scheme import table_of
from ..tables import table_parameter


@dataclass(frozen=True)
class ValueInputs(DatedInputs):
    """What a run on dated rasters works with, and values per hectare.

    Attributes:
        values: the table.
        place: of the value that rasters show.
    """

    values: ValueTable
    place: int


class ValueReader(DatedAlgorithm):
    """An algorithm on values per hectare; named before SeriesAlgorithm as a base.

    The default values are of classes of the scheme; those of one's own may be of any.
    """

    USES_SCHEME = True

    def needs_scheme(self, given: Given) -> bool:
        return not given.has("VALUES")

    def read(self, given: Given) -> ValueInputs:
        inputs = super().read(given)
        values = read_values(table_of(inputs.tables, "VALUES"))
        place = values.place_of(given.text("COLUMN"))
        return ValueInputs(**vars(inputs), values=values, place=place)

    def class_values(self, run: Run, inputs: ValueInputs, series: Series) -> ClassValues:
        """The values by class; what is not used goes into the log.

        Raises:
            DataError: the table names classes that the run lacks.
        """
        return matched_values(run, inputs.values, series, inputs.place)

    def note_missing(
        self, run: Run, inputs: ValueInputs, values: ClassValues, found: Sequence[LandClass]
    ) -> None:
        """Tell after the pass which classes count 0.

        Args:
            found: the classes that occur.
        """
        tell_counted(run, inputs.values, values, found)


def matched_values(run: Run, table: ValueTable, series: Series, place: int = 0) -> ClassValues:
    """The values by class; what is not used goes into the log.

    Args:
        place: of the value that rasters show.

    Raises:
        DataError: the table names classes that the run lacks.
    """
    notes = Notes()
    values = match_values(table, place, series.classes, notes)
    if series.named_classes:
        require_some(values, table.table, series.named_classes)
    run.log(notes)
    return values


def tell_counted(
    run: Run, table: ValueTable, values: ClassValues, found: Sequence[LandClass]
) -> None:
    """Tell after the pass which of the classes that occur count 0."""
    notes = Notes()
    note_counted(values, table.table, found, notes)
    run.log(notes)


def add_value_table(algorithm: CarbonZonesAlgorithm) -> None:
    """VALUES."""
    algorithm.add(
        table_parameter("VALUES", tr("Values per hectare")),
        tr(
            "Table with the column class (a key or name, or the value itself where nobody names "
            "the values), and columns of numbers: what a hectare of the class has. A column source "
            "says in words where they are from. Without it the carbon densities of Yang et al. "
            "2022, which Export scheme tables writes."
        ),
    )


def add_value_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """VALUES and COLUMN."""
    add_value_table(algorithm)
    algorithm.add(
        QgsProcessingParameterString("COLUMN", tr("Value of the rasters"), optional=True),
        tr("The column of the table that the rasters show. Without it the first one of numbers."),
    )


def show_densities(run: Run, rasters: ValueRasters, values: ClassValues) -> None:
    """In the application, show the rasters of the dates when the run is over."""
    title = tr("{name} per ha, {year}")
    show_rasters(
        run,
        "DENSITY_FOLDER",
        [
            (str(r.tiff.path), title.format(name=values.shown, year=r.date.label))
            for r in rasters.densities
        ],
    )
