"""Accuracies, areas and their errors: published samples, and a plain loop over the points.
Intervals hold the truth as often as they say: a short run of `make accuracy-simulation`."""

from __future__ import annotations

import json
from itertools import combinations
from math import nan, sqrt

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.accuracy.estimates import (
    SIMPLE,
    STRATIFIED,
    Estimates,
    Sample,
    SampleClass,
    Stratum,
)
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.support import examples
from carbon_zones.test.helpers import ROOT
from carbon_zones.tools.accuracy_simulation import (
    BOUNDS,
    BOUNDS_OF_SMALL,
    CLASSES,
    ERRORS,
    LARGE,
    Coverage,
    olofsson,
    outside,
    populations,
)

# Olofsson et al. 2014 (Table 8) and 2013 (example 1), a matrix of Congalton and Green, and the
# numerical example of Stehman 2014 with its forty points.
PUBLISHED = json.loads((ROOT / "test" / "data" / "accuracy_examples.json").read_text())
Z = 1.959963984540054


def sample_of(counts, cells, design=STRATIFIED, by_class=False, hectares=1.0) -> Sample:
    """A sample of counts by stratum, class of the map and of the reference."""
    strata = [Stratum(str(n), int(size), size * hectares) for n, size in enumerate(cells)]
    classes = [SampleClass(LandClass(n, f"c{n}", f"C{n}"), n, 1.0) for n in range(len(counts[0]))]
    return Sample(design, classes, strata, np.asarray(counts, np.int64), by_class)


def by_class(matrix, cells, hectares=1.0) -> Sample:
    counts = np.zeros((len(matrix),) * 3, np.int64)
    counts[range(len(matrix)), range(len(matrix))] = matrix
    return sample_of(counts, cells, by_class=True, hectares=hectares)


def stehman() -> Sample:
    given_points = PUBLISHED["stehman2014"]
    sizes = given_points["stratum_sizes"]
    counts = np.zeros((len(sizes), 4, 4), np.int64)
    for stratum, *pair in zip(*(given_points[name] for name in ("stratum", "map", "reference"))):
        counts[(list(sizes).index(stratum), *map("ABCD".index, pair))] += 1
    return sample_of(counts, sizes.values())


def near(printed, digits=6):
    """What rounds to the printed digits."""
    return pytest.approx(printed, abs=0.5 * 10**-digits * (1 + 1e-9))


@pytest.mark.parametrize(
    ("name", "hectares", "areas", "errors", "digits"),
    [
        ("olofsson2014_table8", 0.09, "area_ha", "area_se_ha", 3),
        # The third digit of the first error, 10751.4045, is cut off in the file, not rounded.
        ("olofsson2013_ex1", 1.0, "area_pixels", "se", 2),
    ],
)
def test_samples_of_olofsson(name, hectares, areas, errors, digits):
    given_sample = PUBLISHED[name]
    found = Estimates(by_class(given_sample["n"], given_sample["mapped_pixels"], hectares))
    whole = sum(given_sample["mapped_pixels"]) * hectares
    assert [found.overall_accuracy.share, Z * found.overall_accuracy.error] == near(
        given_sample["OA"]
    )
    assert (whole * found.area_shares.share).tolist() == near(given_sample[areas], digits)
    assert (whole * found.area_shares.error).tolist() == near(given_sample[errors], digits)
    for estimate, key in ((found.users_accuracy, "UA"), (found.producers_accuracy, "PA")):
        if f"{key}_ci" in given_sample:
            assert estimate.share.tolist() == near(given_sample[key])
            assert (Z * estimate.error).tolist() == near(given_sample[f"{key}_ci"])


def test_congalton_and_green():
    given_matrix = PUBLISHED["congalton_kappa"]
    found = Estimates(sample_of([given_matrix["n"]], [1_000_000], SIMPLE))
    assert float(found.overall_accuracy.share) == near(given_matrix["OA"])
    assert found.kappa == near(given_matrix["kappa"])
    assert list(found.disagreement) == near([given_matrix[k] for k in ("Q", "exchange", "shift")])


@st.composite
def samples(draw) -> Sample:
    """Samples of each design; strata without a point, with one, and of which all is sampled."""
    size = draw(st.integers(2, 3))
    row = st.lists(st.integers(0, 2) | st.integers(0, 7), min_size=size, max_size=size)
    matrix = st.lists(row, min_size=size, max_size=size)
    kind = draw(st.sampled_from(["class", "strata", "simple"]))
    strata = draw(st.integers(1, 4)) if kind == "strata" else 1
    counts = np.array([draw(matrix) for _ in range(strata)])
    counts[0, 0, 0] += 1
    if kind == "class":
        points = counts[0].sum(axis=1)
        return by_class(counts[0], [draw(sizes_of(int(n), n == points[0])) for n in points])
    cells = [draw(sizes_of(int(own.sum()), n == 0)) for n, own in enumerate(counts)]
    return sample_of(counts, cells, SIMPLE if kind == "simple" else STRATIFIED)


