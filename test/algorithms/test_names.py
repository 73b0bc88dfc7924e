"""Classes of any name, through every algorithm that counts cells."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from carbon_zones.test.algorithms.bad_inputs import left_behind
from carbon_zones.test.contracts import CONTRACTS, DATED, good
from carbon_zones.test.helpers import read_csv, write_raster
from carbon_zones.test.names import ODD

# Names that differ in their case alone are one class.
NAMES = list({name.casefold(): name for name in ODD}.values())
GROUPS = ("sink", "mine", "built", "water")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
RASTERS = ("land_1990.tif", "land_2000.tif")


def write_table(path: Path, rows: list) -> str:
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return str(path)


def with_classes(algorithm: str, folder: Path, names=None) -> dict:
    """Good parameters on rasters of as many values as there are odd names, all in every group."""
    parameters = good(algorithm, folder)
    cells = np.random.default_rng(1).integers(1, len(NAMES) + 1, (2, 30, 30))
    for file, values in zip(RASTERS, cells):
        write_raster(folder / file, values, names=names)
    parameters.pop("SCHEME", None)
    return parameters


# A run each of whole algorithms, on names that might break any of their outputs. An input
# that names a class would name none of these.
@pytest.mark.parametrize("algorithm", [name for name in DATED if not DATED[name].names_classes])
def test_odd_names_go_through(run, tmp_path, algorithm):
    parameters = with_classes(algorithm, tmp_path)
    numbered = list(enumerate(NAMES, 1))
    rows = [(number, name, GROUPS[number % 4]) for number, name in numbered]
    parameters["CLASSES"] = write_table(
        tmp_path / "classes.csv", [("value", "class", "group"), *rows]
    )
    header = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")
    table = write_table(tmp_path / "all.csv", [header, *((name, 2, 1) for _, name, _ in rows)])
    if algorithm == "landinventory":
        sinks = [("class", "category", "managed"), ("@sink", "cropland", "")]
        parameters["CATEGORIES"] = write_table(tmp_path / "categories.csv", sinks)
    for name in ("COEFFICIENTS", "VALUES"):
        if name in CONTRACTS[algorithm].parameters:
            parameters[name] = table
    run(algorithm, **parameters)
    assert left_behind(tmp_path)
    for path in (tmp_path / "out").rglob("*.csv"):
        for row in read_csv(path):
            assert None not in row
            assert None not in row.values()
            assert not any(map(CONTROL.search, row.values()))
    for path in (tmp_path / "out").rglob("*.aux.xml"):
        # XML has no room for most control characters, nor a legend for line breaks in a name.
        names = ElementTree.parse(path).iter("Category")
        assert not any(CONTROL.search(name.text or "") for name in names)
    told = [*run.feedback.warnings, *run.feedback.infos]
    assert not any(map(CONTROL.search, told))
