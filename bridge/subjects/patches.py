"""Polygons that stand for classes: their parameters, and what is read of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsProcessingException, QgsProcessingParameterString

from ...core.base.dates import Date, require_years
from ...core.scan.patches import Patch
from ...core.scan.series import Series
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..polygons import (
    PolygonInput,
    Shape,
    field_parameter,
    field_text,
    fields_of,
    polygon_input,
    polygon_parameter,
    polygons_of,
    wrong_feature,
)
from ..run import Run
from ..run_parameters import RunParameters

FIELDS = ("CLASS_FIELD", "FROM_FIELD", "TO_FIELD")
# A year by itself, or at the beginning of a day.
YEAR = re.compile(r"(\d{4})(-\d\d-\d\d([T ].*)?)?")


@dataclass(frozen=True)
class PatchInput:
    """The polygons of a run and what is said of their classes and years.

    `fields` are the polygons' own names of those fields that were given, by parameter; `class_text`
    is the class of polygons of which no field tells it.
    """

    polygons: PolygonInput
    fields: dict[str, str]
    class_text: str


def add_patch_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """POLYGONS, CLASS_FIELD, CLASS, FROM_FIELD and TO_FIELD."""
    algorithm.add(
        polygon_parameter("POLYGONS", tr("Polygons"), optional=False),
        tr(
            "Polygons, of any reference system, that stand for land of a class, such as mines. A "
            "cell is inside where its centre is. Invalid polygons are repaired, and named in the "
            "log."
        ),
    )
    for name, description, help_text in (
        (
            "CLASS_FIELD",
            tr("Field with the class"),
            tr(
                "The class of each polygon: value, key or name of a class of the layers, or a name "
                "of its own."
            ),
        ),
        (
            "FROM_FIELD",
            tr("Field with the first year"),
            tr(
                "The first year in which a polygon holds; empty: always before TO_FIELD. Without "
                "this field polygons hold from the beginning."
            ),
        ),
        (
            "TO_FIELD",
            tr("Field with the last year"),
            tr(
                "The last year in which a polygon holds; empty: for ever. Without this field "
                "polygons hold to the end."
            ),
        ),
    ):
        algorithm.add(field_parameter(name, description, "POLYGONS"), help_text)
    algorithm.add(
        QgsProcessingParameterString("CLASS", tr("Class"), None, False, True),
        tr(
            "The class of all polygons, where they have no field for it, or of those whose field "
            "is empty: a value, a key or a name, such as open_pit or Open pit."
        ),
    )


def patch_refusal(parameters: RunParameters) -> str:
    """What is wrong with what is said of the polygons' classes and years, in words, by a look.

    Raises:
        QgsProcessingException: the polygons have no such field.
    """
    if not parameters.text("CLASS_FIELD").strip() and not parameters.text("CLASS").strip():
        return tr(
            "CLASS_FIELD: nothing says which class the polygons are; name a field, or give CLASS"
        )
    fields_of(parameters, "POLYGONS", FIELDS)
    return ""


def patch_input(parameters: RunParameters, dates: Sequence[Date]) -> PatchInput:
    """The polygons of a run on layers of these dates.

    Raises:
        QgsProcessingException: the polygons cannot be opened, or have no such field.
        DataError: polygons have years and a layer has none.
    """
    polygons = polygon_input(parameters, "POLYGONS")
    fields = fields_of(parameters, "POLYGONS", FIELDS)
    if "FROM_FIELD" in fields or "TO_FIELD" in fields:
        require_years(dates)
    return PatchInput(polygons, fields, parameters.text("CLASS").strip())


def patches_of(run: Run, patches: PatchInput, series: Series) -> list[Patch]:
    """The polygons about the cells of a series, with class and years.

    Raises:
        QgsProcessingException: as polygons_of; or a polygon has no class, or what stands for its
            year is none.
        Cancelled: the run was.
    """
    shapes = polygons_of(run, patches.polygons, series, patches.fields.values())
    return [_patch(patches, shape) for shape in shapes]


def _patch(patches: PatchInput, shape: Shape) -> Patch:
    text = _text(patches, shape, "CLASS_FIELD") or patches.class_text
    if not text:
        raise _refused(
            patches,
            shape,
            tr("the field '{field}' is empty; fill it in, or give CLASS").format(
                field=patches.fields["CLASS_FIELD"]
            ),
        )
    first, last = _year(patches, shape, "FROM_FIELD"), _year(patches, shape, "TO_FIELD")
    if first is not None and last is not None and first > last:
        raise _refused(
            patches,
            shape,
            tr("it ends in {last}, before it begins in {first}").format(first=first, last=last),
        )
    return Patch(shape.feature, shape.wkb, text, first, last)


def _text(patches: PatchInput, shape: Shape, parameter: str) -> str:
    """What a field holds, as text; '' where it is empty or there is none."""
    return field_text(shape.fields.get(patches.fields.get(parameter, "")))


def _year(patches: PatchInput, shape: Shape, parameter: str) -> int | None:
    text = _text(patches, shape, parameter)
    if not text:
        return None
    year = YEAR.fullmatch(text)
    if year is None:
        raise _refused(
            patches,
            shape,
            tr("'{text}' in the field '{field}' ({name}) is no four-digit year").format(
                text=text, field=patches.fields[parameter], name=parameter
            ),
        )
    return int(year[1])


def _refused(patches: PatchInput, shape: Shape, what: str) -> QgsProcessingException:
    return wrong_feature(patches.polygons.label, shape.feature, what)
