"""How many points a sample has, and how many in which class."""

import json
from collections import Counter
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.grid import Grid
from carbon_zones.core.raster.source import RasterInput, RasterLegend
from carbon_zones.core.results.sample_design import (
    ALLOCATIONS,
    EQUAL_ALLOCATION,
    NEYMAN_ALLOCATION,
    PlannedStratum,
    SampleRequest,
    allocate_total,
    class_strata,
    design_sample,
    report_sample_sizes,
    simple_sample_size,
    strata_rows,
    stratified_sample_size,
)
from carbon_zones.core.results.sample_points import (
    count_samples,
    create_lattice,
    draw_points,
    possible_labels,
    report_lattice,
    sample_checks,
    sample_rows,
    warn_unequal_cell_areas,
)
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.class_table_proposal import (
    match_expected_accuracies,
    parse_expected_accuracies,
)
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.value_classes import ValueNaming, classes_from_legends
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import DATA, examples, listed, memory_folder
from carbon_zones.test.helpers import wkt, write_raster

OLOFSSON = json.loads((DATA / "sample_size.json").read_text(encoding="utf-8"))
WEIGHTS, EXPECTED = OLOFSSON["weights"], OLOFSSON["expected_ua"]


def strata(cells, expected=None) -> list[PlannedStratum]:
    """Classes of so many cells of a hectare."""
    total = sum(cells)
    return [
        PlannedStratum(
            number,
            LandClass(number + 1, f"c{number + 1}", f"Class {number + 1}"),
            size,
            float(size),
            size / total,
            0.8 if expected is None else expected[number],
        )
        for number, size in enumerate(cells)
    ]


def designed(cells, expected=None, **wanted):
    notes = Notes()
    asked = {
        "design": "stratified",
        "allocation": "proportional",
        "size": None,
        "target_se": 1.0,
        "least": 50,
        "seed": 1,
        **wanted,
    }
    return design_sample(SampleRequest(**asked), strata(cells, expected), notes), notes


def words(notes: Notes) -> str:
    return " ".join(str(message) for message in [*notes.notices, *notes.warnings])


def test_the_size_of_olofsson_2014():
    assert OLOFSSON["rounded_up"] == 641
    assert stratified_sample_size(WEIGHTS, EXPECTED, OLOFSSON["target_se"]) == 641
    by_hand = (0.02 * sqrt(0.21) + 0.015 * sqrt(0.24) + 0.32 * 0.3 + 0.645 * sqrt(0.0475)) / 0.01
    assert by_hand**2 == pytest.approx(OLOFSSON["n"], abs=1e-9)


def test_a_size_that_is_whole_is_not_rounded_up():
    # (0.14 / 0.01)^2 and 0.98 x 0.02 / 0.01^2, whose doubles are a trace more than 196.
    assert stratified_sample_size([1.0], [0.98], 0.01) == 196
    assert simple_sample_size([1.0], [0.98], 0.01) == 196


def test_the_size_of_a_simple_sample():
    p = sum(w * u for w, u in zip(WEIGHTS, EXPECTED))
    assert p == pytest.approx(0.92375)
    # 0.92375 x 0.07625 / 0.0001 = 704.36
    assert simple_sample_size(WEIGHTS, EXPECTED, 0.01) == 705


def test_a_standard_error_that_takes_too_many_points_is_refused():
    said = refused(designed, [10_000_000, 10_000_000], target_se=0.01)
    assert has(said, "TARGET_SE", "0.01 percentage points requires 16,000,000")


def test_a_size_that_does_not_do_for_the_floors_is_refused():
    said = refused(designed, [900, 900, 900, 900], allocation="good_practice", size=150)
    assert has(said, "SIZE: 150 points", "50 per class in 4 classes", "at least 200")
    # One that was worked out is raised.
    made, notes = designed([9000, 900, 900, 900], allocation="good_practice", target_se=4.0)
    assert made.size == 200
    assert has(words(notes), "Sample size: 100 points", "increased to 200 points")


