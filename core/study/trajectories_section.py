"""The section on what land was at all dates: how often it changed, and its commonest ways."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import numpy as np

from ..base.messages import Message, Missing, Term
from ..base.numbers import Bytes, Ints
from ..report.labels import ARROW
from ..report.parts import Row, Section, ShownColumn, ShownTable, known
from ..report.rounding import rounded
from ..report.years import MANY
from ..results.change_counts import NODATA, ChangeCountRow, times_colours
from ..results.trajectories import TrajectoryRows, class_columns
from ..scan.census import CombinationTable, times_changed
from .study import Study

MOST_TRAJECTORIES = 15
# How many dates the map of the section can tell apart.
MOST_DATES = NODATA


def trajectory_section(study: Study) -> Section | None:
    """How often land changed its class, and the commonest trajectories that are no standstill."""
    if len(study.dates) == 2:
        return None  # the matrix says it all
    section = Section("trajectories", Term("Trajectories"))
    histories = study.histories
    if isinstance(histories, Missing):
        if histories.reason is None:
            return None
        section.warnings = [Message("There are no trajectories here: {why}.", why=histories.reason)]
        return section
    most = len(study.dates) - 1
    if most + 1 >= MANY:
        # Of many times that never occur, those that do would all have one colour.
        most = max(row["times_changed"] for row in study.change_counts)
    colours = times_colours(most)
    section.sentences = [
        Message(
            "A trajectory is what land was at all dates, one after the other. There are {count} "
            "different ones.",
            count=rounded(len(histories.cells)),
        )
    ]
    if study.maps is not None and len(study.dates) <= MOST_DATES:
        title = Message("Changes of class, {period}", period=study.span.name)
        section.maps = study.maps.of_all_frames(title, _times, colours)
        section.frame(study.maps)
        times = _times(study.maps.classes)
        section.map_legend = [(str(n), colour) for n, colour in colours.items() if n in times]
    section.tables = [_count_table(study.change_counts, colours), _largest(study, histories)]
    return section


def _times(classes: Ints) -> Bytes:
    """How often land changed by its history, of which the first is of what does not count."""
    times: Bytes = times_changed([*classes]).astype(np.uint8)
    times[0] = NODATA
    return times


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
        count=rounded(others),
        area=rounded(changed - listed, 2),
    )
    steps = [
        ShownColumn(label, column, colours=colours) for label, column in zip(study.labels, columns)
    ]
    if len(steps) >= MANY:
        steps = [ShownColumn(Term("Trajectory"), "trajectory")]
        rows = [{**row, "trajectory": _in_words(row, columns, study.labels)} for row in rows]
    return ShownTable(
        "trajectories-largest",
        Term("The largest trajectories with a change of class"),
        [*steps, known("times_changed"), known("area_ha"), known("share_pct")],
        rows,
        note=note if others else "",
    )


def _in_words(row: Row, columns: Sequence[str], labels: Sequence[str]) -> str:
    """What land was first, and what it became at which dates."""
    steps = [f"{labels[0]} {row[columns[0]]}"]
    for before, column, label in zip(columns, columns[1:], labels[1:]):
        if row[column] != row[before]:
            steps.append(f"{label} {row[column]}")
    return f" {ARROW} ".join(steps)
