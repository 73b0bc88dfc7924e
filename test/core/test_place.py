"""What the maps of the earth say of a place: against thirty mines of another reference, plain rules
and geodesics by PROJ."""

import csv
import hashlib
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from carbon_zones.core.base.files import RESOURCE_FOLDER
from carbon_zones.core.densities.ipcc import (
    CLIMATES,
    FOREST_ZONES,
    Site,
    forest_density,
    soil_density,
)
from carbon_zones.core.place import map_lookup as land_module
from carbon_zones.core.place.map_lookup import locate_land, point_to_land
from carbon_zones.core.place.reference_maps import (
    KOPPEN_CLASSES,
    classify_soil,
    find_continent,
    forest_zones,
    format_fact_key,
    nearest_cell,
    read_map,
    read_soil_units,
)
from carbon_zones.core.place.site import (
    MAP_CHOICES,
    apply_findings,
    distance_notes,
    read_site_findings,
    site_notes,
)
from carbon_zones.core.place.site_densities import lookup_ipcc_densities
from carbon_zones.core.raster.grid import create_spatial_reference
from carbon_zones.core.scan.scan import scan_series
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.core.support import DATA, examples, memory_folder, series_in, texts

AMAPA = (-51.6, 2.3)
GEOD = Geod(ellps="WGS84")
# Of forests that the reference's table 4.12 lacked.
FORESTS = {"Grasberg": "83.57", "Soma": "78.21"}
SOILS = {"HAC": "high_activity_clay", "LAC": "low_activity_clay"}
FOREST, GRASS, ARABLE = (
    LandClass(n, k, k, "sink") for n, k in enumerate(("forest", "grass", "arable"))
)

with open(DATA / "places.csv", encoding="utf-8", newline="") as file:
    PLACES = list(csv.DictReader(file))


def at(longitude: float, latitude: float):
    return read_site_findings(point_to_land((longitude, latitude)))


@pytest.mark.parametrize("row", PLACES, ids=[row["site"] for row in PLACES])
def test_thirty_mines_have_the_keys_and_densities_of_the_reference(row):
    found = at(float(row["lon"]), float(row["lat"]))
    site, _ = apply_findings(Site(), MAP_CHOICES, found)
    keys = {name: found.get_key(name) for name in found.facts}
    assert keys["climate"] == site.climate == row["climate"]
    assert keys["koppen"] == row["koppen"]
    assert keys["soil_unit"] == row["fao_unit"]
    assert keys["soil"] == SOILS.get(row["soil_of_unit"], row["soil_of_unit"])
    assert site.soil == SOILS.get(row["soil_taken"], row["soil_taken"])
    assert keys["elevation_m"] == row["elevation_m"]
    assert keys["forest_zone"] == row["forest_zone"]
    assert (site.continent, site.leaf) == (row["continent"], row["leaf"])
    assert (keys["continent"], keys["leaf"]) == (row["continent"], row["leaf"])
    is_mineral = site.soil != "organic"
    for land, column in (("reference", "reference"), ("arable", "arable")):
        density = soil_density(site, land) if is_mineral else None
        told = row[f"soil_{column}_tc_per_ha"]
        assert (density is None) == (told == "")
        if density:
            assert density.tc_per_ha == pytest.approx(float(told), abs=0.005)
    told = FORESTS.get(row["site"]) or row["forest_vegetation_tc_per_ha"]
    assert bool(told) == bool(site.forest_zone)
    if told:
        assert forest_density(site).tc_per_ha == pytest.approx(float(told), abs=0.005)


def test_the_maps_are_those_that_were_checked():
    sums = {
        "climate.tif": "71c3cc6bc9705a7218243dff9faabb11387a41d1644b2bae27532287836d4dd8",
        "elevation.tif": "04de36782ae806a53104ad6f39402215a5db9961a1b5191a6408223eafc39a4c",
        "fao_soil.tif": "d39d52385cec799a185590de7af1abf458a73b8b0a0f1d66dda8d7ee5b450522",
        "fao_units.csv": "842a46dac04ec5fa20d11dec0844812a99e2bcc654844895666f692b1257999e",
        "koppen.tif": "d3838441af007bfd3b2a41a87bb296bdef3d71a2bd453178aff155a1fafedf01",
    }
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (RESOURCE_FOLDER / "place").iterdir()
    }
    assert found == sums


