"""From points and polygons on rasters to a sample: against plain loops, and what is told of it."""

from collections import Counter
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.accuracy.accuracy import Accuracy, AccuracyResults
from carbon_zones.core.accuracy.cells import (
    PointCells,
    PolygonCells,
    ReferencePoints,
    ReferencePolygons,
    SampleAttributes,
)
from carbon_zones.core.accuracy.matching import NO_CLASS, UNLABELLED, UNMAPPED, matched, read_strata
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.reader import MASKED, NODATA, OUTSIDE
from carbon_zones.core.results.closure import require_closure
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.edges import CellMask
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.test.core.passes import PART, polygons, strata_by_loop, wkb
from carbon_zones.test.core.support import examples, inputs, memory_folder, table
from carbon_zones.test.helpers import ORIGIN, write_raster

X, Y = ORIGIN
NAMES = {1: "Field", 2: "Wood", 3: "Pit"}
NAMED_BY = "value,class,name\n1,field,Field\n2,wood,Wood\n3,pit,Pit\n"
HECTARES = 0.09


def centre(column: float, row: float) -> tuple[float, float]:
    """The centre of a cell of 30 m."""
    return X + (column + 0.5) * 30, Y - (row + 0.5) * 30


class Assessed:
    """A map, a reference, and what came of them.

    Args:
        marks: (column, row, label) of points, or more of a mark behind; or WKB and mark.
    """

    def __init__(
        self,
        folder,
        values,
        marks,
        design="stratified",
        strata=None,
        by_field=False,
        mask=None,
        entries=NAMED_BY,
        level=95.0,
        extent=None,
        nodata=255,
        options=None,
        **counting,
    ):
        path = write_raster(f"{folder}/map_2018.tif", values, nodata=nodata, **(options or {}))
        named = read_classes(table("CLASSES", entries)) if entries else None
        self.series = series = open_series(
            inputs(path), "auto", named, extent=extent, needs_scheme=False
        )
        if mask is not None:
            series.mask = CellMask([mask(series.grid)], series.grid)
        self.cells = _cells(series, marks)
        self.census = count(series, [], [self.cells], strata=self.cells.strata, **counting)
        of_table = None if strata is None else read_strata(table("STRATA", strata))
        self.matched = matched(self.cells, series, self.census, design, of_table, by_field)
        self.accuracy = Accuracy(self.matched, level)
        self.results = AccuracyResults(series, self.census, self.accuracy)
        require_closure(self.results.checks)
        notes, more = self.accuracy.notes(self.census), self.cells.notes()
        self.notices = [str(line) for line in [*more.notices, *notes.notices]]
        self.warnings = [str(line) for line in [*more.warnings, *notes.warnings]]

    @property
    def matrix(self) -> dict:
        """How many of the sample by name of the class of the map and of the reference."""
        names = [own.name for own in self.matched.sample.classes]
        matrix = self.matched.sample.matrix
        return {(names[i], names[j]): int(matrix[i, j]) for i, j in np.argwhere(matrix)}

    def warns(self, *words: str) -> bool:
        """Whether one warning has all these words; nothing if none has the first."""
        lines = [line for line in self.warnings if words[0] in line]
        assert len(lines) <= 1
        return bool(lines) and all(word in lines[0] for word in words)


def _cells(series, marks):
    is_polygons = bool(marks) and isinstance(marks[0][0], bytes)
    words = [mark[1 if is_polygons else 2 :] for mark in marks]
    said = [SampleAttributes(*own, *[""] * (3 - len(own)), n) for n, own in enumerate(words)]
    if is_polygons:
        shapes = [mark[0] for mark in marks]
        return PolygonCells(series, ReferencePolygons("REFERENCE 'r'", said, shapes))
    places = np.array([centre(*mark[:2]) for mark in marks]).reshape(-1, 2)
    return PointCells(series, ReferencePoints("REFERENCE 'r'", said, np.arange(len(said)), places))


def grid_of(folder, values=None):
    """The grid of such a map."""
    path = write_raster(f"{folder}/grid.tif", SQUARE if values is None else values)
    return open_series(inputs(path), "auto", needs_scheme=False).grid


