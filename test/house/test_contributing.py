"""What the pages for developers and the workflow name is there."""

import re
import subprocess

import pytest
import yaml
from hypothesis import settings

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
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|txt)))`", manual.text_of(CONTRIBUTING))
    assert len(named) > 15
    for name in named:
        assert "burnt" in name or (ROOT / name).exists(), name


ROOMS = [*ROOT.glob("core/*/__init__.py"), ROOT / "bridge" / "__init__.py"]


@pytest.mark.parametrize("page", ROOMS, ids=lambda page: page.parent.name)
def test_a_room_says_what_stands_in_each_of_its_files(page):
    files = {path.stem for path in page.parent.glob("[a-z]*.py")}
    assert files - set(re.findall(r"\w+", page.read_text("utf-8"))) == set()


def test_the_workflow_runs_what_has_to_pass():
    lanes = re.findall(r"^steps ([a-z -]+)", manual.text_of(CI), re.MULTILINE)
    steps = " ".join(lanes).split()
    job = yaml.safe_load(manual.text_of(WORKFLOW))["jobs"]["make"]
    assert sorted(job["strategy"]["matrix"]["target"]) == sorted(steps)
    assert job["steps"][-1]["run"] == "make ${{ matrix.target }}"
    assert set(steps) <= targets()
    assert {"lint", "demo", "test", "test-random", "test-slow"} <= set(steps)


def test_other_examples_are_drawn_by_a_seed_alone():
    """With CI=1 too, where hypothesis draws the same by itself."""
    drawn = settings.get_profile("random")
    assert (drawn.derandomize, drawn.database) == (False, None)


@pytest.fixture
def clone(tmp_path):
    """A clean clone with .ci/run, whose make only tells what it was asked for."""
    files = {
        ".ci/run": CI.read_text("utf-8"),
        ".gitignore": "/build/\n",
        "Makefile": "%:\n\t@echo $@ >>build/asked\n\t@! grep -qsx $@ build/fails\n",
        "tools/setup.sh": "#!/bin/sh\necho setup >>build/asked\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(0o755)
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "All"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    (tmp_path / "build").mkdir()
    return tmp_path


def all_that_must_pass(clone) -> tuple[int, str, list[str]]:
    """How .ci/run ends, what it says, and what it asked for on its way."""
    done = subprocess.run([clone / ".ci" / "run"], capture_output=True, text=True, check=False)
    asked = clone / "build" / "asked"
    steps = asked.read_text("utf-8").split() if asked.exists() else []
    return done.returncode, done.stdout + done.stderr, steps


def test_demo_lint_and_test_come_first_of_what_has_to_pass(clone):
    code, said, steps = all_that_must_pass(clone)
    assert code == 0
    assert said.endswith("== passed\n")
    assert (steps[:2], set(steps[2:4])) == (["demo", "setup"], {"lint", "test"})
    assert steps[4:6] == ["test-random", "test-slow"]
    assert set(steps[6:]) == {"test-browser", "test-office", "test-window", "release-check"}


@pytest.mark.parametrize("step", ["lint", "demo", "test", "test-browser", "release-check"])
def test_a_step_that_fails_is_named_and_no_later_lane_begins(clone, step):
    (clone / "build" / "fails").write_text(f"{step}\n", "utf-8")
    code, said, steps = all_that_must_pass(clone)
    assert code == 1
    assert f"== FAILED: make {step}" in said
    assert "== passed" not in said
    if step in ("lint", "demo", "test"):
        assert set(steps) <= {"demo", "setup", "lint", "test"}


@pytest.mark.parametrize("name", ["Makefile", "new.py"])
def test_a_tree_that_is_not_as_it_was_committed_is_refused_before_all_else(clone, name):
    with (clone / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    code, said, steps = all_that_must_pass(clone)
    assert (code, steps) == (1, [])
    assert "REFUSED" in said
    assert "commit" in said
    assert name in said
