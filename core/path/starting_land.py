"""The starting land and carbon debt of a path, read from plain tables.

The land is that of AGES, STATUS and DISTURBED of Mine reclamation, the debt that of
BALANCE of the ledger. Rows that divide an area, such as those by unit, are summed; a
further column identifies them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import nan

from ..base.messages import DataError, Message, MessageList, Notes, Term, Text
from ..ledger.ledger_rows import DISTURBED as LAND_TAKEN
from ..ledger.ledger_rows import LAND_PARTS, MINED_BEFORE, PERIOD_SUM_COLUMNS, BalanceRow
from ..mine.mined_land import (
    HISTORY_COLUMN,
    STATE_KEYS,
    UNKNOWN_HISTORY,
    LandHistory,
    LandUse,
    read_history,
    uses_by_class,
)
from ..results.results import UNIT_COLUMN
from ..scheme.classes import Classes, UnknownNames, class_keys, shorten_list
from ..scheme.coefficients import CO2_PER_C
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import (
    AGE_BOUNDS,
    AREA_HA_BOUNDS,
    CARBON_STOCK_BOUNDS,
    CARBON_TC_BOUNDS,
    ROW_ID_COLUMNS,
    Row,
    Table,
)
from ..scheme.table import ALL_LABEL as ALL_LAND

AGES_COLUMNS = ("year", "class", "age_mid", "area_ha")
STATUS_COLUMNS = ("year", "status", "area_ha")
DISTURBED_COLUMNS = ("period", "kind", "from_class", "area_ha")
DEBT_COLUMNS = ("period", "land", "net_tc")
MINED_BEFORE_HA = "mined_before_ha"

ACTIVE, RECLAIMED, FIRST_DISTURBED = "active", "reclaimed", "first"
# Columns with measured values; all other columns identify the land.
MEASURED_COLUMNS = ("cells", "area_ha", "ha_per_year", "share_pct")
NET_BOUND_COLUMNS = ("net_low_tc", "net_high_tc")
# Key of the rows of all periods.
ALL_YEARS = (0, 0)
MEASURED_BALANCE_COLUMNS = tuple(
    c for c in BalanceRow.__annotations__ if c not in ("period", "land")
)
# Columns of BALANCE in t C that cannot be negative.
NONNEGATIVE_TC = ("loss_tc", "clearing_tc", "stock_before_tc", "stock_after_tc", "decaying_tc")
# Relative tolerance for the agreement of areas in two tables, because of rounding.
AREA_TOLERANCE_HA = 1e-3
# Tolerance of sums and areas of BALANCE, relative to the largest number in them.
CLOSURE_TOLERANCE = 1e-6
LAST_YEAR_PATTERN = re.compile(r"(\d{4})\D*$")
PERIOD_PATTERN = re.compile(r"\D*(\d{4}).*?(\d{4})\D*$")


@dataclass(frozen=True)
class Cohort:
    """Land reclaimed before the path starts: class and age at that time, and history if known."""

    class_index: int
    age: float
    hectares: float
    history: LandHistory = UNKNOWN_HISTORY

    @property
    def disturbed_fraction(self) -> float:
        """1 if the land was not mined at the first date, else 0; NaN if unknown."""
        return float(self.history.uses[0] != LandUse.MINE) if self.history else nan


@dataclass(frozen=True)
class StartingLand:
    """The land in the base year, as far as known.

    Attributes:
        cohorts: reclaimed land; None without AGES.
        mine_ha: mined land; None without STATUS.
        disturbed: hectares by class index of the latest first disturbance; None without
            DISTURBED.
        period: period of this disturbance.
        mined_before_ha: part of mine_ha that was mined at the first date; None if not in
            STATUS.
    """

    cohorts: Sequence[Cohort] | None = None
    mine_ha: float | None = None
    disturbed: Mapping[int, float] | None = None
    period: str = ""
    mined_before_ha: float | None = None

    @property
    def known_histories(self) -> list[LandHistory]:
        """Known histories of the cohorts."""
        return [cohort.history for cohort in self.cohorts or () if cohort.history]

    @property
    def missing_data_reason(self) -> Text:
        """Reason why land mined at the first date is unknown, or '' if it is known."""
        if any(cohort.hectares and not cohort.history for cohort in self.cohorts or ()):
            return Term("AGES has no history for some land")
        if self.mine_ha and self.mined_before_ha is None:
            return Term("STATUS has no column mined_before_ha")
        return ""


@dataclass(frozen=True)
class CarbonDebt:
    """Carbon debt of the land at the start of the path, t CO2.

    Attributes:
        tco2: debt of land disturbed since the first date of the maps.
        with_assumed: debt including the assumed loss of land mined at the first date minus
            its gain since; None without disturbed land to derive it from.
        first: year of the first date.
        balance: BALANCE, which other tables must agree with.
    """

    tco2: float
    with_assumed: float | None
    first: int
    balance: Table | None = None


def read_starting_land(
    ages: Table | None,
    status: Table | None,
    disturbed: Table | None,
    classes: Classes,
    sinks: Collection[int],
    base: int,
    disturbing: DisturbingClasses,
    notes: Notes,
    debt: CarbonDebt | None = None,
) -> StartingLand:
    """Return the land in the base year from the given tables.

    `sinks` are classes with coefficients. Notes disagreements between the tables on
    reclaimed land. Histories must start at one date, that of the debt.
    """
    last, period = (
        (None, "") if disturbed is None else read_disturbed_areas(disturbed, classes, sinks)
    )
    first = debt.first if debt else None
    cohorts = None if ages is None else read_cohorts(ages, classes, base, disturbing, first)
    mine_ha, mined_before_ha = (None, None) if status is None else read_mined_area(status, base)
    if status is not None and first is not None and mined_before_ha is not None:
        years = [int(text) for row in status if (text := row.text_value("year")).isdecimal()]
        # A table reduced to the base year does not show the first date of its run.
        if min(years) not in (first, base):
            raise DataError(
                "{status} starts in {year} and BALANCE in {first}; use tables of the same run",
                status=status.name,
                year=min(years),
                first=first,
            )
    if ages is not None and cohorts is not None and status is not None:
        aged = sum(cohort.hectares for cohort in cohorts)
        rows = _base_year_rows(status, base, RECLAIMED)
        reclaimed = sum(_parse_area_ha(row) for row in rows)
        if rows and abs(aged - reclaimed) > AREA_TOLERANCE_HA * max(aged, reclaimed):
            notes.add_warning(
                "Reclaimed land in {year}: {aged:,.2f} ha in {ages}, {reclaimed:,.2f} ha in "
                "{status}; use tables of the same run.",
                ages=ages.name,
                aged=aged,
                year=base,
                status=status.name,
                reclaimed=reclaimed,
            )
    if debt is not None and debt.balance is not None:
        back = {n for n, c in enumerate(classes) if c.is_sink}
        back = back if cohorts is None else {cohort.class_index for cohort in cohorts}
        _check_same_run((ages, status, disturbed), base, debt.balance, back <= {*sinks})
    return StartingLand(cohorts, mine_ha, last, period, mined_before_ha)


def _check_same_run(
    tables: Sequence[Table | None], base: int, balance: Table, has_all: bool
) -> None:
    """Raise a DataError if tables have other hectares than BALANCE, by unit if both have units.

    `has_all`: all reclaimed land has coefficients; the rest is not reclaimed in BALANCE.
    """
    ages, status, disturbed = tables
    lands, periods = defaultdict[tuple[str, str], list[Row]](list), {""}
    for row in balance:
        periods.add(row.text_value("period"))
        year = LAST_YEAR_PATTERN.search(row.text_value("period"))
        lands[year[1] if year else "", _parse_land(row)].append(row)
    back = Term("reclaimed land"), int(not has_all), "reclaimed_ha", lands[str(base), ALL_LAND]
    # Table, its rows, their land, sign of a permitted difference, column and rows of BALANCE.
    compared: list[tuple[Table, Sequence[Row], Term, int, str, Sequence[Row]]] = []
    if ages is not None:
        compared.append((ages, _base_year_rows(ages, base) if ages.rows else [], *back))
    if status is not None:
        # All but never_mined: BALANCE includes land mined after the base year.
        by_state = {key: _base_year_rows(status, base, key) for key in [*STATE_KEYS.values()][:-1]}
        compared += [(status, rows, *back) for rows in [by_state[RECLAIMED]] if rows]
        ever = [row for rows in by_state.values() for row in rows]
        sign, land = -(not all(by_state.values())), Term("disturbed land")
        compared.append((status, ever, land, sign, "area_ha", lands["", ALL_LAND]))
    if disturbed is not None:
        first = [row for row in disturbed if row.text_value("kind").casefold() == FIRST_DISTURBED]
        sign = -(not periods <= {"", *(row.text_value("period") for row in disturbed)})
        land = Term("land disturbed since the first date")
        compared.append((disturbed, first, land, sign, "area_ha", lands["", LAND_TAKEN]))
    for table, rows, land, sign, column, wanted in compared:
        has_units = UNIT_COLUMN in {*table.columns} & {*balance.columns}
        areas = defaultdict[str, list[float]](lambda: [0.0, 0.0])
        for row in (*wanted, *rows) if wanted and column in balance.columns else ():
            unit, own = row.text_value(UNIT_COLUMN) if has_units else "", row.table is table
            areas[unit][own] += row.float_value("area_ha" if own else column, **AREA_HA_BOUNDS)
        for unit, (of_balance, area) in areas.items():
            difference, most = area - of_balance, CLOSURE_TOLERANCE * max(1.0, area, of_balance)
            if abs(difference) > most and difference * sign <= 0:
                where = Message("{table}, unit '{unit}'", table=table.name, unit=unit)
                raise DataError(
                    "{table}: {area:.10g} ha of {land}, {wanted:.10g} ha in BALANCE; use tables "
                    "of the same run",
                    table=where if has_units else table.name,
                    area=area,
                    land=land,
                    wanted=of_balance,
                )


def read_cohorts(
    table: Table,
    classes: Classes,
    base: int,
    disturbing: DisturbingClasses,
    first: int | None = None,
) -> list[Cohort]:
    """Return the reclaimed land of the base year by class, age and history.

    Args:
        first: first year of the histories; None: that of the first row with a history.
    """
    # AGES has no rows for a mine without reclaimed land.
    table.check_columns(AGES_COLUMNS, may_be_empty=True)
    unknown, uses = UnknownNames(), uses_by_class(list(classes), disturbing)
    hectares: dict[tuple[int, float, LandHistory], float] = {}
    for row in _base_year_rows(table, base) if table.rows else ():
        class_index, age = unknown.find_class_index(row, "class", classes), _parse_age(row)
        history = read_history(row, classes, uses, unknown)
        if history:
            first = history.years[0] if first is None else first
            if history.years[0] != first:
                raise row.make_error(
                    "column 'history' starts in {year}, the first date is {first}; use AGES "
                    "and BALANCE of the same run",
                    year=history.years[0],
                    first=first,
                )
            _check_history_age(row, age, history, disturbing)
        key = class_index, age, history
        hectares[key] = hectares.get(key, 0.0) + _parse_area_ha(row)
    _reject_unknown_classes(unknown, table, classes)
    return [Cohort(*key[:2], area, key[2]) for key, area in sorted(hectares.items())]


def _check_history_age(
    row: Row, age: float, history: LandHistory, disturbing: DisturbingClasses
) -> None:
    """Check that the land is reclaimed according to its history, at an age the history allows."""
    if not history.is_reclaimed:
        raise row.make_error(
            "column 'history': '{text}' is not reclaimed land for the groups {groups}; use "
            "the TAKING_GROUPS of the run that created the table",
            text=row.text_value(HISTORY_COLUMN),
            groups=disturbing.quoted_groups,
        )
    least, most = history.age_bounds
    if not least <= age <= most:
        raise row.make_error(
            "column 'age_mid': {age} does not match 'history' ({least} to {most} years)",
            age=row.text_value("age_mid"),
            least=least,
            most=most,
        )


def read_mined_area(table: Table, base: int) -> tuple[float, float | None]:
    """Return ha of active mines in the base year, and mined at the first date (None if absent)."""
    table.check_columns(STATUS_COLUMNS)
    rows = _base_year_rows(table, base, ACTIVE)
    if not rows:
        raise DataError(
            "{table}: no row of {year} has '{status}' in column 'status'",
            table=table.name,
            status=ACTIVE,
            year=base,
        )
    if MINED_BEFORE_HA not in table.columns:
        return sum(map(_parse_area_ha, rows)), None
    mined_before = 0.0
    for row in rows:
        part = float(row.float_value(MINED_BEFORE_HA, **AREA_HA_BOUNDS))
        if part > _parse_area_ha(row) * (1 + AREA_TOLERANCE_HA):
            raise row.make_error(
                "column '{column}': {part} must not exceed 'area_ha' ({area})",
                column=MINED_BEFORE_HA,
                part=row.text_value(MINED_BEFORE_HA),
                area=row.text_value("area_ha"),
            )
        mined_before += part
    return sum(map(_parse_area_ha, rows)), mined_before


def read_disturbed_areas(
    table: Table, classes: Classes, sinks: Collection[int]
) -> tuple[dict[int, float], str]:
    """Return hectares by class of sinks first disturbed in the last period, and the period."""
    table.check_columns(DISTURBED_COLUMNS)
    rows = [row for row in table if row.text_value("kind").casefold() == FIRST_DISTURBED]
    # In a table by unit, the last period of one unit precedes the first of the next.
    ends: dict[str, int] = {}
    for row in rows:
        period = row.required_text("period")
        year = LAST_YEAR_PATTERN.search(period)
        ends[period] = int(year[1]) if year else 0
    last = max(ends, key=ends.__getitem__, default="")
    unknown = UnknownNames()
    hectares: dict[int, float] = {}
    for row in _reject_duplicates(table, [row for row in rows if row.text_value("period") == last]):
        class_index = unknown.find_class_index(row, "from_class", classes)
        hectares[class_index] = hectares.get(class_index, 0.0) + _parse_area_ha(row)
    _reject_unknown_classes(unknown, table, classes)
    of_sinks = {index: area for index, area in hectares.items() if index in sinks and area > 0}
    if not of_sinks:
        raise DataError(
            "{table}: column 'from_class' has no class with coefficients in rows of kind "
            "'{kind}' of the last period",
            table=table.name,
            kind=FIRST_DISTURBED,
        )
    return of_sinks, last


def read_carbon_debt(table: Table, base: int) -> CarbonDebt:
    """Return the carbon debt in a base year; rows of units are summed.

    The debt is the loss minus the gain of land disturbed since the first date, plus lost
    carbon still to decay, and at least 0. Land mined at the first date has a separate debt,
    its assumed loss minus its gain since, also at least 0, so that its gain does not offset
    losses of other land.

    Args:
        table: BALANCE; its rows must be consistent.
    """
    table.check_columns(DEBT_COLUMNS)
    _reject_duplicates(table, [*table], MEASURED_BALANCE_COLUMNS)
    own = [c for c in table.columns if c not in (*ROW_ID_COLUMNS, *BalanceRow.__annotations__)]
    units: dict[tuple[str, ...], list[Row]] = {}
    for row in table:
        units.setdefault(tuple(map(row.text_value, own)), []).append(row)
    net, assumed, first = dict.fromkeys(LAND_PARTS, 0.0), list[float | None](), base
    for rows in units.values():
        lands = _balance_by_period(rows)
        periods = [item for item in lands.items() if item[0] != ALL_YEARS]
        dates = sorted({date for years, _ in periods for date in years})
        if base not in dates:
            raise DataError(
                "BASE_YEAR: {table} has no data for {base}; choose one of {years}",
                base=base,
                table=table.name,
                years=shorten_list(dates),
            )
        first = dates[0]
        for (_, end), by_land in periods:
            for land in LAND_PARTS if end <= base else ():
                decaying = _balance_value(by_land[land], "decaying_tc") if end == base else 0.0
                net[land] += _balance_value(by_land[land], "net_tc") - decaying
        of_unit = lands[ALL_YEARS][MINED_BEFORE]
        assumed.append(of_unit.optional_float("assumed_loss_tc", **CARBON_STOCK_BOUNDS))
    owed, with_assumed = max(0.0, -net[LAND_TAKEN]) * CO2_PER_C, None
    if None not in assumed:
        lost = sum(part or 0.0 for part in assumed)
        with_assumed = owed + max(0.0, lost - net[MINED_BEFORE]) * CO2_PER_C
    return CarbonDebt(owed, with_assumed, first, table)


def _parse_land(row: Row) -> str:
    return row.enum_value("land", (*LAND_PARTS, ALL_LAND))


def _balance_value(row: Row, column: str) -> float:
    """Return a number of BALANCE, or 0 without its column or for an empty assumed loss."""
    if column not in row.table.columns:
        return 0.0
    if column == "assumed_loss_tc":
        return row.optional_float(column, **CARBON_STOCK_BOUNDS) or 0.0
    bounds = AREA_HA_BOUNDS if column.endswith("_ha") else CARBON_TC_BOUNDS
    value = row.float_value(column, **bounds)
    # Sums may differ from 0 by rounding.
    if column in NONNEGATIVE_TC and value < -CLOSURE_TOLERANCE:
        raise row.make_error("column '{column}': {text} is negative", column=column)
    return value


def _check_sum(row: Row, column: str, parts: Sequence[tuple[float, Row, str]]) -> None:
    """Check that a number is the sum of others times factors, if the table has all columns."""
    if not {column, *(name for _, _, name in parts)} <= {*row.table.columns}:
        return
    value, terms = (
        _balance_value(row, column),
        [factor * _balance_value(part, name) for factor, part, name in parts],
    )
    if abs(value - sum(terms)) > CLOSURE_TOLERANCE * max(1.0, abs(value), *map(abs, terms)):
        raise row.make_error(
            "column '{column}': {value:.10g} does not match {cells} ({wanted:.10g}); use "
            "BALANCE as written by Mine carbon ledger",
            column=column,
            value=value,
            cells=MessageList(part.cell_location(name) for _, part, name in parts),
            wanted=sum(terms),
        )


def _balance_by_period(rows: Sequence[Row]) -> dict[tuple[int, int], dict[str, Row]]:
    """Return rows of a unit of BALANCE by years and land, starting with all periods, (0, 0).

    Checks that periods are consecutive, with three rows each, and that the sums agree.
    """
    lands: dict[tuple[int, int], dict[str, Row]] = {}
    for row in rows:
        text = row.text_value("period")
        years = PERIOD_PATTERN.fullmatch(text)
        if text and years is None:
            raise row.make_error(
                "column 'period': '{text}' is not a period such as 1986-2000", text=text
            )
        key = (int(years[1]), int(years[2])) if years else ALL_YEARS
        lands.setdefault(key, {})[_parse_land(row)] = row
    lands.setdefault(ALL_YEARS, {})
    lands = dict(sorted(lands.items()))
    for by_land in lands.values():
        for land in (*LAND_PARTS, ALL_LAND):
            if land not in by_land:
                raise rows[0].make_error(
                    "column 'land': no row of period '{period}' has '{land}'",
                    land=land,
                    period=next((row.text_value("period") for row in by_land.values()), ""),
                )
    of_all, *periods = lands.values()
    for (_, end), (begin, _), by_land in zip([*lands][1:], [*lands][2:], periods[1:]):
        if begin != end:
            raise by_land[LAND_TAKEN].make_error(
                "column 'period': '{text}' does not follow the previous period, which ends "
                "in {end}; BALANCE must contain all periods",
                text=by_land[LAND_TAKEN].text_value("period"),
                end=end,
            )
    for by_land in lands.values():
        for row in by_land.values():
            _check_row_sums(row)
        for column in MEASURED_BALANCE_COLUMNS:
            if column not in NET_BOUND_COLUMNS:
                parts = [(1.0, by_land[land], column) for land in LAND_PARTS]
                _check_sum(by_land[ALL_LAND], column, parts)
    for land, row in of_all.items():
        own = [by_land[land] for by_land in periods]
        for column in PERIOD_SUM_COLUMNS:
            _check_sum(row, column, [(1.0, part, column) for part in own])
        for part in own:
            _check_sum(row, "area_ha", [(1.0, part, "area_ha")])
        _check_sum(row, "stock_before_tc", [(1.0, own[0], "stock_before_tc")])
        for column in ("stock_after_tc", "reclaimed_ha", "decaying_tc"):
            _check_sum(row, column, [(1.0, own[-1], column)])
    return lands


def _check_row_sums(row: Row) -> None:
    """Check that a row of BALANCE closes, and that its net lies within its bounds."""
    gains = [(1.0, row, "gain_tc"), (1.0, row, "growth_tc"), (-1.0, row, "loss_tc")]
    others = [(1.0, row, name) for name in ("stock_before_tc", "pre_mining_tc", "other_tc")]
    _check_sum(row, "net_tc", gains)
    _check_sum(row, "net_tco2", [(CO2_PER_C, row, "net_tc")])
    _check_sum(row, "stock_after_tc", [*others, *gains])
    for column, sign in zip(NET_BOUND_COLUMNS, (1, -1)):
        bound = (
            row.optional_float(column, **CARBON_TC_BOUNDS) if column in row.table.columns else None
        )
        net = _balance_value(row, "net_tc")
        if bound is not None and sign * (bound - net) > CLOSURE_TOLERANCE * max(1.0, abs(net)):
            raise row.make_error(
                "column '{column}': {bound:.10g} is on the wrong side of 'net_tc' ({net:.10g})",
                column=column,
                bound=bound,
                net=net,
            )


def _reject_unknown_classes(unknown: UnknownNames, table: Table, classes: Classes) -> None:
    """Raise an error for unknown classes of a table."""
    if unknown:
        raise DataError(
            "{table}: {unknown}; available classes: {classes}; use the same SCHEME or "
            "CLASSES as the run that created the table",
            table=table.name,
            unknown=unknown.names_with_positions(),
            classes=class_keys(classes),
        )


def _parse_area_ha(row: Row) -> float:
    return float(row.float_value("area_ha", **AREA_HA_BOUNDS))


def _parse_age(row: Row) -> float:
    """Return the middle age of a row, which must lie between the other ages if given."""
    age = float(row.float_value("age_mid", **AGE_BOUNDS))
    for column, sign in (("age_min", 1), ("age_max", -1)):
        bound = row.optional_float(column, **AGE_BOUNDS)
        if bound is not None and sign * (age - bound) < 0:
            raise row.make_error(
                "column 'age_mid': {age} does not fit '{column}' ({bound})",
                age=row.text_value("age_mid"),
                column=column,
                bound=row.text_value(column),
            )
    return age


def _reject_duplicates(
    table: Table, rows: Sequence[Row], measured: Sequence[str] = MEASURED_COLUMNS
) -> Sequence[Row]:
    """Return the rows after checking that no two are equal without their measured values."""
    for other, row in table.find_duplicate_rows(rows, measured):
        raise row.make_error(
            "same land as row {other}; remove one of the rows or separate parts of the land "
            "in a column 'unit'",
            other=other.label,
        )
    return rows


def _base_year_rows(table: Table, base: int, status: str = "") -> Sequence[Row]:
    """Return the rows of the base year, and of a status, after checking for duplicates."""
    years = [row.required_text("year") for row in table]
    rows = [row for row, year in zip(table, years) if year == str(base)]
    if not rows:
        raise DataError(
            "BASE_YEAR: {table} has no data for {base}; choose one of {years}",
            table=table.name,
            base=base,
            years=shorten_list(dict.fromkeys(years)),
        )
    if status:
        rows = [row for row in rows if row.text_value("status").casefold() == status]
    return _reject_duplicates(table, rows)
