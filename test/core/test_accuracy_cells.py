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
from carbon_zones.core.accuracy.matching import (
    NODATA_LABEL,
    UNLABELLED,
    UNMAPPED,
    match_samples,
    read_strata,
)
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.reader import MASKED_CODE, NODATA_CODE, OUTSIDE_CODE
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.test.core.passes import PART, polygons, rectangle, strata_by_loop, wkb
from carbon_zones.test.core.schemes import refused
from carbon_zones.test.core.support import examples, inputs, memory_folder, table
from carbon_zones.test.helpers import ORIGIN, write_raster

X, Y = ORIGIN
NAMES = {1: "Field", 2: "Wood", 3: "Pit"}
NAMED_BY = "value,class,name\n1,field,Field\n2,wood,Wood\n3,pit,Pit\n"
HECTARES = 0.09


def centre(column: float, row: float) -> tuple[float, float]:
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
        self.census = count_series(series, [], [self.cells], strata=self.cells.strata, **counting)
        of_table = None if strata is None else read_strata(table("STRATA", strata))
        self.matched = match_samples(self.cells, series, self.census, design, of_table, by_field)
        self.accuracy = Accuracy(self.matched, level)
        self.results = AccuracyResults(series, self.census, self.accuracy)
        raise_failed_check(self.results.consistency_checks)
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
    path = write_raster(f"{folder}/grid.tif", SQUARE if values is None else values)
    return open_series(inputs(path), "auto", needs_scheme=False).grid


VALUES = st.sampled_from([1, 2, 3, 4, 5, 6, 255])
# What labels and fields may say, and the class that is meant; None means no data in the map.
MEANT = dict.fromkeys(("1", " 1", "1.0", "FIELD"), "Field") | dict.fromkeys(("", "255"))
MEANT |= {"Wood": "Wood", "2": "Wood", "pit": "Pit", "3": "Pit", "open_pit": "Open pit"}
MEANT |= {"Rock": "Rock", "rock": "Rock", "4": "4", "6": "6", "7": "7"}
STRATA = {"1": "West", "west": "West", " EAST ": "East", "2.0": "East", "North": "North"}
SIZES = [("West", 60, 5.4), ("East", 1000, 99.0), ("North", 45, 4.5), ("South", 2, 0.2)]
SIZES += [("Void", 0, 0.0)]


@st.composite
def rasters(draw):
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    cells = [draw(st.lists(VALUES, min_size=width, max_size=width)) for _ in range(height)]
    cells[0][0] = draw(st.integers(1, 6))
    return cells


def counting(draw) -> dict:
    return {"cells": draw(st.integers(1, 81)), "workers": draw(st.integers(1, 3))}


def doubts_by_loop(matrix, land, strata, design) -> dict[str, str]:
    """What is warned of, by words that tell the warning: the list that it has.

    Args:
        matrix: samples by the class of the map and of the reference.
        land: hectares of the map by class.
        strata: name, cells, hectares and samples of each; none where they are the classes.
    """

    def samples(name: str, side: int, only_wrong: bool = False) -> int:
        pairs = (pair for pair in matrix.elements() if pair[side] == name)
        return sum(not only_wrong or pair[0] != pair[1] for pair in pairs)

    def with_numbers(numbers) -> str:
        return ", ".join(f"{name} ({n})" for name, n in numbers)

    sides = {c: (samples(c, 0), samples(c, 1)) for c in land}
    by_class, simple = design == "stratified" and not strata, design == "simple"
    if by_class:
        strata = [(c, round(area / HECTARES), area, sides[c][0]) for c, area in land.items()]
    unseen = "Map classes without reference samples; no producer's accuracy, estimated area 0"
    told = {
        "Strata without samples: ": with_numbers(
            (name, f"{area:.2f} ha") for name, _, area, n in strata if area and not n
        ),
        "Strata with one sample": ", ".join(
            name for name, cells, area, n in strata if area and n == 1 != cells and not simple
        ),
        "Strata with samples but no area (weight 0)": with_numbers(
            (s[0], s[3]) for s in strata if s[3] and not s[2]
        ),
        "found only in the reference, with sample counts": with_numbers(
            (c, n) for c, (_, n) in sides.items() if n and not land[c]
        ),
        unseen: ", ".join(c for c, (_, n) in sides.items() if land[c] and not n),
        "Map classes without samples; no user's accuracy": ", ".join(
            c for c, (n, _) in sides.items() if land[c] and not n and not by_class
        ),
    }
    misclassified = "fewer than 5 misclassified map samples; "
    misclassified += "confidence intervals of their user's accuracy are too narrow"
    omitted = "fewer than 5 reference samples omitted by the map; "
    omitted += "confidence intervals of their area and producer's accuracy are too narrow"
    for side, words in enumerate((misclassified, omitted)):
        wrong = {c: samples(c, side, only_wrong=True) for c in land if sides[c][side]}
        told[f"Classes with {words}"] = with_numbers((c, n) for c, n in wrong.items() if n < 5)
    return told


