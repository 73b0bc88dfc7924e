"""The analysis of change: each number against its definition in fractions, and published ones."""

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.data_dictionary import ColumnKind, get_table_fields
from carbon_zones.core.base.dates import Date, Period, interval_years
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.base.numbers import safe_divide
from carbon_zones.core.change.change_analysis import (
    INDICES,
    ChangeAnalysis,
    LandUseGrades,
    read_grades,
)
from carbon_zones.core.change.markov import (
    PROJECTION,
    check_target_years,
    compute_annual_root,
    parse_target_years,
)
from carbon_zones.core.change.tables import (
    ABOVE_LINE,
    BELOW_LINE,
    CATEGORIES,
    COMPONENTS,
    INTERVALS,
    ON_LINE,
    RATES,
    TRANSITIONS,
    UNKNOWN_SIDE,
    category_checks,
    classify_sides,
    component_checks,
    interval_checks,
    transition_checks,
)
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.count_result import CountResult, DateTallies, TransitionCube
from carbon_zones.test.core.change_oracle import (
    Oracle,
    check_categories,
    check_components,
    check_indices,
    check_intervals,
    check_rates,
    check_transitions,
    close,
)
from carbon_zones.test.core.support import COMPLEX, census_of, cube_of, listed, table, tally_of
from carbon_zones.test.matrices import EXAMPLES

# Markov chains take the roots of matrices.
pytestmark = COMPLEX

HECTARES = 0.09


@st.composite
def lands(draw):
    """Cells with a class at each of two to four dates, the years, and how many classes there are.

    Some classes may be absent at a date, or altogether.
    """
    size = draw(st.integers(1, 5))
    dates = draw(st.integers(2, 4))
    cell = st.tuples(*[st.integers(0, size - 1)] * dates)
    cells = draw(st.lists(cell, min_size=1, max_size=60))
    years = sorted(draw(st.sets(st.integers(1950, 2020), min_size=dates, max_size=dates)))
    return size, years, cells


def analysed(land, targets=(2031, 2050)) -> ChangeAnalysis:
    """The analysis of a land, made by way of the types that a count gives."""
    size, years, cells = land
    classes = listed(*((n + 1, f"c{n}") for n in range(size)))
    dates = [Date(str(year), f"land_{year}") for year in years]
    codes, length = np.transpose(cells) + FIRST_CLASS_CODE, size + FIRST_CLASS_CODE
    pairs = [(n, n + 1) for n in range(len(years) - 1)]
    if len(pairs) > 1:
        pairs.append((0, len(years) - 1))
    periods = [Period(a, b, f"{years[a]}-{years[b]}") for a, b in pairs]
    tallies, common = [], []
    for a, b in pairs:
        square = np.bincount(codes[a] * length + codes[b], minlength=length**2)
        square = square.reshape(length, length)
        tallies.append(tally_of(square, square * HECTARES))
    for date in codes:
        counts = np.bincount(date, minlength=length)
        common.append(tally_of(counts, counts * HECTARES))
    cube = TransitionCube(classes, periods, tallies)
    census = CountResult(cube, DateTallies(common, common), len(cells), 0, None)
    grades = LandUseGrades({f"c{n}": 1 + n % 4 for n in range(size)}, False)
    return ChangeAnalysis(dates, census, grades, targets)


def steps(land) -> list[Oracle]:
    _, years, cells = land
    dates = range(len(years) - 1)
    return [
        Oracle(Counter((cell[n], cell[n + 1]) for cell in cells), years[n + 1] - years[n])
        for n in dates
    ]


def with_span(land) -> list[Oracle]:
    """The intervals, and the span where there is more than one."""
    _, years, cells = land
    span = Oracle(Counter((cell[0], cell[-1]) for cell in cells), years[-1] - years[0])
    return [*steps(land), *([span] if len(years) > 2 else [])]


def found_classes(land) -> list[int]:
    return sorted({n for cell in land[2] for n in cell})


@given(lands())
def test_every_table_is_as_defined(land):
    size, years, cells = land
    analysis, classes = analysed(land), found_classes(land)
    raise_failed_check(analysis.consistency_checks)
    assert len(analysis.consistency_checks) >= 8
    check_components(analysis.components, with_span(land), classes, HECTARES)
    check_rates(analysis.rates, with_span(land), classes)
    check_intervals(analysis.intervals, steps(land), classes, HECTARES)
    check_categories(analysis.categories, steps(land), classes, HECTARES)
    check_transitions(analysis.transitions, steps(land), classes, HECTARES)
    held = [Counter(cell[place] for cell in cells) for place in range(len(years))]
    check_indices(analysis.indices, held, {n: 1 + n % 4 for n in range(size)})
    assert [row["year"] for row in analysis.indices] == [str(year) for year in years]


