"""REPORT of the study: what the run hands to it, and it needs nothing from outside.

Its numbers are held by test_page_numbers.py, its sections in test/core.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.helpers import (
    ROOT,
    YEARS,
    read_csv,
    sample,
    write_csv,
    write_dates,
    write_raster,
)
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")

LARGEST = 4_000_000
SCHEMES = ROOT / "resources" / "schemes" / "coal_mine"


def study(run, folder, layers, scheme="auto", **more):
    """Run the study into a folder; returns the page."""
    outputs = {"ZONES_FOLDER": str(folder / "zones"), "REPORT": str(folder / "report.html")}
    results = run("study", LAYERS=layers, SCHEME=scheme, **outputs, **more)
    assert results["REPORT"] == outputs["REPORT"]
    return read_page(outputs["REPORT"])


@pytest.fixture(scope="module")
def report(qgis_app, tmp_path_factory):
    """The folder with the outputs of the study on the sample, and the page."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder = tmp_path_factory.mktemp("report")
    return folder, study(make_run(), folder, [sample(year) for year in YEARS])


def test_method_and_parameters_are_there_in_full(report):
    """So that the page serves as an annex: tables are the shipped ones."""
    _, page = report
    described = {row["Zone"]: row["Description"] for row in page.rows("zone-descriptions")}
    zones = read_csv(SCHEMES / "zones.csv")
    assert described == {row["name"]: row["description"] for row in zones}
    # Zones, and densities, stand once.
    assert {"table-method-zones", "table-losses-coefficients"}.isdisjoint(page.tables)
    rules = [tuple(row.values()) for row in page.rows("method-rules")]
    names = {row["class"]: row["name"] for row in read_csv(SCHEMES / "classes.csv")}
    names |= {"@sink": "carbon sinks (@sink)", "@mine": "mines (@mine)", "=": "="}
    names |= {"@built": "built-up land (@built)", "@water": "water (@water)"}
    of_zone = {row["zone"]: row["name"] for row in zones}
    shipped = read_csv(SCHEMES / "rules.csv")
    assert rules == [
        (names[row["from"]], names[row["to"]], of_zone[row["zone"]]) for row in shipped
    ]
    rows = page.rows("method-coefficients")
    densities = [
        (row["Class"], row["Carbon pool"], float(row["Carbon density, t C/ha"])) for row in rows
    ]
    assert densities == [
        *(("Arable land", "Soil", 82.11), ("Arable land", "Vegetation", 5.0)),
        *(("Forestland", "Soil", 92.67), ("Forestland", "Vegetation", 15.5)),
        *(("Grassland", "Soil", 88.35), ("Grassland", "Vegetation", 6.398)),
    ]
    source = "Yang et al. 2022, section 3.2, citing Yang et al. 2019"
    assert {row["Source"] for row in rows} == {source}
    assert {row["Loss fraction"] for row in rows} == {"1 (default)"}
    groups = {row["Key"]: row["Group"] for row in page.rows("method-classes")}
    assert groups == {row["class"]: row["group"] for row in read_csv(SCHEMES / "classes.csv")}
    parameters = {row["Parameter name"]: row["Value"] for row in page.rows("parameters")}
    assert parameters["AREA_METHOD"] == "Automatic (by CRS) (auto)"
    assert parameters["YEARS"] == "1986,2000,2009,2018"


def test_it_is_said_what_it_was_made_from(report):
    _, page = report
    for year, row in zip(YEARS, page.rows("sources-files")):
        assert row["SHA-256"] == hashlib.sha256(Path(sample(year)).read_bytes()).hexdigest()
    assert "WGS 84 / UTM zone 49N (EPSG:32649)" in page.text
    assert "rules.csv (default, Yang et al. 2022)" in page.text
    # Whoever gets the page has no business with the folders of whoever made it.
    assert os.path.dirname(sample("1986")) not in page.text


def test_every_date_and_period_has_its_map(report):
    """The first date and the last, large, and all four, small; three steps, the span, how often
    land changed, and what became of mined land; idle land and its uptake by squares, three maps,
    and three idle areas."""
    _, page = report
    pictures = [address for address in page.addresses if address.startswith("data:image/png")]
    assert len(pictures) == 18
    # Two of the maps by squares are in the same classes.
    assert len(set(pictures)) == 17
    assert page.text.count("5 km") == 15
    assert page.text.count("2 km") == 3


def test_it_needs_nothing_from_outside_and_is_small(report):
    folder, page = report
    assert (folder / "report.html").stat().st_size < LARGEST
    assert [a for a in page.addresses if not a.startswith(("data:", "#"))] == []
    assert "link" in page.tags  # the icon, which browsers would else ask for
    assert sorted(path.name for path in folder.glob(".*")) == []


def pair_of(folder, later) -> list[str]:
    """Layers of four cells, arable land and forest at first."""
    return write_dates(folder, {1990: [[1, 1, 2, 2]], 2000: [later]})


def test_without_unassigned_land_it_says_so(run, tmp_path):
    layers = write_dates(tmp_path, {1990: [[1, 2]], 2000: [[1, 2]], 2010: [[2, 1]]})
    rules = write_csv(tmp_path / "rules.csv", "from,to,zone\narable,arable,1\nforest,forest,1")
    page = study(run, tmp_path, layers, "coal_mine", RULES=rules)
    assert "1990-2000: none." in page.text
    assert "2000-2010: none." not in page.text
    assert len(page.rows("unassigned-1")) == 2
    assert "table-unassigned-0" not in page.tables


@pytest.mark.slow
def test_very_many_classes_and_dates(run, tmp_path):
    """Fifteen dates of forty-five classes: lists are cut, and it is said by how much."""
    rng = np.random.default_rng(3)
    names = {0: "", **{n: f"Class {n}" for n in range(1, 46)}}
    layers = [
        write_raster(tmp_path / f"land_{year}.tif", rng.integers(1, 46, (60, 60)), names=names)
        for year in range(1950, 2025, 5)
    ]
    groups = "\n".join(f"{n},c{n},Class {n},{'sink' if n < 20 else 'mine'}" for n in range(1, 46))
    classes = write_csv(tmp_path / "classes.csv", f"value,class,name,group\n{groups}")
    stocks = "\n".join(f"c{n},50,5" for n in range(1, 20))
    coefficients = write_csv(
        tmp_path / "k.csv", f"class,soil_tc_per_ha,vegetation_tc_per_ha\n{stocks}"
    )
    rules = write_csv(tmp_path / "rules.csv", "from,to,zone\n@sink,@mine,4")
    page = study(run, tmp_path, layers, CLASSES=classes, COEFFICIENTS=coefficients, RULES=rules)
    assert (tmp_path / "report.html").stat().st_size < LARGEST
    assert " smaller items (" in page.text
    assert "smaller flows listed in the tables only: " in page.text
    assert len(page.figures["chart-matrix"]) == 15


def test_a_missing_package_is_told_before_the_work(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with refuses("REPORT: Python package jinja2 not found"):
        study(run, tmp_path, [sample("1986"), sample("2018")])
    assert os.listdir(tmp_path) == []


def test_without_it_no_package_is_needed(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    layers = pair_of(tmp_path, [1, 7, 2, 7])
    assert "REPORT" not in run("study", LAYERS=layers, SCHEME="coal_mine", AREAS="TEMPORARY_OUTPUT")
