"""A file with the four tables of a scheme, to be filled in: GeoPackage or Excel workbook."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping, Sequence

from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
)

from ..core.columns import Kind
from ..core.messages import Term
from ..core.results.scheme_tables import CLASSES, COEFFICIENTS, RULES, ZONES, SchemeTable
from ..text import tr, translate
from .destinations import path_of
from .forms import forms_of, save_forms
from .given import Given
from .run import Run

DRIVERS = {".gpkg": "GPKG", ".xlsx": "XLSX"}
TYPES = {Kind.TEXT: ogr.OFTString, Kind.WHOLE: ogr.OFTInteger64, Kind.REAL: ogr.OFTReal}
# The driver goes by how the first rows look; sheets of nothing but text would have no header.
HEADER = "HEADERS=FORCE"
# A sheet has numbers to 16 digits.
DIGITS = 1e-12
TITLES = {
    CLASSES: Term("Classes"),
    ZONES: Term("Zones"),
    RULES: Term("Rules"),
    COEFFICIENTS: Term("Coefficients"),
}


def scheme_destination(name: str, description: str) -> QgsProcessingParameterFileDestination:
    """The definition of such an output."""
    return QgsProcessingParameterFileDestination(
        name, description, tr("GeoPackage (*.gpkg);;Excel workbook (*.xlsx)")
    )


def wrong_ending(given: Given, name: str) -> str:
    """Why a file of that name cannot be one, in words; '' if it can."""
    path = path_of(given.parameters.get(name))
    if path and _ending(path) not in DRIVERS:
        return tr("{name}: '{path}' must end in .gpkg or .xlsx").format(name=name, path=path)
    return ""


def write_scheme(run: Run, name: str, tables: Sequence[SchemeTable]) -> None:
    """Write the tables, give their sources, and have them loaded in the application.

    A file that is there stays as it is: where it holds the same, that is all, and where it does
    not, somebody may have filled it in.

    Args:
        name: the output; the sources of its tables are outputs such as CLASSES_TABLE.

    Raises:
        QgsProcessingException: there is another file already, or it cannot be written.
    """
    path = run.file(name)
    words = [_in_words(table) for table in tables]
    if not os.path.exists(path):
        draft = str(run.drafts.path(path))
        if not _write(draft, words) or not _holds(draft, words):
            raise QgsProcessingException(
                tr("{name}: '{file}' could not be written whole; is the disk full?").format(
                    name=name, file=os.path.basename(path)
                )
            )
    elif not _holds(path, words):
        raise QgsProcessingException(
            tr(
                "{name}: '{path}' is there already and holds something else, maybe what you "
                "filled in; choose another name, or delete it"
            ).format(name=name, path=path)
        )
    run.results[name] = path
    for table in words:
        run.results[f"{table.name.upper()}_TABLE"] = _source(path, table.name)
    if not _is_passed_on(run, name):
        _load(run, name, path, words)


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _source(path: str, table: str) -> str:
    """What a parameter for a table takes."""
    return f"{path}|layername={table}"


def _in_words(table: SchemeTable) -> SchemeTable:
    """The table with its texts for people in their language."""
    rows = [
        {
            column: translate(row[column]) if kind is Kind.TEXT and row[column] else row[column]
            for column, kind in table.fields
        }
        for row in table.rows
    ]
    return SchemeTable(table.name, table.fields, rows)


def _write(path: str, tables: Sequence[SchemeTable]) -> bool:
    """Write a new file; whether that went well."""
    driver = DRIVERS[_ending(path)]
    try:
        with (
            gdal.ExceptionMgr(useExceptions=True),
            ogr.ExceptionMgr(useExceptions=True),
            gdal.GetDriverByName(driver).Create(path, 0, 0, 0, gdal.GDT_Unknown) as dataset,
        ):
            for table in tables:
                _add(dataset, table)
            if driver == "GPKG":
                save_forms(dataset, forms_of(tables))
    except RuntimeError:
        return False
    return True


def _add(dataset: gdal.Dataset, table: SchemeTable) -> None:
    layer = dataset.CreateLayer(table.name, None, ogr.wkbNone)
    for column, kind in table.fields:
        layer.CreateField(ogr.FieldDefn(column, TYPES[kind]))
    for row in table.rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for column, _ in table.fields:
            if row[column] is not None:
                feature.SetField(column, row[column])
        layer.CreateFeature(feature)


def _holds(path: str, tables: Sequence[SchemeTable]) -> bool:
    """Whether a file has these very tables, whatever else it has."""
    options = [HEADER] if _ending(path) == ".xlsx" else []
    try:
        with (
            gdal.ExceptionMgr(useExceptions=True),
            ogr.ExceptionMgr(useExceptions=True),
            gdal.OpenEx(path, gdal.OF_VECTOR, open_options=options) as dataset,
        ):
            return all(_is_alike(dataset.GetLayerByName(t.name), t) for t in tables)
    except RuntimeError:
        return False


def _is_alike(layer: ogr.Layer | None, table: SchemeTable) -> bool:
    if layer is None or layer.GetFeatureCount() != len(table.rows):
        return False
    return all(_same(feature.items(), row, table) for feature, row in zip(layer, table.rows))


def _same(cells: Mapping[str, object], row: Mapping[str, object], table: SchemeTable) -> bool:
    for column, kind in table.fields:
        found, wanted = cells.get(column), row[column]
        if kind is Kind.REAL and found is not None and wanted is not None:
            if not math.isclose(float(str(found)), float(str(wanted)), rel_tol=DIGITS):
                return False
        elif (found or None) != (wanted or None):
            return False
    return True


def _is_passed_on(run: Run, name: str) -> bool:
    """Whether the file is but for the next step of a model, which has it in a place of QGIS's."""
    path, folder = path_of(run.parameters.get(name)), QgsProcessingUtils.tempFolder()
    return bool(path) and os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)


def _load(run: Run, name: str, path: str, tables: Sequence[SchemeTable]) -> None:
    """In the application, show the tables when the run is over."""
    project = run.context.project()
    if project is None:
        return
    forms = forms_of(tables)
    for table in tables:
        source = _source(path, table.name)
        if _ending(path) == ".xlsx":
            source = f"{source}|option:{HEADER}"
        run.forms[source] = forms[table.name]
        run.context.addLayerToLoadOnCompletion(
            source,
            QgsProcessingContext.LayerDetails(
                translate(TITLES[table.name]), project, name, QgsProcessingUtils.LayerHint.Vector
            ),
        )
