"""Natural breaks against trying all ways to cut."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.numbers import MAX_BREAK_VALUES, find_class_index, natural_breaks
from carbon_zones.test.core.support import examples

NUMBERS = st.lists(st.integers(-1000, 1000) | st.floats(-1e6, 1e6, width=32), max_size=9)


def spread(groups) -> float:
    return sum(float(((np.array(group) - np.mean(group)) ** 2).sum()) for group in groups)


@examples(200)
@given(NUMBERS, st.integers(1, 5))
def test_no_other_cut_is_better(values, most):
    breaks = natural_breaks(values, most)
    different = sorted(set(map(float, values)))
    classes = min(most, len(different))
    assert len(breaks) == classes
    if not classes:
        return
    # The classes hold all values, one after the other.
    assert [low for low, _ in breaks] == sorted(low for low, _ in breaks)
    groups = [[v for v in values if low <= v <= high] for low, high in breaks]
    assert sorted(v for group in groups for v in group) == sorted(values)
    assert all(find_class_index(v, breaks) == n for n, group in enumerate(groups) for v in group)
    found = []
    for cuts in combinations(range(1, len(different)), classes - 1):
        edges = [0, *cuts, len(different)]
        parts = [different[start:end] for start, end in zip(edges, edges[1:])]
        found.append(spread([[v for v in values if v in part] for part in parts]))
    scale = max(1.0, spread([values]))
    assert spread(groups) <= min(found) + 1e-9 * scale


def test_of_very_many_numbers_some_stand_for_all():
    values = [*range(3 * MAX_BREAK_VALUES), *range(100_000, 100_000 + 3 * MAX_BREAK_VALUES)]
    (low, middle), (high, last) = natural_breaks(values, 2)
    assert (low, high) == pytest.approx((0, 100_000), abs=10)
    assert middle < 3 * MAX_BREAK_VALUES <= 100_000 <= last
    assert [find_class_index(v, [(low, middle), (high, last)]) for v in (-1, 5, 2e5)] == [0, 0, 1]
