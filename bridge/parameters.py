"""What a run was given: its parameters, asked for by name, and what sentences call them.

QGIS's getters answer a value that they do not understand with the parameter's default, and steps of
a model are not checked at all. So every value goes through here before a run, and what comes out is
all that the run sees: expressions evaluated, lists flat, numbers and texts plain.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from math import inf, isfinite
from numbers import Integral, Real
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProperty,
    QgsRectangle,
    QgsReferencedPointXY,
    QgsReferencedRectangle,
    QgsVariantUtils,
)

from ..core.base.messages import DataError, Listed, Message, Term
from ..core.base.numbers import number_in
from ..text import tr, translate

# QGIS's names, shorter, for signatures.
Algorithm = QgsProcessingAlgorithm
Context = QgsProcessingContext
Feedback = QgsProcessingFeedback
# What a run is given, by the parameters' names, and what it gives, by the outputs' names.
Parameters = dict[str, Any]
Outputs = dict[str, Any]

# What QGIS says it runs as.
WINDOW, HEADLESS = "desktop", "qgis_process"
# A parameter's name in a text: YEARS has ..., CLASSES (classes) row 3 ..., but not
# /data/CLASSES.csv. Beside a Chinese character it stands by itself too.
NAME = re.compile(r"(?<![A-Za-z0-9_/\\.-])[A-Z][A-Z0-9_]+(?![A-Za-z0-9_/\\-]|\.[A-Za-z0-9_])")
# A value in quotes: that is what somebody gave.
QUOTED = re.compile(r"['\u201c]\{(\w+)")
# Where a label has said what the parameter is.
FURTHER = r"\s*[,(\uff0c\uff08]"


def takes_polygons(definition: QgsProcessingParameterDefinition) -> bool:
    """Whether a parameter takes polygons; others of its type take tables."""
    kind = int(Qgis.ProcessingSourceType.VectorPolygon)
    return (
        isinstance(definition, QgsProcessingParameterFeatureSource)
        and kind in definition.dataTypes()
    )


def edges_of(rectangle: QgsRectangle) -> tuple[float, float, float, float]:
    """x_min, x_max, y_min and y_max, as QGIS writes extents."""
    return (rectangle.xMinimum(), rectangle.xMaximum(), rectangle.yMinimum(), rectangle.yMaximum())


@dataclass(eq=False)
class RunParameters:
    """The parameters of a run, asked for by name as plain values.

    bridge/layers.py and bridge/tables.py read layers and tables, in the main thread. `warned` gets
    the warnings of the run.
    """

    algorithm: Algorithm
    values_by_name: Parameters
    context: Context
    feedback: Feedback
    warned: list[Message] = field(default_factory=list)

    def progress(self, fraction: float) -> bool:
        """Show the part done, 0 to 1, and say whether to go on."""
        self.feedback.setProgress(100.0 * fraction)
        return not self.feedback.isCanceled()

    def going_on(self, part: float = 0.0) -> bool:
        """Whether to go on; where an interrupt is only seen while progress is set, which stays."""
        return self.progress(self.feedback.progress() / 100.0)

    def warn(self, text: str | Message, /, **values: object) -> None:
        """Put a warning into the log, once however often it is given.

        `text`: a template with the values that go into it, or a message that has them.
        """
        message = text if isinstance(text, Message) else Message(text, **values)
        if str(message) not in map(str, self.warned):
            self.feedback.pushWarning(in_window(self.algorithm, message))
            self.warned.append(message)

    def inform(self, text: str | Message, /, **values: object) -> None:
        """Put a notice into the log; as `warn`."""
        message = text if isinstance(text, Message) else Message(text, **values)
        self.feedback.pushInfo(in_window(self.algorithm, message))

    def takes(self, name: str) -> bool:
        """Whether the algorithm has a parameter."""
        return self.algorithm.parameterDefinition(name) is not None

    def has(self, *names: str) -> bool:
        """Whether one of some inputs was given, or one of some outputs is asked for."""
        return any(name in self.values_by_name for name in names)

    def is_own(self, name: str) -> bool:
        """Whether something else than the default was given, which dialogs give in any case."""
        default = self.algorithm.parameterDefinition(name).defaultValue()
        return self.has(name) and bool(self.values_by_name[name] != default)

    def text(self, name: str) -> str:
        return self.algorithm.parameterAsString(self.values_by_name, name, self.context) or ""

    def whole(self, name: str) -> int:
        return self.algorithm.parameterAsInt(self.values_by_name, name, self.context)

    def optional_whole(self, name: str) -> int | None:
        return self.whole(name) if self.has(name) else None

    def real(self, name: str) -> float:
        return self.algorithm.parameterAsDouble(self.values_by_name, name, self.context)

    def optional_real(self, name: str) -> float | None:
        return self.real(name) if self.has(name) else None

    def yes(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.algorithm.parameterAsBoolean(self.values_by_name, name, self.context)

    def choice(self, name: str) -> str:
        """The string of an enum."""
        return self.algorithm.parameterAsEnumString(self.values_by_name, name, self.context)

    def file(self, name: str) -> str:
        """Where a file output goes, or ''."""
        return self.algorithm.parameterAsFileOutput(self.values_by_name, name, self.context)

    def source(self, name: str) -> QgsProcessingFeatureSource | None:
        """A table or layer that was given; None where it cannot be opened."""
        return self.algorithm.parameterAsSource(self.values_by_name, name, self.context)

    def values(self, name: str) -> list[Any]:
        """What was given for a parameter, one or several; without any, an empty list."""
        value = self.values_by_name.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.staticValue()
        if value is None:
            return []
        return value if isinstance(value, list) else [value]


def refused(name: str, what: object) -> DataError:
    """The error for what was given for a parameter."""
    in_every_language = "{name}: {what}"
    return DataError(in_every_language, name=name, what=what)


def in_window(algorithm: QgsProcessingAlgorithm, text: object) -> str:
    """A text in the user's language; in the window parameters are called as the window does."""
    if QgsApplication.platform() != WINDOW:
        return translate(text)
    return said(text, Labels(algorithm.parameterDefinitions()))