@examples(240)
@given(data=st.data(), values=rasters())
def test_points_are_a_sample_by_a_plain_loop(data, values):
    draw, height, width = data.draw, len(values), len(values[0])
    # In quarters of a cell about the grid; the middle of a cell is a whole number.
    place = st.tuples(st.integers(-3, 4 * width + 3), st.integers(-3, 4 * height + 3))
    # First one that counts, in the first cell; it spells a class that only labels name.
    first = draw(st.sampled_from(["Rock", str(values[0][0])]))
    text = st.sampled_from(sorted(set(MEANT) - ({"rock"} if first != "Rock" else set())))
    more = st.lists(st.tuples(place, text, text, st.sampled_from(sorted(STRATA))), max_size=40)
    marks = [((0, 0), first, str(values[0][0]), "west"), *draw(more)]
    drawn = [(across / 4, down / 4, *words) for (across, down), *words in marks]
    # The value 5 has no name, or is a second one of a class; what means no data may have one.
    row = draw(st.sampled_from(["", "255,nothing,No data\n", "5,wood,Wood\n"]))
    names = {**NAMES, 4: "4", 6: "6", 5: "Wood" if "wood" in row else "5"}
    by_field, design = draw(st.booleans()), draw(st.sampled_from(["stratified", "simple"]))
    has_strata = design == "stratified" and draw(st.booleans())
    right, bottom = draw(st.integers(1, width)), draw(st.integers(1, height))
    beyond = draw(st.sampled_from([OUTSIDE_CODE, MASKED_CODE]))
    given_options = {"by_field": by_field, "design": design, "entries": NAMED_BY + row}
    if beyond == MASKED_CODE:
        given_options["mask"] = lambda grid: rectangle(grid, 0, 0, right, bottom)
    else:
        given_options["extent"] = (X, Y - 30 * bottom, X + 30 * right, Y)
    if has_strata:
        rows = (f"{n},{name},{size},{area}" for n, (name, size, area) in enumerate(SIZES, 1))
        given_options["strata"] = "\n".join(["value,class,cells,area_ha", *rows])
    with memory_folder() as folder:
        found = Assessed(folder, values, drawn, **given_options, **counting(draw))

    matrix, in_strata, left_out, cells = Counter(), Counter(), Counter(), Counter()
    elsewhere = contradicted = 0
    for across, down, label, field, of_stratum in drawn:
        column, row = floor(across + 0.5), floor(down + 0.5)
        meant, shown = ({**MEANT, "5": names[5]}.get(own) for own in (label, field))
        where = None
        if 0 <= column < width and 0 <= row < height:
            where = beyond if column >= right or row >= bottom else None
            cells[row, column] += where != OUTSIDE_CODE
            if where is None and values[row][column] == 255:
                where = NODATA_CODE
        else:
            where = OUTSIDE_CODE
        if where == MASKED_CODE or (where is not None and not by_field):
            left_out[where] += 1
        elif by_field and not field:
            left_out[UNMAPPED] += 1
        elif meant is None:
            left_out[NODATA_LABEL if label else UNLABELLED] += 1
        elif by_field and shown is None:
            left_out[UNMAPPED] += 1
        else:
            own = names[values[row][column]] if where is None else None
            elsewhere += by_field and own is None
            contradicted += by_field and own not in (None, shown)
            matrix[shown if by_field else own, meant] += 1
            in_strata[STRATA[of_stratum]] += 1
    assert found.matrix == matrix
    assert dict(found.matched.left_out) == left_out
    assert found.matched.total == len(drawn)

    held = Counter(names[v] for row in values[:bottom] for v in row[:right] if v != 255)
    land = {c.name: held[c.name] * HECTARES for c in found.matched.sample.classes}
    assert set(land) == set(held) | {name for pair in matrix for name in pair}
    for row in found.accuracy.class_accuracy:
        assert row["mapped_ha"] == pytest.approx(land[row["class"]])
        value = {name: value for value, name in NAMES.items()}.get(row["class"])
        value = int(row["class"]) if row["class"].isdigit() else value
        assert row["value"] == value
        assert row["samples"] == sum(n for (c, _), n in matrix.items() if c == row["class"])
    sums = [{"map_class": c, **{r: matrix[c, r] for r in land}} for c in land]
    sums.append({"map_class": "Total", **{r: sum(row[r] for row in sums) for r in land}})
    total = [{**row, "total": sum(row[r] for r in land)} for row in sums]
    assert found.accuracy.confusion_matrix.rows == total

    strata = []
    if has_strata:
        strata = [(*one, in_strata[one[0]]) for one in SIZES]
        own = found.matched.sample
        assert [(s.name, s.cells, s.hectares) for s in own.strata] == [s[:3] for s in strata]
        assert own.sizes.tolist() == [s[3] for s in strata]
    for words, wanted in doubts_by_loop(matrix, land, strata, design).items():
        assert found.warns(words, f": {wanted}." if wanted else "") is bool(wanted), words
    reasons = {
        OUTSIDE_CODE: "outside the map",
        MASKED_CODE: "outside the mask",
        UNMAPPED: "without a class in MAP_FIELD",
    }
    reasons |= {
        NODATA_CODE: "on NoData of the map",
        UNLABELLED: "without a label",
        NODATA_LABEL: "with a label that is NoData",
    }
    parts = [f"{n} {reasons[reason]}" for reason, n in left_out.items()]
    assert found.warns("Samples excluded: ", *parts) is bool(left_out)
    together = sum(n for n in cells.values() if n > 1)
    assert found.warns(
        "share a cell with another point", "REFERENCE 'r'", f": {together};"
    ) is bool(together)
    assert found.warns("without a map class, included by MAP_FIELD", f": {elsewhere}.") is bool(
        elsewhere
    )
    assert found.warns("different classes in MAP_FIELD and the map", f": {contradicted};") is bool(
        contradicted
    )
    # Kappa exists, and is warned of, where chance alone would not always agree.
    has_kappa = len({name for pair in matrix for name in pair}) > 1
    assert found.warns("Pontius and Millones 2011") is has_kappa
    assert ("KAPPA" in found.accuracy.key_figures) is has_kappa


