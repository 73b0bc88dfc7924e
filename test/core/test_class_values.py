"""Values per hectare: against plain loops over the cells, by hand, and against published ones."""

from collections import defaultdict
from datetime import date
from math import copysign, fsum, isclose
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.results.class_values import (
    ValueResults,
    contribution_checks,
    contribution_rows,
    create_value_rasters,
    raster_checks,
    total_rows,
    value_change_rows,
    value_checks,
)
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.cell_raster import NODATA, round_significant, value_colours
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.table import Table
from carbon_zones.core.scheme.values_per_hectare import (
    assign_class_values,
    check_class_values,
    log_unmatched_values,
    parse_value_table,
)
from carbon_zones.test.core.histories import LAND, NAMES, Land, lands
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import (
    attribute_table,
    cube_of,
    examples,
    listed,
    memory_folder,
    table,
)
from carbon_zones.test.helpers import read_raster

NAMED = ("service", "carbon")


def matched(text: str, classes: Classes, place: int = 0):
    """The values of a table given as text, by class, and what was noted."""
    notes = Notes()
    return assign_class_values(
        parse_value_table(table("VALUES", text)), place, classes, notes
    ), notes


def said(notes: Notes) -> list[str]:
    return [str(note) for note in notes.notices + notes.warnings]


numbers = st.one_of(
    st.integers(-1000, 1000),
    st.floats(-1e6, 1e6).map(lambda value: float(f"{value:.9g}") if abs(value) > 1e-30 else 0),
    st.sampled_from([0, 1 / 3, 1e12, -1e12, 1e-9, NODATA]),
)


@st.composite
def value_tables(draw):
    """Two values of some of the classes of LAND, and of the value 9 that nobody names."""
    keys = [key for key, _ in LAND.values()] + ["9"]
    chosen = draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    return {key: (draw(numbers), draw(numbers)) for key in chosen}


def as_table(values: dict) -> Table:
    rows = [{"class": key, **dict(zip(NAMED, pair))} for key, pair in values.items()]
    return Table("VALUES", ("class", *NAMED), rows)


