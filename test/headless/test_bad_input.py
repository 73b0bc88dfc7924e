"""qgis_process on bad input: exit status 1, one clear line, no traceback, nothing left behind."""

from __future__ import annotations

import pytest

from carbon_zones.test.algorithms.bad_inputs import (
    CASES,
    cases,
    is_one_sentence,
    left_behind,
    parameters_of,
)
from carbon_zones.test.helpers import as_arguments, qgis_process


@pytest.mark.parametrize("case", cases(case for case in CASES if case.headless))
def test_status_1_one_sentence_and_nothing_left_behind(tmp_path, case):
    arguments = as_arguments(parameters_of(case, tmp_path))
    done = qgis_process("run", f"carbonzones:{case.algorithm}", *arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert left_behind(tmp_path) == []
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
