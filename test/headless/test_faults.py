"""Runs of qgis_process that are killed; test/algorithms has other faults."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.core.base.drafts import LOCK_FILE_NAME
from carbon_zones.test.contracts import CONTRACTS, outputs_in
from carbon_zones.test.helpers import (
    ROOT,
    as_arguments,
    counted_pairs,
    pairs_of,
    qgis_process,
    read_raster,
    write_dates,
)

pytestmark = pytest.mark.slow


def two_dates(folder, size: int, patch: int) -> list[str]:
    """Rasters of so many cells across, of noise in square patches."""
    return write_dates(
        folder,
        {
            year: np.kron(
                np.random.default_rng(year).integers(1, 12, (size // patch,) * 2, dtype=np.uint8),
                np.ones((patch, patch), np.uint8),
            )
            for year in (1990, 2000)
        },
        options=("TILED=YES", "COMPRESS=LZW"),
    )


def given(algorithm: str, layers: list, folder) -> dict:
    """The parameters of a run, every output in a folder."""
    return {**CONTRACTS[algorithm].inputs(layers, folder), **outputs_in(algorithm, folder)}


def process(algorithm: str, parameters: dict) -> subprocess.CompletedProcess:
    return qgis_process("run", f"carbonzones:{algorithm}", *as_arguments(parameters))


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


def shown(folder) -> dict:
    """What stands under the outputs' names, not in hidden folders: bytes, of rasters the cells."""
    return {
        path.name: read_raster(path).tobytes() if path.suffix == ".tif" else path.read_bytes()
        for path in Path(folder).iterdir()
        if not path.name.startswith(".")
    }


def test_killed_at_any_moment(tmp_path):
    whole, out = tmp_path / "whole", tmp_path / "out"
    whole.mkdir()
    patches = two_dates(tmp_path, 1500, 10)
    done = process("transfermatrix", given("transfermatrix", patches, whole))
    assert done.returncode == 0, done.stderr
    expected = shown(whole)
    assert set(CONTRACTS["transfermatrix"].outputs.values()) <= set(expected)
    one, other = (read_raster(path)[::10, ::10] for path in patches)
    pairs = {pair: 100 * cells for pair, cells in counted_pairs(one, other).items()}
    assert pairs_of(whole / "transfers.csv") == pairs

    out.mkdir()
    parameters = given("transfermatrix", patches, out)
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
        # Each has removed what the one before left.
        assert len(list(out.glob(".cz-*.part"))) == 1
    assert left[:3] == [{}] * 3
    assert left[3], "nothing was moved: it was killed too early to show anything"
    assert left[3] == {name: expected[name] for name in left[3]} != expected
    # A minute later, which is how long its lock would be waited for.
    os.utime(out / LOCK_FILE_NAME, (0, 0))
    done = process("transfermatrix", parameters)
    assert done.returncode == 0, done.stderr
    assert shown(out) == expected
    assert not list(out.glob(".cz-*.part"))
