"""Areas and shares of the classes over time: the section, and the page of areashares."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Term
from ..base.provenance import Provenance
from ..results.results import Results
from .charts import stacked_chart
from .figures import share_bars
from .parts import Page, Section, crossed, known
from .provenance import InputFile
from .results_page import dated_page, dates_of, source_section


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
                Term("Share of the area analysed, %"),
                most=100,
            )
        ],
        tables=[
            crossed("areas-ha", Term("Area by class and date, ha"), column, labels, areas),
            crossed("areas-share", Term("Share by class and date, %"), column, labels, shares),
        ],
    )


def chart_page(results: Results, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of areashares.

    Args:
        files: per date, the file behind its layer.
    """
    sections = [share_section(results), source_section(results, provenance, files)]
    return dated_page(
        Term("Area shares"), results, provenance, [], sections, subtitle=dates_of(results)
    )
