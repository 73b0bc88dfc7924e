"""A pair that does not match gives the same bytes by every way, whatever the project says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.test.contracts import CONTRACTS, STUDY_TABLES
from carbon_zones.test.helpers import ROOT, as_arguments, qgis_process, write_raster

# Run in a Python of its own: processing.run as in QGIS's Python console, and a model made of one
# step, in a project with other units and another ellipsoid.
SCRIPT = """
import json, sys
from processing.core.Processing import Processing
from qgis.core import *
from qgis.testing import start_app

app = start_app()
Processing.initialize()
from carbon_zones.plugin import CarbonZonesPlugin
plugin = CarbonZonesPlugin()
plugin.initProcessing()
from qgis import processing

def names_in_model(parameters, outputs):
    # A model calls its own outputs by their names in lower case.
    return {name.lower() if name in outputs else name: v for name, v in parameters.items()}

task = json.load(sys.stdin)
project = QgsProject.instance()
if task["project"]:
    project.setCrs(QgsCoordinateReferenceSystem(task["project"]["crs"]))
    project.setEllipsoid(task["project"]["ellipsoid"])
    project.setAreaUnits(Qgis.AreaUnit.Acres)
    project.setDistanceUnits(Qgis.DistanceUnit.Feet)
context = QgsProcessingContext()
context.setProject(project)
assert context.ellipsoid() == (task["project"] or {"ellipsoid": context.ellipsoid()})["ellipsoid"]
if task["model"]:
    source = QgsProcessingModelChildParameterSource
    step = QgsProcessingModelChildAlgorithm(task["algorithm"])
    step.setChildId("step")
    step.setDescription("Step")
    model = QgsProcessingModelAlgorithm("One step", "Tests")
    outputs = {}
    algorithm = QgsApplication.processingRegistry().algorithmById(task["algorithm"])
    for name in task["parameters"]:
        definition = algorithm.parameterDefinition(name)
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
    assert model.toFile(task["model"])
    loaded = QgsProcessingModelAlgorithm()
    assert loaded.fromFile(task["model"])
    processing.run(loaded, names_in_model(task["parameters"], outputs), context=context)
else:
    processing.run(task["algorithm"], task["parameters"], context=context)
