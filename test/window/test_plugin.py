"""The plugin in the application: it loads, unloads and reloads, and nothing goes wrong aside."""

from __future__ import annotations

from pathlib import Path

import pytest

# What QGIS says when a run fails, or a value is missing in a dialog: two steps do that on purpose.
ON_PURPOSE = (
    "Class table (no classes): no column 'class'",
    "Wrong or missing parameter value",
    "Could not load selected layer/table. Dependent bands",
)


def test_plugin_loads_without_a_word(step):
    found = step("started")
    assert found["active"]
    assert found["provider"]
    assert "study" in found["algorithms"]
    assert found["messages"] == []


def test_toolbox_shows_every_algorithm_by_its_name(step):
    found = step("toolbox")
    assert found["visible"]
    assert sorted(found["algorithms"]) == sorted(step("started")["algorithms"])
    assert found["algorithms"]["study"] == "Carbon zone study"


def test_unloading_takes_everything_out(step):
    gone = step("reload")["gone"]
    assert gone == {"unloaded": True, "provider": False, "toolbox": {}, "active": False, "menu": 0}


def test_reloading_brings_everything_back_once(step):
    found = step("reload")
    assert found["loaded"]
    assert found["reloaded"]
    assert found["after"] == found["before"]
    assert sorted(found["toolbox"]) == sorted(found["before"])
    assert found["menu"] == 1
    assert found["dialog"]
    assert found["messages"] == []


def test_menu_has_the_algorithms_in_the_order_of_work(step):
    found = step("menu")
    assert found["names"][:2] == ["sampledata", "study"]
    assert found["names"][-1] == "manual"
    listed = [name for names in found["below"].values() for name in names]
    assert sorted([*listed, "sampledata", "study"]) == sorted(step("started")["algorithms"])
    assert found["below"]["Land-use change"][0] == "transfermatrix"
    assert found["opened"] == ["Study - Carbon Zone Study"]


def test_no_exception_and_no_message_box(window):
    assert window["exceptions"] == []
    assert window["boxes"] == []


def test_log_has_no_warning_that_nobody_meant(window):
    """Neither Python's errors nor providers that were asked to open what is not theirs."""
    assert [one for one in window["messages"] if not one[2].startswith(ON_PURPOSE)] == []


def test_application_quits_by_itself_and_leaves_no_process(window):
    assert window["exit_status"] == 0
    if not Path("/proc/self/environ").exists():
        pytest.skip("processes are not listed here")
    assert processes_of(window["scratch"]) == []


def processes_of(folder: str) -> list[str]:
    """The processes that have a run's folder for their home, which all of it does."""
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"HOME={folder}".encode() in (process / "environ").read_bytes().split(b"\0"):
                left.append(f"{process.name} {(process / 'cmdline').read_bytes()!r}")
        except OSError:
            continue
    return left
