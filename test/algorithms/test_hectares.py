"""Hectares of tables and rasters against pyproj's geodesic polygons and units."""

from __future__ import annotations

import re

import numpy as np
import pyproj
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingException,
    QgsProject,
)

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.helpers import counted_pairs, read_csv, read_raster, write_raster

ROWS, COLUMNS = 9, 12
EARLIER = np.random.default_rng(1).integers(1, 12, (ROWS, COLUMNS))
LATER = np.random.default_rng(2).integers(1, 12, (ROWS, COLUMNS))

# EPSG code: cell and origin. US survey feet, feet, metres; angles.
SYSTEMS = {
    2263: ((300, 250), (1_000_000, 200_000)),
    2222: ((300, 250), (700_000, 1_000_000)),
    32649: ((1000, 800), (600_000, 4_400_000)),
    3857: ((1000, 800), (12_490_000, 4_830_000)),
    3035: ((1000, 800), (4_000_000, 3_000_000)),
    4326: ((0.01, 0.008), (112.0, 39.7)),
    4269: ((0.01, 0.008), (-100.0, 60.0)),
}
PROJECTED = [code for code in SYSTEMS if pyproj.CRS.from_epsg(code).is_projected]


def pair_in(folder, epsg: int) -> dict:
    cell, origin = SYSTEMS[epsg]
    return {
        name: write_raster(folder / f"land_{year}.tif", v, epsg=epsg, cell=cell, origin=origin)
        for name, year, v in (("EARLIER", 1990, EARLIER), ("LATER", 2000, LATER))
    }


def planimetric(epsg: int) -> np.ndarray:
    """Hectares of every cell in the plane of the map."""
    unit = pyproj.CRS.from_epsg(epsg).axis_info[0].unit_conversion_factor
    (width, height), _ = SYSTEMS[epsg]
    return np.full((ROWS, COLUMNS), width * unit * height * unit / 1e4)


def ellipsoidal(epsg: int) -> np.ndarray:
    """Hectares of every cell as a geodesic polygon, its sides followed in short steps."""
    system = pyproj.CRS.from_epsg(epsg)
    geod = system.get_geod()
    change = pyproj.Transformer.from_crs(system, system.geodetic_crs, always_xy=True)
    (width, height), (x, y) = SYSTEMS[epsg]
    step = np.linspace(0, 1, 33)[:-1]
    across = np.concatenate([step, 0 * step + 1, 1 - step, 0 * step])
    down = np.concatenate([0 * step, step, 0 * step + 1, 1 - step])
    areas = np.empty((ROWS, COLUMNS))
    for row in range(ROWS):
        for column in range(COLUMNS):
            corners = change.transform(x + (column + across) * width, y - (row + down) * height)
            areas[row, column] = abs(geod.polygon_area_perimeter(*corners)[0]) / 1e4
    return areas


def areas_by_pair(areas: np.ndarray) -> dict:
    sums: dict = {}
    for one, other, area in zip(EARLIER.ravel(), LATER.ravel(), areas.ravel()):
        sums[int(one), int(other)] = sums.get((int(one), int(other)), 0.0) + area
    return sums


def found_areas(path) -> dict:
    return {
        (int(row["from_value"]), int(row["to_value"])): float(row["area_ha"])
        for row in read_csv(path)
    }


def transfers(run, folder, epsg: int, method: str = "auto") -> dict:
    run(
        "transfermatrix",
        **pair_in(folder, epsg),
        AREA_METHOD=method,
        TRANSFERS=str(folder / "transfers.csv"),
    )
    return found_areas(folder / "transfers.csv")


@pytest.mark.parametrize("method", ["auto", "planimetric"])
@pytest.mark.parametrize("epsg", PROJECTED)
def test_planimetric_in_the_systems_own_unit(run, tmp_path, epsg, method):
    found = transfers(run, tmp_path, epsg, method)
    assert found == pytest.approx(areas_by_pair(planimetric(epsg)), rel=1e-12)
    (line,) = (line for line in run.feedback.infos if line.startswith("Area:"))
    assert "planimetric" in line
    if epsg in (2263, 2222):
        assert "foot" in line.casefold()


