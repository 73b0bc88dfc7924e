"""Paths to carbon neutrality: worked examples, a plain loop beside it, and what cannot be."""

import json
from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import Cancelled, DataError, Notes
from carbon_zones.core.base.sampling import Z95, triangular, triangular_sd, uniform
from carbon_zones.core.path.emission_words import GWP_NAMES
from carbon_zones.core.path.notes import note_path
from carbon_zones.core.results.closure import require_closure
from carbon_zones.test.core import path_oracle
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
from carbon_zones.test.core.support import examples
from carbon_zones.test.core.test_ledger import class_terms
from carbon_zones.test.helpers import ROOT

DATA = ROOT / "test" / "data"
EXAMPLES = json.loads((DATA / "path_examples.json").read_text(encoding="utf-8"))
BAU, LOW = "BAU (invented)", "low-carbon (invented)"


def shipped_path(scenarios=None, **more):
    """The shipped example on the land of the sample."""
    land = {"terms": with_terms(**K95), "cohorts": SAMPLE_COHORTS, "mined": SAMPLE_MINE}
    scenarios = scenarios or shipped("scenarios")
    return path_of(shipped("activity"), scenarios, **{**land, "draws": 0, **more})


def said_of(path) -> Notes:
    notes = Notes()
    note_path(path, notes)
    return notes


def rows_of(path, scenario):
    return {int(row["year"]): row for row in path.rows if row["scenario"] == scenario}


def test_emissions_by_stage():
    """Example E17."""
    for gwp, key in (("ar5", "stage_AR5"), ("ar6", "stage_AR6_fossil")):
        path = shipped_path(gwp=gwp)
        sums = {}
        for row in path.emission_rows:
            sums[row["stage"]] = sums.get(row["stage"], 0.0) + row["tco2e"]
            assert row["quantity"] * row["factor"] == pytest.approx(row["t_gas"], rel=1e-12)
        expected = dict(EXAMPLES[key])
        assert path.base_total == pytest.approx(expected.pop("total"), rel=1e-12)
        assert sums == pytest.approx(expected, rel=1e-12)
    assert EXAMPLES["stage_AR5"]["total"] == pytest.approx(1542482.025644, abs=6e-7)


def test_parts_of_the_emissions():
    parts = EXAMPLES["stage_parts"]
    rows = shipped_path().emission_rows
    methane = [row for row in rows if row["gas"] == "ch4"]
    assert sum(row["t_gas"] for row in methane) == pytest.approx(parts["ch4_t"])
    assert sum(row["tco2e"] for row in methane) == pytest.approx(parts["ch4_tCO2e"])
    for source, key in (
        ("diesel", "diesel_tCO2"),
        ("explosives", "explosives_tCO2"),
        ("electricity", "electricity_tCO2"),
        ("spontaneous_co2", "spontaneous"),
    ):
        found = sum(row["tco2e"] for row in rows if row["source"] == source)
        assert found == pytest.approx(parts[key], rel=1e-12)


@pytest.mark.parametrize(("scenario", "key"), [(BAU, "projection_bau"), (LOW, "projection_low")])
def test_the_shipped_example(scenario, key):
    """Example E20, to the digits of two other implementations."""
    expected = dict(EXAMPLES[key])
    neutral = expected.pop("neutral_year")
    path = shipped_path()
    require_closure(path.checks())
    rows = rows_of(path, scenario)
    for year, own in expected.items():
        found = rows[int(year)]
        for column, name in (
            ("emissions_tco2e", "emissions"),
            ("land_loss_tc", "land_loss_tC"),
            ("sink_tc", "sink_tC"),
            ("net_tco2e", "net_tCO2e"),
            ("mine_ha", "mine_area_ha"),
            ("cumulative_tco2e", "cumulative"),
        ):
            assert found[column] == pytest.approx(own[name], rel=1e-11, abs=1e-6), (year, column)
    own = [row for row in path.milestone_rows if row["scenario"] == scenario]
    assert {row["neutral_year"] for row in own} == {str(neutral) if neutral else None}
    assert [row["year"] for row in own] == ["2030", "2050", "2060"]
    assert path.key_figures["NEUTRAL_SCENARIOS"] == 1


