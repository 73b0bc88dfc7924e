"""Carbon densities: what is chosen comes out; what the tables leave open is named."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.core.densities.density_table import default_density
from carbon_zones.core.densities.ipcc import Site
from carbon_zones.core.scheme.classes import LandClass
from carbon_zones.test.algorithms.refusals import refuses, sentence_of
from carbon_zones.test.helpers import read_csv, write_csv, write_raster

CLASSES = """value,class,name,group
1,arable,Fields,sink
2,paddy,Paddies,sink
3,forest,Forest,sink
4,orchard,Orchards,sink
5,grass,Grass,sink
6,shrub,Shrub,sink
7,mangrove,Mangroves,sink
8,pit,Pit,mine
"""


@pytest.fixture
def densities(run, tmp_path):
    """The rows of COEFFICIENTS by class."""

    def call(**chosen):
        table = tmp_path / "coefficients.csv"
        table.unlink(missing_ok=True)
        if "MAP" not in chosen and "SCHEME" not in chosen:
            chosen = {"CLASSES": write_csv(tmp_path / "classes.csv", CLASSES), **chosen}
        run("carbondensities", COEFFICIENTS=str(table), **chosen)
        return {row["class"]: row for row in read_csv(table)}

    return call


def numbers(row: dict, *columns: str) -> list[float | None]:
    return [float(row[column]) if row[column] else None for column in columns]


CHOSEN = [
    "2006 boreal_moist sandy site temperate_mountain plantation all needleleaf",
    "2019 tropical_moist low_activity_clay mean subtropical_humid natural asia auto",
]


@pytest.mark.parametrize("words", CHOSEN)
def test_what_is_chosen_is_what_the_tables_are_asked_for(densities, words):
    """test/core/test_densities.py has every row of them."""
    names = ("EDITION", "CLIMATE", "SOIL", "HALF_WIDTH", "FOREST_ZONE", "FOREST", "CONTINENT")
    chosen = dict(zip((*names, "LEAF"), words.split()))
    chosen = {name: word for name, word in chosen.items() if word not in ("all", "auto")}
    found = densities(**chosen)
    site = Site(**{name.lower(): choice for name, choice in chosen.items()})
    columns = ("soil_tc_per_ha", "u95_soil_pct", "vegetation_tc_per_ha", "u95_vegetation_pct")
    for key in ("arable", "paddy", "forest", "grass"):
        wanted = default_density(LandClass(1, key, key, "sink"), site).to_row
        assert numbers(found[key], *columns) == [wanted[column] for column in columns]
        assert found[key]["source"] == wanted["source"]


def test_what_is_empty_is_named_with_what_is_wanted(run, densities):
    found = densities(CLIMATE="tropical_montane")
    assert found["mangrove"]["soil_tc_per_ha"] == found["grass"]["vegetation_tc_per_ha"] == ""
    assert found["arable"]["vegetation_tc_per_ha"] == "4.7"
    text = " ".join(run.feedback.warnings)
    for words in (
        "set CLIMATE and SOIL",
        "set FOREST_ZONE",
        "no default value for grassland in tropical montane climate",
    ):
        assert words in text
    assert "Mangroves" in text


LAND = np.array([[3, 3, 1, 1], [3, 6, 6, 1], [5, 5, 6, 0], [8, 8, 5, 1]], np.uint8)


@pytest.fixture
def maps(tmp_path):
    """A map of classes, listed from the last one on, and maps of both pools on its cells."""
    rng = np.random.default_rng(7)
    soil, biomass = rng.integers(100, 900, (2, *LAND.shape)).astype("i2")
    soil[0, 0] = biomass[1, 1] = -1
    lines = CLASSES.splitlines()
    return {
        "MAP": write_raster(tmp_path / "land.tif", LAND, nodata=0),
        "CLASSES": write_csv(tmp_path / "classes.csv", "\n".join([lines[0], *lines[:0:-1]])),
        "SOIL_MAP": write_raster(tmp_path / "soil.tif", soil, dtype="i2", nodata=-1),
        "BIOMASS_MAP": write_raster(tmp_path / "vegetation.tif", biomass, dtype="i2", nodata=-1),
        "SOIL_MAP_FACTOR": 0.1,
        "BIOMASS_MAP_FACTOR": 0.047,
        "ROOT_SHOOT": 0.25,
        "SOIL_MAP_U95": 30.0,
    }, {"soil": soil * 0.1, "vegetation": biomass * 0.047 * 1.25}


DEFAULTS = "Densities not taken from a map are IPCC defaults."


def test_maps_that_give_all_leave_nothing_to_the_tables(run, densities, maps, tmp_path):
    classes = "value,class,name,group\n3,forest,Forest,sink\n8,pit,Pit,mine\n"
    land = write_raster(tmp_path / "forest.tif", np.where(LAND == 3, 3, 8).astype("u1"))
    given = {**maps[0], "MAP": land, "CLASSES": write_csv(tmp_path / "forest.csv", classes)}
    assert set(densities(**given)) == {"forest"}
    assert DEFAULTS not in run.feedback.infos


@pytest.mark.parametrize(
    ("half_width", "distribution"), [(0, "normal"), (60, "normal"), (60.5, "lognormal")]
)
def test_the_half_width_of_a_map_is_that_of_its_densities(
    run, densities, maps, half_width, distribution
):
    """0 is one too, and up to 60 % is normal."""
    found = densities(**{**maps[0], "SOIL_MAP_U95": half_width})
    row = found["grass"]
    assert (float(row["u95_soil_pct"]), row["distribution"]) == (half_width, distribution)
    assert "SOIL_MAP_U95" not in " ".join(run.feedback.warnings)
    # What crops grow, by the tables, is in it in any case.
    words = "Variables with margins of error above 60 % are treated as lognormal"
    (message,) = (line for line in run.feedback.infos if words in line)
    assert ("Grass" in message) == (distribution == "lognormal")


# The column of a map, and what of its stock the table has: roots too.
POOLS = {"SOIL_MAP": ("soil_tc_per_ha", 1), "BIOMASS_MAP": ("vegetation_tc_per_ha", 1.25)}


@pytest.mark.parametrize(("kind", "mark"), [("i2", 30000), ("f4", -1e-3), ("f8", np.inf)])
@pytest.mark.parametrize("pool", POOLS)
def test_what_is_no_stock_is_refused_until_it_is_told_to_be_no_data(
    densities, maps, tmp_path, pool, kind, mark
):
    """A mark of no data on land that the map tells; on other land it is nothing to this run."""
    given = {**maps[0], "CLIMATE": "cool_temperate_dry", f"{pool}_FACTOR": 1.0}
    values = np.full(LAND.shape, 40.0, kind)
    values[LAND == 8] = values[3, 3] = mark
    if pool == "SOIL_MAP":
        values[3, 3] = 40.0
    given[pool] = write_raster(tmp_path / "m.tif", values, dtype=kind)
    whole = densities(**given)
    values[LAND == 3] = mark
    values[0, 0] = 60.0
    given[pool] = write_raster(tmp_path / "m.tif", values, dtype=kind)
    message = sentence_of(densities, **given)
    assert f"/ {pool} 'm': value " in message
    assert " (cells: 2) is " in message
    assert f"({pool}_FACTOR 1); valid range 0 to 10,000 t C/ha." in message
    shown = message.split(": value ")[1].split(" (")[0]
    assert np.dtype(kind).type(float(shown)) == np.dtype(kind).type(mark)
    found = densities(**given, **{f"{pool}_NODATA": shown})
    column, root = POOLS[pool]
    assert float(found["forest"][column]) == pytest.approx(60 * root)
    assert float(whole["forest"][column]) == pytest.approx(40 * root)


@pytest.mark.parametrize(
    ("kind", "mark", "factor"), [("u2", 65535, 0.1), ("u1", 255, 1), ("f4", 9999, 0.47)]
)
@pytest.mark.parametrize("pool", POOLS)
def test_a_mark_of_no_data_that_may_be_a_stock_is_refused_too(
    densities, maps, tmp_path, pool, kind, mark, factor
):
    """On land that the map tells, until it is told to be no data, or by nan to be a stock."""
    given = {**maps[0], "CLIMATE": "cool_temperate_dry", f"{pool}_FACTOR": factor}
    values = np.where(LAND == 3, 40, mark if pool == "BIOMASS_MAP" else 20)
    values[0, 0] = 60
    values[LAND == 6] = 20
    given[pool] = write_raster(tmp_path / "m.tif", values, dtype=kind)
    whole = densities(**given)
    values[LAND == 6] = mark
    given[pool] = write_raster(tmp_path / "m.tif", values, dtype=kind)
    words = rf"{pool} 'm': value {mark} \(cells: 3\) may be undeclared NoData; set {pool}_NODATA"
    with refuses(rf"{words} to {mark}, or to nan if it is a valid value"):
        densities(**given)
    column, root = POOLS[pool]
    for settled in (str(mark), "nan"):
        found = densities(**given, **{f"{pool}_NODATA": settled})
        assert found["forest"][column] == whole["forest"][column]
    assert float(found["shrub"][column]) == pytest.approx(mark * factor * root)


@pytest.mark.parametrize("pool", POOLS)
def test_a_factor_of_0_is_refused(densities, maps, pool):
    with refuses(f"{pool}_FACTOR must not be 0"):
        densities(**{**maps[0], f"{pool}_FACTOR": 0})


def test_cells_with_other_numbers_that_are_no_stocks_are_counted_too(densities, maps, tmp_path):
    values = np.where(LAND == 3, [[-5], [-5], [-9999], [0]], 40)
    values[0, 2] = 20_000
    given = {**maps[0], "SOIL_MAP_FACTOR": 2.0}
    given["SOIL_MAP"] = write_raster(tmp_path / "m.tif", values, dtype="i2")
    words = r": value 20000 \(cells: 1\) is 40000 t C/ha \(SOIL_MAP_FACTOR 2\); valid range"
    with refuses(words):
        densities(**{**given, "SOIL_MAP_NODATA": "-5"})
    words = r": value -5 \(cells: 3\) .* 2\), and other invalid values \(cells: 1\); valid range"
    with refuses(words):
        densities(**given)


@pytest.mark.parametrize("by_maps", [True, False])
def test_its_own_table_is_replaced_and_an_edited_one_is_not(run, maps, tmp_path, by_maps):
    """Of another place too, as long as nobody has changed a number in it."""
    table = tmp_path / "own.csv"
    given = maps[0] if by_maps else {"CLASSES": maps[0]["CLASSES"]}
    for climate in ("cool_temperate_dry", "tropical_wet"):
        run(
            "carbondensities",
            **{**given, "CLIMATE": climate, "SOIL": "sandy", "COEFFICIENTS": str(table)},
        )
    text = table.read_text()
    table.write_text(text.replace("grass,", "meadow,", 1))
    if not by_maps:
        with refuses("may have been edited"):
            run("carbondensities", **given, COEFFICIENTS=str(table))
    (value,) = (row["soil_tc_per_ha"] for row in read_csv(table) if row["class"] == "meadow")
    table.write_text(text.replace(value, "41.5", 1))
    with refuses("may have been edited"):
        run("carbondensities", **given, COEFFICIENTS=str(table))
    assert "41.5" in table.read_text()
