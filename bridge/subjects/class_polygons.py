"""Polygons that stand for classes: their parameters, and what is read of them."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingParameterString

from ...core.base.messages import DataError
from ...core.scan.class_polygons import ClassPolygon
from ...core.scan.series import Series
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..polygons import (
    PolygonInput,
    Shape,
    field_parameter,
    field_text,
    fields_of,
    polygon_parameter,
    polygons_of,
    wrong_feature,
)
from ..run import Run
from ..run_parameters import RunParameters

# A year by itself, or at the beginning of a day.
YEAR = re.compile(r"(\d{4})(-\d\d-\d\d([T ].*)?)?")


def add_class_polygon_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """POLYGONS, CLASS_FIELD, CLASS, FROM_FIELD and TO_FIELD."""
    algorithm.add(
        polygon_parameter("POLYGONS", tr("Polygons"), optional=False),
        tr(
            "Polygons, of any reference system, that stand for land of a class, such as mines. A "
            "cell is inside where its centre is. Invalid polygons are repaired, and named in the "
            "log."
        ),
    )
    algorithm.add(
        field_parameter("CLASS_FIELD", tr("Field with the class"), "POLYGONS"),
        tr(
            "The class of each polygon: value, key or name of a class of the layers, or a name "
            "of its own."
        ),
    )
    algorithm.add(
        field_parameter("FROM_FIELD", tr("Field with the first year"), "POLYGONS"),
        tr(
            "The first year in which a polygon holds; empty: always before TO_FIELD. Without "
            "this field polygons hold from the beginning."
        ),
    )
    algorithm.add(
        field_parameter("TO_FIELD", tr("Field with the last year"), "POLYGONS"),
        tr(
            "The last year in which a polygon holds; empty: for ever. Without this field "
            "polygons hold to the end."
        ),
    )
    algorithm.add(
        QgsProcessingParameterString("CLASS", tr("Class"), None, False, True),
        tr(
            "The class of all polygons, where they have no field for it, or of those whose field "
            "is empty: a value, a key or a name, such as open_pit or Open pit."
        ),
    )


def check_class_polygons(parameters: RunParameters) -> None:
    """Refuse what is said of the polygons' classes and years where it is wrong by a look."""
    if not parameters.text("CLASS_FIELD").strip() and not parameters.text("CLASS").strip():
        raise DataError(
            "CLASS_FIELD: nothing says which class the polygons are; name a field, or give CLASS"
        )
    fields_of(parameters, "POLYGONS")


def class_polygons_of(run: Run, polygons: PolygonInput, series: Series) -> list[ClassPolygon]:
    """The polygons about the cells of a series, with class and years."""
    class_text = run.text("CLASS").strip()
    return [
        _class_polygon(polygons, shape, class_text) for shape in polygons_of(run, polygons, series)
    ]


def _class_polygon(polygons: PolygonInput, shape: Shape, class_text: str) -> ClassPolygon:
    text = field_text(shape.fields.get("CLASS_FIELD")) or class_text
    if not text:
        raise wrong_feature(
            polygons.label,
            shape.feature,
            "the field '{field}' is empty; fill it in, or give CLASS",
            field=polygons.fields["CLASS_FIELD"],
        )
    first, last = _year(polygons, shape, "FROM_FIELD"), _year(polygons, shape, "TO_FIELD")
    if first is not None and last is not None and first > last:
        raise wrong_feature(
            polygons.label,
            shape.feature,
            "it ends in {last}, before it begins in {first}",
            first=first,
            last=last,
        )
    return ClassPolygon(shape.feature, shape.wkb, text, first, last)


def _year(polygons: PolygonInput, shape: Shape, parameter: str) -> int | None:
    text = field_text(shape.fields.get(parameter))
    if not text:
        return None
    year = YEAR.fullmatch(text)
    if year is None:
        raise wrong_feature(
            polygons.label,
            shape.feature,
            "'{text}' in the field '{field}' ({name}) is no four-digit year",
            text=text,
            field=polygons.fields[parameter],
            name=parameter,
        )
    return int(year[1])
