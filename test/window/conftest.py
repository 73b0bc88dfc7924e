"""One start of the real application for all window tests.

They are not part of `make test`; `make test-window` runs them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from carbon_zones.tools.window import start


@pytest.fixture(scope="session")
def window():
    """What the steps found in the application."""
    try:
        return start.run(Path(__file__).with_name("steps.py"))
    except start.Failed as trouble:
        pytest.fail(str(trouble), pytrace=False)


@pytest.fixture(scope="session")
def step(window):
    """What a step found, by its name; fails the test where the step broke or was not reached."""

    def found(name):
        assert name in window["steps"], "an earlier step broke"
        assert not window["steps"][name]["error"], window["steps"][name]["error"]
        return window["steps"][name]["found"]

    return found
