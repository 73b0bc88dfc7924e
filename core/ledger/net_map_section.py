"""The section with a map of what mining and reclamation did to each hectare."""

from __future__ import annotations

import numpy as np

from ..base.messages import Message, Term
from ..base.numbers import Bytes, Floats, Ints
from ..mine.rasters import mined_maps
from ..report.parts import Ramp, Section
from .net_map import RAMP, net_colour, without_dust
from .results import LedgerResults

# What the picture holds where land does not count; from 1 on the ramp in so many colours.
NOTHING, COLOURS = 0, 201
MIDDLE = (COLOURS + 1) // 2


def net_map_section(results: LedgerResults) -> Section | None:
    """The map with its legend; None where no picture was made."""
    ledger, thumbnail = results.ledger, results.thumbnail
    if thumbnail is None:
        return None
    maps = mined_maps(results.series, thumbnail, ledger.land.disturbing)
    # Of the land and not of the picture, so that both frames have one scale, that of NET_MAP.
    most = float(np.abs(without_dust(ledger.nets[ledger.rule])).max(initial=0.0))

    def values(classes: Ints) -> Bytes:
        return along_ramp(ledger.net_at(classes), most)

    colours = {MIDDLE + step: net_colour(step / (MIDDLE - 1)) for step in range(1 - MIDDLE, MIDDLE)}
    title = Message("Net carbon {span}, t C/ha", span=ledger.land.span)
    section = Section(
        "net-map",
        Term("Where it was lost and regained"),
        [
            Term(
                "Gain and growth less loss of all periods on each hectare, as NET_MAP has it: "
                "brown where mining took more than came back, green where more came back."
            )
        ],
        maps=maps.of_all_frames(title, values, colours),
        map_ramp=Ramp(
            RAMP, [f"\u2212{most:.4g}", "0", Message("{value} t C/ha", value=f"+{most:.4g}")]
        ),
    )
    section.frame(maps)
    return section


def along_ramp(nets: Floats, most: float) -> Bytes:
    """The colours of nets, by number: MIDDLE at 0, 1 and COLOURS at the ends, NOTHING of NaN."""
    counted = without_dust(np.nan_to_num(nets))
    steps = np.clip(np.rint(counted / (most or 1.0) * (MIDDLE - 1)), 1 - MIDDLE, MIDDLE - 1)
    return np.where(np.isnan(nets), NOTHING, MIDDLE + steps).astype(np.uint8)
