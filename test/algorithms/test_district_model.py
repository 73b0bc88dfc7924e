"""The shipped model: that it is whole, and gives what its step gives."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from qgis.core import QgsProcessingModelAlgorithm

from carbon_zones.test.helpers import (
    ROOT,
    SAMPLE,
    YEARS,
    as_arguments,
    qgis_process,
    read_csv,
    read_layer,
    sample,
)
from carbon_zones.test.paper import LOSSES, SPAN

MODEL = ROOT / "resources" / "models" / "zones_and_losses_by_district.model3"
FILES = {"zone_shares": "zones.csv", "losses": "losses.csv", "districts": "districts.geojson"}


def load(path=MODEL) -> QgsProcessingModelAlgorithm:
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path)), path
    return model


def parameters_in(folder) -> dict:
    return {
        "LAYERS": [sample(year) for year in YEARS],
        "DISTRICTS": str(SAMPLE / "districts.geojson"),
        "NAME_FIELD": "district",
        **{name: str(folder / file) for name, file in FILES.items()},
    }


def test_it_is_valid_and_tells_what_it_does(qgis_app):
    model = load()
    assert model.validate() == (True, [])
    assert model.canExecute()[0]
    assert (model.name(), model.group()) == ("Zones and losses by district", "Carbon Zones")
    assert "by district" in model.shortHelpString()


@pytest.mark.slow
def test_models_are_what_their_script_writes(qgis_app, tmp_path):
    command = [sys.executable, "-B", str(ROOT / "tools" / "make_model.py"), str(tmp_path)]
    environment = {**os.environ, "QT_HASH_SEED": "0"}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=600)
    shipped = {path.name: path.read_text("utf-8") for path in MODEL.parent.iterdir()}
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == shipped


def test_its_districts_add_up_to_the_paper_and_qgis_process_gives_the_same(run, tmp_path):
    run(load(), **parameters_in(tmp_path))
    rows = read_layer(tmp_path / "districts.geojson")
    assert len(rows) == 4
    found = sum(row["loss_tc_1986_2018"] for row in rows)
    assert found == pytest.approx(LOSSES[SPAN], abs=0.5)
    assert {row["unit"] for row in read_csv(tmp_path / "losses.csv")} == {
        row["unit"] for row in rows
    }
    before = {file: (tmp_path / file).read_bytes() for file in FILES.values()}
    done = qgis_process("run", str(MODEL), *as_arguments(parameters_in(tmp_path)))
    assert done.returncode == 0, done.stderr
    assert {file: (tmp_path / file).read_bytes() for file in FILES.values()} == before
