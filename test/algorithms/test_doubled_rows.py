"""A row twice in a table: refused, told, or of no consequence, but never counted in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from carbon_zones.test.algorithms.bad_inputs import left_behind
from carbon_zones.test.algorithms.given_tables import TABLES, with_table
from carbon_zones.test.algorithms.refusals import sentence_of
from carbon_zones.test.helpers import write_csv

REFUSED, TOLD, SAME = "refused", "told", "same"
# What becomes of a doubled row. Two rows of activity can be meant, two of rules change nothing.
OUTCOMES = {**dict.fromkeys(TABLES, REFUSED), "ACTIVITY": TOLD, "RULES": SAME}


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_row_twice(run, tmp_path, name):
    algorithm, parameters = with_table(name, tmp_path)
    files = {}
    if OUTCOMES[name] == SAME:
        run(algorithm, **parameters)
        files = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.csv")}
        shutil.rmtree(tmp_path / "out")
        (tmp_path / "out").mkdir()
    lines = Path(parameters[name]).read_text(encoding="utf-8").rstrip().splitlines()
    doubled = tmp_path / "doubled" / Path(parameters[name]).name
    doubled.parent.mkdir()
    parameters[name] = write_csv(doubled, "\n".join([*lines, lines[-1]]))
    numbers = (str(len(lines) - 1), str(len(lines)))
    if OUTCOMES[name] == REFUSED:
        message = sentence_of(run, algorithm, **parameters)
        assert name in message
        assert all(number in message for number in numbers)
        assert left_behind(tmp_path) == []
        return
    run(algorithm, **parameters)
    if OUTCOMES[name] == SAME:
        assert {path: path.read_bytes() for path in files} == files
    else:
        (told,) = (text for text in run.feedback.warnings if name in text)
        assert f"rows {numbers[0]} and {numbers[1]} are identical; both are included" in told
