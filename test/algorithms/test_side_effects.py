"""A run leaves the process as it was, whatever others have set; make_run() looks each time.

And what it tells is meant for people.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from osgeo import gdal

from carbon_zones.test.algorithms.conftest import process_state
from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.test_log import check_nothing_is_raw
from carbon_zones.test.contracts import CONTRACTS, bad, plain_run
from carbon_zones.test.helpers import sample


@pytest.fixture
def without_exceptions():
    """GDAL's other way to report errors, which is set for the process; all tests run in the one."""
    gdal.DontUseExceptions()
    yield
    gdal.UseExceptions()


@pytest.fixture
def told():
    """What GDAL tells the handler of others; on leaving, whether theirs is still in place."""
    messages = []
    gdal.PushErrorHandler(lambda kind, number, text: messages.append(text))
    yield messages
    gdal.Error(gdal.CE_Warning, gdal.CPLE_AppDefined, "after the run")
    gdal.PopErrorHandler()
    assert messages[-1:] == ["after the run"]


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_a_run_that_goes_well(run, without_exceptions, told, capfd, tmp_path, algorithm):
    run(algorithm, **plain_run(algorithm, tmp_path))
    assert told == []
    assert capfd.readouterr().err == ""
    check_nothing_is_raw(run, tmp_path)


def damaged(folder: Path) -> str:
    """A date of the sample that opens but whose cells cannot all be read."""
    content = bytearray(Path(sample("2018")).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8000] = b"\xff" * 8000
    path = folder / "damaged_2020.tif"
    path.write_bytes(content)
    return str(path)


def failing(algorithm: str, folder: Path) -> tuple[dict, str]:
    """The parameters of a run that cannot end well, and what its message names."""
    contract = CONTRACTS[algorithm]
    if not contract.is_dated:
        case = contract.bad_inputs[0]
        return bad(algorithm, case, folder), case.words[0]
    parameters = plain_run(algorithm, folder)
    if contract.is_pair or contract.is_map:
        role = "LATER" if contract.is_pair else "MAP"
        return {**parameters, role: damaged(folder)}, "damaged_2020"
    return {**parameters, "LAYERS": [*parameters["LAYERS"], damaged(folder)]}, "damaged_2020"


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_a_run_that_fails(run, without_exceptions, told, tmp_path, algorithm):
    parameters, word = failing(algorithm, tmp_path)
    with refuses(re.escape(word)):
        run(algorithm, **parameters)


def test_a_change_would_be_seen():
    before = process_state()
    gdal.SetConfigOption("GDAL_NUM_THREADS", "2")
    try:
        assert process_state() != before
    finally:
        gdal.SetConfigOption("GDAL_NUM_THREADS", None)
    assert process_state() == before
