"""Totals of values per hectare by class, their change, and contributions of conversions.

Includes all results of a run of values per hectare, with rasters of the values and of
their change.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ..base.dates import Date, Period, elapsed_years
from ..base.messages import Message, Term
from ..base.numbers import FloatArray, compute_percent, safe_divide, sum_by_sign
from ..base.table import Row, Table
from ..scan.block import Block
from ..scan.cell_raster import (
    NODATA,
    SIGNIFICANT_DIGITS,
    ClassPairRaster,
    ValueRaster,
    round_significant,
)
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import RasterWriter
from ..scan.count_result import CountResult, TransitionCube
from ..scan.series import Series
from ..scan.units import UnitColumns, date_suffixes, sanitize_key
from ..scheme.classes import LandClass
from ..scheme.values_per_hectare import ClassValues
from .closure import SIGN_LABELS, Check
from .results import Results

TOTALS = "year value_name class area_ha per_ha total"
CHANGES = "period years value_name before after change change_per_year change_pct"
CONTRIBUTIONS = "period value_name from_class to_class area_ha change contribution_pct"


def total_rows(dates: Sequence[Date], census: CountResult, values: ClassValues) -> Table:
    """Return the TOTALS table: area of each class at each date times its values per hectare.

    A row per date, value and class that occurs at any date. V_t = sum over classes of area x
    value (IPCC 2006, volume 4, equation 2.5: C_t, stock-difference method).
    """
    classes, present, parts = present_classes(census), census.present_classes, []
    per_ha = values.values_per_hectare(census.cube.classes)
    for date, hectares in zip(dates, _class_hectares(census)):
        for column, name in enumerate(values.names):
            area, of_class = hectares[present], per_ha[present, column]
            head = {"year": date.label, "value_name": name, "class": [c.name for c in classes]}
            cells = {"area_ha": area, "per_ha": of_class, "total": area * of_class}
            parts.append(Table({**head, **cells}))
    return Table.concatenate_tables(parts, TOTALS)


def total_columns(dates: Sequence[Date], values: ClassValues) -> UnitColumns:
    """Return the columns of a unit with its totals by date and value."""

    def totals(census: CountResult) -> list[float]:
        per_ha, hectares = values.values_per_hectare(census.cube.classes), _class_hectares(census)
        return [fsum(areas * per_ha[:, n]) for areas in hectares for n in range(len(values.names))]

    names = [
        f"total_{date}_{sanitize_key(n)}" for date in date_suffixes(dates) for n in values.names
    ]
    headings = [f"{n} {d.label}" for d in dates for n in values.names]
    return UnitColumns(names, headings, totals, digits=2, measure="")


def _class_hectares(census: CountResult) -> list[FloatArray]:
    """Return the hectares of valid cells by class index, for each date."""
    return [tally.hectares[FIRST_CLASS_CODE:] for tally in census.dates.common]


def present_classes(census: CountResult) -> list[LandClass]:
    """Return the classes that occur at any date, in table order."""
    return [census.cube.classes[class_index] for class_index in census.present_classes]


def value_change_rows(dates: Sequence[Date], census: CountResult, values: ClassValues) -> list[Row]:
    """Return the CHANGES table: totals at the first and last date of each period, by value.

    Change and change per year follow the stock-difference method, (C_t2 - C_t1) and the
    same divided by (t2 - t1) (IPCC 2006, volume 4, equation 2.5).

    The change is summed over conversions instead of subtracting two large sums, so that it
    is exactly 0 without change. The percentage refers to the absolute initial value.
    """
    cube, hectares = census.cube, _class_hectares(census)
    per_ha = values.values_per_hectare(cube.classes)
    rows = []
    for period, _, matrix in cube.iterate_periods():
        years = elapsed_years(dates, period) or None
        for column, name in enumerate(values.names):
            per_class = per_ha[:, column]
            before, after = (fsum(hectares[n] * per_class) for n in (period.earlier, period.later))
            change = fsum((matrix * (per_class[np.newaxis, :] - per_class[:, np.newaxis])).ravel())
            rates = change / years if years else None, compute_percent(change, abs(before))
            cells = period.name, years, name, before, after, change, *rates
            rows.append(dict(zip(CHANGES.split(), cells)))
    return rows


def changes_by_name(rows: Sequence[Row]) -> dict[tuple[str, str], float]:
    """Return the changes by the names of period and value."""
    return {(row["period"], row["value_name"]): row["change"] for row in rows}


def _group_amounts(
    rows: Sequence[Row], at: str, amount: str
) -> Mapping[tuple[str, str], list[float]]:
    """Return the amounts of a column grouped by date or period and value name."""
    amounts = defaultdict[tuple[str, str], list[float]](list)
    for row in rows:
        amounts[row[at], row["value_name"]].append(row[amount])
    return amounts


def value_checks(
    dates: Sequence[Date],
    census: CountResult,
    values: ClassValues,
    totals: Sequence[Row],
    changes: Sequence[Row],
) -> list[Check]:
    """Return checks of totals against the matrix of each period, and of changes against totals.

    Positive and negative values are summed apart or on opposite sides: they may cancel out.
    """
    cube, checks, by_date = census.cube, [], _group_amounts(totals, "year", "total")
    per_ha = values.values_per_hectare(cube.classes)
    rows = {(row["period"], row["value_name"]): row for row in changes}
    for period, _, matrix in cube.iterate_periods():
        for column, name in enumerate(values.names):
            row = rows[period.name, name]
            sides = []
            ends = (period.earlier, 1, row["before"]), (period.later, 0, row["after"])
            for date_index, axis, sum_of_all in ends:
                of = {"name": name, "date": dates[date_index].label}
                counted = sum_by_sign(matrix.sum(axis=axis) * per_ha[:, column])
                above, below = sum_by_sign(by_date[of["date"], name])
                above_0 = Message("{name}, {date}: sum of positive totals = matrix × value", **of)
                below_0 = Message("{name}, {date}: sum of negative totals = matrix × value", **of)
                whole = Message("{name}, {date}: sum of totals = value in CHANGES", **of)
                checks += [
                    Check(period.name, above_0, counted[0], above),
                    Check(period.name, below_0, counted[1], below),
                    Check(period.name, whole, above - below, sum_of_all - 2 * below),
                ]
                sides.append((above, below))
            (above_before, below_before), (above_after, below_after) = sides
            up, down = sum_by_sign([row["change"]])
            what = Message("{name}: initial value + change = final value", name=name)
            left, right = above_before + up - below_after, above_after - down - below_before
            checks.append(Check(period.name, what, left, right))
    return checks


def contribution_rows(cube: TransitionCube, values: ClassValues) -> Table:
    """Return the CONTRIBUTIONS table: change by conversion, and its share in all changes.

    Contribution of i to j = 100 (V_j - V_i) C_ij / sum |(V_j - V_i) C_ij|, over all
    conversions of the period, with V the value per hectare and C the area; the absolute
    contributions sum to 100. The literature calls it the ecological contribution rate of
    land-use change.

    Rows are by period and value, largest absolute change first. The contribution is None if
    no conversion changes the value.
    """
    per_ha, parts = values.values_per_hectare(cube.classes), []
    names = np.array([c.name for c in cube.classes], object)
    for period, cells, hectares in cube.iterate_periods():
        pairs = np.array([(i, j) for i, j in cube.present_pairs(cells) if i != j], np.intp).reshape(
            -1, 2
        )
        for column, name in enumerate(values.names):
            value, (i, j) = per_ha[:, column], pairs.T
            changes = hectares[i, j] * (value[j] - value[i])
            ranks = np.argsort(-np.abs(changes), kind="stable")
            columns = {
                "period": period.name,
                "value_name": name,
                "from_class": names[i],
                "to_class": names[j],
                "area_ha": hectares[i, j],
                "change": changes,
                "contribution_pct": safe_divide(100.0 * changes, fsum(np.abs(changes))),
            }
            parts.append(Table(columns)[ranks])
    return Table.concatenate_tables(parts, CONTRIBUTIONS)


def contribution_checks(
    rows: Sequence[Row], changes: Mapping[tuple[str, str], float]
) -> list[Check]:
    """Return checks by period, value: contributions sum to the change, absolute ones to 100 %."""
    checks = []
    by_value = defaultdict[tuple[str, str], list[Row]](list)
    for row in rows:
        by_value[row["period"], row["value_name"]].append(row)
    for (period, name), change in changes.items():
        of_value = by_value[period, name]
        parts = fsum(row["change"] for row in of_value)
        what = Message("{name}: sum of changes by conversion = total change", name=name)
        checks.append(Check(period, what, change, parts))
        shares = [r["contribution_pct"] for r in of_value if r["contribution_pct"] is not None]
        if shares:
            what = Message("{name}: sum of absolute contributions = 100 %", name=name)
            checks.append(Check(period, what, 100.0, fsum(map(abs, shares))))
    return checks


NO_CHANGE_LABEL = Term("No change")


class ValueDensityRaster(ValueRaster):
    """Raster of the value per hectare at one date."""

    def __init__(
        self, writer: RasterWriter, path: str | Path, date_index: int, values: ClassValues
    ):
        self.date = writer.series.dates[date_index]
        self._date_index, self._values = date_index, values
        title = Message("{name} per hectare, {date}", name=values.shown, date=self.date.label)
        period = Period(date_index, date_index, self.date.label)
        tiff = writer.create_geotiff(path, period, title, np.float64, NODATA)
        super().__init__(tiff, writer.series.area)
        # In the temporal controller a date is shown until the next one.
        for later in writer.series.dates[date_index + 1 : date_index + 2]:
            name = f"{self.date.label}-{later.label}"
            writer.periods[Path(path)] = Period(date_index, date_index + 1, name)

    def compute_values(self, block: Block) -> FloatArray:
        table = np.zeros(block.n_codes)
        table[FIRST_CLASS_CODE:] = _raster_values(self._values, block.classes)
        return table[block.codes[self._date_index]]

    def finalize_results(self, census: CountResult) -> None:
        """Write a legend row for each value, with the classes that have it."""
        classes = census.cube.classes
        cells = census.dates.common[self._date_index].cells[FIRST_CLASS_CODE:]
        shown = _raster_values(self._values, list(classes))
        names: dict[float, list[str]] = {}
        for class_index in classes.table_order():
            if cells[class_index]:
                names.setdefault(float(shown[class_index]), []).append(classes[class_index].name)
        self.close_with_labels(
            lambda value: f"{', '.join(names[value])}, {value:.{SIGNIFICANT_DIGITS}g}"
        )


class ValueChangeRaster(ValueRaster, ClassPairRaster):
    """Raster of the change in value per hectare over a period."""

    def __init__(self, writer: RasterWriter, path: str | Path, period: Period, values: ClassValues):
        self._no_change = writer.translate(NO_CHANGE_LABEL)

        def table(classes: list[LandClass]) -> FloatArray:
            per_class = values.values_per_hectare(classes)[:, values.shown_index]
            return round_significant(per_class[np.newaxis, :] - per_class[:, np.newaxis])

        title = Message(
            "Change in {name} per hectare, {period}", name=values.shown, period=period.name
        )
        tiff = writer.create_geotiff(path, period, title, np.float64, NODATA)
        ClassPairRaster.__init__(self, period, tiff, table)
        ValueRaster.__init__(self, tiff, writer.series.area)

    def finalize_results(self, census: CountResult) -> None:
        """Write a legend row for each change."""
        self.close_with_labels(
            lambda value: f"{value:+.{SIGNIFICANT_DIGITS}g}" if value else self._no_change
        )


def _raster_values(values: ClassValues, classes: list[LandClass]) -> FloatArray:
    """Return the raster value of each class."""
    return round_significant(values.values_per_hectare(classes)[:, values.shown_index])


class ValueRasters(NamedTuple):
    """Rasters written by a run: one per date, and the change."""

    densities: Sequence[ValueDensityRaster] = ()
    change: ValueChangeRaster | None = None


def create_value_rasters(
    writer: RasterWriter, path: str, folder: str, span: Period, values: ClassValues
) -> ValueRasters:
    """Return the rasters of a run; an empty path or folder gives none.

    Those of the dates go to the folder, named by year, or by number without one.
    """
    densities = []
    for date_index, date in enumerate(writer.series.dates if folder else ()):
        label = date.year.replace("-", "_") or str(date_index + 1)
        file = os.path.join(folder, f"density_{label}.tif")
        densities.append(ValueDensityRaster(writer, file, date_index, values))
    change = ValueChangeRaster(writer, path, span, values) if path else None
    return ValueRasters(densities, change)


def raster_checks(
    period: str, output: str, raster: ValueRaster, amounts: Iterable[float]
) -> list[Check]:
    """Return checks of value x area of cells written against a table; negative values apart."""
    template = Term("{output}: sum of value × area, {sign} = table")
    return [
        Check(period, Message(template, output=output, sign=sign), expected, written)
        for sign, expected, written in zip(
            SIGN_LABELS, sum_by_sign(amounts), sum_by_sign(raster.value_totals())
        )
    ]


class ValueResults(Results):
    """Results of a series with values per hectare."""

    # Output, columns, attribute.
    TABLES = (
        ("TOTALS", TOTALS, "totals"),
        ("CHANGES", CHANGES, "value_changes"),
        ("CONTRIBUTIONS", CONTRIBUTIONS, "contributions"),
    )

    def __init__(
        self,
        series: Series,
        census: CountResult,
        values: ClassValues,
        rasters: ValueRasters | None = None,
    ):
        super().__init__(series, census)
        self.values = values
        self.rasters = rasters or ValueRasters()

    def with_census(self, census: CountResult) -> ValueResults:
        return ValueResults(self.series, census, self.values)

    def row_builder(self, attribute: str) -> Callable[[CountResult], list[Mapping[str, object]]]:
        """Return a function that builds the rows of one of TABLES for the whole run or a unit."""
        return lambda census: getattr(
            self if census is self.census else self.with_census(census), attribute
        )

    @cached_property
    def totals(self) -> Table:
        return total_rows(self.dates, self.census, self.values)

    @cached_property
    def value_changes(self) -> list[Row]:
        return value_change_rows(self.dates, self.census, self.values)

    @cached_property
    def contributions(self) -> Table:
        return contribution_rows(self.cube, self.values)

    @cached_property
    def consistency_checks(self) -> list[Check]:
        shown = self.values.shown
        checks = [
            *super().consistency_checks,
            *value_checks(self.dates, self.census, self.values, self.totals, self.value_changes),
            *contribution_checks(self.contributions, changes_by_name(self.value_changes)),
        ]
        totals = _group_amounts(self.totals, "year", "total")
        for raster in self.rasters.densities:
            date = raster.date.label
            checks += raster_checks(date, "DENSITY_FOLDER", raster, totals[date, shown])
        if self.rasters.change:
            changes = _group_amounts(self.contributions, "period", "change")[
                self.full_period.name, shown
            ]
            checks += raster_checks(
                self.full_period.name, "CHANGE_MAP", self.rasters.change, changes
            )
        return checks
