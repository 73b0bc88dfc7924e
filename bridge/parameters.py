"""Parameter values of a run, by name, and their labels in messages.

The QGIS getters replace an invalid value with the default, and the steps of a model are
not checked. Therefore every value is parsed here before a run: expressions are
evaluated, lists flattened, numbers and texts made plain. The run uses only the result.
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

from ..core.base.messages import DataError, Message, MessageList, Term
from ..core.base.numbers import parse_number
from ..text import tr, translate

# Short names of QGIS classes for signatures.
Algorithm = QgsProcessingAlgorithm
Context = QgsProcessingContext
Feedback = QgsProcessingFeedback
# Inputs of a run by parameter name, and results by output name.
Parameters = dict[str, Any]
Outputs = dict[str, Any]

# Values of QgsApplication.platform().
DESKTOP_PLATFORM, HEADLESS_PLATFORM = "desktop", "qgis_process"
# A parameter name in a text: YEARS has ..., CLASSES (classes) row 3 ..., but not /data/CLASSES.csv.
# A name may adjoin a Chinese character.
NAME_PATTERN = re.compile(
    r"(?<![A-Za-z0-9_/\\.-])[A-Z][A-Z0-9_]+(?![A-Za-z0-9_/\\-]|\.[A-Za-z0-9_])"
)
# A quoted value, which is user input.
QUOTED_PATTERN = re.compile(r"['\u201c]\{(\w+)")
# Separator between the short label of a parameter and its additions.
LABEL_TAIL_PATTERN = r"\s*[,(\uff0c\uff08]"


def is_polygon_parameter(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether a parameter accepts polygons; others of its type accept tables."""
    kind = int(Qgis.ProcessingSourceType.VectorPolygon)
    return (
        isinstance(definition, QgsProcessingParameterFeatureSource)
        and kind in definition.dataTypes()
    )


def get_extent_bounds(rectangle: QgsRectangle) -> tuple[float, float, float, float]:
    """Return x_min, x_max, y_min and y_max, in the order QGIS writes extents."""
    return (rectangle.xMinimum(), rectangle.xMaximum(), rectangle.yMinimum(), rectangle.yMaximum())


@dataclass(eq=False)
class RunParameters:
    """Parameters of a run as plain values by name.

    bridge/layers.py and tables.py read inputs in the main thread; `warned`: run warnings.
    """

    algorithm: Algorithm
    values_by_name: Parameters
    context: Context
    feedback: Feedback
    warned: list[Message] = field(default_factory=list)

    def report_progress(self, fraction: float) -> bool:
        """Report the fraction done, 0 to 1, and return whether to continue."""
        self.feedback.setProgress(100.0 * fraction)
        return not self.feedback.isCanceled()

    def should_continue(self, part: float = 0.0) -> bool:
        """Return whether to continue; progress is set again, since some interrupts need it."""
        return self.report_progress(self.feedback.progress() / 100.0)

    def add_warning(self, text: str | Message, /, **values: object) -> None:
        """Log a warning only once; `text`: a template with `values` or a message with them."""
        message = text if isinstance(text, Message) else Message(text, **values)
        if str(message) not in map(str, self.warned):
            self.feedback.pushWarning(in_dialog_language(self.algorithm, message))
            self.warned.append(message)

    def add_notice(self, text: str | Message, /, **values: object) -> None:
        """Log a notice; arguments as in `add_warning`."""
        message = text if isinstance(text, Message) else Message(text, **values)
        self.feedback.pushInfo(in_dialog_language(self.algorithm, message))

    def has_parameter(self, name: str) -> bool:
        """Return whether the algorithm has a parameter."""
        return self.algorithm.parameterDefinition(name) is not None

    def has_value(self, *names: str) -> bool:
        """Return whether any of the named inputs is given or outputs requested."""
        return any(name in self.values_by_name for name in names)

    def is_non_default(self, name: str) -> bool:
        """Return whether a value differs from the default, which dialogs always pass."""
        default = self.algorithm.parameterDefinition(name).defaultValue()
        return self.has_value(name) and bool(self.values_by_name[name] != default)

    def text_value(self, name: str) -> str:
        return self.algorithm.parameterAsString(self.values_by_name, name, self.context) or ""

    def int_value(self, name: str) -> int:
        return self.algorithm.parameterAsInt(self.values_by_name, name, self.context)

    def optional_int_value(self, name: str) -> int | None:
        return self.int_value(name) if self.has_value(name) else None

    def float_value(self, name: str) -> float:
        return self.algorithm.parameterAsDouble(self.values_by_name, name, self.context)

    def optional_float_value(self, name: str) -> float | None:
        return self.float_value(name) if self.has_value(name) else None

    def bool_value(self, name: str) -> bool:
        """Return the value of a boolean parameter."""
        return self.algorithm.parameterAsBoolean(self.values_by_name, name, self.context)

    def enum_value(self, name: str) -> str:
        """Return the string of an enum parameter."""
        return self.algorithm.parameterAsEnumString(self.values_by_name, name, self.context)

    def output_file_path(self, name: str) -> str:
        """Return the path of a file output, or ''."""
        return self.algorithm.parameterAsFileOutput(self.values_by_name, name, self.context)

    def feature_source(self, name: str) -> QgsProcessingFeatureSource | None:
        """Return the source of a table or layer parameter, or None if it cannot be opened."""
        return self.algorithm.parameterAsSource(self.values_by_name, name, self.context)

    def value_list(self, name: str) -> list[Any]:
        """Return the values of a parameter as a list, empty if none is given."""
        value = self.values_by_name.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.staticValue()
        if value is None:
            return []
        return value if isinstance(value, list) else [value]


