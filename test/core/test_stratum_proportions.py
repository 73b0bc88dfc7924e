"""Tonnes by the strata of a sample: a worked example, plain sums, what hinders them."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.results.error_adjusted_losses import add_mapped_areas, omission_bounds
from carbon_zones.core.results.loss_model import LossUncertainty
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.results.uncertainty_notes import (
    adjusted_totals,
    headline_notes,
    omission_warnings,
)
from carbon_zones.core.scheme.class_accuracy import read_stratum_proportions, select_reader
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.test.core.schemes import default_rules, has, refused
from carbon_zones.test.core.support import (
    census_of,
    cube_of,
    examples,
    holding,
    paper_classes,
    table,
)
from carbon_zones.test.core.test_adjusted import CLASSES, DENSITIES, MINE, STEP

# The map: 60 cells of field and 40 of wood were taken, 300 of wood lie about them, and 600 of field
# do not; a hectare each. Points by stratum and by what they are: field, wood and their loss.
NAMES = ("Field -> Field", "Wood -> Wood", "Field -> Pit", "Wood -> Pit")
STRATA = {
    "taken: Field": (60, (6, 0, 24, 0)),
    "taken: Wood": (40, (0, 5, 0, 15)),
    "buffer": (300, (0, 45, 0, 5)),
    "stable": (600, (100, 0, 0, 0)),
}
LOST = np.array([0, 0, 90.0, 100.0])


def shares_of(strata=STRATA, names=NAMES, more="", period="") -> list[str]:
    """The rows of STRATUM_PROPORTIONS, the sums last."""
    whole, rows, sums = sum(cells for cells, _ in strata.values()), [], np.zeros(len(names))
    for name, (cells, points) in strata.items():
        size = sum(points)
        own = cells / whole * np.array(points) / size if size else np.zeros(len(names))
        sums += own
        rows.append(",".join(map(str, [name, *own, own.sum(), size, cells, float(cells)])) + period)
    rows.append(",".join(map(str, ["Total", *sums, 1.0, 0, whole, float(whole)])) + period)
    header = f"stratum,{','.join(names)},total,samples,cells,mapped_ha{more}"
    return [header, *rows]


def proportions(*rows):
    return table("AREA_ERRORS", "\n".join(rows or shares_of()))


def errors_of(of_table, steps=STEP):
    rules = default_rules(paper_classes())
    assert select_reader(of_table) is read_stratum_proportions
    return read_stratum_proportions(of_table, CLASSES, steps, rules)


def cube(field=60, wood=40, back=0, names=("1990-2000",)):
    """What the map has, in cells of a hectare; town, field, wood and pit."""
    stays = 1000 - field - wood - back
    matrix = [[0, 0, 0, 0], [0, stays - 300, 0, field], [0, 0, 300, wood], [0, back, 0, 0]]
    return cube_of(CLASSES, matrix, hectares=1.0, names=list(names))


def uncertain(of_table=None, counted=None, disturbing=MINE, **wanted) -> LossUncertainty:
    errors = errors_of(of_table or proportions())
    coefficients = read_coefficients(table("COEFFICIENTS", DENSITIES), CLASSES, Notes())
    census = census_of(counted or cube())
    options = UncertaintySettings(**{"draws": 0, **wanted})
    return LossUncertainty(census, coefficients, disturbing, errors, options)


def adjusted(uncertainty):
    return uncertainty.rows_by_method("loss", "t C", "", "adjusted")


def by_hand(strata=STRATA) -> tuple[float, float]:
    tonnes = variance = 0.0
    for cells, points in strata.values():
        size = sum(points)
        mean = sum(n * x for n, x in zip(points, LOST)) / size
        squares = sum(n * x * x for n, x in zip(points, LOST)) / size
        tonnes += cells * mean
        variance += cells**2 * (1 - size / cells) * (squares - mean**2) / (size - 1)
    return tonnes, variance**0.5


def test_areas_of_the_map_come_from_the_run():
    """The estimates stand beside what the map has, and give its tonnes their error."""
    uncertainty = uncertain().run_uncertainty
    areas = {e.name: (e.mapped_ha, e.estimated_ha) for e in uncertainty.errors.estimates}
    assert areas == {
        "Field \u2192 Field": (600, pytest.approx(612)),
        "Wood \u2192 Wood": (300, pytest.approx(280)),
        "Field \u2192 Pit": (60, pytest.approx(48)),
        "Wood \u2192 Pit": (40, pytest.approx(60)),
    }
    halves = {e.name: e.half_width_ha for e in uncertainty.errors.estimates}
    field = 60 * (0.8 * 0.2 / 29 * 0.5) ** 0.5
    assert halves["Field \u2192 Pit"] == pytest.approx(1.959964 * field, rel=1e-6)
    mapped = uncertainty.rows_by_method("loss")["approach 1"]
    wood = (40**2 * 0.1875 / 19 * 0.5 + 300**2 * 0.09 / 49 * (1 - 50 / 300)) ** 0.5
    assert mapped["estimate"] == 60 * 90 + 40 * 100
    assert mapped["sd"] == pytest.approx(((90 * field) ** 2 + (100 * wood) ** 2) ** 0.5)


def test_strata_that_are_conversions_are_held_against_the_map_too():
    names = {"taken: Field": "Field -> Pit", "taken: Wood": "Wood \u2192 Pit", "stable": "Rest"}
    strata = {names.get(name, name): own for name, own in STRATA.items()}
    of_table = proportions(*shares_of(strata))
    assert adjusted(uncertain(of_table).run_uncertainty)["approach 1"]["sd"] == pytest.approx(
        by_hand()[1]
    )
    assert not adjusted(uncertain(of_table, cube(field=62, wood=38)).run_uncertainty)


def first_and_lead(strata) -> tuple[list[str], list[str]]:
    """What stands before the tonnes as a warning, and the tonnes with what follows on them."""
    whole = uncertain(proportions(*shares_of(strata))).run_uncertainty
    first, lead = omission_warnings(whole, "loss"), headline_notes(whole, "loss")
    assert not lead.warnings
    return list(map(str, first)), list(map(str, lead.notices))


def poisson_limit(count: int) -> float:
    """The expected points of which no more than so many are seen with 5 %, by bisection."""
    low, high = 0.0, 50.0
    for _ in range(60):
        middle = (low + high) / 2
        term = total = math.exp(-middle)
        for n in range(1, count + 1):
            term *= middle / n
            total += term
        low, high = (middle, high) if total > 0.05 else (low, middle)
    return low


LIMITS = {k: poisson_limit(k) for k in range(11)}
Z = 1.959963984540054


def above_by_hand(strata=STRATA, worth=(90.0, 100.0, 90.0, 100.0)) -> float:
    """From the estimate to the bound of the larger loss: `worth` is what a hectare of each would
    lose if it were taken."""
    squares = 0.0
    for cells, points in strata.values():
        size, seen = sum(points), points[2] + points[3]
        own = by_hand({"": (cells, points)})[1]
        stake = sum(n * x for n, x in zip(points, worth)) / size
        part = min((LIMITS[seen] - seen) / size, 1 - seen / size) if seen in LIMITS else 0
        squares += max(Z * own, part * (1 - size / cells) ** 0.5 * cells * stake) ** 2
    return squares**0.5


def bounds_of(strata, **wanted):
    row = adjusted(uncertain(proportions(*shares_of(strata)), **wanted).run_uncertainty)[
        "approach 1"
    ]
    return row["estimate"], row["low"], row["high"]


def test_no_more_of_a_stratum_may_be_taken_than_there_is():
    """Two points, of which none or one shows it: all of it, or half, without what was seen."""
    for seen, part in ((0, 1.0), (1, 0.5), (2, 0.0)):
        strata = {**STRATA, "buffer": (300, (0, 2 - seen, 0, seen))}
        model = uncertain(proportions(*shares_of(strata))).run_uncertainty
        found = [u for u in model.unseen if u.stratum == "buffer"]
        tonnes = part * (1 - 2 / 300) ** 0.5 * 300 * 100
        own = Z * by_hand({"": strata["buffer"]})[1]
        assert [u.tonnes for u in found] == ([pytest.approx(tonnes)] if tonnes > own else [])


@examples(60)
@given(
    st.tuples(*(st.integers(0, 14) for _ in range(4))),
    st.tuples(*(st.integers(15, 40) for _ in range(4))),
    st.sampled_from([90.0, 95.0, 99.0]),
)
@example((0, 0, 0, 0), (30, 40, 40, 40), 95.0).via("a stratum that was sampled to the last cell")
def test_the_bound_of_the_larger_loss_is_that_of_a_plain_loop(seen, sizes, level):
    cells = (60, 40, 300, 600)
    points = [
        (0, size - k, 0, k) if name in ("taken: Wood", "buffer") else (size - k, 0, k, 0)
        for name, size, k in zip(STRATA, sizes, seen)
    ]
    strata = dict(zip(STRATA, zip(cells, points)))
    estimate, low, high = bounds_of(strata, level=level)
    tonnes, deviation = by_hand(strata)
    wide = NormalDist().inv_cdf(0.5 + level / 200)
    assert estimate == pytest.approx(tonnes)
    assert estimate - low == pytest.approx(wide * deviation, abs=1e-6)
    assert high - estimate == pytest.approx(wide / Z * above_by_hand(strata), rel=1e-6)


def test_the_worked_example_with_what_few_points_have_seen():
    """10,320 t C, 2,430 less or 3,451 more: 5 of 50 points in the buffer, none of 100 beyond it."""
    assert bounds_of(STRATA) == pytest.approx((10_320, 7890.166, 13_771.2), abs=0.1)
    assert above_by_hand() == pytest.approx(3451.2, abs=0.1)
    drawn = adjusted(uncertain(draws=40_000).run_uncertainty)["approach 2"]
    assert drawn["high"] - drawn["estimate"] == pytest.approx(3451.2, rel=0.02)
    assert drawn["estimate"] - drawn["low"] == pytest.approx(2429.8, rel=0.02)
    assert drawn["half_width"] == pytest.approx(2429.8, rel=0.02)


def test_what_may_lie_unseen_is_a_sentence_where_the_interval_is_nearly_as_wide():
    """5 of 50 points of 300 ha of wood: 30 ha more with 95 %, beside half a width of 2,430 t C."""
    first, (tonnes, unseen) = first_and_lead(STRATA)
    assert not first
    assert has(tonnes, "10,320.0 t C", "95 %", "7,890.2 to 13,771.3 t C")
    assert has(
        unseen,
        "1990-2000: the limit of the larger loss includes possible omissions",
        "'buffer'",
        "at 5 of 50",
        "30.20 ha",
        "3,019.6 t C",
    )


def test_what_may_lie_unseen_is_a_warning_where_it_is_more_than_the_interval():
    """Nothing is seen in the buffer: half a width is 782 t C, of what is mapped alone."""
    strata = {**STRATA, "buffer": (300, (0, 50, 0, 0))}
    (first,), (tonnes,) = first_and_lead(strata)
    assert has(
        first,
        "1990-2000: the carbon loss may be underestimated",
        "'buffer'",
        "at 0 of 50",
        "16.41 ha",
    )
    assert has(first, "1,640.8 t C", "MIN_PER_STRATUM")
    assert has(tonnes, "7,320.0 t C", "6,537.5 to 9,662.1")
    # So it is of a single one.
    (first,), _ = first_and_lead({**STRATA, "buffer": (300, (0, 49, 0, 1))})
    assert has(first, "the carbon loss may be underestimated", "'buffer'", "at 1 of 50", "20.51 ha")


def test_bounds_of_a_sample_that_agrees_with_the_map_are_not_known():
    strata = {
        "taken: Field": (60, (0, 0, 30, 0)),
        "taken: Wood": (40, (0, 0, 0, 20)),
        "buffer": (300, (0, 50, 0, 0)),
        "stable": (600, (100, 0, 0, 0)),
    }
    (first,), (tonnes,) = first_and_lead(strata)
    assert has(first, "'buffer'", "at 0 of 50", "16.41 ha", "1,640.8 t C", "MIN_PER_STRATUM")
    # The bound of the larger loss is known all the same.
    most = 9400 + above_by_hand(strata)
    assert has(
        tonnes, "9,400.0 t C", "95 %", f"larger loss: {most:,.1f} t C;", "other limit is not"
    )
    assert has(tonnes, "not estimable from this sample", "Mapped areas: 9,400.0")
    whole = uncertain(proportions(*shares_of(strata))).run_uncertainty
    assert adjusted_totals(whole, "loss", "N", "N_{}") == {"N": 9400, "N_HIGH": pytest.approx(most)}
    notes = uncertain(proportions(*shares_of(strata))).notes()
    assert not any("\u00b1 0.00" in str(one) for one in [*notes.notices, *notes.warnings])


def test_bounds_of_points_that_disagree_in_strata_sampled_whole_are_not_known_either():
    """All of what is mapped was looked at, a part of it is wrong, and nobody knows of the rest."""
    strata = {
        "taken: Field": (60, (20, 0, 40, 0)),
        "taken: Wood": (40, (0, 10, 0, 30)),
        "buffer": (300, (0, 50, 0, 0)),
        "stable": (600, (100, 0, 0, 0)),
    }
    uncertainty = uncertain(proportions(*shares_of(strata)))
    words = [str(w) for w in [*first_and_lead(strata)[1], *uncertainty.notes().warnings]]
    assert any(has(w, "6,600.0 t C", "more cells than points") for w in words)
    assert not any("disagrees" in w for w in words)


def test_many_points_that_were_taken_hide_nothing_and_finite_strata_hold_less():
    many = {"stable": (600, (40, 0, 60, 0)), "buffer": (300, (0, 20, 0, 30))}
    assert uncertain(proportions(*shares_of({**STRATA, **many}))).run_uncertainty.unseen == []
    few = {**many, "stable": (102, (100, 0, 0, 0)), "buffer": (798, (0, 20, 0, 30))}
    (one,) = uncertain(proportions(*shares_of({**STRATA, **few}))).run_uncertainty.unseen
    assert one.hectares == pytest.approx(102 * LIMITS[0] / 100 * (2 / 102) ** 0.5)
    assert (one.stratum, one.seen, one.tonnes) == ("stable", 0, pytest.approx(90 * one.hectares))


def told(uncertainty) -> list[str]:
    assert not adjusted(uncertainty.run_uncertainty)
    return [
        str(one)
        for one in [
            *uncertainty.run_uncertainty.notes.warnings,
            *uncertainty.run_uncertainty.notes.notices,
        ]
    ]


def test_another_period_of_the_same_land_has_no_adjusted_rows():
    """All land is as large as the table's, and its strata are not those of this period."""
    (line,) = told(uncertain(counted=cube(field=80)))
    words = ("different map, period or TAKING_GROUPS", "taken: Field", "60.00 ha", "80.00 ha")
    assert has(line, "1990-2000", *words)
    (line,) = told(uncertain(counted=cube(back=30)))
    assert has(line, "Pit \u2192 Field", "0.00 ha", "30.00 ha")
    # Within a thousandth of the land it is the same.
    assert adjusted(uncertain(counted=cube(field=61)).run_uncertainty)
    assert not adjusted(uncertain(counted=cube(field=62)).run_uncertainty)


