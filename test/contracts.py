"""The contracts of all algorithms, found in test/contract/, and the runs that they tell of."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from carbon_zones.test.algorithms.bad_inputs import EARLIER, LATER, Case
from carbon_zones.test.contract import Contract
from carbon_zones.test.helpers import ROOT, write_raster

CONTRACTS: dict[str, Contract] = {
    path.stem: import_module(f"carbon_zones.test.contract.{path.stem}").CONTRACT
    for path in sorted((ROOT / "test" / "contract").glob("[!_]*.py"))
}

# Those that count the cells of dated rasters.
DATED = {name: contract for name, contract in CONTRACTS.items() if contract.is_dated}

# The rasters that algorithms on two dates write, each with its algorithm.
PAIR_RASTERS = [
    (name, raster)
    for name, contract in CONTRACTS.items()
    if contract.is_pair
    for raster in contract.rasters
]

# The tables whose columns are fixed, each with its algorithm.
FIXED_TABLES = [
    (name, table)
    for name, contract in CONTRACTS.items()
    for table, fields in contract.fields.items()
    if fields is not None
]

# The plain tables of a study.
STUDY_TABLES = tuple(
    name for name in CONTRACTS["study"].tables if name not in CONTRACTS["study"].spatial
)

# Algorithms, each with one of its bad inputs.
BAD_INPUTS = [(name, case) for name, contract in CONTRACTS.items() for case in contract.bad_inputs]


def as_parameters(bad_inputs) -> list:
    """Algorithms and cases as pytest's parameters."""
    return [pytest.param(name, case, id=f"{name}: {case.says}") for name, case in bad_inputs]


def plain_run(algorithm: str, folder: Path) -> dict:
    """The parameters of the plain run, with its outputs in a folder."""
    run = CONTRACTS[algorithm].plain_run
    places = {
        name: str(folder / file) if file else "TEMPORARY_OUTPUT"
        for name, file in run.outputs.items()
    }
    return {**run.inputs(folder), **places}


def outputs_in(algorithm: str, folder: str | Path, *names: str) -> dict:
    """A file for every output of an algorithm, or for these, in a folder."""
    files = CONTRACTS[algorithm].outputs
    return {name: str(Path(folder) / files[name]) for name in names or files}


def good(algorithm: str, folder: Path) -> dict:
    """Parameters that work, with every output in folder/out."""
    out = folder / "out"
    out.mkdir()
    layers = [
        write_raster(folder / "land_1990.tif", EARLIER),
        write_raster(folder / "land_2000.tif", LATER),
    ]
    return {**CONTRACTS[algorithm].inputs(layers, folder), **outputs_in(algorithm, out)}


def bad(algorithm: str, case: Case, folder: Path) -> dict:
    """The parameters of a bad run."""
    return {**good(algorithm, folder), **case.change(folder)}
