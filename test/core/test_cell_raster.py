"""Rasters of what cells hold at all dates, against a plain loop over the cells."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import gdal

from carbon_zones.core.base.dates import Period
from carbon_zones.core.scan.cell_raster import CellRaster, PairRaster
from carbon_zones.core.scan.coding import FIRST_CLASS
from carbon_zones.core.scan.consumer import Consumer, RasterWriter
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.strata import PolygonStrata
from carbon_zones.test.core.passes import (
    all_periods,
    count_case,
    histories,
    open_case,
    polygons,
    strata_by_loop,
    wkb,
)
from carbon_zones.test.core.strategies import cases
from carbon_zones.test.core.support import examples, memory_folder, series_in, writing
from carbon_zones.test.helpers import read_raster

SPAN = Period(0, 1, "1986-2018")


class TimesChanged(CellRaster):
    """How often a cell's class differs from that of the date before."""

    def __init__(self, writer: RasterWriter, path):
        super().__init__(writer.tiff(path, SPAN, "Times changed", np.uint8, 255))

    def values(self, block):
        changes = [one != other for one, other in zip(block.codes, block.codes[1:])]
        return np.add.reduce(changes, dtype=np.uint8)


class LargestValue(CellRaster):
    """The largest class value that a cell ever had, for kinds that count."""

    def __init__(self, writer: RasterWriter, path, dtype=np.float64, nodata=-1e300):
        super().__init__(writer.tiff(path, SPAN, "Largest", dtype, nodata))
        self._classes = writer.series.classes
        self._type = dtype

    def values(self, block):
        values = np.zeros(block.n_codes, self._type)
        for code in range(FIRST_CLASS, block.n_codes):
            values[code] = self._classes[code - FIRST_CLASS].value
        return np.maximum.reduce([values[codes] for codes in block.codes])


class Strata(CellRaster):
    """Each cell's stratum."""

    def __init__(self, writer: RasterWriter, path):
        super().__init__(writer.tiff(path, SPAN, "Strata", np.int32, -1))

    def values(self, block):
        return block.strata.astype(np.int32)


def times_changed(keys) -> int:
    return sum(one != other for one, other in zip(keys, keys[1:]))


@examples(150)
@given(case=cases(), place=st.sampled_from(["metres", "degrees"]))
def test_rasters_of_all_dates_equal_a_plain_double_loop(tmp_path_factory, case, place):
    out = tmp_path_factory.mktemp("rasters")
    rows = histories(case)
    if not any(keys for row in rows for keys in row):
        return
    with memory_folder() as folder, writing(open_case(case, folder, place)) as writer:
        rasters = [TimesChanged(writer, out / "times.tif"), LargestValue(writer, out / "top.tif")]
        count_case(case, writer.series, rasters)
    times = [[255 if keys is None else times_changed(keys) for keys in row] for row in rows]
    largest = [[-1e300 if keys is None else float(max(keys)) for keys in row] for row in rows]
    assert read_raster(out / "times.tif").tolist() == times
    assert read_raster(out / "top.tif").tolist() == largest


class SomeCells(Consumer):
    """Whether values of some cells are those that all cells have."""

    def take(self, block):
        values = np.arange(block.cells.size)
        cells = np.random.default_rng(1).integers(0, block.window.cells, 50)
        return (block.at(values, cells) == block.expand(values).ravel()[cells]).all()

    def merge(self, window, part):
        assert part


@pytest.mark.parametrize("epsg", [32649, 4326])
@pytest.mark.parametrize("is_noise", [False, True])
def test_values_of_some_cells_are_those_of_all(tmp_path, epsg, is_noise):
    """In runs and cell by cell; where cells differ in area, kinds have an order of their own."""
    cells = np.random.default_rng(3).integers(0, 5, (2, 60, 70))
    if not is_noise:
        cells = np.sort(cells, axis=2)
    place = {"cell": (0.1, 0.1), "origin": (110, 40)} if epsg == 4326 else {}
    series = series_in(tmp_path, *cells, method="auto", nodata=0, epsg=epsg, **place)
    count(series, [], [SomeCells()], cells=1000)


@examples(60)
@given(case=cases(), data=st.data())
def test_a_raster_of_strata_equals_a_plain_double_loop(tmp_path_factory, case, data):
    out = tmp_path_factory.mktemp("rasters") / "strata.tif"
    rows = histories(case)
    if not any(keys for row in rows for keys in row):
        return
    with memory_folder() as folder, writing(open_case(case, folder)) as writer:
        grid = writer.series.grid
        drawn = data.draw(polygons(grid))
        strata = PolygonStrata([(n, wkb(grid, rings)) for n, rings in drawn], grid)
        count_case(case, writer.series, [Strata(writer, out)], strata)
    for row, wanted, keys in zip(
        read_raster(out).tolist(), strata_by_loop(case.window, drawn), rows
    ):
        for number, stratum, key in zip(row, wanted, keys):
            if key is None:
                assert number == -1
            elif stratum is not None:
                assert number == stratum[0]


def test_a_pair_raster_is_the_case_of_two_dates(tmp_path):
    """Also where the class list grows from block to block, and under any block and thread."""
    rng = np.random.default_rng(4)
    bands = np.arange(30).repeat(3)[:, None]
    land = [bands + rng.integers(0, 4, (90, 25)) for _ in range(3)]
    made: list[int] = []

    def table(classes):
        made.append(len(classes))
        values = np.array([c.value for c in classes], np.int32)
        return values[:, None] * 1000 + values

    for workers, cells in ((1, 25), (4, 75), (3, 10**6)):
        series = series_in(tmp_path, *land, nodata=7, options=("BLOCKYSIZE=1",))
        with writing(series) as writer:
            tiff = writer.tiff(tmp_path / "pairs.tif", Period(0, 2, "p"), "", np.int32, -5)
            raster = PairRaster(Period(0, 2, "p"), tiff, table)
            count(series, all_periods(3), [raster], workers=workers, cells=cells)
        out = np.logical_or.reduce([cells == 7 for cells in land])
        wanted = np.where(out, -5, land[0] * 1000 + land[2])
        assert (read_raster(tmp_path / "pairs.tif") == wanted).all()
        if workers == 1:
            # The table is made again when the list has grown, and not for every block.
            assert made == sorted(set(made))
            assert len(made) > 3


def test_a_raster_says_what_it_is_and_is_whole_when_the_count_is(tmp_path):
    series = series_in(tmp_path, *[np.ones((300, 300))] * 2)
    with writing(series, {"GENERATOR": "a test"}) as writer:
        raster = TimesChanged(writer, tmp_path / "times.tif")
        assert raster.block_height == 256
        count(series, all_periods(2), [raster], cells=1000)
    with gdal.ExceptionMgr(useExceptions=True):
        dataset = gdal.Open(str(tmp_path / "times.tif"))
        assert dataset.GetMetadataItem("GENERATOR") == "a test"
        assert dataset.GetMetadataItem("PERIOD") == "1986-2018"
        assert dataset.GetRasterBand(1).GetDescription() == "Times changed"
        assert dataset.GetRasterBand(1).GetNoDataValue() == 255
    assert not read_raster(tmp_path / "times.tif").any()
