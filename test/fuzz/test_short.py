"""A short run of the fuzz; `make fuzz` is the long one."""

from __future__ import annotations

import pytest

from .run import run_cases


@pytest.mark.parametrize("first", [0, 60])
def test_random_pairs_agree_with_the_oracle(first):
    assert run_cases(20261124, range(first, first + 60)) == []