def by_label(algorithm: QgsProcessingAlgorithm, text: object) -> str:
    """The text of a refusal, for whoever reads it.

    What a script raises may be read in either way: a name that it begins with has its label
    before it.
    """
    if QgsApplication.platform() in (WINDOW, HEADLESS):
        return in_window(algorithm, text)
    sentence, labels = translate(text), Labels(algorithm.parameterDefinitions())
    name = NAME.match(sentence)
    if name is None or name[0] not in labels:
        return sentence
    return tr("{label} / {sentence}").format(label=labels[name[0]], sentence=sentence)


def with_labels(algorithm: QgsProcessingAlgorithm, texts: Iterable[str]) -> list[str]:
    """Texts of help, for windows and scripts alike: each name stands behind its label."""
    labels, form = Labels(algorithm.outputDefinitions()), tr("'{label}' ({name})")
    labels.update(Labels(algorithm.parameterDefinitions()))
    return [labels.put_into(text, form) for text in texts]


class Labels(dict[str, str]):
    """What the window calls parameters or outputs, by their names."""

    def __init__(self, definitions: Iterable[Any]):
        super().__init__((each.name(), each.description()) for each in definitions)

    def put_into(self, text: str, form: str = "{label}") -> str:
        """A text with labels in place of names. `form`: how label and name are put."""

        def put(match: re.Match[str]) -> str:
            name = match[0]
            if name not in self:
                return name
            # Of 'Layers, earliest first' the first word will do.
            return form.format(label=re.split(FURTHER, self[name])[0], name=name)

        return NAME.sub(put, text)


def said(text: object, labels: Labels) -> str:
    """A text in the user's language, in which parameters are called by their labels.

    They are named in the text itself, and by values that begin with one, such as CLASSES (classes).
    What stands in quotes somebody gave.
    """
    if isinstance(text, Message):
        template = labels.put_into(tr(text.template))
        given = QUOTED.findall(template)
        values = dict(text.values)
        for name, value in text.values.items():
            if isinstance(value, (str, Message, Listed)):
                values[name] = translate(value) if name in given else said(value, labels)
        return template.format(**values)
    if isinstance(text, Listed):
        return tr(str(text.between)).join(said(part, labels) for part in text.parts)
    if isinstance(text, Term):
        return labels.put_into(tr(text))
    words = str(text)
    first = NAME.match(words)
    return words if first is None else labels.put_into(first[0]) + words[first.end() :]