def box(grid, left, top, right, bottom) -> bytes:
    """A polygon with corners in cells of a grid."""
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return wkb(grid, [[(round(x * PART), round(y * PART)) for x, y in corners]])


def refusal(*args, **options) -> str:
    """What an assessment is refused with."""
    with pytest.raises(DataError) as refused:
        Assessed(*args, **options)
    return str(refused.value)


# --- against plain loops -------------------------------------------------------------------------

VALUES = st.sampled_from([1, 2, 3, 5, 255])


@st.composite
def rasters(draw):
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    cells = [draw(st.lists(VALUES, min_size=width, max_size=width)) for _ in range(height)]
    cells[0][0] = draw(st.sampled_from([1, 2, 3, 5]))
    return cells


def counting(draw) -> dict:
    return {"cells": draw(st.integers(1, 81)), "workers": draw(st.integers(1, 3))}


@examples(150)
@given(data=st.data(), values=rasters())
def test_points_have_the_classes_of_their_cells(data, values):
    height, width = len(values), len(values[0])
    # In quarters of a cell about the grid; the middle of a cell is a whole number.
    place = st.tuples(st.integers(-6, 4 * width + 6), st.integers(-6, 4 * height + 6))
    label = st.sampled_from(["1", "Wood", "pit", "5", "Rock", "255", ""])
    drawn = data.draw(st.lists(st.tuples(place, label), min_size=1, max_size=40))
    drawn.append(((0, 0), "1"))
    marks = [(across / 4, down / 4, text) for (across, down), text in drawn]
    names = {**NAMES, 5: "5"}
    meant = {"1": "Field", "Wood": "Wood", "pit": "Pit", "5": "5", "Rock": "Rock"}
    expected, left_out = Counter(), Counter()
    for across, down, text in marks:
        column, row = floor(across + 0.5), floor(down + 0.5)
        if not (0 <= column < width and 0 <= row < height):
            left_out[OUTSIDE] += 1
        elif values[row][column] == 255:
            left_out[NODATA] += 1
        elif not text:
            left_out[UNLABELLED] += 1
        elif text == "255":
            left_out[NO_CLASS] += 1
        else:
            expected[names[values[row][column]], meant[text]] += 1
    with memory_folder() as folder:
        found = Assessed(folder, values, marks, **counting(data.draw))
    assert found.matrix == expected
    assert dict(found.matched.left_out) == dict(left_out)
    assert found.matched.total == len(marks)


@examples(150)
@given(data=st.data(), values=rasters())
def test_polygons_have_the_cells_whose_centres_they_hold(data, values):
    height, width = len(values), len(values[0])
    with memory_folder() as folder:
        grid = grid_of(folder, values)
        drawn = [(1, rings) for _, rings in data.draw(polygons(grid))]
        label = st.sampled_from(["1", "wood", "5", ""])
        labels = [data.draw(label) for _ in range(len(drawn) + 1)]
        # The first cell, so that something counts; those without a label come last.
        drawn = [(1, [[(0, 0), (PART, 0), (PART, PART), (0, PART)]]), *drawn]
        labels[0] = "1"
        pairs = sorted(zip(drawn, labels), key=lambda pair: not pair[1])
        drawn, labels = [p[0] for p in pairs], [p[1] for p in pairs]
        numbered = [(n, rings) for n, (_, rings) in enumerate(drawn, 1)]
        by_loop = strata_by_loop(grid.whole, numbered)
        if any(cell is None for row in by_loop for cell in row):
            return  # a centre on an edge is in one polygon or the other
        marks = [(wkb(grid, rings), text) for (_, rings), text in zip(drawn, labels)]
        found = Assessed(folder, values, marks, **counting(data.draw))
    names, meant = {**NAMES, 5: "5"}, {"1": "Field", "wood": "Wood", "5": "5"}
    expected, left_out, overlapping, met = Counter(), Counter(), 0, set()
    for row in range(height):
        for column in range(width):
            number, times = by_loop[row][column]
            overlapping += times > 1
            if not number:
                continue
            met.add(number)
            if values[row][column] == 255:
                left_out[NODATA] += 1
            elif not labels[number - 1]:
                left_out[UNLABELLED] += 1
            else:
                expected[names[values[row][column]], meant[labels[number - 1]]] += 1
    assert found.matrix == expected
    assert dict(found.matched.left_out) == dict(left_out)
    assert found.cells.strata.overlapping == overlapping
    assert found.cells.without_cells == len(marks) - len(met)


