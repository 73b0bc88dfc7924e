"""Accuracies, areas and their errors: published samples, and plain loops over the formulas."""

from math import isnan, nan, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.accuracy.estimates import Estimates
from carbon_zones.test.core.accuracy_examples import (
    EXAMPLES,
    Z,
    by_class,
    by_strata,
    simple,
    stehman,
)
from carbon_zones.test.core.support import examples


def near(printed, digits=6):
    """What rounds to the printed digits."""
    return pytest.approx(printed, abs=0.5 * 10**-digits * (1 + 1e-9))


def pair(estimate) -> list[float]:
    """A share of one thing, and half of its interval."""
    return [float(estimate.share), Z * float(estimate.error)]


def test_olofsson_2014_table_8():
    given = EXAMPLES["olofsson2014_table8"]
    found = Estimates(by_class(given["n"], given["mapped_pixels"], 0.09))
    whole = sum(given["mapped_pixels"]) * 0.09
    assert pair(found.overall) == near(given["OA"])
    for estimate, key in ((found.users, "UA"), (found.producers, "PA")):
        assert estimate.share.tolist() == near(given[key])
        assert (Z * estimate.error).tolist() == near(given[f"{key}_ci"])
    assert (whole * found.areas.share).tolist() == near(given["area_ha"], 3)
    assert (whole * found.areas.error).tolist() == near(given["area_se_ha"], 3)
    harmonic = [2 / (1 / u + 1 / p) for u, p in zip(given["UA"], given["PA"])]
    assert found.f1.tolist() == pytest.approx(harmonic, abs=1e-6)


def test_olofsson_2013_example_1():
    given = EXAMPLES["olofsson2013_ex1"]
    found = Estimates(by_class(given["n"], given["mapped_pixels"]))
    whole = sum(given["mapped_pixels"])
    assert pair(found.overall) == near(given["OA"])
    assert (whole * found.areas.share).tolist() == near(given["area_pixels"], 2)
    # The third digit of the first one, 10751.4045, is cut off in the file, not rounded.
    assert (whole * found.areas.error).tolist() == near(given["se"], 2)


def test_congalton_and_green():
    given = EXAMPLES["congalton_kappa"]
    found = Estimates(simple(given["n"]))
    assert float(found.overall.share) == near(given["OA"])
    assert found.kappa == near(given["kappa"])
    assert list(found.disagreement) == near([given["Q"], given["exchange"], given["shift"]])
    for estimate, key in ((found.users, "UA"), (found.producers, "PA")):
        assert estimate.share.tolist() == near(given[key])


def test_stehman_2014():
    given, found = EXAMPLES["stehman2014"], Estimates(stehman())
    assert [float(found.overall.share), float(found.overall.error)] == pytest.approx(given["OA"])
    for key, estimate in (("area", found.areas), ("UA", found.users), ("PA", found.producers)):
        for n, name in enumerate("ABCD"):
            one = [float(estimate.share[n]), float(estimate.error[n])]
            assert one == pytest.approx(given[key][name], rel=1e-12), (key, name)
    assert found.proportions[1, 2] == pytest.approx(given["cell_B_C"])


# --- plain loops over the formulas of the papers -------------------------------------------------


def olofsson_by_loop(matrix, cells) -> dict:
    """Equations 2 and 4 to 10 of Olofsson et al. 2014, one sum after the other."""
    size, total = len(matrix), sum(cells)
    n = [sum(row) for row in matrix]
    w = [c / total for c in cells]
    u = [matrix[i][i] / n[i] for i in range(size)]
    found = {"users": u, "users_se": [sqrt(u[i] * (1 - u[i]) / (n[i] - 1)) for i in range(size)]}
    found["overall"] = sum(w[i] * u[i] for i in range(size))
    found["overall_se"] = sqrt(sum(w[i] ** 2 * u[i] * (1 - u[i]) / (n[i] - 1) for i in range(size)))
    for name in ("areas", "areas_se", "producers", "producers_se"):
        found[name] = []
    for j in range(size):
        p = [matrix[i][j] / n[i] for i in range(size)]
        area = sum(w[i] * p[i] for i in range(size))
        found["areas"].append(area)
        found["areas_se"].append(
            sqrt(sum(w[i] ** 2 * p[i] * (1 - p[i]) / (n[i] - 1) for i in range(size)))
        )
        if not area:
            found["producers"].append(nan)
            found["producers_se"].append(nan)
            continue
        producers = w[j] * u[j] / area
        variance = cells[j] ** 2 * (1 - producers) ** 2 * u[j] * (1 - u[j]) / (n[j] - 1)
        others = sum(cells[i] ** 2 * p[i] * (1 - p[i]) / (n[i] - 1) for i in range(size) if i != j)
        variance += producers**2 * others
        found["producers"].append(producers)
        found["producers_se"].append(sqrt(variance) / (area * total))
    return found


