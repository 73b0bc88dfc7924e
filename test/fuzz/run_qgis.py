"""Run random cases through the provider in a real QGIS and compare them with the oracle.

usage: python -m carbon_zones.test.fuzz.run_qgis [--seed N] [--count N]

`make fuzz` runs it; `--first 17 --count 1` runs case 17 alone.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr
from pyproj import Transformer

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import read_csv, read_layer, read_raster
from carbon_zones.test.pages import read_page

from .cases_forms import wrong_form
from .cases_runs import Run, random_run
from .comparison import difference, raising, wrong_refusal
from .oracle import Expected, expected, replaced
from .oracle_accuracy import fault_of_accuracy, refusals_of_labelled
from .oracle_densities import warned_of
from .oracle_paths import path_of
from .oracle_samples import fault_of_points, refusals_of_design
from .oracle_values import told
from .tables import AUDITED, TABLES, numbers_of

# QGIS's own words about a run that was refused.
FAILED_CHECK = "Unable to execute algorithm\n"
# Rasters of years and ages.
OF_YEARS = ("first_mined.tif", "reclaimed_by.tif", "age.tif")
# What a cell of a table must not be.
NOT_FINITE = {"nan", "-nan", "inf", "-inf", "infinity", "-infinity", "1.#inf", "-1.#inf", "1.#qnan"}
NO_NUMBER = re.compile(r"(?i)(?<![\w'])-?(nan|inf|infinity)(?![\w'])")
# What Carbon densities takes for its map of land use alone.
OF_MAP = ("BAND", "MASK", "AREA_METHOD", "EXTENT", "NODATA")
# What is warned of if, and only if, the oracle says so.
WARNED = (
    "times the next value",
    "has names for its values",
    "are identical in all cells",
    "is resampled to the grid",
)
# What an algorithm refuses besides, for which a case is not made.
OWN_REFUSALS = {
    "makescheme": ("different class names to the same value",),
    "samplepoints": ("use another SEED",),
}


def fault(run: Run, folder: Path, call: Callable) -> str | None:
    """What is wrong with a run, '' if nothing, or None where it is refused, and rightly.

    Args:
        call: runs an algorithm, as make_run in test/algorithms/conftest.py.
    """
    from qgis.core import QgsProcessingException

    from carbon_zones.test.algorithms.conftest import recorder

    wanted = _expected(run)
    feedback = recorder(run.cancelled_at)
    try:
        results = call(run.algorithm, feedback=feedback, **run.parameters)
    except QgsProcessingException as error:
        if 0 < run.cancelled_at <= feedback.count:
            left = left_behind(folder) + [str(path) for path in folder.rglob(".c*")]
            return f"left behind {left}, cancelled" if left else None
        said = {str(error), *call.feedback.errors}
        return _wrong_refusal(run, wanted, said, folder)
    if 0 < run.cancelled_at <= feedback.count:
        return f"finished, cancelled at {run.cancelled_at}"
    if results["WARNINGS"].splitlines() != [" ".join(w.split()) for w in call.feedback.warnings]:
        return f"WARNINGS are {results['WARNINGS']}, and {call.feedback.warnings} were warned of"
    hidden = [str(path) for path in folder.rglob(".c*")]
    if hidden or call.feedback.errors:
        return f"left behind {hidden}, errors {call.feedback.errors}"
    if "" in run.refusal:
        return None  # what was spoilt was not read
    if run.refusal or wanted.refusals:
        return f"not refused for {run.refusal or wanted.refusals}"
    wrong = _not_finite(run) or _not_told(run, call, wanted) or _not_warned(run, wanted, call)
    wrong = wrong or _no_bands(run) or wrong_form(run, results, call.feedback.warnings)
    if wrong:
        return wrong
    if not wanted.is_sure:
        return None
    found = _found(run, results, wanted)
    # A table may have no rows.
    kinds = {key[0] for key in found}
    kinds |= {TABLES[name][0] for name in _tables(run)}
    files = {path.name for path in _rasters(run, sparse=True)}
    numbers = {
        key: value
        for key, value in _wanted(run, wanted).items()
        if key[0] in kinds and (key[0] != "cells that hold" or key[1] in files)
    }
    wrong = difference(found, numbers) or _no_balance(run) or _wrong_areas(run)
    wrong = wrong or _wrong_map(run)
    if not wrong and run.algorithm == "samplepoints":
        wrong = fault_of_points(run, folder, call)
    if not wrong and run.labelled is not None:
        wrong = fault_of_accuracy(run, results)
    return wrong


def _expected(run: Run) -> Expected:
    wanted = Expected()
    try:
        # Numbers beyond all measure overflow.
        with np.errstate(all="ignore"):
            wanted = expected(run.case, wanted) if run.case is not None else wanted
            if run.path is not None:
                path_of(run.path, wanted)
    except (OverflowError, ZeroDivisionError, ValueError):
        if not (run.may_refuse or run.refusal):
            raise
        # What else is wrong is not known then.
        wanted.refusals.append(run.may_refuse or run.refusal)
        wanted.may_refuse = True
    if run.may_refuse and any(_is_endless(number) for n in wanted.numbers.values() for number in n):
        wanted.refusals.append(run.may_refuse)
    if run.patches is not None:
        wanted.numbers.update(replaced(run.case, run.patches))
    if run.algorithm == "samplepoints":
        wanted.refusals += refusals_of_design(run)
    if run.labelled is not None:
        wanted.refusals += refusals_of_labelled(run)
    if run.algorithm == "carbondensities" and not (run.refusal or wanted.refusals):
        warned_of(run, wanted)
    return wanted


def _is_endless(number: float | None) -> bool:
    return number is not None and not isfinite(number)


def _tables(run: Run) -> dict:
    """The tables that a run writes, by what TABLES calls them, and where."""
    places = {name: place for name, place in run.parameters.items() if "/out/" in str(place)}
    if run.algorithm == "carbondensities":
        places["DENSITIES"] = places.pop("COEFFICIENTS")
        if not run.case.densities.has_map:
            places.pop("MEASURED", "")
    return {name: place for name, place in places.items() if name in TABLES}


def _not_finite(run: Run) -> str:
    """Where a table, a raster or a page holds what is no number, '' if none does."""
    for place in run.parameters.values():
        if "/out/" not in str(place):
            continue
        path = Path(place)
        for file in sorted(path.glob("*.*")) if path.is_dir() else [path]:
            if file.suffix == ".csv" and file.exists():
                rows = read_csv(file)
                cells = {str(cell).strip().casefold() for row in rows for cell in row.values()}
                if cells & NOT_FINITE:
                    return f"{file.name} holds {cells & NOT_FINITE}"
            elif file.suffix == ".html":
                page = read_page(file)
                found = NO_NUMBER.search(f"{' '.join(page.texts)} {json.dumps(page.figures)}")
                if found is not None:
                    return f"{file.name} shows {found[0]}"
            elif file.suffix == ".tif" and not np.isfinite(_values_in(file)).all():
                return f"{file.name} holds what is no number"
    return ""


def _no_bands(run: Run) -> str:
    """What is wrong with the bands of a path, '' if nothing; they are compared elsewhere."""
    for name in ("PATH", "MILESTONE_TABLE") if run.path is not None else ():
        for row in read_csv(run.parameters[name]) if name in run.parameters else ():
            band = [row["low_tco2e"], row["high_tco2e"]]
            if bool(band[0]) != bool(band[1]) or (band[0] and float(band[0]) > float(band[1])):
                return f"{name} {row['scenario']} {row['year']}: from {band[0]} to {band[1]}"
            if not 0 <= float(row.get("neutral_pct") or 0) <= 100:
                return f"{name} {row['scenario']} {row['year']}: {row['neutral_pct']} %"
    return ""


def _no_balance(run: Run) -> str:
    """In what PRIORITIES is not the balance of the same land, '' if in nothing."""
    if not {"PRIORITIES", "BALANCE"} <= run.parameters.keys():
        return ""
    of_all = [
        row
        for row in read_csv(run.parameters["BALANCE"])
        if (row["period"], row["land"]) == ("", "(all)")
    ]
    whole = {name: sum(float(row[name]) for row in of_all) for name in ("loss_tc", "net_tc")}
    ranked = read_csv(run.parameters["PRIORITIES"]) if of_all else []
    for column in ("loss_tc", "net_tc"):
        amounts = [row[column] for row in ranked]
        if "" in amounts:
            return f"PRIORITIES has no {column}, BALANCE {whole[column]}"
        total, wanted = sum(map(float, amounts)), whole[column]
        if abs(total - wanted) > 1e-6 * max(1.0, whole["loss_tc"]):
            return f"{column} is {total} in PRIORITIES, {wanted} in BALANCE"
    return ""


def _wrong_areas(run: Run) -> str:
    """In what IDLE_AREAS does not fit PRIORITIES, '' if in nothing; all areas take up the same."""
    if not {"PRIORITIES", "IDLE_AREAS"} <= run.parameters.keys():
        return ""
    areas, least = read_layer(run.parameters["IDLE_AREAS"]), run.parameters.get("IDLE_MIN_HA", 1.0)
    left: dict[str, float] = {}
    uptake: dict[str, float] = {}
    for row in read_csv(run.parameters["PRIORITIES"]):
        left[row["unit"]] = float(row["idle_ha"] or 0)
        uptake[row["unit"]] = float(row["uptake_20y_tc"] or 0)
    for row in areas if least == 0 else ():
        uptake[row["unit"]] -= float(row["uptake_20y_tc"] or 0)
    if least == 0 and max(map(abs, uptake.values()), default=0) > 1e-4 * (1 + sum(left.values())):
        return f"the uptake of PRIORITIES is {uptake} t C more than that of IDLE_AREAS"
    ranks = [row["rank"] for row in areas]
    if ranks != sorted(ranks) or any(row["area_ha"] < least * (1 - 1e-6) for row in areas):
        return f"IDLE_AREAS are of ranks {ranks}, or smaller than {least} ha"
    for row in areas:
        left[row["unit"]] -= row["area_ha"]
        if (
            row["since"] < row["since_first"]
            or row["shape"].IsEmpty()
            or not row["shape"].IsValid()
        ):
            return f"IDLE_AREAS has {row}"
        if wrong := _wrong_position(run, row):
            return wrong
    most = 1e-6 * max([1.0, *(abs(row["area_ha"]) for row in areas)])
    for unit, hectares in left.items():
        if hectares < -most or (least == 0 and hectares > most):
            return f"{unit} has {hectares} ha of idle land more than IDLE_AREAS"
    return ""


def _wrong_position(run: Run, area: dict) -> str:
    """What is wrong with the degrees of an area of IDLE_AREAS, '' if nothing.

    They are, within 180 degrees, those of the middle of one of its cells.
    """
    grid = run.case.dates[run.case.base].grid
    x, dx, _, y, _, dy = grid.transform
    where = area["longitude"], area["latitude"]
    to_map = Transformer.from_crs(4326, grid.epsg, always_xy=True)
    across, down = to_map.transform(*where)
    if to_map.target_crs.is_geographic:
        across += 360 * round((x + dx * grid.shape[1] / 2 - across) / 360)
    column, row = (across - x) / dx - 0.5, (down - y) / dy - 0.5
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(x + (round(column) + 0.5) * dx, y + (round(row) + 0.5) * dy)
    is_middle = max(abs(column - round(column)), abs(row - round(row))) < 0.01
    if abs(where[0]) <= 180 and is_middle and area["shape"].Contains(point):
        return ""
    return f"IDLE_AREAS has {area} at {where}, cell {column}, {row}"


def _wrong_map(run: Run) -> str:
    """Where the map of a report tells other degrees than PROJ, '' if nowhere."""
    path = run.parameters.get("REPORT")
    if run.algorithm != "study" or path is None:
        return ""
    lands = read_page(path).explored
    if not lands:
        return ""
    (land,) = lands
    to_degrees = Transformer.from_crs(
        run.case.dates[run.case.base].grid.epsg, 4326, always_xy=True
    ).transform
    last = len(land["positions"]) - 1
    for row, line in enumerate(land["positions"]):
        for column, where in enumerate(line):
            x, y = (
                start + step * size * part / last
                for (start, step), size, part in (
                    (land["x"], land["width"], column),
                    (land["y"], land["height"], row),
                )
            )
            wanted = to_degrees(x, y)
            east = abs((where[0] - wanted[0] + 180) % 360 - 180) * np.cos(np.radians(wanted[1]))
            if abs(where[0]) > 180 or max(east, abs(where[1] - wanted[1])) > 1e-6:
                return f"the map of the report has {where} at {x}, {y} in place of {wanted}"
    return ""


def _not_told(run: Run, call: Callable, wanted: Expected) -> str:
    """What was passed over in silence, or warned of without need, '' if nothing."""
    for beginning, words in wanted.warned.items():
        lines = [line for line in call.feedback.warnings if line.startswith(beginning)]
        if len(lines) != bool(words) or (words and words not in lines[0]):
            return f"'{words}' is to be said, and {lines} is"
    if run.algorithm != "carbondensities":
        return ""
    said = "\n".join([*call.feedback.infos, *call.feedback.warnings])
    for name in run.parameters:
        of = name.rpartition("_")[0]
        is_of_map = of in ("SOIL_MAP", "BIOMASS_MAP") and of not in run.parameters
        is_of_land = name in OF_MAP and "MAP" not in run.parameters
        if run.parameters[name] == "auto":
            continue  # as without it
        if (is_of_map or is_of_land) and f"{name} ignored: " not in said:
            return f"{name} is passed over in silence"
    return ""


def _not_warned(run: Run, wanted: Expected, call: Callable) -> str:
    """What of two inputs that do not fit is not warned of, or is without need, '' if nothing."""
    warnings = [line for line in call.feedback.warnings if any(word in line for word in WARNED)]
    # One line may be about several layers, and names the first and last of them.
    several = {line for line in warnings if " layers) is " in line}
    for words in wanted.facts:
        if run.algorithm == "makescheme" and "is resampled to the grid" in words:
            words = words[:-1]  # it takes one name in two layers for two classes
        fit = [line for line in warnings if all(word in line for word in words)]
        fit += [line for line in several if all(word in line for word in words[1:])]
        if not fit:
            return f"not warned of {words}: {warnings}"
        warnings = [line for line in warnings if line != fit[0]]
    return f"warned of without need: {warnings}" if warnings else ""


def _wrong_refusal(run: Run, wanted: Expected, said: set, folder: Path) -> str | None:
    if len(said) != 1:
        return f"said {sorted(said)}"
    sentence = said.pop().removeprefix(FAILED_CHECK)
    # NaN may be what a cell holds, or what can be given.
    if not is_one_sentence(sentence.replace("'nan'", "").replace(" or to nan ", " ")):
        return f"no sentence: {sentence}"
    left = left_behind(folder) + [str(path) for path in folder.rglob(".c*")]
    if left:
        return f"left behind {left}: {sentence}"
    for words in (run.refusal, run.may_refuse):
        if words and all(word in sentence for word in words):
            return None
    if any(word in sentence for word in OWN_REFUSALS.get(run.algorithm, ())):
        return None
    wrong = wrong_refusal(run.case, wanted, sentence)
    # A spoilt parameter may be found after another fault.
    return f"{wrong} {run.refusal or run.may_refuse}" if wrong else None


def _wanted(run: Run, wanted: Expected) -> dict:
    """The oracle's numbers, and those that follow from them."""
    numbers = dict(wanted.numbers)
    if not CONTRACTS[run.algorithm].is_dated:
        return numbers
    audit = numbers["audit", run.case.dates[0].label]
    grid, _, counted, counted_ha = audit[len(AUDITED) - 4 :]
    totals = {"VALID_CELLS": counted, "EXCLUDED_CELLS": grid - counted, "TOTAL_AREA_HA": counted_ha}
    span = f"{run.case.dates[0].label}-{run.case.dates[-1].label}"
    lost = [n for key, n in numbers.items() if key[:2] == ("loss", span)]
    # Where there are losses of periods alone, that of the span is 0.
    if _has_losses(run, wanted):
        sums = [sum(n[place] for n in lost) for place in (0, 5, 6)]
        names = ("OCCUPIED_AREA_HA", "TOTAL_LOSS_TC", "TOTAL_LOSS_TCO2")
        totals |= dict(zip(names[:1] if wanted.is_loss_unknown else names, sums))
    totals |= {f"cells of {path.name}": counted for path in _rasters(run)}
    if run.algorithm == "rastervalues":
        totals["RECLAIMED_PCT_OF_UNDISTURBED"] = wanted.recovered
    numbers["totals",] = [totals[name] for name in sorted(totals)]
    return numbers


