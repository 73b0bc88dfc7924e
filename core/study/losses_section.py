"""Sections on carbon losses and on disturbed land."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from ..base.dates import format_date, interval_years
from ..base.messages import Message, MessageList, Term, Text
from ..base.table import Row
from ..ledger.ledger_rows import total_flow_tc
from ..ledger.stocks import LOSS
from ..report.change_sections import per_year_variants, stacked_chart
from ..report.coefficient_table import disturbed_land_table
from ..report.page import (
    AreaRow,
    Chart,
    ReportTable,
    Section,
    TableColumn,
    cross_table,
    dictionary_column,
    mark_full_period,
    min_chart_width,
    truncated_table,
)
from ..report.plotly_figures import (
    MIN_COMPACT_DATES,
    BarSeries,
    DrawFunction,
    HoverLines,
    area_message,
    format_number,
    round_to_uncertainty,
    stacked_bars,
)
from ..results.loss_gap import LossGap
from ..results.losses import SUM_COLUMNS, former_class_areas, loss_totals, not_estimated_message
from .study import Study

# Maximum number of rows; omitted ones are summed in a note.
MAX_LOSS_ROWS = 60
# For more periods, only those with the minimum and the maximum are named.
MAX_NAMED_PERIODS = 4
# Maximum number of former classes named in a sentence.
MAX_NAMED_ORIGINS = 5


def full_period_loss_label(study: Study) -> Text:
    """Return the label of the first-to-last loss, next to those of the periods."""
    return Message(
        "Carbon loss to {takers}, {first} and {last} only, excluding regrowth and land "
        "disturbed in between (method of Yang et al. 2022)",
        takers=study.disturbing.alternative_names,
        **study.ends,
    )


def loss_section(study: Study) -> Section:
    """Create the section on carbon loss by sink class and period."""
    title, sentence = Term("Carbon loss"), None
    if study.why_no_losses:
        sentence = Message("No carbon loss to calculate: {why}.", why=study.why_no_losses)
    elif not study.losses:
        sentence = Message(
            "No carbon sinks were disturbed by {takers} in any period.",
            takers=study.disturbing.sentence_subject,
        )
    if sentence is not None:
        return Section("losses", title, [sentence])
    by_sink: dict[str, list[Row]] = {}
    for row in study.losses:
        by_sink.setdefault(row["from_class"], []).append(row)
    sums = {sink: _loss_sums(study, sink, rows) for sink, rows in by_sink.items()}
    totals = _loss_sums(study, Term("Total"), study.losses)
    gap = study.loss_gap if study.loss_gap and study.loss_gap.has_gap else None
    section = Section("losses", title, _loss_sentences(study, gap))
    section.charts = [_loss_chart(study, sums, totals)]
    section.tables = [
        _sink_table(study, sums, totals),
        disturbed_land_table(study.disturbed_by_class, study.class_colours),
        *([_gap_table(study, gap)] if gap else []),
        _loss_table(study),
    ]
    uncounted = not_estimated_message(study.disturbed_by_class)
    section.warnings = [uncounted] if uncounted else []
    return section


def _loss_sums(study: Study, name: Text, losses: Sequence[Row]) -> list[Row]:
    """Return the loss of a sink or the total by period, with t C per year if years are known."""
    rows: list[Row] = []
    for period, years in zip(study.cube.periods, study.years):
        totals = loss_totals(losses, period.name)
        row: Row = {column: totals[column] for column in SUM_COLUMNS}
        row["tc_per_year"] = totals["total_loss_tc"] / years if years else None
        rows.append({"period": period.name, "from_class": name, **row})
    return rows


def _loss_sentences(study: Study, gap: LossGap | None) -> list[Text]:
    """Return sentences on what the losses include and exclude."""
    sentences: list[Text] = [
        Message(
            "Carbon loss = area of carbon sinks converted to {takers} × carbon density (soil "
            "and vegetation) × loss fraction; 1 t C = 44/12 t CO₂.",
            takers=study.disturbing.sentence_subject,
        )
    ]
    sentences += _origin_sentences(study)
    half_width = study.loss_half_width(study.full_period)
    if gap:
        sentences.append(
            Message(
                "From {first} to {last}, the sum of period losses to {takers} is {periods} t "
                "C; the first-to-last loss (method of Yang et al. 2022) is {span} t C. The "
                "table shows the components of the difference.",
                takers=study.disturbing.alternative_names,
                periods=round_to_uncertainty(gap.periods_tc, half_width, 1),
                span=round_to_uncertainty(gap.span_tc, half_width, 1),
                **study.ends,
            )
        )
    if study.ledger:
        land = study.disturbing.land_term
        sentences.append(
            Message("Carbon recovery is not included; see the carbon balance of {land}.", land=land)
        )
    else:
        sentences += annual_loss_sentences(study)
    return sentences


def annual_loss_sentences(study: Study) -> list[Text]:
    """Return a sentence on the annual loss in each period; empty unless all dates have years."""
    years = [interval_years(study.dates, step) for step in study.steps]
    if len(study.steps) < 2 or not all(years):
        return []
    ledger = study.ledger
    # As in the balance, if there is one.
    lost = [
        study.period_losses(step)["total_loss_tc"]
        if not ledger
        else total_flow_tc(ledger.rows, LOSS, step.name)
        for step in study.steps
    ]
    uncertainty = study.uncertainty or study.loss_uncertainty
    halves = [
        row["half_width"] if (row := uncertainty.best_row(LOSS, period=step.name)) else 0.0
        for step in study.steps
    ]
    yearly = [
        (tonnes / n, half / n, step)
        for tonnes, half, step, n in zip(lost, halves, study.steps, years)
        if n
    ]
    if len(yearly) > MAX_NAMED_PERIODS:
        yearly.sort(key=lambda rate: rate[0])
    rates = [
        Message(
            "{amount} t C in {period}", amount=round_to_uncertainty(amount, half), period=step.name
        )
        for amount, half, step in yearly
    ]
    disturbing = (ledger.land if ledger else study).disturbing.alternative_names
    if len(rates) > MAX_NAMED_PERIODS:
        ends = {"least": rates[0], "most": rates[-1]}
        return [
            Message(
                "Annual carbon loss to {takers}: from {least} to {most}.", takers=disturbing, **ends
            )
        ]
    return [
        Message(
            "Annual carbon loss to {takers}: {rates}.", takers=disturbing, rates=MessageList(rates)
        )
    ]


def _origin_sentences(study: Study) -> list[Text]:
    """Return a sentence on disturbed land that was not a carbon sink at the first date, if any."""
    origins = former_class_areas(study.cube, len(study.cube.periods) - 1, study.disturbing)
    others = [row for row in origins if not row.is_sink]
    if not others:
        return []
    whole, rest = (sum(row.area_ha for row in rows) for rows in (origins, others))
    named = [
        Message("{name} {area:,.2f} ha", name=row.name, area=row.area_ha)
        for row in others[:MAX_NAMED_ORIGINS]
    ]
    if len(others) > MAX_NAMED_ORIGINS:
        left = sum(row.area_ha for row in others[MAX_NAMED_ORIGINS:])
        named.append(Message("{name} {area:,.2f} ha", name=Term("others"), area=left))
    return [
        Message(
            "Of {whole} ha of {land} in {last}, {taken} ha were carbon sinks in {first} and "
            "are included; {rest} ha were not: {origins}.",
            land=study.disturbing.land_term,
            whole=format_number(whole, 2),
            taken=format_number(whole - rest, 2),
            rest=format_number(rest, 2),
            origins=MessageList(named),
            first=format_date(study.labels[0]),
            last=format_date(study.labels[-1]),
        )
    ]


def _loss_chart(study: Study, sums: Mapping[str, Sequence[Row]], totals: Sequence[Row]) -> Chart:
    """Create the bar chart of losses by period, per year if possible, and in total."""
    colours = study.class_colours
    periods = [period.name for period in study.cube.periods]

    def amounts(rows: Sequence[Row], parts: Sequence[int]) -> list[float]:
        return [row["total_loss_tc"] / part for row, part in zip(rows, parts)]

    def draw(title: Text, parts: Sequence[int]) -> DrawFunction:
        series = [
            BarSeries(
                sink, colours[sink], amounts(rows, parts), [_hover_lines(row) for row in rows]
            )
            for sink, rows in sums.items()
        ]
        tops = [format_number(amount, 0) for amount in amounts(totals, parts)]
        return partial(stacked_bars, periods, series, title, tops=tops, span_last=len(periods) > 1)

    per_year, in_all = Term("Carbon loss, t C/year"), Term("Carbon loss, t C")
    return Chart(
        "carbon",
        Term("Carbon loss by period (full density of the former class)"),
        per_year_variants(study.years, per_year, in_all, draw),
        [(sink, colours[sink]) for sink in sums],
        least_width=min_chart_width(periods, len(periods) > 1),
    )


def _hover_lines(row: Row) -> HoverLines:
    lines: HoverLines = (
        f"{row['from_class']}, {row['period']}",
        f"{format_number(row['total_loss_tc'], 1)} t C",
        f"{format_number(row['total_loss_tco2'], 1)} t CO\u2082",
        area_message(row["area_ha"], 1),
    )
    if row["tc_per_year"] is None:
        return lines
    return (*lines, Message("{amount} t C per year", amount=format_number(row["tc_per_year"], 1)))


def _sink_table(
    study: Study, sums: Mapping[str, Sequence[Row]], totals: Sequence[Row]
) -> ReportTable:
    """Return a row per period and sink class, and the total of each period."""
    rows = []
    for *of_sinks, total in zip(*sums.values(), totals):
        rows += [*of_sinks, {**total, "is_total": True}]
    columns = [
        dictionary_column("period"),
        _sink_class_column(study),
        *map(dictionary_column, SUM_COLUMNS),
    ]
    if any(study.years):
        columns.append(dictionary_column("tc_per_year"))
    note: Text = ""
    if len(totals) > 1:
        note = Message(
            "{period}: first-to-last loss, not the sum of period losses.",
            period=study.full_period.name,
        )
    caption = Term("Carbon loss by period and sink class")
    rows = mark_full_period(rows, study.full_period.name)
    return ReportTable("losses-sinks", caption, columns, rows, note=note)


def _sink_class_column(study: Study) -> TableColumn:
    # In these tables, from-classes are sinks and to-classes disturbing classes.
    return dictionary_column("from_class", Term("Sink class"), colours=study.class_colours)


def _loss_table(study: Study) -> ReportTable:
    """Return all losses, or the largest ones if there are many."""
    largest_first = sorted(study.losses, key=lambda row: -row["area_ha"])
    in_order: Sequence[object] = mark_full_period(study.losses, study.full_period.name)
    rows = largest_first if len(in_order) > MAX_LOSS_ROWS else in_order
    area, *carbon = SUM_COLUMNS
    caption = Term("Carbon loss by sink class and disturbing class")
    columns = [
        dictionary_column("period"),
        _sink_class_column(study),
        dictionary_column("to_class", Term("Disturbing class"), colours=study.class_colours),
        *map(dictionary_column, (area, "soil_tc_per_ha", "vegetation_tc_per_ha", *carbon)),
    ]
    listed = cast("list[AreaRow]", rows)
    return truncated_table(
        "losses-full", caption, columns, listed, MAX_LOSS_ROWS, "LOSSES", folded=True
    )


def _gap_table(study: Study, gap: LossGap) -> ReportTable:
    """Return the differences between period losses and the first-to-last loss, by land."""
    caption = Term("Difference between the sum of period losses and the first-to-last loss")
    note = Term(
        "Period losses count land each time it is disturbed, with its class at that time; "
        "the first-to-last loss compares the first and last dates only."
    )
    total = {"land": Term("Total"), "total_loss_tc": gap.gap_tc, "is_total": True}
    difference = dictionary_column("total_loss_tc", Term("Difference, t C"))
    columns = [dictionary_column("land"), dictionary_column("area_ha"), difference]
    return ReportTable("losses-gap", caption, columns, [*gap.rows, total], note=note)


def disturbed_land_section(study: Study) -> Section | None:
    """Create the section on disturbed land by class and date; None without disturbing classes."""
    if study.disturbed_areas is None:
        return None
    words, labels = _disturbed_land_texts(study), study.labels
    # Rows by class, then date.
    by_class = list(zip(*study.disturbed_areas))
    if not by_class:
        return Section("damage", words["title"], [words["nowhere"]])
    colours = study.classes.colours_by_row()
    sums = [sum(row["area_ha"] for row in rows) for rows in study.disturbed_areas]
    shares = [100 * area / study.cube.total_hectares for area in sums]
    rows: list[Row] = []
    series: list[BarSeries] = []
    for by_date in by_class:
        name, areas = by_date[0]["class"], [row["area_ha"] for row in by_date]
        hovers: list[HoverLines] = [
            (
                f"{name}, {label}",
                area_message(row["area_ha"], 1),
                Message("{share} % of the analysed area", share=format_number(row["share_pct"], 2)),
            )
            for row, label in zip(by_date, labels)
        ]
        series.append(BarSeries(name, colours[by_date[0]["value"], name], areas, hovers))
        rows.append(_disturbed_land_row(name, areas, [row["share_pct"] for row in by_date]))
    rows.append({**_disturbed_land_row(Term("Total"), sums, shares), "is_total": True})
    tops = [
        Message("{area} ha\n{share} %", area=format_number(area, 0), share=format_number(share, 1))
        for area, share in zip(sums, shares)
    ]
    columns = [
        dictionary_column("class", colours={str(bars.name): bars.colour for bars in series}),
        *(TableColumn(Message("{date}, ha", date=d), f"date{n}", 2) for n, d in enumerate(labels)),
        *(TableColumn(Message("{date}, %", date=d), f"share{n}", 2) for n, d in enumerate(labels)),
    ]
    table = ReportTable("damage-areas", words["table"], columns, rows)
    if len(labels) >= MIN_COMPACT_DATES:
        table = cross_table(
            "damage-areas",
            Message("{caption}, ha", caption=words["table"]),
            columns[0],
            labels,
            [(str(bars.name), bars.values) for bars in series],
            {len(series) - 1: [(Term("Total, % of total area"), shares)]},
        )
    chart = stacked_chart("damaged", words["chart"], labels, series, words["axis"], tops=tops)
    return Section("damage", words["title"], [words["meaning"]], charts=[chart], tables=[table])


def _disturbed_land_row(name: Text, areas: Sequence[float], shares: Sequence[float | None]) -> Row:
    """Return the row of a class or of the total, with its values by date."""
    return {
        "class": name,
        **{f"date{n}": area for n, area in enumerate(areas)},
        **{f"share{n}": share for n, share in enumerate(shares)},
    }


def _disturbed_land_texts(study: Study) -> dict[str, Text]:
    """Return the texts of the section that depend on the disturbing groups."""
    if study.disturbing.is_mining_only:
        return {
            "title": Term("Mined land"),
            "nowhere": Term("No mined land at any date."),
            "meaning": Term("Mined land is the land of all classes of group 'mine'."),
            "axis": Term("Mined land, ha"),
            "chart": Term("Mined land by date, ha"),
            "table": Term("Mined land by class and date"),
        }
    groups = study.disturbing.group_names
    return {
        "title": Message("Disturbed land ({groups})", groups=groups),
        "nowhere": Message("No disturbed land ({groups}) at any date.", groups=groups),
        "meaning": Message(
            "Disturbed land is the land of all classes of the groups {groups}, regardless of "
            "its former class.",
            groups=study.disturbing.quoted_groups,
        ),
        "axis": Term("Disturbed land, ha"),
        "chart": Message("Disturbed land ({groups}) by date, ha", groups=groups),
        "table": Message("Disturbed land ({groups}) by class and date", groups=groups),
    }
