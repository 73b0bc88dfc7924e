"""The carbon ledger of random land against a plain loop over cells and years, and by hand."""

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.ledger.ledger import Ledger, check_sink_coefficients, note_assumptions
from carbon_zones.core.ledger.ledger_rows import NetRaster, find_balance_row, total_flow_tc
from carbon_zones.core.ledger.results import sum_flows
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.closure import balance_check, raise_failed_check
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import ENTRIES, LAND, NAMES, Land, lands, series_by_hand
from carbon_zones.test.core.ledger_oracle import LedgerOracle
from carbon_zones.test.core.schemes import refused
from carbon_zones.test.core.support import examples, memory_folder, table
from carbon_zones.test.helpers import read_raster

MINE = DisturbingClasses()
SINKS = [value for value, (_, group) in LAND.items() if group == "sink"]
TERMS = ("loss_fraction", "loss_low", "loss_high", "half_life", "curve", "p1", "p2", "p3", "rates")
COLUMNS = (
    *("class", "soil_tc_per_ha", "vegetation_tc_per_ha", "u95_soil_pct", "u95_vegetation_pct"),
    *("soil_u95_shared", "vegetation_u95_shared"),
    *("soil_returned_tc_per_ha", "vegetation_returned_tc_per_ha"),
    *("u95_soil_returned_pct", "u95_vegetation_returned_pct"),
    *("soil_rate_u95_pct", "vegetation_rate_u95_pct"),
    *("soil_loss_shared", "vegetation_loss_shared"),
    *(f"{pool}_{term}" for pool in ("soil", "vegetation") for term in TERMS),
)

part = st.sampled_from([0.1, 0.5, 0.95, 0.99])
age = st.sampled_from([3, 13, 30])
power = st.sampled_from([0.5, 1, 2.5])
bands = st.sampled_from(["10:2;25:1;:0.2", ":3", "4:0;:9"])


def curve(name: str, **numbers):
    return st.fixed_dictionaries({"curve": st.just(name), **numbers})


CURVES = st.one_of(
    st.just({}),
    curve("ipcc"),
    curve("instant"),
    curve("ipcc", p1=st.sampled_from([1, 7, 50])),
    curve("exponential", p1=part, p2=age),
    curve("chapman_richards", p1=part, p2=age, p3=power),
    curve("rates", rates=bands),
)


@st.composite
def pools(draw, pool: str):
    terms = {f"{pool}_tc_per_ha": draw(st.sampled_from([0, 5, 40, 92.67]))}
    for name, values in (("loss_fraction", [0.0, 0.3, 0.66, 1.0]), ("half_life", [0.5, 7.5, 40])):
        if draw(st.booleans()):
            terms[f"{pool}_{name}"] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        terms[f"{pool}_returned_tc_per_ha"] = draw(st.sampled_from([0, 3.5, 33, 120]))
    return {**terms, **{f"{pool}_{name}": value for name, value in draw(CURVES).items()}}


def class_terms():
    return st.builds(lambda *both: {**both[0], **both[1]}, pools("soil"), pools("vegetation"))


# By value of the sinks.
TERMS_OF_CLASSES = st.fixed_dictionaries({value: class_terms() for value in SINKS})


def coefficient_table(terms):
    lines = [
        ",".join(str({"class": LAND[value][0], **own}.get(c, "")) for c in COLUMNS)
        for value, own in terms.items()
    ]
    return table("COEFFICIENTS", "\n".join([",".join(COLUMNS), *lines]))


def coefficients_of(terms):
    classes = Classes(land_class for _, land_class in ENTRIES)
    return read_coefficients(coefficient_table(terms), classes, Notes())


