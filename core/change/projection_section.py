"""The section on the areas of years to come."""

from __future__ import annotations

import re
from functools import partial

from ..base.messages import Message, Term, Text
from ..report.lines import AreaLine, area_lines
from ..report.parts import Chart, Section, ShownTable, crossed, known
from ..scan.coding import FIRST_CLASS
from .analysis import ChangeAnalysis
from .markov import INTERPOLATED, ROOT, Projection

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
    drawn = _largest(lines)
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
                Term("Areas of the classes, ha; dotted where projected"),
                [("", partial(area_lines, drawn, Term("Area, ha")))],
                [(line.name, line.colour) for line in drawn],
                note,
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
    places = {(c.value, c.name): n for n, c in enumerate(analysis.classes)}
    lines = []
    for land_class in analysis.matrices.classes:
        key = land_class.value, land_class.name
        observed = [
            (int(date.year), float(tally.hectares[FIRST_CLASS + places[key]]))
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


def _largest(lines: list[AreaLine]) -> list[AreaLine]:
    """The classes with most land at any time, in the order of all."""
    ranked = sorted(lines, key=lambda line: -max(a for _, a in (*line.observed, *line.projected)))
    return [line for line in lines if line in ranked[:MOST_LINES]]


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
