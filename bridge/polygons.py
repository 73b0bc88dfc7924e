"""Polygons as parameters, as shapes on the grid of a run, and as units of tables.

The geometry check of QGIS depends on the environment: the toolbox stops at an invalid
polygon, scripts and qgis_process continue. It is disabled here, and invalid polygons
are repaired.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingParameterField,
    QgsRectangle,
    QgsVariantUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from ..core.base.dates import Date
from ..core.base.messages import ContinueCheck, DataError, Message, RunCancelledError, Term
from ..core.base.numbers import format_list, to_single_line
from ..core.raster.grid import Grid
from ..core.raster.source import RasterInput
from ..core.results.results import polygon_column_names, polygon_fields, polygon_rows
from ..core.scan.count_result import CountResult
from ..core.scan.series import Series
from ..core.scan.units import GroundSquares, PolygonUnits, SquareUnits, UnitColumns
from ..core.scheme.table import check_reserved_name
from ..text import tr, translate
from .layer_appearance import Choropleth
from .layers import DatedLayer, create_raster_input, get_raster_layer, layer_open_error
from .parameters import RunParameters, is_polygon_parameter
from .reprojection import FeatureReprojector
from .run_context import RunContext
from .table_sinks import RowGeometries
from .tables import describe_long_row, read_text_rows

# GEOS 3.10 repairs polygons by structure: the area of a part is that within any of its rings.
MIN_STRUCTURE_GEOS = 31000
# Number of features between checks for cancellation.
CANCEL_CHECK_INTERVAL = 256


@dataclass(frozen=True)
class PolygonShape:
    """A valid polygon in the CRS of the grid, with its feature id, as WKB.

    `wkb` is empty if far from the grid. `fields`: values of the field parameters, None if
    empty. `as_given`: the valid polygon in its layer's CRS, if requested.
    """

    feature: int
    wkb: bytes
    fields: Mapping[str, object]
    as_given: bytes = b""


@dataclass(frozen=True)
class PolygonInput:
    """Polygons given to a run: opened during preparation, read during execution.

    `label`: in messages; `transforms`: project context; `fields`: field names by parameter.
    """

    label: str
    source: QgsProcessingFeatureSource
    transforms: QgsCoordinateTransformContext
    fields: Mapping[str, str]


def get_polygon_source(parameters: RunParameters, name: str) -> QgsProcessingFeatureSource:
    """Return the source of a polygon parameter, or of points if the parameter accepts them."""
    definition: Any = parameters.algorithm.parameterDefinition(name)
    with_points = int(Qgis.ProcessingSourceType.VectorPoint) in definition.dataTypes()
    source = parameters.feature_source(name)
    if source is None:
        is_missing = Term("{name}: layer or file '{value}' not found")
        not_read = Term("{name}: '{value}' cannot be opened")
        raise layer_open_error(name, parameters.value_list(name)[0], is_missing, not_read)
    kind = source.wkbType()
    kinds = [Qgis.GeometryType.Polygon, *([Qgis.GeometryType.Point] if with_points else [])]
    if QgsWkbTypes.geometryType(kind) in kinds or kind == Qgis.WkbType.Unknown:
        return source
    raise DataError(
        "{label}: geometry type {kind} is not supported",
        label=format_source_label(name, source),
        kind=QgsWkbTypes.displayString(kind),
    )


def read_polygon_inputs(parameters: RunParameters) -> dict[str, PolygonInput]:
    """Return the polygons or points given, by parameter."""
    transforms = parameters.context.transformContext()
    inputs = {}
    for definition in parameters.algorithm.parameterDefinitions():
        name = definition.name()
        if is_polygon_parameter(definition) and parameters.has_value(name):
            source = get_polygon_source(parameters, name)
            source.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
            _check_row_lengths(parameters, name, format_source_label(name, source))
            fields = read_field_names(parameters, name)
            inputs[name] = PolygonInput(
                format_source_label(name, source), source, transforms, fields
            )
    return inputs


def _check_row_lengths(parameters: RunParameters, name: str, label: str) -> None:
    """Raise an error if a layer is a text file with a row longer than its header."""
    written = read_text_rows(parameters, name)
    if written is None or not written.header:
        return
    for feature_id, cells in written.cells.items():
        what = describe_long_row(cells, len(written.header))
        if what:
            raise feature_error(label, feature_id, what)


def format_source_label(name: str, source: QgsProcessingFeatureSource) -> str:
    """Return the name of a parameter's layer for messages."""
    return tr("{name} '{layer}'").format(name=name, layer=source.sourceName())