def test_a_large_raster_in_many_blocks(tmp_path):
    """Which thread met a class first does not show."""
    rng = np.random.default_rng(4)
    values = rng.integers(1, 9, (600, 500))
    rows, columns = rng.integers(0, 600, 3000), rng.integers(0, 500, 3000)
    marks = [(c, r, str(rng.integers(1, 9))) for r, c in zip(rows.tolist(), columns.tolist())]
    expected = Counter((str(values[r, c]), text) for c, r, text in marks)
    for workers in (1, 4):
        found = Assessed(
            tmp_path,
            values,
            marks,
            entries="",
            workers=workers,
            cells=7000,
            options={"options": ("TILED=YES", "BLOCKXSIZE=64", "BLOCKYSIZE=64")},
        )
        assert found.matrix == expected
        assert [own.name for own in found.matched.sample.classes] == list("12345678")


# --- where samples lie ---------------------------------------------------------------------------

SQUARE = [[1, 1, 2], [1, 3, 2], [255, 3, 2]]


def test_samples_that_do_not_count_are_told_by_the_reason(tmp_path):
    nowhere = float("nan")
    marks = [
        (0, 0, "1"),
        (1, 0, ""),
        (0, 2, "1"),
        (-1, 0, "1"),
        (9, 9, ""),
        (nowhere, nowhere, "1"),
    ]
    found = Assessed(tmp_path, SQUARE, [*marks, (2, 2, "255")])
    assert found.matched.left_out == {OUTSIDE: 3, NODATA: 1, UNLABELLED: 1, NO_CLASS: 1}
    assert found.notices[0] == "Samples: 7; that count: 1."
    assert found.warns("left out: 3 outside", "1 where", "1 without", "1 with a label that means")
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (2, 0, "2")])
    assert not found.warns("left out")


def test_what_lies_outside_the_mask_does_not_count(tmp_path):
    """Points there are left out; cells of polygons are no samples at all."""
    marks = [(0, 0, "1"), (0, 1, "1"), (1, 0, "1"), (2, 0, "2")]
    whole = [(box(grid_of(tmp_path), 0, 0, 3, 3), "1")]
    for cells in (1, 100):
        given = {"mask": lambda grid: box(grid, 1, 0, 3, 3), "cells": cells}
        found = Assessed(tmp_path, SQUARE, marks, **given)
        assert found.matched.left_out == {MASKED: 2}
        assert found.matrix == {("Field", "Field"): 1, ("Wood", "Wood"): 1}
        assert found.matched.sample.covered_hectares == pytest.approx(4 * HECTARES)
        assert found.warns("2 outside the mask")
        found = Assessed(tmp_path, SQUARE, whole, **given)
        assert (found.matched.total, found.matched.left_out) == (6, {})


def test_points_in_one_cell_each_count_and_are_told(tmp_path):
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (0.1, 0, "2"), (1, 1, "3")])
    assert found.matrix == {("Field", "Field"): 1, ("Field", "Wood"): 1, ("Pit", "Pit"): 1}
    assert found.warns("in one cell", "REFERENCE 'r'", ": 2;")
    for marks in (
        # Neither those side by side nor those across the corner of a row are together.
        [(0, 1, "1"), (2, 0, "2"), (1, 0, "1"), (1, 1, "3")],
        # Nor are those that lie on no cell at all.
        [(9, 9, "1"), (9, 9, "1"), (0, 0, "1")],
    ):
        assert not Assessed(tmp_path, SQUARE, marks).warns("in one cell")


