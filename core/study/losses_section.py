"""The section on the carbon that was lost to mining, or to whatever else takes land."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from ..base.messages import Listed, Message, Term, Text
from ..report.parts import AreaRow, Row, Section, ShownColumn, Table, known, listed, span_apart
from ..report.rounding import rounded
from ..results.gap import Gap
from ..results.losses import SUMMED, LossRow, Summed, loss_totals, taken_from
from .loss_chart import loss_chart
from .study import Study

# A list that nobody reads to its end; what is left out is said and summed up.
MOST_LOSSES = 60
# What taken land was before is said in a sentence.
MOST_ORIGINS = 5


def loss_section(study: Study) -> Section:
    """Carbon lost by sink class and period."""
    section = Section("losses", Term("Carbon losses"))
    if study.why_no_losses:
        section.sentences = [
            Message(
                "There are no carbon losses to count, so no coefficients are used: {why}.",
                why=study.why_no_losses,
            )
        ]
        return section
    words = _words(study)
    if not study.losses:
        section.sentences = [words.nowhere]
        return section
    periods = [period.name for period in study.cube.periods]
    colours = study.classes.colours_by_name()
    sums = _sums_by_sink(study)
    totals = {period.name: study.losses_of(period) for period in study.cube.periods}
    years = study.years
    section.sentences = [words.meaning, *_origin_sentences(study)]
    if any(row["total_loss_tc"] < _whole(row) for row in study.losses):
        section.sentences.insert(
            1,
            Term("Of these only the part is lost that the loss fractions of the coefficients say."),
        )
    gap = study.gap if study.gap and study.gap.is_open else None
    if gap:
        section.sentences.append(
            Message(
                "The losses of the periods come to {periods} t C, that of the span to {span} t C. "
                "The table says what lies between them.",
                periods=rounded(gap.periods_tc, 1),
                span=rounded(gap.span_tc, 1),
            )
        )
    section.charts = [loss_chart(study, sums, totals, colours)]
    # In these tables every from-class is a sink and every to-class one that takes land.
    sink_class = known("from_class", Term("Sink class"), colours=colours)
    taken_by = known("to_class", Term("Taken by"), colours=colours)
    area, *carbon = (known(name) for name in SUMMED)
    densities = [known("soil_tc_per_ha"), known("vegetation_tc_per_ha")]
    rows: list[Row] = []
    for period, n in zip(periods, years):
        rows += [
            {"period": period, "from_class": s, **_row(own[period], n)} for s, own in sums.items()
        ]
        total = _row(totals[period], n)
        rows.append({"period": period, "from_class": Term("Total"), **total, "is_total": True})
    in_order: Sequence[Row] = span_apart(study.losses, study.span.name)
    if len(in_order) > MOST_LOSSES:
        in_order = _largest_first(study.losses)
    section.tables = [
        Table(
            "losses-sinks",
            Term("Carbon losses by period and sink class"),
            [
                known("period"),
                sink_class,
                area,
                *carbon,
                *([known("tc_per_year")] if any(years) else []),
            ],
            span_apart(rows, study.span.name),
        ),
        listed(
            "losses-full",
            words.table,
            [known("period"), sink_class, taken_by, area, *densities, *carbon],
            cast("list[AreaRow]", in_order),
            MOST_LOSSES,
            "LOSSES",
            folded=True,
        ),
        _coefficient_table(study, sums),
    ]
    if gap:
        section.tables.insert(1, _gap_table(gap, words.each_time))
    return section


def _largest_first(losses: Sequence[LossRow]) -> Sequence[Row]:
    return sorted(losses, key=lambda row: -row["area_ha"])


def _whole(row: LossRow) -> float:
    """t C of all that the land held."""
    return row["area_ha"] * row["soil_tc_per_ha"] + row["area_ha"] * row["vegetation_tc_per_ha"]


@dataclass(frozen=True)
class _Words:
    """What the section says by what takes land."""

    nowhere: Text
    meaning: Text
    table: Text
    each_time: Text


def _words(study: Study) -> _Words:
    if study.taking.is_mining:
        return _Words(
            nowhere=Term("In no period did mining take land of a carbon sink."),
            meaning=Term(
                "Carbon is lost where mining took land of a carbon sink: hectares times the "
                "densities of soil and vegetation. A tonne of carbon is 44/12 tonnes of carbon "
                "dioxide."
            ),
            table=Term("Carbon losses by sink class and mine class"),
            each_time=Term(
                "The periods count land each time that it is mined, with the class that it had "
                "then. The span compares the first date with the last."
            ),
        )
    takers = study.taking.takers
    return _Words(
        nowhere=Message("In no period did {takers} take land of a carbon sink.", takers=takers),
        meaning=Message(
            "Carbon is lost where {takers} took land of a carbon sink: hectares times the "
            "densities of soil and vegetation. A tonne of carbon is 44/12 tonnes of carbon "
            "dioxide.",
            takers=takers,
        ),
        table=Term("Carbon losses by sink class and class that took it"),
        each_time=Term(
            "The periods count land each time that it is taken, with the class that it had then. "
            "The span compares the first date with the last."
        ),
    )


def _origin_sentences(study: Study) -> list[Text]:
    """Why more land is taken in the end than sinks lost over the span, if that is so."""
    origins = taken_from(study.cube, len(study.cube.periods) - 1, study.taking)
    others = [row for row in origins if not row.is_sink]
    if not others:
        return []
    whole, rest = (sum(row.area_ha for row in rows) for rows in (origins, others))
    named = [
        Message("{name} {area} ha", name=row.name, area=rounded(row.area_ha, 2))
        for row in others[:MOST_ORIGINS]
    ]
    if len(others) > MOST_ORIGINS:
        left = sum(row.area_ha for row in others[MOST_ORIGINS:])
        named.append(Message("{name} {area} ha", name=Term("others"), area=rounded(left, 2)))
    values = {
        "taken": rounded(whole - rest, 2),
        "rest": rounded(rest, 2),
        "origins": Listed(named),
        "first": study.labels[0],
        "last": study.labels[-1],
    }
    if not study.taking.is_mining:
        return [
            Message(
                "Of the {whole} ha that are taken land in {last}, {taken} ha were land of a sink "
                "in {first}, whose carbon is counted here, and {rest} ha were not: {origins}.",
                whole=rounded(whole, 2),
                **values,
            )
        ]
    return [
        Message(
            "Of the {mined} ha that are mined land in {last}, {taken} ha were land of a sink in "
            "{first}, whose carbon is counted here, and {rest} ha were not: {origins}.",
            mined=rounded(whole, 2),
            **values,
        )
    ]


def _gap_table(gap: Gap, note: Text) -> Table:
    """What the losses of the periods have more than that of the span, and of which land."""
    rows: list[Row] = [
        {"land": row.land, "area_ha": row.area_ha, "total_loss_tc": row.carbon_tc}
        for row in gap.rows
    ]
    rows.append({"land": Term("Total"), "total_loss_tc": gap.carbon_tc, "is_total": True})
    return Table(
        "losses-gap",
        Term("What the losses of the periods have more than that of the span"),
        [
            ShownColumn(Term("Land"), "land"),
            known("area_ha"),
            known("total_loss_tc", Term("Difference, t C")),
        ],
        rows,
        note=note,
    )


def _coefficient_table(study: Study, sinks: Iterable[str]) -> Table:
    """The densities of the sinks that lost land, and where they are from."""
    keys = {c.name: c.key.casefold() for c in study.classes if c.is_sink}
    used = {name: study.coefficients[keys[name]] for name in sinks}
    rows: list[Row] = [
        {
            "class": name,
            "soil_tc_per_ha": own.soil,
            "vegetation_tc_per_ha": own.vegetation,
            "source": own.source or None,
        }
        for name, own in used.items()
    ]
    return Table(
        "losses-coefficients",
        Term("Carbon coefficients and their sources"),
        [
            known("class", colours=study.classes.colours_by_name()),
            known("soil_tc_per_ha"),
            known("vegetation_tc_per_ha"),
            ShownColumn(Term("Source"), "source"),
        ],
        rows,
    )


def _sums_by_sink(study: Study) -> dict[str, dict[str, dict[Summed, float]]]:
    """Hectares and tonnes by sink class and period."""
    sums = {}
    for sink in dict.fromkeys(row["from_class"] for row in study.losses):
        own = [row for row in study.losses if row["from_class"] == sink]
        sums[sink] = {period.name: loss_totals(own, period.name) for period in study.cube.periods}
    return sums


def _row(sums: dict[Summed, float], years: int | None) -> Row:
    """Sums as a part of a row, with what they come to per year where the years are known."""
    yearly = sums["total_loss_tc"] / years if years else None
    return {**{column: sums[column] for column in SUMMED}, "tc_per_year": yearly}
