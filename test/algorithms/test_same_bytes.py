"""A pair that does not match gives the same bytes by every way, whatever the project says."""

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
from carbon_zones.test.contracts import CONTRACTS, STUDY_TABLES
from carbon_zones.test.helpers import ROOT, as_arguments, silent, write_raster

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
    **{
        algorithm: {
            name: file for name, file in CONTRACTS[algorithm].outputs.items() if name != "REPORT"
        }
        for algorithm in ("reclamation", "carbonledger")
    },
}
MORE = {
    "transfermatrix": {"GRID": "earlier", "AREA_METHOD": "ellipsoidal"},
    "study": {},
    # Unclassified values, which the others count, these two refuse.
    "trajectories": {"OPENING_YEAR": 1995, "NODATA": "4,0,9"},
    "classvalues": {"COLUMN": "vegetation_tc_per_ha"},
    "reclamation": {"TAKING_GROUPS": "mine,built", "NODATA": "4,0,9"},
    # Random draws too.
    "carbonledger": {"COEFFICIENTS": str(ROOT / "test" / "data" / "half_widths.csv"), "DRAWS": 500},
}
# Each raster has a file beside it.
RASTER_FILES = {
    "transfermatrix": 2,
    "study": 10,
    "trajectories": 6,
    "classvalues": 6,
    "reclamation": 8,
    "carbonledger": 2,
}


def parameters_of(algorithm: str, dates: list, folder) -> dict:
    is_series = CONTRACTS[algorithm].is_series
    inputs = {"LAYERS": dates} if is_series else dict(zip(("EARLIER", "LATER"), dates))
    outputs = {name: str(Path(folder) / file) for name, file in JOBS[algorithm].items()}
    return {**inputs, "NODATA": "4", **MORE[algorithm], **outputs}


def in_acres(run) -> None:
    """Let the runs take place in a project with other units and another ellipsoid."""
    run.project = QgsProject.instance()
    run.project.setCrs(QgsCoordinateReferenceSystem(ACRES["crs"]))
    run.project.setEllipsoid(ACRES["ellipsoid"])
    run.project.setAreaUnits(Qgis.AreaUnit.Acres)
    run.project.setDistanceUnits(Qgis.DistanceUnit.Feet)


def by_console_in_acres(run, algorithm, parameters, folder):
    in_acres(run)
    run(algorithm, **parameters)
    assert run.context.ellipsoid() == ACRES["ellipsoid"]


def by_model_in_acres(run, algorithm, parameters, folder):
    in_acres(run)
    run(model_of(algorithm, parameters, folder / "one_step.model3"), **in_model(parameters))


def model_of(algorithm, parameters, path) -> QgsProcessingModelAlgorithm:
    """A model of one step that takes all parameters, written to a file and read again."""
    source = QgsProcessingModelChildParameterSource
    step = QgsProcessingModelChildAlgorithm(f"carbonzones:{algorithm}")
    step.setChildId("step")
    step.setDescription("Step")
    model = QgsProcessingModelAlgorithm("One step", "Tests")
    outputs = {}
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
    loaded = QgsProcessingModelAlgorithm()
    assert loaded.fromFile(str(path))
    return loaded


def in_model(parameters) -> dict:
    """A model calls its own outputs by their names in lower case."""
    inputs = {"LAYERS", "EARLIER", "LATER", "NODATA"}.union(*MORE.values())
    return {name if name in inputs else name.lower(): value for name, value in parameters.items()}


def by_json(run, algorithm, parameters, folder):
    silent("run", f"carbonzones:{algorithm}", "-", stdin=json.dumps({"inputs": parameters}))


def by_json_in_acres(run, algorithm, parameters, folder):
    task = {"inputs": parameters, "ellipsoid": "EPSG:7008", "area_units": "ac"}
    silent("run", f"carbonzones:{algorithm}", "-", stdin=json.dumps(task))


def by_model(run, algorithm, parameters, folder):
    model = folder / "one_step.model3"
    model_of(algorithm, parameters, model)
    silent("run", str(model), *as_arguments(in_model(parameters)))


# A start of qgis_process takes as long as a run: the ways to call it once each, besides the
# arguments, which test_same_numbers gives to every algorithm.
WAYS = [
    *((algorithm, way) for algorithm in JOBS for way in (by_console_in_acres, by_model_in_acres)),
    ("transfermatrix", by_json),
    ("study", by_json_in_acres),
    ("carbonledger", by_model),
]


def tables_in(folder) -> dict:
    """The tables, and the workbook of them."""
    paths = [*Path(folder).glob("*.csv"), *Path(folder).glob("*.xlsx")]
    return {path.name: path.read_bytes() for path in paths}


def rasters_in(folder) -> dict:
    """The rasters, whole files with what they say of their making, and their side files."""
    paths = [*Path(folder).glob("*.tif*"), *Path(folder).glob("*/*.tif*")]
    return {path.name: path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def first(qgis_app, dates, tmp_path_factory):
    """The folder of a plain processing.run, once per algorithm."""
    made = {}

    def get(algorithm):
        if algorithm not in made:
            folder = tmp_path_factory.mktemp(algorithm)
            make_run()(algorithm, **parameters_of(algorithm, dates, folder))
            made[algorithm] = folder
        return made[algorithm]

    return get


@pytest.mark.parametrize(
    ("algorithm", "way"), WAYS, ids=[f"{algorithm} {way.__name__}" for algorithm, way in WAYS]
)
def test_same_bytes(first, dates, run, tmp_path, algorithm, way):
    expected = first(algorithm)
    files = [file for file in JOBS[algorithm].values() if file.endswith((".csv", ".xlsx"))]
    assert set(tables_in(expected)) == set(files)
    assert all(len(content) > 60 for content in tables_in(expected).values())
    way(run, algorithm, parameters_of(algorithm, dates, tmp_path), tmp_path)
    assert tables_in(tmp_path) == tables_in(expected)
    assert rasters_in(tmp_path) == rasters_in(expected)
    assert len(rasters_in(tmp_path)) == RASTER_FILES[algorithm]


def test_the_pair_does_not_match_and_partly_overlaps(first):
    """Or equal bytes would say little."""
    audit = tables_in(first("transfermatrix"))["audit.csv"].decode().splitlines()
    header, *rows = (line.split(",") for line in audit)
    later = dict(zip(header, rows[1]))
    assert later["resampled"] in ("1", "true")
    for column in ("valid_cells", "nodata_cells", "outside_cells"):
        assert int(later[column]) > 100
