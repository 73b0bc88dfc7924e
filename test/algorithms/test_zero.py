"""A number that is given as 0 is not one that is not given: by parameters, and in tables.

What is tried is found here: the numbers among the parameters of all algorithms, and the columns
that are asked for as numbers that may be empty. Small runs that have a use for them are compared by
all that they say and write; a refusal is an answer too.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from carbon_zones.core.scheme.table import Row
from carbon_zones.provider import ALGORITHMS
from carbon_zones.test.algorithms.bad_inputs import half_widths
from carbon_zones.test.contracts import CONTRACTS, good
from carbon_zones.test.helpers import read_csv, write_csv

# Numbers, and bands, which are numbers too.
NUMBERS = ("number", "band")


def numbers_of(algorithm) -> list[str]:
    """The parameters of an algorithm that take a number; an offset of 0 is none."""
    declared = algorithm().create()
    names = [d.name() for d in declared.parameterDefinitions() if d.type() in NUMBERS]
    return [name for name in names if not name.endswith("_OFFSET")]


WITH_NUMBERS = {algorithm.ID: numbers_of(algorithm) for algorithm in ALGORITHMS}
WITH_NUMBERS = {name: numbers for name, numbers in WITH_NUMBERS.items() if numbers}
# The study has the ledger's tables.
WITH_TABLES = [
    name
    for name, contract in CONTRACTS.items()
    if name != "study" and any(kind == "source" for kind, *_ in contract.parameters.values())
]
# Algorithms, whether of their tables the densities are tried, or the others, and one column in so
# many. All read the densities alike: `make test` tries some with one algorithm.
CASES = [
    *((name, False, 1) for name in WITH_TABLES),
    *(("carbondensities", True, 1), ("carbonledger", True, 4)),
    *(
        pytest.param(name, True, 1, marks=pytest.mark.slow)
        for name in WITH_TABLES
        if "COEFFICIENTS" in CONTRACTS[name].parameters and name != "carbondensities"
    ),
]

POOLS = ("soil", "vegetation")
# What good coefficients lack for an empty cell to make a difference.
POOL = {"loss_fraction": "0.2", "loss_low": "0.1", "loss_high": "0.5", "half_life": "9"}
POOL |= {"curve": "ipcc", "p1": "30"}
AREA_ERRORS = """
value,class,mapped_ha,estimated_ha,estimated_se_ha
1,Arable land -> Dump,9,8,1
"""
# What an empty cell means by the manual: of a half-width no part is shared. No age is below 0.
EMPTY_IS_0 = {f"{pool}_{shared}" for pool in POOLS for shared in ("u95_shared", "loss_shared")}
EMPTY_IS_0 |= {"age_min"}


def fill(path: str, cells: dict[str, str]) -> None:
    """Put these into the columns of a table, new ones too; into rows that have something there,
    where any has."""
    rows = read_csv(path)
    for column, cell in cells.items():
        filled = [row for row in rows if row.setdefault(column, "")]
        for row in filled or rows:
            row[column] = cell
    write_csv(Path(path), "\n".join(map(",".join, (rows[0], *(row.values() for row in rows)))))


def inputs(algorithm: str, folder: Path) -> dict:
    """Good ones, and those; layers with shapes as text, and no pages."""
    folder.mkdir()
    given = {**good(algorithm, folder), **CONTRACTS[algorithm].telling_inputs}
    if "COEFFICIENTS" in CONTRACTS[algorithm].parameters and algorithm != "carbondensities":
        given.update(half_widths(folder))
        fill(given["COEFFICIENTS"], {f"{p}_{c}": cell for p in POOLS for c, cell in POOL.items()})
    if "AREA_ERRORS" in CONTRACTS[algorithm].parameters:
        given["AREA_ERRORS"] = write_csv(folder / "area_errors.csv", AREA_ERRORS.strip())
    for name in CONTRACTS[algorithm].spatial:
        given[name] = str(folder / "out" / f"{name}.geojson")
    return {name: value for name, value in given.items() if not str(value).endswith(".html")}


def outcome(run, folder: Path, algorithm: str, given: dict) -> tuple:
    """What a run says and writes, or its refusal."""
    try:
        results = run(algorithm, **given)
    except QgsProcessingException as error:
        return (str(error).replace(str(folder), ""),)
    said = [text.replace(str(folder), "") for text in (*run.feedback.infos, *run.feedback.warnings)]
    numbers = {name: value for name, value in results.items() if isinstance(value, (int, float))}
    written = {
        path.name: path.read_bytes()
        for path in (folder / "out").rglob("*")
        if path.suffix in (".csv", ".tif", ".geojson")
    }
    return said, numbers, written


@pytest.mark.parametrize("algorithm", WITH_NUMBERS)
def test_a_parameter_of_0_is_told_from_one_that_is_not_given(run, tmp_path, algorithm):
    alike = []
    for name in WITH_NUMBERS[algorithm]:
        found = []
        for place, value in (("without", None), ("zero", 0)):
            folder = tmp_path / f"{name} {place}"
            found.append(
                outcome(run, folder, algorithm, {**inputs(algorithm, folder), name: value})
            )
        if found[0] == found[1]:
            alike.append(name)
    assert alike == []


def asked(run, monkeypatch, folder: Path, algorithm: str) -> list[tuple[str, str]]:
    """The tables and columns that an algorithm asks for as numbers that may be empty."""
    found: dict[tuple[str, str], None] = {}
    optional = Row.optional_float

    def noted(row, column, **bounds):
        if not row.table.is_default:
            found[row.table.name.split()[0], column] = None
        return optional(row, column, **bounds)

    with monkeypatch.context() as patch:
        patch.setattr(Row, "optional_float", noted)
        outcome(run, folder, algorithm, inputs(algorithm, folder))
    return list(found)


@pytest.mark.parametrize(("algorithm", "of_densities", "one_in"), CASES)
def test_a_cell_of_0_is_told_from_an_empty_one(
    run, tmp_path, monkeypatch, algorithm, of_densities, one_in
):
    """By itself; and where that is refused, beside all others too."""
    columns = asked(run, monkeypatch, tmp_path / "asked", algorithm)
    no_use = {*EMPTY_IS_0, *CONTRACTS[algorithm].unused_columns.split()}

    def tried(table: str, column: str, cell: str, others: dict[str, str]) -> tuple:
        folder = tmp_path / f"{table} {column} {cell}{len(others)}"
        given = inputs(algorithm, folder)
        fill(given[table], {**others, column: cell})
        return outcome(run, folder, algorithm, given)

    alike = []
    for table, column in columns[::one_in]:
        if column in no_use or of_densities != (table == "COEFFICIENTS"):
            continue
        others = {c: "" for t, c in columns if t == table}
        by_itself = [tried(table, column, cell, others) for cell in ("", "0")]
        beside = by_itself
        if len(by_itself[1]) == 1:
            beside = [tried(table, column, cell, {}) for cell in ("", "0")]
        if by_itself[0] == by_itself[1] or beside[0] == beside[1]:
            alike.append((table, column))
    assert alike == []
