"""Trajectories, numbers of changes and last changes: against plain loops over the cells. Rules on
suspicious trajectories: against a plain loop over cells, and by hand."""

import math
from collections import Counter, defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Date, create_periods, get_date_values
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.results import trajectories
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.trajectories import (
    ChangeCountRaster,
    ImplausibleChangeRaster,
    ImplausibleChanges,
    LastChangeRaster,
    TrajectoryRows,
    areas_by_change_count,
    change_count_checks,
    change_count_rows,
    class_columns,
    implausible_change_checks,
    last_change_notes,
    last_change_raster_checks,
    trajectory_checks,
    trajectory_fields,
)
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.implausible_rules import (
    check_applicable_rule,
    count_dates_before_opening,
    parse_suspect_rules,
)
from carbon_zones.test.core.histories import ENTRIES, LAND, NAMES, STRANGE, lands, series_by_hand
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import (
    attribute_table,
    dated,
    examples,
    inputs,
    listed,
    memory_folder,
    table,
)
from carbon_zones.test.helpers import read_raster, write_raster

ORDER = [NAMES[value] for value in sorted(NAMES)]


def counted(folder, land, out, drafts):
    writer = RasterWriter(land.open(folder), drafts)
    series, spans = writer.series, create_periods(writer.series.dates)
    counter = CombinationCounter(series)
    times = ChangeCountRaster(writer, out / "times.tif", spans[-1])
    last = LastChangeRaster(writer, out / "last.tif", spans[-1])
    cells = max(1, series.window.cell_count // land.pieces)
    census = count_series(series, spans, [counter, times, last], workers=land.workers, cells=cells)
    return series, counter.table, census, times, last


@examples(150)
@given(land=lands())
def test_tables_and_rasters_equal_a_plain_loop_over_cells(tmp_path_factory, land):
    out = tmp_path_factory.mktemp("rasters")
    cells, areas = Counter(), defaultdict(list)
    by_times, times_areas = Counter(), defaultdict(list)
    rows, columns = land.dates[0].shape
    times = [[255] * columns for _ in range(rows)]
    last = [[0] * columns for _ in range(rows)]
    with memory_folder() as folder, Drafts() as drafts:
        series, table, census, *rasters = counted(folder, land, out, drafts)
        hectares = land.hectares(series)
        for (row, column), values in land.cells.items():
            names, area = tuple(NAMES[value] for value in values), float(hectares[row, column])
            changes = 0
            for place in range(1, len(values)):
                if values[place] != values[place - 1]:
                    changes += 1
                    last[row][column] = land.years[place]
            times[row][column] = changes
            cells[names] += 1
            areas[names].append(area)
            by_times[changes] += 1
            times_areas[changes].append(area)
        dates, span = series.dates, "span"
        made = TrajectoryRows(table, class_columns(dates), series.classes)
        counts = change_count_rows(table)
        raise_failed_check(
            [
                *trajectory_checks(table, census, dates, span),
                *change_count_checks(table, counts, span, rasters[0]),
                *last_change_raster_checks(table, dates, span, rasters[1]),
            ]
        )
        drafts.commit_drafts()

    # The trajectories.
    assert [name for name, _ in trajectory_fields(class_columns(dates))] == list(made[0])
    keys = [f"class_{year}" for year in land.labels]
    found = {tuple(row[key] for key in keys): row for row in made}
    assert {names: row["cells"] for names, row in found.items()} == cells
    assert len(found) == len(made)
    assert (made[-1], made[:2]) == (list(made)[-1], list(made)[:2])
    total = math.fsum(area for own in areas.values() for area in own)
    for names, row in found.items():
        area = math.fsum(areas[names])
        assert row["area_ha"] == pytest.approx(area, rel=1e-12)
        assert row["share_pct"] == pytest.approx(100 * area / total, rel=1e-12)
        assert row["times_changed"] == sum(a != b for a, b in zip(names, names[1:]))
    order = [(-row["area_ha"], [ORDER.index(row[key]) for key in keys]) for row in made]
    assert order == sorted(order)

    # The numbers of changes.
    assert {row["times_changed"]: row["cells"] for row in counts} == by_times
    assert [row["times_changed"] for row in counts] == sorted(by_times)
    for row in counts:
        area = math.fsum(times_areas[row["times_changed"]])
        assert row["area_ha"] == pytest.approx(area, rel=1e-12)
        assert row["share_pct"] == pytest.approx(100 * area / total, rel=1e-12)
    often = math.fsum(a for n, own in times_areas.items() if n >= 2 for a in own)
    wanted = [math.fsum(times_areas[0]), math.fsum(times_areas[1]), often]
    assert areas_by_change_count(counts) == pytest.approx(wanted, rel=1e-12)

    # The rasters.
    assert read_raster(out / "times.tif").tolist() == times
    assert read_raster(out / "last.tif").tolist() == last
    for row in attribute_table(out / "times.tif"):
        assert int(row["Cells"]) == by_times[int(row["Value"])]
        assert row["Name"] == row["Value"]
        area = math.fsum(times_areas[int(row["Value"])])
        assert float(row["Hectares"]) == pytest.approx(area, rel=1e-9)
        assert float(row["Share_pct"]) == pytest.approx(100 * area / total, rel=1e-9, abs=1e-9)
    written = Counter(value for own in last for value in own)
    rows = attribute_table(out / "last.tif")
    assert [row["Value"] for row in rows] == land.labels[1:]
    assert {int(row["Value"]): int(row["Cells"]) for row in rows} == {
        year: written[year] for year in land.years[1:]
    }


@pytest.mark.parametrize(
    ("years", "columns", "values"),
    [
        (("1986", "2000", "2018"), ["class_1986", "class_2000", "class_2018"], [1986, 2000, 2018]),
        # One year is missing: places for all.
        (("1986", "", "2018"), ["class_1", "class_2", "class_3"], [1, 2, 3]),
        (("", "", ""), ["class_1", "class_2", "class_3"], [1, 2, 3]),
        # Two layers of one year.
        (
            ("1986", "1986", "2000"),
            ["class_1986", "class_1986 2", "class_2000"],
            [1986, 1986, 2000],
        ),
        # Zones of periods are called by them, and a raster cannot hold one.
        (("1986-2000", "2000-2018"), ["class_1986-2000", "class_2000-2018"], [1, 2]),
    ],
)
def test_columns_and_values_of_dates(years, columns, values):
    dates = [Date(year, f"layer {n}") for n, year in enumerate(years)]
    assert class_columns(dates) == columns
    assert get_date_values(dates) == values


def test_dates_without_years_are_told_by_their_numbers():
    dates = [Date("", "old"), Date("", "middle"), Date("2018", "new")]
    notes = last_change_notes(dates)
    (warning,) = notes.warnings
    assert has(warning, "LAST_CHANGED contains date indices", "1 old, 2 middle, 3 2018.")
    assert last_change_notes(dated("land_1990", "land_2000")).warnings == []


def hand(folder, *histories, years=(1990, 2000, 2010, 2020)):
    """The count of cells of a hectare with these values by date."""
    series = series_by_hand(folder, histories, [f"land_{year}" for year in years])
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations])
    return series, combinations.table, census


