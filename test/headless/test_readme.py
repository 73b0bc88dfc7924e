"""Every call that the README shows runs as it stands."""

from __future__ import annotations

import shlex
import subprocess

import pytest

from carbon_zones.test.helpers import ROOT


def readme_calls() -> list[str]:
    """The indented `tools/env.sh qgis_process` commands, continued lines joined."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line.startswith("tools/env.sh qgis_process run ")]


def test_readme_shows_the_study():
    assert [call.split()[3] for call in readme_calls()] == ["carbonzones:study"]


@pytest.mark.parametrize("call", readme_calls(), ids=lambda call: call.split()[3])
def test_readme_call(call, tmp_path):
    command = [
        part.replace("=build/", f"={tmp_path}/") for part in shlex.split(call.replace("\n", " "))
    ]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    wanted = [part.split("=", 1)[1] for part in command if f"={tmp_path}/" in part]
    assert wanted
    for path in wanted:
        assert (tmp_path / path).exists(), path
