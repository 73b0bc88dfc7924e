"""Intervals hold the truth as often as they say: a short run of `make accuracy-simulation`."""

import numpy as np
import pytest

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