def test_all_cells_of_a_polygon_that_contradict_the_map_are_told(tmp_path):
    """Two polygons of wood on 5 and 4 cells of field, one of field on 6 of wood and 3 of field."""
    values = [[1] * 9, [2] * 6 + [1] * 3]
    grid = grid_of(tmp_path, values)
    marks = [
        (rectangle(grid, 0, 0, 5, 1), "Field", "Wood"),
        (rectangle(grid, 5, 0, 9, 1), "Wood", "Wood"),
        (rectangle(grid, 0, 1, 9, 2), "Wood", "Field"),
    ]
    found = Assessed(tmp_path, values, marks, by_field=True)
    assert found.matched.contradicted == 5 + 4 + 6
    assert found.matrix == {("Wood", "Field"): 5, ("Wood", "Wood"): 4, ("Field", "Wood"): 9}


def test_few_samples_that_disagree_are_told(tmp_path):
    values = [[1] * 30, [2] * 30]
    marks = [(n, 0, "1" if n < 24 else "2") for n in range(30)]
    marks += [(n, 1, "2" if n < 26 else "1") for n in range(30)]
    found = Assessed(tmp_path, values, marks)
    # Six fields are wood, four woods are field.
    assert found.warns("area and producer's accuracy", ": Field (4).")
    assert found.warns("of their user's accuracy", ": Wood (4).")
    enough = [*marks[:55], (25, 1, "1"), *marks[56:]]
    assert not Assessed(tmp_path, values, enough).warns("fewer than")
    # A class that is a stratum is told as one.
    fields = Assessed(tmp_path, values, marks[:30])
    assert fields.warns("Strata without samples: ", "Wood (2.70 ha)")
    assert not fields.warns("Map classes without samples; no user's accuracy")


