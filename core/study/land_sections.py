"""The sections on land use, change by class, carbon zones and trajectories, and on the method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from typing import Any, Literal

import numpy as np

from ..base.data_dictionary import fields_of
from ..base.dates import Period, have_years
from ..base.messages import Listed, Message, Missing, Term, Text
from ..base.numbers import Bytes, Ints, percent
from ..ledger.sections import carbon_amounts, net_layer
from ..mine.page import status_layer
from ..report.change_sections import stacked_chart, with_changed_land
from ..report.coefficient_table import coefficient_table, zone_table
from ..report.explorable_map import (
    Amounts,
    ExplorableMap,
    MapLayer,
    explorable_map,
    land_layers,
    land_palette,
)
from ..report.horizontal_bars import GAIN_AND_LOSS, NET, gains_and_losses
from ..report.page import (
    Chart,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    Swatches,
    crossed,
    known,
    not_listed,
    span_first,
)
from ..report.plotly_figures import (
    ARROW,
    FEW,
    MANY,
    Draw,
    evenly,
    rounded,
    share_bars,
    told_hectares,
)
from ..report.report_maps import LARGEST_SIDE, Frame, LandMaps, Picture
from ..report.sankey import GROUP_WORDS
from ..results.results import Results
from ..results.trajectories import TIMES_NODATA, TrajectoryRows, class_columns, times_colours
from ..results.transfers import CLASS_CHANGE
from ..results.uncertainty_notes import TOLD_AS
from ..results.zones import RECLAIMED, enhancement_parts, rows_of
from ..scan.count_result import CombinationTable, TransitionCube, times_changed
from ..scheme.classes import LandClass
from ..scheme.table import GROUP_MARK, SAME
from ..scheme.zone_rules import Zone, members, zone_colour
from .idle_land import idle_layer
from .priority_maps import unit_pixels
from .study import Study

# Draws the map of a date by its index, in a frame, of a longest side.
DrawMap = Callable[[int, Frame, int], Picture]
# Idle areas that the interactive map numbers.
MAX_NUMBERED = 10
# Classes that the text in the place of a map names.
MOST_NAMED = 3


def land_section(study: Study) -> Section | None:
    """Land use then and now, and at all dates; None where no pictures were made."""
    maps = study.maps
    if maps is None:
        return None
    legend, draw = _palette(study, maps)
    last = len(study.dates) - 1
    section = Section("land", Term("Land-use maps"), small_maps=True, map_legend=legend)
    section.map_quantity = Term("Land use")
    if study.census.excluded_cells:
        section.sentences = [Term("Cells must be valid at all dates.")]
    section.then_now = [
        draw(date_index, frame, LARGEST_SIDE) for frame in maps.frames for date_index in (0, last)
    ]
    section.pair_choices = maps.choices
    section.map_note, section.locator = maps.frames[0].note, maps.locator
    if last > 1:
        shown = evenly(last + 1, FEW) if last + 1 >= MANY else range(last + 1)
        section.maps, section.map_choices = maps.of_many(study.labels, shown, draw)
    return section


def explorable(study: Study) -> ExplorableMap | None:
    """Land use, zones, status and carbon, to be explored; None where no pictures are made."""
    maps = study.maps
    if maps is None:
        return None
    layers = [*land_layers(study.classes, study.census, study.labels), *_zone_layers(study)]
    amounts: Amounts = {}
    if study.reclamation and study.reclamation.ever_hectares:
        layers.append(status_layer(study.reclamation.land))
    if study.mined and have_years(study.dates):
        layers.append(idle_layer(study.consumers.rule, study.mined.land))
    if study.ledger:
        layers.append(net_layer(study.ledger))
        amounts = carbon_amounts(study.ledger)
    areas = [
        (row["rank"], area_words(row), row["longitude"], row["latitude"])
        for row in (study.idle_areas.rows[:MAX_NUMBERED] if study.idle_areas else ())
        if row["longitude"] is not None
    ]
    units, going_on = unit_pixels(study), study.consumers.going_on
    return explorable_map(study.series, maps, layers, amounts, units, areas, going_on)


def area_words(row: Row) -> Message:
    """What an idle area is called on the map."""
    area = told_hectares(float(str(row["area_ha"])))
    return Message(
        "Area {rank}: {area} ha of {name}", rank=row["rank"], area=area, name=row["class"]
    )


def _zone_layers(study: Study) -> list[MapLayer]:
    """The zones by period."""
    zones = study.shown_zones
    table = zones.table(study.classes)
    entries = {zone.value: (zone.name, zone_colour(zone)) for zone in zones.zones}

    def values(period: Period, classes: Ints) -> Bytes:
        of_histories: Bytes = table[classes[period.earlier], classes[period.later]]
        # The first one is of what does not count; no zone has the number 0.
        of_histories[0] = 0
        return of_histories

    title, periods = Term("Carbon-sink functional zones"), study.cube.periods
    return [MapLayer(title, period.name, partial(values, period), entries) for period in periods]


def _palette(study: Study, maps: LandMaps) -> tuple[Swatches, DrawMap]:
    """The classes with their colours, and what draws the land at a date."""
    legend, value_of = land_palette(study.classes, study.census)
    colour_of = {value: colour for value, (_, colour) in enumerate(legend, 1)}

    def draw(date_index: int, frame: Frame, largest_side: int) -> Picture:
        label = study.labels[date_index]
        rows = sorted(study.areas_by_date[date_index], key=lambda row: -row["area_ha"])
        most = [
            Message("{name} {share} %", name=row["class"], share=rounded(row["share_pct"], 1))
            for row in rows[:MOST_NAMED]
        ]
        meaning = Message("Land use {date}: {classes}", date=label, classes=Listed(most))
        return maps.drawn(
            label, lambda at: value_of[at[date_index]], colour_of, frame, largest_side, meaning
        )

    return legend, draw


def change_section(results: Results) -> Section:
    """What each class gained, lost and kept, by period."""
    by_row = results.classes.colours_by_row()
    columns = [
        known("class", colours=results.classes.colours_by_name()),
        *(known(name) for name, _ in fields_of(CLASS_CHANGE) if name.endswith("_ha")),
    ]
    variants: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for period_index in span_first(results.cube.periods):
        name = results.cube.periods[period_index].name
        rows = [row for row in results.change if row["period"] == name]
        colours = [by_row[row["value"], row["class"]] for row in rows]
        variants.append((name, partial(gains_and_losses, rows, colours)))
        caption = Message("Change by class, {period}", period=name)
        tables.append(
            ShownTable(f"change-{period_index}", caption, columns, rows, folded=bool(tables))
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
    section.charts = [Chart("gains", title, variants, GAIN_AND_LOSS, note, marks=NET)]
    return section


# A square of more classes is wider than a page; the rules say the same.
MOST_SQUARE = 14


def method_section(
    study: Study, most_square: int = MOST_SQUARE, has_zones: bool = False
) -> Section:
    """What the numbers follow from, so that they can be worked out again.

    Args:
        most_square: up to so many classes the zone of every conversion is shown in a square.
        has_zones: whether the zones are told here; else the section on them does.
    """
    # What cannot be in this study is not explained.
    possible = {c.identity for c in study.possible_classes}
    in_order = (study.classes[n] for n in study.classes.order())
    classes = [c for c in in_order if c.identity in possible]
    tables = [_class_table(study, classes), _rule_table(study, classes)]
    if has_zones:
        tables.append(zone_table("method-zones", Term("Zones"), study.possible_zones))
    if len(classes) <= most_square:
        tables.append(_square(study, classes))
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
                study.colours,
                comes_back=bool(study.ledger),
            )
        )
        sentences.append(
            Message(
                "Carbon loss = area of carbon sinks converted to {takers} × carbon density "
                "(soil and vegetation) × loss fraction; 1 t C = 44/12 t CO₂.",
                takers=study.disturbing.or_words,
            )
        )
        if study.coefficients.has_half_widths:
            sentences.append(TOLD_AS)
    return Section("method", Term("Classes, rules and coefficients"), sentences, tables=tables)


def _class_table(study: Study, classes: list[LandClass]) -> ShownTable:
    rows: list[Row] = [
        {"class": c.name, "value": c.value, "key": c.key, "group": c.group} for c in classes
    ]
    columns = [
        known("class", colours=study.colours),
        known("value"),
        ShownColumn(Term("Key"), "key"),
        ShownColumn(Term("Group"), "group"),
    ]
    return ShownTable("method-classes", Term("Classes"), columns, rows)


def _rule_table(study: Study, classes: list[LandClass]) -> ShownTable:
    """The rules as the program read them, whichever form their table has, in names."""
    zones = {zone.value: zone for zone in study.rules.zones}
    sides: dict[str, Text] = {side: side for side in (*members(classes), SAME)}
    for land_class in classes:
        mark, words = GROUP_MARK + land_class.group.casefold(), GROUP_WORDS.get(land_class.group)
        sides[land_class.key.casefold()] = land_class.name
        if words:
            sides[mark] = Message("{name} ({group})", name=words, group=mark)
    rows: list[Row] = [
        {"from": sides[rule.source], "to": sides[rule.target], "zone": zones[rule.zone].name}
        for rule in study.rules.rules
        if rule.source in sides and rule.target in sides
    ]
    columns = [
        ShownColumn(Term("From"), "from", colours=study.colours),
        ShownColumn(Term("To"), "to", colours=study.colours),
        ShownColumn(Term("Zone"), "zone", colours={z.name: zone_colour(z) for z in zones.values()}),
    ]
    return ShownTable("method-rules", Term("Rules"), columns, rows)


def _square(study: Study, classes: list[LandClass]) -> ShownTable:
    """The number of the zone of every conversion."""
    zones = study.rules.zone_table(classes)
    colours = {str(zone.value): zone_colour(zone) for zone in study.rules.zones}
    columns = [
        known("from_class", Term("From (rows), to (columns)")),
        *(ShownColumn(c.name, f"to{n}", colours=colours) for n, c in enumerate(classes)),
    ]
    rows: list[Row] = [
        {"from_class": c.name, **{f"to{n}": int(zone) for n, zone in enumerate(row)}}
        for c, row in zip(classes, zones)
    ]
    return ShownTable(
        "method-square", Term("Zone number by conversion"), columns, rows, folded=True
    )


LASTING_PARTS = {
    "lasting_mined": Term("of which persistent mined land"),
    "lasting_built": Term("of which persistent built-up land"),
}


def zone_section(study: Study) -> Section:
    """Maps of the zones, and their shares by period."""
    cube, shown, zones = study.cube, study.shown_zones, study.possible_zones
    periods = [period.name for period in cube.periods]
    has_span = len(periods) > 1
    values, changed = shown.table(cube.classes), cube.of_changed_land
    by_period = [rows_of(cube, n, shown.possible, values) for n in range(len(periods))]
    of_changed: list[list[Row]] = []
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
    enhancement, enhanced, unknown = _enhanced(study)
    # The zones hold things that are of different use to whoever plans: say which is which.
    lasting: dict[Text, list[float | None]] = {
        LASTING_PARTS[zone.key]: [row["area_ha"] for row in rows]
        for zone, rows in zip(shown.possible, zip(*by_period))
        if zone in shown.lasting
    }
    parts_of = {enhancement: enhanced, shown.unassigned: lasting}
    column = known("zone_name", colours={zone.name: zone_colour(zone) for zone in zones})

    def table(name: str, caption: Text, field: Literal["share_pct", "area_ha"]) -> ShownTable:
        def in_field(area: float | None) -> float | None:
            if area is None or field == "area_ha":
                return area
            return percent(area, cube.total_hectares)

        rows = [(z.name, [r[field] for r in study.zones if r["zone"] == z.value]) for z in zones]
        parts = {
            index: [
                (words, list(map(in_field, areas)))
                for words, areas in parts_of.get(zone.value, {}).items()
            ]
            for index, zone in enumerate(zones)
        }
        return crossed(name, caption, column, periods, rows, parts, has_span, unknown)

    section.tables = [
        table("zones-share", Term("Zone shares by period, %"), "share_pct"),
        table("zones-ha", Term("Zone areas by period, ha"), "area_ha"),
        zone_table("zone-descriptions", Term("Zone definitions and management"), zones),
    ]
    _draw_zones(section, study)
    return section


def zone_chart(
    name: str,
    title: Text,
    labels: list[str],
    zones: Sequence[Zone],
    rows: Sequence[Sequence[Row]],
    axis: Text,
    of_changed: Sequence[Sequence[Row]],
    **how: Any,
) -> Chart:
    """The shares of the zones by period or unit, of all land and of what changed.

    Args:
        rows, of_changed: by label, in the zones' order; nothing where no land changed.
        how: what else stacked_chart is to know.
    """

    def chart(by_label: Sequence[Sequence[Row]], axis: Text) -> Chart:
        bars = [
            share_bars(zone.name, zone_colour(zone), labels, of_zone)
            for zone, of_zone in zip(zones, zip(*by_label))
        ]
        return stacked_chart(name, title, labels, bars, axis, lying=True, most=100, **how)

    all_land = chart(rows, axis)
    if not of_changed:
        return all_land
    changed = chart(of_changed, Term("Share of the land that changed its class, %"))
    return with_changed_land(all_land, changed)


def changed_zone_rows(
    changed_land: TransitionCube, period_index: int, zones: Sequence[Zone], values: Bytes
) -> list[Row]:
    """The zones of the land that changed its class in a period, and their shares of it."""
    whole = float(changed_land.hectares[period_index].sum())
    rows = rows_of(changed_land, period_index, zones, values)
    return [{**row, "share_pct": percent(row["area_ha"], whole)} for row in rows]


def _draw_zones(section: Section, study: Study) -> None:
    """The maps of the periods, as far as the study has any, and what their colours mean."""
    maps, periods = study.maps, study.cube.periods
    if maps is None:
        return
    layers, shown_values = _zone_layers(study), set[int]()
    entries = layers[0].entries
    colours = {value: colour for value, (_, colour) in entries.items()}

    def draw(index: int, frame: Frame, side: int) -> Picture:
        period = periods[index]

        def values(classes: Ints) -> Bytes:
            of_histories = layers[index].values(classes)
            shown_values.update(map(int, np.unique(of_histories[1:])))
            return of_histories

        title: Text = period.name
        if index and period == study.span:
            title = Message("{period} (full period)", period=period.name)
        return maps.drawn(
            title, values, colours, frame, side if section.small_maps else LARGEST_SIDE
        )

    # The span is always among those that are shown.
    steps = len(study.steps)
    shown = [*range(steps)]
    if len(study.dates) >= MANY:
        shown, section.small_maps = evenly(steps, FEW - 1), True
    if len(periods) > steps:
        shown.append(steps)
    labels = [period.name for period in periods]
    section.maps, section.map_choices = maps.of_many(labels, shown, draw)
    section.frame(maps)
    section.map_quantity = Term("Carbon-sink functional zones")
    section.map_legend = [entry for value, entry in entries.items() if value in shown_values]


def _enhanced(study: Study) -> tuple[int, dict[Text, list[float | None]], Text]:
    """The number of the zone of enhancement, its parts by period, and what is not known of them."""
    value, areas = enhancement_parts(study.cube, study.rules)
    parts: dict[Text, list[float | None]] = {name: [*part] for name, part in areas.items()}
    reclaimed = parts.get(RECLAIMED)
    if reclaimed is None or reclaimed[-1]:
        return value, parts, ""
    # It is in some period, or it would be no part.
    reclaimed[-1] = None
    why = Message(
        "Dash: land mined and reclaimed between {first} and {last} cannot be identified from "
        "these two dates.",
        **study.ends,
    )
    return value, parts, why


MOST_TRAJECTORIES = 15
# How many dates the map of the section can tell apart.
MOST_DATES = TIMES_NODATA


def trajectory_section(study: Study) -> Section | None:
    """How often land changed its class, and the commonest trajectories that are no standstill."""
    if len(study.dates) == 2:
        return None  # the matrix says it all
    section = Section("trajectories", Term("Land-use trajectories"))
    histories = study.histories
    if isinstance(histories, Missing):
        if histories.reason is None:
            return None
        section.warnings = [
            Message("Land-use trajectories not available: {why}.", why=histories.reason)
        ]
        return section
    most = len(study.dates) - 1
    if most + 1 >= MANY:
        # Of many times that never occur, those that do would all have one colour.
        most = max(row["times_changed"] for row in study.change_counts)
    colours = times_colours(most)
    section.sentences = [
        Message(
            "A trajectory is the sequence of classes of a cell at all dates. Number of "
            "trajectories: {count}.",
            count=rounded(len(histories.without_years.cells)),
        )
    ]
    if study.maps is not None and len(study.dates) <= MOST_DATES:
        title = Message("Number of class changes, {period}", period=study.span.name)
        section.maps = study.maps.of_all_frames(title, _times, colours)
        section.frame(study.maps)
        times = _times(study.maps.classes)
        section.map_legend = [(str(n), colour) for n, colour in colours.items() if n in times]
    section.tables = [
        _count_table(study.change_counts, colours),
        _largest(study, histories.without_years),
    ]
    return section


def _times(classes: Ints) -> Bytes:
    """How often land changed by its history, of which the first is of what does not count."""
    times: Bytes = times_changed([*classes]).astype(np.uint8)
    times[0] = TIMES_NODATA
    return times


def _count_table(rows: Sequence[Row], colours: dict[int, str]) -> ShownTable:
    shown: list[Row] = [{**row, "times_changed": str(row["times_changed"])} for row in rows]
    named = {str(n): colour for n, colour in colours.items()}
    times = ShownColumn(Term("Number of class changes"), "times_changed", colours=named)
    columns = [times, known("area_ha"), known("share_pct")]
    return ShownTable("change-counts", Term("Area by number of class changes"), columns, shown)


def _largest(study: Study, table: CombinationTable) -> ShownTable:
    """The largest trajectories that have more than one class."""
    columns = class_columns(study.dates)
    changing = (
        row for row in TrajectoryRows(table, columns, study.classes) if row["times_changed"]
    )
    rows = list(islice(changing, MOST_TRAJECTORIES))
    others = sum(1 for _ in changing)
    changed = sum(row["area_ha"] for row in study.change_counts if row["times_changed"])
    listed = sum(float(str(row["area_ha"])) for row in rows)
    note = not_listed(others, changed - listed, Term("Land trajectories"))
    steps = [
        ShownColumn(label, column, colours=study.colours)
        for label, column in zip(study.labels, columns)
    ]
    if len(steps) >= MANY:
        steps = [ShownColumn(Term("Trajectory"), "trajectory")]
        rows = [{**row, "trajectory": _in_words(row, columns, study.labels)} for row in rows]
    return ShownTable(
        "trajectories-largest",
        Term("Largest trajectories with class changes"),
        [*steps, known("times_changed"), known("area_ha"), known("share_pct")],
        rows,
        note=note if others else "",
    )


def _in_words(row: Row, columns: Sequence[str], labels: Sequence[str]) -> str:
    """What land was first, and what it became at which dates."""
    steps = [f"{labels[0]} {row[columns[0]]}"]
    for before, column, label in zip(columns, columns[1:], labels[1:]):
        if row[column] != row[before]:
            steps.append(f"{label} {row[column]}")
    return f" {ARROW} ".join(steps)
