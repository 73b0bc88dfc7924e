"""Workbooks that this plugin wrote and nobody has saved since."""

from __future__ import annotations

import zipfile
from pathlib import Path

# Parts of a workbook: the first and the last that are written here, what one about something has,
# and what others put into theirs.
FIRST_PART, LAST_PART = "[Content_Types].xml", "xl/styles.xml"
ABOUT_PART, FOREIGN_PART = "docProps/core.xml", "docProps/app.xml"


def is_as_written(path: str | Path) -> bool:
    """Whether a file is a workbook about something, as it was written here.

    Programs for spreadsheets, and GDAL, put a part into what they save that is never written here.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
    whole = names[:1] == [FIRST_PART] and names[-1:] == [LAST_PART]
    return whole and ABOUT_PART in names and FOREIGN_PART not in names
