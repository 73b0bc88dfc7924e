"""Writes a layout as PDF, SVG or PNG."""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutRenderContext,
    QgsPrintLayout,
    QgsProject,
    QgsProjectMetadata,
)

# What a file ends with in its name, and in itself.
ENDINGS = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND"}
# Stands for the title in an SVG until that is written; nothing else in the file has these signs.
TITLE_PLACE = "-carbon_zones_title-"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def describe(project: QgsProject, title: str) -> None:
    """Give the file its title, and nothing else: QGIS would name the user as its author."""
    described = QgsProjectMetadata()
    described.setTitle(title)
    project.setMetadata(described)


def export(layout: QgsPrintLayout, project: QgsProject, path: str, dpi: int) -> bool:
    """Write the file; returns whether that went well. `project`: the layout's own."""
    exporter = QgsLayoutExporter(layout)
    layout.renderContext().setDpi(dpi)
    # Zones keep their exact colours, and the legend is whole before it is drawn. QGIS 3.44 has
    # the flags in Qgis.LayoutRenderFlag too, which 3.40 does not have.
    flag = QgsLayoutRenderContext.Flag
    flags = layout.renderContext().flags()
    flags |= flag.FlagLosslessImageRendering  # type: ignore[attr-defined]
    flags |= flag.FlagSynchronousLegendGraphics  # type: ignore[attr-defined]
    ending = Path(path).suffix.lower()
    if ending == ".pdf":
        pdf = QgsLayoutExporter.PdfExportSettings()
        pdf.dpi, pdf.flags = dpi, flags
        pdf.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        # A PDF can have the coordinates of one map, not of several.
        pdf.appendGeoreference = layout.itemById("map_2") is None
        result = exporter.exportToPdf(path, pdf)
    elif ending == ".svg":
        svg = QgsLayoutExporter.SvgExportSettings()
        svg.dpi, svg.flags = dpi, flags
        # Outlines look the same where these fonts are not installed.
        svg.textRenderFormat = Qgis.TextRenderFormat.AlwaysOutlines
        # QGIS writes a title as it is into the XML, and cannot read that again.
        title = project.metadata().title()
        describe(project, TITLE_PLACE)
        result = exporter.exportToSvg(path, svg)
        try:
            _entitle(Path(path), title)
        except OSError:
            return False
    else:
        png = QgsLayoutExporter.ImageExportSettings()
        png.dpi, png.flags = dpi, flags
        # QGIS would have GDAL write it into the picture, which cannot do that.
        png.exportMetadata = False
        # It looks for a place for the coordinates all the same, and GDAL says that it has none.
        with gdal.quiet_errors():
            result = exporter.exportToImage(path, png)
    return result == QgsLayoutExporter.ExportResult.Success and _is_whole(path)


def _entitle(svg: Path, title: str) -> None:
    """Put the title into an SVG, in the places that were kept for it."""
    words = escape(NOT_IN_XML.sub("", " ".join(title.split())))
    svg.write_bytes(svg.read_bytes().replace(TITLE_PLACE.encode(), words.encode()))


def _is_whole(path: str) -> bool:
    """Whether a file ends as its format does: a full disk is not told by every writer."""
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 64))
        return ENDINGS[os.path.splitext(path)[1].lower()] in file.read()
