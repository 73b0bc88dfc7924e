"""Numbers that stand in the log, in hovers and in bars alone are those of the tables."""

import re
from functools import partial
from types import SimpleNamespace

import numpy as np
import pytest

from carbon_zones.core.inventory.page import matrix_section
from carbon_zones.core.ledger.balance import STATE_KEYS, stock_chart
from carbon_zones.core.path.notes import path_notes
from carbon_zones.core.report.heatmaps import TransferMatrix, transfer_heatmap
from carbon_zones.core.report.horizontal_bars import HorizontalBars, gain_loss_bars, intensity_bars
from carbon_zones.core.report.line_charts import (
    ValueRange,
    WaterfallBar,
    add_ranges,
    waterfall_figure,
)
from carbon_zones.core.report.plotly_figures import (
    BarSeries,
    format_hectares,
    stacked_bars,
    year_axis,
)
from carbon_zones.core.report.sankey import FlowParts, select_flows
from carbon_zones.test.core.pages import same
from carbon_zones.test.core.paths import (
    HALF_WIDTHS,
    K95,
    NORMAL_FACTORS,
    SAMPLE_COHORTS,
    SAMPLE_MINE,
    path_of,
    points,
    shipped,
    with_terms,
)
from carbon_zones.test.core.test_inventory import PAPER, inventory_of
from carbon_zones.test.core.test_path import fixed


def test_the_log_of_a_path_says_what_its_tables_say():
    given = shipped("activity"), shipped("scenarios"), with_terms(**K95, **HALF_WIDTHS)
    land = {"cohorts": SAMPLE_COHORTS, "mined": SAMPLE_MINE, "milestones": "2030,2052,2060"}
    path = path_of(*given, NORMAL_FACTORS, **land, draws=100)
    log = "\n".join(map(str, path_notes(path).notices))
    said = [f"Land reclaimed by 2018: {sum(ha for *_, ha in SAMPLE_COHORTS):,.2f} ha"]
    for name in {row["scenario"] for row in path.rows}:
        _, *rows = [row for row in path.rows if row["scenario"] == name]
        marks = {r["year"]: r for r in path.milestone_rows if r["scenario"] == name}
        year = marks["2060"]["neutral_year"]
        said += [
            f"to 2060: {rows[-1]['cumulative_tco2e']:,.0f} t CO\u2082e; not included: carbon debt",
            f"remain at or below zero from {year} to 2060" if year else "at or below zero by 2060",
        ]
        if year:
            share = marks[str(year)]["neutral_pct"]
            said.append(f"neutrality {year}-2060: {share:.1f} % of the draws")
    assert [text for text in said if text not in log] == []
    ((middle, low, high),) = re.findall(r"median year (....), .* interval (....) to (....);", log)
    assert low < middle < high


@pytest.mark.parametrize(("coal_t", "is_told"), [(1e5, False), (2e5, True)])
def test_coal_that_two_stages_count_is_the_same_coal(coal_t, is_told):
    coal = {"source": "coal", "factor": "ch4_cn_opencast", "quantity": 1e5, "scales_with": "coal"}
    activity = [fixed(2018, stage=stage, **coal) for stage in ("mining", "post_mining")]
    scenarios = points("one", "coal_t", y2018=coal_t) + [
        row
        for name in ("reclaimed:forest", "reclaimed:water", "reclaimed_ha")
        for row in points("one", name, y2018=0.5)
    ]
    terms = {"arable": with_terms()["arable"]}
    notes = path_notes(path_of(activity, scenarios, terms, mined=9.0, draws=0))
    warnings, notices = ("\n".join(map(str, own)) for own in (notes.warnings, notes.notices))
    assert ("coal_t in 2018 is 200000 t, ACTIVITY has 100000 t" in warnings) == is_told
    assert "Forestland has no coefficients, and so is no sink." in warnings
    assert "has no coefficients, and so is no sink." in notices


def test_a_land_category_with_land_at_one_end_of_the_year_stands_in_the_matrix():
    made = inventory_of({"forest arable": 2.0, "grass grass": 1.0}, [2000, 2001], PAPER)
    (table,) = matrix_section(made).tables
    froms = [str(row["from"]) for row in table.raw if not row["is_total"]]
    assert [str(c.label) for c in table.columns[1:-1]] == froms
    assert len(froms) == 3


