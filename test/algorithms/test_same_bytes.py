"""The same bytes by every way of running, whatever the project says: of dates that do not match."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProject,
)

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.contract import FOLDER, FOLDER_IF_WANTED, sample_pair
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.core.support import first_of_each
from carbon_zones.test.helpers import (
    ROOT,
    as_arguments,
    qgis_process,
    read_csv,
    silent,
    write_raster,
)
from carbon_zones.test.paper import LOSSES, SPAN

ACRES = {"crs": "EPSG:3857", "ellipsoid": "EPSG:7008"}
# Those that write tables of results.
JOBS = [name for name, contract in CONTRACTS.items() if contract.tables]


def noise(seed: int, rows: int, columns: int) -> np.ndarray:
    return np.random.default_rng(seed).choice((1, 2, 3, 4, 7, 9, 0, 12), (rows, columns))


@pytest.fixture(scope="module")
def dates(tmp_path_factory) -> list[str]:
    """Two dates: other systems, cells, types, and nodata values, and 12 named at one only."""
    folder = tmp_path_factory.mktemp("dates")
    names = {1: "Arable land", 2: "Forestland", 3: "Grassland", 7: "Open pit", 12: "Marsh, wet"}
    place = {"epsg": 4326, "cell": (0.0004, 0.0003), "origin": (112.17, 39.745)}
    earlier, later = folder / "land_1990.tif", folder / "land_2000.tif"
    return [
        write_raster(earlier, noise(1, 90, 110), **place, nodata=0, names=names),
        write_raster(later, noise(2, 80, 100), dtype=np.int16, nodata=12, cell=(37, 31)),
    ]


def parameters_of(algorithm: str, dates: list, folder: Path) -> dict:
    """The inputs of a run, and every result but pages, which say when they were made."""
    contract, made = CONTRACTS[algorithm], folder / "inputs"
    made.mkdir()
    given = {**contract.inputs(dates, made), **contract.telling_inputs}
    if contract.is_dated:
        # Unclassified values, which the others count, these refuse.
        given["NODATA"] = "4,0,9,12" if contract.needs_names else "4"
    files = {
        **{
            name: f"{name}.{'geojson' if name in contract.spatial else 'csv'}"
            for name in contract.tables
        },
        **{name: f"{name}.tif" for name in contract.rasters},
        **dict.fromkeys(contract.declares(FOLDER, FOLDER_IF_WANTED), "rasters"),
        **({"WORKBOOK": "book.xlsx"} if "WORKBOOK" in contract.outputs else {}),
    }
    return {**given, **{name: str(folder / file) for name, file in files.items()}}


def outcome(folder: Path, results: dict) -> tuple[dict, dict]:
    """Bytes of the files that were written, and the numbers among the results."""
    inputs = folder / "inputs"
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*.*")
        if inputs not in (path, *path.parents) and path.suffix != ".model3"
    }
    return files, {k: v for k, v in results.items() if isinstance(v, (int, float))}


@pytest.fixture(scope="module")
def first(qgis_app, dates, tmp_path_factory):
    """The outcome of a plain processing.run, once per algorithm."""
    made = {}

    def get(algorithm):
        if algorithm not in made:
            folder = tmp_path_factory.mktemp(algorithm)
            results = make_run()(algorithm, **parameters_of(algorithm, dates, folder))
            made[algorithm] = outcome(folder, results)
        return made[algorithm]

    return get


@pytest.mark.parametrize("algorithm", JOBS)
def test_a_projects_ellipsoid_and_units_do_not_matter(run, first, dates, tmp_path, algorithm):
    run.project = QgsProject()
    run.project.setCrs(QgsCoordinateReferenceSystem(ACRES["crs"]))
    run.project.setEllipsoid(ACRES["ellipsoid"])
    run.project.setAreaUnits(Qgis.AreaUnit.Acres)
    run.project.setDistanceUnits(Qgis.DistanceUnit.Feet)
    found = run(algorithm, **parameters_of(algorithm, dates, tmp_path))
    assert run.context.ellipsoid() == ACRES["ellipsoid"]
    assert outcome(tmp_path, found) == first(algorithm)


@pytest.mark.parametrize(
    "algorithm",
    first_of_each(
        lambda job: (CONTRACTS[job.id].is_pair, CONTRACTS[job.id].is_series),
        [pytest.param(name, id=name) for name in JOBS],
    ),
)
def test_qgis_process_gives_the_bytes_of_processing_run(first, dates, tmp_path, algorithm):
    """By arguments, and without a word on standard error.

    A process takes two seconds to start: one of each kind, and `make test-slow` has the others.
    """
    files, numbers = first(algorithm)
    contract = CONTRACTS[algorithm]
    assert {Path(name).stem for name in files} >= {*contract.tables, *contract.rasters}
    assert set(numbers) == contract.numbers
    arguments = as_arguments(parameters_of(algorithm, dates, tmp_path))
    done = silent("--json", "run", f"carbonzones:{algorithm}", *arguments)
    assert outcome(tmp_path, json.loads(done.stdout)["results"]) == (files, numbers)


def test_json_in_acres(first, dates, tmp_path):
    task = {"inputs": parameters_of("study", dates, tmp_path)}
    task |= {"ellipsoid": ACRES["ellipsoid"], "area_units": "ac"}
    silent("run", "carbonzones:study", "-", stdin=json.dumps(task))
    assert outcome(tmp_path, {})[0] == first("study")[0]


def test_a_model_of_one_step(first, dates, tmp_path):
    """With random draws; it takes all parameters, and is read from its file."""
    parameters, model = parameters_of("carbonledger", dates, tmp_path), tmp_path / "step.model3"
    # A model calls its own outputs by their names in lower case.
    outputs = write_model("carbonledger", parameters, model)
    given = {k.lower() if k in outputs else k: value for k, value in parameters.items()}
    silent("run", str(model), *as_arguments(given))
    assert outcome(tmp_path, {})[0] == first("carbonledger")[0]


def write_model(algorithm: str, parameters: dict, path: Path) -> set[str]:
    """A file with a model of one step that takes these parameters; the names of its outputs."""
    source = QgsProcessingModelChildParameterSource
    step = QgsProcessingModelChildAlgorithm(f"carbonzones:{algorithm}")
    step.setChildId("step")
    step.setDescription("Step")
    model, outputs = QgsProcessingModelAlgorithm("One step", "Tests"), {}
    own = QgsApplication.processingRegistry().algorithmById(f"carbonzones:{algorithm}")
    for name in parameters:
        definition = own.parameterDefinition(name)
        if definition.isDestination():
            outputs[name] = QgsProcessingModelOutput(name, name)
            outputs[name].setChildId("step")
            outputs[name].setChildOutputName(name)
        else:
            given = definition.clone()
            given.setFlags(given.flags() | Qgis.ProcessingParameterFlag.Optional)
            model.addModelParameter(given, QgsProcessingModelParameter(name))
            step.addParameterSources(name, [source.fromModelParameter(name)])
    step.setModelOutputs(outputs)
    model.addChildAlgorithm(step)
    assert model.toFile(str(path))
    return set(outputs)


def test_the_dates_do_not_match_and_partly_overlap(run, dates):
    """Or equal bytes would say little."""
    earlier, later = dates
    results = run("transfermatrix", EARLIER=earlier, LATER=later, TRANSFERS="TEMPORARY_OUTPUT")
    kinds = ("VALID", "NODATA", "OUTSIDE")
    assert min(results[f"LATER_{kind}_CELLS"] for kind in kinds) > 100
    assert any("resampled" in line for line in run.feedback.warnings)


def test_numbers_are_printed_without_json_too(tmp_path):
    given = {**sample_pair(tmp_path), "LOSSES": str(tmp_path / "losses.csv")}
    done = qgis_process("run", "carbonzones:carbonloss", *as_arguments(given))
    assert done.returncode == 0, done.stderr
    lines = done.stdout.split("Results\n")[1].splitlines()
    printed = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    assert float(printed["TOTAL_LOSS_TC"]) == pytest.approx(LOSSES[SPAN], abs=0.05)


def test_a_numeric_output_is_a_variable_of_a_model(run, tmp_path):
    """Zones of a pair, summed up by the area shares, and the unassigned hectares as a variable."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(ROOT / "test" / "data" / "zones_to_shares.model3"))
    names = ("zones", "zone_shares", "shares", "with_number")
    outputs = {n: str(tmp_path / f"{n}.{'tif' if n == 'zones' else 'csv'}") for n in names}
    run(model, **sample_pair(tmp_path), **outputs)
    rows = {row["zone_name"]: row for row in read_csv(outputs["with_number"])}
    hectares = float(rows["Unassigned"]["area_ha"])
    assert [float(row["unassigned_ha"]) for row in rows.values()] == [pytest.approx(hectares)] * 5
