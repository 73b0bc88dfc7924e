"""The section on the land that mining, or whatever else takes land from the sinks, has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..base.messages import Message, Term, Text
from ..report.charts import stacked_chart
from ..report.figures import Bars, Lines
from ..report.parts import Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import hectares, rounded
from ..results.shares import ShareRow
from .study import Study


def damage_section(study: Study) -> Section | None:
    """Mined, or otherwise taken, land by class and date; None where no class takes land."""
    if study.taken is None:
        return None
    words, labels = _words(study), study.labels
    # Per class, its rows date by date.
    taken = list(zip(*study.taken))
    if not taken:
        return Section("damage", words.title, [words.nowhere])
    colours = study.classes.colours_by_row()
    sums = [sum(row["area_ha"] for row in rows) for rows in study.taken]
    shares = [100 * area / study.cube.total_hectares for area in sums]
    rows: list[Row] = []
    series: list[Bars] = []
    for by_date in taken:
        name, areas = by_date[0]["class"], [row["area_ha"] for row in by_date]
        hovers = [_hover(row, label) for row, label in zip(by_date, labels)]
        series.append(Bars(name, colours[by_date[0]["value"], name], areas, hovers))
        rows.append(_row(name, areas, [row["share_pct"] for row in by_date]))
    rows.append({**_row(Term("Total"), sums, shares), "is_total": True})
    tops = [
        Message("{area} ha\n{share} %", area=rounded(area, 0), share=rounded(share, 1))
        for area, share in zip(sums, shares)
    ]
    columns = [
        known("class", colours={str(bars.name): bars.colour for bars in series}),
        *(
            ShownColumn(Message("{date}, ha", date=label), f"date{n}", 2)
            for n, label in enumerate(labels)
        ),
        *(ShownColumn(f"{label}, %", f"share{n}", 2) for n, label in enumerate(labels)),
    ]
    return Section(
        "damage",
        words.title,
        [words.meaning],
        charts=[stacked_chart("damaged", words.chart, labels, series, words.axis, tops=tops)],
        tables=[ShownTable("damage-areas", words.table, columns, rows)],
    )


def _hover(row: ShareRow, label: str) -> Lines:
    share = Message("{share} % of the area that counts", share=rounded(row["share_pct"], 2))
    return f"{row['class']}, {label}", hectares(row["area_ha"], 1), share


def _row(name: Text, areas: Sequence[float], shares: Sequence[float | None]) -> Row:
    """A class, or all of them, with its numbers by date."""
    return {
        "class": name,
        **{f"date{n}": area for n, area in enumerate(areas)},
        **{f"share{n}": share for n, share in enumerate(shares)},
    }


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
    if study.disturbing.is_mining:
        return _Words(
            title=Term("Damaged land"),
            nowhere=Term("No land is mined at any date."),
            meaning=Term("Damaged land is the land of all classes of group 'mine'."),
            axis=Term("Mined land, ha"),
            chart=Term("Mined land by date, ha"),
            table=Term("Mined land by class and date"),
        )
    groups = study.disturbing.words
    return _Words(
        title=Message("Taken land ({groups})", groups=groups),
        nowhere=Message("There is no taken land ({groups}) at any date.", groups=groups),
        meaning=Message(
            "Taken land is the land of all classes of the groups {groups}, whatever it was before.",
            groups=study.disturbing.quoted,
        ),
        axis=Term("Taken land, ha"),
        chart=Message("Taken land ({groups}) by date, ha", groups=groups),
        table=Message("Taken land ({groups}) by class and date", groups=groups),
    )
