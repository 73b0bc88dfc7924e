"""All that a run of values per hectare found, with the rasters of values and of their change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ..base.dates import Period
from ..base.messages import Message, Term
from ..base.numbers import Floats, by_sign
from ..scan.block import Block
from ..scan.cell_raster import DIGITS, NODATA, PairRaster, ValueRaster, Written, to_digits
from ..scan.census import Census
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import Consumer, RasterWriter
from ..scan.series import Series
from ..scheme.classes import LandClass
from ..scheme.values import ClassValues
from .class_values import (
    ContributionRow,
    TotalRow,
    ValueChangeRow,
    changes_by_conversion,
    changes_by_name,
    contribution_checks,
    contribution_rows,
    total_rows,
    totals_at,
    value_change_rows,
    value_checks,
)
from .closure import SIGNS, Check
from .results import Results

NO_CHANGE = Term("No change")


class ValueDensityRaster(ValueRaster):
    """The value per hectare of each cell at one date."""

    def __init__(
        self, writer: RasterWriter, path: str | Path, date_index: int, values: ClassValues
    ):
        self.date = writer.series.dates[date_index]
        self._date_index, self._values = date_index, values
        self.written = Written(writer.series.area)
        title = Message("{name} per ha, {date}", name=values.shown, date=self.date.label)
        period = Period(date_index, date_index, self.date.label)
        super().__init__(writer.tiff(path, period, title, np.float64, NODATA))
        # In the application a date shows until the next one.
        for later in writer.series.dates[date_index + 1 : date_index + 2]:
            name = f"{self.date.label}-{later.label}"
            writer.periods[Path(path)] = Period(date_index, date_index + 1, name)

    def values(self, block: Block) -> Floats:
        table = np.zeros(block.n_codes)
        table[FIRST_CLASS:] = _shown(self._values, block.classes)
        return table[block.codes[self._date_index]]

    def finish(self, census: Census) -> None:
        """A row of the legend for each value, with the classes that have it."""
        classes, cells = (
            census.cube.classes,
            census.dates.common[self._date_index].cells[FIRST_CLASS:],
        )
        shown = _shown(self._values, list(classes))
        names: dict[float, list[str]] = {}
        for class_index in classes.order():
            if cells[class_index]:
                names.setdefault(float(shown[class_index]), []).append(classes[class_index].name)
        self.label(lambda value: f"{', '.join(names[value])}, {value:.{DIGITS}g}")


class ChangeRaster(ValueRaster, PairRaster):
    """What each cell has more per hectare at the end of a period than at its start."""

    def __init__(self, writer: RasterWriter, path: str | Path, period: Period, values: ClassValues):
        self.written = Written(writer.series.area)
        self._no_change = writer.words(NO_CHANGE)

        def table(classes: list[LandClass]) -> Floats:
            per_class = values.per_hectare(classes)[:, values.shown_index]
            return to_digits(per_class[np.newaxis, :] - per_class[:, np.newaxis])

        title = Message("Change of {name} per ha, {period}", name=values.shown, period=period.name)
        tiff = writer.tiff(path, period, title, np.float64, NODATA)
        PairRaster.__init__(self, period, tiff, table)

    def finish(self, census: Census) -> None:
        """A row of the legend for each change."""
        self.label(lambda value: f"{value:+.{DIGITS}g}" if value else self._no_change)


def _shown(values: ClassValues, classes: list[LandClass]) -> Floats:
    """By class, what a raster shows."""
    return to_digits(values.per_hectare(classes)[:, values.shown_index])


@dataclass(frozen=True)
class ValueRasters:
    """Those that a run writes: one per date, and that of the change."""

    densities: Sequence[ValueDensityRaster]
    change: ChangeRaster | None

    @property
    def consumers(self) -> list[Consumer]:
        return [*self.densities, *([self.change] if self.change else [])]


def value_rasters(
    writer: RasterWriter, path: str, folder: str, span: Period, values: ClassValues
) -> ValueRasters:
    """The rasters of a run; '' in place of a path is for none.

    Args:
        folder: gets those of the dates, called after their years, or their numbers where one has
            none.
    """
    densities = []
    for date_index, date in enumerate(writer.series.dates if folder else ()):
        label = date.year.replace("-", "_") or str(date_index + 1)
        file = os.path.join(folder, f"density_{label}.tif")
        densities.append(ValueDensityRaster(writer, file, date_index, values))
    change = ChangeRaster(writer, path, span, values) if path else None
    return ValueRasters(densities, change)


def raster_checks(
    period: str, output: str, raster: ValueRaster, amounts: Iterable[float]
) -> list[Check]:
    """Value x hectares of the cells that were written against the amounts of a table.

    Args:
        amounts: of the classes or conversions; what is below 0 is added up apart, since both may
            cancel each other.
    """
    checks = []
    for sign, expected, written in zip(SIGNS, by_sign(amounts), by_sign(raster.amounts())):
        what = Message("value x hectares of {output} {sign} = table", output=output, sign=sign)
        checks.append(Check(period, what, expected, written))
    return checks


class ValueResults(Results):
    """The results of a series, and what its land holds by values per hectare."""

    # Output, type of the rows, attribute.
    TABLES = (
        ("TOTALS", TotalRow, "totals"),
        ("CHANGES", ValueChangeRow, "value_changes"),
        ("CONTRIBUTIONS", ContributionRow, "contributions"),
    )

    def __init__(
        self,
        series: Series,
        census: Census,
        values: ClassValues,
        rasters: ValueRasters | None = None,
    ):
        super().__init__(series, census)
        self.values = values
        self.rasters = rasters or ValueRasters([], None)

    def of(self, census: Census) -> ValueResults:
        return ValueResults(self.series, census, self.values)

    def rows(self, attribute: str) -> Callable[[Census], list[Mapping[str, object]]]:
        """What gives the rows of one of TABLES, of the whole or of a unit."""
        return lambda census: getattr(self if census is self.census else self.of(census), attribute)

    @cached_property
    def totals(self) -> list[TotalRow]:
        return total_rows(self.dates, self.census, self.values)

    @cached_property
    def value_changes(self) -> list[ValueChangeRow]:
        return value_change_rows(self.dates, self.census, self.values)

    @cached_property
    def contributions(self) -> list[ContributionRow]:
        return contribution_rows(self.cube, self.values)

    @cached_property
    def checks(self) -> list[Check]:
        shown = self.values.shown
        checks = [
            *super().checks,
            *value_checks(self.dates, self.census, self.values, self.totals, self.value_changes),
            *contribution_checks(self.contributions, changes_by_name(self.value_changes)),
        ]
        for raster in self.rasters.densities:
            amounts = totals_at(self.totals, raster.date, shown)
            checks += raster_checks(raster.date.label, "DENSITY_FOLDER", raster, amounts)
        if self.rasters.change:
            amounts = changes_by_conversion(self.contributions, self.span.name, shown)
            checks += raster_checks(self.span.name, "CHANGE_MAP", self.rasters.change, amounts)
        return checks
