"""AUDIT, its numbers and the log by every algorithm; test/core/test_census.py has a plain loop."""

from __future__ import annotations

import pytest

from carbon_zones.test.contract import SHARED_TABLES
from carbon_zones.test.contracts import DATED
from carbon_zones.test.helpers import ORIGIN, read_csv, write_raster

NAMES = {1: "Arable land", 2: "Forestland", 3: "Grassland", 7: "Open pit"}
# Cells of a hectare; 255 is declared NoData, 9 is given in NODATA, and 5 has no name. The second
# date lies a column and a bit further east.
CELLS = {
    1990: [[1, 2, 3, 7], [1, 2, 9, 255], [1, 1, 2, 5]],
    2000: [[1, 2, 3, 7], [255, 1, 9, 1], [5, 2, 1, 1]],
    2010: [[1, 1, 2, 2]] * 3,
}
# Valid, NoData, outside, unlisted by date, and valid at so many dates; without 5, and with it.
WITHOUT_5 = [(9, 3, 0, 0), (6, 3, 3, 0), (12, 0, 0, 0)], (9, 4, 4)
WITH_5 = [(10, 2, 0, 1), (7, 2, 3, 1), (12, 0, 0, 0)], (10, 6, 6)
COLUMNS = tuple(SHARED_TABLES["AUDIT"].split())


def dates_of(folder) -> list[str]:
    options = {"cell": (100, 100), "nodata": 255, "names": NAMES}
    return [
        write_raster(folder / f"land_{year}.tif", cells, **options, origin=(x, ORIGIN[1]))
        for x, (year, cells) in zip((ORIGIN[0], ORIGIN[0] + 120, ORIGIN[0]), CELLS.items())
    ]


@pytest.mark.parametrize("algorithm", DATED)
def test_audit_numbers_and_log(run, tmp_path, algorithm):
    contract = DATED[algorithm]
    paths = dates_of(tmp_path)[: contract.most_dates]
    inputs = contract.inputs(paths, tmp_path)
    inputs.pop("SCHEME", None)  # the files have names
    outputs = dict.fromkeys(contract.required, "TEMPORARY_OUTPUT")
    outputs["AUDIT"] = str(tmp_path / "audit.csv")
    nodata = "9,5" if contract.needs_names else "9"
    results = run(algorithm, **inputs, **outputs, NODATA=nodata)
    numbers, counts = WITHOUT_5 if contract.needs_names else WITH_5
    counted, rows = counts[len(paths) - 1], read_csv(results["AUDIT"])
    assert len(rows) == len(paths)
    for place, (row, of_date) in enumerate(zip(rows, numbers)):
        assert tuple(row) == COLUMNS
        assert (row["year"], row["layer"]) == (str(1990 + 10 * place), f"land_{1990 + 10 * place}")
        assert [int(row[column]) for column in COLUMNS[2:8]] == [12, *of_date, counted]
        hectares = [float(row[column]) for column in ("grid_ha", "counted_ha")]
        assert hectares == pytest.approx([12, counted], rel=1e-8)
        assert (row["resampled"] in ("1", "true")) == (place == 1)
    (line,) = (line for line in run.feedback.infos if line.startswith("Valid at all dates"))
    assert all(f"{cells} cells" in line for cells in (counted, 12 - counted))
    for year, (*_, unlisted) in zip(CELLS, numbers[: len(paths)]):
        words = f"'land_{year}'", ": value 5 ", "(cells: 1)"
        lines = [one for one in run.feedback.warnings if all(word in one for word in words)]
        assert len(lines) == unlisted
    assert [results[f"{kind}_CELLS"] for kind in ("VALID", "EXCLUDED")] == [counted, 12 - counted]
    areas = [results[f"{kind}_AREA_HA"] for kind in ("TOTAL", "EXCLUDED")]
    assert areas == pytest.approx([counted, 12 - counted], rel=1e-8)
    assert results["CLOSURE_CHECKS"] >= 3 * len(paths)
    assert 0 <= results["CLOSURE_DIFFERENCE"] <= 1e-8
    for role, of_date in zip(("EARLIER", "LATER"), numbers) if contract.is_pair else ():
        kinds = ("VALID", "NODATA", "OUTSIDE", "UNLISTED")
        assert tuple(results[f"{role}_{kind}_CELLS"] for kind in kinds) == of_date
