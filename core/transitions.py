"""The transition cube: cells by period, from-class and to-class, and the tables read off it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .legend import Classes
from .scan import Block, Consumer


@dataclass(frozen=True)
class Period:
    """Two dates by their place in the series, and the period's name, such as 1986-2000."""

    earlier: int
    later: int
    name: str


def periods(names: list[str]) -> list[Period]:
    """Each consecutive period of a series, and the whole span where there is more than one."""
    steps = [(date, date + 1) for date in range(len(names) - 1)]
    if len(steps) > 1:
        steps.append((0, len(names) - 1))
    return [Period(a, b, f"{names[a]}-{names[b]}") for a, b in steps]


def added(total: np.ndarray, part: np.ndarray) -> np.ndarray:
    """Two count arrays added, the smaller filled up with zeros: class lists grow in a run."""
    if total.shape != part.shape:
        grown = np.zeros(np.maximum(total.shape, part.shape), np.int64)
        grown[tuple(slice(n) for n in total.shape)] = total
        total = grown
    total[tuple(slice(n) for n in part.shape)] += part
    return total


class PairCounter(Consumer):
    """Counts the pairs of classes of each period, over the cells valid at all dates."""

    def __init__(self, periods: list[Period]):
        self.periods = periods
        self.counts = [np.zeros((0, 0), np.int64) for _ in periods]

    def count(self, block: Block) -> list[np.ndarray]:
        n = block.n_codes
        found = []
        for period in self.periods:
            pairs = block.pair_codes(period.earlier, period.later)
            found.append(block.count(pairs, n * n).reshape(n, n)[1:, 1:])
        return found

    def merge(self, window, part) -> None:
        self.counts = [added(total, new) for total, new in zip(self.counts, part)]


class DateCounter(Consumer):
    """Counts the classes of each date by themselves, which the cube is checked against.

    Attributes:
        own: per date, cells by class code (0: left out), whatever the other dates hold.
        common: per date, the same over the cells valid at all dates.
    """

    def __init__(self, dates: int):
        self.own = [np.zeros(1, np.int64) for _ in range(dates)]
        self.common = [np.zeros(1, np.int64) for _ in range(dates)]

    def count(self, block: Block) -> tuple:
        own = [block.count(codes, block.n_codes, valid_only=False) for codes in block.codes]
        if block.valid is None:
            return own, own
        return own, [block.count(codes, block.n_codes) for codes in block.codes]

    def merge(self, window, part) -> None:
        self.own = [added(total, new) for total, new in zip(self.own, part[0])]
        self.common = [added(total, new) for total, new in zip(self.common, part[1])]


@dataclass
class TransitionCube:
    """Cells and hectares by period, from-class and to-class.

    Attributes:
        classes: the class list; the arrays' axes follow it.
        periods: the periods, in the order of `cells`.
        cells: per period, an int64 array of shape (n classes, n classes).
        cell_hectares: hectares of one cell.
    """

    classes: Classes
    periods: list
    cells: list
    cell_hectares: float
    total_cells: int = field(init=False)

    def __post_init__(self):
        n = len(self.classes)
        self.cells = [added(np.zeros((n, n), np.int64), counts) for counts in self.cells]
        self.total_cells = int(self.cells[0].sum()) if self.cells else 0

    def hectares(self, cells) -> float:
        """Hectares of a number of cells."""
        return float(cells) * self.cell_hectares

    def present(self, counts: np.ndarray) -> list[int]:
        """The numbers of the classes that occur in a matrix, in the tables' order."""
        occurring = (counts.sum(axis=0) + counts.sum(axis=1)) > 0
        return [number for number in self.classes.order() if occurring[number]]

    def pairs(self, counts: np.ndarray):
        """From-number, to-number and cells of the pairs that occur, in the tables' order."""
        order = self.present(counts)
        for source in order:
            for target in order:
                if counts[source, target]:
                    yield source, target, int(counts[source, target])


def percent(part: float, whole: float) -> float | None:
    """part in per cent of whole; None where there is no whole."""
    return 100.0 * part / whole if whole else None


def transfer_rows(cube: TransitionCube) -> list[dict]:
    """TRANSFERS: one row per period and pair of classes that occurs."""
    rows = []
    for period, counts in zip(cube.periods, cube.cells):
        before, after, total = counts.sum(axis=1), counts.sum(axis=0), counts.sum()
        for source, target, cells in cube.pairs(counts):
            out = before[source] - counts[source, source]
            rows.append(
                {
                    "period": period.name,
                    "from_value": cube.classes[source].value,
                    "from_class": cube.classes[source].name,
                    "to_value": cube.classes[target].value,
                    "to_class": cube.classes[target].name,
                    "cells": cells,
                    "area_ha": cube.hectares(cells),
                    "pct_of_total": percent(cells, total),
                    "pct_of_from": percent(cells, before[source]),
                    "pct_of_to": percent(cells, after[target]),
                    "pct_of_out": None if source == target else percent(cells, out),
                }
            )
    return rows


TOTAL = "Total"


def matrix_table(cube: TransitionCube, index: int = 0) -> tuple[list[str], list[dict]]:
    """MATRIX: the square matrix of one period in hectares, with totals.

    Returns:
        The names of the columns that hold hectares (one per class, then the total), and the
        rows: `from_class` and those columns, one row per class, then the column totals.
    """
    counts = cube.cells[index]
    order = cube.present(counts)
    columns = unique_names([cube.classes[number].name for number in order] + [TOTAL])
    square = counts[np.ix_(order, order)]
    square = np.vstack([square, square.sum(axis=0)])
    square = np.hstack([square, square.sum(axis=1)[:, None]])
    rows = [
        {"from_class": name, **{c: cube.hectares(n) for c, n in zip(columns, cells)}}
        for name, cells in zip(columns, square)
    ]
    return columns, rows


def unique_names(names: list[str], taken=("fid", "period", "from_class")) -> list[str]:
    """Names that differ without regard to case, as table columns must; a number is added."""
    used, unique = {name.casefold() for name in taken}, []
    for name in names:
        candidate, count = name, 2
        while candidate.casefold() in used:
            candidate, count = f"{name} {count}", count + 1
        used.add(candidate.casefold())
        unique.append(candidate)
    return unique


def class_change_rows(cube: TransitionCube) -> list[dict]:
    """CLASS_CHANGE: persistence, gain, loss, net change and swap of each class.

    Pontius, Shusas and McEachern 2004: gain is what came in, loss what went out, swap twice
    the smaller of both. `net_ha` is signed here: gain less loss.
    """
    rows = []
    for period, counts in zip(cube.periods, cube.cells):
        for number in cube.present(counts):
            stays = int(counts[number, number])
            before, after = int(counts[number].sum()), int(counts[:, number].sum())
            gain, loss = after - stays, before - stays
            rows.append(
                {
                    "period": period.name,
                    "value": cube.classes[number].value,
                    "class": cube.classes[number].name,
                    "area_before_ha": cube.hectares(before),
                    "area_after_ha": cube.hectares(after),
                    "persistence_ha": cube.hectares(stays),
                    "gain_ha": cube.hectares(gain),
                    "loss_ha": cube.hectares(loss),
                    "net_ha": cube.hectares(gain - loss),
                    "swap_ha": cube.hectares(2 * min(gain, loss)),
                }
            )
    return rows
