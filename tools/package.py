"""Build the package of the plugin, build/carbon_zones-VERSION.zip; run by `make package`.

It contains the last commit, and fixed versions of plotly.js and Leaflet: in a clone, the manual is
rendered, the translation checked, and .gitattributes selects the files. The same commit gives the
same bytes in any folder at any time: names are sorted, times are that of the commit, permissions
are fixed. (Other versions of zlib may compress differently.)
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
FILE = 0o100644  # regular file, mode 644, as stored in a zip on Unix


class NotMade(Exception):
    """Reason why no package was built."""


def run(*command, folder: Path = ROOT) -> bytes:
    """Run a command and return its output.

    Raises:
        NotMade: the command failed; contains its error output.
    """
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if done.returncode:
        words = (done.stdout + done.stderr).decode(errors="replace").strip()
        raise NotMade(f"{Path(command[0]).name} {command[1]} failed:\n{words}")
    return done.stdout


def uncommitted() -> list[str]:
    """Return the files with uncommitted changes, as listed by `git status`."""
    return run("git", "status", "--porcelain").decode().splitlines()


def clone(folder: Path) -> int:
    """Check out the last commit into a folder.

    Returns:
        Commit time, in seconds since 1970.
    """
    run("git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(folder))
    commit = run("git", "rev-parse", "HEAD").decode().strip()
    run("git", "checkout", "--quiet", "--detach", commit, folder=folder)
    return int(run("git", "show", "--no-patch", "--format=%ct", commit))


def files_of(source: Path) -> dict[str, bytes]:
    """Return the files of the package by path: git export, manual, plotly.js, Leaflet."""
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
    """Write files with the same time into a zip, in the folder NAME."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", time.gmtime(seconds)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, on every system
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
