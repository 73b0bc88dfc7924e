"""The section on the land that mining, or whatever else takes land from the sinks, has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ..base.messages import Message, Term, Text
from ..report.figures import Bars, stacked_bars
from ..report.parts import Chart, Row, Section, ShownColumn, Table, known, width_for
from ..report.rounding import hectares, rounded
from .study import Study


def damage_section(study: Study) -> Section | None:
    """Mined, or otherwise taken, land by class and date; None where no class takes land."""
    if study.taken is None:
        return None
    words = _words(study)
    section = Section("damage", words.title)
    # Per class, its rows date by date.
    taken = list(zip(*study.taken))
    if not taken:
        section.sentences = [words.nowhere]
        return section
    labels, colours = study.labels, study.classes.colours_by_row()
    sums = [sum(row["area_ha"] for row in rows) for rows in study.taken]
    shares = [100 * area / study.cube.total_hectares for area in sums]
    series = [
        Bars(
            own[0]["class"],
            colours[own[0]["value"], own[0]["class"]],
            [row["area_ha"] for row in own],
            [
                (
                    f"{row['class']}, {label}",
                    hectares(row["area_ha"], 1),
                    Message(
                        "{share} % of the area that counts", share=rounded(row["share_pct"], 2)
                    ),
                )
                for row, label in zip(own, labels)
            ],
        )
        for own in taken
    ]
    draw = partial(
        stacked_bars,
        labels,
        series,
        words.axis,
        tops=[
            Message("{area} ha\n{share} %", area=rounded(area, 0), share=rounded(share, 1))
            for area, share in zip(sums, shares)
        ],
    )
    legend = [(bars.name, bars.colour) for bars in series]
    columns = [
        known("class", colours=dict(legend)),
        *(
            ShownColumn(Message("{date}, ha", date=label), f"date{n}", 2)
            for n, label in enumerate(labels)
        ),
        *(ShownColumn(f"{label}, %", f"share{n}", 2) for n, label in enumerate(labels)),
    ]
    rows: list[Row] = [
        {
            "class": own[0]["class"],
            **{f"date{n}": row["area_ha"] for n, row in enumerate(own)},
            **{f"share{n}": row["share_pct"] for n, row in enumerate(own)},
        }
        for own in taken
    ]
    rows.append(
        {
            "class": Term("Total"),
            **{f"date{n}": area for n, area in enumerate(sums)},
            **{f"share{n}": share for n, share in enumerate(shares)},
            "is_total": True,
        }
    )
    section.sentences = [words.meaning]
    section.charts = [
        Chart(
            "damaged",
            words.chart,
            [("", draw)],
            legend,
            least_width=width_for(len(labels)),
        )
    ]
    section.tables = [Table("damage-areas", words.table, columns, rows)]
    return section


@dataclass(frozen=True)
class _Words:
    """What the section calls its land, in each place."""

    title: Text
    nowhere: Text
    meaning: Text
    axis: Term
    chart: Text
    table: Text


def _words(study: Study) -> _Words:
    if study.taking.is_mining:
        return _Words(
            title=Term("Damaged land"),
            nowhere=Term("No land is mined at any date."),
            meaning=Term("Damaged land is the land of all classes of group 'mine'."),
            axis=Term("Mined land, ha"),
            chart=Term("Mined land by date, ha"),
            table=Term("Mined land by class and date"),
        )
    groups = study.taking.words
    return _Words(
        title=Message("Taken land ({groups})", groups=groups),
        nowhere=Message("There is no taken land ({groups}) at any date.", groups=groups),
        meaning=Message(
            "Taken land is the land of all classes of the groups {groups}, whatever it was before.",
            groups=study.taking.quoted,
        ),
        axis=Term("Taken land, ha"),
        chart=Message("Taken land ({groups}) by date, ha", groups=groups),
        table=Message("Taken land ({groups}) by class and date", groups=groups),
    )
