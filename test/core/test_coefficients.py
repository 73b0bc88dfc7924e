"""Coefficients that are not filled in yet."""

import pytest

from carbon_zones.core.base.messages import DataError, Notes
from carbon_zones.core.scheme.coefficients import (
    CarbonPool,
    Coefficient,
    Coefficients,
    read_coefficients,
)
from carbon_zones.test.core.support import holding, listed, table, words

CLASSES = listed((1, "arable", "Arable land", "sink"), (2, "rubber", "", "sink"), (3, "shrub"))
HEAD = "class,soil_tc_per_ha,vegetation_tc_per_ha,source\n"


def read(rows: str) -> tuple:
    notes = Notes()
    return read_coefficients(table("COEFFICIENTS", HEAD + rows), CLASSES, notes), notes


def test_a_row_without_densities_is_none_and_is_told():
    found, notes = read("rubber,,,\narable,80,5,me\nshrub, ,,to do")
    known = {"arable": Coefficient(CarbonPool(80.0), CarbonPool(5.0), "me")}
    assert found == Coefficients(known, unfilled=frozenset(("rubber", "shrub")))
    assert [str(note) for note in notes.notices] == [
        "COEFFICIENTS: rows without densities ignored: rubber, shrub."
    ]


@pytest.mark.parametrize(
    ("row", "column"), [("rubber,80,,", "vegetation_tc_per_ha"), ("rubber,,5,", "soil_tc_per_ha")]
)
def test_a_row_with_one_of_them_is_none_and_is_warned_of(row, column):
    found, notes = read(f"arable,80,5,\n{row}")
    assert set(found.by_key) == {"arable"}
    (warning,) = notes.warnings
    assert f"rubber ({column})" in str(warning)
    # An inventory takes them for conversions of any kind.
    assert "disturbed" not in str(warning)
    assert [str(one) for one in found.missing_class_labels(CLASSES)] == [
        *(f"'rubber' ({column} is empty)", "'shrub'")
    ]


SUPPLEMENTED = listed(
    (1, "arable", "Arable land", "sink"),
    (2, "pit", "Pit", "mine"),
    (3, "dump", "Dump", "mine"),
    (4, "town", "Town", ""),
)


def read_supplement(rows: str, notes: Notes) -> Coefficients:
    text = f"class,soil_tc_per_ha,vegetation_tc_per_ha\n{rows}"
    return read_coefficients(table("COEFFICIENTS", text), SUPPLEMENTED, notes, supplements=True)


def test_a_table_that_supplements_has_rows_on_groups():
    """A class wins over its group, in whatever order; a group that nothing is in is told."""
    for rows in ("@Mine,4,1\ndump,7,2", "dump,7,2\n@ mine,4,1\n@bog,1,1"):
        notes = Notes()
        found = read_supplement(rows, notes)
        densities = {key: (c.soil.density, c.vegetation.density) for key, c in found.by_key.items()}
        assert densities == {"pit": (4.0, 1.0), "dump": (7.0, 2.0)}
        assert ["@bog" in str(notice) for notice in notes.notices] == [True] * ("@bog" in rows)


def test_two_rows_on_a_group_are_refused():
    with pytest.raises(DataError, match=words("row 2", "'@mine'", "row 1")):
        read_supplement("@mine,4,1\n@mine,7,2", Notes())


def test_where_a_supplement_is_not_filled_in_the_others_count():
    notes = Notes()
    own = read_supplement("@mine,4,\narable,,\n", notes)
    others = holding(arable=(80.0, 5.0), pit=(3.0, 1.0))
    both = own.with_fallback(others)
    assert both.by_key == others.by_key
    assert both.half_known == {"dump": "vegetation_tc_per_ha"}
    assert "COEFFICIENTS: rows with an empty density ignored, DENSITIES used instead" in str(
        notes.warnings[0]
    )


def test_a_supplement_wins_over_the_others():
    others = holding(arable=(80.0, 5.0), dump=(3.0, 1.0))
    both = read_supplement("@mine,4,1\n", Notes()).with_fallback(others)
    assert {key: c.soil.density for key, c in both.by_key.items()} == {
        "arable": 80.0,
        "pit": 4.0,
        "dump": 4.0,
    }
