"""Loss fractions with bounds and drawn ages in the uncertainty: closed forms, and by hand."""

import math
from types import SimpleNamespace

import numpy as np
import pytest

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.base.random_draws import Z95, draw_uniform
from carbon_zones.core.ledger.balance import balance_sentences
from carbon_zones.core.ledger.results import add_net_intervals
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.path.notes import path_notes
from carbon_zones.core.results.loss_model import LossUncertainty
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.results.uncertainty_notes import interval_notes
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.paths import path_of, points, with_terms
from carbon_zones.test.core.support import cube_of, table
from carbon_zones.test.core.test_ledger import by_hand
from carbon_zones.test.core.test_path import fixed

FIELD, WOOD, PIT = 1, 2, 5
CERTAIN = {"u95_soil_pct": 0, "u95_vegetation_pct": 0, "vegetation_tc_per_ha": 0}


def sd_of(low: float, mode: float, high: float) -> float:
    """Of a triangular distribution, by its second moment about 0 in the two straight parts."""
    peak = 2 / (high - low)

    def moment(power: int) -> float:
        total = 0.0
        for start, end, at_start, at_end in ((low, mode, 0.0, peak), (mode, high, peak, 0.0)):
            if end > start:
                slope = (at_end - at_start) / (end - start)
                rest = at_start - slope * start
                total += slope * (end ** (power + 2) - start ** (power + 2)) / (power + 2)
                total += rest * (end ** (power + 1) - start ** (power + 1)) / (power + 1)
        return total

    return math.sqrt(moment(2) - moment(1) ** 2)


def terms_of(density: float, **more) -> dict:
    return {"soil_tc_per_ha": density, **CERTAIN, **more}


def rows_of(ledger, item: str, draws: int = 10_000):
    return ledger.uncertainty(None, UncertaintySettings(draws)).rows_by_method(item)


@pytest.mark.parametrize("bounds", [(0.2, 0.5, 0.9), (0.0, 0.0, 0.3), (0.5, 1.0, 1.0)])
def test_a_loss_fraction_is_as_uncertain_as_its_bounds(tmp_path, bounds):
    """A field of 100 t C/ha on 2 ha that is mined: its loss is 200 t C times the fraction."""
    low, mode, high = bounds
    more = {"soil_loss_fraction": mode, "soil_loss_low": low, "soil_loss_high": high}
    terms = {FIELD: terms_of(100, **more)}
    ledger = by_hand(tmp_path, terms, *[(FIELD, PIT)] * 2, years=(1990, 2000))
    rows = rows_of(ledger, "loss")
    sd = 200 * sd_of(low, mode, high)
    assert rows["approach 1"]["estimate"] == pytest.approx(200 * mode)
    assert rows["approach 1"]["sd"] == pytest.approx(sd)
    assert rows["approach 1"]["half_width"] == pytest.approx(Z95 * sd)
    drawn = rows["approach 2"]
    assert drawn["estimate"] == pytest.approx(200 * (low + mode + high) / 3, abs=3 * sd / 100)
    assert drawn["sd"] == pytest.approx(sd, rel=0.03)
    assert 200 * low <= drawn["low"] < drawn["high"] <= 200 * high


def test_stored_topsoil_takes_off_again_what_a_fraction_adds(tmp_path):
    """Taken and reclaimed at once: what was not lost is there again; one variable on both sides.

    Half of 90 t C/ha is lost; D = 90 again by `ipcc` at 10 of 20 years: net = -p 90 + p 90 / 2.
    """
    more = {"soil_loss_fraction": 0.5, "soil_loss_low": 0.4, "soil_loss_high": 0.6}
    terms = {FIELD: terms_of(90, **more)}
    ledger = by_hand(tmp_path, terms, (FIELD, PIT, FIELD), years=(1990, 2000, 2020))
    row = rows_of(ledger, "net")["approach 1"]
    assert row["estimate"] == pytest.approx(-0.5 * 90 / 2)
    assert row["sd"] == pytest.approx(45 * sd_of(0.4, 0.5, 0.6))


