"""The land matrix of an inventory: hectares and carbon of each year, after IPCC's tier 1."""

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Date
from carbon_zones.core.base.messages import DataError, Message
from carbon_zones.core.densities.ipcc import all_dead
from carbon_zones.core.inventory.inventory import (
    CROPLAND,
    FOREST,
    GRASSLAND,
    LANDS,
    OTHER,
    Inventory,
    lands_of,
    read_categories,
)
from carbon_zones.core.inventory.page import (
    category_rows,
    category_section,
    matrix_rows,
    scope_section,
)
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scheme.coefficients import Coefficient, Coefficients, Pool
from carbon_zones.core.scheme.defaults import SCHEMES, default_table, shipped_legend
from carbon_zones.core.scheme.recovery_curves import Ipcc
from carbon_zones.test.core.inventory_oracle import Holding
from carbon_zones.test.core.inventory_oracle import inventory as plain_inventory
from carbon_zones.test.core.support import examples, holding, listed, table, words

# Value, key, name, group.
LAND = listed(
    (1, "arable", "Arable land", "sink"),
    (2, "forest", "Forestland", "sink"),
    (3, "grass", "Grassland", "sink"),
    (4, "shrub", "Shrubland", "sink"),
    (5, "mangrove", "Mangroves", "sink"),
    (6, "urban", "Town", "built"),
    (7, "open_pit", "Pit", "mine"),
    (8, "water", "Water", "water"),
)
KEYS = [c.key for c in LAND]
SHIPPED = read_categories(default_table("categories.csv"), LAND)
LAND_NAMES = [name for name, *_ in LANDS]


def inventory_of(histories, years, coefficients, transition=20, own=None) -> Inventory:
    """The inventory of hectares by history, such as {"arable forest": 2000.0}."""
    classes = [[KEYS.index(key) for key in history.split()] for history in histories]
    count = len(histories)
    return Inventory(
        CombinationTable(
            np.zeros(count, np.int64),
            np.array(classes, np.uint16).reshape(count, len(years)),
            np.ones(count, np.int64),
            np.array(list(histories.values()), np.float64),
        ),
        [Date(str(year), f"land_{year}") for year in years],
        LAND,
        SHIPPED,
        own or {},
        coefficients,
        transition,
    )


def told(made: Inventory, column: str) -> dict:
    """A column of CATEGORY_TABLE by year, category and category before."""
    return {
        (int(row["year"]), row["category"], row["from_category"]): row[column] for row in made.rows
    }


PAPER = holding(arable=(82.11, 5.0), forest=(92.67, 15.5), grass=(88.35, 6.398))
KHA = 1e3


def test_land_is_converted_for_20_years_and_then_remains():
    """As libcbm counts it (cbm3_tutorial6): 9,000, 2,000 and 11,000 ha."""
    histories = {"forest forest forest": 9000.0, "arable forest forest": 2000.0}
    area = told(inventory_of(histories, [2000, 2001, 2041], PAPER), "area_kha")
    for year in range(2001, 2021):
        assert area[year, "Forest land", None] * KHA == 9000.0
        assert area[year, "Forest land", "Cropland"] * KHA == 2000.0
    for year in range(2021, 2042):
        assert area[year, "Forest land", None] * KHA == 11000.0
        assert (year, "Forest land", "Cropland") not in area


def test_sources_and_curves_are_told_in_words():
    """As all pages tell them: in the reader's language, and whether anybody chose the curve."""
    source = "vegetation, annual crops: IPCC 2019, table 5.9, single, +-75 %"
    densities = Coefficients(
        {
            "arable": Coefficient(Pool(33.1), Pool(4.7, is_curve_given=True), source=source),
            "forest": Coefficient(Pool(50.0), Pool(60.0)),
        }
    )
    made = inventory_of({"arable forest": 5.0}, [2000, 2005], densities)
    arable, forest = scope_section(made).tables[0].raw
    # A text with its parts apart, which are translated.
    assert isinstance(arable["source"], Message)
    assert [str(row["curve"]) for row in (arable, forest)] == ["ipcc", "ipcc (default)"]


