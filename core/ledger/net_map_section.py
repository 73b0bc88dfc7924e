"""The section with a map of what mining and reclamation did to each hectare."""

from __future__ import annotations

from math import ceil

import numpy as np

from ..base.arrays import Bytes, Floats
from ..base.colours import along
from ..base.messages import Message, Term
from ..base.numbers import round_length
from ..mine.mined_maps import mined_maps
from ..report.parts import Section
from ..scan.cell_raster import ABOVE_RAMP, BELOW_RAMP, NONE_COLOUR
from .net_map import NO_CHANGE
from .results import LedgerResults

# Steps on either side of 0, at most.
STEPS = 5
NOTHING, ZERO = 0, 1


def net_map_section(results: LedgerResults) -> Section | None:
    """The map with its legend; None where no picture was made."""
    ledger, thumbnail = results.ledger, results.thumbnail
    if thumbnail is None:
        return None
    maps = mined_maps(results.series, thumbnail, ledger.land.disturbing)
    values, steps = binned(ledger.net_at(maps.classes))
    colours = {value: colour for value, (_, colour) in steps.items()}
    title = Message("Net carbon {span}, t C/ha", span=ledger.land.span)
    pictures, choices = maps.of_all_frames(title, values, colours)
    return Section(
        "net-map",
        Term("Where it was lost and regained"),
        [
            Term(
                "Gain and growth less loss of all periods on each hectare, as NET_MAP has it: "
                "brown where mining took more than came back, green where more came back."
            )
        ],
        maps=pictures,
        map_choices=choices,
        map_legend=list(steps.values()),
    )


def binned(nets: Floats) -> tuple[Bytes, dict[int, tuple[str, str]]]:
    """Numbers of steps by place, and the words and colour of each step, from the lowest.

    Args:
        nets: t C/ha; NaN where land does not count.
    """
    counted = np.nan_to_num(nets)
    most = float(np.abs(counted).max(initial=0.0))
    cells = np.where(np.isnan(nets), NOTHING, ZERO).astype(np.uint8)
    none: dict[int, tuple[str, str]] = {ZERO: (NO_CHANGE, NONE_COLOUR)}
    if not most:
        return cells, none
    step = round_length(most / STEPS)
    if most > STEPS * step * (1 + 1e-9):
        # The next one of 1, 2, 5 and 10.
        step = round_length(2.5 * step)
    count = ceil(most / step - 1e-9)
    steps: dict[int, tuple[str, str]] = {}
    for number, place in enumerate((*range(-count, 0), *range(1, count + 1)), ZERO + 1):
        sign, far = (1, place) if place > 0 else (-1, -place)
        if place == 1:
            steps.update(none)
        here = (sign * counted > (far - 1) * step) & (sign * counted <= far * step + 1e-9)
        if here.any():
            cells[here] = number
            low, high = sorted((sign * (far - 1) * step, place * step))
            ramp = ABOVE_RAMP if place > 0 else BELOW_RAMP
            steps[number] = (f"{_signed(low)} \u2026 {_signed(high)}", along(ramp, far / count))
    return cells, steps


def _signed(amount: float) -> str:
    return f"\u2212{-amount:g}" if amount < 0 else f"{amount:g}"