def zone_by_hand(climate: str, koppen: str, metres: float, latitude: float) -> str:
    """The block of the rules, line by line."""
    if not climate or not koppen or climate.startswith("polar") or koppen in ("EF", "BWh", "BWk"):
        return ""
    if climate.startswith("boreal"):
        if metres > 600:
            return "boreal_mountain"
        return "boreal_tundra_woodland" if koppen == "ET" else "boreal_coniferous"
    if climate.startswith("tropical") or abs(latitude) <= 23.5:
        if metres > 1500:
            return "tropical_mountain"
        if koppen in ("Af", "Am"):
            return "tropical_rainforest"
        if koppen in ("BSh", "BSk"):
            return "tropical_shrubland"
        return "tropical_dry" if climate.endswith("_dry") else "tropical_moist_deciduous"
    if (climate.startswith("warm") and abs(latitude) <= 36) or koppen in ("Csa", "BSh"):
        if metres > 1500:
            return "subtropical_mountain"
        if koppen in ("BSh", "BSk"):
            return "subtropical_steppe"
        return "subtropical_dry" if koppen[:2] == "Cs" else "subtropical_humid"
    if metres > 1300:
        return "temperate_mountain"
    return "temperate_oceanic" if koppen[0] == "C" else "temperate_continental"


def test_forest_zones_of_all_climates_and_classes():
    heights = (0, 600, 601, 1300, 1301, 1500, 1501)
    latitudes = (0, 23.5, 23.6, 36, 36.1, -23.5, -23.6, -36, -36.1)
    cases = list(product(range(13), range(32), heights, latitudes))
    climate, koppen, metres, latitude = (np.array(one) for one in zip(*cases))
    found = forest_zones(climate, koppen, metres.astype(float), latitude.astype(float))
    climates, classes = ("", *CLIMATES), ("", *KOPPEN_CLASSES)
    wanted = [zone_by_hand(climates[c], classes[k], m, n) for c, k, m, n in cases]
    assert [("", *FOREST_ZONES)[number] for number in found] == wanted
    assert set(wanted) == {"", *FOREST_ZONES}


def test_every_unit_of_the_soil_map_is_the_kind_of_its_group():
    """FAO's major groups of 1974 by name; IPCC's kinds of soil, volume 4, chapter 3, annex 3A.5."""
    groups = {
        "low_activity_clay": "Acrisols, Ferralsols, Nitosols",
        "sandy": "Q: Arenosols",
        "spodic": "Podzols",
        "volcanic": "T: Andosols",
        "organic": "O: Histosols",
        "high_activity_clay": "B: Cambisols, Chernozems, D: Podzoluvisols, E: Rendzinas, Gleysols, "
        "H: Phaeozems, I: Lithosols, J: Fluvisols, Kastanozems, Luvisols, M: Greyzems, Regosols, "
        "Solonetz, U: Rankers, Vertisols, W: Planosols, X: Xerosols, Y: Yermosols, Z: Solonchaks",
    }
    kinds = {name[0]: kind for kind, names in groups.items() for name in names.split(", ")}
    # Ferric and plinthic Luvisols are of low activity.
    own = {"Lf": "low_activity_clay", "Lp": "low_activity_clay", "ICE": ""}
    for unit in read_soil_units():
        assert classify_soil(unit) == own.get(unit, kinds[unit[0]]), unit
    assert len(kinds) == len({unit[0] for unit in read_soil_units()}) == 26


