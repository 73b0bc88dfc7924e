"""The names of the tables' fields: users script against them, so they never change."""

from __future__ import annotations

import pytest

from carbon_zones.core.dates import Date
from carbon_zones.core.messages import Notes
from carbon_zones.core.raster.area import PLANIMETRIC, CellArea
from carbon_zones.core.results.change import class_change_rows
from carbon_zones.core.results.closure import Check
from carbon_zones.core.results.losses import loss_rows
from carbon_zones.core.results.shares import share_rows
from carbon_zones.core.results.transfers import transfer_rows
from carbon_zones.core.results.unassigned import unassigned_rows
from carbon_zones.core.results.zones import zone_share_rows
from carbon_zones.core.scheme.coefficients import Coefficient
from carbon_zones.core.scheme.rules import read_rules
from carbon_zones.core.scheme.zones import read_zones
from carbon_zones.test.core.support import cube_of, listed, table, tally_of

CLASSES = listed((1, "wood", "Wood", "sink"), (2, "pit", "Pit", "mine"))
CUBE = cube_of(CLASSES, [[1, 1], [1, 1]])
ZONES = read_zones(table("Z", "zone,key,name\n 1,kept,Kept"))
RULES = read_rules(table("R", "from,to,zone\n wood,wood,1"), ZONES, CLASSES, Notes())
TALLY = tally_of([0, 0, 1, 1]).closed(range(2), CellArea(PLANIMETRIC, 1.0))

TABLES = {
    "TRANSFERS": (
        lambda: transfer_rows(CUBE),
        "period from_value from_class to_value to_class cells area_ha pct_of_total pct_of_from "
        "pct_of_to pct_of_out",
    ),
    "CLASS_CHANGE": (
        lambda: class_change_rows(CUBE),
        "period value class area_before_ha area_after_ha persistence_ha gain_ha loss_ha net_ha "
        "swap_ha",
    ),
    "ZONE_SHARES": (
        lambda: zone_share_rows(CUBE, RULES),
        "period zone zone_name cells area_ha share_pct",
    ),
    "UNASSIGNED": (
        lambda: unassigned_rows(CUBE, RULES, {}),
        "period kind from_value from_class to_value to_class cells area_ha share_pct",
    ),
    "LOSSES": (
        lambda: loss_rows(CUBE, {"wood": Coefficient(1.0, 1.0)}),
        "period from_class to_class area_ha soil_tc_per_ha vegetation_tc_per_ha soil_loss_tc "
        "vegetation_loss_tc total_loss_tc total_loss_tco2",
    ),
    "SHARES": (
        lambda: share_rows([Date("1990", "x")], CLASSES, [TALLY]),
        "year layer value class cells area_ha share_pct change_ha change_points",
    ),
    "CLOSURE": (
        lambda: [Check("p", "x", 1, 1).row()],
        "period check expected found difference ok",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_the_fields_of_a_table(name):
    make, fields = TABLES[name]
    rows = make()
    assert rows
    assert [list(row) for row in rows] == [fields.split()] * len(rows)
