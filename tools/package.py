"""Builds the plugin's package, build/carbon_zones-VERSION.zip: `make package` runs it.

It is made of the last commit, and of plotly.js and Leaflet in the versions that this names: in a
clone of it, the manual is rendered and the translation checked, and .gitattributes says which files
go in. So a commit gives the same bytes in any folder, on any day: names are sorted, times are the
commit's, permissions are fixed. (Another zlib may pack them differently.)
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from configparser import ConfigParser
from pathlib import Path

import drawing_program

ROOT = Path(__file__).resolve().parent.parent
NAME = "carbon_zones"
FILE = 0o100644  # a plain file, for everybody to read, as Unix has it in a zip


class NotMade(Exception):
    """Why there is no package."""


def run(*command, folder: Path = ROOT) -> bytes:
    """What a command prints.

    Raises:
        NotMade: with what it says when it fails.
    """
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode:
        words = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise NotMade(f"{Path(command[0]).name} {command[1]} failed:\n{words}")
    return done.stdout


def uncommitted() -> list[str]:
    """The files in which the checkout differs from its last commit, as `git status` lists them."""
    return run("git", "status", "--porcelain").decode().splitlines()


def clone(folder: Path) -> int:
    """Put the last commit into a folder.

    Returns:
        When it was committed, in seconds since 1970.
    """
    run("git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(folder))
    commit = run("git", "rev-parse", "HEAD").decode().strip()
    run("git", "checkout", "--quiet", "--detach", commit, folder=folder)
    return int(run("git", "show", "--no-patch", "--format=%ct", commit))


def files_of(source: Path) -> dict[str, bytes]:
    """What goes into the package, by path: what git exports, the manual, plotly.js, Leaflet."""
    run(sys.executable, "tools/i18n.py", "--check", folder=source)
    run(sys.executable, "tools/manual.py", "help", folder=source)
    files = {}
    with tarfile.open(fileobj=io.BytesIO(run("git", "archive", "HEAD", folder=source))) as archive:
        for member in archive:
            if member.isfile():
                files[member.name] = archive.extractfile(member).read()
            elif not member.isdir():
                raise NotMade(f"{member.name} is no plain file")
    for path in (source / "help").rglob("*"):
        if path.is_file():
            files[path.relative_to(source).as_posix()] = path.read_bytes()
    files.update(drawing_program.files())
    return files


def write_zip(path: Path, files: dict[str, bytes], seconds: int) -> None:
    """Write files into a zip under the folder NAME, all of one time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", time.gmtime(seconds)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on any system
            entry.external_attr = FILE << 16
            archive.writestr(entry, files[name])
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(packed.getvalue())


def main() -> int:
    try:
        changed = uncommitted()
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / NAME
            seconds = clone(source)
            files = files_of(source)
    except FileNotFoundError as error:
        print(f"package: there is no {error.filename} here", file=sys.stderr)
        return 1
    except (NotMade, drawing_program.NotBrought) as reason:
        print(f"package: {reason}", file=sys.stderr)
        return 1
    metadata = ConfigParser(interpolation=None)
    metadata.read_string(files["metadata.txt"].decode("utf-8"))
    path = ROOT / "build" / f"{NAME}-{metadata['general']['version']}.zip"
    write_zip(path, files, seconds)
    if changed:
        print("package: NOT in it, because not committed:", *changed, sep="\n    ")
    data = path.read_bytes()
    print(f"package: {path.relative_to(ROOT)}, {len(files)} files, {len(data) / 1e6:.1f} MB")
    print(f"package: sha256 {hashlib.sha256(data).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
