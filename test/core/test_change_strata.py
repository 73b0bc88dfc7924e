"""Strata by what became of the land, with a buffer, against a plain loop over all cells."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.raster.source import RasterLegend
from carbon_zones.core.results.sample_design import (
    STRATA_BY_CLASS,
    STRATA_BY_DISTURBANCE,
    SampleRequest,
    class_strata,
    create_stratification,
    design_sample,
    disturbed_land_buffer,
    strata_rows,
)
from carbon_zones.core.results.sample_points import (
    count_samples,
    draw_points,
    sample_checks,
    sample_rows,
)
from carbon_zones.core.scan.polygon_rasterizer import CellMask
from carbon_zones.core.scan.sample_pass import draw_stratified_sample
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import BufferCounter, count_series
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.defaults import default_classes, default_zones
from carbon_zones.core.scheme.disturbance_types import (
    DisturbingClasses,
    check_map_changes,
    make_change_classifier,
    match_min_sample_sizes,
    parse_min_sample_sizes,
)
from carbon_zones.core.scheme.value_classes import classes_from_legends
from carbon_zones.test.core.shuffled import first_cells
from carbon_zones.test.core.strategies import CELL, LAYOUTS
from carbon_zones.test.core.support import examples, hide, inputs, memory_folder
from carbon_zones.test.helpers import ORIGIN, write_raster

# Conversions of three classes, and what each is by hand: the value, its name, and its stratum by
# what became of the land.
CONVERSIONS = {
    1001: ("Arable land \u2192 Arable land", "stable"),
    1007: ("Arable land \u2192 Open pit", "taken: Arable land"),
    2007: ("Forestland \u2192 Open pit", "taken: Forestland"),
    7001: ("Open pit \u2192 Arable land", "given back"),
    7007: ("Open pit \u2192 Open pit", "stable"),
    1004: ("Arable land \u2192 Urban land", "other change"),
    4007: ("Urban land \u2192 Open pit", "other change"),
}
ORDER = ["taken: Arable land", "taken: Forestland", "given back"]
ORDER += ["buffer", "other change", "stable"]


def refused(words: str):
    """That what follows is refused by a sentence with these parts, in their order."""
    return pytest.raises(DataError, match=".*".join(map(re.escape, words.split(" ... "))))


def changes(groups=("mine",)):
    classes = Classes(c for _, c in default_classes())
    return make_change_classifier(classes, DisturbingClasses(groups), default_zones())


def opened(folder, cells, options=(), mask=None, dtype=np.int32, hidden=None):
    """A raster of conversions, no data 0; in bytes they are numbered. A mask hides some cells."""
    names = {value: name for value, (name, _) in CONVERSIONS.items()}
    if dtype == np.uint8:
        values = sorted(names)
        cells = np.where(cells == 0, 0, np.searchsorted(values, cells) + 1)
        names = {number: names[value] for number, value in enumerate(values, 1)}
    path = write_raster(f"{folder}/0.tif", cells, dtype=dtype, nodata=0, options=options)
    if hidden is not None:
        hide(path, hidden)
    series = open_series(inputs(path), "planimetric")
    legend = RasterLegend(names=names)
    series.classes, series.namings = classes_from_legends(["map"], [legend])
    if mask is not None:
        series.mask = CellMask([mask], series.grid)
    return series


def divided(series, margin, by, way=(1 << 20, 1)):
    """The division of a series by its changes, and the classes that it holds."""
    counted = (
        BufferCounter(disturbed_land_buffer(series, margin, changes()), series) if margin else None
    )
    census = count_series(series, [], [counted] if counted else [], cells=way[0], workers=way[1])
    held = class_strata(census, lambda c: 0.8)
    return held, create_stratification(held, by, changes(), counted, len(series.classes))


def by_loop(cells, inside, margin, by) -> list[list]:
    """The stratum of each cell, None where it does not count, by a plain loop."""
    height, width = cells.shape
    counts = (inside & (cells != 0)).tolist()
    strata = [[None] * width for _ in range(height)]
    for row in range(height):
        for column in range(width):
            if not counts[row][column]:
                continue
            name, stratum = CONVERSIONS[int(cells[row, column])]
            if stratum == "stable" and margin:
                for r in range(max(0, row - margin), min(height, row + margin + 1)):
                    for c in range(max(0, column - margin), min(width, column + margin + 1)):
                        if counts[r][c] and "taken" in CONVERSIONS[int(cells[r, c])][1]:
                            stratum = "buffer"
            if by == STRATA_BY_CLASS and stratum != "buffer":
                stratum = name
            strata[row][column] = stratum
    return strata


def inside_of(shape, box) -> tuple[np.ndarray, bytes | None]:
    """Which cells lie in a box of rows and columns, and the box as a polygon."""
    if box is None:
        return np.ones(shape, bool), None
    top, bottom, left, right = box
    x, y = ORIGIN
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    ring = ", ".join(f"{x + c * CELL} {y - r * CELL}" for c, r in corners)
    inside = np.zeros(shape, bool)
    inside[top:bottom, left:right] = True
    return inside, bytes(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))").ExportToWkb())


@st.composite
def lands(draw):
    """Land of conversions, hidden cells, a margin, how it is stored, a mask, and how it is cut."""
    height, width = draw(st.integers(1, 34)), draw(st.integers(1, 34))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    cells = random.choice([1001, 7007], (height, width))
    values = [*CONVERSIONS, 0]
    rare = random.random((height, width)) < draw(st.sampled_from([0.01, 0.05, 0.6]))
    cells[rare] = random.choice(values, int(rare.sum()))
    box = None
    if draw(st.booleans()):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        box = top, draw(st.integers(top + 1, height)), left, draw(st.integers(left + 1, width))
    hidden = random.random((height, width)) < draw(st.sampled_from([0.0, 0.1, 0.7]))
    margin = draw(st.sampled_from([0, 1, 2, 5, 40]))
    way = draw(st.sampled_from([(1, 1), (7, 2), (40, 3), (300, 1), (1 << 20, 2)]))
    return cells, hidden, margin, draw(st.sampled_from(LAYOUTS)), box, way


# A column of land that was taken, hidden by the file but for its last cell, in bands of four rows.
HIDDEN = np.indices((12, 5))[1] == 2
BANDS = np.where(HIDDEN, 1007, 1001), HIDDEN & (np.arange(12) < 11)[:, None], 2, (), None, (1, 1)


@examples(160)
@given(
    lands(),
    st.sampled_from([np.int32, np.uint8]),
    st.sampled_from([STRATA_BY_CLASS, STRATA_BY_DISTURBANCE]),
    st.integers(0, 99),
)
@example(BANDS, np.int32, STRATA_BY_DISTURBANCE, 0).via("a mask in several bands")
def test_strata_equal_a_plain_loop_over_the_cells(land, dtype, by, seed):
    cells, hidden, margin, layout, box, way = land
    inside, mask = inside_of(cells.shape, box)
    expected = by_loop(cells, inside & ~hidden, margin, by)
    counts = Counter(one for row in expected for one in row if one is not None)
    with memory_folder() as folder:
        series = opened(folder, cells, layout, mask, dtype, hidden if hidden.any() else None)
        if not counts:
            with refused("cell"):
                divided(series, margin, by, way)
            return
        _, division = divided(series, margin, by, way)
        found = {s.land_class.name: s.cells for s in division.strata}
        assert found == counts
        if by == STRATA_BY_DISTURBANCE:
            assert list(found) == [name for name in ORDER if name in found]
        wanted = [min(3, s.cells) for s in division.strata]
        points = draw_stratified_sample(
            series,
            division.cells_of,
            division.of_kind,
            wanted,
            seed,
            workers=way[1],
            cells=way[0],
            near=division.near,
        )
    named = dict(zip(found, wanted))
    assert set(zip(points.rows.tolist(), points.columns.tolist())) == first_cells(
        expected, named, seed
    )
    for row, column, n in zip(points.rows, points.columns, points.strata):
        assert expected[row][column] == division.strata[n].land_class.name


def test_buffers_of_every_margin(tmp_path):
    """From 1 to 100 rows and columns about four cells, painted square by square."""
    cells = np.full((130, 260), 1001)
    taken = [(0, 0), (17, 131), (129, 140), (60, 259)]
    cells[tuple(zip(*taken))] = 1007
    series = opened(tmp_path, cells, LAYOUTS[4])
    for margin in range(1, 101):
        near = np.zeros(cells.shape, bool)
        for row, column in taken:
            top, left = max(0, row - margin), max(0, column - margin)
            near[top : row + margin + 1, left : column + margin + 1] = True
        _, division = divided(series, margin, STRATA_BY_DISTURBANCE, (97 * margin, 1 + margin % 3))
        sizes = [int(near.sum()) - len(taken), int((~near).sum())]
        assert [s.cells for s in division.strata[1:]] == [size for size in sizes if size], margin


def test_a_sample_by_what_became_of_the_land(tmp_path):
    """By hand: a pit of two cells in arable land, whose buffer is clipped by the edge."""
    cells = np.full((6, 9), 1001)
    cells[0, 2:4] = 1007
    cells[5, 8] = 7001
    series = opened(tmp_path, cells)
    held, division = divided(series, 1, STRATA_BY_DISTURBANCE)
    floors = parse_min_sample_sizes(["buffer=5"], 9)
    wanted = SampleRequest("stratified", "proportional", 12, 1.0, 50, 3, floors)
    notes = Notes()
    design = design_sample(wanted, held, notes, division)
    points = draw_points(design, series)
    rows = strata_rows(design, count_samples(design, points))
    assert [tuple(row.values())[:4] for row in rows] == [
        (1, "taken: Arable land", 2, 2 * 0.09),
        (2, "given back", 1, 0.09),
        (3, "buffer", 6, 6 * 0.09),
        (4, "stable", 45, 45 * 0.09),
    ]
    assert [row["samples"] for row in rows] == [0, 0, 5, 7]
    sample = sample_rows(design, points, series)
    assert {(row["stratum"], row["map_value"], row["map_class"]) for row in sample} == {
        (3, 1001, CONVERSIONS[1001][0]),
        (4, 1001, CONVERSIONS[1001][0]),
    }
    assert {row["weight"] for row in sample} == {row["weight"] for row in rows[2:]}
    assert [row["weight"] for row in rows] == pytest.approx([2 / 54, 1 / 54, 6 / 54, 45 / 54])
    assert all(check.is_met for check in sample_checks(design, points, rows, "map"))


@pytest.mark.parametrize("layout", [LAYOUTS[0], LAYOUTS[4]])
def test_hectares_of_a_buffer_where_cells_differ(tmp_path, layout):
    """In degrees: the sums of the cells of each stratum, by a plain loop."""
    random = np.random.default_rng(5)
    cells = np.where(random.random((40, 50)) < 0.02, 1007, 1001)
    path = write_raster(
        tmp_path / "0.tif",
        cells,
        dtype=np.int32,
        cell=(0.1, 0.1),
        origin=(110.0, 40.0),
        epsg=4326,
        options=layout,
    )
    names = {value: name for value, (name, _) in CONVERSIONS.items()}
    series = open_series(inputs(path), "auto")
    series.classes, series.namings = classes_from_legends(["map"], [RasterLegend(names=names)])
    areas = series.area.cell_hectares(series.window)
    expected = Counter()
    for row, strata in enumerate(by_loop(cells, cells > 0, 2, STRATA_BY_DISTURBANCE)):
        for stratum in strata:
            expected[stratum] += float(areas[row, 0])
    for way in ((90, 2), (1 << 20, 1)):
        _, division = divided(series, 2, STRATA_BY_DISTURBANCE, way)
        found = {s.land_class.name: s.hectares for s in division.strata}
        assert found == pytest.approx(dict(expected), rel=1e-12)


def planned(tmp_path, size, margin=1, allocation="proportional", floors="", back=True):
    """The points of each stratum of 60 x 90 cells, and what was told."""
    cells = np.full((60, 90), 1001)
    cells[:, 45:] = 7007
    cells[2:8, 2:12], cells[20:22, 20:35], cells[50:54, 60:80] = 1007, 2007, 1004
    if back:
        cells[40:44, 50:60] = 7001
    held, division = divided(opened(tmp_path, cells), margin, STRATA_BY_DISTURBANCE)
    own = parse_min_sample_sizes([floors], 9999) if floors else {}
    wanted, notes = SampleRequest("stratified", allocation, size, 1.0, 50, 3, own), Notes()
    design = design_sample(wanted, held, notes, division)
    names = [s.land_class.name for s in division.strata]
    return dict(zip(names, design.asked)), list(map(str, notes.warnings))


def test_the_parts_of_strata_where_none_are_asked_for(tmp_path):
    """Of 400 points by hand; all cells of what has fewer than its part, the rest by the parts."""
    asked, told = planned(tmp_path, 100, back=False)
    # 60 and 30 cells were taken; with least 20 each of 12.5 parts of 98.
    assert asked["taken: Arable land"] == asked["taken: Forestland"] == 20
    assert sum(asked.values()) == 100
    rest = {name: asked[name] for name in ("buffer", "other change", "stable")}
    assert rest == {"buffer": 23, "other change": 4, "stable": 33}  # 60 x 28, 5 and 40 of 73
    assert not told
    more, _ = planned(tmp_path, 250, back=False)
    assert all(more[name] >= count for name, count in asked.items())


def test_without_a_buffer_stable_land_has_its_part(tmp_path):
    asked, _ = planned(tmp_path, 200, margin=0, back=False)
    # 25 parts in two strata of which one has 30 cells; 5 and 68.
    assert asked == {
        "taken: Arable land": 26,
        "taken: Forestland": 25,
        "other change": 10,
        "stable": 139,
    }


def test_other_change_and_stable_land_share_their_parts_by_area(tmp_path):
    """Of 200 points beside all cells that were taken and their buffer, by 2,400 and 2,944 cells."""
    cells = np.full((60, 90), 1001)
    cells[:, 50:] = 1004
    cells[10:15, 5:11] = 1007
    held, division = divided(opened(tmp_path, cells), 1, STRATA_BY_DISTURBANCE)
    sizes = {s.land_class.name: s.cells for s in division.strata}
    assert sizes == {"taken: Arable land": 30, "buffer": 26, "other change": 2400, "stable": 2944}
    wanted = SampleRequest("stratified", "proportional", 256, 1.0, 50, 3)
    asked = dict(zip(sizes, design_sample(wanted, held, Notes(), division).asked))
    assert asked == {"taken: Arable land": 30, "buffer": 26, "other change": 90, "stable": 110}
    assert round(200 * 2400 / 5344) == 90


def test_a_size_below_the_least_of_the_strata_is_raised_and_told(tmp_path):
    asked, told = planned(tmp_path, 30)
    assert asked == {
        "taken: Arable land": 20,
        "taken: Forestland": 20,
        "given back": 20,
        "buffer": 2,
        "other change": 2,
        "stable": 2,
    }
    (line,) = told
    assert "increased from 30 to 66 points: 20 per stratum" in line
    assert "MIN_PER_STRATUM" in line


@pytest.mark.parametrize("given", [{"allocation": "equal"}, {"floors": "buffer=9"}])
def test_another_allocation_and_floors_of_ones_own_go_on_as_they_are(tmp_path, given):
    asked, told = planned(tmp_path, 60, **given)
    if "floors" in given:
        assert asked["buffer"] == 9
        assert asked["taken: Forestland"] < 3  # by area
    else:
        assert set(asked.values()) == {10}
    assert not told


def told(names, groups=("mine",)) -> list:
    """Kind and stratum of classes of these names."""
    classes, _ = classes_from_legends(["map"], [RasterLegend(names=dict(enumerate(names, 1)))])
    found = [changes(groups)(c) for c in classes]
    return [change and change.stratum_name for change in found]


def test_conversions_tell_what_became_of_the_land():
    names = [name for name, _ in CONVERSIONS.values()]
    assert told(names) == [stratum for _, stratum in CONVERSIONS.values()]
    assert told(["arable -> urban", "Urban land -> Grassland"], ("mine", "built")) == [
        "taken: Arable land",
        "given back",
    ]
    assert told(["Arable land \u2192 Moon", "Moon", "1 \u2192 7", "1"]) == [None] * 4


def test_zones_tell_where_land_was_taken():
    names = [
        "Carbon emission control area",
        "Carbon sink invariant area",
        "Persistent mined land",
        "Lasting mined land",  # of versions to 1.1.0
    ]
    assert told([*names, "Unassigned", "Carbon sink enhancement area"]) == [
        "taken",
        "stable",
        "stable",
        "stable",
        "other change",
        "other change",
    ]


@pytest.mark.parametrize(
    ("names", "by_source", "words"),
    [
        (
            ["Wood", "Town"],
            False,
            "BUFFER ... STRATA_BY require a raster of conversions or zones ... Wood",
        ),
        (["Arable land -> Moon"], False, "Arable land -> Moon ... CLASSES ... SCHEME"),
        (["Wood", "Arable land -> Moon"], False, "Arable land -> Moon ... CLASSES ... SCHEME"),
        (["Arable land -> Dump", "Moon"], False, "conversions Moon ... CLASSES ... SCHEME"),
        (["Arable land -> Forestland"], False, "no disturbed carbon sinks ... TAKING_GROUPS"),
        (["Carbon emission control area"], True, "STRATA_BY ... zones ... conversions"),
    ],
)
def test_maps_that_do_not_tell_it_are_refused(names, by_source, words):
    classes, _ = classes_from_legends(["map"], [RasterLegend(names=dict(enumerate(names, 1)))])
    with refused(words):
        check_map_changes(list(classes), changes(), "map", by_source)


@pytest.mark.parametrize(
    ("names", "by_source"),
    [
        (["Carbon emission control area", "Unassigned"], False),
        (["Arable land -> Dump", "Forestland -> Forestland"], True),
        (["Arable land -> Dump", "Forestland -> Forestland"], False),
    ],
)
def test_maps_that_tell_it_are_taken(names, by_source):
    """Zones do where the former class is not asked for, conversions always."""
    classes, _ = classes_from_legends(["map"], [RasterLegend(names=dict(enumerate(names, 1)))])
    check_map_changes(list(classes), changes(), "map", by_source)


def test_floors_by_stratum():
    floors = parse_min_sample_sizes(["Buffer=100", "taken = 20", "stable\uff1d7"], 1000)
    names = [["1", "taken", "taken: Wood"], ["2", "taken", "taken: Field"], ["3", "buffer"]]
    notes = Notes()
    assert match_min_sample_sizes(floors, names, notes, ["stable"]) == [20, 20, 100]
    (warning,) = notes.warnings
    assert "strata that are not in this sample are ignored: stable;" in str(warning)
    assert "available strata: taken: Wood, taken: Field, buffer." in str(warning)
    assert match_min_sample_sizes(parse_min_sample_sizes(["taken: wood=3"], 9), names, Notes()) == [
        3,
        0,
        0,
    ]
    with refused("MIN_PER_STRATUM ... 'moon' ... taken: Wood, taken: Field, buffer"):
        match_min_sample_sizes(parse_min_sample_sizes(["moon=3"], 9), names, Notes())
    for wrong in ("buffer", "buffer=0", "buffer=1.5", "buffer=10", "=3"):
        with refused(f"MIN_PER_STRATUM ... '{wrong}' ... 1 to 9"):
            parse_min_sample_sizes([wrong], 9)
    with refused("MIN_PER_STRATUM: duplicate stratum 'BUFFER'"):
        parse_min_sample_sizes(["buffer=1", "BUFFER=2"], 9)


def test_floors_that_a_size_does_not_do_for(tmp_path):
    cells = np.where(np.arange(90).reshape(9, 10) % 7 == 0, 1007, 1001)
    held, division = divided(opened(tmp_path, cells), 1, STRATA_BY_DISTURBANCE)
    floors = parse_min_sample_sizes(["buffer=9"], 99)
    wanted = SampleRequest("stratified", "proportional", 5, 1.0, 50, 3, floors)
    with refused("SIZE: 5 points ... MIN_PER_STRATUM ... at least 9"):
        design_sample(wanted, held, Notes(), division)
