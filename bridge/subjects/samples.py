"""Samples: design parameters, the layer to be labelled and the labelled reference.

The form of the layer lists the classes and hides the map class, so that labels are
independent of the map.
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
    PointCells,
    PolygonCells,
    ReferencePoints,
    ReferencePolygons,
    SampleAttributes,
    SampleCells,
    SampleOrigin,
)
from ...core.accuracy.estimates import SIMPLE
from ...core.accuracy.matching import StrataTable
from ...core.base.data_dictionary import COLUMNS, get_table_fields
from ...core.base.messages import DataError, Term, Text
from ...core.base.numbers import split_list
from ...core.base.table import Row
from ...core.raster.grid import Grid
from ...core.raster.source import inspect_raster
from ...core.results.sample_design import (
    DEFAULT_TARGET_SE_PCT,
    GOOD_PRACTICE_ALLOCATION,
    MAX_SAMPLE_SIZE,
    NEYMAN_ALLOCATION,
    PROPORTIONAL_ALLOCATION,
    STRATA_BY_CLASS,
    STRATA_BY_DISTURBANCE,
    STRATIFIED_DESIGN,
    SampleRequest,
)
from ...core.results.sample_points import SAMPLE
from ...core.scan.series import Series
from ...core.scheme.class_table_proposal import parse_expected_accuracies
from ...core.scheme.classes import Classes, LandClass, read_classes
from ...core.scheme.defaults import default_classes, default_zones
from ...core.scheme.disturbance_types import (
    ChangeClassifier,
    DisturbingClasses,
    MinSampleSizes,
    check_map_changes,
    find_arrow,
    make_change_classifier,
    parse_min_sample_sizes,
)
from ...core.scheme.value_classes import classes_from_legends
from ...text import interface_language, tr, translate
from ..dated_algorithm import MAP
from ..destinations import is_temporary_output
from ..dialog import WidgetWrapperFactory, preset_from_layer
from ..layer_appearance import AttributeForm, create_value_map, save_forms
from ..layers import DatedLayer, create_raster_input, is_local_raster
from ..overwrite_protection import LABEL_COLUMN
from ..parameters import RunParameters
from ..polygons import (
    PolygonInput,
    feature_error,
    format_field_value,
    get_field_values,
    iter_features,
    read_field_names,
    read_polygons,
)
from ..reprojection import FeatureReprojector
from ..run_context import RunContext
from ..scheme import DatedInputs
from ..table_sinks import RowGeometries, create_qgis_fields


def check_sample_design(parameters: RunParameters) -> None:
    """Raise an error if the parameters of a sample design are invalid."""
    if parameters.has_value("SIZE") and parameters.has_value("TARGET_SE"):
        raise DataError(
            "{first} and {second} are both given; keep one of them",
            first="SIZE",
            second="TARGET_SE",
        )
    parse_expected_accuracies(parameters.text_value("EXPECTED_UA"))
    read_stratum_floors(parameters)


def read_stratum_floors(parameters: RunParameters) -> MinSampleSizes:
    """Return the minimum sample sizes of MIN_PER_STRATUM."""
    parts = [part for part in split_list(parameters.text_value("MIN_PER_STRATUM")) if part]
    return parse_min_sample_sizes(parts, MAX_SAMPLE_SIZE)


def is_stratified_by_change(parameters: RunParameters) -> bool:
    """Return whether strata are defined by disturbance or a buffer, not by map class alone."""
    return parameters.enum_value("DESIGN") == STRATIFIED_DESIGN and (
        parameters.enum_value("STRATA_BY") == STRATA_BY_DISTURBANCE
        or parameters.has_value("BUFFER")
    )


def read_change_inputs(inputs: DatedInputs) -> tuple[DatedInputs, ChangeClassifier]:
    """Return the inputs of a change map and the classifier of its conversions.

    CLASSES and SCHEME are of land use, unless CLASSES lists the conversions themselves.
    """
    table, shipped = inputs.tables.get("CLASSES"), inputs.shipped
    entries = default_classes(interface_language()) if shipped is None else shipped.entries
    if table is not None:
        own = read_classes(table)
        if not any(find_arrow(c.name) for _, c in own):
            entries = own
            tables = {name: each for name, each in inputs.tables.items() if name != "CLASSES"}
            inputs = replace(inputs, tables=tables)
    land_classes = Classes(c for _, c in entries)
    changes = make_change_classifier(
        land_classes, inputs.disturbing, default_zones(interface_language())
    )
    return replace(inputs, shipped=None), changes


def log_sample_design(parameters: RunParameters) -> None:
    """Log unused parameters and default assumptions."""
    design, allocation = parameters.enum_value("DESIGN"), parameters.enum_value("ALLOCATION")
    has_size = parameters.has_value("SIZE")
    if not has_size and not parameters.has_value("TARGET_SE"):
        parameters.add_notice(
            "SIZE and TARGET_SE are not set: TARGET_SE = {usual:g}.", usual=DEFAULT_TARGET_SE_PCT
        )
    for name, is_used in (
        ("ALLOCATION", design == STRATIFIED_DESIGN or allocation == PROPORTIONAL_ALLOCATION),
        ("MIN_PER_CLASS", design == STRATIFIED_DESIGN and allocation == GOOD_PRACTICE_ALLOCATION),
        (
            "EXPECTED_UA",
            not has_size or (design == STRATIFIED_DESIGN and allocation == NEYMAN_ALLOCATION),
        ),
        (
            "STRATA_BY",
            design == STRATIFIED_DESIGN or parameters.enum_value("STRATA_BY") == STRATA_BY_CLASS,
        ),
        ("BUFFER", design == STRATIFIED_DESIGN),
        ("MIN_PER_STRATUM", design == STRATIFIED_DESIGN),
        ("TAKING_GROUPS", is_stratified_by_change(parameters)),
    ):
        if parameters.is_non_default(name) and not is_used:
            parameters.add_notice(
                "{name} ignored: not applicable with the other settings.", name=name
            )


def read_sample_design(parameters: RunParameters) -> SampleRequest:
    """Return the sample design requested."""
    return SampleRequest(
        parameters.enum_value("DESIGN"),
        parameters.enum_value("ALLOCATION"),
        parameters.optional_int_value("SIZE"),
        parameters.float_value("TARGET_SE")
        if parameters.has_value("TARGET_SE")
        else DEFAULT_TARGET_SE_PCT,
        parameters.int_value("MIN_PER_CLASS"),
        parameters.int_value("SEED"),
        read_stratum_floors(parameters),
    )


class ChangeMapPreset(WidgetWrapperFactory):
    """Widget factory that presets a value for change maps."""

    @staticmethod
    def set_initial_value(wrapper: Any, proposed: object = None) -> None:
        preset_from_layer(wrapper, (MAP,), lambda layer: proposed if is_change_map(layer) else None)


def is_change_map(layer: object) -> bool:
    """Return whether a layer's class names are conversions, some of them to disturbed land."""
    if not isinstance(layer, QgsRasterLayer) or not is_local_raster(layer):
        return False
    land_classes = Classes(c for _, c in default_classes(interface_language()))
    changes = make_change_classifier(
        land_classes, DisturbingClasses(), default_zones(interface_language())
    )
    try:
        legend = inspect_raster(create_raster_input(DatedLayer("", layer), ())).legend
        classes, _ = classes_from_legends([layer.name()], [legend])
        check_map_changes(list(classes), changes, layer.name(), True)
    except DataError:
        return False
    return bool(legend.names)


