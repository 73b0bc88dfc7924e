"""Draw the README's picture from the zone rasters of the demo: the maps side by side, a legend.

usage: pictures.py ZONES_FOLDER PICTURE.png    (`make pictures` runs it, after the demo)
"""

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QRect, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

MAP = QSize(441, 469)  # 735 x 782 cells at three fifths
GAP, TITLE, LEGEND = 24, 44, 96
SIDE = 24
SWATCH = 22
KILOMETRES = 5
CELL = 30.0


def rendered(layer):
    """A picture of a raster layer in its own style, as large as MAP."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(MAP)
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def draw(paths, target):
    layers = [QgsRasterLayer(str(path), path.stem) for path in paths]
    width = 2 * SIDE + len(layers) * MAP.width() + (len(layers) - 1) * GAP
    picture = QImage(width, TITLE + MAP.height() + LEGEND, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, layer in enumerate(layers):
        left = SIDE + place * (MAP.width() + GAP)
        years = layer.name().removeprefix("zones_").replace("_", "\N{EN DASH}")
        painter.setFont(font(16, bold=True))
        painter.setPen(QColor("#222222"))
        title = QRect(left, 0, MAP.width(), TITLE)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, years)
        painter.drawImage(left, TITLE, rendered(layer))
        painter.setPen(QColor("#888888"))
        painter.drawRect(left, TITLE, MAP.width(), MAP.height())
    draw_scale_bar(painter, width)
    draw_legend(painter, layers[0], width)
    painter.end()
    picture.save(str(target))


def draw_legend(painter, layer, width):
    painter.setFont(font(12))
    top = TITLE + MAP.height() + 22
    entries = layer.renderer().classes()
    step = (width - 2 * SIDE) // len(entries)
    for place, entry in enumerate(entries):
        left = SIDE + place * step
        painter.fillRect(left, top, SWATCH, SWATCH, entry.color)
        painter.setPen(QColor("#888888"))
        painter.drawRect(left, top, SWATCH, SWATCH)
        painter.setPen(QColor("#222222"))
        painter.drawText(left + SWATCH + 8, top + 17, entry.label)


def draw_scale_bar(painter, width):
    painter.setFont(font(11))
    painter.setPen(QColor("#222222"))
    length = round(KILOMETRES * 1000 / CELL * MAP.width() / 735)
    right, top = width - SIDE, TITLE + MAP.height() + 70
    painter.fillRect(right - length, top, length, 4, QColor("#222222"))
    painter.drawText(right - length - 52, top + 7, f"{KILOMETRES} km")
    painter.drawText(SIDE, top + 7, "Synthetic land use; it shows no real place.")


def font(size, bold=False):
    chosen = QFont("DejaVu Sans")
    chosen.setPixelSize(size)
    chosen.setBold(bold)
    return chosen


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    application = QgsApplication([], True)
    application.initQgis()
    draw(sorted(Path(sys.argv[1]).glob("zones_*.tif")), Path(sys.argv[2]))
    application.exitQgis()
