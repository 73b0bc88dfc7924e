"""A real browser, and pages that the plugin made."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal

from carbon_zones.test.annual import FIRST, annual_layers
from carbon_zones.test.browser.browser import PAGES, Browser, program
from carbon_zones.test.contract.accuracy import on_the_sample
from carbon_zones.test.contract.neutralitypath import tables
from carbon_zones.test.headless.test_chinese import profile, session
from carbon_zones.test.helpers import (
    ROOT,
    YEARS,
    as_arguments,
    qgis_process,
    sample,
    write_dates,
    write_polygons,
)
from carbon_zones.test.long_names import long_named


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """One browser for all tests."""
    if program() is None:
        pytest.fail("there is no chromium; make test-browser installs it")
    with Browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(params=PAGES)
def page(request) -> str:
    """Every kind of page."""
    return request.getfixturevalue(request.param)


def make(algorithm: str, **parameters) -> None:
    """Run an algorithm in a process of its own."""
    done = qgis_process("run", f"carbonzones:{algorithm}", *as_arguments(parameters))
    assert done.returncode == 0, done.stderr


LAYERS = [sample(year) for year in YEARS]


@pytest.fixture(scope="session")
def report(tmp_path_factory) -> str:
    """The report of the sample."""
    path = str(tmp_path_factory.mktemp("report") / "report.html")
    make("study", LAYERS=LAYERS, REPORT=path)
    return path


def make_in_chinese(algorithm: str, folder: Path, **parameters) -> str:
    """The report of an algorithm in Chinese."""
    path = str(folder / "report.html")
    done = session(
        profile(folder / "profile", "zh_CN"),
        *("qgis_process", "run", f"carbonzones:{algorithm}"),
        *as_arguments({**parameters, "REPORT": path}),
    )
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="session")
def chinese(tmp_path_factory) -> str:
    """The report of the sample in Chinese."""
    return make_in_chinese("study", tmp_path_factory.mktemp("chinese"), LAYERS=LAYERS)


@pytest.fixture(scope="session")
def long(tmp_path_factory) -> str:
    """The report of seventeen classes with long names."""
    folder = tmp_path_factory.mktemp("long")
    make("study", **long_named(folder), REPORT=str(folder / "report.html"))
    return str(folder / "report.html")


@pytest.fixture(scope="session")
def long_chinese(tmp_path_factory) -> str:
    """The same in Chinese."""
    folder = tmp_path_factory.mktemp("long_chinese")
    return make_in_chinese("study", folder, **long_named(folder, in_chinese=True))


@pytest.fixture(scope="session")
def pattern_chinese(tmp_path_factory) -> str:
    """The landscape metrics of the sample in Chinese."""
    return make_in_chinese("landscapemetrics", tmp_path_factory.mktemp("pattern"), LAYERS=LAYERS)


@pytest.fixture(scope="session")
def speck(tmp_path_factory) -> str:
    """The report of a mine on a hundredth of the land."""
    folder = tmp_path_factory.mktemp("speck")
    layers = annual_layers(folder, small_mine=True)
    path = str(folder / "report.html")
    make("study", LAYERS=[layers[int(year) - FIRST] for year in YEARS], REPORT=path)
    return path


@pytest.fixture(scope="session")
def yearly(tmp_path_factory) -> str:
    """The report of 36 yearly maps."""
    folder = tmp_path_factory.mktemp("yearly")
    make("study", LAYERS=annual_layers(folder), REPORT=str(folder / "report.html"))
    return str(folder / "report.html")


@pytest.fixture(scope="session")
def yearly_speck(tmp_path_factory) -> str:
    """The same of a mine on a hundredth of the land."""
    folder = tmp_path_factory.mktemp("yearly_speck")
    layers = annual_layers(folder, small_mine=True)
    make("study", LAYERS=layers, REPORT=str(folder / "report.html"))
    return str(folder / "report.html")


@pytest.fixture(scope="session")
def unit(tmp_path_factory) -> str:
    """The report of the sample as one unit."""
    folder = tmp_path_factory.mktemp("unit")
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(LAYERS[0]) as raster:
        x, width, _, y, _, height = raster.GetGeoTransform()
        ends = x + width * raster.RasterXSize, y + height * raster.RasterYSize
    corners = [(x, y), (ends[0], y), ends, (x, ends[1]), (x, y)]
    ring = ",".join(f"{right} {up}" for right, up in corners)
    units = write_polygons(folder / "unit.gpkg", [f"POLYGON(({ring}))"])
    make("study", LAYERS=LAYERS, UNITS=units, REPORT=str(folder / "report.html"))
    return str(folder / "report.html")


@pytest.fixture(scope="session")
def analysis(tmp_path_factory) -> str:
    """The report of the analysis of change on the sample."""
    path = str(tmp_path_factory.mktemp("analysis") / "analysis.html")
    make("changeanalysis", LAYERS=LAYERS, REPORT=path)
    return path


@pytest.fixture(scope="session")
def accuracy(tmp_path_factory) -> str:
    """The report of an assessment of the sample's last date."""
    folder = tmp_path_factory.mktemp("accuracy")
    path = str(folder / "accuracy.html")
    make("accuracy", **on_the_sample(folder), REPORT=path)
    return path


@pytest.fixture(scope="session")
def long_accuracy(tmp_path_factory) -> str:
    """The report of an assessment of seventeen classes with long names."""
    folder = tmp_path_factory.mktemp("long_accuracy")
    study = long_named(folder)
    given = {"MAP": study["LAYERS"][-1], "CLASSES": study["CLASSES"]}
    points = on_the_sample(folder, classes=17)["REFERENCE"]
    make("accuracy", **given, REFERENCE=points, REPORT=str(folder / "accuracy.html"))
    return str(folder / "accuracy.html")


@pytest.fixture(scope="session")
def ledger(tmp_path_factory) -> str:
    """The report of the carbon ledger of the sample, with its uncertainty."""
    path = str(tmp_path_factory.mktemp("ledger") / "ledger.html")
    widths = str(ROOT / "test" / "data" / "half_widths.csv")
    make("carbonledger", LAYERS=LAYERS, COEFFICIENTS=widths, REPORT=path)
    return path


@pytest.fixture(scope="session")
def path(tmp_path_factory) -> str:
    """The report of a path to carbon neutrality, with a band."""
    folder = tmp_path_factory.mktemp("path")
    make("neutralitypath", **tables(folder), DRAWS=500, REPORT=str(folder / "path.html"))
    return str(folder / "path.html")


@pytest.fixture(scope="session")
def chart(tmp_path_factory) -> str:
    """The chart of area shares of layers with names that look like markup."""
    folder = tmp_path_factory.mktemp("chart")
    names = {1: "Sand <b>& gravel</b>", 2: "<img src=x onerror=alert(1)>", 3: "Wood </script>"}
    layers = write_dates(folder, {1990: [[1, 2, 3, 3]], 2000: [[3, 2, 2, 1]]}, names=names)
    places = {"SHARES": "TEMPORARY_OUTPUT", "CHART": str(folder / "chart.html")}
    make("areashares", LAYERS=layers, **places)
    return str(folder / "chart.html")
