"""The section with a map of what mining and reclamation did to each hectare."""

from __future__ import annotations

from math import ceil

import numpy as np

from ..base.arrays import Bytes, Floats
from ..base.colours import along
from ..base.messages import Message, Term
from ..base.numbers import round_length
from ..report.maps import picture, picture_shape
from ..report.parts import Section
from ..scan.series import Series
from ..scan.thumbnail import HistoryThumbnail
from ..scan.value_raster import ABOVE_RAMP, BELOW_RAMP, NONE_COLOUR
from .net_map import NO_CHANGE
from .results import LedgerResults

# Steps on either side of 0, at most.
STEPS = 5
NOTHING, ZERO = 0, 1


def net_thumbnail(series: Series) -> HistoryThumbnail:
    """What the map is worked out from, to take part in the pass."""
    return HistoryThumbnail(series, picture_shape(series.grid, series.window))


def net_map_section(results: LedgerResults) -> Section | None:
    """The map with its legend; None where nothing is mined, or no picture was made."""
    ledger, thumbnail = results.ledger, results.thumbnail
    if thumbnail is None or not ledger.hectares.size:
        return None
    dates, *shape = thumbnail.classes.shape
    nets = ledger.net_at(thumbnail.classes.reshape(dates, -1)).reshape(shape)
    cells, steps = binned(nets)
    colours = {value: colour for value, (_, colour) in steps.items()}
    legend = list(steps.values())
    return Section(
        "net-map",
        Term("Where it was lost and regained"),
        [
            Term(
                "Gain and growth less loss of all periods on each hectare, as NET_MAP has it: "
                "brown where mining took more than came back, green where more came back."
            )
        ],
        maps=[
            picture(
                Message("Net carbon {span}, t C/ha", span=ledger.land.span),
                cells,
                colours,
                results.series.grid,
                results.series.window,
            )
        ],
        map_legend=legend,
    )


def binned(nets: Floats) -> tuple[Bytes, dict[int, tuple[str, str]]]:
    """Numbers of steps by pixel, and the words and colour of each step, from the lowest.

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
    below: dict[int, tuple[str, str]] = {}
    above: dict[int, tuple[str, str]] = {}
    number = ZERO
    for place in range(count, 0, -1):
        number += 1
        here = (counted < -(place - 1) * step) & (counted >= -place * step - 1e-9)
        if here.any():
            cells[here] = number
            words = f"{_minus(place * step)} \u2026 {_minus((place - 1) * step)}"
            below[number] = (words, along(BELOW_RAMP, place / count))
    for place in range(1, count + 1):
        number += 1
        here = (counted > (place - 1) * step) & (counted <= place * step + 1e-9)
        if here.any():
            cells[here] = number
            words = f"{(place - 1) * step:g} \u2026 {place * step:g}"
            above[number] = (words, along(ABOVE_RAMP, place / count))
    return cells, {**below, **none, **above}


def _minus(amount: float) -> str:
    """An amount below 0, given without its sign."""
    return f"\u2212{amount:g}" if amount else "0"
