"""Coefficients that are not filled in yet."""

import pytest

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.scheme.coefficients import Coefficient, Coefficients, Pool, read_coefficients
from carbon_zones.test.core.support import listed, table

CLASSES = listed((1, "arable", "Arable land", "sink"), (2, "rubber", "", "sink"), (3, "shrub"))
HEAD = "class,soil_tc_per_ha,vegetation_tc_per_ha,source\n"


def read(rows: str) -> tuple:
    notes = Notes()
    return read_coefficients(table("COEFFICIENTS", HEAD + rows), CLASSES, notes), notes


def test_a_row_without_densities_is_none_and_is_told():
    found, notes = read("rubber,,,\narable,80,5,me\nshrub, ,,to do")
    known = {"arable": Coefficient(Pool(80.0), Pool(5.0), "me")}
    assert found == Coefficients(known, unfilled=frozenset(("rubber", "shrub")))
    assert [str(note) for note in notes.notices] == [
        "COEFFICIENTS: rows without densities are passed over: rubber, shrub."
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
    assert "land is taken" not in str(warning)
    assert [str(one) for one in found.missing(CLASSES)] == [
        *(f"'rubber' ({column} is empty)", "'shrub'")
    ]
