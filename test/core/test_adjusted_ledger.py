"""A ledger by the areas that samples of its periods estimate, and the differences of periods."""

from __future__ import annotations

import re

import numpy as np
import pytest

from carbon_zones.core.base.dates import Date, Period
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.ledger.balance import adjusted_sentences, uncounted_reclaimed_sentence
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.error_adjusted_losses import select_period_samples
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.results.uncertainty_notes import (
    adjusted_totals,
    difference_notes,
    headline_notes,
    interval_notes,
    interval_width_messages,
    larger_loss_bound,
)
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.schemes import has
from carbon_zones.test.core.support import listed, table
from carbon_zones.test.core.test_adjusted import (
    CLASSES,
    DENSITIES,
    MINE,
    adjusted,
    errors_of,
    shares_of,
    shares_table,
)

YEARS = (1990, 2000, 2010)
STEPS = [Period(0, 1, "1990-2000"), Period(1, 2, "2000-2010")]
TRAJECTORIES = [
    # Classes at each date, hectares.
    ((0, 0, 0), 700.0),
    ((1, 3, 3), 60.0),
    ((1, 3, 1), 40.0),
    ((2, 2, 3), 50.0),
    ((3, 3, 2), 30.0),
    ((3, 2, 2), 20.0),
    ((0, 0, 1), 100.0),
]


def ledger(coefficients=DENSITIES, rule=AgeRule.MID, mine=MINE) -> Ledger:
    rows = np.array([classes for classes, _ in TRAJECTORIES])
    hectares = np.array([area for _, area in TRAJECTORIES])
    zero = np.zeros(len(rows), np.int64)
    land = MinedLand(
        CombinationTable(zero, rows, hectares.astype(np.int64), hectares),
        [Date(str(year), str(year)) for year in YEARS],
        CLASSES,
        mine,
    )
    read = read_coefficients(table("COEFFICIENTS", coefficients), WIDER, Notes())
    return Ledger(land, read, rule)


def mapped_in(place: int) -> dict[str, float]:
    """Hectares of each conversion, by its name."""
    names = [c.name for c in CLASSES]
    found: dict[str, float] = {}
    for classes, area in TRAJECTORIES:
        name = f"{names[classes[place]]} -> {names[classes[place + 1]]}"
        found[name] = found.get(name, 0.0) + area
    return found


def sample_of(place: int, period: str | None, further=(), right=37):
    """PROPORTIONS of 40 samples in each conversion: 37, 2 of the next one, 1 of the one after.

    Or 40 of it.
    """
    found = mapped_in(place)
    found.update({name: 0.0 for name in further if name not in found})
    names = list(found)
    size = len(names)
    counts = [[0] * size for _ in names]
    for n in range(size):
        if found[names[n]]:
            counts[n][n] = right
            if right < 40:
                counts[n][(n + 1) % size] = 2
                counts[n][(n + 2) % size] += 1
    mapped = list(found.values())
    return names, shares_of(counts, mapped, names, period), counts, mapped


def both_samples(further=(), right=37):
    """The tables of two maps, one below the other; columns that one lacks are empty there."""
    one, other = (sample_of(n, step.name, further, right) for n, step in enumerate(STEPS))
    names = list(dict.fromkeys([*one[0], *other[0]]))
    lines = []
    for own, rows, *_ in (one, other):
        for row in rows:
            first, *cells = row.split(",")
            by_name = dict(zip(own, cells))
            lines.append(
                ",".join([first, *(by_name.get(n, "") for n in names), *cells[len(own) :]])
            )
    return shares_table(*lines, names=names, more=",period"), (one, other)


def estimated(given, coefficients=DENSITIES):
    """The uncertainty of such a ledger by samples, without draws."""
    return ledger(coefficients).uncertainty(
        errors_of(given, steps=STEPS), UncertaintySettings(draws=0)
    )


def hectares_by(mapped, counts) -> np.ndarray:
    return sum(area * np.array(own) / max(sum(own), 1) for own, area in zip(counts, mapped))


