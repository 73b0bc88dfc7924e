"""The section on what change is made of: net and gross by class, quantity, exchange, shift."""

from __future__ import annotations

from functools import partial

from ..base.messages import Message, Term
from ..report.figures import Bars, Draw, stacked_bars
from ..report.lying import gains_and_losses
from ..report.parts import Chart, Row, Section, ShownTable, known, span_first
from ..report.rounding import hectares
from .analysis import ChangeAnalysis
from .components import ComponentRow

NUMBERS = (
    *("area_before_ha", "area_after_ha", "gain_ha", "loss_ha", "net_ha"),
    *("swap_ha", "quantity_ha", "exchange_ha", "shift_ha"),
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
        *(known(name) for name in NUMBERS),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    matrices = analysis.matrices
    size = len(matrices.classes) + 1
    alone: list[ComponentRow] = []
    for place in span_first([matrix.period for matrix in matrices.all]):
        matrix = matrices.all[place]
        *rows, landscape = analysis.components[place * size : (place + 1) * size]
        alone.append(landscape)
        colours = [by_row[row["value"] or 0, row["class"]] for row in rows]
        variants.append((matrix.name, partial(gains_and_losses, rows, colours)))
        shown: list[Row] = [*rows, {**landscape, "class": Term("All classes"), "is_total": True}]
        caption = Message("Components of change by class {period}", period=matrix.name)
        tables.append(
            ShownTable(f"components-{place}", caption, columns, shown, folded=bool(tables))
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
                note=Term("After Pontius, Shusas and McEachern 2004."),
            ),
            _parts_chart(alone),
        ],
        tables=tables,
    )


def _parts_chart(rows: list[ComponentRow]) -> Chart:
    labels = [row["period"] for row in rows]
    series = []
    for name, word, colour in PARTS:
        areas: list[float] = [row[name] for row in rows]  # type: ignore[literal-required]
        hovers = [(word, label, hectares(area)) for label, area in zip(labels, areas)]
        series.append(Bars(str(word), colour, areas, hovers))
    return Chart(
        "components-parts",
        Term("What the change is made of, ha"),
        [("", partial(stacked_bars, labels, series, Term("Land that changed, ha"), lying=True))],
        [(word, colour) for _, word, colour in PARTS],
        Term("After Pontius and Santacruz 2014."),
    )