@pytest.mark.parametrize(("history", "drawn"), [("grass grass", 0), ("grass arable", 1)])
def test_a_chart_without_a_bar_is_not_drawn(history, drawn):
    made = inventory_of({history: 5.0}, [2000, 2005], PAPER)
    assert len(category_section(made, made.rows).charts) == drawn


@pytest.mark.parametrize("name", ["Grass", "Mangrove", "Orchard"])
def test_a_class_whose_name_is_another_row_of_the_shipped_table_goes_by_its_key(name):
    """Rows before and behind that of the key; a user cannot mend a table that is not his."""
    classes = listed((1, "shrub", name, "sink"), (2, "herbaceous", "Grass", "sink"))
    lands = lands_of(classes, read_categories(default_table("categories.csv"), classes))
    assert [LAND_NAMES[land] for land in lands] == ["Grassland (managed)"] * 2


def test_equal_densities_leave_no_dust():
    """Vintages of three periods, each a third or a seventh: their sums differ in the last digit."""
    densities = holding(arable=(43.1, 6.398), grass=(43.1, 6.398), shrub=(43.1, 6.398))
    histories = {"grass arable shrub arable": 100.1, "arable shrub grass shrub": 33.3}
    made = inventory_of(histories, [2000, 2007, 2010, 2013], densities)
    changed = [row for row in made.rows if row["soil_ktc"] is not None]
    assert len(changed) > 20
    assert {row["soil_ktc"] for row in changed} == {0.0}
    assert {row["net_co2_kt"] for row in changed} == {0.0}
    assert {row["biomass_tc_per_ha"] for row in changed} == {0.0}
    assert max(row["biomass_gain_ktc"] for row in changed) > 0.0


def test_land_without_a_density_is_told():
    """Unless 0 is written, which is estimated too."""
    for pit, is_told in (({}, True), ({"open_pit": (0.0, 0.0)}, False)):
        made = inventory_of({"arable open_pit": 9.0}, [2000, 2001], holding(arable=(80, 5), **pit))
        assert ("Pit" in str(made.notes().notices[1])) == is_told


DENSITIES = {
    "arable": (33.1, 5.0),
    "forest": (50.0, 40.0),
    "grass": (43.0, 6.0),
    "shrub": (47.0, 12.0),
    "mangrove": (90.0, 70.0),
    "open_pit": (0.0, 0.0),
}
GROWS = {"forest": 7.0, "mangrove": 30.0}


def held(key: str, category: str, land: str) -> Holding:
    densities = DENSITIES.get(key)
    if key not in GROWS:
        return Holding(category, land, densities)
    return Holding(category, land, densities, lambda age: densities[1] * min(1, age / GROWS[key]))


FOREST_LAND, GRASS_LAND = "Forest land (managed)", "Grassland (managed)"
FACTS = {
    key: held(key, category, land)
    for key, category, land in (
        ("arable", "Cropland", "Cropland"),
        ("forest", "Forest land", FOREST_LAND),
        ("grass", "Grassland", GRASS_LAND),
        ("shrub", "Grassland", GRASS_LAND),
        ("mangrove", "Forest land", FOREST_LAND),
        ("urban", "Settlements", "Settlements"),
        ("open_pit", "Other land", "Other land"),
        ("water", "Wetlands", "Wetlands (unmanaged)"),
    )
}
CARBON = Coefficients(
    {
        key: Coefficient(Pool(soil), Pool(green, curve=Ipcc(GROWS.get(key, 20.0))))
        for key, (soil, green) in DENSITIES.items()
    }
)


NEAR = {"rel_tol": 1e-9, "abs_tol": 1e-9}


