"""PRIORITIES: where reclamation would bring most, by units, else by squares on the ground.

How large the squares are shows when all cells are read: the smallest of 1, 2, 5, 10, ... km of
which at most so many hold mined land. The pass counts by squares of 1 km, of which those of 2, 5
and 10 km are made up; as soon as more of 10 km than may be hold mined land, it goes on by these, of
which those of 20, 50 and 100 km are made up. So it never keeps more than some hundred times as many
squares as there will be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from ..base.data_dictionary import COLUMNS
from ..base.dates import has_all_years
from ..base.messages import Message, Term
from ..base.numbers import BoolArray, FloatArray, IntArray, NDArray, compute_percent, safe_divide
from ..base.table import Row, Table
from ..ledger.ledger import Ledger
from ..ledger.ledger_rows import mining_loss_tc
from ..ledger.results import (
    EQUILIBRIUM_AGE_YEARS,
    SHORT_TERM_YEARS,
    reclaimed_stock,
    recovery_mix,
    sum_flows,
)
from ..mine.mined_land import NO_DATE, LandUse, MinedLand, reclamation_dates, uses_by_combination
from ..raster.grid import Window
from ..results.closure import Check, balance_check
from ..results.uncertainty import UncertaintySettings
from ..scan.block import Block
from ..scan.class_codes import FIRST_CLASS_CODE, pack_keys
from ..scan.count_result import CombinationTable, CountResult
from ..scan.series import Series
from ..scan.series_count import MAX_COMBINATIONS, CombinationCounter
from ..scan.units import GroundSquares, UnitColumns
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import ALL_LABEL
from .idle_land import RECENT_VALUE, UNDATED_VALUE, CarbonUptake, IdleRule, UptakeRows

if TYPE_CHECKING:
    from ..scan.series_count import Counts

PRIORITIES = (
    "unit ever_mined_ha active_ha unchanged_ha reclaimed_ha reclaimed_pct loss_tc regained_tc "
    "net_tc potential_20y_tc potential_tc rank idle_ha recent_ha undated_ha uptake_20y_tc "
    "uptake_low_tc uptake_high_tc uptake_as_returned_20y_tc longitude latitude"
)
# The columns that are sums over the land of a unit; tonnes are empty where the carbon of the land
# is not followed.
AREA_COLUMNS = ("ever_mined_ha", "active_ha", "unchanged_ha", "reclaimed_ha")
CARBON_COLUMNS = ("loss_tc", "regained_tc", "net_tc", "potential_20y_tc", "potential_tc")
IDLE_STATE_COLUMNS = ("idle_ha", "recent_ha", "undated_ha")
UPTAKE_COLUMNS = ("uptake_20y_tc", "uptake_low_tc", "uptake_high_tc")
RECLAIMED_UPTAKE_COLUMN = "uptake_as_returned_20y_tc"
DEFAULT_IDLE_RULE, DEFAULT_UNCERTAINTY_SETTINGS = IdleRule(), UncertaintySettings()
NO_POSITIONS: Mapping[str, FloatArray] = {}
# Amounts whose difference is less than this part of the largest are as much: what the same hectares
# come to hangs in its last digits on the order in which they are added up.
RANK_TOLERANCE = 1e-9
# A unit that leads by less, %, is named with the one that follows.
PRACTICALLY_EQUAL_PCT = 1.0


@dataclass(frozen=True)
class Priorities:
    """Where to begin.

    Attributes:
        rows: PRIORITIES, of the units that hold mined land, in their order.
        whole: the same of the whole run; its unit is ALL, it has no rank.
        first: the row of the unit to begin in; None where there is none, or the maps cannot tell.
        rule: what idle land is; decides: the year of a map that would date all undated land, None
            where dates lack years, and nothing is known of idle land.
        mining_tc: what mining took of all mined land, t C, as far as it is known or assumed.
        uncounted: hectares of idle land by the name of its class before, which has no density.
        units: names of all units; land: their combinations, whose strata are indices in units.
        squares: those on the ground that the rows are of; None where the run has units.
    """

    rows: Table
    whole: Row
    first: Row | None
    rule: IdleRule
    decides: int | None
    mining_tc: float
    uncounted: Mapping[str, float]
    units: Sequence[str]
    land: MinedLand
    squares: GroundSquares | None

    @property
    def as_good(self) -> tuple[Row, float] | None:
        """The unit after the first, and by how many % it has less, if by next to nothing."""
        idle = sorted((row for row in self.rows if row["idle_ha"]), key=lambda row: row["rank"])
        if self.first is None or len(idle) < 2:
            return None
        column = "idle_ha" if self.first["uptake_20y_tc"] is None else "uptake_20y_tc"
        less = abs(100.0 - (compute_percent(idle[1][column], self.first[column]) or 0.0))
        return (idle[1], less) if less < PRACTICALLY_EQUAL_PCT else None

    @property
    def potential_pct_of_loss(self) -> float | None:
        """What all idle land would take up in 20 years, in % of what mining took."""
        return compute_percent(self.whole["uptake_20y_tc"], self.mining_tc)

    def consistency_checks(self, span: str) -> list[Check]:
        """That the units add up to the run; net follows from what was lost and regained."""
        checks = [
            balance_check(
                span,
                Message(
                    "{column}: sum of the rows of PRIORITIES = total of the run", column=column
                ),
                [self.whole[column]],
                self.rows[column].tolist(),
            )
            for column in (*AREA_COLUMNS, *CARBON_COLUMNS)
            if self.whole[column] is not None and column != "net_tc"
        ]
        if self.decides is not None:
            what = Term("sum of idle, recent and undated areas = mined area")
            parts = [area for column in IDLE_STATE_COLUMNS for area in self.rows[column].tolist()]
            checks.append(balance_check(span, what, [self.whole["active_ha"]], parts))
        return checks


def rank_amounts(amounts: FloatArray) -> IntArray:
    """Of each amount how many are larger, and one; those with as much have one rank."""
    order = np.argsort(-amounts, kind="stable")
    is_less = -np.diff(amounts[order]) > RANK_TOLERANCE * np.max(amounts, initial=0.0)
    firsts = np.maximum.accumulate(np.where(np.append(True, is_less), np.arange(order.size), 0))
    ranks = np.empty(order.size, np.int64)
    ranks[order] = 1 + firsts
    return ranks


def rank_by_uptake(uptake: FloatArray | None, hectares: FloatArray) -> IntArray:
    """Ranks by the uptake where it is known, and of what takes up as much, by hectares."""
    by_hectares = rank_amounts(hectares)
    if uptake is None:
        return by_hectares
    both = rank_amounts(uptake) * (hectares.size + 1) + by_hectares
    return rank_amounts(-both.astype(np.float64))


def rank_priorities(
    land: MinedLand,
    ledger: Ledger | None,
    units: Sequence[str],
    table: CombinationTable,
    squares: GroundSquares | None,
    rule: IdleRule = DEFAULT_IDLE_RULE,
    points: Mapping[str, FloatArray] = NO_POSITIONS,
) -> Priorities:
    """What mined land is and was by unit, and what would come of it.

    Args:
        ledger: None where the carbon of the land is not followed.
        units: their names.
        table: the combinations of the units; strata are indices in units.
        points: where the largest idle area of each unit is, by column; of some of them NaN.
    """
    by_unit, size = replace(land, table=table), len(units)
    nowhere = np.zeros_like(land.table.strata)
    of_all = _mined_land_columns(
        replace(land, table=replace(land.table, strata=nowhere)), ledger, 1
    )
    columns, first, uncounted, decides = _mined_land_columns(by_unit, ledger, size), None, {}, None
    is_there = np.bincount(table.strata[by_unit.first_mined_dates > 0], minlength=size) > 0
    empty = dict.fromkeys(PRIORITIES.split())
    if has_all_years(land.dates):
        idle, decides = _IdleLand(by_unit, ledger, size, rule), int(land.dates[-1].year)
        columns |= {**idle.idle_columns(table.strata, size), **points}
        of_all |= idle.idle_columns(np.zeros_like(table.strata), 1)
        known, uncounted = columns.get("uptake_20y_tc"), idle.uncounted
        ranks = rank_by_uptake(
            None if known is None else known[is_there], columns["idle_ha"][is_there]
        )
        columns["rank"] = np.zeros(size, np.int64)
        columns["rank"][is_there] = ranks
        first = idle.find_first_unit(columns, is_there)
    every = Table({**empty, **columns, "unit": list(units)})
    (whole,) = Table({**empty, **of_all, "unit": [ALL_LABEL]})
    return Priorities(
        every[np.flatnonzero(is_there)],
        whole,
        None if first is None else every[first],
        rule,
        None if decides is None else decides - rule.years,
        mining_loss_tc(ledger.balance) if ledger else 0.0,
        uncounted,
        units,
        by_unit,
        squares,
    )


def _mined_land_columns(land: MinedLand, ledger: Ledger | None, size: int) -> dict[str, Any]:
    """Hectares and tonnes of what was mined at any date, by stratum."""
    ever = land.first_mined_dates > 0
    strata, hectares = land.table.strata[ever], land.table.hectares[ever]
    uses = [use[ever] for use in land.uses]
    classes = [of_date[ever] for of_date in land.table.classes_by_date]
    active = uses[-1] == LandUse.MINE
    unchanged = active & (classes[-1] == classes[-2])
    reclaimed = reclamation_dates(uses, len(uses)) != NO_DATE

    def sums(amounts: FloatArray) -> FloatArray:
        return np.bincount(strata, amounts, size).astype(np.float64)

    ever_mined, back = sums(hectares), sums(hectares * reclaimed)
    columns: dict[str, Any] = {
        "ever_mined_ha": ever_mined,
        "active_ha": sums(hectares * active),
        "unchanged_ha": sums(hectares * unchanged),
        "reclaimed_ha": back,
        "reclaimed_pct": safe_divide(100.0 * back, ever_mined),
    }
    if ledger is None:
        return columns
    counted, mix = replace(ledger.land, table=land.table), recovery_mix(ledger)
    own = [use[ever] for use in counted.uses]
    changed = None if counted.change_years is None else counted.change_years[:, ever]
    trajectories = replace(ledger.trajectories, classes=classes, uses=own, changed=changed)
    carbon = sum_flows(trajectories, ledger.carbon, ledger.rule)
    lost, regained = sums(hectares * carbon.lost), sums(hectares * carbon.regained)
    net = regained - lost
    net[np.abs(net) < RANK_TOLERANCE * lost] = 0.0
    columns |= {"loss_tc": lost, "regained_tc": regained, "net_tc": net}
    for column, age in (
        (("potential_20y_tc", SHORT_TERM_YEARS), ("potential_tc", EQUILIBRIUM_AGE_YEARS))
        if mix
        else ()
    ):
        stocks = [
            part * reclaimed_stock(n, ledger.carbon, carbon.stored, age) for n, part in mix.items()
        ]
        columns[column] = sums(hectares * unchanged * np.sum(stocks, axis=0))
    return columns


class _IdleLand:
    """The idle, recent and undated land of units, and what the idle and the undated would take up.

    `uncounted`: see Priorities.
    """

    def __init__(self, land: MinedLand, ledger: Ledger | None, units: int, rule: IdleRule):
        self._states, self._table = rule.classify_land(land), land.table
        # The rows that are asked for what they take up.
        self._rows = np.flatnonzero((self._states > RECENT_VALUE) | (self._states == UNDATED_VALUE))
        self._is_idle = self._states[self._rows] > RECENT_VALUE
        self.uncounted: dict[str, float] = {}
        self._uptake = None
        if ledger is None:
            return
        self._uptake = uptake = CarbonUptake(ledger, land, units, land.table.classes[self._rows])
        missing = self._is_idle & (uptake.before >= 0) & ~uptake.is_counted[uptake.before]
        before, hectares = uptake.before[missing], land.table.hectares[self._rows[missing]]
        for index in np.unique(before):
            self.uncounted[land.class_names[index]] = float(hectares[before == index].sum())

    def _uptake_rows(self, chosen: BoolArray, groups: IntArray, size: int) -> UptakeRows:
        rows, table = self._rows[chosen], self._table
        strata, hectares = table.strata[rows], table.hectares[rows]
        return UptakeRows(np.flatnonzero(chosen), strata, hectares, groups[rows], size)

    def idle_columns(self, groups: IntArray, size: int) -> dict[str, Any]:
        """The columns of PRIORITIES on idle land, by groups of the rows."""
        kinds = (
            self._states > RECENT_VALUE,
            self._states == RECENT_VALUE,
            self._states == UNDATED_VALUE,
        )
        columns: dict[str, Any] = {
            name: np.bincount(groups, self._table.hectares * kind, size).astype(np.float64)
            for name, kind in zip(IDLE_STATE_COLUMNS, kinds)
        }
        uptake, rows = self._uptake, self._uptake_rows(self._is_idle, groups, size)
        if uptake is not None and uptake.has_before:
            amounts = (
                rows.sum_by_group(uptake.uptake_as_former_class(rows)),
                *uptake.uptake_bounds(rows, DEFAULT_UNCERTAINTY_SETTINGS),
            )
            columns |= dict(zip(UPTAKE_COLUMNS, amounts))
        if uptake is not None and uptake.has_returned:
            columns[RECLAIMED_UPTAKE_COLUMN] = rows.sum_by_group(uptake.uptake_as_reclaimed(rows))
        return columns

    def find_first_unit(self, columns: Mapping[str, Any], is_there: BoolArray) -> int | None:
        """The unit that comes first whatever the maps do not tell; None where none does.

        It does with none of its own undated land counted as idle, and all of the others'.

        Args:
            columns: of all units; is_there: which of them hold mined land.
        """
        size = is_there.size
        rows = self._uptake_rows(np.ones(self._rows.size, np.bool_), self._table.strata, size)
        per_ha: FloatArray = np.ones(self._rows.size)
        if self._uptake is not None and self._uptake.has_before:
            per_ha = self._uptake.uptake_as_former_class(rows)
        least = rows.sum_by_group(np.where(self._is_idle, per_ha, np.minimum(per_ha, 0.0)))
        most = rows.sum_by_group(np.where(self._is_idle, per_ha, np.maximum(per_ha, 0.0)))
        may_be = np.flatnonzero(columns["idle_ha"] > 0)
        if not may_be.size:
            return None
        best = int(may_be[np.argmin(columns["rank"][may_be])])
        is_open: BoolArray = columns["undated_ha"] > 0
        ahead, margin = least[best] - most, RANK_TOLERANCE * max(1.0, float(np.abs(most).max()))
        # Where nothing is undated, of those with as much the first one leads.
        is_behind = (ahead > margin) | ((ahead >= -margin) & ~is_open & ~is_open[best])
        is_behind |= (columns["idle_ha"] == 0) & ~is_open
        is_behind[best] = True
        return best if is_behind.all() else None


def priority_columns(priorities: Priorities) -> list[UnitColumns]:
    """What the polygon of a unit tells of it: the columns of PRIORITIES.

    Of a unit without mined land the hectares are 0 and the rest is empty.
    """
    by_unit = {row["unit"]: row for row in priorities.rows}
    nothing = dict.fromkeys(
        AREA_COLUMNS if priorities.decides is None else (*AREA_COLUMNS, *IDLE_STATE_COLUMNS), 0.0
    )

    def column(name: str) -> UnitColumns:
        def of(census: CountResult) -> list[float | None]:
            row = by_unit.get(census.unit, nothing) if census.unit else priorities.whole
            return [row.get(name)]

        known = COLUMNS[name]
        return UnitColumns([name], [known.heading], of, known.digits or 0, known.unit)

    return [column(name) for name in PRIORITIES.split()[1:]]


MAX_SQUARES = 12
# Of squares and combinations in a block, where a bin is made for each.
MAX_BINS = 1 << 21
SIZE_FACTORS = (1, 2, 5, 10)


class MinedSquares(CombinationCounter):
    """Counts what mined land is at all dates by squares.

    Attributes, once it is finished:
        finest: those that are counted.
        squares: those that are shown.
        names: of those that hold mined land, row by row.
        table: their combinations; `strata` are indices in names.
    """

    squares: GroundSquares
    names: list[str]

    def __init__(self, series: Series, disturbing: DisturbingClasses):
        super().__init__(series, most=np.iinfo(np.int64).max)
        self._series, self._disturbing = series, disturbing
        finest = 1
        grid, window, method = series.grid, series.window, series.area.method
        while (
            max(GroundSquares.from_window(grid, window, method, finest).shape)
            > np.iinfo(np.uint16).max
        ):
            finest *= SIZE_FACTORS[-1]
        self.finest = GroundSquares.from_window(grid, window, method, finest)
        # They take the place of strata; so many of the finest make up a side of those counted.
        self.by_stratum, self._factor = True, 1
        none = np.zeros((2 + self._dates + self._years, 0), np.uint16)
        self._parts = [(none, np.zeros(0, np.int64), np.zeros(0))]

    def process_block(self, block: Block) -> Counts | None:  # type: ignore[override]
        mined: BoolArray = np.any(
            [use == LandUse.MINE for use in uses_by_combination(block, self._disturbing)], axis=0
        )
        if block.valid is not None:
            mined &= block.valid
        if not mined.any():
            return None
        window, series = block.window, self._series
        # Numbers of the combinations among those that are mined.
        cells, combinations = block.select_cells(mined, np.cumsum(mined) - 1)
        down, across = window.to_slices(series.window)
        rows, columns = self.finest.rows[down], self.finest.columns[across]
        first_row, first_column = rows.min(), columns.min()
        row, column = np.divmod(cells, window.width)
        shape = (
            int(rows.max() - first_row) + 1,
            int(columns.max() - first_column) + 1,
            int(np.count_nonzero(mined)),
        )
        keys = np.ravel_multi_index(
            (rows[row] - first_row, columns[column] - first_column, combinations), shape
        )
        size = prod(shape)
        # Counting is far quicker than sorting, but makes a bin for every possible key.
        if size > max(MAX_BINS, cells.size):
            occurring, keys = np.unique(keys, return_inverse=True)
            keys, size = keys.ravel(), occurring.size
        else:
            occurring = np.arange(size)
        counts = np.bincount(keys, minlength=size)
        is_there = counts > 0
        counts = counts[is_there]
        squares_down, squares_across, combinations = np.unravel_index(occurring[is_there], shape)
        codes = (*block.codes, *(() if block.years is None else block.years))
        of_squares = squares_down + first_row, squares_across + first_column
        coded = np.array([*of_squares, *(own[mined][combinations] for own in codes)], np.uint16)
        if series.area.uniform is not None:
            return coded, counts, counts * np.float64(series.area.uniform)
        area = np.broadcast_to(series.area.cell_hectares(window), (window.height, window.width))
        hectares = np.bincount(keys, area[row, column], size)[is_there]
        return coded, counts, hectares.astype(np.float64, copy=False)

    def merge_block(self, window: Window, part: Counts | None) -> None:
        if part is not None:
            part[0][:2] //= self._factor
            super().merge_block(window, part)

    def _add_up(self) -> None:
        """Make a row of those of one square and combination, of squares as large as they may be."""
        squares = np.concatenate(
            [_occupied_squares(coded, SIZE_FACTORS[-1]) for coded, *_ in self._parts]
        )
        is_too_fine = np.unique(squares).size > MAX_SQUARES
        if not is_too_fine:
            super()._merge_duplicates()
            # Of too many rows even so, the squares become larger than they would be.
            is_too_fine = self._rows > MAX_COMBINATIONS and bool(self._parts[0][0][:2].any())
        if is_too_fine:
            for coded, *_ in self._parts:
                coded[:2] //= SIZE_FACTORS[-1]
            self._factor *= SIZE_FACTORS[-1]
            self._add_up()

    def finalize_results(self, census: CountResult) -> None:
        self._add_up()
        coded, cells, hectares = cast(
            "tuple[NDArray[np.uint16], IntArray, FloatArray]", self._parts.pop()
        )
        size = next(
            s for s in SIZE_FACTORS if np.unique(_occupied_squares(coded, s)).size <= MAX_SQUARES
        )
        squares, strata = np.unique(_occupied_squares(coded, size), return_inverse=True)
        times = self._factor * size
        self.squares = replace(
            self.finest,
            size_km=self.finest.size_km * times,
            width=self.finest.width * times,
            height=self.finest.height * times,
        )
        self.names = [self.squares.square_name(*divmod(key, 1 << 16)) for key in map(int, squares)]
        dates = 2 + self._dates
        classes = (census.codes.astype(np.int64) - FIRST_CLASS_CODE)[coded[2:dates]]
        years = coded[dates:].T if self._years else None
        # Which thread numbered the classes must not show, not even in the last digit of a sum.
        order = np.lexsort(pack_keys([*coded[dates:], *classes[::-1], strata]))
        table = CombinationTable(strata, classes.T, cells, hectares, years)
        self.table = table.select_rows(order)


def _occupied_squares(coded: NDArray[np.uint16], size: int) -> IntArray:
    """The square of each row, so many times as large: its row, and its column in 16 bits."""
    rows, columns = (coded[:2] // size).astype(np.int64)
    squares: IntArray = rows << 16 | columns
    return squares
