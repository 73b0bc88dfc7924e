"""What `qgis --code` runs: starts the driver, or ends QGIS where that cannot be."""

import json
import os
import sys
import traceback
from pathlib import Path

import qgis.utils
from qgis.PyQt.QtCore import QTimer

try:
    # QGIS runs this file without telling its name. The steps are not taken from the plugin's
    # package, because they reload it.
    sys.path.insert(0, str(Path(os.environ["PYQGIS_STARTUP"]).resolve().parent.parent))
    from window.driver import Driver

    # Kept there, because the names of this file go when it has been read.
    qgis.utils.window_driver = Driver(**json.loads(os.environ["CARBON_ZONES_WORK"]))
    # Once the window is there and idle.
    QTimer.singleShot(500, qgis.utils.window_driver.run)
except BaseException:
    # Quitting is not possible before the event loop runs.
    traceback.print_exc()
    os._exit(70)
