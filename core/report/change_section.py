"""The section on what each class gained and lost."""

from __future__ import annotations

from functools import partial

from ..base.messages import Message, Term
from ..results.results import Results
from .figures import Draw
from .lying import gains_and_losses
from .parts import Chart, Section, ShownTable, known, span_first

NUMBERS = (
    *("area_before_ha", "area_after_ha", "persistence_ha"),
    *("gain_ha", "loss_ha", "net_ha", "swap_ha"),
)


def change_section(results: Results) -> Section:
    """What each class gained, lost and kept, by period."""
    by_row = results.classes.colours_by_row()
    columns = [
        known("class", colours=results.classes.colours_by_name()),
        *(known(name) for name in NUMBERS),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for number in span_first(results.cube.periods):
        name = results.cube.periods[number].name
        rows = [row for row in results.change if row["period"] == name]
        colours = [by_row[row["value"], row["class"]] for row in rows]
        variants.append((name, partial(gains_and_losses, rows, colours)))
        caption = Message("Change by class {period}", period=name)
        tables.append(ShownTable(f"change-{number}", caption, columns, rows, folded=bool(tables)))
    return Section(
        "change",
        Term("Gains and losses by class"),
        [
            Term(
                "Gain is what came in from other classes, loss what went out to them. Net is gain "
                "less loss, the diamond; swap is what was lost in one place and gained in another."
            )
        ],
        charts=[
            Chart(
                "gains",
                Term("Gains and losses, ha"),
                variants,
                note=Term("After Pontius, Shusas and McEachern 2004."),
            )
        ],
        tables=tables,
    )
