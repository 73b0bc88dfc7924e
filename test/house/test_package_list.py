"""resources/files.txt lists what runs read of the package, and each file is missed by its name."""

import shutil
import subprocess

import pytest

from carbon_zones.core.base.files import PACKAGE_LIST, check_own_files
from carbon_zones.core.base.messages import DataError
from carbon_zones.test.helpers import ROOT

LISTED = (ROOT / PACKAGE_LIST).read_text("utf-8").split()


def test_the_list_is_that_of_the_package():
    """As .gitattributes has it; a module that is missing cannot be imported anyway."""

    def git(*command: str, given: str = "") -> list[str]:
        done = subprocess.run(
            ["git", *command], cwd=ROOT, input=given, capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"there is no git here: {done.stderr}")
        return done.stdout.splitlines()

    rooms = ("core", "bridge", "algorithms", "i18n", "resources", "metadata.txt")
    files = git("ls-files", "--cached", "--others", "--exclude-standard", *rooms)
    answers = git("check-attr", "--stdin", "export-ignore", given="\n".join(files))
    left_out = {answer.split(": ")[0] for answer in answers if answer.endswith(": set")}
    expected = {file for file in files if not file.endswith(".py")} - left_out - {PACKAGE_LIST}
    assert sorted(expected) == LISTED


def test_each_file_is_missed_by_its_name(tmp_path):
    for name in (PACKAGE_LIST, *LISTED):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    check_own_files(tmp_path)
    for name in LISTED:
        (tmp_path / name).rename(tmp_path / "away")
        with pytest.raises(DataError) as refusal:
            check_own_files(tmp_path)
        assert str(refusal.value).startswith(f"{name} not found in {tmp_path}; ")
        (tmp_path / "away").rename(tmp_path / name)
