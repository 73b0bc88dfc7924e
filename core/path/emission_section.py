"""The sections on the emissions of the base year, and on what is counted and what is not."""

from __future__ import annotations

from ..base.messages import Message, Notes, Term, Text
from ..report.charts import stacked_chart
from ..report.figures import Bars
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import rounded
from .emission_words import SOURCES, STAGES
from .factors import Factor
from .figures import UNIT
from .notes import note_basis
from .path import NeutralityPath

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
    columns = [
        *("stage", "source", "quantity", "quantity_unit", "factor_name", "factor", "gas"),
        *("t_gas", "tco2e", "u95_pct", "scope", "standing", "boundary"),
    ]
    return ShownTable(
        "path-emissions", Term("Emissions"), [known(name) for name in columns], rows, folded=True
    )


def boundary_section(path: NeutralityPath) -> Section:
    """What is counted and what is not, by which factors, and what is taken for granted."""
    notes = Notes()
    note_basis(path, notes)
    factors: dict[str, Factor] = {e.factor.name: e.factor for e in path.emissions if e.factor.name}
    rows: list[Row] = [
        {
            "name": factor.name,
            "scope": factor.scope,
            "standing": EVIDENCE.get(factor.evidence, factor.evidence),
            "text": factor.text,
        }
        for factor in factors.values()
    ]
    columns = [
        ShownColumn(known("factor_name").label, "name"),
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