def stehman_by_loop(points, sizes, y, x=None) -> tuple:
    """Equations 3, 25, 27 and 28 of Stehman 2014 with means and variances point by point.

    Args:
        y, x: whether a point has it, by class of the map and of the reference.
    """
    whole = sum(sizes.values())
    sums = {"y": 0.0, "x": 0.0}
    strata = {
        name: [
            (float(y(m, r)), 1.0 if x is None else float(x(m, r)))
            for s, m, r in points
            if s == name
        ]
        for name in sizes
    }
    for name, values in strata.items():
        for place, key in enumerate("yx"):
            sums[key] += sizes[name] * sum(value[place] for value in values) / len(values)
    if not sums["x"]:
        return nan, nan
    ratio, variance = sums["y"] / sums["x"], 0.0
    for name, values in strata.items():
        n = len(values)
        means = [sum(value[place] for value in values) / n for place in (0, 1)]
        vy = sum((a - means[0]) ** 2 for a, _ in values) / (n - 1)
        vx = sum((b - means[1]) ** 2 for _, b in values) / (n - 1)
        both = sum((a - means[0]) * (b - means[1]) for a, b in values) / (n - 1)
        fraction = 1 - n / sizes[name]
        variance += sizes[name] ** 2 * fraction * (vy + ratio**2 * vx - 2 * ratio * both) / n
    divisor = whole if x is None else sums["x"]
    return ratio, sqrt(max(variance, 0.0)) / divisor


def alike(found, expected, abs_tol=1e-12) -> None:
    for one, other in zip(np.ravel(found), np.ravel(expected)):
        assert (isnan(one) and isnan(other)) or one == pytest.approx(
            other, rel=1e-9, abs=abs_tol
        ), (found, expected)


@st.composite
def matrices(draw):
    size = draw(st.integers(2, 5))
    row = st.lists(st.integers(0, 12), min_size=size, max_size=size).filter(lambda r: sum(r) > 1)
    rows = [draw(row) for _ in range(size)]
    return rows, [draw(st.integers(sum(row) + 1, 10_000)) for row in rows]


@examples(150)
@given(matrices())
def test_by_class_as_by_a_loop(given_matrix):
    matrix, cells = given_matrix
    found, expected = Estimates(by_class(matrix, cells)), olofsson_by_loop(matrix, cells)
    alike(found.overall.share, expected["overall"])
    # A root turns the last digits of nothing into 1e-8 of something.
    alike(found.overall.error, expected["overall_se"], 1e-8)
    for name in ("users", "producers", "areas"):
        estimate = getattr(found, name)
        alike(estimate.share, expected[name])
        alike(estimate.error, expected[f"{name}_se"], 1e-7)


@examples(150)
@given(st.data())
def test_by_strata_as_by_a_loop(data):
    names = "ABC"[: data.draw(st.integers(2, 3))]
    sizes, points = {}, []
    for stratum in range(data.draw(st.integers(1, 4))):
        pairs = st.tuples(st.sampled_from(names), st.sampled_from(names))
        own = data.draw(st.lists(pairs, min_size=2, max_size=12))
        sizes[f"s{stratum}"] = data.draw(st.integers(len(own) + 1, 5_000))
        points += [(f"s{stratum}", *pair) for pair in own]
    found = Estimates(by_strata(points, sizes, names))
    share, error = stehman_by_loop(points, sizes, lambda m, r: m == r)
    alike(found.overall.share, share)
    alike(found.overall.error, error, 1e-8)
    for n, k in enumerate(names):
        for estimate, y, x in (
            (found.areas, lambda m, r, k=k: r == k, None),
            (found.users, lambda m, r, k=k: m == r == k, lambda m, r, k=k: m == k),
            (found.producers, lambda m, r, k=k: m == r == k, lambda m, r, k=k: r == k),
        ):
            share, error = stehman_by_loop(points, sizes, y, x)
            alike(estimate.share[n], share)
            alike(estimate.error[n], error, 1e-7)


@examples(100)
@given(matrices())
def test_a_simple_sample_by_hand(given_matrix):
    matrix = given_matrix[0]
    n, size = sum(map(sum, matrix)), len(matrix)
    found = Estimates(simple(matrix))
    agree = sum(matrix[i][i] for i in range(size)) / n
    alike(found.overall.share, agree)
    alike(found.overall.error, sqrt(agree * (1 - agree) / (n - 1)), 1e-8)
    for j in range(size):
        column = sum(row[j] for row in matrix)
        alike(found.areas.share[j], column / n)
        alike(found.areas.error[j], sqrt(column / n * (1 - column / n) / (n - 1)), 1e-8)
        for estimate, points in ((found.users, sum(matrix[j])), (found.producers, column)):
            share = matrix[j][j] / points if points else nan
            alike(estimate.share[j], share)
            error = sqrt(share * (1 - share) / (points - 1)) if points > 1 else nan
            alike(estimate.error[j], error)


