"""What single subjects read besides the rest.

Values per hectare and rasters of values; grades and targets of an analysis of change; rules on
suspicious trajectories; polygons that stand for classes; DISCLOSURE; errors of areas; the tables of
a path to carbon neutrality.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.base.dates import Date, Period, order_by_year, series_years
from ...core.base.messages import DataError, Message, Notes, Term
from ...core.base.numbers import parse_nodata
from ...core.chronosequence.value_rasters import land_use_of
from ...core.mine.reclamation import Disclosure, DisclosureRow
from ...core.path.emissions import gwp_set, read_activity
from ...core.path.path import NeutralityPath, span_of
from ...core.path.scenarios import read_scenarios
from ...core.path.starting_land import read_debt, read_start
from ...core.raster.source import RasterInput
from ...core.scan.series import Series
from ...core.scan.strata import ClassPolygon
from ...core.scheme.area_errors import AreaErrors
from ...core.scheme.class_accuracy import reader_of
from ...core.scheme.classes import Classes, LandClass, read_classes
from ...core.scheme.coefficients import read_coefficients
from ...core.scheme.defaults import default_classes, default_table, default_zones
from ...core.scheme.density_sources import note_paper
from ...core.scheme.implausible_rules import SuspectRules, read_suspects, require_a_rule
from ...core.scheme.value_classes import BY_TABLE, NamedBy
from ...core.scheme.values_per_hectare import (
    CLASS_COLUMN,
    DENSITIES,
    SOURCE,
    ClassValues,
    ValueTable,
    match_values,
    note_counted,
    read_values,
    require_values,
)
from ...core.scheme.zone_rules import read_rules
from ...text import language, translate
from ..algorithm import Inputs
from ..layers import DatedLayer, full_name, names_apart, raster_input, raster_layers, source_of
from ..overwrite_protection import file_behind
from ..parameters import RunParameters
from ..polygons import PolygonInput, Shape, field_parameters, field_text, polygons_of, wrong_feature
from ..provenance import provenance_of, with_classes
from ..run_context import Run
from ..scheme import (
    DatedInputs,
    Tables,
    densities_by_place,
    disturbing_classes_of,
    legend_of,
    read_tables,
    take_densities,
    wanted_of,
)

if TYPE_CHECKING:
    from ...core.report.results_page import InputFile


def taken_values(run: Run, inputs: DatedInputs, series: Series) -> ValueTable:
    """The table of values per hectare, which without VALUES may be the densities of the place."""
    densities = densities_by_place(run, inputs, series)
    if densities is None or not densities.classes:
        return read_values(inputs.tables["VALUES"])
    take_densities(run, "VALUES", densities)
    table = densities.table(translate(densities.whose), (CLASS_COLUMN, *DENSITIES, SOURCE))
    return read_values(table) if table.rows else ValueTable(table, DENSITIES, [], ())


def matched_values(run: Run, table: ValueTable, series: Series, index: int = 0) -> ClassValues:
    """The values by class; what is not used goes into the log.

    `index`: of the value that rasters show.
    """
    notes = Notes()
    if table.table.is_default:
        note_paper(notes)
    values = match_values(table, index, series.classes, notes)
    if series.named_classes and table.rows:
        require_values(values, table.table, series.named_classes)
    run.log(notes)
    return values


def tell_counted(
    run: Run, table: ValueTable, values: ClassValues, occurring: Sequence[LandClass]
) -> None:
    """Tell after the pass which of the classes that occur count 0."""
    notes = Notes()
    note_counted(values, table.table, occurring, notes)
    run.log(notes)


LAYERS, YEARS, BAND, NODATA = "VALUE_LAYERS", "VALUE_YEARS", "VALUE_BAND", "VALUE_NODATA"


def check_values(parameters: RunParameters) -> None:
    """Refuse rasters of values with which something is wrong by a look."""
    parse_nodata(parameters.text(NODATA), NODATA)
    layers = raster_layers(parameters, LAYERS)
    if not layers:
        raise DataError(
            "{name}: {given} given, at least {least} required", name=LAYERS, given=0, least=1
        )
    band = parameters.whole(BAND)
    for layer in layers:
        if band > layer.bandCount():
            raise DataError(
                "{label} has no band {band}; number of bands: {count}",
                label=Message("{name} '{layer}'", name=LAYERS, layer=layer.name()),
                band=band,
                count=layer.bandCount(),
            )


def value_inputs(parameters: RunParameters, dates: Sequence[Date]) -> list[RasterInput]:
    """The rasters of values, earliest first. `dates`: of the land use, earliest first."""
    layers = raster_layers(parameters, LAYERS)
    sources = [source_of(layer) for layer in layers]
    for index, source in enumerate(sources):
        if source in sources[:index]:
            raise DataError(
                "{name}: '{layer}' is given twice", name=LAYERS, layer=layers[index].name()
            )
    names = names_apart(layers)
    years = series_years(
        parameters.text(YEARS), [full_name(layer) for layer in layers], YEARS, apart=False
    )
    band, nodata = parameters.whole(BAND), parse_nodata(parameters.text(NODATA), NODATA)
    inputs = []
    for index in order_by_year(years):
        date = Date(years[index], names[index])
        land_use_of(date, dates)  # what is of no use is refused before the run
        inputs.append(raster_input(DatedLayer(LAYERS, layers[index], band, date), nodata))
    return inputs


# Parameters, outputs too, that make no sense without classes with groups.
ON_SUSPECTS = ("SUSPECT_RULES", "OPENING_YEAR", "SUSPECTS", "SUSPECT_MAP")


def suspect_rules(
    run: Run, inputs: DatedInputs, before: int | None, series: Series
) -> SuspectRules | None:
    """The checked rules; what was left out goes into the log.

    None where nothing that needs them was asked for and the default rules name no class of the run.
    """
    table, notes = inputs.tables["SUSPECT_RULES"], Notes()
    rules = read_suspects(table, series.classes, len(inputs.dates), before, notes)
    if run.has(*ON_SUSPECTS):
        require_a_rule(table, rules, series.named_classes)
    elif not rules.are_met_by(series.named_classes):
        run.inform(
            "SUSPECT_HA not calculated: no class of the layers matches the default rules for "
            "suspicious trajectories."
        )
        return None
    run.log(notes)
    return rules


# A year by itself, or at the beginning of a day.
YEAR = re.compile(r"(\d{4})(-\d\d-\d\d([T ].*)?)?")


def check_class_polygons(parameters: RunParameters) -> None:
    """Refuse what is said of the polygons' classes and years where it is wrong by a look."""
    if not parameters.text("CLASS_FIELD").strip() and not parameters.text("CLASS").strip():
        raise DataError("CLASS_FIELD: class of the polygons missing; set CLASS_FIELD or CLASS")
    field_parameters(parameters, "POLYGONS")


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
            "field '{field}' is empty; fill it in or set CLASS",
            field=polygons.fields["CLASS_FIELD"],
        )
    first, last = _year(polygons, shape, "FROM_FIELD"), _year(polygons, shape, "TO_FIELD")
    if first is not None and last is not None and first > last:
        raise wrong_feature(
            polygons.label,
            shape.feature,
            "last year {last} is before first year {first}",
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
            "field '{field}' ({name}): '{text}' is not a four-digit year",
            text=text,
            field=polygons.fields[parameter],
            name=parameter,
        )
    return int(year[1])


