"""A real QGIS application with the real provider, once for all algorithm tests."""

from __future__ import annotations

import csv
import os
import sys
import threading
from contextlib import contextmanager

import numpy as np
import pytest
from osgeo import gdal, gdal_array, ogr, osr

from carbon_zones.test.contracts import STUDY_TABLES, outputs_in
from carbon_zones.test.helpers import ROOT, YEARS, sample


@contextmanager
def qgis_with_plugin():
    """QGIS without a window, with Processing's own providers and ours."""
    from processing.core.Processing import Processing
    from qgis.core import QgsApplication, QgsRasterLayer, QgsVectorLayer
    from qgis.testing import start_app

    app = start_app()
    Processing.initialize()
    # With its first layers QGIS sets options of GDAL; process_state() would blame a run for them.
    QgsRasterLayer(sample("1986")).isValid()
    QgsVectorLayer(str(ROOT / "resources" / "schemes" / "coal_mine" / "classes.csv")).isValid()
    from carbon_zones.plugin import CarbonZonesPlugin

    plugin = CarbonZonesPlugin()
    plugin.initProcessing()
    yield app
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("carbonzones") is None


@pytest.fixture(scope="session")
def qgis_app():
    """The same, once for all tests."""
    with qgis_with_plugin() as app:
        yield app


def process_state() -> dict:
    """What a run shares with QGIS and with other plugins, and so may not change."""
    return {
        "exceptions": [module.GetUseExceptions() for module in (gdal, gdal_array, ogr, osr)],
        "GDAL's options": gdal.GetConfigOptions(),
        "GDAL's cache": gdal.GetCacheMax(),
        "numpy's errors": np.geterr(),
        "the longest cell of a CSV": csv.field_size_limit(),
        "numpy's chance": np.random.get_state()[2],
        "threads": threading.enumerate(),
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "path": list(sys.path),
    }


def recorder(limit: int = 0):
    """Feedback that keeps messages, without Qt's signals from other threads.

    `limit` is after how many questions, whether to go on, it is cancelled; 0 for never.
    """
    from qgis.core import QgsProcessingFeedback

    class Recorder(QgsProcessingFeedback):
        def __init__(self):
            super().__init__(False)
            self.infos, self.warnings, self.errors = [], [], []
            self.count = 0

        def isCanceled(self):
            self.count += 1
            if self.count == limit:
                self.cancel()
            return super().isCanceled()

        def pushInfo(self, info):
            self.infos.append(info)

        def pushWarning(self, warning):
            self.warnings.append(warning)

        def reportError(self, error, fatal=False):
            self.errors.append(error)

    return Recorder()


def make_run():
    """processing.run on an algorithm of the provider, or on any algorithm object.

    It fails where a run, good or bad, leaves something changed in the process.

    After a call, `feedback` holds the messages, `context` the context. Set `project` before it
    to run as in a project.
    """
    from qgis import processing
    from qgis.core import QgsProcessingContext

    def call(algorithm, feedback=None, **parameters):
        call.feedback = feedback or recorder()
        call.context = QgsProcessingContext()
        if call.project is not None:
            call.context.setProject(call.project)
        if isinstance(algorithm, str):
            algorithm = f"carbonzones:{algorithm}"
        before = process_state()
        try:
            return processing.run(
                algorithm, parameters, context=call.context, feedback=call.feedback
            )
        finally:
            assert process_state() == before

    call.project = None
    return call


@pytest.fixture
def run(qgis_app):
    """processing.run on an algorithm of the provider, keeping its messages in `run.feedback`."""
    call = make_run()
    yield call
    # Closes the layers while their files, and QGIS, are still there.
    if call.project is not None:
        call.project.clear()
    call.context = call.feedback = call.project = None


def run_on_sample(algorithm: str):
    """A fixture: the folder with all outputs of a run on the sample, its results and its log."""

    @pytest.fixture(scope="module")
    def on_sample(qgis_app, tmp_path_factory):
        folder, call = tmp_path_factory.mktemp(algorithm), make_run()
        layers = [sample(year) for year in YEARS]
        results = call(algorithm, LAYERS=layers, **outputs_in(algorithm, folder))
        return folder, results, call.feedback

    return on_sample


@pytest.fixture(scope="session")
def sample_study(qgis_app, tmp_path_factory):
    """The folder with the outputs of `study` on the sample, and its results."""
    folder = tmp_path_factory.mktemp("study")
    call = make_run()
    results = call(
        "study",
        LAYERS=[sample(year) for year in YEARS],
        **{name: str(folder / f"{name.lower()}.csv") for name in STUDY_TABLES},
        ZONES_FOLDER=str(folder),
    )
    return folder, results
