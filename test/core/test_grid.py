"""Grids: are two the same cells, and which cells lie in an extent."""

import re

import numpy as np
import pytest
from osgeo import gdal, osr

from carbon_zones.core.base.messages import DataError
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.test.core.support import words
from carbon_zones.test.helpers import wkt, write_raster

UTM = wkt(32649)


def grid(width=100, height=50, x=600_000.0, y=4_400_000.0, dx=30.0, dy=-30.0, crs=UTM) -> Grid:
    return Grid(width, height, (x, dx, 0.0, y, 0.0, dy), crs)


def reference(text: str) -> str:
    """The WKT of anything that names a reference system."""
    with osr.ExceptionMgr(useExceptions=True):
        system = osr.SpatialReference()
        system.SetFromUserInput(text)
        return system.ExportToWkt()


def test_the_grid_of_a_file(tmp_path):
    file = write_raster(tmp_path / "a.tif", np.zeros((2, 3)), cell=(30.0, 20.0), epsg=2249)
    with gdal.ExceptionMgr(useExceptions=True):
        found = Grid.from_dataset(gdal.Open(file))
    assert (found.width, found.height) == (3, 2)
    assert found.transform == (600_000.0, 30.0, 0.0, 4_400_000.0, 0.0, -20.0)
    assert (found.cell_width, found.cell_height) == (30.0, 20.0)
    assert found.spatial_reference().GetAuthorityCode(None) == "2249"
    assert found.full_window == Window(0, 0, 3, 2)


def test_no_reference_system_is_none(tmp_path):
    assert grid(crs="").spatial_reference() is None
    file = write_raster(tmp_path / "bare.tif", np.zeros((2, 3)), epsg=None)
    with gdal.ExceptionMgr(useExceptions=True):
        assert Grid.from_dataset(gdal.Open(file)).crs == ""


# --- same cells ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        (grid(width=99), ["99 x 50 cells", "100 x 50"]),
        (grid(height=51), ["100 x 51 cells", "100 x 50"]),
        (
            grid(x=600_030),
            ["different cell positions: origin 600030, 4400000", "30 x 30", "600000, 4400000"],
        ),
        (grid(y=4_399_999), ["different cell positions: origin 600000, 4399999"]),
        (grid(dx=30.01), ["cell size 30.01 x 30 ", "600000, 4400000 and cell size 30 x 30"]),
        (grid(dy=-29.9), ["cell size 30 x 29.9 instead of"]),
        (grid(dy=30.0), ["different cell positions"]),  # the same place, but upside down
        (grid(y=4_400_000 - 50 * 30, dy=30.0), ["different cell positions"]),
        (grid(dx=-30.0), ["different cell positions"]),
        (grid(crs=wkt(32650)), ["WGS 84 / UTM zone 50N", "WGS 84 / UTM zone 49N"]),
        (grid(crs=wkt(4326)), ["WGS 84 instead of WGS 84 / UTM zone 49N"]),
        (grid(crs=""), ["only one of them has a CRS"]),
    ],
)
def test_what_sets_two_grids_apart_is_said(other, difference):
    assert re.search(words(*difference), str(grid().describe_difference(other)))
    assert other.describe_difference(grid()) is not None


@pytest.mark.parametrize("shift", [0.0, 0.005, 0.02, -0.02, 0.029, 0.031, -0.031, 15.0])
@pytest.mark.parametrize("crs", [UTM, ""])
def test_a_shift_of_up_to_a_thousandth_of_a_cell_is_no_difference(shift, crs):
    # That is 0.03 m here.
    for moved in ({"x": 600_000 + shift}, {"y": 4_400_000 - shift}):
        difference = grid(crs=crs).describe_difference(grid(crs=crs, **moved))
        assert (difference is None) == (abs(shift) < 0.03)


def test_a_shift_is_measured_in_the_width_or_height_of_a_cell_that_is_not_square():
    oblong = grid(dx=10.0, dy=-1000.0)
    assert oblong.describe_difference(grid(y=4_400_000.5, dx=10.0, dy=-1000.0)) is None
    assert oblong.describe_difference(grid(x=600_000.5, dx=10.0, dy=-1000.0)) is not None


def test_a_cell_size_that_is_off_by_little_adds_up_over_a_wide_grid():
    # A millionth of a cell each: nothing over 100 columns, a whole cell over a million.
    dx = 30.0 * (1 + 1e-6)
    assert grid().describe_difference(grid(dx=dx)) is None
    assert grid(width=1_000_000).describe_difference(grid(width=1_000_000, dx=dx)) is not None


