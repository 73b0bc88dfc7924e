"""A sample with labels as a parameter: points or polygons, and what their fields say."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.core import (
    Qgis,
    QgsCsException,
    QgsFeatureRequest,
    QgsPoint,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ...core.accuracy.cells import (
    PointCells,
    PolygonCells,
    ReferencePoints,
    ReferencePolygons,
    SampleAttributes,
    SampleCells,
)
from ...core.accuracy.estimates import SIMPLE
from ...core.accuracy.matching import StrataTable, read_strata
from ...core.base.messages import DataError, Term, Text
from ...core.scan.series import Series
from ...text import tr
from ..polygons import (
    PolygonInput,
    features_of,
    field_text,
    field_values,
    fields_of,
    polygons_of,
    tell,
    wrong_feature,
)
from ..run import Run
from ..run_parameters import RunParameters
from ..scheme import Tables
from ..to_cells import ToCells

# What the layer of Sample for accuracy calls its labels.
LABEL = "label"
NOWHERE = float("nan"), float("nan")
FIELDS = ("REFERENCE_FIELD", "MAP_FIELD", "STRATUM_FIELD")


def check_reference(parameters: RunParameters) -> None:
    """Refuse what is said of the sample where it is wrong by a look."""
    has_strata, has_field = parameters.has("STRATA"), bool(parameters.text("STRATUM_FIELD").strip())
    if has_strata and parameters.choice("DESIGN") == SIMPLE:
        raise DataError("STRATA: a simple sample has no strata; choose the design stratified")
    if has_strata and not has_field:
        raise DataError("STRATUM_FIELD: STRATA is given, so name the field with the strata")
    if has_field and not has_strata:
        raise DataError("STRATA: STRATUM_FIELD is given, so give the sizes of the strata")
    fields_of(parameters, "REFERENCE")


def strata_of(tables: Tables) -> StrataTable | None:
    """The strata of the table STRATA; None where it is not given."""
    table = tables["STRATA"]
    return None if table is None else read_strata(table)


def reference_facts(layer: PolygonInput, strata: StrataTable | None) -> list[tuple[Text, object]]:
    """What the sample is, for a page: names of the layer, of its fields, and of the table."""
    words = {
        "REFERENCE_FIELD": Term("Field with the labels"),
        "MAP_FIELD": Term("Field with the classes of the map"),
        "STRATUM_FIELD": Term("Field with the strata"),
    }
    facts: list[tuple[Text, object]] = [(Term("Reference"), layer.source.sourceName())]
    facts += [(words[name], field) for name, field in layer.fields.items()]
    if strata is not None:
        facts.append((Term("Table of the strata"), strata.label))
    return facts


def sample_cells(run: Run, layer: PolygonInput, series: Series) -> SampleCells:
    """What takes part in the pass for the sample; what was done to read it is logged."""
    if _geometry(layer.source) == Qgis.GeometryType.Polygon:
        return PolygonCells(series, _polygons(run, layer, series))
    return PointCells(series, _points(run, layer, series))


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
    return SampleAttributes(label, map_class, stratum, feature)


def _polygons(run: Run, layer: PolygonInput, series: Series) -> ReferencePolygons:
    shapes = polygons_of(run, layer, series)
    samples = [(_attributes(shape.feature, shape.fields), shape.wkb) for shape in shapes]
    # Land without a label is not taken from a polygon that has one.
    samples.sort(key=lambda pair: not pair[0].label)
    attributes, shapes_as_wkb = [told for told, _ in samples], [wkb for _, wkb in samples]
    return ReferencePolygons(layer.label, attributes, shapes_as_wkb)


def _points(run: Run, layer: PolygonInput, series: Series) -> ReferencePoints:
    """The points on the map; those of a feature without any lie nowhere."""
    to_cells = ToCells(layer.label, layer.source, layer.transforms, series)
    positions: list[tuple[float, float]] = []
    attributes: dict[tuple[str, ...], SampleAttributes] = {}
    row_of: dict[tuple[str, ...], int] = {}
    of: list[int] = []
    without = 0
    for feature in features_of(run, layer):
        geometry = feature.geometry()
        told = _attributes(feature.id(), field_values(feature, layer))
        attributes.setdefault(told[:3], told)
        row = row_of.setdefault(told[:3], len(row_of))
        points = [NOWHERE]
        if geometry.isNull() or geometry.isEmpty():
            without += 1
        elif geometry.type() != Qgis.GeometryType.Point:
            kind = QgsWkbTypes.displayString(geometry.wkbType())
            raise wrong_feature(layer.label, feature.id(), "it is a {kind}, not a point", kind=kind)
        else:
            points = [_brought(to_cells, vertex) for vertex in geometry.vertices()]
        positions += points
        of += [row] * len(points)
    lines = [(False, tr("{label}: points: {count:,}.").format(label=layer.label, count=len(of)))]
    if without:
        text = tr("{label}: features without a point, which lie outside the map: {count:,}.")
        lines.append((True, text.format(label=layer.label, count=without)))
    lines += to_cells.lines(
        tr("{label}: the points are brought from {here} to {there}."),
        tr(
            "{label}: there is no exact way from {here} to {there}, the points may lie some "
            "metres off ({operation})."
        ),
    )
    tell(run, lines)
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
