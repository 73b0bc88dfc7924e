"""The check of the package finds what plugins.qgis.org would refuse or name."""

import re
import subprocess

import pytest

from carbon_zones.test.helpers import ROOT
from carbon_zones.tools import release_check

MANUALS = (ROOT / "docs", ROOT / "docs" / "zh_CN")
METADATA = (ROOT / "metadata.txt").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A plugin as it should be, of a project that says where its package is to be had."""
    (tmp_path / "README.md").write_text("**Download:** <https://carbon.net/releases>\n", "utf-8")
    monkeypatch.setattr(release_check, "README", tmp_path / "README.md")
    files = {
        "__init__.py": '"""Nothing."""\n',
        "metadata.txt": METADATA,
        "LICENSE": "GPL",
        "CHANGELOG.md": (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        "resources/icons/provider.svg": "<svg/>",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_every_module_of_the_plugin_goes_into_the_package():
    """What git exports is named in .gitattributes, file by file."""
    rooms = ("algorithms", "bridge", "core", "i18n", "resources")
    wanted = [*(path.name for path in ROOT.glob("*.py")), *rooms, "metadata.txt", "LICENSE"]
    told = subprocess.run(
        ["git", "check-attr", "export-ignore", "--", *wanted],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert [line for line in told if not line.endswith(": unset")] == []
    assert len(told) == len(wanted) > 10


def change(path, old: str, new: str) -> None:
    """Replace what a pattern finds, which must be there."""
    text, times = re.subn(old, new, path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert times
    path.write_text(text, encoding="utf-8")


def test_a_plugin_as_it_should_be(folder):
    for check in (
        release_check.files,
        release_check.metadata,
        release_check.bandit,
        release_check.detect_secrets,
        release_check.flake8,
    ):
        assert check(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (r"^homepage=.*\n", "", "homepage is missing"),
        (r"^icon=.*$", "icon=resources/none.svg", "no file of the package"),
        (r"^version=.*$", "version=9.9.9", "CHANGELOG.md does not tell of this version"),
    ],
)
def test_metadata_that_is_wrong(folder, old, new, words):
    change(folder / "metadata.txt", old, new)
    (fault,) = release_check.metadata(folder)
    assert words in fault


def test_addresses_that_nobody_has_are_to_do(folder):
    (message,) = (one for one in release_check.to_do(folder) if "address" in one)
    assert message.endswith(": email, homepage, repository, tracker")
    change(folder / "metadata.txt", r"^(\w+=.*\b)example\.org", r"\1carbon.net")
    assert [one for one in release_check.to_do(folder) if "address" in one] == []


def test_the_address_of_the_package_is_to_do(folder):
    line = "**Download:** <https://example.org/releases>"
    release_check.README.write_text(f"# Carbon Zones\n\n{line}\n", "utf-8")
    (message,) = (one for one in release_check.to_do(folder) if "README" in one)
    assert message.startswith(
        "README.md, line 3: put the real address of the package: **Download:**"
    )


def test_placeholders_stand_in_the_metadata_alone():
    """What README tells first works today: the package is built, and installed as a file."""
    assert len(release_check.PLACEHOLDER.findall(METADATA)) >= 4
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    built, installed = readme.index("    make package"), readme.index("*Install Plugin*")
    assert built < installed < readme.index("make demo")
    pages = [ROOT / "README.md", *(folder / "install.md" for folder in MANUALS)]
    for page in pages:
        assert not release_check.PLACEHOLDER.search(page.read_text(encoding="utf-8")), page
    # No page sends its reader to a line that README has no more.
    pages = [page for folder in MANUALS for page in folder.rglob("*.md")]
    assert len(pages) > 60
    for page in pages:
        assert not re.search(r"\*Download\*|“Download”", page.read_text(encoding="utf-8")), page


def test_entries_without_a_version_are_to_do(folder):
    log = folder / "CHANGELOG.md"
    left = "CHANGELOG.md: give what is under [Unreleased] a version"
    log.write_text("## [Unreleased]\n\n### Added\n- This.\n\n## [0.1.0]\n- First.\n", "utf-8")
    assert left in release_check.to_do(folder)
    log.write_text("## [Unreleased]\n\n## [0.1.0]\n- First.\n", "utf-8")
    assert left not in release_check.to_do(folder)


def test_pictures_that_a_page_lacks_are_to_do(folder):
    page = folder / "help" / "zh_CN" / "algorithms" / "burntarea.html"
    page.parent.mkdir(parents=True)
    page.write_text('<p><img src="../pictures/dialog_burntarea.png" alt="A"></p>', "utf-8")
    left = (
        "help/zh_CN/algorithms/burntarea.html: take the picture ../pictures/dialog_burntarea.png: "
        "make screenshots"
    )
    assert left in release_check.to_do(folder)
    (page.parent.parent / "pictures").mkdir()
    (page.parent.parent / "pictures" / "dialog_burntarea.png").touch()
    assert left not in release_check.to_do(folder)