def test_what_is_taken_follows_the_last_period():
    """The shares of E20, from hectares in place of the scenario's own rows."""
    scenarios = [row for row in shipped("scenarios") if not row["variable"].startswith("taken")]
    taken = {"arable": 2389.68, "forest": 1777.68, "grass": 60.12}
    path = shipped_path(scenarios, last_taken=taken)
    assert path.rows == shipped_path().rows


@pytest.mark.parametrize("says_itself", [True, False])
def test_a_last_period_that_no_scenario_goes_by_is_told(says_itself):
    rows = [row for row in shipped("scenarios") if says_itself or "taken" not in row["variable"]]
    land = {"mined": SAMPLE_MINE, "last_taken": {"arable": 2389.68}}
    path = path_of(shipped("activity"), rows, with_terms(**K95), **land, draws=0)
    told = [line for line in said_of(path).notices if "DISTURBED" in str(line)]
    assert [("is not used" in str(line)) for line in told] == [says_itself]


def fixed(year=2019, tonnes=0.0, **more) -> dict:
    """Activity that needs nothing of a scenario."""
    return {
        "year": year,
        "stage": "mining",
        "source": "other_co2e",
        "quantity": tonnes,
        "unit": "t",
        "factor": "",
        "scales_with": "fixed",
        **more,
    }


def test_a_cohort():
    """Example E19: 100 ha of forest, reclaimed in 2020."""
    scenarios = [
        *points("one", "reclaimed_ha", y2019=0, y2020=100, y2021=0),
        *points("one", "reclaimed:forest", y2019=1),
    ]
    path = path_of([fixed()], scenarios, with_terms(**K95), mined=100.0, draws=0)
    sums = np.cumsum([row["sink_tc"] for row in path.rows])
    for year, stock in EXAMPLES["cohort_100ha_forest_from_2020"].items():
        assert sums[int(year) - 2019] == pytest.approx(stock, rel=1e-12)
    assert path.rows[1]["sink_tc"] == 0
    assert path.rows[-1]["mine_ha"] == 0


def test_a_loss_with_a_half_life():
    """Example E15, the test of InVEST's Coastal Blue Carbon: disturbed in year 10, asked in 15."""
    terms = {"arable": {"soil_tc_per_ha": 5.5, "vegetation_tc_per_ha": 0, "soil_half_life": 7.5}}
    scenarios = [
        *points("one", "disturbed_ha", y2009=0, y2010=1, y2011=0),
        *points("one", "taken:arable", y2009=1),
    ]
    path = path_of([fixed(2009)], scenarios, terms, end=2200, milestones="", draws=0)
    rows = rows_of(path, "one")
    assert rows[2015]["land_loss_tc"] == pytest.approx(0.305862411, abs=6e-10)
    assert rows[2009]["land_loss_tc"] == 0
    total = sum(row["land_loss_tc"] for row in path.rows)
    assert total == pytest.approx(5.5 * (1 - 0.5 ** (191 / 7.5)))


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [
                *points("one", "disturbed_ha", y2019=0, y2021=4),
                *points("one", "taken:arable", y2019=1, y2021=0),
            ],
            "row 2: column 'variable' is 'disturbed_ha', and nothing says of which classes land "
            "is taken in 2021 of the scenario 'one'; give shares as taken:CLASS, or DISTURBED of "
            "mine reclamation",
        ),
        (
            [*points("one", "coal_t", y2019=10_000), *points("one", "ha_per_10kt", y2019=2)],
            "row 2: column 'variable' is 'ha_per_10kt', and nothing says of which classes land "
            "is taken in 2020 of the scenario 'one'; give shares as taken:CLASS, or DISTURBED of "
            "mine reclamation",
        ),
        (
            [
                *points("one", "reclaimed_ha", y2019=0, y2020=3),
                *points("one", "reclaimed:forest", y2019=1, y2021=0),
            ],
            "row 2: column 'variable' is 'reclaimed_ha', and all shares reclaimed:CLASS are 0 in "
            "2021 of the scenario 'one'",
        ),
    ],
)
def test_land_of_no_class_is_refused(rows, words):
    """With the row that asks for it, and the first year in which nothing says as what."""
    with pytest.raises(DataError) as refusal:
        path_of([fixed()], rows, with_terms(), mined=9.0, draws=0)
    assert str(refusal.value) == f"SCENARIOS {words}"


MINED_HA = {"arable": 5043.24, "forest": 2410.29, "grass": 1822.59}


