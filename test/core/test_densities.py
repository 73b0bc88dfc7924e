"""Densities of any place against the sites that were worked out apart (test/core/data)."""

from __future__ import annotations

import csv
import math
from dataclasses import replace

import pytest

from carbon_zones.core.base.messages import DataError, Message, Notes, Term
from carbon_zones.core.densities.density_table import (
    ClassDensity,
    default_density,
    density_notes,
    is_unmodified_default,
    measured_density,
)
from carbon_zones.core.densities.ipcc import (
    CLIMATES,
    PERENNIAL_CROPS,
    TABLE_FOLDER,
    Site,
    forest_growth,
)
from carbon_zones.core.ledger.ledger import note_assumptions
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.table import Table

PINGSHUO = Site("cool_temperate_dry", "high_activity_clay", "temperate_mountain")
AMAPA = Site("tropical_wet", "low_activity_clay", "tropical_rainforest", "americas")
LUSATIA = Site("cool_temperate_moist", "sandy", "temperate_continental")
PLANTED = {"forest": "plantation", "leaf": "needleleaf"}


def of(key: str, site: Site, **changed: str):
    return default_density(LandClass(1, key, key, "sink"), replace(site, **changed))


@pytest.mark.parametrize("climate", CLIMATES)
def test_reasons_for_no_density_are_in_words_that_are_translated(climate):
    """A climate, a soil, a crop stands in them as a term, and not as scripts spell it."""
    for soil in ("low_activity_clay", "sandy", "volcanic", "wetland", ""):
        for perennial in PERENNIAL_CROPS:
            site = Site(climate, soil, "", perennial=perennial)
            for key in ("arable", "grass", "orchard", "mangrove"):
                for why in of(key, site).lacking.values():
                    assert "_" not in str(why).replace("FOREST_ZONE", "")
                    values = why.values.values() if isinstance(why, Message) else ()
                    assert all(isinstance(value, Term) or value == "2019" for value in values)


SOILS = {"HAC": "high_activity_clay", "LAC": "low_activity_clay"}
LANDS = {"arable": "arable", "paddy": "paddy", "orchard": "orchard", "reference": "forest"}


