"""The shuffled order: a permutation of any size, the same everywhere, and random."""

from collections import Counter
from itertools import permutations
from math import factorial

import numpy as np
import pytest

from carbon_zones.core.base.random_draws import (
    MAX_WORDS_PER_USE,
    RandomPermutation,
    generate_random_fractions,
    generate_random_words,
)
from carbon_zones.test.core.shuffled import chi_square_is_usual, mixed, place_of


@pytest.mark.parametrize("size", [*range(1, 40), 97, 1000, 10_007])
def test_every_number_has_a_place_of_its_own(size):
    shuffle = RandomPermutation(size, 3)
    places = shuffle.get_ranks(np.arange(size))
    assert sorted(places.tolist()) == list(range(size))
    assert shuffle.get_values(places).tolist() == list(range(size))


@pytest.mark.parametrize("size", [10**6 + 3, 10**10, 2**62])
def test_numbers_of_large_sizes_come_back(size):
    shuffle = RandomPermutation(size, 5)
    numbers = np.array([0, 1, 2, size // 3, size - 2, size - 1])
    places = shuffle.get_ranks(numbers)
    assert (places >= 0).all()
    assert (places < size).all()
    assert (shuffle.get_values(places) == numbers).all()


@pytest.mark.parametrize("size", [7, 1000, 10**10])
@pytest.mark.parametrize(("seed", "use"), [(0, 0), (1, 0), (1, 2), (2**31 - 1, 0)])
def test_it_is_the_order_of_plain_whole_numbers(size, seed, use):
    numbers = [0, 1, 5, size // 2, size - 1]
    found = RandomPermutation(size, seed, use).get_ranks(np.array(numbers)).tolist()
    assert found == [place_of(number, size, seed, use) for number in numbers]


# Found when this was written; place_of() gives the same.
FIRST_OF_400_MILLION = [337672641, 178574622, 131424535, 188928396]


def test_it_stays_what_it_was():
    """Samples that people have drawn come again, in every version and on every machine."""
    assert (
        RandomPermutation(400_000_000, 1).get_values(np.arange(4)).tolist() == FIRST_OF_400_MILLION
    )
    assert [place_of(n, 400_000_000, 1) for n in FIRST_OF_400_MILLION] == [0, 1, 2, 3]
    assert mixed(1) == 0x5692161D100B05E5  # of splitmix64's finish


@pytest.mark.parametrize("size", [3, 4, 5])
def test_all_orders_of_a_few_numbers_are_equally_likely(size):
    runs = 25 * factorial(size)
    found = Counter(
        tuple(RandomPermutation(size, seed).get_values(np.arange(size)).tolist())
        for seed in range(runs)
    )
    expected = runs / factorial(size)
    square = sum((found[one] - expected) ** 2 / expected for one in permutations(range(size)))
    assert chi_square_is_usual(square, factorial(size) - 1)


def test_neighbours_do_not_stay_together():
    """The first hundred of a million are anywhere, whatever the seed."""
    counts = np.zeros(100)
    for seed in range(300):
        numbers = RandomPermutation(1_000_000, seed).get_values(np.arange(100))
        counts += np.bincount(numbers // 10_000, minlength=100)
    square = float(((counts - 300) ** 2 / 300).sum())
    assert chi_square_is_usual(square, 99)
    steps = np.diff(RandomPermutation(1_000_000, 1).get_ranks(np.arange(1000)))
    assert np.abs(steps).mean() == pytest.approx(1_000_000 / 3, rel=0.1)


def test_parts_lie_between_0_and_1():
    parts = generate_random_fractions(1000, 1)
    assert min(parts) >= 0
    assert max(parts) < 1
    assert sum(parts) / 1000 == pytest.approx(0.5, abs=0.04)
    assert parts[:3] == generate_random_fractions(3, 1)


def test_uses_of_a_seed_share_no_word():
    words = [set(generate_random_words(MAX_WORDS_PER_USE, 1, use).tolist()) for use in range(3)]
    assert len(set.union(*words)) == 3 * MAX_WORDS_PER_USE
