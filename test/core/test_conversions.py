"""The conversion raster: numbers that can be read, names and colours that tell them apart."""

import numpy as np
import pytest
from osgeo import gdal

from carbon_zones.core.base.dates import Period
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.change.conversions import ConversionRaster, conversion_colour
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.scan import CELLS_PER_BLOCK
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.support import attribute_table, inputs
from carbon_zones.test.helpers import read_raster, write_raster


def convert(
    tmp_path, *dates, workers=None, cells=CELLS_PER_BLOCK, zones=None, each=({}, {}, {}), **options
):
    """The conversion raster of the last two dates, and its attribute table as rows by value."""
    files = [
        write_raster(tmp_path / f"d{n}.tif", cells, **options, **each[n])
        for n, cells in enumerate(dates)
    ]
    periods = [Period(n, n + 1, f"{n}-{n + 1}") for n in range(len(dates) - 1)]
    series = open_series(inputs(*files), "planimetric")
    with Drafts() as drafts:
        raster = ConversionRaster(
            RasterWriter(series, drafts), tmp_path / "out.tif", periods[-1], zones
        )
        count_series(series, periods, [raster], workers=workers, cells=cells)
        drafts.commit_drafts()
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "out.tif"))
        band = dataset.GetRasterBand(1)
        assert gdal.GetDataTypeName(band.DataType) == "Int32"
        assert band.GetDescription() == f"Conversions {periods[-1].name}"
    rows = {int(row["Value"]): row for row in attribute_table(tmp_path / "out.tif")}
    return read_raster(tmp_path / "out.tif").tolist(), rows


def test_the_attribute_table_says_from_to_cells_and_hectares(tmp_path):
    names = {1: "Forest", 2: "Pit"}
    _, rows = convert(tmp_path, [[1, 1, 1, 2]], [[1, 2, 2, 2]], names=names)
    row = rows[1002]
    assert (row["Name"], row["From"], row["To"]) == ("Forest → Pit", "Forest", "Pit")
    assert float(row["Cells"]) == 2
    assert float(row["Hectares"]) == pytest.approx(0.18)
    assert sum(float(row["Cells"]) for row in rows.values()) == 4


def test_the_attribute_table_is_that_of_the_period_of_the_raster(tmp_path):
    _, rows = convert(tmp_path, [[3, 3, 3, 3]], [[1, 1, 2, 2]], [[2, 1, 1, 1]])
    assert {v: float(row["Cells"]) for v, row in rows.items()} == {1001: 1, 1002: 1, 2001: 2}


def test_the_attribute_table_has_a_colour_per_conversion(tmp_path):
    names, colours = {1: "Forest", 2: "Pit"}, {1: (0, 100, 0), 2: (200, 0, 0)}
    _, rows = convert(tmp_path, [[1, 1, 2]], [[1, 2, 1]], names=names, colours=colours)
    assert list(rows) == [1001, 1002, 2001]
    found = [tuple(int(row[c]) for c in ("Red", "Green", "Blue")) for row in rows.values()]
    # Forest is three quarters white; the others are 70 % of the new class and 30 % of the old.
    assert found == [(191, 216, 191), (140, 30, 0), (60, 70, 0)]


def test_the_attribute_table_tells_the_zones_where_every_conversion_has_one(tmp_path):
    names = {1: "Forest", 2: "Pit"}
    zones = {("forest", "forest"): "Kept", ("forest", "pit"): "Lost", ("pit", "pit"): "Kept"}
    _, rows = convert(tmp_path, [[1, 1]], [[1, 2]], names=names, zones=zones)
    assert {value: row["Zone"] for value, row in rows.items()} == {1001: "Kept", 1002: "Lost"}
    assert (rows[1002]["From"], rows[1002]["To"]) == ("Forest", "Pit")
    # A class that has no zone: rather none than some.
    _, rows = convert(tmp_path, [[1, 2]], [[1, 1]], names=names, zones=zones)
    assert [sorted(row) for row in rows.values()] == [
        ["Blue", "Cells", "From", "Green", "Hectares", "Name", "Red", "To", "Value"]
    ] * 2


@pytest.mark.parametrize("workers", [1, 4])
def test_pairs_that_cannot_be_read_are_numbered_as_they_turn_up(tmp_path, workers):
    # 1000 and -1 are outside 0 to 999; the pairs (1, 1) and (999, 999) are not.
    one = [[1000, 1], [1000, 999], [-1, 5]]
    other = [[1, 1], [5, 999], [5, 1000]]
    options = ["BLOCKYSIZE=1"]
    cells, rows = convert(
        tmp_path, one, other, dtype=np.int16, options=options, workers=workers, cells=2
    )
    assert cells == [[1_000_000, 1001], [1_000_001, 999_999], [1_000_002, 1_000_003]]
    assert rows[1_000_001]["From"] == "1000"
    assert rows[1_000_001]["To"] == "5"


def test_two_classes_of_one_value_do_not_share_a_number(tmp_path):
    # Value 1 is Water at one date and Town at the other, so that each class has the value 1:
    # the pairs Water -> Water and Water -> Town would both read 1001.
    each = ({"names": {1: "Water"}}, {"names": {1: "Town", 2: "Water"}})
    cells, rows = convert(tmp_path, [[1, 1]], [[2, 1]], each=each)
    assert len(set(cells[0])) == 2
    assert [rows[value]["Name"] for value in cells[0]] == ["Water → Water", "Water → Town"]


@pytest.mark.parametrize(
    ("colours", "stays", "wanted"),
    [
        (("#000000", "#ffffff"), False, "#b2b2b2"),  # 70 % white
        (("#ff0000", "#0000ff"), False, "#4c00b2"),
        (("#000000", "#000000"), True, "#bfbfbf"),  # 75 % white
    ],
)
def test_change_has_the_colour_of_the_new_class_and_what_stays_is_pale(colours, stays, wanted):
    assert conversion_colour(*colours, stays) == wanted
