"""Paths to carbon neutrality: worked examples, a plain loop beside it, and what cannot be."""

import json
from collections import Counter
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.messages import DataError, RunCancelledError
from carbon_zones.core.base.random_draws import Z95
from carbon_zones.core.path.emissions import GWP_NAMES
from carbon_zones.core.path.notes import path_notes
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.test.core import path_oracle
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
from carbon_zones.test.core.schemes import refused
from carbon_zones.test.core.support import examples
from carbon_zones.test.core.test_ledger import class_terms
from carbon_zones.test.helpers import ROOT

DATA = ROOT / "test" / "data"
EXAMPLES = json.loads((DATA / "path_examples.json").read_text(encoding="utf-8"))


def shipped_path(scenarios=None, **more):
    land = {"terms": with_terms(**K95), "cohorts": SAMPLE_COHORTS, "mined": SAMPLE_MINE}
    scenarios = scenarios or shipped("scenarios")
    return path_of(shipped("activity"), scenarios, **{**land, "draws": 0, **more})


def rows_of(path, scenario):
    return {int(row["year"]): row for row in path.rows if row["scenario"] == scenario}


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


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [
                *points("one", "disturbed_ha", y2019=0, y2021=4),
                *points("one", "taken:arable", y2019=1, y2021=0),
            ],
            (
                "row 2: column 'variable': 'disturbed_ha' needs the disturbed classes in 2021 of "
                "scenario 'one'; add taken:CLASS or set DISTURBED"
            ),
        ),
        (
            [*points("one", "coal_t", y2019=10_000), *points("one", "ha_per_10kt", y2019=2)],
            (
                "row 2: column 'variable': 'ha_per_10kt' needs the disturbed classes in 2020 of "
                "scenario 'one'; add taken:CLASS or set DISTURBED"
            ),
        ),
        (
            [
                *points("one", "reclaimed_ha", y2025=5, y2030=6),
                *points("one", "reclaimed:forest", y2019=0),
            ],
            "row 1: column 'variable': 'reclaimed_ha' needs at least one reclaimed:CLASS "
            "share above 0 in 2020 of scenario 'one'",
        ),
        (
            [
                *points("one", "reclaimed_ha", y2019=0, y2020=3),
                *points("one", "reclaimed:forest", y2019=1, y2021=0),
            ],
            (
                "row 2: column 'variable': 'reclaimed_ha' needs at least one reclaimed:CLASS "
                "share above 0 in 2021 of scenario 'one'"
            ),
        ),
    ],
)
def test_land_of_no_class_is_refused(rows, words):
    """With the row that asks for it, and the first year in which nothing says as what."""
    message = refused(path_of, [fixed()], rows, with_terms(), mined=9.0, draws=0)
    assert message == f"SCENARIOS, {words}"


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


# The shipped example with half-widths of everything.


def test_draws_agree_with_approach_1_on_the_whole_path():
    given_all = {"terms": with_terms(**K95, **HALF_WIDTHS), "factors": NORMAL_FACTORS}
    closed, drawn = (shipped_path(draws=draws, **given_all) for draws in (0, 20_000))
    for one, other in zip(closed.rows, drawn.rows):
        sd = (one["high_tco2e"] - one["low_tco2e"]) / 2 / Z95
        middle = (one["high_tco2e"] + one["low_tco2e"]) / 2
        assert middle == pytest.approx(one["net_tco2e"], abs=1e-6)
        error = sd * (0.975 * 0.025 / 20_000) ** 0.5 / 0.058445
        assert abs(one["low_tco2e"] - other["low_tco2e"]) <= 4.5 * error + 1e-6
        assert abs(one["high_tco2e"] - other["high_tco2e"]) <= 4.5 * error + 1e-6
    assert {row["neutral_pct"] for row in closed.milestone_rows} == {None}


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
        with pytest.raises(RunCancelledError):
            shipped_path(going_on=going_on)
        assert len(asked) == times + 1
    shipped_path(going_on=stopping_after(2)[0])


