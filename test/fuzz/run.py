"""Run random pairs and series through the core and compare them with the oracle.

usage: python -m carbon_zones.test.fuzz.run [--seed N] [--count N] [--series N]

`make fuzz` runs it; `--first 17 --count 0 --series 1` runs series 17 alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from math import isclose
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr

from carbon_zones.core.dates import Date as DateOfLayer
from carbon_zones.core.dates import labels_of, order_by_year, periods
from carbon_zones.core.messages import DataError, Notes
from carbon_zones.core.raster.alignment import Bounds
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.results.audit import audit_rows
from carbon_zones.core.results.shares import share_rows
from carbon_zones.core.results.transfers import transfer_rows
from carbon_zones.core.scan.combinations import Combinations, CombinationTable
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.mask import CellMask
from carbon_zones.core.scan.series import open_series
from carbon_zones.core.scan.strata import RasterStrata
from carbon_zones.core.scheme.classes import ClassEntry, read_classes
from carbon_zones.core.scheme.table import Table

from .cases import Case, Date, random_case
from .oracle import expected

AUDITED = (
    *("valid_cells", "nodata_cells", "outside_cells", "unlisted_cells", "masked_cells"),
    *("grid_cells", "grid_ha", "counted_cells", "counted_ha"),
)

# A geodesic polygon of straight pieces and an interpolated scale agree to this.
RELATIVE = 1e-6


def computed(case: Case) -> dict:
    """What the core gives for a case, in the oracle's form.

    Raises:
        DataError: the core refuses the case.
    """
    given = [case.dates[place] for place in case.given]
    years = labels_of("", [date.layer for date in given])
    inputs = [_input(given[n], case.nodata, years[n]) for n in order_by_year(years)]
    series = open_series(
        inputs, case.method, _entries(case.table), extent=_extent(case), base=case.base
    )
    if case.mask is not None:
        shapes = [bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in case.mask]
        series.mask = CellMask(shapes, series.grid)
    plain, by_unit, strata = Combinations(series), None, None
    if case.units is not None:
        strata = RasterStrata.on(series, _input(case.units, case.nodata), Notes())
        by_unit = Combinations(series, strata)
    tables = [plain] if by_unit is None else [plain, by_unit]
    census = count(series, periods(series.dates), tables, cells=case.block, strata=strata)
    found: dict = {}
    for row in audit_rows(series, census):
        found["audit", row["year"] or row["layer"]] = [row[column] for column in AUDITED]
    for row in transfer_rows(census.cube):
        key = ("transfer", row["period"], row["from_class"].casefold(), row["to_class"].casefold())
        found[key] = [row["cells"], row["area_ha"]]
    for row in share_rows(series.dates, series.classes, census.dates.common):
        # A class that stands at another date has a row with no cells.
        if row["cells"]:
            key = ("share", row["year"] or row["layer"], row["class"].casefold())
            found[key] = [row["cells"], row["area_ha"]]
    names = [land_class.name.casefold() for land_class in series.classes]
    for _, classes, *numbers in _rows(plain.table):
        found[("combination", *(names[n] for n in classes))] = numbers
    if by_unit is not None:
        units = [None, *strata.values]
        for unit, classes, *numbers in _rows(by_unit.table):
            found[("in unit", units[unit], *(names[n] for n in classes))] = numbers
    return found


def _rows(table: CombinationTable) -> Iterator[tuple]:
    """Stratum, classes, cells and hectares, row by row."""
    return zip(table.strata, table.classes, table.cells, table.hectares)


def _entries(table: dict | None) -> list[ClassEntry] | None:
    """What the core reads from a class table."""
    if table is None:
        return None
    rows = [{"value": value, "class": name} for value, name in table.items()]
    return read_classes(Table("classes", ("value", "class"), rows))


def _extent(case: Case) -> Bounds | None:
    """The window of a case in coordinates."""
    if case.window is None:
        return None
    x, dx, _, y, _, dy = case.dates[case.base].grid.transform
    column, row, width, height = case.window
    return x + column * dx, y + (row + height) * dy, x + (column + width) * dx, y + row * dy


def _input(date: Date, nodata: tuple, year: str = "") -> RasterInput:
    return RasterInput(date.path, date.layer, nodata=nodata, date=DateOfLayer(year, date.layer))


def fault(case: Case) -> str | None:
    """What is wrong with a case, '' if nothing, or None where the core refuses it, and is right."""
    wanted, may_refuse = expected(case)
    try:
        found = computed(case)
    except DataError as error:
        return None if may_refuse else f"refused: {error}"
    for key in [*wanted, *(key for key in found if key not in wanted)]:
        ours, theirs = found.get(key, []), wanted.get(key, [])
        close = (isclose(a, b, rel_tol=RELATIVE) for a, b in zip(ours, theirs))
        if len(ours) != len(theirs) or not all(close):
            return f"{key}: {ours} instead of {theirs}"
    return ""


def run_cases(seed: int, numbers: range, series: bool = False) -> tuple[list[str], int]:
    """Faults of the pairs or series with these numbers, and how many had something to compare.

    Each case has a generator of its own, so that it can be run by itself.
    """
    faults, compared = [], 0
    with (
        tempfile.TemporaryDirectory() as folder,
        gdal.ExceptionMgr(useExceptions=True),
        osr.ExceptionMgr(useExceptions=True),
    ):
        for number in numbers:
            place = Path(folder) / str(number)
            place.mkdir()
            rng = np.random.default_rng([seed, number])
            case = random_case(rng, place, int(rng.integers(3, 7)) if series else 2)
            try:
                wrong = fault(case)
            except Exception as error:
                wrong = f"crash: {error!r}"
            compared += wrong is not None
            if wrong:
                what = "series" if series else "pair"
                faults.append(f"seed {seed} {what} {number}: {wrong}")
    return faults, compared


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000, help="pairs")
    parser.add_argument("--series", type=int, default=500, help="series of 3 to 6 dates")
    parser.add_argument("--first", type=int, default=0, help="number of the first of each")
    chosen = parser.parse_args()
    failed = False
    for what, number in (("pairs", chosen.count), ("series", chosen.series)):
        start = time.monotonic()
        numbers = range(chosen.first, chosen.first + number)
        faults, compared = run_cases(chosen.seed, numbers, series=what == "series")
        for line in faults:
            print(line)
        print(
            f"{number} {what} with seed {chosen.seed}, {compared} of them with cells to compare: "
            f"{len(faults)} faults, {time.monotonic() - start:.0f} s"
        )
        failed |= bool(faults)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
