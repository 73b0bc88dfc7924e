"""The page of Change analysis: its numbers are those of the tables, whatever the land and dates."""

import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.change.change_analysis import ChangeAnalysis, LandUseGrades
from carbon_zones.core.change.page import analysis_page, intensity_section
from carbon_zones.core.report.page import write_page
from carbon_zones.core.results.results import Results
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.pages import CLASSES, PROVENANCE, same, series_of
from carbon_zones.test.core.support import COMPLEX
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")
# Markov chains take the roots of matrices.
pytestmark = COMPLEX

THREE = ([[1, 1, 1, 2, 2, 2]], [[1, 2, 2, 2, 2, 1]], [[2, 2, 2, 2, 1, 1]])
DATED = [(year, f"land_{year}") for year in ("1990", "2000", "2005")]


def made(folder, arrays=THREE, dates=DATED, classes=CLASSES, targets=(2010, 2030), tr=same):
    series = series_of(folder / "in", arrays, dates, classes)
    census = count_series(series, create_periods(series.dates))
    grades = LandUseGrades({c.key: 2.0 for c in classes}, False)
    analysis = ChangeAnalysis(series.dates, census, grades, targets)
    results = Results(series, census, analysis.consistency_checks)
    with Drafts() as drafts:
        path, files = folder / "page.html", [None] * len(dates)
        write_page(path, drafts, analysis_page(results, analysis, PROVENANCE, files), tr)
        drafts.commit_drafts()
    return analysis, read_page(path)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    return made(tmp_path_factory.mktemp("analysis"))


def test_transfers_are_there_as_matrix_flows_and_rings(plain):
    analysis, page = plain
    # The span comes first where there is one.
    assert len(page.figures["chart-components-classes"]) == 3
    order = [name for name in page.tables if name.startswith("table-components-")]
    assert order == [f"table-components-{place}" for place in (2, 0, 1)]
    bars = page.figures["chart-components-parts"][0]["data"]
    *steps, span = [row["change_ha"] for row in analysis.components if row["value"] is None]
    assert [sum(own) for own in zip(*(bar["x"] for bar in bars))] == pytest.approx([span, *steps])
    assert len(page.figures["chart-matrix"]) == len(page.figures["chart-chord"]) == 3
    # All land, changes only, by group, and both intervals.
    assert len(page.figures["chart-flows"]) == 5


def test_the_levels_of_intensity_have_their_lines(plain):
    analysis, page = plain
    (figure,) = page.figures["chart-intensity-intervals"]
    assert figure["layout"]["shapes"][0]["x0"] == analysis.uniform
    legend = {str(word): colour for word, colour in intensity_section(analysis).charts[0].legend}
    paces = [row["pace"] for row in analysis.intervals]
    assert figure["data"][0]["marker"]["color"] == [legend[pace] for pace in paces]
    assert set(paces) == set(legend)
    first, _ = page.figures["chart-intensity-classes"]
    rows = analysis.categories[:2]
    sides = [[row[f"{side}_intensity_pct"] for row in rows] for side in ("gain", "loss")]
    assert [bar["x"] for bar in first["data"]] == sides
    assert first["layout"]["shapes"][0]["x0"] == rows[0]["annual_pct"]
    assert "uniform" in first["layout"]["annotations"][0]["text"]


def test_transitions_are_ranked_and_set_against_the_uniform_ones(plain):
    analysis, page = plain
    first, _ = page.figures["chart-transitions-areas"]
    sizes, _, expected = first["data"]  # with rims below the marks
    rows = sorted(list(analysis.transitions)[:2], key=lambda row: -row["area_ha"])
    assert sizes["x"] == [row["area_ha"] for row in rows]
    assert expected["x"] == [row["gain_expected_ha"] for row in rows]
    first, _ = page.figures["chart-transitions-intensities"]
    gain, _, uniform_gain, loss, _, uniform_loss = first["data"]
    for drawn, name in (
        (gain, "gain_intensity_pct"),
        (uniform_gain, "gain_uniform_pct"),
        (loss, "loss_intensity_pct"),
        (uniform_loss, "loss_uniform_pct"),
    ):
        assert drawn["x"] == [row[name] for row in rows]
    assert [row["Area, ha"] for row in page.rows("transitions-0")] == ["2", "1"]


def test_only_the_largest_transitions_are_listed_and_the_rest_is_summed_up(tmp_path):
    """Of 16 classes 256 pairs occur, each on one cell but the first change on three."""
    classes = [LandClass(n, f"c{n}", f"Class {n}") for n in range(1, 17)]
    pairs = [(i, j) for i in range(1, 17) for j in range(1, 17)]
    pairs += [pairs[1]] * 2
    arrays = [[[pair[date] for pair in pairs]] for date in range(2)]
    _, page = made(tmp_path, arrays, DATED[:2], classes)
    rows = page.rows("transitions-0")
    assert (len(rows), rows[0]["Area, ha"]) == (30, "3")
    assert "210 smaller items (210.00 ha) are listed in TRANSITIONS only." in page.text
    assert len(page.figures["chart-transitions-areas"][0]["data"][0]["x"]) == 12
    assert len(page.rows("transfers-0")) == 40
    assert "TRANSFERS of Land-use transfer matrix" in page.text


def test_projections_go_on_from_the_last_date(plain):
    analysis, page = plain
    (figure,) = page.figures["chart-projection"]
    observed, projected = figure["data"][:2]
    assert observed["x"] == [1990, 2000, 2005]
    assert observed["y"] == [3.0, 2.0, 2.0]
    assert projected["x"] == [2005, 2010, 2030]
    areas = [
        row["area_ha"]
        for row in analysis.projection.rows
        if row["class"] == "Fields" and row["method"] == "interpolated"
    ]
    assert projected["y"] == [2.0, *areas]


def test_two_dates_have_no_span_and_no_star(tmp_path):
    analysis, page = made(tmp_path, THREE[:2], DATED[:2])
    assert [name for name in page.tables if "components" in name] == ["table-components-0"]
    assert "in all intervals." not in page.text.split("Transition intensity")[-1]
    assert len(page.rows("intervals")) == 1
    assert "Stationary gain" not in page.rows("intensity-gains-0")[0]
    assert analysis.intervals[0]["pace"] == "uniform"


def test_without_years_there_are_no_rates_and_the_page_says_so(tmp_path):
    dates = [("", "old"), ("", "new"), ("2005", "land_2005")]
    _, page = made(tmp_path, dates=dates)
    assert "old-new: rates not available (years missing)." in page.text
    charts = ("intensity-intervals", "intensity-classes", "transitions-intensities", "projection")
    assert not {f"chart-{name}" for name in charts} & set(page.figures)
    assert "chart-transitions-areas" in page.figures
    assert not [name for name in page.tables if "rates" in name]
    assert page.rows("intensity-gains-0")[0]["Gain state"] in ("active", "dormant", "uniform")


def test_land_without_change_has_no_transitions(tmp_path):
    _, page = made(tmp_path, (THREE[0], THREE[0]), DATED[:2])
    assert not [name for name in page.figures if "transitions" in name]
    assert page.figures["chart-intensity-classes"][0]["data"][0]["x"] == [0.0, 0.0]
