"""The land matrix of an inventory: hectares and carbon of each year, after IPCC's tier 1."""

import math
import re
from collections import Counter
from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import Date
from carbon_zones.core.base.messages import DataError, Message
from carbon_zones.core.densities.ipcc import dead_matter_by_source
from carbon_zones.core.inventory import inventory as inventory_module
from carbon_zones.core.inventory.answers import (
    answer_notes,
    inventory_answers,
    key_figures,
    not_estimated_answer,
    returned_area_kha,
)
from carbon_zones.core.inventory.categories import (
    CATEGORIES,
    CROPLAND,
    FOREST,
    GRASSLAND,
    LAND_TYPES,
    OTHER,
    assign_land_types,
    read_categories,
)
from carbon_zones.core.inventory.inventory import BARE_BIOMASS_OPTIONS, BARE_SOIL_OPTIONS, Inventory
from carbon_zones.core.inventory.page import (
    category_rows,
    category_section,
    form_sheets,
    matrix_rows,
    scope_section,
)
from carbon_zones.core.inventory.uncertainty import InventoryUncertainty
from carbon_zones.core.scan.count_result import CombinationTable
from carbon_zones.core.scheme.coefficients import CarbonPool, Coefficient, Coefficients
from carbon_zones.core.scheme.defaults import SCHEMES, load_default_table, load_shipped_legend
from carbon_zones.core.scheme.recovery_curves import (
    ChapmanRichards,
    ExponentialRecovery,
    InstantRecovery,
    LinearRecovery,
    RecoveryRates,
)
from carbon_zones.test.core.inventory_oracle import Dated, Holding, Terms, gone_back
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
    (9, "orchard", "Orchard", "sink"),
    (10, "wood", "Wood", "sink"),
    (11, "road", "Road", "built"),
    (12, "rock", "Rock", "bare"),
)
KEYS = [c.key for c in LAND]
SHIPPED = {
    **read_categories(load_default_table("categories.csv"), LAND),
    "wood": 0,  # forest land (managed)
}
LAND_NAMES = [name for name, *_ in LAND_TYPES]


def inventory_of(
    histories, years, coefficients, transition=20, own=None, bare=("zero", "not_estimated")
) -> Inventory:
    """The inventory of hectares by history, such as {"arable forest": 2000.0}, or by Dated."""
    dated = [h if isinstance(h, Dated) else Dated(h.split()) for h in histories]
    known = [[d.disturbance or 0, d.recovery or 0] for d in dated]
    classes = [[KEYS.index(key) for key in d.history] for d in dated]
    count = len(histories)
    return Inventory(
        CombinationTable(
            np.zeros(count, np.int64),
            np.array(classes, np.uint16).reshape(count, len(years)),
            np.ones(count, np.int64),
            np.array(list(histories.values()), np.float64),
            np.array(known, np.uint16).reshape(count, 2) if np.any(known) else None,
        ),
        [Date(str(year), f"land_{year}") for year in years],
        LAND,
        SHIPPED,
        own or {},
        coefficients,
        transition,
        *bare,
    )


def told(made: Inventory, column: str) -> dict:
    """A column of CATEGORY_TABLE by year, category and category before."""
    return {(int(r["year"]), r["category"], r["from_category"]): r[column] for r in made.rows}


PAPER = holding(arable=(82.11, 5.0), forest=(92.67, 15.5), grass=(88.35, 6.398))


