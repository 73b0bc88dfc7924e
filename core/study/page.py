"""Page of a study: order of its sections, key figures, and sections on units and other subjects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

import numpy as np

from ..base.colours import interpolate_ramp
from ..base.files import Provenance
from ..base.messages import Message, MessageList, MissingResult, Term, Text, iter_until_cancelled
from ..base.numbers import compute_percent
from ..base.table import Row
from ..change.page import intensity_section, transition_section
from ..ledger.balance import (
    AGE_RULE_LABELS,
    NOT_COUNTED_LABEL,
    BalanceFigure,
    balance_chart,
    balance_figure,
    balance_sentences,
    balance_tables,
    format_carbon_dioxide,
    format_tonnes,
    land_balance_table,
    missing_balance_label,
    stock_chart,
    stock_table,
    uncounted_reclaimed_sentence,
    waterfall_chart,
)
from ..ledger.sections import tornado_chart
from ..mine.page import age_section, annual_section, disturbance_section, state_section
from ..mine.reclamation import disclosure_section
from ..pattern.measures import centroid_rows
from ..pattern.page import centroid_section
from ..raster.area import ELLIPSOIDAL_AREA
from ..report.change_sections import share_section, transfer_section
from ..report.interactive_map import boundary_pixels
from ..report.page import (
    AreaRow,
    Chart,
    Page,
    ReportTable,
    Section,
    TableColumn,
    dictionary_column,
    page_period_order,
    truncated_table,
)
from ..report.plotly_figures import ARROW, format_number
from ..report.results_page import (
    InputFile,
    audit_section,
    check_section,
    create_results_page,
    crs_name,
    format_dates,
    parameter_section,
    source_section,
)
from ..results.zones import conversion_kind_label, unassigned_by_kind
from ..scheme.classes import shorten_list
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL_LABEL
from ..scheme.zone_rules import unassigned_zone
from .key_findings import density_source_sentence, key_findings, summary_section
from .land_sections import (
    MAX_NUMBERED_AREAS,
    build_explorable_map,
    change_section,
    changed_zone_rows,
    land_use_section,
    method_section,
    trajectory_section,
    zone_chart,
    zone_section,
)
from .losses_section import (
    annual_loss_sentences,
    disturbed_land_section,
    full_period_loss_label,
    loss_section,
)
from .priority_maps import UNIT_BOUNDARY_LABEL, UNIT_EDGE_COLOUR, unit_labels, unit_pixels
from .priority_section import first_idle_area, idle_area_section, priority_section
from .study import Study

# Maximum numbers of units in charts and tables, those with most mined land; UNITS_LAYER and the
# tables have all.
MAX_CHART_UNITS, MAX_TABLE_UNITS = 20, 60
# Colour ramp from little to much change.
CHANGE_RAMP = ("#fff3d6", "#f5a35c", "#a3300b")
RAMP_STEPS = 5


def unit_section(study: Study) -> Section | None:
    """Create the section on the units over the full period; None without units."""
    rows = {
        name: _unit_row(name, study.with_census(census))
        for name, census in study.census.units or ()
    }
    if not rows:
        return None
    section = Section("units", Term("By unit"))
    section.sentences = [
        Message(
            "Results by unit, {period}. Percentages refer to the area of the unit; areas and "
            "carbon sum to the total.",
            period=study.full_period.name,
        )
    ]
    # By mined land, then by total land.
    sizes = {name: (row["ever_mined_ha"] or 0.0, row["area_ha"]) for name, row in rows.items()}
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)
    _draw_unit_map(section, study, {name: row["changed"] for name, row in rows.items()})
    section.charts = [_unit_zone_chart(study, rows, largest[:MAX_CHART_UNITS])]
    section.tables = [_unit_table(study, rows, largest[:MAX_TABLE_UNITS])]
    return section


def _unit_row(name: Text, part: Study) -> Row:
    """Return the indicators of a unit, with its complete results."""
    changed = part.census.changed_area_ha(len(part.cube.periods) - 1)
    total, mined = part.census.valid_area_ha, part.reclamation
    return {
        "part": part,
        "unit": name,
        "area_ha": total,
        "changed": compute_percent(changed, total) or 0.0,
        "ever_mined_ha": mined and mined.cumulative_disturbed_ha,
        "reclaimed": mined and mined.reclaimed_ha,
    }


def _draw_unit_map(section: Section, study: Study, shares: dict[str, float]) -> None:
    """Add the map of units, classified by the share of changed land."""
    pixels, maps = unit_pixels(study), study.land_maps
    if pixels is None or maps is None or len(shares) < 2:
        return
    units, indices = pixels
    least, most = min(shares.values()), max(shares.values())
    width = (most - least) / RAMP_STEPS or 1.0
    over_least = [shares.get(name, least) - least for name in units]
    steps = [min(int(share / width), RAMP_STEPS - 1) + 1 for share in over_least]
    # The last entry is for cells that are not valid.
    cells = np.array([*steps, 0], np.uint8)[indices]
    edge = RAMP_STEPS + 1
    cells[boundary_pixels(indices) & (indices >= 0)] = edge
    colours = {
        step: interpolate_ramp(CHANGE_RAMP, (step - 1) / (RAMP_STEPS - 1))
        for step in range(1, RAMP_STEPS + 1)
    }
    title = Message("Changed area, {period}, %", period=study.full_period.name)
    pictures = maps.draw_pixels(title, cells, {**colours, edge: UNIT_EDGE_COLOUR})
    names = [name if name in shares else "" for name in units]
    section.maps = [
        replace(drawn, labels=unit_labels(maps, frame, indices, names, range(len(names))))
        for drawn, frame in zip(pictures, maps.frames)
    ]
    section.set_map_frame(maps)
    edges = [format_number(least + width * step, 1) for step in range(RAMP_STEPS + 1)]
    steps_shown = [
        (Message("{range} %", range=f"{low}\N{EN DASH}{high}"), colour)
        for (step, colour), low, high in zip(colours.items(), edges, edges[1:])
        if step in steps
    ]
    section.map_legend = [*steps_shown, (UNIT_BOUNDARY_LABEL, UNIT_EDGE_COLOUR)]


def _unit_zone_chart(study: Study, rows: Mapping[str, Row], drawn: list[str]) -> Chart:
    """Create the chart of zone shares in the units with most mined land, in this order."""
    last, zones = len(study.cube.periods) - 1, study.rules.zones
    of_span, of_changed = [], []
    for part in (rows[name]["part"] for name in drawn):
        changed, values = part.cube.changed_land_only, part.rules.zone_matrix(part.cube.classes)
        of_span.append([row for row in part.zone_shares if row["period"] == study.full_period.name])
        of_changed.append(changed_zone_rows(changed, last, zones, values))
    title = Message("Zone shares by unit, {period}, %", period=study.full_period.name)
    axis, note = Term("Share of the analysed area of the unit, %"), _omitted_units_note(rows, drawn)
    return zone_chart("unit-zones", title, drawn, zones, of_span, axis, of_changed, note=note)


def _unit_table(study: Study, rows: Mapping[str, Row], largest: Sequence[str]) -> ReportTable:
    """Return a row per unit, in unit order, and the total."""
    columns = [
        dictionary_column("unit"),
        dictionary_column("area_ha"),
        TableColumn(Term("Changed area, %"), "changed", 2),
    ]
    if not study.why_no_losses:
        columns.append(dictionary_column("total_loss_tc"))
    if study.reclamation is not None:
        reclaimed = TableColumn(Term("Reclaimed at the last date, ha"), "reclaimed", 2)
        columns += [dictionary_column("ever_mined_ha"), reclaimed]
    listed = [name for name in rows if name in largest]
    total = {**_unit_row(Term("Total"), study), "is_total": True}
    shown: list[Row] = []
    for row in (*map(rows.__getitem__, listed), total):
        lost = row["part"].period_losses(study.full_period).get("total_loss_tc")
        # Complete results of units are not kept in the page.
        shown.append({**row, "part": None, "total_loss_tc": lost})
    title = Message("Units, {period}", period=study.full_period.name)
    return ReportTable("units", title, columns, shown, note=_omitted_units_note(rows, listed))


def _omitted_units_note(rows: Mapping[str, Row], drawn: Sequence[str]) -> Text:
    count = len(rows) - len(drawn)
    if not count:
        return ""
    area = sum(row["area_ha"] for row in rows.values())
    area -= sum(rows[name]["area_ha"] for name in drawn)
    words = Term("Not listed: {count} further units ({area} ha in total); see the tables.")
    return Message(words, count=count, area=format_number(area, 2))


class KeyFigure(NamedTuple):
    """Key figure, or several of the same quantity.

    Attributes:
        shown: value as displayed, with its change over time or its interval.
        values: by label; empty for land that is not included.
    """

    label: Text
    shown: Text
    unit: str
    values: Sequence[tuple[Text, float]]


def key_figures(study: Study) -> list[KeyFigure]:
    """Return the available key figures: first the net balance of mined land, or else the loss."""
    span = study.full_period.name
    changed = study.census.changed_area_ha(len(study.cube.periods) - 1)
    total = study.cube.total_hectares
    figures = [
        _make_key_figure(Term("Area analysed"), total, "ha"),
        _make_key_figure(
            Message("Changed area, {period}", period=span), 100 * changed / total, "%", 1
        ),
    ]
    if study.disturbed_areas is not None:
        figures.insert(0, _disturbed_land_figure(study, study.disturbed_areas))
    losses, ledger = study.period_losses(study.full_period), study.ledger
    if not losses:
        return figures
    label, carbon = full_period_loss_label(study), losses["total_loss_tc"]
    half_width = study.loss_half_width(study.full_period)
    if ledger:
        lead = balance_figure(ledger, study.balance)
        if lead is None:
            return [KeyFigure(missing_balance_label(ledger), NOT_COUNTED_LABEL, "", []), *figures]
        first_to_last = _carbon_figure(label, carbon, half_width)
        as_dioxide = _dioxide_figure(lead.dioxide_label, lead.net, lead.half_width)
        return [_balance_key_figure(study, lead), as_dioxide, first_to_last, *figures]
    if len(study.steps) == 1:
        disturbing = study.disturbing.alternative_names
        label = Message("Carbon loss to {takers}, {period}", takers=disturbing, period=span)
    of_dioxide = Message("{label}, as CO₂", label=label)
    if study.coefficients.caveat:
        label = Message("{label} ({densities})", label=label, densities=study.coefficients.briefly)
    return [
        _carbon_figure(label, carbon, half_width),
        _dioxide_figure(of_dioxide, carbon, half_width),
        *figures,
    ]


def _carbon_figure(label: Text, carbon: float, half_width: float | None) -> KeyFigure:
    return KeyFigure(label, format_tonnes(carbon, half_width), "t C", [(label, carbon)])


def _dioxide_figure(label: Text, carbon: float, half_width: float | None) -> KeyFigure:
    shown = format_carbon_dioxide(carbon, half_width)
    return KeyFigure(label, shown, "t CO\u2082", [(label, carbon * CO2_PER_C)])


def _make_key_figure(label: Text, value: float, unit: str, digits: int = 0) -> KeyFigure:
    return KeyFigure(label, format_number(value, digits), unit, [(label, value)])


def _balance_key_figure(study: Study, lead: BalanceFigure) -> KeyFigure:
    """Return the headline balance, with its interval if there is one."""
    if lead.low is None or lead.high is None or study.uncertainty is None:
        return _carbon_figure(lead.label, lead.net, None)
    level = f"{study.uncertainty.wanted.level:g}"
    return KeyFigure(
        Message("{label} ({level} % confidence interval)", label=lead.label, level=level),
        Message(
            "{name} ({group})",
            name=format_tonnes(lead.net, lead.half_width),
            group=lead.interval_text,
        ),
        "t C",
        [
            (lead.label, lead.net),
            (Message("Lower {level} % confidence limit", level=level), lead.low),
            (Message("Upper {level} % confidence limit", level=level), lead.high),
        ],
    )


def _disturbed_land_figure(study: Study, areas: Sequence[Sequence[Row]]) -> KeyFigure:
    """Return the mined or otherwise disturbed land at the first and last dates."""
    groups = study.disturbing.group_names
    land: Text = Message("Disturbed land ({groups})", groups=groups)
    label = Message("Disturbed land ({groups}), {first} to {last}", groups=groups, **study.ends)
    if study.disturbing.is_mining_only:
        land, label = Term("Mined land"), Message("Mined land, {first} to {last}", **study.ends)
    values = [
        (Message("{name}, {label}", name=land, label=date), sum(row["area_ha"] for row in rows))
        for date, rows in zip(study.ends.values(), (areas[0], areas[-1]))
    ]
    return KeyFigure(label, f" {ARROW} ".join(format_number(v) for _, v in values), "ha", values)


def carbon_section(study: Study) -> Section | None:
    """Create the section on the carbon ledger in short; None without mined land."""
    section = Section("mine-carbon", study.disturbing.balance_title)
    ledger, uncertainty, sensitivity = study.ledger, study.uncertainty, study.sensitivity
    if isinstance(ledger, MissingResult) and ledger.reason:
        section.sentences = [
            Message(
                "Carbon balance of {land} not available: {why}.",
                land=study.disturbing.land_term,
                why=ledger.reason,
            )
        ]
        return section
    if isinstance(ledger, MissingResult) or uncertainty is None or sensitivity is None:
        return None
    section.sentences = balance_sentences(ledger, uncertainty, study.balance)
    back_uncounted = uncounted_reclaimed_sentence(ledger)
    section.warnings = [back_uncounted] if back_uncounted else []
    section.tables = [land_balance_table(study.balance)]
    if ALL_LABEL in ledger.uncounted_land:
        return section
    section.sentences += [
        *annual_loss_sentences(study),
        *ledger.assumption_notes.notices,
        *ledger.land.disturbing.mined_land_sentences,
    ]
    section.warnings += ledger.assumption_notes.warnings
    tornado = tornado_chart(sensitivity)
    section.charts = [
        balance_chart(ledger),
        waterfall_chart(ledger, study.balance),
        *([tornado] if tornado else []),
        stock_chart(ledger),
    ]
    tables = [*balance_tables(ledger), stock_table(ledger)]
    section.tables = [land_balance_table(study.balance, folded=True), *tables]
    return section


# Maximum number of rows; omitted ones are summed in a note.
MAX_LISTED_CONVERSIONS = 25


def unassigned_section(study: Study) -> Section:
    """Create the section on conversions without a rule, largest first."""
    kind, area = dictionary_column("kind"), dictionary_column("area_ha")
    # "Share" alone could be mistaken for the share of unassigned land.
    share = dictionary_column("share_pct", Term("Share of total area, %"))
    classes = [
        dictionary_column(name, colours=study.class_colours) for name in ("from_class", "to_class")
    ]
    columns = [*classes, kind, dictionary_column("cells"), area, share]
    zone = unassigned_zone(study.rules.zones)
    nowhere = Message(
        "Conversions without a matching rule are assigned to zone {number}, {zone}.",
        number=zone.value,
        zone=zone.name,
    )
    section = Section("unassigned", Term("Unassigned conversions"), [nowhere])
    for period_index in page_period_order(study.cube.periods):
        period = study.cube.periods[period_index]
        rows: list[Row] = [
            {**row, "kind": conversion_kind_label(row["kind"])}
            for row in study.unassigned_conversions
            if row["period"] == period.name
        ]
        if not rows:
            section.sentences.append(Message("{period}: none.", period=period.name))
            continue
        is_span = period == study.full_period
        if is_span:
            kinds: list[Row] = [
                {"kind": conversion_kind_label(name), "area_ha": hectares, "share_pct": percent}
                for name, hectares, percent in unassigned_by_kind(
                    study.unassigned_conversions, period.name
                )
            ]
            caption = Message("Unassigned area by type, {period}", period=period.name)
            of_kinds = ReportTable("unassigned-kinds", caption, [kind, area, share], kinds)
            section.tables.append(of_kinds)
        name, listed = f"unassigned-{period_index}", cast("list[AreaRow]", rows)
        caption = Message("Unassigned conversions, {period}, largest first", period=period.name)
        section.tables.append(
            truncated_table(
                name, caption, columns, listed, MAX_LISTED_CONVERSIONS, "TRANSFERS", not is_span
            )
        )
    return section


def _centroid_section(study: Study) -> Section | None:
    counter = study.consumers.centres
    if counter is None:
        return None
    areas: dict[str, float] = {}
    for row in study.areas:
        areas[row["class"]] = max(areas.get(row["class"], 0.0), row["area_ha"])
    names = [(land_class.value, land_class.name) for land_class in study.classes]
    rows = centroid_rows(study.dates, counter.moments, counter.measure, names)
    colours = study.class_colours
    return centroid_section(rows, study.series.window, counter.measure, areas, colours)


def _transition_section(study: Study) -> Section | None:
    """Create the section on transitions, with tables folded as they are in Change analysis."""
    section = transition_section(study.change_analysis)
    for table in section.tables if section else ():
        table.folded = True
    return section


def _annual_section(study: Study) -> Section | None:
    if study.mined_land is None:
        return None
    return annual_section(study.mined_land.land, study.series.years, study.annual_table)


# The main results come first, followed by all others and the methods; the sections on parameters
# and sources, which concern the run, come last. A function returns None for a subject that the
# study does not have.
SECTIONS: Mapping[Text, tuple[Callable[[Study], Section | None], ...]] = {
    "": (
        summary_section,
        priority_section,
        idle_area_section,
        land_use_section,
        lambda study: disturbance_section(study.mined_land) if study.mined_land else None,
        _annual_section,
        carbon_section,
        loss_section,
        zone_section,
        unit_section,
    ),
    Term("Additional results"): (
        disturbed_land_section,
        lambda study: (
            state_section(study.mined_land, study.land_maps) if study.mined_land else None
        ),
        lambda study: (
            age_section(study.mined_land)
            if study.mined_land and study.mined_land.has_ages
            else None
        ),
        share_section,
        transfer_section,
        change_section,
        _centroid_section,
        trajectory_section,
        lambda study: intensity_section(study.change_analysis),
        _transition_section,
        unassigned_section,
        lambda study: disclosure_section(study.disclosure) if study.disclosure else None,
    ),
    Term("Methods and checks"): (method_section, check_section, audit_section),
}


# Sections that are initially open; all others are folded. The values are charts and tables with
# further details, which are folded in them.
OPEN_SECTIONS = {
    "story": (),
    "priorities": ("priority-land", "priority-uptake", "priorities"),
    "idle-areas": ("idle-areas",),
    "land": (),
    "taken": ("taken-0", "taken-1"),
    "by-year": (),
    "mine-carbon": ("waterfall", "sensitivity", "stocks", "balance-years"),
    "losses": ("losses-sinks", "taken-classes", "losses-gap"),
    "zones": ("zones-share", "zones-ha"),
}

STUDY_TITLE = Term("Carbon zone study")
# Indices of the questions whose answers have links: on densities, and on where to start.
DENSITIES_QUESTION_INDEX, START_QUESTION_INDEX = 1, 3
# Parts that fit on two printed pages; for carbon, the main ones.
SUMMARY_PARTS = (
    "story maps-priorities table-priorities land chart-taken chart-balance maps-zones "
    "chart-zone-shares"
)


def study_choices(study: Study) -> list[tuple[Text, object]]:
    """Return further choices that affect the results."""
    return [(Term("Disturbing class groups"), study.disturbing.quoted_groups)]


def methods_paragraph_section(study: Study, provenance: Provenance) -> Section:
    """Create a methods paragraph for publications: data, legend, densities, methods, software."""
    series, census, ledger = study.series, study.census, study.ledger
    shipped = series.shipped
    parts: list[Text] = [
        Message(
            "Land use in {dates} was taken from {layers} (class names: {legend}; {system}; "
            "cell size {cells}).",
            dates=format_dates(study),
            layers=shorten_list([raster.date.layer for raster in series.rasters]),
            legend=shipped.title if shipped else series.named_by.words,
            system=crs_name(series.grid) or Term("no CRS"),
            cells=series.grid.format_cell_size(),
        ),
        Message(
            "The analysed area, with a class at all dates, is {area} ha; {excluded} ha were "
            "excluded. Cell areas are {method}.",
            area=format_number(census.valid_area_ha),
            excluded=format_number(census.excluded_area_ha),
            method=Term("ellipsoidal")
            if series.area.method == ELLIPSOIDAL_AREA
            else Term("planimetric"),
        ),
        Term(
            "Conversions between classes were counted by cell between successive dates and "
            "between the first and the last date, and were assigned to carbon-sink "
            "functional zones (Yang, Bai, Fu and Cao 2022)."
        ),
    ]
    if not study.why_no_losses:
        parts += [
            Message(
                "Carbon loss = area of carbon sinks converted to {takers} × carbon density "
                "(soil and vegetation) × loss fraction; 1 t C = 44/12 t CO₂.",
                takers=study.disturbing.alternative_names,
            ),
            density_source_sentence(study),
        ]
    if ledger:
        parts.append(
            Message(
                "The carbon balance of this land follows the gain-loss method (IPCC 2006, "
                "volume 4, equation 2.4); reclaimed land accumulates carbon with age "
                "({rule}).",
                rule=AGE_RULE_LABELS[ledger.rule],
            )
        )
    densities = [
        study.coefficients.class_coefficient(c) for c in study.classes if c in study.coefficients
    ]
    pools = [pool for density in densities for pool in density.pools.values()]
    if not study.why_no_losses and any(pool.u95_pct is not None for pool in pools):
        parts.append(
            Term(
                "Uncertainty was propagated following IPCC 2006 (volume 1, chapter 3) where "
                "margins of error are given."
            )
        )
    versions = ", ".join(" ".join(version) for version in provenance.versions)
    parts.append(Message("Computed with {versions}.", versions=versions))
    paragraph = Message("{text}", text=MessageList(parts, Term(" ")))
    return Section("methods-text", Term("Methods paragraph"), [paragraph])


def study_page(study: Study, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """Create the page of a study.

    Args:
        files: file of the layer of each date.
    """
    sections: list[Section] = []
    for chapter, makers in SECTIONS.items():
        asked = iter_until_cancelled(makers, study.consumers.going_on)
        of_chapter = [section for make in asked if (section := make(study))]
        if of_chapter:
            of_chapter[0].chapter = chapter
        sections += of_chapter
    for section in sections:
        folded = OPEN_SECTIONS.get(section.name, ())
        for table in section.tables:
            table.folded |= table.name in folded
        section.charts = [replace(chart, folded=chart.name in folded) for chart in section.charts]
    paragraph, by_name = methods_paragraph_section(study, provenance), {s.name: s for s in sections}
    if method := by_name.get("method"):
        paragraph.chapter, method.chapter = method.chapter, ""
        sections.insert(sections.index(method), paragraph)
    if land := by_name.get("land"):
        land.explorable = build_explorable_map(study)
    if provenance.labels:
        sections.append(parameter_section(provenance, Term("Parameters")))
    sections.append(source_section(study, provenance, files, study_choices(study)))
    headlines = [figure[:3] for figure in key_figures(study)]
    summary = [*SUMMARY_PARTS.split(), *([] if study.ledger else ["chart-carbon"])]
    page = create_results_page(
        STUDY_TITLE, study, provenance, headlines, sections, summary, opened=[*OPEN_SECTIONS]
    )
    first = first_idle_area(study, study.priorities) if study.priorities else None
    links = {}
    if not study.why_no_losses:
        links[DENSITIES_QUESTION_INDEX] = ("table-method-coefficients", Term("Show densities"))
    if first and first["rank"] <= MAX_NUMBERED_AREAS and land and land.explorable:
        links[START_QUESTION_INDEX] = (f"area-{first['rank']}", Term("Show on map"))
    elif study.priorities:
        links[START_QUESTION_INDEX] = ("priorities", Term("Show ranking"))
    return replace(page, opening=key_findings(study), links=links)
