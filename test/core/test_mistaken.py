"""Results of this plugin that are given as land use, and what else looks like them."""

import pytest
from osgeo import gdal

from carbon_zones.core.raster.source import RasterInput, is_plugin_result_file
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scheme.classes import read_classes
from carbon_zones.core.scheme.defaults import default_classes, default_zones, load_shipped_legend
from carbon_zones.test.core.support import assert_says, table
from carbon_zones.test.helpers import write_raster

LAND = {value: land_class.name for value, land_class in default_classes()}


def made_by(folder, name: str, algorithm: str, title: str = "", names=None) -> str:
    """A raster whose file says which algorithm made it."""
    path = write_raster(folder / name, [[1, 2, 4]], names=names)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.SetMetadata({"ALGORITHM": algorithm} if algorithm else {})
        dataset.GetRasterBand(1).SetDescription(title)
    return path


def warnings(*paths: str, **options) -> list[str]:
    sources = [RasterInput(path, f"LAYERS '{number}'") for number, path in enumerate(paths)]
    options = {"scheme_entries": default_classes(), **options}
    return [str(warning) for warning in open_series(sources, "auto", **options).notes.warnings]


@pytest.fixture
def zones(tmp_path):
    return made_by(tmp_path, "zones.tif", "carbonzones:study", "Carbon zones 1986-2018", LAND)


@pytest.fixture
def land(tmp_path):
    return made_by(tmp_path, "land.tif", "", names=LAND)


def test_a_zone_raster_is_told_by_what_its_file_says(land, zones):
    message = "LAYERS '1' is a result of Carbon Zones (Carbon zones 1986-2018), not a land-use map"
    assert_says(warnings(land, zones), (message,))


@pytest.mark.parametrize("language", ["", "zh_CN"])
def test_and_by_the_names_of_the_zones_where_a_copy_has_lost_it(tmp_path, land, language):
    names = {zone.value: zone.name for zone in default_zones(language)}
    copy = made_by(tmp_path, "copy.tif", "", names=names)
    said = warnings(land, copy, shipped=load_shipped_legend("coal_mine"))
    messages = [one for one in said if "is a result of Carbon Zones" in one]
    assert_says(messages, ("LAYERS '1' is",))


def test_land_use_that_this_plugin_made_is_none(tmp_path, land):
    mines = made_by(tmp_path, "mines.tif", "carbonzones:polygonclasses", "Land use", LAND)
    assert warnings(land, mines) == []
    assert not is_plugin_result_file(mines)


def test_a_job_on_any_classes_takes_zones_as_they_are(land, zones):
    assert warnings(land, zones, scheme_entries=None) == []
    assert warnings(land, zones, needs_scheme=False) == []
    own = read_classes(table("own", "value,class\n1,one\n2,two\n4,four"))
    assert warnings(land, zones, scheme_entries=None, class_entries=own) == []


def test_but_not_where_a_legend_of_land_use_names_them(land, zones):
    legend = load_shipped_legend("coal_mine")
    found = warnings(land, zones, needs_scheme=False, shipped=legend)
    assert any("is a result of Carbon Zones" in warning for warning in found)


def test_what_a_file_says_of_its_maker(tmp_path, land, zones):
    assert is_plugin_result_file(zones)
    assert not is_plugin_result_file(land)
    assert not is_plugin_result_file(made_by(tmp_path, "other.tif", "native:rastercalc"))
    assert not is_plugin_result_file(str(tmp_path / "nowhere.tif"))
