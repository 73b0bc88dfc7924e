"""Points of a sample: SAMPLE table and its checks."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

import numpy as np

from ..base.messages import DataError, Message, Notes, ProgressCallback, Term
from ..base.random_draws import RandomPermutation, generate_random_fractions
from ..base.table import Row, Table
from ..raster.grid import Grid, Window
from ..scan.sample_pass import (
    NO_STRATUM,
    Lattice,
    LatticeLines,
    SampleCells,
    draw_stratified_sample,
    draw_systematic_sample,
)
from ..scan.series import Series
from ..scheme.classes import LandClass
from ..scheme.disturbance_types import unmapped_conversions
from .closure import Check
from .sample_design import STRATIFIED_DESIGN, SYSTEMATIC_DESIGN, SampleDesign

# Random streams of the seed besides the order of cells: origin of the lattice, and order of points.
LATTICE_STREAM, NUMBERING_STREAM = 1, 2

# Smaller relative differences in cell area are ignored.
AREA_WARNING_THRESHOLD = 0.01

# Files of labelled points are recognised by these columns; x and y are cell centres.
SAMPLE = "id stratum map_value map_class weight x y label stratum_name stratum_cells stratum_ha"


def draw_points(
    design: SampleDesign, series: Series, progress: ProgressCallback = lambda fraction: True
) -> SampleCells:
    """Draw the points of a sample; `progress` as in scan_series()."""
    seed = design.wanted.seed
    if design.wanted.design == SYSTEMATIC_DESIGN:
        lattice = create_lattice(series.grid, design.cell_count, design.size, seed)
        points = draw_systematic_sample(series, lattice, progress)
        if not len(points):
            raise DataError(
                "SEED: no point of the systematic sample lies in a valid cell; use another SEED"
            )
        return points
    division, near = design.division, None
    is_stratified = design.wanted.design == STRATIFIED_DESIGN
    wanted = design.asked if is_stratified else [design.size]
    if division is not None:
        cells_of, of_class, near = division.cells_of, division.of_kind, division.near
    else:
        of_class, cells_of = [NO_STRATUM] * len(series.classes), [0] * len(series.classes)
        for stratum_index, stratum in enumerate(design.strata):
            of_class[stratum.index] = stratum_index if is_stratified else 0
            cells_of[stratum.index] = stratum.cells
    return draw_stratified_sample(series, cells_of, of_class, wanted, seed, progress, near=near)


def create_lattice(grid: Grid, cells: int, size: int, seed: int) -> Lattice:
    """Return a lattice of equidistant lines, spaced so that `size` points are expected.

    Each valid cell has probability size / cells; grids narrower than the spacing get a line.
    """
    cells_each = cells / size
    across = sqrt(cells_each * grid.cell_height / grid.cell_width)
    across = min(max(across, 1.0, cells_each / grid.height), cells_each, float(grid.width))
    down = cells_each / across
    of_rows, of_columns = generate_random_fractions(2, seed, LATTICE_STREAM)
    return Lattice(LatticeLines(of_rows * down, down), LatticeLines(of_columns * across, across))


def count_samples(design: SampleDesign, points: SampleCells) -> list[int]:
    """Return the number of points in each class on the map, or in each stratum."""
    if design.division is not None:
        return list(map(int, np.bincount(points.strata, minlength=len(design.strata))))
    counts = np.bincount(points.classes, minlength=1 + max(s.index for s in design.strata))
    return [int(counts[stratum.index]) for stratum in design.strata]


def possible_labels(design: SampleDesign, series: Series) -> list[LandClass]:
    """Return the possible labels of points: all named classes and those on the map.

    Classes that are not on the map may be observed, as may any pair in conversion rasters.
    """
    class_indices = {c.index for c in design.classes}
    named = set(series.named_classes)
    labels = [c for n, c in enumerate(series.classes) if n in class_indices or c in named]
    unmapped = unmapped_conversions({c.value: c.name for c in labels})
    labels += [LandClass(value, name, name) for value, name in unmapped.items()]
    return sorted(labels, key=lambda c: c.value) if unmapped else labels


def sample_rows(design: SampleDesign, points: SampleCells, series: Series) -> Table:
    """Return the SAMPLE table: a row per point, in an order unrelated to class and location."""
    grid, is_stratified = series.grid, design.wanted.design == STRATIFIED_DESIGN
    x, dx, _, y, _, dy = grid.transform
    by_index = {c.index: c for c in design.classes}
    cells = points.rows * grid.width + points.columns
    shuffle = RandomPermutation(grid.width * grid.height, design.wanted.seed, NUMBERING_STREAM)
    order = np.argsort(shuffle.get_ranks(cells))
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


def sample_checks(
    design: SampleDesign, points: SampleCells, strata: Sequence[Row], label: str
) -> list[Check]:
    """Return checks that points are distinct cells, as many as allocated to each stratum."""
    cells = np.stack([points.rows, points.columns], axis=1)
    samples = sum(row["samples"] for row in strata)
    checks = [
        Check(label, Term("distinct cells = points"), len(points), len(np.unique(cells, axis=0))),
        Check(label, Term("sum of stratum weights = 1"), 1.0, sum(row["weight"] for row in strata)),
        Check(label, Term("sum of points by stratum = points"), len(points), samples),
    ]
    if design.wanted.design == STRATIFIED_DESIGN:
        for row, asked in zip(strata, design.asked):
            what = Message("points drawn in {name} = points allocated", name=row["class"])
            checks.append(Check(label, what, asked, row["samples"]))
    elif design.wanted.design != SYSTEMATIC_DESIGN:
        checks.append(Check(label, Term("points drawn = sample size"), design.size, len(points)))
    return checks


def report_lattice(design: SampleDesign, points: SampleCells, grid: Grid, notes: Notes) -> None:
    """Report the spacing and expected number of points of a systematic sample."""
    if design.wanted.design != SYSTEMATIC_DESIGN:
        return
    lattice = create_lattice(grid, design.cell_count, design.size, design.wanted.seed)
    notes.add_notice(
        "Systematic sample: spacing {across:.10g} × {down:.10g} map units; {expected:,} "
        "points expected, {found:,} in valid cells.",
        across=lattice.columns.step * grid.cell_width,
        down=lattice.rows.step * grid.cell_height,
        expected=design.size,
        found=len(points),
    )


def warn_unequal_cell_areas(series: Series, notes: Notes) -> None:
    """Warn if cells differ in area, because they are drawn with equal probability."""
    if series.area.uniform is not None:
        return
    window = series.window
    corners = [
        series.area.cell_hectares(Window(column, row, 1, 1))[0, 0]
        for row in (window.row, window.row + window.height // 2, window.row + window.height - 1)
        for column in (window.column, window.column + window.width - 1)
    ]
    low, high = float(min(corners)), float(max(corners))
    if low > 0 and high / low - 1 > AREA_WARNING_THRESHOLD:
        notes.add_warning(
            "Cell area ranges from {low:,.6g} to {high:,.6g} ha at equal selection "
            "probability; class accuracies refer to cells rather than area. Use an "
            "equal-area projection.",
            low=low,
            high=high,
        )
