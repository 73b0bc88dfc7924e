"""All land that was taken, by class: what of it counts, and what counts 0, is named."""

import numpy as np
import pytest

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.report.coefficient_table import disturbed_land_table
from carbon_zones.core.results.losses import density_warnings, disturbed_land_by_class
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.support import cube_of, table

CLASSES = (
    LandClass(1, "forest", "Forest", "sink"),
    LandClass(2, "wetland", "Wetland", "wetland", aliases=("Inland marshes", "Peat bogs")),
    LandClass(3, "rock", "Rock", "bare"),
    LandClass(4, "pit", "Pit", "mine"),
    LandClass(5, "dump", "Dump", "mine"),
    LandClass(6, "scrub", "Scrub", ""),
)
FOREST, WETLAND, ROCK, PIT, DUMP, SCRUB = range(6)


def land(*by_period: dict):
    """The land that was taken, of hectares by class before and after, period by period."""
    classes, matrices = Classes(CLASSES), []
    for conversions in by_period:
        matrix = np.zeros((len(CLASSES), len(CLASSES)), int)
        for pair, area in conversions.items():
            matrix[pair] = area
        matrices.append(matrix)
    cube = cube_of(classes, *matrices)
    coefficients = read_coefficients(
        table("COEFFICIENTS", "class,soil_tc_per_ha,vegetation_tc_per_ha,source\nforest,80,20,Me"),
        classes,
        Notes(),
    )
    return disturbed_land_by_class(cube, cube.periods, coefficients, DisturbingClasses())


def test_land_counts_as_often_as_it_was_taken_and_from_mine_to_mine_it_is_not():
    taken = land(
        {(FOREST, PIT): 30, (WETLAND, DUMP): 12, (PIT, DUMP): 7, (ROCK, PIT): 3, (PIT, FOREST): 2},
        {(FOREST, DUMP): 10, (SCRUB, PIT): 5, (FOREST, FOREST): 100},
    )
    assert [(one.land_class.key, one.area_ha) for one in taken] == [
        ("forest", 40),
        ("wetland", 12),
        ("scrub", 5),
        ("rock", 3),
    ]
    assert [one.share_pct for one in taken] == pytest.approx([100 * n / 60 for n in (40, 12, 5, 3)])
    assert [one.land_class.key for one in taken if one.is_not_estimated] == ["wetland", "scrub"]


def test_what_counts_0_is_warned_of_with_hectares_and_per_cent_and_peat_by_its_name():
    taken = land({(FOREST, PIT): 36, (WETLAND, PIT): 12, (SCRUB, PIT): 2})
    (warning,) = map(str, density_warnings(taken))
    assert warning.startswith("14.00 ha of disturbed land (28.0 %) have a carbon loss of 0")
    assert "Wetland 12.00 ha (24.0 %), possibly peat (Peat bogs)" in warning
    assert "Scrub 2.00 ha (4.0 %)" in warning


def test_where_all_counts_nothing_is_warned_of():
    assert density_warnings(land({(FOREST, PIT): 36, (ROCK, PIT): 4})) == []
    assert density_warnings(land({(PIT, DUMP): 4})) == []


def test_the_table_of_a_page_says_which_land_has_no_density():
    taken = land({(FOREST, PIT): 36, (WETLAND, PIT): 12})
    table = disturbed_land_table(taken, {})
    rows, fields = table.raw, [column.field for column in table.columns]
    assert len(fields) == len({*fields})
    assert [str(row["source"]) for row in rows] == ["Me", "not estimated: no carbon density"]
    assert [row["soil_tc_per_ha"] for row in rows] == [80, None]
    assert np.isclose(sum(row["area_ha"] for row in rows), 48)
