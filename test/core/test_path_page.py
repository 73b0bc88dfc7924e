"""The page of a path to carbon neutrality: its numbers are those of the tables."""

from __future__ import annotations

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.path.page import path_page
from carbon_zones.core.report.page import write_page
from carbon_zones.core.report.provenance import InputFile
from carbon_zones.test.core.pages import NASTY, PROVENANCE, same
from carbon_zones.test.core.paths import (
    HALF_WIDTHS,
    K95,
    SAMPLE_COHORTS,
    SAMPLE_MINE,
    path_of,
    points,
    shipped,
    with_terms,
)
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")

FACTORS = [
    {**row, "low": "", "high": "", "distribution": "", "u95_pct": 10} for row in shipped("factors")
]
GAS = {
    "year": 2018,
    "stage": "post_mining",
    "source": "drained_gas",
    "quantity": 3e6,
    "unit": "m3",
    "oxidised_fraction": 0.9,
    "counted_in_factor": "yes",
    "u95_pct": 3,
}
BAU, LOW = "BAU (invented)", "low-carbon (invented)"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A path on the land of the sample, and its page; made once."""
    return page_of(tmp_path_factory.mktemp("path"))


def page_of(folder, scenarios=None, activity=(), tr=same, **more):
    """Such a path and its page."""
    arguments = {"terms": with_terms(**K95, **HALF_WIDTHS), "factors": FACTORS, **more}
    path = path_of(
        [*shipped("activity"), *activity],
        scenarios or shipped("scenarios"),
        cohorts=SAMPLE_COHORTS,
        mined=SAMPLE_MINE,
        **{"draws": 500, **arguments},
    )
    files = {"ACTIVITY": InputFile("activity.csv", 12, "ab" * 32)}
    with Drafts() as drafts:
        write_page(folder / "page.html", drafts, path_page(path, PROVENANCE, files), tr)
        drafts.finish()
    return path, read_page(folder / "page.html")


def traces(page, chart: str) -> list[dict]:
    (figure,) = page.figures[f"chart-{chart}"]
    return figure["data"]


def test_the_areas_of_a_panel_are_what_is_emitted_and_taken_up(made):
    path, page = made
    for number, projection in enumerate(path.projections, 1):
        axis = "x" if number == 1 else f"x{number}"
        own = [trace for trace in traces(page, "path") if trace["xaxis"] == axis]
        above = [t for t in own if t.get("stackgroup") == f"above{number}"]
        below = [t for t in own if t.get("stackgroup") == f"below{number}"]
        assert [t["name"] for t in above] == [
            *("Stripping", "Mining", "Transportation", "Dumping", "Reclamation"),
            "Carbon of land that is taken",
        ]
        assert [t["name"] for t in below] == ["Sink of reclaimed land"]
        for place, year in enumerate(projection.years):
            up, down = (sum(t["y"][place] for t in group) for group in (above, below))
            assert own[0]["x"][place] == year
            assert 1e6 * up == pytest.approx(
                projection.emitted[place] + projection.loss[place] * 44 / 12
            )
            assert 1e6 * down == pytest.approx(-projection.sink[place] * 44 / 12)
        (net,) = [t for t in own if t.get("name") == "Net"]
        assert [1e6 * y for y in net["y"]] == pytest.approx(list(projection.net))
        (band,) = [t for t in own if t.get("fill") == "toself"]
        rows = path.rows_of(projection)
        high, low = band["y"][: len(rows)], band["y"][: len(rows) - 1 : -1]
        assert [1e6 * y for y in high] == pytest.approx([row["high_tco2e"] for row in rows])
        assert [1e6 * y for y in low] == pytest.approx([row["low_tco2e"] for row in rows])


def test_milestones_and_the_year_of_neutrality_are_marked(made):
    _, page = made
    (figure,) = page.figures["chart-path"]
    marks = [
        (shape["xref"], shape["x0"], shape["line"]["dash"]) for shape in figure["layout"]["shapes"]
    ]
    assert marks == [
        ("x", 2030, "dot"),
        ("x", 2050, "dot"),
        ("x2", 2030, "dot"),
        ("x2", 2050, "dot"),
        ("x2", 2052, "solid"),
    ]
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    assert "not neutral by 2060" in notes
    assert "neutral from 2052" in notes
    assert f"<b>{LOW}</b>" in notes


def test_panels_have_one_scale(made):
    _, page = made
    for chart, levels in (("path", 1), ("path-land", 2)):
        layout = page.figures[f"chart-{chart}"][0]["layout"]
        axes = sorted(name for name in layout if name.startswith("yaxis"))
        ranges = [tuple(layout[name]["range"]) for name in axes]
        assert len(ranges) == 2 * levels
        assert len(set(ranges)) == levels


def test_tables_are_those_of_the_run(made):
    path, page = made
    rows = page.rows("path-milestones")
    assert len(rows) == 6
    for row, own in zip(rows, path.milestone_rows):
        for label, column in (
            ("Emissions, t CO\u2082e", "emissions_tco2e"),
            ("Net, t CO\u2082e", "net_tco2e"),
            ("Net, low, t CO\u2082e", "low_tco2e"),
            ("Cumulative, t CO\u2082e", "cumulative_tco2e"),
            ("Draws neutral from this year on, %", "neutral_pct"),
        ):
            assert float(row[label]) == pytest.approx(own[column], rel=1e-14)
    shares = [row["Sink, % of emissions"] for row in rows]
    assert float(shares[2]) == pytest.approx(11.216, abs=1e-3)
    assert shares[5] == "\N{EN DASH}"  # of no emissions
    for place, projection in enumerate(path.projections):
        found = [float(row["Net, t CO\u2082e"]) for row in page.rows(f"path-years-{place}")]
        assert found == pytest.approx(list(projection.net), rel=1e-14)
    *emissions, total = page.rows("path-emissions")
    assert len(emissions) == 12
    assert float(total["Emissions, t CO\u2082e"]) == pytest.approx(path.base_total, rel=1e-14)
    assert {row["Boundary"] for row in emissions} == {"in the guide", "outside the guide"}
    evidence = {row["Name of the factor"]: row["Evidence"] for row in page.rows("path-factors")}
    assert evidence["diesel_cn"] == "secondary"
    assert page.rows("sources-files")[0]["SHA-256"] == "ab" * 32


def test_the_boundary_and_what_is_taken_for_granted_are_said(made):
    path, page = made
    projection, band = path.banded[1]
    share = band.neutral_pct[projection.neutral_place]
    for words in (
        f"{LOW}: {share:.1f} % of the draws are neutral from 2052 to 2060",
        "Scopes 1 and 2 and the mine's land, without what customers burn",
        "What its customers burn (scope 3) is not in it",
        "outside the Chinese guide for coal producers (GB/T 32151.11): Explosives, Spontaneous "
        "combustion, the carbon of land",
        "Warming potentials ar5: fossil methane 28",
        "all carbon of land that is taken counts as lost",
        "6,472.50 ha of reclaimed_ha are not",
        f"{LOW}: net is 0 or below from 2052 to the horizon, 2060",
        f"{BAU}: net is not 0 or below to the horizon, 2060",
    ):
        assert words in page.text, words


def test_without_half_widths_there_is_no_band(tmp_path):
    path, page = page_of(tmp_path, terms=with_terms(**K95), factors=None)
    assert path.bands is None
    assert not [trace for trace in traces(page, "path") if trace.get("fill") == "toself"]
    assert "There is no band of uncertainty, because not all half-widths are given." in page.text
    assert "Net, low, t CO\u2082e" not in page.rows("path-milestones")[0]


@pytest.mark.parametrize("count", [1, 5])
def test_any_number_of_scenarios_with_any_names(tmp_path, count):
    """Axes lie within the figure; a stage below 0 is stacked downwards; names are no markup."""
    low = [row for row in shipped("scenarios") if row["scenario"] == LOW]
    names = [NASTY, "照常", "third", "4", "5"][:count]
    scenarios = [{**row, "scenario": name} for name in names for row in low]
    scenarios += points(NASTY, "offset_tco2", y2018=0, y2040=400_000)
    _, page = page_of(tmp_path, scenarios, [GAS], draws=0)
    for chart, levels in (("path", 1), ("path-land", 2)):
        layout = page.figures[f"chart-{chart}"][0]["layout"]
        axes = [name for name in layout if name.startswith("yaxis")]
        assert len(axes) == count * levels
        for name in axes:
            low_end, high_end = layout[name]["domain"]
            assert 0 <= low_end < high_end <= 1
    below = [t for t in traces(page, "path") if t.get("stackgroup", "").startswith("below1")]
    assert [trace["name"] for trace in below] == [
        "Post-mining",
        "Sink of reclaimed land",
        "Offsets",
    ]
    assert NASTY in {text for row in page.rows("path-milestones") for text in row.values()}
    assert "bold" not in page.tags
    # There are no draws.
    assert "The band is that of approach 1, at 95 %." in page.text


def test_every_text_can_be_translated(tmp_path):
    """Nothing but names and numbers is left in English."""
    _, page = page_of(tmp_path, tr=lambda text: f"\N{SECTION SIGN}{text}")
    figure = page.figures["chart-path"][0]
    named = [trace["name"] for trace in figure["data"] if trace.get("name")]
    assert all(name.startswith("\N{SECTION SIGN}") for name in named)
    for section in ("Land and emissions", "Cumulative balance", "What is counted, and what is not"):
        assert f"\N{SECTION SIGN}{section}" in page.text