def test_drawing_is_cancelled_between_scenarios_and_between_blocks_of_draws():
    path = shipped_path(terms=with_terms(**K95, **HALF_WIDTHS), factors=NORMAL_FACTORS, draws=20)
    bands = path.bands
    going_on, asked = stopping_after(10**6)
    path.simulate_bands(going_on)
    assert [band.low.tolist() for band in path.bands] == [band.low.tolist() for band in bands]
    # The years of a scenario are gone through once, for its band and its year of neutrality.
    assert asked == sorted(asked)
    assert asked.count(0.5) == len(path.span.years)
    assert asked.count(0.0) > len(path.span.years) + len(path.projections)
    for times in (0, 1, 2, asked.count(0.0), len(asked) - len(path.span.years), len(asked) - 1):
        going_on, told = stopping_after(times)
        with pytest.raises(RunCancelledError):
            path.simulate_bands(going_on)
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
    assert path.rows[0]["low_tco2e"] == pytest.approx(0.495576072 * factor, rel=0.02)
    assert path.rows[0]["high_tco2e"] == pytest.approx(1.815609111 * factor, rel=0.01)
    assert path.emission_rows[0]["u95_pct"] == pytest.approx(100 * Z95 * 0.347211111 / 1.2)


@pytest.mark.parametrize(
    ("low", "value", "high", "is_taken"),
    [
        *((1, 1, 3, True), (1, 3, 3, True), (1, 2, 3, True)),
        *((2, 2, 2, False), (2, 1, 3, False), (1, 4, 3, False), (3, 2, 1, False)),
    ],
)
def test_a_triangular_factor_lies_between_bounds_that_are_apart(low, value, high, is_taken):
    activity = [fixed(2018, 0.0, source="coal", quantity=1e6, factor="ch4_surface_avg", u95_pct=0)]
    (own,) = (row for row in shipped("factors") if row["name"] == "ch4_surface_avg")
    given = [{**own, "low": low, "value": value, "high": high}]
    arguments = activity, points("one", "mult:all", y2018=1), with_terms(), given
    if is_taken:
        # Of a triangle: the root of (a2 + b2 + c2 - ab - ac - bc) / 18.
        products = low * value + low * high + value * high
        sd = ((low**2 + value**2 + high**2 - products) / 18) ** 0.5
        (row,) = path_of(*arguments, draws=0, end=2019, milestones="").emission_rows
        assert row["u95_pct"] == pytest.approx(100 * Z95 * sd / value)
    else:
        with pytest.raises(DataError, match=r"column 'value'.* must lie between 'low'"):
            path_of(*arguments, draws=0)


def test_classes_that_a_plan_gives_back_in_any_year_are_those_of_reclaimed_land():
    """Forest once, grass from the start, arable land never; and what is there already."""
    scenarios = [
        *points("one", "reclaimed_ha", y2018=0, y2020=10),
        *points("one", "reclaimed:grass", y2018=1),
        *points("one", "reclaimed:forest", y2018=0, y2029=0, y2030=1),
        *points("one", "coal_t", y2018=1),
    ]
    path = path_of([fixed(2018)], scenarios, with_terms(), mined=1e4, draws=0)
    assert [land_class.key for land_class in path.reclaimed_classes] == ["forest", "grass"]


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
    with pytest.raises(DataError, match="row 2: column 'quantity': drained gas in 2018"):
        path_of(activity, scenarios, with_terms(), draws=0)
    less = [*scenarios, *points("one", "mult:coal", y2018=1, y2030=0)]
    activity = [coal, fixed(2018, **gas, counted_in_factor="yes")]
    message = "drained gas exceeds the methane from coal in 2029 of scenario 'one'"
    with pytest.raises(DataError, match=message):
        path_of(activity, less, with_terms(), draws=0)


def test_neutral_only_to_the_horizon():
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


def test_no_band_without_all_half_widths():
    path = shipped_path(draws=100)
    assert path.bands is None
    said = " ".join(str(note) for note in path.uncertainty_notes.notices)
    for word in ("u95_soil_pct", "anfo (u95_pct)", "ch4_cn_post (u95_pct)"):
        assert word in said
    assert "diesel_cn (u95_pct)" not in said  # the shipped one is triangular
    assert {row["low_tco2e"] for row in path.rows} == {None}


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