def parameter_error(name: str, what: object) -> DataError:
    """Return the error for the value of a parameter."""
    in_every_language = "{name}: {what}"
    return DataError(in_every_language, name=name, what=what)


def in_dialog_language(algorithm: QgsProcessingAlgorithm, text: object) -> str:
    """Translate a text; in the desktop application, parameters are named by their labels."""
    if QgsApplication.platform() != DESKTOP_PLATFORM:
        return translate(text)
    return translate_with_labels(text, ParameterLabels(algorithm.parameterDefinitions()))


def format_error(algorithm: QgsProcessingAlgorithm, text: object) -> str:
    """Return the error message text; in scripts, put the label before a leading parameter name."""
    if QgsApplication.platform() in (DESKTOP_PLATFORM, HEADLESS_PLATFORM):
        return in_dialog_language(algorithm, text)
    sentence, labels = translate(text), ParameterLabels(algorithm.parameterDefinitions())
    name = NAME_PATTERN.match(sentence)
    if name is None or name[0] not in labels:
        return sentence
    return tr("{label} / {sentence}").format(label=labels[name[0]], sentence=sentence)


def add_parameter_labels(algorithm: QgsProcessingAlgorithm, texts: Iterable[str]) -> list[str]:
    """Return help texts with each name preceded by its label."""
    labels, form = ParameterLabels(algorithm.outputDefinitions()), tr("'{label}' ({name})")
    labels.update(ParameterLabels(algorithm.parameterDefinitions()))
    return [labels.replace_names(text, form) for text in texts]


class ParameterLabels(dict[str, str]):
    """Labels of parameters or outputs by name."""

    def __init__(self, definitions: Iterable[Any]):
        super().__init__((each.name(), each.description()) for each in definitions)

    def replace_names(self, text: str, form: str = "{label}") -> str:
        """Replace names in a text with labels. `form`: format of label and name."""

        def put(match: re.Match[str]) -> str:
            name = match[0]
            if name not in self:
                return name
            # Of 'Layers, earliest first' the first word is sufficient.
            return form.format(label=re.split(LABEL_TAIL_PATTERN, self[name])[0], name=name)

        return NAME_PATTERN.sub(put, text)


def translate_with_labels(text: object, labels: ParameterLabels) -> str:
    """Translate a text with parameter names replaced by their labels.

    Also at the start of values, as CLASSES (classes); quoted values, user input, are kept.
    """
    if isinstance(text, Message):
        template = labels.replace_names(tr(text.template))
        given = QUOTED_PATTERN.findall(template)
        values = dict(text.values)
        for name, value in text.values.items():
            if isinstance(value, (str, Message, MessageList)):
                values[name] = (
                    translate(value) if name in given else translate_with_labels(value, labels)
                )
        return template.format(**values)
    if isinstance(text, MessageList):
        return tr(str(text.between)).join(
            translate_with_labels(part, labels) for part in text.parts
        )
    if isinstance(text, Term):
        return labels.replace_names(tr(text))
    words = str(text)
    first = NAME_PATTERN.match(words)
    return words if first is None else labels.replace_names(first[0]) + words[first.end() :]


