"""LEDGER, STOCKS, BALANCE and NET_MAP: what mining and reclamation did to the carbon of the land.

BALANCE is the ledger by whose land it is, taken since the first date or mined at it already: the
loss of the latter is in no map, while what it regains is in all of them. Each row closes: stock
before - loss + gain + growth + pre_mining + other = stock after.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict, cast

import numpy as np

from ..base.colours import interpolate_ramp
from ..base.dates import Period
from ..base.messages import Message, Term, Text
from ..base.numbers import BoolArray, ByteArray, FloatArray, NDArray
from ..mine.mined_land import STATE_KEYS, LandState, LandUse, change_years, uses_by_combination
from ..raster.geotiff import write_ramp_style
from ..results.closure import Check, balance_check
from ..results.losses import NON_CARBON_GROUPS
from ..scan.block import Block
from ..scan.cell_raster import (
    NEGATIVE_RAMP,
    NODATA,
    POSITIVE_RAMP,
    SIGNIFICANT_DIGITS,
    ZERO_COLOUR,
    ValueRaster,
    round_significant,
)
from ..scan.class_codes import FIRST_CLASS_CODE
from ..scan.consumer import RasterWriter
from ..scan.count_result import CountResult
from ..scheme.classes import LandClass
from ..scheme.coefficients import CO2_PER_C, Coefficients
from ..scheme.disturbance_types import DisturbingClasses
from ..scheme.table import ALL_LABEL
from .stocks import (
    DECAYING,
    FLOW_SIGNS,
    GAIN,
    GROWTH,
    LOSS,
    OTHER,
    PRE_MINING,
    SOIL,
    STORED_TOPSOIL,
    VEGETATION,
    AgeRule,
    Flow,
    Stock,
    TimeStep,
    Trajectories,
    carbon_by_class,
    simulate_net,
)

NET = "net"
# As the table has them, in its order.
FLOWS = (LOSS, GAIN, GROWTH, NET, PRE_MINING, OTHER)
POOLS = (SOIL, VEGETATION, STORED_TOPSOIL, DECAYING)
# A sum over pools.
ALL_POOLS = "all"

# A row of LEDGER; written so because `class` is a word of Python. A loss is positive; all other
# flows are positive where the land has more carbon after them.
LedgerRow = TypedDict(
    "LedgerRow",
    {
        "period": str,
        "years": int,
        "flow": str,
        "pool": str,
        "class": str,
        "area_ha": float,
        "tc": float,
        "tco2": float,
        "tc_per_year": float,
    },
)


def flow_rows(
    period: str, years: int, flows: Sequence[Flow], hectares: FloatArray, names: Sequence[str]
) -> list[LedgerRow]:
    """The rows of a period: each flow by class and pool as far as it occurs, then its sums.

    Every flow has the sum over pools and classes, whether it occurs or not; net has sums over
    classes only. All years of a period have the same share (IPCC 2006, V4, equation 2.5).

    Args:
        flows, hectares: t C/ha, and hectares of each trajectory, (n,).
        names: of the classes, in the order of tables.
    """
    rows: list[LedgerRow] = []

    def add(flow: str, pool: str, class_name: str, parts: Sequence[Flow]) -> None:
        carbon = sum(float((part.amounts * hectares[part.land]).sum()) for part in parts)
        land = np.unique(np.concatenate([part.land for part in parts])) if parts else []
        rows.append(
            {
                "period": period,
                "years": years,
                "flow": flow,
                "pool": pool,
                "class": class_name,
                "area_ha": float(hectares[land].sum()) if len(land) else 0.0,
                "tc": float(carbon),
                "tco2": float(carbon) * CO2_PER_C,
                "tc_per_year": float(carbon) / years,
            }
        )

    def add_pools(flow: str, class_name: str, parts: Sequence[Flow]) -> None:
        for pool in POOLS:
            of_pool = [part for part in parts if part.pool == pool]
            if of_pool:
                add(flow, pool, class_name, of_pool)
        add(flow, ALL_POOLS, class_name, parts)

    for flow in FLOWS:
        parts = [part for part in flows if part.flow == flow]
        if flow == NET:
            # A loss is taken off.
            signed = ((FLOW_SIGNS[part.flow], part) for part in flows if part.flow in FLOW_SIGNS)
            parts = [replace(part, amounts=sign * part.amounts) for sign, part in signed]
        elif parts:
            for class_index in np.unique(np.concatenate([part.classes for part in parts])):
                of_class = [part.subset(part.classes == class_index) for part in parts]
                add_pools(flow, names[class_index], [part for part in of_class if part.land.size])
        add_pools(flow, ALL_LABEL, parts)
    return rows


def add_annual_losses(
    lost: FloatArray,
    land: Trajectories,
    date_index: int,
    flows: Sequence[Flow],
    hectares: FloatArray,
) -> None:
    """Add t C lost in each year of the period that a date ends, by class taken, (years, classes).

    Land whose year is known loses in that year, or decays year by year from its end on; other land
    loses in equal parts.
    """
    begin, (years, classes) = land.years[date_index - 1], lost.shape
    for flow in flows:
        if flow.flow != LOSS:
            continue
        year, area = land.change_years(flow.land, flow.origin), hectares[flow.land]
        spread = np.where(year > 0, 0.0, flow.amounts * area)
        lost += np.bincount(flow.classes, spread, classes) / years
        for index in range(years if year.any() else 0):
            amounts = np.where(year == begin + index + 1, flow.amounts, 0.0)
            if flow.decay is not None:
                first, last = (flow.decay.remaining_stock(begin + index + n) for n in (0, 1))
                amounts = np.where(year > 0, first - last, 0.0)
            lost[index] += np.bincount(flow.classes, amounts * area, classes)


def total_flow_tc(rows: Sequence[LedgerRow], flow: str, period: str = "") -> float:
    """t C of a flow, of all pools and classes: of a period, or of all of them."""
    return sum(
        row["tc"]
        for row in rows
        if (row["flow"], row["pool"], row["class"]) == (flow, ALL_POOLS, ALL_LABEL)
        and period in ("", row["period"])
    )


# A row of STOCKS; written so because `class` is a word of Python. youngest_tc and oldest_tc are
# total_tc under the other rules for the ages of reclaimed land.
StockRow = TypedDict(
    "StockRow",
    {
        "year": str,
        "status": str,
        "class": str,
        "area_ha": float,
        "soil_tc": float,
        "vegetation_tc": float,
        "stored_topsoil_tc": float,
        "decaying_tc": float,
        "total_tc": float,
        "youngest_tc": float,
        "oldest_tc": float,
    },
)


def stock_rows(
    year: str,
    states: ByteArray,
    classes: NDArray[np.integer],
    hectares: FloatArray,
    stocks: tuple[Stock, Stock, Stock],
    names: Sequence[str],
) -> list[StockRow]:
    """The rows of a date, by status, then in the order of the classes; only what occurs.

    Args:
        states, classes, hectares: of each trajectory, at this date, (n,).
        stocks: by the rule of the run, for youngest ages, for oldest ones.
        names: of the classes, in the order of tables.
    """
    stock, youngest, oldest = stocks
    amounts = {
        "area_ha": hectares,
        "soil_tc": stock.soil * hectares,
        "vegetation_tc": stock.vegetation * hectares,
        "stored_topsoil_tc": stock.stored * hectares,
        "decaying_tc": stock.decaying * hectares,
        "youngest_tc": youngest.total * hectares,
        "oldest_tc": oldest.total * hectares,
    }
    rows: list[dict[str, Any]] = []
    for state, key in STATE_KEYS.items():
        for class_index in np.unique(classes[states == state]):
            land = (states == state) & (classes == class_index)
            sums = {column: float(of[land].sum()) for column, of in amounts.items()}
            total = sums["soil_tc"] + sums["vegetation_tc"]
            total = total + sums["stored_topsoil_tc"] + sums["decaying_tc"]
            head = {"year": year, "status": key, "class": names[class_index], "total_tc": total}
            rows.append({**head, **sums})
    return cast("list[StockRow]", rows)


def total_stock_tc(rows: Sequence[StockRow], year: str) -> float:
    """t C at a date."""
    return sum(row["total_tc"] for row in rows if row["year"] == year)


DISTURBED, MINED_BEFORE = LAND_PARTS = ("taken", "mined_before")
LAND_LABELS: Mapping[str, Text] = {
    DISTURBED: Term("Disturbed since the first date"),
    MINED_BEFORE: Term("Mined at the first date"),
    ALL_LABEL: Term("All"),
}


class BalanceRow(TypedDict):
    """A row of BALANCE: a period, or all of them, of land of one kind, or of both.

    taken_ha of all periods counts land as often as it was taken. counted_0_ha is land taken from a
    class without a density in use. assumed_loss_tc is an assumption, in no sum: what land that was
    mined before would have lost if it had lost per hectare what the land taken since lost when it
    was taken first. decaying_tc is in
    the stock after: it was lost, and is still to decay.
    """

    period: str
    land: str
    area_ha: float
    stock_before_tc: float
    loss_tc: float
    gain_tc: float
    growth_tc: float
    pre_mining_tc: float
    other_tc: float
    stock_after_tc: float
    net_tc: float
    net_tco2: float
    taken_ha: float
    counted_0_ha: float
    reclaimed_ha: float
    assumed_loss_tc: float | None
    net_low_tc: float | None
    net_high_tc: float | None
    decaying_tc: float


FLOW_COLUMNS = {flow: f"{flow}_tc" for flow in (LOSS, GAIN, GROWTH, PRE_MINING, OTHER)}
# What is added up over land, and over periods.
LAND_SUM_COLUMNS = ("area_ha", "stock_before_tc", "stock_after_tc", "reclaimed_ha", "decaying_tc")
PERIOD_SUM_COLUMNS = (*FLOW_COLUMNS.values(), "net_tc", "net_tco2", "taken_ha", "counted_0_ha")


def is_uncounted(classes: Sequence[LandClass], uses: ByteArray) -> BoolArray:
    """Whether land that is taken counts 0 and might hold carbon, by class as the uses are."""
    is_bare = np.array([c.group.casefold() in NON_CARBON_GROUPS for c in classes], np.bool_)
    uncounted: BoolArray = (uses == LandUse.OTHER) & ~is_bare
    return uncounted


def period_rows(
    period: str,
    date_index: int,
    land: Trajectories,
    uncounted: BoolArray,
    hectares: FloatArray,
    before: Stock,
    step: TimeStep,
    state: ByteArray,
) -> list[BalanceRow]:
    """The rows of a period: of the land taken since, of that mined before, and of all.

    Args:
        date_index: of the date that ends it.
        uncounted: by class index.
        before: t C/ha at the date that begins it.
        state: of each trajectory at the date that ends it, (n,).
    """
    was_mine = land.uses[0] == LandUse.MINE
    used, use = land.uses[date_index - 1 : date_index + 1]
    might_hold = (used == LandUse.OTHER) & uncounted[land.classes[date_index - 1]]
    amounts = {
        "area_ha": hectares,
        "stock_before_tc": before.total * hectares,
        "stock_after_tc": step.stock.total * hectares,
        "taken_ha": hectares * land.newly_mined_sinks(date_index),
        "counted_0_ha": hectares * ((use == LandUse.MINE) & might_hold),
        "reclaimed_ha": hectares * (state == LandState.RECLAIMED),
        "decaying_tc": step.stock.decaying * hectares,
    }
    empty = dict.fromkeys(("assumed_loss_tc", "net_low_tc", "net_high_tc"))
    rows: list[dict[str, Any]] = []
    for name, chosen in ((DISTURBED, ~was_mine), (MINED_BEFORE, was_mine)):
        flows = dict.fromkeys(FLOW_COLUMNS.values(), 0.0)
        for flow in step.flows:
            own = flow.subset(chosen[flow.land])
            flows[FLOW_COLUMNS[flow.flow]] += float((own.amounts * hectares[own.land]).sum())
        net = flows["gain_tc"] + flows["growth_tc"] - flows["loss_tc"]
        sums = {column: float(of[chosen].sum()) for column, of in amounts.items()}
        head = {"period": period, "land": name, "net_tc": net, "net_tco2": net * CO2_PER_C}
        rows.append({**head, **flows, **sums, **empty})
    of_all = {**rows[0], "land": ALL_LABEL}
    for column in (*LAND_SUM_COLUMNS, *PERIOD_SUM_COLUMNS):
        of_all[column] = sum(row[column] for row in rows)
    return cast("list[BalanceRow]", [*rows, of_all])


def sum_periods(rows: Sequence[BalanceRow], loss_per_ha: float | None = None) -> list[BalanceRow]:
    """The rows of all periods together, of those of each.

    Args:
        loss_per_ha: t C that land loses when it is disturbed first, of which land mined before is
            assumed to have lost as much; None where no land tells.
    """
    sums = []
    for land in (*LAND_PARTS, ALL_LABEL):
        own = [row for row in rows if row["land"] == land]
        before = own[0]["stock_before_tc"]
        row: BalanceRow = {**own[-1], "period": "", "stock_before_tc": before}
        for column in PERIOD_SUM_COLUMNS:
            row[column] = sum(part[column] for part in own)  # type: ignore[literal-required]
        sums.append(row)
    _, mined_before, of_all = sums
    if loss_per_ha is not None:
        assumed = mined_before["area_ha"] * loss_per_ha
        mined_before["assumed_loss_tc"] = of_all["assumed_loss_tc"] = assumed
    return sums


def find_balance_row(rows: Sequence[BalanceRow], land: str, period: str = "") -> BalanceRow:
    """The row of some land in a period, or in all of them."""
    return next(row for row in rows if (row["land"], row["period"]) == (land, period))


def mining_loss_tc(rows: Sequence[BalanceRow]) -> float:
    """t C that the land taken since the first date lost, and land mined before is assumed to."""
    assumed = find_balance_row(rows, MINED_BEFORE)["assumed_loss_tc"] or 0.0
    return find_balance_row(rows, DISTURBED)["loss_tc"] + assumed


def balance_key_figures(rows: Sequence[BalanceRow]) -> dict[str, float]:
    """What sums BALANCE up, by the names of the algorithms' outputs; none that does not exist."""
    mined_before = find_balance_row(rows, MINED_BEFORE)
    figures = {
        "NET_TAKEN_TC": find_balance_row(rows, DISTURBED)["net_tc"],
        "NET_MINED_BEFORE_TC": mined_before["net_tc"],
    }
    assumed = mined_before["assumed_loss_tc"]
    return figures if assumed is None else {**figures, "ASSUMED_LOSS_TC": assumed}


