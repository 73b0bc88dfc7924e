"""What several core tests share: small builders, and the plain double loop they compare with."""

from __future__ import annotations

import csv
import io
import os
import random
import re
import time
import uuid
from collections import Counter
from contextlib import contextmanager
from math import ceil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from osgeo import gdal

from carbon_zones.core.base.dates import Date, Period, find_year
from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.raster.area import PLANIMETRIC_AREA, CellArea, create_cell_area
from carbon_zones.core.raster.grid import Grid, Window
from carbon_zones.core.raster.reader import MASKED_CODE, NODATA_CODE, OUTSIDE_CODE
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan import scan
from carbon_zones.core.scan.block import create_block
from carbon_zones.core.scan.class_codes import FIRST_CLASS_CODE
from carbon_zones.core.scan.consumer import RasterWriter
from carbon_zones.core.scan.count_result import ClassTally, CountResult, DateTallies, TransitionCube
from carbon_zones.core.scan.scan import split_window
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scheme.classes import Classes, LandClass, read_classes
from carbon_zones.core.scheme.coefficients import CarbonPool, Coefficient, Coefficients
from carbon_zones.core.scheme.defaults import load_default_table
from carbon_zones.core.scheme.table import Table
from carbon_zones.test.helpers import write_raster

DATA = Path(__file__).resolve().parent / "data"
# Nothing but Unix has these.
PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes and devices here")
# Python for Windows, where no Windows is: see `make test-windows`.
IS_WINE = os.name == "nt" and "WINEPREFIX" in os.environ
COMPLEX = pytest.mark.skipif(
    IS_WINE, reason="wine's C library has no crealf, which numpy calls for complex numbers"
)
LINKS = pytest.mark.skipif(IS_WINE, reason="wine does not follow symbolic links that it made")


def share(number: int) -> int:
    """Return a quarter of the examples, or all with CI=1, as in `make test-random`."""
    return number if os.environ.get("CI") else ceil(number / 4)


def examples(number: int) -> settings:
    """The settings of a property that holds for so many examples."""
    return settings(max_examples=share(number))


def first_of_each(kind, cases) -> list:
    """Cases as pytest's parameters: the first of each kind, and the others as slow tests."""
    seen, chosen = set(), []
    for case in cases:
        marks = [pytest.mark.slow] if kind(case) in seen else []
        seen.add(kind(case))
        chosen.append(pytest.param(*case.values, id=case.id, marks=marks))
    return chosen


def table(name: str, text: str, is_default: bool = False) -> Table:
    """A table from CSV text, one line per row; blanks around a line do not count."""
    lines = [line.strip() for line in text.strip().splitlines()]
    reader = csv.DictReader(io.StringIO("\n".join(lines)))
    rows = list(reader)
    return Table(name, tuple(reader.fieldnames), rows, is_default)


def listed(*classes) -> Classes:
    """A class list of (value, key, name, group), the later ones optional."""
    made = []
    for value, key, *rest in classes:
        name, group = (*rest, *("", "")[len(rest) :])
        made.append(LandClass(value, key, name or key, group))
    return Classes(made)


def paper_classes() -> Classes:
    return Classes([c for _, c in read_classes(load_default_table("classes.csv"))])


def cube_of(classes: Classes, *matrices, hectares: float = 1.0, names=None) -> TransitionCube:
    """A cube of matrices of cells by from-class (rows) and to-class (columns)."""
    names = names or [f"{n}-{n + 1}" for n in range(len(matrices))]
    periods = [Period(n, n + 1, name) for n, name in enumerate(names)]
    area = CellArea(PLANIMETRIC_AREA, hectares)
    size = len(classes) + FIRST_CLASS_CODE
    tallies = []
    for matrix in matrices:
        cells = np.pad(np.array(matrix, np.int64), (FIRST_CLASS_CODE, 0))
        tallies.append(tally_of(cells).to_final_codes(np.arange(size), area))
    return TransitionCube(classes, periods, tallies)


def census_of(cube: TransitionCube) -> CountResult:
    """What a count finds that has nothing but the cells of this cube."""
    return CountResult(cube, DateTallies([], []), cube.total_cells, 0, Notes())


def series_on(grid: Grid, classes: Classes) -> Series:
    """A series without rasters, to make outputs on the whole of a grid."""
    return Series([], grid, grid.full_window, classes, [], CellArea(PLANIMETRIC_AREA, 1.0))


def tally_of(cells, hectares=None) -> ClassTally:
    """A tally of counts by code, as one block would give them."""
    cells = np.array(cells, np.int64)
    tally = ClassTally(cells.ndim)
    tally.add_counts(cells, None if hectares is None else np.array(hectares, float))
    return tally


@contextmanager
def memory_folder():
    """The name of a folder in GDAL's memory file system, gone afterwards."""
    folder = f"/vsimem/{uuid.uuid4().hex}"
    with gdal.ExceptionMgr(useExceptions=True):
        gdal.Mkdir(folder, 0o755)
        try:
            yield folder
        finally:
            gdal.RmdirRecursive(folder)


def pieces_of(window, rasters: list, cells: int) -> list:
    """The pieces that the pass reads a window in."""
    return [piece for group in split_window(window, rasters, cells) for piece in group]


