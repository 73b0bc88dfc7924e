"""Script of `qgis --code`: start the driver, or quit QGIS if that fails."""

import json
import os
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.PyQt.QtCore import QTimer

try:
    # QGIS runs this file without __file__. The steps are not imported from the package of the
    # plugin, because they reload it.
    sys.path.insert(0, str(Path(os.environ["PYQGIS_STARTUP"]).resolve().parent.parent))
    from window.driver import Driver

    # Stored there, because the names of this file are deleted after it has run.
    qgis.utils.window_driver = Driver(**json.loads(os.environ["CARBON_ZONES_WORK"]))
    # When the window is open and idle.
    QTimer.singleShot(500, qgis.utils.window_driver.run)
except BaseException:
    # QGIS cannot quit before the event loop runs.
    traceback.print_exc()
    os._exit(70)