@examples(60)
@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=5).map(lambda gaps: np.cumsum([2000, *gaps])),
    st.integers(1, 8),
    st.data(),
)
def test_a_plain_loop_over_all_pieces_finds_the_same(years, transition, data):
    years = [int(year) for year in years]
    one = st.tuples(*[st.sampled_from(KEYS)] * len(years))
    hectares = st.integers(1, 50).map(float)
    histories = data.draw(st.dictionaries(one, hectares, min_size=1, max_size=4))
    rows, matrix = plain_inventory(histories, years, FACTS, transition)
    named = {" ".join(history): area for history, area in histories.items()}
    made = inventory_of(named, years, CARBON, transition)
    found = {
        (int(row["year"]), row["from_category"], row["to_category"]): row["area_kha"]
        for row in made.matrix
    }
    assert found == pytest.approx(matrix, rel=1e-9)
    found = {
        (int(row["year"]), row["category"], row["from_category"]): [*row.values()][4:]
        for row in made.rows
    }
    # What is not estimated is empty, and not 0.
    assert found.keys() == rows.keys()
    for key, row in rows.items():
        for number, wanted in zip(found[key], row):
            is_same = number is wanted is None or isclose(
                number, wanted, rel_tol=1e-9, abs_tol=1e-9
            )
            assert is_same, (key, found[key], row)


def test_every_class_of_every_shipped_legend_has_a_category():
    for scheme in SCHEMES:
        entries = [land_class for _, land_class in shipped_legend(scheme).entries]
        classes = listed(*((c.value, c.key, c.name, c.group) for c in entries))
        by_side = read_categories(default_table("categories.csv"), classes)
        assert (lands_of(classes, by_side, range(len(classes))) >= 0).all(), scheme


def test_a_row_of_the_user_s_wins_over_what_is_shipped_and_a_class_over_its_group():
    rows = "class,category,managed\n@mine,Settlements,\nforest,forest_land,no\n@sink,cropland,"
    own = read_categories(table("CATEGORIES", rows), LAND)
    made = inventory_of({"forest open_pit": 1.0}, [2000, 2001], PAPER, own=own)
    lands = [made.lands[KEYS.index(key)] for key in ("forest", "open_pit", "grass")]
    assert [str(LAND_NAMES[land]) for land in lands] == [
        "Forest land (unmanaged)",
        "Settlements",
        "Grassland (managed)",
    ]
    assert made.notes().warnings == []


def test_a_row_on_all_is_that_of_the_classes_that_no_other_row_names():
    """Shipped rows are not read then, and no mined land is asked about."""
    rows = "class,category,managed\n*,other_land,\nforest,forest_land,no\n@built,settlements,"
    own = read_categories(table("CATEGORIES", rows), LAND)
    made = inventory_of({"arable open_pit": 1.0}, [2000, 2001], PAPER, own=own)
    lands = {key: str(LAND_NAMES[made.lands[KEYS.index(key)]]) for key in KEYS}
    others = dict.fromkeys(
        ("arable", "grass", "shrub", "mangrove", "open_pit", "water"), "Other land"
    )
    assert lands == {**others, "forest": "Forest land (unmanaged)", "urban": "Settlements"}
    assert made.notes().warnings == []


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ("*,cropland,\n*,cropland,", ("row 2", "'*'", "row 1")),
        ("grass,meadow,yes", ("row 1", "'category'", "'meadow'", "forest_land", "other_land")),
        ("grass,grassland,", ("row 1", "'managed' is empty")),
        ("grass,grassland,perhaps", ("row 1", "'managed'", "'perhaps'", "yes, no")),
        ("gras,grassland,yes", ("unknown class 'gras'", "arable")),
        ("@sink,cropland,\n@sink,cropland,", ("row 2", "'@sink'", "row 1")),
    ],
)
def test_rows_that_cannot_be_are_refused(row, parts):
    with pytest.raises(DataError, match=words("CATEGORIES", *parts)):
        read_categories(table("CATEGORIES", f"class,category,managed\n{row}"), LAND)


def test_a_class_without_a_category_is_refused_where_it_occurs():
    classes = listed((1, "grass", "Grass", "sink"), (2, "heath", "Heath", "sink"))
    by_side = read_categories(default_table("categories.csv"), classes)
    assert lands_of(classes, by_side, [0]).tolist() == [LAND_NAMES.index("Grassland (managed)"), -1]
    with pytest.raises(DataError, match=words("CATEGORIES", "'heath'", "forest_land", "managed")):
        lands_of(classes, by_side, [0, 1])