@given(lands())
def test_rows_of_transitions_are_counted_and_found(land):
    rows = analysed(land).transitions
    everything = list(rows)
    assert len(rows) == len(everything)
    assert all(row in rows for row in everything)
    assert {} not in rows


@given(lands(), st.integers(0, 4))
def test_the_largest_transitions_are_those_of_the_most_hectares(land, most):
    analysis = analysed(land)
    for number, matrix in enumerate(analysis.matrices.intervals):
        own = [row for row in analysis.transitions if row["period"] == matrix.name]
        own.sort(key=lambda row: -row["area_ha"])
        assert analysis.transitions.get_largest_rows(number, most) == [
            row for row in own[:most] if row["area_ha"] > 0
        ]


# Identities, from the tables alone


@given(lands(), st.integers(2021, 2100))
def test_projections_keep_the_area_and_stay_above_nothing(land, year):
    projection = analysed(land, (year,)).projection
    total = len(land[2]) * HECTARES
    for method in {row["method"] for row in projection.rows}:
        areas = [row["area_ha"] for row in projection.rows if row["method"] == method]
        assert min(areas) >= 0.0
        assert sum(areas) == pytest.approx(total)


@given(lands())
def test_a_whole_interval_ahead_is_a_step_of_the_chain(land):
    last = land[1][-1] + land[1][-1] - land[1][-2]
    one, classes = steps(land)[-1], found_classes(land)
    projection = analysed(land, (last, last + 1)).projection
    for j in classes:
        area = Fraction(0)
        for i in classes:
            before = one.count(source=i)
            share = one.count(i, j) / before if before else Fraction(i == j)
            area += one.count(target=i) * share
        for row in projection.rows:
            if row["year"] == str(last) and row["value"] == j + 1:
                assert close(row["area_ha"], area, HECTARES), row["method"]


# The parts


def test_the_root_of_the_definitions():
    root = compute_annual_root(np.array([[0.81, 0.19], [0.0, 1.0]]), 2)
    np.testing.assert_allclose(root, [[0.9, 0.1], [0.0, 1.0]], atol=1e-12)


@pytest.mark.parametrize(
    "shares",
    [
        [[0.0, 1.0], [1.0, 0.0]],  # an eigenvalue below zero
        [[0.5, 0.5, 0.0], [0.0, 0.5, 0.5], [0.0, 0.0, 1.0]],  # too few eigenvectors
        # As few, and eigenvalues of nothing.
        [[0.5, 0.5, 0.0, 0.0], [0.5, 0.5, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]],
    ],
)
def test_a_matrix_without_a_root_to_be_had(shares):
    assert compute_annual_root(np.array(shares), 3) is None


def test_a_root_with_an_entry_below_zero_is_left_out():
    """From 1 to 2 and from 2 to 3, but not from 1 to 3: in half the time that cannot be."""
    shares = np.array([[0.4, 0.6, 0.0], [0.0, 0.5, 0.5], [0.0, 0.0, 1.0]])
    assert compute_annual_root(shares, 2) is None


def test_sides_of_a_line():
    found = classify_sides([1.0, 2.0, 2.0 + 1e-12, 3.0, np.nan], 2.0)
    assert found.tolist() == [BELOW_LINE, ON_LINE, ON_LINE, ABOVE_LINE, UNKNOWN_SIDE]
    assert classify_sides([1.0], np.nan).tolist() == [UNKNOWN_SIDE]
    assert classify_sides([0.0], 0.0).tolist() == [ON_LINE]


def test_quotients_have_no_whole_where_it_is_nothing():
    found = safe_divide([1.0, 0.0, 3.0], [2.0, 0.0, 0.0])
    assert found[0] == 0.5
    assert np.isnan(found[1:]).all()


def test_interval_years_dates():
    dates = [Date(year, "") for year in ("2000", "", "2009", "2000-2005", "1990")]
    assert interval_years(dates, Period(0, 2, "")) == 9
    for a, b in ((0, 1), (2, 3), (2, 4), (0, 0)):
        assert interval_years(dates, Period(a, b, "")) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [("", []), ("2030", [2030]), ("2030; 2050,2040", [2030, 2050, 2040]), (" 2030, ", [2030])],
)
def test_years_to_project_to(text, years):
    assert parse_target_years(text) == years


@pytest.mark.parametrize("text", ["30", "2030-2040", "soon", "2030,2030"])
def test_what_is_no_year_to_project_to(text):
    with pytest.raises(DataError, match="PROJECT_TO"):
        parse_target_years(text)


def test_years_to_project_to_are_after_the_last_date():
    dates = [Date("", "a"), Date("2000", "b"), Date("2010", "c")]
    check_target_years([2011], dates)
    check_target_years([], [Date("", "a"), Date("", "b")])
    with pytest.raises(DataError, match=r"2010 must be later than the last date \(2010\)"):
        check_target_years([2030, 2010], dates)
    with pytest.raises(DataError, match="layer 'a' has no year"):
        check_target_years([2030], dates[:2])


