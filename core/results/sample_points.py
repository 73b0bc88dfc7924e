"""The points of a sample: SAMPLE, and what of it can be checked."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from ..base.messages import DataError, Message, Notes, Progress, Term
from ..base.random_draws import Shuffle, random_parts
from ..base.table import Row, Table
from ..raster.grid import Grid, Window
from ..scan.sample_pass import NO_STRATUM, Lattice, Lines, Points, draw_first, draw_lattice
from ..scan.series import Series
from ..scheme.classes import LandClass
from ..scheme.disturbance_types import unmapped_conversions
from .closure import Check
from .sample_design import STRATIFIED, SYSTEMATIC, Design

# What the seed gives besides the order of all cells: the first lines of a lattice, and the order
# of the points.
LATTICE, NUMBERING = 1, 2

# Cells that differ by less in area are alike for a sample.
AREA_WARNING = 0.01

# Files with points that somebody has labelled are known by these columns; x and y are those of the
# cell's centre.
SAMPLE = "id stratum map_value map_class weight x y label stratum_name stratum_cells stratum_ha"


def draw(design: Design, series: Series, progress: Progress = lambda fraction: True) -> Points:
    """Draw the points of a sample; `progress` as in scan()."""
    seed = design.wanted.seed
    if design.wanted.design == SYSTEMATIC:
        lattice = lattice_of(series.grid, design.cells, design.size, seed)
        points = draw_lattice(series, lattice, progress)
        if not len(points):
            raise DataError(
                "SEED: no point of the systematic sample lies in a valid cell; use another SEED"
            )
        return points
    division, near = design.division, None
    is_stratified = design.wanted.design == STRATIFIED
    wanted = design.asked if is_stratified else [design.size]
    if division is not None:
        cells_of, of_class, near = division.cells_of, division.of_kind, division.near
    else:
        of_class, cells_of = [NO_STRATUM] * len(series.classes), [0] * len(series.classes)
        for stratum_index, stratum in enumerate(design.strata):
            of_class[stratum.index] = stratum_index if is_stratified else 0
            cells_of[stratum.index] = stratum.cells
    return draw_first(series, cells_of, of_class, wanted, seed, progress, near=near)


def lattice_of(grid: Grid, cells: int, size: int, seed: int) -> Lattice:
    """Lines at equal distances on the map, so far apart that `size` points are expected.

    Each cell that counts lies on the lattice with the same probability, size / cells. A grid that
    is narrower than the distance gets one line.
    """
    cells_each = cells / size
    across = sqrt(cells_each * grid.cell_height / grid.cell_width)
    across = min(max(across, 1.0, cells_each / grid.height), cells_each, float(grid.width))
    down = cells_each / across
    of_rows, of_columns = random_parts(2, seed, LATTICE)
    return Lattice(Lines(of_rows * down, down), Lines(of_columns * across, across))


def samples_of(design: Design, points: Points) -> list[int]:
    """How many points lie in each class that the map holds, or in each stratum."""
    if design.division is not None:
        return list(map(int, np.bincount(points.strata, minlength=len(design.strata))))
    counts = np.bincount(points.classes, minlength=1 + max(s.index for s in design.strata))
    return [int(counts[stratum.index]) for stratum in design.strata]


def possible_labels(design: Design, series: Series) -> list[LandClass]:
    """What a point can be labelled as: all classes with a name, and those that the map holds.

    A class that the map should have and has not may well be what is seen. Of a raster of
    conversions so may be any pair of its classes.
    """
    class_indices = {c.index for c in design.classes}
    named = set(series.named_classes)
    labels = [c for n, c in enumerate(series.classes) if n in class_indices or c in named]
    unmapped = unmapped_conversions({c.value: c.name for c in labels})
    labels += [LandClass(value, name, name) for value, name in unmapped.items()]
    return sorted(labels, key=lambda c: c.value) if unmapped else labels


def sample_rows(design: Design, points: Points, series: Series) -> Table:
    """SAMPLE: a row per point, in an order that tells nothing of its class or place."""
    grid, is_stratified = series.grid, design.wanted.design == STRATIFIED
    x, dx, _, y, _, dy = grid.transform
    by_index = {c.index: c for c in design.classes}
    cells = points.rows * grid.width + points.columns
    shuffle = Shuffle(grid.width * grid.height, design.wanted.seed, NUMBERING)
    order = np.argsort(shuffle.ranks(cells))
    own = [by_index[int(n)] for n in points.classes[order]]
    strata = own
    if design.division is not None:
        strata = [design.strata[int(n)] for n in points.strata[order]]
    columns = {
        "id": np.arange(1, len(order) + 1),
        "stratum": [s.land_class.value for s in strata] if is_stratified else None,
        "map_value": [c.land_class.value for c in own],
        "map_class": [c.land_class.name for c in own],
        "weight": [s.weight for s in strata] if is_stratified else 1.0,
        "x": x + (points.columns[order] + 0.5) * dx,
        "y": y + (points.rows[order] + 0.5) * dy,
        "label": None,
        "stratum_name": [s.land_class.name for s in strata] if is_stratified else None,
        "stratum_cells": [s.cells for s in strata] if is_stratified else None,
        "stratum_ha": [s.hectares for s in strata] if is_stratified else None,
    }
    return Table(columns)


def sample_checks(design: Design, points: Points, strata: Sequence[Row], label: str) -> list[Check]:
    """Points are cells of the strata they were drawn for, as many as were asked, none twice."""
    cells = np.stack([points.rows, points.columns], axis=1)
    samples = sum(row["samples"] for row in strata)
    checks = [
        Check(label, Term("distinct cells = points"), len(points), len(np.unique(cells, axis=0))),
        Check(label, Term("sum of stratum weights = 1"), 1.0, sum(row["weight"] for row in strata)),
        Check(label, Term("sum of points by stratum = points"), len(points), samples),
    ]
    if design.wanted.design == STRATIFIED:
        for row, asked in zip(strata, design.asked):
            what = Message("points drawn in {name} = points allocated", name=row["class"])
            checks.append(Check(label, what, asked, row["samples"]))
    elif design.wanted.design != SYSTEMATIC:
        checks.append(Check(label, Term("points drawn = sample size"), design.size, len(points)))
    return checks


def note_lattice(design: Design, points: Points, grid: Grid, notes: Notes) -> None:
    """Say how far apart the points of a systematic sample lie, and how many were expected."""
    if design.wanted.design != SYSTEMATIC:
        return
    lattice = lattice_of(grid, design.cells, design.size, design.wanted.seed)
    notes.inform(
        "Systematic sample: spacing {across:.10g} × {down:.10g} map units; {expected:,} "
        "points expected, {found:,} in valid cells.",
        across=lattice.columns.step * grid.cell_width,
        down=lattice.rows.step * grid.cell_height,
        expected=design.size,
        found=len(points),
    )


def note_area(series: Series, notes: Notes) -> None:
    """Warn where cells differ in area: they are drawn with equal chances, not hectares."""
    if series.area.uniform is not None:
        return
    window = series.window
    corners = [
        series.area.of(Window(column, row, 1, 1))[0, 0]
        for row in (window.row, window.row + window.height // 2, window.row + window.height - 1)
        for column in (window.column, window.column + window.width - 1)
    ]
    low, high = float(min(corners)), float(max(corners))
    if low > 0 and high / low - 1 > AREA_WARNING:
        notes.warn(
            "Cell area ranges from {low:,.6g} to {high:,.6g} ha at equal selection "
            "probability; class accuracies refer to cells rather than area. Use an "
            "equal-area projection.",
            low=low,
            high=high,
        )