def shipped(name: str) -> list[dict[str, str]]:
    with open(TABLE_FOLDER / f"{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(cell: str) -> float | None:
    return float(cell) if cell else None


@pytest.mark.parametrize("half_width", ["site", "mean"])
def test_every_row_of_soil(half_width):
    for row in shipped("soil"):
        if row["land"] in LANDS:
            place = Site(row["climate"], SOILS.get(row["soil"], row["soil"]))
            chosen = {"edition": row["edition"], "half_width": half_width}
            made = of(LANDS[row["land"]], place, **chosen).to_row
            found = made["soil_tc_per_ha"], made["u95_soil_pct"], made["soil_u95_shared"]
            names = ("tc_per_ha", f"u95_{half_width}_pct", f"shared_{half_width}_pct")
            assert found == tuple(number(row[name]) for name in names), row
            for words in (row["edition"], f"table {row['table']}", row["standing"]):
                assert words in made["source"]


def test_every_row_of_vegetation():
    """Shrub has its own where the zone has one, and not the forest's."""
    columns = ("vegetation_tc_per_ha", "u95_vegetation_pct", "vegetation_u95_shared")
    for row in shipped("forest_vegetation"):
        chosen = {name: row[name] for name in ("forest_zone", "forest", "leaf") if row[name]}
        chosen["edition"] = "2006"
        if row["continent"] != "all":
            chosen |= {"edition": "2019", "continent": row["continent"]}
        made = default_density(LandClass(1, "forest", "forest", "sink"), Site(**chosen)).to_row
        wanted = (number(row["tc_per_ha"]), number(row["u95_pct"]), None)
        assert tuple(made[column] for column in columns) == wanted, row
        shrub = default_density(LandClass(1, "shrub", "shrub", "sink"), Site(**chosen)).to_row
        is_shrub = row["forest_zone"] in ("tropical_shrubland", "subtropical_steppe")
        assert (shrub["vegetation_tc_per_ha"] is not None) == is_shrub, row
    for row in shipped("grass_vegetation"):
        made = of("grass", Site(row["climate"])).to_row
        wanted = (number(row["tc_per_ha"]), number(row["u95_pct"]))
        assert tuple(made[column] for column in columns[:2]) == wanted, row


def written(edit: dict[str, object]) -> Table:
    """COEFFICIENTS of a class by the tables and of one by maps, its cells edited."""
    site = replace(LUSATIA, half_width="mean")
    measured = ClassDensity(
        LandClass(2, "shrub", "Shrub", "sink"),
        measured_density("soil", 1234.56789012 / 13, 7, "soil (2018)", 0.1, 100 / 3),
        measured_density("vegetation", 2 / 3, 7, "biomass", 0.47, None),
        {},
    )
    rows = [of("forest", site, **PLANTED, returned="natural").to_row, measured.to_row]
    columns = tuple(rows[0])
    return Table("", columns, [{**row, **edit.get(row["class"], {})} for row in rows])


def test_a_table_as_it_was_made_is_known_with_the_digits_that_its_source_tells():
    """All digits of the means, as they are written; and those of a format that keeps fewer."""
    assert is_unmodified_default(written({}))
    fewer = {"soil_tc_per_ha": "94.966761", "u95_soil_pct": "33.3333", "soil_u95_shared": 33.3333}
    assert is_unmodified_default(written({"shrub": fewer}))


@pytest.mark.parametrize("key", ["forest", "shrub"])
@pytest.mark.parametrize(
    "column",
    ["soil_tc_per_ha", "vegetation_tc_per_ha", "u95_soil_pct", "soil_u95_shared", "soil_p1"],
)
def test_a_number_whose_last_digit_somebody_changed_is_told(key, column):
    (value,) = (row.float_value(column) for row in written({}) if row.text_value("class") == key)
    digits = 6 if "u95" in column else 8
    step = 10.0 ** (math.floor(math.log10(value)) + 1 - digits)
    assert not is_unmodified_default(written({key: {column: value + step}}))


@pytest.mark.parametrize(
    "edit",
    [
        {"vegetation_rates": ":2.5"},
        {"vegetation_returned_tc_per_ha": 60},
        {"u95_vegetation_returned_pct": ""},
        {"vegetation_rate_u95_pct": 90},
        {"vegetation_curve": "instant", "vegetation_rates": ""},
        {"vegetation_p1": 40},
        {"soil_curve": "exponential"},
    ],
    ids=lambda edit: "-".join(edit),
)
def test_a_curve_that_somebody_changed_is_told(edit):
    assert not is_unmodified_default(written({"forest": edit}))


EARLIER = """\
class,soil_tc_per_ha,vegetation_tc_per_ha,u95_soil_pct,u95_vegetation_pct,soil_u95_shared,\
vegetation_u95_shared,distribution,source
forest,52.0,176.24,94.23,68.75,94.23,,lognormal,"soil 0-30 cm, tropical wet, low activity clay, \
reference: IPCC 2019, table 2.3, checked, +-94.23 % (site); vegetation, tropical rainforest, \
americas, natural: IPCC 2019, table 4.7 with 4.4, single, +-68.75 %"
grass,52.0,7.567,94.23,75.0,94.23,,lognormal,"soil 0-30 cm, tropical wet, low activity clay, \
reference: IPCC 2019, table 2.3, checked, +-94.23 % (site); vegetation, tropical wet: IPCC 2006, \
kept in 2019, table 6.4, checked, +-75 %"
arable,43.16,4.7,94.87,75.0,94.23,,lognormal,"soil 0-30 cm, tropical wet, low activity clay, \
arable: IPCC 2019, table 2.3 x 5.5, checked, +-94.87 % (site); vegetation, annual crops: \
IPCC 2019, table 5.9, single, +-75 %"
orchard,52.52,,97.49,,94.23,,lognormal,"soil 0-30 cm, tropical wet, low activity clay, orchard: \
IPCC 2019, table 2.3 x 5.5, single, +-97.49 % (site)"
"""


def earlier(edit: dict[str, str]) -> Table:
    """A table without curves, as release 1.0.0 wrote it for Amapa."""
    rows = [*csv.DictReader(EARLIER.splitlines())]
    return Table("", tuple({**rows[0], **edit}), [{**row, **edit} for row in rows])


def test_a_table_of_an_earlier_release_is_known_and_an_edited_one_is_not():
    assert is_unmodified_default(earlier({}))
    assert not is_unmodified_default(earlier({"u95_soil_pct": "80"}))
    assert not is_unmodified_default(earlier({"soil_curve": "ipcc"}))


with open(TABLE_FOLDER / "regrowth.csv", encoding="utf-8") as file:
    GROWTH = list(csv.DictReader(file))


def test_growth_of_the_table_is_its_shoots_and_roots():
    """And its half-width the root of those of growth, of roots and of the carbon fraction."""
    for row in GROWTH:
        shoots, roots = float(row["growth_tdm_per_ha_yr"]), float(row["root_shoot"])
        whole = shoots * (1 + roots) * 0.47
        assert float(row["growth_tc_per_ha_yr"]) == pytest.approx(whole, abs=6e-4), row
        own = roots * float(row["root_shoot_u95_pct"] or 0) / (1 + roots)
        width = math.hypot(float(row["growth_u95_pct"]), own, 5)
        assert float(row["u95_pct"]) == pytest.approx(width, abs=0.06), row


FORESTS = list(dict.fromkeys((row["forest_zone"], row["leaf"]) for row in GROWTH))


def wanted_growth(zone: str, leaf: str, continent: str, forest: str, edition: str):
    """Rates and half-width, picked row by row: the last that fits best, age by age."""
    rank = {
        ("plantation", "plantation", "all"): 1,
        ("natural", "secondary", "all"): 1,
        ("natural", "natural", "all"): 2,
        ("natural", "secondary", continent if edition == "2019" else ""): 3,
    }
    rows = [row for row in GROWTH if (row["forest_zone"], row["leaf"]) == (zone, leaf)]

    def fits(row) -> int:
        if row["continent"] == "all" and row["forest"] != forest == "natural":
            return rank.get((forest, row["forest"], "all"), 0)
        return rank.get((forest, row["forest"], row["continent"]), 0)

    best = max(map(fits, rows))
    ages = {"<=20": "20", ">20": "", "all": ""}
    chosen = [row for row in rows if fits(row) == best]
    text = ";".join(f"{ages[r['age_class']]}:{float(r['growth_tc_per_ha_yr']):g}" for r in chosen)
    return text, float(chosen[0]["u95_pct"])


@pytest.mark.parametrize("edition", ["2019", "2006"])
@pytest.mark.parametrize("continent", ["", "africa", "americas", "asia"])
def test_forest_grows_by_the_row_of_its_place(continent, edition):
    """Every zone; measured forest too, which has no density of the tables."""
    for zone, leaf in FORESTS:
        for forest in ("natural", "plantation"):
            site = Site(
                forest_zone=zone, continent=continent, leaf=leaf, forest=forest, edition=edition
            )
            growth = forest_growth(site, forest)
            wanted = wanted_growth(zone, leaf, continent, forest, edition)
            assert (growth.curve.formula, growth.u95_pct) == wanted


# By hand: above ground x (1 + R) x 0.47, of the tables that the source names.
BY_HAND = [
    (AMAPA, {}, "20:3.386;:1.32", 85.05, "americas, secondary: IPCC 2019, table 4.9"),
    (AMAPA, {"returned": "plantation"}, ":9.659", 90.14, "plantation: IPCC 2006, table 4.12"),
    # The weaker standing of the two tables.
    (
        AMAPA,
        {"continent": "asia"},
        "20:1.929;:1.538",
        229.76,
        "asia, secondary: IPCC 2019, table 4.9 with 4.4, single",
    ),
    (PINGSHUO, PLANTED, ":1.819", 90.7, "plantation, needleleaf: IPCC 2006, table 4.12"),
]


@pytest.mark.parametrize(("site", "changed", "rates", "u95", "named"), BY_HAND)
def test_growth_by_hand(site, changed, rates, u95, named):
    row = of("forest", site, **changed).to_row
    assert (row["vegetation_curve"], row["vegetation_rates"]) == ("rates", rates)
    assert row["vegetation_rate_u95_pct"] == u95
    assert (
        f"regrowth, {(changed.get('forest_zone') or site.forest_zone).replace('_', ' ')}"
        in (row["source"])
    )
    assert named in row["source"].split("regrowth")[1]


def test_what_comes_back_is_another_density_only_where_it_is_another_forest():
    same = ("vegetation_returned_tc_per_ha", "u95_vegetation_returned_pct")
    for changed in ({}, {"returned": "natural"}, {"forest": "secondary"}):
        row = of("forest", AMAPA, **changed).to_row
        assert [row[column] for column in same] == [None, None]
    planted = of("forest", AMAPA, returned="plantation")
    assert planted.to_row["vegetation_tc_per_ha"] == 176.24
    assert [planted.to_row[column] for column in same] == [96.59, 90.14]
    assert (
        "returned as vegetation, tropical rainforest, all, plantation" in planted.to_row["source"]
    )
    # A half-width is not less than what classes share of it: of a map that is all.
    measured = replace(planted, vegetation=measured_density("vegetation", 80, 7, "m", 0.47, 95))
    assert [measured.to_row[column] for column in same] == [96.59, 95.0]
    sure = replace(measured, soil=None, vegetation=replace(measured.vegetation, u95_pct=20))
    assert sure.to_row["distribution"] == "lognormal"
    assert replace(sure, returned=None).to_row["distribution"] == "normal"


def test_what_else_comes_back():
    """Annual plants within the year, soil in 20 years, shrub as its zone grows; else nothing."""
    curves = ("soil_curve", "soil_p1", "vegetation_curve", "vegetation_p1", "vegetation_rates")
    zone = {"forest_zone": "tropical_shrubland", "continent": "africa"}
    expected = {
        "arable": ("ipcc", 20.0, "instant", None, ""),
        "paddy": ("ipcc", 20.0, "instant", None, ""),
        "grass": ("ipcc", 20.0, "instant", None, ""),
        "orchard": ("ipcc", 20.0, "ipcc", 9.88, ""),
        "mangrove": ("ipcc", 20.0, "rates", None, ":6.653"),
        "shrub": ("ipcc", 20.0, "rates", None, "20:0.296;:0.592"),
    }
    for key, wanted in expected.items():
        row = of(key, AMAPA, **zone).to_row
        assert tuple(row[column] for column in curves) == wanted
    # What has no density has no curve.
    grass = of("grass", AMAPA, climate="")
    assert grass.to_row["vegetation_curve"] == grass.to_row["soil_curve"] == ""


def warned(row: dict, name: str = "forest") -> list[str]:
    """What a ledger says of the vegetation of land that came back as the class of a row."""
    land_class, notes = LandClass(1, name, "Wood", "sink"), Notes()
    row = {**row, "class": name, "soil_tc_per_ha": 1}
    coefficients = read_coefficients(Table("C", tuple(row), [row]), Classes([land_class]), Notes())
    note_assumptions([], [land_class], coefficients, notes)
    return [text for text in map(str, notes.warnings) if "vegetation" in text]


def test_vegetation_that_comes_back_faster_than_ipcc_has_any_is_warned_of():
    """Where the zone is not known, against Africa's rain forest: 20 x 6.52 t C/ha."""
    for curve in ({}, {"vegetation_curve": "instant"}):
        assert warned({"vegetation_tc_per_ha": 130.4, **curve}) == []
        (text,) = warned({"vegetation_tc_per_ha": 130.5, **curve})
        assert text.startswith("Wood: vegetation gain of the recovery curve 130.5 t C/ha")
        for words in (
            "(6.53 t C/ha/year)",
            "6.52",
            "Set vegetation_curve to rates",
            "vegetation_rates",
        ):
            assert words in text
    slow = {"vegetation_curve": "rates", "vegetation_rates": "20:6.5;:9"}
    assert warned({"vegetation_tc_per_ha": 300, **slow}) == []
    # What comes back, and not what there was.
    assert warned({"vegetation_tc_per_ha": 300, "vegetation_returned_tc_per_ha": 130}) == []
    assert warned({"vegetation_tc_per_ha": 9, "vegetation_returned_tc_per_ha": 131})


def test_vegetation_of_the_tables_is_held_against_its_own_zone():
    """By the source of its row, of an earlier release too, which has no curve."""
    forest = dict(earlier({}).rows[0])
    (text,) = warned(forest)
    assert "176.2 t C/ha after 20 years (8.81 t C/ha/year)" in text
    assert "3.39 t C/ha/year, 67.7 t C/ha in total" in text
    assert "vegetation_rates to 20:3.386;:1.32" in text
    assert warned({**forest, "vegetation_curve": "rates", "vegetation_rates": "20:3.4;:1"})
    planted = of("forest", AMAPA, returned="plantation").to_row
    assert warned({**planted, "vegetation_rates": ":9.6"}) == []


def test_no_row_that_is_written_is_warned_of():
    with open(TABLE_FOLDER / "forest_vegetation.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    tried = 0
    for row in rows:
        continent = "" if row["continent"] == "all" else row["continent"]
        for edition in ("2019", "2006"):
            for returned in ("", "natural", "plantation"):
                site = Site(
                    forest_zone=row["forest_zone"],
                    continent=continent,
                    leaf=row["leaf"],
                    forest=row["forest"],
                    edition=edition,
                    returned=returned,
                )
                try:
                    made = of("forest", site).to_row
                except DataError:
                    continue
                tried += 1
                assert is_unmodified_default(Table("", tuple(made), [made]))
                assert warned(made) == []
    assert tried > 150


def test_the_log_says_how_it_comes_back():
    """A convention of inventories, and where it is faster than what was measured on mines."""
    site = replace(AMAPA, climate="cool_temperate_moist", soil="high_activity_clay")
    found = [of(key, site, forest="secondary") for key in ("forest", "grass", "arable")]
    notes = density_notes(found, replace(site, forest="secondary"), joins_paddy=False)
    told = " ".join(map(str, notes.notices))
    assert (
        "forest: vegetation recovery 3.386 t C/ha/year up to an age of 20 years, then 1.32" in told
    )
    assert "up to 118.45 t C/ha" in told
    assert "an inventory convention" in told
    (fast,) = (text for text in map(str, notes.notices) if "exceeds the rates measured" in text)
    assert "grass (4.05; maximum measured 3.37)" in fast
    assert "arable" not in fast
    assert "forest (" not in fast
    assert not notes.warnings
    measured = ClassDensity(
        LandClass(3, "forest", "Wood", "sink"),
        None,
        measured_density("vegetation", 80, 7, "m", 0.47, 20),
        {},
    )
    (warning,) = density_notes([measured], Site(), joins_paddy=False).warnings
    assert "Vegetation recovery is unknown for Wood" in str(warning)
