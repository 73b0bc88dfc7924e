"""Suspicious trajectories: what the rules on them find, as rows and as a raster."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import numpy as np

from ..base.colours import SPARE_COLOURS
from ..base.dates import Date, Period
from ..base.messages import Message, Notes, Term
from ..base.numbers import Bytes, Flags
from ..scan.block import Block
from ..scan.cell_raster import TalliedRaster
from ..scan.census import CombinationTable
from ..scan.coding import FIRST_CLASS
from ..scan.consumer import RasterWriter
from ..scheme.classes import Classes
from ..scheme.suspects import (
    FIRST_KIND,
    NOT_SUSPECT,
    SuspectRule,
    SuspectRules,
    SuspectTrajectories,
)
from .closure import Check, written_checks

NODATA = 0

NOT_SUSPICIOUS = Term("Not suspicious")
# The kinds of the default rules: tables keep them as they are, the log and the legend have them in
# the user's language.
KINDS = {"impossible": Term("impossible"), "suspicious": Term("suspicious")}

# A neutral for what no rule fits, and colours of the kinds in their order: what cannot be darkest.
NOT_SUSPECT_COLOUR = "#e6e8e2"
KIND_COLOURS = ("#6a1b54", "#e66101", "#2b83ba", *SPARE_COLOURS)


class SuspectRow(TypedDict):
    """A row of SUSPECTS; without from and via where a rule is about one date."""

    kind: str
    from_class: str | None
    via_class: str | None
    to_class: str
    period: str
    cells: int
    area_ha: float
    why: str


class Suspects:
    """What the rules find among the combinations of a run.

    Attributes:
        rows: SUSPECTS. A row per rule, period and classes, in the order of the rules and of time,
            then largest first. Rows overlap: a cell may be in several.
        by_rule: hectares that each rule fits, each cell once.
        hectares: of all that some rule fits, each cell once.
    """

    def __init__(
        self, rules: SuspectRules, table: CombinationTable, dates: Sequence[Date], classes: Classes
    ):
        self._table, self._dates, self._classes = table, dates, classes
        self.rows: list[SuspectRow] = []
        fitting: dict[SuspectRule, Flags] = {}
        for suspect in rules.matches(table.by_date, list(classes)):
            self.rows += self._rows_of(suspect)
            fits = fitting.get(suspect.rule)
            fitting[suspect.rule] = suspect.fits if fits is None else fits | suspect.fits
        self.by_rule = {rule: self._area(fits) for rule, fits in fitting.items()}
        nothing = np.zeros(len(table.cells), bool)
        self.hectares = self._area(np.logical_or.reduce([nothing, *fitting.values()]))

    def _area(self, fits: Flags) -> float:
        return float(self._table.hectares[fits].sum())

    def _rows_of(self, suspect: SuspectTrajectories) -> list[SuspectRow]:
        """The rows of one rule and period, largest first, ties in the order of the classes."""
        rule, start, end = suspect.rule, suspect.start, suspect.end
        combinations, size = np.flatnonzero(suspect.fits), len(self._classes)
        triples = np.zeros(combinations.size, np.int64)
        for date, counts in ((start, rule.source), (end - 1, rule.via), (end, rule.target)):
            triples *= size
            if counts:
                triples += self._table.classes[combinations, date]
        occurring, rows = np.unique(triples, return_inverse=True)
        cells = np.bincount(rows, self._table.cells[combinations])
        hectares = np.bincount(rows, self._table.hectares[combinations])
        names = [land_class.name for land_class in self._classes]
        period = self._dates[end].label
        if start < end:
            period = f"{self._dates[start].label}-{period}"
        suspect_rows: list[SuspectRow] = []
        for row in map(int, np.argsort(-hectares, kind="stable")):
            rest, last = divmod(int(occurring[row]), size)
            first, between = divmod(rest, size)
            suspect_rows.append(
                {
                    "kind": rule.kind,
                    "from_class": names[first] if rule.source else None,
                    "via_class": names[between] if rule.via else None,
                    "to_class": names[last],
                    "period": period,
                    "cells": int(cells[row]),
                    "area_ha": float(hectares[row]),
                    "why": rule.why,
                }
            )
        return suspect_rows

    def notes(self) -> Notes:
        """What each rule finds, for the log."""
        notes = Notes()
        for rule, area in self.by_rule.items():
            notes.inform(
                "{kind}, row {row} ({why}): {area:,.2f} ha.",
                kind=KINDS.get(rule.kind, rule.kind),
                row=rule.row,
                why=rule.why,
                area=area,
            )
        notes.inform(
            "Suspicious trajectories: {area:,.2f} ha, each cell once; they are counted and shown, "
            "and nothing is left out for it.",
            area=self.hectares,
        )
        return notes


class SuspectRaster(TalliedRaster):
    """The kind of rule that each cell's trajectory fits, the first one in the table.

    The legend has a row for land that no rule fits, and for every kind of the rules.
    """

    def __init__(self, writer: RasterWriter, path: str | Path, span: Period, rules: SuspectRules):
        self._rules = rules
        legend = [
            (NOT_SUSPECT, writer.words(NOT_SUSPICIOUS), NOT_SUSPECT_COLOUR),
            *(
                (
                    value,
                    writer.words(KINDS.get(kind, kind)),
                    KIND_COLOURS[(value - FIRST_KIND) % len(KIND_COLOURS)],
                )
                for value, kind in rules.kinds.items()
            ),
        ]
        colours = {value: colour for value, _, colour in legend}
        title = Message("Suspicious trajectories {period}", period=span.name)
        super().__init__(writer, writer.tiff(path, span, title, np.uint8, NODATA, colours), legend)

    def values(self, block: Block) -> Bytes:
        values = np.full(block.cells.size, NODATA, np.uint8)
        valid = slice(None) if block.valid is None else block.valid
        dates = [codes[valid] - FIRST_CLASS for codes in block.codes]
        values[valid] = self._rules.values(dates, block.classes)
        return values


def suspect_checks(
    table: CombinationTable,
    rules: SuspectRules,
    classes: Classes,
    span: str,
    raster: SuspectRaster | None,
) -> list[Check]:
    """What the raster was written with against the combinations."""
    if raster is None:
        return []
    kinds = rules.values(table.by_date, list(classes))
    return written_checks(span, "SUSPECT_MAP", raster, kinds, table.cells)
