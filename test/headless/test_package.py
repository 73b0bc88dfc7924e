"""The package: what is in it, that it comes out the same anywhere, and that QGIS works with it.

It is built in a repository of its own, of the files that lie here, so that a change counts before
it is committed.
"""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from carbon_zones.test.helpers import ROOT, YEARS, as_arguments, read_csv, small_disk

if not shutil.which("git"):
    pytest.skip("there is no git here", allow_module_level=True)
pytestmark = pytest.mark.slow

# What a user needs, by room and ending. Sources of the translation and of the sample are not.
ENDINGS = {
    "": {".md", ".py", ".txt", ""},
    "algorithms": {".py"},
    "bridge": {".py"},
    "core": {".py", ".csv"},
    "help": {".css", ".html", ".js", ".png"},
    "i18n": {".qm"},
    "resources": {
        *(".svg", ".csv", ".css", ".j2", ".js", ".qpt", ".model3"),
        *(".md", ".txt", ".qgz", ".geojson", ".tif", ".xml", ".gz", ""),
    },
}
ALGORITHMS = {page.stem for page in (ROOT / "docs" / "algorithms").glob("*.md")}
PLOTLY_JS, LEAFLET = "resources/plotly", "resources/leaflet"
COMMITTED = "2001-02-03T04:05:07+0900"
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "x"), ("EMAIL", "x@example.org"), ("DATE", COMMITTED))
    },
}


def run(*command, cwd=None, umask=-1, **environment) -> subprocess.CompletedProcess:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **GIT, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )


def done(*command, **options) -> str:
    """What a command prints that has to succeed."""
    outcome = run(*command, **options)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def commit(folder: Path) -> None:
    done("git", "add", "--all", cwd=folder)
    done("git", "commit", "--quiet", "--message", "x", cwd=folder)


def build(folder: Path, **options) -> tuple[Path, str]:
    """The package that a repository gives, and what is printed."""
    printed = done(sys.executable, "tools/package.py", cwd=folder, **options)
    (package,) = (folder / "build").glob("*.zip")
    return package, printed


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    """The files that lie here, committed on a day in 2001."""
    folder = tmp_path_factory.mktemp("package") / "one"
    listed = done("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    add_programs(folder)
    done("git", "init", "--quiet", folder)
    commit(folder)
    return folder


def add_programs(folder: Path) -> None:
    """Put them where tools/setup.sh does, which git ignores."""
    for place in (PLOTLY_JS, LEAFLET):
        shutil.copytree(ROOT / place, folder / place)


@pytest.fixture(scope="module")
def package(repository) -> Path:
    return build(repository, umask=0o022, TZ="UTC")[0]


@pytest.fixture(scope="module")
def entries(package) -> dict:
    """The entries of the package, by the path inside its folder."""
    with ZipFile(package) as archive:
        found = archive.infolist()
    assert all(entry.filename.startswith("carbon_zones/") for entry in found)
    return {entry.filename.split("/", 1)[1]: entry for entry in found}


def test_it_is_called_by_the_version(package):
    version = re.search(
        r"^version=(.+)$", (ROOT / "metadata.txt").read_text("utf-8"), re.MULTILINE
    )[1]
    assert package.name == f"carbon_zones-{version}.zip"
    # Most are the manual's pictures; 0.13 MB are the maps of the place, 0.33 MB what the manual's
    # search looks in, in two languages. The site takes 25.
    assert package.stat().st_size < 7_200_000


def test_there_is_nothing_but_what_a_user_needs(entries):
    wrong = []
    for path in entries:
        room = path.split("/")[0] if "/" in path else ""
        if Path(path).suffix not in ENDINGS.get(room, set()) or "/." in f"/{path}":
            wrong.append(path)
    assert wrong == []
    at_the_top = {path for path in entries if "/" not in path}
    assert at_the_top >= {"LICENSE", "CHANGELOG.md", "metadata.txt", "__init__.py"}
    assert not any(
        re.search(r"test|__pycache__|build|tools|make_sample|trajectories\.csv", path)
        for path in entries
    )


def test_whoever_has_no_git_has_sample_manual_plotly_js_and_leaflet_with_licences(entries, package):
    assert {
        *(f"resources/sample/landuse_{year}.tif" for year in YEARS),
        *("resources/sample/districts.geojson", "help/index.html", "help/zh_CN/index.html"),
        *(f"{PLOTLY_JS}/plotly-cartesian.min.js.gz", f"{PLOTLY_JS}/LICENSE"),
        *(f"{LEAFLET}/{name}" for name in ("leaflet.js.gz", "leaflet.css", "LICENSE")),
    } <= set(entries)
    with ZipFile(package) as archive:
        licences = [archive.read(entries[f"{place}/LICENSE"]) for place in (PLOTLY_JS, LEAFLET)]
    assert licences[0].startswith(b"MIT License")
    assert licences[1].startswith(b"BSD 2-Clause License")


def test_all_of_the_plugin_is_there(entries, package):
    for room in ("core", "bridge", "algorithms", "i18n"):
        files = (p for p in (ROOT / room).rglob("*.*") if p.suffix in ENDINGS[room])
        here = {path.relative_to(ROOT).as_posix() for path in files}
        assert here
        assert here == {path for path in entries if path.startswith(f"{room}/")}
    with ZipFile(package) as archive:
        for path in entries:
            if not path.startswith("help/"):
                assert archive.read(entries[path]) == (ROOT / path).read_bytes(), path


def test_entries_are_plain_files_of_the_commit_in_order(entries):
    assert list(entries) == sorted(entries)
    for entry in entries.values():
        assert entry.external_attr >> 16 == 0o100644, entry.filename
        assert entry.date_time == (2001, 2, 2, 19, 5, 6), entry.filename  # UTC, even seconds


def test_another_clone_gives_the_same_bytes(repository, package, tmp_path):
    """A shallow one, elsewhere, with changes that are not committed, which is told."""
    other = tmp_path / "an other"
    done("git", "clone", "--quiet", "--depth=1", repository.as_uri(), other, umask=0o077)
    add_programs(other)
    (other / "plugin.py").write_text("not committed", encoding="utf-8")
    (other / "core" / "new.py").write_text("not committed", encoding="utf-8")
    (other / "docs" / "install.md").write_text("not committed", encoding="utf-8")
    again, printed = build(other, umask=0o077, TZ="Asia/Tokyo", LC_ALL="C")
    assert again.read_bytes() == package.read_bytes()
    assert "NOT in it, because not committed:\n" in printed
    assert "     M plugin.py\n" in printed


def test_a_translation_that_is_behind_gives_no_package(repository, tmp_path):
    done("git", "clone", "--quiet", repository, tmp_path / "clone")
    with open(tmp_path / "clone" / "i18n" / "carbon_zones_zh_CN.qm", "ab") as file:
        file.write(b"x")
    commit(tmp_path / "clone")
    outcome = run(sys.executable, "tools/package.py", cwd=tmp_path / "clone")
    assert outcome.returncode == 1
    assert "carbon_zones_zh_CN.qm is not what the .ts gives" in outcome.stderr
    assert not (tmp_path / "clone" / "build").exists()


def test_without_plotly_js_or_with_another_one_there_is_no_package(repository, tmp_path):
    done("git", "clone", "--quiet", repository, tmp_path / "clone")
    packed = tmp_path / "clone" / PLOTLY_JS / "plotly-cartesian.min.js.gz"
    for words in ("cannot be read", "has the SHA-256 "):
        outcome = run(sys.executable, "tools/package.py", cwd=tmp_path / "clone")
        assert outcome.returncode == 1
        assert f"{packed.name} {words}" in outcome.stderr
        assert not (tmp_path / "clone" / "build").exists()
        packed.parent.mkdir(exist_ok=True)
        packed.write_bytes(gzip.compress(b"alert(1)"))


def test_without_a_repository_there_is_no_package(repository, tmp_path):
    shutil.copytree(repository, tmp_path / "plain", ignore=shutil.ignore_patterns(".git"))
    outcome = run(
        *(sys.executable, "tools/package.py"),
        cwd=tmp_path / "plain",
        GIT_CEILING_DIRECTORIES=str(tmp_path),
    )
    assert outcome.returncode == 1
    assert "not a git repository" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def unpacked(package: Path, profile: Path) -> Path:
    """The plugin's folder in a profile in which it is installed and switched on."""
    default = profile / "profiles" / "default"
    with ZipFile(package) as archive:
        archive.extractall(default / "python" / "plugins")
    (default / "QGIS").mkdir()
    for name in ("QGIS3.ini", "QGIS4.ini"):
        (default / "QGIS" / name).write_text("[PythonPlugins]\ncarbon_zones=true\n")
    return default / "python" / "plugins" / "carbon_zones"


def session(profile: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run qgis_process as a user has it: with a profile, and with nothing of the checkout.

    And without Python's plotly, see test/startup.py.
    """
    own = ("QGIS_", "PYTHON", "XDG_CACHE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    kept |= {"QGIS_CUSTOM_CONFIG_PATH": str(profile), "HOME": str(profile), **environment}
    assert str(ROOT) not in kept.get("PATH", "")
    return subprocess.run(
        ["qgis_process", *arguments],
        cwd=profile,
        env=kept,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def profile(package, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("profile")
    unpacked(package, folder)
    return folder


@pytest.fixture(scope="module")
def installed(profile) -> Path:
    """The folder of the installed plugin."""
    return profile / "profiles" / "default" / "python" / "plugins" / "carbon_zones"


def test_every_algorithm_is_listed_with_a_help_page(profile, installed):
    outcome = session(profile, "--json", "list")
    assert outcome.returncode == 0, outcome.stderr
    listed = json.loads(outcome.stdout)["providers"]["carbonzones"]["algorithms"]
    names = {name.split(":")[1]: found for name, found in listed.items()}
    assert names.keys() == ALGORITHMS
    for name, found in names.items():
        page = installed / "help" / "algorithms" / f"{name}.html"
        assert found["help_url"] == page.as_uri()
        assert found["name"] in page.read_text(encoding="utf-8")


def test_links_of_the_help_pages_lead_to_files_of_the_package(installed):
    pages = list((installed / "help").rglob("*.html"))
    assert len(pages) == len(list((ROOT / "docs").rglob("*.md")))
    for page in pages:
        for link in re.findall(r'(?:href|src)="([^"#:]+)', page.read_text(encoding="utf-8")):
            # Pictures of dialogs and results that are not taken yet are named by release-check.
            may_be_missing = re.search(r"pictures/(dialog|result)_\w+\.png$", link) is not None
            if not may_be_missing and link not in ("http", "https", "mailto"):
                target = (page.parent / link).resolve()
                assert target.is_file(), (page.name, link)
                assert installed / "help" in target.parents


@pytest.fixture(scope="module")
def study(profile, installed, tmp_path_factory):
    """The study, run from the package on its own sample."""
    out = tmp_path_factory.mktemp("study")
    tables = ("transfers", "areas", "zone_shares", "losses", "closure")
    outcome = session(
        *(profile, "run", "carbonzones:study"),
        *as_arguments(
            {
                "LAYERS": [installed / f"resources/sample/landuse_{year}.tif" for year in YEARS],
                **{table.upper(): out / f"{table}.csv" for table in tables},
                "ZONES_FOLDER": out / "zones",
                "REPORT": out / "report.html",
            }
        ),
    )
    return out, outcome


def test_the_study_gives_the_known_numbers(study, installed):
    out, outcome = study
    assert outcome.returncode == 0, outcome.stderr
    rows = [row for row in read_csv(out / "losses.csv") if row["period"] == "1986-2018"]
    total = {
        column: sum(float(row[column]) for row in rows)
        for column in ("area_ha", "total_loss_tc", "total_loss_tco2")
    }
    # 4482.5 ha of arable land, 963.49 of forest and 1648.13 of grass, in the paper's densities.
    assert total["area_ha"] == pytest.approx(7094.12, abs=0.05)
    assert total["total_loss_tc"] == pytest.approx(650_851.3, abs=0.05)
    assert total["total_loss_tco2"] == pytest.approx(2_386_454.6, abs=0.05)
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "2,386,454.6" in page
    packed = installed / PLOTLY_JS / "plotly-cartesian.min.js.gz"
    assert base64.b64encode(packed.read_bytes()).decode() in page
    assert {row["ok"] for row in read_csv(out / "closure.csv")} <= {"1", "true"}
    zones = {path.name for path in (out / "zones").iterdir()}
    assert zones >= {f"zones_{a}_{b}.tif" for a, b in zip(YEARS, YEARS[1:])}


def test_running_leaves_the_plugin_as_it_was(study, package, installed):
    with ZipFile(package) as archive:
        packed = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    left = {
        path.relative_to(installed).as_posix(): path.read_bytes()
        for path in installed.rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert left == packed


def test_the_translation_works(profile):
    outcome = session(profile, "help", "carbonzones:areashares", LC_ALL="zh_CN.UTF-8")
    assert outcome.stdout.startswith("面积占比统计 (carbonzones:areashares)"), outcome.stderr


def test_a_plugin_folder_that_is_read_only_does(package, tmp_path):
    plugins = tmp_path / "profiles" / "default" / "python" / "plugins"
    plugins.parent.mkdir(parents=True)
    with small_disk(plugins, "64m"):
        folder = unpacked(package, tmp_path)
        subprocess.run(["mount", "-o", "remount,ro", str(plugins)], check=True)
        with pytest.raises(OSError, match="Read-only"):
            (folder / "x").touch()
        outcome = session(
            tmp_path, "run", "carbonzones:sampledata", f"--FOLDER={tmp_path / 'sample'}"
        )
    assert outcome.returncode == 0, outcome.stderr
    copied = {path.name for path in (tmp_path / "sample").iterdir()}
    assert copied >= {f"landuse_{year}.tif" for year in YEARS}
