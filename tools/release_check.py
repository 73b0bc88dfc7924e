"""Looks at a package as plugins.qgis.org does when one is uploaded: `make release-check` runs it.

usage: release_check.py [--upload] PACKAGE.zip

The site first validates the files and metadata.txt, then has bandit, detect-secrets and flake8 go
over the unpacked package. Its administrators choose which of their rules count; here all do, and
no waiver in the code counts. What must be done before an upload but not before every commit is
only told; with --upload it counts too.
"""

from __future__ import annotations

import json
import re
import shutil
import stat
import subprocess
import sys
from configparser import ConfigParser, Error
from pathlib import Path
from urllib.parse import urlparse
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
UNPACKED = ROOT / "build" / "release-check"

LARGEST = 25_000_000
FORBIDDEN_FOLDERS = {"__MACOSX", ".git", "__pycache__"}
FORBIDDEN_ENDINGS = (".pyc", ".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd")
REQUIRED = (
    *("name", "description", "about", "version", "qgisMinimumVersion", "author", "email"),
    *("homepage", "tracker", "repository"),
)
ADDRESSES = ("homepage", "tracker", "repository")
# Domains that nobody has (RFC 2606).
PLACEHOLDER = re.compile(r"[@/.](example\.(org|com|net)|\w+\.(example|invalid|test))\b")


def folder_of(package: ZipFile) -> str:
    """The folder that the site takes for the plugin's."""
    return package.namelist()[0].split("/")[0]


def text_of(package: ZipFile, name: str) -> str:
    """A text file of the plugin."""
    return package.read(f"{folder_of(package)}/{name}").decode("utf-8")


def file_faults(package: ZipFile) -> list[str]:
    """What is wrong with the files, a line each."""
    names, folder = package.namelist(), folder_of(package)
    faults = []
    size = Path(package.filename).stat().st_size
    if size > LARGEST:
        faults.append(f"{size} bytes; the site takes {LARGEST}")
    if len({name.split("/")[0] for name in names}) > 1:
        faults.append("more than one folder at the top")
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+", folder):
        faults.append(f"the folder {folder!r} is no name for a Python package")
    for name in ("__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md"):
        if f"{folder}/{name}" not in names:
            faults.append(f"there is no {name}")
    damaged = package.testzip()
    if damaged:
        faults.append(f"{damaged} is damaged")
    for entry in package.infolist():
        parts, mode = entry.filename.split("/"), entry.external_attr >> 16
        if ".." in entry.filename or entry.filename.startswith("/"):
            faults.append(f"{entry.filename} leads out of the folder")
        elif FORBIDDEN_FOLDERS & set(parts):
            faults.append(f"{entry.filename} lies in a folder that may not be there")
        elif any(part.startswith(".") for part in parts):
            faults.append(f"{entry.filename} is hidden")
        if entry.filename.lower().endswith(FORBIDDEN_ENDINGS):
            faults.append(f"{entry.filename} is of a kind that may not be there")
        if not entry.is_dir() and (mode & 0o111 or stat.S_ISLNK(mode)):
            faults.append(f"{entry.filename} is a program or a link by its mode {mode:o}")
    return faults


def metadata_faults(package: ZipFile) -> list[str]:
    """What is wrong with metadata.txt, a line each."""
    # As the site reads it: a raw % does not pass.
    parser = ConfigParser()
    parser.optionxform = str
    try:
        parser.read_string(text_of(package, "metadata.txt"))
        found = {key: value.strip() for key, value in parser.items("general")}
    except Error as error:
        return [f"metadata.txt cannot be read: {error}"]
    faults = [f"{key} is missing" for key in REQUIRED if not found.get(key)]
    found = dict.fromkeys((*REQUIRED, "icon", "qgisMaximumVersion"), "") | found
    for key in ADDRESSES:
        address = urlparse(found[key])
        if not (address.scheme in ("http", "https") and address.netloc):
            faults.append(f"{key}={found[key]} is no address")
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", found["email"]):
        faults.append(f"email={found['email']} is no address")
    if "/" in found["author"]:
        faults.append("author has a slash")
    if "plugin" in found["name"].lower():
        faults.append(f"name={found['name']} says that it is a plugin")
    if not re.fullmatch(r"\d+\.\d+\.\d+", found["version"]):
        faults.append(f"version={found['version']} is not of the form 1.2.3")
    limits = [found["qgisMinimumVersion"], found["qgisMaximumVersion"]]
    if not all(re.fullmatch(r"\d+\.\d+", limit) for limit in limits):
        faults.append(f"qgisMinimumVersion and qgisMaximumVersion are {limits}")
    elif [*map(int, limits[0].split("."))] > [*map(int, limits[1].split("."))]:
        faults.append("qgisMinimumVersion is above qgisMaximumVersion")
    for key in ("experimental", "deprecated", "server"):
        if found.get(key, "False") not in ("True", "False"):
            faults.append(f"{key}={found[key]} is neither True nor False")
    if "supportsQt6" in found:
        faults.append("supportsQt6 is deprecated: qgisMaximumVersion says it")
    if f"{folder_of(package)}/{found['icon']}" not in package.namelist():
        faults.append(f"icon={found['icon']} is no file of the package")
    newest = next((name for name in releases(package) if name != "Unreleased"), "")
    if newest != found["version"]:
        faults.append(f"CHANGELOG.md has {newest or 'nothing'} on top, and not {found['version']}")
    if not found.get("changelog", "").startswith(found["version"] + " "):
        faults.append("changelog does not begin with the version")
    return faults


