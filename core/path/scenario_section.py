"""The section on the path itself: emissions by stage, sink, net and band, scenario by scenario."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from math import isnan

from ..base.messages import Message, Term, Text
from ..report.figures import INK
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, Swatches, known
from ..report.rounding import rounded
from ..scheme.coefficients import CO2_PER_C
from .emission_words import STAGES
from .figures import (
    AXIS,
    BAND,
    LEAST_WIDTH,
    NET_WORDS,
    SINK_COLOUR,
    SINK_WORDS,
    TAKEN_COLOUR,
    TAKEN_WORDS,
    UNIT,
    Panel,
    YearCurve,
    panels,
    year_marks,
)
from .path import NeutralityPath
from .projection import Band, ScenarioProjection

COLOURS = {
    "stripping": "#d9b36c",
    "mining": "#6b4a73",
    "transportation": "#e08e45",
    "dumping": "#97714f",
    "reclamation": "#b9c46a",
    "post_mining": "#a58bb0",
}
OFFSETS_COLOUR, OFFSETS_WORDS = "#4287c8", Term("Offsets")


def scenario_section(path: NeutralityPath) -> Section:
    """Fig. 5 of the paper with numbers in it: two panels per scenario, and the milestones."""
    shown = [_panels(projection, band) for projection, band in path.banded]
    years, milestones = path.span.after, path.span.milestones
    is_neutral = any(projection.neutral_year is not None for projection in path.projections)
    chart = Chart(
        "path",
        Term("Emissions by stage and sink of the land above, net emissions below"),
        [("", partial(panels, years, shown, milestones))],
        _legend(path, shown),
        Message(
            "Above 0 to the atmosphere. Land that is taken loses its carbon; what is reclaimed "
            "regains it by its age. {band}",
            band=_band_words(path),
        ),
        LEAST_WIDTH if len(shown) > 1 else 0,
        [(NET_WORDS, INK, "line"), *year_marks(years, milestones, is_neutral)],
    )
    return Section(
        "path-scenarios",
        Term("Path to carbon neutrality"),
        [words for projection, band in path.banded for words in _sentences(path, projection, band)],
        charts=[chart],
        tables=[_milestones(path), *_all_years(path)],
    )


def _band_words(path: NeutralityPath) -> Text:
    """What the band is, or why there is none."""
    if not path.bands:
        return Term("There is no band of uncertainty, because not all half-widths are given.")
    level = f"{path.wanted.level:g}"
    if path.wanted.draws:
        return Message("The band holds {level} % of the random draws.", level=level)
    return Message(
        "The band is by the propagation of errors (approach 1 of IPCC 2006), at {level} %.",
        level=level,
    )


def _panels(projection: ScenarioProjection, band: Band | None) -> list[Panel]:
    """The panels of a scenario after the base year, which has no land: what emits above 0 and what
    takes up below it; and net.
    """
    curves = [
        YearCurve(
            STAGES[stage], colour, list(amounts), UNIT, "below" if amounts.min() < 0 else "above"
        )
        for stage, colour in COLOURS.items()
        if (amounts := projection.of_stage(stage)[1:]).any()
    ]
    for words, colour, amounts, stack in (
        (TAKEN_WORDS, TAKEN_COLOUR, projection.loss[1:] * CO2_PER_C, "above"),
        (SINK_WORDS, SINK_COLOUR, -projection.sink[1:] * CO2_PER_C, "below"),
        (OFFSETS_WORDS, OFFSETS_COLOUR, -projection.offsets[1:], "below"),
    ):
        if amounts.any():
            curves.append(YearCurve(words, colour, list(amounts), UNIT, stack))
    net = [YearCurve(NET_WORDS, INK, list(projection.net[1:]), UNIT)]
    first, end = projection.years[1], projection.years[-1]
    mark, note = None, Message("not carbon neutral by {year}", year=end)
    if projection.neutral_year is not None:
        mark = max(projection.neutral_year, first)
        note = Message("carbon neutral from {year}", year=mark)
    bounds = None if band is None else (list(band.low[1:]), list(band.high[1:]))
    name = projection.scenario.name
    return [
        Panel(name, curves, Term("Emissions and sink"), AXIS, mark=mark, share=0.55),
        Panel(name, net, NET_WORDS, AXIS, bounds, mark, note, share=0.45),
    ]


def _legend(path: NeutralityPath, by_scenario: Sequence[Sequence[Panel]]) -> Swatches:
    """The areas that occur in any panel."""
    stacked = (panel for panels in by_scenario for panel in panels)
    occurring = {(c.name, c.colour) for panel in stacked for c in panel.curves}
    everything = [(STAGES[stage], colour) for stage, colour in COLOURS.items()]
    everything += [
        (TAKEN_WORDS, TAKEN_COLOUR),
        (SINK_WORDS, SINK_COLOUR),
        (OFFSETS_WORDS, OFFSETS_COLOUR),
    ]
    shown = [swatch for swatch in everything if swatch in occurring]
    words = Message("{level} % interval of net emissions", level=f"{path.wanted.level:g}")
    return [*shown, (words, BAND)] if path.bands else shown


def _sentences(
    path: NeutralityPath, projection: ScenarioProjection, band: Band | None
) -> list[Text]:
    """Whether a scenario becomes neutral, and how sure that is."""
    values = {
        "scenario": projection.scenario.name,
        "year": projection.neutral_year,
        "first": projection.years[1],
        "end": projection.years[-1],
        "cumulative": rounded(projection.cumulative[-1], 0),
    }
    if projection.neutral_index is None:
        return [
            Message(
                "{scenario}: not carbon neutral by {end}; cumulative net emissions from {first} to "
                "{end} {cumulative} t CO\N{SUBSCRIPT TWO}e.",
                **values,
            )
        ]
    sentences: list[Text] = [
        Message(
            "{scenario}: carbon neutral from {year} to {end}, net emissions being 0 or below; "
            "cumulative net emissions from {first} to {end} {cumulative} t CO\N{SUBSCRIPT TWO}e.",
            **values,
        )
    ]
    if band is not None and band.neutral_pct is not None:
        sentences.append(
            Message(
                "{scenario}: probability of neutrality from {year} to {end}: {share} % of the "
                "draws; not drawn: {left_out}.",
                left_out=path.left_out,
                share=rounded(float(band.neutral_pct[projection.neutral_index]), 1),
                **values,
            )
        )
    return sentences


def _milestones(path: NeutralityPath) -> ShownTable:
    shares = {
        (projection.scenario.name, str(year)): float(pct)
        for projection in path.projections
        for year, pct in zip(projection.years, projection.sink_pct)
    }
    rows: list[Row] = []
    for row in path.milestone_rows:
        share = shares[row["scenario"], row["year"]]
        rows.append({**row, "sink_pct": None if isnan(share) else share})
    columns = [
        *map(known, ("scenario", "year", "emissions_tco2e", "land_loss_tc", "sink_tc")),
        ShownColumn(Term("Sink, % of emissions"), "sink_pct", 1),
        *map(known, _balance(path)),
    ]
    if path.bands and path.wanted.draws:
        columns.append(known("neutral_pct"))
    return ShownTable("path-milestones", Term("Milestones"), columns, rows)


def _all_years(path: NeutralityPath) -> list[ShownTable]:
    names = ["year", "emissions_tco2e", "land_loss_tc", "sink_tc", *_balance(path)]
    columns = [known(name) for name in names]
    tables = []
    for index, projection in enumerate(path.projections):
        caption = Message("Every year: {scenario}", scenario=projection.scenario.name)
        rows = path.rows_of(projection)
        tables.append(ShownTable(f"path-years-{index}", caption, columns, rows, folded=True))
    return tables


def _balance(path: NeutralityPath) -> Sequence[str]:
    """The columns on net, with those of a band and of offsets where there are any."""
    offsets = ["offsets_tco2"] if any(c.offsets.any() for c in path.projections) else []
    band = ["low_tco2e", "high_tco2e"] if path.bands else []
    return [*offsets, "net_tco2e", *band, "cumulative_tco2e"]