@pytest.mark.parametrize(
    ("continent", "cities"),
    {
        "americas": "Sao Paulo -46.6 -23.5, Anchorage -149.9 61.2, Buenos Aires -58.4 -34.6, "
        "Natal -35.2 -5.8, Nuuk -51.7 64.2",
        "africa": "Cairo 31.2 30.0, Lagos 3.4 6.5, Antananarivo 47.5 -18.9, Mogadishu 45.3 2.0, "
        "Tunis 10.2 36.8, Bizerte 9.9 37.3, Addis Ababa 38.7 9.0, Tangier -5.8 35.8, "
        "Sfax 10.8 34.7, Tripoli 13.2 32.9, Suez 32.5 30.0, Port Sudan 37.2 19.6, "
        "Asmara 38.9 15.3, Bosaso 49.2 11.3, Praia -23.5 14.9",
        "asia": "Riyadh 46.7 24.7, Haifa 35.5 33.0, Mumbai 72.9 19.1, Jakarta 106.8 -6.2, "
        "Novosibirsk 82.9 55.0, Puncak Jaya 137.1 -4.1, Tbilisi 44.8 41.7, Mecca 39.8 21.4, "
        "Sanaa 44.2 15.4, Aden 45.0 12.8, Denpasar 115.2 -8.7, Port Moresby 147.2 -9.4",
        "": "Paris 2.3 48.9, Athens 23.7 38.0, Sydney 151.2 -33.9, Auckland 174.8 -36.9, "
        "Suva 178.4 -18.1, Gibraltar -5.4 36.2, Malta 14.5 35.9, Rostov 39.7 47.2, "
        "Cagliari 9.1 39.2, Limassol 33.0 34.7, Reykjavik -21.9 64.1, "
        "Thursday Island 142.2 -10.6, Darwin 130.8 -12.5, Perth 115.9 -32.0",
    }.items(),
)
def test_continents_of_cities(continent, cities):
    for city in cities.split(", "):
        *_, longitude, latitude = city.split()
        assert find_continent(float(longitude), float(latitude)) == continent, city


def brute_force(are_wanted, place, most_km):
    """The nearest cell by PROJ, every cell by itself; the nearest point of one along its sides."""
    size = 180 / len(are_wanted)
    best = None
    rows, columns = np.nonzero(are_wanted)
    apart = (columns * size - 180 - place[0] + 180) % 360 - 180
    around = (abs(90 - rows * size - place[1]) < 4) & (abs(apart) < 12)
    for row, column in zip(rows[around].tolist(), columns[around].tolist()):
        north, west = 90 - row * size, column * size - 180
        east = (west + size / 2 - place[0] + 180) % 360 - 180
        latitude = min(max(place[1], north - size), north)
        longitude = min(max(0.0, east - size / 2), east + size / 2)
        km = GEOD.inv(0.0, place[1], longitude, latitude)[2] / 1000
        best = min(best or (km, row, column), (km, row, column))
    return best if best and best[0] <= most_km else None


@pytest.mark.parametrize("name", ["climate", "koppen", "fao_soil"])
@pytest.mark.parametrize(
    "place", [(-179.97, -16.85), (144.38, 42.98), (166.93, -0.53), (179.99, 71.0)]
)
def test_the_nearest_value_is_that_of_geodesics_across_180_degrees_too(name, place):
    there = read_map(name) > 0
    found, wanted = nearest_cell(there, place, 200.0), brute_force(there, place, 200.0)
    assert (found is None) == (wanted is None)
    if found:
        assert found.km == pytest.approx(wanted[0], abs=1e-6)


def test_islands_and_coasts_take_the_nearest_value_and_say_so():
    kushiro, nauru = at(144.38, 42.98), at(166.93, -0.53)
    assert kushiro.get_key("soil") == "volcanic"
    assert kushiro.facts["soil"].share_pct is None
    assert kushiro.facts["climate"].share_pct == 100
    site, _ = apply_findings(Site(), MAP_CHOICES, kushiro)
    (said,) = [t for t in texts(site_notes(kushiro, MAP_CHOICES, site).notices) if "volcanic" in t]
    assert "the nearest cell with data is 2 km away" in said
    assert (nauru.get_key("climate"), nauru.get_key("soil"), nauru.get_key("forest_zone")) == (
        *("tropical_wet", "", ""),
    )
    assert at(178.0, -17.7).get_key("forest_zone") == "tropical_rainforest"
    # A climate is near, and no class: that the one is near tells no forest zone.
    lonely = at(-159.85, -17.15)
    assert lonely.facts["climate"].near_km > 100
    assert lonely.get_key("koppen") == ""
    site, _ = apply_findings(Site(), MAP_CHOICES, lonely)
    assert "Ecological zone: none." in texts(site_notes(lonely, MAP_CHOICES, site).notices)
    # Beyond 180 degrees and on this side of it.
    for longitude in (-179.97, 180.0, 180.03, 179.97):
        assert at(longitude, -16.85).get_key("climate") == "tropical_wet"
    assert at(-30.0, -50.0) is None