def _has_losses(run: Run, wanted: Expected) -> bool:
    return run.algorithm == "carbonloss" or any(key[0] == "loss" for key in wanted.numbers)


def _found(run: Run, results: dict, wanted: Expected) -> dict:
    """What the outputs of a run say, in the oracle's form."""
    found: dict = {}
    for name, place in _tables(run).items():
        found |= numbers_of(name, read_csv(place))
    if run.path is not None:
        names = ("BASE_EMISSIONS_TCO2E", "NEUTRAL_SCENARIOS")
        found["totals",] = [float(results[name]) for name in names]
        return found
    if not CONTRACTS[run.algorithm].is_dated:
        return found
    names = ["VALID_CELLS", "EXCLUDED_CELLS", "TOTAL_AREA_HA"]
    if results.get("OCCUPIED_AREA_HA") is not None and _has_losses(run, wanted):
        losses = ("OCCUPIED_AREA_HA", "TOTAL_LOSS_TC", "TOTAL_LOSS_TCO2")
        names += [name for name in losses if name in results]
    totals = {name: results[name] for name in names}
    for path in _rasters(run):
        totals[f"cells of {path.name}"] = _values_in(path).size
    if run.algorithm == "rastervalues":
        totals["RECLAIMED_PCT_OF_UNDISTURBED"] = results.get("RECLAIMED_PCT_OF_UNDISTURBED")
    found["totals",] = [totals[name] for name in sorted(totals)]
    if run.case.values is not None or run.case.mining is not None:
        found.update(_held(run))
    return found


