"""A short run of the fuzz; `make fuzz` is the long one."""

from __future__ import annotations

import pytest

from ..core.support import share
from .run import run_cases


@pytest.mark.parametrize(
    ("first", "count", "series"), [(0, 60, False), (60, 60, False), (0, 48, True)]
)
def test_random_cases_agree_with_the_oracle(first, count, series):
    """Half of them, but all with CI=1."""
    count = max(share(count), count // 2)
    faults, compared = run_cases(20261124, range(first, first + count), series)
    assert faults == []
    assert compared > 0.37 * count
