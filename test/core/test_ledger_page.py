"""The page of the carbon ledger: its numbers are those of the tables, whatever land and terms."""

import re
from functools import cache
from xml.etree import ElementTree

import numpy as np
import pytest

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.ledger.balance import sum_stocks
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.ledger_rows import NetRaster, net_colour, remove_rounding_errors
from carbon_zones.core.ledger.page import ledger_page
from carbon_zones.core.ledger.results import LedgerResults
from carbon_zones.core.ledger.sections import ramp_indices
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.report.page import write_page
from carbon_zones.core.report.report_maps import history_thumbnail
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.core.scheme.class_accuracy import read_class_accuracy
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.pages import NASTY, PROVENANCE, said, same, series_of
from carbon_zones.test.core.schemes import default_rules
from carbon_zones.test.core.support import table
from carbon_zones.test.helpers import read_raster
from carbon_zones.test.pages import read_page

pytest.importorskip("jinja2")

CLASSES = (
    LandClass(1, "field", NASTY, "sink", "#ddcc66"),
    LandClass(2, "wood", "Wood", "sink", "#226633"),
    LandClass(3, "pit", "Pit", "mine", "#553355"),
    LandClass(4, "town", "Town", "built", "#cc4444"),
    LandClass(5, "lake", "Lake", "water", "#3366cc"),
)
# A field that is mined and becomes a wood, one that becomes a lake, a wood that is built on
# first, and land that is never mined.
LAND = ((1, 1, 2, 1, 1, 2), (3, 1, 2, 1, 3, 2), (2, 3, 4, 1, 5, 2), (2, 1, 3, 1, 5, 2))
YEARS = ("1990", "2000", "2005", "2020")
PLAIN = "class,soil_tc_per_ha,vegetation_tc_per_ha\nfield,80,5\nwood,60,40\n"
SURE = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_loss_fraction,soil_curve,soil_p1,soil_p2,"
    "vegetation_curve,vegetation_rates,vegetation_half_life,u95_soil_pct,u95_vegetation_pct,"
    "distribution,source\n"
    "field,80,5,0.4,exponential,0.9,25,,,,20,30,,A survey\n"
    "wood,60,40,,,,,rates,10:2;:0.5,12,10,50,lognormal,\n"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Makes results and their page, those of one kind of land once: see page_of."""
    return cache(lambda *of, **more: page_of(tmp_path_factory.mktemp("ledger"), *of, **more))


def page_of(
    folder,
    coefficients=PLAIN,
    land=LAND,
    errors=None,
    wanted=None,
    rule="mid",
    tr=same,
    years=YEARS,
):
    """The results of such land, row of cells by date, and their page; NET_MAP is net.tif."""
    dates = [(year, f"land_{year}") for year in years[: len(land)]]
    series = series_of(folder / "in", [[row] for row in land], dates, CLASSES)
    spans, disturbing = create_periods(series.dates), DisturbingClasses()
    read = read_coefficients(table("COEFFICIENTS", coefficients), series.classes, Notes())
    given = None
    if errors:
        rules = default_rules(series.classes)
        reader = read_class_accuracy if "mapped_ha" in errors else read_area_errors
        steps = spans[: len(dates) - 1]
        given = reader(table("AREA_ERRORS", errors), series.classes, steps, rules)
    with Drafts() as drafts:
        writer, path = RasterWriter(series, drafts), folder / "net.tif"
        net_map = NetRaster(writer, path, spans[-1], read, disturbing, AgeRule(rule))
        combinations, thumbnail = CombinationCounter(series), history_thumbnail(series)
        census = count_series(series, spans, [combinations, net_map, thumbnail])
        mined = MinedLand(combinations.table, series.dates, series.classes, disturbing)
        ledger = Ledger(mined, read, AgeRule(rule))
        uncertainty = ledger.uncertainty(given, wanted or UncertaintySettings(draws=200))
        results = LedgerResults(series, census, ledger, uncertainty, net_map, thumbnail)
        raise_failed_check(results.consistency_checks)
        files = [None] * len(dates)
        write_page(folder / "page.html", drafts, ledger_page(results, PROVENANCE, files), tr)
        drafts.commit_drafts()
    return results, read_page(folder / "page.html")


def column(page, name: str, label: str) -> list[float]:
    return [float(row[label]) for row in page.rows(name)]


def sums_of(ledger, flow) -> list[float]:
    return [
        row["tc"]
        for row in ledger.rows
        if (row["flow"], row["pool"], row["class"]) == (flow, "all", "(all)")
    ]


def test_the_first_numbers_are_those_of_all_years(made):
    """All mined land was taken since: three fields of 85 t C less what grew back."""
    results, page = made()
    net = sum(sums_of(results.ledger, "net"))
    regained = sum(sums_of(results.ledger, "gain")) + sum(sums_of(results.ledger, "growth"))
    assert net == pytest.approx(regained - 255)
    label = "Net carbon loss by 2020, land disturbed since 1990"
    for words in (
        f"{label} {said(-net)} t C",
        f"{label}, as CO\u2082 {said(-net * 44 / 12)} t CO\u2082",
        "(mining): 255 t C. Carbon gain on the 2.00 ha that are carbon sinks again: "
        f"{said(regained)} t C.",
    ):
        assert words in page.text, words


def test_ages_between_dates_leave_the_balance_between_two_numbers(made):
    results, page = made(SURE)
    youngest, oldest = (results.ledger.total_net_tc(AgeRule(r)) for r in ("youngest", "oldest"))
    assert youngest < oldest
    words = f"net loss of {said(-oldest)} to {said(-youngest)} t C."
    assert f"Carbon balance of this land over the range of possible ages: {words}" in page.text


def test_of_yearly_periods_the_sums_are_given_per_year_too(made):
    land = ((1, 1, 1), (3, 1, 3), (3, 3, 1))
    _, page = made(land=land, years=("2000", "2001", "2002"))
    assert "table-balance-years" not in page.tables
    *_, whole, yearly = page.rows("balance")
    assert (whole["Period"], yearly["Period"]) == ("All periods", "All periods, per year")
    for label in ("Loss", "Gain", "Growth", "Net", "Net, t CO\u2082"):
        assert float(yearly[label]) == pytest.approx(float(whole[label]) / 2), label
    assert float(whole["Loss"]) == 255


def test_the_words_go_with_the_sign(made):
    _, page = made()
    assert page.text.index("Net carbon loss by 2020, land disturbed since 1990") < page.text.index(
        "Land disturbed since 1990: net loss of "
    )
    assert "(mining): 255 t C." in page.text
    # A pit at the first date that becomes a field: nothing was taken from a sink.
    _, page = made(land=((3,), (1,)))
    assert "Net carbon gain 1990-" in page.text
    assert "Land disturbed before 1990, change since then: net gain of " in page.text
    assert "(mining): " not in page.text


WIDE = PLAIN.replace("_ha\n", "_ha,u95_soil_pct,u95_vegetation_pct\n", 1).replace(
    "80,5\n", "80,5,300,300\n"
)
WIDE = WIDE.replace("60,40\n", "60,40,300,300\n")


@pytest.mark.parametrize("coefficients", [PLAIN, SURE, WIDE])
@pytest.mark.parametrize("land", [LAND, ((3,), (1,))])
def test_no_sentence_or_tile_has_a_minus_before_a_tonne(made, coefficients, land):
    """The words say which way it went; tables and axes have signs."""
    results, _ = made(coefficients, land)
    page = ledger_page(results, PROVENANCE, [None] * len(land))
    said = [text for section in page.sections for text in (*section.sentences, *section.warnings)]
    said += [told for label, number, unit in page.headlines for told in (label, number)]
    words = [str(text) for text in said]
    assert any(" t C" in text for text in words)
    assert [text for text in words if re.search(r"[-\u2212][\d.,]+(?!\d)[^.;]{0,3}t C", text)] == []
    assert [str(number) for _, number, _ in page.headlines if "\u2212" in str(number)] == []


WORDS = {
    "mid": "midpoint of the interval",
    "mean": "mean carbon stock over the interval",
    "youngest": "youngest possible age",
    "oldest": "oldest possible age",
}


@pytest.mark.parametrize("rule", WORDS)
def test_the_rule_for_ages_is_said_in_full(made, rule):
    results, page = made(rule=rule)
    assert f"Age of reclaimed land (AGE_RULE = {rule}): {WORDS[rule]};" in page.text
    assert f"Age of reclaimed land: {WORDS[rule]}." in page.text
    assert f"{abs(results.ledger.total_net_tc(AgeRule.YOUNGEST)):,.0f}" in page.text


def test_a_long_ledger_is_cut_off_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("carbon_zones.core.ledger.sections.MAX_ROWS", 2)
    _, page = page_of(tmp_path, SURE)
    assert len(page.rows("carbon-flows-full")) == 2
    assert "are listed in LEDGER only." in page.text


def test_curves_go_through_their_stocks(made):
    _, page = made(SURE)
    both, soil, vegetation = page.figures["chart-recovery"]
    rows = {(row["Class"], row["Carbon pool"]): row for row in page.rows("recovery")}
    field, wood = rows[NASTY, "Soil"], rows["Wood", "Vegetation"]
    assert field["Curve"] == "exponential"
    assert float(field["After 25 years"]) == pytest.approx(0.9 * 80)
    assert float(wood["After 25 years"]) == pytest.approx(10 * 2 + 15 * 0.5)
    assert wood["Fraction of the equilibrium density reached at age a"] == "10:2;:0.5"
    assert rows["Wood", "Soil"]["Curve"] == "ipcc (default)"
    # Two dotted densities, then an edge and a line for each class.
    line = soil["data"][3]
    place = line["x"].index(25)
    assert line["y"][place] == pytest.approx(72)
    sums = [a + b for a, b in zip(line["y"], vegetation["data"][3]["y"])]
    assert both["data"][3]["y"] == pytest.approx(sums)
    assert both["data"][0]["y"] == [85.0, 85.0]
    # The grey bands are the ages of the two fields that were reclaimed: 0-15 and 15-20 years.
    bands = [(shape["x0"], shape["x1"]) for shape in both["layout"]["shapes"]]
    assert bands == [(0, 15), (15, 20)]


def test_what_the_balance_goes_by_is_in_full(made):
    _, page = made(SURE)
    rows = {(row["Class"], row["Carbon pool"]): row for row in page.rows("carbon-coefficients")}
    field, wood = rows[NASTY, "Soil"], rows["Wood", "Vegetation"]
    assert [field[label] for label in ("Loss fraction", "Curve", "Source")] == [
        "0.4",
        "exponential",
        "A survey",
    ]
    assert wood["Loss fraction"] == "1 (default)"
    assert float(wood["Half-life, years"]) == 12
    assert wood["Distribution"] == "lognormal"
    assert len(page.rows("carbon-states")) == 10
    assert "all carbon of disturbed land is lost" in page.text


def test_a_part_of_0_is_not_that_which_nobody_gave(made):
    terms = f"{PLAIN.splitlines()[0]},soil_loss_fraction\nfield,80,5,0\nwood,60,40,\n"
    _, page = made(terms)
    rows = {(row["Class"], row["Carbon pool"]): row for row in page.rows("carbon-coefficients")}
    parts = [rows[name, "Soil"]["Loss fraction"] for name in (NASTY, "Wood")]
    assert parts == ["0", "1 (default)"]
    # Three fields of 5 t C of vegetation.
    assert column(page, "balance", "Loss")[-1] == pytest.approx(15)


def test_intervals_are_those_of_the_table(made):
    errors = "from_class,to_class,u95_pct,period\n@sink,@mine,5,\n*,*,30,2005-2020\n"
    results, page = made(SURE, errors=errors)
    rows = results.uncertainty.rows
    whole = [row for row in rows if not row["period"] and row["measure"] == "t C"]
    assert len(page.rows("uncertainty-periods")) == 3 * 4
    everything, *_ = page.figures["chart-intervals"]
    drawn = [row for row in whole if row["method"] == "approach 2"]
    assert everything["data"][0]["x"] == [row["estimate"] for row in drawn]
    high = [
        a + b for a, b in zip(everything["data"][0]["x"], everything["data"][0]["error_x"]["array"])
    ]
    assert high == pytest.approx([row["high"] for row in drawn])
    (halves,) = page.figures["chart-half-widths"]
    assert [len(bar["x"]) for bar in halves["data"]] == [4] * 5
    coefficients, areas, both = (bar["x"] for bar in halves["data"][:3])
    assert [a**2 + b**2 for a, b in zip(coefficients, areas)] == pytest.approx([c**2 for c in both])
    assert [row["Period"] for row in page.rows("area-errors")] == ["each period", "2005-2020"]
    assert "200 Monte Carlo draws (seed 1)" in page.text


@pytest.mark.parametrize("draws", [0, 200])
def test_the_interval_is_said_in_carbon_and_in_carbon_dioxide(made, draws):
    results, page = made(SURE, wanted=UncertaintySettings(draws=draws, level=90))
    row = results.uncertainty.best_row("net")
    low, high = row["low"], row["high"]
    assert low < row["estimate"] < high
    assert high < 0
    bounds = f"net loss of {said(-high)} to {said(-low)} t C"
    assert f"90 % confidence interval from carbon densities: {bounds} (" in page.text
    tile = f"90 % confidence interval {said(-high)} to {said(-low)} t C"
    assert tile in page.text
    assert "Confidence level 90 %" in page.text
    assert "Areas are treated as exact: no margins of error given (AREA_ERRORS)." in page.text
    if not draws:
        assert row["method"] == "approach 1"
        assert "(error propagation, IPCC Approach 1)" in page.text
    else:
        mean, error = said(-row["estimate"]), said(row["sd"] / draws**0.5, 1)
        words = f"mean of all this land: net loss of {mean} t C ("
        assert f"200 Monte Carlo draws (seed 1), {words}" in page.text
        assert f"standard error of the mean {error} t C." in page.text


def test_ranges_of_intervals_say_what_they_are(made):
    results, page = made(SURE)
    items = {"loss": "Loss", "gain": "Gain", "growth": "Growth", "net": "Net"}
    everything, *_ = page.figures["chart-intervals"]
    assert everything["data"][0]["hovertext"] == [
        f"{word}<br>{said(row['estimate'], 1)} t C<br>"
        f"{said(row['low'], 1)} \u2026 {said(row['high'], 1)} t C"
        for item, word in items.items()
        for row in [results.uncertainty.best_row(item)]
    ]


def test_without_half_widths_it_says_so(made):
    _, page = made()
    assert "No confidence interval: densities lack margins of error (COEFFICIENTS)." in page.text
    assert "chart-intervals" not in page.figures


def test_what_a_sample_estimates_stands_beside_the_map(made):
    columns = "value,class,mapped_ha,samples,estimated_ha,estimated_se_ha"
    errors = f"{columns}\n2003,Wood -> Pit,4,50,3.5,0.4\n1,Lake -> Pit,0,9,1,0.5\n"
    _, page = made(SURE, errors=errors)
    first, second = page.rows("area-estimates")
    assert first["Conversion or zone"] == "Wood -> Pit"
    assert float(first["Estimated area, ha"]) == 3.5
    assert float(first["95 % margin of error, ha"]) == pytest.approx(0.4 * 1.959963984540054)
    assert float(first["95 % margin of error, % of mapped area"]) == pytest.approx(
        10 * 1.959963984540054
    )
    assert second["95 % margin of error, % of mapped area"] == "\u2013"
    assert (
        "Carbon is calculated from mapped areas; confidence intervals include map errors."
        in page.text
    )


def test_the_map_is_that_of_the_raster(made):
    """Seen through its legend: each pixel is a cell."""
    results, page = made()
    net = read_raster(results.net_map.tiff.path)
    shown = results.ledger.lookup_net(results.thumbnail.classes)[
        results.thumbnail.combinations
    ].ravel()
    assert shown == pytest.approx(net.ravel(), abs=1e-9)
    # -85 is what is lost most.
    assert "\u221285" in page.text
    assert "+85 t C/ha" in page.text
    assert any(address.startswith("data:image/png") for address in page.addresses)


def test_the_map_is_a_ramp_round_0():
    """Evenly from the largest loss to a gain as large; what sums leave of 0 is 0."""
    nets = np.array([np.nan, -80.0, 80.0, 0.0, -7e-15, 9e-7, 40.0, -20.0, 1.0])
    assert ramp_indices(nets, 80.0).tolist() == [0, 1, 201, 101, 101, 101, 151, 76, 102]
    assert ramp_indices(np.array([0.0, np.nan]), 0.0).tolist() == [101, 0]
    assert [net_colour(share) for share in (-1, 0, 1)] == ["#543005", "#e6e8e2", "#003c30"]
    # A third of the way there are the next colours.
    assert [net_colour(share) for share in (-1 / 3, 1 / 3)] == ["#f1ddb0", "#b7e0d6"]


def test_stocks_of_a_date_are_those_of_the_date_and_status_alone(made):
    """All dates have land of two statuses at least, or a sum would be one row."""
    ledger = made()[0].ledger
    for date in (own.label for own in ledger.land.dates):
        whole = {}
        for row in ledger.stocks:
            if row["year"] == date:
                whole[row["status"]] = whole.get(row["status"], 0.0) + row["total_tc"]
        for status, tonnes in whole.items():
            assert sum_stocks(ledger, date, status) == pytest.approx(tonnes)
        assert sum_stocks(ledger, date) == pytest.approx(sum(whole.values()))
    assert len({row["status"] for row in ledger.stocks}) > 1


def test_what_the_arithmetic_leaves_is_nothing():
    nets = np.array([-7e-15, 9e-7, -9e-7, 2e-6, -1.0, np.nan])
    assert remove_rounding_errors(nets).tolist()[:5] == [0, 0, 0, 2e-6, -1]
    assert ramp_indices(np.array([-7e-15, 3e-15]), 7e-15).tolist() == [101, 101]


def test_the_style_beside_the_raster_is_the_same_ramp(made):
    results, _ = made()
    path = results.net_map.tiff.path
    most = np.abs(read_raster(path)[read_raster(path) > -9999]).max()
    style = ElementTree.parse(path.with_suffix(".qml"))
    stops = [(float(e.get("value")), e.get("color")) for e in style.iter("item")]
    assert [value for value, _ in stops] == pytest.approx([n * most / 3 for n in range(-3, 4)])
    assert stops[3][0] == 0
    assert [colour for _, colour in stops] == [net_colour(n / 3) for n in range(-3, 4)]


@pytest.mark.parametrize("own", ["<qgis>by hand</qgis>", "<!-- Carbon Zones -->\n<qgis/>"])
def test_a_style_that_somebody_saved_stays(tmp_path, own):
    """One of ours goes with its raster."""
    (tmp_path / "net.qml").write_text(own, encoding="utf-8")
    page_of(tmp_path)
    kept = (tmp_path / "net.qml").read_text(encoding="utf-8")
    assert (kept == own) == ("by hand" in own)


def test_land_that_does_not_count_has_no_net(made):
    results, _ = made()
    classes = np.array([[-1, 0], [-1, 0], [-1, 0], [-1, 0]])
    found = results.ledger.lookup_net(classes)
    assert np.isnan(found[0])
    assert found[1] == 0


def test_land_without_a_mine_has_a_short_page(made):
    _, page = made(land=((1, 2), (1, 4)))
    assert "No mined land at any date." in page.text
    assert page.figures == {}
    assert "All " in page.text  # the closure