def test_an_extent_cuts_points_off(tmp_path):
    extent = (X + 30, Y - 60, X + 90, Y)
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (1, 1, "3"), (2, 2, "2")], extent=extent)
    assert found.matrix == {("Pit", "Pit"): 1}
    assert found.matched.left_out == {OUTSIDE: 2}


def test_polygons_that_hold_no_centre_are_told(tmp_path):
    grid = grid_of(tmp_path)
    one, tiny = box(grid, 0, 0, 1, 1), box(grid, 1 / 16, 1 / 16, 3 / 16, 3 / 16)
    found = Assessed(tmp_path, SQUARE, [(one, "1"), (tiny, "1"), (one, "2")])
    assert found.matrix == {("Field", "Field"): 1}
    assert found.warns("count for nothing: 2.")
    assert "more than one polygon: 1;" in found.notices[0]
    assert found.warns("side by side", "REFERENCE 'r'")
    alone = Assessed(tmp_path, SQUARE, [(one, "1")])
    assert not alone.warns("count for nothing")
    assert not any("more than one polygon" in line for line in alone.notices)


def test_too_many_polygons_are_refused(tmp_path):
    series = open_series(
        inputs(write_raster(tmp_path / "g.tif", SQUARE)), "auto", needs_scheme=False
    )
    with pytest.raises(DataError, match="r has 65,536 polygons, more than the 65,535"):
        PolygonCells(series, ReferencePolygons("r", [], [b""] * 65_536))


# --- what labels mean ----------------------------------------------------------------------------


def test_labels_are_values_keys_or_names_of_any_case(tmp_path):
    marks = [(0, 0, text) for text in ("1", "field", "FIELD", " Field ", "1.0")]
    assert Assessed(tmp_path, SQUARE, marks).matrix == {("Field", "Field"): 5}


def test_labels_that_the_map_has_no_class_for(tmp_path):
    marks = [(0, 0, "open_pit"), (0, 0, "Quarry"), (1, 1, "quarry"), (2, 0, "7"), (2, 1, "2")]
    found = Assessed(tmp_path, SQUARE, marks)
    assert found.matrix == {
        ("Field", "Open pit"): 1,
        ("Field", "Quarry"): 1,
        ("Pit", "Quarry"): 1,
        ("Wood", "7"): 1,
        ("Wood", "Wood"): 1,
    }
    rows = {row["class"]: row for row in found.accuracy.rows}
    values = {name: rows[name]["value"] for name in ("Wood", "Open pit", "Quarry", "7")}
    assert values == {"Wood": 2, "Open pit": None, "Quarry": None, "7": 7}
    quarry = rows["Quarry"]
    assert (quarry["mapped_ha"], quarry["users_pct"], quarry["producers_pct"]) == (0, None, 0)
    assert quarry["estimated_ha"] > 0
    assert found.warns("only the reference has", "Open pit (1), 7 (1), Quarry (2)")


def test_classes_of_the_map_that_nobody_saw_are_told(tmp_path):
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (1, 0, "1"), (2, 0, "1"), (1, 1, "1")])
    assert found.warns("no sample has in the reference", ": Wood, Pit.")
    (wood,) = (row for row in found.accuracy.rows if row["class"] == "Wood")
    columns = ("producers_pct", "f1_pct", "estimated_ha", "users_pct")
    assert [wood[column] for column in columns] == [None, None, 0, 0]


def test_the_same_value_of_several_dates_of_a_class(tmp_path):
    """Two values that are one class are one class of the matrix."""
    entries = "value,class\n1,field\n2,wood\n3,wood\n"
    found = Assessed(tmp_path, SQUARE, [(1, 1, "wood"), (2, 0, "3"), (0, 0, "1")], entries=entries)
    assert found.matrix == {("wood", "wood"): 2, ("field", "field"): 1}
    (row,) = (row for row in found.accuracy.rows if row["class"] == "wood")
    assert row["mapped_ha"] == pytest.approx(5 * HECTARES)