# Fields that reveal the map class, with names truncated as in Shapefiles, and fields that are
# read-only.
SHAPEFILE_NAME_LENGTH = 10
HIDDEN_FIELDS = {
    name[:SHAPEFILE_NAME_LENGTH] for name in (*SampleOrigin._fields, "map_class", "weight")
}
READ_ONLY_FIELDS = ("id", "x", "y")
# Different in shape as well as in colour.
UNLABELLED_MARKER = {
    "name": "circle",
    "color": "0,0,0,0",
    "outline_color": "#d81b60",
    "outline_width": "0.7",
    "size": "3.4",
}
LABELLED_MARKER = {
    "name": "square",
    "color": "#2e7d32",
    "outline_color": "#ffffff",
    "outline_width": "0.3",
    "size": "2.4",
}
CELL_OUTLINE_MM = 0.3


@dataclass(frozen=True)
class LabellingForm(AttributeForm):
    """Form to label points, styled by whether labelled; `cell`: outline size in map units."""

    GEOMETRY = Qgis.WkbType.Point

    columns: QgsFields
    classes: Sequence[LandClass]
    cell: tuple[float, float]

    def apply_to_layer(self, layer: QgsVectorLayer) -> None:
        config = layer.editFormConfig()
        for index, name in enumerate(layer.fields().names()):
            if name in COLUMNS:
                layer.setFieldAlias(index, translate(COLUMNS[name].heading))
            if name[:SHAPEFILE_NAME_LENGTH] in HIDDEN_FIELDS:
                layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
            elif name == LABEL_COLUMN:
                named = [(c.name, str(c.value)) for c in self.classes]
                layer.setEditorWidgetSetup(index, create_value_map(named, tr("(not labelled)")))
            config.setReadOnly(index, name in READ_ONLY_FIELDS)
        layer.setEditFormConfig(config)
        table = layer.attributeTableConfig()
        table.update(layer.fields())
        columns = table.columns()
        for column in columns:
            column.hidden = column.name[:SHAPEFILE_NAME_LENGTH] in HIDDEN_FIELDS
        table.setColumns(columns)
        layer.setAttributeTableConfig(table)
        layer.setDisplayExpression('"id"')
        layer.setRenderer(self._create_renderer())

    def _create_renderer(self) -> QgsRuleBasedRenderer:
        root = QgsRuleBasedRenderer.Rule(None)
        for test, text, look in (
            ("IS NULL", tr("Not labelled"), UNLABELLED_MARKER),
            ("IS NOT NULL", tr("Labelled"), LABELLED_MARKER),
        ):
            rule = QgsRuleBasedRenderer.Rule(self._create_symbol(look))
            rule.setFilterExpression(f'"{LABEL_COLUMN}" {test}')
            rule.setLabel(text)
            root.appendChild(rule)
        return QgsRuleBasedRenderer(root)

    def _create_symbol(self, look: dict[str, str]) -> QgsMarkerSymbol:
        """Return a marker with the outline of the cell to be labelled."""
        outline = QgsEllipseSymbolLayer()
        outline.setShape(QgsEllipseSymbolLayer.Shape.Rectangle)
        width, height = self.cell
        outline.setSymbolWidth(width)
        outline.setSymbolHeight(height)
        outline.setSymbolWidthUnit(Qgis.RenderUnit.MapUnits)
        outline.setSymbolHeightUnit(Qgis.RenderUnit.MapUnits)
        outline.setFillColor(QColor(0, 0, 0, 0))
        colour = look["outline_color" if look is UNLABELLED_MARKER else "color"]
        outline.setStrokeColor(QColor(colour))
        outline.setStrokeWidth(CELL_OUTLINE_MM)
        # `create` returns a layer for any properties.
        mark = QgsSimpleMarkerSymbolLayer.create(look)
        return QgsMarkerSymbol([mark, outline])  # type: ignore[list-item]