def read_field_names(parameters: RunParameters, polygons: str) -> dict[str, str]:
    """Return the field names of a polygon layer by parameter, with case corrected."""
    source = parameters.feature_source(polygons) if parameters.has_value(polygons) else None
    if source is None:
        return {}  # reported elsewhere
    names, fields = source.fields().names(), {}
    for definition in parameters.algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingParameterField):
            continue
        parameter, wanted = definition.name(), parameters.text_value(definition.name()).strip()
        if not wanted or definition.parentLayerParameterName() != polygons:
            continue
        same = [name for name in names if name.casefold() == wanted.casefold()]
        if not same:
            raise DataError(
                "{name}: {polygons} has no field '{field}'; available fields: {fields}",
                name=parameter,
                polygons=polygons,
                field=wanted,
                fields=", ".join(names) or tr("none"),
            )
        fields[parameter] = wanted if wanted in same else same[0]
    return fields


def format_field_value(value: object) -> str:
    """Return a field value as single-line text, or '' if empty."""
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else to_single_line(str(value))


def read_polygons(
    run: RunContext, polygons: PolygonInput, series: Series, with_own: bool = False
) -> list[PolygonShape]:
    """Return the polygons near the grid by feature id, and log how they were read.

    Others are skipped: those of a global layer may be invalid, or outside a local CRS.
    `with_own`: also keep each polygon in the layer's CRS, including those far away.
    """
    reader = _ShapeReader(polygons, series)
    features = iter_features(polygons, run.should_continue)
    read = (reader.read_shape(feature, with_own) for feature in features)
    shapes = [shape for shape in read if shape is not None]
    run.log_lines(reader.report_lines())
    return sorted(shapes, key=lambda shape: shape.feature)


def iter_features(polygons: PolygonInput, going_on: ContinueCheck) -> Iterator[QgsFeature]:
    """Yield the features of a layer with the fields given, including invalid ones."""
    request = QgsFeatureRequest()
    source = polygons.source
    request.setSubsetOfAttributes(list(dict.fromkeys(polygons.fields.values())), source.fields())
    unchecked = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    for index, feature in enumerate(source.getFeatures(request, unchecked)):
        if index % CANCEL_CHECK_INTERVAL == 0 and not going_on():
            raise RunCancelledError
        yield feature


def feature_error(
    label: str, feature_id: int, text: str | Message, /, **values: object
) -> DataError:
    """Return the error for an unusable feature, with a message template and its values."""
    what = text if isinstance(text, Message) else Message(text, **values)
    return DataError("{label}, feature {number}: {what}", label=label, number=feature_id, what=what)


def get_field_values(feature: QgsFeature, polygons: PolygonInput) -> dict[str, object]:
    """Return the values of the fields given, by parameter; None if empty."""
    values = {parameter: feature[name] for parameter, name in polygons.fields.items()}
    return {name: None if QgsVariantUtils.isNull(v) else v for name, v in values.items()}