def run_on(land, values: dict, place: int, folder, out, drafts):
    writer = RasterWriter(land.open(folder), drafts)
    series = writer.series
    own = assign_class_values(parse_value_table(as_table(values)), place, series.classes, Notes())
    spans = create_periods(series.dates)
    rasters = create_value_rasters(writer, str(out / "change.tif"), str(out), spans[-1], own)
    cells = max(1, series.window.cell_count // land.pieces)
    made = [*rasters.densities, rasters.change]
    census = count_series(series, spans, made, workers=land.workers, cells=cells)
    return series, spans, census, own, rasters


def value_of(values: dict, cell: int, column: int) -> float:
    key = LAND[cell][0] if cell in LAND else str(cell)
    return float(values.get(key, (0, 0))[column])


@examples(100)
@given(land=lands(most_dates=4), values=value_tables(), place=st.sampled_from([0, 1]))
def test_tables_and_rasters_equal_a_plain_loop(tmp_path_factory, land, values, place):
    out = tmp_path_factory.mktemp("rasters")
    with memory_folder() as folder, Drafts() as drafts:
        series, spans, census, own, rasters = run_on(land, values, place, folder, out, drafts)
        hectares = land.hectares(series)
        results = ValueResults(series, census, own, rasters)
        raise_failed_check(results.consistency_checks)
        drafts.commit_drafts()
    areas = defaultdict(list)
    for cell, held in land.cells.items():
        areas[held].append(float(hectares[cell]))
    areas = {held: fsum(own) for held, own in areas.items()}
    check_totals(land, values, areas, results.totals)
    check_changes(land, values, areas, spans, results.value_changes, results.contributions)
    check_rasters(land, values, place, hectares, out, results.totals)


def check_totals(land, values, areas, totals):
    """`areas` are hectares by what land was at all dates."""
    sums = defaultdict(float)
    for held, area in areas.items():
        for label, value in zip(land.labels, held):
            sums[label, value] += area
    there = {value for held in areas for value in held}
    expected = {
        (label, name, NAMES[value]): (sums[label, value], value_of(values, value, column))
        for label in land.labels
        for column, name in enumerate(NAMED)
        for value in there
    }
    found = {(r["year"], r["value_name"], r["class"]): list(r.values())[3:] for r in totals}
    assert len(found) == len(totals)
    assert found == {
        key: [pytest.approx(area, rel=1e-9), per_ha, pytest.approx(area * per_ha, rel=1e-9)]
        for key, (area, per_ha) in expected.items()
    }


def check_changes(land, values, areas, spans, changes, parts):
    for span in spans:
        for column, name in enumerate(NAMED):
            gains = defaultdict(list)
            before, after = [], []
            for held, area in areas.items():
                one, other = held[span.earlier], held[span.later]
                old, new = (value_of(values, v, column) * area for v in (one, other))
                before.append(old)
                after.append(new)
                if one != other:
                    gains[NAMES[one], NAMES[other]].append(new - old)
            scale = fsum(map(abs, before + after))
            (row,) = (r for r in changes if (r["period"], r["value_name"]) == (span.name, name))
            years = land.years[span.later] - land.years[span.earlier]
            change = fsum(after) - fsum(before)
            near = {"rel": 1e-9, "abs": 1e-12 * scale}
            assert row["years"] == years
            columns = ("before", "after", "change", "change_per_year")
            wanted = (fsum(before), fsum(after), change, change / years)
            assert tuple(row[c] for c in columns) == pytest.approx(wanted, **near)
            if row["before"]:
                # Of a debt that halves, 50 % and not -50 %.
                sign = copysign(1, row["change"])
                per_cent = sign * abs(100 * row["change"] / row["before"])
                assert row["change_pct"] == pytest.approx(per_cent, rel=1e-12)
            else:
                assert row["change_pct"] is None
            own = [r for r in parts if (r["period"], r["value_name"]) == (span.name, name)]
            assert {(r["from_class"], r["to_class"]) for r in own} == set(gains)
            sums = {pair: fsum(some) for pair, some in gains.items()}
            whole = fsum(map(abs, sums.values()))
            for r in own:
                amount = sums[r["from_class"], r["to_class"]]
                assert r["change"] == pytest.approx(amount, **near)
                if r["contribution_pct"] is not None:
                    share = r["contribution_pct"] * whole / 100
                    assert share == pytest.approx(amount, **near)
            sizes = [abs(r["change"]) for r in own]
            assert sizes == sorted(sizes, reverse=True)
            shares = [abs(r["contribution_pct"]) for r in own if r["contribution_pct"] is not None]
            assert not shares or fsum(shares) == pytest.approx(100, rel=1e-12)


def check_rasters(land, values, place, hectares, out, totals):
    change, cells = read_raster(out / "change.tif"), land.cells
    for number, label in enumerate(land.labels):
        shown = read_raster(out / f"density_{label}.tif")
        for cell in np.ndindex(shown.shape):
            if cell not in cells:
                assert shown[cell] == NODATA
                continue
            held = cells[cell]
            assert shown[cell] != NODATA
            value = value_of(values, held[number], place)
            assert isclose(shown[cell], value, rel_tol=1e-11)
        counts = shown != NODATA
        whole = fsum((shown[counts] * hectares[counts]).tolist())
        rows = [r["total"] for r in totals if (r["year"], r["value_name"]) == (label, NAMED[place])]
        assert whole == pytest.approx(fsum(rows), rel=1e-9, abs=1e-9 * fsum(map(abs, rows)))
        legend = attribute_table(out / f"density_{label}.tif")
        there = sorted(set(shown[counts].tolist()))
        # By these texts QGIS finds the colours of the cells.
        assert [float(row["Value"]) for row in legend] == pytest.approx(there, rel=1e-14)
        assert sum(int(float(row["Cells"])) for row in legend) == counts.sum()
    for cell in np.ndindex(change.shape):
        if cell in cells:
            one, other = cells[cell][0], cells[cell][-1]
            more = value_of(values, other, place) - value_of(values, one, place)
            assert isclose(change[cell], more, rel_tol=1e-11)
        else:
            assert change[cell] == NODATA


THREE = {"field": (10, 1), "wood": (-25, 3), "pit": (4, 0)}

SMALL = Land(
    [np.array([[1, 2, 1], [5, 2, 0]], np.uint8), np.array([[2, 5, 1], [5, 2, 1]], np.uint8)],
    layout=(),
    place="metres",
    pieces=1,
    workers=1,
)


def test_what_does_not_agree_is_noticed(tmp_path):
    with memory_folder() as folder, Drafts() as drafts:
        series, _, census, own, rasters = run_on(SMALL, THREE, 0, folder, tmp_path, drafts)
    totals = total_rows(series.dates, census, own)
    changes = value_change_rows(series.dates, census, own)

    def unmet(totals, changes):
        return sum(not c.is_met for c in value_checks(series.dates, census, own, totals, changes))

    assert unmet(totals, changes) == 0
    for place, row in enumerate(totals):
        if row["total"]:
            worse = [*totals]
            worse[place] = {**row, "total": row["total"] * (1 + 1e-6)}
            assert unmet(worse, changes) >= 1, row
    for place, row in enumerate(changes):
        for column in ("before", "after", "change"):
            worse = [*changes]
            worse[place] = {**row, column: row[column] * (1 + 1e-6)}
            assert unmet(totals, worse) == 1, (row, column)
    for raster in (*rasters.densities, rasters.change):
        amounts = raster.value_totals()
        assert {amount > 0 for amount in amounts if amount} == {True, False}
        assert [c.is_met for c in raster_checks("", "", raster, amounts)] == [True, True]
        above = [a * (1 + 1e-6) if a > 0 else a for a in amounts]
        below = [a * (1 + 1e-6) if a < 0 else a for a in amounts]
        assert [c.is_met for c in raster_checks("", "", raster, above)] == [False, True]
        assert [c.is_met for c in raster_checks("", "", raster, below)] == [True, False]


def test_all_that_must_agree_is_looked_at(tmp_path):
    """Rasters among it, which stand for the tables where they are written."""
    with memory_folder() as folder, Drafts() as drafts:
        series, _, census, own, rasters = run_on(SMALL, THREE, 0, folder, tmp_path, drafts)
    results, bare = ValueResults(series, census, own, rasters), ValueResults(series, census, own)
    written = [c for c in results.consistency_checks if "sum of value × area" in c.check_text]
    # Of two dates and their change, what is above 0 and what is below.
    assert len(written) == 6
    assert len(results.consistency_checks) == len(bare.consistency_checks) + 6
    raise_failed_check(results.consistency_checks)
    results.totals["total"][0] *= 1 + 1e-6
    with pytest.raises(DataError, match="consistency check failed"):
        raise_failed_check(ValueResults.consistency_checks.func(results))


def test_legends_tell_what_a_value_stands_for(tmp_path):
    values = {"field": (10.5, 0), "wood": (-25, 0), "pit": (10.5, 0)}
    with memory_folder() as folder, Drafts() as drafts:
        run_on(SMALL, values, 0, folder, tmp_path, drafts)
        drafts.commit_drafts()
    first = attribute_table(tmp_path / "density_1986.tif")
    assert [row["Name"] for row in first] == ["Wood, -25", "Field, Pit, 10.5"]
    assert [float(row["Cells"]) for row in first] == [2, 3]
    assert [float(row["Total"]) for row in first] == pytest.approx(
        [-25 * 2 * 0.1024, 10.5 * 3 * 0.1024]
    )
    change = attribute_table(tmp_path / "change.tif")
    assert [row["Name"] for row in change] == ["-35.5", "No change", "+35.5"]
    assert [float(row["Cells"]) for row in change] == [1, 3, 1]


def test_classes_that_turn_up_while_a_block_is_at_work_are_not_its_own(tmp_path):
    with memory_folder() as folder, Drafts() as drafts:
        writer = RasterWriter(SMALL.open(folder), drafts)
        values, _ = matched("class,x\nfield,1\nwood,2\n77,9", writer.series.classes)
        span = create_periods(writer.series.dates)[-1]
        raster, _ = create_value_rasters(writer, "", str(tmp_path), span, values).densities
        codes = np.array([0, FIRST_CLASS_CODE, FIRST_CLASS_CODE + 1])
        held = list(writer.series.classes)
        block = SimpleNamespace(
            n_codes=len(held) + FIRST_CLASS_CODE, classes=held, codes=[codes], valid=None
        )
        assert raster.compute_values(block).tolist() == [0, 1, 2]
        writer.series.classes.add_unnamed_value(77)
        assert raster.compute_values(block).tolist() == [0, 1, 2]


def test_a_date_shows_until_the_next_one(tmp_path):
    with memory_folder() as folder, Drafts() as drafts:
        writer = RasterWriter(SMALL.open(folder), drafts)
        values, _ = matched("class,x\nfield,1", writer.series.classes)
        spans = create_periods(writer.series.dates)
        made = create_value_rasters(writer, "", str(tmp_path), spans[-1], values).densities
        shown = [writer.periods[raster.tiff.path].date_range for raster in made]
    assert shown == [(date(1986, 1, 1), date(1989, 12, 31)), None]


CLASSES = listed((1, "field"), (2, "wood"), (3, "pit"))
BY_HAND = "class,stock\nfield,10\nwood,25"


def test_contributions_that_are_not_the_change_do_not_close():
    """And where nothing changes, nothing contributes."""
    values, _ = matched("class,stock\nfield,10\nwood,10", CLASSES)
    (row,) = contribution_rows(cube_of(CLASSES, [[5, 3, 0], [0, 6, 0], [0, 0, 1]]), values)
    assert (row["change"], row["contribution_pct"]) == (0, None)
    (check,) = contribution_checks([row], {("0-1", "stock"): 0.0})
    assert check.is_met
    values, _ = matched(BY_HAND, CLASSES)
    rows = contribution_rows(cube_of(CLASSES, [[5, 10, 0], [0, 6, 4], [2, 0, 1]]), values)
    assert all(check.is_met for check in contribution_checks(rows, {("0-1", "stock"): 70.0}))
    wrong = contribution_checks(rows[:-1], {("0-1", "stock"): 70.0})
    assert [check.is_met for check in wrong] == [False, False]


def test_the_default_values_are_the_default_coefficients():
    values, coefficients = load_default_table("values.csv"), load_default_table("coefficients.csv")
    shared = [{column: row[column] for column in values.columns} for row in coefficients.rows]
    assert (values.columns, values.rows) == (coefficients.columns[:4], shared)
    assert parse_value_table(values).names == ("soil_tc_per_ha", "vegetation_tc_per_ha")


def test_classes_by_key_name_or_value():
    classes = listed((1, "field", "Arable land"), (2, "wood"))
    values, _ = matched("class,x\n ARABLE land ,1\nwood,2\n9,3\n-4,5", classes)
    unnamed = [LandClass(n, str(n), str(n), listed=False) for n in (9, -4, 7)]
    found = values.values_per_hectare([*classes, *unnamed])
    assert found.tolist() == [[1], [2], [3], [5], [0]]
    assert [values.has_class(c) for c in (*classes, *unnamed)] == [True, True, True, True, False]


def test_a_number_that_is_the_key_of_a_class_is_not_a_value():
    classes = listed((3, "9", "nine"))
    values, _ = matched("class,x\n9,1", classes)
    stranger = LandClass(9, "9", "9", listed=False)
    assert values.values_per_hectare([classes[0], stranger]).tolist() == [[1], [0]]


def test_columns_that_are_no_values():
    text = "fid,class,name,x,source,y,note\n1,field,Field,1,here,-2.5,\n2,wood,Wood,3,there,4,n/a"
    values, notes = matched(text, CLASSES)
    assert values.names == ("x", "y")
    assert said(notes) == [
        "VALUES: non-numeric columns ignored: name, note.",
        "VALUES: source of the values: here, there.",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("land,x\nfield,1", "VALUES: no column 'class'"),
        ("class,x", "VALUES is empty"),
        ("class,x\nfield,a lot", "VALUES: no numeric column; columns: 'class', 'x'"),
        ("class,x,x\nfield,1,2", "VALUES: duplicate column 'x'"),
        ("class,x\nfield,1\nwood,", "VALUES row 2: column 'x' is empty"),
        ("class,x\nfield,1\nwood,2 t", "VALUES, row 2: column 'x': '2 t' is not a number"),
        ("class,x\nfield,1\nwood,1.1e12", "VALUES, row 2: column 'x' (1.1e12) is outside the"),
        ("class,x\nfield,1\nwood,-1.1e12", "VALUES, row 2: column 'x' (-1.1e12) is outside the"),
        ("class,x\n,1", "VALUES row 1: column 'class' is empty"),
        ("class,x\nfeild,1\nwood,2\nwod,3", "class 'feild' (row 1), unknown class 'wod' (row 3); "),
        ("class,x\nfield,1\nFIELD,1", "VALUES, row 2: class 'FIELD' duplicates row 1"),
        ("class,x\n7,1\n07,1", "VALUES, row 2: class '07' duplicates row 1"),
    ],
)
def test_tables_that_cannot_be_right(text, words):
    assert has(refused(matched, text, CLASSES), "VALUES", words.removeprefix("VALUES"))