def balance_checks(
    rows: Sequence[BalanceRow], ledger_rows: Sequence[LedgerRow], span: str
) -> list[Check]:
    """That every row closes, that both kinds of land are all land, and that LEDGER agrees."""
    checks = []
    for row in rows:
        parts = (GAIN, GROWTH, PRE_MINING, OTHER)
        added = [row[FLOW_COLUMNS[flow]] for flow in parts]  # type: ignore[literal-required]
        what = Message(
            "BALANCE, {land}: stock + gain + growth + pre_mining + other = stock after + loss",
            land=row["land"],
        )
        before, after = [row["stock_before_tc"], *added], [row["stock_after_tc"], row["loss_tc"]]
        checks.append(balance_check(row["period"] or span, what, before, after))
    added_up = Term("BALANCE: net of taken + mined_before = (all)")
    for period in dict.fromkeys(row["period"] for row in rows):
        lands = (DISTURBED, MINED_BEFORE, ALL_LABEL)
        *of_lands, net = (find_balance_row(rows, land, period)["net_tc"] for land in lands)
        of_ledger = total_flow_tc(ledger_rows, NET, period)
        checks += [
            balance_check(period or span, added_up, of_lands, [net]),
            Check(period or span, Term("net of LEDGER = BALANCE"), of_ledger, net),
        ]
    return checks


