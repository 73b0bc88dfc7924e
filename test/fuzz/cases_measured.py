"""Random rasters of values, and what is asked of them; the words that choose densities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..helpers import ROOT
from .cases_rasters import LAYOUTS, Date, Grid, other_grid, write
from .legends import rows_of

TYPES = ("f4", "f4", "f8", "u1", "i2", "u2", "i4", "u4")
# What marks no data in files that do not say so, or may, by the types that can hold it.
MARKS = {
    "f4": (-9999.0, -3.4028234663852886e38, 3.4028234663852886e38, 1e20, np.inf, -1e10, 4000.0),
    "f8": (-9999.0, 1e308, -1.7976931348623157e308, 1e20, -np.inf, -99999.0, 9999.0, 4000.0),
    "i2": (-9999, -32768, -999, 9999, 4000, -1500),
    "u2": (65535, 9999, 4000, 2600),
    "i4": (-9999, -(2**31), -99999, 9999, 4000),
    "u4": (2**32 - 1, 9999, 65535, 4000),
    "u1": (255,),
}
CHOICES = {
    column: sorted({row[column] for row in rows_of(ROOT / "resources" / "ipcc" / f"{table}.csv")})
    for table, column in (("soil", "climate"), ("forest_vegetation", "forest_zone"))
}
SOILS = {
    "high_activity_clay": "HAC",
    "low_activity_clay": "LAC",
    **{word: word for word in ("sandy", "spodic", "volcanic", "wetland")},
}


@dataclass
class ValueRaster:
    """A raster of values: its cells as stored, and how they are read.

    Attributes:
        mark: an undeclared mark of no data that some cells hold; None: there is none.
        left_out: further values that the run is told to leave out.
    """

    date: Date
    scale: float = 1.0
    offset: float = 0.0
    mark: float | None = None
    left_out: tuple = ()


@dataclass
class Measured:
    """Rasters of values in the order in which they are given, and their years.

    `disturbing` is the text of TAKING_GROUPS, `by_use` whether what is asked for needs groups.
    """

    rasters: list
    years: list
    disturbing: str
    by_use: bool = False


@dataclass
class Densities:
    """What densities are asked for: the site in words, '' for what is not told, and the maps.

    Attributes:
        site: by parameter.
        maps: by parameter, of those that are given.
        factors, u95: by parameter of the map.
        has_map: whether the land-use raster is given.
    """

    site: dict
    maps: dict
    factors: dict
    u95: dict
    root_shoot: float | None
    has_map: bool


PERENNIALS = ("olive", "vine", "tea", "oil_palm", "parkland")
# Systems whose plane goes on so far about the rasters.
WIDE = (32649, 32650, 3857)
# Points about the rasters, 3 to 90 km away from them, and elsewhere.
PLACES = (
    *("112.4,39.5", "0,0 [EPSG:4326]", "600000,4400000 [EPSG:32649]"),
    *("600000,4430000 [EPSG:32649]", "530000,4380000 [EPSG:32649]", "600000,4310000 [EPSG:32649]"),
)


def random_raster(rng, path: Path, year: str, base: Date, is_stock: bool) -> ValueRaster:
    """A raster of values about the cells of a date, seldom with a mark that nobody declares."""
    dtype = str(rng.choice(TYPES))
    grid = base.grid
    if rng.random() < 0.7:
        grid = other_grid(rng, grid, float(rng.choice([30.0, 91.0, 200.0])), 12)
    values = _values(rng, np.dtype(dtype), grid, is_stock)
    mark, left_out = None, ()
    if rng.random() < 0.35:
        mark = MARKS[dtype][rng.integers(len(MARKS[dtype]))]
        values[rng.random(grid.shape) < 0.2] = mark
    declared = None
    if rng.random() < 0.4:
        declared = mark if mark is not None else values.ravel()[rng.integers(values.size)].item()
        declared = None if declared != declared else float(declared)
        mark = None if declared is not None else mark
    elif mark is not None and rng.random() < 0.5:
        left_out, mark = (float(mark),), None
    if rng.random() < 0.1:
        # What no file declares is a value.
        left_out = (*left_out, float("nan"))
    hidden = rng.random(grid.shape) < (0.3 if rng.random() < 0.2 else 0.0)
    names = {1: "Forest", 2: "Grass"} if dtype == "u1" and rng.random() < 0.3 else {}
    date = Date(str(path), path.stem, year, grid, values, hidden, declared, names, {})
    write(date, LAYOUTS[rng.integers(len(LAYOUTS))])
    raster = ValueRaster(date, mark=mark, left_out=left_out)
    return _scaled(rng, raster, is_stock) if rng.random() < 0.25 else raster


def _values(rng, dtype: np.dtype, grid: Grid, is_stock: bool) -> np.ndarray:
    """Patches or noise, of stocks or of anything; of floats some are NaN."""
    kind, rows = rng.random(), grid.shape[0] + 1
    least, most = (0, 250) if is_stock or dtype.kind == "u" else (-100, 120)
    values = rng.uniform(least, most, (rows, grid.shape[1] + 1))
    if kind < 0.3:
        values = np.repeat(np.repeat(values[::5, ::5], 5, 0), 5, 1)
    elif kind < 0.4:
        values[:] = values[0, 0]
    elif kind < 0.5 and not is_stock and dtype.kind != "u":
        # A scatter that is small beside the values.
        values = values * 1e-3 + (3e4 if dtype.kind == "i" else 1e6)
    values = values[: grid.shape[0], : grid.shape[1]].astype(dtype)
    if dtype.kind == "f" and rng.random() < 0.4:
        values[rng.random(grid.shape) < 0.2] = np.nan
    return values


def _scaled(rng, raster: ValueRaster, is_stock: bool) -> ValueRaster:
    scale = float(rng.choice([0.1, 2.5, 10.0]))
    offset = float(rng.choice([0.0, 7.5] if is_stock else [0.0, 7.5, -20.0]))
    with gdal.Open(raster.date.path, gdal.GA_Update) as dataset:
        band = dataset.GetRasterBand(1)
        band.SetScale(scale)
        band.SetOffset(offset)
    return replace(raster, scale=scale, offset=offset)


def random_measured(rng, case, folder: Path, disturbing: str) -> tuple[Measured, dict]:
    """Rasters of values for dated land use, and the parameters that hand them over."""
    years, rasters, taken = [], [], [int(date.year) for date in case.dates]
    in_names = rng.random() < 0.6
    for number in range(int(rng.integers(1, 4))):
        near = taken[rng.integers(len(taken))] if rng.random() < 0.6 else taken[0]
        # A year before all land use is refused.
        year = near + int(rng.choice([0, 0, 1, 4, 30])) - (rng.random() < 0.04)
        name = f"bio{'abc'[number]}_{year}" if in_names else f"bio {'abc'[number]}"
        path = folder / f"{name}.tif"
        rasters.append(random_raster(rng, path, str(year), case.dates[0], is_stock=False))
        years.append(int(year))
    # Each NaN is another number.
    left_out = {repr(value): value for raster in rasters for value in raster.left_out}.values()
    for raster in rasters:
        raster.left_out = tuple(left_out)
    parameters = {"VALUE_LAYERS": [raster.date.path for raster in rasters]}
    if not in_names or rng.random() < 0.2:
        parameters["VALUE_YEARS"] = ",".join(map(str, years))
    if left_out:
        parameters["VALUE_NODATA"] = ",".join(map(repr, left_out))
    if disturbing != "mine" or rng.random() < 0.5:
        parameters["TAKING_GROUPS"] = disturbing
    return Measured(rasters, years, disturbing), parameters


def random_densities(rng, case, folder: Path) -> tuple[Densities, dict]:
    """What densities are asked for, and the parameters that ask for it."""
    has_map = bool(rng.random() < 0.75)
    site = {
        "CLIMATE": _maybe(rng, 0.85, CHOICES["climate"]),
        "SOIL": _maybe(rng, 0.85, list(SOILS)),
        "FOREST_ZONE": _maybe(rng, 0.75, CHOICES["forest_zone"]),
        "CONTINENT": _maybe(rng, 0.6, ["africa", "americas", "asia"]),
        "LEAF": _maybe(rng, 0.6, ["needleleaf", "broadleaf"]),
        "FOREST": _maybe(rng, 0.4, ["natural", "secondary", "plantation"]),
        "EDITION": _maybe(rng, 0.4, ["2019", "2006"]),
        "HALF_WIDTH": _maybe(rng, 0.4, ["site", "mean"]),
        "PERENNIAL": _maybe(rng, 0.3, PERENNIALS),
    }
    if rng.random() < 0.85:
        _mend(rng, site)
    parameters: dict = {name: word for name, word in site.items() if word}
    # What the shipped maps would say of the land, but for its climate, is for tests of its own.
    by_maps = ("CLIMATE", "SOIL", "FOREST_ZONE", "CONTINENT", "LEAF")
    has_place = bool(rng.random() < 0.3)
    if has_place:
        parameters["PLACE"] = str(rng.choice(PLACES))
    if has_map or has_place:
        parameters.update((name, "none") for name in by_maps if not site[name])
    if not site["FOREST_ZONE"] and rng.random() < 0.4:
        parameters["LITTER"] = str(rng.choice(["litter", "litter_and_dead_wood"]))
    if has_map and not has_place and rng.random() < 0.4:
        site["CLIMATE"] = parameters["CLIMATE"] = "place"
        _widen(rng, case)
    site["FOREST"] = site["FOREST"] or "natural"
    site["EDITION"] = site["EDITION"] or "2019"
    site["HALF_WIDTH"] = site["HALF_WIDTH"] or "site"
    site["PERENNIAL"] = site["PERENNIAL"] or "orchard"
    found = Densities(site, {}, {"SOIL_MAP": 1.0, "BIOMASS_MAP": 0.47}, {}, None, has_map)
    for name in ("SOIL_MAP", "BIOMASS_MAP"):
        if has_map and rng.random() < 0.5:
            path = folder / f"{name.lower()}.tif"
            raster = random_raster(rng, path, "", case.dates[0], is_stock=True)
            found.maps[name] = raster
            parameters[name] = raster.date.path
            if raster.left_out:
                parameters[f"{name}_NODATA"] = ",".join(map(repr, raster.left_out))
        # What is for a map may be given without it, and then does nothing.
        if rng.random() < 0.3:
            found.factors[name] = parameters[f"{name}_FACTOR"] = float(
                rng.choice([0.5, 10, 0.01, 0.0])
            )
        if rng.random() < 0.5:
            found.u95[name] = parameters[f"{name}_U95"] = float(rng.choice([0.0, 40.0, 60.5, 85.0]))
    if rng.random() < 0.5:
        found.root_shoot = parameters["ROOT_SHOOT"] = float(rng.choice([0.0, 0.29, 1.5]))
    if has_map:
        parameters["MAP"] = case.dates[0].path
    return found, parameters


def _widen(rng, case) -> None:
    """Make a map of up to some thousand kilometres of a small one, about its middle."""
    (date,) = case.dates
    if case.mask is not None or case.method != "auto" or date.grid.epsg not in WIDE:
        return
    (rows, columns), (x, dx, _, y, _, dy) = date.grid.shape, date.grid.transform
    times = float(rng.choice([40, 800, 1600]))
    x, y = x - (times - 1) * dx * columns / 2, y - (times - 1) * dy * rows / 2
    date.grid = date.grid._replace(transform=(x, times * dx, 0.0, y, 0.0, times * dy))
    write(date, ())


def _maybe(rng, likely: float, words: list) -> str:
    return words[rng.integers(len(words))] if rng.random() < likely else ""


def _mend(rng, site: dict) -> None:
    """A forest that the tables have, of a zone that is given."""
    rows = rows_of(ROOT / "resources" / "ipcc" / "forest_vegetation.csv")
    there = [row for row in rows if row["forest_zone"] == site["FOREST_ZONE"]]
    if there:
        row = there[rng.integers(len(there))]
        site["FOREST"] = "" if row["forest"] == "natural" else row["forest"]
        site["LEAF"] = row["leaf"] or site["LEAF"]
        if row["continent"] != "all":
            site["CONTINENT"] = row["continent"]
            site["EDITION"] = ""