# Metadata of a text parameter with several values; see create_list_parameter.
LIST_METADATA = {"takes": "list"}
# xmin,xmax,ymin,ymax [crs], as QGIS writes extents.
EXTENT_PATTERN = re.compile(r"(?P<edges>[^\[\]]*)(\[(?P<system>.*)\])?", re.DOTALL)
# x,y [crs], optionally in parentheses, as QGIS writes points.
POINT_PATTERN = re.compile(
    r"\s*\(?\s*(?P<x>[^\s,\[\]()]+)\s*,\s*(?P<y>[^\s,\[\]()]+)\s*(\[(?P<system>.*)\])?\s*\)?\s*",
    re.DOTALL,
)
# Types of plain values, for which QGIS would replace any other value with the default.
SCALAR_TYPES = ("string", "number", "band", "enum", "boolean", "field", "point")
DESTINATION_TYPES = ("sink", "rasterDestination", "fileDestination", "folderDestination")
POINT_GEOMETRY_TYPES = (
    Qgis.WkbType.Point,
    Qgis.WkbType.PointZ,
    Qgis.WkbType.PointM,
    Qgis.WkbType.PointZM,
)
# Largest band number in QGIS and GDAL.
MAX_BANDS = 2**31 - 1
TRUE_TEXTS, FALSE_TEXTS = ("true", "yes", "1"), ("false", "no", "0")


def create_list_parameter(
    name: str, description: str, default: str | None = None
) -> QgsProcessingParameterString:
    """Create the definition of an optional text of comma-separated values."""
    parameter = QgsProcessingParameterString(name, description, default, optional=True)
    parameter.setMetadata(LIST_METADATA)
    return parameter


def create_number_parameter(
    name: str,
    description: str,
    default: float | None,
    least: float,
    most: float,
    is_whole: bool = True,
) -> QgsProcessingParameterNumber:
    """Create the definition of a number, which is optional without a default."""
    kinds = Qgis.ProcessingNumberParameterType
    kind = kinds.Integer if is_whole else kinds.Double
    is_optional = default is None
    return QgsProcessingParameterNumber(name, description, kind, default, is_optional, least, most)


def parse_parameters(algorithm: Algorithm, parameters: Parameters, context: Context) -> Parameters:
    """Return the parsed parameter values by name; empty ones are omitted."""
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
        value = _ValueParser(algorithm, parameters, context, definition).parse_value()
        if value is not None:
            plain[name] = value
        # The algorithm checks the number of layers needed.
        elif definition.type() != "multilayer" and is_required(definition):
            raise DataError("{name}: no value given", name=name)
    return plain


def is_required(definition: QgsProcessingParameterDefinition) -> bool:
    """Return whether a parameter has no default and is not optional."""
    optional = definition.flags() & Qgis.ProcessingParameterFlag.Optional
    return not optional and definition.defaultValue() is None


