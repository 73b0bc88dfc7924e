"""The manual's commands run as they stand, in one folder, and print what the pages say."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter

import pytest

from carbon_zones.test import manual
from carbon_zones.test.helpers import ROOT, YEARS, read_csv
from carbon_zones.test.pages import read_page

pytestmark = pytest.mark.slow

# The study comes first, because the page of the zone map goes on with its zones.
WITH_COMMANDS = sorted(
    (page for page in manual.PAGES if manual.commands_of(page)),
    key=lambda page: (page.stem != "study", page),
)

# GDAL's programs, which do not come with every QGIS.
GDALS = ("gdalwarp", "gdal_translate", "gdalbuildvrt", "ogrinfo", "ogr2ogr")


def not_here(page) -> str:
    """Why a page's commands cannot run here, or ''."""
    for program in GDALS:
        if program in manual.text_of(page) and not shutil.which(program):
            return f"there is no {program} here"
    return ""


def run(script: str, folder) -> subprocess.CompletedProcess:
    """Type commands into a shell that knows the plugin; both streams come back as one."""
    return subprocess.run(
        [str(ROOT / "tools" / "env.sh"), "bash", "-c", script],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where a reader types the manual's commands."""
    return tmp_path_factory.mktemp("manual")


@pytest.fixture(scope="module")
def typed(folder) -> dict:
    """What each command of each page did, after that which brings the sample."""
    sample = run("qgis_process run carbonzones:sampledata --FOLDER=sample", folder)
    assert sample.returncode == 0, sample.stdout
    return {
        page: [run(f"set -e\n{command.script}", folder) for command in manual.commands_of(page)]
        for page in WITH_COMMANDS
        if not not_here(page)
    }


def test_there_are_commands():
    assert len(WITH_COMMANDS) >= 11


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=manual.label)
def test_commands_print_what_the_page_says(page, typed):
    if not_here(page):
        pytest.skip(not_here(page))
    for command, done in zip(manual.commands_of(page), typed[page]):
        assert done.returncode == 0, done.stdout
        lines = [manual.plain(line) for line in done.stdout.splitlines()]
        for printed in filter(None, map(manual.plain, command.printed)):
            assert any(printed in line for line in lines), (printed, done.stdout)


WITH_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])")
# What the paper's printed hectares and densities give, where conversions are numbered from, and
# what a sheet holds in Excel, and a cell of 16 bits; and a number that a page refuses.
BY_HAND = {4482.5 * 87.11 + 963.49 * 108.17 + 1648.13 * 94.748, 1_000_000, 1_048_576, 16_384}
BY_HAND |= {4_000, 32_767, 65_535, 12_345}
# The sample that the page on accuracy works out: cells, points, share that was taken, t C a cell.
STRATA = ((60, 30, 0.8, 90), (40, 20, 0.75, 100), (300, 50, 0.1, 100))
LOSSES = [n * share * x for n, _, share, x in STRATA]
VARIANCES = [
    n**2 * x**2 * share * (1 - share) / (points - 1) * (1 - points / n)
    for n, points, share, x in STRATA
]
BY_HAND |= {*LOSSES, sum(LOSSES), 60 * 90 + 40 * 100, *VARIANCES, sum(VARIANCES)}
BY_HAND |= {sum(VARIANCES) ** 0.5, 1.96 * sum(VARIANCES) ** 0.5, 1_000}
# What an amount with 50 % on either side is told as.
BY_HAND |= {282_823, 280_000}
# What five of 50 points in the buffer and none of 100 beyond it leave open, and the bounds with it.
UNSEEN = [
    (10.513 - 5) / 50 * (1 - 50 / 300) ** 0.5 * 300 * 100,
    2.9957 / 100 * (1 - 100 / 600) ** 0.5 * 600 * 90,
]
ABOVE = (1.96**2 * sum(VARIANCES[:2]) + sum(tonnes**2 for tonnes in UNSEEN)) ** 0.5
BY_HAND |= {*UNSEEN, ABOVE, 1.96 * VARIANCES[2] ** 0.5, sum(LOSSES) + ABOVE}
BY_HAND |= {sum(LOSSES) - 1.96 * sum(VARIANCES) ** 0.5}


@pytest.fixture(scope="module")
def computed(typed, folder):
    """Every number that the commands printed or wrote, and sums: the losses of the steps, what
    lies between them and the span's, and suspicious land by its rule."""
    texts = [done.stdout for page in typed.values() for done in page]
    texts += [path.read_text(encoding="utf-8") for path in folder.rglob("*.csv")]
    whole = "\n".join(texts)
    found = {float(text) for text in re.findall(r"\d+(?:\.\d+)?", whole)}
    found |= {float(text.replace(",", "")) for text in WITH_THOUSANDS.findall(whole)}
    steps = [
        float(row["total_loss_tc"])
        for period in zip(YEARS, YEARS[1:])
        for row in read_csv(folder / f"losses_{'_'.join(period)}.csv")
    ]
    gap = read_page(folder / "report.html").rows("losses-gap")
    found |= {float(row["Difference, t C"]) for row in gap}
    suspects: Counter[str] = Counter()
    for row in read_csv(folder / "suspects.csv"):
        suspects[row["why"]] += float(row["area_ha"])
    return found | BY_HAND | {sum(steps), *suspects.values()}


@pytest.mark.parametrize("page", manual.PAGES, ids=manual.label)
def test_numbers_in_the_words_are_computed(page, computed):
    """A number with thousands in a page's words is one that a command found, rounded."""
    if page.name in ("sources.md", "benchmarks.md"):
        pytest.skip("tells of other numbers than the sample's")
    for text in WITH_THOUSANDS.findall(manual.FENCE.sub("", manual.text_of(page))):
        number, digits = float(text.replace(",", "")), len(text.partition(".")[2])
        near = [value for value in computed if abs(value - number) <= 0.5 * 10**-digits + 1e-9]
        assert near, text
