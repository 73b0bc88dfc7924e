"""qgis_process on bad input: exit status 1, one clear line, no traceback, nothing left behind."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from carbon_zones.test.algorithms.bad_inputs import (
    CASES,
    cases,
    is_one_sentence,
    left_behind,
    parameters_of,
)
from carbon_zones.test.helpers import as_arguments, qgis_process


@pytest.fixture(scope="module")
def runs(request, tmp_path_factory) -> dict:
    """Folder and, in time, outcome by case; two run at once, as starting QGIS takes long."""
    chosen = [
        item.callspec.params["case"]
        for item in request.session.items
        if item.path == request.path and "case" in getattr(item, "fixturenames", ())
    ]
    with ThreadPoolExecutor(2) as pool:
        begun = {}
        for case in chosen:
            folder = tmp_path_factory.mktemp("bad")
            arguments = as_arguments(parameters_of(case, folder))
            done = pool.submit(qgis_process, "run", f"carbonzones:{case.algorithm}", *arguments)
            begun[case.name] = folder, done
        yield begun


@pytest.mark.parametrize("case", cases(case for case in CASES if case.headless))
def test_status_1_one_sentence_and_nothing_left_behind(runs, case):
    folder, outcome = runs[case.name]
    done = outcome.result()
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
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
