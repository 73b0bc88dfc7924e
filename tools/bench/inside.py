"""One measured job in a process of its own, so that starting Python and QGIS is left out.

usage: python -m carbon_zones.tools.bench.inside JOB ANSWER ARGUMENTS WARM_UP

ARGUMENTS and WARM_UP are JSON lists, the arguments of the job. The job runs with those of WARM_UP
first, which is not measured, so that what happens once in a process is left out as well; an
empty list leaves this out. ANSWER is the file that gets what the job found, as JSON: `seconds`,
and where it counted, `pairs`: [from, to, cells] for every pair of values.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from osgeo import gdal

from carbon_zones.core.dates import periods
from carbon_zones.core.drafts import Drafts
from carbon_zones.core.raster.geotiff import CREATION_OPTIONS
from carbon_zones.core.raster.reader import Reader
from carbon_zones.core.raster.source import Raster, RasterInput, inspect
from carbon_zones.core.results.zones import ZoneRaster
from carbon_zones.core.scan.census import count as count_series
from carbon_zones.core.scan.kinds import keep_freed_memory
from carbon_zones.core.scan.scan import groups
from carbon_zones.core.scan.series import Series, open_series
from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.core.scheme.rules import read_rules
from carbon_zones.core.scheme.zones import read_zones
from carbon_zones.tools.bench.steps import steps


@contextmanager
def _timed():
    """A dictionary that has the seconds when the block is over."""
    taken = {}
    start = time.perf_counter()
    yield taken
    taken["seconds"] = time.perf_counter() - start


def _inputs(paths: list) -> list[RasterInput]:
    return [RasterInput(path, f"date {place}") for place, path in enumerate(paths, 1)]


def _open(paths: list) -> Series:
    return open_series(_inputs(paths), "auto")


def _pairs(census) -> list:
    """The last period's pairs of values; of two dates there is only one."""
    cube, cells = census.cube, census.cube.cells[-1]
    return sorted(
        [cube.classes[i].value, cube.classes[j].value, int(cells[i, j])]
        for i, j in cube.pairs(cells)
    )


def decode(paths: list) -> dict:
    """Only read all cells of all rasters, in as many threads as there are processors."""

    def read_some(rasters: list[Raster], queue) -> int:
        readers, cells = [Reader(raster) for raster in rasters], 0
        for group in queue:
            for piece in group:
                for reader in readers:
                    cells += reader.read(piece)[0].size
            for reader in readers:
                reader.let_go()
        return cells

    threads = os.cpu_count() or 1
    with _timed() as answer:
        rasters = [inspect(source) for source in _inputs(paths)]
        keep_freed_memory()
        # Every thread takes the next pieces from the same iterator, which a list's is safe for.
        queue = iter(groups(rasters[0].grid.whole, rasters))
        with ThreadPoolExecutor(threads) as pool:
            parts = [pool.submit(read_some, rasters, queue) for _ in range(threads)]
            answer["cells"] = sum(part.result() for part in parts)
    return answer


def count(paths: list) -> dict:
    """The count as the algorithms do it: opened, counted, all periods."""
    with _timed() as answer:
        series = _open(paths)
        census = count_series(series, periods([str(n) for n in range(len(paths))]))
    answer["pairs"] = _pairs(census)
    return answer


def plain(paths: list) -> dict:
    """The count by numpy alone, of small rasters, to check all others with."""
    with gdal.ExceptionMgr(useExceptions=True):
        datasets = [gdal.Open(path) for path in paths]
        nodata = [dataset.GetRasterBand(1).GetNoDataValue() for dataset in datasets]
        dates = [dataset.ReadAsArray().ravel() for dataset in datasets]
    valid = np.logical_and.reduce(
        [np.full(d.size, True) if n is None else d != n for d, n in zip(dates, nodata)]
    )
    # Both values in one number, which is much faster to sort than pairs are.
    together = dates[0][valid].astype(np.int64) << 32 | dates[-1][valid]
    found, cells = np.unique(together, return_counts=True)
    return {
        "pairs": [
            [pair >> 32, pair % (1 << 32), n] for pair, n in zip(found.tolist(), cells.tolist())
        ]
    }


def zones(paths: list, output: str) -> dict:
    """Count a pair and write its zone raster in the same pass."""
    with _timed() as answer, Drafts() as drafts:
        series = _open(paths)
        rules, _ = read_rules(
            default_table("rules.csv"), read_zones(default_table("zones.csv")), series.classes
        )
        [period] = periods(["earlier", "later"])
        raster = ZoneRaster(
            period, output, drafts, series.grid, series.window, series.classes, rules
        )
        census = count_series(series, [period], [raster])
        raster.tiff.close()
        drafts.finish()
    answer["pairs"] = _pairs(census)
    return answer


