"""Definitions of parameters and outputs from the dictionary resources/parameters.csv.

A row is a parameter or an output: name, kind (MAKERS, OUTPUTS), default, flags
(advanced, optional; on: optional output created by default), `of` (layer of a band or
field, minimum and maximum of a number, extensions of a file or its name), label, help,
and the page of the manual with details. A row with algorithms applies to these only: an
empty cell then inherits from the general row, and `-` is empty. A row without a name is
a choice of the preceding parameter, with its string and its label. `make inputs` writes
the tables of the manual from this file.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from qgis import core
from qgis.core import Qgis

from ..core.base.files import RESOURCE_FOLDER
from ..core.scan.units import MAX_SQUARES
from ..core.scheme.defaults import LEGEND_TITLES, SCHEMES
from ..text import tr, translate
from .dialog import create_choice_parameter
from .overwrite_protection import (
    PRESERVED_TABLES_KEY,
    ExtentParameter,
    MultipleLayersParameter,
    RasterParameter,
)
from .parameters import create_list_parameter, create_number_parameter

# Groups of parameters shared by several algorithms.
PARAMETER_GROUPS = {
    "@pair": "EARLIER LATER EARLIER_BAND LATER_BAND @shared @units GRID",
    "@shared": "SCHEME CLASSES MASK AREA_METHOD EXTENT NODATA",
    "@units": "UNITS UNIT_FIELD UNITS_SIZE UNITS_RASTER UNITS_BAND",
    "@draws": "DRAWS SEED LEVEL",
    "@years": "DISTURBANCE_YEAR DISTURBANCE_YEAR_BAND DISTURBANCE_YEAR_OFFSET RECOVERY_YEAR "
    "RECOVERY_YEAR_BAND RECOVERY_YEAR_OFFSET",
    "@audit": "AUDIT TOTAL_AREA_HA EXCLUDED_AREA_HA VALID_CELLS EXCLUDED_CELLS CLOSURE_CHECKS "
    "CLOSURE_DIFFERENCE",
    "@pair_audit": "@audit "
    "EARLIER_VALID_CELLS EARLIER_NODATA_CELLS EARLIER_OUTSIDE_CELLS EARLIER_UNLISTED_CELLS "
    "LATER_VALID_CELLS LATER_NODATA_CELLS LATER_OUTSIDE_CELLS LATER_UNLISTED_CELLS",
}
# Values in help texts besides {choices}, the strings of a choice.
HELP_VALUES = {"schemes": ", ".join(SCHEMES), "max_squares": f"{MAX_SQUARES:,}"}
SourceType = Qgis.ProcessingSourceType
SOURCE_TYPES = {
    "table": [SourceType.Vector],
    "polygons": [SourceType.VectorPolygon],
    "points or polygons": [SourceType.VectorPoint, SourceType.VectorPolygon],
}
SINK_TYPES = {
    "table": SourceType.Vector,
    "polygons": SourceType.VectorPolygon,
    "points": SourceType.VectorPoint,
}
OUTPUT_CLASSES = {
    "gives number": core.QgsProcessingOutputNumber,
    "gives text": core.QgsProcessingOutputString,
    "gives file": core.QgsProcessingOutputFile,
    "gives layers": core.QgsProcessingOutputMultipleLayers,
    "gives raster layer": core.QgsProcessingOutputRasterLayer,
    "gives vector": core.QgsProcessingOutputVectorLayer,
}


@dataclass(frozen=True)
class ParameterEntry:
    """A row of the dictionary, with the labels of its choices by string."""

    kind: str
    default: str
    flags: list[str]
    of: str
    label: str
    help: str
    page: str
    choices: dict[str, str] = field(default_factory=dict)

    @property
    def is_optional(self) -> bool:
        return "optional" in self.flags

    @property
    def is_created_by_default(self) -> bool:
        """Whether a dialog requests the output unless the user deselects it."""
        return not self.is_optional or "on" in self.flags


def expand_names(declared: str) -> Iterator[str]:
    """Yield the names of a declaration, with groups expanded."""
    for name in declared.split():
        yield from expand_names(PARAMETER_GROUPS[name]) if name in PARAMETER_GROUPS else [name]


@cache
def read_parameter_entries() -> Mapping[tuple[str, str], ParameterEntry]:
    """Return the rows by parameter and algorithm; '' for the general row."""
    entries: dict[tuple[str, str], ParameterEntry] = {}
    general: dict[str, dict[str, str]] = {}
    choices: dict[str, str] = {}
    with (RESOURCE_FOLDER / "parameters.csv").open(encoding="utf-8", newline="") as file:
        for cells in csv.DictReader(file):
            name, algorithms = cells.pop("parameter"), cells.pop("algorithms").split()
            if not name:
                choices[cells["kind"]] = cells["label"] or cells["kind"]
                continue
            if algorithms:
                cells = {key: cell or general[name][key] for key, cell in cells.items()}
            else:
                general[name] = cells
            kind, default, flags, of, label, help_text, page = (
                "" if cell == "-" else cell for cell in cells.values()
            )
            choices = {}
            entry = ParameterEntry(
                kind, default, flags.split(), of, label, help_text, page, choices
            )
            entries.update({(name, algorithm): entry for algorithm in algorithms or [""]})
    return entries


def create_definition(algorithm: str, name: str) -> tuple[Any, str]:
    """Return the definition of a parameter or an output of an algorithm, and its help."""
    general = read_parameter_entries()[name, ""]
    entry = read_parameter_entries().get((name, algorithm), general)
    label, help_text = tr(entry.label), tr(entry.help)
    if entry.kind in OUTPUT_CLASSES:
        label = label or entry.of
        return OUTPUT_CLASSES[entry.kind](name, label), help_text
    words = {string: tr(text) for string, text in (entry.choices or general.choices).items()}
    if name == "SCHEME":
        words.update((scheme, translate(title)) for scheme, title in LEGEND_TITLES.items())
    parameter = DEFINITION_FACTORIES[entry.kind](name, label, entry, words)
    if "advanced" in entry.flags:
        parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    if "{" in help_text:
        help_text = help_text.format(**HELP_VALUES, choices=", ".join(words))
    return parameter, help_text


# Creates a definition from name, label, row of the dictionary and labels of choices.
DefinitionFactory = Callable[[str, str, ParameterEntry, Mapping[str, str]], Any]


def _basic_factory(kind: type) -> DefinitionFactory:
    return lambda name, label, entry, words: kind(
        name, label, entry.default or None, entry.is_optional
    )


def _destination_factory(kind: type) -> DefinitionFactory:
    return lambda name, label, entry, words: kind(
        name, label, None, entry.is_optional, createByDefault=entry.is_created_by_default
    )


def _create_rasters_parameter(
    name: str, label: str, entry: ParameterEntry, words: Mapping[str, str]
) -> MultipleLayersParameter:
    parameter = MultipleLayersParameter(name, label, SourceType.Raster, None, entry.is_optional)
    if entry.of:
        # QGIS would only report an invalid value; `check_parameters` reports the number needed.
        parameter.setMinimumNumberInputs(int(entry.of))
    return parameter


def _create_number_parameter(
    name: str, label: str, entry: ParameterEntry, words: Mapping[str, str]
) -> Any:
    is_whole, (minimum, maximum) = entry.kind == "whole number", map(float, entry.of.split())
    default = float(entry.default) if entry.default else None
    if is_whole and default is not None:
        default = int(default)
    return create_number_parameter(name, label, default, minimum, maximum, is_whole)


def _create_scheme_destination(
    name: str, label: str, entry: ParameterEntry, words: Mapping[str, str]
) -> Any:
    definition = core.QgsProcessingParameterFileDestination(name, label, tr(entry.of))
    # A file with all four tables is left unchanged: the user may have edited it.
    definition.setMetadata({PRESERVED_TABLES_KEY: ["classes", "zones", "rules", "coefficients"]})
    return definition


DEFINITION_FACTORIES: dict[str, DefinitionFactory] = {
    "raster": _basic_factory(RasterParameter),
    "rasters": _create_rasters_parameter,
    "layers": lambda name, label, entry, words: MultipleLayersParameter(
        name, label, SourceType.MapLayer, None, entry.is_optional
    ),
    "extent": _basic_factory(ExtentParameter),
    "point": _basic_factory(core.QgsProcessingParameterPoint),
    "number": _create_number_parameter,
    "whole number": _create_number_parameter,
    "band": lambda name, label, entry, words: core.QgsProcessingParameterBand(
        name, label, int(entry.default), entry.of, entry.is_optional
    ),
    "field": lambda name, label, entry, words: core.QgsProcessingParameterField(
        name,
        label,
        entry.default or None,
        entry.of,
        Qgis.ProcessingFieldParameterDataType.Any,
        False,
        entry.is_optional,
    ),
    "choice": lambda name, label, entry, words: create_choice_parameter(
        name, label, words, entry.default or None
    ),
    "text": lambda name, label, entry, words: core.QgsProcessingParameterString(
        name, label, entry.default or None, optional=entry.is_optional
    ),
    "lines": lambda name, label, entry, words: core.QgsProcessingParameterString(
        name, label, entry.default or None, True, entry.is_optional
    ),
    "list": lambda name, label, entry, words: create_list_parameter(
        name, label, entry.default or None
    ),
    "box": lambda name, label, entry, words: core.QgsProcessingParameterBoolean(
        name, label, bool(entry.default)
    ),
    "polygon layer": lambda name, label, entry, words: core.QgsProcessingParameterVectorLayer(
        name, label, SOURCE_TYPES["polygons"], None, entry.is_optional
    ),
    **dict.fromkeys(
        SOURCE_TYPES,
        lambda name, label, entry, words: core.QgsProcessingParameterFeatureSource(
            name, label, SOURCE_TYPES[entry.kind], None, entry.is_optional
        ),
    ),
    **dict.fromkeys(
        (f"writes {kind}" for kind in SINK_TYPES),
        lambda name, label, entry, words: core.QgsProcessingParameterFeatureSink(
            name,
            label,
            SINK_TYPES[entry.kind[7:]],
            None,
            entry.is_optional,
            entry.is_created_by_default,
        ),
    ),
    "writes raster": _destination_factory(core.QgsProcessingParameterRasterDestination),
    "writes folder": _destination_factory(core.QgsProcessingParameterFolderDestination),
    "writes scheme": _create_scheme_destination,
    "writes file": lambda name, label, entry, words: core.QgsProcessingParameterFileDestination(
        name, label, tr(entry.of), None, entry.is_optional, entry.is_created_by_default
    ),
}