# Cells of classes, some of them rare.
CELLS = st.lists(st.integers(1, 40) | st.integers(41, 100_000), min_size=1, max_size=9)


@given(CELLS, st.data())
@examples(40)  # each of them is 200 sizes
def test_no_point_would_lie_better_in_another_class(cells, data):
    """What Webster's method is: no exchange of a point brings two classes closer to their shares.

    So it says of all whole numbers between floors and cells that add up; and that it gives one
    more point with a larger size, and takes none away.
    """
    accuracies = data.draw(st.lists(st.floats(0.5, 0.99), min_size=9, max_size=9))
    allocation = data.draw(st.sampled_from(ALLOCATIONS))
    least = data.draw(st.integers(1, 20)) if allocation == "good_practice" else 0
    floors = [min(least, size) for size in cells]
    shares = [float(size) for size in cells]
    if allocation == EQUAL_ALLOCATION:
        shares = [1.0] * len(cells)
    elif allocation == NEYMAN_ALLOCATION:
        shares = [size * sqrt(u * (1 - u)) for size, u in zip(cells, accuracies)]
    before = [0] * len(cells)
    for wanted in range(max(2, sum(floors)), min(200, sum(cells) + 2) + 1):
        size = min(wanted, sum(cells))
        own = {"allocation": allocation, "size": wanted, "least": max(least, 1)}
        made, notes = designed(cells, accuracies, **own)
        asked = list(made.asked)
        assert sum(asked) == made.size == size
        assert all(low <= part <= high for low, part, high in zip(floors, asked, cells))
        taken = [(n - 0.5) / w for n, w, low in zip(asked, shares, floors) if n > low]
        to_come = [(n + 0.5) / w for n, w, high in zip(asked, shares, cells) if n < high]
        assert max(taken, default=0.0) <= min(to_come, default=np.inf) * (1 + 1e-9)
        assert all(b >= a for a, b in zip(before, asked))
        before = asked
        # What is taken whole (Cochran 1977, section 5.8), and what is not there.
        whole = [f"Class {n} ({c})" for n, (c, a) in enumerate(zip(cells, asked), 1) if a == c]
        said = words(notes)
        assert ("All cells of these strata are sampled" in said) is (
            size < sum(cells) and bool(whole)
        )
        assert "All cells" not in said or said.endswith(f": {', '.join(whole)}.")
        fewer = f"{size:,} valid cells, fewer than the {wanted:,} points"
        assert (fewer in said) is (wanted > size)
        simple, _ = designed(cells, accuracies, design="simple", size=wanted)
        assert (simple.size, list(simple.asked)) == (size, [])


def test_equal_claims_go_to_the_first():
    def alike(total: int, shares: list[float]) -> list[int]:
        return allocate_total(total, shares, [0] * len(shares), [99] * len(shares))

    assert alike(5, [1, 1, 1]) == [2, 2, 1]
    assert alike(2, [0.25] * 4) == [1, 1, 0, 0]
    assert alike(3, [0.1] * 3) == [1, 1, 1]


CLASSES = listed((1, "arable", "Arable land"), (7, "open_pit", "Open pit"), (9, "dump", "Dump"))
NAMING = ValueNaming("map", {1: 0, 7: 1, 71: 1, 9: 2})


def expected(text: str, all_known: bool = True) -> list[float]:
    found = match_expected_accuracies(parse_expected_accuracies(text), CLASSES, NAMING, all_known)
    return [found(land_class) for land_class in CLASSES]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", [0.8, 0.8, 0.8]),
        ("0.85", [0.85, 0.85, 0.85]),
        ("arable=0.9", [0.9, 0.8, 0.8]),
        ("Open pit=0.6, dump = 0.7", [0.8, 0.6, 0.7]),
        ("71=0.6,ARABLE=0.95,", [0.95, 0.6, 0.8]),
        ("7=0.6; 1=0.95\ndump=0.7", [0.95, 0.6, 0.7]),
    ],
)
def test_expected_accuracies(text, numbers):
    assert expected(text) == numbers


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("80", "80 is not between 0 and 1"),
        ("1", "1 is not between 0 and 1"),
        ("arable=0", "0 is not between 0 and 1"),
        ("much", "'much' is not a number"),
        ("0.9,0.8", "'0.9' is neither a number nor class=number"),
        ("0.9,arable=0.8", "'0.9' is neither a number nor class=number"),
        ("=0.9", "'=0.9' is neither a number nor class=number"),
        ("arable=", "'' is not a number"),
        ("arabel=0.9", "no class 'arabel'; the classes are arable, open_pit, dump"),
        ("8=0.9", "no class '8'; the classes are arable, open_pit, dump"),
        ("arable=0.9,1=0.8", "duplicate class 'Arable land'"),
    ],
)
def test_expected_accuracies_that_are_none(text, sentence):
    assert has(refused(expected, text), "EXPECTED_UA: ", sentence)


