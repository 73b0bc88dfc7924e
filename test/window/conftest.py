"""One start of the real application for all window tests.

They are not part of `make test`; `make test-window` runs them.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from carbon_zones.test.helpers import ROOT


@pytest.fixture(scope="session")
def window(tmp_path_factory):
    """What tools/window/checks.py found in the application."""
    results = tmp_path_factory.mktemp("window") / "checks.json"
    command = [sys.executable, str(ROOT / "tools/window/start.py"), "checks", str(results)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not results.exists():
        pytest.fail(f"no results from the application:\n{done.stdout}{done.stderr}", pytrace=False)
    return json.loads(results.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def step(window):
    """What a step found, by its name; fails the test where the step broke or was not reached."""

    def found(name):
        assert name in window["steps"], "an earlier step broke"
        assert not window["steps"][name]["error"], window["steps"][name]["error"]
        return window["steps"][name]["found"]

    return found