def test_a_ledger_by_estimated_areas():
    """Loss and gain by the sample of their period, growth by the map; periods are independent."""
    given, samples = both_samples()
    uncertainty = estimated(given)
    # t C/ha: lost 90 and 100; regained in the middle of 10 years, 5 of 20 years.
    x = {"Field -> Pit": 90, "Wood -> Pit": 100}
    gained = {"Pit -> Field": 90 / 4, "Pit -> Wood": 100 / 4}
    nets = []
    for place, (names, _, counts, mapped) in enumerate(samples):
        areas = dict(zip(names, hectares_by(mapped, counts)))
        loss = sum(areas.get(name, 0) * density for name, density in x.items())
        gain = sum(areas.get(name, 0) * density for name, density in gained.items())
        period = STEPS[place].name
        for item, amount in (("loss", loss), ("gain", gain)):
            assert adjusted(uncertainty, period, item=item)["approach 1"]["estimate"] == (
                pytest.approx(amount)
            )
        growth = adjusted(uncertainty, period, item="growth")["approach 1"]
        assert growth["estimate"] == pytest.approx([0, 20 * 100 / 2][place])
        assert growth["sd"] == 0
        signed = np.array([gained.get(name, -x.get(name, 0)) for name in names])
        variance = 0.0
        for own, area in zip(counts, mapped):
            points = np.repeat(signed, own)
            variance += area**2 * points.var(ddof=1) / points.size
        net = adjusted(uncertainty, period, item="net")["approach 1"]
        assert net["sd"] == pytest.approx(variance**0.5)
        nets.append((gain + growth["estimate"] - loss, variance))
    whole = adjusted(uncertainty, item="net")["approach 1"]
    assert whole["estimate"] == pytest.approx(sum(net for net, _ in nets))
    assert whole["sd"] == pytest.approx(sum(variance for _, variance in nets) ** 0.5)
    # The balance of all periods is said in both units.
    told = " ".join(map(str, adjusted_sentences(uncertainty)))

    def said(amount: float, factor: float = 1.0) -> str:
        """To the second digit of the half-width."""
        half_width = (whole["high"] - whole["low"]) / 2 * factor
        step = 10 ** (len(str(int(half_width))) - 2)
        return f"{round(-amount * factor / step) * step:,}"

    net, low, high = (said(whole[name]) for name in ("estimate", "low", "high"))
    assert whole["low"] < whole["high"] < 0
    words = f"net loss of {net} t C ({said(whole['estimate'], 44 / 12)} t CO"
    words += f"\u2082 emitted); 95 % confidence interval: net loss of {high} to {low} t C."
    assert words in told
    (earlier, v0), (later, v1) = nets
    change = adjusted(uncertainty, "2000-2010 - 1990-2000", "t C per year", "net")["approach 1"]
    assert change["estimate"] == pytest.approx((later - earlier) / 10)
    assert change["sd"] == pytest.approx((v0 + v1) ** 0.5 / 10)


NUMBER = r"[\d,]+(?:\.\d+)?"


def sized(text: str) -> list[float]:
    """The numbers of a text that are amounts, without their sides."""
    return [
        float(n.replace(",", ""))
        for n in re.findall(rf"({NUMBER})(?= t C(?!O)| to net| to \d)", text)
    ]


