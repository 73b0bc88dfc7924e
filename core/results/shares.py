"""Areas and shares of every class at every date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from ..dates import Date
from ..numbers import percent
from ..scan.coding import FIRST_CLASS
from ..scan.tally import Tally
from ..scheme.classes import Classes

# A row of SHARES and AREAS; written so because `class` is a word of Python.
ShareRow = TypedDict(
    "ShareRow",
    {
        "year": "str | None",
        "layer": str,
        "value": int,
        "class": str,
        "cells": int,
        "area_ha": float,
        "share_pct": "float | None",
        "change_ha": "float | None",
        "change_points": "float | None",
    },
)


def share_rows(dates: Sequence[Date], classes: Classes, tallies: Sequence[Tally]) -> list[ShareRow]:
    """SHARES and AREAS: cells, hectares and share of each class at each date.

    Args:
        dates: year and layer of each.
        classes: the run's class list.
        tallies: per date, the closed tally by class code over the cells valid at all dates.

    Returns:
        A row for every date and every class that occurs at any date. Changes are against the
        date before; None at the first.
    """
    cells = [tally.cells[FIRST_CLASS:] for tally in tallies]
    hectares = [tally.hectares[FIRST_CLASS:] for tally in tallies]
    present = [n for n in classes.order() if any(own[n] for own in cells)]
    rows: list[ShareRow] = []
    for place, date in enumerate(dates):
        total = hectares[place].sum()
        for number in present:
            area = float(hectares[place][number])
            change = area - float(hectares[place - 1][number]) if place else None
            rows.append(
                {
                    "year": date.year or None,
                    "layer": date.layer,
                    "value": classes[number].value,
                    "class": classes[number].name,
                    "cells": int(cells[place][number]),
                    "area_ha": area,
                    "share_pct": percent(area, total),
                    "change_ha": change,
                    "change_points": None if change is None else percent(change, total),
                }
            )
    return rows
