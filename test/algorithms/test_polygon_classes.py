"""Polygons put into land use: under which value, for how long, and in a model.

Whose cell it is where they overlap shows test/core/test_replaced.py.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from osgeo import ogr

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.steps import model_of
from carbon_zones.test.algorithms.test_mask import box
from carbon_zones.test.helpers import (
    read_csv,
    read_raster,
    write_csv,
    write_pair,
    write_polygons,
    write_raster,
)

NODATA = 255
NAMES = {1: "Arable land", 2: "Forest", 3: "Grassland"}


@pytest.fixture
def layer(tmp_path):
    """Makes a named layer of a date, 12 x 20 cells with a few of them without data."""

    def make(year, seed=1, names=NAMES, **more):
        rng = np.random.default_rng(seed)
        cells = rng.choice(list(names), (12, 20))
        cells[rng.random((12, 20)) < 0.05] = NODATA
        path = tmp_path / f"lu_{year}.tif"
        return write_raster(path, cells, nodata=NODATA, names=names, **more), cells

    return make


def changed(found) -> list[np.ndarray]:
    return [read_raster(path) for path in found["CHANGED_LAYERS"]]


def mines(folder, *shapes) -> str:
    """Rectangles, each with its class, first and last year."""
    return write_polygons(
        folder / "mines.gpkg",
        [(box(*place), rest) for place, *rest in shapes],
        fields={"kind": ogr.OFTString, "since": ogr.OFTInteger, "until": ogr.OFTInteger},
    )


FIELDS = {"CLASS_FIELD": "kind", "FROM_FIELD": "since", "TO_FIELD": "until"}


def test_polygons_without_a_class_take_the_one_that_is_given(run, tmp_path, layer):
    """As Maus et al. publish theirs: longitude and latitude, a country and an area, no class."""
    path, cells = layer(2010)
    # A rectangle of more than the whole raster, and one on the other side of the earth.
    polygons = write_polygons(
        tmp_path / "global_mining_polygons.gpkg",
        [
            ("MULTIPOLYGON (((112 39, 113 39, 113 40, 112 40, 112 39)))", ("CHN", "China", 1.5)),
            ("MULTIPOLYGON (((-70 -20, -69 -20, -69 -19, -70 -20)))", ("CHL", "Chile", 2.5)),
        ],
        epsg=4326,
        fields={"ISO3_CODE": ogr.OFTString, "COUNTRY_NAME": ogr.OFTString, "AREA": ogr.OFTReal},
        kind=ogr.wkbMultiPolygon,
    )
    found = run(
        "polygonclasses",
        LAYERS=[path],
        POLYGONS=polygons,
        CLASS="open_pit",
        FOLDER=str(tmp_path / "out"),
        REPLACED=str(tmp_path / "replaced.csv"),
    )
    (now,) = changed(found)
    assert (now[cells != NODATA] == 101).all()
    assert (now[cells == NODATA] == NODATA).all()
    rows = read_csv(tmp_path / "replaced.csv")
    assert {row["to_class"] for row in rows} == {"Open pit"}
    by_class = {row["from_class"]: int(row["cells"]) for row in rows}
    assert by_class == {name: int((cells == value).sum()) for value, name in NAMES.items()}
    hidden = int((cells == NODATA).sum())
    assert any(
        f": {hidden} NoData cells inside polygons remain NoData." in line
        for line in run.feedback.infos
    )


def test_the_new_layers_go_on_to_the_next_step_of_a_model(run, tmp_path, layer):
    layers = [layer(year, seed=year)[0] for year in (2000, 2010)]
    shapes = ((2, 2, 10, 8), "open_pit", 2010, None), ((12, 2, 18, 9), "open_pit", None, 2000)
    given = {"POLYGONS": mines(tmp_path, *shapes), **FIELDS}
    put = {"LAYERS": layers, **given, "FOLDER": str(tmp_path / "out")}
    steps = {
        "put": ("carbonzones:polygonclasses", put),
        "count": ("carbonzones:areashares", {"LAYERS": ("put", "CHANGED_LAYERS")}),
    }
    model = model_of(steps, {"areas": ("count", "SHARES")})
    run(model, areas=str(tmp_path / "areas.csv"))
    rows = [r for r in read_csv(tmp_path / "areas.csv") if r["class"] == "Open pit"]
    cells = {row["year"]: int(row["cells"]) for row in rows}
    steps = run("polygonclasses", LAYERS=layers, **given, FOLDER=str(tmp_path / "alone"))
    first, last = changed(steps)
    counted = (first != NODATA) & (last != NODATA)
    pits = [(one == 101) & counted for one in (first, last)]
    assert cells == dict(zip(("2000", "2010"), (int(pit.sum()) for pit in pits)))
    places = [[(min(n), max(n)) for n in np.nonzero(pit)] for pit in pits]
    assert places == [[(2, 8), (12, 17)], [(2, 7), (2, 9)]]


def test_mines_put_into_a_product_that_has_none_take_land_there(run, tmp_path):
    """What they are called tells their group; shrubs are a sink of that product's own."""
    cells = np.random.default_rng(7).choice([1, 2, 3, 4, 5, 8], (2, 12, 20))
    pair = write_pair(tmp_path, {1990: cells[0], 2000: cells[1]}, name="clcd_{}.tif", nodata=0)
    shapes = [((2, 2, 10, 8), "Open pit"), ((10, 2, 14, 9), "Waste dumping site")]
    shapes += [((14, 2, 18, 9), "General disturbed land"), ((1, 9, 8, 11), "Facility")]
    given = {"POLYGONS": mines(tmp_path, *((*one, 2000, None) for one in shapes)), **FIELDS}
    given |= {"LAYERS": list(pair.values()), "SCHEME": "clcd", "FOLDER": str(tmp_path / "out")}
    found = run("polygonclasses", **given)
    first, last = changed(found)
    assert (first == cells[0]).all()
    names = {1: "Arable land", 2: "Forestland", 3: "Shrubland", 4: "Grassland"}
    taken = Counter(names[value] for value in first[last > 100].tolist() if value in names)
    land = dict(zip(("EARLIER", "LATER"), found["CHANGED_LAYERS"]), SCHEME="clcd")
    text = "class,soil_tc_per_ha,vegetation_tc_per_ha\narable,82,5\nforest,92,15\ngrass,88,6"
    losses = {**land, "LOSSES": str(tmp_path / "losses.csv")}
    with refuses("no carbon densities for .*: 'shrub'"):
        run("carbonloss", **losses, COEFFICIENTS=write_csv(tmp_path / "few.csv", text))
    densities = write_csv(tmp_path / "all.csv", f"{text}\nshrub,50,4")
    run("carbonloss", **losses, COEFFICIENTS=densities)
    rows, lost = read_csv(tmp_path / "losses.csv"), Counter()
    for row in rows:
        lost[row["from_class"]] += float(row["area_ha"]) / 0.09
    assert lost == pytest.approx(taken)
    places = {"Open pit", "Dump", "Stripping land", "Industrial land"}
    assert {row["to_class"] for row in rows} == places