def test_land_whose_carbon_is_not_counted_is_in_the_strata_all_the_same():
    """Where IPCC has no density of the place for fields, the map is the sample's as before."""
    without = MINE.exclude_sinks(["field"])
    found = adjusted(uncertain(disturbing=without).run_uncertainty)["approach 1"]
    assert found["estimate"] == pytest.approx(40 * 0.75 * 100 + 300 * 0.1 * 100)
    (line,) = told(uncertain(counted=cube(field=80), disturbing=without))
    assert has(line, "different map, period", "taken: Field", "60.00 ha", "80.00 ha")
    # A point that shows it is a point of land that was taken.
    strata = {**STRATA, "stable": (600, (99, 0, 1, 0)), "buffer": (300, (0, 20, 0, 30))}
    (one,) = uncertain(proportions(*shares_of(strata)), disturbing=without).run_uncertainty.unseen
    assert (one.stratum, one.seen) == ("stable", 1)


def test_other_land_has_no_adjusted_rows():
    strata = {**STRATA, "stable": (800, (100, 0, 0, 0))}
    (line,) = told(uncertain(proportions(*shares_of(strata))))
    assert has(line, "1,200.00 ha", "the analysed area (1,000.00 ha)")


def test_strata_of_another_kind_have_no_adjusted_rows():
    strata = dict(zip(("hills", "plain", "marsh", "town"), STRATA.values()))
    (line,) = told(uncertain(proportions(*shares_of(strata))))
    assert has(
        line, "strata", "do not identify", "Give PROPORTIONS of an unstratified", "STRATA_BY taken"
    )


