"""What land holds by values per hectare of its classes, how that changes, by which conversions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import TypedDict

import numpy as np

from ..base.dates import Date, years_between
from ..base.messages import Message, Notes
from ..base.numbers import Floats, by_sign, percent
from ..scan.census import Census, TransitionCube
from ..scan.coding import FIRST_CLASS
from ..scan.units import UnitColumns, date_parts, key_part
from ..scheme.classes import LandClass
from ..scheme.values import ClassValues
from .closure import Check

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
