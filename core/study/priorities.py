"""PRIORITIES: reclamation priorities by unit, or by squares on the ground.

The size of the squares is determined after all cells are read: the smallest of 1, 2, 5,
10, ... km with mined land in at most MAX_SQUARES squares. The pass counts squares of 1
km, which can be merged to 2, 5 and 10 km; if more than MAX_SQUARES squares of 10 km
contain mined land, it continues with these, which can be merged to 20, 50 and 100 km.
The number of squares in memory therefore stays within some hundred times the final
number.
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
from ..ledger.stocks import Trajectories
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
# Columns that are sums over the land of a unit; carbon columns are empty without a carbon ledger.
AREA_COLUMNS = ("ever_mined_ha", "active_ha", "unchanged_ha", "reclaimed_ha")
CARBON_COLUMNS = ("loss_tc", "regained_tc", "net_tc", "potential_20y_tc", "potential_tc")
IDLE_STATE_COLUMNS = ("idle_ha", "recent_ha", "undated_ha")
UPTAKE_COLUMNS = ("uptake_20y_tc", "uptake_low_tc", "uptake_high_tc")
RECLAIMED_UPTAKE_COLUMN = "uptake_as_returned_20y_tc"
DEFAULT_IDLE_RULE, DEFAULT_UNCERTAINTY_SETTINGS = IdleRule(), UncertaintySettings()
NO_POSITIONS: Mapping[str, FloatArray] = {}
# Relative tolerance for equal amounts, as sums of the same hectares depend on the order of addition
# in the last digits.
RANK_TOLERANCE = 1e-9
# If the first unit leads by less, %, the second one is named too.
PRACTICALLY_EQUAL_PCT = 1.0


@dataclass(frozen=True)
class Priorities:
    """Reclamation priorities.

    Attributes:
        rows: PRIORITIES, for the units with mined land, in unit order.
        whole: the same for the whole run; its unit is ALL_LABEL, it has no rank.
        first: row of the highest-priority unit; None if there is none or it cannot be
            determined.
        rule: definition of idle land; decides: year of a map that would date all undated
            land, None if dates lack years and idle land is unknown.
        mining_tc: carbon loss of all mined land, t C, as far as known or assumed.
        uncounted: hectares of idle land by name of the former class, which has no density.
        units: names of all units; land: their combinations, with indices in units as
            strata.
        squares: squares on the ground of the rows; None if the run has units.
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
    def practically_equal(self) -> tuple[Row, float] | None:
        """Second unit and its difference from the first, %, if they are practically equal."""
        idle = sorted((row for row in self.rows if row["idle_ha"]), key=lambda row: row["rank"])
        if self.first is None or len(idle) < 2:
            return None
        column = "idle_ha" if self.first["uptake_20y_tc"] is None else "uptake_20y_tc"
        less = abs(100.0 - (compute_percent(idle[1][column], self.first[column]) or 0.0))
        return (idle[1], less) if less < PRACTICALLY_EQUAL_PCT else None

    @property
    def potential_pct_of_loss(self) -> float | None:
        """Uptake of all idle land in 20 years, in % of the carbon loss from mining."""
        return compute_percent(self.whole["uptake_20y_tc"], self.mining_tc)

    def consistency_checks(self, span: str) -> list[Check]:
        """Check that the units sum to the run; the net is derived from loss and gain."""
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
    """Return the rank of each amount in descending order; equal amounts share a rank."""
    order = np.argsort(-amounts, kind="stable")
    is_less = -np.diff(amounts[order]) > RANK_TOLERANCE * np.max(amounts, initial=0.0)
    firsts = np.maximum.accumulate(np.where(np.append(True, is_less), np.arange(order.size), 0))
    ranks = np.empty(order.size, np.int64)
    ranks[order] = 1 + firsts
    return ranks


