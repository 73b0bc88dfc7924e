"""A run of qgis_process that goes well says nothing on standard error that QGIS would not say."""

from __future__ import annotations

import pytest

from carbon_zones.test.contracts import CONTRACTS, plain_run
from carbon_zones.test.helpers import as_arguments, qgis_process, sample


@pytest.fixture(scope="module")
def said_by_qgis() -> set:
    """What QGIS says of itself here, running one of its own algorithms."""
    done = qgis_process("run", "native:rasterlayerproperties", f"--INPUT={sample('1986')}")
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_nothing_on_standard_error(said_by_qgis, tmp_path, algorithm):
    arguments = as_arguments(plain_run(algorithm, tmp_path))
    done = qgis_process("run", f"carbonzones:{algorithm}", *arguments)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line not in said_by_qgis] == []


@pytest.mark.parametrize("arguments", [["help", "carbonzones:study"], ["list"]])
def test_nothing_when_only_asked(said_by_qgis, arguments):
    done = qgis_process(*arguments)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if line not in said_by_qgis] == []