def notes_on_area(grid: Grid, method: str = "auto", window: Window | None = None) -> Notes:
    """What there is to report about the area of a grid's cells."""
    notes = Notes()
    create_cell_area(grid, method, notes, window)
    return notes


def dated(*layers: str) -> list[Date]:
    """The dates of layers, by the years in their names."""
    return [Date(find_year(layer), layer) for layer in layers]


def inputs(*paths, **options) -> list[RasterInput]:
    """Raster inputs labelled and dated by the names of their files."""
    files = [str(path) for path in paths]
    names = [Path(file).stem for file in files]
    return [RasterInput(f, n, date=d, **options) for f, n, d in zip(files, names, dated(*names))]


def series_in(folder, *dates, method="planimetric", entries=None, **options) -> Series:
    """A series of rasters of these cells, 0.tif, 1.tif and so on, all with the same options."""
    files = [write_raster(f"{folder}/{n}.tif", cells, **options) for n, cells in enumerate(dates)]
    return open_series(inputs(*files), method, entries)


def texts(messages) -> list[str]:
    """Messages as people read them."""
    return [str(message) for message in messages]


def assert_says(messages, *lines: tuple) -> None:
    """That there is a message for each tuple of words, in their order, and that it has them all."""
    found = texts(messages)
    assert len(found) == len(lines), found
    for text, words in zip(found, lines):
        assert [word for word in words if word not in text] == [], text


def words(*parts: str) -> str:
    """For match=: these parts in their order, whatever stands between them."""
    return ".*".join(re.escape(part) for part in parts)


@contextmanager
def writing(series: Series, record=None):
    """A writer of a series' rasters, which come to their names when the block ends."""
    with Drafts() as drafts:
        yield RasterWriter(series, drafts, record or {})
        drafts.commit_drafts()


def hide(path, hidden: np.ndarray) -> None:
    """Give a raster a mask that hides some of its cells."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path), gdal.GA_Update) as dataset:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(255 * ~hidden)


def slow_threads(monkeypatch, seed: int) -> None:
    """Let each block of a pass wait for a moment of its own."""
    waits = random.Random(seed)

    def slow(*arguments):
        time.sleep(waits.random() * 0.004)
        return create_block(*arguments)

    monkeypatch.setattr(scan, "create_block", slow)


class Expected:
    """The plain double loop: what a person with a tally sheet would find.

    Args:
        arrays: per date, rows of class keys; None where a cell is left out.
        pairs: the (earlier, later) dates to tally.

    Attributes:
        own: per date, a Counter of keys (None: left out), whatever the other dates hold.
        common: per date, the same over the cells valid at all dates.
        pairs: per pair of dates, a Counter of (from, to) over the cells valid at all dates.
    """

    def __init__(self, arrays: list, pairs: list):
        self.own = [Counter() for _ in arrays]
        self.common = [Counter() for _ in arrays]
        self.pairs = [Counter() for _ in pairs]
        self.valid = self.excluded = 0
        for row in range(len(arrays[0])):
            for column in range(len(arrays[0][0])):
                keys = [rows[row][column] for rows in arrays]
                for tally, key in zip(self.own, keys):
                    tally[key] += 1
                if None in keys:
                    self.excluded += 1
                    continue
                self.valid += 1
                for tally, key in zip(self.common, keys):
                    tally[key] += 1
                for tally, (earlier, later) in zip(self.pairs, pairs):
                    tally[keys[earlier], keys[later]] += 1


def own_key(land_class: LandClass):
    """What the tests call a class: its key, or the number of an unclassified value."""
    return land_class.key if land_class.listed else land_class.value


BEYOND, OUT_OF_MASK = "beyond the edge", "outside the mask"


def tally_of_codes(tally: ClassTally, classes: Classes) -> Counter:
    """Cells by class code as a Counter of keys (None: nodata, BEYOND, OUT_OF_MASK)."""
    left_out = {NODATA_CODE: None, OUTSIDE_CODE: BEYOND, MASKED_CODE: OUT_OF_MASK}
    keys = [left_out[code] for code in range(FIRST_CLASS_CODE)] + [own_key(c) for c in classes]
    assert len(keys) == len(tally.cells)
    return Counter({key: int(n) for key, n in zip(keys, tally.cells) if n})


def tally_of_pairs(counts: np.ndarray, classes: Classes) -> Counter:
    """A matrix of cells as a Counter of (from, to) keys."""
    keys = [own_key(c) for c in classes]
    return Counter({(keys[a], keys[b]): int(counts[a, b]) for a, b in np.argwhere(counts)})


def attribute_table(path) -> list[dict]:
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        table = dataset.GetRasterBand(1).GetDefaultRAT()
        names = [table.GetNameOfCol(column) for column in range(table.GetColumnCount())]
        return [
            {name: table.GetValueAsString(row, column) for column, name in enumerate(names)}
            for row in range(table.GetRowCount())
        ]


def holding(**by_key: tuple[float, float]) -> Coefficients:
    """Coefficients that are no more than t C/ha of soil and vegetation, by class key."""
    return Coefficients(
        {
            key: Coefficient(CarbonPool(soil), CarbonPool(green))
            for key, (soil, green) in by_key.items()
        }
    )