def write_disclosure(run: Run, disclosure: Disclosure | None) -> None:
    """Write it where it is asked for, and what it leaves open; no rows where nothing is mined."""
    if run.has("DISCLOSURE"):
        run.write("DISCLOSURE", DisclosureRow, disclosure.rows if disclosure else [])
        if disclosure:
            run.log(disclosure.notes)


def area_errors_of(tables: Tables, series: Series, steps: list[Period]) -> AreaErrors | None:
    """The errors of AREA_ERRORS, None where it is not given; its zones are the default ones."""
    table = tables.get("AREA_ERRORS")
    if table is None:
        return None
    zones = default_zones(language())
    rules = read_rules(default_table("rules.csv"), zones, series.classes, Notes())
    return reader_of(table)(table, series.classes, steps, rules)


FIRST_YEAR, LAST_YEAR = 1900, 2300
# Where neither SCHEME nor CLASSES says what a table's classes are called.
BY_PAPER = NamedBy(Term("classes of Yang et al. 2022"), "default (Yang et al. 2022)")
END_YEAR, MILESTONES = 2060, "2030,2050,2060"


@dataclass(frozen=True)
class PathInputs(Inputs):
    """The path that the tables make, and what reading them has to report."""

    path: NeutralityPath
    notes: Notes


def read_path(parameters: RunParameters) -> PathInputs:
    """The inputs of a path."""
    tables, notes = read_tables(parameters), Notes()
    classes, named_by = _classes(parameters, tables)
    activity = read_activity(tables["ACTIVITY"], tables["FACTORS"], notes)
    base = parameters.optional_whole("BASE_YEAR")
    milestones = parameters.text("MILESTONES") or MILESTONES
    span = span_of(base, parameters.whole("END_YEAR"), milestones, activity, notes)
    coefficients = read_coefficients(tables["COEFFICIENTS"], classes, notes)
    if tables["COEFFICIENTS"].is_default:
        note_paper(notes)
    debt = read_debt(tables["BALANCE"], span.base) if "BALANCE" in tables else None
    path = NeutralityPath(
        span,
        activity,
        gwp_set(parameters.choice("GWP")),
        read_scenarios(tables["SCENARIOS"], classes, span.base),
        classes,
        coefficients,
        read_start(
            tables.get("AGES"),
            tables.get("STATUS"),
            tables.get("DISTURBED"),
            classes,
            {n for n, c in enumerate(classes) if c in coefficients},
            span.base,
            disturbing_classes_of(parameters),
            notes,
            debt,
        ),
        wanted_of(parameters),
        debt,
        lambda: not parameters.feedback.isCanceled(),
    )
    if parameters.is_own("TAKING_GROUPS") and not path.start.histories:
        parameters.warn("TAKING_GROUPS ignored: AGES has no land-use history.")
    provenance = provenance_of(parameters, [], [], tables, f"{span.base}-{span.end}")
    if "CLASSES" not in tables:
        provenance = with_classes(provenance, named_by)
    return PathInputs(provenance, path, notes)


def _classes(parameters: RunParameters, tables: Tables) -> tuple[Classes, NamedBy]:
    """The classes that tables may name: those of CLASSES, of SCHEME, or of the paper."""
    legend = legend_of(parameters)
    if "CLASSES" in tables:
        entries, named_by = read_classes(tables["CLASSES"]), BY_TABLE
    elif legend is not None:
        words = Message("{title} (built-in legend)", title=legend.title)
        entries, named_by = legend.entries, NamedBy(words, "from a shipped legend")
    else:
        entries, named_by = default_classes(language()), BY_PAPER
    return Classes(land_class for _, land_class in entries), named_by


def table_files(run: Run) -> dict[str, InputFile]:
    """The files behind the tables by parameter, read once more for their checksums."""
    from ...core.report.results_page import input_files

    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if definition.type() == "source" and run.has(definition.name())
    ]
    files = input_files((file_behind(run, name) for name in names), run.going_on)
    return {name: file for name, file in zip(names, files) if file is not None}