def test_a_legend_that_names_what_means_no_data(tmp_path):
    entries = NAMED_BY + "255,nothing,No data\n"
    marks = [(0, 0, "nothing"), (0, 0, "No data"), (0, 0, "255"), (0, 0, "1")]
    found = Assessed(tmp_path, SQUARE, marks, entries=entries)
    assert found.matrix == {("Field", "Field"): 1}
    assert found.matched.left_out == {NO_CLASS: 3}


def test_a_field_with_the_class_of_the_map(tmp_path):
    marks = [
        *((0, 0, "1", "1"), (1, 0, "1", "1"), (0, 0, "1", "Wood")),  # the map has a field there
        *((2, 0, "2", ""), (2, 0, "2", "255"), (9, 9, "2", "wood"), (0, 2, "3", "pit")),
        (2, 1, "", "2"),
    ]
    found = Assessed(tmp_path, SQUARE, marks, by_field=True)
    assert found.matrix == {
        ("Field", "Field"): 2,
        ("Wood", "Field"): 1,
        ("Wood", "Wood"): 1,
        ("Pit", "Pit"): 1,
    }
    assert found.matched.left_out == {UNMAPPED: 2, UNLABELLED: 1}
    assert found.warns("is not that of the map: 1;", "MAP_FIELD")
    assert found.warns("where the map has no class: 2.")


def test_a_class_in_the_field_of_which_the_map_has_no_land(tmp_path):
    marks = [(0, 0, "1", "1"), (0, 0, "1", "1"), (2, 0, "2", "Rock"), (1, 1, "3", "3")]
    found = Assessed(tmp_path, SQUARE, marks, by_field=True)
    assert found.warns("without land", "Rock (1)")
    assert float(found.accuracy.estimates.overall.share) == 1
    told = refusal(tmp_path, SQUARE, [(0, 0, "1", "Rock")], by_field=True)
    assert "no sample lies in a stratum that has any land" in told


# --- strata --------------------------------------------------------------------------------------

HALVES = "value,class,cells,area_ha\n1,West,6,0.54\n2,East,3,0.27\n"


def test_strata_are_found_by_value_or_name(tmp_path):
    marks = [
        (0, 0, "1", "", "1"),
        (1, 0, "2", "", "west"),
        (2, 0, "2", "", " EAST "),
        (2, 1, "2", "", "2.0"),
    ]
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES)
    sample = found.matched.sample
    assert [stratum.name for stratum in sample.strata] == ["West", "East"]
    assert sample.sizes.tolist() == [2, 2]
    assert found.accuracy.overall_pct == pytest.approx(100 * (2 / 3 * 0.5 + 1 / 3))
    assert any("Stehman" in line for line in found.notices)


