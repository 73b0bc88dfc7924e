"""Pairs and series on different cells, against GDAL's warper in memory and a plain loop."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.helpers import (
    ORIGIN,
    UTM_49N,
    brought,
    counted_pairs,
    pairs_of,
    read_csv,
    read_raster,
    write_csv,
    write_raster,
)

X, Y = ORIGIN
CELL = 100.0
ROWS, COLUMNS = 24, 30


def noise(seed: int, rows: int = ROWS, columns: int = COLUMNS) -> np.ndarray:
    """Classes 1 to 7 without any order, so that a cell out of place shows."""
    return np.random.default_rng(seed).integers(1, 8, (rows, columns))


def in_system(epsg: int, cell: tuple, rows: int, columns: int) -> dict:
    """Where a raster lies that has its middle in that of the earlier date."""
    change = pyproj.Transformer.from_crs(UTM_49N, epsg, always_xy=True)
    x, y = change.transform(X + COLUMNS * CELL / 2, Y - ROWS * CELL / 2)
    return {
        "epsg": epsg,
        "cell": cell,
        "origin": (x - columns / 2 * cell[0], y + rows / 2 * cell[1]),
    }


# name: rows and columns of the later date, and where it lies
GRIDS = {
    "shifted by parts": (ROWS, COLUMNS, {"cell": (CELL, CELL), "origin": (X + 330, Y - 240)}),
    "shifted by whole cells": (ROWS, COLUMNS, {"cell": (CELL, CELL), "origin": (X + 300, Y + 200)}),
    "larger": (ROWS + 6, COLUMNS + 5, {"cell": (CELL, CELL), "origin": (X - 200, Y + 100)}),
    "finer": (60, 70, {"cell": (37, 43), "origin": (X + 110, Y - 90)}),
    "coarser": (9, 9, {"cell": (310, 270), "origin": (X - 120, Y + 130)}),
    "zone 50": (ROWS, COLUMNS, in_system(32650, (105, 95), ROWS, COLUMNS)),
    "degrees": (40, 40, in_system(4326, (0.0011, 0.0008), 40, 40)),
    "web mercator": (26, 34, in_system(3857, (130, 130), 26, 34)),
}


def pair_on(grid: str, folder) -> dict:
    rows, columns, place = GRIDS[grid]
    return {
        "EARLIER": write_raster(folder / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        "LATER": write_raster(folder / "land_2000.tif", noise(2, rows, columns), **place),
    }


def transform_of(path) -> tuple:
    """Geotransform, size, and EPSG code of a raster."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        system = dataset.GetSpatialRef()
        return (
            *dataset.GetGeoTransform(),
            dataset.RasterXSize,
            dataset.RasterYSize,
            system and system.GetAuthorityCode(None),
        )


def refusal(run, algorithm: str, **parameters) -> str:
    """The sentence with which a run is refused."""
    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, **parameters)
    sentence = str(caught.value).removeprefix("Unable to execute algorithm\n")
    assert is_one_sentence(sentence), sentence
    return sentence


@pytest.mark.parametrize("base", ["earlier", "later"])
@pytest.mark.parametrize("grid", GRIDS)
def test_the_pair_of_gdals_warper(run, tmp_path, grid, base):
    pair = pair_on(grid, tmp_path)
    results = run(
        "transfermatrix",
        **pair,
        GRID=base,
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
        AUDIT=str(tmp_path / "audit.csv"),
    )
    given = pair[base.upper()]
    (one, beyond_one), (other, beyond_other) = (brought(path, given) for path in pair.values())
    valid = ~(beyond_one | beyond_other)
    assert valid.any()
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(one, other, valid)
    np.testing.assert_array_equal(
        read_raster(tmp_path / "conversions.tif"), np.where(valid, one * 1000 + other, -1)
    )
    assert transform_of(tmp_path / "conversions.tif") == transform_of(given)
    assert results["VALID_CELLS"] == valid.sum()
    assert results["EXCLUDED_CELLS"] == (~valid).sum()
    assert results["EARLIER_OUTSIDE_CELLS"] == beyond_one.sum()
    assert results["LATER_OUTSIDE_CELLS"] == beyond_other.sum()
    resampled = [row["resampled"] in ("1", "true") for row in read_csv(tmp_path / "audit.csv")]
    assert resampled == [base == "later", base == "earlier"]


def told_of_bringing(run) -> list[str]:
    return [line for line in run.feedback.infos if "nearest neighbour" in line]


