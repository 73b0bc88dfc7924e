"""Land that was reclaimed before a path starts, by its history: as the ledger takes it on."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import DataError
from carbon_zones.core.ledger.stocks import carbon_by_class
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.mine.reclamation import Reclamation
from carbon_zones.core.path.notes import path_notes
from carbon_zones.core.path.projection import LandSchedule, project_land_carbon
from carbon_zones.core.path.starting_land import read_cohorts
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.defaults import default_classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import LAND, NAMES, YEARS, lands
from carbon_zones.test.core.ledger_oracle import LedgerOracle
from carbon_zones.test.core.paths import K95, path_of, points, table_of, with_terms
from carbon_zones.test.core.support import examples, memory_folder, table
from carbon_zones.test.core.test_ledger import CURVES, SINKS, coefficients_of
from carbon_zones.test.core.test_path import fixed

MINE = DisturbingClasses()
CLASSES = Classes(land_class for _, land_class in default_classes())


@st.composite
def keeping(draw, pool: str):
    """What a row says of a pool of which some is kept, with any curve."""
    terms = {
        f"{pool}_tc_per_ha": draw(st.sampled_from([5, 40, 92.67])),
        f"{pool}_loss_fraction": draw(st.sampled_from([0.2, 0.35, 0.5, 0.8, 1.0])),
    }
    return {**terms, **{f"{pool}_{name}": value for name, value in draw(CURVES).items()}}


BOTH_POOLS = st.builds(lambda *both: {**both[0], **both[1]}, keeping("soil"), keeping("vegetation"))
KEEPING = st.fixed_dictionaries(dict.fromkeys(SINKS, BOTH_POOLS))


def grown(cohorts, carbon, years: int) -> np.ndarray:
    """t C that such land gains in each of so many years."""
    nothing = np.zeros(years)
    schedule = LandSchedule(range(years), *[nothing] * 4, {}, {}, {}, cohorts, nothing)
    loss, sink, _ = project_land_carbon(schedule, carbon)
    assert not loss.any()
    return sink


@examples(100)
@given(land=lands(6), terms=KEEPING, groups=st.sampled_from([("mine",), ("mine", "built")]))
def test_a_path_takes_reclaimed_land_on_as_the_ledger_does(land, terms, groups):
    """AGES of all dates but the last one, and the growth that the ledger has to the last one.

    That date is the one before once more, so that the land stays as it was at the base year.
    """
    disturbing = DisturbingClasses(groups)
    base, last = YEARS[len(land.dates) - 1], YEARS[len(land.dates)]
    with memory_folder() as folder:
        series = land.open(folder)
        combinations = CombinationCounter(series)
        count_series(series, create_periods(series.dates), [combinations])
        mined = MinedLand(combinations.table, series.dates, series.classes, disturbing)
        ages = Reclamation(mined).age_rows
        hectares = land.hectares(series)
    rows = [row for row in ages if row["year"] == str(base)]
    cohorts = read_cohorts(table_of("AGES", ages), series.classes, base, disturbing) if rows else []
    carbon = carbon_by_class(list(series.classes), coefficients_of(terms))
    years = last - base
    sink = grown(cohorts, carbon, years)

    groups_of = {v: (key, "mine" if group in groups else group) for v, (key, group) in LAND.items()}
    cells = {place: (*values, values[-1]) for place, values in land.cells.items()}
    own = LedgerOracle(cells, hectares, [*land.years, last], groups_of, NAMES, terms, "mid").rows()
    growth, _ = own.get((f"{base}-{last}", "growth", "all", "(all)"), (0.0, 0.0))
    whole = float(hectares.sum()) * 100
    assert math.fsum(sink) == pytest.approx(growth, rel=1e-9, abs=1e-9 * whole)


def one_hectare(history: str, age: float, terms: dict, years: int = 9, groups=MINE):
    """t C that a hectare of grass of such a history gains from 2018 on, over so many years."""
    ages = table(
        "AGES",
        f"year,class,age_min,age_mid,age_max,area_ha,history\n2018,grass,,{age},,1,{history}",
    )
    coefficients = path_of([fixed(2018)], points("one", "coal_t", y2018=1), terms).coefficients
    carbon = carbon_by_class(list(CLASSES), coefficients)
    return float(grown(read_cohorts(ages, CLASSES, 2018, groups), carbon, years).sum())


FOREST = "1986 forest; 2000 dump; 2009 grass; 2018 grass"


@pytest.mark.parametrize(
    ("history", "age", "part"),
    [
        (FOREST, 13, 1.0),
        ("1986 dump; 2000 dump; 2009 grass; 2018 grass", 13, 0.0),
        ("1986 dump; 2000 forest; 2009 dump; 2018 grass", 3, 0.0),
        ("", 3, math.nan),
    ],
)
def test_land_that_was_mined_at_the_first_date_was_not_disturbed_since(history, age, part):
    ages = table("AGES", f"year,class,age_mid,area_ha,history\n2018,grass,{age},10,{history}")
    (cohort,) = read_cohorts(ages, CLASSES, 2018, MINE)
    assert cohort.disturbed_fraction == pytest.approx(part, nan_ok=True)


@pytest.mark.parametrize("fraction", [1.0, 0.5, 0.2])
def test_land_without_a_history_begins_at_0(fraction):
    """Soils of the paper back in 20 equal steps: such land gains more than it can."""
    terms = with_terms(soil_loss_fraction=fraction)
    known, unknown = one_hectare(FOREST, 13.5, terms), one_hectare("", 13.5, terms)
    # By hand: of 20 steps there are 6.5 left, of (88.35 - s0) / 20 and 6.398 / 20 each.
    s0 = min((1 - fraction) * 92.67, 88.35)
    assert known == pytest.approx(6.5 * (88.35 - s0 + 6.398) / 20)
    assert unknown == pytest.approx(6.5 * (88.35 + 6.398) / 20)


def test_which_land_is_mined_follows_the_groups():
    """A town keeps topsoil where towns are mined land."""
    history, terms = "1986 forest; 2009 rural; 2018 grass", with_terms(soil_loss_fraction=0.5)
    with pytest.raises(DataError, match=r"not reclaimed .* 'mine'; use the TAKING_GROUPS"):
        one_hectare(history, 4.5, terms)
    found = one_hectare(history, 4.5, terms, years=1, groups=DisturbingClasses(("mine", "built")))
    assert found == pytest.approx((88.35 - 0.5 * 92.67 + 6.398) / 20)


@pytest.mark.parametrize(
    ("history", "says"),
    [
        ("forest then grass", "'forest then grass' must list the class at each date"),
        ("1986 forest; dump; 2018 grass", "unknown class 'forest; dump'"),
        ("1986 forest; 1986 dump; 2018 grass", "must list the class at each date"),
        ("1986 forest; 2000 dump; 2009 grass", "must end with the year and class of the row"),
        ("1986 forest; 2000 dump; 2018 forest", "must end with the year and class of the row"),
        ("1986 forest; 2000 dump; 2018 steppe", "unknown class 'steppe' .row 1, column 'history'"),
        (
            "1986 forest; 2009 dump; 2018 grass",
            "'age_mid': 13.5 does not match 'history' .0 to 9 years",
        ),
    ],
)
def test_a_history_that_cannot_be_is_refused(history, says):
    with pytest.raises(DataError, match=f"AGES.*{says}"):
        one_hectare(history, 13.5, with_terms())


def told(terms, *cohorts) -> tuple[list[str], list[str]]:
    """What the log says of topsoil: notices and warnings."""
    scenarios = points("one", "coal_t", y2018=1)
    path = path_of([fixed(2018)], scenarios, terms, cohorts=cohorts, draws=0)
    notes = path_notes(path)
    notices, warnings = (
        [str(line) for line in lines if "topsoil" in str(line).lower()]
        for lines in (notes.notices, notes.warnings)
    )
    return notices, warnings


def test_the_log_says_what_topsoil_there_was_and_where_that_is_not_known():
    ages = table("AGES", f"year,class,age_mid,area_ha,history\n2018,grass,13.5,10,{FOREST}")
    (known,) = read_cohorts(ages, CLASSES, 2018, MINE)
    terms = with_terms(soil_loss_fraction=0.5, **K95)
    (notice,), warnings = told(terms, ("grass", 13.5, 10.0, known.history))
    # 10 ha x half of 92.67.
    assert (
        "Topsoil reapplied at reclamation (from history and loss fractions): 463.4 t C." in notice
    )
    assert warnings == []
    notices, (warning,) = told(terms, ("grass", 13.5, 7.0))
    assert notices == []
    assert warning.startswith("AGES has no history for 7.00 ha, so stored topsoil starts at zero")
    del terms["forest"]
    _, (warning,) = told(terms, ("grass", 13.5, 10.0, known.history))
    assert warning.startswith(
        "Forestland has no coefficients; no topsoil of it is counted as stored"
    )


@pytest.mark.parametrize(("fraction", "moves"), [(0.5, True), (1.0, False)])
def test_the_density_of_what_was_taken_is_uncertain_too(fraction, moves):
    """The topsoil on grass was forest's; nothing of it where all was lost."""
    ages = table("AGES", f"year,class,age_mid,area_ha,history\n2018,grass,13.5,10,{FOREST}")
    (known,) = read_cohorts(ages, CLASSES, 2018, MINE)
    widths = []
    for u95 in (20.0, 0.0):
        terms = with_terms(soil_loss_fraction=fraction, u95_soil_pct=0.0, u95_vegetation_pct=0.0)
        terms["forest"]["u95_soil_pct"] = u95
        path = path_of(
            [fixed(2018, u95_pct=0)],
            points("one", "coal_t", y2018=1),
            terms,
            cohorts=[("grass", 13.5, 10.0, known.history)],
            draws=0,
        )
        row = path.rows[1]
        widths.append(row["high_tco2e"] - row["low_tco2e"])
    assert widths[1] == pytest.approx(0.0, abs=1e-9)
    # By hand: 20 % of half of 92.67 less to grow by, in 20 equal steps, to either side.
    expected = 2 * 10 * 0.2 * 0.5 * 92.67 / 20 * 44 / 12 if moves else 0.0
    assert widths[0] == pytest.approx(expected, abs=1e-9)