def test_default_rows_on_classes_that_the_run_lacks_are_noted():
    notes = Notes()
    values = assign_class_values(
        parse_value_table(load_default_table("values.csv")), 0, listed((1, "grass")), notes
    )
    assert values.values_per_hectare(listed((1, "grass"))).tolist() == [[88.35, 6.398]]
    assert has(said(notes)[0], "values.csv", "classes not in this run: arable, forest.")


def test_values_of_none_of_the_classes_are_refused():
    values, given_table = matched("class,x\n5,1", CLASSES)[0], table("VALUES", "class,x\n5,1")
    assert has(
        refused(check_class_values, values, given_table, list(CLASSES)), "no row", "field, wood"
    )
    check_class_values(values, given_table, [*CLASSES, LandClass(5, "5", "5", listed=False)])


def test_what_counts_0_and_what_is_of_no_use_is_named():
    given_table = table("VALUES", "class,x\nfield,1\n10,1\n9,1")
    values, notes = matched("class,x\nfield,1\n10,1\n9,1", CLASSES)[0], Notes()
    found = [CLASSES[0], CLASSES[2], LandClass(7, "7", "7", listed=False)]
    log_unmatched_values(values, given_table, found, notes)
    assert said(notes) == [
        "VALUES: no rows for these classes, counted as 0: pit, 7.",
        "VALUES: rows ignored; no valid cell has the values 9, 10.",
    ]
    notes = Notes()
    log_unmatched_values(matched(BY_HAND, CLASSES)[0], given_table, list(CLASSES)[:2], notes)
    assert said(notes) == []


def test_the_column_that_rasters_show():
    values = parse_value_table(table("VALUES", "class,soil,service\nfield,1,2"))
    assert [values.value_index(text) for text in ("", " ", "soil", " SERVICE ")] == [0, 0, 0, 1]
    with pytest.raises(
        DataError, match=r"COLUMN: VALUES .*'source'; numeric columns: 'soil', 'service'"
    ):
        values.value_index("source")


def test_values_are_written_to_twelve_digits_and_never_as_no_data():
    found = round_significant(np.array([[92.67 - 82.11, 1 / 3], [NODATA, -0.0]]))
    assert found[0].tolist() == [10.56, 0.333333333333]
    assert found[1, 0] != NODATA
    assert found[1, 0] == pytest.approx(NODATA, rel=1e-15)


def test_colours_are_darker_away_from_0():
    colours = value_colours([-2.0, -1.0, 0.0, 3.0])
    brightness = {v: sum(bytes.fromhex(c[1:])) for v, c in colours.items()}
    assert brightness[-2.0] < brightness[-1.0] < brightness[0.0]
    assert brightness[3.0] < brightness[0.0]
    assert len(set(colours.values())) == 4
