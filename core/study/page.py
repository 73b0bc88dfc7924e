"""The page of a study: what orders it, its tiles, and its sections on units and other subjects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, cast

import numpy as np

from ..base.colours import along
from ..base.files import Provenance
from ..base.messages import Listed, Message, Missing, Term, Text, each
from ..base.numbers import percent
from ..base.table import Row
from ..change.page import intensity_section, transition_section
from ..ledger.balance import (
    NOT_COUNTED,
    RULES,
    BalanceFigure,
    back_uncounted_sentence,
    balance_chart,
    balance_figure,
    balance_sentences,
    balance_tables,
    dioxide,
    land_table,
    stock_chart,
    stock_table,
    tonnes,
    uncounted_label,
    waterfall_chart,
)
from ..ledger.sections import tornado_chart
from ..mine.page import age_section, state_section, taken_section, year_section
from ..mine.reclamation import disclosure_section
from ..pattern.measures import centre_rows
from ..pattern.page import centre_section
from ..raster.area import ELLIPSOIDAL
from ..report.change_sections import share_section, transfer_section
from ..report.explorable_map import edges_of
from ..report.page import (
    AreaRow,
    Chart,
    Page,
    Section,
    ShownColumn,
    ShownTable,
    first_rows,
    known,
    span_first,
)
from ..report.plotly_figures import ARROW, rounded
from ..report.results_page import (
    InputFile,
    audit_section,
    cell_size,
    closure_section,
    dated_page,
    dates_of,
    parameter_section,
    source_section,
    system_name,
)
from ..results.zones import kind_words, unassigned_by_kind
from ..scheme.classes import some
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL
from ..scheme.zone_rules import unassigned_zone
from .key_findings import density_source, opening, story_section
from .land_sections import (
    change_section,
    changed_zone_rows,
    explorable,
    land_section,
    method_section,
    trajectory_section,
    zone_chart,
    zone_section,
)
from .losses_section import damage_section, first_to_last_label, loss_section, yearly_sentences
from .priority_maps import UNIT_EDGE, unit_labels, unit_pixels
from .priority_section import area_section, first_area, priority_section
from .study import Study

# Units that a page draws and lists, those with most mined land; UNITS_LAYER and the tables have
# all.
MOST_DRAWN, MOST_UNITS = 20, 60
# From little change to much.
RAMP = ("#fff3d6", "#f5a35c", "#a3300b")
STEPS = 5


def unit_section(study: Study) -> Section | None:
    """What the units tell over the whole span; None where the run has none."""
    rows = {name: _unit_row(name, study.of(census)) for name, census in study.census.units or ()}
    if not rows:
        return None
    section = Section("units", Term("By unit"))
    section.sentences = [
        Message(
            "Results by unit, {period}. Percentages refer to the area of the unit; areas and "
            "carbon sum to the total.",
            period=study.span.name,
        )
    ]
    # By their mined land, and where they have as much, by all land.
    sizes = {name: (row["ever_mined_ha"] or 0.0, row["area_ha"]) for name, row in rows.items()}
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)
    _draw_map(section, study, {name: row["changed"] for name, row in rows.items()})
    section.charts = [_zone_chart(study, rows, largest[:MOST_DRAWN])]
    section.tables = [_unit_table(study, rows, largest[:MOST_UNITS])]
    return section


def _unit_row(name: Text, part: Study) -> Row:
    """What is told of a unit, and all of its results."""
    changed = part.census.changed_hectares(len(part.cube.periods) - 1)
    total, mined = part.census.total_hectares, part.reclamation
    return {
        "part": part,
        "unit": name,
        "area_ha": total,
        "changed": percent(changed, total) or 0.0,
        "ever_mined_ha": mined and mined.ever_hectares,
        "reclaimed": mined and mined.reclaimed_hectares,
    }


def _draw_map(section: Section, study: Study, shares: dict[str, float]) -> None:
    """The units in classes of how much of their land changed."""
    pixels, maps = unit_pixels(study), study.maps
    if pixels is None or maps is None or len(shares) < 2:
        return
    units, indices = pixels
    least, most = min(shares.values()), max(shares.values())
    width = (most - least) / STEPS or 1.0
    over_least = [shares.get(name, least) - least for name in units]
    steps = [min(int(share / width), STEPS - 1) + 1 for share in over_least]
    # The last one is of what does not count.
    cells = np.array([*steps, 0], np.uint8)[indices]
    edge = STEPS + 1
    cells[edges_of(indices) & (indices >= 0)] = edge
    colours = {step: along(RAMP, (step - 1) / (STEPS - 1)) for step in range(1, STEPS + 1)}
    title = Message("Changed area, {period}, %", period=study.span.name)
    pictures = maps.of_pixels(title, cells, {**colours, edge: UNIT_EDGE})
    names = [name if name in shares else "" for name in units]
    section.maps = [
        replace(drawn, labels=unit_labels(maps, frame, indices, names, range(len(names))))
        for drawn, frame in zip(pictures, maps.frames)
    ]
    section.frame(maps)
    edges = [rounded(least + width * step, 1) for step in range(STEPS + 1)]
    section.map_legend = [
        (Message("{range} %", range=f"{low}\N{EN DASH}{high}"), colour)
        for (step, colour), low, high in zip(colours.items(), edges, edges[1:])
        if step in steps
    ]


def _zone_chart(study: Study, rows: Mapping[str, Row], drawn: list[str]) -> Chart:
    """The shares of the zones in the units with most mined land, in the order of that."""
    last, zones = len(study.cube.periods) - 1, study.rules.zones
    of_span, of_changed = [], []
    for part in (rows[name]["part"] for name in drawn):
        changed, values = part.cube.of_changed_land, part.rules.zone_table(part.cube.classes)
        of_span.append([row for row in part.zones if row["period"] == study.span.name])
        of_changed.append(changed_zone_rows(changed, last, zones, values))
    title = Message("Zone shares by unit, {period}, %", period=study.span.name)
    axis, note = Term("Share of the analysed area of the unit, %"), _left_out(rows, drawn)
    return zone_chart("unit-zones", title, drawn, zones, of_span, axis, of_changed, note=note)


def _unit_table(study: Study, rows: Mapping[str, Row], largest: Sequence[str]) -> ShownTable:
    """A row per unit, in the units' order, and the whole."""
    columns = [known("unit"), known("area_ha"), ShownColumn(Term("Changed area, %"), "changed", 2)]
    if not study.why_no_losses:
        columns.append(known("total_loss_tc"))
    if study.reclamation is not None:
        reclaimed = ShownColumn(Term("Reclaimed at the last date, ha"), "reclaimed", 2)
        columns += [known("ever_mined_ha"), reclaimed]
    listed = [name for name in rows if name in largest]
    total = {**_unit_row(Term("Total"), study), "is_total": True}
    shown: list[Row] = []
    for row in (*map(rows.__getitem__, listed), total):
        lost = row["part"].losses_of(study.span).get("total_loss_tc")
        # The page does not keep all that is known of a unit.
        shown.append({**row, "part": None, "total_loss_tc": lost})
    title = Message("Units, {period}", period=study.span.name)
    return ShownTable("units", title, columns, shown, note=_left_out(rows, listed))