@pytest.mark.parametrize(
    ("columns", "rows", "expected"),
    [
        ("value,cells", ["1,30", "2,10"], [0.6075, 0.2025]),
        ("value,cells,weight", ["1,30,0.5", "2,10,0.5"], [0.405, 0.405]),
        ("value,cells,weight", ["1,30,75", "2,10,25"], [0.6075, 0.2025]),
        ("value,cells,weight", ["1,30,0.33", "2,10,0.66"], [0.27, 0.54]),
        ("value,cells,area_ha", ["1,30,7", "2,10,5"], [7, 5]),
        ("value,cells,area_ha,weight", ["1,30,7,9", "2,10,5,9"], [7, 5]),
        ("class,cells", ["1,30", "2,10"], [0.6075, 0.2025]),
    ],
)
def test_sizes_of_strata(columns, rows, expected):
    """Of the area of the table, of its weights, or of its cells, of a map of 0.81 ha."""
    found = read_strata(table("STRATA", "\n".join([columns, *rows]))).on(0.81)
    assert [stratum.hectares for stratum in found] == pytest.approx(expected)
    assert [stratum.cells for stratum in found] == [30, 10]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cells,area_ha\n3,1", "S has no column 'value'; it has 'cells', 'area_ha'"),
        ("class,area_ha\na,1", "S has no column 'cells'; it has 'class', 'area_ha'"),
        ("class,cells", "S is empty"),
        ("class,cells\na,2\n,3", "S row 2: the stratum has no class"),
        ("value,class,cells\n,,3", "S row 1: the stratum has no value / class"),
        ("class,cells\na,2\nb,1\nA,3", "row 3: the stratum 'A' stands in row 1"),
        ("value,cells\n1,2\n1.0,3", "row 2: the stratum '1.0' stands in row 1"),
        ("value,class,cells\n1,a,2\n1,a,2", "row 2: the stratum '1' stands in row 1"),
        ("class,cells\na,-2", "row 1: column 'cells' is -2, which is negative"),
        ("class,cells,weight\na,2,-1", "row 1: column 'weight' is -1, which is negative"),
        ("class,cells\na,2.5", "row 1: column 'cells' is '2.5', not a whole number"),
        ("class,cells,area_ha\na,2,0", "row 1: cells is 2 and area_ha is 0;"),
        ("class,cells,weight\na,0,0.5", "row 1: cells is 0 and weight is 0.5;"),
        ("class,cells\na,0", "S: no stratum has any cells"),
        ("class,cells,weight\na,2,0.3\nb,3,0.2", "column 'weight' adds up to 0.5, not to 1"),
        ("class,cells,weight\na,2,2\nb,3,3", "column 'weight' adds up to 5, not to 1"),
        ("class,cells,weight\na,2,0.5\nb,3,0.48", "column 'weight' adds up to 0.98, not to 1"),
        ("class,cells,weight\na,2,60\nb,3,42", "column 'weight' adds up to 102, not to 1"),
    ],
)
def test_tables_of_strata_that_cannot_be_right(text, message):
    with pytest.raises(DataError) as refused:
        read_strata(table("S", text))
    assert message in str(refused.value)


def test_a_point_of_no_stratum_is_refused(tmp_path):
    marks = [(0, 0, "1", "", "1"), (1, 0, "1", "", "hollow")]
    told = refusal(tmp_path, SQUARE, marks, strata=HALVES)
    for words in ("REFERENCE 'r', feature 1", "'hollow', which is none of STRATA", "West, East"):
        assert words in told
    rows = "".join(f"{n},1\n" for n in range(30))
    told = refusal(tmp_path, SQUARE, [(0, 0, "1")], strata=f"value,cells\n{rows}")
    assert "'', which is none of STRATA; it has 0, " in told
    assert told.endswith(", 19, ...")
    # One that does not count needs none.
    marks = [(0, 0, "1", "", "1"), (1, 0, "", "", "hollow")]
    assert Assessed(tmp_path, SQUARE, marks, strata=HALVES).matched.left_out == {UNLABELLED: 1}


def test_a_stratum_with_fewer_cells_than_samples_is_refused(tmp_path):
    marks = [(0, 0, "1", "", "1"), (1, 0, "2", "", "1"), (2, 0, "2", "", "2"), (2, 1, "2", "", "2")]
    for cells in (1, 0):
        text = f"value,class,cells\n1,West,6\n2,East,{cells}\n"
        told = refusal(tmp_path, SQUARE, marks, strata=text)
        assert f"'East' has {cells} cells, fewer than its 2 samples in REFERENCE 'r'" in told
    whole = Assessed(tmp_path, SQUARE, marks, strata="value,cells\n1,6\n2,2\n")
    assert whole.matched.sample.whole.tolist() == [False, True]


def test_more_samples_than_cells_are_no_full_count(tmp_path):
    """Two points in one of the two cells of a class leave the other one unseen."""
    marks = [(0, 0, "1"), (1, 0, "1"), (1, 2, "3"), (1, 2, "1"), (1, 2, "3")]
    found = Assessed(tmp_path, SQUARE, marks)
    sample = found.matched.sample
    (pit,) = (n for n, one in enumerate(sample.classes) if one.name == "Pit")
    assert (sample.strata[pit].cells, sample.sizes[pit]) == (2, 3)
    assert not sample.whole[pit]
    # By hand: of 3 points 2 agree.
    assert float(found.accuracy.estimates.users.error[pit]) == pytest.approx((2 / 9 / 2) ** 0.5)