def test_pairs_of_300_classes_close(tmp_path):
    """They are more than a number of 16 bits tells apart."""
    cells = np.random.default_rng(300).integers(1, 301, (2, 40, 50)).astype(np.uint16)
    files = [
        write_raster(tmp_path / f"land_{year}.tif", values, dtype=np.uint16)
        for year, values in zip((1990, 2000), cells)
    ]
    series = open_series(inputs(*files), "planimetric")
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations])
    raise_failed_check(trajectory_checks(combinations.table, census, series.dates, "span"))


def test_a_raster_that_holds_something_else_does_not_close(tmp_path):
    series, table, census = hand(tmp_path, (1, 5, 5, 1), (2, 2, 2, 2))
    writer, span = RasterWriter(series, Drafts()), create_periods(series.dates)[-1]
    times = ChangeCountRaster(writer, tmp_path / "times.tif", span)
    last = LastChangeRaster(writer, tmp_path / "last.tif", span)
    counts = change_count_rows(table)

    def unmet(checks) -> str:
        return refused(raise_failed_check, checks)

    def of_table() -> str:
        return unmet(trajectory_checks(table, census, series.dates, "span"))

    found = unmet(change_count_checks(table, counts, "span", times))
    assert "TIMES_CHANGED: cells with value 0 = cells in table" in found
    found = unmet(last_change_raster_checks(table, series.dates, "span", last))
    assert "LAST_CHANGED: cells with value 2020 = cells in table" in found
    counts["area_ha"][0] += 0.5
    found = unmet(change_count_checks(table, counts, "span", None))
    assert "sum of areas by number of changes = total area" in found
    table.cells[0] += 1
    assert "sum of trajectory cells = valid cells" in of_table()
    table.cells[0] -= 1
    table.classes[0, 1] = 0
    assert "class areas of 2000" in of_table()


