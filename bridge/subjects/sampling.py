"""What sample is wanted: the parameters of its design.

Which strata the dialog of a sample shows at first: those of change, of a map of change.

The layer of a sample, ready to be labelled: its form, its look, and where it is kept.

The form lists the classes and hides what the map says, so that who labels a point does not know it:
a label that is looked up is no reference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

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
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsValueMapFieldFormatter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...core.base.columns import COLUMNS, fields_of
from ...core.base.messages import DataError, Notes, Term
from ...core.base.numbers import parts_of
from ...core.raster.grid import Grid
from ...core.raster.source import inspect
from ...core.results.sample_design import (
    BY_CLASS,
    BY_TAKEN,
    GOOD_PRACTICE,
    MOST_POINTS,
    NEYMAN,
    PROPORTIONAL,
    STRATIFIED,
    USUAL_SE,
    WantedSample,
)
from ...core.results.sample_points import SampleRow
from ...core.scheme.change_kinds import Changes, Floors, changes_of, read_floors, require_changes
from ...core.scheme.class_accuracy import arrow_in
from ...core.scheme.classes import Classes, LandClass, read_classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.disturbing_classes import DisturbingClasses
from ...core.scheme.expected import read_expected
from ...core.scheme.naming import name_by_legends
from ...text import language, tr, translate
from ..dated import MAP, DatedInputs
from ..destinations import is_temporary
from ..dialog import InWords, follow_layer, in_batch, in_modeler, own_wrapper
from ..dressing import Form, drop_down, save_forms
from ..guarded import LABEL
from ..layers import DatedLayer, is_at_hand, layer_in_dialog, raster_input
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import disturbing_classes_of
from ..sinks import Shapes, qgis_fields


def check_sample(parameters: RunParameters) -> None:
    """Refuse a sample that cannot be designed so, as far as a look tells."""
    if parameters.has("SIZE") and parameters.has("TARGET_SE"):
        raise DataError("SIZE and TARGET_SE are both given; the size follows from one of them")
    read_expected(parameters.text("EXPECTED_UA"))
    floors_wanted(parameters)


def floors_wanted(parameters: RunParameters) -> Floors:
    """The floors of MIN_PER_STRATUM."""
    parts = [part for part in parts_of(parameters.text("MIN_PER_STRATUM")) if part]
    return read_floors(parts, MOST_POINTS)


def by_change(parameters: RunParameters) -> bool:
    """Whether the strata go by what became of the land, not by the map's classes alone."""
    return parameters.choice("DESIGN") == STRATIFIED and (
        parameters.choice("STRATA_BY") == BY_TAKEN or parameters.has("BUFFER")
    )


def changes_wanted(
    parameters: RunParameters, inputs: DatedInputs, notes: Notes
) -> tuple[DatedInputs, Changes]:
    """The inputs of a map of changes, and what tells its changes.

    CLASSES and SCHEME are of the land use that conversions are between, unless CLASSES has the
    conversions themselves. `notes`: say so where they are.
    """
    table, shipped = inputs.tables["CLASSES"], inputs.shipped
    entries = default_classes(language()) if shipped is None else shipped.entries
    if table is not None:
        own = read_classes(table)
        if not any(arrow_in(c.name) for _, c in own):
            entries = own
            notes.inform(
                "{table}: the classes that the map's conversions are between.", table=table.name
            )
            inputs = replace(inputs, tables={**inputs.tables, "CLASSES": None})
    disturbing = disturbing_classes_of(parameters)
    land_classes = Classes(c for _, c in entries)
    return replace(inputs, shipped=None), changes_of(
        land_classes, disturbing, default_zones(language())
    )


def tell_design(parameters: RunParameters) -> None:
    """Tell what is not used, and what is taken for granted."""
    design, allocation = parameters.choice("DESIGN"), parameters.choice("ALLOCATION")
    has_size = parameters.has("SIZE")
    if not has_size and not parameters.has("TARGET_SE"):
        parameters.inform(
            "Neither SIZE nor TARGET_SE is given: TARGET_SE is {usual:g}.", usual=USUAL_SE
        )
    for name, is_used in (
        ("ALLOCATION", design == STRATIFIED or allocation == PROPORTIONAL),
        ("MIN_PER_CLASS", design == STRATIFIED and allocation == GOOD_PRACTICE),
        ("EXPECTED_UA", not has_size or (design == STRATIFIED and allocation == NEYMAN)),
        ("STRATA_BY", design == STRATIFIED or parameters.choice("STRATA_BY") == BY_CLASS),
        ("BUFFER", design == STRATIFIED),
        ("MIN_PER_STRATUM", design == STRATIFIED),
        ("TAKING_GROUPS", by_change(parameters)),
    ):
        if parameters.is_own(name) and not is_used:
            parameters.inform(
                "{name} is not used with the other parameters as they are.", name=name
            )


def wanted_sample(parameters: RunParameters) -> WantedSample:
    """What was asked for."""
    return WantedSample(
        parameters.choice("DESIGN"),
        parameters.choice("ALLOCATION"),
        parameters.whole("SIZE") if parameters.has("SIZE") else None,
        parameters.real("TARGET_SE") if parameters.has("TARGET_SE") else USUAL_SE,
        parameters.whole("MIN_PER_CLASS"),
        parameters.whole("SEED"),
        floors_wanted(parameters),
    )


class ByMap:
    """What makes the wrapper of a parameter: in a dialog it proposes a value for maps of change.

    What somebody has chosen stays.
    """

    def __new__(
        cls,
        parameter: QgsProcessingParameterDefinition,
        dialog: Any,
        row: int = 0,
        column: int = 0,
        proposed: object = None,
        words: Mapping[str, str] | None = None,
    ) -> Any:
        wrapper: Any = own_wrapper(parameter, dialog)
        if words is not None:
            wrapper = InWords(parameter, dialog, row, column, words)
        if in_modeler(dialog) or in_batch(dialog):
            return wrapper

        def fitting(value: object, context: QgsProcessingContext) -> object:
            return (
                proposed
                if shows_change(layer_in_dialog(value, context))
                else parameter.defaultValue()
            )

        follow_layer(wrapper, (MAP,), fitting)
        return wrapper


def shows_change(layer: object) -> bool:
    """Whether a layer's own names are conversions, some of which took land for mines."""
    if not isinstance(layer, QgsRasterLayer) or not is_at_hand(layer):
        return False
    land_classes = Classes(c for _, c in default_classes(language()))
    changes = changes_of(land_classes, DisturbingClasses(), default_zones(language()))
    try:
        legend = inspect(raster_input(DatedLayer("", layer), ())).legend
        classes, _ = name_by_legends([layer.name()], [legend])
        require_changes(list(classes), changes, layer.name(), True)
    except DataError:
        return False
    return bool(legend.names)


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