def by_hand(series, inside):
    """Hectares by piece of 0.25 degrees, cell by cell, by PROJ."""
    grid, degrees = series.grid, defaultdict(float)
    to_degrees = Transformer.from_crs(grid.crs, "EPSG:4326", always_xy=True)
    x, dx, _, y, _, dy = grid.transform
    areas = np.broadcast_to(series.area.cell_hectares(grid.full_window), (grid.height, grid.width))
    for row, column in np.argwhere(inside):
        longitude, latitude = to_degrees.transform(x + (column + 0.5) * dx, y + (row + 0.5) * dy)
        piece = int((90 - latitude) // 0.25), int((longitude + 180) // 0.25) % 1440
        degrees[piece] += areas[row, column] if series.area.uniform is None else series.area.uniform
    return degrees


@pytest.mark.parametrize(
    ("epsg", "origin", "cell"),
    [
        (32649, (600_000.0, 4_400_000.0), (2_000.0, 1_700.0)),
        (4326, (-52.3, 2.7), (0.02, 0.03)),
        (3832, (3_300_000.0, -1_900_000.0), (2_000.0, 2_000.0)),
    ],
)
def test_land_is_the_cells_that_count_at_all_dates_by_area(epsg, origin, cell):
    one, other = np.ones((2, 40, 50), np.uint8)
    one[:, :9], other[30:] = 0, 0
    with memory_folder() as folder:
        series = series_in(
            *(folder, one, other),
            method="ellipsoidal" if epsg == 4326 else "planimetric",
            epsg=epsg,
            origin=origin,
            cell=cell,
            nodata=0,
        )
        land = locate_land(series, lambda part: True)
    wanted = by_hand(series, (one > 0) & (other > 0))
    found = dict(zip(zip(land.rows.tolist(), land.columns.tolist()), land.hectares.tolist()))
    assert found == pytest.approx(wanted)
    assert len(found) > 4


def test_of_large_land_squares_are_looked_at_and_where_these_are_empty_all_of_it(monkeypatch):
    monkeypatch.setattr(land_module, "MAX_CELLS", 1000)
    monkeypatch.setattr(land_module, "SQUARE_SIDE_CELLS", 4)
    monkeypatch.setattr(land_module, "MAX_POINTS", 64)
    monkeypatch.setattr(land_module, "MIN_BLOCK_POINTS", 16)
    values = np.ones((300, 300), np.uint8)
    lonely = np.zeros((300, 300), np.uint8)
    lonely[10:12, 133:135] = 1
    kind = {"epsg": 4326, "origin": (-52.0, 3.0), "cell": (0.01, 0.01), "nodata": 0}
    with memory_folder() as folder:
        whole = locate_land(series_in(folder, values, method="ellipsoidal", **kind), lambda _: True)
    with memory_folder() as folder:
        few = locate_land(series_in(folder, lonely, method="ellipsoidal", **kind), lambda _: True)
    assert whole.centroid == pytest.approx((-50.5, 1.5), abs=0.1)
    # The earth's pieces that the land lies in, all of them: 3 degrees each way.
    assert len(whole.rows) == 144
    assert few.centroid == pytest.approx((-52.0 + 1.34, 3.0 - 0.11), abs=1e-6)
    assert few.hectares.sum() == pytest.approx(4 * 123.5, rel=0.01)


def test_land_without_a_place_is_not_known():
    with memory_folder() as folder:
        series = series_in(folder, np.ones((3, 3)), epsg=None)
        assert locate_land(series, lambda part: True) is None
    local = create_spatial_reference('LOCAL_CS["mine",UNIT["metre",1]]').ExportToWkt()
    with memory_folder() as folder:
        series = series_in(folder, np.ones((3, 3)), epsg=None)
        series.grid = replace(series.grid, crs=local)
        assert locate_land(series, lambda part: True) is None
    assert lookup_ipcc_densities(None, [FOREST]) is None


@cache
def place_of(row: int):
    """Longitude and latitude of a mine, and what is found there by itself."""
    place = float(PLACES[row]["lon"]), float(PLACES[row]["lat"])
    return place, at(*place)


# Kalimantan is a rain forest, Bowen a dry one, the others moist ones of three continents.
OBUASI, JHARIA, CARAJAS, BOWEN, KALIMANTAN = (
    next(n for n, row in enumerate(PLACES) if name in row["site"])
    for name in ("Obuasi", "Jharia", "Carajas", "Bowen", "Kalimantan")
)


# The desert of Atacama has no forest zone, and the peat of Alberta a soil of its own.
DESERT, PEAT = (
    next(n for n, row in enumerate(PLACES) if name in row["site"])
    for name in ("Escondida", "Alberta")
)


def land_in_pieces(drawn) -> land_module.LandPieces:
    """Land of so many hectares at each of some mines."""
    points = [point_to_land(place_of(row)[0]) for row, _ in drawn]
    names = ("rows", "columns", "longitude", "latitude")
    columns = (np.concatenate([getattr(point, name) for point in points]) for name in names)
    return land_module.LandPieces(*columns, np.array([float(area) for _, area in drawn]))


HEADINGS = {"climate": "Climate", "soil": "Soil", "forest_zone": "Ecological zone"}


@examples(60)
@given(
    st.lists(
        st.tuples(st.integers(0, len(PLACES) - 1), st.integers(1, 9)), min_size=2, max_size=4
    ).filter(lambda drawn: len(dict(drawn)) == len(drawn))
)
@example([(KALIMANTAN, 4), (BOWEN, 2)]).via("two thirds are enough")
@example([(KALIMANTAN, 2), (DESERT, 4)]).via("a third with a value is enough")
@example([(KALIMANTAN, 1), (DESERT, 3)]).via("less than a third")
@example([(KALIMANTAN, 2), (OBUASI, 1), (DESERT, 7)]).via("less than a third, of two values")
@example([(KALIMANTAN, 1), (OBUASI, 1), (DESERT, 2)]).via("the desert has no say")
def test_what_is_not_on_two_thirds_of_the_land_with_a_value_is_warned_of(drawn):
    drawn = [own for own in drawn if not any(f.near_km for f in place_of(own[0])[1].facts.values())]
    assume(drawn)
    found, wanted = read_site_findings(land_in_pieces(drawn)), {}
    for name, heading in HEADINGS.items():
        hectares = Counter()
        for row, area in drawn:
            hectares[place_of(row)[1].get_key(name)] += area
        whole, taken = hectares.total(), hectares[found.get_key(name)]
        valued = whole - hectares[""]
        if found.get_key(name) and 3 * valued < whole:
            wanted[heading] = f"the map covers only {100 * valued / whole:.0f} % of the land;"
        elif found.get_key(name) and 3 * taken < 2 * valued:
            wanted[heading] = f"covers only {100 * taken / valued:.0f} % of the land with map data"
    site, _ = apply_findings(Site(), MAP_CHOICES, found)
    warned = dict(
        text.split(": ", 1)
        for text in texts(site_notes(found, MAP_CHOICES, site, "VALUES").warnings)
    )
    assert warned.keys() == wanted.keys()
    for heading, words in wanted.items():
        assert words in warned[heading]
        action = "Set VALUES for this land." if heading == "Soil" else "with MASK or EXTENT."
        assert warned[heading].endswith(action)


def warned_of(land: land_module.LandPieces, table: str = "", wanted=MAP_CHOICES) -> list[str]:
    found = read_site_findings(land)
    site, _ = apply_findings(Site(), MAP_CHOICES, found)
    return texts(site_notes(found, wanted, site, table).warnings)


def test_warnings_of_mixed_land_name_share_and_runner_up_and_what_to_do():
    mixed = land_in_pieces([(KALIMANTAN, 3), (OBUASI, 2), (PEAT, 1)])
    assert warned_of(mixed) == [
        (
            "Climate: tropical wet covers only 50 % of the land with map data; next: tropical "
            "moist. Run each region separately with MASK or EXTENT."
        ),
        (
            "Ecological zone: tropical rain forest covers only 50 % of the land with map data; "
            "next: tropical moist deciduous forest. Run each region separately with MASK or EXTENT."
        ),
    ]
    assert warned_of(mixed, wanted=("soil", "continent")) == []
    (soil,) = warned_of(land_in_pieces([(PEAT, 1), (KALIMANTAN, 1)]), "COEFFICIENTS", ("soil",))
    assert soil == (
        "Soil: low activity clay covers only 50 % of the land with map data; next: peat. Set "
        "COEFFICIENTS for this land."
    )
    (zone,) = warned_of(land_in_pieces([(DESERT, 3), (KALIMANTAN, 1)]), wanted=("forest_zone",))
    assert zone == (
        "Ecological zone: the map covers only 25 % of the land; tropical rain forest is used for "
        "all of it. Run each region separately with MASK or EXTENT."
    )
    # A coast whose soil is the nearest one: of a raster, and not of a point.
    kushiro = point_to_land((144.38, 42.98))
    assert warned_of(kushiro) == []
    assert warned_of(replace(kushiro, is_point=False)) == [
        (
            "Soil: the map covers only 0 % of the land; volcanic soil is used for all of it. Set "
            "SOIL for this land."
        )
    ]


def far_from(series, place, top, left, bottom, right) -> float:
    """Kilometres by PROJ from a place to the edges of cells, of which there are thousands."""
    x, dx, _, y, _, dy = series.grid.transform
    along = np.linspace(0, 1, 3001)
    across, down = x + dx * (left + (right - left) * along), y + dy * (top + (bottom - top) * along)
    all_x = np.r_[across, across, 0 * along + across[0], 0 * along + across[-1]]
    all_y = np.r_[0 * along + down[0], 0 * along + down[-1], down, down]
    to_degrees = Transformer.from_crs(series.grid.crs, "EPSG:4326", always_xy=True)
    longitude, latitude = to_degrees.transform(all_x, all_y)
    here = (np.full(all_x.size, degrees) for degrees in place)
    return float(GEOD.inv(*here, longitude, latitude)[2].min()) / 1000


@pytest.mark.parametrize(
    ("epsg", "origin", "cell", "inside"),
    [
        (32649, (600_000.0, 4_400_000.0), (2_000.0, 1_700.0), (112.4, 39.5)),
        (4326, (-52.3, 2.7), (0.02, 0.03), (-51.6, 2.3)),
        # On both sides of 180 degrees.
        (4326, (178.0, 2.7), (0.2, 0.03), (-176.0, 2.3)),
        (3832, (3_300_000.0, -1_900_000.0), (2_000.0, 2_000.0), (-179.9, -17.0)),
        (6933, (-7e6, 5e6), (2e5, 1e5), (-30.0, 20.0)),
    ],
)
def test_how_far_a_place_is_from_the_box_of_the_cells_that_count(epsg, origin, cell, inside):
    values = np.ones((2, 60, 70), np.uint8)
    values[0] = 0
    # A diagonal, whose box is far larger than the land and smaller than the raster; to the left and
    # down, so that later blocks begin before earlier ones.
    values[0, np.arange(3, 40), np.arange(46, 9, -1)] = 1
    with memory_folder() as folder:
        kind = {"epsg": epsg, "origin": origin, "cell": cell, "nodata": 0}
        method = "ellipsoidal" if epsg == 4326 else "planimetric"
        series = series_in(folder, *values, method=method, **kind)
        box = land_module.LandExtent(series)
        scan_series(series, [box], progress=lambda part: True, cells=140)
    assert box.distance_km(inside) == pytest.approx(0, abs=1e-5)
    places = ((112.4, 45.9), (-60.0, 2.3), (-171.0, -17.0), (30.0, -50.0), (0.0, 89.9))
    for place in places:
        wanted = far_from(series, place, 3, 10, 40, 47)
        assert box.distance_km(place) == pytest.approx(wanted, rel=1e-5), place


def test_a_box_without_cells_or_a_place_is_nowhere():
    with memory_folder() as folder:
        series = series_in(folder, np.ones((3, 3)), epsg=None)
        box = land_module.LandExtent(series)
        scan_series(series, [box], progress=lambda part: True)
        assert box.distance_km(AMAPA) is None
    assert not distance_notes(None).warnings
    assert not distance_notes(50.0).warnings
    assert texts(distance_notes(15_078.4).warnings) == [
        (
            "PLACE is 15,078 km from the land of MAP and LAYERS. Leave PLACE empty to use the "
            "densities of that land."
        )
    ]


@examples(60)
@given(
    st.lists(
        st.tuples(st.integers(0, len(PLACES) - 1), st.integers(1, 9)), min_size=1, max_size=6
    ).filter(lambda drawn: len(dict(drawn)) == len(drawn))
)
@example([(KALIMANTAN, 4), (OBUASI, 3), (JHARIA, 3)]).via("equal votes; the largest has none")
@example([(OBUASI, 4), (CARAJAS, 3), (JHARIA, 2)]).via("three continents of one zone")
@example([(KALIMANTAN, 4), (OBUASI, 2), (JHARIA, 3)]).via("a share of land without a vote")
@example([(KALIMANTAN, 8), (OBUASI, 7), (BOWEN, 5)]).via("zones piece by piece")
def test_land_in_pieces_is_told_by_area_as_by_a_plain_loop(drawn):
    drawn = [own for own in drawn if not any(f.near_km for f in place_of(own[0])[1].facts.values())]
    assume(drawn)
    hectares = [float(area) for _, area in drawn]
    found = read_site_findings(land_in_pieces(drawn))
    alone = [place_of(row)[1] for row, _ in drawn]

    def by_area(name: str, has_vote=lambda one: True) -> Counter:
        sums = Counter()
        for one, area in zip(alone, hectares):
            if has_vote(one):
                sums[(one.anywhere.get(name) or one.facts[name]).key] += area
        return sums

    orders = {"climate": CLIMATES, "koppen": KOPPEN_CLASSES, "forest_zone": FOREST_ZONES}
    orders["soil_unit"] = read_soil_units()
    winners = {}
    for name, order in orders.items():
        sums = by_area(name)
        # The first of equals, as the maps number them; what has none does not count.
        ranked = sorted(filter(None, sums), key=lambda key: (-sums[key], order.index(key)))
        fact, winners[name] = found.facts[name], (ranked or [""])[0]
        assert fact.key == winners[name]
        share = 100 * sums[fact.key] / sum(hectares) if fact.key else None
        assert fact.share_pct == (None if share is None else pytest.approx(share))
        if len(ranked) > 1:
            assert (fact.next, fact.next_km) == (ranked[1], 0.0)
    # The commonest unit has the soil; another one may have as much of its kind.
    soil = found.facts["soil"]
    assert soil.key == classify_soil(winners["soil_unit"])
    if soil.key:
        assert soil.share_pct == pytest.approx(100 * by_area("soil")[soil.key] / sum(hectares))
    metres = sum(float(o.get_key("elevation_m")) * n for o, n in zip(alone, hectares)) / sum(
        hectares
    )
    assert float(found.get_key("elevation_m")) == pytest.approx(metres, abs=0.51)
    # Pieces of the commonest forest zone have a vote; the share is of all land.
    zone = winners["forest_zone"]
    for name in ("continent", "leaf"):
        votes = by_area(name, lambda one: one.get_key("forest_zone") == zone)
        ranked = [key for key, _ in votes.most_common()]
        fact = found.anywhere[name]
        assert fact.key == ranked[0]
        assert fact.next == (ranked[1] if len(ranked) > 1 else "")
        assert fact.share_pct == pytest.approx(100 * by_area(name)[fact.key] / sum(hectares))
        asks = zone.startswith(("tropical", "sub") if name == "continent" else "temperate")
        assert found.get_key(name) == (fact.key if asks else "")


def test_how_far_the_next_climate_is():
    found = at(112.4, 39.5)
    climate = found.facts["climate"]
    codes = read_map("climate")
    km, row, column = brute_force((codes > 0) & (codes != 8), (112.4, 39.5), 1000.0)
    assert climate.next == CLIMATES[codes[row, column] - 1]
    assert climate.next_km == pytest.approx(km, abs=1e-6)
    site, _ = apply_findings(Site(), MAP_CHOICES, found)
    words = format_fact_key("climate", climate.next)
    (said,) = [t for t in texts(site_notes(found, MAP_CHOICES, site).notices) if "Climate" in t]
    assert f"nearest {words} {km:.0f} km away" in said
    assert f"nearest {format_fact_key('climate', climate.key)}" not in said


def test_choices_of_ones_own_win_one_by_one():
    found = at(-51.6, 2.3)
    site, _ = apply_findings(Site(climate="tropical_moist", leaf="broadleaf"), ("soil",), found)
    assert (site.climate, site.soil, site.forest_zone, site.leaf) == (
        *("tropical_moist", "low_activity_clay", "", "broadleaf"),
    )
    # The continent is of the forest zone that there is.
    site, _ = apply_findings(
        Site(forest_zone="boreal_coniferous"), ("climate", "continent", "leaf"), found
    )
    assert (site.continent, site.leaf) == ("", "")
    site, _ = apply_findings(Site(forest_zone="temperate_oceanic"), ("leaf",), found)
    assert site.leaf == "needleleaf"


def test_what_the_tables_lack_is_said():
    def said(longitude, latitude):
        _, notes = apply_findings(Site(), MAP_CHOICES, at(longitude, latitude))
        return texts([*notes.warnings, *notes.notices])

    belchatow, alberta, xuzhou, shengli = (
        *((19.3, 51.2), (-111.5, 57.0), (117.2, 34.3), (116.0, 43.98)),
    )
    assert said(*belchatow) == [
        "No default value for spodic soil in cool temperate dry climate; sandy soil is used."
    ]
    # SITE has the soil whose densities are taken, where the map is asked for it.
    found = at(*belchatow)
    for asked, soil in ((MAP_CHOICES, "sandy"), (("climate",), "spodic")):
        site, _ = apply_findings(Site(climate="cool_temperate_dry"), asked, found)
        (row,) = (row for row in found.rows(site, asked) if row["fact"] == "soil")
        assert row["found"] == soil
    assert "Mapped as peat (FAO unit Od)" in said(*alberta)[0]
    assert "drained" in said(*xuzhou)[0]
    assert "overestimates open stands" in said(*shengli)[0]


def test_no_soil_is_taken_for_another_in_a_climate_of_which_an_edition_has_none():
    svalbard = at(15.6, 78.2)
    assert svalbard.get_key("climate").startswith("polar")
    site, notes = apply_findings(Site(edition="2006"), MAP_CHOICES, svalbard)
    assert site.soil == svalbard.get_key("soil")
    assert not any("is taken" in told for told in texts(notes.notices))


def test_the_densities_of_a_place_and_what_has_none():
    amapa = lookup_ipcc_densities(point_to_land((-51.6, 2.3)), [FOREST, GRASS, ARABLE])
    assert amapa.without == []
    assert amapa.missing_notes([FOREST, GRASS, ARABLE]).warnings == []
    rows = {row["class"]: row for row in amapa.build_table("T").rows}
    assert rows["forest"]["soil_tc_per_ha"] == 52.0
    assert rows["forest"]["vegetation_tc_per_ha"] == 176.24
    assert rows["arable"]["soil_tc_per_ha"] == 43.16
    assert str(amapa.sentence) == (
        "Carbon densities: IPCC 2019 defaults for tropical wet climate, low activity clay, "
        "tropical rain forest, the Americas (maps of 55 and 110 km resolution)."
    )
    assert "climate tropical_wet" in amapa.record
    assert "MIT" in amapa.record
    desert = lookup_ipcc_densities(point_to_land((-69.07, -24.27)), [FOREST, GRASS, ARABLE])
    assert [one.land_class.key for one in desert.without] == ["forest"]
    assert desert.notes.warnings == []
    assert desert.missing_notes([GRASS, ARABLE]).warnings == []
    (warning,) = texts(desert.missing_notes([FOREST, GRASS]).warnings)
    assert "no ecological zone" in warning
    # Not of taken land alone: the values and the inventory of all land go by them too.
    assert warning.endswith(
        "; the carbon of this land is not estimated. Provide these densities in COEFFICIENTS."
    )
    peat = lookup_ipcc_densities(point_to_land((-111.5, 57.0)), [FOREST, GRASS, ARABLE], "VALUES")
    assert not peat.build_table("T").rows
    (warning,) = texts(peat.missing_notes([ARABLE]).warnings)
    assert "soil: no IPCC default reference stock for peat" in warning
    assert warning.endswith("Provide these densities in VALUES.")
    classes = [FOREST, LandClass(7, "Forrest", "Old wood", "sink")]
    misspelt = lookup_ipcc_densities(point_to_land((-51.6, 2.3)), classes)
    assert texts(misspelt.missing_notes(classes).warnings)[-1] == (
        "No IPCC density for Old wood (soil: class key 'Forrest' is not in the IPCC tables, "
        "vegetation: class key 'Forrest' is not in the IPCC tables); the carbon of this land is "
        "not estimated. Provide these densities in COEFFICIENTS."
    )
