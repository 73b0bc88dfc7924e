"""Uncertainty of an inventory by error propagation.

The method is approach 1 (IPCC 2006, volume 1, chapter 3). Each density is one variable
for all years. Its effect on each year is the difference between two inventories with a
slightly lower and higher density, of the land with that class at any date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import TypedDict

import numpy as np

from ..base.messages import MessageList, Notes
from ..base.numbers import FloatArray
from ..results.uncertainty import coefficient_parameters
from ..scheme.coefficients import CO2_PER_C, MAX_NORMAL_U95_PCT, SOIL
from ..scheme.table import ALL_LABEL
from .categories import CATEGORIES
from .inventory import BIOMASS_AREA, GAIN, KILO_PER_UNIT, LOSS, SOIL_AREA, ZERO_TOLERANCE, Inventory
from .inventory import SOIL as SOIL_CHANGE

BIOMASS, NET, TREND = "biomass", "net", "trend"
# Relative change of a density for numerical derivatives.
RELATIVE_STEP = 1e-3


class InventoryUncertaintyRow(TypedDict):
    """A row of UNCERTAINTY, kt CO2, positive for emissions; no bounds without half-widths."""

    year: str
    category: str
    pool: str
    estimate: float
    low: float | None
    high: float | None


@dataclass
class InventoryUncertainty:
    """Inventory estimates by year, category and pool; 95 % intervals (slower) if `is_wanted`."""

    inventory: Inventory
    is_wanted: bool = True

    def __post_init__(self) -> None:
        self.notes, inventory = Notes(), self.inventory
        classes = inventory.table.classes
        self._changes = (classes != classes[:, :1]).any(axis=1)
        taking_part = [
            int(index)
            for index in np.unique(classes[self._changes])
            if inventory.classes[int(index)] in inventory.coefficients
        ]
        densities = list(inventory.classes), taking_part, inventory.coefficients
        self.parameters = coefficient_parameters(*densities, self.notes)
        rough = [p.name for p in (self.parameters or {}).values() if p.u95_pct > MAX_NORMAL_U95_PCT]
        if rough:
            self.notes.add_notice(
                "Error propagation (Approach 1) is only approximate for margins of error "
                "above {most:g} %: {names}.",
                most=MAX_NORMAL_U95_PCT,
                names=MessageList(rough),
            )

    def _density_effects(self, index: int) -> FloatArray:
        """Return effects of a 100 % change in class densities, (pools, years, categories)."""
        inventory, key = self.inventory, self.inventory.classes[index].key.casefold()
        rows = self._changes & (inventory.table.classes == index).any(axis=1)
        table = inventory.table.select_rows(rows)
        amounts: list[FloatArray] = []
        for factor in (1.0 - RELATIVE_STEP, 1.0 + RELATIVE_STEP):
            coefficient = inventory.coefficients.by_key[key]
            soil, plants = (
                replace(pool, density=pool.density * factor) for pool in coefficient.pools.values()
            )
            moved = replace(coefficient, soil=soil, vegetation=plants)
            by_key = {**inventory.coefficients.by_key, key: moved}
            coefficients = replace(inventory.coefficients, by_key=by_key)
            amounts.append(
                _emissions_by_category(replace(inventory, table=table, coefficients=coefficients))
            )
        return (0.5 / RELATIVE_STEP) * (amounts[1] - amounts[0])

    def _half_widths(self, parts: FloatArray) -> FloatArray:
        """Return half-widths by pool, item (`parts`: weighted sums of years) and category."""
        squares = np.zeros((2, len(parts), len(CATEGORIES) + 1))
        shared = np.zeros_like(squares)
        parameters = self.parameters if self.is_wanted else None
        by_class = groupby((parameters or {}).items(), lambda item: item[0][1])
        for index, of_class in by_class:
            effects = self._density_effects(index)
            for (pool, _), parameter in of_class:
                n = int(pool == SOIL)
                half = parameter.u95_pct / 100.0 * parts @ effects[n]
                squares[n] += half**2 * (1.0 - parameter.shared**2)
                shared[n] += parameter.shared * half
        return np.sqrt(squares + shared**2)

    @cached_property
    def rows(self) -> list[InventoryUncertaintyRow]:
        """UNCERTAINTY: each year, all years, and the trend (last year minus first year)."""
        inventory, count = self.inventory, len(self.inventory.years)
        ends = np.zeros((1, count))
        ends[0, [0, -1]] = -1.0, 1.0
        labels = [*map(str, inventory.years), "", *([TREND] if count > 1 else [])]
        parts = np.concatenate([np.eye(count), np.ones((1, count)), ends])[: len(labels)]
        estimates = parts @ _emissions_by_category(inventory)
        areas = inventory.sums[[BIOMASS_AREA, SOIL_AREA]].sum(axis=3)
        by_year = _append_total(areas) > ZERO_TOLERANCE
        # A trend requires estimates of both years.
        both = by_year[:, [0]] & by_year[:, [-1]]
        known = np.concatenate([by_year, by_year.any(axis=1, keepdims=True), both], axis=1)
        half_widths = self._half_widths(parts)
        net = np.sqrt((half_widths**2).sum(axis=0))
        where_known = np.where(known[:, : len(labels)], estimates, 0.0)
        rows: list[InventoryUncertaintyRow] = []
        for n, label in enumerate(labels):
            for c, category in enumerate([*CATEGORIES, ALL_LABEL]):
                pools = [
                    (BIOMASS, known[0, n, c], estimates[0, n, c], half_widths[0, n, c]),
                    (SOIL, known[1, n, c], estimates[1, n, c], half_widths[1, n, c]),
                    (NET, known[:, n, c].any(), where_known[:, n, c].sum(), net[n, c]),
                ]
                for pool, is_known, estimate, half in pools:
                    if is_known:
                        is_sure = self.is_wanted and self.parameters is not None
                        rows.append(
                            {
                                "year": label,
                                "category": category,
                                "pool": pool,
                                "estimate": float(estimate),
                                "low": float(estimate - half) if is_sure else None,
                                "high": float(estimate + half) if is_sure else None,
                            }
                        )
        return rows

    def net_row(self, year: str) -> InventoryUncertaintyRow | None:
        """Return the row for the net of all land in a year ('': all), or None if not estimated."""
        keys = (year, ALL_LABEL, NET)
        rows = (row for row in self.rows if (row["year"], row["category"], row["pool"]) == keys)
        return next(rows, None)


def _emissions_by_category(inventory: Inventory) -> FloatArray:
    """Return kt CO2 of biomass and soil by year and category, with their sum last."""
    sums = inventory.sums.sum(axis=3)
    changes = np.stack([sums[GAIN] - sums[LOSS], sums[SOIL_CHANGE]])
    return _append_total((0.0 - changes) * (CO2_PER_C * KILO_PER_UNIT))


def _append_total(by_category: FloatArray) -> FloatArray:
    """Return the array with the sum of all categories appended."""
    return np.concatenate([by_category, by_category.sum(axis=-1, keepdims=True)], axis=-1)