def test_the_log_says_which_layer_from_which_cells_and_how_far(run, tmp_path):
    pair = pair_on("shifted by parts", tmp_path)
    run("transfermatrix", **pair, TRANSFERS="TEMPORARY_OUTPUT")
    (line,) = told_of_bringing(run)
    assert line.startswith("LATER 'land_2000'")
    for words in ("EARLIER 'land_1990'", "100 x 100", "3.300 cells to the east", "2.400 cells to"):
        assert words in line
    lost = [text for text in run.feedback.infos if "beyond the layer's edge" in text]
    assert "LATER 'land_2000'" in lost[1]
    assert ", 0 lie beyond" in lost[0]
    # Three columns and two rows of cell centres.
    assert f", {3 * ROWS + 2 * COLUMNS - 6} lie beyond" in lost[1]


def test_the_log_names_both_cell_sizes_and_systems(run, tmp_path):
    run(
        "transfermatrix", **pair_on("zone 50", tmp_path), GRID="later", TRANSFERS="TEMPORARY_OUTPUT"
    )
    (line,) = told_of_bringing(run)
    assert line.startswith("EARLIER 'land_1990'")
    for words in ("100 x 100", "zone 49N", "105 x 95", "zone 50N"):
        assert words in line


CLASSES = "value,class,group\n" + "\n".join(f"{n},c{n},sink" for n in range(1, 8))
RULES = "from,to,zone\n" + "\n".join(f"c{n},c{n},{n % 4 + 1}" for n in range(1, 8))


@pytest.mark.parametrize("base", ["earlier", "later"])
@pytest.mark.parametrize("grid", ["shifted by parts", "degrees"])
def test_zones_lie_on_the_cells_that_grid_names(run, tmp_path, grid, base):
    pair = pair_on(grid, tmp_path)
    run(
        "zonereclassification",
        **pair,
        GRID=base,
        CLASSES=write_csv(tmp_path / "classes.csv", CLASSES),
        RULES=write_csv(tmp_path / "rules.csv", RULES),
        ZONES=str(tmp_path / "zones.tif"),
        ZONE_SHARES=str(tmp_path / "shares.csv"),
    )
    given = pair[base.upper()]
    (one, beyond_one), (other, beyond_other) = (brought(path, given) for path in pair.values())
    zones = np.where(one == other, one % 4 + 1, 5)
    zones[beyond_one | beyond_other] = 0
    np.testing.assert_array_equal(read_raster(tmp_path / "zones.tif"), zones)
    assert transform_of(tmp_path / "zones.tif") == transform_of(given)
    cells = {int(row["zone"]): int(row["cells"]) for row in read_csv(tmp_path / "shares.csv")}
    assert cells == {zone: int((zones == zone).sum()) for zone in range(1, 6)}


def three_dates(folder) -> list[str]:
    """Paths of three dates on three grids."""
    places = [
        (ROWS, COLUMNS, {"cell": (CELL, CELL)}),
        (30, 36, {"cell": (90, 110), "origin": (X - 75, Y + 35)}),
        (28, 33, in_system(32650, (110, 105), 28, 33)),
    ]
    return [
        write_raster(folder / f"land_{year}.tif", noise(seed, rows, columns), **place)
        for seed, (year, (rows, columns, place)) in enumerate(zip((1990, 2000, 2010), places))
    ]


def common_of(paths: list, base: str) -> tuple:
    """The dates on the cells of one of them, and where all of them reach."""
    found = [brought(path, base) for path in paths]
    return [values for values, _ in found], ~np.any([beyond for _, beyond in found], axis=0)


def check_areas(path, paths, base) -> None:
    dates, valid = common_of(paths, base)
    found = {(row["year"], int(row["value"])): int(row["cells"]) for row in read_csv(path)}
    assert found == {
        (year, value): int((date[valid] == value).sum())
        for year, date in zip(("1990", "2000", "2010"), dates)
        for value in range(1, 8)
    }


def test_shares_are_on_the_first_dates_cells(run, tmp_path):
    paths = three_dates(tmp_path)
    results = run("areashares", LAYERS=paths, SHARES=str(tmp_path / "shares.csv"))
    check_areas(tmp_path / "shares.csv", paths, paths[0])
    assert results["VALID_CELLS"] + results["EXCLUDED_CELLS"] == ROWS * COLUMNS
    assert [line.split("'")[1] for line in told_of_bringing(run)] == ["land_2000", "land_2010"]


