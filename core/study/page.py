"""The page of a study: what orders it, its tiles, and its small sections.

The section on units, such as districts: what changed in each, its zones and its losses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np

from ..base.colours import along
from ..base.files import Provenance
from ..base.messages import Message, Missing, Term, Text
from ..base.numbers import NDArray, percent
from ..change.page import intensity_section, transition_section
from ..ledger.balance import (
    balance_chart,
    balance_tables,
    land_table,
    stock_chart,
    stock_table,
    waterfall_chart,
)
from ..ledger.balance_words import (
    BALANCE_OF_LAND,
    NOT_COUNTED,
    BalanceFigure,
    back_uncounted_sentence,
    balance_figure,
    balance_sentences,
    uncounted_label,
)
from ..ledger.sections import tornado_chart
from ..mine.page import age_section, state_section, taken_section
from ..mine.reclamation import disclosure_section
from ..pattern.measures import centre_rows
from ..pattern.page import centre_section
from ..report.change_sections import (
    share_section,
    stacked_chart,
    transfer_section,
    with_changed_land,
)
from ..report.page import (
    AreaRow,
    Chart,
    Headline,
    Page,
    Row,
    Section,
    ShownColumn,
    ShownTable,
    first_rows,
    known,
    span_first,
)
from ..report.plotly_figures import ARROW, Bars, rounded, share_bars
from ..report.report_maps import FINEST_SIDE, picture_shape
from ..report.results_page import (
    InputFile,
    audit_section,
    closure_section,
    dated_page,
    parameter_section,
    source_section,
)
from ..results.zones import kind_words, rows_of, unassigned_by_kind
from ..scan.block import Block
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL
from ..scheme.zone_rules import unassigned_zone, zone_colour
from .key_findings import opening, story_section
from .land_sections import (
    change_section,
    land_section,
    method_section,
    trajectory_section,
    zone_section,
)
from .losses_section import damage_section, first_to_last_label, loss_section, yearly_sentences
from .priority_section import priority_section
from .study import Study

# What the map of the section holds where nothing counts.
NOTHING = int(np.iinfo(np.uint32).max)
# Units that a page draws and lists, those with most mined land; UNITS_LAYER and the tables have
# all.
MOST_DRAWN, MOST_UNITS = 20, 60
# From little change to much.
RAMP = ("#fff3d6", "#f5a35c", "#a3300b")
STEPS = 5


def unit_thumbnail(series: Series) -> Thumbnail:
    """A small map of the strata of a run's units."""

    def strata(block: Block) -> NDArray[np.uint32]:
        if block.strata is None:
            return np.zeros(block.cells.size, np.uint32)
        return block.strata.astype(np.uint32)

    shape = picture_shape(series.grid, series.window, FINEST_SIDE)
    return Thumbnail(series.window, shape, strata, NOTHING, np.uint32)


def unit_section(study: Study) -> Section | None:
    """What the units tell over the whole span; None where the run has none."""
    if study.census.units is None:
        return None
    parts = [(name, study.of(census)) for name, census in study.census.units]
    if not parts:
        return None
    section = Section("units", Term("By unit"))
    shares = {name: _changed(part) for name, part in parts}
    section.sentences = [
        Message(
            "The same count, unit by unit, over {period}. Per cent are of the land of the unit; "
            "hectares and tonnes add up to those of the whole.",
            period=study.span.name,
        )
    ]
    _draw_map(section, study, shares)
    section.charts = [_zone_chart(study, parts)]
    section.tables = [_table(study, parts, shares)]
    return section


def _changed(part: Study) -> float:
    """Per cent of a unit's land that changed its class over the span."""
    changed = part.census.changed_hectares(len(part.cube.periods) - 1)
    return percent(changed, part.census.total_hectares) or 0.0


def _draw_map(section: Section, study: Study, shares: dict[str, float]) -> None:
    """The units in classes of how much of their land changed."""
    thumbnail, units, maps = study.consumers.units_map, study.consumers.units, study.maps
    if thumbnail is None or units is None or maps is None:
        return
    names, units_of_strata = units.named()
    least, most = min(shares.values()), max(shares.values())
    width = (most - least) / STEPS or 1.0
    steps = [min(int((shares.get(name, least) - least) / width), STEPS - 1) + 1 for name in names]
    shown = thumbnail.cells != NOTHING
    cells = np.zeros(thumbnail.cells.shape, np.uint8)
    strata = units.strata.ranks()[thumbnail.cells[shown]]
    cells[shown] = np.array(steps, np.uint8)[units_of_strata[strata]]
    colours = {step: along(RAMP, (step - 1) / (STEPS - 1)) for step in range(1, STEPS + 1)}
    title = Message("Land that changed its class, {period}, %", period=study.span.name)
    section.maps = maps.of_pixels(title, cells, colours)
    section.frame(maps)
    edges = [rounded(least + width * step, 1) for step in range(STEPS + 1)]
    section.map_legend = [
        (Message("{range} %", range=f"{low}\N{EN DASH}{high}"), colour)
        for (step, colour), low, high in zip(colours.items(), edges, edges[1:])
        if step in steps
    ]


