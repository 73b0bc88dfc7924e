"""The section on what land was at all dates: how often it changed, and its commonest ways."""

from __future__ import annotations

from itertools import islice

import numpy as np

from ..base.messages import Message, Term
from ..report.maps import picture, picture_shape
from ..report.parts import Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import rounded
from ..results.change_counts import NODATA, ChangeCountRow, times_colours
from ..results.trajectories import TrajectoryRows, class_columns
from ..scan.census import CombinationTable, times_changed
from ..scan.series import Series
from ..scan.thumbnail import Thumbnail
from .study import Study

MOST_TRAJECTORIES = 15
# What the map of the section is kept under, and how many dates it can tell apart.
CHANGES = "times_changed"
MOST_DATES = NODATA


def changes_thumbnail(series: Series) -> Thumbnail:
    """A small map of how often cells changed their class, of at most MOST_DATES dates."""
    return Thumbnail(
        series.window,
        picture_shape(series.grid, series.window),
        lambda block: times_changed(block.codes).astype(np.uint8),
        NODATA,
    )


def trajectory_section(study: Study) -> Section | None:
    """How often land changed its class, and the commonest trajectories that are no standstill."""
    if len(study.dates) == 2:
        return None  # the matrix says it all
    section = Section("trajectories", Term("Trajectories"))
    if study.histories is None:
        if study.why_no_histories is None:
            return None
        section.warnings = [
            Message("There are no trajectories here: {why}.", why=study.why_no_histories)
        ]
        return section
    colours = times_colours(len(study.dates) - 1)
    section.sentences = [
        Message(
            "A trajectory is what land was at all dates, one after the other. There are {count} "
            "different ones.",
            count=len(study.histories.cells),
        )
    ]
    thumbnail = study.consumers.thumbnails.get(CHANGES)
    if thumbnail is not None:
        title = Message("Changes of class, {period}", period=study.span.name)
        grid, window = study.series.grid, study.series.window
        section.maps = [picture(title, thumbnail.cells, colours, grid, window)]
        section.map_legend = [(str(times), colour) for times, colour in colours.items()]
    section.tables = [_count_table(study.change_counts, colours), _largest(study, study.histories)]
    return section


def _count_table(rows: list[ChangeCountRow], colours: dict[int, str]) -> ShownTable:
    shown: list[Row] = [{**row, "times_changed": str(row["times_changed"])} for row in rows]
    named = {str(times): colour for times, colour in colours.items()}
    return ShownTable(
        "change-counts",
        Term("Land by how often it changed its class"),
        [
            ShownColumn(Term("Times changed"), "times_changed", colours=named),
            known("area_ha"),
            known("share_pct"),
        ],
        shown,
    )


def _largest(study: Study, table: CombinationTable) -> ShownTable:
    """The largest trajectories that have more than one class."""
    columns = class_columns(study.dates)
    changing = (
        row for row in TrajectoryRows(table, columns, study.classes) if row["times_changed"]
    )
    rows = list(islice(changing, MOST_TRAJECTORIES))
    others = sum(1 for _ in changing)
    changed = sum(row["area_ha"] for row in study.change_counts if row["times_changed"])
    listed = sum(float(str(row["area_ha"])) for row in rows)
    colours = study.classes.colours_by_name()
    note = Message(
        "Not listed: {count} smaller ones with {area} ha together. Land trajectories lists all.",
        count=others,
        area=rounded(changed - listed, 2),
    )
    return ShownTable(
        "trajectories-largest",
        Term("The largest trajectories with a change of class"),
        [
            *(
                ShownColumn(label, column, colours=colours)
                for label, column in zip(study.labels, columns)
            ),
            known("times_changed"),
            known("area_ha"),
            known("share_pct"),
        ],
        rows,
        note=note if others else "",
    )
