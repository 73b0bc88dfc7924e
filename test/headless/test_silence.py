"""A run of qgis_process that goes well says nothing on standard error that QGIS would not say."""

from __future__ import annotations

import pytest

from carbon_zones.test.algorithms.test_same_numbers import JOBS
from carbon_zones.test.contracts import CONTRACTS, plain_run
from carbon_zones.test.helpers import as_arguments, silent


# Those of JOBS are heard there.
@pytest.mark.parametrize("algorithm", [name for name in CONTRACTS if name not in JOBS])
def test_nothing_on_standard_error(tmp_path, algorithm):
    silent("run", f"carbonzones:{algorithm}", *as_arguments(plain_run(algorithm, tmp_path)))


@pytest.mark.parametrize("arguments", [["help", "carbonzones:study"], ["list"]])
def test_nothing_when_only_asked(arguments):
    silent(*arguments)
