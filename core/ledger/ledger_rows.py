"""LEDGER, STOCKS, BALANCE and NET_MAP: effects of mining and reclamation on carbon.

BALANCE separates land disturbed since the first date from land mined at that date: maps
show the gains of the latter but not its losses. Each row balances: stock before - loss
+ gain + growth + pre_mining + other = stock after.
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
# Values and order of the table column.
FLOWS = (LOSS, GAIN, GROWTH, NET, PRE_MINING, OTHER)
POOLS = (SOIL, VEGETATION, STORED_TOPSOIL, DECAYING)
# Pool label of sums.
ALL_POOLS = "all"

# A row of LEDGER; functional syntax because `class` is a Python keyword. Losses are positive; other
# flows are positive if the carbon stock increases.
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
    """Return the rows of a period: flows by class and pool as far as they occur, and sums.

    Every flow has a sum over pools and classes, even if it does not occur; net has only
    sums over classes. Flows are distributed equally over the years (IPCC 2006, V4, equation
    2.5).

    Args:
        flows, hectares: t C/ha, and hectares of each trajectory, (n,).
        names: class names in table order.
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
    """Add the losses of a period to t C by year and former class, (years, classes).

    In the known year, or annual decay from its end; other losses are distributed equally.
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
    """Return t C of a flow over all pools and classes, for a period or for all periods."""
    return sum(
        row["tc"]
        for row in rows
        if (row["flow"], row["pool"], row["class"]) == (flow, ALL_POOLS, ALL_LABEL)
        and period in ("", row["period"])
    )


# A row of STOCKS; functional syntax because `class` is a Python keyword. youngest_tc and oldest_tc
# are total_tc with the other age rules.
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
    """Return the rows of a date by status and class, as far as they occur.

    Args:
        states, classes, hectares: values of each trajectory at this date, (n,).
        stocks: stocks with the rule of the run, youngest ages and oldest ages.
        names: class names in table order.
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
    """Return the carbon stock at a date, t C."""
    return sum(row["total_tc"] for row in rows if row["year"] == year)


DISTURBED, MINED_BEFORE = LAND_PARTS = ("taken", "mined_before")
LAND_LABELS: Mapping[str, Text] = {
    DISTURBED: Term("Disturbed since the first date"),
    MINED_BEFORE: Term("Mined at the first date"),
    ALL_LABEL: Term("All"),
}


class BalanceRow(TypedDict):
    """A row of BALANCE, for one or all periods and one or all kinds of land.

    taken_ha of all periods includes repeated disturbance. counted_0_ha is disturbed land
    with a former class without a density in use. assumed_loss_tc is in no sum: the loss of
    land mined at the first date, assuming the loss per hectare at first disturbance of land
    disturbed since. decaying_tc is part of the stock after: lost carbon not yet decayed.
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
# Columns summed over kinds of land, and over periods.
LAND_SUM_COLUMNS = ("area_ha", "stock_before_tc", "stock_after_tc", "reclaimed_ha", "decaying_tc")
PERIOD_SUM_COLUMNS = (*FLOW_COLUMNS.values(), "net_tc", "net_tco2", "taken_ha", "counted_0_ha")


def is_uncounted(classes: Sequence[LandClass], uses: ByteArray) -> BoolArray:
    """Return whether land without densities may hold carbon, by class index."""
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
    """Return the rows of a period: land disturbed since the first date, before it, and all.

    Args:
        date_index: index of the last date of the period.
        uncounted: result of is_uncounted, by class index.
        before: t C/ha at the first date of the period.
        state: state of each trajectory at the last date of the period, (n,).
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
    """Return the rows of all periods together.

    Args:
        loss_per_ha: loss at first disturbance, t C/ha, assumed for land mined at the first
            date; None if no land shows it.
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
    """Return the row of a kind of land in a period, or in all periods."""
    return next(row for row in rows if (row["land"], row["period"]) == (land, period))


def mining_loss_tc(rows: Sequence[BalanceRow]) -> float:
    """Return the loss of land disturbed since the first date plus the assumed earlier loss, t C."""
    assumed = find_balance_row(rows, MINED_BEFORE)["assumed_loss_tc"] or 0.0
    return find_balance_row(rows, DISTURBED)["loss_tc"] + assumed


def balance_checks(
    rows: Sequence[BalanceRow], ledger_rows: Sequence[LedgerRow], span: str
) -> list[Check]:
    """Return checks that rows balance, that both kinds of land sum to all, and on LEDGER."""
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
# One scale for losses and gains, so that values near 0 look neutral.
NET_COLOUR_RAMP = (*NEGATIVE_RAMP[::-1], ZERO_COLOUR, *POSITIVE_RAMP)
# Sums below this, t C/ha, are rounding errors.
ROUNDING_TOLERANCE = 1e-6


def remove_rounding_errors(nets: FloatArray) -> FloatArray:
    """Return t C/ha with rounding errors set to 0."""
    return np.where(np.abs(nets) < ROUNDING_TOLERANCE, 0.0, nets)


def net_colour(share: float) -> str:
    """Return the colour of a net, given as a fraction of the largest gain or loss, -1 to 1."""
    return interpolate_ramp(NET_COLOUR_RAMP, (share + 1) / 2)


class NetRaster(ValueRaster):
    """Raster of gain + growth - loss of all periods, t C/ha; 0 on land that is never mined."""

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
        """Write a legend row per value, unless there are too many, and the QGIS colour ramp."""
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
        """Return t C/ha of each combination of a block, (n,)."""
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