def releases(package: ZipFile) -> dict[str, str]:
    """What CHANGELOG.md says by version, newest first."""
    parts = re.split(r"^## \[([^\]]+)\].*$", text_of(package, "CHANGELOG.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


def to_do(package: ZipFile) -> list[str]:
    """What must be done before the package is uploaded, a line each."""
    lines = enumerate(text_of(package, "metadata.txt").splitlines(), 1)
    found = [
        f"metadata.txt:{number}: fill in a real address: {line}"
        for number, line in lines
        if PLACEHOLDER.search(line) and not line.startswith("#")
    ]
    if "\n- " in releases(package).get("Unreleased", ""):
        found.append("CHANGELOG.md: give what is under [Unreleased] a version")
    status = ["git", "status", "--porcelain"]
    if subprocess.run(status, cwd=ROOT, capture_output=True, check=True).stdout:
        found.append("commit, so that the package is what lies here")
    return found


def module(name: str, *arguments: str, folder: Path) -> str:
    """What a Python program prints that finds faults; it may end with status 1."""
    done = subprocess.run(
        # Its own warnings are not ours to mend.
        [sys.executable, "-W", "ignore", "-m", name, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def bandit(folder: Path) -> list[str]:
    found = json.loads(
        module("bandit", "-r", ".", "-q", "-f", "json", "--ignore-nosec", folder=folder)
    )
    return [f"{e['filename']}: {e['reason']}" for e in found["errors"]] + [
        f"{one['filename']}:{one['line_number']}: {one['test_id']} {one['issue_text']}"
        for one in found["results"]
    ]


def detect_secrets(folder: Path) -> list[str]:
    waivers = "detect_secrets.filters.allowlist.is_line_allowlisted"
    options = ("--all-files", "--no-verify", "--disable-filter", waivers)
    found = json.loads(module("detect_secrets", "scan", *options, ".", folder=folder))
    return [
        f"{name}:{one['line_number']}: {one['type']}"
        for name, secrets in found["results"].items()
        for one in secrets
    ]


def flake8(folder: Path) -> list[str]:
    config = str(ROOT / ".flake8")
    return module("flake8", "--config", config, "--disable-noqa", ".", folder=folder).splitlines()


def main(arguments: list[str]) -> int:
    upload = "--upload" in arguments
    (path,) = (argument for argument in arguments if argument != "--upload")
    with ZipFile(path) as package:
        if tell("files", file_faults(package)):
            return 1
        shutil.rmtree(UNPACKED, ignore_errors=True)
        package.extractall(UNPACKED)
        wrong = tell("metadata.txt", metadata_faults(package))
        left = to_do(package)
    for scan in (bandit, detect_secrets, flake8):
        wrong |= tell(scan.__name__.replace("_", "-"), scan(UNPACKED))
    if upload:
        wrong |= tell("before an upload", left)
    elif left:
        tell("to do before an upload, where UPLOAD=1 insists on it", left)
    return 1 if wrong else 0


def tell(check: str, lines: list[str]) -> bool:
    """Print what a check found, and say whether that was anything."""
    print(f"release-check: {check}:" + ("".join(f"\n    {line}" for line in lines) or " clean"))
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
