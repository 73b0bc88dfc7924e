"""Every call that the README shows runs as it stands."""

from __future__ import annotations

import shlex
import subprocess

import numpy as np
import pytest

from carbon_zones.test.helpers import ROOT, write_raster

pytestmark = pytest.mark.slow


def readme_calls() -> list[str]:
    """The indented `tools/env.sh qgis_process` commands, continued lines joined."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.startswith("tools/env.sh qgis_process run ")]


def test_readme_shows_the_study_of_the_sample_and_of_rasters_of_ones_own():
    algorithms = [call.split()[3].removeprefix("carbonzones:") for call in readme_calls()]
    assert algorithms == ["study", "study"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with what the calls name besides the sample: rasters of CLCD without names.

    Shrub, 3, is not in them: they lie near the mine of the paper, which has no density of it.
    """
    folder = tmp_path_factory.mktemp("readme")
    (folder / "resources").symlink_to(ROOT / "resources")
    (folder / "build").mkdir()
    random = np.random.default_rng(1)
    for name in ("landuse_1990.tif", "landuse_2020.tif"):
        values = random.choice([1, 2, 4, 5, 6, 7, 8, 9], (40, 50))
        write_raster(folder / name, values.astype(np.uint8))
    return folder


@pytest.fixture(scope="module")
def answers(folder) -> dict:
    """What each call did, one after the other: a call may go on with what one before it wrote."""

    def run(program: str, *command: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [str(ROOT / program), *command],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )

    return {call: run(*shlex.split(call)) for call in readme_calls()}


@pytest.mark.parametrize("call", readme_calls(), ids=lambda call: call.split()[-1])
def test_readme_call(call, folder, answers):
    done = answers[call]
    assert done.returncode == 0, done.stdout + done.stderr
    given = dict(part[2:].split("=", 1) for part in shlex.split(call)[4:])
    paths = [value for value in given.values() if "." in value or "/" in value]
    assert paths
    for path in paths:
        assert (folder / path).exists(), path
