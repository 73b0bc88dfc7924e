"""Areas and shares of every class at every date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from ..base.dates import Date
from ..base.messages import Listed, Message, Notes, Term
from ..base.numbers import percent
from ..scan.census import Census, Tally
from ..scan.coding import FIRST_CLASS
from ..scan.units import UnitColumns, date_parts
from ..scheme.classes import Classes

# So many classes of a date are named in the log.
MOST_NOTED = 8

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
        tallies: per date, the closed tally by class code over the cells valid at all dates.

    Returns:
        A row for every date and every class that occurs at any date. Changes are against the
        date before; None at the first.
    """
    cells = [tally.cells[FIRST_CLASS:] for tally in tallies]
    hectares = [tally.hectares[FIRST_CLASS:] for tally in tallies]
    present = [n for n in classes.order() if any(of_date[n] for of_date in cells)]
    rows: list[ShareRow] = []
    for date_index, date in enumerate(dates):
        total = hectares[date_index].sum()
        for class_index in present:
            area = float(hectares[date_index][class_index])
            change = area - float(hectares[date_index - 1][class_index]) if date_index else None
            rows.append(
                {
                    "year": date.year or None,
                    "layer": date.layer,
                    "value": classes[class_index].value,
                    "class": classes[class_index].name,
                    "cells": int(cells[date_index][class_index]),
                    "area_ha": area,
                    "share_pct": percent(area, total),
                    "change_ha": change,
                    "change_points": None if change is None else percent(change, total),
                }
            )
    return rows


def share_notes(rows_by_date: Sequence[Sequence[ShareRow]]) -> Notes:
    """What share of the land the largest classes have at each date, for the log."""
    notes = Notes()
    for rows in rows_by_date:
        there = sorted((row for row in rows if row["cells"]), key=lambda row: -row["cells"])
        shown = [_share(row["class"], [row]) for row in there[:MOST_NOTED]]
        if there[MOST_NOTED:]:
            shown.append(_share(Term("others"), there[MOST_NOTED:]))
        if there:
            date = there[0]["year"] or there[0]["layer"]
            notes.inform("{date}: {classes}.", date=date, classes=Listed(shown))
    return notes


def _share(name: str, rows: Sequence[ShareRow]) -> Message:
    share = sum(row["share_pct"] or 0.0 for row in rows)
    return Message("{name} {share:.2f} %", name=name, share=share)


def share_columns(dates: Sequence[Date], census: Census) -> UnitColumns:
    """Of a unit: the shares of the classes that the whole run has, by date."""
    classes, present = census.cube.classes, census.present

    def shares(part: Census) -> list[float | None]:
        hectares = [tally.hectares[FIRST_CLASS:] for tally in part.dates.common]
        return [percent(float(areas[n]), float(areas.sum())) for areas in hectares for n in present]

    return UnitColumns(
        [f"share_pct_{date}_{classes[n].value}" for date in date_parts(dates) for n in present],
        [
            Message("{land} {date}, %", land=classes[n].name, date=date.label)
            for date in dates
            for n in present
        ],
        shares,
        digits=2,
        measure="%",
        # The first class at the last date.
        shown=-len(present),
    )