def test_fractions_of_losses_by_the_matrix():
    """As carbonloss has them: 30 ha of arable land of 82.11 t C/ha in the soil."""
    classes = Classes(land_class for _, land_class in default_classes())
    text = (
        "class,soil_tc_per_ha,vegetation_tc_per_ha,soil_loss_fraction,soil_loss_low,soil_loss_high,"
        "u95_soil_pct,u95_vegetation_pct\narable,82.11,5,0.6,0.5,1,0,0"
    )
    own = read_coefficients(table("COEFFICIENTS", text), classes, Notes())
    matrix = np.zeros((len(classes), len(classes)), int)
    matrix[classes.find_class("arable"), classes.find_class("dump")] = 30
    census = SimpleNamespace(cube=cube_of(classes, matrix, names=["1990-2000"]))
    found = LossUncertainty(census, own, DisturbingClasses(), None, UncertaintySettings(10_000))
    by_method = {r["method"]: r for r in found.build_rows(census) if (r["measure"]) == "t C"}
    sd = 30 * 82.11 * sd_of(0.5, 0.6, 1.0)
    assert by_method["approach 1"]["estimate"] == pytest.approx(30 * (82.11 * 0.6 + 5))
    assert by_method["approach 1"]["sd"] == pytest.approx(sd)
    assert by_method["approach 2"]["sd"] == pytest.approx(sd, rel=0.03)
    # The vegetation has no bounds.
    said = str(found.notes().notices[-1])
    assert said.endswith("not included: loss fractions without bounds, map errors.")


def test_bounds_of_what_scenarios_take():
    """5 ha of forest a year: its loss in t CO2, and nothing else is uncertain."""
    bounds = {"soil_loss_fraction": 0.5, "soil_loss_low": 0.2, "soil_loss_high": 0.9}
    bounds.update(vegetation_loss_low=1, vegetation_loss_high=1)
    terms = with_terms(u95_soil_pct=0, u95_vegetation_pct=0, **bounds)
    scenarios = [*points("one", "disturbed_ha", y2018=5), *points("one", "taken:forest", y2018=1)]
    activity = [fixed(2018, u95_pct=0)]
    path = path_of(activity, scenarios, terms, draws=0)
    half = 5 * 92.67 * sd_of(0.2, 0.5, 0.9) * Z95 * 44 / 12
    for row in path.rows[1:]:
        assert row["net_tco2e"] == pytest.approx(5 * (0.5 * 92.67 + 15.5) * 44 / 12)
        assert row["high_tco2e"] - row["net_tco2e"] == pytest.approx(half)
    message = " ".join(map(str, path_notes(path_of(activity, scenarios, terms, draws=99)).notices))
    told_of_draws = (
        "no Monte Carlo draw is carbon neutral by 2060; not included: scenarios, recovery "
        "curves, age of reclaimed land"
    )
    assert f"{told_of_draws}, map errors." in message
    for one in terms.values():
        del one["vegetation_loss_low"], one["vegetation_loss_high"]
    message = " ".join(map(str, path_notes(path_of(activity, scenarios, terms, draws=99)).notices))
    assert f"{told_of_draws}, map errors, loss fractions without bounds." in message


# Ages

YEARS = (1990, 2000, 2010, 2020)
LINEAR = {"soil_curve": "ipcc", "soil_p1": 40}


def aged(folder, terms, *histories, rule=AgeRule.DRAWN):
    return by_hand(folder, terms, *histories, years=YEARS, rule=rule)


def test_drawn_ages_are_uniform_over_the_interval(tmp_path):
    """Growth in equal steps: at 10 to 20 of 40 years the land has 25 to 50 of 100 t C/ha."""
    ledger = aged(tmp_path, {FIELD: terms_of(100, **LINEAR)}, (FIELD, PIT, FIELD, FIELD))
    rows = rows_of(ledger, "net")
    assert rows["approach 1"]["estimate"] == pytest.approx(-100 + 37.5)
    assert rows["approach 1"]["sd"] == 0
    drawn = rows["approach 2"]
    assert drawn["estimate"] == pytest.approx(-62.5, abs=0.25)
    assert drawn["sd"] == pytest.approx(25 / math.sqrt(12), rel=0.03)
    assert (drawn["low"], drawn["high"]) == pytest.approx((-75 + 0.625, -50 - 0.625), abs=0.3)


def test_an_interval_has_one_moment_for_all_classes_and_two_intervals_have_two(tmp_path):
    """Two classes of one interval add up, two intervals as squares."""
    terms = {FIELD: terms_of(100, **LINEAR), WOOD: terms_of(60, **LINEAR)}
    first, second = (FIELD, PIT, FIELD, FIELD), (FIELD, PIT, PIT, FIELD)
    alike = rows_of(aged(tmp_path, terms, first, (WOOD, PIT, WOOD, WOOD)), "net")["approach 2"]
    assert alike["sd"] == pytest.approx(40 / math.sqrt(12), rel=0.03)
    apart = rows_of(aged(tmp_path, terms, first, second), "net")["approach 2"]
    # A quarter of 100 each.
    assert apart["sd"] == pytest.approx(math.sqrt(2) * 25 / math.sqrt(12), rel=0.03)


