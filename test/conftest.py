"""How strict the tests are: GDAL's exceptions, and warnings of the programs that tests start."""

from __future__ import annotations

import inspect
import os
import re
import sys

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from osgeo import gdal

from carbon_zones.test.core.support import share
from carbon_zones.test.helpers import ROOT

# The state of QGIS once Processing is loaded. How the plugin fares in the others, and that it
# changes none, show test_side_effects.py and test_geotiff.py.
gdal.UseExceptions()

# Not all have Python's plotly, and so it cannot be imported here, nor in programs that tests start.
sys.modules["plotly"] = None

# How long an example takes says something of the machine, not of the code; and a run finds what
# the last one found. `make test-random` draws others, by its seed and nothing that was kept; with
# CI=1 hypothesis would draw the same by itself.
timeless = settings(
    max_examples=share(100), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("random", timeless, derandomize=False, database=None)
settings.register_profile("same", timeless, derandomize=True)
settings.load_profile("same")
# Constants of the modules that happen to be loaded are tried too, so that which tests a worker has
# run before would decide what the next one tries.
providers._get_local_constants = lambda: providers._local_constants


def pytest_collection_modifyitems(config, items):
    """Those come first whose files begin with a long fixture: the last tests of a worker are given
    to one that has none left, which would make it again. `make test-random` has what draws alone.
    """
    if config.getoption("--hypothesis-profile") == "random":
        draws = re.compile("@given|PROPERTY_SEED")
        items[:] = [item for item in items if draws.search(inspect.getsource(item.function))]
    items.sort(key=lambda item: item.path.name not in ("test_manual.py", "test_package.py"))


@pytest.fixture(scope="session", autouse=True)
def warnings_of_children():
    """In programs that tests start, warnings are errors; in QGIS those that the plugin causes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONWARNINGS", "error")
        patch.setenv("PYQGIS_STARTUP", os.path.join(ROOT, "test", "startup.py"))
        yield
