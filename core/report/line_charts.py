"""Lines over ages and years, marks and ranges on standing bars, and waterfalls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..base.messages import Message, Text, Translate, translated
from .plotly_figures import (
    INK,
    MANY,
    PAPER,
    Draw,
    Figure,
    Lines,
    add,
    add_line,
    amounts,
    figure,
    hectares,
    hovers,
    label_axis,
    plain,
    rounded,
    text_above,
    ticked_axis,
    year_axis,
)

# Years and hectares.
Points = Sequence[tuple[int, float]]
EDGE = "#7b8794"
# Of bands, one beside the other.
GREYS = ("#e3e8ed", "#eef1f4")
# A value that one class has at a place, and the difference of two.
DIAMOND = {"symbol": "diamond", "size": 11, "color": PAPER, "line": {"color": INK, "width": 2}}
SMALL_DIAMOND = {**DIAMOND, "size": 6, "line": {"color": INK, "width": 1}}


class CurveLine(NamedTuple):
    """A class: t C/ha that it holds at each age, and the density, t C/ha, that it goes towards."""

    name: str
    colour: str
    stocks: Sequence[float]
    full: float


class AgeBand(NamedTuple):
    """Ages that some land has: from one year to another, and what to say of it."""

    first: float
    last: float
    words: Text


def curve_lines(
    ages: Sequence[float],
    lines: Sequence[CurveLine],
    bands: Sequence[AgeBand],
    titles: tuple[Text, Text],
    tr: Translate,
) -> Figure:
    """A line per class over the ages, its density dotted; ages that land has as grey bands.

    `titles`: of the ages and of the stocks.
    """
    plot = figure(420)
    for line in lines:
        ends = [(ages[0], line.full), (ages[-1], line.full)]
        add_line(plot, ends, line.colour, 1.2, dash="dot")
    for line in lines:
        words: list[Lines] = []
        for age, stock in zip(ages, line.stocks):
            density = Message("{value} t C/ha", value=rounded(stock, 2))
            words.append((line.name, Message("{age} years", age=f"{age:g}"), density))
        curve = list(zip(ages, line.stocks))
        # An edge, for colours that are as pale as fields.
        add_line(plot, curve, EDGE, 4.5)
        add_line(plot, curve, line.colour, 3, texts=hovers(words, tr))
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
                "fillcolor": GREYS[index % 2],
                "line": {"width": 0},
                "layer": "below",
            }
            for index, band in enumerate(bands)
        ]
    said = {"y": 1, "yref": "paper", "yanchor": "top", "showarrow": False, "font": {"size": 12}}
    texts = [plain(translated(band.words, tr)).replace("\n", "<br>") for band in bands]
    layout["annotations"] = [
        {**said, "x": (band.first + band.last) / 2, "text": text}
        for band, text in zip(bands, texts)
    ]
    age_title, stock_title = (translated(title, tr) for title in titles)
    layout["xaxis"] = amounts(age_title, range=[0, ages[-1]])
    layout["yaxis"] = amounts(stock_title, range=[0, top])
    return plot


def ages_to(horizon: int) -> list[float]:
    """Ages from 0 to a number of years, close to each other at first."""
    step = max(1, horizon // 60)
    return [0.0, 0.25, 0.5, *np.arange(1.0, horizon + step / 2, step).tolist()]


class AreaLine(NamedTuple):
    """A class: its areas at the dates, and those projected, which go on from the last one."""

    name: str
    colour: str
    observed: Points
    projected: Points


def area_lines(lines: Sequence[AreaLine], title: Text, tr: Translate) -> Figure:
    """A line per class, dashed where it is projected."""
    plot = figure(420)
    for line in lines:
        parts = ((line.observed, "solid"), ((*line.observed[-1:], *line.projected), "dot"))
        for points, dash in parts:
            add(
                plot,
                "scatter",
                x=[year for year, _ in points],
                y=[area for _, area in points],
                mode="lines+markers",
                line={"color": line.colour, "width": 2.5, "dash": dash},
                marker={"color": line.colour, "size": 6},
                hovertext=hovers(
                    [(f"{line.name}, {year}", hectares(area, 1)) for year, area in points], tr
                ),
                hoverinfo="text",
            )
    years = sorted({year for line in lines for year, _ in (*line.observed, *line.projected)})
    room = max(1.0, 0.02 * (years[-1] - years[0]))
    words, ends = [str(year) for year in years], [years[0] - room, years[-1] + room]
    axis = year_axis(words)
    plot["layout"]["xaxis"] = (
        axis.layout(tr) if axis else ticked_axis(years, words, range=ends, gridcolor="#f1f4f6")
    )
    plot["layout"]["yaxis"] = amounts(translated(title, tr), rangemode="tozero")
    return plot


class Range(NamedTuple):
    """A value at a place, in the unit of the axis, its bounds, and lines to hover over."""

    value: float
    low: float
    high: float
    lines: Lines


def marked(draw: Draw, marks: Sequence[tuple[float, Lines]], tr: Translate) -> Figure:
    """A figure of standing bars with a diamond at each place, by value and lines to hover over."""
    marker = DIAMOND if len(marks) < MANY else SMALL_DIAMOND
    values, lines = [value for value, _ in marks], [lines for _, lines in marks]
    return _with_points(draw, values, lines, tr, marker=marker)


def ranged(draw: Draw, ranges: Sequence[Range], tr: Translate) -> Figure:
    """A figure of standing bars with a range at each place, and what stands above it lifted."""
    look = {"marker": {"size": 1, "color": INK}, "error_y": bounds(ranges)}
    plot = _with_points(draw, [r.value for r in ranges], [r.lines for r in ranges], tr, **look)
    tops = {spot: interval.high for spot, interval in zip(plot["data"][-1]["x"], ranges)}
    for note in plot["layout"].get("annotations", ()):
        note["y"] = max(note["y"], tops[note["x"]])
    most = max([interval.high for interval in ranges], default=0.0) * 1.16
    axis = plot["layout"]["yaxis"]
    if "range" in axis and most > axis["range"][1]:
        axis["range"] = [axis["range"][0], most]
    return plot


def _with_points(
    draw: Draw, values: Sequence[float], lines: Sequence[Lines], tr: Translate, **look: object
) -> Figure:
    """A figure of standing bars with marks where they stand."""
    plot = draw(tr)
    spots = plot["data"][0]["x"] if plot["data"] else list(range(len(values)))
    look = {**look, "hovertext": hovers(lines, tr), "hoverinfo": "text"}
    add(plot, "scatter", mode="markers", x=spots, y=values, **look)
    return plot


def bounds(ranges: Sequence[Range]) -> Figure:
    """Bounds on either side of a value, as plotly.js has them."""
    return {
        "type": "data",
        "symmetric": False,
        "array": [max(interval.high - interval.value, 0.0) for interval in ranges],
        "arrayminus": [max(interval.value - interval.low, 0.0) for interval in ranges],
        "color": INK,
        "thickness": 1.6,
        "width": 6,
    }


class Fall(NamedTuple):
    """A bar: what it is, how far it goes, and its colour.

    `is_level`: whether it stands on 0, as an amount does, and not on the end of the bar before.
    """

    name: Text
    amount: float
    colour: str
    hover: Lines
    is_level: bool = False


def waterfall(bars: Sequence[Fall], title: Text, tr: Translate) -> Figure:
    """The bars beside each other, each flow from where the one before ends."""
    bases: list[float] = []
    ends: list[float] = []
    for bar in bars:
        bases.append(0.0 if bar.is_level else ends[-1])
        ends.append(bases[-1] + bar.amount)
    plot = figure(400, bargap=0.35)
    add(
        plot,
        "bar",
        x=list(range(len(bars))),
        y=[bar.amount for bar in bars],
        base=bases,
        marker={"color": [bar.colour for bar in bars]},
        hovertext=hovers([bar.hover for bar in bars], tr),
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
            "line": {"color": INK, "width": 1},
        }
        for index, end in enumerate(ends[:-1])
    ]
    layout["annotations"] = [
        text_above(index, max(base, end), plain(rounded(bar.amount, 0)))
        for index, (bar, base, end) in enumerate(zip(bars, bases, ends))
    ]
    words = [translated(bar.name, tr) for bar in bars]
    layout.update(xaxis=label_axis(words, 22), yaxis=amounts(translated(title, tr)))
    # Room for the numbers above.
    highest, lowest = max(0.0, *bases, *ends), min(0.0, *bases, *ends)
    room = 0.12 * (highest - lowest or 1.0)
    layout["yaxis"]["range"] = [lowest - (room if lowest < 0 else 0.0), highest + room]
    return plot