def _zone_chart(study: Study, parts: list[tuple[str, Study]]) -> Chart:
    """The shares of the zones in the units with most mined land, in the order of that."""
    drawn = sorted(_largest(parts, MOST_DRAWN), key=_size, reverse=True)
    labels = [name for name, _ in drawn]

    def chart_of(series: Sequence[Bars], axis: Text) -> Chart:
        return stacked_chart(
            "unit-zones",
            Message("Zone shares by unit, {period}, %", period=study.span.name),
            labels,
            series,
            axis,
            _left_out(parts, drawn),
            lying=True,
            most=100,
        )

    def bars_of(by_unit: Sequence[Sequence[Row]]) -> list[Bars]:
        """Of rows that are in the order of the zones, a unit each."""
        return [
            share_bars(zone.name, zone_colour(zone), labels, rows)
            for zone, rows in zip(study.rules.zones, zip(*by_unit))
        ]

    of_span = [[row for row in part.zones if row["period"] == study.span.name] for _, part in drawn]
    of_changed = [_changed_zones(part) for _, part in drawn]
    return with_changed_land(
        chart_of(bars_of(of_span), Term("Share of the unit's area analysed, %")),
        chart_of(bars_of(of_changed), Term("Share of the land that changed its class, %")),
    )


def _changed_zones(part: Study) -> list[Row]:
    """The zones of the land of a unit that changed its class over the span, and their shares."""
    cube, rules = part.cube.of_changed_land, part.rules
    last = len(cube.periods) - 1
    rows = rows_of(cube, last, rules.zones, rules.zone_table(cube.classes))
    whole = float(cube.hectares[last].sum())
    return [{**row, "share_pct": percent(row["area_ha"], whole)} for row in rows]


def _table(study: Study, parts: list[tuple[str, Study]], shares: dict[str, float]) -> ShownTable:
    """A row per unit, in the units' order, and the whole."""
    listed = _largest(parts, MOST_UNITS)
    columns = [known("unit"), known("area_ha"), ShownColumn(Term("Changed, %"), "changed", 2)]
    if not study.why_no_losses:
        columns.append(known("total_loss_tc"))
    if study.reclamation is not None:
        columns += [
            known("ever_mined_ha"),
            ShownColumn(Term("Reclaimed at the end, ha"), "reclaimed", 2),
        ]
    rows: list[Row] = [_row(name, part, shares[name]) for name, part in listed]
    rows.append({**_row(Term("Total"), study, _changed(study)), "is_total": True})
    title = Message("Units, {period}", period=study.span.name)
    return ShownTable("units", title, columns, rows, note=_left_out(parts, listed))


def _row(name: Text, part: Study, changed: float) -> dict[str, object]:
    row: dict[str, object] = {
        "unit": name,
        "area_ha": part.census.total_hectares,
        "changed": changed,
    }
    losses = part.losses_of(part.span)
    if losses:
        row["total_loss_tc"] = losses["total_loss_tc"]
    if part.reclamation is not None:
        row["ever_mined_ha"] = part.reclamation.ever_hectares
        row["reclaimed"] = part.reclamation.reclaimed_hectares
    return row


def _size(part: tuple[str, Study]) -> tuple[float, float]:
    """What units are ordered by: their mined land, and where they have as much, all land."""
    _, study = part
    mined = study.reclamation.ever_hectares if study.reclamation else 0.0
    return mined, study.census.total_hectares


def _largest(parts: list[tuple[str, Study]], most: int) -> list[tuple[str, Study]]:
    """The units with most mined land, else the largest, in the units' order."""
    by_size = sorted(parts, key=_size, reverse=True)[:most]
    chosen = {name for name, _ in by_size}
    return [(name, part) for name, part in parts if name in chosen]


def _left_out(parts: list[tuple[str, Study]], drawn: list[tuple[str, Study]]) -> Text:
    count = len(parts) - len(drawn)
    if not count:
        return ""
    area = sum(part.census.total_hectares for _, part in parts)
    area -= sum(part.census.total_hectares for _, part in drawn)
    values = {"count": count, "area": rounded(area, 2)}
    if any(part.reclamation and part.reclamation.ever_hectares for _, part in parts):
        return Message(
            "Left out: {count} units with less mined land, of {area} ha together; the tables have "
            "them.",
            **values,
        )
    return Message(
        "Left out: {count} smaller units with {area} ha together; the tables have them.", **values
    )