@examples(150)
@given(lands(6), TERMS_OF_CLASSES, st.sampled_from(["mid", "youngest", "oldest"]))
@example(
    # What is left to decay, 1e-8 t C/ha, is no net on the map.
    Land([np.array([[value]], np.uint8) for value in (5, 1, 5, 5, 5)], (), "metres", 1, 1),
    {
        value: {"soil_tc_per_ha": own, "vegetation_tc_per_ha": own, "vegetation_half_life": 0.5}
        for value, own in ((1, 92.67), (2, 0), (3, 0))
    },
    "mid",
)
def test_the_ledger_is_that_of_a_plain_loop(tmp_path_factory, land, terms, rule):
    coefficients = coefficients_of(terms)
    with memory_folder() as folder:
        series = land.open(folder)
        spans = create_periods(series.dates)
        out, drafts = tmp_path_factory.mktemp("ledger") / "net.tif", Drafts()
        writer = RasterWriter(series, drafts)
        raster = NetRaster(writer, out, spans[-1], coefficients, MINE, AgeRule(rule))
        counter = CombinationCounter(series)
        cells = max(1, series.window.cell_count // land.pieces)
        census = count_series(series, spans, [counter, raster], workers=land.workers, cells=cells)
        mined = MinedLand(counter.table, series.dates, series.classes, MINE)
        ledger = Ledger(mined, coefficients, AgeRule(rule))
        raise_failed_check(ledger.consistency_checks(census, raster))
        hectares = land.hectares(series)
        expected = {
            own: LedgerOracle(land.cells, hectares, land.years, LAND, NAMES, terms, own)
            for own in {rule, "youngest", "oldest"}
        }
        drafts.commit_drafts()
        net = read_raster(out)

    whole = float(hectares.sum()) * 100
    close = {"rel": 1e-9, "abs": 1e-9 * whole}
    wanted = expected[rule].rows()
    found = {(r["period"], r["flow"], r["pool"], r["class"]): r for r in ledger.rows}
    assert len(found) == len(ledger.rows)
    for key, row in found.items():
        tc, area = wanted.pop(key, (0.0, 0.0))
        assert row["tc"] == pytest.approx(tc, **close), key
        assert row["area_ha"] == pytest.approx(area, rel=1e-9), key
        assert row["tco2"] == pytest.approx(tc * 44 / 12, **close)
        first, last = row["period"].split("-")
        assert row["years"] == int(last) - int(first)
        assert row["tc_per_year"] * row["years"] == pytest.approx(tc, **close)
        # Nothing negative that cannot be.
        if row["flow"] == "loss":
            assert row["tc"] >= 0
    assert wanted == {}

    for row in ledger.stocks:
        key = row["year"], row["status"], row["class"]
        area, *stocks = map(math.fsum, expected[rule].stocks.pop(key))
        columns = ("soil_tc", "vegetation_tc", "stored_topsoil_tc", "decaying_tc")
        assert [row[column] for column in columns] == pytest.approx(stocks, **close)
        assert min(row[column] for column in columns) >= 0
        assert row["area_ha"] == pytest.approx(area, rel=1e-9)
        assert row["total_tc"] == pytest.approx(math.fsum(stocks), **close)
        for bound in ("youngest", "oldest"):
            # Taken out above where it is the rule of the run.
            own = stocks if bound == rule else map(math.fsum, expected[bound].stocks[key][1:])
            assert row[f"{bound}_tc"] == pytest.approx(math.fsum(own), **close)
    assert not expected[rule].stocks

    for place, values in land.cells.items():
        if place in expected[rule].net or any(LAND.get(v, "  ")[1] == "mine" for v in values):
            assert net[place] == pytest.approx(expected[rule].net[place], rel=1e-9, abs=1e-6)
        else:
            assert net[place] == 0
    left_out = np.ones(net.shape, bool)
    left_out[tuple(np.array(list(land.cells)).T)] = False
    assert (net[left_out] == -9999).all()


def counted(folder, *histories, years=(1990, 2000, 2010, 2020)):
    """The land of cells of a hectare with these values by date, and its census."""
    series = series_by_hand(folder, histories, [f"land_{year}" for year in years])
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations])
    return MinedLand(combinations.table, series.dates, series.classes, MINE), census


def by_hand(folder, terms, *histories, rule=AgeRule.MID, **years):
    land, census = counted(folder, *histories, **years)
    coefficients = coefficients_of(terms)
    check_sink_coefficients(coefficient_table(terms), land, coefficients)
    ledger = Ledger(land, coefficients, rule)
    raise_failed_check(ledger.consistency_checks(census))
    return ledger


FIELD = {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 5}


@examples(25)
@given(
    st.sampled_from(["ipcc", "exponential", "instant"]),
    st.sampled_from([0.25, 1.0]),
    st.floats(1, 400),
)
def test_a_density_acts_in_a_straight_line_however_wide_it_is(
    tmp_path_factory, curve, lost, half_width
):
    """What one hectare loses and gains is its densities times a number, below 0 as well."""
    curves = {"soil_curve": curve, "soil_p1": {"ipcc": 20, "exponential": 0.9}.get(curve, "")}
    curves["soil_p2"] = 30 if curve == "exponential" else ""
    terms = {**FIELD, **curves, "soil_loss_fraction": lost, "u95_vegetation_pct": 0}
    halves = []
    for width in (1.0, half_width):
        own = {1: {**terms, "u95_soil_pct": width}}
        ledger = by_hand(tmp_path_factory.mktemp("land"), own, (1, 5, 1, 1))
        found = ledger.uncertainty(None, UncertaintySettings(draws=0))
        assert found.rows
        assert not any("straight" in str(warning) for warning in found.notes.warnings)
        halves.append([row["half_width"] for row in found.rows])
    assert halves[1] == pytest.approx([half_width * half for half in halves[0]], abs=1e-9)


