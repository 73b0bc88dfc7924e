"""The choices of IPCC's tables in words, for sentences."""

from __future__ import annotations

from ..base.messages import Term

FACT_WORDS = {
    "climate": Term("Climate"),
    "koppen": Term("K\u00f6ppen-Geiger class"),
    "soil_unit": Term("FAO soil unit"),
    "soil": Term("Soil"),
    "elevation_m": Term("Mean elevation, m"),
    "forest_zone": Term("Forest zone"),
    "continent": Term("Continent"),
    "leaf": Term("Trees"),
}

KEY_WORDS = {
    "tropical_montane": Term("tropical montane"),
    "tropical_wet": Term("tropical wet"),
    "tropical_moist": Term("tropical moist"),
    "tropical_dry": Term("tropical dry"),
    "warm_temperate_moist": Term("warm temperate moist"),
    "warm_temperate_dry": Term("warm temperate dry"),
    "cool_temperate_moist": Term("cool temperate moist"),
    "cool_temperate_dry": Term("cool temperate dry"),
    "boreal_moist": Term("boreal moist"),
    "boreal_dry": Term("boreal dry"),
    "polar_moist": Term("polar moist"),
    "polar_dry": Term("polar dry"),
    "high_activity_clay": Term("high activity clay"),
    "low_activity_clay": Term("low activity clay"),
    "sandy": Term("sandy soil"),
    "spodic": Term("spodic soil"),
    "volcanic": Term("volcanic soil"),
    "wetland": Term("wet mineral soil"),
    "organic": Term("peat"),
    "africa": Term("Africa"),
    "americas": Term("the Americas"),
    "asia": Term("Asia"),
    "needleleaf": Term("conifers"),
    "broadleaf": Term("broadleaved trees"),
}

# Apart, because tropical_dry is a climate too.
ZONE_WORDS = {
    "tropical_rainforest": Term("tropical rain forest"),
    "tropical_moist_deciduous": Term("tropical moist deciduous forest"),
    "tropical_dry": Term("tropical dry forest"),
    "tropical_shrubland": Term("tropical shrubland"),
    "tropical_mountain": Term("tropical mountain forest"),
    "subtropical_humid": Term("subtropical humid forest"),
    "subtropical_dry": Term("subtropical dry forest"),
    "subtropical_steppe": Term("subtropical steppe"),
    "subtropical_mountain": Term("subtropical mountain forest"),
    "temperate_oceanic": Term("temperate oceanic forest"),
    "temperate_continental": Term("temperate continental forest"),
    "temperate_mountain": Term("temperate mountain forest"),
    "boreal_coniferous": Term("boreal coniferous forest"),
    "boreal_tundra_woodland": Term("boreal tundra woodland"),
    "boreal_mountain": Term("boreal mountain forest"),
}


def words_of(fact: str, key: str) -> str:
    """What a sentence calls a key of a fact; others, such as classes of a map, are as they are."""
    words = ZONE_WORDS if fact == "forest_zone" else KEY_WORDS
    return words.get(key, key)