NO_CHANGE_LABEL = Term("No net change")
# From the largest loss to a gain as large, on one scale: what is nearly nothing looks so.
NET_COLOUR_RAMP = (*NEGATIVE_RAMP[::-1], ZERO_COLOUR, *POSITIVE_RAMP)
# What is left of sums that come to 0, t C/ha: as good as nothing.
ROUNDING_TOLERANCE = 1e-6


def remove_rounding_errors(nets: FloatArray) -> FloatArray:
    """t C/ha, 0 for what the arithmetic alone leaves of it."""
    return np.where(np.abs(nets) < ROUNDING_TOLERANCE, 0.0, nets)


def net_colour(share: float) -> str:
    """The colour of a net, given as a share of the largest gain or loss, -1 to 1."""
    return interpolate_ramp(NET_COLOUR_RAMP, (share + 1) / 2)


class NetRaster(ValueRaster):
    """gain + growth - loss of all periods in each cell, t C/ha; 0 on land that is never mined."""

    def __init__(
        self,
        writer: RasterWriter,
        path: str | Path,
        span: Period,
        coefficients: Coefficients,
        disturbing: DisturbingClasses,
        rule: AgeRule,
    ):
        self._years = [int(date.year) for date in writer.series.dates]
        self._coefficients, self._disturbing, self._rule = coefficients, disturbing, rule
        self._no_change = writer.translate(NO_CHANGE_LABEL)
        self._drafts = writer.drafts
        title = Message("Net carbon change {period}, t C/ha", period=span.name)
        tiff = writer.create_geotiff(path, span, title, np.float64, NODATA)
        super().__init__(tiff, writer.series.area)

    def finalize_results(self, census: CountResult) -> None:
        """A row of the legend for each value, unless there are too many; and the ramp, which is
        what QGIS shows."""
        most = max(map(abs, self.written_values()), default=0.0)
        if most:
            half = len(NET_COLOUR_RAMP) // 2
            stops = [
                (most * step / half, colour) for step, colour in enumerate(NET_COLOUR_RAMP, -half)
            ]
            write_ramp_style(self.tiff.path, self._drafts, stops, "t C/ha")
        self.close_with_labels(
            lambda value: f"{value:+.{SIGNIFICANT_DIGITS}g} t C/ha" if value else self._no_change
        )

    def compute_values(self, block: Block) -> FloatArray:
        """t C/ha of each combination of a block, (n,)."""
        nets = np.zeros(block.cells.size)
        uses = uses_by_combination(block, self._disturbing)
        mined = np.logical_or.reduce([use == LandUse.MINE for use in uses])
        if block.valid is not None:
            mined &= block.valid
        land = np.flatnonzero(mined)
        if land.size:
            of_land = None if block.years is None else block.years[:, land]
            mined_uses = [use[land] for use in uses]
            trajectories = Trajectories(
                [codes[land].astype(np.int64) - FIRST_CLASS_CODE for codes in block.codes],
                mined_uses,
                self._years,
                changed=change_years(mined_uses, of_land, self._years),
            )
            carbon = carbon_by_class(block.classes, self._coefficients)
            nets[land] = round_significant(
                remove_rounding_errors(simulate_net(trajectories, carbon, self._rule))
            )
        return nets
