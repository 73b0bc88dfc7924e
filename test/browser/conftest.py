"""A real browser, and pages that the plugin made."""

from __future__ import annotations

import pytest

from carbon_zones.test.browser.browser import Browser, program
from carbon_zones.test.contract.accuracy import on_the_sample
from carbon_zones.test.contract.neutralitypath import tables
from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.headless.test_chinese import profile, session
from carbon_zones.test.helpers import (
    ROOT,
    YEARS,
    as_arguments,
    qgis_process,
    sample,
    write_raster,
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """One browser for all tests."""
    if program() is None:
        pytest.fail("there is no chromium; make test-browser installs it")
    with Browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def make(algorithm: str, **parameters) -> None:
    """Run an algorithm in a process of its own."""
    done = qgis_process("run", f"carbonzones:{algorithm}", *as_arguments(parameters))
    assert done.returncode == 0, done.stderr


def study(folder, layers) -> str:
    """The report of the study of some layers."""
    make(
        "study",
        LAYERS=layers,
        **{name: str(folder / f"{name.lower()}.csv") for name in STUDY_TABLES},
        ZONES_FOLDER=str(folder / "zones"),
        REPORT=str(folder / "report.html"),
    )
    return str(folder / "report.html")


@pytest.fixture(scope="session")
def report(tmp_path_factory) -> str:
    """The report of the sample."""
    return study(tmp_path_factory.mktemp("report"), [sample(year) for year in YEARS])


@pytest.fixture(scope="session")
def chinese(tmp_path_factory) -> str:
    """The report of the sample in Chinese."""
    folder = tmp_path_factory.mktemp("chinese")
    given = {"LAYERS": [sample(year) for year in YEARS], "REPORT": str(folder / "report.html")}
    given.update({name: str(folder / f"{name.lower()}.csv") for name in STUDY_TABLES})
    given["ZONES_FOLDER"] = str(folder / "zones")
    done = session(
        profile(folder / "profile", "zh_CN"),
        *("qgis_process", "run", "carbonzones:study"),
        *as_arguments(given),
    )
    assert done.returncode == 0, done.stderr
    return str(folder / "report.html")


@pytest.fixture(scope="session")
def analysis(tmp_path_factory) -> str:
    """The report of the analysis of change on the sample."""
    path = str(tmp_path_factory.mktemp("analysis") / "analysis.html")
    make("changeanalysis", LAYERS=[sample(year) for year in YEARS], REPORT=path)
    return path


@pytest.fixture(scope="session")
def accuracy(tmp_path_factory) -> str:
    """The report of an assessment of the sample's last date."""
    folder = tmp_path_factory.mktemp("accuracy")
    path = str(folder / "accuracy.html")
    make("accuracy", **on_the_sample(folder), REPORT=path)
    return path


@pytest.fixture(scope="session")
def ledger(tmp_path_factory) -> str:
    """The report of the carbon ledger of the sample, with its uncertainty."""
    path = str(tmp_path_factory.mktemp("ledger") / "ledger.html")
    make(
        "carbonledger",
        LAYERS=[sample(year) for year in YEARS],
        COEFFICIENTS=str(ROOT / "test" / "data" / "half_widths.csv"),
        REPORT=path,
    )
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
    layers = [
        write_raster(folder / f"land_{year}.tif", rows, names=names)
        for year, rows in ((1990, [[1, 2, 3, 3]]), (2000, [[3, 2, 2, 1]]))
    ]
    make(
        "areashares",
        LAYERS=layers,
        SHARES=str(folder / "shares.csv"),
        CHART=str(folder / "chart.html"),
    )
    return str(folder / "chart.html")
