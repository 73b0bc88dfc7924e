"""Inputs of single subjects.

Values per hectare and value rasters; grades and targets of a change analysis; rules for
implausible trajectories; class polygons; DISCLOSURE; area errors; the tables of a path
to carbon neutrality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.base.dates import Date, Period, resolve_series_years, sort_by_year
from ...core.base.messages import DataError, Message, Notes, Term
from ...core.base.numbers import parse_nodata
from ...core.chronosequence.value_rasters import find_land_use_date
from ...core.mine.reclamation import Disclosure, DisclosureRow
from ...core.path.emissions import load_gwp_set, read_activity
from ...core.path.path import NeutralityPath, read_path_years
from ...core.path.scenarios import read_scenarios
from ...core.path.starting_land import read_carbon_debt, read_starting_land
from ...core.raster.source import RasterInput
from ...core.scan.series import Series
from ...core.scan.strata import ClassPolygon
from ...core.scheme.area_errors import AreaErrors
from ...core.scheme.class_accuracy import select_reader
from ...core.scheme.classes import Classes, LandClass, read_classes
from ...core.scheme.coefficients import read_coefficients
from ...core.scheme.defaults import default_classes, default_zones, load_default_table
from ...core.scheme.density_sources import log_default_densities
from ...core.scheme.implausible_rules import (
    SuspectRules,
    check_applicable_rule,
    parse_suspect_rules,
)
from ...core.scheme.value_classes import TABLE_SOURCE, ClassSource
from ...core.scheme.values_per_hectare import (
    CLASS_COLUMN,
    DENSITY_COLUMNS,
    SOURCE_COLUMN,
    ClassValues,
    ValueTable,
    assign_class_values,
    check_class_values,
    log_unmatched_values,
    parse_value_table,
)
from ...core.scheme.zone_rules import read_rules
from ...text import interface_language, translate
from ..algorithm import AlgorithmInputs
from ..layers import (
    DatedLayer,
    create_raster_input,
    get_full_layer_name,
    get_layer_names,
    get_layer_source,
    get_raster_layers,
)
from ..overwrite_protection import find_source_file
from ..parameters import RunParameters
from ..polygons import (
    PolygonInput,
    PolygonShape,
    feature_error,
    format_field_value,
    read_field_names,
    read_polygons,
)
from ..provenance import create_provenance, record_class_source
from ..run_context import RunContext
from ..scheme import (
    DatedInputs,
    TablesByParameter,
    get_scheme_legend,
    get_site_densities,
    parse_disturbing_groups,
    read_tables,
    read_uncertainty_options,
    record_site_densities,
)

if TYPE_CHECKING:
    from ...core.report.results_page import InputFile


def read_value_table(run: RunContext, inputs: DatedInputs, series: Series) -> ValueTable:
    """Return the table of values per hectare, or of site-specific densities without VALUES."""
    densities = get_site_densities(run, inputs, series)
    if densities is None or not densities.classes:
        return parse_value_table(inputs.tables["VALUES"])
    record_site_densities(run, "VALUES", densities)
    table = densities.build_table(
        translate(densities.whose), (CLASS_COLUMN, *DENSITY_COLUMNS, SOURCE_COLUMN)
    )
    return parse_value_table(table) if table.rows else ValueTable(table, DENSITY_COLUMNS, [], ())


def match_class_values(
    run: RunContext, table: ValueTable, series: Series, index: int = 0
) -> ClassValues:
    """Return the values by class, log those not used; `index`: of the value shown in rasters."""
    notes = Notes()
    if table.table.is_default:
        log_default_densities(notes)
    values = assign_class_values(table, index, series.classes, notes)
    if series.named_classes and table.rows:
        check_class_values(values, table.table, series.named_classes)
    run.log_notes(notes)
    return values


def log_zero_values(
    run: RunContext, table: ValueTable, values: ClassValues, occurring: Sequence[LandClass]
) -> None:
    """Log after the pass which of the classes found have no value and count as 0."""
    notes = Notes()
    log_unmatched_values(values, table.table, occurring, notes)
    run.log_notes(notes)


VALUE_LAYERS, VALUE_YEARS, VALUE_BAND, VALUE_NODATA = (
    "VALUE_LAYERS",
    "VALUE_YEARS",
    "VALUE_BAND",
    "VALUE_NODATA",
)


def check_value_rasters(parameters: RunParameters) -> None:
    """Raise an error if the value rasters are invalid."""
    parse_nodata(parameters.text_value(VALUE_NODATA), VALUE_NODATA)
    layers = get_raster_layers(parameters, VALUE_LAYERS)
    if not layers:
        raise DataError(
            "{name}: {given} given, at least {least} required", name=VALUE_LAYERS, given=0, least=1
        )
    band = parameters.int_value(VALUE_BAND)
    for layer in layers:
        if band > layer.bandCount():
            raise DataError(
                "{label} has no band {band}; number of bands: {count}",
                label=Message("{name} '{layer}'", name=VALUE_LAYERS, layer=layer.name()),
                band=band,
                count=layer.bandCount(),
            )


def read_value_rasters(parameters: RunParameters, dates: Sequence[Date]) -> list[RasterInput]:
    """Return the value rasters, earliest first. `dates`: land-use dates, earliest first."""
    layers = get_raster_layers(parameters, VALUE_LAYERS)
    sources = [get_layer_source(layer) for layer in layers]
    for index, source in enumerate(sources):
        if source in sources[:index]:
            raise DataError(
                "{name}: '{layer}' is given twice", name=VALUE_LAYERS, layer=layers[index].name()
            )
    names = get_layer_names(layers)
    years = resolve_series_years(
        parameters.text_value(VALUE_YEARS),
        [get_full_layer_name(layer) for layer in layers],
        VALUE_YEARS,
        apart=False,
    )
    band, nodata = (
        parameters.int_value(VALUE_BAND),
        parse_nodata(parameters.text_value(VALUE_NODATA), VALUE_NODATA),
    )
    inputs = []
    for index in sort_by_year(years):
        date = Date(years[index], names[index])
        find_land_use_date(date, dates)  # what is of no use is refused before the run
        inputs.append(
            create_raster_input(DatedLayer(VALUE_LAYERS, layers[index], band, date), nodata)
        )
    return inputs


# Parameters and outputs that require classes with groups.
SUSPECT_PARAMETERS = ("SUSPECT_RULES", "OPENING_YEAR", "SUSPECTS", "SUSPECT_MAP")


def read_suspect_rules(
    run: RunContext, inputs: DatedInputs, before: int | None, series: Series
) -> SuspectRules | None:
    """Return valid rules, log omitted ones; None if not needed, or if no default rule matches."""
    table, notes = inputs.tables["SUSPECT_RULES"], Notes()
    rules = parse_suspect_rules(table, series.classes, len(inputs.dates), before, notes)
    if run.has_value(*SUSPECT_PARAMETERS):
        check_applicable_rule(table, rules, series.named_classes)
    elif not rules.has_applicable_rule(series.named_classes):
        run.add_notice(
            "SUSPECT_HA not calculated: no class of the layers matches the default rules for "
            "suspicious trajectories."
        )
        return None
    run.log_notes(notes)
    return rules


# A year, alone or at the start of a date.
YEAR_PATTERN = re.compile(r"(\d{4})(-\d\d-\d\d([T ].*)?)?")


def check_class_polygons(parameters: RunParameters) -> None:
    """Raise an error if the parameters of class and years of polygons are invalid."""
    if (
        not parameters.text_value("CLASS_FIELD").strip()
        and not parameters.text_value("CLASS").strip()
    ):
        raise DataError("CLASS_FIELD: class of the polygons missing; set CLASS_FIELD or CLASS")
    read_field_names(parameters, "POLYGONS")


def read_class_polygons(
    run: RunContext, polygons: PolygonInput, series: Series
) -> list[ClassPolygon]:
    """Return the polygons near the grid of a series with class and years."""
    class_text = run.text_value("CLASS").strip()
    return [
        _create_class_polygon(polygons, shape, class_text)
        for shape in read_polygons(run, polygons, series)
    ]


def _create_class_polygon(
    polygons: PolygonInput, shape: PolygonShape, class_text: str
) -> ClassPolygon:
    text = format_field_value(shape.fields.get("CLASS_FIELD")) or class_text
    if not text:
        raise feature_error(
            polygons.label,
            shape.feature,
            "field '{field}' is empty; fill it in or set CLASS",
            field=polygons.fields["CLASS_FIELD"],
        )
    first, last = (
        _parse_year(polygons, shape, "FROM_FIELD"),
        _parse_year(polygons, shape, "TO_FIELD"),
    )
    if first is not None and last is not None and first > last:
        raise feature_error(
            polygons.label,
            shape.feature,
            "last year {last} is before first year {first}",
            first=first,
            last=last,
        )
    return ClassPolygon(shape.feature, shape.wkb, text, first, last)


def _parse_year(polygons: PolygonInput, shape: PolygonShape, parameter: str) -> int | None:
    text = format_field_value(shape.fields.get(parameter))
    if not text:
        return None
    year = YEAR_PATTERN.fullmatch(text)
    if year is None:
        raise feature_error(
            polygons.label,
            shape.feature,
            "field '{field}' ({name}): '{text}' is not a four-digit year",
            text=text,
            field=polygons.fields[parameter],
            name=parameter,
        )
    return int(year[1])


def write_disclosure(run: RunContext, disclosure: Disclosure | None) -> None:
    """Write DISCLOSURE, if requested, and log its gaps; empty without mined land."""
    if run.has_value("DISCLOSURE"):
        run.write_output_table("DISCLOSURE", DisclosureRow, disclosure.rows if disclosure else [])
        if disclosure:
            run.log_notes(disclosure.notes)


def read_area_errors(
    tables: TablesByParameter, series: Series, steps: list[Period]
) -> AreaErrors | None:
    """Return the errors of AREA_ERRORS with the default zones, or None if not given."""
    table = tables.get("AREA_ERRORS")
    if table is None:
        return None
    zones = default_zones(interface_language())
    rules = read_rules(load_default_table("rules.csv"), zones, series.classes, Notes())
    return select_reader(table)(table, series.classes, steps, rules)


MIN_YEAR, MAX_YEAR = 1900, 2300
# Source of class names if neither SCHEME nor CLASSES is given.
PAPER_CLASS_SOURCE = ClassSource(Term("classes of Yang et al. 2022"), "default (Yang et al. 2022)")
DEFAULT_END_YEAR, DEFAULT_MILESTONES = 2060, "2030,2050,2060"


@dataclass(frozen=True)
class PathInputs(AlgorithmInputs):
    """The path computed from the tables, and the notes on reading them."""

    path: NeutralityPath
    notes: Notes


def read_path_inputs(parameters: RunParameters) -> PathInputs:
    """Read the inputs of a path."""
    tables, notes = read_tables(parameters), Notes()
    classes, named_by = _read_table_classes(parameters, tables)
    activity = read_activity(tables["ACTIVITY"], tables["FACTORS"], notes)
    base = parameters.optional_int_value("BASE_YEAR")
    milestones = parameters.text_value("MILESTONES") or DEFAULT_MILESTONES
    span = read_path_years(base, parameters.int_value("END_YEAR"), milestones, activity, notes)
    coefficients = read_coefficients(tables["COEFFICIENTS"], classes, notes)
    if tables["COEFFICIENTS"].is_default:
        log_default_densities(notes)
    debt = read_carbon_debt(tables["BALANCE"], span.base) if "BALANCE" in tables else None
    path = NeutralityPath(
        span,
        activity,
        load_gwp_set(parameters.enum_value("GWP")),
        read_scenarios(tables["SCENARIOS"], classes, span.base),
        classes,
        coefficients,
        read_starting_land(
            tables.get("AGES"),
            tables.get("STATUS"),
            tables.get("DISTURBED"),
            classes,
            {n for n, c in enumerate(classes) if c in coefficients},
            span.base,
            parse_disturbing_groups(parameters),
            notes,
            debt,
        ),
        read_uncertainty_options(parameters),
        debt,
        lambda: not parameters.feedback.isCanceled(),
    )
    if parameters.is_non_default("TAKING_GROUPS") and not path.start.known_histories:
        parameters.add_warning("TAKING_GROUPS ignored: AGES has no land-use history.")
    provenance = create_provenance(parameters, [], [], tables, f"{span.base}-{span.end}")
    if "CLASSES" not in tables:
        provenance = record_class_source(provenance, named_by)
    return PathInputs(provenance, path, notes)


def _read_table_classes(
    parameters: RunParameters, tables: TablesByParameter
) -> tuple[Classes, ClassSource]:
    """Return the classes of the tables: those of CLASSES, of SCHEME or of the paper."""
    legend = get_scheme_legend(parameters)
    if "CLASSES" in tables:
        entries, named_by = read_classes(tables["CLASSES"]), TABLE_SOURCE
    elif legend is not None:
        words = Message("{title} (built-in legend)", title=legend.title)
        entries, named_by = legend.entries, ClassSource(words, "from a shipped legend")
    else:
        entries, named_by = default_classes(interface_language()), PAPER_CLASS_SOURCE
    return Classes(land_class for _, land_class in entries), named_by


def hash_table_files(run: RunContext) -> dict[str, InputFile]:
    """Return the table files by parameter with checksums, which requires reading them again."""
    from ...core.report.results_page import describe_input_files

    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if definition.type() == "source" and run.has_value(definition.name())
    ]
    files = describe_input_files(
        (find_source_file(run, name) for name in names), run.should_continue
    )
    return {name: file for name, file in zip(names, files) if file is not None}