def test_two_dates_swapped_over_all_land_do_not_close(tmp_path):
    series, table, census = hand(tmp_path, (1, 2, 1, 1), (2, 1, 1, 1))
    table.classes[:, 1] = table.classes[::-1, 1]
    checks = trajectory_checks(table, census, series.dates, "span")
    assert "1990-2000, trajectory totals = matrix totals, cells" in refused(
        raise_failed_check, checks
    )


def test_more_changes_than_a_byte_can_tell_are_refused(tmp_path):
    series, _, _ = hand(tmp_path, (1, 5, 5, 1))
    whole = replace(series, rasters=series.rasters * 64)
    span = create_periods(series.dates)[-1]
    said = refused(ChangeCountRaster, RasterWriter(whole, Drafts()), tmp_path / "times.tif", span)
    assert has(said, "TIMES_CHANGED", "256 dates", "254 changes")
    fewer = replace(series, rasters=whole.rasters[:255])
    with Drafts() as drafts:
        ChangeCountRaster(RasterWriter(fewer, drafts), tmp_path / "times.tif", span)


def test_rows_are_made_piece_by_piece(tmp_path, monkeypatch):
    """All of them are there, in order, wherever the pieces end."""
    series, table, _ = hand(tmp_path, *((a, b, 1, 1) for a in range(1, 10) for b in range(1, 10)))
    rows = TrajectoryRows(table, class_columns(series.dates), series.classes)
    whole = [rows[place] for place in range(len(rows))]
    for size in (1, 7, 80, 81, 1000):
        monkeypatch.setattr(trajectories, "ROW_CHUNK_SIZE", size)
        assert list(rows) == whole
    assert len(whole) == 81


def test_rasters_say_what_they_are(tmp_path):
    series, *_ = hand(tmp_path, (1, 5, 5, 1), (2, 2, 2, 2))
    with Drafts() as drafts:
        writer, span = RasterWriter(series, drafts), create_periods(series.dates)[-1]
        made = [
            ChangeCountRaster(writer, tmp_path / "times.tif", span),
            LastChangeRaster(writer, tmp_path / "last.tif", span),
        ]
        count_series(series, create_periods(series.dates), made)
        drafts.commit_drafts()
    with gdal.ExceptionMgr(useExceptions=True):
        files = [gdal.Open(str(tmp_path / name)) for name in ("times.tif", "last.tif")]
        times, last = (file.GetRasterBand(1) for file in files)
    assert (times.DataType, times.GetNoDataValue()) == (gdal.GDT_Byte, 255)
    assert (last.DataType, last.GetNoDataValue()) == (gdal.GDT_UInt16, 0)
    assert times.GetDescription() == "Number of class changes, 1990-2020"
    assert last.GetDescription() == "Last change, 1990-2020"
    assert times.GetColorTable().GetColorEntry(0)[:3] == (0xE6, 0xE8, 0xE2)
    assert times.GetColorTable().GetColorEntry(3)[:3] == (0xB3, 0x00, 0x00)
    assert times.GetCategoryNames() == ["0", "1", "2", "3"]
    assert last.GetColorTable() is None
    assert np.array(read_raster(tmp_path / "last.tif")).tolist() == [[2020, 0]]


CLASSES = Classes(land_class for _, land_class in ENTRIES)
HEADER = "from,via,to,kind,why\n"

# Sides that mean much more often than not, or three dates would hardly ever fit.
SIDES = st.sampled_from(["*", "@sink"]) | st.sampled_from(
    ["@mine", "@built", "@water", *(key for key, _ in LAND.values())]
)


@st.composite
def rows_of_rules(draw):
    """Rows of a table: from, via, to, kind, why; why tells them apart."""
    rows = []
    for number in range(draw(st.integers(1, 6))):
        form = draw(st.sampled_from(["one", "two", "three", "reclaimed"]))
        to = draw(st.one_of(SIDES, st.just("=")))
        if form == "one":
            sides = ("", "", draw(SIDES))
        elif form == "two":
            sides = (draw(SIDES), "", to)
        elif form == "three":
            sides = (draw(SIDES), draw(SIDES), to)
        else:
            sides = ("@mine", "@sink", to)
        rows.append((*sides, draw(st.sampled_from(["odd", "wrong", "never"])), f"reason {number}"))
    return rows


def is_meant(side: str, value: int) -> bool:
    """Whether a side means the class of a value."""
    if side == "*":
        return True
    if value == STRANGE:
        return False
    key, group = LAND[value]
    return side in (key, f"@{group}")


def reached(to: str, first: int, last: int) -> bool:
    return first == last if to == "=" else is_meant(to, last)


