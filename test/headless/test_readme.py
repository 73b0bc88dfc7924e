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


def test_readme_shows_the_study():
    assert [call.split()[3] for call in readme_calls()] == ["carbonzones:study"] * 2


@pytest.fixture
def folder(tmp_path):
    """A folder with what the calls name besides the sample: rasters of CLCD without names."""
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    (tmp_path / "build").mkdir()
    random = np.random.default_rng(1)
    for name in ("landuse_1990.tif", "landuse_2020.tif"):
        write_raster(tmp_path / name, random.integers(1, 10, (40, 50)).astype(np.uint8))
    return tmp_path


@pytest.mark.parametrize("call", readme_calls(), ids=lambda call: call.split()[-1])
def test_readme_call(call, folder):
    program, *command = shlex.split(call)
    done = subprocess.run(
        [str(ROOT / program), *command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    outputs = dict(part[2:].split("=", 1) for part in command[3:])
    outputs.pop("SCHEME", None)
    assert outputs.pop("LAYERS")
    assert outputs
    for path in outputs.values():
        assert (folder / path).exists(), path
