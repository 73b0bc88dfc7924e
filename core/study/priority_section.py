"""Sections on reclamation priorities and idle areas: answers, sentences, charts and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from ..base.messages import Message, MessageList, MissingResult, Term, Text
from ..base.table import Row, Table
from ..ledger.balance import format_tonnes, headline_row, interval_half_width
from ..ledger.ledger import Ledger
from ..ledger.ledger_rows import MINED_BEFORE, find_balance_row
from ..mine.ages import STATUS_COLOURS
from ..mine.mined_land import LandState
from ..report.change_sections import stacked_chart
from ..report.page import Chart, ReportTable, Section, dictionary_column
from ..report.plotly_figures import (
    BarSeries,
    DrawFunction,
    area_bars,
    format_hectares,
    format_number,
)
from ..scheme.table import OUTSIDE_LABEL
from .idle_land import RECENT_VALUE, UNDATED_VALUE
from .idle_land import STATE_COLOURS as STATE_COLOURS
from .priorities import AREA_COLUMNS, IDLE_STATE_COLUMNS, MAX_SQUARES, Priorities
from .priority_maps import (
    IDLE_COLOUR,
    UPTAKE_RAMP,
    draw_inset_maps,
    draw_unit_maps,
    format_position,
    unit_amounts,
)
from .study import Study

# Maximum numbers of units in charts and maps, and of units and areas in tables; PRIORITIES and
# IDLE_AREAS have all.
MAX_CHART_UNITS, MAX_TABLE_UNITS, MAX_TABLE_AREAS = 20, 60, 10
# Hectares; smaller areas are rounding errors of sums.
MIN_DRAWN_HA = 1e-6
UNIT_TABLE_COLUMNS = (
    "unit rank idle_ha uptake_20y_tc uptake_low_tc uptake_high_tc uptake_as_returned_20y_tc "
    "undated_ha recent_ha active_ha ever_mined_ha reclaimed_ha reclaimed_pct loss_tc regained_tc "
    "net_tc longitude latitude"
)
AREA_TABLE_COLUMNS = (
    "rank class area_ha since class_before uptake_20y_tc uptake_low_tc uptake_high_tc longitude "
    "latitude unit"
)


def priority_section(study: Study) -> Section | None:
    """Create the section on reclamation priorities; None without mined land."""
    priorities = study.priorities
    if priorities is None:
        return None
    title = Term("Reclamation priorities")
    section = Section("priorities", title, priority_sentences(study, priorities))
    rows, left_out = _select_chart_rows(priorities)
    draw_unit_maps(section, study, priorities, {row["unit"] for row in rows})
    section.charts = _priority_charts(priorities, rows, left_out)
    section.tables = [priority_table(priorities)]
    return section


def idle_area_section(study: Study) -> Section | None:
    """Create the section on the first idle areas, each with a map; None if there are none."""
    areas, priorities = study.idle_areas, study.priorities
    if priorities is None or areas is None or not areas.rows:
        return None
    section = Section("idle-areas", Term("Idle areas"))
    section.sentences = [
        Message(
            "An idle area is a connected patch of {land} of one class within one unit, "
            "unchanged for at least {years} years, of at least {least} ha; number of areas: "
            "{count}. Coordinates: one cell of the area, WGS 84.",
            land=study.disturbing.land_term,
            years=priorities.rule.years,
            least=f"{priorities.rule.min_ha:g}",
            count=f"{len(areas.rows):,}",
        )
    ]
    draw_inset_maps(section, study, areas)
    columns = [dictionary_column(name) for name in AREA_TABLE_COLUMNS.split()]
    columns[1] = dictionary_column("class", colours=study.class_colours)
    note: Text = ""
    if len(areas.rows) > MAX_TABLE_AREAS:
        count = len(areas.rows) - MAX_TABLE_AREAS
        note = Message("Not listed: {count} lower-ranked areas; see IDLE_AREAS.", count=count)
    rows = areas.rows[:MAX_TABLE_AREAS]
    title = Term("Idle areas by rank")
    section.tables = [ReportTable("idle-areas", title, columns, rows, note=note)]
    return section


def priority_sentences(study: Study, priorities: Priorities) -> list[Text]:
    """Return sentences on idle land, its certainty and uptake, and the units used."""
    whole, land = priorities.whole, study.disturbing.land_term
    sentences = [first_priority_sentence(study, priorities)]
    if priorities.decides is not None:
        sentences.append(
            Message(
                "In {last}, {idle} ha of {land} had been unchanged for at least {years} "
                "years (idle land); {recent} ha changed within this time; {undated} ha are "
                "undated.",
                land=land,
                last=study.labels[-1],
                years=priorities.rule.years,
                **{
                    name[: -len("_ha")]: format_hectares(whole[name]) for name in IDLE_STATE_COLUMNS
                },
            )
        )
    if priorities.first is not None and whole["undated_ha"]:
        year = priorities.decides
        sentences.append(
            Message("A map of {year} would allow the undated land to be dated.", year=year)
        )
    if whole["idle_ha"]:
        sentences.append(potential_sentence(study, priorities))
    if whole["uptake_as_returned_20y_tc"]:
        sentences.append(
            Message(
                "If reclaimed with the class mix of the land reclaimed so far: {carbon} t C.",
                carbon=format_tonnes(whole["uptake_as_returned_20y_tc"], _uptake_half_width(whole)),
            )
        )
    if study.too_many_areas_reason:
        sentences.append(Message("Idle areas not shown: {why}.", why=study.too_many_areas_reason))
    sentences += study.disturbing.mined_land_sentences
    squares = priorities.squares
    if squares is None:
        return sentences
    sentences.append(
        Message(
            "No units given; squares of {size} km from the north-west corner are used, the "
            "smallest of 1, 2, 5, 10, ... km with {land} in at most {most} squares. Set "
            "UNITS or UNITS_SIZE to change them; UNITS_LAYER contains the squares.",
            land=land,
            size=f"{squares.size_km:g}",
            most=MAX_SQUARES,
        )
    )
    if squares.uneven_side_range_km is not None:
        least, most = squares.uneven_side_range_km
        sentences.append(
            Message(
                "Because of map scale distortion, sides measure {least:.3g} to {most:.3g} km "
                "on the ground.",
                least=least,
                most=most,
            )
        )
    return sentences


def first_priority_sentence(study: Study, priorities: Priorities) -> Text:
    """Return the highest-priority area, or why there is none."""
    first, whole = priorities.first, priorities.whole
    words = {"land": study.disturbing.land_term, "years": priorities.rule.years}
    if not whole["active_ha"]:
        values = {"disturbed": study.disturbing.disturbed_term, "last": study.labels[-1]}
        return Message("None: no land is {disturbed} in {last}.", **values)
    if priorities.decides is None:
        return unavailable_message(Term("not all layers have years (YEARS)"))
    if first is None and whole["undated_ha"]:
        return _undecided_answer(study, priorities, words)
    if first is None:
        return Message("None: no {land} has been unchanged for at least {years} years.", **words)
    unit, area = _format_unit(priorities, first["unit"]), first_idle_area(study, priorities)
    if area is None or study.idle_areas is None:
        where = Message(
            "{area} ha of {land} in {unit}, unchanged for at least {years} years, in small "
            "patches.",
            area=format_hectares(first["idle_ha"]),
            unit=unit,
            **words,
        )
    else:
        where = _format_area(priorities, area, study.idle_areas.rows[0])
    where = Message("{where} Maps do not show whether this land is still in use.", where=where)
    # A unit may be ranked first only because the land of others is counted as 0.
    answer = _name_uncounted_land(where, priorities)
    if priorities.practically_equal is None:
        return answer
    following, less = priorities.practically_equal
    return Message(
        "{where} Practically equal: {unit} ({share} % less {amount}).",
        where=answer,
        unit=_format_unit(priorities, following["unit"]),
        share=format_number(less, 1),
        amount=Term("idle land") if first["uptake_20y_tc"] is None else Term("carbon gain"),
    )


def _undecided_answer(study: Study, priorities: Priorities, land: Mapping[str, object]) -> Text:
    """Return the reason why no unit is ranked first, and the idle land known so far."""
    reason = Message(
        "Ranks are provisional, and no unit is certain to be first: for {area} ha of {land}, the "
        "dates are too far apart to determine whether the land was unchanged for at least {years} "
        "years. A map of {year} would allow this to be determined.",
        area=format_hectares(priorities.whole["undated_ha"]),
        year=priorities.decides,
        **land,
    )
    areas = study.idle_areas
    if areas is None or not areas.rows:
        return reason
    known = Message(
        "{reason} Known so far: {idle} ha of idle land (ranked areas: {count}). {area} Maps do not "
        "show whether this land is still in use.",
        reason=reason,
        idle=format_hectares(priorities.whole["idle_ha"]),
        count=f"{len(areas.rows):,}",
        area=_format_area(priorities, areas.rows[0], areas.rows[0]),
    )
    return _name_uncounted_land(known, priorities)


def _format_unit(priorities: Priorities, unit: str) -> Text:
    if unit == OUTSIDE_LABEL:
        return Term("land outside all units")
    return unit if priorities.squares is None else Message("square {unit}", unit=unit)


def _format_area(priorities: Priorities, area: Row, best: Row) -> Message:
    """Return the description of an idle area, and of the first-ranked area if it differs."""
    what = Message("'{name}'", name=area["class"])
    if area["longitude"] is not None:
        what = Message("'{name}' at {position}", name=area["class"], position=format_position(area))
    words = Term("Area {rank} ({unit}): {area} ha of {what}, unchanged since at least {since}.")
    if area["rank"] != best["rank"]:
        words = Term(
            "Area {rank} of the list, the highest-ranked in {unit}: {area} ha of {what}, unchanged "
            "since at least {since}. Area 1 of the list is in {other}."
        )
    return Message(
        words,
        rank=area["rank"],
        unit=_format_unit(priorities, area["unit"]),
        area=format_hectares(area["area_ha"]),
        what=what,
        since=area["since"],
        other=_format_unit(priorities, best["unit"]),
    )


def first_idle_area(study: Study, priorities: Priorities) -> Row | None:
    """Return the best-ranked idle area in the first unit; None if it has none."""
    if priorities.first is None or study.idle_areas is None:
        return None
    unit = priorities.first["unit"]
    return next((row for row in study.idle_areas.rows if row["unit"] == unit), None)


def potential_sentence(study: Study, priorities: Priorities) -> Text:
    """Return the uptake of idle land as its former class, or why it is not available."""
    whole, ledger = priorities.whole, study.ledger
    if whole["uptake_20y_tc"] is None or not ledger:
        return unavailable_message(_missing_potential_reason(ledger))
    area, values = first_idle_area(study, priorities), dict[str, object]()
    all_land: Text = Message(
        "all {area} ha of idle land: {carbon}",
        area=format_hectares(whole["idle_ha"]),
        carbon=_uptake_text(whole),
    )
    share, half_width = (
        priorities.potential_pct_of_loss,
        interval_half_width(headline_row(study.balance)),
    )
    assumed = find_balance_row(study.balance, MINED_BEFORE)["assumed_loss_tc"]
    if share is not None:
        words = Term("{all}, {share} % of the gross carbon loss to {taker} ({loss} t C)")
        if assumed:
            words = Term(
                "{all}, {share} % of the gross carbon loss to {taker} ({loss} t C, of which "
                "{assumed} t C are assumed for land {disturbed} before the first map)"
            )
        all_land = Message(
            words,
            all=all_land,
            share=format_number(share),
            taker=study.disturbing.sentence_subject,
            disturbed=study.disturbing.disturbed_term,
            loss=format_tonnes(priorities.mining_tc, half_width),
            assumed=format_tonnes(assumed or 0.0, half_width),
        )
    words = Term("Carbon gain in 20 years if reclaimed to the former class: {all}.")
    if area is not None:
        values = {"first": _uptake_text(area), "rank": area["rank"]}
        words = Term(
            "Carbon gain in 20 years if area {rank} is reclaimed to the former class: {first}; "
            "{all}."
        )
    return _name_uncounted_land(Message(words, all=all_land, **values), priorities)


def _name_uncounted_land(answer: Text, priorities: Priorities) -> Text:
    """Return an answer, followed by the idle land whose carbon gain is counted as 0."""
    uncounted = [
        Message("{area} ha of former '{name}'", area=format_hectares(hectares), name=name)
        for name, hectares in priorities.uncounted.items()
    ]
    if not uncounted:
        return answer
    words = Term("{text} No carbon density, counted as 0: {classes}.")
    return Message(words, text=answer, classes=MessageList(uncounted))


def _uptake_half_width(row: Row) -> float | None:
    """Return the half-width of the interval of an uptake; None without an interval."""
    low, high = row["uptake_low_tc"], row["uptake_high_tc"]
    return None if low is None else (high - low) / 2


def _uptake_text(row: Row) -> Text:
    """Format an uptake with its interval, if there is one."""
    amount, low, high = (row[f"uptake_{name}_tc"] for name in ("20y", "low", "high"))
    if low is None:
        return f"{format_tonnes(amount)} t C"
    half_width = _uptake_half_width(row)
    return Message(
        "{carbon} t C (95 % confidence interval: {low} to {high})",
        carbon=format_tonnes(amount, half_width),
        low=format_tonnes(low, half_width),
        high=format_tonnes(high, half_width),
    )


def _missing_potential_reason(ledger: Ledger | MissingResult) -> Text:
    if isinstance(ledger, MissingResult) and ledger.reason:
        return ledger.reason
    if ledger and ledger.land.disturbing.uncounted:
        return Term("the disturbed land has no carbon density (COEFFICIENTS)")
    return Term("no carbon sink disturbed since the first date; former class unknown")


def unavailable_message(why: Text) -> Text:
    return Message("Not available: {why}.", why=why)


def _select_chart_rows(priorities: Priorities) -> tuple[Table, Text]:
    """Return the rows with most mined land, and a note on the omitted ones."""
    rows = priorities.rows[np.argsort(-priorities.rows["ever_mined_ha"], kind="stable")]
    rest = rows[MAX_CHART_UNITS:]
    if not rest:
        return rows, ""
    return rows[:MAX_CHART_UNITS], Message(
        "Not listed: {count} further units ({area} ha in total); see the tables.",
        count=len(rest),
        area=format_number(sum(rest["ever_mined_ha"].tolist()), 2),
    )


def _priority_charts(priorities: Priorities, rows: Table, left_out: Text) -> list[Chart]:
    """Create the charts of the status of mined land by unit, and of its uptake."""
    labels: list[str] = rows["unit"].tolist()

    def chart(name: str, title: Term, series: Sequence[BarSeries], axis: Term) -> Chart:
        return stacked_chart(name, title, labels, series, axis, left_out, lying=True)

    ever, active, _, back = (rows[column] for column in AREA_COLUMNS)
    lands: list[tuple[Text, str, Any]] = [(Term("Mined"), IDLE_COLOUR, active)]
    if priorities.decides is not None:
        idle, recent, undated = (rows[column] for column in IDLE_STATE_COLUMNS)
        years = priorities.rule.years
        lands = [
            (
                Message("Mined, unchanged for at least {years} years", years=years),
                IDLE_COLOUR,
                idle,
            ),
            (Term("Mined, undated"), STATE_COLOURS[UNDATED_VALUE], undated),
            (Term("Mined, changed recently"), STATE_COLOURS[RECENT_VALUE], recent),
        ]
    lands += [
        (Term("Reclaimed"), STATUS_COLOURS[LandState.RECLAIMED], back),
        (Term("Other"), STATUS_COLOURS[LandState.OTHER], ever - active - back),
    ]
    bars = [
        area_bars(name, colour, labels, areas.tolist())
        for name, colour, areas in lands
        if (areas > MIN_DRAWN_HA).any()
    ]
    title = Term("Cumulative disturbed area by unit, ha")
    charts = [chart("priority-land", title, bars, Term("ha"))]
    if priorities.whole["uptake_20y_tc"]:
        drawn: list[tuple[Text, DrawFunction]] = []
        for name, of_units, unit, _ in reversed(unit_amounts(rows)):
            amounts = of_units.tolist()
            said = [
                (name, label, f"{format_number(abs(amount), 1)} {unit}")
                for label, amount in zip(labels, amounts)
            ]
            bars = [BarSeries(name, UPTAKE_RAMP[-1], amounts, said)]
            drawn.append((name, chart("", name, bars, name).variants[0][1]))
        title = Term("Carbon gain of idle land reclaimed to its former class, by unit")
        charts.append(Chart("priority-uptake", title, drawn, note=left_out))
    return charts


def priority_table(priorities: Priorities, most: int | None = MAX_TABLE_UNITS) -> ReportTable:
    """Return the units by rank, up to a maximum number, and the total."""
    columns = [dictionary_column(name) for name in UNIT_TABLE_COLUMNS.split()]
    ranked = sorted(priorities.rows, key=lambda row: (row["rank"] or 0, -row["ever_mined_ha"]))
    # Interval bounds are not additive.
    bounds = dict.fromkeys(("uptake_low_tc", "uptake_high_tc"))
    total = {**priorities.whole, **bounds, "unit": Term("Total"), "is_total": True}
    shown = ranked[:most]
    note: Text = ""
    if len(shown) < len(ranked):
        count = len(ranked) - len(shown)
        note = Message("Not listed: {count} units of lower rank; see PRIORITIES.", count=count)
    title = Term("Units by rank") if priorities.squares is None else Term("Squares by rank")
    return ReportTable("priorities", title, columns, [*shown, total], note=note)