def test_shares_of_unsorted_layers_are_on_the_first_dates_cells(run, tmp_path):
    paths = three_dates(tmp_path)
    run("areashares", LAYERS=[paths[2], *paths[:2]], SHARES=str(tmp_path / "shares.csv"))
    check_areas(tmp_path / "shares.csv", paths, paths[0])


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)], ids=["sorted", "unsorted"])
def test_study_is_on_the_first_dates_cells(run, tmp_path, order):
    paths = three_dates(tmp_path)
    results = run(
        "study",
        SCHEME="coal_mine",
        LAYERS=[paths[place] for place in order],
        TRANSFERS=str(tmp_path / "transfers.csv"),
        AREAS=str(tmp_path / "areas.csv"),
        CLOSURE=str(tmp_path / "closure.csv"),
        ZONE_SHARES="TEMPORARY_OUTPUT",
        LOSSES="TEMPORARY_OUTPUT",
        ZONES_FOLDER=str(tmp_path / "zones"),
    )
    check_areas(tmp_path / "areas.csv", paths, paths[0])
    dates, valid = common_of(paths, paths[0])
    assert results["VALID_CELLS"] == valid.sum()
    rows = read_csv(tmp_path / "transfers.csv")
    for period, (one, other) in {
        "1990-2000": dates[:2],
        "2000-2010": dates[1:],
        "1990-2010": dates[::2],
    }.items():
        found = {
            (int(row["from_value"]), int(row["to_value"])): int(row["cells"])
            for row in rows
            if row["period"] == period
        }
        assert found == counted_pairs(one, other, valid)
    for raster in [*(tmp_path / "zones").glob("zones_*.tif"), tmp_path / "zones/status_2010.tif"]:
        assert transform_of(raster) == transform_of(paths[0])
        np.testing.assert_array_equal(read_raster(raster) > 0, valid)


# EXTENT together with another grid


def window_of(array: np.ndarray) -> np.ndarray:
    """Rows 4 to 19, columns 6 to 25 (from 0)."""
    return array[4:20, 6:26]


RECTANGLE = QgsRectangle(X + 610, Y - 1980, X + 2570, Y - 420)


