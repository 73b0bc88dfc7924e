"""Download plotly.js and Leaflet, which draw charts and maps in reports; run by `tools/setup.sh`.

usage: drawing_program.py [--is-there]    with the option, only check whether they exist

They are not in git because they are third-party code: they are downloaded from npm in fixed
versions and verified by checksums.
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
# By package: SHA-256 of the files copied to a folder in resources/; scripts are compressed there.
# The partial bundle of plotly.js contains only the required chart types, a third of the full size.
PACKAGES = {
    "plotly.js-cartesian-dist-min@3.7.0": (
        "plotly",
        {
            "plotly-cartesian.min.js": (
                "7c593b9eda0e74a1d07335cf89cbf7a55ffc114909980c3729af835453bdb02a"
            ),
            "LICENSE": "8c45d9eaf50c2f72dd9c7ab9ef440788ba58a3538484b5c51c1f17d5128752e7",
        },
    ),
    "leaflet@1.9.4": (
        "leaflet",
        {
            "dist/leaflet.js": "db49d009c841f5ca34a888c96511ae936fd9f5533e90d8b2c4d57596f4e5641a",
            "dist/leaflet.css": "a7837102824184820dfa198d1ebcd109ff6d0ff9a2672a074b9a1b4d147d04c6",
            "LICENSE": "53e8dc25862014e4324741ca18fbe3611e11d42ef69f59f86ea8c5389647d4cb",
        },
    ),
}


class NotBrought(Exception):
    """Reason why a file is not available."""


def files() -> dict[str, bytes]:
    """Return the contents of all files by path in the checkout.

    Raises:
        NotBrought: a file is missing or differs from its checksum.
    """
    files = {}
    for folder, sums in PACKAGES.values():
        for name, wanted in sums.items():
            path = _place(folder, name)
            try:
                data = path.read_bytes()
                plain = gzip.decompress(data) if path.suffix == ".gz" else data
            except (OSError, EOFError) as error:
                raise NotBrought(f"{path.relative_to(ROOT)} cannot be read: {error}") from error
            check(path.name, plain, wanted)
            files[path.relative_to(ROOT).as_posix()] = data
    return files


def _place(folder: str, name: str) -> Path:
    """Return the path of a file of a package."""
    last = name.rpartition("/")[2]
    return ROOT / "resources" / folder / (f"{last}.gz" if last.endswith(".js") else last)


def check(name: str, data: bytes, wanted: str) -> None:
    """Raise NotBrought if a file differs from its checksum."""
    digest = hashlib.sha256(data).hexdigest()
    if digest != wanted:
        raise NotBrought(f"{name} has the SHA-256 {digest}, not {wanted}")


def bring(package: str) -> None:
    """Download one of PACKAGES into its folder.

    Raises:
        NotBrought: npm failed, or a file differs from its checksum.
    """
    folder, sums = PACKAGES[package]
    npm = shutil.which("npm")
    if npm is None:
        raise NotBrought("there is no npm here")
    with tempfile.TemporaryDirectory() as fetched:
        done = subprocess.run(
            [npm, "pack", "--silent", package], cwd=fetched, capture_output=True, text=True
        )
        if done.returncode:
            raise NotBrought(f"npm pack {package} failed:\n{done.stdout}{done.stderr}".strip())
        (packed,) = Path(fetched).glob("*.tgz")
        with tarfile.open(packed) as archive:
            files = {name: archive.extractfile(f"package/{name}").read() for name in sums}
    for name, data in files.items():
        check(name, data, sums[name])
    for name, data in files.items():
        path = _place(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)


def main(arguments: list[str]) -> int:
    if arguments == ["--is-there"]:
        try:
            files()
        except NotBrought:
            return 1
        return 0
    for package, (folder, _) in PACKAGES.items():
        try:
            bring(package)
        except NotBrought as reason:
            print(f"{package}: {reason}", file=sys.stderr)
            return 1
        print(f"{package} is in resources/{folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
