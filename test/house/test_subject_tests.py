"""The tests of a subject are its own, few, and enough for a new column."""

import os
import re
import shutil
import subprocess
import sys

import pytest

from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import ROOT
from carbon_zones.tools.subject_tests import arguments, subjects

# What a column lacks at each step of CONTRIBUTING.md, *Add a column*, is told by one of these.
STEPS = {
    "test/core/test_workbook_formulas.py",
    "test/core/test_dictionary.py",
    "test/house/test_columns.py",
    "test/house/test_i18n.py",
}


def asked(subject: str, root=ROOT) -> subprocess.CompletedProcess:
    command = [sys.executable, str(root / "tools" / "subject_tests.py"), subject]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_subject_that_is_not_there_is_refused():
    refused = asked("none")
    assert refused.returncode == 1
    assert "ledger" in refused.stderr


def test_what_is_left_out_is_told_by_folder():
    done = asked("raster")
    assert "test/core/test_geotiff.py" in done.stdout.split("\n")
    files = {*ROOT.glob("test/core/test_*.py")}
    left = len(files) - sum(line.startswith("test/core/") for line in done.stdout.split("\n"))
    assert f"{left} of {len(files)} files of test/core" in done.stderr
    assert all(folder in done.stderr for folder in ("test/house", "test/algorithms"))


@pytest.mark.parametrize("subject", sorted(subjects()))
def test_a_subject_has_its_own_tests_and_few_others(subject):
    """A fifth of the files of the core at most, and tests of at most three algorithms."""
    *names, wanted = arguments(subject)[0]
    files = [name for name in (*names, wanted) if name.endswith(".py") and " " not in name]
    assert all((ROOT / file).exists() for file in files)
    imports = re.compile(rf"core\.(results\.)?{subject}\b|core\.results import .*\b{subject}\b")
    assert imports.search((ROOT / files[0]).read_text("utf-8"))
    own = f"test/core/test_{subject}.py"
    assert own in files or not (ROOT / own).exists()
    assert len(files) <= len([*ROOT.glob("test/core/test_*.py")]) / 5 + len(STEPS) + 2
    assert len({*re.findall(r"[\w.]+", wanted)} & {*CONTRACTS}) <= 3


def test_the_algorithm_of_a_subject_is_tested_with_it():
    wanted = {name: arguments(name)[0][-1] for name in ("losses", "ledger", "sheet")}
    assert "carbonloss" in wanted["losses"]
    assert "carbonledger or test_carbon_ledger.py" in wanted["ledger"]
    assert "zonemap" in wanted["sheet"]


@pytest.fixture
def planted(tmp_path):
    """The checkout with a column of LOSSES in the dictionary alone, and a column of no table."""
    root = tmp_path / "checkout"
    unused = shutil.ignore_patterns("build", ".*", "__pycache__", "*.png")
    shutil.copytree(ROOT, root, ignore=unused)
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "carbon_zones").symlink_to(root)
    losses, dictionary = root / "core/results/losses.py", root / "core/base/columns.csv"
    text = losses.read_text("utf-8")
    for old, new in (
        ('total_loss_tco2"\n)', 'total_loss_tco2 planted_tc"\n)'),
        ("*lost))", "*lost, 2 * soil))"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    losses.write_text(text, "utf-8")
    with dictionary.open("a", encoding="utf-8") as file:
        file.write("planted_tc,,number,t C,1,Planted loss,twice the loss of soil\n")
        file.write("planted_ha,,number,ha,1,Area,of no table\n")
    return root


def test_tests_of_losses_find_what_a_new_column_lacks(planted):
    """Formula, table, manual and translation; its tests are those that a developer would run."""
    chosen = [name for name in asked("losses", planted).stdout.split("\n") if name in STEPS]
    assert {*chosen} == STEPS
    path = os.pathsep.join([str(planted.parent / "plugins"), os.environ["PYTHONPATH"]])
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pytest", "-q", "-n0", *chosen],
        cwd=planted,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert {*re.findall(r"^FAILED (\S+?\.py)", done.stdout, re.MULTILINE)} == STEPS, done.stdout
