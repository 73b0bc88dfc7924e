"""The check of the package finds what plugins.qgis.org would refuse or name."""

from __future__ import annotations

import re
import stat
from zipfile import ZipFile, ZipInfo

import pytest

from carbon_zones.test.helpers import ROOT
from carbon_zones.tools import release_check

METADATA = (ROOT / "metadata.txt").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
VERSION = re.search(r"^version=(.+)$", METADATA, re.MULTILINE)[1]
FILES = {
    "carbon_zones/__init__.py": "",
    "carbon_zones/metadata.txt": METADATA,
    "carbon_zones/LICENSE": "GPL",
    "carbon_zones/CHANGELOG.md": CHANGELOG,
    "carbon_zones/resources/icons/provider.svg": "<svg/>",
}


@pytest.fixture
def package(tmp_path):
    """Writes a package of the FILES and others, None for one that is left out, and opens it."""
    opened = []

    def write(files=None, mode=0o644) -> ZipFile:
        path = tmp_path / "package.zip"
        with ZipFile(path, "w") as archive:
            for name, text in {**FILES, **(files or {})}.items():
                if text is not None:
                    entry = ZipInfo(name)
                    entry.external_attr = mode << 16
                    archive.writestr(entry, text)
        opened.append(ZipFile(path))
        return opened[-1]

    yield write
    for one in opened:
        one.close()


def with_line(old: str, new: str) -> dict:
    """The files with another line in metadata.txt."""
    assert len(re.findall(old, METADATA, re.MULTILINE)) == 1
    text = re.sub(old, lambda _: new, METADATA, flags=re.MULTILINE)
    return {"carbon_zones/metadata.txt": text}


def test_a_package_as_it_should_be(package):
    good = package()
    assert release_check.file_faults(good) == []
    assert release_check.metadata_faults(good) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("other/file.py", "more than one folder"),
        ("carbon_zones/../x.py", "leads out"),
        ("/carbon_zones/x.py", "leads out"),
        ("carbon_zones/__pycache__/x.py", "may not be there"),
        ("carbon_zones/.git/config", "may not be there"),
        ("carbon_zones/.hidden", "is hidden"),
        ("carbon_zones/x.pyc", "of a kind"),
        ("carbon_zones/tools/x.sh", "of a kind"),
        ("carbon_zones/core/X.SO", "of a kind"),
    ],
)
def test_a_file_that_may_not_be_there(package, name, words):
    assert words in release_check.file_faults(package(files={name: "x"}))[-1]


@pytest.mark.parametrize("name", ["LICENSE", "__init__.py", "metadata.txt", "CHANGELOG.md"])
def test_a_file_that_must_be_there(package, name):
    faults = release_check.file_faults(package(files={f"carbon_zones/{name}": None}))
    assert faults == [f"there is no {name}"]


@pytest.mark.parametrize("folder", ["carbon-zones", "1carbon", "carbon zones"])
def test_a_folder_that_is_no_package(package, folder):
    renamed = {name.replace("carbon_zones", folder): text for name, text in FILES.items()}
    faults = release_check.file_faults(package(files={**dict.fromkeys(FILES), **renamed}))
    assert faults == [f"the folder {folder!r} is no name for a Python package"]


@pytest.mark.parametrize("mode", [0o755, stat.S_IFLNK | 0o644])
def test_programs_and_links(package, mode):
    faults = release_check.file_faults(package(mode=mode))
    assert len(faults) == len(FILES)
    assert "program or a link" in faults[0]


def test_a_damaged_package(package, tmp_path):
    package(files={"carbon_zones/x.csv": "from,to"}).close()
    data = (tmp_path / "package.zip").read_bytes()
    (tmp_path / "damaged.zip").write_bytes(data.replace(b"from,to", b"from;to"))
    with ZipFile(tmp_path / "damaged.zip") as damaged:
        assert release_check.file_faults(damaged) == ["carbon_zones/x.csv is damaged"]


