"""The page of a path to carbon neutrality: its numbers are those of the tables."""

import pytest

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.path.page import path_page
from carbon_zones.core.report.page import write_page
from carbon_zones.core.report.results_page import InputFile
from carbon_zones.test.core.pages import NASTY, PROVENANCE, said, same
from carbon_zones.test.core.paths import (
    BAU,
    HALF_WIDTHS,
    K95,
    LOW,
    NORMAL_FACTORS,
    SAMPLE_COHORTS,
    SAMPLE_MINE,
    path_of,
    points,
    shipped,
    with_terms,
)
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")

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


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A path on the land of the sample, and its page; made once."""
    return page_of(tmp_path_factory.mktemp("path"))


def page_of(folder, scenarios=None, activity=(), tr=same, **more):
    arguments = {"terms": with_terms(**K95, **HALF_WIDTHS), "factors": NORMAL_FACTORS, **more}
    path = path_of(
        [*shipped("activity"), *activity],
        scenarios or shipped("scenarios"),
        **{"cohorts": SAMPLE_COHORTS, "mined": SAMPLE_MINE, "draws": 500, **arguments},
    )
    files = {"ACTIVITY": InputFile("activity.csv", 12, "ab" * 32)}
    with Drafts() as drafts:
        write_page(folder / "page.html", drafts, path_page(path, PROVENANCE, files), tr)
        drafts.commit_drafts()
    return path, read_page(folder / "page.html")


def traces(page, chart: str) -> list[dict]:
    (figure,) = page.figures[f"chart-{chart}"]
    return figure["data"]


def test_emissions_and_sink_lie_above_and_net_with_its_band_below(made):
    """Both panels of a scenario begin in the year in which land does, and have the same years."""
    path, page = made
    layout = page.figures["chart-path"][0]["layout"]
    for number, projection, table in zip((1, 3), path.projections, path.scenario_tables):
        upper, lower = ("" if number == 1 else str(number), str(number + 1))
        assert layout[f"yaxis{upper}"]["domain"][0] > layout[f"yaxis{lower}"]["domain"][1]
        assert layout[f"xaxis{upper}"]["range"] == layout[f"xaxis{lower}"]["range"] == [2019, 2060]
        own = [trace for trace in traces(page, "path") if trace["xaxis"] == f"x{upper}"]
        above = [t for t in own if t.get("stackgroup") == f"above{number}"]
        below = [t for t in own if t.get("stackgroup") == f"below{number}"]
        assert own == [*above, *below]
        assert [t["name"] for t in above] == [
            *("Stripping", "Mining", "Transportation", "Dumping", "Reclamation"),
            "Carbon loss of disturbed land",
        ]
        assert [t["name"] for t in below] == ["Carbon sink of reclaimed land"]
        for place, year in enumerate(range(2019, 2061), 1):
            assert own[0]["x"][place - 1] == projection.years[place] == year
            up, down = (sum(t["y"][place - 1] for t in group) for group in (above, below))
            assert 1e6 * up == pytest.approx(
                projection.emitted[place] + projection.loss[place] * 44 / 12
            )
            assert 1e6 * down == pytest.approx(-projection.sink[place] * 44 / 12)
        band, net = [trace for trace in traces(page, "path") if trace["xaxis"] == f"x{lower}"]
        assert net["name"] == "Net emissions"
        assert [1e6 * y for y in net["y"]] == pytest.approx(list(projection.net)[1:])
        rows = table[1:]
        high, low = band["y"][: len(rows)], band["y"][: len(rows) - 1 : -1]
        assert [1e6 * y for y in high] == pytest.approx([row["high_tco2e"] for row in rows])
        assert [1e6 * y for y in low] == pytest.approx([row["low_tco2e"] for row in rows])


def test_milestones_and_the_year_of_neutrality_are_marked(made):
    _, page = made
    (figure,) = page.figures["chart-path"]
    marks = [(s["xref"], s["x0"], s["line"]["dash"]) for s in figure["layout"]["shapes"]]
    milestones = [(f"x{n}", year, "dot") for n in ("", 2, 3, 4) for year in (2030, 2050)]
    assert sorted(marks) == sorted([*milestones, ("x3", 2052, "solid"), ("x4", 2052, "solid")])
    assert page.legends["chart-path"][-3:] == [
        "Net emissions",
        "First year of annual net emissions at or below zero",
        "Milestone",
    ]
    notes = [note["text"] for note in figure["layout"]["annotations"]]
    assert "annual net emissions above zero in 2060" in notes
    assert "annual net emissions at or below zero from 2052" in notes
    assert f"<b>{LOW}</b>" in notes


def test_a_path_on_which_nothing_happens_has_a_page(tmp_path):
    """Nothing is emitted, taken or reclaimed after the base year."""
    idle = [
        *points("idle", "coal_t", y2018=1e6, y2019=0),
        *points("idle", "mult:all", y2018=1, y2019=0),
    ]
    _, page = page_of(tmp_path, idle, cohorts=None, mined=None)
    _band, net = traces(page, "path")
    assert net["name"] == "Net emissions"
    assert set(net["y"]) == {0}


def test_panels_have_one_scale(made):
    _, page = made
    for chart in ("path", "path-land"):
        layout = page.figures[f"chart-{chart}"][0]["layout"]
        axes = sorted(name for name in layout if name.startswith("yaxis"))
        ranges = [tuple(layout[name]["range"]) for name in axes]
        assert len(ranges) == 4
        assert len(set(ranges)) == 2


def test_the_first_numbers_are_the_emissions_and_the_years_of_neutrality(made):
    path, page = made
    for words in (
        f"Emissions in 2018 {said(sum(e.tco2e for e in path.emissions))} t CO\u2082e",
        f"{BAU}: first year of annual net emissions at or below zero > 2060",
        f"{LOW}: first year of annual net emissions at or below zero 2052",
    ):
        assert words in page.text, words
    total = sum(float(row["Emissions, t CO\u2082e"]) for row in page.rows("path-emissions")[:-1])
    assert f"Emissions in 2018 {said(total)} t CO\u2082e" in page.text
    assert "Global warming potentials: ar5." in page.text


def test_land_is_drawn_and_told_as_the_tables_have_it(made):
    path, page = made
    before = sum(hectares for *_, hectares in SAMPLE_COHORTS)
    data = traces(page, "path-land")
    for place, (projection, table) in enumerate(zip(path.projections, path.scenario_tables)):
        rows = list(table)
        emitted, taken, sink, net, mined, reclaimed = data[6 * place : 6 * place + 6]
        for trace, name, values, unit in (
            (emitted, "Emissions, all stages", [r["emissions_tco2e"] for r in rows], 1e6),
            (
                taken,
                "Carbon loss of disturbed land",
                [r["land_loss_tc"] * 44 / 12 for r in rows],
                1e6,
            ),
            (sink, "Carbon sink of reclaimed land", [-r["sink_tc"] * 44 / 12 for r in rows], 1e6),
            (net, "Net emissions", [r["net_tco2e"] for r in rows], 1e6),
            (mined, "Mined land", [r["mine_ha"] for r in rows], 1),
            (
                reclaimed,
                "Reclaimed land, all ages",
                [
                    before + sum(r["reclaimed_ha"] for r in rows[1 : n + 1])
                    for n in range(len(rows))
                ],
                1,
            ),
        ):
            assert trace["name"] == name
            assert [unit * y for y in trace["y"]] == pytest.approx(values[1:], abs=1e-6), name
        taken_ha, given_back = (
            sum(row[column] for row in rows[1:]) for column in ("disturbed_ha", "reclaimed_ha")
        )
        assert (
            f"{projection.scenario.name}, 2019-2060: {said(taken_ha)} ha disturbed, "
            f"{said(given_back)} ha reclaimed; mined area {said(SAMPLE_MINE)} ha in 2018, "
            f"{said(rows[-1]['mine_ha']) if rows[-1]['mine_ha'] else '0'} ha in 2060."
        ) in page.text


def test_what_is_summed_up_is_drawn_and_told(made):
    path, page = made
    balances = traces(page, "path-balance")
    for trace, projection, table in zip(balances, path.projections, path.scenario_tables):
        rows = list(table)[1:]
        sums = [sum(row["net_tco2e"] for row in rows[: n + 1]) for n in range(len(rows))]
        assert trace["name"] == projection.scenario.name
        assert [1e6 * y for y in trace["y"]] == pytest.approx(sums)
        words = f"cumulative from 2019 to 2060: {said(sums[-1])} t CO\u2082e; not included: carbon"
        assert words in page.text


def test_the_boundary_and_what_is_taken_for_granted_are_said(made):
    path, page = made
    projection, band = path.projections_with_bands[1]
    share = band.neutral_pct[projection.neutral_index]
    for words in (
        f"{LOW}: probability of carbon neutrality 2052-2060: {share:.1f} %",
        "Scopes 1 and 2 and the land of the mine, without combustion by customers",
        "Combustion by customers (scope 3) is not included",
        (
            "outside the Chinese guide for coal producers (GB/T 32151.11): Explosives, "
            "Spontaneous combustion, land carbon"
        ),
        "Global warming potentials ar5: fossil methane 28",
        "all carbon of disturbed land is lost",
        "exceeds the mined area; 6,472.50 ha are not reclaimed",
        "including land) remain at or below zero from 2052 to 2060",
        "including land) are not at or below zero by 2060",
    ):
        assert words in page.text, words


def test_without_half_widths_there_is_no_band(tmp_path):
    path, page = page_of(tmp_path, terms=with_terms(**K95), factors=None)
    assert path.bands is None
    assert not [trace for trace in traces(page, "path") if trace.get("fill") == "toself"]
    assert "Shaded band" not in page.text
    assert "Net emissions, lower limit, t CO₂e" not in page.rows("path-milestones")[0]


@pytest.mark.parametrize("count", [1, 5])
def test_any_number_of_scenarios_with_any_names(tmp_path, count):
    """Axes lie within the figure; a stage below 0 is stacked downwards; names are no markup."""
    low = [row for row in shipped("scenarios") if row["scenario"] == LOW]
    names = [NASTY, "照常", "third", "4", "5"][:count]
    scenarios = [{**row, "scenario": name} for name in names for row in low]
    scenarios += points(NASTY, "offset_tco2", y2018=0, y2040=400_000)
    _, page = page_of(tmp_path, scenarios, [GAS], draws=0, level=90.0)
    for chart in ("path", "path-land"):
        layout = page.figures[f"chart-{chart}"][0]["layout"]
        axes = [name for name in layout if name.startswith("yaxis")]
        assert len(axes) == 2 * count
        for name in axes:
            low_end, high_end = layout[name]["domain"]
            assert 0 <= low_end < high_end <= 1
    below = [t for t in traces(page, "path") if t.get("stackgroup", "").startswith("below1")]
    assert [t["name"] for t in below] == ["Post-mining", "Carbon sink of reclaimed land", "Offsets"]
    assert NASTY in {text for row in page.rows("path-milestones") for text in row.values()}
    assert "bold" not in page.tags
    # There are no draws.
    assert (
        "Shaded band: 90 % confidence interval from error propagation (IPCC 2006, Approach 1)."
        in page.text
    )
