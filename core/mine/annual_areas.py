"""BY_YEAR, annual disturbed and reclaimed areas, and the area covered by rasters of years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..base.dates import Period, elapsed_years, has_all_years
from ..base.messages import DataError, Message, Notes, Term
from ..base.numbers import BoolArray, FloatArray, IntArray
from ..base.table import Table
from ..results.closure import Check
from ..scan.change_years import NO_YEAR, ChangeYears, YearRaster
from ..scheme.table import ALL_LABEL
from .mined_land import MinedLand
from .rasters import DIRECT, INDIRECT, RECLAIMED_KINDS, disturbed_in_period, reclaimed_kinds

BY_YEAR = (
    "year class disturbed_ha reclaimed_ha cumulative_disturbed_ha cumulative_reclaimed_ha "
    "disturbed_spread_ha reclaimed_spread_ha loss_tc"
)
DISTURBED_HA, RECLAIMED_HA, DISTURBED_SPREAD_HA, RECLAIMED_SPREAD_HA = AREA_COLUMNS = (
    "disturbed_ha",
    "reclaimed_ha",
    "disturbed_spread_ha",
    "reclaimed_spread_ha",
)
# Calendar years, offsets of common year rasters, and divisors of YYYYMMDD, YYYYDDD and YYYYMM.
CALENDAR_YEARS, COMMON_OFFSETS = range(1950, 2101), (0, 2000, 1900)
DATE_DIVISORS = 10_000, 1_000, 100
# Share of changed land with a year within its period, %: below the first a warning is given, below
# the second an error, if at least MIN_CELLS cells changed.
WARNING_DATED_PCT, ERROR_DATED_PCT, MIN_CELLS = 50.0, 5.0, 100


def reclaimed_in_period(land: MinedLand, step: Period) -> BoolArray:
    """Return which combinations became a sink after mining in a period."""
    kinds = [RECLAIMED_KINDS.index(kind) for kind in (DIRECT, INDIRECT)]
    is_reclaimed: BoolArray = np.isin(reclaimed_kinds(land, step), kinds)
    return is_reclaimed


def annual_rows(land: MinedLand, losses: FloatArray | None = None) -> Table:
    """Return BY_YEAR: all classes together, then each class, for years after the first date.

    Args:
        losses: t C by year and class index, (years, classes); None without carbon.
    """
    columns = BY_YEAR.split()
    if not has_all_years(land.dates):
        return Table.concatenate_tables([], BY_YEAR)
    ends, size = [int(date.year) for date in land.dates], len(land.classes)
    years = range(ends[0] + 1, ends[-1] + 1)
    sums: dict[str, FloatArray] = {name: np.zeros((len(years), size)) for name in AREA_COLUMNS}
    for step in land.periods:
        first, end = ends[step.earlier] - ends[0], ends[step.later] - ends[0]
        for name, spread_name, chosen, at in (
            (DISTURBED_HA, DISTURBED_SPREAD_HA, disturbed_in_period(land, step), step.earlier),
            (RECLAIMED_HA, RECLAIMED_SPREAD_HA, reclaimed_in_period(land, step), step.later),
        ):
            classes, areas = land.table.classes[:, at], land.table.hectares
            year = _change_year(land, step)
            known, unknown = chosen & (year > 0), chosen & (year == 0)
            np.add.at(sums[name], (year[known] - ends[0] - 1, classes[known]), areas[known])
            spread = np.bincount(classes[unknown], areas[unknown], size) / (end - first)
            sums[name][first:end] += spread
            sums[spread_name][first:end] += spread
    if losses is not None:
        sums[columns[-1]] = losses
    occurring = np.flatnonzero(np.any([of.any(axis=0) for of in sums.values()], axis=0))
    # Sum of all classes first, then each class.
    by_column = {
        name: np.column_stack([of.sum(axis=1), of[:, occurring]]) for name, of in sums.items()
    }
    for name in (DISTURBED_HA, RECLAIMED_HA):
        by_column[f"cumulative_{name}"] = by_column[name].cumsum(axis=0)
    names = [ALL_LABEL, *land.class_names[occurring]]
    head = {"year": [str(year) for year in years for _ in names], "class": names * len(years)}
    cells = {c: by_column[c].ravel() if c in by_column else None for c in columns[2:]}
    return Table({**head, **cells})


def _change_year(land: MinedLand, step: Period) -> IntArray:
    """Return the year of change by combination for a period; 0 if unknown."""
    if land.change_years is None:
        return np.zeros(land.table.cells.size, np.int64)
    years: IntArray = land.change_years[step.later]
    return years


# Changes dated by rasters of years: parameter, function for the changed land of a period, column of
# BY_YEAR, and label of the check.
CHANGE_TYPES = (
    (
        *("DISTURBANCE_YEAR", disturbed_in_period),
        *(DISTURBED_HA, Term("disturbed area by year = newly disturbed area")),
    ),
    (
        *("RECOVERY_YEAR", reclaimed_in_period),
        *(RECLAIMED_HA, Term("reclaimed area by year = direct + via")),
    ),
)


def annual_checks(
    land: MinedLand, rows: Table, losses: Sequence[float] | None = None
) -> list[Check]:
    """Return checks of the sums by period against disturbed and reclaimed areas and loss.

    Args:
        losses: t C by period.
    """
    checks, of_all = [], rows[rows["class"] == ALL_LABEL]
    ends = np.cumsum([0, *(elapsed_years(land.dates, step) for step in land.periods)])
    for index, step in enumerate(land.periods):
        own = of_all[ends[index] : ends[index + 1]]
        for _, change, name, what in CHANGE_TYPES:
            area = land.sum_hectares(change(land, step))
            checks.append(Check(step.name, what, area, own[name].sum()))
        if losses is not None:
            what = Term("carbon loss by year = loss in LEDGER, t C")
            checks.append(Check(step.name, what, losses[index], own["loss_tc"].sum()))
    return checks


def dated_areas_ha(land: MinedLand, column: int) -> list[FloatArray]:
    """Return ha disturbed (column 0) or reclaimed (1) by period: year inside, outside, unknown."""
    counts, codes = [], land.table.years
    for step in land.periods:
        chosen = CHANGE_TYPES[column][1](land, step)
        usable = chosen & (_change_year(land, step) > 0)
        none = chosen if codes is None else chosen & (codes[:, column] == NO_YEAR)
        parts = (usable, chosen & ~usable & ~none, none)
        counts.append(np.array([land.sum_hectares(of) for of in parts]))
    return counts


def _are_years(values: IntArray) -> bool:
    """Return whether at least half of some values may be calendar years."""
    return bool(values.size) and 2 * np.isin(values, CALENDAR_YEARS).sum() >= values.size


def _outside_message(own: YearRaster, parameter: str) -> Message:
    """Return what was read from a raster without a year of its periods, and what to do."""
    values: IntArray = (own.years if own.years.size else own.fractions) - own.offset
    read, remedy = Term("values"), Message("check layer and band")
    periods = range(own.ends[0] + 1, own.ends[1] + 1)
    fits = [
        n for n in COMMON_OFFSETS if _are_years(values + n) and any(np.isin(values + n, periods))
    ]
    divisor = next((d for d in DATE_DIVISORS if _are_years(values // d)), 0)
    if not own.years.size:
        read, remedy = Term("fractional values"), Message("round them down")
    elif divisor:
        read, remedy = Term("dates"), Message("divide by {n:,} and round down", n=divisor)
    remedy = Message(
        "{remedy} (accepted: 1998; 98 with offset 1900; 1 with offset 2000, Hansen)", remedy=remedy
    )
    if fits and own.years.size and values[-1] > 0 and not _are_years(own.years):
        remedy = Message("offset {fits} fits, set {name}", fits=fits[0], name=parameter)
    return Message(
        "{label}: {read} {low} to {high} with offset {offset} are not years in the periods "
        "{begin} to {end}; {remedy}",
        label=own.raster.label,
        read=read,
        low=int(values[0]),
        high=int(values[-1]),
        offset=own.offset,
        begin=own.ends[0],
        end=own.ends[1],
        remedy=remedy,
    )


def change_year_notes(land: MinedLand, years: ChangeYears) -> Notes:
    """Return log warnings on change without a year; raise DataError if years contradict maps."""
    notes, ends = Notes(), [int(date.year) for date in land.dates]
    for column, (own, (name, change, *_)) in enumerate(zip(years.rasters, CHANGE_TYPES)):
        if own is None:
            continue
        label = own.raster.label
        if own.is_class_map and not _are_years(own.years - own.offset):
            raise DataError(
                "{label}: values are classes of the maps, on more than half of the land; choose "
                "a raster of years",
                label=label,
            )
        if not own.years.size and not own.fractions.size:
            notes.add_warning(
                "{label}: no years found; check the band and NoData value.", label=label
            )
            continue
        if not ((own.years > ends[0]) & (own.years <= ends[-1])).any():
            fault = _outside_message(own, f"{name}_OFFSET")
            if not _are_years(own.years):
                raise DataError(fault.template, **fault.values)
            notes.add_warning("{fault}.", fault=fault)
        first, last = int(own.years[0]), int(own.years[-1])
        whole, cells = np.zeros(3), 0
        for step, parts in zip(land.periods, dated_areas_ha(land, column)):
            if not parts.any():
                continue
            if first <= ends[step.earlier] + 1 and ends[step.later] <= last:
                whole += parts
                cells += int(land.table.cells[change(land, step)].sum())
        usable, outside, none = 100.0 * whole / (whole.sum() or 1.0)
        if cells < MIN_CELLS or usable >= WARNING_DATED_PCT:
            continue
        shares = {"usable": float(usable), "outside": float(outside), "none": float(none)}
        values = {"label": label, "first": first, "last": last, **shares}
        if usable < ERROR_DATED_PCT:
            raise DataError(
                "{label}: years do not match the maps ({first}-{last}: {usable:.1f} % within "
                "their period, {outside:.1f} % outside, {none:.1f} % without year); check "
                "layer, band and offset",
                **values,
            )
        notes.add_warning(
            "{label}: check whether the years match the maps ({first}-{last}: {usable:.1f} % "
            "within their period, {outside:.1f} % outside, {none:.1f} % without year).",
            **values,
        )
    return notes