def test_a_package_that_is_too_large(package):
    large = package(files={"carbon_zones/x.tif": "x" * 25_000_001})
    assert "the site takes 25000000" in release_check.file_faults(large)[0]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (r"^about=.*$", "about=half of it, 50 %", "cannot be read"),
        (r"^about=.*$", "about=", "about is missing"),
        (r"^homepage=.*\n", "", "homepage is missing"),
        (r"^homepage=.*$", "homepage=carbon", "homepage=carbon is no address"),
        (r"^tracker=.*$", "tracker=ftp://x", "no address"),
        (r"^tracker=.*$", "tracker=https:x", "no address"),
        (r"^email=.*$", "email=nobody", "no address"),
        (r"^author=", "author=a/", "slash"),
        (r"^name=.*$", "name=Zones Plugin", "says that it is a plugin"),
        (r"^version=.*$", "version=1", "not of the form"),
        (r"^qgisMinimumVersion=.*$", "qgisMinimumVersion=5.0", "above"),
        (r"^qgisMaximumVersion=.*$", "qgisMaximumVersion=4", "qgisMaximumVersion are"),
        (r"^experimental=.*$", "experimental=yes", "neither"),
        (r"^deprecated=", "supportsQt6=True\ndeprecated=", "deprecated: qgis"),
        (r"^icon=.*$", "icon=resources/none.svg", "no file of the package"),
        (r"^changelog=\S+", "changelog=9.9.9", "does not begin with the version"),
    ],
)
def test_metadata_that_is_wrong(package, old, new, words):
    faults = release_check.metadata_faults(package(files=with_line(old, new)))
    assert any(words in fault for fault in faults), faults


def test_the_change_log_has_the_version(package):
    other = CHANGELOG.replace(f"## [{VERSION}]", f"## [9.9.9]\n\n## [{VERSION}]")
    (fault,) = release_check.metadata_faults(package(files={"carbon_zones/CHANGELOG.md": other}))
    assert fault == f"CHANGELOG.md has 9.9.9 on top, and not {VERSION}"


@pytest.mark.parametrize(
    "line",
    [
        "email=carbon-zones@example.org",
        "homepage=https://example.org/carbon-zones",
        "repository=https://www.example.com",
        "tracker=https://carbon.example/issues",
    ],
)
def test_addresses_that_nobody_has_are_to_do(package, line):
    key = line.split("=")[0]
    left = release_check.to_do(package(files=with_line(rf"^{key}=.*$", line)))
    (told,) = (one for one in left if one.endswith(line))
    assert re.match(r"metadata.txt:\d+: fill in a real address", told)


def test_real_addresses_and_a_version_leave_nothing_to_do(package):
    metadata = re.sub(r"(^\w+=.*)example\.org", r"\1carbon-zones.net", METADATA, flags=re.MULTILINE)
    log = CHANGELOG.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [9.9.9]\n")
    files = {"carbon_zones/metadata.txt": metadata, "carbon_zones/CHANGELOG.md": log}
    left = release_check.to_do(package(files=files))
    assert [one for one in left if not one.startswith("commit")] == []


def test_entries_without_a_version_are_to_do(package):
    log = "## [Unreleased]\n\n### Added\n- Something.\n\n## [0.1.0]\n- First.\n"
    left = release_check.to_do(package(files={"carbon_zones/CHANGELOG.md": log}))
    assert "CHANGELOG.md: give what is under [Unreleased] a version" in left


@pytest.mark.parametrize(
    ("scan", "text", "words"),
    [
        (release_check.bandit, "eval(input())  # nosec\n", "B307"),
        (release_check.bandit, "assert True\n", "B101"),
        (release_check.bandit, "def (\n", "syntax error"),
        (release_check.flake8, "import os  # noqa\n", "F401"),
        (release_check.flake8, f"x = '{'y' * 95}'\n", "E501"),
        (release_check.flake8, "from PyQt5.QtCore import QObject\n\nQObject()\n", "QGS"),
        (
            release_check.detect_secrets,
            "password = 'k3-9fXq!aa'  # pragma: allowlist secret\n",
            "Secret Keyword",
        ),
    ],
)
def test_scans_find(tmp_path, scan, text, words):
    (tmp_path / "good.py").write_text('"""Nothing."""\n', encoding="utf-8")
    assert scan(tmp_path) == []
    (tmp_path / "bad.py").write_text(text, encoding="utf-8")
    (found,) = scan(tmp_path)
    assert words in found
    assert "bad.py" in found