def test_a_stratum_without_samples_has_no_adjusted_rows():
    strata = {**STRATA, "stable": (500, (100, 0, 0, 0)), "other change": (100, (0, 0, 0, 0))}
    header, *rows = shares_of(strata)
    # The shares are of the land that was sampled.
    scaled = [header]
    for row in rows:
        name, *cells = row.split(",")
        shares = [str(float(cell) / 0.9) for cell in cells[:5]]
        scaled.append(",".join([name, *shares, *cells[5:]]))
    scaled[-1] = ",".join(["Total", *scaled[-1].split(",")[1:5], "1.0", *rows[-1].split(",")[6:]])
    (line,) = told(uncertain(proportions(*scaled)))
    assert has(line, "no samples in other change (100.00 ha)")


def test_periods_are_told_apart():
    other = {**STRATA, "taken: Field": (20, (1, 0, 9, 0)), "stable": (640, (100, 0, 0, 0))}
    header, *rows = shares_of(more=",period", period=",1990-2000")
    more = shares_of(other, more=",period", period=",2000-2010")[1:]
    steps = [Period(0, 1, "1990-2000"), Period(1, 2, "2000-2010")]
    errors = errors_of(proportions(header, *rows, *more), steps)
    areas = [np.zeros((4, 4)) for _ in steps]
    areas[0][1, 3], areas[1][1, 3] = 60, 20
    found = add_mapped_areas(errors, list(CLASSES), steps, areas)
    name = "Field \u2192 Pit"
    mapped = {(e.name, e.period): e.mapped_ha for e in found.estimates if e.mapped_ha}
    assert mapped == {(name, "1990-2000"): 60, (name, "2000-2010"): 20}


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("stable,0.6,0,0,0,0.6,100,99,600", ("row 4", "100", "99")),
        ("stable,0.6,0,0,0,0.6,0,600,600", ("row 4", "samples is 0", "0.6")),
        ("buffer,0.6,0,0,0,0.6,100,600,600", ("row 4", "'buffer' duplicates row 3")),
        ("stable,0.3,0,0,0,0.3,100,600,600", ("sum to 0.7",)),
        ("stable,0.6,0,0,0,0.6,9.5,600,600", ("row 4", "'samples'")),
    ],
)
def test_tables_that_cannot_be_are_refused(row, words):
    rows = shares_of()
    rows[4] = row
    assert has(refused(errors_of, proportions(*rows)), "AREA_ERRORS", *words)