def occurrences(rule, values, years, opening):
    """What a cell did that the rule names: from, via and to as names or None, and the period."""
    start, via, to, *_ = rule
    for end in range(len(values)):
        if not start:
            if years[end] < opening and is_meant(to, values[end]):
                yield None, None, NAMES[values[end]], str(years[end])
            continue
        for begin in range(end):
            first, between, last = values[begin], values[begin + 1 : end], values[end]
            if not is_meant(start, first) or not reached(to, first, last):
                continue
            if not via:
                fits = not between and (first != last or to == "=")
            elif (start, via) == ("@mine", "@sink"):
                fits = between and all(is_meant("@sink", value) for value in between)
                fits = fits and between[-1] != last
            else:
                fits = len(between) == 1 and is_meant(via, between[0])
                fits = fits and between[0] not in (first, last)
            if fits:
                middle = NAMES[between[-1]] if via else None
                yield NAMES[first], middle, NAMES[last], f"{years[begin]}-{years[end]}"


@examples(250)
@given(land=lands(), rules=rows_of_rules(), opening=st.sampled_from([1900, 1986, 1995, 2010, 3000]))
def test_rows_and_raster_equal_a_plain_loop_over_cells(tmp_path_factory, land, rules, opening):
    out = tmp_path_factory.mktemp("map") / "map.tif"
    kinds = list(dict.fromkeys(rule[3] for rule in rules))
    cells, areas, union = Counter(), defaultdict(list), []
    rows, columns = land.dates[0].shape
    wanted = [[0] * columns for _ in range(rows)]
    text = HEADER + "\n".join(",".join(rule) for rule in rules)
    with memory_folder() as folder, Drafts() as drafts:
        writer = RasterWriter(land.open(folder), drafts)
        series, spans = writer.series, create_periods(writer.series.dates)
        hectares = land.hectares(series)
        for (row, column), values in land.cells.items():
            area, found = float(hectares[row, column]), []
            for rule in rules:
                matches = list(occurrences(rule, values, land.years, opening))
                for match in set(matches):
                    cells[(rule[3], rule[4], *match)] += 1
                    areas[(rule[3], rule[4], *match)].append(area)
                if matches:
                    found.append(rule[3])
            if found:
                union.append(area)
            wanted[row][column] = min((kinds.index(kind) + 2 for kind in found), default=1)
        notes = Notes()
        before = count_dates_before_opening(opening, series.dates)
        asked = parse_suspect_rules(
            table("T", text), series.classes, len(land.dates), before, notes
        )
        counter = CombinationCounter(series)
        raster = ImplausibleChangeRaster(writer, out, spans[-1], asked)
        size = max(1, series.window.cell_count // land.pieces)
        count_series(series, spans, [counter, raster], workers=land.workers, cells=size)
        suspects = ImplausibleChanges(asked, counter.table, series.dates, series.classes)
        checks = implausible_change_checks(counter.table, asked, series.classes, "span", raster)
        raise_failed_check(checks)
        drafts.commit_drafts()
    assert read_raster(out).tolist() == wanted
    found = {}
    for row in suspects.rows:
        key = tuple(row[name] for name in ("kind", "why", "from_class", "via_class", "to_class"))
        found[(*key, row["period"])] = row
    assert len(found) == len(suspects.rows)
    assert {key: row["cells"] for key, row in found.items()} == cells
    for key, row in found.items():
        assert row["area_ha"] == pytest.approx(math.fsum(areas[key]), rel=1e-12)
    assert suspects.hectares == pytest.approx(math.fsum(union), rel=1e-12)
    assert len(checks) == len({value for row in wanted for value in row} - {0})
    # In the order of the rules, of time, and then by size.
    whys = [rule[4] for rule in rules]
    order = [(whys.index(r["why"]), *_ends(r["period"]), -r["area_ha"]) for r in suspects.rows]
    assert order == sorted(order)


def _ends(period: str) -> tuple[str, str]:
    return period.split("-")[0], period.split("-")[-1]


def test_the_log_counts_land_once_however_many_rules_it_fits():
    """Land that does twice what a rule names counts once."""
    classes = np.array(
        [[CLASSES.find_class(k) for k in h] for h in (CHANGING, STAYING, STAYING[::-1])]
    )
    whole = CombinationTable(
        np.zeros(3, np.int64), classes, np.full(3, 10, np.int64), np.arange(1.0, 4.0)
    )
    dates = [Date("", label) for label in "abcd"]
    rules, _ = read("@mine,@sink,@sink,odd,changed", dates=4)
    (message,) = ImplausibleChanges(rules, whole, dates, CLASSES).notes().notices
    assert str(message) == "Suspicious trajectories: 3.00 ha."


CHANGING, STAYING = ("pit", "field", "wood", "meadow"), ("dump", "field", "field", "wood")


def read(rows: str, dates: int = 3, before=None, classes=CLASSES, **options):
    notes = Notes()
    found = parse_suspect_rules(table("T", HEADER + rows, **options), classes, dates, before, notes)
    return found, [*notes.notices, *notes.warnings]


def test_a_kind_keeps_its_value_where_its_rules_are_left_out():
    rules, (note,) = read("gravel,,*,wrong,\n@mine,,@sink,odd,", is_default=True)
    assert rules.kinds == {3: "odd"}
    assert has(note, "1 of 2 default rules", "classes not in this run: gravel.")


def test_what_a_run_cannot_be_asked_is_said():
    rules, notes = read(",,@mine,impossible,\n@sink,@sink,=,odd,\n@sink,,@mine,odd,", dates=2)
    assert len(rules.rules) == 2
    assert has(
        notes[0], "1 of 3 rules on land before mine opening ignored", "OPENING_YEAR is not set"
    )
    assert has(notes[1], "1 of 3 rules ignored; they require three dates")
    assert len(notes) == 2
    (note,) = read("@sink,,@mine,odd,", before=1)[1]
    assert has(note, "OPENING_YEAR ignored: T has no rule")
    (note,) = read(",,@mine,odd,", before=0)[1]
    assert has(note, "OPENING_YEAR: no layer")


def test_all_unknown_names_are_told_at_once():
    assert has(
        refused(read, "@sand,pits,@sink,odd,\nlakes,,@sand,odd,\nTown,,WOOD,odd,"),
        "group '@sand' (row 1, column 'from'; row 2, column 'to'), ",
        "class 'pits' (row 1, column 'via'), ",
        "class 'lakes' (row 2, column 'from'); ",
        "lake, rock; ",
        "@built, @mine, @sink, @water; ",
    )


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("", "T is empty"),
        ("=,,field,odd,", "T, row 1: column 'from'"),
        ("field,=,field,odd,", "T, row 1: column 'via'"),
        (",,=,odd,", "T, row 1: column 'to'"),
        (",field,wood,odd,", "T, row 1: column 'via' is filled in, but 'from' is empty"),
        ("field,,,odd,", "T, row 1: column 'to' is empty"),
        ("field,,wood,,why", "T, row 1: column 'kind' is empty"),
        (
            "\n".join(f"field,,wood,{n}," for n in range(255)),
            "T: 255 kinds exceed the limit of 254",
        ),
    ],
)
def test_rows_that_cannot_be_right_are_refused(rows, words):
    assert refused(read, rows).startswith(words)