@examples(150)
@given(data=st.data(), values=rasters())
def test_polygons_have_the_cells_whose_centres_they_hold(data, values):
    height, width = len(values), len(values[0])
    right = data.draw(st.integers(1, width))
    with memory_folder() as folder:
        grid = grid_of(folder, values)
        drawn = [rings for _, rings in data.draw(polygons(grid))]
        label = st.sampled_from(["1", "wood", "5", ""])
        labels = [data.draw(label) for _ in range(len(drawn) + 1)]
        # The first cell, so that something counts; those without a label come last.
        drawn = [[[(0, 0), (PART, 0), (PART, PART), (0, PART)]], *drawn]
        labels[0] = "1"
        pairs = sorted(zip(drawn, labels), key=lambda pair: not pair[1])
        by_loop = strata_by_loop(grid.full_window, [(n, p[0]) for n, p in enumerate(pairs, 1)])
        if any(cell is None for row in by_loop for cell in row):
            return  # a centre on an edge is in one polygon or the other
        marks = [(wkb(grid, rings), text) for rings, text in pairs]
        # Cells outside a mask are no samples at all.
        mask = None if right == width else lambda grid: rectangle(grid, 0, 0, right, height)
        found = Assessed(folder, values, marks, mask=mask, **counting(data.draw))
    names, meant = {**NAMES, 4: "4", 5: "5", 6: "6"}, {"1": "Field", "wood": "Wood", "5": "5"}
    expected, left_out, overlapping, met = Counter(), Counter(), 0, set()
    for row in range(height):
        for column in range(right):
            stratum, times = by_loop[row][column]
            overlapping += times > 1
            if not stratum:
                continue
            met.add(stratum)
            if values[row][column] == 255:
                left_out[NODATA_CODE] += 1
            elif not marks[stratum - 1][1]:
                left_out[UNLABELLED] += 1
            else:
                expected[names[values[row][column]], meant[marks[stratum - 1][1]]] += 1
    assert found.matrix == expected
    assert dict(found.matched.left_out) == dict(left_out)
    assert found.warns("each cell in a polygon is a separate sample", "REFERENCE 'r'")
    for lines, words, wanted in (
        (found.warnings, "outside other polygons, excluded: ", len(marks) - len(met)),
        (found.notices, "more than one polygon: ", overlapping),
    ):
        assert any(f"{words}{wanted:,}" in line for line in lines) is bool(wanted)


SQUARE = [[1, 1, 2], [1, 3, 2], [255, 3, 2]]


def test_too_many_polygons_are_refused(tmp_path):
    series = open_series(inputs(write_raster(tmp_path / "g", SQUARE)), "auto", needs_scheme=False)
    with pytest.raises(DataError, match="r: 65,536 polygons exceed the limit of 65,535;"):
        PolygonCells(series, ReferencePolygons("r", [], [b""] * 65_536))


