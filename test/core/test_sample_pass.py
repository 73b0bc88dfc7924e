"""Cells drawn from strata, and those of a lattice: the same however the raster is read."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.scan import sample_pass
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.sample_pass import (
    Lattice,
    LatticeLines,
    draw_stratified_sample,
    draw_systematic_sample,
)
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.shuffled import first_cells
from carbon_zones.test.core.support import examples, memory_folder, series_in
from carbon_zones.test.helpers import ORIGIN

LAYOUTS = {
    "strips": ("BLOCKYSIZE=3",),
    "tiles": ("TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=32", "COMPRESS=DEFLATE"),
    "one": ("BLOCKYSIZE=90",),
}
# About so many cells at a time, and threads.
WAYS = [(40, 1), (333, 3), (1 << 20, 2)]


def land(shape=(90, 70), seed=4) -> np.ndarray:
    """Mostly 1 in patches with 2, a little 3, five cells of 4, and no data (0)."""
    random = np.random.default_rng(seed)
    cells = np.where(random.random(shape) < 0.7, 1, 2)
    cells[20:45, 10:60] = 1
    cells[random.random(shape) < 0.01] = 3
    cells.ravel()[random.choice(cells.size, 5, replace=False)] = 4
    cells[:, :3] = 0
    return cells


def opened(folder, cells, layout="strips", mask=None, dtype=np.uint8):
    """The raster as a series that has been counted, and how many cells each class has."""
    series = series_in(folder, cells, dtype=dtype, nodata=0, options=LAYOUTS[layout])
    if mask is not None:
        series.mask = CellMask([mask], series.grid)
    census = count_series(series, [])
    return series, census.dates.common[0].cells[FIRST_CLASS_CODE:].tolist()


def places(points) -> set:
    return set(zip(points.rows.tolist(), points.columns.tolist()))


def by_class(series, wanted: dict) -> tuple[list, list]:
    """Strata, one for each value that cells are wanted of, and how many."""
    values = sorted(wanted)
    strata = [values.index(c.value) if c.value in values else -1 for c in series.classes]
    return strata, [wanted[value] for value in values]


def drawn(series, totals, wanted: dict, seed: int, **options):
    return draw_stratified_sample(series, totals, *by_class(series, wanted), seed, **options)


@st.composite
def rasters(draw):
    """Cells of some classes, 0 none, stored in any way, and the box of a mask."""
    height, width = draw(st.integers(1, 50)), draw(st.integers(1, 40))
    classes = draw(st.integers(1, 4))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    chances = random.dirichlet([0.4] * (classes + 1))
    cells = random.choice(classes + 1, (height, width), p=chances)
    cells[0, 0] = 1
    box = draw(st.integers(1, width)), draw(st.integers(1, height))
    dtype = draw(st.sampled_from([np.uint8, np.int32]))
    return cells, dtype, draw(st.sampled_from(sorted(LAYOUTS))), box


@examples(120)
@given(rasters(), st.sampled_from(WAYS), st.integers(0, 99), st.data())
def test_the_first_cells_of_each_stratum_and_those_of_a_lattice(raster, way, seed, data):
    cells, dtype, layout, (right, bottom) = raster
    inside = np.zeros_like(cells)
    inside[:bottom, :right] = cells[:bottom, :right]
    x, y = ORIGIN
    corners = [(0, 0), (right, 0), (right, bottom), (0, bottom), (0, 0)]
    ring = ", ".join(f"{x + 30 * column} {y - 30 * row}" for column, row in corners)
    mask = bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb())
    # Strata of one class or of several; of some classes no cell is wanted.
    of_value = {1: 0, **{n: data.draw(st.integers(-1, 2)) for n in range(2, 5)}}
    wanted = [data.draw(st.integers(least, 40)) for least in (1, 0, 0)]
    steps = [data.draw(st.floats(1.0, 30.0)) for _ in range(2)]
    lines = [LatticeLines(data.draw(st.floats(0, step - 0.01)), step) for step in steps]
    options = {"workers": way[1], "cells": way[0]}
    with memory_folder() as folder:
        series, totals = opened(folder, cells, layout, mask, dtype)
        strata = [of_value.get(c.value, -1) for c in series.classes]
        points = draw_stratified_sample(series, totals, strata, wanted, seed, **options)
        on_lattice = draw_systematic_sample(series, Lattice(*lines), **options)
        values = [c.value for c in series.classes]
    by_cell = [[of_value.get(value, -1) for value in row] for row in inside.tolist()]
    assert places(points) == first_cells(by_cell, dict(enumerate(wanted)), seed)
    assert len(places(points)) == len(points)
    assert points.strata.tolist() == [by_cell[r][c] for r, c in zip(points.rows, points.columns)]
    rows, columns = (
        [int(line.start + n * line.step) for n in range(int(side / line.step) + 1)]
        for line, side in zip(lines, cells.shape)
    )
    met = [(r, c) for r in rows if r < bottom for c in columns if c < right and inside[r, c]]
    assert list(zip(on_lattice.rows.tolist(), on_lattice.columns.tolist())) == met
    assert set(on_lattice.strata.tolist()) <= {0}
    for found in (points, on_lattice):
        held = inside[found.rows, found.columns].tolist()
        assert [values[n] for n in found.classes.tolist()] == held
        assert (np.diff(found.rows * cells.shape[1] + found.columns) > 0).all()


def test_a_list_that_was_too_short_is_made_longer(tmp_path, monkeypatch):
    cells, wanted = land(), {1: 200, 2: 100, 3: 12}
    series, totals = opened(tmp_path, cells)
    expected = first_cells(cells.tolist(), wanted, seed=8)
    monkeypatch.setattr(sample_pass, "MARGIN_DEVIATIONS", -3.0)
    monkeypatch.setattr(sample_pass, "MARGIN_CELLS", 0)
    passes = []
    original = sample_pass.scan_series
    monkeypatch.setattr(
        sample_pass, "scan_series", lambda *a, **k: passes.append(1) or original(*a, **k)
    )
    assert places(drawn(series, totals, wanted, 8)) == expected
    assert len(passes) > 1


def test_many_parts_are_sorted_out_on_the_way(tmp_path, monkeypatch):
    series, totals = opened(tmp_path, land())
    wanted = {1: 9, 2: 20, 3: 12}
    whole = drawn(series, totals, wanted, 8)
    monkeypatch.setattr(sample_pass, "MIN_CELLS_TO_SORT", 3)
    assert places(drawn(series, totals, wanted, 8, cells=100)) == places(whole)
