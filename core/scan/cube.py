"""The transition cube: cells by period, from-class and to-class, and the tables read off it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

import numpy as np

from ..raster.area import CellArea
from ..raster.grid import Window
from ..scheme.classes import Classes
from .block import Block
from .coding import FIRST_CLASS
from .scan import Consumer

if TYPE_CHECKING:
    from typing import TypeVar

    from numpy.typing import NDArray

    from .block import Tallied

    Number = TypeVar("Number", np.int64, np.float64)


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


class Tally:
    """Cells and hectares by class code or pair of codes, added up block by block.

    The arrays grow with the class list. Where all cells have the same area no hectares are
    added up; they follow from the cells when the count is `closed`.
    """

    def __init__(self, dimensions: int):
        self.cells = np.zeros((0,) * dimensions, np.int64)
        self.hectares: NDArray[np.float64] = np.zeros((0,) * dimensions)

    def add(self, cells: NDArray[np.int64], hectares: NDArray[np.float64] | None) -> None:
        """Add the counts of a block."""
        self.cells = _added(self.cells, cells)
        if hectares is not None:
            self.hectares = _added(self.hectares, hectares)

    def closed(self, order: list[int], area: CellArea) -> Tally:
        """The whole count, its classes in this order of their numbers, hectares filled in."""
        size = len(order) + FIRST_CLASS
        whole = Tally(self.cells.ndim)
        shape = (size,) * self.cells.ndim
        whole.cells = _added(np.zeros(shape, np.int64), self.cells)
        if area.uniform is None:
            whole.hectares = _added(np.zeros(shape), self.hectares)
        else:
            whole.hectares = whole.cells * np.float64(area.uniform)
        codes = [*range(FIRST_CLASS), *(number + FIRST_CLASS for number in order)]
        places = np.ix_(*[codes] * whole.cells.ndim)
        whole.cells, whole.hectares = whole.cells[places], whole.hectares[places]
        return whole


def _added(total: NDArray[Number], part: NDArray[Number]) -> NDArray[Number]:
    """Two arrays added, the smaller filled up with zeros: class lists grow in a run."""
    if total.shape != part.shape:
        grown = np.zeros(np.maximum(total.shape, part.shape), total.dtype)
        grown[tuple(slice(n) for n in total.shape)] = total
        total = grown
    total[tuple(slice(n) for n in part.shape)] += part
    return total


class PairCounter(Consumer):
    """Counts the pairs of class codes of each period, over the cells valid at all dates."""

    def __init__(self, periods: list[Period]):
        self.periods = periods
        self.tallies = [Tally(2) for _ in periods]

    def count(self, block: Block) -> list[Tallied]:
        n = block.n_codes
        found: list[Tallied] = []
        for period in self.periods:
            pairs = block.pair_codes(period.earlier, period.later)
            cells, hectares = block.tally(pairs, n * n)
            by_pair = None if hectares is None else hectares.reshape(n, n)
            found.append((cells.reshape(n, n), by_pair))
        return found

    def merge(self, window: Window, part: list[Tallied]) -> None:
        for tally, counts in zip(self.tallies, part):
            tally.add(*counts)


class DateCounter(Consumer):
    """Counts the classes of each date by themselves, which the cube is checked against.

    Attributes:
        own: per date, a tally by class code, whatever the other dates hold.
        common: per date, the same over the cells valid at all dates.
    """

    def __init__(self, dates: int):
        self.own = [Tally(1) for _ in range(dates)]
        self.common = [Tally(1) for _ in range(dates)]

    def count(self, block: Block) -> tuple[list[Tallied], list[Tallied]]:
        n = block.n_codes
        own = [block.tally(codes, n, valid_only=False) for codes in block.codes]
        if block.valid is None:
            return own, own
        return own, [block.tally(codes, n) for codes in block.codes]

    def merge(self, window: Window, part: tuple[list[Tallied], list[Tallied]]) -> None:
        for tallies, counts in zip((self.own, self.common), part):
            for tally, counted in zip(tallies, counts):
                tally.add(*counted)

    def close(self, order: list[int], area: CellArea) -> None:
        """Bring all tallies into this order of the classes and fill in their hectares."""
        self.own = [tally.closed(order, area) for tally in self.own]
        self.common = [tally.closed(order, area) for tally in self.common]


class TransitionCube:
    """Cells and hectares by period, from-class and to-class.

    Attributes:
        classes: the class list; the arrays' axes follow it.
        periods: the periods, in the order of the arrays.
        cells: per period, an int64 array of shape (n classes, n classes).
        hectares: per period, a float64 array of the same shape.
        total_cells, total_hectares: what counts, the same in every period.
    """

    def __init__(self, classes: Classes, periods: list[Period], tallies: list[Tally]):
        self.classes = classes
        self.periods = periods
        self.cells = [tally.cells[FIRST_CLASS:, FIRST_CLASS:] for tally in tallies]
        self.hectares = [tally.hectares[FIRST_CLASS:, FIRST_CLASS:] for tally in tallies]
        self.total_cells = int(self.cells[0].sum()) if tallies else 0
        self.total_hectares = float(self.hectares[0].sum()) if tallies else 0.0

    def by_period(self) -> Iterator[tuple[Period, NDArray[np.int64], NDArray[np.float64]]]:
        """Period, cells and hectares, one after the other."""
        return zip(self.periods, self.cells, self.hectares)

    def present(self, cells: NDArray[np.int64]) -> list[int]:
        """The numbers of the classes that occur in a matrix, in the tables' order."""
        occurring = (cells.sum(axis=0) + cells.sum(axis=1)) > 0
        return [number for number in self.classes.order() if occurring[number]]

    def pairs(self, cells: NDArray[np.int64]) -> list[tuple[int, int]]:
        """From-number and to-number of the pairs that occur, in the tables' order."""
        order = self.present(cells)
        return [(i, j) for i in order for j in order if cells[i, j]]


