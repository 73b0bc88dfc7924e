"""The sections on what has become of mined land by each date, and how old reclaimed land is."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..report.charts import stacked_chart
from ..report.figures import area_bars
from ..report.maps import picture, picture_shape
from ..report.parts import Section, crossed, known, listed
from ..report.rounding import hectares, rounded
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


MOST_ROWS = 40


def age_section(reclamation: Reclamation) -> Section:
    """Ages of the land that is reclaimed at the last date, by interval and class."""
    title = Term("Ages of reclaimed land")
    if not reclamation.has_ages:
        return Section("mine-ages", title, [Term("Ages need layers with years.")])
    year = reclamation.land.dates[-1].label
    rows = [row for row in reclamation.ages if row["year"] == year]
    if not rows:
        return Section("mine-ages", title, [Message("No land is reclaimed in {year}.", year=year)])
    areas: dict[tuple[str, int], float] = {}
    for row in rows:
        key = row["class"], row["age_min"]
        areas[key] = areas.get(key, 0.0) + row["area_ha"]
    # The intervals lie one after the other, so that the least age tells them apart.
    intervals = dict(sorted((row["age_min"], row["age_max"]) for row in rows))
    labels = [f"{least}\N{EN DASH}{most}" for least, most in intervals.items()]
    classes = [c.name for c in reclamation.land.classes if any(n == c.name for n, _ in areas)]
    by_class = {name: [areas.get((name, least), 0.0) for least in intervals] for name in classes}
    colours = reclamation.land.classes.colours_by_name()
    ages = [Message("{age} years", age=label) for label in labels]
    return Section(
        "mine-ages",
        title,
        [
            Term(
                "Land was reclaimed some time between the date that first shows it and the date "
                "before, so an age is an interval. A change from one sink to another does not make "
                "land younger."
            )
        ],
        charts=[
            stacked_chart(
                "mine-ages",
                Message("Reclaimed land in {year} by age in years, ha", year=year),
                labels,
                [area_bars(name, colours[name], ages, values) for name, values in by_class.items()],
                Term("Reclaimed land, ha"),
                tops=[hectares(sum(column), 0) for column in zip(*by_class.values())],
            )
        ],
        tables=[
            crossed(
                "mine-ages",
                Message("Reclaimed land in {year} by class and age in years, ha", year=year),
                known("class", colours=colours),
                labels,
                list(by_class.items()),
            ),
            listed(
                "mine-ages-full",
                Message("Reclaimed land in {year} by age, class and class before", year=year),
                [
                    *map(known, ("age_min", "age_mid", "age_max")),
                    known("class", colours=colours),
                    known("source_class", colours=colours),
                    known("area_ha"),
                ],
                rows,
                MOST_ROWS,
                "AGES",
                folded=True,
            ),
        ],
    )
