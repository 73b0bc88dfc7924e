"""A short run of the fuzz through QGIS; `make fuzz` is the long one."""

from __future__ import annotations

import os

from ..core.support import share
from ..fuzz.run_qgis import run_cases


def test_random_runs_agree_with_the_oracle(run, tmp_path):
    """Seconds long, because what goes wrong between algorithms only many runs show."""
    seed = int(os.environ.get("PROPERTY_SEED", 20261124))
    faults, compared = run_cases(seed, range(share(90)), run, tmp_path)
    assert faults == []
    assert sum(compared.values()) > share(25)
