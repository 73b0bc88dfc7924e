"""A table in the forms in which people have one: CSV, spreadsheets, GeoPackage, a layer."""

from __future__ import annotations

import csv
import io

from osgeo import gdal
from qgis.core import QgsFeature, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def as_csv(folder, name: str, text: str) -> str:
    path = folder / f"my_{name.lower()}.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def as_csv_of_a_spreadsheet(folder, name: str, text: str) -> str:
    """As a spreadsheet saves it: a byte order mark, semicolons, quotes, and CR LF."""
    path = folder / f"my_{name.lower()}.csv"
    lines = [";".join(f'"{cell}"' for cell in row) for row in rows_of(text)]
    path.write_bytes("\r\n".join([*lines, ""]).encode("utf-8-sig"))
    return str(path)


def by_ogr(folder, name: str, text: str, driver: str, ending: str) -> str:
    """The table with real numbers where a column holds nothing else."""
    path = str(folder / f"my_{name.lower()}.{ending}")
    with gdal.ExceptionMgr(useExceptions=True):
        source = gdal.OpenEx(
            as_csv(folder, f"{name}_source", text), open_options=["AUTODETECT_TYPE=YES"]
        )
        gdal.VectorTranslate(path, source, format=driver, layerName=name.lower()).Close()
    return path


def as_xlsx(folder, name: str, text: str) -> str:
    return by_ogr(folder, name, text, "XLSX", "xlsx")


def as_ods(folder, name: str, text: str) -> str:
    return by_ogr(folder, name, text, "ODS", "ods")


def as_gpkg(folder, name: str, text: str) -> str:
    return by_ogr(folder, name, text, "GPKG", "gpkg")


def as_memory_layer(folder, name: str, text: str) -> QgsVectorLayer:
    """A layer of the project's own, every number a double; where there is none, it is null."""
    header, *rows = rows_of(text)
    layer = QgsVectorLayer("None", f"my {name.lower()}", "memory")
    cells = [[number_of(cell) for cell in row] for row in rows]
    kinds = [
        QMetaType.Type.Double
        if all(isinstance(row[place], (float, type(None))) for row in cells)
        else QMetaType.Type.QString
        for place in range(len(header))
    ]
    fields = [QgsField(column, kind) for column, kind in zip(header, kinds)]
    assert layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    for given, row in zip(rows, cells):
        feature = QgsFeature(layer.fields())
        values = [c if k == QMetaType.Type.Double else t for c, t, k in zip(row, given, kinds)]
        feature.setAttributes(values)
        assert layer.dataProvider().addFeature(feature)
    return layer


def number_of(cell: str) -> float | str | None:
    """A cell as a number where it is one, None where it is empty."""
    try:
        return float(cell) if cell else None
    except ValueError:
        return cell


FORMS = [as_csv, as_csv_of_a_spreadsheet, as_xlsx, as_ods, as_gpkg, as_memory_layer]


def form_name(form) -> str:
    return form.__name__.removeprefix("as_")