def write(rasters: list, output: str) -> dict:
    """Only write rasters whose cells are in memory, one after the other, as the core writes."""
    seconds = 0.0
    for path in rasters:
        raster = inspect(RasterInput(path, path))
        grid = raster.grid
        with gdal.ExceptionMgr(useExceptions=True):
            values = gdal.Open(path).ReadAsArray()
            with _timed() as taken:
                dataset = gdal.GetDriverByName("GTiff").Create(
                    output, grid.width, grid.height, 1, gdal.GDT_Byte, list(CREATION_OPTIONS)
                )
                dataset.SetGeoTransform(grid.transform)
                dataset.SetProjection(grid.crs)
                band = dataset.GetRasterBand(1)
                for piece in chain(*groups(grid.whole, [raster])):
                    rows = slice(piece.row, piece.row + piece.height)
                    columns = slice(piece.column, piece.column + piece.width)
                    band.WriteArray(values[rows, columns], piece.column, piece.row)
                dataset.Close()
        seconds += taken["seconds"]
        os.unlink(output)
    return {"seconds": seconds}


@cache
def _processing():
    """QGIS started, with its own algorithms and the plugin's."""
    from processing.core.Processing import Processing
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath(os.environ.get("QGIS_PREFIX_PATH", "/usr"), True)
    application = QgsApplication([], False)
    application.initQgis()
    Processing.initialize()
    from qgis import processing

    from carbon_zones.provider import CarbonZonesProvider

    provider = CarbonZonesProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    # Held on to, for Python would take them away while QGIS works with them.
    return processing, (application, provider)


def study(paths: list, classes: str, folder: str) -> dict:
    """The whole study on dated rasters: zone rasters and all tables.

    Args:
        classes: a class table, or '' for the default classes.
    """
    processing, _held = _processing()
    tables = ("TRANSFERS", "AREAS", "ZONE_SHARES", "LOSSES", "CLOSURE")
    parameters = {
        "LAYERS": paths,
        "YEARS": ",".join(str(2001 + place) for place in range(len(paths))),
        "ZONES_FOLDER": folder,
        **{name: str(Path(folder) / f"{name.lower()}.csv") for name in tables},
    }
    if classes:
        parameters["CLASSES"] = classes
    os.makedirs(folder, exist_ok=True)
    with _timed() as answer:
        processing.run("carbonzones:study", parameters)
    span = f"2001-{2000 + len(paths)}"
    rows = read_table(parameters["TRANSFERS"])
    answer["pairs"] = pairs_of_transfers(row for row in rows if row["period"] == span)
    answer["zones"] = sorted(str(path) for path in Path(folder).glob("zones_*.tif"))
    return answer


def calculator(paths: list, factor: int, folder: str) -> dict:
    """QGIS's raster calculator, then its unique values report."""
    processing, _held = _processing()
    from qgis.core import QgsRasterLayer

    layers = [QgsRasterLayer(path, name) for path, name in zip(paths, ("earlier", "later"))]
    joined, table = str(Path(folder) / "joined.tif"), str(Path(folder) / "values.csv")
    with _timed() as answer:
        processing.run(
            "native:rastercalc",
            {
                "LAYERS": layers,
                "EXPRESSION": f'"earlier@1" * {factor} + "later@1"',
                "OUTPUT": joined,
            },
        )
        processing.run(
            "native:rasterlayeruniquevaluesreport",
            {"INPUT": joined, "BAND": 1, "OUTPUT_TABLE": table},
        )
    pairs = []
    for row in read_table(table):
        value, cells = int(float(row["value"])), int(float(row["count"]))
        pairs.append([*divmod(value, factor), cells])
    answer["pairs"] = sorted(pairs)
    return answer


def versions() -> dict:
    """Of what takes part here."""
    from qgis.core import Qgis

    return {
        "QGIS": Qgis.version(),
        "GDAL": gdal.__version__,
        "numpy": np.__version__,
        "Python": sys.version.split()[0],
    }


def describe(paths: list) -> dict:
    """Size, type and whether rasters lie on the same cells."""
    rasters = [inspect(source) for source in _inputs(paths)]
    grids = [raster.grid for raster in rasters]
    own = (grids[0].width, grids[0].height, grids[0].transform)
    return {
        "width": grids[0].width,
        "height": grids[0].height,
        "type": rasters[0].dtype.name,
        "same_cells": all((g.width, g.height, g.transform) == own for g in grids),
    }


def read_table(path) -> list[dict]:
    """The rows of a CSV file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def pairs_of_transfers(rows) -> list:
    """The pairs in rows of the plugin's table of transfers."""
    return sorted(
        [int(float(row["from_value"])), int(float(row["to_value"])), int(float(row["cells"]))]
        for row in rows
    )


JOBS = (decode, count, steps, plain, zones, write, study, calculator, versions, describe)


def main(job: str, answer: str, arguments: str, warm_up: str) -> None:
    run = {one.__name__: one for one in JOBS}[job]
    if json.loads(warm_up):
        run(*json.loads(warm_up))
    found = run(*json.loads(arguments))
    Path(answer).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
