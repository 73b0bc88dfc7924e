"""A copy of the plugin without one of its files: an error with its name, before any work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from carbon_zones.test.contracts import CONTRACTS
from carbon_zones.test.helpers import ROOT, write_dates

# Runs without a page, with one, and with one that has a map to explore.
ALL_RUNS = [
    *[("transfermatrix", ""), ("areashares", "CHART")],
    *[(algorithm, "REPORT") for algorithm in ("study", "carbonledger", "reclamation")],
]
# Files that are missing, and the runs that are then refused.
REFUSED = {
    "resources/leaflet/leaflet.js.gz": ALL_RUNS[2:],
    "resources/leaflet/leaflet.css": ALL_RUNS[2:],
    "resources/report/explore.js": ALL_RUNS,
    "resources/legends/clcd.csv": ALL_RUNS,
}

# Each run, without each file: what it says, and how far it came.
RUNS = """
import json, os, sys
runs, missing = json.load(sys.stdin)
from qgis.testing import start_app
from processing.core.Processing import Processing
app = start_app()
Processing.initialize()
from qgis import processing
from qgis.core import QgsProcessingException, QgsProcessingFeedback
import carbon_zones.plugin
assert os.path.realpath(carbon_zones.__path__[0]) == os.path.realpath(sys.argv[1]), carbon_zones
plugin = carbon_zones.plugin.CarbonZonesPlugin()
plugin.initProcessing()
said = []
for file in missing:
    os.rename(os.path.join(sys.argv[1], file), os.path.join(sys.argv[1], "away"))
    for algorithm, output, parameters in runs:
        feedback = QgsProcessingFeedback(False)
        try:
            processing.run(f"carbonzones:{algorithm}", parameters, feedback=feedback)
            said.append([file, algorithm, output, "", 0])
        except QgsProcessingException as error:
            said.append([file, algorithm, output, str(error), feedback.progress()])
    os.rename(os.path.join(sys.argv[1], "away"), os.path.join(sys.argv[1], file))
plugin.unload()
print("SAID", json.dumps(said))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory) -> list:
    """What a copy of the plugin says that lacks a file."""
    folder = tmp_path_factory.mktemp("missing")
    copy = folder / "plugins" / "carbon_zones"
    ignored = shutil.ignore_patterns("__pycache__", "*.ts")
    for name in ("core", "bridge", "algorithms", "resources", "i18n"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in ("metadata.txt", "__init__.py", "plugin.py", "provider.py", "menu.py", "text.py"):
        shutil.copy(ROOT / name, copy / name)
    cells = {1990: [[1, 5, 5], [5, 1, 7]], 2000: [[1, 7, 5], [5, 7, 7]]}
    layers = write_dates(folder, cells)
    runs = []
    for algorithm, output in ALL_RUNS:
        outputs = dict.fromkeys(CONTRACTS[algorithm].required, "TEMPORARY_OUTPUT")
        if output:
            outputs[output] = str(folder / f"{algorithm}.html")
        runs.append((algorithm, output, {**CONTRACTS[algorithm].inputs(layers, folder), **outputs}))
    paths = [str(copy.parent), *os.environ["PYTHONPATH"].split(os.pathsep)[1:]]
    done = subprocess.run(
        [sys.executable, "-P", "-c", RUNS, str(copy)],
        input=json.dumps([runs, list(REFUSED)]),
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("SAID ")]
    assert lines, done.stdout + done.stderr
    return json.loads(lines[0].removeprefix("SAID "))


@pytest.mark.parametrize("file", REFUSED)
def test_a_run_without_a_file_that_it_reads(said, file):
    answers = {(a, output): (text, done) for one, a, output, text, done in said if one == file}
    assert set(answers) == set(ALL_RUNS)
    refused = {run for run, (text, _) in answers.items() if text}
    assert refused == set(REFUSED[file]), answers
    for text, done in (answers[run] for run in refused):
        assert file.rpartition("/")[2] in text
        assert "nstall the plugin package" in text
        assert done == 0
