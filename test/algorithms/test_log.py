"""The log of a run: what was read, warnings once, what was written, and what was found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carbon_zones.test.contracts import CONTRACTS, DATED, STUDY_TABLES, outputs_in
from carbon_zones.test.helpers import YEARS, read_csv, sample, write_dates, write_raster

# What QGIS itself puts into the log of a script.
OF_QGIS = "Results: {"
# The log of the study on the sample has no more lines than these, warnings among them; each date
# more adds this many at most.
MOST_LINES, MOST_OF_DATE = 20, 2
QUESTIONS = (
    "How much carbon was lost? ",
    "Which carbon densities were used? ",
    "How uncertain is the result? ",
    "Where should reclamation start? ",
    "What is the carbon potential? ",
)


def log_of(run) -> list[str]:
    """The lines that the run itself put into the log, without its warnings as such."""
    return [line for line in run.feedback.infos if not line.startswith(OF_QGIS)]


@pytest.fixture(scope="module")
def study(qgis_app, tmp_path_factory):
    """The folder with all outputs of the study on the sample, its log and its warnings."""
    from carbon_zones.test.algorithms.conftest import make_run

    folder, run = tmp_path_factory.mktemp("log"), make_run()
    layers = [sample(year) for year in YEARS]
    run("study", LAYERS=layers, AUDIT=str(folder / "audit.csv"), **outputs_in("study", folder))
    return folder, log_of(run), run.feedback.warnings


def test_the_log_of_the_study_is_short_and_ends_with_the_answers(study):
    _, lines, warnings = study
    assert len(lines) + len(warnings) <= MOST_LINES
    assert all(line.startswith(words) for line, words in zip(lines[-5:], QUESTIONS))
    assert lines[-6].startswith("Written: ")
    (valid,) = (n for n, line in enumerate(lines) if line.startswith("Valid at all dates: "))
    assert all(
        line.startswith(("LAYERS ", "Area: ", "Carbon densities: ")) for line in lines[:valid]
    )


def test_no_warning_of_the_study_stands_twice(study):
    _, lines, warnings = study
    assert len(warnings) > 1
    assert len(set(warnings)) == len(warnings)
    assert not [line for line in lines for warning in warnings if warning in line]


def test_a_date_more_is_a_line_or_two(run, study, tmp_path):
    """Each with cells of its own without data, and a value that has no name."""
    names = {1: "Arable land", 2: "Grassland", 9: "Dump"}
    found = []
    for dates in (3, 9):
        layers = [
            write_raster(
                tmp_path / f"{dates}_{1990 + n}.tif",
                [[1] * (n + 1) + [2] * (20 - n), [0] * (n + 1) + [9] * (20 - n)],
                names=names,
                nodata=0,
            )
            for n in range(dates)
        ]
        run("study", LAYERS=layers)
        found.append(len(log_of(run)) + len(run.feedback.warnings))
    assert found[1] - found[0] <= 6 * MOST_OF_DATE
    assert found[0] <= MOST_LINES


def check_nothing_is_raw(run, folder) -> None:
    """No braces, no types of Python, no folders, and no long number without separators."""
    lines = log_of(run)
    for line in (*lines, *run.feedback.warnings):
        assert not re.search(r"[{}]|np\.|None|nan\b|<class|\bTrue\b|\bFalse\b|\['", line), line
        assert str(folder) not in line
        assert not re.search(r"(?<![\w.,:/])\d{5,}", re.sub(r"(EPSG:|GB/T )\d+", "", line)), line
        assert line == line.strip()
        assert line[-1] in ".?)", line
    ends = [n for n, line in enumerate(lines) if line.startswith(("Written: ", "No output was"))]
    assert ends in ([len(lines) - 1], [len(lines) - 1 - len(QUESTIONS)])


def test_numbers_have_separators(study):
    text = " ".join(study[1])
    assert "574,770 cells (51,729.30 ha); excluded: 0 cells (0.00 ha)." in text


def test_what_was_written_is_told_with_its_size(study):
    folder, lines, _ = study
    parts = [
        f"{name.lower()}.csv (rows: {len(read_csv(folder / f'{name.lower()}.csv')):,})"
        for name in (*STUDY_TABLES, "AUDIT")
    ]
    files = len(list((folder / "zones").glob("*.tif")))
    size = f"{(folder / 'workbook.xlsx').stat().st_size / 1000:.3g} kB"
    for part in (*parts, f"zones (files: {files})", f"workbook.xlsx ({size})"):
        assert part in lines[-6]
    assert files == 8


@pytest.mark.parametrize("algorithm", [name for name in DATED if not DATED[name].needs_names])
def test_warnings_are_told_once_and_a_result_those_of_the_preparation_too(run, tmp_path, algorithm):
    """The value 99 has no name; a number in NODATA that no layer can hold is odd as well."""
    names = {1: "Arable land", 2: "Grassland", 9: "Dump"}
    layers = write_dates(
        tmp_path,
        {1990: [[1, 2, 99, 9], [1, 1, 1, 2]], 2000: [[1, 2, 99, 9], [9, 2, 1, 2]]},
        names=names,
    )
    inputs = CONTRACTS[algorithm].inputs(layers, tmp_path)
    outputs = {
        name: place
        for name, place in outputs_in(algorithm, tmp_path).items()
        if name not in ("REPORT", "CHART")
    }
    results = run(algorithm, **inputs, NODATA="-5", **outputs)
    lines, warnings = log_of(run), run.feedback.warnings
    assert any("has no class name" in text for text in warnings)
    assert any(text.startswith("NODATA: -5") for text in warnings)
    assert len(set(warnings)) == len(warnings)
    assert not [line for line in lines for text in warnings if text in line]
    assert results["WARNINGS"].split("\n") == warnings


def test_pages_begin_with_the_warnings_of_the_run(run, tmp_path):
    """Those that a section has stand there alone; without any, the result is empty."""
    page, series = str(tmp_path / "page.html"), {"LAYERS": [sample(year) for year in YEARS]}
    for given, found in (({"NODATA": "-5"}, 1), ({}, 0)):
        results = run("areashares", **series, **given, CHART=page, SHARES="TEMPORARY_OUTPUT")
        assert len(results["WARNINGS"].splitlines()) == len(run.feedback.warnings) == found
        head, _, below = Path(page).read_text(encoding="utf-8").rpartition("<main>")
        assert head.count("NODATA: \u22125 ") == found
        assert "NODATA: \u22125 " not in below
    run("study", **series, ZONES_FOLDER=str(tmp_path / "zones"), REPORT=page)
    (warning,) = run.feedback.warnings
    assert (
        Path(page)
        .read_text(encoding="utf-8")
        .count("maximum for this type of reclaimed land in Yuan et al. (2016)")
        == 1
    )
    assert "maximum for this type of reclaimed land in Yuan et al. (2016)" in warning


@pytest.mark.parametrize(
    ("years", "is_told"),
    [(("1990", "2000"), False), (("2000", "1990"), True), (("1990_a", "1990_b"), False)],
)
def test_dates_out_of_order_are_told(run, tmp_path, years, is_told):
    paths = [write_raster(tmp_path / f"land_{year}.tif", [[1, 2]]) for year in years]
    given = dict(zip(("EARLIER", "LATER"), paths))
    run("transfermatrix", **given, TRANSFERS="TEMPORARY_OUTPUT")
    assert any("are swapped." in line for line in run.feedback.warnings) == is_told
    run("changeanalysis", LAYERS=paths, YEARS="" if "_" not in years[0] else "1990,2000")
    assert ("Layers were sorted by year." in run.feedback.warnings) == is_told


def test_what_has_no_name_of_the_user_is_called_as_in_the_window(run):
    run(
        "study",
        LAYERS=[sample("1986"), sample("2018")],
        **dict.fromkeys((*STUDY_TABLES, "ZONES_FOLDER", "WORKBOOK"), "TEMPORARY_OUTPUT"),
    )
    assert re.fullmatch(
        r"Written: Transfers \(rows: 38\), Class areas \(rows: 22\), Zone shares \(rows: 5\), "
        r"Carbon loss \(rows: \d+\), Balance by land \(rows: 6\), "
        r"Annual land change and carbon loss \(rows: \d+\), Reclamation priorities \(rows: \d+\), "
        r"Disclosure of mined land \(rows: \d+\), Consistency checks \(rows: \d+\), "
        r"Zone raster folder \(files: 5\), "
        r"Workbook \(\d[\d.]+ kB\)\.",
        log_of(run)[-6],
    )


@pytest.mark.parametrize("algorithm", ["sampledata", "exporttables"])
def test_files_are_named_once_and_told_when_they_are_as_they_were(run, tmp_path, algorithm):
    folder = tmp_path / "files"
    for written in ("files (files: ", "files (unchanged)"):
        run(algorithm, FOLDER=str(folder))
        lines = log_of(run)
        assert lines[-1].startswith(f"Written: {written}")
        assert sum(str(folder) in line or "files" in line for line in lines) == 1
