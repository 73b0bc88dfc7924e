"""Random samples of a map: the design of one to be drawn, and one that somebody has labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .cases import Case
from .cases_masks import random_mask
from .oracle import Cell

# A label that no map has.
NOWHERE = 4711
# Conversions of the default classes, and the strata of what became of the land, mines taking it.
CHANGES = {
    "Arable land -> Arable land": "stable",
    "Open pit -> Open pit": "stable",
    "Forestland \u2192 Grassland": "other change",
    "Urban land -> Open pit": "other change",
    "Arable land -> Open pit": "taken: Arable land",
    "Forestland \u2192 Dump": "taken: Forestland",
    "Open pit -> Grassland": "given back",
}
STRATUM_OF = {name.casefold(): stratum for name, stratum in CHANGES.items()}

Cells = dict[tuple[int, int], Cell]


class Feature(NamedTuple):
    """A point or polygon as WKT, with values of its label and of the map's class, None for none.

    `cell` are row and column of a point, on the map or beside it.
    """

    shape: str
    label: int | None
    shown: int | None
    part: str | None = None
    cell: tuple | None = None


@dataclass
class Labelled:
    """A sample with labels.

    `points` says whether it has no polygons, `by_field` whether features say what the map shows,
    `strata` are the rows of a table of parts of the land, or None.
    """

    design: str
    features: list
    points: bool
    by_field: bool
    strata: list | None


def random_design(rng, cells: Cells) -> dict:
    """Parameters of a sample to be drawn."""
    designs = ["stratified"] * 4 + ["simple", "systematic"]
    allocations = ["proportional", "equal", "neyman", "good_practice"]
    given: dict = {
        "DESIGN": str(rng.choice(designs)),
        "ALLOCATION": str(rng.choice(allocations)),
        "SEED": int(rng.integers(0, 1000)),
        "MIN_PER_CLASS": int(rng.integers(1, 40)),
    }
    held = {cell.land.name.casefold() for cell in cells.values() if cell.land}
    strata = {STRATUM_OF[name] for name in held if name in STRATUM_OF}
    is_change = held <= set(STRATUM_OF) and any("taken" in stratum for stratum in strata)
    # What is no map of change is refused.
    if rng.random() < (0.7 if is_change else 0.05):
        given["STRATA_BY"] = str(rng.choice(["class", "taken", "taken"]))
    if rng.random() < (0.7 if is_change else 0.05):
        given["BUFFER"] = int(rng.choice([1, 1, 2, 3, 7, 40]))
    if is_change and given.get("STRATA_BY") == "taken" and rng.random() < 0.5:
        kinds = ["taken", "buffer", "stable", "other change", "given back", *sorted(strata)]
        some = [str(kind) for kind in rng.permutation(sorted(set(kinds)))[: rng.integers(1, 4)]]
        given["MIN_PER_STRATUM"] = ",".join(f"{one}={rng.integers(1, 15)}" for one in some)
    if rng.random() < 0.7:
        given["SIZE"] = int(rng.integers(1, 300))
    elif rng.random() < 0.8:
        given["TARGET_SE"] = round(float(rng.uniform(1.0, 9.0)), 2)
    # One value of each class.
    values = {cell.land: cell.value for cell in cells.values() if cell.land}
    if rng.random() < 0.3:
        given["EXPECTED_UA"] = f"{rng.uniform(0.4, 0.98):.2f}"
    elif rng.random() < 0.6:
        some = [value for value in values.values() if rng.random() < 0.6]
        given["EXPECTED_UA"] = ",".join(f"{v}={rng.uniform(0.4, 0.98):.2f}" for v in some)
    return given


def random_labelled(rng, case: Case, cells: Cells) -> Labelled:
    """A sample that somebody has labelled."""
    grid = case.dates[0].grid
    values = sorted({cell.value for cell in cells.values() if cell.land}) or [1]
    is_points, by_field = rng.random() < 0.75, rng.random() < 0.3
    parts = int(rng.integers(1, 5)) if rng.random() < 0.4 else 0
    features = []
    for shape, cell in _points(rng, grid) if is_points else _polygons(rng, grid):
        own = cells.get(cell)
        label = int(rng.choice(values))
        if own is not None and own.land and rng.random() < 0.7:
            label = own.value
        label = [label, None, NOWHERE][rng.choice(3, p=[0.85, 0.1, 0.05])]
        shown = int(rng.choice(values)) if rng.random() < 0.9 else None
        part = None
        if parts:
            # Those beside the map are of any part.
            number = _part(cell, grid, parts) if own is not None else int(rng.integers(parts))
            part = str(rng.choice([f"{number}", f"part {number}", f"PART {number} "]))
        features.append(Feature(shape, label, shown if by_field else None, part, cell))
    design = "stratified" if parts or rng.random() < 0.7 else "simple"
    strata = _strata(rng, cells, grid, parts) if parts else None
    return Labelled(design, features, is_points, by_field, strata)


def _points(rng, grid) -> list[tuple]:
    """Points as WKT, each with its row and column; now and then two in one cell."""
    x, dx, _, y, _, dy = grid.transform
    found = []
    for _ in range(int(rng.integers(1, 90))):
        row, column = (int(rng.integers(-1, size + 1)) for size in grid.shape)
        right, down = rng.uniform(0.1, 0.9, 2)
        across, up = float(x + (column + right) * dx), float(y + (row + down) * dy)
        found.append((f"POINT ({across!r} {up!r})", (row, column)))
    return found


def _polygons(rng, grid) -> list[tuple]:
    return [(shape, None) for shape in random_mask(rng, grid)]


def _part(cell: tuple, grid, parts: int) -> int:
    """Parts are bands of columns."""
    return cell[1] * parts // grid.shape[1]


def _strata(rng, cells: Cells, grid, parts: int) -> list[dict]:
    """The table of the parts, now and then one that cannot be right."""
    rows = [{"value": n, "class": f"Part {n}", "cells": 0, "area_ha": 0.0} for n in range(parts)]
    for place, cell in cells.items():
        if cell.land:
            row = rows[_part(place, grid, parts)]
            row["cells"] += 1
            row["area_ha"] += cell.hectares
    spoilt = rng.random()
    total = sum(row["area_ha"] for row in rows)
    sized_by = str(rng.choice(["area_ha", "weight", "cells"])) if total else "cells"
    scale = float(rng.choice([1, 100])) * (float(rng.choice([0.5, 5.0])) if spoilt < 0.1 else 1.0)
    for row in rows:
        area = row.pop("area_ha")
        if 0.1 < spoilt < 0.2 and row["cells"]:
            row["cells"] = int(rng.integers(1, row["cells"] + 1))
        if sized_by == "area_ha":
            row["area_ha"] = area
        elif sized_by == "weight":
            row["weight"] = area / total * scale
    if 0.2 < spoilt < 0.25:
        rows.append(dict(rows[int(rng.integers(parts))]))
    return rows