def uncertain_loss(**wanted):
    """All that mining took on the sample, taken in one year."""
    scenarios = [
        *points("one", "disturbed_ha", y2018=0, y2019=sum(MINED_HA.values()), y2020=0),
        *(row for name, ha in MINED_HA.items() for row in points("one", f"taken:{name}", y2018=ha)),
    ]
    activity = [fixed(2018, u95_pct=0)]
    terms = with_terms(**HALF_WIDTHS)
    return path_of(activity, scenarios, terms, end=2021, milestones="2019", **wanted)


def test_half_width_of_a_loss_with_shared_coefficients():
    """Example E21, its part by coefficients: 100434.238069 t C."""
    row = rows_of(uncertain_loss(draws=0), "one")[2019]
    assert row["land_loss_tc"] == pytest.approx(872724.463, abs=6e-4)
    half = (row["high_tco2e"] - row["low_tco2e"]) / 2 * 12 / 44
    expected = EXAMPLES["uncertainty_sample_losses"]["coef_part"]
    assert half == pytest.approx(expected, rel=1e-12)
    assert half == pytest.approx(100434.238069, abs=6e-7)
    assert (row["high_tco2e"] + row["low_tco2e"]) / 2 == pytest.approx(row["net_tco2e"])


def test_draws_of_that_loss_agree_with_approach_1():
    draws = 40_000
    row = rows_of(uncertain_loss(draws=draws), "one")[2019]
    sd = 100434.238069 / Z95 * 44 / 12
    # The standard error of a quantile at 97.5 % of a normal distribution.
    error = sd * (0.975 * 0.025 / draws) ** 0.5 / 0.058445
    for bound, sign in (("low_tco2e", -1), ("high_tco2e", 1)):
        assert abs(row[bound] - row["net_tco2e"] - sign * Z95 * sd) < 3 * error


# The shipped example with half-widths of everything.
NORMAL_FACTORS = [
    {**row, "low": "", "high": "", "distribution": "", "u95_pct": 10} for row in shipped("factors")
]


def test_draws_agree_with_approach_1_on_the_whole_path():
    given_all = {"terms": with_terms(**K95, **HALF_WIDTHS), "factors": NORMAL_FACTORS}
    closed, drawn = (shipped_path(draws=draws, **given_all) for draws in (0, 20_000))
    for one, other in zip(closed.rows, drawn.rows):
        sd = (one["high_tco2e"] - one["low_tco2e"]) / 2 / Z95
        error = sd * (0.975 * 0.025 / 20_000) ** 0.5 / 0.058445
        assert abs(one["low_tco2e"] - other["low_tco2e"]) <= 4.5 * error + 1e-6
        assert abs(one["high_tco2e"] - other["high_tco2e"]) <= 4.5 * error + 1e-6
    assert {row["neutral_pct"] for row in closed.milestone_rows} == {None}


def test_mean_of_draws_is_within_three_standard_errors():
    """The mean and the spread of the drawn net of a year, off the model that bands are made of."""
    from carbon_zones.core.ledger.variables import Lands, carbon_variables
    from carbon_zones.core.path.band import factor_parameters, model_of
    from carbon_zones.core.results.uncertainty import Drawn, Wanted, approach_1

    path = shipped_path(terms=with_terms(**K95, **HALF_WIDTHS), factors=NORMAL_FACTORS)
    variables = carbon_variables(
        list(path.classes), Lands(path.sinks, [], []), path.coefficients, path.carbon, Notes()
    )
    assert variables is not None
    model, bent = model_of(
        path.projections[1], path.carbon, factor_parameters(path.emissions), variables
    )
    assert bent == []
    draws = 20_000
    drawn = Drawn(model, Wanted(draws))
    for place in (0, 1, 12, 32, 42):
        effects = [effect[place, 0] for effect in model.effects]
        amounts = model.base[place, 0]
        _, estimate, sd, *_ = approach_1(model, amounts, effects, 95.0)[0]
        total = drawn.total(amounts, effects)
        assert abs(total.mean() - estimate) < 3 * sd / draws**0.5
        # Products of activity and factor add less than 1 % to the spread.
        assert total.std() == pytest.approx(sd, rel=0.025)
        assert path.projections[1].net[place] == pytest.approx(amounts.sum())


