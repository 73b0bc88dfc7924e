"""The shipped model: what it is made of, and that districts add up to the whole."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm

from carbon_zones.test.helpers import (
    ROOT,
    SAMPLE,
    as_arguments,
    qgis_process,
    read_csv,
    read_raster,
    sample,
    write_raster,
)
from carbon_zones.test.paper import CELL_HA, LOSSES, SPAN

MODEL = ROOT / "resources" / "models" / "zones_and_losses_by_district.model3"
ZONES = ("invariant", "enhancement", "low_carbon", "emission_control", "unassigned")
NAMES = {1: "Arable land", 2: "Forestland", 7: "Open pit"}


def load(path=MODEL) -> QgsProcessingModelAlgorithm:
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path)), path
    return model


def parameters_in(folder, **inputs) -> dict:
    return {
        "EARLIER": sample("1986"),
        "LATER": sample("2018"),
        "DISTRICTS": str(SAMPLE / "districts.geojson"),
        "NAME_FIELD": "district",
        **inputs,
        "zones": str(folder / "zones.tif"),
        "zone_shares": str(folder / "zone_shares.csv"),
        "losses": str(folder / "losses.csv"),
        "districts": str(folder / "districts.csv"),
    }


@pytest.fixture
def districts(run, tmp_path):
    """Rows of the districts, from a run of the model."""

    def call(**inputs):
        run(load(), **parameters_in(tmp_path, **inputs))
        return read_csv(tmp_path / "districts.csv")

    return call


def square(left, top, right, bottom, **properties) -> dict:
    """A feature of a rectangle given in cells of `land`."""
    corners = [(left, top), (left, bottom), (right, bottom), (right, top), (left, top)]
    ring = [(600_000 + 30 * x, 4_400_000 - 30 * y) for x, y in corners]
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def polygons(path, features) -> str:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32649"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return str(path)


@pytest.fixture
def land(tmp_path):
    """Arable, forest and pit at two dates, on 4 x 4 cells; the last row is no data."""
    earlier = [[1, 1, 2, 2], [1, 1, 2, 2], [7, 7, 2, 2], [0, 0, 0, 0]]
    later = [[1, 7, 2, 7], [1, 7, 2, 2], [1, 7, 2, 2], [1, 1, 1, 1]]
    return {
        name: write_raster(tmp_path / f"{name.lower()}.tif", values, nodata=0, names=NAMES)
        for name, values in (("EARLIER", earlier), ("LATER", later))
    }


# What it is made of


def test_every_step_is_found_and_valid(qgis_app):
    model = load()
    assert model.canExecute()[0]
    assert model.validate() == (True, [])
    steps = model.childAlgorithms()
    assert {step.algorithmId() for step in steps.values()} == {
        "carbonzones:zonereclassification",
        "carbonzones:carbonloss",
        "native:zonalhistogram",
        "native:zonalstatisticsfb",
        "native:refactorfields",
        "native:raisewarning",
    }
    for name, step in steps.items():
        assert QgsApplication.processingRegistry().algorithmById(step.algorithmId()), name
        assert model.validateChildAlgorithm(name) == (True, []), name
        assert step.comment().description(), name


def test_it_can_be_read_in_the_designer(qgis_app):
    model = load()
    assert (model.name(), model.group()) == ("Zones and losses by district", "Carbon Zones")
    told = model.helpContent()
    for definition in model.parameterDefinitions():
        assert told.get(definition.name()), definition.name()
        assert told[definition.name()] in model.shortHelpString(), definition.name()
    assert len(model.groupBoxes()) == 4
    components = [*model.parameterComponents().values(), *model.childAlgorithms().values()]
    for step in model.childAlgorithms().values():
        components += [step.comment(), *step.modelOutputs().values()]
    corners = [(part.position().x(), part.position().y()) for part in components]
    for one, (x, y) in enumerate(corners):
        for u, v in corners[:one]:
            assert abs(x - u) >= 200 or abs(y - v) >= 50, "two parts lie on each other"


def test_the_shipped_model_is_what_its_script_writes(qgis_app, tmp_path):
    made = tmp_path / "made.model3"
    command = [sys.executable, "-B", str(ROOT / "tools" / "make_model.py"), str(made)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ, timeout=120)
    assert load(made).toVariant() == load().toVariant()


# Numbers


def test_districts_add_up_to_the_whole(districts, tmp_path):
    rows = districts()
    whole = {int(row["zone"]): row for row in read_csv(tmp_path / "zone_shares.csv")}
    assert sum(int(row["valid_cells"]) for row in rows) == 735 * 782
    for number, zone in enumerate(ZONES, 1):
        cells = [float(row[f"{zone}_ha"]) / CELL_HA for row in rows]
        assert cells == pytest.approx([round(count) for count in cells], abs=1e-6)
        assert sum(map(round, cells)) == int(whole[number]["cells"]), zone
    losses = read_csv(tmp_path / "losses.csv")
    for column, total in (("loss_tc", "total_loss_tc"), ("loss_tco2", "total_loss_tco2")):
        # The raster of densities is of single precision.
        assert sum(float(row[column]) for row in rows) == pytest.approx(
            sum(float(row[total]) for row in losses), rel=1e-6
        )
    assert sum(float(row["loss_tc"]) for row in rows) == pytest.approx(LOSSES[SPAN], abs=0.5)


def test_every_district_against_the_zones_burnt_and_counted(districts, tmp_path):
    """The same by GDAL and numpy, from the zone raster and the two dates."""
    rows = {row["district"]: row for row in districts()}
    zones = read_raster(tmp_path / "zones.tif")
    earlier, later = (read_raster(sample(year)) for year in ("1986", "2018"))
    density = np.array([0, 87.11, 108.17, 94.748] + [0] * 8)[earlier] * np.isin(later, range(7, 11))
    with gdal.ExceptionMgr(useExceptions=True):
        file = gdal.OpenEx(str(SAMPLE / "districts.geojson"), gdal.OF_VECTOR)
        with gdal.Open(sample("1986")) as frame:
            burnt = gdal.GetDriverByName("MEM").CreateCopy("", frame)
        burnt.WriteArray(np.zeros(zones.shape, np.uint8))
        gdal.RasterizeLayer(burnt, [1], file.GetLayer(0), options=["ATTRIBUTE=code"])
        names = {feature["code"]: feature["district"] for feature in file.GetLayer(0)}
        code = burnt.ReadAsArray()
    assert set(rows) == set(names.values())
    for value, name in names.items():
        row, inside = rows[name], code == value
        counts = np.bincount(zones[inside], minlength=6)
        assert int(row["valid_cells"]) == inside.sum()
        assert float(row["valid_ha"]) == pytest.approx(inside.sum() * CELL_HA)
        for number, zone in enumerate(ZONES, 1):
            assert float(row[f"{zone}_ha"]) == pytest.approx(counts[number] * CELL_HA)
            assert float(row[f"{zone}_pct"]) == pytest.approx(100 * counts[number] / inside.sum())
        lost = density[inside].sum() * CELL_HA
        assert float(row["loss_tc"]) == pytest.approx(lost, rel=1e-6)
        assert float(row["loss_tco2"]) == pytest.approx(lost * 44 / 12, rel=1e-6)


def test_qgis_process_gives_the_same_bytes(districts, tmp_path):
    districts()
    again = tmp_path / "again"
    again.mkdir()
    done = qgis_process("run", str(MODEL), *as_arguments(parameters_in(again)))
    assert done.returncode == 0, done.stderr
    for name in ("districts.csv", "zone_shares.csv", "losses.csv"):
        assert (again / name).read_bytes() == (tmp_path / name).read_bytes(), name
    assert (read_raster(again / "zones.tif") == read_raster(tmp_path / "zones.tif")).all()


def test_cells_without_data_do_not_count(run, land, districts, tmp_path):
    """By hand: left half, right half, and a strip on the row without data."""
    strips = [
        square(0, 0, 2, 4, name="left"),
        square(2, 0, 4, 4, name="right"),
        square(0, 3, 4, 4, name="none"),
    ]
    areas = polygons(tmp_path / "areas.geojson", strips)
    left, right, none = districts(**land, DISTRICTS=areas, NAME_FIELD="name")
    assert [row["district"] for row in (left, right, none)] == ["left", "right", "none"]
    assert [row["valid_cells"] for row in (left, right, none)] == ["6", "6", "0"]
    # Left: two cells stay arable, two become pit, a pit becomes arable, a pit stays.
    for zone, cells in zip(ZONES, (2, 1, 0, 2, 1)):
        assert float(left[f"{zone}_ha"]) == pytest.approx(cells * CELL_HA), zone
        assert float(left[f"{zone}_pct"]) == pytest.approx(100 * cells / 6), zone
    assert float(left["loss_tc"]) == pytest.approx(2 * CELL_HA * 87.11, rel=1e-6)
    assert float(right["loss_tc"]) == pytest.approx(1 * CELL_HA * 108.17, rel=1e-6)
    assert float(none["valid_ha"]) == float(none["loss_tc"]) == 0
    assert {none[f"{zone}_pct"] for zone in ZONES} == {""}
    assert run.feedback.warnings == []


def test_columns_of_the_districts_are_not_taken_for_counts(land, districts, tmp_path):
    own = {"zone_5": 1000, "HISTO_1": 1000, "loss_sum": 1000, "_sum": 1000, "valid_cells": 1000}
    areas = polygons(tmp_path / "areas.geojson", [square(0, 0, 2, 4, name="left", **own)])
    (row,) = districts(**land, DISTRICTS=areas, NAME_FIELD="name")
    assert row["valid_cells"] == "6"
    assert float(row["unassigned_ha"]) == pytest.approx(CELL_HA)
    assert float(row["loss_tc"]) == pytest.approx(2 * CELL_HA * 87.11, rel=1e-6)


def test_a_number_may_name_the_districts(land, districts, tmp_path):
    areas = polygons(tmp_path / "areas.geojson", [square(0, 0, 4, 4, code=1408)])
    assert [row["district"] for row in districts(**land, DISTRICTS=areas, NAME_FIELD="code")] == [
        "1408"
    ]


def test_polygons_beside_the_land_have_nothing(land, districts, tmp_path):
    far = [square(0, 0, 4, 4, name="here"), square(1000, 0, 1004, 4, name="far")]
    areas = polygons(tmp_path / "areas.geojson", far)
    here, beside = districts(**land, DISTRICTS=areas, NAME_FIELD="name")
    assert (here["valid_cells"], beside["valid_cells"]) == ("12", "0")
    assert beside["loss_tc"] in ("0", "0.0")


def test_layers_in_degrees_are_warned_of(run, districts, tmp_path):
    degrees = {
        name: write_raster(
            tmp_path / f"{name}.tif",
            [[1, 7], [1, 1]],
            cell=(0.001, 0.001),
            origin=(112.0, 39.5),
            epsg=4326,
            names=NAMES,
        )
        for name in ("EARLIER", "LATER")
    }
    districts(**degrees)
    assert any(
        re.search("longitude and latitude.*mean area", text) for text in run.feedback.warnings
    )
