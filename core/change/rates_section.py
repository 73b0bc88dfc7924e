"""The section on rates of change per year."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..report.parts import Section, ShownTable, known, span_first
from .analysis import ChangeAnalysis

COLUMNS = ("dynamic_degree_pct", "compound_pct", "puyravaud_pct", "out_pct", "in_pct")


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
        *(known(name) for name in COLUMNS),
    ]
    size = len(analysis.matrices.classes)
    matrices = analysis.matrices.all
    for place in span_first([matrix.period for matrix in matrices]):
        matrix = matrices[place]
        rows = analysis.rates[place * size : (place + 1) * size]
        if matrix.years is None:
            section.warnings.append(
                Message("{period}: there are no rates, for want of years.", period=matrix.name)
            )
            continue
        caption = Message(
            "Rates by class {period}, {years} years", period=matrix.name, years=matrix.years
        )
        folded = bool(section.tables)
        section.tables.append(ShownTable(f"rates-{place}", caption, columns, rows, folded))
    return section