HALVES = "value,class,cells,area_ha\n1,West,6,0.54\n2,East,3,0.27\n"


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
    found = read_strata(table("STRATA", "\n".join([columns, *rows]))).scale_to_area(0.81)
    assert [stratum.hectares for stratum in found] == pytest.approx(expected)
    assert [stratum.cells for stratum in found] == [30, 10]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cells,area_ha\n3,1", "S: no column 'value'; available columns: 'cells', 'area_ha'"),
        ("class,area_ha\na,1", "S: no column 'cells'; available columns: 'class', 'area_ha'"),
        ("class,cells", "S is empty"),
        ("class,cells\na,2\n,3", "S, row 2: class of the stratum is empty"),
        ("value,class,cells\n,,3", "S, row 1: value / class of the stratum is empty"),
        ("class,cells\na,2\nb,1\nA,3", "row 3: 'A' duplicates row 1"),
        ("value,cells\n1,2\n1.0,3", "row 2: '1.0' duplicates row 1"),
        ("value,class,cells\n1,a,2\n1,a,2", "row 2: '1' duplicates row 1"),
        ("class,cells\na,-2", "row 1: column 'cells': -2 is negative"),
        ("class,cells,weight\na,2,-1", "row 1: column 'weight': -1 is negative"),
        ("class,cells\na,2.5", "row 1: column 'cells': '2.5' is not an integer"),
        ("class,cells,area_ha\na,2,0", "row 1: cells (2) and area_ha (0) must both be"),
        ("class,cells,weight\na,0,0.5", "row 1: cells (0) and weight (0.5) must both be"),
        ("class,cells\na,0", "S: all strata have 0 cells"),
        ("class,cells,weight\na,2,0.3\nb,3,0.2", "column 'weight' sums to 0.5; it must sum to 1"),
        ("class,cells,weight\na,2,2\nb,3,3", "column 'weight' sums to 5; it must sum to 1"),
        ("class,cells,weight\na,2,0.5\nb,3,0.48", "column 'weight' sums to 0.98; it must sum to 1"),
        ("class,cells,weight\na,2,60\nb,3,42", "column 'weight' sums to 102; it must sum to 1"),
    ],
)
def test_tables_of_strata_that_cannot_be_right(text, message):
    assert message in refused(read_strata, table("S", text))


def test_a_point_of_no_stratum_is_refused(tmp_path):
    marks = [(0, 0, "1", "", "1"), (1, 0, "1", "", "hollow")]
    message = refused(Assessed, tmp_path, SQUARE, marks, strata=HALVES)
    for words in ("REFERENCE 'r', feature 1", "stratum 'hollow' is not in STRATA", "West, East"):
        assert words in message
    rows = "".join(f"{n},1\n" for n in range(30))
    message = refused(Assessed, tmp_path, SQUARE, [(0, 0, "1")], strata=f"value,cells\n{rows}")
    assert "stratum '' is not in STRATA; available: 0, " in message
    assert message.endswith(", 19, ...")
    # One that does not count needs none.
    marks = [(0, 0, "1", "", "1"), (1, 0, "", "", "hollow")]
    assert Assessed(tmp_path, SQUARE, marks, strata=HALVES).matched.left_out == {UNLABELLED: 1}


def test_a_stratum_with_fewer_cells_than_samples_is_refused(tmp_path):
    marks = [(0, 0, "1", "", "1"), (1, 0, "2", "", "1"), (2, 0, "2", "", "2"), (2, 1, "2", "", "2")]
    for cells in (1, 0):
        text = f"value,class,cells\n1,West,6\n2,East,{cells}\n"
        message = refused(Assessed, tmp_path, SQUARE, marks, strata=text)
        assert f"'East' has {cells} cells, fewer than its 2 samples in REFERENCE 'r'" in message
    whole = Assessed(tmp_path, SQUARE, marks, strata="value,cells\n1,6\n2,2\n")
    assert whole.matched.sample.whole.tolist() == [False, True]