def test_densities_below_0_act_in_a_straight_line():
    """Nothing is stored of what is lost whole, so there is no topsoil that could fill a density."""
    path = shipped_path(
        terms=with_terms(u95_soil_pct=150.0, u95_vegetation_pct=30.0), factors=NORMAL_FACTORS
    )
    assert path.bands is not None
    assert not [text for text in path.uncertainty_notes.warnings if "straight line" in str(text)]


def stopping_after(times: int):
    """What a run asks whether to go on: so many times yes, then no; and how often it did."""
    asked = []

    def going_on(fraction: float = 0.0) -> bool:
        asked.append(fraction)
        return len(asked) <= times

    return going_on, asked


def test_reading_is_cancelled_between_scenarios():
    for times in (0, 1):
        going_on, asked = stopping_after(times)
        with pytest.raises(Cancelled):
            shipped_path(going_on=going_on)
        assert len(asked) == times + 1
    shipped_path(going_on=stopping_after(2)[0])


def test_drawing_is_cancelled_between_scenarios_and_between_blocks_of_draws():
    path = shipped_path(terms=with_terms(**K95, **HALF_WIDTHS), factors=NORMAL_FACTORS, draws=20)
    bands = path.bands
    going_on, asked = stopping_after(10**6)
    path.draw(going_on)
    assert [band.low.tolist() for band in path.bands] == [band.low.tolist() for band in bands]
    # The years of a scenario are gone through once, for its band and its year of neutrality.
    assert asked == sorted(asked)
    assert asked.count(0.5) == len(path.span.years)
    assert asked.count(0.0) > len(path.span.years) + len(path.projections)
    for times in (0, 1, 2, asked.count(0.0), len(asked) - len(path.span.years), len(asked) - 1):
        going_on, told = stopping_after(times)
        with pytest.raises(Cancelled):
            path.draw(going_on)
        assert told == asked[: times + 1]


def test_one_factor_is_one_random_variable():
    """Two stages burn diesel by one factor: the half-widths are added, not squared."""
    activity = [
        fixed(2018, 0.0, source="diesel", stage=stage, quantity=100.0, factor="d", u95_pct=0)
        for stage in ("stripping", "dumping")
    ]
    factor = {"name": "d", "source": "diesel", "gas": "co2", "value": 3, "unit": "t/t", "scope": 1}
    scenarios = points("one", "mult:all", y2018=1)
    path = path_of(
        activity, scenarios, {"grass": with_terms()["grass"]}, [{**factor, "u95_pct": 10}], draws=0
    )
    row = path.rows[5]
    assert row["high_tco2e"] - row["net_tco2e"] == pytest.approx(60.0)
    apart = [{**row, "u95_pct": 10} for row in activity]
    path = path_of(apart, scenarios, with_terms(), [{**factor, "u95_pct": 0}], draws=0)
    row = path.rows[5]
    assert row["high_tco2e"] - row["net_tco2e"] == pytest.approx((30.0**2 * 2) ** 0.5)
    assert [r["u95_pct"] for r in path.emission_rows] == [10, 10]


def test_a_triangular_factor():
    """Example E23: triangular(0.3, 1.2, 2.0)."""
    drawn = triangular(uniform(5, "x", 50_000), 0.3, 1.2, 2.0)
    sd = triangular_sd(0.3, 1.2, 2.0)
    assert sd == pytest.approx(0.347211111, abs=6e-10)
    assert abs(drawn.mean() - 1.166666667) < 3 * sd / 50_000**0.5
    assert drawn.std() == pytest.approx(sd, rel=0.01)
    assert triangular(np.array([0.025, 0.5, 0.975]), 0.3, 1.2, 2.0) == pytest.approx(
        [0.495576072, 1.174642784, 1.815609111], abs=6e-10
    )
    activity = [fixed(2018, 0.0, source="coal", quantity=1e6, factor="ch4_surface_avg", u95_pct=0)]
    scenarios = points("one", "mult:all", y2018=1)
    (shipped_row,) = (row for row in shipped("factors") if row["name"] == "ch4_surface_avg")
    # The factor of 3 of Tier 1; the example has the source's two other factors.
    assert [float(shipped_row[c]) for c in ("low", "value", "high")] == [0.4, 1.2, 3.6]
    given = {"factors": [{**shipped_row, "low": 0.3, "high": 2.0}]}
    path = path_of(
        activity, scenarios, with_terms(), draws=20_000, end=2019, milestones="", **given
    )
    factor = 1e6 * 0.67e-3 * 28
    assert path.rows[0]["net_tco2e"] == pytest.approx(1.2 * factor)
    assert path.rows[0]["low_tco2e"] == pytest.approx(0.495576072 * factor, rel=0.02)
    assert path.rows[0]["high_tco2e"] == pytest.approx(1.815609111 * factor, rel=0.01)
    assert path.emission_rows[0]["u95_pct"] == pytest.approx(100 * Z95 * 0.347211111 / 1.2)


