"""What has become of mined land by each date: STATUS, and the raster of the last date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

import numpy as np

from ..base.dates import Date, Period
from ..base.messages import Message, Term
from ..base.numbers import percent
from ..results.closure import Check
from ..scan.census import Census
from .land import MineLand, MineMap
from .states import KEYS, State, states

NODATA = 0

# As people are told of them, and the colour of each.
SHOWN = {
    State.BEFORE_MINING: (Term("Before mining"), "#fff07e"),
    State.ACTIVE: (Term("Active mine"), "#49263c"),
    State.RECLAIMED: (Term("Reclaimed"), "#62a27a"),
    State.REDEVELOPED: (Term("Redeveloped"), "#983407"),
    State.FLOODED: (Term("Flooded"), "#325abe"),
    State.OTHER: (Term("Other land after mining"), "#9b9fc2"),
    State.NEVER_MINED: (Term("Never mined"), "#f0fdfb"),
}
WORDS = {state: words for state, (words, _) in SHOWN.items()}
COLOURS = {state: colour for state, (_, colour) in SHOWN.items()}
# For tables.
SWATCHES = {str(words): colour for words, colour in SHOWN.values()}


class StatusRow(TypedDict):
    """A row of STATUS."""

    year: str
    status: str
    cells: int
    area_ha: float
    share_pct: float | None


def status_rows(land: MineLand) -> list[StatusRow]:
    """STATUS: every date, and every state at it, whether it occurs or not."""
    total = float(land.table.hectares.sum())
    rows: list[StatusRow] = []
    for date_number, date in enumerate(land.dates, 1):
        of_land = states(land.uses, date_number, land.first_mined)
        for state, key in KEYS.items():
            area = land.hectares_of(of_land == state)
            rows.append(
                {
                    "year": date.label,
                    "status": key,
                    "cells": int(land.table.cells[of_land == state].sum()),
                    "area_ha": area,
                    "share_pct": percent(area, total),
                }
            )
    return rows


def by_date(rows: Sequence[StatusRow]) -> list[dict[State, StatusRow]]:
    """The rows of STATUS date by date, by state."""
    size = len(KEYS)
    starts = range(0, len(rows), size)
    return [dict(zip(KEYS, rows[start : start + size])) for start in starts]


def status_map(dates: Sequence[Date], span: Period) -> MineMap:
    """STATUS_MAP: the State of each cell at the last date, with a row for every one it could be."""
    # At the last date no land is mined later.
    shown = sorted(state for state in KEYS if state != State.BEFORE_MINING)
    return MineMap(
        Message("Status of mined land {period}", period=span.name),
        lambda uses: states(uses, len(dates)),
        np.arange(len(KEYS) + 1, dtype=np.uint8),
        [(int(state), *SHOWN[state]) for state in shown],
    )


def status_checks(land: MineLand, rows: Sequence[StatusRow], census: Census) -> list[Check]:
    """The states of each date against what is ever mined, the class areas, and all land."""
    ever = land.hectares_of(land.first_mined > 0)
    total = census.total_hectares
    checks = []
    for date, by_state, mined in zip(land.dates, by_date(rows), land.mined_in(census)):
        areas = {state: row["area_ha"] for state, row in by_state.items()}
        never = areas.pop(State.NEVER_MINED)
        label, states_ha = date.label, sum(areas.values())
        checks += [
            Check(label, Term("hectares of all states = ever mined"), ever, states_ha),
            Check(label, Term("ever mined + never mined = all hectares"), total, states_ha + never),
            Check(label, Term("active = class areas of mined land"), mined, areas[State.ACTIVE]),
        ]
    return checks
