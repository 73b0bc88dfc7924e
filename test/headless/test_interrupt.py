"""Ctrl-C in qgis_process: it ends where it is, and nothing stands under the outputs' names."""

from __future__ import annotations

import os
import signal
import subprocess

import numpy as np
import pytest

from carbon_zones.test.contracts import CONTRACTS, outputs_in
from carbon_zones.test.helpers import ROOT, as_arguments, write_raster

pytestmark = pytest.mark.slow

# A small raster drawn large: 576 million cells, which take a while, in a file of a kilobyte.
STRETCHED = """<VRTDataset rasterXSize="24000" rasterYSize="24000">
  <SRS>EPSG:32649</SRS>
  <GeoTransform>240000, 0.25, 0, 4400000, 0, -0.25</GeoTransform>
  <VRTRasterBand dataType="Byte" band="1" blockXSize="1024" blockYSize="1024">
    <SimpleSource>
      <SourceFilename relativeToVRT="1">{name}</SourceFilename>
      <SourceBand>1</SourceBand>
      <SrcRect xOff="0" yOff="0" xSize="200" ySize="200"/>
      <DstRect xOff="0" yOff="0" xSize="24000" ySize="24000"/>
    </SimpleSource>
  </VRTRasterBand>
</VRTDataset>
"""


@pytest.fixture
def huge(tmp_path):
    """Two dates of 24000 x 24000 cells."""
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


def test_interrupt_ends_the_run_and_leaves_nothing(huge, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    inputs = CONTRACTS["study"].inputs(huge, tmp_path)
    command = [
        *(str(ROOT / "tools" / "env.sh"), "qgis_process", "run", "carbonzones:study"),
        *as_arguments({**inputs, **outputs_in("study", out)}),
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        try:
            until_progress(process)
            began = [path.name for path in out.rglob("*.tif")]
            os.killpg(process.pid, signal.SIGINT)
            rest = process.communicate(timeout=600)[0].decode()
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    assert began, "the raster had not been begun: the interrupt came too early to show anything"
    assert process.returncode != 0
    assert "Cancelled: no output was written" in rest
    assert "90" not in rest, "it went on to the end"
    assert "Traceback" not in rest
    assert [path.name for path in out.rglob("*")] == []