def write_sample_points(
    run: RunContext, name: str, rows: Sequence[Row], grid: Grid, classes: Sequence[LandClass]
) -> None:
    """Write the sample points, with form and style if the format can store them."""
    fields = get_table_fields(SAMPLE)
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs or "")
    shapes = RowGeometries(
        [QgsGeometry.fromPointXY(QgsPointXY(row["x"], row["y"])) for row in rows],
        crs,
        Qgis.WkbType.Point,
    )
    form = LabellingForm(create_qgis_fields(fields), classes, (grid.cell_width, grid.cell_height))
    run.write_layer(name, fields, rows, shapes, form, lambda path: _save_form(name, path, form))
    _log_storage_hint(run, name)


def _save_form(name: str, path: str, form: AttributeForm) -> None:
    """Save the form in the file of a layer if it is a GeoPackage."""
    file, _, layer = path.partition("|layername=")
    if not file.lower().endswith(".gpkg"):
        return
    try:
        with (
            gdal.ExceptionMgr(useExceptions=True),
            ogr.ExceptionMgr(useExceptions=True),
            gdal.OpenEx(file, gdal.OF_VECTOR | gdal.OF_UPDATE) as dataset,
        ):
            # QGIS cuts the layer name of a separate file at the first dot.
            save_forms(dataset, {layer.split("|")[0] or dataset.GetLayer(0).GetName(): form})
    except RuntimeError as error:
        raise DataError(
            "{name}: the table could not be created ({reason})",
            name=name,
            reason=str(error).rpartition("failed: ")[2],
        ) from error


def _log_storage_hint(run: RunContext, name: str) -> None:
    """Log that labels may be lost, or that the format does not store the form."""
    if is_temporary_output(run.values_by_name.get(name)):
        run.add_warning(
            "{name} is a temporary layer: labels are lost when QGIS is closed. Save it to a "
            "file (Make Permanent) before labelling.",
            name=name,
        )
    elif not run.results[name].partition("|")[0].lower().endswith(".gpkg"):
        run.add_notice(
            "{name}: this format stores no form or style; use .gpkg to keep both.", name=name
        )


NO_POSITION = float("nan"), float("nan")
REFERENCE_FIELDS = ("REFERENCE_FIELD", "MAP_FIELD", "STRATUM_FIELD")


