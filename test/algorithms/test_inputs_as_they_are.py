"""A run leaves what lies beside its inputs as it is: nothing appears, and nothing is rewritten.

QGIS computes statistics of a raster that it opens, and GDAL keeps them in an .aux.xml.
"""

from __future__ import annotations

import gc
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingFeedback

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import read_csv, write_raster

FORMATS = {".tif": "GTiff", ".rst": "RST", ".asc": "AAIGrid", ".img": "HFA"}


def beside(folder: Path) -> dict:
    """What every file of a folder holds, and when it was written."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def closed(run) -> None:
    """GDAL writes when the last layer of a run is gone."""
    run.context = run.feedback = None
    gc.collect()


def test_no_algorithm_writes_beside_its_rasters(run, tmp_path):
    before = {}
    for algorithm, contract in CONTRACTS.items():
        folder = tmp_path / algorithm
        folder.mkdir()
        given = good(algorithm, folder)
        for name in set(contract.outputs) - set(contract.required):
            del given[name]
        before[algorithm] = beside(folder)
        run(algorithm, **given)
    closed(run)
    assert {algorithm: beside(tmp_path / algorithm) for algorithm in before} == before


def layers_of(folder: Path, ending: str) -> dict:
    """Two dates in a format, the later one with a side file."""
    layers = {}
    for role, year in (("EARLIER", 1990), ("LATER", 2000)):
        plain = write_raster(folder / "plain.tif", np.arange(20).reshape(4, 5) % 7 + year % 3)
        path = folder / f"land_{year}{ending}"
        with gdal.ExceptionMgr(useExceptions=True):
            gdal.Translate(str(path), plain, format=FORMATS[ending]).Close()
            side = Path(f"{path}.aux.xml")
            side.unlink(missing_ok=True)
            if role == "LATER":
                with gdal.Open(str(path)) as dataset:
                    dataset.GetRasterBand(1).SetMetadataItem("of", "land use")
                assert side.exists()
        Path(plain).unlink()
        layers[role] = str(path)
    return layers


@pytest.mark.parametrize("ending", FORMATS)
def test_in_no_format_is_a_side_file_made_or_changed(run, tmp_path, ending):
    layers, table = layers_of(tmp_path, ending), tmp_path / "out" / "transfers.csv"
    table.parent.mkdir()
    before = beside(tmp_path)
    for role in layers:
        run("transfermatrix", **layers, EXTENT=layers[role], TRANSFERS=str(table))
        closed(run)
    assert read_csv(table)
    assert beside(tmp_path) == before


class Writes(QgsProcessingFeedback):
    """Has a raster written to while a run is at work."""

    def __init__(self, path: str, after: int):
        super().__init__(False)
        self.path, self.after, self.past = path, after, 0

    def setProgress(self, progress):
        super().setProgress(progress)
        self.past += progress >= 97.9
        if self.past == self.after:
            with open(self.path, "ab") as file:
                file.write(b"1")


# Called when the last block is counted, and when the first piece is read for the checksum.
@pytest.mark.parametrize("after", [1, 2])
def test_a_page_has_the_checksum_of_what_was_counted_or_there_is_none(run, tmp_path, after):
    land, page = write_raster(tmp_path / "lu_1990.tif", [[1, 2]]), tmp_path / "page.html"
    outputs = {"SHARES": str(tmp_path / "shares.csv"), "CHART": str(page)}
    with refuses(r"'lu_1990\.tif' was changed or removed"):
        run("areashares", Writes(land, after), LAYERS=[land], **outputs)
    assert [path.name for path in tmp_path.iterdir()] == ["lu_1990.tif"]
