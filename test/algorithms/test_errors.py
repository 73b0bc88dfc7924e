"""What the disk, or a table's own format, refuses in a run comes out as one sentence."""

from __future__ import annotations

import errno

import pytest
from qgis.core import QgsProcessingException

from carbon_zones.bridge.algorithm import CarbonZonesAlgorithm
from carbon_zones.core.base.data_dictionary import ColumnKind
from carbon_zones.test.algorithms.refusals import refuses


class _Failing(CarbonZonesAlgorithm):
    """Meets an error of the disk, in its reading or at its work."""

    ID, GROUP = "failing", "tables"

    def __init__(self, error: OSError, place: str):
        super().__init__()
        self._error, self._place = error, place

    def createInstance(self):
        return _Failing(self._error, self._place)

    def read_inputs(self, parameters):
        if self._place == "read":
            raise self._error
        return super().read_inputs(parameters)

    def execute(self, run, inputs):
        raise self._error


@pytest.mark.parametrize("place", ["read", "work"])
@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left", "a.csv"), "'a.csv': No space left"),
        (PermissionError(errno.EACCES, "Permission denied", "b.tif"), "'b.tif': Permission denied"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (OSError("the disk is gone"), "the disk is gone"),
    ],
)
def test_an_error_of_the_disk_stops_a_run_with_its_file_and_reason(run, place, error, sentence):
    with pytest.raises(QgsProcessingException) as refused:
        run(_Failing(error, place).create())
    assert str(refused.value) == sentence


class _Doubled(CarbonZonesAlgorithm):
    """Writes rows of one key, which a GeoPackage cannot hold."""

    ID, GROUP = "doubled", "tables"
    DECLARES = "SHARES"

    def execute(self, run, inputs):
        rows = [{"fid": 1, "class": name} for name in "ab"]
        run.write_output_table(
            "SHARES", [("fid", ColumnKind.WHOLE), ("class", ColumnKind.TEXT)], rows
        )


def test_a_table_that_takes_no_more_rows_is_not_handed_out(run, tmp_path):
    path = tmp_path / "rows.gpkg"
    with refuses(r"SHARES.*could not write 'rows\.gpkg'"):
        run(_Doubled().create(), SHARES=str(path))
    assert list(tmp_path.iterdir()) == []


def test_a_table_of_a_database_that_takes_no_more_rows_is_refused(run, tmp_path):
    """It is no file of its own, which could be looked at afterwards."""
    table = f"ogr:dbname='{tmp_path / 'rows.gpkg'}' table=\"rows\" (geom)"
    with refuses(r"SHARES.*could not write"):
        run(_Doubled().create(), SHARES=table)
