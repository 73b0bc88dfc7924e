"""A sample with labels as a parameter: points or polygons, and what their fields say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    Qgis,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingParameterFeatureSource,
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
from ...core.accuracy.estimates import SIMPLE, STRATIFIED
from ...core.accuracy.matching import StrataTable, read_strata
from ...core.base.messages import Term, Text
from ...core.scan.series import Series
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dialog.choices import choice_parameter
from ..polygons import (
    PolygonInput,
    features_of,
    field_parameter,
    field_text,
    field_values,
    fields_of,
    polygon_input,
    polygons_of,
    tell,
    wrong_feature,
)
from ..run import Run
from ..run_parameters import RunParameters
from ..tables import table, table_parameter
from ..to_cells import ToCells

# What the layer of Sample for accuracy calls its labels.
LABEL = "label"
NOWHERE = float("nan"), float("nan")
FIELDS = ("REFERENCE_FIELD", "MAP_FIELD", "STRATUM_FIELD")


@dataclass(frozen=True)
class ReferenceInput:
    """The sample of a run: opened while it is prepared, read where it works.

    Attributes:
        layer: the points or polygons.
        fields: its own names of those fields that were given, by parameter.
        design: one of DESIGNS.
        strata: those of the table STRATA, or None.
    """

    layer: PolygonInput
    fields: Mapping[str, str]
    design: str
    strata: StrataTable | None

    @property
    def name(self) -> str:
        """What the layer is called."""
        return self.layer.source.sourceName()

    @property
    def facts(self) -> list[tuple[Text, object]]:
        """What it is, for a page: names of the layer, of its fields, and of the table."""
        words = {
            "REFERENCE_FIELD": Term("Field with the labels"),
            "MAP_FIELD": Term("Field with the classes of the map"),
            "STRATUM_FIELD": Term("Field with the strata"),
        }
        facts: list[tuple[Text, object]] = [(Term("Reference"), self.name)]
        facts += [(words[name], field) for name, field in self.fields.items()]
        if self.strata is not None:
            facts.append((Term("Table of the strata"), self.strata.label))
        return facts


def add_reference_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """DESIGN, REFERENCE, its fields, and STRATA."""
    algorithm.add(
        choice_parameter(
            "DESIGN",
            tr("Design of the sample"),
            {
                STRATIFIED: tr("Stratified: drawn class by class or stratum by stratum"),
                SIMPLE: tr("Simple: drawn from all land alike, at random or in a grid"),
            },
            STRATIFIED,
        ),
        tr(
            "stratified: the sample was drawn class by class of the map (Olofsson et al. 2014), "
            "or stratum by stratum of STRATA (Stehman 2014). simple: it was drawn from all land "
            "alike, at random or in a regular grid."
        ),
    )
    kinds = Qgis.ProcessingSourceType
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            "REFERENCE", tr("Reference"), [kinds.VectorPoint, kinds.VectorPolygon]
        ),
        tr(
            "Points or polygons, of any reference system, with what the land is. A point stands "
            "for the cell that it lies in, a polygon for the cells whose centres lie inside it."
        ),
    )
    for name, description, default, help_text in (
        (
            "REFERENCE_FIELD",
            tr("Field with the label"),
            LABEL,
            tr(
                "What the land is: value, key or name of a class of the map, or of one that the "
                "map lacks. Where it is empty there is no label, and the sample does not count."
            ),
        ),
        (
            "MAP_FIELD",
            tr("Field with the class of the map"),
            None,
            tr(
                "What the map shows there, in the same ways. Without it the map is asked at the "
                "points."
            ),
        ),
        (
            "STRATUM_FIELD",
            tr("Field with the stratum"),
            None,
            tr("Value or name of the stratum in STRATA that each point or polygon was drawn from."),
        ),
    ):
        algorithm.add(field_parameter(name, description, "REFERENCE", default), help_text)
    algorithm.add(
        table_parameter("STRATA", tr("Strata")),
        tr(
            "Where the strata are not the classes of the map: the table Strata of Sample for "
            "accuracy, or one with the columns value or class, cells, and area_ha or weight. It "
            "needs the field with the stratum."
        ),
    )


def reference_refusal(parameters: RunParameters) -> str:
    """What is wrong with what is said of the sample, in words, by a look.

    Raises:
        QgsProcessingException: its layer has no such field.
    """
    has_strata, has_field = parameters.has("STRATA"), bool(parameters.text("STRATUM_FIELD").strip())
    if has_strata and parameters.choice("DESIGN") == SIMPLE:
        return tr("STRATA: a simple sample has no strata; choose the design stratified")
    if has_strata and not has_field:
        return tr("STRATUM_FIELD: STRATA is given, so name the field with the strata")
    if has_field and not has_strata:
        return tr("STRATA: STRATUM_FIELD is given, so give the sizes of the strata")
    fields_of(parameters, "REFERENCE", FIELDS)
    return ""


def reference_input(parameters: RunParameters) -> ReferenceInput:
    """The sample of a run.

    Raises:
        QgsProcessingException: layer or table cannot be opened, or there is no such field.
        DataError: the table cannot be one of strata.
    """
    layer, strata = polygon_input(parameters, "REFERENCE"), table(parameters, "STRATA")
    return ReferenceInput(
        layer,
        fields_of(parameters, "REFERENCE", FIELDS),
        parameters.choice("DESIGN"),
        None if strata is None else read_strata(strata),
    )


def sample_cells(run: Run, reference: ReferenceInput, series: Series) -> SampleCells:
    """What takes part in the pass for the sample; what was done to read it is logged.

    Raises:
        QgsProcessingException: a feature is no point or polygon, or has no place on the map.
        DataError: there are too many polygons.
        Cancelled: the run was.
    """
    if _geometry(reference.layer.source) == Qgis.GeometryType.Polygon:
        return PolygonCells(series, _polygons(run, reference, series))
    return PointCells(series, _points(run, reference, series))


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


def _attributes(
    reference: ReferenceInput, feature: int, values: Mapping[str, object]
) -> SampleAttributes:
    label, map_class, stratum = (
        field_text(values.get(reference.fields.get(name, ""))) for name in FIELDS
    )
    return SampleAttributes(label, map_class, stratum, feature)


def _polygons(run: Run, reference: ReferenceInput, series: Series) -> ReferencePolygons:
    shapes = polygons_of(run, reference.layer, series, reference.fields.values())
    samples = [(_attributes(reference, one.feature, one.fields), one.wkb) for one in shapes]
    # Land without a label is not taken from a polygon that has one.
    samples.sort(key=lambda pair: not pair[0].label)
    attributes, shapes_as_wkb = [one for one, _ in samples], [wkb for _, wkb in samples]
    return ReferencePolygons(reference.layer.label, attributes, shapes_as_wkb)


def _points(run: Run, reference: ReferenceInput, series: Series) -> ReferencePoints:
    reader = _PointReader(reference, series)
    for feature in features_of(run, reference.layer.source, reference.fields.values()):
        reader.add(feature)
    tell(run, reader.lines())
    return reader.points()


class _PointReader:
    """Brings points into the reference system of the cells, one feature after the other."""

    def __init__(self, reference: ReferenceInput, series: Series):
        self._reference, layer = reference, reference.layer
        self._to_cells = ToCells(layer.label, layer.source, layer.transforms, series)
        self._places: list[tuple[float, float]] = []
        self._of: list[int] = []
        self._attributes: list[SampleAttributes] = []
        self._known: dict[tuple[str, ...], int] = {}
        self._without = 0

    def add(self, feature: QgsFeature) -> None:
        """Take in the points of a feature."""
        geometry, number = feature.geometry(), feature.id()
        values = field_values(feature, self._reference.fields.values())
        attributes = _attributes(self._reference, number, values)
        place = self._known.setdefault(attributes[:3], len(self._attributes))
        if place == len(self._attributes):
            self._attributes.append(attributes)
        places = [NOWHERE]
        if geometry.isNull() or geometry.isEmpty():
            self._without += 1
        elif geometry.type() != Qgis.GeometryType.Point:
            kind = QgsWkbTypes.displayString(geometry.wkbType())
            what = tr("it is a {kind}, not a point").format(kind=kind)
            raise wrong_feature(self._reference.layer.label, number, what)
        else:
            places = self._brought(geometry)
        self._places += places
        self._of += [place] * len(places)

    def _brought(self, geometry: QgsGeometry) -> list[tuple[float, float]]:
        """Where its points lie on the map; nowhere if they cannot be brought there."""
        places = []
        for vertex in geometry.vertices():
            try:
                point = self._to_cells.transform.transform(vertex.x(), vertex.y())
                places.append((point.x(), point.y()))
            except QgsCsException:
                places.append(NOWHERE)
        return places

    def lines(self) -> list[tuple[bool, str]]:
        """What there is to tell, and whether it is a warning."""
        label = self._reference.layer.label
        lines = [
            (False, tr("{label}: points: {count:,}.").format(label=label, count=len(self._of)))
        ]
        if self._without:
            text = tr("{label}: features without a point, which lie outside the map: {count:,}.")
            lines.append((True, text.format(label=label, count=self._without)))
        lines += self._to_cells.lines(
            tr("{label}: the points are brought from {here} to {there}."),
            tr(
                "{label}: there is no exact way from {here} to {there}, the points may lie some "
                "metres off ({operation})."
            ),
        )
        return lines

    def points(self) -> ReferencePoints:
        """All of them."""
        return ReferencePoints(
            self._reference.layer.label,
            self._attributes,
            np.array(self._of, np.int64),
            np.array(self._places, np.float64).reshape(-1, 2),
        )
