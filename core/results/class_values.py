"""What land holds by values per hectare of its classes, how that changes, by which conversions.

All that a run of values per hectare found, with the rasters of values and of their change.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum
from pathlib import Path
from typing import TypedDict

import numpy as np

from ..base.dates import Date, Period, years_between
from ..base.messages import Message, Notes, Term
from ..base.numbers import Floats, by_sign, percent
from ..scan.block import Block
from ..scan.cell_raster import DIGITS, NODATA, PairRaster, ValueRaster, to_digits
from ..scan.class_codes import FIRST_CLASS
from ..scan.consumer import Consumer, RasterWriter
from ..scan.count_result import Census, TransitionCube
from ..scan.series import Series
from ..scan.units import UnitColumns, date_parts, key_part
from ..scheme.classes import LandClass
from ..scheme.values_per_hectare import ClassValues
from .closure import SIGNS, Check
from .results import Results

# A row of TOTALS; written so because `class` is a word of Python.
TotalRow = TypedDict(
    "TotalRow",
    {
        "year": str,
        "value_name": str,
        "class": str,
        "area_ha": float,
        "per_ha": float,
        "total": float,
    },
)


class ValueChangeRow(TypedDict):
    """A row of CHANGES."""

    period: str
    years: int | None
    value_name: str
    before: float
    after: float
    change: float
    change_per_year: float | None
    change_pct: float | None


def total_rows(dates: Sequence[Date], census: Census, values: ClassValues) -> list[TotalRow]:
    """TOTALS: hectares of each class at each date, times its values per hectare.

    V_t = sum over classes of area x value (IPCC 2006, volume 4, equation 2.5: C_t of the
    stock-difference method).

    Returns:
        A row for every date, value and class that occurs at any date.
    """
    classes, hectares = census.cube.classes, _hectares(census)
    per_ha, present = values.per_hectare(classes), census.present
    return [
        {
            "year": date.label,
            "value_name": name,
            "class": classes[class_index].name,
            "area_ha": float(hectares[date_index][class_index]),
            "per_ha": float(per_ha[class_index, column]),
            "total": float(hectares[date_index][class_index] * per_ha[class_index, column]),
        }
        for date_index, date in enumerate(dates)
        for column, name in enumerate(values.names)
        for class_index in present
    ]


def total_columns(dates: Sequence[Date], values: ClassValues) -> UnitColumns:
    """Of a unit: what its land holds at each date, by value."""

    def totals(census: Census) -> list[float]:
        per_ha, hectares = values.per_hectare(census.cube.classes), _hectares(census)
        return [fsum(areas * per_ha[:, n]) for areas in hectares for n in range(len(values.names))]

    return UnitColumns(
        [f"total_{date}_{key_part(n)}" for date in date_parts(dates) for n in values.names],
        [
            Message("{value} {year}", value=name, year=date.label)
            for date in dates
            for name in values.names
        ],
        totals,
        digits=2,
        measure="",
    )


def value_notes(rows: Sequence[ValueChangeRow]) -> Notes:
    """What became of the values in each period, for the log."""
    notes = Notes()
    for row in rows:
        notes.inform(
            "{period}: {name} from {before:,.2f} to {after:,.2f}, a change of {change:+,.2f}.",
            period=row["period"],
            name=row["value_name"],
            before=row["before"],
            after=row["after"],
            change=row["change"],
        )
    return notes


def _hectares(census: Census) -> list[Floats]:
    """Per date, hectares by class index over the cells that count."""
    return [tally.hectares[FIRST_CLASS:] for tally in census.dates.common]


def classes_found(census: Census) -> list[LandClass]:
    """The classes that occur at any date, in the tables' order."""
    return [census.cube.classes[class_index] for class_index in census.present]


def value_change_rows(
    dates: Sequence[Date], census: Census, values: ClassValues
) -> list[ValueChangeRow]:
    """CHANGES: what all land holds at the first and the last date of each period, by value.

    Change and change per year are those of the stock-difference method, (C_t2 - C_t1) and that
    over (t2 - t1) (IPCC 2006, volume 4, equation 2.5).

    The change is added up from the conversions, not taken as a difference of two large sums, so
    that no change is exactly 0. In per cent it is of the amount before, whatever its sign.
    """
    cube, hectares = census.cube, _hectares(census)
    per_ha = values.per_hectare(cube.classes)
    rows: list[ValueChangeRow] = []
    for period, _, matrix in cube.by_period():
        years = years_between(dates, period) or None
        for column, name in enumerate(values.names):
            per_class = per_ha[:, column]
            before, after = (fsum(hectares[n] * per_class) for n in (period.earlier, period.later))
            change = fsum((matrix * (per_class[np.newaxis, :] - per_class[:, np.newaxis])).ravel())
            rows.append(
                {
                    "period": period.name,
                    "years": years,
                    "value_name": name,
                    "before": before,
                    "after": after,
                    "change": change,
                    "change_per_year": change / years if years else None,
                    "change_pct": percent(change, abs(before)),
                }
            )
    return rows


def changes_by_name(rows: Sequence[ValueChangeRow]) -> dict[tuple[str, str], float]:
    """The changes by the period's and the value's name."""
    return {(row["period"], row["value_name"]): row["change"] for row in rows}


def totals_at(rows: Sequence[TotalRow], date: Date, name: str) -> list[float]:
    """The totals of the classes at a date, of one value."""
    return [row["total"] for row in rows if (row["year"], row["value_name"]) == (date.label, name)]


