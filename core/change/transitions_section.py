"""The section on the largest transitions, and the transition level of intensity analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ..base.messages import Message, Term, Text
from ..report.figures import Draw
from ..report.labels import pair_label
from ..report.lying import LyingBars, level_bars
from ..report.parts import Chart, Row, Section, ShownTable, known, not_listed
from ..report.rounding import rounded
from .analysis import ChangeAnalysis
from .transitions import TransitionRow
from .uniform import WORDS

MOST_DRAWN, MOST_LISTED = 12, 30
COLUMNS = (
    *("area_ha", "gain_expected_ha", "gain_intensity_pct", "gain_uniform_pct", "gain_tendency"),
    *("loss_intensity_pct", "loss_uniform_pct", "loss_tendency"),
)


def transition_section(analysis: ChangeAnalysis) -> Section | None:
    """The largest transitions of every interval; None where nothing changed."""
    by_row = analysis.classes.colours_by_row()
    areas: list[tuple[str, Draw]] = []
    intensities: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for number, matrix in enumerate(analysis.matrices.intervals):
        rows = analysis.transitions.largest(number, MOST_LISTED)
        if not rows:
            continue
        drawn = rows[:MOST_DRAWN]
        labels = [pair_label(row["from_class"], row["to_class"]) for row in drawn]
        colours = [by_row[row["to_value"], row["to_class"]] for row in drawn]
        title = Term("Area, ha; the mark is what random gain would give")
        draw = partial(level_bars, labels, [_sizes(drawn, colours)], title, None)
        areas.append((matrix.name, draw))
        if matrix.years is not None:
            paler = [by_row[row["from_value"], row["from_class"]] for row in drawn]
            title = Term("% per year; the mark is the uniform intensity")
            levels = [_intensity(drawn, colours, "gain"), _intensity(drawn, paler, "loss")]
            draw = partial(level_bars, labels, levels, title, None)
            intensities.append((matrix.name, draw))
        occurring = int((matrix.moved > 0).sum())
        rest = matrix.changed - sum(row["area_ha"] for row in rows)
        tables.append(_table(analysis, rows, number, occurring - len(rows), rest, bool(tables)))
    if not tables:
        return None
    charts = [
        Chart(
            "transitions-areas",
            Term("The largest transitions"),
            areas,
            note=Term("Random gain after Pontius, Shusas and McEachern 2004."),
        )
    ]
    if intensities:
        note = Term(
            "Upper bar: what the later class gained, of the earlier class. Lower bar, pale: what "
            "the earlier class lost, of the later class. After Aldwaik and Pontius 2012."
        )
        title = Term("Intensities of these transitions")
        charts.append(Chart("transitions-intensities", title, intensities, note=note))
    return Section(
        "transitions",
        Term("Transitions"),
        [
            Term(
                "A class targets another where it takes more of it than of all other land alike, "
                "and avoids it where it takes less. The same is asked of what a class loses."
            )
        ],
        charts=charts,
        tables=tables,
    )


def _sizes(rows: list[TransitionRow], colours: list[str]) -> LyingBars:
    marks = [row["gain_expected_ha"] for row in rows]
    hovers = [
        (
            pair_label(row["from_class"], row["to_class"]),
            f"{rounded(row['area_ha'], 2)} ha",
            Message("by random gain {area} ha", area=rounded(mark, 2)),
        )
        for row, mark in zip(rows, marks)
    ]
    return LyingBars([row["area_ha"] for row in rows], colours, hovers, marks=marks)


def _intensity(rows: Sequence[Mapping[str, Any]], colours: list[str], side: str) -> LyingBars:
    """The gains of the later classes from the earlier ones, or the losses of these to those."""
    lines = [row[f"{side}_uniform_pct"] for row in rows]
    hovers = [
        (
            pair_label(row["from_class"], row["to_class"]),
            Message("{value} % a year", value=rounded(row[f"{side}_intensity_pct"], 3)),
            Message("uniform: {value}", value=rounded(line, 3)),
            WORDS.get(row[f"{side}_tendency"] or "", ""),
        )
        for row, line in zip(rows, lines)
    ]
    shares = [row[f"{side}_intensity_pct"] or 0.0 for row in rows]
    return LyingBars(shares, colours, hovers, 1.0 if side == "gain" else 0.45, marks=lines)


def _tendency(tendency: str | None, is_stationary: bool | None) -> Text:
    word = WORDS.get(tendency or "", "")
    return Message("{word} *", word=word) if is_stationary else word


def _table(
    analysis: ChangeAnalysis,
    rows: list[TransitionRow],
    number: int,
    others: int,
    rest: float,
    folded: bool,
) -> ShownTable:
    colours = analysis.classes.colours_by_name()
    shown: list[Row] = [
        {
            **row,
            "gain_tendency": _tendency(row["gain_tendency"], row["gain_stationary"]),
            "loss_tendency": _tendency(row["loss_tendency"], row["loss_stationary"]),
        }
        for row in rows
    ]
    return ShownTable(
        f"transitions-{number}",
        Message("The largest transitions {period}", period=rows[0]["period"]),
        [
            known("from_class", colours=colours),
            known("to_class", colours=colours),
            *(known(name) for name in COLUMNS),
        ],
        shown,
        folded,
        _note(others, rest, any(row["gain_stationary"] is not None for row in rows)),
    )


def _note(others: int, rest: float, has_stationary: bool) -> Text:
    """What stands below a table: what is not in it, and what a star in it means."""
    star = Term("* in all intervals.") if has_stationary else ""
    if not others:
        return star
    note = not_listed(others, rest, "TRANSITIONS")
    return Message("{star} {note}", star=star, note=note) if has_stationary else note
