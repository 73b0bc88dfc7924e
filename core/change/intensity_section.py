"""The sections on intensity analysis: by interval and category, and by transition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ..base.messages import Message, Term, Text
from ..report.figures import Bars, Draw, stacked_bars
from ..report.labels import pair_label
from ..report.lying import (
    FULL_COLOUR,
    GAIN_AND_LOSS,
    LINE,
    PALE_COLOUR,
    UNIFORM_WORDS,
    LyingBars,
    level_bars,
    levelled,
)
from ..report.parts import Chart, Marks, Row, Section, ShownTable, known, not_listed
from ..report.rounding import rounded
from ..report.years import year_axis
from .analysis import ChangeAnalysis
from .intensity import FAST, SLOW, WORDS, CategoryRow
from .transitions import TransitionRow

SOURCE = Term("After Aldwaik and Pontius 2012.")
QUICK, CALM = "#0f5e78", "#9fc3cf"
INTERVAL_COLUMNS = (
    "period years change_ha change_pct annual_pct uniform_pct pace gross_degree_pct net_degree_pct"
)
UNIFORM: Marks = [(UNIFORM_WORDS, LINE, "dashed")]
GAIN_COLUMNS = ("gain_ha", "gain_intensity_pct", "gain_state", "gain_stationary", "gain_error_ha")
LOSS_COLUMNS = ("loss_ha", "loss_intensity_pct", "loss_state", "loss_stationary", "loss_error_ha")


def intensity_section(analysis: ChangeAnalysis) -> Section:
    """How fast land changed in each interval, and each class in it, against the uniform pace."""
    charts = [_interval_chart(analysis), _category_chart(analysis)]
    return Section(
        "intensity",
        Term("Intensity of change"),
        [
            Term(
                "The uniform intensity is that of all intervals together, or of all land in one "
                "interval. What lies above it is fast, or active; what lies below slow, or "
                "dormant. It is stationary where it is so in all intervals."
            )
        ],
        charts=[chart for chart in charts if chart],
        tables=[
            ShownTable(
                "intervals",
                Term("Intervals"),
                [known(name) for name in INTERVAL_COLUMNS.split()],
                [worded(row, "pace") for row in analysis.intervals],
            ),
            *_category_tables(analysis),
        ],
        warnings=[
            Message("{period}: there are no rates, for want of years.", period=matrix.name)
            for matrix in analysis.matrices.intervals
            if matrix.years is None
        ],
    )


def worded(row: Row, *columns: str) -> Row:
    """A row with the words of some columns in the reader's language."""
    return {**row, **{name: WORDS.get(str(row[name]), "") for name in columns}}


def _interval_chart(analysis: ChangeAnalysis) -> Chart | None:
    rows = [row for row in analysis.intervals if row["annual_pct"] is not None]
    if not rows:
        return None
    hovers = [
        (
            row["period"],
            Message("{value} % a year", value=rounded(row["annual_pct"], 3)),
            WORDS.get(row["pace"] or "", ""),
        )
        for row in rows
    ]
    colours = [QUICK if row["pace"] == FAST else CALM for row in rows]
    labels = [row["period"] for row in rows]
    title = Term("Annual change, % of all land per year")
    shares = [row["annual_pct"] or 0.0 for row in rows]
    draw: Draw = partial(
        level_bars, labels, [LyingBars(shares, colours, hovers)], title, analysis.uniform
    )
    if year_axis(labels):
        bars = [
            Bars("", pace, [s if own == pace else 0.0 for s, own in zip(shares, colours)], hovers)
            for pace in (QUICK, CALM)
        ]
        draw = partial(levelled, partial(stacked_bars, labels, bars, title), analysis.uniform)
    name = Term("Intensity of the intervals")
    paces = {row["pace"] for row in rows}
    legend = [(WORDS[pace], c) for pace, c in ((FAST, QUICK), (SLOW, CALM)) if pace in paces]
    return Chart("intensity-intervals", name, [("", draw)], legend, SOURCE, marks=UNIFORM)


def _by_interval(analysis: ChangeAnalysis) -> list[list[CategoryRow]]:
    size = len(analysis.matrices.classes)
    rows = analysis.categories
    return [rows[first : first + size] for first in range(0, len(rows), size)]


def _category_chart(analysis: ChangeAnalysis) -> Chart | None:
    """Gain and loss of every class, interval by interval."""
    by_row = analysis.classes.colours_by_row()
    variants: list[tuple[str, Draw]] = []
    for rows in _by_interval(analysis):
        annual = rows[0]["annual_pct"]
        if annual is None:
            continue
        colours = [by_row[row["value"], row["class"]] for row in rows]
        levels = [
            _bars(rows, colours, "gain", Term("Gain: {value} % a year"), 1.0),
            _bars(rows, colours, "loss", Term("Loss: {value} % a year"), 0.45),
        ]
        title = Term("% of the class per year")
        labels = [row["class"] for row in rows]
        draw = partial(level_bars, labels, levels, title, annual)
        variants.append((rows[0]["period"], draw))
    if not variants:
        return None
    title = Term("Intensity of gains and losses by class")
    return Chart("intensity-classes", title, variants, GAIN_AND_LOSS, SOURCE, marks=UNIFORM)