def sizes_of(points: int, has_land: bool):
    """Cells of a stratum with so many points; one without land has no cells."""
    sizes = [st.just(max(1, points)), st.integers(points + 1, 5_000)]
    return st.one_of(*sizes, *([] if has_land else [st.just(0)]))


def by_loop(sample: Sample, y, x=lambda m, r: True, only: int | None = None) -> tuple:
    """The part of what x is true of that y is true of, and its standard error (Stehman 2014).

    The variance of the residuals y - R x, stratum by stratum; strata by the classes of the map are
    drawn as if with replacement (Olofsson et al. 2014), and so is a simple sample of what x is
    true of.

    Args:
        only: the stratum that alone has any x.
    """
    size = range(len(sample.classes))
    strata = [
        [(m, r) for m in size for r in size for _ in range(int(own[m, r]))] for own in sample.counts
    ]
    if sample.design == SIMPLE:
        values = [y(m, r) for m, r in strata[0] if x(m, r)]
        share = sum(values) / len(values) if values else nan
        return share, sqrt(share * (1 - share) / (len(values) - 1)) if len(values) > 1 else nan
    covered = [(n, own) for n, own in enumerate(strata) if own and sample.strata[n].hectares]
    whole = sum(sample.strata[n].hectares for n, _ in covered)
    weighted = [(n, own, sample.strata[n].hectares / whole) for n, own in covered]
    over = sum(w * sum(x(*p) for p in own) / len(own) for _, own, w in weighted)
    if not over:
        return nan, nan
    share = sum(w * sum(y(*p) and x(*p) for p in own) / len(own) for _, own, w in weighted) / over
    variance = 0.0
    for n, own, w in weighted:
        cells, points = sample.strata[n].cells, len(own)
        if cells == points or only not in (None, n):
            continue
        if points == 1:
            return share, nan
        left = [(y(*p) and x(*p)) - share * x(*p) for p in own]
        spread = sum((one - sum(left) / points) ** 2 for one in left) / (points - 1)
        variance += w**2 * (1 if sample.by_class else 1 - points / cells) * spread / points
    return share, sqrt(variance) / over


def alike(found, wanted) -> None:
    """That a share and an error are; a root turns the last digits of nothing into 1e-8."""
    for one, other, least in zip(found, wanted, (1e-12, 1e-7)):
        same = pytest.approx(other, rel=1e-9, abs=least, nan_ok=True)
        assert float(one) == same, (found, wanted)


@examples(150)
@given(samples())
@example(by_class([[1, 0], [3, 7]], [500, 500])).via("one point of a stratum")
@example(by_class([[1, 0], [3, 7]], [1, 999])).via("a stratum that one point is all of")
@example(by_class([[0, 0], [3, 7]], [500, 500])).via("a stratum without a point")
@example(by_class([[0, 5], [5, 0]], [100, 100])).via("nothing right")
@example(by_class([[8, 0, 2], [0, 10, 0], [0, 0, 0]], [600, 400, 0])).via("a class of one side")
@example(sample_of([[[1, 0], [0, 0]]], [9], SIMPLE)).via("one point")
@example(sample_of([[[1, 0], [0, 0]], [[1, 1], [0, 1]]], [1, 3])).via("all land")
@example(stehman()).via("Stehman 2014")
def test_estimates_are_those_of_a_plain_loop(sample):
    found, size = Estimates(sample), range(len(sample.classes))
    overall = by_loop(sample, lambda m, r: m == r)
    alike((found.overall_accuracy.share, found.overall_accuracy.error), overall)
    p = [[by_loop(sample, lambda m, r, at=(i, j): (m, r) == at)[0] for j in size] for i in size]
    assert found.proportions.tolist() == [pytest.approx(row, abs=1e-12) for row in p]
    for k in size:
        only = k if sample.by_class else None
        users = by_loop(sample, lambda m, r: m == r, lambda m, r, k=k: m == k, only)
        producers = by_loop(sample, lambda m, r: m == r, lambda m, r, k=k: r == k)
        for estimate, wanted in (
            (found.area_shares, by_loop(sample, lambda m, r, k=k: r == k)),
            (found.users_accuracy, users),
            (found.producers_accuracy, producers),
        ):
            alike((estimate.share[k], estimate.error[k]), wanted)
        both = users[0] + producers[0]
        f1 = 2 * users[0] * producers[0] / both if both else 0.0 * both
        assert found.f1_score[k] == pytest.approx(f1, rel=1e-9, abs=1e-12, nan_ok=True)
    # What does not agree (Pontius and Santacruz 2014).
    quantity = sum(abs(sum(p[j]) - sum(row[j] for row in p)) for j in size) / 2
    exchange = sum(2 * min(p[i][j], p[j][i]) for i, j in combinations(size, 2))
    wanted = quantity, exchange, 1 - overall[0] - quantity - exchange
    assert found.disagreement == pytest.approx(wanted, abs=1e-12)
    assert min(found.disagreement) >= 0
    # Agreement that chance alone does not bring.
    matrix = sample.counts.sum(axis=0).tolist()
    n = sum(map(sum, matrix))
    chance = sum(sum(matrix[k]) * sum(row[k] for row in matrix) for k in size) / n**2
    kappa = (sum(matrix[k][k] for k in size) / n - chance) / (1 - chance) if chance < 1 else nan
    assert found.kappa == pytest.approx(kappa, abs=1e-12, nan_ok=True)


