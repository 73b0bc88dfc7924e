"""Rasters of what cells hold at all dates; against a plain loop over cells in test_mask.py."""

import numpy as np
import pytest

from carbon_zones.core.base.dates import Period
from carbon_zones.core.scan.cell_raster import CellRaster, ClassPairRaster
from carbon_zones.core.scan.consumer import BlockConsumer, RasterWriter
from carbon_zones.core.scan.series_count import count_series
from carbon_zones.test.core.passes import all_periods
from carbon_zones.test.core.support import series_in, writing
from carbon_zones.test.helpers import read_raster

SPAN = Period(0, 1, "1986-2018")


class TimesChanged(CellRaster):
    def __init__(self, writer: RasterWriter, path):
        super().__init__(
            writer.create_geotiff(path, SPAN, "Number of class changes", np.uint8, 255)
        )

    def compute_values(self, block):
        changes = [one != other for one, other in zip(block.codes, block.codes[1:])]
        return np.add.reduce(changes, dtype=np.uint8)


class Strata(CellRaster):
    def __init__(self, writer: RasterWriter, path):
        super().__init__(writer.create_geotiff(path, SPAN, "Strata", np.int32, -1))

    def compute_values(self, block):
        return block.strata.astype(np.int32)


def times_changed(keys) -> int:
    return sum(one != other for one, other in zip(keys, keys[1:]))


class SomeCells(BlockConsumer):
    """Whether values of some cells are those that all cells have."""

    def process_block(self, block):
        values = np.arange(block.cells.size)
        cells = np.random.default_rng(1).integers(0, block.window.cell_count, 50)
        return (block.cell_values(values, cells) == block.expand_to_cells(values).flat[cells]).all()

    def merge_block(self, window, part):
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
    count_series(series, [], [SomeCells()], cells=1000)


def test_a_pair_raster_is_the_case_of_two_dates(tmp_path):
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
            tiff = writer.create_geotiff(
                tmp_path / "pairs.tif", Period(0, 2, "p"), "", np.int32, -5
            )
            raster = ClassPairRaster(Period(0, 2, "p"), tiff, table)
            count_series(series, all_periods(3), [raster], workers=workers, cells=cells)
        out = np.logical_or.reduce([cells == 7 for cells in land])
        wanted = np.where(out, -5, land[0] * 1000 + land[2])
        assert (read_raster(tmp_path / "pairs.tif") == wanted).all()
        if workers == 1:
            # The table is made again when the list has grown, and not for every block.
            assert made == sorted(set(made))
            assert len(made) > 3
