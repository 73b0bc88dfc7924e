"""A path to carbon neutrality gives the same bytes on one and on four threads."""

from __future__ import annotations

from carbon_zones.test.contract.neutralitypath import tables
from carbon_zones.test.helpers import as_arguments, qgis_process

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "GDAL_NUM_THREADS")
OUTPUTS = ("EMISSIONS", "PATH", "MILESTONE_TABLE", "REPORT")


def test_the_same_bytes_on_one_and_four_threads(tmp_path, monkeypatch):
    files, made = tables(tmp_path), []
    for count in ("1", "4"):
        folder = tmp_path / f"out_{len(made)}"
        folder.mkdir()
        for name in THREADS:
            monkeypatch.setenv(name, count)
        places = {name: f"{folder}/{name.lower()}.csv" for name in OUTPUTS[:3]}
        places["REPORT"] = f"{folder}/report.html"
        run = qgis_process(
            "run", "carbonzones:neutralitypath", *as_arguments({**files, **places, "DRAWS": 10_000})
        )
        assert run.returncode == 0, run.stderr
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(made[0]) == 4
    assert made[0] == made[1]