def test_grades_by_class_group_and_any():
    classes = listed((1, "wheat", "", "sink"), (2, "oak", "", "sink"), (3, "town", "", "built"))
    text = "class,grade\n@sink,2\nWheat,3\n*,1.5"
    grades = read_grades(table("GRADES", text), classes)
    assert [grades.get_class_grade(c) for c in classes] == [3.0, 2.0, 1.5]


def test_default_grades_may_name_what_a_run_lacks():
    classes = listed((1, "wheat", "", "sink"), (3, "town"))
    text = "class,grade\n@sink,2\n@built,4\narable,3"
    grades = read_grades(table("grades.csv", text, is_default=True), classes)
    assert [grades.get_class_grade(c) for c in classes] == [2.0, None]
    with pytest.raises(DataError, match="unknown group '@built'"):
        read_grades(table("GRADES", text), classes)


# Rows, and checks that are not met


TYPES = {
    ColumnKind.TEXT: str,
    ColumnKind.WHOLE: int,
    ColumnKind.REAL: float,
    ColumnKind.YES_NO: bool,
}
LAND = (4, [1990, 1995, 2010], [(0, 1, 1), (1, 1, 0), (2, 0, 1), (2, 2, 0), (1, 2, 0), (0, 0, 2)])


def test_rows_have_the_columns_of_their_types_and_tell_classes_and_periods():
    analysis = analysed(LAND)
    intervals = ["1990-1995", "1995-2010"]
    periods = [*intervals, "1990-2010"]
    names = ["c0", "c1", "c2"]  # c3 is nowhere
    for rows, names_or_type in (
        (analysis.components, COMPONENTS),
        (analysis.rates, RATES),
        (analysis.intervals, INTERVALS),
        (analysis.categories, CATEGORIES),
        (list(analysis.transitions), TRANSITIONS),
        (analysis.indices, INDICES),
        (analysis.projection.rows, PROJECTION),
    ):
        fields = get_table_fields(names_or_type)
        for row in rows:
            assert list(row) == [name for name, _ in fields]
            for name, kind in fields:
                assert row[name] is None or isinstance(row[name], TYPES[kind]), name
    keys = columns(analysis.components, "period", "class")
    assert keys == [(period, name) for period in periods for name in (*names, "(all)")]
    keys = columns(analysis.rates, "period", "class")
    assert keys == [(period, name) for period in periods for name in names]
    keys = columns(analysis.categories, "period", "class")
    assert keys == [(period, name) for period in intervals for name in names]
    assert columns(analysis.intervals, "period", "years") == list(zip(intervals, (5, 15)))
    keys = columns(analysis.transitions, "period", "from_class", "to_class")
    assert keys == [(p, a, b) for p in intervals for a in names for b in names if a != b]
    assert columns(analysis.indices, "layer") == [(f"land_{year}",) for year in LAND[1]]
    keys = columns(analysis.projection.rows, "year", "class", "method")
    assert keys[:3] == [("2031", name, "interpolated") for name in names]


def columns(rows, *names, **which) -> list[tuple]:
    """Columns of the rows in which others hold this."""
    rows = (row for row in rows if all(row[name] == wanted for name, wanted in which.items()))
    return [tuple(row[name] for name in names) for row in rows]


def unmet(checks) -> set[str]:
    """What checks that are not met are about."""
    return {check.check_text for check in checks if not check.is_met}


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("quantity_ha", {"quantity + exchange + shift = change", "net + swap = change"}),
        ("exchange_ha", {"quantity + exchange + shift = change"}),
        ("shift_ha", {"quantity + exchange + shift = change"}),
        ("swap_ha", {"net + swap = change"}),
        ("persistence_ha", {"unchanged + change = total area"}),
        ("change_ha", {"unchanged + change = total area"}),
    ],
)
def test_components_that_do_not_add_up_are_noticed(column, words):
    analysis = analysed(LAND)
    keys = [(row["value"], row["period"]) for row in analysis.components]
    analysis.components[column][keys.index((None, "1995-2010"))] += 0.01
    checks = component_checks(analysis.matrices, analysis.components)
    assert unmet(checks) == words
    assert {check.period for check in checks if not check.is_met} == {"1995-2010"}
    assert len(checks) == 9


def test_intensities_of_intervals_that_are_not_the_uniform_one_are_noticed():
    analysis = analysed(LAND)
    (check,) = interval_checks(analysis.matrices, analysis.intervals)
    assert check.is_met
    assert check.period == "1990-2010"
    # What changed in all intervals, in per cent of all land.
    assert check.expected == pytest.approx(100 * 8 / 6)
    analysis.intervals["annual_pct"][0] += 0.01
    (check,) = interval_checks(analysis.matrices, analysis.intervals)
    assert check.actual == pytest.approx(100 * 8 / 6 + 0.05)
    assert not check.is_met


