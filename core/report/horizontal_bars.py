"""Horizontal bars: grouped, with confidence intervals, with uniform intensity lines, or as a
tornado chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..base.messages import Message, Term, Text, Translator, translate_message
from .line_charts import DIAMOND_MARKER, ValueRange, error_bars
from .page import LegendMarks, Swatches
from .plotly_figures import (
    BACKGROUND_COLOUR,
    TEXT_COLOUR,
    BarSeries,
    DrawFunction,
    Figure,
    HoverLines,
    add_trace,
    create_figure,
    format_number,
    hover_text,
    hover_texts,
    reference_line,
    row_axis,
    row_height,
    stacked_bars,
    value_axis,
)

# Height of a bar with an interval, and gap between rows, in px.
BAR_HEIGHT_PX, ROW_GAP_PX = 17, 14
# Margin beyond the longest bars of a tornado chart, as a fraction of their range.
TORNADO_MARGIN = 0.06
UNIFORM_LINE_COLOUR = "#c2410c"
UNIFORM_INTENSITY_LABEL = Term("uniform intensity")
# Legend colours for bars in the full and in the pale colours of their classes.
FULL_COLOUR, PALE_COLOUR = "#52606d", "#b9c0c7"
GAIN_LOSS_LEGEND: Swatches = [(Term("area gained"), FULL_COLOUR), (Term("area lost"), PALE_COLOUR)]
NET_CHANGE_MARKS: LegendMarks = [(Term("net (gain - loss)"), TEXT_COLOUR, "diamond")]


def interval_label(level: float) -> Message:
    """Return the legend label of confidence intervals; `level` is in %."""
    return Message("{level} % confidence interval", level=f"{level:g}")


class HorizontalBars(NamedTuple):
    """Series with one horizontal bar per row.

    Attributes:
        values: bar lengths; None without a value.
        colours: one colour for all rows, or one for each.
        hovers: hover lines of each row.
        opacity: distinguishes a series from another one in the same colours.
        halves: half-widths of the intervals; None without an interval.
        marks: reference value of each bar, if they differ; None without one.
    """

    values: Sequence[float | None]
    colours: str | Sequence[str]
    hovers: Sequence[HoverLines]
    opacity: float | None = 1.0
    halves: Sequence[float | None] = ()
    marks: Sequence[float | None] = ()


def range_bars(
    labels: Sequence[Text],
    colours: Sequence[str],
    ranges: Sequence[ValueRange],
    title: Text,
    tr: Translator,
) -> Figure:
    """Return bars from 0 to each value with its range."""
    plot = create_figure(110 + 44 * len(labels), bargap=0.35)
    bars = HorizontalBars([r.value for r in ranges], colours, [r.lines for r in ranges], None)
    _add_bars(plot, labels, bars, tr, error_x=error_bars(ranges))
    _add_axes(plot, labels, title, tr)
    return plot


def grouped_bars(
    labels: Sequence[Text], series: Sequence[HorizontalBars], title: Text, tr: Translator
) -> Figure:
    """Return grouped bars, with the series in order from top to bottom."""
    plot = create_figure(110 + (20 * len(series) + 18) * len(labels), barmode="group", bargap=0.25)
    for bars in series:
        _add_bars(plot, labels, bars, tr)
    _add_axes(plot, labels, title, tr, rangemode="tozero")
    return plot


def interval_bars(
    labels: Sequence[str],
    series: Sequence[HorizontalBars],
    title: Text,
    tr: Translator,
    most: float | None = None,
) -> Figure:
    """Return each row's bars with intervals, in series order; the axis ends at `most` if given."""
    step = row_height(labels, BAR_HEIGHT_PX * len(series) + ROW_GAP_PX)
    plot = create_figure(
        96 + step * len(labels), barmode="group", bargap=1 - BAR_HEIGHT_PX * len(series) / step
    )
    for index, bars in enumerate(series):
        interval = {
            "type": "data",
            "array": [half or 0.0 for half in bars.halves],
            "width": 4,
            "visible": any(bars.halves),
        }
        # A dark line on a wider pale one is visible on any colour.
        pale = {**interval, "color": BACKGROUND_COLOUR, "thickness": 4.0}
        _add_bars(plot, labels, bars, tr, offsetgroup=str(index), error_x=pale, hoverinfo="skip")
        line = {"color": TEXT_COLOUR, "width": 0}
        clear = {"color": "rgba(0,0,0,0)", "opacity": bars.opacity, "line": line}
        dark = {**interval, "color": TEXT_COLOUR, "thickness": 1.4}
        _add_bars(plot, labels, bars, tr, offsetgroup=str(index), error_x=dark, marker=clear)
    ends: Figure = {"range": [0, most]} if most else {"rangemode": "tozero"}
    _add_axes(plot, labels, title, tr, **ends)
    return plot


