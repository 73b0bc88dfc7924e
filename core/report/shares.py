"""Areas and shares of the classes over time: the section, and the page of areashares."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..base.messages import Term, Text
from ..base.numbers import percent
from ..base.provenance import Provenance
from ..results.results import Results
from ..scan.census import times_changed
from .charts import stacked_chart, with_changed_land
from .figures import Bars, SharedRow, share_bars
from .parts import Chart, Page, Section, crossed, known
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
    changed = _of_changed_land(results)
    column = known("class", colours=results.classes.colours_by_name())
    areas = list(zip(names, ([row["area_ha"] for row in rows] for rows in classes)))
    shares = list(zip(names, ([row["share_pct"] for row in rows] for rows in classes)))
    return Section(
        "areas",
        Term("Class areas over time"),
        charts=[
            with_changed_land(
                _chart(labels, series, Term("Share of the area analysed, %")),
                _chart(labels, changed, Term("Share of the land that ever changed its class, %"))
                if changed
                else None,
            )
        ],
        tables=[
            crossed("areas-ha", Term("Area by class and date, ha"), column, labels, areas),
            crossed("areas-share", Term("Share by class and date, %"), column, labels, shares),
        ],
    )


def _chart(labels: list[str], series: Sequence[Bars], axis: Text) -> Chart:
    return stacked_chart("areas", Term("Area shares"), labels, series, axis, most=100)


def _of_changed_land(results: Results) -> list[Bars]:
    """Bars by date of the land that changed its class at any; none where nobody knows it."""
    histories = results.histories
    if not histories or len(results.labels) < 2:
        return []
    has_changed = times_changed(histories.by_date) > 0
    hectares = np.where(has_changed, histories.hectares, 0.0)
    whole = float(hectares.sum())
    if not whole:
        return []
    colours = results.classes.colours_by_row()
    class_indices = {
        (c.value, c.name): class_index for class_index, c in enumerate(results.classes)
    }
    bars = []
    for row in results.areas_by_date[0]:
        key = row["value"], row["class"]
        areas = [float(hectares[at == class_indices[key]].sum()) for at in histories.by_date]
        rows: list[SharedRow] = [
            {"area_ha": area, "share_pct": percent(area, whole)} for area in areas
        ]
        bars.append(share_bars(row["class"], colours[key], results.labels, rows))
    return bars


def chart_page(results: Results, provenance: Provenance, files: Sequence[InputFile | None]) -> Page:
    """The page of areashares.

    Args:
        files: per date, the file behind its layer.
    """
    sections = [share_section(results), source_section(results, provenance, files)]
    return dated_page(
        Term("Area shares"), results, provenance, [], sections, subtitle=dates_of(results)
    )