OTHER = fixed(2018, 100.0)
ELECTRICITY = fixed(2018, source="electricity", quantity=1e3, unit="MWh", factor="grid_cn_2022")
IN_VAIN = {
    "mult:electricity": "ACTIVITY has no electricity in 2018",
    "mult:dumping": "ACTIVITY has no dumping in 2018",
    "grid_t_per_mwh": "ACTIVITY has no electricity in 2018",
    "taken:arable": "no land is disturbed",
    "reclaimed:Forestland": "no land is reclaimed",
    "coal_t": "no ACTIVITY row of 2018 is scaled with it",
}
TAKEN_AND_GIVEN_BACK = {"disturbed_ha": 5, "reclaimed_ha": 100, "reclaimed:grass": 1}
ALL_USED = {
    "mult:all": 1,
    "mult:mining": 1,
    "mult:electricity": 1,
    "grid_t_per_mwh": 0.5366,
    "coal_t": 5e4,
    "ha_per_10kt": 1,
    "taken:arable": 1,
    "reclaimed_ha": 1,
    "reclaimed:forest": 1,
}


@pytest.mark.parametrize(
    ("activity", "variables", "told"),
    [
        *((OTHER, {name: 1}, f"{name} ignored: {why}.") for name, why in IN_VAIN.items()),
        (
            OTHER,
            {"mult:mining": 0.5},
            "a mult: variable is not 1 in 2018; the base year follows ACTIVITY",
        ),
        (ELECTRICITY, {"grid_t_per_mwh": 0.5}, "grid_t_per_mwh in 2018 is 0.5, ACTIVITY uses 0."),
        # Of 42 x 100 ha 100, then 60 and then 5 a year find mined land.
        (OTHER, TAKEN_AND_GIVEN_BACK, "from 2020 on, planned reclamation (reclaimed_ha) exceeds"),
        (OTHER, TAKEN_AND_GIVEN_BACK, "exceeds the mined area; 3,840.00 ha are not reclaimed."),
        (ELECTRICITY, ALL_USED, None),
    ],
)
def test_what_a_scenario_has_in_vain_or_awry_is_told(activity, variables, told):
    rows = [row for name, value in variables.items() for row in points("one", name, y2018=value)]
    land = {"mined": 150.0, "last_taken": {"arable": 1.0}}
    notes = path_notes(path_of([activity], rows, with_terms(), **land, draws=0))
    found = [str(warning) for warning in notes.warnings if str(warning).startswith("one: ")]
    assert [told in warning for warning in found] == ([] if told is None else [True])
    is_used = "disturbed_ha" in variables
    (by_disturbed,) = (str(line) for line in notes.notices if "DISTURBED" in str(line))
    assert ("ignored" in by_disturbed) != is_used


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
            least = 1 if kind == "reclaimed" else 0
            of = st.lists(st.sampled_from(CLASSES), min_size=least, max_size=3, unique=True)
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
    st.dictionaries(st.sampled_from(CLASSES[:3]), some, min_size=1),
    *(st.floats(0, 5e3), st.integers(1, 40), st.sampled_from(GWP_NAMES)),
)
def test_a_path_is_that_of_a_plain_loop(
    activity, scenarios, terms, cohorts, taken, mined, length, gwp
):
    """Where a scenario has no shares of what is taken, those of the last period."""
    factors = shipped("factors")
    land = {"factors": factors, "cohorts": cohorts, "mined": mined, "last_taken": taken}
    years = {"base": BASE, "end": BASE + length}
    path = path_of(activity, scenarios, terms, **land, gwp=gwp, **years, draws=0)
    raise_failed_check(path.consistency_checks())
    found, wanted = Counter(), Counter()
    for row in path.emission_rows:
        found[int(row["year"]), row["stage"], row["source"]] += row["tco2e"]
        assert row["quantity"] * row["factor"] == pytest.approx(row["t_gas"], rel=1e-12)
    for row in activity:
        tonnes = path_oracle.tonnes(row, factors, gwp)
        wanted[row["year"], row["stage"], row["source"]] += tonnes
    assert found == pytest.approx(wanted, rel=1e-12)
    for projection in path.projections:
        name = projection.scenario.name
        expected = path_oracle.path(
            *(activity, factors, scenarios, name, terms, cohorts, mined, taken),
            *(BASE, BASE + length, gwp),
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
