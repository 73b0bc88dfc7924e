"""Tonnes by the areas that a sample estimates: a worked example, plain sums, what hinders them."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.results.error_adjusted_losses import (
    ConversionVariables,
    error_adjusted_model,
)
from carbon_zones.core.results.loss_model import LossUncertainty
from carbon_zones.core.results.uncertainty import (
    OmissionBound,
    UncertaintyModel,
    UncertaintyResult,
    UncertaintySettings,
    uncertainty_rows,
)
from carbon_zones.core.results.uncertainty_notes import (
    adjusted_totals,
    headline_notes,
    map_sample_conflict_notes,
)
from carbon_zones.core.scheme.class_accuracy import (
    read_class_accuracy,
    read_proportions,
    select_reader,
)
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.schemes import default_rules, has, refused
from carbon_zones.test.core.support import (
    census_of,
    cube_of,
    examples,
    listed,
    paper_classes,
    table,
)

Z = 1.959963984540054
NO_ADJUSTED = "error-adjusted carbon estimates are not available"
MINE = DisturbingClasses()
CLASSES = listed(
    (1, "town", "Town", "built"),
    (2, "field", "Field", "sink"),
    (3, "wood", "Wood", "sink"),
    (4, "pit", "Pit", "mine"),
)
REST, FIELD, WOOD = "Town -> Town", "Field -> Pit", "Wood -> Pit"
# Samples, class of the map by class of the reference; hectares of the map.
COUNTS = [[294, 4, 2], [5, 42, 3], [4, 2, 44]]
MAPPED = [900.0, 60.0, 40.0]
# t C/ha of a field and of a wood, certain.
DENSITIES = (
    "class,soil_tc_per_ha,vegetation_tc_per_ha,u95_soil_pct,u95_vegetation_pct\n"
    "field,80,10,0,0\nwood,70,30,0,0\n"
)


def shares_of(counts=COUNTS, mapped=MAPPED, names=(REST, FIELD, WOOD), period=None) -> list[str]:
    """The rows of PROPORTIONS, the sums last."""
    whole, rows, sums = sum(mapped), [], np.zeros(len(names) + 1)
    more = [] if period is None else [period]
    for name, own, area in zip(names, counts, mapped):
        shares = [area / whole * count / sum(own) if sum(own) else 0.0 for count in own]
        cells = [*shares, sum(shares)]
        sums += cells
        rows.append(",".join(map(str, [name, *cells, sum(own), area, *more])))
    sizes = sum(map(sum, counts))
    rows.append(",".join(map(str, ["Total", *sums, sizes, whole, *more])))
    return rows


def shares_table(*rows, names=(REST, FIELD, WOOD), more=""):
    header = f"map_class,{','.join(names)},total,samples,mapped_ha{more}"
    return table("AREA_ERRORS", "\n".join([header, *rows]))


def accuracy_table(counts=COUNTS, mapped=MAPPED, names=(REST, FIELD, WOOD)):
    """CLASS_ACCURACY of the same sample, as far as it is read: estimates and standard errors."""
    whole = sum(mapped)
    rows = ["class,mapped_ha,estimated_ha,estimated_se_ha"]
    for k, name in enumerate(names):
        parts = [(area / whole, own[k] / sum(own), sum(own)) for own, area in zip(counts, mapped)]
        estimate = sum(w * q for w, q, _ in parts)
        variance = sum(w**2 * q * (1 - q) / (n - 1) for w, q, n in parts)
        rows.append(f"{name},{mapped[k]},{estimate * whole},{variance**0.5 * whole}")
    return table("AREA_ERRORS", "\n".join(rows))


STEP = [Period(0, 1, "1990-2000")]


def errors_of(given, classes=CLASSES, steps=STEP):
    # Zones are those of the default classes.
    rules = default_rules(paper_classes())
    return select_reader(given)(given, classes, steps, rules)


def cube(rest=900, field=60, wood=40, hectares=1.0):
    matrix = [[rest, 0, 0, 0], [0, 0, 0, field], [0, 0, 0, wood], [0, 0, 0, 0]]
    return cube_of(CLASSES, matrix, hectares=hectares, names=["1990-2000"])


def uncertain(given, counted=None, densities=DENSITIES, steps=STEP, **wanted) -> LossUncertainty:
    census = census_of(counted or cube())
    coefficients = read_coefficients(table("COEFFICIENTS", densities), CLASSES, Notes())
    errors = None if given is None else errors_of(given, steps=steps)
    return LossUncertainty(
        census, coefficients, MINE, errors, UncertaintySettings(**{"draws": 0, **wanted})
    )


def adjusted(uncertainty, period="", measure="t C", item="loss"):
    return uncertainty.rows_by_method(item, measure, period, "adjusted")


@pytest.mark.parametrize("period", ["", "1990-2000"])
def test_the_covariances_of_one_sample(period):
    """10,240 t C with a standard deviation of 736.515; were areas independent, 796.322."""
    found = adjusted(uncertain(shares_table(*shares_of())).run_uncertainty, period)
    assert found["approach 1"]["estimate"] == pytest.approx(10_240, abs=1e-9)
    assert found["approach 1"]["sd"] == pytest.approx(736.515, abs=5e-4)
    assert found["approach 1: areas"]["sd"] == pytest.approx(736.515, abs=5e-4)
    assert found["approach 1: coefficients"]["sd"] == 0
    alone = adjusted(uncertain(accuracy_table()).run_uncertainty, period)
    assert alone["approach 1"]["estimate"] == pytest.approx(10_240, abs=1e-9)
    assert alone["approach 1"]["sd"] == pytest.approx(796.322, abs=5e-4)


# Loss, gain and net of the two conversions of the example.
ITEMS = {"loss": np.array([1.0, 0]), "gain": np.array([0, 1.0]), "net": np.array([-1.0, 1.0])}


def balance(given, **wanted):
    """What the first conversion loses, 90 t C/ha, and the second one gains, 100 t C/ha."""
    errors = errors_of(given)
    variables = ConversionVariables(errors.samples)
    base = np.zeros((1, 2, variables.size))
    base[0, 0, 2], base[0, 1, 3] = 90.0, 100.0
    model = UncertaintyModel(["1990-2000"], ITEMS, base, [], [], [""], np.zeros(1), years=[10])
    rows = uncertainty_rows(
        error_adjusted_model(model, np.ones(variables.size), variables),
        UncertaintySettings(**{"draws": 0, **wanted}),
    )
    return UncertaintyResult(rows)


def test_of_standard_errors_alone_the_half_widths_of_loss_and_gain_are_added():
    uncertainty = balance(accuracy_table())
    loss, gain, net = (adjusted(uncertainty, item=item)["approach 1"] for item in ITEMS)
    assert net["estimate"] == pytest.approx(-1280, abs=1e-9)
    assert loss["half_width"] > 0
    assert net["half_width"] == pytest.approx(loss["half_width"] + gain["half_width"])


@pytest.mark.parametrize("given", [shares_table(*shares_of()), accuracy_table()])
def test_draws_are_as_wide(given):
    """Within 2 % of so many draws; there are no products of errors, as densities are certain."""
    uncertainty = balance(given, draws=20_000, seed=5)
    for item in ITEMS:
        rows = adjusted(uncertainty, item=item)
        first, drawn = rows["approach 1"], rows["approach 2"]
        assert drawn["sd"] == pytest.approx(first["sd"], rel=0.02)
        assert abs(drawn["estimate"] - first["estimate"]) < 4 * first["sd"] / 20_000**0.5


def test_densities_err_over_the_estimated_areas():
    """20 % of the soil of the fields that the sample estimates, beside what it does not know."""
    densities = DENSITIES.replace("80,10,0,0", "80,10,20,0")
    found = adjusted(uncertain(shares_table(*shares_of()), densities=densities).run_uncertainty)
    field = 900 * 4 / 300 + 60 * 42 / 50 + 40 * 2 / 50
    half = 0.2 * 80 * field
    assert found["approach 1: coefficients"]["half_width"] == pytest.approx(half)
    assert found["approach 1"]["half_width"] == pytest.approx(
        math.hypot(half, Z * 736.515), rel=1e-6
    )
    drawn = uncertain(shares_table(*shares_of()), densities=densities, draws=20_000).run_uncertainty
    drawn = adjusted(drawn)["approach 2"]
    # Products of both errors are less than 1 % of it.
    assert drawn["sd"] == pytest.approx(found["approach 1"]["sd"], rel=0.03)


def test_what_may_lie_unseen_moves_the_bound_of_the_larger_loss_alone():
    """The upper one of what is lost, the lower one of the net, none of what is gained."""
    errors, tonnes = errors_of(shares_table(*shares_of())), (5000.0, 0.0, 900.0)
    (sample,) = errors.samples
    variables = ConversionVariables(errors.samples)
    base = np.zeros((1, 2, variables.size))
    base[0, 0, 2], base[0, 1, 3] = 90.0, 100.0
    model = UncertaintyModel(["1990-2000"], ITEMS, base, [], [], [""], np.zeros(1), years=[10])
    unseen = [
        [OmissionBound("1990-2000", s.name, 1, 0, 1.0, tc) for s, tc in zip(sample.strata, tonnes)]
    ]
    model = error_adjusted_model(model, np.ones(variables.size), variables, unseen)
    uncertainty = UncertaintyResult(uncertainty_rows(model, UncertaintySettings(draws=0)))
    for item, x in (("loss", (0, 90, 0)), ("net", (0, -90, 100))):
        above = below = 0.0
        for own, area, tc in zip(COUNTS, MAPPED, tonnes):
            points = np.repeat(np.array(x, float), own)
            half = Z * area * (points.var(ddof=1) / points.size) ** 0.5
            below += half**2
            above += max(half, tc) ** 2
        row = adjusted(uncertainty, item=item)["approach 1"]
        ways = [row["estimate"] - row["low"], row["high"] - row["estimate"]]
        wanted = [below**0.5, above**0.5]
        assert ways == pytest.approx(wanted if item == "loss" else wanted[::-1])
        assert row["half_width"] == pytest.approx(below**0.5)
    gain = adjusted(uncertainty, item="gain")["approach 1"]
    assert gain["high"] - gain["estimate"] == pytest.approx(gain["half_width"])
    # Coefficients are another matter.
    alone = adjusted(uncertainty)["approach 1: coefficients"]
    assert alone["low"] == alone["high"]


@examples(40)
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 30), min_size=3, max_size=3).filter(lambda c: sum(c) > 1),
            st.floats(1, 500),
        ),
        min_size=3,
        max_size=3,
    ),
    st.lists(st.floats(-200, 200), min_size=3, max_size=3),
)
def test_the_variance_is_that_of_the_points(strata, x):
    counts, mapped = [own for own, _ in strata], [area for _, area in strata]
    sample = errors_of(shares_table(*shares_of(counts, mapped))).samples
    variables = ConversionVariables(sample)
    base = np.zeros((1, 1, variables.size))
    base[0, 0, 1:] = x
    model = UncertaintyModel(["p"], {"loss": np.ones(1)}, base, [], [], [""], np.zeros(1))
    model = error_adjusted_model(model, np.ones(variables.size), variables)
    found = adjusted(UncertaintyResult(uncertainty_rows(model, UncertaintySettings(draws=0))))[
        "approach 1"
    ]
    mean, variance = 0.0, 0.0
    for own, area in strata:
        points = np.repeat(x, own)
        mean += area * points.mean()
        variance += area**2 * points.var(ddof=1) / points.size
    assert found["estimate"] == pytest.approx(mean, rel=1e-9, abs=1e-7)
    assert found["sd"] == pytest.approx(variance**0.5, rel=1e-7, abs=1e-6)


def test_shares_tell_what_class_accuracy_does():
    one, other = uncertain(shares_table(*shares_of())), uncertain(accuracy_table())
    for item in (one, other):
        assert [row["areas"] for row in item.run_uncertainty.rows] == ["mapped"] * 16 + [
            "adjusted"
        ] * 16
    for a, b in zip(one.run_uncertainty.rows[:16], other.run_uncertainty.rows[:16]):
        assert {k: v for k, v in a.items() if k != "draws"} == pytest.approx(
            {k: v for k, v in b.items() if k != "draws"}
        )
    assert select_reader(shares_table(*shares_of())) is read_proportions
    assert select_reader(accuracy_table()) is read_class_accuracy


def test_a_simple_sample_is_one_stratum():
    """Its samples stand in the last row alone; V = A^2 (mean of x^2 - mean^2) / (n - 1)."""
    *rows, total = shares_of([[80, 4, 2], [1, 7, 1], [0, 1, 4]], [86.0, 9.0, 5.0])
    cut = [row.rsplit(",", 2) for row in rows]
    given = shares_table(*(f"{cells},,{area}" for cells, _, area in cut), total)
    found = adjusted(uncertain(given, cube(86, 9, 5)).run_uncertainty)["approach 1"]
    x = np.repeat([0, 90, 100], [81, 12, 7])
    assert found["estimate"] == pytest.approx(100 * x.mean())
    assert found["sd"] == pytest.approx(100 * (x.var() / 99) ** 0.5)


def test_other_strata_are_refused_and_the_way_is_named():
    cut = [row.rsplit(",", 2) for row in shares_of()]
    given = shares_table(*(f"{cells},,{area}" for cells, _, area in cut))
    said = refused(errors_of, given)
    assert has(said, "AREA_ERRORS, row 1", "'samples' is empty", "CLASS_ACCURACY")


def changed(old: str, new: str, names=(REST, FIELD, WOOD)):
    return shares_table(*(row.replace(old, new) for row in shares_of()), names=names)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (changed("0.882", "0.5"), ("sum to 0.618 instead of 1",)),
        (changed("Wood", "Wod", (REST, FIELD, "Wod -> Pit")), ("unknown class 'Wod' (row 3)",)),
        (changed("", "", (REST, FIELD, "wood -> p")), ("row 1", "'wood -> p'", "map_class")),
        (table("AREA_ERRORS", "map_class,a -> b,total\na -> b,1,1"), ("no column 'samples'",)),
        (changed(",300,", ",0,"), ("row 1", "'samples'")),
        (
            shares_table("Town,1,1,50,900.0", names=["Town"]),
            ("row 1", "'map_class': 'Town' is neither"),
        ),
    ],
)
def test_tables_that_cannot_be_right_are_refused(given, words):
    said = refused(errors_of, given)
    assert all(word in said for word in ("AREA_ERRORS", *words)), said


def test_a_stratum_of_one_sample_is_certain_and_named():
    errors = errors_of(shares_table(*shares_of([[294, 4, 2], [5, 42, 3], [0, 0, 1]])))
    (warning,) = errors.notes.warnings
    assert has(str(warning), "single sample", "Wood -> Pit (40.00 ha)", "exact")
    assert errors.samples[0].strata[2].error_scale_ha == 0


def test_what_only_the_sample_has_counts():
    """Woods that the map has as towns: density times loss fraction."""
    densities = DENSITIES.replace("pct\n", "pct,soil_loss_fraction\n", 1)
    densities = densities.replace("80,10,0,0", "80,10,0,0,").replace("70,30,0,0", "70,30,0,0,0.5")
    given = shares_table(*shares_of([[290, 4, 6], [5, 45, 0], [0, 0, 0]], [940.0, 60.0, 0.0]))
    uncertainty = uncertain(given, cube(940, 60, 0), densities)
    wood = 940 * 6 / 300
    field = 940 * 4 / 300 + 60 * 45 / 50
    found = adjusted(uncertainty.run_uncertainty)["approach 1"]
    assert found["estimate"] == pytest.approx(90 * field + (35 + 30) * wood)
    assert adjusted_totals(uncertainty.run_uncertainty, "loss", "N", "N_{}") == {
        "N": found["estimate"],
        "N_LOW": found["low"],
        "N_HIGH": found["high"],
    }


def test_without_its_density_there_are_none_and_it_is_told():
    given = shares_table(*shares_of([[290, 4, 6], [5, 45, 0], [0, 0, 0]], [940.0, 60.0, 0.0]))
    uncertainty = uncertain(given, cube(940, 60, 0), DENSITIES.rpartition("wood")[0])
    assert {row["areas"] for row in uncertainty.run_uncertainty.rows} == {"mapped"}
    assert any(has(str(w), "Wood", "no carbon density") for w in uncertainty.notes().warnings)


def test_densities_without_half_widths_are_certain():
    """The rows by the sample are those of half-widths of 0; by the map there are none."""
    given = shares_table(*shares_of())
    without = DENSITIES.replace("80,10,0,0", "80,10,,0").replace("70,30,0,0", "70,30,,")
    assert without != DENSITIES
    for draws in (0, 300):
        found = uncertain(given, densities=without, draws=draws)
        wanted = uncertain(given, draws=draws).run_uncertainty.rows
        assert found.run_uncertainty.rows == [r for r in wanted if r["areas"] == "adjusted"] != []
        words = [str(w) for w in found.notes().warnings]
        assert any(has(w, "exact: Field (u95_soil_pct)", "sampling error only") for w in words)
        assert not any("AREA_ERRORS ignored" in w for w in words)
        (lead,) = map(str, headline_notes(found.run_uncertainty, "loss").notices[:1])
        assert has(lead, "Mapped areas: 9,400.0 t C")
        assert ("densities without margins of error" in lead) == bool(draws)
    # What no sample is of goes on as it was.
    names = "from_class,to_class,u95_pct\nfield,pit,10\n"
    plain = uncertain(table("AREA_ERRORS", names), densities=without)
    assert plain.run_uncertainty.rows == []
    assert any("AREA_ERRORS ignored" in str(w) for w in plain.notes().warnings)


def test_without_errors_the_width_is_0_and_warned_of():
    given = shares_table(*shares_of([[300, 0, 0], [0, 50, 0], [0, 0, 50]]))
    for draws in (0, 300):
        uncertainty = uncertain(given, draws=draws)
        rows = [row for row in uncertainty.run_uncertainty.rows if row["areas"] == "adjusted"]
        assert {row["half_width"] for row in rows} == {0}
        assert adjusted(uncertainty.run_uncertainty)["approach 1"]["estimate"] == 90 * 60 + 100 * 40
        told = [str(w) for w in uncertainty.notes().warnings]
        assert any(has(w, "1990-2000: loss does not vary ", "is estimated as 0") for w in told)
    told = uncertain(shares_table(*shares_of())).notes().warnings
    assert not any("areas contribute 0" in str(w) for w in told)


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        # A mask, a table of other dates; 0.1 % of the land is rounding.
        (cube(898, 60, 40), ("1,000.00 ha mapped", "998.00 ha")),
        (cube(900, 40, 60), ("different map", "Field -> Pit: 60.00 ha in the table, 40.00 ha")),
        (cube(8_991, 600, 400, hectares=0.1), ()),
    ],
)
def test_other_land_has_no_adjusted_rows(counted, words):
    uncertainty = uncertain(shares_table(*shares_of()), counted)
    messages = [str(w) for w in uncertainty.notes().warnings if NO_ADJUSTED in str(w)]
    assert {row["areas"] for row in uncertainty.run_uncertainty.rows} == (
        {"mapped"} if words else {"mapped", "adjusted"}
    )
    assert len(messages) == bool(words)
    assert all(has(line, *words) for line in messages)


def test_without_a_standard_error_there_are_none():
    text = "class,mapped_ha,estimated_ha,estimated_se_ha\n"
    given = table("AREA_ERRORS", f"{text}{REST},900,890,\n{FIELD},60,65,\n{WOOD},40,45,2\n")
    uncertainty = uncertain(given)
    assert {row["areas"] for row in uncertainty.run_uncertainty.rows} == {"mapped"}
    (message,) = (str(w) for w in uncertainty.notes().warnings if NO_ADJUSTED in str(w))
    assert has(message, "1990-2000", FIELD)
    assert REST not in message


def test_the_sample_leads_and_contradictions_are_warnings_with_both_numbers():
    given = accuracy_table([[290, 5, 5], [1, 49, 0], [0, 0, 50]])
    uncertainty = uncertain(given)
    (line,) = (str(n) for n in headline_notes(uncertainty.run_uncertainty, "loss").notices)
    estimate = adjusted(uncertainty.run_uncertainty)["approach 1"]["estimate"]
    assert has(line, f"Error-adjusted areas: {estimate:,.1f} t C", "Mapped areas: 9,400.0 t C")
    (warning,) = map_sample_conflict_notes(uncertainty.run_uncertainty, "loss").warnings
    # Of the three, those that the map has too much or too little of.
    assert "Town -> Town: mapped 900.00 ha, estimated 871.20 \u00b1 " in str(warning)
    assert "Wood -> Pit: mapped 40.00 ha, estimated 55.00 ± 13.06 ha" in str(warning)
    assert (
        map_sample_conflict_notes(
            uncertain(accuracy_table(), cube()).run_uncertainty, "loss"
        ).warnings
        == []
    )
