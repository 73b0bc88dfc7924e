"""Line charts over ages and years, markers and ranges on vertical bars, and waterfall charts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..base.messages import Message, Text, Translator, translate_message
from .plotly_figures import (
    BACKGROUND_COLOUR,
    MIN_COMPACT_DATES,
    TEXT_COLOUR,
    DrawFunction,
    Figure,
    HoverLines,
    add_line,
    add_trace,
    area_message,
    create_figure,
    escape_html,
    format_number,
    hover_texts,
    label_axis,
    ticked_axis,
    top_annotation,
    value_axis,
    year_axis,
)

# Year and area in ha.
YearPoints = Sequence[tuple[int, float]]
EDGE_COLOUR = "#7b8794"
# Colours of adjacent bands.
BAND_COLOURS = ("#e3e8ed", "#eef1f4")
# Marker of a class value, and of a difference.
DIAMOND_MARKER = {
    "symbol": "diamond",
    "size": 11,
    "color": BACKGROUND_COLOUR,
    "line": {"color": TEXT_COLOUR, "width": 2},
}
SMALL_DIAMOND_MARKER = {**DIAMOND_MARKER, "size": 6, "line": {"color": TEXT_COLOUR, "width": 1}}


class RecoveryLine(NamedTuple):
    """Recovery of a class: carbon density at each age, t C/ha, and the equilibrium density."""

    name: str
    colour: str
    stocks: Sequence[float]
    full: float


class AgeBand(NamedTuple):
    """Range of ages of existing land, in years, and its label."""

    first: float
    last: float
    words: Text


def recovery_line_chart(
    ages: Sequence[float],
    lines: Sequence[RecoveryLine],
    bands: Sequence[AgeBand],
    titles: tuple[Text, Text],
    tr: Translator,
) -> Figure:
    """Return recovery curves of classes by age.

    Dotted: equilibrium densities; grey: ages of existing land. `titles`: of both axes.
    """
    plot = create_figure(420)
    for line in lines:
        ends = [(ages[0], line.full), (ages[-1], line.full)]
        add_line(plot, ends, line.colour, 1.2, dash="dot")
    for line in lines:
        words: list[HoverLines] = []
        for age, stock in zip(ages, line.stocks):
            density = Message("{value} t C/ha", value=format_number(stock, 2))
            words.append((line.name, Message("{age} years", age=f"{age:g}"), density))
        curve = list(zip(ages, line.stocks))
        # The edge keeps pale class colours visible.
        add_line(plot, curve, EDGE_COLOUR, 4.5)
        add_line(plot, curve, line.colour, 3, texts=hover_texts(words, tr))
    top = max((line.full for line in lines), default=1.0) * 1.18 or 1.0
    layout = plot["layout"]
    if bands:
        layout["shapes"] = [
            {
                "type": "rect",
                "x0": band.first,
                "x1": band.last,
                "y0": 0,
                "y1": 1,
                "yref": "paper",
                "fillcolor": BAND_COLOURS[index % 2],
                "line": {"width": 0},
                "layer": "below",
            }
            for index, band in enumerate(bands)
        ]
    said = {"y": 1, "yref": "paper", "yanchor": "top", "showarrow": False, "font": {"size": 12}}
    texts = [escape_html(translate_message(band.words, tr)).replace("\n", "<br>") for band in bands]
    layout["annotations"] = [
        {**said, "x": (band.first + band.last) / 2, "text": text}
        for band, text in zip(bands, texts)
    ]
    age_title, stock_title = (translate_message(title, tr) for title in titles)
    layout["xaxis"] = value_axis(age_title, range=[0, ages[-1]])
    layout["yaxis"] = value_axis(stock_title, range=[0, top])
    return plot


def sample_ages(horizon: int) -> list[float]:
    """Return ages from 0 to `horizon` years, more closely spaced at first."""
    step = max(1, horizon // 60)
    return [0.0, 0.25, 0.5, *np.arange(1.0, horizon + step / 2, step).tolist()]


class AreaLine(NamedTuple):
    """Areas of a class by year, observed and then projected."""

    name: str
    colour: str
    observed: YearPoints
    projected: YearPoints


def area_line_chart(lines: Sequence[AreaLine], title: Text, tr: Translator) -> Figure:
    """Return a line chart with a line per class, dotted where it is projected."""
    plot = create_figure(420)
    for line in lines:
        parts = ((line.observed, "solid"), ((*line.observed[-1:], *line.projected), "dot"))
        for points, dash in parts:
            add_trace(
                plot,
                "scatter",
                x=[year for year, _ in points],
                y=[area for _, area in points],
                mode="lines+markers",
                line={"color": line.colour, "width": 2.5, "dash": dash},
                marker={"color": line.colour, "size": 6},
                hovertext=hover_texts(
                    [(f"{line.name}, {year}", area_message(area, 1)) for year, area in points], tr
                ),
                hoverinfo="text",
            )
    years = sorted({year for line in lines for year, _ in (*line.observed, *line.projected)})
    room = max(1.0, 0.02 * (years[-1] - years[0]))
    words, ends = [str(year) for year in years], [years[0] - room, years[-1] + room]
    axis = year_axis(words)
    plot["layout"]["xaxis"] = (
        axis.axis_layout(tr) if axis else ticked_axis(years, words, range=ends, gridcolor="#f1f4f6")
    )
    plot["layout"]["yaxis"] = value_axis(translate_message(title, tr), rangemode="tozero")
    return plot


class ValueRange(NamedTuple):
    """Value in the unit of the axis with its bounds and hover lines."""

    value: float
    low: float
    high: float
    lines: HoverLines


def add_diamonds(
    draw: DrawFunction, marks: Sequence[tuple[float, HoverLines]], tr: Translator
) -> Figure:
    """Return a figure of vertical bars with a diamond on each, given values and hover lines."""
    marker = DIAMOND_MARKER if len(marks) < MIN_COMPACT_DATES else SMALL_DIAMOND_MARKER
    values, lines = [value for value, _ in marks], [lines for _, lines in marks]
    return _add_markers(draw, values, lines, tr, marker=marker)


def add_ranges(draw: DrawFunction, ranges: Sequence[ValueRange], tr: Translator) -> Figure:
    """Return a figure of vertical bars, each with a range; annotations move above the ranges."""
    look = {"marker": {"size": 1, "color": TEXT_COLOUR}, "error_y": error_bars(ranges)}
    plot = _add_markers(draw, [r.value for r in ranges], [r.lines for r in ranges], tr, **look)
    tops = {spot: interval.high for spot, interval in zip(plot["data"][-1]["x"], ranges)}
    for note in plot["layout"].get("annotations", ()):
        note["y"] = max(note["y"], tops[note["x"]])
    most = max([interval.high for interval in ranges], default=0.0) * 1.16
    axis = plot["layout"]["yaxis"]
    if "range" in axis and most > axis["range"][1]:
        axis["range"] = [axis["range"][0], most]
    return plot


def _add_markers(
    draw: DrawFunction,
    values: Sequence[float],
    lines: Sequence[HoverLines],
    tr: Translator,
    **look: object,
) -> Figure:
    """Return a figure of vertical bars with markers at their positions."""
    plot = draw(tr)
    spots = plot["data"][0]["x"] if plot["data"] else list(range(len(values)))
    look = {**look, "hovertext": hover_texts(lines, tr), "hoverinfo": "text"}
    add_trace(plot, "scatter", mode="markers", x=spots, y=values, **look)
    return plot


def error_bars(ranges: Sequence[ValueRange]) -> Figure:
    """Return asymmetric error bars in plotly.js format."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(interval.high - interval.value, 0.0) for interval in ranges],
        "arrayminus": [max(interval.value - interval.low, 0.0) for interval in ranges],
        "color": TEXT_COLOUR,
        "thickness": 1.6,
        "width": 6,
    }


