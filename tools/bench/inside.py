"""Measure one job in a separate process, without the start of Python and QGIS.

usage: python -m carbon_zones.tools.bench.inside JOB FOLDER RASTERS

RASTERS is a JSON list of two lists of rasters. The job first runs on the first list, to exclude
initialization from the measurement, then on the second. FOLDER receives the outputs of the job
and its results, answer.json: `seconds`; `pairs`, if it counts, as [from, to, cells] of every pair
of values; and further measurements.
"""

from __future__ import annotations

import csv
import json
import os
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, ogr

from carbon_zones.core.base.dates import Date, create_periods, find_year
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.chronosequence.chronosequence import Chronosequence
from carbon_zones.core.chronosequence.value_rasters import prepare_value_layers
from carbon_zones.core.ledger.ledger import Ledger
from carbon_zones.core.ledger.stocks import AgeRule
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.pattern.pattern import LandscapePattern, PatternCounter
from carbon_zones.core.raster.source import RasterInput, RasterLegend
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.results.sample_design import (
    STRATA_BY_DISTURBANCE,
    SampleRequest,
    class_strata,
    create_stratification,
    design_sample,
    disturbed_land_buffer,
)
from carbon_zones.core.results.sample_points import draw_points
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.series_count import BufferCounter, CombinationCounter
from carbon_zones.core.scan.series_count import count_series as count_series
from carbon_zones.core.scan.units import PolygonUnits, RasterUnits
from carbon_zones.core.scan.zonal_statistics import ZonalStatistics, class_kinds, combine_moments
from carbon_zones.core.scheme.class_table_proposal import (
    ExpectedAccuracies,
    match_expected_accuracies,
)
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.coefficients import CarbonPool, Coefficient, Coefficients
from carbon_zones.core.scheme.defaults import default_classes, default_densities, default_zones
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses, make_change_classifier
from carbon_zones.core.scheme.value_classes import classes_from_legends
from carbon_zones.tools.bench.rasters import FROM, ROOT, units_on

# Cells read at a time: a row of tiles of 256, about a million cells.
ROWS, COLUMNS = 256, 4096
# Class names of the sample, of which the rasters consist.
SCHEME = "coal_mine"
# As written by core/raster/geotiff.py.
CREATION_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER"]