# What a text parameter that takes several is marked with; see list_parameter.
LIST = {"takes": "list"}
# xmin,xmax,ymin,ymax [system], as QGIS writes extents.
EXTENT_TEXT = re.compile(r"(?P<edges>[^\[\]]*)(\[(?P<system>.*)\])?", re.DOTALL)
# x,y [system], in parentheses or not, as QGIS writes points.
POINT_TEXT = re.compile(
    r"\s*\(?\s*(?P<x>[^\s,\[\]()]+)\s*,\s*(?P<y>[^\s,\[\]()]+)\s*(\[(?P<system>.*)\])?\s*\)?\s*",
    re.DOTALL,
)
# Parameters that take plain values, of which QGIS would make a default of anything else.
PLAIN = ("string", "number", "band", "enum", "boolean", "field", "point")
DESTINATIONS = ("sink", "rasterDestination", "fileDestination", "folderDestination")
POINTS = (Qgis.WkbType.Point, Qgis.WkbType.PointZ, Qgis.WkbType.PointM, Qgis.WkbType.PointZM)
# As many as QGIS and GDAL can count.
MOST_BANDS = 2**31 - 1
YES, NO = ("true", "yes", "1"), ("false", "no", "0")


def list_parameter(
    name: str, description: str, default: str | None = None
) -> QgsProcessingParameterString:
    """The definition of an optional text that holds several values, separated by commas."""
    parameter = QgsProcessingParameterString(name, description, default, optional=True)
    parameter.setMetadata(LIST)
    return parameter


def number_parameter(
    name: str,
    description: str,
    default: float | None,
    least: float,
    most: float,
    is_whole: bool = True,
) -> QgsProcessingParameterNumber:
    """The definition of a number; optional where it has no default."""
    kinds = Qgis.ProcessingNumberParameterType
    kind = kinds.Integer if is_whole else kinds.Double
    is_optional = default is None
    return QgsProcessingParameterNumber(name, description, kind, default, is_optional, least, most)


