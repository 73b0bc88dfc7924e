"""The section on what has become of mined land by each date."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..report.charts import stacked_chart
from ..report.figures import area_bars
from ..report.maps import picture, picture_shape
from ..report.parts import Section, crossed, known
from ..report.rounding import rounded
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.disturbing_classes import DisturbingClasses
from .land import uses_in
from .reclamation import Reclamation
from .states import State, states
from .status import COLOURS, NODATA, SWATCHES, WORDS

# What the map of the section is kept under.
STATES = "mine_states"
# Of land that is mined at some date, in the order of the bars.
SHOWN = (
    State.ACTIVE,
    State.RECLAIMED,
    State.REDEVELOPED,
    State.FLOODED,
    State.OTHER,
    State.BEFORE_MINING,
)


def status_thumbnail(series: Series, disturbing: DisturbingClasses) -> Thumbnail:
    """A small map of what has become of the land by the last date."""
    last = len(series.rasters)
    return Thumbnail(
        series.window,
        picture_shape(series.grid, series.window),
        lambda block: states(uses_in(block, disturbing), last),
        NODATA,
    )


def state_section(
    reclamation: Reclamation, series: Series, thumbnail: Thumbnail | None = None
) -> Section:
    """State of the mined land by date, with a map of the last one where there is any."""
    section = Section("mine-states", Term("State of the mined land"))
    if not reclamation.ever_hectares:
        section.sentences = [Term("No land is mined at any date.")]
        return section
    labels = [date.label for date in reclamation.land.dates]
    # A state that never occurs needs no colour.
    shown = [state for state in SHOWN if any(at[state]["cells"] for at in reclamation.states)]
    areas = {state: [at[state]["area_ha"] for at in reclamation.states] for state in shown}
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
    if thumbnail is not None:
        shown_on_map = [state for state in WORDS if state != State.BEFORE_MINING]
        colours = {int(state): COLOURS[state] for state in shown_on_map}
        title = Message("State of the mined land, {year}", year=labels[-1])
        section.maps = [picture(title, thumbnail.cells, colours, series.grid, series.window)]
        section.map_legend = [(WORDS[state], COLOURS[state]) for state in shown_on_map]
    section.charts = [
        stacked_chart(
            "mine-states",
            Term("State of the mined land by date, ha"),
            labels,
            [area_bars(WORDS[s], COLOURS[s], labels, hectares) for s, hectares in areas.items()],
            Term("Land that is mined at some date, ha"),
        )
    ]
    section.tables = [
        crossed(
            "mine-states",
            Term("State of the mined land by date, ha"),
            known("status", colours=SWATCHES),
            labels,
            [(WORDS[state], hectares) for state, hectares in areas.items()],
        )
    ]
    return section