plugin.unload()
"""

ACRES = {"crs": "EPSG:3857", "ellipsoid": "EPSG:7008"}


def noise(seed: int, rows: int, columns: int) -> np.ndarray:
    return np.random.default_rng(seed).choice((1, 2, 3, 4, 7, 9, 0, 12), (rows, columns))


@pytest.fixture(scope="module")
def dates(tmp_path_factory) -> list[str]:
    """Two dates: other systems, cells, types, and nodata values, and 12 named at one only."""
    folder = tmp_path_factory.mktemp("dates")
    names = {1: "Arable land", 2: "Forestland", 3: "Grassland", 7: "Open pit", 12: "Marsh, wet"}
    return [
        write_raster(
            folder / "land_1990.tif",
            noise(1, 90, 110),
            epsg=4326,
            cell=(0.0004, 0.0003),
            origin=(112.17, 39.745),
            nodata=0,
            names=names,
        ),
        write_raster(
            folder / "land_2000.tif", noise(2, 80, 100), dtype=np.int16, nodata=12, cell=(37, 31)
        ),
    ]


# The outputs of each algorithm.
JOBS = {
    "transfermatrix": {
        "TRANSFERS": "transfers.csv",
        "MATRIX": "matrix.csv",
        "CLASS_CHANGE": "change.csv",
        "AUDIT": "audit.csv",
        "CONVERSIONS": "conversions.tif",
    },
    "study": {
        **{name: f"{name.lower()}.csv" for name in (*STUDY_TABLES, "AUDIT")},
        "ZONES_FOLDER": "zones",
        "WORKBOOK": "workbook.xlsx",
    },
    "trajectories": {**CONTRACTS["trajectories"].outputs, "AUDIT": "audit.csv"},
    "classvalues": {**CONTRACTS["classvalues"].outputs, "AUDIT": "audit.csv"},
    # A page says when it was made.
    "reclamation": {
        name: file for name, file in CONTRACTS["reclamation"].outputs.items() if name != "REPORT"
    },
    "carbonledger": {
        name: file for name, file in CONTRACTS["carbonledger"].outputs.items() if name != "REPORT"
    },
}
MORE = {
    "transfermatrix": {"GRID": "earlier", "AREA_METHOD": "ellipsoidal"},
    "study": {},
    "trajectories": {"OPENING_YEAR": 1995},
    "classvalues": {"COLUMN": "vegetation_tc_per_ha"},
    "reclamation": {"TAKING_GROUPS": "mine,built"},
    # Random draws too.
    "carbonledger": {"COEFFICIENTS": str(ROOT / "test" / "data" / "half_widths.csv"), "DRAWS": 500},
}
# Each raster has a file beside it.
RASTER_FILES = {
    "transfermatrix": 2,
    "study": 8,
    "trajectories": 6,
    "classvalues": 6,
    "reclamation": 8,
    "carbonledger": 2,
}


def parameters_of(algorithm: str, dates: list, folder) -> dict:
    is_series = CONTRACTS[algorithm].is_series
    inputs = {"LAYERS": dates} if is_series else dict(zip(("EARLIER", "LATER"), dates))
    outputs = {name: str(Path(folder) / file) for name, file in JOBS[algorithm].items()}
    return {**inputs, **MORE[algorithm], "NODATA": "4", **outputs}


def python(algorithm, parameters, model="", project=None) -> None:
    """Run the script above."""
    task = {
        "algorithm": f"carbonzones:{algorithm}",
        "parameters": parameters,
        "model": model,
        "project": project,
    }
    done = subprocess.run(
        [str(ROOT / "tools" / "env.sh"), sys.executable, "-c", SCRIPT],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def by_console(algorithm, parameters, folder):
    python(algorithm, parameters)


def by_console_in_acres(algorithm, parameters, folder):
    python(algorithm, parameters, project=ACRES)


def by_arguments(algorithm, parameters, folder):
    done = qgis_process("run", f"carbonzones:{algorithm}", *as_arguments(parameters))
    assert done.returncode == 0, done.stderr


def by_json(algorithm, parameters, folder):
    done = qgis_process(
        "run", f"carbonzones:{algorithm}", "-", stdin=json.dumps({"inputs": parameters})
    )
    assert done.returncode == 0, done.stderr


def by_json_in_acres(algorithm, parameters, folder):
    task = {"inputs": parameters, "ellipsoid": "EPSG:7008", "area_units": "ac"}
    done = qgis_process("run", f"carbonzones:{algorithm}", "-", stdin=json.dumps(task))
    assert done.returncode == 0, done.stderr


WAYS = [by_console_in_acres, by_arguments, by_json, by_json_in_acres]


def tables_in(folder) -> dict:
    """The tables, and the workbook of them."""
    paths = [*Path(folder).glob("*.csv"), *Path(folder).glob("*.xlsx")]
    return {path.name: path.read_bytes() for path in paths}


def rasters_in(folder) -> dict:
    """The rasters, whole files with what they say of their making, and their side files."""
    paths = [*Path(folder).glob("*.tif*"), *Path(folder).glob("*/*.tif*")]
    return {path.name: path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def first(dates, tmp_path_factory):
    """The folder of a plain processing.run, once per algorithm."""
    made = {}

    def get(algorithm):
        if algorithm not in made:
            folder = tmp_path_factory.mktemp(algorithm)
            by_console(algorithm, parameters_of(algorithm, dates, folder), folder)
            made[algorithm] = folder
        return made[algorithm]

    return get


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("algorithm", JOBS)
def test_same_bytes(first, dates, tmp_path, algorithm, way):
    expected = first(algorithm)
    files = [file for file in JOBS[algorithm].values() if file.endswith((".csv", ".xlsx"))]
    assert set(tables_in(expected)) == set(files)
    assert all(len(content) > 60 for content in tables_in(expected).values())
    way(algorithm, parameters_of(algorithm, dates, tmp_path), tmp_path)
    assert tables_in(tmp_path) == tables_in(expected)
    assert rasters_in(tmp_path) == rasters_in(expected)
    assert len(rasters_in(tmp_path)) == RASTER_FILES[algorithm]


@pytest.mark.parametrize("algorithm", JOBS)
def test_same_bytes_of_a_model(first, dates, tmp_path, algorithm):
    """A model of one step, run in a project in acres, and then by qgis_process."""
    parameters = parameters_of(algorithm, dates, tmp_path)
    model = str(tmp_path / "one_step.model3")
    python(algorithm, parameters, model=model, project=ACRES)
    assert tables_in(tmp_path) == tables_in(first(algorithm))
    assert rasters_in(tmp_path) == rasters_in(first(algorithm))
    again = tmp_path / "again"
    again.mkdir()
    parameters = {
        name.lower() if name in JOBS[algorithm] else name: value
        for name, value in parameters_of(algorithm, dates, again).items()
    }
    done = qgis_process("run", model, *as_arguments(parameters))
    assert done.returncode == 0, done.stderr
    assert tables_in(again) == tables_in(first(algorithm))
    assert rasters_in(again) == rasters_in(first(algorithm))


def test_the_pair_does_not_match_and_partly_overlaps(first):
    """Or equal bytes would say little."""
    audit = tables_in(first("transfermatrix"))["audit.csv"].decode().splitlines()
    header, *rows = (line.split(",") for line in audit)
    later = dict(zip(header, rows[1]))
    assert later["resampled"] in ("1", "true")
    for column in ("valid_cells", "nodata_cells", "outside_cells"):
        assert int(later[column]) > 100