def test_strata_that_do_not_fit_the_map_are_told(tmp_path):
    """Cells that differ in size: a slip, and with cells too few the interval would be too narrow;
    and land that is not that of the map, which has 8 cells with data."""
    marks = [(0, 0, "1", "", "1"), (1, 0, "1", "", "1"), (2, 0, "2", "", "2"), (2, 1, "2", "", "2")]
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES)
    assert not found.warns("Strata differ in area per cell")
    assert found.warns("The strata cover", "0.81 ha", "0.72 ha")
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES.replace("6,0.54", "2,0.54"))
    assert found.warns("Strata differ in area per cell", "0.09 ha (East) to 0.27 ha (West)")
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES.replace("6,0.54", "3,0.54"))
    assert not found.warns("Strata differ in area per cell")
    found = Assessed(tmp_path, SQUARE, marks, strata=HALVES.replace("6,0.54", "5,0.45"))
    assert not found.warns("The strata cover")


def test_a_label_that_cannot_be_a_class_is_refused(tmp_path):
    message = refused(Assessed, tmp_path, SQUARE, [(0, 0, "1"), (1, 0, "9" * 25)])
    assert message.startswith(f"REFERENCE 'r', feature 1: value {'9' * 25} is too large")
    # No number at all, but a name like any other.
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (1, 0, "1e999")])
    assert found.matrix == {("Field", "Field"): 1, ("Field", "1e999"): 1}


def test_a_class_of_samples_that_do_not_count_is_none_of_the_tables(tmp_path):
    marks = [(0, 0, "1", "1"), (1, 0, "Rock", "255")]
    found = Assessed(tmp_path, SQUARE, marks, by_field=True)
    assert [row["class"] for row in found.accuracy.class_accuracy] == ["Field", "Wood", "Pit"]


def test_nothing_that_counts_is_refused_with_the_reasons(tmp_path):
    message = refused(Assessed, tmp_path, SQUARE, [(0, 0, ""), (9, 9, "1"), (1, 0, "")])
    assert "no valid samples (3 found): 1 outside the map, 2 without a label" in message
    message = refused(Assessed, tmp_path, SQUARE, [])
    assert "no valid samples (0 found): none on the map" in message


def test_classes_called_as_columns_are(tmp_path):
    entries = "value,class\n1,total\n2,map_class\n3,fid\n"
    found = Assessed(tmp_path, SQUARE, [(0, 0, "1"), (2, 0, "2"), (1, 1, "3")], entries=entries)
    names = [name for name, _ in found.accuracy.confusion_matrix.fields]
    assert names == ["map_class", "total 2", "map_class 2", "fid 2", "total"]


def test_a_level_makes_intervals_wider(tmp_path):
    marks = [(0, 0, "1"), (1, 0, "2"), (2, 0, "2"), (2, 1, "1"), (1, 1, "3"), (1, 2, "3")]
    wide, narrow = (Assessed(tmp_path, SQUARE, marks, level=level) for level in (99, 68.2689492137))
    ratio = wide.accuracy.overall_half_width_pct / narrow.accuracy.overall_half_width_pct
    assert ratio == pytest.approx(2.5758293)
    for one, other in zip(wide.accuracy.class_accuracy, narrow.accuracy.class_accuracy):
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
    census = count_series(series, [], [cells])
    accuracy = Accuracy(match_samples(cells, series, census, "stratified"))
    north, south = (row["mapped_ha"] for row in accuracy.class_accuracy)
    # The sine of the latitude tells how much of a sphere lies south of it.
    bands = [
        np.sin(np.radians(60)) - np.sin(np.radians(50)),
        np.sin(np.radians(50)) - np.sin(np.radians(40)),
    ]
    assert north / south == pytest.approx(bands[0] / bands[1], rel=5e-3)
    assert accuracy.overall_pct == pytest.approx(100 * (north * 0.5 + south) / (north + south))
