"""What is given is done or refused, never passed over: in a script, and as the step of a model.

QGIS's own getters answer what they do not understand with the default, and never check a step.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from qgis.core import QgsProcessingOutputLayerDefinition, QgsProperty, QgsRasterLayer

from carbon_zones.test.algorithms.refusals import refuses
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.helpers import read_csv, write_dates


@pytest.fixture
def layers(tmp_path):
    """Three dates of 2 x 3 cells, with the values 1 to 6 in the first row's order."""
    rows = [[[1, 2, 3], [4, 5, 6]], [[1, 2, 2], [4, 5, 5]], [[1, 1, 1], [4, 4, 4]]]
    return write_dates(tmp_path, dict(zip((1990, 2000, 2010), rows)), name="lu_{}.tif")


@pytest.fixture(params=["script", "step"])
def do(request, run):
    """Run an algorithm by itself, or as the step of a model."""

    def call(algorithm, **parameters):
        if request.param == "script":
            return run(algorithm, **parameters)
        return run(as_step(algorithm, parameters))

    return call


@pytest.fixture
def matrix(do, layers, tmp_path):
    """The pairs of classes of a transfer matrix, as text."""

    def call(**changed):
        table = tmp_path / "transfers.csv"
        pair = {"EARLIER": layers[0], "LATER": layers[1]}
        do("transfermatrix", **{**pair, "TRANSFERS": str(table), **changed})
        return [(row["from_class"], row["to_class"]) for row in read_csv(table)]

    return call


ALL = [("1", "1"), ("2", "2"), ("3", "2"), ("4", "4"), ("5", "5"), ("6", "5")]


@pytest.mark.parametrize(
    "nodata",
    [[1, 4], (1, 4), ["1", "4"], [[1], [4]], [1.0, 4], "1,4", "1, 4", QgsProperty.fromValue("1,4")],
    ids=str,
)
def test_no_data_values_in_a_list_are_left_out(matrix, nodata):
    left = [pair for pair in ALL if not {"1", "4"} & set(pair)]
    assert matrix(NODATA=nodata) == left


@pytest.mark.parametrize("years", [[1950, 1960, 1970], ("1950", "1960", "1970"), "1950,1960,1970"])
def test_years_in_a_list(do, layers, tmp_path, years):
    table = tmp_path / "shares.csv"
    do("areashares", LAYERS=layers, YEARS=years, SHARES=str(table))
    assert sorted({row["year"] for row in read_csv(table)}) == ["1950", "1960", "1970"]


@pytest.mark.parametrize("algorithm", ["areashares", "study"])
@pytest.mark.parametrize("between", [";", ",", " , ", " ", "\n", '", "'])
def test_layers_as_one_text_are_to_be_a_list(do, layers, algorithm, between):
    text = between.join(layers[:2])
    if '"' in between:
        text = f'["{text}"]'
    one_line = re.escape(re.sub(r"\s*\n\s*", " ", text))
    with refuses(f"LAYERS: '{one_line}' is a single text; give a l"):
        do(algorithm, LAYERS=text, **({} if algorithm == "study" else {"SHARES": "memory:"}))


@pytest.mark.parametrize("name", ["lu, 1990.tif", "no such land.tif", "a.b c.tif", "one;two"])
def test_one_layer_that_is_missing_is_no_list(do, tmp_path, name):
    with refuses(r"LAYERS: layer or file .* not found"):
        do("areashares", LAYERS=[str(tmp_path / name)], SHARES="memory:")


# The left column of cells, in all the ways in which an extent may come.
X, Y, CELL = 600_000.0, 4_400_000.0, 30.0
LEFT = (X, X + CELL, Y - 2 * CELL, Y)


@pytest.mark.parametrize(
    "extent",
    [
        ",".join(map(str, LEFT)),
        ",".join(map(str, LEFT)) + " [EPSG:32649]",
        list(LEFT),
        [str(edge) for edge in LEFT],
    ],
    ids=str,
)
def test_an_extent(matrix, extent):
    assert matrix(EXTENT=extent) == [("1", "1"), ("4", "4")]


def test_a_choice_by_an_expression(matrix):
    assert matrix(GRID=QgsProperty.fromExpression("'la' || 'ter'")) == ALL


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        *(("EXTENT", extent, "EXTENT") for extent in ("0,inf,0,1", "1,2,3", [1, 2], {"xmin": 1})),
        ("EXTENT", "600000,600030,4399940,4400000 [EPSG:999999]", "unknown CRS 'EPSG:999999'"),
        ("EXTENT", "600000,600030,4399940,4400000 [somewhere]", "unknown CRS 'somewhere'"),
        ("AREA_METHOD", "x", "Cell area / AREA_METHOD: 'x' is not one of"),
        ("GRID", QgsProperty.fromExpression("1/"), "GRID: .*cannot be evaluated"),
        ("GRID", QgsProperty.fromExpression("env('no_such_variable')"), "GRID: .*cannot be evalua"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_refused(matrix, name, value, said):
    with refuses(said):
        matrix(**{name: value})


@pytest.mark.parametrize(
    ("name", "near"), [("NODATTA", "NODATA"), ("nodata", "NODATA"), ("AREAMETHOD", "AREA_METHOD")]
)
def test_a_parameter_that_there_is_not(run, layers, tmp_path, name, near):
    with refuses(f"Unknown parameter {name}; did you mean {near}"):
        run("transfermatrix", EARLIER=layers[0], LATER=layers[1], **{name: "1"})


def test_the_same_layer_twice_is_refused(do, matrix, layers, tmp_path):
    with refuses("EARLIER and LATER are the same band of layer 'lu_1990'"):
        matrix(LATER=layers[0])
    with refuses("LAYERS: 'lu_1990' is given twice"):
        do("areashares", LAYERS=[*layers[:2], layers[0]], SHARES=str(tmp_path / "shares.csv"))


@pytest.mark.parametrize("band", [1, 1.0, "1", [1]], ids=str)
def test_a_band(matrix, band):
    assert matrix(EARLIER_BAND=band) == ALL


@pytest.mark.parametrize("given", ["path", "list", "pathlib", "property", "layer"])
def test_a_layer_in_every_way(run, layers, tmp_path, given):
    path = layers[0]
    earlier = {
        "path": path,
        "list": [path],
        "pathlib": Path(path),
        "property": QgsProperty.fromExpression(f"'{path}'"),
        "layer": QgsRasterLayer(path, "lu_1990"),
    }[given]
    results = run(
        "transfermatrix", EARLIER=earlier, LATER=layers[1], TRANSFERS=str(tmp_path / "t.csv")
    )
    assert results["VALID_CELLS"] == 6


def test_outputs_by_expression_are_where_it_says(run, layers, tmp_path):
    place = tmp_path / "made.csv"
    run(
        "transfermatrix",
        EARLIER=layers[0],
        LATER=layers[1],
        TRANSFERS=QgsProcessingOutputLayerDefinition(QgsProperty.fromExpression(f"'{place}'")),
        MATRIX=QgsProperty.fromExpression(f"'{tmp_path}' || '/matrix.csv'"),
    )
    assert len(read_csv(place)) == len(ALL)
    assert (tmp_path / "matrix.csv").exists()