@pytest.mark.parametrize(
    ("names", "text", "numbers"),
    [
        (("Bare, rocky", "Rock"), '"Bare, rocky=0.7",rock=0.9', [0.7, 0.9]),
        # A legend that calls its classes as the paper does has no keys of its own.
        (("Arable land", "Open pit"), "arable=0.9,open_pit=0.6", [0.9, 0.6]),
    ],
)
def test_names_of_a_legend_with_a_comma_and_as_in_the_paper(names, text, numbers):
    classes, (naming,) = classes_from_legends(["map"], [RasterLegend(dict(enumerate(names, 1)))])
    found = match_expected_accuracies(parse_expected_accuracies(text), classes, naming, True)
    assert [found(land_class) for land_class in classes] == numbers


def test_a_value_may_be_one_that_only_the_count_finds():
    assert expected("8=0.9", all_known=False) == [0.8, 0.8, 0.8]
    assert "no class 'arabel'" in refused(expected, "arabel=0.9", all_known=False)


def opened(path, cells, **options):
    write_raster(path, cells, **options)
    series = open_series([RasterInput(str(path), "map")], "auto")
    return series, count_series(series, [])


def sampled(path, cells, wanted: SampleRequest, **options):
    series, census = opened(path, cells, **options)
    everything = match_expected_accuracies(
        parse_expected_accuracies(""), series.classes, series.namings[0], True
    )
    notes = Notes()
    design = design_sample(wanted, class_strata(census, everything), notes)
    points = draw_points(design, series)
    samples = count_samples(design, points)
    return series, design, points, strata_rows(design, samples), notes


LAND = np.array([[1, 1, 1, 1, 3, 3]] * 9 + [[7, 7, 0, 0, 3, 3]])
NAMES = {1: "Arable", 3: "Grass", 5: "Water", 7: "Pit"}
OPTIONS = {"nodata": 0, "names": NAMES}
# Designs whose points are drawn one by one.
RANDOM = ("stratified", "simple")


