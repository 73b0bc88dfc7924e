"""The page of a path to carbon neutrality, with its emissions, its land and its balance."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np

from ..base.colours import spare_colour
from ..base.files import Provenance
from ..base.messages import Message, Notes, Term, Text
from ..report.change_sections import stacked_chart
from ..report.page import Chart, Headline, Page, Row, Section, ShownColumn, ShownTable, known
from ..report.plotly_figures import INK, Bars, rounded, size_words
from ..report.results_page import InputFile
from ..scheme.coefficients import CO2_PER_C
from .emission_factors import SOURCES, STAGES, Factor
from .notes import debt_sentence, note_basis, paid_back_sentences
from .path import NeutralityPath
from .projection import ScenarioProjection
from .scenario_section import (
    AXIS,
    LEAST_WIDTH,
    NET_WORDS,
    SINK_COLOUR,
    SINK_WORDS,
    TAKEN_COLOUR,
    TAKEN_WORDS,
    UNIT,
    Panel,
    YearCurve,
    lines,
    panels,
    scenario_section,
    year_marks,
)

SOURCE_COLOURS = {
    "diesel": "#e08e45",
    "gasoline": "#edc948",
    "explosives": "#c0564a",
    "electricity": "#4287c8",
    "coal": "#403048",
    "drained_gas": "#76b7b2",
    "spontaneous_coal": "#97714f",
    "spontaneous_co2": "#97714f",
    "other_co2e": "#9aa5b1",
}

# How well proven shipped factors are, in words.
EVIDENCE = {
    "checked": Term("checked"),
    "secondary": Term("secondary"),
    "unchecked": Term("unchecked"),
    "derived": Term("derived"),
    "own number": Term("own number"),
}


def emission_section(path: NeutralityPath) -> Section:
    """What the mine emitted in the base year, by stage and source."""
    title = Message("Emissions of {year}", year=path.span.base)
    words = Message(
        "{total} t CO\N{SUBSCRIPT TWO}e by stage and source, with the warming potentials {gwp}.",
        total=rounded(path.base_total, 1),
        gwp=path.gwp.name,
    )
    return Section("path-emissions", title, [words], charts=[_chart(path)], tables=[_table(path)])


def _chart(path: NeutralityPath) -> Chart:
    stages = [s for s in STAGES if any(e.activity.stage == s for e in path.emissions)]
    sources = [s for s in SOURCES if any(e.activity.source == s for e in path.emissions)]
    sums = {
        source: [
            sum(
                e.tco2e
                for e in path.emissions
                if (e.activity.stage, e.activity.source) == (stage, source)
            )
            for stage in stages
        ]
        for source in sources
    }
    bars = [
        Bars(
            SOURCES[source].words,
            SOURCE_COLOURS[source],
            amounts,
            [
                (STAGES[stage], SOURCES[source].words, f"{rounded(amount, 1)} {UNIT}")
                for stage, amount in zip(stages, amounts)
            ],
        )
        for source, amounts in sums.items()
    ]
    return stacked_chart(
        "path-emissions",
        Term("Emissions by stage and source"),
        [STAGES[stage] for stage in stages],
        bars,
        UNIT,
        lying=True,
    )


def _table(path: NeutralityPath) -> ShownTable:
    rows: list[Row] = [
        {
            **e.row(),
            "stage": STAGES[e.activity.stage],
            "source": SOURCES[e.activity.source].words,
            "boundary": Term("in the guide") if e.is_in_guide else Term("outside the guide"),
            "standing": EVIDENCE.get(e.factor.evidence, e.factor.evidence),
        }
        for e in path.emissions
    ]
    rows.append({"stage": Term("Total"), "tco2e": path.base_total, "is_total": True})
    columns = (
        "stage source quantity quantity_unit factor_name factor gas t_gas tco2e u95_pct scope "
        "standing boundary"
    )
    shown = [known(name) for name in columns.split()]
    return ShownTable("path-emissions", Term("Emissions"), shown, rows, folded=True)


def boundary_section(path: NeutralityPath) -> Section:
    """What is counted and what is not, by which factors, and what is taken for granted."""
    notes = Notes()
    note_basis(path, notes)
    factors: dict[str, Factor] = {e.factor.name: e.factor for e in path.emissions if e.factor.name}
    rows: list[Row] = [
        {
            "factor_name": factor.name,
            "value": factor.given,
            "unit": factor.unit,
            "scope": factor.scope,
            "standing": EVIDENCE.get(factor.evidence, factor.evidence),
            "text": factor.text,
        }
        for factor in factors.values()
    ]
    columns = [
        known("factor_name"),
        known("value", digits=4),
        ShownColumn(Term("Unit of the value"), "unit"),
        known("scope"),
        known("standing"),
        ShownColumn(Term("Where it is from"), "text"),
    ]
    sentences: list[Text] = list(notes.notices)
    return Section(
        "path-boundary",
        Term("What is counted, and what is not"),
        sentences,
        warnings=notes.warnings,
        tables=[ShownTable("path-factors", Term("Factors"), columns, rows)],
    )


EMITTED_COLOUR = "#d97706"
EMITTED_WORDS = Term("Emissions of all stages")
MINED_COLOUR, RECLAIMED_COLOUR = "#5b3a5e", "#7fb069"
HECTARE = Term("ha")
MINED_WORDS, RECLAIMED_WORDS = Term("Mined land"), Term("Reclaimed land of all ages")


def land_section(path: NeutralityPath) -> Section:
    """What is emitted, and the land below it, year by year."""
    shown = [_panels(path, projection) for projection in path.projections]
    chart = Chart(
        "path-land",
        Term("Emissions above, land below"),
        [("", partial(panels, path.span.after, shown, path.span.milestones))],
        [],
        Term(
            "Reclaimed land goes on gaining carbon for years after its reclamation, and ever "
            "less of it."
        ),
        LEAST_WIDTH if len(shown) > 1 else 0,
        [
            (EMITTED_WORDS, EMITTED_COLOUR, "line"),
            (TAKEN_WORDS, TAKEN_COLOUR, "dashed"),
            (SINK_WORDS, SINK_COLOUR, "line"),
            (NET_WORDS, INK, "line"),
            (MINED_WORDS, MINED_COLOUR, "line"),
            (RECLAIMED_WORDS, RECLAIMED_COLOUR, "line"),
            *year_marks(path.span.after, path.span.milestones, False),
        ],
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
        YearCurve(EMITTED_WORDS, EMITTED_COLOUR, list(projection.emitted[1:]), UNIT),
        YearCurve(
            TAKEN_WORDS, TAKEN_COLOUR, list(projection.loss[1:] * CO2_PER_C), UNIT, dash="dash"
        ),
        YearCurve(SINK_WORDS, SINK_COLOUR, list(-projection.sink[1:] * CO2_PER_C), UNIT),
        YearCurve(NET_WORDS, INK, list(projection.net[1:]), UNIT),
    ]
    before = sum(cohort.hectares for cohort in path.start.cohorts or ())
    reclaimed = before + np.cumsum(schedule.reclaimed)
    areas = [
        YearCurve(MINED_WORDS, MINED_COLOUR, list(schedule.mine), HECTARE),
        YearCurve(RECLAIMED_WORDS, RECLAIMED_COLOUR, list(reclaimed), HECTARE),
    ]
    return [
        Panel(name, flows, Term("Emissions and sink"), AXIS, share=0.6),
        Panel(name, areas, Term("Land"), HECTARE, is_short=False, share=0.4),
    ]


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
    """Net emissions summed over the years, which a year of neutrality does not bring back to 0.

    With the debt of the land, which is paid back later still, if at all.
    """
    curves: list[YearCurve] = []
    marks: list[tuple[Text, str, str]] = []
    for index, projection in enumerate(path.projections):
        name, colour = projection.scenario.name, spare_colour(index)
        curves.append(YearCurve(name, colour, list(projection.cumulative[1:]), UNIT))
        marks.append((name, colour, "line"))
        owed = path.with_debt(projection)
        if owed is not None:
            owing = Message("{scenario}, with the debt of the land", scenario=name)
            curves.append(YearCurve(owing, colour, list(owed[1:]), UNIT, dash="dash"))
            marks.append((owing, colour, "dashed"))
    words = Term(
        "Annual carbon neutrality does not bring cumulative net emissions back to 0: from the year "
        "of neutrality on nothing more is added, and what was emitted before stays in the "
        "atmosphere until the sum of all years is 0."
    )
    chart = Chart(
        "path-balance",
        Message("Cumulative net emissions from {year} on", year=path.span.after[0]),
        [("", partial(lines, path.span.after, curves))],
        marks=marks,
    )
    sentences: list[Text] = [words, debt_sentence(path)]
    sentences += [*paid_back_sentences(path), NO_CREDIT]
    return Section("path-balance", Term("Cumulative net emissions"), sentences, charts=[chart])


NO_CREDIT = Term(
    "A balance is no credit: what land regains is no offset of anybody's emissions, and emissions "
    "and removals are reported apart (GHG Protocol, Land Sector and Removals Standard)."
)


SECTIONS = (scenario_section, land_section, balance_section, emission_section, boundary_section)
# More would push the first figure off the screen.
MOST_HEADLINES = 4


def path_page(path: NeutralityPath, provenance: Provenance, files: Mapping[str, InputFile]) -> Page:
    """The page of a path, with the files behind its tables by parameter."""
    span = path.span
    return Page(
        Term("Path to carbon neutrality"),
        Message(
            "{base} to {end}, scenarios: {count}. Warming potentials {gwp}. {boundary}.",
            count=len(path.projections),
            base=span.base,
            end=span.end,
            gwp=path.gwp.name,
            boundary=Term("Scopes 1 and 2 and the mine's land, without what customers burn"),
        ),
        _headlines(path),
        [*(section(path) for section in SECTIONS), _sources(provenance, files)],
        Message("Made by Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
    )


def _headlines(path: NeutralityPath) -> list[Headline]:
    """The numbers that a reader looks for first."""
    headlines: list[Headline] = [
        (
            Message("Emissions of {year}", year=path.span.base),
            rounded(path.base_total, 0),
            "t CO\N{SUBSCRIPT TWO}e",
        )
    ]
    for projection in path.projections[:MOST_HEADLINES]:
        name, year = projection.scenario.name, projection.neutral_year
        label = Message("{scenario}, carbon neutral from", scenario=name)
        headlines.append((label, f"> {path.span.end}" if year is None else str(year), ""))
    return headlines


def _sources(provenance: Provenance, files: Mapping[str, InputFile]) -> Section:
    """The tables, their files, and what made the page."""
    rows: list[Row] = [
        {"parameter": name, "file": file.name, "size": size_words(file.size), "sha256": file.sha256}
        for name, file in files.items()
    ]
    columns = [
        ShownColumn(Term("Table"), "parameter"),
        ShownColumn(Term("File"), "file"),
        ShownColumn(Term("Size"), "size"),
        ShownColumn("SHA-256", "sha256"),
    ]
    versions = ", ".join(f"{program} {version}" for program, version in provenance.versions)
    return Section(
        "sources",
        Term("Data and provenance"),
        facts=[
            *provenance.tables,
            (Term("Made on"), provenance.made_on),
            (Term("Made with"), versions),
        ],
        tables=[ShownTable("sources-files", Term("Files and their checksums"), columns, rows)],
    )