@examples(80)
@given(samples())
@example(stehman()).via("Stehman 2014")
@example(sample_of([[[3, 0, 0], [2, 0, 0], [1, 0, 0]]], [6], SIMPLE)).via("no variance")
def test_shares_by_stratum_and_where_the_variance_of_areas_comes_from(sample):
    """Each stratum's part of the area of each class, and of the sum of its variances."""
    found, size = Estimates(sample), range(len(sample.classes))
    covered = [bool(n and s.cells) for n, s in zip(sample.sizes, sample.strata)]
    assert sample.covered.tolist() == covered
    assert found.stratum_proportions.sum(0) == pytest.approx(found.area_shares.share, abs=1e-12)
    whole = sum(s.cells for s, is_in in zip(sample.strata, covered) if is_in)
    assert sample.covered_hectares == pytest.approx(whole)
    alone = [
        n == 1 and bool(s.cells) and (s.cells > 1 or sample.design == SIMPLE)
        for n, s in zip(sample.sizes, sample.strata)
    ]
    assert sample.alone.tolist() == alone
    variances = []
    for n, stratum in enumerate(sample.strata):
        part = stratum.cells / whole if covered[n] else 0.0
        one = sample_of(sample.counts[n : n + 1], [stratum.cells], sample.design, sample.by_class)
        own = [by_loop(one, lambda m, r, k=k: r == k) if covered[n] else (0.0, 0.0) for k in size]
        assert found.stratum_proportions[n] == pytest.approx([part * s for s, _ in own], abs=1e-12)
        variances.append(sum((part * error) ** 2 for _, error in own))
    sums = sum(variances)
    # A root turns the last digits of nothing into something.
    parts = [v / sums if sums > 1e-15 else nan for v in variances]
    assert found.variance_shares == pytest.approx(parts, abs=1e-9, nan_ok=True)
    assert found.area_shares.error @ found.area_shares.error == pytest.approx(
        sums, abs=1e-9, nan_ok=True
    )


# What so few samples tell of a share of 95 % has a standard error of 1.1 points.
SAMPLES, SLACK = 400, 0.033


@pytest.fixture(scope="module")
def designs() -> dict:
    return dict(populations(1500, 1))


def test_the_population_is_as_it_is_said(designs):
    assert len(designs) == 3
    shares = [made.areas for made in designs.values()]
    for made in designs.values():
        assert made.cells.sum() == 574_770
        assert made.accuracy == pytest.approx(1 - ERRORS, abs=1e-5)
        assert sum(made.sizes) == 1500
        assert made.areas == pytest.approx(shares[0])
        square = made.cells.sum(axis=0)
        for n, row in enumerate(square):
            others = np.delete(row, n)
            assert others.sum() == round(ERRORS * row.sum())
            assert others.max() - others.min() <= 1
    by_class, by_older, simple = designs.values()
    assert by_class.by_class
    assert not by_older.by_class
    assert min(min(by_class.sizes), min(by_older.sizes)) == 50
    assert simple.sizes == (1500,)
    # The older map's classes are other strata: each holds several of the map's.
    assert (by_older.cells.sum(axis=2) > 0).sum(axis=1).max() > CLASSES // 2


@pytest.mark.parametrize("place", range(3))
def test_intervals_hold_the_truth_as_often_as_they_say(designs, place):
    population = list(designs.values())[place]
    coverage = Coverage.of(population, SAMPLES, 7)
    low, high = BOUNDS
    assert low - SLACK <= coverage.overall <= high + SLACK
    for share, covered in zip(population.mapped, coverage.areas):
        low, high = BOUNDS if share > LARGE else BOUNDS_OF_SMALL
        assert low - SLACK <= covered <= high + SLACK


def test_rare_classes_of_a_small_sample_are_held_too_seldom():
    """What the manual says of the population of Olofsson et al. 2014."""
    coverage = Coverage.of(olofsson(), 1000, 1)
    deforestation, gain, *stable = coverage.areas
    assert 0.83 < deforestation < 0.93
    assert 0.68 < gain < 0.79
    assert min(stable) > 0.92


def test_what_is_beyond_its_bounds_is_told(designs):
    population = next(iter(designs.values()))
    covered = np.full(CLASSES, 0.95)
    assert outside(Coverage(0.95, covered), population) == []
    covered = covered.copy()
    covered[0], covered[10] = 0.92, 0.995
    found = outside(Coverage(0.975, covered), population)
    assert found == [
        "overall accuracy: 97.50 %, not 93 to 97 %",
        "area of class 1: 92.00 %, not 93 to 97 %",
        "area of class 11: 99.50 %, not 90 to 99 %",
    ]
    covered[0], covered[10] = 0.95, 0.92
    assert outside(Coverage(0.95, covered), population) == []
