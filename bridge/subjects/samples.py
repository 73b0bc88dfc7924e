"""Samples: the parameters of a design, the layer that is to be labelled, and one that is.

The form of the layer lists the classes and hides what the map says, so that who labels a point does
not know it: a label that is looked up is no reference.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from osgeo import gdal, ogr
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsEditorWidgetSetup,
    QgsEllipseSymbolLayer,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPoint,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsRasterLayer,
    QgsRuleBasedRenderer,
    QgsSimpleMarkerSymbolLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ...core.accuracy.cells import (
    DrawnFrom,
    PointCells,
    PolygonCells,
    ReferencePoints,
    ReferencePolygons,
    SampleAttributes,
    SampleCells,
)
from ...core.accuracy.estimates import SIMPLE
from ...core.accuracy.matching import StrataTable
from ...core.base.data_dictionary import COLUMNS, fields_of
from ...core.base.messages import DataError, Term, Text
from ...core.base.numbers import parts_of
from ...core.base.table import Row
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
from ...core.results.sample_points import SAMPLE
from ...core.scan.series import Series
from ...core.scheme.class_table_proposal import read_expected
from ...core.scheme.classes import Classes, LandClass, read_classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.disturbance_types import (
    Changes,
    DisturbingClasses,
    Floors,
    arrow_in,
    changes_of,
    read_floors,
    require_changes,
)
from ...core.scheme.value_classes import name_by_legends
from ...text import language, tr, translate
from ..dated_algorithm import MAP
from ..destinations import is_temporary
from ..dialog import InWords, follow_layer
from ..layer_appearance import Form, drop_down, save_forms
from ..layers import DatedLayer, is_at_hand, raster_input
from ..overwrite_protection import LABEL
from ..parameters import RunParameters
from ..polygons import (
    PolygonInput,
    features_of,
    field_parameters,
    field_text,
    field_values,
    polygons_of,
    wrong_feature,
)
from ..reprojection import ToCells
from ..run_context import Run
from ..scheme import DatedInputs
from ..table_sinks import Shapes, qgis_fields


def check_sample(parameters: RunParameters) -> None:
    """Refuse a sample that cannot be designed so, as far as a look tells."""
    if parameters.has("SIZE") and parameters.has("TARGET_SE"):
        raise DataError(
            "{first} and {second} are both given; keep one of them",
            first="SIZE",
            second="TARGET_SE",
        )
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


def changes_wanted(inputs: DatedInputs) -> tuple[DatedInputs, Changes]:
    """The inputs of a map of changes, and what tells its changes.

    CLASSES and SCHEME are of the land use that conversions are between, unless CLASSES has the
    conversions themselves.
    """
    table, shipped = inputs.tables.get("CLASSES"), inputs.shipped
    entries = default_classes(language()) if shipped is None else shipped.entries
    if table is not None:
        own = read_classes(table)
        if not any(arrow_in(c.name) for _, c in own):
            entries = own
            tables = {name: each for name, each in inputs.tables.items() if name != "CLASSES"}
            inputs = replace(inputs, tables=tables)
    land_classes = Classes(c for _, c in entries)
    changes = changes_of(land_classes, inputs.disturbing, default_zones(language()))
    return replace(inputs, shipped=None), changes


def tell_design(parameters: RunParameters) -> None:
    """Tell what is not used, and what is taken for granted."""
    design, allocation = parameters.choice("DESIGN"), parameters.choice("ALLOCATION")
    has_size = parameters.has("SIZE")
    if not has_size and not parameters.has("TARGET_SE"):
        parameters.inform("SIZE and TARGET_SE are not set: TARGET_SE = {usual:g}.", usual=USUAL_SE)
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
            parameters.inform("{name} ignored: not applicable with the other settings.", name=name)


def wanted_sample(parameters: RunParameters) -> WantedSample:
    """What was asked for."""
    return WantedSample(
        parameters.choice("DESIGN"),
        parameters.choice("ALLOCATION"),
        parameters.optional_whole("SIZE"),
        parameters.real("TARGET_SE") if parameters.has("TARGET_SE") else USUAL_SE,
        parameters.whole("MIN_PER_CLASS"),
        parameters.whole("SEED"),
        floors_wanted(parameters),
    )


class ByMap(InWords):
    """Proposes a value for maps of change."""

    @staticmethod
    def preset(wrapper: Any, proposed: object = None) -> None:
        follow_layer(wrapper, (MAP,), lambda layer: proposed if shows_change(layer) else None)


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


# What would tell the class of the map, by the letters that shapefiles keep, and what is shown but
# not edited.
KEPT = 10
HIDDEN = {name[:KEPT] for name in (*DrawnFrom._fields, "map_class", "weight")}
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
    """The form of a sample's points, labelled by classes, shown by whether they are labelled.

    `cell`: width and height of a cell, in map units, whose outline is shown.
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
            if name[:KEPT] in HIDDEN:
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
            elif name == LABEL:
                named = [(c.name, str(c.value)) for c in self.classes]
                layer.setEditorWidgetSetup(index, drop_down(named, tr("(not labelled)")))
            config.setReadOnly(index, name in READ_ONLY)
        layer.setEditFormConfig(config)
        table = layer.attributeTableConfig()
        table.update(layer.fields())
        columns = table.columns()
        for column in columns:
            column.hidden = column.name[:KEPT] in HIDDEN
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
    run: Run, name: str, rows: Sequence[Row], grid: Grid, classes: Sequence[LandClass]
) -> None:
    """Write the points of a sample, with form and style where the file can hold them."""
    fields = fields_of(SAMPLE)
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs or "")
    shapes = Shapes(
        [QgsGeometry.fromPointXY(QgsPointXY(row["x"], row["y"])) for row in rows],
        crs,
        Qgis.WkbType.Point,
    )
    form = Labelling(qgis_fields(fields), classes, (grid.cell_width, grid.cell_height))
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
            "{name}: the table could not be created ({reason})", name=name, reason=error
        ) from error


