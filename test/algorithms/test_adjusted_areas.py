"""From a sample of conversions to tonnes by its areas, through the algorithms as they are run."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr

from carbon_zones.test.algorithms.conftest import make_run
from carbon_zones.test.algorithms.test_carbon_ledger import coefficients
from carbon_zones.test.algorithms.test_ledger_accuracy import classes_of
from carbon_zones.test.helpers import read_csv, sample, write_csv, write_polygons
from carbon_zones.test.pages import read_page

pytestmark = pytest.mark.usefixtures("qgis_app")

CERTAIN = {"u95_soil_pct": 0, "u95_vegetation_pct": 0}
PAIR = {"EARLIER": sample("2009"), "LATER": sample("2018")}
ADJUSTED = ("ADJUSTED_LOSS_TC", "ADJUSTED_LOW_TC", "ADJUSTED_HIGH_TC")


def shares(classes, period="") -> str:
    """PROPORTIONS of 40 samples in each conversion, two of which are the next one."""
    names = [name for _, name, _ in classes]
    whole, size = sum(area for *_, area in classes), len(classes)
    lines = [",".join(["map_class", *names, "total", "samples", "mapped_ha"])]
    lines[0] += ",period" if period else ""
    for n, (_, name, area) in enumerate(classes):
        own = [0.0] * size
        own[n], own[(n + 1) % size] = area / whole * 0.95, area / whole * 0.05
        cells = [name, *own, area / whole, 40, area, *([period] if period else [])]
        lines.append(",".join(map(str, cells)))
    return "\n".join(lines)


@pytest.fixture(scope="module")
def conversions(qgis_app, tmp_path_factory):
    """Those of the last period of the sample: value, name, hectares."""
    path = str(tmp_path_factory.mktemp("maps") / "conversions.tif")
    make_run()("transfermatrix", **PAIR, TRANSFERS="TEMPORARY_OUTPUT", CONVERSIONS=path)
    return classes_of(path)


def losses(folder, table: str, terms=CERTAIN, **parameters):
    """UNCERTAINTY of the losses of the last period, the results, what was told."""
    call = make_run()
    results = call(
        "carbonloss",
        **PAIR,
        COEFFICIENTS=coefficients(folder, **terms),
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


def ledger(folder, table: str, layers=("2009", "2018"), terms=CERTAIN, **parameters):
    call = make_run()
    results = call(
        "carbonledger",
        LAYERS=[sample(year) for year in layers],
        COEFFICIENTS=coefficients(folder, **terms),
        AREA_ERRORS=write_csv(folder / "errors.csv", table),
        UNCERTAINTY=str(folder / "uncertainty.csv"),
        **parameters,
    )
    return read_csv(folder / "uncertainty.csv"), results, call.feedback


def test_a_ledger_loses_what_the_pair_does(tmp_path, conversions):
    (tmp_path / "pair").mkdir()
    pair, _, _ = losses(tmp_path / "pair", shares(conversions))
    whole, results, feedback = ledger(tmp_path, shares(conversions), DRAWS=0)
    wanted = [row for row in pair if row["measure"] == "t C" and row["areas"] == "adjusted"]
    found = [
        row
        for row in whole
        if (row["item"], row["measure"], row["areas"]) == ("loss", "t C", "adjusted")
    ]
    assert len(found) == len(wanted) > 0
    for one, other in zip(found, wanted):
        assert one["method"] == other["method"]
        for name in ("estimate", "sd", "low", "high"):
            assert float(one[name]) == pytest.approx(float(other[name]))
    gain = next(r for r in whole if r["item"] == "gain" and r["areas"] == "adjusted")
    net = float(gain["estimate"]) - float(found[0]["estimate"])
    assert results["ADJUSTED_NET_TC"] == pytest.approx(net)
    assert results["ADJUSTED_NET_LOW_TC"] < net < results["ADJUSTED_NET_HIGH_TC"]
    told = feedback.infos
    lead = next(n for n, line in enumerate(told) if line.startswith("Error-adjusted areas: "))
    assert lead < next(n for n, line in enumerate(told) if line.startswith("All periods: "))


def test_the_report_has_the_areas_of_the_sample_behind_the_land_taken_since(tmp_path, conversions):
    path = tmp_path / "report.html"
    _, results, _ = ledger(tmp_path, shares(conversions), DRAWS=300, REPORT=str(path))
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
    path, size = tmp_path / "report.html", len(conversions)
    whole = sum(area for *_, area in conversions)
    names = [name for _, name, _ in conversions]
    lines = [",".join(["map_class", *names, "total,samples,mapped_ha"])]
    for n, (_, name, area) in enumerate(conversions):
        own = ["0"] * size
        own[n] = str(area / whole)
        lines.append(",".join([name, *own, own[n], "40", str(area)]))
    widths = {"u95_soil_pct": 10, "u95_vegetation_pct": 20}
    ledger(tmp_path, "\n".join(lines), terms=widths, DRAWS=300, REPORT=str(path))
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


def test_shares_go_from_the_assessment_into_tonnes(tmp_path, conversions):
    """Every twentieth hectare is the next conversion, by hand."""
    rows, results, feedback = losses(tmp_path, shares(conversions))
    density = {"Arable land": 87.11, "Forestland": 108.17, "Grassland": 94.748}
    mines = ("Open pit", "Stripping land", "Dump", "Industrial land")
    tonnes = {}
    for _, name, _ in conversions:
        source, target = name.split(" \N{RIGHTWARDS ARROW} ")
        tonnes[name] = density.get(source, 0) if target in mines else 0
    names = [name for _, name, _ in conversions]
    lost, variance, above = 0.0, 0.0, 0.0
    for n, (_, name, area) in enumerate(conversions):
        seen = [name] * 38 + [names[(n + 1) % len(names)]] * 2
        points = np.array([tonnes[one] for one in seen])
        lost += area * points.mean()
        own = area**2 * points.var(ddof=1) / 40
        variance += own
        # What one point in 40 that shows nothing may hide: 95 % limits of Poisson counts.
        at_stake = np.mean([density.get(one.split(" \N{RIGHTWARDS ARROW} ")[0], 0) for one in seen])
        count = int((points > 0).sum())
        part = {0: 2.995732 / 40, 2: (6.295794 - 2) / 40}.get(count, 0)
        above += max(1.959963984540054**2 * own, (part * area * at_stake) ** 2)
    assert results["TOTAL_LOSS_TC"] == pytest.approx(406152.9202, abs=6e-5)
    half = 1.959963984540054 * variance**0.5
    found = [results[name] for name in ADJUSTED]
    assert found == pytest.approx([lost, lost - half, lost + above**0.5])
    (row,) = (
        row
        for row in rows
        if (row["period"], row["measure"], row["method"], row["areas"])
        == ("", "t CO2", "approach 1", "adjusted")
    )
    assert float(row["estimate"]) == pytest.approx(lost * 44 / 12)
    (told,) = (line for line in feedback.infos if line.startswith("Error-adjusted areas: "))
    assert told.endswith("(loss, all periods). Mapped areas: 406,152.9 t C.")
