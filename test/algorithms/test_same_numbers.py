"""The same numbers from processing.run, from qgis_process by arguments and by JSON, and a model."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProcessingModelAlgorithm, QgsProject

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_same_bytes import JOBS as IN_ACRES
from carbon_zones.test.contract import FOLDER, sample_pair
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.core.support import first_of_each
from carbon_zones.test.helpers import (
    ROOT,
    as_arguments,
    qgis_process,
    read_csv,
    read_raster,
    silent,
)
from carbon_zones.test.paper import LOSSES, SPAN

MODEL = ROOT / "test" / "data" / "zones_to_shares.model3"

# Those that write tables of results.
JOBS = [name for name, contract in CONTRACTS.items() if contract.tables]


def parameters_of(algorithm: str, folder: Path) -> dict:
    """The inputs of the plain run, and every result as a file in the folder."""
    contract = CONTRACTS[algorithm]
    made = folder / "inputs"
    made.mkdir()
    return {
        **contract.plain_run.inputs(made),
        **{table: str(folder / f"{table}.csv") for table in contract.tables},
        **{layer: str(folder / f"{layer}.geojson") for layer in contract.spatial},
        **{raster: str(folder / f"{raster}.tif") for raster in contract.rasters},
        **dict.fromkeys(contract.declares(FOLDER), str(folder)),
    }


def outcome(folder: Path, results: dict) -> tuple[dict, dict]:
    """Bytes of the tables and of layers with shapes, and the numbers among the results."""
    written = [*folder.glob("*.csv"), *folder.glob("*.geojson")]
    tables = {path.name: path.read_bytes() for path in written}
    return tables, {k: v for k, v in results.items() if isinstance(v, (int, float))}


def cells(folder: Path) -> dict:
    return {path.name: read_raster(path) for path in folder.glob("*.tif")}


def pages_of(algorithm: str, folder: Path) -> dict:
    """The pages of an algorithm, of which no numbers come."""
    files = CONTRACTS[algorithm].outputs.items()
    return {name: str(folder / file) for name, file in files if file.endswith(".html")}


@pytest.fixture(scope="module")
def in_process(qgis_app, tmp_path_factory):
    """Folder and results of processing.run on a job; run once per algorithm."""
    made = {}

    def get(algorithm):
        if algorithm not in made:
            folder = tmp_path_factory.mktemp(algorithm)
            made[algorithm] = (folder, make_run()(algorithm, **parameters_of(algorithm, folder)))
        return made[algorithm]

    return get


@pytest.mark.parametrize(
    "algorithm",
    first_of_each(
        lambda job: (CONTRACTS[job.id].is_pair, CONTRACTS[job.id].is_series),
        [pytest.param(name, id=name) for name in JOBS],
    ),
)
def test_qgis_process_gives_the_numbers_of_processing_run(in_process, tmp_path, algorithm):
    """By arguments, and without a word on standard error; by JSON see test_same_bytes.

    A process takes two seconds to start: one of each kind, and `make test-slow` has the others.
    """
    folder, results = in_process(algorithm)
    tables, numbers = outcome(folder, results)
    assert len(tables) == len(CONTRACTS[algorithm].tables)
    assert set(numbers) == CONTRACTS[algorithm].numbers
    parameters = {**parameters_of(algorithm, tmp_path), **pages_of(algorithm, tmp_path)}
    done = silent("--json", "run", f"carbonzones:{algorithm}", *as_arguments(parameters))
    assert outcome(tmp_path, json.loads(done.stdout)["results"]) == (tables, numbers)
    rasters = cells(tmp_path)
    assert set(rasters) == set(cells(folder))
    for name, expected in cells(folder).items():
        np.testing.assert_array_equal(rasters[name], expected)


@pytest.mark.parametrize("algorithm", [name for name in JOBS if name not in IN_ACRES])
def test_a_projects_ellipsoid_and_units_do_not_matter(run, in_process, tmp_path, algorithm):
    folder, results = in_process(algorithm)
    run.project = QgsProject()
    run.project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    run.project.setEllipsoid("EPSG:7008")
    run.project.setAreaUnits(Qgis.AreaUnit.Acres)
    run.project.setDistanceUnits(Qgis.DistanceUnit.Feet)
    found = run(algorithm, **parameters_of(algorithm, tmp_path))
    assert run.context.ellipsoid() == "EPSG:7008"
    assert outcome(tmp_path, found) == outcome(folder, results)


def test_numbers_are_printed_without_json_too(tmp_path):
    done = qgis_process(
        "run", "carbonzones:carbonloss", *as_arguments(parameters_of("carbonloss", tmp_path))
    )
    assert done.returncode == 0, done.stderr
    printed = dict(
        line.split(":\t", 1)
        for line in done.stdout.split("Results\n")[1].splitlines()
        if ":\t" in line
    )
    assert float(printed["TOTAL_LOSS_TC"]) == pytest.approx(LOSSES[SPAN], abs=0.05)


# A model: zones of a pair, summed up by the area shares, and the unassigned hectares as a variable


def model_parameters(folder: Path) -> dict:
    return {
        **sample_pair(folder),
        "zones": str(folder / "zones.tif"),
        "zone_shares": str(folder / "zone_shares.csv"),
        "shares": str(folder / "shares.csv"),
        "with_number": str(folder / "with_number.csv"),
    }


@pytest.fixture(scope="module")
def model_run(qgis_app, tmp_path_factory):
    """Folder of the model's outputs by processing.run."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(MODEL))
    folder = tmp_path_factory.mktemp("model")
    make_run()(model, **model_parameters(folder))
    return folder


def test_numeric_output_is_a_variable_of_the_model(model_run, in_process):
    _, results = in_process("zonereclassification")
    rows = read_csv(model_run / "with_number.csv")
    unassigned = next(row for row in rows if row["zone_name"] == "Unassigned")
    for row in rows:
        assert float(row["unassigned_ha"]) == pytest.approx(results["UNASSIGNED_AREA_HA"])
        assert float(row["unassigned_ha"]) == pytest.approx(float(unassigned["area_ha"]))
