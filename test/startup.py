"""What every qgis_process of the tests runs first: a warning that Carbon Zones causes is an error.

QGIS sends Python's warnings to its message log, where no test would see them. Those of its own
plugins stay there. And Python's plotly, which not all have, cannot be imported.
"""

import sys
import traceback
import warnings

import qgis.utils


def is_ours(file):
    """Whether a file is one of the plugin's."""
    return "/carbon_zones/" in file


def raise_ours(message, category, filename, lineno, file=None, line=None):
    """Stands where warnings are shown, because a filter would not see who called GDAL or QGIS."""
    files = [frame.f_code.co_filename for frame, _ in traceback.walk_stack(sys._getframe())]
    if any(is_ours(one) for one in [filename, *files]):
        raise category(f"{filename}:{lineno}: {message}")


# QGIS puts its function in place after this, by this name.
qgis.utils.showWarning = warnings.showwarning = raise_ours
warnings.simplefilter("always")
sys.modules["plotly"] = None
