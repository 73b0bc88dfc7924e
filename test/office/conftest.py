"""LibreOffice, and workbooks that the plugin made."""

from __future__ import annotations

import pytest

from carbon_zones.test.browser.browser import Browser
from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.headless.test_chinese import process, profile
from carbon_zones.test.helpers import SAMPLE, YEARS, sample
from carbon_zones.test.office.office import program

LANGUAGES = ("en", "zh_CN")


@pytest.fixture(scope="session", autouse=True)
def office():
    """It has to be there."""
    if program() is None:
        pytest.fail("there is no LibreOffice; make test-office installs it")


@pytest.fixture(scope="session", params=LANGUAGES)
def made(request, tmp_path_factory):
    """A language, and the workbook of a study by districts in it; the report lies beside it."""
    folder = tmp_path_factory.mktemp(request.param)
    process(
        profile(folder / "profile", request.param),
        "study",
        LAYERS=[sample(year) for year in YEARS],
        UNITS=SAMPLE / "districts.geojson",
        **{name: folder / f"{name.lower()}.csv" for name in STUDY_TABLES},
        ZONES_FOLDER=folder / "zones",
        WORKBOOK=folder / "workbook.xlsx",
        REPORT=folder / "report.html",
        TITLE="=Mine & land",
        AUTHOR="@Nobody",
        COMMENT="A comment that is longer than the page is wide. " * 12,
    )
    return request.param, folder / "workbook.xlsx"


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """What pictures are saved by."""
    with Browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened
