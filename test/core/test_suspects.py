"""Rules on suspicious trajectories: against a plain loop over cells, and by hand."""

import math
from collections import Counter, defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Date, create_periods
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.trajectories import (
    ImplausibleChangeRaster,
    ImplausibleChanges,
    implausible_change_checks,
)
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.implausible_rules import (
    check_applicable_rule,
    count_dates_before_opening,
    parse_suspect_rules,
)
from carbon_zones.test.core.histories import ENTRIES, LAND, NAMES, STRANGE, lands
from carbon_zones.test.core.schemes import has, refused
from carbon_zones.test.core.support import examples, listed, memory_folder, table
from carbon_zones.test.helpers import read_raster

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
    (told,) = ImplausibleChanges(rules, whole, dates, CLASSES).notes().notices
    assert str(told) == "Suspicious trajectories: 3.00 ha."


CHANGING, STAYING = ("pit", "field", "wood", "meadow"), ("dump", "field", "field", "wood")


def read(rows: str, dates: int = 3, before=None, classes=CLASSES, **options):
    """The rules of a table, and what is noted."""
    notes = Notes()
    found = parse_suspect_rules(table("T", HEADER + rows, **options), classes, dates, before, notes)
    return found, [*notes.notices, *notes.warnings]


def test_a_kind_keeps_its_value_where_its_rules_are_left_out():
    rules, (note,) = read("gravel,,*,wrong,\n@mine,,@sink,odd,", is_default=True)
    assert rules.kinds == {3: "odd"}
    assert has(note, "1 of 2 rules", "classes not in this run: gravel.")


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
