"""What became of every cell, and that results close: AUDIT, CLOSURE and numbers by a plain loop."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np
import pytest

from carbon_zones.test.contract import SHARED_TABLES
from carbon_zones.test.contracts import DATED
from carbon_zones.test.helpers import ORIGIN, brought, read_csv, write_raster

X, Y = ORIGIN
CELL = 100.0
ROWS, COLUMNS = 20, 26
NAMES = {1: "Arable land", 2: "Forestland", 3: "Grassland", 7: "Open pit"}
NODATA, LEFT_OUT = 255, 9  # the one declared, the other given in NODATA
NAMELESS = (5, 6)
VALUES = (1, 2, 3, 7, 5, 6, LEFT_OUT, NODATA)
YEARS = ("1990", "2000", "2010")


def dates_of(folder) -> list[str]:
    """Three dates: the second lies three columns further east, the third is a bit larger."""
    return [
        write_raster(
            folder / f"land_{year}.tif",
            np.random.default_rng(seed).choice(VALUES, (ROWS + more, COLUMNS + more)),
            cell=(CELL, CELL),
            origin=(X + east * CELL, Y - south * CELL),
            nodata=NODATA,
            names=NAMES,
        )
        for seed, (year, more, east, south) in enumerate(
            zip(YEARS, (0, 0, 4), (0, 3.2, -2), (0, 1.7, -2)), 1
        )
    ]


def audit_by_loop(paths: list, left_out: tuple[int, ...] = (LEFT_OUT,)) -> tuple[list, list]:
    """Per date [valid, nodata, outside, unlisted] and the cells that count, one by one."""
    found = [brought(path, paths[0]) for path in paths]
    sums = [[0, 0, 0, 0] for _ in paths]
    counting = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            good = 0
            for date, (values, beyond) in zip(sums, found):
                value = values[row, column]
                if beyond[row, column]:
                    date[2] += 1
                elif value in (NODATA, *left_out):
                    date[1] += 1
                else:
                    date[0] += 1
                    good += 1
                    date[3] += value not in NAMES
            if good == len(paths):
                counting.append((row, column))
    return sums, counting


COLUMNS_OF_AUDIT = tuple(SHARED_TABLES["AUDIT"].split())


# Each of them goes to work by itself; what it writes, returns and tells is looked at in one run.
@pytest.mark.parametrize("algorithm", DATED)
def test_audit_numbers_and_log(run, tmp_path, algorithm):
    contract = DATED[algorithm]
    paths = dates_of(tmp_path)[: contract.most_dates]
    inputs = contract.inputs(paths, tmp_path)
    inputs.pop("SCHEME", None)  # the files have names
    left_out = (LEFT_OUT, *(NAMELESS if contract.needs_names else ()))
    results = run(
        algorithm,
        **inputs,
        **dict.fromkeys(contract.required, "TEMPORARY_OUTPUT"),
        NODATA=",".join(map(str, left_out)),
        AUDIT=str(tmp_path / "audit.csv"),
    )
    rows = read_csv(results["AUDIT"])
    sums, counting = audit_by_loop(paths, left_out)
    whole, counted = ROWS * COLUMNS, len(counting)  # cells of a hectare
    infos, warnings = run.feedback.infos, run.feedback.warnings
    assert len(rows) == len(paths)
    for place, (row, (valid, nodata, outside, unlisted)) in enumerate(zip(rows, sums)):
        assert tuple(row) == COLUMNS_OF_AUDIT
        assert row["year"] == str(1990 + 10 * place)
        assert row["layer"] == f"land_{row['year']}"
        cells = (ROWS * COLUMNS, valid, nodata, outside, unlisted, len(counting))
        assert tuple(int(row[column]) for column in COLUMNS_OF_AUDIT[2:8]) == cells
        assert float(row["grid_ha"]) == pytest.approx(whole, rel=1e-8)
        assert float(row["counted_ha"]) == pytest.approx(counted, rel=1e-8)
        assert (row["resampled"] in ("1", "true")) == (place > 0)
    (line,) = (line for line in infos if line.startswith("Valid at all dates"))
    for cells in (len(counting), ROWS * COLUMNS - len(counting)):
        assert f"{cells:,} cells" in line
    for path, value in product(paths, () if contract.needs_names else NAMELESS):
        values, beyond = brought(path, paths[0])
        words = f"'{Path(path).stem}'", f": value {value} "
        (line,) = (line for line in warnings if all(word in line for word in words))
        assert f"(cells: {((values == value) & ~beyond).sum()})" in line
    assert results["VALID_CELLS"] == len(counting)
    assert results["EXCLUDED_CELLS"] == ROWS * COLUMNS - len(counting)
    assert results["TOTAL_AREA_HA"] == pytest.approx(counted, rel=1e-8)
    assert results["EXCLUDED_AREA_HA"] == pytest.approx(whole - counted, rel=1e-8)
    assert results["CLOSURE_CHECKS"] >= 3 * len(paths)
    assert 0 <= results["CLOSURE_DIFFERENCE"] <= 1e-9 * whole
    if contract.is_pair:
        for role, numbers in zip(("EARLIER", "LATER"), sums):
            kinds = ("VALID", "NODATA", "OUTSIDE", "UNLISTED")
            assert [results[f"{role}_{kind}_CELLS"] for kind in kinds] == numbers


def test_audit_is_made_only_when_asked_for(run, tmp_path):
    results = run("areashares", LAYERS=dates_of(tmp_path), SHARES="TEMPORARY_OUTPUT")
    assert "AUDIT" not in results
