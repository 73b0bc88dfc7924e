"""The section on the areas and shares of the classes over time."""

from __future__ import annotations

from ..base.messages import Term
from ..results.results import Results
from .charts import stacked_chart
from .figures import share_bars
from .parts import Section, crossed, known


def share_section(results: Results) -> Section:
    """Areas and shares of the classes by date."""
    labels, colours = results.labels, results.classes.colours_by_row()
    # Per class, its rows date by date.
    classes = list(zip(*results.areas_by_date))
    names = [rows[0]["class"] for rows in classes]
    series = [
        share_bars(name, colours[rows[0]["value"], name], labels, rows)
        for name, rows in zip(names, classes)
    ]
    column = known("class", colours=results.classes.colours_by_name())
    areas = list(zip(names, ([row["area_ha"] for row in rows] for rows in classes)))
    shares = list(zip(names, ([row["share_pct"] for row in rows] for rows in classes)))
    return Section(
        "areas",
        Term("Class areas over time"),
        charts=[
            stacked_chart(
                "areas",
                Term("Area shares"),
                labels,
                series,
                Term("Share of the area that counts, %"),
                most=100,
            )
        ],
        tables=[
            crossed("areas-ha", Term("Area by class and date, ha"), column, labels, areas),
            crossed("areas-share", Term("Share by class and date, %"), column, labels, shares),
        ],
    )