def percent(part: float, whole: float) -> float | None:
    """part in per cent of whole; None where there is no whole."""
    return float(100.0 * part / whole) if whole else None


class TransferRow(TypedDict):
    """A row of TRANSFERS."""

    period: str
    from_value: int
    from_class: str
    to_value: int
    to_class: str
    cells: int
    area_ha: float
    pct_of_total: float | None
    pct_of_from: float | None
    pct_of_to: float | None
    pct_of_out: float | None


def transfer_rows(cube: TransitionCube) -> list[TransferRow]:
    """TRANSFERS: one row per period and pair of classes that occurs; shares are of area."""
    rows: list[TransferRow] = []
    for period, cells, hectares in cube.by_period():
        before, after, total = hectares.sum(axis=1), hectares.sum(axis=0), hectares.sum()
        out = np.where(np.eye(len(hectares), dtype=bool), 0.0, hectares).sum(axis=1)
        for i, j in cube.pairs(cells):
            area = float(hectares[i, j])
            rows.append(
                {
                    "period": period.name,
                    "from_value": cube.classes[i].value,
                    "from_class": cube.classes[i].name,
                    "to_value": cube.classes[j].value,
                    "to_class": cube.classes[j].name,
                    "cells": int(cells[i, j]),
                    "area_ha": area,
                    "pct_of_total": percent(area, total),
                    "pct_of_from": percent(area, before[i]),
                    "pct_of_to": percent(area, after[j]),
                    "pct_of_out": None if i == j else percent(area, out[i]),
                }
            )
    return rows


TOTAL = "Total"


def matrix_table(
    cube: TransitionCube, index: int = 0
) -> tuple[list[str], list[dict[str, str | float]]]:
    """MATRIX: the square matrix of one period in hectares, with totals.

    Returns:
        The names of the columns that hold hectares (one per class, then the total), and the
        rows: `from_class` and those columns, one row per class, then the column totals.
    """
    order = cube.present(cube.cells[index])
    names = [cube.classes[number].name for number in order] + [TOTAL]
    columns = unique_names(names)
    square = cube.hectares[index][np.ix_(order, order)]
    square = np.vstack([square, square.sum(axis=0)])
    square = np.hstack([square, square.sum(axis=1)[:, None]])
    rows = [
        {"from_class": name, **dict(zip(columns, hectares.tolist()))}
        for name, hectares in zip(names, square)
    ]
    return columns, rows


def unique_names(
    names: list[str], taken: Iterable[str] = ("fid", "period", "from_class")
) -> list[str]:
    """Names that differ without regard to case, as table columns must; a number is added."""
    used = {name.casefold() for name in taken}
    unique: list[str] = []
    for name in names:
        candidate, count = name, 2
        while candidate.casefold() in used:
            candidate, count = f"{name} {count}", count + 1
        used.add(candidate.casefold())
        unique.append(candidate)
    return unique


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
    rows: list[ChangeRow] = []
    for period, cells, hectares in cube.by_period():
        for number in cube.present(cells):
            stays = float(hectares[number, number])
            before, after = float(hectares[number].sum()), float(hectares[:, number].sum())
            # From the parts, not as a difference of sums, so that no change is exactly 0.
            others = np.arange(len(hectares)) != number
            gain, loss = (
                float(hectares[others, number].sum()),
                float(hectares[number, others].sum()),
            )
            rows.append(
                {
                    "period": period.name,
                    "value": cube.classes[number].value,
                    "class": cube.classes[number].name,
                    "area_before_ha": before,
                    "area_after_ha": after,
                    "persistence_ha": stays,
                    "gain_ha": gain,
                    "loss_ha": loss,
                    "net_ha": gain - loss,
                    "swap_ha": 2 * min(gain, loss),
                }
            )
    return rows
