"""From values of the maps to the choices of IPCC's tables: rules of a few lines, for any place.

They are ours; IPCC's and FAO's own maps of forest zones were seen nowhere.
"""

from __future__ import annotations

import numpy as np

from ..base.numbers import Bytes, Flags, Floats, NDArray
from ..densities.ipcc import CLIMATES, FOREST_ZONES, LEAVES, ORGANIC
from .maps import KOPPEN_CLASSES

NEEDLELEAF, BROADLEAF = LEAVES

# What is no soil at all, and what is drained where it is worked.
ICE, GLEYSOL = "ICE", "G"
# By the first letter of the unit; all others are high activity clay, but two Luvisols.
BY_LETTER = {
    **dict.fromkeys(("A", "F", "N"), "low_activity_clay"),
    "P": "spodic",
    "Q": "sandy",
    "T": "volcanic",
    "O": ORGANIC,
}
OF_UNITS = {"Lf": "low_activity_clay", "Lp": "low_activity_clay", ICE: ""}

TROPIC, SUBTROPIC = 23.5, 36.0


def soil_of(unit: str) -> str:
    """The kind of soil of a unit of FAO's legend of 1974; '' where it is ice."""
    return OF_UNITS.get(unit, BY_LETTER.get(unit[:1], "high_activity_clay"))


def forest_zones(climate: Bytes, koppen: Bytes, metres: Floats, latitude: Floats) -> Bytes:
    """The forest zones of some places: positions in FOREST_ZONES, from 1 on; 0 where there is none.

    Args:
        climate, koppen: values of the maps. metres: of elevation.
    """
    wet_or_dry = np.array(["", *CLIMATES])[climate]
    letters = np.array(["", *KOPPEN_CLASSES])[koppen]

    def climates(beginning: str) -> Flags:
        return np.char.startswith(wet_or_dry, beginning)

    def classes(*names: str) -> Flags:
        return np.isin(letters, names)

    steppe, dry_summer = classes("BSh", "BSk"), np.char.startswith(letters, "Cs")
    dry = np.char.endswith(wet_or_dry, "_dry")
    warm = climates("warm_") & (np.abs(latitude) <= SUBTROPIC)
    # The first that holds.
    rules: list[tuple[NDArray[np.bool_], list[tuple[NDArray[np.bool_] | None, str]]]] = [
        ((climate == 0) | (koppen == 0) | climates("polar") | classes("EF", "BWh", "BWk"), []),
        (
            climates("boreal"),
            [
                (metres > 600, "boreal_mountain"),
                (classes("ET"), "boreal_tundra_woodland"),
                (None, "boreal_coniferous"),
            ],
        ),
        (
            climates("tropical") | (np.abs(latitude) <= TROPIC),
            [
                (metres > 1500, "tropical_mountain"),
                (classes("Af", "Am"), "tropical_rainforest"),
                (steppe, "tropical_shrubland"),
                (dry, "tropical_dry"),
                (None, "tropical_moist_deciduous"),
            ],
        ),
        (
            warm | classes("Csa", "BSh"),
            [
                (metres > 1500, "subtropical_mountain"),
                (steppe, "subtropical_steppe"),
                (dry_summer, "subtropical_dry"),
                (None, "subtropical_humid"),
            ],
        ),
        (
            np.ones(np.shape(climate), np.bool_),
            [
                (metres > 1300, "temperate_mountain"),
                (np.char.startswith(letters, "C"), "temperate_oceanic"),
                (None, "temperate_continental"),
            ],
        ),
    ]
    zones = np.zeros(np.shape(climate), np.uint8)
    open_ = np.ones(np.shape(climate), np.bool_)
    for belongs, choices in rules:
        here = open_ & belongs
        open_ &= ~belongs
        for is_it, zone in choices:
            chosen = here if is_it is None else here & is_it
            zones[chosen] = FOREST_ZONES.index(zone) + 1
            here &= ~chosen
    return zones


def has_continents(forest_zone: str) -> bool:
    """Whether the tables have rows of continents for a zone."""
    return forest_zone.startswith(("tropical", "subtropical"))


def has_leaves(forest_zone: str) -> bool:
    """Whether the trees of a zone must be known."""
    return forest_zone.startswith("temperate")


def leaf_of(koppen_class: str) -> str:
    """The trees of a temperate place."""
    return BROADLEAF if koppen_class.startswith("C") else NEEDLELEAF


def continent_of(longitude: float, latitude: float) -> str:
    """The continent of a place, '' for Europe, Australia and the Pacific; degrees."""
    if longitude < -30:
        return "americas"
    if latitude > 37.6 or (latitude > 36 and longitude < 0) or (latitude > 34 and longitude > 11.5):
        return "asia" if longitude > 44 else ""
    arabia = latitude > 12.5 and longitude > 35 + 0.45 * (30 - latitude)
    if (longitude <= 44 and not arabia) or (longitude <= 52 and latitude < 12.5):
        return "africa"
    if (longitude > 112 and latitude < -10) or longitude > 150:
        return ""
    return "asia"