def _tell_where(run: Run, name: str) -> None:
    """Say so where what is labelled can be lost, or the form is not with the points."""
    if is_temporary(run.values_by_name.get(name)):
        run.warn(
            "{name} is a temporary layer: labels are lost when QGIS is closed. Save it to a "
            "file (Make Permanent) before labelling.",
            name=name,
        )
    elif not run.results[name].partition("|")[0].lower().endswith(".gpkg"):
        run.inform(
            "{name}: this format stores no form or style; use .gpkg to keep both.", name=name
        )


NOWHERE = float("nan"), float("nan")
FIELDS = ("REFERENCE_FIELD", "MAP_FIELD", "STRATUM_FIELD")


def check_reference(parameters: RunParameters) -> None:
    """Refuse what is said of the sample where it is wrong by a look."""
    has_strata, has_field = parameters.has("STRATA"), bool(parameters.text("STRATUM_FIELD").strip())
    if has_strata and parameters.choice("DESIGN") == SIMPLE:
        raise DataError(
            "STRATA: not applicable to a simple random sample; set DESIGN to stratified"
        )
    if has_strata and not has_field:
        raise DataError("{further}: requires {name}", further="STRATA", name="STRATUM_FIELD")
    if has_field and not has_strata:
        raise DataError("{further}: requires {name}", further="STRATUM_FIELD", name="STRATA")
    field_parameters(parameters, "REFERENCE")


def reference_facts(layer: PolygonInput, strata: StrataTable | None) -> list[tuple[Text, object]]:
    """What the sample is, for a page: names of the layer, of its fields, and of the table."""
    words = {
        "REFERENCE_FIELD": Term("Label field"),
        "MAP_FIELD": Term("Map class field"),
        "STRATUM_FIELD": Term("Stratum field"),
    }
    facts: list[tuple[Text, object]] = [(Term("Reference"), layer.source.sourceName())]
    facts += [(words[name], field) for name, field in layer.fields.items() if name in words]
    if strata is not None:
        facts.append((Term("Strata table"), strata.label))
    return facts


