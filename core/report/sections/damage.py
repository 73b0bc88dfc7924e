"""The sections on mined land and on the carbon that was lost to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...messages import Translate
from ...scheme.classes import MINE
from ..figures import Bars, hover, stacked_bars
from ..parts import Chart, Column, Row, Section, Table, width_for
from ..rounding import shown
from ..study import Results
from .shares import by_date

if TYPE_CHECKING:
    from ..study import Results


def damage_section(results: Results, tr: Translate) -> Section:
    """Mined land by class and date."""
    colours = results.classes.colours_by_row()
    mined = {(c.value, c.name) for c in results.classes if c.group == MINE}
    dates = by_date(results.areas)
    spots = [p for p, row in enumerate(dates[0]) if (row["value"], row["class"]) in mined]
    section = Section("damage", tr("Damaged land"))
    if not spots:
        section.sentences = [tr("No land is mined at any date.")]
        return section
    sums = [sum(date[p]["area_ha"] for p in spots) for date in dates]
    shares = [100 * area / results.cube.total_hectares for area in sums]
    series = []
    for p in spots:
        name = dates[0][p]["class"]
        own = [date[p] for date in dates]
        series.append(
            Bars(
                name,
                colours[own[0]["value"], name],
                [row["area_ha"] for row in own],
                [
                    hover(
                        f"{name}, {label}",
                        f"{shown(row['area_ha'], 1)} ha",
                        tr("{share} % of the area that counts").format(
                            share=shown(row["share_pct"], 2)
                        ),
                    )
                    for row, label in zip(own, results.labels)
                ],
            )
        )
    figure = stacked_bars(
        results.labels,
        series,
        tr("Mined land, ha"),
        tops=[f"{shown(area, 0)} ha\n{shown(share, 1)} %" for area, share in zip(sums, shares)],
    )
    legend = [(bars.name, bars.colour) for bars in series]
    columns = [
        Column(tr("Class"), "class", colours=dict(legend)),
        *(Column(f"{label}, ha", f"date{n}", 2) for n, label in enumerate(results.labels)),
        *(Column(f"{label}, %", f"share{n}", 2) for n, label in enumerate(results.labels)),
    ]
    rows: list[Row] = [
        {
            "class": dates[0][p]["class"],
            **{f"date{n}": date[p]["area_ha"] for n, date in enumerate(dates)},
            **{f"share{n}": date[p]["share_pct"] for n, date in enumerate(dates)},
        }
        for p in spots
    ]
    rows.append(
        {
            "class": tr("Total"),
            **{f"date{n}": area for n, area in enumerate(sums)},
            **{f"share{n}": share for n, share in enumerate(shares)},
            "total": True,
        }
    )
    section.sentences = [tr("Damaged land is the land of all classes of group 'mine'.")]
    section.charts = [
        Chart(
            "damaged",
            tr("Mined land by date, ha"),
            [("", figure)],
            legend,
            least_width=width_for(len(dates)),
        )
    ]
    section.tables = [Table("damage-areas", tr("Mined land by class and date"), columns, rows)]
    return section


def mined_hectares(results: Results) -> list[float]:
    """Hectares of mined land per date."""
    mined = {(c.value, c.name) for c in results.classes if c.group == MINE}
    return [
        sum((row["area_ha"] for row in date if (row["value"], row["class"]) in mined), 0.0)
        for date in by_date(results.areas)
    ]
