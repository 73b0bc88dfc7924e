"""A user's own classes, rules and zones: a national nine-class land-cover map with
an open pit added. Cells are one hectare, so that every number below is counted by eye."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer

from carbon_zones.test.algorithms.forms import FORMS, as_csv, as_memory_layer, form_name, rows_of
from carbon_zones.test.helpers import read_csv, read_raster, write_pair

EARLIER = [[1, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 10], [1, 2, 0, 1]]
LATER = [[10, 2, 2, 10], [1, 5, 6, 10], [8, 5, 4, 10], [8, 10, 1, 0]]

TABLES = {
    "CLASSES": """value,class,name,group,colour
1,crop,Cropland,sink,#fae39c
2,forest,Forest,sink,#446f33
3,shrub,Shrub,sink,#33a02c
4,grass,Grassland,sink,#abd37b
5,water,Water,water,#1e69b4
6,snow,Snow and ice,cold,#a6cee3
7,barren,Barren,bare,#cfbda3
8,impervious,Impervious,built,#e24290
9,wetland,Wetland,wet,#289be8
10,pit,Open pit,mine,#403048
""",
    # No number in it: a sheet of nothing but text, whose header OGR takes for a row.
    "RULES": """from,to,zone
@sink,@sink,invariant
crop,forest,enhancement
@mine,@sink,enhancement
@sink,Impervious,low_carbon
*,water,Low-carbon optimization area
@sink,@mine,emission_control
""",
}

# Which zone each cell of EARLIER and LATER has by these rules; 0 is no data.
ZONES = [[4, 2, 1, 4], [1, 3, 5, 5], [7, 3, 2, 6], [3, 4, 0, 0]]
SHARES = {1: 2, 2: 2, 3: 3, 4: 3, 5: 4}
UNASSIGNED = {("Snow and ice",) * 2, ("Barren", "Open pit"), ("Impervious",) * 2, ("Open pit",) * 2}


@pytest.fixture
def pair(tmp_path):
    """The two land-cover maps, without names of their own, 0 being no data."""
    return write_pair(
        tmp_path, {2000: EARLIER, 2020: LATER}, name="CLCD_v01_{}.tif", nodata=0, cell=(100, 100)
    )


def check_zones(folder, results):
    assert read_raster(folder / "zones.tif").tolist() == ZONES
    rows = read_csv(folder / "zone_shares.csv")
    assert {int(row["zone"]): int(row["cells"]) for row in rows} == SHARES
    for row in rows:
        assert float(row["area_ha"]) == pytest.approx(int(row["cells"]))
        assert float(row["share_pct"]) == pytest.approx(100 * int(row["cells"]) / 14)
        assert row["period"] == "2000-2020"
    rows = read_csv(folder / "unassigned.csv")
    assert {(row["from_class"], row["to_class"]) for row in rows} == UNASSIGNED
    assert results["ASSIGNED_AREA_HA"] == pytest.approx(10)
    assert results["UNASSIGNED_AREA_HA"] == pytest.approx(4)


def zone_outputs(folder) -> dict:
    return {
        "ZONES": str(folder / "zones.tif"),
        "ZONE_SHARES": str(folder / "zone_shares.csv"),
        "UNASSIGNED": str(folder / "unassigned.csv"),
    }


@pytest.mark.parametrize("form", FORMS, ids=form_name)
def test_zones_by_tables_of_ones_own(run, pair, tmp_path, form):
    tables = {name: form(tmp_path, name, text) for name, text in TABLES.items()}
    check_zones(tmp_path, run("zonereclassification", **pair, **tables, **zone_outputs(tmp_path)))


def test_tables_of_the_project_by_name_and_id(run, pair, tmp_path):
    run.project = QgsProject()
    layers = {name: as_memory_layer(tmp_path, name, text) for name, text in TABLES.items()}
    for layer in layers.values():
        run.project.addMapLayer(layer)
    results = run(
        "zonereclassification",
        **pair,
        CLASSES=layers["CLASSES"].id(),
        RULES="my rules",
        **zone_outputs(tmp_path),
    )
    check_zones(tmp_path, results)


def test_columns_may_stand_in_any_order_and_case_with_others_between(run, pair, tmp_path):
    rules = [["note", "ZONE", "To", " From"]] + [
        ["", zone, target, source] for source, target, zone in rows_of(TABLES["RULES"])[1:]
    ]
    text = "\n".join(",".join(row) for row in rules) + "\n"
    tables = {
        "CLASSES": as_csv(tmp_path, "CLASSES", TABLES["CLASSES"]),
        "RULES": as_csv(tmp_path, "RULES", text),
    }
    check_zones(tmp_path, run("zonereclassification", **pair, **tables, **zone_outputs(tmp_path)))


def test_own_zones(run, pair, tmp_path):
    """Two zones of one's own; unassigned is added without being named."""
    zones = "zone,key,name,colour\n10,kept,Kept as it was,#00ff00\n20,changed,Changed,#ff0000\n"
    rules = (
        "from,to,zone\n*,*,changed\ncrop,crop,kept\nforest,forest,10\nwater,water,Kept as it was\n"
    )
    run(
        "zonereclassification",
        **pair,
        CLASSES=as_csv(tmp_path, "CLASSES", TABLES["CLASSES"]),
        RULES=as_csv(tmp_path, "RULES", rules),
        ZONE_TABLE=as_csv(tmp_path, "ZONE_TABLE", zones),
        **zone_outputs(tmp_path),
    )
    rows = read_csv(tmp_path / "zone_shares.csv")
    assert {row["zone_name"]: int(row["cells"]) for row in rows} == {
        "Kept as it was": 2,
        "Changed": 12,
        "Unassigned": 0,
    }
    layer = QgsRasterLayer(str(tmp_path / "zones.tif"))
    entries = {int(e.value): (e.label, e.color.name()) for e in layer.renderer().classes()}
    assert entries[10] == ("Kept as it was", "#00ff00")
    assert entries[20] == ("Changed", "#ff0000")
