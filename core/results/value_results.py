"""All that a run of values per hectare found: results of any series, and those of the values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from ..scan.census import Census
from ..scan.series import Series
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
from .closure import Check
from .results import Results
from .value_rasters import ValueRasters, raster_checks


class ValueResults(Results):
    """The results of a series, and what its land holds by values per hectare.

    Args:
        values: of the classes.
        rasters: that were written in the pass.
    """

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
        return [
            *super().checks,
            *value_checks(self.dates, self.census, self.values, self.totals, self.value_changes),
            *contribution_checks(self.contributions, changes_by_name(self.value_changes)),
            *self._raster_checks(),
        ]

    def _raster_checks(self) -> list[Check]:
        """The cells of the rasters against the tables."""
        checks, shown = [], self.values.shown
        for raster in self.rasters.densities:
            amounts = totals_at(self.totals, raster.date, shown)
            checks += raster_checks(raster.date.label, "DENSITY_FOLDER", raster, amounts)
        if self.rasters.change:
            amounts = changes_by_conversion(self.contributions, self.span.name, shown)
            checks += raster_checks(self.span.name, "CHANGE_MAP", self.rasters.change, amounts)
        return checks
