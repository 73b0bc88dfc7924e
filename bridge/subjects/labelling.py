"""The layer of a sample, ready to be labelled: its form, its look, and where it is kept.

The form lists the classes and hides what the map says, so that who labels a point does not know
it: a label that is looked up is no reference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsEditorWidgetSetup,
    QgsEllipseSymbolLayer,
    QgsFields,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...core.base.columns import COLUMNS, fields_of
from ...core.base.messages import DataError, Term
from ...core.raster.grid import Grid
from ...core.results.sample_points import SampleRow
from ...core.scheme.classes import LandClass
from ...text import tr, translate
from ..destinations import is_temporary
from ..guarded import LABEL
from ..layer_styles import Form, drop_down, save_forms
from ..run import Run
from ..sinks import Shapes, qgis_fields

# What would tell the class of the map, and what is shown but not edited.
HIDDEN = ("stratum", "map_value", "map_class", "weight")
READ_ONLY = ("id", "x", "y")
# Different in shape as well as in colour.
NOT_LABELLED = {
    "name": "circle",
    "color": "0,0,0,0",
    "outline_color": "#d81b60",
    "outline_width": "0.7",
    "size": "3.4",
}
LABELLED = {
    "name": "square",
    "color": "#2e7d32",
    "outline_color": "#ffffff",
    "outline_width": "0.3",
    "size": "2.4",
}
CELL_OUTLINE = 0.3


@dataclass(frozen=True)
class Labelling(Form):
    """The form of a sample's points, shown by whether they are labelled.

    Attributes:
        columns: the fields of the layer.
        classes: what there is to choose from.
        cell: width and height of a cell, in map units, whose outline is shown.
    """

    GEOMETRY = Qgis.WkbType.Point

    columns: QgsFields
    classes: Sequence[LandClass]
    cell: tuple[float, float]

    def put_on(self, layer: QgsVectorLayer) -> None:
        config = layer.editFormConfig()
        for index, name in enumerate(layer.fields().names()):
            if name in COLUMNS:
                layer.setFieldAlias(index, translate(COLUMNS[name].heading))
            if name in HIDDEN:
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
            elif name == LABEL:
                named = [(c.name, str(c.value)) for c in self.classes]
                none = (tr("(not labelled)"), QgsValueMapFieldFormatter.NULL_VALUE)
                layer.setEditorWidgetSetup(index, drop_down([none, *named]))
            config.setReadOnly(index, name in READ_ONLY)
        layer.setEditFormConfig(config)
        table = layer.attributeTableConfig()
        table.update(layer.fields())
        columns = table.columns()
        for column in columns:
            column.hidden = column.name in HIDDEN
        table.setColumns(columns)
        layer.setAttributeTableConfig(table)
        layer.setDisplayExpression('"id"')
        layer.setRenderer(self._renderer())

    def _renderer(self) -> QgsRuleBasedRenderer:
        root = QgsRuleBasedRenderer.Rule(None)
        for test, text, look in (
            ("IS NULL", tr("Not labelled"), NOT_LABELLED),
            ("IS NOT NULL", tr("Labelled"), LABELLED),
        ):
            rule = QgsRuleBasedRenderer.Rule(self._symbol(look))
            rule.setFilterExpression(f'"{LABEL}" {test}')
            rule.setLabel(text)
            root.appendChild(rule)
        return QgsRuleBasedRenderer(root)

    def _symbol(self, look: dict[str, str]) -> QgsMarkerSymbol:
        """A mark, and about it the outline of the cell: what is to be labelled."""
        outline = QgsEllipseSymbolLayer()
        outline.setShape(QgsEllipseSymbolLayer.Shape.Rectangle)
        width, height = self.cell
        outline.setSymbolWidth(width)
        outline.setSymbolHeight(height)
        outline.setSymbolWidthUnit(Qgis.RenderUnit.MapUnits)
        outline.setSymbolHeightUnit(Qgis.RenderUnit.MapUnits)
        outline.setFillColor(QColor(0, 0, 0, 0))
        colour = look["outline_color" if look is NOT_LABELLED else "color"]
        outline.setStrokeColor(QColor(colour))
        outline.setStrokeWidth(CELL_OUTLINE)
        # One is made of any look.
        mark = QgsSimpleMarkerSymbolLayer.create(look)
        return QgsMarkerSymbol([mark, outline])  # type: ignore[list-item]


def write_sample(
    run: Run, name: str, rows: Sequence[SampleRow], grid: Grid, classes: Sequence[LandClass]
) -> None:
    """Write the points of a sample, with form and style where the file can hold them.

    Args:
        grid: of the map, whose reference system the points have.
        classes: what a point can be labelled as.
    """
    fields = fields_of(SampleRow)
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs or "")
    shapes = Shapes(
        [QgsGeometry.fromPointXY(QgsPointXY(row["x"], row["y"])) for row in rows],
        crs,
        Qgis.WkbType.Point,
    )
    form = Labelling(qgis_fields(fields), classes, (grid.cell_width, grid.cell_height))
    run.inform(
        "{name}: points at the centres of cells, in the map's reference system, {crs}.",
        name=name,
        crs=" ".join(filter(None, (crs.authid(), crs.description())))
        if crs.isValid()
        else Term("no reference system"),
    )
    run.write_layer(name, fields, rows, shapes, form, lambda path: _keep(name, path, form))
    _tell_where(run, name)


def _keep(name: str, path: str, form: Form) -> None:
    """Put the form into the file of a layer, where that is a GeoPackage."""
    file, _, layer = path.partition("|layername=")
    if not file.lower().endswith(".gpkg"):
        return
    try:
        with (
            gdal.ExceptionMgr(useExceptions=True),
            ogr.ExceptionMgr(useExceptions=True),
            gdal.OpenEx(file, gdal.OF_VECTOR | gdal.OF_UPDATE) as dataset,
        ):
            # QGIS ends the name of the layer in a file of its own at the first point.
            save_forms(dataset, {layer.split("|")[0] or dataset.GetLayer(0).GetName(): form})
    except RuntimeError as error:
        raise DataError(
            "{name}: the table cannot be made ({reason})", name=name, reason=error
        ) from error


def _tell_where(run: Run, name: str) -> None:
    """Say so where what is labelled can be lost, or the form is not with the points."""
    if is_temporary(run.values_by_name.get(name)):
        run.warn(
            "{name} is a temporary layer: labels that are put into it are lost when QGIS is "
            "closed. Before labelling, save it to a file (Make Permanent, in the layer's "
            "menu), or run this again with a .gpkg file for {name}, which keeps the form too.",
            name=name,
        )
    elif not run.results[name].partition("|")[0].lower().endswith(".gpkg"):
        run.inform(
            "{name}: this format holds no form and no style; they are in the project alone. A "
            ".gpkg file keeps both.",
            name=name,
        )
