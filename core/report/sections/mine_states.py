"""The section on what has become of mined land by each date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ...messages import Message, Term, Text
from ...results.mine_states import COLOURS, WORDS
from ...results.reclamation import Reclamation
from ...scheme.mining import State
from ..figures import Bars, stacked_bars
from ..maps import Picture
from ..parts import Chart, Section, crossed, known, width_for
from ..rounding import rounded

# Of land that is mined at some date, in the order of the bars.
SHOWN = (
    State.ACTIVE,
    State.RECLAIMED,
    State.REDEVELOPED,
    State.FLOODED,
    State.OTHER,
    State.BEFORE_MINING,
)


def state_section(reclamation: Reclamation, maps: Sequence[Picture] = ()) -> Section:
    """State of the mined land by date, with a map of the last one where there is any."""
    section = Section("mine-states", Term("State of the mined land"))
    if not reclamation.ever_hectares:
        section.sentences = [Term("No land is mined at any date.")]
        return section
    labels = [date.label for date in reclamation.land.dates]
    # A state that never occurs needs no colour.
    shown = [state for state in SHOWN if any(own[state]["cells"] for own in reclamation.states)]
    areas = {state: [own[state]["area_ha"] for own in reclamation.states] for state in shown}
    series = [
        Bars(WORDS[state], COLOURS[state], areas[state], _hovers(WORDS[state], labels, own))
        for state, own in areas.items()
    ]
    draw = partial(stacked_bars, labels, series, Term("Land that is mined at some date, ha"))
    section.sentences = [
        Message(
            "{ever} ha are mined at some date. At the last one {active} ha of it are mined and "
            "{reclaimed} ha ({share} %) are reclaimed.",
            ever=rounded(reclamation.ever_hectares, 2),
            active=rounded(reclamation.hectares(State.ACTIVE), 2),
            reclaimed=rounded(reclamation.hectares(State.RECLAIMED), 2),
            share=rounded(reclamation.reclaimed_pct, 1),
        )
    ]
    section.maps = list(maps)
    section.map_legend = [(WORDS[s], COLOURS[s]) for s in WORDS if s != State.BEFORE_MINING]
    section.charts = [
        Chart(
            "mine-states",
            Term("State of the mined land by date, ha"),
            [("", draw)],
            [(bars.name, bars.colour) for bars in series],
            least_width=width_for(len(labels)),
        )
    ]
    colours = {str(WORDS[state]): COLOURS[state] for state in WORDS}
    section.tables = [
        crossed(
            "mine-states",
            Term("State of the mined land by date, ha"),
            known("status", colours=colours),
            labels,
            [(WORDS[state], own) for state, own in areas.items()],
        )
    ]
    return section


def _hovers(words: Text, labels: Sequence[str], areas: Sequence[float]) -> list[tuple[Text, ...]]:
    return [(words, label, f"{rounded(area, 2)} ha") for label, area in zip(labels, areas)]