def test_what_no_classes_here_make_is_warned_of_as_no_tonnes_go_by_it():
    rows = shares_of(names=("Field -> Field", "Wood -> Wood", "Field -> Pit", "2009"))
    (warning,) = errors_of(proportions(*rows)).notes.warnings
    assert has(
        str(warning), "conversions ignored because their classes do not occur in this run: 2009."
    )


def test_two_columns_of_one_conversion_are_refused():
    rows = shares_of(names=("Field -> Field", "Wood -> Wood", "Field -> Pit", "field -> pit 2"))
    assert select_reader(proportions(*rows)) is read_stratum_proportions
    rows[0] = rows[0].replace("field -> pit 2", "field \N{RIGHTWARDS ARROW} pit")
    assert has(
        refused(errors_of, proportions(*rows)), "'Field -> Pit' and 'field ", "are both Field"
    )


def test_land_of_a_stratum_with_a_single_sample_is_certain_and_named():
    """That of a stratum of one cell is, without a word."""
    strata = {**STRATA, "buffer": (299, (0, 1, 0, 0)), "other change": (1, (0, 1, 0, 0))}
    (warning,) = errors_of(proportions(*shares_of(strata))).notes.warnings
    assert has(str(warning), "single sample", "area of buffer (299.00 ha) is", "exact")


def test_a_table_without_conversions_is_refused():
    rows = shares_of(names=("Field", "Wood", "Pit", "Town"))
    assert has(refused(errors_of, proportions(*rows)), "no column is a conversion")
    # One of classes that are not here is a conversion all the same.
    rows = shares_of(names=("Field", "Moon -> Mars", "Pit", "Town"))
    assert [has(text, "ignored") for text in errors_of(proportions(*rows)).notes.warnings]


def test_unseen_land_would_lose_what_its_sinks_hold():
    """Not a pit, whatever its row says, nor wood, which has none: 45 points of 60 are field."""
    names = ("Field -> Field", "Wood -> Wood", "Field -> Pit", "Pit -> Pit")
    rows = shares_of({**STRATA, "buffer": (300, (45, 10, 0, 5))}, names)
    known = holding(field=(80.0, 10.0), pit=(500.0, 0.0))
    samples = errors_of(proportions(*rows)).samples
    (found,) = omission_bounds(samples, STEP, known, MINE)
    (bound,) = (one for one in found if one.stratum == "buffer")
    assert bound.tonnes / bound.hectares == pytest.approx(90 * 45 / 60)
