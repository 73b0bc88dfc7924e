"""Densities of classes by the tables of IPCC and by maps, by the words of the manual
(docs/algorithms/carbondensities.md)."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from osgeo import gdal
from pyproj import Geod, Transformer

from carbon_zones.test.core.measured_oracle import moments

from ..helpers import ROOT
from .cases_measured import SOILS
from .legends import lands_of, rows_of
from .oracle_cells import brought
from .oracle_measured import cells_with_values, is_beyond_all, judged

LANDS = {
    **dict.fromkeys(("arable", "paddy", "orchard"), ""),
    **dict.fromkeys(("forest", "grass", "shrub", "wetland"), "reference"),
}
SHRUBLANDS = ("tropical_shrubland", "subtropical_steppe")
CROPS = {"2019": 4.7, "2006": 5.0}
# A stock of a hectare is no larger, t C.
LARGEST = 10_000
POOLS = {"SOIL_MAP": "soil", "BIOMASS_MAP": "vegetation"}
# As IPCC numbers them, from 1 on (2019, volume 4, chapter 3).
CLIMATES = (
    *("tropical_montane", "tropical_wet", "tropical_moist", "tropical_dry"),
    *("warm_temperate_moist", "warm_temperate_dry", "cool_temperate_moist", "cool_temperate_dry"),
    *("boreal_moist", "boreal_dry", "polar_moist", "polar_dry"),
)


def ipcc(table: str, **cells: str) -> list[dict]:
    rows = rows_of(ROOT / "resources" / "ipcc" / f"{table}.csv")
    return [row for row in rows if all(row[name] == text for name, text in cells.items())]


def densities_of(case, names, result) -> None:
    """Rows of COEFFICIENTS and MEASURED, and refusals, into a result that has the cells."""
    densities, site = case.densities, case.densities.site
    if site["CLIMATE"] == "place" and result.cells:
        site = {**site, "CLIMATE": _climate(case, result)}
    zone = site["FOREST_ZONE"]
    if zone and not _forest(site, site["FOREST"], site["LEAF"]):
        result.refusals.append(("FOREST_ZONE", zone, f"FOREST {site['FOREST']}"))
    if not densities.has_map and case.table is None and case.scheme is None:
        result.refusals.append(("MAP, LAYERS, SCHEME or CLASSES",))
    if "BIOMASS_MAP" in densities.maps and not zone and densities.root_shoot is None:
        result.refusals.append(("BIOMASS_MAP", "ROOT_SHOOT"))
    for name, raster in densities.maps.items():
        if densities.factors[name] == 0:
            result.refusals.append((f"{name}_FACTOR must not be 0",))
        if brought(raster.date, case.dates[0])[2].all():
            # Edges may lie over each other where no centre lies inside.
            result.may.append((name, "do not overlap"))
        # What stands where the map is not asked may be beyond all measure too.
        if is_beyond_all(cells_with_values(raster, case.dates[0], result.cells)):
            result.may.append((name,))
    if result.refusals:
        return
    if densities.has_map:
        lands = {cell[2][0].key.casefold(): cell[2][0] for cell in result.cells}
    elif case.table is not None:
        lands = names.listed
    else:
        lands = {land.key.casefold(): land for land in lands_of(case.scheme).values()}
    told: dict = {name: [] for name in densities.maps}
    for key, land in lands.items():
        if land.group != "sink":
            continue
        pools = {"soil": _soil(key, site), "vegetation": _vegetation(key, site)}
        for name, raster in densities.maps.items():
            if name == "BIOMASS_MAP" and key not in ("forest", "shrub"):
                continue
            told[name].append(key)
            mean = _measure(case, name, raster, key, land, result)
            if mean is not None:
                u95 = densities.u95.get(name)
                pools[POOLS[name]] = (mean, u95, u95)
        wide = any(pool and (pool[1] or 0) > 60 for pool in pools.values())
        cells = [pool or (None, None, None) for pool in pools.values()]
        word = "lognormal" if wide else "normal"
        result.numbers["density", key, word] = [cell for pair in zip(*cells) for cell in pair]
    for name, keys in told.items() if not result.refusals else ():
        own = [cell for cell in result.cells if cell[2][0].key.casefold() in keys]
        raster = densities.maps[name]
        words = judged(raster, cells_with_values(raster, case.dates[0], own), result)
        if words is not None:
            result.refusals.append((name, *words))


def _climate(case, result) -> str:
    """The climate of most of the land, and what is said of it where that is not two thirds."""
    hectares: Counter = Counter()
    with gdal.ExceptionMgr(useExceptions=True):
        zones = gdal.Open(str(ROOT / "resources" / "place" / "climate.tif")).ReadAsArray()
    grid = case.dates[0].grid
    to_degrees = Transformer.from_crs(grid.epsg, 4326, always_xy=True)
    x, dx, _, y, _, dy = grid.transform
    for i, j, _, area in result.cells:
        longitude, latitude = to_degrees.transform(x + (j + 0.5) * dx, y + (i + 0.5) * dy)
        hectares[int(zones[int((90 - latitude) * 2), int((longitude + 180) * 2)])] += area
    del hectares[0]
    if not hectares:
        # Near a pole the map has no climate; one that is near enough may be taken.
        result.may.append(("CLIMATE=place", "the reference maps"))
        result.is_sure = False
        return CLIMATES[0]
    (zone, area), *_ = hectares.most_common()
    share = 100 * area / hectares.total()
    key = CLIMATES[zone - 1]
    if abs(share - 200 / 3) > 0.01:
        words = f"Climate: {key.replace('_', ' ')} covers only "
        result.warned["Climate: "] = words if share < 200 / 3 else ""
    return key


def warned_of(run, result) -> None:
    """What must be said of inputs that decide nothing, and of a place, into a result."""
    given, warned = run.parameters, result.warned
    vegetation = {key[1]: row[1] for key, row in result.numbers.items() if key[0] == "density"}
    site, place = run.case.densities.site, given.get("PLACE", "")
    is_idle = site["EDITION"] == "2006" or "orchard" not in vegetation
    has_mangroves = vegetation.get("mangrove") is not None
    # What lies dead in them is for tests of its own.
    result.is_sure = result.is_sure and not ("LITTER" in given and has_mangroves)
    idle = {
        "PERENNIAL": site["PERENNIAL"] != "orchard" and is_idle,
        "LITTER": "LITTER" in given and not has_mangroves,
        "PLACE": bool(place) and "SITE" not in given,
    }
    for name, is_said in idle.items():
        warned[f"{name} ignored: "] = name if is_said else ""
    has_box = place and "SITE" in given and result.cells
    is_far = has_box and _kilometres(run.case, result, place) > 50
    warned["PLACE is "] = "PLACE is " if is_far else ""


def _kilometres(case, result, place: str) -> float:
    """From a point to the edges of the box of the cells."""
    x, y, *system = re.findall(r"-?[\d.]+", place)
    point = Transformer.from_crs(int((system or [4326])[0]), 4326, always_xy=True).transform(
        float(x), float(y)
    )
    grid = case.dates[0].grid
    rows, columns = ([cell[n] for cell in result.cells] for n in (0, 1))
    x, dx, _, y, _, dy = grid.transform
    along = np.linspace(0, 1, 500)
    down = y + dy * (min(rows) + (max(rows) + 1 - min(rows)) * along)
    across = x + dx * (min(columns) + (max(columns) + 1 - min(columns)) * along)
    edges = [(across, 0 * along + edge) for edge in (down[0], down[-1])]
    edges += [(0 * along + edge, down) for edge in (across[0], across[-1])]
    to_degrees = Transformer.from_crs(grid.epsg, 4326, always_xy=True)
    longitude, latitude = to_degrees.transform(*np.hstack(edges))
    here = (np.full(longitude.size, degrees) for degrees in point)
    return Geod(ellps="WGS84").inv(*here, longitude, latitude)[2].min() / 1000


def _measure(case, name: str, raster, key: str, land, result) -> float | None:
    """The mean of a class on a map, t C/ha; its row of MEASURED into the result."""
    densities = case.densities
    own = [cell for cell in result.cells if cell[2][0].key.casefold() == key]
    cells = cells_with_values(raster, case.dates[0], own)
    factor = densities.factors[name]
    stocks = [value * factor for _, _, _, value in cells if value is not None]
    if any(not 0 <= stock <= LARGEST for stock in stocks):
        result.refusals.append((name, f"'{raster.date.layer}': value "))
        return None
    if name == "BIOMASS_MAP":
        factor *= 1 + _root_shoot(densities, key)
    *size, mean, sd, least, largest = moments([(area, value) for _, area, _, value in cells])
    values = [None if value is None else value * factor for value in (mean, sd, least, largest)]
    cell_count, without, area = size
    result.numbers[("measured", POOLS[name], land.name.casefold())] = [
        cell_count,
        without,
        area,
        *values,
    ]
    return values[0]


def _root_shoot(densities, key: str) -> float:
    if densities.root_shoot is not None:
        return densities.root_shoot
    site = densities.site
    row = _shrub(site) if key == "shrub" else None
    row = row or _forest(site, site["FOREST"], site["LEAF"])
    return float(row["root_shoot"])


def _soil(key: str, site: dict) -> tuple | None:
    """Density, half-width and the part of it that is shared; None where there is none."""
    if key == "mangrove":
        return (386.0, 9.46, None) if _mangroves(site) else None
    if key not in LANDS or not site["CLIMATE"] or not (site["SOIL"] or key == "wetland"):
        return None
    kind = "wetland" if key == "wetland" else SOILS[site["SOIL"]]
    if kind == "wetland" and key in ("arable", "orchard"):
        kind = "HAC"  # worked land is drained
    place = {"edition": site["EDITION"], "climate": site["CLIMATE"], "soil": kind}
    rows = ipcc("soil", **place, land=LANDS[key] or key)
    width = site["HALF_WIDTH"]
    return _pool(rows[0], f"u95_{width}_pct", f"shared_{width}_pct") if rows else None


def _vegetation(key: str, site: dict) -> tuple | None:
    if key in ("arable", "paddy"):
        return CROPS[site["EDITION"]], 75.0, None
    row = _mangroves(site) if key == "mangrove" else None
    if key == "grass":
        row = next(iter(ipcc("grass_vegetation", climate=site["CLIMATE"])), None)
    elif key == "forest" and site["FOREST_ZONE"]:
        row = _forest(site, site["FOREST"], site["LEAF"])
    elif key == "shrub":
        row = _shrub(site)
    elif key == "orchard":
        kind = site["PERENNIAL"] if site["EDITION"] == "2019" else "perennial_crops"
        rows = ipcc("perennial", edition=site["EDITION"], perennial=kind)
        fitting = [row for row in rows if row["zone"] in site["CLIMATE"]]
        row = max(fitting, key=lambda row: len(row["zone"]), default=None)
    return _pool(row, "u95_pct", "") if row else None


def _pool(row: dict, u95: str, shared: str) -> tuple:
    def number(cell: str) -> float | None:
        return float(row[cell]) if cell and row[cell] else None

    return number("tc_per_ha"), number(u95), number(shared)


def _mangroves(site: dict) -> dict | None:
    rows = ipcc("mangrove", climate=site["CLIMATE"], pool="vegetation")
    return rows[0] if rows and site["EDITION"] == "2019" else None


def _shrub(site: dict) -> dict | None:
    return _forest(site, "natural", "") if site["FOREST_ZONE"] in SHRUBLANDS else None


def _forest(site: dict, forest: str, leaf: str) -> dict | None:
    """The row of a forest: that of the continent, where there is one in the edition."""
    rows = ipcc("forest_vegetation", forest_zone=site["FOREST_ZONE"], forest=forest)
    rows = [row for row in rows if row["leaf"] in ("", leaf)]
    if site["EDITION"] == "2019":
        for row in rows:
            if row["continent"] == site["CONTINENT"]:
                return row
    return next((row for row in rows if row["continent"] == "all"), None)
