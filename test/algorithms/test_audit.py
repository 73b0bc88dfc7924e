"""What became of every cell, and that results close: AUDIT, CLOSURE and numbers by a plain loop."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
from qgis.core import QgsVectorLayer

from carbon_zones.test.contract import SHARED_TABLES
from carbon_zones.test.contracts import DATED, STUDY_TABLES
from carbon_zones.test.helpers import ORIGIN, brought, read_csv, write_raster

X, Y = ORIGIN
CELL = 100.0
ROWS, COLUMNS = 20, 26
NAMES = {1: "Arable land", 2: "Forestland", 3: "Grassland", 7: "Open pit"}
NODATA, LEFT_OUT = 255, 9  # the one declared, the other given in NODATA
NAMELESS = (5, 6)
VALUES = (1, 2, 3, 7, 5, 6, LEFT_OUT, NODATA)


def noise(seed: int, rows: int, columns: int) -> np.ndarray:
    return np.random.default_rng(seed).choice(VALUES, (rows, columns))


def place_of(epsg: int) -> dict:
    """Where the first date lies."""
    if epsg == 4326:
        return {"epsg": epsg, "cell": (0.001, 0.001), "origin": (112.0, 39.5)}
    return {"epsg": epsg, "cell": (CELL, CELL), "origin": ORIGIN}


def dates_of(folder, epsg: int = 32649) -> list[str]:
    """Three dates: the second lies three columns further east, the third is a bit larger."""
    place = place_of(epsg)
    (x, y), (cell, _) = place["origin"], place["cell"]
    options = {"nodata": NODATA, "names": NAMES}
    return [
        write_raster(folder / "land_1990.tif", noise(1, ROWS, COLUMNS), **place, **options),
        write_raster(
            folder / "land_2000.tif",
            noise(2, ROWS, COLUMNS),
            **{**place, "origin": (x + 3.2 * cell, y - 1.7 * cell)},
            **options,
        ),
        write_raster(
            folder / "land_2010.tif",
            noise(3, ROWS + 4, COLUMNS + 4),
            **{**place, "origin": (x - 2 * cell, y + 2 * cell)},
            **options,
        ),
    ]


def left_out(algorithm: str) -> tuple[int, ...]:
    """What NODATA takes out; values without a name too, where these would be refused."""
    return (LEFT_OUT, *(NAMELESS if DATED[algorithm].needs_names else ()))


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


def row_hectares(epsg: int) -> list[float]:
    """Hectares of a cell by row: the geodesic polygon in degrees, else one hectare."""
    if epsg != 4326:
        return [CELL * CELL / 1e4] * ROWS
    place = place_of(epsg)
    (x, y), (cell, _) = place["origin"], place["cell"]
    geod = pyproj.Geod(ellps="WGS84")
    steps = np.linspace(0, 1, 33)
    areas = []
    for row in range(ROWS):
        north, south = y - row * cell, y - (row + 1) * cell
        longitudes = [*(x + steps * cell), *(x + cell - steps * cell)]
        latitudes = [north] * steps.size + [south] * steps.size
        areas.append(abs(geod.polygon_area_perimeter(longitudes, latitudes)[0]) / 1e4)
    return areas


COLUMNS_OF_AUDIT = tuple(SHARED_TABLES["AUDIT"].split())


def audited(run, algorithm: str, folder, epsg: int) -> tuple[dict, list, list]:
    """Results, rows of AUDIT, and the paths of the dates."""
    contract = DATED[algorithm]
    paths = dates_of(folder, epsg)[: contract.most_dates]
    table = folder / "audit.csv"
    inputs = contract.inputs(paths, folder)
    inputs.pop("SCHEME", None)  # the files have names
    results = run(
        algorithm,
        **inputs,
        **dict.fromkeys(contract.required, "TEMPORARY_OUTPUT"),
        NODATA=",".join(map(str, left_out(algorithm))),
        AUDIT=str(table),
    )
    assert results["AUDIT"] == str(table)
    return results, read_csv(table), paths


@pytest.mark.parametrize("epsg", [32649, 4326])
@pytest.mark.parametrize("algorithm", DATED)
def test_audit_and_numbers(run, tmp_path, algorithm, epsg):
    results, rows, paths = audited(run, algorithm, tmp_path, epsg)
    sums, counting = audit_by_loop(paths, left_out(algorithm))
    areas = row_hectares(epsg)
    whole, counted = sum(areas) * COLUMNS, sum(areas[row] for row, _ in counting)
    assert len(rows) == len(paths)
    for place, (row, (valid, nodata, outside, unlisted)) in enumerate(zip(rows, sums)):
        assert tuple(row) == COLUMNS_OF_AUDIT
        assert row["year"] == str(1990 + 10 * place)
        assert row["layer"] == f"land_{row['year']}"
        assert [int(row[column]) for column in COLUMNS_OF_AUDIT[2:8]] == [
            ROWS * COLUMNS,
            valid,
            nodata,
            outside,
            unlisted,
            len(counting),
        ]
        assert float(row["grid_ha"]) == pytest.approx(whole, rel=1e-8)
        assert float(row["counted_ha"]) == pytest.approx(counted, rel=1e-8)
        assert (row["resampled"] in ("1", "true")) == (place > 0)
    assert results["VALID_CELLS"] == len(counting)
    assert results["EXCLUDED_CELLS"] == ROWS * COLUMNS - len(counting)
    assert results["TOTAL_AREA_HA"] == pytest.approx(counted, rel=1e-8)
    assert results["EXCLUDED_AREA_HA"] == pytest.approx(whole - counted, rel=1e-8)
    assert results["CLOSURE_CHECKS"] >= 3 * len(paths)
    assert 0 <= results["CLOSURE_DIFFERENCE"] <= 1e-9 * whole
    if DATED[algorithm].is_pair:
        for role, numbers in zip(("EARLIER", "LATER"), sums):
            kinds = ("VALID", "NODATA", "OUTSIDE", "UNLISTED")
            assert [results[f"{role}_{kind}_CELLS"] for kind in kinds] == numbers


@pytest.mark.parametrize("algorithm", DATED)
def test_the_log_says_what_became_of_the_cells(run, tmp_path, algorithm):
    _, rows, paths = audited(run, algorithm, tmp_path, 32649)
    sums, counting = audit_by_loop(paths, left_out(algorithm))
    for row, (valid, nodata, outside, _) in zip(rows, sums):
        (line,) = (
            line
            for line in run.feedback.infos
            if f"'{row['layer']}'" in line and "cells are valid" in line
        )
        assert f"{valid:,} of {ROWS * COLUMNS:,} cells are valid" in line
        assert f"{nodata} are nodata" in line
        assert f"{outside} lie beyond the layer's edge" in line
    (line,) = (line for line in run.feedback.infos if line.startswith("Valid at all dates"))
    assert f"{len(counting):,} cells" in line
    assert f"{ROWS * COLUMNS - len(counting):,} cells" in line


@pytest.mark.parametrize("algorithm", [name for name in DATED if not DATED[name].needs_names])
def test_values_that_nobody_names_are_warned_of_with_their_cells(run, tmp_path, algorithm):
    _, _, paths = audited(run, algorithm, tmp_path, 32649)
    for path in paths:
        values, beyond = brought(path, paths[0])
        layer = path.rsplit("/", 1)[1].removesuffix(".tif")
        for value in NAMELESS:
            cells = int(((values == value) & ~beyond).sum())
            (line,) = (
                line
                for line in run.feedback.warnings
                if f"'{layer}'" in line and f"the value {value} " in line
            )
            assert str(cells) in line.split("cells", 1)[1]


def test_audit_is_made_only_when_asked_for(run, tmp_path):
    paths = dates_of(tmp_path)
    results = run("areashares", LAYERS=paths, SHARES="TEMPORARY_OUTPUT")
    assert "AUDIT" not in results


@pytest.mark.parametrize("ending", ["gpkg", "xlsx"])
def test_audit_in_other_formats(run, tmp_path, ending):
    paths = dates_of(tmp_path)
    results = run(
        "transfermatrix",
        EARLIER=paths[0],
        LATER=paths[1],
        TRANSFERS="TEMPORARY_OUTPUT",
        AUDIT=str(tmp_path / f"audit.{ending}"),
    )
    layer = QgsVectorLayer(results["AUDIT"], "audit", "ogr")
    rows = [feature.attributeMap() for feature in layer.getFeatures()]
    assert [row["layer"] for row in rows] == ["land_1990", "land_2000"]
    assert [row["valid_cells"] for row in rows] == [
        results["EARLIER_VALID_CELLS"],
        results["LATER_VALID_CELLS"],
    ]


def close_study(run, folder, epsg: int) -> tuple[dict, dict]:
    """Results of a study, and its tables by name."""
    results = run(
        "study",
        LAYERS=dates_of(folder, epsg),
        NODATA=str(LEFT_OUT),
        ZONES_FOLDER=str(folder / "zones"),
        **{name: str(folder / f"{name}.csv") for name in STUDY_TABLES},
    )
    return results, {name: read_csv(folder / f"{name}.csv") for name in STUDY_TABLES}


@pytest.mark.parametrize("epsg", [32649, 4326])
def test_closure_lists_checks_that_can_be_made_again_from_the_tables(run, tmp_path, epsg):
    results, tables = close_study(run, tmp_path, epsg)
    checks = tables["CLOSURE"]
    assert len(checks) == results["CLOSURE_CHECKS"]
    assert all(row["ok"] in ("1", "true") for row in checks)
    for row in checks:
        expected, found, difference = (
            float(row[column]) for column in ("expected", "found", "difference")
        )
        assert difference == pytest.approx(found - expected, abs=1e-12)
        assert abs(difference) <= 1e-9 * max(1, abs(expected))
    assert {row["period"] for row in checks} == {
        *("1990", "2000", "2010"),
        *("1990-2000", "2000-2010", "1990-2010"),
    }

    def value(period: str, *words: str) -> float:
        (row,) = (
            row
            for row in checks
            if row["period"] == period and all(word in row["check"] for word in words)
        )
        return float(row["found"])

    for year in ("1990", "2000", "2010"):
        assert value(year, "cells left out") == ROWS * COLUMNS
        own = [row for row in tables["AREAS"] if row["year"] == year]
        assert value(year, "cells by class") == sum(int(row["cells"]) for row in own)
        assert sum(float(row["area_ha"]) for row in own) == pytest.approx(results["TOTAL_AREA_HA"])
    for period in ("1990-2000", "2000-2010", "1990-2010"):
        own = {
            name: [row for row in tables[name] if row["period"] == period]
            for name in ("TRANSFERS", "ZONE_SHARES", "LOSSES")
        }
        assert value(period, "matrix total") == sum(int(row["cells"]) for row in own["TRANSFERS"])
        assert value(period, "hectares of all zones") == pytest.approx(
            sum(float(row["area_ha"]) for row in own["ZONE_SHARES"])
        )
        assert value(period, "zone shares") == pytest.approx(100)
        assert value(period, "hectares of the losses") == pytest.approx(
            sum(float(row["area_ha"]) for row in own["LOSSES"])
        )
        for zone in own["ZONE_SHARES"]:
            if period != "1990-2010":
                found = value(period, "zone raster", f"zone {zone['zone']} ")
                assert found == int(zone["cells"])
    assert any("Closure: all" in line for line in run.feedback.infos)


def test_matrix_of_a_study_by_plain_loop(run, tmp_path):
    """Row sums are the earlier date's areas, column sums the later's, cell by cell."""
    _, tables = close_study(run, tmp_path, 32649)
    paths = [str(tmp_path / f"land_{year}.tif") for year in (1990, 2000, 2010)]
    found = [brought(path, paths[0])[0] for path in paths]
    _, counting = audit_by_loop(paths)
    for name, date in (("1990", 0), ("2000", 1), ("2010", 2)):
        cells: dict = {}
        for row, column in counting:
            value = int(found[date][row, column])
            cells[value] = cells.get(value, 0) + 1
        own = [row for row in tables["AREAS"] if row["year"] == name]
        assert {int(row["value"]): int(row["cells"]) for row in own if row["cells"] != "0"} == cells
        for period, side in (("1990-2000", 0), ("2000-2010", 1), ("1990-2010", 0)):
            if name not in period.split("-"):
                continue
            side = ("from_value", "to_value")[period.split("-").index(name)]
            sums: dict = {}
            for row in tables["TRANSFERS"]:
                if row["period"] == period:
                    sums[int(row[side])] = sums.get(int(row[side]), 0) + int(row["cells"])
            assert sums == cells
