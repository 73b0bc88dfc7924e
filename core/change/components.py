"""What change is made of: gain, loss, net and swap; quantity, exchange and shift."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Term
from ..results.change import ChangeRow, change_row
from ..results.closure import Check
from ..scan.matrices import PeriodMatrices
from ..scheme.reserved import ALL


class ComponentRow(ChangeRow):
    """A row of COMPONENTS; without a value that of all classes."""

    value: int | None  # type: ignore[misc]  # what is None nowhere else
    quantity_ha: float
    exchange_ha: float
    shift_ha: float
    change_ha: float


def component_rows(matrices: PeriodMatrices) -> list[ComponentRow]:
    """COMPONENTS: a row per period and class, then one of all classes together.

    Pontius, Shusas and McEachern 2004: gain, loss, net (signed here: gain less loss), swap. Pontius
    and Santacruz 2014: quantity, exchange and shift, which add up to change. What a class gives
    another gets, so all classes together have half the sum of each.
    """
    rows: list[ComponentRow] = []
    for matrix in matrices.all:
        of_classes: list[ComponentRow] = []
        for class_index, land_class in enumerate(matrices.classes):
            row = change_row(matrix, land_class, class_index)
            of_classes.append(
                {
                    **row,
                    "quantity_ha": float(matrix.quantity[class_index]),
                    "exchange_ha": float(matrix.exchange[class_index]),
                    "shift_ha": float(matrix.shift[class_index]),
                    "change_ha": row["gain_ha"] + row["loss_ha"],
                }
            )
        of_all: ComponentRow = {
            "period": matrix.name,
            "value": None,
            "class": ALL,
            "area_before_ha": sum(row["area_before_ha"] for row in of_classes),
            "area_after_ha": sum(row["area_after_ha"] for row in of_classes),
            "persistence_ha": sum(row["persistence_ha"] for row in of_classes),
            "gain_ha": matrix.changed,
            "loss_ha": matrix.changed,
            "net_ha": 0.0,
            "swap_ha": sum(row["swap_ha"] for row in of_classes) / 2,
            "quantity_ha": sum(row["quantity_ha"] for row in of_classes) / 2,
            "exchange_ha": sum(row["exchange_ha"] for row in of_classes) / 2,
            "shift_ha": sum(row["shift_ha"] for row in of_classes) / 2,
            "change_ha": matrix.changed,
        }
        rows += [*of_classes, of_all]
    return rows


def component_checks(matrices: PeriodMatrices, rows: Sequence[ComponentRow]) -> list[Check]:
    """Per period, of all classes: the components add up to the land that changed."""
    checks = []
    for matrix, row in zip(matrices.all, (row for row in rows if row["value"] is None)):
        changed = matrix.total - matrix.unchanged
        parts = row["quantity_ha"] + row["exchange_ha"] + row["shift_ha"]
        net, whole = row["quantity_ha"] + row["swap_ha"], row["persistence_ha"] + row["change_ha"]
        checks += [
            Check(matrix.name, Term("quantity + exchange + shift = change"), changed, parts),
            Check(matrix.name, Term("net + swap = change"), changed, net),
            Check(matrix.name, Term("unchanged + change = all hectares"), matrix.total, whole),
        ]
    return checks