def test_gas_that_is_drained():
    """Example E16: 5 million m3, 98 % of it burnt."""
    gas = {"source": "drained_gas", "quantity": 5e6, "unit": "m3", "oxidised_fraction": 0.98}
    coal = fixed(2018, source="coal", quantity=20e6, factor="ch4_cn_opencast")
    scenarios = points("one", "mult:all", y2018=1)
    for counted, methane in (("yes", -3283.0), ("no", 67.0)):
        activity = [coal, fixed(2018, **gas, counted_in_factor=counted)]
        _, ch4, co2 = path_of(activity, scenarios, with_terms(), draws=0).emission_rows
        assert ch4["t_gas"] == pytest.approx(methane)
        assert ch4["tco2e"] == pytest.approx(28 * methane)
        assert co2["t_gas"] == pytest.approx(9028.25)
    # More methane than coal gives is refused: at first, and in a scenario.
    activity = [{**coal, "quantity": 1e6}, fixed(2018, **gas, counted_in_factor="yes")]
    with pytest.raises(DataError, match="row 2: column 'quantity': the drained gas of 2018"):
        path_of(activity, scenarios, with_terms(), draws=0)
    less = [*scenarios, *points("one", "mult:coal", y2018=1, y2030=0)]
    activity = [coal, fixed(2018, **gas, counted_in_factor="yes")]
    with pytest.raises(DataError, match="in 2029 of the scenario 'one' drained gas takes away"):
        path_of(activity, less, with_terms(), draws=0)


@pytest.mark.parametrize("gwp", GWP_NAMES)
def test_warming_potentials(gwp):
    """Of E16: 1000 t of methane that escapes, of methane of combustion, and of N2O."""
    gases = (("coal", "ch4", "fossil"), ("diesel", "ch4", "combustion"), ("gasoline", "n2o", ""))
    factors = [
        {"name": n, "source": n, "gas": g, "gwp_kind": k, "value": 1, "unit": "kg/t", "scope": 1}
        for n, g, k in gases
    ]
    activity = [fixed(2018, 1e6, source=source, factor=source) for source, *_ in gases]
    scenarios = points("one", "mult:all", y2018=1)
    rows = path_of(activity, scenarios, with_terms(), factors, gwp=gwp, draws=0).emission_rows
    found = [row["tco2e"] for row in rows]
    assert found == pytest.approx([1000 * potential for potential in path_oracle.GWP[gwp]])
    name = {"ar5_fossil": "AR5 fossil", "ar6": "AR6 fossil"}.get(gwp, gwp.upper())
    assert found[0] == pytest.approx(EXAMPLES["gwp_1000t_CH4"][name])
    if gwp == "ar6":
        assert found[1] == pytest.approx(EXAMPLES["gwp_1000t_CH4"]["AR6 non-fossil"])


def test_neutral_only_to_the_horizon():
    """Net that is below 0 for a while and above it again is not neutral."""
    scenarios = [
        *points("for a while", "offset_tco2", y2018=0, y2030=200, y2040=200, y2041=0),
        *points("for good", "offset_tco2", y2018=0, y2030=200),
        *points("at last", "offset_tco2", y2059=0, y2060=100),
    ]
    path = path_of([fixed(2018, 100.0)], scenarios, with_terms(), draws=0)
    assert [projection.neutral_year for projection in path.projections] == [None, 2024, 2060]
    assert path.key_figures["NEUTRAL_SCENARIOS"] == 2
    assert min(row["net_tco2e"] for row in rows_of(path, "for a while").values()) < 0


