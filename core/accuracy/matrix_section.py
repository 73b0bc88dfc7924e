"""The section with the confusion matrix."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ..base.arrays import Floats, Ints
from ..base.messages import Message, Term, Text, Translate
from ..base.numbers import percent
from ..report.figures import Draw, Figure, plain
from ..report.parts import Chart, Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import rounded
from ..report.squares import MOST_NUMBERED, shaded_square
from .accuracy import MAP_CLASS, AccuracyResults, CrossTable

# A square of more classes is wider than a page; the tables of the run have it.
MOST_SQUARE = 14


def matrix_section(results: AccuracyResults) -> Section:
    """The matrix as samples and as estimated shares of the land."""
    accuracy = results.accuracy
    names = [c.name for c in accuracy.sample.classes]
    samples, shares = accuracy.sample.matrix, accuracy.estimates.proportions
    # Classes without a sample of the map or of the reference are in the tables alone.
    sampled = np.flatnonzero(samples.sum(axis=0) + samples.sum(axis=1))
    drawn, cross_table = [names[number] for number in sampled], np.ix_(sampled, sampled)
    variants: list[tuple[Text, Draw]] = [
        (Term("Samples"), partial(_cross_table, drawn, samples[cross_table], 0)),
        (Term("% of the land"), partial(_cross_table, drawn, 100 * shares[cross_table], 2)),
    ]
    title = Term("Confusion matrix")
    note = Term(
        "Rows are the classes of the map, columns those of the reference. The colour is the share "
        "of the map's class; what lies off the diagonal is wrong."
    )
    width = max(560, 190 + (42 if len(drawn) <= MOST_NUMBERED else 22) * len(drawn))
    section = Section("matrix", title)
    section.charts = [Chart("matrix", title, variants, note=note, least_width=width)]
    if len(names) > MOST_SQUARE:
        section.sentences = [
            Message(
                "The {count} classes are too many for a table here; {outputs} have them.",
                count=len(names),
                outputs="CONFUSION, PROPORTIONS",
            )
        ]
        return section
    section.tables = [
        _table("confusion", Term("Samples"), accuracy.confusion, results, 0),
        _table("shares", Term("Estimated share of the land, %"), accuracy.proportions, results, 3),
    ]
    return section


def _cross_table(names: list[str], matrix: Ints | Floats, digits: int, tr: Translate) -> Figure:
    rows = [[float(number) for number in row] for row in matrix]
    texts = [[rounded(number, digits) if number else "" for number in row] for row in rows]
    shares = [[percent(number, sum(row)) or 0.0 for number in row] for row in rows]
    share = plain(tr("{share} % of the map's class")).replace("{share}", "%{z:.2f}")
    map_words = plain(tr("Map: {name}")).replace("{name}", "%{y}")
    reference_words = plain(tr("Reference: {name}")).replace("{name}", "%{x}")
    return shaded_square(
        names,
        texts,
        shares,
        f"{map_words}<br>{reference_words}<br>%{{text}}<br>{share}<extra></extra>",
        (tr("Map"), tr("Reference")),
    )


def _table(
    name: str, caption: Term, cross_table: CrossTable, results: AccuracyResults, digits: int
) -> ShownTable:
    fields = [field for field, _ in cross_table.fields[1:]]
    names = (c.name for c in results.accuracy.sample.classes)
    headings: Sequence[Text] = [*names, Term("Total")]
    factor = 100 if digits else 1
    rows: list[Row] = [
        {MAP_CLASS: row[MAP_CLASS], **{field: row[field] * factor for field in fields}}
        for row in cross_table.rows
    ]
    rows[-1] = {**rows[-1], MAP_CLASS: Term("Total"), "is_total": True}
    columns = [
        known(MAP_CLASS, Term("Map (rows), reference (columns)"), colours=results.swatches),
        *(ShownColumn(heading, field, digits) for heading, field in zip(headings, fields)),
    ]
    return ShownTable(name, caption, columns, rows, folded=bool(digits))