def understood(algorithm: Algorithm, parameters: Parameters, context: Context) -> Parameters:
    """The values that were given, by the parameters' names; what was left empty is left out."""
    names = [definition.name() for definition in algorithm.parameterDefinitions()]
    for name in parameters:
        if name in names:
            continue
        near = get_close_matches(str(name).upper(), names, 1, 0.6)
        if near:
            raise DataError(
                "Unknown parameter {name}; did you mean {near}?", name=str(name), near=near[0]
            )
        raise DataError(
            "Unknown parameter {name}; available: {names}",
            name=str(name),
            names=Message(", ".join(names)),
        )
    plain: Parameters = {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        value = _Value(algorithm, parameters, context, definition).plain()
        if value is not None:
            plain[name] = value
        # How many of several layers are needed is for the algorithm to say.
        elif definition.type() != "multilayer" and is_needed(definition):
            raise DataError("{name}: no value given", name=name)
    return plain


def is_needed(definition: QgsProcessingParameterDefinition) -> bool:
    """Whether something must be given for a parameter, which has no default."""
    optional = definition.flags() & Qgis.ProcessingParameterFlag.Optional
    return not optional and definition.defaultValue() is None


@dataclass
class _Value:
    """One value on its way."""

    algorithm: Algorithm
    parameters: Parameters
    context: Context
    definition: QgsProcessingParameterDefinition

    @property
    def name(self) -> str:
        return str(self.definition.name())

    def plain(self) -> Any:
        """What the parameter takes; None where nothing was given."""
        given = self.parameters.get(self.name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            return self._feature_source(given)
        if isinstance(given, QgsProcessingOutputLayerDefinition):
            return self._output(given)
        parts = self._parts(given)
        if not parts:
            return None
        kind = self.definition.type()
        if kind == "multilayer":
            return parts
        if kind == "string" and self.definition.metadata() == LIST and len(parts) > 1:
            # In one line; those with a comma in double quotes.
            line = io.StringIO()
            csv.writer(line, lineterminator="").writerow([self._text(part) for part in parts])
            return line.getvalue()
        if kind == "extent" and len(parts) == 4:
            return self._extent(",".join(self._text(part) for part in parts))
        if kind == "point" and len(parts) == 2:
            return self._point(",".join(self._text(part) for part in parts))
        if len(parts) > 1:
            raise self._wrong("takes one value, {count} given", count=len(parts))
        return READERS.get(kind, _Value._one)(self, parts[0])

    def _parts(self, value: object) -> list[Any]:
        """The single values, expressions evaluated, those in lists within lists too."""
        if isinstance(value, QgsProperty):
            value = self._evaluated(value)
        if isinstance(value, (list, tuple)):
            items = [self._parts(item) for item in value]
            # A series of fewer dates than somebody meant is another one.
            is_series = self.definition.type() == "multilayer" and is_needed(self.definition)
            if any(items) and [] in items and is_series:
                raise self._wrong(
                    "layer {place} of {count} is empty", place=items.index([]) + 1, count=len(items)
                )
            return [part for parts in items for part in parts]
        if isinstance(value, os.PathLike):
            value = os.fspath(value)
        return [] if value is None or value == "" or QgsVariantUtils.isNull(value) else [value]

    def _evaluated(self, value: QgsProperty) -> object:
        if value.propertyType() == Qgis.PropertyType.Static:
            return value.staticValue()
        scope = self.algorithm.createExpressionContext(self.parameters, self.context, None)
        result, worked = value.value(scope)
        if not worked:
            raise self._wrong(
                "'{text}' cannot be evaluated",
                text=value.expressionString() or value.field() or value.asExpression(),
            )
        return result

    def _feature_source(self, value: QgsProcessingFeatureSourceDefinition) -> object:
        if self.definition.type() in PLAIN:
            raise self._wrong("this kind of value is not allowed here")
        parts = self._parts(value.source)
        if not parts:
            return None
        if len(parts) > 1:
            raise self._wrong("takes one value, {count} given", count=len(parts))
        plain = QgsProcessingFeatureSourceDefinition(value)
        plain.source = QgsProperty.fromValue(parts[0])
        return plain

    def _output(self, value: QgsProcessingOutputLayerDefinition) -> object:
        if not self.definition.isDestination():
            raise self._wrong("this kind of value is not allowed here")
        parts = self._parts(value.sink)
        if not parts:
            return None
        plain = QgsProcessingOutputLayerDefinition(value)
        plain.sink = QgsProperty.fromValue(self._destination(parts[0]))
        return plain

    def _one(self, value: object) -> object:
        """A layer, or what names one."""
        if not isinstance(value, (str, QgsMapLayer)):
            raise self._wrong("'{value}' is not a layer or file", value=value)
        return value

    def _table(self, value: object) -> object:
        """A layer or table; QGIS would take the first one of a file that is named like this."""
        if isinstance(value, str) and value.upper().startswith("GPKG:"):
            raise self._wrong(
                "'{value}': specify layers and tables of a GeoPackage as file.gpkg|layername=name",
                value=value,
            )
        return self._one(value)

    def _destination(self, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise self._wrong("'{value}' is not a file name", value=value)
        if value.lower() == "memory:" and self.definition.type() == "sink":
            return f"memory:{self.definition.description()}"
        return value

    def _text(self, value: object) -> str:
        """A text, or a number as one writes it."""
        if isinstance(value, Real) and not isinstance(value, bool):
            if isinstance(value, Integral):
                return str(int(value))
            real = float(value)
            return str(int(real)) if real.is_integer() else repr(real)
        if not isinstance(value, str):
            raise self._wrong("'{value}' is not a text", value=value)
        return value

    def _number(self, value: object) -> int | float:
        definition = self.definition
        low, high, whole = -inf, inf, True
        if isinstance(definition, QgsProcessingParameterNumber):
            low, high = definition.minimum(), definition.maximum()
            whole = definition.dataType() == Qgis.ProcessingNumberParameterType.Integer
        parsed = number_in(value.strip()) if isinstance(value, str) else value
        if isinstance(parsed, bool) or not isinstance(parsed, Real) or not isfinite(parsed):
            raise self._wrong("'{value}' is not a number", value=value)
        parsed = float(parsed)
        if whole and not parsed.is_integer():
            raise self._wrong("'{value}' is not an integer", value=value)
        if not low <= parsed <= high:
            raise self._wrong(
                "{value} is outside the range {low:.10g} to {high:.10g}",
                value=value,
                low=low,
                high=high,
            )
        return int(parsed) if whole else parsed

    def _band(self, value: object) -> int | float:
        parsed = self._number(value)
        if not 1 <= parsed <= MOST_BANDS:
            raise self._wrong("{value} is not a band number; use 1 or more", value=value)
        return parsed

    def _choice(self, value: object) -> str:
        definition = self.definition
        options = definition.options() if isinstance(definition, QgsProcessingParameterEnum) else []
        if not isinstance(value, str) or value not in options:
            raise self._wrong(
                "'{value}' is not one of {choices}", value=value, choices=", ".join(options)
            )
        return value

    def _yes_or_no(self, value: object) -> bool:
        text = str(value).strip().lower()
        if text not in YES + NO:
            raise self._wrong("'{value}' is neither true nor false", value=value)
        return text in YES

    def _extent(self, value: object) -> object:
        if isinstance(value, (QgsRectangle, QgsReferencedRectangle, QgsGeometry, QgsMapLayer)):
            pass
        elif not isinstance(value, str):
            raise self._wrong(
                "'{value}' is not an extent; use xmin,xmax,ymin,ymax, "
                "optionally followed by the CRS, such as [EPSG:32649]",
                value=value,
            )
        asked = ({self.name: value}, self.name, self.context)
        rectangle = self.algorithm.parameterAsExtent(*asked)
        if rectangle.isNull() or not all(map(isfinite, edges_of(rectangle))):
            raise self._wrong(
                "'{value}' is not an extent; use xmin,xmax,ymin,ymax, optionally followed by "
                "the CRS, such as [EPSG:32649]",
                value=value,
            )
        text = EXTENT_TEXT.fullmatch(value) if isinstance(value, str) else None
        system = text and text["system"]
        if system is not None and not QgsCoordinateReferenceSystem(system).isValid():
            raise self._wrong("unknown CRS '{system}'", system=system)
        return value

    def _point(self, value: object) -> str:
        """A point as text, with its reference system behind it where it has one."""
        if isinstance(value, QgsGeometry):
            value = QgsPointXY(value.asPoint()) if value.wkbType() in POINTS else value
        if isinstance(value, QgsReferencedPointXY):
            crs = value.crs()
            value = f"{value.x()!r},{value.y()!r} [{crs.authid() or crs.toWkt()}]"
        elif isinstance(value, QgsPointXY):
            value = f"{value.x()!r},{value.y()!r}"
        if not isinstance(value, str):
            raise self._wrong(
                "'{value}' is not a point; use longitude,latitude, or x,y "
                "followed by the CRS, such as [EPSG:32649]",
                value=value,
            )
        text = POINT_TEXT.fullmatch(value)
        coordinates = [number_in(text[name]) for name in ("x", "y")] if text else [None]
        if None in coordinates:
            raise self._wrong(
                "'{value}' is not a point; use longitude,latitude, or x,y followed by the "
                "CRS, such as [EPSG:32649]",
                value=value,
            )
        return value

    def _wrong(self, template: str, **values: object) -> DataError:
        """The error for a value: a sentence, and what stands in it."""
        shown = {name: _shown(value) for name, value in values.items()}
        return refused(self.name, Message(template, **shown))


def _shown(value: object) -> object:
    """A value as a sentence names it: what is no text or number by its kind."""
    if isinstance(value, QgsMapLayer):
        return value.name()
    return value if isinstance(value, (str, Real)) else type(value).__name__


READERS: dict[str, Callable[[_Value, Any], Any]] = {
    **dict.fromkeys(("string", "field"), _Value._text),
    "number": _Value._number,
    "band": _Value._band,
    "enum": _Value._choice,
    "boolean": _Value._yes_or_no,
    "extent": _Value._extent,
    "point": _Value._point,
    "raster": _Value._one,
    **dict.fromkeys(("source", "vector"), _Value._table),
    **dict.fromkeys(DESTINATIONS, _Value._destination),
}
