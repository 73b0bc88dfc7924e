"""Ctrl-C in qgis_process: it ends soon, and nothing stands under the outputs' names."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import numpy as np
import pytest

from carbon_zones.test.contracts import CONTRACTS, outputs_in
from carbon_zones.test.helpers import ROOT, as_arguments, write_raster

# A small raster drawn large: 3.6 billion cells, which would take minutes, in a file of a kilobyte.
STRETCHED = """<VRTDataset rasterXSize="60000" rasterYSize="60000">
  <SRS>EPSG:32649</SRS>
  <GeoTransform>600000, 0.1, 0, 4400000, 0, -0.1</GeoTransform>
  <VRTRasterBand dataType="Byte" band="1" blockXSize="1024" blockYSize="1024">
    <SimpleSource>
      <SourceFilename relativeToVRT="1">{name}</SourceFilename>
      <SourceBand>1</SourceBand>
      <SrcRect xOff="0" yOff="0" xSize="200" ySize="200"/>
      <DstRect xOff="0" yOff="0" xSize="60000" ySize="60000"/>
    </SimpleSource>
  </VRTRasterBand>
</VRTDataset>
"""


@pytest.fixture
def huge(tmp_path):
    """Two dates of 60000 x 60000 cells."""
    paths = []
    for shift, year in enumerate((1990, 2000)):
        small = np.add.outer(np.arange(200), np.arange(200) + shift) % 11 + 1
        write_raster(tmp_path / f"small_{year}.tif", small)
        path = tmp_path / f"land_{year}.vrt"
        path.write_text(STRETCHED.format(name=f"small_{year}.tif"))
        paths.append(str(path))
    return paths


def until_progress(process) -> str:
    """What is printed until progress has moved."""
    printed = b""
    while b"10..." not in printed and b"0...1" not in printed:
        byte = process.stdout.read(1)
        assert byte, printed.decode()
        printed += byte
    return printed.decode()


@pytest.mark.parametrize("algorithm", ["zonereclassification", "study"])
def test_interrupt_ends_the_run_and_leaves_nothing(huge, tmp_path, algorithm):
    out = tmp_path / "out"
    out.mkdir()
    inputs = CONTRACTS[algorithm].inputs(huge, tmp_path)
    command = [
        *(str(ROOT / "tools" / "env.sh"), "qgis_process", "run", f"carbonzones:{algorithm}"),
        *as_arguments({**inputs, **outputs_in(algorithm, out)}),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        try:
            until_progress(process)
            began = [path.name for path in out.rglob("*.tif")]
            os.killpg(process.pid, signal.SIGINT)
            sent = time.monotonic()
            rest = process.communicate(timeout=30)[0].decode()
            took = time.monotonic() - sent
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert began, "the raster had not been begun: the interrupt came too early to show anything"
    assert took < 5
    assert process.returncode != 0
    assert "Traceback" not in rest
    assert [path.name for path in out.rglob("*")] == []
