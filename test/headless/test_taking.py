"""TAKING_GROUPS by qgis_process: a list by repeating the name, and a study without losses."""

from __future__ import annotations

import json

import pytest

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import qgis_process, read_csv, write_csv, write_raster

CLASSES = "value,class,group\n1,field,sink\n2,pit,mine\n3,town,built"
STOCKS = "class,soil_tc_per_ha,vegetation_tc_per_ha\nfield,80,5"


@pytest.fixture
def given(tmp_path):
    """Two dates on cells of a hectare, and tables: two fields become a pit, one a town."""
    options = {"cell": (100.0, 100.0)}
    return {
        "layers": [
            write_raster(tmp_path / "lu_1990.tif", [[1, 1, 1, 1]], **options),
            write_raster(tmp_path / "lu_2000.tif", [[1, 2, 2, 3]], **options),
        ],
        "CLASSES": write_csv(tmp_path / "classes.csv", CLASSES),
        "COEFFICIENTS": write_csv(tmp_path / "coefficients.csv", STOCKS),
    }


def test_groups_by_repeating_the_name(given, tmp_path):
    earlier, later = given.pop("layers")
    losses = tmp_path / "losses.csv"
    ended = qgis_process(
        "run",
        "carbonzones:carbonloss",
        f"--EARLIER={earlier}",
        f"--LATER={later}",
        *(f"--{name}={value}" for name, value in given.items()),
        "--TAKING_GROUPS=mine",
        "--TAKING_GROUPS=built",
        f"--LOSSES={losses}",
    )
    assert ended.returncode == 0, ended.stderr
    assert "TOTAL_LOSS_TC:\t255" in ended.stdout
    assert {row["to_class"]: float(row["area_ha"]) for row in read_csv(losses)} == {
        "pit": 2.0,
        "town": 1.0,
    }


def test_a_study_without_losses_gives_no_number_for_them(given, tmp_path):
    inputs = {
        "LAYERS": given.pop("layers"),
        **given,
        "RULES": write_csv(tmp_path / "rules.csv", "from,to,zone\n@sink,@built,3"),
        "TAKING_GROUPS": "quarry",
        **{name: str(tmp_path / f"{name.lower()}.csv") for name in STUDY_TABLES},
        "ZONES_FOLDER": str(tmp_path / "zones"),
    }
    ended = qgis_process(
        "run", "carbonzones:study", "--json", "-", stdin=json.dumps({"inputs": inputs})
    )
    assert ended.returncode == 0, ended.stderr
    results = json.loads(ended.stdout)["results"]
    assert results["VALID_CELLS"] == 4
    assert not {"OCCUPIED_AREA_HA", "TOTAL_LOSS_TC", "TOTAL_LOSS_TCO2"} & set(results)
    assert read_csv(inputs["LOSSES"]) == []
    assert "There are no losses: no class is in a group that takes land" in ended.stderr + str(
        json.loads(ended.stdout)["log"]
    )