@pytest.mark.parametrize("side", ["gain", "loss"])
def test_intensities_that_are_not_the_uniform_one_are_noticed(side):
    analysis = analysed(LAND)
    rows, matrices = analysis.transitions, analysis.matrices
    assert len(category_checks(matrices, analysis.categories)) == 4
    analysis.categories[f"{side}_intensity_pct"][-1] += 0.01
    checks = transition_checks(matrices, rows)
    assert unmet(checks) == set()
    changed = [3 * HECTARES, 3 * HECTARES, 5 * HECTARES, 5 * HECTARES]
    assert sorted(check.expected for check in checks) == pytest.approx(sorted(changed))
    level = {"gain": rows.gains, "loss": rows.losses}[side][1]
    level.uniform = level.uniform * 1.01
    for checks, what in (
        (category_checks(matrices, analysis.categories), "classes"),
        (transition_checks(matrices, rows), "transitions"),
    ):
        assert unmet(checks) == {
            f"area-weighted {side} intensities of the {what} = uniform intensity"
        }
        assert {check.period for check in checks if not check.is_met} == {"1995-2010"}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([(0, 1), (1, 0)], "the matrix of 2000-2002 has no valid annual root"),
        ([(0, 0)] * 2 + [(0, 1)] * 3 + [(1, 1), (1, 2), (2, 2)], "has no valid annual root"),
    ],
)
def test_a_root_that_is_left_out_is_told(cells, said):
    projection = analysed((3, (2000, 2002), cells), ()).projection
    assert set(columns(projection.rows, "year", "method")) == {("2004", "interpolated")}
    assert said in str(projection.notes().notices[1])


def test_a_projection_that_loses_land_is_noticed():
    projection = analysed(LAND).projection
    expected = [check.expected for check in projection.area_checks() if check.is_met]
    assert expected == pytest.approx([6 * HECTARES] * len(projection.area_checks()))
    projection.rows["area_ha"][0] -= 0.01
    (check,) = (check for check in projection.area_checks() if not check.is_met)
    assert (check.period, check.check_text) == (
        "2031",
        "projected area (interpolated) = total area",
    )


def test_of_very_many_classes_no_root_is_looked_for():
    assert compute_annual_root(np.eye(501), 2) is None
    assert compute_annual_root(np.eye(3), 2) is not None


def test_the_scale_of_grades():
    classes = listed((1, "a"), (2, "b"))
    grades = read_grades(table("GRADES", "class,grade\na,1\nb,4"), classes)
    assert [grades.get_class_grade(c) for c in classes] == [1.0, 4.0]
    for grade in ("0.99", "4.01"):
        with pytest.raises(DataError, match="valid grades: 1 to 4"):
            read_grades(table("GRADES", f"class,grade\na,{grade}"), classes)


# Published


def published(years, matrix, targets=()) -> ChangeAnalysis:
    """The analysis of two dates, from a matrix of cells of a hectare."""
    classes = listed(*((n, f"c{n}") for n in range(1, len(matrix) + 1)))
    census = census_of(cube_of(classes, matrix, names=["{}-{}".format(*years)]))
    return ChangeAnalysis([Date(str(year), "") for year in years], census, None, targets)


def test_central_massachusetts():
    example = EXAMPLES["massachusetts_1971_1999"]
    analysis = published((1971, 1999), example["C"], (2027, 2009))
    total = np.sum(example["C"])
    for column, name in (("gain", "gain"), ("loss", "loss"), ("quantity", "net"), ("swap", "swap")):
        shares = [100 * row[f"{column}_ha"] / total for row in analysis.components[:-1]]
        assert shares == pytest.approx(example[f"{name}_pct"], abs=1e-6)
    for side in ("gain", "loss"):
        wanted = np.array(example[f"exp_{side}_pct"])[~np.eye(3, dtype=bool)] * total / 100
        areas = [row[f"{side}_expected_ha"] for row in analysis.transitions]
        assert areas == pytest.approx(wanted, rel=1e-6)
    # A whole period ahead both methods are the same.
    for year, method, wanted in (
        ("2027", "interpolated", [33609.608763, 29365.813583, 2560.577654]),
        ("2027", "annual root", [33609.608763, 29365.813583, 2560.577654]),
        ("2009", "interpolated", [37004.788844, 25749.219137, 2781.992019]),
        ("2009", "annual root", [36910.973552, 25855.179818, 2769.846630]),
    ):
        areas = columns(analysis.projection.rows, "area_ha", year=year, method=method)
        assert np.ravel(areas) == pytest.approx(wanted, abs=1e-6)
