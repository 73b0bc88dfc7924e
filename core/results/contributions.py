"""How much each conversion of land contributes to the change of what the land holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import TypedDict

from ..base.messages import Message
from ..base.numbers import percent
from ..scan.census import TransitionCube
from ..scheme.values import ClassValues
from .closure import Check


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
            ranked = sorted(zip(pairs, changes), key=lambda one: -abs(one[1]))
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