def test_bars_of_gains_lie_to_the_right_and_those_of_losses_to_the_left():
    rows = [
        {"class": name, "gain_ha": gain, "loss_ha": loss, "net_ha": gain - loss}
        for name, gain, loss in (("a", 5.0, 2.0), ("b", 1.0, 4.0))
    ]
    gains, losses, nets = gain_loss_bars(rows, ["#111111", "#222222"], same)["data"]
    assert (gains["x"], losses["x"], nets["x"]) == ([5, 1], [-2, -4], [3, -3])
    for trace, hovers in ((gains, ["5.00", "1.00"]), (losses, ["2.00", "4.00"])):
        assert all(area in text for area, text in zip(hovers, trace["hovertext"]))
    assert losses["marker"]["opacity"] < gains["marker"]["opacity"]


def test_the_range_of_stocks_goes_from_the_youngest_to_the_oldest_ages():
    row = {"year": "2000", "status": next(iter(STATE_KEYS.values()))}
    row |= {"total_tc": 50.0, "youngest_tc": 30.0, "oldest_tc": 80.0}
    land = SimpleNamespace(dates=[SimpleNamespace(label="2000")])
    (figure,) = stock_chart(SimpleNamespace(land=land, stocks=[row])).render_figures(same)
    *bars, marks = figure["data"]
    assert [trace["y"] for trace in bars] == [[50.0]]
    assert (marks["error_y"]["arrayminus"], marks["error_y"]["array"]) == ([20.0], [30.0])
    lines = "2000: 50.0 t C", "youngest possible ages: 30.0 t C", "oldest possible ages: 80.0 t C"
    assert marks["hovertext"] == ["<br>".join(lines)]


def test_numbers_of_a_waterfall_stand_on_its_bars():
    falls = [WaterfallBar("a", n, "#111111", (), n in (10.0, 7.0)) for n in (10.0, 5.0, -8.0, 7.0)]
    figure = waterfall_figure(falls, "t", same)
    assert figure["data"][0]["base"] == [0, 10, 15, 0]
    notes = figure["layout"]["annotations"]
    assert [(note["y"], note["text"]) for note in notes] == [
        *((10, "10"), (15, "5"), (15, "\N{MINUS SIGN}8"), (7, "7"))
    ]
    assert [line["y0"] for line in figure["layout"]["shapes"]] == [10, 15, 7]


def test_what_stands_above_a_bar_is_above_its_range_too():
    draw = partial(stacked_bars, ["a", "b"], [BarSeries("s", "#111111", [5.0, 9.0], [(), ()])], "t")
    draw = partial(draw, tops=["5", "9"])
    figure = add_ranges(draw, [ValueRange(5, 1, 7, ()), ValueRange(9, 8, 9, ())], same)
    assert [note["y"] for note in figure["layout"]["annotations"]] == [7, 9]
    marks = figure["data"][-1]["error_y"]
    assert (marks["arrayminus"], marks["array"]) == ([4, 1], [2, 0])


def test_words_on_a_level_stand_where_there_is_room():
    for line, side in ((1.0, "left"), (9.0, "right")):
        bars = [HorizontalBars([10.0], "#111111", [()])]
        (note,) = intensity_bars(["a"], bars, "t", line, same)["layout"]["annotations"]
        assert (note["x"], note["xanchor"]) == (line, side)


def test_nine_dates_or_their_eight_periods_have_an_axis_of_years():
    dates = [str(year) for year in range(1990, 1999)]
    spans = [f"{one}-{other}" for one, other in zip(dates, dates[1:])]
    for labels, most in ((dates, 9), (spans, 8)):
        assert year_axis(labels[: most - 1]) is None
        axis = year_axis(labels)
        assert (axis.first, axis.last) == ((1989.5, 1998.5) if labels == dates else (1990, 1998))


def test_hectares_of_a_sentence_have_digits_below_a_hundred():
    assert [format_hectares(area) for area in (99.99, 100.0)] == ["99.99", "100"]


def test_shares_of_a_matrix_are_of_the_earlier_class():
    square = TransferMatrix([0, 1], [0, 1, 2], ["a", "b", "c"], [[6, 2, 0], [0, 1, 3]], 3.0)
    cells = transfer_heatmap(square, same)["data"][0]
    assert cells["customdata"] == [[75, 25, 0], [0, 25, 75]]
    assert cells["text"] == [["6", "2", ""], ["", "1", "3"]]


def test_a_flow_of_a_thousandth_of_all_is_drawn_and_a_smaller_one_told():
    parts = FlowParts(["a", "b"], ["#111111"] * 2, [np.array([[997.0, 1.5], [1.0, 0.5]])])
    drawn, told = select_flows(parts, [None])
    assert [area for *_, area in drawn] == [997.0, 1.5, 1.0]
    assert "smaller flows listed in the tables only: 1 (0.5 ha, 0.05 % of the total)" in str(told)
