"""The page of mine reclamation: disturbed and reclaimed land, its status and its age."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast

import numpy as np

from ..base.dates import elapsed_years, format_date
from ..base.files import Provenance
from ..base.messages import Message, Notes, Term, Text
from ..base.numbers import ByteArray, IntArray
from ..base.table import Table
from ..report.change_sections import PER_YEAR_LABEL, TOTAL_LABEL, stacked_chart
from ..report.interactive_map import MapLayer, create_interactive_map, land_use_layers
from ..report.page import (
    AreaRow,
    Chart,
    Headline,
    Page,
    ReportTable,
    Section,
    TableColumn,
    TableRow,
    cross_table,
    dictionary_column,
    min_chart_width,
    truncated_table,
)
from ..report.plotly_figures import (
    BarSeries,
    DrawFunction,
    area_bars,
    area_message,
    format_number,
    stacked_bars,
)
from ..report.report_maps import LandMaps
from ..report.results_page import InputFile, create_results_page, proof_sections
from ..results.results import Results
from ..scan.cell_raster import HistoryThumbnail
from ..scan.change_years import ChangeYears
from ..scheme.table import ALL_LABEL
from .ages import STATUS_COLOURS, STATUS_LABELS, STATUS_NODATA, STATUS_SWATCHES, AgeRow
from .annual_areas import (
    DISTURBED_HA,
    DISTURBED_SPREAD_HA,
    RECLAIMED_HA,
    RECLAIMED_SPREAD_HA,
    annual_rows,
    dated_areas_ha,
)
from .mined_land import LandState, MinedLand, land_states, uses_by_class
from .rasters import (
    ALREADY_MINED,
    DIRECT,
    FIRST_DISTURBED,
    FLOODED,
    INDIRECT,
    OTHER,
    REDEVELOPED,
    REDISTURBED,
    mined_land_maps,
)
from .reclamation import Disclosure, Reclamation, disclosure_section

# Disturbance is drawn below the zero line, release above it.
DISTURBED_STYLES = {
    FIRST_DISTURBED: (Term("Newly disturbed"), STATUS_COLOURS[LandState.ACTIVE]),
    REDISTURBED: (Term("Re-disturbed"), "#b15184"),
}
RELEASED_STYLES = {
    DIRECT: (Term("Reclaimed"), STATUS_COLOURS[LandState.RECLAIMED]),
    INDIRECT: (Term("Reclaimed after another land use"), "#a0d18d"),
    REDEVELOPED: (Term("Converted to built-up land"), STATUS_COLOURS[LandState.REDEVELOPED]),
    FLOODED: (Term("Converted to water"), STATUS_COLOURS[LandState.FLOODED]),
    OTHER: (Term("Other land after mining"), STATUS_COLOURS[LandState.OTHER]),
}
KIND_STYLES = {**DISTURBED_STYLES, **RELEASED_STYLES}

# Maximum rows of long tables; omitted rows are noted.
MAX_ROWS = 40

# Hectares, or hectares per year, by kind and period; default 0.
AreasByKind = defaultdict[tuple[str, str], float]


def disturbance_section(reclamation: Reclamation) -> Section:
    """Return ha and ha/year disturbed and reclaimed by period, definitions and initial area."""
    title = Term("Disturbed and reclaimed land")
    if not reclamation.cumulative_disturbed_ha:
        return Section("taken", title, [Term("No mined land at any date.")])
    notes, dates, steps = Notes(), reclamation.land.dates, reclamation.land.periods
    notes.add_notice(
        "Disturbed: mined at the end but not at the start of a period. Released from mining: "
        "reclaimed (carbon sink), built-up land, water or other land. Land mined and "
        "released between two dates is not detected."
    )
    notes.notices += reclamation.land.disturbing.mined_land_sentences
    if reclamation.initially_mined_ha:
        notes.add_notice(
            "{area} ha were already mined in {year}; start of mining unknown.",
            year=format_date(dates[0].label),
            area=format_number(reclamation.initially_mined_ha, 2),
        )
    if not reclamation.has_ages:
        notes.add_notice("Annual areas and ages are empty: not every layer has a year. Set YEARS.")
    areas, rates = AreasByKind(float), AreasByKind(float)
    for row in (*reclamation.disturbed_rows, *reclamation.reclaimed_rows):
        areas[row["kind"], row["period"]] += row["area_ha"]
        rates[row["kind"], row["period"]] += row["ha_per_year"] or 0.0
    kinds = [kind for kind in KIND_STYLES if kind in {of for of, _ in areas}]
    periods = [step.name for step in steps]
    tables = [
        _change_table("taken-0", Term("Disturbed and reclaimed land, ha"), kinds, periods, areas)
    ]
    # If every period is one year long, both tables are equal.
    is_yearly = all(elapsed_years(dates, step) == 1 for step in steps)
    if not reclamation.has_ages or is_yearly:
        rates.clear()
    if rates:
        caption = Term("Disturbed and reclaimed land, ha/year")
        tables.insert(0, _change_table("taken-1", caption, kinds, periods, rates))
    charts = [_change_chart(kinds, periods, areas, rates)]
    return Section(
        "taken",
        title,
        [*notes.notices],
        charts=charts,
        tables=[*tables, *_conversion_tables(reclamation)],
    )


def _change_chart(
    kinds: Sequence[str], periods: list[str], areas: AreasByKind, rates: AreasByKind
) -> Chart:
    """Return bars above and below zero by period; per year too if there are `rates`, ha/year."""

    has_rates = bool(rates)

    def hover(kind: str, period: str) -> tuple[Text, ...]:
        words = (KIND_STYLES[kind][0], period, area_message(areas[kind, period]))
        if not has_rates:
            return words
        return (*words, Message("{rate} ha per year", rate=format_number(rates[kind, period], 2)))

    def draw(title: Text, amounts: AreasByKind) -> DrawFunction:
        series = [
            BarSeries(
                *KIND_STYLES[kind],
                [
                    (-1 if kind in DISTURBED_STYLES else 1) * amounts[kind, period]
                    for period in periods
                ],
                [hover(kind, period) for period in periods],
            )
            for kind in kinds
        ]
        return partial(stacked_bars, periods, series, title)

    in_all = draw(Term("Disturbed (below zero) and released from mining, ha"), areas)
    variants: list[tuple[Text, DrawFunction]] = [("", in_all)]
    if has_rates:
        yearly = draw(Term("Disturbed (below zero) and released from mining, ha/year"), rates)
        variants = [(PER_YEAR_LABEL, yearly), (TOTAL_LABEL, in_all)]
    return Chart(
        "taken",
        Term("Land disturbed and released from mining"),
        variants,
        [KIND_STYLES[kind] for kind in kinds],
        least_width=min_chart_width(periods),
    )


def _change_table(
    name: str, caption: Text, kinds: Sequence[str], periods: list[str], areas: AreasByKind
) -> ReportTable:
    """Return a row per period: disturbed and released land, and the change in mined area."""
    by_kind = {kind: TableColumn(KIND_STYLES[kind][0], kind, 2) for kind in kinds}
    # This land was released in an earlier period.
    last = [by_kind.pop(INDIRECT)] if INDIRECT in by_kind else []
    change_column = TableColumn(Term("Change in mined area"), "change", 2)
    columns = [dictionary_column("period"), *by_kind.values(), change_column, *last]
    rows: list[TableRow] = []
    for period in periods:
        amounts = {kind: areas[kind, period] for kind in KIND_STYLES}
        left = sum(amounts[kind] for kind in RELEASED_STYLES if kind != INDIRECT)
        change = sum(amounts[kind] for kind in DISTURBED_STYLES) - left
        rows.append({"period": period, **amounts, "change": change})
    return ReportTable(name, caption, columns, rows)


def _conversion_tables(reclamation: Reclamation) -> list[ReportTable]:
    """Return tables by class, largest first."""
    colours = reclamation.land.classes.colours_by_name()
    columns = [
        dictionary_column("period"),
        TableColumn(Term("Type"), "kind"),
        dictionary_column("from_class", colours=colours),
        dictionary_column("to_class", colours=colours),
        dictionary_column("area_ha"),
        *([dictionary_column("ha_per_year")] if reclamation.has_ages else []),
    ]
    words = {ALREADY_MINED: Term("Mined at the first date")}
    words |= {kind: text for kind, (text, _) in KIND_STYLES.items()}

    def table(output: str, caption: Text, columns: list[TableColumn], rows: Table) -> ReportTable:
        in_order = rows[np.argsort(-rows["area_ha"], kind="stable")].map_column("kind", words.get)
        shown = cast("Sequence[AreaRow]", in_order)
        return truncated_table(
            output.lower(), caption, columns, shown, MAX_ROWS, output, folded=True
        )

    taken_words = Term("Disturbed land by class, largest first")
    given_words = Term("Land released from mining by class, largest first")
    with_share = [*columns, dictionary_column("pct_of_mine")]
    return [
        table("DISTURBED", taken_words, columns, reclamation.disturbed_rows),
        table("RECLAIMED", given_words, with_share, reclamation.reclaimed_rows),
    ]


# Columns of BY_YEAR: annual area and its part distributed over the period, sign of the bars, labels
# and colours.
ANNUAL_BARS = (
    (
        *(DISTURBED_HA, DISTURBED_SPREAD_HA, -1),
        *(Term("Disturbed"), STATUS_COLOURS[LandState.ACTIVE]),
        *(Term("Disturbed, distributed over the period"), "#cdbcc8"),
    ),
    (
        *(RECLAIMED_HA, RECLAIMED_SPREAD_HA, 1),
        *(Term("Reclaimed"), STATUS_COLOURS[LandState.RECLAIMED]),
        *(Term("Reclaimed, distributed over the period"), "#c5e0d0"),
    ),
)
ANNUAL_COLUMNS = (
    *("year", DISTURBED_HA, DISTURBED_SPREAD_HA, "cumulative_disturbed_ha"),
    *(RECLAIMED_HA, RECLAIMED_SPREAD_HA, "cumulative_reclaimed_ha", "loss_tc"),
)


def annual_section(
    land: MinedLand, rasters: ChangeYears | None, rows: Sequence[Mapping[str, Any]]
) -> Section | None:
    """Return annual areas from BY_YEAR and the area with a year; None without year rasters."""
    if rasters is None:
        return None
    title = Term("Disturbed and reclaimed land by year")
    of_all = [row for row in rows if row["class"] == ALL_LABEL]
    years, series = [str(row["year"]) for row in of_all], list[BarSeries]()
    for column, spread_column, sign, words, colour, pale_words, pale in ANNUAL_BARS:
        spread = [row[spread_column] for row in of_all]
        dated = [max(0.0, row[column] - part) for row, part in zip(of_all, spread)]
        for name, shade, areas in ((words, colour, dated), (pale_words, pale, spread)):
            hovers = [(name, year, area_message(area)) for year, area in zip(years, areas)]
            if any(areas):
                series.append(BarSeries(name, shade, [sign * area for area in areas], hovers))
    sentence = Term(
        "Maps show whether land changed between two dates; year rasters show when. Land with "
        "a year after the first and up to the second date is listed in that year; other land "
        "is distributed evenly over its period (pale). Years are detection years, not event "
        "years."
    )
    axis = Term("Disturbed (below zero) and reclaimed, ha")
    chart = Chart(
        "by-year",
        title,
        [("", partial(stacked_bars, years, series, axis))],
        [(bars.name, bars.colour) for bars in series],
        least_width=min_chart_width(years),
    )
    names = [name for name in ANNUAL_COLUMNS if any(row[name] is not None for row in of_all)]
    counts = list[TableRow]()
    for index, (own, kind) in enumerate(zip(rasters.rasters, ANNUAL_BARS)):
        for step, parts in zip(land.periods, dated_areas_ha(land, index) if own else ()):
            usable, outside, none = map(float, parts)
            shares = {"usable": usable, "outside": outside, "none": none}
            counts.append({"period": step.name, "kind": kind[3], **shares})
    of_years = [
        *(dictionary_column("period"), TableColumn(Term("Land"), "kind")),
        TableColumn(Term("Area with a year within the period, ha"), "usable", 2),
        TableColumn(Term("Area with a year outside the period, ha"), "outside", 2),
        TableColumn(Term("Area without year, ha"), "none", 2),
    ]
    tables = [
        ReportTable(
            "years-known", Term("Agreement of year rasters with map periods"), of_years, counts
        ),
        ReportTable("by-year", title, [*map(dictionary_column, names)], of_all, folded=True),
    ]
    return Section("by-year", title, [sentence], charts=[chart], tables=tables)


# States of land mined at any date, in the order of the bars.
CHART_STATES = (
    LandState.ACTIVE,
    LandState.RECLAIMED,
    LandState.REDEVELOPED,
    LandState.FLOODED,
    LandState.OTHER,
    LandState.BEFORE_MINING,
)


def state_section(reclamation: Reclamation, maps: LandMaps | None = None) -> Section:
    """Return the status of mined land by date, with a map of the last date if there are maps."""
    disturbing = reclamation.land.disturbing
    title = Message("Status of {land}", land=disturbing.land_term)
    by_date, section = Message("{title} by date, ha", title=title), Section("mine-states", title)
    if not reclamation.cumulative_disturbed_ha:
        section.sentences = [Term("No mined land at any date.")]
        return section
    labels = [date.label for date in reclamation.land.dates]
    # Omit states that never occur.
    shown = [
        state
        for state in CHART_STATES
        if any(at[state]["cells"] for at in reclamation.rows_by_state)
    ]
    areas = {state: [at[state]["area_ha"] for at in reclamation.rows_by_state] for state in shown}
    if maps is not None:
        on_map = status_map_layer(reclamation.land).values
        occurring = on_map(maps.classes)
        shown_on_map = [state for state in STATUS_LABELS if state in occurring]
        colours = {int(state): STATUS_COLOURS[state] for state in shown_on_map}
        title = Message("{title}, {year}", title=title, year=format_date(labels[-1]))
        section.maps = maps.draw_all_frames(title, on_map, colours)
        section.set_map_frame(maps)
        section.map_legend = [
            (STATUS_LABELS[state], STATUS_COLOURS[state]) for state in shown_on_map
        ]
    section.charts = [
        stacked_chart(
            "mine-states",
            by_date,
            labels,
            [
                area_bars(STATUS_LABELS[s], STATUS_COLOURS[s], labels, hectares)
                for s, hectares in areas.items()
            ],
            Term("Cumulative disturbed area, ha"),
        )
    ]
    section.tables = [
        cross_table(
            "mine-states",
            by_date,
            dictionary_column("status", colours=STATUS_SWATCHES),
            labels,
            [(STATUS_LABELS[state], hectares) for state, hectares in areas.items()],
        )
    ]
    return section


AGE_INTERVAL_NOTE = Term(
    "Reclamation took place between the first map that shows it and the previous map; age is "
    "therefore an interval. Conversion between sink classes does not reset the age."
)


def status_map_layer(land: MinedLand) -> MapLayer:
    """Return the map layer of the status at the last date."""
    uses = uses_by_class(list(land.classes), land.disturbing)

    def values(classes: IntArray) -> ByteArray:
        of_histories = land_states([*uses[classes]], len(land.dates))
        of_histories[0] = STATUS_NODATA
        return of_histories

    entries = {int(state): (STATUS_LABELS[state], STATUS_COLOURS[state]) for state in LandState}
    return MapLayer(Term("Status of mined land"), land.dates[-1].label, values, entries)


def age_section(reclamation: Reclamation) -> Section:
    """Return ages of the land reclaimed at the last date, by interval and class."""
    title = Term("Age of reclaimed land")
    if not reclamation.has_ages:
        return Section(
            "mine-ages",
            title,
            [Term("Annual areas and ages are empty: not every layer has a year. Set YEARS.")],
        )
    last, listed = reclamation.land.dates[-1], _age_table_rows(reclamation)
    year = format_date(last.label)
    # Intervals between dates are consecutive; an exact age lies in one of them.
    ends = [int(last.year) - int(date.year) for date in reversed(reclamation.land.dates)]
    areas = defaultdict[tuple[str, int], float](float)
    for row in listed:
        areas[row["class"], bisect(ends, row["age_min"]) - 1] += row["area_ha"]
    if not listed:
        return Section("mine-ages", title, [Message("No reclaimed land in {year}.", year=year)])
    intervals = sorted({interval for _, interval in areas})
    labels = [f"{ends[n]}\N{EN DASH}{ends[n + 1]}" for n in intervals]
    if any(row["age_min"] == row["age_max"] for row in listed):
        listed.sort(key=lambda row: -row["area_ha"])
    classes = [c.name for c in reclamation.land.classes if any(n == c.name for n, _ in areas)]
    by_class = {name: [areas[name, n] for n in intervals] for name in classes}
    colours = reclamation.land.classes.colours_by_name()
    ages = [Message("{age} years", age=label) for label in labels]
    return Section(
        "mine-ages",
        title,
        [AGE_INTERVAL_NOTE],
        charts=[
            stacked_chart(
                "mine-ages",
                Message("Reclaimed land in {year} by age in years, ha", year=year),
                labels,
                [area_bars(name, colours[name], ages, values) for name, values in by_class.items()],
                Term("Reclaimed land, ha"),
                tops=[area_message(sum(column), 0) for column in zip(*by_class.values())],
            )
        ],
        tables=[
            cross_table(
                "mine-ages",
                Message("Reclaimed land in {year} by class and age (years), ha", year=year),
                dictionary_column("class", colours=colours),
                labels,
                list(by_class.items()),
            ),
            truncated_table(
                "mine-ages-full",
                Message("Reclaimed land in {year} by age, class and former class", year=year),
                [
                    *map(dictionary_column, ("age_min", "age_mid", "age_max")),
                    dictionary_column("class", colours=colours),
                    dictionary_column("source_class", colours=colours),
                    dictionary_column("area_ha"),
                ],
                cast("Sequence[AreaRow]", listed),
                MAX_ROWS,
                "AGES",
                folded=True,
            ),
        ],
    )


def _age_table_rows(reclamation: Reclamation) -> list[AgeRow]:
    """Return the rows of AGES for the last date, merged if they differ in history only."""
    rows: dict[tuple[str, str, int, int], AgeRow] = {}
    for row in reclamation.age_rows.last_date_rows:
        key = row["class"], row["source_class"], row["age_min"], row["age_max"]
        if key in rows:
            rows[key]["area_ha"] += row["area_ha"]
        else:
            rows[key] = row
    return [*rows.values()]


def reclamation_page(
    results: Results,
    reclamation: Reclamation,
    disclosure: Disclosure,
    land: HistoryThumbnail | None,
    provenance: Provenance,
    files: Sequence[InputFile | None],
) -> Page:
    """Return the page of mine reclamation; `files` are the sources of the layers by date."""
    disturbing = reclamation.land.disturbing
    maps = None if land is None else mined_land_maps(results.series, land, disturbing)
    choices = [(Term("Disturbing class groups"), disturbing.quoted_groups)]
    status = state_section(reclamation, maps)
    if maps is not None and maps.has_marked:
        layers = land_use_layers(results.classes, results.census, results.labels)
        status.explorable = create_interactive_map(
            results.series, maps, [*layers, status_map_layer(reclamation.land)]
        )
    conversions = disturbance_section(reclamation)
    hidden = disturbing.hidden_mines_warning(results.series.named_classes)
    conversions.warnings = [hidden] if hidden else []
    return create_results_page(
        Term("Mine reclamation"),
        results,
        provenance,
        _headline_figures(reclamation),
        [
            conversions,
            annual_section(reclamation.land, results.series.years, annual_rows(reclamation.land)),
            status,
            age_section(reclamation),
            disclosure_section(disclosure) if reclamation.cumulative_disturbed_ha else None,
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headline_figures(reclamation: Reclamation) -> list[Headline]:
    """Return the headline figures."""
    year = format_date(reclamation.land.dates[-1].label)

    active, reclaimed = (
        reclamation.state_area_ha(s) for s in (LandState.ACTIVE, LandState.RECLAIMED)
    )
    headlines: list[Headline] = [
        (
            Term("Cumulative disturbed area"),
            format_number(reclamation.cumulative_disturbed_ha, 0),
            "ha",
        ),
        (Message("Mined in {year}", year=year), format_number(active, 0), "ha"),
        (Message("Reclaimed in {year}", year=year), format_number(reclaimed, 0), "ha"),
    ]
    if reclamation.reclaimed_pct is not None:
        share = format_number(reclamation.reclaimed_pct, 1)
        headlines.append((Term("Reclaimed share of the cumulative disturbed area"), share, "%"))
    headlines.append((Term("Re-disturbed"), format_number(reclamation.redisturbed_ha, 0), "ha"))
    return headlines