SPELLINGS = {
    "an unnamed UTM zone": ("EPSG:32649", "+proj=utm +zone=49 +datum=WGS84 +units=m +no_defs"),
    "transverse Mercator with the parameters of the zone": (
        "EPSG:32649",
        "+proj=tmerc +lat_0=0 +lon_0=111 +k=0.9996 +x_0=500000 +y_0=0 +datum=WGS84 +units=m",
    ),
    "an unnamed LAEA": (
        "EPSG:3035",
        "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs",
    ),
    "LAEA as ESRI spells it": (
        "EPSG:3035",
        'PROJCS["ETRS_1989_LAEA",GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",'
        '6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],'
        'PROJECTION["Lambert_Azimuthal_Equal_Area"],PARAMETER["False_Easting",4321000.0],'
        'PARAMETER["False_Northing",3210000.0],PARAMETER["Central_Meridian",10.0],'
        'PARAMETER["Latitude_Of_Origin",52.0],UNIT["Meter",1.0]]',
    ),
    "ETRS89 as ESRI spells it": (
        "EPSG:4258",
        'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],'
        'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    ),
    "web Mercator as ESRI numbers it": ("EPSG:3857", "ESRI:102100"),
    "longitude before latitude": ("EPSG:4326", "OGC:CRS84"),
    "a system of heights beside it": ("EPSG:32649", "EPSG:32649+5773"),
    "a sphere of no datum, under another name": (
        "EPSG:4047",
        'GEOGCS["Sphere",DATUM["Mine",SPHEROID["Mine",6371007,0]],PRIMEM["Greenwich",0],'
        'UNIT["degree",0.0174532925199433]]',
    ),
    "Albers without a name": (
        "EPSG:5070",
        "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 +datum=NAD83",
    ),
}


@pytest.mark.parametrize("pair", SPELLINGS.values(), ids=SPELLINGS)
def test_two_spellings_of_one_system_are_the_same(pair):
    one, other = (grid(crs=reference(text)) for text in pair)
    assert one.describe_difference(other) is None
    assert other.describe_difference(one) is None


DIFFERENT = {
    "UTM zones": ("EPSG:32649", "EPSG:32650"),
    # They lie metres to some hundred metres apart on the ground.
    "datums: Beijing 1954 and Pulkovo 1942": ("EPSG:21420", "EPSG:28420"),
    "datums: GDA94 and GDA2020": ("EPSG:28355", "EPSG:7855"),
    "hemispheres": ("EPSG:32649", "EPSG:32749"),
    "datums of two ellipsoids": ("EPSG:26912", "EPSG:26712"),
    "units": ("EPSG:26986", "EPSG:2249"),
    "centres of a LAEA": ("EPSG:3035", "+proj=laea +lat_0=50 +lon_0=10 +ellps=GRS80"),
    "projected and geographic": ("EPSG:32649", "EPSG:4326"),
    "a projection that nobody knows": (
        "EPSG:32649",
        'PROJCS["Mine",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Survey_of_the_Mine"],'
        'UNIT["metre",1]]',
    ),
}


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT)
def test_two_systems_are_not_the_same(pair):
    one, other = (grid(crs=reference(text)) for text in pair)
    assert "CRS " in str(one.describe_difference(other))


def test_the_size_of_a_cell_is_told_with_its_system():
    assert str(grid(dx=10.0, dy=-2.5).format_cell_size()) == "10 x 2.5 (WGS 84 / UTM zone 49N)"
    assert str(grid(crs="").format_cell_size()) == "30 x 30 (no CRS)"


# --- extents ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extent", "window"),
    [
        pytest.param((600_000, 4_398_500, 603_000, 4_400_000), (0, 0, 100, 50), id="whole"),
        pytest.param((600_030, 4_399_910, 600_090, 4_399_970), (1, 1, 2, 2), id="on edges"),
        pytest.param((600_016, 4_399_924, 600_104, 4_399_984), (1, 1, 2, 2), id="to the nearest"),
        pytest.param((600_014, 4_399_896, 600_106, 4_399_986), (0, 0, 4, 3), id="and the other"),
        pytest.param((0, 0, 10_000_000, 10_000_000), (0, 0, 100, 50), id="larger than the grid"),
        pytest.param((602_970, 4_398_000, 700_000, 4_398_530), (99, 49, 1, 1), id="last cell"),
        pytest.param((500_000, 4_399_970, 600_030, 4_500_000), (0, 0, 1, 1), id="first cell"),
    ],
)
def test_an_extent_moves_to_the_nearest_edges_of_cells(extent, window):
    assert grid().window_from_extent(*extent) == Window(*window)


def test_an_extent_on_a_grid_that_runs_upwards_or_has_oblong_cells():
    upwards, oblong = grid(y=4_398_500, dy=30.0), grid(dx=10.0, dy=-50.0)
    assert upwards.window_from_extent(600_030, 4_398_530, 600_090, 4_398_560) == Window(1, 1, 2, 1)
    assert oblong.window_from_extent(600_020, 4_399_800, 600_050, 4_399_950) == Window(2, 1, 3, 3)


@pytest.mark.parametrize(
    "extent",
    [
        (0, 0, 1000, 1000),
        (603_000, 4_398_500, 603_100, 4_400_000),  # touches the right edge
        (600_000, 4_400_000, 603_000, 4_400_500),  # touches the upper edge
        (600_010, 4_399_980, 600_012, 4_399_985),  # smaller than half a cell
    ],
)
def test_an_extent_without_a_cell_is_an_error(extent):
    with pytest.raises(DataError, match=r"^EXTENT: .* contains no cell of the grid$"):
        grid().window_from_extent(*extent)


def test_an_extent_without_a_cell_is_told_as_qgis_spells_extents():
    with pytest.raises(DataError, match=r"^EXTENT: 0, 1000, 5, 2000\.5 contains"):
        grid().window_from_extent(0, 5, 1000, 2000.5)  # x_min, x_max, y_min, y_max in the message


def test_the_geotransform_of_a_window():
    oblong = grid(dx=10.0, dy=-50.0)
    assert oblong.window_geotransform(Window(2, 3, 4, 5)) == (600_020, 10, 0, 4_399_850, 0, -50)
    assert oblong.window_corners(Window(2, 3, 4, 5)) == (600_020, 4_399_850, 600_060, 4_399_600)
    upwards = grid(dy=30.0)
    assert upwards.window_geotransform(Window(1, 1, 1, 1)) == (600_030, 30, 0, 4_400_030, 0, 30)