@pytest.mark.parametrize("epsg", SYSTEMS)
def test_ellipsoidal_on_the_systems_own_ellipsoid(run, tmp_path, epsg):
    found = transfers(run, tmp_path, epsg, "ellipsoidal")
    tolerance = 1e-6 if epsg in PROJECTED else 1e-8
    assert found == pytest.approx(areas_by_pair(ellipsoidal(epsg)), rel=tolerance)
    (line,) = (line for line in run.feedback.infos if line.startswith("Area:"))
    assert "ellipsoidal" in line
    names = {4269: "GRS 1980", 2263: "GRS 1980", 2222: "GRS 1980", 3035: "GRS 1980"}
    assert names.get(epsg, "WGS 84") in line
    assert run.feedback.warnings == []


@pytest.mark.parametrize("epsg", [4326, 4269])
def test_auto_is_ellipsoidal_in_longitude_and_latitude(run, tmp_path, epsg):
    assert transfers(run, tmp_path, epsg) == transfers(run, tmp_path, epsg, "ellipsoidal")
    with pytest.raises(QgsProcessingException) as caught:
        transfers(run, tmp_path, epsg, "planimetric")
    sentence = str(caught.value)
    assert "AREA_METHOD" in sentence
    assert is_one_sentence(sentence), sentence


