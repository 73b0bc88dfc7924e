"""Check a package as plugins.qgis.org does on upload; run by `make release-check`.

usage: release_check.py [--upload] PACKAGE.zip

The site validates the files and metadata.txt, and runs bandit, detect-secrets and flake8 on the
unpacked package. Its administrators select the rules; here all rules apply, and suppressions in
the code are ignored. Tasks before an upload are only listed, and are errors with --upload.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from configparser import ConfigParser, Error
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
UNPACKED = ROOT / "build" / "release-check"

# Hidden files, files left by macOS and Python, and executables.
FORBIDDEN = re.compile(
    r"/(\.|__pycache__/|__MACOSX/)|\.(pyc|exe|dll|so|dylib|bat|sh|ps1|cmd)$", re.IGNORECASE
)
NEEDED = ("__init__.py", "metadata.txt", "LICENSE")
REQUIRED = (
    *("name", "description", "about", "version", "qgisMinimumVersion", "author", "email"),
    *("homepage", "tracker", "repository"),
)
# Reserved domains (RFC 2606).
PLACEHOLDER = re.compile(r"[@/.](example\.(org|com|net)|\w+\.(example|invalid|test))\b")


def files(folder: Path) -> list[str]:
    """Return forbidden and missing files."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    faults = [f"{name} may not be there" for name in sorted(names) if FORBIDDEN.search(f"/{name}")]
    return faults + [f"there is no {name}" for name in NEEDED if name not in names]


def metadata(folder: Path) -> list[str]:
    """Return errors in metadata.txt."""
    # Read as by the site: an unescaped % is invalid.
    parser = ConfigParser()
    parser.optionxform = str
    try:
        parser.read_string((folder / "metadata.txt").read_text(encoding="utf-8"))
        general = dict(parser.items("general"))
    except Error as error:
        return [f"metadata.txt cannot be read: {error}"]
    faults = [f"{key} is missing" for key in REQUIRED if not general.get(key)]
    if not (folder / general.get("icon", "")).is_file():
        faults.append("icon is no file of the package")
    if f"\n## [{general.get('version')}]" not in (folder / "CHANGELOG.md").read_text(
        encoding="utf-8"
    ):
        faults.append("CHANGELOG.md does not tell of this version")
    return faults


def to_do(folder: Path) -> list[str]:
    """Return tasks to be done before the upload."""
    lines = (folder / "metadata.txt").read_text(encoding="utf-8").splitlines()
    keys = [line.partition("=")[0] for line in lines if PLACEHOLDER.search(line)]
    unreal = ", ".join(key for key in keys if not key.startswith("#"))
    left = [f"metadata.txt: complete but for real addresses: {unreal}"] if unreal else []
    for row, line in enumerate(README.read_text(encoding="utf-8").splitlines(), 1):
        if PLACEHOLDER.search(line):
            left.append(f"README.md, line {row}: put the real address of the package: {line}")
    for page in sorted((folder / "help").rglob("*.html")):
        for picture in re.findall(r'<img [^>]*src="([^"]+)"', page.read_text(encoding="utf-8")):
            if not (page.parent / unquote(unescape(picture))).is_file():
                where = page.relative_to(folder).as_posix()
                left.append(f"{where}: take the picture {picture}: make screenshots")
    log = (folder / "CHANGELOG.md").read_text(encoding="utf-8")
    if "\n- " in log.partition("## [Unreleased]")[2].partition("\n## ")[0]:
        left.append("CHANGELOG.md: give what is under [Unreleased] a version")
    if subprocess.check_output(["git", "status", "--porcelain"], cwd=ROOT):
        left.append("commit, so that the package is what lies here")
    return left


def scan(name: str, *options: str, folder: Path) -> str:
    """Return the output of a Python checker, whose exit code may be 1."""
    # Ignore warnings of the checkers themselves.
    command = [sys.executable, "-W", "ignore", "-m", name, *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def bandit(folder: Path) -> list[str]:
    form = ("-f", "custom", "--msg-template", "{relpath}:{line}: {test_id} {msg}")
    return scan("bandit", "-r", ".", "-q", "--ignore-nosec", *form, folder=folder).splitlines()


def detect_secrets(folder: Path) -> list[str]:
    waivers = ("--disable-filter", "detect_secrets.filters.allowlist.is_line_allowlisted")
    options = ("scan", "--all-files", "--no-verify", *waivers, ".")
    results = json.loads(scan("detect_secrets", *options, folder=folder))["results"]
    return [
        f"{name}:{secret['line_number']}: {secret['type']}"
        for name, secrets in results.items()
        for secret in secrets
    ]


def flake8(folder: Path) -> list[str]:
    options = ("--config", str(ROOT / ".flake8"), "--disable-noqa", ".")
    return scan("flake8", *options, folder=folder).splitlines()


def main(arguments: list[str]) -> int:
    upload = "--upload" in arguments
    (path,) = (argument for argument in arguments if argument != "--upload")
    shutil.rmtree(UNPACKED, ignore_errors=True)
    with ZipFile(path) as package:
        package.extractall(UNPACKED)
    (folder,) = UNPACKED.iterdir()
    if tell("files", files(folder)):
        return 1
    wrong = False
    for check in (metadata, bandit, detect_secrets, flake8):
        wrong |= tell(check.__name__.replace("_", "-"), check(folder))
    left = tell("to do before an upload, where UPLOAD=1 insists on it", to_do(folder))
    return 1 if wrong or (upload and left) else 0


def tell(check: str, lines: list[str]) -> bool:
    """Print the findings of a check, and return whether there are any."""
    print(f"release-check: {check}:" + ("".join(f"\n    {line}" for line in lines) or " clean"))
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