def check_reference_sample(parameters: RunParameters) -> None:
    """Raise an error if the parameters of the reference sample are inconsistent."""
    has_strata, has_field = (
        parameters.has_value("STRATA"),
        bool(parameters.text_value("STRATUM_FIELD").strip()),
    )
    if has_strata and parameters.enum_value("DESIGN") == SIMPLE:
        raise DataError(
            "STRATA: not applicable to a simple random sample; set DESIGN to stratified"
        )
    if has_strata and not has_field:
        raise DataError("{further}: requires {name}", further="STRATA", name="STRATUM_FIELD")
    if has_field and not has_strata:
        raise DataError("{further}: requires {name}", further="STRATUM_FIELD", name="STRATA")
    read_field_names(parameters, "REFERENCE")


def list_reference_facts(
    layer: PolygonInput, strata: StrataTable | None
) -> list[tuple[Text, object]]:
    """Return facts on the sample for a report: names of the layer, its fields and the table."""
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


def read_sample_cells(run: RunContext, layer: PolygonInput, series: Series) -> SampleCells:
    """Return the consumer of the sample cells for the pass; log how they were read."""
    fields = {
        name[:SHAPEFILE_NAME_LENGTH].casefold(): name for name in layer.source.fields().names()
    }
    drawn = {
        name: fields[name[:SHAPEFILE_NAME_LENGTH]]
        for name in SampleOrigin._fields
        if name[:SHAPEFILE_NAME_LENGTH] in fields
    }
    layer = replace(layer, fields={**layer.fields, **drawn})
    if _get_geometry_type(layer.source) != Qgis.GeometryType.Polygon:
        return PointCells(series, _read_points(run, layer, series))
    shapes = read_polygons(run, layer, series)
    samples = [(_create_attributes(shape.feature, shape.fields), shape.wkb) for shape in shapes]
    # Labelled polygons come first, so that unlabelled ones do not claim their cells.
    samples.sort(key=lambda pair: not pair[0].label)
    attributes, shapes_as_wkb = (
        [attributes_of_sample for attributes_of_sample, _ in samples],
        [wkb for _, wkb in samples],
    )
    return PolygonCells(series, ReferencePolygons(layer.label, attributes, shapes_as_wkb))


def _get_geometry_type(source: QgsProcessingFeatureSource) -> Qgis.GeometryType:
    """Return the declared geometry type, or else the type of the first geometry."""
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


def _create_attributes(feature: int, values: Mapping[str, object]) -> SampleAttributes:
    label, map_class, stratum = (format_field_value(values.get(name)) for name in REFERENCE_FIELDS)
    drawn = SampleOrigin(*(format_field_value(values.get(name)) for name in SampleOrigin._fields))
    return SampleAttributes(label, map_class, stratum, feature, drawn)


def _read_points(run: RunContext, layer: PolygonInput, series: Series) -> ReferencePoints:
    """Return the points in the CRS of the map; features without a point have no position."""
    to_cells = FeatureReprojector(layer.label, layer.source, layer.transforms, series)
    positions: list[tuple[float, float]] = []
    attributes: dict[object, SampleAttributes] = {}
    row_of: dict[object, int] = {}
    of: list[int] = []
    without = 0
    for feature in iter_features(layer, run.should_continue):
        geometry = feature.geometry()
        point_attributes = _create_attributes(feature.id(), get_field_values(feature, layer))
        same = point_attributes._replace(feature=0)
        attributes.setdefault(same, point_attributes)
        row = row_of.setdefault(same, len(row_of))
        points = [NO_POSITION]
        if geometry.isNull() or geometry.isEmpty():
            without += 1
        elif geometry.type() != Qgis.GeometryType.Point:
            kind = QgsWkbTypes.displayString(geometry.wkbType())
            raise feature_error(
                layer.label, feature.id(), "geometry type {kind} is not supported", kind=kind
            )
        else:
            points = [_reproject_point(to_cells, vertex) for vertex in geometry.vertices()]
        positions += points
        of += [row] * len(points)
    lines = []
    if without:
        text = tr("{label}: features without a point, treated as outside the map: {count:,}.")
        lines.append((True, text.format(label=layer.label, count=without)))
    lines += to_cells.report_lines(
        tr("{label}: transformed from {here} to {there}."),
        tr(
            "{label}: no exact transformation from {here} to {there}; positions may deviate "
            "by some metres ({operation})."
        ),
    )
    run.log_lines(lines)
    return ReferencePoints(
        layer.label,
        list(attributes.values()),
        np.array(of, np.int64),
        np.array(positions, np.float64).reshape(-1, 2),
    )


def _reproject_point(to_cells: FeatureReprojector, vertex: QgsPoint) -> tuple[float, float]:
    """Return the coordinates of a point on the map, or NO_POSITION if it has none."""
    try:
        point = to_cells.transform.transform(vertex.x(), vertex.y())
    except QgsCsException:
        return NO_POSITION
    return point.x(), point.y()