@pytest.mark.parametrize("is_sampled_once", [False, True])
def test_sentences_have_the_estimate_and_the_ends_of_the_row_that_they_are_of(is_sampled_once):
    """The estimate of approach 1, the ends of the draws, the mapped amount, and the period."""
    given, _ = both_samples()
    rows = [row for row in given.rows if row["period"] == STEPS[1].name] or given.rows
    given = type(given)(given.name, given.columns, rows if is_sampled_once else given.rows)
    densities = DENSITIES.replace("80,10,0,0", "80,10,60,0").replace("70,30,0,0", "70,30,40,0")
    errors = errors_of(given, steps=STEPS)
    own = ledger(densities)
    uncertainty = own.uncertainty(errors, UncertaintySettings(draws=40, seed=5))
    period = STEPS[1].name if is_sampled_once else ""
    known = adjusted(uncertainty, period, item="net")
    estimate, drawn = known["approach 1"]["estimate"], known["approach 2"]
    ends = sorted(abs(drawn[end]) for end in ("low", "high"))
    mapped = uncertainty.rows_by_method("net", period=period)["approach 1"]
    # The ends of the draws are others than those of approach 1.
    assert abs(drawn["low"] - known["approach 1"]["low"]) > 30
    line = str(headline_notes(uncertainty, "net").notices[0])
    assert f"(net, {period or 'all periods'})" in line
    assert sized(line) == pytest.approx([abs(estimate), *ends, abs(mapped["estimate"])], abs=0.06)
    (said,) = (str(text) for text in adjusted_sentences(uncertainty) if "error-adj" in str(text))
    assert said.startswith(f"{period or 'All periods'}: ")
    half = (drawn["high"] - drawn["low"]) / 2
    off = 10.0 ** (len(str(int(half))) - 2)
    assert sized(said) == pytest.approx([abs(estimate), *ends], abs=off / 2)
    bounds, draws = map(str, interval_notes(uncertainty, "net").notices)
    row = uncertainty.best_row("net")
    assert sized(bounds) == pytest.approx(sorted(abs(row[e]) for e in ("low", "high")), abs=0.06)
    assert sized(draws) == pytest.approx([abs(row["estimate"]), row["sd"] / 40**0.5], abs=0.06)


def test_the_larger_loss_is_the_higher_end_of_a_loss_and_the_lower_of_a_net():
    row = {"low": -5.0, "high": 3.0}
    assert larger_loss_bound("net", row) == -5
    assert larger_loss_bound("loss", row) == 3


def test_released_land_that_counts_as_0_is_told_in_all_and_by_class():
    """Fields and woods have none; 40 ha and 50 ha of them were mined."""
    own = ledger(mine=DisturbingClasses(uncounted=frozenset({"field", "wood"})))
    assert has(
        str(uncounted_reclaimed_sentence(own)),
        *("90.00 ha released", "Wood 50.00 ha", "Field 40.00 ha"),
    )


def test_towns_that_become_sinks_gain_by_all_land_of_that_conversion():
    """None of the 100 ha was mined, so none of what the sample adds was."""
    given, samples = both_samples()
    uncertainty = estimated(given)
    gain = adjusted(uncertainty, STEPS[1].name, item="gain")["approach 1"]["estimate"]
    names, _, counts, mapped = samples[1]
    assert "Town -> Field" in names
    areas = dict(zip(names, hectares_by(mapped, counts)))
    assert gain == pytest.approx(areas["Pit -> Field"] * 22.5 + areas["Pit -> Wood"] * 25)


def test_land_that_only_the_sample_has_does_as_the_ledger_has_it():
    """Wood that was mined in the first period, and pits that became fields."""
    given, samples = both_samples(further=("Wood -> Pit", "Pit -> Field"))
    uncertainty = estimated(given)
    names, _, counts, mapped = samples[0]
    areas = dict(zip(names, hectares_by(mapped, counts)))
    assert mapped[names.index("Wood -> Pit")] == mapped[names.index("Pit -> Field")] == 0
    assert areas["Wood -> Pit"] > 0 < areas["Pit -> Field"]
    loss = adjusted(uncertainty, STEPS[0].name, item="loss")["approach 1"]["estimate"]
    assert loss == pytest.approx(areas["Field -> Pit"] * 90 + areas["Wood -> Pit"] * 100)
    gain = adjusted(uncertainty, STEPS[0].name, item="gain")["approach 1"]["estimate"]
    assert gain == pytest.approx(areas["Pit -> Wood"] * 25 + areas["Pit -> Field"] * 22.5)
    growth = adjusted(uncertainty, STEPS[1].name, item="growth")["approach 1"]["estimate"]
    assert growth == pytest.approx(20 * 100 / 2)


