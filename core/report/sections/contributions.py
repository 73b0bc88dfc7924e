"""The section on what each conversion of land contributes to the change of what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ...messages import Message, Term, Text
from ...results.analysis import ChangeAnalysis
from ...results.contributions import ContributionRow
from ..figures import Bars, Draw, stacked_bars
from ..parts import Chart, Section, Table, known, listed
from ..rounding import rounded

MOST_DRAWN, MOST_LISTED = 12, 30
MORE, LESS = "#2f8f6b", "#b8483a"


def contribution_section(analysis: ChangeAnalysis) -> Section | None:
    """The largest contributions by period and value; None where there are no values."""
    if analysis.values is None:
        return None
    colours = analysis.classes.colours_by_name()
    columns = [
        known("from_class", colours=colours),
        known("to_class", colours=colours),
        *(known(name) for name in ("area_ha", "change", "contribution_pct")),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[Table] = []
    for place, matrix in enumerate(analysis.matrices.all):
        for number, name in enumerate(analysis.values.names):
            rows = [
                row
                for row in analysis.contributions
                if (row["period"], row["value_name"]) == (matrix.name, name)
            ]
            if not rows:
                continue
            title = f"{matrix.name}, {name}"
            variants.append((title, _bars(rows[:MOST_DRAWN])))
            tables.append(
                listed(
                    f"contributions-{place}-{number}",
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
        charts=[Chart("contributions", Term("The largest changes by conversion"), variants)],
        tables=tables,
    )


def _bars(rows: Sequence[ContributionRow]) -> Draw:
    """Bars to the right where land gains, to the left where it loses."""
    labels = [f"{row['from_class']} \N{RIGHTWARDS ARROW} {row['to_class']}" for row in rows]
    hovers: list[tuple[Text, ...]] = [
        (
            label,
            rounded(row["change"], 1),
            Message("{share} % of all changes", share=rounded(row["contribution_pct"], 2)),
        )
        for label, row in zip(labels, rows)
    ]
    series = [
        Bars(Term("More"), MORE, [max(row["change"], 0.0) for row in rows], hovers),
        Bars(Term("Less"), LESS, [min(row["change"], 0.0) for row in rows], hovers),
    ]
    return partial(stacked_bars, labels, series, Term("Change"), lying=True)