@given(st.lists(st.integers(1, 40) | st.integers(41, 999), min_size=1, max_size=9), st.data())
@examples(40)  # each of them draws several samples
def test_samples_are_cells_of_their_strata_and_hold_those_of_fewer_points(cells, data):
    values = np.repeat(np.arange(1, len(cells) + 1), cells)
    values = np.random.default_rng(len(cells)).permutation(values)
    values = np.resize(np.append(values, [0] * (-values.size % 9)), (9, -(-values.size // 9)))
    names = {1: "One", 2: "Two"}
    kind, allocation = data.draw(st.tuples(st.sampled_from(RANDOM), st.sampled_from(ALLOCATIONS)))
    seed = data.draw(st.integers(0, 99))
    sizes = data.draw(st.sets(st.integers(2, 200), min_size=2, max_size=5))
    before: set = set()
    for size in sorted(sizes):
        if size < len(cells):
            continue  # not enough for good practice
        wanted = SampleRequest(kind, allocation, size, 1.0, 1, seed)
        with memory_folder() as folder:
            given_map = {"nodata": 0, "names": names}
            series, design, points, strata_found, _ = sampled(
                f"{folder}/m.tif", values, wanted, **given_map
            )
        held, is_stratified, places = Counter(), kind == "stratified", set()
        rows = sample_rows(design, points, series)
        assert [row["id"] for row in rows] == list(range(1, min(size, sum(cells)) + 1))
        for row in rows:
            column, line = (row["x"] - 600_000) / 30 - 0.5, (4_400_000 - row["y"]) / 30 - 0.5
            places.add((int(line), int(column)))
            value = int(values[int(line), int(column)])
            held[value] += 1
            assert (column % 1, line % 1, row["label"]) == (0, 0, None)
            assert (row["map_value"], row["map_class"]) == (value, names.get(value, str(value)))
            assert row["stratum"] == (value if is_stratified else None)
            weight = cells[value - 1] / sum(cells) if is_stratified else 1.0
            assert row["weight"] == pytest.approx(weight)
        assert len(places) == len(rows)
        assert places >= before
        before = places
        for row, (n, own) in zip(strata_found, enumerate(cells, 1)):
            assert (row["value"], row["class"]) == (n, names.get(n, str(n)))
            assert (row["cells"], row["samples"]) == (own, held[n])
            sizes_of = row["area_ha"], row["weight"]
            assert sizes_of == pytest.approx((own * 0.09, own / sum(cells)))
        assert len(strata_found) == len(cells)
        if is_stratified:
            assert list(design.asked) == [held[n] for n in range(1, len(cells) + 1)]
        checks = sample_checks(design, points, strata_found, "map")
        assert [c.is_met for c in checks] == [True] * (3 + (len(cells) if is_stratified else 1))
        # Fewer than two points of a class that has more cells tell no interval.
        notes = Notes()
        report_sample_sizes(design, [row["samples"] for row in strata_found], notes)
        told = (f"{names.get(n, n)} {held[n]}" for n in range(1, len(cells) + 1))
        assert str(notes.notices[0]).endswith(f": {', '.join(told)}.")
        few = [str(names.get(n, n)) for n, c in enumerate(cells, 1) if held[n] < min(2, c)]
        warned = f"no confidence intervals: {', '.join(few)}." in words(notes)
        assert (warned, len(notes.warnings)) == (bool(few), bool(few))


def test_points_that_are_not_whole_fail_the_checks(tmp_path):
    wanted = SampleRequest("stratified", "equal", 12, 1.0, 50, 1)
    _, design, points, strata_found, _ = sampled(tmp_path / "m.tif", LAND, wanted, **OPTIONS)
    twice = type(points)(
        points.rows[[0, 0, *range(2, 12)]],
        points.columns[[0, 0, *range(2, 12)]],
        points.classes,
        points.strata,
    )
    assert [
        c.check_text for c in sample_checks(design, twice, strata_found, "map") if not c.is_met
    ] == ["distinct cells = points"]
    strata_found["samples"][1] -= 1
    assert [
        c.check_text for c in sample_checks(design, points, strata_found, "map") if not c.is_met
    ] == ["sum of points by stratum = points", "points drawn in Grass = points allocated"]


def test_numbers_of_points_tell_nothing_of_their_class(tmp_path):
    """Rare classes would otherwise come last, or all points of one class one after the other."""
    cells = np.where(np.arange(10_000).reshape(100, 100) < 9800, 1, 2)
    first = []
    for seed in range(30):  # so that chance alone is small
        wanted = SampleRequest("stratified", "equal", 100, 1.0, 50, seed)
        series, design, points, _, _ = sampled(tmp_path / "m.tif", cells, wanted)
        rows = sample_rows(design, points, series)
        first += [row["map_value"] for row in rows[:50]]
    # Of 1500 about 750 are of each class; 19 is a standard deviation at most.
    assert abs(first.count(1) - 750) < 80


def test_what_points_can_be_labelled_as(tmp_path):
    wanted = SampleRequest("simple", "proportional", 10, 1.0, 50, 3)
    cells = LAND.copy()
    cells[0, 0] = 8
    series, design, _, _, _ = sampled(tmp_path / "m.tif", cells, wanted, **OPTIONS)
    # Water, which the map does not hold, and 8, which nobody names.
    assert [(c.value, c.name) for c in possible_labels(design, series)] == [
        *NAMES.items(),
        (8, "8"),
    ]


def grid(width, height, cell=(30.0, 30.0)) -> Grid:
    return Grid(width, height, (0.0, cell[0], 0.0, 0.0, 0.0, -cell[1]), wkt(32649))


def test_lines_are_as_far_apart_on_the_ground_across_as_down():
    lattice = create_lattice(grid(1000, 1000, (10.0, 40.0)), 1_000_000, 400, 1)
    assert lattice.columns.step * 10 == pytest.approx(lattice.rows.step * 40)
    assert lattice.columns.step * lattice.rows.step == pytest.approx(1_000_000 / 400)
    assert 0 <= lattice.rows.start < lattice.rows.step
    assert 0 <= lattice.columns.start < lattice.columns.step


@pytest.mark.parametrize(
    ("width", "height", "size"), [(1000, 1, 10), (1, 1000, 10), (1000, 3, 10), (50, 50, 2500)]
)
def test_narrow_grids_have_as_many_points_as_asked(width, height, size):
    found = []
    for seed in range(40):
        lattice = create_lattice(grid(width, height), width * height, size, seed)
        assert lattice.columns.step >= 1
        assert lattice.rows.step >= 1
        rows, columns = lattice.rows.line_indices(0, height), lattice.columns.line_indices(0, width)
        found.append(rows.size * columns.size)
    assert np.mean(found) == pytest.approx(size, rel=0.15)


def test_every_cell_is_equally_likely_on_a_lattice():
    counts, runs = np.zeros((20, 30)), 3000
    for seed in range(runs):
        lattice = create_lattice(grid(30, 20), 600, 12, seed)
        counts[np.ix_(lattice.rows.line_indices(0, 20), lattice.columns.line_indices(0, 30))] += 1
    assert counts.mean() == pytest.approx(runs * 12 / 600, rel=0.03)
    # Cells of a run are drawn together, so this is no chi-square number; each by itself is
    # binomial.
    deviations = (counts - runs * 0.02) / np.sqrt(runs * 0.02 * 0.98)
    assert np.abs(deviations).max() < 4.5


def test_a_systematic_sample_says_how_far_apart_its_points_lie(tmp_path):
    wanted = SampleRequest("systematic", "proportional", 10, 1.0, 50, 3)
    series, design, points, found, _ = sampled(tmp_path / "m.tif", LAND, wanted, **OPTIONS)
    rows = sample_rows(design, points, series)
    assert {(row["stratum"], row["weight"]) for row in rows} == {(None, 1.0)}
    assert sum(row["samples"] for row in found) == len(rows)
    assert all(check.is_met for check in sample_checks(design, points, found, "map"))
    notes = Notes()
    report_lattice(design, points, series.grid, notes)
    step = 30 * sqrt(58 / 10)
    assert f"spacing {step:.10g} × {step:.10g} map units" in words(notes)
    assert f"10 points expected, {len(points)} in valid cells." in words(notes)


def test_a_lattice_that_meets_nothing_is_refused(tmp_path):
    cells = np.zeros((40, 40), int)
    cells[3, 3] = 1
    cells[35, 35] = 1
    # Of a point expected on 1600 cells; this seed's line meets neither of the two.
    wanted = SampleRequest("systematic", "proportional", 1, 1.0, 50, 2)
    assert "another SEED" in refused(sampled, tmp_path / "m.tif", cells, wanted, nodata=0)


@pytest.mark.parametrize(
    ("place", "warned"),
    [
        ({}, False),
        ({"cell": (0.001, 0.001), "origin": (110, 40), "epsg": 4326}, False),
        ({"cell": (0.5, 0.5), "origin": (110, 40), "epsg": 4326}, True),
    ],
)
def test_cells_that_differ_in_area_are_warned_of(tmp_path, place, warned):
    series, _ = opened(tmp_path / "m.tif", np.ones((9, 9)), **place)
    notes = Notes()
    warn_unequal_cell_areas(series, notes)
    assert ("equal-area" in words(notes)) is warned