def test_254_kinds_fill_a_byte():
    rows = "\n".join(f"field,,wood,{n}," for n in range(254))
    assert list(read(rows)[0].kinds) == list(range(2, 256))


@pytest.mark.parametrize("column", ["from", "via", "to", "kind", "why"])
def test_every_column_must_be_there(column):
    columns = [name for name in ("from", "via", "to", "kind", "why") if name != column]
    text = ",".join(columns) + "\n" + ",".join("x" for _ in columns)
    said = refused(parse_suspect_rules, table("T", text), CLASSES, 3, None, Notes())
    assert said.startswith(f"T: no column '{column}'")


def test_rules_on_none_of_the_classes_are_refused():
    text = "@mine,,@sink,odd,\n@built,,pit,odd,"
    rows = table("T", HEADER + text, is_default=True)
    lone = listed((1, "a", "A", "sink"), (2, "b", "B", ""))
    rules, _ = read(text, classes=lone, is_default=True)
    assert has(
        refused(check_applicable_rule, rows, rules, list(lone)),
        "T: no rule",
        "no rule applies to the classes of this run (a (@sink), b);",
    )
    both = listed((1, "a", "A", "sink"), (2, "b", "B", "mine"))
    check_applicable_rule(rows, read(text, classes=both, is_default=True)[0], list(both))


def test_dates_before_an_opening_year():
    dates = [Date("1986", "a"), Date("2000", "b"), Date("2009", "c")]
    assert [count_dates_before_opening(year, dates) for year in (1986, 1987, 2000, 2001, 3000)] == [
        0,
        1,
        1,
        2,
        3,
    ]
    for label in ("", "1986-2000"):
        assert has(
            refused(count_dates_before_opening, 1990, [*dates, Date(label, "d")]),
            "OPENING_YEAR",
            "'d'",
        )
