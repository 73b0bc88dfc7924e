"""SCHEME: what the values of unnamed rasters mean, in every algorithm and way of running."""

from __future__ import annotations

import pytest
from osgeo import gdal

from carbon_zones.core.scheme.defaults import load_legend_table
from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import read_csv, write_csv, write_dates, write_raster
from carbon_zones.test.pages import read_page

NEED_IT = [name for name, contract in CONTRACTS.items() if contract.needs_scheme]
# The paper's values, which many products use for other things.
EARLIER, LATER = [[1, 2, 3, 5], [2, 8, 1, 11]], [[7, 2, 1, 5], [8, 2, 9, 11]]


def unnamed(folder, algorithm: str, **options) -> dict:
    """A run on rasters that say nothing of their values but, if asked, their colours."""
    contract = CONTRACTS[algorithm]
    layers = write_dates(folder, {1990: EARLIER, 2000: LATER}, cell=(100, 100), **options)
    inputs = contract.inputs(layers, folder)
    inputs.pop("SCHEME", None)
    outputs = (*contract.required, *contract.needs_scheme_for)
    return {**inputs, **dict.fromkeys(outputs, "TEMPORARY_OUTPUT")}


@pytest.mark.parametrize("as_model", [False, True])
@pytest.mark.parametrize("algorithm", NEED_IT)
def test_values_that_nobody_names_are_refused(run, tmp_path, algorithm, as_model):
    given = unnamed(tmp_path, algorithm)
    steps = (as_step(algorithm, given), {}) if as_model else (algorithm, given)
    message = sentence_of(run, steps[0], **steps[1])
    values = "(1, 2, 3, 5, 7, 8, 9, 11)" if "MAP" not in given else "(1, 2, 5, 7, 8, 9, 11)"
    for words in ("SCHEME: the layers have no class names", "Scheme tables from layers", values):
        assert words in message
    assert "match coal_mine" in message


# The first has codes that are no class, the second two that mean no data.
@pytest.mark.parametrize("scheme", ["corine", "esri"])
def test_a_product_opens_its_own_codes(run, tmp_path, scheme):
    """Names and what is left out, code by code, as the product's table says."""
    table = load_legend_table(scheme).rows
    codes = [int(row["value"]) for row in table]
    path = write_raster(tmp_path / "codes.tif", [codes], dtype="i4", cell=(100, 100))
    shares = tmp_path / "shares.csv"
    results = run("areashares", LAYERS=[path], SCHEME=scheme, SHARES=str(shares))
    expected: dict = {}
    for row in table:
        name = row["name"] if row["role"] == "class" else row["value"]
        if row["role"] != "nodata":
            expected[name] = expected.get(name, 0) + 1
    assert {row["class"]: int(row["cells"]) for row in read_csv(shares)} == expected
    assert results["EXCLUDED_CELLS"] == [row["role"] for row in table].count("nodata")
    unclassified = [row["value"] for row in table if row["role"] == "none"]
    warned = [text for text in run.feedback.warnings if "has no class name" in text]
    assert len(warned) == len(unclassified)


def recorded(run, folder, **more) -> dict:
    """What a raster of transfermatrix says of its classes."""
    given = unnamed(folder, "transfermatrix")
    path = str(folder / "conversions.tif")
    run("transfermatrix", **{**given, "CONVERSIONS": path, **more})
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path) as dataset:
        record = dataset.GetMetadata()
    return {name: record[name] for name in ("SCHEME", "CLASSES")}


def test_the_record_says_where_the_classes_are_from(run, tmp_path):
    none = {"SCHEME": "auto", "CLASSES": "none, called by their values"}
    assert recorded(run, tmp_path) == none
    shipped = {"SCHEME": "clcd", "CLASSES": "from a shipped legend"}
    assert recorded(run, tmp_path, SCHEME="clcd") == shipped
    table = write_csv(tmp_path / "mine.csv", "value,class\n1,a\n2,b\n")
    own = {"SCHEME": "clcd", "CLASSES": "mine"}
    assert recorded(run, tmp_path, SCHEME="clcd", CLASSES=table) == own
    assert "SCHEME ignored: CLASSES is given." in run.feedback.infos


def test_the_report_says_which_legend_it_was(run, tmp_path):
    page = tmp_path / "report.html"
    run("study", **{**unnamed(tmp_path, "study"), "SCHEME": "coal_mine", "REPORT": str(page)})
    text = read_page(page).text
    assert "Coal mine, classes of Yang et al. 2022 (1-11) (built-in legend)" in text
    assert "layer names" not in text


def test_a_scheme_for_other_values_is_refused(run, tmp_path):
    given = unnamed(tmp_path, "zonereclassification")
    with refuses(r"no valid cell has a classified value \(1, 2, 3, 5, 7, 8, 9, 11\)"):
        run("zonereclassification", **{**given, "SCHEME": "corine"})