def _left_out(rows: Mapping[str, Row], drawn: Sequence[str]) -> Text:
    count = len(rows) - len(drawn)
    if not count:
        return ""
    area = sum(row["area_ha"] for row in rows.values())
    area -= sum(rows[name]["area_ha"] for name in drawn)
    words = Term("Not listed: {count} further units ({area} ha in total); see the tables.")
    return Message(words, count=count, area=rounded(area, 2))


class KeyFigure(NamedTuple):
    """A number that a reader looks for first, or several of the same thing.

    Attributes:
        shown: what became of it, or how sure it is, as a page shows it.
        values: by what each is called alone; none of what is not counted.
    """

    label: Text
    shown: Text
    unit: str
    values: Sequence[tuple[Text, float]]


def key_figures(study: Study) -> list[KeyFigure]:
    """The key figures of a study; none on what there is not.

    The net of mined land leads, without a balance what was lost.
    """
    span = study.span.name
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    total = study.cube.total_hectares
    figures = [
        _figure(Term("Area analysed"), total, "ha"),
        _figure(Message("Changed area, {period}", period=span), 100 * changed / total, "%", 1),
    ]
    if study.taken_areas is not None:
        figures.insert(0, _taken_figure(study, study.taken_areas))
    losses, ledger = study.losses_of(study.span), study.ledger
    if not losses:
        return figures
    label, carbon = first_to_last_label(study), losses["total_loss_tc"]
    half_width = study.loss_half_width(study.span)
    if ledger:
        lead = balance_figure(ledger, study.balance)
        if lead is None:
            return [KeyFigure(uncounted_label(ledger), NOT_COUNTED, "", []), *figures]
        first_to_last = _carbon_figure(label, carbon, half_width)
        as_dioxide = _dioxide_figure(lead.dioxide_label, lead.net, lead.half_width)
        return [_balance_tile(study, lead), as_dioxide, first_to_last, *figures]
    if len(study.steps) == 1:
        disturbing = study.disturbing.or_words
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
    return KeyFigure(label, tonnes(carbon, half_width), "t C", [(label, carbon)])