@pytest.mark.parametrize(
    "curve",
    [
        {"soil_curve": "exponential", "soil_p1": 0.95, "soil_p2": 3},
        {"soil_curve": "chapman_richards", "soil_p1": 0.95, "soil_p2": 30, "soil_p3": 0.5},
        {"soil_curve": "rates", "soil_rates": "4:5;7:0;:9"},
        {"soil_curve": "ipcc", "soil_p1": 6},
    ],
)
def test_steep_curves_in_draws(tmp_path, curve):
    """The gain of an interval that just ended, draw by draw: the stock at an age of 0 to 10."""
    ledger = aged(tmp_path, {FIELD: terms_of(100, **curve)}, (FIELD, PIT, PIT, FIELD))
    row = rows_of(ledger, "gain")["approach 2"]
    ages = 10 * (1 - draw_uniform(1, "age:2010-2020", 10_000))
    stocks = {
        "exponential": 100 * (1 - 0.05 ** (ages / 3)),
        "chapman_richards": 100 * np.sqrt(1 - (1 - 0.95**2) ** (ages / 30)),
        "rates": np.minimum(100, 5 * np.minimum(ages, 4) + 9 * np.maximum(ages - 7, 0)),
        "ipcc": 100 * np.minimum(ages / 6, 1),
    }[curve["soil_curve"]]
    assert row["estimate"] == pytest.approx(stocks.mean(), rel=2e-3)
    assert row["sd"] == pytest.approx(stocks.std(), rel=1e-2)
    bounds = np.quantile(stocks, [0.025, 0.975])
    assert (row["low"], row["high"]) == pytest.approx(tuple(bounds), abs=0.6)


def test_land_that_is_mined_again_loses_by_the_same_moment(tmp_path):
    """What it had regained is lost whole again: nothing of it is left in the net."""
    ledger = aged(tmp_path, {FIELD: terms_of(100, **LINEAR)}, (FIELD, PIT, FIELD, PIT))
    assert rows_of(ledger, "gain")["approach 2"]["sd"] > 1
    assert rows_of(ledger, "net")["approach 2"]["sd"] == pytest.approx(0, abs=1e-9)


def test_drawn_ages_are_the_mean_but_for_draws(tmp_path):
    terms = {FIELD: terms_of(100, **LINEAR)}
    land = (FIELD, PIT, FIELD, FIELD)
    drawn, mean = (aged(tmp_path, terms, land, rule=r) for r in (AgeRule.DRAWN, AgeRule.MEAN))
    assert (drawn.rows, drawn.stocks) == (mean.rows, mean.stocks)
    found = [one.uncertainty(None, UncertaintySettings()).rows for one in (drawn, mean)]
    without = [[row for row in rows if row["method"] != "approach 2"] for rows in found]
    assert without[0] == without[1]
    assert found[0] != found[1]


@pytest.mark.parametrize(
    ("rule", "more", "left_out"),
    [
        (AgeRule.MID, {}, "recovery curves, age of reclaimed land, loss fractions, map errors"),
        (AgeRule.DRAWN, {}, "recovery curves, loss fractions, map errors"),
        (AgeRule.DRAWN, {"soil_loss_low": 0.5, "soil_loss_high": 1}, "recovery curves, map errors"),
    ],
)
def test_what_is_not_drawn_stands_in_the_sentence_of_the_result(tmp_path, rule, more, left_out):
    terms = {FIELD: terms_of(100, **LINEAR, **more)}
    ledger = aged(tmp_path, terms, (FIELD, PIT, FIELD, FIELD), rule=rule)
    uncertainty = ledger.uncertainty(None, UncertaintySettings())
    said = str(interval_notes(uncertainty, "net").notices[-1])
    assert said.endswith(f" t C; not included: {left_out}.")
    sentences = balance_sentences(ledger, uncertainty, add_net_intervals(ledger, uncertainty))
    (page,) = (str(one) for one in sentences if "Approach 2" in str(one))
    assert page.endswith(f"IPCC Approach 2). Not included: {left_out}.")
    assert interval_notes(ledger.uncertainty(None, UncertaintySettings(0)), "net").notices[1:] == []


def test_two_classes_of_which_one_has_bounds(tmp_path):
    terms = {
        FIELD: terms_of(100, soil_loss_fraction=1, soil_loss_low=0.5, soil_loss_high=1),
        WOOD: terms_of(60),
    }
    ledger = aged(tmp_path, terms, (FIELD, PIT, PIT, PIT), (WOOD, PIT, PIT, PIT))
    found = ledger.uncertainty(None, UncertaintySettings())
    assert [str(part) for part in found.left_out] == ["loss fractions without bounds", "map errors"]