def sample_cells(run: Run, layer: PolygonInput, series: Series) -> SampleCells:
    """What takes part in the pass for the sample; what was done to read it is logged."""
    fields = {name[:KEPT].casefold(): name for name in layer.source.fields().names()}
    drawn = {name: fields[name[:KEPT]] for name in DrawnFrom._fields if name[:KEPT] in fields}
    layer = replace(layer, fields={**layer.fields, **drawn})
    if _geometry(layer.source) != Qgis.GeometryType.Polygon:
        return PointCells(series, _points(run, layer, series))
    shapes = polygons_of(run, layer, series)
    samples = [(_attributes(shape.feature, shape.fields), shape.wkb) for shape in shapes]
    # Land without a label is not taken from a polygon that has one.
    samples.sort(key=lambda pair: not pair[0].label)
    attributes, shapes_as_wkb = [told for told, _ in samples], [wkb for _, wkb in samples]
    return PolygonCells(series, ReferencePolygons(layer.label, attributes, shapes_as_wkb))


def _geometry(source: QgsProcessingFeatureSource) -> Qgis.GeometryType:
    """What a layer holds: as it says, or as its first feature that has a place."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind != Qgis.GeometryType.Unknown:
        return kind
    request = QgsFeatureRequest()
    request.setNoAttributes()
    flag = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    for feature in source.getFeatures(request, flag):
        if not feature.geometry().isNull():
            return feature.geometry().type()
    return kind


def _attributes(feature: int, values: Mapping[str, object]) -> SampleAttributes:
    label, map_class, stratum = (field_text(values.get(name)) for name in FIELDS)
    drawn = DrawnFrom(*(field_text(values.get(name)) for name in DrawnFrom._fields))
    return SampleAttributes(label, map_class, stratum, feature, drawn)


def _points(run: Run, layer: PolygonInput, series: Series) -> ReferencePoints:
    """The points on the map; those of a feature without any lie nowhere."""
    to_cells = ToCells(layer.label, layer.source, layer.transforms, series)
    positions: list[tuple[float, float]] = []
    attributes: dict[object, SampleAttributes] = {}
    row_of: dict[object, int] = {}
    of: list[int] = []
    without = 0
    for feature in features_of(layer, run.going_on):
        geometry = feature.geometry()
        told = _attributes(feature.id(), field_values(feature, layer))
        same = told._replace(feature=0)
        attributes.setdefault(same, told)
        row = row_of.setdefault(same, len(row_of))
        points = [NOWHERE]
        if geometry.isNull() or geometry.isEmpty():
            without += 1
        elif geometry.type() != Qgis.GeometryType.Point:
            kind = QgsWkbTypes.displayString(geometry.wkbType())
            raise wrong_feature(
                layer.label, feature.id(), "geometry type {kind} is not supported", kind=kind
            )
        else:
            points = [_brought(to_cells, vertex) for vertex in geometry.vertices()]
        positions += points
        of += [row] * len(points)
    lines = []
    if without:
        text = tr("{label}: features without a point, treated as outside the map: {count:,}.")
        lines.append((True, text.format(label=layer.label, count=without)))
    lines += to_cells.lines(
        tr("{label}: transformed from {here} to {there}."),
        tr(
            "{label}: no exact transformation from {here} to {there}; positions may deviate "
            "by some metres ({operation})."
        ),
    )
    run.tell(lines)
    return ReferencePoints(
        layer.label,
        list(attributes.values()),
        np.array(of, np.int64),
        np.array(positions, np.float64).reshape(-1, 2),
    )


def _brought(to_cells: ToCells, vertex: QgsPoint) -> tuple[float, float]:
    """Where a point lies on the map; nowhere if it cannot be brought there."""
    try:
        point = to_cells.transform.transform(vertex.x(), vertex.y())
    except QgsCsException:
        return NOWHERE
    return point.x(), point.y()
