"""Polygons that stand for classes: their parameters, and what is read of them."""

from __future__ import annotations

import re

from ...core.base.messages import DataError
from ...core.scan.class_polygons import ClassPolygon
from ...core.scan.series import Series
from ..polygons import PolygonInput, Shape, field_text, fields_of, polygons_of, wrong_feature
from ..run import Run
from ..run_parameters import RunParameters

# A year by itself, or at the beginning of a day.
YEAR = re.compile(r"(\d{4})(-\d\d-\d\d([T ].*)?)?")


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