def test_draws_that_are_neutral_for_a_while_are_not_neutral():
    scenarios = points("one", "offset_tco2", y2018=0, y2030=200, y2040=200, y2041=0)
    activity = [fixed(2018, 100.0, u95_pct=1)]
    path = path_of(activity, scenarios, with_terms(), milestones="2035,2060", draws=200)
    assert [row["neutral_pct"] for row in path.milestone_rows] == [0, 0]
    assert path.bands[0].first_years == (None, None, None)


def test_how_sure_neutrality_is():
    """Emissions fall by 1 t a year from 50 +- 10 t; draws decide when they are 0 or below."""
    activity = [fixed(2018, 50.0, u95_pct=20)]
    scenarios = points("one", "offset_tco2", y2018=0, y2118=100)
    path = path_of(
        activity, scenarios, with_terms(), end=2118, milestones="2058,2068,2078", draws=20_000
    )
    shares = [row["neutral_pct"] for row in path.milestone_rows]
    assert shares[1] == pytest.approx(50.0, abs=1.1)
    assert shares[0] == pytest.approx(2.5, abs=0.35)
    assert shares[2] == pytest.approx(97.5, abs=0.35)
    assert path.projections[0].neutral_year == 2068
    low, middle, high = path.bands[0].first_years
    assert (low, middle, high) == pytest.approx((2059, 2069, 2078), abs=1)


def test_reclamation_never_beyond_the_mined_land():
    scenarios = [
        *points("one", "disturbed_ha", y2018=5),
        *points("one", "taken:grass", y2018=1),
        *points("one", "reclaimed_ha", y2018=100),
        *points("one", "reclaimed:grass", y2018=1),
    ]
    path = path_of([fixed(2018)], scenarios, with_terms(), mined=150.0, draws=0)
    found = [(row["reclaimed_ha"], row["mine_ha"]) for row in path.rows[:4]]
    assert found == [(0, 150), (100, 55), (60, 0), (5, 0)]
    unmet = f"{42 * 100 - (100 + 60 + 40 * 5):,.2f} ha"
    assert any("from 2020 on" in str(w) and unmet in str(w) for w in said_of(path).warnings)
    path = path_of([fixed(2018)], scenarios, with_terms(), draws=0)
    assert {row["reclaimed_ha"] for row in path.rows[1:]} == {5}


def test_no_band_without_all_half_widths():
    path = shipped_path(draws=100)
    assert path.bands is None
    said = " ".join(str(note) for note in path.uncertainty_notes.notices)
    for word in ("u95_soil_pct", "anfo (u95_pct)", "ch4_cn_post (u95_pct)"):
        assert word in said
    assert "diesel_cn (u95_pct)" not in said  # the shipped one is triangular
    assert {row["low_tco2e"] for row in path.rows} == {None}


def test_a_grid_that_becomes_cleaner():
    """The scenario's factor takes the place of the table's, from the year after the base year."""
    activity = [fixed(2018, source="electricity", quantity=1000, unit="MWh", factor="grid_cn_2022")]
    scenarios = points("one", "grid_t_per_mwh", y2018=0.5, y2028=0)
    path = path_of(activity, scenarios, with_terms(), draws=0)
    found = [row["emissions_tco2e"] for row in path.rows[:3]]
    assert found == pytest.approx([536.6, 450, 400])
    assert path.rows[-1]["emissions_tco2e"] == 0
    assert any("grid_t_per_mwh of 2018 is 0.5" in str(line) for line in said_of(path).warnings)


def test_a_grid_of_the_scenario_is_certain_and_counts_once():
    """Two gases by the table; in the scenario all of the grid is one number."""
    one = {"source": "electricity", "unit": "t/MWh", "scope": 2, "u95_pct": 10}
    factors = [
        {**one, "name": "a", "gas": "co2", "value": 0.4},
        {**one, "name": "b", "gas": "n2o", "value": 0.001},
    ]
    activity = [
        fixed(2018, source="electricity", quantity=1000, unit="MWh", factor="a+b", u95_pct=0)
    ]
    scenarios = points("one", "grid_t_per_mwh", y2018=0.5)
    path = path_of(activity, scenarios, with_terms(), factors, draws=0)
    first, second = path.rows[:2]
    assert first["emissions_tco2e"] == pytest.approx(400 + 265)
    assert first["high_tco2e"] - 665 == pytest.approx((40**2 + 26.5**2) ** 0.5)
    assert [second[c] for c in ("emissions_tco2e", "low_tco2e", "high_tco2e")] == [500, 500, 500]