def _dioxide_figure(label: Text, carbon: float, half_width: float | None) -> KeyFigure:
    shown = dioxide(carbon, half_width)
    return KeyFigure(label, shown, "t CO\u2082", [(label, carbon * CO2_PER_C)])


def _figure(label: Text, value: float, unit: str, digits: int = 0) -> KeyFigure:
    return KeyFigure(label, rounded(value, digits), unit, [(label, value)])


def _balance_tile(study: Study, lead: BalanceFigure) -> KeyFigure:
    """The balance that leads, with its interval where it has one."""
    if lead.low is None or lead.high is None or study.uncertainty is None:
        return _carbon_figure(lead.label, lead.net, None)
    level = f"{study.uncertainty.wanted.level:g}"
    return KeyFigure(
        Message("{label} ({level} % confidence interval)", label=lead.label, level=level),
        Message("{name} ({group})", name=tonnes(lead.net, lead.half_width), group=lead.interval),
        "t C",
        [
            (lead.label, lead.net),
            (Message("Lower {level} % confidence limit", level=level), lead.low),
            (Message("Upper {level} % confidence limit", level=level), lead.high),
        ],
    )


def _taken_figure(study: Study, areas: Sequence[Sequence[Row]]) -> KeyFigure:
    """The land that is mined, or otherwise taken, at the first date and at the last."""
    groups = study.disturbing.words
    land: Text = Message("Disturbed land ({groups})", groups=groups)
    label = Message("Disturbed land ({groups}), {first} to {last}", groups=groups, **study.ends)
    if study.disturbing.is_mining:
        land, label = Term("Mined land"), Message("Mined land, {first} to {last}", **study.ends)
    values = [
        (Message("{name}, {label}", name=land, label=date), sum(row["area_ha"] for row in rows))
        for date, rows in zip(study.ends.values(), (areas[0], areas[-1]))
    ]
    return KeyFigure(label, f" {ARROW} ".join(rounded(v) for _, v in values), "ha", values)


def carbon_section(study: Study) -> Section | None:
    """The carbon ledger of a study, in short; None where nothing is mined."""
    section = Section("mine-carbon", study.disturbing.balance)
    ledger, uncertainty, sensitivity = study.ledger, study.uncertainty, study.sensitivity
    if isinstance(ledger, Missing) and ledger.reason:
        section.sentences = [
            Message(
                "Carbon balance of {land} not available: {why}.",
                land=study.disturbing.land,
                why=ledger.reason,
            )
        ]
        return section
    if isinstance(ledger, Missing) or uncertainty is None or sensitivity is None:
        return None
    section.sentences = balance_sentences(ledger, uncertainty, study.balance)
    back_uncounted = back_uncounted_sentence(ledger)
    section.warnings = [back_uncounted] if back_uncounted else []
    section.tables = [land_table(study.balance)]
    if ALL in ledger.uncounted:
        return section
    section.sentences += [
        *yearly_sentences(study),
        *ledger.assumptions.notices,
        *ledger.land.disturbing.mined_words,
    ]
    section.warnings += ledger.assumptions.warnings
    tornado = tornado_chart(sensitivity)
    section.charts = [
        balance_chart(ledger),
        waterfall_chart(ledger, study.balance),
        *([tornado] if tornado else []),
        stock_chart(ledger),
    ]
    tables = [*balance_tables(ledger), stock_table(ledger)]
    section.tables = [land_table(study.balance, folded=True), *tables]
    return section


# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 25


def unassigned_section(study: Study) -> Section:
    """The conversions that no rule names, largest first."""
    kind, area = known("kind"), known("area_ha")
    # "Share" alone could be taken for that of the unassigned land.
    share = known("share_pct", Term("Share of total area, %"))
    classes = [known(name, colours=study.colours) for name in ("from_class", "to_class")]
    columns = [*classes, kind, known("cells"), area, share]
    zone = unassigned_zone(study.rules.zones)
    nowhere = Message(
        "Conversions without a matching rule are assigned to zone {number}, {zone}.",
        number=zone.value,
        zone=zone.name,
    )
    section = Section("unassigned", Term("Unassigned conversions"), [nowhere])
    for period_index in span_first(study.cube.periods):
        period = study.cube.periods[period_index]
        rows: list[Row] = [
            {**row, "kind": kind_words(row["kind"])}
            for row in study.unassigned
            if row["period"] == period.name
        ]
        if not rows:
            section.sentences.append(Message("{period}: none.", period=period.name))
            continue
        is_span = period == study.span
        if is_span:
            kinds: list[Row] = [
                {"kind": kind_words(name), "area_ha": hectares, "share_pct": percent}
                for name, hectares, percent in unassigned_by_kind(study.unassigned, period.name)
            ]
            caption = Message("Unassigned area by type, {period}", period=period.name)
            of_kinds = ShownTable("unassigned-kinds", caption, [kind, area, share], kinds)
            section.tables.append(of_kinds)
        name, listed = f"unassigned-{period_index}", cast("list[AreaRow]", rows)
        caption = Message("Unassigned conversions, {period}, largest first", period=period.name)
        section.tables.append(
            first_rows(name, caption, columns, listed, MOST_LISTED, "TRANSFERS", not is_span)
        )
    return section


def _centres(study: Study) -> Section | None:
    counter = study.consumers.centres
    if counter is None:
        return None
    areas: dict[str, float] = {}
    for row in study.areas:
        areas[row["class"]] = max(areas.get(row["class"], 0.0), row["area_ha"])
    names = [(land_class.value, land_class.name) for land_class in study.classes]
    rows = centre_rows(study.dates, counter.moments, counter.measure, names)
    colours = study.colours
    return centre_section(rows, study.series.window, counter.measure, areas, colours)


def _transitions(study: Study) -> Section | None:
    """The largest are drawn; Change analysis has the list of them open."""
    section = transition_section(study.analysis)
    for table in section.tables if section else ():
        table.folded = True
    return section


def _by_year(study: Study) -> Section | None:
    if study.mined is None:
        return None
    return year_section(study.mined.land, study.series.years, study.by_year)


# First what a reader came for, then all other results, and what they follow from; the sections on
# parameters and sources, which are of the run and not of the study, come after the last of them.
# One gives None on a subject that the classes of the study do not have.
SECTIONS: Mapping[Text, tuple[Callable[[Study], Section | None], ...]] = {
    "": (
        story_section,
        priority_section,
        area_section,
        land_section,
        lambda study: taken_section(study.mined) if study.mined else None,
        _by_year,
        carbon_section,
        loss_section,
        zone_section,
        unit_section,
    ),
    Term("Additional results"): (
        damage_section,
        lambda study: state_section(study.mined, study.maps) if study.mined else None,
        lambda study: age_section(study.mined) if study.mined and study.mined.has_ages else None,
        share_section,
        transfer_section,
        change_section,
        _centres,
        trajectory_section,
        lambda study: intensity_section(study.analysis),
        _transitions,
        unassigned_section,
        lambda study: disclosure_section(study.disclosure) if study.disclosure else None,
    ),
    Term("Methods and checks"): (method_section, closure_section, audit_section),
}