def test_sources_and_curves_are_told_in_words():
    """As all pages tell them: in the reader's language, and whether anybody chose the curve."""
    source = "vegetation, annual crops: IPCC 2019, table 5.9, single, +-75 %"
    densities = Coefficients(
        {
            "arable": Coefficient(
                CarbonPool(33.1), CarbonPool(4.7, is_curve_given=True), source=source
            ),
            "forest": Coefficient(CarbonPool(50.0), CarbonPool(60.0)),
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
    assert len(category_section(InventoryUncertainty(made), made.rows).charts) == drawn


@pytest.mark.parametrize("name", ["Grass", "Mangrove", "Orchard"])
def test_a_class_whose_name_is_another_row_of_the_shipped_table_goes_by_its_key(name):
    """Rows before and behind that of the key; a user cannot mend a table that is not his."""
    both = listed((1, "shrub", name, "sink"), (2, "herbaceous", "Grass", "sink"))
    lands = assign_land_types(both, read_categories(load_default_table("categories.csv"), both))
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
    "orchard": (38.0, 21.0),
    "rock": (20.0, 1.0),
}
# The curves of forest and of perennial crops, and of what grows by none.
GROWS = {
    "forest": LinearRecovery(7.0),
    "mangrove": ChapmanRichards(0.9, 12.5, 3.0),
    "orchard": RecoveryRates(((3.0, 4.0), (math.inf, 1.5))),
    "arable": InstantRecovery(),
    "grass": LinearRecovery(3.0),
}
# The same, by hand; and forests whose curve never comes to what others may hold.
STOCKS = {
    "forest": lambda age: 40.0 * min(1.0, age / 7.0),
    "mangrove": lambda age: (
        70.0 * (1.0 - math.exp(math.log(1.0 - 0.9 ** (1 / 3.0)) / 12.5 * age)) ** 3.0
    ),
    "orchard": lambda age: min(21.0, 4.0 * min(age, 3.0) + 1.5 * max(age - 3.0, 0.0)),
}
OTHER_FORESTS = {
    "instant": (InstantRecovery(), lambda age: 40.0 if age > 0 else 0.0),
    "exponential": (
        ExponentialRecovery(0.95, 30.0),
        lambda age: 40.0 * (1.0 - 0.05 ** (age / 30.0)),
    ),
    "stops": (
        RecoveryRates(((4.0, 3.0), (math.inf, 0.0))),
        lambda age: min(40.0, 3.0 * min(age, 4.0)),
    ),
    "ipcc": (GROWS["forest"], STOCKS["forest"]),
}
FOREST_LAND, GRASS_LAND = "Forest land (managed)", "Grassland (managed)"
PLACES = {
    "arable": ("Cropland", "Cropland"),
    "forest": ("Forest land", FOREST_LAND),
    "grass": ("Grassland", GRASS_LAND),
    "shrub": ("Grassland", GRASS_LAND),
    "mangrove": ("Forest land", FOREST_LAND),
    "orchard": ("Cropland", "Cropland"),
    "wood": ("Forest land", FOREST_LAND),
    "urban": ("Settlements", "Settlements"),
    "road": ("Settlements", "Settlements"),
    "open_pit": ("Other land", "Other land"),
    "rock": ("Other land", "Other land"),
    "water": ("Wetlands", "Wetlands (unmanaged)"),
}


def carbon_with(curve) -> Coefficients:
    """The densities, with a curve of forest; "wood" is forest of which nothing is known."""
    grows = {**GROWS, "forest": curve}
    return Coefficients(
        {
            key: Coefficient(
                CarbonPool(soil),
                CarbonPool(
                    green, curve=grows.get(key, LinearRecovery()), is_curve_given=key in grows
                ),
            )
            for key, (soil, green) in DENSITIES.items()
        }
    )


def facts_with(stock) -> dict:
    stocks = {**STOCKS, "forest": stock}
    return {
        key: Holding(
            *PLACES[key],
            DENSITIES.get(key),
            stocks.get(key),
            is_perennial=key == "orchard",
            is_mined=key == "open_pit",
            is_sink=LAND[KEYS.index(key)].is_sink,
        )
        for key in KEYS
    }


NEAR = {"rel_tol": 1e-9, "abs_tol": 1e-9}
# Years between dates, of which together few enough ways lead through all dates.
GAPS = st.one_of(
    st.lists(st.integers(1, 5), min_size=1, max_size=4),
    st.permutations([1, 10, 40]),
    st.permutations([40, 1, 1, 2]),
    st.just([1] * 35),
)


def matches(made: Inventory, wanted: tuple) -> None:
    """Compare both tables, and what is not estimated, with those of the plain loop."""
    rows, matrix, missing = wanted
    found = {
        (int(row["year"]), row["from_category"], row["to_category"]): row["area_kha"]
        for row in made.land_matrix_rows
    }
    assert found == pytest.approx(matrix, rel=1e-9)
    found = {
        (int(row["year"]), row["category"], row["from_category"]): [*row.values()][4:]
        for row in made.rows
    }
    # What is not estimated is empty, and not 0.
    assert found.keys() == rows.keys()
    for key, row in rows.items():
        for number, number_wanted in zip(found[key], row):
            is_same = number is number_wanted is None or isclose(number, number_wanted, **NEAR)
            assert is_same, (key, found[key], row)
    assert made.missing.sum() / 1e3 == pytest.approx(missing, rel=1e-9, abs=1e-12)


def matches_form(made: Inventory, wanted: tuple) -> None:
    """Compare the cells of the workbook: tables 4.1 and 4.A to 4.F of all years."""
    rows, matrix, _ = wanted
    for n, year in enumerate(made.years):
        cells = [row for _, row in matrix_rows(made, n)]
        for i, j in np.ndindex(len(LAND_TYPES), len(LAND_TYPES)):
            area = matrix.get((year, LAND_NAMES[i], LAND_NAMES[j]))
            assert cells[i][j] == ("NO" if area is None else pytest.approx(area, rel=1e-9))
        for category, name in enumerate(CATEGORIES):
            others = [other for other in CATEGORIES if other != name]
            lines = category_rows(made, n, category)
            for (_, line), origin in zip([lines[1], *lines[3:]], [None, *others]):
                row = rows.get((year, name, origin))
                if row is None:
                    assert set(line) == {"NO"}
                    continue
                area, gain, loss, soil, net, *_ = row
                changes = line[3 + (len(line) - 4) // 2 : -1]
                found = [line[0], line[1], changes[0], changes[1], changes[-2], line[-1]]
                told = [area, area, gain, None if loss is None else -loss, soil, net]
                for one, other in zip(found, told):
                    is_key = isinstance(one, str)
                    assert is_key == (other is None), (name, origin, line, row)
                    assert is_key or isclose(one, other, **NEAR), (name, origin, line, row)


@examples(200)
@given(
    GAPS,
    st.integers(1, 25),
    st.sampled_from(BARE_BIOMASS_OPTIONS),
    st.sampled_from(BARE_SOIL_OPTIONS),
    st.sampled_from(sorted(OTHER_FORESTS)),
    st.sampled_from(
        [
            *(KEYS, ["grass", "forest", "mangrove", "wood"], ["orchard", "forest", "urban"]),
            ["grass", "forest", "open_pit", "open_pit", "urban"],
        ]
    ),
    st.data(),
)
def test_a_plain_loop_over_all_pieces_finds_the_same(
    gaps, transition, biomass, soil, kind, of, data
):
    """The loop is written from the manual; land that is mined or reclaimed may have a year."""
    years = [int(year) for year in np.cumsum([2000, *gaps])]
    one = st.lists(st.sampled_from(of), min_size=len(years), max_size=len(years)).map(tuple)
    hectares = st.integers(1, 50).map(float)
    known = st.none() | st.integers(years[0], years[-1] + 1)
    dated = st.builds(Dated, one, known, known) if data.draw(st.booleans()) else one.map(Dated)
    histories = data.draw(st.dictionaries(dated, hectares, min_size=1, max_size=3))
    curve, stock = OTHER_FORESTS[kind]
    facts = facts_with(stock)
    wanted = plain_inventory(histories, years, facts, Terms(transition, biomass, soil))
    made = inventory_of(histories, years, carbon_with(curve), transition, bare=(biomass, soil))
    matches(made, wanted)
    matches_form(made, wanted)
    of_classes = Counter[tuple]()
    for own, area in histories.items():
        of_classes[own.history] += area
    assert returned_area_kha(made) == pytest.approx(gone_back(of_classes, facts), rel=1e-9)


def test_what_is_paved_is_not_paved_again():
    """By hand: 50 t C/ha go to 40 in 4 years; a road in the place of a town changes nothing."""
    densities = holding(grass=(50.0, 0.0))
    made = inventory_of(
        {"grass urban urban road road": 1e3},
        [2000, 2001, 2004, 2005, 2012],
        densities,
        4,
        bare=("zero", "paved"),
    )
    soil = [row["soil_ktc"] for row in made.rows]
    assert soil[:4] == pytest.approx([-2.5] * 4)
    assert soil[4:8] == [0.0] * 4
    assert set(soil[8:]) == {None}


def test_of_many_vintages_those_of_about_the_same_stock_go_on_together(monkeypatch):
    curves = {"forest": ExponentialRecovery(0.95, 30.0)}
    densities = carbon_with(curves["forest"])
    history = "grass forest mangrove forest mangrove grass"
    years = [2000, 2010, 2020, 2030, 2040, 2041]
    exact = inventory_of({history: 1e4}, years, densities)
    monkeypatch.setattr(inventory_module, "MAX_EXACT_PARCELS", 10)
    rough = inventory_of({history: 1e4}, years, densities)
    for n in (1, 2):
        assert rough.sums[n].sum() == pytest.approx(exact.sums[n].sum(), rel=1e-3)
    assert rough.sums[1].sum() == pytest.approx(rough.sums[2].sum(), rel=1e-9)
    assert not np.array_equal(rough.sums, exact.sums)


def test_every_class_of_every_shipped_legend_has_a_category():
    for scheme in SCHEMES:
        entries = [land_class for _, land_class in load_shipped_legend(scheme).entries]
        classes = listed(*((c.value, c.key, c.name, c.group) for c in entries))
        by_side = read_categories(load_default_table("categories.csv"), classes)
        assert (assign_land_types(classes, by_side, range(len(classes))) >= 0).all(), scheme


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
    others = dict.fromkeys({*KEYS} - {"forest", "urban", "road"}, "Other land")
    built = dict.fromkeys(("urban", "road"), "Settlements")
    assert lands == {**others, **built, "forest": "Forest land (unmanaged)"}
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
    by_side = read_categories(load_default_table("categories.csv"), classes)
    assert assign_land_types(classes, by_side, [0]).tolist() == [
        LAND_NAMES.index("Grassland (managed)"),
        -1,
    ]
    with pytest.raises(DataError, match=words("CATEGORIES", "'heath'", "forest_land", "managed")):
        assign_land_types(classes, by_side, [0, 1])


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
    assert converted[:9] == pytest.approx([0.002, 0.002, "NE", 5.0, -6.0, -1.0, "NE", -0.495, "NE"])
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
    sources = [next(t for t in dead_matter_by_source() if t.startswith(pool)) for pool in pools]
    densities = Coefficients(
        {
            "grass": Coefficient(CarbonPool(40.0), CarbonPool(6.0)),
            "arable": Coefficient(CarbonPool(30.0), CarbonPool(5.0)),
            "forest": Coefficient(
                CarbonPool(50.0), CarbonPool(60.0), source="; ".join(["plants", *sources])
            ),
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


def test_below_a_table_stands_what_its_areas_and_its_forest_are():
    made = inventory_of({"forest forest": 6.0, "forest arable": 2.0}, [2000, 2001], PAPER)
    forest, cropland = form_sheets(made, str)[1:3]
    texts = [[str(r.cells[0].value) for r in s.lines if r.cells] for s in (forest, cropland)]
    assert texts[0][-2].startswith("Area of mineral soil: all land; organic soils are not")
    assert texts[0][-1].startswith("Forest land remaining forest land: only biomass of forest")
    assert texts[1][-1] == texts[0][-2]


def told_answers(histories, years, coefficients, **given) -> list[str]:
    made = inventory_of(histories, years, coefficients, **given)
    return [str(answer) for _, answer in inventory_answers(InventoryUncertainty(made))]


def sure(**densities) -> Coefficients:
    """Without error in the soil, and half of the biomass."""
    return Coefficients(
        {
            key: Coefficient(CarbonPool(soil, u95_pct=0.0), CarbonPool(plants, u95_pct=50.0))
            for key, (soil, plants) in densities.items()
        }
    )


def test_a_page_opens_with_what_the_land_emitted():
    """By hand: 1,000 ha lose 10 t C/ha of biomass, which may be 5 to 15, in two years."""
    densities = sure(grass=(40.0, 10.0), arable=(40.0, 0.0))
    told = told_answers({"grass arable": 1e3}, [2000, 2002], densities)[0]
    assert told == (
        "In 2002: net emission of 18.3 kt CO₂. Total from 2001 to 2002: net emission of 37 kt "
        "CO₂. 95 % confidence interval: net emission of 9.2 to 27.5 kt CO₂ in 2002; net "
        "emission of 18 to 55 kt CO₂ in total."
    )
    told = told_answers({"arable grass": 1e3}, [2000, 2002], densities)[0]
    assert "net removal of 18.3 kt CO\u2082. Total from 2001 to 2002: net removal of 37" in told
    assert "interval: net removal of 9.2 to 27.5 kt CO₂ in 2002" in told
    assert "\u2212" not in told
    assert "-" not in told
    both = {"grass arable": 1e3, "arable shrub": 1e3}
    more = sure(grass=(40.0, 10.0), arable=(40.0, 0.0), shrub=(40.0, 9.0))
    told = told_answers(both, [2000, 2002], more)[0]
    assert "net removal of 10 kt CO₂ to net emission of 14 kt CO₂ in 2002" in told
    told = told_answers({"grass arable": 1e3}, [2000, 2002], PAPER)[0]
    assert told.endswith("6.84 kt CO₂. No uncertainty is given for the carbon densities.")
    told = told_answers({"grass arable arable": 1e3}, [2000, 2001, 2030], PAPER)[0]
    assert told.startswith("Total from 2001 to 2030: net emission of ")
    assert "; 2030 not estimated. " in told
    assert told_answers({"grass water": 1.0}, [2000, 2001], PAPER)[0] == "Carbon was not estimated."


@pytest.mark.parametrize(
    ("bare", "pit"),
    [
        (("zero", "not_estimated"), "soil"),
        (("not_estimated", "unchanged"), "biomass"),
        (("not_estimated", "not_estimated"), "both"),
        (("zero", "unchanged"), ""),
    ],
)
def test_the_log_tells_what_is_missing_of_each_class_apart(bare, pit):
    """Of water both; of a pit, which is bare, what the choices on bare land leave."""
    histories = {"grass open_pit": 1.0, "arable water": 1.0}
    notes = inventory_of(histories, [2000, 2001], PAPER, bare=bare).notes()
    said = " ".join(map(str, [*notes.notices, *notes.warnings]))
    words = {"both": "biomass and soil carbon", "soil": "soil carbon", "biomass": "biomass"}
    found = {
        name: re.findall(
            rf"(?<!and )\b{word} of conversions to and from classes[^(]*\(([^;)]*)", said
        )
        for name, word in words.items()
    }
    expected = {name: ["Pit"] if name == pit else [] for name in words}
    expected["both"] = ["Pit, Water" if pit == "both" else "Water"]
    assert found == expected


def test_a_page_opens_with_what_is_not_estimated():
    histories = {"grass open_pit": 3e3, "arable water": 1e3, "grass arable": 4e3}
    told = told_answers(histories, [2000, 2001], PAPER)[1]
    assert told == (
        "Biomass or soil not estimated (NE): 4.00 of the 8.00 kha of land in transition in "
        "2001 (50 %; converted within 20 years). Classes without densities: Pit 3.00 kha, Water "
        "1.00 kha. Enter their densities in COEFFICIENTS."
    )
    # Of grass that was water, whose soil nobody knows, the water is what lacks a density.
    told = told_answers({"water grass arable": 1e3}, [2000, 2005, 2010], PAPER)[1]
    assert "Classes without densities: Water 1.00 kha. " in told
    told = told_answers({"grass arable": 4e3}, [2000, 2001], PAPER)[1]
    assert told == (
        "Biomass and soil are estimated for all land in transition in 2001 (4.00 kha, converted "
        "within 20 years)."
    )
    # 0.4 kha are converted in each year; those of the last five are in transition.
    made = inventory_of({"grass arable": 4e3}, [2000, 2010], PAPER, transition=5)
    assert "(2.00 kha, converted within 5 years)" in str(not_estimated_answer(made))
    (row,) = (r for r in made.land_matrix_rows if r["year"] == "2010" and r["area_kha"] == 0.4)
    assert (row["from_category"][:9], row["to_category"][:8]) == ("Grassland", "Cropland")
    many = {f"grass {key}": 1e3 for key in ("urban", "road", "open_pit", "water", "wood", "rock")}
    told = told_answers({**many, "grass urban": 2e3}, [2000, 2001], PAPER)[1]
    assert "Town 2.00 kha" in told
    assert "other classes 1.00 kha." in told


@pytest.mark.parametrize(
    ("histories", "years", "told", "is_warning"),
    [
        # Of 10 kha of the first period 2 return; the last period, and a pit, do not count.
        (
            {"grass arable grass": 2e3, "grass open_pit grass": 1e3, "grass arable arable": 7e3},
            [2000, 2001, 2002],
            "20.0 % of the 10.00 kha converted from 2000 to 2001 returned to the former class",
            True,
        ),
        ({"grass arable arable": 7e3}, [2000, 2001, 2002], "0 % of the 7.00 kha", False),
        ({"grass shrub grass": 7e3}, [2000, 2001, 2002], "No land converted from", False),
        (
            {"grass arable": 7e3},
            [2000, 2001],
            "Not available: at least three dates are required.",
            False,
        ),
    ],
)
def test_a_page_opens_with_how_much_goes_back(histories, years, told, is_warning):
    uncertainty = InventoryUncertainty(inventory_of(histories, years, PAPER))
    assert str(inventory_answers(uncertainty)[2][1]).startswith(told)
    notes = answer_notes(uncertainty)
    assert [str(w).startswith(told) for w in notes.warnings] == [True] * is_warning
    assert len(notes.notices) + len(notes.warnings) >= 3


def test_numbers_are_left_out_where_there_are_none():
    made = InventoryUncertainty(inventory_of({"grass water": 1e3}, [2000, 2001], PAPER))
    assert key_figures(made) == {"NOT_ESTIMATED_KHA": 1.0}
    made = InventoryUncertainty(inventory_of({"grass arable": 1e3}, [2000, 2002], PAPER))
    soil = (88.35 - 82.11) / 20
    years = [44 / 12 * 0.5 * (1.398 + soil), 44 / 12 * (0.5 * 1.398 + soil)]
    wanted = {"NET_CO2_KT": years[1], "NET_CO2_TOTAL_KT": sum(years), "NOT_ESTIMATED_KHA": 0.0}
    assert key_figures(made) == pytest.approx(wanted)
