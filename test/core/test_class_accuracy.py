"""Errors of areas from an accuracy assessment of a raster of conversions or of zones."""

import pytest

from carbon_zones.core.base.dates import Period
from carbon_zones.core.scheme.area_errors import read_area_errors
from carbon_zones.core.scheme.class_accuracy import read_class_accuracy, select_reader
from carbon_zones.core.scheme.disturbance_types import unmapped_conversions
from carbon_zones.test.core.schemes import default_rules, has, refused
from carbon_zones.test.core.support import paper_classes, table

STEPS = [Period(0, 1, "1990-2000"), Period(1, 2, "2000-2010")]
Z = 1.959963984540054
# The columns of CLASS_ACCURACY.
COLUMNS = (
    "value,class,mapped_ha,samples,users_pct,users_half_width_pct,producers_pct,"
    "producers_half_width_pct,f1_pct,estimated_ha,estimated_se_ha,estimated_half_width_ha"
)
ARROW = "\N{RIGHTWARDS ARROW}"


def row(name, mapped, estimated, se, value=1, half=None) -> str:
    half = half if half is not None else Z * se if se != "" else ""
    return f"{value},{name},{mapped},50,90,5,80,6,84.7,{estimated},{se},{half}"


def read(*rows, columns=COLUMNS, steps=STEPS):
    classes = paper_classes()
    rules = default_rules(classes)
    given = table("AREA_ERRORS", "\n".join([columns, *rows]))
    assert select_reader(given) is read_class_accuracy
    return read_class_accuracy(given, classes, steps, rules), classes


def width(errors, classes, source, target, step=0) -> float:
    variables = errors.make_variables(list(classes), STEPS)
    place = variables.by_period[step][classes.find_class(source), classes.find_class(target)]
    return float(variables.u95_pct[place])


def test_a_conversion_has_the_standard_error_of_its_area():
    """Whatever the level of the half-widths is that stand in the table too."""
    errors, classes = read(
        row(f"Arable land {ARROW} Dump", 200, 180, 10, value=1009, half=16.4),
        row("forest -> open_pit", 50, 60, 2),
    )
    assert width(errors, classes, "arable", "dump") == pytest.approx(100 * Z * 10 / 200)
    assert width(errors, classes, "forest", "open_pit") == pytest.approx(100 * Z * 2 / 50)
    assert width(errors, classes, "arable", "open_pit") == 0
    # An error of its own in each period, which the log tells.
    assert width(errors, classes, "arable", "dump", 1) == pytest.approx(100 * Z * 10 / 200)
    assert len(errors.make_variables(list(classes), STEPS).names) == 5
    (note,) = errors.notes.notices
    assert "names no period" in str(note)


OLD = ("Lasting mined land", "Lasting built-up land")  # of versions to 1.1.0


@pytest.mark.parametrize("names", [("mined", "built-up"), ("持续工矿用地", "持续建设用地"), OLD])
def test_lasting_land_is_of_the_unassigned_zone(names):
    """A zone raster has it apart; its error is that of the sum of independent areas."""
    names = [f"Persistent {name} land" if name.islower() else name for name in names]
    errors, classes = read(
        row("Unassigned", 500, 480, 20, value=5),
        row(names[0], 300, 310, 12, value=6),
        row(names[1], 200, 210, 9, value=7),
    )
    # sqrt(20^2 + 12^2 + 9^2) = 25
    for pair in (("open_pit", "dump"), ("urban", "urban"), ("arable", "grass")):
        assert width(errors, classes, *pair) == pytest.approx(100 * Z * 25 / 1000)
    assert len(errors.make_variables(list(classes), STEPS[:1]).names) == 2
    assert [estimate.mapped_ha for estimate in errors.estimates] == [500, 300, 200]


def test_a_zone_that_stands_twice_is_refused():
    words = refused(read, row("Unassigned", 500, 480, 20), row("5", 300, 310, 12))
    assert has(words, "row 2", "'5'", "row 1")


def test_a_zone_has_one_error():
    errors, classes = read(
        row("Carbon emission control area", 400, 380, 20, value=4),
        row("Carbon sink enhancement area", 100, 90, 10, value=2),
        row("Unassigned", 10, 12, 1, value=5),
    )
    assert width(errors, classes, "arable", "dump") == pytest.approx(100 * Z * 20 / 400)
    assert width(errors, classes, "dump", "grass") == pytest.approx(100 * Z * 10 / 100)
    variables = errors.make_variables(list(classes), STEPS)
    assert variables.by_period[0][0, 8] == variables.by_period[0][2, 6]


def test_a_period_may_be_added():
    errors, classes = read(
        row(f"Arable land {ARROW} Dump", 200, 180, 10) + ",1990-2000",
        row(f"Arable land {ARROW} Dump", 300, 280, 3) + ",2000-2010",
        columns=f"{COLUMNS},period",
    )
    assert width(errors, classes, "arable", "dump", 0) == pytest.approx(100 * Z * 10 / 200)
    assert width(errors, classes, "arable", "dump", 1) == pytest.approx(100 * Z * 3 / 300)
    assert errors.notes.notices == []