def test_what_decays_goes_by_the_sample_of_its_conversion():
    slow = DENSITIES.replace("pct\n", "pct,soil_half_life\n", 1)
    slow = slow.replace("80,10,0,0", "80,10,0,0,5").replace("70,30,0,0", "70,30,0,0,")
    given, samples = both_samples()
    uncertainty = estimated(given, slow)
    fields = [dict(zip(names, hectares_by(mapped, counts))) for names, _, counts, mapped in samples]
    loss = adjusted(uncertainty, STEPS[1].name, item="loss")["approach 1"]["estimate"]
    assert loss == pytest.approx(
        fields[0]["Field -> Pit"] * 80 * (0.25 - 0.0625) + fields[1]["Wood -> Pit"] * 100
    )
    # With the later sample alone what decays of the first period has none.
    lines = given.rows
    later = [row for row in lines if row["period"] == STEPS[1].name]
    part = type(given)(given.name, given.columns, later)
    uncertainty = estimated(part, slow)
    assert {row["areas"] for row in uncertainty.rows} == {"mapped"}
    uncertainty = estimated(part)
    told = {row["period"] for row in uncertainty.rows if row["areas"] == "adjusted"}
    assert told == {STEPS[1].name}
    line, *_ = headline_notes(uncertainty, "net").notices
    assert "(net, 2000-2010)" in str(line)
    assert adjusted_totals(uncertainty, "net", "N", "N_{}") == {}


def test_several_periods_without_their_names_have_none():
    names, rows, *_ = sample_of(0, None)
    notes = Notes()
    errors = errors_of(shares_table(*rows, names=names), steps=STEPS)
    hectares = [np.zeros((4, 4))] * 2
    assert (
        select_period_samples(errors, list(CLASSES), STEPS, hectares, MINE.is_loss, MINE, notes)
        == [None] * 2
    )
    (line,) = notes.notices
    assert has(str(line), "AREA_ERRORS", "no period", "column period")


def test_periods_differ_by_what_they_do_not_share():
    """A half-width of a density moves both sides: 10 % of the difference, per year."""
    half_widths = DENSITIES.replace("80,10,0,0", "80,10,20,0").replace("70,30,0,0", "70,30,0,0")
    uncertainty = ledger(half_widths).uncertainty(None, UncertaintySettings(draws=4000))
    rows = uncertainty.rows_by_method("loss", "t C per year", "2000-2010 - 1990-2000")
    first, drawn = rows["approach 1"], rows["approach 2"]
    assert first["estimate"] == pytest.approx((50 * 100 - 100 * 90) / 10)
    # The soil of 100 ha of fields less that of none, 20 % of it.
    assert first["half_width"] == pytest.approx(0.2 * 100 * 80 / 10)
    assert drawn["sd"] == pytest.approx(first["sd"], rel=0.05)
    assert {row["measure"] for row in uncertainty.rows} == {"t C", "t CO2", "t C per year"}
    (line,) = (str(n) for n in difference_notes(uncertainty, "loss").notices)
    assert has(line, "2000-2010 - 1990-2000: difference in annual loss: decrease of 400 t C")
    assert "not significant" not in line
    wide = DENSITIES.replace("80,10,0,0", "80,10,90,0")
    uncertainty = ledger(wide).uncertainty(None, UncertaintySettings(draws=0, level=99))
    (line,) = (str(n) for n in difference_notes(uncertainty, "loss").notices)
    assert line.endswith("), not significant.")


@pytest.mark.parametrize("right", [37, 40])
def test_differences_have_no_bounds_that_two_samples_do_not_tell(right):
    """Where all points of both agree with their maps nobody knows whether periods differ."""
    half_widths = DENSITIES.replace("80,10,0,0", "80,10,20,0")
    given, _ = both_samples(right=right)
    uncertainty = estimated(given, half_widths)
    period = "2000-2010 - 1990-2000"
    assert uncertainty.preferred_row("net", "t C per year", period)["areas"] == "adjusted"
    assert bool(difference_notes(uncertainty, "net").notices) == (right == 37)


@pytest.mark.parametrize("right", [37, 40])
def test_the_same_points_at_all_dates_are_at_most_the_sum_of_the_half_widths(right):
    """Independent samples add up in quadrature; of areas alone, for the densities are certain."""
    given, _ = both_samples(right=right)
    uncertainty = estimated(given, DENSITIES)
    periods = ["", *(step.name for step in STEPS)]
    whole, *halves = (
        uncertainty.rows_by_method("net", period=period, areas="adjusted")["approach 1"][
            "half_width"
        ]
        for period in periods
    )
    lines = [
        str(line)
        for line in interval_width_messages(uncertainty, "net")
        if "same points" in str(line)
    ]
    if right == 40:
        assert lines == []
        return
    assert whole == pytest.approx(np.hypot(*halves))
    assert [float(n.replace(",", "")) for n in re.findall(r"([\d,]+\.\d) t C", lines[0])] == [
        pytest.approx(whole, abs=0.05),
        pytest.approx(sum(halves), abs=0.05),
    ]


