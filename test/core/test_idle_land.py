"""Idle land by plain loops: the last columns of PRIORITIES, IDLE_AREAS, and one date more."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from osgeo import ogr

from carbon_zones.core.base.dates import Date, create_periods
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scan.units import PolygonUnits
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.study import idle_areas as module
from carbon_zones.core.study.idle_areas import IdleSpanCollector, rank_idle_areas
from carbon_zones.core.study.idle_land import IdleRule
from carbon_zones.core.study.priorities import MinedSquares, rank_priorities
from carbon_zones.test.core.histories import ENTRIES, NAMES, Land, lands
from carbon_zones.test.core.idle_oracle import Mine, state
from carbon_zones.test.core.passes import PART, wkb
from carbon_zones.test.core.support import examples, memory_folder
from carbon_zones.test.core.test_change_years import with_years
from carbon_zones.test.core.test_ledger import MINE, TERMS_OF_CLASSES, coefficients_of

RULE = IdleRule()
NUMBERS = ("uptake_20y_tc", "uptake_as_returned_20y_tc")


def agree(found, mine) -> None:
    """That the rows are those of the loop, and ranks what follows from them."""
    sums = mine.rows()
    assert {row["unit"] for row in found.rows} == set(sums)
    known = {"uptake_20y_tc": mine.known, "uptake_as_returned_20y_tc": mine.back[None]}
    known["uptake_as_returned_20y_tc"] = known["uptake_as_returned_20y_tc"] or mine.as_taken
    for row in found.rows:
        own = sums[row["unit"]]
        for column in ("idle_ha", "recent_ha", "undated_ha", *NUMBERS):
            if column in known and not known[column]:
                assert row[column] is None
            else:
                assert row[column] == pytest.approx(own[column], rel=1e-9, abs=1e-6), column
    by_uptake = bool(known["uptake_20y_tc"])
    top = max([1.0, *(abs(own["uptake_20y_tc"]) for own in sums.values())])
    keys = {
        unit: (round(own["uptake_20y_tc"] / top, 9) * by_uptake, round(own["idle_ha"], 6))
        for unit, own in sums.items()
    }
    for row in found.rows:
        assert row["rank"] == 1 + sum(key > keys[row["unit"]] for key in keys.values())


def areas_agree(found, mine, least_ha, series) -> None:
    """That the areas are those of the loop: rows, points, and shapes with the same cells."""
    wanted, small = mine.areas(least_ha)
    raise_failed_check(found.consistency_checks("span", sum(a["area_ha"] for a in wanted) + small))
    assert found.patches.small_ha == pytest.approx(small)
    assert len(found.rows) == len(wanted)
    x, dx, _, y, _, dy = series.grid.transform
    there = series.grid.geographic_transformation()
    by_cell = {spot: area for area in wanted for spot in area["cells"]}
    seen = []
    for row, patch in zip(found.rows, found.order):
        place = tuple(found.patches.positions[patch])
        area = by_cell[place]
        seen.append(id(area))
        for column in ("unit", "since", "since_first", "idle_at_least"):
            assert row[column] == area[column], column
        assert row["class"] == NAMES[area["class"]]
        assert row["area_ha"] == pytest.approx(area["area_ha"])
        best = max(area["before"].values())
        names = {NAMES.get(v) for v, ha in area["before"].items() if ha == pytest.approx(best)}
        assert row["class_before"] in names
        if mine.known:
            assert row["uptake_20y_tc"] == pytest.approx(area["uptake_20y_tc"], abs=1e-6)
        longitude, latitude, _ = there.TransformPoint(
            x + (place[1] + 0.5) * dx, y + (place[0] + 0.5) * dy
        )
        assert (row["longitude"], row["latitude"]) == pytest.approx((longitude, latitude))
        shape = ogr.CreateGeometryFromWkb(found.patches.outline_wkb(patch))
        assert shape.GetGeometryType() == ogr.wkbMultiPolygon
        assert shape.IsValid()
        assert shape.GetArea() == pytest.approx(len(area["cells"]) * abs(dx * dy))
        for r, c in area["cells"]:
            centre = ogr.Geometry(ogr.wkbPoint)
            centre.AddPoint_2D(x + (c + 0.5) * dx, y + (r + 0.5) * dy)
            assert shape.Contains(centre)
    assert len({*seen}) == len(wanted)
    ranks = found.rows["rank"].tolist()
    assert ranks == sorted(ranks)


# What classes hold nothing.
BARE = {n: {"soil_tc_per_ha": 0, "vegetation_tc_per_ha": 0} for n in (1, 2, 3)}


# Soil and vegetation of fields, woods and meadows, of which some is stored.
STORED = {
    value: {
        "soil_tc_per_ha": 40.0 * value,
        "vegetation_tc_per_ha": 5.0 * value,
        "soil_loss_fraction": 0.1 * value,
        "vegetation_curve": "rates",
        "vegetation_rates": "10:2;25:1;:0.2",
    }
    for value in (1, 2, 3)
}
TWICE = Land([np.full((4, 10), v, np.uint8) for v in (1, 5, 1, 5, 5, 5)], (), "metres", 2, 1)


@examples(120)
@given(
    lands(6),
    TERMS_OF_CLASSES,
    st.sampled_from([1, 4, 5, 9, 18]),
    st.sampled_from([0.0, 0.3, 1.0, 200_000.0]),
    st.sampled_from([1, 8, 1 << 20]),
    st.one_of(st.none(), st.integers(2, 9)),
    st.sampled_from([set(), set(), {0}, {1}, {0, 1}]),
)
@example(
    Land([np.full((1, 3), 5, np.uint8)] * 2, (), "metres", 2, 1), BARE, 1, 0.3, 1, None, set()
).via("a last row that is read in two parts")
@example(
    Land([np.array([[5, 1, 5]] * 2, np.uint8)] * 2, (), "metres", 2, 1),
    *(BARE, 1, 0.0, 1 << 20, None, set()),
).via("labels of joined patches, which have no land")
@example(
    Land([np.full((1, 3), 5, np.uint8)] * 2, (), "metres", 2, 1), BARE, 1, 0.3, 1, None, {1}
).via("rasters of years, and no land that changed")
@example(TWICE, STORED, 4, 0.0, 1 << 20, 3, {1}).via("areas of land mined twice, by recovery")
def test_idle_land_is_that_of_a_plain_loop(land, terms, years, least_ha, spans, stripe, dated):
    """By squares, and by units that are stripes of columns, some of the land in none.

    `dated`: whether there are rasters of years of disturbance, 0, and of recovery, 1.
    """
    rule, changed_in = IdleRule(years, least_ha), [None, None]
    with memory_folder() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MIN_SPANS_TO_MERGE", spans)
        series = land.open(folder)
        hectares = land.hectares(series)
        stored, random = {}, np.random.default_rng(years)
        for kind in dated:
            cells = random.integers(land.years[0], land.years[-1] + 1, land.dates[0].shape)
            changed_in[kind] = {spot: int(year) for spot, year in np.ndenumerate(cells)}
            stored[kind] = (cells, (np.uint16, None, 0))
        if stored:
            with_years(series, folder, stored)
        squares, units = MinedSquares(series, MINE), None
        if stripe is not None:
            high, wide = land.dates[0].shape
            named = [
                (f"{n}", wkb(series.grid, [_box(n, n + stripe - 1, high)]))
                for n in range(0, wide, stripe)
            ]
            units, squares = PolygonUnits("units", named, series.grid), None
        idle, all_dates = (
            IdleSpanCollector(series, MINE, rule, units, squares),
            CombinationCounter(series),
        )
        consumers = [c for c in (squares, all_dates, idle) if c is not None]
        cells = max(1, series.window.cell_count // land.pieces)
        census = count_series(
            series,
            create_periods(series.dates),
            consumers,
            workers=land.workers,
            cells=cells,
            units=units,
        )
    mined = MinedLand(all_dates.table, series.dates, series.classes, MINE)
    if not mined.sum_hectares(mined.first_mined_dates > 0):
        assert idle.make_patches([]).size == 0
        return
    ledger = Ledger(mined, coefficients_of(terms), AgeRule.MID)
    if units is None:
        names, table, shown = squares.names, squares.table, squares.squares
    else:
        names, table, shown = census.units.names, census.units.table, None

    def unit_of(row, column) -> str:
        if shown is not None:
            return shown.square_name(shown.rows[row], shown.columns[column])
        first = column // stripe * stripe
        return str(first) if column < first + stripe - 1 else "(outside)"

    patches = idle.make_patches(names)
    places = patches.largest_area_positions(len(names))
    found = rank_priorities(mined, ledger, names, table, shown, rule, places)
    raise_failed_check(found.consistency_checks("span"))
    mine = Mine(land, hectares, terms, unit_of, years, *changed_in)
    agree(found, mine)
    areas = rank_idle_areas(patches, ledger, found)
    areas_agree(areas, mine, least_ha, series)
    for row in found.rows:
        own = [a for a in areas.rows if a["unit"] == row["unit"]]
        best = max((a["area_ha"] for a in own), default=0.0)
        at = {(a["longitude"], a["latitude"]) for a in own if a["area_ha"] >= best * (1 - 1e-9)}
        assert (row["longitude"], row["latitude"]) in (at or {(None, None)})


def _box(first, last, high) -> list[tuple[int, int]]:
    corners = [(first, 0), (last, 0), (last, high), (first, high)]
    return [(PART * across, PART * down) for across, down in corners]


def rows_of(classes, hectares, units, years, rule=RULE, terms=None, changed_in=None):
    """PRIORITIES of cells that are a row of the count each.

    Args:
        classes: values by cell and date; units: the index of each cell's unit.
        changed_in: years of disturbance and of recovery by cell.
    """
    entries = Classes([land_class for _, land_class in ENTRIES])
    by_value = {value: index for index, (value, _) in enumerate(ENTRIES)}
    table = CombinationTable(
        np.array(units, np.int64),
        np.array([[by_value[value] for value in values] for values in classes], np.uint16),
        np.ones(len(units), np.int64),
        np.array(hectares, np.float64),
        None if changed_in is None else np.array(changed_in, np.uint16),
    )
    dates = [Date(str(year), f"land_{year}") for year in years]
    land = MinedLand(table, dates, entries, MINE)
    own = terms or {
        value: {"soil_tc_per_ha": 50 * value, "vegetation_tc_per_ha": value} for value in (1, 2, 3)
    }
    # The run counts land in the order of its classes and years, whatever its unit.
    by_class = np.lexsort([*(() if table.years is None else table.years.T), *table.classes.T])
    of_run = replace(land, table=table.select_rows(by_class))
    ledger = Ledger(of_run, coefficients_of(own), AgeRule.MID)
    names = [f"unit {n}" for n in range(max(units) + 1)]
    return rank_priorities(land, ledger, names, table, None, rule)


@pytest.mark.parametrize(
    ("back_ha", "idle_ha", "is_own"),
    [(10, 190, True), (9, 50, False), (20, 1000, False), (10, 191, False), (9, 1000, False)],
)
def test_too_little_reclaimed_land_is_taken_for_that_of_the_run(back_ha, idle_ha, is_own):
    """10 ha and 5 % of the land that was mined, by hand: 10 t C/ha or, as mostly, 100."""
    cells = [[1, 5, 5, 2], [1, 5, 5, 5], [1, 5, 5, 3]]
    terms = {n: {"soil_tc_per_ha": 0, "vegetation_tc_per_ha": 10 ** (n - 1)} for n in (1, 2, 3)}
    found = rows_of(
        *(cells, [back_ha, idle_ha, 1000], [0, 0, 1]), *([1990, 2000, 2010, 2020], RULE, terms)
    )
    (row,) = (row for row in found.rows if row["unit"] == "unit 0")
    of_run = (10 * back_ha + 100 * 1000) / (back_ha + 1000)
    expected = idle_ha * (10 if is_own else of_run)
    assert row["uptake_as_returned_20y_tc"] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("hectares", "second"),
    [((4, 100, 99.5), "unit 2"), ((99.5, 4, 100), "unit 0"), ((4, 98, 100), "")],
)
def test_of_three_units_the_second_may_be_practically_equal(hectares, second):
    found = rows_of([[1, 5, 5, 5]] * 3, hectares, [0, 1, 2], [1990, 2000, 2010, 2020])
    equal = found.practically_equal
    assert (equal[0]["unit"] if equal else "") == second
    if equal:
        assert equal[1] == pytest.approx(0.5)


@st.composite
def longer_series(draw):
    """Cells over four to nine dates, and two sets of these, the second with more of them."""
    size, count = draw(st.integers(4, 30)), draw(st.integers(4, 9))
    random = np.random.default_rng(draw(st.integers(0, 1 << 30)))
    years = [1990 + int(n) for n in np.cumsum(random.integers(1, 7, count))]
    values, share = random.choice([1, 2, 4, 5, 6], (size, 1)), random.choice([0.01, 0.04, 0.3])
    cells = [values]
    for _ in range(count - 1):
        # Land mostly stays what it was.
        changed = random.random((size, 1)) < share
        values = np.where(changed, random.choice([1, 2, 4, 5, 6], (size, 1)), values)
        cells.append(values)
    inner = draw(st.sets(st.integers(1, count - 2), max_size=3))
    more = inner | draw(st.sets(st.integers(1, count - 2), max_size=4))
    few, many = ([0, *sorted(own), count - 1] for own in (inner, more))
    hectares, units = random.integers(1, 40, size), random.integers(0, 3, size)
    return years, np.concatenate(cells, axis=1), hectares, units, few, many


@examples(400)
@given(longer_series(), st.integers(1, 12))
def test_a_date_more_never_makes_recent_land_idle_and_names_no_other_unit(series, least):
    years, cells, hectares, units, few, many = series
    rule = IdleRule(least)
    before, after = (
        [state(values[own].tolist(), [years[n] for n in own], least) for values in cells]
        for own in (few, many)
    )
    for values, then, now in zip(cells, before, after):
        assert (then, now) != ("recent", "idle")
        lost = then == "idle" != now or (then == "undated" and now == "recent")
        if lost:
            # The added dates show another class than the last one's.
            assert any(values[n] != values[-1] for n in {*many} - {*few})
    names = []
    for own, states in ((few, before), (many, after)):
        found = rows_of(cells[:, own].tolist(), hectares, units, [years[n] for n in own], rule)
        for kind in ("idle", "recent", "undated"):
            wanted = sum(area for area, one in zip(hectares, states) if one == kind)
            assert found.whole[f"{kind}_ha"] == pytest.approx(wanted)
        names.append(found.first and found.first["unit"])
    changes = [(np.diff(cells[:, own], axis=1) != 0).sum(axis=1) for own in (few, many)]
    if (changes[0] == changes[1]).all() and names[0] is not None:
        assert names[1] in (names[0], None)


@examples(300)
@given(st.integers(0, 10**6), st.integers(1, 12), st.booleans())
def test_uptake_of_land_mined_twice_is_that_of_a_plain_loop(seed, least, is_dated):
    """Trajectories with years of disturbance and recovery in or out of their periods."""
    random = np.random.default_rng(seed)
    size, dates = int(random.integers(1, 25)), int(random.integers(5, 9))
    years = (1986, 1990, 1995, 2000, 2004, 2009, 2013, 2020)[-dates:]
    # From a sink to a mine and back, and to a mine again that stays; some land is any.
    runs = np.sort(random.integers(1, dates, (size, 3)), axis=1)[..., None] <= np.arange(dates)
    turn = runs.sum(axis=1)
    kinds = random.choice([1, 2, 3], (size, 2)), random.choice([5, 6], (size, 2))
    cells = np.where(turn < 2, kinds[0][:, :1], kinds[0][:, 1:])
    cells = np.where(turn % 2 > 0, np.where(turn > 1, kinds[1][:, 1:], kinds[1][:, :1]), cells)
    is_any = random.random(cells.shape) < random.choice([0.0, 0.1, 0.5])
    cells = np.where(is_any, random.choice([1, 2, 4, 5, 7, 8], cells.shape), cells)
    hectares, units = random.integers(1, 40, size).astype(float), random.integers(0, 3, size)
    changed_in = random.integers(years[0] - 1, years[-1] + 2, (size, 2))
    found = rows_of(
        *(cells.tolist(), hectares, units, years, IdleRule(least), STORED),
        changed_in if is_dated else None,
    )
    spots = [(index, 0) for index in range(size)]
    land = SimpleNamespace(years=years, cells=dict(zip(spots, map(tuple, cells.tolist()))))
    by_spot = [dict(zip(spots, own.tolist())) for own in changed_in.T] if is_dated else []
    mine = Mine(
        land,
        dict(zip(spots, hectares)),
        *(STORED, lambda row, _: f"unit {units[row]}", least, *by_spot),
    )
    agree(found, mine)


def test_land_mined_twice_is_ranked_by_its_years_of_recovery():
    """Two fields, mined, reclaimed and mined again; a fifth of the soil is lost each time.

    Mined first, a hectare keeps 80 of 100 t C. After 0 years as a field it has these, after 9
    years 80 + 20 x 9/20 = 89, of which 64 and 71.2 are kept. 20 years as a field give 36 and
    28.8 t C: 3,600 of 100 ha, 3,456 of 120 ha.
    """
    terms = {1: {"soil_tc_per_ha": 100, "vegetation_tc_per_ha": 0, "soil_loss_fraction": 0.2}}
    cells, years = [(1, 5, 1, 5, 5)] * 2, (1990, 2000, 2010, 2014, 2020)
    changed_in = [(0, 2010), (0, 2001)]
    found = rows_of(cells, [100, 120], [0, 1], years, RULE, terms, changed_in)
    uptake = {row["unit"]: (row["uptake_20y_tc"], row["rank"]) for row in found.rows}
    assert uptake == {"unit 0": (pytest.approx(3600), 1), "unit 1": (pytest.approx(3456), 2)}


def test_bounds_are_those_of_draws_of_another_program():
    """Two units of fields and woods, mined in 2000; four fifths of the soil is stored."""
    terms = {
        1: {"soil_tc_per_ha": 80, "vegetation_tc_per_ha": 5},
        2: {"soil_tc_per_ha": 90, "vegetation_tc_per_ha": 90, "vegetation_curve": "rates"},
        3: {"soil_tc_per_ha": 70, "vegetation_tc_per_ha": 6},
    }
    terms[2] |= {"vegetation_rates": "10:1.5;:2.5", "vegetation_rate_u95_pct": 40}
    for value, own in terms.items():
        own |= {"soil_loss_fraction": 0.2, "u95_soil_pct": 20 + value, "u95_vegetation_pct": 35}
    cells = [(1, 5, 5), (2, 5, 5), (1, 6, 6), (5, 5, 5), (3, 5, 3)]
    hectares, units = [10.0, 20.0, 30.0, 40.0, 50.0], [0, 0, 1, 0, 1]
    found = rows_of(cells, hectares, units, (1990, 2000, 2010), RULE, terms)
    random, draws = np.random.default_rng(1), 400_000

    def normal(value, u95_pct):
        return value * (1 + u95_pct / 100 / 1.959964 * random.standard_normal(draws))

    soil = {
        value: normal(own["soil_tc_per_ha"], own["u95_soil_pct"]) for value, own in terms.items()
    }
    green = {value: normal(own["vegetation_tc_per_ha"], 35) for value, own in terms.items()}
    rate = normal(1.0, 40)
    # Soil is whole again after 20 years, of which a fifth is new; woods grow by rates.
    grown = {1: green[1], 3: green[3], 2: np.minimum(green[2], rate * (10 * 1.5 + 10 * 2.5))}
    a_hectare = {value: 0.2 * soil[value] + grown[value] for value in terms}
    # What was mined at the first date has nothing stored, and is a third field, two thirds wood.
    unknown = (soil[1] + grown[1]) / 3 + 2 * (soil[2] + grown[2]) / 3
    sums = {
        "unit 0": 10 * a_hectare[1] + 20 * a_hectare[2] + 40 * unknown,
        "unit 1": 30 * a_hectare[1],
    }
    sums["(all)"] = sums["unit 0"] + sums["unit 1"]
    for row in (*found.rows, found.whole):
        drawn = sums[row["unit"]]
        low, high = np.quantile(drawn, [0.025, 0.975])
        within = 0.03 * (high - low) / 2
        assert row["uptake_20y_tc"] == pytest.approx(np.mean(drawn), abs=within)
        assert row["uptake_low_tc"] == pytest.approx(low, abs=within), row["unit"]
        assert row["uptake_high_tc"] == pytest.approx(high, abs=within), row["unit"]