def test_strata_that_do_not_fit_the_map_are_told(tmp_path):
    """Cells that differ in size: a slip, and with cells too few the interval would be too narrow;
    and land that is not that of the map, which has 8 cells with data."""
    marks = [(0, 0, "1", "", "1"), (1, 0, "1", "", "1"), (2, 0, "2", "", "2"), (2, 1, "2", "", "2")]
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES)
    assert not found.warns("differ in hectares")
    assert found.warns("The strata come to", "0.81 ha", "0.72 ha")
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES.replace("6,0.54", "2,0.54"))
    assert found.warns("differ in hectares", "0.09 (East) to 0.27 (West)")
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES.replace("6,0.54", "5,0.45"))
    assert not found.warns("The strata come to")


def test_a_label_that_cannot_be_a_class_is_refused(tmp_path):
    told = refusal(tmp_path, SQUARE, [(0, 0, "1"), (1, 0, "9" * 25)])
    assert told.startswith(f"REFERENCE 'r', feature 1: the value {'9' * 25} is too large")
    # No number at all, but a name like any other.
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (1, 0, "1e999")])
    assert found.matrix == {("Field", "Field"): 1, ("Field", "1e999"): 1}


def test_nothing_that_counts_is_refused_with_the_reasons(tmp_path):
    told = refusal(tmp_path, SQUARE, [(0, 0, ""), (9, 9, "1"), (1, 0, "")])
    assert "of its 3 samples counts: 1 outside the map, 2 without a label" in told
    told = refusal(tmp_path, SQUARE, [])
    assert "of its 0 samples counts: it has none on the map" in told


def test_empty_strata_and_those_with_one_sample_are_told(tmp_path):
    table_of = HALVES + "3,North,4,0.36\n4,South,1,0.09\n"
    marks = [(0, 0, "1", "", "1"), (2, 0, "2", "", "2"), (2, 1, "2", "", "2")]
    found = Assessed(tmp_path, SQUARE, marks, strata=table_of)
    words = ("North (0.36 ha), South (0.09 ha)", "the other 0.81 of 1.26 ha")
    assert found.warns("Strata without a sample", *words)
    assert found.warns("Strata with one sample: West.")
    assert found.accuracy.overall_half_width_pct is None
    assert "OVERALL_HALF_WIDTH_PCT" not in found.accuracy.key_figures
    assert any("without an interval" in line for line in found.notices)


def test_a_class_of_the_map_without_a_sample_is_told(tmp_path):
    marks = [(0, 0, "1"), (1, 0, "1"), (2, 0, "2"), (2, 1, "2")]
    found = Assessed(tmp_path, SQUARE, marks)
    assert found.warns("Strata without a sample: Pit (0.18 ha)")
    assert found.accuracy.hectares == pytest.approx(6 * HECTARES)
    assert sum(row["estimated_ha"] for row in found.accuracy.rows) == pytest.approx(6 * HECTARES)
    found = Assessed(tmp_path, SQUARE, marks, design="simple")
    assert found.matched.sample.design == "simple"
    assert found.warns("that no sample lies in", ": Pit.")
    assert found.accuracy.hectares == pytest.approx(8 * HECTARES)


# --- tables and numbers --------------------------------------------------------------------------


def test_tables_of_a_sample(tmp_path):
    marks = [(0, 0, "1"), (1, 0, "2"), (0, 1, "1"), (2, 0, "2"), (2, 1, "2"), (1, 1, "3")]
    found = Assessed(tmp_path, SQUARE, marks)
    fields, rows = found.accuracy.confusion
    assert [name for name, _ in fields] == ["map_class", "Field", "Wood", "Pit", "total"]
    assert rows == [
        {"map_class": "Field", "Field": 2, "Wood": 1, "Pit": 0, "total": 3},
        {"map_class": "Wood", "Field": 0, "Wood": 2, "Pit": 0, "total": 2},
        {"map_class": "Pit", "Field": 0, "Wood": 0, "Pit": 1, "total": 1},
        {"map_class": "Total", "Field": 2, "Wood": 3, "Pit": 1, "total": 6},
    ]
    _, shares = found.accuracy.proportions
    assert shares[0]["Wood"] == pytest.approx(3 / 8 / 3)
    assert shares[-1]["total"] == pytest.approx(1)