def test_the_form_has_its_notation_keys():
    histories = {"arable arable": 6.0, "grass arable": 2.0, "open_pit open_pit": 1.0}
    made = inventory_of(histories, [2000, 2001], holding(arable=(33.1, 5.0), grass=(43.0, 6.0)))
    rows = {str(label): cells for label, cells in category_rows(made, 0, CROPLAND)}
    assert list(rows) == [
        "Total cropland",
        "1. Cropland remaining cropland",
        "2. Land converted to cropland",
        "2.1 Forest land converted to cropland",
        "2.2 Grassland converted to cropland",
        "2.3 Wetlands converted to cropland",
        "2.4 Settlements converted to cropland",
        "2.5 Other land converted to cropland",
    ]
    assert rows["1. Cropland remaining cropland"] == [0.006, 0.006, *["NE"] * 14]
    assert rows["2.1 Forest land converted to cropland"] == ["NO"] * 16
    converted = rows["2.2 Grassland converted to cropland"]
    assert converted[:9] == pytest.approx(
        [0.002, 0.002, "NE", 5.0, -6.0, -1.0, "NE", -9.9 / 20, "NE"]
    )
    assert converted[9:] == pytest.approx(
        [0.01, -0.012, -0.002, "NE", -0.00099, "NE", 44 / 12 * 0.00299]
    )
    total = rows["Total cropland"]
    assert total[3] == pytest.approx(10.0 / 8.0)
    assert total[-1] == converted[-1]
    other = category_rows(made, 0, OTHER)[1][1]
    assert other[3:] == [*["NA"] * 5, "NE", *["NA"] * 5, "NE", "NA"]
    assert len(category_rows(made, 0, FOREST)[0][1]) == 18


@pytest.mark.parametrize(
    ("pools", "keys", "left_out"),
    [
        (("dead wood", "litter"), ["IE", "IE"], ()),
        (("litter",), ["NE", "IE"], ("dead wood",)),
        (("dead wood",), ["IE", "NE"], ("litter",)),
        ((), ["NE", "NE"], ("dead wood and litter",)),
    ],
)
def test_dead_matter_in_the_densities_is_included_elsewhere(pools, keys, left_out):
    """Each of the two by itself, and only where land with such densities takes part."""
    sources = [next(text for text in all_dead() if text.startswith(pool)) for pool in pools]
    densities = Coefficients(
        {
            "grass": Coefficient(Pool(40.0), Pool(6.0)),
            "arable": Coefficient(Pool(30.0), Pool(5.0)),
            "forest": Coefficient(Pool(50.0), Pool(60.0), source="; ".join(["plants", *sources])),
        }
    )
    histories = {"grass forest": 1.0, "forest grass": 1.0, "arable grass": 1.0}
    made = inventory_of(histories, [2000, 2001], densities)
    rows = {str(label): cells for label, cells in category_rows(made, 0, FOREST)}
    assert rows["2.2 Grassland converted to forest land"][6:8] == keys
    rows = {str(label): cells for label, cells in category_rows(made, 0, GRASSLAND)}
    either = "IE" if pools else "NE"
    assert rows["2.1 Forest land converted to grassland"][6] == either
    assert rows["Total grassland"][6] == either
    assert rows["2.2 Cropland converted to grassland"][6] == "NE"
    made = inventory_of({"arable grass": 1.0, "forest forest": 1.0}, [2000, 2001], densities)
    assert category_rows(made, 0, GRASSLAND)[0][1][6] == "NE"
    told = str(made.notes().notices[1]).rstrip(".").split("; ")
    assert {"dead wood and litter", "dead wood", "litter"} & set(told) == set(left_out)


def test_table_4_1_has_initial_and_final_areas_and_the_net_change():
    made = inventory_of({"forest forest": 6.0, "forest arable": 2.0}, [2000, 2001], PAPER)
    rows = matrix_rows(made, 0)
    assert [str(label) for label, _ in rows] == [*map(str, LAND_NAMES), "Final area", "Net change"]
    assert rows[0][1] == [0.006, "NO", 0.002, *["NO"] * 6, 0.008]
    assert rows[9][1] == [0.006, "NO", 0.002, *["NO"] * 6, 0.008]
    assert rows[10][1] == [-0.002, "NO", 0.002, *["NO"] * 6, 0.0]
