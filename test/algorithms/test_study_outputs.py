"""The outputs of the study, each by itself: nothing has to be asked for, and no other is made."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsVectorLayer

from carbon_zones.core.raster.geotiff import GeoTiffWriter
from carbon_zones.test.algorithms.steps import model_of
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import (
    ORIGIN,
    YEARS,
    read_csv,
    read_layer,
    read_raster,
    sample,
    write_csv,
    write_dates,
    write_polygons,
)

FILES = CONTRACTS["study"].outputs
RESULTS = {*CONTRACTS["study"].numbers, "WARNINGS"}


@pytest.fixture
def layers(tmp_path_factory) -> list[str]:
    """A cell of arable land becomes a pit."""
    folder = tmp_path_factory.mktemp("layers")
    names = {1: "Arable land", 2: "Forestland", 7: "Open pit"}
    return write_dates(folder, {1986: [[1, 1, 2]], 2018: [[1, 7, 2]]}, names=names)


def made_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("nothing", [dict.fromkeys(FILES), dict.fromkeys(FILES, "")])
def test_without_any_output_there_are_numbers_and_log(run, layers, tmp_path, monkeypatch, nothing):
    monkeypatch.chdir(tmp_path)
    results = run("study", LAYERS=layers, **nothing)
    assert set(results) == RESULTS
    assert results["TOTAL_LOSS_TC"] == pytest.approx(0.09 * 87.11)
    assert made_in(tmp_path) == set()
    log = [line for line in run.feedback.infos if not line.startswith("Results: {")]
    assert log[-6] == "No output selected."
    assert log[-5].startswith("How much carbon was lost? ")


def test_the_site_is_called_by_the_title_and_controls_the_mask(run, layers, tmp_path):
    """A class table says what is natural; of the three cells, 0.09 ha each, two are in the mask."""
    text = "value,class,name,group,natural\n1,a,Steppe,sink,yes\n2,b,Wood,sink,\n7,c,Pit,mine,"
    x, y = ORIGIN
    box = f"POLYGON(({x} {y},{x + 60} {y},{x + 60} {y - 30},{x} {y - 30},{x} {y}))"
    results = run(
        "study",
        LAYERS=layers,
        CLASSES=write_csv(tmp_path / "classes.csv", text),
        COEFFICIENTS=write_csv(
            tmp_path / "coefficients.csv", "class,soil_tc_per_ha,vegetation_tc_per_ha\na,80,5"
        ),
        MASK=write_polygons(tmp_path / "mask.gpkg", [(box, [])]),
        TITLE="North mine",
        DISCLOSURE=str(tmp_path / "disclosure.csv"),
    )
    (row,) = read_csv(results["DISCLOSURE"])
    assert list(row.values())[:7] == [
        *(
            "North mine",
            "1986-2018",
            "1986",
            "natural ecosystem converted",
            "active",
            "Steppe",
            "Pit",
        )
    ]
    assert [float(cell) for cell in list(row.values())[7:]] == pytest.approx([0.09, 0, 0.09, 50])
    assert run.feedback.warnings == []


@pytest.mark.parametrize("output", FILES)
def test_each_output_by_itself(run, layers, tmp_path, output):
    path = tmp_path / FILES[output]
    results = run("study", LAYERS=layers, **{output: str(path)})
    assert set(results) - RESULTS == {output}
    assert Path(results[output]) == path
    made = {name.split("/")[0] for name in made_in(tmp_path)}
    assert made == {FILES[output]}


def test_a_report_alone_has_all_of_its_maps(run, layers, tmp_path):
    """They are small and its own; zone rasters are neither made nor needed for them."""
    pages = {}
    for name, further in (("alone", {}), ("beside", {"ZONES_FOLDER": str(tmp_path / "zones")})):
        path = tmp_path / f"{name}.html"
        run("study", LAYERS=layers, REPORT=str(path), **further)
        pages[name] = path.read_text(encoding="utf-8")
    maps = [page.count("data:image/png;base64,") for page in pages.values()]
    assert maps[0] == maps[1] > 1
    assert made_in(tmp_path) & {"alone.html", "beside.html"} == {"alone.html", "beside.html"}


def test_no_raster_is_opened_for_writing_where_none_is_asked_for(run, layers, monkeypatch):
    """What is not written is not paid for."""
    opened, begin = [], GeoTiffWriter.__init__

    def noted(tiff, path, *rest):
        opened.append(Path(path).name)
        begin(tiff, path, *rest)

    monkeypatch.setattr(GeoTiffWriter, "__init__", noted)
    run("study", LAYERS=layers, TRANSFERS="TEMPORARY_OUTPUT")
    assert opened == []
    run("study", LAYERS=layers, ZONES_FOLDER="TEMPORARY_OUTPUT")
    assert len(opened) == 5


@pytest.mark.parametrize("asked", ["CLOSURE", "ZONE_SHARES"])
def test_a_model_has_the_outputs_of_the_study_that_it_hands_out(run, layers, tmp_path, asked):
    """And no other, though a model saved before they were optional says nothing of the others."""
    steps = {"study": ("carbonzones:study", {"LAYERS": layers})}
    model = model_of(steps, {"Out": ("study", asked)})
    model.initAlgorithm()
    (definition,) = model.destinationParameterDefinitions()
    assert definition.createByDefault() is (asked != "CLOSURE")
    results = run(model, **{definition.name(): str(tmp_path / "out.csv")})
    assert Path(results[definition.name()]).exists()
    made = {name for name in results if name.startswith("study:")}
    assert made_in(tmp_path) == {"out.csv"}, made


def test_idle_land_in_its_layers_table_and_raster(run, tmp_path):
    """Areas and squares as polygons on the cells; what is too small for an area is 9.45 ha."""
    files = {
        "PRIORITIES": str(tmp_path / "priorities.csv"),
        "IDLE_AREAS": str(tmp_path / "areas.gpkg"),
        "UNITS_LAYER": str(tmp_path / "squares.gpkg"),
        "ZONES_FOLDER": str(tmp_path / "zones"),
    }
    run("study", LAYERS=[sample(year) for year in YEARS], IDLE_YEARS=9, **files)
    ranked = {row["unit"]: row for row in read_csv(files["PRIORITIES"])}
    squares, areas = read_layer(files["UNITS_LAYER"]), read_layer(files["IDLE_AREAS"])
    assert [row["unit"] for row in squares] == list(ranked)
    for row in squares:
        assert row["idle_ha"] == pytest.approx(float(ranked[row["unit"]]["idle_ha"]))
        assert row["shape"].GetArea() == pytest.approx(100e6)
    assert len(areas) == 28
    ranks = [row["rank"] for row in areas]
    assert ranks == sorted(ranks)
    assert ranks[:20] == list(range(1, 21))
    idle = sum(float(row["idle_ha"]) for row in ranked.values())
    assert sum(row["area_ha"] for row in areas) == pytest.approx(idle - 9.45)
    for row in areas:
        assert row["shape"].GetArea() / 10_000 == pytest.approx(row["area_ha"])
        assert 112.2 < row["longitude"] < 112.5
        assert 39.3 < row["latitude"] < 39.6
        assert (row["since"], row["since_first"], row["idle_at_least"]) <= ("2009", "2009", 9)
    for path in (files["UNITS_LAYER"], files["IDLE_AREAS"]):
        assert QgsVectorLayer(path, "", "ogr").crs().authid() == "EPSG:32649"
    years = read_raster(tmp_path / "zones" / "idle_2018.tif")
    counts = dict(zip(*np.unique(years, return_counts=True)))
    assert 0.09 * sum(n for value, n in counts.items() if value > 0) == pytest.approx(idle)
    assert {0, 9} <= set(counts) <= {-32768, 0, 9, 18}


def test_land_of_one_unit_is_no_map_of_one_colour(run, tmp_path):
    """Its idle land is shown alone; of two units there are maps by unit."""
    found = {}
    for side in ("60", "9"):
        page = tmp_path / f"page_{side}.html"
        series = [sample(year) for year in YEARS]
        run("study", LAYERS=series, UNITS_SIZE=float(side), REPORT=str(page))
        text = page.read_text(encoding="utf-8")
        found[side] = [
            re.findall(r'<figure class="map".*?<figcaption>(.*?)</figcaption>', part, re.DOTALL)
            for name in ("priorities", "units")
            for part in re.findall(rf'<section id="{name}".*?</section>', text, re.DOTALL)
        ]
    assert found["60"] == [["Idle land"], []]
    assert [len(titles) for titles in found["9"]] == [3, 1]
    assert found["9"][0][0] == "Idle land, ha"