def _held(run: Run) -> dict:
    """Cells by the value that they hold, of each raster."""
    found: dict = {}
    for path in _rasters(run, sparse=True):
        if path.name in OF_YEARS and not all(date.year for date in run.case.dates):
            continue
        for value, cells in zip(*np.unique(_values_in(path), return_counts=True)):
            entry = found.setdefault(("cells that hold", path.name, told(float(value))), [0])
            entry[0] += int(cells)
    return found


def _values_in(path: Path) -> np.ndarray:
    """The values of a raster that are data."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        nodata = dataset.GetRasterBand(1).GetNoDataValue()
    values = read_raster(path)
    return values[values != nodata]


def _rasters(run: Run, sparse: bool = False) -> list[Path]:
    """The rasters of all destinations.

    Args:
        sparse: those too that have no data in some of the land that counts.
    """
    paths: list[Path] = []
    for name, value in run.parameters.items():
        if name in ("ZONES_FOLDER", "DENSITY_FOLDER"):
            paths += sorted(Path(value).glob("*.tif"))
        elif str(value).endswith(".tif") and "/out/" in str(value):
            paths.append(Path(value))
    without = () if sparse else CONTRACTS[run.algorithm].sparse
    # One of them is called after the last date.
    return [
        path
        for path in paths
        if sparse or (path.name not in without and not path.name.startswith("idle_"))
    ]


def run_cases(seed: int, numbers: range, call: Callable, folder: Path) -> tuple[list[str], Counter]:
    """Faults of the runs with these numbers; and how many of each algorithm were compared.

    Args:
        folder: empty; QGIS writes beside its layers until it lets go of them.
    """
    from qgis.core import QgsProject

    faults, compared = [], Counter()
    with raising():
        for number in numbers:
            place = folder / str(number)
            place.mkdir()
            run = random_run(np.random.default_rng([seed, number]), place)
            project = QgsProject.instance()
            call.project = project if project.mapLayers() else None
            try:
                wrong = fault(run, place, call)
            except Exception as error:
                wrong = f"crash: {error!r}"
            project.removeAllMapLayers()
            compared[run.algorithm] += wrong is not None
            if wrong:
                faults.append(f"seed {seed} run {number} of {run.algorithm}: {wrong}")
    return faults, compared


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="number of the first run")
    chosen = parser.parse_args()
    from carbon_zones.test.algorithms.conftest import make_run, qgis_with_plugin

    # QGIS prints every warning of a run, and closes rasters of runs that failed when it ends.
    gdal.SetConfigOption("CPL_LOG", os.devnull)
    start = time.monotonic()
    numbers = range(chosen.first, chosen.first + chosen.count)
    with tempfile.TemporaryDirectory() as folder, _silent(), qgis_with_plugin():
        faults, compared = run_cases(chosen.seed, numbers, make_run(), Path(folder))
    for line in faults:
        print(line)
    by_name = ", ".join(f"{name} {count}" for name, count in sorted(compared.items()))
    print(
        f"{chosen.count} runs with seed {chosen.seed}, {sum(compared.values())} of them compared "
        f"({by_name}): {len(faults)} faults, {time.monotonic() - start:.0f} s"
    )
    return int(bool(faults))


@contextmanager
def _silent() -> Generator[None, None, None]:
    """Nothing is printed, by libraries in C++ either."""
    sys.stdout.flush()
    printed = os.dup(1)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        try:
            yield
        finally:
            sys.stdout.flush()
            os.dup2(printed, 1)
            os.close(printed)


if __name__ == "__main__":
    sys.exit(main())
