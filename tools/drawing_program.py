"""Brings plotly.js, which draws the charts of reports; `tools/setup.sh` runs it.

usage: drawing_program.py [--is-there]    with the option it is only looked for

It is not our code, and so it is not in git: it comes from npm, in one version, checked by its sum.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "plotly"
# The kinds of charts that pages have, and no others, which take three times the room.
PACKAGE = "plotly.js-cartesian-dist-min@3.7.0"
# SHA-256 of what is taken from it; the first is packed here.
SUMS = {
    "plotly-cartesian.min.js": "7c593b9eda0e74a1d07335cf89cbf7a55ffc114909980c3729af835453bdb02a",
    "LICENSE": "8c45d9eaf50c2f72dd9c7ab9ef440788ba58a3538484b5c51c1f17d5128752e7",
}


class NotBrought(Exception):
    """Why it is not here."""


def files() -> dict[str, bytes]:
    """Its files as they lie in FOLDER, by name.

    Raises:
        NotBrought: one is not there, or is not what it should be.
    """
    files = {}
    for name, wanted in SUMS.items():
        path = FOLDER / (f"{name}.gz" if name.endswith(".js") else name)
        try:
            data = path.read_bytes()
            plain = gzip.decompress(data) if path.suffix == ".gz" else data
        except (OSError, EOFError) as error:
            raise NotBrought(f"{path.relative_to(ROOT)} cannot be read: {error}") from error
        check(path.name, plain, wanted)
        files[path.name] = data
    return files


def check(name: str, data: bytes, wanted: str) -> None:
    """Raises NotBrought where a file is not the one that was asked for."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != wanted:
        raise NotBrought(f"{name} has the SHA-256 {digest}, not {wanted}")


def bring() -> None:
    """Fetch it into FOLDER.

    Raises:
        NotBrought: with npm's words, or because it is not what it should be.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise NotBrought("there is no npm here")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [npm, "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, text=True
        )
        if done.returncode:
            raise NotBrought(f"npm pack {PACKAGE} failed:\n{done.stdout}{done.stderr}".strip())
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            files = {name: archive.extractfile(f"package/{name}").read() for name in SUMS}
    for name, data in files.items():
        check(name, data, SUMS[name])
    FOLDER.mkdir(exist_ok=True)
    for name, data in files.items():
        is_code = name.endswith(".js")
        path = FOLDER / (f"{name}.gz" if is_code else name)
        path.write_bytes(gzip.compress(data, 9, mtime=0) if is_code else data)


def main(arguments: list[str]) -> int:
    if arguments == ["--is-there"]:
        try:
            files()
        except NotBrought:
            return 1
        return 0
    try:
        bring()
    except NotBrought as reason:
        print(f"plotly.js: {reason}", file=sys.stderr)
        return 1
    print(f"plotly.js: {PACKAGE} is in {FOLDER.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
