"""plotly.js and Leaflet are taken from npm as they were when they were chosen, or not at all."""

import gzip
import hashlib
import io
import shlex
import tarfile

import pytest

from carbon_zones.tools import drawing_program

FILES = {"plotly-cartesian.min.js": b"draw()", "LICENSE": b"MIT License"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where it is put, with the sums of FILES as those that are wanted."""
    folder = tmp_path / "resources" / "plotly"
    folder.parent.mkdir()
    monkeypatch.setattr(drawing_program, "ROOT", tmp_path)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    monkeypatch.setattr(drawing_program, "PACKAGES", {"plotly@1": ("plotly", sums)})
    return folder


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """Put a program in npm's place that does what a line of shell says, with a package of files."""

    def put(line: str, files=FILES):
        with tarfile.open(tmp_path / "given.tgz", "w:gz") as archive:
            for name, data in files.items():
                entry = tarfile.TarInfo(f"package/{name}")
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
        given = shlex.quote(str(tmp_path / "given.tgz"))
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / "npm").write_text(f"#!/bin/sh\n{line.format(given=given)}\n", "utf-8")
        (tmp_path / "bin" / "npm").chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")

    return put


def test_what_npm_gives_is_put_in_place_packed(folder, npm):
    npm("cp {given} .")
    assert drawing_program.main(["--is-there"]) == 1
    assert drawing_program.main([]) == 0
    assert drawing_program.main(["--is-there"]) == 0
    packed = (folder / "plotly-cartesian.min.js.gz").read_bytes()
    assert gzip.decompress(packed) == b"draw()"
    assert drawing_program.files() == {
        "resources/plotly/plotly-cartesian.min.js.gz": packed,
        "resources/plotly/LICENSE": b"MIT License",
    }


@pytest.mark.parametrize(
    ("line", "files", "words"),
    [
        ("cp {given} .", {**FILES, "LICENSE": b"none"}, "LICENSE has the SHA-256 "),
        ("echo no network >&2; exit 1", FILES, "failed:\nno network"),
    ],
)
def test_what_is_not_as_it_was_is_not_taken(folder, npm, capsys, line, files, words):
    npm(line, files)
    assert drawing_program.main([]) == 1
    assert words in capsys.readouterr().err
    assert not folder.exists()


def test_it_is_said_where_there_is_no_npm(folder, monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert drawing_program.main([]) == 1
    assert capsys.readouterr().err == "plotly@1: there is no npm here\n"