class _ShapeReader:
    """Converter of features to shapes, with messages about them."""

    def __init__(self, polygons: PolygonInput, series: Series):
        self._polygons, self._label = polygons, polygons.label
        self._to_cells = FeatureReprojector(
            polygons.label, polygons.source, polygons.transforms, series
        )
        self._count = self._far = 0
        self._empty: list[int] = []
        self._repaired: list[int] = []

    def read_shape(self, feature: QgsFeature, with_own: bool) -> PolygonShape | None:
        """Return the shape of a feature, or None if it is empty, or far and not requested."""
        geometry, feature_id = feature.geometry(), feature.id()
        self._count += 1
        if geometry.isNull() or geometry.isEmpty():
            self._empty.append(feature_id)
            return None
        if geometry.type() != Qgis.GeometryType.Polygon:
            raise feature_error(
                self._label,
                feature_id,
                "geometry type {kind} is not supported",
                kind=QgsWkbTypes.displayString(geometry.wkbType()),
            )
        if not geometry.boundingBox().isFinite():
            raise feature_error(self._label, feature_id, "a coordinate is not finite")
        is_far = self._to_cells.is_outside_buffered_extent(geometry)
        self._far += is_far
        if is_far and not with_own:
            return None
        if QgsWkbTypes.isCurvedType(geometry.wkbType()):
            (geometry,) = geometry.coerceToType(Qgis.WkbType.MultiPolygon)
        if not geometry.isGeosValid():
            # The extent ignores such corners, and a polygon with one is always invalid.
            if not all(isfinite(at.x()) and isfinite(at.y()) for at in geometry.vertices()):
                raise feature_error(self._label, feature_id, "a coordinate is not finite")
            geometry = self._repair_polygon(geometry, feature_id)
            if geometry.isEmpty():
                self._empty.append(feature_id)
                return None
            self._repaired.append(feature_id)
        as_given = geometry.asWkb().data() if with_own else b""
        wkb = b"" if is_far else self._reproject_polygon(geometry, feature_id).asWkb().data()
        if not wkb and not with_own:
            return None
        return PolygonShape(feature_id, wkb, get_field_values(feature, self._polygons), as_given)

    def _repair_polygon(self, geometry: QgsGeometry, feature_id: int) -> QgsGeometry:
        """Return the valid polygon parts of an invalid polygon."""
        modern = Qgis.geosVersionInt() >= MIN_STRUCTURE_GEOS
        methods = Qgis.MakeValidMethod
        valid = geometry.makeValid(methods.Structure if modern else methods.Linework)
        if valid.isNull():
            raise feature_error(
                self._label,
                feature_id,
                "geometry is invalid and cannot be repaired: {reason}",
                reason=valid.lastError() or geometry.lastError(),
            )
        if valid.type() == Qgis.GeometryType.Polygon:
            return valid
        parts = [
            part
            for part in valid.asGeometryCollection()
            if part.type() == Qgis.GeometryType.Polygon
        ]
        return QgsGeometry.collectGeometry(parts)

    def _reproject_polygon(self, geometry: QgsGeometry, feature_id: int) -> QgsGeometry:
        """Return a polygon in the CRS of the grid."""
        try:
            return self._to_cells.reproject_polygon(geometry)
        except QgsCsException as error:
            raise feature_error(
                self._label,
                feature_id,
                "cannot be transformed from {here} to {there}: {reason}",
                here=self._to_cells.here.userFriendlyIdentifier(),
                there=self._to_cells.there.userFriendlyIdentifier(),
                reason=error,
            ) from error

    def report_lines(self) -> Iterator[tuple[bool, str]]:
        """Yield log lines, each preceded by whether it is a warning."""
        label = self._label
        yield (
            False,
            tr("{label}: {count:,} polygons, {far:,} of them far from the grid.").format(
                label=label, count=self._count - len(self._empty), far=self._far
            ),
        )
        yield from self._to_cells.report_lines(
            tr("{label}: transformed from {here} to {there}."),
            tr(
                "{label}: no exact transformation from {here} to {there}; positions may "
                "deviate by some metres ({operation})."
            ),
        )
        if self._empty:
            yield (
                True,
                tr("{label}: {count:,} features without area excluded ({features}).").format(
                    label=label, count=len(self._empty), features=format_list(sorted(self._empty))
                ),
            )
        if self._repaired:
            yield (
                True,
                tr(
                    "{label}: invalid polygons that were repaired: {count:,} (features {features})."
                ).format(
                    label=label,
                    count=len(self._repaired),
                    features=format_list(sorted(self._repaired)),
                ),
            )


UNITS, UNIT_FIELD, UNITS_RASTER, UNITS_BAND = "UNITS", "UNIT_FIELD", "UNITS_RASTER", "UNITS_BAND"
UNITS_SIZE = "UNITS_SIZE"
UNITS_LAYER = "UNITS_LAYER"


def check_unit_parameters(parameters: RunParameters, has_squares: bool = False) -> None:
    """Raise an error for inconsistent unit parameters; `has_squares`: own squares if no units."""
    kinds = [name for name in (UNITS, UNITS_RASTER, UNITS_SIZE) if parameters.has_value(name)]
    if len(kinds) > 1:
        first, second = kinds[:2]
        raise DataError(
            "{first} and {second} are both given; keep one of them", first=first, second=second
        )
    if parameters.has_value(UNIT_FIELD) and not parameters.has_value(UNITS):
        raise DataError("{further}: requires {name}", further=UNIT_FIELD, name=UNITS)
    if parameters.is_non_default(UNITS_BAND) and not parameters.has_value(UNITS_RASTER):
        raise DataError("{further}: requires {name}", further=UNITS_BAND, name=UNITS_RASTER)
    if (
        parameters.has_value(UNITS_LAYER)
        and not {UNITS, UNITS_SIZE} & {*kinds}
        and not (has_squares and not kinds)
    ):
        raise DataError("UNITS_LAYER: no polygons for the results; set UNITS or UNITS_SIZE")
    read_field_names(parameters, UNITS)
    if parameters.has_value(UNITS_RASTER):
        get_raster_layer(parameters, UNITS_RASTER)


