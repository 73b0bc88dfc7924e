"""The sections on the land that mining, or whatever else takes it, has, and its carbon lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from ..base.dates import date_words, interval_years
from ..base.messages import Listed, Message, Term, Text
from ..base.table import Row
from ..ledger.flows import total_of
from ..ledger.states import LOSS
from ..report.change_sections import by_years, stacked_chart
from ..report.coefficient_table import taken_table
from ..report.page import (
    AreaRow,
    Chart,
    Section,
    ShownColumn,
    ShownTable,
    crossed,
    first_rows,
    known,
    span_apart,
    width_for,
)
from ..report.plotly_figures import (
    MANY,
    Bars,
    Draw,
    Lines,
    hectares,
    rounded,
    stacked_bars,
    supported,
)
from ..results.loss_gap import Discrepancy
from ..results.losses import SUMMED, loss_totals, taken_from, uncounted_sentence
from .study import Study

# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LOSSES = 60
# Of more periods only those with the least and with the most are named.
MOST_PERIODS = 4
# What taken land was before is said in a sentence.
MOST_ORIGINS = 5


def first_to_last_label(study: Study) -> Text:
    """What the loss of the span is called beside that of the periods: who took what, and when."""
    return Message(
        "Carbon loss to {takers}, {first} and {last} only, excluding regrowth and land "
        "disturbed in between (Yang et al. 2022)",
        takers=study.disturbing.or_words,
        **study.ends,
    )


def loss_section(study: Study) -> Section:
    """Carbon lost by sink class and period."""
    title, sentence = Term("Carbon loss"), None
    if study.why_no_losses:
        sentence = Message("No carbon loss to calculate: {why}.", why=study.why_no_losses)
    elif not study.losses:
        sentence = Message(
            "No carbon sinks were disturbed by {takers} in any period.",
            takers=study.disturbing.subject,
        )
    if sentence is not None:
        return Section("losses", title, [sentence])
    by_sink: dict[str, list[Row]] = {}
    for row in study.losses:
        by_sink.setdefault(row["from_class"], []).append(row)
    sums = {sink: _sums(study, sink, rows) for sink, rows in by_sink.items()}
    totals = _sums(study, Term("Total"), study.losses)
    gap = study.discrepancy if study.discrepancy and study.discrepancy.is_open else None
    section = Section("losses", title, _sentences(study, gap))
    section.charts = [_chart(study, sums, totals)]
    section.tables = [
        _sink_table(study, sums, totals),
        taken_table(study.taken_by_class, study.colours),
        *([_gap_table(study, gap)] if gap else []),
        _full_table(study),
    ]
    uncounted = uncounted_sentence(study.taken_by_class)
    section.warnings = [uncounted] if uncounted else []
    return section


def _sums(study: Study, name: Text, losses: Sequence[Row]) -> list[Row]:
    """What was lost of a sink, or in all, by period, with t C per year where years are known."""
    rows: list[Row] = []
    for period, years in zip(study.cube.periods, study.years):
        totals = loss_totals(losses, period.name)
        row: Row = {column: totals[column] for column in SUMMED}
        row["tc_per_year"] = totals["total_loss_tc"] / years if years else None
        rows.append({"period": period.name, "from_class": name, **row})
    return rows


def _sentences(study: Study, gap: Discrepancy | None) -> list[Text]:
    """What is counted as lost, and what is not."""
    sentences: list[Text] = [
        Message(
            "Carbon loss = area of carbon sinks converted to {takers} × carbon density (soil "
            "and vegetation) × loss fraction; 1 t C = 44/12 t CO₂.",
            takers=study.disturbing.subject,
        )
    ]
    sentences += _origin_sentences(study)
    half_width = study.loss_half_width(study.span)
    if gap:
        sentences.append(
            Message(
                "From {first} to {last}, the sum of period losses to {takers} is {periods} t "
                "C; the first-to-last loss (method of Yang et al. 2022) is {span} t C. The "
                "table shows the components of the difference.",
                takers=study.disturbing.or_words,
                periods=supported(gap.periods_tc, half_width, 1),
                span=supported(gap.span_tc, half_width, 1),
                **study.ends,
            )
        )
    if study.ledger:
        land = study.disturbing.land
        sentences.append(
            Message("Carbon recovery is not included; see the carbon balance of {land}.", land=land)
        )
    else:
        sentences += yearly_sentences(study)
    return sentences


def yearly_sentences(study: Study) -> list[Text]:
    """What was lost per year in each period; nothing where not all have years."""
    years = [interval_years(study.dates, step) for step in study.steps]
    if len(study.steps) < 2 or not all(years):
        return []
    ledger = study.ledger
    # As the balance counts it where there is one.
    lost = [
        study.losses_of(step)["total_loss_tc"]
        if not ledger
        else total_of(ledger.rows, LOSS, step.name)
        for step in study.steps
    ]
    uncertainty = study.uncertainty or study.loss_uncertainty
    halves = [
        row["half_width"] if (row := uncertainty.best(LOSS, period=step.name)) else 0.0
        for step in study.steps
    ]
    yearly = [
        (tonnes / n, half / n, step)
        for tonnes, half, step, n in zip(lost, halves, study.steps, years)
        if n
    ]
    if len(yearly) > MOST_PERIODS:
        yearly.sort(key=lambda rate: rate[0])
    rates = [
        Message("{amount} t C in {period}", amount=supported(amount, half), period=step.name)
        for amount, half, step in yearly
    ]
    disturbing = (ledger.land if ledger else study).disturbing.or_words
    if len(rates) > MOST_PERIODS:
        ends = {"least": rates[0], "most": rates[-1]}
        return [
            Message(
                "Annual carbon loss to {takers}: from {least} to {most}.", takers=disturbing, **ends
            )
        ]
    return [
        Message("Annual carbon loss to {takers}: {rates}.", takers=disturbing, rates=Listed(rates))
    ]


def _origin_sentences(study: Study) -> list[Text]:
    """Why more land is taken in the end than sinks lost over the span, if that is so."""
    origins = taken_from(study.cube, len(study.cube.periods) - 1, study.disturbing)
    others = [row for row in origins if not row.is_sink]
    if not others:
        return []
    whole, rest = (sum(row.area_ha for row in rows) for rows in (origins, others))
    named = [
        Message("{name} {area:,.2f} ha", name=row.name, area=row.area_ha)
        for row in others[:MOST_ORIGINS]
    ]
    if len(others) > MOST_ORIGINS:
        left = sum(row.area_ha for row in others[MOST_ORIGINS:])
        named.append(Message("{name} {area:,.2f} ha", name=Term("others"), area=left))
    return [
        Message(
            "Of {whole} ha of {land} in {last}, {taken} ha were carbon sinks in {first} and "
            "are included; {rest} ha were not: {origins}.",
            land=study.disturbing.land,
            whole=rounded(whole, 2),
            taken=rounded(whole - rest, 2),
            rest=rounded(rest, 2),
            origins=Listed(named),
            first=date_words(study.labels[0]),
            last=date_words(study.labels[-1]),
        )
    ]


def _chart(study: Study, sums: Mapping[str, Sequence[Row]], totals: Sequence[Row]) -> Chart:
    """Bars by period, the span apart from the others: per year where there are years, in all."""
    colours = study.colours
    periods = [period.name for period in study.cube.periods]

    def amounts(rows: Sequence[Row], parts: Sequence[int]) -> list[float]:
        return [row["total_loss_tc"] / part for row, part in zip(rows, parts)]

    def draw(title: Text, parts: Sequence[int]) -> Draw:
        series = [
            Bars(sink, colours[sink], amounts(rows, parts), [_hover(row) for row in rows])
            for sink, rows in sums.items()
        ]
        tops = [rounded(amount, 0) for amount in amounts(totals, parts)]
        return partial(stacked_bars, periods, series, title, tops=tops, span_last=len(periods) > 1)

    per_year, in_all = Term("Carbon loss, t C/year"), Term("Carbon loss, t C")
    return Chart(
        "carbon",
        Term("Carbon loss by period (full density of the former class)"),
        by_years(study.years, per_year, in_all, draw),
        [(sink, colours[sink]) for sink in sums],
        least_width=width_for(periods, len(periods) > 1),
    )


def _hover(row: Row) -> Lines:
    lines: Lines = (
        f"{row['from_class']}, {row['period']}",
        f"{rounded(row['total_loss_tc'], 1)} t C",
        f"{rounded(row['total_loss_tco2'], 1)} t CO\u2082",
        hectares(row["area_ha"], 1),
    )
    if row["tc_per_year"] is None:
        return lines
    return (*lines, Message("{amount} t C per year", amount=rounded(row["tc_per_year"], 1)))


def _sink_table(
    study: Study, sums: Mapping[str, Sequence[Row]], totals: Sequence[Row]
) -> ShownTable:
    """A row per period and sink class, and the sums of each period."""
    rows = []
    for *of_sinks, total in zip(*sums.values(), totals):
        rows += [*of_sinks, {**total, "is_total": True}]
    columns = [known("period"), _sink_column(study), *map(known, SUMMED)]
    if any(study.years):
        columns.append(known("tc_per_year"))
    note: Text = ""
    if len(totals) > 1:
        note = Message(
            "{period}: first-to-last loss, not the sum of period losses.", period=study.span.name
        )
    caption = Term("Carbon loss by period and sink class")
    rows = span_apart(rows, study.span.name)
    return ShownTable("losses-sinks", caption, columns, rows, note=note)


def _sink_column(study: Study) -> ShownColumn:
    # In these tables every from-class is a sink and every to-class one that takes land.
    return known("from_class", Term("Sink class"), colours=study.colours)


def _full_table(study: Study) -> ShownTable:
    """All losses, or the largest where they are many."""
    largest_first = sorted(study.losses, key=lambda row: -row["area_ha"])
    in_order: Sequence[object] = span_apart(study.losses, study.span.name)
    rows = largest_first if len(in_order) > MOST_LOSSES else in_order
    area, *carbon = SUMMED
    caption = Term("Carbon loss by sink class and disturbing class")
    columns = [
        known("period"),
        _sink_column(study),
        known("to_class", Term("Disturbing class"), colours=study.colours),
        *map(known, (area, "soil_tc_per_ha", "vegetation_tc_per_ha", *carbon)),
    ]
    listed = cast("list[AreaRow]", rows)
    return first_rows("losses-full", caption, columns, listed, MOST_LOSSES, "LOSSES", folded=True)


def _gap_table(study: Study, gap: Discrepancy) -> ShownTable:
    """Why the losses of the periods are not the first-to-last loss, and of which land."""
    caption = Term("Difference between the sum of period losses and the first-to-last loss")
    note = Term(
        "Period losses count land each time it is disturbed, with its class at that time; "
        "the first-to-last loss compares the first and last dates only."
    )
    total = {"land": Term("Total"), "total_loss_tc": gap.carbon_tc, "is_total": True}
    difference = known("total_loss_tc", Term("Difference, t C"))
    columns = [known("land"), known("area_ha"), difference]
    return ShownTable("losses-gap", caption, columns, [*gap.rows, total], note=note)


def damage_section(study: Study) -> Section | None:
    """Mined, or otherwise taken, land by class and date; None where no class takes land."""
    if study.taken_areas is None:
        return None
    words, labels = _words(study), study.labels
    # Per class, its rows date by date.
    by_class = list(zip(*study.taken_areas))
    if not by_class:
        return Section("damage", words["title"], [words["nowhere"]])
    colours = study.classes.colours_by_row()
    sums = [sum(row["area_ha"] for row in rows) for rows in study.taken_areas]
    shares = [100 * area / study.cube.total_hectares for area in sums]
    rows: list[Row] = []
    series: list[Bars] = []
    for by_date in by_class:
        name, areas = by_date[0]["class"], [row["area_ha"] for row in by_date]
        hovers: list[Lines] = [
            (
                f"{name}, {label}",
                hectares(row["area_ha"], 1),
                Message("{share} % of the analysed area", share=rounded(row["share_pct"], 2)),
            )
            for row, label in zip(by_date, labels)
        ]
        series.append(Bars(name, colours[by_date[0]["value"], name], areas, hovers))
        rows.append(_damage_row(name, areas, [row["share_pct"] for row in by_date]))
    rows.append({**_damage_row(Term("Total"), sums, shares), "is_total": True})
    tops = [
        Message("{area} ha\n{share} %", area=rounded(area, 0), share=rounded(share, 1))
        for area, share in zip(sums, shares)
    ]
    columns = [
        known("class", colours={str(bars.name): bars.colour for bars in series}),
        *(ShownColumn(Message("{date}, ha", date=d), f"date{n}", 2) for n, d in enumerate(labels)),
        *(ShownColumn(Message("{date}, %", date=d), f"share{n}", 2) for n, d in enumerate(labels)),
    ]
    table = ShownTable("damage-areas", words["table"], columns, rows)
    if len(labels) >= MANY:
        table = crossed(
            "damage-areas",
            Message("{caption}, ha", caption=words["table"]),
            columns[0],
            labels,
            [(str(bars.name), bars.values) for bars in series],
            {len(series) - 1: [(Term("Total, % of total area"), shares)]},
        )
    chart = stacked_chart("damaged", words["chart"], labels, series, words["axis"], tops=tops)
    return Section("damage", words["title"], [words["meaning"]], charts=[chart], tables=[table])


def _damage_row(name: Text, areas: Sequence[float], shares: Sequence[float | None]) -> Row:
    """A class, or all of them, with its numbers by date."""
    return {
        "class": name,
        **{f"date{n}": area for n, area in enumerate(areas)},
        **{f"share{n}": share for n, share in enumerate(shares)},
    }


def _words(study: Study) -> dict[str, Text]:
    """What the section calls its land, in each place."""
    if study.disturbing.is_mining:
        return {
            "title": Term("Mined land"),
            "nowhere": Term("No mined land at any date."),
            "meaning": Term("Mined land is the land of all classes of group 'mine'."),
            "axis": Term("Mined land, ha"),
            "chart": Term("Mined land by date, ha"),
            "table": Term("Mined land by class and date"),
        }
    groups = study.disturbing.words
    return {
        "title": Message("Disturbed land ({groups})", groups=groups),
        "nowhere": Message("No disturbed land ({groups}) at any date.", groups=groups),
        "meaning": Message(
            "Disturbed land is the land of all classes of the groups {groups}, regardless of "
            "its former class.",
            groups=study.disturbing.quoted,
        ),
        "axis": Term("Disturbed land, ha"),
        "chart": Message("Disturbed land ({groups}) by date, ha", groups=groups),
        "table": Message("Disturbed land ({groups}) by class and date", groups=groups),
    }