def extent_in(epsg: int) -> str:
    """RECTANGLE in another system."""
    change = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(f"EPSG:{UTM_49N}"),
        QgsCoordinateReferenceSystem(f"EPSG:{epsg}"),
        QgsCoordinateTransformContext(),
    )
    box = change.transformBoundingBox(RECTANGLE)
    bounds = (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
    return ",".join(f"{bound:.9f}" for bound in bounds) + f" [EPSG:{epsg}]"


@pytest.mark.parametrize("epsg", [UTM_49N, 4326, 3857])
@pytest.mark.parametrize("grid", ["shifted by parts", "finer", "degrees"])
def test_extent_and_another_grid(run, tmp_path, grid, epsg):
    pair = pair_on(grid, tmp_path)
    results = run(
        "transfermatrix",
        **pair,
        EXTENT=extent_in(epsg),
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    other, beyond = brought(pair["LATER"], pair["EARLIER"])
    one, other, valid = (window_of(array) for array in (noise(1), other, ~beyond))
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(one, other, valid)
    assert results["VALID_CELLS"] + results["EXCLUDED_CELLS"] == 16 * 20
    np.testing.assert_array_equal(
        read_raster(tmp_path / "conversions.tif"), np.where(valid, one * 1000 + other, -1)
    )
    assert transform_of(tmp_path / "conversions.tif")[:6] == (X + 600, CELL, 0, Y - 400, 0, -CELL)


def test_extent_is_snapped_to_the_cells_that_grid_names(run, tmp_path):
    """On the later date's cells, 30 m east and 40 m south of the earlier one's."""
    pair = pair_on("shifted by parts", tmp_path)
    run(
        "transfermatrix",
        **pair,
        GRID="later",
        EXTENT=extent_in(UTM_49N),
        TRANSFERS=str(tmp_path / "transfers.csv"),
        CONVERSIONS=str(tmp_path / "conversions.tif"),
    )
    found = transform_of(tmp_path / "conversions.tif")
    assert found[:6] == (X + 630, CELL, 0, Y - 440, 0, -CELL)
    assert found[6:8] == (19, 15)


# One grid under two spellings


SPELLINGS = {
    "unnamed LAEA": (
        3035,
        "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs",
    ),
    "proj string of UTM": (UTM_49N, "+proj=utm +zone=49 +datum=WGS84 +units=m +no_defs"),
    "longitude and latitude": (4326, "+proj=longlat +datum=WGS84 +no_defs"),
}


def respell(path: str, text: str) -> None:
    """Give a raster a reference system in other words."""
    with gdal.ExceptionMgr(useExceptions=True), osr.ExceptionMgr(useExceptions=True):
        system = osr.SpatialReference()
        system.SetFromUserInput(text)
        with gdal.Open(path, gdal.GA_Update) as dataset:
            dataset.SetProjection(system.ExportToWkt())


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_two_spellings_of_a_system_are_one_grid(run, tmp_path, spelling):
    epsg, text = SPELLINGS[spelling]
    place = {"epsg": epsg, "origin": (10, 50) if epsg == 4326 else (4_000_000, 3_000_000)}
    place["cell"] = (0.01, 0.01) if epsg == 4326 else (30, 30)
    paths = [write_raster(tmp_path / f"l_{n}.tif", noise(n), **place) for n in (1990, 2000)]
    respell(paths[1], text)
    results = run(
        "transfermatrix",
        EARLIER=paths[0],
        LATER=paths[1],
        TRANSFERS=str(tmp_path / "transfers.csv"),
        AUDIT=str(tmp_path / "audit.csv"),
    )
    assert told_of_bringing(run) == []
    assert [row["resampled"] in ("1", "true") for row in read_csv(tmp_path / "audit.csv")] == [
        False,
        False,
    ]
    assert results["EXCLUDED_CELLS"] == 0
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(noise(1990), noise(2000))


# Layers without a reference system


def bare_pair(folder, origin=ORIGIN) -> dict:
    """The later date has no reference system."""
    return {
        "EARLIER": write_raster(folder / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        "LATER": write_raster(
            folder / "land_2000.tif", noise(2), cell=(CELL, CELL), origin=origin, epsg=None
        ),
    }


@pytest.mark.parametrize("base", ["earlier", "later"])
def test_one_without_a_system_on_the_same_cells_is_taken_as_it_lies(run, tmp_path, base):
    run(
        "transfermatrix",
        **bare_pair(tmp_path),
        GRID=base,
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(noise(1), noise(2))
    told = [line for line in run.feedback.warnings if "as they lie" in line]
    assert len(told) == 1
    assert "LATER 'land_2000' has no reference system" in told[0]


@pytest.mark.parametrize("base", ["earlier", "later"])
def test_one_without_a_system_on_other_cells_is_refused(run, tmp_path, base):
    sentence = refusal(
        run,
        "transfermatrix",
        **bare_pair(tmp_path, (X + 30, Y)),
        GRID=base,
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    for words in ("LATER 'land_2000'", "EARLIER 'land_1990'", "no reference system"):
        assert words in sentence


def test_neither_has_a_system_and_cells_differ(run, tmp_path):
    """Then all that is known of their places is their coordinates."""
    paths = [
        write_raster(tmp_path / f"l_{n}.tif", noise(n), cell=(CELL, CELL), origin=origin, epsg=None)
        for n, origin in ((1990, ORIGIN), (2000, (X + 130, Y - 60)))
    ]
    run(
        "transfermatrix",
        EARLIER=paths[0],
        LATER=paths[1],
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    other, beyond = brought(paths[1], paths[0])
    expected = counted_pairs(noise(1990), other, ~beyond)
    assert pairs_of(tmp_path / "transfers.csv") == expected
    assert any("metres" in line for line in run.feedback.warnings)


def failure_with_layer(run, pair: dict, system: str, out) -> str:
    """Run with the later date as a layer whose reference system was set in QGIS; '' if it works.

    The layer belongs to a project: QGIS keeps what a failing run was given, and a layer that
    outlives QGIS crashes it.
    """
    layer = QgsRasterLayer(pair["LATER"], "land_2000")
    layer.setCrs(QgsCoordinateReferenceSystem(system))
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    try:
        run("transfermatrix", EARLIER=pair["EARLIER"], LATER=layer, TRANSFERS=str(out))
    except QgsProcessingException as error:
        return str(error)
    return ""


def test_the_system_given_to_a_layer_in_qgis_counts(run, tmp_path):
    """'Give the layer its reference system', the error says; QGIS offers to, without a new file."""
    pair = bare_pair(tmp_path, (X + 330, Y - 240))
    assert failure_with_layer(run, pair, "EPSG:32649", tmp_path / "transfers.csv") == ""
    named = pair_on("shifted by parts", tmp_path)
    other, beyond = brought(named["LATER"], named["EARLIER"])
    expected = counted_pairs(noise(1), other, ~beyond)
    assert pairs_of(tmp_path / "transfers.csv") == expected


def test_the_system_given_to_a_layer_in_qgis_counts_before_the_files(run, tmp_path):
    """A file that claims zone 50, put right in QGIS, lies on the cells of zone 49."""
    pair = {
        "EARLIER": write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        "LATER": write_raster(tmp_path / "land_2000.tif", noise(2), cell=(CELL, CELL), epsg=32650),
    }
    assert failure_with_layer(run, pair, "EPSG:32649", tmp_path / "transfers.csv") == ""
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(noise(1), noise(2))


def test_a_system_taken_away_from_a_layer_in_qgis(run, tmp_path):
    """Cells are the same either way; what counts is that no number changes."""
    pair = {
        name: write_raster(tmp_path / f"land_{year}.tif", noise(seed), cell=(CELL, CELL))
        for name, year, seed in (("EARLIER", 1990, 1), ("LATER", 2000, 2))
    }
    assert failure_with_layer(run, pair, "", tmp_path / "transfers.csv") == ""
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(noise(1), noise(2))


# What cannot be brought together


@pytest.mark.parametrize(
    "place",
    [
        {"origin": (X + 50_000, Y)},
        {"origin": (X + COLUMNS * CELL, Y)},
        in_system(32650, (100, 100), -2000, 30),
    ],
    ids=["far", "side by side", "another zone"],
)
@pytest.mark.parametrize("base", ["earlier", "later"])
def test_no_overlap_is_an_error_with_both_extents(run, tmp_path, place, base):
    sentence = refusal(
        run,
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        LATER=write_raster(tmp_path / "land_2000.tif", noise(2), **{"cell": (CELL, CELL), **place}),
        GRID=base,
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    for words in ("EARLIER 'land_1990'", "LATER 'land_2000'", "do not overlap"):
        assert words in sentence
    bounds = sentence.split("spans", 1)[1]
    assert bounds.count(" to ") == 2


def turned(path: str, transform: tuple) -> str:
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.SetGeoTransform(transform)
    return path


@pytest.mark.parametrize("base", ["earlier", "later"])
def test_a_rotated_grid_is_refused(run, tmp_path, base):
    path = write_raster(tmp_path / "land_2000.tif", noise(2), cell=(CELL, CELL))
    sentence = refusal(
        run,
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        LATER=turned(path, (X, 96, 28, Y, 28, -96)),
        GRID=base,
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    assert "LATER 'land_2000'" in sentence
    assert "rotated" in sentence


def south_up(folder, name: str, seed: int, y: float = Y - ROWS * CELL) -> str:
    path = write_raster(folder / name, noise(seed)[::-1], cell=(CELL, CELL))
    return turned(path, (X, CELL, 0, y, 0, CELL))


def test_rows_from_south_to_north_beside_rows_from_north_to_south(run, tmp_path):
    run(
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        LATER=south_up(tmp_path, "land_2000.tif", 2),
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(noise(1), noise(2))


def test_both_from_south_to_north(run, tmp_path):
    run(
        "transfermatrix",
        EARLIER=south_up(tmp_path, "land_1990.tif", 1),
        LATER=south_up(tmp_path, "land_2000.tif", 2),
        TRANSFERS=str(tmp_path / "transfers.csv"),
    )
    assert pairs_of(tmp_path / "transfers.csv") == counted_pairs(noise(1), noise(2))


def test_nothing_is_brought_onto_rows_from_south_to_north(run, tmp_path):
    sentence = refusal(
        run,
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        LATER=south_up(tmp_path, "land_2000.tif", 2),
        GRID="later",
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    assert "LATER 'land_2000'" in sentence
    assert "south to north" in sentence


def test_an_extent_where_the_other_date_does_not_reach(run, tmp_path):
    """Both dates overlap, but not in the window: no cell counts, and the error says why."""
    sentence = refusal(
        run,
        "transfermatrix",
        EARLIER=write_raster(tmp_path / "land_1990.tif", noise(1), cell=(CELL, CELL)),
        LATER=write_raster(
            tmp_path / "land_2000.tif", noise(2), cell=(CELL, CELL), origin=(X + 2000, Y - 30)
        ),
        EXTENT=f"{X},{X + 500},{Y - 500},{Y} [EPSG:{UTM_49N}]",
        TRANSFERS="TEMPORARY_OUTPUT",
    )
    assert "land_2000" in sentence
    assert "25" in sentence
