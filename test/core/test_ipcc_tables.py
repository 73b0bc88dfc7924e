"""Rows of COEFFICIENTS against IPCC's tables as they are printed (test/core/data), which is all
that is read beside them."""

import csv
import math
from pathlib import Path

import pytest

from carbon_zones.core.base.messages import Notes
from carbon_zones.core.densities.density_table import (
    default_density,
    density_notes,
    is_unmodified_default,
    measured_density,
)
from carbon_zones.core.densities.ipcc import PERENNIAL_CROPS, TABLE_FOLDER, Site
from carbon_zones.core.ledger.ledger import note_assumptions
from carbon_zones.core.scheme.classes import Classes, LandClass
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.table import Table

DATA = Path(__file__).parent / "data"


def printed(name: str) -> list[dict[str, str]]:
    with open(DATA / f"ipcc_{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def shipped(name: str) -> list[dict[str, str]]:
    with open(TABLE_FOLDER / f"{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


ROWS = printed("rows")


def printed_rows(what: str, table: str = "") -> list[dict[str, str]]:
    return [row for row in ROWS if row["what"] == what and table in ("", row["table"])]


def density(key: str, **chosen: str):
    return default_density(LandClass(1, key, key, "sink"), Site(**chosen))


def made(key: str, **chosen: str) -> dict:
    """A row as it is written, which is known again."""
    row = density(key, **chosen).to_row
    assert is_unmodified_default(Table("", tuple(row), [row]))
    return row


def half(row: dict[str, str]) -> float:
    """Half of the width of a printed range, in its unit; 90 % where there is none."""
    if "-" not in row["error"]:
        return 0.9 * float(row["value"])
    low, high = map(float, row["error"].split("-"))
    return (high - low) / 2


def test_every_forest_of_table_4_12():
    """That of tropical mountains and of dry subtropics, and planted boreal ones, too."""
    ratios = printed_rows("forest", "4.4")
    tried = 0
    for row in printed_rows("forest", "4.12"):
        zone, value = row["zone"], float(row["value"])
        leaf = "needleleaf" if zone.startswith("temperate") else ""
        written = made(
            "forest", forest_zone=zone, forest=row["condition"], leaf=leaf, edition="2006"
        )
        assert "IPCC 2006, table 4.12 with 4.4" in written["source"].split("; ")[0]
        fitting = [
            float(ratio["value"])
            for ratio in ratios
            if zone in ratio["zone"].split(", ") and zone != "subtropical_mountain"
            if ratio["condition"].split(" ")[0] in ("all", "<75", ">20", ">125")
        ]
        if fitting:
            (ratio,) = fitting
            tried += 1
            expected = value * (1 + ratio) * 0.47
            assert written["vegetation_tc_per_ha"] == pytest.approx(expected, abs=0.0051), row
    assert tried == 12


CLIMATES = {
    "boreal dry": ("boreal_coniferous", "boreal_dry"),
    "boreal moist": ("boreal_coniferous", "boreal_moist"),
    "cold temperate dry": ("temperate_mountain", "cool_temperate_dry"),
    "cold temperate moist": ("temperate_continental", "cool_temperate_moist"),
    "warm temperate dry": ("temperate_oceanic", "warm_temperate_dry"),
    "warm temperate moist": ("temperate_oceanic", "warm_temperate_moist"),
    "tropical": ("tropical_rainforest", "tropical_wet"),
    "subtropical": ("subtropical_humid", "warm_temperate_moist"),
}


def test_every_litter_and_dead_wood_of_table_2_2():
    """What comes on top of live vegetation, and its half-width with that of the live one."""
    tried = 0
    for row in printed_rows("litter"):
        words = row["condition"].split(",")[0]
        zone, climate = CLIMATES.get(row["zone"], (row["zone"], ""))
        if not row["value"] or zone in ("all", "temperate_desert", "temperate_steppe"):
            continue
        leaf = words.split()[0] if words.startswith(("broadleaf", "needleleaf")) else ""
        if not leaf and zone.startswith("temperate"):
            leaf = "needleleaf"
        chosen = {"forest_zone": zone, "climate": climate, "leaf": leaf, "edition": row["edition"]}
        wanted = [("litter_and_dead_wood", "litter"), ("litter", "none")][words != "dead wood"]
        more, less = (made("forest", **chosen, litter=litter) for litter in wanted)
        column, width = "vegetation_tc_per_ha", "u95_vegetation_pct"
        assert more[column] - less[column] == pytest.approx(float(row["value"]), abs=1e-9), row
        both = math.hypot(half(row), less[column] * less[width] / 100)
        assert more[width] == pytest.approx(100 * both / more[column], abs=0.02), row
        pool = "dead wood" if words == "dead wood" else "litter"
        named = f"{pool}, {row['zone'].replace('_', ' ').replace('cold', 'cool')}"
        assert (
            f"{named}{', ' + leaf if words.startswith(leaf or '-') else ''}: IPCC"
            in (more["source"])
        )
        assert f"IPCC {row['edition']}, table 2.2, {row['standing']}" in more["source"]
        tried += 1
    assert tried == 11 + 22


def test_every_perennial_crop_of_tables_5_1_to_5_3():
    """Half of the stock at harvest, after half of the cycle that stock and growth make."""
    climates = {"temperate (all moisture)": "warm_temperate_dry", "temperate": "cool_temperate_dry"}
    tried = set()
    for row in printed_rows("perennial"):
        kind, what = row["condition"].split(", ")
        if what not in ("stock at harvest", "maximum biomass"):
            continue
        perennial = kind.replace(" ", "_") if row["edition"] == "2019" else "orchard"
        climate = climates.get(row["zone"], row["zone"].replace(" ", "_"))
        climate = {"all": "boreal_dry", "tropical": "tropical_montane"}.get(climate, climate)
        chosen = {"perennial": perennial, "climate": climate, "edition": row["edition"]}
        written = made("orchard", **chosen)
        assert written["vegetation_tc_per_ha"] == float(row["value"]) / 2
        assert written["u95_vegetation_pct"] == float(row["error"])
        assert f"IPCC {row['edition']}, table {row['table']}" in written["source"]
        tried.add(kind)
    assert tried == {kind.replace("_", " ") for kind in PERENNIAL_CROPS} | {"perennial crop"}
    cycles = 0
    for row in printed_rows("perennial"):
        kind, what = row["condition"].split(", ")
        zone = row["zone"].split(" (")[0].replace(" ", "_")
        if row["edition"] == "2006":
            climate = "cool_temperate_dry" if zone == "temperate" else zone
            chosen = {"edition": "2006", "climate": climate}
        elif row["continent"] in ("all", "all regions"):
            climate = {"all": "boreal_dry", "tropical": "tropical_montane"}.get(zone, zone)
            climate += "_dry" if zone in ("temperate", "warm_temperate") else ""
            chosen = {"perennial": kind.replace(" ", "_"), "climate": climate}
        else:
            continue
        written = made("orchard", **chosen)
        value = float(row["value"])
        if what == "harvest or maturity cycle":
            assert written["vegetation_p1"] == value / 2
        elif what in ("growth", "growth above ground", "accumulation rate"):
            rate = written["vegetation_tc_per_ha"] / written["vegetation_p1"]
            assert rate == pytest.approx(value, rel=0.01 if row["edition"] == "2006" else 3e-3), row
            cycles += 1
        if written["vegetation_p1"]:
            assert written["vegetation_curve"] == "ipcc"
    assert cycles > 20


def test_every_mangrove_of_the_wetlands_supplement():
    zones = {
        "tropical_wet": "tropical wet",
        "tropical_moist": "tropical wet",
        "tropical_dry": "tropical dry",
        "warm_temperate_moist": "subtropical",
        "warm_temperate_dry": "subtropical",
    }

    def of(zone: str, what: str) -> tuple[float, float]:
        (row,) = (
            row
            for row in printed_rows("mangrove")
            if (row["zone"], row["condition"]) == (zone, f"mangrove{what}")
        )
        return float(row["value"]), half(row)

    (carbon, carbon_off), tops = of("all", " carbon fraction of dry matter"), []
    for climate, zone in zones.items():
        written = made("mangrove", climate=climate)
        roots, roots_off = of(zone, " root-to-shoot")
        for what, value, width in (
            (" above-ground biomass", "vegetation_tc_per_ha", "u95_vegetation_pct"),
            (" above-ground growth", "", "vegetation_rate_u95_pct"),
        ):
            shoots, off = of(zone, what)
            found = written[value] if value else float(written["vegetation_rates"].strip(":"))
            assert found == pytest.approx(shoots * (1 + roots) * carbon, abs=0.0051)
            parts = (off / shoots, roots_off / (1 + roots), carbon_off / carbon)
            assert written[width] == pytest.approx(100 * math.hypot(*parts), abs=0.02)
        soil, off = of("all", ", soil type unknown, soil carbon to 1 m")
        assert written["soil_tc_per_ha"] == soil
        assert written["u95_soil_pct"] == pytest.approx(100 * off / soil, abs=0.005)
        assert "soil 0-100 cm, mangrove" in written["source"]
        assert "IPCC 2013 Wetlands Supplement" in written["source"]
        dead = made("mangrove", climate=climate, litter="litter_and_dead_wood")
        tops.append(dead["vegetation_tc_per_ha"] - written["vegetation_tc_per_ha"])
    assert tops == pytest.approx([of("all", " litter")[0] + of("all", " dead wood")[0]] * 5)
    for climate, edition in (
        ("cool_temperate_dry", "2019"),
        ("", "2019"),
        ("tropical_wet", "2006"),
    ):
        written = made("mangrove", climate=climate, edition=edition)
        assert written["soil_tc_per_ha"] is written["vegetation_tc_per_ha"] is None


SOIL_ROWS = printed("soils")
# Table 5.5, factor and half-width in %: of the climates whose name holds the word.
LAND_USE = {
    ("2006", "arable"): {
        "tropical_montane": (0.64, 50),
        "tropical_dry": (0.58, 61),
        "tropical": (0.48, 46),
        "dry": (0.8, 9),
        "moist": (0.69, 12),
    },
    ("2006", "paddy"): {"": (1.1, 50)},
    ("2006", "orchard"): {"": (1, 50)},
    ("2019", "arable"): {
        "tropical_montane": (0.86, 50),
        "tropical_dry": (0.92, 13),
        "tropical": (0.83, 11),
        "warm_temperate_dry": (0.76, 12),
        "warm_temperate": (0.69, 16),
        "dry": (0.77, 14),
        "moist": (0.7, 12),
    },
    ("2019", "paddy"): {"": (1.35, 4)},
    ("2019", "orchard"): {"tropical_montane": (1.1, 50), "tropical": (1.01, 25), "": (0.72, 22)},
}
# What one transcription alone has, of 2019; of the references those of boreal and polar soil.
SINGLE = {"arable": "montane", "paddy": "montane", "orchard": "tropical"}


def widths_of(row: dict[str, str]) -> tuple[float, float]:
    """Half-widths of the mean and of one site, %: 18 % of the mean of 35 profiles is 106 %."""
    mean = float(row["error"])
    if row["sd_profiles"]:
        # Twice the deviation, to the digit that the table prints tonnes to.
        return mean, 100 * round(1.96 * float(row["sd_profiles"]), 1) / float(row["value"])
    return mean, mean * math.sqrt(float(row["n_profiles"] or 1))


def test_every_soil_is_its_reference_by_its_use():
    """Both editions; worked wetland soil is drained, and paddy on it is of a table of its own."""
    found = {
        tuple(row[c] for c in ("edition", "climate", "soil", "land")): row
        for row in shipped("soil")
    }
    expected = {}
    for row in SOIL_ROWS:
        edition, soil = row["edition"], row["soil"]
        boreal = ("boreal_dry", "boreal_moist")
        for climate in boreal if row["climate"] == "boreal" else (row["climate"],):
            is_single = edition == "2019" and climate.startswith(("boreal", "polar"))
            place = edition, climate, soil
            standing = "single" if is_single and soil != "wetland" else "checked"
            expected[(*place, "reference")] = row, (1, 0), standing
            if climate.startswith("polar"):
                continue
            (clay,) = (
                r
                for r in SOIL_ROWS
                if (r["edition"], r["climate"], r["soil"]) == (edition, row["climate"], "HAC")
            )
            for land in ("arable", "paddy", "orchard"):
                factors = LAND_USE[edition, land]
                factor, base = next(factors[w] for w in factors if w in climate), row
                if soil == "wetland" and land == "paddy":
                    if not row["paddy"]:
                        continue
                    factor = float(row["paddy"]), float(row["paddy_error"])
                elif soil == "wetland":
                    base = clay
                is_one = is_single or (soil, land) == ("wetland", "paddy")
                is_one |= edition == "2019" and SINGLE[land] in climate
                expected[(*place, land)] = base, factor, "single" if is_one else "checked"
    assert set(found) == set(expected)
    for key, (base, (factor, error), standing) in expected.items():
        mean, site = widths_of(base)
        numbers = float(base["value"]) * factor, math.hypot(mean, error), math.hypot(site, error)
        names = ("tc_per_ha", "u95_mean_pct", "u95_site_pct", "shared_mean_pct", "shared_site_pct")
        told = [float(found[key][name]) for name in names]
        assert told == pytest.approx([*numbers, mean, site], abs=0.011), key
        assert found[key]["standing"] == standing, key


def test_a_soil_of_an_earlier_release_had_the_half_width_of_the_mean():
    same = ("edition", "climate", "soil", "land", "tc_per_ha", "u95_mean_pct", "shared_mean_pct")
    today = {tuple(row[name] for name in (*same, "table", "standing")) for row in shipped("soil")}
    for row in shipped("soil_earlier"):
        assert tuple(row[name] for name in (*same, "table", "standing")) in today, row
        assert (row["u95_site_pct"], row["shared_site_pct"]) == (row[same[5]], row[same[6]]), row


SHOOTS = {
    "forest_vegetation": ("agb_tdm_per_ha", "agb_u95_pct", 0.47, 5),
    "grass_vegetation": ("tdm_per_ha", "", 0.47, 75),
    "mangrove": ("tdm_per_ha", "tdm_u95_pct", 0.451, 100 * 0.021 / 0.451),
}


@pytest.mark.parametrize("name", SHOOTS)
def test_carbon_of_a_table_is_its_shoots_and_roots(name):
    """And its half-width that of shoots, of roots and of the carbon fraction."""
    shoots, width, carbon, carbon_width = SHOOTS[name]
    for row in shipped(name):
        roots = float(row.get("root_shoot", 0))
        whole = float(row[shoots]) * (1 + roots) * carbon
        assert float(row["tc_per_ha"]) == pytest.approx(whole, abs=0.0051), row
        own = roots * float(row.get("root_shoot_u95_pct") or 0) / (1 + roots)
        parts = (float(row[width]) if width else 0, own, carbon_width)
        assert float(row["u95_pct"]) == pytest.approx(math.hypot(*parts), abs=0.02), row


# Table 4.7 of 2019, t of dry matter per hectare above ground, by continent.
FORESTS_2019 = """
tropical_rainforest africa 404.2 212.9, americas 307.1 206.4, asia 413.1 131.6
tropical_moist_deciduous africa 236.6 -, americas 187.3 131
tropical_dry americas 127.5 118.9
tropical_shrubland americas - 71.5
tropical_mountain americas 195 184.4
subtropical_humid americas - 84.5
subtropical_dry americas - 115.9
subtropical_steppe americas - 44
subtropical_mountain americas - 74.6
"""
# Table 6.4, t of dry matter per hectare.
GRASS = {
    "boreal_dry": 8.5,
    "boreal_moist": 8.5,
    "cool_temperate_dry": 6.5,
    "cool_temperate_moist": 13.6,
    "warm_temperate_dry": 6.1,
    "warm_temperate_moist": 13.5,
    "tropical_dry": 8.7,
    "tropical_moist": 16.1,
    "tropical_wet": 16.1,
}


def test_forests_of_2019_and_grass_are_the_printed_ones():
    expected = {}
    for line in FORESTS_2019.strip().splitlines():
        zone, rest = line.split(" ", 1)
        for part in rest.split(", "):
            continent, *values = part.split()
            for kind, value in zip(("natural", "secondary"), values):
                if value != "-":
                    expected[zone, continent, kind, ""] = float(value)
    rows = shipped("forest_vegetation")
    names = ("forest_zone", "continent", "forest", "leaf")
    found = {
        tuple(row[name] for name in names): float(row["agb_tdm_per_ha"])
        for row in rows
        if row["edition"] == "2019"
    }
    assert found == expected
    grass = shipped("grass_vegetation")
    assert {row["climate"]: float(row["tdm_per_ha"]) for row in grass} == GRASS


SOILS = {
    "HAC": "high_activity_clay",
    "LAC": "low_activity_clay",
    "sandy": "sandy",
    "spodic": "spodic",
    "volcanic": "volcanic",
    "wetland": "wetland",
}


@pytest.mark.parametrize("row", SOIL_ROWS, ids=lambda row: "-".join([*row.values()][:3]))
def test_soils_of_single_sites_and_of_wetland(row):
    """Worked wetland soil is drained."""
    climate = "boreal_dry" if row["climate"] == "boreal" else row["climate"]
    place = {"climate": climate, "edition": row["edition"]}
    mean, site = widths_of(row)
    widths = ("u95_soil_pct", "soil_u95_shared")
    for half_width, expected in (("site", site), ("mean", mean)):
        soil = SOILS[row["soil"]]
        written = made("forest", **place, soil=soil, half_width=half_width)
        assert written["soil_tc_per_ha"] == float(row["value"])
        assert [written[w] for w in widths] == pytest.approx([expected] * 2, abs=0.0051)
        if row["soil"] != "wetland":
            continue
        for key in ("arable", "orchard"):
            worked, clay = (
                made(key, **place, soil=soil, half_width=half_width)
                for soil in ("wetland", "high_activity_clay")
            )
            assert worked["soil_tc_per_ha"] == clay["soil_tc_per_ha"] > 0
            assert [worked[w] for w in widths] == [clay[w] for w in widths]
            assert "drained wetland soil: value for high activity clay" in worked["source"]
        paddy = made("paddy", **place, soil=soil, half_width=half_width)
        if not row["paddy"]:
            assert paddy["soil_tc_per_ha"] is None
            continue
        assert paddy["soil_tc_per_ha"] == pytest.approx(
            float(row["value"]) * float(row["paddy"]), abs=0.0051
        )
        both = math.hypot(expected, float(row["paddy_error"]))
        assert [paddy[w] for w in widths] == pytest.approx([both, expected], abs=0.011)


def test_a_table_with_a_half_width_of_an_earlier_release_is_known():
    row = made("arable", climate="boreal_moist", soil="high_activity_clay", half_width="site")
    source = row["source"].replace(
        "+-107.16 % (site), site error: mean error x square root of 35 profiles",
        "+-21.63 % (site), variation among sites unknown: error of the mean",
    )
    assert source != row["source"]
    row.update(u95_soil_pct=21.63, soil_u95_shared=18.0, source=source)
    assert is_unmodified_default(Table("", tuple(row), [row]))
    row["u95_soil_pct"] = 107.16
    assert not is_unmodified_default(Table("", tuple(row), [row]))


TAIGA = {"forest_zone": "boreal_coniferous", "climate": "boreal_moist"}
AMAPA = {"forest_zone": "tropical_rainforest", "continent": "americas", "climate": "tropical_wet"}
LUSATIA = {
    "forest_zone": "temperate_continental",
    "climate": "cool_temperate_moist",
    "forest": "plantation",
    "leaf": "needleleaf",
}
# By hand, t C/ha and %: live, what is dead on top; rates with a twentieth of it for 20 years.
DEAD = [
    # 50 x 1.39 x 0.47 + 31.4 + 19.7; root of 30.66^2 + 56.70^2 + 37.10^2; 0.719 + 51.1/20.
    (TAIGA, "litter_and_dead_wood", 83.76, 88.80, "20:3.274;:0.719", 105.55)
]


@pytest.mark.parametrize(("site", "litter", "tonnes", "width", "rates", "rate_width"), DEAD)
def test_dead_organic_matter_by_hand(site, litter, tonnes, width, rates, rate_width):
    row = made("forest", **site, litter=litter)
    assert row["vegetation_tc_per_ha"] == pytest.approx(tonnes, abs=0.0051)
    assert row["u95_vegetation_pct"] == pytest.approx(width, abs=0.02)
    assert row["vegetation_rates"] == rates
    assert row["vegetation_rate_u95_pct"] == pytest.approx(rate_width, abs=0.02)
    assert row["distribution"] == "lognormal"
    land_class, notes = LandClass(1, "forest", "Wood", "sink"), Notes()
    row = {**row, "soil_tc_per_ha": 1}
    coefficients = read_coefficients(Table("C", tuple(row), [row]), Classes([land_class]), Notes())
    note_assumptions([], [land_class], coefficients, notes)
    assert not notes.warnings


def test_dead_organic_matter_lies_under_forest_alone_and_under_what_comes_back_too():
    for key in ("shrub", "grass", "arable", "orchard"):
        plain, dead = (made(key, **AMAPA, litter=litter) for litter in ("none", "litter"))
        assert plain == dead
    row = made("forest", **AMAPA, returned="plantation", litter="litter")
    assert row["vegetation_returned_tc_per_ha"] == pytest.approx(96.59 + 4.8)
    # Root of (96.59 x 90.14 %)^2 + 7.15^2, in % of the sum.
    assert row["u95_vegetation_returned_pct"] == pytest.approx(86.16, abs=0.01)
    # Of a map, whose half-width is all shared, the same tonnes stay shared.
    found = density("forest", **AMAPA, litter="litter")
    live = measured_density("vegetation", 200 / 3, 7, "m", 0.47, 30)
    row = type(found)(**{**vars(found), "vegetation": live}).to_row
    assert is_unmodified_default(Table("", tuple(row), [row]))
    assert row["vegetation_tc_per_ha"] == pytest.approx(200 / 3 + 4.8, abs=1e-6)
    assert row["vegetation_u95_shared"] == pytest.approx(20 / (200 / 3 + 4.8) * 100, abs=0.01)
    assert row["u95_vegetation_pct"] == pytest.approx(29.71, abs=0.01)
    # Of a mean whose further digits would round the sum another way than those that are told.
    live = measured_density("vegetation", 1.1931924503405207, 7, "m", 0.47, 30)
    row = type(found)(**{**vars(found), "vegetation": live}).to_row
    assert is_unmodified_default(Table("", tuple(row), [row]))


def told(site: dict[str, str], *keys: str) -> tuple[str, str]:
    found = [density(key, **site) for key in keys]
    notes = density_notes(found, Site(**site), joins_paddy=False)
    return " ".join(map(str, notes.notices)), " ".join(map(str, notes.warnings))


def test_the_log_says_what_is_left_out_what_is_deep_and_what_is_drained():
    infos, warnings = told({**TAIGA, "soil": "wetland"}, "forest", "arable", "grass")
    assert (
        "forest: 31.4 t C/ha of litter, 19.7 t C/ha of dead wood (IPCC default) not included; "
        "living biomass: 32.7 t C/ha (LITTER)" in infos
    )
    assert (
        "treated as drained, using reference stocks for high-activity clay soils: arable." in infos
    )
    assert not warnings
    infos, warnings = told({**TAIGA, "litter": "litter", "soil": "sandy"}, "forest")
    assert "forest: 19.7 t C/ha of dead wood (IPCC default) not included" in infos
    assert "for forest also dead organic matter" in infos
    assert not warnings
    both = {"edition": "2006", "litter": "litter_and_dead_wood"}
    infos, warnings = told({**LUSATIA, **both}, "forest")
    assert "not included" not in infos
    assert "forest: no default value for dead wood" in warnings
    deep = {"climate": "tropical_wet", "soil": "sandy"}
    assert (
        "Soil depth is 0-100 cm for mangrove and 0-30 cm for all others"
        in told(deep, "mangrove", "grass")[1]
    )
    assert "Soil depth is" not in told(deep, "mangrove")[1]
    infos, warnings = told({"perennial": "oil_palm", "climate": "tropical_wet"}, "orchard")
    assert "recovers linearly over 12.5 years, half of the cycle" in infos
    infos, warnings = told({"perennial": "oil_palm", "climate": "cool_temperate_dry"}, "orchard")
    assert (
        "EDITION 2019 has no default value for oil palm in cool temperate dry climate" in warnings
    )


def test_log_normal_densities_are_told_by_their_bounds():
    """exp(-v/2 -+ 1.96 root of v) with v = ln(1 + (u/1.96)^2): of 43 at 109.3 %, of 3.055 at 75."""
    site = {"climate": "cool_temperate_dry", "soil": "high_activity_clay"}
    infos, _ = told(site, "grass")
    variances = [math.log(1 + (u / 1.959964) ** 2) for u in (1.093, 0.75)]
    ends = [
        mean * math.exp(-v / 2 + sign * 1.959964 * math.sqrt(v))
        for mean, v in zip((43, 3.055), variances)
        for sign in (-1, 1)
    ]
    soil, plants = ("{:.1f} to {:.1f}".format(*ends[i : i + 2]) for i in (0, 2))
    assert f"grass (soil {soil}, vegetation {plants})" in infos
    assert soil == "13.5 to 104.1"