def test_the_base_year_stays_as_it_was():
    scenarios = points("one", "mult:mining", y2030=0.5)
    path = path_of([fixed(2018, 100.0)], scenarios, with_terms(), draws=0)
    assert [row["emissions_tco2e"] for row in path.rows[:2]] == [100, 50]
    assert any("mult:" in str(warning) for warning in said_of(path).warnings)


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("mult:electricity", 1, "because ACTIVITY has no electricity in 2018"),
        ("mult:dumping", 1, "because ACTIVITY has no dumping in 2018"),
        ("grid_t_per_mwh", 1, "because ACTIVITY has no electricity in 2018"),
        ("taken:arable", 1, "because no land is taken"),
        ("reclaimed:Forestland", 1, "because no land is reclaimed"),
        ("coal_t", 5, "because nothing of ACTIVITY in 2018 changes with it"),
    ],
)
def test_what_a_scenario_has_in_vain_is_told(variable, value, words):
    rows = [*points("one", variable, y2018=value), *points("one", "disturbed_ha", y2018=0)]
    path = path_of([fixed(2018, 100.0)], rows, with_terms(), draws=0)
    told = [str(warning) for warning in said_of(path).warnings if "is not used" in str(warning)]
    assert told == [f"one: {variable} is not used, {words}."]


def test_what_a_scenario_has_and_uses_is_not_told():
    rows = [
        *(
            row
            for name in ("mult:all", "mult:mining", "mult:electricity")
            for row in points("one", name, y2018=1)
        ),
        *points("one", "grid_t_per_mwh", y2018=0.5),
        *points("one", "coal_t", y2018=5e4),
        *points("one", "ha_per_10kt", y2018=1),
        *points("one", "reclaimed_ha", y2018=1),
        *points("one", "taken:arable", y2018=1),
        *points("one", "reclaimed:forest", y2018=1),
    ]
    activity = [fixed(2018, source="electricity", quantity=1, unit="MWh", factor="grid_cn_2022")]
    path = path_of(activity, rows, with_terms(), draws=0)
    assert not [warning for warning in said_of(path).warnings if "is not used" in str(warning)]


def test_the_boundary_is_in_every_row():
    factors = [*shipped("factors")]
    activity = [*shipped("activity")]
    activity[0]["factor"] = "diesel_ipcc+diesel_ipcc_ch4+diesel_ipcc_n2o"
    path = path_of(activity, shipped("scenarios"), with_terms(**K95), factors, draws=0)
    (boundary,) = {row["boundary"] for row in path.rows}
    assert boundary == (
        "scope 1+2, without scope 3; outside the guide: CH4 of diesel, N2O of diesel, explosives, "
        "spontaneous_co2, land"
    )
    outside = {
        (r["source"], r["gas"]) for r in path.emission_rows if r["boundary"] == "outside the guide"
    }
    diesel = {("diesel", "ch4"), ("diesel", "n2o")}
    assert outside == {*diesel, ("explosives", "co2"), ("spontaneous_co2", "co2")}
    assert {row["gwp"] for row in path.rows} == {"ar5"}


# --- random ones ---------------------------------------------------------------------------------

STAGES = ("stripping", "mining", "transportation", "dumping", "reclamation", "post_mining")
FACTORS = {
    "diesel": ("diesel_cn", "diesel_ipcc+diesel_ipcc_n2o", "diesel_ipcc_ch4"),
    "gasoline": ("gasoline_cn",),
    "explosives": ("anfo",),
    "electricity": ("grid_cn_2022",),
    "coal": ("ch4_cn_opencast+ch4_cn_post", "ch4_surface_avg", "ch4_post_low"),
    "spontaneous_co2": ("",),
    "other_co2e": ("",),
}
UNITS = {"electricity": ("MWh",), "diesel": ("t", "L"), "gasoline": ("t", "L")}
CLASSES = ("arable", "forest", "grass", "water")
amounts = st.floats(0, 1e6).map(lambda x: round(x, 2))
some = st.floats(0.1, 1e4).map(lambda x: round(x, 3))
BASE = 2018


