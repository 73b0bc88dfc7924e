"""What has become of mined land by each date: STATUS, and the raster of the last date."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from ..base.arrays import Bytes
from ..base.dates import Period
from ..base.messages import Message, Term, Text
from ..base.numbers import percent
from ..results.closure import Check, written_checks
from ..scan.block import Block
from ..scan.census import Census
from ..scan.consumer import Canvas
from ..scheme.taking import Taking
from .land import MineLand, MineRaster
from .states import KEYS, State, states

NODATA = 0

# As people are told of them.
WORDS = {
    State.BEFORE_MINING: Term("Before mining"),
    State.ACTIVE: Term("Active mine"),
    State.RECLAIMED: Term("Reclaimed"),
    State.REDEVELOPED: Term("Redeveloped"),
    State.FLOODED: Term("Flooded"),
    State.OTHER: Term("Other land after mining"),
    State.NEVER_MINED: Term("Never mined"),
}
COLOURS = {
    State.BEFORE_MINING: "#dbc590",
    State.ACTIVE: "#5b3a5e",
    State.RECLAIMED: "#339454",
    State.REDEVELOPED: "#e24828",
    State.FLOODED: "#1d86ee",
    State.OTHER: "#ab9c8b",
    State.NEVER_MINED: "#e6e8e2",
}
# For tables.
SWATCHES = {str(word): COLOURS[state] for state, word in WORDS.items()}


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
    for number, date in enumerate(land.dates, 1):
        found = states(land.uses, number)
        for state, key in KEYS.items():
            area = land.hectares_of(found == state)
            rows.append(
                {
                    "year": date.label,
                    "status": key,
                    "cells": int(land.table.cells[found == state].sum()),
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


class StatusRaster(MineRaster):
    """The State of each cell at the last date.

    Args:
        canvas, path: as for all rasters.
        span: the first date and the last.
        taking: the groups that are mined land.
        translate: gives a Term in the user's language.
    """

    def __init__(
        self,
        canvas: Canvas,
        path: str | Path,
        span: Period,
        taking: Taking,
        translate: Callable[[Text], str] = str,
    ):
        # At the last date no land is mined later.
        shown = sorted(state for state in KEYS if state != State.BEFORE_MINING)
        self._entries = [(int(s), translate(WORDS[s]), COLOURS[s]) for s in shown]
        self._last = span.later + 1
        title = Message("Status of mined land {period}", period=span.name)
        colours = {value: colour for value, _, colour in self._entries}
        tiff = canvas.tiff(path, span, title, np.uint8, NODATA, colours)
        super().__init__(canvas, tiff, taking)

    def values(self, block: Block) -> Bytes:
        return states(self.uses(block), self._last)

    def finish(self, census: Census) -> None:
        """A row of the legend for every state that there could be."""
        self.label(self._entries, census)
        super().finish(census)


def status_checks(
    land: MineLand, rows: Sequence[StatusRow], census: Census, raster: StatusRaster | None
) -> list[Check]:
    """The states of each date against what is ever mined, the class areas, and all land."""
    ever = land.hectares_of(land.first_mined > 0)
    total = census.total_hectares
    checks = []
    for date, own, mined in zip(land.dates, by_date(rows), land.mined_in(census)):
        areas = {state: row["area_ha"] for state, row in own.items()}
        never = areas.pop(State.NEVER_MINED)
        label, states_ha = date.label, sum(areas.values())
        checks += [
            Check(label, Term("hectares of all states = ever mined"), ever, states_ha),
            Check(label, Term("ever mined + never mined = all hectares"), total, states_ha + never),
            Check(label, Term("active = class areas of mined land"), mined, areas[State.ACTIVE]),
        ]
    if raster is not None:
        found = states(land.uses, len(land.dates))
        checks += written_checks(land.span, "STATUS_MAP", raster, found, land.table.cells)
    return checks
