"""Runs where Windows's rules about files hold: refused before any work, in words for people."""

from __future__ import annotations

import os
import re

import pytest
from qgis.core import QgsVectorLayer

from carbon_zones.algorithms.polygon_classes import PolygonClasses
from carbon_zones.bridge import destinations
from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.contract.polygonclasses import mines
from carbon_zones.test.core.windows_rules import DENIED, Windows
from carbon_zones.test.helpers import write_pair, write_polygons


@pytest.fixture
def pair(tmp_path):
    return write_pair(tmp_path, {1990: [[1, 2, 1]], 2000: [[1, 2, 1]]}, name="lu_{}.tif")


@pytest.fixture
def windows(monkeypatch):
    # What a run looks at before it, and nothing of its work.
    monkeypatch.setattr(destinations, "check_outputs_unmodified", None)
    return Windows(monkeypatch)


def test_a_result_that_is_open_elsewhere(run, tmp_path, pair, windows):
    path = tmp_path / "out.csv"
    path.write_text("old")
    windows.hold(path)
    assert sentence_of(run, "transfermatrix", **pair, TRANSFERS=str(path)) == (
        f"Transfers / TRANSFERS: {path} cannot be replaced (open in another "
        "program, or write-protected)"
    )
    assert path.read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["lu_1990.tif", "lu_2000.tif", "out.csv"]


def test_a_raster_in_a_folder_that_is_open_elsewhere(run, tmp_path, pair, monkeypatch):
    """Its name is the run's own; it is seen while the run is prepared."""
    given = {"LAYERS": list(pair.values()), **mines(tmp_path), "FOLDER": str(tmp_path / "out")}
    first, *_ = run("polygonclasses", **given)["CHANGED_LAYERS"]
    Windows(monkeypatch).hold(first)
    monkeypatch.setattr(PolygonClasses, "execute", None)
    said = sentence_of(run, "polygonclasses", **given)
    assert f"{first} cannot be replaced (open in another program" in said


def test_an_input_is_called_one_though_qgis_has_it_open(run, pair, windows):
    windows.hold(pair["EARLIER"])
    said = sentence_of(
        run, "transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=pair["EARLIER"]
    )
    assert said.endswith(f"'{pair['EARLIER']}' is already used as an input of this run")


def test_a_table_may_go_into_a_database_that_is_open(run, tmp_path, pair, monkeypatch):
    database = write_polygons(tmp_path / "d.gpkg", ["POLYGON ((0 0, 0 1, 1 1, 0 0))"])
    Windows(monkeypatch).hold(database)
    run("transfermatrix", **pair, TRANSFERS=f"ogr:dbname='{database}' table=\"transfers\"")
    assert QgsVectorLayer(f"{database}|layername=transfers", "", "ogr").featureCount() == 2


def test_a_scheme_that_stays_as_it_is_may_be_open(run, tmp_path, pair, monkeypatch):
    scheme = {"LAYERS": list(pair.values()), "OUTPUT": str(tmp_path / "scheme.xlsx")}
    run("makescheme", **scheme)
    Windows(monkeypatch).hold(scheme["OUTPUT"])
    run("makescheme", **scheme)


@pytest.mark.parametrize("below", ["", "deep/down"])
def test_a_folder_that_cannot_be_written_to(run, tmp_path, pair, windows, below):
    folder = tmp_path / "closed"
    folder.mkdir()
    windows.closed = {folder}
    given = {"LAYERS": list(pair.values()), "SCHEME": "coal_mine"}
    trouble = re.escape(f"{folder} cannot be written: {DENIED}")
    with refuses(f"^Zone raster folder / ZONES_FOLDER: {trouble}$"):
        run("study", **given, ZONES_FOLDER=str(folder / below))
    if not below:
        with refuses(f"^Report / REPORT: {trouble}$"):
            run("study", **given, REPORT=str(folder / "report.html"))
