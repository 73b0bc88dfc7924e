"""Areas and shares of the classes over time: the CHART of areashares, a section of the study."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from ...dates import Dated
from ...drafts import Drafts
from ...messages import Translate
from ...results.shares import ShareRow
from ...scan.series import Series
from ...scheme.classes import Classes
from ..figures import Bars, hover, stacked_bars
from ..page import require_packages, write_page
from ..parts import Chart, Column, Page, Row, Section, Swatches, Table, width_for
from ..rounding import shown
from .sources import Origin, source_section

# A smaller part of a bar has no room for a number.
LEAST_NUMBERED = 4.0

# The columns that make tables by date or by period.
Measure = Literal["area_ha", "share_pct"]


def bar_label(row: ShareRow) -> str:
    """What stands below a bar: the year, or the layer's name where it has none."""
    return row["year"] or row["layer"]


def by_date(rows: list[ShareRow]) -> list[list[ShareRow]]:
    """The rows of SHARES date by date: they follow each other, and names need not differ."""
    first = (rows[0]["value"], rows[0]["class"])
    starts = [n for n, row in enumerate(rows) if (row["value"], row["class"]) == first]
    return [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)])]


def share_chart(rows: list[ShareRow], classes: Classes, tr: Translate) -> Chart:
    """Stacked bars of the shares, one bar per date."""
    colours = classes.colours_by_row()
    dates = by_date(rows)
    series: list[Bars] = []
    legend: Swatches = []
    for place, key in enumerate((row["value"], row["class"]) for row in dates[0]):
        own = [date[place] for date in dates]
        shares = [row["share_pct"] or 0.0 for row in own]
        series.append(
            Bars(
                key[1],
                colours[key],
                shares,
                [
                    hover(
                        f"{key[1]}, {bar_label(row)}",
                        f"{shown(row['share_pct'], 2)} %",
                        f"{shown(row['area_ha'], 1)} ha",
                    )
                    for row in own
                ],
                [f"{share:.1f}" if share >= LEAST_NUMBERED else "" for share in shares],
            )
        )
        legend.append((key[1], colours[key]))
    figure = stacked_bars(
        [bar_label(date[0]) for date in dates],
        series,
        tr("Share of the area that counts, %"),
        most=100,
    )
    return Chart(
        "areas", tr("Area shares"), [("", figure)], legend, least_width=width_for(len(dates))
    )


def share_tables(rows: list[ShareRow], classes: Classes, tr: Translate) -> list[Table]:
    """Hectares and per cent by class and date."""
    colours = classes.colours_by_name()
    dates = by_date(rows)
    tables = []
    shown_columns: list[tuple[str, str, Measure]] = [
        ("areas-ha", tr("Area by class and date, ha"), "area_ha"),
        ("areas-share", tr("Share by class and date, %"), "share_pct"),
    ]
    for name, caption, column in shown_columns:
        columns = [
            Column(tr("Class"), "class", colours=colours),
            *(Column(bar_label(date[0]), f"date{n}", 2) for n, date in enumerate(dates)),
        ]
        body: list[Row] = [
            {"class": row["class"], **{f"date{n}": d[p][column] for n, d in enumerate(dates)}}
            for p, row in enumerate(dates[0])
        ]
        sums = {f"date{n}": sum(row[column] or 0.0 for row in d) for n, d in enumerate(dates)}
        body.append({"class": tr("Total"), **sums, "total": True})
        tables.append(Table(name, caption, columns, body))
    return tables


def share_section(rows: list[ShareRow], classes: Classes, tr: Translate) -> Section:
    """The section on the areas of the classes."""
    return Section(
        "areas",
        tr("Class areas over time"),
        charts=[share_chart(rows, classes, tr)],
        tables=share_tables(rows, classes, tr),
    )


def write_chart(
    path: str | Path,
    drafts: Drafts,
    rows: list[ShareRow],
    series: Series,
    dated: list[Dated],
    origin: Origin,
    tr: Translate,
) -> None:
    """Write the page of areashares.

    Args:
        rows: those of SHARES.
        series: what was read.
        dated: (year, layer name) per date.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("CHART")
    dates = by_date(rows)
    page = Page(
        tr("Area shares"),
        ", ".join(bar_label(date[0]) for date in dates),
        [],
        [share_section(rows, series.classes, tr), source_section(series, dated, origin, tr)],
        tr("Made by Carbon Zones on {date}").format(date=origin.made_on),
        origin.language,
    )
    write_page(path, drafts, page, tr)
