"""A short run of the fuzz; `make fuzz` is the long one."""

from __future__ import annotations

import pytest

from ..core.support import share
from .run import run_cases


@pytest.mark.parametrize("first", [0, 60])
def test_random_pairs_agree_with_the_oracle(first):
    """Half of them, but all with CI=1."""
    count = max(share(60), 30)
    faults, compared = run_cases(20261124, range(first, first + count))
    assert faults == []
    assert compared > count / 2


def test_random_series_agree_with_the_oracle():
    faults, compared = run_cases(20261124, range(48), series=True)
    assert faults == []
    assert compared > 18