def intensity_bars(
    labels: Sequence[str],
    levels: Sequence[HorizontalBars],
    title: Text,
    line: float | None,
    tr: Translator,
) -> Figure:
    """Return 1 or 2 bars per row; `line`: uniform intensity, None if none or bars have marks."""
    step = row_height(labels, 44 if len(levels) > 1 else 26)
    plot = create_figure(124 + step * len(labels), barmode="overlay")
    width = 0.7 / len(levels)
    for index, level in enumerate(levels):
        offset = (index - (len(levels) - 1) / 2) * width
        spots = [row_index + offset for row_index in range(len(labels))]
        _add_bars(plot, labels, level, tr, y=spots, width=width * 0.92)
        if any(mark is not None for mark in level.marks):
            # The rim keeps a mark visible on a bar of the same darkness.
            for size, colour, thickness in (
                (17, BACKGROUND_COLOUR, 6),
                (15, UNIFORM_LINE_COLOUR, 3),
            ):
                rim = {"color": colour, "width": thickness}
                mark = {"symbol": "line-ns", "size": size, "line": rim}
                at = {"x": list(level.marks), "y": spots}
                add_trace(plot, "scatter", **at, mode="markers", marker=mark, hoverinfo="skip")
    ends = [value for level in levels for value in (*level.values, *level.marks) if value]
    most = max([*ends, line or 0.0]) * 1.08 or 1.0
    layout = plot["layout"]
    layout.update(
        xaxis=value_axis(translate_message(title, tr), range=[0, most]), yaxis=row_axis(labels)
    )
    if line is not None:
        layout["margin"]["t"] = 30
        _draw_uniform_line(layout, line, "x", "left" if line < most / 2 else "right", tr)
    return plot


def add_uniform_line(draw: DrawFunction, line: float | None, tr: Translator) -> Figure:
    """Return a figure of vertical bars with the uniform intensity line, if there is one."""
    plot = draw(tr)
    if line is not None:
        _draw_uniform_line(plot["layout"], line, "y", "right", tr)
    return plot


def _draw_uniform_line(layout: Figure, line: float, axis: str, side: str, tr: Translator) -> None:
    """Draw the uniform intensity as a line across an axis, with a label at its end."""
    other = "y" if axis == "x" else "x"
    references = {f"{axis}ref": axis, f"{other}ref": f"{other} domain"}
    dashed = {"color": UNIFORM_LINE_COLOUR, "width": 2, "dash": "dash"}
    layout["shapes"] = [reference_line(axis, line, dashed, **references)]
    layout["annotations"] = [
        {
            axis: line,
            other: 1,
            f"{other}ref": "paper",
            "yanchor": "bottom",
            "xanchor": side,
            "text": hover_text(tr("uniform: {value}").format(value=format_number(line, 3))),
            "font": {"color": UNIFORM_LINE_COLOUR, "size": 12},
            "bgcolor": BACKGROUND_COLOUR,
            "showarrow": False,
        }
    ]