def test_classes_called_as_columns_are(tmp_path):
    entries = "value,class\n1,total\n2,map_class\n3,fid\n"
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (2, 0, "2"), (1, 1, "3")], entries=entries)
    names = [name for name, _ in found.accuracy.confusion.fields]
    assert names == ["map_class", "total 2", "map_class 2", "fid 2", "total"]


def test_a_level_makes_intervals_wider(tmp_path):
    marks = [(0, 0, "1"), (1, 0, "2"), (2, 0, "2"), (2, 1, "1"), (1, 1, "3"), (1, 2, "3")]
    wide, narrow = (Assessed(tmp_path, SQUARE, marks, level=level) for level in (99, 68.2689492137))
    ratio = wide.accuracy.overall_half_width_pct / narrow.accuracy.overall_half_width_pct
    assert ratio == pytest.approx(2.5758293)
    for one, other in zip(wide.accuracy.rows, narrow.accuracy.rows):
        assert one["estimated_se_ha"] == other["estimated_se_ha"]
        assert other["estimated_half_width_ha"] == pytest.approx(other["estimated_se_ha"])


def test_true_hectares_in_degrees(tmp_path):
    """The share of a class is that of its area: cells further south are larger."""
    values = [[1] * 4] * 10 + [[2] * 4] * 10
    options = {"epsg": 4326, "cell": (1.0, 1.0), "origin": (100.0, 60.0)}
    path = write_raster(tmp_path / "map_2018.tif", values, **options)
    series = open_series(inputs(path), "auto", read_classes(table("CLASSES", NAMED_BY)))
    places = np.array([(100.5, 59.5), (101.5, 59.5), (100.5, 40.5), (101.5, 40.5)])
    marks = [SampleAttributes("1", "", "", 1), SampleAttributes("2", "", "", 2)]
    reference = ReferencePoints("r", marks, np.array([0, 1, 1, 1]), places)
    cells = PointCells(series, reference)
    census = count(series, [], [cells])
    accuracy = Accuracy(matched(cells, series, census, "stratified"))
    north, south = (row["mapped_ha"] for row in accuracy.rows)
    # The sine of the latitude tells how much of a sphere lies south of it.
    bands = [
        np.sin(np.radians(60)) - np.sin(np.radians(50)),
        np.sin(np.radians(50)) - np.sin(np.radians(40)),
    ]
    assert north / south == pytest.approx(bands[0] / bands[1], rel=5e-3)
    assert accuracy.overall_pct == pytest.approx(100 * (north * 0.5 + south) / (north + south))


# --- what is doubtful ----------------------------------------------------------------------------


def test_few_samples_that_disagree_are_told(tmp_path):
    values = [[1] * 30, [2] * 30]
    marks = [(n, 0, "1" if n < 24 else "2") for n in range(30)]
    marks += [(n, 1, "2" if n < 26 else "1") for n in range(30)]
    found = Assessed(tmp_path, values, marks)
    # Six fields are wood, four woods are field.
    assert found.warns("areas and producer's", ": Field (4).")
    assert found.warns("of their user's", ": Wood (4).")
    enough = [*marks[:55], (25, 1, "1"), *marks[56:]]
    assert not Assessed(tmp_path, values, enough).warns("Fewer than")


def test_kappa_comes_with_its_warning_and_not_without(tmp_path):
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (2, 0, "2"), (1, 1, "2")])
    assert found.warns("Pontius and Millones 2011")
    assert any(line.startswith("Kappa of the raw counts: ") for line in found.notices)
    alone = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (1, 0, "1")])
    assert "KAPPA" not in alone.accuracy.key_figures
    assert not any("Kappa" in line for line in [*alone.notices, *alone.warnings])
