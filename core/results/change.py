"""What each class gained, lost and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from ..base.dates import Period
from ..base.messages import Message
from ..base.numbers import percent
from ..scan.census import Census, TransitionCube
from ..scan.matrices import PeriodMatrix
from ..scan.units import UnitColumns, period_part
from ..scheme.classes import LandClass

# Written so because `class` is a word of Python.
ChangeRow = TypedDict(
    "ChangeRow",
    {
        "period": str,
        "value": int,
        "class": str,
        "area_before_ha": float,
        "area_after_ha": float,
        "persistence_ha": float,
        "gain_ha": float,
        "loss_ha": float,
        "net_ha": float,
        "swap_ha": float,
    },
)


def class_change_rows(cube: TransitionCube) -> list[ChangeRow]:
    """CLASS_CHANGE: persistence, gain, loss, net change and swap of each class.

    Pontius, Shusas and McEachern 2004: gain is what came in, loss what went out, swap twice
    the smaller of both. `net_ha` is signed here: gain less loss.
    """
    return [
        change_row(PeriodMatrix(period, None, hectares), cube.classes[index], index)
        for period, cells, hectares in cube.by_period()
        for index in cube.present(cells)
    ]


def change_row(matrix: PeriodMatrix, land_class: LandClass, index: int) -> ChangeRow:
    """The row of a class."""
    gain, loss = float(matrix.gain[index]), float(matrix.loss[index])
    return {
        "period": matrix.name,
        "value": land_class.value,
        "class": land_class.name,
        "area_before_ha": float(matrix.before[index]),
        "area_after_ha": float(matrix.after[index]),
        "persistence_ha": float(matrix.stays[index]),
        "gain_ha": gain,
        "loss_ha": loss,
        "net_ha": gain - loss,
        "swap_ha": 2 * min(gain, loss),
    }


def changed_columns(periods: Sequence[Period]) -> UnitColumns:
    """Of a unit: per cent of its land that changed its class, by period."""

    def changed(census: Census) -> list[float | None]:
        total = census.total_hectares
        indices = [census.cube.periods.index(period) for period in periods]
        return [percent(census.changed_hectares(index), total) for index in indices]

    return UnitColumns(
        [f"changed_pct_{period_part(period)}" for period in periods],
        [Message("Changed {period}, %", period=period.name) for period in periods],
        changed,
        digits=2,
        measure="%",
    )