@dataclass(frozen=True)
class KeyFigure:
    """A number, what became of it from the first date to the last, or how sure it is.

    Attributes:
        label: of it, or of both.
        values: one or more, in `unit`; none of what is not counted.
        labels: of each of the values where it stands alone.
        told: how a page shows the values; '' for an arrow from one to the other.
    """

    label: Text
    values: Sequence[float]
    unit: str
    digits: int
    labels: Sequence[Text]
    told: Text = ""

    @property
    def headline(self) -> Headline:
        """It as a page shows it."""
        shown = (rounded(value, self.digits) for value in self.values)
        return self.label, self.told or f" {ARROW} ".join(shown), self.unit


def key_figures(study: Study) -> list[KeyFigure]:
    """The key figures of a study; none on what there is not.

    Of the tonnes the net of mined land leads; without a balance that is what was lost.
    """
    span = study.span.name
    changed = study.census.changed_hectares(len(study.cube.periods) - 1)
    total = study.cube.total_hectares
    figures = [
        _figure(Term("Area analysed"), total, "ha", 0),
        _figure(Message("Changed its class, {period}", period=span), 100 * changed / total, "%", 1),
    ]
    if study.taken_areas is not None:
        figures.append(_taken_figure(study))
    losses, ledger = study.losses_of(study.span), study.ledger
    if not losses:
        return figures
    carbon, dioxide = losses["total_loss_tc"], losses["total_loss_tco2"]
    if ledger:
        lead = balance_figure(ledger, study.balance)
        if lead is None:
            return [*figures, KeyFigure(uncounted_label(ledger), [], "", 0, [], NOT_COUNTED)]
        return [
            *figures,
            _balance_tile(study, lead),
            _figure(lead.dioxide_label, lead.net * CO2_PER_C, "t CO\u2082", 0),
            _figure(first_to_last_label(study), carbon, "t C", 0),
        ]
    label: Text = Message(
        "Carbon lost to {takers}, {period}", takers=study.disturbing.or_words, period=span
    )
    if len(study.steps) > 1:
        label = first_to_last_label(study)
    of_dioxide = Message("{label}, as carbon dioxide", label=label)
    if study.coefficients.caveat:
        label = Message("{label} ({densities})", label=label, densities=study.coefficients.briefly)
    return [
        *figures,
        _figure(label, carbon, "t C", 0),
        _figure(of_dioxide, dioxide, "t CO\u2082", 0),
    ]


def _balance_tile(study: Study, lead: BalanceFigure) -> KeyFigure:
    """The balance that leads, with its interval where it has one."""
    if lead.low is None or lead.high is None or study.uncertainty is None:
        return _figure(lead.label, lead.net, "t C", 0)
    level = f"{study.uncertainty.wanted.level:g}"
    return KeyFigure(
        Message("{label}, with its {level} % interval", label=lead.label, level=level),
        [lead.net, lead.low, lead.high],
        "t C",
        0,
        [
            lead.label,
            Message("The same, at least, with {level} %", level=level),
            Message("The same, at most, with {level} %", level=level),
        ],
        told=Message("{net} ({interval})", net=rounded(lead.net, 0), interval=lead.interval),
    )


def _figure(label: Text, value: float, unit: str, digits: int) -> KeyFigure:
    return KeyFigure(label, [value], unit, digits, [label])


def _taken_figure(study: Study) -> KeyFigure:
    """The land that is mined, or otherwise taken, at the first date and at the last."""
    first, last = ends = study.labels[0], study.labels[-1]
    areas, groups = study.taken_areas or [], study.disturbing.words
    values = [sum(row["area_ha"] for row in rows) for rows in (areas[0], areas[-1])]
    land: Text = Message("Disturbed land ({groups})", groups=groups)
    label = Message(
        "Disturbed land ({groups}), {first} to {last}", groups=groups, first=first, last=last
    )
    if study.disturbing.is_mining:
        land = Term("Mined land")
        label = Message("Mined land, {first} to {last}", first=first, last=last)
    labels = [Message("{land}, {date}", land=land, date=date) for date in ends]
    return KeyFigure(label, values, "ha", 0, labels)