@examples(100)
@given(matrices())
def test_disagreement_is_what_does_not_agree_by_a_loop(given_matrix):
    matrix, cells = given_matrix
    found = Estimates(by_class(matrix, cells))
    p, size = found.proportions.tolist(), len(matrix)
    quantity = sum(abs(sum(p[j]) - sum(row[j] for row in p)) for j in range(size)) / 2
    exchange = sum(min(p[i][j], p[j][i]) for i in range(size) for j in range(size) if i != j)
    assert found.disagreement[:2] == pytest.approx((quantity, exchange), abs=1e-12)
    assert sum(found.disagreement) == pytest.approx(1 - float(found.overall.share), abs=1e-12)
    assert min(found.disagreement) >= 0


def test_nothing_right_is_an_f1_of_0():
    assert Estimates(by_class([[0, 5], [5, 0]], [100, 100])).f1.tolist() == [0.0, 0.0]


# --- strata without a spread ---------------------------------------------------------------------


def test_a_stratum_with_one_point_has_no_interval():
    found = Estimates(by_class([[1, 0], [3, 7]], [500, 500]))
    assert isnan(found.overall.error)
    assert isnan(found.users.error[0])
    assert np.isnan(found.areas.error).all()
    assert np.isnan(found.producers.error).all()
    # The other class's own accuracy needs that stratum for nothing.
    assert found.users.error[1] == pytest.approx(sqrt(0.7 * 0.3 / 9))
    assert float(found.overall.share) == pytest.approx(0.85)


def test_a_stratum_taken_whole_adds_nothing():
    one = Estimates(by_class([[1, 0], [3, 7]], [1, 999]))
    assert float(one.overall.error) == pytest.approx(0.999 * sqrt(0.21 / 9))
    assert one.users.error.tolist() == pytest.approx([0.0, sqrt(0.21 / 9)])
    several = Estimates(by_class([[2, 2], [3, 7]], [4, 996]))
    assert float(several.overall.error) == pytest.approx(0.996 * sqrt(0.21 / 9))
    assert several.users.error[0] == 0


def test_strata_of_another_kind_with_one_point_and_taken_whole():
    points = [("a", "A", "A"), ("b", "A", "B"), ("b", "A", "A"), ("b", "B", "B")]
    assert isnan(Estimates(by_strata(points, {"a": 50, "b": 50}, "AB")).overall.error)
    whole = Estimates(by_strata(points, {"a": 1, "b": 99}, "AB"))
    spread = 0.99**2 * (1 - 3 / 99) * (2 / 9) / 2
    assert float(whole.overall.error) == pytest.approx(sqrt(spread))
    assert float(Estimates(by_strata(points, {"a": 1, "b": 3}, "AB")).overall.error) == 0


def test_an_empty_stratum_is_not_part_of_the_estimates():
    found = Estimates(by_class([[0, 0], [3, 7]], [500, 500]))
    assert found.sample.covered_hectares == 500
    assert float(found.overall.share) == pytest.approx(0.7)
    assert found.areas.share.tolist() == pytest.approx([0.3, 0.7])
    assert isnan(found.users.share[0])
    assert isnan(found.users.error[0])
    assert found.producers.share.tolist() == pytest.approx([0.0, 1.0])


def test_one_point_of_a_simple_sample():
    found = Estimates(simple([[1, 0], [0, 0]]))
    assert float(found.overall.share) == 1
    assert isnan(found.overall.error)
    assert isnan(found.kappa)


def test_a_class_that_only_one_side_has():
    found = Estimates(by_class([[8, 0, 2], [0, 10, 0], [0, 0, 0]], [600, 400, 0]))
    assert isnan(found.users.share[2])
    assert found.producers.share[2] == 0
    assert isnan(found.f1[2])
    assert found.areas.share[2] == pytest.approx(0.12)
    found = Estimates(by_class([[8, 2], [10, 0]], [600, 400]))
    assert found.users.share[1] == 0
    assert found.producers.share[1] == 0


# --- strata ---------------------------------------------------------------------------------------


def test_shares_by_stratum_and_where_the_variance_of_areas_comes_from():
    """Stehman's forty points by a plain loop."""
    sample = stehman()
    found = Estimates(sample)
    whole = sum(stratum.cells for stratum in sample.strata)
    variances = []
    for row, stratum, counts in zip(found.by_stratum, sample.strata, sample.counts):
        points = counts.sum(axis=0)
        shares = [stratum.cells / whole * n / points.sum() for n in points]
        assert row.tolist() == pytest.approx(shares)
        unseen = (1 - points.sum() / stratum.cells) / (points.sum() - 1)
        means = points / points.sum()
        variances.append((stratum.cells / whole) ** 2 * unseen * (means * (1 - means)).sum())
    assert found.origins.tolist() == pytest.approx([v / sum(variances) for v in variances])
    assert (found.areas.error**2).sum() == pytest.approx(sum(variances))
    assert found.by_stratum.sum(axis=0).tolist() == pytest.approx(found.areas.share.tolist())