def rank_by_uptake(uptake: FloatArray | None, hectares: FloatArray) -> IntArray:
    """Return ranks by uptake if known, with ties ranked by hectares."""
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
    """Return the priorities of reclamation by unit.

    Args:
        ledger: None without a carbon ledger of the land.
        units: their names.
        table: combinations of the units; strata are indices in units.
        points: position of the largest idle area of each unit, by column; may be NaN.
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
    """Return hectares and t C of land mined at any date, by stratum."""
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
    trajectories = Trajectories.from_land(counted, ledger.trajectories.going_on).subset(ever)
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
    """Idle, recent and undated land, and uptake (not of recent); `uncounted`: see Priorities."""

    def __init__(self, land: MinedLand, ledger: Ledger | None, units: int, rule: IdleRule):
        self._states, self._table = rule.classify_land(land), land.table
        # Rows to compute the uptake of.
        self._rows = np.flatnonzero((self._states > RECENT_VALUE) | (self._states == UNDATED_VALUE))
        self._is_idle = self._states[self._rows] > RECENT_VALUE
        self.uncounted: dict[str, float] = {}
        self._uptake = None
        if ledger is None:
            return
        self._uptake = uptake = CarbonUptake(
            ledger, land, units, land.table.select_rows(self._rows)
        )
        missing = self._is_idle & (uptake.before >= 0) & ~uptake.is_counted[uptake.before]
        before, hectares = uptake.before[missing], land.table.hectares[self._rows[missing]]
        for index in np.unique(before):
            self.uncounted[land.class_names[index]] = float(hectares[before == index].sum())

    def _uptake_rows(self, chosen: BoolArray, groups: IntArray, size: int) -> UptakeRows:
        rows, table = self._rows[chosen], self._table
        strata, hectares = table.strata[rows], table.hectares[rows]
        return UptakeRows(np.flatnonzero(chosen), strata, hectares, groups[rows], size)

    def idle_columns(self, groups: IntArray, size: int) -> dict[str, Any]:
        """Return the columns of PRIORITIES on idle land, by groups of the rows."""
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
        """Return the unit that ranks first regardless of the undated land; None if there is none.

        It must rank first with its own undated land excluded and that of the others counted as
        idle.

        Args:
            columns: for all units; is_there: whether each has mined land.
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
        # Without undated land, the first of equal units is chosen.
        is_behind = (ahead > margin) | ((ahead >= -margin) & ~is_open & ~is_open[best])
        is_behind |= (columns["idle_ha"] == 0) & ~is_open
        is_behind[best] = True
        return best if is_behind.all() else None


def priority_columns(priorities: Priorities) -> list[UnitColumns]:
    """Return PRIORITIES columns as unit fields; without mined land, areas are 0, others empty."""
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
# Limit of bins for squares and combinations in a block.
MAX_BINS = 1 << 21
SIZE_FACTORS = (1, 2, 5, 10)


class MinedSquares(CombinationCounter):
    """Counts the combinations of mined land by squares.

    Attributes, once it is finished:
        finest: squares used for the count.
        squares: squares shown.
        names: of the squares with mined land, row by row.
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
        # Squares take the place of strata; `_factor` is the side of counted squares in finest ones.
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
        # Indices of the combinations among the mined ones.
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
        # Counting is much faster than sorting, but needs a bin for each possible key.
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

    def _merge_duplicates(self) -> None:
        """Merge rows of equal square and combination, enlarging the squares if necessary."""
        squares = np.concatenate(
            [_occupied_squares(coded, SIZE_FACTORS[-1]) for coded, *_ in self._parts]
        )
        is_too_fine = np.unique(squares).size > MAX_SQUARES
        if not is_too_fine:
            super()._merge_duplicates()
            # With too many rows, the squares are enlarged further.
            is_too_fine = self._rows > MAX_COMBINATIONS and bool(self._parts[0][0][:2].any())
        if is_too_fine:
            for coded, *_ in self._parts:
                coded[:2] //= SIZE_FACTORS[-1]
            self._factor *= SIZE_FACTORS[-1]
            self._merge_duplicates()

    def finalize_results(self, census: CountResult) -> None:
        self._merge_duplicates()
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
        # The order in which threads number the classes must not affect the sums, not even by
        # rounding.
        order = np.lexsort(pack_keys([*coded[dates:], *classes[::-1], strata]))
        table = CombinationTable(strata, classes.T, cells, hectares, years)
        self.table = table.select_rows(order)


def _occupied_squares(coded: NDArray[np.uint16], size: int) -> IntArray:
    """Return the square of each row, enlarged by a factor: row, and column in 16 bits."""
    rows, columns = (coded[:2] // size).astype(np.int64)
    squares: IntArray = rows << 16 | columns
    return squares
