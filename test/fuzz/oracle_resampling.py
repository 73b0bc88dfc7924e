"""Which dates are warned of for their cells, and the share of changed cells at class edges, by
plain loops over corners and cells."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from pyproj import Transformer

from .cases import Case
from .cases_rasters import Date, Grid
from .legends import default_lands
from .oracle_names import find

ADVICE = "Resample"
# What makes land of one class: its name, or that of the default scheme for it.
KEYS = (
    lambda land: land.key.casefold(),
    lambda land: (find(default_lands(), land.key) or land).key.casefold(),
)

# A whole number of cells, and up to this much of one, makes no difference.
TENTH = 0.1 + 1e-6


def resampled_facts(case: Case, by_cell: dict) -> list[tuple]:
    """Words of the warning of each date on other cells than the base.

    Args:
        by_cell: classes by date of the cells inside the mask, by row and column; None: no class.
    """
    base = case.dates[case.base]
    others = [_has_other_cells(date, base.grid) for date in case.dates]
    facts = []
    for place, (date, is_other) in enumerate(zip(case.dates, others)):
        if not is_other:
            continue
        steps = [step for step in (place - 1, place) if 0 <= step < len(others) - 1]
        steps = [step for step in steps if others[step] != others[step + 1]]
        # A job may know the default scheme.
        told = {_told(by_cell, steps[0], key) if steps else ADVICE for key in KEYS}
        words = f"cells south. {told.pop()}" if len(told) == 1 else "cells south. "
        facts.append((f"'{date.layer.partition('.')[0]}", "is resampled to the grid", words))
    return facts


def _has_other_cells(date: Date, grid: Grid) -> bool:
    """Whether any corner of a cell is not one of the grid, counted from its upper left corner."""
    if date.grid == grid:
        return False
    lead = Transformer.from_crs(date.grid.epsg, grid.epsg, always_xy=True).transform
    (x, dx, _, y, _, dy), first = date.grid.transform, None
    for row, column in product(range(date.grid.shape[0] + 1), range(date.grid.shape[1] + 1)):
        east, north = x + column * dx, y + row * dy
        if date.grid.epsg != grid.epsg:
            east, north = lead(east, north)
        across = (east - grid.transform[0]) / grid.transform[1] - column
        down = (north - grid.transform[3]) / grid.transform[5] - row
        first = first or (round(across), round(down))
        if not (abs(across - first[0]) <= TENTH and abs(down - first[1]) <= TENTH):
            return True
    return False


def _told(by_cell: dict, step: int, key: Callable) -> str:
    """What follows: the per cent of the cells that change in a step, if above 80, that have another
    class about them before."""
    touching = changed = 0
    for (row, column), classes in by_cell.items():
        if None in classes or key(classes[step]) == key(classes[step + 1]):
            continue
        changed += 1
        around = product(range(row - 1, row + 2), range(column - 1, column + 2))
        before = {by_cell[cell][step] for cell in around if cell in by_cell} - {None}
        touching += len({key(land) for land in before}) > 1
    share = 100 * touching / changed if changed else 0.0
    return f"{share:.1f} % of the cells changed" if share > 80 else ADVICE
