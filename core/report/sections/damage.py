"""The section on the land that is mined."""

from __future__ import annotations

from functools import partial

from ...messages import Message, Term
from ...results.study import Study
from ..figures import Bars, stacked_bars
from ..parts import Chart, Row, Section, ShownColumn, Table, known, width_for
from ..rounding import rounded


def damage_section(study: Study) -> Section:
    """Mined land by class and date."""
    section = Section("damage", Term("Damaged land"))
    # Per class, its rows date by date.
    mined = list(zip(*study.mined))
    if not mined:
        section.sentences = [Term("No land is mined at any date.")]
        return section
    labels, colours = study.labels, study.classes.colours_by_row()
    sums = [sum(row["area_ha"] for row in rows) for rows in study.mined]
    shares = [100 * area / study.cube.total_hectares for area in sums]
    series = [
        Bars(
            own[0]["class"],
            colours[own[0]["value"], own[0]["class"]],
            [row["area_ha"] for row in own],
            [
                (
                    f"{row['class']}, {label}",
                    f"{rounded(row['area_ha'], 1)} ha",
                    Message(
                        "{share} % of the area that counts", share=rounded(row["share_pct"], 2)
                    ),
                )
                for row, label in zip(own, labels)
            ],
        )
        for own in mined
    ]
    draw = partial(
        stacked_bars,
        labels,
        series,
        Term("Mined land, ha"),
        tops=[f"{rounded(area, 0)} ha\n{rounded(share, 1)} %" for area, share in zip(sums, shares)],
    )
    legend = [(bars.name, bars.colour) for bars in series]
    columns = [
        known("class", colours=dict(legend)),
        *(ShownColumn(f"{label}, ha", f"date{n}", 2) for n, label in enumerate(labels)),
        *(ShownColumn(f"{label}, %", f"share{n}", 2) for n, label in enumerate(labels)),
    ]
    rows: list[Row] = [
        {
            "class": own[0]["class"],
            **{f"date{n}": row["area_ha"] for n, row in enumerate(own)},
            **{f"share{n}": row["share_pct"] for n, row in enumerate(own)},
        }
        for own in mined
    ]
    rows.append(
        {
            "class": Term("Total"),
            **{f"date{n}": area for n, area in enumerate(sums)},
            **{f"share{n}": share for n, share in enumerate(shares)},
            "is_total": True,
        }
    )
    section.sentences = [Term("Damaged land is the land of all classes of group 'mine'.")]
    section.charts = [
        Chart(
            "damaged",
            Term("Mined land by date, ha"),
            [("", draw)],
            legend,
            least_width=width_for(len(labels)),
        )
    ]
    section.tables = [Table("damage-areas", Term("Mined land by class and date"), columns, rows)]
    return section
