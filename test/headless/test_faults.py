"""qgis_process on full disks, damaged files and closed folders; and runs that are killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.test.contracts import CONTRACTS, outputs_in
from carbon_zones.test.helpers import (
    ROOT,
    as_arguments,
    closed_folder,
    counted_pairs,
    pairs_of,
    qgis_process,
    read_raster,
    small_disk,
    write_raster,
)

pytestmark = pytest.mark.slow

LZW = ("TILED=YES", "COMPRESS=LZW")


def noise(seed: int, size: int, most: int = 11) -> np.ndarray:
    return np.random.default_rng(seed).integers(1, most + 1, (size, size), dtype=np.uint8)


def two_dates(folder, size: int, most: int = 11) -> list[str]:
    return [
        write_raster(folder / f"land_{year}.tif", noise(year, size, most), options=LZW)
        for year in (1990, 2000)
    ]


def parameters_of(algorithm: str, layers: list, folder, **more) -> list[str]:
    """The command line of a run, every output in a folder."""
    inputs = CONTRACTS[algorithm].inputs(layers, folder)
    return as_arguments({**inputs, **outputs_in(algorithm, folder), **more})


def files_in(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in Path(folder).rglob("*"))


def beside_inputs(folder) -> list[str]:
    """As files_in, without the statistics that QGIS itself keeps beside a raster it has opened."""
    return [name for name in files_in(folder) if not name.endswith(".aux.xml")]


def check_failure(done, *words: str) -> None:
    """Status 1, one line that names what is wrong, and no traceback."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stdout + done.stderr
    lines = [line for line in done.stderr.splitlines() if all(word in line for word in words)]
    assert lines, done.stderr


def test_a_full_disk_and_a_table(tmp_path):
    layers = two_dates(tmp_path, 300, 60)
    with small_disk(tmp_path / "disk", "60k") as disk:
        arguments = parameters_of("transfermatrix", layers, tmp_path, TRANSFERS=disk / "t.csv")
        check_failure(qgis_process("run", "carbonzones:transfermatrix", *arguments), "TRANSFERS")
        assert files_in(disk) == []
    assert beside_inputs(tmp_path) == ["disk", "land_1990.tif", "land_2000.tif"]


def test_a_full_disk_and_a_raster(tmp_path):
    layers = two_dates(tmp_path, 900)
    with small_disk(tmp_path / "disk", "100k") as disk:
        arguments = parameters_of("zonereclassification", layers, tmp_path, ZONES=disk / "z.tif")
        check_failure(qgis_process("run", "carbonzones:zonereclassification", *arguments), "z.tif")
        assert files_in(disk) == []
    assert beside_inputs(tmp_path) == ["disk", "land_1990.tif", "land_2000.tif"]


def test_a_damaged_file(tmp_path):
    layers = two_dates(tmp_path, 900)
    content = bytearray(Path(layers[1]).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\xff" * 20_000
    Path(layers[1]).write_bytes(content)
    out = tmp_path / "out"
    out.mkdir()
    arguments = parameters_of("study", layers, out)
    check_failure(qgis_process("run", "carbonzones:study", *arguments), "'land_2000'")
    assert files_in(out) == []


def test_a_folder_that_cannot_be_written_to(tmp_path):
    layers = two_dates(tmp_path, 8)
    with closed_folder(tmp_path / "closed") as closed:
        arguments = parameters_of("zonereclassification", layers, closed)
        check_failure(
            qgis_process("run", "carbonzones:zonereclassification", *arguments), str(closed)
        )
        assert files_in(closed) == []


# SIGKILL: nothing can be tidied up, and still nothing half stands under an output's name.

# A run that kills itself when so much progress is told, or when it moves its second file in place.
KILLED = """
import json, os, signal, sys
from carbon_zones.test.algorithms.conftest import qgis_with_plugin

moved = []

def stop():
    os.kill(os.getpid(), signal.SIGKILL)

def note(event, arguments):
    if event == "os.rename" and moment == "moving":
        moved.append(arguments)
        if len(moved) == 2:
            stop()

parameters, moment = json.load(sys.stdin)
with qgis_with_plugin():
    from qgis import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda part: moment != "moving" and part >= moment and stop())
    sys.addaudithook(note)
    processing.run("carbonzones:transfermatrix", parameters, feedback=feedback)
"""
# 98 is told when all is counted, and the tables are still to be written.
MOMENTS = [0, 50, 98, "moving"]


@pytest.fixture(scope="module")
def patches(tmp_path_factory) -> list[str]:
    """Two dates of 3000 x 3000 cells in patches of 10."""
    folder = tmp_path_factory.mktemp("patches")
    return [
        write_raster(
            folder / f"land_{year}.tif",
            np.kron(noise(year, 300), np.ones((10, 10), np.uint8)),
            options=LZW,
        )
        for year in (1990, 2000)
    ]


def shown(folder) -> dict:
    """What stands under the outputs' names, not in hidden folders: bytes, of rasters the cells."""
    return {
        path.name: read_raster(path).tobytes() if path.suffix == ".tif" else path.read_bytes()
        for path in Path(folder).iterdir()
        if not path.name.startswith(".")
    }


def test_killed_at_any_moment(patches, tmp_path):
    arguments = ("run", "carbonzones:transfermatrix")
    whole, out = tmp_path / "whole", tmp_path / "out"
    whole.mkdir()
    done = qgis_process(*arguments, *parameters_of("transfermatrix", patches, whole))
    assert done.returncode == 0, done.stderr
    expected = shown(whole)
    assert set(CONTRACTS["transfermatrix"].outputs.values()) <= set(expected)
    one, other = (read_raster(path)[::10, ::10] for path in patches)
    pairs = {pair: 100 * cells for pair, cells in counted_pairs(one, other).items()}
    assert pairs_of(whole / "transfers.csv") == pairs

    out.mkdir()
    contract = CONTRACTS["transfermatrix"]
    parameters = {**contract.inputs(patches, out), **outputs_in("transfermatrix", out)}
    left = []
    for moment in MOMENTS:
        done = subprocess.run(
            [str(ROOT / "tools" / "env.sh"), sys.executable, "-P", "-c", KILLED],
            input=json.dumps([parameters, moment]),
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr
        left.append(shown(out))
    assert left[:3] == [{}] * 3
    assert left[3], "nothing was moved: it was killed too early to show anything"
    assert left[3] == {name: expected[name] for name in left[3]} != expected
    done = qgis_process(*arguments, *parameters_of("transfermatrix", patches, out))
    assert done.returncode == 0, done.stderr
    assert shown(out) == expected
