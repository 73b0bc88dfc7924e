"""The sections on land and emissions in one figure, and on the balance of all years."""

from __future__ import annotations

from functools import partial

import numpy as np

from ..base.arrays import Floats
from ..base.colours import spare_colour
from ..base.messages import Message, Term, Text
from ..report.figures import INK
from ..report.parts import Chart, Section, ShownTable, known
from ..report.rounding import rounded
from ..scheme.coefficients import CO2_PER_C
from .figures import (
    AXIS,
    LEAST_WIDTH,
    NET_WORDS,
    SINK,
    SINK_WORDS,
    TAKEN,
    TAKEN_WORDS,
    UNIT,
    Panel,
    YearCurve,
    lines,
    panels,
)
from .path import NeutralityPath
from .projection import ScenarioProjection

EMITTED = "#d97706"
EMITTED_WORDS = Term("Emissions of all stages")
MINED, RECLAIMED = "#5b3a5e", "#7fb069"
MINED_WORDS, RECLAIMED_WORDS = Term("Mined land, ha"), Term("Reclaimed land of all ages, ha")


def land_section(path: NeutralityPath) -> Section:
    """What is emitted, and the land below it, year by year."""
    shown = [_panels(path, projection) for projection in path.projections]
    chart = Chart(
        "path-land",
        Term("Emissions above, land below"),
        [("", partial(panels, path.span.years, shown, path.span.milestones))],
        [
            *((EMITTED_WORDS, EMITTED), (TAKEN_WORDS, TAKEN), (SINK_WORDS, SINK)),
            *((NET_WORDS, INK), (MINED_WORDS, MINED), (RECLAIMED_WORDS, RECLAIMED)),
        ],
        Term(
            "Reclaimed land goes on gaining carbon for years after its reclamation, and ever "
            "less of it."
        ),
        LEAST_WIDTH if len(shown) > 1 else 0,
    )
    columns = [*map(known, ("scenario", "year", "disturbed_ha", "reclaimed_ha", "mine_ha"))]
    table = ShownTable("path-land", Term("Land at the milestones"), columns, path.milestone_rows)
    return Section(
        "path-land",
        Term("Land and emissions"),
        [_sentence(path, projection) for projection in path.projections],
        charts=[chart],
        tables=[table],
    )


def _panels(path: NeutralityPath, projection: ScenarioProjection) -> list[Panel]:
    name, schedule = projection.scenario.name, projection.schedule
    flows = [
        YearCurve(EMITTED_WORDS, EMITTED, list(projection.emitted), UNIT),
        YearCurve(TAKEN_WORDS, TAKEN, list(projection.loss * CO2_PER_C), UNIT, dash="dash"),
        YearCurve(SINK_WORDS, SINK, list(-projection.sink * CO2_PER_C), UNIT),
        YearCurve(NET_WORDS, INK, list(projection.net), UNIT),
    ]
    areas = [
        YearCurve(MINED_WORDS, MINED, [path.start.mine_ha or 0.0, *schedule.mine], "ha"),
        YearCurve(RECLAIMED_WORDS, RECLAIMED, list(_reclaimed(path, projection)), "ha"),
    ]
    return [
        Panel(name, flows, AXIS, share=0.6),
        Panel(name, areas, "ha", is_short=False, share=0.4),
    ]


def _reclaimed(path: NeutralityPath, projection: ScenarioProjection) -> Floats:
    """Hectares of reclaimed land at the end of each year: earlier land, and what comes to it."""
    before = sum(cohort.hectares for cohort in path.start.cohorts or ())
    return before + np.concatenate([[0.0], np.cumsum(projection.schedule.reclaimed)])


def _sentence(path: NeutralityPath, projection: ScenarioProjection) -> Text:
    schedule = projection.schedule
    return Message(
        "{scenario}: from {first} to {end} {taken} ha are taken and {reclaimed} ha reclaimed; "
        "{before} ha are mined in {base}, and {after} ha in {end}.",
        scenario=projection.scenario.name,
        first=projection.years[1],
        end=projection.years[-1],
        base=projection.years[0],
        taken=rounded(float(schedule.disturbed.sum()), 0),
        reclaimed=rounded(float(schedule.reclaimed.sum()), 0),
        before=rounded(path.start.mine_ha or 0.0, 0),
        after=rounded(float(schedule.mine[-1]), 0),
    )


def balance_section(path: NeutralityPath) -> Section:
    """The sum of net over the years, which a year of neutrality does not bring back to 0."""
    curves = [
        YearCurve(projection.scenario.name, spare_colour(place), list(projection.cumulative), UNIT)
        for place, projection in enumerate(path.projections)
    ]
    words = Term(
        "Neutral is not balanced: from the year of neutrality on nothing more is added, and "
        "what was emitted before stays in the atmosphere until the sum of all years is 0."
    )
    chart = Chart(
        "path-balance",
        Message("Sum of net from {year} on", year=path.span.base + 1),
        [("", partial(lines, path.span.years, curves, UNIT))],
        [(str(curve.name), curve.colour) for curve in curves],
    )
    return Section("path-balance", Term("Cumulative balance"), [words], charts=[chart])