# The sections that are open on arrival; all else is folded, one click each. And what of them is
# folded all the same: charts and tables that say more of what stands open beside them.
OPENED = {
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

STUDY = Term("Carbon zone study")
# The index of the question where to start, whose answer leads to the map.
START = 3
# What two printed pages have room for; of the carbon what leads.
SUMMARY = (
    "story maps-priorities table-priorities land chart-taken chart-balance maps-zones "
    "chart-zone-shares"
)


def choices_of(study: Study) -> list[tuple[Text, object]]:
    """What else the results depend on, and what was chosen."""
    return [(Term("Disturbing class groups"), study.disturbing.quoted)]


def methods_section(study: Study, provenance: Provenance) -> Section:
    """A paragraph for the methods of a paper: data, legend, densities, methods, program."""
    series, census, ledger = study.series, study.census, study.ledger
    shipped = series.shipped
    parts: list[Text] = [
        Message(
            "Land use in {dates} was taken from {layers} (class names: {legend}; {system}; "
            "cell size {cells}).",
            dates=dates_of(study),
            layers=some([raster.date.layer for raster in series.rasters]),
            legend=shipped.title if shipped else series.named_by.words,
            system=system_name(series.grid) or Term("no CRS"),
            cells=cell_size(series.grid),
        ),
        Message(
            "The analysed area, with a class at all dates, is {area} ha; {excluded} ha were "
            "excluded. Cell areas are {method}.",
            area=rounded(census.total_hectares),
            excluded=rounded(census.excluded_hectares),
            method=Term("ellipsoidal")
            if series.area.method == ELLIPSOIDAL
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
                takers=study.disturbing.or_words,
            ),
            density_source(study),
        ]
    if ledger:
        parts.append(
            Message(
                "The carbon balance of this land follows the gain-loss method (IPCC 2006, "
                "volume 4, equation 2.4); reclaimed land accumulates carbon with age "
                "({rule}).",
                rule=RULES[ledger.rule],
            )
        )
    densities = [study.coefficients.of(c) for c in study.classes if c in study.coefficients]
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
    paragraph = Message("{text}", text=Listed(parts, Term(" ")))
    return Section("methods-text", Term("Methods paragraph"), [paragraph])


def study_page(study: Study, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of a study.

    Args:
        files: per date, the file behind its layer.
    """
    sections: list[Section] = []
    for chapter, makers in SECTIONS.items():
        asked = each(makers, study.consumers.going_on)
        of_chapter = [section for make in asked if (section := make(study))]
        if of_chapter:
            of_chapter[0].chapter = chapter
        sections += of_chapter
    for section in sections:
        folded = OPENED.get(section.name, ())
        for table in section.tables:
            table.folded |= table.name in folded
        section.charts = [replace(chart, folded=chart.name in folded) for chart in section.charts]
    paragraph, by_name = methods_section(study, provenance), {s.name: s for s in sections}
    if method := by_name.get("method"):
        paragraph.chapter, method.chapter = method.chapter, ""
        sections.insert(sections.index(method), paragraph)
    if land := by_name.get("land"):
        land.explorable = explorable(study)
    if provenance.labels:
        sections.append(parameter_section(provenance, Term("Parameters")))
    sections.append(source_section(study, provenance, files, choices_of(study)))
    headlines = [figure[:3] for figure in key_figures(study)]
    summary = [*SUMMARY.split(), *([] if study.ledger else ["chart-carbon"])]
    page = dated_page(STUDY, study, provenance, headlines, sections, summary, opened=[*OPENED])
    first = first_area(study, study.priorities) if study.priorities else None
    links = {}
    if first and any(section.explorable for section in sections):
        links[START] = (f"area-{first['rank']}", Term("Show on map"))
    return replace(page, opening=opening(study), links=links)
