"""What the pages for developers and the workflow name is there."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
import yaml

from carbon_zones.test import manual
from carbon_zones.test.helpers import ROOT

CONTRIBUTING = ROOT / "CONTRIBUTING.md"
WORKFLOW = ROOT / ".github" / "workflows" / "check.yml"
CI = ROOT / ".ci" / "run"


def targets() -> set:
    """What make can be asked for."""
    return set(re.findall(r"^([a-z0-9-]+):", manual.text_of(ROOT / "Makefile"), re.MULTILINE))


def asked_of_make(text: str) -> set:
    """The targets that a page names, in backticks or as a command of its own line."""
    return set(re.findall(r"(?:`|^ *)make ([a-z][a-z0-9-]*)", text, re.MULTILINE))


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", CONTRIBUTING, *manual.PAGES], ids=manual.label
)
def test_commands_of_make_are_there(page):
    assert asked_of_make(manual.text_of(page)) <= targets()


def test_pages_do_name_commands():
    assert {"help", "test", "lint", "i18n"} <= asked_of_make(manual.text_of(CONTRIBUTING))


def test_files_that_contributing_names_are_there():
    """But for those of the made-up algorithm."""
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|txt)))`", manual.text_of(CONTRIBUTING))
    assert len(named) > 15
    for name in named:
        assert "burnt" in name or (ROOT / name).exists(), name


@pytest.mark.parametrize(
    "subject", re.findall(r"^\| `core/(\w+)/`", CONTRIBUTING.read_text("utf-8"), re.MULTILINE)
)
def test_every_room_of_the_core_has_tests_by_its_name(subject):
    files = _asked(subject).stdout.splitlines()
    assert any(file.startswith("test/core/test_") for file in files), files
    assert all((ROOT / file).exists() for file in files if file.startswith("test/"))


def test_a_subject_that_is_not_there_is_refused():
    asked = _asked("nothing")
    assert asked.returncode == 1
    assert "ledger" in asked.stderr


def _asked(subject: str) -> subprocess.CompletedProcess:
    command = [sys.executable, str(ROOT / "tools" / "subject_tests.py"), subject]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_workflow_runs_the_demo_and_what_has_to_pass():
    lanes = re.findall(r"^steps ([a-z -]+)", manual.text_of(CI), re.MULTILINE)
    steps = " ".join(lanes).split()
    job = yaml.safe_load(manual.text_of(WORKFLOW))["jobs"]["make"]
    assert sorted(job["strategy"]["matrix"]["target"]) == sorted(["demo", *steps])
    assert job["steps"][-1]["run"] == "make ${{ matrix.target }}"
    assert set(steps) <= targets()
