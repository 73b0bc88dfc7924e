"""From a sample of conversions to tonnes by its areas, through the algorithms as they are run."""

from __future__ import annotations

import pytest
from osgeo import gdal, ogr

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_carbon_ledger import coefficients
from carbon_zones.test.core.support import attribute_table
from carbon_zones.test.helpers import read_csv, sample, write_csv, write_polygons
from carbon_zones.test.pages import read_page

pytestmark = pytest.mark.usefixtures("qgis_app")

CERTAIN = {"u95_soil_pct": 0, "u95_vegetation_pct": 0}
PAIR = {"EARLIER": sample("2009"), "LATER": sample("2018")}
ADJUSTED = ("ADJUSTED_LOSS_TC", "ADJUSTED_LOW_TC", "ADJUSTED_HIGH_TC")


def shares(classes, wrong=0.05) -> str:
    """PROPORTIONS of 40 samples in each conversion, of which a share is the next one."""
    whole, size = sum(area for _, area in classes), len(classes)
    lines = [",".join(["map_class", *(name for name, _ in classes), "total,samples,mapped_ha"])]
    for n, (name, area) in enumerate(classes):
        own = [0.0] * size
        own[(n + 1) % size] += area / whole * wrong
        own[n] += area / whole * (1 - wrong)
        lines.append(",".join(map(str, [name, *own, area / whole, 40, area])))
    return "\n".join(lines)


@pytest.fixture(scope="module")
def conversions(qgis_app, tmp_path_factory):
    """Those of the last period of the sample: name and hectares."""
    path = str(tmp_path_factory.mktemp("maps") / "conversions.tif")
    make_run()("transfermatrix", **PAIR, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=path)
    return [(row["Name"], float(row["Hectares"])) for row in attribute_table(path)]


def losses(folder, table: str, **parameters):
    """UNCERTAINTY of the losses of the last period, the results and the messages."""
    call = make_run()
    results = call(
        "carbonloss",
        **PAIR,
        COEFFICIENTS=coefficients(folder, **CERTAIN),
        AREA_ERRORS=write_csv(folder / "errors.csv", table),
        LOSSES="TEMPORARY_OUTPUT",
        UNCERTAINTY=str(folder / "uncertainty.csv"),
        **parameters,
    )
    return read_csv(folder / "uncertainty.csv"), results, call.feedback


def test_tonnes_by_the_sample_need_no_table(tmp_path, conversions):
    call = make_run()
    errors = write_csv(tmp_path / "errors.csv", shares(conversions))
    results = call("carbonloss", **PAIR, AREA_ERRORS=errors, LOSSES="TEMPORARY_OUTPUT")
    assert set(ADJUSTED) <= set(results)
    assert any(line.startswith("Error-adjusted areas: ") for line in call.feedback.infos)


def test_a_mask_leaves_out_what_the_sample_is_of(tmp_path, conversions):
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(sample("2009")) as land:
        x, _, _, y, _, _ = land.GetGeoTransform()
    corners = ((0, 0), (9000, 0), (9000, -9000), (0, -9000), (0, 0))
    square = f"POLYGON (({', '.join(f'{x + dx} {y + dy}' for dx, dy in corners)}))"
    mask = write_polygons(tmp_path / "mask.gpkg", [(square, [1])], fields={"n": ogr.OFTInteger})
    rows, results, feedback = losses(tmp_path, shares(conversions), MASK=mask)
    assert {row["areas"] for row in rows} == {"mapped"}
    assert not set(ADJUSTED) & set(results)
    assert any("differs from the analysed area" in line for line in feedback.warnings)


def test_units_have_rows_by_the_map_and_the_whole_its_numbers(tmp_path, conversions):
    units = {"UNITS_RASTER": sample("1986")}
    rows, results, _ = losses(tmp_path, shares(conversions), **units)
    assert len({row["unit"] for row in rows}) > 3
    assert {row["areas"] for row in rows} == {"mapped"}
    assert set(ADJUSTED) <= set(results)


def ledger(folder, table: str, terms=CERTAIN, **parameters):
    """The results of the ledger of the last period."""
    return make_run()(
        "carbonledger",
        LAYERS=list(PAIR.values()),
        COEFFICIENTS=coefficients(folder, **terms),
        AREA_ERRORS=write_csv(folder / "errors.csv", table),
        **parameters,
    )


def test_the_report_has_the_areas_of_the_sample_behind_the_land_taken_since(tmp_path, conversions):
    path = tmp_path / "report.html"
    results = ledger(tmp_path, shares(conversions), DRAWS=300, REPORT=str(path))
    text = read_page(path).text
    # To the second digit of the half-width.
    half_width = (results["ADJUSTED_NET_HIGH_TC"] - results["ADJUSTED_NET_LOW_TC"]) / 2
    step = 10 ** (len(str(int(half_width))) - 2)
    net = f"{round(-results['ADJUSTED_NET_TC'] / step) * step:,}"
    # Of all land, and so behind that of the land taken since.
    for first, second in (
        ("Land disturbed since ", "All periods: error-adjusted areas, all this land: "),
        (
            "Net carbon loss by ",
            "Net carbon loss of all disturbed land, error-adjusted areas (possibly more) "
            f"{net} t C",
        ),
    ):
        assert text.index(first) < text.index(second)
    assert f"all this land: net loss of {net} t C (" in text
    assert "Growth, and all other results unless stated otherwise, use mapped areas." in text
    rows = read_page(path).rows("uncertainty")
    assert [row["Area basis"] for row in rows] == ["error-adjusted"] * 20 + ["mapped"] * 20


def test_the_report_has_no_width_of_a_sample_that_agrees_with_the_map(tmp_path, conversions):
    """Neither in tables nor in charts; what may lie unseen stands with tile, story and table."""
    path, widths = tmp_path / "report.html", {"u95_soil_pct": 10, "u95_vegetation_pct": 20}
    ledger(tmp_path, shares(conversions, 0), terms=widths, DRAWS=300, REPORT=str(path))
    page = read_page(path)
    assert (
        "Net carbon loss of all disturbed land, error-adjusted areas (possibly more)" in page.text
    )
    # Story and table.
    assert page.text.count("the carbon loss may be underestimated") == 2
    rows = page.rows("area-estimates")
    assert {row["95 % margin of error, ha"] for row in rows} == {"\N{EN DASH}"}
    assert {row["95 % margin of error, % of mapped area"] for row in rows} == {"\N{EN DASH}"}
    # By the areas of the sample, then by those of the map.
    of_sample, of_map, *_ = page.figures["chart-intervals"]
    (bars,), (others,) = of_sample["data"], of_map["data"]
    for name in ("array", "arrayminus"):
        assert max(bars["error_x"][name]) < 1e-6 < max(others["error_x"][name])
