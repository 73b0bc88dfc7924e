"""What of the land a sheet shows, what it says that its maps are, and where their data are from."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.report.report_maps import MapFocus
from carbon_zones.core.sheet.legend_entries import mined_extent
from carbon_zones.test.algorithms.test_zone_map import DPI, words_of
from carbon_zones.test.core.eyes import ciede2000, seen_lab
from carbon_zones.test.helpers import ORIGIN, sample, write_raster

LAND = {1: "Arable land", 2: "Open pit"}
# Twelve cells of the forty rows and sixty columns, and a fifth of all.
SMALL, LARGE = (slice(18, 21), slice(28, 32)), (slice(0, 24), slice(0, 20))


def land(folder, mined=SMALL, name="land_2000.tif", names=LAND, colours=None) -> str:
    """Arable land with an open pit in it."""
    cells = np.ones((40, 60), np.uint8)
    cells[mined] = 2
    return write_raster(folder / name, cells, names=names, colours=colours)


def told(run, folder, layers, **given) -> str:
    """The words of a sheet, without blanks."""
    path = folder / "map.pdf"
    run("zonemap", LAYERS=layers, DPI=DPI, OUTPUT=str(path), **given)
    return words_of(path)


@pytest.mark.parametrize(
    ("focus", "where", "mined", "shown"),
    [
        # Three rows of four columns with a cell around them: five rows of six.
        ("mine", SMALL, 12, 30),
        ("auto", SMALL, 12, 30),
        ("all", SMALL, 12, 2400),
        ("", SMALL, 12, 2400),
        ("auto", LARGE, 480, 2400),
    ],
)
def test_maps_show_the_mine_where_that_is_asked_for(run, tmp_path, focus, where, mined, shown):
    given = {"FOCUS": focus} if focus else {}
    words = told(run, tmp_path, [land(tmp_path, where)], **given)
    shares = [float(share) for share in re.findall(r"([\d.]+)%", words)]
    assert shares == [round(100 * cells / shown, 1) for cells in (shown - mined, mined)]
    assert run.feedback.warnings == []


def test_several_maps_show_the_same_land(run, tmp_path):
    """Rows 17 to 21 and columns 27 to 32 for the one pit, 29 to 33 and 47 to 52 for the other."""
    other = land(tmp_path, (slice(30, 33), slice(48, 52)), "land_2010.tif")
    bare = land(tmp_path, (slice(0, 0), slice(0, 0)), "land_1990.tif")
    words = told(run, tmp_path, [land(tmp_path), other, bare], FOCUS="mine")
    share = round(100 * 12 / (17 * 26), 1)
    assert f"{share}|{share}|\N{EN DASH}%" in words


def test_where_nothing_is_mined_or_an_extent_is_given_the_log_says_so(run, tmp_path):
    told(run, tmp_path, [sample("1986")], FOCUS="mine")
    assert run.feedback.warnings == ["FOCUS: no mined land; the maps show the total area."]
    told(run, tmp_path, [sample("1986")], FOCUS="auto")
    assert run.feedback.warnings == []
    x, y = ORIGIN
    extent = f"{x},{x + 600},{y - 600},{y} [EPSG:32649]"
    words = told(run, tmp_path, [land(tmp_path)], FOCUS="mine", EXTENT=extent)
    assert run.feedback.warnings == ["FOCUS ignored: EXTENT is given."]
    assert "Openpit" not in words


@pytest.mark.parametrize(
    ("names", "is_framed"),
    [
        ({1: "Unassigned", 2: "Carbon emission control area"}, True),
        ({1: "Unassigned", 2: "\u6301\u7eed\u5de5\u77ff\u7528\u5730"}, True),
        # A zone of any name is no class.
        ({1: "Unassigned", 2: "Open pit"}, False),
    ],
)
def test_mined_land_of_a_zone_raster_is_told_by_its_zone(tmp_path, names, is_framed):
    path = land(tmp_path, names=names)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.GetRasterBand(1).SetDescription("Carbon zones 1990-2000")
    box = mined_extent(RasterInput(path, "LAYERS"), MapFocus.MINE, lambda part: True)
    x, y = ORIGIN
    edges = (x + 27 * 30, y - 22 * 30, x + 33 * 30, y - 17 * 30)
    assert box == (pytest.approx(edges) if is_framed else None)


def test_maps_of_two_things_have_two_legends_under_what_they_are(run, tmp_path, sample_study):
    rasters = [str(sample_study[0] / f"{name}.tif") for name in ("status_2018", "first_mined")]
    words = told(run, tmp_path, rasters)
    assert words.count("Shareoftheareashown,%") == 2
    for name in ("Statusofminedland", "Dateofﬁrstmining"):
        assert f"{name}Share" in words
    # A sheet of one of them is called so.
    assert told(run, tmp_path, rasters[:1]).startswith("Statusofminedland")
    # Of other programs, those that have two names for a colour.
    kinds = {"slopes_2000": {1: "Flat", 2: "Steep"}, "soils_2010": {1: "Sand", 2: "Clay"}}
    colours = {1: (250, 240, 190), 2: (120, 60, 20)}
    others = [
        land(tmp_path, name=f"{file}.tif", names=names, colours=colours)
        for file, names in kinds.items()
    ]
    words = told(run, tmp_path, others, TITLES="Slope,Soil")
    assert "SlopeShare" in words
    assert "SoilShare" in words
    words = told(run, tmp_path, [others[0]] * 2, TITLES="a,b")
    assert words.count("oftheareashown") == 1


def test_no_two_swatches_of_a_legend_are_alike(run, tmp_path, sample_study):
    run.project = project = QgsProject()
    rasters = [str(sample_study[0] / f"{n}.tif") for n in ("zones_2009_2018", "status_2018")]
    layers = [sample("2009"), sample("2018"), *rasters]
    run("zonemap", LAYERS=layers, LAYOUT_NAME="S", DPI=30, OUTPUT=str(tmp_path / "m.png"))
    (layout,) = project.layoutManager().printLayouts()
    legends = [layout.itemById(name) for name in ("legend", "legend_2", "legend_3")]
    for legend in legends:
        (node,) = legend.model().rootGroup().findLayers()
        colours = [entry.color.name() for entry in node.layer().renderer().classes()]
        assert len(colours) > 2
        for pair in combinations(colours, 2):
            assert ciede2000(*(seen_lab(one, "normal") for one in pair)) >= 8, pair
        del node
    del layout, legends, legend
    project.clear()


def test_no_path_stands_on_a_sheet(run, tmp_path):
    path = land(tmp_path)
    layer = QgsRasterLayer(path, path)
    run.project = QgsProject()
    run.project.addMapLayer(layer)
    words = told(run, tmp_path, [layer.id()])
    assert "Source:land_2000" in words
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(path, gdal.GA_Update) as dataset:
        dataset.SetMetadataItem("TITLE", "C:\\maps\\land.img")
    assert "Source:land_2000" in told(run, tmp_path, [path])
    assert "Source:Surveyof2000" in told(run, tmp_path, [path], SOURCE="Source: Survey of 2000")
    for text in (str(tmp_path), "tmp/", ".tif", "maps"):
        assert text not in words