def value_checks(
    dates: Sequence[Date],
    census: Census,
    values: ClassValues,
    totals: Sequence[TotalRow],
    changes: Sequence[ValueChangeRow],
) -> list[Check]:
    """The totals against the matrices of every period, and the changes against the totals.

    What is above 0 and what is below are added up apart, or stand on two sides. A sum of both may
    be far smaller than its parts, and then says nothing about how exactly these agree.
    """
    cube, checks = census.cube, []
    per_ha = values.per_hectare(cube.classes)
    rows = {(row["period"], row["value_name"]): row for row in changes}
    for period, _, matrix in cube.by_period():
        for column, name in enumerate(values.names):
            row = rows[period.name, name]
            sides = []
            for date_index, axis, sum_of_all in (
                (period.earlier, 1, row["before"]),
                (period.later, 0, row["after"]),
            ):
                of = {"name": name, "date": dates[date_index].label}
                counted = by_sign(matrix.sum(axis=axis) * per_ha[:, column])
                above, below = by_sign(totals_at(totals, dates[date_index], name))
                above_0 = Message("totals of {name} {date} above 0 = matrix x value", **of)
                below_0 = Message("totals of {name} {date} below 0 = matrix x value", **of)
                whole = Message("totals of {name} {date} = CHANGES", **of)
                checks += [
                    Check(period.name, above_0, counted[0], above),
                    Check(period.name, below_0, counted[1], below),
                    Check(period.name, whole, above - below, sum_of_all - 2 * below),
                ]
                sides.append((above, below))
            (above_before, below_before), (above_after, below_after) = sides
            up, down = by_sign([row["change"]])
            what = Message("{name} before + change = after", name=name)
            checks.append(
                Check(
                    period.name,
                    what,
                    above_before + up - below_after,
                    above_after - down - below_before,
                )
            )
    return checks


class ContributionRow(TypedDict):
    """A row of CONTRIBUTIONS."""

    period: str
    value_name: str
    from_class: str
    to_class: str
    area_ha: float
    change: float
    contribution_pct: float | None


def contribution_rows(cube: TransitionCube, values: ClassValues) -> list[ContributionRow]:
    """CONTRIBUTIONS: the change by each conversion that occurs, and its share of all of them.

    Contribution of i to j = 100 (V_j - V_i) C_ij / sum |(V_j - V_i) C_ij|, over all conversions of
    the period, with V the value per hectare and C the area: so the absolute contributions add up
    to 100. It is the ecological contribution rate of land-use change in the literature.

    Returns:
        By period and value; within these the largest first, by size without sign. The contribution
        is None where no conversion changes anything.
    """
    per_ha, classes = values.per_hectare(cube.classes), cube.classes
    rows: list[ContributionRow] = []
    for period, cells, hectares in cube.by_period():
        pairs = [(i, j) for i, j in cube.pairs(cells) if i != j]
        for column, name in enumerate(values.names):
            value = per_ha[:, column]
            changes = [float(hectares[i, j] * (value[j] - value[i])) for i, j in pairs]
            whole = fsum(map(abs, changes))
            ranked = sorted(zip(pairs, changes), key=lambda ranked_pair: -abs(ranked_pair[1]))
            rows += [
                {
                    "period": period.name,
                    "value_name": name,
                    "from_class": classes[i].name,
                    "to_class": classes[j].name,
                    "area_ha": float(hectares[i, j]),
                    "change": change,
                    "contribution_pct": percent(change, whole),
                }
                for (i, j), change in ranked
            ]
    return rows


def changes_by_conversion(rows: Sequence[ContributionRow], period: str, name: str) -> list[float]:
    """The changes of one value over a period."""
    return [row["change"] for row in rows if (row["period"], row["value_name"]) == (period, name)]


def contribution_checks(
    rows: Sequence[ContributionRow], changes: Mapping[tuple[str, str], float]
) -> list[Check]:
    """The rows against the whole changes, and their sum without signs against 100.

    Args:
        changes: by the period's and the value's name, in the unit of the value.
    """
    checks = []
    for (period, name), change in changes.items():
        of_value = [row for row in rows if (row["period"], row["value_name"]) == (period, name)]
        parts = fsum(row["change"] for row in of_value)
        what = Message("changes of {name} by conversion = change", name=name)
        checks.append(Check(period, what, change, parts))
        shares = [r["contribution_pct"] for r in of_value if r["contribution_pct"] is not None]
        if shares:
            what = Message("contributions to {name} without signs = 100 %", name=name)
            checks.append(Check(period, what, 100.0, fsum(map(abs, shares))))
    return checks


NO_CHANGE = Term("No change")


class ValueDensityRaster(ValueRaster):
    """The value per hectare of each cell at one date."""

    def __init__(
        self, writer: RasterWriter, path: str | Path, date_index: int, values: ClassValues
    ):
        self.date = writer.series.dates[date_index]
        self._date_index, self._values = date_index, values
        title = Message("{name} per ha, {date}", name=values.shown, date=self.date.label)
        period = Period(date_index, date_index, self.date.label)
        tiff = writer.tiff(path, period, title, np.float64, NODATA)
        super().__init__(tiff, writer.series.area)
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
        self._no_change = writer.words(NO_CHANGE)

        def table(classes: list[LandClass]) -> Floats:
            per_class = values.per_hectare(classes)[:, values.shown_index]
            return to_digits(per_class[np.newaxis, :] - per_class[:, np.newaxis])

        title = Message("Change of {name} per ha, {period}", name=values.shown, period=period.name)
        tiff = writer.tiff(path, period, title, np.float64, NODATA)
        PairRaster.__init__(self, period, tiff, table)
        ValueRaster.__init__(self, tiff, writer.series.area)

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
