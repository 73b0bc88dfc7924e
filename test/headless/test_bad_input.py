"""qgis_process on bad input: exit status 1, one clear line, no traceback, nothing left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.contracts import BAD_INPUTS, CONTRACTS, as_parameters, bad
from carbon_zones.test.core.support import first_of_each
from carbon_zones.test.helpers import as_arguments, qgis_process


@pytest.fixture(scope="module")
def runs(request, tmp_path_factory) -> dict:
    """Folder and, in time, outcome of each case; two run at once, as starting QGIS takes long."""
    chosen = [
        (item.callspec.params["algorithm"], item.callspec.params["case"])
        for item in request.session.items
        if item.path == request.path and "case" in getattr(item, "fixturenames", ())
    ]
    with ThreadPoolExecutor(2) as pool:
        begun = {}
        for algorithm, case in chosen:
            folder = tmp_path_factory.mktemp("bad")
            arguments = as_arguments(bad(algorithm, case, folder))
            done = pool.submit(qgis_process, "run", f"carbonzones:{algorithm}", *arguments)
            begun[algorithm, case.says] = folder, done
        yield begun


CASES = as_parameters((name, case) for name, case in BAD_INPUTS if case.headless)


def kind_of(case) -> tuple:
    """A process takes two seconds to start: one of each kind, the others in `make test-slow`."""
    contract = CONTRACTS[case.values[0]]
    return contract.is_pair, contract.is_series


@pytest.mark.parametrize(("algorithm", "case"), first_of_each(kind_of, CASES))
def test_status_1_one_sentence_and_nothing_left_behind(runs, algorithm, case):
    folder, outcome = runs[algorithm, case.says]
    done = outcome.result()
    assert done.returncode == 1
    for words in ("Traceback", "Exception ignored"):
        assert words not in done.stdout + done.stderr
    assert left_behind(folder) == []
    told = [
        line
        for line in done.stderr.replace("ERROR:\t", "\n").splitlines()
        if all(word in line for word in case.words)
    ]
    assert told, done.stderr
    assert all(is_one_sentence(line) for line in told)


def test_a_missing_input_is_named():
    done = qgis_process("run", "carbonzones:transfermatrix", "--TRANSFERS=TEMPORARY_OUTPUT")
    assert done.returncode == 1
    assert "EARLIER" in done.stderr
    assert "LATER" in done.stderr
