"""Run random pairs through the core and compare them with the oracle.

usage: python -m carbon_zones.test.fuzz.run [--seed N] [--count N]    (`make fuzz` runs it)
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

from carbon_zones.core.dates import Period
from carbon_zones.core.messages import DataError
from carbon_zones.core.raster.reader import NODATA, OUTSIDE
from carbon_zones.core.raster.source import RasterInput
from carbon_zones.core.scan.coding import FIRST_CLASS
from carbon_zones.core.scan.count import count
from carbon_zones.core.scan.series import open_series

from .cases import Case, random_case
from .oracle import expected

# A geodesic polygon of straight pieces and an interpolated scale agree to this.
RELATIVE = 1e-6


def computed(case: Case) -> dict:
    """What the core gives for a case, in the oracle's form.

    Raises:
        DataError: the core refuses the case.
    """
    inputs = [RasterInput(date.path, name) for date, name in zip(case.dates, ("A", "B"))]
    inputs = [RasterInput(i.path, i.label, nodata=case.nodata) for i in inputs]
    extent = None
    if case.window:
        x, dx, _, y, _, dy = case.dates[case.base].transform
        column, row, width, height = case.window
        edges = (x + column * dx, y + row * dy, x + (column + width) * dx, y + (row + height) * dy)
        extent = (edges[0], edges[3], edges[2], edges[1])
    series = open_series(inputs, case.method, extent=extent, base=case.base)
    census = count(series, [Period(0, 1, "p")])
    cube = census.cube
    pairs: dict = {}
    for i, j in cube.pairs(cube.cells[0]):
        pairs[cube.classes[i].name, cube.classes[j].name] = [
            int(cube.cells[0][i, j]),
            float(cube.hectares[0][i, j]),
        ]
    audit = [
        [int(own.cells[FIRST_CLASS:].sum()), int(own.cells[NODATA]), int(own.cells[OUTSIDE])]
        for own in census.dates.own
    ]
    return {"pairs": pairs, "audit": audit}


def fault(case: Case) -> str:
    """What is wrong with a case, or ''. A refusal is right only where no cell is valid twice."""
    wanted = expected(case)
    try:
        found = computed(case)
    except DataError as error:
        return "" if not wanted["pairs"] else f"refused: {error}"
    if found["audit"] != wanted["audit"]:
        return f"audit {found['audit']} instead of {wanted['audit']}"
    # Class names differ in case between legends; the first date's spelling is kept.
    pairs = {tuple(n.casefold() for n in key): both for key, both in found["pairs"].items()}
    right = {tuple(n.casefold() for n in key): both for key, both in wanted["pairs"].items()}
    if {k: v[0] for k, v in pairs.items()} != {k: v[0] for k, v in right.items()}:
        return f"cells {pairs} instead of {right}"
    for key, (_, hectares) in right.items():
        if abs(pairs[key][1] - hectares) > RELATIVE * hectares:
            return f"hectares of {key}: {pairs[key][1]} instead of {hectares}"
    return ""


def run_cases(seed: int, numbers: range) -> list[str]:
    """Faults of the cases with these numbers; each case has a generator of its own."""
    faults = []
    with (
        tempfile.TemporaryDirectory() as folder,
        gdal.ExceptionMgr(useExceptions=True),
        osr.ExceptionMgr(useExceptions=True),
    ):
        for number in numbers:
            place = Path(folder) / str(number)
            place.mkdir()
            case = random_case(np.random.default_rng([seed, number]), place)
            try:
                wrong = fault(case)
            except Exception as error:
                wrong = f"crash: {error!r}"
            if wrong:
                faults.append(f"seed {seed} case {number}: {wrong}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    chosen = parser.parse_args()
    start = time.monotonic()
    faults = run_cases(chosen.seed, range(chosen.first, chosen.first + chosen.count))
    for line in faults:
        print(line)
    seconds = time.monotonic() - start
    print(f"{chosen.count} pairs with seed {chosen.seed}: {len(faults)} faults, {seconds:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