def test_topsoil_that_fills_a_density_does_not_act_in_a_straight_line(tmp_path):
    wide = {"u95_soil_pct": 50, "u95_vegetation_pct": 0}
    terms = {1: {**FIELD, **wide, "soil_loss_fraction": 0.25}, 2: {**FIELD, **wide}}
    terms[2]["soil_tc_per_ha"] = 50
    ledger = by_hand(tmp_path, terms, (1, 5, 2), years=(1990, 2000, 2010))
    (warning,) = ledger.uncertainty(None, UncertaintySettings(draws=0)).notes.warnings
    assert "because topsoil or growth reaches the density" in str(warning)


def test_a_missing_class_of_mined_land_is_named(tmp_path):
    assert refused(by_hand, tmp_path, {1: FIELD}, (1, 5, 2, 3), (2, 2, 2, 2)) == (
        "COEFFICIENTS: carbon densities missing for sink classes of land mined at any date: "
        "'wood' (1.00 ha, 2010), 'meadow' (1.00 ha, 2020); create a table of all classes "
        "with qgis_process run carbonzones:carbondensities and all dates as LAYERS"
    )


def test_of_classes_with_rows_what_is_empty_is_to_be_filled_in(tmp_path):
    """A table that has all classes is not the way out: it has them, as far as anybody knows."""
    half = {2: {"soil_tc_per_ha": 60}, 3: {}}
    message = refused(by_hand, tmp_path, {1: FIELD, **half}, (1, 5, 2, 3), (2, 2, 2, 2))
    assert "'wood' (vegetation_tc_per_ha is empty) (1.00 ha, 2010), 'meadow' (1.00 ha" in message
    assert message.endswith("; fill in the empty values of the table; 0 is a valid density")
    with pytest.raises(DataError, match="with qgis_process run"):
        by_hand(tmp_path, {1: FIELD, 2: half[2]}, (1, 5, 2, 3), (2, 2, 2, 2))


def test_only_classes_of_mined_land_must_be_there(tmp_path):
    """Land that is mined from the first date on is such land, and what is never mined is not."""
    by_hand(tmp_path, {1: FIELD}, (1, 5), (2, 2), years=(1990, 2000))
    with pytest.raises(DataError, match="'wood'"):
        by_hand(tmp_path, {1: FIELD}, (5, 2), years=(1990, 2000))


@pytest.mark.parametrize(("mined", "about", "is_kept"), [(1000, 0, True), (999, 500, False)])
def test_less_than_a_thousandth_of_the_mined_land_may_lack_its_carbon(
    tmp_path, mined, about, is_kept
):
    """A hectare of wood, of the land that was ever mined and not of what lies about it."""
    histories = *[(1, 5)] * mined, (2, 5), *[(1, 1)] * about
    land, _ = counted(tmp_path, *histories, years=(1990, 2000))
    given = coefficient_table({1: FIELD}), land, coefficients_of({1: FIELD})
    if is_kept:
        kept = check_sink_coefficients(*given)
        assert kept.sum_hectares(kept.first_mined_dates > 0) == 1000 + 1
    else:
        assert "'wood' (1.00 ha" in refused(check_sink_coefficients, *given)


def test_flows_of_the_land_are_those_of_the_ledger(tmp_path):
    """Summed over the periods, of land that was taken, came back, and was taken again."""
    histories = ((1, 5, 2, 5), (2, 5, 1, 1), (1, 1, 5, 2), (5, 5, 2, 2))
    half = {"soil_loss_fraction": 0.5, "soil_half_life": 7}
    terms = {1: {**FIELD, **half}, 2: {"soil_tc_per_ha": 90, "vegetation_tc_per_ha": 40}}
    ledger = by_hand(tmp_path, terms, *histories)
    flows = sum_flows(ledger.trajectories, ledger.carbon, ledger.rule)
    lost, net = (total_flow_tc(ledger.rows, flow) for flow in ("loss", "net"))
    assert lost > 0
    assert (flows.lost * ledger.hectares).sum() == pytest.approx(lost)
    assert ((flows.regained - flows.lost) * ledger.hectares).sum() == pytest.approx(net)


