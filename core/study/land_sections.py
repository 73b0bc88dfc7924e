"""Sections on land use, change by class, carbon zones, trajectories and the method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from typing import Any, Literal

import numpy as np

from ..base.data_dictionary import get_table_fields
from ..base.dates import Period, has_all_years
from ..base.messages import Message, MessageList, MissingResult, Term, Text
from ..base.numbers import ByteArray, IntArray, compute_percent
from ..ledger.sections import carbon_amounts, net_map_layer
from ..mine.page import status_map_layer
from ..report.change_sections import MIN_PERSISTENT_SHARE, add_changed_land_variant, stacked_chart
from ..report.coefficient_table import coefficient_table, zone_table
from ..report.horizontal_bars import GAIN_LOSS_LEGEND, NET_CHANGE_MARKS, gain_loss_bars
from ..report.interactive_map import (
    AmountFunctions,
    AreaLink,
    InteractiveMap,
    MapLayer,
    class_palette,
    create_interactive_map,
    land_use_layers,
)
from ..report.page import (
    Chart,
    ReportTable,
    Section,
    Swatches,
    TableColumn,
    TableRow,
    cross_table,
    dictionary_column,
    omitted_rows_note,
    page_period_order,
)
from ..report.plotly_figures import (
    ARROW,
    MAX_SHOWN_ITEMS,
    MIN_COMPACT_DATES,
    DrawFunction,
    evenly_spaced_indices,
    format_hectares,
    format_number,
    share_bars,
)
from ..report.report_maps import MAX_SIDE_PX, LandMaps, MapFrame, MapPicture
from ..report.sankey import GROUP_LABELS
from ..results.results import Results
from ..results.trajectories import (
    CHANGE_COUNT_NODATA,
    TrajectoryRows,
    change_count_colours,
    class_columns,
)
from ..results.transfers import CLASS_CHANGE
from ..results.uncertainty_notes import ROUNDING_NOTE
from ..results.zones import RECLAIMED_LABEL, enhancement_parts, period_zone_rows
from ..scan.count_result import CombinationTable, TransitionCube, count_changes
from ..scheme.classes import LandClass
from ..scheme.table import GROUP_PREFIX, SAME_CLASS
from ..scheme.zone_rules import Zone, class_indices_by_side, zone_colour
from .idle_land import idle_layer
from .priority_maps import unit_pixels
from .study import Study

# Draws the map of a date by index, frame and longest side.
MapDrawer = Callable[[int, MapFrame, int], MapPicture]
# Number of idle areas labelled on the interactive map.
MAX_NUMBERED_AREAS = 10
# Number of classes named in the alternative text of a map.
MAX_NAMED_CLASSES = 3


def land_use_section(study: Study) -> Section | None:
    """Create the section on land use at the first, last and all dates; None without maps."""
    maps = study.land_maps
    if maps is None:
        return None
    legend, draw = _make_map_drawer(study, maps)
    last = len(study.dates) - 1
    section = Section("land", Term("Land-use maps"), small_maps=True, map_legend=legend)
    section.map_quantity = Term("Land use")
    if study.census.excluded_cells:
        section.sentences = [Term("Cells must be valid at all dates.")]
    section.then_now = [
        draw(date_index, frame, MAX_SIDE_PX) for frame in maps.frames for date_index in (0, last)
    ]
    section.pair_choices = maps.choices
    section.map_note, section.locator = maps.frames[0].note, maps.locator_map
    if last > 1:
        shown = (
            evenly_spaced_indices(last + 1, MAX_SHOWN_ITEMS)
            if last + 1 >= MIN_COMPACT_DATES
            else range(last + 1)
        )
        section.maps, section.map_choices = maps.draw_small_maps(study.labels, shown, draw)
    return section


def build_explorable_map(study: Study) -> InteractiveMap | None:
    """Create the interactive map of land use, zones, status and carbon; None without maps."""
    maps = study.land_maps
    if maps is None:
        return None
    layers = [*land_use_layers(study.classes, study.census, study.labels), *_zone_layers(study)]
    amounts: AmountFunctions = {}
    if study.reclamation and study.reclamation.cumulative_disturbed_ha:
        layers.append(status_map_layer(study.reclamation.land))
    if study.mined_land and has_all_years(study.dates):
        layers.append(idle_layer(study.consumers.rule, study.mined_land.land))
    if study.ledger:
        layers.append(net_map_layer(study.ledger))
        amounts = carbon_amounts(study.ledger)
    areas, area_pixels, idle_areas = list[AreaLink](), None, study.idle_areas
    if idle_areas is not None:
        rows = idle_areas.rows[:MAX_NUMBERED_AREAS]
        for row, patch in zip(rows, idle_areas.order):
            position = idle_areas.patches.grid_position(int(patch))
            areas.append((row["rank"], area_label(row), *position))
        area_pixels = partial(idle_areas.draw_area_indices, range(len(rows)))
    units, going_on = unit_pixels(study), study.consumers.going_on
    return create_interactive_map(
        study.series, maps, layers, amounts, units, areas, area_pixels, going_on
    )


def area_label(row: TableRow) -> Message:
    """Return the label of an idle area on the map."""
    area = format_hectares(float(str(row["area_ha"])))
    return Message(
        "Area {rank}: {area} ha of {name}", rank=row["rank"], area=area, name=row["class"]
    )


def _zone_layers(study: Study) -> list[MapLayer]:
    """Return the map layers of the zones by period."""
    zones = study.map_zones
    table = zones.zone_matrix(study.classes)
    entries = {zone.value: (zone.name, zone_colour(zone)) for zone in zones.zones}

    def values(period: Period, classes: IntArray) -> ByteArray:
        of_histories: ByteArray = table[classes[period.earlier], classes[period.later]]
        # The first entry is for cells that are not valid; no zone has the value 0.
        of_histories[0] = 0
        return of_histories

    title, periods = Term("Carbon-sink functional zones"), study.cube.periods
    return [MapLayer(title, period.name, partial(values, period), entries) for period in periods]


def _make_map_drawer(study: Study, maps: LandMaps) -> tuple[Swatches, MapDrawer]:
    """Return the class legend and the function that draws the land use of a date."""
    legend, value_of = class_palette(study.classes, study.census)
    colour_of = {value: colour for value, (_, colour) in enumerate(legend, 1)}

    def draw(date_index: int, frame: MapFrame, largest_side: int) -> MapPicture:
        label = study.labels[date_index]
        rows = sorted(study.areas_by_date[date_index], key=lambda row: -row["area_ha"])
        most = [
            Message("{name} {share} %", name=row["class"], share=format_number(row["share_pct"], 1))
            for row in rows[:MAX_NAMED_CLASSES]
        ]
        meaning = Message("Land use {date}: {classes}", date=label, classes=MessageList(most))
        return maps.draw_map(
            label, lambda at: value_of[at[date_index]], colour_of, frame, largest_side, meaning
        )

    return legend, draw


def change_section(results: Results) -> Section:
    """Create the section on gain, loss and persistence of each class by period."""
    by_row = results.classes.colours_by_row()
    columns = [
        dictionary_column("class", colours=results.classes.colours_by_name()),
        *(
            dictionary_column(name)
            for name, _ in get_table_fields(CLASS_CHANGE)
            if name.endswith("_ha")
        ),
    ]
    variants: list[tuple[str, DrawFunction]] = []
    tables: list[ReportTable] = []
    for period_index in page_period_order(results.cube.periods):
        name = results.cube.periods[period_index].name
        rows = [row for row in results.class_changes if row["period"] == name]
        colours = [by_row[row["value"], row["class"]] for row in rows]
        variants.append((name, partial(gain_loss_bars, rows, colours)))
        caption = Message("Change by class, {period}", period=name)
        tables.append(
            ReportTable(f"change-{period_index}", caption, columns, rows, folded=bool(tables))
        )
    section = Section("change", Term("Gains and losses by class"), tables=tables)
    section.sentences = [
        Term(
            "Gain: area converted from other classes; loss: area converted to other classes. "
            "Net change (diamond): gain - loss; swap: area lost in one place and gained in "
            "another."
        )
    ]
    title, note = Term("Gains and losses, ha"), Term("Method: Pontius et al. (2004).")
    section.charts = [
        Chart("gains", title, variants, GAIN_LOSS_LEGEND, note, marks=NET_CHANGE_MARKS)
    ]
    return section


# A larger zone matrix is wider than a page; the rules contain the same information.
MAX_MATRIX_CLASSES = 14


def method_section(
    study: Study, most_square: int = MAX_MATRIX_CLASSES, has_zones: bool = False
) -> Section:
    """Create the section on the inputs of the calculation, for reproducibility.

    Args:
        most_square: maximum number of classes for the matrix of zones by conversion.
        has_zones: whether to include the zones; otherwise they are in the section on zones.
    """
    # Only classes possible in this study are listed.
    possible = {c.identity for c in study.possible_classes}
    in_order = (study.classes[n] for n in study.classes.table_order())
    classes = [c for c in in_order if c.identity in possible]
    tables = [_class_table(study, classes), _rule_table(study, classes)]
    if has_zones:
        tables.append(zone_table("method-zones", Term("Zones"), study.possible_zones))
    if len(classes) <= most_square:
        tables.append(_zone_matrix_table(study, classes))
    sentences: list[Text] = [
        Term(
            "Rules assign each conversion to a zone. A rule for a class takes precedence "
            "over a rule for its group (@), and that over a rule for any class (*); = means "
            "the former class."
        )
    ]
    if not study.why_no_losses:
        sinks = [c for c in classes if c.is_sink and c in study.coefficients]
        tables.append(
            coefficient_table(
                "method-coefficients",
                Term("Carbon coefficients"),
                sinks,
                study.coefficients,
                study.class_colours,
                comes_back=bool(study.ledger),
            )
        )
        sentences.append(
            Message(
                "Carbon loss = area of carbon sinks converted to {takers} × carbon density "
                "(soil and vegetation) × loss fraction; 1 t C = 44/12 t CO₂.",
                takers=study.disturbing.alternative_names,
            )
        )
        if study.coefficients.has_uncertainty:
            sentences.append(ROUNDING_NOTE)
    return Section("method", Term("Classes, rules and coefficients"), sentences, tables=tables)


def _class_table(study: Study, classes: list[LandClass]) -> ReportTable:
    rows: list[TableRow] = [
        {"class": c.name, "value": c.value, "key": c.key, "group": c.group} for c in classes
    ]
    columns = [
        dictionary_column("class", colours=study.class_colours),
        dictionary_column("value"),
        TableColumn(Term("Key"), "key"),
        TableColumn(Term("Group"), "group"),
    ]
    return ReportTable("method-classes", Term("Classes"), columns, rows)


def _rule_table(study: Study, classes: list[LandClass]) -> ReportTable:
    """Return the rules as read, independent of the form of their table, by class names."""
    zones = {zone.value: zone for zone in study.rules.zones}
    sides: dict[str, Text] = {side: side for side in (*class_indices_by_side(classes), SAME_CLASS)}
    for land_class in classes:
        mark, words = GROUP_PREFIX + land_class.group.casefold(), GROUP_LABELS.get(land_class.group)
        sides[land_class.key.casefold()] = land_class.name
        if words:
            sides[mark] = Message("{name} ({group})", name=words, group=mark)
    rows: list[TableRow] = [
        {"from": sides[rule.source], "to": sides[rule.target], "zone": zones[rule.zone].name}
        for rule in study.rules.rules
        if rule.source in sides and rule.target in sides
    ]
    columns = [
        TableColumn(Term("From"), "from", colours=study.class_colours),
        TableColumn(Term("To"), "to", colours=study.class_colours),
        TableColumn(Term("Zone"), "zone", colours={z.name: zone_colour(z) for z in zones.values()}),
    ]
    return ReportTable("method-rules", Term("Rules"), columns, rows)


def _zone_matrix_table(study: Study, classes: list[LandClass]) -> ReportTable:
    """Return the zone number of each conversion."""
    zones = study.rules.zone_matrix(classes)
    colours = {str(zone.value): zone_colour(zone) for zone in study.rules.zones}
    columns = [
        dictionary_column("from_class", Term("From (rows), to (columns)")),
        *(TableColumn(c.name, f"to{n}", colours=colours) for n, c in enumerate(classes)),
    ]
    rows: list[TableRow] = [
        {"from_class": c.name, **{f"to{n}": int(zone) for n, zone in enumerate(row)}}
        for c, row in zip(classes, zones)
    ]
    return ReportTable(
        "method-square", Term("Zone number by conversion"), columns, rows, folded=True
    )


LASTING_LAND_TERMS = {
    "lasting_mined": Term("of which persistent mined land"),
    "lasting_built": Term("of which persistent built-up land"),
}


def zone_section(study: Study) -> Section:
    """Create the section with maps of the zones and their shares by period."""
    cube, shown, zones = study.cube, study.map_zones, study.possible_zones
    periods = [period.name for period in cube.periods]
    has_span = len(periods) > 1
    values, changed = shown.zone_matrix(cube.classes), cube.changed_land_only
    by_period = [period_zone_rows(cube, n, shown.possible, values) for n in range(len(periods))]
    of_changed: list[list[TableRow]] = []
    if any(hectares.any() for hectares in changed.hectares):
        indices = range(len(periods))
        of_changed = [changed_zone_rows(changed, n, shown.possible, values) for n in indices]
    section = Section("zones", Term("Carbon-sink functional zones"))
    section.charts = [
        zone_chart(
            "zone-shares",
            Term("Zone shares by period, %"),
            periods,
            shown.possible,
            by_period,
            Term("Share of the analysed area, %"),
            of_changed,
            span_last=has_span,
        )
    ]
    enhancement, enhanced, unknown = _enhancement_areas(study)
    # Parts of zones with different relevance for planning are listed separately.
    lasting: dict[Text, list[float | None]] = {
        LASTING_LAND_TERMS[zone.key]: [row["area_ha"] for row in rows]
        for zone, rows in zip(shown.possible, zip(*by_period))
        if zone in shown.lasting
    }
    parts_of = {enhancement: enhanced, shown.unassigned: lasting}
    column = dictionary_column(
        "zone_name", colours={zone.name: zone_colour(zone) for zone in zones}
    )

    def table(name: str, caption: Text, field: Literal["share_pct", "area_ha"]) -> ReportTable:
        def in_field(area: float | None) -> float | None:
            if area is None or field == "area_ha":
                return area
            return compute_percent(area, cube.total_hectares)

        rows = [
            (z.name, [r[field] for r in study.zone_shares if r["zone"] == z.value]) for z in zones
        ]
        parts = {
            index: [
                (words, list(map(in_field, areas)))
                for words, areas in parts_of.get(zone.value, {}).items()
            ]
            for index, zone in enumerate(zones)
        }
        return cross_table(name, caption, column, periods, rows, parts, has_span, unknown)

    section.tables = [
        table("zones-share", Term("Zone shares by period, %"), "share_pct"),
        table("zones-ha", Term("Zone areas by period, ha"), "area_ha"),
        zone_table("zone-descriptions", Term("Zone definitions and management"), zones),
    ]
    _draw_zone_maps(section, study)
    return section


def zone_chart(
    name: str,
    title: Text,
    labels: list[str],
    zones: Sequence[Zone],
    rows: Sequence[Sequence[TableRow]],
    axis: Text,
    of_changed: Sequence[Sequence[TableRow]],
    **how: Any,
) -> Chart:
    """Create the chart of zone shares by period or unit, for all land and for changed land, which
    comes first if little land changed.

    Args:
        rows, of_changed: by label, in zone order; empty if no land changed.
        how: further arguments of stacked_chart.
    """

    def chart(by_label: Sequence[Sequence[TableRow]], axis: Text) -> Chart:
        bars = [
            share_bars(zone.name, zone_colour(zone), labels, of_zone)
            for zone, of_zone in zip(zones, zip(*by_label))
        ]
        return stacked_chart(name, title, labels, bars, axis, lying=True, most=100, **how)

    all_land = chart(rows, axis)
    if not of_changed:
        return all_land
    changed = chart(of_changed, Term("Share of the land that changed its class, %"))
    total, part = (
        np.array([row["area_ha"] for of in by for row in of], float).sum()
        for by in (rows, of_changed)
    )
    return add_changed_land_variant(all_land, changed, part < (1 - MIN_PERSISTENT_SHARE) * total)


def changed_zone_rows(
    changed_land: TransitionCube, period_index: int, zones: Sequence[Zone], values: ByteArray
) -> list[TableRow]:
    """Return the zones of land that changed class in a period, with their shares of it."""
    whole = float(changed_land.hectares[period_index].sum())
    rows = period_zone_rows(changed_land, period_index, zones, values)
    return [{**row, "share_pct": compute_percent(row["area_ha"], whole)} for row in rows]


def _draw_zone_maps(section: Section, study: Study) -> None:
    """Add the zone maps of the periods and their legend, if the study has maps."""
    maps, periods = study.land_maps, study.cube.periods
    if maps is None:
        return
    layers, shown_values = _zone_layers(study), set[int]()
    entries = layers[0].entries
    colours = {value: colour for value, (_, colour) in entries.items()}

    def draw(index: int, frame: MapFrame, side: int) -> MapPicture:
        period = periods[index]

        def values(classes: IntArray) -> ByteArray:
            of_histories = layers[index].values(classes)
            shown_values.update(map(int, np.unique(of_histories[1:])))
            return of_histories

        title: Text = period.name
        if index and period == study.full_period:
            title = Message("{period} (full period)", period=period.name)
        return maps.draw_map(
            title, values, colours, frame, side if section.small_maps else MAX_SIDE_PX
        )

    # The full period is always shown.
    steps = len(study.steps)
    shown = [*range(steps)]
    if len(study.dates) >= MIN_COMPACT_DATES:
        shown, section.small_maps = evenly_spaced_indices(steps, MAX_SHOWN_ITEMS - 1), True
    if len(periods) > steps:
        shown.append(steps)
    labels = [period.name for period in periods]
    section.maps, section.map_choices = maps.draw_small_maps(labels, shown, draw)
    section.set_map_frame(maps)
    section.map_quantity = Term("Carbon-sink functional zones")
    section.map_legend = [entry for value, entry in entries.items() if value in shown_values]


def _enhancement_areas(study: Study) -> tuple[int, dict[Text, list[float | None]], Text]:
    """Return the value of the enhancement zone, its parts by period, and a note on gaps."""
    value, areas = enhancement_parts(study.cube, study.rules)
    parts: dict[Text, list[float | None]] = {name: [*part] for name, part in areas.items()}
    reclaimed = parts.get(RECLAIMED_LABEL)
    if reclaimed is None or reclaimed[-1]:
        return value, parts, ""
    # It is nonzero in some period, otherwise it would not be a part.
    reclaimed[-1] = None
    why = Message(
        "A dash indicates that land mined and reclaimed between {first} and {last} cannot be "
        "identified from these two dates.",
        **study.ends,
    )
    return value, parts, why


MAX_TRAJECTORIES = 15
# Maximum number of dates distinguishable on the map of the section.
MAX_MAP_DATES = CHANGE_COUNT_NODATA


def trajectory_section(study: Study) -> Section | None:
    """Create the section on numbers of class changes and the largest changing trajectories."""
    if len(study.dates) == 2:
        return None  # the matrix says it all
    section = Section("trajectories", Term("Land-use trajectories"))
    histories = study.histories
    if isinstance(histories, MissingResult):
        if histories.reason is None:
            return None
        section.warnings = [
            Message("Land-use trajectories not available: {why}.", why=histories.reason)
        ]
        return section
    most = len(study.dates) - 1
    if most + 1 >= MIN_COMPACT_DATES:
        # For many dates, colours are scaled to the numbers that occur.
        most = max(row["times_changed"] for row in study.change_counts)
    colours = change_count_colours(most)
    section.sentences = [
        Message(
            "A trajectory is the sequence of classes of a cell at all dates. Number of "
            "trajectories: {count}.",
            count=format_number(len(histories.without_years.cells)),
        )
    ]
    if study.land_maps is not None and len(study.dates) <= MAX_MAP_DATES:
        title = Message("Number of class changes, {period}", period=study.full_period.name)
        section.maps = study.land_maps.draw_all_frames(title, _change_counts, colours)
        section.set_map_frame(study.land_maps)
        times = _change_counts(study.land_maps.classes)
        section.map_legend = [(str(n), colour) for n, colour in colours.items() if n in times]
    section.tables = [
        _change_count_table(study.change_counts, colours),
        _largest_trajectories_table(study, histories.without_years),
    ]
    return section


def _change_counts(classes: IntArray) -> ByteArray:
    """Return the number of changes by history; the first entry is for cells that are not valid."""
    times: ByteArray = count_changes([*classes]).astype(np.uint8)
    times[0] = CHANGE_COUNT_NODATA
    return times


def _change_count_table(rows: Sequence[TableRow], colours: dict[int, str]) -> ReportTable:
    shown: list[TableRow] = [{**row, "times_changed": str(row["times_changed"])} for row in rows]
    named = {str(n): colour for n, colour in colours.items()}
    times = TableColumn(Term("Number of class changes"), "times_changed", colours=named)
    columns = [times, dictionary_column("area_ha"), dictionary_column("share_pct")]
    return ReportTable("change-counts", Term("Area by number of class changes"), columns, shown)


def _largest_trajectories_table(study: Study, table: CombinationTable) -> ReportTable:
    """Return the largest trajectories with more than one class."""
    columns = class_columns(study.dates)
    changing = (
        row for row in TrajectoryRows(table, columns, study.classes) if row["times_changed"]
    )
    rows = list(islice(changing, MAX_TRAJECTORIES))
    others = sum(1 for _ in changing)
    changed = sum(row["area_ha"] for row in study.change_counts if row["times_changed"])
    listed = sum(float(str(row["area_ha"])) for row in rows)
    note = omitted_rows_note(others, changed - listed, Term("Land trajectories"))
    steps = [
        TableColumn(label, column, colours=study.class_colours)
        for label, column in zip(study.labels, columns)
    ]
    if len(steps) >= MIN_COMPACT_DATES:
        steps = [TableColumn(Term("Trajectory"), "trajectory")]
        rows = [{**row, "trajectory": _trajectory_text(row, columns, study.labels)} for row in rows]
    return ReportTable(
        "trajectories-largest",
        Term("Largest trajectories with class changes"),
        [
            *steps,
            dictionary_column("times_changed"),
            dictionary_column("area_ha"),
            dictionary_column("share_pct"),
        ],
        rows,
        note=note if others else "",
    )


def _trajectory_text(row: TableRow, columns: Sequence[str], labels: Sequence[str]) -> str:
    """Return the first class of a trajectory and its changes with dates."""
    steps = [f"{labels[0]} {row[columns[0]]}"]
    for before, column, label in zip(columns, columns[1:], labels[1:]):
        if row[column] != row[before]:
            steps.append(f"{label} {row[column]}")
    return f" {ARROW} ".join(steps)