@pytest.mark.parametrize("epsg", PROJECTED)
def test_a_map_that_is_off_by_more_than_a_hundredth_is_warned_of(run, tmp_path, epsg):
    transfers(run, tmp_path, epsg)
    factor = planimetric(epsg)[ROWS // 2, 0] / ellipsoidal(epsg)[ROWS // 2].mean()
    if abs(factor - 1) <= 0.01:
        assert run.feedback.warnings == []
        return
    assert epsg == 3857
    (line,) = run.feedback.warnings
    told = float(re.search(r"areal scale in .* is (\d\.\d{4})", line).group(1))
    assert told == pytest.approx(factor, rel=1e-3)
    assert "ellipsoidal" in line
    assert "Pseudo-Mercator" in line


def test_without_a_system_map_units_are_metres(run, tmp_path):
    pair = {
        name: write_raster(tmp_path / f"l_{year}.tif", v, epsg=None, cell=(50, 40))
        for name, year, v in (("EARLIER", 1990, EARLIER), ("LATER", 2000, LATER))
    }
    run("transfermatrix", **pair, TRANSFERS=str(tmp_path / "transfers.csv"))
    expected = {pair: cells * 0.2 for pair, cells in counted_pairs(EARLIER, LATER).items()}
    assert found_areas(tmp_path / "transfers.csv") == pytest.approx(expected)
    (line,) = run.feedback.warnings
    assert "metres" in line
    with pytest.raises(QgsProcessingException, match="AREA_METHOD"):
        run("transfermatrix", **pair, AREA_METHOD="ellipsoidal", TRANSFERS="TEMPORARY_OUTPUT")


# Tables and rasters


def attribute_table(path) -> list[dict]:
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        table = dataset.GetRasterBand(1).GetDefaultRAT()
        return [
            {
                table.GetNameOfCol(column): table.GetValueAsString(row, column)
                if table.GetTypeOfCol(column) == gdal.GFT_String
                else table.GetValueAsDouble(row, column)
                for column in range(table.GetColumnCount())
            }
            for row in range(table.GetRowCount())
        ]


JOBS = pytest.mark.parametrize(
    ("epsg", "method"),
    [(2263, "auto"), (4326, "auto"), (3857, "auto"), (3857, "ellipsoidal"), (32649, "ellipsoidal")],
)


def areas_of(epsg: int, method: str) -> np.ndarray:
    flat = method == "auto" and epsg in PROJECTED
    return planimetric(epsg) if flat else ellipsoidal(epsg)


@JOBS
def test_tables_and_rasters_say_the_same_hectares(run, tmp_path, epsg, method):
    pair = {**pair_in(tmp_path, epsg), "AREA_METHOD": method}
    areas = areas_of(epsg, method)
    results = [
        run(
            "transfermatrix",
            **pair,
            TRANSFERS=str(tmp_path / "transfers.csv"),
            CONVERSIONS=str(tmp_path / "conversions.tif"),
        ),
        run(
            "zonereclassification",
            SCHEME="coal_mine",
            **pair,
            ZONES=str(tmp_path / "zones.tif"),
            ZONE_SHARES=str(tmp_path / "shares.csv"),
        ),
        run(
            "carbonloss",
            SCHEME="coal_mine",
            **pair,
            LOSSES=str(tmp_path / "losses.csv"),
            LOSS_DENSITY=str(tmp_path / "density.tif"),
        ),
        run(
            "areashares",
            LAYERS=[pair["EARLIER"], pair["LATER"]],
            AREA_METHOD=method,
            SHARES="TEMPORARY_OUTPUT",
        ),
    ]
    totals = {result["TOTAL_AREA_HA"] for result in results}
    assert max(totals) == pytest.approx(min(totals), rel=1e-12)
    assert totals.pop() == pytest.approx(areas.sum(), rel=1e-6)

    conversions = {
        divmod(int(row["Value"]), 1000): row["Hectares"]
        for row in attribute_table(tmp_path / "conversions.tif")
    }
    assert conversions == pytest.approx(found_areas(tmp_path / "transfers.csv"), rel=1e-12)

    rows = read_csv(tmp_path / "shares.csv")
    zones = {int(row["zone"]): float(row["area_ha"]) for row in rows}
    in_raster = {
        int(row["Value"]): row["Hectares"] for row in attribute_table(tmp_path / "zones.tif")
    }
    assert in_raster == pytest.approx({z: zones[z] for z in in_raster}, rel=1e-12)
    written = read_raster(tmp_path / "zones.tif")
    for zone, hectares in zones.items():
        assert hectares == pytest.approx(areas[written == zone].sum(), rel=1e-6)

    density = read_raster(tmp_path / "density.tif").astype(float)
    loss = float((density * areas)[density > 0].sum())
    assert results[2]["TOTAL_LOSS_TC"] == pytest.approx(loss, rel=1e-6)
    assert results[2]["OCCUPIED_AREA_HA"] == pytest.approx(areas[density > 0].sum(), rel=1e-6)
    assert sum(float(row["total_loss_tc"]) for row in read_csv(tmp_path / "losses.csv")) == (
        pytest.approx(loss, rel=1e-6)
    )


@JOBS
def test_a_projects_ellipsoid_and_units_do_not_matter(run, tmp_path, epsg, method):
    before = transfers(run, tmp_path, epsg, method)
    run.project = QgsProject()
    run.project.setCrs(QgsCoordinateReferenceSystem("EPSG:3395"))
    run.project.setEllipsoid("EPSG:7004")
    run.project.setAreaUnits(Qgis.AreaUnit.SquareMiles)
    run.project.setDistanceUnits(Qgis.DistanceUnit.Feet)
    text = (tmp_path / "transfers.csv").read_bytes()
    assert transfers(run, tmp_path, epsg, method) == before
    assert run.context.ellipsoid() == "EPSG:7004"
    assert (tmp_path / "transfers.csv").read_bytes() == text


def test_the_eighth_run_off_the_earth_is_told_as_the_first(run, tmp_path):
    """PROJ says why, but only for the first five runs."""
    pair = {
        role: write_raster(tmp_path / f"{role}.tif", [[1, 2]], origin=(3e7, 3e7))
        for role in ("EARLIER", "LATER")
    }
    told = set()
    for _ in range(8):
        with pytest.raises(QgsProcessingException) as refused:
            run("transfermatrix", **pair, AREA_METHOD="ellipsoidal", TRANSFERS="TEMPORARY_OUTPUT")
        told.add(str(refused.value))
    assert len(told) == 1
    assert "it is no place on the Earth in WGS 84 / UTM zone 49N" in told.pop()
