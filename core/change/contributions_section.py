"""The section on what each conversion adds to a change of values, and where values are from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..base.messages import Message, Term, Text
from ..report.figures import Bars, Draw, stacked_bars
from ..report.labels import pair_label
from ..report.parts import (
    Chart,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    first_rows,
    known,
    span_first,
)
from ..report.rounding import rounded
from ..results.class_values import ContributionRow
from ..scheme.values import ClassValues
from .analysis import ChangeAnalysis

MOST_DRAWN, MOST_LISTED = 12, 30
MORE, LESS = (Term("More"), "#2f8f6b"), (Term("Less"), "#b8483a")
MOST_DIGITS = 6


def contribution_section(analysis: ChangeAnalysis) -> Section | None:
    """The largest contributions by period and value; None where there are no values."""
    values = analysis.values
    if values is None:
        return None
    colours = analysis.classes.colours_by_name()
    columns = [
        known("from_class", colours=colours),
        known("to_class", colours=colours),
        *(known(name) for name in ("area_ha", "change", "contribution_pct")),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for period_index in span_first([matrix.period for matrix in analysis.matrices.all]):
        matrix = analysis.matrices.all[period_index]
        for value_index, name in enumerate(values.names):
            rows = [
                row
                for row in analysis.contributions
                if (row["period"], row["value_name"]) == (matrix.name, name)
            ]
            if not rows:
                continue
            title = f"{matrix.name}, {name}"
            variants.append((title, _bars(rows[:MOST_DRAWN], name)))
            tables.append(
                first_rows(
                    f"contributions-{period_index}-{value_index}",
                    Message("Contributions {period}, {value}", period=matrix.name, value=name),
                    columns,
                    rows,
                    MOST_LISTED,
                    "CONTRIBUTIONS",
                    folded=bool(tables),
                )
            )
    return Section(
        "contributions",
        Term("Contributions of the conversions"),
        [
            Term(
                "The change by a conversion is its area times the value per hectare after it less "
                "that before. Its contribution is that in per cent of all changes without their "
                "signs, which add up to 100."
            )
        ],
        charts=[
            Chart(
                "contributions",
                Term("The largest changes by conversion"),
                variants,
                [MORE, LESS],
                Term("Contributions as in ChinaXiv 201809.00013."),
            )
        ],
        tables=[*tables, _value_table(analysis, values)],
    )


def _value_table(analysis: ChangeAnalysis, values: ClassValues) -> ShownTable:
    """What a hectare of each class on the land counts, and where that is from."""
    classes = analysis.matrices.classes
    per_ha = [[float(value) for value in row] for row in values.per_hectare(classes)]
    fields = [f"value{n}" for n in range(len(values.names))]
    rows: list[Row] = []
    for land_class, of_class in zip(classes, per_ha):
        source: Text | None = values.source(land_class)
        if source is None:
            source = Term("not in the table, so that it counts 0")
        row = {"class": land_class.name, **dict(zip(fields, of_class)), "source": source or None}
        rows.append(row)
    columns = [known("class", colours=analysis.classes.colours_by_name())]
    columns += [
        # As many digits after the point as tell the values as they were given, up to some.
        ShownColumn(
            name,
            field,
            next(
                (n for n in range(MOST_DIGITS) if all(round(v, n) == v for v in column)),
                MOST_DIGITS,
            ),
        )
        for name, field, column in zip(values.names, fields, zip(*per_ha))
    ]
    columns.append(known("source"))
    note = "" if values.has_sources else Term("The table does not say where its values are from.")
    return ShownTable(
        "values", Term("Values per hectare and their sources"), columns, rows, note=note
    )


def _bars(rows: Sequence[ContributionRow], name: str) -> Draw:
    """Bars to the right where land gains, to the left where it loses."""
    labels = [pair_label(row["from_class"], row["to_class"]) for row in rows]
    hovers: list[tuple[Text, ...]] = [
        (
            label,
            rounded(row["change"], 1),
            Message("{share} % of all changes", share=rounded(row["contribution_pct"], 2)),
        )
        for label, row in zip(labels, rows)
    ]
    series = [
        Bars(*MORE, [max(row["change"], 0.0) for row in rows], hovers),
        Bars(*LESS, [min(row["change"], 0.0) for row in rows], hovers),
    ]
    title = Message("Change, {value} x ha", value=name)
    return partial(stacked_bars, labels, series, title, lying=True)
