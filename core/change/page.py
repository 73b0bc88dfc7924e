"""The page of Change analysis, with its parts of change, rates, indices and areas to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..report.charts import stacked_chart
from ..report.figures import INK, Bars, Draw
from ..report.lines import AreaLine, area_lines
from ..report.lying import GAIN_AND_LOSS, NET, gains_and_losses
from ..report.parts import (
    Chart,
    Headline,
    Page,
    Row,
    Section,
    ShownTable,
    crossed,
    known,
    span_first,
)
from ..report.provenance import InputFile
from ..report.results_page import dated_page, proof_sections
from ..report.rounding import hectares, rounded
from ..report.transfer_section import transfer_section
from ..report.years import MANY
from ..results.results import Results
from ..scan.coding import FIRST_CLASS
from .analysis import ChangeAnalysis
from .components import ComponentRow
from .contributions_section import contribution_section
from .intensity_section import intensity_section, transition_section
from .markov import INTERPOLATED, ROOT, Projection

COMPONENT_COLUMNS = (
    "area_before_ha area_after_ha gain_ha loss_ha net_ha swap_ha quantity_ha exchange_ha shift_ha"
)
# What all change is made of, in the order of the bars.
PARTS = (
    ("quantity_ha", Term("Quantity"), "#0f5e78"),
    ("exchange_ha", Term("Exchange"), "#4fa3a5"),
    ("shift_ha", Term("Shift"), "#c9dfc4"),
)


def component_section(analysis: ChangeAnalysis) -> Section:
    """Gains and losses by class, and the components of all change, by period; the span first."""
    by_row = analysis.classes.colours_by_row()
    columns = [
        known("class", colours=analysis.classes.colours_by_name()),
        *(known(name) for name in COMPONENT_COLUMNS.split()),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    matrices = analysis.matrices
    size = len(matrices.classes) + 1
    alone: list[ComponentRow] = []
    for period_index in span_first([matrix.period for matrix in matrices.all]):
        matrix = matrices.all[period_index]
        *rows, landscape = analysis.components[period_index * size : (period_index + 1) * size]
        alone.append(landscape)
        colours = [by_row[row["value"] or 0, row["class"]] for row in rows]
        variants.append((matrix.name, partial(gains_and_losses, rows, colours)))
        shown: list[Row] = [*rows, {**landscape, "class": Term("All classes"), "is_total": True}]
        caption = Message("Components of change by class {period}", period=matrix.name)
        tables.append(
            ShownTable(f"components-{period_index}", caption, columns, shown, folded=bool(tables))
        )
    return Section(
        "components",
        Term("Components of change"),
        [
            Term(
                "Net change is gain less loss, the diamond. Quantity is net change without its "
                "sign; exchange is what two classes gave each other; shift is the rest. Together "
                "they are the land that changed."
            )
        ],
        charts=[
            Chart(
                "components-classes",
                Term("Net and gross change by class, ha"),
                variants,
                GAIN_AND_LOSS,
                Term("After Pontius, Shusas and McEachern 2004."),
                marks=NET,
            ),
            _parts_chart(alone),
        ],
        tables=tables,
    )


def _parts_chart(rows: list[ComponentRow]) -> Chart:
    if len(rows) > MANY:
        # Beside the sum of so many periods they would be hairs.
        rows = rows[1:]
    labels = [row["period"] for row in rows]
    series = []
    for name, word, colour in PARTS:
        areas: list[float] = [row[name] for row in rows]  # type: ignore[literal-required]
        hovers = [(word, label, hectares(area)) for label, area in zip(labels, areas)]
        series.append(Bars(word, colour, areas, hovers))
    return stacked_chart(
        "components-parts",
        Term("What the change is made of, ha"),
        labels,
        series,
        Term("Land that changed, ha"),
        Term("After Pontius and Santacruz 2014."),
        lying=True,
    )


RATE_COLUMNS = ("dynamic_degree_pct", "compound_pct", "puyravaud_pct", "out_pct", "in_pct")


def rate_section(analysis: ChangeAnalysis) -> Section:
    """The rates of the classes, by period."""
    section = Section(
        "rates",
        Term("Rates of change"),
        [
            Term(
                "Rates are in per cent per year. The dynamic degree K, out and in are of the area "
                "at the first date, and K is in less out; the compound rate is that of interest; "
                "Puyravaud's rate (2003) is the continuous one."
            )
        ],
    )
    columns = [
        known("class", colours=analysis.classes.colours_by_name()),
        *(known(name) for name in RATE_COLUMNS),
    ]
    size = len(analysis.matrices.classes)
    matrices = analysis.matrices.all
    for period_index in span_first([matrix.period for matrix in matrices]):
        matrix = matrices[period_index]
        rows = analysis.rates[period_index * size : (period_index + 1) * size]
        if matrix.years is None:
            section.warnings.append(
                Message("{period}: there are no rates, for want of years.", period=matrix.name)
            )
            continue
        caption = Message(
            "Rates by class {period}, {years} years", period=matrix.name, years=matrix.years
        )
        folded = bool(section.tables)
        section.tables.append(ShownTable(f"rates-{period_index}", caption, columns, rows, folded))
    return section


INDEX_COLUMNS = ("land_use_degree", "entropy", "evenness", "dominance", "classes")


def index_section(analysis: ChangeAnalysis) -> Section:
    """Land-use degree and diversity by date."""
    return Section(
        "indices",
        Term("How the land is used, and how diverse it is"),
        [
            Term(
                "The land-use degree (Zhuang and Liu 1997) is 100 times the mean grade of the "
                "land, from 100, all unused, to 400, all built up. Entropy is Shannon's, with "
                "natural logarithms; evenness is it in parts of the largest that it could be, and "
                "dominance what it lacks of that."
            )
        ],
        tables=[
            ShownTable(
                "indices",
                Term("Indices by date"),
                [known(name) for name in ("year", "layer", *INDEX_COLUMNS)],
                analysis.indices,
            )
        ],
    )


# More lines than these run into each other.
MOST_LINES = 12
METHODS = {
    INTERPOLATED: Term("Projected areas, interpolated, ha"),
    ROOT: Term("Projected areas by the annual root, ha"),
}


def projection_section(analysis: ChangeAnalysis) -> Section | None:
    """The projected areas; None where there are none."""
    projection = analysis.projection
    if projection is None:
        return None
    lines = _lines(analysis, projection)
    # The classes with most land at any time, in the order of all.
    ranked = sorted(lines, key=lambda line: -max(a for _, a in (*line.observed, *line.projected)))
    drawn = [line for line in lines if line in ranked[:MOST_LINES]]
    note: Text = Message(
        "Markov chain: shares of the last interval, {period}, anew in each interval; interpolated "
        "between whole ones. On the annual root see Takada et al. 2010.",
        period=analysis.matrices.intervals[-1].name,
    )
    if len(drawn) < len(lines):
        note = Message(
            "{note} Drawn are the {count} classes with most land; the table has all.",
            note=note,
            count=len(drawn),
        )
    return Section(
        "projection",
        Term("Projection"),
        list(projection.notes().notices),
        charts=[
            Chart(
                "projection",
                Term("Areas of the classes, ha"),
                [("", partial(area_lines, drawn, Term("Area, ha")))],
                [(line.name, line.colour) for line in drawn],
                note,
                marks=[(Term("projected"), INK, "dotted")],
            )
        ],
        tables=[
            _table(analysis, projection, method)
            for method in METHODS
            if any(row["method"] == method for row in projection.rows)
        ],
    )


def _lines(analysis: ChangeAnalysis, projection: Projection) -> list[AreaLine]:
    """A line for each class, at the dates that have a year."""
    colours = analysis.classes.colours_by_row()
    indices = {(c.value, c.name): n for n, c in enumerate(analysis.classes)}
    lines = []
    for land_class in analysis.matrices.classes:
        key = land_class.value, land_class.name
        observed = [
            (int(date.year), float(tally.hectares[FIRST_CLASS + indices[key]]))
            for date, tally in zip(analysis.dates, analysis.tallies)
            if re.fullmatch(r"\d{4}", date.year)
        ]
        projected = sorted(
            (int(row["year"]), row["area_ha"])
            for row in projection.rows
            if row["method"] == INTERPOLATED and (row["value"], row["class"]) == key
        )
        lines.append(AreaLine(land_class.name, colours[key], observed, projected))
    return lines


def _table(analysis: ChangeAnalysis, projection: Projection, method: str) -> ShownTable:
    rows = [row for row in projection.rows if row["method"] == method]
    years = list(dict.fromkeys(row["year"] for row in rows))
    size = len(analysis.matrices.classes)
    return crossed(
        f"projection-{'root' if method == ROOT else 'interpolated'}",
        METHODS[method],
        known("class", colours=analysis.classes.colours_by_name()),
        years,
        [(rows[n]["class"], [row["area_ha"] for row in rows[n::size]]) for n in range(size)],
    )


SECTIONS = (
    component_section,
    rate_section,
    intensity_section,
    transition_section,
    index_section,
    contribution_section,
    projection_section,
)


def analysis_page(
    results: Results,
    analysis: ChangeAnalysis,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """The page of an analysis; `files` are, per date, those behind the layers."""
    # It has no output of transfers of its own.
    all_transfers = Message("{output} of Land-use transfer matrix", output="TRANSFERS")
    sections = [
        transfer_section(results, all_transfers),
        *(section(analysis) for section in SECTIONS),
        *proof_sections(results, provenance, files),
    ]
    headlines = _headlines(analysis)
    return dated_page(Term("Change analysis"), results, provenance, headlines, sections)


def _headlines(analysis: ChangeAnalysis) -> list[Headline]:
    """The numbers that a reader looks for first."""
    span = analysis.matrices.span
    headlines: list[Headline] = [
        (Term("Area analysed"), rounded(span.total, 0), "ha"),
        (
            Message("Changed its class, {period}", period=span.name),
            rounded(100 * span.changed / span.total, 1),
            "%",
        ),
    ]
    if analysis.uniform is not None:
        headlines.append(
            (Term("Uniform intensity"), rounded(analysis.uniform, 2), Term("% per year"))
        )
    return headlines