WIDER = listed(
    (1, "town", "Town", "built"),
    (2, "field", "Field", "sink"),
    (3, "wood", "Wood", "sink"),
    (4, "pit", "Pit", "mine"),
    (5, "meadow", "Meadow", "sink"),
)
MEADOW = "meadow,60,5,0,0\n"


def by_wider(further: str, densities=DENSITIES):
    given, samples = both_samples(further=(further,))
    own = ledger(densities)
    uncertainty = own.uncertainty(errors_of(given, WIDER, STEPS), UncertaintySettings(draws=0))
    names, _, counts, mapped = samples[0]
    return uncertainty, dict(zip(names, hectares_by(mapped, counts)))


def test_a_class_that_the_run_lacks_counts_by_its_density():
    uncertainty, areas = by_wider("Meadow -> Pit", DENSITIES + MEADOW)
    loss = adjusted(uncertainty, STEPS[0].name, item="loss")["approach 1"]["estimate"]
    assert areas["Meadow -> Pit"] > 0
    assert loss == pytest.approx(areas["Field -> Pit"] * 90 + areas["Meadow -> Pit"] * 65)


def test_its_density_is_needed_only_where_tonnes_go_by_it():
    uncertainty, _ = by_wider("Meadow -> Pit")
    assert {row["areas"] for row in uncertainty.rows} == {"mapped"}
    assert any(has(str(w), "Meadow", "no carbon density") for w in uncertainty.notes.warnings)
    # Towns that became meadows regain nothing that mining took.
    uncertainty, areas = by_wider("Town -> Meadow")
    assert areas["Town -> Meadow"] > 0
    assert adjusted(uncertainty, item="net")


def test_drawn_ages_move_what_the_sample_says_was_regained():
    """Any moment between two dates: stocks rise evenly, so a gain is even from 0 to its most."""
    given, samples = both_samples()
    own = ledger(rule=AgeRule.DRAWN)
    uncertainty = own.uncertainty(errors_of(given, steps=STEPS), UncertaintySettings(draws=20_000))
    names, _, counts, mapped = samples[1]
    areas = dict(zip(names, hectares_by(mapped, counts)))
    most = 0.5 * (90 * areas["Pit -> Field"] + 100 * areas["Pit -> Wood"])
    by_method = adjusted(uncertainty, STEPS[1].name, item="gain")
    # Areas err by the gain of the moment, whose mean square is 4/3 of the square of its mean.
    variance = most**2 / 12 + 4 / 3 * by_method["approach 1: areas"]["sd"] ** 2
    assert by_method["approach 2"]["estimate"] == pytest.approx(most / 2, rel=0.02)
    assert by_method["approach 2"]["sd"] == pytest.approx(variance**0.5, rel=0.02)
    line, *_ = headline_notes(uncertainty, "net").notices
    assert "Not included: recovery curves, loss fractions." in str(line)


def test_bounds_of_loss_fractions_go_by_estimated_areas():
    """Triangular from 0.2 to 0.8 about 0.5, on the soil of fields."""
    header, field, wood = DENSITIES.strip().splitlines()
    columns = "soil_loss_fraction,soil_loss_low,soil_loss_high"
    bounds = f"{header},{columns}\n{field},0.5,0.2,0.8\n{wood},,,\n"
    given, samples = both_samples()
    uncertainty = estimated(given, bounds)
    names, _, counts, mapped = samples[0]
    areas = dict(zip(names, hectares_by(mapped, counts)))
    found = adjusted(uncertainty, STEPS[0].name, item="loss")["approach 1: coefficients"]
    assert found["sd"] == pytest.approx(80 * areas["Field -> Pit"] * 0.3 / 6**0.5)
