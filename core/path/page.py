"""The page of a path to carbon neutrality: scenarios, land, balance, emissions and boundary."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np

from ..base.colours import get_fallback_colour
from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..base.numbers import safe_divide
from ..base.table import Table
from ..report.change_sections import stacked_chart
from ..report.page import (
    Chart,
    Headline,
    LegendMarks,
    Page,
    ReportTable,
    Section,
    Swatches,
    TableColumn,
    TableRow,
    dictionary_column,
)
from ..report.plotly_figures import TEXT_COLOUR, BarSeries, format_file_size, format_number
from ..report.results_page import InputFile
from ..scheme.coefficients import CO2_PER_C
from .emissions import INSIDE_GUIDE, OUTSIDE_GUIDE, SOURCES, STAGES, emission_rows
from .notes import (
    assumption_notes,
    debt_clause,
    debt_sentence,
    payback_sentences,
    probability_sentence,
)
from .path import NeutralityPath
from .projection import ScenarioProjection, UncertaintyBand
from .scenario_charts import (
    BAND_COLOUR,
    CO2E_UNIT,
    HECTARE_UNIT,
    MILESTONE_COLOUR,
    NEUTRAL_COLOUR,
    ScenarioPanel,
    ScenarioPanels,
    YearCurve,
    cumulative_figure,
    inner_milestones,
    scenario_figure,
)

# Labels and colours of curves.
STAGE_STYLES = {
    stage: (STAGES[stage], colour)
    for stage, colour in (
        ("stripping", "#d9b36c"),
        ("mining", "#6b4a73"),
        ("transportation", "#e08e45"),
        ("dumping", "#97714f"),
        ("reclamation", "#b9c46a"),
        ("post_mining", "#a58bb0"),
    )
}
LAND_LOSS_STYLE = Term("Carbon loss of disturbed land"), "#c0564a"
SINK_STYLE = Term("Carbon sink of reclaimed land"), "#3f9b53"
OFFSETS_STYLE = Term("Offsets"), "#4287c8"
NET_STYLE = Term("Net emissions"), TEXT_COLOUR
EMISSIONS_STYLE = Term("Emissions, all stages"), "#d97706"
MINED_LAND_STYLE = Term("Mined land"), "#5b3a5e"
RECLAIMED_LAND_STYLE = Term("Reclaimed land, all ages"), "#7fb069"
NEUTRAL_YEAR_STYLE = Term("First year of annual net emissions at or below zero"), NEUTRAL_COLOUR
MILESTONE_STYLE = Term("Milestone"), MILESTONE_COLOUR
SOURCE_STYLES = {
    source: (SOURCES[source].words, colour)
    for source, colour in (
        ("diesel", "#e08e45"),
        ("gasoline", "#edc948"),
        ("explosives", "#c0564a"),
        ("electricity", "#4287c8"),
        ("coal", "#403048"),
        ("drained_gas", "#76b7b2"),
        ("spontaneous_coal", "#97714f"),
        ("spontaneous_co2", "#97714f"),
        ("other_co2e", "#9aa5b1"),
    )
}
# Labels of the verification status of factors.
EVIDENCE_LABELS = {
    "checked": Term("checked"),
    "secondary": Term("secondary"),
    "unchecked": Term("unchecked"),
    "derived": Term("derived"),
    "own number": Term("user-defined value"),
}

# Balances including carbon debt: of land disturbed since the first date, and of all land.
DEBT_CURVE_LABELS = (
    Term("{scenario}, including carbon debt and regrowth of land disturbed since the first date"),
    Term("{scenario}, including the assumed loss of land disturbed earlier and all regrowth"),
)
LINE_DASHES, LEGEND_STYLES = ("dash", "dot"), ("dashed", "dotted")

# Minimum width of two adjacent scenarios, px.
MIN_CHART_WIDTH_PX = 640
EMISSION_COLUMNS = (
    "stage source quantity quantity_unit factor_name factor gas t_gas tco2e u95_pct scope standing "
    "boundary"
)
# More headlines would push the first figure off the screen.
MAX_HEADLINES = 4


def scenario_section(path: NeutralityPath) -> Section:
    """Return Fig. 5 of the paper with values: two panels per scenario, and the milestones."""
    scenarios = [
        (p.scenario.name, _balance_panels(p, band)) for p, band in path.projections_with_bands
    ]
    level = f"{path.wanted.level:g}"
    band_words: Text = ""
    if path.bands and path.wanted.draws:
        band_words = Message(
            "Shaded band: {level} % confidence interval from Monte Carlo simulation.", level=level
        )
    elif path.bands:
        band_words = Message(
            "Shaded band: {level} % confidence interval from error propagation (IPCC 2006, "
            "Approach 1).",
            level=level,
        )
    occurring = {
        (c.name, c.colour) for _, both in scenarios for panel in both for c in panel.curves
    }
    legend: list[tuple[Text, str]] = [
        a
        for a in (*STAGE_STYLES.values(), LAND_LOSS_STYLE, SINK_STYLE, OFFSETS_STYLE)
        if a in occurring
    ]
    if path.bands:
        legend.append(
            (Message("Net emissions, {level} % confidence interval", level=level), BAND_COLOUR)
        )
    is_neutral = any(projection.neutral_year is not None for projection in path.projections)
    chart = _panel_chart(
        path,
        "path",
        Term("Emissions by stage and land sink (top), net emissions (bottom)"),
        scenarios,
        Message(
            "Positive values are emissions to the atmosphere. Disturbed land loses its "
            "carbon stock; reclaimed land recovers carbon with age. {band}",
            band=band_words,
        ),
        legend,
        [(*NET_STYLE, "line"), *([(*NEUTRAL_YEAR_STYLE, "line")] if is_neutral else [])],
    )
    return Section(
        "path-scenarios",
        Term("Path to carbon neutrality"),
        [
            words
            for projection, band in path.projections_with_bands
            for words in _neutrality_sentences(path, projection, band)
        ],
        charts=[chart],
        tables=_balance_tables(path),
    )


def _panel_chart(
    path: NeutralityPath,
    name: str,
    title: Text,
    scenarios: ScenarioPanels,
    note: Text,
    legend: Swatches,
    marks: LegendMarks,
) -> Chart:
    years, milestones = path.span.after, path.span.milestones
    draw = partial(scenario_figure, years, scenarios, milestones)
    width = MIN_CHART_WIDTH_PX if len(scenarios) > 1 else 0
    marks = [
        *marks,
        *([(*MILESTONE_STYLE, "dotted")] if inner_milestones(years, milestones) else []),
    ]
    return Chart(name, title, [("", draw)], legend, note, width, marks)


def _balance_panels(
    projection: ScenarioProjection, band: UncertaintyBand | None
) -> list[ScenarioPanel]:
    """Return panels of a scenario: emissions, removals below 0, and net; without the base year."""
    areas = []
    for stage, area in STAGE_STYLES.items():
        pairs = zip(projection.emissions, projection.parts)
        parts = [part for emission, part in pairs if emission.activity.stage == stage]
        emitted = sum(parts, np.zeros(len(projection.years)))[1:]
        areas.append((area, emitted, "below" if emitted.min() < 0 else "above"))
    areas += [
        (LAND_LOSS_STYLE, projection.loss[1:] * CO2_PER_C, "above"),
        (SINK_STYLE, -projection.sink[1:] * CO2_PER_C, "below"),
        (OFFSETS_STYLE, -projection.offsets[1:], "below"),
    ]
    curves = [YearCurve(*area, list(by), stack=stack) for area, by, stack in areas if by.any()]
    net = [YearCurve(*NET_STYLE, list(projection.net[1:]))]
    first, end = projection.years[1], projection.years[-1]
    mark, note = None, Message("annual net emissions above zero in {year}", year=end)
    if projection.neutral_year is not None:
        mark = max(projection.neutral_year, first)
        note = Message("annual net emissions at or below zero from {year}", year=mark)
    bounds = None if band is None else (list(band.low[1:]), list(band.high[1:]))
    return [
        ScenarioPanel(Term("Emissions and sink"), curves, 0.55, mark=mark),
        ScenarioPanel(NET_STYLE[0], net, 0.45, band=bounds, mark=mark, note=note),
    ]


def _neutrality_sentences(
    path: NeutralityPath, projection: ScenarioProjection, band: UncertaintyBand | None
) -> list[Text]:
    """Return sentences on whether a scenario becomes neutral, with its probability."""
    values = {
        "scenario": projection.scenario.name,
        "year": projection.neutral_year,
        "first": projection.years[1],
        "end": projection.years[-1],
        "cumulative": format_number(projection.cumulative[-1], 0),
        "left_out": path.excluded_errors,
        "debt": debt_clause(path),
    }
    if projection.neutral_index is None:
        words = Term(
            "{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, including land) "
            "are not at or below zero by {end}; cumulative from {first} to {end}: "
            "{cumulative} t CO₂e; {debt}."
        )
        return [Message(words, **values)]
    words = Term(
        "{scenario}: annual net emissions (scopes 1 and 2 of ACTIVITY, including land) "
        "remain at or below zero from {year} to {end}; cumulative from {first} to {end}: "
        "{cumulative} t CO₂e; {debt}."
    )
    sentences: list[Text] = [Message(words, **values)]
    if band is not None and band.neutral_pct is not None and band.first_years is not None:
        sentences.append(probability_sentence(path, projection, band, band.first_years))
    return sentences


def _balance_tables(path: NeutralityPath) -> list[ReportTable]:
    """Return tables of the milestones and of all years of each scenario."""
    flows = ["emissions_tco2e", "land_loss_tc", "sink_tc"]
    offsets = ["offsets_tco2"] if any(p.offsets.any() for p in path.projections) else []
    band = ["low_tco2e", "high_tco2e"] if path.bands else []
    balance = [*map(dictionary_column, (*offsets, "net_tco2e", *band, "cumulative_tco2e"))]
    rows = path.milestone_rows
    share = safe_divide(100.0 * rows["sink_tc"] * CO2_PER_C, rows["emissions_tco2e"])
    columns = [
        *map(dictionary_column, ("scenario", "year", *flows)),
        TableColumn(Term("Sink, % of emissions"), "sink_pct", 1),
        *balance,
        *([dictionary_column("neutral_pct")] if path.bands and path.wanted.draws else []),
    ]
    rows = Table({**rows.columns, "sink_pct": share})
    tables = [ReportTable("path-milestones", Term("Milestones"), columns, rows)]
    columns = [*map(dictionary_column, ("year", *flows)), *balance]
    for index, (projection, rows) in enumerate(zip(path.projections, path.scenario_tables)):
        caption = Message("Annual results: {scenario}", scenario=projection.scenario.name)
        tables.append(ReportTable(f"path-years-{index}", caption, columns, rows, folded=True))
    return tables


def land_section(path: NeutralityPath) -> Section:
    """Return annual emissions, with the area of mined and reclaimed land below."""
    before = sum(cohort.hectares for cohort in path.start.cohorts or ())
    scenarios, sentences = list[tuple[str, list[ScenarioPanel]]](), list[Text]()
    for projection in path.projections:
        name, schedule = projection.scenario.name, projection.schedule
        flows = [
            YearCurve(*EMISSIONS_STYLE, list(projection.emitted[1:])),
            YearCurve(*LAND_LOSS_STYLE, list(projection.loss[1:] * CO2_PER_C), dash="dash"),
            YearCurve(*SINK_STYLE, list(-projection.sink[1:] * CO2_PER_C)),
            YearCurve(*NET_STYLE, list(projection.net[1:])),
        ]
        areas = [
            YearCurve(*MINED_LAND_STYLE, list(schedule.mine), HECTARE_UNIT),
            YearCurve(
                *RECLAIMED_LAND_STYLE, list(before + np.cumsum(schedule.reclaimed)), HECTARE_UNIT
            ),
        ]
        upper = ScenarioPanel(Term("Emissions and sink"), flows, 0.6)
        scenarios.append((name, [upper, ScenarioPanel(Term("Land"), areas, 0.4, HECTARE_UNIT)]))
        sentences.append(
            Message(
                "{scenario}, {first}-{end}: {taken} ha disturbed, {reclaimed} ha reclaimed; "
                "mined area {before} ha in {base}, {after} ha in {end}.",
                scenario=name,
                first=projection.years[1],
                end=projection.years[-1],
                base=projection.years[0],
                taken=format_number(float(schedule.disturbed.sum()), 0),
                reclaimed=format_number(float(schedule.reclaimed.sum()), 0),
                before=format_number(path.start.mine_ha or 0.0, 0),
                after=format_number(float(schedule.mine[-1]), 0),
            )
        )
    chart = _panel_chart(
        path,
        "path-land",
        Term("Emissions (top), land (bottom)"),
        scenarios,
        "",
        [],
        [
            (*EMISSIONS_STYLE, "line"),
            (*LAND_LOSS_STYLE, "dashed"),
            *(
                (*swatch, "line")
                for swatch in (SINK_STYLE, NET_STYLE, MINED_LAND_STYLE, RECLAIMED_LAND_STYLE)
            ),
        ],
    )
    columns = [
        *map(dictionary_column, ("scenario", "year", "disturbed_ha", "reclaimed_ha", "mine_ha"))
    ]
    table = ReportTable("path-land", Term("Land in milestone years"), columns, path.milestone_rows)
    title = Term("Land and emissions")
    return Section("path-land", title, sentences, charts=[chart], tables=[table])


def balance_section(path: NeutralityPath) -> Section:
    """Return cumulative net emissions, with and without the carbon debt of the land."""
    curves, marks = list[YearCurve](), list[tuple[Text, str, str]]()
    for index, projection in enumerate(path.projections):
        name, colour = projection.scenario.name, get_fallback_colour(index)
        curves.append(YearCurve(name, colour, list(projection.cumulative[1:])))
        marks.append((name, colour, "line"))
        for words, dash, style, owed in zip(
            DEBT_CURVE_LABELS, LINE_DASHES, LEGEND_STYLES, path.debt_balances(projection)
        ):
            label = Message(words, scenario=name)
            curves.append(YearCurve(label, colour, list(owed.balance[1:]), dash=dash))
            marks.append((label, colour, style))
    words = Term(
        "Annual carbon neutrality does not return cumulative net emissions to 0: earlier "
        "emissions remain in the atmosphere until the sum of all years is 0."
    )
    no_credit = Term(
        "The balance is not a carbon credit: carbon gains on land do not offset any "
        "emissions, and emissions and removals are reported separately (GHG Protocol, Land "
        "Sector and Removals Standard)."
    )
    chart = Chart(
        "path-balance",
        Message("Cumulative net emissions from {year} on", year=path.span.after[0]),
        [("", partial(cumulative_figure, path.span.after, curves))],
        marks=marks,
    )
    sentences: list[Text] = [words, debt_sentence(path), *payback_sentences(path), no_credit]
    return Section("path-balance", Term("Cumulative net emissions"), sentences, charts=[chart])


def emission_section(path: NeutralityPath) -> Section:
    """Return emissions of the base year by stage and source."""
    by_source: dict[str, dict[str, list[float]]] = {}
    for e in path.emissions:
        by_stage = by_source.setdefault(e.activity.source, {})
        by_stage.setdefault(e.activity.stage, []).append(e.tco2e)
    present = {stage for by_stage in by_source.values() for stage in by_stage}
    stages = [stage for stage in STAGES if stage in present]
    bars = []
    for source, (name, colour) in SOURCE_STYLES.items():
        if source in by_source:
            totals = [sum(by_source[source].get(stage, ())) for stage in stages]
            amounts = [f"{format_number(total, 1)} {CO2E_UNIT}" for total in totals]
            hovers = [(STAGES[stage], name, amount) for stage, amount in zip(stages, amounts)]
            bars.append(BarSeries(name, colour, totals, hovers))
    labels, caption = [STAGES[stage] for stage in stages], Term("Emissions by stage and source")
    chart = stacked_chart("path-emissions", caption, labels, bars, CO2E_UNIT, lying=True)
    guide = {INSIDE_GUIDE: Term("covered by the guide"), OUTSIDE_GUIDE: Term("outside the guide")}
    rows = (
        emission_rows(path.emissions, path.gwp)
        .map_column("stage", STAGES.get)
        .map_column("source", lambda source: SOURCE_STYLES[source][0])
        .map_column("boundary", guide.get)
        .map_column("standing", _evidence_label)
    )
    total = {"stage": Term("Total"), "tco2e": path.base_total, "is_total": True}
    columns = [dictionary_column(name) for name in EMISSION_COLUMNS.split()]
    table = ReportTable("path-emissions", Term("Emissions"), columns, [*rows, total], folded=True)
    title = Message("Emissions in {year}", year=path.span.base)
    return Section("path-emissions", title, [], charts=[chart], tables=[table])


def _evidence_label(standing: str) -> str:
    return EVIDENCE_LABELS.get(standing, standing)


def boundary_section(path: NeutralityPath) -> Section:
    """Return the accounting boundary, the emission factors and the assumptions."""
    notes = assumption_notes(path)
    factors = {e.factor.name: e.factor for e in path.emissions if e.factor.name}
    rows: list[TableRow] = [
        {
            "factor_name": factor.name,
            "value": factor.given,
            "unit": factor.unit,
            "scope": factor.scope,
            "standing": _evidence_label(factor.evidence),
            "text": factor.text,
        }
        for factor in factors.values()
    ]
    columns = [
        dictionary_column("factor_name"),
        dictionary_column("value", digits=4),
        TableColumn(Term("Unit of the value"), "unit"),
        dictionary_column("scope"),
        dictionary_column("standing"),
        TableColumn(Term("Data source"), "text"),
    ]
    return Section(
        "path-boundary",
        Term("Accounting boundary"),
        [*notes.notices],
        warnings=notes.warnings,
        tables=[ReportTable("path-factors", Term("Emission factors"), columns, rows)],
    )


SECTIONS = (scenario_section, land_section, balance_section, emission_section, boundary_section)


def path_page(path: NeutralityPath, provenance: Provenance, files: Mapping[str, InputFile]) -> Page:
    """Return the page of a path; `files` are the sources of its tables by parameter."""
    span = path.span
    unit, title = "t CO\N{SUBSCRIPT TWO}e", Message("Emissions in {year}", year=span.base)
    headlines: list[Headline] = [(title, format_number(path.base_total, 0), unit)]
    for projection in path.projections[:MAX_HEADLINES]:
        name, year = projection.scenario.name, projection.neutral_year
        label = Message(
            "{scenario}: first year of annual net emissions at or below zero", scenario=name
        )
        headlines.append((label, f"> {span.end}" if year is None else str(year), ""))
    return Page(
        Term("Path to carbon neutrality"),
        Message(
            "{base}-{end}, scenarios: {count}. Global warming potentials: {gwp}. {boundary}.",
            count=len(path.projections),
            base=span.base,
            end=span.end,
            gwp=path.gwp.name,
            boundary=Term(
                "Scopes 1 and 2 and the land of the mine, without combustion by customers"
            ),
        ),
        headlines,
        [*(section(path) for section in SECTIONS), _source_section(provenance, files)],
        Message("Created with Carbon Zones on {date}", date=provenance.made_on),
        provenance.language,
    )


def _source_section(provenance: Provenance, files: Mapping[str, InputFile]) -> Section:
    """Return the section on the tables, their files and the software."""
    rows: list[TableRow] = [
        {
            "parameter": name,
            "file": file.name,
            "size": format_file_size(file.size),
            "sha256": file.sha256,
        }
        for name, file in files.items()
    ]
    columns = [
        TableColumn(Term("Table"), "parameter"),
        TableColumn(Term("File"), "file"),
        TableColumn(Term("Size"), "size"),
        TableColumn("SHA-256", "sha256"),
    ]
    versions = ", ".join(f"{program} {version}" for program, version in provenance.versions)
    return Section(
        "sources",
        Term("Input data and provenance"),
        facts=[
            *provenance.tables,
            (Term("Created on"), provenance.made_on),
            (Term("Software"), versions),
        ],
        tables=[ReportTable("sources-files", Term("Files and checksums"), columns, rows)],
    )