def test_one_period_needs_no_word():
    errors, _ = read(row(f"Arable land {ARROW} Dump", 200, 180, 10), steps=STEPS[:1])
    assert errors.notes.notices == errors.notes.warnings == []


def test_what_a_sample_does_not_tell_is_told():
    errors, classes = read(
        row(f"Arable land {ARROW} Dump", 200, 180, ""),
        row(f"Forestland {ARROW} Dump", 0, 7, 1),
        # What the sample alone has, as somebody typed it.
        row("burnt land", 0, 3, 1, value=""),
        row(f"42 {ARROW} Dump", 1, 1, 1),
    )
    assert width(errors, classes, "arable", "dump") == 0
    assert width(errors, classes, "forest", "dump") == 0
    told = [str(warning) for warning in errors.notes.warnings]
    assert f"unclassified values in 42 {ARROW} Dump" in told[0]
    assert f"no standard error for Arable land {ARROW} Dump" in told[1]
    halves = [estimate.half_width_ha for estimate in errors.estimates]
    assert halves == [None, *[pytest.approx(Z)] * 3]
    (note,) = (str(n) for n in errors.notes.notices if "not in the map" in str(n))
    assert f"Forestland {ARROW} Dump, burnt land not in the map" in note


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row("Arable land", 5, 5, 1)], ("row 1", "'class'", "'Arable land'", "4 emission")),
        ([row("4", 5, 5, 1), row("arable -> dump", 5, 5, 1)], ("row 2", "row 1", "zones")),
        (
            [row(f"Arabel {ARROW} Dump", 5, 5, 1), row(f"Dump {ARROW} Wod", 5, 5, 1)],
            ("unknown class 'Arabel' (row 1)", "unknown class 'Wod' (row 2)", "arable"),
        ),
        ([row("4", -5, 5, 1)], ("row 1", "'mapped_ha'", "-5", "negative")),
        ([row("4", 5, 5, -1)], ("row 1", "'estimated_se_ha'", "-1", "negative")),
        ([row("4", 5, "many", 1)], ("row 1", "'estimated_ha'", "many", "not a number")),
        ([row("", 5, 5, 1)], ("row 1", "'class' is empty")),
    ],
)
def test_tables_that_cannot_be_right_are_refused(rows, words):
    said = refused(read, *rows)
    assert all(word in said for word in ("AREA_ERRORS", *words)), said


@pytest.mark.parametrize(
    "columns", ["from_class,to_class,u95_pct", "zone,u95_pct", f"{COLUMNS},u95_pct", "class"]
)
def test_other_tables_are_not_taken_for_one(columns):
    assert select_reader(table("AREA_ERRORS", columns)) is read_area_errors


def test_pairs_of_a_maps_classes_that_it_lacks_have_the_values_that_it_would_give_them():
    """A pair that is numbered otherwise is there already, and its own value means another one."""
    mapped = {1001: f"Field {ARROW} Field", 2007: f"Wood {ARROW} Pit", 1000000: f"Pit {ARROW} Wood"}
    assert unmapped_conversions(mapped) == {
        1002: f"Field {ARROW} Wood",
        1007: f"Field {ARROW} Pit",
        2001: f"Wood {ARROW} Field",
        2002: f"Wood {ARROW} Wood",
        7001: f"Pit {ARROW} Field",
        7007: f"Pit {ARROW} Pit",
    }
    assert unmapped_conversions({1: "Field", 2: "Wood"}) == {}
    assert unmapped_conversions({1001: "a -> b -> c"}) == {}
    # All classes of the one shipped legend that has these, in its language.
    pit = {1001: f"Arable land {ARROW} Arable land", 1007: f"Arable land {ARROW} Open pit"}
    found = unmapped_conversions(pit)
    assert len(found) == 11 * 11 - 2
    assert found[2009] == f"Forestland {ARROW} Dump"
    chinese = unmapped_conversions({1007: f"\u8015\u5730 {ARROW} \u9732\u5929\u91c7\u573a"})
    assert chinese[7008] == f"\u9732\u5929\u91c7\u573a {ARROW} \u5265\u79bb\u533a"
    # Fields are 1 in several legends, and woods 2.
    assert len(unmapped_conversions({1002: f"Arable land {ARROW} Forestland"})) == 3
    assert len(unmapped_conversions({1007: f"Arable land {ARROW} My pit"})) == 3
    # Conversions that are numbered one by one.
    assert unmapped_conversions({1: "Field -> Field", 2: "Field -> Pit"}) == {}
    # One value of two classes: nobody knows which a label means.
    assert unmapped_conversions({1001: "Field -> Field", 2001: "Wood -> Pit"}) == {}
    assert unmapped_conversions({}) == {}


def test_a_conversion_in_two_spellings_is_refused():
    """Of the second one nothing is mapped: the tonnes of its points would be lost."""
    rows = (row(f"Arable land {ARROW} Dump", 200, 180, 10), row("arable -> dump", 0, 30, 5))
    assert has(
        refused(read, *rows), f"'Arable land {ARROW} Dump' and 'arable -> dump'", "single label"
    )
