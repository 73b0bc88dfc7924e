"""What qgis_process is given is done or refused: names repeated, names that there are not, JSON."""

from __future__ import annotations

import pytest

from carbon_zones.test.helpers import qgis_process, read_csv, write_raster


@pytest.fixture
def given(tmp_path):
    """The parameters of a transfer matrix of 1 x 4 cells."""
    return {
        "EARLIER": write_raster(tmp_path / "lu_1990.tif", [[1, 2, 3, 4]]),
        "LATER": write_raster(tmp_path / "lu_2000.tif", [[1, 2, 2, 2]]),
        "TRANSFERS": str(tmp_path / "transfers.csv"),
    }


def run(parameters: dict, *further: str):
    arguments = [f"--{name}={value}" for name, value in parameters.items()]
    return qgis_process("run", "carbonzones:transfermatrix", *arguments, *further)


def test_no_data_values_by_repeating_the_name(given):
    ended = run(given, "--NODATA=1", "--NODATA=3")
    assert ended.returncode == 0, ended.stderr
    assert [row["from_class"] for row in read_csv(given["TRANSFERS"])] == ["2", "4"]