def gain_loss_bars(
    changed: Sequence[Mapping[str, Any]], colours: list[str], tr: Translator
) -> Figure:
    """Return a figure with the gain (right), loss (left) and net change of each class."""
    names = [row["class"] for row in changed]

    def said(template: Term, areas: Sequence[float]) -> list[HoverLines]:
        shown = [format_number(area, 2) for area in areas]
        return [(Message(template, name=name, area=area),) for name, area in zip(names, shown)]

    plot = create_figure(110 + row_height(names, 34) * len(changed), barmode="relative", bargap=0.3)
    gains, losses = [row["gain_ha"] for row in changed], [row["loss_ha"] for row in changed]
    gained = said(Term("{name}: gain {area} ha"), gains)
    _add_bars(plot, names, HorizontalBars(gains, colours, gained), tr)
    lost = said(Term("{name}: loss {area} ha"), losses)
    _add_bars(plot, names, HorizontalBars([-1 * area for area in losses], colours, lost, 0.5), tr)
    nets = [row["net_ha"] for row in changed]
    add_trace(
        plot,
        "scatter",
        x=nets,
        y=list(range(len(changed))),
        mode="markers",
        marker={**DIAMOND_MARKER, "size": 9},
        hovertext=hover_texts(said(Term("{name}: net {area} ha"), nets), tr),
        hoverinfo="text",
    )
    across = value_axis(tr("Loss (left, pale) and gain (right), ha"))
    plot["layout"].update(xaxis=across, yaxis=row_axis(names))
    return plot


def _add_bars(
    plot: Figure, labels: Sequence[Text], bars: HorizontalBars, tr: Translator, **more: object
) -> None:
    """Add a series; `more` adds or replaces trace properties, by their plotly.js names."""
    trace: Figure = {
        "x": list(bars.values),
        "y": list(range(len(labels))),
        "orientation": "h",
        "marker": {"color": bars.colours, "line": {"color": TEXT_COLOUR, "width": 0.5}},
        "hovertext": hover_texts(bars.hovers, tr),
        "hoverinfo": "text",
    }
    if bars.opacity is not None:
        trace["marker"]["opacity"] = bars.opacity
    add_trace(plot, "bar", **{**trace, **more})


def _add_axes(
    plot: Figure, labels: Sequence[Text], title: Text, tr: Translator, **more: object
) -> None:
    """Add a value axis and a row axis with the first row on top."""
    words = [translate_message(label, tr) for label in labels]
    plot["layout"].update(
        xaxis=value_axis(translate_message(title, tr), **more), yaxis=row_axis(words)
    )


def tornado_figure(
    labels: Sequence[Text],
    series: Sequence[tuple[Text, str, Sequence[float], Sequence[HoverLines]]],
    result: float,
    words: Text,
    title: Text,
) -> DrawFunction:
    """Return a function that draws a tornado chart: the result with one input changed at a time.

    Args:
        series: name, colour, and by label the result for the changed input and its hover
            lines.
        result: result with unchanged inputs, in the unit of the axis; labelled with
            `words`.
    """
    bars = [
        BarSeries(name, colour, [value - result for value in values], hovers)
        for name, colour, values, hovers in series
    ]
    ends = [result, *(value for _, _, values, _ in series for value in values)]
    room = TORNADO_MARGIN * (max(ends) - min(ends)) or 1.0

    def draw(tr: Translator) -> Figure:
        plot = stacked_bars(labels, bars, title, tr, lying=True)
        for trace in plot["data"]:
            trace["base"] = [result] * len(trace["x"])
        layout = plot["layout"]
        layout["barmode"] = "overlay"
        layout["xaxis"]["range"] = [min(ends) - room, max(ends) + room]
        layout["margin"]["t"] = 32
        layout["height"] += 20
        layout["shapes"] = [reference_line("x", result, {"color": TEXT_COLOUR, "width": 1.5})]
        text = hover_text(translate_message(words, tr))
        spot = {"x": result, "y": 1, "yref": "paper", "yanchor": "bottom"}
        layout["annotations"] = [{**spot, "text": text, "showarrow": False}]
        return plot

    return draw