def _peak() -> int:
    """Return the peak memory of this process, bytes.

    The value of getrusage includes the parent process.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(re.search(r"VmHWM:\s*(\d+)", status)[1])


# Memory after all imports.
IDLE = _peak()


@contextmanager
def _timed():
    """Yield a dictionary that contains the seconds after the block."""
    timed = {}
    start = time.perf_counter()
    yield timed
    timed["seconds"] = time.perf_counter() - start


def decode(paths: list, folder: Path) -> dict:
    """Read all cells of all rasters, with one thread per processor."""
    with _timed() as answer:
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(paths[0]) as first:
            width, height = first.RasterXSize, first.RasterYSize
        # All threads share an iterator, which is thread-safe for lists.
        queue = iter([(x, y) for y in range(0, height, ROWS) for x in range(0, width, COLUMNS)])

        def read_some(_) -> None:
            datasets = [gdal.Open(path) for path in paths]
            kinds = [
                gdal_array.GDALTypeCodeToNumericTypeCode(d.GetRasterBand(1).DataType)
                for d in datasets
            ]
            memory = [np.empty(ROWS * COLUMNS, kind) for kind in kinds]
            for x, y in queue:
                size = min(COLUMNS, width - x), min(ROWS, height - y)
                for dataset, buffer in zip(datasets, memory):
                    cells = buffer[: size[0] * size[1]].reshape(size[1], size[0])
                    dataset.GetRasterBand(1).ReadAsArray(x, y, *size, buf_obj=cells)
                    # Decoding into reused memory is faster.
                    dataset.GetRasterBand(1).FlushCache()

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(read_some, range(os.cpu_count())))
    return answer


def count(paths: list, folder: Path) -> dict:
    """Count as the algorithms do: open, name and count, with hectares."""
    with _timed() as answer:
        series = open_series([RasterInput(path, path) for path in paths], "auto")
        cube = count_series(series, create_periods([Date(layer=path) for path in paths])).cube
    return {**answer, "pairs": _pairs(cube.classes, cube.cells[-1])}


def trajectories(paths: list, folder: Path) -> dict:
    """Count with combinations of all dates, as for Land trajectories and the study."""
    with _timed() as answer:
        series = open_series([RasterInput(path, path) for path in paths], "auto")
        histories = CombinationCounter(series)
        spans = create_periods([Date(layer=path) for path in paths])
        count_series(series, spans, [histories])
    return {**answer, "combinations": len(histories.table.cells)}


def densities(paths: list, folder: Path) -> dict:
    """Compute means of the last raster by class of the first."""
    with _timed() as answer:
        series = open_series([RasterInput(paths[0], paths[0])], "auto", default_classes())
        source = RasterInput(paths[-1], paths[-1])
        measured = ZonalStatistics(series, source, class_kinds, Notes())
        count_series(series, [], [measured])
    return {**answer, "cells": combine_moments(measured.moments.values()).with_value}


def chronosequence(paths: list, folder: Path) -> dict:
    """Compute values of the last raster by class, status and age of the others."""
    with _timed() as answer:
        dates = [Date(find_year(Path(path).stem), path) for path in paths]
        sources = [RasterInput(path, path, date=date) for path, date in zip(paths, dates)]
        series = open_series(sources[:-1], "auto", default_classes())
        layers = prepare_value_layers(series, sources[-1:], DisturbingClasses(), Notes())
        census = count_series(series, [], [layers[0].measured])
        result = Chronosequence.from_layers(layers, series.dates, series.classes)
        raise_failed_check(result.consistency_checks(census))
    return {
        **answer,
        "rows": len(result.class_table) + len(result.age_table) + len(result.status_table),
    }


def sample(paths: list, folder: Path) -> dict:
    """Draw 500 points from the last date: count, design, draw."""
    with _timed() as answer:
        series = open_series([RasterInput(paths[-1], paths[-1])], "auto")
        census = count_series(series, [])
        wanted = SampleRequest("stratified", "good_practice", 500, 1.0, 30, 1)
        expected = match_expected_accuracies(
            ExpectedAccuracies(0.8), series.classes, series.namings[0], True
        )
        design = design_sample(wanted, class_strata(census, expected), Notes())
        points = draw_points(design, series)
    return {**answer, "points": len(points)}


def sample_of_change(paths: list, folder: Path, buffer: int = 0) -> dict:
    """Draw 500 points from a conversion raster, by type of land change."""
    land = default_classes()
    names = {a * FROM + b: f"{c.name} -> {d.name}" for a, c in land for b, d in land}
    with _timed() as answer:
        series = open_series([RasterInput(paths[0], paths[0])], "auto")
        series.classes, series.namings = classes_from_legends(["map"], [RasterLegend(names=names)])
        land_classes = Classes(c for _, c in land)
        changes = make_change_classifier(land_classes, DisturbingClasses(), default_zones())
        counted = (
            BufferCounter(disturbed_land_buffer(series, buffer, changes), series)
            if buffer
            else None
        )
        census = count_series(series, [], [] if counted is None else [counted])
        strata = class_strata(census, lambda land_class: 0.8)
        division = create_stratification(
            strata, STRATA_BY_DISTURBANCE, changes, counted, len(series.classes)
        )
        wanted = SampleRequest("stratified", "good_practice", 500, 1.0, 30, 1)
        points = draw_points(design_sample(wanted, strata, Notes(), division), series)
    return {**answer, "points": len(points), "peak": _peak()}


def sample_with_buffer(paths: list, folder: Path) -> dict:
    """Draw the same sample with a buffer of 2 cells around disturbed land."""
    return sample_of_change(paths, folder, 2)


def ledger(paths: list, folder: Path) -> dict:
    """Count combinations, and compute the carbon ledger with 10,000 random draws."""
    with _timed() as answer:
        dates = [Date(find_year(Path(path).stem), path) for path in paths]
        sources = [RasterInput(path, path, date=date) for path, date in zip(paths, dates)]
        series = open_series(sources, "auto", default_classes())
        combinations = CombinationCounter(series)
        census = count_series(series, create_periods(dates), [combinations])
        classes = series.classes
        coefficients = Coefficients(
            {
                key: Coefficient(
                    CarbonPool(density, u95_pct=20.0), CarbonPool(density / 10, u95_pct=20.0)
                )
                for key, density in default_densities().items()
            }
        )
        land = MinedLand(combinations.table, series.dates, classes, DisturbingClasses())
        result = Ledger(land, coefficients, AgeRule.MID)
        raise_failed_check(result.consistency_checks(census))
        rows = result.uncertainty(None, UncertaintySettings(draws=10_000)).rows
    return {**answer, "rows": len(result.rows) + len(result.stocks) + len(rows)}


def landscape_metrics(paths: list, folder: Path) -> dict:
    """Compute all metrics of the first date, by class and landscape, and centroids."""
    with _timed() as answer:
        series = open_series([RasterInput(paths[0], paths[0])], "auto")
        counter = PatternCounter(series)
        census = count_series(series, [], [counter])
        landscape = LandscapePattern(series, census, counter)
        raise_failed_check(landscape.consistency_checks)
        rows = landscape.class_rows(), landscape.centroid_rows(), landscape.landscape_rows()
    (whole,) = rows[-1]
    told = {"np": whole["np"], "te": whole["te_m"], "lsi": whole["lsi"]}
    return {**answer, "peak": _peak(), "idle": IDLE, "found": told}


def qgis_process_call(paths: list, folder: Path) -> dict:
    """Run `qgis_process`: transfer matrix of a pair, or idle; peak memory in bytes."""
    command, table = ["qgis_process", "list"], folder / "transfers.csv"
    if paths:
        dates = [f"--EARLIER={paths[0]}", f"--LATER={paths[1]}"]
        command = ["qgis_process", "run", "carbonzones:transfermatrix", *dates]
        command.append(f"--TRANSFERS={table}")
    with _timed() as answer:
        subprocess.run(command, check=True)
    answer["peak"] = 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {**answer, "pairs": _pairs_of(table)} if paths else answer


def trajectories_call(paths: list, folder: Path) -> dict:
    """Run `qgis_process` to list trajectories; peak memory in bytes."""
    command = ["qgis_process", "run", "carbonzones:trajectories", "--SCHEME=auto"]
    command += [f"--LAYERS={path}" for path in paths]
    with _timed() as answer:
        subprocess.run([*command, f"--TRAJECTORIES={folder / 't.csv'}"], check=True)
    answer["peak"] = 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return answer


def status_call(paths: list, folder: Path, output: str = "STATUS") -> dict:
    """Run `qgis_process` for mine reclamation with STATUS; peak memory in bytes."""
    command = ["qgis_process", "run", "carbonzones:reclamation", f"--SCHEME={SCHEME}"]
    command += [f"--LAYERS={path}" for path in paths]
    with _timed() as answer:
        subprocess.run([*command, f"--{output}={folder / 'mined.csv'}"], check=True)
    answer["peak"] = 1024 * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return answer


def ages_call(paths: list, folder: Path) -> dict:
    """Run mine reclamation with AGES, which has a row per history; peak memory in bytes."""
    return status_call(paths, folder, "AGES")


@cache
def _processing():
    """Return Processing of QGIS, with the objects to be kept alive."""
    from carbon_zones.tools.session import start

    started = start()
    from qgis import processing

    return processing, started


def count_by_unit(paths: list, folder: Path) -> dict:
    """Count a pair in 3,000 polygons, with their geometries in memory."""
    with ogr.ExceptionMgr(useExceptions=True), ogr.Open(units_on(paths[0])) as dataset:
        shapes = [(f["name"], bytes(f.GetGeometryRef().ExportToWkb())) for f in dataset.GetLayer()]
    with _timed() as answer:
        series = open_series([RasterInput(path, path) for path in paths], "auto")
        spans = create_periods([Date(layer=path) for path in paths])
        census = count_series(series, spans, units=PolygonUnits("units", shapes, series.grid))
        parts = [part.cube.cells[-1] for _, part in census.units]
    return {**answer, "pairs": _pairs(census.cube.classes, np.sum(parts, axis=0))}


def count_by_raster(paths: list, folder: Path) -> dict:
    """Count a pair by the classes of a third raster."""
    *pair, third = paths
    with _timed() as answer:
        series = open_series([RasterInput(path, path) for path in pair], "auto")
        units = RasterUnits(series, RasterInput(third, third), Notes())
        spans = create_periods([Date(layer=path) for path in pair])
        census = count_series(series, spans, units=units)
        parts = [part.cube.cells[-1] for _, part in census.units]
    return {**answer, "pairs": _pairs(census.cube.classes, np.sum(parts, axis=0))}


def _pairs(classes, cells) -> list:
    values = [each.value for each in classes]
    return sorted([values[i], values[j], int(cells[i, j])] for i, j in np.argwhere(cells).tolist())


def matrix(paths: list, folder: Path, **units: str) -> dict:
    """Run Land-use transfer matrix on a pair."""
    processing, _ = _processing()
    table = folder / "transfers.csv"
    given = {**dict(zip(("EARLIER", "LATER"), paths)), **units, "TRANSFERS": str(table)}
    with _timed() as answer:
        processing.run("carbonzones:transfermatrix", given)
    return {**answer, "pairs": _pairs_of(table)}


def matrix_by_unit(paths: list, folder: Path) -> dict:
    """Run Land-use transfer matrix by 3,000 polygons."""
    return matrix(paths, folder, UNITS=units_on(paths[0]), UNIT_FIELD="name")


def _tables(folder: Path, *names: str) -> dict:
    """Return the table outputs."""
    return {name: str(folder / f"{name.lower()}.csv") for name in names}


def study(paths: list, folder: Path) -> dict:
    """Run the study with zone rasters and all tables; `write_seconds` is for its rasters only."""
    outputs = _tables(folder, "TRANSFERS", "AREAS", "ZONE_SHARES", "LOSSES", "CLOSURE")
    outputs["ZONES_FOLDER"] = str(folder / "zones")
    processing, _ = _processing()
    with _timed() as answer:
        processing.run("carbonzones:study", {"LAYERS": paths, "SCHEME": SCHEME, **outputs})
    answer["pairs"] = _pairs_of(outputs["TRANSFERS"])
    answer["write_seconds"] = sum(map(_write_again, (folder / "zones").glob("*.tif")))
    return answer


def _write_again(path: Path) -> float:
    """Return the seconds of writing a raster from memory."""
    with gdal.ExceptionMgr(useExceptions=True):
        cells = gdal.Translate("", str(path), format="MEM")
        with _timed() as timed:
            options = {"format": "GTiff", "creationOptions": CREATION_OPTIONS}
            gdal.Translate(f"{path}.copy", cells, **options).Close()
    return timed["seconds"]


def analysis(paths: list, folder: Path) -> dict:
    """Compute all tables of Change analysis; `seconds` excludes the pass."""
    from qgis.core import QgsProcessingFeedback

    from carbon_zones.bridge.dated_algorithm import PASS_PROGRESS_SHARE

    names = ("COMPONENTS", "RATES", "INTERVALS", "CATEGORIES", "TRANSITIONS", "INDICES")
    outputs = _tables(folder, *names, "CONTRIBUTIONS", "PROJECTION", "AUDIT")
    processing, _ = _processing()
    feedback, told = QgsProcessingFeedback(), {}
    feedback.progressChanged.connect(lambda part: told.update({part: time.perf_counter()}))
    given = {"LAYERS": paths, "SCHEME": SCHEME, **outputs}
    processing.run("carbonzones:changeanalysis", given, feedback=feedback)
    return {"seconds": time.perf_counter() - told[100 * PASS_PROGRESS_SHARE]}


def path(paths: list, folder: Path) -> dict:
    """Run Path to carbon neutrality on the sample tables, with 10,000 random draws and its page."""
    processing, _ = _processing()
    handed = processing.run("carbonzones:sampledata", {"FOLDER": str(folder / "sample")})
    land = _tables(folder, "AGES", "STATUS", "DISTURBED")
    series = sorted(map(str, (folder / "sample").glob("landuse_*.tif")))
    processing.run("carbonzones:reclamation", {"LAYERS": series, "SCHEME": SCHEME, **land})
    given = {name: handed[name] for name in ("ACTIVITY", "FACTORS", "SCENARIOS")}
    # Uncertainty bands need half-widths of all factors; some factors of the sample have none.
    factors, given["FACTORS"] = read_table(given["FACTORS"]), str(folder / "factors.csv")
    with open(given["FACTORS"], "w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, factors[0])
        table.writeheader()
        table.writerows(row if row["low"] else {**row, "u95_pct": 20} for row in factors)
    half_widths = {"COEFFICIENTS": str(ROOT / "test" / "data" / "half_widths.csv")}
    outputs = _tables(folder, "EMISSIONS", "PATH", "MILESTONE_TABLE")
    outputs["REPORT"] = str(folder / "path.html")
    with _timed() as answer:
        processing.run(
            "carbonzones:neutralitypath",
            {**given, **land, **half_widths, "DRAWS": 10_000, **outputs},
        )
    if not any(row["low_tco2e"] for row in read_table(outputs["PATH"])):
        raise ValueError("the path has no band, so nothing was drawn")
    return answer


def calculator(paths: list, folder: Path) -> dict:
    """Combine both dates in the QGIS raster calculator and count unique values."""
    from qgis.core import QgsRasterLayer

    processing, _ = _processing()
    joined, table = str(folder / "joined.tif"), str(folder / "values.csv")
    calculation = {
        "LAYERS": [QgsRasterLayer(path, name) for path, name in zip(paths, ("earlier", "later"))],
        "EXPRESSION": '"earlier@1" * 100 + "later@1"',
        "OUTPUT": joined,
    }
    with _timed() as answer:
        processing.run("native:rastercalc", calculation)
        processing.run(
            "native:rasterlayeruniquevaluesreport",
            {"INPUT": joined, "BAND": 1, "OUTPUT_TABLE": table},
        )
    rows = [(int(float(row["value"])), int(float(row["count"]))) for row in read_table(table)]
    return {**answer, "pairs": sorted([*divmod(value, 100), cells] for value, cells in rows)}


def read_table(path) -> list[dict]:
    """Return the rows of a CSV file."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _pairs_of(path) -> list:
    """Return the pairs of first and last date in a transfer table, summed over units."""
    counts: Counter = Counter()
    for row in read_table(path):
        if row["period"] == "1986-2018":
            pair = int(float(row["from_value"])), int(float(row["to_value"]))
            counts[pair] += int(float(row["cells"]))
    return sorted([*pair, cells] for pair, cells in counts.items())


JOBS = (
    *(decode, count, count_by_unit, trajectories, qgis_process_call, trajectories_call),
    *(status_call, ages_call),
    *(
        count_by_raster,
        matrix,
        matrix_by_unit,
        study,
        analysis,
        ledger,
        path,
        sample,
        sample_of_change,
        sample_with_buffer,
        densities,
        chronosequence,
        calculator,
    ),
    landscape_metrics,
)


def main(name: str, folder: str, rasters: str) -> None:
    run = {each.__name__: each for each in JOBS}[name]
    for paths in json.loads(rasters):
        answer = run(paths, Path(folder))
    (Path(folder) / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
