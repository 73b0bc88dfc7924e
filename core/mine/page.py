"""The page of mine reclamation: what was taken and given back, what became of it, how old it is."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, cast

import numpy as np

from ..base.dates import date_words, years_between
from ..base.files import Provenance
from ..base.messages import Message, Notes, Term, Text
from ..base.numbers import Bytes, Ints
from ..base.table import Table
from ..report.change_sections import IN_ALL, PER_YEAR, stacked_chart
from ..report.explorable_map import MapLayer, explorable_map, land_layers
from ..report.page import (
    AreaRow,
    Chart,
    Headline,
    Page,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    crossed,
    first_rows,
    known,
    width_for,
)
from ..report.plotly_figures import Bars, Draw, area_bars, hectares, rounded, stacked_bars
from ..report.report_maps import LandMaps
from ..report.results_page import InputFile, dated_page, proof_sections
from ..results.results import Results
from ..scan.cell_raster import HistoryThumbnail
from ..scan.change_years import ChangeYears
from ..scheme.table import ALL
from .ages import COLOURS, STATUS_NODATA, SWATCHES, WORDS, AgeRow
from .by_year import (
    DISTURBED_HA,
    DISTURBED_SPREAD_HA,
    RECLAIMED_HA,
    RECLAIMED_SPREAD_HA,
    by_year_rows,
    count_years,
)
from .mined_land import MineLand, State, states, uses_of
from .rasters import AGAIN, ALREADY, DIRECT, FIRST, FLOODED, OTHER, REDEVELOPED, VIA, mined_maps
from .reclamation import Disclosure, Reclamation, disclosure_section

# What a period took is drawn below the line, what it gave back above it.
TAKEN = {
    FIRST: (Term("Newly disturbed"), COLOURS[State.ACTIVE]),
    AGAIN: (Term("Re-disturbed"), "#b15184"),
}
GIVEN = {
    DIRECT: (Term("Reclaimed"), COLOURS[State.RECLAIMED]),
    VIA: (Term("Reclaimed after another land use"), "#a0d18d"),
    REDEVELOPED: (Term("Converted to built-up land"), COLOURS[State.REDEVELOPED]),
    FLOODED: (Term("Converted to water"), COLOURS[State.FLOODED]),
    OTHER: (Term("Other land after mining"), COLOURS[State.OTHER]),
}
SHOWN_KINDS = {**TAKEN, **GIVEN}

# Lists that nobody reads to their ends; what is left out is said and summed up.
MOST_ROWS = 40

# Hectares, or hectares a year, by kind and period; 0 where there are none.
Areas = defaultdict[tuple[str, str], float]


def taken_section(reclamation: Reclamation) -> Section:
    """Land disturbed and reclaimed: hectares, and hectares per year, by period; what is counted
    here, and what was there before."""
    title = Term("Disturbed and reclaimed land")
    if not reclamation.ever_hectares:
        return Section("taken", title, [Term("No mined land at any date.")])
    notes, dates, steps = Notes(), reclamation.land.dates, reclamation.land.steps
    notes.inform(
        "Disturbed: mined at the end but not at the start of a period. Released from mining: "
        "reclaimed (carbon sink), built-up land, water or other land. Land mined and "
        "released between two dates is not detected."
    )
    notes.notices += reclamation.land.disturbing.mined_words
    if reclamation.already_hectares:
        notes.inform(
            "{area} ha were already mined in {year}; start of mining unknown.",
            year=date_words(dates[0].label),
            area=rounded(reclamation.already_hectares, 2),
        )
    if not reclamation.has_ages:
        notes.inform("Annual areas and ages are empty: not every layer has a year. Set YEARS.")
    areas, rates = Areas(float), Areas(float)
    for row in (*reclamation.disturbed, *reclamation.reclaimed):
        areas[row["kind"], row["period"]] += row["area_ha"]
        rates[row["kind"], row["period"]] += row["ha_per_year"] or 0.0
    kinds = [kind for kind in SHOWN_KINDS if kind in {of for of, _ in areas}]
    periods = [step.name for step in steps]
    tables = [_table("taken-0", Term("Disturbed and reclaimed land, ha"), kinds, periods, areas)]
    # Where every period is of one year, what it took is what it took a year.
    is_yearly = all(years_between(dates, step) == 1 for step in steps)
    if not reclamation.has_ages or is_yearly:
        rates.clear()
    if rates:
        caption = Term("Disturbed and reclaimed land, ha/year")
        tables.insert(0, _table("taken-1", caption, kinds, periods, rates))
    charts = [_chart(kinds, periods, areas, rates)]
    return Section(
        "taken", title, [*notes.notices], charts=charts, tables=[*tables, *_lists(reclamation)]
    )


def _chart(kinds: Sequence[str], periods: list[str], areas: Areas, rates: Areas) -> Chart:
    """Bars above and below the line by period: per year too where there are `rates`, ha a year."""

    has_rates = bool(rates)

    def hover(kind: str, period: str) -> tuple[Text, ...]:
        words = (SHOWN_KINDS[kind][0], period, hectares(areas[kind, period]))
        if not has_rates:
            return words
        return (*words, Message("{rate} ha per year", rate=rounded(rates[kind, period], 2)))

    def draw(title: Text, amounts: Areas) -> Draw:
        series = [
            Bars(
                *SHOWN_KINDS[kind],
                [(-1 if kind in TAKEN else 1) * amounts[kind, period] for period in periods],
                [hover(kind, period) for period in periods],
            )
            for kind in kinds
        ]
        return partial(stacked_bars, periods, series, title)

    in_all = draw(Term("Disturbed (below zero) and released from mining, ha"), areas)
    variants: list[tuple[Text, Draw]] = [("", in_all)]
    if has_rates:
        yearly = draw(Term("Disturbed (below zero) and released from mining, ha/year"), rates)
        variants = [(PER_YEAR, yearly), (IN_ALL, in_all)]
    return Chart(
        "taken",
        Term("Land disturbed and released from mining"),
        variants,
        [SHOWN_KINDS[kind] for kind in kinds],
        least_width=width_for(periods),
    )


def _table(
    name: str, caption: Text, kinds: Sequence[str], periods: list[str], areas: Areas
) -> ShownTable:
    """A row per period: what it took, what it gave back, and what mined land changed by."""
    by_kind = {kind: ShownColumn(SHOWN_KINDS[kind][0], kind, 2) for kind in kinds}
    # Which left the mine in a period before.
    last = [by_kind.pop(VIA)] if VIA in by_kind else []
    change_column = ShownColumn(Term("Change in mined area"), "change", 2)
    columns = [known("period"), *by_kind.values(), change_column, *last]
    rows: list[Row] = []
    for period in periods:
        amounts = {kind: areas[kind, period] for kind in SHOWN_KINDS}
        left = sum(amounts[kind] for kind in GIVEN if kind != VIA)
        change = sum(amounts[kind] for kind in TAKEN) - left
        rows.append({"period": period, **amounts, "change": change})
    return ShownTable(name, caption, columns, rows)


def _lists(reclamation: Reclamation) -> list[ShownTable]:
    """By classes, largest first."""
    colours = reclamation.land.classes.colours_by_name()
    columns = [
        known("period"),
        ShownColumn(Term("Type"), "kind"),
        known("from_class", colours=colours),
        known("to_class", colours=colours),
        known("area_ha"),
        *([known("ha_per_year")] if reclamation.has_ages else []),
    ]
    words = {ALREADY: Term("Mined at the first date")}
    words |= {kind: text for kind, (text, _) in SHOWN_KINDS.items()}

    def table(output: str, caption: Text, columns: list[ShownColumn], rows: Table) -> ShownTable:
        in_order = rows[np.argsort(-rows["area_ha"], kind="stable")].words("kind", words.get)
        shown = cast("Sequence[AreaRow]", in_order)
        return first_rows(output.lower(), caption, columns, shown, MOST_ROWS, output, folded=True)

    taken_words = Term("Disturbed land by class, largest first")
    given_words = Term("Land released from mining by class, largest first")
    with_share = [*columns, known("pct_of_mine")]
    return [
        table("DISTURBED", taken_words, columns, reclamation.disturbed),
        table("RECLAIMED", given_words, with_share, reclamation.reclaimed),
    ]


# Of BY_YEAR: the hectares of a year, those of them that are spread over a period, on which side of
# the line both stand, and their words and colours.
YEAR_BARS = (
    (
        *(DISTURBED_HA, DISTURBED_SPREAD_HA, -1),
        *(Term("Disturbed"), COLOURS[State.ACTIVE]),
        *(Term("Disturbed, distributed over the period"), "#cdbcc8"),
    ),
    (
        *(RECLAIMED_HA, RECLAIMED_SPREAD_HA, 1),
        *(Term("Reclaimed"), COLOURS[State.RECLAIMED]),
        *(Term("Reclaimed, distributed over the period"), "#c5e0d0"),
    ),
)
YEAR_COLUMNS = (
    *("year", DISTURBED_HA, DISTURBED_SPREAD_HA, "cumulative_disturbed_ha"),
    *(RECLAIMED_HA, RECLAIMED_SPREAD_HA, "cumulative_reclaimed_ha", "loss_tc"),
)


def year_section(
    land: MineLand, rasters: ChangeYears | None, rows: Sequence[Mapping[str, Any]]
) -> Section | None:
    """Land disturbed and reclaimed year by year, by the rows of BY_YEAR, and how much of it has a
    year; None without rasters of years."""
    if rasters is None:
        return None
    title = Term("Disturbed and reclaimed land by year")
    of_all = [row for row in rows if row["class"] == ALL]
    years, series = [str(row["year"]) for row in of_all], list[Bars]()
    for column, spread_column, sign, words, colour, pale_words, pale in YEAR_BARS:
        spread = [row[spread_column] for row in of_all]
        dated = [max(0.0, row[column] - part) for row, part in zip(of_all, spread)]
        for name, shade, areas in ((words, colour, dated), (pale_words, pale, spread)):
            hovers = [(name, year, hectares(area)) for year, area in zip(years, areas)]
            if any(areas):
                series.append(Bars(name, shade, [sign * area for area in areas], hovers))
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
        least_width=width_for(years),
    )
    names = [name for name in YEAR_COLUMNS if any(row[name] is not None for row in of_all)]
    counts = list[Row]()
    for index, (own, kind) in enumerate(zip(rasters.rasters, YEAR_BARS)):
        for step, parts in zip(land.steps, count_years(land, index) if own else ()):
            usable, outside, none = map(float, parts)
            shares = {"usable": usable, "outside": outside, "none": none}
            counts.append({"period": step.name, "kind": kind[3], **shares})
    of_years = [
        *(known("period"), ShownColumn(Term("Land"), "kind")),
        ShownColumn(Term("Year within the period, ha"), "usable", 2),
        ShownColumn(Term("Year outside the period, ha"), "outside", 2),
        ShownColumn(Term("Area without year, ha"), "none", 2),
    ]
    tables = [
        ShownTable(
            "years-known", Term("Agreement of year rasters with map periods"), of_years, counts
        ),
        ShownTable("by-year", title, [*map(known, names)], of_all, folded=True),
    ]
    return Section("by-year", title, [sentence], charts=[chart], tables=tables)


# Of land that is mined at some date, in the order of the bars.
SHOWN = (
    State.ACTIVE,
    State.RECLAIMED,
    State.REDEVELOPED,
    State.FLOODED,
    State.OTHER,
    State.BEFORE_MINING,
)


def state_section(reclamation: Reclamation, maps: LandMaps | None = None) -> Section:
    """State of the mined land by date, with a map of the last one where there are maps."""
    disturbing = reclamation.land.disturbing
    title = Message("Status of {land}", land=disturbing.land)
    by_date, section = Message("{title} by date, ha", title=title), Section("mine-states", title)
    if not reclamation.ever_hectares:
        section.sentences = [Term("No mined land at any date.")]
        return section
    labels = [date.label for date in reclamation.land.dates]
    # A state that never occurs needs no colour.
    shown = [state for state in SHOWN if any(at[state]["cells"] for at in reclamation.states)]
    areas = {state: [at[state]["area_ha"] for at in reclamation.states] for state in shown}
    if maps is not None:
        on_map = status_layer(reclamation.land).values
        occurring = on_map(maps.classes)
        shown_on_map = [state for state in WORDS if state in occurring]
        colours = {int(state): COLOURS[state] for state in shown_on_map}
        title = Message("{title}, {year}", title=title, year=date_words(labels[-1]))
        section.maps = maps.of_all_frames(title, on_map, colours)
        section.frame(maps)
        section.map_legend = [(WORDS[state], COLOURS[state]) for state in shown_on_map]
    section.charts = [
        stacked_chart(
            "mine-states",
            by_date,
            labels,
            [area_bars(WORDS[s], COLOURS[s], labels, hectares) for s, hectares in areas.items()],
            Term("Cumulative disturbed area, ha"),
        )
    ]
    section.tables = [
        crossed(
            "mine-states",
            by_date,
            known("status", colours=SWATCHES),
            labels,
            [(WORDS[state], hectares) for state, hectares in areas.items()],
        )
    ]
    return section


INTERVALS = Term(
    "Reclamation took place between the first map that shows it and the previous map; age is "
    "therefore an interval. Conversion between sink classes does not reset the age."
)


def status_layer(land: MineLand) -> MapLayer:
    """The state of the land at the last date."""
    uses = uses_of(list(land.classes), land.disturbing)

    def values(classes: Ints) -> Bytes:
        of_histories = states([*uses[classes]], len(land.dates))
        of_histories[0] = STATUS_NODATA
        return of_histories

    entries = {int(state): (WORDS[state], COLOURS[state]) for state in State}
    return MapLayer(Term("Status of mined land"), land.dates[-1].label, values, entries)


def age_section(reclamation: Reclamation) -> Section:
    """Ages of the land that is reclaimed at the last date, by interval and class."""
    title = Term("Age of reclaimed land")
    if not reclamation.has_ages:
        return Section(
            "mine-ages",
            title,
            [Term("Annual areas and ages are empty: not every layer has a year. Set YEARS.")],
        )
    last, listed = reclamation.land.dates[-1], _ages_listed(reclamation)
    year = date_words(last.label)
    # The intervals between the dates, which lie one after the other; an exact age lies in one.
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
        [INTERVALS],
        charts=[
            stacked_chart(
                "mine-ages",
                Message("Reclaimed land in {year} by age in years, ha", year=year),
                labels,
                [area_bars(name, colours[name], ages, values) for name, values in by_class.items()],
                Term("Reclaimed land, ha"),
                tops=[hectares(sum(column), 0) for column in zip(*by_class.values())],
            )
        ],
        tables=[
            crossed(
                "mine-ages",
                Message("Reclaimed land in {year} by class and age (years), ha", year=year),
                known("class", colours=colours),
                labels,
                list(by_class.items()),
            ),
            first_rows(
                "mine-ages-full",
                Message("Reclaimed land in {year} by age, class and former class", year=year),
                [
                    *map(known, ("age_min", "age_mid", "age_max")),
                    known("class", colours=colours),
                    known("source_class", colours=colours),
                    known("area_ha"),
                ],
                cast("Sequence[AreaRow]", listed),
                MOST_ROWS,
                "AGES",
                folded=True,
            ),
        ],
    )


def _ages_listed(reclamation: Reclamation) -> list[AgeRow]:
    """The rows of AGES of the last date, those that only their histories tell apart added up."""
    rows: dict[tuple[str, str, int, int], AgeRow] = {}
    for row in reclamation.ages.of_last_date:
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
    """The page of mine reclamation; `files` are those behind the layers, by date."""
    disturbing = reclamation.land.disturbing
    maps = None if land is None else mined_maps(results.series, land, disturbing)
    choices = [(Term("Disturbing class groups"), disturbing.quoted)]
    status = state_section(reclamation, maps)
    if maps is not None and maps.has_marked:
        layers = land_layers(results.classes, results.census, results.labels)
        status.explorable = explorable_map(
            results.series, maps, [*layers, status_layer(reclamation.land)]
        )
    conversions = taken_section(reclamation)
    hidden = disturbing.hidden_mines(results.series.named_classes)
    conversions.warnings = [hidden] if hidden else []
    return dated_page(
        Term("Mine reclamation"),
        results,
        provenance,
        _headlines(reclamation),
        [
            conversions,
            year_section(reclamation.land, results.series.years, by_year_rows(reclamation.land)),
            status,
            age_section(reclamation),
            disclosure_section(disclosure) if reclamation.ever_hectares else None,
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headlines(reclamation: Reclamation) -> list[Headline]:
    """The numbers that a reader looks for first."""
    year = date_words(reclamation.land.dates[-1].label)

    active, reclaimed = (reclamation.hectares(s) for s in (State.ACTIVE, State.RECLAIMED))
    headlines: list[Headline] = [
        (Term("Cumulative disturbed area"), rounded(reclamation.ever_hectares, 0), "ha"),
        (Message("Mined in {year}", year=year), rounded(active, 0), "ha"),
        (Message("Reclaimed in {year}", year=year), rounded(reclaimed, 0), "ha"),
    ]
    if reclamation.reclaimed_pct is not None:
        share = rounded(reclamation.reclaimed_pct, 1)
        headlines.append((Term("Reclaimed share of the cumulative disturbed area"), share, "%"))
    headlines.append((Term("Re-disturbed"), rounded(reclamation.again_hectares, 0), "ha"))
    return headlines