def read_unit_raster(parameters: RunParameters) -> RasterInput | None:
    """Return the unit raster of a run, or None."""
    if not parameters.has_value(UNITS_RASTER):
        return None
    layer = get_raster_layer(parameters, UNITS_RASTER)
    dated = DatedLayer(
        UNITS_RASTER, layer, parameters.int_value(UNITS_BAND), Date(layer=layer.name())
    )
    return create_raster_input(dated, ())


def create_polygon_units(
    polygons: PolygonInput, shapes: Iterable[PolygonShape], grid: Grid, are_shown: bool
) -> PolygonUnits:
    """Create units from polygons; `are_shown`: whether they are written with their results."""
    named = [(_get_unit_name(polygons, shape), shape) for shape in shapes]
    if are_shown:
        return UnitLayer(polygons, named, grid)
    return PolygonUnits(polygons.label, [(name, shape.wkb) for name, shape in named], grid)


def _get_unit_name(polygons: PolygonInput, shape: PolygonShape) -> str:
    """Return the name of the unit of a polygon."""
    if UNIT_FIELD not in shape.fields:
        return str(shape.feature)
    name = format_field_value(shape.fields[UNIT_FIELD])
    if not name:
        raise DataError(
            "{label}, feature {number}: field '{field}' with the unit name is empty; fill it in",
            label=polygons.label,
            number=shape.feature,
            field=polygons.fields[UNIT_FIELD],
        )
    what = Message("{label}: feature {number}", label=polygons.label, number=shape.feature)
    check_reserved_name(name, what, in_rules=False)
    return name


class UnitLayer(PolygonUnits):
    """Polygon units, with names and shapes, to be written with their results."""

    def __init__(
        self, given: PolygonInput, polygons: Sequence[tuple[str, PolygonShape]], grid: Grid
    ):
        near = [(name, shape.wkb) for name, shape in polygons if shape.wkb]
        super().__init__(given.label, near, grid)
        self.crs: QgsCoordinateReferenceSystem = given.source.sourceCrs()
        self._outlines: dict[str, list[bytes]] = {}
        for name, shape in polygons:
            self._outlines.setdefault(name, []).append(shape.as_given)

    def list_unit_names(self, census: CountResult) -> list[str]:
        """Return the names of all units, including those far from the grid."""
        return list(self._outlines)

    def get_outline(self, name: str) -> QgsGeometry:
        """Return a unit as a 2D multipolygon in the CRS of its layer."""
        parts = []
        for wkb in self._outlines[name]:
            part = QgsGeometry()
            part.fromWkb(wkb)
            parts.append(part)
        whole = parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts)
        (outline,) = whole.coerceToType(Qgis.WkbType.MultiPolygon)
        return outline


class SquareUnitLayer(SquareUnits):
    """Square units to be written as polygons if they have valid cells."""

    def __init__(self, series: Series, size_km: float, most: int):
        super().__init__(series, size_km, most)
        self.crs = QgsCoordinateReferenceSystem.fromWkt(series.grid.crs or "")
        self._indices = {name: index for index, name in enumerate(self.squares.square_names)}

    def list_unit_names(self, census: CountResult) -> list[str]:
        """Return the names of the units with valid cells."""
        return [name for name, _ in census.units or ()]

    def get_outline(self, name: str) -> QgsGeometry:
        """Return a square in the CRS of the grid."""
        return create_square_outline(self.squares, self._indices[name])


def create_square_outline(squares: GroundSquares, index: int) -> QgsGeometry:
    """Return the square with a given index in the CRS of the grid."""
    bounds = QgsRectangle(*squares.square_bounds(*divmod(index, squares.shape[1])))
    (outline,) = QgsGeometry.fromRect(bounds).coerceToType(Qgis.WkbType.MultiPolygon)
    return outline


def write_unit_layer(
    run: RunContext,
    units: UnitLayer | SquareUnitLayer,
    census: CountResult,
    columns: Sequence[UnitColumns],
) -> None:
    """Write one polygon per unit, displayed by the first of `columns`."""
    names, first, shown = polygon_column_names(columns), columns[0], units.list_unit_names(census)
    headings = [translate(heading) for some in columns for heading in some.headings]
    digits = [some.digits for some in columns for _ in some.names]
    run.write_layer(
        UNITS_LAYER,
        polygon_fields(columns),
        polygon_rows(shown, census, columns),
        RowGeometries([units.get_outline(name) for name in shown], units.crs),
        Choropleth(
            names[: len(first.names)][first.shown],
            first.measure,
            dict(zip(names, headings)),
            dict(zip(names, digits)),
        ),
    )