def carbon_section(study: Study) -> Section | None:
    """The carbon ledger of a study, in short; None where nothing is mined."""
    section = Section("mine-carbon", BALANCE_OF_LAND)
    ledger, uncertainty, hangs_on = study.ledger, study.uncertainty, study.sensitivity
    if isinstance(ledger, Missing) and ledger.reason:
        section.sentences = [
            Message("There is no carbon balance of mined land: {why}.", why=ledger.reason)
        ]
        return section
    if isinstance(ledger, Missing) or uncertainty is None or hangs_on is None:
        return None
    back_uncounted = back_uncounted_sentence(ledger)
    section.warnings = [back_uncounted] if back_uncounted else []
    if ALL in ledger.uncounted:
        section.sentences = balance_sentences(ledger, uncertainty, study.balance)
        section.tables = [land_table(study.balance)]
        return section
    section.sentences = [
        *balance_sentences(ledger, uncertainty, study.balance),
        *yearly_sentences(study),
        *ledger.assumptions.notices,
        *ledger.land.disturbing.mined_words,
        Term(
            "Mine carbon ledger follows the same land with its flows by class and errors of areas, "
            "and has its tables and a map."
        ),
    ]
    section.warnings += ledger.assumptions.warnings
    tornado = tornado_chart(hangs_on)
    section.charts = [
        balance_chart(ledger),
        waterfall_chart(ledger, study.balance),
        *([tornado] if tornado else []),
        stock_chart(ledger),
    ]
    section.tables = [
        land_table(study.balance, folded=True),
        *balance_tables(ledger),
        stock_table(ledger),
    ]
    return section


# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LISTED = 25


def unassigned_section(study: Study) -> Section:
    """The conversions that no rule names, largest first."""
    colours = study.classes.colours_by_name()
    kind, area = known("kind"), known("area_ha")
    # "Share" alone could be taken for that of the unassigned land.
    share = known("share_pct", Term("Share of all land, %"))
    classes = [known(name, colours=colours) for name in ("from_class", "to_class")]
    columns = [*classes, kind, known("cells"), area, share]
    zone = unassigned_zone(study.rules.zones)
    words = {"number": zone.value, "zone": zone.name}
    nowhere = Message("Conversions that no rule names are in zone {number}, {zone}.", **words)
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
            caption = Message("Unassigned land {period} by kind", period=period.name)
            section.tables.append(
                ShownTable("unassigned-kinds", caption, [kind, area, share], kinds)
            )
        section.tables.append(
            first_rows(
                f"unassigned-{period_index}",
                Message("Unassigned conversions {period}, largest first", period=period.name),
                columns,
                cast("list[AreaRow]", rows),
                MOST_LISTED,
                "TRANSFERS",
                folded=not is_span,
            )
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
    colours = study.classes.colours_by_name()
    return centre_section(rows, study.series.window, counter.measure, areas, colours)


def _transitions(study: Study) -> Section | None:
    """The largest are drawn; Change analysis has the list of them open."""
    section = transition_section(study.analysis)
    for table in section.tables if section else ():
        table.folded = True
    return section


# First what a reader came for, then all other results, and what they follow from; the sections on
# parameters and sources, which are of the run and not of the study, come after the last of them.
# One gives None on a subject that the classes of the study do not have.
SECTIONS: Mapping[Text, tuple[Callable[[Study], Section | None], ...]] = {
    "": (
        story_section,
        priority_section,
        land_section,
        lambda study: taken_section(study.mined) if study.mined else None,
        carbon_section,
        loss_section,
        zone_section,
        unit_section,
    ),
    Term("More results"): (
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
    Term("Method and proof"): (method_section, closure_section, audit_section),
}


# The sections that are open on arrival; all else is folded, one click each. And what of them is
# folded all the same: charts and tables that say more of what stands open beside them.
OPENED = {
    "story": (),
    "priorities": ("priority-land",),
    "land": (),
    "taken": ("taken-0", "taken-1"),
    "mine-carbon": ("waterfall", "sensitivity", "stocks", "balance-years"),
    "losses": ("losses-sinks", "taken-classes", "losses-gap"),
    "zones": ("zones-share", "zones-ha"),
}

STUDY = Term("Carbon zone study")
# What two printed pages have room for; of the carbon what leads.
SUMMARY = (
    "story",
    "land",
    "chart-taken",
    "chart-balance",
    "maps-zones",
    "chart-zone-shares",
    "table-zone-descriptions",
)


def choices_of(study: Study) -> list[tuple[Text, object]]:
    """What else the results depend on, and what was chosen."""
    return [(Term("Disturbing class groups"), study.disturbing.quoted)]


def study_page(study: Study, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of a study.

    Args:
        files: per date, the file behind its layer.
    """
    sections: list[Section] = []
    for chapter, makers in SECTIONS.items():
        of_chapter = [section for make in makers if (section := make(study))]
        if of_chapter:
            of_chapter[0].chapter = chapter
        sections += of_chapter
    for section in sections:
        folded = OPENED.get(section.name, ())
        for table in section.tables:
            table.folded |= table.name in folded
        section.charts = [replace(chart, folded=chart.name in folded) for chart in section.charts]
    if provenance.labels:
        sections.append(parameter_section(provenance, Term("Parameters")))
    sections.append(source_section(study, provenance, files, choices_of(study)))
    headlines = [figure.headline for figure in key_figures(study)]
    summary = [*SUMMARY, *([] if study.ledger else ["chart-carbon"])]
    page = dated_page(STUDY, study, provenance, headlines, sections, summary, opened=[*OPENED])
    return replace(page, opening=opening(study))