@st.composite
def activities(draw):
    rows = []
    for _ in range(draw(st.integers(1, 5))):
        source = draw(st.sampled_from(sorted(FACTORS)))
        unit = draw(st.sampled_from(UNITS.get(source, ("t",))))
        row = {
            "year": draw(st.sampled_from([BASE, BASE, BASE - 1])),
            "stage": draw(st.sampled_from(STAGES)),
            "source": source,
            "quantity": draw(amounts),
            "unit": unit,
            "factor": draw(st.sampled_from(FACTORS[source])),
            "scales_with": draw(st.sampled_from(["", "coal", "disturbed", "reclaimed", "fixed"])),
        }
        if unit == "L":
            row["density_kg_per_l"] = draw(st.floats(0.7, 0.9).map(lambda x: round(x, 3)))
        rows.append(row)
    rows.append({**rows[0], "year": BASE})
    return rows


@st.composite
def paths_of_points(draw, values, first=some):
    years = draw(st.lists(st.integers(BASE + 1, BASE + 45), max_size=3, unique=True))
    return {BASE: draw(first), **{year: draw(values) for year in years}}


@st.composite
def all_scenarios(draw):
    rows = []
    for name in ("one", "two")[: draw(st.integers(1, 2))]:
        paths = {"coal_t": draw(paths_of_points(amounts))}
        how = draw(st.sampled_from(["disturbed_ha", "ha_per_10kt"]))
        paths[how] = draw(paths_of_points(some))
        paths["reclaimed_ha"] = draw(paths_of_points(some))
        for kind in ("taken", "reclaimed"):
            of = st.lists(st.sampled_from(CLASSES), min_size=1, max_size=3, unique=True)
            paths |= {f"{kind}:{one}": draw(paths_of_points(some)) for one in draw(of)}
        times = st.floats(0, 2).map(lambda x: round(x, 3))
        for variable in ("mult:all", f"mult:{STAGES[0]}", "mult:diesel", "grid_t_per_mwh"):
            if draw(st.booleans()):
                first = times if variable == "grid_t_per_mwh" else some
                paths[variable] = draw(paths_of_points(times, first))
        if draw(st.booleans()):
            paths["offset_tco2"] = draw(paths_of_points(amounts))
        rows += [
            {"scenario": name, "variable": variable, "year": year, "value": value}
            for variable, own in paths.items()
            for year, value in own.items()
        ]
    return rows


TERMS = st.fixed_dictionaries({name: class_terms() for name in CLASSES[:3]})
COHORTS = st.lists(
    st.tuples(st.sampled_from(CLASSES[:3]), st.sampled_from([0.0, 4.5, 13.5]), some), max_size=4
)


@examples(150)
@given(
    *(activities(), all_scenarios(), TERMS, COHORTS),
    *(st.floats(0, 5e3), st.integers(1, 40), st.sampled_from(GWP_NAMES)),
)
def test_a_path_is_that_of_a_plain_loop(activity, scenarios, terms, cohorts, mined, length, gwp):
    factors = shipped("factors")
    land = {"factors": factors, "cohorts": cohorts, "mined": mined}
    years = {"base": BASE, "end": BASE + length}
    path = path_of(activity, scenarios, terms, **land, gwp=gwp, **years, draws=0)
    require_closure(path.checks())
    for projection in path.projections:
        name = projection.scenario.name
        expected = path_oracle.path(
            activity, factors, scenarios, name, terms, cohorts, mined, {}, BASE, BASE + length, gwp
        )
        found = list(rows_of(path, name).values())
        assert [int(row["year"]) for row in found] == [row["year"] for row in expected]
        for column, key in (
            ("emissions_tco2e", "emissions"),
            ("land_loss_tc", "loss"),
            ("sink_tc", "sink"),
            ("net_tco2e", "net"),
            ("cumulative_tco2e", "cumulative"),
            ("disturbed_ha", "disturbed"),
            ("reclaimed_ha", "reclaimed"),
            ("mine_ha", "mine"),
        ):
            most = max(abs(row[key]) for row in expected) + max(r["emissions"] for r in expected)
            for one, other in zip(found, expected):
                assert isclose(one[column], other[key], rel_tol=1e-9, abs_tol=1e-9 * (1 + most)), (
                    column,
                    one["year"],
                )
        for row in found:
            for column in ("land_loss_tc", "reclaimed_ha", "mine_ha", "disturbed_ha"):
                assert row[column] >= -1e-9
        if all(abs(row["net"]) > 1e-3 for row in expected):
            assert projection.neutral_year == path_oracle.neutral_year(expected)