class WaterfallBar(NamedTuple):
    """Bar of a waterfall chart; `is_level`: starts at 0, not at the end of the previous bar."""

    name: Text
    amount: float
    colour: str
    hover: HoverLines
    is_level: bool = False


def waterfall_figure(bars: Sequence[WaterfallBar], title: Text, tr: Translator) -> Figure:
    """Return a waterfall chart, in which each flow starts where the previous bar ends."""
    bases: list[float] = []
    ends: list[float] = []
    for bar in bars:
        bases.append(0.0 if bar.is_level else ends[-1])
        ends.append(bases[-1] + bar.amount)
    plot = create_figure(400, bargap=0.35)
    add_trace(
        plot,
        "bar",
        x=list(range(len(bars))),
        y=[bar.amount for bar in bars],
        base=bases,
        marker={"color": [bar.colour for bar in bars]},
        hovertext=hover_texts([bar.hover for bar in bars], tr),
        hoverinfo="text",
    )
    layout = plot["layout"]
    layout["shapes"] = [
        {
            "type": "line",
            "x0": index + 0.3,
            "x1": index + 0.7,
            "y0": end,
            "y1": end,
            "line": {"color": TEXT_COLOUR, "width": 1},
        }
        for index, end in enumerate(ends[:-1])
    ]
    layout["annotations"] = [
        top_annotation(index, max(base, end), escape_html(format_number(bar.amount, 0)))
        for index, (bar, base, end) in enumerate(zip(bars, bases, ends))
    ]
    words = [translate_message(bar.name, tr) for bar in bars]
    layout.update(xaxis=label_axis(words, 22), yaxis=value_axis(translate_message(title, tr)))
    # Space for the numbers above.
    highest, lowest = max(0.0, *bases, *ends), min(0.0, *bases, *ends)
    room = 0.12 * (highest - lowest or 1.0)
    layout["yaxis"]["range"] = [lowest - (room if lowest < 0 else 0.0), highest + room]
    return plot
