"""The sections on what became of what: the transfer matrix, flows, gains and losses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...dates import Period
from ...messages import Translate
from ...results.change import ChangeRow
from ..figures import Figure, gains_and_losses
from ..parts import Chart, Column, Section, Table

if TYPE_CHECKING:
    from ..study import Results


def span_first(periods: list[Period]) -> list[int]:
    """The numbers of the periods, the whole span first."""
    return [len(periods) - 1, *range(len(periods) - 1)]


def change_section(results: Results, rows: list[ChangeRow], tr: Translate) -> Section:
    """What each class gained, lost and kept, by period.

    Args:
        rows: those of CLASS_CHANGE.
    """
    by_row = results.classes.colours_by_row()
    swatches = results.classes.colours_by_name()
    columns = [
        Column(tr("Class"), "class", colours=swatches),
        Column(tr("Before, ha"), "area_before_ha", 2),
        Column(tr("After, ha"), "area_after_ha", 2),
        Column(tr("Stayed, ha"), "persistence_ha", 2),
        Column(tr("Gain, ha"), "gain_ha", 2),
        Column(tr("Loss, ha"), "loss_ha", 2),
        Column(tr("Net, ha"), "net_ha", 2),
        Column(tr("Swap, ha"), "swap_ha", 2),
    ]
    variants: list[tuple[str, Figure]] = []
    tables: list[Table] = []
    for number in span_first(results.cube.periods):
        name = results.cube.periods[number].name
        own = [row for row in rows if row["period"] == name]
        colours = [by_row[row["value"], row["class"]] for row in own]
        variants.append((name, gains_and_losses(own, colours, tr)))
        caption = tr("Change by class {period}").format(period=name)
        tables.append(Table(f"change-{number}", caption, columns, own, folded=bool(tables)))
    return Section(
        "change",
        tr("Gains and losses by class"),
        [
            tr(
                "Gain is what came in from other classes, loss what went out to them. Net is gain "
                "less loss, the diamond; swap is what was lost in one place and gained in another."
            )
        ],
        charts=[Chart("gains", tr("Gains and losses, ha"), variants)],
        tables=tables,
    )