def _bars(
    rows: Sequence[Mapping[str, Any]], colours: list[str], side: str, words: Term, opacity: float
) -> LyingBars:
    """The gains or losses of the classes."""
    shares = [row[f"{side}_intensity_pct"] for row in rows]
    hovers = [
        (
            row["class"],
            Message(words, value=rounded(share, 3)),
            WORDS.get(row[f"{side}_state"] or "", ""),
        )
        for row, share in zip(rows, shares)
    ]
    return LyingBars([share or 0.0 for share in shares], colours, hovers, opacity)


def _category_tables(analysis: ChangeAnalysis) -> list[ShownTable]:
    tables: list[ShownTable] = []
    name = known("class", colours=analysis.classes.colours_by_name())
    # Of one interval there is nothing to say on what is so in all of them.
    has_several = len(analysis.matrices.intervals) > 1
    for rows in _by_interval(analysis):
        shown = [worded(row, "gain_state", "loss_state") for row in rows]
        for what, caption, columns in (
            ("gains", Term("Gains of the classes {period}"), GAIN_COLUMNS),
            ("losses", Term("Losses of the classes {period}"), LOSS_COLUMNS),
        ):
            names = [c for c in columns if has_several or not c.endswith("_stationary")]
            tables.append(
                ShownTable(
                    f"intensity-{what}-{len(tables)}",
                    Message(caption, period=rows[0]["period"]),
                    [name, *(known(column) for column in names)],
                    shown,
                    folded=len(tables) > 1,
                )
            )
    return tables


MOST_DRAWN, MOST_LISTED = 12, 30
TRANSITION_COLUMNS = (
    "area_ha gain_expected_ha gain_intensity_pct gain_uniform_pct gain_tendency "
    "loss_intensity_pct loss_uniform_pct loss_tendency"
)


def transition_section(analysis: ChangeAnalysis) -> Section | None:
    """The largest transitions of every interval; None where nothing changed."""
    by_row = analysis.classes.colours_by_row()
    areas: list[tuple[str, Draw]] = []
    intensities: list[tuple[str, Draw]] = []
    tables: list[ShownTable] = []
    for interval, matrix in enumerate(analysis.matrices.intervals):
        rows = analysis.transitions.largest(interval, MOST_LISTED)
        if not rows:
            continue
        drawn = rows[:MOST_DRAWN]
        labels = [pair_label(row["from_class"], row["to_class"]) for row in drawn]
        colours = [by_row[row["to_value"], row["to_class"]] for row in drawn]
        title = Term("Area, ha")
        draw = partial(level_bars, labels, [_transition_sizes(drawn, colours)], title, None)
        areas.append((matrix.name, draw))
        if matrix.years is not None:
            paler = [by_row[row["from_value"], row["from_class"]] for row in drawn]
            title = Term("% per year")
            levels = [_intensity(drawn, colours, "gain"), _intensity(drawn, paler, "loss")]
            draw = partial(level_bars, labels, levels, title, None)
            intensities.append((matrix.name, draw))
        occurring = int((matrix.moved > 0).sum())
        rest = matrix.changed - sum(row["area_ha"] for row in rows)
        tables.append(
            _transition_table(analysis, rows, interval, occurring - len(rows), rest, bool(tables))
        )
    if not tables:
        return None
    charts = [
        Chart(
            "transitions-areas",
            Term("The largest transitions"),
            areas,
            note=Term("Random gain after Pontius, Shusas and McEachern 2004."),
            marks=[(Term("area that random gain would give"), LINE, "tick")],
        )
    ]
    if intensities:
        charts.append(
            Chart(
                "transitions-intensities",
                Term("Intensities of these transitions"),
                intensities,
                [
                    (Term("what the later class gained, of the earlier class"), FULL_COLOUR),
                    (Term("what the earlier class lost, of the later class"), PALE_COLOUR),
                ],
                SOURCE,
                marks=[(UNIFORM_WORDS, LINE, "tick")],
            )
        )
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


def _transition_sizes(rows: list[TransitionRow], colours: list[str]) -> LyingBars:
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
    """The gains of later classes from earlier ones, or the losses of the earlier to the later."""
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


def _transition_table(
    analysis: ChangeAnalysis,
    rows: list[TransitionRow],
    interval: int,
    others: int,
    rest: float,
    folded: bool,
) -> ShownTable:
    """The largest transitions of an interval; `others` are not listed, and have `rest` hectares."""

    def tendency(word: str | None, is_stationary: bool | None) -> Text:
        words = WORDS.get(word or "", "")
        return Message("{word} *", word=words) if is_stationary else words

    colours = analysis.classes.colours_by_name()
    shown: list[Row] = [
        {
            **row,
            "gain_tendency": tendency(row["gain_tendency"], row["gain_stationary"]),
            "loss_tendency": tendency(row["loss_tendency"], row["loss_stationary"]),
        }
        for row in rows
    ]
    # What a star means, and what is not in the table.
    has_star = any(row["gain_stationary"] is not None for row in rows)
    note: Text = Term("* in all intervals.") if has_star else ""
    if others:
        left_out = not_listed(others, rest, "TRANSITIONS")
        note = Message("{star} {note}", star=note, note=left_out) if has_star else left_out
    return ShownTable(
        f"transitions-{interval}",
        Message("The largest transitions {period}", period=rows[0]["period"]),
        [
            known("from_class", colours=colours),
            known("to_class", colours=colours),
            *(known(name) for name in TRANSITION_COLUMNS.split()),
        ],
        shown,
        folded,
        note,
    )
