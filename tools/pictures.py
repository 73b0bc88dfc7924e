"""Draw the zones of all periods of the sample side by side, with a legend.

usage: pictures.py SAMPLE_FOLDER PICTURE.png [LANGUAGE]    (run by `make pictures`)

Zones follow the default rules and have the colours of the report.
"""

import sys
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QRect, QSize, Qt, QTranslator
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter

from carbon_zones.core.base.files import PLUGIN_FOLDER
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.defaults import default_classes, default_zones, load_default_table
from carbon_zones.core.scheme.zone_rules import MapZones, read_rules, zone_colour
from carbon_zones.text import translate

FAMILIES = {"": "DejaVu Sans", "zh_CN": "Noto Sans CJK SC"}
SYNTHETIC = {
    "": "Synthetic land use; it shows no real place.",
    "zh_CN": "合成的土地利用，不表示任何真实地点。",
}
MAP = QSize(441, 469)  # 735 x 782 cells at 60 %
GAP, TITLE, LEGEND = 24, 44, 104
SIDE = 24
SWATCH = 22
KILOMETRES = 5
CELL = 30.0


def classes_at(path):
    """Return the values of a raster."""
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
        return dataset.ReadAsArray()


def rendered(values, colours):
    """Return an image of byte values in their colours, of size MAP."""
    high, wide = values.shape
    image = QImage(values.tobytes(), wide, high, wide, QImage.Format.Format_Indexed8)
    image.setColorTable([QColor(colours.get(value, "#ffffff")).rgb() for value in range(256)])
    return image.scaled(MAP)


def draw(paths, target, language):
    """Draw the maps of the periods between rasters, oldest first."""
    classes = Classes(land_class for _, land_class in default_classes(language))
    rules = read_rules(load_default_table("rules.csv"), default_zones(language), classes, Notes())
    zones = MapZones(rules, list(classes))
    colours = {zone.value: zone_colour(zone) for zone in zones.zones}
    # The values of the default classes are 1 to 11.
    table = zones.zone_matrix(classes)
    dates = [classes_at(path) - 1 for path in paths]
    years = [path.stem[-4:] for path in paths]
    width = 2 * SIDE + (len(paths) - 1) * (MAP.width() + GAP) - GAP
    picture = QImage(width, TITLE + MAP.height() + LEGEND, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(QFont(FAMILIES[language]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, (earlier, later) in enumerate(zip(dates, dates[1:])):
        left = SIDE + index * (MAP.width() + GAP)
        painter.setFont(font(painter, 16, bold=True))
        painter.setPen(QColor("#222222"))
        title = QRect(left, 0, MAP.width(), TITLE)
        period = f"{years[index]}\N{EN DASH}{years[index + 1]}"
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, period)
        painter.drawImage(left, TITLE, rendered(table[earlier, later], colours))
        painter.setPen(QColor("#888888"))
        painter.drawRect(left, TITLE, MAP.width(), MAP.height())
    draw_scale_bar(painter, width, SYNTHETIC[language])
    draw_legend(painter, [(zone.name, zone_colour(zone)) for zone in rules.zones], width, 22)
    draw_legend(painter, [(translate(z.name), z.colour) for z in zones.lasting], width, 54)
    painter.end()
    picture.save(str(target))


def draw_legend(painter, entries, width, below):
    """Draw names and colours below the maps, five per row."""
    painter.setFont(font(painter, 12))
    top = TITLE + MAP.height() + below
    step = (width - 2 * SIDE) // 5
    for index, (name, colour) in enumerate(entries):
        left = SIDE + index * step
        painter.fillRect(left, top, SWATCH, SWATCH, QColor(colour))
        painter.setPen(QColor("#888888"))
        painter.drawRect(left, top, SWATCH, SWATCH)
        painter.setPen(QColor("#222222"))
        painter.drawText(left + SWATCH + 8, top + 17, name)


def draw_scale_bar(painter, width, note):
    painter.setFont(font(painter, 11))
    painter.setPen(QColor("#222222"))
    length = round(KILOMETRES * 1000 / CELL * MAP.width() / 735)
    right, top = width - SIDE, TITLE + MAP.height() + 84
    painter.fillRect(right - length, top, length, 4, QColor("#222222"))
    painter.drawText(right - length - 52, top + 7, f"{KILOMETRES} km")
    painter.drawText(SIDE, top + 10, note)


def font(painter, size, bold=False):
    chosen = QFont(painter.font())
    chosen.setPixelSize(size)
    chosen.setBold(bold)
    return chosen


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    chosen_language = "".join(sys.argv[3:])
    application = QgsApplication([], True)
    application.initQgis()
    translator = QTranslator()
    if chosen_language:
        translator.load(str(PLUGIN_FOLDER / "i18n" / f"carbon_zones_{chosen_language}.qm"))
        application.installTranslator(translator)
    draw(sorted(Path(sys.argv[1]).glob("landuse_*.tif")), Path(sys.argv[2]), chosen_language)
    application.exitQgis()
