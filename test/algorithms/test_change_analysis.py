"""Change analysis on rasters: all tables by their definitions, and what runs tell.

Published numbers are in test/core/test_change_analysis.py.
"""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.test.helpers import YEARS, read_csv, sample, write_csv
from carbon_zones.test.matrices import EXAMPLES, layers_of, layers_of_areas, layers_of_cells
from carbon_zones.test.pages import read_page

TABLES = ("COMPONENTS", "RATES", "INTERVALS", "CATEGORIES", "TRANSITIONS", "INDICES", "PROJECTION")
TEXTS = {"period", "class", "from_class", "to_class", "layer", "year", "method", "pace"}
TEXTS |= {f"{side}_{what}" for side in ("gain", "loss") for what in ("state", "tendency")}


def understood(column: str, cell: str):
    """A cell of a CSV as text, number, yes or no; None where it is empty."""
    if cell == "":
        return None
    if column.endswith("_stationary"):
        return {"1": True, "0": False}[cell]
    return cell if column in TEXTS else float(cell)


class Tables:
    """The tables of a run, with numbers as numbers, its numeric results and its log."""

    def __init__(self, folder, results, feedback):
        self.results = results
        self.infos, self.warnings = feedback.infos, feedback.warnings
        self._rows = {
            name: [
                {column: understood(column, cell) for column, cell in row.items()}
                for row in read_csv(folder / f"{name.lower()}.csv")
            ]
            for name in TABLES
        }

    def rows(self, table: str, **which) -> list[dict]:
        """The rows of a table in which these columns hold this."""
        return [
            row
            for row in self._rows[table]
            if all(row[column] == wanted for column, wanted in which.items())
        ]

    def column(self, table: str, column: str, **which) -> list:
        return [row[column] for row in self.rows(table, **which)]


@pytest.fixture
def analyse(run, tmp_path):
    """Run Change analysis on layers, and read all its tables."""

    def call(layers, **parameters) -> Tables:
        outputs = {name: str(tmp_path / f"{name.lower()}.csv") for name in TABLES}
        results = run("changeanalysis", LAYERS=layers, **{**outputs, **parameters})
        return Tables(tmp_path, results, run.feedback)

    return call


def test_the_land_use_degree_of_xian(analyse, tmp_path):
    """By the default grades."""
    example = EXAMPLES["xian_land_use_degree"]
    values = {"built": 4, "arable": 1, "forest": 2, "water": 11, "grass": 3}
    areas = {}
    for year, of_classes in example["areas"].items():
        areas[year] = [0] * 11
        for name, area in zip(example["classes"], of_classes):
            areas[year][values[name] - 1] = round(area * 100)
    # One hectare is missing at one date, as the printed totals do.
    found = analyse(layers_of_areas(tmp_path, areas), SCHEME="coal_mine", NODATA="12")
    degrees = found.column("INDICES", "land_use_degree")
    assert degrees == pytest.approx(list(example["index"].values()), abs=1e-4)
    assert found.column("INDICES", "classes") == [5, 5]


def test_the_sample(analyse, run, tmp_path):
    """Degrees of the paper, diversity, and the root of the last matrix."""
    layers = [sample(year) for year in YEARS]
    found = analyse(layers, PROJECT_TO="2050,2030")
    degrees = found.column("RATES", "dynamic_degree_pct", period="1986-2018")
    assert degrees[:3] == pytest.approx(list(EXAMPLES["paper_K_pct_per_year"].values()), abs=1e-5)
    first, *_, last = indices = found.rows("INDICES")
    assert first["year"] == "1986"
    assert first["entropy"] == pytest.approx(0.9746782741, abs=1e-10)
    assert (first["classes"], last["classes"]) == (7, 11)
    assert any(
        text.startswith("GRADES: mined land ") and "built-up land" in text for text in found.infos
    )
    assert any("2009-2018 has no valid annual root" in text for text in found.infos)
    assert any(
        "Markov chain with the transition probabilities of 2009-2018" in text
        for text in found.infos
    )
    assert sum(areas_of(found, "2030", "interpolated")) == pytest.approx(51729.30)
    assert list(dict.fromkeys(found.column("PROJECTION", "year"))) == ["2050", "2030"]
    # Exported grades are read as the default ones, though they name groups that the sample lacks.
    run("exporttables", FOLDER=str(tmp_path / "scheme"))
    found = analyse(layers, GRADES=str(tmp_path / "scheme" / "grades.csv"))
    assert found.rows("INDICES") == indices