@dataclass
class _ValueParser:
    """Parser of one parameter value."""

    algorithm: Algorithm
    parameters: Parameters
    context: Context
    definition: QgsProcessingParameterDefinition

    @property
    def name(self) -> str:
        return str(self.definition.name())

    def parse_value(self) -> Any:
        """Return the parsed value, or None if none is given."""
        given = self.parameters.get(self.name)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            return self._parse_feature_source(given)
        if isinstance(given, QgsProcessingOutputLayerDefinition):
            return self._parse_output(given)
        parts = self._flatten_values(given)
        if not parts:
            return None
        kind = self.definition.type()
        if kind == "multilayer":
            return parts
        if kind == "string" and self.definition.metadata() == LIST_METADATA and len(parts) > 1:
            # On one line; values with a comma in double quotes.
            line = io.StringIO()
            csv.writer(line, lineterminator="").writerow([self._parse_text(part) for part in parts])
            return line.getvalue()
        if kind == "extent" and len(parts) == 4:
            return self._parse_extent(",".join(self._parse_text(part) for part in parts))
        if kind == "point" and len(parts) == 2:
            return self._parse_point(",".join(self._parse_text(part) for part in parts))
        if len(parts) > 1:
            raise self._create_error("takes one value, {count} given", count=len(parts))
        return VALUE_PARSERS.get(kind, _ValueParser._parse_layer)(self, parts[0])

    def _flatten_values(self, value: object) -> list[Any]:
        """Return the single values with expressions evaluated and nested lists flattened."""
        if isinstance(value, QgsProperty):
            value = self._evaluate_property(value)
        if isinstance(value, (list, tuple)):
            items = [self._flatten_values(item) for item in value]
            # A series with missing dates would be a different series.
            is_series = self.definition.type() == "multilayer" and is_required(self.definition)
            if any(items) and [] in items and is_series:
                raise self._create_error(
                    "layer {place} of {count} is empty", place=items.index([]) + 1, count=len(items)
                )
            return [part for parts in items for part in parts]
        if isinstance(value, os.PathLike):
            value = os.fspath(value)
        return [] if value is None or value == "" or QgsVariantUtils.isNull(value) else [value]

    def _evaluate_property(self, value: QgsProperty) -> object:
        if value.propertyType() == Qgis.PropertyType.Static:
            return value.staticValue()
        scope = self.algorithm.createExpressionContext(self.parameters, self.context, None)
        result, worked = value.value(scope)
        if not worked:
            raise self._create_error(
                "'{text}' cannot be evaluated",
                text=value.expressionString() or value.field() or value.asExpression(),
            )
        return result

    def _parse_feature_source(self, value: QgsProcessingFeatureSourceDefinition) -> object:
        if self.definition.type() in SCALAR_TYPES:
            raise self._create_error("this kind of value is not allowed here")
        parts = self._flatten_values(value.source)
        if not parts:
            return None
        if len(parts) > 1:
            raise self._create_error("takes one value, {count} given", count=len(parts))
        plain = QgsProcessingFeatureSourceDefinition(value)
        plain.source = QgsProperty.fromValue(parts[0])
        return plain

    def _parse_output(self, value: QgsProcessingOutputLayerDefinition) -> object:
        if not self.definition.isDestination():
            raise self._create_error("this kind of value is not allowed here")
        parts = self._flatten_values(value.sink)
        if not parts:
            return None
        plain = QgsProcessingOutputLayerDefinition(value)
        plain.sink = QgsProperty.fromValue(self._parse_destination(parts[0]))
        return plain

    def _parse_layer(self, value: object) -> object:
        """Return a layer, or the text that names one."""
        if not isinstance(value, (str, QgsMapLayer)):
            raise self._create_error("'{value}' is not a layer or file", value=value)
        return value

    def _parse_table(self, value: object) -> object:
        """Return a layer or table; QGIS would read the first table of a file named like this."""
        if isinstance(value, str) and value.upper().startswith("GPKG:"):
            raise self._create_error(
                "'{value}': specify layers and tables of a GeoPackage as file.gpkg|layername=name",
                value=value,
            )
        return self._parse_layer(value)

    def _parse_destination(self, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise self._create_error("'{value}' is not a file name", value=value)
        if value.lower() == "memory:" and self.definition.type() == "sink":
            return f"memory:{self.definition.description()}"
        return value

    def _parse_text(self, value: object) -> str:
        """Return a text, or a number as text."""
        if isinstance(value, Real) and not isinstance(value, bool):
            if isinstance(value, Integral):
                return str(int(value))
            real = float(value)
            return str(int(real)) if real.is_integer() else repr(real)
        if not isinstance(value, str):
            raise self._create_error("'{value}' is not a text", value=value)
        return value

    def _parse_number(self, value: object) -> int | float:
        definition = self.definition
        low, high, whole = -inf, inf, True
        if isinstance(definition, QgsProcessingParameterNumber):
            low, high = definition.minimum(), definition.maximum()
            whole = definition.dataType() == Qgis.ProcessingNumberParameterType.Integer
        parsed = parse_number(value.strip()) if isinstance(value, str) else value
        if isinstance(parsed, bool) or not isinstance(parsed, Real) or not isfinite(parsed):
            raise self._create_error("'{value}' is not a number", value=value)
        parsed = float(parsed)
        if whole and not parsed.is_integer():
            raise self._create_error("'{value}' is not an integer", value=value)
        if not low <= parsed <= high:
            raise self._create_error(
                "{value} is outside the range {low:.10g} to {high:.10g}",
                value=value,
                low=low,
                high=high,
            )
        return int(parsed) if whole else parsed

    def _parse_band(self, value: object) -> int | float:
        parsed = self._parse_number(value)
        if not 1 <= parsed <= MAX_BANDS:
            raise self._create_error("{value} is not a band number; use 1 or more", value=value)
        return parsed

    def _parse_choice(self, value: object) -> str:
        definition = self.definition
        options = definition.options() if isinstance(definition, QgsProcessingParameterEnum) else []
        if not isinstance(value, str) or value not in options:
            raise self._create_error(
                "'{value}' is not one of {choices}", value=value, choices=", ".join(options)
            )
        return value

    def _parse_bool(self, value: object) -> bool:
        text = str(value).strip().lower()
        if text not in TRUE_TEXTS + FALSE_TEXTS:
            raise self._create_error("'{value}' is neither true nor false", value=value)
        return text in TRUE_TEXTS

    def _parse_extent(self, value: object) -> object:
        if isinstance(value, (QgsRectangle, QgsReferencedRectangle, QgsGeometry, QgsMapLayer)):
            pass
        elif not isinstance(value, str):
            raise self._create_error(
                "'{value}' is not an extent; use xmin,xmax,ymin,ymax, "
                "optionally followed by the CRS, such as [EPSG:32649]",
                value=value,
            )
        asked = ({self.name: value}, self.name, self.context)
        rectangle = self.algorithm.parameterAsExtent(*asked)
        if rectangle.isNull() or not all(map(isfinite, get_extent_bounds(rectangle))):
            raise self._create_error(
                "'{value}' is not an extent; use xmin,xmax,ymin,ymax, optionally followed by "
                "the CRS, such as [EPSG:32649]",
                value=value,
            )
        text = EXTENT_PATTERN.fullmatch(value) if isinstance(value, str) else None
        system = text and text["system"]
        if system is not None and not QgsCoordinateReferenceSystem(system).isValid():
            raise self._create_error("unknown CRS '{system}'", system=system)
        return value

    def _parse_point(self, value: object) -> str:
        """Return a point as text, followed by its CRS, if it has one."""
        if isinstance(value, QgsGeometry):
            value = (
                QgsPointXY(value.asPoint()) if value.wkbType() in POINT_GEOMETRY_TYPES else value
            )
        if isinstance(value, QgsReferencedPointXY):
            crs = value.crs()
            value = f"{value.x()!r},{value.y()!r} [{crs.authid() or crs.toWkt()}]"
        elif isinstance(value, QgsPointXY):
            value = f"{value.x()!r},{value.y()!r}"
        if not isinstance(value, str):
            raise self._create_error(
                "'{value}' is not a point; use longitude,latitude, or x,y "
                "followed by the CRS, such as [EPSG:32649]",
                value=value,
            )
        text = POINT_PATTERN.fullmatch(value)
        coordinates = [parse_number(text[name]) for name in ("x", "y")] if text else [None]
        if None in coordinates:
            raise self._create_error(
                "'{value}' is not a point; use longitude,latitude, or x,y followed by the "
                "CRS, such as [EPSG:32649]",
                value=value,
            )
        return value

    def _create_error(self, template: str, **values: object) -> DataError:
        """Return the error for a value from a message template and its values."""
        shown = {name: _describe_value(value) for name, value in values.items()}
        return parameter_error(self.name, Message(template, **shown))


def _describe_value(value: object) -> object:
    """Return the description of a value for messages: its type if not a text or number."""
    if isinstance(value, QgsMapLayer):
        return value.name()
    return value if isinstance(value, (str, Real)) else type(value).__name__


VALUE_PARSERS: dict[str, Callable[[_ValueParser, Any], Any]] = {
    **dict.fromkeys(("string", "field"), _ValueParser._parse_text),
    "number": _ValueParser._parse_number,
    "band": _ValueParser._parse_band,
    "enum": _ValueParser._parse_choice,
    "boolean": _ValueParser._parse_bool,
    "extent": _ValueParser._parse_extent,
    "point": _ValueParser._parse_point,
    "raster": _ValueParser._parse_layer,
    **dict.fromkeys(("source", "vector"), _ValueParser._parse_table),
    **dict.fromkeys(DESTINATION_TYPES, _ValueParser._parse_destination),
}