def test_land_is_reclaimed_as_a_sink_whose_carbon_is_not_counted(tmp_path):
    """As STATUS has it, which knows of no carbon; its stock is 0."""
    histories = ((1, 5, 2, 2), (2, 5, 1, 1), (1, 1, 5, 2))
    land, _ = counted(tmp_path, *histories)
    partial = replace(land, disturbing=MINE.exclude_sinks(["wood"]))
    ledger = Ledger(partial, coefficients_of({1: FIELD}), AgeRule.MID)
    empty = {"soil_tc_per_ha": 0, "vegetation_tc_per_ha": 0}
    full = Ledger(land, coefficients_of({1: FIELD, 2: empty}), AgeRule.MID)
    assert ledger.stocks == full.stocks
    assert [r["reclaimed_ha"] for r in ledger.balance] == [r["reclaimed_ha"] for r in full.balance]
    assert find_balance_row(ledger.balance, "(all)")["reclaimed_ha"] == 3


def test_what_is_taken_for_granted_is_said_of_the_classes_that_it_is_of(tmp_path):
    """Of those whose row leaves one of the two pools open, where they are taken or come back."""
    told = {"soil_loss_fraction": 0.6, "vegetation_loss_fraction": 0.7}
    curves = {"soil_curve": "rates", "soil_rates": ":9", "vegetation_curve": "instant"}
    terms = {1: {**FIELD, **told, **curves}, 2: FIELD, 3: {**FIELD, "soil_loss_fraction": 0.6}}
    ledger = by_hand(tmp_path, terms, (1, 5, 1, 1), (2, 5, 1, 1), (3, 5, 2, 2), (1, 5, 3, 3))
    lost, plain = map(str, ledger.assumption_notes.notices)
    assert "Loss fraction not given" in lost
    assert "Classes without a recovery curve" in plain
    assert lost.endswith("): Wood, Meadow.")
    assert plain.endswith(": Wood, Meadow.")
    # Land of no class of the review, against the fastest of all that it has.
    (fast,) = map(str, ledger.assumption_notes.warnings)
    assert fast.startswith("Field")
    assert "6.27 t C/ha/year" in fast


def test_a_gain_that_is_as_fast_as_the_review_has_it_is_no_warning():
    def said(key: str, rate: float) -> list[str]:
        notes, name = Notes(), LandClass(1, key, key.title(), "sink")
        pools = {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 0, "soil_curve": "rates"}
        text = ",".join(("class", *pools, "soil_rates", "vegetation_curve"))
        row = ",".join((key, *map(str, pools.values()), f":{rate}", "instant"))
        classes = Classes([name])
        coefficients = read_coefficients(table("C", f"{text}\n{row}"), classes, Notes())
        note_assumptions([], [name], coefficients, notes)
        return [str(warning) for warning in notes.warnings]

    assert said("Grass", 3.37) == said("forest", 6.27) == said("arable", 6.27) == []
    for key, rate in (("Grass", 3.38), ("forest", 6.28), ("arable", 6.28)):
        (warning,) = said(key, rate)
        assert key.title() in warning
        assert f"{rate} t C/ha" in warning


def test_checks_are_of_every_date_and_period(tmp_path):
    land, census = counted(tmp_path, (1, 5, 1), years=(1990, 2000, 2010))
    checks = Ledger(land, coefficients_of({1: FIELD}), AgeRule.MID).consistency_checks(census)
    steps, spans = ("1990-2000", "2000-2010"), ("1990-2000", "2000-2010", "1990-2010")
    whole = "stock + gain + growth + pre_mining + other = stock after + loss"
    of_dates = ("area of STOCKS = cumulative disturbed area", "active = class areas of mined land")
    of_land = [f"BALANCE, {land}: {whole}" for land in ("taken", "mined_before", "(all)")]
    of_spans = ("BALANCE: net of taken + mined_before = (all)", "net of LEDGER = BALANCE")
    assert [(str(check.period), str(check.check_text)) for check in checks] == [
        *product(("1990", "2000", "2010"), of_dates),
        *product(steps, (whole, "gain + growth = net + loss")),
        *product(spans, of_land),
        *product(spans, of_spans),
    ]


def test_balances_that_are_not_met_are_found():
    assert balance_check("p", "c", [5.0, -2.0], [3.0]).is_met
    assert balance_check("p", "c", [1e9, -1e9 + 1e-3], [1e-3]).is_met
    assert not balance_check("p", "c", [5.0, -2.0], [3.1]).is_met