def test_a_class_without_a_grade_is_named(analyse, tmp_path):
    layers = layers_of(tmp_path, (2000, 2010), [[5, 1], [0, 4]])
    table = write_csv(tmp_path / "grades.csv", "class,grade\narable,3\n")
    found = analyse(layers, SCHEME="coal_mine", GRADES=table)
    assert found.column("INDICES", "land_use_degree") == [None, None]
    assert any("Forestland" in text and "GRADES" in text for text in found.warnings)
    found = analyse(layers)
    assert found.column("INDICES", "land_use_degree") == [None, None]
    assert any("no grade: 1, 2." in text for text in found.warnings)


def areas_of(found, year: str, method: str) -> list[float]:
    return found.column("PROJECTION", "area_ha", year=year, method=method)


def test_without_years_what_is_per_year_is_empty_and_the_log_says_so(analyse, tmp_path):
    named = layers_of(tmp_path, ("a", "b", "2020"), [[8, 2], [1, 9]], [[9, 0], [5, 6]])
    found = analyse(named)
    assert any(
        all(words in text for words in ("land_a-land_b", "land_b-2020", "YEARS"))
        for text in found.warnings
    )
    assert "UNIFORM_PCT" not in found.results
    per_year = {
        "RATES": ("years", "dynamic_degree_pct", "compound_pct", "puyravaud_pct", "in_pct"),
        "INTERVALS": ("years", "annual_pct", "uniform_pct", "pace", "gross_degree_pct"),
        "CATEGORIES": ("gain_intensity_pct", "loss_intensity_pct", "annual_pct"),
        "TRANSITIONS": ("gain_intensity_pct", "gain_uniform_pct", "loss_uniform_pct"),
    }
    for table, columns in per_year.items():
        for column in columns:
            assert set(found.column(table, column)) == {None}, (table, column)
    assert found.column("INTERVALS", "change_pct") == pytest.approx([15.0, 25.0])
    assert not found.rows("PROJECTION")
    assert any(text.startswith("PROJECTION is empty") for text in found.warnings)
    dated = analyse(named, YEARS="2000,2010,2020")
    assert dated.results["UNIFORM_PCT"] == pytest.approx(2.0)


def eleven_classes(folder) -> dict:
    """All classes of the default scheme at two dates."""
    dates = [list(range(1, 12)) * 2, [*range(1, 12), *range(11, 0, -1)]]
    layers = layers_of_cells(folder, (2000, 2010), np.array(dates))
    return {"LAYERS": layers, "SCHEME": "coal_mine"}


def test_contributions_are_those_of_values_per_hectare(run, tmp_path):
    """By the same table, and as the diverging bars of the report; else by the paper's densities."""
    text = "class,service\narable,1.5\nforest,9\ngrass,4\nwater,20"
    values = write_csv(tmp_path / "values.csv", text)
    mine, theirs, report = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "r.html"
    pair = eleven_classes(tmp_path)
    for given, more in ((pair, {}), ({**pair, "VALUES": values}, {"REPORT": str(report)})):
        run("changeanalysis", **given, **more, CONTRIBUTIONS=str(mine))
        run("classvalues", **given, CONTRIBUTIONS=str(theirs))
        assert mine.read_bytes() == theirs.read_bytes()
    first, page = read_csv(mine)[0], read_page(report)
    shown = {(r["From class"], r["To class"]): r for r in page.rows("contributions-0-0")}
    change = shown[first["from_class"], first["to_class"]]["Change"].replace("\u2212", "-")
    assert float(change) == pytest.approx(float(first["change"]))
    assert "The table gives no sources for its values." in page.text


def test_the_report_prints_values_and_their_sources_by_class(run, tmp_path):
    values = write_csv(
        tmp_path / "values.csv",
        "class,stock,service,source\n"
        'arable,82.11,0.5,"Yang et al. 2022, section 3.2"\n'
        "forest,92.67,12,\nwater,0,1e-3,measured\n",
    )
    run(
        "changeanalysis", **eleven_classes(tmp_path), VALUES=values, REPORT=str(tmp_path / "r.html")
    )
    page = read_page(tmp_path / "r.html")
    missing = "not in the table, counted as 0"
    rows = [list(row.values()) for row in page.rows("values")]
    assert rows[:4] == [
        ["Arable land", "82.11", "0.5", "Yang et al. 2022, section 3.2"],
        ["Forestland", "92.67", "12", ""],
        ["Grassland", "0", "0", missing],
        ["Urban land", "0", "0", missing],
    ]
    assert rows[-1] == ["Water", "0", "0.001", "measured"]
    assert len(rows) == 11
    # To their last digit, beside each other.
    assert [row[2][1] for row in page.tables["table-values"][1:3]] == ["0.500", "12.000"]
    assert "The table gives no sources for its values." not in page.text
