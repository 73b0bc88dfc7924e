"""A real browser, and pages that the plugin made."""

from __future__ import annotations

import fcntl
import os
from functools import partial
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


def make_in_chinese(algorithm: str, folder: Path, **parameters) -> None:
    """The same in Chinese."""
    done = session(
        profile(folder / "profile", "zh_CN"),
        *("qgis_process", "run", f"carbonzones:{algorithm}"),
        *as_arguments(parameters),
    )
    assert done.returncode == 0, done.stderr


def page_of(algorithm: str, inputs, output="REPORT", in_chinese=False):
    """The page that an algorithm makes of what is made in a folder, or given."""

    @pytest.fixture(scope="session")
    def made(request, tmp_path_factory) -> str:
        root = tmp_path_factory.getbasetemp()
        # Workers share pages.
        folder = (
            root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
        ) / request.fixturename
        page = folder / "page.html"
        with Path(f"{folder}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not page.exists():
                folder.mkdir(exist_ok=True)
                given = inputs(folder) if callable(inputs) else inputs
                given = {**given, output: str(page)}
                if in_chinese:
                    make_in_chinese(algorithm, folder, **given)
                else:
                    make(algorithm, **given)
        return str(page)

    return made


def with_a_small_mine(folder) -> dict:
    """Four dates of a mine on a hundredth of the land."""
    layers = annual_layers(folder, small_mine=True)
    return {"LAYERS": [layers[int(year) - FIRST] for year in YEARS]}


def as_one_unit(folder) -> dict:
    """The sample, and a polygon around it."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(LAYERS[0]) as raster:
        x, width, _, y, _, height = raster.GetGeoTransform()
        ends = x + width * raster.RasterXSize, y + height * raster.RasterYSize
    corners = [(x, y), (ends[0], y), ends, (x, ends[1]), (x, y)]
    ring = ",".join(f"{right} {up}" for right, up in corners)
    return {"LAYERS": LAYERS, "UNITS": write_polygons(folder / "u.gpkg", [f"POLYGON(({ring}))"])}


def with_long_names(folder) -> dict:
    """A labelled map of seventeen classes."""
    study = long_named(folder)
    points = on_the_sample(folder, classes=17)["REFERENCE"]
    return {"MAP": study["LAYERS"][-1], "CLASSES": study["CLASSES"], "REFERENCE": points}


def like_markup(folder) -> dict:
    """Layers with names that look like it."""
    names = {1: "Sand <b>& gravel</b>", 2: "<img src=x onerror=alert(1)>", 3: "Wood </script>"}
    layers = write_dates(folder, {1990: [[1, 2, 3, 3]], 2000: [[3, 2, 2, 1]]}, names=names)
    return {"LAYERS": layers, "SHARES": "TEMPORARY_OUTPUT"}


SAMPLE = {"LAYERS": LAYERS}
WIDTHS = {"COEFFICIENTS": str(ROOT / "test" / "data" / "half_widths.csv")}

report = page_of("study", SAMPLE)
chinese = page_of("study", SAMPLE, in_chinese=True)
# Of seventeen classes with long names.
long = page_of("study", long_named)
long_chinese = page_of("study", partial(long_named, in_chinese=True), in_chinese=True)
pattern_chinese = page_of("landscapemetrics", SAMPLE, in_chinese=True)
speck = page_of("study", with_a_small_mine)
# Of 36 maps.
yearly = page_of("study", lambda folder: {"LAYERS": annual_layers(folder)})
yearly_speck = page_of("study", lambda folder: {"LAYERS": annual_layers(folder, small_mine=True)})
unit = page_of("study", as_one_unit)
# With half-widths of densities.
sure = page_of("study", {**SAMPLE, **WIDTHS})
reclamation = page_of("reclamation", SAMPLE)
analysis = page_of("changeanalysis", SAMPLE)
accuracy = page_of("accuracy", on_the_sample)
long_accuracy = page_of("accuracy", with_long_names)
ledger = page_of("carbonledger", {**SAMPLE, **WIDTHS})
# With a band.
path = page_of("neutralitypath", lambda folder: {**tables(folder), "DRAWS": 500})
chart = page_of("areashares", like_markup, "CHART")
