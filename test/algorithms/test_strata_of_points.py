"""Points that know their strata: which of all pairings of sample, strata, design and map are used,
and in which words others are refused."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.refusals import sentence_of
from carbon_zones.test.helpers import ORIGIN, read_csv, write_polygons, write_raster

ARROW = "\N{RIGHTWARDS ARROW}"
PLACES = {1: "Arable land", 2: "Forestland", 7: "Open pit"}
NAMES = {
    a * 1000 + b: f"{PLACES[a]} {ARROW} {PLACES[b]}" for a, b in ((1, 1), (2, 2), (1, 7), (2, 7))
}
LAND = np.full((40, 50), 1001)
LAND[:, 30:] = 2002
LAND[4:12, 6:20], LAND[20:30, 32:40] = 1007, 2007
# The map of another period of the same land.
OTHER = np.where(np.indices(LAND.shape)[0] < 8, 1007, LAND)
TAKEN = {"STRATA_BY": "taken", "BUFFER": 3}
SAMPLES = {
    "taken": {**TAKEN, "SIZE": 200},
    "narrow": {**TAKEN, "BUFFER": 1, "SIZE": 200},
    "class": {"SIZE": 200, "ALLOCATION": "equal"},
    "class and buffer": {"BUFFER": 3, "SIZE": 200, "ALLOCATION": "equal"},
    "simple": {"DESIGN": "simple", "SIZE": 200},
}
OWN = ("stratum_name", "stratum_cells", "stratum_ha")
X, Y = ORIGIN
BOX = f"POLYGON (({X} {Y}, {X + 900} {Y}, {X + 900} {Y - 900}, {X} {Y - 900}, {X} {Y}))"


def seen(row) -> int:
    """What somebody sees at a point: by its place, here and there another conversion."""
    odd = int(row["x"] * 7 + row["y"] * 3) % 11 == 0
    return (
        {1001: 1007, 2002: 2007, 1007: 1001, 2007: 2002}[row["map_value"]]
        if odd
        else (row["map_value"])
    )


@pytest.fixture(scope="module")
def land(qgis_app, tmp_path_factory):
    """Two maps of conversions, and samples of the first: their points, and their STRATA."""
    folder = tmp_path_factory.mktemp("strata")
    maps = {
        name: write_raster(folder / f"{name}.tif", cells, dtype=np.int32, names=NAMES)
        for name, cells in (("map", LAND), ("other", OTHER), ("smaller", LAND[:30]))
    }
    call, samples = make_run(), {}
    for number, (name, given) in enumerate(SAMPLES.items()):
        files = [str(folder / f"{number}.{ending}") for ending in ("gpkg", "csv")]
        call("samplepoints", MAP=maps["map"], **given, SAMPLE=files[0], STRATA=files[1])
        with gdal.OpenEx(files[0], gdal.OF_VECTOR) as dataset:
            rows = [feature.items() for feature in dataset.GetLayer(0)]
        samples[name] = [{**row, "label": seen(row)} for row in rows], files[1]
    return folder, maps, samples


def written(folder, rows, without=(), ending="gpkg") -> str:
    """Labelled points as a layer, without some fields."""
    texts = ("map_class", "stratum_name")
    kinds = {
        "stratum_ha": ogr.OFTReal,
        "weight": ogr.OFTReal,
        **dict.fromkeys(texts, ogr.OFTString),
    }
    fields = {name: kinds.get(name, ogr.OFTInteger) for name in rows[0] if name not in without}
    fields = {name: kind for name, kind in fields.items() if name not in ("x", "y")}
    shapes = [(f"POINT ({row['x']} {row['y']})", [row[name] for name in fields]) for row in rows]
    return write_polygons(folder / f"points.{ending}", shapes, fields=fields, kind=ogr.wkbPoint)


def assessed(folder, maps, points, on="map", **parameters):
    """CLASS_ACCURACY by class, STRATUM_PROPORTIONS, and what was told."""
    call, tables = make_run(), [str(folder / name) for name in ("classes.csv", "shares.csv")]
    outputs = {"CLASS_ACCURACY": tables[0], "STRATUM_PROPORTIONS": tables[1]}
    call("accuracy", MAP=maps[on], REFERENCE=points, **outputs, **parameters)
    classes, shares = map(read_csv, tables)
    return {row["class"]: row for row in classes}, shares, call.feedback.infos


def by_hand(rows, strata) -> dict[str, float]:
    """Estimated hectares by class, and those of the strata, by a plain loop."""
    found = dict.fromkeys(NAMES.values(), 0.0)
    for stratum in read_csv(strata):
        own = [row for row in rows if str(row["stratum"]) == stratum["value"]]
        for row in own:
            found[NAMES[row["label"]]] += float(stratum["area_ha"]) / len(own)
    return found


def estimated(classes) -> dict[str, float]:
    return {name: float(row["estimated_ha"]) for name, row in classes.items()}


# --- used rightly --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sample", "on", "ending", "given", "without"),
    [
        ("taken", "map", "gpkg", {}, ()),
        ("taken", "map", "shp", {}, ()),
        ("taken", "map", "gpkg", {"MAP_FIELD": "map_value"}, ()),
        ("taken", "map", "gpkg", {"table": True}, ()),
        ("taken", "map", "gpkg", {"table": True}, OWN),
        # Strata of one map serve any map of the same land (Stehman 2014).
        ("taken", "other", "gpkg", {}, ()),
        ("class", "other", "gpkg", {}, ()),
        ("class and buffer", "map", "gpkg", {}, ()),
        # As by the classes of the map, whose strata they are.
        ("class", "map", "gpkg", {}, ()),
        ("class", "map", "gpkg", {}, OWN),
    ],
)
def test_pairings_that_are_used(land, tmp_path, sample, on, ending, given, without):
    _, maps, samples = land
    rows, strata = samples[sample]
    given = {**given}
    if given.pop("table", False):
        given |= {"STRATA": strata, "STRATUM_FIELD": "stratum"}
    points = written(tmp_path, rows, without, ending)
    classes, shares, _ = assessed(tmp_path, maps, points, on, **given)
    assert estimated(classes) == pytest.approx(by_hand(rows, strata))
    names = [row["class"] for row in read_csv(strata)]
    assert sorted(row["stratum"] for row in shares[:-1]) == sorted(names)
    sizes = {row["class"]: row["cells"] for row in read_csv(strata)}
    assert {row["stratum"]: row["cells"] for row in shares[:-1]} == sizes


@pytest.mark.parametrize("design", ["simple", "stratified"])
def test_a_simple_sample_goes_on_as_it_is(land, tmp_path, design):
    """Alike, or stratified by the map afterwards."""
    _, maps, samples = land
    rows, _ = samples["simple"]
    classes, *_ = assessed(tmp_path, maps, written(tmp_path, rows), DESIGN=design)
    values, sizes = np.unique(LAND, return_counts=True)
    found = dict.fromkeys(NAMES.values(), 0.0)
    strata = [(rows, LAND.size)] if design == "simple" else []
    strata = strata or [
        ([row for row in rows if row["map_value"] == v], n) for v, n in zip(values, sizes)
    ]
    for own, cells in strata:
        for row in own:
            found[NAMES[row["label"]]] += cells * 0.09 / len(own)
    assert estimated(classes) == pytest.approx(found)


# --- refused -------------------------------------------------------------------------------------


def bad(words, sample="taken", without=(), change=None, **given):
    return sample, given, without, change, words


def with_a_point_by_hand(samples):
    rows = samples["taken"][0]
    return [*rows, {**rows[0], **dict.fromkeys(("stratum", "map_value", *OWN))}]


BAD = {
    "no strata in the design": bad("DESIGN: ... stratified", DESIGN="simple"),
    "the same by class": bad("DESIGN: ... stratified", "class", DESIGN="simple"),
    "sizes missing": bad("STRATA: ... stratum_cells ... STRATUM_FIELD", without=OWN),
    "cells missing": bad("STRATA: ... feature 1 ... STRATUM_FIELD", without=OWN[1:2]),
    "hectares missing": bad("STRATA: ... stratum_ha ... STRATUM_FIELD", without=OWN[2:]),
    "a table of another sample": bad(
        "STRATA: ... 'buffer' ... stratum_cells ... use the table of that sample",
        STRATA="narrow",
        STRATUM_FIELD="stratum",
    ),
    "a table without the field": bad("STRATA: ... STRATUM_FIELD", STRATA="taken"),
    "a field without the table": bad("STRATUM_FIELD: ... STRATA", STRATUM_FIELD="stratum"),
    "another mask": bad("MAP: ... 2,000 cells ... MASK", MASK=True),
    "other no data": bad("MAP: ... NODATA", NODATA="2002"),
    "a smaller map": bad("MAP: ... 2,000 cells ... but 1,500 valid cells", on="smaller"),
    "classes of another map": bad("MAP: ... map_value", "class", OWN, on="other"),
    "two samples in one": bad(
        "REFERENCE: ... mixes samples ... use one sample",
        change=lambda samples: samples["taken"][0] + samples["narrow"][0],
    ),
    "a point by hand": bad(
        "REFERENCE: ... feature 201 has no stratum ... remove it", change=with_a_point_by_hand
    ),
    "a stratum without points": bad(
        "MAP: ... cells ... all points of the sample",
        change=lambda samples: [
            row for row in samples["taken"][0] if row["stratum_name"] != "buffer"
        ],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_pairings_that_are_refused(land, tmp_path, name):
    _, maps, samples = land
    sample, given, without, change, words = BAD[name]
    rows = change(samples) if change else samples[sample][0]
    given = {**given}
    if "STRATA" in given:
        given["STRATA"] = samples[given["STRATA"]][1]
    if "MASK" in given:
        given["MASK"] = write_polygons(
            tmp_path / "m.gpkg", [(BOX, [1])], fields={"n": ogr.OFTInteger}
        )
    refused = sentence_of(assessed, tmp_path, maps, written(tmp_path, rows, without), **given)
    place = 0
    for word in words.split(" ... "):
        place = refused.find(word.strip(". "), place)
        assert place >= 0, (word, refused)


def test_a_sample_by_class_may_be_masked(land, tmp_path):
    _, maps, samples = land
    mask = write_polygons(tmp_path / "m.gpkg", [BOX])
    points = written(tmp_path, samples["class"][0])
    _, shares, infos = assessed(tmp_path, maps, points, MASK=mask)
    assert shares[-1]["cells"] == "900"
    assert not any("Strata are taken from" in line for line in infos)
