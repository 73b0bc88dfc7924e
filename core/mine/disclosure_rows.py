"""DISCLOSURE: what mining took and gave back by site, from what to what, as reports ask for it.

After what others quote of GRI 101-6, TNFD C1.0 and C1.1, and ESRS E4-5. The land is that of
DISTURBED and RECLAIMED; an ecosystem is a class, and whether it is natural its class table says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from ..base.messages import Term
from ..base.numbers import percent
from ..results.closure import Check
from ..scheme.classes import NO, YES
from ..scheme.reserved import ALL
from .conversions import DisturbedRow, ReclaimedRow, reclaimed_kinds, taken_hectares, taken_in
from .land import MineLand
from .states import KEYS, State

NOT_KNOWN = "not known"
CONVERTED, MODIFIED = "natural converted", "modified to modified"
# By what the class table says of the class before.
KINDS = {YES: CONVERTED, NO: MODIFIED, "": NOT_KNOWN}
# What land is that left the mine, by the place of its kind in RECLAIMED_KINDS.
PHASES = np.array(
    [State.RECLAIMED, State.RECLAIMED, State.REDEVELOPED, State.FLOODED, State.OTHER], np.int64
)


class DisclosureRow(TypedDict):
    """A row of DISCLOSURE: land that was disturbed, or land that was given back."""

    site: str
    period: str
    reference_date: str
    kind: str
    phase: str
    ecosystem_before: str
    ecosystem_after: str
    disturbed_ha: float
    reclaimed_ha: float
    net_ha: float
    pct_of_before: float | None


def disclosure_rows(land: MineLand, site: str = ALL) -> list[DisclosureRow]:
    """DISCLOSURE of a site, by period, then by phase, then in the order of the classes.

    The ecosystem before is what the land was when mining took it last; of land that has been mined
    since the first date nobody knows it, and it comes after the classes.
    """
    names = [*(c.name for c in land.classes), NOT_KNOWN]
    kinds = [*(KINDS[c.natural] for c in land.classes), NOT_KNOWN]
    before = np.full(len(land.first_mined), len(land.classes))
    rows: list[DisclosureRow] = []
    for step in land.steps:
        earlier, later = (land.table.classes[:, n] for n in (step.earlier, step.later))
        taken, left = taken_in(land, step), reclaimed_kinds(land, step)
        before[taken] = earlier[taken]
        phases = np.where(taken, State.ACTIVE, np.where(left < 0, 0, PHASES[left]))
        at_start = np.bincount(earlier, land.table.hectares, len(names))
        for (phase, source, target), _, area in land.sums(phases > 0, phases, before, later):
            is_active = phase == State.ACTIVE
            rows.append(
                {
                    "site": site,
                    "period": step.name,
                    "reference_date": land.dates[step.earlier].label,
                    "kind": kinds[source],
                    "phase": KEYS[State(phase)],
                    "ecosystem_before": names[source],
                    "ecosystem_after": names[target],
                    "disturbed_ha": area if is_active else 0.0,
                    "reclaimed_ha": 0.0 if is_active else area,
                    "net_ha": area if is_active else -area,
                    "pct_of_before": percent(area, at_start[source]) if is_active else None,
                }
            )
    return rows


def disclosure_checks(
    land: MineLand, disturbed: Sequence[DisturbedRow], reclaimed: Sequence[ReclaimedRow]
) -> list[Check]:
    """The rows of the whole run against those of DISTURBED and RECLAIMED."""
    rows, checks = disclosure_rows(land), []
    for step in land.steps:
        taken = taken_hectares(disturbed, step.name)
        left = sum(row["area_ha"] for row in reclaimed if row["period"] == step.name)
        of_step = [row for row in rows if row["period"] == step.name]
        found = sum(row["disturbed_ha"] for row in of_step)
        what = Term("hectares disturbed by ecosystem = newly mined")
        checks.append(Check(step.name, what, taken, found))
        found = sum(row["reclaimed_ha"] for row in of_step)
        what = Term("hectares given back by ecosystem = those of all kinds")
        checks.append(Check(step.name, what, left, found))
    return checks
